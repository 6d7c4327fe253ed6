"""The finitely many cases that rules can tell apart, and decision diagrams over them.

Thresholds cut a number into intervals, a listing into whether it holds each value or reaches a length; a yes/no fact
has two cases. Over these a rule is an ordinary two-valued function, and its reduced ordered decision diagram shows
exactly which facts it depends on, and whether two rules ever differ.

There are rules whose diagrams no order of the questions keeps small. What an answer costs is therefore counted, in
steps of work and not in seconds, and one that costs too much is refused.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, TypeAlias

import attrs

from orgcrime.errors import Fault, InputError
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
    Reaches,
    Rule,
    atoms,
)
from orgcrime.law.values import Between, FactKind, Listing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from orgcrime.law.values import Fact

__all__ = [
    "QUESTIONS",
    "STEPS",
    "Diagram",
    "Node",
    "Variable",
    "VariableKind",
    "Work",
    "diagram",
    "possible",
    "value_at",
    "variables",
]

INFINITY = float("inf")
STEPS = 300_000
"""An answer may cost so many steps; the definitions of the law cost a third of it at most."""
QUESTIONS = 250
"""So many questions can be worked out together; the definitions of the law ask sixty at most."""


class Work:
    """What an answer has cost so far; it may be shared by answers that are given together.

    Args:
        about: what is worked out, for the message.
    """

    __slots__ = ("_about", "_left", "_questions")

    def __init__(self, about: str) -> None:
        self._about = about
        self._left = STEPS
        self._questions = 0

    def ask(self, questions: int) -> None:
        """Note how many questions are worked out together.

        Raises:
            InputError: if these are too many.
        """
        self._questions = max(self._questions, questions)
        if questions > QUESTIONS:
            said = f"too large to be worked out: {questions} questions together, at most {QUESTIONS} are"
            raise InputError([Fault(self._about, said)])

    def spend(self, steps: int = 1) -> None:
        """Take some steps.

        Raises:
            InputError: if the answer has taken too many.
        """
        self._left -= steps
        if self._left < 0:
            over = f"{self._questions} question{'' if self._questions == 1 else 's'}"
            said = f"too intricate to be worked out: more than {STEPS} steps over {over}"
            raise InputError([Fault(self._about, said)])


class VariableKind:
    """What a variable stands for."""

    FACT = "fact"
    ITEM = "item"
    PARAMETER = "parameter"
    OPEN = "open"


@attrs.frozen(cache_hash=True)
class Variable:
    """One question with finitely many answers.

    Attributes:
        kind: whether it is a fact, an item of a listing, a parameter of the legal order, or a step not established.
        path: the fact as it is reached, ``group.persons``; for a parameter its name.
        item: the value that a listing may hold; ``None`` for all else.
    """

    kind: str
    path: str
    item: str | None = None


def variables(*found: Atom) -> dict[Variable, tuple[tuple[float, float], ...]]:
    """Return the variables of some atoms, each with its cells.

    A cell is an interval ``[low, high)``; yes/no questions have the cells ``[0, 1)`` for no and ``[1, 2)`` for yes.
    """
    bounds: dict[Variable, set[float]] = {}
    for atom in found:
        match atom.rule:
            case Reaches(_, bound):
                bounds.setdefault(Variable(VariableKind.FACT, atom.path), set()).add(_cut(atom, bound))
            case Contains(_, values):
                for value in values:
                    bounds.setdefault(Variable(VariableKind.ITEM, atom.path, str(value)), {1})
            case Holds():
                bounds.setdefault(Variable(VariableKind.FACT, atom.path), {1})
            case ByLegalOrder():
                bounds.setdefault(Variable(VariableKind.PARAMETER, atom.path), {1})
            case _:
                bounds.setdefault(Variable(VariableKind.OPEN, atom.path), {1})
    least = {atom.path: atom.fact.minimum for atom in found if isinstance(atom.rule, Reaches) and atom.fact}
    cells = {}
    for variable, cuts in bounds.items():
        low = least.get(variable.path, 0) if variable.kind == VariableKind.FACT else 0
        edges = [low, *sorted(cut for cut in cuts if cut > low), INFINITY]
        cells[variable] = tuple(itertools.pairwise(edges))
    return cells


def _cut(atom: Atom, bound: float) -> float:
    """Return where a bound cuts: between whole numbers there is nothing to cut."""
    counted = atom.fact is not None and (atom.fact.whole or atom.fact.kind is FactKind.LISTING)
    return math.ceil(bound) if counted else bound


def value_at(about: object | None, path: str) -> object:
    """Return the value of a fact, given as it is reached; ``None`` where a part on the way is not known."""
    value = about
    for name in path.split("."):
        if value is None:
            return None
        value = getattr(value, name)
    return value


def possible(
    variable: Variable,
    cells: tuple[tuple[float, float], ...],
    facts: object,
    given: Mapping[str, bool | None],
) -> tuple[int, ...]:
    """Return the cells of a variable that some facts leave possible."""
    every = tuple(range(len(cells)))
    if variable.kind == VariableKind.OPEN:
        return every
    if variable.kind == VariableKind.PARAMETER:
        chosen = given.get(variable.path)
        return every if chosen is None else (int(chosen),)
    value = value_at(facts, variable.path)
    if value is None:
        return every
    if variable.kind == VariableKind.ITEM and isinstance(value, Listing):
        if variable.item in value.values:
            return (1,)
        return (0,) if value.complete else every
    low, high = _range(value)
    return tuple(at for at, (first, end) in enumerate(cells) if low < end and high >= first)


def _range(value: object) -> tuple[float, float]:
    if isinstance(value, bool):
        return (float(value), float(value))
    if isinstance(value, Listing):
        return (len(value.values), len(value.values) if value.complete else INFINITY)
    if isinstance(value, Between):
        low = 0.0 if value.low is None else _size(value.low)
        return (low, INFINITY if value.high is None else _size(value.high))
    return (_size(value), _size(value))


def _size(value: object) -> float:
    return float(value) if isinstance(value, (int, float)) else 1e300


Node: TypeAlias = "bool | Branching"
"""``True``, ``False``, or a branching."""
Branching: TypeAlias = "tuple[int, tuple[Node, ...]]"
"""The place of a variable in the order, with a node for each of its cells."""


class Diagram:
    """Reduced ordered decision diagrams that share one order of variables and one table of nodes.

    Two rules are equivalent just when their nodes are the same object.

    Attributes:
        order: the variables, in the order in which they are asked.
        cells: the cells of each variable, in that order.
        allowed: for each variable the cells that are possible.
        work: what the answer has cost so far.
    """

    def __init__(
        self,
        cells: Mapping[Variable, tuple[tuple[float, float], ...]],
        allowed: Mapping[Variable, tuple[int, ...]] | None = None,
        work: Work | None = None,
    ) -> None:
        self.work: Work = work or Work("the rule")
        self.work.ask(len(cells))
        self.order: tuple[Variable, ...] = tuple(cells)
        self.cells: tuple[tuple[tuple[float, float], ...], ...] = tuple(cells.values())
        self.allowed: tuple[tuple[int, ...], ...] = tuple(
            tuple(range(len(cell))) if allowed is None else allowed[variable] for variable, cell in cells.items()
        )
        self._place = {variable: at for at, variable in enumerate(self.order)}
        self._nodes: dict[tuple[int, tuple[int, ...]], Node] = {}
        self._both: dict[tuple[int, int], Node] = {}
        self._either: dict[tuple[int, int], Node] = {}
        self._opposites: dict[int, Node] = {}

    def node(self, place: int, branches: tuple[Node, ...]) -> Node:
        """Return the one node for a variable and its branches; a question that changes nothing is not asked."""
        self.work.spend(len(branches))
        first = branches[0]
        if all(branch is first for branch in branches):
            return first
        key = (place, tuple(map(id, branches)))
        if key not in self._nodes:
            self._nodes[key] = (place, branches)
        return self._nodes[key]

    def where(self, variable: Variable, low: float) -> Node:
        """Return the diagram that is true where a variable is at least ``low``."""
        place = self._place[variable]
        return self.node(place, tuple(self.cells[place][at][0] >= low for at in self.allowed[place]))

    def conjunction(self, left: Node, right: Node) -> Node:
        """Return the diagram that is true where both are."""
        if left is False or right is False:
            return False
        if left is True or left is right:
            return right
        if right is True:
            return left
        return self._combined(left, right, self._both, self.conjunction)

    def disjunction(self, left: Node, right: Node) -> Node:
        """Return the diagram that is true where one is."""
        if left is True or right is True:
            return True
        if left is False or left is right:
            return right
        if right is False:
            return left
        return self._combined(left, right, self._either, self.disjunction)

    def _combined(
        self,
        left: Branching,
        right: Branching,
        known: dict[tuple[int, int], Node],
        combine: Callable[[Node, Node], Node],
    ) -> Node:
        key = (id(left), id(right)) if id(left) < id(right) else (id(right), id(left))
        if key not in known:
            place = min(left[0], right[0])
            lefts = left[1] if left[0] == place else (left,) * len(self.allowed[place])
            rights = right[1] if right[0] == place else (right,) * len(self.allowed[place])
            known[key] = self.node(place, tuple(map(combine, lefts, rights)))
        return known[key]

    def opposite(self, node: Node) -> Node:
        """Return the diagram that is true where the other is false."""
        if isinstance(node, bool):
            return not node
        if id(node) not in self._opposites:
            self._opposites[id(node)] = self.node(node[0], tuple(map(self.opposite, node[1])))
        return self._opposites[id(node)]

    def every(self, nodes: Iterable[Node]) -> Node:
        """Return the diagram that is true where all of some are."""
        found: Node = True
        for node in self._from_below(nodes):
            found = self.conjunction(found, node)
        return found

    def some(self, nodes: Iterable[Node]) -> Node:
        """Return the diagram that is true where at least one of some is."""
        found: Node = False
        for node in self._from_below(nodes):
            found = self.disjunction(found, node)
        return found

    def _from_below(self, nodes: Iterable[Node]) -> list[Node]:
        """Return diagrams in the order in which they are put together at the least cost: what is asked first, last."""
        return sorted(nodes, key=lambda node: -1 if isinstance(node, bool) else node[0], reverse=True)

    def rule(self, rule: Rule, prefix: str = "") -> Node:
        """Return the diagram of a rule."""
        match rule:
            case Holds(name):
                return self.where(Variable(VariableKind.FACT, prefix + name), 1)
            case Reaches(name, bound):
                return self.where(Variable(VariableKind.FACT, prefix + name), bound)
            case Contains(name, values):
                items = (Variable(VariableKind.ITEM, prefix + name, str(value)) for value in values)
                return self.some(self.where(item, 1) for item in items)
            case AllOf(inner):
                return self.every(self.rule(each, prefix) for each in inner)
            case AnyOf(inner):
                return self.some(self.rule(each, prefix) for each in inner)
            case Not(inner):
                return self.opposite(self.rule(inner, prefix))
            case AtLeast(number, inner):
                return self.at_least(number, [self.rule(each, prefix) for each in inner])
            case Element(rule=inner):
                return self.rule(inner, prefix)
            case Meets(definition=definition, part=part):
                return self.rule(definition.rule, prefix if part is None else f"{prefix}{part}.")
            case ByLegalOrder():
                chosen = self.where(Variable(VariableKind.PARAMETER, rule.parameter), 1)
                return self.disjunction(
                    self.conjunction(chosen, self.rule(rule.then, prefix)),
                    self.conjunction(self.opposite(chosen), self.rule(rule.otherwise, prefix)),
                )
            case _:
                return self.where(Variable(VariableKind.OPEN, prefix + rule.title), 1)

    def is_as_it_is(self, place: int, at: int) -> bool:  # noqa: ARG002 - a diagram with such cells says so
        """Return whether a cell leaves its variable as it is; here none does."""
        return False

    def agreeing(self, declared: Mapping[str, Fact], others: Mapping[str, int] | None = None) -> Node:
        """Return the diagram of what can be: a listing is as long as the values that it holds.

        Only a listing that is asked both for its length and for values can be at odds with itself.

        Args:
            declared: how each fact is declared, by its path.
            others: for a listing, by its path, how many values it is known to hold that no rule asks for.
        """
        found: Node = True
        for place, variable in enumerate(self.order):
            items = [each for each in self.order if each.kind == VariableKind.ITEM and each.path == variable.path]
            if variable.kind == VariableKind.FACT and items:
                more = (others or {}).get(variable.path, 0)
                found = self.conjunction(found, self._agreeing(place, items, declared[variable.path], more))
        return found

    def _agreeing(self, place: int, items: list[Variable], fact: Fact, others: int) -> Node:
        held, lacking = ([self._cell(self._place[each], at) for each in items] for at in (1, 0))
        stated = [self.disjunction(yes, no) for yes, no in zip(held, lacking, strict=True)]
        left = [self.opposite(each) for each in stated]
        lengths = [at for at in self.allowed[place] if not self.is_as_it_is(place, at)]
        found = self.every([*left, *(self.opposite(self._cell(place, at)) for at in lengths)])
        for at in lengths:
            low, end = self.cells[place][at]
            here = [self._cell(place, at), *stated]
            if end < INFINITY:
                here.append(self.opposite(self.at_least(math.ceil(end) - others, held)))
            if fact.vocabulary is not None:
                here.append(self.opposite(self.at_least(len(fact.vocabulary) - math.ceil(low) + 1, lacking)))
            found = self.disjunction(found, self.every(here))
        return found

    def _cell(self, place: int, at: int) -> Node:
        """Return the diagram that is true for one cell of a variable."""
        return self.node(place, tuple(each == at for each in self.allowed[place]))

    def among(self, node: Node, care: Node) -> Node:
        """Return a diagram that is the other where ``care`` is true, and takes on nothing new elsewhere.

        What cannot be is mapped to what can, so that the outcome depends just on what can change it.
        """
        known: dict[tuple[int, int], Node] = {}

        def mapped(node: Node, care: Node) -> Node:
            if isinstance(node, bool) or isinstance(care, bool):
                return node
            key = (id(node), id(care))
            if key not in known:
                place = min(node[0], care[0])
                cares = care[1] if care[0] == place else (care,) * len(self.allowed[place])
                nodes = node[1] if node[0] == place else (node,) * len(self.allowed[place])
                branches = [
                    None if inner is False else mapped(each, inner) for each, inner in zip(nodes, cares, strict=True)
                ]
                some = next(branch for branch in branches if branch is not None)
                known[key] = self.node(place, tuple(some if branch is None else branch for branch in branches))
            return known[key]

        return mapped(node, care)

    def at_least(self, number: int, nodes: list[Node]) -> Node:
        """Return the diagram that is true where so many of some are."""
        if number > len(nodes):
            return False
        if number == len(nodes):
            return self.every(nodes)
        if number == 1:
            return self.some(nodes)
        reached: list[Node] = [True, *(False for _ in range(number))]
        for node in self._from_below(nodes):
            for count in range(number, 0, -1):
                reached[count] = self.disjunction(reached[count], self.conjunction(node, reached[count - 1]))
        return reached[-1] if number > 0 else True

    def restricted(self, node: Node, place: int, at: int) -> Node:
        """Return a diagram for one cell of a variable alone.

        Args:
            node: the diagram.
            place: the place of the variable in the order.
            at: the place of the cell among those that are possible.
        """
        known: dict[int, Node] = {}
        self.work.spend()

        def narrowed(node: Node) -> Node:
            if isinstance(node, bool) or node[0] > place:
                return node
            if node[0] == place:
                return node[1][at]
            if id(node) not in known:
                known[id(node)] = self.node(node[0], tuple(map(narrowed, node[1])))
            return known[id(node)]

        return narrowed(node)

    def support(self, node: Node) -> tuple[Variable, ...]:
        """Return the variables on which a diagram depends, in their order."""
        seen: set[int] = set()
        places: set[int] = set()
        waiting = [node]
        while waiting:
            current = waiting.pop()
            if isinstance(current, bool) or id(current) in seen:
                continue
            self.work.spend()
            seen.add(id(current))
            places.add(current[0])
            waiting += current[1]
        return tuple(self.order[place] for place in sorted(places))


def diagram(  # noqa: PLR0913 - the rule, where it stands, and what is known
    rule: Rule,
    about: type,
    facts: object,
    given: Mapping[str, bool | None],
    prefix: str = "",
    *,
    work: Work | None = None,
) -> tuple[Diagram, Node]:
    """Return the diagram of a rule over the cases that some facts leave possible.

    Args:
        rule: the rule.
        about: the facts class that it is about.
        facts: the facts as a whole.
        given: the known parameters of the legal order.
        prefix: the path from the facts as a whole to those that the rule is about, as ``group.``.
        work: what the answer has cost so far.

    Raises:
        InputError: if the rule asks too many questions, or is too intricate.
    """
    found = tuple(atoms(rule, about, prefix))
    cells = variables(*found)
    made = Diagram(cells, {variable: possible(variable, cell, facts, given) for variable, cell in cells.items()}, work)
    made.work.spend(len(found))
    declared = {atom.path: atom.fact for atom in found if atom.fact is not None}
    others = {path: _others(value_at(facts, path), path, cells) for path in declared}
    return made, made.among(made.rule(rule, prefix), made.agreeing(declared, others))


def _others(value: object, path: str, cells: Mapping[Variable, object]) -> int:
    """Return how many values a listing holds that no rule asks for."""
    if not isinstance(value, Listing):
        return 0
    return sum(Variable(VariableKind.ITEM, path, str(each)) not in cells for each in value.values)
