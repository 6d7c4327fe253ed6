"""What differs from library to library: opening a frame, preparing columns, putting results beside them.

pandas and Dask keep truth and numbers in several kinds of column of which only the nullable ones know "unknown": the
columns that are read are first made nullable, the frame that is given back keeps its own.
"""

from __future__ import annotations

import importlib
import warnings
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import attrs
import narwhals.stable.v2 as nw

from orgcrime.errors import Fault, InputError, MissingExtraError
from orgcrime.frames.plan import Node, Plan
from orgcrime.frames.reading import Answer, Found, Reader, found_in
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from orgcrime.frames.kleene import Value

__all__ = ["Native", "Opened", "library", "opened", "quoted", "wrapped"]

Native: TypeAlias = Any
"""A frame of the library that the caller uses."""


@attrs.frozen
class Opened:
    """A frame whose columns are known and whose data are not read yet.

    Attributes:
        native: the frame as it was given.
        frame: the same for narwhals.
        schema: the types of its columns.
        spelling: the names of columns in ``frame``, where they are other ones.
    """

    native: Native
    frame: nw.DataFrame[Native] | nw.LazyFrame[Native]
    schema: Mapping[str, nw.dtypes.DType]
    spelling: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(self.schema)

    def spelt(self, column: str) -> str:
        """Return the name that a column has in ``frame``."""
        return self.spelling.get(column, column)

    @property
    def pandas_like(self) -> bool:
        """Whether it is pandas or keeps its columns as pandas does, Dask included."""
        return self.frame.implementation.is_pandas_like() or self.frame.implementation.is_dask()

    def found(self, column: str) -> Found:
        """Return what a column is; only pandas columns of mixed objects are looked into."""
        if self.frame.implementation.is_pandas_like() and str(self.native.dtypes[column]) == "object":
            return self._object(column)
        dtype = self.schema[column]
        if dtype != nw.Unknown and not isinstance(dtype, (nw.List, nw.Array)):
            return found_in(dtype, "")
        return found_in(dtype, self._native_type(column))

    def _native_type(self, column: str) -> str:
        """Return the type of a column in the words of its library."""
        implementation = self.frame.implementation
        if implementation.is_polars():
            return str(self.native.lazy().collect_schema()[column])
        if implementation.is_pyarrow():
            return str(self.native.schema.field(column).type)
        if implementation.is_duckdb():
            return str(self.native.types[self.columns.index(column)])
        if implementation.is_pyspark() or implementation.is_pyspark_connect():  # pragma: no cover - run with -m spark
            return str(self.native.schema[column].dataType.simpleString())
        if self.pandas_like:
            return str(self.native.dtypes[column])
        return "a type that is not known"  # pragma: no cover - a library beside those that are tested

    def _object(self, column: str) -> Found:
        """Return what a pandas column of mixed objects holds; NaN among them is missing."""
        held = self.frame.__native_namespace__().api.types.infer_dtype(self.native[column], skipna=True)
        if held == "boolean":
            return Found(Answer.YES_NO, "Object")
        if held in ("integer", "floating", "mixed-integer-float", "decimal"):
            return Found(Answer.NUMBER, "Object", floating=held != "integer")
        if held == "empty":
            return Found(Answer.EMPTY, "Object")
        if held == "mixed" and all(_is_list(value) for value in self.native[column].dropna()):
            return Found(Answer.LISTING, "Object")
        return Found(Answer.OTHER, f"Object with {held} values")

    @property
    def signature(self) -> tuple[tuple[str, Found], ...]:
        """What each column is."""
        return tuple((name, self.found(name)) for name in self.schema)

    @property
    def _eager_polars(self) -> bool:
        return isinstance(self.frame, nw.DataFrame) and self.frame.implementation.is_polars()

    @property
    def computes_at_once(self) -> bool:
        """Whether each expression is computed by itself, so that what is used again has to be kept."""
        return self.pandas_like or self.frame.implementation.is_pyarrow()

    def with_values(self, values: Mapping[str, Value], kept: Mapping[str, nw.Expr]) -> Native:
        """Return the frame with a nullable Boolean column for each value, by an engine that plans for itself.

        Args:
            values: the values, by the names of their columns.
            kept: columns that the values use, and that do not stay.
        """
        columns = [
            nw.lit(value.known, dtype=nw.Boolean()).alias(name) if isinstance(value, Truth) else value.alias(name)
            for name, value in values.items()
        ]
        frame = self.frame.lazy() if kept or self._eager_polars else self.frame
        if kept:
            frame = frame.with_columns(**kept)
        made = frame.with_columns(*columns)
        if kept:
            made = made.drop(*kept)
        if self._eager_polars and isinstance(made, nw.LazyFrame):
            return made.collect(backend="polars").to_native()
        return _renamed(made.to_native(), [*self.columns, *values]) if self.spelling else made.to_native()

    def with_rules(self, rules: Mapping[str, Node], reader: Reader) -> Native:
        """Return the frame with a nullable Boolean column for each rule, what they share computed once."""
        work: Any = self.prepared(reader.read)

        def keep(_: Node, value: nw.Expr) -> nw.Expr:
            nonlocal work
            name = f"orgcrime kept {len(work.columns)}"
            work = work.with_columns(value.alias(name))
            return nw.col(name)

        values = dict(zip(rules, Plan(tuple(rules.values()), reader.leaf, keep, pairs=True).values, strict=True))
        columns = [value.alias(name) for name, value in values.items() if not isinstance(value, Truth)]
        computed = work.select(*columns) if columns else work
        return self._pandas(values, computed) if self.pandas_like else self._arrow(values, computed)

    def _arrow(self, values: Mapping[str, Value], computed: Any) -> Native:  # noqa: ANN401 - a frame of narwhals
        columns = [
            nw.lit(value.known, dtype=nw.Boolean()).alias(name) if isinstance(value, Truth) else computed[name]
            for name, value in values.items()
        ]
        return self.frame.with_columns(*columns).to_native()

    def prepared(self, read: Mapping[str, Found]) -> nw.DataFrame[Native] | nw.LazyFrame[Native]:
        """Return the columns that are read, as the library computes with unknowns."""
        names = [name for name, found in read.items() if found.answer is not Answer.EMPTY]
        if not self.pandas_like:
            return self.frame.select(*names) if names and self.computes_at_once else self.frame
        chosen = self.native[names]
        types = {name: str(chosen.dtypes[name]) for name in names}
        lists = [name for name in names if read[name].answer is Answer.LISTING]
        arrow = bool(lists) or (bool(names) and all("pyarrow" in kind for kind in types.values()))
        wished = {name: _nullable(kind, read[name], arrow=arrow) for name, kind in types.items()}
        changed: dict[str, Any] = {name: to for name, to in wished.items() if to != types[name]}
        for name in lists:
            if types[name] == "object":
                changed[name] = library("pandas").ArrowDtype(library("pyarrow").list_(library("pyarrow").string()))
        if changed:
            chosen = chosen.astype(changed)
        return wrapped(chosen)

    def _pandas(self, values: Mapping[str, Value], computed: Any) -> Native:  # noqa: ANN401 - a frame of narwhals
        """Return a pandas or Dask frame with the columns beside its own, which stay as they are."""
        made = self.native.copy(deep=False) if self.frame.implementation.is_pandas_like() else self.native
        native: Native = computed.to_native()
        results: dict[str, Native] = {}
        for name, value in values.items():
            if not isinstance(value, Truth):
                kind = str(native.dtypes[name])
                results[name] = native[name] if kind in _TRUTHS else native[name].astype("boolean")
        for name, value in values.items():
            if isinstance(value, Truth):
                results[name] = self._constant(value, made, results)
        if self.frame.implementation.is_dask():
            return made.assign(**{name: results[name] for name in values})
        for name in values:
            made[name] = results[name]
        return made

    def _constant(self, value: Truth, made: Native, results: Mapping[str, Native]) -> Native:
        """Return a column that holds one truth in every row, an unknown as a missing value."""
        if self.frame.implementation.is_dask():
            first = made[self.columns[0]] if not results else next(iter(results.values()))
            return first.map_partitions(_filled, value.known, meta=(None, "boolean"))
        return _filled(self.native, value.known)


