"""A small facts class and random definitions over it, small enough to go through every case."""

from __future__ import annotations

import enum
from itertools import product
from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import strategies as st

from orgcrime.citation import Citation
from orgcrime.law.rule import (
    AllOf,
    AnyOf,
    AtLeast,
    ByLegalOrder,
    Contains,
    Definition,
    Element,
    Holds,
    Not,
    NotEstablished,
    Reaches,
    Rule,
)
from orgcrime.law.values import Between, Listing, checked, listing, number, part, yes_no

if TYPE_CHECKING:
    from collections.abc import Iterator

CODE = Citation("code", label="Code")
OPEN_STEPS = ("first open step", "second open step")
PARAMETERS = ("p", "q")


class Item(enum.StrEnum):
    X = "x"
    Y = "y"
    Z = "z"


@checked
@attrs.frozen(kw_only=True)
class Small:
    """Four facts, two of a kind that has more than two answers."""

    a: bool | None = yes_no("a", "Is it a?")
    b: bool | None = yes_no("b", "Is it b?", note="b is not c")
    n: int | Between | None = number("n", "How many n?", unit="pieces")  # noqa: RUF009 - it makes a field
    items: Listing[Item] | None = listing("items", "Which items?", Item)  # noqa: RUF009 - it makes a field


@checked
@attrs.frozen(kw_only=True)
class Whole:
    """A class with a part."""

    small: Small | None = part("small", "Which small one?", Small)  # noqa: RUF009 - it makes a field
    c: bool | None = yes_no("c", "Is it c?")


YES_NO = (False, True)
NUMBERS = (0, 1, 2, 3, 4)
LISTINGS = tuple(
    Listing([item for item, held in zip(Item, some, strict=True) if held], complete=True)
    for some in product(YES_NO, repeat=3)
)
IN_PART = tuple(Listing(each.values) for each in LISTINGS if each.values)
RANGES = (Between(2, None), Between(None, 2), Between(1, 3))
EXACT: dict[str, tuple[Any, ...]] = {"a": YES_NO, "b": YES_NO, "n": NUMBERS, "items": LISTINGS}
"""The values that leave nothing open."""


def every_case(known: Small | None = None) -> Iterator[Small]:
    """Yield every complete case that some facts leave possible."""
    known = known or Small()
    names = list(EXACT)
    for values in product(*(completions(name, getattr(known, name)) for name in names)):
        yield Small(**dict(zip(names, values, strict=True)))


def completions(name: str, value: Any) -> tuple[Any, ...]:
    """Return the exact values that a fact as far as known may have."""
    return tuple(exact for exact in EXACT[name] if agrees(exact, value))


def agrees(exact: Any, value: Any) -> bool:
    if value is None:
        return True
    if isinstance(value, Between):
        low, high = value.low, value.high
        return (low is None or exact >= low) and (high is None or exact <= high)
    if isinstance(value, Listing) and not value.complete:
        return set(value.values) <= set(exact.values)
    return bool(exact == value)


def every_setting() -> Iterator[dict[str, bool]]:
    """Yield every legal order."""
    for values in product(YES_NO, repeat=len(PARAMETERS)):
        yield dict(zip(PARAMETERS, values, strict=True))


def smallest_rules(*, lengths: bool, opens: bool) -> st.SearchStrategy[Rule]:
    """Return random smallest rules; ``lengths`` asks listings for values and for their length, which depend."""
    kinds: list[st.SearchStrategy[Rule]] = [
        st.sampled_from((Holds("a"), Holds("b"))),
        st.sampled_from((Reaches("n", 1), Reaches("n", 2.5), Reaches("n", 3))),
        st.lists(st.sampled_from(["x", "y", "z"]), min_size=1, max_size=3, unique=True).map(
            lambda values: Contains("items", tuple(values))
        ),
    ]
    if lengths:
        kinds.append(st.sampled_from((Reaches("items", 1), Reaches("items", 2), Reaches("items", 3))))
    if opens:
        kinds.append(
            st.sampled_from(OPEN_STEPS).map(lambda title: NotEstablished(title=title, reason="it was not read"))
        )
    return st.one_of(kinds)


def rules(*, lengths: bool = False, parameters: bool = False, opens: bool = False) -> st.SearchStrategy[Rule]:
    """Return random rules of every kind."""

    def larger(inner: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
        several = st.lists(inner, min_size=1, max_size=3).map(tuple)
        kinds: list[st.SearchStrategy[Rule]] = [
            several.map(AllOf),
            several.map(AnyOf),
            inner.map(Not),
            several.flatmap(lambda found: st.integers(1, len(found)).map(lambda number: AtLeast(number, found))),
            inner.map(lambda rule: Element(title="step", rule=rule, pinpoint="1")),
        ]
        if parameters:
            kinds.append(
                st.builds(
                    lambda name, then, otherwise: ByLegalOrder(
                        parameter=name, question=f"Is {name}?", then=then, otherwise=otherwise, pinpoint="9"
                    ),
                    st.sampled_from(PARAMETERS),
                    inner,
                    inner,
                )
            )
        return st.one_of(kinds)

    return st.recursive(smallest_rules(lengths=lengths, opens=opens), larger, max_leaves=7)


def definition(rule: Rule, name: str = "small", about: type = Small) -> Definition:
    return Definition(id=name, title=f"title of {name}", citation=CODE.at("1"), about=about, rule=rule)


def settled(rule: Rule, answers: dict[tuple[str, str], bool], owner: str) -> Rule:
    """Return a rule in which each step not established has an answer."""
    match rule:
        case NotEstablished(title=title):
            return Not(_NEVER) if answers[owner, title] else _NEVER
        case AllOf(parts) | AnyOf(parts):
            return type(rule)(tuple(settled(each, answers, owner) for each in parts))
        case AtLeast(number, parts):
            return AtLeast(number, tuple(settled(each, answers, owner) for each in parts))
        case Not(inner):
            return Not(settled(inner, answers, owner))
        case Element(rule=inner):
            return attrs.evolve(rule, rule=settled(inner, answers, owner))
        case ByLegalOrder():
            return attrs.evolve(
                rule,
                then=settled(rule.then, answers, owner),
                otherwise=settled(rule.otherwise, answers, owner),
            )
        case _:
            return rule


_NEVER: Rule = AllOf((Holds("a"), Not(Holds("a"))))
"""What no complete case meets."""

partial: st.SearchStrategy[Small] = st.builds(
    Small,
    a=st.sampled_from((None, *YES_NO)),
    b=st.sampled_from((None, *YES_NO)),
    n=st.sampled_from((None, *NUMBERS, *RANGES)),
    items=st.sampled_from((None, *LISTINGS, *IN_PART)),
)
"""Random facts, known, known in part and not known."""
complete: st.SearchStrategy[Small] = st.builds(
    Small,
    a=st.sampled_from(YES_NO),
    b=st.sampled_from(YES_NO),
    n=st.sampled_from(NUMBERS),
    items=st.sampled_from(LISTINGS),
)
"""Random facts, all known."""
