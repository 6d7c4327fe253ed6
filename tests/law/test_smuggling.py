"""The smuggling of migrants: each element of arts. 3 to 6 and 18 as the text has it."""

from typing import Any

import pytest

from orgcrime.errors import InputError
from orgcrime.law.facts import (
    Charge,
    DocumentAct,
    DocumentFraud,
    Group,
    Involvement,
    Offence,
    Returnee,
    Smuggling,
    SmugglingCase,
)
from orgcrime.law.finding import assess
from orgcrime.law.rule import Definition, DefinitionKind
from orgcrime.law.smuggling import (
    SMUGGLING_AGGRAVATION,
    SMUGGLING_NON_LIABILITY,
    SMUGGLING_OF_MIGRANTS,
    SMUGGLING_OFFENCES,
    SMUGGLING_RETURN,
    SMUGGLING_SCOPE,
)
from orgcrime.law.trafficking import TRAFFICKING_RETURN
from orgcrime.law.values import Listing
from orgcrime.truth import Truth

YES, NO, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
NONE: Listing[Any] = Listing([], complete=True)

PAID: dict[str, Any] = {
    "procured_entry": True,
    "illegal_entry": True,
    "entered_state_party": True,
    "national_of_state_concerned": False,
    "permanent_resident_of_state_concerned": False,
    "financial_benefit": True,
    "other_material_benefit": False,
}
IDLE: dict[str, Any] = {
    "intentional": True,
    "procured_entry": False,
    "national_of_state_concerned": False,
    "permanent_resident_of_state_concerned": False,
    "financial_benefit": True,
    "other_material_benefit": False,
    "document_acts": NONE,
    "enabled_illegal_stay": False,
    "involvement": NONE,
}
ENTRY: dict[str, Any] = IDLE | PAID
PRODUCING: dict[str, Any] = IDLE | {
    "purpose_of_enabling_smuggling": True,
    "document_fraud": Listing([DocumentFraud.FALSELY_MADE]),
    "document_acts": Listing([DocumentAct.PRODUCING], complete=True),
}
POSSESSING: dict[str, Any] = PRODUCING | {"document_acts": Listing([DocumentAct.POSSESSING], complete=True)}
STAY: dict[str, Any] = IDLE | {"enabled_illegal_stay": True, "illegal_means": True}

DANGER: dict[str, Any] = {"danger_to_life_or_safety": True, "inhuman_or_degrading_treatment": False}

TRANSNATIONAL = Offence(states=Listing(["LY", "IT"]))
DOMESTIC = Offence(
    states=Listing(["IT"], complete=True),
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
    ("change", "expected"),
    [
        pytest.param({}, YES, id="a paid smuggler"),
        pytest.param({"procured_entry": False}, NO, id="no entry procured"),
        pytest.param({"procured_entry": None}, UNKNOWN, id="procurement not known"),
        pytest.param({"illegal_entry": False}, NO, id="legal entry"),
        pytest.param({"illegal_entry": None}, UNKNOWN, id="legality of the entry not known"),
        pytest.param({"entered_state_party": False}, NO, id="into a State that is no party"),
        pytest.param({"entered_state_party": None}, UNKNOWN, id="State Party or not is not known"),
        pytest.param({"national_of_state_concerned": True}, NO, id="a national of that State"),
        pytest.param({"national_of_state_concerned": None}, UNKNOWN, id="nationality not known"),
        pytest.param({"permanent_resident_of_state_concerned": True}, NO, id="a permanent resident of that State"),
        pytest.param({"permanent_resident_of_state_concerned": None}, UNKNOWN, id="residence not known"),
        pytest.param({"financial_benefit": False}, NO, id="no benefit, as among relatives"),
        pytest.param({"financial_benefit": None}, UNKNOWN, id="financial benefit not known"),
        pytest.param({"financial_benefit": False, "other_material_benefit": True}, YES, id="another material benefit"),
        pytest.param(
            {"financial_benefit": False, "other_material_benefit": None}, UNKNOWN, id="other benefit not known"
        ),
    ],
)
def test_smuggling_is_the_procurement_for_benefit_of_the_illegal_entry_of_a_foreigner(
    change: dict[str, Any], expected: Truth
) -> None:
    assert assess(SMUGGLING_OF_MIGRANTS, Smuggling(**PAID | change)).truth is expected


@pytest.mark.parametrize("name", ["consent", "consent_of_migrant", "coercion", "exploitation", "victim"])
def test_consent_coercion_and_exploitation_cannot_even_be_stated(name: str) -> None:
    """Trap: smuggling asks for a border and a benefit, and for no coercion; the migrant is no victim by type."""
    with pytest.raises(InputError, match="there is no such fact"):
        Smuggling(**PAID | {name: True})


