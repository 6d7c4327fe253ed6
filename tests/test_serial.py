"""JSON in and out: round trips, all faults at once with their places, and hostile input."""

import datetime as dt
import enum
import json
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime import DEATH, LIFE, Between, Case, Definition, Fault, Finding, Group, InputError, Listing, Offence
from orgcrime.catalogue import BUILT_IN, REGISTRIES
from orgcrime.law import facts as facts_classes
from orgcrime.law.rule import NotEstablished, Rule, all_of, at_least, by_legal_order, element, facts, meets, not_
from orgcrime.law.values import Fact, FactKind, specification
from orgcrime.serial import facts_from, facts_to, plain, read_json

FACTS = [
    kind for name in facts_classes.__all__ if attrs.has(kind := getattr(facts_classes, name)) and specification(kind)
]

# Round trips.


@pytest.mark.parametrize("name", [name for name in REGISTRIES if name != "definitions"])
def test_every_record_reads_back_as_it_was_written(name: str) -> None:
    for record in getattr(BUILT_IN, name).values():
        assert oc.from_json(oc.to_json(record), type(record)) == record
        assert oc.from_json(oc.to_json(record, indent=None), type(record)) == record


@pytest.mark.parametrize("definition", oc.definitions.values(), ids=lambda each: str(each.id))
def test_every_definition_reads_back_as_it_was_written(definition: Definition) -> None:
    """What users write with the same pieces has to come back the same."""
    again = oc.from_json(oc.to_json(definition), Definition)
    assert again == definition
    assert hash(again) == hash(definition)


@pytest.mark.parametrize("name", ["declarations", "leads", "control_totals", "matches"])
def test_rows_of_the_tables_read_back_as_they_were_written(name: str) -> None:
    for row in getattr(BUILT_IN, name):
        assert oc.from_json(oc.to_json(row), type(row)) == row


def test_several_records_are_written_and_read_as_a_list() -> None:
    held = tuple(oc.instruments.values())[:3]
    assert oc.from_json(oc.to_json(held), tuple[oc.Instrument, ...]) == held
    assert oc.from_json(oc.to_json(list(held)), list[oc.Instrument]) == list(held)


years = st.one_of(st.integers(0, 40), st.floats(0, 40), st.sampled_from([LIFE, DEATH]))


def ordered(low: Any, high: Any) -> Between:
    heavy = {LIFE: 1e6, DEATH: 1e7}
    if low is not None and high is not None and heavy.get(low, low) > heavy.get(high, high):
        low, high = high, low
    return Between(low, high)


def values_of(fact: Fact) -> st.SearchStrategy[Any]:
    """What a fact may be, not known among it."""
    if fact.kind is FactKind.YES_NO:
        return st.sampled_from([None, True, False])
    if fact.kind is FactKind.PART:
        assert fact.part is not None
        return st.one_of(st.none(), facts_of(fact.part))
    if fact.kind is FactKind.LISTING:
        items = st.text(max_size=4) if fact.vocabulary is None else st.sampled_from(list(fact.vocabulary))
        return st.one_of(st.none(), st.builds(Listing, st.lists(items, max_size=3), complete=st.booleans()))
    ends = years if fact.kind is FactKind.PENALTY else st.integers(int(fact.minimum), int(fact.minimum) + 10**6)
    open_ends = st.one_of(st.none(), ends)
    return st.one_of(st.none(), ends, st.builds(ordered, open_ends, open_ends))


def facts_of(about: type) -> st.SearchStrategy[Any]:
    """Some facts of a class, the others not known."""
    known = specification(about)
    chosen = st.sets(st.sampled_from(sorted(known)), max_size=6)
    return chosen.flatmap(lambda names: st.builds(about, **{name: values_of(known[name]) for name in sorted(names)}))


@given(st.sampled_from(FACTS), st.data())
def test_any_facts_read_back_as_they_were_written(about: type, data: st.DataObject) -> None:
    made = data.draw(facts_of(about))
    assert oc.from_json(oc.to_json(made), about) == made
    assert facts_from(facts_to(made), about, "") == made


@given(st.sampled_from(["untoc-organized-criminal-group", "untoc-scope", "untoc-transnational"]), st.data())
def test_any_finding_reads_back_as_it_was_written(key: str, data: st.DataObject) -> None:
    definition = oc.definitions[key]
    found = oc.assess(definition, data.draw(facts_of(definition.about)))
    assert oc.from_json(oc.to_json(found), Finding) == found


