"""The example service: started by its command, asked by a real client over HTTP, and asked what makes no sense."""

import contextlib
import importlib
import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import jsonschema  # type: ignore[import-untyped]
import pytest

import orgcrime as oc
from orgcrime.law.rule import parameters

ROOT = Path(__file__).parents[1]
SERVICE = ROOT / "examples" / "service"
PALERMO = "/assess/untoc-organized-criminal-group"


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Where the service is, while these tests run."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "--app-dir", str(SERVICE), "app:app", "--port", str(port)]
    environment = {**os.environ, "PYTHONPATH": str(Path(oc.__file__).parents[1])}
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as server:
        try:
            _wait(f"http://127.0.0.1:{port}", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(10)


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None, "the service did not start"
        with contextlib.suppress(httpx.TransportError):
            httpx.get(f"{address}/find", params={"text": "untoc"})
            return
        time.sleep(0.1)
    pytest.fail("the service did not answer within thirty seconds")


@pytest.fixture
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=60) as made:
        yield made


def said(answer: httpx.Response) -> list[tuple[list[str | int], str]]:
    assert answer.status_code == 422
    return [(each["loc"], each["msg"]) for each in answer.json()["detail"]]


def test_a_case_is_answered_with_the_finding(client: httpx.Client) -> None:
    facts = {"persons": {"at_least": 2}, "randomly_formed": False, "maximum_penalty": "life"}
    answer = client.post(PALERMO, json={"facts": facts})
    assert answer.status_code == 200
    found = oc.from_json(answer.content, oc.Finding)
    group = oc.Group(persons=oc.Between(2, None), randomly_formed=False, maximum_penalty=oc.LIFE)
    assert found == oc.assess("untoc-organized-criminal-group", group)


def test_a_parameter_of_the_legal_order_is_passed_on(client: httpx.Client) -> None:
    key = next(key for key, each in oc.definitions.items() if parameters(each))
    answer = client.post(f"/assess/{key}", json={"facts": {}, "parameters": {}})
    assert answer.json()["truth"] == "unknown"
    (name, *_) = answer.json()["open_parameters"]
    known = client.post(f"/assess/{key}", json={"facts": {}, "parameters": {name: True}})
    assert known.json()["parameters"] == {name: True}


def test_every_definition_can_be_asked(client: httpx.Client) -> None:
    for key in oc.definitions:
        answer = client.post(f"/assess/{key}", json={"facts": {}})
        assert (answer.status_code, answer.json()["definition"]["id"]) == (200, key)


def test_every_fault_of_a_case_is_named_at_once(client: httpx.Client) -> None:
    asked = {"facts": {"persons": -1, "acting_in_concret": True, "aims": ["vote"]}, "parameters": {"x": 1}, "fcts": {}}
    assert sorted(said(client.post(PALERMO, json=asked)), key=str) == [
        (["body", "facts", "acting_in_concret"], "there is no such fact. Did you mean 'acting_in_concert'?"),
        (["body", "facts", "aims"], "'vote' is not one of the aims. Did you mean 'votes'?"),
        (["body", "facts", "persons"], "-1 is not a number of persons: expected 0 or more"),
        (["body", "fcts"], "Extra inputs are not permitted"),
        (["body", "parameters", "x"], "Extra inputs are not permitted"),
    ]


def test_a_parameter_of_the_legal_order_is_asked_by_its_question(client: httpx.Client) -> None:
    key, definition = next((key, each) for key, each in oc.definitions.items() if parameters(each))
    (name, rule), *_ = parameters(definition).items()
    ((place, _),) = said(client.post(f"/assess/{key}", json={"facts": {}, "parameters": {name: "yes"}}))
    assert place == ["body", "parameters", name]
    asked = client.get("/openapi.json").text
    assert json.dumps(rule.question, ensure_ascii=False) in asked


