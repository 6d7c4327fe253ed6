"""From one list to another: nothing is dropped, and nothing is said that the matches do not say."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import cattrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime.citation import EvidenceStatus
from orgcrime.crosswalks import HUB, Crosswalk, crosswalk, hub
from orgcrime.errors import AmbiguousKeyError, UnknownKeyError
from orgcrime.model.crime import CrimeCategory
from orgcrime.model.taxonomy import Entry, Match, Relation, Taxonomy
from orgcrime.temporal import PartialDate, Period

DATA = Path(__file__).parents[1] / "src" / "orgcrime" / "data"
CONVERTER = cattrs.Converter(forbid_extra_keys=True)
CONVERTER.register_structure_hook(PartialDate, lambda text, _: PartialDate.read(text))
CONVERTER.register_structure_hook(Period, lambda text, _: Period.read(text))


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


LISTS: dict[str, Taxonomy] = {
    path.stem: CONVERTER.structure(read(path), Taxonomy) for path in sorted((DATA / "taxonomies").glob("*.json"))
}
LISTS[HUB] = hub(CONVERTER.structure(read(DATA / "crimes.json"), tuple[CrimeCategory, ...]))
MATCHES: tuple[Match, ...] = tuple(
    CONVERTER.structure({key: text for key, text in row.items() if text}, Match)
    for path in sorted((DATA / "crosswalk").glob("*.csv"))
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
)
MATCHED = sorted({match.source for match in MATCHES} | {HUB})


def way(source: str, target: str) -> Crosswalk:
    return crosswalk(LISTS[source], LISTS[target], MATCHES)


def small(scheme: str, *entries: str) -> Taxonomy:
    return Taxonomy(
        id=scheme,
        title=scheme,
        issuer="nobody",
        status=EvidenceStatus.VERIFIED,
        entries=tuple(Entry(id=entry, label=entry, status=EvidenceStatus.VERIFIED) for entry in entries),
    )


def match(source: str, relation: Relation, target: str, status: EvidenceStatus = EvidenceStatus.SECONDARY) -> Match:
    (one, entry), (other, other_entry) = source.split("/"), target.split("/")
    return Match(
        source=one,
        source_entry=entry,
        relation=relation,
        target=other,
        target_entry=other_entry,
        note=f"{source} {relation.value} {target}",
        status=status,
    )


# --- through the hub


def test_laundering_goes_from_the_arrest_warrant_to_europol_by_way_of_the_hub() -> None:
    (found,) = way("eaw", "europol").map("laundering-of-the-proceeds-of-crime")
    assert found.entry.id == "money-laundering-activities"
    assert found.relation is Relation.RELATED
    assert not found.direct
    assert [step.relation for step in found.paths[0]] == [Relation.CLOSE, Relation.CLOSE]
    assert found.reason == "close, then close, by way of money-laundering: related at most"
    assert len(found.notes) >= 1
    assert str(found).startswith("[related] money-laundering activities (close, then close")


@pytest.mark.parametrize("first", Relation)
@pytest.mark.parametrize("second", Relation)
def test_a_way_through_the_hub_is_read_in_the_right_direction(first: Relation, second: Relation) -> None:
    """A row says *code a relation code b*: the second half is walked against its row."""
    rows = [match("a/x", first, "crimes/c"), match("b/y", second, "crimes/c")]
    (found,) = crosswalk(small("a", "x"), small("b", "y"), rows).map("x")
    assert found.relation is first.then(second.inverse)
    (back,) = crosswalk(small("b", "y"), small("a", "x"), rows).map("y")
    assert back.relation is found.relation.inverse


def test_broader_twice_is_broader() -> None:
    rows = [match("a/x", Relation.BROAD, "crimes/c"), match("b/y", Relation.NARROW, "crimes/c")]
    (found,) = crosswalk(small("a", "x"), small("b", "y"), rows).map("x")
    assert found.reason == "broad, then broad, by way of c: broad"


def test_broader_one_way_and_narrower_the_other_is_related() -> None:
    """Two ways that contradict each other settle nothing."""
    rows = [
        match("a/x", Relation.BROAD, "crimes/c"),
        match("b/y", Relation.NARROW, "crimes/c"),
        match("a/x", Relation.NARROW, "crimes/d"),
        match("b/y", Relation.BROAD, "crimes/d"),
    ]
    (found,) = crosswalk(small("a", "x"), small("b", "y"), rows).map("x")
    assert found.relation is Relation.RELATED
    assert found.reason.endswith("broader one way and narrower the other, so related at most")
    assert len(found.paths) == 2
    assert len(found.notes) == 4


def test_what_meets_only_in_the_residual_category_is_not_related() -> None:
    """Arson is not racism because neither has a category of its own."""
    europol = way("eaw", "europol")
    assert europol.map("arson") == ()
    assert [found.entry.id for found in europol.map("racism-and-xenophobia")] == ["racism-and-xenophobia"]


def test_of_several_ways_the_one_that_says_most_comes_first() -> None:
    rows = [
        match("a/x", Relation.RELATED, "crimes/c"),
        match("a/x", Relation.EXACT, "crimes/d"),
        match("b/y", Relation.CLOSE, "crimes/c"),
        match("b/y", Relation.CLOSE, "crimes/d"),
        match("b/z", Relation.NARROW, "crimes/d"),
    ]
    found = crosswalk(small("a", "x"), small("b", "z", "y"), rows).map("x")
    assert [(each.entry.id, each.relation) for each in found] == [("y", Relation.CLOSE), ("z", Relation.BROAD)]
    assert found[0].paths[0][0].target_entry == "d"


# --- direct


def test_sister_lists_are_matched_directly() -> None:
    found = way("europol", "eurojust").map("corruption")
    assert [(each.entry.id, each.relation, each.direct) for each in found] == [("corruption", Relation.EXACT, True)]
    assert found[0].reason == "direct"


def test_a_direct_match_is_walked_both_ways() -> None:
    (there,) = way("fatf", "eu-2018-1673").map("fraud")
    (back,) = way("eu-2018-1673", "fatf").map("i")
    assert (there.entry.id, there.relation) == ("i", Relation.CLOSE)
    assert (back.entry.id, back.relation) == ("fraud", Relation.CLOSE)


def test_what_has_no_direct_match_goes_through_the_hub() -> None:
    eurojust = way("europol", "eurojust")
    assert eurojust.map("violation-of-union-restrictive-measures") == ()
    assert [entry.id for entry in eurojust.coverage().without] == ["violation-of-union-restrictive-measures"]


@pytest.mark.parametrize("scheme", MATCHED)
def test_a_list_answers_to_itself(scheme: str) -> None:
    itself = way(scheme, scheme)
    assert {found.relation for each in itself.counterparts for found in each} == {Relation.EXACT}
    assert [found.entry for (found,) in itself.counterparts] == list(LISTS[scheme].entries)


# --- the hub itself


def test_one_can_go_to_the_hub_and_come_from_it() -> None:
    there = way("eaw", HUB).map("laundering-of-the-proceeds-of-crime")
    back = way(HUB, "eaw").map("money-laundering")
    assert [(each.entry.id, each.relation) for each in there] == [("money-laundering", Relation.CLOSE)]
    assert [(each.entry.id, each.relation) for each in back] == [
        ("laundering-of-the-proceeds-of-crime", Relation.CLOSE)
    ]


def test_a_combined_heading_lists_all_it_holds() -> None:
    found = way("fatf", HUB).map("trafficking in human beings and migrant smuggling")
    assert {each.entry.id: each.relation for each in found} == {
        "human-trafficking": Relation.NARROW,
        "migrant-smuggling": Relation.NARROW,
    }
    found = way(HUB, "fatf").map("migrant-smuggling")
    assert [each.relation for each in found] == [Relation.BROAD]


def test_the_hub_is_a_list_of_all_categories() -> None:
    assert len(LISTS[HUB]) == 64
    assert LISTS[HUB]["wildlife-trafficking"].parent == "environmental-crime"
    assert LISTS[HUB]["traite des êtres humains"].id == "human-trafficking"


# --- every pair


@pytest.mark.parametrize("source", MATCHED)
def test_coverage_adds_up(source: str) -> None:
    for target in MATCHED:
        found = way(source, target)
        coverage = found.coverage()
        assert coverage.total == len(LISTS[source])
        assert [each for each, _ in coverage.counts] == [*Relation, None]
        assert dict(coverage.counts)[None] == len(coverage.without)
        assert all(found.map(entry.id) == () for entry in coverage.without)


@pytest.mark.parametrize("source", MATCHED)
def test_what_is_found_one_way_is_found_the_other_way(source: str) -> None:
    for target in MATCHED:
        there = {
            (entry.id, found.entry.id, found.relation)
            for entry, each in zip(LISTS[source], way(source, target).counterparts, strict=True)
            for found in each
            if not found.direct
        }
        back = {
            (found.entry.id, entry.id, found.relation.inverse)
            for entry, each in zip(LISTS[target], way(target, source).counterparts, strict=True)
            for found in each
        }
        one_way = {each for each in there - back if not any(row.direct for row in way(target, source).map(each[1]))}
        assert one_way == set()


@pytest.mark.parametrize("source", MATCHED)
def test_every_way_starts_and_ends_where_it_should_and_says_no_more_than_its_parts(source: str) -> None:
    for target in MATCHED:
        for entry, found in zip(LISTS[source], way(source, target).counterparts, strict=True):
            assert [each.relation.strength for each in found] == sorted(
                (each.relation.strength for each in found), reverse=True
            )
            for counterpart in found:
                for path in counterpart.paths:
                    assert (path[0].source, path[0].source_entry) == (source, entry.id)
                    assert (path[-1].target, path[-1].target_entry) == (target, counterpart.entry.id)
                assert counterpart.relation.strength <= max(
                    min(step.relation.strength for step in path) for path in counterpart.paths
                )


def test_no_match_of_the_table_is_lost() -> None:
    kept = {
        step
        for source in MATCHED
        for target in {row.target for row in MATCHES if row.source == source}
        for each in way(source, target).counterparts
        for found in each
        for path in found.paths
        for step in path
    }
    assert set(MATCHES) <= kept


@given(st.lists(st.sampled_from(list(Relation)), min_size=2, max_size=2), st.integers(0, 3))
def test_more_categories_on_the_way_never_say_more_than_each_link(chain: list[Relation], others: int) -> None:
    rows = [match("a/x", chain[0], "crimes/c"), match("b/y", chain[1], "crimes/c")]
    rows += [match("a/x", Relation.RELATED, f"crimes/d{number}") for number in range(others)]
    rows += [match("b/y", Relation.RELATED, f"crimes/d{number}") for number in range(others)]
    (found,) = crosswalk(small("a", "x"), small("b", "y"), rows).map("x")
    assert found.relation is chain[0].then(chain[1].inverse)
    assert len(found.paths) == others + 1


# --- days


def test_a_list_of_a_day_leaves_out_what_was_not_in_it_and_says_so() -> None:
    europol = LISTS["europol"].on("2019-07-01")
    found = crosswalk(LISTS[HUB], europol, MATCHES)
    assert found.map("sanctions-violation") == ()
    assert [each.target_entry for each in found.left_out] == ["violation-of-union-restrictive-measures"]
    assert "matches left out, since an entry is not in the lists as given: 1" in str(found)
    back = crosswalk(europol, LISTS[HUB], MATCHES)
    assert [each.source_entry for each in back.left_out] == ["violation-of-union-restrictive-measures"]
    assert way("europol", HUB).left_out == ()


def test_a_label_of_several_cycles_needs_a_day() -> None:
    with pytest.raises(AmbiguousKeyError):
        way("empact", "fatf").map("trafficking in human beings")
    of_the_day = crosswalk(LISTS["empact"].on("2019-07-01"), LISTS["fatf"], MATCHES)
    assert [each.entry.id for each in of_the_day.map("trafficking in human beings")] == [
        "trafficking-in-human-beings-and-migrant-smuggling"
    ]


# --- what it shows


def test_an_unknown_entry_is_an_error_with_the_nearest() -> None:
    with pytest.raises(UnknownKeyError, match=r"known as 'terorism'\. Did you mean 'terrorism'\?"):
        way("eaw", "europol").map("terorism")


def test_coverage_shows_what_has_no_counterpart() -> None:
    coverage = way("eaw", "europol").coverage()
    assert str(coverage).splitlines() == [
        "eaw → europol: 32 entries",
        "  best relation  entries",
        "  exact          0",
        "  close          0",
        "  broad          0",
        "  narrow         1",
        "  related        28",
        "  none           3",
        "  no counterpart",
        "    arson                               arson",
        "    unlawful-seizure-of-aircraft-ships  unlawful seizure of aircraft/ships",
        "    sabotage                            sabotage",
    ]
    assert "<td>sabotage</td>" in coverage._repr_html_()
    assert way("eaw", "eio").coverage().outline().children == ()


def test_a_way_shows_itself() -> None:
    found = way("eaw", "europol")
    assert repr(found) == "<Crosswalk from eaw (32) to europol (31)>"
    assert "  sabotage\n    no counterpart" in str(found)
    assert "money-laundering activities" in found._repr_html_()
    assert "money-laundering activities" in found.map("laundering-of-the-proceeds-of-crime")[0]._repr_html_()


def test_a_way_is_established_as_well_as_its_weakest_match() -> None:
    rows = [
        match("a/x", Relation.CLOSE, "crimes/c"),
        match("b/y", Relation.CLOSE, "crimes/c", EvidenceStatus.UNVERIFIED),
    ]
    (found,) = crosswalk(small("a", "x"), small("b", "y"), rows).map("x")
    assert found.status is EvidenceStatus.UNVERIFIED


def test_a_crosswalk_for_a_day_takes_the_editions_of_that_day() -> None:
    """The world of a page of 2019 would be answered with the lists of today."""
    found = oc.crosswalk("eaw", "europol", on="2019-07-01")
    then = oc.taxonomies["europol"].on("2019-07-01")
    assert {each.id for each in found.target.entries} == {each.id for each in then.entries}
