"""Which instrument lets one State ask the other: what must hold for every answer, and the hard cases by name."""

import datetime as dt
import itertools
import json
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime.cooperation.bases import LegalBases
from orgcrime.cooperation.coverage import crime_meant, hub_categories
from orgcrime.cooperation.links import legal_bases
from orgcrime.cooperation.union import is_member, is_union_act, union_instruments
from orgcrime.errors import AmbiguousKeyError, DateError, InputError, UnknownKeyError
from orgcrime.law.facts import AssistanceRequest
from orgcrime.model.cooperation import CooperationRule, CoveredOffence, Form, UnionPositionKind
from orgcrime.model.participant import ParticipantKind
from orgcrime.reading import DATA, made, read

EXAMPLE = Path(__file__).parents[1] / "examples" / "legal_basis.py"
TREATIES = ("untoc", "uncac", "vienna-1988")
EAW, EIO, MLA = "eu-fd-2002-584", "eu-dir-2014-41", "eu-conv-2000-mla"
REGULATION, FREEZING, CONFISCATION = "eu-reg-2018-1805", "eu-fd-2003-577", "eu-fd-2006-783"

participants = st.sampled_from(sorted(each.id for each in oc.participants.values()))
days = st.dates(dt.date(1988, 1, 1), dt.date(2027, 12, 31))
forms = st.sampled_from(Form)
crimes = st.sampled_from(sorted(oc.crimes))


def assistance(a: str, b: str, on: str, crime: str | None = "money-laundering") -> LegalBases:
    return legal_bases(a, b, cooperation="mutual-legal-assistance", crime=crime, on=on)


def test_france_may_ask_brazil_on_three_bases_on_1_july_2019() -> None:
    found = assistance("FR", "BR", "2019-07-01")
    assert [(each.instrument.id, str(each.since)) for each in found.holding] == [
        ("untoc", "2004-02-28"),
        ("uncac", "2005-12-14"),
        ("vienna-1988", "1991-10-15"),
    ]
    assert [str(each.articles) for each in found.holding] == ["UNTOC art. 18", "UNCAC art. 46", "Vienna 1988 art. 7"]
    assert [[cite.place for cite in each.crime_articles] for each in found.holding] == [
        ["art. 6"],
        ["art. 23"],
        ["art. 3(1)"],
    ]
    assert [str(each.central_authority) for each in found.holding] == [
        "UNTOC art. 18(13)",
        "UNCAC art. 46(13)",
        "Vienna 1988 art. 7(8)",
    ]
    assert [str(each.requesting.since) for each in found.holding] == ["2003-09-29", "2005-12-14", "1991-03-31"]


@pytest.mark.parametrize(
    ("instrument", "since"), [("untoc", "2004-02-28"), ("uncac", "2005-12-14"), ("vienna-1988", "1991-10-15")]
)
def test_the_day_before_both_were_bound_the_basis_fails_and_says_since_when(instrument: str, since: str) -> None:
    eve = dt.date.fromisoformat(since) - dt.timedelta(days=1)
    assert assistance("FR", "BR", since).basis(instrument).truth is oc.Truth.TRUE
    failed = assistance("FR", "BR", eve.isoformat()).basis(instrument)
    assert failed.truth is oc.Truth.FALSE
    assert any(f"is not bound yet on {eve}: bound since {since}" in reason for reason in failed.reasons)


@given(participants, participants, forms, days)
@settings(max_examples=30)
def test_what_is_not_covered_is_never_left_out(a: str, b: str, form: Form, on: dt.date) -> None:
    if a == b:
        return
    found = legal_bases(a, b, cooperation=form, on=on)
    assert "bilateral treaties, domestic law and reciprocity" in found.not_covered
    assert "not covered" in found.text()
    assert "not covered" in found._repr_html_()
    assert found.truth is not oc.Truth.FALSE
    assert found.plain()["not_covered"] == list(found.not_covered)


def test_a_treaty_between_the_two_comes_first_where_the_article_says_so() -> None:
    said = assistance("FR", "BR", "2019-07-01").not_covered
    assert any("18(9)-(29) (art. 18(7))" in each for each in said)


