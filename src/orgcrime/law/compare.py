"""Compare definitions: which is broader, proved over every case, and the smallest case that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from orgcrime.embedding import embeddable
from orgcrime.errors import Fault, InputError, shown
from orgcrime.law.comparison import Comparison, Coverage, ElementRow, UnderLegalOrder, word
from orgcrime.law.pairs import Example, Pair, Relation, Setting, checked_parameters, elements, pair
from orgcrime.law.rule import Definition, atoms
from orgcrime.law.stating import in_short
from orgcrime.outline import Outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from orgcrime.law.finding import Step

__all__ = [
    "Comparison",
    "Coverage",
    "ElementRow",
    "Example",
    "Matrix",
    "Relation",
    "UnderLegalOrder",
    "compare",
    "covers",
    "matrix",
]

_LONGEST = 160
"""How long a table says what a step asks for; a longer one is named by its title."""


@embeddable
@attrs.frozen(kw_only=True, repr=False)
class Matrix:
    """Definitions, each compared with each other; its length is their number.

    Attributes:
        definitions: the definitions, in the order given.
        parameters: what was given of the legal order.
        relations: for each definition how it stands to each; ``None`` where that is not determined.
    """

    definitions: tuple[Definition, ...]
    parameters: Setting
    relations: tuple[tuple[Relation | None, ...], ...]

    def __len__(self) -> int:
        """Return how many definitions there are."""
        return len(self.definitions)

    def relation(self, first: str, second: str) -> Relation | None:
        """Return how one definition stands to another, both named by their ids.

        Raises:
            InputError: if one is not in the matrix.
        """
        ids = [definition.id for definition in self.definitions]
        faults = [Fault("matrix", f"{shown(each)} is not in it") for each in (first, second) if each not in ids]
        if faults:
            raise InputError(faults)
        return self.relations[ids.index(first)][ids.index(second)]

    def outline(self) -> Outline:
        """Return the matrix as a table: a row says how its definition stands to that of each column."""
        rows = tuple(
            (str(at), definition.id, *("?" if each is None else each.sign for each in row))
            for at, (definition, row) in enumerate(zip(self.definitions, self.relations, strict=True), 1)
        )
        signs = "; ".join(f"{relation.sign} {relation.value}" for relation in Relation)
        return Outline(
            heading=f"{len(self)} definitions compared",
            columns=("", "definition", *map(str, range(1, len(self) + 1))),
            rows=rows,
            notes=(f"the definition of the row is, to that of the column: {signs}; ? not determined",),
        )

    def text(self) -> str:
        """Return the matrix as plain text."""
        return self.outline().text()

    def __str__(self) -> str:
        """Return the matrix as plain text."""
        return self.text()

    def __repr__(self) -> str:
        """Return the number of definitions."""
        return f"<Matrix of {len(self)} definitions>"

    def _repr_html_(self) -> str:
        return self.outline().html()

    def plain(self) -> dict[str, Any]:
        """Return the matrix as JSON has it: by id how each definition stands to each."""
        ids = [definition.id for definition in self.definitions]
        rows = zip(ids, self.relations, strict=True)
        return {
            "parameters": dict(self.parameters),
            "relations": {first: dict(zip(ids, map(word, row), strict=True)) for first, row in rows},
        }


def compare(
    first: Definition, second: Definition, *, parameters: Mapping[str, bool | None] | None = None
) -> Comparison:
    """Return how two definitions differ, proved over every case that they can tell apart.

    Where the definitions are about different things, one is laid over the facts of the other: over a part of them, or
    over facts of the same names.

    Args:
        first: the one definition.
        second: the other.
        parameters: what is known of the legal order; all that is said holds whatever the other parameters are.

    Raises:
        DefinitionError: if the definitions have no facts in common that they could be compared on.
        InputError: for a parameter that neither definition has, and for definitions that are too intricate.

    >>> from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP, STRUCTURED_GROUP
    >>> found = compare(ORGANIZED_CRIMINAL_GROUP, STRUCTURED_GROUP)
    >>> found.relation, found.only_second.text
    (<Relation.NARROWER: 'narrower'>, 'not randomly formed for the immediate commission of an offence; 2 persons')
    """
    given = checked_parameters((first, second), parameters)
    laid = pair(first, second, given)
    regions = laid.regions(laid.first, laid.second)
    only_first, only_second, both = laid.examples(regions)
    relations = laid.relations(laid.first, laid.second)
    return Comparison(
        first=first,
        second=second,
        parameters=_setting(given),
        relation=relations[0][1] if len(relations) == 1 else None,
        only_first=only_first,
        only_second=only_second,
        both=both,
        by_legal_order=tuple(
            UnderLegalOrder(parameters=setting, relation=relation) for setting, relation in relations if setting
        ),
        elements=_side_by_side(laid),
    )


def covers(
    definition: Definition, required: Definition, *, parameters: Mapping[str, bool | None] | None = None
) -> Coverage:
    """Return whether a definition covers all that another requires, and else the smallest case that it leaves out.

    Args:
        definition: the definition looked at, as a national one.
        required: what it should cover, as a definition of the Convention.
        parameters: what is known of the legal order.

    Raises:
        DefinitionError: if the definitions have no facts in common that they could be compared on.
        InputError: for a parameter that neither definition has, and for definitions that are too intricate.

    >>> from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP, STRUCTURED_GROUP
    >>> print(covers(STRUCTURED_GROUP, ORGANIZED_CRIMINAL_GROUP))
    [yes] structured group (UNTOC art. 2(c)) covers all that organized criminal group (UNTOC art. 2(a)) requires
    """
    given = checked_parameters((definition, required), parameters)
    laid = pair(definition, required, given)
    _, left_out, _ = laid.examples(laid.regions(laid.first, laid.second))
    return Coverage(
        definition=definition, required=required, parameters=_setting(given), truth=~left_out.truth, left_out=left_out
    )


def matrix(definitions: Iterable[Definition], *, parameters: Mapping[str, bool | None] | None = None) -> Matrix:
    """Return how each of some definitions stands to each other.

    Args:
        definitions: the definitions, in the order wanted.
        parameters: what is known of the legal order.

    Raises:
        DefinitionError: if two of them have no facts in common that they could be compared on.
        InputError: for a parameter that none has, a definition given twice, and for definitions too intricate.

    >>> from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP, STRUCTURED_GROUP
    >>> print(matrix([ORGANIZED_CRIMINAL_GROUP, STRUCTURED_GROUP]))  # doctest: +ELLIPSIS
    2 definitions compared
         definition                      1  2
      1  untoc-organized-criminal-group  =  <
      2  untoc-structured-group          >  =
      the definition of the row is, to that of the column: = equivalent; < narrower; > broader; ...
    """
    chosen = tuple(definitions)
    ids = [definition.id for definition in chosen]
    twice = dict.fromkeys(each for each in ids if ids.count(each) > 1)
    if twice:
        raise InputError([Fault("definitions", f"{each!r} is given twice") for each in twice])
    given = checked_parameters(chosen, parameters)
    rows: list[list[Relation | None]] = [[Relation.EQUIVALENT] * len(chosen) for _ in chosen]
    for at, first in enumerate(chosen):
        for other in range(at + 1, len(chosen)):
            laid = pair(first, chosen[other], given)
            found = laid.relation(laid.first, laid.second)
            rows[at][other] = found
            rows[other][at] = None if found is None else found.mirrored
    return Matrix(definitions=chosen, parameters=_setting(given), relations=tuple(map(tuple, rows)))


def _setting(given: Mapping[str, bool | None]) -> Setting:
    return tuple((name, value) for name, value in sorted(given.items()) if value is not None)


def _side_by_side(laid: Pair) -> tuple[ElementRow, ...]:
    """Return the steps of both definitions, each beside the one that asks for the same, or else for much of it."""
    wholes = _Side(laid, laid.first), _Side(laid, laid.second)
    left, right = ([_Side(laid, step) for step in elements(whole.step)] for whole in wholes)
    if _nearest([wholes[1]], left) > _nearest(right, left):
        right = [wholes[1]]
    elif _nearest([wholes[0]], right) > _nearest(left, right):
        left = [wholes[0]]
    beside: dict[int, _Side] = {}
    for at, side in enumerate(left):
        same = next((other for other in right if other.same(side)), None)
        if same is not None:
            beside[at] = same
            right.remove(same)
    for at, side in enumerate(left):
        if at not in beside and right:
            near = max(right, key=side.nearness)
            if side.nearness(near):
                beside[at] = near
                right.remove(near)
    rows = [
        ElementRow(
            title=side.step.title,
            first=_asks(side.step),
            second=_asks(beside[at].step) if at in beside else None,
            relation=laid.relation(side.step, beside[at].step) if at in beside else None,
        )
        for at, side in enumerate(left)
    ]
    alone = [ElementRow(title=side.step.title, first=None, second=_asks(side.step), relation=None) for side in right]
    return (*rows, *alone)


class _Side:
    """A step of one definition, to be put beside one of the other."""

    def __init__(self, laid: Pair, step: Step) -> None:
        self.step = step
        self._work = laid.cases.work
        self._outcomes = laid.cases.outcomes(step)
        self._paths = frozenset(atom.path for atom in atoms(step.rule, step.about, step.prefix) if atom.fact)

    def same(self, other: _Side) -> bool:
        """Return whether two steps have the same outcome in every case."""
        self._work.spend()
        return self._outcomes == other._outcomes

    def nearness(self, other: _Side) -> float:
        """Return how much of what two steps read is the same, from 0 to 1."""
        self._work.spend()
        left, right = self._paths, other._paths
        return len(left & right) / len(left | right) if left and right else 0


def _nearest(sides: Iterable[_Side], others: Iterable[_Side]) -> float:
    others = tuple(others)
    return max(side.nearness(other) for side in sides for other in others)


def _asks(step: Step) -> str:
    said = in_short(step.rule, step.about)
    place = step.citation.place
    return f"{place}: {said if len(said) <= _LONGEST else step.title}" if place else said
