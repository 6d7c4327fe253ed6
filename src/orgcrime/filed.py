"""Records that lie in files, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Protocol, TypeVar

from orgcrime.errors import DuplicateKeyError

__all__ = ["Filed", "Record"]

T = TypeVar("T")


class Record(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id: lower-case, stable, never reused."""


class Filed(Mapping[str, T]):
    """Records by id, each made from what a file says of it when it is first asked for, and then kept.

    >>> filed = Filed(lambda raw: raw["title"].upper(), [{"id": "a", "title": "first"}, {"id": "b", "title": "second"}])
    >>> list(filed), filed["b"]
    (['a', 'b'], 'SECOND')
    """

    __slots__ = ("_made", "_make", "_raw")

    def __init__(self, make: Callable[[dict[str, Any]], T], raw: Iterable[dict[str, Any]]) -> None:
        """Take records as they are filed.

        Args:
            make: makes a record of what is filed.
            raw: what is filed of each record, its ``id`` among it.

        Raises:
            DuplicateKeyError: if two are filed under one id.
        """
        self._make = make
        self._made: dict[str, T] = {}
        self._raw: dict[str, dict[str, Any]] = {}
        for each in raw:
            key = each["id"]
            if key in self._raw:
                raise DuplicateKeyError("record", key, (key, key))
            self._raw[key] = each

    def __getitem__(self, key: str) -> T:
        """Return the record that is filed under an id."""
        found = self._made.get(key)
        if found is None:
            found = self._made.setdefault(key, self._make(self._raw[key]))
        return found

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids."""
        return iter(self._raw)

    def __len__(self) -> int:
        """Return the number of records."""
        return len(self._raw)
