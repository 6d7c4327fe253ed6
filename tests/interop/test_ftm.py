"""FollowTheMoney: the shape of the entities; what its own library says of them is in `test_followthemoney.py`."""

import json
import re

import pytest

import orgcrime as oc
from orgcrime.crosswalks import HUB
from orgcrime.interop import export
from orgcrime.model.body import BodyKind, TargetKind

LISTS = [*oc.taxonomies, HUB]


def test_every_line_is_an_entity_of_texts() -> None:
    for line in export("bodies", "ftm").text().splitlines():
        entity = json.loads(line)
        assert set(entity) == {"id", "schema", "properties"}
        assert re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?", entity["id"])
        assert all(isinstance(value, str) and value for values in entity["properties"].values() for value in values)


def test_every_body_is_an_entity_or_is_reported() -> None:
    found = export("bodies", "ftm")
    entities = {each["id"].removeprefix("orgcrime-body-") for each in found.data}
    without = {each.id for each in found.without if each.what == "record"}
    assert set(oc.bodies) == {each for each in entities if each in oc.bodies} | without
    assert without == {each.id for each in oc.bodies.values() if each.kind is BodyKind.EU_POLICY_INSTRUMENT}


def test_every_relation_is_a_link_or_is_reported() -> None:
    found = export("bodies", "ftm")
    links = [each for each in found.data if each["id"].startswith("orgcrime-link-")]
    reported = [each for each in found.without if " " in each.what and not each.what.startswith("sourceUrl")]
    assert len(links) + len(reported) == sum(len(body.relations) for body in oc.bodies.values())
    outside = [each for body in oc.bodies.values() for each in body.relations if each.target_kind is TargetKind.OUTSIDE]
    assert len(reported) >= len(outside)


def test_ids_are_unique() -> None:
    ids = [each["id"] for each in export("bodies", "ftm").data]
    assert len(set(ids)) == len(ids)


def test_no_body_bears_a_topic_of_crime_or_sanctions() -> None:
    """A body that fights crime must never be tagged with it."""
    topics = {topic for each in export("bodies", "ftm").data for topic in each["properties"].get("topics", ())}
    assert topics == {"gov", "gov.igo", "gov.national"}


def test_a_past_name_is_a_previous_one() -> None:
    europol = next(each for each in export("bodies", "ftm").data if each["id"] == "orgcrime-body-europol")
    assert europol["properties"]["previousName"] == ["European Police Office", "Office européen de police"]
    assert "European Police Office" not in europol["properties"]["alias"]


@pytest.mark.parametrize("key", LISTS)
def test_an_entry_has_a_topic_or_is_reported(key: str) -> None:
    found = export(key, "ftm")
    entries = set(oc.crimes) if key == HUB else {entry.id for entry in oc.taxonomies[key]}
    assert {each["entry"] for each in found.data} | {each.id for each in found.without} == entries


def test_a_topic_comes_with_its_relation() -> None:
    rows = {(each["entry"], each["topic"], each["match"]) for each in export("crimes", "ftm").data}
    assert ("money-laundering", "crime.fin", "broad") in rows
    assert ("migrant-smuggling", "crime.traffick.human", "related") in rows


def test_every_topic_is_one_of_the_vocabulary() -> None:
    topics = {each["topic"] for key in LISTS if key != "ftm" for each in export(key, "ftm").data}
    assert topics <= {entry.code for entry in oc.taxonomies["ftm"]}
