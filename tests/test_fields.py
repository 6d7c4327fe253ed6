"""Classes and ids of this library as fields of pydantic models."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Annotated, Any

import jsonschema  # type: ignore[import-untyped]
import made
import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime.fields import Named, Written, place
from orgcrime.serial.facts import FACTS

SOURCES = Path(oc.__file__).parents[1]


class Question(pydantic.BaseModel):
    group: oc.Group
    case: oc.Case | None = None
    others: list[oc.Group] = []
    instrument: Annotated[str, Named("instruments")] = "untoc"
    state: Annotated[oc.Participant, Named("participants")] | None = None
    day: Annotated[oc.PartialDate, Written()] | None = None


class Answer(pydantic.BaseModel):
    finding: Annotated[oc.Finding, Written()]
    record: Annotated[oc.Instrument, Written()]


def refused(**given: Any) -> list[dict[str, Any]]:
    with pytest.raises(pydantic.ValidationError) as caught:
        Question.model_validate_json(json.dumps({"group": {}} | given))
    return [{"loc": each["loc"], "msg": each["msg"]} for each in caught.value.errors()]


@pytest.mark.parametrize("about", FACTS.values(), ids=FACTS)
@settings(max_examples=10)
@given(st.data())
def test_any_facts_go_through_a_model_and_come_back(about: type, data: st.DataObject) -> None:
    value = data.draw(made.facts_of(about))
    adapter: Any = pydantic.TypeAdapter(about)
    assert adapter.validate_json(adapter.dump_json(value)) == value
    assert adapter.validate_python(value) is value


def test_every_fault_is_named_with_its_place_in_the_model() -> None:
    found = refused(
        group={"persons": -1, "ags": 3},
        case={"offence": {"maximum_penalty": "x"}, "group": 3},
        others=[{}, {"persons": "two"}],
        instrument="untc",
        state="Atlantis",
        day="2004-02-30",
    )
    assert [each["loc"] for each in found] == [
        ("group", "ags"),
        ("group", "persons"),
        ("case", "offence", "maximum_penalty"),
        ("case", "group"),
        ("others", 1, "persons"),
        ("instrument",),
        ("state",),
        ("day",),
    ]
    assert found[1]["msg"] == "-1 is not a number of persons: expected 0 or more"
    assert found[5]["msg"].startswith("no instrument is known as 'untc'. Did you mean 'untoc'")
    assert found[7]["msg"] == "'2004-02-30' is not a day: day is out of range for month"


def test_a_fault_within_a_list_of_a_record_is_named_with_its_place() -> None:
    written = json.loads(oc.to_json(oc.instruments["untoc"]))
    written["articles"][1]["number"] = 2
    with pytest.raises(pydantic.ValidationError) as caught:
        pydantic.TypeAdapter(Annotated[oc.Instrument, Written()]).validate_python(written)
    (fault,) = caught.value.errors()
    assert (fault["loc"], fault["input"]) == (("articles", 1, "number"), 2)


def test_facts_are_taken_as_objects_and_as_their_written_form() -> None:
    group = oc.Group(persons=oc.Between(2, None))
    assert Question(group=group).group is group
    assert Question.model_validate({"group": {"persons": {"at_least": 2}}}).group == group
    assert Question.model_validate({"group": {"persons": oc.Between(2, None)}}).group == group


def test_a_model_is_written_as_the_library_writes() -> None:
    question = Question(group=oc.Group(persons=3), state="France", day=oc.PartialDate.read("2004-02"))  # type: ignore[arg-type]
    assert json.loads(question.model_dump_json()) == {
        "group": {"persons": 3},
        "case": None,
        "others": [],
        "instrument": "untoc",
        "state": "fr",
        "day": "2004-02",
    }
    assert Question.model_validate_json(question.model_dump_json()) == question
    assert question.model_dump()["group"] is question.group


def test_a_name_becomes_an_id_or_a_record() -> None:
    question = Question.model_validate({"group": {}, "instrument": "Palermo Convention", "state": "FR"})
    assert question.instrument == "untoc"
    assert question.state is oc.participants["fr"]


def test_a_name_is_looked_up_in_the_catalogue_given() -> None:
    ours = oc.Instrument(
        id="ours", title="Ours", kind=oc.instruments["untoc"].kind, status=oc.EvidenceStatus.UNVERIFIED, sources=()
    )
    mine = oc.BUILT_IN.replacing(instruments=oc.instruments.including(ours))
    adapter: Any = pydantic.TypeAdapter(Annotated[oc.Instrument, Named("instruments", catalogue=mine)])
    assert adapter.validate_python("ours") == ours


def test_a_registry_that_there_is_not_is_refused() -> None:
    with pytest.raises(oc.InputError, match=r"'instrument' is not a registry\. Did you mean 'instruments'"):
        Named("instrument")


def test_findings_and_records_are_written_out_in_full() -> None:
    found = oc.assess("untoc-structured-group", oc.Group(randomly_formed=False))
    answer = Answer(finding=found, record=oc.instruments["untoc"])
    again = Answer.model_validate_json(answer.model_dump_json())
    assert (again.finding, again.record) == (found, oc.instruments["untoc"])


@pytest.mark.parametrize("mode", ["validation", "serialization"])
@pytest.mark.parametrize("model", [Question, Answer])
def test_the_schema_of_a_model_is_a_schema_and_holds_what_is_written(model: Any, mode: Any) -> None:
    schema = model.model_json_schema(mode=mode)
    jsonschema.Draft202012Validator.check_schema(schema)
    question = Question(
        group=oc.Group(persons=oc.Between(2)), case=oc.Case(offence=oc.Offence(maximum_penalty=oc.LIFE))
    )
    answer = Answer(finding=oc.assess("untoc-scope", oc.Case()), record=oc.instruments["untoc"])
    held = question if model is Question else answer
    jsonschema.Draft202012Validator(schema).validate(json.loads(held.model_dump_json()))


def test_the_schema_of_a_model_has_the_questions_and_refuses_other_facts() -> None:
    schema = Question.model_json_schema()
    group = schema["$defs"]["Group"]
    assert schema["properties"]["group"] == {"$ref": "#/$defs/Group"}
    assert group["properties"]["persons"]["description"].startswith("How many persons make up the group?")
    assert group["additionalProperties"] is False
    assert schema["properties"]["instrument"]["type"] == "string"
    validator = jsonschema.Draft202012Validator(schema)
    assert not validator.is_valid({"group": {"person": 3}})
    assert not validator.is_valid({"group": {"persons": "3"}})


def test_a_name_is_described_as_it_is_read_and_as_it_is_written() -> None:
    read, written = (
        Question.model_json_schema(mode=mode)["properties"]["instrument"]["description"]
        for mode in ("validation", "serialization")
    )
    assert read == "One of the instruments, by its id, a name or a code."
    assert written == "The id of one of the instruments."


@given(st.dictionaries(st.text(max_size=4), st.none() | st.integers() | st.text(max_size=4), max_size=3))
def test_whatever_is_wrong_is_an_error_of_pydantic(value: dict[str, Any]) -> None:
    adapter = pydantic.TypeAdapter(oc.Group)
    found = {"error": "read"}
    try:
        adapter.validate_python(value)
    except pydantic.ValidationError as error:
        found = json.loads(error.json())
    assert found


@pytest.mark.parametrize(
    "value", [{"\ud800": 1}, {"aims": ["\ud800"]}, {"persons": float("nan")}, {"persons": 10**400}]
)
def test_hostile_values_are_errors_of_pydantic(value: dict[str, Any]) -> None:
    with pytest.raises(pydantic.ValidationError) as caught:
        pydantic.TypeAdapter(oc.Group).validate_python(value)
    assert all("\ud800" not in str(each["loc"]) + each["msg"] for each in caught.value.errors())


@pytest.mark.parametrize(
    ("path", "steps"),
    [("", ()), ("a", ("a",)), ("a.b[0][12].c", ("a", "b", 0, 12, "c")), ("[3]", (3,)), ("a..b", ("a", "b"))],
)
def test_a_place_is_said_step_by_step(path: str, steps: tuple[str | int, ...]) -> None:
    assert place(path) == steps


def test_pydantic_is_not_loaded_by_the_classes_that_it_takes() -> None:
    """A dependency that nobody asked for would come with every import."""
    program = (
        f"import sys; sys.path.insert(0, {str(SOURCES)!r})\n"
        "import orgcrime.serial, orgcrime.schema, orgcrime.fields\n"
        "import orgcrime as oc; oc.Group.__get_pydantic_core_schema__\n"
        "print([name for name in sys.modules if name.startswith('pydantic')])"
    )
    done = subprocess.run([sys.executable, "-I", "-c", program], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "[]\n"
