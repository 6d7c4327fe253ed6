"""Evaluate: a rule made into a function of facts and parameters that gives its truth (strong Kleene)."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from orgcrime.law.rule import (
    AllOf,
    AnyOf,
    AtLeast,
    ByLegalOrder,
    Contains,
    Element,
    Holds,
    Meets,
    Not,
    NotEstablished,
    Reaches,
    Rule,
)
from orgcrime.law.values import Between, Listing
from orgcrime.truth import Truth

__all__ = ["Evaluator", "Given", "Path", "evaluator"]

Given: TypeAlias = Mapping[str, bool | None]
"""What is known of the legal order, by the name of the parameter."""
Path: TypeAlias = tuple[str, ...]
"""The parts on the way from the facts as a whole to those that a rule is about."""
Evaluator: TypeAlias = Callable[[Any, Given], Truth]
"""A rule as a function of the facts as a whole and the parameters."""

FALSE, UNKNOWN, TRUE = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
_TRUTHS: dict[bool | None, Truth] = {True: TRUE, False: FALSE, None: UNKNOWN}
_OPPOSITES: dict[bool | None, Truth] = {True: FALSE, False: TRUE, None: UNKNOWN}


def evaluator(rule: Rule, path: Path = ()) -> Evaluator:
    """Return a rule as a function of facts and parameters.

    >>> from orgcrime.law.facts import Group
    >>> evaluator(Reaches("persons", 3))(Group(persons=Between(2, None)), {})
    Truth.UNKNOWN
    """
    match rule:
        case Holds(fact):
            return _holds(_reader(path, fact), _TRUTHS)
        case Reaches(fact, bound):
            return _reaches(_reader(path, fact), bound)
        case Contains(fact, values):
            return _contains(_reader(path, fact), frozenset(values))
        case AllOf() | AnyOf():
            return _combined(rule, path)
        case AtLeast(number, parts):
            return _at_least(number, [evaluator(each, path) for each in parts])
        case Not(inner):
            return _not(evaluator(inner, path))
        case Element(rule=inner):
            return evaluator(inner, path)
        case Meets(definition=definition, part=part):
            return evaluator(definition.rule, path if part is None else (*path, part))
        case ByLegalOrder():
            return _by_legal_order(rule.parameter, evaluator(rule.then, path), evaluator(rule.otherwise, path))
        case NotEstablished():
            return lambda _facts, _given: UNKNOWN


def _reader(path: Path, name: str) -> Callable[[Any], Any]:
    """Return a function that reads a fact; one in a part that is not known is not known."""
    if not path:
        return operator.attrgetter(name)

    def read(facts: Any) -> Any:
        for part in path:
            facts = getattr(facts, part)
            if facts is None:
                return None
        return getattr(facts, name)

    return read


def _holds(read: Callable[[Any], Any], truths: dict[bool | None, Truth]) -> Evaluator:
    return lambda facts, _: truths[read(facts)]


def _reaches(read: Callable[[Any], Any], bound: float) -> Evaluator:
    def reaches(facts: Any, _: Given) -> Truth:
        value = read(facts)
        if value is None:
            return UNKNOWN
        if type(value) is int:
            return TRUE if value >= bound else FALSE
        if isinstance(value, Listing):
            if len(value.values) >= bound:
                return TRUE
            return FALSE if value.complete else UNKNOWN
        if isinstance(value, Between):
            if value.low is not None and value.low >= bound:
                return TRUE
            return FALSE if value.high is not None and value.high < bound else UNKNOWN
        return TRUE if value >= bound else FALSE

    return reaches


def _contains(read: Callable[[Any], Any], enough: frozenset[str]) -> Evaluator:
    def contains(facts: Any, _: Given) -> Truth:
        value = read(facts)
        if value is None:
            return UNKNOWN
        if not enough.isdisjoint(value.values):
            return TRUE
        return FALSE if value.complete else UNKNOWN

    return contains


def _combined(rule: AllOf | AnyOf, path: Path) -> Evaluator:
    """Return "all of" or "any of" as a function that reads its yes/no facts together.

    For "all of" one no settles it, for "any of" one yes; a negated fact settles it with the opposite answer.
    """
    settled, otherwise = (FALSE, TRUE) if isinstance(rule, AllOf) else (TRUE, FALSE)
    facts_at: dict[tuple[Path, bool], list[str]] = {}
    tests: list[Evaluator] = []
    for each, where in _flat(rule, type(rule), path):
        match each:
            case Holds(fact):
                facts_at.setdefault((where, True), []).append(fact)
            case Not(Holds(fact)):
                facts_at.setdefault((where, False), []).append(fact)
            case _:
                tests.append(evaluator(each, where))
    reads = []
    for (where, plain), names in facts_at.items():
        if len(names) > 1:
            reads.append((_together(where, names), plain is isinstance(rule, AnyOf)))
        else:
            tests.insert(0, _holds(_reader(where, names[0]), _TRUTHS if plain else _OPPOSITES))
    if len(reads) == 1 and not tests:
        return _read_alone(*reads[0], settled, otherwise)

    def combined(facts: Any, given: Given) -> Truth:
        found = otherwise
        for read, stop in reads:
            values = read(facts)
            if stop in values:
                return settled
            if None in values:
                found = UNKNOWN
        for test in tests:
            truth = test(facts, given)
            if truth is settled:
                return settled
            if truth is UNKNOWN:
                found = UNKNOWN
        return found

    return combined


def _read_alone(
    read: Callable[[Any], tuple[bool | None, ...]], stop: bool, settled: Truth, otherwise: Truth
) -> Evaluator:
    def read_alone(facts: Any, _: Given) -> Truth:
        values = read(facts)
        if stop in values:
            return settled
        return UNKNOWN if None in values else otherwise

    return read_alone


def _flat(rule: Rule, kind: type, path: Path) -> Iterator[tuple[Rule, Path]]:
    """Yield the parts of a combination, those of a like combination within it among them."""
    match rule:
        case Element(rule=inner):
            yield from _flat(inner, kind, path)
        case Meets(definition=definition, part=part):
            yield from _flat(definition.rule, kind, path if part is None else (*path, part))
        case AllOf(parts) | AnyOf(parts) if isinstance(rule, kind):
            for each in parts:
                yield from _flat(each, kind, path)
        case _:
            yield rule, path


def _together(path: Path, names: list[str]) -> Callable[[Any], tuple[bool | None, ...]]:
    """Return a function that reads several facts at once."""
    read = operator.attrgetter(*names)
    if not path:
        return read
    unknown = (None,)

    def read_within(facts: Any) -> tuple[bool | None, ...]:
        for part in path:
            facts = getattr(facts, part)
            if facts is None:
                return unknown
        return read(facts)

    return read_within


def _at_least(number: int, tests: list[Evaluator]) -> Evaluator:
    def at_least(facts: Any, given: Given) -> Truth:
        truths = [test(facts, given) for test in tests]
        if sum(truth is TRUE for truth in truths) >= number:
            return TRUE
        return FALSE if sum(truth is not FALSE for truth in truths) < number else UNKNOWN

    return at_least


def _not(test: Evaluator) -> Evaluator:
    return lambda facts, given: ~test(facts, given)


def _by_legal_order(parameter: str, then: Evaluator, otherwise: Evaluator) -> Evaluator:
    def by_legal_order(facts: Any, given: Given) -> Truth:
        chosen = given.get(parameter)
        if chosen is None:
            truth = then(facts, given)
            return truth if truth is otherwise(facts, given) else UNKNOWN
        return then(facts, given) if chosen else otherwise(facts, given)

    return by_legal_order
