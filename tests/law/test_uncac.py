"""UNCAC arts. 2, 15 to 22: each element decides, in tables derived from the articles."""

from typing import Any

import attrs
import pytest

from orgcrime.law import uncac
from orgcrime.law.facts import (
    AbuseOfFunctions,
    Bribery,
    BriberyAct,
    DiversionAct,
    Embezzlement,
    IllicitEnrichment,
    Official,
)
from orgcrime.law.finding import truth_of
from orgcrime.law.rule import Definition, DefinitionKind
from orgcrime.law.uncac import (
    ABUSE_OF_FUNCTIONS,
    BRIBERY_FOREIGN,
    BRIBERY_NATIONAL,
    BRIBERY_PRIVATE,
    EMBEZZLEMENT,
    EMBEZZLEMENT_PRIVATE,
    FOREIGN_PUBLIC_OFFICIAL,
    ILLICIT_ENRICHMENT,
    INTERNATIONAL_OFFICIAL,
    PUBLIC_OFFICIAL,
    TRADING_IN_INFLUENCE,
)
from orgcrime.law.uncac import participation as uncac_participation
from orgcrime.law.uncac import property as uncac_property
from orgcrime.law.untoc.offences import PUBLIC_OFFICIAL as UNTOC_PUBLIC_OFFICIAL
from orgcrime.law.values import Listing
from orgcrime.truth import Truth

YES, NO, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
NONE: Listing[Any] = Listing([], complete=True)

OFFENCES = [
    each
    for module in (uncac, uncac_participation, uncac_property)
    for each in vars(module).values()
    if isinstance(each, Definition) and each.kind is DefinitionKind.OFFENCE
]
MINISTER = Official(holds_office=True)
NOBODY = Official(
    holds_office=False,
    public_function=False,
    public_service=False,
    official_by_domestic_law=False,
    holds_foreign_office=False,
    foreign_public_function=False,
    international_civil_servant=False,
    acts_for_international_organization=False,
)


@pytest.mark.parametrize(
    ("row", "facts", "expected"),
    [
        ("holds an office", attrs.evolve(NOBODY, holds_office=True), YES),
        ("performs a public function", attrs.evolve(NOBODY, public_function=True), YES),
        ("provides a public service", attrs.evolve(NOBODY, public_service=True), YES),
        ("official by domestic law", attrs.evolve(NOBODY, official_by_domestic_law=True), YES),
        ("none of these", NOBODY, NO),
        ("an official of another country", attrs.evolve(NOBODY, holds_foreign_office=True), NO),
        ("no office, the rest not known", Official(holds_office=False), UNKNOWN),
        ("nothing known", Official(), UNKNOWN),
    ],
)
def test_a_public_official_holds_an_office_or_is_one_by_domestic_law(
    row: str, facts: Official, expected: Truth
) -> None:
    assert truth_of(PUBLIC_OFFICIAL, facts) is expected, row


def test_an_office_makes_an_official_whatever_domestic_law_says() -> None:
    """UNCAC has a first limb of its own; UNTOC looks to domestic law alone."""
    facts = attrs.evolve(NOBODY, holds_office=True)

    assert truth_of(PUBLIC_OFFICIAL, facts) is YES
    assert truth_of(UNTOC_PUBLIC_OFFICIAL, facts) is NO


@pytest.mark.parametrize(
    ("row", "facts", "expected"),
    [
        ("holds an office of a foreign country", attrs.evolve(NOBODY, holds_foreign_office=True), YES),
        ("exercises a public function for one", attrs.evolve(NOBODY, foreign_public_function=True), YES),
        ("an official at home", attrs.evolve(NOBODY, holds_office=True), NO),
        ("no office, function not known", Official(holds_foreign_office=False), UNKNOWN),
    ],
)
def test_a_foreign_public_official_serves_a_foreign_country(row: str, facts: Official, expected: Truth) -> None:
    assert truth_of(FOREIGN_PUBLIC_OFFICIAL, facts) is expected, row


@pytest.mark.parametrize(
    ("row", "facts", "expected"),
    [
        ("international civil servant", attrs.evolve(NOBODY, international_civil_servant=True), YES),
        ("authorized by the organization", attrs.evolve(NOBODY, acts_for_international_organization=True), YES),
        ("an official at home", attrs.evolve(NOBODY, holds_office=True), NO),
        ("no civil servant, authority not known", Official(international_civil_servant=False), UNKNOWN),
    ],
)
def test_an_official_of_an_international_organization_serves_or_represents_it(
    row: str, facts: Official, expected: Truth
) -> None:
    assert truth_of(INTERNATIONAL_OFFICIAL, facts) is expected, row


