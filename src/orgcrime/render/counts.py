"""How many parties an instrument had on each day: certainly, and at most."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING

import attrs

from orgcrime.model.instrument import Instrument
from orgcrime.status.membership import TAKES_PART, breakpoints, first_possible, vouched_absence, vouched_presence
from orgcrime.temporal import PartialDate
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from orgcrime.catalogue import Catalogue

__all__ = ["Ratifications", "ratifications"]


@attrs.frozen(kw_only=True)
class Ratifications:
    """The parties to an instrument over time.

    Attributes:
        instrument: the instrument.
        days: the days on which a number changes, the earliest first; the first is the entry into force.
        certain: how many parties there certainly were from each day on.
        possible: how many there were at most; more where a day is known only by bounds, or the list is at its end.
        complete: the last day for which the list says who is no party; ``None`` where it says that of no day.
        confirmed: the last day for which it says who is one.
        published: totals that others have published, each with its day; they count deposits.
        sources: the ids of the sources of the acts, those that show most acts first.
    """

    instrument: Instrument
    days: tuple[dt.date, ...]
    certain: tuple[int, ...]
    possible: tuple[int, ...]
    complete: dt.date | None
    confirmed: dt.date
    published: tuple[tuple[PartialDate, int], ...]
    sources: tuple[str, ...]

    def on(self, day: dt.date) -> tuple[int, int]:
        """Return how many parties there were on a day: certainly, and at most."""
        at = sum(each <= day for each in self.days) - 1
        return (self.certain[at], self.possible[at]) if at >= 0 else (0, 0)


def ratifications(instrument: Instrument, catalogue: Catalogue) -> Ratifications | None:
    """Return the parties to an instrument over time; ``None`` where they are not listed, or it is not in force."""
    horizon = catalogue.horizons.get(instrument.id)
    begin, confirmed = first_possible(instrument), vouched_presence(horizon, None)
    if horizon is None or begin is None or confirmed is None or confirmed < begin:
        return None
    certain, possible = Counter[dt.date](), Counter[dt.date]()
    for participant in catalogue.participants.values():
        if participant.kind in TAKES_PART:
            before = Truth.FALSE
            for day, truth in breakpoints(participant, instrument, catalogue):
                certain[max(day, begin)] += (truth is Truth.TRUE) - (before is Truth.TRUE)
                possible[max(day, begin)] += (truth is not Truth.FALSE) - (before is not Truth.FALSE)
                before = truth
    days = tuple(sorted({begin, *(day for day in (*certain, *possible) if day <= confirmed)}))
    shown = Counter(
        source for each in catalogue.acts_about(instrument.id).values() for act in each.acts for source in act.sources
    )
    return Ratifications(
        instrument=instrument,
        days=days,
        certain=_summed(certain, days),
        possible=_summed(possible, days),
        complete=None if horizon.complete_until is None else vouched_absence(instrument, horizon),
        confirmed=confirmed,
        published=tuple(
            (each.as_of, each.published)
            for each in catalogue.control_totals
            if each.instrument == instrument.id and each.counts == "parties"
        ),
        sources=tuple(sorted(shown, key=lambda source: (-shown[source], source))),
    )


def _summed(changes: Counter[dt.date], days: tuple[dt.date, ...]) -> tuple[int, ...]:
    number, found = 0, []
    for day in days:
        number += changes[day]
        found.append(number)
    return tuple(found)
