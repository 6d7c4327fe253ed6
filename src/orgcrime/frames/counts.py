"""How many rows met what, and which missing facts would settle most of the others."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypeAlias

import attrs
import narwhals.stable.v2 as nw

from orgcrime.catalogue import BUILT_IN, Catalogue
from orgcrime.frames.engines import opened
from orgcrime.frames.kleene import Value, all_true, any_true
from orgcrime.frames.naming import steps
from orgcrime.frames.plan import Node, Plan, normal
from orgcrime.frames.verdicts import Missing, put, read
from orgcrime.law.rule import Atom, ByLegalOrder, Reaches, atoms
from orgcrime.law.values import FactKind
from orgcrime.outline import Outline
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from orgcrime.frames.engines import Native
    from orgcrime.frames.reading import Reader
    from orgcrime.law.rule import Definition

__all__ = ["Count", "Settling", "Summary", "summary", "summed"]

Cell: TypeAlias = "dict[Atom, Truth]"
"""What the smallest rules on one fact come to, if it is known so."""


@attrs.frozen(kw_only=True)
class Count:
    """How many rows meet a definition or one of its elements.

    Attributes:
        name: the column that `assess` gives it.
        title: the step.
        citation: where the law says so.
        yes: rows that meet it.
        no: rows that do not.
        unknown: rows of which it is not known.
    """

    name: str
    title: str
    citation: str
    yes: int
    no: int
    unknown: int


@attrs.frozen(kw_only=True)
class Settling:
    """What learning a missing fact would do for the rows that are unknown.

    Attributes:
        fact: the fact, or the parameter of the legal order.
        question: the question that it answers.
        certainly: rows that it alone would settle, whatever it turns out to be.
        possibly: rows that it alone would settle if it turned out one way, the certain ones among them.
    """

    fact: str
    question: str
    certainly: int
    possibly: int


@attrs.frozen(kw_only=True)
class Summary:
    """What a definition comes to over many rows.

    Attributes:
        definition: the id of the definition.
        rows: the number of rows.
        counts: the definition first, then its elements, in the order of the text.
        settling: the missing facts that would settle rows, those that settle most first.
    """

    definition: str
    rows: int
    counts: tuple[Count, ...]
    settling: tuple[Settling, ...]

    def outline(self) -> Outline:
        """Return the counts as tables."""
        counts = tuple(
            (f"{each.title} ({each.citation})", str(each.yes), str(each.no), str(each.unknown)) for each in self.counts
        )
        settling = tuple((each.question, str(each.certainly), str(each.possibly)) for each in self.settling)
        below = Outline(
            heading="to settle the unknown rows",
            columns=("question", "alone settles", "alone may settle"),
            rows=settling,
        )
        return Outline(
            heading=f"{self.definition}: {self.rows} rows",
            columns=("element", "yes", "no", "unknown"),
            rows=counts,
            children=(below,) if settling else (),
        )

    def __str__(self) -> str:
        """Return the outline as text."""
        return self.outline().text()

    def _repr_html_(self) -> str:
        return self.outline().html()


def summary(  # noqa: PLR0913 - as assess
    result: object,
    definition: Definition | str,
    *,
    columns: Mapping[str, str] | None = None,
    parameters: Mapping[str, bool | str | None] | None = None,
    missing: Missing = "error",
    catalogue: Catalogue = BUILT_IN,
) -> Summary:
    """Return how many rows meet a definition and each element, and which missing facts would settle most rows.

    Args:
        result: the frame, with the columns of the facts; columns that `assess` added do no harm.
        definition: the definition, or its id or alias.
        columns: as `assess`.
        parameters: as `assess`.
        missing: as `assess`.
        catalogue: where definitions are looked up; the built-in ones by default.

    Raises:
        InputError: as `assess`.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"maximum_penalty": [4.0, 2.0, None]})
    >>> found = summary(frame, "untoc-serious-crime")
    >>> (found.counts[0].yes, found.counts[0].no, found.counts[0].unknown), found.settling[0].certainly
    ((1, 1, 1), 1)
    """
    (known,) = put([definition], catalogue)
    source = opened(result)
    reader = read(source, (known,), columns=columns, parameters=parameters, missing=missing)
    every = steps(known)
    wanted: dict[str, Value] = {}
    for at, value in enumerate(Plan([normal(step) for step in every.values()], reader.leaf).values):
        wanted |= {f"yes{at}": value, f"no{at}": ~value}
    asked = _asked(known)
    for at, cells in enumerate(asked.values()):
        certainly, possibly = _settled(normal(every[known.id]), reader, cells)
        wanted |= {f"certainly{at}": certainly, f"possibly{at}": possibly}
    numbers = summed(source.prepared(reader.read) if reader.read else source.frame, wanted)
    rows = numbers["rows"]
    counts = [
        Count(
            name=name,
            title=step.title,
            citation=str(step.citation),
            yes=numbers[f"yes{at}"],
            no=numbers[f"no{at}"],
            unknown=rows - numbers[f"yes{at}"] - numbers[f"no{at}"],
        )
        for at, (name, step) in enumerate(every.items())
    ]
    questions = _questions(known)
    settling = [
        Settling(
            fact=path,
            question=questions[path],
            certainly=numbers[f"certainly{at}"],
            possibly=numbers[f"possibly{at}"],
        )
        for at, path in enumerate(asked)
        if numbers[f"possibly{at}"]
    ]
    settling.sort(key=lambda each: (-each.certainly, -each.possibly))
    return Summary(definition=known.id, rows=rows, counts=tuple(counts), settling=tuple(settling))


def _questions(definition: Definition) -> dict[str, str]:
    found = {}
    for atom in atoms(definition.rule, definition.about):
        if isinstance(atom.rule, ByLegalOrder):
            found[atom.path] = atom.rule.question
        elif atom.fact is not None:
            found[atom.path] = atom.fact.question
    return found


def _asked(definition: Definition) -> dict[str, tuple[Cell, ...]]:
    """Return each fact and parameter with what it can turn out to be, as far as the rule can tell."""
    found: dict[str, list[Atom]] = {}
    for atom in atoms(definition.rule, definition.about):
        if atom.fact is not None or isinstance(atom.rule, ByLegalOrder):
            found.setdefault(atom.path, []).append(atom)
    return {path: tuple(_cells(own)) for path, own in found.items()}


def _cells(own: list[Atom]) -> Iterable[Cell]:
    fact = own[0].fact
    bounds = sorted({atom.rule.bound for atom in own if isinstance(atom.rule, Reaches)})
    if fact is None or fact.kind in (FactKind.YES_NO, FactKind.LISTING):
        # Of a listing the two ends are tried: it holds all that is asked for, or nothing.
        return [dict.fromkeys(own, truth) for truth in (Truth.FALSE, Truth.TRUE)]
    levels = [float("-inf"), *bounds]
    return [
        {atom: Truth.of(isinstance(atom.rule, Reaches) and level >= atom.rule.bound) for atom in own}
        for level in levels
    ]


def _settled(rule: Node, reader: Reader, cells: Iterable[Cell]) -> tuple[Value, Value]:
    """Return whether a fact is missing and would alone settle an unknown row: in any case, and in some."""
    (now,) = Plan([rule], reader.leaf).values
    known: list[Value] = []
    own: dict[Atom, None] = {}
    for cell in cells:
        own |= dict.fromkeys(cell)
        known += map(_known, Plan([rule], functools.partial(_leaf, reader, cell)).values)
    open_now = any_true(~_known(reader.leaf(atom)) for atom in own)
    unknown = all_true([~_known(now), open_now])
    return all_true([unknown, *known]), all_true([unknown, any_true(known)])


def _leaf(reader: Reader, cell: Cell, atom: Atom) -> Value:
    return cell[atom] if atom in cell else reader.leaf(atom)


def _known(value: Value) -> Value:
    return Truth.of(value is not Truth.UNKNOWN) if isinstance(value, Truth) else ~value.is_null()


def summed(frame: nw.DataFrame[Native] | nw.LazyFrame[Native], wanted: Mapping[str, Value]) -> dict[str, int]:
    """Return in how many rows each value is true, read in one pass."""
    columns = {name: value for name, value in wanted.items() if not isinstance(value, Truth)}
    numbers = frame.select(
        nw.len().alias("rows"),
        *(value.fill_null(value=False).cast(nw.Int64).sum().alias(name) for name, value in columns.items()),
    )
    eager = numbers.collect() if isinstance(numbers, nw.LazyFrame) else numbers
    found = {name: int(number or 0) for name, number in zip(eager.columns, eager.row(0), strict=True)}
    return found | {
        name: found["rows"] if value is Truth.TRUE else 0 for name, value in wanted.items() if isinstance(value, Truth)
    }
