"""Rows 15 and 17: questions of status and searches, beside a scan of the records."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from measure import Row, interleaved

import orgcrime as oc
from orgcrime.status.membership import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER = 20_000
SCANS = 200
DAY = dt.date(2019, 7, 1)
WORDS = ("convention against transnational organised crime", "traite des etres humains", "protocole", "xqzvwk jjj")


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
    for words in WORDS:
        oc.find(words)
    found = interleaved(repeats, *[lambda words=words: oc.find(words) for words in WORDS])
    yield Row(
        number="17",
        what="find, worst of some searches over every registry",
        value=max(found) * 1e3,
        unit="ms",
        aim=2,
        gate=5,
    )
