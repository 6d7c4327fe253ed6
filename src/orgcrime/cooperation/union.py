"""Who takes part in an act of the European Union: as sources say, act by act, and never by membership alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from orgcrime.days import days_after
from orgcrime.model.cooperation import UnionAct, UnionPosition, UnionPositionKind
from orgcrime.model.participant import Participant
from orgcrime.temporal import PartialDate, Period
from orgcrime.truth import Truth

if TYPE_CHECKING:
    import datetime as dt

    from orgcrime.catalogue import Catalogue
    from orgcrime.model.instrument import Instrument

__all__ = ["Side", "is_member", "is_union_act", "union_instruments", "union_side"]


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


def union_side(participant: Participant, act: Instrument, day: dt.date, catalogue: Catalogue) -> Side:
    """Return where a State stands towards an act of the European Union on a day.

    A State that no source speaks of is unknown while it is a Member State, and not bound while it is none.
    """
    reach = next(each for each in catalogue.union_acts if each.act == act.id)
    rows = [row for row in catalogue.union_positions if (row.act, row.participant) == (act.id, participant.id)]
    applied = [row for row in rows if row.kind is UnionPositionKind.APPLIES]
    present = [row for row in applied if row.period.includes(day) is not Truth.FALSE]
    last = present[-1] if present else applied[-1] if applied else None
    since = None if last is None else last.period.first
    until = None if last is None or last.period.last is None else _day_after(last.period.last)
    sources = tuple(dict.fromkeys(source for row in rows for source in row.sources))
    outside = _outside(participant, act, day, catalogue)
    truth, reason = _position(participant, act, reach, rows, day) if outside is None else (Truth.FALSE, outside)
    return Side(participant=participant, truth=truth, since=since, until=until, reason=reason, sources=sources)


def _outside(participant: Participant, act: Instrument, day: dt.date, catalogue: Catalogue) -> str | None:
    """Return why an act cannot apply to a State on a day, whatever its position; ``None`` where it can."""
    first = next(each.first for each in catalogue.union_acts if each.act == act.id)
    if first.earliest is not None and day < first.earliest:
        return f"{act.name} applied to nobody before {first}"
    if is_member(participant.id, day, catalogue) is not Truth.FALSE:
        return None
    ended = next((each for each in catalogue.union_transitions if each.participant == participant.id), None)
    after = "" if ended is None else f", nor in the transition, which ended on {ended.until}"
    return f"{participant.name} is no Member State of the European Union on {day}{after}"


def _position(
    participant: Participant, act: Instrument, reach: UnionAct, rows: list[UnionPosition], day: dt.date
) -> tuple[Truth, str]:
    who, what = participant.name, act.name
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


def is_union_act(instrument: str, catalogue: Catalogue) -> bool:
    """Return whether an instrument, named by its id, is an act of the European Union in which States take part."""
    return any(each.act == instrument for each in catalogue.union_acts)


def is_member(participant: str, day: dt.date, catalogue: Catalogue) -> Truth:
    """Return whether the law of the European Union applied to a State on a day as to a Member State.

    Args:
        participant: the id of the State.
        day: the day.
        catalogue: where to look.

    >>> import datetime as dt
    >>> from orgcrime import BUILT_IN
    >>> is_member("gb", dt.date(2020, 12, 31), BUILT_IN), is_member("gb", dt.date(2021, 1, 1), BUILT_IN)
    (Truth.TRUE, Truth.FALSE)
    """
    longer = {each.participant: each.until for each in catalogue.union_transitions}
    found = Truth.FALSE
    for each in catalogue.union_memberships:
        if each.participant == participant:
            period = each.period
            if not period.ongoing and participant in longer:
                period = attrs.evolve(period, last=longer[participant])
            found |= period.includes(day)
    return found


def union_instruments(key: str, catalogue: Catalogue) -> Instrument:
    """Return an instrument by its id."""
    return catalogue.instruments[key]


def _day_after(day: PartialDate) -> PartialDate:
    return PartialDate(
        None if day.earliest is None else days_after(day.earliest, 1),
        None if day.latest is None else days_after(day.latest, 1),
    )
