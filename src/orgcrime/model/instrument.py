"""Instruments: conventions, protocols, framework decisions, directives, and what their final clauses say."""

from __future__ import annotations

import enum

import attrs

from orgcrime.citation import Citation, EvidenceStatus, Reference, Uncertainty
from orgcrime.describing import Described
from orgcrime.embedding import embeddable
from orgcrime.errors import UnknownKeyError
from orgcrime.model.text import Name
from orgcrime.temporal import PartialDate

__all__ = [
    "Adoption",
    "Article",
    "ArticleType",
    "Count",
    "Delay",
    "DelayUnit",
    "EntryIntoForce",
    "Instrument",
    "InstrumentKind",
    "OpeningForSignature",
    "Registration",
    "Withdrawal",
]


class InstrumentKind(enum.Enum):
    """What kind of instrument it is."""

    CONVENTION = "convention"
    PROTOCOL = "protocol"
    TREATY = "treaty"
    FRAMEWORK_DECISION = "framework-decision"
    DIRECTIVE = "directive"
    REGULATION = "regulation"
    DECISION = "decision"
    JOINT_ACTION = "joint-action"
    RESOLUTION = "resolution"
    RECOMMENDATION = "recommendation"
    STATUTE = "statute"


class ArticleType(enum.Enum):
    """What an article is mainly about; an editorial tag, not an official one."""

    PURPOSE = "purpose"
    DEFINITION = "definition"
    SCOPE = "scope"
    CRIMINALISATION = "criminalisation"
    LIABILITY = "liability"
    JURISDICTION = "jurisdiction"
    INTERNATIONAL_COOPERATION = "international-cooperation"
    ASSET_RECOVERY = "asset-recovery"
    PREVENTION = "prevention"
    VICTIMS = "victims"
    IMPLEMENTATION = "implementation"
    FINAL = "final"


class DelayUnit(enum.Enum):
    """How a delay between deposit and entry into force is counted."""

    DAYS = "days"
    """The n-th day after the day of deposit, which itself is not counted."""
    MONTHS = "months"
    """The first day of the month that follows the end of a period of n months."""
    YEARS = "years"
    """The same day n years later."""


@attrs.frozen(repr=False)
class Delay(Described):
    """The time between a deposit and the entry into force.

    Attributes:
        value: how many.
        unit: days or months, and so the manner of counting.
    """

    value: int
    unit: DelayUnit = DelayUnit.DAYS


@embeddable
@attrs.frozen(kw_only=True, repr=False)
class Article(Described):
    """An article: its number, its official heading and what it is about.

    Attributes:
        number: as the instrument writes it.
        heading: the official English heading.
        type: the main subject (editorial).
        also: further subjects (editorial).
        chapter: the chapter it stands in; ``None`` where the instrument has none.
        subdivisions: every numbered or lettered part of it, in the order of the text: paragraph 13 is ``13``, and
            ``6(1)(b)(ii)`` is ``1(b)(ii)`` of article 6; empty where it has none, ``None`` where they were not read.
        note: what a reader must know.
    """

    number: str
    heading: str
    type: ArticleType
    also: tuple[ArticleType, ...] = ()
    chapter: str | None = None
    subdivisions: tuple[str, ...] | None = attrs.field(default=None, repr=False)
    note: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Adoption(Described):
    """The adoption of an instrument.

    Attributes:
        date: the day of adoption.
        place: where; ``None`` where it is not recorded.
        by: who adopted it.
        document: the resolution or the official journal.
    """

    date: PartialDate | None = None
    place: str | None = None
    by: str | None = None
    document: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class OpeningForSignature(Described):
    """The time in which an instrument could be signed.

    Attributes:
        opened: the first day.
        closed: the last day; ``None`` where it stays open or is not known.
        place: where it was opened.
        then: where it lay afterwards.
        pinpoint: the article that says so.
    """

    opened: PartialDate | None = None
    closed: PartialDate | None = None
    place: str | None = None
    then: str | None = None
    pinpoint: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class EntryIntoForce(Described):
    """When an instrument entered into force, and when it does so for a State.

    Attributes:
        date: the day of the general entry into force; by bounds where it lies ahead of the data; ``None`` where it is
            not known.
        pinpoint: the article with the rule.
        threshold: how many instruments of consent were needed; ``None`` where no number decides.
        threshold_note: what else the number must include, or what counts.
        delay: the time between the last instrument needed and the entry into force.
        later_delay: the time between a later deposit and the entry into force for that participant.
        later_pinpoint: the article with the rule for later deposits.
        counts_organisations: whether the instrument of a regional economic integration organisation counts to the
            threshold; ``None`` where it is not known.
        requires_parent: whether it cannot enter into force before the instrument it supplements.
        threshold_deposit: the day on which the last instrument needed was deposited.
        transposition: the day by which member States had to transpose; ``None`` for what is not transposed.
        note: what a reader must know.
    """

    date: PartialDate | None = None
    pinpoint: str | None = None
    threshold: int | None = None
    threshold_note: str | None = None
    delay: Delay | None = None
    later_delay: Delay | None = None
    later_pinpoint: str | None = None
    counts_organisations: bool | None = None
    requires_parent: bool | None = None
    threshold_deposit: PartialDate | None = None
    transposition: PartialDate | None = None
    note: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Withdrawal(Described):
    """How a party leaves: the instrument's own word, and when it takes effect.

    Attributes:
        word: ``denunciation`` or ``withdrawal``.
        pinpoint: the article with the rule.
        delay: the time between the receipt of the notification and its effect; ``None`` if unknown.
        ends_protocols: whether leaving it ends participation in its protocols.
        note: what a reader must know.
    """

    word: str
    pinpoint: str | None = None
    delay: Delay | None = None
    ends_protocols: bool = False
    note: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Registration(Described):
    """Where the instrument is registered and published.

    Attributes:
        un_number: the United Nations registration number; the Protocols share that of their Convention.
        date: the day of registration.
        unts: volume and page in the United Nations Treaty Series.
        chapter: the chapter of the United Nations Treaty Collection, as ``XVIII-12-a``.
        celex: the CELEX number of a European Union act.
        oj: the place in the Official Journal.
        cets: the number in the Council of Europe Treaty Series.
    """

    un_number: str | None = None
    date: PartialDate | None = None
    unts: str | None = None
    chapter: str | None = None
    celex: str | None = None
    oj: str | None = None
    cets: str | None = None


