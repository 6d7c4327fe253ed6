"""Instruments, bodies and programmes as a graph of how they hang together; a crosswalk as a graph from list to list."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from orgcrime.catalogue import BUILT_IN, Catalogue
from orgcrime.errors import Fault, InputError, UnknownKeyError
from orgcrime.model.body import RelationKind, TargetKind
from orgcrime.render.graphs import Direction, Edge, Graph, Node, NodeKind, data_of, sources_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orgcrime.crosswalks import Crosswalk
    from orgcrime.model.body import Body
    from orgcrime.model.taxonomy import Taxonomy

__all__ = ["crosswalk_caption", "crosswalk_graph", "family"]

_INVERSES = {
    RelationKind.HAS_PART: RelationKind.PART_OF,
    RelationKind.HAS_SUBSIDIARY: RelationKind.SUBSIDIARY_OF,
    RelationKind.HAS_SECRETARIAT: RelationKind.SECRETARIAT_OF,
    RelationKind.SUPERVISED_BY: RelationKind.SUPERVISES,
    RelationKind.CREATED: RelationKind.CREATED_BY,
    RelationKind.GOVERNED_BY: RelationKind.GOVERNS,
    RelationKind.SUPPORTED_BY: RelationKind.SUPPORTS,
    RelationKind.HAS_PARTNER: RelationKind.PARTNER_IN,
    RelationKind.HAS_ASSOCIATE: RelationKind.ASSOCIATE_OF,
    RelationKind.HAS_OBSERVER: RelationKind.OBSERVER_AT,
    RelationKind.HAS_NATIONAL_OFFICE: RelationKind.NATIONAL_OFFICE_OF,
    RelationKind.SUCCESSOR_OF: RelationKind.SUCCEEDED_BY,
}
_MUTUAL = ("cooperates with", "operational agreement with")
_SAID_ALREADY = (("supervises", "conference of"), ("established by", "rests on"))
_KINDS = {
    TargetKind.INSTRUMENT: NodeKind.INSTRUMENT,
    TargetKind.BODY: NodeKind.BODY,
    TargetKind.PARTICIPANT: NodeKind.OUTSIDE,
    TargetKind.OUTSIDE: NodeKind.OUTSIDE,
}

_Key = tuple[NodeKind, str]
_Tie = tuple[_Key, str, _Key]


def family(around: str | Iterable[str] | None = None, *, steps: int = 2, catalogue: Catalogue = BUILT_IN) -> Graph:
    """Return how instruments, bodies and programmes hang together.

    A relation that is recorded from both sides is one edge; what stands alone is left out.

    Args:
        around: keys of the records in the middle; ``None`` for all that there is.
        steps: how far from the middle it reaches.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if no instrument, body or programme is known by a key.
        InputError: if ``around`` is empty.

    >>> [node.title for node in family("irg", steps=1).nodes]
    ['Implementation Review Group', 'Conference of the States Parties to the United Nations Convention against ...']
    """
    ties = _ties(catalogue)
    keys = [around] if isinstance(around, str) else around
    if keys is not None and not (keys := tuple(keys)):
        raise InputError([Fault("around", "no record is given")])
    middle = None if keys is None else tuple(dict.fromkeys(_key(each, catalogue) for each in keys))
    kept = _reached(ties, middle, steps)
    ids = {key: f"n{at}" for at, key in enumerate(kept)}
    names = _outside_names(catalogue)
    nodes = tuple(_node(ids[key], key, names, catalogue) for key in kept)
    edges = tuple(
        Edge(source=ids[source], target=ids[target], label=", ".join(labels), strong=not set(labels) & set(_MUTUAL))
        for (source, target), labels in ties.items()
        if source in ids and target in ids
    )
    names_of_middle = [] if middle is None else [node.title for node in nodes[: len(middle)]]
    of = f" around {' and '.join(names_of_middle)}" if names_of_middle else ""
    return Graph(
        title=f"Instruments, bodies and programmes{of}",
        caption=f"{sources_of(_sources(kept, catalogue), catalogue)} {data_of()}".strip(),
        nodes=nodes,
        edges=edges,
        direction=Direction.ACROSS,
    )


def _key(given: str, catalogue: Catalogue) -> _Key:
    for registry, kind in (
        (catalogue.instruments, NodeKind.INSTRUMENT),
        (catalogue.bodies, NodeKind.BODY),
        (catalogue.programmes, NodeKind.PROGRAMME),
    ):
        if given in registry:
            return kind, registry[given].id
    known = [
        name
        for registry in (catalogue.instruments, catalogue.bodies, catalogue.programmes)
        for name in registry.spellings()
    ]
    raise UnknownKeyError("instrument, body or programme", given, known)


def _ties(catalogue: Catalogue) -> dict[tuple[_Key, _Key], tuple[str, ...]]:
    """Return what ties two records, read from the first to the second."""
    found: dict[tuple[_Key, _Key], tuple[str, ...]] = {}
    for source, label, target in _every_tie(catalogue):
        pair = (source, target)
        if not (label in _MUTUAL and (target, source) in found):
            found[pair] = tuple(dict.fromkeys((*found.get(pair, ()), label)))
    return {pair: _without_the_obvious(labels) for pair, labels in found.items()}


def _without_the_obvious(labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return what ties two records without what another tie between them says already."""
    said = [(more, less) for more, less in _SAID_ALREADY if more in labels]
    return tuple(label for label in labels if label not in {less for _, less in said})


