"""UNCAC arts. 16(2), 26 and 27: each element decides, in tables derived from the articles."""

from typing import Any

import attrs
import pytest

import orgcrime as oc
from orgcrime.law.facts import (
    AncillaryConduct,
    Bribery,
    BriberyAct,
    DomesticLaw,
    Involvement,
    LiabilityForm,
    LiabilityGround,
    Official,
)
from orgcrime.law.finding import assess, truth_of
from orgcrime.law.rule import Definition, DefinitionKind
from orgcrime.law.uncac import BRIBERY_FOREIGN, BRIBERY_FOREIGN_PASSIVE, BRIBERY_NATIONAL
from orgcrime.law.uncac.participation import ATTEMPT, LEGAL_PERSONS, PARTICIPATION, PREPARATION
from orgcrime.law.untoc.conformity import LEGAL_PERSONS as UNTOC_LEGAL_PERSONS
from orgcrime.law.values import Listing
from orgcrime.model.duty import Strength
from orgcrime.truth import Truth

YES, NO, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
NONE: Listing[Any] = Listing([], complete=True)

NEITHER = Official(
    holds_foreign_office=False,
    foreign_public_function=False,
    international_civil_servant=False,
    acts_for_international_organization=False,
)
TAKEN = Bribery(
    intentional=True,
    bribery_acts=Listing([BriberyAct.ACCEPTANCE], complete=True),
    official=attrs.evolve(NEITHER, holds_foreign_office=True),
    undue_advantage=True,
    for_official_act=True,
    international_business=False,
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("a foreign official accepts an undue advantage", {}, YES),
        ("solicits it", {"bribery_acts": Listing(["solicitation"], complete=True)}, YES),
        ("is given it", {"bribery_acts": Listing(["giving"], complete=True)}, NO),
        ("neither solicits nor accepts", {"bribery_acts": NONE}, NO),
        ("acts not known", {"bribery_acts": None}, UNKNOWN),
        (
            "one who exercises a public function for a foreign country",
            {"official": attrs.evolve(NEITHER, foreign_public_function=True)},
            YES,
        ),
        (
            "an international civil servant",
            {"official": attrs.evolve(NEITHER, international_civil_servant=True)},
            YES,
        ),
        (
            "one who acts for an international organization",
            {"official": attrs.evolve(NEITHER, acts_for_international_organization=True)},
            YES,
        ),
        ("an official at home alone", {"official": attrs.evolve(NEITHER, holds_office=True)}, NO),
        ("official or not is not known", {"official": None}, UNKNOWN),
        ("an advantage that is due", {"undue_advantage": False}, NO),
        ("due or not is not known", {"undue_advantage": None}, UNKNOWN),
        ("nothing expected of the official", {"for_official_act": False}, NO),
        ("what is expected is not known", {"for_official_act": None}, UNKNOWN),
        ("not intentional", {"intentional": False}, NO),
        ("intention not known", {"intentional": None}, UNKNOWN),
    ],
)
def test_passive_bribery_of_foreign_officials_asks_for_each_of_its_elements(
    row: str, change: dict[str, Any], expected: Truth
) -> None:
    assert truth_of(BRIBERY_FOREIGN_PASSIVE, attrs.evolve(TAKEN, **change)) is expected, row


@pytest.mark.parametrize("business", [True, False, None])
def test_trap_11_international_business_is_an_element_of_art_16_1_alone(business: bool | None) -> None:
    """Trap 11: the element of art. 16(1) would be read into art. 16(2) or art. 15, which have it not."""
    assert truth_of(BRIBERY_FOREIGN_PASSIVE, attrs.evolve(TAKEN, international_business=business)) is YES
    found = ["international_business" in each.facts for each in (BRIBERY_FOREIGN, BRIBERY_FOREIGN_PASSIVE)]
    assert found == [True, False]
    assert "international_business" not in BRIBERY_NATIONAL.facts


@pytest.mark.parametrize(
    ("definition", "word", "strength"),
    [
        (BRIBERY_FOREIGN, "Mandatory", Strength.MANDATORY),
        (BRIBERY_FOREIGN_PASSIVE, "To consider", Strength.CONSIDER),
        (LEGAL_PERSONS, "Mandatory", Strength.MANDATORY),
        (PARTICIPATION, "Mandatory", Strength.MANDATORY),
        (ATTEMPT, "Optional", Strength.MAY),
        (PREPARATION, "Optional", Strength.MAY),
    ],
)
def test_trap_11_mandatory_to_consider_and_optional_are_told_apart(
    definition: Definition, word: str, strength: Strength
) -> None:
    """Trap 11: a State would be blamed for what it has only to consider, or may leave out."""
    assert definition.notes[0].startswith(f"{word}: ")
    assert [each.strength for each in oc.duties("UNCAC") if each.definition == definition.id] == [strength]


