"""A measured promise, and how it is measured."""

from __future__ import annotations

import importlib.util
import statistics
import sys
import time
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Row", "installed", "interleaved"]


@attrs.frozen(kw_only=True)
class Row:
    """One measured promise.

    Attributes:
        number: its number in the table of promises.
        what: what is measured.
        value: the figure.
        unit: its unit; ``÷`` for a ratio.
        aim: what is published as the aim.
        gate: what a change must not exceed.
        more_is_better: whether the figure has to be at least aim and gate.
    """

    number: str
    what: str
    value: float
    unit: str
    aim: float
    gate: float
    more_is_better: bool = False

    @property
    def held(self) -> bool:
        """Whether the gate is held."""
        return self.value >= self.gate if self.more_is_better else self.value <= self.gate


def interleaved(repeats: int, *runs: Callable[[], object]) -> list[float]:
    """Return the median seconds of each run, the runs taken in turn so that all see the same machine."""
    taken: list[list[float]] = [[] for _ in runs]
    for _ in range(repeats):
        for times, run in zip(taken, runs, strict=True):
            start = time.perf_counter()
            run()
            times.append(time.perf_counter() - start)
    return [statistics.median(times) for times in taken]


def installed(*names: str) -> bool:
    """Return whether libraries are there, and say so of those that are not."""
    lacking = [name for name in names if importlib.util.find_spec(name) is None]
    for name in lacking:
        sys.stdout.write(f"left out: {name} is not installed\n")
    return not lacking
