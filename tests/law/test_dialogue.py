"""The interview in a terminal, driven by scripts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from small_law import Small, definition

import orgcrime as oc
from orgcrime.dialogue import read_answer, run_interview, scripted
from orgcrime.law.facts import Case, Group, Trafficking, TraffickingAct, TraffickingMeans
from orgcrime.law.interview import Interview, interview
from orgcrime.law.rule import AllOf, ByLegalOrder, Contains, Definition, Holds, Not, Reaches
from orgcrime.law.trafficking import TRAFFICKING_IN_PERSONS
from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP, SCOPE, SERIOUS_CRIME, TRANSNATIONAL
from orgcrime.law.values import DEATH, LIFE, Between, Listing
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from orgcrime.law.finding import Finding
    from orgcrime.law.question import Question

A, B = Holds("a"), Holds("b")
PENALTY = ORGANIZED_CRIMINAL_GROUP.facts["maximum_penalty"]
TAIL = "? for not known; back; why; save FILE; quit"


def _held(asked: Definition, *lines: str) -> tuple[Finding, list[str]]:
    written: list[str] = []
    return run_interview(interview(asked), scripted(lines), written.append), written


def _nowhere(_line: str) -> None:
    """Show nothing."""


def _question(asked: Definition) -> Question:
    question = interview(asked).question
    assert question is not None
    return question


def test_a_script_is_answered_to_the_end() -> None:
    finding, written = _held(ORGANIZED_CRIMINAL_GROUP, "n", "at least 3", "y", "YES", "10 years", "y")
    assert finding.truth is Truth.TRUE
    assert finding.facts == Group(
        randomly_formed=False,
        persons=Between(3, None),
        existed_for_a_period=True,
        acting_in_concert=True,
        maximum_penalty=10,
        financial_benefit=True,
    )
    assert written == [
        "Question 1 of at most 8: Was the group formed at random for the immediate commission of one offence?",
        f"  y or n; {TAIL}",
        "Question 2 of at most 8: How many persons make up the group?",
        f"  a number of persons, or a range as 2-5, at least 3, at most 5; {TAIL}",
        "Question 3 of at most 8: Has the group existed for some period of time?",
        f"  y or n; {TAIL}",
        "Question 4 of at most 8: Do its members act together in a coordinated way?",
        f"  y or n; {TAIL}",
        f"Question 5 of at most 8: {PENALTY.question}",
        f"  a number of years, life, death, or a range as 2-5, at least 3, at most 5; {TAIL}",
        "Question 6 of at most 7: Is its purpose to obtain, directly or indirectly, a financial benefit?",
        f"  y or n; {TAIL}",
        "Nothing is left to ask: yes",
        "  Enter to finish; back; save FILE",
    ]


def test_a_list_is_answered_by_numbers_and_names() -> None:
    finding, written = _held(TRAFFICKING_IN_PERSONS, "1, Transfer", "?", "only 4")
    assert finding.facts == Trafficking(
        trafficking_acts=Listing([TraffickingAct.RECRUITMENT, TraffickingAct.TRANSFER]),
        trafficking_means=Listing([TraffickingMeans.ABDUCTION], complete=True),
    )
    assert written[1:3] == ["  1 recruitment", "  2 transportation"]
    assert written[6] == (
        f"  numbers or names with commas between them; only … where there are no others; none; {TAIL}"
    )


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("3", 3),
        ("3.5", 3.5),
        ("3 years", 3),
        ("1 year", 1),
        ("life", LIFE),
        ("Death", DEATH),
        ("?", None),
        ("not known", None),
        ("Unknown", None),
        ("don't know", None),
        ("2-5", Between(2, 5)),
        ("2 .. 5", Between(2, 5)),
        ("2 to 5 years", Between(2, 5)),
        ("between 2 and life", Between(2, LIFE)),
        ("at least 3", Between(3, None)),
        ("3+", Between(3, None)),
        (">= 3", Between(3, None)),
        (">=3", Between(3, None)),
        ("at  most 5", Between(None, 5)),
        ("<=5", Between(None, 5)),
        ("many", "many"),
        ("at least many", "at least many"),
        ("3 or so", "3 or so"),
        ("1e9", "1e9"),
        ("nan", "nan"),
    ],
)
def test_numbers_and_ranges_are_read(line: str, answer: object) -> None:
    assert read_answer(_question(SERIOUS_CRIME), line) == answer


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("x", Listing(["x"])),
        ("X , 3", Listing(["x", "z"])),
        ("only 1,2", Listing(["x", "y"], complete=True)),
        ("Only X", Listing(["x"], complete=True)),
        ("none", Listing([], complete=True)),
        ("u", Listing(["u"])),
        ("0", Listing(["0"])),
        ("4", Listing(["4"])),
        ("x,,y", Listing(["x", "y"])),
        ("?", None),
    ],
)
def test_lists_are_read(line: str, answer: object) -> None:
    assert read_answer(_question(definition(Contains("items", ("x",)))), line) == answer


def test_a_list_without_vocabulary_takes_any_names() -> None:
    question = _question(definition(Reaches("states", 2), "states", type(TRANSNATIONAL.about())))
    assert read_answer(question, "FR, 1") == Listing(["FR", "1"])
    finding, written = _held(definition(Reaches("states", 2), "states", TRANSNATIONAL.about), "FR, BR")
    assert finding.truth is Truth.TRUE
    assert written[1] == f"  names with commas between them; only … where there are no others; none; {TAIL}"


@pytest.mark.parametrize(
    ("line", "answer"), [("y", True), ("Yes", True), ("n", False), ("NO", False), ("?", None), ("ja", "ja")]
)
def test_yes_and_no_are_read(line: str, answer: object) -> None:
    assert read_answer(_question(definition(A)), line) == answer


def test_a_parameter_of_the_legal_order_is_asked_too() -> None:
    rule = ByLegalOrder(parameter="p", question="Is p so?", then=A, otherwise=Not(A), pinpoint="9")
    finding, written = _held(definition(rule), "y", "n")
    assert (finding.truth, finding.parameters) == (Truth.FALSE, {"p": True})
    assert written[0] == "Question 1 of at most 2: Is p so?"


def test_what_cannot_be_read_is_said_and_asked_again() -> None:
    finding, written = _held(
        definition(AllOf((A, Reaches("n", 3), Contains("items", ("x",))))), "maybe", "", "y", "many"
    )
    assert finding.facts == Small(a=True)
    pieces = "a number of pieces, or a range as 2-5, at least 3, at most 5"
    assert written[2:] == [
        "  'maybe' is not understood: expected y or n; ? for not known",
        "Question 2 of at most 3: How many n?",
        f"  {pieces}; {TAIL}",
        f"  'many' is not understood: expected {pieces}; ? for not known",
    ]


def test_what_a_fact_does_not_take_is_said_and_asked_again() -> None:
    rule = AllOf((Reaches("n", 3), Contains("items", ("x",))))
    finding, written = _held(definition(rule), "2.5", "5-2", "3", "xx, y", "x")
    assert finding.truth is Truth.TRUE
    said = "expected a number of pieces, or a range as 2-5, at least 3, at most 5; ? for not known"
    assert [line for line in written if line.startswith(("  2.5", "  the least", "  'xx'"))] == [
        f"  2.5 is not a whole number of pieces: {said}",
        "  the least (5) is greater than the most (2)",
        "  'xx' is not one of the items. Did you mean 'x'?",
    ]


def test_back_takes_the_last_answer_back() -> None:
    finding, written = _held(definition(AllOf((A, B))), "back", "y", "back", "n")
    assert (finding.truth, finding.facts) == (Truth.FALSE, Small(a=False))
    assert written == [
        "Question 1 of at most 2: Is it a?",
        f"  y or n; {TAIL}",
        "  back: no question was answered yet",
        "Question 2 of at most 2: Is it b?",
        f"  y or n; {TAIL}",
        "Question 1 of at most 2: Is it a?",
        f"  y or n; {TAIL}",
        "Nothing is left to ask: no",
        "  Enter to finish; back; save FILE",
    ]


def test_when_nothing_is_left_to_ask_one_can_still_go_back_or_save(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    finding, written = _held(definition(AllOf((A, B))), "n", "why", "y", f"save {file}", "back", "y", "y", "", "n")
    assert (finding.truth, finding.facts) == (Truth.TRUE, Small(a=True, b=True))
    assert json.loads(file.read_text(encoding="utf-8"))["facts"] == {"a": False}
    assert written[2:6] == [
        "Nothing is left to ask: no",
        "  Enter to finish; back; save FILE",
        "  'y' is not understood: expected Enter, back, save FILE or quit",
        f"  saved: {file}",
    ]


def test_why_says_the_article_and_the_notes() -> None:
    _, written = _held(ORGANIZED_CRIMINAL_GROUP, "n", "3", "why")
    assert written[-1] == "  UNTOC art. 2(a): existing for a period of time (the text lays down no minimum length)"
    _, written = _held(definition(B), "WHY")
    assert written[-2:] == ["  Code art. 1: title of small", "  b is not c"]


def test_save_writes_a_case_file_that_can_be_assessed(tmp_path: Path) -> None:
    file = tmp_path / "my case.json"
    _, written = _held(SCOPE, "n", "2-5", f"save {file}", "quit")
    assert written[-1] == f"  saved: {file}"
    case = oc.read_case(file)
    assert case.definition.id == "untoc-scope"
    assert case.facts == Case(group=Group(randomly_formed=False, persons=Between(2, 5)))
    assert file.read_text(encoding="utf-8").endswith("}\n")


def test_a_saved_case_has_the_legal_order_as_far_as_it_is_known(tmp_path: Path) -> None:
    first = ByLegalOrder(parameter="p", question="Is p so?", then=A, otherwise=Not(A), pinpoint="9")
    second = ByLegalOrder(parameter="q", question="Is q so?", then=B, otherwise=Not(B), pinpoint="9")
    file = tmp_path / "case.json"
    _held(definition(AllOf((first, second))), "y", "y", "?", f"save {file}")
    assert json.loads(file.read_text(encoding="utf-8")) == {
        "definition": "small",
        "facts": {"a": True},
        "parameters": {"p": True},
    }


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    finding, written = _held(definition(A), f"save {tmp_path}", "save", "y")
    assert finding.truth is Truth.TRUE
    assert written[2:4] == [
        f"  {tmp_path}: Is a directory",
        "  save: expected the name of a file, as: save case.json",
    ]


def test_saving_can_be_done_otherwise() -> None:
    saved: list[tuple[Path, int]] = []

    def keep(path: Path, talk: Interview) -> None:
        saved.append((path, len(talk.answers)))

    run_interview(interview(definition(AllOf((A, B)))), scripted(["y", "save x.json"]), _nowhere, save=keep)
    assert saved == [(Path("x.json"), 1)]


@pytest.mark.parametrize("line", ["quit", "QUIT", "exit"])
def test_quit_stops_with_the_finding_so_far(line: str) -> None:
    finding, _ = _held(definition(AllOf((A, B))), "y", line, "n")
    assert (finding.truth, finding.facts) == (Truth.UNKNOWN, Small(a=True))


def test_the_end_of_the_input_stops_with_the_finding_so_far() -> None:
    finding, _ = _held(definition(AllOf((A, B))), "y")
    assert (finding.truth, finding.facts) == (Truth.UNKNOWN, Small(a=True))


def test_a_word_that_only_begins_like_a_command_is_an_answer() -> None:
    question = definition(Contains("items", ("x",)))
    _, written = _held(question, "back x", "why not", "quit it")
    assert written[-3:] == [
        "  'back x' is not one of the items. Expected one of: x, y, z.",
        "  'why not' is not one of the items. Expected one of: x, y, z.",
        "  'quit it' is not one of the items. Expected one of: x, y, z.",
    ]


def test_not_known_to_all_leaves_the_outcome_unknown() -> None:
    finding, written = _held(definition(AllOf((A, B))), "?", "?")
    assert finding.truth is Truth.UNKNOWN
    assert written[4] == "Nothing is left to ask: unknown"


def test_lines_are_read_with_a_prompt() -> None:
    prompts: list[str] = []

    def read(prompt: str) -> str:
        prompts.append(prompt)
        return " y " if len(prompts) == 1 else " "

    finding = run_interview(interview(definition(A)), read, _nowhere)
    assert (finding.truth, prompts) == (Truth.TRUE, ["> ", "> "])
