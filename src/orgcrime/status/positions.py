"""Who is bound by what, and since when.

What binds a participant is not its deposit but the entry into force for it, worked out from the final clauses of the
instrument. A day that no source gives stays unknown, and what lies beyond the data is never stated as certain.
"""

from __future__ import annotations

import datetime as dt
import enum
from typing import TYPE_CHECKING, NoReturn

import attrs

from orgcrime.catalogue import BUILT_IN, Catalogue, named
from orgcrime.citation import Citation
from orgcrime.days import read_day
from orgcrime.embedding import embeddable
from orgcrime.errors import UndecidedTruthError
from orgcrime.model.instrument import Instrument
from orgcrime.model.participant import Participant, ParticipantKind
from orgcrime.model.participation import CONSENTS, ActKind
from orgcrime.outline import Outline
from orgcrime.status.membership import PROTOCOLS, TAKES_PART, Ledger, Membership, first_possible, vouched_absence
from orgcrime.temporal import PartialDate
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Parties", "Position", "Standing", "parties", "standing"]


class Position(enum.Enum):
    """Where a participant stands towards an instrument.

    Source: Vienna Convention on the Law of Treaties, arts. 2(1)(f)-(g), 18, 54.
    """

    NONE = "none"
    """It has done nothing, or is a signatory no more."""
    SIGNATORY = "signatory"
    """It has signed and not consented to be bound."""
    CONTRACTING_STATE = "contracting-state"
    """It has consented to be bound; the instrument is not in force for it, or that is not determined."""
    STATE_PARTY = "state-party"
    """The instrument is in force for it."""
    FORMER_PARTY = "former-party"
    """The instrument was in force for it and is so no more."""

    @property
    def words(self) -> str:
        """The position in words."""
        return {"none": "no act listed", "contracting-state": "contracting State", "state-party": "State Party"}.get(
            self.value, self.value.replace("-", " ")
        )


@embeddable
@attrs.frozen(kw_only=True)
class Standing:
    """Where a participant stands towards an instrument on a day.

    Attributes:
        participant: who.
        instrument: towards which instrument.
        on: the day that the question was put for.
        as_of: the last day for which the data vouch for this participant; ``None`` where they vouch for none.
        truth: whether it is bound on that day.
        position: its position on that day, or on the last day for which the data vouch, whichever is earlier; ``None``
            where that is not determined.
        position_on: the day of that position.
        since: the first day of the present, or last, membership; ``None`` where there is none.
        memberships: every time in which it is or was a party, the earliest first.
        until: the first day on which that membership is over; ``None`` while it lasts.
        signed: the day of signature; ``None`` where none is listed.
        deposited: the day on which it deposited its last consent to be bound; ``None`` where none is listed.
        consent: by which act it consented; ``None`` where none is listed.
        basis: the clauses from which the answer follows.
        steps: how it follows, in words.
        sources: the ids of the sources.
    """

    participant: Participant
    instrument: Instrument
    on: dt.date
    as_of: dt.date | None
    truth: Truth
    position: Position | None
    position_on: dt.date
    since: PartialDate | None
    until: PartialDate | None
    memberships: tuple[Membership, ...]
    signed: PartialDate | None
    deposited: PartialDate | None
    consent: ActKind | None
    basis: tuple[Citation, ...]
    steps: tuple[str, ...]
    sources: tuple[str, ...]

    def __repr__(self) -> str:
        """Return the answer in a few words; the whole is its text."""
        return f"<Standing: {self.truth.word}, {self.participant.id} and {self.instrument.id} on {self.on}>"

    def plain(self) -> dict[str, object]:
        """Return the standing as JSON has it; participant and instrument by their ids."""
        found: dict[str, object] = {
            "participant": self.participant.id,
            "instrument": self.instrument.id,
            "on": self.on.isoformat(),
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
            "truth": self.truth.value,
            "position": None if self.position is None else self.position.value,
            "position_on": self.position_on.isoformat(),
            "consent": None if self.consent is None else self.consent.value,
        }
        days = {"since": self.since, "until": self.until, "signed": self.signed, "deposited": self.deposited}
        found |= {name: None if day is None else day.isoformat() for name, day in days.items()}
        found["basis"] = [str(cite) for cite in self.basis]
        found["steps"] = list(self.steps)
        found["sources"] = list(self.sources)
        return found

    def __bool__(self) -> NoReturn:
        """Refuse: compare the truth instead.

        Raises:
            UndecidedTruthError: always.
        """
        raise UndecidedTruthError("a standing")

    def outline(self) -> Outline:
        """Return the standing as a heading with its reasons."""
        horizon = ", the last day that the data vouch for" if self.on == self.as_of else ""
        verb = {Truth.TRUE: "is bound by", Truth.FALSE: "is not bound by"}.get(self.truth, "and")
        unknown = ": not determined" if self.truth is Truth.UNKNOWN else ""
        then = self.participant.name_on(self.on)
        who = self.participant.name if then == self.participant.name else f"{self.participant.name} (then {then})"
        rows = [
            ("earlier", f"bound from {each.since} until {each.until} (first day no longer bound)")
            for each in self.memberships[:-1]
        ]
        rows += [("since", str(self.since))] if self.since is not None else []
        rows += [("until", f"{self.until} (first day no longer bound)")] if self.until is not None else []
        rows += [("signed", str(self.signed))] if self.signed is not None else []
        if self.deposited is not None and self.consent is not None:
            rows.append((self.consent.words, f"{self.deposited} (deposit)"))
        if self.truth is Truth.UNKNOWN and self.position is not None:
            rows.append(("last known", f"{self.position.words} on {self.position_on}"))
        if self.basis:
            rows.append(("basis", "; ".join(map(str, self.basis))))
        rows.append(("as of", "no day" if self.as_of is None else str(self.as_of)))
        if self.sources:
            rows.append(("sources", ", ".join(self.sources)))
        return Outline(
            heading=f"{who} {verb} {self.instrument.name} on {self.on}{horizon}{unknown}",
            mark=self.truth.word,
            rows=tuple(rows),
            notes=self.steps,
        )

    def text(self) -> str:
        """Return the standing as plain text."""
        return self.outline().text()

    def __str__(self) -> str:
        """Return the standing as plain text."""
        return self.text()

    def _repr_html_(self) -> str:
        return self.outline().html()


