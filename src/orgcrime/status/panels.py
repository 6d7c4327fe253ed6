"""Participants over time: a panel by day, the timeline of an instrument, and what changed between two days."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import attrs

from orgcrime.catalogue import BUILT_IN, Catalogue, named
from orgcrime.days import read_day
from orgcrime.embedding import embeddable
from orgcrime.errors import Fault, InputError, shown
from orgcrime.model.instrument import Instrument
from orgcrime.outline import Outline
from orgcrime.status.membership import TAKES_PART, Ledger
from orgcrime.status.positions import Position, standing
from orgcrime.temporal import PartialDate
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from orgcrime.model.participant import Participant

__all__ = ["Change", "Diff", "Event", "Panel", "PanelRow", "Timeline", "diff", "panel", "timeline"]


@attrs.frozen(kw_only=True)
class PanelRow:
    """One participant and one instrument on one day.

    Attributes:
        participant: the id of the participant.
        date: the day.
        instrument: the id of the instrument.
        truth: whether it is bound.
        position: its position on that day, or on the last day for which the data vouch, whichever is earlier; ``None``
            where that is not determined.
        since: the first day of the present, or last, membership; ``None`` where there is none.
        as_of: the last day for which the data vouch for this participant; ``None`` where they vouch for none.
    """

    participant: str
    date: dt.date
    instrument: str
    truth: Truth
    position: Position | None
    since: PartialDate | None
    as_of: dt.date | None

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as texts; what is not known is an empty text."""
        return (
            self.participant,
            self.date.isoformat(),
            self.instrument,
            self.truth.value,
            "" if self.position is None else self.position.value,
            "" if self.since is None else self.since.isoformat(),
            "" if self.as_of is None else self.as_of.isoformat(),
        )


_PANEL = tuple(field.name for field in attrs.fields(PanelRow))
_SHOWN = {Truth.TRUE: "bound", Truth.FALSE: "not bound", Truth.UNKNOWN: "not determined"}


@embeddable
@attrs.frozen(kw_only=True)
class Panel:
    """Participants by days by instruments; its length is the number of rows.

    Attributes:
        rows: the rows, by instrument, then participant, then day.
    """

    rows: tuple[PanelRow, ...]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.rows)

    def __bool__(self) -> bool:
        """Return whether there is at least one row."""
        return bool(self.rows)

    def __iter__(self) -> Iterator[PanelRow]:
        """Iterate over the rows."""
        return iter(self.rows)

    def outline(self) -> Outline:
        """Return how many were bound, by instrument and day; the rows themselves are many."""
        counted: dict[tuple[str, str], dict[Truth, int]] = {}
        for row in self.rows:
            numbers = counted.setdefault((row.instrument, row.date.isoformat()), dict.fromkeys(_SHOWN, 0))
            numbers[row.truth] += 1
        return Outline(
            heading=f"{len(self)} rows: participant by day by instrument",
            columns=("instrument", "date", *_SHOWN.values()) if counted else (),
            rows=tuple((*at, *map(str, numbers.values())) for at, numbers in counted.items()),
        )

    def __str__(self) -> str:
        """Return how many were bound, by instrument and day, as plain text."""
        return self.outline().text()

    def __repr__(self) -> str:
        """Return how many rows there are."""
        return f"<Panel of {len(self)} rows>"

    def _repr_html_(self) -> str:
        return self.outline().html()

    def plain(self) -> list[dict[str, str | None]]:
        """Return the rows as JSON has them."""
        return [{name: cell or None for name, cell in zip(_PANEL, row.cells, strict=True)} for row in self.rows]

    def to_csv(self) -> str:
        """Return the rows as CSV with a line of headings; what is not known is an empty cell."""
        return _csv(_PANEL, [row.cells for row in self.rows])


@attrs.frozen(kw_only=True)
class Event:
    """A participant that became, or ceased to be, a party.

    Attributes:
        participant: the id of the participant.
        day: the first day on which that is so, by bounds where it is not known.
        joined: whether it became a party; ``False`` where it ceased to be one.
        parties: the number of parties at the end of that day; ``None`` where the day is not known.
    """

    participant: str
    day: PartialDate
    joined: bool
    parties: int | None


