"""MISP taxonomies and galaxies: the constraints of MISP's own files, written here in our words."""

import importlib
import json
import re
from typing import Any
from uuid import UUID

import attrs
import pytest

import orgcrime as oc
from orgcrime.crosswalks import HUB
from orgcrime.interop import export

jsonschema: Any = importlib.import_module("jsonschema")  # it ships no types
LISTS = [key for key in (*oc.taxonomies, HUB) if key != "misp"]
TEXT = {"type": "string", "minLength": 1}
NAMED = {
    "value": TEXT,
    "expanded": TEXT,
    "description": TEXT,
    "colour": TEXT,
    "uuid": TEXT,
    "numerical_value": {"type": "number"},
}


def many(properties: dict[str, Any], *required: str) -> dict[str, Any]:
    item = {"type": "object", "additionalProperties": False, "properties": properties, "required": list(required)}
    return {"type": "array", "minItems": 1, "uniqueItems": True, "items": item}


TAXONOMY: dict[str, Any] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "additionalProperties": False,
    "required": ["namespace", "description", "version", "predicates"],
    "properties": {
        "namespace": TEXT,
        "expanded": TEXT,
        "description": TEXT,
        "uuid": TEXT,
        "version": {"type": "integer"},
        "exclusive": {"type": "boolean"},
        "predicates": many({**NAMED, "exclusive": {"type": "boolean"}}, "value"),
        "values": many({"predicate": TEXT, "uuid": TEXT, "entry": many(NAMED, "value")}, "predicate"),
    },
}
WORDS = {name: {"type": "string"} for name in ("name", "description", "type", "uuid")}
GALAXY: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name", "description", "type", "version", "uuid"],
    "properties": {**WORDS, "version": {"type": "integer"}, "icon": TEXT, "namespace": TEXT},
}
RELATED = many({"dest-uuid": TEXT, "type": TEXT, "tags": {"type": "array", "items": TEXT}}, "dest-uuid", "type")
CLUSTER: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name", "description", "type", "version", "uuid", "values", "authors", "source", "category"],
    "properties": {
        **WORDS,
        "version": {"type": "integer"},
        "source": TEXT,
        "category": TEXT,
        "authors": {"type": "array", "uniqueItems": True, "items": TEXT},
        "values": many(
            {"value": TEXT, "description": TEXT, "uuid": TEXT, "meta": {"type": "object"}, "related": RELATED}, "value"
        ),
    },
}


