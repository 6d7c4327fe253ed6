"""Claims of a number: of parties and signatories of an instrument, of members of a body, always on a day."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import attrs

import orgcrime
from orgcrime.claims.verdict import Outcome, Verdict
from orgcrime.claims.when import bare, said
from orgcrime.model.participation import ActKind
from orgcrime.status.membership import Ledger
from orgcrime.status.positions import parties
from orgcrime.temporal import PartialDate
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orgcrime.catalogue import Catalogue
    from orgcrime.model.body import Body, MembershipCount
    from orgcrime.model.instrument import Instrument
    from orgcrime.status.membership import Membership

__all__ = ["MEMBERS", "PARTIES", "SIGNATORIES", "members_of", "takers_part"]

PARTIES, SIGNATORIES, MEMBERS = "parties", "signatories", "members"


@attrs.frozen
class _Published:
    """A published number."""

    number: int
    as_of: PartialDate
    source: str | None

    def __str__(self) -> str:
        return f"{self.number} {said(self.as_of)}"


@attrs.frozen
class _Counted:
    """How many a list shows: certainly, and at most."""

    least: int
    most: int
    of: str

    def allows(self, number: int) -> Truth:
        """Return whether the number can be the one claimed."""
        if self.least == self.most == number:
            return Truth.TRUE
        return Truth.UNKNOWN if self.least <= number <= self.most else Truth.FALSE

    def __str__(self) -> str:
        number = str(self.least) if self.least == self.most else f"{self.least} to {self.most}"
        return f"{number} {self.of}"


def takers_part(instrument: Instrument, number: int, what: str, on: dt.date | None, catalogue: Catalogue) -> Verdict:
    """Return what the claim comes to that an instrument has so many parties or signatories on a day.

    A number published for the day settles it; else the lists of acts are counted, as far as they reach. Depositaries
    count the deposits, some of which have not taken effect yet: either number is right.

    Args:
        instrument: which instrument.
        number: the number claimed.
        what: `PARTIES` or `SIGNATORIES`, who are all that have signed, bound or not.
        on: the day; ``None`` for that of the last published number.
        catalogue: where to look.
    """
    published = _published(instrument, what, catalogue)
    last = max((each for each in published if each.as_of.latest), key=_latest, default=None)
    day = on or (None if last is None else last.as_of.earliest)
    name = instrument.name
    if day is None:
        return Verdict(outcome=Outcome.OPEN, fact=f"no number of {what} of {name} is published here")
    if on is None and last is not None:
        truth = Truth.of(last.number == number)
        earlier = [each for each in published if each is not last and each.number == number]
        fact = f"{name} had {last.number} {what} {said(last.as_of)}, as published"
        return Verdict(
            outcome=Outcome.of(truth),
            fact="; ".join((fact, *(f"{earlier[-1]}" for _ in earlier[:1]))),
            sources=_sources((last, *earlier[-1:])),
            as_of=day,
        )
    exact = [each for each in published if each.as_of.day == day]
    counted = _counted(instrument, what, day, catalogue)
    listed = max((each.allows(number) for each in counted), default=Truth.UNKNOWN)
    stated = Truth.of(any(each.number == number for each in exact)) if exact else None
    if stated is None:
        truth = listed
    elif stated is Truth.FALSE and listed is not Truth.FALSE and counted:
        truth = Truth.UNKNOWN  # the published number and the list disagree
    else:
        truth = stated
    told = [f"{name} had {each.number} {what} on {day}, as published" for each in exact[:1]]
    told += [f"counted from the acts listed for {day}: {' and '.join(map(str, counted))}"] if counted else []
    near = () if exact else _around(published, day)
    told += [f"published: {', '.join(map(str, near))}"] if near else []
    return Verdict(
        outcome=Outcome.of(truth),
        fact="; ".join(told) or f"no number of {what} of {name} is published here",
        sources=_sources(exact or near),
        as_of=day if exact else _reach(instrument, catalogue),
    )


def _published(instrument: Instrument, what: str, catalogue: Catalogue) -> list[_Published]:
    """Return the published numbers, the earliest first."""
    found = [
        _Published(each.number, each.as_of, each.sources[0].source if each.sources else None)
        for each in instrument.counts
        if each.what == what and each.as_of.earliest is not None
    ]
    for total in catalogue.control_totals:
        known = {(each.number, each.as_of) for each in found}
        if (total.instrument, total.counts) == (instrument.id, what) and (total.published, total.as_of) not in known:
            found.append(_Published(total.published, total.as_of, total.source))
    return sorted(found, key=_latest)


def _latest(published: _Published) -> dt.date:
    return published.as_of.latest or dt.date.min


def _sources(published: Iterable[_Published]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.source for each in published if each.source is not None))


def _around(published: list[_Published], day: dt.date) -> tuple[_Published, ...]:
    """Return the last number before a day and the first after it; those of a month or year that it lies in as well."""
    before = [each for each in published if each.as_of.latest is not None and each.as_of.latest < day]
    after = [each for each in published if each.as_of.earliest is not None and each.as_of.earliest > day]
    within = [each for each in published if each not in before and each not in after]
    return (*before[-1:], *within, *after[:1])


def _counted(instrument: Instrument, what: str, day: dt.date, catalogue: Catalogue) -> tuple[_Counted, ...]:
    """Return how many the lists of acts show, in each way of counting; nothing where they do not reach so far."""
    horizon = catalogue.horizons.get(instrument.id)
    if horizon is None or horizon.complete_until is None or horizon.complete_until.earliest is None:
        return ()
    whole = horizon.complete_until.earliest
    acts = catalogue.acts_about(instrument.id)
    if what == SIGNATORIES:
        closed = None if instrument.signature is None else instrument.signature.closed
        if day > whole and (closed is None or closed.latest is None or closed.latest > whole):
            return ()
        signed = [[act.day.by(day) for act in each.acts if act.kind is ActKind.SIGNATURE] for each in acts.values()]
        return (_tally(signed, "signed"),)
    if day > whole:
        return ()
    held = [Ledger(catalogue.participants[each], instrument, catalogue).memberships for each in acts]
    consented = [[one.consent.day.by(day) & ~_over(one, day) for one in each] for each in held]
    bound = parties(instrument, on=day, catalogue=catalogue)
    return (
        _tally(consented, "consented to be bound"),
        _Counted(len(bound), len(bound) + len(bound.undetermined), "bound"),
    )


def _over(membership: Membership, day: dt.date) -> Truth:
    return Truth.FALSE if membership.until is None else membership.until.by(day)


def _tally(truths: Iterable[list[Truth]], of: str) -> _Counted:
    """Return for how many something is certain, and for how many it may be so."""
    found = [max(each, default=Truth.FALSE) for each in truths]
    least = sum(each is Truth.TRUE for each in found)
    return _Counted(least, least + sum(each is Truth.UNKNOWN for each in found), of)


def _reach(instrument: Instrument, catalogue: Catalogue) -> dt.date | None:
    horizon = catalogue.horizons.get(instrument.id)
    return None if horizon is None or horizon.complete_until is None else horizon.complete_until.earliest


def members_of(body: Body, number: int, what: str | None, on: dt.date | None) -> Verdict:
    """Return what the claim comes to that so many belong to a body on a day.

    Args:
        body: which body.
        number: the number claimed.
        what: what is counted, as ``States`` or ``jurisdictions``; ``None`` or `MEMBERS` for whatever the body counts.
        on: the day; ``None`` for that of the last number known.
    """
    known = [each for each in body.counts if what in (None, MEMBERS) or each.counted.casefold() == str(what).casefold()]
    if not known:
        return Verdict(
            outcome=Outcome.OPEN,
            fact=f"no number of {what or MEMBERS} of {body.name} is known here",
            sources=tuple(each.source for each in body.sources),
        )
    on_day = known[-1:] if on is None else [each for each in known if _speaks(each, on) is Truth.TRUE]
    truth = max((_equals(each, number) for each in on_day), default=Truth.UNKNOWN)
    told = on_day or known
    sources = tuple(reference.source for each in told for reference in each.sources)
    return Verdict(
        outcome=Outcome.of(truth),
        fact=f"{body.name}: {'; '.join(map(_numbered, told))}",
        notes=tuple(each.note for each in told if each.note is not None),
        sources=tuple(dict.fromkeys(sources or (each.source for each in body.sources))),
        as_of=on if on_day and on is not None else told[-1].as_of.earliest,
    )


def _speaks(count: MembershipCount, day: dt.date) -> Truth:
    """Return whether a number is known to have held on a day."""
    begun = count.as_of.by(day)
    if count.ongoing:
        return begun & Truth.of(day <= dt.date.fromisoformat(orgcrime.data_version) or None)
    # A number of a month is known for some day of it; one that held until a month, until its first day at least.
    end = count.as_of.day if count.until is None else count.until.earliest
    return begun & Truth.of(end is not None and day <= end)


def _equals(count: MembershipCount, number: int) -> Truth:
    if count.qualifier is not None:  # more than so many
        return Truth.FALSE if number <= count.number else Truth.UNKNOWN
    if count.least is not None and count.least < number < count.number:
        return Truth.UNKNOWN
    return Truth.of(number == count.number)


def _numbered(count: MembershipCount) -> str:
    qualifier = f"{count.qualifier} " if count.qualifier else ""
    when = said(count.as_of)
    if count.until is not None:
        when = f"from {bare(count.as_of)} until {bare(count.until)}"
    elif count.ongoing:
        when = f"since {bare(count.as_of)}"
    return f"{qualifier}{count.number} {count.counted} {when}"
