"""Definitions and findings as trees of nodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgcrime.law.rule import (
    AllOf,
    AnyOf,
    AtLeast,
    ByLegalOrder,
    Definition,
    Element,
    Meets,
    Not,
    NotEstablished,
    Rule,
)
from orgcrime.law.stating import in_short
from orgcrime.render.graphs import Edge, Graph, Node, NodeKind, data_of, sources_of

if TYPE_CHECKING:
    from orgcrime.catalogue import Catalogue
    from orgcrime.law.finding import Finding

__all__ = ["definition_graph", "finding_graph"]


class _Tree:
    """A tree under construction: each node is named by its place in the order in which it is met."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []
        self.edges: list[Edge] = []

    def add(self, node: Node, above: str | None, label: str = "") -> str:
        self.nodes.append(node)
        if above is not None:
            self.edges.append(Edge(source=above, target=node.id, label=label))
        return node.id

    @property
    def next_id(self) -> str:
        return f"n{len(self.nodes)}"


def definition_graph(definition: Definition, catalogue: Catalogue) -> Graph:
    """Return a definition as a tree: its steps, how they are combined, and the facts that they ask for."""
    tree = _Tree()
    _definition(tree, definition, None)
    return Graph(
        title=f"{definition.title} ({definition.citation})",
        caption=_caption(definition, catalogue),
        nodes=tuple(tree.nodes),
        edges=tuple(tree.edges),
    )


def finding_graph(finding: Finding, catalogue: Catalogue) -> Graph:
    """Return a finding as a tree: every step with its outcome and its reason."""
    tree = _Tree()
    _finding(tree, finding, None, str(finding.citation))
    return Graph(
        title=f"{finding.title} ({finding.citation}): {finding.truth.word}",
        caption=f"Facts as given. {_caption(finding.definition, catalogue)}",
        nodes=tuple(tree.nodes),
        edges=tuple(tree.edges),
    )


def _caption(definition: Definition, catalogue: Catalogue) -> str:
    found = sources_of(definition.sources, catalogue) or f"Source: {definition.citation}."
    return f"{found} {data_of()}"


def _finding(tree: _Tree, finding: Finding, above: str | None, cited: str) -> None:
    lines = (cited, finding.reason, finding.note or "", _how(finding.step.rule) if len(finding.elements) > 1 else "")
    node = Node(id=tree.next_id, title=finding.title, lines=tuple(filter(None, lines)), truth=finding.truth)
    tree.add(node, above)
    for each in finding.elements:
        same = each.citation.instrument == finding.citation.instrument
        _finding(tree, each, node.id, each.citation.place if same else str(each.citation))


def _how(rule: Rule) -> str:
    """Return how the steps below are combined, where they stand in one combination."""
    match rule:
        case AllOf(parts) if all(isinstance(each, (Element, Meets, NotEstablished)) for each in parts):
            return "needs all of these"
        case AnyOf(parts) if all(isinstance(each, (Element, Meets, NotEstablished)) for each in parts):
            return "needs one of these"
        case AtLeast(number, parts) if all(isinstance(each, (Element, Meets, NotEstablished)) for each in parts):
            return f"needs at least {number} of these"
        case _:
            return ""


def _definition(tree: _Tree, definition: Definition, above: str | None, part: str | None = None) -> None:
    lines = (str(definition.citation),) if part is None else (str(definition.citation), f"of the {part}")
    node = Node(id=tree.next_id, title=definition.title, lines=lines)
    tree.add(node, above)
    _rule(tree, definition.rule, definition, definition.about, node.id)


def _rule(tree: _Tree, rule: Rule, definition: Definition, about: type, above: str, label: str = "") -> None:  # noqa: PLR0913, PLR0917 - where a rule stands
    match rule:
        case AllOf(inner):
            _combination(tree, "all of", inner, definition, about, above, label)
        case AnyOf(inner):
            _combination(tree, "any of", inner, definition, about, above, label)
        case AtLeast(number, inner):
            _combination(tree, f"at least {number} of", inner, definition, about, above, label)
        case Not(inner):
            _combination(tree, "not", (inner,), definition, about, above, label)
        case Element():
            citation = definition.citation.at(rule.pinpoint)
            lines = tuple(filter(None, (citation.place, rule.note)))
            node = Node(id=tree.next_id, title=rule.title, lines=lines)
            tree.add(node, above, label)
            if in_short(rule.rule, about).casefold() != rule.title.casefold():
                _rule(tree, rule.rule, definition, about, node.id)
        case Meets(definition=other, part=part):
            _definition(tree, other, above, part)
        case ByLegalOrder():
            place = definition.citation.at(rule.pinpoint).place
            lines = tuple(filter(None, ("left to the legal order", place)))
            node = Node(id=tree.next_id, title=rule.question, lines=lines, kind=NodeKind.COMBINATION)
            tree.add(node, above, label)
            _rule(tree, rule.then, definition, about, node.id, "yes")
            _rule(tree, rule.otherwise, definition, about, node.id, "no")
        case NotEstablished():
            lines = ("not established", rule.reason)
            tree.add(Node(id=tree.next_id, title=rule.title, lines=lines, kind=NodeKind.FACT), above, label)
        case _:
            tree.add(Node(id=tree.next_id, title=in_short(rule, about), kind=NodeKind.FACT), above, label)


def _combination(  # noqa: PLR0913, PLR0917 - where a rule stands
    tree: _Tree, title: str, parts: tuple[Rule, ...], definition: Definition, about: type, above: str, label: str
) -> None:
    node = Node(id=tree.next_id, title=title, kind=NodeKind.COMBINATION)
    tree.add(node, above, label)
    for each in parts:
        _rule(tree, each, definition, about, node.id)
