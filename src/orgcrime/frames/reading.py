"""From facts to columns: which column answers which fact, and what is refused before any data are read."""

from __future__ import annotations

import enum
import functools
from typing import TYPE_CHECKING

import attrs
import narwhals.stable.v2 as nw

from orgcrime.errors import Fault, did_you_mean
from orgcrime.frames.asked import COMPLETE, Wanted, item, wanted
from orgcrime.frames.kleene import Value, any_true
from orgcrime.law.rule import Atom, ByLegalOrder, Contains, Holds, NotEstablished, Reaches, parameters
from orgcrime.law.values import FactKind
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from orgcrime.law.rule import Definition

__all__ = ["Answer", "Found", "Reader", "found_in"]


class Answer(enum.Enum):
    """What a column can answer."""

    YES_NO = "Boolean"
    NUMBER = "a number (integer, float or decimal)"
    LISTING = "a list of String"
    EMPTY = "nothing"
    """It has no type, and so no value."""
    OTHER = "other"


@attrs.frozen
class Found:
    """What a column is.

    Attributes:
        answer: what it can answer.
        type: its type in words.
        floating: whether it may hold NaN.
    """

    answer: Answer
    type: str
    floating: bool = False


class Reader:
    """Reads the smallest rules of definitions from the columns of a frame.

    Attributes:
        faults: what is wrong with the columns, in the order of the text.
        read: the columns that are read, each with what it answers.
    """

    def __init__(  # noqa: PLR0913 - each says something else of what is read
        self,
        found: Callable[[str], Found],
        present: tuple[str, ...],
        definitions: tuple[Definition, ...],
        *,
        columns: Mapping[str, str],
        given: Mapping[str, bool | str | None],
        unknown: bool,
        spelling: Mapping[str, str],
    ) -> None:
        """Find the columns.

        Args:
            found: what a column is, by its name.
            present: the columns of the frame.
            definitions: what will be asked.
            columns: the caller's names, by the names that are looked for.
            given: the parameters of the legal order.
            unknown: whether a fact without a column is unknown rather than a fault.
            spelling: the names that columns have in expressions, where they are other ones.
        """
        self.faults: list[Fault] = []
        self.read: dict[str, Found] = {}
        self._found = found
        self._present = present
        self._columns = columns
        self._given = given
        self._unknown = unknown
        self._spelling = spelling
        self._definitions = definitions
        self.wanted: dict[str, Wanted] = wanted(*definitions)
        self._leaves: dict[Atom, Value] = {}
        self._check_names()
        self._check_facts()

    def leaf(self, atom: Atom) -> Value:
        """Return a smallest rule as an expression, or the truth that it has in every row."""
        if atom not in self._leaves:
            self._leaves[atom] = self._leaf(atom)
        return self._leaves[atom]

    def _leaf(self, atom: Atom) -> Value:
        match atom.rule:
            case NotEstablished():
                return Truth.UNKNOWN
            case ByLegalOrder():
                return self._parameter(atom.path)
            case Holds():
                return self._boolean(atom.path)
            case Contains(_, values):
                return self._contains(self.wanted[atom.path], tuple(map(str, values)))
            case Reaches(_, bound):  # pragma: no branch - the set of nodes is closed
                asked = self.wanted[atom.path]
                if asked.fact.kind is FactKind.LISTING:
                    return self._counts(asked, bound)
                return self._reaches(asked, bound)

    # Names.

    def _check_names(self) -> None:
        """Note names in ``columns`` and ``parameters`` that nothing asks for, and columns that do not exist."""
        known = {name for asked in self.wanted.values() for name in asked.columns}
        asked_of_law = {name for each in self._definitions for name in parameters(each)}
        known |= asked_of_law
        open_lists = tuple(f"{each.path}:" for each in self.wanted.values() if each.counted)
        whose = " and ".join(each.id for each in self._definitions)
        asks = "asks" if len(self._definitions) == 1 else "ask"
        for name, column in self._columns.items():
            if name not in known and not name.startswith(open_lists):
                self._note(f"columns[{name!r}]", f"{whose} {asks} for no such fact.{did_you_mean(name, known)}")
            elif column not in self._present:
                self._note(
                    f"columns[{name!r}]", f"the frame has no column {column!r}.{did_you_mean(column, self._present)}"
                )
        for name, value in self._given.items():
            where = f"parameters[{name!r}]"
            if name not in asked_of_law:
                self._note(where, f"{whose} {asks} for no such parameter.{did_you_mean(name, asked_of_law)}")
            elif isinstance(value, str) and value not in self._present:
                self._note(where, f"the frame has no column {value!r}.{did_you_mean(value, self._present)}")
            elif value is not None and not isinstance(value, (bool, str)):
                self._note(
                    where, f"{value!r} is not a yes or a no: expected True, False, None for not known, or a column"
                )

    def _note(self, path: str, message: str) -> None:
        self.faults.append(Fault(path, message))

    def column(self, name: str) -> str | None:
        """Return the caller's column for a name that is looked for."""
        column = self._columns.get(name, name)
        return column if column in self._present else None

    def _check_facts(self) -> None:
        absent = 0
        for asked in self.wanted.values():
            absent += self._check_fact(asked)
        for definition in self._definitions:
            for name in parameters(definition):
                column = self._parameter_column(name)
                if column is not None:
                    self._take(column, Answer.YES_NO, f"the parameter {name}")
        if absent:
            self._note("", 'name the columns with columns=, or say missing="unknown" for facts that are not recorded')

    def _check_fact(self, asked: Wanted) -> bool:
        """Look at the columns of a fact; return whether it has none, and that is a fault."""
        fact = f"the fact {asked.path}"
        listing = asked.fact.kind is FactKind.LISTING
        whole = self.column(asked.path)
        bounds = [column for column in map(self.column, asked.bounds) if column] if asked.ranged else []
        items = self._items(asked) if listing else {}
        if whole is not None:
            answer = Answer.YES_NO if asked.fact.kind is FactKind.YES_NO else Answer.NUMBER
            self._take(whole, Answer.LISTING if listing else answer, fact)
        for column in bounds:
            self._take(column, Answer.NUMBER, fact)
        for column in items.values():
            self._take(column, Answer.YES_NO, fact)
        if listing:
            complete = self.column(item(asked.path, COMPLETE))
            if complete is not None:
                self._take(complete, Answer.YES_NO, fact)
            if whole is not None and items:
                both = f"{whole!r} and {next(iter(items.values()))!r}"
                self._note(asked.path, f"both {both} answer it: leave one out, or name the one with columns=")
        if self._unknown or whole is not None or (bounds and not asked.values):
            return False
        lacking = [name for name in asked.items if name not in items]
        if items and not lacking:
            return False
        for name in lacking if items else [asked.path]:
            self._absent(name, asked)
        return True

    def _absent(self, name: str, asked: Wanted) -> None:
        others = [column for column in self._present if column not in self.wanted]
        expected = "a Boolean column" if name != asked.path else asked.expected()
        near = did_you_mean(name, others)
        self._note(name, f"the frame has no such column: expected {expected}, for {asked.definition}.{near}")

    def _take(self, column: str, answer: Answer, what: str) -> None:
        """Note that a column is read, or why it cannot be."""
        found = self._found(column)
        if found.answer not in (answer, Answer.EMPTY):
            self._note(f"column {column!r}", f"found {found.type}, needed {answer.value}, for {what}")
        self.read[column] = found

    # Expressions.

    def values(self, column: str) -> nw.Expr:
        """Return the values of a column of the frame."""
        return nw.col(self._spelling.get(column, column))

    def _boolean(self, name: str) -> Value:
        column = self.column(name)
        return Truth.UNKNOWN if column is None else self._known(column)

    def _known(self, column: str) -> Value:
        return Truth.UNKNOWN if self.read[column].answer is Answer.EMPTY else self.values(column)

    def _parameter_column(self, name: str) -> str | None:
        if name not in self._given:
            return self.column(name)
        value = self._given[name]
        return value if isinstance(value, str) and value in self._present else None

    def _parameter(self, name: str) -> Value:
        column = self._parameter_column(name)
        if column is not None:
            return self._known(column)
        value = self._given.get(name)
        return Truth.of(value if isinstance(value, bool) else None)

    def _at_least(self, column: str, bound: float) -> nw.Expr | None:
        """Return whether a number reaches a bound; NaN is not known."""
        found = self.read[column]
        if found.answer is Answer.EMPTY:
            return None
        number = self.values(column).fill_nan(None) if found.floating else self.values(column)
        return number >= (int(bound) if bound == int(bound) else bound)

    def _reaches(self, asked: Wanted, bound: float) -> Value:
        exact = self.column(asked.path)
        whole = None if exact is None else self._at_least(exact, bound)
        ranged = self._range(asked, bound)
        if whole is None:
            return Truth.UNKNOWN if ranged is None else ranged
        return whole if ranged is None else nw.coalesce(whole, ranged)

    def _range(self, asked: Wanted, bound: float) -> nw.Expr | None:
        """Return whether a range reaches a bound; a range whose ends contradict each other about it says nothing."""
        low, high = (
            None if column is None else self._at_least(column, bound) for column in map(self.column, asked.bounds)
        )
        if high is None:
            return None if low is None else nw.when(low).then(low)
        if low is None:
            return nw.when(~high).then(high)
        return nw.coalesce(
            nw.when(low & high.fill_null(value=True)).then(low),
            nw.when(~high & ~low.fill_null(value=False)).then(high),
        )

    def _items(self, asked: Wanted) -> dict[str, str]:
        """Return the Boolean columns of a listing, by the names that are looked for."""
        names = list(asked.items)
        if asked.counted:
            prefix = item(asked.path, "")
            others = (*self._present, *self._columns)
            renamed = {column for name, column in self._columns.items() if name != column}
            names += [name for name in others if name.startswith(prefix) and name not in renamed]
        complete = item(asked.path, COMPLETE)
        columns = ((name, self.column(name)) for name in dict.fromkeys(names) if name != complete)
        return {name: column for name, column in columns if column is not None}

    def _complete(self, asked: Wanted) -> nw.Expr | None:
        column = self.column(item(asked.path, COMPLETE))
        if column is None or self.read[column].answer is Answer.EMPTY:
            return None
        return self.values(column).fill_null(value=False)

    def _contains(self, asked: Wanted, values: tuple[str, ...]) -> Value:
        whole = self.column(asked.path)
        complete = self._complete(asked)
        if whole is not None:
            if self.read[whole].answer is not Answer.LISTING:
                return Truth.UNKNOWN
            listed = (self.values(whole).list.contains(value) for value in values)
            return self._listed(whole, nw.any_horizontal(*listed, ignore_nulls=False), complete)
        found = self._items(asked)
        held = any_true(
            self._known(found[name]) if name in found else Truth.UNKNOWN for name in asked_items(asked, values)
        )
        if complete is None or not found:
            return held
        if isinstance(held, Truth):
            return nw.when(complete).then(~complete)
        return nw.when(complete).then(held.fill_null(value=False)).otherwise(held)

    def _listed(self, column: str, held: nw.Expr, complete: nw.Expr | None) -> Value:
        """Return whether a listing holds what is asked; one that may have more says only yes."""
        sure = held.fill_null(value=False)
        if complete is None:
            return nw.when(sure).then(sure)
        return nw.when(sure | (complete & ~self.values(column).is_null())).then(sure)

    def _counts(self, asked: Wanted, bound: float) -> Value:
        whole, complete = self.column(asked.path), self._complete(asked)
        found = [self._known(column) for column in self._items(asked).values()]
        ranged = self._range(asked, bound)
        counted: Value = Truth.UNKNOWN
        if whole is not None:
            if self.read[whole].answer is Answer.LISTING:
                counted = self._listed(whole, _distinct(self.values(whole), bound), complete)
        else:
            columns = [each for each in found if not isinstance(each, Truth)]
            if columns:
                held = nw.sum_horizontal(*(each.fill_null(value=False).cast(nw.Int64) for each in columns)) >= bound
                counted = nw.when(held if complete is None else held | complete).then(held)
        if ranged is None or isinstance(counted, Truth):
            return counted if ranged is None else ranged
        return nw.coalesce(counted, ranged)


