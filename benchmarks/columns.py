"""Rows 1 to 9: definitions by column, beside code written by hand, other engines and the limits of the machine.

    python benchmarks/run.py --only columns

A peer that is not installed is left out, and named. Columns are Booleans and an Int32 and a Float64, one value in ten
missing; hand-written code says the same of NaN as the library does: not known.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from measure import Row, interleaved

from orgcrime import frames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROWS, FILE_ROWS = 10_000_000, 50_000_000
PER_CASE = 5_000
OCG, EU = "untoc-organized-criminal-group", "eu-criminal-organisation"
BOTH = [OCG, EU]
TRUTHS = (
    "randomly_formed",
    "existed_for_a_period",
    "acting_in_concert",
    "aims_at_convention_offence",
    "financial_benefit",
    "other_material_benefit",
)


@functools.cache
def table(rows: int) -> Any:
    """Return the facts of so many groups as a PyArrow table."""
    import pyarrow as pa

    draw = np.random.default_rng(2003)
    columns = {
        name: pa.array(draw.random(rows) < (0.2 if name == "randomly_formed" else 0.8), mask=draw.random(rows) < 0.1)
        for name in TRUTHS
    }
    columns["persons"] = pa.array(draw.integers(1, 9, rows, dtype=np.int32), mask=draw.random(rows) < 0.1)
    years = draw.integers(0, 20, rows).astype(np.float64)
    columns["maximum_penalty"] = pa.array(years, mask=draw.random(rows) < 0.1)
    return pa.table(columns)


def alike(name: str, ours: object, theirs: object) -> None:
    """Refuse a peer that answers otherwise: its time would say nothing."""
    if ours != theirs:
        message = f"{name} answers otherwise: it does not do the same"
        raise ValueError(message)


def verdicts(frame: Any) -> list[Any]:
    """Return both verdicts of a frame of Polars, pandas or PyArrow, as PyArrow has them; of anything else, itself."""
    import pyarrow as pa

    if isinstance(frame, list):
        return frame
    if not isinstance(frame, pa.Table):
        frame = frame.to_arrow() if hasattr(frame, "to_arrow") else pa.Table.from_pandas(frame[BOTH])
    return [frame[name].combine_chunks() for name in BOTH]


def by_hand(c: Callable[[str], Any], years: Any) -> dict[str, Any]:
    """Return both definitions as one would write them for a library with Kleene operators."""
    benefit = c("financial_benefit") | c("other_material_benefit")
    group = ~c("randomly_formed") & (c("persons") >= 3) & c("existed_for_a_period") & c("acting_in_concert")
    return {OCG: group & ((years >= 4) | c("aims_at_convention_offence")) & benefit, EU: group & (years >= 4) & benefit}


def polars_rows(repeats: int, number: int = ROWS) -> Iterator[Row]:
    """Yield rows 1 to 4."""
    import polars as pl

    arrow = table(number)
    frame = pl.from_arrow(arrow)
    assert isinstance(frame, pl.DataFrame)
    lazy = frame.lazy()
    written = by_hand(pl.col, pl.col("maximum_penalty").fill_nan(None))
    packed = pack(arrow)
    buffer = np.ones(arrow.nbytes // 8, dtype=np.uint64)
    expected = verdicts(frames.assess(frame, BOTH))
    alike("by hand", expected, verdicts(lazy.with_columns(**written).collect()))
    rails = [np.unpackbits(bits, count=number, bitorder="little").sum() for bits in packed_kernel(packed, number)]
    counts = [(each.true_count, number - each.null_count - each.true_count) for each in expected]
    alike("packed bits", [total for pair in counts for total in pair], rails)
    ours, hand, kernel, memory, elements = interleaved(
        repeats,
        lambda: frames.assess(lazy, BOTH).collect(),
        lambda: lazy.with_columns(**written).collect(),
        lambda: packed_kernel(packed, number),
        buffer.sum,
        lambda: frames.assess(lazy, BOTH, elements=True).collect(),
    )
    yield Row(number="1", what="Polars, two definitions ÷ by hand", value=ours / hand, unit="÷", aim=1.05, gate=1.15)
    yield Row(number="2", what="  ÷ packed-bit NumPy kernel", value=ours / kernel, unit="÷", aim=1.35, gate=1.7)
    yield Row(number="3", what="  ÷ reading the bytes once", value=ours / memory, unit="÷", aim=3.5, gate=5)
    yield Row(number="4", what="  every element ÷ verdicts", value=elements / ours, unit="÷", aim=1.25, gate=1.5)
    yield from case_rows(ours, number)


def case_rows(ours: float, number: int) -> Iterator[Row]:
    """Yield how long ten million rows take, so that the ratios can be read as times."""
    yield Row(number="1t", what="  seconds for ten million rows", value=ours / number * 1e7, unit="s", aim=0.1, gate=1)


def pack(arrow: Any) -> dict[str, tuple[Any, Any]]:
    """Return each column as values and packed bits that say which are known; yes and no are packed too."""
    import pyarrow.compute as pc

    found = {}
    for name in arrow.column_names:
        column = arrow[name].combine_chunks()
        known = np.packbits(column.is_valid().to_numpy(zero_copy_only=False), bitorder="little")
        values = pc.fill_null(column, False if name in TRUTHS else 0).to_numpy(zero_copy_only=False)
        found[name] = (np.packbits(values, bitorder="little") if name in TRUTHS else values, known)
    return found


CHUNK = 1 << 16
YEAR = "2019"


def packed_kernel(packed: dict[str, tuple[Any, Any]], number: int) -> list[Any]:
    """Return both verdicts as two rails of packed bits: yes and no, in chunks that fit into the cache."""
    out = [np.empty((number + 7) // 8, dtype=np.uint8) for _ in range(4)]
    for start in range(0, number, CHUNK):
        bits = slice(start // 8, (start + CHUNK) // 8)
        rail: dict[str, tuple[Any, Any]] = {}
        for name in TRUTHS:
            values, known = packed[name][0][bits], packed[name][1][bits]
            rail[name] = (values & known, ~values & known)
        for name, bound in (("persons", 3), ("maximum_penalty", 4)):
            given, known = packed[name][0][start : start + CHUNK], packed[name][1][bits]
            reached = np.packbits(given >= bound, bitorder="little")
            if name == "maximum_penalty":
                known = known & np.packbits(given == given, bitorder="little")  # noqa: PLR0124 - NaN differs from itself
            rail[name] = (reached & known, ~reached & known)
        one, other = rail["financial_benefit"], rail["other_material_benefit"]
        benefit = (one[0] | other[0], one[1] & other[1])
        formed, lasting, concert = (rail[name] for name in TRUTHS[:3])
        years, treaty, persons = rail["maximum_penalty"], rail["aims_at_convention_offence"], rail["persons"]
        yes = formed[1] & persons[0] & lasting[0] & concert[0] & benefit[0]
        no = formed[0] | persons[1] | lasting[1] | concert[1] | benefit[1]
        out[0][bits] = yes & (years[0] | treaty[0])
        out[1][bits] = no | (years[1] & treaty[1])
        out[2][bits] = yes & years[0]
        out[3][bits] = no | years[1]
    return out


def library_rows(repeats: int, number: int = ROWS) -> Iterator[Row]:
    """Yield row 5: each library beside code written for it."""
    arrow = table(number)
    runs: dict[str, tuple[Callable[[], Any], Callable[[], Any]]] = {
        "PyArrow": (lambda: frames.assess(arrow, BOTH), lambda: arrow_by_hand(arrow)),
        **pandas_runs(number),
        "DuckDB": duckdb_runs(number),
    }
    for letter, (name, (ours, hand)) in zip("anpd", runs.items(), strict=True):
        alike(name, verdicts(ours()), verdicts(hand()))
        mine, theirs = interleaved(repeats, ours, hand)
        yield Row(number=f"5{letter}", what=f"{name} ÷ by hand", value=mine / theirs, unit="÷", aim=1.1, gate=1.3)


def arrow_by_hand(arrow: Any) -> Any:
    """Return both definitions by PyArrow's own functions."""
    import pyarrow.compute as pc

    given = arrow["maximum_penalty"]
    years = pc.greater_equal(pc.if_else(pc.is_nan(given), None, given), 4)
    parts = [
        pc.invert(arrow["randomly_formed"]),
        pc.greater_equal(arrow["persons"], 3),
        arrow["existed_for_a_period"],
        arrow["acting_in_concert"],
        pc.or_kleene(arrow["financial_benefit"], arrow["other_material_benefit"]),
    ]
    group = functools.reduce(pc.and_kleene, parts)
    aim = pc.or_kleene(years, arrow["aims_at_convention_offence"])
    return arrow.append_column(OCG, pc.and_kleene(group, aim)).append_column(EU, pc.and_kleene(group, years))


