"""Definitions compared: relation, smallest cases, coverage, matrix; proved against every case of a small world."""

from __future__ import annotations

import json
from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_law import (
    CODE,
    EXACT,
    IN_PART,
    LISTINGS,
    OPEN_STEPS,
    Item,
    Small,
    Whole,
    definition,
    every_case,
    every_setting,
    rules,
    settled,
)

import orgcrime as oc
from orgcrime.errors import DefinitionError, InputError
from orgcrime.law import eu, national, untoc
from orgcrime.law.compare import Comparison, Example, Relation, compare, covers, matrix
from orgcrime.law.facts import Case, Group, Offence, Trafficking
from orgcrime.law.finding import truth_of
from orgcrime.law.rule import (
    AllOf,
    AnyOf,
    AtLeast,
    ByLegalOrder,
    Contains,
    Definition,
    Holds,
    Meets,
    Not,
    NotEstablished,
    Reaches,
    Rule,
    all_of,
    any_of,
    element,
    meets,
    parameters,
)
from orgcrime.law.trafficking import TRAFFICKING_IN_PERSONS
from orgcrime.law.values import Listing, checked, part
from orgcrime.truth import Truth

FALSE, UNKNOWN, TRUE = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
GROUPS = [untoc.ORGANIZED_CRIMINAL_GROUP, eu.CRIMINAL_ORGANISATION, *national.GROUP_DEFINITIONS]
A, B = Holds("a"), Holds("b")
STEP = NotEstablished(title="open step", reason="it was not read")


def _of(asked: Definition, order: dict[str, bool]) -> dict[str, bool]:
    return {name: value for name, value in order.items() if name in parameters(asked)}


def _truth(asked: Definition, case: Any, order: dict[str, bool]) -> Truth:
    return truth_of(asked, case, parameters=_of(asked, order))


def _resolved(rule: Rule, name: str) -> list[Definition]:
    """Return a definition with every answer to its steps that are not established."""
    ways = product((False, True), repeat=len(OPEN_STEPS))
    return [
        definition(settled(rule, {(name, title): answer for title, answer in zip(OPEN_STEPS, way, strict=True)}, name))
        for way in ways
    ]


Wanted = tuple[Truth, Truth]
WANTED: tuple[Wanted, ...] = ((TRUE, FALSE), (FALSE, TRUE), (TRUE, TRUE))
"""Cases that only the first covers, that only the second covers, and that both do."""


def _exist(left: Rule, right: Rule, order: dict[str, bool]) -> list[Truth]:
    """Return whether there are cases with each of the outcomes wanted, by trying every one."""
    cases = list(every_case())
    plain = [[_truth(definition(rule), case, order) for case in cases] for rule in (left, right)]
    ways = [
        [[_truth(each, case, order) for case in cases] for each in _resolved(rule, name)]
        for rule, name in ((left, "left"), (right, "right"))
    ]
    settled_pairs = set(zip(*plain, strict=True))
    possible = {pair for one, two in product(*ways) for pair in zip(one, two, strict=True)}
    return [TRUE if wanted in settled_pairs else UNKNOWN if wanted in possible else FALSE for wanted in WANTED]


def _agreed(truths: list[Truth]) -> Truth:
    return truths[0] if len(set(truths)) == 1 else UNKNOWN


@given(rules(lengths=True), rules(lengths=True))
def test_the_relation_is_that_of_every_case_tried_one_by_one(left: Rule, right: Rule) -> None:
    """If this failed, a definition would be called broader than one whose cases it does not all cover."""
    one, two = definition(left, "left"), definition(right, "right")
    pairs = {(truth_of(one, case), truth_of(two, case)) for case in every_case()}
    only_first, only_second, both = (TRUE, FALSE) in pairs, (FALSE, TRUE) in pairs, (TRUE, TRUE) in pairs
    expected = {
        (False, False): Relation.EQUIVALENT,
        (False, True): Relation.NARROWER,
        (True, False): Relation.BROADER,
        (True, True): Relation.OVERLAPPING if both else Relation.DISJOINT,
    }[only_first, only_second]
    found = compare(one, two)
    assert found.relation is expected
    assert compare(two, one).relation is expected.mirrored
    assert [each.truth for each in (found.only_first, found.only_second, found.both)] == [
        Truth.of(each) for each in (only_first, only_second, both)
    ]


