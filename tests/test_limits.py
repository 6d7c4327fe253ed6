"""The stated limits of what is read: enforced before anything is built, in a time that does not explode."""

import datetime as dt
import functools
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime.law.values import FactKind, specification
from orgcrime.serial import FORMAT, MARK, from_plain, read_json
from orgcrime.serial import findings as written_findings
from orgcrime.serial.facts import FACTS, MOST, VALUES
from orgcrime.serial.rules import LEVELS

FUZZER = Path(__file__).parents[1] / "tools" / "fuzz.py"


def refusal(text: str | bytes, kind: Any = None) -> str:
    with pytest.raises(oc.InputError) as caught:
        read_json(text) if kind is None else oc.from_json(text, kind)
    return str(caught.value)


def depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if inner is None else 1 + max(map(depth, inner), default=0)


# Depth.


@pytest.mark.parametrize(("begin", "end"), [("[", "]"), ('{"a":', "}"), ('[{"a":', "}]")])
def test_two_hundred_levels_are_read_and_no_more(begin: str, end: str) -> None:
    each = len(end)
    assert depth(read_json(begin * (200 // each) + "1" + end * (200 // each))) == 200
    assert refusal(begin * 101 * (2 // each) + "1" + end * 101 * (2 // each)) == "is deeper than 200 levels"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps("[" * 5000),
        json.dumps({"[" * 300: "{" * 300}),
        json.dumps('\\"' + "[" * 300),
        json.dumps("\\" + "[" * 300),
        json.dumps(["\\\\", "[" * 300, '"' * 3, "{" * 300]),
        json.dumps([[]] * 5000),
        json.dumps([{"a": [1]}] * 5000),
    ],
    ids=["list", "key", "quote", "backslash", "several", "side by side", "objects side by side"],
)
def test_brackets_within_a_text_or_side_by_side_are_not_deep(text: str) -> None:
    assert read_json(text) == json.loads(text)


@pytest.mark.parametrize(
    "text", ['"a" ' + "[" * 201, '["\\\\", ' + "[" * 201, '{"\\"": ' + "[" * 201, "]" * 9 + "[" * 300]
)
def test_brackets_after_a_text_are_counted(text: str) -> None:
    said = refusal(text)
    assert said == "is deeper than 200 levels" or "is not JSON" in said


@given(
    st.recursive(
        st.none() | st.text(alphabet='[]{}"\\a', max_size=6),
        lambda below: st.lists(below, max_size=3) | st.dictionaries(st.text(alphabet='[]{}"\\', max_size=3), below),
        max_leaves=30,
    )
)
def test_the_depth_is_counted_as_it_is(value: Any) -> None:
    """A text full of brackets would be refused, or a deep one let through."""
    wrapped = value
    for _ in range(200 - depth(value)):
        wrapped = [wrapped]
    assert read_json(json.dumps(wrapped)) == wrapped
    assert refusal(json.dumps([wrapped])) == "is deeper than 200 levels"


def definition(rule: str) -> str:
    return f'{{"id": "x", "title": "x", "citation": {{"instrument": "x"}}, "about": "Group", "rule": {rule}}}'


def test_a_rule_has_its_own_limit_so_that_what_is_read_can_be_assessed() -> None:
    deep = LEVELS - 1
    made = oc.from_json(definition('{"not":' * deep + '{"holds": "ongoing"}' + "}" * deep), oc.Definition)
    assert oc.assess(made, oc.Group(ongoing=True)).truth in (oc.Truth.TRUE, oc.Truth.FALSE)
    more = definition('{"not":' * LEVELS + '{"holds": "ongoing"}' + "}" * LEVELS)
    assert refusal(more, oc.Definition) == f"rule: a rule is deeper than {LEVELS} levels"


def test_what_is_no_text_of_json_may_be_as_deep_as_it_likes_and_is_refused() -> None:
    """A framework passes on what it has parsed itself."""
    deep: Any = {"holds": "ongoing"}
    for _ in range(100_000):
        deep = {"not": deep}
    for kind in (oc.Group, oc.Definition, oc.Instrument):
        with pytest.raises(oc.InputError):
            from_plain({"id": deep, "persons": deep, "rule": deep}, kind)
    while deep:  # taken apart by hand: to let go of it at once would be too deep for some interpreters
        deep = deep.get("not")


@pytest.mark.parametrize("kind", [oc.Group, oc.Definition, oc.Instrument, oc.Finding])
def test_lists_that_are_too_deep_to_be_shown_are_refused(kind: Any) -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    for name in ("persons", "aims", "rule", "title", "aliases", "definition", "citation"):
        with pytest.raises(oc.InputError):
            from_plain({name: deep, "facts": {}, "definition": {"rule": deep}}, kind)
    while deep:
        deep = deep[0]


def test_a_list_of_a_rule_that_is_none_is_refused() -> None:
    assert refusal(definition('{"all_of": 3}'), oc.Definition) == "rule.all_of: 3 is not a list"


@pytest.mark.parametrize("text", ["[1]", "3"])
def test_what_is_no_object_is_refused_by_a_plain_dictionary(text: str) -> None:
    assert refusal(text, dict[str, int]).startswith("expected an object, found a")


def test_a_plain_dictionary_is_read_and_every_fault_of_it_is_named() -> None:
    assert oc.from_json('{"a": 1}', dict[str, int]) == {"a": 1}
    assert refusal('{"a": "x", "b": 1, "c": null}', dict[str, int]) == (
        "a: 'x' is not a whole number\nc: None is not a whole number"
    )
    with pytest.raises(oc.InputError) as caught:
        oc.from_json(json.dumps({f"a{at}": "x" for at in range(2 * MOST)}), dict[str, int])
    assert len(caught.value.faults) == MOST


# Numbers.


def test_a_number_of_too_many_digits_is_not_written() -> None:
    with pytest.raises(oc.InputError, match="a number of too many digits has no written form"):
        oc.to_json(10**5000)
    assert oc.to_json(1.5) == "1.5"


def test_a_number_of_too_many_digits_that_a_framework_passes_on_is_refused() -> None:
    with pytest.raises(oc.InputError):
        from_plain({"persons": 10**5000}, oc.Group)


@pytest.mark.parametrize("digits", ["9" * 301, "-" + "9" * 300, "0." + "1" * 400, "1e400", "-1e400", "1" * 5000])
def test_a_number_that_is_too_long_or_beyond_all_is_refused(digits: str) -> None:
    assert "is not a number that JSON has" in refusal(f'{{"persons": {digits}}}')


def test_a_whole_number_may_be_written_with_a_point() -> None:
    written = json.loads(oc.to_json(oc.instruments["untoc"]))
    written["entry_into_force"]["threshold"] = 40.0
    found = oc.from_json(json.dumps(written), oc.Instrument).entry_into_force
    assert found is not None
    assert (found.threshold, type(found.threshold)) == (40, int)
    written["entry_into_force"]["threshold"] = 1e299
    assert "is not a whole number" in refusal(json.dumps(written), oc.Instrument)


class Plain:
    """A class of somebody else's that says nothing of its form."""


def test_a_class_of_which_nothing_is_known_is_not_read() -> None:
    assert "Plain'> has no written form that can be read" in refusal("{}", Plain)


# Values that no one gives, except to see what happens.


class Unshown:
    """Something that cannot even be shown."""

    def __repr__(self) -> str:
        message = "not to be shown"
        raise ValueError(message)


def deep_list() -> list[Any]:
    deep: list[Any] = []
    for _ in range(5000):
        deep = [deep]
    return deep


ODD: dict[str, Any] = {
    "too many digits": 10**5000,
    "too many digits below zero": -(10**5000),
    "beyond all floats": 10**400,
    "nan": float("nan"),
    "infinite": float("inf"),
    "below all": float("-inf"),
    "negative": -1,
    "bool": True,
    "decimal": 1.5,
    "long text": "x" * 1_000_000,
    "digits": "1" * 5000,
    "half a pair": "\ud800",
    "bytes": b"x",
    "list": [],
    "deep list": deep_list(),
    "list of a long number": [10**5000],
    "list of half a pair": ["\ud800"],
    "list of lists": [[]],
    "object": object(),
    "unshown": Unshown(),
    "class": int,
    "moment": dt.datetime(2019, 7, 1, tzinfo=dt.UTC),
    "complex": complex(1, 1),
    "range": oc.Between(),
    "listing": oc.Listing(),
    "penalty": oc.LIFE,
}


def taken(make: Callable[[], object]) -> bool:
    """Return whether something is made; else it is refused by the library, and says so in a text that can be sent."""
    said = "it is"
    try:
        make()
    except oc.OrgCrimeError as error:
        said = str(error)
    assert 0 < len(said) < 100_000
    return said == "it is"


@pytest.mark.parametrize("value", ODD.values(), ids=ODD)
@pytest.mark.parametrize("about", FACTS.values(), ids=FACTS)
def test_no_value_of_a_fact_breaks_its_class(about: Any, value: Any) -> None:
    """An error of Python's own would escape whoever catches those of the library."""
    known = specification(about)
    took = {name: taken(functools.partial(about, **{name: value})) for name in known}
    kinds = {known[name].kind for name, each in took.items() if each}
    assert FactKind.YES_NO not in kinds or value is True
    assert not kinds & {FactKind.NUMBER, FactKind.PENALTY} or isinstance(value, (float, oc.Between)) or value is oc.LIFE
    if isinstance(value, str):
        assert not taken(lambda: about(**{value: 1}))


@pytest.mark.parametrize("value", ODD.values(), ids=ODD)
def test_no_value_breaks_a_range_a_listing_a_day_or_a_period(value: Any) -> None:
    day = dt.date(2019, 7, 1)
    number = (isinstance(value, (int, float)) and value is not True and abs(value) < 1e300) or value is oc.LIFE
    assert taken(lambda: oc.Between(value)) is number
    assert taken(lambda: oc.Between(high=value)) is number
    hashed = isinstance(value, list) and not any(isinstance(each, list) for each in value)
    assert taken(lambda: oc.Listing(value)) is hashed
    assert taken(lambda: oc.Listing([], complete=value)) is (value is True)
    refused = [
        lambda: oc.PartialDate(value, None),
        lambda: oc.PartialDate(day, value),
        lambda: oc.PartialDate.read(value),
        lambda: oc.PartialDate.on(value),
        lambda: oc.PartialDate.between(None, value),
        lambda: oc.Period(value),
        lambda: oc.Period(None, value),
        lambda: oc.Period.read(value),
        lambda: type(oc.LIFE)(10**5000 if value is oc.LIFE else value),
    ]
    assert [taken(each) for each in refused] == [False] * len(refused)
    assert taken(lambda: oc.Period(ongoing=value)) is (value is True)


@pytest.mark.parametrize("value", ODD.values(), ids=ODD)
def test_no_value_breaks_a_question(value: Any) -> None:
    refused = [
        lambda: oc.instruments[value],
        lambda: oc.assess(value, oc.Group()),
        lambda: oc.assess("untoc-serious-crime", value),
        lambda: oc.standing(value, "untoc"),
        lambda: oc.standing("fr", "untoc", on=value),
        lambda: oc.legal_bases("fr", "br", cooperation=value),
        lambda: oc.crosswalk("eaw", "fatf").map(value),
        lambda: oc.compare(value, "untoc-scope"),
        lambda: oc.interview("untoc-scope", facts=value),
        lambda: oc.from_json(value, oc.Group),
        lambda: oc.from_json("{}", value),
        lambda: oc.json_schema(value),
        lambda: oc.panel(["untoc"], years=[value if value is not True else 0]),
        lambda: oc.cite(value),
    ]
    assert [at for at, each in enumerate(refused) if taken(each)] == []
    assert taken(lambda: oc.find("x", most=value)) is (type(value) is int and value > 0)
    assert taken(lambda: oc.find(value)) is (isinstance(value, str) and len(value) <= 1000)
    assert (value in oc.taxonomies["fatf"]) is False


# Size.


def test_so_many_faults_are_named_and_no_more() -> None:
    """The message about a broken file of 64 MiB would fill the memory."""
    wrong = json.dumps({f"a{at}": at for at in range(5 * MOST)})
    for kind in (oc.Group, oc.Instrument):
        with pytest.raises(oc.InputError) as caught:
            oc.from_json(wrong, kind)
        assert len(caught.value.faults) == MOST
    many = json.dumps({"all_of": [{"holds": 1}] * (5 * MOST)})
    with pytest.raises(oc.InputError) as caught:
        oc.from_json(definition(many), oc.Definition)
    assert len(caught.value.faults) == MOST
    with pytest.raises(oc.InputError) as caught:
        oc.from_json(json.dumps([1] * (5 * MOST)), tuple[str, ...])
    assert len(caught.value.faults) == MOST
    twice = "{" + ",".join(f'"a{at % (2 * MOST)}": 1' for at in range(5 * MOST)) + "}"
    with pytest.raises(oc.InputError) as caught:
        read_json(twice)
    assert len(caught.value.faults) == MOST


def test_a_listing_that_is_too_long_is_refused_at_once() -> None:
    assert refusal(json.dumps({"states": ["x"] * (VALUES + 1)}), oc.Offence) == (
        f"states: holds {VALUES + 1} values; at most {VALUES} are taken"
    )
    assert "is longer than 1000 letters" in refusal(json.dumps({"states": ["x" * 1001]}), oc.Offence)


def test_a_long_value_is_cut_short_in_a_message() -> None:
    assert len(refusal(json.dumps({"ongoing": 3, "aims": "x" * 10}), oc.Group)) < 1000
    assert len(refusal(json.dumps({"id": ["x" * 100_000]}), oc.Instrument)) < 1000
    assert len(refusal(json.dumps(["x" * 100_000]), oc.Group)) < 1000


def test_a_key_that_is_too_long_to_be_a_slip_is_compared_with_nothing() -> None:
    """To look for its likes would take minutes."""
    assert refusal(json.dumps({"persons": 1, "a" * 1_000_000: 1}), oc.Group).endswith("there is no such fact.")


# The version.


@pytest.mark.parametrize("kind", [oc.Group, oc.Instrument, oc.Definition, oc.Finding])
def test_a_version_that_is_to_come_is_refused_by_every_kind(kind: Any) -> None:
    assert refusal(json.dumps({MARK: FORMAT + 1}), kind).startswith(f"{MARK}: 2 is not a version that can be read")


def test_the_version_stands_on_top_alone() -> None:
    assert refusal('{"offence": {"orgcrime": 1}}', oc.Case) == "offence.orgcrime: there is no such fact."


def test_what_is_read_is_left_as_it_is() -> None:
    """Whoever passes on what a framework parsed would find it changed."""
    raw = {"orgcrime": 1, "persons": 3}
    assert from_plain(raw, oc.Group) == oc.Group(persons=3)
    assert raw == {"orgcrime": 1, "persons": 3}


# Many findings in a row.


def test_the_definition_of_a_finding_is_read_once_for_many_and_not_kept_for_ever() -> None:
    """The rules of a hundred thousand findings would be read, and compiled, a hundred thousand times."""
    held = written_findings._definitions
    found = oc.assess("untoc-serious-crime", oc.Offence(maximum_penalty=5))
    first, second = (oc.from_json(oc.to_json(found), oc.Finding) for _ in range(2))
    assert first.definition is second.definition
    written = json.loads(oc.to_json(found))
    for at in range(2 * written_findings._KEPT):
        written["definition"]["notes"] = [str(at)]
        assert oc.from_json(json.dumps(written), oc.Finding).definition.notes == (str(at),)
        assert len(held) <= written_findings._KEPT
    written["definition"]["notes"] = ["x" * written_findings._LETTERS]
    before = dict(held)
    assert oc.from_json(json.dumps(written), oc.Finding).truth is oc.Truth.TRUE
    assert held == before


def test_a_finding_of_what_is_no_json_is_refused() -> None:
    with pytest.raises(oc.InputError):
        from_plain({"definition": {"id": {1, 2}}, "facts": {}}, oc.Finding)


# All of it at once.


def test_the_fuzzer_finds_nothing_in_some_thousands_of_inputs() -> None:
    """``python tools/fuzz.py`` reads a million."""
    done = subprocess.run(
        [sys.executable, str(FUZZER), "--count", "4000", "--seed", "7", "--slowest", "30"],
        capture_output=True,
        text=True,
        check=False,
        timeout=600,
        env={**os.environ, "PYTHONPATH": str(Path(oc.__file__).parents[1])},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "4000 inputs of seed 7" in done.stdout
