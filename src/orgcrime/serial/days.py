"""Days and periods as JSON has them: the patterns of their texts, in the dialect that all languages share.

A pattern knows the length of each month, leap years among them; it cannot say which of two days comes first.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from orgcrime.temporal import PartialDate, Period

__all__ = ["TEXTS"]

_YEAR = "(?!0000)[0-9]{4}"
_LEAP = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)-02-29"
_DAY = (
    f"(?:{_YEAR}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    f"|02-(?:0[1-9]|1[0-9]|2[0-8]))|{_LEAP})"
)
_PART = f"(?:{_DAY}|{_YEAR}-(?:0[1-9]|1[0-2])|{_YEAR})"
_PARTIAL = rf"(?:{_PART}|\[{_PART}?\.\.{_PART}?\])"


def _text(pattern: str, description: str, *examples: str) -> dict[str, Any]:
    # Where a text ends with a new line, "$" also stands before it in some dialects.
    return {
        "type": "string",
        "pattern": f"^{pattern}$(?!\n)",
        "description": description,
        "examples": list(examples),
    }


TEXTS: dict[Any, dict[str, Any]] = {
    dt.date: _text(_DAY, "A day.", "2019-07-01"),
    PartialDate: _text(
        _PARTIAL,
        "A day, a month or a year, or two bounds of which both are possible.",
        "2004-02-28",
        "2004-02",
        "[2018-10-20..2021-06-03]",
    ),
    Period: _text(
        rf"{_PARTIAL}?/(?:\.\.|{_PARTIAL})?",
        "A first and a last day, both belonging to it; '..' where it still runs, nothing where that is not known.",
        "1999-07-01/2017-04-30",
        "2017-05-01/..",
    ),
}
"""For each class that is written as a text the schema of that text."""
