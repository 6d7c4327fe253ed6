"""Answers put beside the rows that ask for them: each distinct question is answered once, then joined back."""

from __future__ import annotations

import datetime as dt
import enum
import json
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import narwhals.stable.v2 as nw

from orgcrime.errors import Fault, InputError, did_you_mean
from orgcrime.frames.engines import library, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from orgcrime.frames.engines import Native, Opened

__all__ = ["Answers", "Kind", "Row", "beside", "columns_of_text", "distinct", "free"]

Row: TypeAlias = tuple[Any, ...]
"""The values of the key columns; ``None`` for a missing one."""


class Kind(enum.Enum):
    """What kind of column answers make."""

    TRUTH = "boolean"
    DAY = "day"
    TEXT = "text"
    TEXTS = "texts"


@attrs.frozen
class Answers:
    """The answers of one column, one for each distinct row.

    Attributes:
        kind: what kind of column they make.
        given: the answers, in the order of the rows; ``None`` for a missing one.
    """

    kind: Kind
    given: tuple[Any, ...]


def free(source: Opened, *names: str) -> None:
    """Refuse names of new columns that the frame has already."""
    faults = [
        Fault(f"column {name!r}", "is in the frame already, and the answer needs its name: rename or drop it")
        for name in names
        if name in source.columns
    ]
    if faults:
        raise InputError(faults)


def columns_of_text(source: Opened, *names: str) -> None:
    """Refuse columns that do not exist or hold no text."""
    faults = []
    for name in names:
        if name not in source.columns:
            near = did_you_mean(name, source.columns)
            faults.append(Fault(name, f"the frame has no such column: expected a column of String.{near}"))
        elif source.schema[name] not in (nw.String, nw.Categorical, nw.Enum, nw.Object):
            faults.append(Fault(f"column {name!r}", f"found {source.schema[name]}, needed String"))
    if faults:
        raise InputError(faults)


def distinct(source: Opened, keys: Sequence[str]) -> tuple[Row, ...]:
    """Return the distinct rows of some columns, read from the frame."""
    chosen = source.frame.select(*map(source.spelt, keys))
    rows = chosen.unique().collect().rows() if isinstance(chosen, nw.LazyFrame) else chosen.unique().rows()
    return tuple(tuple(map(_plain, row)) for row in rows)


def _plain(value: Any) -> Any:  # noqa: ANN401 - a value of any column
    """Return a value as Python has it; what is missing is ``None``, whatever the library calls it."""
    if isinstance(value, (str, bool)):
        return value
    if isinstance(value, dt.datetime):
        return value.date() if value == value else None  # noqa: PLR0124 - NaT differs from itself
    return value if isinstance(value, (int, dt.date)) else None


def beside(
    source: Opened, keys: Sequence[str], rows: Sequence[Row], answers: Mapping[str, Answers], *, explode: bool = False
) -> Native:
    """Return the frame with the answers beside the rows.

    Args:
        source: the frame.
        keys: the columns that ask.
        rows: the distinct rows of these columns.
        answers: the new columns.
        explode: whether each text makes a row of its own; a row without any stays, with a missing value.
    """
    implementation = source.frame.implementation
    if implementation.is_polars():
        return _polars(source, keys, rows, answers, explode)
    if implementation.is_pandas():
        return _pandas(source.native, list(keys), list(rows), dict(answers), explode)
    if implementation.is_dask():
        given = (list(keys), list(rows), dict(answers), explode)
        meta = _pandas(source.native._meta, *given)  # noqa: SLF001 - Dask's own name for an empty partition
        return source.native.map_partitions(_pandas, *given, meta=meta)
    if implementation.is_pyarrow():
        return _arrow(source, keys, rows, answers, explode)
    if implementation.is_duckdb():
        return _duckdb(source.native, keys, rows, answers, explode)
    if implementation.is_pyspark() or implementation.is_pyspark_connect():  # pragma: no cover - run with -m spark
        return _spark(source, keys, rows, answers, explode)
    kind = type(source.native).__module__.partition(".")[0]
    raise InputError([Fault("frame", f"found {kind}, needed Polars, pandas, PyArrow, DuckDB, Dask or PySpark")])


def _unlike(names: Iterable[str], wanted: str) -> str:
    """Return a name that no column has."""
    return wanted + "_" * max((len(name) for name in names if name.startswith(wanted)), default=0)


