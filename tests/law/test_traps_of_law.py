"""The traps of the law, one by one: what is easily got wrong, and stays right here."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

import orgcrime as oc
from orgcrime.errors import AmbiguousKeyError
from orgcrime.law.facts import (
    Charge,
    DomesticLaw,
    FirearmsConduct,
    Returnee,
    Smuggling,
    Trafficking,
    Weapon,
)
from orgcrime.law.rule import Reaches, atoms
from orgcrime.model.body import BodyKind, MilestoneKind, RelationKind
from orgcrime.model.duty import Strength
from orgcrime.model.taxonomy import EntryKind
from orgcrime.truth import Truth

YES, NO, UNKNOWN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


def among(*values: str) -> oc.Listing[Any]:
    """Return a listing that may go on."""
    return oc.Listing(values)


def only(*values: str) -> oc.Listing[Any]:
    """Return a listing that is complete."""
    return oc.Listing(values, complete=True)


GROUP = oc.Group(
    persons=3,
    randomly_formed=False,
    existed_for_a_period=True,
    acting_in_concert=True,
    maximum_penalty=4,
    aims_at_convention_offence=False,
    financial_benefit=True,
    other_material_benefit=False,
)


def test_trap_1_four_years_are_the_least_maximum_and_exactly_forty_eight_months_pass() -> None:
    """The minimum or the sentence would be taken for the maximum, or the exact figure would fail."""
    years = (48 / 12, 47 / 12)
    found = [oc.assess("untoc-serious-crime", oc.Offence(maximum_penalty=each)).truth for each in years]
    assert found == [YES, NO]
    assert {"the sentence imposed", "the minimum penalty"} <= {*oc.definitions["untoc-serious-crime"].excluded}


def test_trap_2_the_convention_defines_the_group_and_not_organised_crime() -> None:
    """A definition of organised crime would be made up."""
    titles = {each.title for each in oc.definitions.values() if each.citation.instrument == "untoc"}
    assert {"organized criminal group", "serious crime", "structured group"} <= titles
    assert not [each for each in titles if each in {"organized crime", "transnational organized crime"}]


def test_trap_3_roles_steady_membership_and_structure_are_no_requirements() -> None:
    """Their absence would make a group unstructured."""
    definition = oc.definitions["untoc-structured-group"]
    assert list(definition.facts) == ["randomly_formed"]
    assert {"formally defined roles", "continuity of membership"} <= {*definition.excluded}


@pytest.mark.parametrize(
    ("definition", "number"),
    [
        ("untoc-organized-criminal-group", 3),
        ("eu-criminal-organisation", 3),
        ("au-390", 2),
        ("au-sa-83d", 2),
        ("au-sa-83ga", 3),
        ("us-521", 5),
        ("us-rico", None),
        ("fr-450-1", None),
    ],
)
def test_trap_4_each_law_has_its_own_number_of_persons(definition: str, number: int | None) -> None:
    """One constant would serve for all laws."""
    found = oc.definitions[definition]
    rules = [atom.rule for atom in atoms(found.rule, found.about) if atom.path == "persons"]
    assert rules == ([] if number is None else [Reaches("persons", number)])


def test_trap_5_transnationality_and_group_are_conditions_of_cooperation_only() -> None:
    """They would become elements of the domestic offences (UNTOC art. 34(2)), or be asked before any assistance."""
    law = DomesticLaw(requires_transnationality=True, requires_group_beyond_article_5=False)
    assert oc.assess("untoc-domestic-criminalization", law).truth is NO
    for offence in ("untoc-laundering", "untoc-corruption", "untoc-obstruction-of-justice", "trafficking-offences"):
        asked = oc.definitions[offence].facts
        assert not [path for path in asked if path.startswith(("group", "states", "offence."))]
    assert {"suspected_transnational", "suspected_group"} <= {*oc.definitions["untoc-mutual-legal-assistance"].facts}


def test_trap_6_the_benefit_is_a_purpose_and_several_laws_need_none() -> None:
    """A result would be asked for, or the benefit of the Convention would be read into other laws."""
    assert oc.assess("untoc-organized-criminal-group", attrs.evolve(GROUP, financial_benefit=False)).truth is NO
    without = ("it-416", "fr-450-1", "de-129", "us-521", "ro-367")
    assert not [each for each in without if "financial_benefit" in oc.definitions[each].facts]


@pytest.mark.parametrize("child", [True, False])
def test_trap_7_a_child_needs_no_means_and_nobody_is_asked_for_consent(child: bool) -> None:
    """Consent would excuse, a child would need a means, or trafficking and smuggling would be one thing."""
    facts = Trafficking(
        trafficking_acts=among("receipt"),
        trafficking_means=only(),
        victim_is_child=child,
        exploitation_purposes=among("servitude"),
    )
    assert oc.assess("trafficking-in-persons", facts).truth is (YES if child else NO)
    asked = {*oc.definitions["trafficking-in-persons"].facts}
    assert not [path for path in asked if "consent" in path or "border" in path or "benefit" in path]
    assert {"illegal_entry", "financial_benefit"} <= {*oc.definitions["smuggling-of-migrants"].facts}
    charge = Charge(object_of_smuggling=True, rests_on_that_fact_alone=True)
    assert oc.assess("smuggling-non-liability", charge).truth is YES


@pytest.mark.parametrize(
    ("definition", "at_entry", "at_return"), [("trafficking-return", YES, NO), ("smuggling-return", NO, YES)]
)
def test_trap_8_one_protocol_looks_at_residence_on_entry_the_other_on_return(
    definition: str, at_entry: Truth, at_return: Truth
) -> None:
    """The two days would be mixed up."""
    somebody: dict[str, bool] = {
        "victim_of_trafficking": True,
        "object_of_smuggling": True,
        "national_of_state_asked": False,
        "permanent_resident_at_entry": False,
        "permanent_resident_at_return": False,
    }
    then, now = ({**somebody, f"permanent_resident_at_{day}": True} for day in ("entry", "return"))
    found = (oc.assess(definition, Returnee(**then)).truth, oc.assess(definition, Returnee(**now)).truth)
    assert found == (at_entry, at_return)


@pytest.mark.parametrize(("act", "expected"), [("producing", YES), ("possessing", NO)])
def test_trap_9_possession_of_documents_and_attempts_are_not_aggravated(act: str, expected: Truth) -> None:
    """Smuggling Protocol art. 6(3) names some of the offences only."""
    facts = Smuggling(
        intentional=True,
        financial_benefit=True,
        procured_entry=False,
        enabled_illegal_stay=False,
        purpose_of_enabling_smuggling=True,
        document_fraud=among("falsely-made-or-altered"),
        document_acts=only(act),
        involvement=only("attempt"),
        danger_to_life_or_safety=True,
    )
    assert oc.assess("smuggling-aggravation", facts).truth is expected


def test_trap_10_one_refusing_state_is_enough_and_nothing_after_1899_is_antique() -> None:
    """All States would have to refuse, parts would need marks, or a modern weapon would pass for an antique."""
    shipment = FirearmsConduct(
        firearms_goods=only("ammunition"),
        firearms_dealings=among("movement"),
        between_states_parties=True,
        states_parties_not_authorizing=among("BE"),
        marked=False,
    )
    assert oc.assess("illicit-trafficking-in-firearms", shipment).truth is YES
    authorized = attrs.evolve(shipment, states_parties_not_authorizing=only())
    assert oc.assess("illicit-trafficking-in-firearms", authorized).truth is NO
    weapon = Weapon(
        portable=True,
        barrelled=True,
        expels=True,
        by_explosive_action=True,
        antique_in_domestic_law=True,
        replica_of_antique_in_domestic_law=False,
        manufactured_year=1900,
    )
    found = [oc.assess("firearm", attrs.evolve(weapon, manufactured_year=year)).truth for year in (1900, 1899)]
    assert found == [YES, NO]


@pytest.mark.parametrize(
    ("strength", "articles"),
    [
        (
            Strength.MANDATORY,
            {"15(a)", "15(b)", "16(1)", "17", "23(1)(a)", "23(1)(b)", "25(a)", "25(b)", "26", "27(1)"},
        ),
        (Strength.CONSIDER, {"16(2)", "18", "19", "20", "21", "22", "24"}),
        (Strength.MAY, {"27(2)", "27(3)"}),
    ],
)
def test_trap_11_the_convention_against_corruption_obliges_in_three_strengths(
    strength: Strength, articles: set[str]
) -> None:
    """A State would be blamed for what it has only to consider, or may leave out; each has its definition."""
    found = {each.pinpoint: each for each in oc.duties("UNCAC") if each.strength is strength}
    assert {*found} - {"23(2)"} == articles
    assert all(found[each].definition in oc.definitions for each in articles)


def test_trap_12_of_agreement_and_active_part_a_state_may_choose_one() -> None:
    """Both limbs of UNTOC art. 5(1)(a) would be required of every State."""
    law = DomesticLaw(
        participation_offences=only("active-part", "organizing"),
        distinct_from_attempt=True,
        agreement_requires_group=False,
    )
    assert oc.assess("untoc-participation-criminalization", law).truth is YES


def test_trap_13_letters_b_to_d_do_not_ask_again_for_one_state() -> None:
    """The complement of letter (a), asked again, would leave a tautology unknown."""
    facts = oc.Offence(substantial_effects_elsewhere=True)
    assert oc.assess("untoc-transnational", facts).truth is YES


def test_trap_14_days_and_months_are_counted_apart_and_no_protocol_precedes_the_convention() -> None:
    """The month rule of the Council of Europe would be applied to treaties of the United Nations."""
    units = {}
    for instrument in ("untoc", "trafficking-protocol", "cets-197"):
        clause = oc.instruments[instrument].entry_into_force
        assert clause is not None
        assert clause.delay is not None
        units[instrument] = clause.delay.unit.value
    assert units == {"untoc": "days", "trafficking-protocol": "days", "cets-197": "months"}
    assert oc.instruments["trafficking-protocol"].parent == "untoc"


def test_trap_15_the_convention_and_its_protocols_share_one_registration_number() -> None:
    """The number of the Treaty Series would be used as a key; the number of the chapter is one."""
    shared = ("untoc", "trafficking-protocol", "smuggling-protocol", "firearms-protocol")
    found = [oc.instruments[each].registration for each in shared]
    assert {each.un_number for each in found if each} == {"39574"}
    assert [each.chapter for each in found if each] == ["XVIII-12", "XVIII-12-a", "XVIII-12-b", "XVIII-12-c"]


def test_trap_16_denouncing_the_convention_ends_its_protocols_and_not_the_other_way() -> None:
    """UNTOC art. 40(3): a Protocol would outlive the Convention, or drag it down."""
    instruments = ("untoc", "trafficking-protocol", "smuggling-protocol", "firearms-protocol")
    found = [oc.instruments[each].withdrawal for each in instruments]
    assert [each.ends_protocols for each in found if each] == [True, False, False, False]


def test_trap_17_a_number_of_parties_has_a_day_and_counts_the_european_union() -> None:
    """A count would stand without its day, or leave the organisations out."""
    found = oc.parties("UNTOC", on="2019-07-01")
    assert (found.on, len(found)) == (dt.date(2019, 7, 1), 189)
    assert "eu" in found


@pytest.mark.parametrize(
    ("body", "day", "name"),
    [
        ("europol", "2017-04-30", "European Police Office"),
        ("europol", "2017-05-01", "European Union Agency for Law Enforcement Cooperation"),
        ("eurojust", "2019-12-11", "European Union's Judicial Cooperation Unit"),
        ("eurojust", "2019-12-12", "European Union Agency for Criminal Justice Cooperation"),
    ],
)
def test_trap_18_names_have_their_time_and_there_is_no_single_founding_date(body: str, day: str, name: str) -> None:
    """The name of today would be carried back, or one of several milestones would pass for the beginning."""
    on = dt.date.fromisoformat(day)
    assert oc.bodies[body].name_on(on) == name
    kinds = {each.kind for each in oc.bodies["europol"].milestones}
    assert {MilestoneKind.SIGNED, MilestoneKind.IN_FORCE, MilestoneKind.OPERATIONAL} <= kinds


def test_trap_19_what_is_called_human_trafficking_in_translation_is_not_always_that() -> None:
    """A mistranslation would lead to another crime: MTIC and excise fraud are no trafficking in persons."""
    marked = {
        category.id: [mention.quality.value for mention in category.mentions]
        for category in oc.crimes.values()
        if any(mention.quality.value == "mistranslated" for mention in category.mentions)
    }
    assert "excise-fraud" in marked
    assert oc.crimes["excise-fraud"].id != oc.crimes["human-trafficking"].id


def test_trap_20_two_conventions_are_called_after_warsaw_and_the_arms_treaty_is_left_after_ninety_days() -> None:
    """CETS 197 and CETS 198 would be taken for each other; a year would be read where ninety days are said."""
    with pytest.raises(AmbiguousKeyError, match="'cets-197', 'cets-198'"):
        oc.instruments["Warsaw Convention"]
    leaving = oc.instruments["att"].withdrawal
    assert leaving is not None
    assert leaving.delay is not None
    assert (leaving.delay.value, leaving.delay.unit.value) == (90, "days")
    assert oc.instruments["cites"].depositary == "Government of the Swiss Confederation"


def test_trap_21_a_red_notice_is_no_warrant_and_databases_notices_and_systems_are_three_kinds() -> None:
    """A notice would pass for an arrest warrant, or I-24/7 for a database."""
    assert oc.taxonomies["interpol-notices"]["red-notice"].kind is EntryKind.NOTICE
    interpol = oc.bodies["interpol"]
    assert "i-24-7" in {each.id for each in interpol.systems}
    assert "i-24-7" not in {each.id for each in interpol.databases}
    assert "arrest warrant" in oc.instruments["eu-fd-2002-584"].title


def test_trap_22_a_secretariat_a_host_and_a_member_are_three_relations() -> None:
    """UNODC would be a member of the Conference that it serves, or the FATF a part of the OECD that hosts it."""
    assert (RelationKind.SECRETARIAT_OF, "untoc-cop") in {(r.kind, r.target) for r in oc.bodies["unodc"].relations}
    assert (RelationKind.HOSTED_BY, "oecd") in {(r.kind, r.target) for r in oc.bodies["fatf"].relations}


@pytest.mark.parametrize(
    ("body", "kind", "counted"),
    [
        ("interpol", BodyKind.INTERGOVERNMENTAL_ORGANISATION, {"countries"}),
        ("untoc-cop", BodyKind.TREATY_BODY, {"parties"}),
        ("ccpcj", BodyKind.UN_FUNCTIONAL_COMMISSION, {"States"}),
        ("egmont", BodyKind.NETWORK_OF_NATIONAL_UNITS, {"FIUs"}),
        ("unodc", BodyKind.UN_SECRETARIAT_OFFICE, set()),
        ("olaf", BodyKind.EUROPEAN_COMMISSION_SERVICE, set()),
    ],
)
def test_trap_23_what_a_member_is_differs_with_the_kind_of_body(body: str, kind: BodyKind, counted: set[str]) -> None:
    """Members of unlike kinds would be added up, or a body without members would have some."""
    found = oc.bodies[body]
    assert (found.kind, {each.counted for each in found.counts}) == (kind, counted)


def test_trap_23_an_informal_forum_needs_no_legal_basis() -> None:
    """A text would be made up for a forum that rests on none."""
    assert (oc.bodies["g7"].kind, oc.bodies["g7"].legal_basis) == (BodyKind.INFORMAL_FORUM, ())
