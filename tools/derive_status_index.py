"""Derive `data/status-index.tsv` from the tables of acts and the final clauses; a test holds the file to be equal.

Run it after a change of the tables: ``python tools/derive_status_index.py``.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from orgcrime.catalogue import BUILT_IN
from orgcrime.registry import normalised
from orgcrime.status.membership import breakpoints
from orgcrime.status.positions import standing
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from orgcrime.registry import Registry

FILE = Path(__file__).parents[1] / "src" / "orgcrime" / "data" / "status-index.tsv"
PLACES = {Truth.FALSE: 0, Truth.UNKNOWN: 1, Truth.TRUE: 2}


def derived() -> str:
    """Return the index as the file holds it."""
    lines = []
    registries: dict[str, Registry[Any]] = {"instrument": BUILT_IN.instruments, "participant": BUILT_IN.participants}
    for kind, registry in registries.items():
        for record in registry.values():
            if kind == "participant" or record.id in BUILT_IN.horizons:
                keys = {normalised(key.text) for key in registry.keys_of(record) if not key.period and not key.shared}
                lines += [f"{kind}\t{key}\t{record.id}" for key in keys]
    for instrument in BUILT_IN.horizons:
        for participant in BUILT_IN.participants:
            who, what = BUILT_IN.participants[participant], BUILT_IN.instruments[instrument]
            as_of = standing(who, what).as_of
            changes = [f"{day.toordinal()}:{PLACES[truth]}" for day, truth in breakpoints(who, what, BUILT_IN)]
            lines.append("\t".join(["row", instrument, participant, str(as_of.toordinal()) if as_of else "", *changes]))
    return "\n".join(sorted(lines)) + "\n"


if __name__ == "__main__":
    FILE.write_text(derived(), encoding="utf-8")
    sys.stdout.write(f"{FILE.name}: {FILE.stat().st_size} bytes\n")
