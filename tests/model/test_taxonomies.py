"""The lists of crimes and the hub of categories as shipped: whole, dated, and proof against the known traps."""

from __future__ import annotations

import csv
import enum
import json
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import cattrs
import pytest

from orgcrime.citation import EvidenceStatus
from orgcrime.errors import AmbiguousKeyError, DateError, UnknownKeyError
from orgcrime.model.crime import CategoryKind, CrimeCategory, CrossBorder, Cyber, MentionQuality
from orgcrime.model.source import Source
from orgcrime.model.taxonomy import Entry, EntryKind, Match, Relation, Taxonomy
from orgcrime.model.text import Name
from orgcrime.registry import Key, Registry
from orgcrime.temporal import PartialDate, Period

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[2] / "src" / "orgcrime" / "data"
CONVERTER = cattrs.Converter(forbid_extra_keys=True)
CONVERTER.register_structure_hook(PartialDate, lambda text, _: PartialDate.read(text))
CONVERTER.register_structure_hook(Period, lambda text, _: Period.read(text))


def read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


TAXONOMIES: dict[str, Taxonomy] = {
    path.stem: CONVERTER.structure(read(path), Taxonomy) for path in sorted((DATA / "taxonomies").glob("*.json"))
}
CRIMES: dict[str, CrimeCategory] = {
    category.id: category for category in CONVERTER.structure(read(DATA / "crimes.json"), tuple[CrimeCategory, ...])
}
MATCHES: tuple[Match, ...] = tuple(
    CONVERTER.structure({key: text for key, text in row.items() if text}, Match)
    for path in sorted((DATA / "crosswalk").glob("*.csv"))
    for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
)
SOURCES = {
    source.id: source
    for path in sorted((DATA / "sources").glob("*.json"))
    for source in CONVERTER.structure(read(path), tuple[Source, ...])
}
INSTRUMENTS = {record["id"] for record in read(DATA / "instruments.json")}
ENTRIES = {(taxonomy.id, entry.id): entry for taxonomy in TAXONOMIES.values() for entry in taxonomy}

COUNTS = {
    "eaw": (32, 19, 13, 0, 32),
    "eio": (32, 32, 0, 0, 32),
    "empact": (60, 60, 0, 0, 9),
    "eu-2018-1673": (23, 22, 0, 1, 0),
    "eurojust": (30, 30, 0, 0, 4),
    "europol": (31, 31, 0, 0, 4),
    "eurovoc": (53, 53, 0, 0, 53),
    "fatf": (21, 21, 0, 0, 0),
    "ftm": (30, 30, 0, 0, 14),
    "gi-toc": (22, 22, 0, 0, 0),
    "iccs": (320, 71, 248, 1, 0),
    "iccs-tags": (9, 2, 0, 7, 0),
    "interpol": (35, 21, 11, 3, 0),
    "interpol-notices": (9, 9, 0, 0, 0),
    "misp": (216, 216, 0, 0, 0),
    "schema-org": (5, 5, 0, 0, 0),
    "sherloc": (15, 15, 0, 0, 0),
    "stix": (89, 89, 0, 0, 0),
    "un-offences": (76, 64, 0, 12, 0),
    "unbis": (6, 0, 0, 6, 0),
    "unodc": (14, 3, 0, 11, 0),
    "wikidata": (2, 1, 0, 1, 0),
}
"""Entries; of them verified, secondary, unverified; and with a French label."""


def written(value: Any) -> Any:
    if isinstance(value, (PartialDate, Period)):
        return value.isoformat()
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, tuple):
        return [written(each) for each in value]
    if attrs.has(type(value)):
        fields = [(field, getattr(value, field.name)) for field in attrs.fields(type(value))]
        return {field.name: written(each) for field, each in fields if each != field.default}
    return value


def as_json(value: Any) -> str:
    return json.dumps(written(value), ensure_ascii=False, indent=2) + "\n"


def kebab(heading: str) -> str:
    short = re.sub(r"\s*\([^)]*\)", "", heading).split(", including")[0].casefold()
    bare = "".join(each for each in unicodedata.normalize("NFKD", short) if not unicodedata.combining(each))
    return "-".join("".join(each if each.isalnum() else " " for each in bare).split())


