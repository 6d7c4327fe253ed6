"""The command line: arguments in, one call, the rendered answer out.

Exit codes: 0 yes, 1 no, 3 unknown, and only after a question was answered; 2 wrong use or bad input; 70 an internal
fault; 130 interrupted. What answers no question exits with 0 when done.
"""

from __future__ import annotations

import os
import shlex
import sys
from typing import TYPE_CHECKING

from orgcrime.cli.arguments import parser
from orgcrime.cli.commands import BAD_INPUT
from orgcrime.cli.terminal import hush, show, write_json, write_whole
from orgcrime.errors import OrgCrimeError, UnknownKeyError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from orgcrime.cli.commands import Said

__all__ = ["main"]

FAULT, INTERRUPTED = 70, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    whole = parser()
    try:
        given = whole.parse_args(argv)
        said: Said = given.run(given)
        outline, value, code = said
        if given.json:
            from orgcrime.serial import to_json

            write_json(to_json(value))
        elif isinstance(outline, str):
            write_whole(outline)
        else:
            show(outline)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else BAD_INPUT
    except OrgCrimeError as error:
        return _refused(f"{_worded(str(error))}{_way_out(error)}")
    except BrokenPipeError:
        # The reader has gone, as `head` does; what is left of the output goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except UnicodeEncodeError as error:
        part = repr(error.object[error.start : error.end])
        way = "" if error.encoding == "utf-8" else "; set PYTHONIOENCODING=utf-8"
        return _refused(f"the answer has a character that {error.encoding} does not have: {part}{way}")
    except OSError as error:
        return _refused(f"{error.filename}: {error.strerror}" if error.filename else str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - an uncaught error would exit with 1, which says no
        hush(f"orgcrime: internal fault, please report it: {type(error).__name__}: {error}")
        return FAULT
    return code


_IN_JSON = {
    "with on=": "with --on",
    "expected True, False, or None for not known": "expected true, false, or null for not known",
    "LIFE, DEATH, a Between, or None": '"life", "death", a range as {"at_least": 2}, or null',
    "a Between, or None": 'a range as {"at_least": 2}, or null',
}
"""What a message says to those who write Python, and to those who write commands and JSON."""

_LISTED = {
    "body": "bodies",
    "crime": "crimes",
    "definition": "definitions",
    "instrument": "instruments",
    "list": "taxonomies",
    "participant": "participants",
}
"""The list of what there is of a kind."""


def _worded(message: str) -> str:
    for python, here in _IN_JSON.items():
        message = message.replace(python, here)
    return message


def _way_out(error: OrgCrimeError) -> str:
    """Return where to look when nothing like a key is known: in its own list, or in another."""
    if not isinstance(error, UnknownKeyError) or error.near or error.kind not in _LISTED:
        return ""
    from orgcrime.catalogue import BUILT_IN

    for kind, name in _LISTED.items():
        if error.key in getattr(BUILT_IN, name):
            return f" It is known as a {kind}: orgcrime show {shlex.quote(str(error.key))}"
    return f" All of them: orgcrime list {_LISTED[error.kind]}"


def _refused(message: str) -> int:
    for line in message.splitlines():
        hush(f"orgcrime: {line}")
    return BAD_INPUT
