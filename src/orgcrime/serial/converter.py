"""JSON in and out: the one converter.

What is read from outside is checked whole: unknown fields are refused, and every fault is named with its place, its
reason and the nearest valid values. A text is at most 64 MiB large and 200 levels deep, a number at most 300 digits
long; a rule is at most 64 levels deep; a thousand faults are named at once.
"""

from __future__ import annotations

import datetime as dt
import enum
import functools
import itertools
import json
import math
import operator
import re
from typing import TYPE_CHECKING, Any, TypeGuard, TypeVar, get_args, get_origin

import attrs
from cattrs import ClassValidationError, Converter
from cattrs.errors import AttributeValidationNote, ForbiddenExtraKeysError, StructureHandlerNotFoundError
from cattrs.gen import make_dict_structure_fn

from orgcrime.days import read_day
from orgcrime.errors import DateError, Fault, InputError, OrgCrimeError, shown
from orgcrime.law import rule as rules
from orgcrime.law.finding import Finding
from orgcrime.law.values import Between, Listing
from orgcrime.serial.facts import (
    FACTS,
    MOST,
    Json,
    between_from,
    fact_to,
    facts_from,
    facts_to,
    is_facts,
    joined,
    kind_of,
    listing_from,
    near,
    offered,
)
from orgcrime.serial.findings import finding_from, finding_to
from orgcrime.serial.rules import rule_from, rule_to
from orgcrime.temporal import PartialDate, Period

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

__all__ = [
    "FORMAT",
    "MARK",
    "facts_from",
    "facts_to",
    "from_json",
    "from_plain",
    "plain",
    "read_json",
    "to_json",
    "unmarked",
]

T = TypeVar("T")

FORMAT = 1
"""The version of the written form; another one is refused."""
MARK = "orgcrime"
"""The field on top of an object that says the version."""

_DEPTH = 200
_SIZE = 64 * 1024 * 1024
_DIGITS = 300
_LARGEST = 1e290  # of the whole numbers that are written with a point or an exponent


def to_json(value: object, *, indent: int | None = 2) -> str:
    """Return a record, facts, a definition or a finding as JSON.

    Args:
        value: what to write.
        indent: spaces to a level; ``None`` for one line.

    Raises:
        InputError: for what has no written form.

    >>> from orgcrime import Between, Group
    >>> print(to_json(Group(persons=Between(2, None), financial_benefit=True), indent=None))
    {"orgcrime": 1, "persons": {"at_least": 2}, "financial_benefit": true}
    """
    try:
        made = plain(value)
        if isinstance(made, dict):
            made = {MARK: FORMAT, **made}
        text = json.dumps(made, indent=indent, ensure_ascii=False, allow_nan=False)
        text.encode()
    except UnicodeEncodeError:
        fault = Fault("", "a text holds half of a surrogate pair, which UTF-8 cannot write")
    except ValueError as error:
        if isinstance(error, OrgCrimeError):
            raise
        fault = Fault("", f"{shown(value)} has no written form: a number is too long, or none that JSON has")
    except RecursionError:
        fault = Fault("", "has no written form: it is too deep")
    else:
        return text
    raise InputError([fault])


def plain(value: object) -> Any:
    """Return a value as JSON has it: objects, lists, texts, numbers.

    Raises:
        InputError: for what has no written form.
    """
    if value is None or (isinstance(value, (bool, int, str)) and not isinstance(value, enum.Enum)):
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    if isinstance(value, dict) and all(isinstance(name, str) for name in value):
        return {name: plain(each) for name, each in value.items()}
    if isinstance(value, Finding):
        return finding_to(value, _converter().unstructure)
    if is_facts(type(value)):
        return facts_to(value)
    if not isinstance(value, type) and callable(own := getattr(value, "plain", None)):
        return own()
    if attrs.has(type(value)) or isinstance(value, dt.date):
        return _converter().unstructure(value)
    said = f"{shown(value)} has no written form: expected a record, facts, a definition or a finding"
    raise InputError([Fault("", said)])


def from_json(text: str | bytes, kind: type[T]) -> T:
    """Return what a JSON text describes, as an object of a class.

    Args:
        text: the text, at most 64 MiB and 200 levels deep.
        kind: the class wanted.

    Raises:
        InputError: naming every fault with its place.

    >>> from orgcrime import Group
    >>> from_json('{"persons": 4}', Group).persons
    4
    """
    return from_plain(read_json(text), kind)


