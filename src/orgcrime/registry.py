"""Registry: looking things up by any key that names them, searching, filtering, extending."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, overload

import attrs

from orgcrime.days import read_day
from orgcrime.embedding import embeddable
from orgcrime.errors import AmbiguousKeyError, DuplicateKeyError, Fault, InputError, UnknownKeyError, shown
from orgcrime.filed import Filed, Record
from orgcrime.temporal import Period
from orgcrime.truth import Truth

if TYPE_CHECKING:
    import datetime as dt

    from orgcrime.found import Hits, Selection
    from orgcrime.outline import Outline
    from orgcrime.search import Prepared

__all__ = ["Key", "Keys", "Question", "Record", "Registry", "normalised"]


_LONGEST = 1000  # letters of a search

R = TypeVar("R", bound=Record)
D = TypeVar("D")


@embeddable
@attrs.frozen
class Key:
    """A text that names a record.

    Attributes:
        text: the id, name or code.
        what: what kind of key it is, as ``id``, ``title``, ``alias``, ``code``.
        period: when it did; ``None`` for always.
        shared: whether others bear it too, so that it never settles which is meant.
        alone: whether it settles which is meant only where no other record bears it.
    """

    text: str
    what: str = "name"
    period: Period | None = None
    shared: bool = False
    alone: bool = False


Keys = Callable[[Any], Iterable[Key]]
"""A function that gives the keys of a record."""


def normalised(text: str) -> str:
    """Return a key without the differences that do not count: case and spacing.

    >>> normalised("  Palermo   CONVENTION ")
    'palermo convention'
    """
    return " ".join(text.casefold().split())


Question = Callable[[Any, Any, "dt.date | None"], Truth]
"""A question about a record, with the value wanted and the day for which it is asked."""


class Registry(Mapping[str, R]):
    """An immutable mapping from id to record, which knows every other key of a record too.

    ``registry[key]`` raises, ``registry.get(key)`` gives ``None``, ``registry.find(text)`` ranks, ``registry.where(…)``
    filters, ``registry.including(…)`` makes a larger one. Keys ignore case and spacing.

    >>> import orgcrime as oc
    >>> oc.instruments["palermo convention"].id
    'untoc'
    >>> oc.instruments["Palermo Convntion"]
    Traceback (most recent call last):
        ...
    orgcrime.errors.UnknownKeyError: no instrument is known as 'Palermo Convntion'. Did you mean 'Palermo Convention'?
    """

    __slots__ = (
        "__weakref__",
        "_as_of",
        "_claims",
        "_keys",
        "_kind",
        "_questions",
        "_records",
        "_searched",
        "_several",
    )

    def __init__(  # noqa: PLR0913 - all that a registry is made of
        self,
        kind: str,
        records: Iterable[R] | Filed[R],
        keys: Keys,
        *,
        as_of: dt.date | None = None,
        several: str | None = None,
        questions: Mapping[str, Question] | None = None,
    ) -> None:
        """Make a registry.

        Args:
            kind: what one record is, as "instrument".
            records: the records; those that are filed are made when they are asked for, all of them once a key is asked
                for that is no id.
            keys: gives the keys of a record.
            as_of: the day up to which the data speak; ``None`` where they carry no day.
            several: the plural of ``kind``; ``None`` for one that ends in s.
            questions: what can be asked of the records beside their attributes; ``on`` is whether they stand on a day.

        Raises:
            DuplicateKeyError: if two records claim the same id, or the same name without a period.
        """
        self._kind = kind
        self._several = several or f"{kind}s"
        self._keys = keys
        self._as_of = as_of
        self._questions = dict(questions or {})
        self._searched: Prepared | None = None
        self._claims: dict[str, list[tuple[Key, R]]] | None = None
        self._records: Mapping[str, R]
        if isinstance(records, Filed):
            self._records = records
            return
        self._records = held = {}
        for record in records:
            if record.id in held:
                raise DuplicateKeyError(kind, record.id, (record.id, record.id))
            held[record.id] = record
        self._claims = self._claimed()

    def _claimed(self) -> dict[str, list[tuple[Key, R]]]:
        """Return for each name, normalised, the records that claim it."""
        found: dict[str, list[tuple[Key, R]]] = {}
        for record in self._records.values():
            for key in self.keys_of(record):
                found.setdefault(normalised(key.text), []).append((key, record))
        for name, claims in found.items():
            lasting = dict.fromkeys(
                record.id for key, record in claims if key.period is None and not (key.shared or key.alone)
            )
            if len(lasting) > 1:
                raise DuplicateKeyError(self._kind, name, lasting)
        return found

    @property
    def _names(self) -> dict[str, list[tuple[Key, R]]]:
        if self._claims is None:
            self._claims = self._claimed()
        return self._claims

    def __getitem__(self, key: str) -> R:
        """Return the record that a key names.

        Raises:
            UnknownKeyError: if nothing is known by it; the nearest keys are named.
            AmbiguousKeyError: if it has named several records at different times.
        """
        return self.named(key)

    def named(self, key: str, *, on: dt.date | str | None = None) -> R:
        """Return the record that a key names, or named on a day.

        Args:
            key: an id, a name or a code, in any case and spacing.
            on: the day on which it did; needed only for a key that several records have borne.

        Raises:
            UnknownKeyError: if nothing is known by it.
            AmbiguousKeyError: if it has named several records and no day settles which.
            DateError: if ``on`` is not a day.
        """
        if isinstance(key, str):
            found = self._records.get(key)
            if found is None and on is None:
                found = self._records.get(normalised(key))
            if found is not None:
                return found
            claims = self._names.get(normalised(key))
            if claims:
                return self._settled(key, claims, on)
        raise UnknownKeyError(self._kind, key, self.spellings())

    def _settled(self, key: str, claims: list[tuple[Key, R]], on: dt.date | str | None) -> R:
        lasting = [record for claim, record in claims if not (claim.period or claim.shared or claim.alone)]
        known = dict.fromkeys(record.id for _, record in claims)
        if not lasting and (
            any(claim.shared for claim, _ in claims) or (len(known) > 1 and any(claim.alone for claim, _ in claims))
        ):
            raise AmbiguousKeyError(self._kind, key, known, shared=True)
        if on is None:
            if lasting or len({record.id for _, record in claims}) == 1:
                return (lasting or [record for _, record in claims])[0]
            raise AmbiguousKeyError(self._kind, key, dict.fromkeys(record.id for _, record in claims))
        day = read_day(on)
        dated = {
            record.id: record
            for claim, record in claims
            if claim.period is not None and claim.period.includes(day) is Truth.TRUE
        }
        if len(dated) == 1:
            return next(iter(dated.values()))
        possible = {
            record.id: record
            for claim, record in claims
            if claim.period is None or claim.period.includes(day) is not Truth.FALSE
        }
        if not dated and len(possible) == 1:
            return next(iter(possible.values()))
        raise AmbiguousKeyError(self._kind, key, dict.fromkeys(record.id for _, record in claims), on=day)

    def keys_of(self, record: R) -> tuple[Key, ...]:
        """Return every key of a record, its id first."""
        return (Key(record.id, "id"), *self._keys(record))

    def spellings(self) -> list[str]:
        """Return every key, as it is written."""
        return [claims[0][0].text for claims in self._names.values() if not claims[0][0].shared]

    @overload
    def get(self, key: str, default: None = None, *, on: dt.date | str | None = None) -> R | None: ...
    @overload
    def get(self, key: str, default: D, *, on: dt.date | str | None = None) -> R | D: ...
    def get(self, key: str, default: D | None = None, *, on: dt.date | str | None = None) -> R | D | None:
        """Return the record that a key names, or a default where nothing is known by it.

        Raises:
            AmbiguousKeyError: if it has named several records and no day settles which: that is no miss.

        >>> import orgcrime as oc
        >>> oc.instruments.get("Treaty of Nowhere") is None
        True
        """
        try:
            return self.named(key, on=on)
        except UnknownKeyError:
            return default

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids."""
        return iter(self._records)

    def __len__(self) -> int:
        """Return the number of records."""
        return len(self._records)

    def __contains__(self, key: object) -> bool:
        """Return whether a key names a record."""
        return isinstance(key, str) and normalised(key) in self._names

    def where(
        self, test: Callable[[R], bool] | None = None, /, *, on: dt.date | str | None = None, **wanted: object
    ) -> Selection[R]:
        """Return the records that pass a test, or whose attributes have the values wanted.

        Args:
            test: a function of a record; ``None`` for every record.
            on: the day for which it is asked, where the records have a time.
            wanted: attributes and their values, and what else can be asked of these records; an enum value may be given
                by its text, and one of several values as a tuple, a list or a set.

        Raises:
            UnknownKeyError: for what cannot be asked of these records.
            DateError: if ``on`` is not a day.

        >>> import orgcrime as oc
        >>> [each.id for each in oc.instruments.where(parent="untoc")]
        ['firearms-protocol', 'smuggling-protocol', 'trafficking-protocol']
        """
        from orgcrime.found import Selection

        day = None if on is None else read_day(on)
        asked = {name: self._questions[name] for name in wanted if name in self._questions}
        if day is not None and not asked:
            if "on" not in self._questions:
                raise UnknownKeyError(f"question about {self._several}", "on", self._questions)
            asked["on"] = self._questions["on"]
        for name in wanted.keys() - asked.keys():
            if not all(hasattr(record, name) for record in self._records.values()):
                kind: Any = type(next(iter(self._records.values())))
                known = [*self._questions, *(field.name for field in attrs.fields(kind))]
                raise UnknownKeyError(f"{self._kind} attribute", name, known)
        found, undetermined = [], []
        for record in self._records.values():
            if test is not None and not test(record):
                continue
            if not all(_matches(getattr(record, name), wanted[name]) for name in wanted.keys() - asked.keys()):
                continue
            truth = min(
                (question(record, wanted.get(name), day) for name, question in asked.items()), default=Truth.TRUE
            )
            if truth is Truth.TRUE:
                found.append(record)
            elif truth is Truth.UNKNOWN:
                undetermined.append(record)
        return Selection(found, undetermined)

    def find(self, text: str, *, most: int = 10) -> Hits[R]:
        """Return the records that a text may mean, the likeliest first.

        Case, accents and small slips are forgiven; what matched is said.

        Args:
            text: what to look for.
            most: at most so many, from 1 on.

        Raises:
            InputError: if ``most`` is less than 1, or the text is none or longer than a thousand letters.

        >>> import orgcrime as oc
        >>> oc.instruments.find("convention de palerme")[0].record.id
        'untoc'
        """
        from orgcrime.found import Hit, Hits
        from orgcrime.search import prepared, search

        if not _is(most, int) or most < 1:
            raise InputError([Fault("most", f"{shown(most)} is not a whole number from 1 on")])
        if not _is(text, str) or len(text) > _LONGEST:
            raise InputError([Fault("text", f"{shown(text)} is not a text of at most {_LONGEST} letters")])
        if self._searched is None:
            self._searched = prepared(self._names.values())
        return Hits(Hit(record, key.text, key.what, score) for score, key, record in search(self._searched, text, most))

    def including(self, *records: R) -> Registry[R]:
        """Return a larger registry; this one stays as it is.

        Raises:
            DuplicateKeyError: if a new record claims an id or a name that is taken.
        """
        return Registry(
            self._kind,
            (*self._records.values(), *records),
            self._keys,
            as_of=self._as_of,
            several=self._several,
            questions=self._questions,
        )

    @property
    def as_of(self) -> dt.date | None:
        """The day up to which the data speak; ``None`` where they carry no day."""
        return self._as_of

    def outline(self) -> Outline:
        """Return the registry as a table of ids and names."""
        from orgcrime.found import ids_and_names
        from orgcrime.outline import Outline

        return Outline(heading=repr(self)[1:-1], columns=("id", "name"), rows=ids_and_names(self.values()))

    def __repr__(self) -> str:
        """Return what it holds."""
        noun = self._kind if len(self) == 1 else self._several
        day = "" if self._as_of is None else f", as of {self._as_of}"
        return f"<Registry of {len(self)} {noun}{day}>"

    def _repr_html_(self) -> str:
        return self.outline().html()

    def _ipython_key_completions_(self) -> list[str]:
        return list(dict.fromkeys((*self._records, *self.spellings())))

    def __eq__(self, other: object) -> bool:
        """Return whether the other holds the same records."""
        return isinstance(other, Registry) and self._records == other._records

    def __hash__(self) -> int:
        """Return a hash over the ids."""
        return hash(tuple(self._records))

    def __reduce__(self) -> tuple[object, ...]:
        """Return what pickling needs."""
        held = (self._kind, tuple(self._records.values()), self._keys, self._as_of, self._several, self._questions)
        return _registry, held


def _registry(  # noqa: PLR0913, PLR0917 - all that a registry is made of
    kind: str,
    records: tuple[Any, ...],
    keys: Keys,
    as_of: dt.date | None,
    several: str,
    questions: dict[str, Question],
) -> Registry[Any]:
    return Registry(kind, records, keys, as_of=as_of, several=several, questions=questions)


def _is(value: object, kind: type) -> bool:
    return isinstance(value, kind) and not (kind is int and isinstance(value, bool))


def _matches(value: object, wanted: object) -> bool:
    if isinstance(wanted, (tuple, list, set, frozenset)):
        return any(_matches(value, each) for each in wanted)
    return value == wanted or getattr(value, "value", value) == wanted
