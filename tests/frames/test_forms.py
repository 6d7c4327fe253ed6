"""What is asked for, what came of it, and what is wrong with the values."""

from __future__ import annotations

import math
from typing import Any

import pytest
from frame_cases import BACKENDS, every_case, facts, polars_eager, questions

import orgcrime as oc
from orgcrime import frames
from orgcrime.law.finding import assess
from orgcrime.law.rule import NotEstablished, atoms
from orgcrime.truth import Truth

pl = pytest.importorskip("polars")
pa = pytest.importorskip("pyarrow")

OCG = "untoc-organized-criminal-group"


def test_every_definition_says_which_columns_it_asks_for() -> None:
    for definition in oc.definitions.values():
        form = frames.schema(definition)
        assert [field.name for field in form.fields if not field.parameter] == list(definition.facts)
        assert all(field.question and field.pinpoint for field in form.fields)
        assert set(form.polars()) == set(form.arrow().names) == set(form.json_schema()["properties"])  # type: ignore[call-overload]


def test_a_form_is_a_table_of_records() -> None:
    (record,) = frames.schema("untoc-serious-crime").records()
    assert record == {
        "name": "maximum_penalty",
        "type": "Float64",
        "label": "maximum penalty",
        "question": "What is the heaviest penalty, in years, that the statute allows?",
        "pinpoint": "UNTOC art. 2(b)",
        "unit": "years",
        "minimum": 0,
        "vocabulary": (),
        "instead": ("maximum_penalty_at_least", "maximum_penalty_at_most"),
        "parameter": False,
        "note": record["note"],
    }
    assert "+inf for deprivation of liberty for life and for death" in str(record["note"])


def test_a_form_has_the_types_of_every_library() -> None:
    form = frames.schema("trafficking-offences")
    assert form.polars()["trafficking_means"] == pl.List(pl.String)
    assert form.arrow().field("victim_is_child").type == pa.bool_()
    assert "`trafficking_means` ARRAY<STRING>, `trafficking_means:complete` BOOLEAN" in form.spark()
    assert form.spark().endswith("`attempt_punishable` BOOLEAN")
    assert frames.schema(OCG).spark().startswith("`randomly_formed` BOOLEAN, `persons` BIGINT")
    assert "Int64" in str(frames.schema(OCG))
    assert frames.schema(OCG)._repr_html_().startswith(f"<div>columns for {OCG}")


def test_a_row_of_json_is_described() -> None:
    properties: Any = frames.schema(["trafficking-offences", "untoc-scope"]).json_schema()["properties"]
    assert properties["group.persons"]["type"] == ["integer", "null"]
    assert "fraud" in properties["trafficking_means"]["items"]["enum"]
    assert properties["offence.states"]["items"] == {"type": "string"}
    assert properties["trafficking_means:complete"]["type"] == ["boolean", "null"]


# Summaries.


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_summary_counts_as_one_at_a_time(backend: str) -> None:
    definition = oc.definitions["smuggling-return"]
    columns, expected = every_case(definition)
    found = frames.summary(BACKENDS[backend](columns), definition)
    first = found.counts[0]
    assert (first.yes, first.no, first.unknown) == tuple(expected.count(each) for each in (True, False, None))
    assert found.rows == len(expected)