def _exploded(
    rows: Sequence[Row], answers: Mapping[str, Answers], explode: bool
) -> tuple[list[Row], dict[str, Answers]]:
    """Return rows and answers with a row for each text; columns of texts run side by side."""
    if not explode:
        return list(rows), dict(answers)
    first = next(iter(answers.values())).given
    repeated = [row for row, texts in zip(rows, first, strict=True) for _ in texts or (None,)]
    return repeated, {name: Answers(Kind.TEXT, tuple(_flat(found))) for name, found in answers.items()}


def _flat(found: Answers) -> Iterator[str | None]:
    for texts in found.given:
        yield from texts or (None,)


_TYPES = {Kind.TRUTH: nw.Boolean(), Kind.DAY: nw.Date(), Kind.TEXT: nw.String(), Kind.TEXTS: nw.List(nw.String())}


def _polars(
    source: Opened, keys: Sequence[str], rows: Sequence[Row], answers: Mapping[str, Answers], explode: bool
) -> Native:
    rows, answers = _exploded(rows, answers, explode)
    values: dict[str, Any] = {key: [row[at] for row in rows] for at, key in enumerate(keys)}
    values |= {name: [_list(value) for value in found.given] for name, found in answers.items()}
    asked = {key: source.schema[key] for key in keys}
    types = {
        key: nw.Date() if isinstance(kind, nw.Datetime) else nw.String() if kind != nw.Date else kind
        for key, kind in asked.items()
    }
    types |= {name: _TYPES[found.kind] for name, found in answers.items()}
    table = nw.from_dict(values, schema=types, backend="polars").to_native()
    if isinstance(source.frame, nw.LazyFrame):
        table = table.lazy()
    days = [key for key, kind in asked.items() if isinstance(kind, nw.Datetime)]
    texts = [key for key, kind in asked.items() if kind in (nw.Categorical, nw.Enum)]
    if not days and not texts:
        return source.native.join(table, on=list(keys), how="left", maintain_order="left")
    names = {key: _unlike((*source.columns, *values), f"{key}_asked") for key in (*days, *texts)}
    asking = [
        (nw.col(key).dt.date() if key in days else nw.col(key).cast(nw.String())).alias(name)
        for key, name in names.items()
    ]
    left = source.frame.with_columns(*asking).to_native()
    joined = left.join(table.rename(names), on=[names.get(key, key) for key in keys], how="left", maintain_order="left")
    return joined.drop(list(names.values()))


def _list(value: Any) -> Any:  # noqa: ANN401 - an answer of any kind
    return list(value) if isinstance(value, tuple) else value


_PANDAS = {Kind.TRUTH: "boolean", Kind.DAY: "datetime64[s]", Kind.TEXT: "string", Kind.TEXTS: "object"}


def _pandas(frame: Native, keys: list[str], rows: list[Row], answers: dict[str, Answers], explode: bool) -> Native:
    pd = library("pandas")

    combined: Native = 0
    for key in keys:
        codes, values = pd.factorize(frame[key])
        combined = combined * (len(values) + 1) + codes + 1
    alike, _ = pd.factorize(combined)
    wanted = frame[keys].iloc[pd.Series(combined).drop_duplicates().index]
    place = {row: at for at, row in enumerate(rows)}
    at_rows = [place.get(tuple(map(_plain, row)), -1) for row in zip(*(wanted[key].array for key in keys), strict=True)]
    codes = pd.array(at_rows, dtype="int64").take(alike)
    made = frame.copy(deep=False)
    for name, found in answers.items():
        held = pd.Series([*map(_list, found.given), None], dtype=_PANDAS[found.kind]).take(codes)
        made[name] = held.set_axis(frame.index)
    return made.explode(list(answers)).astype(dict.fromkeys(answers, "string")) if explode else made


