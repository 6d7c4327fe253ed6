"""Assess: what a definition comes to, why, what is missing, and what alone gives the outcome."""

import copy
import json
import pickle
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime import DEATH, LIFE, Between, Case, Citation, Definition, Group, InputError, Listing, Offence, Truth
from orgcrime.law import finding as finding_module
from orgcrime.law.evaluation import evaluator
from orgcrime.law.finding import Finding, assess, truth_of
from orgcrime.law.rule import (
    Contains,
    Holds,
    NotEstablished,
    Reaches,
    Rule,
    all_of,
    any_of,
    at_least,
    by_legal_order,
    element,
    facts,
    meets,
    not_,
    parameters,
)
from orgcrime.law.untoc import COVERED_OFFENCE, ORGANIZED_CRIMINAL_GROUP, SCOPE, SERIOUS_CRIME, STRUCTURED_GROUP
from orgcrime.law.untoc import TRANSNATIONAL as NATURE
from orgcrime.law.values import Fact, FactKind, Penalty, specification

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
DEFINITIONS = (SERIOUS_CRIME, STRUCTURED_GROUP, ORGANIZED_CRIMINAL_GROUP, NATURE, COVERED_OFFENCE, SCOPE)

MEETS_ALL = Group(
    persons=4,
    randomly_formed=False,
    existed_for_a_period=True,
    acting_in_concert=True,
    maximum_penalty=10,
    financial_benefit=True,
)


def but(**changes: Any) -> Group:
    """The group that meets every element, but for some facts."""
    return attrs.evolve(MEETS_ALL, **changes)


# Facts at random: each unknown, a range, or known.

years = st.one_of(st.integers(0, 12), st.sampled_from([LIFE, DEATH, 3.5, 4.0]))
heaviness = {LIFE: 1e6, DEATH: 1e7}


def weight(value: Any) -> float:
    return float(heaviness.get(value, value))


@st.composite
def ranges(draw: st.DrawFn, ends: st.SearchStrategy[Any]) -> Between:
    low, high = draw(st.one_of(st.none(), ends)), draw(st.one_of(st.none(), ends))
    if low is not None and high is not None and weight(low) > weight(high):
        low, high = high, low
    return Between(low, high)


def values_of(fact: Fact) -> st.SearchStrategy[Any]:
    """What a fact may be, not known among it."""
    if fact.kind is FactKind.YES_NO:
        return st.sampled_from([None, True, False])
    if fact.kind is FactKind.PART:
        assert fact.part is not None
        return st.one_of(st.none(), facts_of(fact.part))
    if fact.kind is FactKind.LISTING:
        items = ["FR", "BR", "DE"] if fact.vocabulary is None else [each.value for each in fact.vocabulary][:4]
        made = st.builds(Listing, st.lists(st.sampled_from(items), unique=True), complete=st.booleans())
        return st.one_of(st.none(), made)
    ends = years if fact.kind is FactKind.PENALTY else st.integers(int(fact.minimum), int(fact.minimum) + 6)
    return st.one_of(st.none(), ends, ranges(ends))


def facts_of(about: type) -> st.SearchStrategy[Any]:
    """The facts of a class, as far as definitions of the Convention ask for them."""
    asked = {path.split(".")[0] for each in DEFINITIONS if each.about is about for path in each.facts}
    known = specification(about)
    return st.builds(about, **{name: values_of(known[name]) for name in sorted(asked)})


@st.composite
def learned(draw: st.DrawFn, value: Any, fact: Fact) -> Any:
    """What a fact may turn out to be once more is known of it."""
    if value is None:
        return draw(values_of(fact))
    if fact.kind is FactKind.PART:
        return draw(more_known(value))
    if isinstance(value, Between):
        ends = years if fact.kind is FactKind.PENALTY else st.integers(int(fact.minimum), int(fact.minimum) + 6)
        low, high = -1 if value.low is None else weight(value.low), 1e9 if value.high is None else weight(value.high)
        inside = [each for each in (value.low, value.high) if each is not None]
        within = ends.filter(lambda each: low <= weight(each) <= high)
        if inside:
            return draw(
                st.one_of(st.just(value), st.sampled_from(inside), within if high - low > 1 else st.just(inside[0]))
            )
        return draw(st.one_of(st.just(value), ends))
    if isinstance(value, Listing) and not value.complete:
        items = ["FR", "BR", "DE"] if fact.vocabulary is None else [each.value for each in fact.vocabulary][:4]
        more = draw(st.lists(st.sampled_from(items), unique=True))
        return Listing([*value.values, *more], complete=draw(st.booleans()))
    return value


@st.composite
def more_known(draw: st.DrawFn, given: Any) -> Any:
    """The same facts, of which more is known."""
    known = specification(type(given))
    return type(given)(
        **{name: draw(learned(getattr(given, name), fact)) for name, fact in known.items() if _asked(given, name)}
    )


def _asked(given: Any, name: str) -> bool:
    asked = {path.split(".")[0] for each in DEFINITIONS if each.about is type(given) for path in each.facts}
    return name in asked


