"""Directive 2011/36/EU arts. 2 and 3: each element, what 2024 added, and how it stands to the Protocol."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

import orgcrime as oc
from orgcrime.citation import EvidenceStatus
from orgcrime.law.eu.trafficking import (
    EXPLOITATION,
    EXPLOITATION_2011,
    TRAFFICKING_IN_HUMAN_BEINGS,
    TRAFFICKING_IN_HUMAN_BEINGS_2011,
    TRAFFICKING_OFFENCES,
)
from orgcrime.law.facts import ExploitationPurpose, Involvement, Trafficking, TraffickingAct, TraffickingMeans
from orgcrime.law.finding import assess
from orgcrime.law.rule import Definition, DefinitionKind
from orgcrime.law.values import Listing
from orgcrime.truth import Truth

YES, NO, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
NONE: Listing[Any] = Listing([], complete=True)
COUNTS = "further_exploitation_counts"
DATA = Path(__file__).parent.parent / "data"

ADULT: dict[str, Any] = {
    "trafficking_acts": Listing([TraffickingAct.HARBOURING]),
    "trafficking_means": Listing([TraffickingMeans.COERCION]),
    "victim_is_child": False,
    "exploitation_purposes": Listing([ExploitationPurpose.CRIMINAL_ACTIVITIES]),
    "intentional": True,
    "involvement": NONE,
}
CHILD: dict[str, Any] = {**ADULT, "trafficking_means": NONE, "victim_is_child": True}

OF_2011 = (
    "prostitution-of-others",
    "other-sexual-exploitation",
    "forced-labour-or-services",
    "slavery",
    "practices-similar-to-slavery",
    "servitude",
    "exploitation-of-criminal-activities",
    "removal-of-organs",
)
OF_2024 = ("exploitation-of-surrogacy", "exploitation-of-forced-marriage", "exploitation-of-illegal-adoption")
ONLY_IN_THE_DIRECTIVE = ("exploitation-of-criminal-activities", *OF_2024)


def purposes(*forms: str) -> Trafficking:
    """Return trafficking of an adult for these purposes and no other."""
    return Trafficking(**ADULT | {"exploitation_purposes": Listing(forms, complete=True)})


@pytest.mark.parametrize("form", OF_2011)
@pytest.mark.parametrize("counts", [True, False, None])
def test_every_form_named_in_2011_was_enough_alone(form: str, counts: bool | None) -> None:
    """A form of the first wording would be missing from it."""
    assert assess(EXPLOITATION_2011, purposes(form), parameters={COUNTS: counts}).truth is YES


@pytest.mark.parametrize("form", [*OF_2024, "other-exploitation"])
@pytest.mark.parametrize(("counts", "expected"), [(True, YES), (False, NO), (None, UNKNOWN)])
def test_before_2024_the_legal_order_decided_of_the_forms_added_then(
    form: str, counts: bool | None, expected: Truth
) -> None:
    """The list of 2024 would be carried back to 2011."""
    assert assess(EXPLOITATION_2011, purposes(form), parameters={COUNTS: counts}).truth is expected


@pytest.mark.parametrize("form", [*OF_2011, *OF_2024])
@pytest.mark.parametrize("counts", [True, False, None])
def test_every_form_of_exploitation_that_is_named_is_enough_alone(form: str, counts: bool | None) -> None:
    """A form of art. 2(3) would be missing from the list, or would depend on the legal order."""
    assert assess(EXPLOITATION, purposes(form), parameters={COUNTS: counts}).truth is YES


@pytest.mark.parametrize(("counts", "expected"), [(True, YES), (False, NO), (None, UNKNOWN)])
def test_the_list_is_a_minimum_and_of_other_forms_the_legal_order_decides(counts: bool | None, expected: Truth) -> None:
    """The open list would be closed, or would let in what a Member State need not cover."""
    assert assess(EXPLOITATION, purposes("other-exploitation"), parameters={COUNTS: counts}).truth is expected


@pytest.mark.parametrize(
    ("forms", "expected"), [(Listing([], complete=True), NO), (Listing([]), UNKNOWN), (None, UNKNOWN)]
)
def test_a_list_that_may_go_on_settles_nothing(forms: Listing[Any] | None, expected: Truth) -> None:
    """An empty list would be read as "none"."""
    assert assess(EXPLOITATION, Trafficking(exploitation_purposes=forms)).truth is expected


def test_the_forms_are_those_of_2011_and_the_three_added_in_2024() -> None:
    """The list of 2011 would be taken for the one in force, or a form would be left out."""
    assert {*OF_2011, *OF_2024, "other-exploitation"} == {*ExploitationPurpose}


@pytest.mark.parametrize(
    ("facts", "change", "expected"),
    [
        pytest.param(ADULT, {}, YES, id="act, means and purpose"),
        pytest.param(ADULT, {"trafficking_acts": NONE}, NO, id="no act"),
        pytest.param(ADULT, {"trafficking_acts": None}, UNKNOWN, id="act not known"),
        pytest.param(ADULT, {"trafficking_means": NONE}, NO, id="an adult and no means"),
        pytest.param(ADULT, {"trafficking_means": None}, UNKNOWN, id="an adult and means not known"),
        pytest.param(ADULT, {"exploitation_purposes": NONE}, NO, id="no purpose of exploitation"),
        pytest.param(ADULT, {"exploitation_purposes": None}, UNKNOWN, id="purpose not known"),
        pytest.param(ADULT, {"victim_is_child": None}, YES, id="means, and age not known"),
        pytest.param(CHILD, {}, YES, id="a child and no means"),
        pytest.param(CHILD, {"trafficking_means": None}, YES, id="a child and means not known"),
        pytest.param(CHILD, {"victim_is_child": None}, UNKNOWN, id="no means and age not known"),
        pytest.param(CHILD, {"victim_is_child": False}, NO, id="no means and of age"),
        pytest.param(CHILD, {"exploitation_purposes": NONE}, NO, id="a child and no purpose of exploitation"),
        pytest.param(ADULT, {"intentional": False}, YES, id="intention is no part of what trafficking is"),
    ],
)
@pytest.mark.parametrize("definition", [TRAFFICKING_IN_HUMAN_BEINGS, TRAFFICKING_IN_HUMAN_BEINGS_2011])
def test_trafficking_in_human_beings_is_act_means_and_purpose_and_for_a_child_act_and_purpose(
    definition: Definition, facts: dict[str, Any], change: dict[str, Any], expected: Truth
) -> None:
    assert assess(definition, Trafficking(**facts | change)).truth is expected


@pytest.mark.parametrize("act", TraffickingAct)
def test_any_one_act_is_enough(act: TraffickingAct) -> None:
    facts = Trafficking(**ADULT | {"trafficking_acts": Listing([act], complete=True)})
    assert assess(TRAFFICKING_IN_HUMAN_BEINGS, facts).truth is YES


@pytest.mark.parametrize("means", TraffickingMeans)
def test_any_one_means_is_enough(means: TraffickingMeans) -> None:
    facts = Trafficking(**ADULT | {"trafficking_means": Listing([means], complete=True)})
    assert assess(TRAFFICKING_IN_HUMAN_BEINGS, facts).truth is YES


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param({}, YES, id="intentional trafficking"),
        pytest.param({"intentional": False}, NO, id="not intentional"),
        pytest.param({"intentional": None}, UNKNOWN, id="intention not known"),
        pytest.param({"trafficking_acts": NONE}, NO, id="no trafficking"),
        pytest.param({"trafficking_acts": None}, UNKNOWN, id="trafficking not known"),
        pytest.param({"trafficking_acts": NONE, "involvement": None}, UNKNOWN, id="involvement not known"),
    ],
)
def test_the_offence_is_trafficking_committed_intentionally(change: dict[str, Any], expected: Truth) -> None:
    assert assess(TRAFFICKING_OFFENCES, Trafficking(**ADULT | change)).truth is expected


@pytest.mark.parametrize("way", Involvement)
def test_incitement_help_and_attempt_are_offences_and_no_other_way_is_named(way: Involvement) -> None:
    """Art. 3 would lose a way, or take in one that it does not name."""
    named = {"instigator", "aiding", "abetting", "attempt"}
    facts = Trafficking(**ADULT | {"trafficking_acts": NONE, "involvement": Listing([way], complete=True)})
    assert assess(TRAFFICKING_OFFENCES, facts).truth is (YES if way in named else NO)


def test_the_attempt_is_an_offence_in_every_legal_order_where_the_protocol_leaves_it_to_each() -> None:
    """The condition of the Protocol would be read into the Directive."""
    facts = Trafficking(**ADULT | {"trafficking_acts": NONE, "involvement": Listing(["attempt"], complete=True)})
    assert oc.assess("eu-trafficking-offences", facts).truth is YES
    assert oc.assess("trafficking-offences", facts).open_parameters == ("attempt_punishable",)


@pytest.mark.parametrize(
    "definition", [TRAFFICKING_IN_HUMAN_BEINGS, TRAFFICKING_IN_HUMAN_BEINGS_2011, TRAFFICKING_OFFENCES]
)
def test_trap_7_consent_of_the_victim_is_excluded_and_never_asked(definition: Definition) -> None:
    """Trap 7: consent would be an input, where art. 2(4) and (5) make it irrelevant."""
    assert "consent of the victim (art. 2(4))" in definition.excluded
    assert not [path for path in definition.facts if "consent" in path]


def test_no_border_no_benefit_and_no_organisation_is_asked() -> None:
    """What art. 4(2) makes a graver case would become an element of the offence."""
    assert set(TRAFFICKING_OFFENCES.facts) == {
        "intentional",
        "trafficking_acts",
        "trafficking_means",
        "victim_is_child",
        "exploitation_purposes",
        "involvement",
    }


@pytest.mark.parametrize(("counts", "relation"), [(True, "equivalent"), (False, "broader")])
def test_the_directive_is_broader_than_the_protocol_where_a_list_is_not_gone_beyond(
    counts: bool, relation: str
) -> None:
    """By hand: acts, means and children are the same; of the forms of exploitation the Directive names four more."""
    found = oc.compare("eu-trafficking-in-human-beings", "trafficking-in-persons", parameters={COUNTS: counts})
    assert found.relation is not None
    assert found.relation.value == relation


def test_without_the_legal_order_neither_relation_is_claimed() -> None:
    """One answer would be given for two legal orders that differ."""
    assert oc.compare("eu-trafficking-in-human-beings", "trafficking-in-persons").relation is None


@pytest.mark.parametrize("form", ONLY_IN_THE_DIRECTIVE)
def test_the_forms_that_the_directive_names_alone_make_the_difference(form: str) -> None:
    """Criminal activities since 2011; surrogacy, forced marriage and illegal adoption since 2024."""
    facts, law = purposes(form), {COUNTS: False}
    assert assess(TRAFFICKING_IN_HUMAN_BEINGS, facts, parameters=law).truth is YES
    assert oc.assess("trafficking-in-persons", facts, parameters=law).truth is NO


def test_the_amendment_of_2024_only_added() -> None:
    """By hand: the three forms added make the wording of 2024 broader; nothing was taken away."""
    law = {COUNTS: False}
    found = oc.compare("eu-trafficking-in-human-beings", "eu-trafficking-in-human-beings-2011", parameters=law)
    assert found.relation is not None
    assert found.relation.value == "broader"
    covered = oc.covers("eu-trafficking-in-human-beings-2011", "eu-trafficking-in-human-beings", parameters=law)
    assert set(covered.left_out.facts.exploitation_purposes.values) <= {*OF_2024}


def test_the_wording_of_2011_was_broader_than_the_protocol_by_criminal_activities_alone() -> None:
    """By hand: of the eight forms named in 2011 the Protocol names all but one."""
    found = oc.covers("trafficking-in-persons", "eu-trafficking-in-human-beings-2011", parameters={COUNTS: False})
    assert found.truth is NO
    assert found.left_out.facts.exploitation_purposes.values == ("exploitation-of-criminal-activities",)
    back = oc.covers("eu-trafficking-in-human-beings-2011", "trafficking-in-persons", parameters={COUNTS: False})
    assert back.truth is YES


def test_begging_makes_no_difference() -> None:
    """Art. 2(3) names begging as forced labour or services, which the Protocol names as well."""
    facts, law = purposes("forced-labour-or-services"), {COUNTS: False}
    assert assess(TRAFFICKING_IN_HUMAN_BEINGS, facts, parameters=law).truth is YES
    assert oc.assess("trafficking-in-persons", facts, parameters=law).truth is YES
    assert not [each for each in ExploitationPurpose if "begging" in each]


@pytest.mark.parametrize("counts", [True, False, None])
def test_whoever_follows_the_directive_covers_all_that_the_protocol_requires(counts: bool | None) -> None:
    """A Member State would be told that its law falls short of the Protocol."""
    found = oc.covers("eu-trafficking-in-human-beings", "trafficking-in-persons", parameters={COUNTS: counts})
    assert found.truth is YES


def test_the_minimum_of_the_protocol_does_not_cover_that_of_the_directive() -> None:
    """The case left out names a form that the Directive names alone."""
    found = oc.covers("trafficking-in-persons", "eu-trafficking-in-human-beings", parameters={COUNTS: False})
    assert found.truth is NO
    assert set(found.left_out.facts.exploitation_purposes.values) <= {*ONLY_IN_THE_DIRECTIVE}
    assert oc.covers("trafficking-in-persons", "eu-trafficking-in-human-beings").truth is UNKNOWN


@pytest.mark.parametrize(
    ("definition", "known_as", "kind", "place", "period"),
    [
        (EXPLOITATION, "eu-trafficking-exploitation", "definition", "art. 2(3)", "2024-07-14/.."),
        (EXPLOITATION_2011, "eu-trafficking-exploitation-2011", "definition", "art. 2(3)", "2011-04-15/2024-07-13"),
        (TRAFFICKING_IN_HUMAN_BEINGS, "eu-trafficking-in-human-beings", "definition", "art. 2(1)", "2024-07-14/.."),
        (
            TRAFFICKING_IN_HUMAN_BEINGS_2011,
            "eu-trafficking-in-human-beings-2011",
            "definition",
            "art. 2(1)",
            "2011-04-15/2024-07-13",
        ),
        (TRAFFICKING_OFFENCES, "eu-trafficking-offences", "offence", "arts. 2 and 3", "2024-07-14/.."),
    ],
)
def test_each_definition_says_what_it_is_where_it_stands_and_when(
    definition: Definition, known_as: str, kind: str, place: str, period: str
) -> None:
    """The wording of 2024 would be dated before it was in force, or that of 2011 after it was amended."""
    assert (definition.id, definition.kind, definition.citation.place) == (known_as, DefinitionKind(kind), place)
    assert definition.citation.instrument == "eu-dir-2011-36"
    assert str(definition.period) == period
    assert {"legalize-32011l0036", "ec-news-2024-1712"} <= {each.source for each in definition.sources}
    assert all(each.source in oc.sources for each in definition.sources)


@pytest.mark.parametrize(
    ("day", "known_as"),
    [
        ("2024-07-13", "eu-trafficking-in-human-beings-2011"),
        ("2024-07-14", "eu-trafficking-in-human-beings"),
    ],
)
def test_on_each_day_one_wording_stands(day: str, known_as: str) -> None:
    """Two wordings of one article would stand at a time, or none."""
    stood = [each.id for each in oc.definitions.where(on=day) if "human beings" in each.title]
    assert [each for each in stood if each.startswith("eu-trafficking-in-human-beings")] == [known_as]


def test_only_what_was_read_in_the_text_counts_as_verified() -> None:
    """The list of 2024 was read in summaries: it would pass for the text."""
    assert (EXPLOITATION_2011.status, EXPLOITATION.status) == (EvidenceStatus.VERIFIED, EvidenceStatus.SECONDARY)


def test_the_dates_are_those_of_the_amending_directive() -> None:
    """The day in the definitions and the one in the record of the Directive would part."""
    amending = oc.instruments["eu-dir-2024-1712"].entry_into_force
    assert amending is not None
    assert (str(amending.date), str(amending.transposition)) == ("2024-07-14", "2026-07-15")
    assert "14 July 2024 and to be transposed by 15 July 2026" in TRAFFICKING_IN_HUMAN_BEINGS.notes[-1]


def test_the_table_of_names_gives_every_fact_of_these_definitions() -> None:
    """A fact would be asked that the table does not know, or the table would name one that does not exist."""
    with (DATA / "fact-names-groups.csv").open(encoding="utf-8", newline="") as table:
        rows = [row for row in csv.DictReader(table) if row["definition"] == TRAFFICKING_OFFENCES.id]
    assert {row["fact"] for row in rows} == {*TRAFFICKING_OFFENCES.facts, f"parameters.{COUNTS}"}
    for row in rows:
        for cell in (row["value_if_true"], row["value_if_false"]):
            if not row["fact"].startswith("parameters."):
                given = json.loads(cell)
                stated: dict[str, Any] = {row["fact"]: Listing(**given) if isinstance(given, dict) else given}
                Trafficking(**stated)
