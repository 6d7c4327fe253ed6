"""The nodes, the pieces that write them, and what a definition refuses."""
# ruff: noqa: RUF009 - a fact is declared by a call, which makes a field and no value

import copy
import enum
import pickle
from typing import Any

import attrs
import pytest

import orgcrime as oc
from orgcrime import Citation, Definition, DefinitionError, Listing
from orgcrime.law.facts import Case, Group, Offence
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
    all_of,
    any_of,
    at_least,
    atoms,
    by_legal_order,
    element,
    facts,
    meets,
    not_,
    parameters,
    parts,
)
from orgcrime.law.values import checked, listing, number, part, yes_no


class Colour(enum.StrEnum):
    RED = "red"
    GREEN = "green"


@checked
@attrs.frozen(kw_only=True)
class Box:
    """Facts to write rules over."""

    full: bool | None = yes_no("full", "Is it full?")
    heavy: bool | None = yes_no("heavy", "Is it heavy?")
    items: int | None = number("items", "How many items?", unit="items")
    colours: Listing[Colour] | None = listing("colours", "Which colours?", Colour)
    names: Listing[str] | None = listing("names", "Which names?")


@checked
@attrs.frozen(kw_only=True)
class Cart:
    """Facts with a part."""

    fast: bool | None = yes_no("fast", "Is it fast?")
    box: Box | None = part("box", "Which box does it carry?", Box)


box, cart = facts(Box), facts(Cart)


def define(rule: Rule, about: type = Box, key: str = "x", **more: Any) -> Definition:
    return Definition(id=key, title="a box", citation=Citation("law", "1"), about=about, rule=rule, **more)


FULL = define(Holds("full"), key="full")
OTHERWISE = by_legal_order("strict", "Is the law strict?", "2", then=box.full, otherwise=box.heavy)


def test_the_pieces_write_plain_nodes() -> None:
    assert (box.items >= 3) == Reaches("items", 3)
    assert box.colours.contains("red", "green") == Contains("colours", ("red", "green"))
    assert all_of(box.full, box.items >= 3) == AllOf((Holds("full"), Reaches("items", 3)))
    assert any_of(box.full) == AnyOf((Holds("full"),))
    assert not_(box.full) == Not(Holds("full"))
    assert at_least(2, box.full, box.heavy) == AtLeast(2, (Holds("full"), Holds("heavy")))
    assert meets(FULL) == Meets(definition=FULL)
    assert cart.box.meets(FULL) == Meets(definition=FULL, part="box")
    assert element("a step", box.full, "1(a)", "a note") == Element(
        title="a step", rule=Holds("full"), pinpoint="1(a)", note="a note"
    )
    assert (
        ByLegalOrder(
            parameter="strict",
            question="Is the law strict?",
            then=Holds("full"),
            otherwise=Holds("heavy"),
            pinpoint="2",
        )
        == OTHERWISE
    )


@pytest.mark.parametrize(
    ("write", "message"),
    [
        (lambda: facts(Group).persns, "Group has no fact 'persns'. Did you mean 'persons'?"),
        (lambda: facts(Group).qqq, "Group has no fact 'qqq'."),
        (lambda: facts(Offence).persons, "Offence has no fact 'persons'."),
        (lambda: define(Holds("fulll")), "x: Box has no fact 'fulll'. Did you mean 'full'?"),
        (lambda: define(Holds("items")), "x: Box.items is a number fact, which Holds cannot ask"),
        (lambda: define(Holds("box"), Cart), "x: Cart.box is a part fact, which Holds cannot ask"),
        (lambda: define(Reaches("full", 3)), "x: Box.full is a yes-no fact, which Reaches cannot ask"),
        (lambda: define(Contains("items", ("red",))), "x: Box.items is a number fact, which Contains cannot ask"),
        (lambda: define(Contains("colours", ())), "x: no values are given that colours may contain"),
        (
            lambda: define(Contains("colours", ("rad",))),
            "x: 'rad' is not one of the colours. Did you mean 'red'?",
        ),
        (lambda: define(AllOf(())), "x: a combination has no parts"),
        (lambda: define(AnyOf(())), "x: a combination has no parts"),
        (lambda: define(at_least(0, box.full)), "x: at least 0 of 1 parts can never be a question"),
        (lambda: define(at_least(3, box.full, box.heavy)), "x: at least 3 of 2 parts can never be a question"),
        (lambda: define(cart.box.meets(FULL), Cart, key="y"), None),
        (lambda: define(Meets(definition=FULL, part="bx"), Cart), "x: Cart has no fact 'bx'. Did you mean 'box'?"),
        (lambda: define(Meets(definition=FULL, part="fast"), Cart), "x: Cart.fast is no part with facts of its own"),
        (lambda: define(Meets(definition=FULL), Cart), "x (full): Cart has no fact 'full'."),
        (lambda: define(Meets(definition=FULL), Group), "x (full): Group has no fact 'full'."),
        (lambda: define(not_(Holds("fulll"))), "x: Box has no fact 'fulll'. Did you mean 'full'?"),
        (
            lambda: define(all_of(any_of(element("a", at_least(1, Holds("fulll")), "1")))),
            "x: Box has no fact 'fulll'. Did you mean 'full'?",
        ),
        (
            lambda: define(by_legal_order("p", "?", "1", then=Holds("fulll"), otherwise=box.full)),
            "x: Box has no fact 'fulll'. Did you mean 'full'?",
        ),
        (
            lambda: define(by_legal_order("p", "?", "1", then=box.full, otherwise=Holds("fulll"))),
            "x: Box has no fact 'fulll'. Did you mean 'full'?",
        ),
    ],
)
def test_a_definition_that_asks_wrongly_is_refused_where_it_is_written(write: Any, message: str | None) -> None:
    """A misspelt fact would be unknown in silence, for ever."""
    if message is None:
        assert write().id == "y"
        return
    with pytest.raises(DefinitionError) as caught:
        write()
    assert str(caught.value) == message