definitions = st.sampled_from(DEFINITIONS)


@given(definitions, st.data())
def test_learning_a_fact_never_overturns_a_settled_finding(definition: Definition, data: st.DataObject) -> None:
    """An answer would be given, and taken back when somebody looks closer."""
    before = data.draw(facts_of(definition.about))
    after = data.draw(more_known(before))
    assert truth_of(definition, before) in (U, truth_of(definition, after))


@given(definitions, st.data())
def test_the_short_answer_is_that_of_the_finding(definition: Definition, data: st.DataObject) -> None:
    given_facts = data.draw(facts_of(definition.about))
    found = assess(definition, given_facts)
    assert truth_of(definition, given_facts) is found.truth
    assert Truth.of(evaluator(definition.rule, {})(given_facts)) is found.truth


@given(definitions, st.data())
def test_what_is_missing_is_not_known_and_what_is_decisive_is(definition: Definition, data: st.DataObject) -> None:
    """Somebody would be sent to find out what is already there."""
    found = assess(definition, data.draw(facts_of(definition.about)))
    if found.truth is U:
        assert found.missing
        assert found.decisive == ()
        for path in found.missing:
            value = at(found.facts, path)
            assert value is None or isinstance(value, Between) or (isinstance(value, Listing) and not value.complete)
    else:
        assert found.missing == ()
        assert found.decisive
        assert all(at(found.facts, path) is not None for path in found.decisive)
    assert set(found.missing) | set(found.decisive) <= set(definition.facts)


@given(definitions, st.data())
def test_the_decisive_facts_alone_give_the_outcome(definition: Definition, data: st.DataObject) -> None:
    found = assess(definition, data.draw(facts_of(definition.about)))
    alone = only(found.facts, found.decisive)
    if found.truth is not U:
        assert truth_of(definition, alone) is found.truth
        for path in found.decisive:
            fewer = only(found.facts, [each for each in found.decisive if each != path])
            assert truth_of(definition, fewer) is not found.truth


def at(given: Any, path: str) -> Any:
    for name in path.split("."):
        given = None if given is None else getattr(given, name)
    return given


def only(given: Any, paths: Any) -> Any:
    """The same facts, all forgotten but some."""
    kept: dict[str, Any] = {}
    for name, fact in specification(type(given)).items():
        below = [path.partition(".")[2] for path in paths if path.split(".")[0] == name]
        if below and fact.kind is FactKind.PART:
            kept[name] = only(getattr(given, name), below)
        elif below:
            kept[name] = getattr(given, name)
    return type(given)(**kept)


@given(definitions, st.data())
def test_a_finding_and_every_element_of_it_agree(definition: Definition, data: st.DataObject) -> None:
    """The tree of reasons would contradict the answer above it."""
    found = assess(definition, data.draw(facts_of(definition.about)))
    for each in every(found):
        assert each.definition.id
        assert str(each.citation)
        assert each.truth is on_its_own(each)
        assert each.text().startswith(f"[{each.truth.word}] {each.title} (")


def every(found: Finding) -> Iterator[Finding]:
    yield found
    for each in found.elements:
        yield from every(each)


def on_its_own(found: Finding) -> Truth:
    path = tuple(name for name in found.step.prefix.split(".") if name)
    return Truth.of(evaluator(found.step.rule, found.parameters, path)(found.facts))


@given(definitions, st.data())
def test_findings_compare_hash_and_pickle(definition: Definition, data: st.DataObject) -> None:
    given_facts = data.draw(facts_of(definition.about))
    found = assess(definition, given_facts)
    assert found == assess(definition, given_facts)
    assert hash(found) == hash(assess(definition, copy.deepcopy(given_facts)))
    again = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own bytes
    assert again == found
    assert (again.text(), again.missing, again.decisive) == (found.text(), found.missing, found.decisive)


# What the law leaves out is no fact: it cannot be put in, so it cannot change anything.
@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda each: str(each.id))
def test_what_the_law_excludes_is_no_fact_that_can_be_put_in(definition: Definition) -> None:
    """UNTOC 2(c): roles and continuity; 2(b): the sentence imposed; the interpretative notes: no hierarchy."""
    words = {
        "role",
        "hierarchy",
        "violence",
        "nationality",
        "ethnicity",
        "conviction",
        "sentence",
        "minimum",
        "consent",
    }
    for path, fact in definition.facts.items():
        assert not words & set(path.replace(".", "_").split("_")), fact.label


@pytest.mark.parametrize(
    "name",
    ["hierarchy", "defined_roles", "continuity_of_membership", "violence", "sentence_imposed", "minimum_penalty"],
)
def test_an_excluded_fact_is_refused_by_name(name: str) -> None:
    for about in (Group, Offence):
        with pytest.raises(InputError):
            about(**{name: True})  # type: ignore[arg-type]


