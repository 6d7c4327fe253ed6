"""The closed set of rule nodes, and `Definition`.

The nodes are plain data. What is done with them (assess, compare, ask, draw, compile to columns) is a fold written
elsewhere, so that a definition serves all of these and goes to JSON and back.
"""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, TypeAlias

import attrs

from orgcrime.citation import Citation, EvidenceStatus, Reference
from orgcrime.embedding import embeddable
from orgcrime.errors import DefinitionError, did_you_mean, shown
from orgcrime.law.values import LONGEST, Fact, FactKind, is_number, specification
from orgcrime.outline import Outline
from orgcrime.temporal import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "LEVELS",
    "PARTS",
    "AllOf",
    "AnyOf",
    "Asked",
    "AtLeast",
    "Atom",
    "ByLegalOrder",
    "Contains",
    "Definition",
    "DefinitionKind",
    "Element",
    "FactsOf",
    "Holds",
    "Meets",
    "Not",
    "NotEstablished",
    "Reaches",
    "Rule",
    "all_of",
    "any_of",
    "at_least",
    "atoms",
    "by_legal_order",
    "element",
    "facts",
    "meets",
    "not_",
    "parameters",
    "parts",
]


@attrs.frozen
class Holds:
    """A yes/no question of fact is answered with yes.

    Attributes:
        fact: the name of the fact.
    """

    fact: str


@attrs.frozen
class Reaches:
    """A number, or the length of a listing, is at least a bound.

    Attributes:
        fact: the name of the fact.
        bound: the least that is enough, in the unit of the fact.
    """

    fact: str
    bound: float


@attrs.frozen
class Contains:
    """A listing contains at least one of some values.

    Attributes:
        fact: the name of the fact.
        values: the values that are enough.
    """

    fact: str
    values: tuple[str, ...]


@attrs.frozen
class AllOf:
    """Every part holds (strong Kleene).

    Attributes:
        parts: the rules that must hold.
    """

    parts: tuple[Rule, ...]


@attrs.frozen
class AnyOf:
    """At least one part holds (strong Kleene).

    Attributes:
        parts: the rules of which one is enough.
    """

    parts: tuple[Rule, ...]


@attrs.frozen
class Not:
    """The rule does not hold; unknown stays unknown.

    Attributes:
        rule: the rule that must not hold.
    """

    rule: Rule


@attrs.frozen
class AtLeast:
    """At least so many of the parts hold.

    Attributes:
        number: how many are enough.
        parts: the rules counted.
    """

    number: int
    parts: tuple[Rule, ...]


@attrs.frozen(kw_only=True)
class Element:
    """A named, cited step of the law around a rule.

    Attributes:
        title: the step, in the words of the text as far as it defines them.
        rule: what it asks for.
        pinpoint: where in the instrument of the definition it stands.
        note: where the law leaves room, or what a reader must know.
    """

    title: str
    rule: Rule
    pinpoint: str
    note: str | None = None


@attrs.frozen(kw_only=True)
class Meets:
    """The same facts, or a part of them, meet another definition.

    Attributes:
        definition: the definition that is used again.
        part: the name of the part whose facts are meant; ``None`` for the same facts.
    """

    definition: Definition
    part: str | None = None


@attrs.frozen(kw_only=True)
class ByLegalOrder:
    """A parameter of the legal order chooses between two rules.

    While the parameter is not known, an outcome that both share stands, and all else is unknown.

    Attributes:
        parameter: the name of the parameter.
        question: the question about the legal order that it answers.
        then: the rule where the answer is yes.
        otherwise: the rule where it is no.
        pinpoint: where in the instrument the choice is left to the legal order.
    """

    parameter: str
    question: str
    then: Rule
    otherwise: Rule
    pinpoint: str


@attrs.frozen(kw_only=True)
class NotEstablished:
    """A step whose wording no source could be read for: always unknown.

    Attributes:
        title: the step.
        reason: what could not be read.
        pinpoint: where it stands, as far as that is known.
    """

    title: str
    reason: str
    pinpoint: str | None = None


LEVELS = 64
"""A rule, with the definitions within it, is at most so many levels deep, as JSON counts objects and lists."""
PARTS = 5000
"""A rule, with the definitions within it, has at most so many parts."""

