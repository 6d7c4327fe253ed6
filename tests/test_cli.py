"""The command line: answers, exit codes, messages, and what goes where."""

import builtins
import io
import json
import os
import re
import runpy
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import orgcrime as oc
from orgcrime.cli import main
from orgcrime.cli.arguments import parser
from orgcrime.cli.terminal import progress

SOURCES = Path(oc.__file__).parents[1]
CASE: dict[str, Any] = {
    "title": "a case",
    "definition": "untoc-organized-criminal-group",
    "facts": {
        "persons": 4,
        "randomly_formed": False,
        "existed_for_a_period": True,
        "acting_in_concert": True,
        "maximum_penalty": 10,
        "financial_benefit": True,
    },
    "states": ["FR", "JP"],
    "on": "2016-01-01",
    "source": "made up",
    "note": "a note",
}


def _subparser(name: str) -> Any:
    return next(action.choices[name] for action in parser()._actions if isinstance(action.choices, dict))


COMMANDS: list[str] = next(list(action.choices) for action in parser()._actions if isinstance(action.choices, dict))

SERBIA = "[yes] Serbia (then Serbia and Montenegro) is bound by UNTOC on 2004-01-01"


class Ran:
    """What a command has said, and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Any:
    """Run a command in this process; on a terminal where the test asks for one."""
    on_a_terminal = "terminal" in request.fixturenames

    def run(*argv: str) -> Ran:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: on_a_terminal)
        code = main(list(argv))
        found = capsys.readouterr()
        assert "Traceback" not in found.out + found.err
        return Ran(code, found.out, found.err)

    return run


def case_file(folder: Path, **changes: Any) -> str:
    """A case in a file; ``None`` leaves a field out."""
    path = folder / "case.json"
    case = {name: value for name, value in {**CASE, **changes}.items() if value is not None}
    path.write_text(json.dumps(case), encoding="utf-8")
    return str(path)


def with_facts(**facts: Any) -> dict[str, Any]:
    return {"facts": {**CASE["facts"], **facts}}


# Answers and their exit codes.


@pytest.mark.parametrize(
    ("argv", "code", "first"),
    [
        (("status", "FR", "UNCAC", "--on", "2019-07-01"), 0, "[yes] France is bound by UNCAC on 2019-07-01"),
        (("status", "FR", "UNCAC", "--on", "2005-12-13"), 1, "[no] France is not bound by UNCAC on 2005-12-13"),
        (
            ("status", "BT", "UNCAC", "--on", "2023-08-01"),
            3,
            "[unknown] Bhutan and UNCAC on 2023-08-01: not determined",
        ),
        (
            ("status", "FR", "UNCAC"),
            0,
            "[yes] France is bound by UNCAC on 2025-12-15, the last day that the data vouch for",
        ),
        (("status", "CS", "UNTOC", "--on", "2004-01-01"), 0, SERBIA),
        (("parties", "UNTOC", "--on", "2003-09-29"), 0, "41 parties to UNTOC on 2003-09-29"),
        (("show", "UNTOC"), 0, "United Nations Convention against Transnational Organized Crime (instruments)"),
        (("show", "CS", "--on", "2004-01-01"), 0, "Serbia (participants)"),
        (("find", "qqqqqqqq"), 0, "nothing found for 'qqqqqqqq'"),
        (("find", "convention", "de", "palerme", "--most", "1"), 0, "1 found for 'convention de palerme'"),
    ],
)
def test_a_question_is_answered_and_the_exit_code_says_how(
    run: Any, argv: tuple[str, ...], code: int, first: str
) -> None:
    """A script that asks "is it bound?" reads the exit code alone."""
    done = run(*argv)
    assert done.out.splitlines()[0] == first
    assert (done.code, done.err) == (code, "")


def test_the_first_day_of_france_and_uncac_is_shown(run: Any) -> None:
    assert "  since         2005-12-14" in run("status", "FR", "UNCAC", "--on", "2019-07-01").out.splitlines()


@pytest.mark.parametrize(
    ("changes", "code", "mark"),
    [
        ({}, 0, "[yes]"),
        (with_facts(persons=2), 1, "[no]"),
        (with_facts(persons={"at_least": 2}), 3, "[unknown]"),
        (with_facts(maximum_penalty="life"), 0, "[yes]"),
    ],
)
def test_a_case_is_assessed(run: Any, tmp_path: Path, changes: dict[str, Any], code: int, mark: str) -> None:
    done = run("assess", case_file(tmp_path, **changes))
    lines = [line.strip() for line in done.out.splitlines()]
    assert lines[0] == "a case"
    assert any(line.startswith(mark) and "organized criminal group (UNTOC art. 2(a))" in line for line in lines)
    assert any(line.startswith("[yes]") and "France is bound by UNTOC on 2016-01-01" in line for line in lines)
    assert any(line.startswith("[no]") and "Japan is not bound by UNTOC on 2016-01-01" in line for line in lines)
    assert lines[-2:] == ["a note", "case: made up"]
    assert (done.code, done.err) == (code, "")


def test_another_definition_can_be_put_to_a_case(run: Any, tmp_path: Path) -> None:
    done = run("assess", case_file(tmp_path), "--definition", "untoc-structured-group")
    assert done.code == 0
    assert "structured group (UNTOC art. 2(c))" in done.out
    assert "three or more persons" not in done.out


def test_a_case_may_say_little(run: Any, tmp_path: Path) -> None:
    bare = dict.fromkeys(("title", "states", "on", "source", "note"))
    done = run("assess", case_file(tmp_path, **bare))
    assert done.out.splitlines()[0] == "case"
    assert "is bound by" not in done.out
    assert done.code == 0


def test_the_states_of_a_case_without_a_day_are_asked_for_the_last_day_vouched_for(run: Any, tmp_path: Path) -> None:
    assert "2025-11-20, the last day that the data vouch for" in run("assess", case_file(tmp_path, on=None)).out


@pytest.mark.parametrize(
    ("argv", "check"),
    [
        (("status", "FR", "UNCAC", "--on", "2019-07-01"), {"truth": "true", "since": "2005-12-14"}),
        (("parties", "UNTOC", "--on", "2003-09-29"), {"number": 41, "undetermined": []}),
        (("find", "palermo convention", "--most", "1"), {"text": "palermo convention"}),
        (("find", "qqqqqqqq"), {"text": "qqqqqqqq", "hits": []}),
    ],
)
def test_json_is_the_same_answer_for_programs(run: Any, argv: tuple[str, ...], check: dict[str, Any]) -> None:
    done = run(*argv, "--json")
    found = json.loads(done.out)
    assert {name: found[name] for name in check} == check
    assert done.code == run(*argv).code


def test_a_case_as_json_holds_the_finding_and_the_standings(run: Any, tmp_path: Path) -> None:
    done = run("assess", case_file(tmp_path, **with_facts(persons=2)), "--json")
    found = json.loads(done.out)
    assert (found["title"], found["source"]) == ("a case", "made up")
    assert found["finding"]["truth"] == "false"
    assert found["finding"]["decisive"] == ["persons"]
    assert [each["truth"] for each in found["standings"]] == ["true", "false"]
    assert done.code == 1


def test_show_as_json_names_the_registry(run: Any) -> None:
    found = json.loads(run("show", "UNTOC", "--json").out)
    assert found["instruments"]["id"] == "untoc"


@pytest.mark.parametrize(
    "key",
    [
        "untoc",
        "fr",
        "untoc-scope",
        "europol",
        "money-laundering",
        "fatf",
        "empact-2018-2021",
        "zm2014",
        "untoc/fr",
        "vienna-1988/bt",
    ],
)
def test_a_record_of_every_registry_is_shown(run: Any, key: str) -> None:
    done = run("show", key)
    assert done.code == 0
    assert "None" not in done.out
    assert json.loads(run("show", key, "--json").out)


def test_a_key_of_several_records_shows_them_all(run: Any) -> None:
    """The agency and its list of crimes are both called so."""
    shown = json.loads(run("show", "europol", "--json").out)
    assert set(shown) == {"orgcrime", "bodies", "taxonomies"}
    assert run("show", "europol").out.splitlines()[0] == "2 records are known as 'europol'"


def test_every_article_of_the_convention_is_shown_with_its_heading(run: Any) -> None:
    out = run("show", "UNTOC").out
    assert "Mutual legal assistance" in out
    assert "Joint investigations" in out


# What is wrong, and where.


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (
            ("status", "FR", "Palermo Convntion"),
            "no instrument is known as 'Palermo Convntion'. Did you mean 'Palermo Convention'?",
        ),
        (
            ("status", "zzzz", "UNTOC"),
            "no participant is known as 'zzzz'. All of them: orgcrime list participants",
        ),
        (("status", "FR", "GRECO"), "no instrument is known as 'GRECO'. It is known as a body: orgcrime show GRECO"),
        (
            ("status", "FR", "UNTOC", "--on", "2003-02-30"),
            "on: '2003-02-30' is not a day: day is out of range for month",
        ),
        (
            ("parties", "UNTOC", "--on", "2003"),
            "on: '2003' is not a day: expected a date or a text such as '2019-07-01'",
        ),
        (
            ("status", "CS", "UNTOC"),
            "'CS' has named more than one participant ('czechoslovakia', 'rs'): say which day is meant with --on",
        ),
        (
            ("show", "palermo convntion"),
            "no record is known as 'palermo convntion'. Did you mean 'Palermo Convention'?",
        ),
        (("assess", "nothing.json"), "nothing.json: No such file or directory"),
    ],
)
def test_wrong_input_gives_one_clear_message_and_exit_code_2(run: Any, argv: tuple[str, ...], said: str) -> None:
    done = run(*argv)
    assert (done.code, done.out, done.err) == (2, "", f"orgcrime: {said}\n")
    assert run(*argv, "--json").code == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", ["case.json: is not JSON: Expecting property name enclosed in double quotes at line 1, column 2"]),
        ("[]", ["case.json: expected an object with 'definition' and 'facts', found a list"]),
        ("3", ["case.json: expected an object with 'definition' and 'facts', found a number"]),
        ('{"a": 1, "a": 2}', ["case.json: an object says 'a' twice"]),
        (
            "{}",
            [
                "case.json.definition: is missing: expected the id of a definition",
                "case.json.facts: is missing: expected an object of facts",
            ],
        ),
        (
            '{"definition": "untoc-serious-crme", "facts": {}}',
            [
                (
                    "case.json.definition: no definition is known as 'untoc-serious-crme'. Did you mean "
                    "'untoc-serious-crime' or 'untoc-2b-serious-crime'?"
                )
            ],
        ),
        (
            '{"definition": 5, "facts": {}}',
            [
                (
                    "case.json.definition: no definition is known as 5: expected the text of an id, a name or a "
                    "code, or a definition"
                )
            ],
        ),
        (
            '{"definition": "untoc-serious-crime", "facts": {"maximum_penlty": 4, "convention_offence": "yes"}}',
            [
                "case.json.facts.maximum_penlty: there is no such fact. Did you mean 'maximum_penalty'?",
                (
                    "case.json.facts.convention_offence: 'yes' is not a yes or a no: expected true, false, or null "
                    "for not known"
                ),
            ],
        ),
        (
            (
                '{"definition": "untoc-serious-crime", "facts": {}, "titel": "x", "title": 5, "states": "FR", '
                '"on": "2003-02-30", "parameters": [1], "note": []}'
            ),
            [
                "case.json.titel: there is no such field. Did you mean 'title'?",
                "case.json.states: expected a list of States, found a text",
                "case.json.on: '2003-02-30' is not a day: day is out of range for month",
                "case.json.parameters: expected an object, found a list",
                "case.json.title: expected a text, found a number",
                "case.json.note: expected a text, found a list",
            ],
        ),
        (
            '{"definition": "untoc-serious-crime", "facts": {}, "states": ["FR", "Frannce", "CS", 5]}',
            [
                "case.json.states[1]: no participant is known as 'Frannce'. Did you mean 'France'?",
                None,
                (
                    "case.json.states[3]: no participant is known as 5: expected the text of an id, a name or a "
                    "code, or a participant"
                ),
            ],
        ),
        (
            '{"definition": "untoc-serious-crime", "facts": {}, "parameters": {"overt_act": true}}',
            ["parameters.overt_act: untoc-serious-crime has no such parameter."],
        ),
        (
            '{"definition": "untoc-serious-crime", "facts": {}, "parameters": []}',
            ["case.json.parameters: expected an object, found a list"],
        ),
        (
            '{"definition": "untoc-serious-crime", "facts": {}, "parameters": false}',
            ["case.json.parameters: expected an object, found true or false"],
        ),
        (
            '{"definition": "untoc-serious-crime", "facts": {}, "states": [["FR"]]}',
            [
                (
                    "case.json.states[0]: no participant is known as ['FR']: expected the text of an id, a name or a "
                    "code, or a participant"
                )
            ],
        ),
    ],
)
def test_every_fault_of_a_case_is_named_on_a_line_of_its_own(
    run: Any, tmp_path: Path, text: str, said: list[str | None]
) -> None:
    """Whoever writes a case by hand would mend it fault by fault."""
    path = tmp_path / "case.json"
    path.write_text(text, encoding="utf-8")
    done = run("assess", str(path))
    lines = done.err.splitlines()
    assert (done.code, done.out, len(lines), len(set(lines))) == (2, "", len(said), len(said))
    assert [expected for expected in said if expected is not None and f"orgcrime: {expected}" not in lines] == []


def test_a_case_that_is_no_text_is_refused(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_bytes(b"\xff\xfe\x00")
    done = run("assess", str(path))
    assert (done.code, done.err) == (2, "orgcrime: case.json: is not UTF-8: invalid start byte at position 0\n")


def test_a_folder_is_no_case(run: Any, tmp_path: Path) -> None:
    done = run("assess", str(tmp_path))
    assert (done.code, done.err) == (2, f"orgcrime: {tmp_path}: Is a directory\n")


@pytest.mark.parametrize("place", ["title", "note", "source"])
def test_a_case_that_cannot_be_written_is_bad_input_and_no_fault_of_ours(run: Any, tmp_path: Path, place: str) -> None:
    """A lone surrogate can be read from JSON and written nowhere."""
    path = tmp_path / "case.json"
    text = json.dumps({**CASE, place: "\ud800"})
    path.write_text(text, encoding="utf-8")
    assert run("assess", str(path)).code == 2
    assert run("assess", str(path), "--json").code == 2


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31"])
def test_every_day_that_there_is_can_be_asked_for(run: Any, on: str) -> None:
    for argv in (("status", "CS", "UNTOC"), ("status", "FR", "UNTOC"), ("parties", "UNTOC"), ("show", "CS")):
        assert run(*argv, "--on", on).code in {0, 1, 2, 3}


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        ((), "the following arguments are required: COMMAND"),
        (("status", "FR"), "the following arguments are required: instrument"),
        (("find",), "the following arguments are required: text"),
        (("find", "x", "--most", "many"), "argument --most: 'many' is not a whole number from 1 on"),
        (("show", "fr", "--colour"), "unrecognized arguments: --colour"),
        (("check", "--instrument", "UNTOC", "--year", "soon"), "argument --year: 'soon' is not a whole number"),
    ],
)
def test_wrong_use_gives_one_line_and_the_usage(run: Any, argv: tuple[str, ...], said: str) -> None:
    done = run(*argv)
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[0] == f"orgcrime: {said}"
    assert done.err.splitlines()[1].startswith("usage: orgcrime")


def test_a_command_that_there_is_not_is_named_with_the_nearest(run: Any) -> None:
    done = run("asess", "x")
    assert done.code == 2
    assert done.err.startswith("orgcrime: there is no command 'asess'. Did you mean 'assess'")


def test_without_a_command_all_of_them_are_shown(run: Any) -> None:
    done = run()
    assert (done.code, done.out) == (2, "")
    assert all(f"    {name} " in done.err for name in COMMANDS)


def test_the_parser_refuses_what_is_no_choice_of_an_option(run: Any) -> None:
    done = run("assess", "x.csv", "--out", "y.csv", "--missing", "no")
    assert done.code == 2
    assert "invalid choice: 'no'" in done.err


@pytest.mark.parametrize("most", ["-1", "-10"])
def test_a_negative_number_of_hits_is_wrong_use(run: Any, most: str) -> None:
    assert run("find", "convention", "--most", most).code == 2


@pytest.mark.parametrize("argv", [("--help",), ("status", "--help")])
def test_help_is_no_error(run: Any, argv: tuple[str, ...]) -> None:
    done = run(*argv)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("usage: orgcrime")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_its_arguments_its_exit_codes_and_examples(run: Any, name: str) -> None:
    """Help that a terminal without Unicode cannot show is no help."""
    shown = run(name, "--help").out
    assert shown.isascii()
    assert "--json" in shown
    assert "exit code: 0" in shown
    assert f"  orgcrime {name}" in shown.partition("examples:")[2]
    assert all(action.help for action in _subparser(name)._actions)


EXAMPLES = [
    line.strip()
    for name in COMMANDS
    for line in _subparser(name).epilog.partition("examples:")[2].splitlines()
    if line.startswith("  orgcrime ")
]


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_help_answers(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    (tmp_path / "examples").symlink_to(Path(__file__).parents[1] / "examples", target_is_directory=True)
    (tmp_path / "answers.txt").write_text("at least 4\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    if " draw " in example and ".svg" in example:
        pytest.importorskip("matplotlib")
    done = run(*shlex.split(example)[1:])
    assert done.code in {0, 1, 3}
    assert done.out
    assert "orgcrime: " not in done.err


@pytest.mark.parametrize(
    "example", [each for each in EXAMPLES if "--csv" not in each and "--json" not in each and " draw " not in each]
)
def test_every_command_answers_in_json_with_the_same_code(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    (tmp_path / "examples").symlink_to(Path(__file__).parents[1] / "examples", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    argv = shlex.split(example)[1:]
    done = run(*argv, "--json")
    assert json.loads(done.out)
    assert done.code == run(*argv).code


def test_the_help_says_the_exit_codes(run: Any) -> None:
    codes = "exit codes: 0 yes, 1 no, 3 unknown; 2 wrong use or bad input; 70 internal fault; 130 interrupted"
    assert codes in " ".join(run("--help").out.split())


def test_the_version_names_the_data_too(run: Any) -> None:
    assert run("--version").out == f"orgcrime {oc.__version__}, data {oc.data_version}\n"


# What must never look like an answer.


def refuse(*_given: Any, **_named: Any) -> Any:
    raise ZeroDivisionError("it broke")


def test_an_internal_fault_is_no_no(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """An uncaught error exits with 1, which says "no"."""
    monkeypatch.setattr(oc, "standing", refuse)
    done = run("status", "FR", "UNTOC")
    assert (done.code, done.out) == (70, "")
    assert done.err == "orgcrime: internal fault, please report it: ZeroDivisionError: it broke\n"


def interrupt(*_given: Any, **_named: Any) -> Any:
    raise KeyboardInterrupt


def test_an_interrupted_command_says_so_by_its_code(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oc, "standing", interrupt)
    done = run("status", "FR", "UNTOC")
    assert (done.code, done.out, done.err) == (130, "", "")


def unreadable(*_given: Any, **_named: Any) -> Any:
    raise OSError("the disk is gone")


def test_an_error_of_the_system_without_a_file_is_told(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oc, "standing", unreadable)
    done = run("status", "FR", "UNTOC")
    assert (done.code, done.err) == (2, "orgcrime: the disk is gone\n")


def leave(*_given: Any, **_named: Any) -> Any:
    raise SystemExit("something else")


def test_an_exit_without_a_number_is_wrong_use(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(oc, "standing", leave)
    assert run("status", "FR", "UNTOC").code == 2


def test_a_reader_that_has_gone_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with ``orgcrime parties UNTOC | head -1``."""
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w", encoding="utf-8") as gone:
        monkeypatch.setattr(sys, "stdout", gone)
        assert main(["parties", "UNTOC"]) == 0


