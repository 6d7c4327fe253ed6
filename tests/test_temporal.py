"""Days known in part, and periods."""

import copy
import datetime as dt
import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime import DateError, PartialDate, Period, Truth
from orgcrime.reading import table

D = dt.date
days = st.dates(min_value=D(1900, 1, 1), max_value=D(2100, 12, 31))
bounds = st.one_of(st.none(), days)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """A day known exactly, in part, by one bound, or not at all."""
    low, high = draw(bounds), draw(bounds)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return PartialDate(low, high)


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """A period, past or running, its ends known or not."""
    first, last = draw(st.one_of(st.none(), partial_dates())), draw(st.one_of(st.none(), partial_dates()))
    if last is None:
        return Period(first, None, ongoing=draw(st.booleans()))
    if first is not None and first.earliest is not None and last.latest is not None and first.earliest > last.latest:
        first = None
    return Period(first, last)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2004-02-28", D(2004, 2, 28), D(2004, 2, 28)),
        ("2004-02", D(2004, 2, 1), D(2004, 2, 29)),
        ("2003-02", D(2003, 2, 1), D(2003, 2, 28)),
        ("2004-12", D(2004, 12, 1), D(2004, 12, 31)),
        ("2004", D(2004, 1, 1), D(2004, 12, 31)),
        ("9999", D(9999, 1, 1), D(9999, 12, 31)),
        ("[2018-10-20..2021-06-03]", D(2018, 10, 20), D(2021, 6, 3)),
        ("[2018-10..2021]", D(2018, 10, 1), D(2021, 12, 31)),
        ("[2018-10-20..]", D(2018, 10, 20), None),
        ("[..2021-06-03]", None, D(2021, 6, 3)),
        ("[..]", None, None),
    ],
)
def test_a_text_gives_the_first_and_the_last_day_that_are_possible(
    text: str, earliest: D | None, latest: D | None
) -> None:
    """A month would be taken for its first day, and an act of February for one of 1 February."""
    read = PartialDate.read(text)
    assert (read.earliest, read.latest) == (earliest, latest)


PART = "a day, a month or a year: expected a text such as '2019-07-01', '2019-07' or '2019'"


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("2003-02-30", "day: '2003-02-30' is not a day: day is out of range for month"),
        ("2003-13", "day: '2003-13-01' is not a day: month must be in 1..12"),
        ("0000", "day: '0000-01-01' is not a day: year 0 is out of range"),
        ("", f"day: '' is not {PART}"),
        ("20", f"day: '20' is not {PART}"),
        ("20a4", f"day: '20a4' is not {PART}"),
        ("2019/07", f"day: '2019/07' is not {PART}"),
        ("[2019-07-01]", f"day: '[2019-07-01]' is not {PART}"),
        ("[2018..2019..2020]", f"day: '[2018..2019..2020]' is not {PART}"),
        ("[2018..]x", f"day: '[2018..]x' is not {PART}"),
        (2019, f"day: 2019 is not {PART}"),
        (None, f"day: None is not {PART}"),
        ("[2021..2018]", "day: '[2021-01-01..2018-12-31]' is not a day: its first possible day is after its last"),
    ],
)
def test_what_is_no_day_is_refused(given: Any, message: str) -> None:
    with pytest.raises(DateError) as caught:
        PartialDate.read(given)
    assert str(caught.value) == message


@given(st.text(max_size=26))
def test_no_text_does_anything_but_name_a_day_or_raise_a_date_error(text: str) -> None:
    for read in (PartialDate.read, Period.read):
        try:
            read(text)
        except DateError:
            continue


@given(partial_dates())
def test_the_written_form_of_a_day_reads_back(day: PartialDate) -> None:
    assert PartialDate.read(day.isoformat()) == day
    assert str(day) == day.isoformat()
    assert repr(day) == f"PartialDate({day.isoformat()!r})"


@pytest.mark.parametrize(
    ("text", "shortest"),
    [
        ("[2004-02-01..2004-02-29]", "2004-02"),
        ("[2004-01-01..2004-12-31]", "2004"),
        ("[2004-02-28..2004-02-28]", "2004-02-28"),
        ("[2004-01-01..2004-06-30]", "[2004-01-01..2004-06-30]"),
        ("[2003-01-01..2004-12-31]", "[2003-01-01..2004-12-31]"),
        ("[2004-02-02..2004-02-29]", "[2004-02-02..2004-02-29]"),
    ],
)
def test_a_day_is_written_as_short_as_it_can_be(text: str, shortest: str) -> None:
    assert PartialDate.read(text).isoformat() == shortest


