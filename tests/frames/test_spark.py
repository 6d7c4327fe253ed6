"""The same answers on Spark, by Spark's own engine; run with ``-m spark`` where PySpark and Java are at hand."""

from __future__ import annotations

import datetime as dt
import importlib.util
import os
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from frame_cases import arrow, drawn_cases, every_case, questions

import orgcrime as oc
from orgcrime import frames
from orgcrime.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = [
    pytest.mark.spark,
    pytest.mark.skipif(importlib.util.find_spec("pyspark") is None, reason="needs the extra spark"),
    pytest.mark.filterwarnings("default"),  # PySpark is not ours to warn about
]

OCG = "untoc-organized-criminal-group"
EXAMPLE = Path(__file__).parents[2] / "examples" / "spark_job.py"


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    session = (
        pytest.importorskip("pyspark.sql")
        .SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield session
    session.stop()


def _frame(spark: Any, columns: dict[str, list[Any]], types: str) -> Any:
    return spark.createDataFrame(list(zip(*columns.values(), strict=True)), types)


def _types(columns: dict[str, list[Any]]) -> str:
    kinds = {bool: "BOOLEAN", int: "BIGINT", float: "DOUBLE", list: "ARRAY<STRING>"}
    return ", ".join(
        f"`{name}` {kinds[next((type(value) for value in values if value is not None), bool)]}"
        for name, values in columns.items()
    )


@pytest.mark.parametrize("ansi", ["true", "false"])
@pytest.mark.parametrize("definition", [OCG, "trafficking-in-persons", "untoc-transnational", "fr-450-1-1-concours"])
def test_every_case_is_answered_as_one_at_a_time(spark: Any, definition: str, ansi: str) -> None:
    spark.conf.set("spark.sql.ansi.enabled", ansi)
    known = oc.definitions[definition]
    columns, expected = every_case(known)
    numbered = columns | {"row": list(range(len(expected)))}
    found = frames.assess(_frame(spark, numbered, _types(numbered)), known)
    rows = sorted(found.select("row", definition).collect())
    assert [answer for _, answer in rows] == list(expected)


@pytest.mark.slow
@pytest.mark.parametrize("definition", oc.definitions.values(), ids=lambda each: each.id)
def test_every_definition_is_answered_as_one_at_a_time(spark: Any, definition: oc.Definition, tmp_path: Path) -> None:
    """Every case where there are not too many to try, and ten thousand where there are."""
    parquet = pytest.importorskip("pyarrow.parquet")
    columns, expected = every_case(definition) if len(questions(definition)) <= 12 else drawn_cases(definition)
    parquet.write_table(arrow(columns | {"row": list(range(len(expected)))}), tmp_path / "cases.parquet")
    found = frames.assess(spark.read.parquet(str(tmp_path / "cases.parquet")), definition)
    found.select("row", definition.id).write.parquet(str(tmp_path / "found"))
    table = parquet.read_table(tmp_path / "found").sort_by("row")
    assert table[definition.id].to_pylist() == list(expected)


def test_the_plan_has_no_python_in_it(spark: Any) -> None:
    """Rows that went through Python would cost a hundred times more, and need Python on every worker."""
    columns = _small()
    made = frames.assess(_frame(spark, columns, _types(columns)), [OCG, "untoc-structured-group"], elements=True)
    plan = made._jdf.queryExecution().toString()
    assert "Python" not in plan
    assert "UDF" not in plan


def _small() -> dict[str, list[Any]]:
    columns, _ = every_case(oc.definitions[OCG])
    return {name: values[:6000:20] for name, values in columns.items()}


def test_nan_is_not_known(spark: Any) -> None:
    frame = _frame(spark, {"maximum_penalty": [float("nan"), float("inf"), 3.0, None]}, "maximum_penalty DOUBLE")
    found = frames.assess(frame, "untoc-serious-crime").collect()
    assert [row["untoc-serious-crime"] for row in found] == [None, True, False, None]


def test_a_wrong_type_is_refused_before_anything_runs(spark: Any) -> None:
    frame = _frame(spark, {"maximum_penalty": ["ten"]}, "maximum_penalty STRING")
    with pytest.raises(InputError, match=r"column 'maximum_penalty': found String, needed a number"):
        frames.assess(frame, "untoc-serious-crime")


def test_lists_are_mapped_and_status_answered(spark: Any) -> None:
    frame = _frame(
        spark,
        {"crime": ["terrorism", None, "nothing"], "state": ["FR", "JP", "FR"], "day": [dt.date(2018, 1, 1)] * 3},
        "crime STRING, state STRING, day DATE",
    )
    mapped = frames.map(frame, "crime", source="eaw", target="europol").collect()
    assert sorted((row["crime"] or "", row["europol"]) for row in mapped) == [
        ("", None),
        ("nothing", None),
        ("terrorism", ["terrorism"]),
    ]
    exploded = frames.map(frame, "crime", source="eaw", target="europol", explode=True)
    assert exploded.count() == 3
    bound = frames.standing(frame, participant="state", instrument="UNTOC", on="day")
    assert bound.columns == ["crime", "state", "day", "bound", "since"]
    assert {(row["state"], row["bound"], str(row["since"])) for row in bound.collect()} == {
        ("FR", True, "2003-09-29"),
        ("JP", True, "2017-08-10"),
    }


def test_the_names_of_columns_may_have_dots(spark: Any) -> None:
    """SQL would look for a field ``persons`` of a column ``group``."""
    types = "`group.persons` BIGINT, `offence.maximum_penalty` DOUBLE, `offence.crime` STRING, `the ``State``` STRING"
    frame = spark.createDataFrame([(2, 1.0, "terrorism", "FR"), (3, None, None, "JP")], types)
    found = frames.assess(frame, "untoc-scope", missing="unknown")
    assert found.columns == [*frame.columns, "untoc-scope"]
    assert [row["untoc-scope"] for row in found.collect()] == [False, None]
    assert frames.check(frame, "untoc-scope") == ()
    assert frames.summary(frame, "untoc-scope", missing="unknown").counts[0].no == 1
    mapped = frames.map(frame, "offence.crime", source="eaw", target="europol")
    assert mapped.columns == [*frame.columns, "europol"]
    assert {row["europol"] and row["europol"][0] for row in mapped.collect()} == {"terrorism", None}
    bound = frames.standing(frame, participant="the `State`", instrument="UNTOC", on="2018-01-01")
    assert [row["bound"] for row in bound.collect()] == [True, True]
    assert frames.coverage(frame, "offence.crime", source="eaw", target="europol").mapped == 1


def test_a_summary_is_read_in_one_pass(spark: Any) -> None:
    columns = _small()
    found = frames.summary(_frame(spark, columns, _types(columns)), OCG)
    assert (found.rows, sum((found.counts[0].yes, found.counts[0].no, found.counts[0].unknown))) == (300, 300)


def submitted(script: Path, *arguments: str) -> str:
    """Return what a job prints that is submitted to executors on which there is no Python."""
    submit = Path(sys.executable).with_name("spark-submit")
    path = os.pathsep.join((*sys.path, str(Path(__file__).parent)))
    done = subprocess.run(
        [str(submit), "--master", "local[2]", "--conf", "spark.ui.enabled=false", str(script), *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ
        | {"PYSPARK_DRIVER_PYTHON": sys.executable, "PYSPARK_PYTHON": "/no/python/here", "PYTHONPATH": path},
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_example_runs_by_spark_submit() -> None:
    """It runs where the executors have no Python, so what is said of them on the page about Spark is so."""
    printed = submitted(EXAMPLE)
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in printed.splitlines() if "|" in line]
    assert cells[1:] == [["4", "true", "true"], ["2", "false", "false"], ["4", "NULL", "NULL"]]


EVERYTHING = """
    from pyspark.sql import SparkSession
    from orgcrime import frames
    spark = SparkSession.builder.getOrCreate()
    values = "VALUES (2L, 'terrorism', 'FR', DATE '2018-01-01'), (NULL, 'it''s \\"odd\\"', 'JP', NULL)"
    frame = spark.sql(f"SELECT * FROM {values} AS given(persons, crime, state, day)")
    ocg = "untoc-organized-criminal-group"
    print([row[ocg] for row in frames.assess(frame, ocg, missing="unknown").collect()])
    print([row["bound"] for row in frames.standing(frame, participant="state", instrument="UNTOC", on="day").collect()])
    asked = {"requested": "BR", "cooperation": "extradition", "on": "2019-07-01"}
    print([bool(row["bases"]) for row in frames.bases(frame, requesting="state", **asked).collect()])
    print([row["europol"] for row in frames.map(frame, "crime", source="eaw", target="europol").collect()])
    print(frames.coverage(frame, "crime", source="eaw", target="europol").mapped)
    print(frames.summary(frame, ocg, missing="unknown").counts[0].no)
    print(frames.check(frame, ocg))
    try:
        print(spark.sparkContext.parallelize([1]).map(str).collect())
    except Exception:
        print("no Python")
"""


def test_nothing_needs_python_on_the_executors(tmp_path: Path) -> None:
    """The last line is the counter-proof: what does need Python fails there."""
    job = tmp_path / "job.py"
    job.write_text(textwrap.dedent(EVERYTHING), encoding="utf-8")
    printed = submitted(job).splitlines()[-8:]  # before them, what PySpark says of pandas
    assert printed == [
        "[False, None]",
        "[True, None]",
        "[True, True]",
        "[['terrorism'], None]",
        "1",
        "1",
        "()",
        "no Python",
    ]
