"""Is it bound? The one question of status that is asked millions of times, answered from a small index.

The index is derived from the tables of acts and the final clauses by `orgcrime.status.positions`, and tested to be
equal to them. Nothing here needs a third-party module.
"""

from __future__ import annotations

import datetime as dt
import os.path
from bisect import bisect_left, bisect_right

from orgcrime.days import read_day
from orgcrime.truth import Truth

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeAlias

    from orgcrime.catalogue import Catalogue
    from orgcrime.model.instrument import Instrument
    from orgcrime.model.participant import Participant

    Row: TypeAlias = tuple[list[int], list[Truth], int | None]

__all__ = ["Index", "index", "is_party"]

_FILE = os.path.join(os.path.dirname(os.path.dirname(__file__)), "data", "status-index.tsv")
_TRUTHS = {"0": Truth.FALSE, "1": Truth.UNKNOWN, "2": Truth.TRUE}


class Index:
    """The index as it is shipped: lines of cells between tabs, in order, so that a line is found without reading all.

    ``instrument``, a key and the id that it names; ``participant`` likewise; ``row``, the ids of an instrument and a
    participant, the last day that the data vouch for, then each day of change with the answer from it on: days as
    ordinals, and 0, 1, 2 for no, unknown, yes.
    """

    def __init__(self) -> None:
        with open(_FILE, encoding="utf-8") as file:
            self._lines = file.read().split("\n")[:-1]

    def cells(self, *first: str) -> list[str]:
        """Return the other cells of the line that begins with some; none where there is no such line."""
        start = "\t".join(first) + "\t"
        place = bisect_left(self._lines, start)
        line = self._lines[place] if place < len(self._lines) else ""
        return line[len(start) :].split("\t") if line.startswith(start) else []

    def pairs(self) -> list[list[str]]:
        """Return the ids of the instrument and the participant of each row."""
        return [line.split("\t", 3)[1:3] for line in self._lines if line.startswith("row\t")]


_read: list[Index] = []
_found: dict[tuple[str, str], Row] = {}


def index() -> Index:
    """Return the index, read on first use."""
    if not _read:
        _read.append(Index())
    return _read[0]


def _row(participant: str, instrument: str) -> Row | None:
    """Return the row that two keys name; ``None`` where a key does not settle it."""
    found = index()
    what = found.cells("instrument", " ".join(instrument.casefold().split()))
    who = found.cells("participant", " ".join(participant.casefold().split()))
    cells = found.cells("row", *what, *who) if what and who else []
    if not cells:
        return None
    as_of, changes = cells[0], [change.split(":") for change in cells[1:]]
    row = ([int(day) for day, _ in changes], [_TRUTHS[place] for _, place in changes], int(as_of) if as_of else None)
    _found[participant, instrument] = row
    return row


def is_party(
    participant: Participant | str,
    instrument: Instrument | str,
    *,
    on: dt.date | str | None = None,
    catalogue: Catalogue | None = None,
) -> Truth:
    """Return whether a participant is bound by an instrument on a day.

    Args:
        participant: a record, or any key that names it.
        instrument: a record, or any key that names it.
        on: the day; ``None`` for the last day that the data vouch for, never for today.
        catalogue: where to look; ``None`` for the built-in data.

    Raises:
        UnknownKeyError: if nothing is known by a key.
        AmbiguousKeyError: if a key has named several at different times.
        DateError: if ``on`` is not a day.

    Source: the final clauses of the instrument, as UNTOC art. 38.

    >>> is_party("FR", "UNCAC", on="2005-12-13"), is_party("FR", "UNCAC", on="2005-12-14")
    (Truth.FALSE, Truth.TRUE)
    """
    if catalogue is None and type(participant) is str and type(instrument) is str:
        row = _found.get((participant, instrument)) or _row(participant, instrument)
        if row is not None:
            days, truths, as_of = row
            if on is not None:
                day = on.toordinal() if type(on) is dt.date else read_day(on).toordinal()
            elif as_of is None:
                return Truth.UNKNOWN
            else:
                day = as_of
            return truths[bisect_right(days, day) - 1]
    from orgcrime.catalogue import BUILT_IN
    from orgcrime.status.positions import standing

    return standing(participant, instrument, on=on, catalogue=catalogue or BUILT_IN).truth
