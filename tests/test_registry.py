"""Registries: keys, search, filters, extension, and what they refuse."""

import copy
import datetime as dt
import pickle
from collections.abc import Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime import AmbiguousKeyError, DuplicateKeyError, Key, Period, Registry, Truth, UnknownKeyError
from orgcrime.catalogue import REGISTRIES, SEARCHED
from orgcrime.filed import Filed
from orgcrime.registry import normalised
from orgcrime.search import folded


@attrs.frozen(kw_only=True)
class Thing:
    """A record with every kind of key."""

    id: str
    name: str
    kind: str = "plain"
    aliases: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    code: str | None = None
    period: Period | None = None


def keys(thing: Thing) -> Iterator[Key]:
    yield Key(thing.name)
    for alias in thing.aliases:
        yield Key(alias, "alias")
    for name in thing.shared:
        yield Key(name, "name", shared=True)
    if thing.code is not None:
        yield Key(thing.code, "code", thing.period)


def stands(thing: Thing, _: object, day: dt.date | None) -> Truth:
    return Truth.UNKNOWN if day is None or thing.period is None else thing.period.includes(day)


def named_so(thing: Thing, wanted: str, _: dt.date | None) -> Truth:
    return Truth.of(None if thing.kind == "dark" else thing.name == wanted)


OLD = Thing(id="old", name="Old Republic", code="XX", period=Period.read("1990-01-01/1999-12-31"), kind="dark")
NEW = Thing(id="new", name="New Republic", code="XX", period=Period.read("2005-01-01/.."), aliases=("République",))
PLAIN = Thing(id="plain", name="Plain", shared=("Treaty of Nowhere",))
OTHER = Thing(id="other", name="Other", shared=("Treaty of Nowhere",))
THINGS = Registry("thing", [OLD, NEW, PLAIN, OTHER], keys)
DATED = Registry("thing", [OLD, NEW, PLAIN], keys, questions={"on": stands, "called": named_so})


@pytest.mark.parametrize(
    "key",
    ["untoc", "UNTOC", " Untoc ", "palermo convention", "PALERMO   Convention", "Convention de Palerme", "xviii-12"],
)
def test_any_key_names_the_record_in_any_case_and_spacing(key: str) -> None:
    assert oc.instruments[key].id == "untoc"
    assert key in oc.instruments
    assert oc.instruments.get(key) is oc.instruments["untoc"]


@pytest.mark.parametrize(
    ("key", "participant"),
    [
        ("FR", "fr"),
        ("fra", "fr"),
        ("250", "fr"),
        ("France", "fr"),
        ("Royaume-Uni de Grande-Bretagne et d'Irlande du Nord", "gb"),
        ("UK", "gb"),
        ("Holy See", "va"),
        ("Vatican", "va"),
        ("Côte d'Ivoire", "ci"),
        ("Ivory Coast", "ci"),
        ("Swaziland", "sz"),
        ("Turkey", "tr"),
        ("Serbia and Montenegro", "rs"),
        ("EU", "eu"),
    ],
)
def test_codes_names_and_former_names_find_the_participant(key: str, participant: str) -> None:
    assert oc.participants[key].id == participant


@given(st.sampled_from([each for each in oc.participants.values() for _ in each.codes]))
def test_every_lasting_code_names_its_participant(participant: oc.Participant) -> None:
    for code in participant.codes:
        if code.period is None:
            assert oc.participants[code.code.lower()] is participant


def meant(registry: Registry[Any], key: str, on: str | None = None) -> tuple[str, ...]:
    """The ids that a key may mean."""
    try:
        return (registry.named(key, on=on).id,)
    except AmbiguousKeyError as error:
        return error.candidates


@given(st.sampled_from(REGISTRIES), st.data())
def test_every_key_finds_a_record_or_says_that_it_is_not_alone(name: str, data: st.DataObject) -> None:
    """A name that the search shows would not open the record."""
    registry: Registry[Any] = getattr(oc.BUILT_IN, name)
    record = data.draw(st.sampled_from(list(registry.values())))
    key = data.draw(st.sampled_from(registry.keys_of(record)))
    spelling = data.draw(st.sampled_from([key.text, key.text.upper(), f"  {key.text.replace(' ', '   ')} "]))
    if normalised(spelling) != normalised(key.text):
        return  # a letter without an upper case of its own
    assert spelling in registry
    assert record.id in meant(registry, spelling)


