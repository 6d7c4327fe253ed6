"""The bodies as shipped: every record is whole, and answers for its time."""

from __future__ import annotations

import enum
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import cattrs
import pytest

from orgcrime.citation import EvidenceStatus
from orgcrime.errors import InputError
from orgcrime.model.body import (
    Body,
    CountBasis,
    LegalBasis,
    MilestoneKind,
    Relation,
    RelationKind,
    TargetKind,
)
from orgcrime.model.text import Name
from orgcrime.registry import Key, Registry, normalised
from orgcrime.temporal import PartialDate, Period
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[2] / "src" / "orgcrime" / "data"


def raw(name: str) -> list[dict[str, Any]]:
    records: list[dict[str, Any]] = json.loads((DATA / name).read_text(encoding="utf-8"))
    return records


def bodies() -> tuple[Body, ...]:
    converter = cattrs.Converter(forbid_extra_keys=True)
    converter.register_structure_hook(PartialDate, lambda text, _: PartialDate.read(text))
    converter.register_structure_hook(Period, lambda text, _: Period.read(text))
    return tuple(converter.structure(each, Body) for each in raw("bodies.json"))


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


def keys(body: Body) -> tuple[Key, ...]:
    named = tuple(Key(name.text, "name", name.period) for name in (*body.names, *body.acronyms))
    return (Key(body.name), *named, *(Key(alias, "alias") for alias in body.aliases))


BODIES = bodies()
REGISTRY: Registry[Body] = Registry("body", BODIES, keys, several="bodies")
EACH = pytest.mark.parametrize("body", BODIES, ids=lambda body: body.id)

INVERSE = {
    RelationKind.PART_OF: (RelationKind.HAS_PART, RelationKind.HAS_SUBSIDIARY),
    RelationKind.HAS_PART: (RelationKind.PART_OF,),
    RelationKind.HAS_SUBSIDIARY: (RelationKind.PART_OF, RelationKind.SUBSIDIARY_OF),
    RelationKind.SECRETARIAT_OF: (RelationKind.HAS_SECRETARIAT,),
    RelationKind.HAS_SECRETARIAT: (RelationKind.SECRETARIAT_OF,),
    RelationKind.CREATED_BY: (RelationKind.CREATED,),
    RelationKind.CREATED: (RelationKind.CREATED_BY,),
    RelationKind.SUPERVISES: (RelationKind.SUPERVISED_BY,),
    RelationKind.SUPERVISED_BY: (RelationKind.SUPERVISES,),
    RelationKind.GOVERNS: (RelationKind.GOVERNED_BY,),
    RelationKind.GOVERNED_BY: (RelationKind.GOVERNS,),
    RelationKind.SUPPORTS: (RelationKind.SUPPORTED_BY,),
    RelationKind.SUPPORTED_BY: (RelationKind.SUPPORTS,),
    RelationKind.PARTNER_IN: (RelationKind.HAS_PARTNER,),
    RelationKind.HAS_PARTNER: (RelationKind.PARTNER_IN,),
    RelationKind.ASSOCIATE_OF: (RelationKind.HAS_ASSOCIATE,),
    RelationKind.HAS_ASSOCIATE: (RelationKind.ASSOCIATE_OF,),
    RelationKind.OBSERVER_AT: (RelationKind.HAS_OBSERVER,),
    RelationKind.HAS_OBSERVER: (RelationKind.OBSERVER_AT,),
    RelationKind.NATIONAL_OFFICE_OF: (RelationKind.HAS_NATIONAL_OFFICE,),
    RelationKind.HAS_NATIONAL_OFFICE: (RelationKind.NATIONAL_OFFICE_OF,),
    RelationKind.COOPERATES_WITH: (RelationKind.COOPERATES_WITH,),
}


