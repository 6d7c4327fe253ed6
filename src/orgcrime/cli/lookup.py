"""The commands that look things up: records by key, by search, by list, and bodies by mandate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

import orgcrime
from orgcrime.errors import UnknownKeyError
from orgcrime.outline import Outline, described

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from orgcrime.cli.commands import Said
    from orgcrime.model.body import LegalBasis, Mandate

__all__ = ["bodies", "find", "listed", "show"]

_FORMS = "forms"


def show(given: argparse.Namespace) -> Said:
    """Say what is known by a key."""
    from orgcrime.catalogue import BUILT_IN, REGISTRIES, SEARCHED

    found: list[tuple[str, Any]] = []
    known: list[str] = []
    for name in (*SEARCHED, *(name for name in REGISTRIES if name not in SEARCHED)):
        registry = getattr(BUILT_IN, name)
        if found and name not in SEARCHED:
            break
        if given.key in registry:
            found.append((name, registry.named(given.key, on=given.on)))
        elif name in SEARCHED:
            known += registry.spellings()
    if not found:
        raise UnknownKeyError("record", given.key, known)
    from orgcrime.serial import plain

    outlines = tuple(_described(name, record) for name, record in found)
    whole = (
        outlines[0]
        if len(outlines) == 1
        else Outline(heading=f"{len(outlines)} records are known as {given.key!r}", children=outlines)
    )
    return whole, {name: plain(record) for name, record in found}, 0


def _described(registry: str, record: Any) -> Outline:
    if hasattr(record, "outline"):
        own: Outline = record.outline()
        return own
    return described(record, f"{_title(record)} ({registry})")


def _title(record: Any) -> str:
    return str(getattr(record, "title", None) or getattr(record, "name", record.id))


def find(given: argparse.Namespace) -> Said:
    """Say what a text may mean."""
    text = " ".join(given.text)
    hits = orgcrime.find(text, most=given.most)
    heading = f"{len(hits)} found for {text!r}" if hits else f"nothing found for {text!r}"
    value = {
        "text": text,
        "hits": [
            {
                "id": hit.record.id,
                "kind": type(hit.record).__name__,
                "matched": hit.matched,
                "what": hit.what,
                "score": hit.score,
            }
            for hit in hits
        ],
    }
    return attrs.evolve(hits.outline(), heading=heading), value, 0


def listed(given: argparse.Namespace) -> Said:
    """Say what there is to be named: the registries, the records of one, or the forms of cooperation."""
    from orgcrime.catalogue import BUILT_IN, REGISTRIES

    if given.what is None:
        numbers = {name: len(getattr(BUILT_IN, name)) for name in REGISTRIES} | {_FORMS: len(orgcrime.Form)}
        rows = tuple((name, str(number)) for name, number in numbers.items())
        notes = ("orgcrime list NAME lists one; orgcrime show ID shows a record",)
        return Outline(heading="what there is", columns=("name", "records"), rows=rows, notes=notes), numbers, 0
    if given.what == _FORMS:
        titles = {form.value: form.words for form in orgcrime.Form}
    elif given.what in REGISTRIES:
        titles = {record.id: _title(record) for record in getattr(BUILT_IN, given.what).values()}
    else:
        raise UnknownKeyError("registry", given.what, (*REGISTRIES, _FORMS), few=True)
    rows = tuple((key, "" if title == key else title) for key, title in titles.items())
    return Outline(heading=f"{len(rows)} {given.what}", columns=("id", "name"), rows=rows), titles, 0


def bodies(given: argparse.Namespace) -> Said:
    """Say which bodies deal with a crime, under what name, on what text and by what mandate."""
    from orgcrime.catalogue import BUILT_IN
    from orgcrime.days import read_day

    day = None if given.on is None else read_day(given.on)
    found = orgcrime.bodies.where(crime=given.crime, on=day)
    crime = orgcrime.crimes[given.crime]
    wider = frozenset(BUILT_IN.broader(given.crime))
    shown: list[dict[str, Any]] = [
        {
            "id": body.id,
            "name": (None if day is None else body.name_on(day)) or body.name,
            "legal_basis": []
            if day is None
            else [_place(each) or str(each.title) for each in body.legal_basis_on(day)],
            "mandate": [
                _mandate(part)
                for part in (body.mandate if day is None else body.mandate_on(day))
                if not wider.isdisjoint(part.crimes)
            ],
        }
        for body in found
    ]
    when = "at any time" if day is None else f"on {day}"
    open_rows = tuple((each.id, each.name) for each in found.undetermined)
    whole = Outline(
        heading=f"{crime.title}, {when}: {len(found)} {'body' if len(found) == 1 else 'bodies'}",
        children=(
            *(Outline(heading=f"{each['id']}: {each['name']}", rows=tuple(_rested(each))) for each in shown),
            *((Outline(heading="not determined", rows=open_rows),) if open_rows else ()),
        ),
        notes=("by the mandates recorded here; a category stands for the narrower ones too",),
    )
    undetermined = [each.id for each in found.undetermined]
    return whole, {"crime": crime.id, "on": given.on, "bodies": shown, "undetermined": undetermined}, 0


def _rested(body: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what a body rests on, and by what it deals with the crime."""
    for key, label in (("legal_basis", "legal basis"), ("mandate", "mandate")):
        for at, text in enumerate(body[key]):
            yield label if at == 0 else "", text


def _place(text: LegalBasis | Mandate) -> str:
    """Return the instrument and the place in it that a text names; nothing where it names none."""
    if text.instrument is None:
        return ""
    pinpoint = "" if text.pinpoint is None else f" {orgcrime.Citation('', text.pinpoint).place}"
    return f"{orgcrime.instruments[text.instrument].name}{pinpoint}"


def _mandate(part: Mandate) -> str:
    return f"{_place(part) or part.note or 'no text named'} ({part.period or 'period not known'})"
