"""Firearms: each element of arts. 3, 4 and 5 as the text has it."""

from typing import Any

import pytest

from orgcrime.law.facts import (
    FirearmsCase,
    FirearmsConduct,
    FirearmsDealing,
    FirearmsGoods,
    Group,
    Involvement,
    MarkingTampering,
    Offence,
    RoundOrComponent,
    Weapon,
    WeaponPart,
)
from orgcrime.law.finding import assess
from orgcrime.law.firearms import (
    AMMUNITION,
    FIREARM,
    FIREARM_PARTS,
    FIREARMS_OFFENCES,
    FIREARMS_SCOPE,
    ILLICIT_MANUFACTURING,
    ILLICIT_TRAFFICKING_IN_FIREARMS,
)
from orgcrime.law.rule import Definition, DefinitionKind
from orgcrime.law.values import Between, Listing
from orgcrime.truth import Truth

YES, NO, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
NONE: Listing[Any] = Listing([], complete=True)

PISTOL: dict[str, Any] = {
    "portable": True,
    "barrelled": True,
    "expels": True,
    "designed_to_expel": False,
    "readily_convertible_to_expel": False,
    "by_explosive_action": True,
    "antique_in_domestic_law": False,
    "manufactured_year": 1995,
    "replica_of_antique_in_domestic_law": False,
}
ANTIQUE: dict[str, Any] = PISTOL | {"antique_in_domestic_law": True, "manufactured_year": 1880}

WORKSHOP: dict[str, Any] = {
    "firearms_goods": Listing([FirearmsGoods.FIREARMS], complete=True),
    "manufactured_or_assembled": True,
    "from_illicitly_trafficked_parts": False,
    "manufacture_licensed": False,
    "marked_at_manufacture": True,
}
LICENSED: dict[str, Any] = WORKSHOP | {"manufacture_licensed": True}
SHIPMENT: dict[str, Any] = {
    "firearms_goods": Listing([FirearmsGoods.FIREARMS], complete=True),
    "firearms_dealings": Listing([FirearmsDealing.EXPORT], complete=True),
    "between_states_parties": True,
    "states_parties_not_authorizing": Listing(["BR"]),
    "marked": True,
}
AUTHORIZED: dict[str, Any] = SHIPMENT | {"states_parties_not_authorizing": NONE}
IDLE: dict[str, Any] = {
    "intentional": True,
    "manufactured_or_assembled": False,
    "firearms_dealings": NONE,
    "marking_tampering": NONE,
    "involvement": NONE,
}

TRANSNATIONAL = Offence(states=Listing(["FR", "BR"]))
DOMESTIC = Offence(
    states=Listing(["FR"], complete=True),
    substantial_preparation_elsewhere=False,
    group_active_in_several_states=False,
    substantial_effects_elsewhere=False,
)
ORGANIZED = Group(
    persons=3,
    randomly_formed=False,
    existed_for_a_period=True,
    acting_in_concert=True,
    aims_at_convention_offence=True,
    financial_benefit=True,
)