@embeddable
@attrs.frozen(kw_only=True)
class Parties:
    """The parties to an instrument on a day; its length is their number.

    Attributes:
        instrument: to which instrument.
        on: the day.
        as_of: the last day for which the data vouch for every participant; ``None`` where they vouch for none.
        listed: whether the acts about the instrument are listed at all; else everybody is undetermined.
        participants: the ids of the parties, the European Union among them where it is one.
        undetermined: the ids of those of whom it is not determined.
    """

    instrument: Instrument
    on: dt.date
    as_of: dt.date | None
    listed: bool
    participants: tuple[str, ...]
    undetermined: tuple[str, ...]

    def __repr__(self) -> str:
        """Return how many there are, and the day."""
        return f"<Parties: {len(self)} to {self.instrument.id} on {self.on}>"

    def __len__(self) -> int:
        """Return the number of parties; the undetermined are not among them."""
        return len(self.participants)

    def __bool__(self) -> bool:
        """Return whether there is at least one party."""
        return bool(self.participants)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of the parties."""
        return iter(self.participants)

    def __contains__(self, participant: object) -> bool:
        """Return whether an id is that of a party."""
        return participant in self.participants

    def plain(self) -> dict[str, object]:
        """Return the parties as JSON has them."""
        return {
            "instrument": self.instrument.id,
            "on": self.on.isoformat(),
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
            "listed": self.listed,
            "number": len(self),
            "participants": list(self.participants),
            "undetermined": list(self.undetermined),
        }

    def outline(self) -> Outline:
        """Return the parties as a heading with their ids."""
        horizon = ", the last day that the data vouch for" if self.on == self.as_of else ""
        open_ones = f"; {len(self.undetermined)} undetermined" if self.undetermined else ""
        notes = (f"undetermined: {' '.join(self.undetermined)}",) if self.undetermined else ()
        if not self.listed:
            return Outline(heading=f"who takes part in {self.instrument.name} is not listed here", mark="unknown")
        return Outline(
            heading=f"{len(self)} parties to {self.instrument.name} on {self.on}{horizon}{open_ones}",
            rows=((" ".join(self.participants),),) if self.participants else (),
            notes=notes,
        )

    def text(self) -> str:
        """Return the parties as plain text."""
        return self.outline().text()

    def __str__(self) -> str:
        """Return the parties as plain text."""
        return self.text()

    def _repr_html_(self) -> str:
        return self.outline().html()


def standing(
    participant: Participant | str,
    instrument: Instrument | str,
    *,
    on: dt.date | str | None = None,
    catalogue: Catalogue = BUILT_IN,
) -> Standing:
    """Return where a participant stands towards an instrument on a day.

    Args:
        participant: a record, or any key that names it.
        instrument: a record, or any key that names it.
        on: the day; ``None`` for the last day that the data vouch for, never for today.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if nothing is known by a key.
        AmbiguousKeyError: if a key has named several at different times.
        DateError: if ``on`` is not a day.

    Source: UNTOC arts. 36-40; UNCAC arts. 67-70; the final clauses of each instrument.

    >>> import orgcrime as oc
    >>> found = oc.standing("FR", "UNCAC", on="2019-07-01")
    >>> found.truth, str(found.since), str(found.deposited)
    (Truth.TRUE, '2005-12-14', '2005-07-11')
    """
    day = None if on is None else read_day(on)
    who = named(catalogue.participants, participant, on=day)
    what = named(catalogue.instruments, instrument)
    return _standing(who, what, day, catalogue)


def parties(
    instrument: Instrument | str, *, on: dt.date | str | None = None, catalogue: Catalogue = BUILT_IN
) -> Parties:
    """Return the parties to an instrument on a day, and those of whom it is not determined.

    Args:
        instrument: a record, or any key that names it.
        on: the day; ``None`` for the last day for which the data vouch for every participant.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if nothing is known by the key.
        DateError: if ``on`` is not a day.

    >>> import orgcrime as oc
    >>> found = oc.parties("UNTOC", on="2018-10-19")
    >>> "fr" in found, "jp" in found
    (True, True)
    """
    what = named(catalogue.instruments, instrument)
    horizon = catalogue.horizons.get(what.id)
    as_of = vouched_absence(what, horizon)
    day = read_day(on) if on is not None else as_of or first_possible(what) or dt.date.max
    bound, undetermined = [], []
    for participant in catalogue.participants.values():
        if participant.kind in TAKES_PART:
            truth = Ledger(participant, what, catalogue).truth(day)
            if truth is Truth.TRUE:
                bound.append(participant.id)
            elif truth is Truth.UNKNOWN:
                undetermined.append(participant.id)
    return Parties(
        instrument=what,
        on=day,
        as_of=as_of,
        listed=horizon is not None,
        participants=tuple(bound),
        undetermined=tuple(undetermined),
    )


_DAY = dt.timedelta(days=1)


def _standing(participant: Participant, instrument: Instrument, on: dt.date | None, catalogue: Catalogue) -> Standing:
    row = Ledger(participant, instrument, catalogue)
    as_of = row.as_of
    day = on or as_of or row.first_possible or dt.date.max
    truth = row.truth(day)
    position, position_on = _known_position(row, day if as_of is None else min(day, as_of))
    acts = () if row.participation is None else row.participation.acts
    consents = [act for act in acts if act.kind in CONSENTS]
    signatures = [act for act in acts if act.kind is ActKind.SIGNATURE]
    present = row.memberships[-1] if row.memberships else None
    basis = tuple(dict.fromkeys(cite for each in row.memberships for cite in each.basis))
    return Standing(
        participant=participant,
        instrument=instrument,
        on=day,
        as_of=as_of,
        truth=truth,
        position=position,
        position_on=position_on,
        since=None if present is None else present.since,
        until=None if present is None else present.until,
        memberships=row.memberships,
        signed=signatures[0].day if signatures else None,
        deposited=consents[-1].day if consents else None,
        consent=consents[-1].kind if consents else None,
        basis=basis or _absence_basis(instrument),
        steps=tuple(_steps(row, day, truth, catalogue)),
        sources=tuple(dict.fromkeys(source for act in acts for source in act.sources))
        or tuple(dict.fromkeys(_horizon_sources(row))),
    )


def _absence_basis(instrument: Instrument) -> tuple[Citation, ...]:
    clause = instrument.entry_into_force
    pinpoint = None if clause is None else clause.later_pinpoint or clause.pinpoint
    return (instrument.citation if pinpoint is None else instrument.citation.at(pinpoint),)


def _horizon_sources(row: Ledger) -> Iterator[str]:
    if row.horizon is not None and row.horizon.confirmed_source is not None:
        yield row.horizon.confirmed_source
    yield from (reference.source for reference in row.participant.sources)


def _known_position(row: Ledger, day: dt.date) -> tuple[Position | None, dt.date]:
    """Return the position on a day and the day, or on an earlier one: that nothing was done is known of no later one.

    A participant may have deposited on the day after the list is complete, and be a contracting State not bound yet.
    """
    if row.horizon is None:
        return None, day
    position = _position(row, day)
    if position not in (Position.NONE, Position.SIGNATORY):
        return position, day
    complete = row.horizon.complete_until
    if complete is None or complete.latest is None:
        return (None if position is Position.NONE else position), day
    last = min(day, complete.latest)
    return _position(row, last), last


def _position(row: Ledger, day: dt.date) -> Position | None:
    """Return the position on a day, or ``None`` where a day known only by bounds leaves it open."""
    if row.participant.kind in (ParticipantKind.TERRITORY, ParticipantKind.FORMER_STATE):
        return None
    truth = row.raw(day)
    if truth is Truth.TRUE:
        return Position.STATE_PARTY
    if (
        any(each.until is not None and each.until.by(day) is Truth.TRUE for each in row.memberships)
        and truth is Truth.FALSE
    ):
        return Position.FORMER_PARTY
    done = Position.NONE
    for act in () if row.participation is None else row.participation.acts:
        had = act.day.by(day)
        if act.kind in CONSENTS:
            if had is Truth.UNKNOWN or (had is Truth.TRUE and truth is Truth.UNKNOWN):
                return None
            if had is Truth.TRUE:
                done = Position.CONTRACTING_STATE
        elif act.kind is ActKind.SIGNATURE and had is Truth.TRUE and done is Position.NONE:
            done = Position.SIGNATORY
        elif act.kind is ActKind.SIGNATURE and had is Truth.UNKNOWN:
            return None
    return done


def _steps(row: Ledger, day: dt.date, truth: Truth, catalogue: Catalogue) -> Iterator[str]:
    """Yield how the answer follows, step by step."""
    participant, instrument = row.participant, row.instrument
    for each in row.memberships:
        yield from each.steps
    if participant.kind is ParticipantKind.TERRITORY:
        yield participant.note or "a territory with no entry of its own in the depositary's lists"
    elif participant.kind is ParticipantKind.FORMER_STATE:
        yield "its own acts are not listed; what they became is listed under its successors"
    elif participant.kind is ParticipantKind.NOT_LISTED:
        yield participant.note or "never in the depositary's lists of participants"
    if row.first_possible is not None and day < row.first_possible:
        clause = instrument.entry_into_force
        entered = None if clause is None else clause.date
        day_of_entry = None if entered is None else entered.day
        later = (
            f"entered into force on {day_of_entry}"
            if day_of_entry
            else f"was not in force by {row.first_possible - _DAY}"
        )
        yield f"nobody is bound on that day: the instrument {later}"
        return
    horizon = row.horizon
    if horizon is None:
        yield "who takes part in this instrument is not listed here"
        return
    consented = row.participation is not None and any(act.kind in CONSENTS for act in row.participation.acts)
    if not row.memberships and consented:
        yield f"only a party to what it supplements can be one (art. {PROTOCOLS}); no consent to that is listed"
    elif not row.memberships and participant.kind in TAKES_PART:
        yield "no consent to be bound is listed"
    if participant.kind in (ParticipantKind.TERRITORY, ParticipantKind.FORMER_STATE):
        return
    if truth is Truth.UNKNOWN:
        yield _why_unknown(row, day)
    elif truth is Truth.FALSE and not row.memberships and horizon.complete_until is not None:
        later = f"a later consent takes effect after {row.vouched_absence}"
        yield f"the list of acts is complete up to {horizon.complete_until}; {later}"
    for lead in catalogue.leads:
        if (lead.instrument, lead.participant) == (instrument.id, participant.id):
            yield f"claimed and not established: {lead.kind.value} ({lead.note})"


def _why_unknown(row: Ledger, day: dt.date) -> str:
    raw = row.raw(day)
    horizon = row.horizon
    if raw is Truth.UNKNOWN:
        return "the day of an act is known only by bounds, and this day lies between them"
    complete = None if horizon is None else horizon.complete_until
    if raw is Truth.TRUE:
        return f"the data vouch for a listed party until {row.vouched_presence}; this day is later"
    reach = "the list of acts is not complete" if complete is None else f"the list of acts is complete up to {complete}"
    unidentified = ""
    if horizon is not None and horizon.unidentified:
        more = "party is" if horizon.unidentified == 1 else "parties are"
        unidentified = f"; {horizon.unidentified} more {more} published and not identified"
    return f"{reach}, and this day is later than a consent after it could take effect{unidentified}"
