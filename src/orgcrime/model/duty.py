"""Duties: what an instrument obliges, invites or allows its parties to make an offence, and of what nature that is."""

from __future__ import annotations

import enum

import attrs

from orgcrime.citation import Citation, EvidenceStatus, Reference
from orgcrime.embedding import embeddable

__all__ = ["Duty", "DutyKind", "GroupRequired", "Strength"]


class DutyKind(enum.Enum):
    """What a duty is about."""

    CRIMINALIZATION = "criminalization"
    AGGRAVATING_CIRCUMSTANCE = "aggravating-circumstance"
    LIABILITY_OF_LEGAL_PERSONS = "liability-of-legal-persons"
    PREDICATE_OFFENCES = "predicate-offences"
    """Which offences must be able to yield the proceeds that are laundered."""


class Strength(enum.Enum):
    """How strongly the text binds."""

    MANDATORY = "mandatory"
    """*Shall establish*."""
    MANDATORY_ALTERNATIVE = "mandatory-alternative"
    """*Shall establish* one at least of several; which one is the State's choice."""
    CONSIDER = "consider"
    """*Shall consider establishing*."""
    MAY = "may"
    """*May establish*."""


class GroupRequired(enum.Enum):
    """Whether an organized criminal group is an element of the offence."""

    YES = "yes"
    IF_DOMESTIC_LAW_REQUIRES = "if-domestic-law-requires"


@embeddable
@attrs.frozen(kw_only=True)
class Duty:
    """Something that a party has to do, to consider or may do in its law.

    Attributes:
        id: lower-case and stable.
        instrument: the id of the instrument.
        pinpoint: the place in it.
        kind: what it is about.
        label: what is to be done, in our own words.
        strength: how strongly the text binds.
        strength_note: what else is to be said of that.
        qualifiers: to what the text subjects the duty, as ``basic-concepts-of-the-legal-system``.
        alternative_group: what the alternatives have in common, one at least of which is to be established.
        group_required: whether an organized criminal group is an element; ``None`` for no.
        group_required_note: what else is to be said of that.
        persons: the least number of persons; ``None`` where the text names none.
        mental_element: what must be known and wanted.
        proceeding: to which proceedings the offence relates.
        optional_domestic_elements: elements that domestic law may add.
        separate_offence: whether it is an offence of its own.
        definition: the id of the definition with its elements; ``None`` where none is written.
        notes: what a reader must know.
        status: how well it is established.
        sources: where it was read.
    """

    id: str
    instrument: str
    pinpoint: str
    kind: DutyKind
    label: str
    strength: Strength
    strength_note: str | None = None
    qualifiers: tuple[str, ...] = ()
    alternative_group: str | None = None
    group_required: GroupRequired | None = None
    group_required_note: str | None = None
    persons: int | None = None
    mental_element: str | None = None
    proceeding: str | None = None
    optional_domestic_elements: tuple[str, ...] = ()
    separate_offence: bool = True
    definition: str | None = None
    notes: tuple[str, ...] = ()
    status: EvidenceStatus
    sources: tuple[Reference, ...]

    @property
    def article(self) -> str:
        """The number of the article."""
        end = next((at for at, letter in enumerate(self.pinpoint) if not letter.isdecimal()), len(self.pinpoint))
        return self.pinpoint[:end]

    @property
    def citation(self) -> Citation:
        """The citation of the place."""
        return Citation(self.instrument, self.pinpoint)
