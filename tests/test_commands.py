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


def test_timeline_is_text_csv_or_json_and_never_two(run: Run) -> None:
    """41 States and organisations were bound on the first day: UNTOC art. 38(1), and the acts deposited by then."""
    code, out, _ = run("timeline", "UNTOC", "--csv")
    assert (code, out.splitlines()[0]) == (0, "participant,day,event,parties")
    assert sum(",2003-09-29,joined,41" in line for line in out.splitlines()) == 41
    assert "joined" in run("timeline", "UNTOC")[1]
    assert run("timeline", "UNTOC", "--csv", "--json")[0] == 2
    assert run("panel", "UNTOC", "--years", "2003", "--csv", "--json")[0] == 2


def test_panel_says_which_option_is_missing_or_wrong(run: Run) -> None:
    for argv in ((), ("--years", "2025-2000"), ("--years", "0"), ("--years", "99999")):
        code, out, err = run("panel", "UNTOC", *argv)
        assert (code, out) == (2, "")
        assert err.startswith("orgcrime: --years: ")


def test_covers_exits_with_the_answer_and_names_the_case_left_out(run: Run) -> None:
    """FD 2008/841 has no second branch of the aim; what is narrower does not cover, and every text covers itself."""
    code, out, _ = run("covers", "eu-criminal-organisation", "untoc-organized-criminal-group")
    assert (code, "left out: " in out) == (1, True)
    assert run("covers", "untoc-organized-criminal-group", "eu-criminal-organisation")[0] == 0


def test_several_definitions_are_compared_each_with_each(run: Run) -> None:
    code, out, _ = run("compare", "untoc-organized-criminal-group", "eu-criminal-organisation", "it-416")
    assert (code, out.splitlines()[0]) == (0, "3 definitions compared")


def test_several_definitions_are_put_to_one_case(run: Run) -> None:
    """No. 14-88.329: no organised gang; art. 2(a) has no group either, since it did not last."""
    case = str(CASES / "theft-teams.json")
    asked = ("assess", case, "--definition", "fr-132-71", "--definition", "untoc-organized-criminal-group")
    code, out, _ = run(*asked)
    rows = [line.split()[:2] for line in out.splitlines()[2:]]
    assert (code, rows) == (0, [["no", "fr-132-71"], ["no", "untoc-organized-criminal-group"]])
    answers = json.loads(run(*asked, "--json")[1])["answers"]
    assert [each["finding"]["truth"] for each in answers] == ["false", "false"]
    open_one = str(CASES / "two-known-members.json")
    assert "to settle it: persons" in run("assess", open_one, *asked[2:4], *asked[4:])[1]


def test_bodies_have_the_name_the_text_and_the_mandate_of_the_day(run: Run) -> None:
    """Regulation (EU) 2018/1727 made Eurojust the Agency for Criminal Justice Cooperation on 2019-12-12."""
    asked = ("bodies", "--crime", "firearms-trafficking", "--on")
    before, after = (run(*asked, day)[1] for day in ("2019-12-11", "2019-12-12"))
    assert "eurojust: European Union's Judicial Cooperation Unit" in before
    assert "eurojust: European Union Agency for Criminal Justice Cooperation" in after
    assert "Council Decision 2002/187/JHA" in before
    assert "Eurojust Regulation annex I (2019-12-12/..)" in after
    assert "World Customs Organization" in after.partition("not determined")[2]
    found = json.loads(run(*asked, "2019-07-01", "--json")[1])
    assert {"europol", "eurojust", "interpol"} <= {each["id"] for each in found["bodies"]}
    assert "wco" in found["undetermined"]


def test_bodies_without_a_day_are_those_of_any_time(run: Run) -> None:
    code, out, _ = run("bodies", "--crime", "firearms-trafficking")
    assert (code, "at any time" in out.splitlines()[0]) == (0, True)
    assert "wco: World Customs Organization" in out
    assert run("bodies", "--crime", "firearmss-trafficking")[0] == 2
    assert run("bodies", "--crime", "firearms-trafficking", "--on", "2019")[0] == 2


def test_a_crime_that_no_body_is_known_to_deal_with_leaves_no_table(run: Run) -> None:
    """In 1900 there was none of them; the mandate of some is not dated."""
    out = run("bodies", "--crime", "firearms-trafficking", "--on", "1900-01-01")[1]
    assert out.splitlines()[0].endswith("on 1900-01-01: 0 bodies")


def test_what_there_is_can_be_listed(run: Run) -> None:
    code, out, _ = run("list")
    assert (code, "definitions" in out, "forms" in out) == (0, True, True)
    assert "untoc-organized-criminal-group" in run("list", "definitions")[1]
    assert json.loads(run("list", "forms", "--json")[1])["extradition"] == "extradition"
    assert "untoc" in json.loads(run("list", "instruments", "--json")[1])
    code, _, err = run("list", "zzzz")
    assert (code, "Expected one of: bodies" in err) == (2, True)


@pytest.mark.parametrize(
    ("argv", "choices"),
    [
        (("bases", "FR", "BR", "--for", "zzzz"), "Expected one of: mutual-legal-assistance, extradition"),
        (("duties", "UNTOC", "--kind", "zzzz"), "Expected one of: criminalization"),
        (("duties", "UNTOC", "--strength", "zzzz"), "Expected one of: mandatory"),
        (("export", "fatf", "--format", "zzzz"), "Expected one of: skos"),
    ],
)
def test_a_choice_that_there_is_not_is_answered_with_those_that_there_are(
    run: Run, argv: tuple[str, ...], choices: str
) -> None:
    code, _, err = run(*argv)
    assert (code, choices in err) == (2, True)


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
