"""Assess: a definition and facts in, a finding out; the finding is a tree of reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NoReturn

import attrs

from orgcrime.citation import Citation
from orgcrime.embedding import embeddable
from orgcrime.errors import Fault, InputError, UndecidedTruthError, did_you_mean, shown
from orgcrime.law.counterfactual import would_be_met_if
from orgcrime.law.decisive import decisive
from orgcrime.law.evaluation import Evaluator, Given, Path, evaluator
from orgcrime.law.rule import (
    AllOf,
    AnyOf,
    AtLeast,
    Atom,
    ByLegalOrder,
    Contains,
    Definition,
    Element,
    Holds,
    Meets,
    Not,
    NotEstablished,
    Reaches,
    Rule,
    atoms,
    parameters,
)
from orgcrime.law.space import VariableKind, Work, diagram, value_at
from orgcrime.outline import Outline
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Finding", "Inputs", "Step", "assess", "truth_of"]


@attrs.frozen
class Inputs:
    """What was put to a definition.

    Attributes:
        facts: the facts, as a whole.
        parameters: what was given of the legal order, by name.
    """

    facts: Any
    parameters: tuple[tuple[str, bool | None], ...] = ()


@attrs.frozen(kw_only=True, cache_hash=True)
class Step:
    """A named step of a definition: the definition itself, one of its elements, or a definition that it uses.

    Attributes:
        definition: the definition that it belongs to.
        title: the step.
        citation: where it stands.
        rule: what it asks for.
        about: the facts class that the rule is about.
        prefix: the path to those facts, as ``group.``; empty for the facts as a whole.
        note: where the law leaves room.
    """

    definition: Definition
    title: str
    citation: Citation
    rule: Rule
    about: type
    prefix: str = ""
    note: str | None = None


@embeddable
@attrs.frozen(repr=False)
class Finding:
    """What a definition comes to on some facts, why, and what would settle it.

    "Yes" means that the facts as given meet what the text asks for. It says nothing of guilt or proof.

    Attributes:
        step: the step that this finding is about.
        truth: the outcome.
        inputs: the facts and parameters given.
        elements: the findings that this one rests on, in the order of the text.
    """

    step: Step
    truth: Truth
    inputs: Inputs
    elements: tuple[Finding, ...]

    @property
    def definition(self) -> Definition:
        """The definition assessed; for an element, the one that it belongs to."""
        return self.step.definition

    @property
    def facts(self) -> Any:
        """The facts given, as a whole."""
        return self.inputs.facts

    @property
    def parameters(self) -> dict[str, bool | None]:
        """What was given of the legal order, by name."""
        return dict(self.inputs.parameters)

    @property
    def title(self) -> str:
        """The step that the finding is about."""
        return self.step.title

    @property
    def citation(self) -> Citation:
        """Where the law says so."""
        return self.step.citation

    @property
    def note(self) -> str | None:
        """Where the law leaves room; ``None`` where there is nothing to say."""
        return self.step.note

    @property
    def reason(self) -> str:
        """The facts that this step itself reads, in words; empty where it rests on its elements alone."""
        said = []
        for atom, negated in _own_atoms(self.step):
            if isinstance(atom.rule, NotEstablished):
                said.append(f"not established: {atom.rule.reason}")
            elif isinstance(atom.rule, ByLegalOrder):
                said.append(f"{atom.rule.question} {_answer(self.parameters.get(atom.path))}")
            elif atom.fact is not None:
                said.append(_said(atom, value_at(self.facts, atom.path), self.title, negated=negated))
        return "; ".join(dict.fromkeys(filter(None, said)))

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts, unknown or known as a range, on which the outcome can still depend, in the order of the text.

        A fact of a part is named by its path, as ``group.persons``. Empty once the outcome is settled.
        """
        return grounds(self).missing

    @property
    def open_parameters(self) -> tuple[str, ...]:
        """The parameters of the legal order that are not known and on which the outcome can still depend."""
        return grounds(self).open_parameters

    @property
    def not_established(self) -> tuple[str, ...]:
        """The steps whose wording no source could be read for and on which the outcome depends."""
        return grounds(self).not_established

    @property
    def decisive(self) -> tuple[str, ...]:
        """One smallest set of known facts that alone gives the outcome; empty while it is unknown.

        Of several sets of the same size it is the first in the order of the article.
        """
        return grounds(self).decisive

    def __bool__(self) -> NoReturn:
        """Refuse: compare the truth instead.

        Raises:
            UndecidedTruthError: always.
        """
        raise UndecidedTruthError("a finding")

    def outline(self) -> Outline:
        """Return the finding as a tree of headings."""
        notes = _way_out(self)
        definition = self.definition
        notes += [f"taken as given: {'; '.join(definition.presupposes)}"] if definition.presupposes else []
        notes += [f"not asked, since the law does not: {'; '.join(definition.excluded)}"] if definition.excluded else []
        return attrs.evolve(self._outline(str(self.citation)), notes=tuple(notes))

    def _outline(self, cited: str) -> Outline:
        reason = f": {self.reason}" if self.reason else ""
        note = f" — {self.note}" if self.note else ""
        return Outline(
            heading=f"{self.title} ({cited}){reason}{note}",
            mark=self.truth.word,
            children=tuple(
                each._outline(  # noqa: SLF001 - the same class, one level down
                    each.citation.place if each.citation.instrument == self.citation.instrument else str(each.citation)
                )
                for each in self.elements
            ),
        )

    def text(self) -> str:
        """Return the finding as plain text, one line an element."""
        return self.outline().text()

    def __str__(self) -> str:
        """Return the finding as plain text."""
        return self.text()

    def __repr__(self) -> str:
        """Return the outcome and what was assessed."""
        return f"<Finding: {self.truth.word}, {self.title} ({self.citation})>"

    def _repr_html_(self) -> str:
        return self.outline().html()