def test_a_finding_with_parameters_reads_back() -> None:
    found = oc.assess(MADE_UP, Group(financial_benefit=True), parameters={"overt_act": False})
    again = oc.from_json(oc.to_json(found), Finding)
    assert again == found
    assert again.parameters == {"overt_act": False}


group = facts(Group)


def define(rule: Rule) -> Definition:
    return Definition(id="made-up", title="made up", citation=oc.Citation("law", "1"), about=Group, rule=rule)


MADE_UP = define(
    all_of(
        element("a", not_(group.randomly_formed), "1", note="n"),
        at_least(1, group.persons >= 3, group.aims.contains("economic-control")),
        by_legal_order("overt_act", "Is an act asked for?", "2", then=group.ongoing, otherwise=group.financial_benefit),
        meets(oc.definitions["untoc-structured-group"]),
        NotEstablished(title="lost", reason="not published"),
    )
)


def test_a_definition_of_every_node_reads_back() -> None:
    again = oc.from_json(oc.to_json(MADE_UP), Definition)
    assert again == MADE_UP
    assert oc.assess(again, Group()) == oc.assess(MADE_UP, Group())


def test_a_rule_is_written_as_it_is_said() -> None:
    written = json.loads(oc.to_json(MADE_UP))["rule"]
    assert written["all_of"][0] == {
        "element": "a",
        "rule": {"not": {"holds": "randomly_formed"}},
        "pinpoint": "1",
        "note": "n",
    }
    assert written["all_of"][1] == {
        "at_least": 1,
        "of": [{"reaches": "persons", "bound": 3}, {"contains": "aims", "values": ["economic-control"]}],
    }
    assert written["all_of"][2] == {
        "by_legal_order": "overt_act",
        "question": "Is an act asked for?",
        "then": {"holds": "ongoing"},
        "otherwise": {"holds": "financial_benefit"},
        "pinpoint": "2",
    }
    assert written["all_of"][3]["meets"]["id"] == "untoc-structured-group"
    assert written["all_of"][4] == {"not_established": "lost", "reason": "not published"}


# The written form.


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Group(), '{"orgcrime": 1}'),
        (Group(persons=3), '{"orgcrime": 1, "persons": 3}'),
        (Group(persons=Between(2, None)), '{"orgcrime": 1, "persons": {"at_least": 2}}'),
        (Group(persons=Between(None, 5)), '{"orgcrime": 1, "persons": {"at_most": 5}}'),
        (Group(persons=Between()), '{"orgcrime": 1, "persons": {}}'),
        (Group(maximum_penalty=LIFE), '{"orgcrime": 1, "maximum_penalty": "life"}'),
        (
            Group(maximum_penalty=Between(4, DEATH)),
            '{"orgcrime": 1, "maximum_penalty": {"at_least": 4, "at_most": "death"}}',
        ),
        (Offence(states=Listing(["FR", "BR"])), '{"orgcrime": 1, "states": ["FR", "BR"]}'),
        (
            Offence(states=Listing([], complete=True)),
            '{"orgcrime": 1, "states": {"values": [], "complete": true}}',
        ),
        (Case(offence=Offence(maximum_penalty=4.5)), '{"orgcrime": 1, "offence": {"maximum_penalty": 4.5}}'),
        (oc.PartialDate.read("2004-02"), '"2004-02"'),
        (oc.Period.read("2004/.."), '"2004/.."'),
        (oc.Truth.UNKNOWN, '"unknown"'),
        (None, "null"),
        (["Türkiye"], '["Türkiye"]'),
    ],
)
def test_values_are_written_as_documented(value: object, text: str) -> None:
    assert oc.to_json(value, indent=None) == text


def test_the_default_is_two_spaces_to_a_level() -> None:
    assert oc.to_json(Group(persons=3)) == '{\n  "orgcrime": 1,\n  "persons": 3\n}'


def test_facts_in_a_list_are_written_as_facts() -> None:
    """The same range would have two written forms, and one of them could not be read."""
    assert oc.to_json([Group(persons=Between(2, None))], indent=None) == '[{"persons": {"at_least": 2}}]'