@given(participants, participants, forms, crimes, days)
@settings(max_examples=40)
def test_what_links_two_states_links_them_both_ways(a: str, b: str, form: Form, crime: str, on: dt.date) -> None:
    if a == b:
        return
    one, other = (legal_bases(*each, cooperation=form, crime=crime, on=on) for each in ((a, b), (b, a)))
    assert [(each.rule.id, each.truth, each.since) for each in one.bases] == [
        (each.rule.id, each.truth, each.since) for each in other.bases
    ]
    assert [each.requesting for each in one.bases] == [each.requested for each in other.bases]


@given(participants, participants, crimes, st.sampled_from(TREATIES), st.tuples(days, days))
@settings(max_examples=60)
def test_a_basis_once_held_is_lost_only_where_somebody_left_or_the_data_end(
    a: str, b: str, crime: str, instrument: str, two: tuple[dt.date, dt.date]
) -> None:
    first, second = sorted(two)
    if a == b:
        return
    before, after = (
        legal_bases(a, b, cooperation="extradition", crime=crime, on=day).basis(instrument) for day in (first, second)
    )
    left = any(each.until is not None for each in (before.requesting, before.requested))
    if before.truth is oc.Truth.TRUE and not left:
        assert after.truth is not oc.Truth.FALSE


@given(participants, participants, forms, days)
@settings(max_examples=60)
def test_nothing_that_is_bounded_only_is_stated_as_certain(a: str, b: str, form: Form, on: dt.date) -> None:
    if a == b:
        return
    for basis in legal_bases(a, b, cooperation=form, on=on).holding:
        assert basis.since is not None
        assert basis.since.latest is not None
        assert basis.since.latest <= on


@given(participants, participants, crimes, days)
@settings(max_examples=60)
def test_the_convention_never_fails_for_the_category_of_crime(a: str, b: str, crime: str, on: dt.date) -> None:
    if a == b:
        return
    general = assistance(a, b, on.isoformat(), None).basis("untoc")
    asked = assistance(a, b, on.isoformat(), crime).basis("untoc")
    assert asked.truth is oc.Truth.FALSE if general.truth is oc.Truth.FALSE else asked.truth is not oc.Truth.FALSE


@pytest.mark.parametrize(
    "crime", ["criminal-group-participation", "money-laundering", "corruption", "obstruction-of-justice"]
)
def test_a_convention_offence_is_a_basis_as_such(crime: str) -> None:
    basis = assistance("FR", "BR", "2019-07-01", crime).basis("untoc")
    assert basis.truth is oc.Truth.TRUE
    assert basis.through is None
    assert basis.crime_articles[0].pinpoint in ("5", "6", "8", "23")


def test_a_protocol_offence_goes_through_the_convention_where_both_are_bound_by_the_protocol() -> None:
    basis = assistance("FR", "BR", "2019-07-01", "human-trafficking").basis("untoc")
    assert basis.truth is oc.Truth.TRUE
    assert basis.through is not None
    assert basis.through.id == "trafficking-protocol"
    assert str(basis.crime_articles[0]) == "Trafficking Protocol art. 5"
    assert str(basis.articles) == "UNTOC art. 18"


def test_a_protocol_offence_without_the_protocol_asks_for_the_maximum_penalty() -> None:
    assert oc.is_party("FR", "firearms-protocol", on="2017-07-01") is oc.Truth.FALSE
    basis = assistance("FR", "BR", "2017-07-01", "firearms-trafficking").basis("untoc")
    assert basis.truth is oc.Truth.UNKNOWN
    assert any("maximum penalty" in each for each in basis.asks)
    assert any("Firearms Protocol" in each for each in basis.reasons)


def test_any_other_crime_is_unknown_under_the_convention_and_fails_under_the_others() -> None:
    found = assistance("FR", "BR", "2019-07-01", "robbery")
    assert found.basis("untoc").truth is oc.Truth.UNKNOWN
    assert found.basis("untoc").asks
    assert found.basis("uncac").truth is oc.Truth.FALSE
    assert "no article of it makes Robbery an offence" in found.basis("uncac").reasons
    assert not found.holding


def test_a_crime_of_which_a_part_is_covered_is_unknown() -> None:
    basis = assistance("FR", "BR", "2019-07-01", "economic-financial-crime").basis("uncac")
    assert basis.truth is oc.Truth.UNKNOWN
    assert "covers a part" in basis.reasons[0]
    documents = assistance("FR", "BR", "2019-07-01", "document-fraud").basis("untoc")
    assert documents.truth is oc.Truth.UNKNOWN


