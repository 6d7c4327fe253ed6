"""Measure what is promised: one command, a table, and JSON beside it.

    python benchmarks/run.py [--only columns,json] [--quick]

Each row is a ratio of interleaved runs on one machine: the library beside a peer or a limit. Run it from an installed,
byte-compiled wheel with the extras ``benchmarks`` and ``spark``, on a machine that does nothing else: the figures of a
busy machine mean nothing. A suite whose peers are not all installed is left out, and named.

The results of the suites that ran take the place of their earlier ones in ``results.json``; those of the others stay,
each with its own date, machine and versions. With ``--quick``, a trial on fewer rows, nothing is written.
"""

from __future__ import annotations

import argparse
import datetime as dt
import importlib
import importlib.metadata
import inspect
import json
import os
import platform
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
from measure import Row, installed

import orgcrime

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RESULTS = Path(__file__).parent / "results.json"
REPEATS, FEW_REPEATS = 15, 3
FEW = {"number": 100_000, "file_rows": 500_000}  # for a trial
CORE = ("attrs", "cattrs")
COLUMNS = ("narwhals", "numpy", "polars", "pyarrow")


@attrs.frozen
class Suite:
    """Some rows that are measured together.

    Attributes:
        title: what is measured.
        where: the module and the function that yield the rows.
        peers: the distributions that it needs beside the package, each with the module that it is imported as.
        repeats: how many turns it takes; sizes and peaks are taken once.
    """

    title: str
    where: str
    peers: dict[str, str] = attrs.field(factory=dict)
    repeats: int = REPEATS

    def rows(self, repeats: int, *, quick: bool) -> Iterator[Row]:
        """Yield the rows."""
        module, _, name = self.where.partition(":")
        measure: Callable[..., Iterator[Row]] = getattr(importlib.import_module(module), name)
        asked = inspect.signature(measure).parameters
        given: dict[str, int] = {"repeats": repeats} if "repeats" in asked else {}
        if quick:
            given |= {name: few for name, few in FEW.items() if name in asked}
        return measure(**given)


def _needs(*names: str, **others: str) -> dict[str, str]:
    return {name: name for name in names} | {name.replace("_", "-"): module for name, module in others.items()}


SUITES = {
    "one-case": Suite("One case", "one_case:rows"),
    "start-up": Suite("Start-up", "start_up:rows", _needs("pycountry")),
    "status": Suite("Status and searches", "status:rows"),
    "bases": Suite("Legal bases", "bases:rows"),
    "size": Suite("Size", "size:rows", repeats=1),
    "json": Suite("Findings as JSON", "json_rows:rows", _needs("msgspec", "pydantic"), repeats=100),
    "polars": Suite("Columns: Polars and the limits of the machine", "columns:polars_rows", _needs(*COLUMNS)),
    "libraries": Suite("Columns: other libraries", "columns:library_rows", _needs(*COLUMNS, "duckdb", "pandas")),
    "openfisca": Suite(
        "Columns: OpenFisca", "columns:openfisca_rows", _needs(*COLUMNS, OpenFisca_Core="openfisca_core")
    ),
    "engines": Suite(
        "Columns: engines that take one case at a time",
        "columns:per_case_rows",
        _needs(*COLUMNS, "pandas", rule_engine="rule_engine", zen_engine="zen"),
    ),
    "spark": Suite("Columns: PySpark", "columns:spark_rows", _needs(*COLUMNS, "pyspark")),
    "memory": Suite("Columns: memory", "columns:memory_rows", _needs(*COLUMNS), repeats=1),
}
TOGETHER = {"columns": tuple(name for name, suite in SUITES.items() if suite.where.startswith("columns:"))}


