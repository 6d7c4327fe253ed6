"""What a type checker says of the front door; the same lines run, so that they are true as well."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, assert_type

import orgcrime as oc
from orgcrime.found import Hits


def test_registries_give_records_of_their_kind() -> None:
    assert_type(oc.instruments["untoc"], oc.Instrument)
    assert_type(oc.participants.named("CS", on="2004-01-01"), oc.Participant)
    assert_type(oc.instruments.get("nothing"), oc.Instrument | None)
    assert_type(oc.definitions["untoc-scope"], oc.Definition)
    assert_type(oc.sources["zm2014"], oc.Source)
    assert_type(oc.participations["untoc/fr"], oc.Participation)
    assert_type(oc.horizons["untoc"], oc.Horizon)
    assert_type(oc.instruments.find("palermo"), Hits[oc.Instrument])
    assert_type(oc.instruments.find("palermo")[0].record, oc.Instrument)
    assert_type(oc.instruments.where(parent="untoc"), oc.Selection[oc.Instrument])
    assert_type(oc.instruments.including(), oc.Registry[oc.Instrument])
    assert_type(oc.instruments.as_of, dt.date | None)
    assert_type(list(oc.instruments), list[str])


def test_records_have_typed_attributes() -> None:
    untoc = oc.instruments["untoc"]
    assert_type(untoc.articles, tuple[oc.Article, ...])
    assert_type(untoc.articles[0].heading, str)
    assert_type(untoc.citation.at("2(a)"), oc.Citation)
    assert_type(oc.participations["untoc/fr"].acts, tuple[oc.Act, ...])
    assert_type(oc.participations["untoc/fr"].acts[0].day, oc.PartialDate)
    assert_type(oc.participations["untoc/fr"].acts[0].kind, oc.ActKind)


def test_questions_of_status() -> None:
    assert_type(oc.is_party("FR", "UNTOC"), oc.Truth)
    assert_type(oc.is_party(oc.participants["fr"], oc.instruments["untoc"], on=dt.date(2019, 7, 1)), oc.Truth)
    found = oc.standing("FR", "UNCAC", on="2019-07-01")
    assert_type(found, oc.Standing)
    assert_type(found.truth, oc.Truth)
    assert_type(found.position, oc.Position | None)
    assert_type(found.since, oc.PartialDate | None)
    assert_type(found.as_of, dt.date | None)
    assert_type(found.basis, tuple[oc.Citation, ...])
    assert_type(found.consent, oc.ActKind | None)
    bound = oc.parties("UNTOC")
    assert_type(bound, oc.Parties)
    assert_type(len(bound), int)
    assert_type(bound.undetermined, tuple[str, ...])
    assert_type(iter(bound), Iterator[str])


def test_questions_of_law() -> None:
    group = oc.Group(persons=oc.Between(2, None), maximum_penalty=oc.LIFE)
    assert_type(group.persons, int | oc.Between | None)
    assert_type(group.maximum_penalty, float | oc.Penalty | oc.Between | None)
    assert_type(oc.meets_palermo_definition(group), oc.Truth)
    finding = oc.assess("untoc-organized-criminal-group", group, parameters={})
    assert_type(finding, oc.Finding)
    assert_type(finding.truth, oc.Truth)
    assert_type(finding.missing, tuple[str, ...])
    assert_type(finding.elements, tuple[oc.Finding, ...])
    assert_type(finding.citation, oc.Citation)
    assert_type(finding.outline(), oc.Outline)
    assert_type(finding.text(), str)
    assert_type(oc.Case(group=group).group, oc.Group | None)


def test_logic() -> None:
    truth = oc.Truth.of(None)
    assert_type(truth, oc.Truth)
    assert_type(truth & oc.Truth.TRUE, oc.Truth)
    assert_type(~truth | truth, oc.Truth)
    assert_type(truth < oc.Truth.TRUE, bool)
    assert_type(truth.known, bool | None)
    assert_type(oc.Period.read("2017-05-01/..").includes(dt.date(2020, 1, 1)), oc.Truth)
    assert_type(oc.PartialDate.read("2004-02").day, dt.date | None)


def test_json() -> None:
    assert_type(oc.to_json(oc.Group()), str)
    assert_type(oc.from_json("{}", oc.Group), oc.Group)
    assert_type(oc.from_json(oc.to_json(oc.instruments["untoc"]), oc.Instrument), oc.Instrument)


def test_searching_everything() -> None:
    assert_type(oc.find("palermo"), Hits[Any])
    assert_type(oc.find("palermo")[0].score, float)


def test_the_package_names_its_versions() -> None:
    assert_type(oc.__version__, str)
    assert_type(oc.data_version, str)
    assert_type(oc.BUILT_IN, oc.Catalogue)
    assert_type(oc.BUILT_IN.replacing(), oc.Catalogue)


def test_errors_keep_typed_facts() -> None:
    assert_type(oc.UnknownKeyError("instrument", "untok").near, tuple[str, ...])
    assert_type(oc.InputError([]).faults, tuple[oc.Fault, ...])
    assert_type(oc.AmbiguousKeyError("participant", "CS", []).candidates, tuple[str, ...])
