"""The error tree: every error raised on purpose is an `OrgCrimeError` and the built-in that a caller expects.

An error keeps its facts as attributes, survives pickling, and says in one sentence what was given, where, and what was
expected, followed by at most three suggestions.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = [
    "AmbiguousKeyError",
    "CitationError",
    "DanglingReferenceError",
    "DateError",
    "DefinitionError",
    "DuplicateKeyError",
    "Fault",
    "InputError",
    "MissingExtraError",
    "OrgCrimeError",
    "UndecidedTruthError",
    "UnknownKeyError",
    "cut",
    "did_you_mean",
    "shown",
    "suggestions",
]


_SLIP = 100  # letters of the longest text that can be a slip for another
_WIDTH = 200  # letters of a value in a message
_NEAR = 0.6  # the least likeness of what is offered
_LONG_ENOUGH = 4  # letters of what is looked for within a known value, where none is like it
_WITHIN = 0.85  # the likeness of a known value that holds what was given as whole words
_BEHIND = 0.15  # how much less like than the nearest it may be


def suggestions(given: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return the known values nearest to what was given, nearest first; far behind the nearest is not near.

    One that holds what was given as whole words is near too; to a text that is too long for a slip nothing is.

    >>> suggestions("Palermo Convntion", ["Palermo Convention", "Vienna Convention", "CITES"])
    ('Palermo Convention',)
    """
    if len(given) > _SLIP:
        return ()
    from difflib import SequenceMatcher

    spelt: dict[str, str] = {}
    for name in known:  # of two that differ in case alone, the one that begins as what was given
        if name.casefold() not in spelt or name[:1] == given[:1] != spelt[name.casefold()][:1]:
            spelt[name.casefold()] = name
    matcher = SequenceMatcher(b=given.casefold())
    likeness: dict[str, float] = {}
    for text in spelt:
        matcher.set_seq1(text)
        if matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR and matcher.ratio() >= _NEAR:
            likeness[text] = matcher.ratio()
    if len(given) >= _LONG_ENOUGH:
        within = sorted((text for text in spelt if _holds(text, given.casefold())), key=lambda text: (len(text), text))
        likeness |= {text: max(likeness.get(text, 0.0), _WITHIN - at / 100) for at, text in enumerate(within[:most])}
    nearest = max(likeness.values(), default=0.0)
    ranked = sorted(likeness, key=lambda text: (-likeness[text], text))
    return tuple(spelt[text] for text in ranked[:most] if likeness[text] >= nearest - _BEHIND)


def _holds(text: str, words: str) -> bool:
    """Return whether a text holds some words, not parts of words."""
    at = text.find(words)
    return at >= 0 and not text[at - 1 : at].isalnum() and not text[at + len(words) : at + len(words) + 1].isalnum()


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """Return the sentence that offers the nearest known values, or nothing where none is near.

    >>> did_you_mean("treaty", ["convention", "treaty body"])
    " Did you mean 'treaty body'?"
    """
    near = suggestions(given, known)
    if not near:
        return ""
    return f" Did you mean {' or '.join(repr(name) for name in near)}?"


def cut(text: str) -> str:
    """Return a text as it is named in a message; a long one is cut short."""
    return text if len(text) <= _WIDTH else f"{text[:_WIDTH]}…"


def shown(value: object) -> str:
    """Return a value as it is named in a message, whatever it is; a long one is cut short.

    >>> shown("x"), shown(10**5000)
    ("'x'", 'a number of too many digits')
    """
    try:
        text = repr(value)
    except (ValueError, RecursionError):  # of too many digits; too deep
        name = type(value).__name__
        article = "an" if name[0] in "AEIOUaeiou" else "a"
        return "a number of too many digits" if isinstance(value, int) else f"{article} {name}"
    return cut(text)


class OrgCrimeError(Exception):
    """The base of every error that the library raises on purpose."""

    def __str__(self) -> str:
        """Return the message itself, also where the built-in parent would quote it."""
        return str(self.args[0]) if self.args else ""

    def __reduce__(self) -> tuple[object, ...]:
        """Return what pickling needs: the class, its message and its facts."""
        return _restored, (type(self), self.args, dict(self.__dict__))


def _restored(kind: type[OrgCrimeError], args: tuple[object, ...], facts: Mapping[str, object]) -> OrgCrimeError:
    error = kind.__new__(kind)
    error.args = args
    error.__dict__.update(facts)
    return error


class UndecidedTruthError(OrgCrimeError, TypeError):
    """A truth with three values was used as if it had two.

    >>> from orgcrime import Truth
    >>> bool(Truth.UNKNOWN)
    Traceback (most recent call last):
        ...
    orgcrime.errors.UndecidedTruthError: a truth has three values and no bool(): compare it, as in `x is Truth.TRUE`
    """

    def __init__(self, what: str = "a truth") -> None:
        own = "x" if what == "a truth" else "x.truth"
        super().__init__(f"{what} has three values and no bool(): compare it, as in `{own} is Truth.TRUE`")
        self.what = what


