"""Trafficking in persons: each element of arts. 3, 4, 5 and 8 as the text has it."""

import datetime as dt
from typing import Any

import pytest

from orgcrime.errors import DateError, InputError
from orgcrime.law.facts import (
    ExploitationPurpose,
    Group,
    Involvement,
    Offence,
    Returnee,
    Trafficking,
    TraffickingAct,
    TraffickingCase,
    TraffickingMeans,
    is_child,
)
from orgcrime.law.finding import assess
from orgcrime.law.rule import Definition, DefinitionKind
from orgcrime.law.trafficking import (
    TRAFFICKING_IN_PERSONS,
    TRAFFICKING_OFFENCES,
    TRAFFICKING_RETURN,
    TRAFFICKING_SCOPE,
)
from orgcrime.law.values import Listing
from orgcrime.temporal import PartialDate
from orgcrime.truth import Truth

YES, NO, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
NONE: Listing[Any] = Listing([], complete=True)

ADULT: dict[str, Any] = {
    "trafficking_acts": Listing([TraffickingAct.RECRUITMENT]),
    "trafficking_means": Listing([TraffickingMeans.DECEPTION]),
    "victim_is_child": False,
    "exploitation_purposes": Listing([ExploitationPurpose.LABOUR]),
}
CHILD: dict[str, Any] = {**ADULT, "trafficking_means": NONE, "victim_is_child": True}
CRIME: dict[str, Any] = {**ADULT, "intentional": True, "involvement": NONE}
NOTHING: dict[str, Any] = {**CRIME, "intentional": False}

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
        pytest.param(ADULT, {}, YES, id="act, means and purpose"),
        pytest.param(ADULT, {"trafficking_acts": NONE}, NO, id="no act"),
        pytest.param(ADULT, {"trafficking_acts": None}, UNKNOWN, id="act not known"),
        pytest.param(
            ADULT, {"trafficking_acts": Listing([])}, UNKNOWN, id="empty list of acts, not said to be complete"
        ),
        pytest.param(ADULT, {"trafficking_means": NONE}, NO, id="an adult and no means"),
        pytest.param(ADULT, {"trafficking_means": None}, UNKNOWN, id="an adult and means not known"),
        pytest.param(ADULT, {"exploitation_purposes": NONE}, NO, id="no purpose of exploitation"),
        pytest.param(ADULT, {"exploitation_purposes": None}, UNKNOWN, id="purpose not known"),
        pytest.param(CHILD, {}, YES, id="a child and no means"),
        pytest.param(CHILD, {"trafficking_means": None}, YES, id="a child and means not known"),
        pytest.param(CHILD, {"victim_is_child": None}, UNKNOWN, id="no means and age not known"),
        pytest.param(CHILD, {"victim_is_child": False}, NO, id="no means and of age"),
        pytest.param(CHILD, {"trafficking_acts": NONE}, NO, id="a child and no act"),
        pytest.param(CHILD, {"exploitation_purposes": NONE}, NO, id="a child and no purpose of exploitation"),
        pytest.param(CHILD, {"exploitation_purposes": None}, UNKNOWN, id="a child and purpose not known"),
    ],
)
def test_trafficking_is_act_means_and_purpose_and_for_a_child_act_and_purpose(
    facts: dict[str, Any], change: dict[str, Any], expected: Truth
) -> None:
    assert assess(TRAFFICKING_IN_PERSONS, Trafficking(**facts | change)).truth is expected


@pytest.mark.parametrize("act", TraffickingAct)
def test_any_one_act_is_enough(act: TraffickingAct) -> None:
    facts = Trafficking(**ADULT | {"trafficking_acts": Listing([act], complete=True)})
    assert assess(TRAFFICKING_IN_PERSONS, facts).truth is YES


@pytest.mark.parametrize("means", TraffickingMeans)
def test_any_one_means_is_enough(means: TraffickingMeans) -> None:
    facts = Trafficking(**ADULT | {"trafficking_means": Listing([means], complete=True)})
    assert assess(TRAFFICKING_IN_PERSONS, facts).truth is YES


