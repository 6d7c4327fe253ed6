"""UNTOC arts. 10 and 34(2): what the law of a State must provide."""

from typing import Any

import attrs
import pytest

from orgcrime.law.facts import DomesticLaw, LiabilityForm, LiabilityGround
from orgcrime.law.finding import truth_of
from orgcrime.law.untoc.conformity import DOMESTIC_CRIMINALIZATION, LEGAL_PERSONS
from orgcrime.law.values import Listing
from orgcrime.truth import Truth

YES, NO, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
NONE: Listing[Any] = Listing([], complete=True)

GROUNDS = [
    LiabilityGround.SERIOUS_CRIME_OF_GROUP,
    LiabilityGround.PARTICIPATION,
    LiabilityGround.LAUNDERING,
    LiabilityGround.CORRUPTION,
    LiabilityGround.OBSTRUCTION_OF_JUSTICE,
]
LIABLE = DomesticLaw(
    legal_persons_liable_for=Listing(GROUNDS),
    liability_forms=Listing([LiabilityForm.CIVIL]),
    natural_persons_remain_liable=True,
    effective_sanctions=True,
    monetary_sanctions=True,
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("civil liability for every ground", {}, YES),
        ("criminal liability", {"liability_forms": ["criminal"]}, YES),
        ("administrative liability", {"liability_forms": ["administrative"]}, YES),
        ("no form of liability", {"liability_forms": NONE}, NO),
        ("form not known", {"liability_forms": None}, UNKNOWN),
        ("no ground", {"legal_persons_liable_for": NONE}, NO),
        ("grounds not known", {"legal_persons_liable_for": None}, UNKNOWN),
        ("natural persons go free", {"natural_persons_remain_liable": False}, NO),
        ("whether natural persons go free is not known", {"natural_persons_remain_liable": None}, UNKNOWN),
        ("sanctions that deter nobody", {"effective_sanctions": False}, NO),
        ("effect of the sanctions not known", {"effective_sanctions": None}, UNKNOWN),
        ("no sanctions in money", {"monetary_sanctions": False}, NO),
        ("sanctions in money not known", {"monetary_sanctions": None}, UNKNOWN),
    ],
)
def test_liability_of_legal_persons_asks_for_each_of_its_elements(
    row: str, change: dict[str, Any], expected: Truth
) -> None:
    assert truth_of(LEGAL_PERSONS, attrs.evolve(LIABLE, **change)) is expected, row


@pytest.mark.parametrize("ground", GROUNDS)
def test_legal_persons_must_be_liable_for_every_ground(ground: LiabilityGround) -> None:
    rest = [each for each in GROUNDS if each != ground]
    partly, wholly = Listing(rest), Listing(rest, complete=True)

    assert truth_of(LEGAL_PERSONS, attrs.evolve(LIABLE, legal_persons_liable_for=wholly)) is NO
    assert truth_of(LEGAL_PERSONS, attrs.evolve(LIABLE, legal_persons_liable_for=partly)) is UNKNOWN


@pytest.mark.parametrize(
    ("row", "transnational", "group", "expected"),
    [
        ("neither is asked for", False, False, YES),
        ("a transnational element is asked for", True, False, NO),
        ("a group is asked for beyond art. 5", False, True, NO),
        ("transnational element not known", None, False, UNKNOWN),
        ("group not known", False, None, UNKNOWN),
    ],
)
def test_transnationality_and_group_may_not_be_elements_of_domestic_offences(
    row: str, transnational: bool | None, group: bool | None, expected: Truth
) -> None:
    """They are conditions of cooperation under the treaty alone: art. 34(2)."""
    law = DomesticLaw(requires_transnationality=transnational, requires_group_beyond_article_5=group)

    assert truth_of(DOMESTIC_CRIMINALIZATION, law) is expected, row
