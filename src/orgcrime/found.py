"""What a registry gives: what a search has found, and what a question has selected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import attrs

from orgcrime.embedding import embeddable
from orgcrime.filed import Record
from orgcrime.outline import Outline

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Hit", "Hits", "Selection", "ids_and_names"]

R = TypeVar("R", bound=Record)


@embeddable
@attrs.frozen
class Hit(Generic[R]):
    """What a search has found.

    Attributes:
        record: the record.
        matched: the text of it that matched.
        what: what kind of text that is, as ``title`` or ``alias``.
        score: how well it matched, from 0 to 1.
    """

    record: R
    matched: str
    what: str
    score: float


class Hits(tuple[Hit[R], ...]):  # noqa: SLOT001 - it only shows itself
    """What a search has found, the likeliest first."""

    def outline(self) -> Outline:
        """Return the hits as a table."""
        rows = tuple(
            (hit.record.id, type(hit.record).__name__, f"{hit.score:.2f}", f"{hit.what}: {hit.matched}") for hit in self
        )
        return Outline(
            heading=f"{len(self)} found", columns=("id", "kind", "score", "matched") if rows else (), rows=rows
        )

    def _repr_html_(self) -> str:
        return self.outline().html()


class Selection(tuple[R, ...]):  # noqa: SLOT001 - what is undetermined stands beside the records
    """The records that a question was answered with yes for; those for which it is not known stand beside them.

    Attributes:
        undetermined: the records for which the data do not say.
    """

    undetermined: tuple[R, ...]

    def __new__(cls, records: Iterable[R], undetermined: Iterable[R] = ()) -> Selection[R]:
        """Make a selection."""
        made = super().__new__(cls, records)
        made.undetermined = tuple(undetermined)
        return made

    def outline(self) -> Outline:
        """Return the records as a table of ids and names, those not determined below it."""
        below = Outline(heading="not determined", columns=("id", "name"), rows=ids_and_names(self.undetermined))
        return Outline(
            heading=f"{len(self)} selected",
            columns=("id", "name") if self else (),
            rows=ids_and_names(self),
            children=(below,) if self.undetermined else (),
        )

    def _repr_html_(self) -> str:
        return self.outline().html()

    def __reduce__(self) -> tuple[object, ...]:
        """Return what pickling needs."""
        return Selection, (tuple(self), self.undetermined)


def ids_and_names(records: Iterable[Record]) -> tuple[tuple[str, str], ...]:
    """Return the rows of a table of ids and names."""
    return tuple((record.id, str(getattr(record, "name", getattr(record, "title", "")))) for record in records)
