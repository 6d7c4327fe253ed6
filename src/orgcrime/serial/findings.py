"""Findings as JSON has them; one that is read is made anew from its facts, and must come to the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from orgcrime.errors import Fault, InputError, shown
from orgcrime.law.finding import Finding, assess, grounds
from orgcrime.law.rule import Definition
from orgcrime.law.space import Work
from orgcrime.serial.facts import MOST, Json, facts_from, facts_to, joined, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from orgcrime.serial.rules import Read

__all__ = ["finding_from", "finding_to"]


def finding_to(finding: Finding, written: Callable[[Definition], Any]) -> dict[str, Any]:
    """Return a finding as JSON has it.

    Args:
        finding: the finding.
        written: gives its definition as JSON has it.

    Raises:
        InputError: if the definition is too intricate.
    """
    return {
        "definition": written(finding.definition),
        "facts": facts_to(finding.facts),
        "parameters": finding.parameters,
        **_outcome(finding, Work(finding.definition.id)),
    }


def _outcome(finding: Finding, work: Work) -> dict[str, Any]:
    why = grounds(finding, work)
    found: dict[str, Any] = {
        "title": finding.title,
        "citation": str(finding.citation),
        "truth": finding.truth.value,
        "reason": finding.reason,
        "note": finding.note,
        "missing": list(why.missing),
        "decisive": list(why.decisive),
        "open_parameters": list(why.open_parameters),
        "not_established": list(why.not_established),
        "elements": [_outcome(each, work) for each in finding.elements],
    }
    return {name: value for name, value in found.items() if value not in ("", None, [])}


def finding_from(raw: object, read: Read, where: str = "") -> Finding:
    """Return the finding that a JSON object describes.

    Args:
        raw: the object as it was read.
        read: takes a value, a class and a place, and gives the object of that class, or raises an `InputError`.
        where: the place of the finding, for the messages.

    Raises:
        InputError: naming every fault with its place, and whatever does not follow from the facts.
    """
    if not isinstance(raw, dict) or "definition" not in raw or "facts" not in raw:
        raise InputError([Fault(where, "expected a finding: an object with 'definition' and 'facts'")])
    definition = _definition(raw["definition"], read, joined(where, "definition"))
    facts: object = facts_from(raw["facts"], definition.about, joined(where, "facts"))
    parameters = raw.get("parameters", {})
    if not isinstance(parameters, dict):
        said = f"expected an object of answers, found {kind_of(parameters)}"
        raise InputError([Fault(joined(where, "parameters"), said)])
    finding = assess(definition, facts, parameters=parameters)
    again = finding_to(finding, lambda _: None)
    faults = [
        fault
        for name in {**raw, **again}
        if name not in ("definition", "facts", "parameters")
        for fault in _differences(raw.get(name), again.get(name), joined(where, name))
    ]
    if faults:
        raise InputError(faults[:MOST])
    return finding


_KEPT = 128
_LETTERS = 100_000
_definitions: dict[str, Definition] = {}


def _definition(raw: Json, read: Read, where: str) -> Definition:
    """Return the definition of a finding: of many findings in a row it is the same, and read once."""
    try:
        text = json.dumps(raw)
    except (TypeError, ValueError, RecursionError):
        text = ""  # no JSON: whoever reads it says why
    known = _definitions.get(text)
    if known is None:
        known = read(raw, Definition, where)
        if 0 < len(text) <= _LETTERS:
            if len(_definitions) >= _KEPT:
                _definitions.clear()
            _definitions[text] = known
    return known


def _differences(given: object, follows: object, path: str) -> Iterator[Fault]:
    """Yield what is given and does not follow."""
    if isinstance(given, dict) and isinstance(follows, dict):
        for name in {**given, **follows}:
            yield from _differences(given.get(name), follows.get(name), joined(path, name))
    elif isinstance(given, list) and isinstance(follows, list) and len(given) == len(follows):
        for at, (one, other) in enumerate(zip(given, follows, strict=True)):
            yield from _differences(one, other, f"{path}[{at}]")
    elif type(given) is not type(follows) or given != follows:
        yield Fault(path, f"{shown(given)} does not follow from the facts: expected {shown(follows)}")
