"""Truth with three values, after Kleene: what is not known is never "no"."""

from __future__ import annotations

import enum

from orgcrime.errors import UndecidedTruthError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn

__all__ = ["Truth"]


class Truth(enum.Enum):
    """Yes, no or not known, ordered ``FALSE < UNKNOWN < TRUE``.

    ``&`` is the lesser, ``|`` the greater, ``~`` the opposite: strong Kleene logic. There is no ``bool()``, since an
    unknown would have to be taken for a no.

    >>> Truth.TRUE & Truth.UNKNOWN
    Truth.UNKNOWN
    >>> Truth.FALSE & Truth.UNKNOWN
    Truth.FALSE
    >>> ~Truth.UNKNOWN
    Truth.UNKNOWN
    >>> Truth.FALSE < Truth.UNKNOWN < Truth.TRUE
    True
    """

    FALSE = "false"
    UNKNOWN = "unknown"
    TRUE = "true"

    @classmethod
    def of(cls, value: bool | None) -> Truth:
        """Return the truth of a yes, a no, or ``None`` for not known.

        >>> Truth.of(None)
        Truth.UNKNOWN
        """
        if value is None:
            return cls.UNKNOWN
        return cls.TRUE if value else cls.FALSE

    @property
    def known(self) -> bool | None:
        """``True`` or ``False``, or ``None`` where it is not known."""
        return None if self is Truth.UNKNOWN else self is Truth.TRUE

    @property
    def word(self) -> str:
        """The answer in a word: yes, no, unknown."""
        return _WORDS[self]

    def __and__(self, other: Truth) -> Truth:
        """Return the lesser of the two."""
        if not isinstance(other, Truth):
            return NotImplemented
        return self if _RANK[self] <= _RANK[other] else other

    def __or__(self, other: Truth) -> Truth:
        """Return the greater of the two."""
        if not isinstance(other, Truth):
            return NotImplemented
        return self if _RANK[self] >= _RANK[other] else other

    def __invert__(self) -> Truth:
        """Return the opposite; the opposite of unknown is unknown."""
        return _OPPOSITE[self]

    def __lt__(self, other: Truth) -> bool:
        """Return whether this is less true than the other."""
        if not isinstance(other, Truth):
            return NotImplemented
        return _RANK[self] < _RANK[other]

    def __le__(self, other: Truth) -> bool:
        """Return whether this is at most as true as the other."""
        if not isinstance(other, Truth):
            return NotImplemented
        return _RANK[self] <= _RANK[other]

    def __gt__(self, other: Truth) -> bool:
        """Return whether this is truer than the other."""
        if not isinstance(other, Truth):
            return NotImplemented
        return _RANK[self] > _RANK[other]

    def __ge__(self, other: Truth) -> bool:
        """Return whether this is at least as true as the other."""
        if not isinstance(other, Truth):
            return NotImplemented
        return _RANK[self] >= _RANK[other]

    def __bool__(self) -> NoReturn:
        """Refuse: three values do not fit into two.

        Raises:
            UndecidedTruthError: always.
        """
        raise UndecidedTruthError

    def __repr__(self) -> str:
        """Return the name as code has it."""
        return f"Truth.{self.name}"


_RANK = {Truth.FALSE: 0, Truth.UNKNOWN: 1, Truth.TRUE: 2}
_OPPOSITE = {
    Truth.FALSE: Truth.TRUE,
    Truth.UNKNOWN: Truth.UNKNOWN,
    Truth.TRUE: Truth.FALSE,
}
_WORDS = {Truth.FALSE: "no", Truth.UNKNOWN: "unknown", Truth.TRUE: "yes"}
