"""What may be put to a definition: known values, ranges, listings, and how a fact is declared.

A fact is declared once, on its class, with its question and its bounds; definitions, forms, schemas and interviews read
it from there.
"""

from __future__ import annotations

import enum
import functools
from collections.abc import Callable, Hashable, Iterable
from typing import Any, Generic, TypeGuard, TypeVar

import attrs

from orgcrime.describing import Described
from orgcrime.embedding import embeddable
from orgcrime.errors import Fault, InputError, cut, did_you_mean, shown

__all__ = [
    "DEATH",
    "LIFE",
    "LONGEST",
    "Between",
    "Fact",
    "FactKind",
    "Listing",
    "Penalty",
    "checked",
    "is_number",
    "listing",
    "number",
    "part",
    "penalty",
    "specification",
    "yes_no",
]

T = TypeVar("T")

LONGEST = 1000
"""No rule asks whether a listing is longer."""
_LARGEST = 1e300  # a number beyond it stands for nothing that is counted or measured


class _Heavier(enum.EnumMeta):
    """The class of a class of penalties: what is none of them is refused as every other fault is."""

    def __call__(cls, value: object, *more: Any, **named: Any) -> Any:
        try:
            return super().__call__(value, *more, **named)
        except (ValueError, RecursionError):
            pass
        raise InputError([Fault(cls.__name__, f"{shown(value)} is not a penalty: expected 'life' or 'death'")])


@functools.total_ordering
class Penalty(enum.Enum, metaclass=_Heavier):
    """A penalty heavier than any number of years.

    >>> LIFE > 30 and DEATH > LIFE
    True
    """

    LIFE = "life"
    """Deprivation of liberty for life."""
    DEATH = "death"

    def __lt__(self, other: object) -> bool:
        """Return whether the other is heavier; no number of years is."""
        if isinstance(other, Penalty):
            return self is Penalty.LIFE and other is Penalty.DEATH
        return False if isinstance(other, (int, float)) else NotImplemented

    def __repr__(self) -> str:
        """Return the name as code has it."""
        return self.name


LIFE = Penalty.LIFE
"""Deprivation of liberty for life, heavier than any number of years."""
DEATH = Penalty.DEATH
"""The death penalty, heavier than deprivation of liberty for life."""


