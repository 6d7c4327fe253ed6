"""What all exports have in common."""

import json
import pickle
from typing import Any

import pytest

import orgcrime as oc
from orgcrime.interop import FORMATS, SUBJECTS, export
from orgcrime.interop.result import address, as_lines, web


def test_nothing_of_the_other_system_is_loaded(run_python: Any) -> None:
    code = (
        "import sys; from orgcrime.interop import FORMATS, export; [export('fatf', each).text() for each in FORMATS];"
    )
    loaded = set(run_python(code + " print(*sys.modules)").split())
    assert not {"rdflib", "stix2", "followthemoney", "jsonschema", "cattrs"} & loaded


@pytest.fixture
def run_python() -> Any:
    import subprocess
    import sys
    from pathlib import Path

    root = Path(oc.__file__).parents[1]

    def run(code: str) -> str:
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
        return done.stdout

    return run


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_gives_text_data_and_what_is_without(form: str) -> None:
    found = export("fatf", form)
    assert found.text()
    assert found.data
    assert isinstance(found.without, tuple)
    assert json.loads(oc.to_json(found))["format"] == form
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own object
    assert hash(found) == hash(export("fatf", form))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_is_exported_or_refused_by_name(form: str, subject: str) -> None:
    if subject in (*FORMATS[form], "crimes"):
        assert export(subject, form).subject == subject
    else:
        with pytest.raises(oc.UnknownKeyError, match="It takes a list, crimes"):
            export(subject, form)


def test_a_record_is_taken_as_well_as_its_key() -> None:
    assert export(oc.taxonomies["fatf"], "misp") == export("FATF predicate offences", "misp")


def test_an_unknown_format_is_refused_with_the_nearest() -> None:
    with pytest.raises(oc.UnknownKeyError, match="Did you mean 'skos'"):
        export("fatf", "scos")


def test_an_unknown_list_is_refused_with_the_nearest() -> None:
    with pytest.raises(oc.UnknownKeyError, match="Did you mean 'europol'"):
        export("europool", "skos")


@pytest.mark.parametrize(
    "base", ["", "orgcrime", "example.org/", "ftp://x/", "https://a b/", 'urn:x"y', "urn:", "skos:x:"]
)
def test_a_base_that_is_no_address_is_refused(base: str) -> None:
    with pytest.raises(oc.InputError, match="base"):
        export("fatf", "skos", base=base)


@pytest.mark.parametrize(
    ("base", "expected"),
    [("urn:x:", "urn:x:list:a"), ("https://x/y/", "https://x/y/list/a"), ("https://x/#", "https://x/#list/a")],
)
def test_the_parts_of_an_address_are_joined_as_its_kind_asks(base: str, expected: str) -> None:
    assert address(base, "list", "a") == expected


@pytest.mark.parametrize("text", [None, "", "github.com/a/b", "http://unodc.org (a page)", "file:///etc", "https://"])
def test_what_is_no_address_of_the_web_is_none(text: str | None) -> None:
    assert web(text) is None


def test_one_object_is_one_line() -> None:
    assert as_lines({"a": 1}) == '{"a": 1}\n'


def test_an_export_shows_what_matched_and_what_did_not() -> None:
    shown = str(export("crimes", "stix"))
    assert shown.startswith("crimes as stix\n")
    assert "threat-actor-type-ov:terrorist" in shown
    assert "no counterpart" in shown
    assert export("crimes", "stix")._repr_html_().startswith("<div>")
    assert str(export("crosswalks", "skos")) == "crosswalks as skos"
