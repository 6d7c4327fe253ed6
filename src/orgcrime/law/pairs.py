"""Two definitions over the same facts: what each covers that the other does not, proved over every case."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from orgcrime.errors import DefinitionError, Fault, InputError, did_you_mean, shown
from orgcrime.law.cases import Cases
from orgcrime.law.finding import Step
from orgcrime.law.rule import (
    AllOf,
    AnyOf,
    AtLeast,
    Definition,
    Element,
    Meets,
    NotEstablished,
    Rule,
    parameters,
)
from orgcrime.law.space import Node, Variable, VariableKind
from orgcrime.law.stating import as_json, in_short, in_words, with_facts
from orgcrime.law.values import Fact, specification
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orgcrime.law.evaluation import Given

__all__ = ["Example", "Pair", "Relation", "Setting", "checked_parameters", "elements", "pair"]

Setting = tuple[tuple[str, bool], ...]
"""Parameters of the legal order with their answers."""

_PRICES = {
    VariableKind.FACT: 1,
    VariableKind.ITEM: 1,
    VariableKind.PARAMETER: 1_000,
    VariableKind.OPEN: 1_000_000,
}
"""What it costs to state something: an example names a legal order, or an answer not established, only if it must."""


class Relation(enum.Enum):
    """How one definition stands to another: the first is … than the second.

    >>> Relation.NARROWER.mirrored
    <Relation.BROADER: 'broader'>
    """

    EQUIVALENT = "equivalent"
    """Each covers every case that the other covers."""
    NARROWER = "narrower"
    """The second covers every case that the first covers, and more."""
    BROADER = "broader"
    """The first covers every case that the second covers, and more."""
    OVERLAPPING = "overlapping"
    """Some cases are covered by both, and some by each alone."""
    DISJOINT = "disjoint"
    """No case is covered by both."""

    @property
    def mirrored(self) -> Relation:
        """How the second stands to the first."""
        return {Relation.NARROWER: Relation.BROADER, Relation.BROADER: Relation.NARROWER}.get(self, self)

    @property
    def words(self) -> str:
        """The relation as the middle of a sentence."""
        return {
            Relation.EQUIVALENT: "is equivalent to",
            Relation.OVERLAPPING: "overlaps with",
            Relation.DISJOINT: "has no case in common with",
        }.get(self, f"is {self.value} than")

    @property
    def sign(self) -> str:
        """The relation as a sign."""
        return {"equivalent": "=", "narrower": "<", "broader": ">", "overlapping": "x", "disjoint": "0"}[self.value]

    @classmethod
    def of(cls, only_first: Truth, only_second: Truth, both: Truth) -> Relation | None:
        """Return the relation, from whether there is a case that only the first, only the second, both cover.

        Returns:
            The relation; ``None`` where what is not known decides.
        """
        if only_first is Truth.FALSE or only_second is Truth.FALSE:
            return {
                (Truth.FALSE, Truth.FALSE): cls.EQUIVALENT,
                (Truth.FALSE, Truth.TRUE): cls.NARROWER,
                (Truth.TRUE, Truth.FALSE): cls.BROADER,
            }.get((only_first, only_second))
        if only_first is Truth.UNKNOWN or only_second is Truth.UNKNOWN:
            return None
        return {Truth.TRUE: cls.OVERLAPPING, Truth.FALSE: cls.DISJOINT}.get(both)


@attrs.frozen(kw_only=True)
class Example:
    """Whether there is a case of some kind, and the smallest one.

    Attributes:
        truth: whether there is such a case; unknown where it rests on a step that is not established, or where one
            legal order has such a case and another has none.
        facts: the facts of the smallest, which settle both definitions; ``None`` where there is none.
        stated: what it states, by the path of the fact, in the order of the text.
        said: the same in words.
        parameters: what the legal order must have for it; empty where it holds in every legal order.
        legal_order: the same in words.
        not_established: the steps that it rests on and that no source could be read for.
    """

    truth: Truth
    facts: Any = None
    stated: tuple[tuple[str, Any], ...] = ()
    said: tuple[str, ...] = ()
    parameters: Setting = ()
    legal_order: tuple[str, ...] = ()
    not_established: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The case in words; empty where there is none."""
        where = f" (where: {'; '.join(self.legal_order)})" if self.legal_order else ""
        steps = f" (not established: {'; '.join(self.not_established)})" if self.not_established else ""
        return f"{'; '.join(self.said)}{where}{steps}".strip()

    def plain(self) -> dict[str, Any]:
        """Return the example as JSON has it."""
        return {
            "truth": self.truth.value,
            "facts": None if self.facts is None else as_json(dict(self.stated)),
            "parameters": dict(self.parameters),
            "not_established": list(self.not_established),
        }