@settings(max_examples=50)
@given(rules(parameters=True, opens=True), rules(parameters=True, opens=True))
def test_what_is_not_established_and_what_the_legal_order_decides_is_never_guessed(left: Rule, right: Rule) -> None:
    """If this failed, a difference that nobody could read would be stated as certain."""
    found = compare(definition(left, "left"), definition(right, "right"))
    orders = list(every_setting())
    truths = [_exist(left, right, order) for order in orders]
    assert [found.only_first.truth, found.only_second.truth, found.both.truth] == [
        _agreed(list(each)) for each in zip(*truths, strict=True)
    ]
    by_order = [Relation.of(*each) for each in truths]
    assert found.relation is (by_order[0] if len(set(by_order)) == 1 else None)
    for order, relation in zip(orders, by_order, strict=True):
        said = [each for each in found.by_legal_order if dict(each.parameters).items() <= order.items()]
        assert [each.relation for each in said] == ([] if len(set(by_order)) == 1 else [relation])
        known = _of(definition(AllOf((left, right))), order)
        assert compare(definition(left, "left"), definition(right, "right"), parameters=known).relation is relation


STATED: list[dict[str, Any]] = [
    {name: value for name, value in zip(EXACT, values, strict=True) if value is not None}
    for values in product((None, False, True), (None, False, True), (None, *EXACT["n"]), (None, *LISTINGS, *IN_PART))
]


@given(rules(lengths=True), rules(lengths=True))
def test_the_example_settles_both_definitions_and_states_as_little_as_can_be(left: Rule, right: Rule) -> None:
    """If this failed, the example would leave one of the two open, or say what is not needed."""
    one, two = definition(left, "left"), definition(right, "right")
    found = compare(one, two)
    truths = [(len(stated), truth_of(one, Small(**stated)), truth_of(two, Small(**stated))) for stated in STATED]
    for example, wanted in (
        (found.only_first, (TRUE, FALSE)),
        (found.only_second, (FALSE, TRUE)),
        (found.both, (TRUE, TRUE)),
    ):
        sizes = [size for size, *outcomes in truths if tuple(outcomes) == wanted]
        assert (example.facts is None) is (not sizes)
        if sizes:
            assert (truth_of(one, example.facts), truth_of(two, example.facts)) == wanted
            assert len(example.stated) == min(sizes)
            assert example.facts == Small(**dict(example.stated))


def test_of_smallest_examples_the_first_in_the_text_with_the_smallest_values_is_taken() -> None:
    found = compare(definition(any_of(A, B, Reaches("n", 3))), definition(AllOf((Not(A), Not(A))), "other"))
    assert found.only_first.stated == (("a", True),)
    assert found.only_second.stated == (("a", False), ("b", False), ("n", 2))
    assert found.both.stated == (("a", False), ("b", True))


def test_numbers_are_those_next_to_the_bound() -> None:
    """Two persons teach more than none where three are asked for; three years more than none where it is four."""
    four, three = definition(Reaches("n", 4), "four"), definition(Reaches("n", 3), "three")
    found = compare(three, four)
    assert found.relation is Relation.BROADER
    assert found.only_first.stated == (("n", 3),)
    assert found.only_second.facts is None
    assert found.both.stated == (("n", 4),)
    assert compare(definition(Not(Reaches("n", 3))), three).only_first.stated == (("n", 2),)


def test_a_listing_states_no_more_than_is_needed() -> None:
    x, yz = Contains("items", ("x",)), Contains("items", ("y", "z"))
    found = compare(definition(x), definition(yz, "other"))
    assert found.only_first.stated == (("items", Listing([Item.X], complete=True)),)
    assert found.both.stated == (("items", Listing([Item.X, Item.Y])),)
    assert found.only_first.plain()["facts"] == {"items": {"values": ["x"], "complete": True}}
    assert found.both.plain()["facts"] == {"items": ["x", "y"]}
    two = compare(definition(Reaches("items", 2)), definition(A, "other"))
    assert two.only_first.stated == (("items", Listing([Item.X, Item.Y])), ("a", False))
    assert two.only_second.stated == (("items", Listing([Item.X], complete=True)), ("a", True))


def test_a_listing_without_vocabulary_is_filled_with_letters() -> None:
    found = compare(untoc.TRANSNATIONAL, definition(Not(Reaches("states", 2)), "one State", Offence))
    assert found.relation is Relation.OVERLAPPING
    assert dict(found.only_first.stated)["states"] == Listing(["A", "B"])
    many = compare(definition(Reaches("states", 28), "many", Offence), untoc.TRANSNATIONAL)
    assert many.relation is Relation.NARROWER
    assert dict(many.both.stated)["states"].values[24:] == ("Y", "Z", "A1", "B1")


