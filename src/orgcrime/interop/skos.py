"""Lists of crimes, the hub and the crosswalks in SKOS, as Turtle and as JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgcrime.crosswalks import HUB
from orgcrime.interop.graph import Graph, Literal
from orgcrime.interop.result import Without, address, web
from orgcrime.model.taxonomy import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from orgcrime.citation import EvidenceStatus, Reference, Uncertainty
    from orgcrime.model.crime import CrimeCategory
    from orgcrime.model.source import Source
    from orgcrime.model.taxonomy import Entry, Match, Taxonomy
    from orgcrime.model.text import Name
    from orgcrime.temporal import PartialDate, Period

__all__ = ["MATCHES", "dated", "entry_at", "lasting", "list_at", "matches_in", "sourced", "taxonomy_in"]

MATCHES: dict[Relation, str] = {
    Relation.EXACT: "skos:exactMatch",
    Relation.CLOSE: "skos:closeMatch",
    Relation.BROAD: "skos:broadMatch",
    Relation.NARROW: "skos:narrowMatch",
    Relation.RELATED: "skos:relatedMatch",
}
"""The property of SKOS for each relation; both read *this entry (relation) that entry*."""

_TYPES = {len("2004"): "xsd:gYear", len("2004-02"): "xsd:gYearMonth", len("2004-02-28"): "xsd:date"}


def list_at(base: str, taxonomy: str) -> str:
    """Return the address of a list, or of the hub."""
    return address(base, HUB) if taxonomy == HUB else address(base, "list", taxonomy)


def entry_at(base: str, taxonomy: str, entry: str) -> str:
    """Return the address of an entry, or of a category of the hub."""
    return address(base, "crime", entry) if taxonomy == HUB else address(base, "list", taxonomy, entry)


def taxonomy_in(
    graph: Graph, taxonomy: Taxonomy, base: str, categories: Mapping[str, CrimeCategory]
) -> tuple[Without, ...]:
    """Add a list as a concept scheme and its entries as concepts; return what SKOS has no place for.

    Args:
        graph: where to add it.
        taxonomy: the list, or the hub as a list.
        base: the base of the addresses.
        categories: the categories of crime, which may have two parents and have a definition.
    """
    scheme = list_at(base, taxonomy.id)
    graph.add(scheme, "rdf:type", "skos:ConceptScheme")
    graph.add(scheme, "dcterms:title", Literal(taxonomy.title, "en"))
    graph.add(scheme, "skos:altLabel", *(Literal(alias) for alias in taxonomy.aliases))
    graph.add(scheme, "dc:publisher", Literal(taxonomy.issuer))
    graph.add(scheme, "owl:versionInfo", _text(taxonomy.edition))
    graph.add(scheme, "dc:rights", _text(taxonomy.licence))
    graph.add(scheme, "dcterms:modified", None if taxonomy.as_of is None else dated(taxonomy.as_of))
    lasting(graph, scheme, taxonomy.period)
    if taxonomy.instrument is not None:
        graph.add(scheme, "dcterms:isPartOf", address(base, "instrument", taxonomy.instrument))
    place = None if taxonomy.pinpoint is None else f"Place: {taxonomy.pinpoint}"
    graph.add(scheme, "skos:note", *(_text(note, "en") for note in (place, taxonomy.codes_note, *taxonomy.notes)))
    _vouched(graph, scheme, taxonomy.status, taxonomy.uncertain)
    _sources(graph, scheme, taxonomy.sources, base)
    known = {entry.id for entry in taxonomy.entries}
    without: list[Without] = []
    for entry in taxonomy.entries:
        concept = entry_at(base, taxonomy.id, entry.id)
        graph.add(concept, "rdf:type", "skos:Concept")
        graph.add(concept, "skos:inScheme", scheme)
        _labels(graph, concept, entry)
        if taxonomy.official_codes and entry.code is not None:
            graph.add(concept, "skos:notation", Literal(entry.code))
            if taxonomy.address is not None:
                graph.add(concept, "skos:exactMatch", taxonomy.address.format(code=entry.code))
        category = categories.get(entry.id) if taxonomy.id == HUB else None
        parents = category.parents if category else (entry.parent,) if entry.parent else ()
        for parent in parents:
            if parent in known:
                graph.add(concept, "skos:broader", entry_at(base, taxonomy.id, parent))
            elif taxonomy.address is not None:
                graph.add(concept, "skos:broadMatch", taxonomy.address.format(code=parent))
            else:
                reason = f"{parent!r} is not in the list as exported, and has no address"
                without.append(Without(id=entry.id, what="parent", reason=reason))
        if not known.intersection(parents):
            graph.add(concept, "skos:topConceptOf", scheme)
            graph.add(scheme, "skos:hasTopConcept", concept)
        _said(graph, concept, entry, base, defined=category is not None)
        if entry.id in taxonomy.undetermined:
            graph.add(concept, "skos:editorialNote", Literal("Not known whether in the list on the day asked.", "en"))
        if category is not None:
            _category(graph, concept, category, base)
    return tuple(without)


def _labels(graph: Graph, concept: str, entry: Entry) -> None:
    """Add one preferred label in each language, and every other one that it bears or bore."""
    preferred: dict[str | None, str] = {"en": entry.label}
    for name in entry.labels:
        if name.period is None and name.language is not None:
            preferred.setdefault(name.language, name.text)
    graph.add(concept, "skos:prefLabel", *(Literal(text, language) for language, text in preferred.items()))
    for name in entry.labels:
        if preferred.get(name.language) != name.text:
            graph.add(concept, "skos:altLabel", Literal(name.text, name.language))
        if name.period is not None:
            graph.add(concept, "skos:historyNote", Literal(f"Labelled {name.text!r}: {name.period}", "en"))
        graph.add(concept, "skos:note", _named(name))


def _named(name: Name) -> Literal | None:
    return None if name.note is None else Literal(f"{name.text}: {name.note}", "en")


def _said(graph: Graph, concept: str, entry: Entry, base: str, *, defined: bool) -> None:
    """Add what is said of an entry beside its place and its names."""
    graph.add(concept, "skos:definition" if defined else "skos:scopeNote", _text(entry.meaning, "en"))
    graph.add(concept, "dc:type", None if entry.kind is None else Literal(entry.kind.value))
    if entry.ordinal is not None:
        graph.add(concept, "schema:position", Literal(str(entry.ordinal), type="xsd:integer"))
    graph.add(concept, "skos:historyNote", _text(entry.edition and f"Edition: {entry.edition}", "en"))
    graph.add(concept, "skos:note", *(Literal(note, "en") for note in entry.notes))
    graph.add(concept, "skos:note", _text(entry.pinpoint and f"Place: {entry.pinpoint}", "en"))
    for kind, keys in (("instrument", (entry.instrument,)), ("body", (entry.body,)), ("duty", entry.duties)):
        graph.add(concept, "dcterms:references", *(address(base, kind, key) for key in keys if key))
    lasting(graph, concept, entry.period)
    _vouched(graph, concept, entry.status, entry.uncertain)
    _sources(graph, concept, entry.sources, base)


def _category(graph: Graph, concept: str, category: CrimeCategory, base: str) -> None:
    graph.add(concept, "skos:altLabel", *(Literal(alias) for alias in category.aliases))
    graph.add(concept, "dc:type", Literal(category.kind.value))
    for governing in category.governed_by:
        graph.add(concept, "dcterms:references", address(base, "instrument", governing.instrument))
        said = f"Governed by {governing.citation}{f' ({governing.note})' if governing.note else ''}"
        graph.add(concept, "skos:note", Literal(said, "en"))


def matches_in(graph: Graph, matches: Iterable[Match], base: str, own: str | None = None) -> None:
    """Add matches: each as a property of SKOS, and as an axiom that bears its note and how well it is established.

    Args:
        graph: where to add them.
        matches: the matches, as the tables have them.
        base: the base of the addresses.
        own: the id of a list from whose entries a match is read too, where it is the target.
    """
    for match in matches:
        ends = (match.source, match.source_entry), (match.target, match.target_entry)
        here, there = (entry_at(base, taxonomy, entry) for taxonomy, entry in ends)
        graph.add(here, MATCHES[match.relation], there)
        if match.target == own:
            graph.add(there, MATCHES[match.inverse.relation], here)
        axiom = address(base, "match", *ends[0], *ends[1])
        graph.add(axiom, "rdf:type", "owl:Axiom")
        graph.add(axiom, "owl:annotatedSource", here)
        graph.add(axiom, "owl:annotatedProperty", MATCHES[match.relation])
        graph.add(axiom, "owl:annotatedTarget", there)
        graph.add(axiom, "skos:note", _text(match.note, "en"))
        _vouched(graph, axiom, match.status, ())


def sourced(graph: Graph, sources: Mapping[str, Source], references: Iterable[Reference], base: str) -> None:
    """Add the sources that are referred to."""
    for key in dict.fromkeys(each.source for each in references):
        source = sources[key]
        at = address(base, "source", key)
        graph.add(at, "rdf:type", "dcterms:BibliographicResource")
        graph.add(at, "dcterms:title", Literal(source.title))
        graph.add(at, "dc:publisher", Literal(source.publisher))
        graph.add(at, "rdfs:seeAlso", web(source.address))
        graph.add(at, "dc:identifier", _text(source.address))
        graph.add(at, "dcterms:date", None if source.as_of is None else dated(source.as_of))
        graph.add(at, "dc:rights", _text(source.licence))
        read = None if source.retrieved is None else f"Read on {source.retrieved}"
        graph.add(at, "rdfs:comment", _text(read, "en"), _text(source.note, "en"))


def lasting(graph: Graph, subject: str, period: Period | None) -> None:
    """Add a period: its text, and its first and last day where they are a day, a month or a year."""
    if period is None:
        return
    graph.add(subject, "dcterms:valid", Literal(period.isoformat()))
    for name, day in (("schema:validFrom", period.first), ("schema:validThrough", period.last)):
        if day is not None and (typed := dated(day)).type is not None:
            graph.add(subject, name, typed)


def dated(day: PartialDate) -> Literal:
    """Return a day, a month or a year with its type; a day known by other bounds has none."""
    text = day.isoformat()
    return Literal(text, type=_TYPES.get(len(text)))


def _vouched(graph: Graph, subject: str, status: EvidenceStatus, uncertain: Iterable[Uncertainty]) -> None:
    graph.add(subject, "skos:editorialNote", Literal(f"Evidence: {status.value}", "en"))
    notes = (Literal(f"Uncertain ({part.field}): {part.what}", "en") for part in uncertain)
    graph.add(subject, "skos:editorialNote", *notes)


def _sources(graph: Graph, subject: str, references: Iterable[Reference], base: str) -> None:
    for each in references:
        graph.add(subject, "dcterms:source", address(base, "source", each.source))
        place = each.pinpoint and f"Read in {each.source}: {each.pinpoint}"
        graph.add(subject, "skos:editorialNote", _text(place, "en"))


def _text(text: str | None, language: str | None = None) -> Literal | None:
    return Literal(text, language) if text else None
