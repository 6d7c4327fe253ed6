"""Every public class: written, described by a schema, read back or said to be an answer, and a field of pydantic's."""

import asyncio
import enum
import functools
import json
from pathlib import Path
from typing import Any

import attrs
import httpx
import jsonschema  # type: ignore[import-untyped]
import made
import pydantic
import pytest
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime.answers import Fields, Rows, shape_of
from orgcrime.casefile import answer, read_case
from orgcrime.interop import export
from orgcrime.law.comparison import Coverage
from orgcrime.law.rule import parameters
from orgcrime.schema import json_schema

CASES = sorted((Path(__file__).parents[1] / "examples" / "cases").glob("*.json"))
DATA = Path(oc.__file__).parent / "data"

# A registry and its like hold records that are written one by one; a fault and a talk are of the moment.
WITHOUT = {"Catalogue", "Extended", "Fault", "Interview", "Registry", "Selection"}

PUBLIC: dict[str, Any] = {
    name: getattr(oc, name)
    for name in oc.__all__
    if isinstance(getattr(oc, name), type) and not issubclass(getattr(oc, name), (enum.Enum, Exception))
}

BASES = oc.legal_bases("FR", "BR", cooperation="extradition", crime="money-laundering", on="2019-07-01")
WALK = oc.crosswalk("eaw", "fatf")
DUTIES = oc.duties("UNTOC")
FINDING = oc.assess("untoc-organized-criminal-group", oc.Group(persons=2, ongoing=True))
STANDING = oc.standing("GB", "UNTOC", on="2019-07-01")
SAMPLES: dict[str, Any] = {
    "Act": next(act for each in oc.participations.values() for act in each.acts),
    "Answer": answer(read_case(CASES[0])),
    "Article": oc.instruments["untoc"].articles[0],
    "Basis": BASES.bases[0],
    "Between": oc.Between(2, oc.LIFE),
    "Body": next(iter(oc.bodies.values())),
    "Case": oc.Case(offence=oc.Offence(maximum_penalty=oc.DEATH)),
    "CaseFile": read_case(CASES[0]),
    "Citation": oc.instruments["untoc"].citation.at("2(a)"),
    "Comparison": oc.compare("untoc-organized-criminal-group", "eu-criminal-organisation"),
    "Condition": next(each for basis in BASES.bases for each in basis.conditions),
    "Counterpart": next(each for found in WALK.counterparts for each in found),
    "Coverage": WALK.coverage(),
    "CrimeCategory": oc.crimes["money-laundering"],
    "Crosswalk": WALK,
    "DataDiff": oc.data_diff(DATA, DATA),
    "Definition": oc.definitions["untoc-scope"],
    "Diff": oc.diff("UNTOC", "2018-07-01", "2019-07-01"),
    "Duties": DUTIES,
    "Duty": DUTIES.found[0],
    "Entry": oc.taxonomies["fatf"].entries[0],
    "Export": export("fatf", "stix"),
    "Extension": oc.Extension(name="ours", package="ours", version="1", brings=(("bodies", 2),)),
    "Finding": FINDING,
    "Group": oc.Group(persons=oc.Between(2, None), ongoing=True),
    "Hit": oc.find("Palermo")[0],
    "Horizon": next(iter(oc.horizons.values())),
    "Instrument": oc.instruments["untoc"],
    "Key": oc.Key("untoc", "id"),
    "LegalBases": BASES,
    "Listing": oc.Listing(["FR"], complete=True),
    "Match": oc.BUILT_IN.matches[0],
    "Matrix": oc.matrix(["untoc-organized-criminal-group", "eu-criminal-organisation"]),
    "Membership": STANDING.memberships[0],
    "Name": oc.Name(text="Palermo Convention", language="en"),
    "Offence": oc.Offence(states=oc.Listing(["FR"])),
    "Outline": FINDING.outline(),
    "Panel": oc.panel(["UNTOC"], years=[2003], participants=["BR"]),
    "PartialDate": oc.PartialDate.read("2004-02"),
    "Participant": oc.participants["fr"],
    "Participation": next(iter(oc.participations.values())),
    "Parties": oc.parties("UNTOC", on="2019-07-01"),
    "Period": oc.Period.read("1999-07-01/2017-04"),
    "Programme": next(iter(oc.programmes.values())),
    "Reference": oc.Reference("untoc-text", "art. 2"),
    "Source": next(iter(oc.sources.values())),
    "Standing": STANDING,
    "Taxonomy": oc.taxonomies["fatf"],
    "Timeline": oc.timeline("UNTOC"),
    "Verdict": oc.check(participant="FR", instrument="UNTOC", act="ratification", year=2002),
}
ANSWERS = {name: sample for name, sample in SAMPLES.items() if shape_of(type(sample)) is not None}
READ = {name: sample for name, sample in SAMPLES.items() if name not in ANSWERS}


