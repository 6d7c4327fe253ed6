"""What an export comes to: the data, the text, what was matched and what has no counterpart."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import attrs

from orgcrime.embedding import embeddable
from orgcrime.errors import Fault, InputError
from orgcrime.model.taxonomy import Relation
from orgcrime.outline import Outline

__all__ = ["BASE", "Export", "Matched", "Without", "address", "as_json", "as_lines", "checked_base", "uuid_of", "web"]

BASE = "urn:orgcrime:"
"""The base of the addresses that an export gives to records, unless the caller has one of their own."""

_SCHEMES = ("http", "https", "info", "tag", "urn")
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


@attrs.frozen(kw_only=True)
class Matched:
    """A term of the other system that answers to an entry.

    Attributes:
        id: the id of the entry.
        term: the term of the other system.
        relation: read *the entry (relation) the term*.
        notes: why, or what a reader must know.
    """

    id: str
    term: str
    relation: Relation
    notes: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Without:
    """Something that the other system has no counterpart for.

    Attributes:
        id: the id of the record or entry.
        what: what about it is without: ``entry`` for the whole, else the field.
        reason: why.
    """

    id: str
    what: str
    reason: str


def as_json(data: object) -> str:
    """Return data as JSON with a newline at its end."""
    return json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def as_lines(data: object) -> str:
    """Return a list as JSON, one item a line."""
    items = data if isinstance(data, list) else [data]
    return "".join(json.dumps(each, ensure_ascii=False, allow_nan=False) + "\n" for each in items)


@embeddable
@attrs.frozen(kw_only=True)
class Export:
    """A list or a registry in the form of another system.

    Attributes:
        format: the form.
        subject: what was exported: the id of a list, or ``crimes``, ``bodies``, ``instruments``, ``crosswalks``.
        data: the export as plain objects, lists, texts and numbers.
        matches: the terms of the other system that answer to entries, with the relation.
        without: everything that the other system has no counterpart for, with the reason: nothing is dropped unsaid.
    """

    format: str
    subject: str
    data: Any = attrs.field(hash=False, repr=False)
    matches: tuple[Matched, ...] = attrs.field(default=(), repr=False)
    without: tuple[Without, ...] = attrs.field(default=(), repr=False)
    _writer: Callable[[Any], str] = attrs.field(default=as_json, alias="writer", repr=False, eq=False)

    def text(self) -> str:
        """Return the export as the other system reads it."""
        return self._writer(self.data)

    def plain(self) -> dict[str, Any]:
        """Return the export and what is said of it, as JSON has it."""
        return {
            "format": self.format,
            "subject": self.subject,
            "data": self.data,
            "matches": [attrs.asdict(each) | {"relation": each.relation.value} for each in self.matches],
            "without": [attrs.asdict(each) for each in self.without],
        }

    def outline(self) -> Outline:
        """Return what was matched and what has no counterpart."""
        children = []
        if self.matches:
            rows = tuple((each.id, each.relation.value, each.term) for each in self.matches)
            children.append(Outline(heading="matched", columns=("entry", "relation", "term"), rows=rows))
        if self.without:
            rows = tuple((each.id, each.what, each.reason) for each in self.without)
            children.append(Outline(heading="no counterpart", columns=("id", "what", "reason"), rows=rows))
        return Outline(heading=f"{self.subject} as {self.format}", children=tuple(children))

    def __str__(self) -> str:
        """Return the outline as text."""
        return self.outline().text()

    def _repr_html_(self) -> str:
        return self.outline().html()


def checked_base(base: str) -> str:
    """Return a base of addresses, which ends so that a name can follow.

    Raises:
        InputError: for what is no absolute address of a known scheme, or has signs that an address cannot have.
    """
    scheme, _, rest = str(base).partition(":")
    if scheme not in _SCHEMES or not rest or quote(rest, safe=":/?#[]@!$&'()*+,;=-._~%") != rest:
        reason = f"{base!r} is no base of addresses: expected a text such as {BASE!r} or 'https://example.org/crime/'"
        raise InputError([Fault("base", reason)])
    return base if base.endswith((":", "/", "#")) else f"{base}/"


def address(base: str, *parts: str) -> str:
    """Return the address of a record: the base and the parts, each written so that any text can stand in it.

    >>> address("urn:orgcrime:", "list", "misp", 'dark-web:topic="finance"')
    'urn:orgcrime:list:misp:dark-web%3Atopic%3D%22finance%22'
    """
    between = ":" if base.startswith("urn:") else "/"
    return base + between.join(quote(part, safe="") for part in parts)


def uuid_of(base: str, *parts: str) -> str:
    """Return the UUID of a record: always the same, made from its address (version 5, in the namespace of URLs).

    >>> uuid_of("urn:orgcrime:", "list", "fatf")
    '1b26928e-0b3a-50f2-b9f6-47ba9d46dcba'
    """
    return str(uuid.uuid5(uuid.NAMESPACE_URL, address(base, *parts)))


def web(text: str | None) -> str | None:
    """Return an address of the web, or ``None`` for a text that is none, such as a path in a repository.

    >>> web("https://www.unodc.org/unodc/en/treaties/CTOC/signatures.html")
    'https://www.unodc.org/unodc/en/treaties/CTOC/signatures.html'
    >>> web("untreaties: 18-12.csv") is None
    True
    """
    return text if text is not None and _WEB.fullmatch(text) else None