LIABLE = DomesticLaw(
    legal_persons_liable_for=Listing([LiabilityGround.UNCAC_OFFENCES]),
    liability_forms=Listing([LiabilityForm.ADMINISTRATIVE]),
    natural_persons_remain_liable=True,
    effective_sanctions=True,
    monetary_sanctions=True,
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("administrative liability for the offences of the Convention", {}, YES),
        ("criminal liability", {"liability_forms": ["criminal"]}, YES),
        ("civil liability", {"liability_forms": ["civil"]}, YES),
        ("no form of liability", {"liability_forms": NONE}, NO),
        ("form not known", {"liability_forms": None}, UNKNOWN),
        ("no ground", {"legal_persons_liable_for": NONE}, NO),
        ("the grounds of UNTOC alone", {"legal_persons_liable_for": Listing(["corruption"], complete=True)}, NO),
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


def test_the_two_conventions_ask_the_same_of_liability_and_differ_in_its_grounds() -> None:
    """By hand: paragraphs 2 to 4 have the same words; the grounds of paragraph 1 have no value in common."""
    found = oc.compare(UNTOC_LEGAL_PERSONS, LEGAL_PERSONS)
    assert found.relation is not None
    assert found.relation.value == "overlapping"
    both = attrs.evolve(LIABLE, legal_persons_liable_for=Listing(LiabilityGround))
    assert (truth_of(UNTOC_LEGAL_PERSONS, both), truth_of(LEGAL_PERSONS, both)) == (YES, YES)
    assert truth_of(UNTOC_LEGAL_PERSONS, LIABLE) is UNKNOWN


INVOLVED = ("offence_established_under_uncac", "involvement")
PARTS = (
    "accomplice",
    "assistant",
    "instigator",
    "organizing",
    "directing",
    "aiding",
    "abetting",
    "facilitating",
    "counselling",
    "other-participation",
)


@pytest.mark.parametrize("definition", [PARTICIPATION, ATTEMPT, PREPARATION])
@pytest.mark.parametrize("way", [*PARTS, "attempt", "preparation"])
def test_each_paragraph_of_art_27_asks_for_its_own_ways(definition: Definition, way: str) -> None:
    """Participation in any capacity, an attempt and a preparation would be one thing, though of three strengths."""
    own = {PARTICIPATION.id: PARTS, ATTEMPT.id: ("attempt",), PREPARATION.id: ("preparation",)}[definition.id]
    facts = AncillaryConduct(
        offence_established_under_uncac=True, involvement=Listing([Involvement(way)], complete=True)
    )
    assert truth_of(definition, facts) is (YES if way in own else NO)


@pytest.mark.parametrize(
    ("definition", "way"), [(PARTICIPATION, "instigator"), (ATTEMPT, "attempt"), (PREPARATION, "preparation")]
)
@pytest.mark.parametrize(
    ("established", "known", "expected"),
    [
        (True, True, YES),
        (False, True, NO),
        (None, True, UNKNOWN),
        (True, False, UNKNOWN),
    ],
)
def test_art_27_is_about_the_offences_of_the_convention(
    definition: Definition, way: str, established: bool | None, known: bool, expected: Truth
) -> None:
    involvement = Listing([Involvement(way)]) if known else None
    facts = AncillaryConduct(offence_established_under_uncac=established, involvement=involvement)
    assert truth_of(definition, facts) is expected


@pytest.mark.parametrize("definition", [PARTICIPATION, ATTEMPT, PREPARATION])
def test_an_empty_listing_says_nothing_and_a_complete_one_no(definition: Definition) -> None:
    facts = AncillaryConduct(offence_established_under_uncac=True, involvement=Listing([]))
    assert truth_of(definition, facts) is UNKNOWN
    assert truth_of(definition, attrs.evolve(facts, involvement=NONE)) is NO


def test_the_ways_of_involvement_are_those_of_the_texts() -> None:
    assert {*Involvement} == {*PARTS, "attempt", "preparation"}


@pytest.mark.parametrize(
    ("definition", "known_as", "kind", "place"),
    [
        (BRIBERY_FOREIGN_PASSIVE, "uncac-16-2", DefinitionKind.OFFENCE, "art. 16(2)"),
        (LEGAL_PERSONS, "uncac-26", DefinitionKind.CONFORMITY, "art. 26"),
        (PARTICIPATION, "uncac-27-1", DefinitionKind.OFFENCE, "art. 27(1)"),
        (ATTEMPT, "uncac-27-2", DefinitionKind.OFFENCE, "art. 27(2)"),
        (PREPARATION, "uncac-27-3", DefinitionKind.OFFENCE, "art. 27(3)"),
    ],
)
def test_each_definition_is_found_by_its_article(
    definition: Definition, known_as: str, kind: DefinitionKind, place: str
) -> None:
    assert oc.definitions[known_as] is definition
    assert (definition.kind, definition.citation.place) == (kind, place)
    assert [each.source for each in definition.sources] == ["text-uncac"]


@pytest.mark.parametrize("definition", [BRIBERY_FOREIGN_PASSIVE, LEGAL_PERSONS, PARTICIPATION, ATTEMPT, PREPARATION])
def test_nothing_known_leaves_everything_open(definition: Definition) -> None:
    finding = assess(definition, definition.about())
    assert finding.truth is UNKNOWN
    assert set(finding.missing) == set(definition.facts)