WITH_EXAMPLES = [name for name in REGISTRIES if hasattr(next(iter(getattr(oc.BUILT_IN, name).values())), "examples")]


def test_what_is_looked_up_by_name_has_examples() -> None:
    assert set(WITH_EXAMPLES) >= {"bodies", "crimes", "instruments", "participants", "programmes", "taxonomies"}


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_examples_of_every_record_find_it(name: str) -> None:
    """A record would be shipped that cannot be found by the words for which it was made."""
    registry: Registry[Any] = getattr(oc.BUILT_IN, name)
    lost = []
    for record in registry.values():
        assert record.examples, record.id
        for example in record.examples:
            best = [hit.record for hit in registry.find(example)[:1]]
            if meant(registry, example) != (record.id,) or best != [record]:
                lost.append((record.id, example))
    assert lost == []


@pytest.mark.parametrize("name", REGISTRIES)
def test_every_record_is_found_by_its_id(name: str) -> None:
    registry: Registry[Any] = getattr(oc.BUILT_IN, name)
    assert all(record.id == key == record.id for key, record in registry.items())


@pytest.mark.parametrize("name", REGISTRIES)
def test_ids_are_lower_case_and_stable_to_type(name: str) -> None:
    registry: Registry[Any] = getattr(oc.BUILT_IN, name)
    allowed = set("abcdefghijklmnopqrstuvwxyz0123456789-")
    allowed |= {"participations": {"/"}, "sources": {"."}}.get(name, set())  # the two ids; the number of a release
    assert [key for key in registry if not set(key) <= allowed] == []


def test_a_registry_is_a_mapping() -> None:
    assert list(THINGS) == ["old", "new", "plain", "other"]
    assert len(THINGS) == 4
    assert dict(THINGS)["plain"] is PLAIN
    assert list(THINGS.values()) == [OLD, NEW, PLAIN, OTHER]
    assert THINGS._ipython_key_completions_()[: len(THINGS)] == list(THINGS)


def test_get_gives_none_for_what_is_not_known() -> None:
    assert oc.instruments.get("nothing like it") is None
    assert oc.instruments.get("nothing like it", PLAIN) is PLAIN


@pytest.mark.parametrize("key", [None, 5, [], object()])
def test_what_is_no_text_is_no_key(key: Any) -> None:
    assert key not in oc.instruments
    with pytest.raises(UnknownKeyError, match=r"^no instrument is known as .*: expected the text of an id"):
        oc.instruments[key]


def test_an_unknown_key_names_the_nearest() -> None:
    with pytest.raises(UnknownKeyError) as caught:
        oc.participants["Frannce"]
    assert caught.value.near[0] == "France"
    assert (caught.value.kind, caught.value.key) == ("participant", "Frannce")


# ISO 3166: CS was the code of Czechoslovakia until it was dissolved, and of Serbia and Montenegro 2003-07-23 to
# 2006-09-26.
@pytest.mark.parametrize(
    ("key", "day", "participant"),
    [
        ("CS", "1990-01-01", "czechoslovakia"),
        ("cs", "2003-07-23", "rs"),
        ("CS", "2006-09-26", "rs"),
        ("YU", "1990-01-01", "socialist-federal-republic-of-yugoslavia"),
        ("YU", "1992-04-26", "socialist-federal-republic-of-yugoslavia"),
        ("YU", "1992-04-27", "rs"),
        ("YUG", dt.date(2003, 7, 23), "rs"),
    ],
)
def test_a_code_that_two_have_borne_is_settled_by_a_day(key: str, day: str | dt.date, participant: str) -> None:
    assert oc.participants.named(key, on=day).id == participant


@pytest.mark.parametrize("key", ["CS", "cs", "YU", "YUG"])
def test_a_code_that_two_have_borne_asks_for_a_day(key: str) -> None:
    """One of two States would be taken in silence."""
    with pytest.raises(AmbiguousKeyError, match="say which day is meant with on="):
        oc.participants[key]
    assert key in oc.participants