def test_the_convention_is_broader_than_the_framework_decision() -> None:
    """UNTOC art. 2(a) takes a Convention offence whatever its penalty; the Framework Decision does not."""
    found = compare(untoc.ORGANIZED_CRIMINAL_GROUP, eu.CRIMINAL_ORGANISATION)
    assert found.relation is Relation.BROADER
    assert found.only_first.facts == Group(
        randomly_formed=False,
        persons=3,
        existed_for_a_period=True,
        acting_in_concert=True,
        maximum_penalty=3,
        aims_at_convention_offence=True,
        financial_benefit=True,
    )
    assert found.only_second == Example(truth=FALSE)
    assert [(row.title, row.remark) for row in found.elements] == [
        ("structured group", "the same"),
        ("three or more persons", "the same"),
        ("existing for a period of time", "the same"),
        ("acting in concert", "the same"),
        ("aim of committing a serious crime or a Convention offence", "broader"),
        ("purpose of a financial or other material benefit", "the same"),
    ]
    assert found.elements[1].first == "art. 2(a): at least 3 persons"
    assert found.elements[4].second == "art. 1(1): maximum penalty of at least 4 years"


def test_the_comparison_shows_itself() -> None:
    found = compare(untoc.ORGANIZED_CRIMINAL_GROUP, untoc.STRUCTURED_GROUP)
    assert found.text().splitlines() == [
        "organized criminal group (UNTOC art. 2(a)) is narrower than structured group (UNTOC art. 2(c))",
        *found.text().splitlines()[1:8],
        "  [no]  only UNTOC art. 2(a): no case",
        "  [yes] only UNTOC art. 2(c): not randomly formed for the immediate commission of an offence; 2 persons",
        f"  [yes] both: {found.both.text}",
    ]
    assert str(found) == found.text()
    assert repr(found) == "<Comparison: untoc-organized-criminal-group to untoc-structured-group, narrower>"
    assert "<table>" in found._repr_html_()
    written = json.loads(oc.to_json(found))
    assert written["relation"] == "narrower"
    assert written["only_second"]["facts"] == {"randomly_formed": False, "persons": 2}
    assert written["only_first"] == {"truth": "false", "facts": None, "parameters": {}, "not_established": []}
    assert written["elements"][1] == {
        "title": "three or more persons",
        "first": "art. 2(a): at least 3 persons",
        "second": None,
        "relation": None,
    }


def test_a_difference_that_rests_on_a_step_not_established_is_not_determined() -> None:
    open_a, plain_a = definition(AllOf((A, STEP)), "with"), definition(A, "without")
    found = compare(open_a, plain_a)
    assert found.relation is None
    assert found.only_first.truth is FALSE
    assert found.only_second.truth is UNKNOWN
    assert found.only_second.not_established == ("open step (with)",)
    assert found.only_second.text == "a (not established: open step (with))"
    assert found.outline().heading == (
        "title of with (Code art. 1) and title of without (Code art. 1): which covers more is not determined"
    )
    assert repr(found) == "<Comparison: with to without, not determined>"
    assert found.elements[-1].remark == "asked by the first alone"
    assert json.loads(oc.to_json(found))["relation"] is None


def test_steps_not_established_of_two_laws_are_not_taken_for_one() -> None:
    """They have the same name; nobody knows whether they have the same wording."""
    one, two = definition(STEP, "one"), definition(STEP, "two")
    assert compare(one, two).relation is None
    assert compare(one, one).relation is Relation.EQUIVALENT
    assert compare(definition(all_of(meets(one), A), "three"), one).relation is None
    assert compare(definition(all_of(meets(one), A), "three"), one).only_first.truth is FALSE


def test_a_step_not_established_that_decides_nothing_leaves_the_relation_alone() -> None:
    found = compare(definition(AllOf((A, B, AnyOf((STEP, A)))), "with"), definition(A, "without"))
    assert found.relation is Relation.NARROWER


def _by_order(then: Rule, otherwise: Rule) -> ByLegalOrder:
    return ByLegalOrder(parameter="p", question="Is p so?", then=then, otherwise=otherwise, pinpoint="9")


def test_a_relation_that_the_legal_order_decides_is_given_for_each() -> None:
    chosen, plain = definition(_by_order(AllOf((A, B)), A), "chosen"), definition(A, "plain")
    found = compare(chosen, plain)
    assert found.relation is None
    assert [(each.parameters, each.relation) for each in found.by_legal_order] == [
        ((("p", True),), Relation.NARROWER),
        ((("p", False),), Relation.EQUIVALENT),
    ]
    assert found.only_second == Example(
        truth=UNKNOWN,
        facts=Small(a=True, b=False),
        stated=(("a", True), ("b", False)),
        said=("a", "not b"),
        parameters=(("p", True),),
        legal_order=("Is p so? yes",),
    )
    assert found.only_second.text == "a; not b (where: Is p so? yes)"
    assert found.outline().children[0].text() == "[where] Is p so? yes: narrower"
    assert found.outline().children[1].text() == "[where] Is p so? no: equivalent"
    assert json.loads(oc.to_json(found))["by_legal_order"][0] == {"parameters": {"p": True}, "relation": "narrower"}
    given_yes = compare(chosen, plain, parameters={"p": True})
    assert (given_yes.relation, given_yes.parameters, given_yes.by_legal_order) == (
        Relation.NARROWER,
        (("p", True),),
        (),
    )
    assert given_yes.only_second.parameters == ()
    assert compare(chosen, plain, parameters={"p": None}).parameters == ()


