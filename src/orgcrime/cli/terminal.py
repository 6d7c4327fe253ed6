"""Writing to a terminal: in colour where there is one and rich is installed, plain otherwise."""

from __future__ import annotations

import contextlib
import json
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from orgcrime.outline import Outline

__all__ = ["asked", "hush", "progress", "show", "write", "write_json", "write_whole"]

_LOOK_ALIKES = str.maketrans(
    {"→": "->", "·": "-", "–": "-", "—": "-", "…": "...", "‘": "'", "’": "'", "“": '"', "”": '"', "ß": "ss"}  # noqa: RUF001
)


def write(text: str) -> None:
    """Write a text for people and a newline; what the terminal does not have is written by what looks like it.

    Raises:
        UnicodeEncodeError: for what is no text, and can be written nowhere.
    """
    _out(_encodable(text, _readable))


def write_json(text: str) -> None:
    """Write JSON and a newline; what the terminal does not have is written as JSON escapes it.

    Raises:
        UnicodeEncodeError: for what is no text, and can be written nowhere.
    """
    _out(_encodable(text, lambda character: json.dumps(character)[1:-1]))


def write_whole(text: str) -> None:
    """Write a text for another program and a newline, as it stands.

    Raises:
        UnicodeEncodeError: for what the encoding does not have.
    """
    _out(text)


def _out(text: str) -> None:
    if sys.stdout is not None:  # as it is where the output is closed
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()


def _encodable(text: str, instead: Callable[[str], str]) -> str:
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    if _has(text, encoding):
        return text
    text.encode("utf-8")
    return "".join(character if _has(character, encoding) else instead(character) for character in text)


def _has(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _readable(character: str) -> str:
    """Return what looks like a character in ASCII, or its number."""
    import unicodedata

    near = unicodedata.normalize("NFKD", character.translate(_LOOK_ALIKES))
    plain = "".join(each for each in near if not unicodedata.combining(each))
    return plain.encode("ascii", "backslashreplace").decode("ascii")


def hush(text: str) -> None:
    """Write a text beside the answer, for people, while the answer itself is for a program."""
    if sys.stderr is not None:
        sys.stderr.write(f"{text}\n")


def asked(*, aside: bool) -> Callable[[str], str]:
    """Return what reads a line from a person or a pipe.

    Args:
        aside: whether the prompt goes beside the answer, which is for a program.
    """

    def read(prompt: str) -> str:
        try:
            line = _line(prompt, aside=aside)
        except EOFError:
            line = ""
        if line:
            return line.rstrip("\n")
        (hush if aside else _out)("")  # the answer begins on a line of its own
        raise EOFError

    return read


def _line(prompt: str, *, aside: bool) -> str:
    """Return a line with its end, or nothing at the end of the input."""
    if not aside and sys.stdin.isatty() and sys.stdout.isatty():
        return f"{input(prompt)}\n"  # which lets a person mend the line
    where = sys.stderr if aside else sys.stdout
    where.write(prompt)
    where.flush()
    return sys.stdin.readline()


@contextlib.contextmanager
def progress() -> Iterator[Callable[[int, int | None], None] | None]:
    """Give a function that is told how many rows are done and draws a bar; none where there is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    try:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn
    except ImportError:
        yield None
        return
    with Progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=Console(stderr=True)) as bar:
        task = bar.add_task("rows", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def show(outline: Outline) -> None:
    """Write an outline: in colour where a terminal is and rich is installed, plain otherwise."""
    unicode = (getattr(sys.stdout, "encoding", None) or "").lower().startswith("utf")
    if sys.stdout is None or not sys.stdout.isatty() or not unicode:
        write(outline.text())
        return
    try:
        from rich.console import Console
    except ImportError:
        write(outline.text())
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
