"""Participants in instruments: States, regional economic integration organisations, and what is looked up as one."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

from orgcrime.citation import EvidenceStatus, Reference
from orgcrime.days import read_day
from orgcrime.describing import Described
from orgcrime.embedding import embeddable
from orgcrime.model.text import Name
from orgcrime.temporal import PartialDate, Period
from orgcrime.truth import Truth

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["Code", "Participant", "ParticipantKind", "Predecessor"]


class ParticipantKind(enum.Enum):
    """What kind of participant it is."""

    STATE = "state"
    OBSERVER_STATE = "observer-state"
    ASSOCIATED_STATE = "associated-state"
    REGIONAL_ORGANISATION = "regional-organisation"
    FORMER_STATE = "former-state"
    """A State that no longer exists; its acts passed to its successors."""
    TERRITORY = "territory"
    """A territory with no entry of its own in the depositary's lists; covered, where at all, through a State."""
    NOT_LISTED = "not-listed"
    """Looked up as a State, and never in the depositary's lists of participants."""


@attrs.frozen(kw_only=True)
class Predecessor:
    """A State from which another came.

    Attributes:
        participant: the id of the predecessor.
        relation: how one came from the other.
        date: the day of succession; ``None`` where it is not known.
    """

    participant: str
    relation: str
    date: PartialDate | None = None


@attrs.frozen(kw_only=True)
class Code:
    """A code that a participant bears or bore.

    Attributes:
        code: the code itself, as text.
        system: ``iso3166-1-alpha-2``, ``iso3166-1-alpha-3``, ``m49``.
        period: when it was in use; ``None`` where it is in use.
    """

    code: str
    system: str
    period: Period | None = None


@embeddable
@attrs.frozen(kw_only=True, repr=False)
class Participant(Described):
    """A State or a regional economic integration organisation; or a territory or entity that is looked up as one.

    Attributes:
        id: the ISO 3166-1 alpha-2 code in lower case, or a lower-case name where there is none.
        name: the name in English, in United Nations usage.
        kind: what kind of participant it is.
        name_fr: the name in French; ``None`` where it is not recorded.
        codes: its codes, past ones with their period.
        aliases: common names, English and French, that name it alone.
        former_names: past names, with their period (both days belong to it).
        predecessors: the States from which it came.
        successors: the ids of the States that came from it.
        through: the id of the State through which a territory takes part.
        un_member_since: the day of admission to the United Nations; ``None`` for one that is no member.
        note: what a reader must know; for one that is not listed, the reason.
        status: how well the record is established.
        sources: where it was read.
        examples: texts by which it must be found.
    """

    id: str
    name: str
    kind: ParticipantKind
    name_fr: str | None = None
    codes: tuple[Code, ...] = ()
    aliases: tuple[str, ...] = ()
    former_names: tuple[Name, ...] = ()
    predecessors: tuple[Predecessor, ...] = ()
    successors: tuple[str, ...] = ()
    through: str | None = None
    un_member_since: PartialDate | None = None
    note: str | None = None
    status: EvidenceStatus
    sources: tuple[Reference, ...]
    examples: tuple[str, ...] = ()

    def name_on(self, day: dt.date | str) -> str:
        """Return the English name borne on a day: a former one where its period certainly includes the day.

        Raises:
            DateError: if ``day`` is not a day.
        """
        known = read_day(day)
        for name in self.former_names:
            if name.language in (None, "en") and name.period is not None and name.period.includes(known) is Truth.TRUE:
                return name.text
        return self.name
