"""Anything that has a written form, made up: facts, records, rules, definitions, and texts that fit a schema."""

import datetime as dt
import enum
import types
import typing
from typing import Any

import attrs
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime import DEATH, LIFE, Between, Listing, PartialDate, Period
from orgcrime.law import rule as rules
from orgcrime.law.values import Fact, FactKind, specification
from orgcrime.model.body import LegalBasis, Relation, TargetKind
from orgcrime.schema import json_schema

texts = st.text(max_size=8)
days = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31))
years = st.one_of(st.integers(0, 40), st.floats(0, 40), st.sampled_from([LIFE, DEATH]))
HEAVY = {LIFE: 1e300, DEATH: 1e301}


def _range(ends: tuple[Any, Any]) -> Between:
    low, high = ends
    if low is not None and high is not None and HEAVY.get(low, low) > HEAVY.get(high, high):
        low, high = high, low
    return Between(low, high)


def fact_values(fact: Fact) -> st.SearchStrategy[Any]:
    """What a fact may be, not known among it."""
    if fact.kind is FactKind.YES_NO:
        return st.sampled_from([None, True, False])
    if fact.kind is FactKind.PART:
        assert fact.part is not None
        return st.none() | facts_of(fact.part)
    if fact.kind is FactKind.LISTING:
        items = texts if fact.vocabulary is None else st.sampled_from(list(fact.vocabulary))
        return st.none() | st.builds(Listing, st.lists(items, max_size=3), complete=st.booleans())
    ends = years if fact.kind is FactKind.PENALTY else st.integers(int(fact.minimum), int(fact.minimum) + 10**6)
    return st.none() | ends | st.tuples(st.none() | ends, st.none() | ends).map(_range)


def facts_of(about: type) -> st.SearchStrategy[Any]:
    """Some facts of a class, the others not known."""
    known = specification(about)
    chosen = st.sets(st.sampled_from(sorted(known)), max_size=6)
    return chosen.flatmap(lambda names: st.builds(about, **{name: fact_values(known[name]) for name in sorted(names)}))


def _partial(ends: tuple[Any, Any]) -> PartialDate:
    first, last = ends
    if first is not None and last is not None and first > last:
        first, last = last, first
    return PartialDate(first, last)


partial_dates = st.one_of(
    days.map(PartialDate.on),
    st.tuples(st.none() | days, st.none() | days).map(_partial),
    days.map(lambda day: PartialDate.read(day.isoformat()[:7])),
    days.map(lambda day: PartialDate.read(day.isoformat()[:4])),
)


def _period(given: tuple[PartialDate, PartialDate, int]) -> Period:
    first, last, kind = given
    if kind == 0:
        return Period(first, None, ongoing=True)
    if kind == 1:
        return Period(first, None)
    if first.earliest is not None and last.latest is not None and first.earliest > last.latest:
        first, last = last, first
    if first.earliest is not None and last.latest is not None and first.earliest > last.latest:
        last = PartialDate(None, None)
    return Period(None if kind == 2 else first, last)


periods = st.tuples(partial_dates, partial_dates, st.integers(0, 3)).map(_period)


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """What a field of some type may hold."""
    plain: dict[Any, st.SearchStrategy[Any]] = {
        str: texts,
        bool: st.booleans(),
        int: st.integers(-(10**6), 10**6),
        float: st.floats(allow_nan=False, allow_infinity=False),
        type(None): st.none(),
        PartialDate: partial_dates,
        Period: periods,
        dt.date: days,
    }
    if kind in plain:
        return plain[kind]
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin is tuple:
        return st.lists(values_of(inner[0]), max_size=2).map(tuple)
    if origin in (types.UnionType, typing.Union):
        return st.one_of([values_of(each) for each in inner])
    if issubclass(kind, enum.Enum):
        return st.sampled_from(list(kind))
    return records_of(kind)


def records_of(kind: Any) -> st.SearchStrategy[Any]:
    """Any record of a class, sensible or not: every field that it needs and some of the others."""
    hints = typing.get_type_hints(kind)
    fields = attrs.fields(kind)
    needed = {field.name: values_of(hints[field.name]) for field in fields if field.default is attrs.NOTHING}
    others = [field.name for field in fields if field.default is not attrs.NOTHING]
    some = st.sets(st.sampled_from(others), max_size=4) if others else st.just(set())
    made = some.flatmap(
        lambda names: st.fixed_dictionaries({**needed, **{name: values_of(hints[name]) for name in sorted(names)}})
    )
    return made.map(lambda given: kind(**_agreeing(kind, given)))


def _agreeing(kind: Any, given: dict[str, Any]) -> dict[str, Any]:
    """What a class asks of its fields together."""
    if kind is LegalBasis and (given.get("instrument") is None) == (given.get("title") is None):
        return given | {"instrument": "untoc", "title": None}
    if kind is Relation and (given.get("target_kind") is TargetKind.OUTSIDE) != (given.get("target_name") is not None):
        return given | {"target_kind": TargetKind.OUTSIDE, "target_name": "x"}
    return given


