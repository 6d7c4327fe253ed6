"""Instruments in the terms of schema.org and ELI, with the numbers under which they are published."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from orgcrime.interop.graph import Graph, Literal
from orgcrime.interop.result import Without, address
from orgcrime.interop.skos import dated

if TYPE_CHECKING:
    from orgcrime.model.instrument import Instrument

__all__ = ["eli_of", "identifiers", "instrument_in"]

_CELEX = re.compile(r"3(?P<year>\d{4})(?P<kind>[LRFD])(?P<number>\d{4})")
_ELI = {"L": "dir", "R": "reg", "F": "dec_framw", "D": "dec"}


def eli_of(celex: str) -> str | None:
    """Return the address that the European Legislation Identifier gives to an act, or ``None`` for other documents.

    >>> eli_of("32018L1673")
    'http://data.europa.eu/eli/dir/2018/1673/oj'
    """
    found = _CELEX.fullmatch(celex)
    if found is None:
        return None
    return f"http://data.europa.eu/eli/{_ELI[found['kind']]}/{found['year']}/{int(found['number'])}/oj"


def identifiers(instrument: Instrument) -> dict[str, str]:
    """Return the numbers under which an instrument is published, by the name of the series."""
    if instrument.registration is None:
        return {}
    number = instrument.registration
    found = {
        "CELEX": number.celex,
        "ELI": None if number.celex is None else eli_of(number.celex),
        "Official Journal": number.oj,
        "UN registration": number.un_number,
        "UNTS": number.unts,
        "UN Treaty Collection": number.chapter,
        "CETS": number.cets,
    }
    return {name: value for name, value in found.items() if value is not None}


def instrument_in(graph: Graph, instrument: Instrument, base: str) -> tuple[Without, ...]:
    """Add an instrument; return what has no counterpart or is not recorded."""
    at = address(base, "instrument", instrument.id)
    graph.add(at, "rdf:type", "schema:Legislation", "eli:LegalResource")
    graph.add(at, "schema:name", Literal(instrument.title, "en"))
    graph.add(at, "schema:name", *(Literal(name.text, name.language) for name in instrument.titles))
    short = (instrument.abbreviation, instrument.short_title, *instrument.aliases)
    graph.add(at, "schema:alternateName", *(Literal(text) for text in short if text))
    graph.add(at, "schema:legislationType", Literal(instrument.kind.value))
    graph.add(at, "schema:legislationPassedBy", *([Literal(instrument.issuer)] if instrument.issuer else []))
    graph.add(at, "schema:inLanguage", *(Literal(language) for language in instrument.languages))
    for article in instrument.articles:
        part = address(base, "instrument", instrument.id, "article", article.number)
        graph.add(at, "schema:hasPart", part)
        graph.add(part, "rdf:type", "schema:Legislation")
        graph.add(part, "schema:legislationIdentifier", Literal(article.number))
        graph.add(part, "schema:name", Literal(article.heading, "en"))
    without = [*_numbered(graph, at, instrument, base), *_timed(graph, at, instrument)]
    if instrument.parent is not None:
        graph.add(at, "dcterms:relation", address(base, "instrument", instrument.parent))
    graph.add(at, "dcterms:replaces", *(address(base, "instrument", each) for each in instrument.replaces))
    graph.add(at, "eli:amended_by", *(address(base, "instrument", each) for each in instrument.amended_by))
    graph.add(at, "dcterms:source", *(address(base, "source", each.source) for each in instrument.sources))
    graph.add(at, "rdfs:comment", *(Literal(note, "en") for note in instrument.notes))
    graph.add(at, "skos:editorialNote", Literal(f"Evidence: {instrument.status.value}", "en"))
    return tuple(without)


def _numbered(graph: Graph, at: str, instrument: Instrument, base: str) -> list[Without]:
    found = identifiers(instrument)
    for name, value in found.items():
        number = address(base, "instrument", instrument.id, "number", name)
        graph.add(at, "schema:identifier", number)
        graph.add(number, "rdf:type", "schema:PropertyValue")
        graph.add(number, "schema:propertyID", Literal(name))
        graph.add(number, "schema:value", Literal(value))
    if "CELEX" in found:
        graph.add(at, "eli:id_local", Literal(found["CELEX"]))
        graph.add(at, "schema:legislationIdentifier", Literal(found["CELEX"]))
    graph.add(at, "owl:sameAs", found.get("ELI"))
    if found:
        return []
    return [Without(id=instrument.id, what="identifier", reason="no CELEX, UN, UNTS or CETS number is recorded")]


def _timed(graph: Graph, at: str, instrument: Instrument) -> list[Without]:
    adopted = instrument.adoption.date if instrument.adoption else None
    in_force = instrument.entry_into_force.date if instrument.entry_into_force else None
    without = []
    for what, name, day in (
        ("adoption", "schema:legislationDate", adopted),
        ("entry into force", "eli:first_date_entry_in_force", in_force),
    ):
        if day is None:
            without.append(Without(id=instrument.id, what=what, reason="the day is not recorded"))
        elif day.day is None:
            without.append(Without(id=instrument.id, what=what, reason=f"the day is known in part: {day}"))
        else:
            graph.add(at, name, dated(day))
    return without
