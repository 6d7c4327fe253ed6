"""Definitions that are made to never come to an end: each is answered, or refused after a stated number of steps."""

import itertools
import json
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime.law import rule as rules
from orgcrime.law import space
from orgcrime.law.finding import assess, truth_of
from orgcrime.law.rule import LEVELS, PARTS, AllOf, AnyOf, AtLeast, Contains, Holds, Not, Reaches, Rule
from orgcrime.law.stating import with_facts
from orgcrime.law.values import LONGEST, FactKind, specification

NAMES = [name for name, fact in specification(oc.Group).items() if fact.kind is FactKind.YES_NO]
FACTS: list[Rule] = [Holds(name) for name in NAMES]
HALF = len(FACTS) // 2
PAIRS = list(itertools.combinations(FACTS, 2))
TRIPLES = list(itertools.combinations(FACTS, 3))


def definition(rule: Rule, about: Any = oc.Group, key: str = "x") -> oc.Definition:
    return oc.Definition(id=key, title="x", citation=oc.Citation("untoc"), about=about, rule=rule)


def by_legal_order(name: str, then: Rule, otherwise: Rule) -> Rule:
    return rules.ByLegalOrder(parameter=name, question="Is it so?", then=then, otherwise=otherwise, pinpoint="3")


def chain(length: int) -> Rule:
    found = FACTS[0]
    for at in range(length):
        found = by_legal_order(f"p{at}", found, FACTS[at % len(FACTS)])
    return found


def nested(length: int) -> Rule:
    found: Rule = AllOf(tuple(FACTS))
    for at in range(length):
        found = Not(found) if at % 2 else rules.Element(title=f"step {at}", rule=found, pinpoint="2(a)")
    return found


def states(number: int) -> tuple[str, ...]:
    return tuple(f"s{at}" for at in range(number))


def one_state(at: int) -> Rule:
    return Contains("states", (f"s{at}",))


HOSTILE: dict[str, tuple[Any, Rule]] = {
    "pairs side by side": (oc.Group, AllOf(tuple(map(AnyOf, zip(FACTS[::2], FACTS[1::2], strict=False))))),
    "pairs across": (oc.Group, AllOf(tuple(map(AnyOf, zip(FACTS[:HALF], FACTS[HALF:], strict=False))))),
    "alternatives across": (oc.Group, AnyOf(tuple(map(AllOf, zip(FACTS[:HALF], FACTS[HALF:], strict=False))))),
    "clauses": (oc.Group, AllOf(tuple(AnyOf((one, two, Not(three))) for one, two, three in TRIPLES[::40]))),
    "so many of all": (oc.Group, AtLeast(HALF, tuple(FACTS))),
    "so many of pairs": (oc.Group, AtLeast(9, tuple(map(AllOf, PAIRS[::12])))),
    "two counts": (oc.Group, AllOf((AtLeast(HALF, tuple(FACTS)), Not(AtLeast(HALF + 2, tuple(FACTS)))))),
    "deep": (oc.Group, nested(50)),
    "wide": (oc.Group, AllOf(tuple(FACTS[at % len(FACTS)] for at in range(2000)))),
    "many steps": (
        oc.Group,
        AllOf(tuple(rules.Element(title=f"step {at}", rule=FACTS[at % 5], pinpoint="2") for at in range(500))),
    ),
    "a chain of legal orders": (oc.Group, chain(55)),
    "many legal orders": (
        oc.Group,
        AllOf(tuple(by_legal_order(f"p{at}", FACTS[at % 9], FACTS[(at + 1) % 9]) for at in range(200))),
    ),
    "nothing established": (
        oc.Group,
        AnyOf(tuple(rules.NotEstablished(title=f"step {at}", reason="x") for at in range(400))),
    ),
    "many values": (oc.Offence, Contains("states", states(900))),
    "values and lengths": (
        oc.Offence,
        AllOf((Contains("states", states(60)), Reaches("states", 30), Not(Reaches("states", LONGEST)))),
    ),
    "values across": (
        oc.Offence,
        AllOf(tuple(AnyOf((one_state(at), Not(one_state(at * 7 % 60)), one_state(at + 60))) for at in range(60))),
    ),
    "thresholds": (oc.Offence, AllOf(tuple(Reaches("maximum_penalty", at + 0.5) for at in range(1500)))),
    "great thresholds": (oc.Offence, AnyOf((Reaches("maximum_penalty", 1e299), Reaches("maximum_penalty", 0)))),
}


def some(about: Any, value: bool | None) -> Any:
    yes_no = {name: value for name, fact in specification(about).items() if fact.kind is FactKind.YES_NO}
    return about(**yes_no, maximum_penalty=None if value is None else 5 if value else oc.Between(2, 9))


def refused(act: Callable[[], object]) -> str | None:
    """Return the message of the library's own refusal; ``None`` where there is an answer."""
    try:
        act()
    except oc.InputError as error:
        return str(error)
    return None


