"""Parties over time as stepped lines, with the band of what is known only by bounds and the end of the data marked."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from orgcrime.render.canvas import INK, MUTED, Canvas, height_of, wrapped
from orgcrime.render.graphs import data_of, sources_of
from orgcrime.render.places import spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

    from orgcrime.catalogue import Catalogue
    from orgcrime.render.counts import Ratifications
    from orgcrime.render.picture import Picture

__all__ = ["draw_curves"]

_WIDTH, _HEIGHT = 8.8, 4.6
_LEFT, _BELOW = 0.55, 0.35
_LABEL = 1.95  # for the names beside the ends of the lines
_SIZE = 8.5
# The colours of Okabe and Ito, darkened where a thin line would be too light; each with a marker of its own.
_COLOURS = ("#0072b2", "#c04a00", "#007a5a", "#8a4a7d", "#1a1a1a", "#8a6d00", "#2f8fc4")
_DASHES = (0, (4, 2))
_MARKERS = ("o", "s", "^", "D", "v", "P", "X")


def draw_curves(shown: Sequence[Ratifications], catalogue: Catalogue) -> Picture:
    """Return the numbers of parties to some instruments over time as a picture."""
    names = [each.instrument.name for each in shown]
    canvas = Canvas(_WIDTH, _HEIGHT + _BELOW + 0.05, f"{_listed(names)}: parties over time", _caption(shown, catalogue))
    axes = canvas.plot(_LEFT, 0.1, _WIDTH - _LEFT - _LABEL, _HEIGHT)
    begin = min(each.days[0] for each in shown)
    end = max(each.confirmed for each in shown)
    alone = len(shown) == 1
    top = max(shown[0].possible) if alone else max(max(_upto(each)) for each in shown)
    axes.set_xlim(_year(begin) - 0.6, _year(end) + 0.15)
    axes.set_ylim(0, top * 1.06)
    for at, each in enumerate(shown):
        _curve(axes, each, _COLOURS[at % len(_COLOURS)], _MARKERS[at % len(_MARKERS)], alone=alone)
    axes.grid(axis="y", color="#dddddd", linewidth=0.7)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.tick_params(labelsize=_SIZE, colors=INK)
    axes.locator_params(axis="x", integer=True)
    axes.set_ylabel("participants bound", fontsize=_SIZE, color=INK)
    _names(axes, shown)
    _legend(axes, alone=alone)
    return canvas.picture(" ".join(map(_in_words, shown)))


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _caption(shown: Sequence[Ratifications], catalogue: Catalogue) -> str:
    order = [source for place in range(3) for each in shown for source in each.sources[place : place + 1]]
    order += [source for each in shown for source in each.sources]
    return f"{sources_of(order, catalogue)} {' '.join(map(_reach, shown))} {data_of()}"


def _reach(each: Ratifications) -> str:
    absent = "" if each.complete is None else f"who is no party is known until {each.complete}, "
    return f"{each.instrument.name}: {absent}who is one until {each.confirmed}."


def _in_words(each: Ratifications) -> str:
    name = each.instrument.name
    last = each.confirmed if each.complete is None else min(each.complete, each.confirmed)
    least, most = each.on(last)
    number = f"{least}" if least == most else f"{least} to {most}"
    return f"{name}: {each.on(each.days[0])[0]} parties on {each.days[0]}, {number} on {last}."


def _year(day: dt.date) -> float:
    """Return a day as a year with a fraction."""
    first = dt.date(day.year, 1, 1).toordinal()
    length = dt.date(day.year, 12, 31).toordinal() - first + 1
    return day.year + (day.toordinal() - first) / length


def _upto(each: Ratifications) -> list[int]:
    """Return the numbers up to which the picture must reach."""
    return [*each.certain, *(most for day, most in zip(each.days, each.possible, strict=True) if _vouched(each, day))]


def _vouched(each: Ratifications, day: dt.date) -> bool:
    return each.complete is not None and day <= each.complete


def _steps(each: Ratifications, first: dt.date, last: dt.date) -> tuple[list[float], list[int], list[int]]:
    """Return the days between two, as years, with the numbers from each on."""
    days = [first, *(day for day in each.days if first < day <= last), last]
    numbers = [each.on(day) for day in days]
    return [_year(day) for day in days], [low for low, _ in numbers], [high for _, high in numbers]


def _curve(axes: Axes, each: Ratifications, colour: str, marker: str, *, alone: bool) -> None:
    end = each.days[0] if each.complete is None else min(each.complete, each.confirmed)
    x, low, high = _steps(each, each.days[0], end)
    label = "parties, as far as the list reaches" if alone else None
    axes.plot(x, low, drawstyle="steps-post", color=colour, linewidth=1.8, label=label, zorder=3)
    bounded = "at most, where a day is known only by bounds" if alone else None
    axes.fill_between(x, low, high, step="post", color=colour, alpha=0.3, linewidth=0, label=bounded, zorder=2)
    x, low, high = _steps(each, end, each.confirmed)
    after = "at least, beyond the list" if alone else None
    axes.plot(x, low, drawstyle="steps-post", color=colour, linewidth=1.4, linestyle=_DASHES, label=after, zorder=3)
    if alone:
        axes.fill_between(
            x,
            low,
            high,
            step="post",
            facecolor="none",
            edgecolor="#9a9a9a",
            hatch="////",
            linewidth=0,
            label="not known, beyond the list",
            zorder=1,
        )
        _alone(axes, each, end)
    else:
        ends = {"color": colour, "marker": marker, "markersize": 7, "linestyle": "none", "zorder": 4}
        axes.plot([_year(end)], [each.on(end)[0]], markeredgecolor="white", **ends)  # type: ignore[arg-type] # of each its own


def _alone(axes: Axes, each: Ratifications, end: dt.date) -> None:
    """Draw what there is room for where one instrument is shown alone."""
    middle = [_year(_middle(day.earliest, day.latest)) for day, _ in each.published]
    half = [_half(day.earliest, day.latest) for day, _ in each.published]
    totals = [number for _, number in each.published]
    if totals:
        axes.errorbar(
            middle,
            totals,
            xerr=half,
            fmt="o",
            markersize=5,
            markerfacecolor="white",
            markeredgecolor=INK,
            ecolor=INK,
            elinewidth=0.8,
            label="published totals (of deposits)",
            zorder=5,
        )
    axes.axvline(_year(end), color=MUTED, linewidth=0.9, linestyle=(0, (1, 2)))
    axes.annotate(
        f"the list reaches to\n{end}",
        (_year(end), axes.get_ylim()[1] / 2),
        xytext=(-4, 0),
        textcoords="offset points",
        ha="right",
        va="center",
        fontsize=_SIZE,
        color=MUTED,
    )
    axes.annotate(
        f"in force {each.days[0]}",
        (_year(each.days[0]), each.on(each.days[0])[0]),
        xytext=(14, -2),
        textcoords="offset points",
        ha="left",
        va="top",
        fontsize=_SIZE,
        color=INK,
        arrowprops={"arrowstyle": "-", "color": MUTED, "linewidth": 0.7},
    )


def _middle(first: dt.date | None, last: dt.date | None) -> dt.date:
    known = [day for day in (first, last) if day is not None]
    return dt.date.fromordinal(sum(day.toordinal() for day in known) // len(known))


def _half(first: dt.date | None, last: dt.date | None) -> float:
    return 0.0 if first is None or last is None else (last.toordinal() - first.toordinal()) / 2 / 365.25


def _names(axes: Axes, shown: Sequence[Ratifications]) -> None:
    """Write each name with its last number beside the end of its line, none upon another."""
    low, high = axes.get_ylim()
    line = (high - low) / _HEIGHT * height_of(1, _SIZE)
    order = sorted(range(len(shown)), key=lambda at: -shown[at].on(shown[at].confirmed)[0])
    texts = [wrapped(_told(shown[at]), _LABEL - 0.22, _SIZE, "bold") for at in order]
    # A place is measured from the top, as a list is read.
    wanted = [high - shown[at].on(shown[at].confirmed)[0] for at in order]
    edge = axes.get_xlim()[1]
    for at, lines, down in zip(order, texts, spread(wanted, [line * (len(each) + 0.3) for each in texts]), strict=True):
        colour, y = _COLOURS[at % len(_COLOURS)], high - down
        if len(shown) > 1:
            marker = _MARKERS[at % len(_MARKERS)]
            axes.plot([edge], [y], marker=marker, color=colour, markersize=6, clip_on=False, linestyle="none")
        axes.annotate(
            "\n".join(lines),
            (edge, y),
            xytext=(7, 0),
            textcoords="offset points",
            ha="left",
            va="center",
            fontsize=_SIZE,
            color=colour,
            fontweight="bold",
            annotation_clip=False,
            parse_math=False,
        )


def _told(each: Ratifications) -> str:
    last = each.on(each.confirmed)[0]
    known = each.complete is not None and each.complete >= each.confirmed
    return f"{each.instrument.name}: {'' if known else 'at least '}{last}"


def _legend(axes: Axes, *, alone: bool) -> None:
    """Say what lines, bands and signs mean; where several are shown, by grey ones."""
    if not alone:
        grey = "#777777"
        axes.plot([], [], color=grey, linewidth=1.8, label="parties, as far as the list reaches")
        axes.fill_between([], [], color=grey, alpha=0.3, label="at most, where a day is known only by bounds")
        axes.plot([], [], color=grey, marker="o", linestyle="none", label="the list reaches so far")
        axes.plot([], [], color=grey, linewidth=1.4, linestyle=_DASHES, label="at least, beyond the list")
    axes.legend(loc="lower right", fontsize=7.5, frameon=True, framealpha=1.0, edgecolor="#cccccc")
