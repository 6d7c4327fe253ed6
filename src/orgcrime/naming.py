"""How records are named, and what can be asked of them beside their attributes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgcrime.registry import Key
from orgcrime.truth import Truth

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from orgcrime.catalogue import Catalogue
    from orgcrime.law.rule import Definition
    from orgcrime.model.body import Body
    from orgcrime.model.crime import CrimeCategory
    from orgcrime.model.instrument import Instrument
    from orgcrime.model.participant import Participant
    from orgcrime.model.programme import Programme
    from orgcrime.model.taxonomy import Taxonomy
    from orgcrime.temporal import Period

__all__ = [
    "body_deals_with",
    "body_keys",
    "crime_keys",
    "definition_keys",
    "definition_stands",
    "instrument_in_force",
    "instrument_keys",
    "participant_keys",
    "programme_keys",
    "programme_runs",
    "taxonomy_keys",
    "taxonomy_stands",
]


def instrument_keys(instrument: Instrument) -> Iterator[Key]:
    """Yield what an instrument is known by."""
    yield Key(instrument.title, "title")
    for name in instrument.titles:
        yield Key(name.text, "title")
    for text, what in ((instrument.abbreviation, "abbreviation"), (instrument.short_title, "short title")):
        if text is not None:
            yield Key(text, what)
    for alias in instrument.aliases:
        yield Key(alias, "alias")
    for shared in instrument.ambiguous_names:
        yield Key(shared, "name", shared=True)
    if instrument.registration is not None:
        for code in (instrument.registration.chapter, instrument.registration.celex):
            if code is not None:
                yield Key(code, "code")


def participant_keys(participant: Participant) -> Iterator[Key]:
    """Yield what a participant is known by."""
    yield Key(participant.name, "name")
    if participant.name_fr is not None:
        yield Key(participant.name_fr, "name")
    for alias in participant.aliases:
        yield Key(alias, "alias")
    for code in participant.codes:
        yield Key(code.code, "code", code.period)
    for name in participant.former_names:
        yield Key(name.text, "former name", name.period)


def definition_keys(definition: Definition) -> Iterator[Key]:
    """Yield what a definition is known by; several may bear the same title."""
    yield Key(definition.title, "title", alone=True)
    for alias in definition.aliases:
        yield Key(alias, "alias")


def body_keys(body: Body) -> Iterator[Key]:
    """Yield what a body is known by."""
    yield Key(body.name, "name")
    for name in body.names:
        yield Key(name.text, "name" if name.language == "en" else f"name ({name.language})", _past(name.period))
    for name in body.acronyms:
        yield Key(name.text, "acronym", _past(name.period))
    for alias in body.aliases:
        yield Key(alias, "alias")
    for name_shared in body.ambiguous_names:
        yield Key(name_shared, "name", shared=True)


def programme_keys(programme: Programme) -> Iterator[Key]:
    """Yield what a programme is known by."""
    yield Key(programme.title, "title")
    for name in programme.titles:
        yield Key(name.text, "title")
    for alias in programme.aliases:
        yield Key(alias, "alias")
    for shared in programme.ambiguous_names:
        yield Key(shared, "name", shared=True)


def crime_keys(category: CrimeCategory) -> Iterator[Key]:
    """Yield what a category of crime is known by."""
    yield Key(category.title, "title")
    for name in category.titles:
        yield Key(name.text, "title")
    for alias in category.aliases:
        yield Key(alias, "alias")


def taxonomy_keys(taxonomy: Taxonomy) -> Iterator[Key]:
    """Yield what a list of crimes is known by."""
    yield Key(taxonomy.title, "title")
    for alias in taxonomy.aliases:
        yield Key(alias, "alias")


def instrument_in_force(instrument: Instrument, _: object, day: dt.date | None) -> Truth:
    """Return whether an instrument had entered into force by a day; what ended later is not recorded."""
    clause = instrument.entry_into_force
    return Truth.UNKNOWN if day is None or clause is None or clause.date is None else clause.date.by(day)


def programme_runs(programme: Programme, _: object, day: dt.date | None) -> Truth:
    """Return whether a programme ran on a day."""
    return Truth.UNKNOWN if day is None else programme.period.includes(day)


def taxonomy_stands(taxonomy: Taxonomy, _: object, day: dt.date | None) -> Truth:
    """Return whether a list stood on a day."""
    return Truth.UNKNOWN if day is None or taxonomy.period is None else taxonomy.period.includes(day)


def definition_stands(definition: Definition, _: object, day: dt.date | None) -> Truth:
    """Return whether the wording of a definition stood on a day."""
    return Truth.UNKNOWN if day is None or definition.period is None else definition.period.includes(day)


def body_deals_with(catalogue: Catalogue, body: Body, crime: str, day: dt.date | None) -> Truth:
    """Return whether the mandate of a body names a category of crime, or one that includes it."""
    wanted = catalogue.broader(crime)
    if day is not None:
        return body.deals_with(*wanted, on=day)
    if not body.mandate:
        return Truth.UNKNOWN
    return Truth.of(any(each in part.crimes for part in body.mandate for each in wanted))


def _past(period: Period | None) -> Period | None:
    """Return a period that is over; a name that is still borne settles what is meant on every day."""
    return None if period is None or period.ongoing else period