def test_a_crime_may_be_an_entry_of_any_list() -> None:
    by_hub = assistance("FR", "BR", "2019-07-01", "money-laundering")
    by_list = assistance("FR", "BR", "2019-07-01", "eaw:laundering-of-the-proceeds-of-crime")
    alone = assistance("FR", "BR", "2019-07-01", "laundering-of-the-proceeds-of-crime")
    assert [each.truth for each in by_hub.bases] == [each.truth for each in by_list.bases]
    assert [each.truth for each in by_hub.bases] == [each.truth for each in alone.bases]
    assert by_list.crime is not None
    assert by_list.crime.entry == ("eaw", "laundering-of-the-proceeds-of-crime")


def test_an_entry_broader_than_its_category_is_not_wholly_covered() -> None:
    narrow = [
        (match.source, match.source_entry)
        for match in oc.BUILT_IN.matches
        if match.target == "crimes"
        and match.relation is oc.Relation.NARROW
        and match.target_entry == "human-trafficking"
    ]
    for scheme, entry in narrow:
        found = assistance("FR", "BR", "2019-07-01", f"{scheme}:{entry}").basis("untoc")
        meant = crime_meant(f"{scheme}:{entry}", oc.BUILT_IN)
        if ("human-trafficking", oc.Relation.NARROW) in meant.categories:
            assert found.truth is oc.Truth.UNKNOWN


def test_a_match_is_read_from_either_end() -> None:
    row = oc.Match(
        source="crimes", source_entry="fraud", relation=oc.Relation.NARROW, target="own", target_entry="card-fraud"
    )
    catalogue = cast("oc.Catalogue", SimpleNamespace(matches=(row,)))
    assert hub_categories("own", catalogue) == {"card-fraud": (("fraud", oc.Relation.BROAD),)}


def test_what_names_several_entries_or_none_is_refused() -> None:
    with pytest.raises(UnknownKeyError, match="no crime is known as 'money laundring'"):
        assistance("FR", "BR", "2019-07-01", "money laundring")
    with pytest.raises(AmbiguousKeyError, match="names more than one crime"):
        assistance("FR", "BR", "2019-07-01", _in_two_lists())
    with pytest.raises(UnknownKeyError):
        assistance("FR", "BR", "2019-07-01", "fatf:no-such-entry")
    with pytest.raises(UnknownKeyError, match="Did you mean 'extradition'"):
        legal_bases("FR", "BR", cooperation="extraditoin", on="2019-07-01")
    with pytest.raises(InputError, match="does not ask itself"):
        assistance("FR", "France", "2019-07-01")
    with pytest.raises(DateError):
        assistance("FR", "BR", "2019-02-30")


def _in_two_lists() -> str:
    """Return an entry that two lists have and the hub answers to differently."""
    seen: dict[str, set[object]] = {}
    for taxonomy in oc.taxonomies.values():
        for entry in taxonomy.entries:
            if entry.id not in oc.crimes:
                meant = crime_meant(f"{taxonomy.id}:{entry.id}", oc.BUILT_IN)
                seen.setdefault(entry.id, set()).add(meant.categories)
    return next(key for key, meanings in sorted(seen.items()) if len(meanings) > 1)


@pytest.mark.parametrize("pair", [("AZ", "AM"), ("AM", "AZ")])
def test_azerbaijan_and_armenia_are_unknown_under_the_convention_against_corruption_both_ways(
    pair: tuple[str, str],
) -> None:
    found = legal_bases(*pair, cooperation="extradition", crime="corruption", on="2019-07-01")
    basis = found.basis("uncac")
    assert basis.truth is oc.Truth.UNKNOWN
    assert any("not applied to Armenia" in reason for reason in basis.reasons)
    assert any(each.participant == "az" and "Armenia" in each.paraphrase for each in basis.declarations)
    assert "not applied to Armenia" in str(found)
    assert found.plain()["bases"]
    assert found.basis("untoc").truth is oc.Truth.TRUE
    assert legal_bases("AZ", "FR", cooperation="extradition", crime="corruption", on="2019-07-01").basis(
        "uncac"
    ).truth is (oc.Truth.TRUE)


def test_each_exclusion_rests_on_a_declaration() -> None:
    for raw in read("cooperation.json")["exclusions"]:
        assert any(
            each.participant == raw["participant"] and each.instrument == raw["instrument"] and not each.pinpoints
            for each in oc.BUILT_IN.declarations
        )