# --- form


@pytest.mark.parametrize("taxonomy", TAXONOMIES.values(), ids=TAXONOMIES)
def test_a_list_is_written_in_canonical_form(taxonomy: Taxonomy) -> None:
    path = DATA / "taxonomies" / f"{taxonomy.id}.json"
    assert path.read_text(encoding="utf-8") == as_json(taxonomy)


def test_the_categories_are_written_in_canonical_form_and_sorted() -> None:
    assert (DATA / "crimes.json").read_text(encoding="utf-8") == as_json(tuple(CRIMES.values()))
    assert list(CRIMES) == sorted(CRIMES)


def test_the_sources_are_written_in_canonical_form_and_sorted() -> None:
    path = DATA / "sources" / "taxonomies.json"
    sources = CONVERTER.structure(read(path), tuple[Source, ...])
    assert path.read_text(encoding="utf-8") == as_json(sources)
    assert [source.id for source in sources] == sorted({source.id for source in sources})


@pytest.mark.parametrize("path", sorted((DATA / "crosswalk").glob("*.csv")), ids=lambda path: path.stem)
def test_matches_stand_in_the_order_of_their_list(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "source,source_entry,relation,target,target_entry,note,status"
    order = [entry.id for entry in TAXONOMIES[path.stem]]
    own = [match for match in MATCHES if match.source == path.stem]
    relations = list(Relation)
    assert len(own) == len(lines) - 1
    assert own == sorted(
        own,
        key=lambda match: (
            order.index(match.source_entry),
            match.target,
            relations.index(match.relation),
            match.target_entry,
        ),
    )


@pytest.mark.parametrize("key", ENTRIES, ids="/".join)
def test_an_unnumbered_entry_has_an_id_made_from_its_heading(key: tuple[str, str]) -> None:
    """Whatever is numbered here would be taken for an official number."""
    scheme, entry = TAXONOMIES[key[0]], ENTRIES[key]
    if scheme.id == "un-offences":
        assert entry.instrument is not None
        assert entry.id.startswith(entry.instrument)
    elif not scheme.official_codes:
        prefix = {"empact": f"{entry.edition}-"}.get(scheme.id, "")
        prefix = "legacy-" if entry.edition == "list of about 2012-2018" else prefix
        assert entry.id == prefix + kebab(entry.label)
        assert entry.code is None


@pytest.mark.parametrize("taxonomy", TAXONOMIES.values(), ids=TAXONOMIES)
def test_ids_are_unique_in_their_list(taxonomy: Taxonomy) -> None:
    ids = [entry.id for entry in taxonomy]
    assert len(ids) == len(set(ids))


# --- references


def referring() -> Iterator[tuple[str, str]]:
    for taxonomy in TAXONOMIES.values():
        yield from ((taxonomy.id, reference.source) for reference in taxonomy.sources)
        yield from ((entry.id, reference.source) for entry in taxonomy for reference in entry.sources)
    for category in CRIMES.values():
        yield from ((category.id, reference.source) for reference in category.sources)
        yield from ((category.id, each.source) for row in category.governed_by for each in row.sources)


def test_every_source_that_is_named_exists() -> None:
    assert {(where, source) for where, source in referring() if source not in SOURCES} == set()


def test_no_source_of_the_lists_is_idle() -> None:
    own = {record["id"] for record in read(DATA / "sources" / "taxonomies.json")}
    assert own <= {source for _, source in referring()}


def test_what_is_verified_or_secondary_names_its_source() -> None:
    silent = {key for key, entry in ENTRIES.items() if not entry.sources}
    assert {ENTRIES[key].status for key in silent} == {EvidenceStatus.UNVERIFIED}


def test_every_parent_exists_or_is_said_to_lie_outside() -> None:
    for taxonomy in TAXONOMIES.values():
        parents = {entry.parent for entry in taxonomy if entry.parent is not None}
        assert parents - {entry.id for entry in taxonomy} == set(taxonomy.external_parents)


def test_every_instrument_exists() -> None:
    named = {entry.instrument for entry in ENTRIES.values()} | {each.instrument for each in TAXONOMIES.values()}
    named |= {row.instrument for category in CRIMES.values() for row in category.governed_by}
    named |= {each for category in CRIMES.values() for row in category.governed_by for each in row.amended_by}
    assert named - {None} <= INSTRUMENTS


def test_every_match_joins_entries_that_exist() -> None:
    known = {(scheme, entry) for scheme, entry in ENTRIES} | {("crimes", category) for category in CRIMES}
    assert {(match.source, match.source_entry) for match in MATCHES} <= known
    assert {(match.target, match.target_entry) for match in MATCHES} <= known


def test_every_text_that_must_find_a_record_finds_it() -> None:
    def keys(record: CrimeCategory | Taxonomy) -> Iterator[Key]:
        yield Key(record.title, "title")
        yield from (Key(alias, "alias") for alias in record.aliases)
        if isinstance(record, CrimeCategory):
            yield from (Key(name.text, "title") for name in record.titles)

    crimes = Registry("crime category", CRIMES.values(), keys, several="crime categories")
    lists = Registry("taxonomy", TAXONOMIES.values(), keys, several="taxonomies")
    assert all(crimes[example].id == category.id for category in CRIMES.values() for example in category.examples)
    assert all(lists[example].id == each.id for each in TAXONOMIES.values() for example in each.examples)


# --- counts


def test_there_are_twenty_two_lists() -> None:
    assert set(TAXONOMIES) == set(COUNTS)


@pytest.mark.parametrize(("scheme", "counts"), COUNTS.items(), ids=COUNTS)
def test_a_list_has_all_its_entries(scheme: str, counts: tuple[int, ...]) -> None:
    entries = TAXONOMIES[scheme].entries
    by_status = [
        sum(entry.status is status for entry in entries)
        for status in (EvidenceStatus.VERIFIED, EvidenceStatus.SECONDARY, EvidenceStatus.UNVERIFIED)
    ]
    french = sum(entry.label_in("fr") is not None for entry in entries)
    assert (len(entries), *by_status, french) == counts


def test_the_hub_has_all_its_categories_and_what_governs_them() -> None:
    assert len(CRIMES) == 64
    assert sum(len(category.governed_by) for category in CRIMES.values()) == 131
    assert len({mention.number for category in CRIMES.values() for mention in category.mentions}) == 51


def test_the_matches_are_all_there() -> None:
    relations = [match.relation for match in MATCHES]
    assert {each.value: relations.count(each) for each in Relation} == {
        "exact": 61,
        "close": 363,
        "broad": 98,
        "narrow": 97,
        "related": 88,
    }
    assert sum(match.status is EvidenceStatus.UNVERIFIED for match in MATCHES) == 22


@pytest.mark.parametrize(
    ("scheme", "day", "number"),
    [
        ("europol", "2017-04-30", 0),
        ("europol", "2017-05-01", 30),
        ("europol", "2019-07-01", 30),
        ("europol", "2026-01-10", 30),
        ("europol", "2026-01-11", 31),
        ("eurojust", "2019-07-01", 0),
        ("eurojust", "2019-12-12", 30),
        ("eu-2018-1673", "2024-05-18", 22),
        ("eu-2018-1673", "2024-05-19", 23),
        ("eaw", "2019-07-01", 32),
        ("eio", "2014-05-20", 0),
        ("eio", "2019-07-01", 32),
        ("empact", "2019-07-01", 15),
        ("gi-toc", "2019-07-01", 0),
    ],
)
def test_a_count_holds_for_a_day(scheme: str, day: str, number: int) -> None:
    """Lists change: a count without a day is wrong sooner or later."""
    assert len(TAXONOMIES[scheme].on(day)) == number


# --- looking up


def test_a_label_is_the_one_of_the_day() -> None:
    europol = TAXONOMIES["europol"]
    assert europol["migrant-smuggling"].label == "migrant smuggling"
    assert europol.on("2019-07-01")["migrant-smuggling"].label == "immigrant smuggling"
    assert europol.on("2026-01-11")["migrant-smuggling"].label == "migrant smuggling"


@pytest.mark.parametrize(
    ("scheme", "key", "entry"),
    [
        ("eaw", "laundering-of-the-proceeds-of-crime", "laundering-of-the-proceeds-of-crime"),
        ("eaw", "Laundering of the proceeds of crime", "laundering-of-the-proceeds-of-crime"),
        ("eaw", "blanchiment des produits du crime", "laundering-of-the-proceeds-of-crime"),
        ("europol", "Immigrant smuggling", "migrant-smuggling"),
        ("europol", "ENVIRONMENTAL CRIME, including ship-source pollution", "environmental-crime"),
        ("eu-2018-1673", "V", "v"),
        ("eu-2018-1673", "cybercrime", "v"),
        ("iccs", "0101", "0101"),
        ("ftm", "CRIME.BOSS", "crime.boss"),
        ("iccs-tags", "cy", "Cy"),
        ("misp", 'dark-web:topic="hitman"', 'dark-web:topic="hitman"'),
        ("stix", "crime-syndicate", "threat-actor-type-ov:crime-syndicate"),
        ("sherloc", "wildlife and forest crime", "wildlife-forest-and-fisheries-crime"),
    ],
)
def test_an_entry_is_found_by_id_code_and_label(scheme: str, key: str, entry: str) -> None:
    assert TAXONOMIES[scheme][key].id == entry
    assert key in TAXONOMIES[scheme]


def test_an_unknown_entry_is_an_error_with_the_nearest() -> None:
    with pytest.raises(UnknownKeyError, match="no entry of eaw is known as 'sabotaje'") as caught:
        TAXONOMIES["eaw"]["sabotaje"]
    assert caught.value.near == ("sabotage",)
    assert "sabotaje" not in TAXONOMIES["eaw"]
    not_a_text: Any = 5
    with pytest.raises(UnknownKeyError):
        TAXONOMIES["eaw"].entry(not_a_text)


def test_a_label_of_several_entries_is_ambiguous_until_a_day_is_given() -> None:
    with pytest.raises(AmbiguousKeyError) as caught:
        TAXONOMIES["empact"]["trafficking in human beings"]
    assert len(caught.value.candidates) == 4
    assert "trafficking in human beings" in TAXONOMIES["empact"]
    of_the_day = TAXONOMIES["empact"].on("2019-07-01")
    assert of_the_day["trafficking in human beings"].id == "2018-2021-trafficking-in-human-beings"


def test_what_is_not_known_of_a_day_stays_in_and_is_named() -> None:
    fatf = TAXONOMIES["fatf"].on("2019-07-01")
    assert len(fatf) == len(fatf.undetermined) == 21
    assert TAXONOMIES["europol"].on("2019-07-01").undetermined == ()
    assert TAXONOMIES["europol"].undetermined == ()
    assert "not known whether in the list on that day: 21" in fatf.outline().text()


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(DateError):
        TAXONOMIES["europol"].on("2019-02-30")


def test_the_tree_can_be_walked() -> None:
    iccs = TAXONOMIES["iccs"]
    assert [entry.id for entry in iccs.children("0204")] == ["02041", "02042", "02043", "02044"]
    assert [entry.id for entry in iccs.ancestors("020221")] == ["02022", "0202", "02"]
    assert [entry.id for entry in TAXONOMIES["eurovoc"].ancestors("5560")] == ["3348"]


def test_a_list_is_a_collection_of_entries_and_shows_itself() -> None:
    wikidata = TAXONOMIES["wikidata"]
    assert wikidata.entries[0] in wikidata
    assert [entry.id for entry in wikidata] == ["Q8475", "Q207203"]
    assert repr(wikidata) == "<Taxonomy wikidata: 2 entries>"
    assert "Interpol" in wikidata._repr_html_()


def test_a_label_is_given_in_the_language_asked_for() -> None:
    arson = TAXONOMIES["eaw"]["arson"]
    assert (arson.label_in("en"), arson.label_in("fr"), arson.label_in("de")) == ("arson", "incendie volontaire", None)


def test_a_past_label_answers_only_for_its_time() -> None:
    past = Name(text="old", language="en", period=Period.read("2001-01-01/2001-12-31"))
    entry = Entry(id="new", label="new", labels=(past,), status=EvidenceStatus.VERIFIED)
    assert entry.named_on("2001-06-01").label == "old"
    assert entry.named_on("2001-06-01").labels == (Name(text="new", language="en"),)
    assert entry.named_on("2002-01-01") == entry


# --- relations


@pytest.mark.parametrize("relation", Relation)
def test_the_inverse_of_the_inverse_is_the_relation_itself(relation: Relation) -> None:
    assert relation.inverse.inverse is relation
    assert relation.inverse.strength == relation.strength


@pytest.mark.parametrize("first", Relation)
@pytest.mark.parametrize("second", Relation)
def test_a_chain_says_no_more_than_its_weakest_link(first: Relation, second: Relation) -> None:
    chain = first.then(second)
    assert chain.strength <= min(first.strength, second.strength)
    assert chain.inverse is second.inverse.then(first.inverse)


def test_the_table_of_composition() -> None:
    exact, close, broad, narrow, related = Relation
    rows = {
        exact: (exact, close, broad, narrow, related),
        close: (close, related, related, related, related),
        broad: (broad, related, broad, related, related),
        narrow: (narrow, related, related, narrow, related),
        related: (related, related, related, related, related),
    }
    assert {first: tuple(first.then(second) for second in Relation) for first in Relation} == rows


def test_a_match_can_be_read_from_the_other_side() -> None:
    match = next(each for each in MATCHES if each.relation is Relation.BROAD)
    assert match.inverse.relation is Relation.NARROW
    assert (match.inverse.source, match.inverse.target_entry) == (match.target, match.source_entry)
    assert match.inverse.inverse == match


# --- traps


def relations(scheme: str, entry: str) -> dict[str, Relation]:
    return {
        match.target_entry: match.relation
        for match in MATCHES
        if (match.source, match.source_entry, match.target) == (scheme, entry, "crimes")
    }


@pytest.mark.parametrize("scheme", ["europol", "eurojust", "eaw", "eio", "fatf", "interpol", "gi-toc", "empact"])
def test_trap_2_no_list_without_official_codes_shows_any(scheme: str) -> None:
    assert not TAXONOMIES[scheme].official_codes
    assert all(entry.code is None for entry in TAXONOMIES[scheme])


def test_trap_3_organised_crime_is_no_offence() -> None:
    assert CRIMES["organised-crime"].kind is CategoryKind.UMBRELLA
    assert relations("un-offences", "untoc-5")["criminal-group-participation"] is Relation.CLOSE
    assert "organised-crime" not in relations("un-offences", "untoc-5")


def test_trap_4_no_category_decides_what_is_a_serious_crime() -> None:
    assert relations("un-offences", "untoc-2b") == {"organised-crime": Relation.RELATED}


def test_trap_5_cyber_is_a_facet_and_a_category() -> None:
    assert CRIMES["cybercrime"].facets.cyber is Cyber.UMBRELLA
    assert CRIMES["attacks-on-information-systems"].facets.cyber is Cyber.DEPENDENT
    assert CRIMES["online-fraud"].facets.cyber is Cyber.ENABLED
    assert set(relations("iccs", "0903")) == {"attacks-on-information-systems"}
    assert not any(match.target_entry == "cybercrime" for match in MATCHES if match.source == "fatf")
    assert TAXONOMIES["eu-2018-1673"]["v"].label == "cybercrime"
    strands = {entry.label for entry in TAXONOMIES["empact"].children("2018-2021-cybercrime")}
    assert "child sexual exploitation" in strands


@pytest.mark.parametrize(
    ("scheme", "entry"),
    [
        ("fatf", "trafficking-in-human-beings-and-migrant-smuggling"),
        ("eu-2018-1673", "c"),
        ("empact", "2026-2029-migrant-smuggling-and-trafficking-in-human-beings"),
        ("interpol", "human-trafficking-and-migrant-smuggling"),
    ],
)
def test_trap_6_a_point_that_joins_two_crimes_is_broader_than_each(scheme: str, entry: str) -> None:
    assert relations(scheme, entry) == dict.fromkeys(["human-trafficking", "migrant-smuggling"], Relation.NARROW)


def test_trap_7_facilitation_and_smuggling_are_close_at_most() -> None:
    assert relations("eaw", "facilitation-of-unauthorised-entry-and-residence") == {"migrant-smuggling": Relation.CLOSE}


def test_trap_8_a_purpose_is_no_offence() -> None:
    purposes = [entry for entry in TAXONOMIES["un-offences"] if entry.kind is EntryKind.PURPOSE]
    assert {entry.parent for entry in purposes} == {"trafficking-protocol-5"}
    assert CRIMES["human-trafficking-organ-removal"].kind is CategoryKind.PURPOSE
    assert relations("un-offences", "trafficking-protocol-3a-organs").get("organ-tissue-trade") in {
        None,
        Relation.RELATED,
    }


@pytest.mark.parametrize(
    ("scheme", "entry"),
    [
        ("europol", "forgery-of-money-and-means-of-payment"),
        ("interpol", "counterfeit-currency-and-security-documents"),
        ("empact", "2014-2017-cocaine-and-heroin"),
        ("sherloc", "wildlife-forest-and-fisheries-crime"),
    ],
)
def test_trap_9_a_combined_heading_lists_all_it_holds(scheme: str, entry: str) -> None:
    narrower = [each for each in relations(scheme, entry).values() if each is Relation.NARROW]
    assert len(narrower) >= 2


def test_trap_10_wildlife_is_listed_apart_or_not() -> None:
    apart = [entry.id for entry in TAXONOMIES["europol"] if "endangered" in entry.label]
    within = [entry.id for entry in TAXONOMIES["eaw"] if "endangered" in entry.label]
    assert len(apart) == 2
    assert within == ["environmental-crime"]


def test_trap_11_corruption_is_not_the_same_everywhere() -> None:
    assert relations("un-offences", "untoc-8") == {"corruption": Relation.BROAD}
    assert relations("un-offences", "uncac-17")["embezzlement"] is Relation.CLOSE


def test_trap_12_racketeering_stands_with_the_group_or_with_extortion() -> None:
    assert "extortion-racketeering" in relations(
        "fatf", "participation-in-an-organised-criminal-group-and-racketeering"
    )
    assert relations("eaw", "racketeering-and-extortion")["extortion-racketeering"] is Relation.CLOSE


def test_trap_13_drugs_for_own_use_are_no_trafficking() -> None:
    assert relations("iccs", "06012")["drug-trafficking"] is Relation.CLOSE
    assert relations("iccs", "0601").get("drug-trafficking") is not Relation.CLOSE


def test_trap_15_priorities_say_what_kind_they_are() -> None:
    kinds = {entry.kind for entry in TAXONOMIES["empact"]}
    assert kinds == {
        EntryKind.CRIME_AREA,
        EntryKind.STRAND,
        EntryKind.ACTOR,
        EntryKind.REGION,
        EntryKind.MODUS_OPERANDI,
        EntryKind.HORIZONTAL_ENABLER,
    }
    assert set(relations("empact", "2022-2025-high-risk-criminal-networks").values()) == {Relation.RELATED}


def test_trap_16_actors_tags_and_notices_are_no_crimes() -> None:
    kinds = {EntryKind.ACTOR, EntryKind.STATUS, EntryKind.NOTICE, EntryKind.BODY, EntryKind.HEADING}
    of_matches = {
        match.relation
        for match in MATCHES
        if match.source != "empact" and ENTRIES[match.source, match.source_entry].kind in kinds
    }
    assert of_matches == {Relation.RELATED}
    assert {entry.kind for entry in TAXONOMIES["interpol-notices"]} == {EntryKind.NOTICE}
    assert {entry.kind for entry in TAXONOMIES["gi-toc"].children("criminal-actors")} == {EntryKind.ACTOR}
    assert TAXONOMIES["ftm"]["wanted"].kind is EntryKind.STATUS
    assert relations("ftm", "sanction").get("sanctions-violation") in {None, Relation.RELATED}


def test_trap_17_iccs_codes_are_text_and_their_parents_are_prefixes() -> None:
    for entry in TAXONOMIES["iccs"]:
        assert entry.code == entry.id
        assert len(entry.id) in (2, 4, 5, 6)
        if entry.parent is not None:
            assert entry.id.startswith(entry.parent)
            assert len(TAXONOMIES["iccs"].ancestors(entry.id)) == (2, 4, 5, 6).index(len(entry.id))
    assert "07041" in TAXONOMIES["iccs"]
    assert "070410" not in TAXONOMIES["iccs"]


def test_trap_18_our_own_labels_do_not_say_child_pornography() -> None:
    own = [text for category in CRIMES.values() for text in (category.title, category.definition)]
    assert not any("pornograph" in text for text in own)


def test_trap_19_french_false_friends_lead_to_the_right_crime() -> None:
    assert CRIMES["currency-counterfeiting"].titles[0].text == "faux-monnayage"
    assert "contrefaçon" in CRIMES["product-counterfeiting-piracy"].aliases
    assert CRIMES["human-trafficking"].titles[0].text == "traite des êtres humains"
    assert CRIMES["migrant-smuggling"].titles[0].text == "trafic illicite de migrants"


def test_trap_20_the_mistranslations_of_the_founding_page_are_marked() -> None:
    mistranslated = {
        mention.number: mention
        for category in CRIMES.values()
        for mention in category.mentions
        if mention.quality is MentionQuality.MISTRANSLATED
    }
    assert len(mistranslated) == 8
    assert all(mention.note for mention in mistranslated.values())
    assert CRIMES["excise-fraud"].named_by_founding_page
    assert not CRIMES["maritime-piracy"].named_by_founding_page


def test_trap_21_exact_is_kept_for_sister_lists() -> None:
    """Exact is transitive: one slip would spread through every list."""
    sisters = {(match.source, match.target) for match in MATCHES if match.relation is Relation.EXACT}
    assert sisters == {("europol", "eurojust"), ("eaw", "eio")}
    pairs = [(match.source, match.source_entry, match.target, match.target_entry) for match in MATCHES]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize(
    ("category", "parents"),
    [
        ("child-sexual-exploitation", ("sexual-exploitation", "cybercrime")),
        ("non-cash-payment-fraud", ("fraud", "cybercrime")),
        ("stolen-vehicle-trafficking", ("illicit-trafficking", "organised-property-crime")),
        ("wildlife-trafficking", ("environmental-crime", "illicit-trafficking")),
        ("waste-trafficking", ("environmental-crime", "illicit-trafficking")),
    ],
)
def test_trap_22_some_categories_have_two_parents(category: str, parents: tuple[str, ...]) -> None:
    assert CRIMES[category].parents == parents


def test_the_parents_of_categories_exist_and_make_no_circle() -> None:
    def above(category: str) -> set[str]:
        return set(CRIMES[category].parents).union(*(above(parent) for parent in CRIMES[category].parents))

    assert all(category not in above(category) for category in CRIMES)


def test_trap_23_terrorism_is_outside_organised_crime() -> None:
    outside = {category.id for category in CRIMES.values() if not category.core}
    assert outside == {"terrorism", "terrorist-financing", "core-international-crimes", "other-serious-crime"}


def test_trap_24_editions_and_slips_of_vocabularies_are_kept() -> None:
    assert TAXONOMIES["eurovoc"].edition == "2021-06-04"
    assert "fin.adivsor" in (TAXONOMIES["ftm"].codes_note or "")


def test_trap_26_neither_border_nor_group_is_asked_of_a_category() -> None:
    required = {each.id for each in CRIMES.values() if each.facets.cross_border is CrossBorder.REQUIRED}
    assert required == {"migrant-smuggling", "goods-smuggling"}
    assert not {field.name for field in attrs.fields(CrimeCategory)} & {"transnational", "organised", "group"}


def test_a_pinpoint_of_a_category_makes_a_citation() -> None:
    row = CRIMES["money-laundering"].governed_by[0]
    assert (str(row.citation), row.level) == ("untoc art. 6", "UN")
