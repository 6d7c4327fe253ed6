"""Decide: the smallest set of known facts that alone gives a rule its outcome."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, Any, TypeAlias

from orgcrime.law.evaluation import Given, Path, evaluator
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
    Reaches,
    Rule,
    atoms,
)
from orgcrime.law.space import Diagram, Node, Variable, VariableKind, Work
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = ["decisive"]

Needs: TypeAlias = "int | tuple[int, tuple[Needs, ...]]"
"""What an outcome needs: a fact, as a digit of a binary number; or so many of some needs."""
Cost: TypeAlias = tuple[int, int]
"""How many facts, and minus the number whose digits they are: of two costs the lesser has the earlier facts."""

_NEVER: Needs = (1, ())


def decisive(  # noqa: PLR0913 - the rule, where it stands, and what is known
    rule: Rule, about: type, truth: Truth, facts: Any, given: Given, *, prefix: str = "", work: Work | None = None
) -> tuple[str, ...]:
    """Return the smallest set of known facts that alone gives a rule its outcome, each fact by its path.

    Of several sets of the same size it is the first in the order of the text.

    Args:
        rule: the rule.
        about: the facts class that it is about.
        truth: its outcome, which is settled.
        facts: the facts as a whole.
        given: the known parameters of the legal order.
        prefix: the path from the facts as a whole to those that the rule is about, as ``group.``.
        work: what the answer has cost so far.

    Raises:
        InputError: if the rule is too intricate.

    >>> from orgcrime.law.facts import Group
    >>> from orgcrime.law.untoc import STRUCTURED_GROUP
    >>> decisive(STRUCTURED_GROUP.rule, Group, Truth.TRUE, Group(randomly_formed=False), {})
    ('randomly_formed',)
    """
    order = tuple(dict.fromkeys(atom.path for atom in atoms(rule, about, prefix) if atom.fact is not None))
    search = _Search(order, facts, given, work or Work("the rule"))
    (_, digits), _ = search.least(search.needs(rule, truth, tuple(prefix.split(".")[:-1])))
    return tuple(search.named(-digits))


class _Search:
    """The search for the least set of facts that gives an outcome.

    Of the digits that stand for facts, the first in the text is the highest: of two sets of the same size, the one with
    the greater number is then the first in the text.
    """

    def __init__(self, order: tuple[str, ...], facts: Any, given: Given, work: Work) -> None:
        self._digits = {path: 1 << at for at, path in enumerate(reversed(order))}
        self._order = order
        self._facts = facts
        self._given = given
        self._work = work

    def needs(self, rule: Rule, wanted: Truth, path: Path) -> Needs:
        """Return what the outcome wanted of a rule needs."""
        match rule:
            case Holds(fact) | Reaches(fact, _) | Contains(fact, _):
                found = evaluator(rule, self._given, path)(self._facts) is wanted.known
                return self._digits[".".join((*path, fact))] if found else _NEVER
            case Not(inner):
                return self.needs(inner, ~wanted, path)
            case Element(rule=inner):
                return self.needs(inner, wanted, path)
            case Meets(definition=definition, part=part):
                return self.needs(definition.rule, wanted, path if part is None else (*path, part))
            case ByLegalOrder(parameter=parameter, then=then, otherwise=otherwise):
                chosen = self._given.get(parameter)
                branches = (then, otherwise) if chosen is None else (then,) if chosen else (otherwise,)
                return _some(len(branches), [self.needs(each, wanted, path) for each in branches])
            case AllOf(parts) | AnyOf(parts):
                every = isinstance(rule, AllOf) is (wanted is Truth.TRUE)
                return _some(len(parts) if every else 1, [self.needs(each, wanted, path) for each in parts])
            case AtLeast(number, parts):
                needed = number if wanted is Truth.TRUE else len(parts) - number + 1
                return _some(needed, [self.needs(each, wanted, path) for each in parts])
            case _:
                return _NEVER

    def least(self, needs: Needs) -> tuple[Cost, int]:
        """Return the least cost of what is needed, and the digits of every fact that could play a part in it.

        Parts that read different facts are paid for one by one. Where parts share facts, a diagram tells what they cost
        together.
        """
        self._work.spend()
        if isinstance(needs, int):
            return (1, -needs), needs
        number, parts = needs
        costs, read, shared = [], 0, False
        for part in parts:
            cost, digits = self.least(part)
            costs.append(cost)
            shared = shared or bool(read & digits)
            read |= digits
        if number == 1:
            return min(costs), read
        if shared:
            return self._together(needs, read), read
        paid = heapq.nsmallest(number, costs)
        return (sum(size for size, _ in paid), sum(digits for _, digits in paid)), read

    def named(self, digits: int) -> Iterator[str]:
        """Yield the facts that some digits stand for, in the order of the text."""
        return (path for path in self._order if digits & self._digits[path])

    def _together(self, needs: Needs, read: int) -> Cost:
        """Return the least cost of what is needed, where parts of it share facts."""
        held = {self._digits[path]: Variable(VariableKind.FACT, path) for path in self.named(read)}
        made = Diagram(dict.fromkeys(held.values(), ((0, 1), (1, 2))), work=self._work)
        digits = tuple(held)
        costs: dict[int, Cost] = {}
        never = (len(self._order) + 1, 0)

        def node(needs: Needs) -> Node:
            if isinstance(needs, int):
                return made.where(held[needs], 1)
            return made.at_least(needs[0], [node(each) for each in needs[1]])

        def least(node: Node) -> Cost:
            if isinstance(node, bool):
                return (0, 0) if node else never
            if id(node) not in costs:
                self._work.spend()
                place, (without, within) = node
                size, paid = least(within)
                costs[id(node)] = min(least(without), (size + 1, paid - digits[place]))
            return costs[id(node)]

        return least(node(needs))


def _some(number: int, parts: Iterable[Needs]) -> Needs:
    """Return what so many of some parts need; a part that can never be had is left out."""
    left = tuple(part for part in parts if part != _NEVER)
    if len(left) < number:
        return _NEVER
    return left[0] if len(left) == 1 else (number, left)
