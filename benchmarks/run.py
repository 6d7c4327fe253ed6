"""Measure what is promised: one command, a table, and JSON beside it.

    python benchmarks/run.py [--repeats 15] [--only one-case,start-up,status]

Each row is a ratio of interleaved runs on one machine: the library beside a peer or a limit. Run it from an installed,
byte-compiled wheel; the figures of a busy machine mean nothing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from measure import Row

HERE = Path(__file__).parent


def main() -> int:
    """Run the benchmarks and return 1 where a gate is not held."""
    import bases
    import one_case
    import start_up
    import status

    suites: dict[str, Callable[[int], Iterator[Row]]] = {
        "one-case": one_case.rows,
        "start-up": start_up.rows,
        "status": status.rows,
        "bases": bases.rows,
    }
    parser = argparse.ArgumentParser(description="Measure what is promised.")
    parser.add_argument("--repeats", type=int, default=15)
    parser.add_argument("--only", default=",".join(suites))
    given = parser.parse_args()
    found = [row for name in given.only.split(",") for row in suites[name](given.repeats)]
    sys.stdout.write(f"{'':4}{'what':66}{'value':>10} {'':3}{'aim':>8}{'gate':>8}\n")
    for row in found:
        held = "" if row.held else "  NOT HELD"
        sys.stdout.write(f"{row.number:4}{row.what:66}{row.value:10.3g} {row.unit:3}{row.aim:8g}{row.gate:8g}{held}\n")
    report = {
        "date": dt.datetime.now(dt.UTC).date().isoformat(),
        "python": platform.python_version(),
        "machine": f"{platform.system()} {platform.machine()}",
        "repeats": given.repeats,
        "rows": [attrs.asdict(row) | {"held": row.held} for row in found],
    }
    (HERE / "results.json").write_text(json.dumps(report, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return 0 if all(row.held for row in found) else 1


if __name__ == "__main__":
    sys.exit(main())
