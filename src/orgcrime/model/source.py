"""Sources: the documents that data were read from."""

from __future__ import annotations

import attrs

from orgcrime.embedding import embeddable
from orgcrime.temporal import PartialDate

__all__ = ["Source"]


@embeddable
@attrs.frozen(kw_only=True)
class Source:
    """A document that data were read from.

    Attributes:
        id: lower-case and stable.
        title: the title, or a description where it has none.
        publisher: who published it.
        kind: what kind of source it is: ``depositary``, ``gazette``, ``text``, ``official``, ``un-press``,
            ``ministry``, ``secondary``, ``private``.
        address: where it is found; ``None`` where that is not recorded.
        as_of: the day that it speaks of; ``None`` where it is undated.
        retrieved: the day on which it was read; ``None`` where that is not recorded.
        licence: the licence of the text; ``None`` where that is not recorded.
        note: what a reader must know, such as whose copy it is.
    """

    id: str
    title: str
    publisher: str
    kind: str
    address: str | None = None
    as_of: PartialDate | None = None
    retrieved: PartialDate | None = None
    licence: str | None = None
    note: str | None = None
