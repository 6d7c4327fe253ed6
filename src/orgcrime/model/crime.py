"""Crimes: the hub of categories through which the lists of crimes are translated, and what governs each."""

from __future__ import annotations

import enum

import attrs

from orgcrime.citation import Citation, EvidenceStatus, Reference, Uncertainty
from orgcrime.describing import Described
from orgcrime.embedding import embeddable
from orgcrime.model.text import Name

__all__ = [
    "CategoryKind",
    "CrimeCategory",
    "CrossBorder",
    "Cyber",
    "Facets",
    "GoverningInstrument",
    "Mention",
    "MentionQuality",
    "Victim",
]


class CategoryKind(enum.Enum):
    """What kind of category it is."""

    UMBRELLA = "umbrella"
    """It only gathers others; no offence of its own."""
    CATEGORY = "category"
    COMMODITY = "commodity"
    """Its parent, for one kind of goods."""
    PURPOSE = "purpose"
    """Its parent, for one purpose: an element of that offence and no offence of its own."""
    RESIDUAL = "residual"
    """What official lists name and no other category holds."""


class Cyber(enum.Enum):
    """What part information systems play."""

    NONE = "none"
    DEPENDENT = "dependent"
    """It cannot be committed without them."""
    ENABLED = "enabled"
    """It is committed with their help."""
    UMBRELLA = "umbrella"
    """Both kinds belong to it."""


class CrossBorder(enum.Enum):
    """Whether crossing a border is part of the conduct; never an element that the Convention asks of an offence.

    Source: UNTOC art. 34(2).
    """

    REQUIRED = "required"
    USUAL = "usual"
    NOT_REQUIRED = "not-required"


class Victim(enum.Enum):
    """Whom the conduct harms directly."""

    PERSON = "person"
    CHILD = "child"
    STATE = "state"


class MentionQuality(enum.Enum):
    """How the founding page words what it names."""

    CLEAR = "clear"
    MISTRANSLATED = "mistranslated"
    """The words are a slip of translation; the note says what is meant."""
    CONCEPT = "concept"
    """A notion that belongs to the category and is no crime itself."""


@attrs.frozen(kw_only=True)
class Facets:
    """Properties that cut across the categories (editorial).

    Attributes:
        cyber: what part information systems play.
        environment: whether it harms the environment.
        financial: whether it is an offence against money, taxes or markets.
        illicit_market: whether goods, services or people are traded.
        cross_cutting_enabler: whether it makes other crimes possible.
        direct_victims: whom it harms directly; empty where nobody in particular.
        cross_border: whether crossing a border is part of it; ``None`` where that is open.
        notes: what a reader must know.
    """

    cyber: Cyber = Cyber.NONE
    environment: bool = False
    financial: bool = False
    illicit_market: bool = False
    cross_cutting_enabler: bool = False
    direct_victims: tuple[Victim, ...] = ()
    cross_border: CrossBorder | None = None
    notes: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class GoverningInstrument:
    """An instrument that governs a category, and where in it.

    Attributes:
        instrument: the id of the instrument.
        level: whose law it is: ``UN``, ``CoE``, ``EU``, ``FATF``, ``WTO``.
        pinpoint: the place in it; ``None`` for the instrument as a whole.
        amended_by: the ids of instruments that have amended it since.
        note: what a reader must know.
        status: how well it is established that the instrument governs the category.
        pinpoint_status: how well the pinpoint is established.
        uncertain: parts less certain than the rest.
        sources: where it was read; empty where no source was found.
    """

    instrument: str
    level: str
    pinpoint: str | None = None
    amended_by: tuple[str, ...] = ()
    note: str | None = None
    status: EvidenceStatus
    pinpoint_status: EvidenceStatus
    uncertain: tuple[Uncertainty, ...] = ()
    sources: tuple[Reference, ...] = ()

    @property
    def citation(self) -> Citation:
        """The citation of the place."""
        return Citation(self.instrument, self.pinpoint)


@attrs.frozen(kw_only=True)
class Mention:
    """A place in which the page that this library started from names a category.

    Attributes:
        number: its position on the page, from 1; the same for all the categories that it names.
        text: the words, shortened.
        section: the part of the page.
        quality: how the words are to be taken.
        note: what they mean where they do not say it.
    """

    number: int
    text: str
    section: str
    quality: MentionQuality = MentionQuality.CLEAR
    note: str | None = None


@embeddable
@attrs.frozen(kw_only=True, repr=False)
class CrimeCategory(Described):
    """A category of crime, in words of our own: the hub through which official lists are translated.

    Organised crime is a mode of committing offences: that a group is involved, or a border crossed, is a fact of a case
    and never a field of a category. No closed list of categories can decide whether something is a serious crime.

    Source: UNTOC art. 2(b), 3, 34(2).

    Attributes:
        id: lower-case and stable.
        title: the name in English.
        kind: what kind of category it is.
        titles: the name in other languages.
        aliases: names that it bears alone, English and French.
        parents: the ids of the categories above it, the main one first: none, one or two.
        definition: what it means, in words of our own.
        facets: properties that cut across the categories.
        core: whether it belongs to organised crime; what every list carries beside it does not.
        governed_by: the instruments that govern it.
        mentions: where the page that this library started from names it.
        notes: what a reader must know.
        uncertain: parts less certain than the whole.
        status: how well it is established.
        sources: where it was read.
        examples: texts by which it must be found.
    """

    id: str
    title: str
    kind: CategoryKind
    titles: tuple[Name, ...] = ()
    aliases: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    definition: str
    facets: Facets = Facets()
    core: bool = True
    governed_by: tuple[GoverningInstrument, ...] = ()
    mentions: tuple[Mention, ...] = ()
    notes: tuple[str, ...] = ()
    uncertain: tuple[Uncertainty, ...] = ()
    status: EvidenceStatus
    sources: tuple[Reference, ...]
    examples: tuple[str, ...] = ()

    @property
    def named_by_founding_page(self) -> bool:
        """Whether the page that this library started from names it."""
        return bool(self.mentions)
