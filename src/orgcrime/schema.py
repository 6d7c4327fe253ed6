"""JSON Schema 2020-12 of everything that has a written form.

The descriptions of facts are the questions that they answer. What `orgcrime.from_json` takes is valid, and what is
valid it takes, with few exceptions that no schema can say: the least of a range is not above its most, a period does
not end before it begins, a rule asks only for facts that its class has and is not too deep, a finding follows from its
facts, and no number is beyond what anything is counted in.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
import inspect
import re
import types
import typing
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from orgcrime.catalogue import BUILT_IN
from orgcrime.errors import Fault, InputError
from orgcrime.law import rule as rules
from orgcrime.law.finding import Finding
from orgcrime.law.rule import Definition
from orgcrime.law.values import Fact, FactKind, specification
from orgcrime.serial import FORMAT, MARK
from orgcrime.serial.days import TEXTS
from orgcrime.serial.facts import FACTS, LETTERS, VALUES, is_facts
from orgcrime.serial.rules import NODES
from orgcrime.temporal import PartialDate
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable

    from orgcrime.citation import Citation

__all__ = ["json_schema"]

Schema: TypeAlias = dict[str, Any]
Kind: TypeAlias = Any
"""A type of a field, as its annotation says it."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_PLAIN: dict[Any, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
}
_NULL: Schema = {"type": "null"}
_TEXT: Schema = {"type": "string"}
_LIST: Schema = {"type": "array", "items": _TEXT}


def json_schema(kind: type[Any]) -> Schema:
    """Return the JSON Schema (2020-12) of the written form of a class.

    Args:
        kind: a class of facts, a class of records, `Definition`, `Finding`, `Standing`, `Parties` or `CaseFile`.

    Raises:
        InputError: for a class that has no written form.

    >>> from orgcrime import Group
    >>> made = json_schema(Group)
    >>> print(made["properties"]["aims_at_convention_offence"]["description"][-42:])
    Asked in UNTOC art. 2(a). null: not known.
    >>> made["additionalProperties"]
    False
    """
    asked: object = kind
    if not isinstance(asked, type) or not (attrs.has(kind) or kind in TEXTS or issubclass(kind, enum.Enum)):
        raise InputError([Fault("", f"{kind!r} has no written form: expected a class of facts or of records")])
    if kind in TEXTS or issubclass(kind, enum.Enum):
        return {"$schema": DIALECT, "title": kind.__name__, **_Schemas().of(kind)}
    made = _Schemas()
    top = made.body(kind)
    marked = {MARK: {"const": FORMAT, "description": "The version of the written form."}}
    top["properties"] = (marked if kind.__name__ != "CaseFile" else {}) | top["properties"]
    found = {"$schema": DIALECT, **top}
    if made.parts:
        found["$defs"] = dict(sorted(made.parts.items()))
    return found


