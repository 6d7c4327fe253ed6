"""Reading days, and counting them as treaties do."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcrime import DateError
from orgcrime.days import add_months, days_after, first_of_month_after, last_of_month, read_day

D = dt.date


class Subclass(dt.date):
    """A day of somebody else's library, as pandas and others have them."""


def test_a_date_and_its_text_are_the_same_day() -> None:
    assert read_day("2019-07-01") == D(2019, 7, 1)
    assert read_day(D(2019, 7, 1)) == D(2019, 7, 1)


def test_a_subclass_of_date_becomes_a_plain_date() -> None:
    """A comparison with it could behave otherwise than one with a date."""
    assert type(read_day(Subclass(2019, 7, 1))) is dt.date


NOT_A_DAY = "a day: expected a date or a text such as '2019-07-01'"
MOMENT = "a day: it is a moment, whose day depends on the time zone; give its .date()"


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("2003-02-30", "a day: day is out of range for month"),
        ("2003-13-01", "a day: month must be in 1..12"),
        ("2003-00-01", "a day: month must be in 1..12"),
        ("1900-02-29", "a day: day is out of range for month"),
        ("", NOT_A_DAY),
        ("2019", NOT_A_DAY),
        ("2019-07", NOT_A_DAY),
        ("20190701", NOT_A_DAY),
        ("2019-W01-1", NOT_A_DAY),
        ("2019/07/01", NOT_A_DAY),
        ("01-07-2019", NOT_A_DAY),
        ("2019-7-1", NOT_A_DAY),
        ("2019-07-01T00:00", NOT_A_DAY),
        (" 2019-07-01", NOT_A_DAY),
        ("today", NOT_A_DAY),
        (20190701, NOT_A_DAY),
        (2019.5, NOT_A_DAY),
        (True, NOT_A_DAY),
        (None, NOT_A_DAY),
        (b"2019-07-01", NOT_A_DAY),
        (dt.datetime(2019, 7, 1, tzinfo=dt.UTC), MOMENT),
    ],
)
def test_anything_else_is_refused_with_its_reason(given: Any, reason: str) -> None:
    with pytest.raises(DateError) as caught:
        read_day(given)
    assert str(caught.value) == f"on: {given!r} is not {reason}"
    assert (caught.value.where, caught.value.given, caught.value.reason) == ("on", given, reason)


def test_the_message_names_the_argument() -> None:
    with pytest.raises(DateError, match=r"^retrieved: '2003-02-30' is not a day"):
        read_day("2003-02-30", "retrieved")


@given(st.text(max_size=12))
def test_no_text_does_anything_but_name_a_day_or_raise_a_date_error(text: str) -> None:
    try:
        day = read_day(text)
    except DateError:
        return
    assert day.isoformat() == text


# UNTOC: fortieth instrument 2003-07-01, in force 2003-09-29; UNCAC: thirtieth 2005-09-15, in force 2005-12-14;
# Minamata: 2017-05-18 and 2017-08-16; Arms Trade Treaty: 2014-09-25 and 2014-12-24.
@pytest.mark.parametrize(
    ("deposit", "in_force"),
    [
        (D(2003, 7, 1), D(2003, 9, 29)),
        (D(2005, 9, 15), D(2005, 12, 14)),
        (D(2017, 5, 18), D(2017, 8, 16)),
        (D(2014, 9, 25), D(2014, 12, 24)),
    ],
)
def test_the_ninetieth_day_does_not_count_the_day_of_deposit(deposit: D, in_force: D) -> None:
    assert days_after(deposit, 90) == in_force


# Council of Europe conventions: Cybercrime (five ratifications 2004-03-18, in force 2004-07-01), CETS 197 (2007-10-24,
# 2008-02-01).
@pytest.mark.parametrize(
    ("consent", "in_force"),
    [
        (D(2004, 3, 18), D(2004, 7, 1)),
        (D(2007, 10, 24), D(2008, 2, 1)),
        (D(2004, 3, 1), D(2004, 7, 1)),
        (D(2004, 2, 29), D(2004, 6, 1)),
        (D(2003, 11, 30), D(2004, 3, 1)),
        (D(2003, 9, 30), D(2004, 1, 1)),
    ],
)
def test_the_month_rule_gives_the_first_of_the_month_after_the_period(consent: D, in_force: D) -> None:
    assert first_of_month_after(consent, 3) == in_force


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (D(2008, 11, 30), 3, D(2009, 2, 28)),
        (D(2007, 11, 30), 3, D(2008, 2, 29)),
        (D(2020, 2, 29), 12, D(2021, 2, 28)),
        (D(2020, 2, 29), 48, D(2024, 2, 29)),
        (D(2003, 12, 15), 1, D(2004, 1, 15)),
        (D(2003, 12, 15), 0, D(2003, 12, 15)),
        (D(2004, 1, 31), -1, D(2003, 12, 31)),
        (D(9999, 11, 30), 1, D(9999, 12, 30)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_last_of_a_shorter_month(day: D, months: int, later: D) -> None:
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("year", "month", "last"),
    [(2004, 2, 29), (2003, 2, 28), (1900, 2, 28), (2000, 2, 29), (2003, 4, 30), (2003, 12, 31), (9999, 12, 31)],
)
def test_the_last_of_a_month_knows_leap_years(year: int, month: int, last: int) -> None:
    assert last_of_month(year, month) == D(year, month, last)


@given(st.dates(max_value=D(9990, 1, 1)), st.integers(0, 48))
def test_the_month_rule_is_never_sooner_than_the_period_and_never_more_than_a_month_later(day: D, months: int) -> None:
    found = first_of_month_after(day, months)
    assert found.day == 1
    assert add_months(day, months) < found <= add_months(add_months(day, months), 1)
