"""A neutral tree of heading, rows and children, and how it is written as plain text and as escaped HTML.

Whatever shows itself offers ``outline()``; terminals, notebooks and files are fed from it alone.
"""

from __future__ import annotations

import enum

import attrs

from orgcrime.embedding import embeddable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from attrs import AttrsInstance

__all__ = ["Outline", "described"]


@embeddable
@attrs.frozen(kw_only=True)
class Outline:
    """A heading with what stands under it.

    Attributes:
        heading: the line itself.
        mark: a word before it, as ``yes``, ``no``, ``unknown``; ``None`` for none.
        columns: the headings of the rows; empty where the rows have none.
        rows: lines of cells, shown as a table.
        children: outlines below this one.
        notes: remarks, shown last.

    >>> print(Outline(heading="serious crime", mark="yes", notes=("maximum, not minimum",)).text())
    [yes] serious crime
      maximum, not minimum
    """

    heading: str
    mark: str | None = None
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    children: tuple[Outline, ...] = ()
    notes: tuple[str, ...] = ()

    def text(self) -> str:
        """Return the outline as plain text, two spaces to a level, without a newline at the end."""
        return "\n".join(self._lines(0))

    def _lines(self, width: int) -> list[str]:
        mark = f"{f'[{self.mark}]':{width}} " if self.mark else ""
        lines = [f"{mark}{self.heading}".rstrip()]
        lines += [f"  {line}" for line in _table(self.columns, self.rows)]
        widest = max((len(child.mark) + 2 for child in self.children if child.mark), default=0)
        for child in self.children:
            lines += [f"  {line}" for line in child._lines(widest)]
        lines += [f"  {note}" for note in self.notes]
        return lines

    def html(self) -> str:
        """Return the outline as HTML: escaped, without scripts, in the colours of the page that shows it."""
        from html import escape

        mark = f"<strong>[{escape(self.mark)}]</strong> " if self.mark else ""
        parts = [f"<div>{mark}{escape(self.heading)}"]
        if self.rows:
            parts.append("<table>")
            if self.columns:
                cells = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in self.columns)
                parts.append(f"<thead><tr>{cells}</tr></thead>")
            rows = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in self.rows)
            parts.append(f"<tbody>{rows}</tbody></table>")
        items = [child.html() for child in self.children] + [f"<small>{escape(note)}</small>" for note in self.notes]
        if items:
            parts.append('<ul style="list-style: none; margin: 0; padding-left: 1.5em">')
            parts += [f"<li>{item}</li>" for item in items]
            parts.append("</ul>")
        parts.append("</div>")
        return "".join(parts)

    def _repr_html_(self) -> str:
        return self.html()


def _table(columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> list[str]:
    whole = ([columns] if columns else []) + list(rows)
    if not whole:
        return []
    lines = [line for row in whole for line in _folded(row)]
    widths = [max(len(line[at]) for line in lines if at < len(line)) for at in range(max(map(len, lines)))]
    return ["  ".join(f"{cell:{widths[at]}}" for at, cell in enumerate(line)).rstrip() for line in lines]


_WIDEST = 100
"""Letters of a cell that another stands beside: a longer one would push that out of sight."""


def _folded(row: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return a row as one line, or as several where a cell before the last is too wide for one."""
    if all(len(cell) <= _WIDEST for cell in row[:-1]):
        return [row]
    import textwrap

    last = [row[-1]] if len(row[-1]) <= _WIDEST else textwrap.wrap(row[-1], _WIDEST, break_on_hyphens=False)
    cells = [textwrap.wrap(cell, _WIDEST, break_on_hyphens=False) for cell in row[:-1]] + [last]
    return [tuple(cell[at] if at < len(cell) else "" for cell in cells) for at in range(max(map(len, cells)))]


def described(record: AttrsInstance, heading: str) -> Outline:
    """Return a record as an outline: its attributes as rows, the records within it as tables below.

    What is not known is left out.
    """
    rows, children = [], []
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        label = field.name.replace("_", " ")
        if value is None or value in ((), "") or not field.repr:
            continue
        if isinstance(value, tuple) and attrs.has(type(value[0])) and _alike(value) and not _says_itself(value[0]):
            children.append(_tabled(label, value))
        elif isinstance(value, tuple):
            rows += [(label if at == 0 else "", _word(each)) for at, each in enumerate(value)]
        elif attrs.has(type(value)) and not _says_itself(value):
            children.append(described(value, label))
        else:
            rows.append((label, _word(value)))
    return Outline(heading=heading, rows=tuple(rows), children=tuple(children))


def _alike(values: tuple[object, ...]) -> bool:
    return len(set(map(type, values))) == 1


def _says_itself(value: object) -> bool:
    return type(value).__str__ is not object.__str__


def _word(value: Any) -> str:
    if isinstance(value, enum.Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if attrs.has(type(value)) and not _says_itself(value):
        parts = (_word(getattr(value, field.name)) for field in attrs.fields(type(value)))
        return " ".join(part for part in parts if part)
    if isinstance(value, tuple):
        return ", ".join(map(_word, value))
    return "" if value is None else str(value)


def _tabled(label: str, values: tuple[Any, ...]) -> Outline:
    fields = [field.name for field in attrs.fields(type(values[0])) if field.repr]
    cells = [tuple(_word(getattr(value, name)) for name in fields) for value in values]
    filled = [at for at in range(len(fields)) if any(row[at] for row in cells)]
    return Outline(
        heading=label,
        columns=tuple(fields[at].replace("_", " ") for at in filled),
        rows=tuple(tuple(row[at] for at in filled) for row in cells),
    )