def test_an_example_that_holds_in_every_legal_order_names_none() -> None:
    found = compare(definition(_by_order(AllOf((A, B)), A), "chosen"), definition(Not(A), "plain"))
    assert found.relation is Relation.DISJOINT
    assert found.only_first.stated == (("a", True), ("b", True))
    assert found.only_first.parameters == ()


def test_where_a_step_is_open_in_one_legal_order_alone_the_table_says_so() -> None:
    found = compare(definition(_by_order(AllOf((A, STEP)), A), "chosen"), definition(A, "plain"))
    assert [(each.parameters, each.relation) for each in found.by_legal_order] == [
        ((("p", True),), None),
        ((("p", False),), Relation.EQUIVALENT),
    ]
    assert found.outline().children[0].text() == "[where] Is p so? yes: not determined"


def test_definitions_about_a_part_and_about_the_whole_are_compared_over_the_whole() -> None:
    found = compare(untoc.SCOPE, untoc.ORGANIZED_CRIMINAL_GROUP)
    assert found.relation is Relation.NARROWER
    assert compare(untoc.ORGANIZED_CRIMINAL_GROUP, untoc.SCOPE).relation is Relation.BROADER
    case = found.only_second.facts
    assert type(case) is Case
    assert truth_of(untoc.ORGANIZED_CRIMINAL_GROUP, case.group) is TRUE
    assert truth_of(untoc.SCOPE, case) is FALSE
    assert found.only_second.said[0] == "offence: not offence established under the Convention"
    assert found.only_second.plain()["facts"]["group"]["persons"] == 3
    assert [row.remark for row in found.elements] == [
        "asked by the first alone",
        "asked by the first alone",
        "the same",
    ]
    turned = compare(untoc.ORGANIZED_CRIMINAL_GROUP, untoc.SCOPE).elements
    assert [row.remark for row in turned] == ["the same", "asked by the second alone", "asked by the second alone"]


def test_definitions_about_facts_of_the_same_names_are_compared_over_these() -> None:
    """A serious crime is asked of the offence, and of the group by the penalty of what it aims at."""
    found = compare(untoc.SERIOUS_CRIME, eu.CRIMINAL_ORGANISATION)
    assert found.relation is Relation.BROADER
    assert type(found.only_first.facts) is Group
    assert compare(eu.CRIMINAL_ORGANISATION, untoc.SERIOUS_CRIME).relation is Relation.NARROWER


def test_definitions_without_common_facts_are_refused() -> None:
    message = (
        "untoc-organized-criminal-group is about a Group and trafficking-in-persons about a Trafficking: they have no "
        "facts in common that they could be compared on"
    )
    with pytest.raises(DefinitionError) as caught:
        compare(untoc.ORGANIZED_CRIMINAL_GROUP, TRAFFICKING_IN_PERSONS)
    assert str(caught.value) == message
    with pytest.raises(DefinitionError, match="about a Small and untoc-transnational about an Offence"):
        compare(definition(A), untoc.TRANSNATIONAL)
    with pytest.raises(DefinitionError):
        compare(definition(STEP, "open"), TRAFFICKING_IN_PERSONS)


def test_facts_of_one_name_and_two_kinds_are_not_taken_for_one() -> None:
    other = Definition(id="other", title="other", citation=CODE, about=Offence, rule=Contains("states", ("x",)))
    assert compare(definition(Holds("c"), "whole", Whole), definition(A)).relation is Relation.OVERLAPPING
    with pytest.raises(DefinitionError):
        compare(definition(Contains("items", ("x",))), other)
    with pytest.raises(DefinitionError):
        compare(definition(A), definition(Holds("intentional"), "conduct", Trafficking))


@pytest.mark.parametrize(
    ("given_parameters", "message"),
    [
        ({"x": True}, "parameters.x: no definition given has such a parameter."),
        ({5: True}, "parameters.5: no definition given has such a parameter."),
        (
            "p",
            "parameters: 'p' is not a mapping: expected parameters by name, each True, False, or None for not known",
        ),
        ({"pp": True}, "parameters.pp: no definition given has such a parameter. Did you mean 'p'?"),
        (
            {"p": "yes"},
            "parameters.p: 'yes' is not a yes or a no: expected True, False, or None for not known",
        ),
    ],
)
def test_parameters_that_cannot_be_are_refused(given_parameters: Any, message: str) -> None:
    chosen = definition(_by_order(A, B), "chosen")
    for ask in (compare, covers):
        with pytest.raises(InputError) as caught:
            ask(chosen, definition(A), parameters=given_parameters)
        assert str(caught.value) == message
    with pytest.raises(InputError) as caught:
        matrix([chosen], parameters=given_parameters)
    assert str(caught.value) == message


