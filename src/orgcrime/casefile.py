"""A case as a file: facts, the definition put to them, and the States concerned on a day."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs

from orgcrime.catalogue import BUILT_IN, Catalogue, named
from orgcrime.days import read_day
from orgcrime.embedding import embeddable
from orgcrime.errors import DateError, Fault, InputError, OrgCrimeError, shown
from orgcrime.law.finding import Finding
from orgcrime.law.finding import assess as put
from orgcrime.law.rule import Definition
from orgcrime.outline import Outline
from orgcrime.serial import facts_from, from_plain, read_json, unmarked
from orgcrime.serial import plain as as_json
from orgcrime.serial.facts import MOST, joined, kind_of, near
from orgcrime.status.positions import Standing, standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

__all__ = ["Answer", "CaseFile", "answer", "read_case"]

Parameters: TypeAlias = tuple[tuple[str, bool | None], ...]
"""What is known of the legal order, by the name of the parameter."""


def _ordered(given: Mapping[str, bool | None] | Iterable[tuple[str, bool | None]]) -> Parameters:
    return tuple(sorted(dict(given).items()))


@embeddable
@attrs.frozen(kw_only=True)
class CaseFile:
    """A case as it stands in a file.

    Attributes:
        definition: the definition put to the facts; in a file its id, or the definition in full.
        facts: the facts.
        title: what the case is.
        source: where it is from, as a neutral citation or docket; never a name of a person.
        parameters: what is known of the legal order.
        states: the States concerned, each by any key that names it.
        on: the day for which their standing is asked; ``None`` for the last day that the data vouch for.
        note: what a reader must know.

    >>> import orgcrime as oc
    >>> case = CaseFile(definition=oc.definitions["untoc-serious-crime"], facts=oc.Offence(maximum_penalty=5))
    >>> print(oc.to_json(case, indent=None))
    {"orgcrime": 1, "definition": "untoc-serious-crime", "facts": {"maximum_penalty": 5}}
    >>> oc.from_json(oc.to_json(case), oc.CaseFile) == case
    True
    """

    definition: Definition
    facts: Any
    title: str | None = None
    source: str | None = None
    parameters: Parameters = attrs.field(default=(), converter=_ordered)
    states: tuple[str, ...] = ()
    on: dt.date | None = None
    note: str | None = None

    def plain(self) -> dict[str, object]:
        """Return the case as JSON has it: the definition by its id where it is one of the library, else in full."""
        known = BUILT_IN.definitions.get(self.definition.id) == self.definition
        found = {
            "definition": self.definition.id if known else as_json(self.definition),
            "facts": as_json(self.facts),
            "title": self.title,
            "source": self.source,
            "parameters": dict(self.parameters) or None,
            "states": list(self.states) or None,
            "on": None if self.on is None else self.on.isoformat(),
            "note": self.note,
        }
        return {name: value for name, value in found.items() if value is not None}

    @classmethod
    def from_plain(
        cls, raw: object, where: str = "", *, definition: str | None = None, catalogue: Catalogue = BUILT_IN
    ) -> CaseFile:
        """Return the case that a value of JSON describes.

        Args:
            raw: the value as it was read.
            where: the place of the value, for the messages.
            definition: the definition to put to the facts, in place of the one that the value names.
            catalogue: where to look; the built-in data by default.

        Raises:
            InputError: naming every fault with its place.
        """
        return _Reading(raw, where, catalogue).case(definition)


@embeddable
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
            ``states``, ``on`` and ``note``; what `orgcrime.to_json` writes of a `CaseFile` is one.
        definition: the definition to put to the facts, in place of the one that the file names.
        catalogue: where to look; the built-in data by default.

    Raises:
        InputError: naming every fault of the file with its place.
        OSError: if the file cannot be read.
    """
    file = Path(path)
    raw = unmarked(read_json(file.read_bytes(), file.name), file.name)
    return CaseFile.from_plain(raw, file.name, definition=definition, catalogue=catalogue)


class _Reading:
    """A case that is being read, with the faults found so far."""

    def __init__(self, raw: object, where: str, catalogue: Catalogue) -> None:
        if not isinstance(raw, dict):
            said = f"expected an object with 'definition' and 'facts', found {kind_of(raw)}"
            raise InputError([Fault(where, said)])
        self._raw: dict[str, Any] = raw
        self._where = where
        self._catalogue = catalogue
        self._faults = [
            Fault(joined(where, key), f"there is no such field.{near(key, _KEYS)}")
            for key in list(raw)[:MOST]
            if key not in _KEYS
        ]

    def case(self, wanted: str | None) -> CaseFile:
        """Return the case, or refuse it with every fault."""
        definition = self._definition(wanted)
        facts = self._facts(definition)
        on = None if self._raw.get("on") is None else self._try("", lambda: read_day(self._raw["on"], self._at("on")))
        title, source, note = map(self._text, ("title", "source", "note"))
        parameters, states = self._parameters(), self._states(on)
        if self._faults or definition is None:
            raise InputError(self._faults[:MOST])
        return CaseFile(
            definition=definition,
            facts=facts,
            title=title,
            source=source,
            parameters=parameters,
            states=states,
            on=on,
            note=note,
        )

    def _at(self, key: str) -> str:
        return joined(self._where, key)

    def _fault(self, key: str, message: str) -> None:
        self._faults.append(Fault(self._at(key), message))

    def _try(self, path: str, ask: Callable[[], Any]) -> Any:
        try:
            return ask()
        except InputError as error:
            self._faults.extend(error.faults)
        except DateError as error:
            self._faults.append(Fault(error.where, f"{shown(error.given)} is not {error.reason}"))
        except OrgCrimeError as error:
            self._faults.append(Fault(path, str(error)))
        return None

    def _definition(self, wanted: str | None) -> Definition | None:
        given = wanted or self._raw.get("definition")
        if given is None:
            self._fault("definition", "is missing: expected the id of a definition")
            return None
        where = self._at("definition")
        if isinstance(given, dict):
            made: Definition | None = self._try(where, lambda: from_plain(given, Definition, where))
            return made
        found: Definition | None = self._try(where, lambda: named(self._catalogue.definitions, given))
        return found

    def _facts(self, definition: Definition | None) -> Any:
        if "facts" not in self._raw:
            self._fault("facts", "is missing: expected an object of facts")
        elif definition is not None:
            return self._try("", lambda: facts_from(self._raw["facts"], definition.about, self._at("facts")))
        return None

    def _text(self, key: str) -> str | None:
        found = self._raw.get(key)
        if found is None or isinstance(found, str):
            return found
        self._fault(key, f"expected a text, found {kind_of(found)}")
        return None

    def _states(self, on: dt.date | None) -> tuple[str, ...]:
        found = self._raw.get("states", [])
        if not isinstance(found, list):
            self._fault("states", f"expected a list of States, found {kind_of(found)}")
            return ()
        if len(found) > MOST:
            self._fault("states", f"holds {len(found)} States; at most {MOST} are taken")
            return ()
        for at, state in enumerate(found):
            look_up = functools.partial(named, self._catalogue.participants, state, on=on)
            self._try(self._at(f"states[{at}]"), look_up)
        return tuple(found)

    def _parameters(self) -> dict[str, bool | None]:
        found = self._raw.get("parameters")
        if found is None:
            return {}
        if not isinstance(found, dict):
            self._fault("parameters", f"expected an object, found {kind_of(found)}")
            return {}
        for name, value in found.items():
            if value is not None and not isinstance(value, bool):
                expected = "expected true, false, or null for not known"
                self._fault(f"parameters.{name}", f"{shown(value)} is not a yes or a no: {expected}")
        return found


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
