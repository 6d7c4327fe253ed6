"""Interviews: the outcome is that of an assessment, and nothing is asked that cannot matter."""

from __future__ import annotations

from itertools import product
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_law import (
    EXACT,
    IN_PART,
    PARAMETERS,
    RANGES,
    Item,
    Small,
    Whole,
    complete,
    definition,
    partial,
    rules,
)

import orgcrime as oc
from orgcrime.errors import InputError
from orgcrime.law.facts import Case, Group
from orgcrime.law.finding import truth_of
from orgcrime.law.interview import Answered, Interview, Reason, interview
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
    atoms,
    element,
    parameters,
)
from orgcrime.law.stating import with_facts
from orgcrime.law.trafficking import TRAFFICKING_IN_PERSONS
from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP, SCOPE, SERIOUS_CRIME, STRUCTURED_GROUP
from orgcrime.law.values import LIFE, Between, FactKind, Listing
from orgcrime.truth import Truth

SHIPPED = [definition for definition in oc.definitions.values() if definition.facts]
A, B = Holds("a"), Holds("b")
WHOLE = "expected a whole number, a Between, or None for not known"
ORDERS = st.fixed_dictionaries({name: st.sampled_from((None, False, True)) for name in PARAMETERS})


def _at(facts: Any, path: str) -> Any:
    for name in path.split("."):
        facts = None if facts is None else getattr(facts, name)
    return facts


def _hold(talk: Interview, facts: Any, order: dict[str, bool | None]) -> list[str]:
    """Answer every question with the facts, and return what was asked."""
    asked = []
    for question in talk:
        asked.append(question.path)
        talk.answer(order[question.path] if question.fact is None else _at(facts, question.path))
    return asked


@given(rules(lengths=True, parameters=True, opens=True), st.one_of(complete, partial), ORDERS)
def test_truthful_answers_end_at_the_outcome_of_an_assessment(
    rule: Rule, facts: Small, order: dict[str, bool | None]
) -> None:
    """If this failed, whoever is interviewed would be told something else than whoever fills in a form."""
    asked = definition(rule)
    talk = interview(asked)
    paths = _hold(talk, facts, order)
    known = {name: value for name, value in order.items() if name in parameters(asked)}
    assert talk.finding.truth is truth_of(asked, facts, parameters=known)
    assert len(paths) == len(set(paths))


ANSWERS: dict[str, tuple[Any, ...]] = {
    "a": (None, False, True),
    "b": (None, False, True),
    "n": (None, *EXACT["n"], *RANGES),
    "items": (None, *EXACT["items"], *IN_PART),
}


def _outcomes(asked: Definition, talk: Interview, path: str) -> list[set[Truth]]:
    """Return, for all that could be said of everything else not asked yet, the outcomes that the answers give."""
    answered = {each.question.path for each in talk.answers}
    names = [name for name in parameters(asked) if name not in answered]
    every = {name: values for name, values in ANSWERS.items() if name not in answered and name in asked.facts}
    every |= dict.fromkeys(names, (None, False, True))
    mine = every.pop(path)
    found = []
    for others in product(*every.values()):
        said = dict(zip(every, others, strict=True))
        truths = set()
        for value in mine:
            whole = {**said, path: value}
            facts = attrs.evolve(talk.facts, **{name: each for name, each in whole.items() if name not in names})
            order = talk.parameters | {name: each for name, each in whole.items() if name in names}
            truths.add(truth_of(asked, facts, parameters=order))
        found.append(truths)
    return found


@settings(max_examples=60)
@given(rules(parameters=True), st.one_of(complete, partial), ORDERS)
def test_nothing_is_asked_that_cannot_change_the_outcome(
    rule: Rule, facts: Small, order: dict[str, bool | None]
) -> None:
    """If this failed, a person would be bothered with what does not matter."""
    asked = definition(rule)
    talk = interview(asked)
    for question in talk:
        assert any(len(truths) > 1 for truths in _outcomes(asked, talk, question.path))
        talk.answer(order[question.path] if question.fact is None else _at(facts, question.path))
    answered = {each.question.path for each in talk.answers}
    for path in {*asked.facts, *parameters(asked)} - answered:
        assert all(len(truths) == 1 for truths in _outcomes(asked, talk, path))


