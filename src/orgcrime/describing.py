"""What a record shows of itself; how it is written out is loaded when it is shown."""

__all__ = ["Described"]


class Described:
    """What shows itself in a notebook as the table of its attributes.

    >>> from orgcrime import Group
    >>> Group(persons=3)._repr_html_()
    '<div>Group<table><tbody><tr><td>persons</td><td>3</td></tr></tbody></table></div>'
    """

    __slots__ = ()

    def __repr__(self) -> str:
        """Return the kind, the id and the title of a record; a class with few fields shows them all instead."""
        name = getattr(self, "title", None) or getattr(self, "name", "")
        return f"<{type(self).__name__} {getattr(self, 'id', '')}: {name}>"

    def _repr_html_(self) -> str:
        from orgcrime.outline import described

        heading = getattr(self, "name", None) or getattr(self, "title", None) or type(self).__name__
        return described(self, str(heading)).html()  # type: ignore[arg-type] # a record of attrs