@attrs.frozen(kw_only=True)
class Grounds:
    """What a settled outcome rests on, or what an open one can still depend on."""

    missing: tuple[str, ...] = ()
    open_parameters: tuple[str, ...] = ()
    not_established: tuple[str, ...] = ()
    decisive: tuple[str, ...] = ()


def grounds(finding: Finding, work: Work | None = None) -> Grounds:
    """Return what a settled outcome rests on, or what an open one can still depend on.

    Args:
        finding: the finding.
        work: what the answer has cost so far, where several findings are explained together.

    Raises:
        InputError: if the rule asks too many questions, or is too intricate.
    """
    step, facts, given = finding.step, finding.facts, finding.parameters
    work = work or Work(step.definition.id)
    if finding.truth is not Truth.UNKNOWN:
        return Grounds(
            decisive=decisive(step.rule, step.about, finding.truth, facts, given, prefix=step.prefix, work=work)
        )
    made, node = diagram(step.rule, step.about, facts, given, step.prefix, work=work)
    paths: dict[str, dict[str, None]] = {}
    for variable in made.support(node):
        kind = VariableKind.FACT if variable.kind == VariableKind.ITEM else variable.kind
        paths.setdefault(kind, {})[variable.path] = None
    return Grounds(
        missing=tuple(paths.get(VariableKind.FACT, ())),
        open_parameters=tuple(paths.get(VariableKind.PARAMETER, ())),
        not_established=tuple(paths.get(VariableKind.OPEN, ())),
    )


def assess(definition: Definition, facts: object, *, parameters: Given | None = None) -> Finding:
    """Return what a definition comes to on some facts.

    Every element is looked at, also where the outcome is settled early, so that the explanation is whole.

    Args:
        definition: the definition.
        facts: the facts, of the class that the definition is about.
        parameters: what is known of the legal order, by the names of the definition's parameters; ``None`` for nothing.

    Raises:
        InputError: if the facts are of another class, or a parameter does not exist.

    >>> from orgcrime.law.facts import Group
    >>> from orgcrime.law.untoc import STRUCTURED_GROUP
    >>> assess(STRUCTURED_GROUP, Group(randomly_formed=False)).truth
    Truth.TRUE
    """
    given = _checked(definition, facts, parameters)
    return _compiled(definition, given).finding(Inputs(facts, tuple(sorted(given.items()))))


