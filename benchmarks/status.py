"""Rows 15 and 17: questions of status and searches, beside a scan of the records."""

from __future__ import annotations

import datetime as dt
import time
from typing import TYPE_CHECKING

from measure import Row, interleaved

import orgcrime as oc
from orgcrime.status.membership import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER = 20_000
SCANS = 200
DAY = dt.date(2019, 7, 1)
FEW_WORDS = ("convention against transnational organised crime", "traite des etres humains", "protocole", "xqzvwk jjj")
SLOWEST = 5


def searches() -> list[str]:
    """Return what is looked for: each title and name of every record, as it stands and with the ends of words cut."""
    found = dict.fromkeys(FEW_WORDS)
    for registry in (
        oc.instruments,
        oc.participants,
        oc.bodies,
        oc.crimes,
        oc.programmes,
        oc.taxonomies,
        oc.definitions,
    ):
        for record in registry.values():
            words = str(getattr(record, "title", None) or getattr(record, "name", record.id))
            found[words] = None
            found[" ".join(word[:-1] if len(word) > 4 else word for word in words.split())] = None
    return list(found)


def slowest(texts: list[str]) -> list[str]:
    """Return the searches that take longest, by the better of two looks at each."""
    taken: dict[str, float] = {}
    for text in texts * 2:
        start = time.perf_counter()
        oc.find(text)
        taken[text] = min(taken.get(text, 1e9), time.perf_counter() - start)
    return sorted(texts, key=lambda text: -taken[text])[:SLOWEST]


def scan() -> object:
    """Answer from the records themselves."""
    return Ledger(oc.participants["FR"], oc.instruments["UNCAC"], oc.BUILT_IN).truth(DAY)


def rows(repeats: int) -> Iterator[Row]:
    """Yield the rows."""
    scan()
    fast, slow = interleaved(
        repeats,
        lambda: [oc.is_party("FR", "UNCAC", on=DAY) for _ in range(NUMBER)],
        lambda: [scan() for _ in range(SCANS)],
    )
    each, scanned = fast / NUMBER, slow / SCANS
    yield Row(number="15", what="is_party", value=each * 1e6, unit="µs", aim=1, gate=2)
    yield Row(
        number="15s",
        what="  × faster than scanning the records",
        value=scanned / each,
        unit="×",
        aim=50,
        gate=25,
        more_is_better=True,
    )
    texts = searches()
    worst = slowest(texts)
    found = interleaved(repeats, *[lambda words=words: oc.find(words) for words in (*FEW_WORDS, *worst)])
    yield Row(
        number="17t", what="find, a few words", value=max(found[: len(FEW_WORDS)]) * 1e3, unit="ms", aim=2, gate=5
    )
    yield Row(
        number="17",
        what=f"find, worst of {len(texts)} searches over every registry",
        value=max(found) * 1e3,
        unit="ms",
        aim=2,
        gate=5,
    )