class UnknownKeyError(OrgCrimeError, KeyError):
    """Nothing in a registry is known by the key given.

    Attributes:
        kind: what was looked for, as "instrument".
        key: the key given.
        near: the nearest known keys, at most three.
    """

    def __init__(self, kind: str, key: object, known: Iterable[str] = (), *, hint: str = "", few: bool = False) -> None:
        article = "an" if kind[:1] in "aeiou" else "a"
        known = tuple(known)
        if not isinstance(key, str):
            self.near: tuple[str, ...] = ()
            message = (
                f"no {kind} is known as {shown(key)}: expected the text of an id, a name or a code, or {article} {kind}"
            )
        else:
            self.near = suggestions(key, known)
            offer = f" Did you mean {' or '.join(repr(name) for name in self.near)}?" if self.near else ""
            if few and not self.near:
                offer = f" Expected one of: {', '.join(known)}."
            message = f"no {kind} is known as {shown(key)}.{offer}{' ' + hint if hint else ''}"
        super().__init__(message)
        self.kind = kind
        self.key = key


class AmbiguousKeyError(OrgCrimeError, KeyError):
    """A key that has named more than one thing; ``on=`` a day settles which.

    Attributes:
        kind: what was looked for.
        key: the key given.
        candidates: the ids that the key has named.
    """

    def __init__(
        self, kind: str, key: str, candidates: Iterable[str], *, on: object = None, shared: bool = False
    ) -> None:
        self.candidates: tuple[str, ...] = tuple(candidates)
        names = ", ".join(repr(name) for name in self.candidates)
        if shared and len(self.candidates) == 1:
            message = f"{key!r} names more than this {kind} ({names}): use the id or a fuller name"
        elif shared:
            message = f"{key!r} names more than one {kind} ({names}): use the id or a fuller name"
        elif on is None:
            message = f"{key!r} has named more than one {kind} ({names}): say which day is meant with on="
        else:
            message = f"{key!r} has named more than one {kind} ({names}): on {on} it names none or several; use the id"
        super().__init__(message)
        self.kind = kind
        self.key = key


class DuplicateKeyError(OrgCrimeError, ValueError):
    """Two records claim the same id or the same name.

    Attributes:
        kind: the kind of record.
        key: the id or name claimed twice.
        ids: the ids of the records that claim it.
    """

    def __init__(self, kind: str, key: str, ids: Iterable[str]) -> None:
        self.ids: tuple[str, ...] = tuple(ids)
        super().__init__(f"{key!r} is claimed by more than one {kind}: {' and '.join(repr(name) for name in self.ids)}")
        self.kind = kind
        self.key = key


class DateError(OrgCrimeError, ValueError):
    """What was given is not a day, or not a period.

    Attributes:
        where: the argument or field.
        given: what came.
    """

    def __init__(self, where: str, given: object, reason: str) -> None:
        super().__init__(f"{where}: {shown(given)} is not {reason}")
        self.where = where
        self.given = given
        self.reason = reason


class Fault:
    """One fault of an input: where it is, and what is wrong there.

    Attributes:
        path: the place, as ``instruments.json[0].kind``.
        message: what came, what was expected, and the nearest valid values.
    """

    __slots__ = ("message", "path")

    def __init__(self, path: str, message: str) -> None:
        self.path: str = path
        self.message: str = message

    def __str__(self) -> str:
        """Return the place and the message on one line."""
        return f"{self.path}: {self.message}" if self.path else self.message

    def __repr__(self) -> str:
        """Return the expression that makes this fault."""
        return f"Fault({self.path!r}, {self.message!r})"

    def __eq__(self, other: object) -> bool:
        """Return whether place and message are the same."""
        return isinstance(other, Fault) and (self.path, self.message) == (
            other.path,
            other.message,
        )

    def __hash__(self) -> int:
        """Return a hash over place and message."""
        return hash((self.path, self.message))


class InputError(OrgCrimeError, ValueError):
    """An input has one fault or several; all of them are named, one a line.

    Attributes:
        faults: every `Fault`, in the order of the input.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults: tuple[Fault, ...] = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


class DefinitionError(OrgCrimeError, ValueError):
    """A definition asks for what it cannot have: an unknown fact, a wrong bound, a part that does not exist."""


class DanglingReferenceError(OrgCrimeError, ValueError):
    """A record refers to a record that does not exist.

    Attributes:
        where: the record and field that refer.
        target: the id referred to.
    """

    def __init__(self, where: str, kind: str, target: str, known: Iterable[str] = ()) -> None:
        super().__init__(f"{where}: no {kind} has the id {target!r}.{did_you_mean(target, known)}")
        self.where = where
        self.kind = kind
        self.target = target


class CitationError(OrgCrimeError, ValueError):
    """A citation cannot be read, or cites what does not exist.

    Attributes:
        given: the text given.
    """

    def __init__(self, given: str, message: str) -> None:
        super().__init__(message)
        self.given = given


class MissingExtraError(OrgCrimeError, ImportError):
    """An optional library is not installed; the message says what to install.

    Attributes:
        library: the library that is missing.
        extra: the extra that brings it; ``None`` for a library that no extra brings.
    """

    def __init__(self, library: str, extra: str | None = None) -> None:
        wanted = library if extra is None else f"'orgcrime[{extra}]'"
        super().__init__(f"{library} is not installed: pip install {wanted}")
        self.library = library
        self.extra = extra
