"""Who is bound, at scale: a bit for a day or for a participant, so that whole matrices cost a few integer operations.

Built from the small index behind `is_party`. What is bounded only has its own rail: a bit in ``certain`` says bound, a
bit in ``possible`` that it may be; where the two differ the truth is unknown.
"""

from __future__ import annotations

import datetime as dt
import itertools
from bisect import bisect_right
from typing import TYPE_CHECKING

import attrs

from orgcrime.catalogue import BUILT_IN, named
from orgcrime.days import read_day
from orgcrime.errors import DateError
from orgcrime.status.bound import index
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orgcrime.model.instrument import Instrument

__all__ = ["Matrix", "Timelines", "day_masks", "matrix"]

_NO, _YES = "0", "2"


@attrs.frozen(kw_only=True)
class Matrix:
    """Every pair of participants and every instrument on one day.

    A participant has one bit in each mask: bit *n* for the *n*-th of ``participants``.

    Attributes:
        on: the day.
        participants: the ids of the participants, in the order of their bits.
        certain: for each instrument the mask of those that are bound.
        possible: for each instrument the mask of those that are bound or may be.
    """

    on: dt.date
    participants: tuple[str, ...]
    certain: dict[str, int]
    possible: dict[str, int]

    def row(self, participant: str, instrument: str) -> tuple[int, int]:
        """Return the masks of those with whom a participant is linked by an instrument: certainly, and possibly.

        Raises:
            ValueError: if there is no such participant.
        """
        own = 1 << self.participants.index(participant)
        certain, possible = self.certain[instrument], self.possible[instrument]
        return (certain & ~own if certain & own else 0), (possible & ~own if possible & own else 0)

    def truth(self, a: str, b: str, instrument: str) -> Truth:
        """Return whether both of two participants are bound by an instrument."""
        both = 1 << self.participants.index(a) | 1 << self.participants.index(b)
        if self.certain[instrument] & both == both:
            return Truth.TRUE
        return Truth.UNKNOWN if self.possible[instrument] & both == both else Truth.FALSE

    def shared(self, a: str, b: str) -> tuple[str, ...]:
        """Return the ids of the instruments by which both are bound."""
        return tuple(each for each in self.certain if self.truth(a, b, each) is Truth.TRUE)

    def pairs(self) -> Iterator[tuple[str, str, int, int]]:
        """Yield each pair of participants with two masks of instruments: bound both, and possibly so.

        Bit *n* of a mask is for the *n*-th instrument of ``certain``.
        """
        certain, possible = (
            [
                sum((mask >> at & 1) << place for place, mask in enumerate(masks.values()))
                for at in range(len(self.participants))
            ]
            for masks in (self.certain, self.possible)
        )
        for one, other in itertools.combinations(range(len(self.participants)), 2):
            yield (
                self.participants[one],
                self.participants[other],
                certain[one] & certain[other],
                possible[one] & possible[other],
            )


@attrs.frozen(kw_only=True)
class Timelines:
    """Who is bound by what on every day of a time: bit *n* for the *n*-th day.

    Attributes:
        first: the first day.
        days: how many days.
        participants: the ids of the participants.
        certain: for each instrument, for each participant, the days on which it is bound.
        possible: for each instrument, for each participant, the days on which it is bound or may be.
    """

    first: dt.date
    days: int
    participants: tuple[str, ...]
    certain: dict[str, dict[str, int]]
    possible: dict[str, dict[str, int]]

    def truth(self, participant: str, instrument: str, on: dt.date | str) -> Truth:
        """Return whether a participant is bound by an instrument on a day.

        Raises:
            DateError: if the day is outside the time, or is none.
        """
        day = read_day(on)
        at = (day - self.first).days
        if not 0 <= at < self.days:
            last = self.first + dt.timedelta(days=self.days - 1)
            raise DateError("on", day.isoformat(), f"a day of this time: {self.first} to {last}")
        if self.certain[instrument][participant] >> at & 1:
            return Truth.TRUE
        return Truth.UNKNOWN if self.possible[instrument][participant] >> at & 1 else Truth.FALSE

    def both(self, a: str, b: str, instrument: str) -> tuple[int, int]:
        """Return the days on which both of two participants are bound by an instrument: certainly, and possibly."""
        certain, possible = self.certain[instrument], self.possible[instrument]
        return certain[a] & certain[b], possible[a] & possible[b]

    def pairs(self) -> Iterator[tuple[str, str, str, int, int]]:
        """Yield for every pair of participants and every instrument the days on which both are bound."""
        for instrument, certain in self.certain.items():
            possible = self.possible[instrument]
            for one, other in itertools.combinations(self.participants, 2):
                yield one, other, instrument, certain[one] & certain[other], possible[one] & possible[other]