@pytest.mark.parametrize("definition", ["smuggling-return", "untoc-transnational", "untoc-structured-group", OCG])
def test_the_facts_that_settle_are_those_of_one_at_a_time(definition: str) -> None:
    """A fact alone settles a row if it is the only one that is missing there."""
    known = oc.definitions[definition]
    columns, _ = every_case(known)
    asked = questions(known)
    step = max(1, len(columns[asked[0].path]) // 400)
    thinned = {name: values[::step] for name, values in columns.items()}
    found = {each.fact: each for each in frames.summary(polars_eager(thinned), known).settling}
    missing = []
    rows = [dict(zip((each.path for each in asked), row, strict=True)) for row in _rows(asked, step)]
    for row in rows:
        finding = assess(known, facts(known, row))
        missing.append(finding.missing if finding.truth is Truth.UNKNOWN else ())
    for question in asked:
        certainly = sum(each == (question.path,) for each in missing)
        assert found[question.path].certainly == certainly if question.path in found else certainly == 0


def _rows(asked: Any, step: int) -> list[tuple[Any, ...]]:
    import itertools

    return list(itertools.product(*(question.answers for question in asked)))[::step]


def test_a_summary_shows_what_to_ask_first() -> None:
    frame = pl.DataFrame(
        {
            "persons": [3, 3, None],
            "randomly_formed": False,
            "existed_for_a_period": True,
            "acting_in_concert": True,
            "maximum_penalty": [4.0, 4.0, 4.0],
            "financial_benefit": [True, None, None],
        }
    )
    found = frames.summary(frames.assess(frame, OCG, missing="unknown"), OCG, missing="unknown")
    assert [(each.fact, each.certainly, each.possibly) for each in found.settling] == [
        ("persons", 0, 1),
        ("financial_benefit", 0, 1),
        ("other_material_benefit", 0, 1),
    ]
    assert "How many persons make up the group?" in str(found)
    assert found._repr_html_().startswith(f"<div>{OCG}: 3 rows")


def test_a_parameter_of_the_legal_order_may_settle_most() -> None:
    frame = pl.DataFrame(
        {
            "intentional": [True],
            "trafficking_acts": [["transfer"]],
            "trafficking_means": [["fraud"]],
            "exploitation_purposes": [["slavery"]],
            "victim_is_child": [None],
            "involvement": [["attempt"]],
        }
    )
    found = frames.summary(
        frame.with_columns(trafficking_acts=pl.lit(None, pl.List(pl.String))), "trafficking-offences"
    )
    assert {each.fact for each in found.settling} <= set(frames.schema("trafficking-offences").polars())
    assert any(each.fact == "attempt_punishable" for each in found.settling)


def test_a_frame_without_facts_is_all_unknown() -> None:
    found = frames.summary(pl.DataFrame({"id": [1, 2]}), "untoc-serious-crime", missing="unknown")
    assert [(each.yes, each.no, each.unknown) for each in found.counts] == [(0, 0, 2)]
    assert [(each.certainly, each.possibly) for each in found.settling] == [(2, 2)]


# Values.


@pytest.mark.parametrize("backend", list(BACKENDS))
def test_words_outside_the_vocabulary_are_found(backend: str) -> None:
    frame = BACKENDS[backend](
        {"trafficking_means": [["fraud", "thread-of-force"], None, [], [None, "zzz"]], "victim_is_child": [True] * 4}
    )
    found = frames.check(frame, "trafficking-in-persons")
    assert [str(each) for each in found] == [
        "column 'trafficking_means': 'thread-of-force' is not one of the means. Did you mean 'threat-of-force'?",
        str(found[1]),
    ]
    assert "'zzz' is not one of the means. Expected one of: threat-of-force, use-of-force" in str(found[1])


@pytest.mark.parametrize("backend", BACKENDS)
def test_numbers_that_make_no_sense_are_found(backend: str) -> None:
    frame = BACKENDS[backend](
        {
            "persons": [2.5, -1.0, math.nan, 3.0],
            "persons_at_least": [5, None, None, 1],
            "persons_at_most": [3, None, None, 2],
            "maximum_penalty": [math.inf, 0.0, 4.0, None],
        }
    )
    said = [str(each) for each in frames.check(frame, OCG)]
    nan = "column 'persons': 1 row is NaN, which counts as not known"
    assert (nan in said) is (
        backend in ("polars", "polars-lazy", "pyarrow", "pandas-pyarrow", "dask-pyarrow", "duckdb")
    )
    assert [each for each in said if each != nan] == [
        "column 'persons': 1 row is below 0, the least number of persons",
        "column 'persons': 1 row is no whole number of persons",
        "column 'persons_at_least': 1 row is greater than 'persons_at_most'",
    ]


def test_nothing_wrong_is_nothing_said() -> None:
    assert frames.check(pl.DataFrame({"id": [1]}), OCG) == ()
    assert (
        frames.check(pl.DataFrame({"persons": [None], "persons_at_least": [None], "persons_at_most": [1]}), OCG) == ()
    )
    several = frames.check(pl.DataFrame({"states_at_least": [-1, -2]}), "untoc-transnational")
    assert [str(each) for each in several] == [
        "column 'states_at_least': 2 rows are below 0, the least number of States in which it was committed"
    ]


def test_a_step_that_is_not_established_settles_nothing() -> None:
    for definition in oc.definitions.values():
        if any(isinstance(atom.rule, NotEstablished) for atom in atoms(definition.rule, definition.about)):
            found = frames.summary(pl.DataFrame({"id": [1]}), definition, missing="unknown")
            assert {each.fact for each in found.settling} <= set(definition.facts)
            assert frames.assess(pl.DataFrame({"id": [1]}), definition, missing="unknown")[definition.id].to_list() == [
                None
            ]


def test_a_parameter_that_two_definitions_share_is_asked_once() -> None:
    form = frames.schema(["trafficking-offences", "smuggling-offences"])
    assert [field.name for field in form.fields].count("attempt_punishable") == 1