def pandas_runs(number: int) -> dict[str, tuple[Callable[[], object], Callable[[], object]]]:
    """Return the runs on pandas, nullable and kept by PyArrow."""
    import pandas as pd

    arrow = table(number)
    nullable = {"bool": pd.BooleanDtype(), "int32": pd.Int32Dtype(), "double": pd.Float64Dtype()}
    kinds = {
        "pandas, nullable": arrow.to_pandas(types_mapper=lambda kind: nullable[str(kind)]),
        "pandas, PyArrow": arrow.to_pandas(types_mapper=pd.ArrowDtype),
    }

    def hand(frame: Any) -> Any:
        given = frame["maximum_penalty"]
        years = given.mask((given != given).fillna(value=False), pd.NA)  # noqa: PLR0124 - NaN differs from itself
        return frame.assign(**by_hand(frame.__getitem__, years))

    return {
        name: (functools.partial(frames.assess, frame, BOTH), functools.partial(hand, frame))
        for name, frame in kinds.items()
    }


def duckdb_runs(number: int) -> tuple[Callable[[], object], Callable[[], object]]:
    """Return the runs on DuckDB, from a table of its own."""
    import duckdb

    connection = duckdb.connect()
    arrow = table(number)
    connection.register("given", arrow)
    connection.execute("CREATE TABLE groups AS SELECT * FROM given")

    def ours() -> object:
        return total(frames.assess(connection.table("groups"), BOTH))

    def total(relation: Any) -> object:
        return relation.aggregate(f'count("{OCG}"), count("{EU}"), sum("{OCG}"::INT), sum("{EU}"::INT)').fetchall()

    return ours, lambda: total(connection.sql(f'SELECT *, {SQL[OCG]} AS "{OCG}", {SQL[EU]} AS "{EU}" FROM groups'))  # noqa: S608 - our own words


