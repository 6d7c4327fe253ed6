"""UNTOC arts. 6, 8, 23: each element decides, in tables derived from the articles."""

from typing import Any

import attrs
import pytest

from orgcrime.law.facts import (
    Asset,
    Bribery,
    BriberyAct,
    EvidenceAim,
    Laundering,
    Obstruction,
    ObstructionMeans,
    Official,
)
from orgcrime.law.finding import assess, truth_of
from orgcrime.law.rule import Definition
from orgcrime.law.uncac import OBSTRUCTION_OF_JUSTICE as UNCAC_OBSTRUCTION
from orgcrime.law.uncac.property import LAUNDERING as UNCAC_LAUNDERING
from orgcrime.law.untoc.offences import CORRUPTION, LAUNDERING, OBSTRUCTION_OF_JUSTICE, PUBLIC_OFFICIAL
from orgcrime.law.values import Listing
from orgcrime.truth import Truth

YES, NO, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
NONE: Listing[Any] = Listing([], complete=True)

PROCEEDS = Asset(asset=True, derived_from_offence=True)
LAUNDERED = Laundering(
    intentional=True,
    property=PROCEEDS,
    predicate_covered=True,
    predicate_abroad=False,
    knows_origin=True,
    converts_or_transfers=True,
    to_conceal_origin=True,
)


@pytest.mark.parametrize("definition", [LAUNDERING, UNCAC_LAUNDERING])
@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("transfer of proceeds to conceal their origin", {}, YES),
        ("clean property", {"property": Asset(asset=True, derived_from_offence=False)}, NO),
        ("property of unknown origin", {"property": Asset(asset=True)}, UNKNOWN),
        ("property not known", {"property": None}, UNKNOWN),
        ("predicate offence not covered", {"predicate_covered": False}, NO),
        ("predicate offence not known", {"predicate_covered": None}, UNKNOWN),
        (
            "predicate abroad, punishable in both places",
            {
                "predicate_abroad": True,
                "predicate_punishable_abroad": True,
                "predicate_punishable_at_home": True,
            },
            YES,
        ),
        (
            "predicate abroad, not punishable there",
            {
                "predicate_abroad": True,
                "predicate_punishable_abroad": False,
                "predicate_punishable_at_home": True,
            },
            NO,
        ),
        (
            "predicate abroad, not punishable at home",
            {
                "predicate_abroad": True,
                "predicate_punishable_abroad": True,
                "predicate_punishable_at_home": False,
            },
            NO,
        ),
        ("predicate abroad, foreign law not known", {"predicate_abroad": True}, UNKNOWN),
        (
            "place of the predicate not known, punishable in both",
            {
                "predicate_abroad": None,
                "predicate_punishable_abroad": True,
                "predicate_punishable_at_home": True,
            },
            YES,
        ),
        ("without knowledge", {"knows_origin": False}, NO),
        ("knowledge not known", {"knows_origin": None}, UNKNOWN),
        ("not intentional", {"intentional": False}, NO),
        ("intention not known", {"intentional": None}, UNKNOWN),
        ("transfer to help someone evade", {"to_conceal_origin": False, "to_help_evade": True}, YES),
        ("transfer of unknown purpose", {"to_conceal_origin": None}, UNKNOWN),
        (
            "transfer for neither purpose, nothing else done",
            {
                "to_conceal_origin": False,
                "to_help_evade": False,
                "conceals": NONE,
                "receives": NONE,
                "ancillary_acts": NONE,
            },
            NO,
        ),
        (
            "nothing done",
            {"converts_or_transfers": False, "conceals": NONE, "receives": NONE, "ancillary_acts": NONE},
            NO,
        ),
        ("ownership disguised", {"converts_or_transfers": False, "conceals": ["ownership"]}, YES),
        ("rights concealed", {"converts_or_transfers": False, "conceals": ["rights"]}, YES),
        ("possession", {"converts_or_transfers": False, "receives": ["possession"]}, YES),
        ("use", {"converts_or_transfers": False, "receives": ["use"]}, YES),
        ("attempt", {"converts_or_transfers": False, "ancillary_acts": ["attempt"]}, YES),
        ("counselling", {"converts_or_transfers": False, "ancillary_acts": ["counselling"]}, YES),
        ("no transfer, the rest not known", {"converts_or_transfers": False}, UNKNOWN),
    ],
)
def test_laundering_asks_for_each_of_its_elements(
    definition: Definition, row: str, change: dict[str, Any], expected: Truth
) -> None:
    given = {"self_laundering_excepted": False}

    assert truth_of(definition, attrs.evolve(LAUNDERED, **change), parameters=given) is expected, row