@embeddable
@attrs.frozen(kw_only=True)
class Timeline:
    """Who became a party to an instrument when, and who ceased to be one.

    Attributes:
        instrument: the instrument.
        events: what is listed, in order of the earliest day that is possible.
        as_of: the last day up to which every participant is vouched for; ``None`` where there is none.
    """

    instrument: Instrument
    events: tuple[Event, ...]
    as_of: dt.date | None

    def __repr__(self) -> str:
        """Return the instrument and how many events there are."""
        return f"<Timeline: {self.instrument.id}, {len(self.events)} events>"

    def to_csv(self) -> str:
        """Return the events as CSV with a line of headings."""
        cells = [
            (each.participant, each.day.isoformat(), "joined" if each.joined else "left", _text(each.parties))
            for each in self.events
        ]
        return _csv(("participant", "day", "event", "parties"), cells)

    def outline(self) -> Outline:
        """Return the timeline as a table, with the bounded days as they are."""
        return Outline(
            heading=f"{self.instrument.name}: {len(self.events)} events, complete up to {self.as_of}",
            columns=("day", "participant", "event", "parties"),
            rows=tuple(
                (str(each.day), each.participant, "joined" if each.joined else "left", _text(each.parties))
                for each in self.events
            ),
        )

    def __str__(self) -> str:
        """Return the timeline as plain text."""
        return self.outline().text()

    def _repr_html_(self) -> str:
        return self.outline().html()


@attrs.frozen(kw_only=True)
class Change:
    """A participant whose answer differs between two days.

    Attributes:
        participant: the id of the participant.
        before: whether it was bound on the first day.
        after: whether it was bound on the second day.
        since: the first day of the present, or last, membership; ``None`` where there is none.
    """

    participant: str
    before: Truth
    after: Truth
    since: PartialDate | None


@embeddable
@attrs.frozen(kw_only=True)
class Diff:
    """What changed between two days.

    Attributes:
        instrument: the instrument.
        first: the first day.
        second: the second day.
        changes: every participant whose answer differs, by id.
    """

    instrument: Instrument
    first: dt.date
    second: dt.date
    changes: tuple[Change, ...]

    def __repr__(self) -> str:
        """Return the instrument, the days and how many changes there are."""
        number = f"{len(self.changes)} {'change' if len(self.changes) == 1 else 'changes'}"
        return f"<Diff: {self.instrument.id}, {self.first} to {self.second}, {number}>"

    @property
    def joined(self) -> tuple[str, ...]:
        """The ids of those that were not bound on the first day and are on the second."""
        return self._of(Truth.FALSE, Truth.TRUE)

    @property
    def left(self) -> tuple[str, ...]:
        """The ids of those that were bound on the first day and are not on the second."""
        return self._of(Truth.TRUE, Truth.FALSE)

    @property
    def undetermined(self) -> tuple[str, ...]:
        """The ids of those of whom it is not determined on one of the days."""
        return tuple(each.participant for each in self.changes if Truth.UNKNOWN in (each.before, each.after))

    def _of(self, before: Truth, after: Truth) -> tuple[str, ...]:
        return tuple(each.participant for each in self.changes if (each.before, each.after) == (before, after))

    def to_csv(self) -> str:
        """Return the changes as CSV with a line of headings."""
        cells = [
            (each.participant, each.before.value, each.after.value, "" if each.since is None else str(each.since))
            for each in self.changes
        ]
        return _csv(("participant", str(self.first), str(self.second), "since"), cells)

    def outline(self) -> Outline:
        """Return the changes as a table."""
        return Outline(
            heading=f"{self.instrument.name}: {self.first} to {self.second}",
            columns=("participant", str(self.first), str(self.second), "since"),
            rows=tuple(
                (each.participant, each.before.word, each.after.word, "" if each.since is None else str(each.since))
                for each in self.changes
            ),
            notes=() if self.changes else ("nothing changed",),
        )

    def __str__(self) -> str:
        """Return the changes as plain text."""
        return self.outline().text()

    def _repr_html_(self) -> str:
        return self.outline().html()


def panel(
    instruments: Iterable[Instrument | str] | Instrument | str,
    *,
    years: Iterable[int] | int | None = None,
    dates: Iterable[dt.date | str] | None = None,
    participants: Iterable[Participant | str] | None = None,
    catalogue: Catalogue = BUILT_IN,
) -> Panel:
    """Return who was bound by what, by day: participant by day by instrument.

    Args:
        instruments: records, or any keys that name them; one alone will do.
        years: years, each taken on its last day; one alone will do.
        dates: days.
        participants: records, or any keys that name them; ``None`` for every State and organisation that takes part.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if nothing is known by a key.
        DateError: if a day is none.
        InputError: if neither years nor days are given.

    >>> rows = panel(["UNTOC"], years=[2003, 2004], participants=["BR"]).rows
    >>> [(row.date.year, row.truth, row.position.value) for row in rows]
    [(2003, Truth.FALSE, 'signatory'), (2004, Truth.TRUE, 'state-party')]
    """
    if years is None and dates is None:
        raise InputError([Fault("years", "give years, or days as dates=")])
    each_year = tuple((years,) if isinstance(years, int) else years or ())
    faults = [Fault("years", f"{shown(year)} is not a year") for year in each_year if not _is_year(year)]
    if faults:
        raise InputError(faults)
    days = sorted({dt.date(year, 12, 31) for year in each_year} | {read_day(each, "dates") for each in dates or ()})
    many: Sequence[Instrument | str] = (
        (instruments,) if isinstance(instruments, (str, Instrument)) else tuple(instruments)
    )
    wanted = [named(catalogue.instruments, each) for each in many]
    who = (
        [each for each in catalogue.participants.values() if each.kind in TAKES_PART]
        if participants is None
        else [named(catalogue.participants, each) for each in participants]
    )
    return Panel(
        rows=tuple(row for instrument in wanted for each in who for row in _rows(each, instrument, days, catalogue))
    )


