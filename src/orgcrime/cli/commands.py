"""The commands: each makes one call and says the answer, for people and for programs."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import orgcrime
from orgcrime.cli.lookup import bodies, find, listed, show
from orgcrime.cli.terminal import asked, hush, progress, write
from orgcrime.errors import Fault, InputError
from orgcrime.outline import Outline
from orgcrime.truth import Truth

if TYPE_CHECKING:
    import argparse

    from orgcrime.law.finding import Finding

__all__ = [
    "BAD_INPUT",
    "CLAIMED",
    "EXITS",
    "Said",
    "ask",
    "assess",
    "bases",
    "bodies",
    "check",
    "cite",
    "compare",
    "covers",
    "diff",
    "draw",
    "duties",
    "export",
    "find",
    "listed",
    "mapped",
    "panel",
    "parties",
    "show",
    "status",
    "timeline",
]

EXITS = {Truth.TRUE: 0, Truth.FALSE: 1, Truth.UNKNOWN: 3}
"""The exit code of an answered question."""
BAD_INPUT = 2
"""The exit code of wrong use and bad input."""

CLAIMED = {
    "participant": "of which State or organisation it is claimed, by any key",
    "instrument": "about which instrument, by any key",
    "act": "what is said to have been done, as ratification, signature, entry-into-force, founding",
    "year": "the year in which",
    "date": "the day, month or year on or in which, as 2005-07-11 or 2005-07",
    "on": "the day for which a status, count, name or membership is claimed, as 2019-07-01",
    "status": "the position, as party, signatory, contracting-state, former-party, none",
    "count": "the number claimed",
    "counts": "what it counts: parties or signatories of an instrument; of a body members, or what it counts",
    "body": "of which body, by any key",
    "name": "what the body or instrument is said to be called",
    "member_of": "the body, or the European Union, that the participant is said to belong to",
    "citation": "the citation that is said to name a place that exists",
}
"""What a claim can be about, and how the help says it."""

Said = tuple[Outline | str, object, int]
"""What a command says: for people (a text is written as it is), for programs, and its exit code."""


def assess(given: argparse.Namespace) -> Said:
    """Say what a case comes to; with ``--out``, write what every row of a table comes to."""
    if given.out is not None:
        return _assess_table(given)
    wanted = given.definition or [None]
    answers = [orgcrime.answer(orgcrime.read_case(given.file, definition=each)) for each in wanted]
    if len(answers) == 1:
        return answers[0].outline(), answers[0], EXITS[answers[0].finding.truth]
    findings = [each.finding for each in answers]
    rows = tuple(
        (
            each.truth.word,
            each.definition.id,
            f"{each.definition.title} ({each.definition.citation})",
            _settled_by(each),
        )
        for each in findings
    )
    from orgcrime.serial import plain

    title = answers[0].case.title or "case"
    whole = Outline(heading=title, columns=("answer", "definition", "what it defines", "because"), rows=rows)
    return whole, {"answers": [plain(each) for each in answers]}, 0


def _settled_by(finding: Finding) -> str:
    """Return what settles a finding, or what would."""
    facts = finding.definition.facts
    paths, lead = (finding.missing, "to settle it: ") if finding.truth is Truth.UNKNOWN else (finding.decisive, "")
    return lead + "; ".join(facts[path].label if path in facts else path for path in paths)


def _assess_table(given: argparse.Namespace) -> Said:
    from orgcrime import frames

    if given.definition is None or len(given.definition) > 1:
        raise InputError([Fault("--definition", "name one: a table is put to the definition that it names")])
    with progress() as told:
        written = frames.assess_file(
            given.file, given.definition[0], given.out, elements=given.elements, missing=given.missing, progress=told
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
    """Say how two definitions differ, or how each of several stands to each other."""
    if given.more:
        table = orgcrime.matrix([given.first, given.second, *given.more])
        return table.outline(), table, 0
    found = orgcrime.compare(given.first, given.second)
    return found.outline(), found, 0


def covers(given: argparse.Namespace) -> Said:
    """Say whether a definition covers all that another requires."""
    found = orgcrime.covers(given.definition, given.required)
    return found.outline(), found, EXITS[found.truth]


def ask(given: argparse.Namespace) -> Said:
    """Ask for the facts of a case, and say what it comes to."""
    from orgcrime.dialogue import run_interview, scripted

    talk = orgcrime.interview(given.definition)
    read = asked(aside=given.json) if given.script is None else scripted(_lines(Path(given.script)))
    finding = run_interview(talk, read, hush if given.json else write)
    return finding.outline(), finding, EXITS[finding.truth]


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError([Fault(path.name, f"is not UTF-8: {error.reason} at position {error.start}")]) from None


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
    found = orgcrime.panel(given.instruments, years=_years(given), dates=given.dates)
    text = found.to_csv().rstrip("\n")
    columns, *rows = (tuple(line.split(",")) for line in text.splitlines())
    heading = f"{len(rows)} rows: participant by day by instrument"
    return text if _csv(given) else Outline(heading=heading, columns=columns, rows=tuple(rows)), found, 0


def _years(given: argparse.Namespace) -> range | None:
    if given.years is None:
        if given.dates is None:
            raise InputError([Fault("--years", "is missing: expected years, as --years 2000-2025, or days as --dates")])
        return None
    first, _, last = given.years.partition("-")
    if not (first.isdecimal() and (last or first).isdecimal() and 0 < int(first) <= int(last or first) <= dt.MAXYEAR):
        raise InputError([Fault("--years", f"{given.years!r} is not a span of years: expected one such as 2000-2025")])
    return range(int(first), int(last or first) + 1)


def _csv(given: argparse.Namespace) -> bool:
    """Return whether CSV is wanted."""
    if given.csv and given.json:
        raise InputError([Fault("--csv", "expected either --csv or --json")])
    wanted: bool = given.csv
    return wanted


def timeline(given: argparse.Namespace) -> Said:
    """Say who became a party to an instrument when, and who left."""
    found = orgcrime.timeline(given.instrument)
    return found.to_csv().rstrip("\n") if _csv(given) else found.outline(), found, 0


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
