"""Lists of crimes, bodies and instruments in the forms of other systems: SKOS, STIX, MISP, FollowTheMoney.

The exports are plain texts and plain objects; no library of the other system is needed. What it has no counterpart
for is said in the result, and never dropped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgcrime.catalogue import BUILT_IN, named
from orgcrime.crosswalks import HUB, hub
from orgcrime.errors import UnknownKeyError
from orgcrime.interop import ftm, legislation, misp, skos, stix
from orgcrime.interop.graph import Graph, turtle
from orgcrime.interop.result import BASE, Export, Matched, Without, as_json, checked_base

if TYPE_CHECKING:
    import datetime as dt

    from orgcrime.catalogue import Catalogue
    from orgcrime.model.taxonomy import Match, Taxonomy

__all__ = ["BASE", "FORMATS", "SUBJECTS", "Export", "Matched", "Without", "export"]

FORMATS: dict[str, tuple[str, ...]] = {
    "skos": ("crosswalks", "instruments"),
    "json-ld": ("crosswalks", "instruments"),
    "stix": ("bodies", "instruments"),
    "misp": (),
    "misp-galaxy": (),
    "misp-cluster": (),
    "ftm": ("bodies",),
}
"""The forms, each with what it takes beside lists and the hub."""

SUBJECTS: tuple[str, ...] = (HUB, "bodies", "crosswalks", "instruments")
"""What can be exported beside a list."""


def export(
    subject: Taxonomy | str,
    format: str,  # noqa: A002 - the word of the command line
    *,
    base: str = BASE,
    on: dt.date | str | None = None,
    catalogue: Catalogue = BUILT_IN,
) -> Export:
    """Return a list of crimes, or another part of the catalogue, in the form of another system.

    Args:
        subject: a list or a key of one; ``crimes`` for the hub; ``crosswalks`` for all matches; ``instruments``;
            ``bodies``.
        format: ``skos`` (Turtle), ``json-ld``, ``stix``, ``misp``, ``misp-galaxy``, ``misp-cluster`` or ``ftm``.
        base: the base of the addresses and of the ids made from them. To publish an export, give one of your own.
        on: the day for which a list is taken; ``None`` for every entry that it has had.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if no form or no list is known by the key, or the form does not take the subject.
        InputError: if the base is no base of addresses, or MISP does not take the list.
        DateError: if ``on`` is not a day.

    >>> found = export("fatf", "skos")
    >>> print(found.text().splitlines()[0])
    @prefix dc: <http://purl.org/dc/elements/1.1/> .
    >>> found.without
    ()
    """
    if format not in FORMATS:
        raise UnknownKeyError("format", format, FORMATS, few=True)
    base = checked_base(base)
    if isinstance(subject, str) and subject != HUB and subject in SUBJECTS:
        if subject not in FORMATS[format]:
            raise UnknownKeyError(f"subject of {format}", subject, hint=_takes(format))
        return _other(subject, format, base, catalogue)
    of: Taxonomy = hub(catalogue.crimes.values()) if subject == HUB else named(catalogue.taxonomies, subject)
    of = of if on is None else of.on(on)
    if format in ("skos", "json-ld"):
        return _listed(of, format, base, catalogue)
    if format == "stix":
        return stix.taxonomy(of, catalogue, base, _matches(of, catalogue))
    if format == "misp":
        return misp.tags(of, catalogue, base)
    if format == "ftm":
        return ftm.topics(of, catalogue)
    return misp.galaxy(of, catalogue, base, _matches(of, catalogue), cluster=format == "misp-cluster")


def _takes(form: str) -> str:
    others = ", ".join(FORMATS[form])
    return f"It takes a list, {HUB}{f', {others}' if others else ''}."


def _matches(of: Taxonomy, catalogue: Catalogue) -> tuple[Match, ...]:
    """Return the matches of the entries of a list as exported, in the direction of the tables."""
    known = {entry.id for entry in of.entries}
    return tuple(
        match
        for match in catalogue.matches
        if (match.source == of.id and match.source_entry in known)
        or (match.target == of.id and match.target_entry in known)
    )


def _listed(of: Taxonomy, form: str, base: str, catalogue: Catalogue) -> Export:
    graph = Graph()
    without = skos.taxonomy_in(graph, of, base, catalogue.crimes)
    references = [*of.sources, *(each for entry in of.entries for each in entry.sources)]
    skos.sourced(graph, catalogue.sources, references, base)
    skos.matches_in(graph, _matches(of, catalogue), base, of.id)
    return _written(of.id, form, graph, without)


def _other(subject: str, form: str, base: str, catalogue: Catalogue) -> Export:
    if form == "stix":
        if subject == "bodies":
            return stix.bodies(catalogue.bodies.values(), base)
        return stix.instruments(catalogue.instruments.values(), base)
    if form == "ftm":
        return ftm.bodies(catalogue.bodies.values(), catalogue.sources)
    graph = Graph()
    without: list[Without] = []
    if subject == "crosswalks":
        skos.matches_in(graph, catalogue.matches, base)
    else:
        for instrument in catalogue.instruments.values():
            without += legislation.instrument_in(graph, instrument, base)
        references = [each for instrument in catalogue.instruments.values() for each in instrument.sources]
        skos.sourced(graph, catalogue.sources, references, base)
    return _written(subject, form, graph, without)


def _written(subject: str, form: str, graph: Graph, without: tuple[Without, ...] | list[Without]) -> Export:
    writer = turtle if form == "skos" else as_json
    return Export(format=form, subject=subject, data=graph.data(), without=tuple(without), writer=writer)
