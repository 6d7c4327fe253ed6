"""What links two States: which article of which instrument lets one ask the other, for which crime, on which day."""

from __future__ import annotations

import datetime as dt
import functools
from typing import TYPE_CHECKING, Any

import attrs

from orgcrime.catalogue import BUILT_IN, Catalogue, named
from orgcrime.citation import Citation, EvidenceStatus
from orgcrime.cooperation.bases import Basis, Condition, LegalBases
from orgcrime.cooperation.coverage import Crime, CrimeCoverage, covered, crime_meant, hub_categories
from orgcrime.cooperation.union import Side, is_member, is_union_act, union_instruments, union_side
from orgcrime.days import read_day
from orgcrime.errors import Fault, InputError, UnknownKeyError
from orgcrime.law.facts import Offence
from orgcrime.law.finding import Finding, assess
from orgcrime.law.untoc import COVERED_OFFENCE
from orgcrime.model.cooperation import CooperationRule, Form
from orgcrime.model.participant import Participant, ParticipantKind
from orgcrime.model.taxonomy import Relation
from orgcrime.status.membership import Membership, memberships
from orgcrime.status.positions import standing
from orgcrime.temporal import PartialDate
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from orgcrime.law.facts import AssistanceRequest, Case, ExtraditionRequest
    from orgcrime.model.crime import CrimeCategory
    from orgcrime.model.instrument import Instrument
    from orgcrime.model.participation import Declaration

__all__ = ["legal_bases"]

_NO_ACTS_OF_ITS_OWN = (ParticipantKind.FORMER_STATE, ParticipantKind.TERRITORY, ParticipantKind.NOT_LISTED)
_HOLDS = (Relation.EXACT, Relation.CLOSE, Relation.NARROW)
_NOT_COVERED = "bilateral treaties, domestic law and reciprocity"
_NOR = "regional conventions, as of the Council of Europe, and agreements of the European Union with other States"
_PENALTY = "the maximum penalty for the offence: at least four years makes it a serious crime (arts. 2(b), 3(1)(b))"


def legal_bases(  # noqa: PLR0913 - each says one thing of the question, by name
    a: Participant | str,
    b: Participant | str,
    *,
    cooperation: Form | str,
    crime: CrimeCategory | str | None = None,
    on: dt.date | str | None = None,
    case: Case | AssistanceRequest | ExtraditionRequest | None = None,
    catalogue: Catalogue = BUILT_IN,
) -> LegalBases:
    """Return every basis on which one State may ask another for a form of cooperation: that holds, fails, is unknown.

    Args:
        a: who asks: a record, or any key that names it.
        b: who is asked, likewise.
        cooperation: the form of cooperation, as ``mutual-legal-assistance``.
        crime: a category of crime, any key of one, or an entry of any list, as ``fatf:fraud``; ``None`` for no matter
            which.
        on: the day; ``None`` for the last day for which the data on every treaty of this form vouch for both.
        case: facts, so that the scope of the Convention is found and not only named as a condition.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if nothing is known by a key, or there is no such form of cooperation.
        AmbiguousKeyError: if a key has named several.
        DateError: if ``on`` is not a day.
        InputError: if both sides are the same.

    Source: UNTOC arts. 13-21, 27; UNCAC arts. 44-57; Vienna 1988 arts. 5-11, 17; art. 1 of each Protocol.

    >>> import orgcrime as oc
    >>> found = legal_bases("FR", "BR", cooperation="mutual-legal-assistance", crime="money-laundering",
    ...                     on="2019-07-01")
    >>> [(basis.instrument.name, str(basis.since)) for basis in found.holding]
    [('UNTOC', '2004-02-28'), ('UNCAC', '2005-12-14'), ('Vienna 1988', '1991-10-15')]
    """
    form = _form(cooperation)
    day = None if on is None else read_day(on)
    sides: list[Participant] = [named(catalogue.participants, each, on=day) for each in (a, b)]
    if sides[0].id == sides[1].id:
        raise InputError([Fault("b", f"a State does not ask itself: both are {sides[0].name}")])
    meant = None if crime is None else crime_meant(crime, catalogue)
    wanted = [rule for rule in catalogue.cooperation_rules if rule.form is form]
    if day is None:
        day = _vouched(sides, wanted, catalogue)
    question = _Question(asks=sides[0], asked=sides[1], crime=meant, day=day, case=case, catalogue=catalogue)
    return LegalBases(
        requesting=sides[0],
        requested=sides[1],
        cooperation=form,
        crime=meant,
        on=day,
        bases=tuple(question.basis(rule) for rule in wanted),
        harmonising=tuple(question.harmonising(wanted)),
        not_covered=(
            _NOT_COVERED,
            _NOR,
            *dict.fromkeys(_priority(rule, catalogue) for rule in wanted if rule.priority),
        ),
    )