@given(st.data())
def test_facts_that_a_definition_does_not_ask_for_change_nothing(data: st.DataObject) -> None:
    """UNTOC 2(a) asks neither for a name nor for intimidation, which other laws do."""
    base = data.draw(facts_of(Group))
    others = [
        name
        for name, fact in specification(Group).items()
        if fact.kind is FactKind.YES_NO and name not in ORGANIZED_CRIMINAL_GROUP.facts
    ]
    changed = attrs.evolve(
        base, **{name: data.draw(st.booleans()) for name in data.draw(st.sets(st.sampled_from(others)))}
    )
    assert truth_of(ORGANIZED_CRIMINAL_GROUP, changed) is truth_of(ORGANIZED_CRIMINAL_GROUP, base)


# UNTOC 2(a), element by element.
@pytest.mark.parametrize(
    ("group", "truth"),
    [
        (MEETS_ALL, T),
        (but(persons=3), T),
        (but(persons=2), F),
        (but(persons=None), U),
        (but(persons=Between(3, None)), T),
        (but(persons=Between(2, None)), U),
        (but(persons=Between(None, 2)), F),
        (but(persons=Between(2, 3)), U),
        (but(randomly_formed=True), F),
        (but(randomly_formed=None), U),
        (but(existed_for_a_period=False), F),
        (but(acting_in_concert=False), F),
        (but(maximum_penalty=4), T),
        (but(maximum_penalty=3.999), U),
        (but(maximum_penalty=3.999, aims_at_convention_offence=False), F),
        (but(maximum_penalty=3, aims_at_convention_offence=False), F),
        (but(maximum_penalty=3, aims_at_convention_offence=True), T),
        (but(maximum_penalty=LIFE), T),
        (but(maximum_penalty=DEATH), T),
        (but(maximum_penalty=Between(4, LIFE)), T),
        (but(maximum_penalty=Between(3, LIFE), aims_at_convention_offence=False), U),
        (but(maximum_penalty=None), U),
        (but(financial_benefit=False), U),
        (but(financial_benefit=False, other_material_benefit=False), F),
        (but(financial_benefit=False, other_material_benefit=True), T),
        (Group(), U),
        (Group(persons=2), F),
    ],
)
def test_the_palermo_definition_on_a_group(group: Group, truth: Truth) -> None:
    assert oc.meets_palermo_definition(group) is truth
    assert oc.assess("untoc-organized-criminal-group", group).truth is truth


# Worked by hand from the text of the articles.
@pytest.mark.parametrize(
    ("definition", "given_facts", "missing"),
    [
        (ORGANIZED_CRIMINAL_GROUP, but(persons=Between(2, None)), ("persons",)),
        (ORGANIZED_CRIMINAL_GROUP, but(persons=None, acting_in_concert=None), ("persons", "acting_in_concert")),
        (
            ORGANIZED_CRIMINAL_GROUP,
            but(maximum_penalty=None),
            ("maximum_penalty", "aims_at_convention_offence"),
        ),
        (ORGANIZED_CRIMINAL_GROUP, but(maximum_penalty=None, aims_at_convention_offence=False), ("maximum_penalty",)),
        (ORGANIZED_CRIMINAL_GROUP, but(financial_benefit=None), ("financial_benefit", "other_material_benefit")),
        (ORGANIZED_CRIMINAL_GROUP, but(financial_benefit=False), ("other_material_benefit",)),
        (
            ORGANIZED_CRIMINAL_GROUP,
            Group(),
            (
                "randomly_formed",
                "persons",
                "existed_for_a_period",
                "acting_in_concert",
                "maximum_penalty",
                "aims_at_convention_offence",
                "financial_benefit",
                "other_material_benefit",
            ),
        ),
        (ORGANIZED_CRIMINAL_GROUP, MEETS_ALL, ()),
        (ORGANIZED_CRIMINAL_GROUP, Group(persons=1), ()),
        (SERIOUS_CRIME, Offence(maximum_penalty=Between(3, 5)), ("maximum_penalty",)),
        (SERIOUS_CRIME, Offence(maximum_penalty=Between(4, 5)), ()),
        (
            NATURE,
            Offence(states=Listing(["FR"]), substantial_effects_elsewhere=False),
            ("states", "substantial_preparation_elsewhere", "group_active_in_several_states"),
        ),
        (
            NATURE,
            Offence(
                states=Listing(["FR"], complete=True),
                substantial_preparation_elsewhere=False,
                group_active_in_several_states=False,
            ),
            ("substantial_effects_elsewhere",),
        ),
        (SCOPE, Case(), tuple(SCOPE.facts)),
        (
            SCOPE,
            Case(offence=Offence(maximum_penalty=10, states=Listing(["FR", "BR"])), group=but(persons=None)),
            ("group.persons",),
        ),
        (
            SCOPE,
            Case(offence=Offence(states=Listing(["FR", "BR"])), group=MEETS_ALL),
            ("offence.convention_offence", "offence.maximum_penalty"),
        ),
    ],
)
def test_missing_is_what_can_still_change_the_outcome(
    definition: Definition, given_facts: Any, missing: tuple[str, ...]
) -> None:
    """Somebody would be sent to find out what no longer matters."""
    assert assess(definition, given_facts).missing == missing


