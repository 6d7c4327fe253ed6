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

from orgcrime.answers import By, Fields, Rows, Shape, shape_of
from orgcrime.catalogue import BUILT_IN
from orgcrime.errors import Fault, InputError, shown
from orgcrime.law import rule as rules
from orgcrime.law.rule import Definition
from orgcrime.law.values import Fact, FactKind, specification
from orgcrime.serial import FORMAT, MARK
from orgcrime.serial.days import TEXTS
from orgcrime.serial.facts import FACTS, LETTERS, MOST, VALUES, is_facts
from orgcrime.serial.rules import NODES
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
_HEAVY: Schema = {"enum": ["life", "death"]}
_TEXT: Schema = {"type": "string"}
_LIST: Schema = {"type": "array", "items": _TEXT}


def json_schema(kind: type[Any]) -> Schema:
    """Return the JSON Schema (2020-12) of the written form of a class.

    Args:
        kind: a class of facts, of records or of answers, `Definition`, `Finding` or `CaseFile`.

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
        raise InputError([Fault("", f"{shown(kind)} has no written form: expected a class of facts or of records")])
    if kind in TEXTS or issubclass(kind, enum.Enum):
        return {"$schema": DIALECT, "title": kind.__name__, **_Schemas().of(kind)}
    made = _Schemas()
    top = made.body(kind)
    _mark(top)
    found = {"$schema": DIALECT, **top}
    if made.parts:
        found["$defs"] = dict(sorted(made.parts.items()))
    return found


def _mark(top: Schema) -> None:
    """Let the version stand on top of an object; other values have none."""
    for each in (top, *top.get("anyOf", ())):
        if each.get("type") == "object":
            version = {MARK: {"const": FORMAT, "description": "The version of the written form."}}
            each["properties"] = version | each["properties"]


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
        if origin is tuple and inner[-1] is not Ellipsis:
            each = [self.of(one) for one in inner]
            return {"type": "array", "prefixItems": each, "items": False, "minItems": len(each)}
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
        head = {"title": kind.__name__, "description": _first(kind)}
        if own is not None:
            return head | own(self)
        shape = shape_of(kind)
        if shape is not None:
            return head | self._shaped(shape, _attributes(kind))
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

    def _shaped(self, shape: Shape, said: dict[str, str] | None = None) -> Schema:
        """Return the schema of an answer, or of a part of one."""
        match shape:
            case None:
                return {}
            case By(of):
                return {"type": ["object", "null"] if of is None else "object", "additionalProperties": self._by(of)}
            case Rows(of):
                return {"type": "array", "items": self._shaped(of)}
            case Fields(of, within):
                said = said if within is None else _attributes(within)
                fields = {name: self._shaped(each) for name, (each, _) in of.items()}
                told = {name: text or (said or {}).get(name) for name, (_, text) in of.items()}
                return _object({name: each | {"description": told[name]} for name, each in fields.items()}, of)
            case _:
                return self.of(shape)

    def _by(self, of: Shape) -> Schema | bool:
        return True if of is None else self._shaped(of)

    def between(self) -> Schema:
        """Return the schema of a number known only to lie between two."""
        number: Schema = {"type": "number"}
        return self._between([number, _HEAVY])

    def listing(self) -> Schema:
        """Return the schema of a listing of any values."""
        return {"anyOf": self._listing({"type": "string", "maxLength": LETTERS})}

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
            return said | {"anyOf": [*self._listing(one), _NULL]}
        least = int(fact.minimum) if fact.minimum == int(fact.minimum) else fact.minimum
        number = {"type": "integer" if fact.whole else "number", "minimum": least}
        ends = [number, _HEAVY] if fact.kind is FactKind.PENALTY else [number]
        return said | {"anyOf": [*ends, self._between(ends), _NULL]}

    def _listing(self, one: Schema) -> list[Schema]:
        values = {"type": "array", "items": one, "maxItems": VALUES}
        whole = {"type": "boolean", "description": "Whether there is nothing else."}
        listing = _object({"values": values | {"description": "What is established."}, "complete": whole})
        return [values, listing | {"description": "What is established; without 'complete' there may be more."}]

    def _between(self, ends: list[Schema]) -> Schema:
        bounds = {
            "at_least": {"anyOf": [*ends, _NULL], "description": "The least that is possible."},
            "at_most": {"anyOf": [*ends, _NULL], "description": "The most that is possible."},
        }
        return _object(bounds) | {"description": "A number known only to lie between two, both possible."}

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
    return _object(fields, ("definition", "facts", "truth")) | {"allOf": [_of(made, name) for name in FACTS]}


def _of(made: _Schemas, name: str) -> Schema:
    about = {"properties": {"about": {"const": name}}, "required": ["about"]}
    return {
        "if": {"properties": {"definition": about}, "required": ["definition"]},
        "then": {"properties": {"facts": made.of(FACTS[name])}},
    }


def _case(made: _Schemas) -> Schema:
    from orgcrime.casefile import CaseFile

    said = _attributes(CaseFile)
    text: Schema = {"type": ["string", "null"]}
    fields: dict[str, Schema] = {
        "definition": {
            "anyOf": [{"type": "string", "examples": ["untoc-organized-criminal-group"]}, made.of(Definition)]
        },
        "facts": {"anyOf": [made.of(kind) for kind in FACTS.values()]},
        "title": text,
        "source": text,
        "parameters": {"anyOf": [_answers(said["parameters"]), _NULL]},
        "states": _LIST | {"maxItems": MOST},
        "on": made.of(dt.date | None),
        "note": text,
    }
    fields = {name: each | {"description": said[name]} for name, each in fields.items()}
    return _object(fields, ("definition", "facts"))


_OWN: dict[str, Callable[[_Schemas], Schema]] = {
    "orgcrime.law.finding.Finding": _finding,
    "orgcrime.casefile.CaseFile": _case,
    "orgcrime.law.values.Between": _Schemas.between,
    "orgcrime.law.values.Listing": _Schemas.listing,
}
