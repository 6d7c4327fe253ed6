"""Classes and ids of this library as fields of pydantic models, and so of FastAPI's.

Facts, records and answers are field types as they stand, and are written out in full. A record that is named is
``Annotated[str, Named("instruments")]``, which becomes its id, or ``Annotated[Instrument, Named("instruments")]``,
which becomes the record. A class of one's own that holds any of them is ``Annotated[File, Written()]``.
"""

from __future__ import annotations

import contextlib
import functools
import re
from typing import TYPE_CHECKING, Any, TypeAlias

from orgcrime.catalogue import BUILT_IN, REGISTRIES, Catalogue, named
from orgcrime.errors import Fault, InputError, OrgCrimeError, did_you_mean, shown
from orgcrime.schema import json_schema
from orgcrime.serial import from_plain, plain

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Named", "Written", "core_schema", "inlined_schema", "place"]

Core: TypeAlias = Any
"""A schema of pydantic's core, which is a plain dictionary."""
Given: TypeAlias = Any
"""What pydantic passes on: a value of JSON, or an object that is there already."""


_HOOK = "__get_pydantic_core_schema__"


class Written:
    """A field that holds an object of a class that pydantic does not know, as `orgcrime.to_json` writes it.

    It reads a day as strictly as the library does: no moment, no number.

    >>> import datetime as dt
    >>> from typing import Annotated
    >>> from pydantic import BaseModel
    >>> class Asked(BaseModel):
    ...     on: Annotated[dt.date, Written()]
    >>> Asked.model_validate({"on": "2019-07-01"}).on
    datetime.date(2019, 7, 1)
    """

    def __get_pydantic_core_schema__(self, source: type[Any], handler: Callable[[Core], Core]) -> Core:
        """Return how pydantic reads and writes the field."""
        self._kind = source
        return handler(source) if hasattr(source, _HOOK) else core_schema(source)

    def __get_pydantic_json_schema__(self, core: Core, handler: Callable[[Core], dict[str, Any]]) -> dict[str, Any]:
        """Return the JSON Schema of the field."""
        return handler(core) if hasattr(self._kind, _HOOK) else inlined_schema(self._kind)


class Named:
    """A field that names a record, by its id, a name or a code, and is written as the id.

    Args:
        registry: where the record is, as ``instruments`` or ``participants``.
        catalogue: where that registry is; the built-in data by default.

    Raises:
        InputError: if there is no such registry.

    >>> from typing import Annotated
    >>> from pydantic import BaseModel
    >>> class Question(BaseModel):
    ...     state: Annotated[str, Named("participants")]
    >>> Question(state="France").state
    'fr'
    """

    def __init__(self, registry: str, *, catalogue: Catalogue = BUILT_IN) -> None:
        if registry not in REGISTRIES:
            said = f"{shown(registry)} is not a registry.{did_you_mean(registry, REGISTRIES)}"
            raise InputError([Fault("registry", said)])
        self._registry = registry
        self._catalogue = catalogue

    def __get_pydantic_core_schema__(self, source: type[Any], handler: object) -> Core:
        """Return how pydantic reads and writes the field."""

        def found(value: Given) -> object:
            record = named(getattr(self._catalogue, self._registry), value)
            return record.id if source is str else record

        return _plain_function(functools.partial(_tried, found), lambda value: getattr(value, "id", value))

    def __get_pydantic_json_schema__(self, core: Core, handler: object) -> dict[str, Any]:
        """Return the JSON Schema of the field, as it is read or as it is written."""
        known = list(getattr(self._catalogue, self._registry))
        one = self._registry.removesuffix("s")
        written = getattr(handler, "mode", None) == "serialization"
        said = f"The id of one of the {self._registry}."
        if not written:
            said = f"One of the {self._registry}, by its id, a name or a code."
        return {"type": "string", "title": one, "description": said, "examples": known[:3]}


def core_schema(kind: type[Any]) -> Core:
    """Return how pydantic reads and writes a class: as `orgcrime.from_json` and `orgcrime.to_json` do."""

    def read(value: Given) -> object:
        return value if isinstance(value, kind) else from_plain(value, kind)

    made = _plain_function(functools.partial(_tried, read), plain)
    return made | {"ref": f"{kind.__module__}.{kind.__qualname__}:{id(kind)}"}


def _plain_function(read: Callable[[Given], object], write: Callable[[Given], object]) -> Core:
    return {
        "type": "function-plain",
        "function": {"type": "no-info", "function": read},
        "serialization": {"type": "function-plain", "function": write, "when_used": "json"},
    }


def _tried(read: Callable[[Given], object], value: Given) -> object:
    """Return what a value is read as; an error of ours becomes one of pydantic's for every fault."""
    try:
        return read(value)
    except OrgCrimeError as error:
        faults = error.faults if isinstance(error, InputError) else (Fault("", str(error)),)
    from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

    raise ValidationError.from_exception_data(
        "orgcrime",
        [
            InitErrorDetails(
                type=PydanticCustomError("orgcrime", "{reason}", {"reason": _clean(fault.message)}),
                loc=(steps := place(fault.path)),
                input=_at(value, steps),
            )
            for fault in faults
        ],
    )


def _clean(text: str) -> str:
    """Return a text that UTF-8 can write."""
    return text.encode("utf-8", "backslashreplace").decode()


def place(path: str) -> tuple[str | int, ...]:
    """Return the place of a fault step by step, as pydantic says it.

    >>> place("articles[1].heading")
    ('articles', 1, 'heading')
    """
    steps = re.findall(r"\[(\d+)\]|([^.\[\]]+)", _clean(path))
    return tuple(int(number) if number else name for number, name in steps)


def _at(value: Given, steps: tuple[str | int, ...]) -> object:
    """Return what stands at a place, or the nearest that there is."""
    for step in steps:
        with contextlib.suppress(LookupError, TypeError):
            value = value[step]
    return value


def inlined_schema(kind: type[Any]) -> dict[str, Any]:
    """Return the JSON Schema of a class without references, for a document that has its own.

    Where a rule stands within a rule, or a step within a step, it is described as any object; so are the facts of a
    finding, which depend on its definition.
    """
    made = json_schema(kind)
    parts = made.pop("$defs", {})
    for name in ("$schema", "allOf"):
        made.pop(name, None)
    found: dict[str, Any] = _inlined(made, parts, ())
    return found


def _inlined(schema: Given, parts: dict[str, Any], within: tuple[str, ...]) -> Given:
    if isinstance(schema, list):
        return [_inlined(each, parts, within) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/")
        more = {key: value for key, value in schema.items() if key != "$ref"}
        if name in within:
            return {"type": "object", "title": name, **more}
        return _inlined(parts[name], parts, (*within, name)) | more
    return {key: _inlined(value, parts, within) for key, value in schema.items()}
