"""Programmes: policy cycles with their priorities, and mechanisms that review implementation."""

from __future__ import annotations

import enum

import attrs

from orgcrime.citation import EvidenceStatus, Reference, Uncertainty
from orgcrime.describing import Described
from orgcrime.embedding import embeddable
from orgcrime.model.body import Milestone
from orgcrime.model.text import Name
from orgcrime.temporal import PartialDate, Period

__all__ = [
    "FoundingAct",
    "FoundingActKind",
    "Part",
    "PartKind",
    "Priority",
    "PriorityKind",
    "Programme",
    "ProgrammeKind",
    "Strand",
]


class ProgrammeKind(enum.Enum):
    """What kind of programme it is."""

    POLICY_CYCLE = "policy-cycle"
    REVIEW_MECHANISM = "review-mechanism"


class FoundingActKind(enum.Enum):
    """What kind of act it is."""

    COUNCIL_CONCLUSIONS = "council-conclusions"
    RESOLUTION = "resolution"


class PriorityKind(enum.Enum):
    """What a priority is defined by; an editorial tag."""

    CRIME_AREA = "crime-area"
    REGION = "region"
    MODUS_OPERANDI = "modus-operandi"
    ACTOR = "actor"
    HORIZONTAL_ENABLER = "horizontal-enabler"


class PartKind(enum.Enum):
    """What kind of part of a review it is."""

    CLUSTER = "cluster"
    """A group of articles by theme."""
    CYCLE = "cycle"
    """A time in which some chapters are reviewed."""


@attrs.frozen(kw_only=True)
class FoundingAct:
    """An act by which a programme was set up, launched or given its priorities.

    Attributes:
        kind: what kind of act it is.
        title: the act, as one cites it.
        body: the id of the body that adopted it; ``None`` where that has no record here.
        by: the name of who adopted it, where that has no record here.
        date: when it was adopted, or the meeting that adopted it began.
        end: the last day of that meeting; ``None`` where the day itself is known.
        what: what it did.
        status: how well it is established; ``None`` for as well as the record.
    """

    kind: FoundingActKind
    title: str
    body: str | None = None
    by: str | None = None
    date: PartialDate
    end: PartialDate | None = None
    what: str | None = None
    status: EvidenceStatus | None = None


@attrs.frozen(kw_only=True)
class Strand:
    """A part of a priority that has aims of its own.

    Attributes:
        id: made from its heading, unique in its priority.
        title: its heading, shortened.
        order: its position in this edition; never a key.
        pinpoint: where the act names it.
        status: how well it is established.
        sources: where it was read.
    """

    id: str
    title: str
    order: int
    pinpoint: str | None = None
    status: EvidenceStatus
    sources: tuple[Reference, ...]


@attrs.frozen(kw_only=True)
class Priority:
    """A priority of a policy cycle.

    Attributes:
        id: made from its heading, unique in its programme.
        title: its heading, shortened.
        titles: its heading in other languages.
        order: its position in this edition, never a key; ``None`` for one that stands beside the numbered ones.
        kind: what it is defined by.
        strands: its parts, where it has some.
        pinpoint: where the act names it.
        notes: what a reader must know.
        status: how well it is established.
        sources: where it was read.
    """

    id: str
    title: str
    titles: tuple[Name, ...] = ()
    order: int | None = None
    kind: PriorityKind
    strands: tuple[Strand, ...] = ()
    pinpoint: str | None = None
    notes: tuple[str, ...] = ()
    status: EvidenceStatus
    sources: tuple[Reference, ...]


@attrs.frozen(kw_only=True)
class Part:
    """A cluster or a cycle of a review.

    Attributes:
        kind: which of the two it is.
        order: its number.
        title: what it is about; ``None`` where the chapters say it.
        chapters: the chapters of the instrument that it covers.
        status: how well it is established.
    """

    kind: PartKind
    order: int
    title: str | None = None
    chapters: tuple[str, ...] = ()
    status: EvidenceStatus


@embeddable
@attrs.frozen(kw_only=True, repr=False)
class Programme(Described):
    """A policy cycle or a review mechanism.

    Attributes:
        id: lower-case and stable.
        title: the title in English.
        kind: what kind of programme it is.
        titles: the title in other languages.
        aliases: other names that name it alone.
        ambiguous_names: names that it shares with others, never taken for it alone.
        period: when it runs.
        body: the id of the body that it belongs to.
        bodies: the ids of the bodies that take part in running it, the one it belongs to among them.
        acts: the acts by which it was set up, launched or given its priorities, the earliest first.
        milestones: what happened to it, the earliest first.
        threat_assessment: the report from which the priorities were chosen.
        numbered_priorities: how many priorities its act numbers; ``None`` for a programme without.
        priorities: its priorities, in the order of the act.
        instruments: the ids of the instruments that it reviews.
        form: how it works, in our own words.
        parts: the clusters or cycles of a review.
        outlook: what was planned next when the data were read; ``None`` where nothing is recorded.
        predecessors: the ids of the programmes that it follows.
        successors: the ids of the programmes that follow it.
        notes: what a reader must know.
        conflicts: where sources disagree.
        uncertain: parts less certain than the whole.
        status: how well it is established.
        sources: where it was read.
        examples: texts by which it must be found.
    """

    id: str
    title: str
    kind: ProgrammeKind
    titles: tuple[Name, ...] = ()
    aliases: tuple[str, ...] = ()
    ambiguous_names: tuple[str, ...] = ()
    period: Period
    body: str
    bodies: tuple[str, ...] = ()
    acts: tuple[FoundingAct, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    threat_assessment: str | None = None
    numbered_priorities: int | None = None
    priorities: tuple[Priority, ...] = ()
    instruments: tuple[str, ...] = ()
    form: str | None = None
    parts: tuple[Part, ...] = ()
    outlook: str | None = None
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    uncertain: tuple[Uncertainty, ...] = ()
    status: EvidenceStatus
    sources: tuple[Reference, ...]
    examples: tuple[str, ...] = ()
