"""Row 16: every pair of participants, five instruments, every day since 2000; and one question of legal bases."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from measure import Row, interleaved

import orgcrime as oc
from orgcrime import legal_bases
from orgcrime.status.membership import Ledger
from orgcrime.status.timelines import day_masks

if TYPE_CHECKING:
    from collections.abc import Iterator

FIVE = ("untoc", "trafficking-protocol", "smuggling-protocol", "firearms-protocol", "uncac")
SINCE, UNTIL = dt.date(2000, 1, 1), dt.date(2024, 12, 31)
SCANS = 200


def masks() -> int:
    """Return on how many days how many pairs are linked, from masks of days."""
    found = day_masks(FIVE, since=SINCE, until=UNTIL)
    return sum(certain.bit_count() for _, _, _, certain, _ in found.pairs())


def scan() -> list[object]:
    """Answer a few of the same questions from the records themselves."""
    return [
        Ledger(oc.participants[who], oc.instruments["untoc"], oc.BUILT_IN).truth(UNTIL - dt.timedelta(days=day))
        for day in range(SCANS // 2)
        for who in ("fr", "br")
    ]


def one() -> object:
    """Ask for the bases between two States."""
    return legal_bases("FR", "BR", cooperation="mutual-legal-assistance", crime="money-laundering", on="2019-07-01")


def rows(repeats: int) -> Iterator[Row]:
    """Yield the rows."""
    for ask in (masks, scan, one):
        ask()
    whole, scanned, asked = interleaved(repeats, masks, scan, one)
    days = (UNTIL - SINCE).days + 1
    number = len(day_masks(FIVE, since=SINCE, until=UNTIL).participants)
    questions = number * (number - 1) // 2 * len(FIVE) * days
    yield Row(
        number="16",
        what=f"every pair of {number} participants, 5 instruments, {days} days",
        value=whole,
        unit="s",
        aim=0.6,
        gate=1.5,
    )
    yield Row(
        number="16s",
        what="  × faster than scanning the records",
        value=scanned / (SCANS // 2) * questions / whole,
        unit="×",
        aim=100_000,
        gate=10_000,
        more_is_better=True,
    )
    yield Row(
        number="16q", what="one question of legal bases, explained", value=asked * 1e3, unit="ms", aim=20, gate=50
    )