def test_the_framework_decision_does_not_cover_all_that_the_convention_requires() -> None:
    found = covers(eu.CRIMINAL_ORGANISATION, untoc.ORGANIZED_CRIMINAL_GROUP)
    assert found.truth is FALSE
    assert found.left_out.facts.maximum_penalty == 3
    assert found.left_out.facts.aims_at_convention_offence is True
    covering = "criminal organisation (Framework Decision 2008/841/JHA art. 1(1))"
    assert found.text().splitlines() == [
        f"[no] {covering} covers all that organized criminal group (UNTOC art. 2(a)) requires",
        f"  left out: {found.left_out.text}",
    ]
    assert str(found) == found.text()
    assert repr(found) == "<Coverage: no, untoc-organized-criminal-group by eu-criminal-organisation>"
    assert "left out" in found._repr_html_()
    written = json.loads(oc.to_json(found))
    assert (written["truth"], written["definition"], written["required"], written["parameters"]) == (
        "false",
        "eu-criminal-organisation",
        "untoc-organized-criminal-group",
        {},
    )
    assert written["left_out"]["facts"]["maximum_penalty"] == 3


def test_the_convention_covers_all_that_the_framework_decision_requires() -> None:
    found = covers(untoc.ORGANIZED_CRIMINAL_GROUP, eu.CRIMINAL_ORGANISATION)
    assert (found.truth, found.left_out) == (TRUE, Example(truth=FALSE))
    assert found.outline().children == ()


def test_coverage_that_rests_on_a_step_not_established_is_unknown() -> None:
    found = covers(definition(AllOf((A, STEP)), "with"), definition(A, "without"))
    assert found.truth is UNKNOWN
    assert found.text() == (
        "[unknown] title of with (Code art. 1) covers all that title of without (Code art. 1) requires\n"
        "  left out: a (not established: open step (with))"
    )


def test_the_matrix_holds_each_comparison() -> None:
    found = matrix(GROUPS)
    for row, one in zip(found.relations, GROUPS, strict=True):
        assert row == tuple(compare(one, other).relation for other in GROUPS)
    assert found.relation("untoc-organized-criminal-group", "eu-criminal-organisation") is Relation.BROADER
    assert len(found) == len(GROUPS)


def test_the_matrix_shows_itself() -> None:
    chosen = [
        definition(A, "a"),
        definition(AllOf((A, B)), "a-and-b"),
        definition(Not(A), "not-a"),
        definition(B, "b"),
        definition(STEP, "open"),
    ]
    found = matrix(chosen, parameters={})
    signs = "= equivalent; < narrower; > broader; x overlapping; 0 disjoint; ? not determined"
    assert found.text().splitlines() == [
        "5 definitions compared",
        "     definition  1  2  3  4  5",
        "  1  a           =  >  0  x  ?",
        "  2  a-and-b     <  =  0  <  ?",
        "  3  not-a       0  0  =  x  ?",
        "  4  b           x  >  x  =  ?",
        "  5  open        ?  ?  ?  ?  =",
        f"  the definition of the row is, to that of the column: {signs}",
    ]
    assert str(found) == found.text()
    assert repr(found) == "<Matrix of 5 definitions>"
    assert "<table>" in found._repr_html_()
    written = json.loads(oc.to_json(found))
    assert written["relations"]["a"] == {
        "a": "equivalent",
        "a-and-b": "broader",
        "not-a": "disjoint",
        "b": "overlapping",
        "open": None,
    }
    with pytest.raises(InputError) as caught:
        found.relation("a", "c")
    assert str(caught.value) == "matrix: 'c' is not in it"
    with pytest.raises(InputError) as caught:
        matrix([chosen[0], chosen[1], chosen[0]])
    assert str(caught.value) == "definitions: 'a' is given twice"


def test_the_words_of_a_relation_make_a_sentence() -> None:
    assert {relation.value: relation.words for relation in Relation} == {
        "equivalent": "is equivalent to",
        "narrower": "is narrower than",
        "broader": "is broader than",
        "overlapping": "overlaps with",
        "disjoint": "has no case in common with",
    }


