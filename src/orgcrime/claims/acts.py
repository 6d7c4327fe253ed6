"""Claims of what a participant has done about an instrument, where it stands, and what it belongs to."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from orgcrime.claims.verdict import Outcome, Verdict
from orgcrime.claims.when import bare, had, said
from orgcrime.days import days_after
from orgcrime.model.participant import ParticipantKind
from orgcrime.model.participation import CONSENTS, ActKind
from orgcrime.reading import table
from orgcrime.status.membership import TAKES_PART, Ledger
from orgcrime.status.positions import Position, standing
from orgcrime.temporal import PartialDate, Period
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from orgcrime.catalogue import Catalogue
    from orgcrime.citation import Citation
    from orgcrime.model.body import Body
    from orgcrime.model.instrument import Instrument
    from orgcrime.model.participant import Participant
    from orgcrime.model.participation import Act

__all__ = ["ANY_CONSENT", "act_done", "belongs", "entered", "in_union", "stands"]

ANY_CONSENT = "consent"
"""The claim of a consent to be bound, by whichever act."""

_EU_TABLE = "eu-membership.csv"


def act_done(  # noqa: PLR0913, PLR0917 - all that such a claim is made of
    participant: Participant,
    instrument: Instrument,
    kinds: frozenset[ActKind],
    when: PartialDate | None,
    on: dt.date | None,
    catalogue: Catalogue,
) -> Verdict:
    """Return what the claim comes to that a participant did one of some kinds of act.

    Args:
        participant: who.
        instrument: about which instrument.
        kinds: the kinds of act.
        when: when it is said to have been done; ``None`` where the claim does not say.
        on: the day by which it is said to have been done; ``None`` for the last day that the data vouch for.
        catalogue: where to look.
    """
    row = Ledger(participant, instrument, catalogue)
    alike = CONSENTS if kinds & CONSENTS else kinds
    listed = [act for act in (() if row.participation is None else row.participation.acts) if act.kind in alike]
    truth = max((_done(act, kinds, when, on) for act in listed), default=Truth.FALSE)
    notes = tuple(
        f"claimed and not established: {lead.kind.value} ({lead.note})"
        for lead in catalogue.leads
        if (lead.instrument, lead.participant) == (instrument.id, participant.id)
        and (lead.kind in alike or lead.kind is ActKind.CONSENT_UNSPECIFIED)
        and had(lead.day, when, on) is not Truth.FALSE
    )
    if truth is Truth.FALSE and (notes or not _excluded(row, listed, kinds, when, on)):
        truth = Truth.UNKNOWN
    fact = "; ".join(_told(row, act) for act in listed) if listed else _none_listed(row, kinds)
    return Verdict(
        outcome=Outcome.of(truth),
        fact=fact,
        notes=notes,
        citations=_clauses(row, kinds),
        sources=tuple(dict.fromkeys(source for act in listed for source in act.sources)) or _list_sources(row),
        as_of=row.as_of,
    )


def _clauses(row: Ledger, kinds: frozenset[ActKind]) -> tuple[Citation, ...]:
    """Return the clauses on signature, or those from which it follows when a consent binds."""
    if ActKind.SIGNATURE in kinds:
        clause = row.instrument.signature
        return () if clause is None or clause.pinpoint is None else (row.instrument.citation.at(clause.pinpoint),)
    return tuple(dict.fromkeys(cite for each in row.memberships for cite in each.basis))


def _done(act: Act, kinds: frozenset[ActKind], when: PartialDate | None, on: dt.date | None) -> Truth:
    """Return whether an act is the one claimed."""
    unnamed = act.kind is ActKind.CONSENT_UNSPECIFIED and bool(kinds & CONSENTS)
    kind = Truth.TRUE if act.kind in kinds else Truth.UNKNOWN if unnamed else Truth.FALSE
    return kind & had(act.day, when, on)


def _excluded(
    row: Ledger, listed: list[Act], kinds: frozenset[ActKind], when: PartialDate | None, on: dt.date | None
) -> bool:
    """Return whether the data exclude that there is an act, not listed, of a kind at the time claimed."""
    complete = None if row.horizon is None else row.horizon.complete_until
    if row.horizon is None or row.participant.kind in (ParticipantKind.TERRITORY, ParticipantKind.FORMER_STATE):
        return False
    if when is None and on is None:
        last = None
    else:
        last = min((day for day in (None if when is None else when.latest, on) if day is not None), default=dt.date.max)
    if complete is not None and complete.earliest is not None and (last is None or last <= complete.earliest):
        return True
    if ActKind.SIGNATURE in kinds:
        return bool(listed)
    # Who has consented cannot do so again before it has left, and leaving takes a year.
    presence = row.vouched_presence
    return bool(listed) and presence is not None and (last is None or last <= presence)


def _told(row: Ledger, act: Act) -> str:
    """Return an act as a sentence, with the days from which, and until which, it bound."""
    who, what, when = row.participant.name, row.instrument.name, said(act.day)
    rule = row.instrument.withdrawal
    if act.kind is ActKind.SIGNATURE:
        return f"{who} signed {what} {when}"
    if act.kind is ActKind.DENUNCIATION:
        return f"{who} notified its {'denunciation' if rule is None else rule.word} of {what} {when}"
    if act.kind is ActKind.SUCCESSION:
        done = f"{who} notified its succession to {what} {when}"
    elif act.kind is ActKind.CONSENT_UNSPECIFIED:
        done = f"{who} consented to be bound by {what} {when}, by which act is not established"
    else:
        joint = "to" if act.kind is ActKind.ACCESSION else "of"
        done = f"{who} deposited its {act.kind.value.replace('-', ' ')} {joint} {what} {when}"
    held = next(each for each in row.memberships if each.consent == act)
    ended = "" if held.until is None else f", no longer bound from {bare(held.until)}"
    return f"{done}; bound from {bare(held.since)}{ended}"


def _none_listed(row: Ledger, kinds: frozenset[ActKind]) -> str:
    """Return that no such act is listed, and how far the list reaches."""
    who, what = row.participant.name, row.instrument.name
    if row.horizon is None:
        return f"who takes part in {what} is not listed here"
    if row.participant.kind not in TAKES_PART:
        return f"{who}: {row.participant.note or 'it has no entry of its own in the lists of participants'}"
    act = f"{next(iter(kinds)).value} of {what} by {who}"
    if kinds & CONSENTS:
        act = f"consent of {who} to be bound by {what}"
    complete = row.horizon.complete_until
    reach = "the list is not complete" if complete is None else f"the list is complete up to {complete}"
    return f"no {act} is listed; {reach}"


def _list_sources(row: Ledger) -> tuple[str, ...]:
    confirmed = None if row.horizon is None else row.horizon.confirmed_source
    return () if confirmed is None else (confirmed,)


def entered(
    participant: Participant,
    instrument: Instrument,
    when: PartialDate | None,
    on: dt.date | None,
    catalogue: Catalogue,
) -> Verdict:
    """Return what the claim comes to that an instrument entered into force for a participant at some time."""
    row = Ledger(participant, instrument, catalogue)
    truth = max((had(each.since, when, on) for each in row.memberships), default=Truth.FALSE)
    listed = [each.consent for each in row.memberships]
    if truth is Truth.FALSE and not _excluded(row, listed, CONSENTS, when, on):
        truth = Truth.UNKNOWN
    return Verdict(
        outcome=Outcome.of(truth),
        fact="; ".join(_told(row, act) for act in listed) if listed else _none_listed(row, CONSENTS),
        citations=_clauses(row, CONSENTS),
        sources=tuple(dict.fromkeys(source for act in listed for source in act.sources)) or _list_sources(row),
        as_of=row.as_of,
    )


def stands(
    participant: Participant, instrument: Instrument, position: Position, on: dt.date | None, catalogue: Catalogue
) -> Verdict:
    """Return what the claim comes to that a participant stands so towards an instrument on a day.

    A signatory is one that has signed and is not bound: a claim of the signature itself is the claim of an act.
    """
    found = standing(participant, instrument, on=on, catalogue=catalogue)
    truth = _position(found.truth, found.position, position)
    row = Ledger(participant, instrument, catalogue)
    complete = None if row.horizon is None else row.horizon.complete_until
    beyond = complete is None or complete.earliest is None or found.on > complete.earliest
    if position is not Position.STATE_PARTY and found.truth is not Truth.TRUE and beyond:
        truth = Truth.UNKNOWN  # a signature or a deposit after the last day of the list would not show
    verb = {Truth.TRUE: "is bound by", Truth.FALSE: "is not bound by"}.get(found.truth)
    fact = (
        f"whether {participant.name} is bound by {instrument.name} on {found.on} is not determined"
        if verb is None
        else f"{participant.name} {verb} {instrument.name} on {found.on}"
    )
    if found.truth is Truth.TRUE and found.since is not None:
        fact += f", since {bare(found.since)}"
    elif found.position is not None:
        fact += f"; {'last known position' if verb is None else 'position'}: {found.position.words}"
        fact += f" on {found.position_on}" if verb is None else ""
    return Verdict(
        outcome=Outcome.of(truth),
        fact=fact,
        notes=found.steps,
        citations=found.basis,
        sources=found.sources,
        as_of=found.as_of,
    )


def _position(bound: Truth, known: Position | None, claimed: Position) -> Truth:
    if claimed is Position.STATE_PARTY:
        return bound
    if bound is Truth.TRUE:
        return Truth.FALSE
    return Truth.UNKNOWN if bound is Truth.UNKNOWN or known is None else Truth.of(known is claimed)


def belongs(participant: Participant, body: Body, on: dt.date | None, catalogue: Catalogue) -> Verdict:
    """Return what the claim comes to that a participant belongs to a body on a day."""
    for instrument in catalogue.instruments.values():
        if instrument.conference == body.id and instrument.parent is None:
            found = stands(participant, instrument, Position.STATE_PARTY, on, catalogue)
            return Verdict(
                outcome=found.outcome,
                fact=found.fact,
                notes=(f"the parties to {instrument.name} meet in the {body.name}", *found.notes),
                citations=found.citations,
                sources=found.sources,
                as_of=found.as_of,
            )
    known = "; ".join(f"{each.number} {each.counted} ({said(each.as_of)})" for each in body.counts)
    fact = f"who belongs to {body.name} is not listed here"
    return Verdict(
        outcome=Outcome.OPEN,
        fact=f"{fact}; counted: {known}" if known else fact,
        sources=tuple(each.source for each in body.sources),
    )


def in_union(participant: Participant, on: dt.date | None, catalogue: Catalogue) -> Verdict:
    """Return what the claim comes to that a State is a member of the European Union on a day."""
    rows = [row for row in table(_EU_TABLE) if row["participant"] == participant.id]
    sources = tuple(dict.fromkeys(row["sources"] for row in rows or table(_EU_TABLE)))
    reach = max(filter(None, (_reach(source, catalogue) for source in sources)), default=None)
    day = on or reach
    spans = [
        Period(
            PartialDate.read(row["member_from"]),
            PartialDate.read(row["member_until"]) if row["member_until"] else None,
            ongoing=not row["member_until"],
        )
        for row in rows
    ]
    truth = Truth.UNKNOWN if day is None else max((each.includes(day) for each in spans), default=Truth.FALSE)
    if day is None or reach is None or day > reach:
        truth = Truth.UNKNOWN
    verb = "is" if spans and spans[-1].ongoing else "was"
    told = " and ".join(_span(each) for each in spans)
    fact = f"{participant.name} {verb} a member of the European Union {told}"
    if not spans:
        fact = f"{participant.name} is not in the list of the members of the European Union"
    beyond = day is not None and reach is not None and day > reach
    notes = (f"the list of members speaks up to {reach}, and {day} is later",) if beyond else ()
    return Verdict(outcome=Outcome.of(truth), fact=fact, notes=notes, sources=sources, as_of=reach)


def _reach(source: str, catalogue: Catalogue) -> dt.date | None:
    """Return the last day of which a source can speak."""
    found = catalogue.sources.get(source)
    day = None if found is None else found.as_of or found.retrieved
    return None if day is None else day.earliest


def _span(period: Period) -> str:
    first = "" if period.first is None else f"since {bare(period.first)}"
    if period.last is None or period.last.day is None:
        return first
    return f"{first.replace('since', 'from')} to {period.last}, and no longer from {days_after(period.last.day, 1)}"
