"""What comparing two definitions comes to: the relation, the smallest cases, and the steps side by side."""

from __future__ import annotations

from typing import Any

import attrs

from orgcrime.embedding import embeddable
from orgcrime.law.pairs import Example, Relation, Setting
from orgcrime.law.rule import Definition, parameters
from orgcrime.outline import Outline
from orgcrime.truth import Truth

__all__ = ["Comparison", "Coverage", "ElementRow", "UnderLegalOrder", "word"]


@attrs.frozen(kw_only=True)
class ElementRow:
    """One step of two definitions, side by side.

    Attributes:
        title: the step, as the first has it; as the second, where the first has none.
        first: what the first asks for, and where; ``None`` where it does not ask.
        second: what the second asks for, and where; ``None`` where it does not ask.
        relation: how the first step stands to the second; ``None`` where one is missing or it is not determined.
    """

    title: str
    first: str | None
    second: str | None
    relation: Relation | None

    @property
    def same(self) -> bool:
        """Whether both ask for the same."""
        return self.relation is Relation.EQUIVALENT

    @property
    def remark(self) -> str:
        """How the first step stands to the second, in words."""
        if self.first is None or self.second is None:
            return "asked by the second alone" if self.first is None else "asked by the first alone"
        if self.relation is None:
            return "not determined"
        return "the same" if self.same else self.relation.value


@attrs.frozen(kw_only=True)
class UnderLegalOrder:
    """The relation where the legal order has some parameters.

    Attributes:
        parameters: the parameters with their answers.
        relation: the relation there; ``None`` where it is not determined.
    """

    parameters: Setting
    relation: Relation | None


@embeddable
@attrs.frozen(kw_only=True, repr=False)
class Comparison:
    """How two definitions differ: the first is … than the second.

    What is said holds for every case that the two can tell apart: a fact that only one of them reads may be anything.

    Attributes:
        first: the one definition.
        second: the other.
        parameters: what was given of the legal order.
        relation: how the first stands to the second, in every legal order; ``None`` where a step that is not
            established decides, or where it depends on the legal order.
        only_first: whether a case meets the first and not the second, and the smallest.
        only_second: whether a case meets the second and not the first, and the smallest.
        both: whether a case meets both, and the smallest.
        by_legal_order: the relation for each legal order, where it depends on that; else empty.
        elements: the steps of both, side by side.
    """

    first: Definition
    second: Definition
    parameters: Setting
    relation: Relation | None
    only_first: Example
    only_second: Example
    both: Example
    by_legal_order: tuple[UnderLegalOrder, ...]
    elements: tuple[ElementRow, ...]

    def outline(self) -> Outline:
        """Return the comparison as a sentence, the table of the elements and the smallest cases."""
        names = (str(self.first.citation), str(self.second.citation))
        asked = parameters(self.first) | parameters(self.second)
        orders = tuple(
            Outline(
                heading="; ".join(
                    f"{asked[name].question} {'yes' if value else 'no'}" for name, value in each.parameters
                )
                + f": {'not determined' if each.relation is None else each.relation.value}",
                mark="where",
            )
            for each in self.by_legal_order
        )
        return Outline(
            heading=_sentence(self.first, self.second, self.relation),
            columns=("element", *names, "the first is"),
            rows=tuple(
                (row.title, row.first or "not asked", row.second or "not asked", row.remark) for row in self.elements
            ),
            children=(
                *orders,
                _shown(f"only {names[0]}", self.only_first),
                _shown(f"only {names[1]}", self.only_second),
                _shown("both", self.both),
            ),
        )

    def text(self) -> str:
        """Return the comparison as plain text."""
        return self.outline().text()

    def __str__(self) -> str:
        """Return the comparison as plain text."""
        return self.text()

    def __repr__(self) -> str:
        """Return the relation and what was compared."""
        word = "not determined" if self.relation is None else self.relation.value
        return f"<Comparison: {self.first.id} to {self.second.id}, {word}>"

    def _repr_html_(self) -> str:
        return self.outline().html()

    def plain(self) -> dict[str, Any]:
        """Return the comparison as JSON has it; the definitions by their ids."""
        return {
            "first": self.first.id,
            "second": self.second.id,
            "parameters": dict(self.parameters),
            "relation": word(self.relation),
            "only_first": self.only_first.plain(),
            "only_second": self.only_second.plain(),
            "both": self.both.plain(),
            "by_legal_order": [
                {"parameters": dict(each.parameters), "relation": word(each.relation)} for each in self.by_legal_order
            ],
            "elements": [
                {"title": row.title, "first": row.first, "second": row.second, "relation": word(row.relation)}
                for row in self.elements
            ],
        }


@embeddable
@attrs.frozen(kw_only=True, repr=False)
class Coverage:
    """Whether a definition covers all that another requires.

    Attributes:
        definition: the definition looked at, as a national one.
        required: what it should cover.
        parameters: what was given of the legal order.
        truth: whether it covers all; unknown where a step that is not established decides, or the legal order.
        left_out: whether it leaves out a case that is required, and the smallest.
    """

    definition: Definition
    required: Definition
    parameters: Setting
    truth: Truth
    left_out: Example

    def outline(self) -> Outline:
        """Return the answer with the smallest case left out."""
        heading = (
            f"{self.definition.title} ({self.definition.citation}) covers all that "
            f"{self.required.title} ({self.required.citation}) requires"
        )
        left = Outline(heading=f"left out: {self.left_out.text}")
        return Outline(heading=heading, mark=self.truth.word, children=(left,) if self.left_out.text else ())

    def text(self) -> str:
        """Return the answer as plain text."""
        return self.outline().text()

    def __str__(self) -> str:
        """Return the answer as plain text."""
        return self.text()

    def __repr__(self) -> str:
        """Return the answer and what was asked."""
        return f"<Coverage: {self.truth.word}, {self.required.id} by {self.definition.id}>"

    def _repr_html_(self) -> str:
        return self.outline().html()

    def plain(self) -> dict[str, Any]:
        """Return the answer as JSON has it; the definitions by their ids."""
        return {
            "definition": self.definition.id,
            "required": self.required.id,
            "parameters": dict(self.parameters),
            "truth": self.truth.value,
            "left_out": self.left_out.plain(),
        }


def word(relation: Relation | None) -> str | None:
    """Return a relation as JSON has it; ``None`` where it is not determined."""
    return None if relation is None else relation.value


def _sentence(first: Definition, second: Definition, relation: Relation | None) -> str:
    names = tuple(f"{each.title} ({each.citation})" for each in (first, second))
    if relation is None:
        return f"{names[0]} and {names[1]}: which covers more is not determined"
    return f"{names[0]} {relation.words} {names[1]}"


def _shown(kind: str, example: Example) -> Outline:
    return Outline(heading=f"{kind}: {example.text or 'no case'}", mark=example.truth.word)