def test_findings_in_a_list_are_written_as_findings() -> None:
    found = oc.assess("untoc-serious-crime", Offence(maximum_penalty=5))
    assert plain([found]) == [plain(found)]


class Lonely:
    """Something that has no written form."""


@pytest.mark.parametrize(
    "value",
    [
        object(),
        {1, 2},
        b"bytes",
        Lonely(),
        [object()],
        {"a": Lonely()},
        float("nan"),
        float("inf"),
        [float("nan")],
        Group,
    ],
    ids=["object", "set", "bytes", "instance", "in a list", "in an object", "nan", "inf", "nan in a list", "class"],
)
def test_what_has_no_written_form_is_refused(value: object) -> None:
    with pytest.raises(InputError):
        oc.to_json(value)


# The version marker.


def test_the_version_is_said_and_may_be_left_out() -> None:
    assert json.loads(oc.to_json(oc.instruments["untoc"]))["orgcrime"] == 1
    assert oc.from_json('{"persons": 3}', Group) == oc.from_json('{"orgcrime": 1, "persons": 3}', Group)


@pytest.mark.parametrize("version", ["2", "0", '"1"', "null", "[]", "true", "1.0"])
def test_another_version_is_refused(version: str) -> None:
    """A file of a later release would be half understood."""
    with pytest.raises(InputError) as caught:
        oc.from_json(f'{{"orgcrime": {version}, "persons": 3}}', Group)
    shown = json.loads(version)
    assert str(caught.value) == f"orgcrime: {shown!r} is not a version that can be read: expected 1"


# Faults, each with its place.


def faults(text: str, kind: Any) -> list[str]:
    with pytest.raises(InputError) as caught:
        oc.from_json(text, kind)
    assert all(isinstance(each, Fault) for each in caught.value.faults)
    assert str(caught.value) == "\n".join(map(str, caught.value.faults))
    return [str(each) for each in caught.value.faults]


def test_every_fault_of_facts_is_named_at_once() -> None:
    text = """{"offence": {"maximum_penalty": "lif", "sttes": ["FR"], "states": 5},
               "group": {"persons": {"at_lest": 2}, "aims": {"values": "x"}, "acting_in_concert": "yes",
                         "ongoing": null},
               "victim": {}}"""
    assert faults(text, Case) == [
        "offence.sttes: there is no such fact. Did you mean 'states'?",
        (
            "offence.maximum_penalty: 'lif' is not a number of years: expected a number, LIFE, DEATH, a Between, or "
            "None for not known"
        ),
        "offence.states: 5 is not a list: expected a list, a Listing, or None for not known",
        "group.persons.at_lest: there is no such field. Did you mean 'at_least'?",
        "group.aims: expected 'values' as a list and 'complete' as true or false",
        "group.acting_in_concert: 'yes' is not a yes or a no: expected True, False, or None for not known",
        "victim: there is no such fact.",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "[] is not an object of facts"),
        ("3", "3 is not an object of facts"),
        ("null", "None is not an object of facts"),
        ('{"persons": {"at_least": 5, "at_most": 2}}', "persons: the least (5) is greater than the most (2)"),
        ('{"persons": {"at_least": "two"}}', "persons: 'two' is not a number"),
        ('{"persons": {"at_least": true}}', "persons: True is not a number"),
        ('{"persons": {"at_least": -2}}', "persons: -2 is not a number of persons: expected 0 or more"),
        (
            '{"aims": {"values": [], "complete": "yes"}}',
            "aims: expected 'values' as a list and 'complete' as true or false",
        ),
        ('{"aims": {"valus": []}}', "aims.valus: there is no such field. Did you mean 'values'?"),
        ('{"aims": {"values": [5]}}', "aims: 5 is not a text"),
        ('{"aims": [5]}', "aims: 5 is not a text"),
        ('{"aims": "money"}', "aims: 'money' is not a list: expected a list, a Listing, or None for not known"),
    ],
)
def test_a_fault_of_facts_is_named_with_its_place(text: str, said: str) -> None:
    assert faults(text, Group) == [said]


def test_a_part_that_is_no_object_is_named() -> None:
    assert faults('{"group": 3}', Case) == ["group: 3 is not an object of facts"]
    assert oc.from_json('{"group": null}', Case) == Case()


