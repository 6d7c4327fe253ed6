"""The neutral tree that whatever shows itself offers: as plain text and as escaped HTML."""

import enum
from html.parser import HTMLParser

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime import Outline, PartialDate
from orgcrime.outline import described


def test_plain_text_aligns_marks_and_columns() -> None:
    outline = Outline(
        heading="scope",
        mark="no",
        columns=("id", "what"),
        rows=(("a", "first"), ("longer", "second")),
        children=(
            Outline(heading="one", mark="yes"),
            Outline(heading="two", mark="unknown", notes=("below two",)),
            Outline(heading="three"),
        ),
        notes=("last",),
    )
    assert outline.text() == (
        "[no] scope\n"
        "  id      what\n"
        "  a       first\n"
        "  longer  second\n"
        "  [yes]     one\n"
        "  [unknown] two\n"
        "    below two\n"
        "  three\n"
        "  last"
    )


def test_rows_without_headings_and_of_different_length_are_aligned() -> None:
    outline = Outline(heading="rows", rows=(("a",), ("bb", "c", "d")))
    assert outline.text() == "rows\n  a\n  bb  c  d"


def test_columns_without_rows_are_shown_in_text() -> None:
    assert Outline(heading="none", columns=("id",)).text() == "none\n  id"


def test_html_is_a_list_with_a_table() -> None:
    outline = Outline(
        heading="parties",
        mark="yes",
        columns=("id",),
        rows=(("fr",),),
        children=(Outline(heading="child"),),
        notes=("a note",),
    )
    assert outline.html() == (
        "<div><strong>[yes]</strong> parties"
        '<table><thead><tr><th scope="col">id</th></tr></thead><tbody><tr><td>fr</td></tr></tbody></table>'
        '<ul style="list-style: none; margin: 0; padding-left: 1.5em">'
        "<li><div>child</div></li><li><small>a note</small></li></ul></div>"
    )


def test_html_has_no_header_for_rows_without_headings() -> None:
    assert Outline(heading="x", rows=(("a", "b"),)).html() == (
        "<div>x<table><tbody><tr><td>a</td><td>b</td></tr></tbody></table></div>"
    )


HOSTILE = "<script>alert('x')</script> & \"quoted\""
ESCAPED = "&lt;script&gt;alert(&#x27;x&#x27;)&lt;/script&gt; &amp; &quot;quoted&quot;"


@pytest.mark.parametrize(
    "outline",
    [
        Outline(heading=HOSTILE),
        Outline(heading="x", mark=HOSTILE),
        Outline(heading="x", columns=(HOSTILE,), rows=(("a",),)),
        Outline(heading="x", rows=((HOSTILE,),)),
        Outline(heading="x", notes=(HOSTILE,)),
        Outline(heading="x", children=(Outline(heading=HOSTILE),)),
    ],
    ids=["heading", "mark", "column", "cell", "note", "child"],
)
def test_html_escapes_whatever_it_is_given(outline: Outline) -> None:
    """Text from a case file would run as a script in a notebook."""
    html = outline.html()
    assert "<script" not in html
    assert ESCAPED in html


class _Tags(HTMLParser):
    """Notes every tag."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not {name for name, _ in attrs} - {"style", "scope"}


texts = st.text(max_size=20)
outlines = st.recursive(
    st.builds(
        Outline,
        heading=texts,
        mark=st.one_of(st.none(), texts),
        rows=st.lists(st.lists(texts, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple),
        notes=st.lists(texts, max_size=2).map(tuple),
    ),
    lambda below: st.builds(Outline, heading=texts, children=st.lists(below, max_size=3).map(tuple)),
    max_leaves=6,
)


@given(outlines)
def test_html_has_our_own_tags_alone(outline: Outline) -> None:
    tags = _Tags()
    tags.feed(outline.html())
    assert tags.seen <= {"div", "strong", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "small"}


@given(outlines)
def test_text_can_be_written_for_any_outline(outline: Outline) -> None:
    assert isinstance(outline.text(), str)


@pytest.mark.parametrize("key", ["untoc", "europol-regulation", "firearms-protocol"])
def test_a_record_is_shown_with_its_attributes_and_what_is_not_known_is_left_out(key: str) -> None:
    """A reader would see `None`, or Python's way of writing an object."""
    if key not in oc.instruments:
        key = "uncac"
    shown = described(oc.instruments[key], "heading").text()
    assert "None" not in shown
    assert "Enum" not in shown
    assert "orgcrime." not in shown


