"""What was measured, as it was measured: ``{performance}``, ``{performance-plot}`` and the role ``{measured}``.

All read ``benchmarks/results.json``, which ``benchmarks/run.py`` writes; nothing is typed by hand, and what has not
been measured is said not to be.
"""

from __future__ import annotations

import json
import os
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective, SphinxRole
from tables import paragraph, table

import orgcrime as oc
from orgcrime.render.picture import Picture, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.axes import Axes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

RATIOS = ("÷", "\N{MULTIPLICATION SIGN}")
SMALL = 0.01
HELD, BROKEN, AIM, INK = "#0072b2", "#c04a00", "#007a5a", "#1a1a1a"
NOTHING = "Nothing has been measured yet."


def results(env: BuildEnvironment) -> dict[str, Any]:
    """Return the suites that were measured, by name, and note that the page depends on them."""
    path = Path(env.srcdir).parent / "benchmarks" / "results.json"
    env.note_dependency(path)
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["suites"]
    return found


def figure(value: float, unit: str = "") -> str:
    """Return a figure to three digits, with its unit."""
    digits = float(f"{value:.3g}")
    return f"{digits:,.12g} {unit}".rstrip(" ÷")


def bound(row: dict[str, Any], name: str) -> str:
    """Return an aim or a gate as it is read."""
    return f"{'≥' if row['more_is_better'] else '≤'} {row[name]:,g}"


class Performance(SphinxDirective):
    """Every row with what was promised, and below each suite on what it was measured."""

    def run(self) -> list[nodes.Node]:
        """Return a table for each suite."""
        suites = results(self.env)
        made: list[nodes.Node] = []
        for suite in suites.values():
            made += [nodes.rubric(text=suite["title"]), self._table(suite), paragraph(_conditions(suite))]
        return made or [paragraph(NOTHING)]

    def _table(self, suite: dict[str, Any]) -> nodes.table:
        columns = ("no.", "what", "measured", "aim", "gate", "held")
        rows = (
            (
                row["number"],
                ("… " if row["what"].startswith(" ") else "") + row["what"].strip(),
                figure(row["value"], row["unit"]),
                bound(row, "aim"),
                bound(row, "gate"),
                "yes" if row["held"] else "NO",
            )
            for row in suite["rows"]
        )
        return table(columns, rows)


def _conditions(suite: dict[str, Any]) -> str:
    """Return on what a suite was measured."""
    machine = suite["machine"]
    repeats = "once" if suite["repeats"] == 1 else f"median of {suite['repeats']} turns"
    memory = "" if machine["memory_gib"] is None else f", {machine['memory_gib']:g} GiB of memory"
    load = "" if suite["load"] is None else f"; load before it began: {suite['load']:g}"
    where = f"{machine['processor']}, {machine['cores']} cores{memory}, {machine['system']}"
    said = f"{suite['date']}, {repeats}, on {where}{load}."
    versions = ", ".join(f"{name} {version}" for name, version in suite["versions"].items())
    doubts = (
        ("A trial on few rows, which says nothing of speed.", suite["quick"]),
        ("Run from the sources, not from an installed wheel.", not suite["installed"]),
    )
    return " ".join((said, f"{versions}.", *(doubt for doubt, holds in doubts if holds)))


class PerformancePlot(SphinxDirective):
    """How far within its gate each ratio is."""

    def run(self) -> list[nodes.Node]:
        """Return the picture with what is to be seen on it in words."""
        picture = plot(results(self.env))
        if picture is None:
            return []
        folder = Path(self.env.doctreedir) / "pictures"
        folder.mkdir(parents=True, exist_ok=True)
        path = picture.save(folder / "performance.svg")
        shown = nodes.image(uri=f"/{os.path.relpath(path, self.env.srcdir)}", alt=picture.description)
        return [nodes.figure("", shown, nodes.caption(text=picture.caption))]


def share(row: dict[str, Any], of: str) -> float:
    """Return which part of its gate a figure reaches: 1 is the gate, and less is better."""
    return float(row["gate"] / row[of] if row["more_is_better"] else row[of] / row["gate"])