_TRUTHS = ("boolean", "bool[pyarrow]", "boolean[pyarrow]")


def _filled(like: Native, value: bool | None) -> Native:
    """Return a pandas series of one truth, with the index of another."""
    return library("pandas").Series(value, index=like.index, dtype="boolean")


def _nullable(kind: str, found: Found, *, arrow: bool) -> str:
    """Return the pandas type that knows missing values; lists and what is so already stay."""
    if found.answer is Answer.LISTING or (arrow and "pyarrow" in kind):
        return kind
    if found.answer is Answer.YES_NO:
        return "bool[pyarrow]" if arrow else "boolean"
    whole = kind.casefold().startswith(("int", "uint"))
    if arrow:
        return "int64[pyarrow]" if whole else "double[pyarrow]"
    if "pyarrow" in kind:
        return "Int64" if whole else "Float64"
    if kind in ("object", "float16"):
        return "Float64"
    return kind.replace("uint", "UInt").replace("int", "Int").replace("UInt", "UInt") if whole else kind.title()


def _is_list(value: object) -> bool:
    return isinstance(value, (list, tuple)) and all(each is None or isinstance(each, str) for each in value)


def library(name: str) -> Any:  # noqa: ANN401 - a library that may have no types
    """Return an optional library, which is there since the caller has a frame of it.

    Raises:
        MissingExtraError: if it is not, as PyArrow beside pandas.
    """
    try:
        return importlib.import_module(name)
    except ImportError:
        raise MissingExtraError(name.partition(".")[0], "frames") from None