@pytest.mark.parametrize("definition", [LAUNDERING, UNCAC_LAUNDERING])
@pytest.mark.parametrize(
    ("row", "committed", "excepted", "expected"),
    [
        ("own proceeds, no exception", True, False, YES),
        ("own proceeds, exception", True, True, NO),
        ("own proceeds, law not known", True, None, UNKNOWN),
        ("proceeds of another, exception", False, True, YES),
        ("proceeds of another, law not known", False, None, YES),
        ("whose is not known, exception", None, True, UNKNOWN),
        ("whose is not known, no exception", None, False, YES),
    ],
)
def test_self_laundering_is_left_out_where_domestic_law_excepts_it(
    definition: Definition, row: str, committed: bool | None, excepted: bool | None, expected: Truth
) -> None:
    facts = attrs.evolve(LAUNDERED, committed_predicate=committed)

    assert truth_of(definition, facts, parameters={"self_laundering_excepted": excepted}) is expected, row


def test_laundering_cites_the_article_of_its_own_convention() -> None:
    cited = [str(assess(each, LAUNDERED).elements[1].citation) for each in (LAUNDERING, UNCAC_LAUNDERING)]

    assert cited == ["UNTOC art. 6(2)(b)", "UNCAC art. 23(2)(b)"]


@pytest.mark.parametrize(
    ("row", "facts", "expected"),
    [
        ("official by domestic law", Official(official_by_domestic_law=True), YES),
        ("provides a public service by domestic law", Official(public_service=True), YES),
        ("neither", Official(official_by_domestic_law=False, public_service=False), NO),
        ("one not, the other not known", Official(official_by_domestic_law=False), UNKNOWN),
        ("an office alone does not decide", Official(holds_office=True), UNKNOWN),
    ],
)
def test_domestic_law_says_who_is_a_public_official_for_untoc(row: str, facts: Official, expected: Truth) -> None:
    assert truth_of(PUBLIC_OFFICIAL, facts) is expected, row


BRIBE = Bribery(
    intentional=True,
    bribery_acts=Listing([BriberyAct.GIVING]),
    official=Official(official_by_domestic_law=True),
    undue_advantage=True,
    for_official_act=True,
)


@pytest.mark.parametrize(
    ("row", "change", "expected"),
    [
        ("gives a public official an undue advantage for an official act", {}, YES),
        ("promises it", {"bribery_acts": ["promise"]}, YES),
        ("offers it", {"bribery_acts": ["offering"]}, YES),
        ("solicits it", {"bribery_acts": ["solicitation"]}, YES),
        ("accepts it", {"bribery_acts": ["acceptance"]}, YES),
        ("none of these", {"bribery_acts": NONE}, NO),
        ("acts not known", {"bribery_acts": None}, UNKNOWN),
        ("no official", {"official": Official(official_by_domestic_law=False, public_service=False)}, NO),
        ("official or not is not known", {"official": None}, UNKNOWN),
        ("an advantage that is due", {"undue_advantage": False}, NO),
        ("due or not is not known", {"undue_advantage": None}, UNKNOWN),
        ("nothing expected of the official", {"for_official_act": False}, NO),
        ("what is expected is not known", {"for_official_act": None}, UNKNOWN),
        ("not intentional", {"intentional": False}, NO),
        ("intention not known", {"intentional": None}, UNKNOWN),
    ],
)
def test_corruption_asks_for_each_of_its_elements(row: str, change: dict[str, Any], expected: Truth) -> None:
    assert truth_of(CORRUPTION, attrs.evolve(BRIBE, **change)) is expected, row


