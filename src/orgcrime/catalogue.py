"""The catalogue: data files made into registries, each on first use."""

from __future__ import annotations

import datetime as dt
import functools
import importlib
from typing import TYPE_CHECKING, Any

from orgcrime.errors import DanglingReferenceError, UnknownKeyError
from orgcrime.naming import (
    body_deals_with,
    body_keys,
    crime_keys,
    definition_keys,
    definition_stands,
    instrument_in_force,
    instrument_keys,
    participant_keys,
    programme_keys,
    programme_runs,
    taxonomy_keys,
    taxonomy_stands,
)
from orgcrime.registry import Key, Record, Registry

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orgcrime.law.rule import Definition
    from orgcrime.model.body import Body
    from orgcrime.model.crime import CrimeCategory
    from orgcrime.model.instrument import Instrument
    from orgcrime.model.participant import Participant
    from orgcrime.model.participation import ControlTotal, Declaration, Horizon, Lead, Participation
    from orgcrime.model.programme import Programme
    from orgcrime.model.source import Source
    from orgcrime.model.taxonomy import Match, Taxonomy

__all__ = ["BUILT_IN", "REGISTRIES", "SEARCHED", "Catalogue", "named"]

_DEFINITION_MODULES = (
    "untoc",
    "untoc.participation",
    "untoc.offences",
    "untoc.conformity",
    "untoc.cooperation",
    "untoc.property",
    "trafficking",
    "smuggling",
    "firearms",
    "uncac",
    "uncac.participation",
    "uncac.property",
    "eu",
    "eu.trafficking",
    "national",
)