def matrix(on: dt.date | str, *, instruments: Iterable[Instrument | str] | None = None) -> Matrix:
    """Return who is bound by what on one day, as masks of participants.

    Declarations are not looked at: two that are bound by an instrument may have excluded their relations.

    Args:
        on: the day.
        instruments: records, or any keys that name them; ``None`` for every one whose participants are listed.

    Raises:
        UnknownKeyError: if nothing is known by a key.
        DateError: if ``on`` is not a day.

    >>> matrix("2019-07-01").shared("fr", "br")
    ('firearms-protocol', 'smuggling-protocol', 'trafficking-protocol', 'uncac', 'untoc', 'vienna-1988')
    """
    day = read_day(on).toordinal()
    wanted = _wanted(instruments)
    participants = _participants()
    certain, possible = dict.fromkeys(wanted, 0), dict.fromkeys(wanted, 0)
    for instrument in wanted:
        for at, participant in enumerate(participants):
            days, places = _row(instrument, participant)
            place = places[bisect_right(days, day) - 1]
            certain[instrument] |= (place == _YES) << at
            possible[instrument] |= (place != _NO) << at
    return Matrix(on=dt.date.fromordinal(day), participants=participants, certain=certain, possible=possible)


def day_masks(
    instruments: Iterable[Instrument | str] | None = None,
    *,
    since: dt.date | str = "2000-01-01",
    until: dt.date | str,
) -> Timelines:
    """Return who is bound by what on every day of a time, as masks of days.

    Args:
        instruments: records, or any keys that name them; ``None`` for every one whose participants are listed.
        since: the first day.
        until: the last day.

    Raises:
        UnknownKeyError: if nothing is known by a key.
        DateError: if a day is none, or the last lies before the first.

    >>> found = day_masks(["UNTOC"], until="2019-12-31")
    >>> found.both("fr", "br", "untoc")[0].bit_count()
    5786
    """
    first, last = read_day(since, "since"), read_day(until, "until")
    if last < first:
        raise DateError("until", last.isoformat(), f"a day of this time: it begins on {first}")
    start, end = first.toordinal(), last.toordinal() + 1
    certain: dict[str, dict[str, int]] = {}
    possible: dict[str, dict[str, int]] = {}
    for instrument in _wanted(instruments):
        certain[instrument], possible[instrument] = {}, {}
        for participant in _participants():
            yes = maybe = 0
            days, places = _row(instrument, participant)
            for day, after, place in zip(days, [*days[1:], end], places, strict=True):
                low, high = max(day, start) - start, min(after, end) - start
                if place != _NO and low < high:
                    bits = (1 << high) - (1 << low)
                    maybe |= bits
                    yes |= bits if place == _YES else 0
            certain[instrument][participant], possible[instrument][participant] = yes, maybe
    return Timelines(first=first, days=end - start, participants=_participants(), certain=certain, possible=possible)


def _wanted(instruments: Iterable[Instrument | str] | None) -> tuple[str, ...]:
    listed = tuple(dict.fromkeys(instrument for instrument, _ in index().pairs()))
    if instruments is None:
        return listed
    found = tuple(dict.fromkeys(named(BUILT_IN.instruments, each).id for each in instruments))
    for instrument in found:
        named(BUILT_IN.horizons, instrument)
    return found


def _participants() -> tuple[str, ...]:
    return tuple(dict.fromkeys(participant for _, participant in index().pairs()))


def _row(instrument: str, participant: str) -> tuple[list[int], list[str]]:
    """Return the days of change of a row of the index, with the answer from each on."""
    changes = [change.split(":") for change in index().cells("row", instrument, participant)[1:]]
    return [int(day) for day, _ in changes], [place for _, place in changes]