def test_the_table_says_in_short_what_is_asked() -> None:
    long = "a step that is told by its title"
    left = definition(
        AllOf(
            (
                element("either", AnyOf((A, AllOf((B, Reaches("items", 2))))), "1"),
                element("some", AtLeast(1, (Contains("items", ("x", "y")), Not(A))), "2"),
                element("order", _by_order(A, AnyOf((A, B))), "3"),
                element(long, AllOf((Contains("items", ("x", "y", "z")), *(AnyOf((A, B)),) * 20)), "4"),
                STEP,
            )
        ),
        "left",
    )
    rows = compare(left, definition(Reaches("n", 1), "right")).elements
    assert [(row.title, row.first, row.second) for row in rows] == [
        ("either", "art. 1: a, or (b and items: at least 2)", None),
        ("some", "art. 2: at least 1 of: items: x or y; not a", None),
        ("order", "art. 3: Is p so? yes: a; no: (a, or b)", None),
        (long, "art. 4: a step that is told by its title", None),
        ("open step", "art. 1: not established: open step", None),
        ("title of right", None, "art. 1: n of at least 1 pieces"),
    ]
    inner = definition(all_of(meets(definition(AnyOf((A, B)), "inner")), Reaches("n", 1)), "outer")
    assert compare(definition(AllOf((Not(element("e", AnyOf((A, B)), "1")),)), "not"), inner).elements[0].first == (
        "art. 1: not (a, or b)"
    )


def test_steps_are_laid_beside_the_ones_that_read_the_same() -> None:
    one = definition(all_of(element("first", A, "1"), element("second", AnyOf((B, Reaches("n", 1))), "2")), "one")
    two = definition(all_of(element("b or n", AnyOf((B, Reaches("n", 2))), "1"), element("c", A, "2")), "two")
    assert [(row.title, row.second, row.remark) for row in compare(one, two).elements] == [
        ("first", "art. 2: a", "the same"),
        ("second", "art. 1: b, or n of at least 2 pieces", "broader"),
    ]
    opened = definition(all_of(element("b or n", AnyOf((B, STEP)), "1"), element("c", A, "2")), "two")
    assert compare(one, opened).elements[1].remark == "not determined"


def test_every_pair_of_shipped_group_definitions_has_examples_that_settle_both() -> None:
    for one, two in product(GROUPS, GROUPS):
        found: Comparison = compare(one, two)
        for example, wanted in ((found.only_first, (TRUE, FALSE)), (found.only_second, (FALSE, TRUE))):
            if example.facts is not None and not example.not_established:
                order = dict(example.parameters)
                assert (_truth(one, example.facts, order), _truth(two, example.facts, order)) == wanted


@given(st.sampled_from(GROUPS), st.sampled_from(GROUPS), st.data())
def test_no_random_case_contradicts_a_proved_relation(one: Definition, two: Definition, data: st.DataObject) -> None:
    paths = one.facts | two.facts
    values = {path: data.draw(_random(fact), path) for path, fact in paths.items()}
    truths = (truth_of(one, Group(**values)), truth_of(two, Group(**values)))
    relation = compare(one, two).relation
    assert truths not in {
        Relation.EQUIVALENT: [(TRUE, FALSE), (FALSE, TRUE)],
        Relation.NARROWER: [(TRUE, FALSE)],
        Relation.BROADER: [(FALSE, TRUE)],
        Relation.DISJOINT: [(TRUE, TRUE)],
    }.get(relation or Relation.OVERLAPPING, [])


def _random(fact: Any) -> st.SearchStrategy[Any]:
    if fact.vocabulary is not None:
        return st.lists(st.sampled_from(fact.vocabulary), unique=True).map(lambda some: Listing(some, complete=True))
    return st.integers(0, 12) if fact.unit else st.booleans()


def test_a_comparison_is_frozen() -> None:
    found = compare(definition(A), definition(B, "b"))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        found.relation = None  # type: ignore[misc]


def test_a_comparison_as_json_is_whole() -> None:
    """A service hands it on: a key that is renamed breaks whoever reads it."""
    example = {"truth": "true", "parameters": {}, "not_established": []}
    assert compare(definition(AllOf((A, B)), "left"), definition(A, "right")).plain() == {
        "first": "left",
        "second": "right",
        "parameters": {},
        "relation": "narrower",
        "only_first": example | {"truth": "false", "facts": None},
        "only_second": example | {"facts": {"a": True, "b": False}},
        "both": example | {"facts": {"a": True, "b": True}},
        "by_legal_order": [],
        "elements": [
            {"title": "a", "first": "art. 1: a", "second": "art. 1: a", "relation": "equivalent"},
            {"title": "b", "first": "art. 1: b", "second": None, "relation": None},
        ],
    }


def test_a_comparison_as_a_table_names_both_and_what_each_asks() -> None:
    shown = compare(definition(AllOf((A, B)), "left"), definition(AllOf((A, Reaches("n", 2))), "right")).outline()
    assert shown.columns == ("element", "Code art. 1", "Code art. 1", "the first is")
    assert shown.rows == (
        ("a", "art. 1: a", "art. 1: a", "the same"),
        ("b", "art. 1: b", "not asked", "asked by the first alone"),
        ("n of at least 2 pieces", "not asked", "art. 1: n of at least 2 pieces", "asked by the second alone"),
    )


