"""Rules on facts: strong Kleene logic, node by node, however a rule is put together."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_law import CODE, PARAMETERS, Item

from orgcrime.law.finding import assess, truth_of
from orgcrime.law.rule import (
    AllOf,
    AnyOf,
    AtLeast,
    ByLegalOrder,
    Contains,
    Definition,
    Element,
    Holds,
    Meets,
    Not,
    NotEstablished,
    Reaches,
    Rule,
    parameters,
)
from orgcrime.law.values import LIFE, Between, Listing, Penalty, checked, listing, part, penalty, yes_no
from orgcrime.truth import Truth

FALSE, UNKNOWN, TRUE = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
YES_NO = ("p", "q", "r", "s")


@checked
@attrs.frozen(kw_only=True)
class Inner:
    """Facts of a part."""

    p: bool | None = yes_no("p", "Is it p?")
    q: bool | None = yes_no("q", "Is it q?")
    r: bool | None = yes_no("r", "Is it r?")
    s: bool | None = yes_no("s", "Is it s?")
    years: float | Penalty | Between | None = penalty("years", "How many years?")  # noqa: RUF009 - it makes a field
    items: Listing[Item] | None = listing("items", "Which items?", Item)  # noqa: RUF009 - it makes a field


@checked
@attrs.frozen(kw_only=True)
class Outer(Inner):
    """The same facts, and a part of the same kind."""

    inner: Inner | None = part("inner", "Which inner one?", Inner)  # noqa: RUF009 - it makes a field


def inner_facts() -> dict[str, st.SearchStrategy[Any]]:
    held = st.lists(st.sampled_from(list(Item)), unique=True)
    return {
        **dict.fromkeys(YES_NO, st.sampled_from((None, True, False))),
        "years": st.sampled_from(
            (None, 3, 4, 5, 3.5, 4.0, 4.5, LIFE, Between(4, None), Between(None, 4), Between(3, 5))
        ),
        "items": st.one_of(st.none(), st.builds(Listing, held, complete=st.booleans())),
    }


FACTS: st.SearchStrategy[Outer] = st.builds(
    Outer, **inner_facts(), inner=st.one_of(st.none(), st.builds(Inner, **inner_facts()))
)
LEAVES: st.SearchStrategy[Rule] = st.one_of(
    st.sampled_from(tuple(map(Holds, YES_NO))),
    st.sampled_from((Reaches("years", 4), Reaches("years", 4.5), Reaches("items", 1), Reaches("items", 2))),
    st.sampled_from((Contains("items", ("x",)), Contains("items", ("y", "z")))),
    st.just(NotEstablished(title="open step", reason="it was not read")),
)


def larger(inner: st.SearchStrategy[Rule], kind: type) -> st.SearchStrategy[Rule]:
    several = st.lists(inner, min_size=1, max_size=4).map(tuple)
    return st.one_of(
        several.map(AllOf),
        several.map(AnyOf),
        inner.map(Not),
        inner.map(lambda rule: Element(title="step", rule=rule, pinpoint="1")),
        several.flatmap(lambda found: st.integers(1, len(found)).map(lambda number: AtLeast(number, found))),
        st.builds(
            lambda name, then, otherwise: ByLegalOrder(
                parameter=name, question=f"Is {name}?", then=then, otherwise=otherwise, pinpoint="9"
            ),
            st.sampled_from(PARAMETERS),
            inner,
            inner,
        ),
        inner.map(lambda rule: Meets(definition=about(kind, rule))),
    )


def about(kind: type, rule: Rule) -> Definition:
    return Definition(id="made", title="made", citation=CODE.at("1"), about=kind, rule=rule)


OF_THE_PART: st.SearchStrategy[Rule] = st.recursive(LEAVES, lambda rule: larger(rule, Inner), max_leaves=6)
RULES: st.SearchStrategy[Rule] = st.recursive(
    st.one_of(LEAVES, OF_THE_PART.map(lambda rule: Meets(definition=about(Inner, rule), part="inner"))),
    lambda rule: larger(rule, Outer),
    max_leaves=8,
)
ORDERS = st.dictionaries(st.sampled_from(PARAMETERS), st.sampled_from((None, True, False)))


def truth(rule: Rule, facts: Inner | None, order: dict[str, bool | None]) -> Truth:
    """Return the truth of a rule, as the definition of each node has it."""
    match rule:
        case Holds(fact):
            return Truth.of(getattr(facts, fact, None))
        case Reaches("items", bound) | Contains("items", bound):
            return enough(getattr(facts, "items", None), bound)
        case Reaches(_, bound):
            return reached(getattr(facts, "years", None), bound)
        case AllOf(parts):
            return min(truth(each, facts, order) for each in parts)
        case AnyOf(parts):
            return max(truth(each, facts, order) for each in parts)
        case AtLeast(number, parts):
            return sorted((truth(each, facts, order) for each in parts), reverse=True)[number - 1]
        case Not(inner):
            return ~truth(inner, facts, order)
        case Element(rule=inner):
            return truth(inner, facts, order)
        case Meets(definition=definition, part=name):
            return truth(definition.rule, getattr(facts, "inner", None) if name else facts, order)
        case ByLegalOrder():
            then, otherwise = truth(rule.then, facts, order), truth(rule.otherwise, facts, order)
            both = then if then is otherwise else UNKNOWN
            return {True: then, False: otherwise, None: both}[order.get(rule.parameter)]
        case _:
            return UNKNOWN


def reached(years: Any, bound: float) -> Truth:
    """Return whether every number that is possible reaches a bound, or none does."""
    if years is None:
        return UNKNOWN
    low, high = (years.low, years.high) if isinstance(years, Between) else (years, years)
    if low is not None and low >= bound:
        return TRUE
    return FALSE if high is not None and high < bound else UNKNOWN


def enough(items: Listing[Item] | None, wanted: Any) -> Truth:
    """Return whether a listing holds one of some values, or so many; what is not complete is never too little."""
    if items is None:
        return UNKNOWN
    held = {item.value for item in items.values}
    yes = bool(held & set(wanted)) if isinstance(wanted, tuple) else len(held) >= wanted
    return TRUE if yes else FALSE if items.complete else UNKNOWN


def asked(made: Definition, order: dict[str, bool | None]) -> dict[str, bool | None]:
    """Return what is known of the legal order, as far as a definition asks for it."""
    return {name: value for name, value in order.items() if name in parameters(made)}


@settings(max_examples=300)
@given(RULES, FACTS, ORDERS)
def test_a_definition_and_its_finding_have_the_truth_that_the_nodes_give_them(
    rule: Rule, facts: Outer, order: dict[str, bool | None]
) -> None:
    made = about(Outer, rule)
    known = asked(made, order)
    assert truth_of(made, facts, parameters=known) is truth(rule, facts, known)
    assert assess(made, facts, parameters=known).truth is truth(rule, facts, known)


@given(OF_THE_PART, FACTS, ORDERS)
def test_a_rule_about_a_part_reads_that_part(rule: Rule, facts: Outer, order: dict[str, bool | None]) -> None:
    """The facts of a group would be taken for those of the case, where both have facts of one name."""
    made = about(Outer, Meets(definition=about(Inner, rule), part="inner"))
    known = asked(made, order)
    assert truth_of(made, facts, parameters=known) is truth(rule, facts.inner, known)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({}, TRUE, id="all as it should be"),
        pytest.param({"p": False}, FALSE, id="the first plain one fails"),
        pytest.param({"q": False}, FALSE, id="the second plain one fails"),
        pytest.param({"r": True}, FALSE, id="the first negated one fails"),
        pytest.param({"s": True}, FALSE, id="the second negated one fails"),
        pytest.param({"q": None}, UNKNOWN, id="a plain one is not known"),
        pytest.param({"s": None}, UNKNOWN, id="a negated one is not known"),
        pytest.param({"p": None, "s": True}, FALSE, id="one not known, one fails"),
    ],
)
def test_several_plain_and_several_negated_facts_all_count(changes: dict[str, Any], expected: Truth) -> None:
    rule = AllOf((Holds("p"), Holds("q"), Not(Holds("r")), Not(Holds("s"))))
    assert truth_of(about(Outer, rule), Outer(**{"p": True, "q": True, "r": False, "s": False} | changes)) is expected


@checked
@attrs.frozen(kw_only=True)
class Deep:
    """A part within a part."""

    outer: Outer | None = part("outer", "Which outer one?", Outer)  # noqa: RUF009 - it makes a field


def test_a_part_within_a_part_is_reached_by_its_whole_path() -> None:
    within = about(Outer, Meets(definition=about(Inner, AtLeast(1, (Holds("p"), Holds("q")))), part="inner"))
    made = about(Deep, Meets(definition=within, part="outer"))
    for inner, expected in ((Inner(p=True), TRUE), (Inner(p=False, q=False), FALSE)):
        found = assess(made, Deep(outer=Outer(p=not inner.p, q=True, inner=inner)))
        assert (found.truth, [each.truth for each in found.elements]) == (expected, [expected])
    found = assess(made, Deep(outer=Outer(inner=Inner())))
    assert found.missing == ("outer.inner.p", "outer.inner.q")
    assert found.outline().notes == ("to settle it: outer: inner: p; outer: inner: q",)


def test_so_many_of_some_parts_are_counted_in_the_legal_order_that_is_known() -> None:
    chosen = ByLegalOrder(parameter="p", question="Is p so?", then=Holds("p"), otherwise=Holds("q"), pinpoint="9")
    made = about(Outer, AtLeast(2, (chosen, Holds("r"), Holds("s"))))
    facts = Outer(p=True, q=False, r=True, s=False)
    assert truth_of(made, facts, parameters={"p": True}) is TRUE
    assert truth_of(made, facts, parameters={"p": False}) is FALSE
    assert truth_of(made, facts) is UNKNOWN


@pytest.mark.parametrize(("years", "expected"), [(3.5, FALSE), (4.0, TRUE), (4, TRUE), (4.5, TRUE)])
def test_a_number_with_a_fraction_reaches_a_bound_as_a_whole_one_does(years: float, expected: Truth) -> None:
    """Forty-eight months are four years, and four years are enough."""
    assert truth_of(about(Outer, Reaches("years", 4)), Outer(years=years)) is expected
