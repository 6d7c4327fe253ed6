"""Diagrams as text, for Mermaid and for Graphviz: escaped, the same for the same input, without any other library."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, TypeAlias

from orgcrime.catalogue import BUILT_IN, Catalogue
from orgcrime.crosswalks import Crosswalk
from orgcrime.errors import Fault, InputError
from orgcrime.law.finding import Finding
from orgcrime.law.rule import Definition
from orgcrime.render.graphs import Direction, Graph, Node, NodeKind, plain
from orgcrime.render.of_law import definition_graph, finding_graph
from orgcrime.render.of_records import crosswalk_graph, family
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Shown", "dot", "family", "graph", "mermaid"]

Shown: TypeAlias = Definition | Finding | Crosswalk | Graph
"""What can be shown as a diagram."""


def graph(shown: Shown, *, catalogue: Catalogue = BUILT_IN) -> Graph:
    """Return what a diagram of a definition, a finding or a crosswalk shows.

    Args:
        shown: a definition, a finding or a crosswalk; a graph stays as it is.
        catalogue: where the titles of the sources are looked up; the built-in data by default.

    Raises:
        InputError: for what has no diagram.

    >>> import orgcrime as oc
    >>> len(graph(oc.definitions["untoc-structured-group"]))
    3
    """
    match shown:
        case Graph():
            return shown
        case Definition():
            return definition_graph(shown, catalogue)
        case Finding():
            return finding_graph(shown, catalogue)
        case Crosswalk():
            return crosswalk_graph(shown, catalogue)
        case _:
            expected = "expected a definition, a finding, a crosswalk or a graph"
            raise InputError([Fault("shown", f"a {type(shown).__name__} has no diagram: {expected}")])


def mermaid(shown: Shown, *, catalogue: Catalogue = BUILT_IN) -> str:
    r"""Return a diagram as Mermaid text, as Markdown pages and notebooks show it.

    Args:
        shown: as `graph`.
        catalogue: as `graph`.

    Raises:
        InputError: for what has no diagram.

    >>> import orgcrime as oc
    >>> text = mermaid(oc.assess("untoc-structured-group", oc.Group(randomly_formed=False)))
    >>> print(text.splitlines()[6])
      n0["[yes] structured group<br/>UNTOC art. 2(c)<br/>..."]
    """
    made = graph(shown, catalogue=catalogue)
    return "\n".join((*_mermaid(made), ""))


def dot(shown: Shown, *, catalogue: Catalogue = BUILT_IN) -> str:
    """Return a diagram as text in the DOT language, which Graphviz draws.

    Args:
        shown: as `graph`.
        catalogue: as `graph`.

    Raises:
        InputError: for what has no diagram.

    >>> import orgcrime as oc
    >>> dot(oc.definitions["untoc-structured-group"]).splitlines()[0]
    'digraph "structured group (UNTOC art. 2(c))" {'
    """
    made = graph(shown, catalogue=catalogue)
    return "\n".join((*_dot(made), ""))


_MARKS = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNKNOWN: "unknown"}
_COLOURS = {  # fill and line: told apart by lightness and dash as well, and readable on light and dark pages
    "yes": ("#d9f0e8", "#00664d", "solid"),
    "no": ("#fbdccb", "#8f3a00", "bold"),
    "unknown": ("#f4f4f4", "#555555", "dashed"),
    "step": ("#ffffff", "#333333", "solid"),
    "combination": ("#e8e8e8", "#333333", "solid"),
    "fact": ("#eef4fb", "#1f4e79", "solid"),
    "instrument": ("#dcebf7", "#1f4e79", "solid"),
    "body": ("#fdf0d2", "#7a5200", "solid"),
    "programme": ("#e3f2e6", "#22602f", "solid"),
    "outside": ("#f4f4f4", "#555555", "dashed"),
    "entry": ("#ffffff", "#333333", "solid"),
}
_MERMAID_SHAPES = {
    NodeKind.COMBINATION: ("([", "])"),
    NodeKind.FACT: ("(", ")"),
    NodeKind.BODY: ("(", ")"),
    NodeKind.PROGRAMME: ("{{", "}}"),
}
_DOT_SHAPES = {
    NodeKind.COMBINATION: "ellipse",
    NodeKind.FACT: "box",
    NodeKind.BODY: "box",
    NodeKind.PROGRAMME: "hexagon",
}
_DASHES = {"solid": "", "bold": ",stroke-width:3px", "dashed": ",stroke-dasharray:5 3"}


def _class_of(node: Node) -> str:
    return node.kind.value if node.truth is None else _MARKS[node.truth]


_ENCODED = re.compile(r"""["#&<>`*_~{}|\\^$%]|](?=[(\[:])|^[-+](?=\s)|(?<=^\d)[.)]|(?<=^\d\d)[.)]""")


