"""What may be put to a definition: ranges, listings, penalties, and what a facts class refuses."""
# ruff: noqa: RUF009 - a fact is declared by a call, which makes a field and no value

import copy
import enum
import math
import pickle
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime import DEATH, LIFE, Between, Case, Group, InputError, Listing, Offence, Penalty
from orgcrime.law import facts as facts_classes
from orgcrime.law.values import FactKind, checked, listing, number, part, penalty, specification, yes_no

numbers = st.one_of(st.integers(-(10**9), 10**9), st.floats(allow_nan=False, allow_infinity=False))


class Colour(enum.StrEnum):
    RED = "red"
    GREEN = "green"


@checked
@attrs.frozen(kw_only=True)
class Inner:
    """A part with one fact."""

    big: bool | None = yes_no("big", "Is it big?")


@checked
@attrs.frozen(kw_only=True)
class Sample:
    """Facts of every kind."""

    holds: bool | None = yes_no("it holds", "Does it hold?", note="a note")
    items: int | Between | None = number("items", "How many items?", unit="items")
    length: float | Between | None = number("length", "How long?", unit="metres", whole=False, minimum=1)
    years: float | Penalty | Between | None = penalty("years", "How many years?")
    names: Listing[str] | None = listing("names", "Which names?")
    colours: Listing[Colour] | None = listing("colours", "Which colours?", Colour)
    inner: Inner | None = part("inner", "Which part?", Inner)
    plain: int = 0


@given(numbers)
def test_a_penalty_is_heavier_than_any_number_of_years(years: float) -> None:
    """UNTOC 2(b): an offence punishable with life or death is a serious crime."""
    for heavy in Penalty:
        assert heavy > years
        assert heavy >= years
        assert not heavy < years
        assert not heavy <= years
        assert years < heavy
        assert years <= heavy
        assert not years > heavy


def test_death_is_heavier_than_life() -> None:
    assert LIFE < DEATH
    assert DEATH > LIFE
    assert LIFE <= LIFE  # noqa: PLR0124 - the order includes equality
    assert not LIFE < LIFE  # noqa: PLR0124
    assert max(3, LIFE, DEATH, 99) is DEATH
    assert (repr(LIFE), LIFE.value, DEATH.value) == ("LIFE", "life", "death")


@pytest.mark.parametrize("other", ["life", None, []])
def test_a_penalty_does_not_compare_with_a_text(other: Any) -> None:
    with pytest.raises(TypeError):
        assert other < LIFE


@pytest.mark.parametrize(
    ("low", "high"),
    [(2, None), (None, 2), (None, None), (2, 2), (2, 5), (0.5, 1), (3, LIFE), (LIFE, None), (LIFE, DEATH)],
)
def test_a_range_may_be_open_at_either_end(low: Any, high: Any) -> None:
    assert (Between(low, high).low, Between(low, high).high) == (low, high)
    assert repr(Between(low, high)) == f"Between({low!r}, {high!r})"


@pytest.mark.parametrize(
    ("low", "high", "message"),
    [
        (5, 2, "Between: the least (5) is greater than the most (2)"),
        (LIFE, 5, "Between: the least (LIFE) is greater than the most (5)"),
        (DEATH, LIFE, "Between: the least (DEATH) is greater than the most (LIFE)"),
        ("2", None, "Between: '2' is not a number"),
        (True, None, "Between: True is not a number"),
        (None, math.nan, "Between: nan is not a number"),
        (math.inf, None, "Between: inf is not a number"),
        (None, [], "Between: [] is not a number"),
    ],
)
def test_what_is_no_range_is_refused(low: Any, high: Any, message: str) -> None:
    with pytest.raises(InputError) as caught:
        Between(low, high)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Between(), "not known"),
        (Between(2, None), "at least 2"),
        (Between(None, 5), "at most 5"),
        (Between(2, 5), "between 2 and 5"),
        (Between(2.5, 5.0), "between 2.5 and 5"),
        (Between(4, LIFE), "between 4 and life"),
    ],
)
def test_a_range_is_said_in_words(value: Between, words: str) -> None:
    assert str(value) == words


def test_a_listing_says_whether_it_is_the_whole() -> None:
    """An empty list would say "none" where nothing is known."""
    assert Listing([]) != Listing([], complete=True)
    assert Listing(["FR", "BR", "FR"]).values == ("FR", "BR")
    assert Listing().values == ()
    assert hash(Listing(["FR"])) == hash(Listing(("FR",)))


