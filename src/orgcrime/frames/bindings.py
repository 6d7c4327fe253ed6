"""Who is bound, and what links two States, by column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar

import narwhals.stable.v2 as nw

from orgcrime.catalogue import BUILT_IN, Catalogue
from orgcrime.cooperation.links import legal_bases
from orgcrime.days import read_day
from orgcrime.errors import AmbiguousKeyError, Fault, InputError, OrgCrimeError, UnknownKeyError, did_you_mean
from orgcrime.frames.engines import Opened, opened
from orgcrime.frames.keyed import Answers, Kind, beside, columns_of_text, distinct, free
from orgcrime.status.bound import is_party
from orgcrime.status.positions import standing as standing_of
from orgcrime.truth import Truth

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from orgcrime.registry import Registry
    from orgcrime.temporal import PartialDate

__all__ = ["Unknown", "bases", "standing"]

Frame = TypeVar("Frame")
Unknown = Literal["error", "null"]
"""What a value that names nothing is: a fault, or a missing answer."""


def standing(  # noqa: PLR0913 - who, what, when and the shape of the result
    frame: Frame,
    *,
    participant: str,
    instrument: str,
    on: dt.date | str | None = None,
    into: tuple[str, str] = ("bound", "since"),
    unknown: Unknown = "error",
    catalogue: Catalogue = BUILT_IN,
) -> Frame:
    """Return the frame with two columns: whether a participant is bound by an instrument on a day, and since when.

    ``bound`` is a nullable Boolean, missing where it is not known or a value is missing. ``since`` is the first day of
    the present, or last, membership, whatever the day asked for; missing where there is none or its day is not known.
    Each distinct question is answered once. Of a lazy frame the distinct questions are read at once.

    Args:
        frame: a Polars, pandas, PyArrow, DuckDB, Dask or PySpark frame, eager or lazy.
        participant: the column of participants, each by any key that names it; or the key of one, if no column has
            that name.
        instrument: the column of instruments, or the key of one, likewise.
        on: the column of days (dates, or text as ``2019-07-01``); or one day; ``None`` for the last day that the data
            vouch for.
        into: the names of the two columns.
        unknown: whether a value that names nothing is refused, or ``"null"`` for a missing answer.
        catalogue: where to look; the built-in data by default.

    Raises:
        InputError: naming every fault of the columns, and every value that names nothing, with the nearest that do.

    Source: the final clauses of the instruments, as UNTOC art. 38.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"state": ["FR", "JP"]})
    >>> standing(frame, participant="state", instrument="UNTOC", on="2010-01-01")["bound"].to_list()
    [True, False]
    """
    source = opened(frame)
    _keys(
        source,
        {"participant": (participant, catalogue.participants), "instrument": (instrument, catalogue.instruments)},
    )
    since: dict[tuple[str, str], dt.date | None] = {}

    def answer(participant: str, instrument: str, on: dt.date | str | None) -> tuple[bool | None, dt.date | None]:
        truth = is_party(participant, instrument, on=on, catalogue=None if catalogue is BUILT_IN else catalogue)
        key = participant, instrument
        if key not in since:
            try:
                since[key] = _whole(standing_of(*key, catalogue=catalogue).since)
            except AmbiguousKeyError:  # the key has named several: the day says which
                return truth.known, _whole(standing_of(*key, on=on, catalogue=catalogue).since)
        return truth.known, since[key]

    given = {"participant": participant, "instrument": instrument, "on": on}
    made: Frame = _answered(source, given, dict(zip(into, (Kind.TRUTH, Kind.DAY), strict=True)), answer, unknown)
    return made


def bases(  # noqa: PLR0913 - who, whom, what for, when and the shape of the result
    frame: Frame,
    *,
    requesting: str,
    requested: str,
    cooperation: str,
    crime: str | None = None,
    on: dt.date | str | None = None,
    into: tuple[str, str] = ("bases", "bases_unknown"),
    unknown: Unknown = "error",
    catalogue: Catalogue = BUILT_IN,
) -> Frame:
    """Return the frame with two columns of lists: the instruments that let one State ask another, and those unknown.

    ``bases`` has the ids of the instruments whose article holds, subject to its conditions; ``bases_unknown`` those of
    which it is not known. Bilateral treaties, domestic law and regional conventions are not covered: an empty list
    never says that there is no basis. Each distinct question is answered once, by `orgcrime.legal_bases`.

    Args:
        frame: a Polars, pandas, PyArrow, DuckDB, Dask or PySpark frame, eager or lazy.
        requesting: the column of States that ask; or the key of one, if no column has that name.
        requested: the column of States that are asked, likewise.
        cooperation: the column of forms of cooperation, or one form, as ``mutual-legal-assistance``.
        crime: the column of categories of crime, or one; ``None`` for no matter which.
        on: the column of days, or one day; ``None`` for the last day that the data vouch for.
        into: the names of the two columns.
        unknown: whether a value that names nothing is refused, or ``"null"`` for a missing answer.
        catalogue: where to look; the built-in data by default.

    Raises:
        InputError: naming every fault of the columns, and every value that names nothing, with the nearest that do.

    Source: UNTOC arts. 13-21, 27; UNCAC arts. 44-57; Vienna 1988 arts. 5-11, 17.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"asks": ["FR"], "asked": ["BR"]})
    >>> found = bases(frame, requesting="asks", requested="asked", cooperation="mutual-legal-assistance",
    ...               crime="money-laundering", on="2019-07-01")
    >>> found["bases"].to_list()
    [['untoc', 'uncac', 'vienna-1988']]
    """
    source = opened(frame)
    _keys(
        source, {"requesting": (requesting, catalogue.participants), "requested": (requested, catalogue.participants)}
    )

    def answer(**asked: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:  # noqa: ANN401 - keys and days
        a, b = asked.pop("requesting"), asked.pop("requested")
        found = legal_bases(a, b, **asked, catalogue=catalogue).bases
        return _ids(found, Truth.TRUE), _ids(found, Truth.UNKNOWN)

    given = {"requesting": requesting, "requested": requested, "cooperation": cooperation, "crime": crime, "on": on}
    made: Frame = _answered(source, given, dict.fromkeys(into, Kind.TEXTS), answer, unknown)
    return made


def _ids(found: tuple[Any, ...], truth: Truth) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.instrument.id for each in found if each.truth is truth))


def _keys(source: Opened, given: Mapping[str, tuple[str, Registry[Any]]]) -> None:
    """Refuse what is neither a column nor a key."""
    faults = []
    for argument, (value, registry) in given.items():
        if value not in source.columns:
            try:
                registry.named(value)
            except AmbiguousKeyError:
                continue  # a day may settle it
            except UnknownKeyError:
                near = did_you_mean(value, [*source.columns, *registry])
                faults.append(Fault(argument, f"{value!r} is neither a column of the frame nor a key.{near}"))
    if faults:
        raise InputError(faults)


def _answered(
    source: Opened,
    given: Mapping[str, dt.date | str | None],
    into: Mapping[str, Kind],
    answer: Callable[..., tuple[object, ...]],
    unknown: Unknown,
) -> Any:  # noqa: ANN401 - a frame of the caller's library
    """Return the frame with the answers to the questions that its rows ask.

    Args:
        source: the frame.
        given: the arguments of the question, each a column or the value itself.
        into: the new columns.
        answer: gives their values for one question.
        unknown: what a value that names nothing is.
    """
    asked = {name: value for name, value in given.items() if isinstance(value, str) and value in source.columns}
    if not asked:
        raise InputError([Fault("", f"no column is asked about: {', '.join(given)} name none of the frame")])
    columns_of_text(source, *(column for name, column in asked.items() if name != "on"))
    if "on" in asked:
        kind = source.schema[asked["on"]]
        if not (kind in (nw.Date, nw.String, nw.Object) or isinstance(kind, nw.Datetime)):
            raise InputError([Fault(f"column {asked['on']!r}", f"found {kind}, needed Date, or String as 2019-07-01")])
    elif given["on"] is not None:
        read_day(given["on"])
    free(source, *into)
    keys = list(dict.fromkeys(asked.values()))
    rows = distinct(source, keys)
    faults: dict[Fault, None] = {}
    found: list[tuple[object, ...]] = []
    for row in rows:
        values = dict(zip(keys, row, strict=True))
        nothing: tuple[object, ...] = (None,) * len(into)
        if None in row:
            found.append(nothing)
            continue
        try:
            found.append(
                answer(**{name: values[asked[name]] if name in asked else value for name, value in given.items()})
            )
        except OrgCrimeError as error:
            faults[Fault("", str(error))] = None
            found.append(nothing)
    if faults and unknown == "error":
        raise InputError(faults)
    answers = {name: Answers(kind, tuple(each[at] for each in found)) for at, (name, kind) in enumerate(into.items())}
    return beside(source, keys, rows, answers)


def _whole(day: PartialDate | None) -> dt.date | None:
    """Return a day that is known as such."""
    return None if day is None or day.earliest != day.latest else day.earliest