class Catalogue:
    """The registries, each made when it is first asked for.

    An application that has records of its own makes a catalogue of its own with `replacing` and gives it to the
    questions as ``catalogue=``; the built-in one stays as it is.

    >>> import orgcrime as oc
    >>> oc.BUILT_IN.instruments is oc.instruments
    True
    """

    def __init__(self, **registries: Registry[Any]) -> None:
        """Make a catalogue.

        Args:
            registries: registries to be used in place of the built-in ones, by name.

        Raises:
            UnknownKeyError: for a name that no registry of the catalogue has.
        """
        for name, registry in registries.items():
            if name not in REGISTRIES:
                raise UnknownKeyError("registry", name, REGISTRIES)
            self.__dict__[name] = registry
        self._given = tuple(registries)

    def replacing(self, **registries: Registry[Any]) -> Catalogue:
        """Return a catalogue with other registries in place of some of these."""
        kept = {name: self.__dict__[name] for name in self._given}
        return Catalogue(**(kept | registries))

    @functools.cached_property
    def sources(self) -> Registry[Source]:
        """The documents that data were read from."""
        from orgcrime.model.source import Source
        from orgcrime.reading import filed, names

        return Registry("source", filed(Source, *names("sources", ".json")), no_keys)

    @functools.cached_property
    def instruments(self) -> Registry[Instrument]:
        """The conventions, protocols and legal acts."""
        from orgcrime.model.instrument import Instrument
        from orgcrime.reading import filed

        return Registry(
            "instrument",
            filed(Instrument, "instruments.json"),
            instrument_keys,
            questions={"on": instrument_in_force},
        )

    @functools.cached_property
    def participants(self) -> Registry[Participant]:
        """The States and organisations that take part in instruments, and what is looked up as such."""
        from orgcrime.model.participant import Participant
        from orgcrime.reading import filed

        return Registry("participant", filed(Participant, "participants.json"), participant_keys)

    @functools.cached_property
    def participations(self) -> Registry[Participation]:
        """What participants have done about instruments; the keys are ``instrument/participant``."""
        every = [each for instrument in self.horizons for each in self.acts_about(instrument).values()]
        return Registry("participation", every, no_keys)

    @functools.cached_property
    def horizons(self) -> Registry[Horizon]:
        """How far the lists of acts can be relied on, by instrument."""
        from orgcrime.model.participation import Horizon
        from orgcrime.reading import records

        return Registry("horizon", records(Horizon, "participation/horizons.json"), no_keys)

    @functools.cached_property
    def definitions(self) -> Registry[Definition]:
        """The definitions, scope rules and offences."""
        from orgcrime.law.rule import Definition

        found = []
        for name in _DEFINITION_MODULES:
            module = importlib.import_module(f"orgcrime.law.{name}")
            found += [value for value in map(vars(module).get, module.__all__) if isinstance(value, Definition)]
        return Registry(
            "definition",
            sorted(found, key=lambda each: each.id),
            definition_keys,
            questions={"on": definition_stands},
        )

    @functools.cached_property
    def bodies(self) -> Registry[Body]:
        """The organisations, agencies, conferences, networks and forums."""
        from orgcrime.model.body import Body
        from orgcrime.reading import filed

        questions = {"crime": functools.partial(body_deals_with, self)}
        return Registry("body", filed(Body, "bodies.json"), body_keys, several="bodies", questions=questions)

    @functools.cached_property
    def programmes(self) -> Registry[Programme]:
        """The policy cycles and review mechanisms."""
        from orgcrime.model.programme import Programme
        from orgcrime.reading import filed

        found = filed(Programme, "programmes.json")
        return Registry("programme", found, programme_keys, questions={"on": programme_runs})

    @functools.cached_property
    def crimes(self) -> Registry[CrimeCategory]:
        """The hub of categories of crime."""
        from orgcrime.model.crime import CrimeCategory
        from orgcrime.reading import filed

        return Registry("crime", filed(CrimeCategory, "crimes.json"), crime_keys)

    @functools.cached_property
    def taxonomies(self) -> Registry[Taxonomy]:
        """The official lists of crimes and the vocabularies that touch crime."""
        from orgcrime.model.taxonomy import Taxonomy
        from orgcrime.reading import made, names, read

        found = [made(Taxonomy, read(name)) for name in names("taxonomies", ".json")]
        questions = {"on": taxonomy_stands}
        return Registry("list", sorted(found, key=lambda each: each.id), taxonomy_keys, questions=questions)

    @functools.cached_property
    def matches(self) -> tuple[Match, ...]:
        """The matches between entries of lists, and between entries and the hub."""
        from orgcrime.citation import EvidenceStatus
        from orgcrime.model.taxonomy import Match, Relation
        from orgcrime.reading import names, table

        return tuple(
            Match(
                source=row["source"],
                source_entry=row["source_entry"],
                relation=Relation(row["relation"]),
                target=row["target"],
                target_entry=row["target_entry"],
                note=row["note"] or None,
                status=EvidenceStatus(row["status"]),
            )
            for name in names("crosswalk", ".csv")
            for row in table(name)
        )

    def broader(self, crime: str) -> tuple[str, ...]:
        """Return the id of a category of crime and of those that include it.

        Raises:
            UnknownKeyError: if no category is known by the key.
        """
        found: list[str] = []
        waiting = [self.crimes[crime].id]
        while waiting:
            current = waiting.pop(0)
            if current not in found:
                found.append(current)
                waiting += self.crimes[current].parents
        return tuple(found)

    @functools.cached_property
    def declarations(self) -> tuple[Declaration, ...]:
        """Declarations and reservations: a selection, silent on withdrawals."""
        from orgcrime.citation import EvidenceStatus
        from orgcrime.model.participation import Declaration
        from orgcrime.reading import table

        return tuple(
            Declaration(
                participant=row["participant"],
                instrument=row["instrument"],
                pinpoints=_several(row["pinpoint"]),
                kind=row["kind"],
                paraphrase=row["paraphrase"],
                status=EvidenceStatus(row["status"]),
                sources=_several(row["source"]),
            )
            for row in table("participation/declarations.csv")
        )

    @functools.cached_property
    def leads(self) -> tuple[Lead, ...]:
        """Acts that are claimed somewhere and not established: never part of a list or a count."""
        from orgcrime.model.participation import ActKind, Lead
        from orgcrime.reading import table

        return tuple(
            Lead(
                instrument=row["instrument"],
                participant=row["participant"],
                kind=ActKind(row["act"]),
                day=_day(row),
                sources=_several(row["sources"]),
                note=row["note"],
            )
            for row in table("participation/leads.csv")
        )

    @functools.cached_property
    def control_totals(self) -> tuple[ControlTotal, ...]:
        """Published numbers of parties and signatories, against which the lists are checked."""
        from orgcrime.model.participation import ControlTotal
        from orgcrime.reading import table
        from orgcrime.temporal import PartialDate

        return tuple(
            ControlTotal(
                instrument=row["instrument"],
                as_of=PartialDate.read(row["date"]),
                counts=row["counts"],
                published=int(row["published"]),
                source=row["source"] or None,
                note=row["note"] or None,
            )
            for row in table("participation/control-totals.csv")
        )

    def __reduce__(self) -> str | tuple[object, ...]:
        """Return what pickling needs: the built-in one by its name, another by its own registries."""
        if self is BUILT_IN:
            return "BUILT_IN"
        return _catalogue, ({name: self.__dict__[name] for name in self._given},)

    def __repr__(self) -> str:
        """Return which registries are replaced."""
        return f"<Catalogue{' with its own ' + ', '.join(self._given) if self._given else ', built in'}>"

    def acts_about(self, instrument: str) -> dict[str, Participation]:
        """Return what participants have done about an instrument, by the id of the participant.

        Args:
            instrument: the id of the instrument; one whose participants are not listed gives an empty mapping.
        """
        if "participations" not in self._given:
            return _acts_about(instrument) if instrument in self.horizons else {}
        return self._by_instrument.get(instrument, {})

    @functools.cached_property
    def _by_instrument(self) -> dict[str, dict[str, Participation]]:
        found: dict[str, dict[str, Participation]] = {}
        for each in self.participations.values():
            found.setdefault(each.instrument, {})[each.participant] = each
        return found

    def check(self) -> None:
        """Refuse records that refer to records that do not exist.

        Raises:
            DanglingReferenceError: for the first reference that leads nowhere.
        """
        for where, kind, target, registry in self._references():
            if target not in registry:
                raise DanglingReferenceError(where, kind, target, registry)

    def _references(self) -> Iterator[tuple[str, str, str, Registry[Any]]]:
        for instrument in self.instruments.values():
            for field in ("parent", "replaces", "amended_by"):
                for target in _ids(getattr(instrument, field)):
                    yield f"instruments[{instrument.id!r}].{field}", "instrument", target, self.instruments
        for participant in self.participants.values():
            targets = [each.participant for each in participant.predecessors]
            for target in (*targets, *participant.successors, *_ids(participant.through)):
                yield f"participants[{participant.id!r}]", "participant", target, self.participants
        for participation in self.participations.values():
            where = f"participations[{participation.id!r}]"
            yield where, "participant", participation.participant, self.participants
            yield where, "instrument", participation.instrument, self.instruments
            for act in participation.acts:
                for target in act.sources:
                    yield where, "source", target, self.sources
        sourced: tuple[Registry[Any], ...] = (
            self.instruments,
            self.participants,
            self.definitions,
            self.bodies,
            self.programmes,
            self.crimes,
            self.taxonomies,
        )
        for registry in sourced:
            for record in registry.values():
                for reference in record.sources:
                    yield f"{record.id}.sources", "source", reference.source, self.sources