@pytest.mark.parametrize(
    ("facts", "change", "expected"),
    [
        pytest.param(PISTOL, {}, YES, id="a pistol"),
        pytest.param(PISTOL, {"portable": False}, NO, id="not portable"),
        pytest.param(PISTOL, {"portable": None}, UNKNOWN, id="portable or not is not known"),
        pytest.param(PISTOL, {"barrelled": False}, NO, id="no barrel"),
        pytest.param(PISTOL, {"barrelled": None}, UNKNOWN, id="barrel not known"),
        pytest.param(PISTOL, {"by_explosive_action": False}, NO, id="an air gun"),
        pytest.param(PISTOL, {"by_explosive_action": None}, UNKNOWN, id="explosive not known"),
        pytest.param(PISTOL, {"expels": False}, NO, id="expels nothing"),
        pytest.param(PISTOL, {"expels": None}, UNKNOWN, id="expels or not is not known"),
        pytest.param(PISTOL, {"expels": False, "designed_to_expel": True}, YES, id="designed to expel"),
        pytest.param(PISTOL, {"expels": False, "designed_to_expel": None}, UNKNOWN, id="design not known"),
        pytest.param(PISTOL, {"expels": False, "readily_convertible_to_expel": True}, YES, id="readily convertible"),
        pytest.param(
            PISTOL, {"expels": False, "readily_convertible_to_expel": None}, UNKNOWN, id="conversion not known"
        ),
        pytest.param(PISTOL, {"replica_of_antique_in_domestic_law": True}, NO, id="a replica of an antique"),
        pytest.param(PISTOL, {"replica_of_antique_in_domestic_law": None}, UNKNOWN, id="replica or not is not known"),
        pytest.param(ANTIQUE, {}, NO, id="an antique of 1880"),
        pytest.param(ANTIQUE, {"antique_in_domestic_law": None}, UNKNOWN, id="antique or not is not known"),
        pytest.param(ANTIQUE, {"antique_in_domestic_law": False}, YES, id="old, but no antique in domestic law"),
        pytest.param(ANTIQUE, {"manufactured_year": 1899}, NO, id="an antique of 1899"),
        pytest.param(ANTIQUE, {"manufactured_year": None}, UNKNOWN, id="an antique, year not known"),
        pytest.param(ANTIQUE, {"manufactured_year": Between(1850, 1899)}, NO, id="an antique of 1850 to 1899"),
        pytest.param(ANTIQUE, {"manufactured_year": Between(1890, 1910)}, UNKNOWN, id="an antique of 1890 to 1910"),
        pytest.param(ANTIQUE, {"manufactured_year": Between(1900, None)}, YES, id="an antique of 1900 or later"),
    ],
)
def test_a_firearm_is_a_portable_barrelled_weapon_that_works_by_an_explosive_and_is_no_antique(
    facts: dict[str, Any], change: dict[str, Any], expected: Truth
) -> None:
    assert assess(FIREARM, Weapon(**facts | change)).truth is expected


@pytest.mark.parametrize(("year", "expected"), [(1899, NO), (1900, YES), (1901, YES)])
def test_nothing_manufactured_after_1899_is_an_antique(year: int, expected: Truth) -> None:
    """Trap: the year 1899 closes the exclusion, whatever domestic law calls antique."""
    assert assess(FIREARM, Weapon(**ANTIQUE | {"manufactured_year": year})).truth is expected


@pytest.mark.parametrize("year", [1880, 1899, 1900, 2020, None])
def test_the_year_does_not_matter_for_what_is_no_antique_and_for_replicas(year: int | None) -> None:
    """Trap: 1899 is a ceiling on what may be called antique, not a definition of antique."""
    plain = assess(FIREARM, Weapon(**PISTOL | {"manufactured_year": year})).truth
    replica = {"manufactured_year": year, "replica_of_antique_in_domestic_law": True}
    assert (plain, assess(FIREARM, Weapon(**PISTOL | replica)).truth) == (YES, NO)


@pytest.mark.parametrize(
    ("designed", "essential", "sound", "expected"),
    [
        pytest.param(True, True, False, YES, id="a barrel"),
        pytest.param(False, True, False, NO, id="an all-purpose screw"),
        pytest.param(None, True, False, UNKNOWN, id="design not known"),
        pytest.param(True, False, False, NO, id="an ornament"),
        pytest.param(True, None, False, UNKNOWN, id="function not known"),
        pytest.param(False, False, True, YES, id="a silencer"),
        pytest.param(False, False, None, UNKNOWN, id="silencer or not is not known"),
    ],
)
def test_parts_are_designed_and_essential_or_diminish_the_sound(
    designed: bool | None, essential: bool | None, sound: bool | None, expected: Truth
) -> None:
    facts = WeaponPart(specifically_designed=designed, essential_to_operation=essential, diminishes_sound=sound)
    assert assess(FIREARM_PARTS, facts).truth is expected


