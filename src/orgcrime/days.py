"""Reading days, and counting them as treaties do.

Nothing here needs a third-party module, so that a question of status costs little.
"""

from __future__ import annotations

import datetime as dt

from orgcrime.errors import DateError

__all__ = ["add_months", "days_after", "first_of_month_after", "last_of_month", "read_day"]

_YEAR, _MONTH, _DAY = 4, 7, 10


def read_day(value: dt.date | str, where: str = "on") -> dt.date:
    """Return the day that a `datetime.date` or an ISO 8601 text gives.

    Args:
        value: the day, as ``2019-07-01``.
        where: the argument or field, for the message.

    Raises:
        DateError: for anything else, a `datetime.datetime` among it, since its day depends on a time zone.

    >>> read_day("2019-07-01")
    datetime.date(2019, 7, 1)
    >>> read_day("2003-02-30")
    Traceback (most recent call last):
        ...
    orgcrime.errors.DateError: on: '2003-02-30' is not a day: day is out of range for month
    """
    if type(value) is dt.date:
        return value
    if isinstance(value, str):
        if len(value) == _DAY and value[_YEAR] == value[_MONTH] == "-":
            try:
                return dt.date.fromisoformat(value)
            except ValueError as error:
                raise DateError(where, value, f"a day: {error}") from None
        raise DateError(where, value, "a day: expected a date or a text such as '2019-07-01'")
    if isinstance(value, dt.datetime):
        raise DateError(
            where,
            value,
            "a day: it is a moment, whose day depends on the time zone; give its .date()",
        )
    if isinstance(value, dt.date):
        return dt.date(value.year, value.month, value.day)
    raise DateError(where, value, "a day: expected a date or a text such as '2019-07-01'")


def days_after(day: dt.date, number: int) -> dt.date:
    """Return the day so many days after, the first day itself not counted.

    >>> days_after(dt.date(2003, 7, 1), 90)
    datetime.date(2003, 9, 29)
    """
    return day + dt.timedelta(days=number)


def add_months(day: dt.date, number: int) -> dt.date:
    """Return the day so many months later; the last of the month where the later month is shorter.

    >>> add_months(dt.date(2008, 11, 30), 3)
    datetime.date(2009, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return dt.date(year, month + 1, min(day.day, last_of_month(year, month + 1).day))


def last_of_month(year: int, month: int) -> dt.date:
    """Return the last day of a month.

    >>> last_of_month(2004, 2)
    datetime.date(2004, 2, 29)
    """
    following = dt.date(year + month // 12, month % 12 + 1, 1) if (year, month) != (dt.MAXYEAR, 12) else dt.date.max
    return following - dt.timedelta(days=1) if following != dt.date.max else following


def first_of_month_after(day: dt.date, number: int) -> dt.date:
    """Return the first day of the month that follows the end of a period of so many months.

    This is how conventions of the Council of Europe enter into force.

    >>> first_of_month_after(dt.date(2004, 3, 18), 3)
    datetime.date(2004, 7, 1)
    """
    return add_months(add_months(day, number).replace(day=1), 1)
