"""Whatever is written reads back equal: facts, records, definitions and findings, made up at random."""

from typing import Any

import attrs
import made
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime.catalogue import BUILT_IN, REGISTRIES
from orgcrime.law.rule import parameters
from orgcrime.serial.facts import FACTS

TABLES = ("declarations", "leads", "control_totals", "matches")
REGISTERED = {type(each) for name in REGISTRIES for each in getattr(BUILT_IN, name).values()}
ROWS = {type(each) for name in TABLES for each in getattr(BUILT_IN, name)}
KINDS = sorted((REGISTERED | ROWS) - {oc.Definition}, key=lambda kind: str(kind.__name__))


@pytest.mark.parametrize("about", FACTS.values(), ids=FACTS)
@settings(max_examples=15)
@given(st.data())
def test_any_facts_read_back(about: type, data: st.DataObject) -> None:
    value = data.draw(made.facts_of(about))
    assert oc.from_json(oc.to_json(value), about) == value
    assert oc.from_json(oc.to_json(value, indent=None).encode(), about) == value


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__name__))
@settings(max_examples=20)
@given(st.data())
def test_any_record_reads_back(kind: Any, data: st.DataObject) -> None:
    value = data.draw(made.records_of(kind))
    assert oc.from_json(oc.to_json(value), kind) == value


@given(st.sampled_from([oc.Group, oc.Offence]).flatmap(made.definitions_of))
def test_any_definition_reads_back(definition: oc.Definition) -> None:
    again = oc.from_json(oc.to_json(definition), oc.Definition)
    assert again == definition
    assert hash(again) == hash(definition)
    assert again.citation.label == definition.citation.label


@pytest.mark.parametrize("definition", oc.definitions.values(), ids=lambda each: str(each.id))
@settings(max_examples=5)
@given(st.data())
def test_any_finding_reads_back(definition: oc.Definition, data: st.DataObject) -> None:
    facts = data.draw(made.facts_of(definition.about))
    answers = {name: st.sampled_from([None, True, False]) for name in parameters(definition)}
    found = oc.assess(definition, facts, parameters=data.draw(st.fixed_dictionaries(answers)))
    again = oc.from_json(oc.to_json(found), oc.Finding)
    assert again == found
    assert again.text() == found.text()


@given(st.data())
def test_a_finding_of_a_made_up_definition_reads_back(data: st.DataObject) -> None:
    definition = data.draw(made.definitions_of(oc.Group))
    found = oc.assess(definition, data.draw(made.facts_of(oc.Group)))
    assert oc.from_json(oc.to_json(found), oc.Finding) == found


@given(made.partial_dates, made.periods)
def test_any_day_and_any_period_read_back(day: oc.PartialDate, period: oc.Period) -> None:
    assert oc.from_json(oc.to_json(day), oc.PartialDate) == day
    assert oc.from_json(oc.to_json(period), oc.Period) == period


@given(st.lists(made.facts_of(oc.Group), max_size=3))
def test_any_list_of_facts_reads_back(groups: list[oc.Group]) -> None:
    assert oc.from_json(oc.to_json(groups), list[oc.Group]) == groups
    assert oc.from_json(oc.to_json(tuple(groups)), tuple[oc.Group, ...]) == tuple(groups)


def test_a_list_of_findings_reads_back() -> None:
    found = [oc.assess("untoc-serious-crime", oc.Offence(maximum_penalty=years)) for years in (3, 4)]
    assert oc.from_json(oc.to_json(found), list[oc.Finding]) == found


def test_a_record_that_holds_facts_reads_back() -> None:
    """A class of somebody else's, with our facts in it."""

    @attrs.frozen
    class Held:
        group: oc.Group
        finding: oc.Finding

    value = Held(oc.Group(persons=oc.Between(2, None)), oc.assess("untoc-serious-crime", oc.Offence(maximum_penalty=5)))
    assert oc.from_json(oc.to_json(value), Held) == value


@pytest.mark.parametrize("text", ["\ud800", "a\udfff"])
def test_a_text_that_no_one_can_send_is_not_written(text: str) -> None:
    """It would be written, and refused by every reader, this library's among them."""
    with pytest.raises(oc.InputError, match="half of a surrogate pair"):
        oc.to_json(oc.Offence(states=oc.Listing([text])))


def test_a_rule_that_is_too_deep_to_be_written_is_refused() -> None:
    rule: Any = oc.definitions["untoc-structured-group"].rule
    for _ in range(5000):
        rule = [rule]
    with pytest.raises(oc.InputError, match="too deep"):
        oc.to_json(rule)
