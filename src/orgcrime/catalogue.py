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
from orgcrime.tables import TABLES, Tables, day_of, several

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orgcrime.law.rule import Definition
    from orgcrime.model.body import Body
    from orgcrime.model.crime import CrimeCategory
    from orgcrime.model.instrument import Instrument
    from orgcrime.model.participant import Participant
    from orgcrime.model.participation import Horizon, Participation
    from orgcrime.model.programme import Programme
    from orgcrime.model.source import Source
    from orgcrime.model.taxonomy import Taxonomy

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


class Catalogue(Tables):
    """The registries, each made when it is first asked for.

    An application that has records of its own makes a catalogue of its own with `replacing` and gives it to the
    questions as ``catalogue=``; the built-in one stays as it is.

    >>> import orgcrime as oc
    >>> oc.BUILT_IN.instruments is oc.instruments
    True
    """

    def __init__(self, **own: Registry[Any] | Iterable[object]) -> None:
        """Make a catalogue.

        Args:
            own: registries, and tables as iterables of their records, to be used in place of the built-in ones, by
                name.

        Raises:
            UnknownKeyError: for a name that no registry and no table of the catalogue has.
        """
        for name, given in own.items():
            if name not in REGISTRIES and name not in TABLES:
                raise UnknownKeyError("registry", name, (*REGISTRIES, *TABLES))
            self.__dict__[name] = tuple(given) if name in TABLES else given
        self._given = tuple(own)

    @property
    def own(self) -> dict[str, Any]:
        """The registries and tables that stand in place of the built-in ones, by name."""
        return {name: self.__dict__[name] for name in self._given}

    def replacing(self, **own: Registry[Any] | Iterable[object]) -> Catalogue:
        """Return a catalogue with other registries or tables in place of some of these.

        Args:
            own: as for a new catalogue.

        >>> import orgcrime as oc
        >>> only_extradition = [rule for rule in oc.BUILT_IN.cooperation_rules if rule.form is oc.Form.EXTRADITION]
        >>> mine = oc.BUILT_IN.replacing(cooperation_rules=only_extradition)
        >>> oc.legal_bases("FR", "BR", cooperation="controlled-delivery", on="2019-07-01", catalogue=mine).bases
        ()
        """
        return Catalogue(**(self.own | own))

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

    def __reduce__(self) -> str | tuple[object, ...]:
        """Return what pickling needs: the built-in one by its name, another by its own registries."""
        if self is BUILT_IN:
            return "BUILT_IN"
        return _catalogue, (self.own,)

    def __repr__(self) -> str:
        """Return which registries and tables are replaced."""
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
        yield from self._references_of_tables()

    def _references_of_tables(self) -> Iterator[tuple[str, str, str, Registry[Any]]]:
        for duty in self.duties:
            yield f"{duty.id}.instrument", "instrument", duty.instrument, self.instruments
            yield from (
                (f"{duty.id}.definition", "definition", each, self.definitions) for each in _ids(duty.definition)
            )
        for rule in self.cooperation_rules:
            for target in (rule.instrument, *_ids(rule.replaced_by)):
                yield rule.id, "instrument", target, self.instruments
            yield from ((f"{rule.id}.gate", "definition", each, self.definitions) for each in _ids(rule.gate))
            yield from ((f"{rule.id}.exempt_list", "list", each, self.taxonomies) for each in _ids(rule.exempt_list))
        for offence in self.covered_offences:
            where = f"{offence.instrument}/{offence.crime}"
            yield where, "instrument", offence.instrument, self.instruments
            yield where, "crime", offence.crime, self.crimes


REGISTRIES: tuple[str, ...] = tuple(
    sorted(
        name
        for name, value in vars(Catalogue).items()
        if isinstance(value, functools.cached_property) and name != "_by_instrument"
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


def _catalogue(own: dict[str, Any]) -> Catalogue:
    return Catalogue(**own)


def _ids(value: str | Iterable[str] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


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
                day=day_of(row),
                status=EvidenceStatus(row["status"]),
                sources=several(row["sources"]),
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