@pytest.mark.parametrize(
    ("value", "shown", "words"),
    [
        (Listing(["FR", "BR"]), "Listing(['FR', 'BR'])", "FR, BR"),
        (Listing(["FR"], complete=True), "Listing(['FR'], complete=True)", "FR, and no other"),
        (Listing([]), "Listing([])", "not known"),
        (Listing([], complete=True), "Listing([], complete=True)", "none"),
        (Listing([Colour.RED]), "Listing(['red'])", "red"),
    ],
)
def test_a_listing_is_said_in_words(value: Listing[str], shown: str, words: str) -> None:
    assert (repr(value), str(value)) == (shown, words)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"holds": True, "items": 3, "length": 1.5, "years": 4, "names": ["a"], "colours": ["red"], "inner": Inner()},
        {"items": 0},
        {"items": 3.0},
        {"items": Between(2, None)},
        {"items": Between(None, None)},
        {"years": LIFE},
        {"years": Between(4, DEATH)},
        {"years": 0.5},
        {"names": Listing([], complete=True)},
        {"names": ()},
        {"names": {"a"}},
        {"colours": [Colour.GREEN]},
        {"colours": Listing(["red"], complete=True)},
        dict.fromkeys(["holds", "items", "length", "years", "names", "colours", "inner"]),
    ],
)
def test_what_a_fact_takes_is_kept(given: dict[str, Any]) -> None:
    made = Sample(**given)
    for name, value in given.items():
        kept = getattr(made, name)
        if name in {"names", "colours"} and value is not None:
            assert isinstance(kept, Listing)
            assert set(kept.values) == set(value.values if isinstance(value, Listing) else value)
        else:
            assert kept == value


def test_a_plain_list_may_not_be_complete() -> None:
    taken = Sample(names=["a"]).names  # type: ignore[arg-type]
    assert taken == Listing(["a"])
    assert taken is not None
    assert not taken.complete


def test_values_of_a_vocabulary_become_its_members() -> None:
    taken = Sample(colours=["red"]).colours  # type: ignore[arg-type]
    assert taken is not None
    assert taken.values == (Colour.RED,)
    assert type(taken.values[0]) is Colour


WHOLE = "is not a whole number of items: expected a whole number, a Between, or None for not known"
METRES = "is not a number of metres: expected a number, a Between, or None for not known"
YEARS = "is not a number of years: expected a number, LIFE, DEATH, a Between, or None for not known"
YES_NO = "is not a yes or a no: expected True, False, or None for not known"


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("holds", 1, f"1 {YES_NO}"),
        ("holds", "true", f"'true' {YES_NO}"),
        ("holds", oc.Truth.TRUE, f"Truth.TRUE {YES_NO}"),
        ("items", "3", f"'3' {WHOLE}"),
        ("items", 2.5, f"2.5 {WHOLE}"),
        ("items", True, f"True {WHOLE}"),
        ("items", math.nan, f"nan {WHOLE}"),
        ("items", math.inf, f"inf {WHOLE}"),
        ("items", LIFE, f"LIFE {WHOLE}"),
        ("items", [], f"[] {WHOLE}"),
        ("items", Between(2.5, None), f"2.5 {WHOLE}"),
        ("items", -1, "-1 is not a number of items: expected 0 or more"),
        ("items", Between(-1, None), "-1 is not a number of items: expected 0 or more"),
        ("length", "long", f"'long' {METRES}"),
        ("length", 0.5, "0.5 is not a number of metres: expected 1 or more"),
        ("years", "life", f"'life' {YEARS}"),
        ("years", -math.inf, f"-inf {YEARS}"),
        ("years", -1, "-1 is not a number of years: expected 0 or more"),
        ("names", "FR", "'FR' is not a list: expected a list, a Listing, or None for not known"),
        ("names", b"FR", "b'FR' is not a list: expected a list, a Listing, or None for not known"),
        ("names", 5, "5 is not a list: expected a list, a Listing, or None for not known"),
        ("names", [5], "5 is not a text"),
        ("colours", ["rad"], "'rad' is not one of the colours. Did you mean 'red'?"),
        ("colours", ["qqqq"], "'qqqq' is not one of the colours. Expected one of: red, green."),
        ("inner", 3, "3 is not an Inner: expected an Inner, or None for not known"),
        ("inner", {"big": True}, "{'big': True} is not an Inner: expected an Inner, or None for not known"),
        ("colour", ["red"], "there is no such fact. Did you mean 'colours'?"),
        ("plain", 3, "there is no such fact."),
    ],
)
def test_what_a_fact_does_not_take_is_refused_with_its_place(name: str, value: object, message: str) -> None:
    with pytest.raises(InputError) as caught:
        Sample(**{name: value})  # type: ignore[arg-type]
    assert str(caught.value) == f"Sample.{name}: {message}"
    assert caught.value.faults == (oc.Fault(f"Sample.{name}", message),)


