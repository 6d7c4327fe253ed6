"""Cooperation: which article of which instrument lets one State ask another for what, and under which conditions."""

from __future__ import annotations

import enum

import attrs

from orgcrime.citation import EvidenceStatus, Reference
from orgcrime.temporal import PartialDate, Period

__all__ = [
    "CooperationRule",
    "CoveredOffence",
    "Exclusion",
    "Force",
    "Form",
    "Requirement",
    "Transition",
    "UnionAct",
    "UnionMembership",
    "UnionPosition",
    "UnionPositionKind",
]


class Form(enum.Enum):
    """A form of cooperation."""

    MUTUAL_LEGAL_ASSISTANCE = "mutual-legal-assistance"
    EXTRADITION = "extradition"
    CONFISCATION = "confiscation"
    """Identifying, freezing, seizing and confiscating at the request of another State."""
    ASSET_RECOVERY = "asset-recovery"
    """Returning, sharing or otherwise disposing of what was confiscated."""
    JOINT_INVESTIGATION_TEAM = "joint-investigation-team"
    CONTROLLED_DELIVERY = "controlled-delivery"
    SPECIAL_INVESTIGATIVE_TECHNIQUES = "special-investigative-techniques"
    TRANSFER_OF_PROCEEDINGS = "transfer-of-proceedings"
    TRANSFER_OF_SENTENCED_PERSONS = "transfer-of-sentenced-persons"
    LAW_ENFORCEMENT_COOPERATION = "law-enforcement-cooperation"
    SPONTANEOUS_INFORMATION = "spontaneous-information"
    TEMPORARY_TRANSFER_OF_PERSONS_IN_CUSTODY = "temporary-transfer-of-persons-in-custody"
    HEARING_BY_VIDEO_CONFERENCE = "hearing-by-video-conference"
    RETURN_OF_VICTIMS = "return-of-victims"
    RETURN_OF_MIGRANTS = "return-of-migrants"
    MARITIME_COOPERATION = "maritime-cooperation"
    DOCUMENT_VERIFICATION = "document-verification"
    FIREARMS_TRACING = "firearms-tracing"

    @property
    def words(self) -> str:
        """The form in words."""
        return self.value.replace("-", " ")


class Force(enum.Enum):
    """How strongly the text binds to cooperate."""

    SHALL = "shall"
    MAY = "may"
    CONSIDER = "consider"
    """The text asks to consider it, or encourages it; each case needs an agreement."""


class UnionPositionKind(enum.Enum):
    """Where a State stands towards an act of the European Union."""

    APPLIES = "applies"
    NOT_BOUND = "not-bound"
    """It does not take part, by a protocol to the Treaties or for want of ratification."""


@attrs.frozen(kw_only=True)
class Requirement:
    """Something to check before a request is made.

    Attributes:
        text: what, in our own words.
        pinpoint: the article that asks for it; ``None`` where none is named.
    """

    text: str
    pinpoint: str | None = None


@attrs.frozen(kw_only=True)
class CooperationRule:
    """An article under which one State may ask another for a form of cooperation.

    Attributes:
        id: the instrument and the form, as ``untoc/extradition``.
        form: the form of cooperation.
        instrument: the id of the instrument.
        pinpoint: the articles.
        force: how strongly the text binds.
        offences: to which offences it applies, in our own words.
        any_offence: whether it applies to every offence, whatever the category of crime.
        serious_crime: whether any serious crime is enough, so that it never fails for the category of crime.
        central_authority: the article on the central or other designated authority; ``None`` where it has none.
        dual_criminality: what it says of dual criminality; ``None`` where it says nothing.
        priority: which other treaties come first; ``None`` where the text says nothing.
        gate: the id of the definition of what it applies to; ``None`` where none is written as one.
        exempt_list: the id of the list of offences for which dual criminality is not verified.
        replaced_by: the id of the instrument that replaces it between the States bound by that one.
        replaced_pinpoint: the article of that instrument which says so.
        conditions: what to check before a request is made.
        note: what a reader must know.
        pinpoint_status: how well the articles are established: ``secondary`` where a part of them was read in the text,
            ``unverified`` where none was.
        status: how well it is established that the instrument is a basis of this form.
        sources: where it was read.
    """

    id: str
    form: Form
    instrument: str
    pinpoint: str
    force: Force
    offences: str
    any_offence: bool = False
    serious_crime: bool = False
    central_authority: str | None = None
    dual_criminality: str | None = None
    priority: str | None = None
    gate: str | None = None
    exempt_list: str | None = None
    replaced_by: str | None = None
    replaced_pinpoint: str | None = None
    conditions: tuple[Requirement, ...] = ()
    note: str | None = None
    pinpoint_status: EvidenceStatus
    status: EvidenceStatus
    sources: tuple[Reference, ...] = ()


@attrs.frozen(kw_only=True)
class CoveredOffence:
    """A category of crime that an instrument obliges or invites its parties to make an offence.

    Attributes:
        instrument: the id of the instrument.
        crime: the id of the category.
        pinpoint: the articles.
        whole: whether the category is covered as such; ``False`` where only a part of it is.
        condition: what of the category is covered; ``None`` where nothing is to be said.
        status: how well it is established.
        sources: where it was read; empty where no source was found.
    """

    instrument: str
    crime: str
    pinpoint: str
    whole: bool = True
    condition: str | None = None
    status: EvidenceStatus
    sources: tuple[Reference, ...] = ()


@attrs.frozen(kw_only=True)
class Exclusion:
    """A declaration by which a party excludes its relations with another from an instrument.

    What it says is on record as a declaration; what it does to a request between the two is for them to settle.

    Attributes:
        participant: who made it.
        excludes: with whom relations are excluded.
        instrument: from which instrument.
    """

    participant: str
    excludes: str
    instrument: str


@attrs.frozen(kw_only=True)
class Transition:
    """A time after membership of the European Union in which its law applied all the same.

    Attributes:
        participant: to whom.
        until: the last day.
        note: what a reader must know.
        sources: where it was read.
    """

    participant: str
    until: PartialDate
    note: str
    sources: tuple[Reference, ...]


@attrs.frozen(kw_only=True)
class UnionAct:
    """How far the data on participation in an act of the European Union reach.

    Attributes:
        act: the id of the instrument.
        first: the first day on which it can apply to anyone.
        confirmed_on: the last day for which the sources vouch that it still applied.
        sources: where these days were read.
    """

    act: str
    first: PartialDate
    confirmed_on: PartialDate
    sources: tuple[Reference, ...]


@attrs.frozen(kw_only=True)
class UnionMembership:
    """A time in which a State was a member of the European Union, or of the Communities before it.

    Attributes:
        participant: the State.
        period: when.
        sources: the ids of the sources.
        note: what a reader must know.
    """

    participant: str
    period: Period
    sources: tuple[str, ...]
    note: str | None = None


@attrs.frozen(kw_only=True)
class UnionPosition:
    """Where a State stood towards an act of the European Union, and when: read in a source, never inferred.

    Attributes:
        act: the id of the instrument.
        participant: the State.
        kind: whether it applies the act or does not take part.
        period: when; the first day may be known only by bounds.
        status: how well it is established.
        sources: the ids of the sources.
        note: what a reader must know.
    """

    act: str
    participant: str
    kind: UnionPositionKind
    period: Period
    status: EvidenceStatus
    sources: tuple[str, ...]
    note: str | None = None