def from_plain(raw: object, kind: type[T], where: str = "") -> T:
    """Return what a value of JSON describes, as an object of a class.

    Args:
        raw: the value as it was read: objects, lists, texts, numbers.
        kind: the class wanted.
        where: the place of the value, for the messages.

    Raises:
        InputError: naming every fault with its place.
    """
    raw = unmarked(raw, where)
    if not _has_form(kind):
        raise InputError([Fault(where, f"{shown(kind)} has no written form: expected a class")])
    found: T = _structured(raw, kind, where)
    return found


def unmarked(raw: Json, where: str = "") -> Json:
    """Return a value of JSON without the version that stands on top of an object.

    Raises:
        InputError: for a version that cannot be read.
    """
    if not isinstance(raw, dict) or MARK not in raw:
        return raw
    version = raw[MARK]
    if type(version) is not int or version != FORMAT:
        said = f"{shown(version)} is not a version that can be read: expected {FORMAT}"
        raise InputError([Fault(joined(where, MARK), said)])
    return {name: value for name, value in raw.items() if name != MARK}


def read_json(text: str | bytes, where: str = "") -> Any:
    """Return what a JSON text holds, refusing what is broken, too large, too deep or said twice.

    Args:
        text: the text; bytes are UTF-8.
        where: the name of the file, for the message.

    Raises:
        InputError: naming the fault and its place.
    """
    given: object = text
    if not isinstance(given, (str, bytes)):
        raise InputError([Fault(where, f"{shown(given)} is not a text of JSON")])
    if len(text) > _SIZE:
        raise InputError([Fault(where, f"is larger than {_SIZE // 1024 // 1024} MiB")])
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        written = text.encode("utf-8")
        if _too_deep(written):
            raise InputError([Fault(where, f"is deeper than {_DEPTH} levels")])
        found = json.loads(
            text,
            object_pairs_hook=functools.partial(_object, where),
            parse_constant=_no_number,
            parse_int=_whole,
            parse_float=_decimal,
        )
        if re.search(rb"\\u[dD][89a-fA-F]", written):
            json.dumps(found, ensure_ascii=False).encode()
    except (UnicodeDecodeError, UnicodeEncodeError) as error:
        fault = Fault(where, f"is not UTF-8: {error.reason} at position {error.start}")
    except json.JSONDecodeError as error:
        fault = Fault(where, f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}")
    except _NoNumberError as error:
        fault = Fault(where, f"{error} is not a number that JSON has")
    else:
        return found
    raise InputError([fault])


_NO_BRACKET = bytes(set(range(256)) - set(b'"[]{}'))
_STEPS = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}


def _too_deep(text: bytes) -> bool:
    """Return whether brackets outside texts stand more than so many levels deep in one another."""
    if text.count(b"[") + text.count(b"{") <= _DEPTH:
        return False
    marks = text.replace(b"\\\\", b"").replace(b'\\"', b"").translate(None, _NO_BRACKET)
    brackets = re.sub(rb'"[^"]*"?', b"", marks)
    return max(itertools.accumulate(map(_STEPS.__getitem__, brackets)), default=0) > _DEPTH


class _NoNumberError(ValueError):
    pass


def _no_number(name: str) -> float:
    raise _NoNumberError(name)


def _whole(digits: str) -> int:
    if len(digits) > _DIGITS:
        raise _NoNumberError(f"{digits[:10]}… ({len(digits)} digits)")
    return int(digits)


def _decimal(digits: str) -> float:
    number = float(digits)
    if len(digits) > _DIGITS or math.isinf(number):
        raise _NoNumberError(digits if len(digits) <= _DIGITS else f"{digits[:10]}… ({len(digits)} digits)")
    return number


