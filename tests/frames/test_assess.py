"""By column as one at a time: every case of every definition that is small enough, on every library at hand."""

from __future__ import annotations

import math
from typing import Any

import pytest
from frame_cases import (
    BACKENDS,
    answers,
    arrow,
    drawn_cases,
    every_case,
    in_columns,
    one_at_a_time,
    polars_eager,
    questions,
)
from hypothesis import given, settings
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime import frames
from orgcrime.frames.asked import wanted
from orgcrime.law.facts import Group
from orgcrime.law.rule import (
    Definition,
    Reaches,
    all_of,
    at_least,
    atoms,
    by_legal_order,
    element,
    facts,
    not_,
    parameters,
)
from orgcrime.law.values import FactKind, Listing

OCG = "untoc-organized-criminal-group"
group = facts(Group)


def counting(number: int = 2) -> Definition:
    """Return a definition with the nodes that are rare in the law."""
    return Definition(
        id="test-counting",
        title="counting",
        citation=oc.definitions[OCG].citation,
        about=Group,
        rule=at_least(
            number,
            by_legal_order(
                "strict",
                "Is the law strict?",
                "1",
                then=group.persons >= 3,
                otherwise=not_(group.ongoing),
            ),
            group.organised,
            group.maximum_penalty >= 4.5,
        ),
    )


SMALL = [each for each in oc.definitions.values() if len(questions(each)) <= 6]
UP_TO_TWELVE = [each for each in oc.definitions.values() if len(questions(each)) <= 12]


@pytest.mark.parametrize("definition", [*SMALL, oc.definitions[OCG], counting()], ids=lambda each: each.id)
def test_every_case_is_answered_as_one_at_a_time(definition: Definition) -> None:
    columns, expected = every_case(definition)
    found = frames.assess(polars_eager(columns), definition)
    assert answers(found, definition.id) == [list(expected)]


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize(
    "definition",
    [counting(), *map(oc.definitions.__getitem__, ("smuggling-return", "untoc-transnational", "untoc-serious-crime"))],
    ids=lambda each: each.id,
)
def test_every_library_answers_alike(definition: Definition, backend: str) -> None:
    columns, expected = every_case(definition)
    found = frames.assess(BACKENDS[backend](columns), definition)
    assert answers(found, definition.id) == [list(expected)]


@pytest.mark.backends
@pytest.mark.slow
@pytest.mark.parametrize("definition", UP_TO_TWELVE, ids=lambda each: each.id)
def test_every_case_on_every_library(definition: Definition) -> None:
    columns, expected = every_case(definition)
    table = arrow(columns)
    for name, library in BACKENDS.items():
        found = frames.assess(library(columns) if name != "pyarrow" else table, definition)
        assert answers(found, definition.id) == [list(expected)], name


@pytest.mark.parametrize("backend", BACKENDS)
def test_the_same_kind_of_frame_comes_back_with_its_columns_as_they_were(backend: str) -> None:
    columns = {name: values[:40] for name, values in every_case(oc.definitions[OCG])[0].items()} | {"kept": [None] * 40}
    columns |= dict.fromkeys(("randomly_formed", "existed_for_a_period", "acting_in_concert"), [True] * 40)
    columns |= dict.fromkeys(("aims_at_convention_offence", "financial_benefit", "other_material_benefit"), [True] * 40)
    columns |= {"persons": [3] * 40, "maximum_penalty": [4.0] * 40}
    frame = BACKENDS[backend](columns)
    found = frames.assess(frame, OCG)
    assert type(found) is type(frame)
    before, after = _types(frame), _types(found)
    assert list(after) == [*before, OCG]
    assert {name: after[name] for name in before} == before
    assert "bool" in str(after[OCG]).casefold()


def _types(frame: Any) -> dict[str, str]:
    if hasattr(frame, "collect_schema"):
        return {name: str(kind) for name, kind in frame.collect_schema().items()}
    if hasattr(frame, "schema"):
        return {field.name: str(field.type) for field in frame.schema}
    kinds = frame.types if hasattr(frame, "types") else frame.dtypes
    return {name: str(kind) for name, kind in zip(frame.columns, kinds, strict=True)}