def _form(given: Form | str) -> Form:
    if isinstance(given, Form):
        return given
    asked: object = given
    wanted = asked.casefold().replace(" ", "-") if isinstance(asked, str) else None
    for form in Form:
        if form.value == wanted:
            return form
    raise UnknownKeyError("form of cooperation", given, (form.value for form in Form), few=True)


def _priority(rule: CooperationRule, catalogue: Catalogue) -> str:
    return f"{union_instruments(rule.instrument, catalogue).name}: {rule.priority}"


def _vouched(sides: list[Participant], wanted: list[CooperationRule], catalogue: Catalogue) -> dt.date:
    """Return the last day for which the data on the treaties vouch for both sides."""
    days = [
        standing(side, rule.instrument, catalogue=catalogue).as_of
        for rule in wanted
        if not is_union_act(rule.instrument, catalogue)
        for side in sides
    ]
    return min((day for day in days if day is not None), default=dt.date.max)


@attrs.frozen(kw_only=True)
class _Question:
    """Two sides, a crime and a day, put to one rule after the other."""

    asks: Participant
    asked: Participant
    crime: Crime | None
    day: dt.date
    case: Any
    catalogue: Catalogue

    def basis(self, rule: CooperationRule) -> Basis:
        """Return what a rule comes to."""
        instrument = union_instruments(rule.instrument, self.catalogue)
        sides = [self._side(each, instrument) for each in (self.asks, self.asked)]
        reasons = [(side.truth, side.reason) for side in sides]
        replaced = self._replaced(rule)
        if replaced is not None:
            reasons.append(replaced)
        excluded = self._excluded(instrument)
        reasons += [
            (Truth.UNKNOWN, f"a declaration excludes relations between the two: {each.paraphrase}") for each in excluded
        ]
        coverage, through, days = self._coverage(rule, instrument)
        findings: list[Finding] = []
        asks: list[str] = []
        reached = coverage.truth
        if rule.serious_crime:
            reached, findings, asks = self._serious(rule, coverage)
        reasons.append((reached, _why(rule, coverage, reached, self.case)))
        for finding in findings:
            reasons.append((finding.truth, f"{finding.title}: {finding.truth.word} on the facts of the case"))
            asks += [f"{finding.title}: {', '.join(finding.missing)}"] if finding.missing else []
        truth = functools.reduce(Truth.__and__, (each for each, _ in reasons))
        return Basis(
            rule=rule,
            instrument=instrument,
            through=through,
            truth=truth,
            requesting=sides[0],
            requested=sides[1],
            since=_latest([sides[0].since, sides[1].since, *days]),
            articles=instrument.citation.at(rule.pinpoint),
            crime_articles=self._crime_articles(coverage),
            central_authority=None
            if rule.central_authority is None
            else instrument.citation.at(rule.central_authority),
            conditions=tuple(self._conditions(rule, instrument, coverage, findings)),
            declarations=tuple(self._declarations(rule, instrument, coverage, excluded)),
            reasons=() if truth is Truth.TRUE else tuple(dict.fromkeys(why for each, why in reasons if each is truth)),
            asks=tuple(dict.fromkeys(asks)) if truth is Truth.UNKNOWN else (),
        )

    def harmonising(self, wanted: list[CooperationRule]) -> list[Citation]:
        """Return the acts that make the crime an offence between Member States, and are no basis for a request."""
        asks, asked = (is_member(each.id, self.day, self.catalogue) for each in (self.asks, self.asked))
        both = asks & asked
        if self.crime is None or both is Truth.FALSE:
            return []
        bases = {rule.instrument for rule in wanted}
        found = []
        for category, _ in self.crime.categories:
            for governing in self.catalogue.crimes[category].governed_by:
                if governing.level == "EU" and governing.instrument not in bases:
                    name = self.catalogue.instruments[governing.instrument].name
                    found.append(Citation(governing.instrument, governing.pinpoint, label=name))
        return list(dict.fromkeys(found))

    def _side(self, who: Participant, instrument: Instrument) -> Side:
        if is_union_act(instrument.id, self.catalogue):
            return union_side(who, instrument, self.day, self.catalogue)
        found = standing(who, instrument, on=self.day, catalogue=self.catalogue)
        present = _in_force(memberships(who, instrument, self.catalogue), self.day)
        if found.truth is Truth.FALSE and present is not None and present.since.by(self.day) is Truth.FALSE:
            reason = f"{who.name} is not bound yet on {self.day}: bound since {present.since}"
        else:
            said = found.steps[0] if who.kind in _NO_ACTS_OF_ITS_OWN else found.steps[-1]
            whether = "is not bound" if found.truth is Truth.FALSE else "is not determined"
            reason = f"{who.name} {whether} on {self.day}: {said}"
        if who.kind is ParticipantKind.REGIONAL_ORGANISATION:
            reason += "; an organisation is bound within the limits of its competence"
        return Side(
            participant=who,
            truth=found.truth,
            since=None if present is None else present.since,
            until=None if present is None else present.until,
            reason=reason,
            sources=found.sources,
        )

    def _replaced(self, rule: CooperationRule) -> tuple[Truth, str] | None:
        if rule.replaced_by is None:
            return None
        later = union_instruments(rule.replaced_by, self.catalogue)
        both = self._side(self.asks, later).truth & self._side(self.asked, later).truth
        if both is Truth.FALSE:
            return None
        perhaps = "replaced" if both is Truth.TRUE else "perhaps replaced"
        return ~both, f"{perhaps} between the two by {later.name} (art. {rule.replaced_pinpoint})"

    def _excluded(self, instrument: Instrument) -> list[Declaration]:
        pairs = [
            each.participant
            for each in self.catalogue.exclusions
            if each.instrument == instrument.id and {each.participant, each.excludes} == {self.asks.id, self.asked.id}
        ]
        return [
            each
            for each in self.catalogue.declarations
            if each.instrument == instrument.id and each.participant in pairs and not each.pinpoints
        ]

    def _coverage(
        self, rule: CooperationRule, instrument: Instrument
    ) -> tuple[CrimeCoverage, Instrument | None, list[PartialDate | None]]:
        """Return whether the crime is covered; by which Protocol, if any, and since when that binds each side."""
        if self.crime is None or rule.any_offence:
            return CrimeCoverage(truth=Truth.TRUE, offences=(), reason=""), None, []
        own = covered(instrument.id, self.crime, self.catalogue)
        if own.truth is Truth.TRUE or not rule.serious_crime:
            return own, None, []
        best: tuple[CrimeCoverage, Instrument | None, list[PartialDate | None]] = (own, None, [])
        for protocol in self.catalogue.instruments.values():
            if protocol.parent != instrument.id:
                continue
            by_protocol = covered(protocol.id, self.crime, self.catalogue)
            if by_protocol.truth is Truth.FALSE:
                continue
            sides = [self._side(each, protocol) for each in (self.asks, self.asked)]
            both = sides[0].truth & sides[1].truth
            if both & by_protocol.truth is Truth.TRUE:
                return by_protocol, protocol, [side.since for side in sides]
            why = "; ".join(side.reason for side in sides if side.truth is not Truth.TRUE) or by_protocol.reason
            reason = f"an offence under the {protocol.name}, which does not settle it: {why}"
            best = (CrimeCoverage(truth=Truth.UNKNOWN, offences=(), reason=reason), None, [])
        return best

    def _serious(self, rule: CooperationRule, coverage: CrimeCoverage) -> tuple[Truth, list[Finding], list[str]]:
        """Return whether the offence is covered, as a serious crime if nothing else, with what the case shows."""
        reached = Truth.TRUE if coverage.truth is Truth.TRUE else Truth.UNKNOWN
        if self.case is None or rule.gate is None:
            return reached, [], [] if reached is Truth.TRUE else [_PENALTY]
        offence = self.case.offence or Offence()
        if self.crime is not None and reached is Truth.TRUE and offence.convention_offence is None:
            offence = attrs.evolve(offence, convention_offence=True)
        if reached is not Truth.TRUE:
            reached = assess(COVERED_OFFENCE, offence).truth
        asks = [_PENALTY] if reached is Truth.UNKNOWN else []
        gate = self.catalogue.definitions[rule.gate]
        given = attrs.evolve(self.case, offence=offence)
        facts = given if isinstance(given, gate.about) else gate.about(offence=offence, group=given.group)
        return reached, [assess(gate, facts)], asks

    def _crime_articles(self, coverage: CrimeCoverage) -> tuple[Citation, ...]:
        found = []
        for offence in coverage.offences:
            label = union_instruments(offence.instrument, self.catalogue).name
            found.append(Citation(offence.instrument, offence.pinpoint, label=label))
        return tuple(dict.fromkeys(found))

    def _conditions(
        self, rule: CooperationRule, instrument: Instrument, coverage: CrimeCoverage, findings: list[Finding]
    ) -> list[Condition]:
        found = [Condition(text=each.title, citation=each.citation, finding=each) for each in findings]
        found += [
            Condition(text=each.condition, citation=None) for each in coverage.offences if each.condition is not None
        ]
        listed = self._listed(rule)
        found += [Condition(text=f"on the list without verification of dual criminality: {each}") for each in listed]
        for each in rule.conditions:
            cite = None if each.pinpoint is None else instrument.citation.at(each.pinpoint)
            found.append(Condition(text=each.text, citation=cite))
        if rule.pinpoint_status is not EvidenceStatus.VERIFIED:
            part = "a part of them alone was" if rule.pinpoint_status is EvidenceStatus.SECONDARY else "they were not"
            found.append(Condition(text=f"the articles, against the text: {part} read for these data"))
        return list(dict.fromkeys(found))

    def _listed(self, rule: CooperationRule) -> list[str]:
        """Return the entries of the list without verification of dual criminality that the crime falls under."""
        if rule.exempt_list is None or self.crime is None:
            return []
        wanted = {category for category, _ in self.crime.categories}
        meant = hub_categories(rule.exempt_list, self.catalogue)
        entries = self.catalogue.taxonomies[rule.exempt_list].entries
        return [
            entry.label
            for entry in entries
            if any(category in wanted and relation in _HOLDS for category, relation in meant.get(entry.id, ()))
        ]

    def _declarations(
        self, rule: CooperationRule, instrument: Instrument, coverage: CrimeCoverage, excluded: list[Declaration]
    ) -> list[Declaration]:
        """Return the declarations of either side on these articles, on that of the crime, and on the whole."""
        places = {instrument.id: _articles(rule.pinpoint) | _articles(rule.central_authority or "")}
        for offence in coverage.offences:
            places[offence.instrument] = places.get(offence.instrument, set()) | _articles(offence.pinpoint)
        return [
            each
            for each in self.catalogue.declarations
            if each.participant in (self.asks.id, self.asked.id)
            and each.instrument in places
            and (
                each in excluded
                or not each.pinpoints
                or any(_articles(pinpoint) & places[each.instrument] for pinpoint in each.pinpoints)
            )
        ]