def _every_tie(catalogue: Catalogue) -> Iterator[_Tie]:
    for instrument in catalogue.instruments.values():
        own = (NodeKind.INSTRUMENT, instrument.id)
        if instrument.parent is not None:
            yield own, "supplements", (NodeKind.INSTRUMENT, instrument.parent)
        for each in instrument.replaces:
            yield own, "replaces", (NodeKind.INSTRUMENT, each)
        for each in instrument.amended_by:
            yield (NodeKind.INSTRUMENT, each), "amends", own
        if instrument.conference is not None:
            yield (NodeKind.BODY, instrument.conference), "conference of", own
    for body in catalogue.bodies.values():
        yield from _ties_of_body(body)
    for programme in catalogue.programmes.values():
        own = (NodeKind.PROGRAMME, programme.id)
        yield own, "belongs to", (NodeKind.BODY, programme.body)
        for each in programme.bodies:
            if each != programme.body:
                yield (NodeKind.BODY, each), "takes part in", own
        for each in programme.instruments:
            yield own, "reviews", (NodeKind.INSTRUMENT, each)
        for each in programme.predecessors:
            yield own, "follows", (NodeKind.PROGRAMME, each)


def _ties_of_body(body: Body) -> Iterator[_Tie]:
    own = (NodeKind.BODY, body.id)
    for relation in body.relations:
        other = (_KINDS[relation.target_kind], relation.target)
        kind = _INVERSES.get(relation.kind, relation.kind)
        label = kind.value.replace("-", " ")
        yield (own, label, other) if kind is relation.kind else (other, label, own)
    for basis in body.legal_basis:
        if basis.instrument is not None:
            past = basis.period is not None and basis.period.last is not None
            yield own, "rested on" if past else "rests on", (NodeKind.INSTRUMENT, basis.instrument)


def _reached(ties: Iterable[tuple[_Key, _Key]], middle: tuple[_Key, ...] | None, steps: int) -> tuple[_Key, ...]:
    """Return the records within some steps of the middle, the nearest first; all of them without a middle."""
    beside: dict[_Key, list[_Key]] = {}
    for source, target in ties:
        beside.setdefault(source, []).append(target)
        beside.setdefault(target, []).append(source)
    if middle is None:
        return tuple(beside)
    found = dict.fromkeys(middle)
    edge = list(middle)
    for _ in range(steps):
        edge = [near for key in edge for near in beside.get(key, ()) if near not in found]
        found |= dict.fromkeys(edge)
    return tuple(found)