def test_a_legal_order_is_told_by_all_its_parameters() -> None:
    inner = ByLegalOrder(parameter="q", question="Is q so?", then=AllOf((A, B)), otherwise=A, pinpoint="9")
    found = compare(definition(_by_order(inner, AllOf((A, STEP))), "chosen"), definition(A, "plain"))
    assert [each.heading for each in found.outline().children[:3]] == [
        "Is p so? yes; Is q so? yes: narrower",
        "Is p so? yes; Is q so? no: equivalent",
        "Is p so? no: not determined",
    ]


def test_coverage_and_matrix_take_the_legal_order_as_it_is_given() -> None:
    """A legal order that is known would be asked about, and the answer kept open."""
    chosen, plain = definition(_by_order(AllOf((A, B)), A), "chosen"), definition(A, "plain")
    assert covers(chosen, plain).truth is UNKNOWN
    assert covers(chosen, plain, parameters={"p": True}).truth is FALSE
    assert covers(chosen, plain, parameters={"p": False}).truth is TRUE
    assert matrix([chosen, plain], parameters={"p": True}).plain() == {
        "parameters": {"p": True},
        "relations": {
            "chosen": {"chosen": "equivalent", "plain": "narrower"},
            "plain": {"chosen": "broader", "plain": "equivalent"},
        },
    }


def test_a_definition_is_not_laid_down_as_a_whole_where_its_steps_say_as_much() -> None:
    one = definition(all_of(element("first", A, "1"), element("second", B, "2")), "one")
    two = definition(all_of(element("third", A, "3"), element("fourth", A, "4")), "two")
    assert [(row.title, row.second) for row in compare(one, two).elements] == [
        ("first", "art. 3: a"),
        ("second", None),
        ("fourth", "art. 4: a"),
    ]


def test_a_step_is_laid_beside_the_one_that_asks_for_the_same_however_it_is_put() -> None:
    """What reads the same facts may ask for the opposite; what reads another fact too may ask for the same."""
    one = definition(all_of(element("plain", A, "1"), element("other", Reaches("n", 1), "2")), "one")
    absorbed = AnyOf((A, AllOf((A, B))))
    two = definition(all_of(element("not a", Not(A), "3"), element("absorbed", absorbed, "4")), "two")
    row = compare(one, two).elements[0]
    assert (row.title, row.second, row.remark) == ("plain", "art. 4: a, or (a and b)", "the same")


def test_a_definition_without_a_place_in_its_text_names_none() -> None:
    nowhere = Definition(id="nowhere", title="nowhere", citation=CODE, about=Small, rule=A)
    assert [row.first for row in compare(nowhere, definition(A, "plain")).elements] == ["a"]


@pytest.mark.parametrize(("length", "told"), [(160, True), (161, False)])
def test_a_step_is_told_in_full_as_long_as_the_table_has_room(length: int, told: bool) -> None:
    said = "not established: ".ljust(length, "x")
    step = element(
        "the step", NotEstablished(title=said.removeprefix("not established: "), reason="it was not read"), "1"
    )
    found = compare(definition(all_of(step, A), "one"), definition(A, "two")).elements[0].first
    assert found == f"art. 1: {said if told else 'the step'}"


def _smallest(rule: Rule) -> tuple[tuple[str, Any], ...]:
    """Return what the smallest case that meets a rule states."""
    return compare(definition(rule, "one"), definition(rule, "other")).both.stated


def test_a_list_counts_once_however_much_is_stated_of_it() -> None:
    values = AllOf((Contains("items", ("x",)), Contains("items", ("y",)), Contains("items", ("z",))))
    assert _smallest(AnyOf((AllOf((A, B)), values))) == (("items", Listing(Item)),)
    length = AllOf((Contains("items", ("x",)), Reaches("items", 2)))
    assert _smallest(AnyOf((AllOf((A, B)), length))) == (("items", Listing([Item.X, Item.Y])),)


def test_of_two_ways_to_state_one_list_the_shorter_is_taken() -> None:
    values = AllOf((Contains("items", ("x",)), Contains("items", ("y",))))
    assert _smallest(AnyOf((values, Contains("items", ("z",))))) == (("items", Listing([Item.Z])),)
    either = AnyOf((values, AllOf((Contains("items", ("y",)), A)), Contains("items", ("z",))))
    assert _smallest(either) == (("items", Listing([Item.Z])),)


