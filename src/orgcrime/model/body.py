"""Bodies: organisations, agencies, conferences of parties, networks and forums, under the name of each time."""

from __future__ import annotations

import datetime as dt
import enum

import attrs

from orgcrime.citation import EvidenceStatus, Reference, Uncertainty
from orgcrime.days import read_day
from orgcrime.describing import Described
from orgcrime.embedding import embeddable
from orgcrime.errors import Fault, InputError
from orgcrime.model.text import Name
from orgcrime.temporal import PartialDate, Period
from orgcrime.truth import Truth

__all__ = [
    "Body",
    "BodyKind",
    "CountBasis",
    "Database",
    "LegalBasis",
    "Mandate",
    "MembershipCount",
    "Milestone",
    "MilestoneKind",
    "PoliceSystem",
    "Relation",
    "RelationKind",
    "TargetKind",
]


class BodyKind(enum.Enum):
    """What kind of body it is; what "member" means differs with it."""

    INTERGOVERNMENTAL_ORGANISATION = "intergovernmental-organisation"
    UN_SECRETARIAT_OFFICE = "un-secretariat-office"
    UN_FUNCTIONAL_COMMISSION = "un-functional-commission"
    UN_RESEARCH_INSTITUTE = "un-research-institute"
    TREATY_BODY = "treaty-body"
    TREATY_SUB_BODY = "treaty-sub-body"
    EU_AGENCY = "eu-agency"
    EU_BODY = "eu-body"
    EUROPEAN_COMMISSION_SERVICE = "european-commission-service"
    EU_COUNCIL_PREPARATORY_BODY = "eu-council-preparatory-body"
    EU_POLICY_INSTRUMENT = "eu-policy-instrument"
    """A platform of cooperation without legal personality."""
    COUNCIL_OF_EUROPE_ENLARGED_PARTIAL_AGREEMENT = "council-of-europe-enlarged-partial-agreement"
    COUNCIL_OF_EUROPE_MONITORING_BODY = "council-of-europe-monitoring-body"
    PARTNERSHIP = "partnership"
    CONSORTIUM = "consortium"
    NETWORK_OF_NATIONAL_UNITS = "network-of-national-units"
    INFORMAL_NETWORK = "informal-network"
    INFORMAL_FORUM = "informal-forum"
    INFORMAL_FORUM_WITH_SECRETARIAT = "informal-forum-with-secretariat"
    NATIONAL = "national"


class MilestoneKind(enum.Enum):
    """What happened: there is no single founding date."""

    FORESEEN = "foreseen"
    """Proposed, or provided for in a text that does not yet set it up."""
    AGREED = "agreed"
    SIGNED = "signed"
    ADOPTED = "adopted"
    """The act about it was adopted."""
    ESTABLISHED = "established"
    IN_FORCE = "in-force"
    APPLICABLE = "applicable"
    """The act about it began to apply, which may be later than its entry into force."""
    FIRST_MEETING = "first-meeting"
    OPERATIONAL = "operational"
    REORGANISED = "reorganised"
    """Its legal form or mandate changed."""
    AMENDED = "amended"
    RENAMED = "renamed"
    MOVED = "moved"
    MEETING = "meeting"
    STANDARD = "standard"
    """It issued a standard or recommendations."""
    PRIORITIES = "priorities"
    """Its priorities for a time were set."""
    CYCLE = "cycle"
    """A cycle of its work ran."""
    MEMBERSHIP = "membership"
    """Someone joined, left, was suspended or became an observer; or it joined another body."""


class CountBasis(enum.Enum):
    """What a number of members rests on."""

    DATED_SOURCE = "dated-source"
    UNDATED_SOURCE = "undated-source"
    """The source bears no date: the number's day is known only by what the source mentions."""
    STANDING_RULE = "standing-rule"
    """A rule fixes the number as long as it stands."""
    TREATY_RULE = "treaty-rule"