@attrs.frozen
class Region:
    """The cases of some kind: those that are settled, and those that are possible if what is not established is so."""

    settled: Node
    possible: Node


@attrs.frozen
class Pair:
    """Two definitions laid over the same facts.

    Attributes:
        first: the step of the first, over the facts that both share.
        second: the step of the second.
        cases: the cases that both tell apart.
        given: what is known of the legal order.
    """

    first: Step
    second: Step
    cases: Cases

    def regions(self, first: Step, second: Step) -> tuple[Region, Region, Region]:
        """Return the cases that only the first step covers, those that only the second does, and those that both do."""
        met, failed = zip(self.cases.outcomes(first), self.cases.outcomes(second), strict=True)
        return self._region(met[0], failed[1]), self._region(failed[0], met[1]), self._region(*met)

    def _region(self, left: Node, right: Node) -> Region:
        possible = self.cases.conjunction(self.cases.conjunction(left, right), self.cases.consistent)
        settled = possible
        for place, variable in enumerate(self.cases.order):
            if variable.kind == VariableKind.OPEN:
                settled = self.cases.restricted(settled, place, len(self.cases.allowed[place]) - 1)
        return Region(settled, possible)

    def truths(self, regions: tuple[Region, ...]) -> tuple[tuple[Setting, tuple[Truth, ...]], ...]:
        """Return whether each region has a case, for each legal order that makes a difference."""
        nodes = tuple(node for region in regions for node in (region.settled, region.possible))
        return tuple(self._settings(nodes))

    def _settings(self, nodes: tuple[Node, ...]) -> list[tuple[Setting, tuple[Truth, ...]]]:
        self.cases.work.spend()
        places = [node[0] for node in nodes if not isinstance(node, bool)]
        place = min(places, default=0)
        if not places or self.cases.order[place].kind != VariableKind.PARAMETER:
            found = [node is not False for node in nodes]
            pairs = zip(found[::2], found[1::2], strict=True)
            return [
                (
                    (),
                    tuple(
                        Truth.TRUE if settled else Truth.UNKNOWN if possible else Truth.FALSE
                        for settled, possible in pairs
                    ),
                )
            ]
        name = self.cases.order[place].path
        no, yes = (
            self._settings(tuple(node if isinstance(node, bool) or node[0] != place else node[1][at] for node in nodes))
            for at in (0, 1)
        )
        if no == yes:
            return no
        return [
            (((name, value), *setting), truths)
            for value, below in ((True, yes), (False, no))
            for setting, truths in below
        ]

    def relations(self, first: Step, second: Step) -> tuple[tuple[Setting, Relation | None], ...]:
        """Return the relation of two steps, for each legal order that makes a difference."""
        found = [(setting, Relation.of(*truths)) for setting, truths in self.truths(self.regions(first, second))]
        return ((((), found[0][1])),) if len({relation for _, relation in found}) == 1 else tuple(found)

    def relation(self, first: Step, second: Step) -> Relation | None:
        """Return the relation of two steps in every legal order; ``None`` where there is no such one."""
        found = self.relations(first, second)
        return found[0][1] if len(found) == 1 else None

    def examples(self, regions: tuple[Region, ...]) -> tuple[Example, ...]:
        """Return for each region whether it has a case, and the smallest."""
        by_order = [truths for _, truths in self.truths(regions)]
        return tuple(self._example(region, {truths[at] for truths in by_order}) for at, region in enumerate(regions))

    def _example(self, region: Region, truths: set[Truth]) -> Example:
        truth = truths.pop() if len(truths) == 1 else Truth.UNKNOWN
        choice = self.cases.smallest(region.possible, lambda variable, _: _PRICES[variable.kind])
        if choice is None:
            return Example(truth=truth)
        values = self.cases.values(choice)
        parameters = tuple((each.path, at == 1) for each, at in choice.items() if each.kind == VariableKind.PARAMETER)
        return Example(
            truth=truth,
            facts=with_facts(self.cases.about, values),
            stated=tuple(values.items()),
            said=tuple(in_words(self.cases.declared[path], value, path) for path, value in values.items()),
            parameters=parameters,
            legal_order=tuple(f"{self.cases.questions[name]} {'yes' if value else 'no'}" for name, value in parameters),
            not_established=tuple(_step(each) for each in choice if each.kind == VariableKind.OPEN),
        )


