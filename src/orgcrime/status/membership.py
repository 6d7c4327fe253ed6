"""When a participant is a party: from its acts, through the final clauses, to days, as far as the data reach."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING

import attrs

from orgcrime.citation import Citation
from orgcrime.days import add_months, days_after, first_of_month_after
from orgcrime.embedding import embeddable
from orgcrime.model.instrument import Delay, DelayUnit, Instrument
from orgcrime.model.participant import Participant, ParticipantKind
from orgcrime.model.participation import CONSENTS, Act, ActKind, Horizon, Participation
from orgcrime.temporal import PartialDate
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from orgcrime.catalogue import Catalogue

__all__ = ["TAKES_PART", "Ledger", "Membership", "breakpoints", "first_possible", "memberships", "vouched_absence"]


@embeddable
@attrs.frozen(kw_only=True)
class Membership:
    """One time in which a participant is a party.

    Attributes:
        since: the first day of it, by bounds where it is not known.
        until: the first day on which it is over; ``None`` while it lasts.
        consent: the act by which the participant consented to be bound.
        basis: the clauses from which the days follow.
        steps: how they follow, in words.
    """

    since: PartialDate
    until: PartialDate | None
    consent: Act
    basis: tuple[Citation, ...]
    steps: tuple[str, ...]

    def covers(self, day: dt.date) -> Truth:
        """Return whether the participant is a party on a day."""
        over = Truth.FALSE if self.until is None else self.until.by(day)
        return self.since.by(day) & ~over


def memberships(participant: Participant, instrument: Instrument, catalogue: Catalogue) -> tuple[Membership, ...]:
    """Return the times in which a participant is or was a party, the earliest first.

    The days follow from the acts and the final clauses alone; how far the data reach is not looked at.
    """
    return Ledger(participant, instrument, catalogue).memberships


def breakpoints(
    participant: Participant, instrument: Instrument, catalogue: Catalogue
) -> tuple[tuple[dt.date, Truth], ...]:
    """Return the days on which the answer to "is it bound?" changes, each with the answer from that day on.

    The first has the earliest day that there is.
    """
    row = Ledger(participant, instrument, catalogue)
    found: list[tuple[dt.date, Truth]] = []
    for day in sorted({dt.date.min, *row.days()}):
        truth = row.truth(day)
        if not found or found[-1][1] is not truth:
            found.append((day, truth))
    return tuple(found)


TAKES_PART = frozenset(ParticipantKind) - {
    ParticipantKind.FORMER_STATE,
    ParticipantKind.TERRITORY,
    ParticipantKind.NOT_LISTED,
}


_YEAR = 12
PROTOCOLS = "37(2)"
"""Where the Convention says that only its parties can be parties to a Protocol."""


class Ledger:
    """All that is known of one participant and one instrument, made ready for questions about days."""

    def __init__(self, participant: Participant, instrument: Instrument, catalogue: Catalogue) -> None:
        self.participant = participant
        self.instrument = instrument
        self.horizon: Horizon | None = catalogue.horizons.get(instrument.id)
        self.participation: Participation | None = catalogue.acts_about(instrument.id).get(participant.id)
        self.memberships: tuple[Membership, ...] = _memberships(participant, instrument, self.participation, catalogue)
        self.first_possible: dt.date | None = first_possible(instrument)
        self.vouched_absence: dt.date | None = vouched_absence(instrument, self.horizon)
        self.vouched_presence: dt.date | None = vouched_presence(self.horizon, self.participation)

    @property
    def as_of(self) -> dt.date | None:
        """The last day for which the data vouch for this participant."""
        if self.participant.kind not in TAKES_PART and self.participant.kind is not ParticipantKind.NOT_LISTED:
            return None
        if self.memberships and self.memberships[-1].until is None:
            return self.vouched_presence
        return self.vouched_absence

    def raw(self, day: dt.date) -> Truth:
        """Return whether it is bound, as if the list of acts were whole."""
        found = Truth.FALSE
        for each in self.memberships:
            found |= each.covers(day)
        return found

    def truth(self, day: dt.date) -> Truth:
        """Return whether it is bound on a day, as far as the data reach."""
        if self.first_possible is not None and day < self.first_possible:
            return Truth.FALSE
        if self.participant.kind in (ParticipantKind.TERRITORY, ParticipantKind.FORMER_STATE) or self.horizon is None:
            return Truth.UNKNOWN
        raw = self.raw(day)
        if raw is Truth.UNKNOWN:
            return raw
        if raw is Truth.TRUE:
            last = self.vouched_presence
        elif self.memberships and self._before_first(day):
            return raw
        else:
            last = self.vouched_absence
        return raw if last is not None and day <= last else Truth.UNKNOWN

    def _before_first(self, day: dt.date) -> bool:
        first = self.memberships[0].since.earliest
        return first is not None and day < first

    def days(self) -> Iterator[dt.date]:
        """Yield every day on which the answer may change."""
        for each in self.memberships:
            for bound in (each.since.earliest, each.since.latest):
                if bound is not None:
                    yield bound
            if each.until is not None:
                for bound in (each.until.earliest, each.until.latest):
                    if bound is not None:
                        yield bound
        for last in (self.vouched_absence, self.vouched_presence):
            if last is not None:
                yield days_after(last, 1)
        if self.first_possible is not None:
            yield self.first_possible


def first_possible(instrument: Instrument) -> dt.date | None:
    """Return the first day on which anyone can be bound; ``None`` where that is not known."""
    clause = instrument.entry_into_force
    return None if clause is None or clause.date is None else clause.date.earliest


def vouched_absence(instrument: Instrument, horizon: Horizon | None) -> dt.date | None:
    """Return the last day on which a participant that is not listed is certainly not bound.

    It may have consented on the day after the list is complete, and is then bound when the delay has run.
    """
    if horizon is None:
        return None
    clause = instrument.entry_into_force
    complete = None if horizon.complete_until is None else horizon.complete_until.earliest
    if complete is None:
        first = first_possible(instrument)
        return None if first is None else days_after(first, -1)
    delay = None if clause is None else clause.later_delay
    first_after = days_after(complete, 1)
    entry = first_after if delay is None else _after(delay, first_after)
    return days_after(entry, -1)


def vouched_presence(horizon: Horizon | None, participation: Participation | None) -> dt.date | None:
    """Return the last day on which a listed party is certainly still one: a withdrawal takes a year."""
    if horizon is None:
        return None
    known = []
    if horizon.complete_until is not None and horizon.complete_until.earliest is not None:
        known.append(add_months(horizon.complete_until.earliest, _YEAR))
    if (
        horizon.confirmed_on is not None
        and horizon.confirmed_on.earliest is not None
        and horizon.confirmed_counts == "parties"
    ):
        known.append(horizon.confirmed_on.earliest)
    known += [
        add_months(act.day.earliest, _YEAR)
        for act in (() if participation is None else participation.acts)
        if act.kind in CONSENTS and act.day.earliest is not None
    ]
    return max(known, default=None)


def _after(delay: Delay, day: dt.date) -> dt.date:
    if delay.unit is DelayUnit.MONTHS:
        return first_of_month_after(day, delay.value)
    if delay.unit is DelayUnit.YEARS:
        return add_months(day, _YEAR * delay.value)
    return days_after(day, delay.value)


def _ordinal(delay: Delay) -> str:
    if delay.unit is DelayUnit.MONTHS:
        return f"the first day of the month after {delay.value} months"
    return f"{delay.value} {delay.unit.value if delay.value > 1 else delay.unit.value[:-1]}"


def _each(day: PartialDate, function: Callable[[dt.date], dt.date]) -> PartialDate:
    """Return the day that follows from another, bound by bound."""
    return PartialDate(
        None if day.earliest is None else function(day.earliest), None if day.latest is None else function(day.latest)
    )


def _later(left: PartialDate, right: PartialDate) -> PartialDate:
    """Return the later of two days, as far as that is known."""
    lows = [bound for bound in (left.earliest, right.earliest) if bound is not None]
    unbounded = left.latest is None or right.latest is None
    return PartialDate(
        max(lows, default=None), None if unbounded else max(left.latest or dt.date.min, right.latest or dt.date.min)
    )


def _memberships(
    participant: Participant, instrument: Instrument, participation: Participation | None, catalogue: Catalogue
) -> tuple[Membership, ...]:
    if participation is None:
        return ()
    found: list[Membership] = []
    for act in participation.acts:
        if act.kind in CONSENTS:
            found.append(_entered(participant, instrument, act))
        elif act.kind is ActKind.DENUNCIATION and found:
            found[-1] = _left(instrument, found[-1], act)
    if found and instrument.parent is not None:
        parent = catalogue.instruments.get(instrument.parent)
        if parent is not None:
            held = _memberships(participant, parent, catalogue.acts_about(parent.id).get(participant.id), catalogue)
            found = list(_within(instrument, parent, found, held))
    return tuple(found)


def _entered(participant: Participant, instrument: Instrument, act: Act) -> Membership:
    """Return the membership that an act of consent begins."""
    clause, cite = instrument.entry_into_force, instrument.citation
    word = act.kind.words
    if clause is None:
        return Membership(
            since=PartialDate.between(act.day.earliest, None),
            until=None,
            consent=act,
            basis=(),
            steps=(f"{word} on {act.day}; the final clauses are not recorded",),
        )
    general = clause.date or PartialDate(None, None)
    if act.kind is ActKind.SUCCESSION:
        return _succeeded(participant, instrument, act, general)
    delay = clause.later_delay
    own = (
        _each(act.day, functools.partial(_after, delay))
        if delay is not None
        else PartialDate.between(act.day.earliest, None)
    )
    since = _later(own, general)
    last_counted = clause.threshold_deposit or PartialDate(None, general.earliest)
    at_once = act.day.latest is not None and last_counted.latest is not None and act.day.latest <= last_counted.latest
    steps = [f"{word} deposited on {act.day}"]
    if delay is not None:
        steps.append(f"{_ordinal(delay)} after the deposit: {own}")
    steps.append(f"general entry into force: {general}")
    pinpoint = clause.pinpoint if at_once else clause.later_pinpoint or clause.pinpoint
    steps.append(f"in force for it: {since}")
    return Membership(
        since=since,
        until=None,
        consent=act,
        basis=(cite if pinpoint is None else cite.at(pinpoint),),
        steps=("; ".join(steps),),
    )


def _succeeded(participant: Participant, instrument: Instrument, act: Act, general: PartialDate) -> Membership:
    """Return the membership of a successor: from the date of succession, not from the notification."""
    dates = [each.date for each in participant.predecessors if each.date is not None]
    day = (
        max(dates, key=lambda each: each.earliest or dt.date.min)
        if dates
        else PartialDate.between(None, act.day.latest)
    )
    since = _later(day, general)
    from_day = f"date of succession: {day}; general entry into force: {general}"
    clause = instrument.entry_into_force
    pinpoint = None if clause is None else clause.pinpoint
    return Membership(
        since=since,
        until=None,
        consent=act,
        basis=(instrument.citation if pinpoint is None else instrument.citation.at(pinpoint),),
        steps=(f"succession notified on {act.day}; {from_day}; bound since {since}",),
    )


def _left(instrument: Instrument, membership: Membership, act: Act) -> Membership:
    """Return a membership that an act of denunciation ends."""
    rule = instrument.withdrawal
    delay = None if rule is None else rule.delay
    if rule is None or delay is None:
        until = PartialDate.between(act.day.earliest, None)
        return attrs.evolve(membership, until=until, steps=(*membership.steps, f"denunciation notified on {act.day}"))
    until = _each(act.day, functools.partial(_after, delay))
    cite = instrument.citation if rule.pinpoint is None else instrument.citation.at(rule.pinpoint)
    said = f"{rule.word} notified on {act.day}; in effect after {_ordinal(delay)}: {until}"
    return attrs.evolve(membership, until=until, basis=(*membership.basis, cite), steps=(*membership.steps, said))


def _within(
    instrument: Instrument, parent: Instrument, found: list[Membership], held: tuple[Membership, ...]
) -> Iterator[Membership]:
    """Yield the memberships in a protocol: each needs one in its convention, and ends with it.

    One that begins while there is none in the convention waits for the next; where there is no next, it never begins.
    """
    rule = parent.withdrawal
    for each in found:
        within = next((other for other in held if not _over_before(other, each)), None)
        if within is None:
            continue
        since, until = _later(each.since, within.since), each.until
        changed = each
        if since != each.since:
            said = f"a party to {instrument.name} must be one to {parent.name}, since {within.since}: {since}"
            basis = (*changed.basis, parent.citation.at(PROTOCOLS))
            changed = attrs.evolve(changed, since=since, steps=(*changed.steps, said), basis=basis)
        if rule is not None and rule.ends_protocols and within.until is not None:
            until = within.until if until is None else _earlier(until, within.until)
        if until != each.until:
            word = "withdrawal" if rule is None else rule.word
            cites = () if rule is None or rule.pinpoint is None else (parent.citation.at(rule.pinpoint),)
            said = f"{word} of {parent.name} ends it: {until}"
            changed = attrs.evolve(changed, until=until, steps=(*changed.steps, said), basis=(*changed.basis, *cites))
        yield changed


def _over_before(first: Membership, second: Membership) -> bool:
    """Return whether one membership is certainly over before another begins."""
    over = None if first.until is None else first.until.latest
    return over is not None and second.since.earliest is not None and over <= second.since.earliest


def _earlier(left: PartialDate, right: PartialDate) -> PartialDate:
    """Return the earlier of two days, as far as that is known."""
    highs = [bound for bound in (left.latest, right.latest) if bound is not None]
    unbounded = left.earliest is None or right.earliest is None
    low = None if unbounded else min(left.earliest or dt.date.max, right.earliest or dt.date.max)
    return PartialDate(low, min(highs, default=None))