def test_a_definition_may_be_used_on_another_class_that_has_its_facts() -> None:
    """UNTOC 2(b) is about an offence, and is asked of the offence that a group aims at."""
    asked = define(meets(oc.definitions["untoc-serious-crime"]), Group)
    assert list(asked.facts) == ["maximum_penalty"]


@pytest.mark.parametrize("bound", [float("nan"), float("inf"), True, "3"])
def test_a_bound_that_nothing_can_reach_is_no_bound(bound: Any) -> None:
    """Such a rule would be no, or unknown, for every case, and cannot be written as JSON."""
    with pytest.raises(DefinitionError):
        define(Reaches("items", bound))


WHOLE = define(
    all_of(
        element("first", any_of(box.full, not_(box.heavy)), "1(a)"),
        at_least(1, box.items >= 3, box.colours.contains("red")),
        OTHERWISE,
        meets(FULL),
        NotEstablished(title="second", reason="not published", pinpoint="1(b)"),
    ),
    key="whole",
)
CARRIED = define(all_of(cart.fast, cart.box.meets(WHOLE)), Cart, key="carried")


def test_the_parts_of_a_rule_come_in_the_order_of_the_text() -> None:
    kinds = [type(each).__name__ for each in parts(WHOLE.rule)]
    assert kinds == [
        "AllOf",
        "Element",
        "AnyOf",
        "Holds",
        "Not",
        "Holds",
        "AtLeast",
        "Reaches",
        "Contains",
        "ByLegalOrder",
        "Holds",
        "Holds",
        "Meets",
        "NotEstablished",
    ]


def test_the_atoms_of_a_rule_enter_other_definitions_and_parts() -> None:
    assert [atom.path for atom in atoms(CARRIED.rule, Cart)] == [
        "fast",
        "box.full",
        "box.heavy",
        "box.items",
        "box.colours",
        "strict",
        "box.full",
        "box.heavy",
        "box.full",
        "box.second",
    ]
    assert list(CARRIED.facts) == ["fast", "box.full", "box.heavy", "box.items", "box.colours"]
    assert CARRIED.facts["box.items"].unit == "items"


def test_the_parameters_of_a_definition_are_those_of_the_ones_it_uses() -> None:
    assert parameters(CARRIED) == {"strict": OTHERWISE}
    assert parameters(FULL) == {}


def test_a_definition_says_what_it_is() -> None:
    assert repr(FULL) == "<Definition full: a box (law art. 1)>"
    assert repr(oc.definitions["untoc-serious-crime"]) == (
        "<Definition untoc-serious-crime: serious crime (UNTOC art. 2(b))>"
    )


def test_a_definition_is_data() -> None:
    again = pickle.loads(pickle.dumps(oc.definitions["untoc-scope"]))  # noqa: S301 - our own bytes
    assert again == oc.definitions["untoc-scope"]
    assert hash(again) == hash(oc.definitions["untoc-scope"])
    assert copy.deepcopy(again) == again
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        again.title = "other"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        again.rule.parts = ()


@pytest.mark.parametrize("definition", oc.definitions.values(), ids=lambda each: str(each.id))
def test_a_shipped_definition_cites_an_instrument_or_names_a_jurisdiction(definition: Definition) -> None:
    known = definition.citation.instrument in list(oc.instruments)
    assert known or definition.jurisdiction is not None
    assert definition.sources or definition.status is oc.EvidenceStatus.UNVERIFIED


@pytest.mark.parametrize("definition", oc.definitions.values(), ids=lambda each: str(each.id))
def test_the_questions_of_one_parameter_agree(definition: Definition) -> None:
    asked: dict[str, set[str]] = {}

    def gather(rule: Rule) -> None:
        for each in parts(rule):
            if isinstance(each, ByLegalOrder):
                asked.setdefault(each.parameter, set()).add(each.question)
            elif isinstance(each, Meets):
                gather(each.definition.rule)

    gather(definition.rule)
    assert {name: len(questions) for name, questions in asked.items()} == dict.fromkeys(asked, 1)


def test_one_fact_has_one_name_in_all_definitions() -> None:
    """UNTOC 3(1): the facts of the group are those of the group's own definition."""
    scope, group = oc.definitions["untoc-scope"], oc.definitions["untoc-organized-criminal-group"]
    assert {path.removeprefix("group.") for path in scope.facts if path.startswith("group.")} == set(group.facts)
    assert scope.about is Case
