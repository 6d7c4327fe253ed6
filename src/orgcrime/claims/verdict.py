"""What a claim comes to: confirmed, contradicted or left open, with the fact."""

from __future__ import annotations

import datetime as dt
import enum

import attrs

from orgcrime.citation import Citation
from orgcrime.embedding import embeddable
from orgcrime.outline import Outline
from orgcrime.truth import Truth

__all__ = ["Outcome", "Verdict"]


class Outcome(enum.Enum):
    """What the data say of a claim."""

    CONFIRMED = "confirmed"
    """They show it."""
    CONTRADICTED = "contradicted"
    """They show the contrary; what they do not know never contradicts."""
    OPEN = "open"
    """They do not settle it."""

    @property
    def truth(self) -> Truth:
        """The truth of the claim."""
        return {"confirmed": Truth.TRUE, "contradicted": Truth.FALSE}.get(self.value, Truth.UNKNOWN)

    @classmethod
    def of(cls, truth: Truth) -> Outcome:
        """Return the outcome for a claim of that truth."""
        return {Truth.TRUE: cls.CONFIRMED, Truth.FALSE: cls.CONTRADICTED}.get(truth, cls.OPEN)


@embeddable
@attrs.frozen(kw_only=True)
class Verdict:
    """What a claim comes to.

    Attributes:
        outcome: whether it is confirmed, contradicted or left open.
        fact: what is known, in one sentence.
        notes: what else a reader must know.
        citations: where the law says it.
        sources: the ids of the sources.
        as_of: the last day for which the data vouch for the answer; ``None`` where it has no day, or they vouch for
            none.
    """

    outcome: Outcome
    fact: str
    notes: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    sources: tuple[str, ...] = ()
    as_of: dt.date | None = None

    @property
    def truth(self) -> Truth:
        """The truth of the claim: yes where it is confirmed, no where it is contradicted, else unknown."""
        return self.outcome.truth

    def plain(self) -> dict[str, object]:
        """Return the verdict as JSON has it."""
        return {
            "outcome": self.outcome.value,
            "truth": self.truth.value,
            "fact": self.fact,
            "notes": list(self.notes),
            "citations": [str(each) for each in self.citations],
            "sources": list(self.sources),
            "as_of": None if self.as_of is None else self.as_of.isoformat(),
        }

    def outline(self) -> Outline:
        """Return the verdict as a heading with what it rests on."""
        rows = []
        if self.citations:
            rows.append(("basis", "; ".join(map(str, self.citations))))
        if self.as_of is not None:
            rows.append(("as of", self.as_of.isoformat()))
        if self.sources:
            rows.append(("sources", ", ".join(self.sources)))
        return Outline(heading=f"{self.outcome.value}: {self.fact}", rows=tuple(rows), notes=self.notes)

    def text(self) -> str:
        """Return the verdict as plain text."""
        return self.outline().text()

    def __str__(self) -> str:
        """Return the verdict as plain text."""
        return self.text()

    def _repr_html_(self) -> str:
        return self.outline().html()
