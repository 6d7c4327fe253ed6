"""Shipped data files made into records, by plain constructors.

Files from outside are read by `orgcrime.serial`, which names every fault; the shipped ones are checked with it in the
tests, and are read here without a third-party module beyond attrs.
"""

from __future__ import annotations

import enum
import functools
import json
import operator
import os.path
import sys
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from orgcrime.filed import Filed
from orgcrime.temporal import PartialDate, Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["DATA", "filed", "made", "names", "read", "records", "table"]

DATA = os.path.join(os.path.dirname(__file__), "data")
"""The folder of the shipped data."""

T = TypeVar("T")


def records(kind: type[T], *names: str) -> tuple[T, ...]:
    """Return the records of some data files, in their order."""
    return tuple(made(kind, raw) for name in names for raw in read(name))


def filed(kind: type[T], *names: str) -> Filed[T]:
    """Return the records of some data files in the order of their ids, each made when it is first asked for."""
    raw = [each for name in names for each in read(name)]
    return Filed(functools.partial(made, kind), sorted(raw, key=operator.itemgetter("id")))


def read(name: str) -> Any:
    """Return what a data file holds."""
    with open(os.path.join(DATA, name), encoding="utf-8") as file:
        return json.load(file)


def names(folder: str, ending: str) -> tuple[str, ...]:
    """Return the names of the data files in a folder that end so, in order."""
    found = sorted(os.listdir(os.path.join(DATA, folder)))
    return tuple(f"{folder}/{name}" for name in found if name.endswith(ending))


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of a data file as mappings from column to text; what is not known is an empty text."""
    import csv

    with open(os.path.join(DATA, name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def made(kind: type[T], raw: dict[str, Any]) -> T:
    """Return the record that a JSON object describes; its keys are the attributes of the class."""
    about: Any = kind
    plan = _plan(about)
    return kind(**{name: plan[name](value) for name, value in raw.items()})


@functools.cache
def _plan(kind: Any) -> dict[str, Callable[[Any], Any]]:
    """Return for each attribute of a class the function that makes its value."""
    known = vars(sys.modules[kind.__module__])
    return {field.name: _maker(str(field.type), known) for field in attrs.fields(kind) if field.init}


def _maker(annotation: str, known: dict[str, Any]) -> Callable[[Any], Any]:
    words = "".join(each if each.isalnum() or each == "_" else " " for each in annotation).split()
    one: Callable[[Any], Any] | None = None
    for word in words:
        target = known.get(word)
        if target is PartialDate or target is Period:
            one = target.read
        elif isinstance(target, type) and issubclass(target, enum.Enum):
            one = target
        elif isinstance(target, type) and attrs.has(target):
            one = functools.partial(made, target)
        if one is not None:
            break
    if not annotation.startswith("tuple["):
        return one or _same
    return functools.partial(_many, one) if one else tuple


def _same(value: Any) -> Any:
    return value


def _many(one: Callable[[Any], Any], values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(map(one, values))
