"""National definitions: each element of each, the numbers that differ, and the steps that are not established."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from orgcrime.citation import EvidenceStatus
from orgcrime.law.facts.group import Group, GroupAim, ListedOffence, StatutoryException
from orgcrime.law.facts.national import Boryokudan, OrganisationSupport, Racketeering
from orgcrime.law.finding import assess
from orgcrime.law.national import DEFINITIONS, GROUP_DEFINITIONS
from orgcrime.law.rule import Definition, DefinitionKind
from orgcrime.law.values import DEATH, LIFE, Between, Listing
from orgcrime.truth import Truth

ROOT = Path(__file__).parent.parent.parent
FALSE, UNKNOWN, TRUE = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE

BY_ID = {definition.id: definition for definition in DEFINITIONS}
NOTHING: Listing[Any] = Listing([], complete=True)

#: For each definition facts that meet every element of it that is established.
MET: dict[str, dict[str, Any]] = {
    "au-390": {
        "persons": 2,
        "maximum_penalty": 3,
        "constitutionally_covered_offence": True,
        "benefit_of_group": True,
    },
    "au-sa-83d": {
        "persons": 2,
        "benefit_of_group": True,
        "benefit_of_participants": True,
        "declared_organisation": False,
    },
    "au-sa-83ga": {
        "persons": 3,
        "unacceptable_risk": True,
        "declared_organisation": False,
        "declared_by_regulation": False,
    },
    "ca-467-1": {
        "persons": 3,
        "maximum_penalty": 5,
        "listed_offences": NOTHING,
        "offences_among_main_purposes": True,
        "material_benefit_likely": True,
        "randomly_formed": False,
    },
    "de-129": {
        "persons": 3,
        "organised": True,
        "meant_to_last": True,
        "overarching_common_interest": True,
        "maximum_penalty": 2,
        "statutory_exceptions": NOTHING,
    },
    "fr-132-71": {
        "material_acts": True,
        "aims": [GroupAim.OFFENCE],
        "premeditated": True,
        "structured_between_members": True,
    },
    "fr-450-1": {"material_acts": True, "maximum_penalty": 5},
    "fr-450-1-1": {
        "material_acts": True,
        "maximum_penalty": 15,
        "structured_between_members": True,
        "listed_offences": [ListedOffence.FR_ORGANISED_CRIME],
    },
    "gb-eaw-45": {
        "persons": 3,
        "maximum_penalty": 7,
        "offence_where_carried_on": True,
        "financial_benefit": False,
        "other_material_benefit": False,
        "other_benefit": True,
        "acting_in_concert": True,
        "agreed_to_act_together": False,
    },
    "it-416": {"persons": 3, "aims": [GroupAim.SEVERAL_OFFENCES]},
    "it-416-bis": {
        "persons": 3,
        "intimidating_force": True,
        "subjection": True,
        "code_of_silence": True,
        "aims": [GroupAim.ECONOMIC_CONTROL],
    },
    "jp-136": {
        "of_many_persons": True,
        "ongoing": True,
        "common_purpose": True,
        "acts_under_orders_and_fixed_tasks": True,
        "listed_offences": [ListedOffence.JP_APPENDED_TABLE_3],
    },
    "nz-98a": {"persons": 3, "maximum_penalty": 4, "financial_benefit": True, "other_material_benefit": False},
    "ro-367": {
        "randomly_formed": False,
        "persons": 3,
        "meant_to_last": True,
        "acting_in_concert": True,
        "agreed_to_act_together": False,
        "aims": [GroupAim.OFFENCE],
    },
    "ro-39": {
        "randomly_formed": False,
        "persons": 3,
        "existed_for_a_period": True,
        "acting_in_concert": True,
        "listed_offences": [ListedOffence.RO_GRAVE],
        "financial_benefit": True,
        "other_material_benefit": False,
    },
    "us-521": {
        "persons": 5,
        "ongoing": True,
        "listed_offences": [ListedOffence.US_DRUG_FELONY],
        "offences_among_main_purposes": True,
        "continuing_series": True,
        "affects_interstate_commerce": True,
    },
    "za-poca": {"persons": 3, "ongoing": True, "aims": [GroupAim.OFFENCE], "name_or_sign": True},
    "fr-450-1-1-concours": {
        "group": Group(
            material_acts=True,
            maximum_penalty=15,
            structured_between_members=True,
            listed_offences=Listing([ListedOffence.FR_ORGANISED_CRIME]),
        ),
        "knowing": True,
        "contributes_to_organisation": True,
        "frequent": True,
        "important": False,
    },
    "jp-boryokudan": {
        "facilitates_violence": True,
        "funds_through_influence": True,
        "criminal_records_above_ratio": True,
        "hierarchical": True,
    },
    "us-rico": {
        "enterprise": True,
        "affects_interstate_commerce": True,
        "racketeering_acts": 2,
        "act_after_effective_date": True,
        "last_act_within_ten_years": True,
        "unlawful_debt": False,
        "invests_income": False,
        "acquires_control": False,
        "conducts_affairs": True,
        "conspires": False,
    },
}

#: Those with a step that is not established, and what they say of it.
OPEN = {
    "au-sa-83d": ("aim or activity of a serious offence of violence", "aim or activity of a serious offence"),
    "au-sa-83ga": ("purpose of serious criminal activity",),
    "nz-98a": ("serious violent offences",),
    "za-poca": ("pattern of criminal gang activity",),
}


def truth(definition: str, **change: Any) -> Truth:
    about = BY_ID[definition].about
    return assess(BY_ID[definition], about(**{**MET[definition], **change})).truth


@pytest.mark.parametrize("definition", sorted(set(MET) - {"au-sa-83d", "au-sa-83ga", "za-poca"}))
def test_facts_that_meet_every_element_meet_the_definition(definition: str) -> None:
    """An element would be asked for that the law does not have."""
    assert truth(definition) is TRUE


@pytest.mark.parametrize("definition", sorted(OPEN))
def test_a_step_not_established_keeps_the_outcome_open_and_says_so(definition: str) -> None:
    """A wording that nobody read would be guessed."""
    change = {"maximum_penalty": 3} if definition == "nz-98a" else {}
    about = BY_ID[definition].about
    finding = assess(BY_ID[definition], about(**{**MET[definition], **change}))
    assert finding.truth is UNKNOWN
    assert finding.missing == ()
    assert finding.not_established == OPEN[definition]
    assert all(title in finding.text() for title in OPEN[definition])
    assert "was not read" in finding.text()


ROWS: list[tuple[str, dict[str, Any], Truth]] = [
    # Australia, Criminal Code s. 390.6(1)
    ("au-390", {"persons": 1}, FALSE),
    ("au-390", {"persons": None}, UNKNOWN),
    ("au-390", {"maximum_penalty": 2.9}, FALSE),
    ("au-390", {"maximum_penalty": LIFE}, TRUE),
    ("au-390", {"maximum_penalty": None}, UNKNOWN),
    ("au-390", {"constitutionally_covered_offence": False}, FALSE),
    ("au-390", {"constitutionally_covered_offence": None}, UNKNOWN),
    ("au-390", {"benefit_of_group": False}, FALSE),
    ("au-390", {"benefit_of_group": None}, UNKNOWN),
    # South Australia, s. 83D(1)
    ("au-sa-83d", {"persons": 1}, FALSE),
    ("au-sa-83d", {"persons": 1, "declared_organisation": None}, UNKNOWN),
    ("au-sa-83d", {"persons": None}, UNKNOWN),
    ("au-sa-83d", {"benefit_of_group": False, "benefit_of_participants": False}, UNKNOWN),
    ("au-sa-83d", {"declared_organisation": True}, TRUE),
    ("au-sa-83d", {"persons": 1, "declared_organisation": True}, TRUE),
    # South Australia, s. 83GA(1)
    ("au-sa-83ga", {"persons": 2}, FALSE),
    ("au-sa-83ga", {"persons": None}, UNKNOWN),
    ("au-sa-83ga", {"unacceptable_risk": False}, FALSE),
    ("au-sa-83ga", {"unacceptable_risk": None}, UNKNOWN),
    ("au-sa-83ga", {"declared_organisation": True}, TRUE),
    ("au-sa-83ga", {"declared_by_regulation": True}, TRUE),
    ("au-sa-83ga", {"persons": 1, "declared_by_regulation": None}, UNKNOWN),
    # Canada, s. 467.1(1)
    ("ca-467-1", {"persons": 2}, FALSE),
    ("ca-467-1", {"persons": Between(2, None)}, UNKNOWN),
    ("ca-467-1", {"maximum_penalty": 4.9}, FALSE),
    ("ca-467-1", {"maximum_penalty": None}, UNKNOWN),
    ("ca-467-1", {"maximum_penalty": 2, "listed_offences": [ListedOffence.CA_PRESCRIBED]}, TRUE),
    ("ca-467-1", {"maximum_penalty": 2, "listed_offences": None}, UNKNOWN),
    ("ca-467-1", {"offences_among_main_purposes": False}, FALSE),
    ("ca-467-1", {"offences_among_main_purposes": None}, UNKNOWN),
    ("ca-467-1", {"material_benefit_likely": False}, FALSE),
    ("ca-467-1", {"material_benefit_likely": None}, UNKNOWN),
    ("ca-467-1", {"randomly_formed": True}, FALSE),
    ("ca-467-1", {"randomly_formed": None}, UNKNOWN),
    # Germany, § 129
    ("de-129", {"persons": 2}, FALSE),
    ("de-129", {"persons": None}, UNKNOWN),
    ("de-129", {"organised": False}, FALSE),
    ("de-129", {"organised": None}, UNKNOWN),
    ("de-129", {"meant_to_last": False}, FALSE),
    ("de-129", {"meant_to_last": None}, UNKNOWN),
    ("de-129", {"overarching_common_interest": False}, FALSE),
    ("de-129", {"overarching_common_interest": None}, UNKNOWN),
    ("de-129", {"maximum_penalty": 23 / 12}, FALSE),
    ("de-129", {"maximum_penalty": None}, UNKNOWN),
    ("de-129", {"statutory_exceptions": [StatutoryException.DE_POLITICAL_PARTY]}, FALSE),
    ("de-129", {"statutory_exceptions": [StatutoryException.DE_SUBORDINATE]}, FALSE),
    ("de-129", {"statutory_exceptions": [StatutoryException.DE_SECTIONS_84_TO_87]}, FALSE),
    ("de-129", {"statutory_exceptions": None}, UNKNOWN),
    ("de-129", {"statutory_exceptions": []}, UNKNOWN),
    # France, art. 132-71
    ("fr-132-71", {"material_acts": False}, FALSE),
    ("fr-132-71", {"material_acts": None}, UNKNOWN),
    ("fr-132-71", {"aims": [GroupAim.SEVERAL_OFFENCES]}, TRUE),
    ("fr-132-71", {"aims": NOTHING}, FALSE),
    ("fr-132-71", {"aims": Listing([GroupAim.VOTING], complete=True)}, FALSE),
    ("fr-132-71", {"aims": None}, UNKNOWN),
    ("fr-132-71", {"premeditated": False}, FALSE),
    ("fr-132-71", {"premeditated": None}, UNKNOWN),
    ("fr-132-71", {"structured_between_members": False}, FALSE),
    ("fr-132-71", {"structured_between_members": None}, UNKNOWN),
    # France, art. 450-1
    ("fr-450-1", {"material_acts": False}, FALSE),
    ("fr-450-1", {"material_acts": None}, UNKNOWN),
    ("fr-450-1", {"maximum_penalty": 3}, FALSE),
    ("fr-450-1", {"maximum_penalty": LIFE}, TRUE),
    ("fr-450-1", {"maximum_penalty": None}, UNKNOWN),
    # France, art. 450-1-1
    ("fr-450-1-1", {"material_acts": False}, FALSE),
    ("fr-450-1-1", {"material_acts": None}, UNKNOWN),
    ("fr-450-1-1", {"maximum_penalty": 3}, FALSE),
    ("fr-450-1-1", {"structured_between_members": False}, FALSE),
    ("fr-450-1-1", {"structured_between_members": None}, UNKNOWN),
    ("fr-450-1-1", {"listed_offences": NOTHING}, FALSE),
    ("fr-450-1-1", {"listed_offences": Listing([ListedOffence.RO_GRAVE], complete=True)}, FALSE),
    ("fr-450-1-1", {"listed_offences": None}, UNKNOWN),
    ("fr-450-1-1-concours", {"group": Group(material_acts=False)}, FALSE),
    ("fr-450-1-1-concours", {"group": None}, UNKNOWN),
    ("fr-450-1-1-concours", {"knowing": False}, FALSE),
    ("fr-450-1-1-concours", {"knowing": None}, UNKNOWN),
    ("fr-450-1-1-concours", {"contributes_to_organisation": False}, FALSE),
    ("fr-450-1-1-concours", {"contributes_to_organisation": None}, UNKNOWN),
    ("fr-450-1-1-concours", {"frequent": False, "important": True}, TRUE),
    ("fr-450-1-1-concours", {"frequent": False}, FALSE),
    ("fr-450-1-1-concours", {"frequent": None}, UNKNOWN),
    # England and Wales, s. 45
    ("gb-eaw-45", {"persons": 2}, FALSE),
    ("gb-eaw-45", {"persons": None}, UNKNOWN),
    ("gb-eaw-45", {"maximum_penalty": 6.9}, FALSE),
    ("gb-eaw-45", {"maximum_penalty": None}, UNKNOWN),
    ("gb-eaw-45", {"offence_where_carried_on": False}, FALSE),
    ("gb-eaw-45", {"offence_where_carried_on": None}, UNKNOWN),
    ("gb-eaw-45", {"other_benefit": False}, FALSE),
    ("gb-eaw-45", {"other_benefit": None}, UNKNOWN),
    ("gb-eaw-45", {"other_benefit": False, "financial_benefit": True}, TRUE),
    ("gb-eaw-45", {"other_benefit": False, "other_material_benefit": True}, TRUE),
    ("gb-eaw-45", {"acting_in_concert": False}, FALSE),
    ("gb-eaw-45", {"acting_in_concert": None}, UNKNOWN),
    ("gb-eaw-45", {"acting_in_concert": False, "agreed_to_act_together": True}, TRUE),
    # Italy, arts. 416 and 416-bis
    ("it-416", {"persons": 2}, FALSE),
    ("it-416", {"persons": None}, UNKNOWN),
    ("it-416", {"aims": Listing([GroupAim.OFFENCE], complete=True)}, FALSE),
    ("it-416", {"aims": [GroupAim.OFFENCE]}, UNKNOWN),
    ("it-416", {"aims": None}, UNKNOWN),
    ("it-416-bis", {"persons": 2}, FALSE),
    ("it-416-bis", {"persons": None}, UNKNOWN),
    ("it-416-bis", {"intimidating_force": False}, FALSE),
    ("it-416-bis", {"intimidating_force": None}, UNKNOWN),
    ("it-416-bis", {"subjection": False}, FALSE),
    ("it-416-bis", {"subjection": None}, UNKNOWN),
    ("it-416-bis", {"code_of_silence": False}, FALSE),
    ("it-416-bis", {"code_of_silence": None}, UNKNOWN),
    ("it-416-bis", {"aims": [GroupAim.OFFENCE]}, TRUE),
    ("it-416-bis", {"aims": [GroupAim.SEVERAL_OFFENCES]}, TRUE),
    ("it-416-bis", {"aims": [GroupAim.UNJUST_ADVANTAGE]}, TRUE),
    ("it-416-bis", {"aims": [GroupAim.VOTING]}, TRUE),
    ("it-416-bis", {"aims": NOTHING}, FALSE),
    ("it-416-bis", {"aims": None}, UNKNOWN),
    # Japan
    ("jp-136", {"of_many_persons": False}, FALSE),
    ("jp-136", {"of_many_persons": None}, UNKNOWN),
    ("jp-136", {"ongoing": False}, FALSE),
    ("jp-136", {"ongoing": None}, UNKNOWN),
    ("jp-136", {"common_purpose": False}, FALSE),
    ("jp-136", {"common_purpose": None}, UNKNOWN),
    ("jp-136", {"acts_under_orders_and_fixed_tasks": False}, FALSE),
    ("jp-136", {"acts_under_orders_and_fixed_tasks": None}, UNKNOWN),
    ("jp-136", {"listed_offences": NOTHING}, FALSE),
    ("jp-136", {"listed_offences": None}, UNKNOWN),
    ("jp-boryokudan", {"facilitates_violence": False}, FALSE),
    ("jp-boryokudan", {"facilitates_violence": None}, UNKNOWN),
    ("jp-boryokudan", {"funds_through_influence": False}, FALSE),
    ("jp-boryokudan", {"funds_through_influence": None}, UNKNOWN),
    ("jp-boryokudan", {"criminal_records_above_ratio": False}, FALSE),
    ("jp-boryokudan", {"criminal_records_above_ratio": None}, UNKNOWN),
    ("jp-boryokudan", {"hierarchical": False}, FALSE),
    ("jp-boryokudan", {"hierarchical": None}, UNKNOWN),
    # New Zealand, s. 98A(2)
    ("nz-98a", {"persons": 2}, FALSE),
    ("nz-98a", {"persons": None}, UNKNOWN),
    ("nz-98a", {"maximum_penalty": 3.9}, UNKNOWN),
    ("nz-98a", {"maximum_penalty": None}, UNKNOWN),
    ("nz-98a", {"financial_benefit": False}, UNKNOWN),
    ("nz-98a", {"financial_benefit": False, "other_material_benefit": True}, TRUE),
    # Romania
    ("ro-367", {"randomly_formed": True}, FALSE),
    ("ro-367", {"randomly_formed": None}, UNKNOWN),
    ("ro-367", {"persons": 2}, FALSE),
    ("ro-367", {"persons": None}, UNKNOWN),
    ("ro-367", {"meant_to_last": False}, FALSE),
    ("ro-367", {"meant_to_last": None}, UNKNOWN),
    ("ro-367", {"acting_in_concert": False}, FALSE),
    ("ro-367", {"acting_in_concert": None}, UNKNOWN),
    ("ro-367", {"acting_in_concert": False, "agreed_to_act_together": True}, TRUE),
    ("ro-367", {"aims": [GroupAim.SEVERAL_OFFENCES]}, TRUE),
    ("ro-367", {"aims": NOTHING}, FALSE),
    ("ro-367", {"aims": None}, UNKNOWN),
    ("ro-39", {"randomly_formed": True}, FALSE),
    ("ro-39", {"randomly_formed": None}, UNKNOWN),
    ("ro-39", {"persons": 2}, FALSE),
    ("ro-39", {"persons": None}, UNKNOWN),
    ("ro-39", {"existed_for_a_period": False}, FALSE),
    ("ro-39", {"existed_for_a_period": None}, UNKNOWN),
    ("ro-39", {"acting_in_concert": False}, FALSE),
    ("ro-39", {"acting_in_concert": None}, UNKNOWN),
    ("ro-39", {"listed_offences": NOTHING}, FALSE),
    ("ro-39", {"listed_offences": None}, UNKNOWN),
    ("ro-39", {"financial_benefit": False}, FALSE),
    ("ro-39", {"financial_benefit": None}, UNKNOWN),
    ("ro-39", {"financial_benefit": False, "other_material_benefit": True}, TRUE),
    # United States, § 521(a)
    ("us-521", {"persons": 4}, FALSE),
    ("us-521", {"persons": Between(4, 6)}, UNKNOWN),
    ("us-521", {"ongoing": False}, FALSE),
    ("us-521", {"ongoing": None}, UNKNOWN),
    ("us-521", {"listed_offences": [ListedOffence.US_VIOLENT_FELONY]}, TRUE),
    ("us-521", {"listed_offences": [ListedOffence.US_SEXUAL_OR_TRAFFICKING]}, TRUE),
    ("us-521", {"listed_offences": [ListedOffence.US_CONSPIRACY]}, TRUE),
    ("us-521", {"listed_offences": NOTHING}, FALSE),
    ("us-521", {"listed_offences": Listing([ListedOffence.CA_PRESCRIBED], complete=True)}, FALSE),
    ("us-521", {"listed_offences": None}, UNKNOWN),
    ("us-521", {"offences_among_main_purposes": False}, FALSE),
    ("us-521", {"offences_among_main_purposes": None}, UNKNOWN),
    ("us-521", {"continuing_series": False}, FALSE),
    ("us-521", {"continuing_series": None}, UNKNOWN),
    ("us-521", {"affects_interstate_commerce": False}, FALSE),
    ("us-521", {"affects_interstate_commerce": None}, UNKNOWN),
    # United States, §§ 1961 and 1962
    ("us-rico", {"enterprise": False}, FALSE),
    ("us-rico", {"enterprise": None}, UNKNOWN),
    ("us-rico", {"affects_interstate_commerce": False}, FALSE),
    ("us-rico", {"affects_interstate_commerce": None}, UNKNOWN),
    ("us-rico", {"racketeering_acts": 1}, FALSE),
    ("us-rico", {"racketeering_acts": Between(1, None)}, UNKNOWN),
    ("us-rico", {"act_after_effective_date": False}, FALSE),
    ("us-rico", {"act_after_effective_date": None}, UNKNOWN),
    ("us-rico", {"last_act_within_ten_years": False}, FALSE),
    ("us-rico", {"last_act_within_ten_years": None}, UNKNOWN),
    ("us-rico", {"racketeering_acts": 0, "unlawful_debt": True}, TRUE),
    ("us-rico", {"racketeering_acts": 0, "unlawful_debt": None}, UNKNOWN),
    ("us-rico", {"conducts_affairs": False}, FALSE),
    ("us-rico", {"conducts_affairs": None}, UNKNOWN),
    ("us-rico", {"conducts_affairs": False, "acquires_control": True}, TRUE),
    ("us-rico", {"conducts_affairs": False, "invests_income": True}, TRUE),
    ("us-rico", {"enterprise": False, "conspires": True}, TRUE),
    ("us-rico", {"enterprise": False, "conspires": None}, UNKNOWN),
    # South Africa, s. 1(1)
    ("za-poca", {"persons": 2}, FALSE),
    ("za-poca", {"persons": None}, UNKNOWN),
    ("za-poca", {"ongoing": False}, FALSE),
    ("za-poca", {"ongoing": None}, UNKNOWN),
    ("za-poca", {"aims": NOTHING}, FALSE),
    ("za-poca", {"aims": [GroupAim.SEVERAL_OFFENCES]}, UNKNOWN),
    ("za-poca", {"name_or_sign": False}, FALSE),
    ("za-poca", {"name_or_sign": None}, UNKNOWN),
]


@pytest.mark.parametrize(
    ("definition", "change", "expected"), ROWS, ids=[f"{row[0]}-{'-'.join(row[1])}-{row[2].word}" for row in ROWS]
)
def test_every_element_decides(definition: str, change: dict[str, Any], expected: Truth) -> None:
    """One element of one law is read wrongly, or not at all."""
    assert truth(definition, **change) is expected


def test_every_fact_that_a_definition_asks_for_is_in_the_table() -> None:
    """A definition would have an element without a case."""
    flipped = {(definition, fact) for definition, change, _ in ROWS for fact in change}
    asked = {(definition.id, fact.split(".")[0]) for definition in DEFINITIONS for fact in definition.facts}
    assert asked == flipped


@pytest.mark.parametrize(
    ("definition", "number"),
    [
        ("au-390", 2),
        ("au-sa-83d", 2),
        ("au-sa-83ga", 3),
        ("ca-467-1", 3),
        ("de-129", 3),
        ("gb-eaw-45", 3),
        ("it-416", 3),
        ("it-416-bis", 3),
        ("nz-98a", 3),
        ("ro-367", 3),
        ("ro-39", 3),
        ("us-521", 5),
        ("za-poca", 3),
    ],
)
def test_trap_4_the_number_of_persons_differs_by_law(definition: str, number: int) -> None:
    """Trap 4: one number would serve for all; South Australia has two and three in one Act, § 521 has five."""
    assert truth(definition, persons=number - 1) is FALSE
    assert truth(definition, persons=number) is truth(definition, persons=100)
    assert truth(definition, persons=number) is not FALSE


@pytest.mark.parametrize("definition", ["fr-132-71", "fr-450-1", "fr-450-1-1", "jp-136"])
def test_trap_4_some_laws_give_no_number_of_persons(definition: str) -> None:
    """Trap 4: a number from case law would be put into a text that has none."""
    assert "persons" not in BY_ID[definition].facts


def test_trap_4_one_individual_can_be_an_enterprise() -> None:
    """Trap 4: RICO would ask for a number of persons."""
    assert "persons" not in BY_ID["us-rico"].facts


@pytest.mark.parametrize(
    ("definition", "years"),
    [("de-129", 2), ("au-390", 3), ("nz-98a", 4), ("ca-467-1", 5), ("fr-450-1", 5), ("gb-eaw-45", 7)],
)
def test_traps_1_and_4_the_threshold_is_a_maximum_of_at_least_so_many_years(definition: str, years: int) -> None:
    """Traps 1 and 4: one figure would serve for all laws, or the exact figure would fail."""
    assert truth(definition, maximum_penalty=years) is TRUE
    assert truth(definition, maximum_penalty=years - 1 / 12) is not TRUE
    assert truth(definition, maximum_penalty=DEATH) is TRUE


@pytest.mark.parametrize(
    "definition",
    [
        "au-sa-83ga",
        "de-129",
        "fr-132-71",
        "fr-450-1",
        "fr-450-1-1",
        "it-416",
        "jp-136",
        "ro-367",
        "us-521",
        "za-poca",
    ],
)
def test_trap_6_several_laws_need_no_benefit(definition: str) -> None:
    """Trap 6: the benefit of the Convention would be read into laws that do not have it."""
    assert not any("benefit" in fact for fact in BY_ID[definition].facts)


def test_trap_6_the_benefit_is_likely_in_canada_and_any_gain_in_england() -> None:
    """Trap 6: purpose, likelihood and gain of any kind would be one thing."""
    assert truth("ca-467-1", financial_benefit=False, other_material_benefit=False) is TRUE
    assert truth("gb-eaw-45", material_benefit_likely=False) is TRUE


def test_trap_17_the_penalties_of_the_mafia_offence_are_dated() -> None:
    """Trap 17: a figure would stand without the law that made it."""
    assert any("since law 69/2015" in note for note in BY_ID["it-416-bis"].notes)
    assert any("before it" in note for note in BY_ID["it-416-bis"].notes)


def test_the_two_definitions_of_romania_differ_in_gravity_and_benefit() -> None:
    """The definition of 2003 would be taken for the one in force."""
    plain = {**MET["ro-39"], "meant_to_last": True, "aims": ["offence"]}
    change = {"listed_offences": NOTHING, "financial_benefit": False}
    group = Group(**{**plain, **change})
    assert assess(BY_ID["ro-39"], group).truth is FALSE
    assert assess(BY_ID["ro-367"], group).truth is TRUE


def test_kinds_tell_offence_circumstance_and_designation_apart() -> None:
    """A circumstance or a designation would be taken for an offence of its own."""
    assert {definition.id: definition.kind for definition in DEFINITIONS} == {
        "au-390": DefinitionKind.DEFINITION,
        "au-sa-83d": DefinitionKind.DEFINITION,
        "au-sa-83ga": DefinitionKind.DEFINITION,
        "ca-467-1": DefinitionKind.DEFINITION,
        "de-129": DefinitionKind.OFFENCE,
        "fr-132-71": DefinitionKind.AGGRAVATION,
        "fr-450-1": DefinitionKind.OFFENCE,
        "fr-450-1-1": DefinitionKind.DEFINITION,
        "fr-450-1-1-concours": DefinitionKind.OFFENCE,
        "gb-eaw-45": DefinitionKind.DEFINITION,
        "it-416": DefinitionKind.OFFENCE,
        "it-416-bis": DefinitionKind.OFFENCE,
        "jp-136": DefinitionKind.DEFINITION,
        "jp-boryokudan": DefinitionKind.DESIGNATION,
        "nz-98a": DefinitionKind.DEFINITION,
        "ro-367": DefinitionKind.DEFINITION,
        "ro-39": DefinitionKind.DEFINITION,
        "us-521": DefinitionKind.DEFINITION,
        "us-rico": DefinitionKind.OFFENCE,
        "za-poca": DefinitionKind.DEFINITION,
    }


def test_only_definitions_of_a_group_can_be_compared() -> None:
    """A circumstance, a designation or conduct would enter the comparison of groups."""
    assert {definition.id for definition in GROUP_DEFINITIONS} == set(MET) - {
        "fr-132-71",
        "fr-450-1-1-concours",
        "jp-boryokudan",
        "us-rico",
    }
    assert {definition.about for definition in GROUP_DEFINITIONS} == {Group}
    assert {definition.about for definition in DEFINITIONS} == {Boryokudan, Group, OrganisationSupport, Racketeering}


def _sources() -> set[str]:
    folder = ROOT / "src" / "orgcrime" / "data" / "sources"
    return {record["id"] for path in folder.glob("*.json") for record in json.loads(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("definition", DEFINITIONS, ids=lambda definition: definition.id)
def test_every_definition_names_its_law_its_state_and_its_sources(definition: Definition) -> None:
    """A reader could not find out where it comes from."""
    states = {
        record["id"]
        for record in json.loads((ROOT / "src/orgcrime/data/participants.json").read_text(encoding="utf-8"))
    }
    assert definition.jurisdiction in states
    assert definition.citation.label
    assert {reference.source for reference in definition.sources} <= _sources()
    assert definition.status in (EvidenceStatus.VERIFIED, EvidenceStatus.SECONDARY)


def test_the_sources_are_sorted_and_name_a_title_and_a_publisher() -> None:
    """The file of sources would not be in its canonical form."""
    text = (ROOT / "src/orgcrime/data/sources/national.json").read_text(encoding="utf-8")
    records = json.loads(text)
    assert text == json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    assert [record["id"] for record in records] == sorted({record["id"] for record in records})
    assert all(record["title"] and record["publisher"] and record["kind"] for record in records)


def test_the_table_of_names_gives_only_facts_that_exist() -> None:
    """The table would name a definition or a fact that the library does not have."""
    with (ROOT / "tests/data/fact-names-groups.csv").open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["definition"] in BY_ID and row["fact"]]
    assert {row["definition"] for row in rows} == set(BY_ID)
    assert all(row["fact"] in BY_ID[row["definition"]].facts for row in rows)
