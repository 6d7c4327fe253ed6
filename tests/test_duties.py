"""What a State must do: the duties, their strength, and that none was lost."""

import json
from collections import Counter
from pathlib import Path

import pytest

import orgcrime as oc
from orgcrime.errors import UnknownKeyError
from orgcrime.model.duty import Duty, DutyKind, GroupRequired, Strength
from orgcrime.obligations import duties
from orgcrime.reading import DATA, records

ALL = records(Duty, "duties.json")


def test_the_convention_obliges_to_make_four_articles_offences() -> None:
    found = duties("UNTOC", kind="criminalization", strength="mandatory")
    assert [(article.number, article.heading) for article in found.articles] == [
        ("5", "Criminalization of participation in an organized criminal group"),
        ("6", "Criminalization of the laundering of proceeds of crime"),
        ("8", "Criminalization of corruption"),
        ("23", "Criminalization of obstruction of justice"),
    ]
    assert len(found) == 12
    assert found
    assert {duty.strength for duty in found} == {Strength.MANDATORY, Strength.MANDATORY_ALTERNATIVE}


def test_no_duty_was_lost() -> None:
    assert len(ALL) == 54
    assert Counter(duty.kind for duty in ALL) == {
        DutyKind.CRIMINALIZATION: 49,
        DutyKind.AGGRAVATING_CIRCUMSTANCE: 1,
        DutyKind.LIABILITY_OF_LEGAL_PERSONS: 2,
        DutyKind.PREDICATE_OFFENCES: 2,
    }
    assert Counter(duty.instrument for duty in ALL) == {
        "untoc": 16,
        "trafficking-protocol": 4,
        "smuggling-protocol": 9,
        "firearms-protocol": 5,
        "uncac": 20,
    }


@pytest.mark.parametrize(
    ("strength", "articles"),
    [
        ("mandatory", {"15", "16", "17", "23", "25", "27"}),
        ("consider", {"16", "18", "19", "20", "21", "22", "24"}),
        ("may", {"27"}),
    ],
)
def test_the_convention_against_corruption_has_three_strengths(strength: str, articles: set[str]) -> None:
    found = duties("UNCAC", kind=DutyKind.CRIMINALIZATION, strength=strength)
    assert {article.number for article in found.articles} == articles


def test_passive_bribery_of_foreign_officials_is_only_to_be_considered() -> None:
    strengths = {duty.pinpoint: duty.strength for duty in duties("UNCAC") if duty.article == "16"}
    assert strengths == {"16(1)": Strength.MANDATORY, "16(2)": Strength.CONSIDER}


def test_one_of_the_two_offences_of_participation_is_enough() -> None:
    found = duties("UNTOC", strength="mandatory-alternative")
    assert [duty.pinpoint for duty in found] == ["5(1)(a)(i)", "5(1)(a)(ii)"]
    assert {duty.alternative_group for duty in found} == {"untoc-5-1-a"}
    assert [duty.group_required for duty in found] == [GroupRequired.IF_DOMESTIC_LAW_REQUIRES, GroupRequired.YES]


def test_the_aggravating_circumstance_is_no_offence_of_its_own() -> None:
    (duty,) = duties("smuggling-protocol", kind="aggravating-circumstance")
    assert not duty.separate_offence


def test_either_spelling_names_the_kind() -> None:
    assert duties("UNTOC", kind="criminalisation").found == duties("UNTOC", kind="criminalization").found


def test_what_is_no_kind_no_strength_or_no_instrument_is_refused() -> None:
    with pytest.raises(UnknownKeyError, match="Did you mean 'mandatory'"):
        duties("UNTOC", strength="mandatry")
    with pytest.raises(UnknownKeyError):
        duties("UNTOC", kind="taxation")
    with pytest.raises(UnknownKeyError):
        duties("UNTOK")


def test_an_instrument_without_duties_in_the_data_has_none() -> None:
    found = duties("Vienna 1988")
    assert not found
    assert len(found) == 0
    assert "0 duties" in str(found)


def test_the_duties_show_themselves() -> None:
    found = duties("UNTOC", kind="criminalization", strength="mandatory")
    text = found.text()
    assert "art. 6 Criminalization of the laundering of proceeds of crime" in text
    assert "subject to fundamental principles of domestic law" in text
    assert "<table>" in found._repr_html_()
    assert found.plain()[0]["heading"] == "Criminalization of participation in an organized criminal group"
    assert "in accordance with domestic law" in duties("UNCAC").text()
    assert "1 duty" in str(duties("smuggling-protocol", kind="aggravating-circumstance"))


@pytest.mark.parametrize("duty", ALL, ids=lambda duty: duty.id)
def test_each_duty_refers_to_what_exists(duty: Duty) -> None:
    assert oc.instruments[duty.instrument].article(duty.article).number == duty.article
    assert duty.definition is None or oc.definitions[duty.definition].id == duty.definition
    assert all(reference.source in oc.sources for reference in duty.sources)
    assert str(duty.citation).startswith(duty.instrument)


def test_the_file_is_in_its_form() -> None:
    path = Path(DATA) / "duties.json"
    raw = json.loads(path.read_text(encoding="utf-8"))
    assert [each["id"] for each in raw] == sorted(each["id"] for each in raw)
    assert path.read_text(encoding="utf-8") == json.dumps(raw, indent=2, ensure_ascii=False) + "\n"
