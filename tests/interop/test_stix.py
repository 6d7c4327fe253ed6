"""STIX bundles, parsed by the stix2 library without allowing anything of its own making."""

import importlib
import json
from typing import Any

import attrs
import pytest

import orgcrime as oc
from orgcrime.crosswalks import HUB
from orgcrime.interop import export, stix
from orgcrime.interop.result import BASE
from orgcrime.model.body import Relation, RelationKind, TargetKind

LISTS = [*oc.taxonomies, HUB]
stix2: Any = importlib.import_module("stix2")  # its classes carry no types
p: Any = importlib.import_module("stix2.properties")


@stix2.v21.CustomObject(
    stix.TYPE,
    [
        ("name", p.StringProperty(required=True)),
        ("description", p.StringProperty()),
        ("taxonomy", p.StringProperty(required=True)),
        ("entry_id", p.StringProperty(required=True)),
        ("code", p.StringProperty()),
        ("category_kind", p.StringProperty()),
        ("period", p.StringProperty()),
        ("parent_refs", p.ListProperty(p.ReferenceProperty(valid_types=[stix.TYPE], spec_version="2.1"))),
        ("stix_terms", p.ListProperty(p.DictionaryProperty(spec_version="2.1"))),
        ("evidence", p.StringProperty()),
    ],
    extension_name=stix.extension(BASE),
)
class CrimeCategory:
    """An entry as the extension definition describes it."""


def parsed(subject: str) -> Any:
    return stix2.parse(export(subject, "stix").text(), allow_custom=False)


@pytest.mark.parametrize("key", LISTS)
def test_the_library_of_the_standard_takes_every_list(key: str) -> None:
    """With the type registered, nothing has to be allowed beyond the standard."""
    size = len(oc.crimes) if key == HUB else len(oc.taxonomies[key])
    found = [each for each in parsed(key).objects if each.type == stix.TYPE]
    assert len(found) == size


@pytest.mark.parametrize("subject", ["bodies", "instruments"])
def test_the_library_of_the_standard_takes_the_rest_without_any_extension(subject: str) -> None:
    assert {each.type for each in parsed(subject).objects} <= {"identity", "relationship"}


@pytest.mark.parametrize("key", LISTS)
def test_every_match_is_a_relationship_that_names_its_kind(key: str) -> None:
    found = [each for each in export(key, "stix").data["objects"] if each["type"] == "relationship"]
    rows = [match for match in oc.BUILT_IN.matches if key in (match.source, match.target)]
    assert sorted(each["relationship_type"] for each in found) == sorted(f"{row.relation.value}-match" for row in rows)


def test_a_relationship_has_the_same_id_from_both_sides() -> None:
    """Two bundles read into one store must not say everything twice."""
    fatf = {each["id"] for each in export("fatf", "stix").data["objects"] if each["type"] == "relationship"}
    whole = {each["id"] for each in export("crimes", "stix").data["objects"] if each["type"] == "relationship"}
    assert len(fatf & whole) == sum(match.source == "fatf" for match in oc.BUILT_IN.matches if match.target == HUB)


@pytest.mark.parametrize("subject", [*LISTS, "bodies", "instruments"])
def test_ids_are_unique_and_always_the_same(subject: str) -> None:
    first, second = (export(subject, "stix").data for _ in range(2))
    ids = [each["id"] for each in first["objects"]]
    assert first == second
    assert len(set(ids)) == len(ids)


def test_another_base_makes_other_ids() -> None:
    """Two publishers must not claim the same objects."""
    own, other = export("fatf", "stix").data, export("fatf", "stix", base="https://example.org/").data
    assert not {each["id"] for each in own["objects"]} & {each["id"] for each in other["objects"]}


def test_an_id_of_the_first_release_stays() -> None:
    found = {each.get("entry_id"): each["id"] for each in export("fatf", "stix").data["objects"]}
    assert found["fraud"] == "crime-category--4de4302d-f7bc-5a8b-bb2e-d7d2e3a192c8"


