"""Where the law says it, and where a datum was read."""

from __future__ import annotations

import enum

import attrs

from orgcrime.embedding import embeddable

__all__ = ["Citation", "EvidenceStatus", "Reference", "Uncertainty"]


class EvidenceStatus(enum.Enum):
    """How well a datum is established."""

    VERIFIED = "verified"
    """Read in the source named; for an act of participation: two or more independent publishers give the same day."""
    SINGLE = "single"
    """An act of participation that one publisher alone gives."""
    SECONDARY = "secondary"
    """Rests on a secondary or sister source, or is derived or editorial."""
    WEAK = "weak"
    """An act of participation whose day or bound is inferred, or rests on a private or secondary site alone."""
    UNVERIFIED = "unverified"
    """No source was found that shows it."""


def _threes(text: str) -> zip[tuple[str, str, str]]:
    """Return the letters of a text, three by three."""
    return zip(text, text[1:], text[2:], strict=False)


@embeddable
@attrs.frozen
class Citation:
    """An instrument and a pinpoint in it.

    Attributes:
        instrument: the id of the instrument.
        pinpoint: the place in it, as ``2(a)``; ``None`` for the instrument as a whole.
        label: the short name to show; not compared.

    >>> Citation("untoc", label="UNTOC").at("2(a)")
    Citation('untoc', '2(a)')
    >>> print(Citation("untoc", label="UNTOC").at("2(a)"))
    UNTOC art. 2(a)
    """

    instrument: str
    pinpoint: str | None = None
    label: str | None = attrs.field(default=None, eq=False)

    def at(self, pinpoint: str) -> Citation:
        """Return the citation of a place in the same instrument."""
        return Citation(self.instrument, pinpoint, self.label)

    @property
    def place(self) -> str:
        """The pinpoint as one writes it: ``art. 2(a)``; a pinpoint that is no article stands as it is."""
        if self.pinpoint is None:
            return ""
        spans = any(
            first.isdecimal() and mark == "-" and last.isdecimal() for first, mark, last in _threes(self.pinpoint)
        )
        several = spans or ", " in self.pinpoint or " and " in self.pinpoint
        return f"{'arts.' if several else 'art.'} {self.pinpoint}" if self.pinpoint[:1].isdecimal() else self.pinpoint

    def __str__(self) -> str:
        """Return the citation as one writes it."""
        return f"{self.label or self.instrument} {self.place}".rstrip()

    def __repr__(self) -> str:
        """Return the expression that makes an equal citation."""
        return (
            f"Citation({self.instrument!r})"
            if self.pinpoint is None
            else f"Citation({self.instrument!r}, {self.pinpoint!r})"
        )


@embeddable
@attrs.frozen
class Reference:
    """A source and the place in it that shows a datum.

    Attributes:
        source: the id of a `orgcrime.model.source.Source`.
        pinpoint: the place in it; ``None`` for the source as a whole.
    """

    source: str
    pinpoint: str | None = None


@attrs.frozen(kw_only=True)
class Uncertainty:
    """A part of a record that is less certain than the record.

    Attributes:
        field: the field meant.
        what: what about it is not established.
    """

    field: str
    what: str