# Terminals.


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wide terminal with colours."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.mark.usefixtures("terminal")
def test_a_terminal_gets_colours(run: Any, tmp_path: Path) -> None:
    pytest.importorskip("rich")
    done = run("assess", case_file(tmp_path))
    assert "\x1b[" in done.out
    assert "three or more persons" in done.out
    assert done.code == 0


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize(
    "argv",
    [("status", "FR", "UNCAC"), ("show", "fr"), ("find", "palermo"), ("find", "qqqqqqqq"), ("parties", "UNCAC")],
)
def test_everything_can_be_drawn(run: Any, argv: tuple[str, ...]) -> None:
    pytest.importorskip("rich")
    assert run(*argv).out


@pytest.mark.usefixtures("terminal")
def test_markup_in_a_case_is_shown_as_it_stands(run: Any, tmp_path: Path) -> None:
    """A title such as "[red]" would vanish, or a link hide behind it."""
    pytest.importorskip("rich")
    done = run("assess", case_file(tmp_path, title="[red]a title[/red]", note="[link=http://example.org]x[/link]"))
    assert "[red]a title[/red]" in done.out
    assert "[link=http://example.org]x[/link]" in done.out


@pytest.mark.usefixtures("terminal")
def test_without_rich_a_terminal_gets_plain_text(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_rich(name: str, *rest: Any) -> Any:
        if name.partition(".")[0] == "rich":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_rich)
    done = run("status", "FR", "UNCAC", "--on", "2019-07-01")
    assert done.out == oc.standing("FR", "UNCAC", on="2019-07-01").text() + "\n"


