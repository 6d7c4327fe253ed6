"""Lists of crimes: taxonomies, their entries, and how entries of two lists match."""

from __future__ import annotations

import enum
import unicodedata
from typing import TYPE_CHECKING

import attrs

from orgcrime.citation import EvidenceStatus, Reference, Uncertainty
from orgcrime.days import read_day
from orgcrime.describing import Described
from orgcrime.embedding import embeddable
from orgcrime.errors import AmbiguousKeyError, UnknownKeyError
from orgcrime.model.text import Name
from orgcrime.outline import Outline
from orgcrime.temporal import PartialDate, Period
from orgcrime.truth import Truth

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

__all__ = ["Entry", "EntryKind", "Match", "Relation", "Taxonomy"]


class EntryKind(enum.Enum):
    """What an entry of a list stands for; lists of priorities and tags mix kinds."""

    OFFENCE = "offence"
    DEFINITION = "definition"
    """A defined term, without a duty to criminalise."""
    PURPOSE = "purpose"
    """An element of an offence, and no offence of its own."""
    INSTRUMENT = "instrument"
    CRIME_AREA = "crime-area"
    STRAND = "strand"
    """A part of a priority."""
    REGION = "region"
    MODUS_OPERANDI = "modus-operandi"
    HORIZONTAL_ENABLER = "horizontal-enabler"
    ACTOR = "actor"
    """Who acts: a type of person or group, and no crime."""
    STATUS = "status"
    """What is said of a person or entity, such as that it is wanted: no crime."""
    NOTICE = "notice"
    """An alert between police services: no crime."""
    BODY = "body"
    HEADING = "heading"
    """It only gathers other entries."""


class Relation(enum.Enum):
    """How an entry matches another, read *this entry (relation) that entry*, as SKOS has it.

    >>> Relation.BROAD.inverse
    <Relation.NARROW: 'narrow'>
    >>> Relation.CLOSE.then(Relation.CLOSE)
    <Relation.RELATED: 'related'>
    """

    EXACT = "exact"
    """They may stand for each other everywhere."""
    CLOSE = "close"
    """They may stand for each other in some uses."""
    BROAD = "broad"
    """That entry is the broader one."""
    NARROW = "narrow"
    """That entry is the narrower one."""
    RELATED = "related"
    """They have to do with each other, and neither holds the other."""

    @property
    def inverse(self) -> Relation:
        """The relation read from the other entry."""
        return _INVERSE.get(self, self)

    @property
    def strength(self) -> int:
        """How much it says: 3 exact, 2 close, 1 broad and narrow, 0 related."""
        return _STRENGTH[self]

    def then(self, next_one: Relation) -> Relation:
        """Return what holds between the ends of two matches in a row: never more than both say.

        Exact keeps what the other says; broader twice is broader, narrower twice narrower; everything else is related
        at most, closeness too, since two small differences may add up to a large one.
        """
        if self is Relation.EXACT:
            return next_one
        if next_one is Relation.EXACT or (self is next_one and self in _INVERSE):
            return self
        return Relation.RELATED


_INVERSE = {Relation.BROAD: Relation.NARROW, Relation.NARROW: Relation.BROAD}
_STRENGTH = {Relation.EXACT: 3, Relation.CLOSE: 2, Relation.BROAD: 1, Relation.NARROW: 1, Relation.RELATED: 0}


@embeddable
@attrs.frozen(kw_only=True)
class Match(Described):
    """A match between the entries of two lists; an editorial judgement, which no official body has made.

    Attributes:
        source: the id of one list.
        source_entry: the id of its entry.
        relation: read *source entry (relation) target entry*.
        target: the id of the other list; ``crimes`` for the hub of categories.
        target_entry: the id of its entry.
        note: why, or what a reader must know.
        status: how well it is established.
    """

    source: str
    source_entry: str
    relation: Relation
    target: str
    target_entry: str
    note: str | None = None
    status: EvidenceStatus = EvidenceStatus.SECONDARY

    @property
    def inverse(self) -> Match:
        """The same match, read from the other entry."""
        return attrs.evolve(
            self,
            source=self.target,
            source_entry=self.target_entry,
            relation=self.relation.inverse,
            target=self.source,
            target_entry=self.source_entry,
        )