def _arrow(
    source: Opened, keys: Sequence[str], rows: Sequence[Row], answers: Mapping[str, Answers], explode: bool
) -> Native:
    pa, pc = library("pyarrow"), library("pyarrow.compute")

    place = {row: at for at, row in enumerate(rows)}
    codes = pa.array([0] * source.native.num_rows)
    for key in keys:
        column = source.native[key]
        if pa.types.is_dictionary(column.type):
            column = column.cast(column.type.value_type)
        values = pc.unique(column)
        codes = pc.add(pc.multiply(codes, max(len(values), 1)), pc.index_in(column, value_set=values).cast(pa.int64()))
    # Rows of one code are alike: the first of each is looked up.
    distinct_codes = pc.unique(codes)
    wanted = source.native.select(list(keys)).take(pc.index_in(distinct_codes, value_set=codes))
    found_at = [place.get(tuple(map(_plain, row.values()))) for row in wanted.to_pylist()]
    codes = pc.take(pa.array(found_at, pa.int64()), pc.index_in(codes, value_set=distinct_codes))
    types = {Kind.TRUTH: pa.bool_(), Kind.DAY: pa.date32(), Kind.TEXT: pa.string(), Kind.TEXTS: pa.list_(pa.string())}
    made = source.native
    for at, (name, found) in enumerate(answers.items()):
        if explode:
            texts = pa.array([*(list(each or (None,)) for each in found.given), [None]], types[Kind.TEXTS])
            held = pc.take(texts, pc.fill_null(codes, len(found.given)))
            made = made if at else made.take(pc.list_parent_indices(held))
            made = made.append_column(name, pc.list_flatten(held))
        else:
            made = made.append_column(name, pc.take(pa.array(list(map(_list, found.given)), types[found.kind]), codes))
    return made


def _duckdb(
    relation: Native, keys: Sequence[str], rows: Sequence[Row], answers: Mapping[str, Answers], explode: bool
) -> Native:
    rows, answers = _exploded(rows, answers, explode)
    types = {Kind.TRUTH: "BOOLEAN", Kind.DAY: "DATE", Kind.TEXT: "VARCHAR", Kind.TEXTS: "VARCHAR[]"}
    made = [
        [
            *(_sql(value) for value in row),
            *(f"{_sql(found.given[at])}::{types[found.kind]}" for found in answers.values()),
        ]
        for at, row in enumerate(rows)
    ] or [["NULL"] * len(keys) + [f"NULL::{types[found.kind]}" for found in answers.values()]]
    asked = [f"k{at}" for at in range(len(keys))]
    given = [f"v{at}" for at in range(len(answers))]
    values = ", ".join(f"({', '.join(row)})" for row in made)
    on = " AND ".join(
        f"CAST(f.{quoted(key)} AS {'DATE' if _days(rows, at) else 'VARCHAR'}) = a.{asked[at]}"
        for at, key in enumerate(keys)
    )
    new = ", ".join(f"a.{one} AS {quoted(name)}" for one, name in zip(given, answers, strict=True))
    # The values are written by _sql, which quotes every text.
    statement = f"SELECT f.*, {new} FROM asked f LEFT JOIN (VALUES {values}) a({', '.join([*asked, *given])}) ON {on}"  # noqa: S608
    return relation.query("asked", statement)


def _days(rows: Sequence[Row], at: int) -> bool:
    return any(isinstance(row[at], dt.date) for row in rows)


def _sql(value: object) -> str:
    """Return a value as SQL writes it."""
    if value is None:
        return "NULL"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, dt.date):
        return f"DATE '{value.isoformat()}'"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_sql, value))}]"
    doubled = str(value).replace("'", "''")
    return f"'{doubled}'"


def _spark(  # pragma: no cover - run with -m spark
    source: Opened, keys: Sequence[str], rows: Sequence[Row], answers: Mapping[str, Answers], explode: bool
) -> Native:
    functions = library("pyspark.sql.functions")
    rows, answers = _exploded(rows, answers, explode)
    frame = source.native
    types = {Kind.TRUTH: "boolean", Kind.DAY: "date", Kind.TEXT: "string", Kind.TEXTS: "array<string>"}
    kinds = ["date" if _days(rows, at) else "string" for at in range(len(keys))]
    columns = [*zip(*rows, strict=True), *(found.given for found in answers.values())] if rows else []
    fields = [f"c{at}: {kind}" for at, kind in enumerate([*kinds, *(types[found.kind] for found in answers.values())])]
    # A table of Python's would be read by Python on the workers; text is read by Spark itself.
    text = json.dumps(
        [{f"c{at}": value for at, value in enumerate(row)} for row in zip(*columns, strict=True)], default=str
    )
    read = functions.from_json(functions.lit(text), f"array<struct<{', '.join(fields)}>>")
    asked = [_unlike(source.columns, f"asked_{at}") for at in range(len(keys))]
    table = frame.sparkSession.range(1).select(functions.inline(read)).toDF(*asked, *answers).hint("broadcast")
    same = [frame[quoted(key, "`")].cast(kind) == table[one] for key, one, kind in zip(keys, asked, kinds, strict=True)]
    joined = frame.join(table, on=same, how="left")
    return joined.select(*(quoted(name, "`") for name in (*source.columns, *answers)))
