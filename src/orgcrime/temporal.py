"""Days that are known in part, and periods.

The text forms are those of ISO 8601 and its extension for dates in part: ``2004``, ``2004-02``, ``2004-02-28``;
``[2018-10-20..2021-06-03]`` is one day between two, both possible; ``2017-05-01/..`` a period that still runs;
``2017-05-01/`` a period whose end is not known.
"""

from __future__ import annotations

import datetime as dt

import attrs

from orgcrime.days import last_of_month, read_day
from orgcrime.embedding import embeddable
from orgcrime.errors import DateError
from orgcrime.truth import Truth

__all__ = ["PartialDate", "Period"]

_YEAR, _MONTH, _DAY = 4, 7, 10


@embeddable
@attrs.frozen(eq=False, repr=False)
class PartialDate:
    """A day, known exactly or by bounds.

    An exact one equals the `datetime.date` of that day.

    Attributes:
        earliest: the first day that is possible; ``None`` where there is no lower bound.
        latest: the last day that is possible; ``None`` where there is no upper bound.

    >>> PartialDate.read("2004-02")
    PartialDate('2004-02')
    >>> PartialDate.read("2004-02").latest
    datetime.date(2004, 2, 29)
    >>> PartialDate.read("2003-09-29") == dt.date(2003, 9, 29)
    True
    """

    earliest: dt.date | None
    latest: dt.date | None

    def __attrs_post_init__(self) -> None:
        """Refuse what is no day, and bounds in the wrong order."""
        for bound in (self.earliest, self.latest):
            if bound is not None and not _is_day(bound):
                raise DateError("day", bound, "a day: expected a datetime.date, or None for no bound")
        if self.earliest is not None and self.latest is not None and self.earliest > self.latest:
            raise DateError("day", str(self), "a day: its first possible day is after its last")

    @classmethod
    def on(cls, day: dt.date | str) -> PartialDate:
        """Return a day that is known exactly.

        >>> PartialDate.on("2003-09-29").day
        datetime.date(2003, 9, 29)
        """
        known = read_day(day, "day")
        return cls(known, known)

    @classmethod
    def between(cls, earliest: dt.date | str | None, latest: dt.date | str | None) -> PartialDate:
        """Return a day that is known only to lie between two, both possible; ``None`` for no bound.

        >>> PartialDate.between("2018-10-20", None)
        PartialDate('[2018-10-20..]')
        """
        return cls(
            None if earliest is None else read_day(earliest, "earliest"),
            None if latest is None else read_day(latest, "latest"),
        )

    @classmethod
    def read(cls, text: str, where: str = "day") -> PartialDate:
        """Return the day that a text gives.

        Raises:
            DateError: if the text is neither a day, a month, a year nor two bounds in brackets.

        >>> PartialDate.read("[2018-10-20..2021-06-03]").day is None
        True
        """
        if isinstance(text, str):
            if text.startswith("[") and text.endswith("]") and text.count("..") == 1:
                first, last = text[1:-1].split("..")
                return cls(
                    cls.read(first, where).earliest if first else None,
                    cls.read(last, where).latest if last else None,
                )
            if len(text) == _DAY:
                day = read_day(text, where)
                return cls(day, day)
            if len(text) == _MONTH and text[_YEAR] == "-":
                day = read_day(f"{text}-01", where)
                return cls(day, last_of_month(day.year, day.month))
            if len(text) == _YEAR and text.isdecimal():
                return cls(read_day(f"{text}-01-01", where), read_day(f"{text}-12-31", where))
        raise DateError(
            where,
            text,
            "a day, a month or a year: expected a text such as '2019-07-01', '2019-07' or '2019'",
        )

    @property
    def day(self) -> dt.date | None:
        """The day, or ``None`` where it is known only by bounds."""
        return self.earliest if self.earliest == self.latest else None

    def by(self, day: dt.date) -> Truth:
        """Return whether it had come by the end of a day.

        >>> PartialDate.read("2004-02").by(dt.date(2004, 2, 10))
        Truth.UNKNOWN
        """
        if self.latest is not None and self.latest <= day:
            return Truth.TRUE
        if self.earliest is not None and self.earliest > day:
            return Truth.FALSE
        return Truth.UNKNOWN

    def isoformat(self) -> str:
        """Return the shortest text that says the same."""
        first, last = self.earliest, self.latest
        if first is not None and first == last:
            return first.isoformat()
        if first is not None and last is not None and first.day == 1 and last == last_of_month(last.year, last.month):
            if (first.year, first.month) == (last.year, last.month):
                return first.isoformat()[:_MONTH]
            if first.year == last.year and (first.month, last.month) == (1, 12):
                return first.isoformat()[:_YEAR]
        return f"[{'' if first is None else first.isoformat()}..{'' if last is None else last.isoformat()}]"

    def __str__(self) -> str:
        """Return the shortest text that says the same."""
        return self.isoformat()

    def __format__(self, form: str) -> str:
        """Return the text in a form, as a width."""
        return format(self.isoformat(), form)

    def __repr__(self) -> str:
        """Return the kind and the text."""
        return f"PartialDate({self.isoformat()!r})"

    def __eq__(self, other: object) -> bool:
        """Return whether both bounds are the same; an exact day equals its `datetime.date`."""
        if isinstance(other, PartialDate):
            return (self.earliest, self.latest) == (other.earliest, other.latest)
        if isinstance(other, dt.date):
            return self.day == other
        return NotImplemented

    def __hash__(self) -> int:
        """Return a hash that an exact day shares with its `datetime.date`."""
        return hash(self.earliest) if self.earliest == self.latest else hash((self.earliest, self.latest))


