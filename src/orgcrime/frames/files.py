"""Definitions by file: CSV, Parquet and NDJSON that may be larger than memory."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orgcrime.catalogue import BUILT_IN, Catalogue
from orgcrime.errors import Fault, InputError
from orgcrime.frames.asked import COMPLETE, item, wanted
from orgcrime.frames.forms import schema
from orgcrime.frames.verdicts import Missing, Put, assess, put
from orgcrime.frames.writing import polars, replaced

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from orgcrime.frames.engines import Native

__all__ = ["assess_file"]

_KINDS = {".csv": "csv", ".parquet": "parquet", ".ndjson": "ndjson", ".jsonl": "ndjson"}
_MOST = sys.float_info.max


def assess_file(  # noqa: PLR0913 - two files, the law and the shape of the result
    source: str | Path,
    definition: Put,
    out: str | Path,
    *,
    columns: Mapping[str, str] | None = None,
    parameters: Mapping[str, bool | str | None] | None = None,
    elements: bool = False,
    missing: Missing = "error",
    progress: Callable[[int, int | None], None] | None = None,
    catalogue: Catalogue = BUILT_IN,
) -> Path:
    """Assess every row of a file, write the rows with their verdicts to another, and return where it stands.

    The rows stream through Polars, so that a file may be larger than memory. The result is written beside its place and
    moved there at the end: whatever goes wrong, what was there before stays. In CSV a yes is ``true``, a no ``false``
    and an unknown an empty cell. JSON has no infinity: in NDJSON it is the largest number there is, which reaches any
    bound just as well.

    Args:
        source: the file with the facts: ``.csv``, ``.parquet``, ``.ndjson`` or ``.jsonl``.
        definition: a definition, the id or alias of one, or several of these.
        out: the file to be written, of any of these kinds; it may be the source.
        columns: as `assess`.
        parameters: as `assess`.
        elements: as `assess`.
        missing: as `assess`.
        progress: is told the number of rows read so far, and of all rows where that is known.
        catalogue: where definitions are looked up; the built-in ones by default.

    Raises:
        InputError: for another kind of file, for columns that cannot be used, and for text in them that is no value.
        OSError: if a file cannot be read or written.
        MissingExtraError: if Polars is not installed.
    """
    pl = polars()
    read, written = Path(source), Path(out)
    faults = [
        Fault(str(path), f"is {path.suffix or 'no suffix'}: expected {', '.join(_KINDS)}")
        for path in (read, written)
        if path.suffix not in _KINDS
    ]
    if faults:
        raise InputError(faults)
    known = put(definition, catalogue)
    try:
        frame = _scanned(pl, read, _types(pl, known, columns or {}, parameters or {}))
        made = assess(
            frame,
            known,
            columns=columns,
            parameters=parameters,
            elements=elements,
            missing=missing,
            catalogue=catalogue,
        )
        if _KINDS[written.suffix] == "csv":
            _no_lists(pl, made, written)
        elif _KINDS[written.suffix] == "ndjson":
            made = made.with_columns(pl.selectors.float().cast(pl.Float64).clip(-_MOST, _MOST))
        if progress is not None:
            made = _counted(made, progress, _rows(pl, frame) if read.suffix == ".parquet" else None)
        with replaced(written) as beside:
            getattr(made, f"sink_{_KINDS[written.suffix]}")(beside)
    except pl.exceptions.PolarsError as error:
        raise InputError([Fault(str(read), str(error).strip().partition("\n")[0])]) from error
    return written


def _scanned(pl: Any, path: Path, types: Mapping[str, Any]) -> Native:  # noqa: ANN401 - the library itself
    """Return a file as a lazy frame, the columns of the facts read as what the facts need."""
    kind = _KINDS[path.suffix]
    with path.open("rb"):
        pass  # a file that is not there is refused as Python refuses it
    scan = getattr(pl, f"scan_{kind}")
    present = scan(path).collect_schema()
    if kind == "parquet":
        return scan(path)
    chosen = {name: to for name, to in types.items() if name in present}
    return scan(path, schema_overrides=chosen) if chosen else scan(path)


def _types(
    pl: Any,  # noqa: ANN401 - the library itself
    definitions: Put,
    columns: Mapping[str, str],
    parameters: Mapping[str, bool | str | None],
) -> dict[str, Any]:
    """Return the types of the columns that answer facts, by the caller's names."""
    known = put(definitions, BUILT_IN)
    form = schema(known)
    types: dict[str, Any] = dict(form.polars())
    for path, asked in wanted(*known).items():
        types |= dict.fromkeys(asked.items, pl.Boolean)
        types |= {item(path, COMPLETE): pl.Boolean} if asked.values or asked.counted else {}
        types |= dict.fromkeys(asked.bounds if asked.ranged else (), pl.Float64)
    for name, to in types.items():
        if to == pl.Int64:
            types[name] = pl.Float64
    found = {columns.get(name, name): to for name, to in types.items()}
    return found | {value: pl.Boolean for value in parameters.values() if isinstance(value, str)}


def _no_lists(pl: Any, frame: Native, out: Path) -> None:  # noqa: ANN401 - the library itself
    faults = [
        Fault(f"column {name!r}", f"found {kind}, which CSV cannot hold: write {out.stem}.parquet or .ndjson")
        for name, kind in frame.collect_schema().items()
        if isinstance(kind, (pl.List, pl.Array, pl.Struct))
    ]
    if faults:
        raise InputError(faults)


def _rows(pl: Any, frame: Native) -> int:  # noqa: ANN401 - the library itself
    """Return the number of rows, which Parquet states without being read."""
    return int(frame.select(pl.len()).collect().item())


def _counted(frame: Native, progress: Callable[[int, int | None], None], total: int | None) -> Native:
    """Return the frame with a look at each batch that passes."""
    done = 0

    def seen(batch: Native) -> Native:  # pragma: no cover - called in a thread of Polars, which is not watched
        nonlocal done
        done += batch.height
        progress(done, total)
        return batch

    return frame.map_batches(seen, streamable=True, schema=frame.collect_schema())
