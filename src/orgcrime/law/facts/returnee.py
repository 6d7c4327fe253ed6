"""The facts of a person whose return to a State is looked at."""

from __future__ import annotations

import attrs

from orgcrime.law.values import checked, yes_no

__all__ = ["Returnee"]


@checked
@attrs.frozen(kw_only=True)
class Returnee:
    """The facts of a person whose return to a State is looked at, and of that person's links with it.

    The State is the one that is asked to take the person back. The two Protocols look at residence on different days.

    Attributes:
        victim_of_trafficking: whether the person is a victim of trafficking in persons.
        object_of_smuggling: whether the person was the object of conduct set forth in Smuggling Protocol art. 6.
        national_of_state_asked: whether the person is a national of the State asked.
        permanent_resident_at_entry: whether the person had the right of permanent residence in the State asked at the
            time of entry into the receiving State.
        permanent_resident_at_return: whether the person has the right of permanent residence in the State asked at the
            time of return.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Trafficking Protocol art. 8(1); Smuggling Protocol art. 18(1)-(2).

    >>> from orgcrime.law.facts import Returnee
    >>> Returnee(object_of_smuggling=True, permanent_resident_at_entry=True).permanent_resident_at_return is None
    True
    """

    victim_of_trafficking: bool | None = yes_no(
        "victim of trafficking in persons", "Is the person a victim of trafficking in persons?"
    )
    object_of_smuggling: bool | None = yes_no(
        "object of the smuggling of migrants",
        "Was the person the object of conduct set forth in art. 6 of the Smuggling Protocol?",
    )
    national_of_state_asked: bool | None = yes_no(
        "national of the State asked", "Is the person a national of the State that is asked to accept the return?"
    )
    permanent_resident_at_entry: bool | None = yes_no(
        "right of permanent residence at the time of entry",
        "Did the person have the right of permanent residence in the State asked when entering the receiving State?",
        note="the day of entry into the receiving State counts, not the day of return",
    )
    permanent_resident_at_return: bool | None = yes_no(
        "right of permanent residence at the time of return",
        "Does the person have the right of permanent residence in the State asked at the time of return?",
        note="the day of return counts, not the day of entry into the receiving State",
    )