def test_every_fault_of_a_record_is_named_at_once() -> None:
    text = """{"id": 5, "titel": "x", "kind": "convntion", "status": "verified",
               "entry_into_force": {"date": "2003-02-30", "threshold": "forty",
                                    "later_delay": {"value": 30, "unit": "weeks"}},
               "withdrawal": {"word": "denunciation", "ends_protocols": "yes"},
               "articles": [{"number": "1", "heading": "x", "type": "definition"}, {"number": 2}],
               "aliases": "CTOC", "sources": [{"source": "text-untoc"}, "text-uncac"]}"""
    assert sorted(faults(text, oc.Instrument)) == sorted(
        [
            "id: 5 is not a text",
            "title: is missing",
            "titel: there is no such field. Did you mean 'title' or 'titles'?",
            "kind: 'convntion' is not an instrument kind. Did you mean 'convention'?",
            "entry_into_force.date: '2003-02-30' is not a day: day is out of range for month",
            "entry_into_force.threshold: 'forty' is not a whole number",
            "entry_into_force.later_delay.unit: 'weeks' is not a delay unit. Expected one of: days, months, years.",
            "withdrawal.ends_protocols: 'yes' is not true or false",
            "articles[1].number: 2 is not a text",
            "articles[1].heading: is missing",
            "articles[1].type: is missing",
            "aliases: 'CTOC' is not a list",
            "sources[1]: expected an object, found a text",
        ]
    )


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        ('{"first": "2020", "last": "x"}', oc.Period, None),
        ('"2020/2019"', oc.Period, ["'2020/2019' is not a period: it ends before it begins"]),
        ('"x"', oc.PartialDate, None),
        ("5", oc.PartialDate, None),
        ("5", oc.Truth, ["5 is not a truth. Expected one of: false, unknown, true."]),
        ('"tru"', oc.Truth, ["'tru' is not a truth. Did you mean 'true'?"]),
        ('["a", 5]', tuple[str, ...], ["[1]: 5 is not a text"]),
        ('["a"]', tuple[str, int], ["['a'] does not have 2 items"]),
        ('["a", "b"]', tuple[str, int], None),
        ('{"a": "x"}', dict[str, int], None),
        ("1.5", int, ["1.5 is not a whole number"]),
        ("true", int, ["True is not a whole number"]),
        ('"1.5"', float, ["'1.5' is not a number"]),
        ("true", float, ["True is not a number"]),
        ("1", bool, ["1 is not true or false"]),
        ("5", str, ["5 is not a text"]),
    ],
)
def test_values_are_never_taken_for_something_that_they_are_not(text: str, kind: Any, said: list[str] | None) -> None:
    """A converter that turns "no" into True, or 5 into "5", hides what is wrong."""
    found = faults(text, kind)
    assert said is None or found == said


@pytest.mark.parametrize(("text", "kind", "value"), [('["a", 1]', tuple[str, int], ("a", 1)), ("2", float, 2)])
def test_values_that_fit_are_taken(text: str, kind: Any, value: object) -> None:
    assert oc.from_json(text, kind) == value


def test_a_day_is_read_as_a_day() -> None:
    assert oc.from_json('"2003-09-29"', dt.date) == dt.date(2003, 9, 29)
    assert faults('"2003-02-30"', dt.date) == ["'2003-02-30' is not a day: day is out of range for month"]


def definition(rule: str, **more: str) -> str:
    fields = {
        "id": '"x"',
        "title": '"x"',
        "citation": '{"instrument": "untoc"}',
        "about": '"Group"',
        "rule": rule,
        **more,
    }
    return "{" + ", ".join(f'"{name}": {value}' for name, value in fields.items()) + "}"


