"""Statements about addresses, gathered once and written as Turtle or as JSON-LD."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

import attrs

__all__ = ["PREFIXES", "Graph", "Literal", "turtle"]

PREFIXES: dict[str, str] = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The vocabularies used, by the prefix under which a term of them is written."""

_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_SPECIAL = re.compile(r'[\\"\n\r\t\x00-\x1f]')


@attrs.frozen
class Literal:
    """A text, in a language or of a type, or neither.

    Attributes:
        text: the text.
        language: its language, as BCP 47 writes it.
        type: the type, as ``xsd:date``.
    """

    text: str
    language: str | None = None
    type: str | None = None


class Graph:
    """Statements: a subject, a property and a value, each once and in the order in which they were made."""

    def __init__(self) -> None:
        """Make an empty one."""
        self._nodes: dict[str, dict[str, dict[str | Literal, None]]] = {}

    def add(self, subject: str, property_: str, *values: str | Literal | None) -> None:
        """Add a statement for each value.

        Args:
            subject: an address.
            property_: a property with its prefix, as ``skos:prefLabel``; ``rdf:type`` for the class.
            values: addresses, terms with their prefix, or literals; ``None`` is left out.
        """
        known = [value for value in values if value is not None]
        if known:
            self._nodes.setdefault(subject, {}).setdefault(property_, {}).update(dict.fromkeys(known))

    def data(self) -> dict[str, Any]:
        """Return the statements as JSON-LD, which needs no other file."""
        used = {word.partition(":")[0] for word in self._words()}
        return {
            "@context": {prefix: full for prefix, full in PREFIXES.items() if prefix in used},
            "@graph": [_node(subject, properties) for subject, properties in self._nodes.items()],
        }

    def _words(self) -> list[str]:
        found = []
        for properties in self._nodes.values():
            for name, values in properties.items():
                found.append(name)
                for value in values:
                    if isinstance(value, str):
                        found.append(value)
                    elif value.type is not None:
                        found.append(value.type)
        return found


def _node(subject: str, properties: dict[str, dict[str | Literal, None]]) -> dict[str, Any]:
    node: dict[str, Any] = {"@id": _clean(subject)}
    for name, values in properties.items():
        node["@type" if name == "rdf:type" else name] = [
            value if name == "rdf:type" else _value(value) for value in values
        ]
    return node


def _value(value: str | Literal) -> dict[str, str]:
    if isinstance(value, str):
        return {"@id": _clean(value)}
    made = {"@value": value.text}
    if value.language is not None:
        made["@language"] = value.language
    elif value.type is not None:
        made["@type"] = value.type
    return made


def _clean(word: str) -> str:
    """Return an address without signs that an address cannot have."""
    return quote(word, safe=":/?#[]@!$&'()*+,;=-._~%")


def turtle(data: dict[str, Any]) -> str:
    """Return JSON-LD, as `Graph.data` makes it, as Turtle."""
    lines = [f"@prefix {prefix}: <{full}> ." for prefix, full in data["@context"].items()]
    for node in data["@graph"]:
        parts = []
        for name, values in node.items():
            if name == "@type":
                parts.append(f"a {', '.join(values)}")
            elif name != "@id":
                parts.append(f"{name} {', '.join(_written(value, data['@context']) for value in values)}")
        lines += ["", f"<{node['@id']}> " + " ;\n    ".join(parts) + " ."]
    return "\n".join(lines) + "\n"


def _written(value: dict[str, str], prefixes: dict[str, str]) -> str:
    if "@id" in value:
        known = value["@id"].partition(":")[0] in prefixes
        return value["@id"] if known else f"<{value['@id']}>"
    text = '"' + _SPECIAL.sub(lambda found: _ESCAPES.get(found[0], f"\\u{ord(found[0]):04X}"), value["@value"]) + '"'
    if "@language" in value:
        return f"{text}@{value['@language']}"
    return f"{text}^^{value['@type']}" if "@type" in value else text