def wrapped(frame: Native) -> nw.DataFrame[Native] | nw.LazyFrame[Native]:
    """Return a frame as narwhals sees it, without its notice that Dask will need a package more one day."""
    if not type(frame).__module__.startswith("dask"):
        made: nw.DataFrame[Native] | nw.LazyFrame[Native] = nw.from_native(frame)
        return made
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "Dask support is moving", FutureWarning)
        made = nw.from_native(frame)
        return made  # noqa: RET504 - its type is not known where Dask is not


def opened(frame: Native) -> Opened:
    """Return a frame opened.

    Raises:
        InputError: for what is no frame, and for columns of the same name.
    """
    _unique(_names(frame))
    try:
        narwhal = wrapped(frame)
        schema = narwhal.collect_schema()
    except (TypeError, AttributeError):
        kind = f"{type(frame).__module__}.{type(frame).__name__}"
        message = f"found {kind}, needed a frame of Polars, pandas, PyArrow, DuckDB, Dask or PySpark"
        raise InputError([Fault("frame", message)]) from None
    implementation = narwhal.implementation
    spelling: dict[str, str] = {}
    if implementation.is_duckdb() or implementation.is_pyspark() or implementation.is_pyspark_connect():
        spelling = {name: f"orgcrime column {at}" for at, name in enumerate(schema) if _MARKS & set(name)}
    if spelling:
        narwhal = wrapped(_renamed(frame, [spelling.get(name, name) for name in schema]))
    return Opened(frame, narwhal, dict(schema), spelling)


_MARKS = frozenset('"`.')
"""What SQL would read as more than a letter of a name: ``group.persons`` as a part of ``group``."""


def _renamed(frame: Native, names: Sequence[str]) -> Native:
    """Return a frame of DuckDB or PySpark with other names for its columns, in their order."""
    if not hasattr(type(frame), "project"):  # pragma: no cover - run with -m spark
        return frame.toDF(*names)
    pairs = zip(map(quoted, frame.columns), map(quoted, names), strict=True)
    return frame.project(", ".join(f"{old} AS {new}" for old, new in pairs))


def quoted(name: str, mark: str = '"') -> str:
    """Return a name as SQL writes it."""
    return f"{mark}{name.replace(mark, mark * 2)}{mark}"


def _names(frame: Native) -> tuple[object, ...]:
    """Return the names of the columns of a library that lets several have the same; Polars does not."""
    if hasattr(frame, "collect_schema"):
        return ()
    return tuple(getattr(frame, "column_names", getattr(frame, "columns", ())))


def _unique(given: tuple[object, ...]) -> None:
    faults = [
        Fault(f"column {name!r}", f"stands {given.count(name)} times: rename or drop all but one")
        for name in dict.fromkeys(given)
        if given.count(name) > 1
    ]
    if faults:
        raise InputError(faults)