TAGS = "holds, reaches, contains, all_of, any_of, not, at_least, element, meets, by_legal_order, not_established"


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("3", ["rule: 3 is not a rule: expected an object"]),
        ("{}", [f"rule: expected just one of {TAGS} in a rule, found nothing"]),
        ('{"hold": "ongoing"}', [f"rule: expected just one of {TAGS} in a rule, found hold"]),
        ('{"holds": "ongoing", "not": {}}', [f"rule: expected just one of {TAGS} in a rule, found holds, not"]),
        ('{"holds": "ongoing", "nots": 1}', ["rule.nots: there is no such field in a rule."]),
        ('{"reaches": "persons"}', ["rule.bound: is missing"]),
        ('{"reaches": "persons", "bund": 3}', None),
        ('{"reaches": "persons", "bound": "3"}', ["rule.bound: '3' is not a number"]),
        ('{"contains": "aims", "values": "x"}', ["rule.values: 'x' is not a list"]),
        ('{"contains": "aims", "values": [3]}', ["rule.values[0]: 3 is not a text"]),
        ('{"at_least": 1.5, "of": []}', ["rule.at_least: 1.5 is not a whole number"]),
        (
            '{"all_of": [{"holds": 5}, {"not": 3}, 7]}',
            [
                "rule.all_of[0].holds: 5 is not a text",
                "rule.all_of[1].not: 3 is not a rule: expected an object",
                "rule.all_of[2]: 7 is not a rule: expected an object",
            ],
        ),
        ('{"holds": "ongoin"}', ["x: Group has no fact 'ongoin'. Did you mean 'ongoing'?"]),
        ('{"all_of": []}', ["x: a combination has no parts"]),
        ('{"meets": {"id": "y"}}', None),
        ('{"element": "a", "rule": {"holds": "ongoing"}, "pinpoint": 5}', ["rule.pinpoint: 5 is not a text"]),
        ('{"reaches": "persons", "bound": 1e999}', None),
        ('{"reaches": "persons", "bound": -1e999}', None),
    ],
)
def test_a_fault_of_a_rule_is_named_with_its_place(rule: str, said: list[str] | None) -> None:
    found = faults(definition(rule), Definition)
    assert said is None or found == said


@pytest.mark.parametrize("about", ['"Grup"', "5", "[]", '"GroupAim"', '"BriberyAct"', '"is_child"'])
def test_a_facts_class_that_there_is_not_is_refused(about: str) -> None:
    """The name of anything else in the module would pass for a facts class."""
    (said,) = faults(definition('{"holds": "ongoing"}', about=about), Definition)
    assert said.startswith("about: ")
    assert "is not a facts class." in said


FOUND: dict[str, Any] = json.loads(oc.to_json(oc.assess("untoc-structured-group", Group(randomly_formed=True))))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"truth": "true"}, ["truth: 'true' does not follow from the facts: expected 'false'"]),
        ({"reason": "because"}, None),
        ({"decisive": []}, None),
        ({"elements": [{}]}, None),
        ({"judge": "x"}, ["judge: 'x' does not follow from the facts: expected None"]),
        (
            {"facts": {"randomly_formd": True}},
            ["facts.randomly_formd: there is no such fact. Did you mean 'randomly_formed'?"],
        ),
        ({"facts": 3}, ["facts: 3 is not an object of facts"]),
        ({"definition": {}}, None),
        ({"definition": "untoc-structured-group"}, None),
        ({"parameters": {"p": True}}, None),
        ({"parameters": ["p"]}, None),
        ({"parameters": "p"}, None),
        ({"parameters": 5}, None),
    ],
)
def test_a_finding_that_does_not_follow_from_its_facts_is_refused(
    change: dict[str, Any], said: list[str] | None
) -> None:
    """Somebody's edit of an answer would be read as an answer."""
    found = faults(json.dumps({**FOUND, **change}), Finding)
    assert said is None or found == said


@pytest.mark.parametrize("text", ["[]", "3", "{}", '{"facts": {}}', '{"definition": {}}'])
def test_what_is_no_finding_is_refused(text: str) -> None:
    assert faults(text, Finding) == ["expected a finding: an object with 'definition' and 'facts'"]


# Hostile input.

