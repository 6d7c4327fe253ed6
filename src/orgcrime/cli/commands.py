"""The commands: each makes one call and says the answer, for people and for programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import orgcrime
from orgcrime.cli.terminal import hush, progress, write
from orgcrime.errors import Fault, InputError, UnknownKeyError
from orgcrime.outline import Outline, described
from orgcrime.truth import Truth

if TYPE_CHECKING:
    import argparse

__all__ = [
    "BAD_INPUT",
    "CLAIMED",
    "EXITS",
    "Said",
    "ask",
    "assess",
    "bases",
    "check",
    "cite",
    "compare",
    "diff",
    "draw",
    "duties",
    "export",
    "find",
    "mapped",
    "panel",
    "parties",
    "show",
    "status",
]

EXITS = {Truth.TRUE: 0, Truth.FALSE: 1, Truth.UNKNOWN: 3}
"""The exit code of an answered question."""
BAD_INPUT = 2
"""The exit code of wrong use and bad input."""

CLAIMED = (
    "participant",
    "instrument",
    "act",
    "year",
    "date",
    "on",
    "status",
    "count",
    "counts",
    "body",
    "name",
    "member_of",
    "citation",
)
"""What a claim can be about."""

Said = tuple[Outline | str, object, int]
"""What a command says: for people (a text is written as it is), for programs, and its exit code."""


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
    title = getattr(record, "title", None) or getattr(record, "name", record.id)
    return described(record, f"{title} ({registry})")


def find(given: argparse.Namespace) -> Said:
    """Say what a text may mean."""
    text = " ".join(given.text)
    hits = orgcrime.find(text, most=given.most)
    rows = tuple(
        (hit.record.id, type(hit.record).__name__, f"{hit.score:.2f}", f"{hit.what}: {hit.matched}") for hit in hits
    )
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
    return Outline(heading=heading, columns=("id", "kind", "score", "matched") if rows else (), rows=rows), value, 0


def assess(given: argparse.Namespace) -> Said:
    """Say what a case comes to; with ``--out``, write what every row of a table comes to."""
    if given.out is not None:
        return _assess_table(given)
    answer = orgcrime.answer(orgcrime.read_case(given.file, definition=given.definition))
    return answer.outline(), answer, EXITS[answer.finding.truth]


def _assess_table(given: argparse.Namespace) -> Said:
    from orgcrime import frames

    if given.definition is None:
        raise InputError([Fault("--definition", "is missing: a table is put to the definition that it names")])
    with progress() as told:
        written = frames.assess_file(
            given.file, given.definition, given.out, elements=given.elements, missing=given.missing, progress=told
        )
    return Outline(heading=f"written to {written}"), {"written": str(written)}, 0


def status(given: argparse.Namespace) -> Said:
    """Say whether a participant is bound."""
    found = orgcrime.standing(given.participant, given.instrument, on=given.on)
    return found.outline(), found, EXITS[found.truth]


def parties(given: argparse.Namespace) -> Said:
    """Say the parties to an instrument."""
    found = orgcrime.parties(given.instrument, on=given.on)
    return found.outline(), found, 0 if found.listed else EXITS[Truth.UNKNOWN]


def mapped(given: argparse.Namespace) -> Said:
    """Say what answers to an entry of a list in another list, or how much of the list is covered."""
    way = orgcrime.crosswalk(given.source, given.target, on=given.on)
    if given.coverage:
        coverage = way.coverage()
        counts = {"none" if relation is None else relation.value: number for relation, number in coverage.counts}
        value: dict[str, object] = {"source": coverage.source, "target": coverage.target, "counts": counts}
        return coverage.outline(), value | {"without": [entry.id for entry in coverage.without]}, 0
    key = " ".join(given.entry)
    entries = (way.source.entry(key),) if key else way.source.entries
    outlines = []
    value = {}
    for entry in entries:
        found = way.map(entry.id)
        outlines.append(
            Outline(
                heading=entry.label,
                children=tuple(each.outline() for each in found),
                notes=() if found else ("no counterpart",),
            )
        )
        value[entry.id] = [
            {"entry": each.entry.id, "relation": each.relation.value, "reason": each.reason, "notes": list(each.notes)}
            for each in found
        ]
    heading = f"{way.source.title} → {way.target.title}"
    return Outline(heading=heading, children=tuple(outlines)), value, 0


def compare(given: argparse.Namespace) -> Said:
    """Say how two definitions differ."""
    found = orgcrime.compare(given.first, given.second)
    return found.outline(), found, 0


def ask(given: argparse.Namespace) -> Said:
    """Ask for the facts of a case, and say what it comes to."""
    from orgcrime.dialogue import run_interview, scripted

    talk = orgcrime.interview(given.definition)
    read = input if given.script is None else scripted(Path(given.script).read_text(encoding="utf-8").splitlines())
    finding = run_interview(talk, read, hush if given.json else write)
    return finding.outline(), finding, EXITS[finding.truth]


def cite(given: argparse.Namespace) -> Said:
    """Say which place a citation means, and whether it exists."""
    citation = orgcrime.cite(" ".join(given.text))
    exists = orgcrime.verify(citation)
    instrument = orgcrime.instruments.get(citation.instrument)
    heading = f"{citation}{'' if instrument is None else f': {instrument.title}'}"
    note = () if exists is Truth.TRUE else ("the articles of this instrument were not read: the place is not verified",)
    value = {"instrument": citation.instrument, "pinpoint": citation.pinpoint, "exists": exists.value}
    return Outline(heading=heading, mark=exists.word, notes=note), value, EXITS[exists]


def check(given: argparse.Namespace) -> Said:
    """Say whether the data confirm or contradict a claim."""
    claimed = {name: getattr(given, name) for name in CLAIMED if getattr(given, name) is not None}
    verdict = orgcrime.check(**claimed)
    return verdict.outline(), verdict, EXITS[verdict.truth]


def export(given: argparse.Namespace) -> Said:
    """Write a list or a registry in the form of another system; what has no counterpart is said beside it."""
    chosen = {} if given.base is None else {"base": given.base}
    found = orgcrime.export(given.subject, given.format, on=given.on, **chosen)
    if found.without:
        hush(f"{len(found.without)} without a counterpart; all of them with --json")
    return found.text().rstrip("\n"), found, 0


def bases(given: argparse.Namespace) -> Said:
    """Say what lets one State ask another for a form of cooperation."""
    found = orgcrime.legal_bases(
        given.requesting, given.requested, cooperation=given.cooperation, crime=given.crime, on=given.on
    )
    return found.outline(), found, EXITS[found.truth]


def panel(given: argparse.Namespace) -> Said:
    """Say who was bound by what, by day."""
    years = None
    if given.years is not None:
        first, _, last = given.years.partition("-")
        if not (first.isdecimal() and (last or first).isdecimal()):
            raise InputError(
                [Fault("--years", f"{given.years!r} is not a span of years: expected one such as 2000-2025")]
            )
        years = range(int(first), int(last or first) + 1)
    found = orgcrime.panel(given.instruments, years=years, dates=given.dates)
    text = found.to_csv().rstrip("\n")
    columns, *rows = (tuple(line.split(",")) for line in text.splitlines())
    heading = f"{len(rows)} rows: participant by day by instrument"
    return text if given.csv else Outline(heading=heading, columns=columns, rows=tuple(rows)), found, 0


def diff(given: argparse.Namespace) -> Said:
    """Say who joined or left an instrument between two days."""
    found = orgcrime.diff(given.instrument, given.first, given.second)
    return found.outline(), found, 0


def duties(given: argparse.Namespace) -> Said:
    """Say what an instrument obliges its parties to do."""
    found = orgcrime.duties(given.instrument, kind=given.kind, strength=given.strength)
    return found.outline(), found, 0


def draw(given: argparse.Namespace) -> Said:
    """Draw a picture into a file."""
    from orgcrime.render import diagrams, plots

    path = Path(given.to)
    if path.suffix not in (".svg", ".png", ".mmd", ".dot"):
        raise InputError(
            [Fault("--to", f"{given.to!r} is no picture file: expected one that ends in .svg, .png, .mmd or .dot")]
        )
    drawn: Any = given.keys
    if given.what in ("finding", "definition"):
        one = given.keys[0]
        drawn = (
            orgcrime.answer(orgcrime.read_case(one)).finding if given.what == "finding" else orgcrime.definitions[one]
        )
    elif given.what == "crosswalk":
        if len(given.keys) != 2:  # noqa: PLR2004 - from one list to another
            raise InputError([Fault("keys", f"{len(given.keys)} given: expected two lists")])
        drawn = orgcrime.crosswalk(*given.keys, on=given.on)
    elif given.what == "matrix":
        drawn = orgcrime.matrix(given.keys)
    if path.suffix in (".mmd", ".dot"):
        if given.what in ("timeline", "matrix"):
            raise InputError([Fault("--to", f"a {given.what} is no diagram: expected .svg or .png")])
        of = diagrams.family(drawn) if given.what == "family" else drawn
        text = diagrams.mermaid(of) if path.suffix == ".mmd" else diagrams.dot(of)
        path.write_text(text, encoding="utf-8")
    else:
        makers: dict[str, Any] = {
            "timeline": plots.timeline,
            "family": plots.family,
            "finding": plots.tree,
            "definition": plots.tree,
            "crosswalk": plots.flow,
            "matrix": plots.heat_map,
        }
        makers[given.what](drawn).save(path)
    return Outline(heading=f"{given.what} written to {path}"), {"written": str(path)}, 0
