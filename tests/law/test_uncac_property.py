"""UNCAC arts. 24 and 57(3): each element decides, in tables derived from the articles."""

from typing import Any

import attrs
import pytest

from orgcrime.law.facts import AssetReturn, Concealment, ConcealmentAct
from orgcrime.law.finding import truth_of
from orgcrime.law.rule import Definition, Element, parts
from orgcrime.law.uncac.property import (
    CONCEALMENT,
    PRIORITY_CONSIDERATION,
    RETURN_OF_EMBEZZLED_FUNDS,
    RETURN_OF_OTHER_PROCEEDS,
    RETURN_OF_PROPERTY,
)
from orgcrime.law.values import Listing
from orgcrime.truth import Truth

YES, NO, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN

HIDDEN = Concealment(
    intentional=True,
    after_offence=True,
    participated_in_offence=False,
    concealment_acts=Listing([ConcealmentAct.CONCEALMENT]),
    knows_origin=True,
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("an outsider hides what comes from a known offence", {}, YES),
        ("retains it", {"concealment_acts": ["continued-retention"]}, YES),
        ("neither", {"concealment_acts": Listing([], complete=True)}, NO),
        ("acts not known", {"concealment_acts": None}, UNKNOWN),
        ("before the offence", {"after_offence": False}, NO),
        ("before or after is not known", {"after_offence": None}, UNKNOWN),
        ("took part in the offence", {"participated_in_offence": True}, NO),
        ("part in the offence not known", {"participated_in_offence": None}, UNKNOWN),
        ("without knowledge", {"knows_origin": False}, NO),
        ("knowledge not known", {"knows_origin": None}, UNKNOWN),
        ("not intentional", {"intentional": False}, NO),
        ("intention not known", {"intentional": None}, UNKNOWN),
    ],
)
def test_concealment_asks_for_each_of_its_elements(row: str, change: dict[str, Any], expected: Truth) -> None:
    assert truth_of(CONCEALMENT, attrs.evolve(HIDDEN, **change)) is expected, row


FUNDS = AssetReturn(
    embezzled_public_funds=True,
    proceeds_of_other_offence=False,
    confiscated_on_request=True,
    final_judgement=True,
    judgement_waived=False,
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("embezzled funds, confiscated on request, after judgement", {}, YES),
        ("judgement waived", {"final_judgement": False, "judgement_waived": True}, YES),
        ("neither owned before nor damaged", {"prior_ownership": False, "damage_recognized": False}, YES),
        ("no embezzled funds", {"embezzled_public_funds": False}, NO),
        ("embezzled or not is not known", {"embezzled_public_funds": None}, UNKNOWN),
        ("confiscated otherwise", {"confiscated_on_request": False}, NO),
        ("how it was confiscated is not known", {"confiscated_on_request": None}, UNKNOWN),
        ("neither judgement nor waiver", {"final_judgement": False}, NO),
        ("no judgement, waiver not known", {"final_judgement": False, "judgement_waived": None}, UNKNOWN),
    ],
)
def test_embezzled_public_funds_are_returned(row: str, change: dict[str, Any], expected: Truth) -> None:
    facts = attrs.evolve(FUNDS, **change)

    assert truth_of(RETURN_OF_EMBEZZLED_FUNDS, facts) is expected, row
    assert truth_of(RETURN_OF_PROPERTY, facts) is expected, row


OTHER = attrs.evolve(
    FUNDS,
    embezzled_public_funds=False,
    proceeds_of_other_offence=True,
    prior_ownership=True,
    damage_recognized=False,
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("proceeds of another offence, owned before", {}, YES),
        ("damage recognized", {"prior_ownership": False, "damage_recognized": True}, YES),
        ("neither owned before nor damaged", {"prior_ownership": False}, NO),
        ("not owned before, damage not known", {"prior_ownership": False, "damage_recognized": None}, UNKNOWN),
        ("no proceeds of such an offence", {"proceeds_of_other_offence": False}, NO),
        ("proceeds or not is not known", {"proceeds_of_other_offence": None}, UNKNOWN),
        ("confiscated otherwise", {"confiscated_on_request": False}, NO),
        ("how it was confiscated is not known", {"confiscated_on_request": None}, UNKNOWN),
        ("judgement waived", {"final_judgement": False, "judgement_waived": True}, YES),
        ("neither judgement nor waiver", {"final_judgement": False}, NO),
        ("no judgement, waiver not known", {"final_judgement": False, "judgement_waived": None}, UNKNOWN),
    ],
)
def test_other_proceeds_are_returned_to_an_owner_or_a_damaged_state(
    row: str, change: dict[str, Any], expected: Truth
) -> None:
    facts = attrs.evolve(OTHER, **change)

    assert truth_of(RETURN_OF_OTHER_PROCEEDS, facts) is expected, row
    assert truth_of(RETURN_OF_PROPERTY, facts) is expected, row


@pytest.mark.parametrize(
    ("row", "facts", "duty", "priority"),
    [
        ("letter (a)", FUNDS, YES, NO),
        ("letter (b)", OTHER, YES, NO),
        ("letter (c)", attrs.evolve(OTHER, prior_ownership=False), NO, YES),
        ("not known", AssetReturn(), UNKNOWN, UNKNOWN),
    ],
)
def test_the_return_of_property_has_three_tracks(row: str, facts: AssetReturn, duty: Truth, priority: Truth) -> None:
    """All other cases are no mere refusal: they have a right to priority consideration."""
    assert truth_of(RETURN_OF_PROPERTY, facts) is duty, row
    assert truth_of(PRIORITY_CONSIDERATION, facts) is priority, row


@pytest.mark.parametrize(
    ("definition", "place"), [(RETURN_OF_EMBEZZLED_FUNDS, "57(3)(a)"), (RETURN_OF_OTHER_PROCEEDS, "57(3)(b)")]
)
def test_the_final_judgement_is_cited_in_the_letter_that_asks_for_it(definition: Definition, place: str) -> None:
    """The opening words of art. 57(3) say nothing of a judgement: each letter has it, with its waiver."""
    found = {each.pinpoint for each in parts(definition.rule) if isinstance(each, Element)}
    assert found == {place}
