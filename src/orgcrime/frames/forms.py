"""What a definition asks for, as columns: to be shown, validated, typed and filled in."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import narwhals.stable.v2 as nw

from orgcrime.catalogue import BUILT_IN, Catalogue
from orgcrime.errors import Fault, InputError
from orgcrime.frames.asked import COMPLETE, Wanted, item, wanted
from orgcrime.frames.naming import steps
from orgcrime.frames.verdicts import Put, named_steps, put
from orgcrime.frames.writing import polars, replaced
from orgcrime.law.rule import atoms, parameters
from orgcrime.law.values import FactKind
from orgcrime.outline import Outline

if TYPE_CHECKING:
    from orgcrime.law.rule import Definition

__all__ = ["Field", "Form", "schema", "template"]


@attrs.frozen(kw_only=True)
class Field:
    """A column that answers a fact, or a parameter of the legal order.

    Attributes:
        name: the name that is looked for.
        type: ``Boolean``, ``Int64``, ``Float64`` or ``List(String)``.
        label: the fact in a few words.
        question: the question that it answers.
        pinpoint: where the law asks it.
        unit: the unit of a number.
        minimum: the least number that makes sense.
        vocabulary: the values that a list may hold; empty where it is open.
        instead: the columns that can answer in its place, or beside it.
        parameter: whether it is a parameter of the legal order, which may be left out.
        note: what a reader must know.
    """

    name: str
    type: str
    label: str
    question: str
    pinpoint: str
    unit: str | None = None
    minimum: float | None = None
    vocabulary: tuple[str, ...] = ()
    instead: tuple[str, ...] = ()
    parameter: bool = False
    note: str | None = None


@attrs.frozen(kw_only=True)
class Form:
    """The columns that definitions ask for.

    Attributes:
        definitions: the ids of the definitions.
        fields: the columns, in the order of the text; parameters of the legal order last.
        verdicts: the columns that `assess` adds with ``elements=True``: each definition, and its elements below it.
    """

    definitions: tuple[str, ...]
    fields: tuple[Field, ...]
    verdicts: tuple[str, ...]

    def records(self) -> list[dict[str, object]]:
        """Return one mapping a column, for a table."""
        return [attrs.asdict(field) for field in self.fields]

    def json_schema(self) -> dict[str, object]:
        """Return the JSON Schema of a row, as NDJSON has it."""
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": ", ".join(self.definitions),
            "type": "object",
            "properties": {
                name: {"title": field.label, "description": _description(field), **_json(field, name)}
                for field in self.fields
                for name in _columns(field)
            },
        }

    def _types(self) -> nw.Schema:
        kinds = {"Boolean": nw.Boolean(), "Int64": nw.Int64(), "Float64": nw.Float64()}
        return nw.Schema(
            {
                name: kinds.get("Boolean" if name != field.name else field.type, nw.List(nw.String()))
                for field in self.fields
                for name in _columns(field)
            }
        )

    def polars(self) -> Any:  # noqa: ANN401 - the schema of an optional library
        """Return the columns as a Polars schema."""
        return self._types().to_polars()

    def arrow(self) -> Any:  # noqa: ANN401 - the schema of an optional library
        """Return the columns as a PyArrow schema."""
        return self._types().to_arrow()

    def spark(self) -> str:
        """Return the columns as Spark writes a schema, ``persons BIGINT, …``."""
        kinds = {"Boolean": "BOOLEAN", "Int64": "BIGINT", "Float64": "DOUBLE"}
        return ", ".join(
            f"`{name}` {kinds.get('Boolean' if name != field.name else field.type, 'ARRAY<STRING>')}"
            for field in self.fields
            for name in _columns(field)
        )

    def outline(self) -> Outline:
        """Return the columns as a table."""
        return Outline(
            heading=f"columns for {', '.join(self.definitions)}",
            columns=("column", "type", "asked in", "question"),
            rows=tuple((each.name, each.type, each.pinpoint, each.question) for each in self.fields),
        )

    def __str__(self) -> str:
        """Return the outline as text."""
        return self.outline().text()

    def _repr_html_(self) -> str:
        return self.outline().html()


def _columns(field: Field) -> tuple[str, ...]:
    """Return the columns of a field in a form that can hold lists."""
    return (field.name, item(field.name, COMPLETE)) if field.type.startswith("List") else (field.name,)


def _description(field: Field) -> str:
    return f"{field.question} ({field.pinpoint})"


def _json(field: Field, name: str) -> dict[str, object]:
    if field.type == "Boolean" or name != field.name:
        return {"type": ["boolean", "null"]}
    if field.type.startswith("List"):
        items = {"enum": list(field.vocabulary)} if field.vocabulary else {"type": "string"}
        return {"type": ["array", "null"], "items": items}
    return {"type": ["integer" if field.type == "Int64" else "number", "null"], "minimum": field.minimum}


def schema(definition: Put, *, catalogue: Catalogue = BUILT_IN) -> Form:
    """Return the columns that definitions ask for: names, types, questions and where the law asks them.

    Args:
        definition: a definition, the id or alias of one, or several of these.
        catalogue: where definitions are looked up; the built-in ones by default.

    Raises:
        UnknownKeyError: if no definition is known by an id.

    >>> [(each.name, each.type, each.pinpoint) for each in schema("untoc-serious-crime").fields]
    [('maximum_penalty', 'Float64', 'UNTOC art. 2(b)')]
    """
    known = put(definition, catalogue)
    places = _places(known)
    fields = [_field(asked, places[path]) for path, asked in wanted(*known).items()]
    for each in known:
        for name, rule in parameters(each).items():
            if all(field.name != name for field in fields):
                place = str(each.citation.at(rule.pinpoint))
                fields.append(
                    Field(
                        name=name,
                        type="Boolean",
                        label=name.replace("_", " "),
                        question=rule.question,
                        pinpoint=place,
                        parameter=True,
                    )
                )
    return Form(
        definitions=tuple(each.id for each in known),
        fields=tuple(fields),
        verdicts=tuple(named_steps(known, elements=True)),
    )


def _places(definitions: tuple[Definition, ...]) -> dict[str, str]:
    """Return for each fact where the law asks it: the innermost step, the first of several."""
    found: dict[str, tuple[str, str]] = {}
    for definition in definitions:
        for name, step in steps(definition).items():
            for atom in atoms(step.rule, step.about, step.prefix):
                if atom.path not in found or name.startswith(f"{found[atom.path][0]}/"):
                    found[atom.path] = name, str(step.citation)
    return {path: cited for path, (_, cited) in found.items()}


def _field(asked: Wanted, place: str) -> Field:
    fact = asked.fact
    kind = {FactKind.YES_NO: "Boolean", FactKind.LISTING: "List(String)", FactKind.PENALTY: "Float64"}.get(
        fact.kind, "Int64" if fact.whole else "Float64"
    )
    note = fact.note
    if fact.kind is FactKind.PENALTY:
        note = "; ".join(filter(None, (note, "+inf for deprivation of liberty for life and for death")))
    return Field(
        name=asked.path,
        type=kind,
        label=fact.label,
        question=fact.question,
        pinpoint=place,
        unit=fact.unit,
        minimum=fact.minimum if fact.kind in (FactKind.NUMBER, FactKind.PENALTY) else None,
        vocabulary=() if fact.vocabulary is None else tuple(each.value for each in fact.vocabulary),
        instead=asked.columns[1:],
        note=note,
    )


def template(definition: Put, path: str | Path, *, overwrite: bool = False, catalogue: Catalogue = BUILT_IN) -> Path:
    """Write an empty table to be filled in, and return where it stands.

    A CSV file cannot hold lists: it has a Boolean column for each value that the definition asks for, or a range for
    the length.

    Args:
        definition: a definition, the id or alias of one, or several of these.
        path: the file, ``.csv`` or ``.parquet``.
        overwrite: whether a file that is there may be replaced.
        catalogue: where definitions are looked up; the built-in ones by default.

    Raises:
        InputError: for another kind of file, or a file that is there already.
        MissingExtraError: if Parquet is wanted and Polars is not installed.
    """
    target = Path(path)
    known = put(definition, catalogue)
    form = schema(known, catalogue=catalogue)
    if target.suffix not in (".csv", ".parquet"):
        raise InputError([Fault(str(target), f"is {target.suffix or 'no suffix'}: expected .csv or .parquet")])
    if target.exists() and not overwrite:
        raise InputError([Fault(str(target), "is there already: choose another name, or say overwrite=True")])
    with replaced(target) as beside:
        if target.suffix == ".parquet":
            polars().DataFrame(schema=form.polars()).write_parquet(beside)
        else:
            line = io.StringIO()
            csv.writer(line, lineterminator="\n").writerow(_flat(form, wanted(*known)))
            beside.write_text(line.getvalue(), encoding="utf-8")
    return target


def _flat(form: Form, asked: dict[str, Wanted]) -> list[str]:
    names: list[str] = []
    for field in form.fields:
        if not field.type.startswith("List"):
            names.append(field.name)
            continue
        each = asked[field.name]
        names += [*each.items, item(field.name, COMPLETE)] if each.values else list(each.bounds)
    return names
