"""Legal bases as an answer: each with its days, articles, conditions and reasons, and how the answer shows itself."""

from __future__ import annotations

import datetime as dt

import attrs

from orgcrime.citation import Citation
from orgcrime.cooperation.coverage import Crime
from orgcrime.cooperation.union import Side
from orgcrime.embedding import embeddable
from orgcrime.law.finding import Finding
from orgcrime.model.cooperation import CooperationRule, Form
from orgcrime.model.instrument import Instrument
from orgcrime.model.participant import Participant
from orgcrime.model.participation import Declaration
from orgcrime.outline import Outline
from orgcrime.temporal import PartialDate
from orgcrime.truth import Truth

__all__ = ["Basis", "Condition", "LegalBases"]

_SHORT = {
    Form.MUTUAL_LEGAL_ASSISTANCE: "assistance",
    Form.JOINT_INVESTIGATION_TEAM: "team",
    Form.CONTROLLED_DELIVERY: "delivery",
}


@embeddable
@attrs.frozen(kw_only=True)
class Condition:
    """Something to check before a request is made.

    Attributes:
        text: what, in our own words.
        citation: the article that asks for it; ``None`` where none is named.
        finding: what it comes to on the facts of the case; ``None`` without a case, or where no definition is written.
    """

    text: str
    citation: Citation | None = None
    finding: Finding | None = None

    def __str__(self) -> str:
        """Return the condition with its article and, where there is one, its finding."""
        place = "" if self.citation is None else f" ({self.citation.place})"
        found = "" if self.finding is None else f": {self.finding.truth.word}"
        return f"{self.text}{place}{found}"


@embeddable
@attrs.frozen(kw_only=True)
class Basis:
    """An article under which one State may ask the other, and whether it holds on the day.

    Attributes:
        rule: the article and what it says.
        instrument: the instrument.
        through: the Protocol by which the crime is an offence under the instrument; ``None`` where none is needed.
        truth: whether it holds, subject to the conditions; with a case, what the case settles is counted.
        requesting: where the requesting State stands.
        requested: where the requested State stands.
        since: the day since which both are bound, by the Protocol too; ``None`` where one of them is not.
        articles: the articles on the form of cooperation.
        crime_articles: the articles that make the crime an offence; empty where no crime was asked for or none is met.
        central_authority: the article on central authorities; ``None`` where there is none.
        conditions: what to check.
        declarations: declarations of either side that bear on it; the list of declarations is a selection.
        reasons: why it does not hold, or why that is not known; empty where it holds.
        asks: what would settle it; empty where nothing is asked.
    """

    rule: CooperationRule
    instrument: Instrument
    through: Instrument | None
    truth: Truth
    requesting: Side
    requested: Side
    since: PartialDate | None
    articles: Citation
    crime_articles: tuple[Citation, ...]
    central_authority: Citation | None
    conditions: tuple[Condition, ...]
    declarations: tuple[Declaration, ...]
    reasons: tuple[str, ...]
    asks: tuple[str, ...]

    def __repr__(self) -> str:
        """Return whether it holds, and the article."""
        return f"<Basis: {self.truth.word}, {self.articles}>"

    def plain(self) -> dict[str, object]:
        """Return the basis as JSON has it."""
        return {
            "instrument": self.instrument.id,
            "through": None if self.through is None else self.through.id,
            "truth": self.truth.value,
            "binds_requesting_since": _iso(self.requesting.since),
            "binds_requested_since": _iso(self.requested.since),
            "since": _iso(self.since),
            "articles": str(self.articles),
            "crime_articles": [str(each) for each in self.crime_articles],
            "central_authority": None if self.central_authority is None else str(self.central_authority),
            "force": self.rule.force.value,
            "dual_criminality": self.rule.dual_criminality,
            "conditions": [str(each) for each in self.conditions],
            "declarations": [_declared(each) for each in self.declarations],
            "reasons": list(self.reasons),
            "asks": list(self.asks),
            "status": self.rule.status.value,
            "pinpoint_status": self.rule.pinpoint_status.value,
            "sources": [reference.source for reference in self.rule.sources],
        }

    @property
    def cells(self) -> tuple[str, ...]:
        """The basis as a line of a table."""
        crime = "; ".join(
            each.place if each.instrument == self.instrument.id else str(each) for each in self.crime_articles
        )
        authority = "" if self.central_authority is None else self.central_authority.place
        days = (_iso(self.requesting.since), _iso(self.requested.since), _iso(self.since))
        return (self.instrument.name, self.articles.place, crime, *(each or "" for each in days), authority)


