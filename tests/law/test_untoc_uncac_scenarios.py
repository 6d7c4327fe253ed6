"""The worked cases on UNTOC and UNCAC, put to the definitions through the table of the names of facts."""

import csv
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orgcrime.law import uncac, untoc
from orgcrime.law.facts import Group, Offence
from orgcrime.law.finding import assess, truth_of
from orgcrime.law.rule import Definition, parameters
from orgcrime.law.uncac import participation as uncac_participation
from orgcrime.law.uncac import property as uncac_property
from orgcrime.law.untoc import conformity as untoc_conformity
from orgcrime.law.untoc import cooperation as untoc_cooperation
from orgcrime.law.untoc import offences as untoc_offences
from orgcrime.law.untoc import participation as untoc_participation
from orgcrime.law.untoc import property as untoc_property
from orgcrime.law.values import LIFE, FactKind, Listing, specification
from orgcrime.truth import Truth

DATA = Path(__file__).parent.parent / "data"
SCENARIOS = json.loads((DATA / "scenarios-untoc-uncac.json").read_text(encoding="utf-8"))["scenarios"]
with (DATA / "fact-names-untoc-uncac.csv").open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table))
MODULES = (
    untoc,
    untoc_conformity,
    untoc_cooperation,
    untoc_offences,
    untoc_participation,
    untoc_property,
    uncac,
    uncac_participation,
    uncac_property,
)
DEFINITIONS = list(
    {each.id: each for module in MODULES for each in vars(module).values() if isinstance(each, Definition)}.values()
)
BY_ALIAS = {alias: each for each in DEFINITIONS for alias in each.aliases}


def value(text: str) -> Any:
    """Return the value of a cell: a list, one that is complete, or a plain value; ``None`` where nothing is stated."""
    read = json.loads(text)
    if isinstance(read, dict):
        return Listing(read["values"], complete=read["complete"])
    return Listing(read) if isinstance(read, list) else LIFE if read == "life" else read


def facts_of(about: type, stated: dict[str, Any]) -> Any:
    """Return the facts of a class from values by path."""
    plain = {path: each for path, each in stated.items() if "." not in path}
    for name in {path.split(".")[0] for path in stated if "." in path}:
        below = {path.partition(".")[2]: each for path, each in stated.items() if path.startswith(f"{name}.")}
        part = specification(about)[name].part
        assert part is not None
        plain[name] = facts_of(part, below)
    return about(**plain)


def stated_in(definition: str, answers: dict[str, bool]) -> dict[str, Any]:
    """Return the values by path that some answers stand for; two answers about one listing are joined."""
    found: dict[str, Any] = {}
    for row in ROWS:
        if row["reference_definition"] != definition or not row["fact"]:
            continue
        answer = answers.get(row["reference_fact"]) if row["reference_fact"] else True
        read = None if answer is None else value(row["value_if_true" if answer else "value_if_false"])
        before = found.get(row["fact"])
        if isinstance(before, Listing) and isinstance(read, Listing):
            read = Listing([*before.values, *read.values], complete=before.complete or read.complete)
        if read is not None:
            found[row["fact"]] = read
    return found


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[scenario["id"] for scenario in SCENARIOS])
def test_each_worked_case_comes_out_as_the_text_has_it(scenario: dict[str, Any]) -> None:
    definition = BY_ALIAS[scenario["definition"]]
    stated = stated_in(scenario["definition"], scenario["facts"] | scenario["context"])
    law = {path.partition(".")[2]: each for path, each in stated.items() if path.startswith("parameters.")}
    facts = facts_of(definition.about, {path: each for path, each in stated.items() if "parameters." not in path})

    assert assess(definition, facts, parameters=law).truth.name == scenario["expected"], scenario["why"]


def test_every_worked_case_is_covered_by_the_table() -> None:
    asked = {(row["reference_definition"], row["reference_fact"]) for row in ROWS}
    stated = {
        (scenario["definition"], name) for scenario in SCENARIOS for name in scenario["facts"] | scenario["context"]
    }

    assert stated <= asked


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['definition']} {row['fact'] or row['remark']}" for row in ROWS])
def test_every_name_in_the_table_is_a_fact_of_its_definition(row: dict[str, str]) -> None:
    definition = BY_ALIAS[row["reference_definition"]]
    law = {f"parameters.{name}" for name in parameters(definition)}

    assert definition.id == row["definition"]
    assert row["fact"] in definition.facts or row["fact"] in law or (row["fact"] == "" and row["remark"])
    if row["fact"] in definition.facts:
        for cell in ("value_if_true", "value_if_false"):
            facts_of(definition.about, {row["fact"]: value(row[cell])})


