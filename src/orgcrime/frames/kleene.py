"""Strong Kleene logic on columns: native ``&``, ``|`` and ``~`` on nullable Booleans, and constants folded away.

A constant never becomes a literal beside a column: some libraries take a null literal for a no.
"""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, TypeAlias

import narwhals.stable.v2 as nw

from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_PAIR = 2

__all__ = ["Value", "all_true", "any_true", "chosen", "enough", "opposite"]

Value: TypeAlias = Truth | nw.Expr
"""A truth that is the same in every row, or a nullable Boolean expression."""


def opposite(value: Value) -> Value:
    """Return the opposite."""
    return ~value


def all_true(values: Iterable[Value]) -> Value:
    """Return whether all are true."""
    columns, settled = _sorted(values, Truth.FALSE)
    if settled is Truth.FALSE or not columns:
        return settled
    found = _together(columns, and_, nw.all_horizontal)
    return nw.when(~found).then(found) if settled is Truth.UNKNOWN else found


def any_true(values: Iterable[Value]) -> Value:
    """Return whether one is true."""
    columns, settled = _sorted(values, Truth.TRUE)
    if settled is Truth.TRUE or not columns:
        return settled
    found = _together(columns, or_, nw.any_horizontal)
    return nw.when(found).then(found) if settled is Truth.UNKNOWN else found


def _together(
    columns: list[nw.Expr], pair: Callable[[nw.Expr, nw.Expr], nw.Expr], several: Callable[..., nw.Expr]
) -> nw.Expr:
    """Return columns combined; many at once say the same as pairs, in fewer words."""
    return reduce(pair, columns) if len(columns) <= _PAIR else several(*columns, ignore_nulls=False)


def _sorted(values: Iterable[Value], settling: Truth) -> tuple[list[nw.Expr], Truth]:
    """Return the columns among some values, and what the constants come to: with an unknown, only what settles."""
    columns: list[nw.Expr] = []
    constant = ~settling
    for value in values:
        if value is settling:
            return [], settling
        if isinstance(value, Truth):
            constant = Truth.UNKNOWN if value is Truth.UNKNOWN else constant
        else:
            columns.append(value)
    return columns, constant


def enough(number: int, values: Iterable[Value]) -> Value:
    """Return whether at least so many are true."""
    reached: list[Value] = [Truth.TRUE, *(Truth.FALSE for _ in range(number))]
    for value in values:
        for count in range(number, 0, -1):
            reached[count] = any_true([reached[count], all_true([value, reached[count - 1]])])
    return reached[-1]


def chosen(question: Value, then: Value, otherwise: Value) -> Value:
    """Return the one or the other; where the question is not known, what both share."""
    if question is Truth.TRUE:
        return then
    if question is Truth.FALSE:
        return otherwise
    either_way = all_true([then, otherwise])
    if question is Truth.UNKNOWN:
        return any_true([either_way, all_true([question, any_true([then, otherwise])])])
    return any_true([all_true([question, then]), all_true([~question, otherwise]), either_way])