@pytest.mark.parametrize(
    ("definition", "given_facts", "decisive"),
    [
        (ORGANIZED_CRIMINAL_GROUP, Group(persons=2), ("persons",)),
        (ORGANIZED_CRIMINAL_GROUP, Group(persons=2, randomly_formed=True), ("randomly_formed",)),
        (ORGANIZED_CRIMINAL_GROUP, Group(persons=2, acting_in_concert=False), ("persons",)),
        (
            ORGANIZED_CRIMINAL_GROUP,
            MEETS_ALL,
            (
                "randomly_formed",
                "persons",
                "existed_for_a_period",
                "acting_in_concert",
                "maximum_penalty",
                "financial_benefit",
            ),
        ),
        (
            ORGANIZED_CRIMINAL_GROUP,
            but(financial_benefit=False, other_material_benefit=False),
            ("financial_benefit", "other_material_benefit"),
        ),
        (ORGANIZED_CRIMINAL_GROUP, but(aims_at_convention_offence=True, persons=2), ("persons",)),
        (ORGANIZED_CRIMINAL_GROUP, Group(), ()),
        (SERIOUS_CRIME, Offence(maximum_penalty=4), ("maximum_penalty",)),
        (NATURE, Offence(states=Listing(["FR", "BR"]), substantial_effects_elsewhere=True), ("states",)),
        (
            NATURE,
            Offence(
                states=Listing(["FR"], complete=True),
                substantial_preparation_elsewhere=False,
                group_active_in_several_states=False,
                substantial_effects_elsewhere=False,
            ),
            (
                "states",
                "substantial_preparation_elsewhere",
                "group_active_in_several_states",
                "substantial_effects_elsewhere",
            ),
        ),
        (
            SCOPE,
            Case(offence=Offence(maximum_penalty=3, convention_offence=False), group=Group(persons=2)),
            ("group.persons",),
        ),
    ],
)
def test_decisive_is_one_smallest_set_first_in_the_order_of_the_article(
    definition: Definition, given_facts: Any, decisive: tuple[str, ...]
) -> None:
    assert assess(definition, given_facts).decisive == decisive


def test_an_element_has_its_own_missing_and_decisive_facts() -> None:
    found = assess(SCOPE, Case(offence=Offence(maximum_penalty=10), group=but(persons=None)))
    by_title = {each.title: each for each in every(found)}
    assert by_title["serious crime"].truth is T
    assert by_title["offence covered by the Convention"].decisive == ("offence.maximum_penalty",)
    assert by_title["three or more persons"].missing == ("group.persons",)
    assert by_title["organized criminal group"].missing == ("group.persons",)
    assert by_title["transnational in nature"].missing[0] == "offence.states"


def test_every_element_is_looked_at_even_where_the_outcome_is_settled_early() -> None:
    """The explanation would stop at the first "no"."""
    found = assess(ORGANIZED_CRIMINAL_GROUP, Group(persons=2))
    assert [each.title for each in found.elements] == [
        "structured group",
        "three or more persons",
        "existing for a period of time",
        "acting in concert",
        "aim of committing a serious crime or a Convention offence",
        "purpose of a financial or other material benefit",
    ]
    assert [each.truth for each in found.elements] == [U, F, U, U, U, U]
    assert [str(each.citation) for each in found.elements][:2] == ["UNTOC art. 2(c)", "UNTOC art. 2(a)"]


# The text as it stands, changed only on purpose.
def test_a_finding_is_shown_with_every_element_its_place_and_its_reason() -> None:
    group = but(persons=Between(2, None), other_material_benefit=False, aims_at_convention_offence=None)
    assert str(oc.assess("untoc-organized-criminal-group", group)) == (
        "[unknown] organized criminal group (UNTOC art. 2(a))\n"
        "  [yes]     structured group (art. 2(c)): not randomly formed for the immediate commission of an "
        "offence\n"
        "  [unknown] three or more persons (art. 2(a)): at least 2 persons; 3 needed\n"
        "  [yes]     existing for a period of time (art. 2(a)) — the text lays down no minimum length\n"
        "  [yes]     acting in concert (art. 2(a))\n"
        "  [yes]     aim of committing a serious crime or a Convention offence (art. 2(a)) — one such "
        "offence is enough, and it need not have been committed\n"
        "    [yes]     serious crime (art. 2(b)): maximum penalty: 10 years; 4 needed\n"
        "    [unknown] aim of committing a Convention offence (art. 2(a)): not stated — no four-year test "
        "here; a Protocol offence counts for a State bound by that Protocol\n"
        "  [yes]     purpose of a financial or other material benefit (art. 2(a)): financial benefit; other "
        "material benefit: no — direct or indirect; the purpose counts, not the result\n"
        "  to settle it: persons\n"
        "  taken as given: there is a group: several persons linked together\n"
        "  not asked, since the law does not: hierarchy; violence or intimidation; corruption; "
        "transnationality (that is art. 3(2)); nationality or ethnicity; a conviction"
    )