@pytest.mark.parametrize(
    ("body", "day", "language", "name"),
    [
        ("europol", "2016-07-01", "en", "European Police Office"),
        ("europol", "2017-04-30", "en", "European Police Office"),
        ("europol", "2017-05-01", "en", "European Union Agency for Law Enforcement Cooperation"),
        ("europol", "2018-07-01", "en", "European Union Agency for Law Enforcement Cooperation"),
        ("europol", "2016-07-01", "fr", "Office européen de police"),
        ("europol", "1990-01-01", "en", None),
        ("eurojust", "2001-07-01", "en", "pro-Eurojust"),
        ("eurojust", "2019-07-01", "en", "European Union's Judicial Cooperation Unit"),
        ("eurojust", "2020-07-01", "en", "European Union Agency for Criminal Justice Cooperation"),
        ("fr-dci", "2010-08-31", "fr", "Service de coopération technique internationale de police"),
        ("fr-dci", "2010-09-01", "fr", "Direction de la coopération internationale"),
        ("fr-dci", "2021-07-31", "fr", "Direction de la coopération internationale"),
        ("fr-dci", "2021-08-01", "fr", "Direction de la coopération internationale de sécurité"),
        ("fr-dci", "2005-07-01", "en", "International Police Technical Cooperation Service"),
        ("unodc", "2000-07-01", "en", "Office for Drug Control and Crime Prevention"),
        ("unodc", "2002-10-15", "en", None),
        ("unodc", "2019-07-01", "en", "United Nations Office on Drugs and Crime"),
        ("interpol", "1930-07-01", "en", "International Criminal Police Commission"),
        ("interpol", "2019-07-01", "en", "International Criminal Police Organization"),
        ("wco", "1990-07-01", "en", "Customs Co-operation Council"),
        ("wco", "2019-07-01", "en", "World Customs Organization"),
        ("g7", "2005-07-01", "en", "Group of Eight"),
        ("g7", "2019-07-01", "en", "Group of Seven"),
        ("amla", "2019-07-01", "en", None),
        ("unodc", "2019-07-01", "de", None),
    ],
)
def test_a_body_has_the_name_of_the_day(body: str, day: str, language: str, name: str | None) -> None:
    """A text of 2016 about the European Police Office would be corrected to a name that did not exist yet."""
    assert REGISTRY[body].name_on(day, language) == name


@pytest.mark.parametrize(
    ("body", "day", "bases"),
    [
        ("europol", "2005-07-01", ["Europol Convention, 1995"]),
        ("europol", "2016-07-01", ["Council Decision 2009/371/JHA", "tfeu 88"]),
        ("europol", "2019-07-01", ["tfeu 88", "eu-reg-2016-794"]),
        ("eurojust", "2019-07-01", ["Council Decision 2002/187/JHA", "tfeu 85"]),
        ("eurojust", "2020-07-01", ["tfeu 85", "eu-reg-2018-1727"]),
        ("untoc-cop", "2003-09-28", []),
        ("untoc-cop", "2019-07-01", ["untoc 32"]),
        ("frontex", "2019-07-01", ["Regulation (EU) 2016/1624"]),
        ("g7", "2019-07-01", []),
        ("egmont", "2019-07-01", []),
    ],
)
def test_a_body_rests_on_the_texts_of_the_day(body: str, day: str, bases: list[str]) -> None:
    """Eurojust would rest on its Regulation while the Decision still applied, or a body on a text of unknown time."""
    found = REGISTRY[body].legal_basis_on(day)
    assert [f"{basis.instrument or basis.title} {basis.pinpoint or ''}".rstrip() for basis in found] == bases


@pytest.mark.parametrize(
    ("body", "crimes", "day", "truth"),
    [
        ("europol", ["firearms-trafficking"], "2019-07-01", Truth.TRUE),
        ("eurojust", ["firearms-trafficking"], "2019-07-01", Truth.TRUE),
        ("interpol", ["firearms-trafficking"], "2019-07-01", Truth.TRUE),
        ("untoc-cop", ["firearms-trafficking"], "2005-07-02", Truth.FALSE),
        ("untoc-cop", ["firearms-trafficking"], "2005-07-03", Truth.TRUE),
        ("europol", ["sanctions-violation"], "2026-01-10", Truth.FALSE),
        ("europol", ["sanctions-violation"], "2026-01-11", Truth.TRUE),
        ("europol", ["firearms-trafficking"], "2000-07-01", Truth.UNKNOWN),
        ("cosi", ["firearms-trafficking"], "2019-07-01", Truth.FALSE),
        ("cosi", ["firearms-trafficking", "arms-trafficking", "organised-crime"], "2019-07-01", Truth.TRUE),
        ("wco", ["excise-fraud"], "2019-07-01", Truth.UNKNOWN),
        ("g7", ["organised-crime"], "2019-07-01", Truth.UNKNOWN),
    ],
)
def test_a_mandate_has_its_time(body: str, crimes: list[str], day: str, truth: Truth) -> None:
    """A body would be asked for a crime that came into its mandate later, or an unread mandate be taken for a no."""
    assert REGISTRY[body].deals_with(*crimes, on=day) is truth


