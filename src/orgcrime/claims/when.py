"""Days in claims: whether a known day falls in the time claimed, and how days are told."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from orgcrime.truth import Truth

if TYPE_CHECKING:
    from orgcrime.temporal import PartialDate

__all__ = ["bare", "falls", "had", "said"]


def falls(known: PartialDate, claimed: PartialDate) -> Truth:
    """Return whether a day, as far as it is known, falls in the time claimed.

    >>> from orgcrime.temporal import PartialDate
    >>> falls(PartialDate.read("2005-07-11"), PartialDate.read("2005")), falls(
    ...     PartialDate.read("2005"), PartialDate.read("2005-07-11"))
    (Truth.TRUE, Truth.UNKNOWN)
    """
    first, last = known.earliest or dt.date.min, known.latest or dt.date.max
    begin, end = claimed.earliest or dt.date.min, claimed.latest or dt.date.max
    if begin <= first and last <= end:
        return Truth.TRUE
    return Truth.FALSE if last < begin or end < first else Truth.UNKNOWN


def had(known: PartialDate, when: PartialDate | None, on: dt.date | None) -> Truth:
    """Return whether a day falls in the time claimed, and had come by a day; ``None`` claims nothing."""
    fell = Truth.TRUE if when is None else falls(known, when)
    return fell if on is None else fell & known.by(on)


def said(day: PartialDate) -> str:
    """Return a day as a sentence tells it.

    >>> from orgcrime.temporal import PartialDate
    >>> for text in ("2005-07-11", "2005-07", "[2005-07-11..2005-07-20]", "[2018-10-20..]", "[..2004]"):
    ...     print(said(PartialDate.read(text)))
    on 2005-07-11
    in 2005-07
    between 2005-07-11 and 2005-07-20
    on or after 2018-10-20
    on or before 2004-12-31
    """
    text = day.isoformat()
    if not text.startswith("["):
        return f"on {text}" if day.day is not None else f"in {text}"
    if day.earliest is not None and day.latest is not None:
        return f"between {day.earliest} and {day.latest}"
    if day.earliest is not None:
        return f"on or after {day.earliest}"
    return "on a day that is not known" if day.latest is None else f"on or before {day.latest}"


def bare(day: PartialDate) -> str:
    """Return a day as a sentence tells it after a preposition.

    >>> from orgcrime.temporal import PartialDate
    >>> for text in ("2005-07-11", "[2005-07-11..2005-07-20]"):
    ...     print("from", bare(PartialDate.read(text)))
    from 2005-07-11
    from a day between 2005-07-11 and 2005-07-20
    """
    text = said(day)
    known = not day.isoformat().startswith("[")
    return text.partition(" ")[2] if known else text if text.startswith("on a day") else f"a day {text}"
