"""UNTOC art. 2(d)-(i), UNCAC art. 2(d)-(e): each element decides, in tables derived from the articles."""

from typing import Any

import attrs
import pytest

from orgcrime.law.facts import Asset, ControlledDelivery, PropertyMeasure
from orgcrime.law.finding import truth_of
from orgcrime.law.rule import Definition
from orgcrime.law.uncac import property as uncac_property
from orgcrime.law.untoc import property as untoc_property
from orgcrime.law.untoc.property import CONFISCATION, CONTROLLED_DELIVERY, FREEZING
from orgcrime.law.values import Listing
from orgcrime.truth import Truth

YES, NO, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


@pytest.mark.parametrize("definition", [untoc_property.PROPERTY, uncac_property.PROPERTY])
@pytest.mark.parametrize(
    ("row", "facts", "expected"),
    [
        ("an asset", Asset(asset=True), YES),
        ("a document of title", Asset(asset=False, title_document=True), YES),
        ("neither", Asset(asset=False, title_document=False), NO),
        ("no asset, document not known", Asset(asset=False), UNKNOWN),
        ("not known", Asset(), UNKNOWN),
    ],
)
def test_property_is_any_asset_or_a_title_to_one(
    definition: Definition, row: str, facts: Asset, expected: Truth
) -> None:
    assert truth_of(definition, facts) is expected, row


@pytest.mark.parametrize("definition", [untoc_property.PROCEEDS_OF_CRIME, uncac_property.PROCEEDS_OF_CRIME])
@pytest.mark.parametrize(
    ("row", "facts", "expected"),
    [
        ("an asset from an offence", Asset(asset=True, derived_from_offence=True), YES),
        ("a title from an offence", Asset(title_document=True, derived_from_offence=True), YES),
        ("an asset from no offence", Asset(asset=True, derived_from_offence=False), NO),
        ("an asset of unknown origin", Asset(asset=True), UNKNOWN),
        ("no property", Asset(asset=False, title_document=False, derived_from_offence=True), NO),
        ("property or not is not known", Asset(derived_from_offence=True), UNKNOWN),
    ],
)
def test_proceeds_are_property_that_comes_from_an_offence(
    definition: Definition, row: str, facts: Asset, expected: Truth
) -> None:
    assert truth_of(definition, facts) is expected, row


def test_any_offence_makes_proceeds() -> None:
    """The text says an offence, not a serious crime: no penalty is asked for."""
    assert list(untoc_property.PROCEEDS_OF_CRIME.facts) == ["asset", "title_document", "derived_from_offence"]


FROZEN = PropertyMeasure(permanent=False, prohibits_dealing=True, takes_control=False, ordered_by_authority=True)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("a court forbids the transfer for a time", {}, YES),
        ("control is assumed instead", {"prohibits_dealing": False, "takes_control": True}, YES),
        ("for good", {"permanent": True}, NO),
        ("for how long is not known", {"permanent": None}, UNKNOWN),
        ("neither forbidden nor controlled", {"prohibits_dealing": False}, NO),
        ("what is done is not known", {"prohibits_dealing": None}, UNKNOWN),
        ("without an order", {"ordered_by_authority": False}, NO),
        ("order not known", {"ordered_by_authority": None}, UNKNOWN),
    ],
)
def test_freezing_asks_for_each_of_its_elements(row: str, change: dict[str, Any], expected: Truth) -> None:
    assert truth_of(FREEZING, attrs.evolve(FROZEN, **change)) is expected, row


CONFISCATED = PropertyMeasure(permanent=True, deprives_of_property=True, ordered_by_authority=True)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("a court takes property for good", {}, YES),
        ("for a time", {"permanent": False}, NO),
        ("for how long is not known", {"permanent": None}, UNKNOWN),
        ("no deprivation", {"deprives_of_property": False}, NO),
        ("deprivation not known", {"deprives_of_property": None}, UNKNOWN),
        ("without an order", {"ordered_by_authority": False}, NO),
        ("order not known", {"ordered_by_authority": None}, UNKNOWN),
    ],
)
def test_confiscation_asks_for_each_of_its_elements(row: str, change: dict[str, Any], expected: Truth) -> None:
    assert truth_of(CONFISCATION, attrs.evolve(CONFISCATED, **change)) is expected, row


@pytest.mark.parametrize("permanent", [True, False])
def test_no_measure_is_both_freezing_and_confiscation(permanent: bool) -> None:
    facts = attrs.evolve(CONFISCATED, permanent=permanent, prohibits_dealing=True, takes_control=True)

    assert {truth_of(FREEZING, facts), truth_of(CONFISCATION, facts)} == {YES, NO}


DELIVERED = ControlledDelivery(
    illicit_or_suspect=True,
    states_passed=Listing(["FR"]),
    known_to_authorities=True,
    supervised_by_authorities=True,
    to_investigate_offence=True,
    to_identify_persons=True,
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("a suspect consignment passes one State under control", {}, YES),
        ("two States", {"states_passed": ["FR", "ES"]}, YES),
        ("a lawful consignment", {"illicit_or_suspect": False}, NO),
        ("lawful or not is not known", {"illicit_or_suspect": None}, UNKNOWN),
        ("no State", {"states_passed": Listing([], complete=True)}, NO),
        ("States not known", {"states_passed": None}, UNKNOWN),
        ("without knowledge of the authorities", {"known_to_authorities": False}, NO),
        ("knowledge of the authorities not known", {"known_to_authorities": None}, UNKNOWN),
        ("without supervision", {"supervised_by_authorities": False}, NO),
        ("supervision not known", {"supervised_by_authorities": None}, UNKNOWN),
        ("not to investigate", {"to_investigate_offence": False}, NO),
        ("whether to investigate is not known", {"to_investigate_offence": None}, UNKNOWN),
        ("not to identify persons", {"to_identify_persons": False}, NO),
        ("whether to identify persons is not known", {"to_identify_persons": None}, UNKNOWN),
    ],
)
def test_controlled_delivery_asks_for_each_of_its_elements(row: str, change: dict[str, Any], expected: Truth) -> None:
    assert truth_of(CONTROLLED_DELIVERY, attrs.evolve(DELIVERED, **change)) is expected, row