def _object(where: str, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = [key for key, _ in pairs if key in seen or seen.add(key)]  # type: ignore[func-returns-value]
        named = itertools.islice(dict.fromkeys(twice), MOST)
        raise InputError([Fault(where, f"an object says {shown(key)} twice") for key in named])
    return found


def _structured(raw: Any, kind: Any, path: str = "") -> Any:
    """Return the object of a class that a value of JSON describes.

    Raises:
        InputError: naming every fault with its place.
    """
    try:
        return _converter().structure(raw, kind)
    except (ClassValidationError, OrgCrimeError, _WrongValueError) as error:
        faults = list(itertools.islice(_faults(error, path), MOST))
    except StructureHandlerNotFoundError as error:
        faults = [Fault(path, f"{shown(error.type_)} has no written form that can be read")]
    raise InputError(faults)


@functools.cache
def _converter() -> Converter:
    """Return the converter, which takes nothing for something that it is not."""
    made = Converter(forbid_extra_keys=True, omit_if_default=True, detailed_validation=True)
    made.register_structure_hook_factory(attrs.has, functools.partial(_record_hook, made))
    made.register_structure_hook_func(_reads_itself, _own_from)
    made.register_unstructure_hook_func(_has_own, operator.methodcaller("plain"))
    made.register_structure_hook_func(is_facts, lambda value, kind: facts_from(value, kind, ""))
    made.register_unstructure_hook_func(is_facts, facts_to)
    made.register_structure_hook_func(lambda kind: kind is Finding, lambda value, _: finding_from(value, _structured))
    made.register_unstructure_hook_func(lambda kind: kind is Finding, lambda value: finding_to(value, made.unstructure))
    made.register_structure_hook(str, functools.partial(_exactly, str, "a text"))
    made.register_structure_hook(bool, functools.partial(_exactly, bool, "true or false"))
    made.register_structure_hook(int, _int_from)
    made.register_structure_hook(float, _float_from)
    made.register_structure_hook(Between, lambda value, _: between_from(value))
    made.register_structure_hook_func(_is_listing, lambda value, _: listing_from(value))
    made.register_unstructure_hook(Between, fact_to)
    made.register_unstructure_hook_func(_is_listing, fact_to)
    made.register_structure_hook(PartialDate, lambda value, _: PartialDate.read(value, ""))
    made.register_structure_hook(Period, lambda value, _: Period.read(value, ""))
    made.register_structure_hook(dt.date, lambda value, _: read_day(value, ""))
    for kind in (PartialDate, Period, dt.date):
        made.register_unstructure_hook(kind, operator.methodcaller("isoformat"))
    for words in (enum.Enum, enum.StrEnum):  # the second is a text before it is an enumeration
        made.register_structure_hook(words, _enum_from)
    made.register_structure_hook_func(_is_row, functools.partial(_row_from, made))
    made.register_structure_hook_func(_is_entries, functools.partial(_entries_from, made))
    made.register_structure_hook_func(lambda kind: kind is type, _about_from)
    made.register_unstructure_hook_func(lambda kind: kind is type, lambda kind: kind.__name__)
    made.register_structure_hook_func(lambda kind: kind == rules.Rule, lambda value, _: rule_from(value, _structured))
    made.register_unstructure_hook_func(lambda kind: kind == rules.Rule, lambda rule: rule_to(rule, made.unstructure))
    return made


def _is_listing(kind: object) -> bool:
    return kind is Listing or get_origin(kind) is Listing


def _has_own(kind: object) -> bool:
    """Return whether a class says itself how it is written."""
    return isinstance(kind, type) and callable(getattr(kind, "plain", None))


def _reads_itself(kind: object) -> bool:
    """Return whether a class says itself how it is read, or that it is not; an answer may hold records of any class."""
    return _has_own(kind) or (_is_ours(kind) and bool(getattr(kind, "__parameters__", ())))


def _has_form(kind: object) -> bool:
    """Return whether something is a class, and where it is one of this library a class of records or of values."""
    if not isinstance(kind, type):
        return get_origin(kind) is not None
    return not _is_ours(kind) or attrs.has(kind) or issubclass(kind, enum.Enum)


def _is_ours(kind: object) -> TypeGuard[type]:
    return isinstance(kind, type) and kind.__module__.partition(".")[0] == __name__.partition(".")[0]


def _own_from(value: Json, kind: Any) -> Any:
    """Return what a class reads itself; an answer is not read, since the question gives it anew."""
    read = getattr(kind, "from_plain", None)
    if read is None:
        raise _WrongValueError(f"{kind.__name__} is an answer, which is written and not read: put its question again")
    return read(value)


def _record_hook(made: Converter, kind: Any) -> Any:
    """Return what makes a record of a class from an object, and nothing else."""
    take = make_dict_structure_fn(kind, made)

    def from_object(value: Any, of: Any) -> Any:
        if not isinstance(value, dict):
            raise _WrongValueError(f"expected an object, found {kind_of(value)}")
        return take(value, of)

    return from_object


def _is_row(kind: Any) -> bool:
    return get_origin(kind) in (tuple, list)


def _is_entries(kind: Any) -> bool:
    return get_origin(kind) is dict


class _WrongValueError(ValueError):
    pass


def _exactly(kind: type, word: str, value: object, _: object) -> Any:
    if type(value) is not kind:
        raise _WrongValueError(f"{shown(value)} is not {word}")
    return value


def _int_from(value: object, _: object) -> int:
    if type(value) is float and value.is_integer() and abs(value) < _LARGEST:  # JSON has one kind of number: 3.0 is 3
        return int(value)
    if type(value) is not int:
        raise _WrongValueError(f"{shown(value)} is not a whole number")
    return value


def _float_from(value: object, _: object) -> float:
    if type(value) not in (int, float):
        raise _WrongValueError(f"{shown(value)} is not a number")
    return value  # type: ignore[return-value]


def _enum_from(value: object, kind: type[enum.Enum]) -> enum.Enum:
    known = {each.value: each for each in kind}
    if not isinstance(value, str) or value not in known:
        name = "".join(f" {each.lower()}" if each.isupper() else each for each in kind.__name__).strip()
        article = "an" if name[0] in "aeiou" else "a"
        raise _WrongValueError(f"{shown(value)} is not {article} {name}.{offered(value, known)}")
    return known[value]


def _row_from(made: Converter, value: object, kind: Any) -> Any:
    """Return a tuple or a list; after so many faults the rest is not looked at."""
    if not isinstance(value, list):
        raise _WrongValueError(f"{shown(value)} is not a list")
    inner: tuple[Any, ...] = get_args(kind)
    of: Iterable[Any] = itertools.repeat(inner[0])
    if get_origin(kind) is tuple and inner[-1] is not Ellipsis:
        if len(value) != len(inner):
            raise _WrongValueError(f"{shown(value)} does not have {len(inner)} items")
        of = inner
    found: list[Any] = []
    faults: list[Fault] = []
    for at, (each, wanted) in enumerate(zip(value, of, strict=False)):
        try:
            found.append(made.structure(each, wanted))
        except (ClassValidationError, OrgCrimeError, _WrongValueError) as error:
            faults += itertools.islice(_faults(error, f"[{at}]"), MOST)
            if len(faults) >= MOST:
                break
    if faults:
        raise InputError(faults)
    return tuple(found) if get_origin(kind) is tuple else found


def _entries_from(made: Converter, value: object, kind: Any) -> dict[Any, Any]:
    if not isinstance(value, dict):
        raise _WrongValueError(f"expected an object, found {kind_of(value)}")
    found: dict[Any, Any] = {}
    faults: list[Fault] = []
    of, wanted = get_args(kind)
    for name, each in value.items():
        try:
            found[made.structure(name, of)] = made.structure(each, wanted)
        except (ClassValidationError, OrgCrimeError, _WrongValueError) as error:
            faults += itertools.islice(_faults(error, str(name)), MOST)
            if len(faults) >= MOST:
                break
    if faults:
        raise InputError(faults)
    return found


def _about_from(value: object, _: object) -> type:
    if not isinstance(value, str) or value not in FACTS:
        raise _WrongValueError(f"{shown(value)} is not a facts class.{near(value, FACTS)}")
    return FACTS[value]


def _faults(error: BaseException, path: str) -> Iterator[Fault]:
    """Yield every fault within an error of the converter, each with its place."""
    if isinstance(error, InputError):
        for fault in error.faults:
            yield Fault(joined(path, fault.path), fault.message)
    elif isinstance(error, ClassValidationError):
        for each in error.exceptions:
            notes = getattr(each, "__notes__", ())
            steps = [note.name for note in notes if isinstance(note, AttributeValidationNote)]
            yield from _faults(each, joined(path, steps[-1]) if steps else path)
    elif isinstance(error, ForbiddenExtraKeysError):
        known = [field.name for field in attrs.fields(error.cl)] if attrs.has(error.cl) else []
        for name in sorted(error.extra_fields):
            yield Fault(joined(path, name), f"there is no such field.{near(name, known)}")
    elif isinstance(error, KeyError) and not isinstance(error, OrgCrimeError):
        yield Fault(path, "is missing")
    elif isinstance(error, DateError):
        yield Fault(path, f"{shown(error.given)} is not {error.reason}")
    else:
        yield Fault(path, str(error))