@pytest.mark.parametrize("day", ["1993-06-16", "2003-07-22", "2006-09-27"])
def test_a_code_on_a_day_on_which_nobody_bore_it_is_refused(day: str) -> None:
    with pytest.raises(AmbiguousKeyError, match="use the id"):
        oc.participants.named("CS", on=day)


def test_get_does_not_hide_that_a_key_is_ambiguous() -> None:
    """ "Not known" would be said of a code that two States have borne."""
    with pytest.raises(AmbiguousKeyError):
        oc.participants.get("CS")


def test_a_key_of_one_record_alone_needs_no_day() -> None:
    former = Registry("thing", [OLD, PLAIN], keys)
    assert former["xx"] is OLD
    assert former.named("xx", on="1995-01-01") is OLD


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_code_can_be_asked_for_on_any_day_that_there_is(day: str) -> None:
    """The first day of the calendar has no day before it."""
    assert set(meant(oc.participants, "CS", on=day)) <= {"czechoslovakia", "rs"}


@pytest.mark.parametrize(("day", "found"), [("1995-01-01", OLD), ("2005-01-01", NEW)])
def test_a_dated_key_names_who_bore_it_that_day(day: str, found: Thing) -> None:
    assert THINGS.named("xx", on=day) is found


def test_a_dated_key_whose_time_is_not_known_settles_what_nobody_else_can_have_borne() -> None:
    vague = Thing(id="vague", name="Vague", code="XX", period=Period.read("/1989-12-31"))
    registry = Registry("thing", [OLD, vague], keys)
    assert registry.named("XX", on="1980-01-01") is vague
    with pytest.raises(AmbiguousKeyError):
        registry.named("XX", on="2001-01-01")


def test_a_lasting_key_is_what_is_meant_without_a_day_and_a_dated_one_on_its_day() -> None:
    lasting = Thing(id="lasting", name="XX")
    registry = Registry("thing", [OLD, lasting], keys)
    assert registry["XX"] is lasting
    assert registry.named("XX", on="1995-01-01") is OLD
    assert registry.named("XX", on="2020-01-01") is lasting


def test_a_name_that_several_share_settles_nothing() -> None:
    with pytest.raises(AmbiguousKeyError) as caught:
        THINGS["treaty of nowhere"]
    assert caught.value.candidates == ("plain", "other")


def test_each_protocol_of_palermo_is_called_so() -> None:
    """The one on trafficking would be taken whenever somebody speaks of "the" Palermo Protocol."""
    with pytest.raises(AmbiguousKeyError) as caught:
        oc.instruments["Palermo Protocol"]
    assert set(caught.value.candidates) == {"firearms-protocol", "smuggling-protocol", "trafficking-protocol"}


@pytest.mark.parametrize(
    ("record", "key", "ids"),
    [
        (Thing(id="plain", name="Something"), "plain", ("plain", "plain")),
        (Thing(id="x", name="PLAIN"), "plain", ("plain", "x")),
        (Thing(id="x", name="X", aliases=("new  REPUBLIC",)), "new republic", ("new", "x")),
        (Thing(id="x", name="X", code="République"), "république", ("new", "x")),
        (Thing(id="old republic", name="X"), "old republic", ("old", "old republic")),
    ],
    ids=["id", "id as name", "alias as name", "code as alias", "name as id"],
)
def test_two_records_never_claim_one_key(record: Thing, key: str, ids: tuple[str, ...]) -> None:
    """The last one would win, and the first never be found again."""
    with pytest.raises(DuplicateKeyError) as caught:
        THINGS.including(record)
    assert (caught.value.kind, caught.value.key, caught.value.ids) == ("thing", key, ids)


def test_one_record_may_say_a_key_twice() -> None:
    registry = Registry("thing", [Thing(id="x", name="X", aliases=("x", "X "))], keys)
    assert registry["x"].id == "x"


def test_including_makes_a_larger_registry_and_leaves_the_first() -> None:
    more = THINGS.including(Thing(id="more", name="More"))
    assert (len(more), len(THINGS)) == (5, 4)
    assert "more" not in THINGS
    assert more["more"].name == "More"
    assert DATED.including(Thing(id="more", name="More")).where(called="More")[0].id == "more"


