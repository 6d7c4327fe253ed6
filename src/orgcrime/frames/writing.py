"""Files that are whole or not there: written beside, and moved into place at the end."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orgcrime.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["polars", "replaced"]


def polars() -> Any:  # noqa: ANN401 - an optional library, whose types are not known without it
    """Return Polars, which reads and writes files.

    Raises:
        MissingExtraError: if it is not installed.
    """
    try:
        import polars as pl
    except ImportError:
        raise MissingExtraError("polars", "files") from None
    return pl


@contextlib.contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """Give a new file beside the target, and put it in its place when all went well.

    Whatever goes wrong, what was there before stays, and nothing half-written is left.
    """
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".partial", dir=target.parent)
    os.close(handle)
    beside = Path(name)
    try:
        yield beside
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        beside.chmod(mode)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)


def _umask() -> int:
    """Return the permissions that new files go without."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