def test_every_public_class_is_written_or_said_to_be_without_a_form() -> None:
    assert SAMPLES.keys() | WITHOUT == PUBLIC.keys()
    assert not SAMPLES.keys() & WITHOUT
    assert [name for name, sample in SAMPLES.items() if type(sample) is not PUBLIC[name]] == []


@pytest.mark.parametrize("name", sorted(WITHOUT))
def test_what_has_no_written_form_says_so(name: str) -> None:
    for ask in (json_schema, lambda kind: oc.from_json("{}", kind)):
        with pytest.raises(oc.InputError, match="has no written form"):
            ask(PUBLIC[name])


@pytest.mark.parametrize("name", SAMPLES)
def test_what_is_written_is_valid_and_the_schema_refuses_what_it_does_not_know(name: str) -> None:
    schema = json_schema(PUBLIC[name])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    written = json.loads(oc.to_json(SAMPLES[name]))
    validator.validate(written)
    assert not validator.is_valid({"no such field": 1})
    if isinstance(written, dict):
        assert not validator.is_valid(written | {"no such field": 1})
    assert schema["title"] == name
    assert schema["description"]


@pytest.mark.parametrize("name", READ)
def test_a_record_is_read_back(name: str) -> None:
    assert oc.from_json(oc.to_json(READ[name]), PUBLIC[name]) == READ[name]


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_is_not_read_and_says_so(name: str) -> None:
    with pytest.raises(oc.InputError, match=f"{name} is an answer, which is written and not read: put its question"):
        oc.from_json(oc.to_json(ANSWERS[name]), PUBLIC[name])


@pytest.mark.parametrize("name", ANSWERS)
def test_every_field_of_an_answer_is_written_and_described(name: str) -> None:
    written = json.loads(oc.to_json(ANSWERS[name]))
    schema = json_schema(PUBLIC[name])
    shape = shape_of(PUBLIC[name])
    one, of = (written[0], shape.of) if isinstance(shape, Rows) else (written, shape)
    assert isinstance(of, Fields)
    assert one.keys() - {"orgcrime"} == of.of.keys()
    fields = (schema["items"] if isinstance(shape, Rows) else schema)["properties"]
    assert [key for key, field in fields.items() if not field.get("description")] == []


def test_whether_a_definition_covers_another_is_written_and_described() -> None:
    found = oc.covers("eu-criminal-organisation", "untoc-organized-criminal-group")
    jsonschema.Draft202012Validator(json_schema(Coverage)).validate(json.loads(oc.to_json(found)))


# As fields of pydantic models, and of FastAPI's.


@pytest.mark.parametrize("name", SAMPLES)
def test_every_public_record_is_a_field_as_it_stands(name: str) -> None:
    sample = SAMPLES[name]
    adapter: Any = pydantic.TypeAdapter(PUBLIC[name])
    assert adapter.validate_python(sample) is sample
    assert json.loads(adapter.dump_json(sample)) == plain(sample)
    if name in READ:
        assert adapter.validate_json(adapter.dump_json(sample)) == sample
    else:
        with pytest.raises(pydantic.ValidationError, match="written and not read"):
            adapter.validate_json(adapter.dump_json(sample))


def plain(sample: Any) -> Any:
    """Return what is written, without the version that stands on top."""
    written = json.loads(oc.to_json(sample))
    return (
        {name: each for name, each in written.items() if name != "orgcrime"} if isinstance(written, dict) else written
    )


@pytest.mark.parametrize("mode", ["validation", "serialization"])
@pytest.mark.parametrize("name", SAMPLES)
def test_the_schema_of_a_model_holds_what_the_model_writes(name: str, mode: Any) -> None:
    kind: Any = PUBLIC[name]
    fields: Any = {"held": (kind, ...), "several": (list[kind], [])}
    model: Any = pydantic.create_model("Held", **fields)
    schema = model.model_json_schema(mode=mode)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    held = model(held=SAMPLES[name], several=[SAMPLES[name]])
    validator.validate(json.loads(held.model_dump_json()))
    assert not validator.is_valid({"held": {"no such field": 1}})


