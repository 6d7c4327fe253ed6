"""Rows 12 to 14: what importing and the first answer cost, beside bare Python, attrs and pycountry."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from measure import Row, installed, interleaved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def python(code: str) -> Callable[[], object]:
    """Return a run of a fresh interpreter."""
    return lambda: subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def rows(repeats: int) -> Iterator[Row]:
    """Yield the rows."""
    peers = [python("import pycountry; pycountry.countries.lookup('France')")] if installed("pycountry") else []
    bare, package, status, attrs_alone, record, *taken = interleaved(
        repeats,
        python("pass"),
        python("import orgcrime"),
        python("import orgcrime; orgcrime.is_party('FR', 'UNCAC', on='2019-07-01')"),
        python("import attrs"),
        python("import orgcrime; orgcrime.instruments['UNTOC']"),
        *peers,
    )
    yield Row(
        number="12", what="import orgcrime over bare Python", value=(package - bare) * 1e3, unit="ms", aim=2, gate=5
    )
    yield Row(
        number="13", what="import and first status question", value=(status - bare) * 1e3, unit="ms", aim=6, gate=20
    )
    for peer in taken:
        yield Row(
            number="13p",
            what="  × faster than pycountry's first look-up",
            value=(peer - bare) / (status - bare),
            unit="×",
            aim=5,
            gate=2,
            more_is_better=True,
        )
    yield Row(
        number="14",
        what="import and first record ÷ import attrs",
        value=(record - bare) / (attrs_alone - bare),
        unit="÷",
        aim=1.4,
        gate=1.8,
    )
