"""UNTOC art. 5: each element decides, in a table derived from the article."""

from typing import Any

import attrs
import pytest

from orgcrime.law.facts import DomesticLaw, Group, Involvement, Offence, Participation, ParticipationOffence
from orgcrime.law.finding import assess, truth_of
from orgcrime.law.rule import parameters
from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP
from orgcrime.law.untoc.conformity import PARTICIPATION_CRIMINALIZATION
from orgcrime.law.untoc.participation import (
    PARTICIPATION,
    PARTICIPATION_ACTIVE_PART,
    PARTICIPATION_AGREEMENT,
    PARTICIPATION_ORGANIZING,
)
from orgcrime.law.values import DEATH, LIFE, Between, Listing
from orgcrime.truth import Truth

YES, NO, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN

GROUP = Group(
    persons=3,
    randomly_formed=False,
    existed_for_a_period=True,
    acting_in_concert=True,
    maximum_penalty=4,
    financial_benefit=True,
)
PAIR = attrs.evolve(GROUP, persons=2)
SERIOUS, PETTY = Offence(maximum_penalty=4), Offence(maximum_penalty=3)
NOTHING_MORE = {"act_in_furtherance_required": False, "group_required": False}

AGREED = Participation(intentional=True, parties_to_agreement=2, offence=SERIOUS, financial_benefit=True)
ACTIVE = Participation(intentional=True, group=GROUP, knows_aim_and_activity=True, active_in_criminal_activities=True)
ORGANIZED = Participation(
    intentional=True, offence=SERIOUS, involves_group=True, group=GROUP, involvement=Listing([Involvement.ORGANIZING])
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("two persons agree on a serious crime for money", {}, YES),
        ("alone, nobody agrees", {"parties_to_agreement": 1}, NO),
        ("how many agree is not known", {"parties_to_agreement": None}, UNKNOWN),
        ("at least two agree", {"parties_to_agreement": Between(2, None)}, YES),
        ("at least one agrees", {"parties_to_agreement": Between(1, None)}, UNKNOWN),
        ("a crime of three years", {"offence": PETTY}, NO),
        ("a crime of life imprisonment", {"offence": Offence(maximum_penalty=LIFE)}, YES),
        ("a capital crime", {"offence": Offence(maximum_penalty=DEATH)}, YES),
        ("a crime of unknown penalty", {"offence": Offence()}, UNKNOWN),
        ("a crime not known", {"offence": None}, UNKNOWN),
        ("another material benefit", {"financial_benefit": False, "other_material_benefit": True}, YES),
        ("no benefit of either kind", {"financial_benefit": False, "other_material_benefit": False}, NO),
        ("no money, and the other benefit not known", {"financial_benefit": False}, UNKNOWN),
        ("not intentional", {"intentional": False}, NO),
        ("intention not known", {"intentional": None}, UNKNOWN),
    ],
)
def test_agreement_asks_for_each_of_its_elements(row: str, change: dict[str, Any], expected: Truth) -> None:
    facts = attrs.evolve(AGREED, **change)

    assert truth_of(PARTICIPATION_AGREEMENT, facts, parameters=NOTHING_MORE) is expected, row


@pytest.mark.parametrize(
    ("row", "change", "required", "expected"),
    [
        ("required and done", {"act_in_furtherance": True}, True, YES),
        ("required and not done", {"act_in_furtherance": False}, True, NO),
        ("required and not known", {}, True, UNKNOWN),
        ("not required and not done", {"act_in_furtherance": False}, False, YES),
        ("law not known, act done", {"act_in_furtherance": True}, None, YES),
        ("law not known, act not done", {"act_in_furtherance": False}, None, UNKNOWN),
        ("law not known, and nobody else agreed", {"act_in_furtherance": True, "parties_to_agreement": 1}, None, NO),
    ],
)
def test_an_act_in_furtherance_counts_where_domestic_law_requires_one(
    row: str, change: dict[str, Any], required: bool | None, expected: Truth
) -> None:
    given = {"act_in_furtherance_required": required, "group_required": False}

    assert truth_of(PARTICIPATION_AGREEMENT, attrs.evolve(AGREED, **change), parameters=given) is expected, row