def test_a_larger_registry_does_not_change_the_built_in_one() -> None:
    mine = attrs.evolve(oc.instruments["untoc"], id="mine", title="Mine", abbreviation=None, titles=(), aliases=())
    mine = attrs.evolve(mine, short_title=None, registration=None)
    assert "mine" in oc.instruments.including(mine)
    assert "mine" not in oc.instruments


def test_where_filters_by_attributes_and_tests() -> None:
    assert THINGS.where(kind="plain") == (NEW, PLAIN, OTHER)
    assert THINGS.where(kind=("plain", "dark"), id={"old", "new"}) == (OLD, NEW)
    assert THINGS.where(lambda each: each.name.startswith("O")) == (OLD, OTHER)
    assert THINGS.where(lambda each: each.name.startswith("O"), kind="plain") == (OTHER,)
    assert THINGS.where() == (OLD, NEW, PLAIN, OTHER)
    assert THINGS.where(kind="none") == ()


def test_where_takes_an_enum_value_by_its_text() -> None:
    by_text = oc.participants.where(kind="regional-organisation")
    assert [each.id for each in by_text] == ["eu"]
    assert by_text == oc.participants.where(kind=by_text[0].kind)


def test_where_refuses_an_attribute_that_there_is_not() -> None:
    """A misspelt attribute would find nothing, which reads as "none"."""
    with pytest.raises(UnknownKeyError) as caught:
        THINGS.where(knd="plain")
    assert str(caught.value) == "no thing attribute is known as 'knd'. Did you mean 'kind'?"


def test_where_on_a_day_keeps_apart_what_is_not_known() -> None:
    """A record whose time nobody recorded would be left out as if it did not stand."""
    found = DATED.where(on="1995-01-01")
    assert (tuple(found), found.undetermined) == ((OLD,), (PLAIN,))
    assert DATED.where(on=dt.date(2006, 1, 1), kind="plain") == (NEW,)


def test_where_asks_questions_of_the_records() -> None:
    found = DATED.where(called="Plain")
    assert (tuple(found), found.undetermined) == ((PLAIN,), (OLD,))


def test_where_refuses_a_day_for_records_without_a_time() -> None:
    with pytest.raises(UnknownKeyError, match=r"^no question about things is known as 'on'"):
        THINGS.where(on="1995-01-01")


def test_where_refuses_a_day_that_there_is_not() -> None:
    with pytest.raises(oc.DateError):
        DATED.where(on="2003-02-30")


def test_an_empty_registry_has_nothing_to_find() -> None:
    empty: Registry[Thing] = Registry("thing", [], keys)
    assert empty.where(kind="plain") == ()
    assert empty.find("plain") == ()
    assert "plain" not in empty
    with pytest.raises(UnknownKeyError):
        empty["plain"]


@pytest.mark.parametrize(
    ("text", "record"),
    [
        ("convention de palerme", "untoc"),
        ("PALERMO CONVENTION", "untoc"),
        ("palermo convntion", "untoc"),
        ("palermo conveniton", "untoc"),
        ("merida convention", "uncac"),
        ("Convention de Merida", "uncac"),
        ("UN Convention against Transnational Organised Crime", "untoc"),
        ("protocole relatif aux armes a feu", "firearms-protocol"),
        ("organized criminal group", "untoc-organized-criminal-group"),
        ("cote d'ivoire", "ci"),
        ("turkiye", "tr"),
        ("Frannce", "fr"),
        ("Frnace", "fr"),
        ("Royaume Uni", "gb"),
        ("traite des êtres humains", "human-trafficking"),
        ("europol", "europol"),
    ],
)
def test_find_forgives_case_accents_and_small_slips(text: str, record: str) -> None:
    hits = oc.find(text)
    assert [hit.record.id for hit in hits[:1]] == [record]


def test_find_says_what_matched_and_how_well() -> None:
    (hit, *_) = oc.instruments.find("convention de palerme")
    assert (hit.record.id, hit.matched, hit.what, hit.score) == ("untoc", "Convention de Palerme", "alias", 1.0)