@pytest.mark.parametrize(
    ("used", "complete", "component", "authorized", "expected"),
    [
        pytest.param(True, True, False, False, YES, id="a complete round"),
        pytest.param(False, True, False, False, NO, id="a round for no firearm"),
        pytest.param(None, True, False, False, UNKNOWN, id="use not known"),
        pytest.param(True, None, False, False, UNKNOWN, id="round or not is not known"),
        pytest.param(True, False, True, True, YES, id="a component subject to authorization"),
        pytest.param(False, False, True, True, NO, id="a component for no firearm"),
        pytest.param(True, False, True, False, NO, id="a component that anybody may have"),
        pytest.param(True, False, True, None, UNKNOWN, id="authorization not known"),
        pytest.param(True, False, None, True, UNKNOWN, id="component or not is not known"),
        pytest.param(True, False, False, True, NO, id="neither round nor component"),
    ],
)
def test_ammunition_is_the_round_or_a_component_that_is_itself_subject_to_authorization(
    used: bool | None, complete: bool | None, component: bool | None, authorized: bool | None, expected: Truth
) -> None:
    facts = RoundOrComponent(
        used_in_firearm=used,
        complete_round=complete,
        component_of_round=component,
        component_subject_to_authorization=authorized,
    )
    assert assess(AMMUNITION, facts).truth is expected


@pytest.mark.parametrize(
    ("facts", "change", "expected"),
    [
        pytest.param(WORKSHOP, {}, YES, id="without a licence"),
        pytest.param(WORKSHOP, {"manufactured_or_assembled": False}, NO, id="nothing made"),
        pytest.param(WORKSHOP, {"manufactured_or_assembled": None}, UNKNOWN, id="making not known"),
        pytest.param(WORKSHOP, {"firearms_goods": NONE}, NO, id="other goods"),
        pytest.param(WORKSHOP, {"firearms_goods": None}, UNKNOWN, id="goods not known"),
        pytest.param(LICENSED, {}, NO, id="licensed and marked"),
        pytest.param(LICENSED, {"manufacture_licensed": None}, UNKNOWN, id="licence not known"),
        pytest.param(LICENSED, {"from_illicitly_trafficked_parts": True}, YES, id="from trafficked parts"),
        pytest.param(LICENSED, {"from_illicitly_trafficked_parts": None}, UNKNOWN, id="origin of the parts not known"),
        pytest.param(LICENSED, {"marked_at_manufacture": False}, YES, id="not marked"),
        pytest.param(LICENSED, {"marked_at_manufacture": None}, UNKNOWN, id="marking not known"),
    ],
)
def test_manufacturing_is_illicit_from_trafficked_parts_without_licence_or_without_marking(
    facts: dict[str, Any], change: dict[str, Any], expected: Truth
) -> None:
    assert assess(ILLICIT_MANUFACTURING, FirearmsConduct(**facts | change)).truth is expected


@pytest.mark.parametrize(
    ("facts", "change", "expected"),
    [
        pytest.param(SHIPMENT, {}, YES, id="one State does not authorize it"),
        pytest.param(SHIPMENT, {"firearms_dealings": NONE}, NO, id="no dealing"),
        pytest.param(SHIPMENT, {"firearms_dealings": None}, UNKNOWN, id="dealing not known"),
        pytest.param(SHIPMENT, {"firearms_goods": NONE}, NO, id="other goods"),
        pytest.param(SHIPMENT, {"firearms_goods": None}, UNKNOWN, id="goods not known"),
        pytest.param(SHIPMENT, {"between_states_parties": False}, NO, id="not between two States Parties"),
        pytest.param(SHIPMENT, {"between_states_parties": None}, UNKNOWN, id="States not known"),
        pytest.param(AUTHORIZED, {}, NO, id="authorized by all and marked"),
        pytest.param(AUTHORIZED, {"states_parties_not_authorizing": None}, UNKNOWN, id="authorization not known"),
        pytest.param(
            AUTHORIZED, {"states_parties_not_authorizing": Listing([])}, UNKNOWN, id="no refusal known, list open"
        ),
        pytest.param(AUTHORIZED, {"marked": False}, YES, id="not marked"),
        pytest.param(AUTHORIZED, {"marked": None}, UNKNOWN, id="marking not known"),
    ],
)
def test_trafficking_is_illicit_where_a_state_does_not_authorize_it_or_firearms_are_not_marked(
    facts: dict[str, Any], change: dict[str, Any], expected: Truth
) -> None:
    assert assess(ILLICIT_TRAFFICKING_IN_FIREARMS, FirearmsConduct(**facts | change)).truth is expected


