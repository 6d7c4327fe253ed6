"""From one list of crimes to another by column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

import attrs
import narwhals.stable.v2 as nw

from orgcrime.catalogue import BUILT_IN, Catalogue
from orgcrime.errors import AmbiguousKeyError, Fault, InputError, UnknownKeyError
from orgcrime.frames.engines import opened
from orgcrime.frames.keyed import Answers, Kind, beside, columns_of_text, distinct, free
from orgcrime.outline import Outline
from orgcrime.questions import crosswalk

if TYPE_CHECKING:
    import datetime as dt

    from orgcrime.crosswalks import Counterpart, Crosswalk
    from orgcrime.frames.engines import Native
    from orgcrime.model.taxonomy import Taxonomy

__all__ = ["MapCoverage", "Unmapped", "coverage", "map"]

Frame = TypeVar("Frame")


@attrs.frozen
class Unmapped:
    """A value that names no entry of the list, or more than one.

    Attributes:
        value: the value.
        rows: in how many rows it stands.
        near: the nearest names in the list, or the entries that it may mean.
    """

    value: str
    rows: int
    near: tuple[str, ...]


@attrs.frozen(kw_only=True)
class MapCoverage:
    """How far the values of a column lead to another list.

    Attributes:
        column: the column.
        source: the id of the list that its values are from.
        target: the id of the other list.
        rows: the number of rows.
        mapped: rows whose value has a counterpart.
        without: values that are in the list and have no counterpart, each with its rows.
        ambiguous: values that name several entries.
        unknown: values that name none, the most frequent first.
        missing: rows without a value.
    """

    column: str
    source: str
    target: str
    rows: int
    mapped: int
    without: tuple[tuple[str, int], ...]
    ambiguous: tuple[Unmapped, ...]
    unknown: tuple[Unmapped, ...]
    missing: int

    def outline(self) -> Outline:
        """Return the counts as a table, and what could not be mapped below it."""
        counts = (
            ("mapped", self.mapped),
            ("in the list, without a counterpart", sum(rows for _, rows in self.without)),
            ("ambiguous", sum(each.rows for each in self.ambiguous)),
            ("not in the list", sum(each.rows for each in self.unknown)),
            ("missing", self.missing),
        )
        below = [
            Outline(heading=heading, columns=("value", "rows", offer), rows=rows)
            for heading, offer, rows in (
                ("without a counterpart", "", tuple((value, str(rows), "") for value, rows in self.without)),
                ("ambiguous", "may mean", tuple(_cells(each) for each in self.ambiguous)),
                ("not in the list", "nearest", tuple(_cells(each) for each in self.unknown)),
            )
            if rows
        ]
        return Outline(
            heading=f"{self.column}: {self.source} → {self.target}, {self.rows} rows",
            columns=("values", "rows"),
            rows=tuple((name, str(number)) for name, number in counts),
            children=tuple(below),
        )

    def __str__(self) -> str:
        """Return the outline as text."""
        return self.outline().text()

    def _repr_html_(self) -> str:
        return self.outline().html()


def _cells(each: Unmapped) -> tuple[str, str, str]:
    return each.value, str(each.rows), ", ".join(each.near)


def map(  # noqa: A001, PLR0913 - the verb of the crosswalk; each argument says something else of it
    frame: Frame,
    column: str,
    *,
    source: Taxonomy | str,
    target: Taxonomy | str,
    on: dt.date | str | None = None,
    explode: bool = False,
    relations: bool = False,
    into: str | None = None,
    unknown: Literal["null", "error"] = "null",
    catalogue: Catalogue = BUILT_IN,
) -> Frame:
    """Return the frame with a column of the ids of another list that answer to a column of values.

    The new column bears the id of the other list and holds lists, the relation that says most first: empty where an
    entry has no counterpart, missing where a value is missing, or names no entry or several (`coverage` counts them).
    Each distinct value is looked up once; no row is dropped. Of a lazy frame the distinct values are read at once.

    Args:
        frame: a Polars, pandas, PyArrow, DuckDB, Dask or PySpark frame, eager or lazy.
        column: the column of ids, codes or labels, in any case.
        source: the list that the values are from: a record, a key, or ``crimes`` for the hub.
        target: the list that one goes to, likewise.
        on: the day for which both lists are taken; ``None`` for every entry that they have had.
        explode: one row for each counterpart, in place of lists; a row without any stays, with a missing value.
        relations: whether a second column, ``<column>_relation``, says *the value (relation) the counterpart*.
        into: the name of the new column, in place of the id of the list.
        unknown: ``"error"`` to refuse values that name no entry or several.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if no list is known by a key.
        InputError: for a column that does not exist or holds no text, or a new name that is taken.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"offence": ["laundering-of-the-proceeds-of-crime", None]})
    >>> map(frame, "offence", source="eaw", target="europol")["europol"].to_list()
    [['money-laundering-activities'], None]
    """
    opening = opened(frame)
    columns_of_text(opening, column)
    way = crosswalk(source, target, on=on, catalogue=catalogue)
    name = way.target.id if into is None else into
    free(opening, name, *([f"{name}_relation"] if relations else []))
    rows = distinct(opening, [column])
    found = [_looked_up(way, row[0]) for row in rows]
    faults = [Fault(f"column {column!r}", str(each)) for each in found if isinstance(each, Exception)]
    if faults and unknown == "error":
        raise InputError(faults)
    ids = tuple(tuple(each.entry.id for each in one) if isinstance(one, tuple) else None for one in found)
    answers = {name: Answers(Kind.TEXTS, ids)}
    if relations:
        said = tuple(tuple(each.relation.value for each in one) if isinstance(one, tuple) else None for one in found)
        answers[f"{name}_relation"] = Answers(Kind.TEXTS, said)
    made: Frame = beside(opening, [column], rows, answers, explode=explode)
    return made


def coverage(  # noqa: PLR0913 - as map
    frame: object,
    column: str,
    *,
    source: Taxonomy | str,
    target: Taxonomy | str,
    on: dt.date | str | None = None,
    catalogue: Catalogue = BUILT_IN,
) -> MapCoverage:
    """Return how far the values of a column lead to another list, and what could not be mapped, with suggestions.

    Args:
        frame: a Polars, pandas, PyArrow, DuckDB, Dask or PySpark frame, eager or lazy.
        column: the column of ids, codes or labels, in any case.
        source: the list that the values are from.
        target: the list that one goes to.
        on: the day for which both lists are taken; ``None`` for every entry that they have had.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if no list is known by a key.
        InputError: for a column that does not exist or holds no text.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"offence": ["laundering-of-the-proceeds-of-crime", "launderng"]})
    >>> coverage(frame, "offence", source="eaw", target="europol").mapped
    1
    """
    opening = opened(frame)
    columns_of_text(opening, column)
    way = crosswalk(source, target, on=on, catalogue=catalogue)
    counts = _counted(opening.frame, opening.spelt(column))
    mapped, without, ambiguous, unknown = 0, [], [], []
    for value in sorted((each for each in counts if each is not None), key=lambda each: (-counts[each], each)):
        found = _looked_up(way, value)
        if isinstance(found, AmbiguousKeyError):
            ambiguous.append(Unmapped(value, counts[value], found.candidates))
        elif isinstance(found, UnknownKeyError):
            unknown.append(Unmapped(value, counts[value], found.near))
        elif found:
            mapped += counts[value]
        else:
            without.append((value, counts[value]))
    return MapCoverage(
        column=column,
        source=way.source.id,
        target=way.target.id,
        rows=sum(counts.values()),
        mapped=mapped,
        without=tuple(without),
        ambiguous=tuple(ambiguous),
        unknown=tuple(unknown),
        missing=counts.get(None, 0),
    )


def _counted(frame: nw.DataFrame[Native] | nw.LazyFrame[Native], column: str) -> dict[str | None, int]:
    """Return how many rows have each value."""
    grouped = frame.select(nw.col(column).cast(nw.String()).alias("value")).with_columns(one=nw.lit(1))
    counted = grouped.group_by("value").agg(nw.col("one").sum())
    eager = counted.collect() if isinstance(counted, nw.LazyFrame) else counted
    found: dict[str | None, int] = {}
    for value, number in eager.rows():
        key = value if isinstance(value, str) else None
        found[key] = found.get(key, 0) + int(number)
    return found


def _looked_up(
    way: Crosswalk, value: str | None
) -> tuple[Counterpart, ...] | UnknownKeyError | AmbiguousKeyError | None:
    if value is None:
        return None
    try:
        return way.map(value)
    except (UnknownKeyError, AmbiguousKeyError) as error:
        return error