def test_a_declaration_on_the_article_is_shown_and_one_on_another_is_not() -> None:
    basis = legal_bases("BS", "AD", cooperation="extradition", crime="corruption", on="2019-07-01").basis("untoc")
    assert {(each.participant, each.pinpoints) for each in basis.declarations} == {("bs", ("16(5)(a)",))}
    basis = assistance("AD", "BS", "2019-07-01").basis("untoc")
    assert {(each.participant, each.kind) for each in basis.declarations} == {("ad", "central-authority")}


# --- acts of the European Union ---


def test_denmark_and_ireland_do_not_take_part_in_the_european_investigation_order() -> None:
    for outside in ("DK", "IE"):
        basis = assistance("FR", outside, "2019-07-01").basis(EIO)
        assert basis.truth is oc.Truth.FALSE
        assert "not bound" in basis.reasons[0]
    assert assistance("FR", "DE", "2019-07-01").basis(EIO).truth is oc.Truth.TRUE
    assert assistance("FR", "DE", "2017-05-21").basis(EIO).truth is oc.Truth.FALSE


def test_transposition_known_only_by_bounds_is_unknown_between_them() -> None:
    assert assistance("BE", "ES", "2018-01-01").basis(EIO).truth is oc.Truth.UNKNOWN
    assert assistance("BE", "ES", "2018-09-15").basis(EIO).truth is oc.Truth.TRUE
    assert assistance("BE", "ES", "2017-05-23").basis(EIO).truth is oc.Truth.FALSE


def test_the_regulation_replaces_the_framework_decisions_between_those_that_it_binds() -> None:
    found = legal_bases("FR", "DE", cooperation="confiscation", on="2020-12-19")
    assert found.basis(REGULATION).truth is oc.Truth.TRUE
    assert found.basis(FREEZING).truth is oc.Truth.FALSE
    assert found.basis(CONFISCATION).truth is oc.Truth.FALSE
    assert "replaced between the two by Regulation (EU) 2018/1805 (art. 39(1))" in found.basis(FREEZING).reasons
    eve = legal_bases("FR", "NL", cooperation="confiscation", on="2020-12-18")
    assert eve.basis(REGULATION).truth is oc.Truth.FALSE
    assert eve.basis(FREEZING).truth is not oc.Truth.FALSE
    danish = legal_bases("FR", "DK", cooperation="confiscation", on="2020-12-19")
    assert danish.basis(REGULATION).truth is oc.Truth.FALSE
    assert danish.basis(FREEZING).truth is oc.Truth.TRUE
    irish = legal_bases("DK", "IE", cooperation="confiscation", on="2020-12-19")
    assert irish.basis(CONFISCATION).truth is oc.Truth.TRUE


def test_the_united_kingdom_takes_part_to_the_end_of_the_transition() -> None:
    for day, truth in (("2020-01-31", oc.Truth.TRUE), ("2020-12-31", oc.Truth.TRUE), ("2021-01-01", oc.Truth.FALSE)):
        assert legal_bases("IE", "GB", cooperation="extradition", on=day).basis(EAW).truth is truth
        assert assistance("BE", "GB", day).basis(EIO).truth is truth
    assert "transition" in legal_bases("IE", "GB", cooperation="extradition", on="2021-01-01").basis(EAW).reasons[0]


def test_the_european_arrest_warrant_began_between_eight_states_and_stopped_in_germany() -> None:
    assert legal_bases("IE", "GB", cooperation="extradition", on="2003-12-31").basis(EAW).truth is oc.Truth.FALSE
    assert legal_bases("IE", "GB", cooperation="extradition", on="2004-01-01").basis(EAW).truth is oc.Truth.TRUE
    german = {
        day: legal_bases("IE", "DE", cooperation="extradition", on=day).basis(EAW).truth
        for day in ("2004-08-22", "2004-08-23", "2005-07-17", "2005-07-18", "2006-01-01", "2009-01-01")
    }
    assert list(german.values()) == [
        oc.Truth.FALSE,
        oc.Truth.TRUE,
        oc.Truth.TRUE,
        oc.Truth.FALSE,
        oc.Truth.UNKNOWN,
        oc.Truth.TRUE,
    ]