@pytest.mark.parametrize("goods", FirearmsGoods)
def test_any_of_the_goods_is_enough_for_lack_of_licence_and_of_authorization(goods: FirearmsGoods) -> None:
    change = {"firearms_goods": Listing([goods], complete=True)}
    assert assess(ILLICIT_MANUFACTURING, FirearmsConduct(**WORKSHOP | change)).truth is YES
    assert assess(ILLICIT_TRAFFICKING_IN_FIREARMS, FirearmsConduct(**SHIPMENT | change)).truth is YES


@pytest.mark.parametrize(("goods", "expected"), [("firearms", YES), ("parts-and-components", NO), ("ammunition", NO)])
def test_the_want_of_a_marking_counts_for_firearms_alone(goods: str, expected: Truth) -> None:
    """Trap: the limb on marking is only for firearms."""
    change = {"firearms_goods": Listing([FirearmsGoods(goods)], complete=True)}
    made = FirearmsConduct(**LICENSED | change | {"marked_at_manufacture": False})
    moved = FirearmsConduct(**AUTHORIZED | change | {"marked": False})
    assert assess(ILLICIT_MANUFACTURING, made).truth is expected
    assert assess(ILLICIT_TRAFFICKING_IN_FIREARMS, moved).truth is expected


@pytest.mark.parametrize("dealing", FirearmsDealing)
def test_any_one_dealing_is_enough(dealing: FirearmsDealing) -> None:
    facts = FirearmsConduct(**SHIPMENT | {"firearms_dealings": Listing([dealing], complete=True)})
    assert assess(ILLICIT_TRAFFICKING_IN_FIREARMS, facts).truth is YES


@pytest.mark.parametrize("states", [["BR"], ["BR", "PY"]])
def test_one_state_that_does_not_authorize_is_enough(states: list[str]) -> None:
    """Trap: definitions are relative to States Parties, and one refusing State is enough."""
    facts = FirearmsConduct(**AUTHORIZED | {"states_parties_not_authorizing": Listing(states)})
    assert assess(ILLICIT_TRAFFICKING_IN_FIREARMS, facts).truth is YES


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({}, NO, id="nothing done"),
        pytest.param(WORKSHOP, YES, id="illicit manufacturing"),
        pytest.param(SHIPMENT, YES, id="illicit trafficking"),
        pytest.param({"manufactured_or_assembled": None}, UNKNOWN, id="manufacturing not known"),
        pytest.param({"firearms_dealings": None}, UNKNOWN, id="trafficking not known"),
        pytest.param({"marking_tampering": None}, UNKNOWN, id="tampering not known"),
        pytest.param(WORKSHOP | {"intentional": False}, NO, id="manufacturing without intention"),
        pytest.param(SHIPMENT | {"intentional": False}, NO, id="trafficking without intention"),
        pytest.param(WORKSHOP | {"intentional": None}, UNKNOWN, id="intention not known"),
        pytest.param({"involvement": None}, UNKNOWN, id="participation not known"),
    ],
)
def test_the_offences_are_manufacturing_trafficking_and_tampering_committed_intentionally(
    change: dict[str, Any], expected: Truth
) -> None:
    assert assess(FIREARMS_OFFENCES, FirearmsConduct(**IDLE | change)).truth is expected


