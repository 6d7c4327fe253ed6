"""Rows 10 and 11: one case, beside three-valued Python written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from measure import Row, interleaved

import orgcrime as oc
from orgcrime.law.finding import assess, truth_of
from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgcrime.law.finding import Finding

NUMBER = 20_000
GROUP = oc.Group(
    persons=4,
    randomly_formed=False,
    existed_for_a_period=True,
    acting_in_concert=True,
    maximum_penalty=10,
    aims_at_convention_offence=False,
    financial_benefit=None,
    other_material_benefit=True,
)


def at_least(value: object, bound: float) -> bool | None:
    """Return whether a number, a range or a penalty reaches a bound, as one would write it by hand."""
    if value is None:
        return None
    if isinstance(value, oc.Between):
        if value.low is not None and value.low >= bound:
            return True
        return False if value.high is not None and value.high < bound else None
    return value >= bound  # type: ignore[operator]


def both(*values: bool | None) -> bool | None:
    """Return strong Kleene "and"."""
    found: bool | None = True
    for value in values:
        if value is False:
            return False
        if value is None:
            found = None
    return found


def either(*values: bool | None) -> bool | None:
    """Return strong Kleene "or"."""
    found: bool | None = False
    for value in values:
        if value is True:
            return True
        if value is None:
            found = None
    return found


def opposite(value: bool | None) -> bool | None:
    """Return strong Kleene "not"."""
    return None if value is None else not value


def by_hand(group: oc.Group) -> bool | None:
    """Return the Palermo definition as one would write it by hand."""
    return both(
        opposite(group.randomly_formed),
        at_least(group.persons, 3),
        group.existed_for_a_period,
        group.acting_in_concert,
        either(at_least(group.maximum_penalty, 4), group.aims_at_convention_offence),
        either(group.financial_benefit, group.other_material_benefit),
    )


def read(finding: Finding) -> int:
    """Return the number of elements, each read with its truth, citation and reason's facts."""
    return 1 + sum(read(each) for each in finding.elements if each.truth is not None and each.citation is not None)


def rows(repeats: int) -> Iterator[Row]:
    """Yield the rows."""
    hand, truth, whole = interleaved(
        repeats,
        lambda: [by_hand(GROUP) for _ in range(NUMBER)],
        lambda: [truth_of(ORGANIZED_CRIMINAL_GROUP, GROUP) for _ in range(NUMBER)],
        lambda: [read(assess(ORGANIZED_CRIMINAL_GROUP, GROUP)) for _ in range(NUMBER)],
    )
    yield Row(
        number="10", what="one case: truth ÷ three-valued Python by hand", value=truth / hand, unit="÷", aim=1.2, gate=2
    )
    yield Row(
        number="11",
        what="one case: whole explanation, every element read",
        value=whole / NUMBER * 1e6,
        unit="µs",
        aim=10,
        gate=25,
    )
