"""Panels, timelines and masks: the same answers as one question at a time."""

import csv
import datetime as dt
import io
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime.errors import DateError, InputError, UnknownKeyError
from orgcrime.status.membership import Ledger
from orgcrime.status.panels import diff, panel, timeline
from orgcrime.status.timelines import day_masks, matrix

participants = st.sampled_from(sorted(oc.participants))
instruments = st.sampled_from(sorted(oc.horizons))
days = st.dates(dt.date(1988, 1, 1), dt.date(2027, 12, 31))
HALF_CENTURY = day_masks(since="1988-01-01", until="2027-12-31")


def scan(participant: str, instrument: str, on: dt.date) -> oc.Truth:
    """Return the answer from the records themselves."""
    return Ledger(oc.participants[participant], oc.instruments[instrument], oc.BUILT_IN).truth(on)


@given(participants, instruments, days)
@settings(max_examples=300)
def test_the_masks_and_the_scan_give_the_same_answers(participant: str, instrument: str, on: dt.date) -> None:
    assert HALF_CENTURY.truth(participant, instrument, on) is scan(participant, instrument, on)


@given(participants, participants, instruments, days)
@settings(max_examples=150)
def test_a_matrix_of_one_day_gives_what_both_sides_give(a: str, b: str, instrument: str, on: dt.date) -> None:
    found = matrix(on)
    assert found.truth(a, b, instrument) is scan(a, instrument, on) & scan(b, instrument, on)
    assert found.truth(a, b, instrument) is found.truth(b, a, instrument)
    certain, possible = found.row(a, instrument)
    at = found.participants.index(b)
    if a != b:
        assert bool(certain >> at & 1) == (found.truth(a, b, instrument) is oc.Truth.TRUE)
        assert bool(possible >> at & 1) == (found.truth(a, b, instrument) is not oc.Truth.FALSE)


@given(participants, participants, instruments)
@settings(max_examples=50)
def test_what_is_certain_is_possible(a: str, b: str, instrument: str) -> None:
    certain, possible = HALF_CENTURY.both(a, b, instrument)
    assert certain & ~possible == 0


def test_every_pair_has_its_masks_of_days_and_of_instruments() -> None:
    few = day_masks(["UNTOC", "UNCAC"], since="2005-12-13", until="2005-12-15")
    found = {(one, other, what): (yes, maybe) for one, other, what, yes, maybe in few.pairs()}
    number = len(few.participants)
    assert len(found) == 2 * number * (number - 1) // 2
    key = next(each for each in found if {"fr", "br"} == set(each[:2]) and each[2] == "uncac")
    assert found[key] == (0b110, 0b110)
    assert few.days == 3
    day = matrix("2019-07-01")
    order = list(day.certain)
    assert sum(1 for _ in day.pairs()) == number * (number - 1) // 2
    for one, other, certain, _ in itertools.islice(day.pairs(), 2000):
        shared = {order[at] for at in range(len(order)) if certain >> at & 1}
        assert shared == set(day.shared(one, other))


def test_france_and_brazil_share_six_instruments_on_1_july_2019() -> None:
    assert set(matrix("2019-07-01").shared("fr", "br")) == {
        "untoc",
        "trafficking-protocol",
        "smuggling-protocol",
        "firearms-protocol",
        "uncac",
        "vienna-1988",
    }


def test_masks_refuse_what_is_no_day_of_theirs_or_no_instrument_with_participants() -> None:
    with pytest.raises(DateError, match="2027-12-31"):
        HALF_CENTURY.truth("fr", "untoc", "2028-01-01")
    with pytest.raises(DateError, match="begins on"):
        day_masks(since="2020-01-02", until="2020-01-01")
    with pytest.raises(UnknownKeyError):
        matrix("2019-07-01", instruments=["CITES"])
    with pytest.raises(ValueError, match="not in"):
        matrix("2019-07-01", instruments=["UNTOC"]).row("xx", "untoc")


@given(participants, instruments, st.lists(days, min_size=1, max_size=6))
@settings(max_examples=80)
def test_a_panel_says_what_each_standing_says(participant: str, instrument: str, dates: list[dt.date]) -> None:
    for row in panel(instrument, dates=dates, participants=[participant]):
        found = oc.standing(participant, instrument, on=row.date)
        assert (row.truth, row.position, row.since, row.as_of) == (
            found.truth,
            found.position,
            found.since,
            found.as_of,
        )


def test_a_panel_has_a_row_for_each_participant_year_and_instrument() -> None:
    found = panel(["UNTOC", "trafficking-protocol"], years=range(2000, 2026))
    everyone = {row.participant for row in found}
    assert len(found) == len(everyone) * 26 * 2
    assert {"eu", "va", "ck", "nu", "ps"} <= everyone
    assert {row.date for row in found} == {dt.date(year, 12, 31) for year in range(2000, 2026)}
    assert found
    assert not panel([], years=[2019])


def test_a_panel_goes_to_csv_and_to_json() -> None:
    found = panel(oc.instruments["UNTOC"], years=[2003], dates=["2004-02-28"], participants=["BR", "JP"])
    rows = list(csv.DictReader(io.StringIO(found.to_csv())))
    assert rows[0] == {
        "participant": "br",
        "date": "2003-12-31",
        "instrument": "untoc",
        "truth": "false",
        "position": "signatory",
        "since": "2004-02-28",
        "as_of": rows[0]["as_of"],
    }
    assert [row["truth"] for row in rows] == ["false", "true", "false", "false"]
    assert found.plain()[1]["position"] == "state-party"


