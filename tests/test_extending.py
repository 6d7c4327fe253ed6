"""Packages that bring records, found by their entry points: made here in a folder of their own."""

import pickle
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest

import orgcrime as oc
from orgcrime.catalogue import Catalogue
from orgcrime.extending import ExtensionWarning, extended
from orgcrime.tables import TABLES

Install = Callable[..., None]

TREATY = """
import orgcrime as oc

def treaty(id="treaty-of-dover", title="Treaty of Dover on Mutual Assistance"):
    kind = oc.instruments["UNTOC"].kind
    return oc.Instrument(id=id, title=title, kind=kind, status=oc.EvidenceStatus.UNVERIFIED, sources=())
"""
LIST = """
def records():
    entry = oc.Entry(id="smuggling", label="Smuggling", status=oc.EvidenceStatus.UNVERIFIED)
    own = oc.Taxonomy(id="dover", title="Dover list", issuer="Dover", status=entry.status, entries=(entry,))
    match = oc.Match(source="dover", source_entry="smuggling", relation=oc.Relation.BROAD, target="crimes",
                     target_entry="goods-smuggling")
    return {"instruments": [treaty()], "taxonomies": iter([own]), "matches": [match]}
"""


def holding(form: str, crime: str | None, catalogue: Catalogue) -> set[str]:
    """The instruments under which France may ask Brazil."""
    found = oc.legal_bases("FR", "BR", cooperation=form, crime=crime, on="2019-07-01", catalogue=catalogue)
    return {each.instrument.id for each in found.holding}


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Install a distribution with one module and an entry point into it."""
    monkeypatch.syspath_prepend(tmp_path)
    names = []

    def made(name: str, code: str, point: str = "records") -> None:
        (tmp_path / f"{name}.py").write_text(code, encoding="utf-8")
        about = tmp_path / f"{name}-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
        (about / "entry_points.txt").write_text(
            f"[orgcrime.catalogue]\n{name}-data = {name}:{point}\n", encoding="utf-8"
        )
        names.append(name)

    yield made
    for name in names:
        sys.modules.pop(name, None)


COOPERATION = """
import orgcrime as oc
from orgcrime.model.cooperation import CooperationRule, Force

verified = oc.EvidenceStatus.VERIFIED
rule = CooperationRule(id="uncac/made-up", form=oc.Form.MARITIME_COOPERATION, instrument="uncac", pinpoint="46",
                       force=Force.MAY, offences="made up", any_offence=True, pinpoint_status=verified, status=verified)
duty = oc.Duty(id="untoc-made-up", instrument="untoc", pinpoint="5(9)", kind=oc.DutyKind.CRIMINALIZATION,
               label="made up", strength=oc.Strength.MAY, status=verified, sources=())