def truth_of(definition: Definition, facts: object, *, parameters: Given | None = None) -> Truth:
    """Return the outcome alone, without the tree of reasons.

    Raises:
        InputError: as `assess`.
    """
    if parameters or type(facts) is not definition.about:
        return _TRUTHS[_compiled(definition, _checked(definition, facts, parameters)).test(facts)]
    compiled = _kept.get(id(definition)) or _compiled(definition, _NOTHING)
    return _TRUTHS[compiled.test(facts)]


_NOTHING: Given = {}


def _checked(definition: Definition, facts: object, given: Given | None) -> Given:
    if type(facts) is not definition.about:
        wanted = definition.about.__name__
        given_kind = f"a {type(facts).__name__}" if attrs.has(type(facts)) else shown(facts)
        message = f"{given_kind} is not a {wanted}: {definition.id} is about a {wanted}"
        raise InputError([Fault("facts", message)])
    if not given:
        return _NOTHING
    if not _is_mapping(given):
        raise InputError([Fault("parameters", f"{shown(given)} is not a mapping from names to True, False or None")])
    known = parameters(definition)
    faults = [
        Fault(f"parameters.{name}", f"{definition.id} has no such parameter.{did_you_mean(name, known)}")
        for name in given
        if name not in known
    ]
    faults += [
        Fault(f"parameters.{name}", f"{shown(value)} is not a yes or a no: expected True, False, or None for not known")
        for name, value in given.items()
        if name in known and not _is_answer(value)
    ]
    if faults:
        raise InputError(faults)
    return given


def _is_mapping(given: object) -> bool:
    return isinstance(given, Mapping) and all(isinstance(name, str) for name in given)


def _is_answer(value: object) -> bool:
    return value is None or isinstance(value, bool)


class _Compiled:
    """A step made into a function of the facts, for what is known of the legal order, and the steps below it."""

    __slots__ = ("below", "step", "test")

    def __init__(self, step: Step, test: Evaluator, below: tuple[_Compiled, ...]) -> None:
        self.step = step
        self.test = test
        self.below = below

    def finding(self, inputs: Inputs) -> Finding:
        below = tuple([each.finding(inputs) for each in self.below]) if self.below else ()
        return Finding(self.step, _TRUTHS[self.test(inputs.facts)], inputs, below)


_TRUTHS: dict[bool | None, Truth] = {True: Truth.TRUE, False: Truth.FALSE, None: Truth.UNKNOWN}
_KEPT = 1024
_kept: dict[object, _Compiled] = {}


def _compiled(definition: Definition, given: Given) -> _Compiled:
    """Return a definition made into functions; what is kept holds it, so that its identity stays its own."""
    key = (id(definition), *given.items()) if given else id(definition)
    found = _kept.get(key)
    if found is None:
        if len(_kept) >= _KEPT:
            _kept.clear()
        found = _kept[key] = _whole(definition, definition.about, given, ())
    return found


def _whole(definition: Definition, about: type, given: Given, path: Path) -> _Compiled:
    step = Step(
        definition=definition,
        title=definition.title,
        citation=definition.citation,
        rule=definition.rule,
        about=about,
        prefix="".join(f"{name}." for name in path),
    )
    return _Compiled(step, evaluator(step.rule, given, path), tuple(_below(step, step.rule, given, path)))


