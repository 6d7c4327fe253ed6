"""Bodies as entities of FollowTheMoney, and its topics for the entries of a list.

A topic says something of a person or entity, and is no crime. Bodies bear topics of government alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgcrime.interop.result import BASE, Export, Without, as_lines, uuid_of, web
from orgcrime.interop.terms import terms
from orgcrime.model.body import BodyKind, RelationKind, TargetKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from orgcrime.catalogue import Catalogue
    from orgcrime.model.body import Body, Relation
    from orgcrime.model.source import Source
    from orgcrime.model.taxonomy import Taxonomy
    from orgcrime.model.text import Name
    from orgcrime.temporal import PartialDate

__all__ = ["bodies", "topics"]

_VOCABULARY = "ftm"

_PUBLIC, _OTHER = "PublicBody", "Organization"
_SCHEMATA: dict[BodyKind, tuple[str, str | None]] = {
    BodyKind.INTERGOVERNMENTAL_ORGANISATION: (_OTHER, "gov.igo"),
    BodyKind.UN_SECRETARIAT_OFFICE: (_PUBLIC, "gov.igo"),
    BodyKind.UN_FUNCTIONAL_COMMISSION: (_PUBLIC, "gov.igo"),
    BodyKind.UN_RESEARCH_INSTITUTE: (_PUBLIC, "gov.igo"),
    BodyKind.TREATY_BODY: (_PUBLIC, "gov.igo"),
    BodyKind.TREATY_SUB_BODY: (_PUBLIC, "gov.igo"),
    BodyKind.COUNCIL_OF_EUROPE_ENLARGED_PARTIAL_AGREEMENT: (_PUBLIC, "gov.igo"),
    BodyKind.COUNCIL_OF_EUROPE_MONITORING_BODY: (_PUBLIC, "gov.igo"),
    BodyKind.EU_AGENCY: (_PUBLIC, "gov"),
    BodyKind.EU_BODY: (_PUBLIC, "gov"),
    BodyKind.EUROPEAN_COMMISSION_SERVICE: (_PUBLIC, "gov"),
    BodyKind.EU_COUNCIL_PREPARATORY_BODY: (_PUBLIC, "gov"),
    BodyKind.NATIONAL: (_PUBLIC, "gov.national"),
    BodyKind.PARTNERSHIP: (_OTHER, None),
    BodyKind.CONSORTIUM: (_OTHER, None),
    BodyKind.NETWORK_OF_NATIONAL_UNITS: (_OTHER, None),
    BodyKind.INFORMAL_NETWORK: (_OTHER, None),
    BodyKind.INFORMAL_FORUM: (_OTHER, None),
    BodyKind.INFORMAL_FORUM_WITH_SECRETARIAT: (_OTHER, None),
}
"""The schema and the topic for each kind of body; a platform that is nobody has neither."""

_EDGES: dict[RelationKind, tuple[str, str, str]] = {
    RelationKind.MEMBER_OF: ("Membership", "member", "organization"),
    RelationKind.SUCCEEDED_BY: ("Succession", "predecessor", "successor"),
    RelationKind.SUCCESSOR_OF: ("Succession", "successor", "predecessor"),
}
"""The schema and the two ends of a relation; any other is a link of which the role says what it is."""


def bodies(of: Iterable[Body], sources: Mapping[str, Source]) -> Export:
    """Return bodies as entities, and how they stand to each other as links, one a line."""
    records = {body.id: body for body in of}
    entities, without = [], []
    for body in records.values():
        if body.kind not in _SCHEMATA:
            reason = f"what is of the kind {body.kind.value} is no entity"
            without.append(Without(id=body.id, what="record", reason=reason))
            continue
        entities.append(_entity(body, sources))
        without += _unlinked(body, sources)
        if _SCHEMATA[body.kind][1] is None:
            reason = f"no topic says what is of the kind {body.kind.value}"
            without.append(Without(id=body.id, what="topic", reason=reason))
    known = {each["id"] for each in entities}
    for body in records.values():
        for relation in body.relations:
            link = _link(body, relation)
            ends = {_id(body.id), _id(relation.target)}
            if relation.target_kind is TargetKind.BODY and ends <= known:
                entities.append(link)
            else:
                what = f"{relation.kind.value} {relation.target}"
                without.append(Without(id=body.id, what=what, reason="one end is no entity here"))
    return Export(format="ftm", subject="bodies", data=entities, without=tuple(without), writer=as_lines)


def topics(of: Taxonomy, catalogue: Catalogue) -> Export:
    """Return the topics that answer to the entries of a list: FollowTheMoney has no entity for a category of crime."""
    found, without = terms(of, _VOCABULARY, catalogue)
    labels = {entry.id: entry.label for entry in of.entries}
    rows = tuple(row for rows in found.values() for row in rows)
    table = [
        {
            "list": of.id,
            "entry": row.id,
            "label": labels[row.id],
            "topic": row.term,
            "match": row.relation.value,
            "notes": list(row.notes),
        }
        for row in rows
    ]
    return Export(format="ftm", subject=of.id, data=table, matches=rows, without=without, writer=as_lines)


def _id(body: str) -> str:
    return f"orgcrime-body-{body}"


def _entity(body: Body, sources: Mapping[str, Source]) -> dict[str, Any]:
    schema, topic = _SCHEMATA[body.kind]
    now = [name.text for name in body.names if not _past(name) and name.text != body.name]
    read = (web(sources[each.source].address) for each in body.sources)
    properties = {
        "name": [body.name],
        "alias": [*now, *body.aliases],
        "previousName": [name.text for name in body.names if _past(name) and name.text != body.name],
        "abbreviation": [name.text for name in body.acronyms],
        "classification": [body.kind.value],
        "topics": [] if topic is None else [topic],
        "website": [] if body.address is None else [body.address],
        "address": [] if body.seat is None else [body.seat],
        "notes": [*body.tasks, *body.notes],
        "sourceUrl": [each for each in read if each is not None],
    }
    return _made(_id(body.id), schema, properties)


def _unlinked(body: Body, sources: Mapping[str, Source]) -> Iterable[Without]:
    for each in body.sources:
        if web(sources[each.source].address) is None:
            reason = "the source has no address of the web"
            yield Without(id=body.id, what=f"sourceUrl {each.source}", reason=reason)


def _past(name: Name) -> bool:
    return name.period is not None and name.period.last is not None


def _link(body: Body, relation: Relation) -> dict[str, Any]:
    schema, here, there = _EDGES.get(relation.kind, ("UnknownLink", "subject", "object"))
    period = relation.period
    properties = {
        here: [_id(body.id)],
        there: [_id(relation.target)],
        "role": [relation.kind.value],
        "startDate": [] if period is None else _day(period.first),
        "endDate": [] if period is None else _day(period.last),
        "description": [] if relation.note is None else [relation.note],
    }
    parts = (body.id, relation.kind.value, relation.target, "" if period is None else period.isoformat())
    return _made(f"orgcrime-link-{uuid_of(BASE, 'ftm', *parts)}", schema, properties)


def _day(day: PartialDate | None) -> list[str]:
    """Return a day, a month or a year; what is known by other bounds is left out."""
    return [] if day is None or day.isoformat().startswith("[") else [day.isoformat()]


def _made(key: str, schema: str, properties: dict[str, list[str]]) -> dict[str, Any]:
    kept = {name: list(dict.fromkeys(values)) for name, values in properties.items() if values}
    return {"id": key, "schema": schema, "properties": kept}