def _outside_names(catalogue: Catalogue) -> dict[str, str]:
    return {
        relation.target: relation.target_name
        for body in catalogue.bodies.values()
        for relation in body.relations
        if relation.target_name is not None
    }


def _node(name: str, key: _Key, outside: dict[str, str], catalogue: Catalogue) -> Node:
    kind, record_id = key
    if kind is NodeKind.INSTRUMENT:
        instrument = catalogue.instruments[record_id]
        return Node(id=name, title=instrument.name, lines=(instrument.kind.value.replace("-", " "),), kind=kind)
    if kind is NodeKind.BODY:
        return Node(id=name, title=catalogue.bodies[record_id].name, kind=kind)
    if kind is NodeKind.PROGRAMME:
        programme = catalogue.programmes[record_id]
        return Node(id=name, title=programme.title, lines=(programme.kind.value.replace("-", " "),), kind=kind)
    participant = catalogue.participants.get(record_id)
    title = outside.get(record_id) or (record_id if participant is None else participant.name)
    return Node(id=name, title=title, lines=() if participant is None else (participant.kind.value,), kind=kind)


def _sources(kept: Iterable[_Key], catalogue: Catalogue) -> Iterator[str]:
    for kind, record_id in kept:
        if kind is NodeKind.INSTRUMENT:
            yield from (each.source for each in catalogue.instruments[record_id].sources)
        elif kind is NodeKind.BODY:
            yield from (each.source for each in catalogue.bodies[record_id].sources)
        elif kind is NodeKind.PROGRAMME:
            yield from (each.source for each in catalogue.programmes[record_id].sources)


def crosswalk_graph(way: Crosswalk, catalogue: Catalogue) -> Graph:
    """Return a crosswalk as a flow: the entries of one list, and those of the other that answer to them.

    What is related at most is dashed. Entries that nothing answers to stand alone.
    """
    lists = (f"{way.source.title} ({way.source.issuer})", f"{way.target.title} ({way.target.issuer})")
    left = {entry.id: f"a{at}" for at, entry in enumerate(way.source.entries)}
    right = {entry.id: f"b{at}" for at, entry in enumerate(way.target.entries)}
    nodes = [
        Node(
            id=left[entry.id],
            title=entry.label,
            lines=() if found else ("no counterpart",),
            kind=NodeKind.ENTRY,
            group=lists[0],
        )
        for entry, found in zip(way.source.entries, way.counterparts, strict=True)
    ]
    nodes += [
        Node(id=right[entry.id], title=entry.label, kind=NodeKind.ENTRY, group=lists[1]) for entry in way.target.entries
    ]
    return Graph(
        title=f"{way.source.title} → {way.target.title}",
        caption=crosswalk_caption(way, catalogue),
        nodes=tuple(nodes),
        edges=tuple(
            Edge(
                source=left[entry.id],
                target=right[each.entry.id],
                label=each.relation.value,
                strong=each.relation.strength > 0,
            )
            for entry, found in zip(way.source.entries, way.counterparts, strict=True)
            for each in found
        ),
        direction=Direction.ACROSS,
    )


def crosswalk_caption(way: Crosswalk, catalogue: Catalogue) -> str:
    """Return the sources of both lists, and that the matches are editorial."""
    pairs = itertools.zip_longest(way.source.sources, way.target.sources)
    references = [each for pair in pairs for each in pair if each is not None]
    found = sources_of(references, catalogue) or "Sources: the lists themselves."
    return f"{found} {_edition(way.source)} {_edition(way.target)} The matches are editorial. {data_of()}"


def _edition(taxonomy: Taxonomy) -> str:
    told = [str(taxonomy.edition)] if taxonomy.edition is not None else []
    told += [f"read up to {taxonomy.as_of}"] if taxonomy.as_of is not None else []
    return f"{taxonomy.title}: {', '.join(told)}." if told else ""
