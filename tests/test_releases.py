"""Two releases of the data compared, and citations."""

import json
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import orgcrime as oc
from orgcrime.releases import STYLES, Change, data_diff, how_to_cite

PACKAGE = Path(oc.__file__).parent


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A copy of the package, to be changed."""
    to = tmp_path / "orgcrime"
    shutil.copytree(PACKAGE / "data", to / "data")
    shutil.copy(PACKAGE / "__init__.py", to)
    return to


def rewritten(path: Path, change: Callable[[Any], None]) -> None:
    raw = json.loads(path.read_text(encoding="utf-8"))
    change(raw)
    path.write_text(json.dumps(raw), encoding="utf-8")


def wheel(at: Path, package: Path) -> Path:
    with zipfile.ZipFile(at, "w") as made:
        for each in package.rglob("*"):
            made.write(each, f"orgcrime/{each.relative_to(package).as_posix()}")
        made.writestr("orgcrime-0.1.0.dist-info/METADATA", "Name: orgcrime\n")
    return at


def test_a_release_does_not_differ_from_itself(newer: Path) -> None:
    found = data_diff(PACKAGE, newer)
    assert (found.old, found.new, len(found)) == (oc.data_version, oc.data_version, 0)


@pytest.mark.parametrize("within", [".", "data", ".."])
def test_a_release_is_a_package_its_data_or_the_folder_around(newer: Path, within: str) -> None:
    assert data_diff(PACKAGE, newer / within) == data_diff(PACKAGE, PACKAGE)


def test_the_same_data_in_other_words_do_not_differ(newer: Path) -> None:
    """Spacing is no change of the law."""
    rewritten(newer / "data/instruments.json", lambda _: None)
    assert len(data_diff(PACKAGE, newer)) == 0


def test_a_changed_field_is_named_with_both_values(newer: Path) -> None:
    def change(raw: Any) -> None:
        next(each for each in raw if each["id"] == "untoc")["title"] = "Another"

    rewritten(newer / "data/instruments.json", change)
    before = json.dumps(oc.instruments["untoc"].title)
    assert data_diff(PACKAGE, newer).changes == (
        Change(
            kind="changed", file="instruments.json", record="untoc", field="title", before=before, after='"Another"'
        ),
    )


def test_a_field_that_comes_or_goes_is_named(newer: Path) -> None:
    def change(raw: Any) -> None:
        record = next(each for each in raw if each["id"] == "untoc")
        record["invented"] = 1
        del record["abbreviation"]

    rewritten(newer / "data/instruments.json", change)
    found = data_diff(PACKAGE, newer).changes
    assert {(each.kind, each.field, each.before, each.after) for each in found} == {
        ("added", "invented", None, "1"),
        ("removed", "abbreviation", '"UNTOC"', None),
    }


def test_records_that_come_or_go_are_named(newer: Path) -> None:
    def change(raw: Any) -> None:
        raw[0]["id"] = "renamed"

    rewritten(newer / "data/bodies.json", change)
    found = data_diff(PACKAGE, newer).changes
    assert [(each.kind, each.record) for each in found] == [("removed", "amla"), ("added", "renamed")]


def test_an_entry_of_a_list_is_a_record_of_its_own(newer: Path) -> None:
    def change(raw: Any) -> None:
        raw["edition"] = "another"
        raw["entries"][0]["label"] = "another"

    rewritten(newer / "data/taxonomies/fatf.json", change)
    found = data_diff(PACKAGE, newer).changes
    first = oc.taxonomies["fatf"].entries[0].id
    assert [(each.record, each.field) for each in found] == [("fatf", "edition"), (f"fatf/{first}", "label")]


def test_a_day_of_an_act_that_was_corrected_is_named(newer: Path) -> None:
    path = newer / "data/participation/untoc.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("ad,signature,2001-11-11", "ad,signature,2001-11-12"), encoding="utf-8")
    assert data_diff(PACKAGE, newer).changes == (
        Change(
            kind="changed",
            file="participation/untoc.csv",
            record="ad/signature",
            field="date",
            before='"2001-11-11"',
            after='"2001-11-12"',
        ),
    )


def test_a_match_is_told_by_its_two_entries(newer: Path) -> None:
    path = newer / "data/crosswalk/fatf.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("fatf,piracy,close,crimes", "fatf,piracy,exact,crimes"), encoding="utf-8")
    found = data_diff(PACKAGE, newer).changes
    assert [(each.record, each.field) for each in found] == [("fatf/piracy/crimes/maritime-piracy", "relation")]


def test_files_that_come_or_go_are_named(newer: Path) -> None:
    (newer / "data/crosswalk/fatf.csv").rename(newer / "data/crosswalk/other.csv")
    found = data_diff(PACKAGE, newer).changes
    assert [(each.kind, each.file) for each in found] == [
        ("removed", "crosswalk/fatf.csv"),
        ("added", "crosswalk/other.csv"),
    ]


def test_rows_told_apart_by_nothing_are_numbered(newer: Path) -> None:
    path = newer / "data/eu-membership.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join((*lines, lines[1])) + "\n", encoding="utf-8")
    found = data_diff(PACKAGE, newer).changes
    assert [(each.kind, each.record) for each in found] == [("added", "at (2)")]


def test_files_of_an_odd_form_are_compared_as_a_whole(tmp_path: Path) -> None:
    for name, value in (
        ("a", [1, {"instrument": "x", "participant": "y", "n": 1}]),
        ("b", [2, {"instrument": "x", "participant": "y"}]),
    ):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "instruments.json").write_text("[]", encoding="utf-8")
        (folder / "odd.json").write_text(json.dumps(value), encoding="utf-8")
        (folder / "other.json").write_text(json.dumps(name), encoding="utf-8")
    found = data_diff(tmp_path / "a", tmp_path / "b")
    assert (found.old, found.new) == (None, None)
    assert [(each.kind, each.file, each.record) for each in found.changes] == [
        ("removed", "odd.json", "1"),
        ("removed", "odd.json", "x/y"),
        ("added", "odd.json", "2"),
        ("changed", "other.json", ""),
    ]


def test_a_wheel_is_a_release(newer: Path, tmp_path: Path) -> None:
    rewritten(newer / "data/instruments.json", lambda raw: raw.pop())
    text = (newer / "__init__.py").read_text(encoding="utf-8")
    (newer / "__init__.py").write_text(text.replace(f'"{oc.data_version}"', '"2027-01-31"'), encoding="utf-8")
    made = wheel(tmp_path / "orgcrime-0.2.0-py3-none-any.whl", newer)
    found = data_diff(PACKAGE, made)
    assert (found.new, [each.kind for each in found.changes]) == ("2027-01-31", ["removed"])


def test_a_difference_is_shown(newer: Path) -> None:
    rewritten(newer / "data/instruments.json", lambda raw: raw.pop())
    found = data_diff(PACKAGE, newer)
    assert str(found).startswith(f"data {oc.data_version} → {oc.data_version}: 1 differences\n")
    assert found._repr_html_().startswith("<div>")
    assert json.loads(oc.to_json(found))["changes"][0]["kind"] == "removed"


def test_a_version_that_is_not_said_is_not_invented(newer: Path) -> None:
    (newer / "__init__.py").unlink()
    assert str(data_diff(newer, newer)) == "data of an unknown version → of an unknown version: 0 differences"


@pytest.mark.parametrize("name", ["missing", "empty"])
def test_what_is_no_release_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(oc.InputError, match="is neither a wheel of the library nor a folder"):
        data_diff(tmp_path / name, PACKAGE)


def test_a_wheel_of_something_else_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "other.whl", "w") as made:
        made.writestr("other/__init__.py", "")
    with pytest.raises(oc.InputError, match="is neither a wheel of the library"):
        data_diff(tmp_path / "other.whl", PACKAGE)


def test_a_broken_wheel_is_refused(tmp_path: Path) -> None:
    (tmp_path / "broken.whl").write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(oc.InputError, match="is no wheel that can be read"):
        data_diff(tmp_path / "broken.whl", PACKAGE)


def test_a_wheel_that_would_burst_is_refused(tmp_path: Path) -> None:
    """A small archive can hold a file larger than the memory."""
    with zipfile.ZipFile(tmp_path / "bomb.whl", "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("orgcrime/data/instruments.json", " " * (64 * 1024 * 1024 + 1))
    with pytest.raises(oc.InputError, match="is larger than 64 MiB"):
        data_diff(tmp_path / "bomb.whl", PACKAGE)


@pytest.mark.parametrize(
    ("name", "held", "reason"),
    [
        ("instruments.json", b"[", "is not JSON"),
        ("crosswalk/fatf.csv", b"source\n\xff\n", "is no table"),
        ("crosswalk/fatf.csv", b'source\n"' + b"x" * 200_000 + b'"\n', "is no table"),
    ],
)
def test_a_broken_file_is_named(newer: Path, name: str, held: bytes, reason: str) -> None:
    (newer / "data" / name).write_bytes(held)
    with pytest.raises(oc.InputError, match=f"{name}: {reason}"):
        data_diff(PACKAGE, newer)


RECORDS: list[Any] = [
    None,
    oc.instruments["UNTOC"],
    oc.bodies["europol"],
    oc.crimes["fraud"],
    oc.taxonomies["fatf"],
    oc.taxonomies["fatf"].entries[0],
    oc.programmes["empact-2018-2021"],
    oc.definitions["untoc-serious-crime"],
    oc.participants["FR"],
    oc.participations["uncac/fr"],
    oc.sources["fatf-glossary"],
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: getattr(record, "id", "library"))
def test_every_datum_can_be_cited_in_every_style(record: Any) -> None:
    item = json.loads(how_to_cite(record, "csl-json"))[0]
    text = how_to_cite(record)
    assert {"id", "type", "title"} <= set(item)
    assert item["type"] in ("software", "dataset", "webpage", "document")
    assert text.startswith(("@misc{", "@software{"))
    assert text.count("{") - text.count(r"\{") == text.count("}") - text.count(r"\}")


def test_a_citation_of_the_library_agrees_with_its_citation_file() -> None:
    """Two ways to cite the same would make two works of it."""
    item = json.loads(how_to_cite(None, "csl-json"))[0]
    file = PACKAGE.parents[1] / "CITATION.cff"
    said = dict(re.findall(r'^(title|version): "?([^"\n]+)"?$', file.read_text(encoding="utf-8"), re.MULTILINE))
    assert said == {"title": item["title"], "version": item["version"]}


def test_a_datum_is_cited_with_the_version_of_the_data_and_its_sources() -> None:
    item = json.loads(how_to_cite(oc.crimes["fraud"], "csl-json"))[0]
    assert item["version"] == f"{oc.__version__}, data of {oc.data_version}"
    assert item["title"] == f"{oc.crimes['fraud'].title}: data on the crime category fraud"
    assert oc.sources[oc.crimes["fraud"].sources[0].source].title in item["note"]


def test_an_act_is_cited_with_the_sources_of_its_acts() -> None:
    note = json.loads(how_to_cite(oc.participations["uncac/fr"], "csl-json"))[0]["note"]
    assert "United Nations Treaty Collection" in note


def test_a_datum_without_sources_says_so() -> None:
    treaty = oc.Instrument(
        id="t", title="T & {co}_1 ~", kind=oc.instruments["UNTOC"].kind, status=oc.EvidenceStatus.UNVERIFIED, sources=()
    )
    assert "note = {No source is recorded.}" in how_to_cite(treaty)
    assert r"title = {{T \& \{co\}\_1 \textasciitilde{}: data on the instrument t}}" in how_to_cite(treaty)


@pytest.mark.parametrize(
    ("as_of", "expected"), [("2016", "year = {2016}"), ("2016-05", "month = {5}"), ("[2016-01-02..2016-05-06]", None)]
)
def test_a_source_is_cited_by_its_own_date(as_of: str, expected: str | None) -> None:
    source = oc.Source(id="s", title="S", publisher="P", kind="text", as_of=oc.PartialDate.read(as_of))
    text = how_to_cite(source)
    assert expected in text if expected else "year" not in text
    assert json.loads(how_to_cite(source, "csl-json"))[0]["type"] == "document"


@pytest.mark.parametrize("given", ["untoc", 7, oc.Group(persons=3)])
def test_what_is_no_record_cannot_be_cited(given: object) -> None:
    with pytest.raises(oc.InputError, match="is no record"):
        how_to_cite(given)


def test_an_unknown_style_is_refused_with_the_nearest() -> None:
    with pytest.raises(oc.UnknownKeyError, match="Did you mean 'bibtex'"):
        how_to_cite(None, "bibtx")
    assert STYLES == ("bibtex", "csl-json")