def test_every_fault_is_named_at_once() -> None:
    with pytest.raises(InputError) as caught:
        Sample(holds=1, items=-1, colours=["rad", 5], itms=3)  # type: ignore[arg-type,call-arg]
    assert [fault.path for fault in caught.value.faults] == [
        "Sample.colours",
        "Sample.colours",
        "Sample.holds",
        "Sample.items",
        "Sample.itms",
    ]


@pytest.mark.parametrize("value", [10**350, -(10**350)], ids=["positive", "negative"])
def test_a_number_too_large_for_any_machine_is_refused_and_no_fault_of_ours(value: int) -> None:
    """An `OverflowError` would come from deep inside."""
    with pytest.raises(InputError):
        Group(persons=value)
    with pytest.raises(InputError):
        Between(value, None)


@pytest.mark.parametrize("value", [[["a"]], [{"a": 1}], [set()]])
def test_a_list_of_lists_is_refused_and_no_fault_of_ours(value: Any) -> None:
    with pytest.raises(InputError):
        Group(aims=value)
    with pytest.raises(InputError):
        Offence(states=value)


anything = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.binary(max_size=3)),
    lambda below: st.one_of(st.lists(below, max_size=3), st.dictionaries(st.text(max_size=3), below, max_size=2)),
    max_leaves=4,
)


@given(st.dictionaries(st.sampled_from([*specification(Group), "persns", "x"]), anything, max_size=4))
def test_a_facts_class_takes_a_value_or_names_its_faults(values: dict[str, Any]) -> None:
    """Whatever comes from a form or a file, nothing else may come out."""
    refused = None
    try:
        Group(**values)
    except InputError as error:
        refused = error
    assert refused is None or refused.faults


def test_facts_are_given_by_name() -> None:
    with pytest.raises(TypeError):
        Group(4)  # type: ignore[call-arg]


@pytest.mark.parametrize("name", ["Group", "Offence", "Case"])
def test_facts_are_immutable_hashable_and_picklable(name: str) -> None:
    kind = getattr(facts_classes, name)
    empty = kind()
    assert pickle.loads(pickle.dumps(empty)) == empty  # noqa: S301 - our own bytes
    assert copy.deepcopy(empty) == empty
    assert hash(empty) == hash(kind())
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        setattr(empty, next(iter(specification(kind))), None)


def test_facts_with_values_survive_copy_and_pickle() -> None:
    case = Case(
        offence=Offence(maximum_penalty=LIFE, states=Listing(["FR", "BR"], complete=True)),
        group=Group(persons=Between(2, None), aims=["economic-control"]),  # type: ignore[arg-type]
    )
    assert pickle.loads(pickle.dumps(case)) == case  # noqa: S301 - our own bytes
    assert copy.deepcopy(case) == case
    assert attrs.evolve(case, group=None).offence == case.offence


def facts_class_names() -> list[str]:
    return [name for name in facts_classes.__all__ if attrs.has(getattr(facts_classes, name))]


@pytest.mark.parametrize("name", facts_class_names())
def test_every_fact_is_declared_whole(name: str) -> None:
    """A form or an interview would show an empty label."""
    kind = getattr(facts_classes, name)
    declared = specification(kind)
    assert declared
    assert set(declared) == {field.name for field in attrs.fields(kind)}
    for fact_name, fact in declared.items():
        assert fact.name == fact_name
        assert fact.label.strip() == fact.label != ""
        assert fact.question.endswith("?")
        assert (fact.part is not None) == (fact.kind is FactKind.PART)
        assert fact.unit is None or fact.kind in (FactKind.NUMBER, FactKind.PENALTY)
        assert f"{fact_name}:" in (kind.__doc__ or "")


@pytest.mark.parametrize("name", facts_class_names())
def test_every_facts_class_can_be_empty(name: str) -> None:
    """Nothing known is a state of knowledge, and the first one."""
    kind = getattr(facts_classes, name)
    assert all(getattr(kind(), fact) is None for fact in specification(kind))


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("holds", True, "yes"),
        ("holds", False, "no"),
        ("holds", None, "not stated"),
        ("items", 3, "3 items"),
        ("items", 3.0, "3 items"),
        ("items", Between(2, None), "at least 2 items"),
        ("years", LIFE, "life"),
        ("years", 4.5, "4.5 years"),
        ("names", Listing(["a"]), "a"),
    ],
)
def test_a_value_of_a_fact_is_said_in_words(name: str, value: object, words: str) -> None:
    assert specification(Sample)[name].shown(value) == words


def test_a_field_that_is_no_fact_is_none() -> None:
    assert "plain" not in specification(Sample)
    assert specification(oc.Source) == {}