@embeddable
@attrs.frozen(repr=False)
class Period:
    """A time from a first to a last day, both belonging to it, each possibly known only in part.

    Attributes:
        first: the first day; ``None`` where it is not known.
        last: the last day; ``None`` where it is still so (``ongoing``) or not known.
        ongoing: whether it is still so, as far as the data reach.

    >>> Period.read("2009-12-01/..").ongoing
    True
    >>> Period.read("1973-01-01/2020-01-31").includes(dt.date(2020, 1, 31))
    Truth.TRUE
    >>> Period.read("1973-01-01/").includes(dt.date(2020, 1, 31))
    Truth.UNKNOWN
    """

    first: PartialDate | None = None
    last: PartialDate | None = None
    ongoing: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse what is no period, one that ends and still runs, and one that ends before it begins."""
        for end in (self.first, self.last):
            if not _is(end, PartialDate, type(None)):
                raise DateError("period", end, "a day of a period: expected a PartialDate, or None for not known")
        if not _is(self.ongoing, bool):
            raise DateError("period.ongoing", self.ongoing, "a yes or a no: expected True or False")
        if self.ongoing and self.last is not None:
            raise DateError(
                "period",
                str(self),
                "a period: it has a last day and is said to be still running",
            )
        if self.first is not None and self.last is not None:
            begun, ended = self.first.earliest, self.last.latest
            if begun is not None and ended is not None and begun > ended:
                raise DateError("period", str(self), "a period: it ends before it begins")

    @classmethod
    def read(cls, text: str, where: str = "period") -> Period:
        """Return the period that a text gives: ``first/last``, ``first/..`` still running, ``first/`` end not known.

        Raises:
            DateError: if the text has no slash, or an end that is no day.
        """
        first, slash, last = text.partition("/") if _is(text, str) else ("", "", "")
        if not slash:
            raise DateError(
                where,
                text,
                "a period: expected a text such as '1999-07-01/2017-04-30' or '2017-05-01/..'",
            )
        return cls(
            PartialDate.read(first, where) if first else None,
            PartialDate.read(last, where) if last not in ("", "..") else None,
            ongoing=last == "..",
        )

    def includes(self, day: dt.date) -> Truth:
        """Return whether a day belongs to the period."""
        begun = Truth.UNKNOWN if self.first is None else self.first.by(day)
        if self.ongoing:
            over = Truth.FALSE
        elif self.last is None:
            over = Truth.UNKNOWN
        else:
            over = _past(self.last, day)
        return begun & ~over

    def isoformat(self) -> str:
        """Return the text that `read` takes."""
        last = ".." if self.ongoing else "" if self.last is None else self.last.isoformat()
        return f"{'' if self.first is None else self.first.isoformat()}/{last}"

    def __str__(self) -> str:
        """Return the text that `read` takes."""
        return self.isoformat()

    def __format__(self, form: str) -> str:
        """Return the text in a form, as a width."""
        return format(self.isoformat(), form)

    def __repr__(self) -> str:
        """Return the kind and the text."""
        return f"Period({self.isoformat()!r})"


def _is(value: object, *kinds: type) -> bool:
    return isinstance(value, kinds)


def _is_day(value: object) -> bool:
    return isinstance(value, dt.date) and not isinstance(value, dt.datetime)


def _past(last: PartialDate, day: dt.date) -> Truth:
    """Return whether a last day lies before another day."""
    if last.latest is not None and last.latest < day:
        return Truth.TRUE
    return Truth.FALSE if last.earliest is not None and last.earliest >= day else Truth.UNKNOWN