records = {"cooperation_rules": [rule], "duties": [duty]}
"""


def test_without_extensions_nothing_changes() -> None:
    found = extended()
    assert found.extensions == ()
    assert found.taxonomies == oc.taxonomies
    assert found.matches == oc.BUILT_IN.matches


def test_a_package_brings_records_and_matches(install: Install) -> None:
    install("dover_law", TREATY + LIST)
    found = extended()
    assert found.instruments["Treaty of Dover on Mutual Assistance"].id == "treaty-of-dover"
    assert [each.entry.id for each in oc.crosswalk("dover", "crimes", catalogue=found).map("smuggling")] == [
        "goods-smuggling"
    ]
    assert str(found.extensions[0]) == "dover_law-data (dover_law 1.0): 1 instruments, 1 taxonomies, 1 matches"
    found.check()


def test_the_built_in_catalogue_stays_as_it_is(install: Install) -> None:
    install("dover_law", TREATY + LIST)
    extended()
    assert "treaty-of-dover" not in oc.instruments
    assert "dover" not in {match.source for match in oc.BUILT_IN.matches}


def test_a_package_is_not_loaded_before_it_is_asked_for(install: Install) -> None:
    install("dover_law", TREATY + LIST)
    assert "treaty-of-dover" not in oc.instruments
    assert "dover_law" not in sys.modules
    extended()
    assert "dover_law" in sys.modules


def test_a_mapping_will_do_as_well_as_a_function(install: Install) -> None:
    install("dover_law", TREATY + "records = {'instruments': (treaty(),)}\n")
    assert "treaty-of-dover" in extended().instruments


def test_two_packages_add_to_the_same_registry(install: Install) -> None:
    install("dover_law", TREATY + "records = {'instruments': [treaty()]}\n")
    install("calais_law", TREATY + "records = {'instruments': [treaty('treaty-of-calais', 'Treaty of Calais')]}\n")
    found = extended()
    assert {"treaty-of-dover", "treaty-of-calais"} <= set(found.instruments)
    assert [each.package for each in found.extensions] == ["calais_law", "dover_law"]


def test_matches_of_two_packages_stand_beside_each_other(install: Install) -> None:
    match = "oc.Match(source='{}', source_entry='a', relation=oc.Relation.EXACT, target='crimes', target_entry='fraud')"
    install("dover_law", f"import orgcrime as oc\nrecords = {{'matches': [{match.format('dover')}]}}\n")
    install("calais_law", f"import orgcrime as oc\nrecords = {{'matches': [{match.format('calais')}]}}\n")
    assert [each.source for each in extended().matches[-2:]] == ["calais", "dover"]


@pytest.mark.parametrize(
    ("id_", "title"), [("untoc", "Another title"), ("treaty-of-dover", "Palermo Convention")], ids=["id", "name"]
)
def test_what_is_taken_is_refused_and_the_extension_named(install: Install, id_: str, title: str) -> None:
    """A package must not put itself in the place of the law."""
    install("dover_law", TREATY + f"records = {{'instruments': [treaty({id_!r}, {title!r})]}}\n")
    with pytest.raises(oc.DuplicateKeyError) as caught:
        extended()
    assert caught.value.__notes__ == ["brought by the extension 'dover_law-data' of the package 'dover_law'"]


def test_two_packages_that_claim_the_same_are_refused(install: Install) -> None:
    install("dover_law", TREATY + "records = {'instruments': [treaty()]}\n")
    install("calais_law", TREATY + "records = {'instruments': [treaty(title='Treaty of Calais')]}\n")
    with pytest.raises(oc.DuplicateKeyError, match="treaty-of-dover"):
        extended()


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("import no_such_module_at_all\n", "ModuleNotFoundError: No module named 'no_such_module_at_all'"),
        ("def records():\n    raise RuntimeError('out of order')\n", "RuntimeError: out of order"),
        ("records = ['untoc']\n", "TypeError: expected a mapping"),
        ("other = 1\n", "AttributeError"),
        (
            "records = {'instrument': []}\n",
            "UnknownKeyError: no registry is known as 'instrument'. Did you mean 'instruments'?",
        ),
        ("records = {'instruments': ['untoc']}\n", "TypeError: instruments takes records of the class Instrument"),
        ("records = {'matches': ['untoc']}\n", "TypeError: matches takes records of the class Match"),
        ("records = {'instruments': 7}\n", "TypeError: 'int' object is not iterable"),
    ],
)
def test_a_broken_package_is_named_and_harms_no_other(install: Install, code: str, fault: str) -> None:
    install("a_broken_law", code)
    install("dover_law", TREATY + LIST)
    with pytest.warns(ExtensionWarning, match="'a_broken_law-data' of the package 'a_broken_law' was left out"):
        found = extended()
    assert "treaty-of-dover" in found.instruments
    assert str(found.extensions[0]).startswith(f"a_broken_law-data (a_broken_law 1.0): {fault}")
    assert str(found.extensions[1].fault) == "None"


def test_a_package_brings_rules_of_cooperation_and_duties(install: Install) -> None:
    """An agreement that the shipped data do not have could be recorded, and no question would know of it."""
    install("dover_law", COOPERATION)
    found = extended()
    assert "uncac" in holding("maritime-cooperation", None, found)
    assert "uncac" not in holding("maritime-cooperation", None, oc.BUILT_IN)
    assert "untoc-made-up" in {duty.id for duty in oc.duties("UNTOC", catalogue=found)}
    assert "untoc-made-up" not in {duty.id for duty in oc.duties("UNTOC")}
    found.check()


def test_what_a_package_brings_survives_pickling(install: Install) -> None:
    install("dover_law", TREATY + LIST)
    again = pickle.loads(pickle.dumps(extended()))  # noqa: S301 - our own bytes
    assert "dover" in {match.source for match in again.matches}
    assert "treaty-of-dover" in again.instruments


@pytest.mark.parametrize(
    ("table", "change", "lost"),
    [
        ("duties", {"instrument": "treaty-of-nowhere"}, "treaty-of-nowhere"),
        ("duties", {"definition": "no-such-definition"}, "no-such-definition"),
        ("cooperation_rules", {"replaced_by": "treaty-of-nowhere"}, "treaty-of-nowhere"),
        ("cooperation_rules", {"gate": "no-such-definition"}, "no-such-definition"),
        ("cooperation_rules", {"exempt_list": "no-such-list"}, "no-such-list"),
        ("covered_offences", {"crime": "no-such-crime"}, "no-such-crime"),
    ],
)
def test_a_table_that_refers_to_nothing_is_refused(table: str, change: dict[str, str], lost: str) -> None:
    first, *others = getattr(oc.BUILT_IN, table)
    with pytest.raises(oc.DanglingReferenceError) as caught:
        oc.BUILT_IN.replacing(**{table: [attrs.evolve(first, **change), *others]}).check()
    assert caught.value.target == lost


def test_no_table_of_a_catalogue_is_read_before_it_is_asked_for() -> None:
    mine = Catalogue()
    assert oc.duties("UNTOC", catalogue=mine)
    assert set(TABLES) & set(vars(mine)) == {"duties"}


def test_a_table_of_ones_own_stands_in_place_of_the_built_in_one() -> None:
    """The rules of one catalogue would answer for another."""
    none = oc.BUILT_IN.replacing(covered_offences=())
    assert "uncac" in holding("extradition", "corruption", oc.BUILT_IN)
    assert "uncac" not in holding("extradition", "corruption", none)


def test_who_is_a_member_of_the_union_is_read_from_the_catalogue() -> None:
    without = oc.BUILT_IN.replacing(
        union_memberships=[each for each in oc.BUILT_IN.union_memberships if each.participant != "fr"]
    )
    form, day, order = oc.Form.MUTUAL_LEGAL_ASSISTANCE, "2019-07-01", "eu-dir-2014-41"
    assert oc.legal_bases("FR", "DE", cooperation=form, on=day).basis(order).truth is oc.Truth.TRUE
    found = oc.legal_bases("FR", "DE", cooperation=form, on=day, catalogue=without).basis(order)
    assert found.truth is oc.Truth.FALSE
    assert "France is no Member State of the European Union on 2019-07-01" in found.reasons


def test_the_extensions_are_shown(install: Install) -> None:
    install("dover_law", TREATY + LIST)
    assert "dover_law-data  dover_law  1.0      1 instruments" in extended().outline().text()


def test_an_extended_catalogue_can_be_replaced_further(install: Install) -> None:
    install("dover_law", TREATY + LIST)
    found = extended()
    calais = attrs.evolve(found.instruments["treaty-of-dover"], id="treaty-of-calais", title="Treaty of Calais")
    more = found.replacing(instruments=found.instruments.including(calais))
    assert {"treaty-of-dover", "treaty-of-calais"} <= set(more.instruments)
    assert more.matches == found.matches
    assert more.extensions == found.extensions


def test_a_catalogue_of_ones_own_is_extended(install: Install) -> None:
    install("dover_law", TREATY + "records = {'instruments': [treaty()]}\n")
    small: oc.Registry[oc.Body] = oc.Registry("body", (), lambda _: (), several="bodies")
    found = extended(catalogue=Catalogue(bodies=small))
    assert len(found.bodies) == 0
    assert "treaty-of-dover" in found.instruments


def test_an_empty_registry_takes_any_record(install: Install) -> None:
    install("dover_law", TREATY + "records = {'instruments': [treaty()]}\n")
    empty: oc.Registry[oc.Instrument] = oc.Registry("instrument", (), lambda _: ())
    assert list(extended(catalogue=Catalogue(instruments=empty)).instruments) == ["treaty-of-dover"]
