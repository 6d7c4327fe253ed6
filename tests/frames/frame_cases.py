"""Every case that a definition can tell apart, as facts and as columns, and the libraries that hold columns."""

from __future__ import annotations

import functools
import itertools
import math
import random
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import pytest

from orgcrime.frames.asked import wanted
from orgcrime.law.finding import truth_of
from orgcrime.law.rule import Reaches, atoms, parameters
from orgcrime.law.values import Between, FactKind, Listing, Penalty, specification

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from orgcrime.law.rule import Definition

Row: TypeAlias = dict[str, Any]
Columns: TypeAlias = dict[str, list[Any]]


@attrs.frozen
class Question:
    """The answers that are tried for one fact or parameter."""

    path: str
    answers: tuple[Any, ...]
    parameter: bool = False


def questions(definition: Definition) -> tuple[Question, ...]:
    """Return each fact and parameter with a yes, a no and an unknown."""
    bounds = {
        atom.path: atom.rule.bound
        for atom in atoms(definition.rule, definition.about)
        if isinstance(atom.rule, Reaches)
    }
    found = []
    for path, asked in wanted(definition).items():
        bound = bounds.get(path, 0)
        if asked.fact.kind is FactKind.YES_NO:
            answers: tuple[Any, ...] = (None, False, True)
        elif asked.fact.kind is FactKind.LISTING:
            held = asked.values[:1] or [f"State {at}" for at in range(math.ceil(bound))]
            answers = (None, Listing(held[1:], complete=True), Listing(held))
        else:
            answers = (None, int(bound) - 1, int(bound))
        found.append(Question(path, answers))
    return (*found, *(Question(name, (None, False, True), parameter=True) for name in parameters(definition)))


def facts(definition: Definition, row: Row) -> Any:
    """Return the facts of a row, parts within parts."""
    return _object(definition.about, {path: value for path, value in row.items() if value is not None}, "")


def _object(about: type, row: Row, prefix: str) -> Any:
    given: dict[str, Any] = {}
    for name, fact in specification(about).items():
        path = prefix + name
        if path in row:
            given[name] = row[path]
        elif fact.part is not None and any(each.startswith(f"{path}.") for each in row):
            given[name] = _object(fact.part, row, f"{path}.")
    return about(**given)


@functools.cache
def every_case(definition: Definition) -> tuple[Columns, tuple[bool | None, ...]]:
    """Return every assignment of the answers as columns, with the answer for each, one case at a time."""
    asked = questions(definition)
    rows = list(itertools.product(*(question.answers for question in asked)))
    law = {question.path for question in asked if question.parameter}
    names = [question.path for question in asked]
    expected = tuple(one_at_a_time(definition, dict(zip(names, row, strict=True)), law) for row in rows)
    columns = zip(*rows, strict=True)
    return in_columns(definition, dict(zip(names, map(list, columns), strict=True))), expected


def drawn_cases(definition: Definition, number: int = 10_000) -> tuple[Columns, tuple[bool | None, ...]]:
    """Return cases drawn evenly from what the bounds can tell apart, so that all three answers come up."""
    draw = random.Random(definition.id)  # noqa: S311 - the same cases each time
    asked = questions(definition)
    law = {each.path for each in asked if each.parameter}
    rows = [{each.path: draw.choice((*each.answers, each.answers[-1])) for each in asked} for _ in range(number)]
    columns = in_columns(definition, {each.path: [row[each.path] for row in rows] for each in asked})
    return columns, tuple(one_at_a_time(definition, row, law) for row in rows)


def one_at_a_time(definition: Definition, row: Row, law: Iterable[str] = ()) -> bool | None:
    """Return the answer for one case."""
    given = {name: row[name] for name in law}
    put = {path: value for path, value in row.items() if path not in given}
    return truth_of(definition, facts(definition, put), parameters=given).known


