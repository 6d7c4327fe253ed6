"""Names in several languages and over time."""

from __future__ import annotations

import attrs

from orgcrime.describing import Described
from orgcrime.embedding import embeddable
from orgcrime.temporal import Period

__all__ = ["Name"]


@embeddable
@attrs.frozen(kw_only=True, repr=False)
class Name(Described):
    """A name that something bears or bore.

    Attributes:
        text: the name itself.
        language: its language, as BCP 47 writes it (``en``, ``fr``); ``None`` for a name that belongs to no language.
        period: when it was the name; ``None`` where it has always been, or where that is not known.
        note: what a reader must know.
    """

    text: str
    language: str | None = None
    period: Period | None = None
    note: str | None = None