def test_values_of_the_open_vocabularies_come_with_their_match() -> None:
    found = export("crimes", "stix")
    terms = {each.get("entry_id"): each.get("stix_terms") for each in found.data["objects"]}
    assert terms["terrorism"] == [{"vocabulary": "threat-actor-type-ov", "value": "terrorist", "match": "related"}]
    assert ("terrorism", "threat-actor-type-ov:terrorist") in {(each.id, each.term) for each in found.matches}


@pytest.mark.parametrize("key", LISTS)
def test_an_entry_has_a_value_of_stix_or_is_reported(key: str) -> None:
    found = export(key, "stix")
    entries = set(oc.crimes) if key == HUB else {entry.id for entry in oc.taxonomies[key]}
    matched, without = {each.id for each in found.matches}, {each.id for each in found.without}
    assert matched | without == entries
    assert not matched & without


def test_a_category_refers_to_the_instruments_that_govern_it() -> None:
    found = {each.get("entry_id"): each for each in export("crimes", "stix").data["objects"]}
    references = found["money-laundering"]["external_references"]
    names = {each["source_name"] for each in references}
    assert {oc.instruments[each.instrument].name for each in oc.crimes["money-laundering"].governed_by} <= names
    assert {"CELEX 32018L1673"} & {each.get("external_id") for each in references}


def test_every_body_is_an_identity_and_every_relation_is_there_or_reported() -> None:
    found = export("bodies", "stix")
    kinds = [each["type"] for each in found.data["objects"]]
    relations = [each for body in oc.bodies.values() for each in body.relations]
    assert kinds.count("identity") == len(oc.bodies) + 1
    assert kinds.count("relationship") == sum(each.target_kind is TargetKind.BODY for each in relations)
    open_ones = [each for each in found.without if each.what != "identity_class"]
    assert len(open_ones) == sum(each.target_kind is not TargetKind.BODY for each in relations)


def test_a_forum_is_no_organisation() -> None:
    found = {each["name"]: each for each in export("bodies", "stix").data["objects"] if each["type"] == "identity"}
    assert "identity_class" not in found[oc.bodies["g7"].name]
    assert found[oc.bodies["europol"].name]["identity_class"] == "organization"
    assert ("g7", "identity_class") in {(each.id, each.what) for each in export("bodies", "stix").without}


def test_no_instrument_is_dropped_unsaid() -> None:
    assert {each.id for each in export("instruments", "stix").without} == set(oc.instruments)


def test_the_text_is_the_data() -> None:
    found = export("fatf", "stix")
    assert json.loads(found.text()) == found.data


def test_a_list_without_entries_has_no_grouping() -> None:
    """A grouping of nothing is invalid."""
    found = export("empact", "stix", on="1990-01-01")
    assert {each["type"] for each in found.data["objects"]} == {"identity", "extension-definition"}


def test_a_relation_with_a_period_says_from_when_and_until_when() -> None:
    """A day that is known in part is no moment of STIX."""
    part = Relation(kind=RelationKind.PART_OF, target="unodc", note="made up")
    spans = [oc.Period.read(text) for text in ("2001-02-03/2004-05-06", "2001/..")]
    relations = tuple(attrs.evolve(part, period=span) for span in spans)
    body = attrs.evolve(oc.bodies["cnd"], relations=relations, address=None, seat=None)
    found = stix.bodies([body, oc.bodies["unodc"]], BASE).data["objects"]
    links = [each for each in found if each["type"] == "relationship" and each["relationship_type"] == "part-of"]
    assert [(each.get("start_time"), each.get("stop_time"), each["description"]) for each in links] == [
        ("2001-02-03T00:00:00.000Z", "2004-05-06T00:00:00.000Z", "made up"),
        (None, None, "made up"),
    ]
    assert len({each["id"] for each in links}) == 2
