"""The arguments of the commands."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, NoReturn

import orgcrime
from orgcrime.cli import commands

if TYPE_CHECKING:
    from collections.abc import Callable

    from orgcrime.cli.commands import Said

__all__ = ["parser"]

_DAY = "the day, as 2019-07-01; else the last day that the data vouch for"


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 on")
    return int(text)


class _Parser(argparse.ArgumentParser):
    """A parser that says on one line what is wrong."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"orgcrime: {message}\n{self.format_usage()}")
        raise SystemExit(commands.BAD_INPUT)


def parser() -> argparse.ArgumentParser:  # noqa: PLR0915 - a few statements a command
    """Return the parser of the command line."""
    made = _Parser(
        prog="orgcrime",
        description="The international law against organised crime: definitions, who is bound, and why.",
        epilog="exit codes: 0 yes, 1 no, 3 unknown; 2 wrong use or bad input; 70 internal fault; 130 interrupted",
    )
    version = f"orgcrime {orgcrime.__version__}, data {orgcrime.data_version}"
    made.add_argument("--version", action="version", version=version)
    several = made.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], Said], summary: str) -> argparse.ArgumentParser:
        one = several.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
        one.add_argument("--json", action="store_true", help="answer as JSON")
        one.set_defaults(run=run)
        return one

    show = command("show", commands.show, "show a record by any key that names it")
    show.add_argument("key", help="an id, a name or a code")
    show.add_argument("--on", help="the day on which the key named it, as 2019-07-01")

    find = command("find", commands.find, "search every registry")
    find.add_argument("text", nargs="+", help="what to look for")
    find.add_argument("--most", type=_positive, default=10, help="at most so many (10)")

    assess = command("assess", commands.assess, "put the facts of a case file to its definition")
    assess.add_argument("file", help="a case as JSON; with --out a table: .csv, .parquet, .ndjson")
    assess.add_argument("--definition", help="the definition to put, in place of the one that the file names")

    assess.add_argument("--out", metavar="FILE", help="the table to write, with a verdict a row")
    assess.add_argument("--elements", action="store_true", help="with --out: a column for every element too")
    assess.add_argument(
        "--missing", choices=("error", "unknown"), default="error", help="with --out: a fact with no column"
    )

    status = command("status", commands.status, "is a participant bound by an instrument on a day")
    status.add_argument("participant", help="a State or organisation, by any key")
    status.add_argument("instrument", help="an instrument, by any key")
    status.add_argument("--on", help=_DAY)

    parties = command("parties", commands.parties, "list the parties to an instrument on a day")
    parties.add_argument("instrument", help="an instrument, by any key")
    parties.add_argument("--on", help=_DAY)

    mapped = command("map", commands.mapped, "translate from one list of crimes to another")
    mapped.add_argument("source", help="the list that one comes from")
    mapped.add_argument("target", help="the list that one goes to")
    mapped.add_argument("entry", nargs="*", help="an entry of the first list: its id, code or label; none for all")
    mapped.add_argument("--coverage", action="store_true", help="count what has a counterpart")
    mapped.add_argument("--on", help="the day for which both lists are taken, as 2019-07-01")

    compare = command("compare", commands.compare, "compare two definitions, with a smallest case for each difference")
    compare.add_argument("first", help="a definition, by id or alias")
    compare.add_argument("second", help="another; the relation reads: the first is … than the second")

    ask = command("ask", commands.ask, "ask for the facts of a case, one question at a time")
    ask.add_argument("definition", help="a definition, by id or alias")
    ask.add_argument("--script", metavar="FILE", help="read the answers from a file, a line each")

    cite = command("cite", commands.cite, "read a citation and verify that the place exists")
    cite.add_argument("text", nargs="+", help="a citation, as: UNTOC art. 18(13)")

    check = command("check", commands.check, "check a claim of status, date, count, name or membership")
    for name in commands.CLAIMED:
        check.add_argument(f"--{name.replace('_', '-')}", dest=name, type=int if name in ("year", "count") else str)

    export = command("export", commands.export, "write lists, instruments or bodies for other systems")
    export.add_argument("subject", help="a list, or: crimes, crosswalks, instruments, bodies")
    export.add_argument("--format", required=True, help="skos, json-ld, stix, misp, misp-galaxy, misp-cluster, ftm")
    export.add_argument("--base", help="the beginning of the addresses given to what is exported")
    export.add_argument("--on", help="the day for which a list is taken, as 2019-07-01")

    bases = command("bases", commands.bases, "list what lets one State ask another for cooperation")
    bases.add_argument("requesting", help="the State that asks")
    bases.add_argument("requested", help="the State that is asked")
    bases.add_argument("--for", dest="cooperation", required=True, help="the form, as mutual-legal-assistance")
    bases.add_argument(
        "--crime", help="a category of crime, or an entry of a list as fatf:fraud; none for no matter which"
    )
    bases.add_argument("--on", help=_DAY)

    panel = command("panel", commands.panel, "list who was bound by what, by day")
    panel.add_argument("instruments", nargs="+", help="instruments, by any key")
    panel.add_argument("--years", help="years from and to, as 2000-2025; each is taken on its last day")
    panel.add_argument("--dates", nargs="+", help="days, as 2019-07-01")
    panel.add_argument("--csv", action="store_true", help="write CSV")

    diff = command("diff", commands.diff, "say who joined or left between two days")
    diff.add_argument("instrument", help="an instrument, by any key")
    diff.add_argument("first", help="the first day, as 2018-07-01")
    diff.add_argument("second", help="the second day")

    duties = command("duties", commands.duties, "list what an instrument obliges its parties to do")
    duties.add_argument("instrument", help="an instrument, by any key")
    duties.add_argument("--kind", help="what the duties are about, as criminalization")
    duties.add_argument("--strength", help="how strongly they bind, as mandatory")

    draw = command("draw", commands.draw, "draw a picture into a file: .svg, .png, .mmd or .dot")
    draw.add_argument("what", choices=("timeline", "family", "finding", "definition", "crosswalk", "matrix"))
    draw.add_argument("keys", nargs="+", help="what is drawn: instruments, a case file, definitions, or two lists")
    draw.add_argument("--to", required=True, metavar="FILE", help="the file to write")
    draw.add_argument("--on", help="the day for which lists are taken, as 2019-07-01")
    return made