def ratios(suites: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows that compare with something on the same machine, with the titles of their suites."""
    for suite in suites.values():
        above = ""
        for row in suite["rows"]:
            above = row["what"] if not row["what"].startswith(" ") else above
            if row["unit"] in RATIOS and row["value"] > 0:
                yield suite["title"], row | {"within": above if row["what"].startswith(" ") else ""}


@settings()
def plot(suites: dict[str, Any]) -> Picture | None:
    """Return the ratios as dots on a line that ends at their gates; nothing where nothing is measured."""
    from matplotlib.figure import Figure

    rows = list(ratios(suites))
    if not rows:
        return None
    labels = [_label(row) for _, row in rows]
    drawn = Figure(figsize=(9, 1.4 + 0.32 * len(rows)), layout="constrained")
    axes = drawn.subplots()
    places = range(len(rows))
    for held, colour, mark, words in ((True, HELD, "o", "measured"), (False, BROKEN, "X", "measured, beyond the gate")):
        at = [place for place in places if rows[place][1]["held"] is held]
        if at:
            axes.scatter(
                [share(rows[place][1], "value") for place in at], at, s=46, c=colour, marker=mark, label=words, zorder=3
            )
    axes.scatter([share(row, "aim") for _, row in rows], places, s=90, c=AIM, marker="|", label="aim", zorder=2)
    axes.set_xscale("log")
    axes.axvline(1, color=INK, linewidth=1.2)
    axes.annotate("gate", (1, -0.8), xytext=(3, 0), textcoords="offset points", va="center", color=INK)
    axes.set_yticks(list(places), labels)
    axes.set_ylim(len(rows) - 0.4, -1.3)
    drawn.supxlabel("part of the gate that is used (log scale); further left is better", size="medium")
    axes.xaxis.set_major_formatter(lambda value, _place: f"{value:,.0%}" if value >= SMALL else f"{value:.2%}")
    axes.grid(axis="x", which="major", color="#cccccc", linewidth=0.6)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(axis="y", length=0)
    _between(axes, [title for title, _ in rows])
    drawn.legend(loc="outside lower right", ncols=3, frameon=False)
    dates = sorted({suite["date"] for suite in suites.values()})
    days = dates[0] if len(dates) == 1 else f"{dates[0]} to {dates[-1]}"
    beyond = [label for label, (_, row) in zip(labels, rows, strict=True) if not row["held"]]
    said = "All are within their gates." if not beyond else f"Beyond its gate: {'; '.join(beyond)}."
    figures = "; ".join(
        f"{label}: {figure(row['value'], row['unit'])}" for label, (_, row) in zip(labels, rows, strict=True)
    )
    return Picture(
        figure=drawn,
        title="Ratios measured, beside their gates",
        caption=f"Each ratio measured ({days}) as a part of its gate. {said}",
        description=f"{len(rows)} ratios, each as a part of its gate. {said} {'; '.join(figures)}.",
    )


def _label(row: dict[str, Any]) -> str:
    what = row["what"].strip()
    within = row["within"].partition(" ÷ ")[0].partition(",")[0] + ","
    return f"{row['number']}  {within + ' ' if row['within'] else ''}{what}"


def _between(axes: Axes, titles: list[str]) -> None:
    """Draw a line between the suites."""
    place = 0
    for _, rows in groupby(titles):
        if place:
            axes.axhline(place - 0.5, color="#cccccc", linewidth=0.6)
        place += len(list(rows))


class Measured(SphinxRole):
    """What was measured in a row, by its number: ``{measured}`8```."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the figure with its gate, or that it has not been measured."""
        rows = [row for suite in results(self.env).values() for row in suite["rows"] if row["number"] == self.text]
        said = "not measured yet"
        if rows:
            (row,) = rows
            said = f"{figure(row['value'], row['unit'])} (gate: {bound(row, 'gate')})"
        return [nodes.Text(said)], []


def setup(app: Sphinx) -> dict[str, object]:
    """Register the directives and the role."""
    app.add_directive("performance", Performance)
    app.add_directive("performance-plot", PerformancePlot)
    app.add_role("measured", Measured())
    return {"version": oc.data_version, "parallel_read_safe": True, "parallel_write_safe": True}