def test_the_definition_names_consent_and_coercion_as_excluded() -> None:
    """Trap: smuggling asks for no coercion."""
    assert {"consent of the migrant", "coercion or deception", "exploitation"} <= set(SMUGGLING_OF_MIGRANTS.excluded)


def test_no_definition_calls_the_migrant_a_victim() -> None:
    """Trap: the Protocol speaks of the object of the conduct."""
    asked = [
        f"{path} {fact.label} {fact.question}"
        for definition in (
            SMUGGLING_OF_MIGRANTS,
            SMUGGLING_OFFENCES,
            SMUGGLING_AGGRAVATION,
            SMUGGLING_NON_LIABILITY,
            SMUGGLING_SCOPE,
            SMUGGLING_RETURN,
        )
        for path, fact in definition.facts.items()
    ]
    assert not [text for text in asked if "victim" in text]


@pytest.mark.parametrize(
    ("facts", "change", "expected"),
    [
        pytest.param(IDLE, {}, NO, id="nothing done"),
        pytest.param(ENTRY, {}, YES, id="smuggling of migrants"),
        pytest.param(ENTRY, {"intentional": False}, NO, id="not intentional"),
        pytest.param(ENTRY, {"intentional": None}, UNKNOWN, id="intention not known"),
        pytest.param(ENTRY, {"illegal_entry": None}, UNKNOWN, id="entry not known to be illegal"),
        pytest.param(PRODUCING, {}, YES, id="producing a fraudulent document"),
        pytest.param(PRODUCING, {"financial_benefit": False}, NO, id="producing without the purpose of a benefit"),
        pytest.param(
            PRODUCING,
            {"financial_benefit": False, "other_material_benefit": True},
            YES,
            id="producing for another material benefit",
        ),
        pytest.param(PRODUCING, {"financial_benefit": None}, UNKNOWN, id="producing, benefit not known"),
        pytest.param(PRODUCING, {"intentional": False}, NO, id="producing without intention"),
        pytest.param(PRODUCING, {"purpose_of_enabling_smuggling": False}, NO, id="producing for another purpose"),
        pytest.param(PRODUCING, {"purpose_of_enabling_smuggling": None}, UNKNOWN, id="producing, purpose not known"),
        pytest.param(PRODUCING, {"document_fraud": NONE}, NO, id="producing a document that is not fraudulent"),
        pytest.param(PRODUCING, {"document_fraud": None}, UNKNOWN, id="producing, fraud not known"),
        pytest.param(PRODUCING, {"document_acts": None}, UNKNOWN, id="act with the document not known"),
        pytest.param(POSSESSING, {}, YES, id="possessing a fraudulent document"),
        pytest.param(POSSESSING, {"financial_benefit": False}, NO, id="possessing without the purpose of a benefit"),
        pytest.param(POSSESSING, {"purpose_of_enabling_smuggling": False}, NO, id="possessing for another purpose"),
        pytest.param(POSSESSING, {"document_fraud": NONE}, NO, id="possessing a document that is not fraudulent"),
        pytest.param(STAY, {}, YES, id="enabling an illegal stay"),
        pytest.param(STAY, {"financial_benefit": False}, NO, id="illegal stay without the purpose of a benefit"),
        pytest.param(STAY, {"intentional": False}, NO, id="illegal stay without intention"),
        pytest.param(STAY, {"enabled_illegal_stay": None}, UNKNOWN, id="stay not known"),
        pytest.param(STAY, {"illegal_means": False}, NO, id="stay by legal means"),
        pytest.param(STAY, {"illegal_means": None}, UNKNOWN, id="means of the stay not known"),
        pytest.param(STAY, {"national_of_state_concerned": True}, NO, id="stay of a national"),
        pytest.param(STAY, {"national_of_state_concerned": None}, UNKNOWN, id="stay, nationality not known"),
        pytest.param(STAY, {"permanent_resident_of_state_concerned": True}, NO, id="stay of a permanent resident"),
        pytest.param(STAY, {"permanent_resident_of_state_concerned": None}, UNKNOWN, id="stay, residence not known"),
    ],
)
def test_the_offences_are_smuggling_fraudulent_documents_and_illegal_stay_for_benefit(
    facts: dict[str, Any], change: dict[str, Any], expected: Truth
) -> None:
    assert assess(SMUGGLING_OFFENCES, Smuggling(**facts | change)).truth is expected


