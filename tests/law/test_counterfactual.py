"""What would turn an outcome: as few known facts changed as can be, then as few stated."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from small_law import EXACT, LISTINGS, PARAMETERS, Item, Small, Whole, agrees, definition, partial, rules

import orgcrime as oc
from orgcrime.law.counterfactual import would_be_met_if
from orgcrime.law.facts import Case, Group, Offence
from orgcrime.law.finding import assess, truth_of
from orgcrime.law.rule import (
    AllOf,
    AnyOf,
    ByLegalOrder,
    Contains,
    Holds,
    Meets,
    Not,
    NotEstablished,
    Reaches,
    Rule,
    element,
    parameters,
)
from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP, SCOPE, SERIOUS_CRIME
from orgcrime.law.values import LIFE, Between, Listing
from orgcrime.truth import Truth

A, B = Holds("a"), Holds("b")


def _least(rule: Rule, facts: Small, order: dict[str, bool], wanted: Truth) -> tuple[int, int] | None:
    """Return how many known facts have to be changed and how many stated, by trying every way."""
    asked = definition(rule)
    found = []
    free = [name for name in parameters(asked) if name not in order]
    for values in product(*((getattr(facts, name), *EXACT[name]) for name in EXACT)):
        for settings in product((None, False, True), repeat=len(free)):
            known = order | {name: value for name, value in zip(free, settings, strict=True) if value is not None}
            if truth_of(asked, Small(**dict(zip(EXACT, values, strict=True))), parameters=known) is wanted:
                prices = [_price(getattr(facts, name), value) for name, value in zip(EXACT, values, strict=True)]
                found.append(
                    (sum(price == 2 for price in prices), sum(price == 1 for price in prices) + len(known) - len(order))
                )
    return min(found, default=None)


def _price(before: Any, after: Any) -> int:
    """Return 0 for a fact that stays as it is, 1 for one that is stated, 2 for one that is changed."""
    if after is before:
        return 0
    return 1 if agrees(after, before) else 2


@given(rules(parameters=True, opens=True), partial, st.fixed_dictionaries({}, optional={"p": st.booleans()}))
def test_the_change_turns_the_outcome_and_none_is_smaller(rule: Rule, facts: Small, order: dict[str, bool]) -> None:
    """If this failed, a reader would be told to look for more than is needed, or for what is not enough."""
    asked = definition(rule)
    known = {name: value for name, value in order.items() if name in parameters(asked)}
    finding = assess(asked, facts, parameters=known)
    found = would_be_met_if(finding)
    if finding.truth is Truth.UNKNOWN:
        assert found is None
        return
    least = _least(rule, facts, known, ~finding.truth)
    assert (found is None) is (least is None)
    if found is not None:
        assert truth_of(asked, found.facts, parameters=known | dict(found.parameters)) is found.truth is ~finding.truth
        assert (len(found.changed), len(found.stated) + len(found.parameters)) == least


@given(rules(lengths=True), partial)
def test_a_listing_asked_for_its_length_as_well_is_changed_to_one_that_can_be(rule: Rule, facts: Small) -> None:
    asked = definition(rule)
    finding = assess(asked, facts)
    found = would_be_met_if(finding)
    if found is not None:
        assert truth_of(asked, found.facts) is ~finding.truth


def test_a_settled_no_says_what_would_have_to_be_otherwise() -> None:
    group = Group(
        persons=2,
        randomly_formed=False,
        existed_for_a_period=True,
        acting_in_concert=True,
        maximum_penalty=3,
        aims_at_convention_offence=False,
        financial_benefit=True,
    )
    found = would_be_met_if(assess(ORGANIZED_CRIMINAL_GROUP, group))
    assert found is not None
    assert found.values == {"persons": 3, "maximum_penalty": 4}
    assert found.text() == str(found) == "would be met if: 3 persons; maximum penalty: 4 years"
    assert repr(found) == "<Counterfactual: yes, {'persons': 3, 'maximum_penalty': 4}>"
    assert "would be met if: 3 persons" in found._repr_html_()
    assert json.loads(oc.to_json(found)) == {
        "orgcrime": 1,
        "truth": "true",
        "changed": {"persons": 3, "maximum_penalty": 4},
        "stated": {},
        "parameters": {},
    }


def test_a_settled_yes_says_what_would_turn_it() -> None:
    finding = assess(SERIOUS_CRIME, Offence(maximum_penalty=LIFE))
    found = would_be_met_if(finding)
    assert found is not None
    assert str(found) == "would not be met if: maximum penalty: 3 years"


def test_what_is_not_known_is_stated_and_not_changed() -> None:
    found = would_be_met_if(assess(definition(AllOf((A, B))), Small(a=False)))
    assert found is not None
    assert (found.changed, found.stated) == ((("a", True),), (("b", True),))
    assert str(found) == "would be met if: a; b"
    assert found.facts == Small(a=True, b=True)


def test_an_element_has_a_change_of_its_own() -> None:
    finding = assess(SCOPE, Case(group=Group(persons=2), offence=Offence(maximum_penalty=1)))
    group = finding.elements[2].elements[1]
    found = would_be_met_if(group)
    assert found is not None
    assert str(found) == "would be met if: group: 3 persons"
    assert found.facts.group == Group(persons=3)
    inner = Meets(definition=definition(A), part="small")
    turned = would_be_met_if(assess(definition(inner, "outer", Whole), Whole(small=Small(a=False))))
    assert turned is not None
    assert turned.plain()["changed"] == {"small": {"a": True}}


def test_a_parameter_that_is_known_stays_and_one_that_is_not_may_be_named() -> None:
    rule = AllOf((ByLegalOrder(parameter="p", question="Is p so?", then=A, otherwise=AllOf((A, B)), pinpoint="9"),))
    finding = assess(definition(rule), Small(a=False, b=False))
    found = would_be_met_if(finding)
    assert found is not None
    assert (found.changed, found.parameters) == ((("a", True),), (("p", True),))
    assert str(found) == "would be met if: a; Is p so? yes"
    kept = would_be_met_if(assess(definition(rule), Small(a=False, b=False), parameters={"p": False}))
    assert kept is not None
    assert str(kept) == "would be met if: a; b"
    no = AllOf((ByLegalOrder(parameter="p", question="Is p so?", then=B, otherwise=A, pinpoint="9"),))
    named = would_be_met_if(assess(definition(no), Small(a=False, b=False)))
    assert named is not None
    assert named.parameters == (("p", False),)
    assert str(named) == "would be met if: a; Is p so? no"
    assert PARAMETERS == ("p", "q")


def test_where_no_facts_would_turn_it_nothing_is_said() -> None:
    step = NotEstablished(title="open", reason="it was not read")
    assert would_be_met_if(assess(definition(AllOf((A, step))), Small(a=False))) is None
    assert would_be_met_if(assess(definition(AllOf((A, A))), Small())) is None


def test_a_number_is_changed_no_further_than_needed() -> None:
    both = AllOf((Reaches("n", 2), Not(Reaches("n", 4))))
    for before, after in ((1, 2), (9, 3), (Between(5, None), 3), (Between(None, 1), 2)):
        found = would_be_met_if(assess(definition(both), Small(n=before)))
        assert found is not None
        assert found.values == {"n": after}
    years = definition(AllOf((Holds("convention_offence"), Not(Reaches("maximum_penalty", 4)))), "y", Offence)
    found = would_be_met_if(assess(years, Offence(convention_offence=True, maximum_penalty=10)))
    assert found is not None
    assert found.values == {"maximum_penalty": 3}


def test_a_number_known_as_a_range_is_kept_within_it() -> None:
    rule = AllOf((A, Reaches("n", 3)))
    found = would_be_met_if(assess(definition(rule), Small(a=False, n=Between(2, 5))))
    assert found is not None
    assert (found.changed, found.stated) == ((("a", True),), (("n", 3),))
    up = would_be_met_if(assess(definition(rule), Small(a=False, n=Between(4, None))))
    assert up is not None
    assert up.values == {"a": True}
    low = AllOf((A, Not(Reaches("n", 4))))
    down = would_be_met_if(assess(definition(low), Small(a=False, n=Between(1, 5))))
    assert down is not None
    assert down.stated == (("n", 3),)
    within = AnyOf((AllOf((A, Reaches("n", 1), Not(Reaches("n", 9)))), AllOf((A, Reaches("n", 99)))))
    found = would_be_met_if(assess(definition(within), Small(a=False, n=Between(5, 99))))
    assert found is not None
    assert found.stated == (("n", 5),)


def test_a_listing_keeps_what_it_holds() -> None:
    x = definition(element("x", Contains("items", ("x",)), "1"))
    found = would_be_met_if(assess(x, Small(items=Listing([Item.Y], complete=True))))
    assert found is not None
    assert found.values == {"items": Listing([Item.X, Item.Y], complete=True)}
    turned = would_be_met_if(assess(x, Small(items=Listing([Item.X, Item.Y]))))
    assert turned is not None
    assert turned.values == {"items": Listing([Item.Y], complete=True)}
    assert str(turned) == "would not be met if: items: y, and no other"
    assert LISTINGS[0] == Listing([], complete=True)


def test_a_list_of_states_is_cut_or_filled() -> None:
    several = definition(Reaches("states", 2), "several", Offence)
    found = would_be_met_if(assess(several, Offence(states=Listing(["FR", "BR"]))))
    assert found is not None
    assert found.values == {"states": Listing(["FR"], complete=True)}
    found = would_be_met_if(assess(several, Offence(states=Listing(["FR"], complete=True))))
    assert found is not None
    assert found.values == {"states": Listing(["FR", "A"], complete=True)}


def test_a_parameter_that_is_known_decides_what_has_to_change() -> None:
    rule = ByLegalOrder(parameter="p", question="Is p so?", then=A, otherwise=AllOf((A, B)), pinpoint="9")
    found = would_be_met_if(assess(definition(rule), Small(a=False, b=False), parameters={"p": True}))
    assert found is not None
    assert found.values == {"a": True}


def test_to_change_one_known_fact_and_state_many_is_less_than_to_change_two() -> None:
    """What is not known may well be so; what is known would have to be false."""
    many = AllOf((Reaches("n", 1), Contains("items", ("x",))))
    found = would_be_met_if(assess(definition(AllOf((A, AnyOf((B, many))))), Small(a=False, b=False)))
    assert found is not None
    assert (found.changed, found.stated) == ((("a", True),), (("n", 1), ("items", Listing([Item.X]))))