def asked_items(asked: Wanted, values: tuple[str, ...]) -> Iterator[str]:
    """Yield the names of the Boolean columns for some values of a listing."""
    return (item(asked.path, value) for value in values)


def _distinct(values: nw.Expr, bound: float) -> nw.Expr:
    """Return whether a list has at least so many distinct values; up to two need no more than the ends."""
    if bound <= 1:
        return values.list.min() == values.list.min()  # true of any value, and null where there is none
    if bound <= 2:  # noqa: PLR2004 - the least differs from the greatest
        return values.list.min() != values.list.max()
    distinct = values.list.unique()
    return distinct.list.len().cast(nw.Int64) - distinct.list.contains(None).cast(nw.Int64) >= bound


@functools.cache
def found_in(dtype: nw.dtypes.DType, native: str) -> Found:
    """Return what a column is, from its type.

    Args:
        dtype: the type as narwhals has it.
        native: the type as the library has it, in words.
    """
    if dtype == nw.Boolean:
        return Found(Answer.YES_NO, "Boolean")
    if dtype.is_numeric():
        return Found(Answer.NUMBER, str(dtype), floating=dtype.is_float())
    if isinstance(dtype, (nw.List, nw.Array)):
        text = dtype.inner in (nw.String, nw.Categorical, nw.Enum) or _empty(dtype.inner, native)
        return Found(Answer.LISTING if text else Answer.OTHER, str(dtype))
    if _empty(dtype, native):
        return Found(Answer.EMPTY, native)
    return Found(Answer.OTHER, native if dtype == nw.Unknown else str(dtype))


def _empty(dtype: object, native: str) -> bool:
    return dtype == nw.Unknown and ("null" in native.casefold() or "void" in native.casefold())