NATIONAL = Bribery(
    intentional=True,
    bribery_acts=Listing([BriberyAct.GIVING]),
    official=MINISTER,
    undue_advantage=True,
    for_official_act=True,
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("gives an official an undue advantage for an official act", {}, YES),
        ("promises it", {"bribery_acts": ["promise"]}, YES),
        ("offers it", {"bribery_acts": ["offering"]}, YES),
        ("solicits it", {"bribery_acts": ["solicitation"]}, YES),
        ("accepts it", {"bribery_acts": ["acceptance"]}, YES),
        ("none of these", {"bribery_acts": NONE}, NO),
        ("acts not known", {"bribery_acts": None}, UNKNOWN),
        ("no official", {"official": NOBODY}, NO),
        ("official or not is not known", {"official": None}, UNKNOWN),
        ("an advantage that is due", {"undue_advantage": False}, NO),
        ("due or not is not known", {"undue_advantage": None}, UNKNOWN),
        ("nothing expected of the official", {"for_official_act": False}, NO),
        ("what is expected is not known", {"for_official_act": None}, UNKNOWN),
        ("not intentional", {"intentional": False}, NO),
        ("intention not known", {"intentional": None}, UNKNOWN),
    ],
)
def test_bribery_of_national_officials_asks_for_each_of_its_elements(
    row: str, change: dict[str, Any], expected: Truth
) -> None:
    assert truth_of(BRIBERY_NATIONAL, attrs.evolve(NATIONAL, **change)) is expected, row


FOREIGN = attrs.evolve(NATIONAL, official=attrs.evolve(NOBODY, holds_foreign_office=True), international_business=True)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("gives a foreign official an undue advantage for business", {}, YES),
        (
            "gives it to an international official",
            {"official": attrs.evolve(NOBODY, international_civil_servant=True)},
            YES,
        ),
        ("promises it", {"bribery_acts": ["promise"]}, YES),
        ("takes it", {"bribery_acts": Listing(["acceptance"], complete=True)}, NO),
        ("takes it at least", {"bribery_acts": ["acceptance"]}, UNKNOWN),
        ("none of these", {"bribery_acts": NONE}, NO),
        ("acts not known", {"bribery_acts": None}, UNKNOWN),
        ("an official at home", {"official": attrs.evolve(NOBODY, holds_office=True)}, NO),
        ("official or not is not known", {"official": None}, UNKNOWN),
        ("an advantage that is due", {"undue_advantage": False}, NO),
        ("due or not is not known", {"undue_advantage": None}, UNKNOWN),
        ("nothing expected of the official", {"for_official_act": False}, NO),
        ("what is expected is not known", {"for_official_act": None}, UNKNOWN),
        ("no international business", {"international_business": False}, NO),
        ("international business not known", {"international_business": None}, UNKNOWN),
        ("not intentional", {"intentional": False}, NO),
        ("intention not known", {"intentional": None}, UNKNOWN),
    ],
)
def test_bribery_of_foreign_officials_asks_for_each_of_its_elements(
    row: str, change: dict[str, Any], expected: Truth
) -> None:
    assert truth_of(BRIBERY_FOREIGN, attrs.evolve(FOREIGN, **change)) is expected, row


def test_international_business_is_asked_for_foreign_officials_alone() -> None:
    """Art. 16(1) has this element and art. 15 has not: bribing one's own officials needs no business."""
    assert "international_business" in BRIBERY_FOREIGN.facts
    assert "international_business" not in BRIBERY_NATIONAL.facts


