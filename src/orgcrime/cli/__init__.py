"""The command line: arguments in, one call, the rendered answer out.

Exit codes: 0 yes, 1 no, 3 unknown, and only after a question was answered; 2 wrong use or bad input; 70 an internal
fault; 130 interrupted. What answers no question exits with 0 when done.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import orgcrime
from orgcrime.errors import OrgCrimeError, UnknownKeyError
from orgcrime.outline import Outline, described
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["main"]

EXITS = {Truth.TRUE: 0, Truth.FALSE: 1, Truth.UNKNOWN: 3}
BAD_INPUT, FAULT, INTERRUPTED = 2, 70, 130

Said = tuple[Outline, object, int]
"""What a command says: for people, for programs, and its exit code."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    parser = _parser()
    try:
        given = parser.parse_args(argv)
        said: Said = given.run(given)
        outline, value, code = said
        if given.json:
            from orgcrime.serial import to_json

            _write(to_json(value))
        else:
            _show(outline)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else BAD_INPUT
    except OrgCrimeError as error:
        return _refused(str(error))
    except BrokenPipeError:
        # The reader has gone, as `head` does; what is left of the output goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        return _refused(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - an uncaught error would exit with 1, which says no
        sys.stderr.write(f"orgcrime: internal fault, please report it: {type(error).__name__}: {error}\n")
        return FAULT
    return code


def _refused(message: str) -> int:
    for line in message.splitlines():
        sys.stderr.write(f"orgcrime: {line}\n")
    return BAD_INPUT


class _Parser(argparse.ArgumentParser):
    """A parser that says what is wrong on one line."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"orgcrime: {message}\n{self.format_usage()}")
        raise SystemExit(BAD_INPUT)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="orgcrime",
        description="The international law against organised crime: definitions, who is bound, and why.",
        epilog="exit codes: 0 yes, 1 no, 3 unknown; 2 wrong use or bad input; 70 internal fault; 130 interrupted",
    )
    parser.add_argument(
        "--version", action="version", version=f"orgcrime {orgcrime.__version__}, data {orgcrime.data_version}"
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[Any], Said], summary: str) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=summary, description=summary)
        made.add_argument("--json", action="store_true", help="answer as JSON")
        made.set_defaults(run=run)
        return made

    show = command("show", _show_record, "show a record by any key that names it")
    show.add_argument("key", help="an id, a name or a code")
    show.add_argument("--on", help="the day on which the key named it, as 2019-07-01")
    find = command("find", _find, "search every registry")
    find.add_argument("text", nargs="+", help="what to look for")
    find.add_argument("--most", type=int, default=10, help="at most so many (10)")
    assess = command("assess", _assess, "put the facts of a case file to its definition")
    assess.add_argument("file", help="a case as JSON")
    assess.add_argument("--definition", help="the definition to put, in place of the one that the file names")
    status = command("status", _status, "is a participant bound by an instrument on a day?")
    status.add_argument("participant")
    status.add_argument("instrument")
    status.add_argument("--on", help="the day, as 2019-07-01; else the last day that the data vouch for")
    parties = command("parties", _parties, "the parties to an instrument on a day")
    parties.add_argument("instrument")
    parties.add_argument("--on", help="the day, as 2019-07-01; else the last day that the data vouch for")
    return parser


def _show_record(given: argparse.Namespace) -> Said:
    from orgcrime.catalogue import BUILT_IN, REGISTRIES

    found = []
    known: list[str] = []
    for name in REGISTRIES:
        registry = getattr(BUILT_IN, name)
        if given.key in registry:
            found.append((name, registry.named(given.key, on=given.on)))
        else:
            known += registry.spellings()
    if not found:
        raise UnknownKeyError("record", given.key, known)
    from orgcrime.serial import plain

    outlines = tuple(_described(name, record) for name, record in found)
    whole = (
        outlines[0]
        if len(outlines) == 1
        else Outline(heading=f"{len(outlines)} records are known as {given.key!r}", children=outlines)
    )
    return whole, {name: plain(record) for name, record in found}, 0


def _described(registry: str, record: Any) -> Outline:
    title = getattr(record, "title", None) or getattr(record, "name", record.id)
    return described(record, f"{title} ({registry})")


def _find(given: argparse.Namespace) -> Said:
    text = " ".join(given.text)
    hits = orgcrime.find(text, most=given.most)
    rows = tuple(
        (hit.record.id, type(hit.record).__name__, f"{hit.score:.2f}", f"{hit.what}: {hit.matched}") for hit in hits
    )
    heading = f"{len(hits)} found for {text!r}" if hits else f"nothing found for {text!r}"
    value = {
        "text": text,
        "hits": [
            {
                "id": hit.record.id,
                "kind": type(hit.record).__name__,
                "matched": hit.matched,
                "what": hit.what,
                "score": hit.score,
            }
            for hit in hits
        ],
    }
    return Outline(heading=heading, columns=("id", "kind", "score", "matched") if rows else (), rows=rows), value, 0


def _assess(given: argparse.Namespace) -> Said:
    answer = orgcrime.answer(orgcrime.read_case(given.file, definition=given.definition))
    return answer.outline(), answer, EXITS[answer.finding.truth]


def _status(given: argparse.Namespace) -> Said:
    standing = orgcrime.standing(given.participant, given.instrument, on=given.on)
    return standing.outline(), standing, EXITS[standing.truth]


def _parties(given: argparse.Namespace) -> Said:
    parties = orgcrime.parties(given.instrument, on=given.on)
    return parties.outline(), parties, 0


def _write(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _show(outline: Outline) -> None:
    """Write an outline: in colour where a terminal is and rich is installed, plain otherwise."""
    if not sys.stdout.isatty():
        _write(outline.text())
        return
    try:
        from rich.console import Console
    except ImportError:
        _write(outline.text())
        return
    Console().print(_tree(outline))


_COLOURS = {"yes": "green", "no": "red", "unknown": "yellow"}


def _tree(outline: Outline) -> Any:
    """Return an outline as rich draws it."""
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text
    from rich.tree import Tree

    label = Text()
    if outline.mark:
        label.append(f"[{outline.mark}] ", style=f"bold {_COLOURS.get(outline.mark, '')}")
    label.append(outline.heading)
    parts: list[Any] = [label]
    if outline.rows:
        table = Table(show_header=bool(outline.columns), box=None, pad_edge=False)
        for at in range(max(map(len, outline.rows))):
            table.add_column(outline.columns[at] if at < len(outline.columns) else "", overflow="fold")
        for row in outline.rows:
            table.add_row(*(Text(cell) for cell in row))
        parts.append(table)
    tree = Tree(Group(*parts))
    for child in outline.children:
        tree.add(_tree(child))
    for note in outline.notes:
        tree.add(Text(note, style="dim"))
    return tree


if __name__ == "__main__":
    sys.exit(main())
