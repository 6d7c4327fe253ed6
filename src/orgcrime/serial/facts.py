"""Facts as JSON has them, and the words for what is wrong with a value."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import attrs

from orgcrime.errors import Fault, InputError, did_you_mean, shown
from orgcrime.law import facts as facts_classes
from orgcrime.law.values import Between, Fact, FactKind, Listing, Penalty, specification

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "FACTS",
    "LETTERS",
    "MOST",
    "VALUES",
    "Json",
    "between_from",
    "fact_to",
    "facts_from",
    "facts_to",
    "is_facts",
    "joined",
    "kind_of",
    "listing_from",
    "near",
    "offered",
]

T = TypeVar("T")
Json: TypeAlias = Any
"""A value as JSON has it: an object, a list, a text, a number, true, false or null."""

MOST = 1000
"""So many faults of one input are named; what comes after them is not looked at."""
VALUES = 1000
"""A listing of facts holds at most so many values."""
LETTERS = 1000
"""A text in a listing of facts has at most so many letters."""


def is_facts(kind: object) -> bool:
    """Return whether something is a class of facts."""
    return isinstance(kind, type) and attrs.has(kind) and bool(specification(kind))


FACTS: dict[str, type] = {
    name: getattr(facts_classes, name) for name in facts_classes.__all__ if is_facts(getattr(facts_classes, name))
}
"""Every class of facts, by its name."""


def joined(path: str, name: str) -> str:
    """Return the place of a field, or of an item, within a place."""
    return f"{path}.{name}" if path and name and not name.startswith("[") else path + name


def kind_of(value: object) -> str:
    """Return in words what a value of JSON is."""
    known = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return known.get(type(value), "a number")


def near(given: object, known: Iterable[str]) -> str:
    """Return the sentence that offers the nearest known values; nothing for what is no text."""
    return did_you_mean(given, known) if isinstance(given, str) else ""


def offered(given: object, known: Iterable[str]) -> str:
    """Return the sentence that offers the nearest known values, or all where none is near."""
    return near(given, known) or f" Expected one of: {', '.join(known)}."


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
        raise InputError([Fault(where, f"{shown(raw)} is not an object of facts")])
    known = specification(about)
    if raw and not known.keys() & raw.keys():
        fitting = [name for name, kind in FACTS.items() if raw.keys() <= specification(kind).keys()]
        if fitting:
            wanted = f"{about.__name__}: {', '.join(known)}"
            raise InputError([Fault(where, f"these are facts of {' or '.join(fitting)}; expected those of {wanted}")])
    faults: list[Fault] = []
    given: dict[str, Any] = {}
    for name, value in raw.items():
        if len(faults) >= MOST:
            break
        path = joined(where, str(name))
        fact = known.get(name)
        if fact is None:
            faults.append(Fault(path, f"there is no such fact.{near(name, known)}"))
            continue
        try:
            given[name] = _fact_from(fact, value, path)
        except InputError as error:
            faults += error.faults
    made: T | None = None
    try:
        made = about(**given)
    except InputError as error:
        faults += [_moved(fault, about, where) for fault in error.faults]
    if faults or made is None:
        raise InputError(faults[:MOST])
    return made


def _moved(fault: Fault, about: type, where: str) -> Fault:
    path = fault.path.removeprefix(f"{about.__name__}.")
    return Fault(joined(where, path), fault.message)


_ANY = Fact(kind=FactKind.PENALTY, label="", question="")


def between_from(value: Json, where: str = "") -> Between:
    """Return the range that a JSON object gives.

    Raises:
        InputError: naming every fault with its place.
    """
    if not isinstance(value, dict):
        raise InputError([Fault(where, f"expected an object with 'at_least' or 'at_most', found {kind_of(value)}")])
    return _range_from(_ANY, value, where)


def listing_from(value: Json, where: str = "") -> Listing[str]:
    """Return the listing that a JSON list, or an object with 'values', gives.

    Raises:
        InputError: naming every fault with its place.
    """
    found = _listing_from(value, where)
    if not isinstance(found, Listing):
        raise InputError([Fault(where, f"expected a list or an object with 'values', found {kind_of(value)}")])
    return found


def _fact_from(fact: Fact, value: object, path: str) -> object:
    if value is None:
        return None
    if fact.kind is FactKind.PART and fact.part is not None:
        return facts_from(value, fact.part, path)
    if fact.kind in (FactKind.NUMBER, FactKind.PENALTY):
        return _range_from(fact, value, path) if isinstance(value, dict) else _penalty_from(fact, value)
    return _listing_from(value, path) if fact.kind is FactKind.LISTING else value


def _range_from(fact: Fact, value: dict[str, Any], path: str) -> Between:
    _only(value, ("at_least", "at_most"), path)
    ends = [_penalty_from(fact, value.get(end)) for end in ("at_least", "at_most")]
    try:
        return Between(*ends)
    except InputError as error:
        raise InputError([Fault(path, fault.message) for fault in error.faults]) from None


def _penalty_from(fact: Fact, value: Json) -> Json:
    return Penalty(value) if fact.kind is FactKind.PENALTY and value in ("life", "death") else value


def _listing_from(value: Json, path: str) -> object:
    complete: object = False
    if isinstance(value, dict):
        _only(value, ("values", "complete"), path)
        value, complete = value.get("values", []), value.get("complete", False)
        if not isinstance(value, list) or not isinstance(complete, bool):
            raise InputError([Fault(path, "expected 'values' as a list and 'complete' as true or false")])
    if not isinstance(value, list):
        return value
    if len(value) > VALUES:
        raise InputError([Fault(path, f"holds {len(value)} values; at most {VALUES} are taken")])
    faults = [Fault(path, f"{shown(each)} is not a text") for each in value if not isinstance(each, str)]
    faults += [
        Fault(path, f"{shown(each)} is longer than {LETTERS} letters")
        for each in value
        if isinstance(each, str) and len(each) > LETTERS
    ]
    if faults:
        raise InputError(faults)
    return Listing(value, complete=complete is True)


def _only(value: dict[str, Any], known: tuple[str, ...], path: str) -> None:
    faults = [
        Fault(f"{path}.{name}", f"there is no such field.{near(name, known)}") for name in value.keys() - set(known)
    ]
    if faults:
        raise InputError(sorted(faults, key=lambda fault: fault.path)[:MOST])


def facts_to(facts: object) -> dict[str, Any]:
    """Return facts as JSON has them; what is not known is left out."""
    return {
        name: fact_to(getattr(facts, name)) for name in specification(type(facts)) if getattr(facts, name) is not None
    }


def fact_to(value: object) -> Json:
    """Return the value of a fact as JSON has it."""
    if isinstance(value, Between):
        ends = (("at_least", value.low), ("at_most", value.high))
        return {name: fact_to(end) for name, end in ends if end is not None}
    if isinstance(value, Listing):
        values = [fact_to(each) for each in value.values]
        return {"values": values, "complete": True} if value.complete else values
    if isinstance(value, enum.Enum):
        return value.value
    return facts_to(value) if attrs.has(type(value)) else value