@pytest.mark.parametrize("text", ["", "   ", "…", "qqqqqqqq"])
def test_find_finds_nothing_for_nothing(text: str) -> None:
    assert oc.find(text) == ()


@given(st.sampled_from(["palermo", "protocol", "drug trafficking", "republic", "crime"]), st.integers(1, 12))
def test_find_gives_each_record_once_and_at_most_so_many_in_order(text: str, most: int) -> None:
    hits = oc.find(text, most=most)
    assert len(hits) <= most
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    seen = [(type(hit.record), hit.record.id) for hit in hits]
    assert len(seen) == len(set(seen))
    assert all(0 < hit.score <= 1 for hit in hits)


def test_find_refuses_to_give_fewer_than_none() -> None:
    """`hits[:-1]` is almost everything."""
    with pytest.raises(oc.InputError, match=r"^most: -1 is not a whole number from 1 on$"):
        oc.find("convention", most=-1)


@given(st.text(max_size=30))
def test_find_takes_any_text(text: str) -> None:
    for hit in oc.find(text):
        assert hit.matched


@given(st.sampled_from(SEARCHED), st.data())
def test_find_puts_a_record_first_for_its_own_names(name: str, data: st.DataObject) -> None:
    registry: Registry[Any] = getattr(oc.BUILT_IN, name)
    record = data.draw(st.sampled_from(list(registry.values())))
    key = data.draw(st.sampled_from(registry.keys_of(record)))
    best = registry.find(key.text, most=50)
    assert [hit for hit in best if hit.score == 1.0 and hit.record is record]
    assert folded(key.text)


def test_find_looks_through_every_registry_that_is_searched() -> None:
    assert {"instruments", "participants", "definitions", "bodies", "crimes", "taxonomies", "programmes"} == set(
        SEARCHED
    )


@pytest.mark.parametrize(
    ("word", "other", "found"),
    [
        ("abc", "abd", False),  # too short to forgive
        ("abcd", "abce", True),
        ("abcd", "abxy", False),
        ("convention", "convenition", True),
        ("convention", "konvention", True),
        ("convention", "convent", False),
        ("conv", "convention", True),
        ("con", "convention", False),
    ],
)
def test_a_slip_is_forgiven_by_the_length_of_the_word(word: str, other: str, *, found: bool) -> None:
    registry = Registry("thing", [Thing(id="x", name=other)], keys)
    assert bool(registry.find(word)) is found


@pytest.mark.parametrize(
    ("registry", "shown"),
    [
        (THINGS, "<Registry of 4 things>"),
        (Registry("thing", [OLD], keys), "<Registry of 1 thing>"),
        (Registry("body", [], keys, several="bodies"), "<Registry of 0 bodies>"),
        (Registry("thing", [], keys, as_of=dt.date(2026, 1, 15)), "<Registry of 0 things, as of 2026-01-15>"),
    ],
)
def test_a_registry_says_what_it_holds(registry: Registry[Any], shown: str) -> None:
    assert repr(registry) == shown


def test_a_registry_knows_its_day() -> None:
    assert THINGS.as_of is None
    assert Registry("thing", [], keys, as_of=dt.date(2026, 1, 15)).as_of == dt.date(2026, 1, 15)


def test_a_registry_is_shown_as_a_table() -> None:
    assert THINGS.outline().text().splitlines()[:3] == [
        "Registry of 4 things",
        "  id     name",
        "  old    Old Republic",
    ]
    assert "<td>Old Republic</td>" in THINGS._repr_html_()
    assert "UNTOC" in oc.instruments.outline().text()


@pytest.mark.parametrize("name", REGISTRIES)
def test_a_registry_survives_pickling(name: str) -> None:
    registry: Registry[Any] = getattr(oc.BUILT_IN, name)
    again = pickle.loads(pickle.dumps(registry))  # noqa: S301 - our own bytes
    assert again == registry
    assert hash(again) == hash(registry)
    assert repr(again) == repr(registry)
    assert list(again) == list(registry)


