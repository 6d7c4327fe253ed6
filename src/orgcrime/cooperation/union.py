"""Who takes part in an act of the European Union: as sources say, act by act, and never by membership alone."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import attrs

from orgcrime.citation import EvidenceStatus
from orgcrime.days import days_after
from orgcrime.model.cooperation import Transition, UnionAct, UnionPosition, UnionPositionKind
from orgcrime.model.participant import Participant
from orgcrime.reading import made, read, table
from orgcrime.temporal import PartialDate, Period
from orgcrime.truth import Truth

if TYPE_CHECKING:
    import datetime as dt

    from orgcrime.catalogue import Catalogue
    from orgcrime.model.instrument import Instrument

__all__ = ["Side", "is_member", "union_acts", "union_instruments", "union_positions", "union_side"]


@attrs.frozen(kw_only=True)
class Side:
    """Where one side of a request stands towards an instrument.

    Attributes:
        participant: who.
        truth: whether it is bound on the day asked for.
        since: the first day of the present, or last, time in which it is bound; ``None`` where none is known.
        until: the first day on which that is over; ``None`` while it lasts.
        reason: why, in words.
        sources: the ids of the sources.
    """

    participant: Participant
    truth: Truth
    since: PartialDate | None
    until: PartialDate | None
    reason: str
    sources: tuple[str, ...] = ()


def union_side(participant: Participant, act: Instrument, day: dt.date) -> Side:
    """Return where a State stands towards an act of the European Union on a day.

    A State that no source speaks of is unknown while it is a Member State, and not bound while it is none.
    """
    reach = union_acts()[act.id]
    rows = [row for row in union_positions() if (row.act, row.participant) == (act.id, participant.id)]
    applied = [row for row in rows if row.kind is UnionPositionKind.APPLIES]
    present = [row for row in applied if row.period.includes(day) is not Truth.FALSE]
    last = present[-1] if present else applied[-1] if applied else None
    since = None if last is None else last.period.first
    until = None if last is None or last.period.last is None else _day_after(last.period.last)
    sources = tuple(dict.fromkeys(source for row in rows for source in row.sources))
    truth, reason = _position(participant, act, reach, rows, day)
    return Side(participant=participant, truth=truth, since=since, until=until, reason=reason, sources=sources)


def _position(
    participant: Participant, act: Instrument, reach: UnionAct, rows: list[UnionPosition], day: dt.date
) -> tuple[Truth, str]:
    who, what = participant.name, act.name
    if reach.first.earliest is not None and day < reach.first.earliest:
        return Truth.FALSE, f"{what} applied to nobody before {reach.first}"
    member = is_member(participant.id, day)
    if member is Truth.FALSE:
        ended = next((each for each in transitions() if each.participant == participant.id), None)
        after = "" if ended is None else f", nor in the transition, which ended on {ended.until}"
        return Truth.FALSE, f"{who} is no Member State of the European Union on {day}{after}"
    applies, stays_out = Truth.FALSE, Truth.FALSE
    for row in rows:
        here = row.period.includes(day)
        if row.kind is UnionPositionKind.APPLIES:
            applies |= here
        else:
            stays_out |= here
    said = "; ".join(
        f"{row.kind.value.replace('-', ' ')}: {_spell(row.period)}{f' ({row.note})' if row.note else ''}"
        for row in rows
    )
    said = f"{who}: {said}" if rows else f"whether {who} applies {what} is not established"
    told = any(row.kind is UnionPositionKind.APPLIES for row in rows)
    if stays_out is Truth.TRUE:
        settled = Truth.FALSE
    elif stays_out is Truth.UNKNOWN or not told:
        settled = Truth.UNKNOWN
    else:
        settled = applies
    if rows and (settled is not Truth.FALSE or stays_out is Truth.TRUE):
        confirmed = reach.confirmed_on.earliest
        if confirmed is not None and day > confirmed:
            return Truth.UNKNOWN, f"{said}; the sources vouch for it until {confirmed}; this day is later"
    return settled, said


def _spell(period: Period) -> str:
    last = "" if period.last is None else f" until {period.last}"
    return f"since {period.first}{last}"


def is_member(participant: str, day: dt.date) -> Truth:
    """Return whether the law of the European Union applied to a State on a day as to a Member State.

    Args:
        participant: the id of the State.
        day: the day.

    >>> import datetime as dt
    >>> is_member("gb", dt.date(2020, 12, 31)), is_member("gb", dt.date(2021, 1, 1))
    (Truth.TRUE, Truth.FALSE)
    """
    found = Truth.FALSE
    for period in _memberships().get(participant, ()):
        found |= period.includes(day)
    return found


@functools.cache
def _memberships() -> dict[str, tuple[Period, ...]]:
    longer = {each.participant: each.until.isoformat() for each in transitions()}
    found: dict[str, tuple[Period, ...]] = {}
    for row in table("eu-membership.csv"):
        until = longer.get(row["participant"], row["member_until"]) if row["member_until"] else ".."
        period = Period.read(f"{row['member_from']}/{until}")
        found[row["participant"]] = (*found.get(row["participant"], ()), period)
    return found


@functools.cache
def transitions() -> tuple[Transition, ...]:
    """Return the times after membership in which the law of the European Union applied all the same."""
    return tuple(made(Transition, raw) for raw in read("cooperation.json")["transitions"])


@functools.cache
def union_acts() -> dict[str, UnionAct]:
    """Return how far the data on each act of the European Union reach, by the id of the act."""
    return {raw["act"]: made(UnionAct, raw) for raw in read("cooperation.json")["acts_of_the_union"]}


@functools.cache
def union_positions() -> tuple[UnionPosition, ...]:
    """Return where States stood towards acts of the European Union, the earliest first."""
    return tuple(
        UnionPosition(
            act=row["act"],
            participant=row["participant"],
            kind=UnionPositionKind(row["position"]),
            period=Period.read(f"{row['from']}/{row['until']}"),
            status=EvidenceStatus(row["status"]),
            sources=tuple(row["sources"].split(";")),
            note=row["note"] or None,
        )
        for row in table("participation/eu-acts.csv")
    )


def union_instruments(key: str, catalogue: Catalogue) -> Instrument:
    """Return an instrument by its id."""
    return catalogue.instruments[key]


def _day_after(day: PartialDate) -> PartialDate:
    return PartialDate(
        None if day.earliest is None else days_after(day.earliest, 1),
        None if day.latest is None else days_after(day.latest, 1),
    )
