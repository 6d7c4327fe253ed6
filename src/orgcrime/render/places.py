"""Where things go: pushed apart no more than needed, and ordered so that lines cross little."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["ordered", "spread"]

T = TypeVar("T")


def spread(wanted: Sequence[float], sizes: Sequence[float], gap: float = 0.0) -> list[float]:
    """Return the middles of things in a row: in their order, near to where they were wanted, none upon another.

    Args:
        wanted: where the middle of each was wanted.
        sizes: how much room each takes.
        gap: the room between two.

    >>> spread([1, 1, 5], [2, 2, 2])
    [0.0, 2.0, 5.0]
    """
    blocks: list[tuple[float, float, list[int]]] = []  # where each begins, how long it is, what is in it
    for at, (middle, size) in enumerate(zip(wanted, sizes, strict=True)):
        block = (middle - size / 2, size + gap, [at])
        while blocks and blocks[-1][0] + blocks[-1][1] > block[0]:
            begin, length, members = blocks.pop()
            before, after = len(members), len(block[2])
            joined = (begin * before + (block[0] - length) * after) / (before + after)
            block = (joined, length + block[1], [*members, *block[2]])
        blocks.append(block)
    found = [0.0] * len(sizes)
    for begin, _, members in blocks:
        y = begin
        for at in members:
            found[at] = y + sizes[at] / 2
            y += sizes[at] + gap
    return found


def ordered(columns: Sequence[Sequence[T]], beside: Mapping[T, Sequence[T]], rounds: int = 12) -> list[list[T]]:
    """Return columns, each ordered by the mean place of what its members are tied to in the columns beside it.

    Args:
        columns: what stands in each.
        beside: what each is tied to.
        rounds: how often it is gone there and back.
    """
    rows = [list(column) for column in columns]
    for turn in range(rounds):
        places = {member: (at + 0.5) / len(row) for row in rows for at, member in enumerate(row)}
        forth = turn % 2 == 0
        for at in range(1, len(rows)) if forth else range(len(rows) - 2, -1, -1):
            near = set(rows[at - 1 if forth else at + 1])
            means = {}
            for member in rows[at]:
                known = [places[other] for other in beside.get(member, ()) if other in near]
                means[member] = sum(known) / len(known) if known else places[member]
            rows[at].sort(key=means.__getitem__)
            places |= {member: (place + 0.5) / len(rows[at]) for place, member in enumerate(rows[at])}
    return rows