def _coded(text: str) -> str:
    """Return a text in which every sign that Mermaid or Markdown would take for its own is written as a number."""
    return _ENCODED.sub(lambda found: f"#{ord(found.group())};", plain(text))


def _mermaid(made: Graph) -> Iterator[str]:
    title = json.dumps(plain(made.title), ensure_ascii=False).replace("%", "\\u0025")  # a double one begins an order
    yield from ("---", f"title: {title}", "---")
    yield "flowchart LR" if made.direction is Direction.ACROSS else "flowchart TD"
    yield f"  accTitle: {_coded(made.title)}"
    yield f"  accDescr: {_coded(made.caption)}"
    grouped = made.groups()
    for group in (*grouped, None):
        indent = "  "
        if group is not None:
            yield f'  subgraph g{grouped.index(group)}["{_coded(group)}"]'
            indent = "    "
        for node in made.nodes:
            if node.group == group:
                label = "<br/>".join(map(_coded, (node.heading, *node.lines)))
                opening, closing = _MERMAID_SHAPES.get(node.kind, ("[", "]"))
                yield f'{indent}{node.id}{opening}"{label}"{closing}'
        if group is not None:
            yield "  end"
    for edge in made.edges:
        arrow = "-->" if edge.strong else "-.->"
        label = f'|"{_coded(edge.label)}"|' if edge.label else ""
        yield f"  {edge.source} {arrow}{label} {edge.target}"
    for name in dict.fromkeys(map(_class_of, made.nodes)):
        fill, line, dash = _COLOURS[name]
        members = ",".join(node.id for node in made.nodes if _class_of(node) == name)
        yield f"  classDef {name} fill:{fill},stroke:{line},color:#111111{_DASHES[dash]}"
        yield f"  class {members} {name}"


def _quoted(*lines: str) -> str:
    """Return lines as one text of DOT, in which no sign has a meaning of its own."""
    escaped = (plain(line).replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"' + "\\n".join(escaped) + '"'


def _dot(made: Graph) -> Iterator[str]:
    yield f"digraph {_quoted(made.title)} {{"
    yield f"  graph [label={_quoted(made.title, made.caption)}, labelloc=b, fontname=sans, fontsize=10]"
    yield f"  graph [rankdir={'LR' if made.direction is Direction.ACROSS else 'TB'}]"
    yield '  node [fontname=sans, fontsize=10, fontcolor="#111111", style=filled]'
    yield "  edge [fontname=sans, fontsize=9]"
    grouped = made.groups()
    for group in (*grouped, None):
        indent = "  "
        if group is not None:
            yield f"  subgraph cluster_{grouped.index(group)} {{"
            yield f"    label={_quoted(group)}"
            indent = "    "
        for node in made.nodes:
            if node.group == group:
                fill, line, dash = _COLOURS[_class_of(node)]
                rounded = node.kind in (NodeKind.FACT, NodeKind.BODY)
                style = ",".join(("filled", *(("rounded",) if rounded else ()), *(() if dash == "solid" else (dash,))))
                shape = _DOT_SHAPES.get(node.kind, "box")
                label = _quoted(node.heading, *node.lines)
                look = f'shape={shape}, style="{style}", fillcolor="{fill}", color="{line}"'
                yield f"{indent}{node.id} [label={label}, {look}]"
        if group is not None:
            yield "  }"
    for edge in made.edges:
        label = f"label={_quoted(edge.label)}" if edge.label else ""
        look = ", ".join(filter(None, (label, "" if edge.strong else "style=dashed")))
        yield f"  {edge.source} -> {edge.target}{f' [{look}]' if look else ''}"
    yield "}"
