"""What would change answers silently is guarded, and what cannot be read is refused by name, before data are read."""

from __future__ import annotations

import math
import os
import subprocess
import sys
from typing import Any

import pytest
from frame_cases import BACKENDS, answers, arrow

import orgcrime as oc
from orgcrime import frames
from orgcrime.frames.engines import library

pa = pytest.importorskip("pyarrow")
pd = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")

SERIOUS, STRUCTURED, OCG = "untoc-serious-crime", "untoc-structured-group", "untoc-organized-criminal-group"
LAZY = [name for name in BACKENDS if name != "pandas-object"]


def refused(frame: Any, definition: Any = SERIOUS, **given: Any) -> str:
    with pytest.raises(oc.InputError) as error:
        frames.assess(frame, definition, **given)
    return str(error.value)


# The four silent traps.


@pytest.mark.parametrize("backend", BACKENDS)
def test_nan_is_not_known_and_infinity_is_more_than_any_number(backend: str) -> None:
    """NaN ≥ 4 is true on some libraries and false on others; it is neither."""
    frame = BACKENDS[backend]({"maximum_penalty": [3.9, 4.0, math.nan, math.inf, None]})
    assert answers(frames.assess(frame, SERIOUS), SERIOUS) == [[False, True, None, True, None]]


def test_nan_that_pandas_does_not_take_for_missing_is_not_known_either() -> None:
    zero = pd.Series(pd.array([0.0, 4.0], dtype="Float64"))
    frame = pd.DataFrame({"maximum_penalty": zero / 0})
    assert answers(frames.assess(frame, SERIOUS), SERIOUS) == [[None, True]]


@pytest.mark.parametrize("backend", BACKENDS)
def test_a_fact_without_a_column_is_unknown_where_that_is_said(backend: str) -> None:
    """A null literal counts as a no on pandas and Dask."""
    frame = BACKENDS[backend]({"randomly_formed": [False, True], "persons": [3, 3]})
    found = frames.assess(frame, OCG, missing="unknown", elements=True)
    benefit = f"{OCG}/purpose-of-a-financial-or-other-material-benefit"
    assert answers(found, OCG, benefit) == [[None, False], [None, None]]


@pytest.mark.parametrize("backend", BACKENDS)
def test_nothing_known_at_all_is_unknown(backend: str) -> None:
    frame = BACKENDS[backend]({"id": [1, 2]})
    found = frames.assess(frame, SERIOUS, missing="unknown")
    assert answers(found, SERIOUS) == [[None, None]]


def test_pandas_objects_are_made_nullable_and_given_back_as_they_were() -> None:
    """~True is -2 in a column of objects, and casting makes a no of None."""
    held = [True, False, None, math.nan]
    frame = pd.DataFrame({"randomly_formed": pd.Series(held, dtype="object", index=[7, 7, 8, 9])})
    found = frames.assess(frame, STRUCTURED)
    assert answers(found, STRUCTURED) == [[False, True, None, None]]
    assert found["randomly_formed"].dtype == "object"
    assert list(found.index) == [7, 7, 8, 9]
    assert list(frame.columns) == ["randomly_formed"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (["yes", "no"], "Object with string values"),
        ([1, 0], "Object"),
        ([True, "no"], "Object with mixed values"),
    ],
)
def test_pandas_objects_that_are_no_truths_are_refused(values: list[Any], said: str) -> None:
    frame = pd.DataFrame({"randomly_formed": pd.Series(values, dtype="object")})
    message = f"column 'randomly_formed': found {said}, needed Boolean, for the fact randomly_formed"
    assert refused(frame, STRUCTURED) == message


@pytest.mark.parametrize("backend", LAZY)
def test_a_wrong_type_is_refused_naming_column_type_found_and_type_needed(backend: str) -> None:
    frame = BACKENDS[backend]({"persons": [True], "randomly_formed": [1]})
    assert refused(frame, OCG, missing="unknown").splitlines() == [
        "column 'randomly_formed': found Int64, needed Boolean, for the fact randomly_formed",
        "column 'persons': found Boolean, needed a number (integer, float or decimal), for the fact persons",
    ]