@given(rules(lengths=True), complete)
def test_what_is_left_to_ask_never_grows(rule: Rule, facts: Small) -> None:
    """If this failed, "at most" would be no promise."""
    talk = interview(definition(rule))
    before = talk.most
    for question in talk:
        assert talk.number <= talk.most <= before
        before = talk.most
        talk.answer(_at(facts, question.path))
    assert talk.most == len(talk.answers)


@pytest.mark.parametrize("asked", SHIPPED, ids=lambda asked: asked.id)
@settings(max_examples=5)
@given(data=st.data())
def test_an_interview_about_a_shipped_definition_ends_at_the_outcome_of_an_assessment(
    asked: Definition, data: st.DataObject
) -> None:
    """If this failed, the outcome would depend on whether a case is told in answers or in a form."""
    order = {name: data.draw(st.sampled_from((None, False, True)), name) for name in parameters(asked)}
    facts = with_facts(asked.about, {path: data.draw(_random(asked, path), path) for path in asked.facts})
    talk = interview(asked)
    paths = _hold(talk, facts, order)
    assert talk.finding.truth is truth_of(asked, facts, parameters=order)
    assert set(paths) <= {*asked.facts, *order}


def _random(asked: Definition, path: str) -> st.SearchStrategy[Any]:
    fact = asked.facts[path]
    if fact.kind is FactKind.YES_NO:
        return st.sampled_from((None, False, True))
    if fact.kind is FactKind.LISTING:
        values = st.sampled_from([*(fact.vocabulary or ("FR", "BR", "IT"))])
        return st.lists(values, unique=True).map(lambda some: Listing(some, complete=len(some) % 2 == 0))
    bounds = [
        atom.rule.bound
        for atom in atoms(asked.rule, asked.about)
        if isinstance(atom.rule, Reaches) and atom.path == path
    ]
    return st.sampled_from((None, *(value for bound in bounds for value in (bound - 1, bound))))


def test_the_question_that_leaves_least_to_ask_comes_first() -> None:
    """With b no other question is left, with the others there is; in the text b comes last."""
    rule = AnyOf((AllOf((A, Reaches("n", 1), Contains("items", ("x",)))), B))
    assert _first(rule) == "b"
    assert _first(AllOf((AnyOf((A, Reaches("n", 1))), Contains("items", ("x",))))) == "items"


def _first(rule: Rule) -> str:
    question = interview(definition(rule)).question
    assert question is not None
    return question.path


def test_of_equally_good_questions_the_first_in_the_text_is_asked() -> None:
    assert _first(AllOf((B, A, Reaches("n", 1)))) == "b"
    assert _first(AnyOf((Reaches("n", 1), A, B))) == "n"


def test_answers_that_the_law_does_not_tell_apart_count_once() -> None:
    """Three cells of n, two outcomes: n settles half of the time, as a does; so the text decides."""
    rule = AllOf((AtLeast(1, (Reaches("n", 3), AllOf((Reaches("n", 1), Not(Reaches("n", 2)))))), A))
    assert _first(rule) == "n"


def test_a_settled_outcome_ends_the_questions() -> None:
    talk = interview(ORGANIZED_CRIMINAL_GROUP)
    asked = _hold(talk, Group(persons=2, randomly_formed=False), {})
    assert asked == ["randomly_formed", "persons"]
    assert talk.question is None
    assert talk.finding.truth is Truth.FALSE
    assert talk.facts == Group(persons=2, randomly_formed=False)


def test_nobody_is_asked_for_facts_that_are_known_already() -> None:
    facts = Group(randomly_formed=False, existed_for_a_period=True, acting_in_concert=True, financial_benefit=True)
    talk = interview(ORGANIZED_CRIMINAL_GROUP, facts=facts)
    assert _hold(talk, Group(persons=3, maximum_penalty=LIFE), {}) == ["persons", "maximum_penalty"]
    assert talk.facts == attrs.evolve(facts, persons=3, maximum_penalty=LIFE)
    assert talk.finding.truth is Truth.TRUE
    assert interview(STRUCTURED_GROUP, facts=Group(randomly_formed=True)).question is None