NAMED = (
    "prostitution-of-others",
    "other-sexual-exploitation",
    "forced-labour-or-services",
    "slavery",
    "practices-similar-to-slavery",
    "servitude",
    "removal-of-organs",
)
FURTHER = (
    "exploitation-of-criminal-activities",
    "exploitation-of-surrogacy",
    "exploitation-of-forced-marriage",
    "exploitation-of-illegal-adoption",
    "other-exploitation",
)


@pytest.mark.parametrize("purpose", NAMED)
@pytest.mark.parametrize("counts", [True, False, None])
def test_any_one_purpose_that_the_text_names_is_enough_in_every_legal_order(purpose: str, counts: bool | None) -> None:
    facts = Trafficking(**ADULT | {"exploitation_purposes": Listing([purpose], complete=True)})
    finding = assess(TRAFFICKING_IN_PERSONS, facts, parameters={"further_exploitation_counts": counts})
    assert finding.truth is YES


@pytest.mark.parametrize("purpose", FURTHER)
@pytest.mark.parametrize(("counts", "expected"), [(True, YES), (False, NO), (None, UNKNOWN)])
def test_the_list_is_a_minimum_and_of_other_forms_the_legal_order_decides(
    purpose: str, counts: bool | None, expected: Truth
) -> None:
    """Trap: "at a minimum" keeps the list open; a form beyond it is neither left out nor let in by the Protocol."""
    facts = Trafficking(**ADULT | {"exploitation_purposes": Listing([purpose], complete=True)})
    finding = assess(TRAFFICKING_IN_PERSONS, facts, parameters={"further_exploitation_counts": counts})
    assert finding.truth is expected
    assert finding.open_parameters == (("further_exploitation_counts",) if counts is None else ())


def test_a_listing_that_may_go_on_can_still_name_a_form_of_the_text() -> None:
    facts = Trafficking(**ADULT | {"exploitation_purposes": Listing([ExploitationPurpose.OTHER])})
    finding = assess(TRAFFICKING_IN_PERSONS, facts, parameters={"further_exploitation_counts": False})
    assert (finding.truth, finding.missing) == (UNKNOWN, ("exploitation_purposes",))


def test_the_vocabularies_hold_what_the_texts_name_and_one_open_form() -> None:
    assert [len(each) for each in (TraffickingAct, TraffickingMeans)] == [5, 9]
    assert {*ExploitationPurpose} == {*NAMED, *FURTHER}


@pytest.mark.parametrize("child", [True, False, None])
def test_once_a_means_is_established_age_does_not_matter(child: bool | None) -> None:
    """Trap: a branch for children and one for adults would lose the outcome while the age is not known."""
    finding = assess(TRAFFICKING_IN_PERSONS, Trafficking(**ADULT | {"victim_is_child": child}))
    assert finding.truth is YES
    assert "victim_is_child" not in finding.decisive


def test_without_means_the_age_is_what_is_missing() -> None:
    finding = assess(TRAFFICKING_IN_PERSONS, Trafficking(**CHILD | {"victim_is_child": None}))
    assert finding.missing == ("victim_is_child",)


@pytest.mark.parametrize("name", ["consent", "consent_of_victim", "victim_consented"])
def test_consent_of_the_victim_cannot_even_be_stated(name: str) -> None:
    """Trap: consent is never an input (art. 3(b))."""
    with pytest.raises(InputError, match="there is no such fact"):
        Trafficking(**ADULT | {name: True})


@pytest.mark.parametrize("definition", [TRAFFICKING_IN_PERSONS, TRAFFICKING_OFFENCES, TRAFFICKING_SCOPE])
def test_consent_of_the_victim_is_named_as_excluded_and_never_asked(definition: Definition) -> None:
    """Trap: consent is never an input (art. 3(b))."""
    assert "consent of the victim (art. 3(b))" in definition.excluded
    assert not [path for path in definition.facts if "consent" in path]
    assert "not asked, since the law does not: " in assess(definition, definition.about()).text()


