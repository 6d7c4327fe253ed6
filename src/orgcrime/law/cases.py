"""Every case that could be put to some rules, as decision diagrams, and the smallest case among many.

A case states some facts and leaves others as they are. For each rule there are two diagrams: of the cases that settle
it with yes, and of those that settle it with no; both follow strong Kleene logic exactly, as an assessment does.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from orgcrime.law.evaluation import Given, evaluator
from orgcrime.law.rule import (
    AllOf,
    AnyOf,
    AtLeast,
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
    parts,
)
from orgcrime.law.space import Diagram, Node, Variable, VariableKind, Work, possible, value_at, variables
from orgcrime.law.stating import plain_listing, plain_number
from orgcrime.law.values import Fact, FactKind
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from orgcrime.law.finding import Step
    from orgcrime.law.rule import Definition

__all__ = ["Cases", "Choice", "Outcomes"]

Outcomes: TypeAlias = tuple[Node, Node]
"""The cases that settle a rule with yes, and those that settle it with no."""
Choice: TypeAlias = Mapping[Variable, int]
"""What a case states: for each variable the place of its cell; what is left out stays as it is."""

_AS_IT_IS = (math.nan, math.nan)
_FACTS = (VariableKind.FACT, VariableKind.ITEM)
_RANK = {VariableKind.PARAMETER: 0, VariableKind.FACT: 1, VariableKind.ITEM: 1, VariableKind.OPEN: 2}
_STEP = 1000


class Cases(Diagram):
    """The cases that could be put to some steps of the law, with the outcomes of each step.

    Parameters of the legal order come first in the order, then the facts in the order of the text, all that is asked of
    one fact together, then the steps whose wording is not established.

    Attributes:
        about: the facts class.
        facts: the facts from which a case departs; ``None`` where nothing is known.
        given: what is known of the legal order.
        declared: how each fact is declared, by its path.
        questions: the question of each parameter of the legal order, by its name.
    """

    def __init__(
        self,
        about: type,
        steps: Iterable[Step],
        facts: object = None,
        given: Given | None = None,
        fixed: Callable[[Variable], bool] | None = None,
    ) -> None:
        """Lay out the cases.

        Args:
            about: the facts class.
            steps: the steps of the law that will be asked about.
            facts: the facts from which a case departs; ``None`` where nothing is known.
            given: what is known of the legal order.
            fixed: which variables no case may change; none by default.

        Raises:
            InputError: if the steps ask too many questions; so raise the answers of what is too intricate.
        """
        self.about = about
        self.facts = facts
        self.given: Given = given or {}
        steps = tuple(steps)
        found = [atom for step in steps for atom in atoms(step.rule, step.about, step.prefix)]
        self.declared: dict[str, Fact] = {atom.path: atom.fact for atom in found if atom.fact is not None}
        self.questions: dict[str, str] = {
            atom.path: atom.rule.question for atom in found if isinstance(atom.rule, ByLegalOrder)
        }
        cells = variables(*(atom for atom in found if not isinstance(atom.rule, NotEstablished)))
        for step in steps:
            for variable in _open_steps(step.rule, step.prefix, step.definition):
                cells[variable] = ((0, 1), (1, math.inf))
        places = {path: at for at, path in enumerate(dict.fromkeys(variable.path for variable in cells))}
        order = sorted(cells, key=lambda variable: (_RANK[variable.kind], places[variable.path]))
        super().__init__(
            {variable: (*cells[variable], _AS_IT_IS) for variable in order},
            {
                variable: (len(cells[variable]),)
                if fixed is not None and fixed(variable)
                else tuple(range(len(cells[variable]) + 1))
                for variable in order
            },
            Work(" and ".join(dict.fromkeys(step.definition.id for step in steps))),
        )

    def outcomes(self, step: Step) -> Outcomes:
        """Return the cases that settle a step with yes, and those that settle it with no."""
        return self._outcomes(step.rule, step.prefix, step.definition)

    def _outcomes(self, rule: Rule, prefix: str, owner: Definition) -> Outcomes:
        self.work.spend()
        match rule:
            case Holds(name):
                return self._atom(Variable(VariableKind.FACT, prefix + name), 1, rule, prefix)
            case Reaches(name, bound):
                return self._atom(Variable(VariableKind.FACT, prefix + name), bound, rule, prefix)
            case Contains(name, values):
                return self._any(self._item(prefix, name, value) for value in values)
            case AllOf(inner):
                return _turned(self._any(_turned(self._outcomes(each, prefix, owner)) for each in inner))
            case AnyOf(inner):
                return self._any(self._outcomes(each, prefix, owner) for each in inner)
            case Not(inner):
                return _turned(self._outcomes(inner, prefix, owner))
            case AtLeast(number, inner):
                met, failed = zip(*(self._outcomes(each, prefix, owner) for each in inner), strict=True)
                return self.at_least(number, list(met)), self.at_least(len(inner) - number + 1, list(failed))
            case Element(rule=inner):
                return self._outcomes(inner, prefix, owner)
            case Meets(definition=definition, part=part):
                return self._outcomes(definition.rule, prefix if part is None else f"{prefix}{part}.", definition)
            case ByLegalOrder():
                chosen, other = self._atom(Variable(VariableKind.PARAMETER, rule.parameter), 1, rule, prefix)
                then, otherwise = (self._outcomes(each, prefix, owner) for each in (rule.then, rule.otherwise))
                return self._chosen(chosen, other, then[0], otherwise[0]), self._chosen(
                    chosen, other, then[1], otherwise[1]
                )
            case _:
                return self._atom(Variable(VariableKind.OPEN, prefix + rule.title, owner.id), 1, rule, prefix)

    def _item(self, prefix: str, name: str, value: str) -> Outcomes:
        variable = Variable(VariableKind.ITEM, prefix + name, str(value))
        return self._atom(variable, 1, Contains(name, (value,)), prefix)

    def _atom(self, variable: Variable, low: float, rule: Rule, prefix: str) -> Outcomes:
        place = self._place[variable]
        as_it_is = Truth.UNKNOWN
        if variable.kind == VariableKind.PARAMETER:
            as_it_is = Truth.of(self.given.get(variable.path))
        elif self.facts is not None:
            as_it_is = Truth.of(evaluator(rule, self.given, tuple(prefix.split(".")[:-1]))(self.facts))
        firsts = [None if self.is_as_it_is(place, at) else self.cells[place][at][0] for at in self.allowed[place]]
        met = tuple(as_it_is is Truth.TRUE if first is None else first >= low for first in firsts)
        failed = tuple(as_it_is is Truth.FALSE if first is None else first < low for first in firsts)
        return self.node(place, met), self.node(place, failed)

    def _any(self, outcomes: Iterable[Outcomes]) -> Outcomes:
        met, failed = zip(*outcomes, strict=True)
        return self.some(met), self.every(failed)

    def _chosen(self, chosen: Node, other: Node, then: Node, otherwise: Node) -> Node:
        """Return the cases in which the parameter chooses the outcome, or both branches share it."""
        found = self.disjunction(self.conjunction(chosen, then), self.conjunction(other, otherwise))
        return self.disjunction(found, self.conjunction(then, otherwise))

    def is_as_it_is(self, place: int, at: int) -> bool:
        """Return whether a cell leaves its variable as it is."""
        return at == len(self.cells[place]) - 1

    @functools.cached_property
    def consistent(self) -> Node:
        """The cases that can be: where a listing is asked for its length and for values, the two must agree."""
        return self.agreeing(self.declared)

    def smallest(self, node: Node, weight: Callable[[Variable, int], int]) -> dict[Variable, int] | None:
        """Return the cheapest case of a diagram; ``None`` where it has none.

        A fact is paid for once, with the dearest of what is stated of it. Of several cheapest cases it is the one that
        states least, then the one that states what comes first in the text, then the one with the smallest values.

        Args:
            node: the diagram.
            weight: the price of putting a variable into a cell; leaving it as it is costs nothing.
        """
        known: dict[tuple[int, str, int], tuple[int, Any] | None] = {}

        def best(node: Node, group: str, paid: int) -> tuple[int, Any] | None:
            """Return the least price from here on, and the way: a place, a cell and the way after it."""
            if isinstance(node, bool):
                return (0, None) if node else None
            place, branches = node
            variable = self.order[place]
            here = f"{_RANK[variable.kind]} {variable.path}"
            if here != group:
                group, paid = here, 0
            key = (id(node), group, paid)
            if key not in known:
                self.work.spend(len(branches))
                found: tuple[int, Any] | None = None
                for at, branch in zip(self.allowed[place], branches, strict=True):
                    price = 0 if self.is_as_it_is(place, at) else weight(variable, at) * _STEP
                    rest = best(branch, group, max(paid, price))
                    if rest is None:
                        continue
                    cost = max(0, price - paid) + (price > 0) + rest[0]
                    if found is None or cost < found[0]:
                        found = (cost, (place, at, rest[1]))
                known[key] = found
            return known[key]

        found = best(node, "", 0)
        if found is None:
            return None
        choice: dict[Variable, int] = {}
        way = found[1]
        while way is not None:
            place, at, way = way
            if not self.is_as_it_is(place, at):
                choice[self.order[place]] = at
        return choice

    def refines(self, variable: Variable, at: int) -> bool:
        """Return whether a cell agrees with what is known already."""
        cells = self.cells[self._place[variable]][:-1]
        return self.facts is None or at in possible(variable, cells, self.facts, self.given)

    def values(self, choice: Choice) -> dict[str, Any]:
        """Return the values that a choice states, by the path of the fact, each the plainest of its cell."""
        found: dict[str, Any] = {}
        for path in dict.fromkeys(variable.path for variable in choice if variable.kind in _FACTS):
            known = value_at(self.facts, path)
            cells = {variable.item: at for variable, at in choice.items() if variable.path == path}
            fact = self.declared[path]
            cell = self.cells[self._place[Variable(VariableKind.FACT, path)]][cells[None]] if None in cells else None
            if fact.kind is FactKind.LISTING or cell is None:
                found[path] = plain_listing(fact, {item: at for item, at in cells.items() if item}, cell, known)
            elif fact.kind is FactKind.YES_NO:
                found[path] = cells[None] == 1
            else:
                found[path] = plain_number(fact, cell, known)
        return found


def _turned(outcomes: Outcomes) -> Outcomes:
    met, failed = outcomes
    return failed, met


def _open_steps(rule: Rule, prefix: str, owner: Definition) -> Iterator[Variable]:
    """Yield the steps not established, each told apart by the definition that it belongs to."""
    for each in parts(rule):
        if isinstance(each, NotEstablished):
            yield Variable(VariableKind.OPEN, prefix + each.title, owner.id)
        elif isinstance(each, Meets):
            inner = prefix if each.part is None else f"{prefix}{each.part}."
            yield from _open_steps(each.definition.rule, inner, each.definition)
