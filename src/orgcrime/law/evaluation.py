"""Evaluate: a rule made into a function of facts that gives its truth (strong Kleene)."""

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

__all__ = ["Evaluator", "Given", "Path", "evaluator"]

Given: TypeAlias = Mapping[str, bool | None]
"""What is known of the legal order, by the name of the parameter."""
Path: TypeAlias = tuple[str, ...]
"""The parts on the way from the facts as a whole to those that a rule is about."""
Evaluator: TypeAlias = Callable[[Any], bool | None]
"""A rule as a function of the facts as a whole: yes, no, or ``None`` for not known."""


def evaluator(rule: Rule, given: Given, path: Path = ()) -> Evaluator:
    """Return a rule as a function of facts, for what is known of the legal order.

    A yes is ``True``, a no ``False``, and what is not known ``None``: the values that a fact itself has.

    Args:
        rule: the rule.
        given: what is known of the legal order.
        path: the way from the facts as a whole to those that the rule is about.

    >>> from orgcrime.law.facts import Group
    >>> evaluator(Reaches("persons", 3), {})(Group(persons=Between(3, None)))
    True
    """
    match rule:
        case Holds(fact):
            return _reader(path, fact)
        case Reaches(fact, bound):
            return _reaches(_reader(path, fact), bound)
        case Contains(fact, values):
            return _contains(_reader(path, fact), frozenset(values))
        case AllOf() | AnyOf():
            tests = [evaluator(each, given, where) for each, where in _flat(rule, type(rule), path)]
            return _combined(tests, settled=isinstance(rule, AnyOf))
        case AtLeast(number, parts):
            return _at_least(number, [evaluator(each, given, path) for each in parts])
        case Not(inner):
            return _not(evaluator(inner, given, path))
        case Element(rule=inner):
            return evaluator(inner, given, path)
        case Meets(definition=definition, part=part):
            return evaluator(definition.rule, given, path if part is None else (*path, part))
        case ByLegalOrder(parameter=parameter, then=then, otherwise=otherwise):
            chosen = given.get(parameter)
            if chosen is not None:
                return evaluator(then if chosen else otherwise, given, path)
            return _common(evaluator(then, given, path), evaluator(otherwise, given, path))
        case NotEstablished():
            return lambda _: None


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


def _reaches(read: Callable[[Any], Any], bound: float) -> Evaluator:
    def reaches(facts: Any) -> bool | None:
        value = read(facts)
        if type(value) is int:
            return value >= bound
        if value is None:
            return None
        if isinstance(value, Listing):
            return True if len(value.values) >= bound else False if value.complete else None
        if isinstance(value, Between):
            if value.low is not None and value.low >= bound:
                return True
            return False if value.high is not None and value.high < bound else None
        return bool(value >= bound)

    return reaches


def _contains(read: Callable[[Any], Any], enough: frozenset[str]) -> Evaluator:
    def contains(facts: Any) -> bool | None:
        value = read(facts)
        if value is None:
            return None
        return True if not enough.isdisjoint(value.values) else False if value.complete else None

    return contains


def _combined(tests: list[Evaluator], *, settled: bool) -> Evaluator:
    """Return "all of", which one no settles, or "any of", which one yes settles."""
    if len(tests) == 2:  # noqa: PLR2004 - as most have
        return _pair(tests[0], tests[1], settled=settled)
    otherwise = not settled

    def several(facts: Any) -> bool | None:
        found: bool | None = otherwise
        for test in tests:
            value = test(facts)
            if value is not otherwise:
                if value is settled:
                    return settled
                found = None
        return found

    return several


def _pair(first: Evaluator, second: Evaluator, *, settled: bool) -> Evaluator:
    """Return "all of" or "any of" two parts, which need no loop."""

    def pair(facts: Any) -> bool | None:
        one = first(facts)
        if one is settled:
            return settled
        other = second(facts)
        return None if one is None and other is not settled else other

    return pair


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


def _at_least(number: int, tests: list[Evaluator]) -> Evaluator:
    def at_least(facts: Any) -> bool | None:
        values = [test(facts) for test in tests]
        if values.count(True) >= number:
            return True
        return False if len(values) - values.count(False) < number else None

    return at_least


def _not(test: Evaluator) -> Evaluator:
    def opposite(facts: Any) -> bool | None:
        value = test(facts)
        return None if value is None else not value

    return opposite


def _common(then: Evaluator, otherwise: Evaluator) -> Evaluator:
    """Return what two branches have in common, where it is not known which one is taken."""

    def common(facts: Any) -> bool | None:
        value = then(facts)
        return value if value is otherwise(facts) else None

    return common
