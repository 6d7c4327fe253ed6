"""UNTOC arts. 16(1) and 18(1): when the rules of cooperation apply."""

from typing import Any

import attrs
import pytest

from orgcrime.law.facts import AssistanceRequest, Case, ExtraditionRequest, Group, Offence
from orgcrime.law.finding import truth_of
from orgcrime.law.untoc import SCOPE
from orgcrime.law.untoc.cooperation import EXTRADITION, MUTUAL_LEGAL_ASSISTANCE
from orgcrime.law.values import Listing
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
LONE = Group(persons=1)
ABROAD = Offence(maximum_penalty=4, convention_offence=False, states=Listing(["FR", "BR"]))
"""A transnational serious crime."""
AT_HOME = attrs.evolve(
    ABROAD,
    states=Listing(["FR"], complete=True),
    substantial_preparation_elsewhere=False,
    group_active_in_several_states=False,
    substantial_effects_elsewhere=False,
)
"""A serious crime that is not transnational."""
PETTY = attrs.evolve(ABROAD, maximum_penalty=3)
"""A crime that is transnational and not serious."""
UNCLEAR = attrs.evolve(AT_HOME, substantial_effects_elsewhere=None)
"""A serious crime of which it is not known whether it is transnational."""

SOUGHT = ExtraditionRequest(offence=AT_HOME, group=GROUP, in_requested_state=True, dual_criminality=True)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("a serious crime of a group at home, person in the requested State", {}, YES),
        ("a transnational one, person in the requested State", {"offence": ABROAD}, YES),
        ("a transnational one, wherever the person is", {"offence": ABROAD, "in_requested_state": None}, YES),
        ("one at home, person elsewhere", {"in_requested_state": False}, NO),
        ("one at home, place of the person not known", {"in_requested_state": None}, UNKNOWN),
        (
            "transnational or not is not known, person elsewhere",
            {"offence": UNCLEAR, "in_requested_state": False},
            UNKNOWN,
        ),
        ("a Convention offence of three years", {"offence": attrs.evolve(PETTY, convention_offence=True)}, YES),
        ("neither serious nor a Convention offence", {"offence": PETTY}, NO),
        ("offence not known", {"offence": None}, UNKNOWN),
        ("a lone offender", {"group": LONE}, NO),
        ("group not known", {"group": None}, UNKNOWN),
        ("punishable in one State alone", {"dual_criminality": False}, NO),
        ("law of the other State not known", {"dual_criminality": None}, UNKNOWN),
    ],
)
def test_extradition_asks_for_each_of_its_elements(row: str, change: dict[str, Any], expected: Truth) -> None:
    assert truth_of(EXTRADITION, attrs.evolve(SOUGHT, **change)) is expected, row


ASKED = AssistanceRequest(offence=AT_HOME, suspected_transnational=True, suspected_group=True)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("suspicion of both", {}, YES),
        ("both established, nothing asked of suspicion", {"offence": ABROAD, "group": GROUP}, YES),
        ("no suspicion that it is transnational", {"suspected_transnational": False}, NO),
        ("suspicion that it is transnational not known", {"suspected_transnational": None}, UNKNOWN),
        ("no suspicion of a group, and none there", {"suspected_group": False, "group": LONE}, NO),
        ("suspicion of a group not known", {"suspected_group": None}, UNKNOWN),
        ("a Convention offence of three years", {"offence": attrs.evolve(PETTY, convention_offence=True)}, YES),
        ("neither serious nor a Convention offence", {"offence": PETTY}, NO),
        ("offence not known", {"offence": None}, UNKNOWN),
    ],
)
def test_mutual_legal_assistance_asks_for_each_of_its_elements(
    row: str, change: dict[str, Any], expected: Truth
) -> None:
    given: dict[str, Any] = {"group": None, **change}

    assert truth_of(MUTUAL_LEGAL_ASSISTANCE, attrs.evolve(ASKED, **given)) is expected, row


def test_extradition_and_assistance_relax_the_conditions_of_the_general_scope() -> None:
    """Whoever asked them for proof of transnationality would refuse what the Convention grants."""
    assert truth_of(SCOPE, Case(offence=AT_HOME, group=GROUP)) is NO
    assert truth_of(EXTRADITION, SOUGHT) is YES
    assert truth_of(MUTUAL_LEGAL_ASSISTANCE, ASKED) is YES


def test_dual_criminality_is_asked_for_extradition_alone() -> None:
    assert "dual_criminality" in EXTRADITION.facts
    assert "dual_criminality" not in MUTUAL_LEGAL_ASSISTANCE.facts