@embeddable
@attrs.frozen(kw_only=True)
class Entry(Described):
    """An entry of a list.

    Attributes:
        id: the official code where there is one, else made from the English heading; unique in the list and stable.
        label: the heading or name in English, as the list has it.
        code: the official code, verbatim and as text; ``None`` where the list has none.
        ordinal: the position in one edition of an unnumbered list, from 1, among the entries of the same parent: never
            a key.
        labels: the label in other languages, and other English ones: past ones with their period.
        parent: the id of the entry above it; it may lie outside a selection.
        kind: what it stands for; ``None`` where the list has but one kind.
        edition: the edition it belongs to, in a list that gathers several.
        period: when it was in the list; ``None`` where it has been as long as the list.
        meaning: what it stands for, in words of our own, where the label does not say it.
        instrument: the id of the instrument that it stands for or is taken from.
        pinpoint: the place in the instrument or the publication.
        duties: the ids of the duties to criminalise behind it.
        body: the id of the body that it stands for.
        notes: what a reader must know.
        uncertain: parts less certain than the whole.
        status: how well it is established.
        sources: where it was read; empty where no source was found.
    """

    id: str
    label: str
    code: str | None = None
    ordinal: int | None = None
    labels: tuple[Name, ...] = ()
    parent: str | None = None
    kind: EntryKind | None = None
    edition: str | None = None
    period: Period | None = None
    meaning: str | None = None
    instrument: str | None = None
    pinpoint: str | None = None
    duties: tuple[str, ...] = ()
    body: str | None = None
    notes: tuple[str, ...] = ()
    uncertain: tuple[Uncertainty, ...] = ()
    status: EvidenceStatus
    sources: tuple[Reference, ...] = ()

    def label_in(self, language: str) -> str | None:
        """Return the label in a language, or ``None`` where it is not recorded.

        Args:
            language: as BCP 47 writes it: ``en``, ``fr``.
        """
        if language == "en":
            return self.label
        return next((name.text for name in self.labels if name.language == language and name.period is None), None)

    def named_on(self, day: dt.date | str) -> Entry:
        """Return the entry with the English label that it bore on a day."""
        known = read_day(day)
        for name in self.labels:
            if name.language == "en" and name.period is not None and name.period.includes(known) is Truth.TRUE:
                rest = tuple(other for other in self.labels if other is not name)
                return attrs.evolve(self, label=name.text, labels=(*rest, Name(text=self.label, language="en")))
        return self


