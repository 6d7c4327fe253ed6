"""A sheet to draw on, measured in inches from its upper left corner, and the picture that it becomes."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal, TypeAlias

from orgcrime.render.graphs import plain
from orgcrime.render.picture import FONT, Picture

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

__all__ = ["INK", "MUTED", "Align", "Canvas", "Weight", "height_of", "width_of", "wrapped"]

INK: str = "#1a1a1a"
"""The colour of what is read first."""
MUTED: str = "#555555"
"""The colour of what is read second."""
_MARGIN = 0.25
_TITLE, _CAPTION = 13.0, 8.0
_LINE = 1.3 / 72  # inches of a line for each point of its size


Weight: TypeAlias = Literal["normal", "bold"]
"""How heavy letters are."""
Align: TypeAlias = Literal["left", "center", "right"]
"""What of a line stands at the place given."""


@functools.lru_cache(maxsize=10_000)
def width_of(text: str, size: float, weight: Weight = "normal") -> float:
    """Return how wide a line of text is, in inches."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import text_to_path

    font = FontProperties(family=FONT, size=size, weight=weight)
    return float(text_to_path.get_text_width_height_descent(text, font, ismath=False)[0]) / 72


def height_of(lines: int, size: float) -> float:
    """Return how high so many lines of text are, in inches."""
    return lines * size * _LINE


def wrapped(text: str, width: float, size: float, weight: Weight = "normal") -> list[str]:
    """Return a text in lines that are not wider than asked for; a single word that is wider is cut."""
    lines: list[str] = []
    line = ""
    for word in plain(text).split(" "):
        longer = f"{line} {word}" if line else word
        if width_of(longer, size, weight) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        line = word
        while len(line) > 1 and width_of(line, size, weight) > width:
            fits = max((at for at in range(1, len(line)) if width_of(line[:at], size, weight) <= width), default=1)
            lines.append(line[:fits])
            line = line[fits:]
    return [*lines, line]


class Canvas:
    """A sheet with a title above and a caption below; what is drawn between is measured in inches from its corner."""

    def __init__(self, width: float, height: float, title: str, caption: str) -> None:
        """Make a sheet.

        Args:
            width: of what is drawn, without the margin.
            height: of what is drawn, without title and caption.
            title: what is shown.
            caption: the sources and the day of the data.
        """
        self.title: str = plain(title)
        self.caption: str = plain(caption)
        self.width: float = width
        self.height: float = height
        above, below = wrapped(title, width, _TITLE, "bold"), wrapped(caption, width, _CAPTION)
        self._top = _MARGIN + height_of(len(above), _TITLE) + 0.12
        whole = (width + 2 * _MARGIN, self._top + height + 0.15 + height_of(len(below), _CAPTION) + _MARGIN)
        from matplotlib.figure import Figure

        self.figure: Figure = Figure(figsize=whole, facecolor="white")
        self.axes: Axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_xlim(-_MARGIN, whole[0] - _MARGIN)
        self.axes.set_ylim(whole[1] - self._top, -self._top)
        self.axes.set_axis_off()
        self._whole = whole
        self.lines(0, _MARGIN - self._top, above, _TITLE, weight="bold")
        self.lines(0, height + 0.15, below, _CAPTION, colour=MUTED)

    def picture(self, description: str) -> Picture:
        """Return what has been drawn."""
        return Picture(figure=self.figure, title=self.title, caption=self.caption, description=plain(description))

    def plot(self, left: float, top: float, width: float, height: float) -> Axes:
        """Return axes of their own for a part of the sheet."""
        whole_width, whole_height = self._whole
        bottom = whole_height - self._top - top - height
        return self.figure.add_axes(
            ((left + _MARGIN) / whole_width, bottom / whole_height, width / whole_width, height / whole_height)
        )

    def text(  # noqa: PLR0913 - where and how
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        colour: str = INK,
        weight: Weight = "normal",
        align: Align = "left",
        halo: bool = False,
    ) -> None:
        """Write one line whose middle is at a height."""
        behind = {"facecolor": "white", "edgecolor": "none", "pad": 0.8, "alpha": 0.85} if halo else None
        self.axes.text(
            x,
            y,
            plain(text),
            fontsize=size,
            color=colour,
            fontweight=weight,
            ha=align,
            va="center_baseline",
            parse_math=False,
            bbox=behind,
            zorder=5,
        )

    def lines(  # noqa: PLR0913 - where and how
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        size: float,
        *,
        colour: str = INK,
        weight: Weight = "normal",
        align: Align = "left",
    ) -> float:
        """Write lines below a height, and return the height below them."""
        step = height_of(1, size)
        for at, line in enumerate(lines):
            self.text(x, y + (at + 0.5) * step, line, size, colour=colour, weight=weight, align=align)
        return y + len(lines) * step

    def box(  # noqa: PLR0913 - where and how
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str,
        line: str = INK,
        line_width: float = 1.0,
        dashes: bool = False,
        round_by: float = 0.0,
        hatch: str | None = None,
    ) -> None:
        """Draw a box, its corners rounded where asked for."""
        from matplotlib.patches import FancyBboxPatch

        style = f"round,pad=0,rounding_size={round_by}" if round_by else "square,pad=0"
        self.axes.add_patch(
            FancyBboxPatch(
                (x, y),
                width,
                height,
                boxstyle=style,
                facecolor=fill,
                edgecolor=line,
                linewidth=line_width,
                linestyle=(0, (4, 2.5)) if dashes else "solid",
                hatch=hatch,
                zorder=3,
            )
        )

    def path(  # noqa: PLR0913 - where and how
        self,
        points: Sequence[tuple[float, float]],
        *,
        colour: str = MUTED,
        width: float = 1.0,
        dashes: bool = False,
        arrow: bool = False,
        curved: bool = False,
    ) -> None:
        """Draw a line through points; a curved one has four, of which the two in the middle draw it to themselves."""
        from matplotlib.patches import FancyArrowPatch
        from matplotlib.path import Path as Outline

        codes = [Outline.MOVETO, *[Outline.CURVE4 if curved else Outline.LINETO] * (len(points) - 1)]
        self.axes.add_patch(
            FancyArrowPatch(
                path=Outline(points, codes),
                arrowstyle="-|>" if arrow else "-",
                mutation_scale=9,
                color=colour,
                linewidth=width,
                linestyle=(0, (4, 2.5)) if dashes else "solid",
                zorder=2,
            )
        )

    def ribbon(
        self,
        left: tuple[float, float, float],
        right: tuple[float, float, float],
        *,
        fill: str,
        line: str,
        alpha: float = 0.6,
    ) -> None:
        """Draw a band from one side to the other, each given as its place across and its upper and lower edge."""
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path as Outline

        (x, high, low), (end, end_high, end_low) = left, right
        middle = (x + end) / 2
        points = [(x, high), (middle, high), (middle, end_high), (end, end_high), (end, end_low)]
        points += [(middle, end_low), (middle, low), (x, low), (x, high)]
        curve = [Outline.CURVE4] * 3
        codes = [Outline.MOVETO, *curve, Outline.LINETO, *curve, Outline.CLOSEPOLY]
        self.axes.add_patch(
            PathPatch(Outline(points, codes), facecolor=fill, edgecolor=line, linewidth=0.6, alpha=alpha, zorder=1)
        )