@pytest.mark.parametrize("fraud", DocumentFraud)
def test_any_one_fault_makes_a_document_fraudulent(fraud: DocumentFraud) -> None:
    facts = Smuggling(**PRODUCING | {"document_fraud": Listing([fraud], complete=True)})
    assert assess(SMUGGLING_OFFENCES, facts).truth is YES


@pytest.mark.parametrize("act", DocumentAct)
def test_any_one_act_with_the_document_is_enough(act: DocumentAct) -> None:
    facts = Smuggling(**PRODUCING | {"document_acts": Listing([act], complete=True)})
    assert assess(SMUGGLING_OFFENCES, facts).truth is YES


def test_a_document_offence_needs_no_entry_and_no_state_party() -> None:
    facts = Smuggling(**PRODUCING | {"illegal_entry": False, "entered_state_party": False})
    assert assess(SMUGGLING_OFFENCES, facts).truth is YES


ATTEMPTS = "attempt_punishable"
HANDLERS = "accomplice_in_document_handling_punishable"
AGGRAVATED = "aggravation_of_participation"


def taking_part(form: str, **more: Any) -> Smuggling:
    """Return the facts of a person who did nothing but attempt an offence or take part in one of others."""
    part = Listing([Involvement(form)], complete=True)
    return Smuggling(**IDLE | {"involvement": part} | more)


@pytest.mark.parametrize(
    ("form", "handling_alone", "parameters", "expected"),
    [
        pytest.param("attempt", None, {ATTEMPTS: True}, YES, id="attempt, where punishable"),
        pytest.param("attempt", None, {ATTEMPTS: False}, NO, id="attempt, where not punishable"),
        pytest.param("attempt", None, {}, UNKNOWN, id="attempt, legal order not known"),
        pytest.param("organizing", None, {ATTEMPTS: False, HANDLERS: False}, YES, id="organizing, anywhere"),
        pytest.param("directing", None, {ATTEMPTS: False, HANDLERS: False}, YES, id="directing, anywhere"),
        pytest.param("organizing", None, {}, YES, id="organizing, legal order not known"),
        pytest.param("directing", None, {}, YES, id="directing, legal order not known"),
        pytest.param("accomplice", False, {HANDLERS: False}, YES, id="accomplice in (a), (b)(i) or (c), anywhere"),
        pytest.param("accomplice", False, {}, YES, id="accomplice in (a), (b)(i) or (c), legal order not known"),
        pytest.param("accomplice", True, {HANDLERS: True}, YES, id="accomplice in (b)(ii), where punishable"),
        pytest.param("accomplice", True, {HANDLERS: False}, NO, id="accomplice in (b)(ii), where not punishable"),
        pytest.param("accomplice", True, {}, UNKNOWN, id="accomplice in (b)(ii), legal order not known"),
        pytest.param("accomplice", None, {HANDLERS: True}, YES, id="accomplice in any of them, where punishable"),
        pytest.param("accomplice", None, {HANDLERS: False}, UNKNOWN, id="accomplice, in which is not known"),
        pytest.param("aiding", False, {ATTEMPTS: True, HANDLERS: True}, NO, id="no other form is named"),
    ],
)
def test_attempts_and_handling_accomplices_depend_on_the_legal_system_the_rest_does_not(
    form: str, handling_alone: bool | None, parameters: dict[str, bool], expected: Truth
) -> None:
    facts = taking_part(form, accomplice_in_document_handling_alone=handling_alone)
    assert assess(SMUGGLING_OFFENCES, facts, parameters=parameters).truth is expected


def test_the_offences_ask_neither_for_transnationality_nor_for_a_group() -> None:
    """Trap: these are conditions of cooperation, not elements of domestic offences (UNTOC art. 34(2))."""
    assert not [path for path in SMUGGLING_OFFENCES.facts if "states" in path or "group" in path]


@pytest.mark.parametrize(
    ("facts", "change", "expected"),
    [
        pytest.param(ENTRY, {}, YES, id="smuggling in danger"),
        pytest.param(PRODUCING, {}, YES, id="producing documents"),
        pytest.param(STAY, {}, YES, id="illegal stay"),
        pytest.param(ENTRY, {"danger_to_life_or_safety": False}, NO, id="no circumstance"),
        pytest.param(ENTRY, {"danger_to_life_or_safety": None}, UNKNOWN, id="danger not known"),
        pytest.param(
            ENTRY,
            {"danger_to_life_or_safety": False, "inhuman_or_degrading_treatment": True},
            YES,
            id="inhuman or degrading treatment",
        ),
        pytest.param(
            ENTRY,
            {"danger_to_life_or_safety": False, "inhuman_or_degrading_treatment": None},
            UNKNOWN,
            id="treatment not known",
        ),
        pytest.param(ENTRY, {"intentional": False}, NO, id="no intention"),
        pytest.param(ENTRY, {"financial_benefit": False}, NO, id="no benefit"),
        pytest.param(ENTRY, {"procured_entry": None}, UNKNOWN, id="offence not known"),
        pytest.param(IDLE, {}, NO, id="danger without an offence"),
    ],
)
def test_the_circumstances_aggravate_an_offence_that_is_established(
    facts: dict[str, Any], change: dict[str, Any], expected: Truth
) -> None:
    finding = assess(SMUGGLING_AGGRAVATION, Smuggling(**facts | DANGER | change))
    assert finding.truth is expected


