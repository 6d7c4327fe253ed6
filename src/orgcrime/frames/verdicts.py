"""Definitions by column: the same answers as for one case at a time, unknowns included."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Literal, TypeVar

import narwhals.stable.v2 as nw

from orgcrime.catalogue import BUILT_IN, Catalogue, named
from orgcrime.errors import Fault, InputError
from orgcrime.frames.engines import opened
from orgcrime.frames.naming import steps
from orgcrime.frames.plan import Node, Plan, normal
from orgcrime.frames.reading import Reader
from orgcrime.law.rule import Definition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeAlias

    from orgcrime.frames.engines import Opened
    from orgcrime.frames.kleene import Value
    from orgcrime.frames.reading import Found
    from orgcrime.law.finding import Step

__all__ = ["Missing", "Put", "assess", "put"]

Frame = TypeVar("Frame")
Missing = Literal["error", "unknown"]
"""What a fact without a column is: a fault, or unknown in every row."""

if TYPE_CHECKING:
    Put: TypeAlias = "Definition | str | Iterable[Definition | str]"
else:
    Put = object


def assess(  # noqa: PLR0913 - the caller's columns, the law and the shape of the result
    frame: Frame,
    definition: Put,
    *,
    columns: Mapping[str, str] | None = None,
    parameters: Mapping[str, bool | str | None] | None = None,
    elements: bool = False,
    missing: Missing = "error",
    catalogue: Catalogue = BUILT_IN,
) -> Frame:
    """Return the frame with a nullable Boolean column that says whether each row meets a definition.

    Yes is true, no is false, and unknown is a missing value. What is eager stays eager, what is lazy stays lazy, and
    the caller's columns stay as they are. Columns are found by the names of the facts:

    - a yes/no fact is a Boolean column: ``acting_in_concert``;
    - a number is a numeric column, ``persons``, or a range in ``persons_at_least`` and ``persons_at_most``, or both:
      the exact number goes first. NaN is not known;
    - a penalty is a number of years, +inf for deprivation of liberty for life and for death;
    - a listing is a column of lists of text, ``trafficking_means``, that says yes of what it holds and no only where
      ``trafficking_means:complete`` is true; or Boolean columns ``trafficking_means:fraud`` for its values, with the
      same column ``:complete`` if wanted; its length may be a range, ``states_at_least``;
    - a fact of a part has the part before it: ``group.persons``;
    - a parameter of the legal order is a Boolean column of its name, or is given.

    The column of a definition bears its id; the column of an element the id, a slash and its title in lower case with
    hyphens, and so on downwards: ``untoc-organized-criminal-group/three-or-more-persons``.

    Args:
        frame: a Polars, pandas, PyArrow, DuckDB, Dask or PySpark frame, eager or lazy.
        definition: a definition, the id or alias of one, or several of these.
        columns: the caller's names, by the names above: ``{"persons": "members"}``.
        parameters: what is known of the legal order: true, false, ``None``, or the name of a Boolean column.
        elements: whether every element gets a column too.
        missing: what a fact without any column is: ``"error"``, or ``"unknown"`` in every row.
        catalogue: where definitions are looked up; the built-in ones by default.

    Raises:
        InputError: naming every fault of the columns, from their names and types, before any data are read.
        UnknownKeyError: if no definition is known by an id.

    Source: the article that each definition cites.

    >>> import polars as pl
    >>> frame = pl.DataFrame({"randomly_formed": [False, True, None]})
    >>> assess(frame, "untoc-structured-group")["untoc-structured-group"].to_list()
    [True, False, None]
    """
    known = put(definition, catalogue)
    source = opened(frame)
    wanted = named_steps(known, elements=elements)
    faults = [
        Fault(f"column {name!r}", "is in the frame already, and the verdict needs its name: rename or drop it")
        for name in wanted
        if name in source.schema
    ]
    if faults:
        raise InputError(faults)
    made: Frame
    given = (*(columns or {}).values(), *(parameters or {}).values())
    odd = not all(isinstance(each, (bool, str, type(None))) for each in given)
    if source.computes_at_once or odd:  # what is odd is refused, by its name, in reading
        reader = read(source, known, columns=columns, parameters=parameters, missing=missing)
        made = source.with_rules({name: normal(step) for name, step in wanted.items()}, reader)
        return made
    asked = tuple((columns or {}).items()), tuple((parameters or {}).items()), missing
    polars = source.frame.implementation.is_polars()
    spelling = tuple(source.spelling.items())
    made = source.with_values(*_planned(source.signature, spelling, known, elements, polars, *asked))
    return made


@functools.lru_cache(maxsize=256)
def _planned(  # noqa: PLR0913, PLR0917 - all that a plan depends on
    signature: tuple[tuple[str, Found], ...],
    spelling: tuple[tuple[str, str], ...],
    definitions: tuple[Definition, ...],
    elements: bool,
    polars: bool,
    columns: tuple[tuple[str, str], ...],
    parameters: tuple[tuple[str, bool | str | None], ...],
    missing: Missing,
) -> tuple[dict[str, Value], dict[str, nw.Expr]]:
    """Return the values of definitions over columns of some types, and the columns that these use.

    What is planned is remembered, since tables alike come again and again. Polars does not see that a number guarded
    against NaN is asked for twice: such a one is a column of its own.
    """
    found = dict(signature)
    present, given = tuple(found), dict(parameters)
    reader = _reader(found.__getitem__, present, dict(spelling), definitions, dict(columns), given, missing)
    wanted = named_steps(definitions, elements=elements)
    kept: dict[str, nw.Expr] = {}

    def keep(node: Node, value: nw.Expr) -> nw.Expr:
        if not node.guarded:
            return value
        name = f"orgcrime kept {len(found) + len(kept)}"
        kept[name] = value
        return nw.col(name)

    plan = Plan([normal(step) for step in wanted.values()], reader.leaf, keep if polars else None)
    return dict(zip(wanted, plan.values, strict=True)), kept


def put(definition: Put, catalogue: Catalogue) -> tuple[Definition, ...]:
    """Return the definitions that are named."""
    given = [definition] if isinstance(definition, (str, Definition)) else list(definition)
    if not given:
        raise InputError([Fault("definition", "no definition is given")])
    return tuple(dict.fromkeys(named(catalogue.definitions, each) for each in given))


def read(
    source: Opened,
    definitions: tuple[Definition, ...],
    *,
    columns: Mapping[str, str] | None,
    parameters: Mapping[str, bool | str | None] | None,
    missing: Missing,
) -> Reader:
    """Return what reads the facts of definitions from a frame.

    Raises:
        InputError: naming every fault of the columns.
    """
    present, spelling = source.columns, source.spelling
    return _reader(source.found, present, spelling, definitions, columns or {}, parameters or {}, missing)


def _reader(  # noqa: PLR0913, PLR0917 - all that reading depends on
    found: Callable[[str], Found],
    present: tuple[str, ...],
    spelling: Mapping[str, str],
    definitions: tuple[Definition, ...],
    columns: Mapping[str, str],
    parameters: Mapping[str, bool | str | None],
    missing: Missing,
) -> Reader:
    if missing not in ("error", "unknown"):
        raise InputError([Fault("missing", f'{missing!r} is not known: expected "error" or "unknown"')])
    unknown = missing == "unknown"
    reader = Reader(found, present, definitions, columns=columns, given=parameters, unknown=unknown, spelling=spelling)
    if reader.faults:
        raise InputError(dict.fromkeys(reader.faults))
    return reader


def named_steps(definitions: Iterable[Definition], *, elements: bool) -> dict[str, Step]:
    """Return the steps that get a column, by its name."""
    found: dict[str, Step] = {}
    for definition in definitions:
        every = steps(definition)
        found |= every if elements else {definition.id: every[definition.id]}
    return found