def test_membership_alone_never_makes_a_party_of_an_act() -> None:
    silent = {"at", "cz", "hr", "pl", "se", "si", "sk"}
    told = {row.participant for row in oc.BUILT_IN.union_positions if row.act == MLA}
    assert not silent & told
    for state in silent:
        assert assistance("FR", state, "2019-07-01").basis(MLA).truth is oc.Truth.UNKNOWN


def test_who_is_no_member_state_is_bound_by_no_act_of_the_union() -> None:
    for basis in legal_bases("FR", "BR", cooperation="extradition", on="2019-07-01").bases:
        if is_union_act(basis.rule.instrument, oc.BUILT_IN):
            assert basis.truth is oc.Truth.FALSE


def test_beyond_the_last_day_that_the_sources_vouch_for_an_act_is_unknown() -> None:
    basis = legal_bases("IE", "SE", cooperation="extradition", on="2024-07-11").basis(EAW)
    assert basis.truth is oc.Truth.UNKNOWN
    assert "vouch for it until 2024-07-10" in basis.reasons[0]
    assert legal_bases("IE", "SE", cooperation="extradition", on="2024-07-10").basis(EAW).truth is oc.Truth.TRUE


def test_an_offence_on_the_list_is_named_with_the_list() -> None:
    conditions = [
        str(each)
        for each in legal_bases("IE", "SE", cooperation="extradition", crime="human-trafficking", on="2019-07-01")
        .basis(EAW)
        .conditions
    ]
    assert "on the list without verification of dual criminality: trafficking in human beings" in conditions


def test_what_an_instrument_does_not_have_is_no_basis_of_it() -> None:
    with pytest.raises(KeyError, match="cites"):
        assistance("FR", "BR", "2019-07-01").basis("cites")


def test_an_entry_that_answers_to_no_category_leaves_the_crime_open() -> None:
    matched = {(row.source, row.source_entry) for row in oc.BUILT_IN.matches if row.target == "crimes"}
    matched |= {(row.target, row.target_entry) for row in oc.BUILT_IN.matches if row.source == "crimes"}
    scheme, entry = next(
        (taxonomy.id, entry.id)
        for taxonomy in oc.taxonomies.values()
        for entry in taxonomy.entries
        if (taxonomy.id, entry.id) not in matched
    )
    basis = assistance("FR", "BR", "2019-07-01", f"{scheme}:{entry}").basis("uncac")
    assert basis.truth is oc.Truth.UNKNOWN
    assert "is not settled" in basis.reasons[0]


def test_acts_that_harmonise_offences_are_no_basis() -> None:
    named = {rule.instrument for rule in oc.BUILT_IN.cooperation_rules}
    assert not {"eu-fd-2008-841", "eu-dir-2018-1673"} & named
    found = assistance("FR", "DE", "2019-07-01", "criminal-group-participation")
    assert "eu-fd-2008-841" in {cite.instrument for cite in found.harmonising}
    found = assistance("FR", "DE", "2019-07-01")
    assert "eu-dir-2018-1673" in {cite.instrument for cite in found.harmonising}
    assert "criminalisation only, no basis" in found.text()
    assert not assistance("FR", "BR", "2019-07-01").harmonising


# --- hard cases ---


def test_japan_was_not_bound_before_10_august_2017() -> None:
    assert assistance("FR", "JP", "2017-08-09").basis("untoc").truth is oc.Truth.FALSE
    assert assistance("FR", "JP", "2017-08-10").basis("untoc").truth is oc.Truth.TRUE


def test_the_days_of_a_basis_are_those_of_the_membership_in_force_on_the_day() -> None:
    first = assistance("FR", "Bhutan", "2020-01-01").basis("uncac").since
    second = assistance("FR", "Bhutan", "2024-01-15").basis("uncac").since
    assert first is not None
    assert first.latest is not None
    assert first.latest < dt.date(2020, 1, 1)
    assert second == dt.date(2023, 10, 27)
    german = legal_bases("IE", "DE", cooperation="extradition", on="2005-01-01").basis(EAW)
    assert german.since == dt.date(2004, 8, 23)
    assert german.requested.until == dt.date(2005, 7, 18)


def test_bhutan_left_the_convention_against_corruption_and_came_back() -> None:
    truths = {day: assistance("FR", "Bhutan", day).basis("uncac").truth for day in ("2020-01-01", "2023-07-15")}
    assert truths["2020-01-01"] is oc.Truth.TRUE
    assert truths["2023-07-15"] is oc.Truth.UNKNOWN


