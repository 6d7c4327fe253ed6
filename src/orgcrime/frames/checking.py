"""Values that no column type can refuse: words outside a vocabulary, negative numbers, ranges upside down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import narwhals.stable.v2 as nw

from orgcrime.catalogue import BUILT_IN, Catalogue
from orgcrime.errors import Fault, did_you_mean
from orgcrime.frames.counts import summed
from orgcrime.frames.engines import library, opened
from orgcrime.frames.reading import Answer
from orgcrime.frames.verdicts import Put, put, read
from orgcrime.law.values import FactKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from orgcrime.frames.asked import Wanted
    from orgcrime.frames.engines import Opened
    from orgcrime.frames.kleene import Value
    from orgcrime.frames.reading import Reader

__all__ = ["check"]


def check(
    frame: object,
    definition: Put,
    *,
    columns: Mapping[str, str] | None = None,
    catalogue: Catalogue = BUILT_IN,
) -> tuple[Fault, ...]:
    """Return what is wrong with the values that definitions would read; empty where nothing is.

    `assess` refuses names and types before it reads any data. This reads the data, as one case at a time would: a word
    that is not in the vocabulary of a listing (which would count as none of its values), a number below the least that
    makes sense or not whole, a range whose least is greater than its most, and NaN (which counts as not known).

    Args:
        frame: as `assess`.
        definition: as `assess`.
        columns: as `assess`.
        catalogue: where definitions are looked up; the built-in ones by default.

    Raises:
        InputError: as `assess`, for names and types; a fact without a column is no fault here.

    >>> import polars as pl
    >>> for fault in check(pl.DataFrame({"persons": [3, -1]}), "untoc-organized-criminal-group"):
    ...     print(fault)
    column 'persons': 1 row is below 0, the least number of persons
    """
    known = put(definition, catalogue)
    source = opened(frame)
    reader = read(source, known, columns=columns, parameters=None, missing="unknown")
    asked: dict[str, tuple[Value, str]] = {}
    for each in reader.wanted.values():
        if each.ranged:
            asked |= _numbers(reader, each)
    found: list[Fault] = []
    if asked:
        numbers = summed(source.prepared(reader.read), {name: value for name, (value, _) in asked.items()})
        for name, (_, said) in asked.items():
            if numbers[name]:
                are = "1 row is" if numbers[name] == 1 else f"{numbers[name]} rows are"
                found.append(Fault(f"column {name.partition('|')[0]!r}", f"{are} {said}"))
    for each in reader.wanted.values():
        column = reader.column(each.path)
        if each.fact.vocabulary is None or column is None or reader.read[column].answer is not Answer.LISTING:
            continue
        vocabulary = [member.value for member in each.fact.vocabulary]
        for word in sorted(_words(source, reader, column) - set(vocabulary)):
            near = did_you_mean(word, vocabulary) or f" Expected one of: {', '.join(vocabulary)}."
            found.append(Fault(f"column {column!r}", f"{word!r} is not one of the {each.fact.label}.{near}"))
    return tuple(found)


def _numbers(reader: Reader, asked: Wanted) -> dict[str, tuple[Value, str]]:
    """Return what would be wrong with the numbers of a fact, by the column and a number behind a bar."""
    unit = asked.fact.unit or asked.fact.label
    found: dict[str, tuple[Value, str]] = {}
    exact = None if asked.fact.kind is FactKind.LISTING else reader.column(asked.path)
    low, high = map(reader.column, asked.bounds)
    for column in filter(None, (exact, low, high)):
        kind = reader.read[column]
        if kind.answer is not Answer.NUMBER:
            continue
        number = reader.values(column)
        found[f"{column}|1"] = (
            number < asked.fact.minimum,
            f"below {asked.fact.minimum:g}, the least number of {unit}",
        )
        if kind.floating:
            found[f"{column}|2"] = (number.is_nan(), "NaN, which counts as not known")
            if asked.fact.whole:
                part = number.is_finite() & (number.floor() != number)
                found[f"{column}|3"] = (part, f"no whole number of {unit}")
    if low and high and reader.read[low].answer is reader.read[high].answer is Answer.NUMBER:
        found[f"{low}|4"] = (reader.values(low) > reader.values(high), f"greater than {high!r}")
    return found


def _words(source: Opened, reader: Reader, column: str) -> set[str]:
    """Return the distinct words in a column of lists."""
    frame = source.prepared(reader.read).select(reader.values(column).alias("words"))
    if source.frame.implementation.is_pyarrow():
        pc = library("pyarrow.compute")
        return {word for word in pc.unique(pc.list_flatten(source.native[column])).to_pylist() if word is not None}
    if source.frame.implementation.is_dask():
        frame = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    single = frame.explode("words").unique()
    eager = single.collect() if isinstance(single, nw.LazyFrame) else single
    return {word for word in eager["words"].to_list() if isinstance(word, str)}