@pytest.mark.parametrize(
    ("row", "change", "required", "expected"),
    [
        ("required and involved", {"involves_group": True, "group": GROUP}, True, YES),
        ("required, but what is involved is no such group", {"involves_group": True, "group": PAIR}, True, NO),
        ("required, but the group is not involved", {"involves_group": False, "group": GROUP}, True, NO),
        ("required and not known", {}, True, UNKNOWN),
        ("not required and not involved", {"involves_group": False}, False, YES),
        ("law not known, group involved", {"involves_group": True, "group": GROUP}, None, YES),
        ("law not known, no group involved", {"involves_group": False}, None, UNKNOWN),
    ],
)
def test_a_group_counts_for_an_agreement_where_domestic_law_requires_one(
    row: str, change: dict[str, Any], required: bool | None, expected: Truth
) -> None:
    given = {"act_in_furtherance_required": False, "group_required": required}

    assert truth_of(PARTICIPATION_AGREEMENT, attrs.evolve(AGREED, **change), parameters=given) is expected, row


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("knows aim and activity, and takes part in the crimes", {}, YES),
        ("a group of two", {"group": PAIR}, NO),
        ("a group not known", {"group": None}, UNKNOWN),
        ("knows the intention alone", {"knows_aim_and_activity": False, "knows_intention": True}, YES),
        ("knows neither", {"knows_aim_and_activity": False, "knows_intention": False}, NO),
        ("knowledge not known", {"knows_aim_and_activity": None}, UNKNOWN),
        (
            "other activities, knowing that they contribute",
            {"active_in_criminal_activities": False, "active_in_other_activities": True, "knows_contribution": True},
            YES,
        ),
        (
            "other activities, not knowing that they contribute",
            {"active_in_criminal_activities": False, "active_in_other_activities": True, "knows_contribution": False},
            NO,
        ),
        (
            "other activities, and whether the person knew is not known",
            {"active_in_criminal_activities": False, "active_in_other_activities": True},
            UNKNOWN,
        ),
        ("no activities at all", {"active_in_criminal_activities": False, "active_in_other_activities": False}, NO),
        ("activities not known", {"active_in_criminal_activities": None}, UNKNOWN),
        ("not intentional", {"intentional": False}, NO),
        ("intention not known", {"intentional": None}, UNKNOWN),
    ],
)
def test_active_part_asks_for_each_of_its_elements(row: str, change: dict[str, Any], expected: Truth) -> None:
    assert truth_of(PARTICIPATION_ACTIVE_PART, attrs.evolve(ACTIVE, **change)) is expected, row


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("organizes a serious crime that involves a group", {}, YES),
        ("directs it", {"involvement": ["directing"]}, YES),
        ("aids it", {"involvement": ["aiding"]}, YES),
        ("abets it", {"involvement": ["abetting"]}, YES),
        ("facilitates it", {"involvement": ["facilitating"]}, YES),
        ("counsels it", {"involvement": ["counselling"]}, YES),
        ("none of these", {"involvement": Listing([], complete=True)}, NO),
        ("attempts it, which letter (b) does not name", {"involvement": Listing(["attempt"], complete=True)}, NO),
        ("prepares it", {"involvement": Listing(["preparation"], complete=True)}, NO),
        ("an accomplice, and no word of letter (b) fits", {"involvement": Listing(["accomplice"], complete=True)}, NO),
        ("an assistant, likewise", {"involvement": Listing(["assistant"], complete=True)}, NO),
        ("an instigator, likewise", {"involvement": Listing(["instigator"], complete=True)}, NO),
        ("another part, likewise", {"involvement": Listing(["other-participation"], complete=True)}, NO),
        ("an empty list that may not be complete", {"involvement": []}, UNKNOWN),
        ("ways not known", {"involvement": None}, UNKNOWN),
        ("a crime of three years", {"offence": PETTY}, NO),
        ("a crime of unknown penalty", {"offence": None}, UNKNOWN),
        ("a crime without the group", {"involves_group": False}, NO),
        ("whether the crime involves the group is not known", {"involves_group": None}, UNKNOWN),
        ("a group of two", {"group": PAIR}, NO),
        ("a group not known", {"group": None}, UNKNOWN),
        ("not intentional", {"intentional": False}, NO),
        ("intention not known", {"intentional": None}, UNKNOWN),
    ],
)
def test_organizing_asks_for_each_of_its_elements(row: str, change: dict[str, Any], expected: Truth) -> None:
    assert truth_of(PARTICIPATION_ORGANIZING, attrs.evolve(ORGANIZED, **change)) is expected, row


