"""Releases of the data: what has changed from one to another, and how the library and a datum of it are cited."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

import orgcrime
from orgcrime.catalogue import BUILT_IN
from orgcrime.embedding import embeddable
from orgcrime.errors import Fault, InputError, UnknownKeyError, shown
from orgcrime.outline import Outline

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable, Iterator, Mapping

    from orgcrime.catalogue import Catalogue
    from orgcrime.model.source import Source

__all__ = ["STYLES", "Change", "DataDiff", "data_diff", "how_to_cite"]

STYLES: tuple[str, ...] = ("bibtex", "csl-json")
"""The styles of a citation."""

_LARGEST = 64 * 1024 * 1024
_VERSION = re.compile(rb'^data_version(?:: str)? = "([^"\n]+)"', re.MULTILINE)
_KEYS: dict[str, tuple[str, ...]] = {
    "crosswalk/": ("source", "source_entry", "target", "target_entry"),
    "participation/": ("participant", "instrument", "act"),
    "": (),
}
"""The columns that tell the rows of a table apart, by the start of its name; where none is known, the first column."""


@attrs.frozen(kw_only=True)
class Change:
    """A difference between two releases.

    Attributes:
        kind: ``added``, ``removed`` or ``changed``.
        file: the data file.
        record: the id of the record, or what tells the row apart; ``None`` for a whole file.
        field: the field that differs; ``None`` for a whole record.
        before: what it was, as JSON; ``None`` where it was not there.
        after: what it is, as JSON; ``None`` where it is not there any more.
    """

    kind: str
    file: str
    record: str | None = None
    field: str | None = None
    before: str | None = None
    after: str | None = None


@embeddable
@attrs.frozen(kw_only=True)
class DataDiff:
    """What has changed from one release of the data to another.

    Attributes:
        old: the version of the older data; ``None`` where it does not say.
        new: the version of the newer data.
        changes: every difference, by file and record.
    """

    old: str | None
    new: str | None
    changes: tuple[Change, ...]

    def __len__(self) -> int:
        """Return the number of differences."""
        return len(self.changes)

    def outline(self) -> Outline:
        """Return the differences as a table."""
        rows = tuple(
            (each.kind, each.file, each.record or "", each.field or "", each.before or "", each.after or "")
            for each in self.changes
        )
        return Outline(
            heading=f"data {self.old or 'of an unknown version'} → {self.new or 'of an unknown version'}: "
            f"{len(rows)} differences",
            columns=("kind", "file", "record", "field", "before", "after") if rows else (),
            rows=rows,
        )

    def __str__(self) -> str:
        """Return the outline as text."""
        return self.outline().text()

    def _repr_html_(self) -> str:
        return self.outline().html()


def data_diff(old: str | os.PathLike[str], new: str | os.PathLike[str]) -> DataDiff:
    """Return what has changed from one release of the data to another.

    Args:
        old: the older release: a wheel of the library, an installed or unpacked package, or its folder of data files.
        new: the newer release, likewise.

    Raises:
        InputError: for what is no wheel and no folder with data files, and for a file that cannot be read.

    >>> from orgcrime.reading import DATA
    >>> len(data_diff(DATA, DATA))
    0
    """
    (before, was), (after, now) = _release(old), _release(new)
    changes: list[Change] = []
    for file in sorted(before.keys() | after.keys()):
        if file not in after:
            changes.append(Change(kind="removed", file=file))
        elif file not in before:
            changes.append(Change(kind="added", file=file))
        elif before[file] != after[file]:
            changes += _records_changed(file, _keyed(file, before[file]), _keyed(file, after[file]))
    return DataDiff(old=was, new=now, changes=tuple(changes))


def _records_changed(file: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    for key in (*before, *(key for key in after if key not in before)):
        if key not in after:
            yield Change(kind="removed", file=file, record=key, before=_json(before[key]))
        elif key not in before:
            yield Change(kind="added", file=file, record=key, after=_json(after[key]))
        elif before[key] != after[key]:
            was, now = before[key], after[key]
            if not isinstance(was, dict) or not isinstance(now, dict):
                yield Change(kind="changed", file=file, record=key, before=_json(was), after=_json(now))
                continue
            for field in (*was, *(name for name in now if name not in was)):
                if was.get(field) != now.get(field):
                    kind = "added" if field not in was else "removed" if field not in now else "changed"
                    ends = (_json(each[field]) if field in each else None for each in (was, now))
                    yield Change(kind=kind, file=file, record=key, field=field, before=next(ends), after=next(ends))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _release(given: str | os.PathLike[str]) -> tuple[dict[str, bytes], str | None]:
    """Return the data files of a release by their name, and its version."""
    path = Path(given)
    files = _in_wheel(path) if path.is_file() else _in_folder(path)
    data = {name.removeprefix("data/"): held for name, held in files.items() if name.startswith("data/")}
    data = {name: held for name, held in data.items() if name.endswith((".json", ".csv"))}
    if not data:
        raise InputError([Fault(str(path), "is neither a wheel of the library nor a folder with its data files")])
    version = _VERSION.search(files.get("__init__.py", b""))
    return data, version[1].decode("utf-8", "replace") if version else None


def _in_wheel(path: Path) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(path) as wheel:
            inside = [each for each in wheel.infolist() if each.filename.startswith("orgcrime/")]
            large = [each.filename for each in inside if each.file_size > _LARGEST]
            if large:
                raise InputError([Fault(f"{path}: {name}", "is larger than 64 MiB") for name in large])
            return {each.filename.removeprefix("orgcrime/"): wheel.read(each) for each in inside if _wanted(each)}
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise InputError([Fault(str(path), f"is no wheel that can be read: {error}")]) from None


def _wanted(member: zipfile.ZipInfo) -> bool:
    return member.filename.startswith("orgcrime/data/") or member.filename == "orgcrime/__init__.py"


def _in_folder(path: Path) -> dict[str, bytes]:
    """Return the files of a folder of data, of a package, or of a folder that holds a package."""
    for data in (path / "orgcrime" / "data", path / "data", path):
        if (data / "instruments.json").is_file():
            inside = (each for each in sorted(data.rglob("*")) if each.is_file())
            found = {f"data/{each.relative_to(data).as_posix()}": each.read_bytes() for each in inside}
            first = data.parent / "__init__.py"
            return found | ({"__init__.py": first.read_bytes()} if first.is_file() else {})
    return {}


def _keyed(file: str, held: bytes) -> dict[str, Any]:
    """Return the records or rows of a data file by what tells them apart; the second of a kind bears a number."""
    if file.endswith(".csv"):
        try:
            rows = list(csv.DictReader(io.StringIO(held.decode("utf-8"), newline="")))
        except (UnicodeDecodeError, csv.Error) as error:
            raise InputError([Fault(file, f"is no table that can be read: {error}")]) from None
        columns = next(columns for start, columns in _KEYS.items() if file.startswith(start))
        return _numbered((_row_key(row, columns), dict(row)) for row in rows)
    from orgcrime.serial import read_json

    raw = read_json(held, file)
    if isinstance(raw, list):
        return _numbered((_id(each), each) for each in raw)
    if not isinstance(raw, dict):
        return {"": raw}
    entries = raw.pop("entries", [])
    own = str(raw.get("id", ""))
    return {own: raw} | _numbered((f"{own}/{_id(each)}", each) for each in entries)


def _id(record: object) -> str:
    if isinstance(record, dict):
        named = record.get("id") or "/".join(
            str(record[name]) for name in ("instrument", "participant") if name in record
        )
        return str(named or next(iter(record.values()), ""))
    return str(record)


def _row_key(row: Mapping[str, str], columns: Iterable[str]) -> str:
    known = [row[column] for column in columns if row.get(column)]
    return "/".join(known) if known else str(next(iter(row.values()), ""))


def _numbered(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        number, name = 1, key
        while name in found:
            number += 1
            name = f"{key} ({number})"
        found[name] = value
    return found


def how_to_cite(record: object = None, style: str = "bibtex", *, catalogue: Catalogue = BUILT_IN) -> str:
    """Return how to cite the library with its data, a datum of it, or a source.

    A datum is cited as a part of the data of this version, and its sources are named in the note: who relies on the
    datum cites these too, each by itself.

    Args:
        record: what to cite: any record of the library, or ``None`` for the library with its data.
        style: ``bibtex``, or ``csl-json``, which reference managers read.
        catalogue: where the sources are; the built-in data by default.

    Raises:
        UnknownKeyError: if there is no such style.
        InputError: for what is no record.

    >>> import orgcrime as oc
    >>> print(how_to_cite(oc.instruments["UNTOC"]))
    @misc{orgcrime-untoc...,
      title = {{United Nations Convention against Transnational Organized Crime: data on the instrument untoc}},
    ...
    """
    if style not in STYLES:
        raise UnknownKeyError("style of citation", style, STYLES, few=True)
    item = _item(record, catalogue)
    if style == "csl-json":
        return json.dumps([{name: value for name, value in item.items() if value}], indent=2, ensure_ascii=False) + "\n"
    return _bibtex(item)


def _item(record: object, catalogue: Catalogue) -> dict[str, Any]:
    """Return a citation as CSL has it."""
    from orgcrime.model.source import Source

    if isinstance(record, Source):
        return _source_item(record)
    data, version = orgcrime.data_version, orgcrime.__version__
    whole = {
        "title": "orgcrime: the international law against organised crime as a Python library",
        "author": [{"literal": "The orgcrime maintainers"}],
        "issued": _days(data),
    }
    if record is None:
        own = {"id": f"orgcrime-{version}", "type": "software", "version": version, "note": f"Data of {data}."}
        return own | whole
    key = getattr(record, "id", None)
    if not attrs.has(type(record)) or not isinstance(key, str):
        raise InputError([Fault("record", f"{shown(record)} is no record: expected one of a registry, or None")])
    title = getattr(record, "title", None) or getattr(record, "name", None)
    kind = "".join(f" {each.lower()}" if each.isupper() else each for each in type(record).__name__).strip()
    about = f"Data on the {kind} {key}"
    return {
        "id": f"orgcrime-{re.sub('[^A-Za-z0-9.-]+', '-', key)}-{data}",
        "type": "dataset",
        "title": about if title is None else f"{title}: {about[0].lower()}{about[1:]}",
        "author": whole["author"],
        "container-title": whole["title"],
        "version": f"{version}, data of {data}",
        "issued": whole["issued"],
        "note": _read_in(record, catalogue),
    }


def _source_item(source: Source) -> dict[str, Any]:
    return {
        "id": f"orgcrime-source-{source.id}",
        "type": "document" if source.address is None else "webpage",
        "title": source.title,
        "publisher": source.publisher,
        "URL": source.address,
        "issued": None if source.as_of is None else _days(source.as_of.isoformat()),
        "accessed": None if source.retrieved is None else _days(source.retrieved.isoformat()),
        "note": source.note,
    }


def _days(text: str) -> dict[str, list[list[int]]] | None:
    """Return a day, a month or a year as CSL has it; ``None`` for what is known by other bounds."""
    if text.startswith("["):
        return None
    return {"date-parts": [[int(part) for part in text.split("-")]]}


def _read_in(record: object, catalogue: Catalogue) -> str:
    """Return the sources of a record in a sentence."""
    references = getattr(record, "sources", None)
    if references is None:
        references = [key for act in getattr(record, "acts", ()) for key in act.sources]
    keys = dict.fromkeys(each if isinstance(each, str) else each.source for each in references)
    known = (catalogue.sources[key] for key in keys)
    titles = [f"{each.title} ({each.publisher}{f', {each.address}' if each.address else ''})" for each in known]
    return f"Read in: {'; '.join(titles)}." if titles else "No source is recorded."


_SPECIAL = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


def _tex(text: str) -> str:
    return "".join(_SPECIAL.get(sign, f"\\{sign}" if sign in "&%$#_{}" else sign) for sign in text)


def _bibtex(item: Mapping[str, Any]) -> str:
    """Return a citation of CSL as an entry of BibTeX."""
    day = (item.get("issued") or {"date-parts": [[]]})["date-parts"][0]
    read = (item.get("accessed") or {"date-parts": [[]]})["date-parts"][0]
    fields = {
        "title": f"{{{_tex(item['title'])}}}",
        "author": f"{{{item['author'][0]['literal']}}}" if item.get("author") else "",
        "year": f"{day[0]}" if day else "",
        "month": str(day[1]) if len(day) > 1 else "",
        "howpublished": _tex(item.get("container-title", "")),
        "publisher": _tex(item.get("publisher", "")),
        "version": item.get("version", ""),
        "url": _tex(item.get("URL") or ""),
        "urldate": "-".join(f"{part:02d}" for part in read),
        "note": _tex(item.get("note") or ""),
    }
    kind = "software" if item["type"] == "software" else "misc"
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join((f"@{kind}{{{item['id']},", *lines, "}")) + "\n"