def test_parts_are_asked_by_their_path() -> None:
    talk = interview(SCOPE)
    assert _hold(talk, Case(), {})[:2] == ["group.randomly_formed", "group.persons"]
    assert talk.facts == Case()
    talk = interview(SCOPE)
    first = next(talk)
    talk.answer(value=True)
    assert first.path == "group.randomly_formed"
    assert talk.facts == Case(group=Group(randomly_formed=True))
    assert talk.finding.truth is Truth.FALSE
    inner = definition(Meets(definition=definition(A), part="small"), "outer", Whole)
    talk = interview(inner)
    _hold(talk, Whole(small=Small(a=True)), {})
    assert talk.finding.truth is Truth.TRUE


def test_a_range_and_an_incomplete_listing_are_answers_and_not_asked_again() -> None:
    talk = interview(definition(AllOf((Reaches("n", 3), Contains("items", ("x",))))))
    assert _hold(talk, Small(n=Between(2, None), items=Listing([Item.Y])), {}) == ["n", "items"]
    assert talk.finding.truth is Truth.UNKNOWN
    assert talk.finding.missing == ("n", "items")


def test_what_can_no_longer_matter_after_not_known_is_not_asked() -> None:
    """With a not known and n not known, b can make it neither yes nor no."""
    talk = interview(definition(AnyOf((AllOf((A, B)), Reaches("n", 1)))))
    asked = _hold(talk, Small(b=True), {})
    assert asked == ["n", "a"]
    assert talk.finding.truth is Truth.UNKNOWN


def test_a_parameter_of_the_legal_order_is_asked_once_and_only_if_not_given() -> None:
    rule = ByLegalOrder(parameter="p", question="Is p so?", then=A, otherwise=B, pinpoint="9")
    chosen = definition(element("choice", rule, "3"), "chosen")
    talk = interview(chosen)
    question = next(talk)
    assert (question.path, question.text, question.fact, question.kind, question.choices) == (
        "p",
        "Is p so?",
        None,
        FactKind.YES_NO,
        (),
    )
    assert question.why == ("Code art. 9: choice",)
    talk.answer(value=False)
    assert [question.path for question in [next(talk)]] == ["b"]
    talk.answer(value=True)
    assert (talk.parameters, talk.finding.truth) == ({"p": False}, Truth.TRUE)
    assert talk.finding.parameters == {"p": False}
    given_before = interview(chosen, parameters={"p": True})
    assert _hold(given_before, Small(a=True), {}) == ["a"]
    assert given_before.parameters == {"p": True}


def test_a_step_not_established_is_not_asked() -> None:
    talk = interview(definition(AllOf((A, NotEstablished(title="open", reason="it was not read")))))
    assert _hold(talk, Small(a=True), {}) == ["a"]
    assert talk.finding.truth is Truth.UNKNOWN
    assert interview(definition(NotEstablished(title="open", reason="it was not read"))).question is None


def test_a_question_says_why_it_is_asked() -> None:
    talk = interview(ORGANIZED_CRIMINAL_GROUP)
    question = next(talk)
    assert question.text == "Was the group formed at random for the immediate commission of one offence?"
    assert [*talk.why] == [
        "UNTOC art. 2(c): structured group",
        "randomness and immediacy go together: a group planned for one single crime is not randomly formed",
    ]
    assert question.reasons == (Reason(title="structured group", citation=STRUCTURED_GROUP.citation),)
    talk.answer(value=False)
    talk.answer(value=3)
    assert [*talk.why] == ["UNTOC art. 2(a): existing for a period of time (the text lays down no minimum length)"]
    twice = interview(definition(AllOf((element("one", A, "1", "a note"), AnyOf((AtLeast(1, (Not(A),)), B))))))
    assert [*twice.why] == ["Code art. 1: one (a note)", "Code art. 1: title of small"]
    assert interview(TRAFFICKING_IN_PERSONS).question is not None
    talk.answer(value=False)
    assert talk.question is None
    assert [*talk.why] == []