def test_a_finding_is_shown_as_html_too() -> None:
    html = oc.assess("untoc-serious-crime", Offence(maximum_penalty=2))._repr_html_()
    assert html.startswith(
        "<div><strong>[no]</strong> serious crime (UNTOC art. 2(b)): maximum penalty: 2 years; 4 needed"
    )


def test_a_finding_says_in_a_word_what_it_is() -> None:
    found = assess(SERIOUS_CRIME, Offence(maximum_penalty=10))
    assert repr(found) == "<Finding: yes, serious crime (UNTOC art. 2(b))>"
    assert (found.definition, found.title, found.note) == (SERIOUS_CRIME, "serious crime", None)


def test_a_finding_has_no_bool() -> None:
    """`if finding:` would be true for every finding, a "no" among them."""
    with pytest.raises(oc.UndecidedTruthError):
        bool(assess(SERIOUS_CRIME, Offence(maximum_penalty=1)))


# Each node for yes, no and unknown.

group, offence, case = facts(Group), facts(Offence), facts(Case)
YES, NO, OPEN = (
    Group(financial_benefit=True),
    Group(financial_benefit=False),
    Group(),
)
KNOWN = Group(
    financial_benefit=True,
    other_material_benefit=False,
    persons=3,
    maximum_penalty=LIFE,
    aims=["economic-control"],  # type: ignore[arg-type]
)
IS, IS_NOT, MAY = group.financial_benefit, group.other_material_benefit, group.acting_in_concert


def define(rule: Rule, about: type = Group, key: str = "made-up", **more: Any) -> Definition:
    return Definition(id=key, title=key, citation=Citation("law", "1"), about=about, rule=rule, **more)


@pytest.mark.parametrize(
    ("rule", "truth"),
    [
        (all_of(IS), T),
        (all_of(IS_NOT), F),
        (all_of(MAY), U),
        (all_of(IS, MAY), U),
        (all_of(IS_NOT, MAY), F),
        (all_of(MAY, IS_NOT), F),
        (all_of(IS, IS), T),
        (any_of(IS, MAY), T),
        (any_of(MAY, IS), T),
        (any_of(IS_NOT, MAY), U),
        (any_of(IS_NOT, IS_NOT), F),
        (not_(IS), F),
        (not_(IS_NOT), T),
        (not_(MAY), U),
        (at_least(1, IS_NOT, MAY), U),
        (at_least(1, IS, MAY), T),
        (at_least(2, IS, MAY, IS_NOT), U),
        (at_least(2, IS, IS_NOT, IS_NOT), F),
        (at_least(2, IS, IS, MAY), T),
        (at_least(3, IS, MAY, IS_NOT), F),
        (group.persons >= 3, T),
        (group.persons >= 4, F),
        (group.maximum_penalty >= 1000, T),
        (group.aims.contains("economic-control"), T),
        (group.aims >= 1, T),
        (group.aims >= 2, U),
        (element("step", IS, "1"), T),
        (element("step", MAY, "1"), U),
        (meets(STRUCTURED_GROUP), U),
        (NotEstablished(title="lost", reason="not published"), U),
        (all_of(NotEstablished(title="lost", reason="not published"), IS_NOT), F),
        (any_of(NotEstablished(title="lost", reason="not published"), IS), T),
        (by_legal_order("p", "?", "1", then=IS, otherwise=IS), T),
        (by_legal_order("p", "?", "1", then=IS_NOT, otherwise=IS_NOT), F),
        (by_legal_order("p", "?", "1", then=IS, otherwise=IS_NOT), U),
        (by_legal_order("p", "?", "1", then=IS, otherwise=MAY), U),
    ],
)
def test_each_node_gives_yes_no_or_unknown(rule: Rule, truth: Truth) -> None:
    definition = define(all_of(rule))
    assert truth_of(definition, KNOWN) is truth
    assert assess(definition, KNOWN).truth is truth


@pytest.mark.parametrize(
    ("value", "truth"),
    [
        (None, U),
        (2, F),
        (3, T),
        (4, T),
        (Between(3, None), T),
        (Between(3, 3), T),
        (Between(2, None), U),
        (Between(2, 3), U),
        (Between(None, None), U),
        (Between(None, 2), F),
        (Between(0, 2), F),
        (Between(None, 3), U),
    ],
)
def test_a_number_reaches_a_bound_only_if_every_number_that_is_possible_does(value: Any, truth: Truth) -> None:
    """ "At least two persons" is unknown against three, and never "no"."""
    assert truth_of(define(Reaches("persons", 3)), Group(persons=value)) is truth


@pytest.mark.parametrize(
    ("value", "truth"),
    [
        (4, T),
        (3.99, F),
        (LIFE, T),
        (DEATH, T),
        (Between(LIFE, None), T),
        (Between(3, LIFE), U),
        (Between(None, LIFE), U),
        (Between(LIFE, DEATH), T),
        (Between(1, 3.5), F),
    ],
)
def test_a_penalty_of_four_years_or_more_is_reached_by_the_maximum(value: Any, truth: Truth) -> None:
    """UNTOC 2(b): exactly four years is enough."""
    assert truth_of(SERIOUS_CRIME, Offence(maximum_penalty=value)) is truth