@pytest.mark.parametrize("tampering", MarkingTampering)
@pytest.mark.parametrize(("intentional", "expected"), [(True, YES), (False, NO), (None, UNKNOWN)])
def test_any_one_tampering_with_a_marking_is_an_offence(
    tampering: MarkingTampering, intentional: bool | None, expected: Truth
) -> None:
    change = {"marking_tampering": Listing([tampering], complete=True), "intentional": intentional}
    assert assess(FIREARMS_OFFENCES, FirearmsConduct(**IDLE | change)).truth is expected


ATTEMPTS, ACCOMPLICES = "attempt_punishable", "accomplice_punishable"


@pytest.mark.parametrize(
    ("form", "parameters", "expected"),
    [
        ("attempt", {ATTEMPTS: True, ACCOMPLICES: False}, YES),
        ("attempt", {ATTEMPTS: False, ACCOMPLICES: True}, NO),
        ("attempt", {}, UNKNOWN),
        ("accomplice", {ATTEMPTS: False, ACCOMPLICES: True}, YES),
        ("accomplice", {ATTEMPTS: True, ACCOMPLICES: False}, NO),
        ("accomplice", {}, UNKNOWN),
    ],
)
def test_attempt_and_accomplice_are_both_conditional_on_the_legal_system(
    form: str, parameters: dict[str, bool], expected: Truth
) -> None:
    """Trap: in the Firearms Protocol the accomplice is conditional too, unlike in the other two Protocols."""
    change = {"involvement": Listing([Involvement(form)], complete=True)}
    assert assess(FIREARMS_OFFENCES, FirearmsConduct(**IDLE | change), parameters=parameters).truth is expected


@pytest.mark.parametrize("form", ["organizing", "directing", "aiding", "abetting", "facilitating", "counselling"])
@pytest.mark.parametrize("parameters", [{}, {ATTEMPTS: False, ACCOMPLICES: False}, {ATTEMPTS: True, ACCOMPLICES: True}])
def test_organizing_directing_and_helping_are_offences_in_every_legal_order(
    form: str, parameters: dict[str, bool]
) -> None:
    change = {"intentional": False, "involvement": Listing([Involvement(form)], complete=True)}
    assert assess(FIREARMS_OFFENCES, FirearmsConduct(**IDLE | change), parameters=parameters).truth is YES


def test_the_offences_ask_neither_for_transnationality_nor_for_a_group() -> None:
    """Trap: these are conditions of cooperation, not elements of domestic offences (UNTOC art. 34(2))."""
    assert not [path for path in FIREARMS_OFFENCES.facts if path.startswith(("offence.", "group."))]
    assert assess(FIREARMS_OFFENCES, FirearmsConduct(**IDLE | WORKSHOP)).truth is YES


OFFENCE = FirearmsConduct(**IDLE | WORKSHOP)
NO_OFFENCE = FirearmsConduct(**IDLE)
PROSECUTED: dict[str, Any] = {
    "prevention": False,
    "firearms": OFFENCE,
    "offence": TRANSNATIONAL,
    "group": ORGANIZED,
    "state_transaction": False,
    "prejudices_national_security": False,
}
PREVENTION: dict[str, Any] = {
    "prevention": True,
    "firearms": NO_OFFENCE,
    "offence": DOMESTIC,
    "group": Group(persons=1),
    "state_transaction": False,
    "prejudices_national_security": False,
}