@given(partial_dates(), days)
def test_it_has_come_by_a_day_only_if_every_day_that_is_possible_has(day: PartialDate, on: D) -> None:
    """A day known by bounds would be stated as certain between them."""
    possible = [bound for bound in (day.earliest, day.latest) if bound is not None]
    truth = day.by(on)
    if truth is Truth.TRUE:
        assert day.latest is not None
        assert all(bound <= on for bound in possible)
    elif truth is Truth.FALSE:
        assert day.earliest is not None
        assert all(bound > on for bound in possible)
    else:
        assert day.latest is None or on < day.latest
        assert day.earliest is None or on >= day.earliest


@given(partial_dates(), days, days)
def test_what_has_come_stays_so(day: PartialDate, one: D, other: D) -> None:
    first, second = sorted((one, other))
    assert day.by(first) <= day.by(second)


def test_an_exact_day_equals_its_date() -> None:
    day = PartialDate.on("2003-09-29")
    assert day == D(2003, 9, 29)
    assert D(2003, 9, 29) == day
    assert day != D(2003, 9, 28)
    assert hash(day) == hash(D(2003, 9, 29))
    assert {D(2003, 9, 29): "in force"}[day.day or D.min] == "in force"
    assert day.day == D(2003, 9, 29)


@pytest.mark.parametrize("text", ["2003-09", "2003", "[2003-09-29..]", "[..2003-09-29]", "[2003-09-28..2003-09-29]"])
def test_a_day_known_in_part_equals_no_date(text: str) -> None:
    day = PartialDate.read(text)
    assert day != D(2003, 9, 29)
    assert day.day is None


@given(partial_dates(), partial_dates())
def test_equal_days_have_equal_hashes(one: PartialDate, other: PartialDate) -> None:
    if one == other:
        assert hash(one) == hash(other)
    assert hash(one) == hash(PartialDate(one.earliest, one.latest))


def test_a_day_equals_no_text() -> None:
    """`standing.since == "2005-12-14"` would be false in silence if it looked like a text."""
    assert PartialDate.on("2003-09-29") != "2003-09-29"


def test_between_takes_dates_and_texts() -> None:
    assert PartialDate.between("2018-10-20", D(2021, 6, 3)) == PartialDate.read("[2018-10-20..2021-06-03]")
    assert PartialDate.between(None, None).day is None


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: PartialDate.on("2003-02-30"), "day: '2003-02-30' is not a day: day is out of range for month"),
        (
            lambda: PartialDate.between("2003-02-30", None),
            "earliest: '2003-02-30' is not a day: day is out of range for month",
        ),
        (
            lambda: PartialDate.between(None, "2003-02-30"),
            "latest: '2003-02-30' is not a day: day is out of range for month",
        ),
        (
            lambda: PartialDate.between("2004-01-02", "2004-01-01"),
            "day: '[2004-01-02..2004-01-01]' is not a day: its first possible day is after its last",
        ),
    ],
)
def test_a_day_that_is_made_wrongly_is_refused(make: Any, message: str) -> None:
    with pytest.raises(DateError) as caught:
        make()
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["1999-07-01/2017-04-30", "2017-05-01/..", "2017-05-01/", "/2018", "/", "/.."])
def test_the_written_form_of_a_period_reads_back(text: str) -> None:
    period = Period.read(text)
    assert period.isoformat() == text
    assert str(period) == text
    assert repr(period) == f"Period({text!r})"


@given(periods())
def test_any_period_reads_back(period: Period) -> None:
    assert Period.read(period.isoformat()) == period
    assert hash(Period.read(period.isoformat())) == hash(period)


def test_still_so_and_not_known_are_different() -> None:
    """A membership whose end nobody recorded would be stated as one that lasts."""
    running, open_ended = Period.read("2017-05-01/.."), Period.read("2017-05-01/")
    assert running != open_ended
    assert running.includes(D(2026, 1, 1)) is Truth.TRUE
    assert open_ended.includes(D(2026, 1, 1)) is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("text", "day", "truth"),
    [
        ("1999-07-01/2017-04-30", D(1999, 6, 30), Truth.FALSE),
        ("1999-07-01/2017-04-30", D(1999, 7, 1), Truth.TRUE),
        ("1999-07-01/2017-04-30", D(2017, 4, 30), Truth.TRUE),
        ("1999-07-01/2017-04-30", D(2017, 5, 1), Truth.FALSE),
        ("1999-07/2017-04-30", D(1999, 7, 15), Truth.UNKNOWN),
        ("1999-07/2017-04-30", D(1999, 7, 31), Truth.TRUE),
        ("1999-07-01/2017", D(2016, 12, 31), Truth.TRUE),
        ("1999-07-01/2017", D(2017, 1, 1), Truth.TRUE),
        ("1999-07-01/2017", D(2017, 1, 2), Truth.UNKNOWN),
        ("1999-07-01/2017", D(2018, 1, 1), Truth.FALSE),
        ("/2018-01-01", D(2017, 1, 1), Truth.UNKNOWN),
        ("/2018-01-01", D(2018, 1, 2), Truth.FALSE),
        ("/..", D(2018, 1, 2), Truth.UNKNOWN),
        ("/", D(2018, 1, 2), Truth.UNKNOWN),
    ],
)
def test_both_days_belong_to_a_period(text: str, day: D, truth: Truth) -> None:
    """A State would be left out on its last day, or kept one day too long."""
    assert Period.read(text).includes(day) is truth