def test_a_pipe_gets_plain_text(run: Any, tmp_path: Path) -> None:
    """Codes for colours would end up in files."""
    for argv in (("status", "FR", "UNCAC"), ("assess", case_file(tmp_path)), ("show", "UNTOC")):
        assert "\x1b" not in run(*argv).out


@pytest.mark.usefixtures("terminal")
def test_json_is_plain_on_a_terminal_too(run: Any) -> None:
    assert json.loads(run("status", "FR", "UNCAC", "--json").out)


# Terminals that lack letters, and outputs that are closed.


@pytest.fixture
def written_in(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Run a command whose output has another encoding; return its code and what it wrote."""

    def ran(encoding: str, *argv: str) -> tuple[int, str]:
        bare = io.BytesIO()
        monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(bare, encoding=encoding))
        code = main(list(argv))
        sys.stdout.flush()
        return code, bare.getvalue().decode(encoding)

    return ran


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_an_answer_is_legible_where_the_terminal_has_few_letters(written_in: Any, encoding: str) -> None:
    """The arrow is in no code page of Windows, and a redirected output has the code page."""
    code, out = written_in(encoding, "bases", "FR", "CI", "--for", "extradition", "--on", "2019-07-01")
    state = {"ascii": "Cote d'Ivoire"}.get(encoding, "Côte d'Ivoire")
    arrow, dot = {"ascii": ("->", "-"), "cp1252": ("->", "·")}.get(encoding, ("→", "·"))
    assert (code, out.splitlines()[0]) == (0, f"France {arrow} {state} {dot} extradition {dot} on 2019-07-01")


def test_a_letter_that_resembles_none_is_written_by_its_number(written_in: Any, tmp_path: Path) -> None:
    code, out = written_in("ascii", "assess", case_file(tmp_path, title="Дело"))
    assert (code, out.splitlines()[0]) == (0, r"\u0414\u0435\u043b\u043e")


def test_json_is_the_same_in_any_encoding(written_in: Any) -> None:
    plain, escaped = (json.loads(written_in(each, "show", "CI", "--json")[1]) for each in ("utf-8", "ascii"))
    assert plain == escaped
    assert plain["participants"]["name"] == "Côte d'Ivoire"


def test_a_file_for_another_program_is_whole_or_refused(written_in: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Turtle with other letters in it would be other data."""
    assert written_in("ascii", "export", "crimes", "--format", "skos") == (2, "")
    assert "set PYTHONIOENCODING=utf-8" in capsys.readouterr().err


class Terminal(io.TextIOWrapper):
    """An output that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_terminal_without_unicode_gets_no_lines_and_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    bare = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", Terminal(bare, encoding="ascii"))
    assert main(["status", "FR", "UNCAC", "--on", "2019-07-01"]) == 0
    assert bare.getvalue().decode() == oc.standing("FR", "UNCAC", on="2019-07-01").text() + "\n"


@pytest.mark.parametrize("argv", [("status", "FR", "UNCAC"), ("status", "FR", "UNCAC", "--json")])
def test_a_closed_output_keeps_the_code(monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...]) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(list(argv)) == 0
    assert main(["status", "FR", "UNCACC"]) == 2


@pytest.mark.usefixtures("terminal")
def test_no_color_is_heeded(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("rich")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[3" not in run("status", "FR", "UNCAC").out


@pytest.mark.usefixtures("terminal")
@pytest.mark.parametrize("columns", ["20", "40"])
def test_a_narrow_terminal_is_never_overrun(run: Any, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    pytest.importorskip("rich")
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setenv("NO_COLOR", "1")
    for argv in (("status", "FR", "UNCAC"), ("bases", "FR", "BR", "--for", "extradition"), ("show", "europol")):
        lines = re.sub(r"\x1b\[[0-9;]*m", "", run(*argv).out).splitlines()
        assert max(map(len, lines)) <= int(columns)


def test_a_terminal_is_told_how_far_a_table_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside the answer, since that may go into a file."""
    pytest.importorskip("rich")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress() as told:
        assert told is not None
        told(3, 4)
    said = capsys.readouterr()
    assert (said.out, "3/4" in said.err) == ("", True)


def test_without_rich_or_a_terminal_nobody_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    with progress() as told:
        assert told is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setitem(sys.modules, "rich.console", None)
    with progress() as told:
        assert told is None


# Asking.


def test_a_prompt_never_mixes_with_json(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("5\n"))
    done = run("ask", "untoc-serious-crime", "--json")
    assert (done.code, json.loads(done.out)["truth"]) == (0, "true")
    assert done.err.count("> ") == 2  # for the question, and when nothing is left to ask


def test_the_answer_begins_on_a_line_of_its_own_when_the_input_ends(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    done = run("ask", "untoc-serious-crime")
    assert done.code == 3
    assert "> \n[unknown] serious crime" in done.out


@pytest.mark.usefixtures("terminal")
def test_a_person_at_a_terminal_can_mend_the_line(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """``input`` gives that, and ends with an error at the end of the input."""
    answers = iter(["3"])

    def typed(prompt: str) -> str:
        assert prompt == "> "
        try:
            return next(answers)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(builtins, "input", typed)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    assert run("ask", "untoc-serious-crime").code == 1  # art. 2(b): four years at least


def test_a_script_that_is_no_text_is_bad_input(run: Any, tmp_path: Path) -> None:
    script = tmp_path / "answers.txt"
    script.write_bytes(b"\xff\n")
    done = run("ask", "untoc-serious-crime", "--script", str(script))
    assert (done.code, done.err) == (2, "orgcrime: answers.txt: is not UTF-8: invalid start byte at position 0\n")


# The real thing.


def command(*argv: str, **more: Any) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(SOURCES), "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "orgcrime", *argv],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        env=environment,
        **more,
    )


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (("status", "FR", "UNCAC", "--on", "2019-07-01"), 0),
        (("status", "FR", "UNCAC", "--on", "2005-12-13"), 1),
        (("status", "BT", "UNCAC", "--on", "2023-08-01"), 3),
        (("status", "FR", "UNKAC"), 2),
        (("--version",), 0),
    ],
)
def test_the_installed_command_ends_with_the_same_codes(argv: tuple[str, ...], code: int) -> None:
    done = command(*argv)
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert bool(done.stderr) == (code == 2)