class RelationKind(enum.Enum):
    """How a body stands to another; secretariat, host and member are different relations."""

    PART_OF = "part-of"
    HAS_PART = "has-part"
    SUBSIDIARY_OF = "subsidiary-of"
    HAS_SUBSIDIARY = "has-subsidiary"
    SECRETARIAT_OF = "secretariat-of"
    HAS_SECRETARIAT = "has-secretariat"
    HOSTED_BY = "hosted-by"
    ESTABLISHED_BY = "established-by"
    CREATED_BY = "created-by"
    CREATED = "created"
    SUPERVISES = "supervises"
    SUPERVISED_BY = "supervised-by"
    GOVERNS = "governs"
    GOVERNED_BY = "governed-by"
    IMPLEMENTS = "implements"
    SUPPORTS = "supports"
    SUPPORTED_BY = "supported-by"
    PARTNER_IN = "partner-in"
    HAS_PARTNER = "has-partner"
    ASSOCIATE_OF = "associate-of"
    HAS_ASSOCIATE = "has-associate"
    MEMBER_OF = "member-of"
    OBSERVER_AT = "observer-at"
    HAS_OBSERVER = "has-observer"
    NATIONAL_OFFICE_OF = "national-office-of"
    HAS_NATIONAL_OFFICE = "has-national-office"
    COOPERATES_WITH = "cooperates-with"
    OPERATIONAL_AGREEMENT_WITH = "operational-agreement-with"
    OPERATES = "operates"
    PREPARES = "prepares"
    SUCCEEDED_BY = "succeeded-by"
    SUCCESSOR_OF = "successor-of"


class TargetKind(enum.Enum):
    """What a relation points to."""

    BODY = "body"
    INSTRUMENT = "instrument"
    PARTICIPANT = "participant"
    OUTSIDE = "outside"
    """Something that has no record of its own here; the relation names it."""


@attrs.frozen(kw_only=True)
class Milestone:
    """Something that happened to a body or a programme.

    Attributes:
        kind: what kind of event it was.
        date: when it was, or began.
        end: the last day of what lasted; ``None`` for what happened at once.
        alternative: the date that another source gives; ``None`` where sources agree.
        what: what happened, in our own words.
        status: how well it is established; ``None`` for as well as the record.
        sources: where it was read, beyond the sources of the record.
    """

    kind: MilestoneKind
    date: PartialDate
    end: PartialDate | None = None
    alternative: PartialDate | None = None
    what: str
    status: EvidenceStatus | None = None
    sources: tuple[Reference, ...] = ()


@attrs.frozen(kw_only=True)
class LegalBasis:
    """A text that a body rests on.

    Attributes:
        instrument: the id of the instrument; ``None`` where it has no record here.
        title: the text, as one cites it; ``None`` where the instrument has a record.
        pinpoint: the place in it.
        period: when the body rested on it; ``None`` where that is not known.
        note: what a reader must know.
        status: how well it is established; ``None`` for as well as the record.
        sources: where it was read, beyond the sources of the record.
    """

    instrument: str | None = None
    title: str | None = None
    pinpoint: str | None = None
    period: Period | None = None
    note: str | None = None
    status: EvidenceStatus | None = None
    sources: tuple[Reference, ...] = ()

    def __attrs_post_init__(self) -> None:
        """Refuse a basis that names no text, or two."""
        if (self.instrument is None) == (self.title is None):
            raise InputError(
                [Fault("title", "a legal basis names either an instrument by its id or a text by its title")]
            )


@attrs.frozen(kw_only=True)
class MembershipCount:
    """How many belong to a body, on a day: never without one.

    Attributes:
        number: the number.
        counted: what is counted: ``States``, ``parties``, ``jurisdictions``, ``FIUs`` …
        what: what the number includes or leaves out.
        as_of: the day, month or year that it speaks of; for a rule, the day from which the rule holds.
        until: the last day on which it is known to have been so; ``None`` where that is not known.
        ongoing: whether it is still so, as far as the data reach.
        qualifier: ``more than``, where the number is a bound; ``None`` where it is the number.
        least: the least that a rule allows; ``None`` where a rule allows no less than the number.
        basis: what it rests on.
        note: what a reader must know.
        status: how well it is established; ``None`` for as well as the record.
        sources: where it was read, beyond the sources of the record.
    """

    number: int
    counted: str
    what: str | None = None
    as_of: PartialDate
    until: PartialDate | None = None
    ongoing: bool = False
    qualifier: str | None = None
    least: int | None = None
    basis: CountBasis = CountBasis.DATED_SOURCE
    note: str | None = None
    status: EvidenceStatus | None = None
    sources: tuple[Reference, ...] = ()