def test_a_restored_registry_still_answers() -> None:
    again = pickle.loads(pickle.dumps(DATED))  # noqa: S301 - our own bytes
    assert again.named("XX", on="2006-01-01") == NEW
    assert again.where(on="1995-01-01").undetermined == (PLAIN,)
    assert copy.copy(again) == DATED


def test_a_selection_survives_pickling() -> None:
    found = DATED.where(on="1995-01-01")
    again = pickle.loads(pickle.dumps(found))  # noqa: S301 - our own bytes
    assert (again, again.undetermined) == (found, found.undetermined)


def test_filed_records_are_made_when_they_are_asked_for() -> None:
    """One look-up would make every record of a file."""
    made: list[str] = []

    def make(raw: dict[str, Any]) -> Thing:
        made.append(raw["id"])
        return Thing(**raw)

    registry = Registry("thing", Filed(make, [{"id": "a", "name": "Alpha"}, {"id": "b", "name": "Beta"}]), keys)
    assert registry["B"] is registry["b"]
    assert registry.get(" b ") is registry["b"]
    assert (made, len(registry), list(registry)) == (["b"], 2, ["a", "b"])
    assert registry["alpha"].id == "a"
    assert made == ["b", "a"]
    assert registry == Registry("thing", [Thing(id="a", name="Alpha"), Thing(id="b", name="Beta")], keys)


def test_filed_records_never_claim_one_key() -> None:
    """Which of two was meant would be left to the order of a file."""
    raw = {"name": "Same"}
    with pytest.raises(DuplicateKeyError, match="'a' is claimed by more than one record"):
        Filed(lambda each: Thing(**each), [{"id": "a", **raw}, {"id": "a", **raw}])
    registry = Registry("thing", Filed(lambda each: Thing(**each), [{"id": "a", **raw}, {"id": "b", **raw}]), keys)
    with pytest.raises(DuplicateKeyError, match="'same' is claimed by more than one thing: 'a' and 'b'"):
        registry.named("Same")


def test_registries_with_the_same_records_are_equal() -> None:
    assert Registry("thing", [OLD, NEW], keys) == Registry("thing", [OLD, NEW], keys)
    assert Registry("thing", [OLD, NEW], keys) != Registry("thing", [OLD], keys)
    assert dict(THINGS) != THINGS


@pytest.mark.parametrize("change", ["_records", "anything"])
def test_nothing_can_be_put_into_a_registry(change: str) -> None:
    """One user of a shared registry would change it for all."""
    with pytest.raises((AttributeError, TypeError)):
        THINGS["x"] = PLAIN  # type: ignore[index]
    with pytest.raises((AttributeError, TypeError)):
        del THINGS["old"]  # type: ignore[attr-defined]
    if change == "anything":
        with pytest.raises(AttributeError):
            THINGS.anything = 1  # type: ignore[attr-defined]


def test_instruments_are_asked_for_what_was_in_force() -> None:
    """UNTOC 2003-09-29, its Protocols 2003-12-25, 2004-01-28 and 2005-07-03."""
    assert oc.instruments.where(on="2003-12-24", parent="untoc") == ()
    assert [each.id for each in oc.instruments.where(on="2004-12-31", parent="untoc")] == [
        "smuggling-protocol",
        "trafficking-protocol",
    ]
    assert len(oc.instruments.where(on="2005-07-03", parent="untoc")) == 3
    unknown = oc.instruments.where(on="2005-07-03").undetermined
    assert all(each.entry_into_force is None or each.entry_into_force.date is None for each in unknown)


def test_definitions_are_asked_for_the_wording_of_a_day() -> None:
    found = oc.definitions.where(on="2019-07-01")
    assert all(each.period is not None for each in found)
    assert all(each.period is None for each in found.undetermined if each.id == "untoc-serious-crime")
    assert set(found).isdisjoint(found.undetermined)


def test_lists_and_programmes_are_asked_for_a_day() -> None:
    assert "empact-2018-2021" in [each.id for each in oc.programmes.where(on="2019-07-01")]
    assert "empact-2018-2021" not in [each.id for each in oc.programmes.where(on="2022-07-01")]
    assert "europol" in [each.id for each in oc.taxonomies.where(on="2019-07-01")]
