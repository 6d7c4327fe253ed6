"""The page that the project started from: its claims, and the library's own answers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

import orgcrime
from orgcrime.catalogue import BUILT_IN, Catalogue
from orgcrime.claims.checking import check
from orgcrime.claims.citing import cite
from orgcrime.claims.verdict import Outcome
from orgcrime.errors import CitationError
from orgcrime.model.claim import Against, Asks, Claim, ClaimTest, Holding
from orgcrime.naming import programme_runs
from orgcrime.questions import assess, find
from orgcrime.reading import records

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Answered", "answered", "founding_claims"]

_CHECKED = (
    "participant",
    "instrument",
    "body",
    "act",
    "year",
    "date",
    "on",
    "status",
    "count",
    "counts",
    "name",
)


@attrs.frozen(kw_only=True)
class Answered:
    """A test of a claim with the library's answer.

    Attributes:
        test: the test.
        question: the call that puts it, as one writes it.
        answer: the answer: an outcome, a citation or the reason why there is none, an id, a truth, or the text of an
            attribute.
        fact: what the answer says beyond that; ``None`` where it says no more.
        agrees: whether the answer is the one expected, and does not contradict the judgement of the claim.
    """

    test: ClaimTest
    question: str
    answer: str
    fact: str | None
    agrees: bool


def founding_claims() -> tuple[Claim, ...]:
    """Return the claims of the founding page, in their order.

    >>> founding_claims()[52].fact.partition(";")[0]
    'Ratification authorised by law 2005-743 of 4 July 2005'
    """
    return tuple(sorted(records(Claim, "founding-claims.json"), key=_number))


def answered(claim: Claim, *, catalogue: Catalogue = BUILT_IN) -> tuple[Answered, ...]:
    """Return the library's answers to the tests of a claim."""
    return tuple(_answered(claim, test, catalogue) for test in claim.tests)


def _number(claim: Claim) -> int:
    return claim.number


def _answered(claim: Claim, test: ClaimTest, catalogue: Catalogue) -> Answered:
    question, answer, fact = _ASKED[test.asks](test, catalogue)
    judged = {Against.THEN: claim.then.holding, Against.NOW: claim.now.holding}.get(test.of)
    contrary = {Holding.RIGHT: _NO, Holding.WRONG: _YES}.get(judged, frozenset()) if judged else frozenset()
    agrees = answer == test.answer and answer not in contrary
    return Answered(test=test, question=question, answer=answer, fact=fact, agrees=agrees)


_YES = frozenset((Outcome.CONFIRMED.value, "true"))
_NO = frozenset((Outcome.CONTRADICTED.value, "false"))

_Said = tuple[str, str, str | None]


def _called(function: str, *given: object, **named: object) -> str:
    written = [*map(repr, given), *(f"{what}={value!r}" for what, value in named.items())]
    return f"oc.{function}({', '.join(written)})"


def _check(test: ClaimTest, catalogue: Catalogue) -> _Said:
    given: dict[str, Any] = {what: getattr(test, what) for what in _CHECKED if getattr(test, what) is not None}
    verdict = check(**given, catalogue=catalogue)
    return _called("check", **given), verdict.outcome.value, verdict.fact


def _cite(test: ClaimTest, catalogue: Catalogue) -> _Said:
    text = test.text or ""
    try:
        answer = str(cite(text, catalogue=catalogue))
    except CitationError as error:
        answer = str(error)
    return _called("cite", text), answer, None


def _find(test: ClaimTest, catalogue: Catalogue) -> _Said:
    text = test.text or ""
    hits = find(text, most=1, catalogue=catalogue)
    answer = hits[0].record.id if hits else "nothing"
    return f"{_called('find', text)}[0].record.id", answer, f"{hits[0].what}: {hits[0].matched}" if hits else None


def _assess(test: ClaimTest, catalogue: Catalogue) -> _Said:
    from orgcrime.serial import from_json

    definition = catalogue.definitions[test.definition or ""]
    facts: Any = from_json(test.facts or "{}", definition.about)
    finding = assess(definition, facts, catalogue=catalogue)
    shown = ", ".join(f"{name}={value!r}" for name, value in _known(facts))
    kind = definition.about.__name__
    question = f"oc.assess({definition.id!r}, {'oc.' if kind in orgcrime.__all__ else ''}{kind}({shown}))"
    missing = f"missing: {', '.join(finding.missing)}" if finding.missing else None
    return question, finding.truth.value, missing


def _known(facts: attrs.AttrsInstance) -> Iterable[tuple[str, object]]:
    every = ((field.name, getattr(facts, field.name)) for field in attrs.fields(type(facts)))
    return ((name, value) for name, value in every if value is not None)


def _stands(test: ClaimTest, catalogue: Catalogue) -> _Said:
    from orgcrime.days import read_day

    name = (test.record or "").partition("/")[2]
    programme = catalogue.programmes[name]
    truth = programme_runs(programme, None, read_day(test.on or ""))
    return f"oc.programmes[{name!r}].period.includes({test.on!r})", truth.value, f"period: {programme.period}"


def _record(test: ClaimTest, catalogue: Catalogue) -> _Said:
    registry, _, name = (test.record or "").partition("/")
    found: Any = getattr(catalogue, registry)[name]
    question = f"oc.{registry}[{name!r}]"
    for step in (test.path or "").split("/"):
        if isinstance(found, tuple):
            found = next(each for each in found if getattr(each, "id", None) == step)
            question += f"[{step!r}]"
        else:
            found = getattr(found, step)
            question += f".{step}"
    return question, ", ".join(map(_text, found)) if isinstance(found, tuple) else _text(found), None


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    return str(getattr(value, "title", None) or getattr(value, "text", None) or value)


_ASKED = {
    Asks.CHECK: _check,
    Asks.CITE: _cite,
    Asks.FIND: _find,
    Asks.ASSESS: _assess,
    Asks.STANDS: _stands,
    Asks.RECORD: _record,
}