_GROUP = "NOT randomly_formed AND persons >= 3 AND existed_for_a_period AND acting_in_concert"
_BENEFIT = "(financial_benefit OR other_material_benefit)"
_YEARS = "CASE WHEN isnan(maximum_penalty) THEN NULL ELSE maximum_penalty END >= 4"
SQL = {
    OCG: f"({_GROUP} AND ({_YEARS} OR aims_at_convention_offence) AND {_BENEFIT})",
    EU: f"({_GROUP} AND {_YEARS} AND {_BENEFIT})",
}


def openfisca_rows(repeats: int, number: int = ROWS) -> Iterator[Row]:
    """Yield row 6: OpenFisca, which has no unknown: a second variable for each fact says whether it is known."""
    import polars as pl
    from openfisca_core import entities, periods, taxbenefitsystems, variables
    from openfisca_core.simulation_builder import SimulationBuilder

    group = entities.build_entity(key="group", plural="groups", label="Group", is_person=True)
    system = taxbenefitsystems.TaxBenefitSystem([group])
    numbers = {"persons": int, "maximum_penalty": float}

    def declared(name: str, kind: type, formula: Any = None) -> None:
        fields = {"value_type": kind, "entity": group, "definition_period": periods.YEAR, "label": name}
        if formula is not None:
            fields["formula"] = formula
        system.add_variable(type(name, (variables.Variable,), fields))

    for name in (*TRUTHS, *numbers):
        declared(name, numbers.get(name, bool))
        declared(f"{name}_known", bool)

    def rails(of: Any, name: str) -> tuple[Any, Any]:
        value, known = of(name, YEAR), of(f"{name}_known", YEAR)
        bound = {"persons": 3, "maximum_penalty": 4}.get(name)
        held = value if bound is None else value >= bound
        return held & known, ~held & known

    def both(of: Any) -> tuple[Any, Any]:
        formed, lasting, concert, treaty, money, other = (rails(of, name) for name in TRUTHS)
        persons, years = rails(of, "persons"), rails(of, "maximum_penalty")
        yes = formed[1] & persons[0] & lasting[0] & concert[0] & (years[0] | treaty[0]) & (money[0] | other[0])
        no = formed[0] | persons[1] | lasting[1] | concert[1] | (years[1] & treaty[1]) | (money[1] & other[1])
        return yes, no

    declared("verdict_yes", bool, lambda of, _period: both(of)[0])
    declared("verdict_no", bool, lambda of, _period: both(of)[1])
    arrow = table(number)
    frame = pl.from_arrow(arrow)
    arrays = {}
    for name in (*TRUTHS, *numbers):
        column = frame[name]  # type: ignore[index]
        arrays[name] = column.fill_null(value=False if name in TRUTHS else 0).to_numpy()
        arrays[f"{name}_known"] = column.is_not_null().to_numpy()

    def built() -> Any:
        simulation = SimulationBuilder().build_default_simulation(system, count=number)
        for name, values in arrays.items():
            simulation.set_input(name, YEAR, values)
        return simulation

    ready: list[Any] = []

    def calculate(simulation: Any) -> None:
        for name in ("verdict_yes", "verdict_no"):
            simulation.delete_arrays(name)
            simulation.calculate(name, YEAR)

    ready.append(built())
    columns = {name: arrays[name] for name in (*TRUTHS, *numbers)}

    def from_arrays() -> object:
        given = pl.DataFrame(columns).with_columns(
            pl.when(pl.Series(arrays[f"{name}_known"])).then(pl.col(name)).alias(name) for name in columns
        )
        return frames.assess(given, OCG)

    ours, theirs, ours_whole, theirs_whole = interleaved(
        repeats,
        lambda: frames.assess(frame, OCG),
        lambda: calculate(ready[0]),
        from_arrays,
        lambda: calculate(built()),
    )
    yield Row(
        number="6",
        what="× faster than OpenFisca, calculation",
        value=theirs / ours,
        unit="×",
        aim=2,
        gate=1.5,
        more_is_better=True,
    )
    yield Row(
        number="6a", what="  from arrays", value=theirs_whole / ours_whole, unit="×", aim=5, gate=3, more_is_better=True
    )