def test_the_answers_of_a_service_are_written_and_described() -> None:
    app = FastAPI()
    for name, sample in SAMPLES.items():
        app.add_api_route(f"/{name}", functools.partial(lambda held: held, sample), response_model=PUBLIC[name])
    described = app.openapi()
    found = asyncio.run(got(app))
    assert found.keys() == SAMPLES.keys()
    for name, answered in found.items():
        assert answered == plain(SAMPLES[name])
        schema = described["paths"][f"/{name}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema.Draft202012Validator(schema | {"components": described["components"]}).validate(answered)


async def got(app: FastAPI) -> dict[str, Any]:
    """Return what a service answers."""
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
        return {name: (await client.get(f"/{name}")).raise_for_status().json() for name in SAMPLES}


# Case files.


@st.composite
def case_files(draw: st.DrawFn) -> oc.CaseFile:
    """Any case that a file can hold."""
    own = draw(st.booleans())
    about = draw(st.sampled_from([oc.Group, oc.Offence]))
    definition = draw(made.definitions_of(about) if own else st.sampled_from(list(oc.definitions.values())))
    answers = st.dictionaries(st.sampled_from(sorted(parameters(definition)) or ["p"]), st.none() | st.booleans())
    texts = st.none() | st.text(max_size=8)
    return oc.CaseFile(
        definition=definition,
        facts=draw(made.facts_of(definition.about)),
        title=draw(texts),
        source=draw(texts),
        parameters=draw(answers),
        states=tuple(draw(st.lists(st.sampled_from(["FR", "Brazil", "us"]), max_size=2))),
        on=draw(st.none() | st.just("2019-07-01").map(oc.PartialDate.read).map(lambda day: day.day)),
        note=draw(texts),
    )


@given(case_files())
def test_any_case_file_reads_back_and_is_valid(case: oc.CaseFile) -> None:
    written = oc.to_json(case)
    assert oc.from_json(written, oc.CaseFile) == case
    CASE_FILE.validate(json.loads(written))


CASE_FILE = jsonschema.Draft202012Validator(json_schema(oc.CaseFile))


def test_a_case_that_is_written_is_a_case_file(tmp_path: Path) -> None:
    """The command line would refuse what the library has written."""
    for path in CASES:
        case = read_case(path)
        again = tmp_path / path.name
        again.write_text(oc.to_json(case), encoding="utf-8")
        assert json.loads(again.read_text(encoding="utf-8"))["orgcrime"] == 1
        assert read_case(again) == case


def test_a_case_of_a_version_to_come_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "case.json"
    file.write_text('{"orgcrime": 2, "definition": "untoc-scope", "facts": {}}', encoding="utf-8")
    with pytest.raises(oc.InputError, match=r"case\.json\.orgcrime: 2 is not a version that can be read: expected 1"):
        read_case(file)


def test_a_definition_of_ones_own_is_written_in_full() -> None:
    own = attrs.evolve(oc.definitions["untoc-scope"], title="our scope")
    case = oc.CaseFile(definition=own, facts=oc.Case())
    assert json.loads(oc.to_json(case))["definition"]["title"] == "our scope"
    assert oc.from_json(oc.to_json(case), oc.CaseFile).definition == own


def test_every_fault_of_a_case_is_named_with_its_place() -> None:
    wrong = {
        "definition": {"id": "x", "rule": {"holds": 1}},
        "facts": {},
        "states": ["Atlantis", 3],
        "parameters": {"p": "yes"},
        "titel": "x",
        "on": "2019-02-30",
        "note": 3,
    }
    with pytest.raises(oc.InputError) as caught:
        oc.from_json(json.dumps(wrong), oc.CaseFile)
    assert {fault.path for fault in caught.value.faults} == {
        "titel",
        "definition.title",
        "definition.citation",
        "definition.about",
        "definition.rule.holds",
        "on",
        "note",
        "parameters.p",
        "states[0]",
        "states[1]",
    }
    with pytest.raises(oc.InputError, match="holds 1001 States; at most 1000 are taken"):
        oc.from_json(json.dumps({"states": ["FR"] * 1001}), oc.CaseFile)


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ("3", oc.Between, "expected an object with 'at_least' or 'at_most', found a number"),
        ('{"at_least": 5, "at_most": 2}', oc.Between, "the least (5) is greater than the most (2)"),
        ('{"least": 5}', oc.Between, "there is no such field"),
        ('"FR"', oc.Listing, "expected a list or an object with 'values', found a text"),
        ("[3]", oc.Listing, "3 is not a text"),
    ],
)
def test_a_range_or_a_listing_that_is_none_is_refused(text: str, kind: Any, said: str) -> None:
    with pytest.raises(oc.InputError) as caught:
        oc.from_json(text, kind)
    assert said in str(caught.value)


def test_a_range_and_a_listing_are_written_as_the_facts_have_them() -> None:
    assert oc.to_json(oc.Between(2, oc.LIFE), indent=None) == '{"orgcrime": 1, "at_least": 2, "at_most": "life"}'
    assert oc.to_json(oc.Listing(["FR"]), indent=None) == '["FR"]'
    assert oc.to_json(oc.Listing([], complete=True), indent=None) == '{"orgcrime": 1, "values": [], "complete": true}'
