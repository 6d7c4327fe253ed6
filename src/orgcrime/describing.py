"""What a record shows of itself; how it is written out is loaded when it is shown."""

from __future__ import annotations

from typing import Any

import attrs

__all__ = ["Described"]


class Described:
    """What shows itself in a notebook as the table of its attributes, and at a prompt in a line.

    The line is written here for all, since attrs would compile one for each class when the class is imported.

    >>> from orgcrime import Group
    >>> Group(persons=3)._repr_html_()
    '<div>Group<table><tbody><tr><td>persons</td><td>3</td></tr></tbody></table></div>'
    """

    __slots__ = ()

    def __repr__(self) -> str:
        """Return the kind, the id and the title of a record; a part of a record shows all its fields instead."""
        kind: Any = type(self)
        if hasattr(self, "id"):
            name = getattr(self, "title", None) or getattr(self, "name", "")
            return f"<{kind.__name__} {self.id}: {name}>"
        fields = (f"{field.name}={getattr(self, field.name)!r}" for field in attrs.fields(kind) if field.repr)
        return f"{kind.__name__}({', '.join(fields)})"

    def _repr_html_(self) -> str:
        from orgcrime.outline import described

        heading = getattr(self, "name", None) or getattr(self, "title", None) or type(self).__name__
        return described(self, str(heading)).html()  # type: ignore[arg-type] # a record of attrs