def test_text_is_no_number_no_truth_and_no_list() -> None:
    frame = pl.DataFrame({"trafficking_acts": ["transfer"], "trafficking_means": [[1]]})
    assert refused(frame, "trafficking-in-persons", missing="unknown").splitlines() == [
        "column 'trafficking_acts': found String, needed a list of String, for the fact trafficking_acts",
        "column 'trafficking_means': found List(Int64), needed a list of String, for the fact trafficking_means",
    ]


def test_lists_among_pandas_objects_are_read_as_lists() -> None:
    states = pd.DataFrame({"states": pd.Series([["FR", "BR"], None, ("FR",)], dtype="object")})
    found = frames.assess(states, "untoc-transnational", missing="unknown")
    assert answers(found, "untoc-transnational") == [[True, None, None]]
    assert "found Object with mixed values" in refused(pd.DataFrame({"states": [[1], {}]}), "untoc-transnational")


# Columns.


def test_every_column_that_is_missing_is_named_with_what_is_expected() -> None:
    frame = pl.DataFrame({"person": [3], "acting_in_concert": ["yes"]})
    persons = "a column of numbers (persons), or persons_at_least and persons_at_most"
    years = (
        "a column of numbers (years, +inf for life or death), or maximum_penalty_at_least and maximum_penalty_at_most"
    )
    assert refused(frame, OCG).splitlines() == [
        f"randomly_formed: the frame has no such column: expected a Boolean column, for {OCG}.",
        f"persons: the frame has no such column: expected {persons}, for {OCG}. Did you mean 'person'?",
        f"existed_for_a_period: the frame has no such column: expected a Boolean column, for {OCG}.",
        "column 'acting_in_concert': found String, needed Boolean, for the fact acting_in_concert",
        f"maximum_penalty: the frame has no such column: expected {years}, for {OCG}.",
        f"aims_at_convention_offence: the frame has no such column: expected a Boolean column, for {OCG}.",
        f"financial_benefit: the frame has no such column: expected a Boolean column, for {OCG}.",
        f"other_material_benefit: the frame has no such column: expected a Boolean column, for {OCG}.",
        'name the columns with columns=, or say missing="unknown" for facts that are not recorded',
    ]


def test_a_list_that_is_missing_is_asked_for_in_all_its_forms() -> None:
    (first, *_) = refused(pl.DataFrame({"a": [1]}), "untoc-transnational").splitlines()
    assert first == (
        "states: the frame has no such column: expected a column of lists of String, or Boolean columns "
        "states:<value>, or states_at_least and states_at_most, for untoc-transnational."
    )


def test_names_that_nothing_asks_for_are_refused() -> None:
    frame = pl.DataFrame({"years": [4.0]})
    given = {"maximum_penality": "years", "maximum_penalty": "yeas"}
    assert refused(frame, columns=given, missing="unknown").splitlines() == [
        "columns['maximum_penality']: untoc-serious-crime asks for no such fact. Did you mean 'maximum_penalty'?",
        "columns['maximum_penalty']: the frame has no column 'yeas'. Did you mean 'years'?",
    ]


def test_parameters_that_nothing_asks_for_are_refused() -> None:
    frame = pl.DataFrame({"a": [1]})
    given: dict[str, Any] = {"attempt_punishible": True}
    assert refused(frame, "trafficking-offences", parameters=given, missing="unknown") == (
        "parameters['attempt_punishible']: trafficking-offences asks for no such parameter. "
        "Did you mean 'attempt_punishable'?"
    )
    for value, said in (
        ("b", "the frame has no column 'b'."),
        (1, "1 is not a yes or a no: expected True, False, None for not known, or a column"),
    ):
        found = refused(frame, "trafficking-offences", parameters={"attempt_punishable": value}, missing="unknown")
        assert found == f"parameters['attempt_punishable']: {said}"
    found = refused(frame, "trafficking-offences", parameters={"attempt_punishable": "a"}, missing="unknown")
    assert found == "column 'a': found Int64, needed Boolean, for the parameter attempt_punishable"