@pytest.mark.parametrize("name", ["European Union", "Holy See", "Cook Islands", "Niue", "State of Palestine"])
def test_a_party_that_is_no_member_of_the_united_nations_is_a_party_all_the_same(name: str) -> None:
    on = "2019-07-01"
    basis = assistance("FR", name, on).basis("untoc")
    assert basis.truth is oc.is_party(name, "UNTOC", on=on)
    assert assistance("FR", name, on).requested.kind is not ParticipantKind.NOT_LISTED


def test_an_organisation_is_bound_within_its_competence() -> None:
    basis = assistance("FR", "European Union", "2003-10-01").basis("untoc")
    assert basis.truth is oc.Truth.FALSE
    assert any("limits of its competence" in reason for reason in basis.reasons)


def test_serbia_and_montenegro_became_serbia_and_montenegro() -> None:
    assert assistance("FR", "Montenegro", "2006-06-02").basis("untoc").truth is oc.Truth.FALSE
    assert assistance("FR", "Montenegro", "2006-06-03").basis("untoc").truth is oc.Truth.TRUE
    assert assistance("FR", "Serbia", "2006-06-03").basis("untoc").truth is oc.Truth.TRUE


@pytest.mark.parametrize("name", ["Kosovo", "Taiwan"])
def test_one_that_no_list_has_is_answered_with_a_reason(name: str) -> None:
    basis = assistance("FR", name, "2019-07-01").basis("untoc")
    assert basis.truth is oc.Truth.FALSE
    assert name in basis.reasons[0]
    assert basis.reasons[0].split(": ", 1)[1]


def test_a_day_beyond_the_horizon_is_unknown() -> None:
    found = assistance("FR", "BR", "2040-01-01")
    assert {found.basis(each).truth for each in TREATIES} == {oc.Truth.UNKNOWN}
    assert not found.holding


def test_without_a_day_it_is_the_last_that_the_treaties_vouch_for_on_both_sides() -> None:
    found = legal_bases("FR", "BR", cooperation="mutual-legal-assistance", crime="money-laundering")
    expected = [
        oc.standing(who, instrument).as_of for who in ("FR", "BR") for instrument in (*TREATIES, "cybercrime-2024")
    ]
    assert found.on == min(day for day in expected if day is not None)
    assert len(found.holding) == 3


# --- with a case ---


CASE = oc.Case(
    offence=oc.Offence(maximum_penalty=10, states=oc.Listing(["FR", "BR"])),
    group=oc.Group(
        persons=4,
        randomly_formed=False,
        existed_for_a_period=True,
        acting_in_concert=True,
        maximum_penalty=10,
        financial_benefit=True,
    ),
)


def test_with_a_case_the_scope_is_found_and_not_only_named() -> None:
    found = legal_bases("FR", "BR", cooperation="mutual-legal-assistance", crime="robbery", on="2019-07-01", case=CASE)
    basis = found.basis("untoc")
    assert basis.truth is oc.Truth.TRUE
    assert basis.conditions[0].finding is not None
    assert basis.conditions[0].finding.truth is oc.Truth.TRUE
    assert "yes" in str(basis.conditions[0])


def test_reasonable_grounds_are_enough_for_assistance() -> None:
    request = AssistanceRequest(
        offence=oc.Offence(maximum_penalty=4), suspected_transnational=True, suspected_group=True
    )
    found = legal_bases(
        "FR", "BR", cooperation="mutual-legal-assistance", crime="robbery", on="2019-07-01", case=request
    )
    assert found.basis("untoc").truth is oc.Truth.TRUE


def test_a_case_outside_the_scope_fails_and_says_why() -> None:
    small = oc.Case(offence=oc.Offence(maximum_penalty=2, convention_offence=False))
    basis = legal_bases("FR", "BR", cooperation="confiscation", crime="robbery", on="2019-07-01", case=small).basis(
        "untoc"
    )
    assert basis.truth is oc.Truth.FALSE
    assert any("neither a Convention offence nor a serious crime" in reason for reason in basis.reasons)


def test_a_case_that_says_little_leaves_it_open_and_asks() -> None:
    for form in ("mutual-legal-assistance", "extradition", "confiscation"):
        basis = legal_bases(
            "FR", "BR", cooperation=form, crime="money-laundering", on="2019-07-01", case=oc.Case()
        ).basis("untoc")
        assert basis.truth is oc.Truth.UNKNOWN
        assert basis.asks