@pytest.mark.parametrize("day", [D.min, D.max])
@pytest.mark.parametrize("text", ["1999-07-01/2017-04-30", "1999-07-01/..", "1999-07-01/", "/2018"])
def test_every_day_that_there_is_can_be_asked_of_a_period(text: str, day: D) -> None:
    """A program that asks for the first day of the calendar would end in an error that is not ours."""
    assert Period.read(text).includes(day) is not Truth.TRUE or day == D.max


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (
            lambda: Period.read("1999-07-01"),
            "period: '1999-07-01' is not a period: expected a text such as '1999-07-01/2017-04-30' or '2017-05-01/..'",
        ),
        (
            lambda: Period.read("2003-02-30/.."),
            "period: '2003-02-30' is not a day: day is out of range for month",
        ),
        (
            lambda: Period.read("2003-02-28/2003-02-30", "mandate"),
            "mandate: '2003-02-30' is not a day: day is out of range for month",
        ),
        (
            lambda: Period.read("2018/2017"),
            "period: '2018/2017' is not a period: it ends before it begins",
        ),
        (
            lambda: Period(None, PartialDate.read("2017"), ongoing=True),
            "period: '/..' is not a period: it has a last day and is said to be still running",
        ),
    ],
)
def test_a_period_that_is_none_is_refused(make: Any, message: str) -> None:
    with pytest.raises(DateError) as caught:
        make()
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["2017/2017", "2017-05/2017", "/2017", "2017/", "[..2017]/[2016..]"])
def test_a_period_that_may_be_in_order_is_taken(text: str) -> None:
    assert Period.read(text).includes(D(2030, 1, 1)) is not Truth.TRUE


@given(partial_dates(), periods())
def test_days_and_periods_survive_copy_and_pickle(day: PartialDate, period: Period) -> None:
    for value in (day, period):
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes
        assert copy.deepcopy(value) == value


# The two traps of convention: when a name ended, the source gives the first day of the next one; when a membership
# ended, it gives the last day.
def test_serbia_and_montenegro_was_so_up_to_2006_06_02() -> None:
    """Montenegro became independent on 2006-06-03; one day would have two names, or none."""
    former = {name.text: name.period for name in oc.participants["rs"].former_names}
    period = former["Serbia and Montenegro"]
    assert period is not None
    assert period.includes(D(2006, 6, 2)) is Truth.TRUE
    assert period.includes(D(2006, 6, 3)) is Truth.FALSE
    assert oc.participants["me"].predecessors[0].date == D(2006, 6, 3)


def test_serbia_was_the_federal_republic_until_the_day_before_it_was_renamed() -> None:
    former = {name.text: name.period for name in oc.participants["rs"].former_names}
    earlier, later = former["Yugoslavia (Federal Republic of)"], former["Serbia and Montenegro"]
    assert earlier is not None
    assert later is not None
    assert (earlier.includes(D(2003, 2, 3)), earlier.includes(D(2003, 2, 4))) == (Truth.TRUE, Truth.FALSE)
    assert (later.includes(D(2003, 2, 3)), later.includes(D(2003, 2, 4))) == (Truth.FALSE, Truth.TRUE)


def test_the_united_kingdom_was_in_the_european_union_up_to_2020_01_31() -> None:
    """Withdrawal Agreement, art. 185: in force 2020-02-01, the first day without it."""
    (row,) = [row for row in table("eu-membership.csv") if row["participant"] == "gb"]
    period = Period.read(f"{row['member_from']}/{row['member_until']}")
    assert period.includes(D(2020, 1, 31)) is Truth.TRUE
    assert period.includes(D(2020, 2, 1)) is Truth.FALSE
    assert period.includes(D(1973, 1, 1)) is Truth.TRUE
    assert period.includes(D(1972, 12, 31)) is Truth.FALSE


def test_days_and_periods_are_padded_like_texts() -> None:
    assert f"{PartialDate.read('2004-02'):10}|" == "2004-02   |"
    assert f"{PartialDate.read('2004-02')}" == "2004-02"
    assert f"{Period.read('2004/..'):>8}" == " 2004/.."
