"""The arguments of the commands."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import orgcrime
from orgcrime.cli import commands

if TYPE_CHECKING:
    from collections.abc import Callable

    from orgcrime.cli.commands import Said

__all__ = ["parser"]

_DAY = "the day, as 2019-07-01; else the last day that the data vouch for"
_CODES = "exit codes: 0 yes, 1 no, 3 unknown; 2 wrong use or bad input; 70 internal fault; 130 interrupted"
_ANSWERED = "exit code: 0 yes, 1 no, 3 unknown"
_DONE = "exit code: 0"


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 on")
    return int(text)


def _whole(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number")
    return int(text)


class _Parser(argparse.ArgumentParser):
    """A parser that says on one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        lacks_a_command = message.endswith("required: COMMAND")
        sys.stderr.write(f"orgcrime: {message}\n{self.format_help() if lacks_a_command else self.format_usage()}")
        raise SystemExit(commands.BAD_INPUT)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.metavar == "COMMAND" and action.choices is not None and value not in action.choices:
            from orgcrime.errors import did_you_mean

            near = did_you_mean(value, action.choices)
            raise argparse.ArgumentError(None, f"there is no command {value!r}.{near} orgcrime --help lists them.")
        super()._check_value(action, value)


def parser() -> argparse.ArgumentParser:  # noqa: PLR0915 - a few statements a command
    """Return the parser of the command line."""
    made = _Parser(
        prog="orgcrime",
        description="The international law against organised crime: definitions, who is bound, and why.",
        epilog=f"Every command: orgcrime COMMAND --help, with examples. {_CODES}",
    )
    version = f"orgcrime {orgcrime.__version__}, data {orgcrime.data_version}"
    made.add_argument("--version", action="version", version=version, help="show the versions of program and data")
    several = made.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(
        name: str, run: Callable[[argparse.Namespace], Said], summary: str, *examples: str, ends: str = _DONE
    ) -> argparse.ArgumentParser:
        shown = "\n".join(f"  orgcrime {name} {each}" for each in examples)
        one = several.add_parser(
            name,
            help=summary,
            description=f"{summary[0].upper()}{summary[1:]}.",
            epilog=f"examples:\n{shown}\n\n{ends}; 2 wrong use or bad input",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        one.add_argument("--json", action="store_true", help="answer as JSON")
        one.set_defaults(run=run)
        return one

    bases = command(
        "bases",
        commands.bases,
        "list what lets one State ask another for cooperation",
        "FR BR --for mutual-legal-assistance --crime money-laundering --on 2019-07-01",
        "IE GB --for extradition --crime human-trafficking --on 2021-01-01",
        ends="exit code: 0 there is a basis, 3 none is known; never 1, since other treaties and laws are not covered",
    )
    bases.add_argument("requesting", help="the State that asks")
    bases.add_argument("requested", help="the State that is asked")
    bases.add_argument(
        "--for",
        dest="cooperation",
        metavar="FORM",
        required=True,
        help="the form, as mutual-legal-assistance; orgcrime list forms names them",
    )
    bases.add_argument(
        "--crime", help="a category of crime, or an entry of a list as fatf:fraud; none for no matter which"
    )
    bases.add_argument("--on", metavar="DAY", help=_DAY)

    assess = command(
        "assess",
        commands.assess,
        "put the facts of a case file to its definition, or those of a table to one",
        "examples/cases/drug-ring.json",
        "examples/cases/theft-teams.json --definition fr-132-71 --definition it-416",
        ends=f"{_ANSWERED}; 0 for a table and for several definitions",
    )
    assess.add_argument("file", help="a case as JSON; with --out a table: .csv, .parquet, .ndjson")
    assess.add_argument(
        "--definition",
        metavar="ID",
        action="append",
        help="the definition to put, in place of the one that the file names; may be given several times",
    )
    assess.add_argument("--out", metavar="FILE", help="the table to write, with a verdict a row")
    assess.add_argument("--elements", action="store_true", help="with --out: a column for every element too")
    assess.add_argument(
        "--missing",
        choices=("error", "unknown"),
        default="error",
        help="with --out: whether a fact that no column has is an error (so by default), or unknown",
    )

    ask = command(
        "ask",
        commands.ask,
        "ask for the facts of a case, one question at a time",
        "trafficking-in-persons",
        "untoc-serious-crime --script answers.txt --json",
        ends=_ANSWERED,
    )
    ask.add_argument("definition", help="a definition, by id or alias; orgcrime list definitions names them")
    ask.add_argument("--script", metavar="FILE", help="read the answers from a file, a line each")

    mapped = command(
        "map",
        commands.mapped,
        "translate from one list of crimes to another",
        "eaw europol laundering of the proceeds of crime",
        "eaw europol --coverage",
    )
    mapped.add_argument("source", help="the list that one comes from; orgcrime list taxonomies names them")
    mapped.add_argument("target", help="the list that one goes to")
    mapped.add_argument("entry", nargs="*", help="an entry of the first list: its id, code or label; none for all")
    mapped.add_argument("--coverage", action="store_true", help="count what has a counterpart")
    mapped.add_argument("--on", metavar="DAY", help="the day for which both lists are taken, as 2019-07-01")

    status = command(
        "status",
        commands.status,
        "say whether a participant is bound by an instrument on a day",
        "FR UNCAC --on 2019-07-01",
        'Kosovo "palermo convention"',
        ends=_ANSWERED,
    )
    status.add_argument("participant", help="a State or organisation, by any key")
    status.add_argument("instrument", help="an instrument, by any key")
    status.add_argument("--on", metavar="DAY", help=_DAY)

    parties = command(
        "parties",
        commands.parties,
        "list the parties to an instrument on a day",
        "UNTOC --on 2003-09-29",
        ends="exit code: 0, or 3 where its parties are not listed here",
    )
    parties.add_argument("instrument", help="an instrument, by any key")
    parties.add_argument("--on", metavar="DAY", help=_DAY)

    panel = command(
        "panel",
        commands.panel,
        "list who was bound by what, by day",
        "UNTOC trafficking-protocol --years 2000-2025 --csv",
        "UNCAC --dates 2005-12-14 2019-07-01",
    )
    panel.add_argument("instruments", nargs="+", help="instruments, by any key")
    panel.add_argument("--years", help="years from and to, as 2000-2025; each is taken on its last day")
    panel.add_argument("--dates", metavar="DAY", nargs="+", help="days, as 2019-07-01")
    panel.add_argument("--csv", action="store_true", help="write CSV")

    timeline = command(
        "timeline", commands.timeline, "list who became a party to an instrument when, and who left", "UNTOC --csv"
    )
    timeline.add_argument("instrument", help="an instrument, by any key")
    timeline.add_argument("--csv", action="store_true", help="write CSV")

    diff = command("diff", commands.diff, "say who joined or left between two days", "UNTOC 2017-07-01 2018-07-01")
    diff.add_argument("instrument", help="an instrument, by any key")
    diff.add_argument("first", help="the first day, as 2018-07-01")
    diff.add_argument("second", help="the second day")

    check = command(
        "check",
        commands.check,
        "check a claim of an act, a status, a count, a name, a membership or a citation",
        "--participant FR --instrument UNCAC --act ratification --year 2007",
        "--instrument UNTOC --count 190 --on 2022-10-24",
        '--body Europol --name "European Police Office" --on 2016-01-01',
        '--citation "UNTOC art. 47"',
        ends="exit code: 0 confirmed, 1 contradicted, 3 open",
    )
    for name, said in commands.CLAIMED.items():
        check.add_argument(
            f"--{name.replace('_', '-')}", dest=name, type=_whole if name in ("year", "count") else str, help=said
        )

    cite = command(
        "cite",
        commands.cite,
        "read a citation and verify that the place exists",
        "UNTOC art. 18(13)",
        ends="exit code: 0 it exists, 3 not verified; one that does not exist is bad input",
    )
    cite.add_argument("text", nargs="+", help="a citation, as: UNTOC art. 18(13)")

    compare = command(
        "compare",
        commands.compare,
        "compare two definitions, with a smallest case for each difference; or several, each with each",
        "untoc-organized-criminal-group eu-criminal-organisation",
        "untoc-organized-criminal-group eu-criminal-organisation it-416 it-416-bis",
    )
    compare.add_argument("first", help="a definition, by id or alias; orgcrime list definitions names them")
    compare.add_argument("second", help="another; the relation reads: the first is ... than the second")
    compare.add_argument("more", nargs="*", help="more of them; then a table of all is shown")

    covers = command(
        "covers",
        commands.covers,
        "say whether a definition covers all that another requires, or the smallest case left out",
        "it-416 untoc-organized-criminal-group",
        ends=_ANSWERED,
    )
    covers.add_argument("definition", help="the definition that is to cover, as that of a national law")
    covers.add_argument("required", help="the definition that is to be covered, as that of a convention")

    duties = command(
        "duties",
        commands.duties,
        "list what an instrument obliges its parties to do",
        "UNTOC --kind criminalization --strength mandatory",
    )
    duties.add_argument("instrument", help="an instrument, by any key")
    duties.add_argument("--kind", help="what the duties are about, as criminalization")
    duties.add_argument("--strength", help="how strongly they bind, as mandatory")

    bodies = command(
        "bodies",
        commands.bodies,
        "list the bodies that deal with a crime, with their names, texts and mandates on a day",
        "--crime firearms-trafficking --on 2019-07-01",
    )
    bodies.add_argument("--crime", required=True, help="a category of crime; orgcrime list crimes names them")
    bodies.add_argument("--on", metavar="DAY", help="the day, as 2019-07-01; none for any time")

    show = command(
        "show",
        commands.show,
        "show a record by any key that names it",
        '"palermo convention"',
        "CS --on 2004-01-01",
    )
    show.add_argument("key", help="an id, a name or a code")
    show.add_argument("--on", metavar="DAY", help="the day on which the key named it, as 2019-07-01")

    find = command("find", commands.find, "search every registry", "convention de palerme", "trafficking --most 3")
    find.add_argument("text", nargs="+", help="what to look for")
    find.add_argument("--most", metavar="NUMBER", type=_positive, default=10, help="at most so many (10)")

    listed = command("list", commands.listed, "list what there is to be named", "", "definitions", "forms")
    listed.add_argument("what", nargs="?", help="a registry, or forms (of cooperation); none to list these")

    draw = command(
        "draw",
        commands.draw,
        "draw a picture into a file: .svg, .png, .mmd or .dot",
        "timeline UNTOC UNCAC --to parties.svg",
        "finding examples/cases/drug-ring.json --to finding.mmd",
    )
    draw.add_argument(
        "what",
        choices=("timeline", "family", "finding", "definition", "crosswalk", "matrix"),
        help="timeline (of instruments), family (of a body, an instrument or a programme), finding (of a case file), "
        "definition, crosswalk (of two lists) or matrix (of definitions)",
    )
    draw.add_argument("keys", nargs="+", help="what is drawn: instruments, a case file, definitions, or two lists")
    draw.add_argument("--to", required=True, metavar="FILE", help="the file to write")
    draw.add_argument("--on", metavar="DAY", help="the day for which lists are taken, as 2019-07-01")

    export = command(
        "export",
        commands.export,
        "write lists, instruments or bodies for other systems",
        "fatf --format skos",
        "bodies --format stix --base https://example.org/crime/",
    )
    export.add_argument("subject", help="a list, or: crimes, crosswalks, instruments, bodies")
    export.add_argument("--format", required=True, help="skos, json-ld, stix, misp, misp-galaxy, misp-cluster, ftm")
    export.add_argument("--base", help="the beginning of the addresses given to what is exported")
    export.add_argument("--on", metavar="DAY", help="the day for which a list is taken, as 2019-07-01")
    return made
