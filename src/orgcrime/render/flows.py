"""A crosswalk drawn as bands between two lists; the shape of a band says how its entries match."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from orgcrime.model.taxonomy import Relation
from orgcrime.render.canvas import INK, MUTED, Canvas, height_of, width_of, wrapped
from orgcrime.render.of_records import crosswalk_caption
from orgcrime.render.places import ordered

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orgcrime.catalogue import Catalogue
    from orgcrime.crosswalks import Crosswalk
    from orgcrime.model.taxonomy import Entry, Taxonomy
    from orgcrime.render.picture import Picture

__all__ = ["draw_flow"]

_TEXT, _BETWEEN = 3.15, 3.0
_SIZE = 8.0
_STREAM = 0.15  # how high a band is where it is whole
_GAP = 0.07
_BAR = 0.09
_LEGEND = 0.24


@attrs.frozen(kw_only=True)
class _Band:
    fill: str
    line: str
    left: float  # how much of the whole height it has at each end
    right: float
    words: str


_BANDS = {
    Relation.EXACT: _Band(fill="#0072b2", line="#004a75", left=1, right=1, words="exact"),
    Relation.CLOSE: _Band(fill="#9ccbe8", line="#2f6f98", left=1, right=1, words="close"),
    Relation.BROAD: _Band(
        fill="#e69f00", line="#8a5f00", left=0.25, right=1, words="broad: the entry on the right is broader"
    ),
    Relation.NARROW: _Band(
        fill="#7fbf9f", line="#00664d", left=1, right=0.25, words="narrow: the entry on the right is narrower"
    ),
    Relation.RELATED: _Band(fill="#8c8c8c", line="#6b6b6b", left=0, right=0, words="related"),
}


@attrs.frozen(kw_only=True)
class _Side:
    """The entries of one side: how each is written, and from where to where it stands."""

    lines: dict[str, list[str]]
    places: dict[str, tuple[float, float]]
    bottom: float


def draw_flow(way: Crosswalk, catalogue: Catalogue) -> Picture:
    """Return a crosswalk as a picture: the entries of the first list in their order, those of the other beside them.

    Entries of the other list that nothing leads to are counted below it.
    """
    links = [
        (entry, each.entry, each.relation)
        for entry, found in zip(way.source.entries, way.counterparts, strict=True)
        for each in found
    ]
    source, target = [entry.id for entry in way.source.entries], [entry.id for entry in way.target.entries]
    reached = {end.id for _, end, _ in links}
    left, right = _two_columns(source, [entry for entry in target if entry in reached], links)
    used = {("a", entry.id): sum(start.id == entry.id for start, _, _ in links) for entry in way.source.entries}
    used |= {("b", entry.id): sum(end.id == entry.id for _, end, _ in links) for entry in way.target.entries}
    legend = _legend_lines(way)
    heads = [_head(way.source), _head(way.target)]
    top = len(legend) * _LEGEND + height_of(max(map(len, heads)), _SIZE) + 0.18
    one = _side(left, "a", way.source.entries, used, top)
    two = _side(right, "b", way.target.entries, used, top)
    left_over = [entry.label for entry in way.target.entries if entry.id not in reached]
    note = wrapped(f"nothing leads to {len(left_over)} more", _TEXT, _SIZE) if left_over else []
    bottom = max(one.bottom, two.bottom + height_of(len(note), _SIZE) + (0.1 if note else 0.0))
    title = f"{way.source.title} → {way.target.title}"
    canvas = Canvas(2 * _TEXT + _BETWEEN, bottom, title, crosswalk_caption(way, catalogue))
    _legend(canvas, legend)
    for x, lines, align in ((_TEXT - 0.1, heads[0], "right"), (_TEXT + _BETWEEN + 0.1, heads[1], "left")):
        y = top - height_of(len(lines), _SIZE) - 0.07
        canvas.lines(x, y, lines, _SIZE, weight="bold", align=align)  # type: ignore[arg-type] # one of two words
    _entries(canvas, one, way.source.entries, used, "a")
    _entries(canvas, two, way.target.entries, used, "b")
    canvas.lines(_TEXT + _BETWEEN + 0.1, two.bottom + 0.05, note, _SIZE, colour=MUTED)
    _bands(canvas, links, one, two, used, left, right)
    return canvas.picture(_in_words(way))


def _two_columns(
    source: list[str], target: list[str], links: Iterable[tuple[Entry, Entry, Relation]]
) -> tuple[list[str], list[str]]:
    """Return both lists, the second in the order in which the bands cross least; the first keeps its own."""
    beside: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for start, end, _ in links:
        beside.setdefault(("b", end.id), []).append(("a", start.id))
    columns = [[("a", name) for name in source], [("b", name) for name in target]]
    return source, [name for _, name in ordered(columns, beside, rounds=1)[1]]


def _side(names: list[str], side: str, entries: Iterable[Entry], used: dict[tuple[str, str], int], top: float) -> _Side:
    labels = {entry.id: _label(entry) for entry in entries}
    y = top
    lines, places = {}, {}
    for name in names:
        lines[name] = wrapped(labels[name], _TEXT - 0.2, _SIZE)
        high = max(height_of(len(lines[name]), _SIZE), max(used[side, name], 1) * _STREAM)
        places[name] = (y, y + high)
        y += high + _GAP
    return _Side(lines=lines, places=places, bottom=y)


def _label(entry: Entry) -> str:
    return entry.label if entry.code is None or entry.code == entry.label else f"{entry.code} · {entry.label}"


def _head(taxonomy: Taxonomy) -> list[str]:
    number = "1 entry" if len(taxonomy) == 1 else f"{len(taxonomy)} entries"
    return wrapped(f"{taxonomy.title} ({number})", _TEXT - 0.2, _SIZE, "bold")


def _legend_lines(way: Crosswalk) -> list[list[_Band]]:
    """Return the bands that occur, in lines that fit."""
    there = {each.relation for found in way.counterparts for each in found}
    lines: list[list[_Band]] = []
    x = 0.0
    for band in (band for relation, band in _BANDS.items() if relation in there):
        needed = _room(band)
        if not lines or x + needed > 2 * _TEXT + _BETWEEN:
            lines.append([])
            x = 0.0
        lines[-1].append(band)
        x += needed
    return lines


def _room(band: _Band) -> float:
    return 0.55 + width_of(band.words, _SIZE) + 0.25


def _legend(canvas: Canvas, lines: Iterable[Iterable[_Band]]) -> None:
    for at, line in enumerate(lines):
        x, y = 0.0, at * _LEGEND + 0.1
        for band in line:
            _band(canvas, band, (x, y), (x + 0.45, y))
            canvas.text(x + 0.55, y, band.words, _SIZE)
            x += _room(band)


def _entries(
    canvas: Canvas, side: _Side, entries: Iterable[Entry], used: dict[tuple[str, str], int], name: str
) -> None:
    on_left = name == "a"
    bar = _TEXT if on_left else _TEXT + _BETWEEN - _BAR
    for entry in entries:
        if entry.id not in side.places:
            continue
        high, low = side.places[entry.id]
        some = used[name, entry.id] > 0
        lines = side.lines[entry.id]
        y = (high + low - height_of(len(lines), _SIZE)) / 2
        x = _TEXT - 0.1 if on_left else _TEXT + _BETWEEN + 0.1
        canvas.lines(x, y, lines, _SIZE, align="right" if on_left else "left", colour=INK if some else MUTED)
        canvas.box(bar, high, _BAR, low - high, fill="#444444" if some else "white", line="#444444", dashes=not some)
        if not some:
            canvas.text(bar + _BAR + 0.08, (high + low) / 2, "no counterpart", 7.0, colour=MUTED)


def _bands(  # noqa: PLR0913, PLR0917 - the two sides of the picture
    canvas: Canvas,
    links: Iterable[tuple[Entry, Entry, Relation]],
    one: _Side,
    two: _Side,
    used: dict[tuple[str, str], int],
    left: list[str],
    right: list[str],
) -> None:
    rank = {("a", name): at for at, name in enumerate(left)} | {("b", name): at for at, name in enumerate(right)}
    starts: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for start, end, _ in links:
        starts.setdefault(("a", start.id), []).append(("b", end.id))
        starts.setdefault(("b", end.id), []).append(("a", start.id))

    def at(own: tuple[str, str], other: tuple[str, str], place: tuple[float, float]) -> float:
        turn = sorted(starts[own], key=rank.__getitem__).index(other)
        return (place[0] + place[1] - used[own] * _STREAM) / 2 + (turn + 0.5) * _STREAM

    for start, end, relation in links:
        near, far = ("a", start.id), ("b", end.id)
        y, end_y = at(near, far, one.places[start.id]), at(far, near, two.places[end.id])
        _band(canvas, _BANDS[relation], (_TEXT + _BAR, y), (_TEXT + _BETWEEN - _BAR, end_y))


def _band(canvas: Canvas, band: _Band, start: tuple[float, float], end: tuple[float, float]) -> None:
    (x, y), (end_x, end_y) = start, end
    if not band.left:
        middle = (x + end_x) / 2
        canvas.path([start, (middle, y), (middle, end_y), end], colour=band.line, dashes=True, curved=True)
        return
    half = _STREAM * 0.9 / 2
    left, right = (
        (x, y - half * band.left, y + half * band.left),
        (
            end_x,
            end_y - half * band.right,
            end_y + half * band.right,
        ),
    )
    canvas.ribbon(left, right, fill=band.fill, line=band.line)


def _in_words(way: Crosswalk) -> str:
    said = []
    for entry, found in zip(way.source.entries, way.counterparts, strict=True):
        told = ", ".join(f"{each.entry.label} ({each.relation.value})" for each in found) or "no counterpart"
        said.append(f"{entry.label}: {told}")
    return "; ".join(said) + "."