def rules_of(about: type) -> st.SearchStrategy[Any]:
    """Any rule over a class of facts, of every node."""
    known = specification(about)
    leaves: list[st.SearchStrategy[Any]] = [st.builds(rules.NotEstablished, title=texts, reason=texts, pinpoint=texts)]
    for name, fact in known.items():
        if fact.kind is FactKind.YES_NO:
            leaves.append(st.just(rules.Holds(name)))
        elif fact.kind in (FactKind.NUMBER, FactKind.PENALTY):
            leaves.append(st.builds(rules.Reaches, st.just(name), st.integers(1, 9)))
        elif fact.kind is FactKind.LISTING and fact.vocabulary is not None:
            values = st.lists(st.sampled_from([each.value for each in fact.vocabulary]), min_size=1, max_size=2)
            leaves.append(st.builds(rules.Contains, st.just(name), values.map(tuple)))
    return st.recursive(st.one_of(leaves), _combined, max_leaves=6)


def _combined(below: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    several = st.lists(below, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(rules.AllOf, several),
        st.builds(rules.AnyOf, several),
        st.builds(rules.Not, below),
        several.map(lambda parts: rules.AtLeast(len(parts), parts)),
        st.builds(rules.Element, title=texts, rule=below, pinpoint=texts, note=st.none() | texts),
        st.builds(
            rules.ByLegalOrder,
            parameter=st.sampled_from(["p", "q"]),
            question=st.just("Is it so?"),
            then=below,
            otherwise=below,
            pinpoint=texts,
        ),
    )


def definitions_of(about: type) -> st.SearchStrategy[oc.Definition]:
    """Any definition about a class of facts."""
    return st.builds(
        oc.Definition,
        id=texts,
        title=texts,
        kind=st.sampled_from(list(oc.DefinitionKind)),
        citation=st.builds(oc.Citation, texts, st.none() | texts, st.none() | texts),
        about=st.just(about),
        rule=rules_of(about),
        presupposes=st.lists(texts, max_size=1).map(tuple),
        period=st.none() | periods,
        sources=st.lists(records_of(oc.Reference), max_size=1).map(tuple),
    )


def fitting(schema: dict[str, Any], parts: dict[str, Any], depth: int = 0) -> st.SearchStrategy[Any]:
    """Values of JSON that a schema of ours describes, but for what holds between fields."""
    if "$ref" in schema:
        return st.deferred(lambda: fitting(parts[schema["$ref"].rpartition("/")[2]], parts, depth + 1))
    if "const" in schema:
        return st.just(schema["const"])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    if "properties" not in schema and ("anyOf" in schema or "oneOf" in schema):
        choices = schema.get("anyOf") or schema["oneOf"]
        shallow = [each for each in choices if "$defs/Rule" not in str(each)] if depth > 6 else []
        return st.one_of([fitting(each, parts, depth) for each in shallow or choices])
    kind = schema["type"]
    if isinstance(kind, list):
        return st.one_of([fitting({"type": each}, parts, depth) for each in kind])
    if kind == "object":
        return _object(schema, parts, depth)
    if kind == "array":
        few = schema.get("minItems", 0)
        return st.lists(fitting(schema["items"], parts, depth), min_size=few, max_size=max(few, 2))
    if "pattern" in schema:
        return _days[schema["pattern"]]
    least = schema.get("minimum", -(10**9))
    return {
        "string": texts,
        "boolean": st.booleans(),
        "null": st.none(),
        "integer": st.integers(least, 10**9) | st.integers(least, 10**6).map(float),
        "number": st.integers(least, 10**9) | st.floats(least, 1e9, allow_nan=False),
    }[kind]


# Mostly what is a day and a period; now and then any text of the pattern.
_days = {
    pattern: st.one_of(*[likely] * 9, st.from_regex(pattern))
    for kind, likely in (
        (PartialDate, partial_dates.map(PartialDate.isoformat)),
        (Period, periods.map(Period.isoformat)),
    )
    for pattern in [json_schema(kind)["pattern"]]
}


def _object(schema: dict[str, Any], parts: dict[str, Any], depth: int) -> st.SearchStrategy[Any]:
    fields = schema.get("properties", {})
    if not fields:
        return st.dictionaries(texts, fitting(schema["additionalProperties"], parts), max_size=1)
    needed = set(schema.get("required", ()))
    others = sorted(fields.keys() - needed)
    some = st.sets(st.sampled_from(others), max_size=4) if others else st.just(set())
    return some.flatmap(
        lambda names: st.fixed_dictionaries(
            {name: fitting(fields[name], parts, depth + 1) for name in sorted(needed | names)}
        )
    )