def test_no_border_no_benefit_no_group_and_no_achieved_exploitation_is_asked() -> None:
    """Trap: trafficking asks neither for a border nor for a benefit, and exploitation need not happen."""
    assert list(TRAFFICKING_IN_PERSONS.facts) == [
        "trafficking_acts",
        "trafficking_means",
        "victim_is_child",
        "exploitation_purposes",
    ]


@pytest.mark.parametrize(
    ("born", "on", "expected"),
    [
        pytest.param("2001-05-14", "2019-05-13", True, id="the day before the eighteenth birthday"),
        pytest.param("2001-05-14", "2019-05-14", False, id="the eighteenth birthday"),
        pytest.param("2001-05-14", "2001-05-14", True, id="the day of birth"),
        pytest.param("2001", "2018", True, id="years that settle it as a child"),
        pytest.param("2000", "2019", False, id="years that settle it as an adult"),
        pytest.param("2001", "2019", None, id="years that do not settle it"),
        pytest.param("2001-05", "2019-05-01", None, id="the first day of the month of the birthday"),
        pytest.param("2001-05", "2019-04-30", True, id="the day before the month of the birthday"),
        pytest.param("2001-05", "2019-05-31", False, id="the last day of the month of the birthday"),
        pytest.param("2001-05", "2019-05-30", None, id="the last day but one of the month of the birthday"),
        pytest.param("2004-02-29", "2022-02-27", True, id="born on 29 February: 27 February"),
        pytest.param("2004-02-29", "2022-02-28", None, id="born on 29 February: 28 February"),
        pytest.param("2004-02-29", "2022-03-01", False, id="born on 29 February: 1 March"),
        pytest.param(None, "2019-05-14", None, id="date of birth not known"),
        pytest.param("2001-05-14", None, None, id="date of the act not known"),
        pytest.param(None, None, None, id="neither date known"),
        pytest.param("[2002-01-01..]", "2019-06-01", True, id="born in 2002 or later"),
        pytest.param("[..2001-01-01]", "2019-06-01", False, id="born in 2000 or earlier"),
        pytest.param("[..2002-01-01]", "2019-06-01", None, id="born in 2001 or earlier"),
        pytest.param("2001-05-14", "[..2019-05-13]", True, id="act before the birthday, at some time"),
        pytest.param("2001-05-14", "[2019-05-14..]", False, id="act on the birthday or at some time after"),
        pytest.param("2001-05-14", "[2019-05-13..]", None, id="act the day before the birthday or at some time after"),
        pytest.param("2001-05-14", "[..2019-05-14]", None, id="act on the birthday or at some time before"),
        pytest.param(dt.date(2001, 5, 14), dt.date(2019, 5, 13), True, id="dates"),
        pytest.param(PartialDate.read("2001"), PartialDate.on("2019-01-01"), None, id="partial dates, not settled"),
        pytest.param(PartialDate.read("2001"), PartialDate.on("2018-12-31"), True, id="partial dates, settled"),
    ],
)
def test_a_child_is_a_person_under_eighteen_on_the_day_of_the_act(born: Any, on: Any, expected: bool | None) -> None:
    assert is_child(born, on) is expected


@pytest.mark.parametrize(
    ("born", "on", "said"),
    [
        ("2019-05-14", "2019-05-13", "on: '2019-05-13' is not a day in the life of a person born 2019-05-14"),
        ("2019-05", "2018", "on: '2018' is not a day in the life of a person born 2019-05"),
        ("14 May 2001", "2019-05-13", "born: '14 May 2001'"),
        ("2001-05-14", "soon", "on: 'soon'"),
        (20010514, "2019-05-13", "20010514 is not a day"),
        (dt.datetime(2001, 5, 14, 12, tzinfo=dt.UTC), "2019-05-13", "it is a moment"),
    ],
)
def test_what_is_no_day_or_before_the_birth_is_refused(born: Any, on: Any, said: str) -> None:
    with pytest.raises(DateError) as refused:
        is_child(born, on)
    assert said in str(refused.value)