def test_a_list_that_comes_first_in_the_text_is_stated_first() -> None:
    assert _smallest(AnyOf((Contains("items", ("x",)), A))) == (("items", Listing([Item.X])),)
    assert _smallest(AnyOf((A, Contains("items", ("x",))))) == (("a", True),)


def test_the_legal_order_decides_wherever_it_stands_in_the_text() -> None:
    chosen = definition(AllOf((A, _by_order(B, Not(B)))), "chosen")
    assert [(each.parameters, each.relation) for each in compare(chosen, definition(AllOf((A, B)))).by_legal_order] == [
        ((("p", True),), Relation.EQUIVALENT),
        ((("p", False),), Relation.DISJOINT),
    ]


def test_a_step_not_established_is_found_in_a_definition_that_is_used() -> None:
    inner = definition(STEP, "inner")
    found = compare(definition(all_of(meets(inner), A), "outer"), definition(A, "plain"))
    assert found.only_second.not_established == ("open step (inner)",)
    part = definition(AllOf((Meets(definition=inner, part="small"), Holds("c"))), "outer", Whole)
    found = compare(part, definition(Holds("c"), "plain", Whole))
    assert found.only_second.not_established == ("small.open step (inner)",)


@pytest.mark.parametrize(
    ("truths", "relation"),
    [
        ((FALSE, FALSE, UNKNOWN), Relation.EQUIVALENT),
        ((FALSE, TRUE, UNKNOWN), Relation.NARROWER),
        ((TRUE, FALSE, UNKNOWN), Relation.BROADER),
        ((TRUE, TRUE, TRUE), Relation.OVERLAPPING),
        ((TRUE, TRUE, FALSE), Relation.DISJOINT),
        ((TRUE, TRUE, UNKNOWN), None),
        ((FALSE, UNKNOWN, TRUE), None),
        ((UNKNOWN, FALSE, TRUE), None),
        ((UNKNOWN, TRUE, TRUE), None),
        ((TRUE, UNKNOWN, TRUE), None),
        ((UNKNOWN, TRUE, FALSE), None),
        ((TRUE, UNKNOWN, FALSE), None),
    ],
)
def test_a_relation_is_said_only_where_what_it_takes_is_known(
    truths: tuple[Truth, Truth, Truth], relation: Relation | None
) -> None:
    assert Relation.of(*truths) is relation


def test_an_example_names_all_that_it_rests_on() -> None:
    inner = ByLegalOrder(parameter="q", question="Is q so?", then=B, otherwise=A, pinpoint="9")
    other = NotEstablished(title="other step", reason="it was not read")
    found = compare(definition(_by_order(inner, AllOf((B, STEP, other))), "one"), definition(Not(A), "two"))
    assert found.both.text == "b; not a (where: Is p so? yes; Is q so? yes)"
    steps = compare(definition(AllOf((A, STEP, other)), "one"), definition(A, "two")).both
    assert steps.text == "a (not established: open step (one); other step (one))"
    no = compare(definition(_by_order(Not(A), A), "one"), definition(A, "two")).both
    assert no.text == "a (where: Is p so? no)"


def test_a_relation_that_holds_in_every_legal_order_is_given_once() -> None:
    """There are common cases in one legal order alone, and the two are equivalent in both."""
    one = definition(_by_order(A, AllOf((A, Not(A)))), "one")
    found = compare(one, one)
    assert (found.relation, found.by_legal_order) == (Relation.EQUIVALENT, ())


def test_the_matrix_leaves_open_what_the_legal_order_decides() -> None:
    found = matrix([definition(_by_order(AllOf((A, B)), A), "chosen"), definition(A, "plain")])
    assert (found.relation("chosen", "plain"), found.relation("plain", "chosen")) == (None, None)


def test_a_step_not_established_is_cited_where_it_stands() -> None:
    step = NotEstablished(title="open step", reason="it was not read", pinpoint="7")
    rows = compare(definition(AllOf((A, step)), "one"), definition(A, "two")).elements
    assert [row.first for row in rows] == ["art. 1: a", "art. 7: not established: open step"]


def test_where_there_is_no_case_nothing_is_stated() -> None:
    found = compare(definition(A, "one"), definition(A, "two")).only_first
    assert (found.facts, found.stated, found.said, found.parameters) == (None, (), (), ())
    assert (found.legal_order, found.not_established, found.text) == ((), (), "")


@checked
@attrs.frozen(kw_only=True)
class Other:
    """A class with the same part as another."""

    small: Small | None = part("small", "Which small one?", Small)  # noqa: RUF009 - it makes a field


def test_definitions_about_classes_that_share_a_part_are_compared_over_it() -> None:
    one = definition(Meets(definition=definition(A), part="small"), "one", Whole)
    two = definition(Meets(definition=definition(AllOf((A, B))), part="small"), "two", Other)
    assert compare(one, two).relation is Relation.BROADER
