"""Every command beyond the first five, on real questions: what it says, and its exit code."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from orgcrime.cli import main

Run = Callable[..., tuple[int, str, str]]
CASES = Path(__file__).parents[1] / "examples" / "cases"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def ran(*argv: str) -> tuple[int, str, str]:
        code = main(list(argv))
        said = capsys.readouterr()
        return code, said.out, said.err

    return ran


def test_compare_says_that_the_convention_is_broader_than_the_framework_decision(run: Run) -> None:
    """UNTOC art. 2(a) has the second branch of the aim, a Convention offence; the Framework Decision has not."""
    code, out, _ = run("compare", "untoc-organized-criminal-group", "eu-criminal-organisation")
    assert code == 0
    assert "is broader than" in out.splitlines()[0]
    assert "maximum penalty: 3 years" in out


def test_ask_is_driven_by_a_script_and_exits_with_the_outcome(run: Run, tmp_path: Path) -> None:
    """A child needs no means: Trafficking Protocol art. 3(c)."""
    script = tmp_path / "answers.txt"
    script.write_text("recruitment\nforced-labour-or-services\n", encoding="utf-8")
    code, out, _ = run("ask", "trafficking-in-persons", "--script", str(script), "--json")
    assert (code, json.loads(out)["truth"]) == (3, "unknown")  # neither the means nor the age is known yet
    script.write_text("y\n", encoding="utf-8")
    code, out, _ = run("ask", "untoc-structured-group", "--script", str(script))
    assert code == 1
    assert "[no] structured group (UNTOC art. 2(c))" in out


def test_map_says_what_answers_and_counts_what_does_not(run: Run) -> None:
    code, out, _ = run("map", "eaw", "europol", "laundering of the proceeds of crime")
    assert (code, "[related] money-laundering activities" in out) == (0, True)
    assert "no counterpart" in run("map", "eaw", "europol", "arson")[1]
    assert "32 entries" in run("map", "eaw", "europol", "--coverage")[1]
    assert len(json.loads(run("map", "eaw", "europol", "--json")[1])) == 33  # 32 entries and the mark of the version
    assert run("map", "eaw", "europol", "launderng")[0] == 2


def test_cite_verifies_and_refuses(run: Run) -> None:
    assert run("cite", "UNTOC art. 18(13)")[0] == 0
    code, _, err = run("cite", "UNTOC art. 47")
    assert (code, err) == (2, "orgcrime: UNTOC has 41 articles; there is no article 47\n")
    assert run("cite", "CETS 185 art. 2")[0] == 3  # its articles were not read


def test_check_contradicts_a_year(run: Run) -> None:
    code, out, _ = run(
        "check", "--participant", "FR", "--instrument", "UNCAC", "--act", "ratification", "--year", "2007"
    )
    assert code == 1
    assert out.startswith("contradicted: France deposited its ratification of UNCAC on 2005-07-11")


def test_export_writes_turtle_and_says_what_has_no_counterpart(run: Run) -> None:
    code, out, _ = run("export", "fatf", "--format", "skos")
    assert (code, out.startswith("@prefix ")) == (0, True)
    assert "without a counterpart" in run("export", "instruments", "--format", "stix")[2]
    assert run("export", "fatf", "--format", "skos", "--base", "https://example.org/")[0] == 0
    assert run("export", "fatf", "--format", "skoss")[0] == 2


def test_bases_between_france_and_brazil(run: Run) -> None:
    asked = ("bases", "FR", "BR", "--for", "mutual-legal-assistance", "--crime", "money-laundering")
    code, out, _ = run(*asked, "--on", "2019-07-01")
    assert code == 0
    for line in ("2004-02-28", "2005-12-14", "1991-10-15", "not covered"):
        assert line in out
    assert "1991-10-15  art." not in run(*asked, "--on", "1991-10-14")[1]


def test_panel_diff_and_duties(run: Run) -> None:
    code, out, _ = run("panel", "UNTOC", "--years", "2003", "--csv")
    assert (code, out.splitlines()[0]) == (0, "participant,date,instrument,truth,position,since,as_of")
    assert "participant by day by instrument" in run("panel", "UNTOC", "--dates", "2003-09-29")[1]
    assert "2003-12-31" in run("panel", "UNTOC", "--years", "2003-2004")[1]
    assert run("panel", "UNTOC", "--years", "x")[0] == 2
    assert "jp" in run("diff", "UNTOC", "2017-08-09", "2017-08-10")[1]
    code, out, _ = run("duties", "UNTOC", "--kind", "criminalization", "--strength", "mandatory")
    assert code == 0
    assert all(f"art. {article} " in out for article in (5, 6, 8, 23))


def test_draw_writes_pictures_and_diagrams(run: Run, tmp_path: Path) -> None:
    for name, *argv in (
        ("t.svg", "timeline", "UNTOC"),
        ("f.svg", "family", "untoc"),
        ("d.mmd", "definition", "untoc-organized-criminal-group"),
        ("c.dot", "crosswalk", "fatf", "eu-2018-1673"),
        ("m.svg", "matrix", "untoc-organized-criminal-group", "eu-criminal-organisation"),
        ("g.mmd", "finding", str(CASES / "drug-ring.json")),
        ("h.dot", "family", "untoc"),
    ):
        code, out, err = run("draw", *argv, "--to", str(tmp_path / name))
        assert (code, err) == (0, "")
        assert out == f"{argv[0]} written to {tmp_path / name}\n"
        assert (tmp_path / name).stat().st_size > 0
    assert run("draw", "timeline", "UNTOC", "--to", str(tmp_path / "t.gif"))[0] == 2
    assert run("draw", "timeline", "UNTOC", "--to", str(tmp_path / "t.dot"))[0] == 2
    assert run("draw", "crosswalk", "fatf", "--to", str(tmp_path / "c.svg"))[0] == 2


def test_a_table_is_assessed_row_by_row(run: Run, tmp_path: Path) -> None:
    """Two persons are too few, four are enough, not known stays open: UNTOC art. 2(a)."""
    table = tmp_path / "cases.csv"
    table.write_text(
        "persons,randomly_formed,existed_for_a_period,acting_in_concert,maximum_penalty,financial_benefit\n"
        "4,false,true,true,10,true\n2,false,true,true,10,true\n,false,true,true,10,true\n",
        encoding="utf-8",
    )
    out = tmp_path / "verdicts.csv"
    asked = ("assess", str(table), "--definition", "untoc-organized-criminal-group", "--out", str(out))
    assert run(*asked)[0] == 2  # two facts have no column
    assert run(*asked, "--missing", "unknown")[0] == 0
    verdicts = [line.rsplit(",", 1)[1] for line in out.read_text(encoding="utf-8").splitlines()[1:]]
    assert verdicts == ["true", "false", ""]
    assert run("assess", str(table), "--out", str(out))[0] == 2