def per_case_rows(repeats: int, number: int = ROWS) -> Iterator[Row]:
    """Yield row 7: engines that take one case at a time, measured on fewer cases and scaled."""
    import polars as pl
    import rule_engine
    import zen

    arrow = table(number)
    frame = pl.from_arrow(arrow)
    few = arrow.slice(0, min(PER_CASE, number))
    given = few.to_pandas(types_mapper=None).astype("object").where(lambda each: each.notna(), None)
    cases = few.to_pylist()
    rule = rule_engine.Rule(_RULE, context=rule_engine.Context(default_value=None))
    expression = zen.compile_expression(" ".join(_RULE.split()))
    decision = zen_decision()
    runs: dict[str, tuple[Callable[[], Any], float, float]] = {
        "pandas.apply": (lambda: given.apply(one_case, axis=1), 5000, 2500),
        "rule-engine": (lambda: [rule.evaluate(case) for case in cases], 5000, 2500),
        "zen-engine, its compiled expression alone": (
            lambda: [expression.evaluate(case) for case in cases],
            2000,
            1000,
        ),
        "zen-engine, a decision": (
            lambda: [decision.evaluate(case)["result"].get("verdict") for case in cases],
            2000,
            1000,
        ),
    }
    expected = frames.assess(pl.from_arrow(few), OCG)[OCG].to_list()  # type: ignore[index]
    for letter, (name, (run, aim, gate)) in zip("pred", runs.items(), strict=True):
        alike(name, expected, list(run()))
        ours, theirs = interleaved(repeats, lambda: frames.assess(frame, OCG), run)
        times = theirs / len(cases) * number / ours
        yield Row(
            number=f"7{letter}",
            what=f"× faster than {name}",
            value=times,
            unit="×",
            aim=aim,
            gate=gate,
            more_is_better=True,
        )