WITNESS = Obstruction(
    intentional=True,
    obstruction_means=Listing([ObstructionMeans.THREATS]),
    evidence_aims=Listing([EvidenceAim.FALSE_TESTIMONY]),
    in_proceeding=True,
    to_interfere_with_duties=False,
    offence_covered_by_untoc=True,
    offence_established_under_uncac=True,
)
OFFICER = attrs.evolve(WITNESS, evidence_aims=NONE, in_proceeding=False, to_interfere_with_duties=True)


@pytest.mark.parametrize("definition", [OBSTRUCTION_OF_JUSTICE, UNCAC_OBSTRUCTION])
@pytest.mark.parametrize(
    ("row", "base", "change", "expected"),
    [
        ("threats to a witness", WITNESS, {}, YES),
        ("force", WITNESS, {"obstruction_means": ["physical-force"]}, YES),
        ("intimidation", WITNESS, {"obstruction_means": ["intimidation"]}, YES),
        ("a bribe for a witness", WITNESS, {"obstruction_means": ["undue-advantage"]}, YES),
        ("no such means", WITNESS, {"obstruction_means": NONE}, NO),
        ("means not known", WITNESS, {"obstruction_means": None}, UNKNOWN),
        ("interference with testimony", WITNESS, {"evidence_aims": ["interference-with-testimony"]}, YES),
        ("interference with evidence", WITNESS, {"evidence_aims": ["interference-with-evidence"]}, YES),
        ("no such aim", WITNESS, {"evidence_aims": NONE}, NO),
        ("aims not known", WITNESS, {"evidence_aims": None}, UNKNOWN),
        ("no proceeding", WITNESS, {"in_proceeding": False}, NO),
        ("proceeding not known", WITNESS, {"in_proceeding": None}, UNKNOWN),
        ("not intentional", WITNESS, {"intentional": False}, NO),
        ("intention not known", WITNESS, {"intentional": None}, UNKNOWN),
        ("threats to an officer, outside a proceeding", OFFICER, {}, YES),
        ("no interference with duties", OFFICER, {"to_interfere_with_duties": False}, NO),
        ("interference with duties not known", OFFICER, {"to_interfere_with_duties": None}, UNKNOWN),
        ("a bribe for an officer", OFFICER, {"obstruction_means": Listing(["undue-advantage"], complete=True)}, NO),
        ("a bribe at least, for an officer", OFFICER, {"obstruction_means": ["undue-advantage"]}, UNKNOWN),
    ],
)
def test_obstruction_asks_for_each_of_its_elements(
    definition: Definition, row: str, base: Obstruction, change: dict[str, Any], expected: Truth
) -> None:
    assert truth_of(definition, attrs.evolve(base, **change)) is expected, row


@pytest.mark.parametrize(
    ("definition", "fact", "other"),
    [
        (OBSTRUCTION_OF_JUSTICE, "offence_covered_by_untoc", "offence_established_under_uncac"),
        (UNCAC_OBSTRUCTION, "offence_established_under_uncac", "offence_covered_by_untoc"),
    ],
)
@pytest.mark.parametrize("base", [WITNESS, OFFICER])
def test_obstruction_relates_to_the_offences_of_its_own_convention(
    definition: Definition, fact: str, other: str, base: Obstruction
) -> None:
    without: dict[str, Any] = {fact: False}
    open_: dict[str, Any] = {fact: None}
    without_other: dict[str, Any] = {other: False}

    assert truth_of(definition, attrs.evolve(base, **without)) is NO
    assert truth_of(definition, attrs.evolve(base, **open_)) is UNKNOWN
    assert truth_of(definition, attrs.evolve(base, **without_other)) is YES


@pytest.mark.parametrize("definition", [LAUNDERING, CORRUPTION, OBSTRUCTION_OF_JUSTICE])
def test_transnationality_and_group_are_no_elements_of_the_offences(definition: Definition) -> None:
    """They are conditions of cooperation alone: an offence that asked for them would break art. 34(2)."""
    assert not [path for path in definition.facts if "state" in path or "group" in path or "transnational" in path]


def test_bribery_needs_nothing_received() -> None:
    """The advantage may go to another, and a promise is enough: nothing that was received is ever asked for."""
    facts = attrs.evolve(BRIBE, bribery_acts=Listing([BriberyAct.PROMISE], complete=True))

    assert truth_of(CORRUPTION, facts) is YES
    assert not [path for path in CORRUPTION.facts if "receiv" in path]