@pytest.mark.parametrize("backend", BACKENDS)
def test_every_element_has_a_column_of_its_own(backend: str) -> None:
    definition = oc.definitions["smuggling-non-liability"]
    columns, _ = every_case(definition)
    found = frames.assess(BACKENDS[backend](columns), definition, elements=True)
    names = frames.schema(definition).verdicts
    assert list(_types(found))[-len(names) :] == list(names)
    facts_given = [
        oc.assess(definition, definition.about(**{path: values[at] for path, values in columns.items()}))
        for at in range(len(columns["object_of_smuggling"]))
    ]
    assert answers(found, *names[1:]) == [
        [finding.elements[at].truth.known for finding in facts_given] for at in range(len(names) - 1)
    ]


def test_the_names_of_elements_are_stable() -> None:
    aim = f"{OCG}/aim-of-committing-a-serious-crime-or-a-convention-offence"
    assert frames.schema(OCG).verdicts == (
        OCG,
        f"{OCG}/untoc-structured-group",
        f"{OCG}/three-or-more-persons",
        f"{OCG}/existing-for-a-period-of-time",
        f"{OCG}/acting-in-concert",
        aim,
        f"{aim}/untoc-serious-crime",
        f"{aim}/aim-of-committing-a-convention-offence",
        f"{OCG}/purpose-of-a-financial-or-other-material-benefit",
    )


def test_no_two_elements_share_a_name() -> None:
    for definition in oc.definitions.values():
        names = frames.schema(definition).verdicts
        assert len(set(names)) == len(names)


def test_elements_of_the_same_title_have_a_number_behind_it() -> None:
    rule = all_of(element("aim", group.ongoing, "1"), element("aim", group.organised, "2"))
    citation = oc.definitions[OCG].citation
    definition = Definition(id="twice", title="twice", citation=citation, about=Group, rule=rule)
    assert frames.schema(definition).verdicts == ("twice", "twice/aim", "twice/aim-2")


def test_several_definitions_are_put_at_once() -> None:
    columns, expected = every_case(oc.definitions["eu-structured-association"])
    both: list[Definition | str] = ["eu-structured-association", oc.definitions["untoc-structured-group"]]
    found = frames.assess(polars_eager(columns), both)
    assert answers(found, "eu-structured-association") == [list(expected)]
    assert found.columns[-1] == "untoc-structured-group"


def test_no_definition_at_all_is_refused() -> None:
    with pytest.raises(oc.InputError, match="definition: no definition is given"):
        frames.assess(polars_eager({"persons": [3]}), [])


LARGE = [each for each in oc.definitions.values() if len(questions(each)) > 12]


@pytest.mark.parametrize("definition", LARGE, ids=lambda each: each.id)
@given(data=st.data())
@settings(max_examples=5)
def test_a_large_definition_is_answered_as_one_at_a_time(definition: Definition, data: st.DataObject) -> None:
    asked = questions(definition)
    law = {each.path for each in asked if each.parameter}
    row = st.fixed_dictionaries({each.path: _answers(definition, each.path, each.answers) for each in asked})
    rows = data.draw(st.lists(row, min_size=1, max_size=40))
    columns = in_columns(definition, {each.path: [found[each.path] for found in rows] for each in asked})
    found = frames.assess(polars_eager(columns), definition)
    assert answers(found, definition.id) == [[one_at_a_time(definition, each, law) for each in rows]]