def test_a_missing_date_leaves_the_outcome_open_without_means_and_settled_with_them() -> None:
    unknown = is_child("2001-05-14", None)
    without = assess(TRAFFICKING_IN_PERSONS, Trafficking(**CHILD | {"victim_is_child": unknown})).truth
    with_means = assess(TRAFFICKING_IN_PERSONS, Trafficking(**ADULT | {"victim_is_child": unknown})).truth
    assert (without, with_means) == (UNKNOWN, YES)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({}, YES, id="intentional trafficking"),
        pytest.param({"intentional": False}, NO, id="not intentional"),
        pytest.param({"intentional": None}, UNKNOWN, id="intention not known"),
        pytest.param({"trafficking_acts": NONE}, NO, id="no trafficking"),
        pytest.param({"trafficking_acts": None}, UNKNOWN, id="trafficking not known"),
        pytest.param({"intentional": False, "involvement": None}, UNKNOWN, id="participation not known"),
    ],
)
def test_the_offence_is_trafficking_committed_intentionally(change: dict[str, Any], expected: Truth) -> None:
    assert assess(TRAFFICKING_OFFENCES, Trafficking(**CRIME | change)).truth is expected


@pytest.mark.parametrize("form", ["accomplice", "organizing", "directing"])
@pytest.mark.parametrize("attempts", [True, False, None])
def test_accomplices_organizers_and_directors_commit_an_offence_in_every_legal_order(
    form: str, attempts: bool | None
) -> None:
    facts = Trafficking(**NOTHING | {"involvement": Listing([Involvement(form)], complete=True)})
    assert assess(TRAFFICKING_OFFENCES, facts, parameters={"attempt_punishable": attempts}).truth is YES


@pytest.mark.parametrize(("attempts", "expected"), [(True, YES), (False, NO), (None, UNKNOWN)])
def test_an_attempt_is_an_offence_where_the_legal_system_allows_it(attempts: bool | None, expected: Truth) -> None:
    attempt = Listing([Involvement.ATTEMPT], complete=True)
    finding = assess(
        TRAFFICKING_OFFENCES,
        Trafficking(**NOTHING | {"involvement": attempt}),
        parameters={"attempt_punishable": attempts},
    )
    assert finding.truth is expected
    assert finding.open_parameters == (("attempt_punishable",) if attempts is None else ())


@pytest.mark.parametrize(
    "form",
    [
        "preparation",
        "assistant",
        "instigator",
        "aiding",
        "abetting",
        "facilitating",
        "counselling",
        "other-participation",
    ],
)
def test_the_protocol_names_no_other_form_of_participation(form: str) -> None:
    facts = Trafficking(**NOTHING | {"involvement": Listing([Involvement(form)], complete=True)})
    assert assess(TRAFFICKING_OFFENCES, facts, parameters={"attempt_punishable": True}).truth is NO


def test_the_offence_asks_neither_for_transnationality_nor_for_a_group() -> None:
    """Trap: these are conditions of cooperation, not elements of domestic offences (UNTOC art. 34(2))."""
    assert not [path for path in TRAFFICKING_OFFENCES.facts if "state" in path or "group" in path]
    assert assess(TRAFFICKING_OFFENCES, Trafficking(**CRIME)).truth is YES


