"""The shipped data: form, order, references, sources, dates, and what a record must be.

``ORGCRIME_WRITE_DATA=1 python -m pytest tests/test_data.py -k canonical`` also writes the JSON files in canonical form.
"""

import copy
import csv
import datetime as dt
import enum
import functools
import hashlib
import importlib.util
import io
import json
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

import orgcrime as oc
from orgcrime import EvidenceStatus, PartialDate, Period, Registry, Truth
from orgcrime.catalogue import BUILT_IN, REGISTRIES
from orgcrime.model.claim import Claim
from orgcrime.model.participation import CONSENTS, ActKind
from orgcrime.reading import DATA, made, names, records, table

ROOT = Path(__file__).parents[1]
FOLDER = Path(DATA)
CLASSES: dict[str, type] = {
    "bodies.json": oc.Body,
    "crimes.json": oc.CrimeCategory,
    "founding-claims.json": Claim,
    "instruments.json": oc.Instrument,
    "participants.json": oc.Participant,
    "participation/horizons.json": oc.Horizon,
    "programmes.json": oc.Programme,
    **dict.fromkeys(names("sources", ".json"), oc.Source),
    **dict.fromkeys(names("taxonomies", ".json"), oc.Taxonomy),
}
FILES = sorted(CLASSES)
OTHERS = sorted({path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.json")} - set(FILES))
TABLES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.csv"))
ACTS = [f"participation/{instrument}.csv" for instrument in oc.horizons]
PLACEHOLDERS = {"", "n/a", "none", "null", "unknown", "tbd", "todo", "-", "?", "0000-00-00", "1900-01-01"}


def raw(name: str) -> Any:
    """A JSON file as it stands."""
    return json.loads((FOLDER / name).read_text(encoding="utf-8"))


def written(value: Any) -> Any:
    """A value as a data file has it: keys in the order of the class, and what is not known left out."""
    if isinstance(value, (PartialDate, Period)):
        return value.isoformat()
    if isinstance(value, enum.Enum):
        return value.value
    if isinstance(value, tuple):
        return [written(each) for each in value]
    if attrs.has(type(value)):
        fields = attrs.fields(type(value))
        return {each.name: written(getattr(value, each.name)) for each in fields if not _default(value, each)}
    return value


def _default(record: object, field: Any) -> bool:
    return bool(getattr(record, field.name) == field.default)


def inside(value: Any) -> Iterator[Any]:
    """A value and everything in it."""
    yield value
    if isinstance(value, dict):
        for each in value.values():
            yield from inside(each)
    elif isinstance(value, (list, tuple)):
        for each in value:
            yield from inside(each)
    elif attrs.has(type(value)) and not isinstance(value, type):
        for field in attrs.fields(type(value)):
            yield from inside(getattr(value, field.name))


def every_record() -> list[Any]:
    """Every record of every registry, and of the tables beside them."""
    found = [record for name in REGISTRIES for record in getattr(BUILT_IN, name).values()]
    return [*found, *BUILT_IN.declarations, *BUILT_IN.leads, *BUILT_IN.control_totals, *BUILT_IN.matches]


RECORDS = every_record()
SOURCED = [name for name in REGISTRIES if hasattr(next(iter(getattr(BUILT_IN, name).values())), "sources")]


def label(record: Any) -> str:
    """What a record is, for a message."""
    return f"{type(record).__name__} {getattr(record, 'id', '')}"


@functools.cache
def parsed(name: str) -> tuple[Any, ...]:
    """The records of a file, checked whole by the converter."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    kind = CLASSES[name]
    if isinstance(raw(name), dict):
        return (oc.from_json(text, kind),)
    found: tuple[Any, ...] = oc.from_json(text, tuple[kind, ...])  # type: ignore[valid-type]
    return found


@pytest.mark.parametrize("name", OTHERS)
def test_a_json_file_of_another_shape_is_written_in_the_same_way(name: str) -> None:
    canonical = json.dumps(raw(name), ensure_ascii=False, indent=2) + "\n"
    assert (FOLDER / name).read_bytes().decode("utf-8") == canonical


@pytest.mark.parametrize("name", FILES)
def test_a_json_file_is_in_canonical_form(name: str) -> None:
    """Two ways of writing the same data would show as a change."""
    path = FOLDER / name
    held = parsed(name)
    value = written(held[0]) if isinstance(raw(name), dict) else written(held)
    canonical = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    if os.environ.get("ORGCRIME_WRITE_DATA"):
        path.write_bytes(canonical.encode("utf-8"))
    assert path.read_bytes().decode("utf-8") == canonical


@pytest.mark.parametrize("name", FILES)
def test_a_json_file_is_sorted_by_id(name: str) -> None:
    ids = [record.id for record in parsed(name)]
    assert ids == sorted(ids)


@pytest.mark.parametrize("name", FILES)
def test_the_quick_reader_reads_what_the_strict_converter_reads(name: str) -> None:
    """The quick one takes what it is given: a misspelt kind or a wrong type would only show when it is used."""
    found = raw(name)
    kind = CLASSES[name]
    quick: tuple[Any, ...] = (made(kind, found),) if isinstance(found, dict) else records(kind, name)
    assert quick == parsed(name)


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_in_canonical_form(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    text = data.decode("utf-8")
    assert not data.startswith(b"\xef\xbb\xbf")
    assert "\r" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    rows = list(csv.reader(io.StringIO(text)))
    assert {len(row) for row in rows} == {len(rows[0])}
    again = io.StringIO()
    csv.writer(again, lineterminator="\n").writerows(rows)
    assert again.getvalue() == text
    assert [cell for row in rows for cell in row if cell != cell.strip()] == []


@pytest.mark.parametrize("name", ACTS)
def test_acts_are_sorted_by_participant_and_each_is_said_once(name: str) -> None:
    rows = table(name)
    order = [row["participant"] for row in rows]
    assert order == sorted(order)
    assert len({tuple(row.values()) for row in rows}) == len(rows)


@pytest.mark.parametrize("name", ACTS)
def test_an_act_has_a_day_or_bounds_and_never_both(name: str) -> None:
    wrong = [
        row["participant"]
        for row in table(name)
        if bool(row["date"]) == bool(row["not_before"] or row["not_after"]) or not row["sources"]
    ]
    assert wrong == []


OWN_WORDS = {
    "taxonomies/stix.json": {"unknown", "none"},  # values of the vocabulary itself
    "founding-claims.json": {"unknown"},  # an answer that is expected
}


@pytest.mark.parametrize("name", [*FILES, *TABLES])
def test_an_unknown_value_is_left_out_and_never_stood_in_for(name: str) -> None:
    """A stand-in such as "n/a" or 1900-01-01 would be read as a value."""
    values = inside(raw(name)) if name in CLASSES else (cell for row in table(name) for cell in row.values() if cell)
    texts = [value for value in values if isinstance(value, str)]
    own = OWN_WORDS.get(name, set())
    assert [text for text in texts if text.strip().casefold() in PLACEHOLDERS - own] == []
    if name in CLASSES:
        assert [value for value in inside(raw(name)) if value is None or value == {}] == []


@pytest.mark.parametrize("name", FILES)
def test_texts_are_single_spaced_and_trimmed(name: str) -> None:
    verbatim = [each.code for record in parsed(name) for each in getattr(record, "entries", ())]
    texts = [value for value in inside(raw(name)) if isinstance(value, str) and value not in verbatim]
    assert [text for text in texts if text != " ".join(text.split())] == []


def test_every_reference_leads_somewhere() -> None:
    BUILT_IN.check()


def dangling(pairs: Iterator[tuple[str, str, Registry[Any]]]) -> list[tuple[str, str]]:
    """The references, each with its place, that no id of a registry answers."""
    return [(where, target) for where, target, registry in pairs if target not in list(registry)]


def test_references_are_ids_and_not_names() -> None:
    """An alias works today, and dangles on the day on which somebody corrects it."""
    pairs = ((where, target, registry) for where, _, target, registry in BUILT_IN._references())
    assert dangling(pairs) == []


def test_declarations_leads_totals_and_horizons_refer_to_records() -> None:
    def pairs() -> Iterator[tuple[str, str, Registry[Any]]]:
        rows: tuple[Any, ...] = (*BUILT_IN.declarations, *BUILT_IN.leads)
        for each in rows:
            where = f"{type(each).__name__} {each.instrument}/{each.participant}"
            yield where, each.instrument, oc.instruments
            yield where, each.participant, oc.participants
            for source in each.sources:
                yield where, source, oc.sources
        for total in BUILT_IN.control_totals:
            yield f"total {total.as_of}", total.instrument, oc.instruments
            if total.source is not None:
                yield f"total {total.as_of}", total.source, oc.sources
        for horizon in oc.horizons.values():
            yield f"horizon {horizon.id}", horizon.instrument, oc.instruments
            for named in (horizon.confirmed_source, horizon.signatories_source):
                if named is not None:
                    yield f"horizon {horizon.id}", named, oc.sources

    assert dangling(pairs()) == []


def test_instruments_refer_to_their_conference_and_their_review() -> None:
    def pairs() -> Iterator[tuple[str, str, Registry[Any]]]:
        for each in oc.instruments.values():
            if each.conference is not None:
                yield f"{each.id}.conference", each.conference, oc.bodies
            if each.review is not None:
                yield f"{each.id}.review", each.review, oc.programmes

    assert dangling(pairs()) == []


def test_every_reference_to_a_source_within_a_record_leads_to_one() -> None:
    """The source of a count or of an article would be a key that nobody can look up."""
    lost = [
        (label(record), each.source)
        for record in RECORDS
        for each in inside(record)
        if isinstance(each, oc.Reference) and each.source not in list(oc.sources)
    ]
    assert lost == []


@pytest.mark.parametrize("name", SOURCED)
def test_every_record_names_its_sources(name: str) -> None:
    """Nobody could check it."""
    registry: Registry[Any] = getattr(BUILT_IN, name)
    bare = [record.id for record in registry.values() if not record.sources]
    assert [key for key in bare if registry[key].status is not EvidenceStatus.UNVERIFIED] == []


def test_every_act_names_its_sources() -> None:
    assert [each.id for each in oc.participations.values() for act in each.acts if not act.sources] == []


def test_two_publishers_stand_behind_what_is_called_verified() -> None:
    """One publisher, quoted by several copies, would count for two."""
    thin = [
        each.id
        for each in oc.participations.values()
        for act in each.acts
        if act.status is EvidenceStatus.VERIFIED and len(act.sources) < 2
    ]
    assert thin == []


def test_every_source_has_title_and_publisher() -> None:
    assert [source.id for source in oc.sources.values() if not (source.title and source.publisher)] == []


def certainly_before(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether the first day certainly lies before the other."""
    if one is None or other is None or one.latest is None or other.earliest is None:
        return False
    return one.latest < other.earliest


@pytest.mark.parametrize("instrument", oc.instruments.values(), ids=lambda each: str(each.id))
def test_the_dates_of_an_instrument_are_in_order(instrument: oc.Instrument) -> None:
    """Adopted, opened, closed, in force: a slip of a digit would turn them round."""
    adopted = None if instrument.adoption is None else instrument.adoption.date
    signature = instrument.signature
    opened = None if signature is None else signature.opened
    closed = None if signature is None else signature.closed
    in_force = None if instrument.entry_into_force is None else instrument.entry_into_force.date
    deposit = None if instrument.entry_into_force is None else instrument.entry_into_force.threshold_deposit
    for earlier, later in ((adopted, opened), (opened, closed), (adopted, in_force), (deposit, in_force)):
        assert not certainly_before(later, earlier)


@pytest.mark.parametrize("instrument", oc.horizons, ids=str)
def test_the_acts_of_a_participant_are_in_order(instrument: str) -> None:
    """A State signs before it ratifies, and leaves only what it has joined."""
    opened = oc.instruments[instrument].signature
    for each in BUILT_IN.acts_about(instrument).values():
        signed = [act.day for act in each.acts if act.kind is ActKind.SIGNATURE]
        consents = [act.day for act in each.acts if act.kind in CONSENTS]
        left = [act.day for act in each.acts if act.kind is ActKind.DENUNCIATION]
        assert len(signed) <= 1, each.id
        assert not any(certainly_before(consent, day) for day in signed for consent in consents), each.id
        assert not any(certainly_before(day, consents[0]) for day in left), each.id
        assert len(consents) <= 1 + len(left), each.id
        if opened is not None:
            assert not any(certainly_before(day, opened.opened) for day in signed), each.id
            assert not any(certainly_before(opened.closed, day) for day in signed), each.id


@pytest.mark.parametrize("instrument", oc.horizons, ids=str)
def test_a_ratification_follows_a_signature_and_an_accession_has_none(instrument: str) -> None:
    """Vienna Convention on the Law of Treaties, arts. 14 and 15; two rows show what the depositary shows."""
    odd = {"trafficking-protocol/ag", "firearms-protocol/bs"}
    found = set()
    for each in BUILT_IN.acts_about(instrument).values():
        kinds = [act.kind for act in each.acts]
        if ActKind.RATIFICATION in kinds and ActKind.SIGNATURE not in kinds:
            found.add(each.id)
        first = next((kind for kind in kinds if kind in CONSENTS), None)
        if first is ActKind.ACCESSION and ActKind.SIGNATURE in kinds:
            found.add(each.id)
    assert found <= odd


@pytest.mark.parametrize("instrument", oc.horizons, ids=str)
def test_no_act_is_younger_than_the_data(instrument: str) -> None:
    last = dt.date.fromisoformat(oc.data_version)
    for each in BUILT_IN.acts_about(instrument).values():
        for act in each.acts:
            assert act.day.latest is None or act.day.latest <= last


@pytest.mark.parametrize("horizon", oc.horizons.values(), ids=lambda each: str(each.id))
def test_the_horizons_of_a_list_are_in_order(horizon: oc.Horizon) -> None:
    assert not certainly_before(horizon.confirmed_on, horizon.complete_until)
    assert not certainly_before(horizon.confirmed_on, horizon.exact_on)
    assert (horizon.confirmed_on is None) == (horizon.confirmed_source is None)


# UN Treaty Series: the days on which the instruments entered into force.
@pytest.mark.parametrize(
    ("instrument", "day"),
    [
        ("untoc", "2003-09-29"),
        ("trafficking-protocol", "2003-12-25"),
        ("smuggling-protocol", "2004-01-28"),
        ("firearms-protocol", "2005-07-03"),
        ("uncac", "2005-12-14"),
        ("vienna-1988", "1990-11-11"),
    ],
)
def test_an_instrument_is_in_force_since_the_day_that_the_depositary_gives(instrument: str, day: str) -> None:
    clause = oc.instruments[instrument].entry_into_force
    assert clause is not None
    assert clause.date == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("instrument", "articles"),
    [("untoc", 41), ("trafficking-protocol", 20), ("smuggling-protocol", 25), ("firearms-protocol", 21), ("uncac", 71)],
)
def test_every_article_is_there_once_and_in_order(instrument: str, articles: int) -> None:
    numbers = [article.number for article in oc.instruments[instrument].articles]
    assert numbers == [str(number) for number in range(1, articles + 1)]
    assert all(article.heading for article in oc.instruments[instrument].articles)


def test_an_article_is_found_by_its_number() -> None:
    untoc = oc.instruments["untoc"]
    assert untoc.article(18).heading == untoc.article("18").heading == "Mutual legal assistance"
    with pytest.raises(KeyError):
        untoc.article(42)


def test_an_article_that_there_is_not_is_an_error_of_ours() -> None:
    """Whoever catches our errors would see this one pass."""
    with pytest.raises(oc.OrgCrimeError):
        oc.instruments["untoc"].article(42)


def test_codes_are_texts_and_norway_is_not_false() -> None:
    assert oc.participants["NO"].id == "no"
    assert oc.participants["no"].codes[0].code == "NO"
    for participant in oc.participants.values():
        for code in participant.codes:
            assert re.fullmatch(r"[A-Z]{2}|[A-Z]{3}|[0-9]{3}", code.code), participant.id


def test_a_successor_is_listed_with_its_predecessor() -> None:
    """Montenegro, which came from Serbia and Montenegro, is listed with the State before that one too."""
    pairs = {(each.participant, heir.id) for heir in oc.participants.values() for each in heir.predecessors}
    listed = {(each.id, heir) for each in oc.participants.values() for heir in each.successors}
    assert pairs <= listed
    assert listed - pairs == {("socialist-federal-republic-of-yugoslavia", "me")}


IMMUTABLE = (str, int, float, bool, type(None), dt.date, enum.Enum, PartialDate, Period, frozenset, type)


@pytest.mark.parametrize("name", [*REGISTRIES, "tables"])
def test_every_record_is_immutable_all_the_way_down(name: str) -> None:
    """A list in a shared record could be changed by one of its readers."""
    held = [each for each in RECORDS if name == "tables"] or list(getattr(BUILT_IN, name).values())
    for record in held:
        for value in inside(record):
            if isinstance(value, (*IMMUTABLE, tuple)):
                continue
            assert attrs.has(type(value)), (label(record), value)
            field = attrs.fields(type(value))[0].name
            with pytest.raises(attrs.exceptions.FrozenInstanceError):
                setattr(value, field, None)


@pytest.mark.parametrize("name", REGISTRIES)
def test_every_record_is_hashable_picklable_and_equal_to_its_copy(name: str) -> None:
    for record in getattr(BUILT_IN, name).values():
        restored = pickle.loads(pickle.dumps(record))  # noqa: S301 - our own bytes
        assert restored == record
        assert hash(restored) == hash(record)
        assert copy.copy(record) == record
        assert copy.deepcopy(record) == record
        assert attrs.evolve(record) == record


def test_rows_of_the_tables_are_hashable_and_picklable() -> None:
    for record in (*BUILT_IN.declarations, *BUILT_IN.leads, *BUILT_IN.control_totals, *BUILT_IN.matches):
        assert pickle.loads(pickle.dumps(record)) == record  # noqa: S301 - our own bytes
        assert hash(record) == hash(copy.deepcopy(record))


def test_a_restored_definition_hashes_anew() -> None:
    """A hash of texts differs from process to process; one that is carried along finds nothing in a set."""
    source = Path(oc.__file__).parents[1]
    program = (
        f"import sys; sys.path.insert(0, {str(source)!r})\n"
        "import pickle, orgcrime as oc\n"
        "restored = pickle.loads(sys.stdin.buffer.read())\n"
        "assert restored in {oc.definitions[restored.id]}\n"
        "print('found')"
    )
    hash(oc.definitions["untoc-scope"])
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", program],
            input=pickle.dumps(oc.definitions["untoc-scope"]),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        assert done.stdout.split() == [b"found"]


def derive() -> Any:
    """The script that derives the index, as a module."""
    path = ROOT / "tools" / "derive_status_index.py"
    specification = importlib.util.spec_from_file_location("derive_status_index", path)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_the_shipped_index_follows_from_the_tables() -> None:
    """`is_party` would answer from acts that have been corrected since.

    After a change of the tables: ``python tools/derive_status_index.py``.
    """
    module = derive()
    shipped = module.FILE.read_text(encoding="utf-8")
    derived: str = module.derived()
    if hashlib.sha256(shipped.encode()).digest() != hashlib.sha256(derived.encode()).digest():
        lost = sorted(set(shipped.splitlines()) ^ set(derived.splitlines()))
        pytest.fail(f"{len(lost)} lines differ, among them {lost[:3]}")


def test_memberships_of_the_european_union_are_in_order() -> None:
    for row in table("eu-membership.csv"):
        period = Period.read(f"{row['member_from']}/{row['member_until'] or '..'}")
        assert row["participant"] in list(oc.participants)
        assert period.includes(dt.date(1957, 12, 31)) is Truth.FALSE


def test_a_file_that_is_not_there_is_not_made_up() -> None:
    with pytest.raises(FileNotFoundError):
        records(oc.Source, "nothing.json")
    with pytest.raises(FileNotFoundError):
        table("nothing.csv")


LETTERS = {"directive": "L", "regulation": "R", "decision": "D", "framework-decision": "F", "joint-action": "F"}
UNION = [each for each in oc.instruments.values() if each.id.startswith("eu-") and each.kind.value in LETTERS]


@pytest.mark.parametrize("instrument", UNION, ids=lambda each: str(each.id))
def test_the_number_of_an_act_of_the_union_is_that_of_its_title(instrument: oc.Instrument) -> None:
    """CELEX: sector 3, the year, a letter for the kind, four digits; a slip would lead to another act."""
    year, number = instrument.id.rsplit("-", 2)[-2:]
    letter = LETTERS[instrument.kind.value]
    if instrument.registration is not None and instrument.registration.celex is not None:
        assert instrument.registration.celex == f"3{year}{letter}{int(number):04}"
    short = {f"{year}/{number}", f"{number}/{year}", f"{year[2:]}/{number}", f"{number}/{year[2:]}"}
    assert any(each in instrument.title for each in short)


@pytest.mark.parametrize("instrument", UNION, ids=lambda each: str(each.id))
def test_an_act_of_the_union_is_published_after_its_adoption_and_before_it_is_transposed(
    instrument: oc.Instrument,
) -> None:
    """The day of the Official Journal stands in its place; a misread year would turn the days round."""
    journal = None if instrument.registration is None else instrument.registration.oj
    adopted = None if instrument.adoption is None else instrument.adoption.date
    if journal is not None and adopted is not None:
        found = re.search(r"(\d{1,2})\.(\d{1,2})\.(\d{4})", journal)
        assert found is not None
        day, month, year = map(int, found.groups())
        published = PartialDate.read(dt.date(year, month, day).isoformat())
        assert not certainly_before(published, adopted)
        clause = instrument.entry_into_force
        if clause is not None:
            assert not certainly_before(clause.date, published)
            assert not certainly_before(clause.transposition, published)


# Council conclusions of 9 June 2011, June 2013, 18 May 2017, 26 May 2021 and 13 June 2025, each as a second publisher
# lists them: Eurojust, a French site, the Government of Catalonia, pubaffairsbruxelles.eu and the Council's own news.
@pytest.mark.parametrize(
    ("cycle", "order"),
    [
        (
            "empact-2011-2013",
            ["human", "Balkans", "West Africa", "cyber", "synthetic", "immigration", "contain", "mobile"],
        ),
        (
            "empact-2014-2017",
            ["immigration", "human", "counterfeit", "excise", "synthetic", "cocaine", "cyber", "firearms", "property"],
        ),
        (
            "empact-2018-2021",
            [
                "cyber",
                "drug",
                "immigration",
                "property",
                "human",
                "excise",
                "firearms",
                "environmental",
                "laundering",
                "document",
            ],
        ),
        (
            "empact-2022-2025",
            [
                "networks",
                "cyber",
                "human",
                "child",
                "migrant",
                "drugs",
                "fraud",
                "property",
                "environmental",
                "firearms",
                "document",
            ],
        ),
        ("empact-2026-2029", ["networks", "online", "drug", "migrant", "firearms", "environmental", "economic"]),
    ],
)
def test_the_priorities_of_a_cycle_stand_in_the_order_of_the_council(cycle: str, order: list[str]) -> None:
    """The order of a brochure would be cited as that of the Council."""
    titles = [each.title for each in oc.programmes[cycle].priorities]
    assert len(titles) == len(order)
    assert [word for word, title in zip(order, titles, strict=True) if word not in title] == []