def test_a_list_in_two_forms_is_refused() -> None:
    frame = pl.DataFrame({"states": [["FR"]], "states:FR": [True]})
    assert refused(frame, "untoc-transnational", missing="unknown") == (
        "states: both 'states' and 'states:FR' answer it: leave one out, or name the one with columns="
    )


def test_a_name_that_the_verdict_needs_is_never_overwritten() -> None:
    frame = pl.DataFrame({"maximum_penalty": [4.0], SERIOUS: ["mine"]})
    assert refused(frame) == (
        f"column '{SERIOUS}': is in the frame already, and the verdict needs its name: rename or drop it"
    )


@pytest.mark.parametrize("library", ["pandas", "pyarrow", "duckdb"])
def test_columns_of_the_same_name_are_refused(library: str) -> None:
    """Which of the two is meant cannot be known."""
    table = pa.table([pa.array([4.0]), pa.array([2.0])], names=["maximum_penalty", "maximum_penalty"])
    frame: Any = table
    if library == "pandas":
        frame = pd.DataFrame([[4.0, 2.0]], columns=["maximum_penalty"] * 2)
    elif library == "duckdb":
        frame = pytest.importorskip("duckdb").sql("SELECT 4.0 AS maximum_penalty, 2.0 AS maximum_penalty")
        if len(set(frame.columns)) == 2:
            pytest.skip("this DuckDB renames the second")
    assert refused(frame) == "column 'maximum_penalty': stands 2 times: rename or drop all but one"


@pytest.mark.parametrize("given", [{"maximum_penalty": [4.0]}, [1], "maximum_penalty", None])
def test_what_is_no_frame_is_refused(given: Any) -> None:
    kind = f"{type(given).__module__}.{type(given).__name__}"
    assert refused(given) == f"frame: found {kind}, needed a frame of Polars, pandas, PyArrow, DuckDB, Dask or PySpark"


def test_only_two_words_say_what_missing_is() -> None:
    assert (
        refused(pl.DataFrame({"a": [1]}), missing="no") == 'missing: \'no\' is not known: expected "error" or "unknown"'
    )


def test_a_refusal_reads_no_data() -> None:
    """A lazy frame whose data cannot be read is refused by its schema all the same."""

    def never(batch: Any) -> Any:
        raise AssertionError(batch)

    frame = pl.LazyFrame({"maximum_penalty": ["four"]}).map_batches(never, schema={"maximum_penalty": pl.String})
    assert refused(frame).startswith("column 'maximum_penalty': found String")
    frames.assess(frame.cast(pl.Float64), SERIOUS)


# Types that are no trap.


@pytest.mark.parametrize("kind", [pl.Int8, pl.UInt8, pl.Int64, pl.Float32, pl.Decimal(9, 2)])
def test_any_number_will_do(kind: Any) -> None:
    frame = pl.DataFrame({"maximum_penalty": pl.Series([3, 4, None]).cast(kind)})
    for each in (frame, frame.to_arrow(), frame.to_pandas()):
        assert answers(frames.assess(each, SERIOUS), SERIOUS) == [[False, True, None]]


@pytest.mark.parametrize(
    "kind", ["int8", "uint8", "Int16", "UInt32", "float32", "Float32", "int64[pyarrow]", "float16"]
)
def test_any_number_of_pandas_will_do(kind: str) -> None:
    frame = pd.DataFrame({"maximum_penalty": pd.Series([3, 4], dtype=kind)})
    assert answers(frames.assess(frame, SERIOUS), SERIOUS) == [[False, True]]
    assert str(frame["maximum_penalty"].dtype) == kind


