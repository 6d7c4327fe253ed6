"""Claims of what records say: the dates of an instrument, the milestones of a body, and what either is called."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgcrime.claims.verdict import Outcome, Verdict
from orgcrime.claims.when import bare, falls, had, said
from orgcrime.model.body import MilestoneKind
from orgcrime.search import folded
from orgcrime.truth import Truth

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from orgcrime.citation import Citation
    from orgcrime.model.body import Body, Milestone
    from orgcrime.model.instrument import Instrument
    from orgcrime.model.text import Name
    from orgcrime.registry import Registry
    from orgcrime.temporal import PartialDate

__all__ = ["ADOPTION", "ENTRY", "FOUNDING", "OPENING", "body_name", "dated", "happened", "instrument_name"]

ADOPTION, OPENING, ENTRY, FOUNDING = "adoption", "opening-for-signature", "entry-into-force", "founding"

_FOUNDINGS = (
    MilestoneKind.AGREED,
    MilestoneKind.SIGNED,
    MilestoneKind.ADOPTED,
    MilestoneKind.ESTABLISHED,
    MilestoneKind.IN_FORCE,
    MilestoneKind.APPLICABLE,
    MilestoneKind.FIRST_MEETING,
    MilestoneKind.OPERATIONAL,
)
"""What may be meant by a founding: there is no single date of it."""


def dated(instrument: Instrument, act: str, when: PartialDate | None, on: dt.date | None) -> Verdict:
    """Return what the claim comes to that an instrument was adopted, was opened or entered into force at some time.

    Args:
        instrument: which instrument.
        act: `ADOPTION`, `OPENING` or `ENTRY`.
        when: when; ``None`` where the claim does not say.
        on: the day by which; ``None`` where the claim does not say.
    """
    adoption, signature, entry = instrument.adoption, instrument.signature, instrument.entry_into_force
    days = {
        ADOPTION: None if adoption is None else adoption.date,
        OPENING: None if signature is None else signature.opened,
        ENTRY: None if entry is None else entry.date,
    }
    told = list(_dates(instrument))
    day = days[act]
    first = next(
        (text for what, text in told if what == act), f"the day of its {act.replace('-', ' ')} is not recorded"
    )
    rest = [text for what, text in told if what != act]
    return Verdict(
        outcome=Outcome.OPEN if day is None else Outcome.of(had(day, when, on)),
        fact=f"{instrument.name}: {'; '.join((first, *rest))}",
        citations=tuple(_clauses(instrument, act)),
        sources=tuple(dict.fromkeys(each.source for each in instrument.sources)),
    )


def _dates(instrument: Instrument) -> Iterator[tuple[str, str]]:
    """Yield what is recorded of the dates of an instrument."""
    adoption, signature, entry = instrument.adoption, instrument.signature, instrument.entry_into_force
    if adoption is not None and adoption.date is not None:
        yield ADOPTION, f"adopted {said(adoption.date)}{_at(adoption.place)}"
    if signature is not None and signature.opened is not None:
        closed = "" if signature.closed is None else f", until {bare(signature.closed)}"
        yield OPENING, f"opened for signature {said(signature.opened)}{_at(signature.place)}{closed}"
    if entry is not None and entry.date is not None:
        yield ENTRY, f"entry into force {said(entry.date)}"


def _at(place: str | None) -> str:
    return "" if place is None else f" at {place}"


def _clauses(instrument: Instrument, act: str) -> Iterator[Citation]:
    clause = {OPENING: instrument.signature, ENTRY: instrument.entry_into_force}.get(act)
    if clause is not None and clause.pinpoint is not None:
        yield instrument.citation.at(clause.pinpoint)


def happened(body: Body, act: str, when: PartialDate) -> Verdict:
    """Return what the claim comes to that something happened to a body at some time.

    A body has no single day of founding. That it was founded then is confirmed by its establishment, left open where
    another step of its founding fell then, and contradicted where none did.

    Args:
        body: which body.
        act: what happened: `FOUNDING`, or a kind of milestone.
        when: when.
    """
    if act == FOUNDING:
        told = [each for each in body.milestones if each.kind in _FOUNDINGS]
        strict = [each for each in told if each.kind is MilestoneKind.ESTABLISHED]
    else:
        told = strict = [each for each in body.milestones if each.kind is MilestoneKind(act)]
    truth = max((_fell(each, when) for each in strict), default=Truth.FALSE)
    if truth is Truth.FALSE:
        near = max((_fell(each, when) for each in told), default=Truth.UNKNOWN)
        # The list of milestones is a selection: that none of a kind fell then shows nothing, save of the founding.
        truth = Truth.FALSE if act == FOUNDING and near is Truth.FALSE else Truth.UNKNOWN
    fact = "; ".join(f"{each.kind.value.replace('-', ' ')} {_time(each)} ({each.what})" for each in told)
    sources = [reference.source for each in told for reference in each.sources]
    return Verdict(
        outcome=Outcome.of(truth),
        fact=f"{body.name}: {fact or 'no such milestone is recorded'}",
        notes=("there is no single founding date",) if act == FOUNDING and len(told) > 1 else (),
        sources=tuple(dict.fromkeys(sources or [each.source for each in body.sources])),
    )


def _fell(milestone: Milestone, when: PartialDate) -> Truth:
    """Return whether a milestone fell in the time claimed; where sources disagree, either date may be meant."""
    days = (milestone.date, *((milestone.alternative,) if milestone.alternative is not None else ()))
    truths = [falls(day, when) for day in days]
    return truths[0] if len(set(truths)) == 1 else Truth.UNKNOWN


def _time(milestone: Milestone) -> str:
    other = "" if milestone.alternative is None else f" or {said(milestone.alternative)}"
    end = "" if milestone.end is None else f" to {bare(milestone.end)}"
    return f"{said(milestone.date)}{end}{other}"


def body_name(body: Body, name: str, on: dt.date | None, bodies: Registry[Body]) -> Verdict:
    """Return what the claim comes to that a body bears a name, or bore it on a day.

    Args:
        body: which body.
        name: the name or acronym, in any language.
        on: the day; ``None`` for the present, as far as the data reach.
        bodies: where to look whose name it is.
    """
    wanted = _alike(name)
    borne = [each for each in (*body.names, *body.acronyms) if _alike(each.text) == wanted]
    alias = wanted in map(_alike, (body.id, body.name, *body.aliases))
    if borne:
        truth = max(_bears(each, on) for each in borne)
    elif alias:
        truth = Truth.TRUE if on is None else Truth.UNKNOWN
    else:
        truth = _another(body, name, bodies)
    told = [f"{each.text} ({_borne(each)})" for each in borne[:1]]
    if not borne:
        told = [f"{name} is {'another name' if alias else 'not recorded as a name'} of it"]
    now = body.name if on is None else body.name_on(on)
    if now is not None and _alike(now) != wanted:
        told.append(f"its name is {now}" if on is None else f"on {on} its name was {now}")
    return Verdict(
        outcome=Outcome.of(truth),
        fact=f"{_shown(body)}: {'; '.join(told)}",
        sources=tuple(dict.fromkeys(each.source for each in body.sources)),
    )


def _alike(name: str) -> str:
    """Return a name as it is compared: without case, accents, punctuation and the sign of a genitive."""
    return " ".join(word for word in folded(name).split() if word != "s")


def _shown(body: Body) -> str:
    """Return a body by its present acronym, where it has one."""
    return next((each.text for each in body.acronyms if each.period is None or each.period.ongoing), body.name)


def _bears(name: Name, on: dt.date | None) -> Truth:
    """Return whether a name is borne on a day, or at present."""
    if name.period is None:
        return Truth.TRUE if on is None else Truth.UNKNOWN
    return Truth.of(name.period.ongoing) if on is None else name.period.includes(on)


def _borne(name: Name) -> str:
    if name.period is None:
        return "when it was borne is not known"
    first, last = name.period.first, name.period.last
    since = "" if first is None else f"since {bare(first)}"
    until = "" if last is None else f"until {bare(last)}"
    return " ".join(filter(None, (since, until)))


def instrument_name(instrument: Instrument, name: str, instruments: Registry[Instrument]) -> Verdict:
    """Return what the claim comes to that an instrument is known by a name; a name shared with others is left open."""
    keys = [key for key in instruments.keys_of(instrument) if _alike(key.text) == _alike(name)]
    if any(not key.shared for key in keys):
        truth, fact = Truth.TRUE, f"{name!r} is a name of {instrument.title}"
    elif keys:
        truth, fact = Truth.UNKNOWN, f"{name!r} is a name that {instrument.title} shares with others"
    else:
        truth = _another(instrument, name, instruments)
        fact = f"{name!r} is not recorded as a name of {instrument.title}"
        if truth is Truth.FALSE:
            other = next(each for each in instruments.values() if _names(each, name, instruments))
            fact = f"{name!r} is a name of {other.title}"
    return Verdict(
        outcome=Outcome.of(truth),
        fact=fact,
        citations=(instrument.citation,),
        sources=tuple(dict.fromkeys(each.source for each in instrument.sources)),
    )


def _another(record: Body | Instrument, name: str, registry: Registry[Any]) -> Truth:
    """Return ``FALSE`` where a name is that of another record alone; that a name is not recorded shows nothing."""
    claims = {each.id for each in registry.values() if _names(each, name, registry)}
    return Truth.FALSE if len(claims) == 1 and record.id not in claims else Truth.UNKNOWN


def _names(record: Body | Instrument, name: str, registry: Registry[Any]) -> bool:
    return any(_alike(key.text) == _alike(name) for key in registry.keys_of(record))