@pytest.mark.parametrize(
    ("value", "contained", "two"),
    [
        (None, U, U),
        (Listing([]), U, U),
        (Listing([], complete=True), F, F),
        (Listing(["FR"]), T, U),
        (Listing(["BR"]), U, U),
        (Listing(["BR"], complete=True), F, F),
        (Listing(["FR", "BR"]), T, T),
        (Listing(["FR"], complete=True), T, F),
    ],
)
def test_a_list_that_may_not_be_complete_is_never_a_no(value: Any, contained: Truth, two: Truth) -> None:
    asked = Offence(states=value)
    assert truth_of(define(Contains("states", ("FR", "DE")), Offence), asked) is contained
    assert truth_of(define(Reaches("states", 2), Offence), asked) is two


def test_a_part_that_is_not_known_leaves_its_facts_unknown() -> None:
    definition = define(case.offence.meets(SERIOUS_CRIME), Case)
    assert truth_of(definition, Case()) is U
    assert truth_of(definition, Case(offence=Offence())) is U
    assert truth_of(definition, Case(offence=Offence(maximum_penalty=4))) is T
    assert assess(definition, Case()).missing == ("offence.maximum_penalty",)


@pytest.mark.parametrize(
    "rule",
    [
        NotEstablished(title="lost", reason="not published"),
        not_(NotEstablished(title="lost", reason="not published")),
        element("step", NotEstablished(title="lost", reason="not published"), "1"),
    ],
)
@given(facts_of(Group))
def test_a_step_that_is_not_established_is_always_unknown(rule: Rule, given_facts: Group) -> None:
    """A guess at a wording that nobody could read would be an answer."""
    found = assess(define(all_of(rule)), given_facts)
    assert found.truth is U
    assert found.not_established == ("lost",)
    assert found.missing == ()
    assert found.decisive == ()
    assert "to settle it: the wording of: lost" in found.text()


def test_a_step_that_is_not_established_says_why() -> None:
    lost = NotEstablished(title="lost step", reason="not published", pinpoint="9")
    found = assess(define(all_of(IS, lost)), YES)
    assert str(found) == (
        "[unknown] made-up (law art. 1): financial benefit\n"
        "  [unknown] lost step (art. 9): not established: not published\n"
        "  to settle it: the wording of: lost step"
    )
    whole = assess(define(lost), YES)
    assert whole.reason == ""
    assert [each.reason for each in whole.elements] == ["not established: not published"]


ACT = define(
    all_of(
        IS,
        by_legal_order(
            "overt_act",
            "Does domestic law ask for an act in furtherance?",
            "5(1)(a)(i)",
            then=element("an act in furtherance", MAY, "5"),
            otherwise=element("nothing more", not_(group.randomly_formed), "5"),
        ),
    )
)


@pytest.mark.parametrize(
    ("given_parameters", "concert", "random", "truth"),
    [
        ({"overt_act": True}, True, None, T),
        ({"overt_act": True}, False, None, F),
        ({"overt_act": True}, None, False, U),
        ({"overt_act": False}, None, False, T),
        ({"overt_act": False}, True, True, F),
        ({"overt_act": None}, True, False, T),
        ({}, True, False, T),
        (None, True, True, U),
        (None, False, True, F),
        (None, None, None, U),
    ],
)
def test_a_parameter_of_the_legal_order_chooses_the_rule(
    given_parameters: dict[str, bool | None] | None, concert: bool | None, random: bool | None, truth: Truth
) -> None:
    """While it is not known, an outcome that both rules share stands."""
    asked = Group(financial_benefit=True, acting_in_concert=concert, randomly_formed=random)
    assert assess(ACT, asked, parameters=given_parameters).truth is truth
    assert truth_of(ACT, asked, parameters=given_parameters) is truth


def test_a_parameter_that_is_not_known_is_asked_for() -> None:
    asked = Group(financial_benefit=True, acting_in_concert=True, randomly_formed=True)
    found = assess(ACT, asked)
    assert found.open_parameters == ("overt_act",)
    assert found.missing == ()
    assert "to settle it: Does domestic law ask for an act in furtherance?" in found.text()
    assert "Does domestic law ask for an act in furtherance? not stated" in found.text()
    assert found.parameters == {}
    settled = assess(ACT, asked, parameters={"overt_act": True})
    assert (settled.truth, settled.open_parameters, settled.parameters) == (T, (), {"overt_act": True})
    assert settled.decisive == ("financial_benefit", "acting_in_concert")
    assert "Does domestic law ask for an act in furtherance? yes" in settled.text()
    refused = assess(ACT, asked, parameters={"overt_act": False})
    assert refused.decisive == ("randomly_formed",)
    assert "Does domestic law ask for an act in furtherance? no" in refused.text()


