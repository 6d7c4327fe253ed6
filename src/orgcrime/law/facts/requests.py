"""The facts of a request to another State, for extradition or for mutual legal assistance."""

from __future__ import annotations

import attrs

from orgcrime.law.facts.group import Group
from orgcrime.law.facts.offence import Offence
from orgcrime.law.values import checked, part, yes_no

__all__ = ["AssistanceRequest", "ExtraditionRequest"]


@checked
@attrs.frozen(kw_only=True)
class ExtraditionRequest:
    """The facts of a request for extradition.

    That the offence involves the group described is presupposed; a lone offender is ``Group(persons=1)``.

    Attributes:
        offence: the facts of the offence for which extradition is sought.
        group: the facts of the group that it involves.
        in_requested_state: whether the person sought is in the territory of the requested State.
        dual_criminality: whether the offence is punishable under the law of both the requesting and the requested
            State.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNTOC art. 16(1).

    >>> from orgcrime.law.facts import ExtraditionRequest, Group, Offence
    >>> ExtraditionRequest(offence=Offence(maximum_penalty=4), group=Group(persons=3)).dual_criminality is None
    True
    """

    offence: Offence | None = part("offence", "For which offence is extradition sought?", Offence)
    group: Group | None = part("group", "Which group does it involve?", Group)
    in_requested_state: bool | None = yes_no(
        "person sought in the requested State",
        "Is the person sought in the territory of the requested State?",
    )
    dual_criminality: bool | None = yes_no(
        "dual criminality",
        "Is the offence punishable under the law of both the requesting and the requested State?",
    )


@checked
@attrs.frozen(kw_only=True)
class AssistanceRequest:
    """The facts of a request for mutual legal assistance.

    That the offence involves the group described is presupposed where a group is described. What is established is
    suspected as well: a suspicion is asked for where no more is known.

    Attributes:
        offence: the facts of the offence that is investigated, prosecuted or tried.
        group: the facts of the group that it involves.
        suspected_transnational: whether the requesting State has reasonable grounds to suspect that the offence is
            transnational; that victims, witnesses, proceeds, instrumentalities or evidence are in the requested State
            is such a ground.
        suspected_group: whether it has reasonable grounds to suspect that an organized criminal group is involved.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNTOC art. 18(1).

    >>> from orgcrime.law.facts import AssistanceRequest, Offence
    >>> AssistanceRequest(offence=Offence(maximum_penalty=4), suspected_group=True).suspected_group
    True
    """

    offence: Offence | None = part("offence", "Which offence is investigated, prosecuted or tried?", Offence)
    group: Group | None = part("group", "Which group does it involve?", Group)
    suspected_transnational: bool | None = yes_no(
        "reasonable grounds to suspect that it is transnational",
        "Are there reasonable grounds to suspect that the offence is transnational?",
        note="that victims, witnesses, proceeds, instrumentalities or evidence are in the requested State is included",
    )
    suspected_group: bool | None = yes_no(
        "reasonable grounds to suspect that an organized criminal group is involved",
        "Are there reasonable grounds to suspect that the offence involves an organized criminal group?",
    )
