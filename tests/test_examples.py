"""The examples: each case comes to what the law says, is worded as its page shows, and each script runs."""

import doctest
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import orgcrime as oc
from orgcrime.cli import main

EXAMPLES = Path(__file__).parents[1] / "examples"
CASES = EXAMPLES / "cases"

# Derived by hand from the text of the article named, and from nothing that the library says.
BY_THE_LAW = {
    "bought-witnesses": (oc.Truth.TRUE, "2(a): an offence under art. 23 is an aim of its own, whatever its penalty"),
    "cocaine-network": (oc.Truth.TRUE, "2(a): every element, with an offence punishable for life"),
    "couriers": (oc.Truth.TRUE, "3(1)(a): art. 6; 3(2)(a): three States; 2(a): four persons at least"),
    "drug-ring": (oc.Truth.TRUE, "2(a): every element; 2(c) asks for neither roles nor a hierarchy"),
    "effects-abroad": (oc.Truth.TRUE, "3(2)(d): committed in one State, substantial effects in another"),
    "factory-fire": (oc.Truth.UNKNOWN, "3(2)(b) and the benefit of 2(a) are open, and nothing else excludes the case"),
    "foreign-offender": (oc.Truth.FALSE, "3(2): none of the four; nationality is not among them"),
    "ideology-only": (oc.Truth.FALSE, "2(a): neither a financial nor another material benefit is sought"),
    "image-exchange": (oc.Truth.TRUE, "2(a): another material benefit is enough"),
    "minimum-penalty": (oc.Truth.UNKNOWN, "2(b): two years at the least leaves the maximum on either side of four"),
    "street-robbery": (oc.Truth.FALSE, "2(c): randomly formed for the immediate commission of an offence"),
    "theft-teams": (oc.Truth.FALSE, "2(a): no structure that has existed for some time"),
    "two-known-members": (oc.Truth.UNKNOWN, "2(a): a third person is possible and not shown"),
    "two-partners": (oc.Truth.FALSE, "2(a): three or more, and there are two"),
}


def test_every_case_is_in_the_table_and_has_its_worked_answer() -> None:
    cases = {path.stem for path in CASES.glob("*.json")}
    assert cases == set(BY_THE_LAW)
    assert cases == {path.stem for path in CASES.glob("*.txt")}


@pytest.mark.parametrize(("name", "expected"), [(name, truth) for name, (truth, _) in BY_THE_LAW.items()])
def test_a_case_comes_to_what_the_law_says(name: str, expected: oc.Truth) -> None:
    assert oc.answer(oc.read_case(CASES / f"{name}.json")).finding.truth is expected


