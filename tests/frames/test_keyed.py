"""Crosswalks, status and legal bases by column: each question answered as one at a time, on every library."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import orgcrime as oc
from orgcrime import frames
from orgcrime.cooperation.links import legal_bases
from orgcrime.frames.engines import Opened, wrapped
from orgcrime.frames.keyed import beside

pa = pytest.importorskip("pyarrow")
pd = pytest.importorskip("pandas")
pl = pytest.importorskip("polars")

CRIMES = ["terrorism", "Terrorism", "terorism", None, "laundering-of-the-proceeds-of-crime", "terrorism"]
STATES = ["FR", "JP", "jp", None, "European Union", "FR"]
DAYS = [dt.date(2001, 1, 1), dt.date(2018, 1, 1), dt.date(2001, 1, 1), dt.date(2001, 1, 1), None, dt.date(2018, 1, 1)]
TABLE = pl.DataFrame({"crime": CRIMES, "state": STATES, "day": DAYS, "row": list(range(6))})


def dask(frame: Any) -> Any:
    dd: Any = pytest.importorskip("dask.dataframe")
    return dd.from_pandas(frame.to_pandas(), npartitions=2)


def duckdb(frame: Any) -> Any:
    return pytest.importorskip("duckdb").from_arrow(frame.to_arrow())


LIBRARIES: dict[str, Any] = {
    "polars": lambda frame: frame,
    "polars-lazy": lambda frame: frame.lazy(),
    "polars-categories": lambda frame: frame.with_columns(
        pl.col("crime", "state").cast(pl.Categorical), pl.col("day").cast(pl.Datetime("ms"))
    ),
    "polars-text": lambda frame: frame.with_columns(pl.col("day").cast(pl.String)),
    "pandas": lambda frame: frame.to_pandas(),
    "pandas-pyarrow": lambda frame: frame.to_pandas(use_pyarrow_extension_array=True),
    "pyarrow": lambda frame: frame.to_arrow(),
    "pyarrow-categories": lambda frame: frame.with_columns(pl.col("crime", "state").cast(pl.Categorical)).to_arrow(),
    "duckdb": duckdb,
    "dask": dask,
}


def rows(frame: Any) -> list[dict[str, Any]]:
    """Return the rows of a frame of any library, in the order of their number."""
    if hasattr(frame, "compute"):
        frame = frame.compute()
    if hasattr(frame, "collect"):
        frame = frame.collect()
    if isinstance(frame, pd.DataFrame):
        found = [{name: _value(value) for name, value in row.items()} for row in frame.to_dict(orient="records")]
    elif isinstance(frame, pa.Table):
        found = frame.to_pylist()
    elif isinstance(frame, pl.DataFrame):
        found = frame.to_dicts()
    else:
        found = [dict(zip(frame.columns, row, strict=True)) for row in frame.fetchall()]
    return sorted(found, key=lambda row: (row["row"], str(row.get("europol"))))


def _value(value: Any) -> Any:
    if isinstance(value, list):
        return value
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, dt.datetime) else value


@pytest.mark.parametrize("library", LIBRARIES)
def test_values_are_mapped_to_lists_and_no_row_is_dropped(library: str) -> None:
    frame = LIBRARIES[library](TABLE)
    found = frames.map(frame, "crime", source="eaw", target="europol", relations=True)
    assert type(found) is type(frame)
    laundering = oc.crosswalk("eaw", "europol").map("laundering-of-the-proceeds-of-crime")
    assert [row["europol"] for row in rows(found)] == [
        ["terrorism"],
        ["terrorism"],
        None,
        None,
        [each.entry.id for each in laundering],
        ["terrorism"],
    ]
    assert rows(found)[4]["europol_relation"] == [each.relation.value for each in laundering]


@pytest.mark.parametrize("library", LIBRARIES)
def test_exploded_each_counterpart_has_a_row_and_the_others_stay(library: str) -> None:
    found = frames.map(LIBRARIES[library](TABLE), "crime", source="eaw", target="crimes", explode=True, relations=True)
    way = oc.crosswalk("eaw", "crimes")
    expected: list[tuple[int, str | None, str | None]] = []
    for at, value in enumerate(CRIMES):
        try:
            known = [(each.entry.id, each.relation.value) for each in way.map(value or "")]
        except oc.UnknownKeyError:
            known = []
        expected += [(at, *each) for each in known] or [(at, None, None)]
    assert sorted(
        (row["row"], row["crimes"], row["crimes_relation"]) for row in rows(found) if row["crimes"]
    ) == sorted(each for each in expected if each[1])
    assert len(rows(found)) == len(expected)


def test_an_entry_without_a_counterpart_gives_an_empty_list() -> None:
    """It is in the list: that is not the same as a value that nothing knows."""
    lists = sorted(oc.taxonomies)
    source, target, entry = next(
        (source, target, entry)
        for source in lists
        for target in lists
        for entry in oc.crosswalk(source, target).coverage().without
    )
    frame = pl.DataFrame({"crime": [entry.id, "no such thing at all"]})
    for each in (frame, frame.to_arrow(), frame.to_pandas()):
        found = frames.map(each, "crime", source=source, target=target, into="to")
        kept = found["to"].to_pylist() if isinstance(found, pa.Table) else list(found["to"])
        assert [None if value is None else list(value) for value in kept] == [[], None]
        exploded = frames.map(each, "crime", source=source, target=target, into="to", explode=True)
        assert len(exploded) == 2
    seen = frames.coverage(frame, "crime", source=source, target=target)
    assert (seen.without, seen.mapped, len(seen.unknown)) == (((entry.id, 1),), 0, 1)
    assert "without a counterpart" in str(seen)


@pytest.mark.parametrize("library", ["polars", "polars-lazy", "pandas", "pandas-pyarrow", "pyarrow", "duckdb", "dask"])
def test_the_names_of_columns_may_have_dots(library: str) -> None:
    dotted = {"crime": "offence.crime", "state": 'the "State"', "day": "offence.day"}
    frame = LIBRARIES[library](TABLE.rename(dotted))
    mapped = rows(frames.map(frame, "offence.crime", source="eaw", target="europol"))
    assert [row["europol"] for row in mapped[:4]] == [["terrorism"], ["terrorism"], None, None]
    assert frames.coverage(frame, "offence.crime", source="eaw", target="europol").mapped == 4
    bound = rows(frames.standing(frame, participant='the "State"', instrument="UNTOC", on="offence.day"))
    assert [row["bound"] for row in bound[:3]] == [oc.is_party("FR", "UNTOC", on="2001-01-01").known, True, False]
    assert [row["offence.crime"] for row in bound] == CRIMES


def test_the_rows_of_pandas_keep_their_index() -> None:
    frame = TABLE.to_pandas().set_index(pd.Index([3, 3, 1, 1, 0, 0]))
    assert list(frames.map(frame, "crime", source="eaw", target="europol").index) == [3, 3, 1, 1, 0, 0]


def test_a_frame_without_rows_is_mapped_without_rows() -> None:
    for library in ("polars", "pandas", "pyarrow", "duckdb"):
        empty = LIBRARIES[library](TABLE.head(0))
        assert rows(frames.map(empty, "crime", source="eaw", target="europol")) == []
        assert rows(frames.map(empty, "crime", source="eaw", target="europol", explode=True)) == []
        assert rows(frames.standing(empty, participant="state", instrument="UNTOC")) == []


@pytest.mark.parametrize("library", LIBRARIES)
def test_coverage_counts_rows_and_offers_what_is_near(library: str) -> None:
    found = frames.coverage(LIBRARIES[library](TABLE), "crime", source="eaw", target="europol")
    assert (found.rows, found.mapped, found.missing) == (6, 4, 1)
    assert found.unknown == (frames.Unmapped("terorism", 1, ("terrorism",)),)
    assert "terorism  1     terrorism" in str(found)
    assert found._repr_html_().startswith("<div>crime: eaw → europol, 6 rows")


def test_a_value_that_names_several_entries_is_counted_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    def several(*_: object) -> Any:
        raise oc.AmbiguousKeyError("entry of eaw", "x", ["a", "b"], shared=True)

    monkeypatch.setattr("orgcrime.crosswalks.Crosswalk.map", several)
    frame = pl.DataFrame({"crime": ["x"]})
    assert frames.coverage(frame, "crime", source="eaw", target="europol").ambiguous == (
        frames.Unmapped("x", 1, ("a", "b")),
    )
    assert frames.map(frame, "crime", source="eaw", target="europol")["europol"].to_list() == [None]


def test_values_that_are_not_in_the_list_are_refused_where_that_is_said() -> None:
    with pytest.raises(oc.InputError) as error:
        frames.map(TABLE, "crime", source="eaw", target="europol", unknown="error")
    assert str(error.value) == "column 'crime': no entry of eaw is known as 'terorism'. Did you mean 'terrorism'?"


def test_what_is_no_column_of_text_is_refused() -> None:
    with pytest.raises(oc.InputError, match=r"^column 'row': found Int64, needed String$"):
        frames.map(TABLE, "row", source="eaw", target="europol")
    with pytest.raises(oc.InputError, match=r"^crimes: the frame has no such column: .* Did you mean 'crime'\?$"):
        frames.map(TABLE, "crimes", source="eaw", target="europol")
    with pytest.raises(oc.InputError, match="column 'state': is in the frame already, and the answer needs its name"):
        frames.map(TABLE, "crime", source="eaw", target="europol", into="state")


@pytest.mark.parametrize("library", LIBRARIES)
def test_status_is_answered_as_one_at_a_time(library: str) -> None:
    frame = LIBRARIES[library](TABLE)
    found = rows(frames.standing(frame, participant="state", instrument="UNTOC", on="day"))
    expected = [
        (None, None)
        if state is None or day is None
        else (oc.is_party(state, "UNTOC", on=day).known, oc.standing(state, "UNTOC").since)
        for state, day in zip(STATES, DAYS, strict=True)
    ]
    assert [(row["bound"], row["since"]) for row in found] == [
        (bound, None if since is None else since.earliest) for bound, since in expected
    ]


def test_every_argument_may_be_a_column_or_one_value() -> None:
    frame = pl.DataFrame({"treaty": ["UNTOC", "UNCAC"]})
    found = frames.standing(frame, participant="JP", instrument="treaty", on="2018-01-01", into=("yes", "from"))
    assert found["yes"].to_list() == [True, True]
    both = pl.DataFrame({"a": ["FR"], "b": ["UNTOC"]})
    assert frames.standing(both, participant="a", instrument="b")["bound"].to_list() == [True]
    assert frames.standing(both, participant="a", instrument="b", catalogue=oc.Catalogue())["bound"].to_list() == [True]


def test_a_key_that_has_named_several_is_settled_by_the_day() -> None:
    """Serbia and Montenegro became Serbia: the code says which on a day."""
    frame = pl.DataFrame({"state": ["CS", "CS"], "day": ["1990-01-01", "2005-01-01"]})
    found = frames.standing(frame, participant="state", instrument="UNTOC", on="day", unknown="null")
    expected = []
    for day in frame["day"]:
        try:
            expected.append(oc.standing("CS", "UNTOC", on=day).truth.known)
        except oc.OrgCrimeError:
            expected.append(None)
    assert found["bound"].to_list() == expected


def test_a_key_that_has_named_several_may_be_given_for_all_rows() -> None:
    frame = pl.DataFrame({"treaty": ["UNTOC"]})
    found = frames.standing(frame, participant="CS", instrument="treaty", on="2005-01-01")
    assert found["bound"].to_list() == [oc.standing("CS", "UNTOC", on="2005-01-01").truth.known]


def test_values_that_name_nothing_are_refused_all_at_once() -> None:
    frame = pl.DataFrame({"state": ["Atlantis", "Francee", "FR"]})
    with pytest.raises(oc.InputError) as error:
        frames.standing(frame, participant="state", instrument="UNTOC")
    said = sorted(str(error.value).splitlines())
    assert said[0].startswith("no participant is known as 'Atlantis'")
    assert said[1].startswith("no participant is known as 'Francee'. Did you mean 'France'")
    kept = frames.standing(frame, participant="state", instrument="UNTOC", unknown="null")
    assert kept["bound"].to_list() == [None, None, True]


def test_what_is_neither_a_column_nor_a_key_is_refused() -> None:
    with pytest.raises(oc.InputError) as error:
        frames.standing(TABLE, participant="stat", instrument="UNTC")
    assert str(error.value).splitlines() == [
        "participant: 'stat' is neither a column of the frame nor a key. Did you mean 'state'?",
        "instrument: 'UNTC' is neither a column of the frame nor a key. Did you mean 'untoc'?",
    ]
    with pytest.raises(oc.InputError, match="no column is asked about: participant, instrument, on name none"):
        frames.standing(TABLE, participant="FR", instrument="UNTOC")
    with pytest.raises(oc.InputError, match=r"column 'row': found Int64, needed Date, or String as 2019-07-01"):
        frames.standing(TABLE, participant="state", instrument="UNTOC", on="row")
    with pytest.raises(oc.DateError):
        frames.standing(TABLE, participant="state", instrument="UNTOC", on="someday")


@pytest.mark.parametrize("library", LIBRARIES)
def test_legal_bases_are_those_of_one_question_at_a_time(library: str) -> None:
    pairs = TABLE.head(3).with_columns(
        asks=pl.Series(["FR", "AZ", None]),
        asked=pl.Series(["BR", "AM", "FR"]),
        crime=pl.lit("money-laundering"),
        day=pl.lit(dt.date(2019, 7, 1)),
    )
    frame = LIBRARIES[library](pairs)
    form = "mutual-legal-assistance"
    made = frames.bases(frame, requesting="asks", requested="asked", cooperation=form, crime="crime", on="day")
    found = rows(made)
    for at, sides in enumerate([("FR", "BR"), ("AZ", "AM")]):
        bases = legal_bases(*sides, cooperation=form, crime="money-laundering", on="2019-07-01")
        assert found[at]["bases"] == [each.instrument.id for each in bases.holding]
        assert found[at]["bases_unknown"] == list(dict.fromkeys(each.instrument.id for each in bases.unknown))
    assert found[2]["bases"] is None


def test_a_library_without_a_way_to_join_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("narwhals.stable.v2.Implementation.is_polars", lambda _: False)
    source = Opened(TABLE, wrapped(TABLE), {})
    with pytest.raises(oc.InputError, match="frame: found polars, needed Polars, pandas"):
        beside(source, [], [], {})