class _Schemas:
    """The schemas of the classes that one schema needs, each once."""

    def __init__(self) -> None:
        self.parts: dict[str, Schema] = {}

    def of(self, kind: Kind) -> Schema:
        """Return the schema of a type of field."""
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        if kind in TEXTS:
            return dict(TEXTS[kind])
        if kind is type:
            return {"enum": list(FACTS), "description": "The class of facts that it is about."}
        if kind == rules.Rule:
            return self._part("Rule", self._rule)
        origin: object = typing.get_origin(kind)
        inner: tuple[Kind, ...] = typing.get_args(kind)
        if origin is tuple:
            return {"type": "array", "items": self.of(inner[0])}
        if origin in (types.UnionType, typing.Union):
            return {"anyOf": [self.of(each) for each in inner]}
        if issubclass(kind, enum.Enum):
            return {"enum": [each.value for each in kind], "description": _first(kind)}
        return self._part(kind.__name__, lambda: self.body(kind))

    def _part(self, name: str, make: Callable[[], Schema]) -> Schema:
        if name not in self.parts:
            self.parts[name] = {}
            self.parts[name] |= make()
        return {"$ref": f"#/$defs/{name}"}

    def body(self, kind: type) -> Schema:
        """Return the schema of a class as an object."""
        own = _own(kind)
        if own is not None:
            return own(self)
        head = {"title": kind.__name__, "description": _first(kind)}
        if is_facts(kind):
            return head | _object({name: self._fact(fact, kind) for name, fact in specification(kind).items()})
        hints = typing.get_type_hints(kind)
        said = _attributes(kind)
        fields: dict[str, Schema] = {}
        for field in attrs.fields(kind):
            made = self.of(hints[field.name])
            fields[field.name] = made | ({"description": said[field.name]} if field.name in said else {})
        needed = [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING]
        return head | _object(fields, needed) | _MORE.get(kind.__name__, {})

    def _fact(self, fact: Fact, about: type) -> Schema:
        unit = f" In {fact.unit}." if fact.unit else ""
        note = f" {fact.note[0].upper()}{fact.note[1:].rstrip('.')}." if fact.note else ""
        cited = _cited().get((about, fact.name), ())
        asked = f" Asked in {'; '.join(cited[:_MOST])}{' and others' if len(cited) > _MOST else ''}." if cited else ""
        said = {"title": fact.label, "description": f"{fact.question}{unit}{note}{asked} null: not known."}
        if fact.kind is FactKind.YES_NO:
            return said | {"type": ["boolean", "null"]}
        if fact.kind is FactKind.PART:
            return said | {"anyOf": [self.of(fact.part), _NULL]}
        if fact.kind is FactKind.LISTING:
            one = {"type": "string", "maxLength": LETTERS}
            if fact.vocabulary is not None:
                one = {"enum": [each.value for each in fact.vocabulary]}
            values = {"type": "array", "items": one, "maxItems": VALUES}
            whole = {"type": "boolean", "description": "Whether there is nothing else."}
            listing = _object({"values": values, "complete": whole})
            listing["description"] = "What is established; without 'complete' there may be more."
            return said | {"anyOf": [values, listing, _NULL]}
        least = int(fact.minimum) if fact.minimum == int(fact.minimum) else fact.minimum
        number = {"type": "integer" if fact.whole else "number", "minimum": least}
        ends = [number, {"enum": ["life", "death"]}] if fact.kind is FactKind.PENALTY else [number]
        bounds = {
            "at_least": {"anyOf": [*ends, _NULL], "description": "The least that is possible."},
            "at_most": {"anyOf": [*ends, _NULL], "description": "The most that is possible."},
        }
        between = _object(bounds) | {"description": "A number known only to lie between two, both possible."}
        return said | {"anyOf": [*ends, between, _NULL]}

    def _rule(self) -> Schema:
        nodes = []
        for tag, (kind, keys) in NODES.items():
            said = _attributes(kind)
            hints = typing.get_type_hints(kind, dict(vars(rules)))
            fields: dict[str, Schema] = {}
            for field in attrs.fields(kind):
                of = hints[field.name]
                made = _TEXT if of == str | None else self.of(of)
                if field.name in ("parts", "values"):
                    made = made | {"minItems": 1}
                if field.name == "number":
                    made = made | {"minimum": 1}
                fields[keys[field.name]] = made | {"description": said[field.name]}
            needed = [keys[field.name] for field in attrs.fields(kind) if field.default is attrs.NOTHING]
            nodes.append({"title": tag, "description": _first(kind)} | _object(fields, needed))
        return {"title": "Rule", "description": "What has to be shown.", "oneOf": nodes}

    def step(self) -> Schema:
        """Return the schema of a step of a finding."""
        return _object(self.outcome(), ("truth",)) | {"title": "Step", "description": "A named step of a definition."}

    def outcome(self) -> dict[str, Schema]:
        """Return the schemas of what a finding says of one step."""
        return {
            "title": _TEXT | {"description": "The step that the finding is about."},
            "citation": _TEXT | {"description": "Where the law says so."},
            "truth": self.of(Truth),
            "reason": _TEXT | {"description": "The facts that the step itself reads, in words."},
            "note": _TEXT | {"description": "Where the law leaves room."},
            "missing": _LIST | {"description": "The facts on which the outcome can still depend."},
            "decisive": _LIST | {"description": "One smallest set of known facts that alone gives the outcome."},
            "open_parameters": _LIST | {"description": "The parameters of the legal order that are not known."},
            "not_established": _LIST | {"description": "The steps whose wording no source could be read for."},
            "elements": {
                "type": "array",
                "items": self._part("Step", self.step),
                "description": "The findings that this one rests on, in the order of the text.",
            },
        }


def _object(fields: dict[str, Schema], needed: typing.Iterable[str] = ()) -> Schema:
    made: Schema = {"type": "object", "properties": fields, "additionalProperties": False}
    return made | ({"required": list(needed)} if needed else {})


def _first(kind: type) -> str:
    """Return the first sentence of what a class says of itself."""
    return (inspect.getdoc(kind) or "").partition("\n\n")[0].replace("\n", " ")


def _attributes(kind: type) -> dict[str, str]:
    """Return what a class says of each of its attributes."""
    _, _, listed = (inspect.getdoc(kind) or "").partition("Attributes:\n")
    lines = re.split(r"\n(?!    )", listed)[0]
    found = re.findall(r"^    (\w+): (.*(?:\n     +.*)*)", lines, re.MULTILINE)
    said = {name: re.sub(r"\s+", " ", text).replace("``", "'").strip() for name, text in found}
    return {name: re.sub(r"'None'", "null", text) for name, text in said.items()}


_MOST = 5