def _in_force(times: tuple[Membership, ...], day: dt.date) -> Membership | None:
    """Return the membership that a day belongs to, or may belong to; else the last, ``None`` where there is none."""
    for truth in (Truth.TRUE, Truth.UNKNOWN):
        for each in reversed(times):
            if each.covers(day) is truth:
                return each
    return times[-1] if times else None


def _articles(pinpoint: str) -> set[int]:
    """Return the numbers of the articles that a pinpoint names, those within a range among them."""
    found: set[int] = set()
    for part in pinpoint.split(", "):
        ends = [
            each[: next((at for at, c in enumerate(each) if not c.isdecimal()), len(each))] for each in part.split("-")
        ]
        numbers = [int(each) for each in ends if each]
        if numbers:
            found |= set(range(numbers[0], numbers[-1] + 1)) if part.replace("-", "").isdecimal() else {numbers[0]}
    return found


def _why(rule: CooperationRule, coverage: CrimeCoverage, reached: Truth, case: object) -> str:
    if reached is Truth.FALSE and rule.serious_crime and case is not None:
        return "neither a Convention offence nor a serious crime, on the facts of the case (art. 3(1))"
    if rule.serious_crime and coverage.truth is Truth.FALSE:
        return "no offence established under the Convention: covered only as a serious crime"
    return coverage.reason


def _latest(days: list[PartialDate | None]) -> PartialDate | None:
    """Return the latest of some days, as far as that is known; ``None`` where one is missing."""
    known = [day for day in days if day is not None]
    if len(known) < len(days):
        return None
    lows = [day.earliest for day in known if day.earliest is not None]
    highs = [day.latest for day in known if day.latest is not None]
    return PartialDate(max(lows, default=None), max(highs) if len(highs) == len(known) else None)