@embeddable
@attrs.frozen(kw_only=True)
class Taxonomy:
    """A list of crimes, or a vocabulary that touches crime.

    ``taxonomy[key]`` is the entry with that id, code or label, in any case; ``len`` is the number of entries, of all
    editions together: ask for a day (`on`) before you count.

    Attributes:
        id: lower-case and stable.
        title: the title in English.
        aliases: other names that it bears alone.
        issuer: who issues it.
        edition: the edition that was read.
        period: when it was in force or in use; ``None`` where that is not known.
        as_of: the day up to which it was read.
        instrument: the id of the instrument that contains it.
        pinpoint: the place in the instrument or the publication.
        official_codes: whether the issuer gives codes; else the ids are made here.
        codes_note: what the codes or ids are.
        address: the address of an entry, with ``{code}`` for its code; ``None`` where there is none.
        external_parents: the ids of parents that lie outside a selection.
        licence: under which terms it may be passed on.
        notes: what a reader must know.
        uncertain: parts less certain than the whole.
        status: how well it is established: verified when at least half of its entries are.
        sources: where it was read; empty where no source was found.
        examples: texts by which it must be found.
        entries: the entries, in the order of the list.
        undetermined: on a day, the ids of the entries of which it is not known whether they were in the list; always
            empty in a list that is not asked for a day.
    """

    id: str
    title: str
    aliases: tuple[str, ...] = ()
    issuer: str
    edition: str | None = None
    period: Period | None = None
    as_of: PartialDate | None = None
    instrument: str | None = None
    pinpoint: str | None = None
    official_codes: bool = False
    codes_note: str | None = None
    address: str | None = None
    external_parents: tuple[str, ...] = ()
    licence: str | None = None
    notes: tuple[str, ...] = ()
    uncertain: tuple[Uncertainty, ...] = ()
    status: EvidenceStatus
    sources: tuple[Reference, ...] = ()
    examples: tuple[str, ...] = ()
    entries: tuple[Entry, ...]
    undetermined: tuple[str, ...] = ()

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        """Iterate over the entries."""
        return iter(self.entries)

    def __contains__(self, key: object) -> bool:
        """Return whether a key names an entry, or several; or whether an entry is in the list."""
        if isinstance(key, str):
            return len(key) <= _LONGEST and any(tier(entry, key) for entry in self.entries for tier in _TIERS)
        return key in self.entries

    def __getitem__(self, key: str) -> Entry:
        """Return the entry that a key names: see `entry`."""
        return self.entry(key)

    def entry(self, key: str) -> Entry:
        """Return the entry that a key names.

        Args:
            key: an id, an official code or a label, in any case and spacing.

        Raises:
            UnknownKeyError: if nothing is known by it; the nearest keys are named.
            AmbiguousKeyError: if several entries have that code or label.
        """
        if isinstance(key, str):
            for tier in _TIERS if len(key) <= _LONGEST else ():
                found = [entry for entry in self.entries if tier(entry, key)]
                if len(found) == 1:
                    return found[0]
                if found:
                    raise AmbiguousKeyError(f"entry of {self.id}", key, (each.id for each in found), shared=True)
        raise UnknownKeyError(f"entry of {self.id}", key, self._spellings())

    def _spellings(self) -> Iterator[str]:
        for entry in self.entries:
            yield entry.id
            yield entry.label

    def children(self, key: str) -> tuple[Entry, ...]:
        """Return the entries directly below one."""
        above = self.entry(key).id
        return tuple(entry for entry in self.entries if entry.parent == above)

    def ancestors(self, key: str) -> tuple[Entry, ...]:
        """Return the entries above one, the nearest first; parents outside a selection are left out."""
        known = {entry.id: entry for entry in self.entries}
        found = []
        above = known.get(self.entry(key).parent or "")
        while above is not None:
            found.append(above)
            above = known.get(above.parent or "")
        return tuple(found)

    def on(self, day: dt.date | str) -> Taxonomy:
        """Return the list as it was on a day, each entry under the label that it then bore.

        An entry of which it is not known whether it was in the list stays in, and is named in ``undetermined``.

        Raises:
            DateError: if ``day`` is not a day.
        """
        known = read_day(day)
        entries, open_ones = [], []
        for entry in self.entries:
            truth = _within(self.period, entry.period, known)
            if truth is not Truth.FALSE:
                entries.append(entry.named_on(known))
            if truth is Truth.UNKNOWN:
                open_ones.append(entry.id)
        return attrs.evolve(self, entries=tuple(entries), undetermined=tuple(open_ones))

    def outline(self) -> Outline:
        """Return the list as a table of its entries."""
        notes = [*self.notes]
        if self.undetermined:
            notes.append(f"not known whether in the list on that day: {len(self.undetermined)}")
        return Outline(
            heading=f"{self.title} ({len(self)} entries)",
            columns=("id", "label"),
            rows=tuple((entry.id, entry.label) for entry in self.entries),
            notes=tuple(notes),
        )

    def __repr__(self) -> str:
        """Return what it is and how many entries it has."""
        return f"<Taxonomy {self.id}: {len(self)} entries>"

    def _repr_html_(self) -> str:
        return self.outline().html()


def _within(whole: Period | None, part: Period | None, day: dt.date) -> Truth:
    """Return whether a day belongs to the time of an entry and to that of its list."""
    if whole is None and part is None:
        return Truth.UNKNOWN
    truth = Truth.TRUE
    for period in (whole, part):
        if period is not None:
            truth &= period.includes(day)
    return truth


def _plain(text: str) -> str:
    """Return a text without case, accents, spacing and punctuation, its words joined by hyphens."""
    bare = "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    return "-".join("".join(each if each.isalnum() else " " for each in bare).split())


def _same(text: str, key: str) -> bool:
    return " ".join(text.casefold().split()) == " ".join(key.casefold().split())


def _by_id(entry: Entry, key: str) -> bool:
    return _same(entry.id, key)


def _by_code(entry: Entry, key: str) -> bool:
    return entry.code is not None and _same(entry.code, key)


def _by_label(entry: Entry, key: str) -> bool:
    return _plain(key) in (_plain(entry.label), _plain(entry.id))


def _by_other_labels(entry: Entry, key: str) -> bool:
    return any(_plain(name.text) == _plain(key) for name in entry.labels)


_LONGEST = 1000  # letters: no entry has a longer label
_TIERS = (_by_id, _by_code, _by_label, _by_other_labels)