def test_all_bodies_are_there() -> None:
    """A body would be missing."""
    assert len(BODIES) == 32


@EACH
def test_the_name_is_the_last_in_english(body: Body) -> None:
    """The name shown would be another than the one of today."""
    assert body.name == body.name_on("2026-11-23")


@EACH
def test_every_name_of_a_body_finds_it(body: Body) -> None:
    """A name of a body would be unknown, or name another."""
    assert {REGISTRY[key.text].id for key in keys(body)} == {body.id}


@EACH
def test_examples_find_their_body(body: Body) -> None:
    """The words by which people know a body would not find it."""
    assert len(body.examples) == 2
    assert [REGISTRY[text].id for text in body.examples] == [body.id, body.id]


@EACH
def test_a_shared_name_is_the_name_of_none(body: Body) -> None:
    """A name that several bear would quietly mean one of them."""
    assert not [name for name in body.ambiguous_names if name in REGISTRY]


@EACH
def test_milestones_are_in_order_of_time(body: Body) -> None:
    """A history would jump back and forth."""
    first = [milestone.date.earliest for milestone in body.milestones]
    assert None not in first
    assert first == sorted(first, key=str)


@EACH
def test_milestones_end_after_they_begin(body: Body) -> None:
    """What lasted would end before it began."""
    lasting = [(one.date.earliest, one.end.latest) for one in body.milestones if one.end is not None]
    assert [pair for pair in lasting if str(pair[0]) > str(pair[1])] == []


@EACH
def test_no_count_is_without_a_day(body: Body) -> None:
    """A number of members would be told as if it held for ever."""
    counts = (*body.counts, *body.database_counts)
    assert [count for count in counts if count.as_of.latest is None] == []
    assert [count for count in counts if count.as_of.earliest is None and count.basis is CountBasis.DATED_SOURCE] == []


@EACH
def test_a_count_that_is_over_is_not_still_so(body: Body) -> None:
    """A number would be both ended and present."""
    assert [count for count in body.counts if count.until is not None and count.ongoing] == []


@EACH
def test_relations_resolve(body: Body) -> None:
    """A relation would point to nothing."""
    known = {
        TargetKind.BODY: set(REGISTRY),
        TargetKind.INSTRUMENT: {each["id"] for each in raw("instruments.json")},
        TargetKind.PARTICIPANT: {each["id"] for each in raw("participants.json")},
        TargetKind.OUTSIDE: {one.target for one in body.relations if one.target_name is not None},
    }
    assert [one.target for one in body.relations if one.target not in known[one.target_kind]] == []


@EACH
def test_a_relation_is_told_on_both_sides(body: Body) -> None:
    """The secretariat of a body would not know that it is one."""
    one_sided = [
        (one.kind.value, one.target)
        for one in body.relations
        if one.target_kind is TargetKind.BODY
        and not any(
            back.target == body.id and back.kind in INVERSE[one.kind] for back in REGISTRY[one.target].relations
        )
    ]
    assert one_sided == []


def test_a_target_outside_has_one_name() -> None:
    """The same thing outside the registries would have two names, or an id of a body."""
    outside = {
        (one.target, one.target_name, one.target_type)
        for body in BODIES
        for one in body.relations
        if one.target_kind is TargetKind.OUTSIDE
    }
    ids = [target for target, _, _ in outside]
    assert len(ids) == len(set(ids)) == 10
    assert not set(ids) & set(REGISTRY)


@EACH
def test_instruments_and_crimes_resolve(body: Body) -> None:
    """A legal basis or a mandate would cite what does not exist."""
    instruments = {each["id"] for each in raw("instruments.json")}
    crimes = {each["id"] for each in raw("crimes.json")}
    cited = {one.instrument for one in body.legal_basis} | {part.instrument for part in body.mandate}
    assert cited - {None} <= instruments
    assert {crime for part in body.mandate for crime in part.crimes} <= crimes


