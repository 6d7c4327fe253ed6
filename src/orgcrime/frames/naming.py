"""The steps of a definition, and the names of the columns that come out."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from orgcrime.law.finding import assess

if TYPE_CHECKING:
    from collections.abc import Iterator

    from orgcrime.law.finding import Finding, Step
    from orgcrime.law.rule import Definition

__all__ = ["steps"]


@functools.cache
def steps(definition: Definition) -> dict[str, Step]:
    """Return the steps of a definition, each by the name of its column: the definition itself first.

    The name of a step is the name of the step above it, a slash, and the title in lower case with hyphens; a definition
    that is used within another goes by its id. A name that comes up again has a number behind it.

    >>> from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP
    >>> list(steps(ORGANIZED_CRIMINAL_GROUP))[:3]  # doctest: +NORMALIZE_WHITESPACE
    ['untoc-organized-criminal-group',
     'untoc-organized-criminal-group/untoc-structured-group',
     'untoc-organized-criminal-group/three-or-more-persons']
    """
    found: dict[str, Step] = {}
    for name, step in _named(assess(definition, definition.about()), ""):
        unique, number = name, 2
        while unique in found:
            unique, number = f"{name}-{number}", number + 1
        found[unique] = step
    return found


def _named(finding: Finding, above: str) -> Iterator[tuple[str, Step]]:
    step = finding.step
    whole = step.rule is step.definition.rule
    name = above + (step.definition.id if whole else _slug(step.title))
    yield name, step
    for each in finding.elements:
        yield from _named(each, f"{name}/")


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-")