@pytest.mark.parametrize("definition", list(BY_ALIAS.values()), ids=[each.id for each in BY_ALIAS.values()])
def test_every_fact_and_parameter_of_a_definition_is_in_the_table_or_explained(definition: Definition) -> None:
    """A fact that no row names could never be answered from the table."""
    named = {row["fact"] for row in ROWS if row["definition"] == definition.id}
    asked = {*definition.facts, *(f"parameters.{name}" for name in parameters(definition))}
    beyond_the_table = {
        "untoc-laundering": {"property.title_document", "predicate_punishable_abroad", "predicate_punishable_at_home"},
        "uncac-laundering": {"property.title_document", "predicate_punishable_abroad", "predicate_punishable_at_home"},
    }

    unnamed = {path for path in asked - named if not path.startswith("group.")}

    assert unnamed == beyond_the_table.get(definition.id, set())


@pytest.mark.parametrize("definition", DEFINITIONS, ids=[each.id for each in DEFINITIONS])
def test_each_definition_cites_its_instrument_and_names_its_source(definition: Definition) -> None:
    instrument = definition.id.partition("-")[0]

    assert definition.citation.instrument == instrument
    assert [each.source for each in definition.sources] == [f"text-{instrument}"]
    assert definition.citation.pinpoint


def test_no_two_definitions_share_an_id_or_an_alias() -> None:
    names = [name for each in DEFINITIONS for name in (each.id, *each.aliases)]

    assert len(names) == len(set(names))


def test_nothing_defines_organized_crime_itself() -> None:
    """The Convention defines the group, the serious crime and the structured group, and no more."""
    assert not [each for each in DEFINITIONS if each.title in {"organized crime", "transnational organized crime"}]


def test_roles_steady_membership_and_structure_are_never_asked() -> None:
    """Their absence must never make a group unstructured: the facts do not exist."""
    assert not {"roles", "continuity", "hierarchy", "structure"} & set(specification(Group))


def test_that_an_offence_was_committed_in_one_state_is_never_asked() -> None:
    """It is the complement of committed in several States: asked again, it would leave a tautology unknown."""
    assert truth_of(untoc.TRANSNATIONAL, Offence(substantial_effects_elsewhere=True)) is Truth.TRUE
    assert not [path for path in untoc.TRANSNATIONAL.facts if "one_state" in path]


@pytest.mark.parametrize(("penalty", "expected"), [(4, Truth.TRUE), (47 / 12, Truth.FALSE), (None, Truth.UNKNOWN)])
def test_exactly_four_years_as_a_maximum_make_a_serious_crime(penalty: float | None, expected: Truth) -> None:
    """Neither the least penalty nor the sentence counts, and forty-eight months are enough."""
    assert truth_of(untoc.SERIOUS_CRIME, Offence(maximum_penalty=penalty)) is expected


def _answers(about: type) -> st.SearchStrategy[Any]:
    """Return facts of a class, each known or not."""
    made: dict[str, st.SearchStrategy[Any]] = {}
    for name, fact in specification(about).items():
        if fact.kind is FactKind.PART:
            assert fact.part is not None
            each = _answers(fact.part)
        elif fact.kind is FactKind.LISTING:
            values = list(fact.vocabulary) if fact.vocabulary else ["FR", "BR"]
            each = st.builds(Listing, st.lists(st.sampled_from(values), max_size=2), complete=st.booleans())
        elif fact.kind is FactKind.YES_NO:
            each = st.booleans()
        else:
            each = st.integers(0, 5)
        made[name] = st.none() | each
    return st.builds(about, **made)


@pytest.mark.parametrize("definition", DEFINITIONS, ids=[each.id for each in DEFINITIONS])
@settings(max_examples=20)
@given(data=st.data())
def test_an_unknown_outcome_always_depends_on_something_not_known(definition: Definition, data: st.DataObject) -> None:
    """A fact used both plainly and negated would leave a tautology unknown, with nothing left to settle it."""
    facts = data.draw(_answers(definition.about))
    law = {name: data.draw(st.none() | st.booleans()) for name in parameters(definition)}

    finding = assess(definition, facts, parameters=law)

    assert (finding.truth is Truth.UNKNOWN) == bool(finding.missing + finding.open_parameters)
    assert finding.truth is truth_of(definition, facts, parameters=law)
