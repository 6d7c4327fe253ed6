"""The command line: arguments in, one call, the rendered answer out.

Exit codes: 0 yes, 1 no, 3 unknown, and only after a question was answered; 2 wrong use or bad input; 70 an internal
fault; 130 interrupted. What answers no question exits with 0 when done.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from orgcrime.cli.arguments import parser
from orgcrime.cli.commands import BAD_INPUT
from orgcrime.cli.terminal import show, write
from orgcrime.errors import OrgCrimeError

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

            write(to_json(value))
        elif isinstance(outline, str):
            write(outline)
        else:
            show(outline)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else BAD_INPUT
    except OrgCrimeError as error:
        return _refused(str(error).replace("with on=", "with --on"))
    except BrokenPipeError:
        # The reader has gone, as `head` does; what is left of the output goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except UnicodeEncodeError as error:
        return _refused(f"the answer has a character that cannot be written: {error.object[error.start : error.end]!r}")
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