Rule: TypeAlias = (
    Holds | Reaches | Contains | AllOf | AnyOf | Not | AtLeast | Element | Meets | ByLegalOrder | NotEstablished
)


class DefinitionKind(enum.Enum):
    """What a definition decides."""

    DEFINITION = "definition"
    """What a term means."""
    SCOPE = "scope"
    """Whether an instrument, or a form of cooperation under it, applies."""
    OFFENCE = "offence"
    """Conduct that is, or has to be made, an offence."""
    AGGRAVATION = "aggravation"
    """A circumstance that makes an offence graver."""
    EXCLUSION = "exclusion"
    """Who or what an instrument leaves out."""
    CONFORMITY = "conformity"
    """What the law of a State must provide."""
    RETURN_RULE = "return-rule"
    """When a person or property must be returned."""
    DESIGNATION = "designation"
    """What an authority may designate by an administrative act."""


@embeddable
@attrs.frozen(kw_only=True, cache_hash=True, repr=False)
class Definition:
    """A definition, scope rule or offence: what has to be shown, as data.

    Attributes:
        id: lower-case and stable.
        title: what is defined.
        kind: what the definition decides.
        citation: where it stands.
        about: the facts class that it is about.
        rule: what has to be shown.
        presupposes: what is taken as given and never asked.
        excluded: what the law says, or is agreed, not to matter; none of it is ever read.
        notes: what a reader must know.
        aliases: other ids that name it.
        jurisdiction: the participant whose law it is; ``None`` for international law.
        period: when the wording was in force; ``None`` where that is not recorded.
        status: how well it is established.
        sources: where it was read.

    Raises:
        DefinitionError: if the rule asks for a fact that the class does not have, or asks it wrongly; if it has too
            many parts, or they are too deep in one another.
    """

    id: str
    title: str
    kind: DefinitionKind = DefinitionKind.DEFINITION
    citation: Citation
    about: type
    rule: Rule
    presupposes: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    jurisdiction: str | None = None
    period: Period | None = None
    status: EvidenceStatus = EvidenceStatus.VERIFIED
    sources: tuple[Reference, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a rule that is too large, and one that the facts class cannot answer."""
        _measure(self.id, self.rule)
        for rule in parts(self.rule):
            _check(self.id, self.about, rule)

    @property
    def facts(self) -> dict[str, Fact]:
        """The facts that it asks for, by the path that reaches them, in the order of the text.

        >>> from orgcrime.law.untoc import STRUCTURED_GROUP
        >>> list(STRUCTURED_GROUP.facts)
        ['randomly_formed']
        """
        return {atom.path: atom.fact for atom in atoms(self.rule, self.about) if atom.fact is not None}

    def outline(self) -> Outline:
        """Return the definition as the table of the facts that it asks for."""
        notes = [f"taken as given: {'; '.join(self.presupposes)}"] if self.presupposes else []
        notes += [f"not asked, since the law does not: {'; '.join(self.excluded)}"] if self.excluded else []
        return Outline(
            heading=f"{self.title} ({self.citation})",
            columns=("fact", "question"),
            rows=tuple((path, fact.question) for path, fact in self.facts.items()),
            notes=(*self.notes, *notes),
        )

    def _repr_html_(self) -> str:
        return self.outline().html()

    def __repr__(self) -> str:
        """Return the kind and the id."""
        return f"<Definition {self.id}: {self.title} ({self.citation})>"


def parts(rule: Rule) -> Iterator[Rule]:
    """Yield a rule and every rule within it, in the order of the text; other definitions are not entered."""
    yield rule
    match rule:
        case AllOf(inner) | AnyOf(inner) | AtLeast(parts=inner):
            for each in inner:
                yield from parts(each)
        case Not(inner) | Element(rule=inner):
            yield from parts(inner)
        case ByLegalOrder(then=then, otherwise=otherwise):
            yield from parts(then)
            yield from parts(otherwise)
        case _:
            pass


_BELOW: dict[type, int] = {Contains: 1, Meets: 3}
"""The levels that a node takes up below its own, whatever rules are within it: values, a definition's sources."""


def _measure(where: str, rule: Rule) -> None:
    """Refuse a rule that has too many parts, or parts too deep in one another; definitions within it are entered."""
    waiting = [(rule, 1)]
    seen = 0
    while waiting:
        part, level = waiting.pop()
        seen += 1
        if level + _BELOW.get(type(part), 0) > LEVELS:
            raise DefinitionError(f"{where}: a rule is deeper than {LEVELS} levels")
        if seen > PARTS:
            raise DefinitionError(f"{where}: a rule has more than {PARTS} parts")
        match part:
            case AllOf(inner) | AnyOf(inner) | AtLeast(parts=inner):
                waiting += ((each, level + 2) for each in inner)
            case Not(one) | Element(rule=one):
                waiting.append((one, level + 1))
            case ByLegalOrder(then=then, otherwise=otherwise):
                waiting += ((then, level + 1), (otherwise, level + 1))
            case Meets(definition=definition):
                waiting.append((definition.rule, level + 2))
            case _:
                pass


@attrs.frozen
class Atom:
    """A smallest rule, on the fact that it reads.

    Attributes:
        rule: the rule.
        path: the fact as it is reached, ``group.persons``.
        fact: how the fact is declared; ``None`` for a parameter or a step not established.
    """

    rule: Holds | Reaches | Contains | ByLegalOrder | NotEstablished
    path: str
    fact: Fact | None = None


def atoms(rule: Rule, about: type, prefix: str = "") -> Iterator[Atom]:
    """Yield the smallest rules within a rule, in the order of the text, other definitions entered."""
    match rule:
        case Holds(name) | Reaches(name, _) | Contains(name, _):
            yield Atom(rule, prefix + name, specification(about)[name])
        case AllOf(inner) | AnyOf(inner) | AtLeast(parts=inner):
            for each in inner:
                yield from atoms(each, about, prefix)
        case Not(inner) | Element(rule=inner):
            yield from atoms(inner, about, prefix)
        case Meets(definition=definition, part=None):
            yield from atoms(definition.rule, about, prefix)
        case Meets(definition=definition, part=part):
            yield from atoms(definition.rule, definition.about, f"{prefix}{part}.")
        case ByLegalOrder():
            yield Atom(rule, rule.parameter)
            yield from atoms(rule.then, about, prefix)
            yield from atoms(rule.otherwise, about, prefix)
        case NotEstablished():
            yield Atom(rule, prefix + rule.title)


def parameters(definition: Definition) -> dict[str, ByLegalOrder]:
    """Return the parameters of the legal order that a definition, or one it uses, depends on."""
    found: dict[str, ByLegalOrder] = {}
    for rule in parts(definition.rule):
        if isinstance(rule, ByLegalOrder):
            found.setdefault(rule.parameter, rule)
        elif isinstance(rule, Meets):
            found |= parameters(rule.definition)
    return found


_ANSWERS = {
    Holds: (FactKind.YES_NO,),
    Reaches: (FactKind.NUMBER, FactKind.PENALTY, FactKind.LISTING),
    Contains: (FactKind.LISTING,),
}


def _check(where: str, about: type, rule: Rule) -> None:
    known = specification(about)
    if isinstance(rule, (Holds, Reaches, Contains)):
        fact = _known(where, about, known, rule.fact)
        if fact.kind not in _ANSWERS[type(rule)]:
            found = f"{about.__name__}.{rule.fact} is a {fact.kind.value} fact"
            raise DefinitionError(f"{where}: {found}, which {type(rule).__name__} cannot ask")
        if isinstance(rule, Contains):
            _check_values(where, fact, rule)
        if isinstance(rule, Reaches) and not _is_bound(rule.bound, fact):
            raise DefinitionError(f"{where}: {shown(rule.bound)} is no number that {rule.fact} could reach")
    elif isinstance(rule, Meets):
        asked = about if rule.part is None else _known(where, about, known, rule.part).part
        if asked is None:
            raise DefinitionError(f"{where}: {about.__name__}.{rule.part} is no part with facts of its own")
        if asked is not rule.definition.about:
            for inner in parts(rule.definition.rule):
                _check(f"{where} ({rule.definition.id})", asked, inner)
    elif isinstance(rule, AtLeast) and not 0 < rule.number <= len(rule.parts):
        said = f"at least {shown(rule.number)} of {len(rule.parts)} parts can never be a question"
        raise DefinitionError(f"{where}: {said}")
    elif isinstance(rule, (AllOf, AnyOf)) and not rule.parts:
        raise DefinitionError(f"{where}: a combination has no parts")


def _is_bound(bound: object, fact: Fact) -> bool:
    return is_number(bound) and (fact.kind is not FactKind.LISTING or bound <= LONGEST)


def _known(where: str, about: type, known: dict[str, Fact], name: str) -> Fact:
    if name not in known:
        raise DefinitionError(f"{where}: {about.__name__} has no fact {shown(name)}.{did_you_mean(name, known)}")
    return known[name]


def _check_values(where: str, fact: Fact, rule: Contains) -> None:
    if not rule.values or not isinstance(rule.values, tuple):
        raise DefinitionError(f"{where}: no values are given that {fact.name} may contain")
    if fact.vocabulary is not None:
        vocabulary = [member.value for member in fact.vocabulary]
        for value in rule.values:
            if value not in vocabulary:
                raise DefinitionError(
                    f"{where}: {shown(value)} is not one of the {fact.label}.{did_you_mean(value, vocabulary)}"
                )


class Asked:
    """A fact, as the writer of a definition names it: ``group.persons >= 3``."""

    __slots__ = ("fact",)

    def __init__(self, fact: Fact) -> None:
        """Name a fact."""
        self.fact: Fact = fact

    def __ge__(self, bound: float) -> Reaches:
        """Return the rule that the number, or the length of the listing, reaches a bound."""
        return Reaches(self.fact.name, bound)

    def contains(self, *values: str) -> Contains:
        """Return the rule that the listing contains at least one of some values."""
        return Contains(self.fact.name, values)

    def meets(self, definition: Definition) -> Meets:
        """Return the rule that this part meets a definition."""
        return Meets(definition=definition, part=self.fact.name)


class FactsOf:
    """The facts of a class, by name; a misspelt one is an error where the definition is written."""

    def __init__(self, about: type) -> None:
        self._about = about

    def __getattr__(self, name: str) -> Asked:
        """Return a fact by its name."""
        known = specification(self._about)
        if name not in known:
            message = f"{self._about.__name__} has no fact {shown(name)}.{did_you_mean(name, known)}"
            raise DefinitionError(message)
        return Asked(known[name])


def facts(about: type) -> FactsOf:
    """Return the facts of a class for writing rules: ``facts(Group).persons >= 3``.

    Raises:
        DefinitionError: where a fact is named that the class does not have.

    >>> from orgcrime.law.facts import Group
    >>> facts(Group).persons >= 3
    Reaches(fact='persons', bound=3)
    """
    return FactsOf(about)


def _rule(given: Rule | Asked) -> Rule:
    return Holds(given.fact.name) if isinstance(given, Asked) else given


def all_of(*given: Rule | Asked) -> AllOf:
    """Return the rule that every part holds."""
    return AllOf(tuple(map(_rule, given)))


def any_of(*given: Rule | Asked) -> AnyOf:
    """Return the rule that at least one part holds."""
    return AnyOf(tuple(map(_rule, given)))


def not_(given: Rule | Asked) -> Not:
    """Return the rule that another does not hold."""
    return Not(_rule(given))


def at_least(number: int, *given: Rule | Asked) -> AtLeast:
    """Return the rule that so many of the parts hold."""
    return AtLeast(number, tuple(map(_rule, given)))


def element(title: str, given: Rule | Asked, pinpoint: str, note: str | None = None) -> Element:
    """Return a named, cited step around a rule."""
    return Element(title=title, rule=_rule(given), pinpoint=pinpoint, note=note)


def meets(definition: Definition) -> Meets:
    """Return the rule that the same facts meet another definition."""
    return Meets(definition=definition)


def by_legal_order(
    parameter: str, question: str, pinpoint: str, *, then: Rule | Asked, otherwise: Rule | Asked
) -> ByLegalOrder:
    """Return the rule that a parameter of the legal order chooses."""
    return ByLegalOrder(
        parameter=parameter, question=question, pinpoint=pinpoint, then=_rule(then), otherwise=_rule(otherwise)
    )