@attrs.frozen(kw_only=True)
class Mandate:
    """The categories of crime that a body deals with, in a time.

    Which category a heading of the mandate falls under is an editorial judgement. A category includes the narrower
    ones.

    Attributes:
        crimes: the ids of the categories.
        period: when; ``None`` where that is not known.
        instrument: the id of the instrument that says so.
        pinpoint: the place in it.
        note: what a reader must know, such as a heading that covers a part of the category alone.
        status: how well it is established.
        sources: where it was read, beyond the sources of the record.
    """

    crimes: tuple[str, ...]
    period: Period | None = None
    instrument: str | None = None
    pinpoint: str | None = None
    note: str | None = None
    status: EvidenceStatus = EvidenceStatus.SECONDARY
    sources: tuple[Reference, ...] = ()


@attrs.frozen(kw_only=True)
class Relation:
    """How a body stands to another body, an instrument or something else.

    Attributes:
        kind: how; read it as *this body* kind *target*.
        target: the id of what it points to.
        target_kind: in which registry that id is.
        target_name: the name of a target outside the registries.
        target_type: what kind of thing a target outside the registries is.
        pinpoint: the article that says so.
        period: since when, until when; ``None`` where that is not known.
        note: what a reader must know.
        status: how well it is established; ``None`` for as well as the record.
    """

    kind: RelationKind
    target: str
    target_kind: TargetKind = TargetKind.BODY
    target_name: str | None = None
    target_type: str | None = None
    pinpoint: str | None = None
    period: Period | None = None
    note: str | None = None
    status: EvidenceStatus | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse a target outside the registries without a name, and a name for one that has a record."""
        if (self.target_kind is TargetKind.OUTSIDE) != (self.target_name is not None):
            raise InputError(
                [Fault("target_name", "a relation names its target where, and only where, that has no record")]
            )


@attrs.frozen(kw_only=True)
class Database:
    """A database that a body keeps; neither a notice nor a system of communication.

    Attributes:
        id: lower-case and stable, unique in its body.
        title: its name.
        group: what it is about.
        status: how well it is established.
        sources: where it was read.
    """

    id: str
    title: str
    group: str
    status: EvidenceStatus
    sources: tuple[Reference, ...]


@attrs.frozen(kw_only=True)
class PoliceSystem:
    """A system through which police communicate or search; neither a database nor a notice.

    Attributes:
        id: lower-case and stable, unique in its body.
        title: its name.
        what: what it does.
        status: how well it is established.
        sources: where it was read.
    """

    id: str
    title: str
    what: str
    status: EvidenceStatus
    sources: tuple[Reference, ...]


@embeddable
@attrs.frozen(kw_only=True, repr=False)
class Body(Described):
    """An organisation, agency, conference, network or forum.

    Attributes:
        id: lower-case and stable.
        name: the name in English, the present one.
        kind: what kind of body it is.
        kind_note: what else is to be said of its kind.
        names: every name in every language, past and present, with its period.
        acronyms: every acronym, past and present, with its language and period.
        aliases: other names that name it alone.
        ambiguous_names: names that it shares with others, never taken for it alone.
        milestones: what happened to it, the earliest first.
        seat: where it sits; ``None`` for one without a seat.
        seat_note: what else is to be said of the seat, or why there is none.
        legal_basis: the texts that it rests on or rested on; empty for one that rests on none.
        legal_basis_note: what else is to be said of them, or why there are none.
        counts: how many belong to it, each on a day; empty where nobody does, or where that is not known.
        tasks: what it does, in our own words.
        mandate: the categories of crime that it deals with.
        relations: how it stands to others.
        databases: the databases that it keeps.
        database_counts: how many databases it says that it keeps, on a day.
        notices: the id of the list of its notices; ``None`` for a body without.
        systems: its systems of communication and search.
        address: its site; ``None`` where none is recorded.
        notes: what a reader must know.
        conflicts: where sources disagree.
        uncertain: parts less certain than the whole.
        status: how well it is established.
        sources: where it was read.
        examples: texts by which it must be found.
    """

    id: str
    name: str
    kind: BodyKind
    kind_note: str | None = None
    names: tuple[Name, ...] = ()
    acronyms: tuple[Name, ...] = ()
    aliases: tuple[str, ...] = ()
    ambiguous_names: tuple[str, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    seat: str | None = None
    seat_note: str | None = None
    legal_basis: tuple[LegalBasis, ...] = ()
    legal_basis_note: str | None = None
    counts: tuple[MembershipCount, ...] = ()
    tasks: tuple[str, ...] = ()
    mandate: tuple[Mandate, ...] = ()
    relations: tuple[Relation, ...] = ()
    databases: tuple[Database, ...] = ()
    database_counts: tuple[MembershipCount, ...] = ()
    notices: str | None = None
    systems: tuple[PoliceSystem, ...] = ()
    address: str | None = None
    notes: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    uncertain: tuple[Uncertainty, ...] = ()
    status: EvidenceStatus
    sources: tuple[Reference, ...]
    examples: tuple[str, ...] = ()

    def name_on(self, day: dt.date | str, language: str = "en") -> str | None:
        """Return the name borne on a day, or ``None`` where the data do not establish one.

        Of two borne at once, such as a legal and a working name, it is the one that began later.

        Args:
            day: the day, as a date or ISO text.
            language: the language of the name, as BCP 47 writes it.
        """
        when = read_day(day)
        borne = [
            (name.period.first.earliest or dt.date.min, name.text)
            for name in self.names
            if name.language == language
            and name.period is not None
            and name.period.first is not None
            and name.period.includes(when) is Truth.TRUE
        ]
        return max(borne, key=_begun)[1] if borne else None

    def legal_basis_on(self, day: dt.date | str) -> tuple[LegalBasis, ...]:
        """Return the texts that it is known to have rested on, on a day; none whose period is not known.

        Args:
            day: the day, as a date or ISO text.
        """
        when = read_day(day)
        return tuple(basis for basis in self.legal_basis if _holds(basis.period, when) is Truth.TRUE)

    def mandate_on(self, day: dt.date | str) -> tuple[Mandate, ...]:
        """Return the parts of the mandate that are known to hold on a day; none whose period is not known.

        Args:
            day: the day, as a date or ISO text.

        >>> import orgcrime as oc
        >>> [part.instrument for part in oc.bodies["Europol"].mandate_on("2019-07-01")]
        ['eu-reg-2016-794']
        """
        when = read_day(day)
        return tuple(part for part in self.mandate if _holds(part.period, when) is Truth.TRUE)

    def deals_with(self, *crimes: str, on: dt.date | str) -> Truth:
        """Return whether the mandate recorded here names one of some categories of crime, on a day.

        ``FALSE`` says that it names none of them; ``UNKNOWN``, that a period is not known or no mandate recorded.

        Args:
            crimes: the ids of the category and of the broader ones that include it.
            on: the day, as a date or ISO text.
        """
        when = read_day(on)
        found = Truth.FALSE if self.mandate else Truth.UNKNOWN
        for part in self.mandate:
            if any(crime in part.crimes for crime in crimes):
                found |= _holds(part.period, when)
        return found


def _begun(name: tuple[dt.date, str]) -> dt.date:
    return name[0]


def _holds(period: Period | None, day: dt.date) -> Truth:
    return Truth.UNKNOWN if period is None else period.includes(day)