@attrs.frozen(kw_only=True, repr=False)
class Count(Described):
    """A published number on a day.

    Attributes:
        what: what is counted: ``parties``, ``signatories``.
        number: the number.
        as_of: the day, month or year that it speaks of.
        status: how well it is established.
        sources: where it was read.
    """

    what: str
    number: int
    as_of: PartialDate
    status: EvidenceStatus
    sources: tuple[Reference, ...] = ()


@embeddable
@attrs.frozen(kw_only=True, repr=False)
class Instrument(Described):
    """A convention, protocol or legal act.

    Attributes:
        id: lower-case and stable.
        title: the title in English.
        kind: what kind of instrument it is.
        abbreviation: the short name by which it is cited, as ``UNTOC``.
        titles: the title in other languages.
        short_title: the short title in English.
        aliases: other names that name it alone.
        ambiguous_names: names that it shares with others, never taken for it alone.
        issuer: who issued it: ``UN``, ``CoE``, ``EU`` …
        parent: the id of the instrument that it supplements.
        adoption: its adoption.
        signature: its opening for signature.
        entry_into_force: when and how it enters into force; ``None`` where that is not recorded.
        withdrawal: how a party leaves.
        depositary: who keeps it.
        depositary_pinpoint: the article that says so.
        registration: where it is registered.
        languages: the languages of its authentic texts.
        articles: every article, where they were read; empty where not.
        counts: published numbers of parties and signatories.
        criminalises: the pinpoints of its duties to criminalise.
        conference: the id of the body in which its parties meet.
        review: the id of the programme that reviews its implementation.
        replaces: the ids of instruments that it replaces.
        amended_by: the ids of instruments that amend it.
        notes: what a reader must know.
        conflicts: where sources disagree.
        uncertain: parts less certain than the whole.
        status: how well it is established.
        sources: where it was read.
        examples: texts by which it must be found.
    """

    id: str
    title: str
    kind: InstrumentKind
    abbreviation: str | None = None
    titles: tuple[Name, ...] = ()
    short_title: str | None = None
    aliases: tuple[str, ...] = ()
    ambiguous_names: tuple[str, ...] = ()
    issuer: str | None = None
    parent: str | None = None
    adoption: Adoption | None = None
    signature: OpeningForSignature | None = None
    entry_into_force: EntryIntoForce | None = None
    withdrawal: Withdrawal | None = None
    depositary: str | None = None
    depositary_pinpoint: str | None = None
    registration: Registration | None = None
    languages: tuple[str, ...] = ()
    articles: tuple[Article, ...] = ()
    counts: tuple[Count, ...] = ()
    criminalises: str | None = None
    conference: str | None = None
    review: str | None = None
    replaces: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    uncertain: tuple[Uncertainty, ...] = ()
    status: EvidenceStatus
    sources: tuple[Reference, ...]
    examples: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name to show: the abbreviation, else the short title, else the title."""
        return self.abbreviation or self.short_title or self.title

    @property
    def citation(self) -> Citation:
        """The citation of the instrument as a whole."""
        return Citation(self.id, label=self.name)

    def article(self, number: str | int) -> Article:
        """Return the article with a number.

        Raises:
            UnknownKeyError: if it has none, or its articles were not read.
        """
        wanted = str(number)
        for article in self.articles:
            if article.number == wanted:
                return article
        raise UnknownKeyError(f"article of {self.name}", wanted)