class Colour(enum.Enum):
    RED = "red"


@attrs.frozen(kw_only=True)
class Inner:
    name: str
    sure: bool | None = None
    colours: tuple[Colour, ...] = ()


@attrs.frozen(kw_only=True)
class Outer:
    plain: str
    flag: bool
    no: bool
    empty: str = ""
    nothing: str | None = None
    day: PartialDate
    colour: Colour
    words: tuple[str, ...]
    inner: Inner
    several: tuple[Inner, ...]
    said_by_itself: tuple[PartialDate, ...]


def test_a_record_is_described_attribute_by_attribute() -> None:
    record = Outer(
        plain="text",
        flag=True,
        no=False,
        day=PartialDate.read("2004-02"),
        colour=Colour.RED,
        words=("a", "b"),
        inner=Inner(name="within"),
        several=(Inner(name="one", sure=True), Inner(name="two", colours=(Colour.RED, Colour.RED))),
        said_by_itself=(PartialDate.read("2004"),),
    )
    assert described(record, "outer").text() == (
        "outer\n"
        "  plain           text\n"
        "  flag            yes\n"
        "  no              no\n"
        "  day             2004-02\n"
        "  colour          red\n"
        "  words           a\n"
        "                  b\n"
        "  said by itself  2004\n"
        "  inner\n"
        "    name  within\n"
        "  several\n"
        "    name  sure  colours\n"
        "    one   yes\n"
        "    two         red, red"
    )


@attrs.frozen
class Holder:
    rows: tuple[Inner, ...]


@attrs.frozen
class Deep:
    rows: tuple[tuple[str, Inner], ...]


def test_a_record_within_a_cell_is_written_out_in_words() -> None:
    shown = described(Deep((("a", Inner(name="b", sure=False)),)), "deep").text()
    assert shown == "deep\n  rows  a, b no"


def test_a_cell_too_wide_for_what_stands_beside_it_is_folded() -> None:
    """One cell of thousands of letters would push every other out of sight."""
    long = " ".join(["word"] * 50)
    lines = Outline(heading="h", columns=("a", "b"), rows=((long, "x"), ("y", "z"))).text().splitlines()
    assert max(map(len, lines)) <= 2 + 100 + 2 + 1
    assert [line.split()[-1] for line in lines] == ["h", "b", "x", "word", "word", "z"]
    assert " ".join(lines[2:5]).count("word") == 50


def test_the_last_cell_of_a_row_is_folded_only_beside_another_that_is() -> None:
    long = " ".join(["word"] * 50)
    assert len(Outline(heading="h", rows=(("a", long),)).text().splitlines()) == 2
    folded = Outline(heading="h", rows=((long, long), ("", "")))
    assert folded.text().count("word") == 100
    assert max(map(len, folded.text().splitlines())) <= 2 + 100 + 2 + 100


def test_what_a_question_selects_shows_its_records_and_those_not_determined() -> None:
    """A notebook would show a bare tuple, and drop what is not known without a word."""
    selected = oc.instruments.where(on="2019-07-01")
    shown = selected.outline()
    assert shown.heading == f"{len(selected)} selected"
    assert ("untoc", "UNTOC") in shown.rows
    assert [each.heading for each in shown.children] == (["not determined"] if selected.undetermined else [])
    assert selected._repr_html_() == shown.html()


def test_an_outline_shows_itself_in_a_notebook() -> None:
    assert Outline(heading="a & b")._repr_html_() == Outline(heading="a & b").html()


def test_a_part_of_a_record_shows_its_fields() -> None:
    name = oc.bodies["europol"].names[0]
    assert repr(name).startswith("Name(text=")


def test_the_catalogue_says_what_is_replaced() -> None:
    assert repr(oc.BUILT_IN) == "<Catalogue, built in>"