HOSTILE: dict[str, bytes] = {
    "broken": b'{"facts": {',
    "NaN": b'{"facts": {"persons": NaN}}',
    "a number beyond all": b'{"facts": {"persons": 1e999}}',
    "a number of a thousand digits": b'{"facts": {"persons": ' + b"9" * 1000 + b"}}",
    "half a pair of surrogates": b'{"facts": {"aims": ["\\ud800"]}}',
    "half a pair of surrogates as a key": b'{"facts": {"\\ud800": 1}}',
    "a key twice": b'{"facts": {}, "facts": {}}',
    "too deep": b"[" * 100_000,
    "no UTF-8": b"\xff\xfe",
    "too large": b" " * (1024 * 1024 + 1),
    "nothing": b"",
    "null": b"null",
    "a list": b"[]",
    "no facts": b"{}",
    "facts that are a text": b'{"facts": "x"}',
    "a long key": b'{"facts": {"' + b"a" * 100_000 + b'": 1}}',
    "many keys": json.dumps({"facts": {f"a{at}": at for at in range(5000)}}).encode(),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_input_is_refused_with_a_reason(client: httpx.Client, what: str) -> None:
    answer = client.post(PALERMO, content=HOSTILE[what], headers={"content-type": "application/json"})
    assert all(reason for _, reason in said(answer))


def test_a_standing_is_answered(client: httpx.Client) -> None:
    answer = client.get("/status/FR/UNCAC", params={"on": "2019-07-01"})
    assert answer.json() == oc.standing("FR", "UNCAC", on="2019-07-01").plain()


def test_the_parties_are_answered(client: httpx.Client) -> None:
    answer = client.get("/parties/Palermo Convention", params={"on": "2018-10-19"}).json()
    assert answer["participants"] == list(oc.parties("UNTOC", on="2018-10-19"))


def test_a_search_is_answered(client: httpx.Client) -> None:
    (first, *_) = client.get("/find", params={"text": "convention de palerme"}).json()
    assert (first["kind"], first["id"]) == ("Instrument", "untoc")


def test_the_bases_are_answered(client: httpx.Client) -> None:
    asked = {"cooperation": "mutual-legal-assistance", "crime": "money-laundering", "on": "2019-07-01"}
    answer = client.get("/bases/FR/BR", params=asked).json()
    held = [each["instrument"] for each in answer["bases"] if each["truth"] == "true"]
    assert held == ["untoc", "uncac", "vienna-1988"]
    assert answer["not_covered"]


@pytest.mark.parametrize(
    ("path", "places"),
    [
        ("/status/Atlantis/UNTC", [["participant"], ["instrument"]]),
        ("/status/FR/UNCAC?on=2019-02-30", [["query", "on"]]),
        ("/status/FR/UNCAC?on=1562000000", [["query", "on"]]),
        ("/parties/UNTC?on=yesterday", [["path", "instrument"], ["query", "on"]]),
        ("/find", [["query", "text"]]),
        ("/find?text=x&most=0", [["query", "most"]]),
        (f"/find?text={'x' * 300}", [["query", "text"]]),
        ("/bases/FR/BR", [["query", "cooperation"]]),
        ("/bases/Atlantis/FR?cooperation=extradition&crime=jaywalking", [["requesting"], ["crime"]]),
        ("/bases/FR/FR?cooperation=extradition", [["requested"]]),
        ("/status/%FF/%00", [["participant"], ["instrument"]]),
    ],
)
def test_a_bad_question_is_refused_with_every_place(client: httpx.Client, path: str, places: list[list[str]]) -> None:
    assert [place for place, _ in said(client.get(path))] == places


def test_the_page_of_the_service_shows_the_questions(client: httpx.Client) -> None:
    schema = client.get("/openapi.json").json()
    assert client.get("/docs").status_code == 200
    parts = schema["components"]["schemas"]
    assert parts["Group"]["properties"]["persons"]["description"].startswith("How many persons make up the group?")
    body = schema["paths"][PALERMO]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert parts[body["$ref"].rpartition("/")[2]]["properties"]["facts"] == {"$ref": "#/components/schemas/Group"}
    asked = {path for path in schema["paths"] if path.startswith("/assess/")}
    assert asked == {f"/assess/{key}" for key in oc.definitions}
    lost = [each for each in re.findall(r'"#/components/schemas/([^"]+)"', json.dumps(schema)) if each not in parts]
    assert lost == []


def test_the_schemas_of_the_page_are_schemas_and_hold_the_answers(client: httpx.Client) -> None:
    schema = client.get("/openapi.json").json()
    for part in schema["components"]["schemas"].values():
        jsonschema.Draft202012Validator.check_schema(part)
    for method, path, asked in (
        ("post", PALERMO, {"json": {"facts": {"persons": 3}}}),
        ("get", "/status/{participant}/{instrument}", {"url": "/status/FR/UNTOC"}),
        ("get", "/parties/{instrument}", {"url": "/parties/UNTOC"}),
    ):
        answer = client.request(method, **{"url": path, **asked})  # type: ignore[arg-type]
        described = schema["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema.Draft202012Validator({**described, "components": schema["components"]}).validate(answer.json())


@pytest.mark.interop
def test_no_question_that_can_be_made_from_the_page_is_an_internal_fault(address: str) -> None:
    """A service that anybody may ask would fall over; every answer has to be what the page says."""
    from hypothesis import HealthCheck, given, settings

    schemathesis: Any = importlib.import_module("schemathesis")
    promised: Any = importlib.import_module("schemathesis.specs.openapi.checks")
    checks = [
        schemathesis.checks.not_a_server_error,
        promised.status_code_conformance,
        promised.content_type_conformance,
        promised.response_schema_conformance,
    ]
    schema = schemathesis.openapi.from_url(f"{address}/openapi.json")
    few = re.compile(r"/assess/(untoc-|it-416|firearms-scope|eu-trafficking)|^GET")
    operations = [made for each in schema.get_all_operations() if few.search((made := each.ok()).label)]
    assert len(operations) > 10

    for operation in operations:

        @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        @given(operation.as_strategy())
        def ask(case: Any) -> None:
            answer = case.call()
            assert answer.status_code < 500, answer.text
            case.validate_response(answer, checks=checks)

        ask()