INFLUENCE = attrs.evolve(
    NATIONAL, official=None, for_official_act=None, for_abuse_of_influence=True, advantage_from_authority=True
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("gives somebody an undue advantage to abuse influence", {}, YES),
        ("accepts it to do so", {"bribery_acts": ["acceptance"]}, YES),
        ("somebody who is no official", {"official": NOBODY}, YES),
        ("none of these acts", {"bribery_acts": NONE}, NO),
        ("acts not known", {"bribery_acts": None}, UNKNOWN),
        ("an advantage that is due", {"undue_advantage": False}, NO),
        ("due or not is not known", {"undue_advantage": None}, UNKNOWN),
        ("no abuse of influence", {"for_abuse_of_influence": False}, NO),
        ("abuse of influence not known", {"for_abuse_of_influence": None}, UNKNOWN),
        ("nothing from an authority", {"advantage_from_authority": False}, NO),
        ("what is hoped for is not known", {"advantage_from_authority": None}, UNKNOWN),
        ("not intentional", {"intentional": False}, NO),
        ("intention not known", {"intentional": None}, UNKNOWN),
    ],
)
def test_trading_in_influence_asks_for_each_of_its_elements(row: str, change: dict[str, Any], expected: Truth) -> None:
    assert truth_of(TRADING_IN_INFLUENCE, attrs.evolve(INFLUENCE, **change)) is expected, row


PRIVATE = attrs.evolve(
    NATIONAL,
    official=None,
    for_official_act=None,
    in_course_of_business=True,
    works_for_private_entity=True,
    for_breach_of_duty=True,
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("gives an employee an undue advantage to breach duties", {}, YES),
        ("solicits it", {"bribery_acts": ["solicitation"]}, YES),
        ("none of these acts", {"bribery_acts": NONE}, NO),
        ("acts not known", {"bribery_acts": None}, UNKNOWN),
        ("outside business", {"in_course_of_business": False}, NO),
        ("in business or not is not known", {"in_course_of_business": None}, UNKNOWN),
        ("an advantage that is due", {"undue_advantage": False}, NO),
        ("due or not is not known", {"undue_advantage": None}, UNKNOWN),
        ("no private entity", {"works_for_private_entity": False}, NO),
        ("entity not known", {"works_for_private_entity": None}, UNKNOWN),
        ("no breach of duty", {"for_breach_of_duty": False}, NO),
        ("breach of duty not known", {"for_breach_of_duty": None}, UNKNOWN),
        ("not intentional", {"intentional": False}, NO),
        ("intention not known", {"intentional": None}, UNKNOWN),
    ],
)
def test_bribery_in_the_private_sector_asks_for_each_of_its_elements(
    row: str, change: dict[str, Any], expected: Truth
) -> None:
    assert truth_of(BRIBERY_PRIVATE, attrs.evolve(PRIVATE, **change)) is expected, row


def test_a_breach_of_duty_is_asked_for_in_the_private_sector_alone() -> None:
    assert "for_breach_of_duty" in BRIBERY_PRIVATE.facts
    assert "for_breach_of_duty" not in BRIBERY_NATIONAL.facts


DIVERTED = Embezzlement(
    intentional=True,
    diversion_acts=Listing([DiversionAct.MISAPPROPRIATION]),
    official=MINISTER,
    entrusted=True,
    for_benefit=True,
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("an official misappropriates what was entrusted", {}, YES),
        ("embezzles it", {"diversion_acts": ["embezzlement"]}, YES),
        ("diverts it in another way", {"diversion_acts": ["other-diversion"]}, YES),
        ("none of these", {"diversion_acts": NONE}, NO),
        ("acts not known", {"diversion_acts": None}, UNKNOWN),
        ("no official", {"official": NOBODY}, NO),
        ("official or not is not known", {"official": None}, UNKNOWN),
        ("not entrusted", {"entrusted": False}, NO),
        ("entrusted or not is not known", {"entrusted": None}, UNKNOWN),
        ("for nobody's benefit", {"for_benefit": False}, NO),
        ("benefit not known", {"for_benefit": None}, UNKNOWN),
        ("not intentional", {"intentional": False}, NO),
        ("intention not known", {"intentional": None}, UNKNOWN),
    ],
)
def test_embezzlement_asks_for_each_of_its_elements(row: str, change: dict[str, Any], expected: Truth) -> None:
    assert truth_of(EMBEZZLEMENT, attrs.evolve(DIVERTED, **change)) is expected, row