def one_case(case: Any) -> bool | None:
    """Return the Palermo definition for one row, as one would write it."""
    from one_case import at_least, both, either, opposite

    return both(
        opposite(case["randomly_formed"]),
        at_least(case["persons"], 3),
        case["existed_for_a_period"],
        case["acting_in_concert"],
        either(at_least(case["maximum_penalty"], 4), case["aims_at_convention_offence"]),
        either(case["financial_benefit"], case["other_material_benefit"]),
    )


_RULE = """
(randomly_formed == false and persons != null and persons >= 3 and existed_for_a_period == true
 and acting_in_concert == true
 and ((maximum_penalty != null and maximum_penalty >= 4) or aims_at_convention_offence == true)
 and (financial_benefit == true or other_material_benefit == true))
? true :
((randomly_formed == true or (persons != null and persons < 3) or existed_for_a_period == false
 or acting_in_concert == false
 or ((maximum_penalty != null and maximum_penalty < 4) and aims_at_convention_offence == false)
 or (financial_benefit == false and other_material_benefit == false))
 ? false : null)
"""


def zen_decision() -> Any:
    """Return the same as a decision of the zen engine; it leaves out what is null."""
    import zen

    place = {"x": 0, "y": 0}
    rule = {"expressions": [{"id": "v", "key": "verdict", "value": " ".join(_RULE.split())}]}
    content = {
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in", "position": place},
            {"id": "rule", "type": "expressionNode", "name": "rule", "position": place, "content": rule},
            {"id": "out", "type": "outputNode", "name": "out", "position": place},
        ],
        "edges": [
            {"id": "a", "sourceId": "in", "targetId": "rule", "type": "edge"},
            {"id": "b", "sourceId": "rule", "targetId": "out", "type": "edge"},
        ],
    }
    return zen.ZenEngine().create_decision(json.dumps(content))


def spark_rows(repeats: int, number: int = ROWS) -> Iterator[Row]:
    """Yield row 8: beside Spark's own SQL, with more rows, and with one core in place of two."""
    with tempfile.TemporaryDirectory() as folder:
        small, large = str(Path(folder, "small.parquet")), str(Path(folder, "large.parquet"))
        import pyarrow as pa
        import pyarrow.parquet as pq

        pq.write_table(table(number), small, row_group_size=1_000_000)
        pq.write_table(pa.concat_tables([table(number)] * 4), large, row_group_size=1_000_000)
        timed = {cores: spark_times(cores, repeats, small, large) for cores in (2, 1)}
    two, one = timed[2], timed[1]
    yield Row(number="8", what="PySpark ÷ its own SQL", value=two["ours"] / two["sql"], unit="÷", aim=1.1, gate=1.25)
    yield Row(
        number="8r",
        what="  rows/s at four times the rows ÷ at one",
        value=4 * two["ours"] / two["large"],
        unit="÷",
        aim=0.95,
        gate=0.85,
        more_is_better=True,
    )
    yield Row(
        number="8c",
        what="  second core",
        value=one["ours"] / two["ours"],
        unit="×",
        aim=1.6,
        gate=1.5,
        more_is_better=True,
    )
    yield Row(number="8p", what="  Python nodes in the plan", value=two["python"], unit="", aim=0, gate=0)


