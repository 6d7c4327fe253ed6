"""Writing to a terminal: in colour where there is one and rich is installed, plain otherwise."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from orgcrime.outline import Outline

__all__ = ["hush", "progress", "show", "write"]


def write(text: str) -> None:
    """Write a text and a newline."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def hush(text: str) -> None:
    """Write a text beside the answer, for people, while the answer itself is for a program."""
    sys.stderr.write(f"{text}\n")


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
    if not sys.stdout.isatty():
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