REGISTRIES: tuple[str, ...] = tuple(
    sorted(
        name
        for name, value in vars(Catalogue).items()
        if isinstance(value, functools.cached_property)
        and name not in ("declarations", "leads", "control_totals", "matches", "_by_instrument")
    )
)
"""The names of the registries of a catalogue."""

SEARCHED: tuple[str, ...] = (
    "instruments",
    "bodies",
    "programmes",
    "crimes",
    "taxonomies",
    "definitions",
    "participants",
)
"""The registries that a search over everything looks through; acts and sources are found through these."""

BUILT_IN = Catalogue()
"""The catalogue of the shipped data."""


def _catalogue(registries: dict[str, Registry[Any]]) -> Catalogue:
    return Catalogue(**registries)


def _ids(value: str | Iterable[str] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


def _several(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split(";")))


def _day(row: dict[str, str]) -> Any:
    from orgcrime.temporal import PartialDate

    if row["date"]:
        return PartialDate.read(row["date"])
    return PartialDate.between(row["not_before"] or None, row["not_after"] or None)


@functools.cache
def _acts_about(instrument: str) -> dict[str, Participation]:
    from orgcrime.citation import EvidenceStatus
    from orgcrime.model.participation import Act, ActKind, Participation
    from orgcrime.reading import table

    acts: dict[str, list[Act]] = {}
    for row in table(f"participation/{instrument}.csv"):
        acts.setdefault(row["participant"], []).append(
            Act(
                kind=ActKind(row["act"]),
                day=_day(row),
                status=EvidenceStatus(row["status"]),
                sources=_several(row["sources"]),
                note=row["note"] or None,
            )
        )
    return {
        participant: Participation(
            instrument=instrument, participant=participant, acts=tuple(sorted(done, key=_earliest))
        )
        for participant, done in acts.items()
    }


def _earliest(act: Any) -> dt.date:
    return act.day.earliest or act.day.latest or dt.date.max


def named(registry: Registry[Any], given: Record | str, *, on: dt.date | str | None = None) -> Any:
    """Return a record, given itself or any key that names it.

    Raises:
        UnknownKeyError: if nothing is known by the key, or a record of another kind was given.
        AmbiguousKeyError: if the key has named several at different times.
    """
    if isinstance(given, str):
        return registry.named(given, on=on)
    if any(type(given) is type(record) for record in registry.values()):
        return given
    return registry[given]  # type: ignore[index]


def no_keys(_: Record) -> tuple[Key, ...]:
    """Return nothing: these records are known by their ids alone."""
    return ()