DEEP = 300
HOSTILE: dict[str, str | bytes] = {
    "broken": '{"persons": 3',
    "empty": "",
    "blank": "   ",
    "text after the end": '{"persons": 3} x',
    "single quotes": "{'persons': 3}",
    "a comma too many": '{"persons": 3,}',
    "a comment": '{"persons": 3} // three',
    "NaN": '{"persons": NaN}',
    "infinity": '{"persons": Infinity}',
    "minus infinity": '{"maximum_penalty": -Infinity}',
    "a float beyond all": '{"maximum_penalty": 1e999}',
    "a number of 350 digits": '{"persons": 1' + "0" * 350 + "}",
    "a number of 5000 digits": '{"persons": ' + "9" * 5000 + "}",
    "a key twice": '{"persons": 3, "persons": 4}',
    "a key twice, below": '{"persons": {"at_least": 3, "at_least": 4}}',
    "lists 100 000 deep": "[" * 100_000 + "]" * 100_000,
    "objects 100 000 deep": '{"a":' * 100_000 + "1" + "}" * 100_000,
    "lists a little too deep": '{"persons": ' + "[" * DEEP + "]" * DEEP + "}",
    "a lone surrogate": '{"aims": ["\ud800"]}',
    "bytes that are no UTF-8": b'{"persons": "\xff"}',
    "UTF-16": '{"persons": 3}'.encode("utf-16"),
    "a byte order mark in a text": '\ufeff{"persons": 3}',
    "a null character": '{"persons": "\x00"}',
    "a list within a list": '{"aims": [["x"]]}',
    "an object within a list": '{"aims": [{"x": 1}]}',
    "a list within a listing": '{"aims": {"values": [["x"]]}}',
    "lists as ends": '{"persons": {"at_least": []}}',
    "an object as end": '{"persons": {"at_least": {}}}',
}


@pytest.mark.parametrize("what", HOSTILE)
def test_hostile_input_gives_an_error_of_ours_and_nothing_else(what: str) -> None:
    """A service that reads what its users send would fall over, or tell them about its insides."""
    with pytest.raises(InputError):
        oc.from_json(HOSTILE[what], Group)


@pytest.mark.parametrize("text", ['{"states": ["\\ud800"]}', '{"states": ["a\\udfff"]}', '{"\\ud800": 3}'])
def test_a_lone_surrogate_that_is_written_as_an_escape_is_refused(text: str) -> None:
    """It can be read and never be written again: what is stored could not be sent."""
    with pytest.raises(InputError):
        oc.from_json(text, Offence)


def test_a_pair_of_surrogates_is_one_letter() -> None:
    assert oc.from_json('{"states": ["\\ud83d\\ude00"]}', Offence).states == Listing(["\U0001f600"])


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"persons": 3', "is not JSON: Expecting ',' delimiter at line 1, column 14"),
        ('{"persons":\n 3,\n}', None),
        ('{"persons": NaN}', "NaN is not a number that JSON has"),
        ('{"persons": -Infinity}', "-Infinity is not a number that JSON has"),
        ('{"persons": ' + "9" * 500 + "}", "9999999999… (500 digits) is not a number that JSON has"),
        ('{"persons": 3, "persons": 4, "ongoing": true, "ongoing": true}', None),
        ("[" * 100_000, "is deeper than 200 levels"),
        (b"\xff", "is not UTF-8: invalid start byte at position 0"),
        ('"\ud800"', "is not UTF-8: surrogates not allowed at position 1"),
        ('\ufeff{"persons": 3}', "is not JSON: Unexpected UTF-8 BOM (decode using utf-8-sig) at line 1, column 1"),
    ],
)
def test_hostile_input_is_told_where_it_is_wrong(text: str | bytes, said: str | None) -> None:
    with pytest.raises(InputError) as caught:
        read_json(text, "case.json")
    assert str(caught.value).startswith("case.json: ")
    assert said is None or str(caught.value) == f"case.json: {said}"


def test_every_key_that_is_said_twice_is_named() -> None:
    with pytest.raises(InputError) as caught:
        read_json('{"a": 1, "a": 2, "b": 3, "b": 4, "c": 5}')
    assert str(caught.value) == "an object says 'a' twice\nan object says 'b' twice"


def test_the_limits_are_those_that_are_documented() -> None:
    """Two hundred levels, 64 MiB."""
    assert read_json("[" * 200 + "]" * 200)
    with pytest.raises(InputError, match="is deeper than 200 levels"):
        read_json("[" * 201 + "]" * 201)


def test_a_text_that_is_too_large_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("orgcrime.serial.converter._SIZE", 10)
    with pytest.raises(InputError, match=r"^is larger than 0 MiB$"):
        oc.from_json('{"persons": 3}', Group)
    with pytest.raises(InputError, match=r"^is larger than 0 MiB$"):
        oc.from_json(b'{"persons": 3}', Group)


def test_a_byte_order_mark_before_bytes_is_forgiven() -> None:
    """Some editors write one."""
    assert oc.from_json(b'\xef\xbb\xbf{"persons": 3}', Group) == Group(persons=3)


