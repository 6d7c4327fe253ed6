"""In a notebook everything shows itself: escaped, without scripts, in the colours of the page; the tutorial runs."""

import ast
import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import attrs
import pytest

import orgcrime as oc
from orgcrime.law.compare import covers

TUTORIAL = Path(__file__).parents[2] / "examples" / "tutorial.ipynb"
GROUP = oc.Group(persons=oc.Between(2, None), randomly_formed=False, maximum_penalty=oc.LIFE)
CROSSWALK = oc.crosswalk("eaw", "europol")
SHOWN: dict[str, Any] = {
    "registry": oc.instruments,
    "registry of participants": oc.participants,
    "taxonomy": oc.taxonomies["iccs"],
    "finding": oc.assess("untoc-organized-criminal-group", GROUP),
    "finding of a part": oc.assess("untoc-organized-criminal-group", GROUP).elements[0],
    "standing": oc.standing("FR", "UNCAC", on="2019-07-01"),
    "standing unknown": oc.standing("FR", "UNTOC", on="2040-01-01"),
    "parties": oc.parties("UNTOC", on="2018-10-19"),
    "parties not listed": oc.parties("CITES"),
    "hits": oc.find("europol"),
    "no hits": oc.instruments.find("qqqqqqqq"),
    "panel": oc.panel(["UNTOC", "UNCAC"], years=[2003, 2019]),
    "timeline": oc.timeline("UNTOC"),
    "diff": oc.diff("UNTOC", "2018-07-01", "2019-07-01"),
    "duties": oc.duties("UNTOC"),
    "legal bases": oc.legal_bases("FR", "BR", cooperation="extradition", on="2019-07-01"),
    "verdict": oc.check(participant="FR", instrument="UNCAC", act="ratification", year=2007),
    "crosswalk": CROSSWALK,
    "coverage of a list": CROSSWALK.coverage(),
    "counterpart": CROSSWALK.map("laundering-of-the-proceeds-of-crime")[0],
    "comparison": oc.compare("untoc-organized-criminal-group", "eu-criminal-organisation"),
    "coverage of a definition": covers(oc.definitions["it-416-bis"], oc.definitions["untoc-organized-criminal-group"]),
    "matrix": oc.matrix(["untoc-organized-criminal-group", "untoc-structured-group"]),
    "answer": oc.answer(oc.read_case(TUTORIAL.parent / "cases" / "drug-ring.json")),
}


TAGS = frozenset(("div", "strong", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "small"))


def read(html: str) -> ET.Element:
    return ET.fromstring(html)  # noqa: S314 - we have written it ourselves


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_it_shows_itself_as_well_formed_html(shown: Any) -> None:
    html = shown._repr_html_()
    assert read(html).tag == "div"


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_it_brings_no_script_no_link_and_no_colour(shown: Any) -> None:
    """A colour of its own could not be read on a dark page, or not on a light one."""
    root = read(shown._repr_html_())
    assert {each.tag for each in root.iter()} <= TAGS
    styles = {value for each in root.iter() for name, value in each.attrib.items() if name == "style"}
    assert {name for each in root.iter() for name in each.attrib} <= {"style", "scope"}
    assert styles <= {"list-style: none; margin: 0; padding-left: 1.5em"}


@pytest.mark.parametrize("shown", SHOWN.values(), ids=SHOWN)
def test_it_says_in_html_what_it_says_as_text(shown: Any) -> None:
    outline = shown.outline()
    assert outline.heading in "".join(read(shown._repr_html_()).itertext())


def test_a_hostile_title_is_text_and_nothing_else() -> None:
    hostile = '<script>alert(1)</script><img src=x onerror="alert(1)">'
    own = attrs.evolve(oc.definitions["untoc-structured-group"], id="own", title=hostile)
    instrument = attrs.evolve(oc.instruments["UNTOC"], id="own", abbreviation=hostile)
    registry = oc.Registry("instrument", (instrument,), lambda _: ())
    for shown in (oc.assess(own, GROUP), registry):
        html = shown._repr_html_()
        assert "<script" not in html
        assert "<img" not in html
        assert hostile in "".join(read(html).itertext())


def test_the_keys_of_a_registry_are_completed() -> None:
    assert "untoc" in oc.instruments._ipython_key_completions_()


# --- the tutorial -------------------------------------------------------------------------------------------------

NOTEBOOK: dict[str, Any] = json.loads(TUTORIAL.read_text(encoding="utf-8"))
CODE = ["".join(cell["source"]) for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code"]


def test_the_tutorial_is_kept_without_outputs() -> None:
    """An output that is kept grows old unseen."""
    assert NOTEBOOK["nbformat"] == 4
    assert all(cell["outputs"] == [] for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code")
    assert all(cell["execution_count"] is None for cell in NOTEBOOK["cells"] if cell["cell_type"] == "code")


def test_the_code_of_the_tutorial_runs_and_what_it_ends_in_shows_itself() -> None:
    names: dict[str, Any] = {}
    for code in CODE:
        body = ast.parse(code).body
        if isinstance(body[-1], ast.Expr):
            body[-1] = ast.Assign([ast.Name("shown", ast.Store())], body[-1].value)
        exec(compile(ast.fix_missing_locations(ast.Module(body, [])), "<cell>", "exec"), names)  # noqa: S102 - our own
        shown = names.get("shown", ())
        assert isinstance(shown, tuple) or hasattr(shown, "_repr_html_") or hasattr(shown, "_repr_svg_")


@pytest.mark.slow
@pytest.mark.filterwarnings("default")  # those of the notebook's own machinery are not ours
def test_the_tutorial_runs_as_a_notebook(monkeypatch: pytest.MonkeyPatch) -> None:
    import nbclient
    import nbformat

    monkeypatch.setenv("PYTHONPATH", str(Path(oc.__file__).parents[1]))
    monkeypatch.setenv("PYTHONWARNINGS", "default")
    notebook = nbformat.read(TUTORIAL, as_version=4)  # type: ignore[no-untyped-call] # it has no types
    nbformat.validate(notebook)
    nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3").execute()
    kinds = [
        kind
        for cell in notebook.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if output.output_type == "execute_result"
        for kind in output.data
    ]
    assert kinds.count("image/svg+xml") == 2
    assert kinds.count("text/html") >= 6