def test_without_the_parameter_both_rules_are_decisive_together() -> None:
    found = assess(ACT, Group(financial_benefit=True, acting_in_concert=True, randomly_formed=False))
    assert found.decisive == ("financial_benefit", "acting_in_concert", "randomly_formed")


@pytest.mark.parametrize(
    ("given_parameters", "message"),
    [
        ({"overt": True}, "parameters.overt: made-up has no such parameter. Did you mean 'overt_act'?"),
        (
            {"overt_act": "yes"},
            "parameters.overt_act: 'yes' is not a yes or a no: expected True, False, or None for not known",
        ),
        (
            {"overt_act": 1, "x": None},
            (
                "parameters.x: made-up has no such parameter.\n"
                "parameters.overt_act: 1 is not a yes or a no: expected True, False, or None for not known"
            ),
        ),
    ],
)
def test_parameters_that_a_definition_does_not_have_are_refused(given_parameters: Any, message: str) -> None:
    with pytest.raises(InputError) as caught:
        assess(ACT, Group(), parameters=given_parameters)
    assert str(caught.value) == message
    with pytest.raises(InputError):
        truth_of(ACT, Group(), parameters=given_parameters)


@pytest.mark.parametrize("given_parameters", [["overt_act"], "overt_act", 5, {5: True}])
def test_parameters_that_are_no_mapping_are_refused(given_parameters: Any) -> None:
    with pytest.raises(InputError):
        assess(ACT, Group(), parameters=given_parameters)


@pytest.mark.parametrize("given_facts", [None, 3, "group", Offence(), Group, {"persons": 3}])
def test_facts_of_another_class_are_refused(given_facts: Any) -> None:
    for ask in (assess, truth_of):
        with pytest.raises(InputError, match=r"^facts: .* is not a Group: made-up is about a Group$"):
            ask(ACT, given_facts)


def test_the_parameters_of_the_shipped_definitions_are_questions() -> None:
    for definition in oc.definitions.values():
        for name, rule in parameters(definition).items():
            assert rule.question.endswith("?"), name
            assert name == name.lower()


# What decides, on rules of every shape.
@pytest.mark.parametrize(
    ("rule", "decisive"),
    [
        (at_least(2, IS, group.persons >= 3, IS_NOT), ("financial_benefit", "persons")),
        (at_least(2, IS, IS_NOT, not_(IS)), ("financial_benefit", "other_material_benefit")),
        (at_least(1, IS, group.persons >= 3, IS_NOT), ("financial_benefit",)),
        (at_least(3, IS, group.persons >= 3, IS_NOT), ("other_material_benefit",)),
        (not_(all_of(IS, IS_NOT)), ("other_material_benefit",)),
        (any_of(all_of(IS, group.persons >= 3), group.persons >= 2), ("persons",)),
        (not_(any_of(IS_NOT, not_(IS))), ("financial_benefit", "other_material_benefit")),
        (element("step", group.aims.contains("economic-control"), "1"), ("aims",)),
        (any_of(NotEstablished(title="lost", reason="x"), IS), ("financial_benefit",)),
    ],
)
def test_decisive_on_rules_of_every_shape(rule: Rule, decisive: tuple[str, ...]) -> None:
    found = assess(define(all_of(rule)), KNOWN)
    assert found.decisive == tuple(sorted(decisive, key=list(found.definition.facts).index))


def test_a_fact_used_plainly_and_negated_is_still_missing() -> None:
    """Kleene's logic says unknown where no completion differs: then nothing is missing, and nobody is asked."""
    found = assess(define(any_of(MAY, not_(MAY))), Group())
    assert found.truth is U
    assert found.missing == ()


def test_the_reason_is_that_of_the_step_itself() -> None:
    rule = all_of(
        any_of(IS, IS_NOT),
        not_(MAY),
        at_least(1, group.aims.contains("economic-control")),
        group.maximum_penalty >= 4,
        group.persons >= 3,
        element("below", group.ongoing, "2"),
    )
    assert assess(define(rule), KNOWN).reason == (
        "financial benefit; other material benefit: no; acting in concert: not stated; aims: economic-control; "
        "maximum penalty: life; 4 needed; 3 persons; 3 needed"
    )


def test_other_instruments_are_cited_with_their_name() -> None:
    other = Definition(id="o", title="other", citation=Citation("elsewhere", "7"), about=Group, rule=Holds("ongoing"))
    found = assess(define(all_of(meets(other), element("here", IS, "2"))), Group())
    assert [line.strip() for line in found.text().splitlines()][1:3] == [
        "[unknown] other (elsewhere art. 7): ongoing: not stated",
        "[unknown] here (art. 2): financial benefit: not stated",
    ]


def test_definitions_made_on_the_fly_are_not_kept_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """A service that reads definitions from its users would grow until it falls over."""
    monkeypatch.setattr(finding_module, "_KEPT", 2)
    monkeypatch.setattr(finding_module, "_kept", {})
    for at_most in range(5):
        made = define(Holds("ongoing"), key=f"made-{at_most}")
        assert truth_of(made, Group(ongoing=True)) is T
    assert len(finding_module._kept) <= 2


