"""JSON written by each release stays readable.

``python tests/test_written.py`` writes the samples of the present release, where it has none yet. Samples that are
there are never written again: files of that release are in other people's hands.
"""

import json
import sys
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

import orgcrime as oc
from orgcrime.casefile import read_case
from orgcrime.catalogue import BUILT_IN, REGISTRIES
from orgcrime.law.values import Fact, FactKind, specification
from orgcrime.schema import json_schema
from orgcrime.serial.facts import FACTS

FOLDER = Path(__file__).parent / "data" / "written"
RELEASES = sorted(path.name for path in FOLDER.iterdir()) if FOLDER.exists() else []
SAMPLES = sorted(FOLDER.glob("*/*.json"))
TABLES = ("declarations", "leads", "control_totals", "matches")
CASE = {
    "title": "two are known",
    "definition": "untoc-organized-criminal-group",
    "facts": {"persons": {"at_least": 2}, "maximum_penalty": "life"},
    "parameters": {},
    "states": ["FR", "BR"],
    "on": "2019-07-01",
    "note": "made up",
}


def records() -> dict[str, type]:
    """Every class of records, by its name."""
    held = [each for name in REGISTRIES for each in getattr(BUILT_IN, name).values()]
    held += [each for name in TABLES for each in getattr(BUILT_IN, name)]
    found = {type(each).__name__: type(each) for each in held}
    return dict(sorted(found.items()))


KINDS: dict[str, Any] = {
    **{f"facts.{name}": kind for name, kind in FACTS.items()},
    **{f"record.{name}": kind for name, kind in records().items()},
    "finding.unknown": oc.Finding,
    "finding.settled": oc.Finding,
    "finding.parameters": oc.Finding,
}
ANSWERS: dict[str, Any] = {"answer.Standing": oc.Standing, "answer.Parties": oc.Parties}
OTHERS = [*ANSWERS, "case"]


def fact(declared: Fact, at: int) -> Any:
    """A value of a fact, of another form for each place among the facts."""
    if declared.kind is FactKind.YES_NO:
        return at % 2 == 0
    if declared.kind is FactKind.PART:
        assert declared.part is not None
        return facts(declared.part)
    if declared.kind is FactKind.LISTING:
        words = [each.value for each in declared.vocabulary or ()] or ["FR", "BR"]
        return oc.Listing(words[:2], complete=at % 2 == 0)
    least = int(declared.minimum)
    if declared.kind is FactKind.PENALTY:
        return (oc.Between(4, oc.LIFE), oc.DEATH, 4.5)[at % 3]
    return (oc.Between(least + 2, None), least + 3, oc.Between(None, least + 5))[at % 3]


def facts(about: type) -> Any:
    """Facts of a class, all of them known."""
    return about(**{name: fact(declared, at) for at, (name, declared) in enumerate(specification(about).items())})


def sample(name: str) -> Any:
    """What the present release writes of a kind."""
    form, _, kind = name.partition(".")
    if form == "facts":
        return facts(FACTS[kind])
    if form == "record":
        held = [each for registry in REGISTRIES for each in getattr(BUILT_IN, registry).values()]
        held += [each for table in TABLES for each in getattr(BUILT_IN, table)]
        every = sorted((each for each in held if type(each).__name__ == kind), key=lambda each: len(oc.to_json(each)))
        return every[len(every) * 3 // 4]
    group = oc.Group(persons=oc.Between(2, None), randomly_formed=False, existed_for_a_period=True)
    if name == "finding.unknown":
        return oc.assess("untoc-organized-criminal-group", group)
    if name == "finding.settled":
        return oc.assess("untoc-serious-crime", oc.Offence(maximum_penalty=oc.LIFE))
    if name == "finding.parameters":
        return oc.assess("untoc-participation", FACTS["Participation"](), parameters={"group_required": True})
    if name == "answer.Standing":
        return oc.standing("FR", "UNCAC", on="2019-07-01")
    return oc.parties("UNTOC", on="2004-01-01")


def write() -> None:
    """Write the samples of the present release that there are not yet."""
    folder = FOLDER / oc.__version__
    folder.mkdir(parents=True, exist_ok=True)
    for name in (*KINDS, *OTHERS):
        path = folder / f"{name}.json"
        if not path.exists():
            text = json.dumps(CASE, indent=2) if name == "case" else oc.to_json(sample(name))
            path.write_text(f"{text}\n", encoding="utf-8")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_what_a_release_has_written_is_read(path: Path) -> None:
    """Files that people keep would be lost with the next release."""
    text = path.read_text(encoding="utf-8")
    name = path.stem
    if name == "case":
        assert read_case(path).definition.id == "untoc-organized-criminal-group"
    elif name in ANSWERS:
        jsonschema.Draft202012Validator(json_schema(ANSWERS[name])).validate(json.loads(text))
    else:
        found = oc.from_json(text, KINDS[name])
        assert oc.from_json(oc.to_json(found), KINDS[name]) == found
        jsonschema.Draft202012Validator(json_schema(KINDS[name])).validate(json.loads(text))


def test_there_are_samples_of_this_release_for_every_kind() -> None:
    """A kind without a sample could change its form unawares; write them with ``python tests/test_written.py``."""
    assert oc.__version__ in RELEASES
    written = {path.stem for path in SAMPLES if path.parent.name == oc.__version__}
    assert written == {*KINDS, *OTHERS}


@pytest.mark.parametrize("about", FACTS.values(), ids=FACTS)
def test_a_sample_of_facts_says_every_fact(about: type) -> None:
    """A fact that the sample leaves out could change its form unawares."""
    text = (FOLDER / oc.__version__ / f"facts.{about.__name__}.json").read_text(encoding="utf-8")
    assert set(json.loads(text)) == {"orgcrime", *specification(about)}


if __name__ == "__main__":
    write()
    sys.stdout.write(f"{FOLDER / oc.__version__}\n")