def elements(whole: Step) -> tuple[Step, ...]:
    """Return the steps that a definition rests on, in the order of the text; itself where it has none."""
    return tuple(_elements(whole, whole.rule)) if isinstance(whole.rule, (AllOf, AnyOf, AtLeast)) else (whole,)


def _elements(whole: Step, rule: Rule) -> Iterator[Step]:
    definition = whole.definition
    match rule:
        case AllOf(inner) | AnyOf(inner) | AtLeast(parts=inner):
            for each in inner:
                yield from _elements(whole, each)
        case Element(title=title, rule=inner):
            yield attrs.evolve(whole, title=title, citation=definition.citation.at(rule.pinpoint), rule=inner)
        case Meets(definition=used, part=part):
            within = whole.prefix if part is None else f"{whole.prefix}{part}."
            yield _whole(used, whole.about if part is None else used.about, within)
        case NotEstablished(title=title, pinpoint=pinpoint):
            cited = definition.citation if pinpoint is None else definition.citation.at(pinpoint)
            yield attrs.evolve(whole, title=title, citation=cited, rule=rule)
        case _:
            yield attrs.evolve(whole, title=in_short(rule, whole.about), rule=rule)


def _step(variable: Variable) -> str:
    return f"{variable.path} ({variable.item})"


def pair(first: Definition, second: Definition, given: Given) -> Pair:
    """Return two definitions laid over the same facts.

    Raises:
        DefinitionError: if they are about facts that have nothing in common.
    """
    for wide, narrow, turned in ((first, second, False), (second, first, True)):
        prefix = _prefix(wide, narrow)
        if prefix is not None:
            outer = _whole(wide, wide.about, "")
            inner = _whole(narrow, narrow.about if prefix else wide.about, prefix)
            steps = (inner, outer) if turned else (outer, inner)
            return Pair(*steps, Cases(wide.about, steps, given=given, fixed=lambda each: _is_given(each, given)))
    raise DefinitionError(
        f"{first.id} is about {_a(first.about)} and {second.id} about {_a(second.about)}: they have no facts in common "
        "that they could be compared on"
    )


def _is_given(variable: Variable, given: Given) -> bool:
    return variable.kind == VariableKind.PARAMETER and given.get(variable.path) is not None


def _a(about: type) -> str:
    return f"{'an' if about.__name__[0] in 'AEIO' else 'a'} {about.__name__}"


def _whole(definition: Definition, about: type, prefix: str) -> Step:
    return Step(
        definition=definition,
        title=definition.title,
        citation=definition.citation,
        rule=definition.rule,
        about=about,
        prefix=prefix,
    )


def _prefix(wide: Definition, narrow: Definition) -> str | None:
    """Return how the facts of the narrow definition are reached from the wide ones; ``None`` if they are not."""
    if wide.about is narrow.about:
        return ""
    known = specification(wide.about)
    parts = [name for name, fact in known.items() if fact.part is narrow.about]
    if len(parts) == 1:
        return f"{parts[0]}."
    asked = {path.partition(".")[0]: None for path in narrow.facts}
    own = specification(narrow.about)
    return "" if asked and all(name in known and _same(known[name], own[name]) for name in asked) else None


def _same(one: Fact, other: Fact) -> bool:
    return (one.kind, one.vocabulary, one.part) == (other.kind, other.vocabulary, other.part)


def checked_parameters(definitions: Iterable[Definition], given: Given | None) -> Given:
    """Return the parameters given, if each belongs to one of the definitions.

    Raises:
        InputError: naming every fault.
    """
    if given is not None and not isinstance(given, Mapping):
        message = (
            f"{shown(given)} is not a mapping: expected parameters by name, each True, False, or None for not known"
        )
        raise InputError([Fault("parameters", message)])
    known = {name for definition in definitions for name in parameters(definition)}
    faults = list(_faults(given or {}, known))
    if faults:
        raise InputError(faults)
    return given or {}


def _faults(given: Given, known: set[str]) -> Iterator[Fault]:
    for name, value in given.items():
        if name not in known:
            yield Fault(
                f"parameters.{name}", f"no definition given has such a parameter.{did_you_mean(str(name), known)}"
            )
        elif value is not None and not isinstance(value, bool):
            yield Fault(
                f"parameters.{name}",
                f"{shown(value)} is not a yes or a no: expected True, False, or None for not known",
            )