def machine() -> dict[str, Any]:
    """Return what the machine is."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") if hasattr(os, "sysconf") else None
    return {
        "system": f"{platform.system()} {platform.machine()}",
        "processor": processor(),
        "cores": cores,
        "memory_gib": None if memory is None else round(memory / 2**30, 1),
    }


def busy() -> float | None:
    """Return how many programs have been running or waiting over the last minute, where that is known."""
    return os.getloadavg()[0] if hasattr(os, "getloadavg") else None


def processor() -> str:
    """Return the name of the processor."""
    listed = Path("/proc/cpuinfo")
    if listed.exists():
        for line in listed.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    if platform.system() == "Darwin":
        asked = ["/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string"]
        return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()
    return platform.processor() or "not known"


def versions(suite: Suite) -> dict[str, str]:
    """Return the versions of Python, the package and what a suite measures beside it."""
    names = ("orgcrime", *CORE, *suite.peers)
    found = {"Python": platform.python_version()} | {name: importlib.metadata.version(name) for name in names}
    if "pyspark" in suite.peers:
        said = subprocess.run(["java", "-version"], check=True, capture_output=True, text=True).stderr  # noqa: S607
        found["Java"] = said.partition('"')[2].partition('"')[0]
    return found


def is_installed() -> bool:
    """Return whether the package is measured as users have it: installed, and not run from its sources."""
    return "site-packages" in Path(orgcrime.__file__).parts


def show(row: Row) -> None:
    """Print a row as soon as it is measured."""
    held = "" if row.held else "  NOT HELD"
    sys.stdout.write(f"{row.number:6}{row.what:66}{row.value:10.3g} {row.unit:3}{row.aim:8g}{row.gate:8g}{held}\n")
    sys.stdout.flush()


def measured(suite: Suite, *, quick: bool) -> dict[str, Any]:
    """Return the results of a suite with all that they depend on."""
    load = busy()
    repeats = min(suite.repeats, FEW_REPEATS) if quick else suite.repeats
    rows = []
    for row in suite.rows(repeats, quick=quick):
        show(row)
        rows.append(attrs.asdict(row) | {"held": row.held})
    return {
        "title": suite.title,
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "repeats": repeats,
        "quick": quick,
        "installed": is_installed(),
        "load": None if load is None else round(load, 2),
        "machine": machine(),
        "versions": versions(suite),
        "rows": rows,
    }


def merged(kept: dict[str, Any], found: dict[str, Any]) -> dict[str, Any]:
    """Return the results with those of some suites in the place of their earlier ones, in the order of the suites."""
    every = kept | found
    return {name: every[name] for name in SUITES if name in every}


def chosen(given: str) -> list[str]:
    """Return the names of the suites that are asked for.

    Raises:
        argparse.ArgumentTypeError: for a name that no suite has.
    """
    names = [each for name in given.split(",") for each in TOGETHER.get(name, (name,))]
    for name in names:
        if name not in SUITES:
            known = ", ".join((*SUITES, *TOGETHER))
            message = f"no suite is called {name!r}; there are {known}"
            raise argparse.ArgumentTypeError(message)
    return list(dict.fromkeys(names))


def main() -> int:
    """Run the benchmarks and return 1 where a gate is not held (but for a trial) or a suite was left out."""
    parser = argparse.ArgumentParser(description="Measure what is promised.")
    parser.add_argument("--only", type=chosen, default=list(SUITES), help=f"suites: {', '.join((*SUITES, *TOGETHER))}")
    parser.add_argument("--quick", action="store_true", help="a trial on fewer rows, of which nothing is written")
    parser.add_argument("--out", type=Path, help="the file with the results, written even with --quick")
    given = parser.parse_args()
    out = given.out or (None if given.quick else RESULTS)
    if not is_installed():
        sys.stdout.write("measured from the sources: figures to publish are those of an installed wheel\n")
    load, cores = busy(), machine()["cores"]
    if load is not None and load > cores / 4:
        sys.stdout.write(
            f"this machine is busy, with a load of {load:.2g} on {cores} cores: the figures mean nothing\n"
        )
    sys.stdout.write(f"{'':6}{'what':66}{'value':>10} {'':3}{'aim':>8}{'gate':>8}\n")
    left_out = []
    held = True
    for name in given.only:
        suite = SUITES[name]
        if not installed(*suite.peers.values()):
            left_out.append(name)
            continue
        found = measured(suite, quick=given.quick)
        held &= given.quick or all(row["held"] for row in found["rows"])
        if out is not None:
            before = json.loads(out.read_text(encoding="utf-8"))["suites"] if out.exists() else {}
            text = json.dumps({"suites": merged(before, {name: found})}, indent=2, ensure_ascii=False)
            out.write_text(f"{text}\n", encoding="utf-8")
    for name in left_out:
        sys.stdout.write(f"left out: the suite {name}, whose peers are not all installed\n")
    return 0 if held and not left_out else 1


if __name__ == "__main__":
    sys.exit(main())