@embeddable
@attrs.frozen(repr=False)
class Between:
    """A number that is known only to lie between two, both possible.

    Attributes:
        low: the least that is possible; ``None`` for no lower bound.
        high: the most that is possible; ``None`` for no upper bound.

    >>> Between(2, None)
    Between(2, None)
    """

    low: float | Penalty | None = None
    high: float | Penalty | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse what is no range."""
        for end in (self.low, self.high):
            if end is not None and not isinstance(end, Penalty) and not is_number(end):
                raise InputError([Fault("Between", f"{shown(end)} is not a number")])
        if self.low is not None and self.high is not None and self.low > self.high:
            said = f"the least ({shown(self.low)}) is greater than the most ({shown(self.high)})"
            raise InputError([Fault("Between", said)])

    def __repr__(self) -> str:
        """Return the expression that makes it."""
        return f"Between({self.low!r}, {self.high!r})"

    def __str__(self) -> str:
        """Return the range in words."""
        if self.low is None and self.high is None:
            return "not known"
        if self.high is None:
            return f"at least {_shown(self.low)}"
        return (
            f"at most {_shown(self.high)}"
            if self.low is None
            else f"between {_shown(self.low)} and {_shown(self.high)}"
        )


def _hashes(value: object) -> bool:
    return isinstance(value, Hashable)


def _once(values: Iterable[T]) -> tuple[T, ...]:
    given: object = values
    if isinstance(given, (str, bytes)) or not isinstance(given, Iterable):
        raise InputError([Fault("Listing", f"{shown(given)} is not a list")])
    found = tuple(values)
    faults = [Fault("Listing", f"{shown(each)} is not a text") for each in found if not _hashes(each)]
    if faults:
        raise InputError(faults)
    return tuple(dict.fromkeys(found))


@embeddable
@attrs.frozen(repr=False)
class Listing(Generic[T]):
    """A list of what is established, which says whether it is the whole.

    Without ``complete`` there may be more that is not known: an empty listing then says nothing, and is never "none".

    Attributes:
        values: what is established, in the order given, each once.
        complete: whether there is nothing else.

    >>> Listing(["FR", "BR"])
    Listing(['FR', 'BR'])
    >>> Listing([], complete=True)
    Listing([], complete=True)
    """

    values: tuple[T, ...] = attrs.field(converter=_once, default=())
    complete: bool = False

    def __attrs_post_init__(self) -> None:
        """Refuse what does not say whether it is the whole."""
        complete: object = self.complete
        if not isinstance(complete, bool):
            raise InputError([Fault("Listing", f"complete: {shown(complete)} is not a yes or a no")])

    def __repr__(self) -> str:
        """Return the expression that makes it."""
        values = [value.value if isinstance(value, enum.Enum) else value for value in self.values]
        return f"Listing({values!r}{', complete=True' if self.complete else ''})"

    def __str__(self) -> str:
        """Return the listing in words."""
        said = ", ".join(str(value) for value in self.values)
        if self.complete:
            return f"{said}, and no other" if said else "none"
        return said or "not known"


class FactKind(enum.Enum):
    """What kind of answer a fact takes."""

    YES_NO = "yes-no"
    NUMBER = "number"
    PENALTY = "penalty"
    """A number of years, or a penalty heavier than any."""
    LISTING = "listing"
    PART = "part"
    """A facts class of its own, as the group of a case."""


@attrs.frozen(kw_only=True)
class Fact:
    """How a fact is declared.

    Attributes:
        name: its name, the same in all definitions.
        kind: what kind of answer it takes.
        label: the fact in a few words.
        question: the question that it answers.
        unit: the unit of a number.
        whole: whether the number is a whole one.
        minimum: the least number that makes sense.
        vocabulary: the values that a listing may hold; ``None`` where it is open.
        part: the facts class of a part.
        note: what a reader must know.
    """

    name: str = ""
    kind: FactKind
    label: str
    question: str
    unit: str | None = None
    whole: bool = False
    minimum: float = 0
    vocabulary: type[enum.StrEnum] | None = None
    part: type | None = None
    note: str | None = None

    def shown(self, value: object) -> str:
        """Return a value of this fact in words."""
        if value is None or value == Between():
            return "not stated"
        if isinstance(value, bool):
            return "yes" if value else "no"
        ends = (value.low, value.high) if isinstance(value, Between) else (value,)
        measured = self.unit is not None and not any(isinstance(end, Penalty) for end in ends)
        return f"{_shown(value)} {self.unit}" if measured else str(_shown(value))


def yes_no(label: str, question: str, *, note: str | None = None) -> Any:
    """Return a field for a yes/no question of fact; ``None`` means not known."""
    return _field(Fact(kind=FactKind.YES_NO, label=label, question=question, note=note))


def number(  # noqa: PLR0913 - each says something else of the number
    label: str, question: str, *, unit: str | None, whole: bool = True, minimum: float = 0, note: str | None = None
) -> Any:
    """Return a field for a number, a `Between` or ``None``."""
    return _field(
        Fact(kind=FactKind.NUMBER, label=label, question=question, unit=unit, whole=whole, minimum=minimum, note=note)
    )


def penalty(label: str, question: str, *, note: str | None = None) -> Any:
    """Return a field for a number of years, `LIFE`, `DEATH`, a `Between` or ``None``."""
    return _field(Fact(kind=FactKind.PENALTY, label=label, question=question, unit="years", note=note))


def listing(label: str, question: str, vocabulary: type[enum.StrEnum] | None = None, *, note: str | None = None) -> Any:
    """Return a field for a `Listing` or ``None``; a plain list is taken as one that may not be complete."""
    return _field(Fact(kind=FactKind.LISTING, label=label, question=question, vocabulary=vocabulary, note=note))


def part(label: str, question: str, of: type) -> Any:
    """Return a field for a part that has facts of its own."""
    return _field(Fact(kind=FactKind.PART, label=label, question=question, part=of))


def _field(fact: Fact) -> Any:
    return attrs.field(default=None, metadata={"fact": fact})


@functools.cache
def _specification(about: Any) -> dict[str, Fact]:
    return {
        field.name: attrs.evolve(field.metadata["fact"], name=field.name)
        for field in attrs.fields(about)
        if "fact" in field.metadata
    }


def specification(about: type) -> dict[str, Fact]:
    """Return the facts that a facts class declares, by name, in their order."""
    return _specification(about)


def checked(about: type[T]) -> type[T]:
    """Make a facts class refuse what it cannot take, naming every fault at once.

    Raises (from the class so decorated):
        InputError: for unknown facts and for values that a fact does not take.
    """
    plain: Callable[..., None] = about.__init__

    @functools.wraps(plain)
    def __init__(self: T, **given: object) -> None:  # noqa: N807 - it becomes the method
        known = specification(about)
        faults: list[Fault] = []
        faults += [
            Fault(f"{about.__name__}.{cut(name)}", f"there is no such fact.{did_you_mean(name, known)}")
            for name in given.keys() - known.keys()
        ]
        taken = {}
        for name, fact in known.items():
            if name in given:
                taken[name] = _taken(fact, given[name], f"{about.__name__}.{name}", faults)
        if faults:
            raise InputError(sorted(faults, key=lambda fault: fault.path))
        plain(self, **taken)

    about.__init__ = __init__  # type: ignore[method-assign,assignment]
    about._repr_html_ = Described._repr_html_  # type: ignore[attr-defined]
    return embeddable(about)


def _taken(fact: Fact, value: Any, path: str, faults: list[Fault]) -> object:
    """Return the value as the fact keeps it, or note why it cannot be taken."""
    if value is None:
        return None
    if fact.kind is FactKind.YES_NO:
        if not isinstance(value, bool):
            faults.append(
                Fault(path, f"{shown(value)} is not a yes or a no: expected True, False, or None for not known")
            )
    elif fact.kind is FactKind.PART:
        if not isinstance(value, fact.part or object):
            name = "part" if fact.part is None else fact.part.__name__
            a = "an" if name[0] in "AEIOU" else "a"
            faults.append(Fault(path, f"{shown(value)} is not {a} {name}: expected {a} {name}, or None for not known"))
    elif fact.kind is FactKind.LISTING:
        return _listing(fact, value, path, faults)
    else:
        return _number(fact, value, path, faults)
    return value


def _number(fact: Fact, value: Any, path: str, faults: list[Fault]) -> object:
    heavier = fact.kind is FactKind.PENALTY
    of = f" of {fact.unit}" if fact.unit else ""
    ends = (value.low, value.high) if isinstance(value, Between) else (value,)
    for end in ends:
        if isinstance(end, Penalty) and heavier:
            continue
        if end is None and isinstance(value, Between):
            continue
        if not is_number(end) or (fact.whole and end != int(end)):
            kind = "a whole number" if fact.whole else "a number"
            more = ", LIFE, DEATH" if heavier else ""
            faults.append(
                Fault(
                    path,
                    f"{shown(end)} is not {kind}{of}: expected {kind}{more}, a Between, or None for not known",
                )
            )
        elif end < fact.minimum:
            faults.append(Fault(path, f"{shown(end)} is not a number{of}: expected {fact.minimum} or more"))
    return value


def _listing(fact: Fact, value: object, path: str, faults: list[Fault]) -> object:
    if isinstance(value, (str, bytes)) or not isinstance(value, (Listing, Iterable)):
        faults.append(Fault(path, f"{shown(value)} is not a list: expected a list, a Listing, or None for not known"))
        return None
    given = value if isinstance(value, Listing) else _listed(value, path, faults)
    values: list[object] = []
    for item in given.values:
        if not isinstance(item, str):
            faults.append(Fault(path, f"{shown(item)} is not a text"))
        elif fact.vocabulary is not None:
            known = {member.value: member for member in fact.vocabulary}
            if item in known:
                values.append(known[item])
            else:
                near = did_you_mean(item, known) or f" Expected one of: {', '.join(known)}."
                faults.append(Fault(path, f"{shown(item)} is not one of the {fact.label}.{near}"))
        else:
            values.append(item)
    return Listing(values, complete=given.complete)


def _listed(values: Iterable[object], path: str, faults: list[Fault]) -> Listing[object]:
    try:
        return Listing(values)
    except InputError as error:
        faults += [Fault(path, fault.message) for fault in error.faults]
        return Listing()


def is_number(value: object) -> TypeGuard[float]:
    """Return whether something is a number that could be counted or measured."""
    return isinstance(value, (int, float)) and not isinstance(value, bool) and -_LARGEST < value < _LARGEST


def _shown(value: object) -> object:
    if isinstance(value, float) and value == int(value):
        return int(value)
    return value.value if isinstance(value, Penalty) else value