@pytest.mark.parametrize("name", BY_THE_LAW)
def test_a_worked_answer_is_what_the_command_says(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that shows another answer than the command gives would mislead; write it anew where a change is meant."""
    code = main(["assess", str(CASES / f"{name}.json")])
    assert capsys.readouterr().out == (CASES / f"{name}.txt").read_text(encoding="utf-8")
    assert code == {oc.Truth.TRUE: 0, oc.Truth.FALSE: 1, oc.Truth.UNKNOWN: 3}[BY_THE_LAW[name][0]]


@pytest.mark.parametrize(
    ("name", "definition", "held"),
    [
        ("cocaine-network", "ca-467-1", oc.Truth.TRUE),  # 2012 SCC 33: the network was a criminal organization
        ("theft-teams", "fr-132-71", oc.Truth.FALSE),  # no. 14-88.329: the teams were no bande organisée
    ],
)
def test_a_decided_case_comes_to_what_the_court_held(name: str, definition: str, held: oc.Truth) -> None:
    """The court applied its own law; put to that law, the facts must give its outcome."""
    assert oc.answer(oc.read_case(CASES / f"{name}.json", definition=definition)).finding.truth is held


def test_the_readme_shows_a_finding_as_it_is() -> None:
    readme = (EXAMPLES.parent / "README.md").read_text(encoding="utf-8")
    picture = readme.partition("```text\n")[2].partition("```")[0]
    shown = oc.answer(oc.read_case(CASES / "two-known-members.json")).finding.text()
    assert picture == f"{shown}\n"


def test_the_case_of_the_first_command_is_a_yes_about_two_bound_states() -> None:
    found = oc.answer(oc.read_case(CASES / "drug-ring.json"))
    assert found.finding.definition.id == "untoc-organized-criminal-group"
    assert [(each.participant.id, str(each.on), each.truth) for each in found.standings] == [
        ("fr", "2019-07-01", oc.Truth.TRUE),
        ("br", "2019-07-01", oc.Truth.TRUE),
    ]


def test_the_case_of_the_day_before_finds_japan_not_bound_yet() -> None:
    """Japan deposited on 2017-07-11 and was bound on the thirtieth day after it (art. 38(2)), 2017-08-10."""
    found = oc.answer(oc.read_case(CASES / "effects-abroad.json"))
    assert [(each.participant.id, each.truth) for each in found.standings] == [
        ("jp", oc.Truth.FALSE),
        ("kr", oc.Truth.TRUE),
    ]


SAID_BY = {
    "palermo": (
        "[unknown] organized criminal group (UNTOC art. 2(a))",
        "missing: persons, financial_benefit, other_material_benefit",
        "a third person turns up: unknown",
        "they did it for money: yes",
        "they did it for no benefit: no",
        "decisive: financial_benefit, other_material_benefit",
    ),
    "who_was_bound": (
        "On 2003-09-29, the day on which UNTOC entered into force, it had 41 parties.",
        "European Union: yes, State Party since 2004-06-20.",
        "It is counted among the parties: True.",
        "  2023-06-30: yes",
        "  2023-07-01: unknown",
        "  2023-10-27: yes",
        "France in 2040: unknown; last known: State Party on 2025-11-20.",
        "190 parties to UNCAC on 2024-05-20, the last day for which the data vouch for everyone.",
    ),
}


PAGES = [EXAMPLES.parent / "README.md", *sorted((EXAMPLES.parent / "docs").glob("**/*.md"))]


def sessions() -> Iterator[tuple[str, str]]:
    """Yield every block of a page that shows a session at a terminal."""
    for page in PAGES:
        for at, block in enumerate(
            re.findall(r"^```console\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        ):
            yield f"{page.stem}-{at}", block


def commands() -> Iterator[tuple[str, str]]:
    """Yield every command on a line of its own in a block of shell; none with a redirection or tables to be written."""
    for page in PAGES:
        for block in re.findall(r"^```sh\n(.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL):
            for line in block.splitlines():
                command = line.partition("  #")[0].strip()
                if command.startswith("orgcrime ") and not set("<>|&") & set(command) and "--out" not in command:
                    yield page.stem, command


def said(capsys: pytest.CaptureFixture[str], command: str) -> tuple[int, str]:
    code = main(shlex.split(command)[1:])
    found = capsys.readouterr()
    return code, found.out + found.err


@pytest.mark.parametrize(("name", "block"), list(sessions()))
def test_a_session_on_a_page_goes_as_it_is_shown(
    name: str, block: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three dots stand for anything, as in doctests; `echo $?` gives the exit code of the command before."""
    monkeypatch.chdir(EXAMPLES.parent)
    same = doctest.OutputChecker()
    code = None
    for step in block.removeprefix("$ ").split("\n$ "):
        command, _, shown = step.partition("\n")
        if command == "echo $?":
            assert shown.strip() == str(code)
            continue
        code, out = said(capsys, command)
        assert same.check_output(shown.rstrip("\n") + "\n", out, doctest.ELLIPSIS), f"{name}: {command}\n{out}"


@pytest.mark.parametrize(("page", "command"), list(commands()))
def test_a_command_on_a_page_answers(
    page: str, command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(EXAMPLES.parent)
    code, out = said(capsys, command)
    assert (code in {0, 1, 3}, bool(out)) == (True, True), f"{page}: {command}\n{out}"


ELSEWHERE = {"spark_job": "frames/test_spark.py", "legal_basis": "test_cooperation.py"}
"""The scripts that have a test of their own."""


def test_every_script_is_tested() -> None:
    assert {path.stem for path in EXAMPLES.glob("*.py")} - ELSEWHERE.keys() == SAID_BY.keys()
    for script, test in ELSEWHERE.items():
        assert f"{script}.py" in (Path(__file__).parent / test).read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "lines"), SAID_BY.items())
def test_a_script_says_what_it_is_there_to_show(name: str, lines: tuple[str, ...]) -> None:
    package = Path(oc.__file__).parents[1]
    done = subprocess.run(
        [sys.executable, "-W", "error", EXAMPLES / f"{name}.py"],
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(package), "PYTHONIOENCODING": "utf-8"},
    )
    assert [line for line in lines if line not in done.stdout.splitlines()] == []