def test_the_choices_of_a_listing_are_named() -> None:
    question = interview(definition(Contains("items", ("x",)))).question
    assert question is not None
    assert (question.kind, question.choices) == (FactKind.LISTING, ("x", "y", "z"))


def test_an_answer_can_be_taken_back() -> None:
    talk = interview(definition(AllOf((A, B))))
    with pytest.raises(InputError) as caught:
        talk.back()
    assert str(caught.value) == "back: no question was answered yet"
    first = next(talk)
    talk.answer(value=False)
    assert (talk.question, talk.number, talk.most) == (None, 1, 1)
    assert talk.back() == first
    assert (talk.question, talk.number, talk.most, talk.answers) == (first, 1, 2, ())
    talk.answer(value=True)
    assert talk.answers == (Answered(first, True),)  # noqa: FBT003 - the answer is the value
    assert (talk.number, talk.most) == (2, 2)
    talk.answer(value=True)
    assert talk.back().path == "b"
    assert talk.answers == (Answered(first, True),)  # noqa: FBT003 - the answer is the value


def test_a_question_must_be_answered_before_the_next() -> None:
    talk = interview(definition(AllOf((A, B))))
    next(talk)
    with pytest.raises(InputError) as caught:
        next(talk)
    assert str(caught.value) == "a: asked and not answered: expected a call of answer(), with None for not known"
    talk.answer(None)
    assert next(talk).path == "b"
    talk.back()
    assert next(talk).path == "a"
    talk.answer(value=False)
    with pytest.raises(StopIteration):
        next(talk)
    with pytest.raises(InputError) as caught:
        talk.answer(value=True)
    assert str(caught.value) == "answer: there is nothing left to ask"


@pytest.mark.parametrize(
    ("rule", "value", "message"),
    [
        (A, "yes", "a: Is it a? 'yes' is not a yes or a no: expected True, False, or None for not known"),
        (
            Reaches("n", 3),
            2.5,
            f"n: How many n? 2.5 is not a whole number of pieces: {WHOLE}",
        ),
        (Reaches("n", 3), -1, "n: How many n? -1 is not a number of pieces: expected 0 or more"),
        (
            Contains("items", ("x",)),
            ["u", "v"],
            "\n".join(
                f"items: Which items? '{each}' is not one of the items. Expected one of: x, y, z." for each in "uv"
            ),
        ),
        (
            ByLegalOrder(parameter="p", question="Is p so?", then=A, otherwise=Not(A), pinpoint="9"),
            1,
            "p: Is p so? 1 is not a yes or a no: expected True, False, or None for not known",
        ),
    ],
)
def test_an_answer_that_a_question_does_not_take_is_refused(rule: Rule, value: object, message: str) -> None:
    talk = interview(definition(rule))
    while talk.question is not None and talk.question.path != message.partition(":")[0]:
        talk.answer(None)
    before = talk.answers
    with pytest.raises(InputError) as caught:
        talk.answer(value)
    assert str(caught.value) == message
    assert talk.answers == before


def test_an_answer_about_a_part_is_refused_with_its_path() -> None:
    talk = interview(SCOPE)
    with pytest.raises(InputError) as caught:
        talk.answer("no")
    assert str(caught.value) == (
        "group.randomly_formed: Was the group formed at random for the immediate commission of one offence? "
        "'no' is not a yes or a no: expected True, False, or None for not known"
    )


def test_facts_of_another_class_and_unknown_parameters_are_refused() -> None:
    with pytest.raises(InputError, match="is not a Group"):
        interview(STRUCTURED_GROUP, facts=Case())
    with pytest.raises(InputError) as caught:
        interview(STRUCTURED_GROUP, parameters={"p": True})
    assert str(caught.value) == "parameters.p: untoc-structured-group has no such parameter."


def test_an_interview_shows_how_far_it_is() -> None:
    talk = interview(SERIOUS_CRIME)
    assert repr(talk) == "<Interview: untoc-serious-crime, 0 answered, at most 1>"
    assert talk.definition is SERIOUS_CRIME
    assert iter(talk) is talk
