"""A panel as a frame: participant by day by instrument."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING, Any, Literal

import narwhals.stable.v2 as nw

from orgcrime.catalogue import BUILT_IN
from orgcrime.errors import MissingExtraError, UnknownKeyError
from orgcrime.status.panels import panel as panel_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from orgcrime.catalogue import Catalogue
    from orgcrime.model.instrument import Instrument

__all__ = ["Backend", "panel"]

Backend = Literal["polars", "pandas", "pyarrow"]
"""The library whose frame is wanted."""

_NEEDED: dict[str, tuple[str, ...]] = {
    "polars": ("polars",),
    "pandas": ("pandas", "pyarrow"),
    "pyarrow": ("pyarrow",),
}


def panel(
    instruments: Iterable[Instrument | str] | Instrument | str,
    *,
    years: Iterable[int] | int | None = None,
    dates: Iterable[dt.date | str] | None = None,
    backend: Backend = "polars",
    catalogue: Catalogue = BUILT_IN,
) -> Any:  # noqa: ANN401 - a frame of the library asked for
    """Return who was bound by what, by day, as a frame: participant by day by instrument.

    The columns are ``participant`` (text), ``date`` (date), ``instrument`` (text), ``bound`` (nullable Boolean; missing
    is not known), ``position`` (text) and ``since`` (date; missing where there is none, or where it is known only by
    bounds).

    Args:
        instruments: records, or any keys that name them; one alone will do.
        years: years, each taken on its last day; one alone will do.
        dates: days.
        backend: the library whose frame is wanted; ``pandas`` needs PyArrow too.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if nothing is known by a key.
        InputError: if neither years nor dates are given.
        MissingExtraError: if the library is not installed.

    >>> panel("UNTOC", years=[2003]).shape
    (198, 6)
    """
    if backend not in _NEEDED:
        raise UnknownKeyError("library", backend, _NEEDED, few=True)
    for library in _NEEDED[backend]:
        if importlib.util.find_spec(library) is None:
            raise MissingExtraError(library, "files" if library == "polars" else None)
    rows = tuple(panel_of(instruments, years=years, dates=dates, catalogue=catalogue))
    made = nw.from_dict(
        {
            "participant": [row.participant for row in rows],
            "date": [row.date for row in rows],
            "instrument": [row.instrument for row in rows],
            "bound": [row.truth.known for row in rows],
            "position": [None if row.position is None else row.position.value for row in rows],
            "since": [None if row.since is None else row.since.day for row in rows],
        },
        schema={
            "participant": nw.String(),
            "date": nw.Date(),
            "instrument": nw.String(),
            "bound": nw.Boolean(),
            "position": nw.String(),
            "since": nw.Date(),
        },
        backend="polars" if backend == "polars" else "pyarrow",
    ).to_native()
    if backend != "pandas":
        return made
    import pandas as pd  # type: ignore[import-untyped]

    # A plain Boolean column of pandas would turn what is not known into a no.
    return made.to_pandas(types_mapper=pd.ArrowDtype)