@pytest.mark.parametrize("key", LISTS)
@pytest.mark.parametrize(("form", "schema"), [("misp", TAXONOMY), ("misp-galaxy", GALAXY), ("misp-cluster", CLUSTER)])
def test_every_list_has_the_form_that_misp_asks_for(key: str, form: str, schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(schema).validate(json.loads(export(key, form).text()))


@pytest.mark.parametrize("key", LISTS)
def test_every_entry_is_one_value_under_a_predicate_that_exists(key: str) -> None:
    found = export(key, "misp").data
    values = [each["value"] for group in found["values"] for each in group["entry"]]
    entries = list(oc.crimes) if key == HUB else [entry.id for entry in oc.taxonomies[key]]
    assert sorted(values) == sorted(entries)
    assert [group["predicate"] for group in found["values"]] == [each["value"] for each in found["predicates"]]


@pytest.mark.parametrize("key", LISTS)
def test_every_tag_can_be_written(key: str) -> None:
    found = export(key, "misp").data
    for group in found["values"]:
        for each in group["entry"]:
            tag = f'{found["namespace"]}:{group["predicate"]}="{each["value"]}"'
            assert re.fullmatch(r'[a-z0-9-]+:[a-z0-9-]+="[^"]+"', tag)


@pytest.mark.parametrize("key", LISTS)
def test_uuids_are_unique_of_version_five_and_always_the_same(key: str) -> None:
    found = export(key, "misp")
    uuids = [found.data["uuid"], *(each["uuid"] for each in found.data["predicates"])]
    uuids += [each["uuid"] for group in found.data["values"] for each in group["entry"]]
    assert len(set(uuids)) == len(uuids)
    assert {UUID(each).version for each in uuids} == {5}
    assert export(key, "misp") == found


def test_a_uuid_of_the_first_release_stays() -> None:
    entries = export("fatf", "misp").data["values"][0]["entry"]
    assert {each["value"]: each["uuid"] for each in entries}["fraud"] == "892a9fbe-3bc9-5242-9216-638ededfc1dc"


def test_the_predicate_is_the_kind_of_the_entry() -> None:
    """An actor or a region is no crime, and its tag says so."""
    predicates = {each["value"] for each in export("empact", "misp").data["predicates"]}
    assert predicates == {entry.kind.value for entry in oc.taxonomies["empact"] if entry.kind is not None}


def test_the_version_grows_with_the_data() -> None:
    assert export("fatf", "misp").data["version"] == int(oc.data_version.replace("-", ""))


@pytest.mark.parametrize("key", LISTS)
def test_an_entry_has_a_tag_of_misp_or_is_reported(key: str) -> None:
    found = export(key, "misp")
    entries = set(oc.crimes) if key == HUB else {entry.id for entry in oc.taxonomies[key]}
    matched, without = {each.id for each in found.matches}, {each.id for each in found.without}
    assert matched | without == entries
    assert not matched & without


def test_a_tag_of_misp_that_comes_near_is_named_with_its_relation() -> None:
    entries = {each["value"]: each for group in export("crimes", "misp").data["values"] for each in group["entry"]}
    assert 'MISP (related): dark-web:topic="weapons".' in entries["arms-trafficking"]["description"]


@pytest.mark.parametrize("form", ["misp", "misp-galaxy", "misp-cluster"])
def test_misps_own_tags_are_not_exported_under_another_name(form: str) -> None:
    with pytest.raises(oc.InputError, match="the tags of MISP itself"):
        export("misp", form)


@pytest.mark.parametrize("form", ["misp", "misp-galaxy", "misp-cluster"])
def test_an_empty_list_is_refused(form: str) -> None:
    with pytest.raises(oc.InputError, match="has no entries"):
        export("empact", form, on="1990-01-01")


def test_an_entry_that_no_tag_can_name_is_reported() -> None:
    fatf = oc.taxonomies["fatf"]
    odd = attrs.evolve(fatf.entries[0], id='a "b"')
    found = export(attrs.evolve(fatf, entries=(odd, *fatf.entries[1:])), "misp")
    assert ('a "b"', "tag") in {(each.id, each.what) for each in found.without}
    with pytest.raises(oc.InputError, match="no entry"):
        export(attrs.evolve(fatf, entries=(odd,)), "misp")


@pytest.mark.parametrize("key", LISTS)
def test_every_entry_is_in_the_cluster_under_a_label_of_its_own(key: str) -> None:
    """MISP tells the entries of a cluster by their label."""
    values = [each["value"] for each in export(key, "misp-cluster").data["values"]]
    assert len(set(values)) == len(values) == (len(oc.crimes) if key == HUB else len(oc.taxonomies[key]))


def test_a_cluster_keeps_the_exact_relation_of_every_match() -> None:
    values = export("fatf", "misp-cluster").data["values"]
    tags = [tag for each in values for other in each.get("related", ()) for tag in other.get("tags", ())]
    rows = [match for match in oc.BUILT_IN.matches if match.source == "fatf"]
    assert sorted(tags) == sorted(f'orgcrime:match="{row.relation.value}"' for row in rows)


def test_two_clusters_refer_to_each_others_entries() -> None:
    fatf = {each["uuid"] for each in export("fatf", "misp-cluster").data["values"]}
    hub = export("crimes", "misp-cluster").data["values"]
    targets = {other["dest-uuid"] for each in hub for other in each.get("related", ())}
    assert targets & fatf
    assert {each["uuid"] for each in export("fatf", "misp").data["values"][0]["entry"]} == fatf


def test_a_galaxy_and_its_cluster_belong_together() -> None:
    galaxy, cluster = (export("fatf", form).data for form in ("misp-galaxy", "misp-cluster"))
    assert [galaxy[name] for name in ("type", "uuid", "version")] == [
        cluster[name] for name in ("type", "uuid", "version")
    ]
