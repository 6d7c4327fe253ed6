"""What a case states, made plain: a value for an interval, a listing for what it must hold, facts from values."""

from __future__ import annotations

import itertools
import math
import string
from typing import TYPE_CHECKING, Any, TypeGuard

import attrs

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
    Reaches,
    Rule,
)
from orgcrime.law.values import Between, Fact, FactKind, Listing, Penalty, specification

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["as_json", "in_short", "in_words", "plain_listing", "plain_number", "with_facts"]


def plain_number(fact: Fact, cell: tuple[float, float], known: object) -> float:
    """Return the plainest number of an interval: its least; below the lowest bound, the greatest whole one.

    Args:
        fact: how the number is declared.
        cell: the interval, its end not within it.
        known: what is known of the number; as far as it can be, it is kept to.

    >>> from orgcrime.law.facts import Group
    >>> fact = specification(Group)["maximum_penalty"]
    >>> plain_number(fact, (0, 4), None), plain_number(fact, (4, math.inf), None)
    (3, 4)
    """
    low, end = cell
    below = max(low, math.ceil(end) - 1) if end < math.inf else low
    value = below if low == fact.minimum else low
    least = known.low if isinstance(known, Between) else known
    if isinstance(least, Penalty) or (_is_number(least) and least >= end):
        value = below
    elif isinstance(known, Between):
        # What is known is kept to: the number lies within the range where the two have some in common.
        if _is_number(known.low) and low <= known.low:
            value = max(value, known.low)
        if _is_number(known.high) and low <= known.high < end:
            value = min(value, known.high)
    return int(value) if value == int(value) else value


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, (int, float))


def plain_listing(
    fact: Fact, items: Mapping[str, int], length: tuple[float, float] | None, known: object
) -> Listing[str]:
    """Return a listing that holds what is stated, with as many values as its length asks for.

    Args:
        fact: how the listing is declared.
        items: the values stated, each with 1 where the listing holds it and 0 where it does not.
        length: the interval of its length, its end not within it; ``None`` where any will do.
        known: what is known of the listing, which is kept to.

    >>> from orgcrime.law.facts import Offence
    >>> plain_listing(specification(Offence)["states"], {}, (2, math.inf), None)
    Listing(['A', 'B'])
    """
    held = known if isinstance(known, Listing) else Listing[str](())
    vocabulary = [] if fact.vocabulary is None else [member.value for member in fact.vocabulary]
    wanted = [item for item, at in items.items() if at == 1]
    values = [str(value) for value in held.values if items.get(str(value)) != 0]
    values += [item for item in wanted if item not in values]
    complete = held.complete or 0 in items.values()
    if length is not None:
        low, end = length
        complete = held.complete or end < math.inf or 0 in items.values()
        # As with a number, the length next below the bound is taken where nothing is known.
        least = math.ceil(end) - 1 if low == 0 and end < math.inf and known is None else math.ceil(low)
        spare = (
            name
            for name in vocabulary or map(_letter, itertools.count())
            if name not in values and items.get(name) != 0
        )
        values += itertools.islice(spare, max(0, least - len(values)))
        surplus = [value for value in values if value not in wanted]
        while len(values) >= end:
            values.remove(surplus.pop())
    kinds = {value: at for at, value in enumerate(vocabulary)}
    values = sorted(values, key=lambda value: kinds.get(value, 0))
    return Listing(
        values if fact.vocabulary is None else [fact.vocabulary(value) for value in values], complete=complete
    )


def _letter(at: int) -> str:
    """Return a name for a value of an open listing: A, B, …, Z, A1, B1, …."""
    turn, place = divmod(at, len(string.ascii_uppercase))
    return f"{string.ascii_uppercase[place]}{turn or ''}"


