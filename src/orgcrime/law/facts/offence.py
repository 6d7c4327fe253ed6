"""The facts of an offence."""

from __future__ import annotations

from typing import Final

import attrs

from orgcrime.law.values import Between, Listing, Penalty, checked, listing, penalty, yes_no

__all__ = ["MAXIMUM_PENALTY_NOTE", "Offence"]

MAXIMUM_PENALTY_NOTE: Final = (
    "the heaviest penalty that the statute allows, not the least and not the one imposed; months divided by 12"
)
"""What a maximum penalty is, wherever it is asked for."""


@checked
@attrs.frozen(kw_only=True)
class Offence:
    """The facts of an offence.

    That the conduct is an offence in the legal order looked at is presupposed.

    Attributes:
        maximum_penalty: the heaviest penalty, in years, that the statute allows; `LIFE` or `DEATH` for one heavier than
            any number of years.
        convention_offence: whether it is established under UNTOC art. 5, 6, 8 or 23, or under a Protocol.
        states: the States in which it was committed, each by any text that names it (compared as written).
        substantial_preparation_elsewhere: whether a substantial part of its preparation, planning, direction or control
            took place in another State.
        group_active_in_several_states: whether it involves an organized criminal group that engages in criminal
            activities in more than one State.
        substantial_effects_elsewhere: whether it has substantial effects in another State.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNTOC arts. 2(b), 3(1), 3(2).

    >>> from orgcrime import Offence
    >>> Offence(states=["FR", "BR"]).states
    Listing(['FR', 'BR'])
    """

    maximum_penalty: float | Penalty | Between | None = penalty(
        "maximum penalty",
        "What is the heaviest penalty, in years, that the statute allows?",
        note=MAXIMUM_PENALTY_NOTE,
    )
    convention_offence: bool | None = yes_no(
        "offence established under the Convention",
        "Is it an offence established under art. 5, 6, 8 or 23 of the Convention, or under a Protocol?",
    )
    states: Listing[str] | None = listing("States in which it was committed", "In which States was it committed?")
    substantial_preparation_elsewhere: bool | None = yes_no(
        "substantial part of preparation, planning, direction or control in another State",
        "Did a substantial part of its preparation, planning, direction or control take place in another State?",
    )
    group_active_in_several_states: bool | None = yes_no(
        "involves an organized criminal group active in more than one State",
        "Does it involve an organized criminal group that engages in criminal activities in more than one State?",
    )
    substantial_effects_elsewhere: bool | None = yes_no(
        "substantial effects in another State", "Does it have substantial effects in another State?"
    )