EMPLOYEE = Embezzlement(
    intentional=True,
    diversion_acts=Listing([DiversionAct.EMBEZZLEMENT]),
    entrusted=True,
    in_course_of_business=True,
    works_for_private_entity=True,
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("an employee embezzles what was entrusted", {}, YES),
        ("for nobody's benefit", {"for_benefit": False}, YES),
        ("misappropriates it", {"diversion_acts": Listing(["misappropriation"], complete=True)}, NO),
        ("nothing done", {"diversion_acts": NONE}, NO),
        ("acts not known", {"diversion_acts": None}, UNKNOWN),
        ("outside business", {"in_course_of_business": False}, NO),
        ("in business or not is not known", {"in_course_of_business": None}, UNKNOWN),
        ("no private entity", {"works_for_private_entity": False}, NO),
        ("entity not known", {"works_for_private_entity": None}, UNKNOWN),
        ("not entrusted", {"entrusted": False}, NO),
        ("entrusted or not is not known", {"entrusted": None}, UNKNOWN),
        ("not intentional", {"intentional": False}, NO),
        ("intention not known", {"intentional": None}, UNKNOWN),
    ],
)
def test_embezzlement_in_the_private_sector_asks_for_each_of_its_elements(
    row: str, change: dict[str, Any], expected: Truth
) -> None:
    assert truth_of(EMBEZZLEMENT_PRIVATE, attrs.evolve(EMPLOYEE, **change)) is expected, row


ABUSED = AbuseOfFunctions(
    intentional=True,
    official=MINISTER,
    in_discharge_of_functions=True,
    violates_law=True,
    to_obtain_undue_advantage=True,
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("an official breaks the law in office for an advantage", {}, YES),
        ("no official", {"official": NOBODY}, NO),
        ("official or not is not known", {"official": None}, UNKNOWN),
        ("off duty", {"in_discharge_of_functions": False}, NO),
        ("on duty or not is not known", {"in_discharge_of_functions": None}, UNKNOWN),
        ("no law is broken", {"violates_law": False}, NO),
        ("whether a law is broken is not known", {"violates_law": None}, UNKNOWN),
        ("for no advantage", {"to_obtain_undue_advantage": False}, NO),
        ("advantage not known", {"to_obtain_undue_advantage": None}, UNKNOWN),
        ("not intentional", {"intentional": False}, NO),
        ("intention not known", {"intentional": None}, UNKNOWN),
    ],
)
def test_abuse_of_functions_asks_for_each_of_its_elements(row: str, change: dict[str, Any], expected: Truth) -> None:
    assert truth_of(ABUSE_OF_FUNCTIONS, attrs.evolve(ABUSED, **change)) is expected, row


ENRICHED = IllicitEnrichment(intentional=True, official=MINISTER, significant_increase=True, reasonably_explained=False)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("an official cannot explain a significant increase", {}, YES),
        ("no official", {"official": NOBODY}, NO),
        ("official or not is not known", {"official": None}, UNKNOWN),
        ("no significant increase", {"significant_increase": False}, NO),
        ("increase not known", {"significant_increase": None}, UNKNOWN),
        ("explained by lawful income", {"reasonably_explained": True}, NO),
        ("explanation not known", {"reasonably_explained": None}, UNKNOWN),
        ("not intentional", {"intentional": False}, NO),
        ("intention not known", {"intentional": None}, UNKNOWN),
    ],
)
def test_illicit_enrichment_asks_for_each_of_its_elements(row: str, change: dict[str, Any], expected: Truth) -> None:
    assert truth_of(ILLICIT_ENRICHMENT, attrs.evolve(ENRICHED, **change)) is expected, row


@pytest.mark.parametrize("offence", OFFENCES, ids=[each.id for each in OFFENCES])
def test_trap_11_each_offence_says_whether_it_is_mandatory_to_be_considered_or_optional(offence: Definition) -> None:
    """Trap 11: a State would be blamed for leaving out what it has only to consider, or may establish."""
    mandatory = {"15", "16(1)", "17", "23(1)", "25", "27(1)"}
    optional = {"27(2)", "27(3)"}
    place = offence.citation.pinpoint
    word = "Mandatory" if place in mandatory else "Optional" if place in optional else "To consider"

    assert offence.notes[0].startswith(f"{word}: ")


def test_there_are_fifteen_offences() -> None:
    assert [each.citation.pinpoint for each in OFFENCES] == [
        "15", "16(1)", "16(2)", "17", "18", "19", "20", "21", "22", "25", "27(1)", "27(2)", "27(3)", "23(1)", "24",
    ]  # fmt: skip


@pytest.mark.parametrize("offence", OFFENCES, ids=[each.id for each in OFFENCES])
def test_no_offence_asks_for_damage_to_the_state(offence: Definition) -> None:
    assert any("damage" in each for each in offence.excluded)
    assert not [path for path in offence.facts if "damage" in path]
