"""What definitions ask of each fact, and the columns that can answer it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import attrs

from orgcrime.law.rule import Contains, Reaches, atoms
from orgcrime.law.values import Fact, FactKind

if TYPE_CHECKING:
    from orgcrime.law.rule import Definition

__all__ = ["COMPLETE", "Wanted", "item", "wanted"]

COMPLETE = "complete"
"""``means:complete`` says of a row whether the means listed are all of them."""


def item(path: str, value: str) -> str:
    """Return the name of the Boolean column for one value of a listing.

    >>> item("trafficking_means", "fraud")
    'trafficking_means:fraud'
    """
    return f"{path}:{value}"


@attrs.frozen
class Wanted:
    """A fact of some definitions, and everything that is asked of it.

    Attributes:
        path: the fact as it is reached, ``group.persons``.
        fact: how it is declared.
        values: the values that a listing is asked for, in the order of the text.
        counted: whether the length of a listing is asked for.
        definition: the id of the first definition that asks.
    """

    path: str
    fact: Fact
    values: tuple[str, ...]
    counted: bool
    definition: str

    @property
    def bounds(self) -> tuple[str, str]:
        """The columns that hold the number as a range."""
        return f"{self.path}_at_least", f"{self.path}_at_most"

    @property
    def ranged(self) -> bool:
        """Whether a range can answer."""
        return self.fact.kind in (FactKind.NUMBER, FactKind.PENALTY) or self.counted

    @property
    def items(self) -> tuple[str, ...]:
        """The Boolean columns, one for each value asked for."""
        return tuple(item(self.path, value) for value in self.values)

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that can answer, by the name that is looked for."""
        names = [self.path]
        if self.fact.kind is FactKind.LISTING:
            names += [*self.items, item(self.path, COMPLETE)]
        if self.ranged:
            names += self.bounds
        return tuple(names)

    def expected(self) -> str:
        """Return in words which columns can answer."""
        if self.fact.kind is FactKind.YES_NO:
            return "a Boolean column"
        said = ""
        if self.fact.kind is FactKind.LISTING:
            said = "a column of lists of String, or Boolean columns "
            said += ", ".join(self.items or (item(self.path, "<value>"),))
        elif self.fact.kind is FactKind.PENALTY:
            said = "a column of numbers (years, +inf for life or death)"
        else:
            said = f"a column of numbers ({self.fact.unit})"
        return f"{said}, or {' and '.join(self.bounds)}" if self.ranged else said


@functools.cache
def wanted(*definitions: Definition) -> dict[str, Wanted]:
    """Return the facts that definitions ask for, by path, in the order of the text."""
    found: dict[str, Wanted] = {}
    for definition in definitions:
        for atom in atoms(definition.rule, definition.about):
            if atom.fact is None:
                continue
            asked = found.get(atom.path) or Wanted(atom.path, atom.fact, (), False, definition.id)  # noqa: FBT003 - by place
            if isinstance(atom.rule, Contains):
                values = dict.fromkeys((*asked.values, *map(str, atom.rule.values)))
                asked = attrs.evolve(asked, values=tuple(values))
            elif isinstance(atom.rule, Reaches) and atom.fact.kind is FactKind.LISTING:
                asked = attrs.evolve(asked, counted=True)
            found[atom.path] = asked
    return found