def spark_times(cores: int, repeats: int, small: str, large: str) -> dict[str, float]:
    """Return the seconds of runs in a Spark of its own, with so many cores."""
    code = f"""
        import sys, json
        sys.path.insert(0, {str(Path(__file__).parent)!r})
        from pyspark.sql import SparkSession
        from columns import BOTH, EU, OCG, SQL, frames
        from measure import interleaved
        spark = (SparkSession.builder.master("local[{cores}]").config("spark.ui.enabled", "false")
                 .config("spark.driver.memory", "4g").getOrCreate())
        spark.sparkContext.setLogLevel("ERROR")
        small, large = spark.read.parquet({small!r}), spark.read.parquet({large!r})
        def counted(frame):
            return frame.selectExpr(*(f"sum(int(`{{name}}`))" for name in BOTH)).collect()
        def sql(frame):
            return frame.selectExpr("*", *(f"{{SQL[name]}} AS `{{name}}`" for name in BOTH))
        ours = lambda: counted(frames.assess(small, BOTH))
        ours(); counted(sql(small))
        found = dict(zip(("ours", "sql", "large"), interleaved(
            {repeats}, ours, lambda: counted(sql(small)), lambda: counted(frames.assess(large, BOTH)))))
        plan = frames.assess(small, BOTH)._jdf.queryExecution().toString()
        found["python"] = float(plan.count("Python"))
        print("FOUND" + json.dumps(found))
    """
    out = python(code).splitlines()
    found: dict[str, float] = json.loads(next(line for line in out if line.startswith("FOUND"))[5:])
    return found


def python(code: str) -> str:
    """Return what a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        check=True,
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYSPARK_PYTHON": sys.executable},
    )
    return done.stdout


def memory_rows(number: int = ROWS, file_rows: int = FILE_ROWS) -> Iterator[Row]:
    """Yield row 9: the peak above the frame itself, and the peak of streaming from file to file."""
    begin = f"""
        import resource, sys
        sys.path.insert(0, {str(Path(__file__).parent)!r})
        def peak():
            return int(next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]) * 1024
        def held():
            return int(next(line for line in open("/proc/self/status") if line.startswith("VmRSS")).split()[1]) * 1024
    """
    if not Path("/proc/self/status").exists():
        sys.stdout.write("left out: peak memory is read from /proc, which is not there\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder, "in.parquet"), Path(folder, "out.parquet")
        import polars as pl
        import pyarrow.parquet as pq

        pq.write_table(table(number), source)
        extra = python(
            textwrap.dedent(begin)
            + textwrap.dedent(f"""
        import polars as pl
        from orgcrime import frames
        frame = pl.read_parquet({str(source)!r})
        frames.assess(frame.head(1000), {BOTH!r})
        open("/proc/self/clear_refs", "w").write("5")
        before = held()
        made = frames.assess(frame, {BOTH!r})
        print(peak() - before)
        """)
        )
        yield Row(number="9", what="extra peak, bytes a row", value=int(extra) / number, unit="B", aim=0.6, gate=1)
        times = max(1, round(file_rows / number))
        large = Path(folder, "large.parquet")
        pl.concat([pl.scan_parquet(source)] * times).sink_parquet(large)
        most = python(
            textwrap.dedent(begin)
            + textwrap.dedent(f"""
        from orgcrime import frames
        frames.assess_file({str(large)!r}, {BOTH!r}, {str(out)!r})
        print(peak())
        """)
        )
        what = f"streaming {times * number / 1e6:g} M rows file to file"
        yield Row(number="9s", what=what, value=int(most) / 2**20, unit="MiB", aim=256, gate=400)