@pytest.mark.parametrize(
    ("trafficking", "offence", "group", "protection", "expected"),
    [
        pytest.param(CRIME, TRANSNATIONAL, ORGANIZED, False, YES, id="an offence, transnational, with a group"),
        pytest.param(NOTHING, TRANSNATIONAL, ORGANIZED, False, NO, id="no offence"),
        pytest.param(None, TRANSNATIONAL, ORGANIZED, False, UNKNOWN, id="offence not known"),
        pytest.param(CRIME, DOMESTIC, ORGANIZED, False, NO, id="not transnational"),
        pytest.param(CRIME, None, ORGANIZED, False, UNKNOWN, id="transnationality not known"),
        pytest.param(CRIME, TRANSNATIONAL, Group(persons=2), False, NO, id="two persons are no group"),
        pytest.param(CRIME, TRANSNATIONAL, None, False, UNKNOWN, id="group not known"),
        pytest.param(NOTHING, DOMESTIC, Group(persons=1), True, YES, id="protection of victims"),
        pytest.param(NOTHING, DOMESTIC, Group(persons=1), None, UNKNOWN, id="protection not known"),
    ],
)
def test_the_protocol_applies_to_transnational_offences_with_a_group_and_to_the_protection_of_victims(
    trafficking: dict[str, Any] | None,
    offence: Offence | None,
    group: Group | None,
    protection: bool | None,
    expected: Truth,
) -> None:
    case = TraffickingCase(
        trafficking=None if trafficking is None else Trafficking(**trafficking),
        offence=offence,
        group=group,
        protection_of_victims=protection,
    )
    assert assess(TRAFFICKING_SCOPE, case).truth is expected


@pytest.mark.parametrize(
    ("victim", "national", "resident", "expected"),
    [
        pytest.param(True, True, False, YES, id="a national"),
        pytest.param(True, False, True, YES, id="a permanent resident at the time of entry"),
        pytest.param(True, False, False, NO, id="neither"),
        pytest.param(True, None, False, UNKNOWN, id="nationality not known"),
        pytest.param(True, False, None, UNKNOWN, id="residence not known"),
        pytest.param(False, True, True, NO, id="no victim"),
        pytest.param(None, True, True, UNKNOWN, id="victim or not is not known"),
    ],
)
def test_the_state_of_nationality_or_of_residence_at_entry_takes_the_victim_back(
    victim: bool | None, national: bool | None, resident: bool | None, expected: Truth
) -> None:
    facts = Returnee(
        victim_of_trafficking=victim, national_of_state_asked=national, permanent_resident_at_entry=resident
    )
    assert assess(TRAFFICKING_RETURN, facts).truth is expected


@pytest.mark.parametrize("at_return", [True, False, None])
def test_residence_at_the_time_of_return_does_not_matter_for_a_victim_of_trafficking(at_return: bool | None) -> None:
    """Trap: the Trafficking Protocol tests residence at entry, the Smuggling Protocol at return."""
    found = [
        assess(
            TRAFFICKING_RETURN,
            Returnee(
                victim_of_trafficking=True,
                national_of_state_asked=False,
                permanent_resident_at_entry=at_entry,
                permanent_resident_at_return=at_return,
            ),
        ).truth
        for at_entry in (True, False)
    ]
    assert found == [YES, NO]


@pytest.mark.parametrize(
    ("definition", "known_as", "kind", "place"),
    [
        (TRAFFICKING_IN_PERSONS, "trafficking-in-persons", DefinitionKind.DEFINITION, "art. 3(a)"),
        (TRAFFICKING_OFFENCES, "trafficking-offences", DefinitionKind.OFFENCE, "art. 5"),
        (TRAFFICKING_SCOPE, "trafficking-scope", DefinitionKind.SCOPE, "art. 4"),
        (TRAFFICKING_RETURN, "trafficking-return", DefinitionKind.RETURN_RULE, "art. 8(1)"),
    ],
)
def test_each_definition_says_what_it_is_and_where_it_stands(
    definition: Definition, known_as: str, kind: DefinitionKind, place: str
) -> None:
    assert (definition.id, definition.kind, definition.citation.place) == (known_as, kind, place)
    assert definition.citation.instrument == "trafficking-protocol"
    assert [reference.source for reference in definition.sources] == ["text-trafficking-protocol"]


@pytest.mark.parametrize(
    "definition", [TRAFFICKING_IN_PERSONS, TRAFFICKING_OFFENCES, TRAFFICKING_SCOPE, TRAFFICKING_RETURN]
)
def test_nothing_known_leaves_everything_open(definition: Definition) -> None:
    finding = assess(definition, definition.about())
    assert finding.truth is UNKNOWN
    assert set(finding.missing) == set(definition.facts)
