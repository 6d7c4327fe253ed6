"""JSON in and out: the one converter.

What is read from outside is checked whole: unknown fields are refused, and every fault is named with its place, its
reason and the nearest valid values.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
import json
import operator
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin

import attrs
from cattrs import ClassValidationError, Converter, IterableValidationError
from cattrs.errors import AttributeValidationNote, ForbiddenExtraKeysError, IterableValidationNote

from orgcrime.days import read_day
from orgcrime.errors import Fault, InputError, OrgCrimeError, did_you_mean
from orgcrime.law import facts as facts_classes
from orgcrime.law import rule as rules
from orgcrime.law.finding import Finding, assess
from orgcrime.law.rule import Definition
from orgcrime.law.values import Between, Fact, FactKind, Listing, Penalty, specification
from orgcrime.temporal import PartialDate, Period

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["facts_from", "facts_to", "from_json", "plain", "read_json", "to_json"]

T = TypeVar("T")

FORMAT = 1
"""The version of the written form; a higher one is refused."""

_MARK = "orgcrime"
_DEPTH = 200
_SIZE = 64 * 1024 * 1024
_DIGITS = 400


def to_json(value: object, *, indent: int | None = 2) -> str:
    """Return a record, facts, a definition or a finding as JSON.

    Args:
        value: what to write.
        indent: spaces to a level; ``None`` for one line.

    Raises:
        InputError: for what has no written form.

    >>> from orgcrime import Between, Group
    >>> print(to_json(Group(persons=Between(2, None), financial_benefit=True), indent=None))
    {"orgcrime": 1, "persons": {"at_least": 2}, "financial_benefit": true}
    """
    made = plain(value)
    if isinstance(made, dict):
        made = {_MARK: FORMAT, **made}
    return json.dumps(made, indent=indent, ensure_ascii=False, allow_nan=False)


def plain(value: object) -> Any:
    """Return a value as JSON has it: objects, lists, texts, numbers.

    Raises:
        InputError: for what has no written form.
    """
    if isinstance(value, Finding):
        return _finding_to(value)
    own = getattr(value, "plain", None)
    if own is not None:
        return own()
    if _is_facts(type(value)):
        return facts_to(value)
    if attrs.has(type(value)) or isinstance(
        value, (tuple, list, dict, str, int, float, bool, enum.Enum, dt.date, type(None))
    ):
        return _converter().unstructure(value)
    raise InputError([Fault("", f"{value!r} has no written form: expected a record, facts, a definition or a finding")])


def from_json(text: str | bytes, kind: type[T]) -> T:
    """Return what a JSON text describes, as an object of a class.

    Args:
        text: the text, at most 64 MiB and 200 levels deep.
        kind: the class wanted.

    Raises:
        InputError: naming every fault with its place.

    >>> from orgcrime import Group
    >>> from_json('{"persons": 4}', Group).persons
    4
    """
    raw = read_json(text)
    if isinstance(raw, dict) and _MARK in raw:
        version = raw.pop(_MARK)
        if version != FORMAT:
            raise InputError([Fault(_MARK, f"{version!r} is not a version that can be read: expected {FORMAT}")])
    if kind is Finding:
        return _finding_from(raw)  # type: ignore[return-value]
    if _is_facts(kind):
        return facts_from(raw, kind, "")
    try:
        return _converter().structure(raw, kind)
    except (ClassValidationError, IterableValidationError, OrgCrimeError) as error:
        raise InputError(list(_faults(error, "", kind))) from None


def read_json(text: str | bytes, where: str = "") -> Any:
    """Return what a JSON text holds, refusing what is broken, too large, too deep or said twice.

    Args:
        text: the text; bytes are UTF-8.
        where: the name of the file, for the message.

    Raises:
        InputError: naming the fault and its place.
    """
    if len(text) > _SIZE:
        raise InputError([Fault(where, f"is larger than {_SIZE // 1024 // 1024} MiB")])
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        text.encode("utf-8")
        return json.loads(
            text, object_pairs_hook=functools.partial(_object, where), parse_constant=_no_number, parse_int=_whole
        )
    except (UnicodeDecodeError, UnicodeEncodeError) as error:
        fault = Fault(where, f"is not UTF-8: {error.reason} at position {error.start}")
    except json.JSONDecodeError as error:
        fault = Fault(where, f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}")
    except RecursionError:
        fault = Fault(where, f"is deeper than {_DEPTH} levels")
    except _NoNumberError as error:
        fault = Fault(where, f"{error} is not a number that JSON has")
    raise InputError([fault])


class _NoNumberError(ValueError):
    pass


def _no_number(name: str) -> float:
    raise _NoNumberError(name)


def _whole(digits: str) -> int:
    if len(digits) > _DIGITS:
        raise _NoNumberError(f"{digits[:10]}… ({len(digits)} digits)")
    return int(digits)


def _object(where: str, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = [key for key, _ in pairs if key in seen or seen.add(key)]  # type: ignore[func-returns-value]
        raise InputError([Fault(where, f"an object says {key!r} twice") for key in dict.fromkeys(twice)])
    return found


def _is_facts(kind: type) -> bool:
    return attrs.has(kind) and bool(specification(kind))


def facts_from(raw: object, about: type[T], where: str) -> T:
    """Return the facts that a JSON object gives.

    A number may be ``{"at_least": 2, "at_most": 5}``; a penalty also ``"life"`` or ``"death"``; a list may be
    ``{"values": […], "complete": true}``; ``null`` is not known.

    Args:
        raw: the object as it was read.
        about: the facts class.
        where: the place of the object, for the messages.

    Raises:
        InputError: naming every fault with its place.
    """
    if not isinstance(raw, dict):
        raise InputError([Fault(where, f"{raw!r} is not an object of facts")])
    known = specification(about)
    if raw and not known.keys() & raw.keys():
        every = (getattr(facts_classes, name) for name in facts_classes.__all__)
        fitting = [kind.__name__ for kind in every if attrs.has(kind) and raw.keys() <= specification(kind).keys()]
        if fitting:
            wanted = f"{about.__name__}: {', '.join(known)}"
            raise InputError([Fault(where, f"these are facts of {' or '.join(fitting)}; expected those of {wanted}")])
    faults = []
    given: dict[str, Any] = {}
    for name, value in raw.items():
        path = f"{where}.{name}" if where else name
        fact = known.get(name)
        if fact is None:
            faults.append(Fault(path, f"there is no such fact.{did_you_mean(name, known)}"))
            continue
        try:
            given[name] = _fact_from(fact, value, path)
        except InputError as error:
            faults += error.faults
    made: T | None = None
    try:
        made = about(**given)
    except InputError as error:
        start = f"{about.__name__}."
        faults += [
            Fault(f"{where}.{each.path.removeprefix(start)}" if where else each.path.removeprefix(start), each.message)
            for each in error.faults
        ]
    if faults or made is None:
        raise InputError(faults)
    return made


def _fact_from(fact: Fact, value: object, path: str) -> object:
    if value is None:
        return None
    if fact.kind is FactKind.PART and fact.part is not None:
        return facts_from(value, fact.part, path)
    if fact.kind in (FactKind.NUMBER, FactKind.PENALTY) and isinstance(value, dict):
        _only(value, ("at_least", "at_most"), path)
        ends = [_penalty_from(fact, value.get(end)) for end in ("at_least", "at_most")]
        return Between(*ends)
    if fact.kind is FactKind.LISTING and isinstance(value, dict):
        _only(value, ("values", "complete"), path)
        values, complete = value.get("values", []), value.get("complete", False)
        if not isinstance(values, list) or not isinstance(complete, bool):
            raise InputError([Fault(path, "expected 'values' as a list and 'complete' as true or false")])
        return Listing(values, complete=complete) if all(isinstance(each, str) for each in values) else values
    return _penalty_from(fact, value)


def _penalty_from(fact: Fact, value: object) -> Any:
    if fact.kind is FactKind.PENALTY and value in ("life", "death"):
        return Penalty(value)
    return value


def _only(value: dict[str, Any], known: tuple[str, ...], path: str) -> None:
    faults = [
        Fault(f"{path}.{name}", f"there is no such field.{did_you_mean(name, known)}")
        for name in value
        if name not in known
    ]
    if faults:
        raise InputError(faults)


def facts_to(facts: object) -> dict[str, Any]:
    """Return facts as JSON has them; what is not known is left out."""
    return {
        name: _fact_to(getattr(facts, name)) for name in specification(type(facts)) if getattr(facts, name) is not None
    }


def _fact_to(value: object) -> Any:
    if isinstance(value, Between):
        ends = (("at_least", value.low), ("at_most", value.high))
        return {name: _fact_to(end) for name, end in ends if end is not None}
    if isinstance(value, Listing):
        values = [_fact_to(each) for each in value.values]
        return {"values": values, "complete": True} if value.complete else values
    if isinstance(value, enum.Enum):
        return value.value
    return facts_to(value) if attrs.has(type(value)) else value


def _finding_to(finding: Finding) -> dict[str, Any]:
    return {
        "definition": _converter().unstructure(finding.definition),
        "facts": facts_to(finding.facts),
        "parameters": finding.parameters,
        **_outcome(finding),
    }


def _outcome(finding: Finding) -> dict[str, Any]:
    found: dict[str, Any] = {
        "title": finding.title,
        "citation": str(finding.citation),
        "truth": finding.truth.value,
        "reason": finding.reason,
        "note": finding.note,
        "missing": list(finding.missing),
        "decisive": list(finding.decisive),
        "open_parameters": list(finding.open_parameters),
        "not_established": list(finding.not_established),
        "elements": [_outcome(each) for each in finding.elements],
    }
    return {name: value for name, value in found.items() if value not in ("", None, [])}


def _finding_from(raw: object) -> Finding:
    """Return the finding that a JSON object describes: it is made anew, and must come to the same."""
    if not isinstance(raw, dict) or "definition" not in raw or "facts" not in raw:
        raise InputError([Fault("", "expected a finding: an object with 'definition' and 'facts'")])
    try:
        definition = _converter().structure(raw["definition"], Definition)
    except (ClassValidationError, IterableValidationError, OrgCrimeError) as error:
        raise InputError(list(_faults(error, "definition", Definition))) from None
    finding = assess(definition, facts_from(raw["facts"], definition.about, "facts"), parameters=raw.get("parameters"))
    again = _finding_to(finding)
    faults = [
        Fault(name, f"{raw.get(name)!r} does not follow from the facts: expected {again.get(name)!r}")
        for name in {**raw, **again}
        if name not in ("definition", "facts", "parameters") and raw.get(name) != again.get(name)
    ]
    if faults:
        raise InputError(faults)
    return finding


@functools.cache
def _converter() -> Converter:
    """Return the converter, which takes nothing for something that it is not."""
    made = Converter(forbid_extra_keys=True, omit_if_default=True, detailed_validation=True)
    made.register_structure_hook(str, functools.partial(_exactly, str, "a text"))
    made.register_structure_hook(bool, functools.partial(_exactly, bool, "true or false"))
    made.register_structure_hook(int, _int_from)
    made.register_structure_hook(float, _float_from)
    made.register_structure_hook(PartialDate, lambda value, _: PartialDate.read(value, ""))
    made.register_structure_hook(Period, lambda value, _: Period.read(value, ""))
    made.register_structure_hook(dt.date, lambda value, _: read_day(value, ""))
    for kind in (PartialDate, Period, dt.date):
        made.register_unstructure_hook(kind, operator.methodcaller("isoformat"))
    made.register_structure_hook_func(lambda kind: isinstance(kind, type) and issubclass(kind, enum.Enum), _enum_from)
    made.register_structure_hook_func(_is_tuple, functools.partial(_tuple_from, made))
    made.register_structure_hook_func(lambda kind: kind is type, _about_from)
    made.register_unstructure_hook_func(lambda kind: kind is type, lambda kind: kind.__name__)
    made.register_structure_hook_func(lambda kind: kind == rules.Rule, functools.partial(_rule_from, made))
    made.register_unstructure_hook_func(lambda kind: kind == rules.Rule, functools.partial(_rule_to, made))
    return made


def _is_tuple(kind: Any) -> bool:
    return get_origin(kind) is tuple


def _exactly(kind: type, word: str, value: object, _: object) -> Any:
    if type(value) is not kind:
        raise _WrongValueError(f"{value!r} is not {word}")
    return value


class _WrongValueError(ValueError):
    pass


def _int_from(value: object, _: object) -> int:
    if type(value) is not int:
        raise _WrongValueError(f"{value!r} is not a whole number")
    return value


def _float_from(value: object, _: object) -> float:
    if type(value) not in (int, float):
        raise _WrongValueError(f"{value!r} is not a number")
    return value  # type: ignore[return-value]


def _enum_from(value: object, kind: type[enum.Enum]) -> enum.Enum:
    known = {each.value: each for each in kind}
    if not isinstance(value, str) or value not in known:
        name = "".join(f" {each.lower()}" if each.isupper() else each for each in kind.__name__).strip()
        offer = did_you_mean(str(value), known) or f" Expected one of: {', '.join(known)}."
        raise _WrongValueError(f"{value!r} is not a {name}.{offer}")
    return known[value]


def _tuple_from(made: Converter, value: object, kind: Any) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise _WrongValueError(f"{value!r} is not a list")
    inner = get_args(kind)
    if inner[-1] is Ellipsis:
        return tuple(made.structure(value, list[inner[0]]))  # type: ignore[valid-type]
    if len(value) != len(inner):
        raise _WrongValueError(f"{value!r} does not have {len(inner)} items")
    return tuple(made.structure(each, of) for each, of in zip(value, inner, strict=True))


def _about_from(value: object, _: object) -> type:
    known = {name: getattr(facts_classes, name) for name in facts_classes.__all__}
    if not isinstance(value, str) or value not in known:
        raise _WrongValueError(f"{value!r} is not a facts class.{did_you_mean(str(value), known)}")
    found: type = known[value]
    return found


_NODES: dict[str, tuple[type, dict[str, str]]] = {
    "holds": (rules.Holds, {"fact": "holds"}),
    "reaches": (rules.Reaches, {"fact": "reaches", "bound": "bound"}),
    "contains": (rules.Contains, {"fact": "contains", "values": "values"}),
    "all_of": (rules.AllOf, {"parts": "all_of"}),
    "any_of": (rules.AnyOf, {"parts": "any_of"}),
    "not": (rules.Not, {"rule": "not"}),
    "at_least": (rules.AtLeast, {"number": "at_least", "parts": "of"}),
    "element": (rules.Element, {"title": "element", "rule": "rule", "pinpoint": "pinpoint", "note": "note"}),
    "meets": (rules.Meets, {"definition": "meets", "part": "part"}),
    "by_legal_order": (
        rules.ByLegalOrder,
        {
            "parameter": "by_legal_order",
            "question": "question",
            "then": "then",
            "otherwise": "otherwise",
            "pinpoint": "pinpoint",
        },
    ),
    "not_established": (
        rules.NotEstablished,
        {"title": "not_established", "reason": "reason", "pinpoint": "pinpoint"},
    ),
}
"""For each node the key that tells it, and the key of each of its attributes."""
_TAGS = {kind: tag for tag, (kind, _) in _NODES.items()}


def _rule_to(made: Converter, rule: Any) -> dict[str, Any]:
    _, keys = _NODES[_TAGS[type(rule)]]
    written = {}
    for field in attrs.fields(type(rule)):
        value = getattr(rule, field.name)
        if value is None:
            continue
        if isinstance(value, tuple):
            value = [_rule_to(made, each) if type(each) in _TAGS else str(each) for each in value]
        elif type(value) in _TAGS:
            value = _rule_to(made, value)
        elif isinstance(value, Definition):
            value = made.unstructure(value)
        written[keys[field.name]] = value
    return written


def _rule_from(made: Converter, raw: object, _: object) -> Any:
    if not isinstance(raw, dict):
        raise _WrongValueError(f"{raw!r} is not a rule: expected an object")
    tags = [tag for tag in _NODES if tag in raw]
    if len(tags) != 1:
        found = ", ".join(raw) or "nothing"
        raise _WrongValueError(f"expected just one of {', '.join(_NODES)} in a rule, found {found}")
    kind, keys = _NODES[tags[0]]
    fields = {keys[field.name]: field for field in attrs.fields(kind)}
    faults = [
        Fault(name, f"there is no such field in a rule.{did_you_mean(name, fields)}")
        for name in raw
        if name not in fields
    ]
    given = {}
    for key, field in fields.items():
        if key not in raw:
            if field.default is attrs.NOTHING:
                faults.append(Fault(key, "is missing"))
            continue
        try:
            given[field.name] = _part_from(made, raw[key], str(field.type))
        except (ClassValidationError, IterableValidationError, OrgCrimeError, _WrongValueError) as error:
            faults += _faults(error, key, kind)
    if faults:
        raise InputError(faults)
    return kind(**given)


def _part_from(made: Converter, value: object, annotation: str) -> Any:
    kinds: dict[str, Any] = {
        "Rule": rules.Rule,
        "tuple[Rule, ...]": tuple[rules.Rule, ...],
        "tuple[str, ...]": tuple[str, ...],
        "Definition": Definition,
        "str": str,
        "str | None": str,
        "int": int,
        "float": float,
    }
    return made.structure(value, kinds[annotation])


def _faults(error: BaseException, path: str, kind: Any) -> Iterator[Fault]:
    """Yield every fault within an error of the converter, each with its place."""
    if isinstance(error, InputError):
        for fault in error.faults:
            yield Fault(_joined(path, fault.path), fault.message)
    elif isinstance(error, (ClassValidationError, IterableValidationError)):
        for each in error.exceptions:
            place, inner = path, kind
            for note in getattr(each, "__notes__", ()):
                if isinstance(note, AttributeValidationNote):
                    place, inner = _joined(path, note.name), note.type
                elif isinstance(note, IterableValidationNote):
                    place, inner = f"{path}[{note.index}]", note.type
            yield from _faults(each, place, getattr(error, "cl", inner) if place == path else inner)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [field.name for field in attrs.fields(error.cl)] if attrs.has(error.cl) else []
        for name in sorted(error.extra_fields):
            yield Fault(_joined(path, name), f"there is no such field.{did_you_mean(name, known)}")
    elif isinstance(error, KeyError) and not isinstance(error, OrgCrimeError):
        yield Fault(_joined(path, str(error.args[0])), "is missing")
    elif isinstance(error, OrgCrimeError | _WrongValueError):
        yield Fault(path, str(error).removeprefix(": "))
    else:
        yield Fault(path, f"expected an object: {error}")


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path and name and not name.startswith("[") else path + name