@embeddable
@attrs.frozen(kw_only=True)
class LegalBases:
    """Every basis of a form of cooperation between two States on a day: those that hold, fail, and are unknown.

    Attributes:
        requesting: who asks.
        requested: who is asked.
        cooperation: for which form of cooperation.
        crime: for which crime; ``None`` where none was named.
        on: the day.
        bases: every basis, in the order of the instruments.
        harmonising: acts of the European Union that make the crime an offence and are no basis for a request.
        not_covered: what these data do not hold: never left out.
    """

    requesting: Participant
    requested: Participant
    cooperation: Form
    crime: Crime | None
    on: dt.date
    bases: tuple[Basis, ...]
    harmonising: tuple[Citation, ...]
    not_covered: tuple[str, ...]

    def __repr__(self) -> str:
        """Return who asks whom for what, and how many bases hold."""
        asked = f"{self.requesting.id} to {self.requested.id}, {self.cooperation.value}"
        return f"<LegalBases: {asked}, {len(self.holding)} of {len(self.bases)} hold>"

    @property
    def holding(self) -> tuple[Basis, ...]:
        """The bases that hold, subject to their conditions."""
        return tuple(each for each in self.bases if each.truth is Truth.TRUE)

    @property
    def failing(self) -> tuple[Basis, ...]:
        """The bases that fail."""
        return tuple(each for each in self.bases if each.truth is Truth.FALSE)

    @property
    def unknown(self) -> tuple[Basis, ...]:
        """The bases of which it is not known."""
        return tuple(each for each in self.bases if each.truth is Truth.UNKNOWN)

    @property
    def truth(self) -> Truth:
        """Whether there is a basis at all: never a plain no, since these data do not cover all."""
        return Truth.TRUE if self.holding else Truth.UNKNOWN

    def basis(self, instrument: str) -> Basis:
        """Return the basis in an instrument.

        Raises:
            KeyError: if the instrument has none of this form.
        """
        for each in self.bases:
            if each.instrument.id == instrument:
                return each
        raise KeyError(instrument)

    def plain(self) -> dict[str, object]:
        """Return the answer as JSON has it."""
        return {
            "requesting": self.requesting.id,
            "requested": self.requested.id,
            "cooperation": self.cooperation.value,
            "crime": None if self.crime is None else self.crime.title,
            "on": self.on.isoformat(),
            "bases": [each.plain() for each in self.bases],
            "harmonising": [str(each) for each in self.harmonising],
            "not_covered": list(self.not_covered),
        }

    def outline(self) -> Outline:
        """Return the answer as a table of what holds, with what to check, what is unknown and what fails below it."""
        crime = "" if self.crime is None else f" · {self.crime.title}"
        who = f"{self.requesting.name} → {self.requested.name}"
        codes = (_code(self.requesting), _code(self.requested))
        head = (
            "instrument",
            _SHORT.get(self.cooperation, "article"),
            "crime",
            f"binds {codes[0]}",
            f"binds {codes[1]}",
            "both since",
            "central authority",
        )
        below = [
            Outline(heading="to check", rows=tuple(_to_check(self.holding))),
            Outline(heading="unknown", rows=tuple(_because(self.unknown))),
            Outline(heading="does not hold", rows=tuple(_because(self.failing))),
            Outline(heading="declared", rows=tuple(_declarations(self.bases))),
            Outline(heading="criminalisation only, no basis", rows=tuple((str(each),) for each in self.harmonising)),
            Outline(heading="not covered", rows=tuple((each,) for each in self.not_covered)),
        ]
        return Outline(
            heading=f"{who} · {self.cooperation.words}{crime} · on {self.on}",
            columns=head if self.holding else (),
            rows=tuple(each.cells for each in self.holding),
            children=tuple(each for each in below if each.rows),
            notes=() if self.holding else ("no basis among these instruments is known to hold",),
        )

    def text(self) -> str:
        """Return the answer as plain text."""
        return self.outline().text()

    def __str__(self) -> str:
        """Return the answer as plain text."""
        return self.text()

    def _repr_html_(self) -> str:
        return self.outline().html()


def _to_check(bases: tuple[Basis, ...]) -> list[tuple[str, str]]:
    rows = []
    for basis in bases:
        said = [str(each) for each in basis.conditions]
        if basis.rule.dual_criminality is not None:
            said.append(f"dual criminality: {basis.rule.dual_criminality}")
        rows += [(basis.instrument.name if at == 0 else "", text) for at, text in enumerate(said)]
    return rows


def _because(bases: tuple[Basis, ...]) -> list[tuple[str, str]]:
    rows = []
    for basis in bases:
        said = [*basis.reasons, *(f"to settle it: {each}" for each in basis.asks)]
        rows += [
            (f"{basis.instrument.name} {basis.articles.place}" if at == 0 else "", text) for at, text in enumerate(said)
        ]
    return rows


def _declarations(bases: tuple[Basis, ...]) -> list[tuple[str, str]]:
    return [(basis.instrument.name, _declared(each)) for basis in bases for each in basis.declarations]


def _declared(declaration: Declaration) -> str:
    places = f" (art. {'; '.join(declaration.pinpoints)})" if declaration.pinpoints else ""
    return f"{declaration.participant}: {declaration.kind.replace('-', ' ')}{places}: {declaration.paraphrase}"


def _iso(day: PartialDate | None) -> str | None:
    return None if day is None else day.isoformat()


def _code(participant: Participant) -> str:
    return participant.codes[0].code if participant.codes else participant.name
