"""A question of an interview: what it asks, why, and which answers it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import attrs

from orgcrime.citation import Citation
from orgcrime.errors import Fault, InputError, shown
from orgcrime.law.rule import (
    AllOf,
    AnyOf,
    AtLeast,
    ByLegalOrder,
    Contains,
    Definition,
    Element,
    Holds,
    Meets,
    Not,
    Reaches,
    Rule,
)
from orgcrime.law.space import value_at
from orgcrime.law.stating import with_facts
from orgcrime.law.values import Fact, FactKind

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Asked", "Question", "Reason", "reasons", "taken"]

Asked: TypeAlias = tuple[bool, str]
"""What is asked for: whether it is a parameter of the legal order, and its path or name."""


@attrs.frozen(kw_only=True)
class Reason:
    """A step of the law that asks a question.

    Attributes:
        title: the step.
        citation: where it stands.
        note: where the law leaves room; ``None`` where there is nothing to say.
    """

    title: str
    citation: Citation
    note: str | None = None

    def __str__(self) -> str:
        """Return the step with its place and its note."""
        return f"{self.citation}: {self.title}{f' ({self.note})' if self.note else ''}"


@attrs.frozen(kw_only=True)
class Question:
    """A question whose answer can still change the outcome.

    Attributes:
        path: the fact that it asks for, as ``group.persons``; for a parameter of the legal order its name.
        text: the question.
        fact: how the fact is declared; ``None`` for a parameter of the legal order.
        reasons: the steps of the law that ask it, in the order of the text.
    """

    path: str
    text: str
    fact: Fact | None
    reasons: tuple[Reason, ...]

    @property
    def asked(self) -> Asked:
        """What it asks for."""
        return (self.fact is None, self.path)

    @property
    def kind(self) -> FactKind:
        """What kind of answer it takes."""
        return FactKind.YES_NO if self.fact is None else self.fact.kind

    @property
    def choices(self) -> tuple[str, ...]:
        """The values that a listing may hold; empty where any will do."""
        if self.fact is None or self.fact.vocabulary is None:
            return ()
        return tuple(member.value for member in self.fact.vocabulary)

    @property
    def why(self) -> tuple[str, ...]:
        """Why it is asked: each step with its article and its note, then the note of the fact."""
        note = None if self.fact is None else self.fact.note
        return (*dict.fromkeys(map(str, self.reasons)), *((note,) if note else ()))


def reasons(rule: Rule, prefix: str, owner: Definition, reason: Reason) -> Iterator[tuple[Asked, Reason]]:
    """Yield what a rule asks for, each with the innermost step that asks it.

    Args:
        rule: the rule.
        prefix: the path to the facts that it is about.
        owner: the definition that it belongs to.
        reason: the step that it belongs to.
    """
    match rule:
        case Holds(fact) | Reaches(fact, _) | Contains(fact, _):
            yield (False, prefix + fact), reason
        case AllOf(inner) | AnyOf(inner) | AtLeast(parts=inner):
            for each in inner:
                yield from reasons(each, prefix, owner, reason)
        case Not(inner):
            yield from reasons(inner, prefix, owner, reason)
        case Element(rule=inner):
            inside = Reason(title=rule.title, citation=owner.citation.at(rule.pinpoint), note=rule.note)
            yield from reasons(inner, prefix, owner, inside)
        case Meets(definition=definition, part=part):
            inside = Reason(title=definition.title, citation=definition.citation)
            yield from reasons(definition.rule, prefix if part is None else f"{prefix}{part}.", definition, inside)
        case ByLegalOrder():
            yield (True, rule.parameter), attrs.evolve(reason, citation=owner.citation.at(rule.pinpoint))
            for each in (rule.then, rule.otherwise):
                yield from reasons(each, prefix, owner, reason)
        case _:
            pass


def taken(definition: Definition, question: Question, value: object) -> object:
    """Return an answer as the fact keeps it.

    Raises:
        InputError: naming the question and what is expected.
    """
    if question.fact is None:
        if value is None or isinstance(value, bool):
            return value
        message = f"{question.text} {shown(value)} is not a yes or a no: expected True, False, or None for not known"
        raise InputError([Fault(question.path, message)])
    try:
        made: object = with_facts(definition.about, {question.path: value})
    except InputError as error:
        raise InputError([Fault(question.path, f"{question.text} {fault.message}") for fault in error.faults]) from None
    return value_at(made, question.path)
