"""Pictures: well-formed, the same each time, with title, source and date; each says what the data say."""

import datetime as dt
import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import orgcrime as oc
from orgcrime.crosswalks import crosswalk
from orgcrime.errors import MissingExtraError
from orgcrime.law.pairs import Relation
from orgcrime.law.rule import parameters
from orgcrime.render import plots
from orgcrime.render.canvas import Canvas, width_of, wrapped
from orgcrime.render.counts import ratifications
from orgcrime.render.curves import draw_curves
from orgcrime.render.families import draw_family
from orgcrime.render.graphs import Edge, Graph, Node
from orgcrime.render.picture import Picture, settings
from orgcrime.render.places import ordered, spread

SVG = "{http://www.w3.org/2000/svg}"
COMPARED = ("untoc-organized-criminal-group", "untoc-structured-group", "it-416-bis", "za-poca")
PICTURES: dict[str, Callable[[], Picture]] = {
    "timeline of one": lambda: plots.timeline("UNTOC"),
    "timeline of several": lambda: plots.timeline(["Smuggling Protocol", "Vienna 1988"]),
    "finding": lambda: plots.tree(oc.assess("untoc-organized-criminal-group", oc.Group(persons=2, maximum_penalty=4))),
    "definition": lambda: plots.tree(oc.definitions["untoc-participation-agreement"]),
    "family": lambda: plots.family(["UNTOC", "europol"]),
    "flow": lambda: plots.flow(oc.crosswalk("eaw", "europol")),
    "heat map": lambda: plots.heat_map(oc.matrix(COMPARED)),
}


