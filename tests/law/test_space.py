"""The decision diagrams: what can still change an outcome, and which known facts alone give it."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from small_law import (
    PARAMETERS,
    Item,
    Small,
    definition,
    every_case,
    every_setting,
    partial,
    rules,
)

import orgcrime as oc
from orgcrime.law.finding import assess, truth_of
from orgcrime.law.rule import AllOf, Atom, Contains, Definition, Holds, Not, Reaches, Rule, any_of, atoms
from orgcrime.law.rule import parameters as asked_of
from orgcrime.law.space import Diagram, Variable, VariableKind, diagram, variables
from orgcrime.law.stating import with_facts
from orgcrime.law.values import Between, FactKind, Listing
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CONVENTION = "convention_offence"
SHIPPED = [definition for definition in oc.definitions.values() if definition.facts]


def _known_of(legal_order: Mapping[str, bool | None], asked: Definition) -> dict[str, bool | None]:
    return {name: value for name, value in legal_order.items() if name in asked_of(asked)}


def _depends(found: Mapping[tuple[Any, ...], Truth], at: int) -> bool:
    """Return whether an outcome differs between two cases that are alike in all but one place."""
    alike: dict[tuple[Any, ...], set[Truth]] = {}
    for values, truth in found.items():
        alike.setdefault((*values[:at], *values[at + 1 :]), set()).add(truth)
    return any(len(truths) > 1 for truths in alike.values())


@given(rules(lengths=True, parameters=True), partial, st.fixed_dictionaries({}, optional={"p": st.booleans()}))
def test_missing_is_just_what_can_still_change_the_outcome(
    rule: Rule, facts: Small, legal_order: dict[str, bool]
) -> None:
    """If this failed, a finding would ask for what cannot matter, or keep silent about what does."""
    asked = definition(rule)
    given_order = _known_of(legal_order, asked)
    found = assess(asked, facts, parameters=given_order)
    assume(found.truth is Truth.UNKNOWN)
    settings = [setting for setting in every_setting() if legal_order.items() <= setting.items()]
    every = {
        (case.a, case.b, case.n, case.items, *setting.values()): truth_of(
            asked, case, parameters=_known_of(setting, asked)
        )
        for case in every_case(facts)
        for setting in settings
    }
    names = ("a", "b", "n", "items", *PARAMETERS)
    matter = [name for at, name in enumerate(names) if _depends(every, at)]
    assert set(found.missing) | set(found.open_parameters) == set(matter)
    assert list(found.missing) == sorted(found.missing, key=[atom.path for atom in atoms(rule, Small)].index)


@given(rules(lengths=True, parameters=True), partial, st.fixed_dictionaries({"p": st.booleans()}))
def test_decisive_is_a_smallest_set_and_the_first_in_the_text(
    rule: Rule, facts: Small, legal_order: dict[str, bool]
) -> None:
    """If this failed, a finding would name facts that are not needed for its outcome, or too few."""
    asked = definition(rule)
    given_order = _known_of(legal_order, asked)
    found = assess(asked, facts, parameters=given_order)
    order = list(dict.fromkeys(atom.path for atom in atoms(rule, Small) if atom.fact is not None))
    if found.truth is Truth.UNKNOWN:
        assert found.decisive == ()
        return
    assert found.decisive == _first_smallest(
        (some for size in range(len(order) + 1) for some in combinations(order, size)), asked, facts, given_order
    )


def _first_smallest(
    sets: Iterable[tuple[str, ...]], asked: Definition, facts: Any, given_order: Mapping[str, bool | None]
) -> tuple[str, ...]:
    """Return the first set of facts, each by its path, that alone gives the outcome which they all give."""
    whole = truth_of(asked, facts, parameters=given_order)
    for some in sets:
        kept = with_facts(asked.about, {path: _at(facts, path) for path in some})
        if truth_of(asked, kept, parameters=given_order) is whole:
            return some
    raise AssertionError


def _at(facts: Any, path: str) -> Any:
    for name in path.split("."):
        facts = getattr(facts, name)
    return facts


def _values(asked: Definition, path: str) -> tuple[Any, ...]:
    """Return exact values of a fact that between them reach everything that a definition asks of it."""
    found = [atom for atom in atoms(asked.rule, asked.about) if atom.path == path and atom.fact is not None]
    kind = asked.facts[path].kind
    if kind is FactKind.YES_NO:
        return (False, True)
    if kind is not FactKind.LISTING:
        bounds = {atom.rule.bound for atom in found if isinstance(atom.rule, Reaches)}
        return tuple(sorted(value for bound in bounds for value in (bound - 1, bound)))
    held = _held(found)
    few = [some for size in (0, 1, 2) for some in combinations(held, size)]
    return tuple(Listing(some, complete=True) for some in dict.fromkeys([*few, tuple(held)]))


def _held(found: Iterable[Atom]) -> list[str]:
    """Return one value for each set of values that the rules can tell apart, and some others for lengths."""
    asked = [frozenset(map(str, atom.rule.values)) for atom in found if isinstance(atom.rule, Contains)]
    kinds: dict[tuple[bool, ...], str] = {}
    for value in sorted(set().union(*asked)):
        kinds.setdefault(tuple(value in some for some in asked), value)
    return list(kinds.values()) or ["FR", "BR"]


@pytest.mark.parametrize("asked", SHIPPED, ids=lambda asked: asked.id)
@settings(max_examples=15)
@given(data=st.data())
def test_a_shipped_definition_misses_just_what_can_still_change_its_outcome(
    asked: Definition, data: st.DataObject
) -> None:
    """If this failed, a finding of the law would send people after facts that do not matter."""
    every = {path: _values(asked, path) for path in asked.facts}
    values = {path: data.draw(st.sampled_from(possible), path) for path, possible in every.items()}
    names = sorted(asked_of(asked))
    order = {name: data.draw(st.booleans(), name) for name in names}
    blank = data.draw(st.lists(st.sampled_from([*values]), min_size=1, max_size=3, unique=True), "blank")
    known = with_facts(asked.about, {path: value for path, value in values.items() if path not in blank})
    found = assess(asked, known, parameters=order)
    if found.truth is not Truth.UNKNOWN or found.not_established:
        assert found.missing == () or found.not_established
        return
    outcomes = {
        some: truth_of(asked, with_facts(asked.about, dict(zip(blank, some, strict=True)), known), parameters=order)
        for some in product(*(every[path] for path in blank))
    }
    assert set(found.missing) == {path for at, path in enumerate(blank) if _depends(outcomes, at)}
    assert found.missing


@pytest.mark.parametrize("asked", SHIPPED, ids=lambda asked: asked.id)
@settings(max_examples=15)
@given(data=st.data())
def test_a_shipped_definition_names_a_smallest_set_that_decides(asked: Definition, data: st.DataObject) -> None:
    """If this failed, a finding of the law would rest on facts that do not carry it."""
    values = {path: data.draw(st.sampled_from(_values(asked, path)), path) for path in asked.facts}
    order = {name: data.draw(st.booleans(), name) for name in sorted(asked_of(asked))}
    facts = with_facts(asked.about, values)
    found = assess(asked, facts, parameters=order)
    if found.truth is Truth.UNKNOWN:
        assert found.not_established
        return
    alone = with_facts(asked.about, {path: values[path] for path in found.decisive})
    assert truth_of(asked, alone, parameters=order) is found.truth
    # Every set that is smaller, as far as there are not too many to try.
    fewer = [some for size in range(min(len(found.decisive), 3)) for some in combinations(values, size)]
    for some in fewer:
        kept = with_facts(asked.about, {path: values[path] for path in some})
        assert truth_of(asked, kept, parameters=order) is not found.truth


def test_a_bound_between_whole_numbers_cuts_at_the_next_one() -> None:
    """Two and a half persons are three: no case lies between, so the two bounds ask for the same."""
    halves, whole = Reaches("n", 2.5), Reaches("n", 3)
    cells = variables(*atoms(AllOf((halves, whole)), Small))
    made = Diagram(cells)
    assert cells == {Variable(VariableKind.FACT, "n"): ((0, 3), (3, float("inf")))}
    assert made.rule(halves) is made.rule(whole)


def test_two_rules_are_equivalent_just_when_their_diagrams_are_the_same() -> None:
    a, b = Holds("a"), Holds("b")
    rule = Not(AllOf((a, b)))
    made, node = diagram(rule, Small, Small(), {})
    assert made.rule(any_of(Not(a), Not(b))) is node
    assert made.rule(any_of(Not(a), b)) is not node


def test_a_listing_is_as_long_as_the_values_that_it_holds() -> None:
    """With all of a closed vocabulary held or lacking, its length is no open question."""
    rule = AllOf((Reaches("items", 1), Contains("items", ("x", "y", "z"))))
    made, node = diagram(rule, Small, Small(), {})
    same, other = diagram(Contains("items", ("x", "y", "z")), Small, Small(), {})
    assert made.support(node)
    assert same.support(other)
    found = assess(definition(AllOf((Not(Reaches("items", 1)), Contains("items", ("x",)), Holds("a")))), Small())
    assert (found.truth, found.missing) == (Truth.UNKNOWN, ())


def test_values_that_no_rule_asks_for_count_for_the_length() -> None:
    """One other value is known: with x there are two, so that the length rests on x as well."""
    asked = definition(AllOf((Not(Reaches("items", 2)), any_of(Contains("items", ("x",)), Holds("a")))))
    found = assess(asked, Small(items=Listing([Item.Y])))
    assert found.missing == ("items", "a")
    found = assess(asked, Small(items=Listing([Item.Y]), a=False))
    assert found.missing == ()


def test_a_list_of_any_names_is_as_long_as_the_names_that_it_holds() -> None:
    """With both States it was committed in more than one; the length is then no question of its own."""
    rule = AllOf(
        (Contains("states", ("FR",)), Contains("states", ("BR",)), Not(Reaches("states", 2)), Holds(CONVENTION))
    )
    asked = definition(rule, "states", oc.Offence)
    assert assess(asked, oc.Offence()).missing == ()
    either = AllOf((any_of(*rule.parts[:2]), rule.parts[2], rule.parts[3]))
    assert assess(definition(either, "either", oc.Offence), oc.Offence()).missing == ("states", CONVENTION)


def test_one_cell_of_a_variable_can_be_taken_alone() -> None:
    made, node = diagram(AllOf((Holds("a"), Reaches("n", 3))), Small, Small(), {})
    assert made.restricted(node, 0, 0) is False
    assert made.restricted(made.restricted(node, 0, 1), 1, 1) is True
    assert made.restricted(node, 1, 0) is False
    assert made.restricted(node=True, place=0, at=1) is True


def test_a_range_that_reaches_no_bound_leaves_nothing_open() -> None:
    made, node = diagram(Reaches("n", 3), Small, Small(n=Between(3, None)), {})
    assert node is True
    assert made.support(node) == ()