@pytest.mark.parametrize("act", ["procuring", "providing", "possessing"])
def test_the_handling_of_documents_is_never_aggravated(act: str) -> None:
    """Trap: art. 6(3) is a circumstance of some offences only, not of possessing documents."""
    facts = Smuggling(**POSSESSING | DANGER | {"document_acts": Listing([DocumentAct(act)], complete=True)})
    assert assess(SMUGGLING_OFFENCES, facts).truth is YES
    assert assess(SMUGGLING_AGGRAVATION, facts).truth is NO


@pytest.mark.parametrize("extended", [True, False, None])
def test_an_attempt_is_never_aggravated(extended: bool | None) -> None:
    """Trap: art. 6(3) is a circumstance of some offences only, not of attempts."""
    facts = taking_part("attempt", **DANGER)
    assert assess(SMUGGLING_AGGRAVATION, facts, parameters={AGGRAVATED: extended}).truth is NO
    assert ATTEMPTS not in assess(SMUGGLING_AGGRAVATION, facts).open_parameters


@pytest.mark.parametrize("form", ["accomplice", "organizing", "directing"])
@pytest.mark.parametrize(("extended", "expected"), [(True, YES), (False, NO), (None, UNKNOWN)])
def test_participation_is_aggravated_where_the_legal_system_allows_it(
    form: str, extended: bool | None, expected: Truth
) -> None:
    facts = taking_part(form, accomplice_in_document_handling_alone=False, **DANGER)
    assert assess(SMUGGLING_AGGRAVATION, facts, parameters={AGGRAVATED: extended}).truth is expected


@pytest.mark.parametrize("extended", [True, False, None])
def test_smuggling_itself_is_aggravated_in_every_legal_order(extended: bool | None) -> None:
    assert assess(SMUGGLING_AGGRAVATION, Smuggling(**ENTRY | DANGER), parameters={AGGRAVATED: extended}).truth is YES


@pytest.mark.parametrize(
    ("smuggled", "alone", "expected"),
    [
        pytest.param(True, True, YES, id="charged for having been smuggled"),
        pytest.param(False, True, NO, id="not smuggled"),
        pytest.param(None, True, UNKNOWN, id="smuggled or not is not known"),
        pytest.param(True, False, NO, id="charged for other conduct, as a smuggler or under domestic law"),
        pytest.param(True, None, UNKNOWN, id="ground of the charge not known"),
    ],
)
def test_the_migrant_is_not_liable_for_having_been_smuggled(
    smuggled: bool | None, alone: bool | None, expected: Truth
) -> None:
    """Trap: the migrant is not liable, but this is no amnesty for other conduct (art. 6(4))."""
    facts = Charge(object_of_smuggling=smuggled, rests_on_that_fact_alone=alone)
    assert assess(SMUGGLING_NON_LIABILITY, facts).truth is expected


@pytest.mark.parametrize(
    ("smuggling", "offence", "group", "protection", "expected"),
    [
        pytest.param(ENTRY, TRANSNATIONAL, ORGANIZED, False, YES, id="an offence, transnational, with a group"),
        pytest.param(IDLE, TRANSNATIONAL, ORGANIZED, False, NO, id="no offence"),
        pytest.param(None, TRANSNATIONAL, ORGANIZED, False, UNKNOWN, id="offence not known"),
        pytest.param(ENTRY, DOMESTIC, ORGANIZED, False, NO, id="not transnational"),
        pytest.param(ENTRY, None, ORGANIZED, False, UNKNOWN, id="transnationality not known"),
        pytest.param(ENTRY, TRANSNATIONAL, Group(persons=2), False, NO, id="two persons are no group"),
        pytest.param(ENTRY, TRANSNATIONAL, None, False, UNKNOWN, id="group not known"),
        pytest.param(IDLE, DOMESTIC, Group(persons=1), True, YES, id="protection of the rights of migrants"),
        pytest.param(IDLE, DOMESTIC, Group(persons=1), None, UNKNOWN, id="protection not known"),
    ],
)
def test_the_protocol_applies_to_transnational_offences_with_a_group_and_to_the_protection_of_migrants(
    smuggling: dict[str, Any] | None,
    offence: Offence | None,
    group: Group | None,
    protection: bool | None,
    expected: Truth,
) -> None:
    case = SmugglingCase(
        smuggling=None if smuggling is None else Smuggling(**smuggling),
        offence=offence,
        group=group,
        protection_of_migrants=protection,
    )
    assert assess(SMUGGLING_SCOPE, case).truth is expected


