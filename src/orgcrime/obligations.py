"""What must a State do? The duties under an instrument, with the headings of their articles and their strength."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, TypeVar

import attrs

from orgcrime.catalogue import BUILT_IN, Catalogue, named
from orgcrime.embedding import embeddable
from orgcrime.errors import UnknownKeyError
from orgcrime.model.duty import Duty, DutyKind, Strength
from orgcrime.model.instrument import Article, Instrument
from orgcrime.outline import Outline

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Duties", "duties"]

E = TypeVar("E", bound=enum.Enum)

_BOUND = frozenset((Strength.MANDATORY, Strength.MANDATORY_ALTERNATIVE))


@embeddable
@attrs.frozen(kw_only=True)
class Duties:
    """The duties that a question found, in the order of the articles; its length is their number.

    Attributes:
        instrument: under which instrument.
        found: the duties.
    """

    instrument: Instrument
    found: tuple[Duty, ...]

    def __repr__(self) -> str:
        """Return the instrument and how many duties there are."""
        return f"<Duties: {self.instrument.id}, {len(self)}>"

    def __len__(self) -> int:
        """Return the number of duties."""
        return len(self.found)

    def __bool__(self) -> bool:
        """Return whether there is at least one."""
        return bool(self.found)

    def __iter__(self) -> Iterator[Duty]:
        """Iterate over the duties."""
        return iter(self.found)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles in which they stand, each once."""
        return tuple(self.instrument.article(number) for number in dict.fromkeys(duty.article for duty in self.found))

    def plain(self) -> list[dict[str, object]]:
        """Return the duties as JSON has them."""
        return [
            {
                "id": duty.id,
                "instrument": duty.instrument,
                "pinpoint": duty.pinpoint,
                "heading": self.instrument.article(duty.article).heading,
                "kind": duty.kind.value,
                "label": duty.label,
                "strength": duty.strength.value,
                "qualifiers": list(duty.qualifiers),
                "definition": duty.definition,
            }
            for duty in self.found
        ]

    def outline(self) -> Outline:
        """Return the duties as a table for each article."""
        children = []
        for article in self.articles:
            here = [duty for duty in self.found if duty.article == article.number]
            children.append(
                Outline(
                    heading=f"art. {article.number} {article.heading}",
                    rows=tuple((duty.pinpoint, duty.strength.value, duty.label, _subject_to(duty)) for duty in here),
                    notes=tuple(
                        f"{duty.pinpoint}: {note}"
                        for duty in here
                        for note in (duty.strength_note, *duty.notes)
                        if note
                    ),
                )
            )
        return Outline(
            heading=f"{self.instrument.name}: {len(self)} {'duty' if len(self) == 1 else 'duties'}",
            children=tuple(children),
        )

    def text(self) -> str:
        """Return the duties as plain text."""
        return self.outline().text()

    def __str__(self) -> str:
        """Return the duties as plain text."""
        return self.text()

    def _repr_html_(self) -> str:
        return self.outline().html()


def duties(
    instrument: Instrument | str,
    *,
    kind: DutyKind | str | None = None,
    strength: Strength | str | None = None,
    catalogue: Catalogue = BUILT_IN,
) -> Duties:
    """Return what an instrument obliges, invites or allows its parties to do.

    Args:
        instrument: a record, or any key that names it.
        kind: what the duties are about; ``None`` for all.
        strength: how strongly they bind; ``mandatory`` includes the alternatives one of which is mandatory; ``None``
            for all.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if no instrument is known by the key, or there is no such kind or strength.

    Source: UNTOC arts. 5, 6, 8, 10, 23; art. 5 or 6 of each Protocol; UNCAC arts. 15-27.

    >>> found = duties("UNTOC", kind="criminalization", strength="mandatory")
    >>> [article.number for article in found.articles]
    ['5', '6', '8', '23']
    """
    what: Instrument = named(catalogue.instruments, instrument)
    about = None if kind is None else _read(DutyKind, kind, "kind of duty")
    bound = None if strength is None else _read(Strength, strength, "strength of a duty")
    strengths = _BOUND if bound is Strength.MANDATORY else frozenset(Strength) if bound is None else {bound}
    found = [
        duty
        for duty in catalogue.duties
        if duty.instrument == what.id and about in (None, duty.kind) and duty.strength in strengths
    ]
    return Duties(instrument=what, found=tuple(sorted(found, key=_place)))


def _read(kind: type[E], given: E | str, what: str) -> E:
    if isinstance(given, kind):
        return given
    wanted = str(given).casefold().replace("isation", "ization")
    for member in kind:
        if member.value == wanted:
            return member
    raise UnknownKeyError(what, given, (member.value for member in kind), few=True)


def _place(duty: Duty) -> tuple[int, str]:
    return int(duty.article), duty.pinpoint


def _subject_to(duty: Duty) -> str:
    return ", ".join(f"subject to {each.replace('-', ' ')}" for each in duty.qualifiers).replace(
        "subject to in accordance", "in accordance"
    )