def read(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - we have written it ourselves


def words(svg: str) -> str:
    """Everything written on a picture, with one blank between."""
    return " ".join(" ".join(text.itertext()) for text in read(svg).iter(f"{SVG}text"))


@pytest.fixture(scope="module", params=PICTURES, ids=str)
def drawn(request: pytest.FixtureRequest) -> Picture:
    return PICTURES[str(request.param)]()


def test_a_picture_is_well_formed_and_has_its_title_source_and_day(drawn: Picture) -> None:
    svg = drawn.svg()
    root = read(svg)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == drawn.title
    assert root.findtext(f"{SVG}desc") == drawn.description
    shown = words(svg)
    assert " ".join(wrapped(drawn.title, 99, 8)) in shown
    assert drawn.caption in shown
    assert "Source" in drawn.caption
    assert f"Data of {oc.data_version}, orgcrime {oc.__version__}." in drawn.caption


def test_a_picture_runs_no_script_and_fetches_nothing(drawn: Picture) -> None:
    svg = drawn.svg()
    assert not re.search(r"<script|javascript:|\son\w+=|<image|<foreignObject", svg)
    links = re.findall(r'href="([^"]*)"', svg)
    assert [link for link in links if not link.startswith("#")] == []


def test_the_same_data_give_the_same_picture(request: pytest.FixtureRequest, drawn: Picture) -> None:
    again = PICTURES[request.node.callspec.params["drawn"]]()
    assert again.svg() == drawn.svg() == drawn.svg()
    assert "<dc:date>" not in drawn.svg()


def test_no_text_stands_upon_another_or_off_the_sheet(drawn: Picture) -> None:
    """A label under another cannot be read."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    canvas = FigureCanvasAgg(drawn.figure)
    canvas.draw()  # type: ignore[no-untyped-call] # as the next one
    sheet = drawn.figure.bbox
    boxes = []
    for axes in drawn.figure.axes:
        for text in axes.texts:
            box = text.get_window_extent(canvas.get_renderer())  # type: ignore[no-untyped-call]
            assert sheet.x0 <= box.x0, text.get_text()
            assert box.x1 <= sheet.x1, text.get_text()
            boxes.append((box.padded(-2), text.get_text()))
    met = [(one[1], other[1]) for at, one in enumerate(boxes) for other in boxes[:at] if one[0].overlaps(other[0])]
    assert met == []


def test_a_picture_is_saved_as_its_name_says(tmp_path: Path) -> None:
    picture = PICTURES["finding"]()
    assert picture.save(tmp_path / "a.svg").read_text(encoding="utf-8") == picture.svg()
    assert picture.save(str(tmp_path / "a.PNG")).read_bytes().startswith(b"\x89PNG\r\n")
    with pytest.raises(oc.InputError, match=r"path: 'a.gif' ends neither in .svg nor in .png"):
        picture.save(tmp_path / "a.gif")


def test_a_picture_shows_itself() -> None:
    picture = PICTURES["finding"]()
    assert repr(picture) == "<Picture: organized criminal group (UNTOC art. 2(a)): no>"
    assert picture._repr_svg_() == picture.svg()


def test_settings_of_the_user_change_nothing_and_are_left_alone() -> None:
    import matplotlib as mpl

    before = PICTURES["finding"]().svg()
    with mpl.rc_context({"font.size": 30, "text.color": "red", "svg.fonttype": "path"}):
        assert PICTURES["finding"]().svg() == before
        assert mpl.rcParams["font.size"] == 30


def test_a_title_may_hold_anything() -> None:
    title = '<b>&amp; $x^2$ "quoted" \x07\ud800'
    hostile = attrs.evolve(oc.definitions["untoc-structured-group"], id="own", title=title)
    picture = plots.tree(hostile)
    assert '<b>&amp; $x^2$ "quoted" \N{REPLACEMENT CHARACTER}' in words(picture.svg())
    assert picture.png().startswith(b"\x89PNG")


@pytest.mark.parametrize("name", PICTURES)
def test_without_matplotlib_the_extra_is_named(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.style", None)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'orgcrime\[plots\]'") as caught:
        PICTURES[name]()
    assert (caught.value.library, caught.value.extra) == ("matplotlib", "plots")


# --- trees --------------------------------------------------------------------------------------------------------


def test_a_finding_says_each_outcome_as_a_sign_and_a_word() -> None:
    group = oc.Group(persons=2, randomly_formed=False)
    shown = words(plots.tree(oc.assess("untoc-organized-criminal-group", group)).svg())
    for said in ("✘ no", "✔ yes", "? unknown", "2 persons; 3 needed"):
        assert said in shown


def test_the_answers_of_the_legal_order_stand_before_their_branches() -> None:
    assert " yes: " in words(PICTURES["definition"]().svg())


@pytest.mark.parametrize("definition", ["us-rico", "firearms-offences", "uncac-laundering", "fr-450-1-1-concours"])
def test_long_definitions_are_drawn(definition: str) -> None:
    assert plots.tree(oc.definitions[definition]).png(dpi=30).startswith(b"\x89PNG")


def test_what_is_no_tree_is_refused() -> None:
    with pytest.raises(oc.InputError, match="shown: a Group is no tree: expected a finding or a definition"):
        plots.tree(oc.Group())  # type: ignore[arg-type] # what is tested


# --- timelines ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("instrument", ["untoc", "uncac", "trafficking-protocol", "firearms-protocol", "vienna-1988"])
@pytest.mark.parametrize("day", ["2003-09-29", "2006-01-01", "2012-07-15", "2018-10-19", "2020-06-30"])
def test_the_line_says_what_the_question_about_parties_answers(instrument: str, day: str) -> None:
    counted = ratifications(oc.instruments[instrument], oc.BUILT_IN)
    assert counted is not None
    found = oc.parties(instrument, on=day)
    assert counted.on(dt.date.fromisoformat(day)) == (len(found), len(found) + len(found.undetermined))


def test_the_end_of_the_list_is_marked() -> None:
    shown = words(plots.timeline("UNTOC").svg())
    for said in ("2024-11-15", "at least, beyond the list", "UNTOC: at least 193", "in force 2003-09-29"):
        assert said in shown


def test_of_several_each_is_named_beside_its_line() -> None:
    shown = words(plots.timeline(["UNTOC", "UNCAC"]).svg())
    assert "UNTOC: at least 193" in shown
    assert "UNCAC: at least 191" in shown


def test_one_whose_parties_are_not_listed_is_refused_and_all_of_them_named() -> None:
    with pytest.raises(oc.InputError) as caught:
        plots.timeline(["UNTOC", "CITES", "cybercrime-2024"])
    assert [fault.path for fault in caught.value.faults] == ["instruments[1]", "instruments[2]"]


def test_no_instrument_is_refused() -> None:
    with pytest.raises(oc.InputError, match="no instrument is given"):
        plots.timeline([])


def test_a_record_does_for_its_key() -> None:
    assert plots.timeline(oc.instruments["UNTOC"]).svg() == plots.timeline("untoc").svg()


def _with_horizon(**changed: Any) -> oc.Catalogue:
    own = attrs.evolve(oc.horizons["untoc"], **changed)
    return oc.BUILT_IN.replacing(horizons=oc.Registry("horizon", (own,), lambda _: ()))


def test_a_list_that_is_a_part_is_dashed_from_the_start() -> None:
    catalogue = _with_horizon(complete_until=None)
    picture = plots.timeline("UNTOC", catalogue=catalogue)
    assert "who is no party is known" not in picture.caption
    assert "UNTOC: who is one until 2025-11-20." in picture.caption


def test_an_instrument_given_twice_is_drawn_once() -> None:
    assert plots.timeline(["UNTOC", "untoc"]).title == "UNTOC: parties over time"


def test_where_the_list_reaches_to_the_end_the_number_is_the_number() -> None:
    catalogue = _with_horizon(complete_until=oc.PartialDate.on("2024-10-16"), confirmed_on=None, confirmed_counts=None)
    counted = ratifications(oc.instruments["untoc"], catalogue)
    assert counted is not None
    assert counted.confirmed == dt.date(2025, 10, 16)
    reached = attrs.evolve(counted, complete=counted.confirmed, published=())
    with settings():
        shown = words(draw_curves([reached], catalogue).svg())
    assert "at least 1" not in shown
    assert "published totals" not in shown


def test_nobody_is_counted_before_the_entry_into_force() -> None:
    counted = ratifications(oc.instruments["untoc"], oc.BUILT_IN)
    assert counted is not None
    assert counted.on(dt.date(2003, 9, 28)) == (0, 0)
    assert counted.on(dt.date(2003, 9, 29)) == (41, 41)


# --- families, flows, heat maps -----------------------------------------------------------------------------------


def test_a_family_says_how_its_members_are_tied() -> None:
    shown = words(plots.family("UNTOC").svg())
    for said in ("supplements", "supervises ▸", "◂ secretariat of", "Firearms Protocol", "programme"):
        assert said in shown


def test_one_that_stands_alone_is_a_family_of_one() -> None:
    picture = plots.family("CITES")
    assert picture.title == "Instruments, bodies and programmes around CITES"


def test_parts_that_nothing_ties_are_drawn_in_one_picture() -> None:
    nodes = tuple(Node(id=name, title=name) for name in "abcd")
    edges = (Edge(source="a", target="b"), Edge(source="c", target="d"), Edge(source="b", target="a", label="back"))
    with settings():
        picture = draw_family(Graph(title="two parts", caption="none", nodes=nodes, edges=edges), 1)
    assert picture.description == "a b; c d; b back a."


def test_ties_within_a_column_need_no_label() -> None:
    nodes = tuple(Node(id=name, title=name) for name in "abc")
    edges = tuple(Edge(source=one, target=other) for one, other in ("ab", "ac", "bc"))
    with settings():
        assert "b c" in draw_family(Graph(title="t", caption="c", nodes=nodes, edges=edges), 1).description


def test_a_flow_names_what_has_no_counterpart() -> None:
    picture = plots.flow(oc.crosswalk("eaw", "europol"))
    shown = words(picture.svg())
    assert shown.count("no counterpart") == 3
    assert "nothing leads to 2 more" in shown
    assert "narrow: the entry on the right is narrower" in shown
    assert "arson: no counterpart" in picture.description


def test_every_entry_that_is_reached_is_written() -> None:
    way = oc.crosswalk("fatf", "un-offences")
    shown = re.sub(r"\s", "", words(plots.flow(way).svg()))
    reached = {each.entry.label for found in way.counterparts for each in found}
    assert [label for label in reached if re.sub(r"\s", "", label) not in shown] == []


def test_a_flow_of_nothing_is_a_picture_all_the_same() -> None:
    one = attrs.evolve(oc.taxonomies["eaw"], id="one", entries=oc.taxonomies["eaw"].entries[:1])
    assert "(1 entry)" in words(plots.flow(crosswalk(one, one, ())).svg())
    assert plots.flow(crosswalk(one, attrs.evolve(one, id="other"), ())).description.endswith(": no counterpart.")


def test_a_legend_too_long_for_a_line_takes_two() -> None:
    lists = (oc.taxonomies["eaw"], oc.taxonomies["europol"])
    pairs = zip(oc.Relation, lists[0].entries, lists[1].entries, strict=False)
    matches = [
        oc.Match(source="eaw", source_entry=one.id, relation=relation, target="europol", target_entry=other.id)
        for relation, one, other in pairs
    ]
    shown = words(plots.flow(crosswalk(*lists, matches)).svg())
    for said in ("exact", "close", "broad: the entry on the right is broader", "narrow: the entry", "related"):
        assert said in shown


def test_a_heat_map_has_a_sign_in_every_cell() -> None:
    matrix = oc.matrix(COMPARED)
    picture = plots.heat_map(matrix)
    shown = words(picture.svg())
    number = len(matrix)
    signs = sum(shown.split().count(sign) for sign in "=<>×0?")
    legend = len({relation for row in matrix.relations for relation in row})
    assert signs == number * number + legend
    assert "In every legal order." in picture.caption
    assert "not determined to" in picture.description


def test_a_heat_map_says_for_which_legal_order_it_is() -> None:
    chosen = ["untoc-participation-agreement", "untoc-participation-active-part"]
    asked = next(iter(parameters(oc.definitions[chosen[0]])))
    picture = plots.heat_map(oc.matrix(chosen, parameters={asked: True}))
    assert f"In a legal order with {asked}: yes." in picture.caption


def test_a_legend_of_six_signs_takes_two_lines() -> None:
    matrix = oc.matrix(COMPARED)
    every = (*Relation, None)
    assert len(every) == 6
    picture = plots.heat_map(attrs.evolve(matrix, relations=(every[:4], every[2:], every[:4], every[2:])))
    assert "equivalent" in words(picture.svg())
    assert "not determined" in words(picture.svg())


# --- measuring ----------------------------------------------------------------------------------------------------


def test_lines_are_no_wider_than_asked_for() -> None:
    text = "a Convention offence, " * 5 + "W" * 80
    lines = wrapped(text, 2.0, 9.0)
    assert max(width_of(line, 9.0) for line in lines) <= 2.0
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_letter_wider_than_the_line_stands_alone() -> None:
    assert wrapped("WM", 0.01, 9.0) == ["W", "M"]


def test_things_are_pushed_apart_no_more_than_needed() -> None:
    assert spread([1, 1, 1], [1, 1, 1]) == [0, 1, 2]
    assert spread([0, 5], [1, 1], gap=1) == [0, 5]
    assert spread([], []) == []


def test_rows_are_ordered_so_that_lines_do_not_cross() -> None:
    beside = {"a": ["y"], "b": ["x"], "y": ["a"], "x": ["b"]}
    assert ordered([["a", "b"], ["x", "y"]], beside, rounds=1) == [["a", "b"], ["y", "x"]]


def test_a_sheet_is_as_large_as_what_stands_on_it() -> None:
    with settings():
        canvas = Canvas(3, 2, "A title that takes more than a single line of the sheet", "caption")
        assert canvas.figure.get_size_inches()[0] == pytest.approx(3.5)
        assert canvas.figure.get_size_inches()[1] > 2.5
