"""Definitions compared with each other, drawn as a square: each cell has a colour and the sign of what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgcrime.law.pairs import Relation
from orgcrime.render.canvas import INK, Canvas, height_of, width_of, wrapped
from orgcrime.render.graphs import data_of, sources_of

if TYPE_CHECKING:
    from orgcrime.catalogue import Catalogue
    from orgcrime.law.compare import Matrix
    from orgcrime.render.picture import Picture

__all__ = ["draw_heat"]

_CELL = 0.34
_SIZE = 8.0
_NAMES = 3.6
_SIGNS = {  # fill, ink and sign
    Relation.EQUIVALENT: ("#2b2b2b", "#ffffff", "="),
    Relation.NARROWER: ("#f3b562", INK, "<"),
    Relation.BROADER: ("#6fb4e0", INK, ">"),
    Relation.OVERLAPPING: ("#e7e2f1", INK, "\N{MULTIPLICATION SIGN}"),
    Relation.DISJOINT: ("#ffffff", INK, "0"),
}
_OPEN = ("#ffffff", INK, "?")
_WORDS = {relation: relation.value for relation in Relation} | {None: "not determined"}


def draw_heat(matrix: Matrix, catalogue: Catalogue) -> Picture:
    """Return a matrix of definitions as a picture; a row says how its definition stands to that of each column."""
    number = len(matrix)
    told = [f"{at}  {each.title} ({each.citation})" for at, each in enumerate(matrix.definitions, 1)]
    names = [wrapped(each, _NAMES - 0.15, _SIZE) for each in told]
    heights = [max(_CELL, height_of(len(lines), _SIZE) + 0.06) for lines in names]
    width = max(_NAMES + number * _CELL, 7.0)
    legend = _legend_lines(matrix, width)
    top = len(legend) * 0.26 + 0.55
    canvas = Canvas(width, top + sum(heights), f"{number} definitions compared", _caption(matrix, catalogue))
    canvas.text(0, 0.08, "The definition of the row is, to that of the column:", _SIZE)
    for at, line in enumerate(legend):
        _legend(canvas, line, 0.3 + at * 0.26)
    for at in range(number):
        canvas.text(_NAMES + (at + 0.5) * _CELL, top - 0.1, str(at + 1), _SIZE, align="center", weight="bold")
    y = top
    for lines, height, row in zip(names, heights, matrix.relations, strict=True):
        canvas.lines(0, y + (height - height_of(len(lines), _SIZE)) / 2, lines, _SIZE)
        for at, relation in enumerate(row):
            _cell(canvas, _NAMES + at * _CELL, y, height, relation)
        y += height
    return canvas.picture(_in_words(matrix))


def _cell(canvas: Canvas, x: float, y: float, height: float, relation: Relation | None) -> None:
    fill, ink, sign = _OPEN if relation is None else _SIGNS[relation]
    hatch = "////" if relation is None else None
    canvas.box(x, y, _CELL, height, fill=fill, line="#bdbdbd", line_width=0.6, hatch=hatch)
    canvas.text(x + _CELL / 2, y + height / 2, sign, 9.5, align="center", colour=ink, weight="bold")


def _legend_lines(matrix: Matrix, width: float) -> list[list[Relation | None]]:
    """Return the relations that occur, in lines that fit."""
    there = {relation for row in matrix.relations for relation in row}
    lines: list[list[Relation | None]] = [[]]
    x = 0.0
    for relation, word in _WORDS.items():
        if relation in there:
            needed = _CELL + 0.12 + width_of(word, _SIZE) + 0.3
            if x and x + needed > width:
                lines.append([])
                x = 0.0
            lines[-1].append(relation)
            x += needed
    return lines


def _legend(canvas: Canvas, line: list[Relation | None], y: float) -> None:
    x = 0.0
    for relation in line:
        _cell(canvas, x, y, 0.21, relation)
        canvas.text(x + _CELL + 0.1, y + 0.105, _WORDS[relation], _SIZE)
        x += _CELL + 0.12 + width_of(_WORDS[relation], _SIZE) + 0.3


def _caption(matrix: Matrix, catalogue: Catalogue) -> str:
    given = "; ".join(f"{name}: {'yes' if value else 'no'}" for name, value in matrix.parameters)
    order = f"In a legal order with {given}. " if given else "In every legal order. "
    references = [reference for each in matrix.definitions for reference in each.sources]
    return f"Proved over every case. {order}{sources_of(references, catalogue)} {data_of()}"


def _in_words(matrix: Matrix) -> str:
    names = [str(each.citation) for each in matrix.definitions]
    said = [
        f"{first} is {_WORDS[relation]} to {second}"
        for first, row in zip(names, matrix.relations, strict=True)
        for second, relation in zip(names, row, strict=True)
        if first < second
    ]
    return "; ".join(said) + "."