# --- the data ---


@pytest.mark.parametrize("rule", oc.BUILT_IN.cooperation_rules, ids=lambda rule: rule.id)
def test_each_rule_is_whole(rule: CooperationRule) -> None:
    assert rule.id == f"{rule.instrument}/{rule.form.value}"
    instrument = union_instruments(rule.instrument, oc.BUILT_IN)
    assert rule.sources or rule.status is oc.EvidenceStatus.UNVERIFIED
    assert all(reference.source in oc.sources for reference in (*rule.sources, *instrument.sources))
    assert rule.gate is None or rule.gate in oc.definitions
    assert rule.exempt_list is None or rule.exempt_list in oc.taxonomies
    assert rule.replaced_by is None or is_union_act(rule.replaced_by, oc.BUILT_IN)
    if instrument.articles and rule.pinpoint_status is oc.EvidenceStatus.VERIFIED:
        numbers = {article.number for article in instrument.articles}
        places = (rule.pinpoint, rule.central_authority or "", *(each.pinpoint or "" for each in rule.conditions))
        for place in places:
            for part in filter(None, place.split(", ")):
                assert part[: next((at for at, c in enumerate(part) if not c.isdecimal()), len(part))] in numbers


@pytest.mark.parametrize(("part", "kind"), [("rules", CooperationRule), ("offences", CoveredOffence)])
def test_the_records_are_what_the_reader_of_outside_files_takes(part: str, kind: type) -> None:
    for raw in read("cooperation.json")[part]:
        assert oc.from_json(json.dumps(raw), kind) == made(kind, raw)


def test_the_file_is_in_its_form() -> None:
    path = Path(DATA) / "cooperation.json"
    text = path.read_text(encoding="utf-8")
    assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"


def test_articles_that_were_not_read_in_the_text_are_said_to_be_so() -> None:
    found = assistance("FR", "DE", "2019-07-01")
    assert any("they were not read" in str(each) for each in found.basis(MLA).conditions)
    assert not any("read for these data" in str(each) for each in found.basis("untoc").conditions)


def test_each_form_has_a_rule_and_each_rule_is_there_once() -> None:
    assert {rule.form for rule in oc.BUILT_IN.cooperation_rules} == set(Form)
    assert len({rule.id for rule in oc.BUILT_IN.cooperation_rules}) == len(oc.BUILT_IN.cooperation_rules)


def test_what_is_covered_agrees_with_what_governs_the_category() -> None:
    vague = {"2(b), 3(1)(b)", "3(1)", "2(a)-(c), 3(1)-(2)"}
    governed = {
        (governing.instrument, category.id)
        for category in oc.crimes.values()
        for governing in category.governed_by
        if governing.instrument in {each.instrument for each in oc.BUILT_IN.covered_offences}
        and governing.pinpoint not in vague
    }
    assert governed == {(each.instrument, each.crime) for each in oc.BUILT_IN.covered_offences}


def test_each_position_in_an_act_names_a_member_state_and_its_sources() -> None:
    for row in oc.BUILT_IN.union_positions:
        assert is_union_act(row.act, oc.BUILT_IN)
        assert row.participant in oc.participants
        assert all(source in oc.sources for source in row.sources)
        start = row.period.first
        assert start is not None
        assert start.earliest is not None
        if row.kind is UnionPositionKind.APPLIES:
            assert is_member(row.participant, start.earliest, oc.BUILT_IN) is oc.Truth.TRUE
            last = None if row.period.last is None else row.period.last.earliest
            assert last is None or is_member(row.participant, last, oc.BUILT_IN) is oc.Truth.TRUE
    ids = [(row.act, row.participant) for row in oc.BUILT_IN.union_positions]
    assert ids == sorted(ids)


def test_no_state_both_applies_an_act_and_stays_out_of_it_on_one_day() -> None:
    for (_, _), rows in itertools.groupby(oc.BUILT_IN.union_positions, key=lambda row: (row.act, row.participant)):
        assert len({row.kind for row in rows}) == 1


def test_the_example_runs() -> None:
    found = subprocess.run([sys.executable, EXAMPLE], capture_output=True, text=True, check=True)
    assert "UNTOC" in found.stdout
    assert "not covered" in found.stdout