def test_the_installed_command_bears_a_reader_that_leaves() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "orgcrime", "show", "UNTOC"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(SOURCES)},
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=60) == 0


def test_status_needs_no_third_party_module_beyond_attrs() -> None:
    program = "import sys; from orgcrime.cli import main; main(['status', 'FR', 'UNCAC']); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(SOURCES)},
    )
    assert not {"cattrs", "rich", "narwhals"} & set(done.stdout.split())


def test_the_package_is_a_command_too(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["orgcrime", "--version"])
    monkeypatch.delitem(sys.modules, "orgcrime.__main__", raising=False)
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("orgcrime", run_name="__main__")
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"orgcrime {oc.__version__}, data {oc.data_version}\n"


def test_importing_the_command_runs_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "orgcrime.__main__", raising=False)
    runpy.run_module("orgcrime.__main__", run_name="elsewhere")
    assert capsys.readouterr().out == ""


def test_an_entry_of_one_list_is_mapped_to_another(run: Any) -> None:
    done = run("map", "eaw", "europol", "trafficking in human beings")
    assert (done.code, done.err) == (0, "")
    found = json.loads(run("map", "eaw", "europol", "trafficking in human beings", "--json").out)
    (matches,) = [value for key, value in found.items() if key != "orgcrime"]
    assert [each["entry"] for each in matches] == ["trafficking-in-human-beings"]


def test_a_whole_list_is_mapped_and_its_coverage_counted(run: Any) -> None:
    whole = json.loads(run("map", "eaw", "europol", "--json").out)
    assert len(whole) == 32 + 1  # Framework Decision 2002/584/JHA, art. 2(2), and the marker
    coverage = json.loads(run("map", "eaw", "europol", "--coverage", "--json").out)
    assert (coverage["source"], coverage["target"]) == ("eaw", "europol")
    assert sum(coverage["counts"].values()) == 32
    assert run("map", "eaw", "europol", "--coverage").code == 0
    assert run("map", "eaw", "europoll").code == 2


def test_an_answer_is_shown_in_a_notebook_as_on_paper(tmp_path: Path) -> None:
    answer = oc.answer(oc.read_case(case_file(tmp_path)))
    assert str(answer) == answer.text() == answer.outline().text()
    assert answer._repr_html_().startswith("<div>a case")
