"""The hook by which pydantic takes a class as the type of a field.

It is data on the class: nothing is imported for it until pydantic itself calls it.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    T = TypeVar("T")

__all__ = ["embeddable"]


def embeddable(kind: "type[T]") -> "type[T]":
    """Make a class known to pydantic, which reads and writes it as `orgcrime.from_json` and `orgcrime.to_json` do."""
    hooks: dict[str, object] = {"core": classmethod(_core), "json": classmethod(_json)}
    for name, hook in hooks.items():
        setattr(kind, f"__get_pydantic_{name}_schema__", hook)
    return kind


def _core(kind: "type[Any]", _source: object, _handler: object) -> object:
    made: object = _fields().core_schema(kind)
    return made


def _json(kind: "type[Any]", _core_schema: object, _handler: object) -> object:
    made: object = _fields().inlined_schema(kind)
    return made


def _fields() -> "Any":  # noqa: ANN401 - a module
    # A room far above, needed only where pydantic is: an import that is written out would load it for everybody.
    return __import__("orgcrime.fields", fromlist=("_",))
