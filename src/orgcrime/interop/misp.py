"""Lists of crimes as MISP taxonomies (machine tags) and as MISP galaxies.

A tag says under which entry of which list somebody has put a case; MISP's own tags that come near are named with their
relation, and are never put in its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from orgcrime.errors import Fault, InputError
from orgcrime.interop.result import Export, Matched, Without, uuid_of
from orgcrime.interop.terms import terms
from orgcrime.model.taxonomy import Relation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orgcrime.catalogue import Catalogue
    from orgcrime.model.taxonomy import Entry, Match, Taxonomy

__all__ = ["RELATIONS", "galaxy", "tags"]

RELATIONS: dict[Relation, str] = {
    Relation.EXACT: "similar",
    Relation.CLOSE: "similar",
    Relation.BROAD: "child-of",
    Relation.NARROW: "parent-of",
    Relation.RELATED: "related-to",
}
"""The type of relationship between clusters for each relation; the exact relation stands beside it as a tag."""

_OWN = "misp"
_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def tags(of: Taxonomy, catalogue: Catalogue, base: str) -> Export:
    """Return a list as a MISP taxonomy: the namespace is the list, the predicate the kind of entry, the value its id.

    Raises:
        InputError: for the list of MISP's own tags, and for a list without entries, which MISP does not take.
    """
    _refuse(of)
    found, without = terms(of, _OWN, catalogue)
    lacking = list(without)
    values: dict[str, list[dict[str, str]]] = {}
    for entry in of.entries:
        if '"' in entry.id:
            reason = "its id holds a quotation mark, which the value of a machine tag cannot"
            lacking.append(Without(id=entry.id, what="tag", reason=reason))
            continue
        values.setdefault(_kind(entry), []).append(
            {
                "value": entry.id,
                "expanded": entry.label,
                "description": _described(of, entry, found.get(entry.id, ())),
                "uuid": _uuid(base, of.id, entry.id),
            }
        )
    if not values:
        raise InputError([Fault("taxonomy", f"no entry of {of.id!r} can be a tag, and MISP takes no empty list")])
    machinetag = {
        "namespace": f"orgcrime-{of.id}",
        "expanded": of.title,
        "description": _about(of),
        "version": _version(),
        "uuid": uuid_of(base, "misp", of.id),
        "exclusive": False,
        "predicates": [
            {"value": kind, "expanded": kind.replace("-", " ").capitalize(), "uuid": _uuid(base, of.id, "kind", kind)}
            for kind in values
        ],
        "values": [{"predicate": kind, "entry": entries} for kind, entries in values.items()],
    }
    return _export("misp", of, machinetag, found, lacking)


def galaxy(of: Taxonomy, catalogue: Catalogue, base: str, matches: Iterable[Match], *, cluster: bool) -> Export:
    """Return a list as a MISP galaxy or as its cluster, which holds the entries: MISP keeps the two in two files.

    Raises:
        InputError: for the list of MISP's own tags, and for a list without entries.
    """
    _refuse(of)
    found, without = terms(of, _OWN, catalogue)
    common = {
        "name": of.title,
        "description": _about(of),
        "type": f"orgcrime-{of.id}",
        "uuid": uuid_of(base, "misp-galaxy", of.id),
        "version": _version(),
    }
    if not cluster:
        return _export("misp-galaxy", of, common | {"namespace": "orgcrime", "icon": "balance-scale"}, found, without)
    related: dict[str, list[dict[str, Any]]] = {}
    for match in (each if each.source == of.id else each.inverse for each in matches):
        target = _uuid(base, match.target, match.target_entry)
        related.setdefault(match.source_entry, []).append(_related(target, match.relation))
    for entry in of.entries:
        own = (each for each in found.get(entry.id, ()) if _key(each.term) is not None)
        related.setdefault(entry.id, []).extend(_related(str(_key(each.term)), each.relation) for each in own)
    names = [entry.label for entry in of.entries]
    values = [
        _cluster(of, entry, found.get(entry.id, ()), base, related[entry.id], alone=names.count(entry.label) == 1)
        for entry in of.entries
    ]
    made = common | {"category": "crime", "source": of.issuer, "authors": ["orgcrime"], "values": values}
    return _export("misp-cluster", of, made, found, without)


def _refuse(of: Taxonomy) -> None:
    if of.id == _OWN:
        raise InputError([Fault("taxonomy", f"{of.id!r} holds the tags of MISP itself, which need no export")])
    if not of.entries:
        raise InputError([Fault("taxonomy", f"{of.id!r} has no entries as asked for, and MISP takes no empty list")])


def _export(
    form: str,
    of: Taxonomy,
    data: dict[str, Any],
    found: dict[str, tuple[Matched, ...]],
    without: Iterable[Without],
) -> Export:
    rows = tuple(row for rows in found.values() for row in rows)
    return Export(format=form, subject=of.id, data=data, matches=rows, without=tuple(without))


def _version() -> int:
    from orgcrime import data_version

    return int(data_version.replace("-", ""))


def _uuid(base: str, *parts: str) -> str:
    return uuid_of(base, "misp", *parts)


def _kind(entry: Entry) -> str:
    return "category" if entry.kind is None else entry.kind.value


def _about(of: Taxonomy) -> str:
    edition = f", {of.edition}" if of.edition else ""
    return " ".join((f"{of.title} ({of.issuer}{edition}).", *of.notes))


def _described(of: Taxonomy, entry: Entry, matched: Iterable[Matched]) -> str:
    above = {each.id: each.label for each in of.entries}.get(entry.parent or "")
    parts = [
        entry.label if entry.meaning is None else entry.meaning,
        *entry.notes,
        f"Below: {above}." if above else "",
        f"Code: {entry.code}." if of.official_codes and entry.code else "",
        f"In the list: {entry.period}." if entry.period is not None else "",
        *(f"MISP ({each.relation.value}): {each.term}." for each in matched),
    ]
    return " ".join(part for part in parts if part)


def _key(term: str) -> str | None:
    """Return the UUID of an entry of a galaxy of MISP, or ``None`` for what is no such entry."""
    last = term.rpartition(":")[2]
    return last if term.startswith("galaxy:") and _UUID.fullmatch(last) else None


def _related(target: str, relation: Relation) -> dict[str, Any]:
    return {"dest-uuid": target, "type": RELATIONS[relation], "tags": [f'orgcrime:match="{relation.value}"']}


def _cluster(  # noqa: PLR0913 - all that an entry of a cluster is made of
    of: Taxonomy,
    entry: Entry,
    matched: Iterable[Matched],
    base: str,
    related: list[dict[str, Any]],
    *,
    alone: bool,
) -> dict[str, Any]:
    """Return an entry; one that shares its label with another says its id too, since MISP tells them by the label."""
    names = dict.fromkeys((entry.id, *(name.text for name in entry.labels)))
    meta: dict[str, Any] = {"synonyms": [name for name in names if name != entry.label], "kind": _kind(entry)}
    if of.address is not None and of.official_codes and entry.code:
        meta["refs"] = [of.address.format(code=entry.code)]
    if entry.period is not None:
        meta["date"] = entry.period.isoformat()
    above = {each.id for each in of.entries}
    if entry.parent in above:
        related = [{"dest-uuid": _uuid(base, of.id, str(entry.parent)), "type": "child-of"}, *related]
    made = {
        "value": entry.label if alone else f"{entry.label} ({entry.id})",
        "description": _described(of, entry, matched),
        "uuid": _uuid(base, of.id, entry.id),
        "meta": meta,
    }
    return made | {"related": related} if related else made
