"""Truth with three values: the laws of Kleene's strong logic, the order, and what is refused."""

import copy
import pickle
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orgcrime import OrgCrimeError, Truth, UndecidedTruthError

if TYPE_CHECKING:
    from collections.abc import Callable

F, U, T = Truth.FALSE, Truth.UNKNOWN, Truth.TRUE
truths = st.sampled_from(Truth)
not_truths = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(), st.lists(truths))


# Kleene, Introduction to Metamathematics, § 64: the strong tables.
@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (F, F, F, F),
        (F, U, F, U),
        (F, T, F, T),
        (U, F, F, U),
        (U, U, U, U),
        (U, T, U, T),
        (T, F, F, T),
        (T, U, U, T),
        (T, T, T, T),
    ],
)
def test_and_and_or_are_those_of_the_strong_tables(left: Truth, right: Truth, both: Truth, either: Truth) -> None:
    """An unknown would count as a no, or as a yes."""
    assert left & right is both
    assert left | right is either


@pytest.mark.parametrize(("truth", "opposite"), [(F, T), (U, U), (T, F)])
def test_the_opposite_of_unknown_is_unknown(truth: Truth, opposite: Truth) -> None:
    assert ~truth is opposite


@given(truths, truths, truths)
def test_and_and_or_are_a_distributive_lattice(a: Truth, b: Truth, c: Truth) -> None:
    """The order of the parts of a rule would change its outcome."""
    assert a & b is b & a
    assert a | b is b | a
    assert (a & b) & c is a & (b & c)
    assert (a | b) | c is a | (b | c)
    assert a & (b | c) is (a & b) | (a & c)
    assert a | (b & c) is (a | b) & (a | c)
    assert a & (a | b) is a
    assert a | (a & b) is a


@given(truths, truths)
def test_the_opposite_turns_and_into_or(a: Truth, b: Truth) -> None:
    assert ~(a & b) is ~a | ~b
    assert ~(a | b) is ~a & ~b
    assert ~~a is a


@given(truths, truths)
def test_contradiction_is_never_true_and_excluded_middle_never_false(a: Truth, b: Truth) -> None:
    """Kleene's logic has no tautologies, but it never turns them round."""
    assert a & ~a is not T
    assert a | ~a is not F
    assert (a & ~a) <= (b | ~b)


@given(truths, truths)
def test_and_is_the_lesser_and_or_the_greater(a: Truth, b: Truth) -> None:
    assert a & b is min(a, b)
    assert a | b is max(a, b)


@given(truths, truths)
def test_the_order_is_total(a: Truth, b: Truth) -> None:
    assert (a < b) + (a is b) + (a > b) == 1
    assert (a <= b) is (not a > b)
    assert (a >= b) is (not a < b)


def test_unknown_lies_between_no_and_yes() -> None:
    assert sorted([T, F, U]) == [F, U, T]
    assert F < U < T
    assert T > U > F
    assert sorted([F, F]) == [F, F]
    assert min(F, U) is F
    assert max(U, T) is T


@given(truths)
def test_there_is_no_bool(truth: Truth) -> None:
    """`if truth:` would take an unknown for a yes."""
    with pytest.raises(UndecidedTruthError) as caught:
        bool(truth)
    assert str(caught.value) == "a truth has three values and no bool(): compare it, as in `x is Truth.TRUE`"
    assert isinstance(caught.value, TypeError)
    assert isinstance(caught.value, OrgCrimeError)


@pytest.mark.parametrize("write", [lambda x: not x, lambda x: x and True, lambda x: 1 if x else 0])
def test_no_way_of_writing_a_condition_gets_round_it(write: Any) -> None:
    with pytest.raises(UndecidedTruthError):
        write(T)


@given(truths, not_truths)
def test_a_truth_does_not_mix_with_other_values(truth: Truth, other: Any) -> None:
    """`Truth.TRUE & False` would be taken for an answer."""
    combinations: list[Callable[[], object]] = [
        lambda: truth & other,
        lambda: other & truth,
        lambda: truth | other,
        lambda: truth < other,
        lambda: truth <= other,
        lambda: truth > other,
        lambda: truth >= other,
    ]
    for combine in combinations:
        with pytest.raises(TypeError):
            combine()


@given(truths, not_truths)
def test_a_truth_equals_no_other_value(truth: Truth, other: Any) -> None:
    assert truth != other


@pytest.mark.parametrize(("value", "truth"), [(True, T), (False, F), (None, U)])
def test_of_and_known_are_each_others_inverse(value: bool | None, truth: Truth) -> None:
    assert Truth.of(value) is truth
    assert truth.known is value


def test_words_are_those_of_an_answer() -> None:
    assert [truth.word for truth in (T, F, U)] == ["yes", "no", "unknown"]
    assert [repr(truth) for truth in (T, F, U)] == ["Truth.TRUE", "Truth.FALSE", "Truth.UNKNOWN"]
    assert [truth.value for truth in (T, F, U)] == ["true", "false", "unknown"]


@given(truths)
def test_a_truth_stays_itself_through_copy_and_pickle(truth: Truth) -> None:
    """`is` would fail on what came from another process."""
    assert pickle.loads(pickle.dumps(truth)) is truth  # noqa: S301 - our own bytes
    assert copy.deepcopy(truth) is truth
    assert len({truth, Truth(truth.value)}) == 1
