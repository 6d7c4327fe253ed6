"""The facts of a case: an offence and the group that it involves."""

from __future__ import annotations

import attrs

from orgcrime.law.facts.group import Group
from orgcrime.law.facts.offence import Offence
from orgcrime.law.values import checked, part

__all__ = ["Case"]


@checked
@attrs.frozen(kw_only=True)
class Case:
    """An offence, and the group that it involves.

    That the offence involves the group described is presupposed.

    Attributes:
        offence: the facts of the offence.
        group: the facts of the group.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNTOC art. 3(1).

    >>> from orgcrime import Case, Offence
    >>> Case(offence=Offence(maximum_penalty=10)).group is None
    True
    """

    offence: Offence | None = part("offence", "Which offence is it?", Offence)
    group: Group | None = part("group", "Which group does it involve?", Group)