def test_the_same_facts_can_be_put_to_any_definition_about_their_class() -> None:
    for definition in oc.definitions.values():
        found = oc.assess(definition, definition.about())
        assert found.truth is not T or definition.kind.value == "conformity", definition.id


@pytest.mark.parametrize("definition", oc.definitions.values(), ids=lambda each: str(each.id))
def test_a_definition_that_is_open_says_what_would_settle_it(definition: Definition) -> None:
    """Unknown without anything missing: nobody could ever be told what to ask."""
    found = oc.assess(definition, definition.about())
    if found.truth is U:
        assert found.missing or found.open_parameters or found.not_established


def test_a_definition_is_named_by_id_alias_or_itself() -> None:
    asked = Offence(maximum_penalty=5)
    assert oc.assess("untoc-serious-crime", asked) == oc.assess("UNTOC-2b-serious-crime", asked)
    assert oc.assess(SERIOUS_CRIME, asked) == oc.assess("untoc-serious-crime", asked)


def test_a_finding_as_json_holds_the_whole_tree() -> None:
    found = json.loads(oc.to_json(oc.assess("untoc-scope", Case(offence=Offence(maximum_penalty=Penalty.LIFE)))))
    assert found["truth"] == "unknown"
    assert found["facts"] == {"offence": {"maximum_penalty": "life"}}
    assert [each["truth"] for each in found["elements"]] == ["true", "unknown", "unknown"]
    assert found["missing"][0] == "offence.states"


def test_a_finding_asked_for_a_bool_says_what_to_do_instead() -> None:
    with pytest.raises(oc.UndecidedTruthError) as caught:
        bool(assess(SERIOUS_CRIME, Offence(maximum_penalty=1)))
    assert str(caught.value) == ("a finding has three values and no bool(): compare it, as in `x.truth is Truth.TRUE`")


def test_what_is_presupposed_and_what_is_not_asked_is_said_where_there_is_any() -> None:
    said = attrs.evolve(
        define(all_of(IS)), presupposes=("there is a group", "there is a State"), excluded=("rank", "name")
    )
    assert assess(said, YES).outline().notes == (
        "taken as given: there is a group; there is a State",
        "not asked, since the law does not: rank; name",
    )
    assert assess(define(all_of(IS)), YES).outline().notes == ()


def test_a_no_says_what_would_turn_it_and_a_yes_does_not() -> None:
    assert assess(define(all_of(IS)), NO).outline().notes == ("would be met if: financial benefit",)
    assert assess(define(all_of(IS)), YES).outline().notes == ()


def test_what_would_settle_it_is_named_with_the_part_that_it_belongs_to() -> None:
    grave = define(all_of(offence.substantial_effects_elsewhere), Offence)
    found = assess(define(all_of(case.group.meets(define(all_of(IS))), case.offence.meets(grave)), Case), Case())
    assert found.outline().notes == (
        "to settle it: group: financial benefit; offence: substantial effects in another State",
    )


def test_the_steps_of_both_branches_are_shown() -> None:
    assert [each.title for each in assess(ACT, YES).elements] == ["an act in furtherance", "nothing more"]


def test_the_reason_goes_on_after_what_the_legal_order_chooses() -> None:
    chosen = by_legal_order("overt_act", "Is an act asked for?", "5", then=MAY, otherwise=IS_NOT)
    found = assess(define(all_of(chosen, group.persons >= 3)), KNOWN)
    assert found.reason == (
        "Is an act asked for? not stated; acting in concert: not stated; other material benefit: no; "
        "3 persons; 3 needed"
    )


@pytest.mark.parametrize(
    ("title", "value", "reason"),
    [
        ("step", True, "financial benefit"),
        ("step", False, "not financial benefit"),
        ("not financial benefit", False, ""),
        ("not financial benefit", True, "financial benefit"),
    ],
)
def test_the_reason_of_a_negated_step_is_what_is_so(title: str, value: bool, reason: str) -> None:
    """The step asks that something is not so; the reason repeats it or says the contrary."""
    rule = element(title, not_(IS), "1")
    (step,) = assess(define(all_of(rule)), Group(financial_benefit=value)).elements
    assert step.reason == reason


@pytest.mark.parametrize(
    ("given_facts", "said"),
    [(Case(), "a Case"), (None, "None"), (3, "3"), ("group", "'group'")],
)
def test_facts_of_another_class_are_named(given_facts: Any, said: str) -> None:
    with pytest.raises(InputError) as caught:
        assess(ACT, given_facts)
    assert str(caught.value) == f"facts: {said} is not a Group: made-up is about a Group"


def test_parameters_that_are_no_mapping_are_shown() -> None:
    with pytest.raises(InputError) as caught:
        assess(ACT, Group(), parameters=["overt_act"])  # type: ignore[arg-type]
    assert str(caught.value) == "parameters: ['overt_act'] is not a mapping from names to True, False or None"