@pytest.mark.parametrize(
    ("facts", "change", "expected"),
    [
        pytest.param(PROSECUTED, {}, YES, id="an offence, transnational, with a group"),
        pytest.param(PROSECUTED, {"firearms": NO_OFFENCE}, NO, id="no offence"),
        pytest.param(PROSECUTED, {"firearms": None}, UNKNOWN, id="offence not known"),
        pytest.param(PROSECUTED, {"offence": DOMESTIC}, NO, id="not transnational"),
        pytest.param(PROSECUTED, {"offence": None}, UNKNOWN, id="transnationality not known"),
        pytest.param(PROSECUTED, {"group": Group(persons=2)}, NO, id="two persons are no group"),
        pytest.param(PROSECUTED, {"group": None}, UNKNOWN, id="group not known"),
        pytest.param(PROSECUTED, {"group": None, "prevention": None}, UNKNOWN, id="prevention not known"),
        pytest.param(PREVENTION, {"prevention": False}, NO, id="neither prevention nor prosecution"),
        pytest.param(
            PROSECUTED,
            {"state_transaction": True, "prejudices_national_security": True},
            NO,
            id="a State transaction left to national security",
        ),
        pytest.param(PROSECUTED, {"state_transaction": True}, YES, id="a State transaction without that prejudice"),
        pytest.param(PROSECUTED, {"prejudices_national_security": True}, YES, id="prejudice, but no State transaction"),
        pytest.param(
            PROSECUTED,
            {"state_transaction": True, "prejudices_national_security": None},
            UNKNOWN,
            id="a State transaction, prejudice not known",
        ),
        pytest.param(
            PROSECUTED,
            {"state_transaction": None, "prejudices_national_security": True},
            UNKNOWN,
            id="prejudice, State transaction or not is not known",
        ),
        pytest.param(
            PREVENTION,
            {"state_transaction": True, "prejudices_national_security": True},
            NO,
            id="prevention, but a State transaction left to national security",
        ),
    ],
)
def test_the_protocol_applies_to_prevention_and_to_transnational_offences_with_a_group(
    facts: dict[str, Any], change: dict[str, Any], expected: Truth
) -> None:
    assert assess(FIREARMS_SCOPE, FirearmsCase(**facts | change)).truth is expected


def test_prevention_asks_neither_for_transnationality_nor_for_a_group() -> None:
    """Trap: the scope for prevention is unqualified."""
    assert assess(FIREARMS_SCOPE, FirearmsCase(**PREVENTION)).truth is YES


def test_a_state_transaction_alone_is_not_outside() -> None:
    """The test of national security is read as limiting state-to-state transactions and state transfers alike."""
    facts = FirearmsCase(prevention=True, state_transaction=True)
    assert assess(FIREARMS_SCOPE, facts).missing == ("prejudices_national_security",)


@pytest.mark.parametrize(
    ("definition", "known_as", "kind", "place"),
    [
        (FIREARM, "firearm", DefinitionKind.DEFINITION, "art. 3(a)"),
        (FIREARM_PARTS, "firearm-parts", DefinitionKind.DEFINITION, "art. 3(b)"),
        (AMMUNITION, "ammunition", DefinitionKind.DEFINITION, "art. 3(c)"),
        (ILLICIT_MANUFACTURING, "illicit-manufacturing", DefinitionKind.DEFINITION, "art. 3(d)"),
        (ILLICIT_TRAFFICKING_IN_FIREARMS, "illicit-trafficking-in-firearms", DefinitionKind.DEFINITION, "art. 3(e)"),
        (FIREARMS_SCOPE, "firearms-scope", DefinitionKind.SCOPE, "art. 4"),
        (FIREARMS_OFFENCES, "firearms-offences", DefinitionKind.OFFENCE, "art. 5"),
    ],
)
def test_each_definition_says_what_it_is_and_where_it_stands(
    definition: Definition, known_as: str, kind: DefinitionKind, place: str
) -> None:
    assert (definition.id, definition.kind, definition.citation.place) == (known_as, kind, place)
    assert definition.citation.instrument == "firearms-protocol"
    assert [reference.source for reference in definition.sources] == ["text-firearms-protocol"]


@pytest.mark.parametrize(
    "definition",
    [
        FIREARM,
        FIREARM_PARTS,
        AMMUNITION,
        ILLICIT_MANUFACTURING,
        ILLICIT_TRAFFICKING_IN_FIREARMS,
        FIREARMS_SCOPE,
        FIREARMS_OFFENCES,
    ],
)
def test_nothing_known_leaves_everything_open(definition: Definition) -> None:
    finding = assess(definition, definition.about())
    assert finding.truth is UNKNOWN
    assert set(finding.missing) == set(definition.facts)
