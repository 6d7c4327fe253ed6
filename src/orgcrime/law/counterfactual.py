"""Turn a settled outcome: the smallest change of the facts that would give the other one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from orgcrime.law.cases import Cases
from orgcrime.law.space import Variable, VariableKind
from orgcrime.law.stating import as_json, in_words, with_facts
from orgcrime.law.values import Fact
from orgcrime.outline import Outline
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from orgcrime.law.finding import Finding


__all__ = ["Counterfactual", "would_be_met_if"]

_CHANGED = 1000
"""What changing a known fact costs, where stating one that is not known costs one."""


@attrs.frozen(kw_only=True, repr=False)
class Counterfactual:
    """A smallest change of the facts that would turn an outcome.

    Attributes:
        truth: the outcome that there would be.
        changed: the facts that are known and would have to be otherwise: path and value.
        stated: the facts that are not known, or not exactly, and would have to be so: path and value.
        parameters: the parameters of the legal order that are not known and would have to be so.
        facts: the facts as they would be.
        declared: how each fact named is declared.
        questions: the question of each parameter named.
    """

    truth: Truth
    changed: tuple[tuple[str, Any], ...]
    stated: tuple[tuple[str, Any], ...]
    parameters: tuple[tuple[str, bool], ...]
    facts: Any
    declared: tuple[Fact, ...]
    questions: tuple[str, ...]

    @property
    def values(self) -> dict[str, Any]:
        """The values that would turn the outcome, by the path of the fact: the changed ones, then the others."""
        return dict(self.changed + self.stated)

    def outline(self) -> Outline:
        """Return the change as a heading with what would have to be so."""
        said = [
            in_words(fact, value, path) for fact, (path, value) in zip(self.declared, self.values.items(), strict=True)
        ]
        said += [
            f"{question} {'yes' if value else 'no'}"
            for question, (_, value) in zip(self.questions, self.parameters, strict=True)
        ]
        met = "be met" if self.truth is Truth.TRUE else "not be met"
        return Outline(heading=f"would {met} if: {'; '.join(said)}")

    def text(self) -> str:
        """Return the change on one line."""
        return self.outline().text()

    def __str__(self) -> str:
        """Return the change on one line."""
        return self.text()

    def __repr__(self) -> str:
        """Return the outcome and the values."""
        return f"<Counterfactual: {self.truth.word}, {self.values!r}>"

    def _repr_html_(self) -> str:
        return self.outline().html()

    def plain(self) -> dict[str, Any]:
        """Return the change as JSON has it."""
        return {
            "truth": self.truth.value,
            "changed": as_json(dict(self.changed)),
            "stated": as_json(dict(self.stated)),
            "parameters": dict(self.parameters),
        }


def would_be_met_if(finding: Finding) -> Counterfactual | None:
    """Return the smallest change of the facts that would turn a settled outcome: a no into a yes, a yes into a no.

    As few known facts as can be are changed, then as few as can be that are not known are stated; of several such
    changes it is the one that comes first in the text. What is known of the legal order stays as it is.

    Args:
        finding: what a definition, or an element of one, comes to.

    Returns:
        The change; ``None`` while the outcome is unknown, and where no facts would turn it.

    >>> from orgcrime.law.facts import Group
    >>> from orgcrime.law.finding import assess
    >>> from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP
    >>> group = Group(persons=2, randomly_formed=False, existed_for_a_period=True, acting_in_concert=True,
    ...               maximum_penalty=10, financial_benefit=True)
    >>> print(would_be_met_if(assess(ORGANIZED_CRIMINAL_GROUP, group)))
    would be met if: 3 persons
    """
    if finding.truth is Truth.UNKNOWN:
        return None
    facts, given = finding.facts, finding.parameters
    cases = Cases(
        type(facts),
        [finding.step],
        facts,
        given,
        fixed=lambda variable: (
            variable.kind == VariableKind.OPEN
            or (variable.kind == VariableKind.PARAMETER and given.get(variable.path) is not None)
        ),
    )
    met, failed = cases.outcomes(finding.step)
    wanted = failed if finding.truth is Truth.TRUE else met

    def price(variable: Variable, at: int) -> int:
        return 1 if cases.refines(variable, at) else _CHANGED

    choice = cases.smallest(cases.conjunction(wanted, cases.consistent), price)
    if choice is None:
        return None
    values = cases.values(choice)
    otherwise = {variable.path for variable, at in choice.items() if not cases.refines(variable, at)}
    changed = tuple((path, value) for path, value in values.items() if path in otherwise)
    stated = tuple((path, value) for path, value in values.items() if path not in otherwise)
    parameters = tuple(
        (variable.path, at == 1) for variable, at in choice.items() if variable.kind == VariableKind.PARAMETER
    )
    return Counterfactual(
        truth=~finding.truth,
        changed=changed,
        stated=stated,
        parameters=parameters,
        facts=with_facts(type(facts), values, facts),
        declared=tuple(cases.declared[path] for path, _ in changed + stated),
        questions=tuple(cases.questions[name] for name, _ in parameters),
    )