@pytest.mark.parametrize("depth", [50, 300, 500, 900])
def test_a_deeply_nested_rule_is_read_or_refused_as_too_deep(depth: int) -> None:
    """A rule that is read and then cannot be written, hashed or assessed is worse than one that is refused."""
    text = definition('{"not": ' * depth + '{"holds": "ongoing"}' + "}" * depth)
    error = refusal(text, Definition)
    if error is not None:
        assert "is deeper than 200 levels" in str(error)
        return
    made = oc.from_json(text, Definition)
    assert oc.from_json(oc.to_json(made), Definition) == made
    assert oc.assess(made, Group()).truth is oc.Truth.UNKNOWN


def refusal(text: str, kind: Any) -> InputError | None:
    """The error with which a text is refused; ``None`` where it is read. Any other error is one of ours."""
    try:
        oc.from_json(text, kind)
    except InputError as error:
        return error
    return None


KINDS: list[Any] = [
    Group,
    Case,
    Definition,
    Finding,
    oc.Instrument,
    oc.Participant,
    oc.Source,
    oc.Horizon,
    oc.Participation,
]
WORDS = [
    "id",
    "title",
    "kind",
    "status",
    "sources",
    "source",
    "rule",
    "holds",
    "not",
    "all_of",
    "about",
    "facts",
    "definition",
    "citation",
    "instrument",
    "persons",
    "aims",
    "values",
    "at_least",
    "group",
    "acts",
    "codes",
]
anything = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(max_size=6),
        st.sampled_from(["untoc", "Group", "verified", "2003-02-30", "life"]),
    ),
    lambda below: st.one_of(
        st.lists(below, max_size=3),
        st.dictionaries(
            st.sampled_from(WORDS),
            below,
            max_size=4,
        ),
    ),
    max_leaves=12,
)


@given(st.sampled_from(KINDS), anything)
def test_any_json_is_read_or_refused(kind: Any, value: Any) -> None:
    error = refusal(json.dumps(value), kind)
    assert error is None or error.faults


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__name__))
@pytest.mark.parametrize("text", ["[]", "3", '"x"', "null", "true", "{}"])
def test_what_is_no_object_is_refused_by_every_class(text: str, kind: Any) -> None:
    if (text, kind) in [("{}", Group), ("{}", Case)]:
        assert oc.from_json(text, kind) == kind()
        return
    with pytest.raises(InputError):
        oc.from_json(text, kind)


@given(st.one_of(st.text(max_size=40), st.binary(max_size=40)))
def test_any_text_and_any_bytes_are_read_or_refused(text: str | bytes) -> None:
    try:
        oc.from_json(text, Group)
    except InputError:
        return


@given(st.sampled_from([oc.instruments["untoc"], oc.participants["rs"], oc.definitions["untoc-scope"]]), st.data())
def test_a_record_with_one_value_replaced_is_read_or_refused(record: Any, data: st.DataObject) -> None:
    """Whatever is wrong, and wherever, is a fault with a place."""
    raw = json.loads(oc.to_json(record))
    places = [place for place in walk(raw) if place]
    *way, last = data.draw(st.sampled_from(places))
    holder = raw
    for step in way:
        holder = holder[step]
    holder[last] = data.draw(anything)
    error = refusal(json.dumps(raw), type(record))
    assert error is None or error.faults


def walk(value: Any, place: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [place, *(each for key, below in inner for each in walk(below, (*place, key)))]


def test_an_enum_has_a_name_in_words() -> None:
    class Odd(enum.Enum):
        ONE = "one"

    assert faults('"two"', Odd) == ["'two' is not an odd. Expected one of: one."]


def test_facts_of_another_class_are_told_by_their_names() -> None:
    """Whoever mixes up a group and a case would read a list of misspelt facts."""
    (said,) = faults('{"offence": {"maximum_penalty": 4}}', Group)
    assert said.startswith("these are facts of ")
    assert " or Case or " in said
    assert "; expected those of Group: persons, randomly_formed, " in said
    assert faults('{"qqq": 4}', Group) == ["qqq: there is no such fact."]


def test_a_word_outside_an_enumeration_of_texts_is_refused() -> None:
    """It would be taken for any text."""
    act = facts_classes.TraffickingAct
    assert oc.from_json('"transfer"', act) is act.TRANSFER
    with pytest.raises(InputError, match="Did you mean 'transfer'"):
        oc.from_json('"transfr"', act)
