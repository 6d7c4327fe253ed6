"""JSON Schema: valid itself, true to what is read and written, and a form for those who have to fill it in."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import made
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime.catalogue import BUILT_IN, REGISTRIES
from orgcrime.law.values import FactKind, specification
from orgcrime.schema import json_schema
from orgcrime.serial import from_plain
from orgcrime.serial.facts import FACTS

RECORDS = sorted(
    {type(each) for name in REGISTRIES for each in getattr(BUILT_IN, name).values()} - {oc.Definition},
    key=lambda kind: str(kind.__name__),
)
KINDS: list[Any] = [*FACTS.values(), *RECORDS, oc.Definition, oc.Finding, oc.Standing, oc.Parties, oc.CaseFile]
TEXTS: list[Any] = [oc.PartialDate, oc.Period, oc.Truth]
READ: list[Any] = [*FACTS.values(), *RECORDS, oc.Definition, *TEXTS]
CASES = Path(__file__).parents[1] / "examples" / "cases"

# What no schema can say: which of two comes first, and what a rule asks of its class.
ORDER = "is greater than the most|ends before it begins|its first possible day is after its last"
SENSE = "has no fact|which .* cannot ask|is no part|can never be|is not one of the|has no parts"
SENSE += "|a rule is deeper|does not reach|bound|at least"


def checker(kind: Any) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema(kind))


VALIDATORS = {kind: checker(kind) for kind in (*KINDS, *TEXTS)}


def name(kind: Any) -> str:
    return f"{kind.__module__.removeprefix('orgcrime.')}.{kind.__name__}"


@pytest.mark.parametrize("kind", KINDS + TEXTS, ids=name)
def test_every_schema_is_a_schema(kind: Any) -> None:
    schema = json_schema(kind)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    assert json.loads(json.dumps(schema)) == schema


@pytest.mark.parametrize("kind", KINDS, ids=name)
def test_every_field_is_described_and_no_other_is_allowed(kind: Any) -> None:
    """A form that is made from the schema would ask without saying what."""
    schema = json_schema(kind)
    for each in (schema, *schema.get("$defs", {}).values()):
        for node in each.get("oneOf", [each]) if each.get("title") == "Rule" else [each]:
            assert node["additionalProperties"] is False
            assert node["description"]
            lacking = [key for key, field in node["properties"].items() if not field.get("description")]
            assert [key for key in lacking if key not in ("participant", "number")] == []


@pytest.mark.parametrize("kind", KINDS, ids=name)
def test_every_reference_leads_somewhere_and_every_part_is_used(kind: Any) -> None:
    schema = json_schema(kind)
    used = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(schema)))
    assert used == set(schema.get("$defs", {}))


# The form of facts.


def test_a_fact_is_described_by_its_question_and_the_articles_that_ask_it() -> None:
    fields = json_schema(oc.Group)["properties"]
    for key, fact in specification(oc.Group).items():
        assert fields[key]["description"].startswith(fact.question)
        assert fields[key]["title"] == fact.label
    assert "In persons." in fields["persons"]["description"]
    assert "UNTOC art. 2(a)" in fields["persons"]["description"]
    assert fields["persons"]["description"].endswith("null: not known.")


def test_facts_have_the_form_that_the_guide_says() -> None:
    fields = json_schema(oc.Group)["properties"]
    assert fields["orgcrime"]["const"] == 1
    assert fields["ongoing"]["type"] == ["boolean", "null"]
    whole, between, nothing = fields["persons"]["anyOf"]
    assert (whole, nothing) == ({"type": "integer", "minimum": 0}, {"type": "null"})
    assert list(between["properties"]) == ["at_least", "at_most"]
    assert fields["maximum_penalty"]["anyOf"][:2] == [{"type": "number", "minimum": 0}, {"enum": ["life", "death"]}]
    values, listing, _ = fields["aims"]["anyOf"]
    assert "economic-control" in values["items"]["enum"]
    assert list(listing["properties"]) == ["values", "complete"]
    case = json_schema(oc.Case)
    assert case["properties"]["group"]["anyOf"][0] == {"$ref": "#/$defs/Group"}
    assert "orgcrime" not in case["$defs"]["Group"]["properties"]


@pytest.mark.parametrize("about", FACTS.values(), ids=FACTS)
def test_every_vocabulary_is_listed(about: Any) -> None:
    fields = json_schema(about)["properties"]
    for key, fact in specification(about).items():
        if fact.kind is FactKind.LISTING and fact.vocabulary is not None:
            assert fields[key]["anyOf"][0]["items"]["enum"] == [each.value for each in fact.vocabulary]


# What is written is valid.


@pytest.mark.parametrize("registry", REGISTRIES)
def test_every_record_that_is_written_is_valid(registry: str) -> None:
    for record in getattr(BUILT_IN, registry).values():
        VALIDATORS[type(record)].validate(json.loads(oc.to_json(record)))


@pytest.mark.parametrize("about", FACTS.values(), ids=FACTS)
@settings(max_examples=10)
@given(st.data())
def test_any_facts_that_are_written_are_valid(about: Any, data: st.DataObject) -> None:
    VALIDATORS[about].validate(json.loads(oc.to_json(data.draw(made.facts_of(about)))))


@given(st.sampled_from([oc.Group, oc.Offence]).flatmap(made.definitions_of))
def test_any_definition_that_is_written_is_valid(definition: oc.Definition) -> None:
    VALIDATORS[oc.Definition].validate(json.loads(oc.to_json(definition)))


@pytest.mark.parametrize("definition", oc.definitions.values(), ids=lambda each: str(each.id))
@settings(max_examples=4)
@given(st.data())
def test_any_finding_that_is_written_is_valid(definition: oc.Definition, data: st.DataObject) -> None:
    found = oc.assess(definition, data.draw(made.facts_of(definition.about)))
    VALIDATORS[oc.Finding].validate(json.loads(oc.to_json(found)))


def test_the_facts_of_a_finding_are_those_that_its_definition_is_about() -> None:
    written = json.loads(oc.to_json(oc.assess("untoc-serious-crime", oc.Offence(maximum_penalty=5))))
    written["facts"] = {"persons": 3}
    assert not VALIDATORS[oc.Finding].is_valid(written)


@given(made.partial_dates, made.periods)
def test_any_day_and_any_period_that_are_written_are_valid(day: oc.PartialDate, period: oc.Period) -> None:
    VALIDATORS[oc.PartialDate].validate(day.isoformat())
    VALIDATORS[oc.Period].validate(period.isoformat())


@pytest.mark.parametrize(
    ("who", "what"), [("FR", "UNCAC"), ("GB", "UNTOC"), ("kosovo", "UNTOC"), ("US", "rome-statute")]
)
def test_any_standing_that_is_written_is_valid(who: str, what: str) -> None:
    if what in oc.instruments and who in oc.participants:
        VALIDATORS[oc.Standing].validate(json.loads(oc.to_json(oc.standing(who, what))))


def test_the_parties_that_are_written_are_valid() -> None:
    VALIDATORS[oc.Parties].validate(json.loads(oc.to_json(oc.parties("UNTOC"))))


@pytest.mark.parametrize("path", sorted(CASES.glob("*.json")), ids=lambda path: str(path.stem))
def test_the_case_files_of_the_examples_are_valid(path: Path) -> None:
    VALIDATORS[oc.CaseFile].validate(json.loads(path.read_text(encoding="utf-8")))


# What is valid is read, and what is read is valid.


def refusal(value: Any, kind: Any) -> tuple[oc.Fault, ...]:
    try:
        from_plain(value, kind)
    except oc.InputError as error:
        return error.faults or (oc.Fault("", "an error without a fault"),)
    return ()


@pytest.mark.parametrize("kind", READ, ids=name)
@settings(max_examples=20, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(st.data())
def test_what_is_valid_is_read(kind: Any, data: st.DataObject) -> None:
    """A form would let through what the library then refuses."""
    schema = json_schema(kind)
    value = data.draw(made.fitting(schema, schema.get("$defs", {})))
    assume(VALIDATORS[kind].is_valid(value))
    allowed = ORDER if kind is not oc.Definition else f"{ORDER}|{SENSE}"
    assert [fault for fault in refusal(value, kind) if not re.search(allowed, fault.message)] == []


anything = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.floats(-2, 2)
    | st.text(max_size=3)
    | st.sampled_from(
        ["life", "2004-02", "2004-02-30", "2100-02-29", "2004-02\n", "0000", "untoc", "2004/..", "Group"]
    ),
    lambda below: st.lists(below, max_size=2) | st.dictionaries(st.sampled_from(["values", "id", "at_least"]), below),
    max_leaves=4,
)


@pytest.mark.parametrize("kind", READ, ids=name)
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_what_is_read_is_valid(kind: Any, data: st.DataObject) -> None:
    """The library would take what the schema that it publishes calls wrong."""
    schema = json_schema(kind)
    value = data.draw(made.fitting(schema, schema.get("$defs", {})))
    places = [place for place in walk(value) if place]
    if places:
        *way, last = data.draw(st.sampled_from(places))
        holder = value
        for step in way:
            holder = holder[step]
        holder[last] = data.draw(anything)
    else:
        value = data.draw(anything)
    if not refusal(value, kind):
        VALIDATORS[kind].validate(value)


def walk(value: Any, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place, *(each for key, below in inner for each in walk(below, (*place, key)))]


@pytest.mark.parametrize(
    "text", ["2003-02-30", "2100-02-29", "2004-02-29", "0000", "0001", "2004-13", "2004-02-29\n", "[..]"]
)
def test_the_calendar_of_the_schema_is_the_calendar(text: str) -> None:
    assert VALIDATORS[oc.PartialDate].is_valid(text) is (refusal(text, oc.PartialDate) == ())


def test_every_day_of_four_hundred_years_is_a_day_and_none_after_the_last_of_a_month() -> None:
    pattern = re.compile(json_schema(oc.PartialDate)["pattern"])
    for year in (*range(1, 500), 1900, 2000, 2024, 2100, 9996, 9999):
        for month, last in enumerate((31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), 1):
            leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
            found = last - (month == 2 and not leap)
            assert pattern.search(f"{year:04}-{month:02}-{found:02}")
            assert not pattern.search(f"{year:04}-{month:02}-{found + 1:02}")


def test_a_listing_that_is_too_long_is_refused_by_both() -> None:
    for value in ({"states": ["x"] * 1001}, {"states": ["x" * 1001]}):
        assert refusal(value, oc.Offence)
        assert not VALIDATORS[oc.Offence].is_valid(value)


class Nothing:
    """Something that has no written form."""


@pytest.mark.parametrize("kind", [Nothing, 5, "Group", list, oc.Group(), None])
def test_what_has_no_written_form_has_no_schema(kind: Any) -> None:
    with pytest.raises(oc.InputError, match="has no written form"):
        json_schema(kind)
