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


def parser() -> argparse.ArgumentParser:
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
    assess.add_argument("file", help="a case as JSON")
    assess.add_argument("--definition", help="the definition to put, in place of the one that the file names")

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
    return made