def test_columns_of_pandas_may_be_of_several_kinds_at_once() -> None:
    frame = pd.DataFrame(
        {
            "persons": pd.Series([3, 2], dtype="int64[pyarrow]"),
            "randomly_formed": [False, False],
            "existed_for_a_period": pd.Series([True, True], dtype="boolean"),
            "acting_in_concert": pd.Series([True, True], dtype="bool[pyarrow]"),
            "maximum_penalty": [4.0, math.nan],
            "financial_benefit": pd.Series([True, None], dtype="object"),
        }
    )
    found = frames.assess(frame, OCG, missing="unknown")
    assert answers(found, OCG) == [[True, False]]
    assert str(found[OCG].dtype) == "boolean"


def test_lists_beside_numpy_columns_of_pandas() -> None:
    frame = pd.DataFrame(
        {
            "states": pd.Series([["FR"], ["FR", "BR"]], dtype=pd.ArrowDtype(pa.list_(pa.string()))),
            "states:complete": [True, True],
            "states_at_most": [1, 5],
            "substantial_preparation_elsewhere": pd.Series([False, None], dtype="object"),
        }
    )
    found = frames.assess(frame, "untoc-transnational", missing="unknown")
    assert answers(found, "untoc-transnational") == [[None, True]]


def test_columns_without_a_type_say_nothing() -> None:
    empty = {
        name: [None, None] for name in ("persons", "persons_at_least", "states", "states:complete", "maximum_penalty")
    }
    for frame in (pl.DataFrame(empty), arrow(empty), pd.DataFrame(empty, dtype="object")):
        for definition in (SERIOUS, "untoc-transnational", OCG):
            found = frames.assess(frame, definition, missing="unknown")
            assert answers(found, definition) == [[None, None]]


def test_chunks_and_slices_are_read_as_they_stand() -> None:
    parts = [arrow({"maximum_penalty": [4.0, None, 1.0]}), arrow({"maximum_penalty": [math.nan, 9.0]})]
    chunked = pa.concat_tables(parts).slice(1, 4)
    frame = pl.concat([pl.from_arrow(part) for part in parts], rechunk=False).slice(1, 4)
    for each in (chunked, frame, frame.lazy(), chunked.to_pandas().iloc[0:4]):
        assert answers(frames.assess(each, SERIOUS), SERIOUS) == [[None, False, None, True]]


def test_a_parameter_that_is_given_leaves_one_rule() -> None:
    from orgcrime.law.rule import Definition, all_of, by_legal_order, facts, not_

    group = facts(oc.Group)
    rule = by_legal_order("p", "?", "1", then=all_of(group.ongoing, not_(group.ongoing)), otherwise=group.ongoing)
    citation = oc.definitions[OCG].citation
    definition = Definition(id="settled", title="settled", citation=citation, about=oc.Group, rule=rule)
    for name, held in BACKENDS.items():
        frame = held({"ongoing": [True, False, None]})
        found = frames.assess(frame, definition, parameters={"p": False})
        assert answers(found, "settled") == [[True, False, None]], name


def test_a_library_that_is_needed_beside_another_is_named() -> None:
    with pytest.raises(
        oc.MissingExtraError, match=r"nothing_at_all is not installed: pip install 'orgcrime\[frames\]'"
    ):
        library("nothing_at_all")


def python(code: str) -> subprocess.CompletedProcess[str]:
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, env=path)


def test_frames_need_no_library_that_is_not_there() -> None:
    """The module itself loads none of the libraries that frames come from."""
    libraries = {"polars", "pandas", "pyarrow", "duckdb", "dask", "pyspark"}
    done = python(f"import sys, orgcrime.frames; print({libraries} & set(sys.modules))")
    assert done.stdout == "set()\n", done.stderr


def test_without_narwhals_the_error_says_what_to_install() -> None:
    done = python("import sys; sys.modules['narwhals'] = None; import orgcrime.frames")
    assert done.stderr.splitlines()[-1].endswith("narwhals is not installed: pip install 'orgcrime[frames]'")
