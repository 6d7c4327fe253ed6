"""From one list of crimes to another: directly where an entry was matched, else by way of the hub of categories."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from orgcrime.citation import EvidenceStatus
from orgcrime.embedding import embeddable
from orgcrime.model.taxonomy import Entry, Match, Relation, Taxonomy
from orgcrime.outline import Outline

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from orgcrime.model.crime import CrimeCategory

__all__ = ["HUB", "Counterpart", "Coverage", "Crosswalk", "crosswalk", "hub"]

HUB = "crimes"
"""The id by which matches name the hub of categories."""

_RESIDUAL = "other-serious-crime"
"""The category of what no other holds: to meet there says nothing, unless the headings are the same."""


@embeddable
@attrs.frozen(kw_only=True)
class Counterpart:
    """An entry of the other list that answers to an entry of the first.

    Attributes:
        entry: the entry of the other list.
        relation: read *the entry asked for (relation) this entry*; of several ways the one that says most.
        paths: every way that leads there, the one that says most first: one match, or two by way of the hub.
    """

    entry: Entry
    relation: Relation
    paths: tuple[tuple[Match, ...], ...]

    def __repr__(self) -> str:
        """Return the relation and the entry."""
        return f"<Counterpart: {self.relation.value}, {self.entry.id}>"

    @property
    def direct(self) -> bool:
        """Whether the two entries were matched themselves, without the hub."""
        return len(self.paths[0]) == 1

    @property
    def notes(self) -> tuple[str, ...]:
        """What is said of the matches on the way, each once."""
        return tuple(dict.fromkeys(match.note for path in self.paths for match in path if match.note))

    @property
    def status(self) -> EvidenceStatus:
        """How well the first way is established: as its least established match."""
        order = list(EvidenceStatus)
        return max((match.status for match in self.paths[0]), key=order.index)

    @property
    def reason(self) -> str:
        """Why the relation is what it is, in a few words."""
        if self.direct:
            return "direct"
        ways = "; ".join(
            f"{path[0].relation.value}, then {path[1].relation.value}, {_via(path)}" for path in self.paths
        )
        composed = {_composed(path) for path in self.paths}
        if {Relation.BROAD, Relation.NARROW} <= composed and self.relation is Relation.RELATED:
            return f"{ways}: broader one way and narrower the other, so related at most"
        at_most = " at most" if self.relation is Relation.RELATED else ""
        return f"{ways}: {self.relation.value}{at_most}"

    def outline(self) -> Outline:
        """Return the entry with its relation, the way to it and what is said of it."""
        return Outline(
            heading=f"{self.entry.label} ({self.reason})",
            mark=self.relation.value,
            notes=self.notes,
        )

    def __str__(self) -> str:
        """Return the outline as text."""
        return self.outline().text()

    def _repr_html_(self) -> str:
        return self.outline().html()


@embeddable
@attrs.frozen(kw_only=True)
class Coverage:
    """How much of a list has a counterpart in another.

    Attributes:
        source: the id of the list.
        target: the id of the other list.
        counts: how many entries have which relation as their best, and how many have none (``None``), in the order
            exact, close, broad, narrow, related, none; together all the entries.
        without: the entries with no counterpart.
    """

    source: str
    target: str
    counts: tuple[tuple[Relation | None, int], ...]
    without: tuple[Entry, ...]

    def __repr__(self) -> str:
        """Return the lists, and how many entries have a counterpart."""
        return f"<Coverage: {self.source} to {self.target}, {self.total - len(self.without)} of {self.total}>"

    @property
    def total(self) -> int:
        """The number of entries."""
        return sum(number for _, number in self.counts)

    def outline(self) -> Outline:
        """Return the counts as a table, and the entries with no counterpart below it."""
        below = Outline(heading="no counterpart", rows=tuple((entry.id, entry.label) for entry in self.without))
        return Outline(
            heading=f"{self.source} → {self.target}: {self.total} entries",
            columns=("best relation", "entries"),
            rows=tuple((relation.value if relation else "none", str(number)) for relation, number in self.counts),
            children=(below,) if self.without else (),
        )

    def __str__(self) -> str:
        """Return the outline as text."""
        return self.outline().text()

    def _repr_html_(self) -> str:
        return self.outline().html()


@embeddable
@attrs.frozen(kw_only=True)
class Crosswalk:
    """The way from one list to another.

    Attributes:
        source: the list that one comes from.
        target: the list that one goes to.
        counterparts: for each entry of the first list, in its order, the entries of the other that answer to it.
        left_out: matches with an entry that is in neither list as given, as where a list is taken on a day.
    """

    source: Taxonomy
    target: Taxonomy
    counterparts: tuple[tuple[Counterpart, ...], ...]
    left_out: tuple[Match, ...] = ()

    def map(self, key: str) -> tuple[Counterpart, ...]:
        """Return every entry that answers to one, the relation that says most first; empty where there is none.

        Args:
            key: an entry of the first list: its id, code or label, in any case.

        Raises:
            UnknownKeyError: if the first list has no such entry; the nearest are named.
            AmbiguousKeyError: if it has several.
        """
        return self.counterparts[self.source.entries.index(self.source.entry(key))]

    def coverage(self) -> Coverage:
        """Return how many entries have which relation as their best, and those that have none."""
        best = [found[0].relation if found else None for found in self.counterparts]
        return Coverage(
            source=self.source.id,
            target=self.target.id,
            counts=tuple((each, best.count(each)) for each in (*Relation, None)),
            without=tuple(
                entry for entry, found in zip(self.source.entries, self.counterparts, strict=True) if not found
            ),
        )

    def outline(self) -> Outline:
        """Return every entry with what answers to it."""
        return Outline(
            heading=f"{self.source.title} → {self.target.title}",
            children=tuple(
                Outline(heading=entry.label, children=tuple(each.outline() for each in found), notes=_none(found))
                for entry, found in zip(self.source.entries, self.counterparts, strict=True)
            ),
            notes=(f"matches left out, since an entry is not in the lists as given: {len(self.left_out)}",)
            if self.left_out
            else (),
        )

    def __str__(self) -> str:
        """Return the outline as text."""
        return self.outline().text()

    def __repr__(self) -> str:
        """Return what it leads from and to."""
        return f"<Crosswalk from {self.source.id} ({len(self.source)}) to {self.target.id} ({len(self.target)})>"

    def _repr_html_(self) -> str:
        return self.outline().html()


def hub(categories: Iterable[CrimeCategory]) -> Taxonomy:
    """Return the hub of categories as a list, so that one can come from it and go to it.

    The parent of an entry is the main one; a category with two has both in `CrimeCategory.parents`.
    """
    return Taxonomy(
        id=HUB,
        title="Categories of crime",
        issuer="orgcrime",
        codes_note="The ids are those of the categories.",
        status=EvidenceStatus.SECONDARY,
        entries=tuple(
            Entry(
                id=category.id,
                label=category.title,
                labels=category.titles,
                parent=category.parents[0] if category.parents else None,
                meaning=category.definition,
                notes=category.notes,
                uncertain=category.uncertain,
                status=category.status,
                sources=category.sources,
            )
            for category in categories
        ),
    )


def crosswalk(source: Taxonomy, target: Taxonomy, matches: Iterable[Match]) -> Crosswalk:
    """Return the way from one list to another.

    An entry that was matched with one of the other list itself takes these matches; every other goes by way of the hub,
    and a relation that is put together says no more than both of its parts (`Relation.then`). Two entries that meet
    only in the residual category, which holds what no other does, answer to each other if their headings are the same.

    Args:
        source: the list that one comes from.
        target: the list that one goes to.
        matches: matches between lists, in either direction; those of other lists do no harm.
    """
    rows = tuple(matches)
    leaving, arriving = _from(source.id, rows), _from(target.id, rows)
    at_hub: dict[str, list[Match]] = {}
    for match in (each for found in arriving.values() for each in found if each.target == HUB):
        at_hub.setdefault(match.target_entry, []).append(match.inverse)
    entries = {entry.id: entry for entry in target.entries}
    counterparts, left_out = [], []
    for entry in source.entries:
        own = leaving.get(entry.id, [])
        paths: list[tuple[Match, ...]] = [(match,) for match in own if match.target == target.id]
        if source.id == target.id:
            paths = [(_itself(source.id, entry.id),)]
        if not any(path[-1].target_entry in entries for path in paths):
            paths += [
                (there, back)
                for there in own
                if there.target == HUB != target.id
                for back in at_hub.get(there.target_entry, [])
                if there.target_entry != _RESIDUAL or _same_heading(entry, entries.get(back.target_entry))
            ]
        counterparts.append(_gathered(paths, entries))
        left_out += [path[-1] for path in paths if path[-1].target_entry not in entries]
    here = {entry.id for entry in source.entries}
    left_out += [
        match for entry, found in leaving.items() if entry not in here for match in found if match.target == target.id
    ]
    return Crosswalk(
        source=source,
        target=target,
        counterparts=tuple(counterparts),
        left_out=tuple(dict.fromkeys(left_out)),
    )


def _from(scheme: str, rows: Iterable[Match]) -> dict[str, list[Match]]:
    """Return the matches of a list, all read from its own entries."""
    found: dict[str, list[Match]] = {}
    for row in rows:
        for match in (row, row.inverse) if scheme in (row.source, row.target) else ():
            if match.source == scheme:
                found.setdefault(match.source_entry, []).append(match)
    return found


def _itself(scheme: str, entry: str) -> Match:
    return Match(
        source=scheme,
        source_entry=entry,
        relation=Relation.EXACT,
        target=scheme,
        target_entry=entry,
        note="the same entry",
        status=EvidenceStatus.VERIFIED,
    )


def _same_heading(one: Entry, other: Entry | None) -> bool:
    return other is None or one.label.casefold() == other.label.casefold()


def _gathered(paths: Iterable[tuple[Match, ...]], entries: Mapping[str, Entry]) -> tuple[Counterpart, ...]:
    """Return one counterpart for each entry that is reached, the relation that says most first."""
    reached: dict[str, list[tuple[Match, ...]]] = {}
    for path in paths:
        if path[-1].target_entry in entries:
            reached.setdefault(path[-1].target_entry, []).append(path)
    found = []
    for key, ways in reached.items():
        ways.sort(key=lambda path: (-_composed(path).strength, -_strength_on_the_way(path)))
        relation = _composed(ways[0])
        if {Relation.BROAD, Relation.NARROW} <= {_composed(path) for path in ways} and relation.strength == 1:
            relation = Relation.RELATED
        found.append(Counterpart(entry=entries[key], relation=relation, paths=tuple(ways)))
    order = {key: at for at, key in enumerate(entries)}
    found.sort(
        key=lambda each: (
            -each.relation.strength,
            len(each.paths[0]),
            -_strength_on_the_way(each.paths[0]),
            order[each.entry.id],
        )
    )
    return tuple(found)


def _composed(path: tuple[Match, ...]) -> Relation:
    relation = path[0].relation
    for match in path[1:]:
        relation = relation.then(match.relation)
    return relation


def _strength_on_the_way(path: tuple[Match, ...]) -> int:
    return sum(match.relation.strength for match in path)


def _via(path: tuple[Match, ...]) -> str:
    return f"by way of {path[0].target_entry}"


def _none(found: tuple[Counterpart, ...]) -> tuple[str, ...]:
    return () if found else ("no counterpart",)