def _is_year(year: object) -> bool:
    return isinstance(year, int) and dt.MINYEAR <= year <= dt.MAXYEAR


def _rows(
    participant: Participant, instrument: Instrument, days: list[dt.date], catalogue: Catalogue
) -> Iterator[PanelRow]:
    ledger = Ledger(participant, instrument, catalogue)
    since = ledger.memberships[-1].since if ledger.memberships else None
    places: dict[tuple[bool, ...], Position | None] = {}
    turns = sorted({*ledger.days(), *_acts(ledger)})
    for day in days:
        seen = day if ledger.as_of is None else min(day, ledger.as_of)
        key = tuple(turn <= seen for turn in turns)
        if key not in places:
            places[key] = standing(participant, instrument, on=day, catalogue=catalogue).position
        yield PanelRow(
            participant=participant.id,
            date=day,
            instrument=instrument.id,
            truth=ledger.truth(day),
            position=places[key],
            since=since,
            as_of=ledger.as_of,
        )


def _acts(ledger: Ledger) -> Iterator[dt.date]:
    for act in () if ledger.participation is None else ledger.participation.acts:
        yield from (bound for bound in (act.day.earliest, act.day.latest) if bound is not None)


def timeline(instrument: Instrument | str, *, catalogue: Catalogue = BUILT_IN) -> Timeline:
    """Return who became a party to an instrument when, and who ceased to be one.

    Args:
        instrument: a record, or any key that names it.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if nothing is known by the key.

    >>> first = timeline("UNTOC").events[0]
    >>> str(first.day), first.parties
    ('2003-09-29', 41)
    """
    what: Instrument = named(catalogue.instruments, instrument)
    found: list[tuple[PartialDate, str, bool]] = []
    reach = []
    for participant in catalogue.participants.values():
        if participant.kind not in TAKES_PART:
            continue
        ledger = Ledger(participant, what, catalogue)
        reach.append(ledger.vouched_absence)
        for membership in ledger.memberships:
            found.append((membership.since, participant.id, True))
            if membership.until is not None:
                found.append((membership.until, participant.id, False))
    found.sort(key=lambda each: (each[0].earliest or dt.date.min, each[0].latest or dt.date.max, each[1]))
    return Timeline(
        instrument=what,
        events=tuple(
            Event(participant=who, day=day, joined=joined, parties=_parties(found, day)) for day, who, joined in found
        ),
        as_of=min((day for day in reach if day is not None), default=None),
    )


def _parties(found: list[tuple[PartialDate, str, bool]], day: PartialDate) -> int | None:
    """Return how many are certainly parties at the end of a day; ``None`` where it is known only by bounds."""
    if day.day is None:
        return None
    number = 0
    for other, _, joined in found:
        had = other.by(day.day)
        if joined:
            number += had is Truth.TRUE
        else:
            number -= had is not Truth.FALSE
    return number


def diff(instrument: Instrument | str, a: dt.date | str, b: dt.date | str, *, catalogue: Catalogue = BUILT_IN) -> Diff:
    """Return who changed between two days: who joined, who left, and who is not determined on one of them.

    Args:
        instrument: a record, or any key that names it.
        a: the first day.
        b: the second day.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if nothing is known by the key.
        DateError: if a day is none.

    >>> diff("UNTOC", "2017-08-09", "2017-08-10").joined
    ('jp',)
    """
    what: Instrument = named(catalogue.instruments, instrument)
    first, second = read_day(a, "a"), read_day(b, "b")
    changes = []
    for participant in catalogue.participants.values():
        if participant.kind not in TAKES_PART:
            continue
        ledger = Ledger(participant, what, catalogue)
        before, after = ledger.truth(first), ledger.truth(second)
        if before is not after:
            since = ledger.memberships[-1].since if ledger.memberships else None
            changes.append(Change(participant=participant.id, before=before, after=after, since=since))
    return Diff(instrument=what, first=first, second=second, changes=tuple(changes))


def _text(number: int | None) -> str:
    return "" if number is None else str(number)


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    import csv
    import io

    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return file.getvalue()
