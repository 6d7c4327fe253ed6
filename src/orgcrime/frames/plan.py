"""The rules of definitions as expressions, what they share computed once.

Rules are first brought into a normal form, so that a step that two definitions ask for is seen to be the same. Steps
that several rules ask for come first; libraries that compute at once then keep what is used again.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, reduce
from typing import TYPE_CHECKING, TypeAlias

import attrs

from orgcrime.frames.kleene import Value, all_true, any_true, chosen, enough, opposite
from orgcrime.law.rule import (
    AllOf,
    AnyOf,
    AtLeast,
    Atom,
    ByLegalOrder,
    Contains,
    Element,
    Holds,
    Meets,
    Not,
    NotEstablished,
    Reaches,
    Rule,
    atoms,
)
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import narwhals.stable.v2 as nw

    from orgcrime.law.finding import Step

__all__ = ["Keep", "Node", "Plan", "normal"]


Keep: TypeAlias = "Callable[[Node, nw.Expr], nw.Expr]"
"""What is done with an expression that is used again."""


@attrs.frozen(cache_hash=True)
class Node:
    """A rule in normal form: no names of steps, no "all of" right within "all of".

    Attributes:
        kind: the kind of rule that it comes from; `Atom` for a smallest one.
        parts: what it is about: nodes, or the smallest rule itself.
        number: for "at least" the number.
    """

    kind: type
    parts: tuple[Node | Atom, ...]
    number: int = 0

    @property
    def plain(self) -> bool:
        """Whether it is a column as it stands."""
        first = self.parts[0]
        return isinstance(first, Atom) and isinstance(first.rule, (Holds, ByLegalOrder))

    @property
    def guarded(self) -> bool:
        """Whether it asks for a number, and so looks at NaN."""
        first = self.parts[0]
        return isinstance(first, Atom) and isinstance(first.rule, Reaches)

    @property
    def below(self) -> tuple[Node, ...]:
        """The nodes below this one."""
        return tuple(part for part in self.parts if isinstance(part, Node))


def normal(step: Step) -> Node:
    """Return the rule of a step in normal form."""
    return _normal(step.rule, step.about, step.prefix)


@cache
def _normal(rule: Rule, about: type, prefix: str) -> Node:
    match rule:
        case AllOf(parts) | AnyOf(parts):
            kind = type(rule)
            flat = _flat(kind, [_normal(part, about, prefix) for part in parts])
            nodes = tuple(dict.fromkeys(flat))
            return nodes[0] if len(nodes) == 1 else Node(kind, nodes)
        case AtLeast(number, parts):
            return Node(AtLeast, tuple(_normal(part, about, prefix) for part in parts), number)
        case Not(inner):
            return Node(Not, (_normal(inner, about, prefix),))
        case Element(rule=inner):
            return _normal(inner, about, prefix)
        case Meets(definition=definition, part=None):
            return _normal(definition.rule, about, prefix)
        case Meets(definition=definition, part=part):
            return _normal(definition.rule, definition.about, f"{prefix}{part}.")
        case ByLegalOrder(then=then, otherwise=otherwise):
            asked = Node(Atom, (next(atoms(rule, about, prefix)),))
            return Node(ByLegalOrder, (asked, _normal(then, about, prefix), _normal(otherwise, about, prefix)))
        case Holds() | Reaches() | Contains() | NotEstablished():  # pragma: no branch - the set of rules is closed
            return Node(Atom, (next(atoms(rule, about, prefix)),))


def _flat(kind: type, nodes: Sequence[Node]) -> Iterator[Node]:
    for node in nodes:
        yield from node.below if node.kind is kind else (node,)


class Plan:
    """How some rules are computed together.

    Attributes:
        values: the rules as expressions, or as the truth that they have in every row.
    """

    def __init__(
        self, roots: Sequence[Node], leaf: Callable[[Atom], Value], keep: Keep | None = None, *, pairs: bool = False
    ) -> None:
        """Make the expressions.

        Args:
            roots: the rules.
            leaf: what their smallest rules are in columns.
            keep: may make a column of an expression that is used again; ``None`` where the library sees that itself.
            pairs: whether all is taken in pairs, so that the beginning of "all of" can be used again.
        """
        self._leaf = leaf
        self._keep = keep
        self._pairs = pairs
        self._found: dict[Node, Value] = {}
        shared = Counter((node.kind, part) for node in _every(roots) for part in node.below)
        self._rank = {asked: at for at, (asked, _) in enumerate(shared.most_common())}
        self._shapes: dict[Node, Node] = {}
        shaped = [self._shaped(root) for root in roots]
        self._uses = Counter(shaped)
        self._uses.update(part for node in _every(shaped) for part in node.below)
        self.values: tuple[Value, ...] = tuple(map(self._value, shaped))

    def _shaped(self, node: Node) -> Node:
        """Return a node with the parts first that several rules share; where that is wished, in pairs."""
        if node not in self._shapes:
            below = list(node.below)
            if node.kind in (AllOf, AnyOf):
                below.sort(key=lambda part: self._rank[node.kind, part])
            made = attrs.evolve(node, parts=tuple(map(self._shaped, below))) if below else node
            if self._pairs and node.kind in (AllOf, AnyOf):
                made = reduce(lambda left, right: Node(node.kind, (left, right)), made.below)
            self._shapes[node] = made
        return self._shapes[node]

    def _value(self, node: Node) -> Value:
        if node not in self._found:
            found = self._made(node)
            if self._keep is not None and not isinstance(found, Truth) and self._uses[node] > 1 and not node.plain:
                found = self._keep(node, found)
            self._found[node] = found
        return self._found[node]

    def _made(self, node: Node) -> Value:
        first = node.parts[0]
        if isinstance(first, Atom):
            return self._leaf(first)
        values = [self._value(part) for part in node.below]
        if node.kind is AllOf:
            return all_true(values)
        if node.kind is AnyOf:
            return any_true(values)
        if node.kind is Not:
            return opposite(values[0])
        return enough(node.number, values) if node.kind is AtLeast else chosen(*values)


def _every(roots: Iterable[Node]) -> dict[Node, None]:
    """Return every node once."""
    found: dict[Node, None] = {}
    waiting = list(roots)
    while waiting:
        node = waiting.pop(0)
        if node not in found:
            found[node] = None
            waiting += node.below
    return found
