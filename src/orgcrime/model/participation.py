"""Participation: what a participant has done about an instrument, and how far the lists reach."""

from __future__ import annotations

import enum

import attrs

from orgcrime.citation import EvidenceStatus
from orgcrime.describing import Described
from orgcrime.embedding import embeddable
from orgcrime.temporal import PartialDate

__all__ = [
    "CONSENTS",
    "Act",
    "ActKind",
    "ControlTotal",
    "Declaration",
    "Horizon",
    "Lead",
    "Participation",
]


class ActKind(enum.Enum):
    """What a participant did."""

    SIGNATURE = "signature"
    RATIFICATION = "ratification"
    ACCEPTANCE = "acceptance"
    APPROVAL = "approval"
    FORMAL_CONFIRMATION = "formal-confirmation"
    ACCESSION = "accession"
    SUCCESSION = "succession"
    CONSENT_UNSPECIFIED = "consent-unspecified"
    """Consent to be bound is certain; the source does not say by which act."""
    DENUNCIATION = "denunciation"

    @property
    def words(self) -> str:
        """The act in words."""
        return "consent (act not stated)" if self is ActKind.CONSENT_UNSPECIFIED else self.value.replace("-", " ")


CONSENTS: frozenset[ActKind] = frozenset(ActKind) - {
    ActKind.SIGNATURE,
    ActKind.DENUNCIATION,
}
"""The acts that express consent to be bound.

Source: Vienna Convention on the Law of Treaties, arts. 2(1)(b), 11.
"""


@embeddable
@attrs.frozen(kw_only=True)
class Act(Described):
    """What a participant did about an instrument on one day.

    Attributes:
        kind: what was done.
        day: the day of the signature, of the deposit, or of the notification; it may be known only by bounds, and then
            so is everything that follows from it.
        status: how well it is established.
        sources: the ids of the sources.
        note: what a reader must know.
    """

    kind: ActKind
    day: PartialDate
    status: EvidenceStatus
    sources: tuple[str, ...]
    note: str | None = None


@embeddable
@attrs.frozen(kw_only=True)
class Participation(Described):
    """All that one participant has done about one instrument, in order of time.

    Attributes:
        instrument: the id of the instrument.
        participant: the id of the participant.
        acts: what was done, the earliest first.
    """

    instrument: str
    participant: str
    acts: tuple[Act, ...]

    @property
    def id(self) -> str:
        """The two ids, as ``untoc/fr``."""
        return f"{self.instrument}/{self.participant}"


@embeddable
@attrs.frozen(kw_only=True)
class Horizon(Described):
    """How far the list of acts about an instrument can be relied on.

    Attributes:
        instrument: the id of the instrument.
        complete_until: the last day up to which every act is believed to be listed; ``None`` where the list is a part.
        complete_reason: why that is believed.
        confirmed_on: the last day on which a published total agreed with all listed parties still being parties; a
            month counts from its first day.
        confirmed_published: the number published for that day.
        confirmed_listed: the number of parties listed here for that day.
        confirmed_counts: what that number counts: ``parties`` or ``signatories``.
        confirmed_source: the id of the source of that number.
        exact_on: the last day on which the published total equals the parties listed.
        exact_reason: the two numbers.
        caution: what the totals cannot show.
        unidentified: how many parties are published and not listed.
        unidentified_between: when these joined.
        unidentified_note: what is known of them.
        signatories: how many have signed.
        signatories_source: the id of the source of that number.
    """

    instrument: str
    complete_until: PartialDate | None = None
    complete_reason: str | None = None
    confirmed_on: PartialDate | None = None
    confirmed_published: int | None = None
    confirmed_listed: int | None = None
    confirmed_counts: str | None = None
    confirmed_source: str | None = None
    exact_on: PartialDate | None = None
    exact_reason: str | None = None
    caution: str | None = None
    unidentified: int = 0
    unidentified_between: PartialDate | None = None
    unidentified_note: str | None = None
    signatories: int | None = None
    signatories_source: str | None = None

    @property
    def id(self) -> str:
        """The id of the instrument."""
        return self.instrument


@attrs.frozen(kw_only=True)
class Declaration:
    """A declaration or reservation, in our own words; the list is a selection, and silent on withdrawals.

    Attributes:
        participant: who made it.
        instrument: about which instrument.
        pinpoints: the articles meant.
        kind: what kind of declaration it is.
        paraphrase: what it says, in our own words.
        status: how well it is established.
        sources: the ids of the sources.
    """

    participant: str
    instrument: str
    pinpoints: tuple[str, ...]
    kind: str
    paraphrase: str
    status: EvidenceStatus
    sources: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Lead:
    """An act that is claimed somewhere and not established: never part of a list or a count.

    Attributes:
        instrument: about which instrument.
        participant: who is said to have acted.
        kind: what is said to have been done.
        day: when, as far as that is claimed.
        sources: the ids of the sources.
        note: what is claimed.
    """

    instrument: str
    participant: str
    kind: ActKind
    day: PartialDate
    sources: tuple[str, ...]
    note: str


@attrs.frozen(kw_only=True)
class ControlTotal:
    """A published number against the number counted from the lists.

    Attributes:
        instrument: the id of the instrument.
        as_of: the day, month or year that the number speaks of.
        counts: ``parties`` or ``signatories``.
        published: the number published.
        source: the id of the source; ``None`` where no publisher is recorded.
        note: why the two differ, where they do.
    """

    instrument: str
    as_of: PartialDate
    counts: str
    published: int
    source: str | None = None
    note: str | None = None
