"""Rules as JSON has them: for each node an object, told by one key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from orgcrime.errors import Fault, InputError, shown
from orgcrime.law import rule as rules
from orgcrime.law.rule import LEVELS, PARTS, Definition, Rule
from orgcrime.serial.facts import MOST, Json, joined, near

if TYPE_CHECKING:
    from collections.abc import Callable

Read: TypeAlias = "Callable[[Json, Any, str], Any]"
"""Takes a value, a class and a place, and gives the object of that class, or raises an `InputError`."""

__all__ = ["LEVELS", "NODES", "Read", "rule_from", "rule_to"]

NODES: dict[str, tuple[type, dict[str, str]]] = {
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
_TAGS = {kind: tag for tag, (kind, _) in NODES.items()}


def rule_to(rule: Rule, written: Callable[[Definition], Json]) -> dict[str, Json]:
    """Return a rule as JSON has it.

    Args:
        rule: the rule.
        written: gives a definition within it as JSON has it.
    """
    _, keys = NODES[_TAGS[type(rule)]]
    found: dict[str, Any] = {}
    for field in attrs.fields(type(rule)):
        value = getattr(rule, field.name)
        if value is None:
            continue
        if isinstance(value, tuple):
            value = [rule_to(each, written) if type(each) in _TAGS else str(each) for each in value]
        elif type(value) in _TAGS:
            value = rule_to(value, written)
        elif isinstance(value, Definition):
            value = written(value)
        found[keys[field.name]] = value
    return found


def rule_from(raw: object, read: Read, path: str = "") -> Rule:
    """Return the rule that a JSON object gives.

    Args:
        raw: the object as it was read.
        read: takes a value, a class and a place, and gives the object of that class, or raises an `InputError`.
        path: the place of the rule, for the messages.

    Raises:
        InputError: naming every fault with its place.
    """
    fault = _too_large(raw)
    if fault is not None:
        raise InputError([Fault(path, fault)])
    return _rule_from(raw, read, path)


_OBJECTS = 10 * PARTS


def _too_large(raw: object) -> str | None:
    """Return why a value cannot be a rule, before any of it is read: too deep, or far too many parts."""
    row: list[Any] = [raw]
    objects = 0
    for _ in range(LEVELS):
        row = [each for each in row if isinstance(each, (dict, list))]
        objects += sum(isinstance(each, dict) for each in row)
        if objects > _OBJECTS:
            return f"a rule has more than {PARTS} parts"
        row = [inner for each in row for inner in (each.values() if isinstance(each, dict) else each)]
    return f"a rule is deeper than {LEVELS} levels" if any(isinstance(each, (dict, list)) for each in row) else None


def _rule_from(raw: object, read: Read, path: str) -> Rule:
    if not isinstance(raw, dict):
        raise InputError([Fault(path, f"{shown(raw)} is not a rule: expected an object")])
    tags = [tag for tag in NODES if tag in raw]
    if len(tags) != 1:
        found = _keys(raw)
        raise InputError([Fault(path, f"expected just one of {', '.join(NODES)} in a rule, found {found}")])
    kind, keys = NODES[tags[0]]
    fields = {keys[field.name]: field for field in attrs.fields(kind)}
    faults = [
        Fault(joined(path, name), f"there is no such field in a rule.{near(name, fields)}")
        for name in list(raw)[:MOST]
        if name not in fields
    ]
    given: dict[str, Any] = {}
    for key, field in fields.items():
        place = joined(path, key)
        if key not in raw:
            if field.default is attrs.NOTHING:
                faults.append(Fault(place, "is missing"))
            continue
        try:
            given[field.name] = _part_from(raw[key], read, str(field.type), place)
        except InputError as error:
            faults += error.faults
    if faults:
        raise InputError(faults[:MOST])
    made: Rule = kind(**given)
    return made


def _keys(raw: dict[str, Any]) -> str:
    """Return the keys of an object in words."""
    return ", ".join(str(name)[:40] for name in list(raw)[:20]) or "nothing"


def _part_from(value: Json, read: Read, annotation: str, path: str) -> Json:
    if annotation == "Rule":
        return _rule_from(value, read, path)
    if annotation == "tuple[Rule, ...]":
        if not isinstance(value, list):
            raise InputError([Fault(path, f"{shown(value)} is not a list")])
        parts: list[Rule] = []
        faults: list[Fault] = []
        for at, each in enumerate(value):
            try:
                parts.append(_rule_from(each, read, f"{path}[{at}]"))
            except InputError as error:
                faults += error.faults
                if len(faults) >= MOST:
                    break
        if faults:
            raise InputError(faults[:MOST])
        return tuple(parts)
    kinds: dict[str, Any] = {
        "tuple[str, ...]": tuple[str, ...],
        "Definition": Definition,
        "str": str,
        "str | None": str,
        "int": int,
        "float": float,
    }
    return read(value, kinds[annotation], path)