@pytest.fixture(autouse=True)
def _few_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs away is stopped a little earlier, so that the tests are short."""
    monkeypatch.setattr(space, "STEPS", 30_000)


def talk(asked: oc.Definition) -> None:
    interview = oc.interview(asked)
    for question in itertools.islice(interview, 3):
        yes = question.fact is None or question.fact.kind is FactKind.YES_NO
        interview.answer(True if yes else None)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("value", [None, True, False])
def test_a_finding_is_explained_or_its_explanation_refused(name: str, value: bool | None) -> None:
    about, rule = HOSTILE[name]
    found = assess(definition(rule, about), some(about, value))
    asks: tuple[Callable[[], object], ...] = (
        lambda: (found.missing, found.open_parameters, found.not_established),
        lambda: found.decisive,
        lambda: oc.from_json(oc.to_json(found), oc.Finding),
    )
    for said in filter(None, map(refused, asks)):
        assert said.startswith(("x: too intricate to be worked out: more than 30000 steps", "x: too large"))
    assert found.text().startswith(f"[{found.truth.word}] x (untoc)")
    assert found._repr_html_()


@pytest.mark.parametrize("name", HOSTILE)
def test_definitions_are_compared_and_asked_about_or_refused(name: str) -> None:
    about, rule = HOSTILE[name]
    asked, other = definition(rule, about), definition(Not(rule), about, "y")
    asks: tuple[Callable[[], object], ...] = (
        lambda: oc.compare(asked, other).text(),
        lambda: oc.covers(asked, other).text(),
        lambda: oc.matrix([asked, other]).text(),
        lambda: talk(asked),
    )
    for said in filter(None, map(refused, asks)):
        assert "too intricate" in said or "too large" in said
    assert oc.from_json(oc.to_json(asked), oc.Definition) == asked


def test_a_refusal_says_what_how_large_and_what_the_limit_is() -> None:
    clauses = definition(HOSTILE["clauses"][1])
    said = refused(lambda: oc.compare(clauses, definition(Not(clauses.rule), key="y")))
    assert said == f"x and y: too intricate to be worked out: more than 30000 steps over {len(FACTS)} questions"
    many = assess(definition(HOSTILE["many values"][1], oc.Offence), oc.Offence())
    assert refused(lambda: many.missing) == "x: too large to be worked out: 900 questions together, at most 250 are"
    one = assess(definition(HOSTILE["thresholds"][1], oc.Offence), oc.Offence())
    assert refused(lambda: one.missing) == "x: too intricate to be worked out: more than 30000 steps over 1 question"


def test_a_finding_whose_explanation_is_refused_still_shows_itself() -> None:
    """Whoever prints a finding would get an error in its place."""
    many = assess(definition(HOSTILE["many values"][1], oc.Offence), oc.Offence())
    assert "what would change it is not worked out: x: too large" in many.text()


def test_an_answer_that_makes_an_interview_too_intricate_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """The interview would have an answer and no question."""
    interview = oc.interview(definition(AllOf(tuple(FACTS[:4]))))
    question = interview.question
    monkeypatch.setattr(space, "STEPS", 0)
    with pytest.raises(oc.InputError, match="too intricate"):
        interview.answer(value=True)
    assert (interview.question, interview.answers, interview.most) == (question, (), 4)
    monkeypatch.undo()
    interview.answer(value=True)
    assert interview.question is not question


# What is decisive, where parts of a rule share facts and where they do not.


def test_of_many_pairs_the_first_of_each_is_decisive() -> None:
    """There are as many smallest sets as two to the power of the pairs."""
    pairs = list(zip(NAMES[::2], NAMES[1::2], strict=False))
    rule = AllOf(tuple(AnyOf((Holds(one), Holds(other))) for one, other in pairs))
    found = assess(definition(rule), some(oc.Group, value=True))
    assert found.decisive == tuple(one for one, _ in pairs)
    negated = assess(definition(AnyOf(tuple(map(Not, rule.parts)))), some(oc.Group, value=True))
    assert negated.decisive == found.decisive


def test_a_fact_that_serves_several_parts_is_decisive_for_all_of_them() -> None:
    shared, *others = NAMES[:9]
    rule = AllOf(tuple(AnyOf((Holds(each), Holds(shared))) for each in others))
    found = assess(definition(rule), some(oc.Group, value=True))
    assert found.decisive == (shared,)
    assert assess(definition(AtLeast(3, rule.parts)), some(oc.Group, value=True)).decisive == (shared,)


SEVEN = NAMES[:7]
shapes = st.recursive(
    st.sampled_from([Holds(name) for name in SEVEN]),
    lambda below: st.one_of(
        st.builds(AllOf, st.lists(below, min_size=1, max_size=4).map(tuple)),
        st.builds(AnyOf, st.lists(below, min_size=1, max_size=4).map(tuple)),
        st.builds(Not, below),
        st.lists(below, min_size=2, max_size=4).flatmap(
            lambda parts: st.integers(1, len(parts)).map(lambda number: AtLeast(number, tuple(parts)))
        ),
    ),
    max_leaves=12,
)


@settings(max_examples=300)
@given(shapes, st.fixed_dictionaries({name: st.sampled_from([True, False, None]) for name in SEVEN}))
def test_decisive_is_the_first_of_the_smallest_sets(rule: Any, values: dict[str, bool | None]) -> None:
    asked = definition(rule)
    found = assess(asked, kept(values, tuple(values)))
    if found.truth is oc.Truth.UNKNOWN:
        assert found.decisive == ()
        return
    order = list(asked.facts)
    sets = (some for size in range(len(order) + 1) for some in itertools.combinations(order, size))
    alone = (each for each in sets if truth_of(asked, kept(values, each)) is found.truth)
    assert found.decisive == next(alone)


def kept(values: dict[str, bool | None], names: tuple[str, ...]) -> Any:
    return with_facts(oc.Group, {name: values[name] for name in names})


# The definitions of the law are far from the limit.


@pytest.mark.parametrize("asked", oc.definitions.values(), ids=lambda each: str(each.id))
def test_every_definition_of_the_law_is_worked_out_with_half_of_the_steps(
    asked: oc.Definition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(space, "STEPS", space.STEPS // 2)
    monkeypatch.setattr(space, "QUESTIONS", space.QUESTIONS // 2)
    assert json.loads(oc.to_json(assess(asked, asked.about())))["truth"] == "unknown"
    assert oc.interview(asked).question is not None


# What no definition may be.


def test_a_rule_has_so_many_parts_and_no_more() -> None:
    held = AllOf((FACTS[0],) * (PARTS - 1))
    assert oc.from_json(oc.to_json(definition(held)), oc.Definition).rule == held
    with pytest.raises(oc.DefinitionError, match="x: a rule has more than 5000 parts"):
        definition(AllOf((FACTS[0],) * PARTS))
    doubled = FACTS[0]
    for _ in range(30):
        doubled = AllOf((doubled, doubled))
    with pytest.raises(oc.DefinitionError, match="a rule has more than 5000 parts"):
        definition(doubled)


@pytest.mark.parametrize(
    ("wrap", "levels"),
    [
        (Not, 1),
        (lambda rule: AllOf((rule,)), 2),
        (lambda rule: AtLeast(1, (rule,)), 2),
        (lambda rule: rules.Element(title="x", rule=rule, pinpoint="1"), 1),
        (lambda rule: by_legal_order("p", rule, rule) if rule is FACTS[0] else Not(rule), 1),
    ],
    ids=["not", "all of", "at least", "element", "by legal order"],
)
def test_what_can_be_made_can_be_written_and_read(wrap: Callable[[Rule], Rule], levels: int) -> None:
    """A definition would be taken from its writer and be lost in the first file."""
    rule = FACTS[0]
    for _ in range((LEVELS - 1) // levels):
        rule = wrap(rule)
    made = definition(rule)
    assert oc.from_json(oc.to_json(made), oc.Definition) == made
    with pytest.raises(oc.DefinitionError, match="x: a rule is deeper than 64 levels"):
        definition(wrap(rule) if levels == 1 else wrap(wrap(rule)))


def test_definitions_within_definitions_can_be_written_and_read_as_deep_as_they_can_be_made() -> None:
    deepest = definition(FACTS[0])
    for _ in range((LEVELS - 2) // 2):
        deepest = using(deepest)
    assert oc.from_json(oc.to_json(deepest), oc.Definition) == deepest
    with pytest.raises(oc.DefinitionError, match="deeper than 64 levels"):
        using(deepest)


def using(used: oc.Definition) -> oc.Definition:
    return attrs.evolve(definition(rules.meets(used)), sources=(oc.Reference("x"),))


@pytest.mark.parametrize(
    "rule",
    [
        Reaches("persons", float("nan")),
        Reaches("persons", float("inf")),
        Reaches("persons", 10**5000),
        Reaches("persons", 1e300),
        Reaches("aims", LONGEST + 1),
        AtLeast(10**5000, (FACTS[0],)),
        Contains("aims", "x"),  # type: ignore[arg-type]
    ],
    ids=["not a number", "infinite", "too many digits", "beyond all", "a long list", "more than all", "a text"],
)
def test_a_rule_that_asks_for_what_cannot_be_is_refused(rule: Rule) -> None:
    with pytest.raises(oc.DefinitionError):
        definition(rule)


def test_a_rule_of_far_too_many_parts_is_refused_before_any_is_read() -> None:
    many = json.dumps({"all_of": [{"holds": "ongoing"}] * 100_000})
    text = f'{{"id": "x", "title": "x", "citation": {{"instrument": "x"}}, "about": "Group", "rule": {many}}}'
    assert refused(lambda: oc.from_json(text, oc.Definition)) == "rule: a rule has more than 5000 parts"
