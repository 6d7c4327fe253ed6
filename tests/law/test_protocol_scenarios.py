"""The worked cases on the three Protocols, put to the definitions through the table of the names of facts."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from orgcrime.law import firearms, smuggling, trafficking
from orgcrime.law.finding import assess
from orgcrime.law.rule import Definition
from orgcrime.law.values import Listing, specification

DATA = Path(__file__).parent.parent / "data"
SCENARIOS = json.loads((DATA / "scenarios-protocols.json").read_text(encoding="utf-8"))["scenarios"]
with (DATA / "fact-names-protocols.csv").open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table))
DEFINITIONS = {
    alias: each
    for module in (trafficking, smuggling, firearms)
    for each in vars(module).values()
    if isinstance(each, Definition) and each.citation.instrument != "untoc"
    for alias in each.aliases
}


def value(text: str) -> Any:
    """Return the value of a cell: a list, one that is complete, or a plain value; ``None`` where nothing is stated."""
    read = json.loads(text)
    if isinstance(read, dict):
        return Listing(read["values"], complete=read["complete"])
    return Listing(read) if isinstance(read, list) else read


def facts_of(about: type, stated: dict[str, Any]) -> Any:
    """Return the facts of a class from values by path."""
    plain = {path: each for path, each in stated.items() if "." not in path}
    for name in {path.split(".")[0] for path in stated if "." in path}:
        below = {path.partition(".")[2]: each for path, each in stated.items() if path.startswith(f"{name}.")}
        part = specification(about)[name].part
        assert part is not None
        plain[name] = facts_of(part, below)
    return about(**plain)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[scenario["id"] for scenario in SCENARIOS])
def test_each_worked_case_comes_out_as_the_text_has_it(scenario: dict[str, Any]) -> None:
    definition = DEFINITIONS[scenario["definition"]]
    stated = {
        row["fact"]: value(row["value_if_true" if scenario["facts"][row["reference_fact"]] else "value_if_false"])
        for row in ROWS
        if row["reference_definition"] == scenario["definition"] and row["reference_fact"] in scenario["facts"]
    }
    known = {path: each for path, each in stated.items() if each is not None}
    finding = assess(definition, facts_of(definition.about, known), parameters=scenario["context"])
    assert finding.truth.name == scenario["expected"], scenario["why"]


def test_every_worked_case_is_covered_by_the_table() -> None:
    asked = {(row["reference_definition"], row["reference_fact"]) for row in ROWS}
    stated = {(scenario["definition"], name) for scenario in SCENARIOS for name in scenario["facts"]}
    assert stated <= asked


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['definition']} {row['fact'] or row['remark']}" for row in ROWS])
def test_every_name_in_the_table_is_a_fact_of_its_definition(row: dict[str, str]) -> None:
    definition = DEFINITIONS[row["reference_definition"]]
    assert definition.id == row["definition"]
    assert row["fact"] in definition.facts or (row["fact"] == "" and row["remark"].startswith("not asked"))
    if row["fact"]:
        for cell in ("value_if_true", "value_if_false"):
            facts_of(definition.about, {row["fact"]: value(row[cell])})