def test_a_panel_asks_for_days() -> None:
    with pytest.raises(InputError, match="years"):
        panel(["UNTOC"])
    with pytest.raises(DateError):
        panel(["UNTOC"], dates=["2019-02-30"])


def test_a_territory_has_no_position_of_its_own() -> None:
    territory = next(each.id for each in oc.participants.values() if each.kind.value == "territory")
    row = panel("UNTOC", dates=["2019-07-01"], participants=[territory]).rows[0]
    assert row.truth is oc.Truth.UNKNOWN
    assert row.cells[4:] == ("", "", "")


def test_a_timeline_counts_the_parties_of_each_day() -> None:
    found = timeline("UNTOC")
    for event in found.events[:: len(found.events) // 20]:
        if event.day.day is not None and event.day.day < dt.date(2018, 1, 1):
            assert event.parties == len(oc.parties("UNTOC", on=event.day.day))
    assert "event" in str(found)
    assert "<table>" in found._repr_html_()
    assert found.to_csv().startswith("participant,day,event,parties\n")


def test_a_day_known_only_by_bounds_has_no_number_of_parties() -> None:
    events = timeline("UNCAC").events
    assert any(event.day.day is None and event.parties is None for event in events)
    assert [event.participant for event in events if not event.joined] == ["bt"]


def test_between_two_days_japan_joined() -> None:
    found = diff("UNTOC", "2017-08-09", "2017-08-10")
    assert found.joined == ("jp",)
    assert found.left == ()
    assert found.undetermined == ()
    assert found.to_csv() == "participant,2017-08-09,2017-08-10,since\njp,false,true,2017-08-10\n"
    assert "jp" in str(found)


def test_what_is_not_determined_is_neither_joined_nor_left() -> None:
    found = diff("UNTOC", "2018-07-01", "2019-07-01")
    assert set(found.undetermined) & (set(found.joined) | set(found.left)) == set()
    assert "pw" in found.undetermined
    assert diff("UNTOC", "2019-07-01", "2019-07-01").changes == ()
    assert "nothing changed" in diff("UNTOC", "2019-07-01", "2019-07-01")._repr_html_()


def test_from_the_second_day_to_the_first_who_joined_has_left() -> None:
    assert diff("UNTOC", "2017-08-10", "2017-08-09").left == ("jp",)


def test_a_panel_shows_how_many_were_bound_and_not_its_thousands_of_rows() -> None:
    """41 had consented by 2003-07-01, ninety days before (UNTOC art. 38(1))."""
    found = panel("UNTOC", dates=["2003-09-28", "2003-09-29", "2040-01-01"])
    lines = str(found).splitlines()
    assert lines[0] == "594 rows: participant by day by instrument"
    assert [line.split()[:4] for line in lines[2:4]] == [
        ["untoc", "2003-09-28", "0", "198"],
        ["untoc", "2003-09-29", "41", "157"],
    ]
    assert lines[4].split() == ["untoc", "2040-01-01", "0", "0", "198"]
    assert repr(found) == "<Panel of 594 rows>"
    assert found._repr_html_().startswith("<div>594 rows")
    assert str(panel([], years=2003)) == "0 rows: participant by day by instrument"


def test_one_year_alone_will_do() -> None:
    assert panel("UNTOC", years=2003) == panel(["UNTOC"], years=[2003])


def test_what_a_question_gives_is_named_in_few_words() -> None:
    """A prompt shows it unasked; thousands of letters would hide what was asked before."""
    shown = [
        repr(oc.standing("FR", "UNCAC", on="2019-07-01")),
        repr(oc.parties("UNTOC", on="2003-09-29")),
        repr(timeline("UNTOC")).partition(",")[0],
        repr(diff("UNTOC", "2017-08-09", "2017-08-10")),
        repr(oc.duties("UNTOC", kind="liability-of-legal-persons")),
        repr(oc.legal_bases("FR", "BR", cooperation="extradition", on="2019-07-01")),
        repr(oc.legal_bases("FR", "BR", cooperation="extradition", on="2019-07-01").basis("untoc")),
        repr(oc.crosswalk("eaw", "europol").coverage()),
        repr(oc.crosswalk("eaw", "europol").map("laundering-of-the-proceeds-of-crime")[0]),
        repr(oc.instruments["UNTOC"]),
        repr(oc.participants["FR"]),
    ]
    assert shown == [
        "<Standing: yes, fr and uncac on 2019-07-01>",
        "<Parties: 41 to untoc on 2003-09-29>",
        "<Timeline: untoc",
        "<Diff: untoc, 2017-08-09 to 2017-08-10, 1 change>",
        "<Duties: untoc, 1>",
        "<LegalBases: fr to br, extradition, 3 of 5 hold>",
        "<Basis: yes, UNTOC art. 16>",
        "<Coverage: eaw to europol, 29 of 32>",
        "<Counterpart: related, money-laundering-activities>",
        "<Instrument untoc: United Nations Convention against Transnational Organized Crime>",
        "<Participant fr: France>",
    ]
