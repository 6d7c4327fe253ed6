"""The Framework Decision on organised crime, and what the law of the European Union on trafficking adds."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from orgcrime.law.eu import (
    CRIMINAL_ORGANISATION,
    CRIMINAL_ORGANISATION_OFFENCES,
    GROUP_DEFINITIONS,
    ORGANISATION_OFFENCE,
    STRUCTURED_ASSOCIATION,
)
from orgcrime.law.eu.trafficking import (
    AGGRAVATING_CIRCUMSTANCES,
    GRAVER_TRAFFICKING,
    KNOWING_USE_OF_SERVICES,
    TRAFFICKING_PENALTIES,
)
from orgcrime.law.facts.european import ServiceUse, TraffickingCircumstances, TraffickingPenalties
from orgcrime.law.facts.group import Group
from orgcrime.law.facts.offence import Offence
from orgcrime.law.facts.participation import Participation
from orgcrime.law.finding import assess
from orgcrime.law.rule import Definition, DefinitionKind
from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP
from orgcrime.law.values import DEATH, LIFE, Between
from orgcrime.truth import Truth

DATA = Path(__file__).parent.parent / "data"
FALSE, UNKNOWN, TRUE = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE

ORGANISATION: dict[str, Any] = {
    "randomly_formed": False,
    "existed_for_a_period": True,
    "persons": 3,
    "acting_in_concert": True,
    "maximum_penalty": 4,
    "financial_benefit": True,
    "other_material_benefit": False,
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, TRUE),
        ({"randomly_formed": True}, FALSE),
        ({"randomly_formed": None}, UNKNOWN),
        ({"existed_for_a_period": False}, FALSE),
        ({"existed_for_a_period": None}, UNKNOWN),
        ({"persons": 2}, FALSE),
        ({"persons": Between(2, None)}, UNKNOWN),
        ({"persons": Between(3, None)}, TRUE),
        ({"acting_in_concert": False}, FALSE),
        ({"acting_in_concert": None}, UNKNOWN),
        ({"maximum_penalty": 47 / 12}, FALSE),
        ({"maximum_penalty": LIFE}, TRUE),
        ({"maximum_penalty": DEATH}, TRUE),
        ({"maximum_penalty": Between(2, 10)}, UNKNOWN),
        ({"maximum_penalty": None}, UNKNOWN),
        ({"financial_benefit": False}, FALSE),
        ({"financial_benefit": False, "other_material_benefit": True}, TRUE),
        ({"financial_benefit": False, "other_material_benefit": None}, UNKNOWN),
    ],
)
def test_every_element_of_a_criminal_organisation_decides(change: dict[str, Any], expected: Truth) -> None:
    """One element of art. 1 is read wrongly, or not at all."""
    assert assess(CRIMINAL_ORGANISATION, Group(**{**ORGANISATION, **change})).truth is expected


@pytest.mark.parametrize(("randomly_formed", "expected"), [(False, TRUE), (True, FALSE), (None, UNKNOWN)])
def test_a_structured_association_is_one_not_randomly_formed(randomly_formed: bool | None, expected: Truth) -> None:
    """Roles or a developed structure would be asked for, which art. 1(2) says they are not."""
    assert assess(STRUCTURED_ASSOCIATION, Group(randomly_formed=randomly_formed)).truth is expected


@pytest.mark.parametrize(("years", "expected"), [(4, TRUE), (47 / 12, FALSE), (None, UNKNOWN)])
def test_the_offences_have_a_maximum_of_at_least_four_years(years: float | None, expected: Truth) -> None:
    """Trap 1: exactly four years would fail."""
    assert assess(ORGANISATION_OFFENCE, Offence(maximum_penalty=years)).truth is expected


def test_trap_4_more_than_two_persons_is_three() -> None:
    """Trap 4: "more than two" would be read as at least two."""
    two, three = (Group(**{**ORGANISATION, "persons": persons}) for persons in (2, 3))
    assert (assess(CRIMINAL_ORGANISATION, two).truth, assess(CRIMINAL_ORGANISATION, three).truth) == (FALSE, TRUE)


def test_trap_6_a_benefit_is_needed_now_and_was_not_in_1998() -> None:
    """Trap 6: the Joint Action of 1998 would be mixed with the Framework Decision."""
    without = Group(**{**ORGANISATION, "financial_benefit": False})
    assert assess(CRIMINAL_ORGANISATION, without).truth is FALSE
    assert any("1998" in note for note in CRIMINAL_ORGANISATION.notes)


def test_a_convention_offence_does_not_replace_the_four_years() -> None:
    """The second branch of the Convention would be read into the Framework Decision."""
    corrupt = Group(**{**ORGANISATION, "maximum_penalty": 2}, aims_at_convention_offence=True)
    assert assess(ORGANIZED_CRIMINAL_GROUP, corrupt).truth is TRUE
    assert assess(CRIMINAL_ORGANISATION, corrupt).truth is FALSE


def test_it_asks_for_the_facts_of_the_convention_by_the_same_names() -> None:
    """The same fact would have two names, and the two definitions could not be compared."""
    assert set(CRIMINAL_ORGANISATION.facts) == set(ORGANIZED_CRIMINAL_GROUP.facts) - {"aims_at_convention_offence"}


def _scenarios() -> list[dict[str, Any]]:
    scenarios: list[dict[str, Any]] = json.loads((DATA / "scenarios-groups.json").read_text(encoding="utf-8"))[
        "scenarios"
    ]
    return scenarios


@pytest.mark.parametrize("scenario", _scenarios(), ids=lambda scenario: scenario["id"])
def test_worked_cases_come_out_as_expected(scenario: dict[str, Any]) -> None:
    """The library would answer a worked case otherwise than the text does."""
    with (DATA / "fact-names-groups.csv").open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["reference_definition"] == scenario["definition"]]
    given = {
        row["fact"]: json.loads(row["value_if_true" if scenario["facts"][row["reference_fact"]] else "value_if_false"])
        for row in rows
        if row["reference_fact"] in scenario["facts"] and row["value_if_true"]
    }
    assert scenario["definition"] in CRIMINAL_ORGANISATION.aliases
    assert assess(CRIMINAL_ORGANISATION, Group(**given)).truth is Truth[scenario["expected"]]


MEMBER: dict[str, Any] = {
    "group": Group(**ORGANISATION),
    "intentional": True,
    "knows_aim_and_activity": True,
    "knows_intention": False,
    "active_in_criminal_activities": True,
    "knows_contribution": True,
    "parties_to_agreement": 1,
    "offence": Offence(maximum_penalty=4),
}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, TRUE),
        ({"group": Group(**{**ORGANISATION, "persons": 2})}, FALSE),
        ({"group": None}, UNKNOWN),
        ({"intentional": False}, FALSE),
        ({"intentional": None}, UNKNOWN),
        ({"knows_aim_and_activity": False}, FALSE),
        ({"knows_aim_and_activity": None}, UNKNOWN),
        ({"knows_aim_and_activity": False, "knows_intention": True}, TRUE),
        ({"active_in_criminal_activities": False}, FALSE),
        ({"active_in_criminal_activities": None}, UNKNOWN),
        ({"knows_contribution": False}, FALSE),
        ({"knows_contribution": None}, UNKNOWN),
        ({"intentional": False, "parties_to_agreement": 2}, TRUE),
        ({"intentional": False, "parties_to_agreement": None}, UNKNOWN),
        ({"intentional": False, "parties_to_agreement": 2, "offence": Offence(maximum_penalty=3)}, FALSE),
        ({"intentional": False, "parties_to_agreement": 2, "offence": None}, UNKNOWN),
    ],
)
def test_every_element_of_the_two_types_of_conduct_decides(change: dict[str, Any], expected: Truth) -> None:
    """One element of art. 2 is read wrongly, or both types would be asked for."""
    assert assess(CRIMINAL_ORGANISATION_OFFENCES, Participation(**{**MEMBER, **change})).truth is expected


def test_trap_4_an_agreement_needs_two_persons_and_no_organisation() -> None:
    """Trap 4: the number for an organisation would be asked of an agreement."""
    plotters = Participation(parties_to_agreement=2, offence=Offence(maximum_penalty=4))
    assert assess(CRIMINAL_ORGANISATION_OFFENCES, plotters).truth is TRUE


GRAVER = ("vulnerable_victim", "within_criminal_organisation", "life_endangered", "serious_violence_or_harm")
AGGRAVATING = ("public_official", "sexual_images_disseminated")


@pytest.mark.parametrize(
    ("definition", "names", "name"),
    [(GRAVER_TRAFFICKING, GRAVER, name) for name in GRAVER]
    + [(AGGRAVATING_CIRCUMSTANCES, AGGRAVATING, name) for name in AGGRAVATING],
)
@pytest.mark.parametrize(("value", "expected"), [(True, TRUE), (False, FALSE), (None, UNKNOWN)])
def test_each_circumstance_is_enough_alone(
    definition: Definition, names: tuple[str, ...], name: str, value: bool | None, expected: Truth
) -> None:
    """A letter of art. 4(2) or (3) would be left out, or two would be asked for."""
    given: dict[str, Any] = {**dict.fromkeys(names, False), name: value}
    assert assess(definition, TraffickingCircumstances(**given)).truth is expected


@pytest.mark.parametrize(
    ("plain", "aggravated", "expected"),
    [
        (5, 10, TRUE),
        (LIFE, LIFE, TRUE),
        (4, 10, FALSE),
        (5, 9, FALSE),
        (None, 10, UNKNOWN),
        (5, None, UNKNOWN),
        (Between(4, 6), 10, UNKNOWN),
    ],
)
def test_the_maxima_must_be_at_least_five_and_ten_years(plain: Any, aggravated: Any, expected: Truth) -> None:
    """A floor for the maximum would be read as a minimum sentence, or the two figures swapped."""
    facts = TraffickingPenalties(maximum_penalty=plain, maximum_penalty_aggravated=aggravated)
    assert assess(TRAFFICKING_PENALTIES, facts).truth is expected


@pytest.mark.parametrize(
    ("service", "knows", "expected"),
    [
        (True, True, TRUE),
        (True, False, FALSE),
        (False, True, FALSE),
        (True, None, UNKNOWN),
        (None, True, UNKNOWN),
    ],
)
def test_only_knowing_use_of_the_services_of_a_victim_is_meant(
    service: bool | None, knows: bool | None, expected: Truth
) -> None:
    """Use without knowledge would be an offence."""
    assert assess(KNOWING_USE_OF_SERVICES, ServiceUse(service_of_victim=service, knows_victim=knows)).truth is expected


def test_kinds_tell_a_group_an_offence_a_circumstance_and_a_duty_apart() -> None:
    """A circumstance or a duty of the State would enter the comparison of groups."""
    assert GROUP_DEFINITIONS == (CRIMINAL_ORGANISATION,)
    assert [
        definition.kind
        for definition in (
            CRIMINAL_ORGANISATION,
            CRIMINAL_ORGANISATION_OFFENCES,
            GRAVER_TRAFFICKING,
            TRAFFICKING_PENALTIES,
        )
    ] == [
        DefinitionKind.DEFINITION,
        DefinitionKind.OFFENCE,
        DefinitionKind.AGGRAVATION,
        DefinitionKind.CONFORMITY,
    ]