@functools.cache
def _cited() -> dict[tuple[type, str], tuple[str, ...]]:
    """Return for each fact where the law asks for it, the international law first."""
    found: dict[tuple[type, str], dict[str, None]] = {}

    def walk(rule: rules.Rule, about: type, citation: Citation) -> None:
        match rule:
            case rules.Holds(fact) | rules.Reaches(fact, _) | rules.Contains(fact, _):
                found.setdefault((about, fact), {})[str(citation)] = None
            case rules.AllOf(parts) | rules.AnyOf(parts) | rules.AtLeast(parts=parts):
                for each in parts:
                    walk(each, about, citation)
            case rules.Not(inner):
                walk(inner, about, citation)
            case rules.Element(rule=inner, pinpoint=pinpoint):
                walk(inner, about, citation.at(pinpoint))
            case rules.ByLegalOrder(then=then, otherwise=otherwise, pinpoint=pinpoint):
                walk(then, about, citation.at(pinpoint))
                walk(otherwise, about, citation.at(pinpoint))
            case _:
                pass

    for definition in sorted(BUILT_IN.definitions.values(), key=lambda each: each.jurisdiction is not None):
        walk(definition.rule, definition.about, definition.citation)
    return {fact: tuple(citations) for fact, citations in found.items()}


_MORE: dict[str, Schema] = {
    "LegalBasis": {
        "oneOf": [{"properties": {name: {"type": "string"}}, "required": [name]} for name in ("instrument", "title")]
    },
    "Relation": {
        "if": {"properties": {"target_kind": {"const": "outside"}}, "required": ["target_kind"]},
        "then": {"properties": {"target_name": {"type": "string"}}, "required": ["target_name"]},
        "else": {"properties": {"target_name": _NULL}},
    },
}
"""What holds between the fields of a class."""


def _own(kind: type) -> Callable[[_Schemas], Schema] | None:
    """Return what makes the schema of a class whose written form is not its attributes."""
    return _OWN.get(f"{kind.__module__}.{kind.__qualname__}")


def _answers(description: str) -> Schema:
    return {"type": "object", "additionalProperties": {"type": ["boolean", "null"]}, "description": description}


def _finding(made: _Schemas) -> Schema:
    fields = {
        "definition": made.of(Definition) | {"description": "The definition, in full."},
        "facts": {"type": "object", "description": "The facts put to the definition, of the class that it is about."},
        "parameters": _answers("What is known of the legal order, by the names of the definition's parameters."),
        **made.outcome(),
    }
    head = {"title": "Finding", "description": _first(Finding)}
    return head | _object(fields, ("definition", "facts", "truth")) | {"allOf": [_of(made, name) for name in FACTS]}


def _of(made: _Schemas, name: str) -> Schema:
    about = {"properties": {"about": {"const": name}}, "required": ["about"]}
    return {
        "if": {"properties": {"definition": about}, "required": ["definition"]},
        "then": {"properties": {"facts": made.of(FACTS[name])}},
    }


def _standing(made: _Schemas) -> Schema:
    from orgcrime.model.participation import ActKind
    from orgcrime.status.positions import Position, Standing

    kinds: dict[str, Any] = {
        "participant": str,
        "instrument": str,
        "on": dt.date,
        "as_of": dt.date | None,
        "truth": Truth,
        "position": Position | None,
        "position_on": dt.date,
        "consent": ActKind | None,
        "since": PartialDate | None,
        "until": PartialDate | None,
        "signed": PartialDate | None,
        "deposited": PartialDate | None,
        "basis": tuple[str, ...],
        "steps": tuple[str, ...],
        "sources": tuple[str, ...],
    }
    return _answer(made, Standing, kinds)


def _parties(made: _Schemas) -> Schema:
    from orgcrime.status.positions import Parties

    kinds: dict[str, Any] = {
        "instrument": str,
        "on": dt.date,
        "as_of": dt.date | None,
        "listed": bool,
        "number": int,
        "participants": tuple[str, ...],
        "undetermined": tuple[str, ...],
    }
    return _answer(made, Parties, kinds)


def _answer(made: _Schemas, kind: type, kinds: dict[str, Any]) -> Schema:
    said = _attributes(kind)
    fields = {name: made.of(of) | ({"description": said[name]} if name in said else {}) for name, of in kinds.items()}
    return {"title": kind.__name__, "description": _first(kind)} | _object(fields, kinds)


def _case(made: _Schemas) -> Schema:
    from orgcrime.casefile import CaseFile

    said = _attributes(CaseFile)
    text: Schema = {"type": ["string", "null"]}
    fields: dict[str, Schema] = {
        "definition": {"type": "string", "examples": ["untoc-organized-criminal-group"]},
        "facts": {"anyOf": [made.of(kind) for kind in FACTS.values()]},
        "title": text,
        "source": text,
        "parameters": {"anyOf": [_answers(said["parameters"]), _NULL]},
        "states": dict(_LIST),
        "on": made.of(dt.date | None),
        "note": text,
    }
    fields = {name: each | {"description": said[name]} for name, each in fields.items()}
    head = {"title": "CaseFile", "description": _first(CaseFile)}
    return head | _object(fields, ("definition", "facts"))


_OWN: dict[str, Callable[[_Schemas], Schema]] = {
    "orgcrime.law.finding.Finding": _finding,
    "orgcrime.status.positions.Standing": _standing,
    "orgcrime.status.positions.Parties": _parties,
    "orgcrime.casefile.CaseFile": _case,
}
