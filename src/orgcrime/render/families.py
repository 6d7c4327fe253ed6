"""A graph drawn in columns: in the first what is in the middle, in each further one what is a step away.

Every line ends at a place of its own on its box, with its label there, so that no two labels meet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from orgcrime.render.canvas import INK, MUTED, Canvas, height_of, width_of, wrapped
from orgcrime.render.graphs import Edge, Graph, Node, NodeKind
from orgcrime.render.places import ordered, spread

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orgcrime.render.picture import Picture

__all__ = ["draw_family"]

_BOX = 2.15
_INNER = 0.09
_GAP = 0.16
_TITLE, _LABEL = 8.5, 7.5
_TRACK = 0.11
_LINE = "#6b6b6b"
_PORT = height_of(1, _LABEL) * 1.15
_LOOKS = {  # fill, line, how round, and the word that says the kind
    NodeKind.INSTRUMENT: ("#dcebf7", "#1f4e79", 0.0, "instrument"),
    NodeKind.BODY: ("#fdf0d2", "#7a5200", 0.1, "body"),
    NodeKind.PROGRAMME: ("#e3f2e6", "#22602f", 0.2, "programme"),
    NodeKind.OUTSIDE: ("#f6f6f6", "#777777", 0.0, "other"),
}
_OTHER = ("#ffffff", INK, 0.0, "")


@attrs.frozen(kw_only=True)
class _Box:
    node: Node
    column: int
    title: list[str]
    lines: list[str]
    height: float


@attrs.frozen(kw_only=True)
class _Port:
    """One end of a line, at its box."""

    edge: Edge
    far: str  # the other end
    left: bool  # the side of the box on which it stands
    told: str  # the label, where it is written at this end


def draw_family(graph: Graph, middle: int) -> Picture:
    """Return a graph as a picture.

    Args:
        graph: the nodes and edges; a node stands in a column by its distance from the middle.
        middle: how many of its nodes, the first, are in the middle.
    """
    columns = _columns(graph, middle)
    beside = _beside(graph)
    rows = ordered(columns, beside)
    where = {name: at for at, row in enumerate(rows) for name in row}
    ports = _ports(graph, where)
    boxes = {node.id: _boxed(node, where[node.id], ports[node.id]) for node in graph.nodes}
    middles = _middles(rows, beside, boxes)
    gutters = _gutters(rows, ports, where)
    lefts = [sum(gutters[: at + 1]) + at * _BOX for at in range(len(rows))]
    top = min(middles[name] - box.height / 2 for name, box in boxes.items())
    middles = {name: y - top + 0.3 for name, y in middles.items()}
    bottom = max(middles[name] + box.height / 2 for name, box in boxes.items())
    canvas = Canvas(lefts[-1] + _BOX + gutters[-1], bottom, graph.title, graph.caption)
    _legend(canvas, graph)
    ends: dict[tuple[str, str, Edge], tuple[float, float]] = {}
    for name, box in boxes.items():
        ends |= _ends(name, lefts[box.column], middles, ports[name])
    tracks = _tracks(graph.edges, where, ports, ends)
    for edge in graph.edges:
        _line(canvas, edge, ends, tracks)
    for name, box in boxes.items():
        _draw(canvas, box, lefts[box.column], middles[name])
    for name in boxes:
        for port in ports[name]:
            _label(canvas, port, ends[name, port.far, port.edge])
    return canvas.picture(_in_words(graph))


def _beside(graph: Graph) -> dict[str, list[str]]:
    beside: dict[str, list[str]] = {node.id: [] for node in graph.nodes}
    for edge in graph.edges:
        beside[edge.source].append(edge.target)
        beside[edge.target].append(edge.source)
    return beside


def _columns(graph: Graph, middle: int) -> list[list[str]]:
    """Return the nodes by their distance from the middle; of a part apart, the node with most lines is its middle."""
    beside = _beside(graph)
    names = [node.id for node in graph.nodes]
    distance = dict.fromkeys(names[:middle], 0)
    while True:
        waiting = list(distance)
        for name in waiting:
            for near in beside[name]:
                if near not in distance:
                    distance[near] = distance[name] + 1
                    waiting.append(near)
        apart = [name for name in names if name not in distance]
        if not apart:
            break
        distance[max(apart, key=lambda name: len(beside[name]))] = 0
    return [[name for name in names if distance[name] == at] for at in range(max(distance.values()) + 1)]


def _ports(graph: Graph, where: dict[str, int]) -> dict[str, list[_Port]]:
    """Return the ends of the lines of each box; a label stands at the end that is farther from the middle."""
    found: dict[str, list[_Port]] = {node.id: [] for node in graph.nodes}
    for edge in graph.edges:
        for own, far in ((edge.source, edge.target), (edge.target, edge.source)):
            if where[own] == where[far]:
                told = edge.label if own == edge.source else ""
                found[own].append(_Port(edge=edge, far=far, left=False, told=f"{told} ▸" if told else ""))
            elif where[own] > where[far]:
                told = f"◂ {edge.label}" if own == edge.source else f"{edge.label} ▸"
                found[own].append(_Port(edge=edge, far=far, left=True, told=told if edge.label else ""))
            else:
                found[own].append(_Port(edge=edge, far=far, left=False, told=""))
    return found


def _boxed(node: Node, column: int, ports: list[_Port]) -> _Box:
    room = _BOX - 2 * _INNER
    title = wrapped(node.title, room, _TITLE, "bold")
    kind = _LOOKS.get(node.kind, _OTHER)[3]
    said = [line for line in node.lines if line] or [kind]
    lines = [line for text in said for line in wrapped(text, room, _LABEL)]
    text = height_of(len(title), _TITLE) + height_of(len(lines), _LABEL) + 2 * _INNER
    most = max(sum(port.left for port in ports), sum(not port.left for port in ports))
    return _Box(node=node, column=column, title=title, lines=lines, height=max(text, most * _PORT + 0.1))


def _middles(rows: list[list[str]], beside: dict[str, list[str]], boxes: dict[str, _Box]) -> dict[str, float]:
    """Return the heights of the boxes: near to what they are tied to, none upon another."""
    middles: dict[str, float] = {}
    for row in rows:
        y = -sum(boxes[name].height + _GAP for name in row) / 2
        for name in row:
            middles[name] = y + boxes[name].height / 2
            y += boxes[name].height + _GAP
    for turn in range(10):
        for row in rows if turn % 2 else rows[::-1]:
            wanted = []
            for name in row:
                near = [middles[other] for other in beside[name] if boxes[other].column != boxes[name].column]
                wanted.append(sum(near) / len(near) if near else middles[name])
            placed = spread(wanted, [boxes[name].height for name in row], _GAP)
            middles |= dict(zip(row, placed, strict=True))
    return middles


def _gutters(rows: list[list[str]], ports: dict[str, list[_Port]], where: dict[str, int]) -> list[float]:
    """Return the room before each column and after the last: enough for the labels and for the lines to turn."""
    room = [0.0] * (len(rows) + 1)
    for column, row in enumerate(rows):
        own = [port for name in row for port in ports[name]]
        before = [width_of(port.told, _LABEL) for port in own if port.left]
        inside = [port for port in own if where[port.far] == column]
        room[column] += max(before, default=-0.9) + 0.9 if column else 0.0
        room[column + 1] += _labels(inside) + len(inside) / 2 * _TRACK + 0.1 if inside else 0.0
    return room


def _ends(
    name: str, left: float, middles: dict[str, float], ports: list[_Port]
) -> dict[tuple[str, str, Edge], tuple[float, float]]:
    """Return where each line of a box ends: on its side in the order of the far ends."""
    found = {}
    for on_left in (True, False):
        side = sorted((port for port in ports if port.left is on_left), key=lambda port: middles[port.far])
        first = middles[name] - (len(side) - 1) * _PORT / 2
        for at, port in enumerate(side):
            found[name, port.far, port.edge] = (left if on_left else left + _BOX, first + at * _PORT)
    return found


def _labels(ports: Iterable[_Port]) -> float:
    """Return how far from the boxes the lines within a column may turn: beyond their labels."""
    return max((width_of(port.told, _LABEL) for port in ports), default=0.0) + 0.22


def _tracks(
    edges: Iterable[Edge],
    where: dict[str, int],
    ports: dict[str, list[_Port]],
    ends: dict[tuple[str, str, Edge], tuple[float, float]],
) -> dict[Edge, float]:
    """Return where the lines within a column turn, each at a place of its own, the shortest nearest to the boxes."""
    found: dict[Edge, float] = {}
    within = [edge for edge in edges if where[edge.source] == where[edge.target]]
    for column in {where[edge.source] for edge in within}:
        inside = [edge for edge in within if where[edge.source] == column]
        far = _labels(port for name, at in where.items() if at == column for port in ports[name] if port.edge in inside)
        spans = {edge: _span(edge, ends) for edge in inside}
        for at, edge in enumerate(sorted(inside, key=lambda edge: (spans[edge], edge.source, edge.target))):
            found[edge] = ends[edge.source, edge.target, edge][0] + far + at * _TRACK
    return found


def _span(edge: Edge, ends: dict[tuple[str, str, Edge], tuple[float, float]]) -> float:
    return abs(ends[edge.source, edge.target, edge][1] - ends[edge.target, edge.source, edge][1])


def _line(
    canvas: Canvas, edge: Edge, ends: dict[tuple[str, str, Edge], tuple[float, float]], tracks: dict[Edge, float]
) -> None:
    start, end = ends[edge.source, edge.target, edge], ends[edge.target, edge.source, edge]
    turn = tracks.get(edge, (start[0] + end[0]) / 2)
    points = [start, (turn, start[1]), (turn, end[1]), end]
    canvas.path(points, colour=_LINE, width=0.9, dashes=not edge.strong, arrow=True, curved=edge not in tracks)


def _label(canvas: Canvas, port: _Port, end: tuple[float, float]) -> None:
    if port.told:
        x = end[0] - 0.1 if port.left else end[0] + 0.08
        canvas.text(x, end[1], port.told, _LABEL, align="right" if port.left else "left", halo=True, colour="#333333")


def _draw(canvas: Canvas, box: _Box, left: float, middle: float) -> None:
    fill, line, round_by, _ = _LOOKS.get(box.node.kind, _OTHER)
    outside = box.node.kind is NodeKind.OUTSIDE
    y = middle - box.height / 2
    canvas.box(left, y, _BOX, box.height, fill=fill, line=line, round_by=round_by, dashes=outside)
    text = height_of(len(box.title), _TITLE) + height_of(len(box.lines), _LABEL)
    below = canvas.lines(left + _INNER, middle - text / 2, box.title, _TITLE, weight="bold")
    canvas.lines(left + _INNER, below, box.lines, _LABEL, colour=MUTED)


def _legend(canvas: Canvas, graph: Graph) -> None:
    x = 0.0
    for kind, (fill, line, round_by, word) in _LOOKS.items():
        if any(node.kind is kind for node in graph.nodes):
            canvas.box(
                x, 0, 0.24, 0.15, fill=fill, line=line, round_by=min(round_by, 0.07), dashes=kind is NodeKind.OUTSIDE
            )
            canvas.text(x + 0.31, 0.075, word, _LABEL)
            x += 0.31 + width_of(word, _LABEL) + 0.25


def _in_words(graph: Graph) -> str:
    names = {node.id: node.title for node in graph.nodes}
    return "; ".join(_said(names, graph.edges)) + "."


def _said(names: dict[str, str], edges: Iterable[Edge]) -> Iterable[str]:
    return (" ".join(filter(None, (names[edge.source], edge.label, names[edge.target]))) for edge in edges)