def with_facts(about: type, values: Mapping[str, object], facts: object = None) -> Any:  # noqa: ANN401 - of that class
    """Return facts with some values stated, each named by its path; the others stay as they are.

    >>> from orgcrime.law.facts import Case
    >>> with_facts(Case, {"group.persons": 3}).group.persons
    3
    """
    changed: dict[str, Any] = {}
    inner: dict[str, dict[str, object]] = {}
    for path, value in values.items():
        name, _, rest = path.partition(".")
        if rest:
            inner.setdefault(name, {})[rest] = value
        else:
            changed[name] = value
    held: Any = about() if facts is None else facts
    known = specification(about)
    for name, below in inner.items():
        of: Any = known[name].part
        changed[name] = with_facts(of, below, getattr(held, name))
    return attrs.evolve(held, **changed)


def in_words(fact: Fact, value: object, path: str = "") -> str:
    """Return a stated fact in a few words, with the part that it belongs to where its path names one.

    >>> from orgcrime.law.facts import Group
    >>> in_words(specification(Group)["persons"], 3, "group.persons")
    'group: 3 persons'
    """
    part = path.rpartition(".")[0].replace(".", " ").replace("_", " ")
    shown = fact.shown(value)
    if isinstance(value, bool):
        shown = fact.label if value else f"not {fact.label}"
    elif fact.label != fact.unit:
        shown = f"{fact.label}: {shown}"
    elif value == 1:
        shown = shown.removesuffix("s")
    return f"{part}: {shown}" if part else shown


def as_json(values: Mapping[str, object]) -> dict[str, Any]:
    """Return values, each named by its path, as JSON has facts: those of a part below its name."""
    found: dict[str, Any] = {}
    for path, value in values.items():
        *above, name = path.split(".")
        place = found
        for part in above:
            place = place.setdefault(part, {})
        place[name] = _json(value)
    return found


def _json(value: object) -> object:
    if isinstance(value, Listing):
        values = [str(each) for each in value.values]
        return {"values": values, "complete": True} if value.complete else values
    return value.value if isinstance(value, Penalty) else value


def in_short(rule: Rule, about: type) -> str:
    """Return what a rule asks for in a few words.

    >>> from orgcrime.law.facts import Group
    >>> in_short(AnyOf((Reaches("maximum_penalty", 4), Holds("aims_at_convention_offence"))), Group)
    'maximum penalty of at least 4 years, or aim of committing a Convention offence'
    """
    known = specification(about)
    match rule:
        case Holds(fact):
            return known[fact].label
        case Reaches(fact, bound):
            return _bound(known[fact], bound)
        case Contains(fact, values):
            every = known[fact].vocabulary is not None and len(values) == len(list(known[fact].vocabulary or ()))
            return f"{known[fact].label}: {'any' if every else ' or '.join(map(str, values))}"
        case AllOf(inner):
            return " and ".join(_grouped(each, about) for each in inner)
        case AnyOf(inner):
            return ", or ".join(_grouped(each, about) for each in inner)
        case Not(inner):
            return f"not {_grouped(inner, about)}"
        case AtLeast(number, inner):
            return f"at least {number} of: {'; '.join(_grouped(each, about) for each in inner)}"
        case Element(rule=inner):
            return in_short(inner, about)
        case Meets(definition=definition, part=part):
            return in_short(definition.rule, about) if part is None else definition.title
        case ByLegalOrder():
            then, otherwise = (_grouped(each, about) for each in (rule.then, rule.otherwise))
            return f"{rule.question} yes: {then}; no: {otherwise}"
        case _:
            return f"not established: {rule.title}"


def _bound(fact: Fact, bound: float) -> str:
    if fact.kind is FactKind.LISTING:
        return f"{fact.label}: at least {bound:g}"
    least = f"at least {bound:g} {fact.unit}"
    return least if fact.label == fact.unit else f"{fact.label} of {least}"


def _grouped(rule: Rule, about: type) -> str:
    """Return a rule in short, in brackets where it is a combination of its own."""
    inner = rule
    while isinstance(inner, (Element, Meets)) and getattr(inner, "part", None) is None:
        inner = inner.rule if isinstance(inner, Element) else inner.definition.rule
    said = in_short(rule, about)
    return f"({said})" if isinstance(inner, (AllOf, AnyOf, AtLeast, ByLegalOrder)) else said
