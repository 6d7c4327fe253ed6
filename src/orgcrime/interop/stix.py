"""Lists of crimes and bodies in STIX 2.1.

STIX has no object for a category of crime: an entry is an object of a type of its own, which an extension definition
in the same bundle announces, as the standard provides. A body is an ``identity``. An instrument has no object either:
it stands as an external reference of the categories that it governs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgcrime.interop.legislation import identifiers
from orgcrime.interop.result import Export, Matched, Without, uuid_of
from orgcrime.interop.terms import terms
from orgcrime.model.body import BodyKind, TargetKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orgcrime.catalogue import Catalogue
    from orgcrime.model.body import Body, Relation
    from orgcrime.model.crime import CrimeCategory
    from orgcrime.model.instrument import Instrument
    from orgcrime.model.taxonomy import Entry, Match, Taxonomy
    from orgcrime.temporal import PartialDate

__all__ = ["TYPE", "bodies", "extension", "instruments", "taxonomy"]

TYPE = "crime-category"
"""The type of an entry; the extension definition in the bundle announces it."""

_VOCABULARY = "stix"
_CREATED = "2026-11-23T00:00:00.000Z"  # of the first export: it stays, while `modified` is the day of the data
_SCHEMA = (
    "name (string, required), taxonomy (string, required: the id of the list), entry_id (string, required: unique in "
    "the list), code (string: the official code), category_kind (string), period (string: first and last day, as ISO "
    "8601 with '..' for still so), parent_refs (list of identifiers of the same type), stix_terms (list of "
    "dictionaries: vocabulary, value, match), evidence (string)"
)

_CLASSES: dict[BodyKind, str] = dict.fromkeys(
    (
        BodyKind.INTERGOVERNMENTAL_ORGANISATION,
        BodyKind.UN_SECRETARIAT_OFFICE,
        BodyKind.UN_FUNCTIONAL_COMMISSION,
        BodyKind.UN_RESEARCH_INSTITUTE,
        BodyKind.TREATY_BODY,
        BodyKind.TREATY_SUB_BODY,
        BodyKind.EU_AGENCY,
        BodyKind.EU_BODY,
        BodyKind.EUROPEAN_COMMISSION_SERVICE,
        BodyKind.EU_COUNCIL_PREPARATORY_BODY,
        BodyKind.COUNCIL_OF_EUROPE_ENLARGED_PARTIAL_AGREEMENT,
        BodyKind.COUNCIL_OF_EUROPE_MONITORING_BODY,
    ),
    "organization",
)
"""The class of an identity, for the kinds of body that plainly have one."""


def extension(base: str) -> str:
    """Return the id of the extension definition by which the type of an entry is announced."""
    return _id("extension-definition", base, TYPE)


def taxonomy(of: Taxonomy, catalogue: Catalogue, base: str, matches: Iterable[Match]) -> Export:
    """Return a list as a bundle: a grouping, its entries, and their matches as relationships.

    Args:
        of: the list, or the hub as a list.
        catalogue: where the values of STIX, the categories and the instruments are.
        base: the base of the addresses from which the ids are made.
        matches: the matches to state.
    """
    found, without = terms(of, _VOCABULARY, catalogue)
    objects = [_producer(base), _definition(base)]
    objects += [_entry(of, entry, found.get(entry.id, ()), catalogue, base) for entry in of.entries]
    if of.entries:
        objects.append(
            {
                **_head("grouping", base, "list", of.id),
                "name": of.title,
                "description": " ".join((f"A list of crimes or of terms about crime, by {of.issuer}.", *of.notes)),
                "context": "unspecified",
                "object_refs": [_at(base, of.id, entry.id) for entry in of.entries],
                "external_references": [{"source_name": of.issuer, "description": of.title}],
            }
        )
    objects += [_match(match, base) for match in matches]
    rows = tuple(row for rows in found.values() for row in rows)
    return _export(of.id, objects, base, rows, without)


def bodies(of: Iterable[Body], base: str) -> Export:
    """Return bodies as identities, and how they stand to each other as relationships."""
    records = {body.id: body for body in of}
    objects, without = [_producer(base)], []
    for body in records.values():
        objects.append(_identity(body, base))
        if body.kind not in _CLASSES:
            reason = f"a body of the kind {body.kind.value} is of no class of identity that STIX names"
            without.append(Without(id=body.id, what="identity_class", reason=reason))
        for relation in body.relations:
            if relation.target_kind is TargetKind.BODY and relation.target in records:
                objects.append(_relationship(body, relation, base))
            else:
                what = f"{relation.kind.value} {relation.target}"
                reason = f"the target is no identity here: {relation.target_kind.value}"
                without.append(Without(id=body.id, what=what, reason=reason))
    return _export("bodies", objects, base, (), without)


def instruments(of: Iterable[Instrument], base: str) -> Export:
    """Return instruments, for which STIX has no object: all of them are said to be without."""
    reason = "STIX has no object for an instrument: it is an external reference of the categories that it governs"
    without = tuple(Without(id=each.id, what="record", reason=reason) for each in of)
    return _export("instruments", [_producer(base)], base, (), without)


def _export(
    subject: str, objects: list[dict[str, Any]], base: str, matches: Iterable[Matched], without: Iterable[Without]
) -> Export:
    bundle = {"type": "bundle", "id": _id("bundle", base, subject), "objects": objects}
    return Export(format="stix", subject=subject, data=bundle, matches=tuple(matches), without=tuple(without))


def _id(kind: str, base: str, *parts: str) -> str:
    return f"{kind}--{uuid_of(base, 'stix', kind, *parts)}"


def _at(base: str, of: str, entry: str) -> str:
    return _id(TYPE, base, of, entry)


def _head(kind: str, base: str, *parts: str) -> dict[str, Any]:
    from orgcrime import data_version

    made = {
        "type": kind,
        "spec_version": "2.1",
        "id": _id(kind, base, *parts),
        "created_by_ref": _id("identity", base, "producer"),
        "created": _CREATED,
        "modified": max(_CREATED, f"{data_version}T00:00:00.000Z"),
    }
    if parts == ("producer",):
        del made["created_by_ref"]
    return made


def _producer(base: str) -> dict[str, Any]:
    described = "A library of the international law against organised crime; matches are editorial judgements."
    return {
        **_head("identity", base, "producer"),
        "name": "orgcrime",
        "description": described,
        "identity_class": "system",
    }


def _definition(base: str) -> dict[str, Any]:
    return {
        **_head("extension-definition", base, TYPE),
        "name": "Category of crime",
        "description": "An entry of a list of crimes, or of a vocabulary about crime.",
        "schema": _SCHEMA,
        "version": "1.0.0",
        "extension_types": ["new-sdo"],
    }


def _entry(of: Taxonomy, entry: Entry, matched: Iterable[Matched], catalogue: Catalogue, base: str) -> dict[str, Any]:
    category = catalogue.crimes.get(entry.id) if of.id == "crimes" else None
    known = {each.id for each in of.entries}
    parents = category.parents if category else (entry.parent,) if entry.parent else ()
    made: dict[str, Any] = {
        **_head(TYPE, base, of.id, entry.id),
        "name": entry.label,
        "description": " ".join(part for part in (entry.meaning, *entry.notes) if part),
        "taxonomy": of.id,
        "entry_id": entry.id,
        "code": entry.code if of.official_codes else None,
        "category_kind": category.kind.value if category else entry.kind.value if entry.kind else None,
        "period": None if entry.period is None else entry.period.isoformat(),
        "parent_refs": [_at(base, of.id, parent) for parent in parents if parent in known],
        "stix_terms": [_term(each) for each in matched],
        "evidence": entry.status.value,
        "external_references": [_place(of, entry), *(_governed(category, catalogue) if category else ())],
    }
    kept = {name: value for name, value in made.items() if value not in (None, "", [])}
    return kept | {"extensions": {extension(base): {"extension_type": "new-sdo"}}}


def _term(matched: Matched) -> dict[str, str]:
    vocabulary, _, value = matched.term.partition(":")
    return {"vocabulary": vocabulary, "value": value, "match": matched.relation.value}


def _place(of: Taxonomy, entry: Entry) -> dict[str, str]:
    place = {"source_name": of.title, "description": entry.label}
    if of.official_codes and entry.code is not None:
        place["external_id"] = entry.code
        if of.address is not None:
            place["url"] = of.address.format(code=entry.code)
    return place


def _governed(category: CrimeCategory, catalogue: Catalogue) -> Iterable[dict[str, str]]:
    for governing in category.governed_by:
        instrument = catalogue.instruments[governing.instrument]
        numbers = identifiers(instrument)
        reference = {"source_name": instrument.name, "description": f"{instrument.title} {governing.citation.place}"}
        reference["description"] = reference["description"].rstrip()
        if "ELI" in numbers:
            reference["url"] = numbers["ELI"]
        external = next((f"{name} {value}" for name, value in numbers.items() if name != "ELI"), None)
        yield reference if external is None else reference | {"external_id": external}


def _match(match: Match, base: str) -> dict[str, Any]:
    parts = (match.source, match.source_entry, match.target, match.target_entry)
    made = {
        **_head("relationship", base, *parts),
        "relationship_type": f"{match.relation.value}-match",
        "source_ref": _at(base, match.source, match.source_entry),
        "target_ref": _at(base, match.target, match.target_entry),
    }
    return made if match.note is None else made | {"description": match.note}


def _identity(body: Body, base: str) -> dict[str, Any]:
    names = [name.text for name in (*body.names, *body.acronyms) if name.text != body.name]
    also = f"Also, now or once: {'; '.join(dict.fromkeys((*names, *body.aliases)))}." if names or body.aliases else ""
    tasks = f"Tasks: {'; '.join(body.tasks)}." if body.tasks else ""
    made = {
        **_head("identity", base, "body", body.id),
        "name": body.name,
        "description": " ".join(part for part in (f"Kind: {body.kind.value}.", also, tasks, *body.notes) if part),
        "roles": [body.kind.value],
    }
    if body.kind in _CLASSES:
        made["identity_class"] = _CLASSES[body.kind]
    if body.seat is not None:
        made["contact_information"] = f"Seat: {body.seat}"
    if body.address is not None:
        made["external_references"] = [{"source_name": body.name, "url": body.address}]
    return made


def _relationship(body: Body, relation: Relation, base: str) -> dict[str, Any]:
    period = "" if relation.period is None else relation.period.isoformat()
    made = {
        **_head("relationship", base, "body", body.id, relation.kind.value, relation.target, period),
        "relationship_type": relation.kind.value,
        "source_ref": _id("identity", base, "body", body.id),
        "target_ref": _id("identity", base, "body", relation.target),
    }
    if relation.note is not None:
        made["description"] = relation.note
    if relation.period is not None:
        for name, day in (("start_time", relation.period.first), ("stop_time", relation.period.last)):
            if (time := _midnight(day)) is not None:
                made[name] = time
    return made


def _midnight(day: PartialDate | None) -> str | None:
    return None if day is None or day.day is None else f"{day.day.isoformat()}T00:00:00.000Z"
