"""A case as a file: facts, the definition put to them, and the States concerned on a day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import attrs

from orgcrime.catalogue import BUILT_IN, Catalogue, named
from orgcrime.days import read_day
from orgcrime.errors import Fault, InputError, OrgCrimeError, did_you_mean
from orgcrime.law.finding import Finding
from orgcrime.law.finding import assess as put
from orgcrime.law.rule import Definition
from orgcrime.outline import Outline
from orgcrime.serial import facts_from, read_json
from orgcrime.serial import plain as as_json
from orgcrime.status.positions import Standing, standing

__all__ = ["Answer", "CaseFile", "answer", "read_case"]


@attrs.frozen(kw_only=True)
class CaseFile:
    """A case as it stands in a file.

    Attributes:
        definition: the definition put to the facts.
        facts: the facts.
        title: what the case is.
        source: where it is from, as a neutral citation or docket; never a name of a person.
        parameters: what is known of the legal order.
        states: the States concerned, each by any key that names it.
        on: the day for which their standing is asked; ``None`` for the last day that the data vouch for.
        note: what a reader must know.
    """

    definition: Definition
    facts: Any
    title: str | None = None
    source: str | None = None
    parameters: tuple[tuple[str, bool | None], ...] = ()
    states: tuple[str, ...] = ()
    on: dt.date | None = None
    note: str | None = None


@attrs.frozen(kw_only=True)
class Answer:
    """What a case comes to: the finding, and who of the States concerned was bound.

    Attributes:
        case: the case.
        finding: the definition on the facts.
        standings: the States concerned towards the instrument of the definition.
    """

    case: CaseFile
    finding: Finding
    standings: tuple[Standing, ...]

    def plain(self) -> dict[str, object]:
        """Return the answer as JSON has it."""
        return {
            "title": self.case.title,
            "source": self.case.source,
            "finding": as_json(self.finding),
            "standings": [each.plain() for each in self.standings],
        }

    def outline(self) -> Outline:
        """Return the answer as a tree of headings."""
        name = self.finding.citation.label or self.finding.citation.instrument
        unlisted = f"who is bound by {name} is not listed here" if self.case.states and not self.standings else None
        notes = tuple(filter(None, (self.case.note, self.case.source and f"case: {self.case.source}", unlisted)))
        return Outline(
            heading=self.case.title or "case",
            children=(self.finding.outline(), *(each.outline() for each in self.standings)),
            notes=notes,
        )

    def text(self) -> str:
        """Return the answer as plain text."""
        return self.outline().text()

    def __str__(self) -> str:
        """Return the answer as plain text."""
        return self.text()

    def _repr_html_(self) -> str:
        return self.outline().html()


_KEYS = tuple(field.name for field in attrs.fields(CaseFile))


def read_case(path: str | Path, *, definition: str | None = None, catalogue: Catalogue = BUILT_IN) -> CaseFile:
    """Return the case in a JSON file.

    Args:
        path: the file: an object with ``definition``, ``facts`` and, if wanted, ``title``, ``source``, ``parameters``,
            ``states``, ``on`` and ``note``.
        definition: the definition to put to the facts, in place of the one that the file names.
        catalogue: where to look; the built-in data by default.

    Raises:
        InputError: naming every fault of the file with its place.
        OSError: if the file cannot be read.
    """
    file = Path(path)
    raw = read_json(file.read_bytes(), file.name)
    faults: list[Fault] = []
    if not isinstance(raw, dict):
        raise InputError([Fault(file.name, f"expected an object with 'definition' and 'facts', found {_kind(raw)}")])
    faults += [
        Fault(f"{file.name}.{key}", f"there is no such field.{did_you_mean(key, _KEYS)}")
        for key in raw
        if key not in _KEYS
    ]
    wanted = definition or raw.get("definition")
    found: Definition | None = None
    if wanted is None:
        faults.append(Fault(f"{file.name}.definition", "is missing: expected the id of a definition"))
    else:
        found = _try(faults, f"{file.name}.definition", lambda: named(catalogue.definitions, wanted))
    facts = None
    if "facts" not in raw:
        faults.append(Fault(f"{file.name}.facts", "is missing: expected an object of facts"))
    elif found is not None:
        about = found.about
        facts = _try(faults, "", lambda: facts_from(raw["facts"], about, f"{file.name}.facts"))
    states = raw.get("states", [])
    if not isinstance(states, list):
        faults.append(Fault(f"{file.name}.states", f"expected a list of States, found {_kind(states)}"))
        states = []
    on = None
    if raw.get("on") is not None:
        on = _try(faults, "", lambda: read_day(raw["on"], f"{file.name}.on"))
    for at, state in enumerate(states):
        _try(faults, f"{file.name}.states[{at}]", lambda state=state: named(catalogue.participants, state, on=on))
    parameters = {} if raw.get("parameters") is None else raw["parameters"]
    if not isinstance(parameters, dict):
        faults.append(Fault(f"{file.name}.parameters", f"expected an object, found {_kind(parameters)}"))
        parameters = {}
    faults += [
        Fault(f"{file.name}.{key}", f"expected a text, found {_kind(raw[key])}")
        for key in ("title", "source", "note")
        if raw.get(key) is not None and not isinstance(raw[key], str)
    ]
    if faults or found is None:
        raise InputError(faults)
    return CaseFile(
        definition=found,
        facts=facts,
        title=raw.get("title"),
        source=raw.get("source"),
        parameters=tuple(sorted(parameters.items())),
        states=tuple(states),
        on=on,
        note=raw.get("note"),
    )


def answer(case: CaseFile, *, catalogue: Catalogue = BUILT_IN) -> Answer:
    """Return what a case comes to.

    Raises:
        InputError: if a parameter does not exist.
    """
    finding = put(case.definition, case.facts, parameters=dict(case.parameters))
    instrument = catalogue.instruments.get(case.definition.citation.instrument)
    listed = instrument is not None and instrument.id in catalogue.horizons
    standings = tuple(
        standing(state, instrument, on=case.on, catalogue=catalogue) for state in case.states if listed and instrument
    )
    return Answer(case=case, finding=finding, standings=standings)


def _try(faults: list[Fault], path: str, ask: Any) -> Any:
    try:
        return ask()
    except InputError as error:
        faults.extend(error.faults)
    except OrgCrimeError as error:
        faults.append(Fault(path, str(error)))
    return None


def _kind(value: object) -> str:
    return {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}.get(
        type(value), "a number"
    )
