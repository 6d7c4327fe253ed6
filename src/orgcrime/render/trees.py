"""A tree drawn as an indented list of boxes, each below the one that it belongs to, its outcome as sign and word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from orgcrime.render.canvas import INK, MUTED, Canvas, height_of, width_of, wrapped
from orgcrime.render.graphs import Graph, Node, NodeKind
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from orgcrime.render.canvas import Weight
    from orgcrime.render.picture import Picture

__all__ = ["draw_tree"]

_WIDTH = 8.2
_INDENT = 0.36
_GAP = 0.09
_INNER = 0.09
_TITLE, _TEXT = 9.5, 8.5


@attrs.frozen(kw_only=True)
class _Look:
    sign: str
    word: str
    fill: str
    line: str
    width: float = 1.0
    dashes: bool = False


_LOOKS = {
    Truth.TRUE: _Look(sign="\N{HEAVY CHECK MARK}", word="yes", fill="#dcf1ea", line="#00664d", width=1.2),
    Truth.FALSE: _Look(sign="\N{HEAVY BALLOT X}", word="no", fill="#fbe0d2", line="#8f3a00", width=2.2),
    Truth.UNKNOWN: _Look(sign="?", word="unknown", fill="#f5f5f5", line="#555555", width=1.2, dashes=True),
}
_PLAIN = {
    NodeKind.COMBINATION: _Look(sign="", word="", fill="#e8e8e8", line="#e8e8e8"),
    NodeKind.FACT: _Look(sign="", word="", fill="#eef4fb", line="#9db8d3"),
}
_STEP = _Look(sign="", word="", fill="#ffffff", line=INK)


@attrs.frozen(kw_only=True)
class _Placed:
    node: Node
    depth: int
    label: str
    top: float
    height: float
    title: list[str]
    lines: list[str]
    mark: float

    @property
    def left(self) -> float:
        return self.depth * _INDENT

    @property
    def bottom(self) -> float:
        return self.top + self.height


def draw_tree(graph: Graph) -> Picture:
    """Return a tree as a picture; its nodes stand in the order of the text, each after the one above it."""
    placed = _places(graph)
    canvas = Canvas(_WIDTH, placed[-1].bottom, graph.title, graph.caption)
    above = {edge.target: edge.source for edge in graph.edges}
    at = {each.node.id: each for each in placed}
    for each in placed:
        parent = at.get(above.get(each.node.id, ""))
        if parent is not None:
            across = parent.left + _INDENT / 2
            middle = each.top + min(each.height / 2, 0.16)
            canvas.path([(across, parent.bottom), (across, middle), (each.left, middle)], colour="#8a8a8a")
        _draw(canvas, each)
    return canvas.picture(_in_words(placed))


def _places(graph: Graph) -> list[_Placed]:
    depths: dict[str, int] = {}
    incoming = {edge.target: edge for edge in graph.edges}
    placed: list[_Placed] = []
    top = 0.0
    for node in graph.nodes:
        edge = incoming.get(node.id)
        depth = depths[node.id] = 0 if edge is None else depths[edge.source] + 1
        look = _look(node)
        mark = 0.0 if not look.word else width_of(f"{look.sign} {look.word}", _TITLE, "bold") + 0.18
        room = _WIDTH - depth * _INDENT - 2 * _INNER - mark
        said = node.title if edge is None or not edge.label else f"{edge.label}: {node.title}"
        title = wrapped(said, room, _TITLE, _weight(node))
        lines = [line for text in node.lines for line in wrapped(text, room, _TEXT)]
        height = height_of(len(title), _TITLE) + height_of(len(lines), _TEXT) + 2 * _INNER * 0.75
        label = "" if edge is None else edge.label
        placed.append(
            _Placed(node=node, depth=depth, label=label, top=top, height=height, title=title, lines=lines, mark=mark)
        )
        top += height + _GAP
    return placed


def _look(node: Node) -> _Look:
    return _PLAIN.get(node.kind, _STEP) if node.truth is None else _LOOKS[node.truth]


def _weight(node: Node) -> Weight:
    return "normal" if node.kind is NodeKind.FACT else "bold"


def _draw(canvas: Canvas, each: _Placed) -> None:
    look = _look(each.node)
    canvas.box(
        each.left,
        each.top,
        _WIDTH - each.left,
        each.height,
        fill=look.fill,
        line=look.line,
        line_width=look.width,
        dashes=look.dashes,
        round_by=0.05,
    )
    x, y = each.left + _INNER, each.top + _INNER * 0.75
    if look.word:
        canvas.lines(x, y, [f"{look.sign} {look.word}"], _TITLE, weight="bold", colour=look.line)
    y = canvas.lines(x + each.mark, y, each.title, _TITLE, weight=_weight(each.node))
    canvas.lines(x + each.mark, y, each.lines, _TEXT, colour=MUTED)


def _in_words(placed: list[_Placed]) -> str:
    return ". ".join(": ".join(filter(None, (each.label, each.node.heading))) for each in placed) + "."