@pytest.mark.parametrize("facts", [AGREED, ACTIVE, ORGANIZED])
def test_each_of_the_three_ways_is_participation(facts: Participation) -> None:
    assert truth_of(PARTICIPATION, facts, parameters=NOTHING_MORE) is YES


def test_nothing_of_the_three_is_no_participation() -> None:
    facts = Participation(parties_to_agreement=1, group=PAIR, involvement=Listing([], complete=True))

    assert truth_of(PARTICIPATION, facts) is NO


def test_nothing_known_is_unknown_participation() -> None:
    assert truth_of(PARTICIPATION, Participation()) is UNKNOWN


def test_the_agreement_takes_two_persons_where_the_group_takes_three() -> None:
    """The numbers are confused if the two of an agreement were measured by the three of a group."""
    assert truth_of(ORGANIZED_CRIMINAL_GROUP, PAIR) is NO
    assert truth_of(PARTICIPATION, attrs.evolve(AGREED, group=PAIR), parameters=NOTHING_MORE) is YES


def test_what_domestic_law_requires_is_a_parameter_and_no_fact() -> None:
    finding = assess(PARTICIPATION, attrs.evolve(AGREED, act_in_furtherance=False, involves_group=False, group=PAIR))

    assert set(parameters(PARTICIPATION)) == {"act_in_furtherance_required", "group_required"}
    assert finding.truth is UNKNOWN
    assert finding.open_parameters == ("act_in_furtherance_required", "group_required")


STATE = DomesticLaw(
    participation_offences=Listing([ParticipationOffence.ACTIVE_PART, ParticipationOffence.ORGANIZING]),
    distinct_from_attempt=True,
    agreement_requires_group=False,
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("active part and organizing", {}, YES),
        ("agreement and organizing", {"participation_offences": ["agreement", "organizing"]}, YES),
        ("all three", {"participation_offences": ["agreement", "active-part", "organizing"]}, YES),
        ("organizing alone", {"participation_offences": Listing(["organizing"], complete=True)}, NO),
        ("without organizing", {"participation_offences": Listing(["agreement", "active-part"], complete=True)}, NO),
        ("agreement at least", {"participation_offences": ["agreement"]}, UNKNOWN),
        ("organizing at least", {"participation_offences": ["organizing"]}, UNKNOWN),
        ("not distinct from attempt", {"distinct_from_attempt": False}, NO),
        ("distinct or not is not known", {"distinct_from_attempt": None}, UNKNOWN),
        (
            "agreement with a group, all crimes covered",
            {"agreement_requires_group": True, "covers_all_serious_crimes_of_groups": True},
            YES,
        ),
        (
            "agreement with a group, some crimes not covered",
            {"agreement_requires_group": True, "covers_all_serious_crimes_of_groups": False},
            NO,
        ),
        ("agreement with a group, coverage not known", {"agreement_requires_group": True}, UNKNOWN),
    ],
)
def test_conformity_asks_for_one_limb_of_letter_a_and_for_letter_b(
    row: str, change: dict[str, Any], expected: Truth
) -> None:
    """A State that chose one of the two limbs would be found wanting if both were required."""
    assert truth_of(PARTICIPATION_CRIMINALIZATION, attrs.evolve(STATE, **change)) is expected, row