def in_columns(definition: Definition, found: Columns) -> Columns:
    """Return answers as the columns that hold them."""
    kinds = {path: asked.fact.kind for path, asked in wanted(definition).items()}
    columns: Columns = {}
    for path, values in found.items():
        kind = kinds.get(path, FactKind.YES_NO)
        if kind is FactKind.LISTING:
            columns[path] = [None if value is None else [str(each) for each in value.values] for value in values]
            columns[f"{path}:complete"] = [None if value is None else value.complete for value in values]
        elif kind is FactKind.YES_NO:
            columns[path] = values
        else:
            exact = float if kind is FactKind.PENALTY else int
            columns[path] = [
                None if value is None or isinstance(value, Between) else _years(value, exact) for value in values
            ]
            if any(isinstance(value, Between) for value in values):
                for name, end in (("at_least", "low"), ("at_most", "high")):
                    ends = [getattr(value, end) if isinstance(value, Between) else None for value in values]
                    columns[f"{path}_{name}"] = [None if value is None else _years(value, exact) for value in ends]
    return columns


def _years(value: Any, exact: Callable[[Any], Any]) -> Any:
    return math.inf if isinstance(value, Penalty) else exact(value)


def arrow(columns: Columns) -> Any:
    """Return columns as a PyArrow table, typed by what they hold."""
    pa = pytest.importorskip("pyarrow")

    return pa.table({name: pa.array(values, _arrow_type(name, values)) for name, values in columns.items()})


def _arrow_type(name: str, values: Sequence[Any]) -> Any:
    pa = pytest.importorskip("pyarrow")

    first = next((value for value in values if value is not None), None)
    if first is None and values:
        return pa.null()
    if isinstance(first, list):
        return pa.list_(pa.string())
    if isinstance(first, float) or name.rpartition(".")[2].startswith("maximum_penalty"):
        return pa.float64()
    if isinstance(first, int) and not isinstance(first, bool):
        return pa.int64()
    return pa.bool_()


def polars_eager(columns: Columns) -> Any:
    pl = pytest.importorskip("polars")

    return pl.from_arrow(arrow(columns))


def polars_lazy(columns: Columns) -> Any:
    return polars_eager(columns).lazy()


def pandas_nullable(columns: Columns) -> Any:
    pd = pytest.importorskip("pandas")

    table = arrow(columns)
    kinds = {"bool": "boolean", "int64": "Int64", "double": "Float64"}
    return pd.DataFrame(
        {
            name: pd.array(values, dtype=kinds[str(table.schema.field(name).type)])
            if str(table.schema.field(name).type) in kinds
            else pd.array(values, dtype=pd.ArrowDtype(table.schema.field(name).type))
            for name, values in columns.items()
        }
    )


def pandas_pyarrow(columns: Columns) -> Any:
    pd = pytest.importorskip("pandas")

    return arrow(columns).to_pandas(types_mapper=pd.ArrowDtype)


def pandas_object(columns: Columns) -> Any:
    pd = pytest.importorskip("pandas")

    return pd.DataFrame({name: pd.Series(values, dtype="object") for name, values in columns.items()})


def duckdb_relation(columns: Columns) -> Any:
    duckdb = pytest.importorskip("duckdb")

    table = arrow(columns)
    return duckdb.from_arrow(table)


def dask_nullable(columns: Columns) -> Any:
    dd = pytest.importorskip("dask.dataframe")

    return dd.from_pandas(pandas_nullable(columns), npartitions=2)


def dask_pyarrow(columns: Columns) -> Any:
    dd = pytest.importorskip("dask.dataframe")

    return dd.from_pandas(pandas_pyarrow(columns), npartitions=2)


BACKENDS: dict[str, Callable[[Columns], Any]] = {
    "polars": polars_eager,
    "polars-lazy": polars_lazy,
    "pyarrow": arrow,
    "pandas-nullable": pandas_nullable,
    "pandas-pyarrow": pandas_pyarrow,
    "pandas-object": pandas_object,
    "duckdb": duckdb_relation,
    "dask-nullable": dask_nullable,
    "dask-pyarrow": dask_pyarrow,
}


def answers(frame: Any, *names: str) -> list[list[bool | None]]:
    """Return columns of a frame of any library as plain values, in their order."""
    import narwhals.stable.v2 as nw

    from orgcrime.frames.engines import wrapped

    chosen = wrapped(frame).select(*map(nw.col, names))
    eager = chosen.collect(backend="pyarrow") if isinstance(chosen, nw.LazyFrame) else chosen
    return [[_plain(value) for value in eager[name].to_list()] for name in names]


def _plain(value: Any) -> Any:
    return bool(value) if isinstance(value, bool) or type(value).__name__ == "bool" else None