def _below(step: Step, rule: Rule, given: Given, path: Path) -> Iterator[_Compiled]:
    """Yield the named steps right below a rule of a step."""
    match rule:
        case AllOf(inner) | AnyOf(inner) | AtLeast(parts=inner):
            for each in inner:
                yield from _below(step, each, given, path)
        case Not(inner):
            yield from _below(step, inner, given, path)
        case ByLegalOrder(then=then, otherwise=otherwise):
            both = (*_below(step, then, given, path), *_below(step, otherwise, given, path))
            yield from {each.step: each for each in both}.values()
        case Element() | NotEstablished():
            citation = step.definition.citation
            made = attrs.evolve(
                step,
                title=rule.title,
                citation=citation if rule.pinpoint is None else citation.at(rule.pinpoint),
                rule=rule.rule if isinstance(rule, Element) else rule,
                note=rule.note if isinstance(rule, Element) else None,
            )
            below = tuple(_below(made, made.rule, given, path)) if isinstance(rule, Element) else ()
            yield _Compiled(made, evaluator(made.rule, given, path), below)
        case Meets(definition=definition, part=None):
            yield _whole(definition, step.about, given, path)
        case Meets(definition=definition, part=str(part)):
            yield _whole(definition, definition.about, given, (*path, part))
        case _:
            pass


def _own_atoms(step: Step) -> Iterator[tuple[Atom, bool]]:
    """Yield the smallest rules that a step itself reads, each with whether it is negated."""
    waiting: list[tuple[Rule, bool]] = [(step.rule, False)]
    while waiting:
        rule, negated = waiting.pop(0)
        match rule:
            case AllOf(inner) | AnyOf(inner) | AtLeast(parts=inner):
                waiting[:0] = [(each, negated) for each in inner]
            case Not(one):
                waiting.insert(0, (one, not negated))
            case ByLegalOrder(then=then, otherwise=otherwise):
                yield next(atoms(rule, step.about, step.prefix)), negated
                waiting[:0] = [(then, negated), (otherwise, negated)]
            case Holds() | Reaches() | Contains():
                yield next(atoms(rule, step.about, step.prefix)), negated
            case NotEstablished() if rule.title == step.title:
                yield next(atoms(rule, step.about, step.prefix)), negated
            case _:
                pass


def _answer(value: bool | None) -> str:
    return "not stated" if value is None else "yes" if value else "no"


def _said(atom: Atom, value: Any, title: str, *, negated: bool) -> str:
    """Return in words what is known of a fact and what is needed."""
    fact = atom.fact
    if fact is None:
        return ""
    label = "" if fact.label.casefold() in (title.casefold(), fact.unit) else f"{fact.label}: "
    if isinstance(atom.rule, Reaches):
        return f"{label}{fact.shown(value)}; {atom.rule.bound:g} needed"
    if value is True or value is False:
        if negated:
            plain = fact.label if value else f"not {fact.label}"
            return "" if plain.casefold() == title.casefold() else plain
        return f"{label}no" if label and not value else fact.label if label else ""
    return f"{label}{fact.shown(value)}"


def _way_out(finding: Finding) -> list[str]:
    """Return in words what would settle an open finding, or turn a no, and where that cannot be worked out, why."""
    try:
        if finding.truth is Truth.UNKNOWN:
            return [f"to settle it: {_settled(finding)}"]
        other = would_be_met_if(finding) if finding.truth is Truth.FALSE else None
    except InputError as error:
        return [f"what would change it is not worked out: {error}"]
    return [] if other is None else [other.text()]


def _settled(finding: Finding) -> str:
    """Return in words what would settle an open finding."""
    open_to = grounds(finding)
    declared = {
        atom.path: atom.fact for atom in atoms(finding.step.rule, finding.step.about, finding.step.prefix) if atom.fact
    }
    said = [
        f"{''.join(f'{part}: ' for part in path.split('.')[:-1])}{declared[path].label}" for path in open_to.missing
    ]
    asked = parameters(finding.definition)
    said += [asked[name].question for name in open_to.open_parameters]
    said += [f"the wording of: {title}" for title in open_to.not_established]
    return "; ".join(said)
