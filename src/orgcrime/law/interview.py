"""Interview: the next best question, until the outcome is settled.

Only what can still change the outcome is asked. Among such questions the next is the one after which, on average, the
fewest are left that can still matter; each answer that the law tells apart counts as equally likely, and of questions
that are as good as each other the first in the text is asked.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from orgcrime.errors import Fault, InputError
from orgcrime.law.cases import Cases
from orgcrime.law.finding import Finding, Step, assess, truth_of
from orgcrime.law.question import Asked, Question, Reason, reasons, taken
from orgcrime.law.rule import ByLegalOrder, Definition, atoms
from orgcrime.law.space import Node, Variable, VariableKind, value_at
from orgcrime.law.stating import with_facts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

__all__ = ["Answered", "Interview", "Question", "Reason", "interview"]


@attrs.frozen
class Answered:
    """A question with the answer given; ``None`` for "don't know"."""

    question: Question
    value: Any


class Interview:
    """The questions of a definition, one after the other, and what the answers come to so far.

    It is an iterator: each question has to be answered before the next is asked for. A question is asked once, whatever
    the answer: a range, a listing that is not complete or "don't know" is an answer.

    >>> from orgcrime.law.untoc import STRUCTURED_GROUP
    >>> talk = interview(STRUCTURED_GROUP)
    >>> for question in talk:
    ...     print(question.text)
    ...     talk.answer(False)
    Was the group formed at random for the immediate commission of one offence?
    >>> talk.finding.truth
    Truth.TRUE
    """

    _open: tuple[Asked, ...]
    _question: Question | None
    _handed: bool

    def __init__(
        self, definition: Definition, parameters: Mapping[str, bool | None] | None = None, facts: object = None
    ) -> None:
        """Begin an interview.

        Args:
            definition: the definition.
            parameters: what is known of the legal order; the rest is asked.
            facts: the facts that are known already and not asked; ``None`` for nothing.

        Raises:
            InputError: if the facts are of another class, or a parameter does not exist.
        """
        self._definition = definition
        self._facts: Any = definition.about() if facts is None else facts
        truth_of(definition, self._facts, parameters=parameters)
        self._parameters = dict(parameters or {})
        self._answers: tuple[Answered, ...] = ()
        self._reasons: dict[Asked, list[Reason]] = {}
        for asked, reason in reasons(
            definition.rule, "", definition, Reason(title=definition.title, citation=definition.citation)
        ):
            self._reasons.setdefault(asked, []).append(reason)
        self._look()

    @property
    def definition(self) -> Definition:
        """The definition that is asked about."""
        return self._definition

    @property
    def question(self) -> Question | None:
        """The question to answer now; ``None`` when there is nothing left to ask."""
        return self._question

    @property
    def why(self) -> tuple[str, ...]:
        """Why the present question is asked: the steps of the law with article and note; empty when all is asked."""
        return () if self._question is None else self._question.why

    @property
    def answers(self) -> tuple[Answered, ...]:
        """The questions answered so far, in order."""
        return self._answers

    @property
    def number(self) -> int:
        """The number of the present question, from 1; when all is asked, of the last."""
        return len(self._answers) + (self._question is not None)

    @property
    def most(self) -> int:
        """How many questions there can be at most, those answered among them."""
        return len(self._answers) + len(self._open)

    @property
    def facts(self) -> Any:  # noqa: ANN401 - of the class that the definition is about
        """The facts so far."""
        said = {
            each.question.path: each.value
            for each in self._answers
            if each.question.fact is not None and each.value is not None
        }
        return with_facts(self._definition.about, said, self._facts)

    @property
    def parameters(self) -> dict[str, bool | None]:
        """What is known of the legal order so far."""
        return self._parameters | {
            each.question.path: each.value for each in self._answers if each.question.fact is None
        }

    @property
    def finding(self) -> Finding:
        """What the definition comes to on the facts so far."""
        return assess(self._definition, self.facts, parameters=self.parameters)

    def answer(self, value: object) -> None:
        """Take the answer to the present question.

        Args:
            value: `True` or `False`; a number or a `Between`; a list or a `Listing`; ``None`` for "don't know".

        Raises:
            InputError: if the question does not take the value, there is nothing left to ask, or what is left is too
                intricate; the question then stays as it was.
        """
        question = self._question
        if question is None:
            raise InputError([Fault("answer", "there is nothing left to ask")])
        before = self._answers
        self._answers += (Answered(question, taken(self._definition, question, value)),)
        try:
            self._look()
        except InputError:
            self._answers = before
            raise

    def back(self) -> Question:
        """Take the last answer back and return its question.

        Raises:
            InputError: if nothing was answered yet.
        """
        if not self._answers:
            raise InputError([Fault("back", "no question was answered yet")])
        question = self._answers[-1].question
        self._answers = self._answers[:-1]
        self._look()
        return question

    def __iter__(self) -> Interview:
        """Return the interview itself, which asks on from where it is."""
        return self

    def __next__(self) -> Question:
        """Return the next question.

        Raises:
            InputError: if the last question was not answered.
        """
        if self._question is None:
            raise StopIteration
        if self._handed:
            fault = "asked and not answered: expected a call of answer(), with None for not known"
            raise InputError([Fault(self._question.path, fault)])
        self._handed = True
        return self._question

    def __repr__(self) -> str:
        """Return the definition and how far it is."""
        return f"<Interview: {self._definition.id}, {len(self._answers)} answered, at most {self.most}>"

    def _look(self) -> None:
        """Find out what can still change the outcome, and what to ask next."""
        rest = _Rest(self._definition, self.facts, self.parameters, {each.question.asked for each in self._answers})
        still = rest.open(rest.outcomes)
        best = min(still, key=rest.left_after, default=None)
        self._open = still
        self._question = None if best is None else self._asking(best, rest.cases)
        self._handed = False

    def _asking(self, asked: Asked, cases: Cases) -> Question:
        is_parameter, path = asked
        fact = None if is_parameter else cases.declared[path]
        return Question(
            path=path,
            text=cases.questions[path] if fact is None else fact.question,
            fact=fact,
            reasons=tuple(self._reasons[asked]),
        )


def interview(
    definition: Definition, *, parameters: Mapping[str, bool | None] | None = None, facts: object = None
) -> Interview:
    """Return an interview about a definition: an iterator of questions that stops when the outcome is settled.

    Args:
        definition: the definition.
        parameters: what is known of the legal order; the rest is asked.
        facts: the facts that are known already and not asked; ``None`` for nothing.

    Raises:
        InputError: if the facts are of another class, or a parameter does not exist.

    Source: the article that the definition cites.

    >>> from orgcrime.law.untoc import SERIOUS_CRIME
    >>> talk = interview(SERIOUS_CRIME)
    >>> print(next(talk).text)
    What is the heaviest penalty, in years, that the statute allows?
    >>> talk.answer(10)
    >>> talk.question is None, talk.finding.truth
    (True, Truth.TRUE)
    """
    return Interview(definition, parameters, facts)


class _Rest:
    """What is left to ask: the cases in which the facts so far stay as they are."""

    def __init__(
        self, definition: Definition, facts: object, parameters: Mapping[str, bool | None], answered: set[Asked]
    ) -> None:
        step = Step(
            definition=definition,
            title=definition.title,
            citation=definition.citation,
            rule=definition.rule,
            about=definition.about,
        )

        def fixed(variable: Variable) -> bool:
            if variable.kind == VariableKind.PARAMETER:
                known = parameters.get(variable.path) is not None
            else:
                known = variable.kind == VariableKind.OPEN or value_at(facts, variable.path) is not None
            return known or _asked_by(variable) in answered

        self.cases = Cases(definition.about, [step], facts, parameters, fixed)
        met, failed = (self.cases.among(node, self.cases.consistent) for node in self.cases.outcomes(step))
        self.outcomes = (met, failed)
        self._order = {
            (isinstance(atom.rule, ByLegalOrder), atom.path): at
            for at, atom in reversed(list(enumerate(atoms(definition.rule, definition.about))))
        }

    def open(self, outcomes: tuple[Node, Node]) -> tuple[Asked, ...]:
        """Return what can still change the outcome, in the order of the text."""
        found = {_asked_by(variable) for node in outcomes for variable in self.cases.support(node)}
        return tuple(sorted(found, key=self._order.__getitem__))

    def left_after(self, asked: Asked) -> Fraction:
        """Return how many questions can still matter after this one, on average over the answers told apart."""
        found: dict[tuple[int, ...], tuple[Node, Node, Node]] = {(): (*self.outcomes, self.cases.consistent)}
        for place, variable in enumerate(self.cases.order):
            if _asked_by(variable) == asked:
                found = {
                    tuple(map(id, nodes)): nodes for before in found.values() for nodes in self._answers(before, place)
                }
        apart = {tuple(map(id, nodes[:2])): nodes[:2] for nodes in found.values()}
        return Fraction(sum(len(self.open(outcomes)) for outcomes in apart.values()), len(apart))

    def _answers(self, nodes: tuple[Node, Node, Node], place: int) -> Iterator[tuple[Node, Node, Node]]:
        """Yield what is left of the outcomes for each cell of a variable; what cannot be is left out."""
        for at, cell in enumerate(self.cases.allowed[place]):
            if not self.cases.is_as_it_is(place, cell):
                met, failed, consistent = (self.cases.restricted(node, place, at) for node in nodes)
                if consistent is not False:
                    yield met, failed, consistent


def _asked_by(variable: Variable) -> Asked:
    return (variable.kind == VariableKind.PARAMETER, variable.path)
