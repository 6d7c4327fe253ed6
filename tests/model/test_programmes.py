"""The programmes as shipped: cycles with their priorities, review mechanisms with their resolutions."""

from __future__ import annotations

import datetime as dt
import enum
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import cattrs
import pytest

from orgcrime.model.programme import FoundingActKind, PartKind, Programme, ProgrammeKind
from orgcrime.registry import Key, Registry
from orgcrime.temporal import PartialDate, Period
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[2] / "src" / "orgcrime" / "data"


def raw(name: str) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return records


def programmes() -> tuple[Programme, ...]:
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(PartialDate, lambda text, _: PartialDate.read(text))
    converter.register_structure_hook(Period, lambda text, _: Period.read(text))
    return tuple(converter.structure(each, Programme) for each in raw("programmes.json"))


def written(value: Any) -> Any:
    if isinstance(value, (PartialDate, Period)):
        return value.isoformat()
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, tuple):
        return [written(each) for each in value]
    if attrs.has(type(value)):
        fields = [(field, getattr(value, field.name)) for field in attrs.fields(type(value))]
        return {field.name: written(each) for field, each in fields if each != field.default}
    return value


def sources_in(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from [value["source"]] if "source" in value else []
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from sources_in(each)


def keys(programme: Programme) -> tuple[Key, ...]:
    other = (*(name.text for name in programme.titles), *programme.aliases)
    return (Key(programme.title, "title"), *(Key(text, "alias") for text in other))


PROGRAMMES = programmes()
REGISTRY: Registry[Programme] = Registry("programme", PROGRAMMES, keys)
EACH = pytest.mark.parametrize("programme", PROGRAMMES, ids=lambda programme: programme.id)
CYCLES = REGISTRY.where(kind=ProgrammeKind.POLICY_CYCLE)


def in_force(day: str) -> list[str]:
    when = dt.date.fromisoformat(day)
    return [cycle.id for cycle in CYCLES if cycle.period.includes(when) is Truth.TRUE]


@pytest.mark.parametrize(
    ("day", "cycles"),
    [
        ("2012-07-01", ["empact-2011-2013"]),
        ("2013-12-31", []),
        ("2014-01-01", ["empact-2014-2017"]),
        ("2017-12-31", ["empact-2014-2017"]),
        ("2018-01-01", ["empact-2018-2021"]),
        ("2019-07-01", ["empact-2018-2021"]),
        ("2022-01-01", ["empact-2022-2025"]),
        ("2026-11-23", ["empact-2026-2029"]),
        ("2030-01-01", []),
    ],
)
def test_one_cycle_is_in_force_on_a_day(day: str, cycles: list[str]) -> None:
    """A question for July 2019 would get the priorities of another cycle, or of two."""
    assert in_force(day) == cycles


def test_the_cycle_of_july_2019_has_its_ten_priorities() -> None:
    """The priorities that a text of 2019 lists would not be those of its cycle."""
    cycle = REGISTRY["policy cycle 2018-2021"]
    assert [priority.title for priority in cycle.priorities] == [
        "cybercrime",
        "drug trafficking",
        "facilitation of illegal immigration into the EU",
        "organised property crime",
        "trafficking in human beings",
        "excise and MTIC fraud",
        "illicit trafficking, distribution and use of firearms",
        "environmental crime",
        "criminal finances and money laundering",
        "document fraud",
    ]
    assert [[strand.title for strand in priority.strands] for priority in cycle.priorities[:3]] == [
        [
            "attacks on information systems",
            "child sexual exploitation",
            "fraud and counterfeiting of non-cash means of payment",
        ],
        ["cannabis, cocaine and heroin", "synthetic drugs and new psychoactive substances"],
        [],
    ]


@pytest.mark.parametrize(
    ("cycle", "priorities", "strands"),
    [
        ("empact-2011-2013", 8, 0),
        ("empact-2014-2017", 9, 0),
        ("empact-2018-2021", 10, 5),
        ("empact-2022-2025", 10, 5),
        ("empact-2026-2029", 7, 5),
    ],
)
def test_a_cycle_has_as_many_priorities_as_its_act_numbers(cycle: str, priorities: int, strands: int) -> None:
    """A priority would be missing, or one that stands beside the list be counted."""
    programme = REGISTRY[cycle]
    numbered = [priority.order for priority in programme.priorities if priority.order is not None]
    assert programme.numbered_priorities == priorities
    assert numbered == list(range(1, priorities + 1))
    assert sum(len(priority.strands) for priority in programme.priorities) == strands


def test_document_fraud_stands_beside_the_ten_of_2022() -> None:
    """A common goal would pass for an eleventh priority."""
    last = REGISTRY["empact-2022-2025"].priorities[-1]
    assert (last.title, last.order) == ("document fraud", None)


def test_the_cycles_follow_one_another() -> None:
    """A cycle would have no successor, or one that does not know it."""
    chain = [(cycle.predecessors, cycle.id, cycle.successors) for cycle in CYCLES]
    ids = [cycle.id for cycle in CYCLES]
    before = [(), *((one,) for one in ids)]
    after = [*((one,) for one in ids[1:]), ()]
    assert chain == list(zip(before, ids, after, strict=False))


@pytest.mark.parametrize(
    ("programme", "acts", "instruments"),
    [
        (
            "untoc-review-mechanism",
            [("Resolution 9/1", "2018-10-15", "2018-10-19"), ("Resolution 10/1", "2020-10-12", "2020-10-16")],
            ("untoc", "trafficking-protocol", "smuggling-protocol", "firearms-protocol"),
        ),
        ("uncac-review-mechanism", [("Resolution 3/1", "2009-11-09", "2009-11-13")], ("uncac",)),
    ],
)
def test_a_review_mechanism_names_its_resolutions(
    programme: str, acts: list[tuple[str, str, str]], instruments: tuple[str, ...]
) -> None:
    """A mechanism would be dated by the wrong session, or review the wrong instruments."""
    found = REGISTRY[programme]
    assert [(act.title, str(act.date), str(act.end)) for act in found.acts] == acts
    assert {act.kind for act in found.acts} == {FoundingActKind.RESOLUTION}
    assert found.instruments == instruments


def test_the_parts_of_a_review_are_clusters_or_cycles() -> None:
    """The chapters of a cycle of review would be lost."""
    clusters = REGISTRY["untoc-review-mechanism"].parts
    cycles = REGISTRY["uncac-review-mechanism"].parts
    assert [(part.kind, part.order) for part in clusters] == [(PartKind.CLUSTER, order) for order in (1, 2, 3, 4)]
    assert [(part.kind, part.chapters) for part in cycles] == [
        (PartKind.CYCLE, ("III", "IV")),
        (PartKind.CYCLE, ("II", "V")),
    ]


def test_all_programmes_are_there() -> None:
    """A programme would be missing."""
    assert (len(CYCLES), len(PROGRAMMES)) == (5, 7)


@EACH
def test_examples_find_their_programme(programme: Programme) -> None:
    """The words by which people know a programme would not find it."""
    assert len(programme.examples) == 2
    assert [REGISTRY[text].id for text in programme.examples] == [programme.id, programme.id]


@EACH
def test_a_shared_name_is_the_name_of_none(programme: Programme) -> None:
    """ "EMPACT" would quietly mean one of its cycles."""
    assert not [name for name in programme.ambiguous_names if name in REGISTRY]


@EACH
def test_acts_and_milestones_are_in_order_of_time(programme: Programme) -> None:
    """A history would jump back and forth."""
    for steps in (programme.acts, programme.milestones):
        first = [str(step.date.earliest) for step in steps]
        assert first == sorted(first)


@EACH
def test_references_resolve(programme: Programme) -> None:
    """A programme would name a body, an instrument or a programme that does not exist."""
    bodies = {each["id"] for each in raw("bodies.json")}
    instruments = {each["id"] for each in raw("instruments.json")}
    assert programme.body in programme.bodies
    assert {*programme.bodies, *(act.body for act in programme.acts if act.body is not None)} <= bodies
    assert set(programme.instruments) <= instruments
    assert {*programme.predecessors, *programme.successors} <= set(REGISTRY)
    assert all((act.body is None) != (act.by is None) for act in programme.acts)


@EACH
def test_instruments_know_who_reviews_them(programme: Programme) -> None:
    """An instrument would name another mechanism than the one that reviews it."""
    reviewed = {each["id"] for each in raw("instruments.json") if each.get("review") == programme.id}
    assert reviewed == set(programme.instruments)


@EACH
def test_priorities_are_entries_of_the_list(programme: Programme) -> None:
    """A priority would have one id here and another in the list of all cycles."""
    listed = json.loads((DATA / "taxonomies" / "empact.json").read_text(encoding="utf-8"))["entries"]
    parents = {entry["id"]: entry.get("parent") for entry in listed}
    for priority in programme.priorities:
        assert parents[priority.id] is None
        assert [parents[strand.id] for strand in priority.strands] == [priority.id] * len(priority.strands)
        assert [strand.order for strand in priority.strands] == list(range(1, len(priority.strands) + 1))


def test_every_entry_of_the_list_is_a_priority_or_a_strand() -> None:
    """A priority would be in the list and in no cycle."""
    listed = json.loads((DATA / "taxonomies" / "empact.json").read_text(encoding="utf-8"))["entries"]
    priorities = [priority for cycle in CYCLES for priority in cycle.priorities]
    found = [one.id for one in priorities] + [strand.id for one in priorities for strand in one.strands]
    assert sorted(found) == sorted(entry["id"] for entry in listed)


@EACH
def test_sources_resolve(programme: Programme) -> None:
    """A fact would rest on a source that nobody can find."""
    known = {each["id"] for path in (DATA / "sources").glob("*.json") for each in raw(f"sources/{path.name}")}
    assert programme.sources
    assert set(sources_in(written(programme))) <= known


@EACH
def test_uncertain_parts_are_fields(programme: Programme) -> None:
    """A doubt would be about a field that no record has."""
    assert {one.field for one in programme.uncertain} <= {field.name for field in attrs.fields(Programme)}


def test_the_file_is_in_its_canonical_form() -> None:
    """Two editors would write the same record in two ways, and a review would drown in moved lines."""
    text = (DATA / "programmes.json").read_text(encoding="utf-8")
    assert text == json.dumps(written(PROGRAMMES), ensure_ascii=False, indent=2) + "\n"
    assert [programme.id for programme in PROGRAMMES] == sorted(REGISTRY)