@pytest.mark.parametrize(
    ("smuggled", "national", "resident", "expected"),
    [
        pytest.param(True, True, False, YES, id="a national"),
        pytest.param(True, False, True, YES, id="a permanent resident at the time of return"),
        pytest.param(True, False, False, NO, id="neither"),
        pytest.param(True, None, False, UNKNOWN, id="nationality not known"),
        pytest.param(True, False, None, UNKNOWN, id="residence not known"),
        pytest.param(False, True, True, NO, id="not smuggled"),
        pytest.param(None, True, True, UNKNOWN, id="smuggled or not is not known"),
    ],
)
def test_the_state_of_nationality_or_of_residence_at_return_takes_the_migrant_back(
    smuggled: bool | None, national: bool | None, resident: bool | None, expected: Truth
) -> None:
    facts = Returnee(
        object_of_smuggling=smuggled, national_of_state_asked=national, permanent_resident_at_return=resident
    )
    assert assess(SMUGGLING_RETURN, facts).truth is expected


@pytest.mark.parametrize(
    ("at_entry", "at_return", "expected"),
    [(True, False, (YES, NO)), (False, True, (NO, YES)), (True, True, (YES, YES)), (False, False, (NO, NO))],
)
def test_the_two_return_duties_look_at_residence_on_different_days(
    at_entry: bool, at_return: bool, expected: tuple[Truth, Truth]
) -> None:
    """Trap: the Trafficking Protocol tests residence at entry, the Smuggling Protocol at return."""
    facts = Returnee(
        victim_of_trafficking=True,
        object_of_smuggling=True,
        national_of_state_asked=False,
        permanent_resident_at_entry=at_entry,
        permanent_resident_at_return=at_return,
    )
    assert (assess(TRAFFICKING_RETURN, facts).truth, assess(SMUGGLING_RETURN, facts).truth) == expected


@pytest.mark.parametrize("definition", [TRAFFICKING_RETURN, SMUGGLING_RETURN])
def test_the_duty_of_return_lies_on_the_state_of_origin(definition: Definition) -> None:
    """Trap: no State has to send anybody back; the State asked has to take its own back."""
    assert definition.title.startswith("duty to facilitate and accept the return")
    assert "No State has to send anybody back." in definition.notes


@pytest.mark.parametrize(
    ("definition", "known_as", "kind", "place"),
    [
        (SMUGGLING_OF_MIGRANTS, "smuggling-of-migrants", DefinitionKind.DEFINITION, "art. 3(a)"),
        (SMUGGLING_OFFENCES, "smuggling-offences", DefinitionKind.OFFENCE, "arts. 6(1), (2)"),
        (SMUGGLING_AGGRAVATION, "smuggling-aggravation", DefinitionKind.AGGRAVATION, "art. 6(3)"),
        (SMUGGLING_NON_LIABILITY, "smuggling-non-liability", DefinitionKind.EXCLUSION, "art. 5"),
        (SMUGGLING_SCOPE, "smuggling-scope", DefinitionKind.SCOPE, "art. 4"),
        (SMUGGLING_RETURN, "smuggling-return", DefinitionKind.RETURN_RULE, "art. 18(1)"),
    ],
)
def test_each_definition_says_what_it_is_and_where_it_stands(
    definition: Definition, known_as: str, kind: DefinitionKind, place: str
) -> None:
    assert (definition.id, definition.kind, definition.citation.place) == (known_as, kind, place)
    assert definition.citation.instrument == "smuggling-protocol"
    assert [reference.source for reference in definition.sources] == ["text-smuggling-protocol"]


@pytest.mark.parametrize(
    "definition",
    [
        SMUGGLING_OF_MIGRANTS,
        SMUGGLING_OFFENCES,
        SMUGGLING_AGGRAVATION,
        SMUGGLING_NON_LIABILITY,
        SMUGGLING_SCOPE,
        SMUGGLING_RETURN,
    ],
)
def test_nothing_known_leaves_everything_open(definition: Definition) -> None:
    finding = assess(definition, definition.about())
    assert finding.truth is UNKNOWN
    assert set(finding.missing) == set(definition.facts)