def _answers(definition: Definition, path: str, plain: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    asked = wanted(definition).get(path)
    if asked is None or asked.fact.kind is FactKind.YES_NO:
        return st.sampled_from(plain)
    if asked.fact.kind is FactKind.LISTING:
        words = asked.values or ("A", "B", "C")
        return st.none() | st.builds(Listing, st.lists(st.sampled_from(words)), complete=st.booleans())
    number = st.integers(0, 6)
    heavy = st.sampled_from([oc.LIFE, oc.DEATH]) if asked.fact.kind is FactKind.PENALTY else number
    ranged = st.builds(lambda low, more: oc.Between(low, low + more), number, number)
    return (
        st.none() | number | heavy | ranged | st.builds(oc.Between, number) | st.builds(oc.Between, st.none(), number)
    )


@pytest.mark.backends
@pytest.mark.slow
@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("definition", LARGE, ids=lambda each: each.id)
def test_ten_thousand_cases_of_a_large_definition_on_every_library(definition: Definition, backend: str) -> None:
    columns, expected = drawn_cases(definition)
    found = frames.assess(BACKENDS[backend](columns), definition)
    assert answers(found, definition.id) == [list(expected)]


RANGES = {
    "persons": [None, 3, None, None, None, None, 2, None],
    "persons_at_least": [None, None, 3, 2, None, None, 3, 4],
    "persons_at_most": [None, None, None, 2, 5, 2, None, 2],
}
REACHES_THREE = [None, True, True, False, None, False, False, None]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_range_settles_what_it_can_and_an_exact_number_goes_first(backend: str) -> None:
    """The last row is a range upside down, which says nothing."""
    definition = Definition(
        id="three", title="three", citation=oc.definitions[OCG].citation, about=Group, rule=group.persons >= 3
    )
    frame = BACKENDS[backend](RANGES)
    assert answers(frames.assess(frame, definition), "three") == [REACHES_THREE]


@pytest.mark.parametrize("end", ["at_least", "at_most"])
def test_one_end_of_a_range_is_enough(end: str) -> None:
    definition = Definition(
        id="three", title="three", citation=oc.definitions[OCG].citation, about=Group, rule=group.persons >= 3
    )
    found = frames.assess(polars_eager({f"persons_{end}": [2, 3, None]}), definition)
    expected = {"at_least": [None, True, None], "at_most": [False, None, None]}
    assert answers(found, "three") == [expected[end]]


ITEMS = {
    "trafficking_means:fraud": [None, True, False, None, False],
    "trafficking_means:complete": [None, None, None, True, False],
}


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_listing_may_be_boolean_columns(backend: str) -> None:
    """In the fourth row the list is whole: what is not known to be in it is not."""
    means = facts(oc.definitions["trafficking-in-persons"].about).trafficking_means
    definition = Definition(
        id="fraud",
        title="fraud",
        citation=oc.definitions[OCG].citation,
        about=oc.definitions["trafficking-in-persons"].about,
        rule=means.contains("fraud"),
    )
    found = frames.assess(BACKENDS[backend](ITEMS), definition)
    assert answers(found, "fraud") == [[None, True, False, False, False]]


def test_only_some_of_the_boolean_columns_of_a_listing() -> None:
    """One column of nine cannot say no, unless the list is whole."""
    frame = polars_eager(
        {
            "trafficking_means:fraud": [True, False, None, False],
            "trafficking_means:complete": [None, None, True, True],
        }
    )
    means = facts(oc.definitions["trafficking-in-persons"].about).trafficking_means
    definition = Definition(
        id="two",
        title="two",
        citation=oc.definitions[OCG].citation,
        about=oc.definitions["trafficking-in-persons"].about,
        rule=means.contains("fraud", "abduction"),
    )
    found = frames.assess(frame, definition, missing="unknown")
    assert answers(found, "two") == [[True, None, False, False]]
    with pytest.raises(oc.InputError, match="trafficking_means:abduction: the frame has no such column"):
        frames.assess(frame, definition)


@pytest.mark.parametrize(
    "columns",
    [
        {"offence.states": [["FR", "FR"], ["FR", "BR"], [], None, [None, "FR"]]},
        {"offence.states:FR": [True, True, None, None, True], "offence.states:BR": [None, True, None, None, None]},
        {"offence.states_at_least": [1, 2, None, None, 1]},
    ],
)
def test_the_length_of_a_listing_counts_each_value_once(columns: dict[str, list[Any]]) -> None:
    definition = oc.definitions["untoc-transnational"]
    renamed = {name.removeprefix("offence."): values for name, values in columns.items()}
    whole = renamed | {f"{'states'}:complete": [True, True, True, True, None]} if "states" in renamed else renamed
    found = frames.assess(polars_eager(whole), definition, missing="unknown", elements=True)
    expected = [False, True, False, None, None] if "states" in renamed else [None, True, None, None, None]
    column = f"{definition.id}/committed-in-more-than-one-state"
    assert answers(found, column) == [expected]


def test_an_item_that_has_no_type_is_not_known() -> None:
    """Nor is it in the list, where the list is whole: as if the column had a type."""
    frame = polars_eager({"states:FR": [None], "trafficking_means:fraud": [None]})
    found = frames.assess(frame, ["trafficking-in-persons", "untoc-transnational"], missing="unknown")
    assert answers(found, "trafficking-in-persons", "untoc-transnational") == [[None], [None]]
    about = oc.definitions["trafficking-in-persons"].about
    rule = facts(about).trafficking_means.contains("fraud")
    definition = Definition(id="fraud", title="fraud", citation=oc.definitions[OCG].citation, about=about, rule=rule)
    whole = polars_eager({"trafficking_means:fraud": [None, None], "trafficking_means:complete": [True, False]})
    assert answers(frames.assess(whole, definition), "fraud") == [[False, None]]
    nothing = polars_eager({"trafficking_means:complete": [True]})
    assert answers(frames.assess(nothing, definition, missing="unknown"), "fraud") == [[None]]


def test_boolean_columns_are_counted_whole_where_the_list_is_whole() -> None:
    frame = polars_eager(
        {
            "countries:FR": [True, True, True],
            "states:BR": [True, False, None],
            "states:complete": [None, True, True],
            "states_at_most": [5, 5, 1],
        }
    )
    names = {"states:FR": "countries:FR"}
    found = frames.assess(frame, "untoc-transnational", columns=names, missing="unknown", elements=True)
    assert answers(found, "untoc-transnational/committed-in-more-than-one-state") == [[True, False, False]]


@pytest.mark.parametrize(("bound", "expected"), [(1, [True, True, False]), (3, [True, False, False])])
def test_other_lengths_than_two(bound: int, expected: list[bool]) -> None:
    about = oc.definitions["untoc-transnational"].about
    definition = Definition(
        id="long", title="long", citation=oc.definitions[OCG].citation, about=about, rule=facts(about).states >= bound
    )
    frame = polars_eager({"states": [["A", "B", "C", None], ["A", "A", "B", None], []], "states:complete": [True] * 3})
    assert answers(frames.assess(frame, definition), "long") == [expected]


@pytest.mark.parametrize("given", [True, False, None, "strictness"])
def test_a_parameter_is_given_or_read_from_a_column(given: bool | str | None) -> None:
    definition = counting(1)
    columns, _ = every_case(definition)
    plain = {name.replace("strict", "strictness"): list(values) for name, values in columns.items()}
    found = frames.assess(polars_eager(plain), definition, parameters={"strict": given})
    rows = [{name: values[at] for name, values in columns.items()} for at in range(len(columns["strict"]))]
    law = columns["strict"] if given == "strictness" else [given] * len(columns["strict"])
    expected = [one_at_a_time(definition, row | {"strict": law[at]}, ["strict"]) for at, row in enumerate(rows)]
    assert list(parameters(definition)) == ["strict"]
    assert answers(found, definition.id) == [expected]


@pytest.mark.parametrize("backend", BACKENDS)
def test_facts_of_a_part_are_read_from_columns_with_the_part_before_them(backend: str) -> None:
    """SQL would look for a column ``persons`` of a table ``group``."""
    columns: dict[str, list[Any]] = {
        "group.persons": [2, 3],
        "offence.states": [["FR", "BR"], ["FR"]],
        "offence.maximum_penalty": [math.inf, 1.0],
        'a "name".of `mine`': [True, False],
    }
    frame = BACKENDS[backend](columns)
    found = frames.assess(frame, "untoc-scope", missing="unknown")
    assert answers(found, "untoc-scope") == [[False, None]]
    assert list(_types(found))[: len(columns)] == list(columns)
    assert frames.check(frame, "untoc-scope") == ()


def test_a_summary_reads_facts_of_a_part_by_sql() -> None:
    frame = BACKENDS["duckdb"]({"group.persons": [2, 3]})
    first = frames.summary(frame, "untoc-scope", missing="unknown").counts[0]
    assert (first.yes, first.no, first.unknown) == (0, 1, 1)


def test_the_callers_names_are_taken() -> None:
    found = frames.assess(polars_eager({"years": [4.0]}), "untoc-serious-crime", columns={"maximum_penalty": "years"})
    assert found.columns == ["years", "untoc-serious-crime"]
    assert answers(found, "untoc-serious-crime") == [[True]]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_frame_without_rows_is_answered_without_rows(backend: str) -> None:
    if backend.startswith("dask"):
        pytest.skip("Dask makes no partitions of nothing")
    columns, _ = every_case(oc.definitions["untoc-structured-group"])
    empty = BACKENDS[backend]({"randomly_formed": columns["randomly_formed"][:0]})
    assert answers(frames.assess(empty, "untoc-structured-group"), "untoc-structured-group") == [[]]


def test_bounds_of_the_law_are_those_of_the_definition() -> None:
    """The tests try each number on both sides of its bound: that bound must be the law's."""
    bounds = {each.path: each.rule.bound for each in _reaching(oc.definitions[OCG])}
    assert bounds == {"persons": 3, "maximum_penalty": 4}


def _reaching(definition: Definition) -> list[Any]:
    return [each for each in atoms(definition.rule, definition.about) if isinstance(each.rule, Reaches)]