@EACH
def test_sources_resolve(body: Body) -> None:
    """A fact would rest on a source that nobody can find."""
    known = {each["id"] for path in (DATA / "sources").glob("*.json") for each in raw(f"sources/{path.name}")}
    used = set(sources_in(written(body)))
    assert body.sources
    assert used <= known


@EACH
def test_uncertain_parts_are_fields(body: Body) -> None:
    """A doubt would be about a field that no record has."""
    assert {one.field for one in body.uncertain} <= {field.name for field in attrs.fields(Body)}


def test_databases_notices_and_systems_are_three_kinds() -> None:
    """A notice or the communication system would pass for a database."""
    interpol = REGISTRY["interpol"]
    assert len(interpol.databases) == 20
    assert [each.id for each in interpol.systems] == ["i-24-7", "i-checkit", "find-mind"]
    assert interpol.notices == "interpol-notices"
    assert (DATA / "taxonomies" / "interpol-notices.json").exists()
    assert [count.number for count in interpol.database_counts] == [19]
    assert [body.id for body in BODIES if body.databases or body.systems or body.notices] == ["interpol"]


def test_europol_has_no_single_founding_date() -> None:
    """One date would stand for an agreement, a convention and the start of work."""
    kinds = [(one.kind, one.date.isoformat()) for one in REGISTRY["europol"].milestones]
    assert (MilestoneKind.SIGNED, "1995-07-26") in kinds
    assert (MilestoneKind.IN_FORCE, "1998-10-01") in kinds
    assert (MilestoneKind.OPERATIONAL, "1999-07-01") in kinds
    assert (MilestoneKind.RENAMED, "2017-05-01") in kinds


def test_the_united_kingdom_counts_until_it_left() -> None:
    """The number of States bound would be one too small for the time before the withdrawal."""
    counts = {
        body: [(count.number, str(count.as_of)) for count in REGISTRY[body].counts] for body in ("europol", "eurojust")
    }
    assert counts == {
        "europol": [(27, "2017-05-01"), (26, "2020-02-01")],
        "eurojust": [(27, "2019-12-12"), (26, "2020-02-01")],
    }


def test_a_name_without_a_beginning_is_borne_on_no_day() -> None:
    """A name whose time is not known would be given as that of the day."""
    body = attrs.evolve(
        REGISTRY["g7"],
        names=(Name(text="A", language="en"), Name(text="B", language="en", period=Period.read("/2020-01-01"))),
    )
    assert body.name_on("2019-07-01") is None


def test_a_legal_basis_names_one_text() -> None:
    """A basis would name nothing, or two texts at once."""
    with pytest.raises(InputError, match="either an instrument"):
        LegalBasis()
    with pytest.raises(InputError, match="either an instrument"):
        LegalBasis(instrument="untoc", title="UNTOC")


def test_a_target_without_record_has_a_name() -> None:
    """A relation would point to an id that says nothing to anybody."""
    with pytest.raises(InputError, match="names its target"):
        Relation(kind=RelationKind.PART_OF, target="ecosoc", target_kind=TargetKind.OUTSIDE)
    with pytest.raises(InputError, match="names its target"):
        Relation(kind=RelationKind.PART_OF, target="unodc", target_name="UNODC")


def test_names_are_claimed_once_in_any_case() -> None:
    """Two bodies would bear the same name, and the last one read would win."""
    claims: dict[str, set[str]] = {}
    for body in BODIES:
        for key in keys(body):
            claims.setdefault(normalised(key.text), set()).add(body.id)
    assert {name: ids for name, ids in claims.items() if len(ids) > 1} == {}


def test_the_file_is_in_its_canonical_form() -> None:
    """Two editors would write the same record in two ways, and a review would drown in moved lines."""
    text = (DATA / "bodies.json").read_text(encoding="utf-8")
    assert text == json.dumps(written(BODIES), ensure_ascii=False, indent=2) + "\n"
    assert [body.id for body in BODIES] == sorted(body.id for body in BODIES)


def test_no_record_is_unverified() -> None:
    """A body would be listed for which no source was found."""
    assert [body.id for body in BODIES if body.status is EvidenceStatus.UNVERIFIED] == []
