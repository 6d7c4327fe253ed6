"""What a diagram shows, as data: nodes and the edges between them; text and pictures are made from it alone."""

from __future__ import annotations

import enum
import re
from typing import TYPE_CHECKING

import attrs

import orgcrime
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orgcrime.catalogue import Catalogue
    from orgcrime.citation import Reference

__all__ = ["Direction", "Edge", "Graph", "Node", "NodeKind", "data_of", "plain", "sources_of"]


class NodeKind(enum.Enum):
    """What a node stands for."""

    STEP = "step"
    """A definition or a named step of it."""
    COMBINATION = "combination"
    """How the rules below it are put together."""
    FACT = "fact"
    """A fact that is asked for."""
    INSTRUMENT = "instrument"
    BODY = "body"
    PROGRAMME = "programme"
    OUTSIDE = "outside"
    """Something that has no record of its own among instruments, bodies and programmes."""
    ENTRY = "entry"
    """An entry of a list."""


class Direction(enum.Enum):
    """Which way a diagram runs."""

    ACROSS = "across"
    DOWN = "down"


@attrs.frozen(kw_only=True)
class Node:
    """A box of a diagram.

    Attributes:
        id: its name within the graph.
        title: what it is.
        lines: what else is said in the box.
        kind: what it stands for.
        truth: the outcome; ``None`` where nothing was assessed.
        group: the heading under which it stands; ``None`` for none.
    """

    id: str
    title: str
    lines: tuple[str, ...] = ()
    kind: NodeKind = NodeKind.STEP
    truth: Truth | None = None
    group: str | None = None

    @property
    def heading(self) -> str:
        """The first line: the outcome as a word, where there is one, and the title."""
        return self.title if self.truth is None else f"[{self.truth.word}] {self.title}"


@attrs.frozen(kw_only=True)
class Edge:
    """A line from one box to another.

    Attributes:
        source: the id of the node that it comes from.
        target: the id of the node that it goes to.
        label: read *source label target*; empty where the line says it all.
        strong: whether it is drawn in full; else dashed, as what is only loosely so.
    """

    source: str
    target: str
    label: str = ""
    strong: bool = True


@attrs.frozen(kw_only=True)
class Graph:
    """Nodes and the edges between them; its length is the number of nodes.

    Attributes:
        title: what is shown.
        caption: the sources and the day of the data.
        nodes: the nodes, in the order in which they are shown.
        edges: the edges.
        direction: which way it runs.
    """

    title: str
    caption: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    direction: Direction = Direction.DOWN

    def __len__(self) -> int:
        """Return the number of nodes."""
        return len(self.nodes)

    def groups(self) -> tuple[str, ...]:
        """Return the headings under which nodes stand, in their order."""
        return tuple(dict.fromkeys(node.group for node in self.nodes if node.group is not None))


_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def plain(text: str) -> str:
    """Return a text on one line, without the characters that no file of text or XML may hold.

    >>> plain("two" + chr(10) + "lines, a bell" + chr(7))
    'two lines, a bell\N{REPLACEMENT CHARACTER}'
    """
    return " ".join(_UNSEEN.sub("\N{REPLACEMENT CHARACTER}", text).split())


def data_of() -> str:
    """Return which data are shown, and by what."""
    return f"Data of {orgcrime.data_version}, orgcrime {orgcrime.__version__}."


_NAMED = 3


def sources_of(references: Iterable[Reference | str], catalogue: Catalogue, most: int = _NAMED) -> str:
    """Return the titles of some sources as a sentence, each once; those beyond the first few are counted."""
    titles = tuple(dict.fromkeys(_titles(references, catalogue)))
    if not titles:
        return ""
    more = len(titles) - most
    others = f" and {more} more" if more > 0 else ""
    return f"{'Sources' if len(titles) > 1 else 'Source'}: {'; '.join(titles[:most])}{others}."


def _titles(references: Iterable[Reference | str], catalogue: Catalogue) -> Iterator[str]:
    for reference in references:
        key = reference if isinstance(reference, str) else reference.source
        source = catalogue.sources.get(key)
        yield key if source is None else source.title.rstrip(".")
