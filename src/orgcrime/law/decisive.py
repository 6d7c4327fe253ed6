"""Decide: the smallest sets of known facts that alone give a rule its outcome."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, Any, TypeAlias

from orgcrime.law.evaluation import Given, evaluator
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
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Certificates", "certificates"]

Certificates: TypeAlias = frozenset[frozenset[str]]
"""Sets of facts, each named by its path, none within another."""

_NONE: Certificates = frozenset()
_FREE: Certificates = frozenset({frozenset()})


def certificates(rule: Rule, wanted: Truth, facts: Any, given: Given, path: tuple[str, ...] = ()) -> Certificates:
    """Return the smallest sets of facts that alone give a rule the outcome wanted; none where it has another.

    >>> from orgcrime.law.facts import Group
    >>> from orgcrime.law.untoc import STRUCTURED_GROUP
    >>> certificates(STRUCTURED_GROUP.rule, Truth.TRUE, Group(randomly_formed=False), {})
    frozenset({frozenset({'randomly_formed'})})
    """
    match rule:
        case Holds(fact) | Reaches(fact, _) | Contains(fact, _):
            truth = evaluator(rule, path)(facts, given)
            return frozenset({frozenset({".".join((*path, fact))})}) if truth is wanted else _NONE
        case NotEstablished():
            return _NONE
        case Not(inner):
            return certificates(inner, ~wanted, facts, given, path)
        case Element(rule=inner):
            return certificates(inner, wanted, facts, given, path)
        case Meets(definition=definition, part=part):
            return certificates(definition.rule, wanted, facts, given, path if part is None else (*path, part))
        case ByLegalOrder(parameter=parameter, then=then, otherwise=otherwise):
            chosen = given.get(parameter)
            branches = (then, otherwise) if chosen is None else (then,) if chosen else (otherwise,)
            return _together(certificates(each, wanted, facts, given, path) for each in branches)
        case AllOf(parts) | AnyOf(parts):
            below = [certificates(each, wanted, facts, given, path) for each in parts]
            every = isinstance(rule, AllOf) is (wanted is Truth.TRUE)
            return _together(below) if every else _least(each for some in below for each in some)
        case AtLeast(number, parts):
            below = [certificates(each, wanted, facts, given, path) for each in parts]
            needed = number if wanted is Truth.TRUE else len(parts) - number + 1
            return _least(each for some in combinations(below, needed) for each in _together(some))


def _together(below: Iterable[Certificates]) -> Certificates:
    """Return the sets that give every part its outcome."""
    found = _FREE
    for some in below:
        found = _least(left | right for left, right in product(found, some))
    return found


def _least(found: Iterable[frozenset[str]]) -> Certificates:
    """Return the sets of which none has another within it."""
    kept: list[frozenset[str]] = []
    for each in sorted(set(found), key=len):
        if not any(other <= each for other in kept):
            kept.append(each)
    return frozenset(kept)
