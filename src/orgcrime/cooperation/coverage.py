"""Which crime is meant, and whether an instrument covers it: by category of the hub, or by an entry of any list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from orgcrime.catalogue import named
from orgcrime.crosswalks import HUB
from orgcrime.errors import AmbiguousKeyError, UnknownKeyError
from orgcrime.model.cooperation import CoveredOffence
from orgcrime.model.taxonomy import Entry, Relation, Taxonomy
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from orgcrime.catalogue import Catalogue
    from orgcrime.model.crime import CrimeCategory

__all__ = ["Crime", "CrimeCoverage", "covered", "crime_meant", "hub_categories"]

_AS_A_WHOLE = (Relation.EXACT, Relation.CLOSE, Relation.BROAD)


@attrs.frozen(kw_only=True)
class Crime:
    """A crime as it was asked for.

    Attributes:
        title: what to call it.
        categories: the categories of the hub that answer to it, each with the relation read *the crime (relation) the
            category*; empty for an entry that matches none.
        entry: the list and the entry that it was asked for by; ``None`` for a category.
    """

    title: str
    categories: tuple[tuple[str, Relation], ...]
    entry: tuple[str, str] | None = None


@attrs.frozen(kw_only=True)
class CrimeCoverage:
    """Whether an instrument covers a crime.

    Attributes:
        truth: whether it does; unknown where it covers a part of what was asked for.
        offences: what it covers of it.
        reason: why.
    """

    truth: Truth
    offences: tuple[CoveredOffence, ...]
    reason: str


def crime_meant(crime: CrimeCategory | str, catalogue: Catalogue) -> Crime:
    """Return which categories of crime are meant.

    Args:
        crime: a category, any key of one, an entry of a list as ``list:entry``, or an entry that one list alone has.
        catalogue: where to look.

    Raises:
        UnknownKeyError: if nothing is known by the key.
        AmbiguousKeyError: if several lists have an entry of that name, matched differently.
    """
    if not isinstance(crime, str) or crime in catalogue.crimes:
        category: CrimeCategory = named(catalogue.crimes, crime)
        return Crime(title=category.title, categories=((category.id, Relation.EXACT),))
    scheme, colon, wanted = crime.partition(":")
    if colon:
        taxonomy: Taxonomy = named(catalogue.taxonomies, scheme)
        return _by_entry(taxonomy, taxonomy.entry(wanted.strip()), catalogue)
    found = [
        _by_entry(taxonomy, entry, catalogue)
        for taxonomy in catalogue.taxonomies.values()
        for entry in taxonomy.entries
        if crime.casefold() in (entry.id, (entry.code or "").casefold(), entry.label.casefold())
    ]
    if not found:
        raise UnknownKeyError("crime", crime, catalogue.crimes, hint="A list is named as in 'fatf:fraud'.")
    if len({each.categories for each in found}) > 1:
        raise AmbiguousKeyError("crime", crime, (":".join(each.entry or ()) for each in found), shared=True)
    return found[0]


def _by_entry(taxonomy: Taxonomy, entry: Entry, catalogue: Catalogue) -> Crime:
    best = hub_categories(taxonomy.id, catalogue).get(entry.id, ())
    return Crime(title=entry.label, categories=best, entry=(taxonomy.id, entry.id))


def hub_categories(taxonomy: str, catalogue: Catalogue) -> dict[str, tuple[tuple[str, Relation], ...]]:
    """Return for each entry of a list the categories of the hub that answer to it best, with the relation.

    Args:
        taxonomy: the id of the list.
        catalogue: where to look.
    """
    found: dict[str, list[tuple[str, Relation]]] = {}
    for match in catalogue.matches:
        if (match.source, match.target) == (taxonomy, HUB):
            found.setdefault(match.source_entry, []).append((match.target_entry, match.relation))
        elif (match.source, match.target) == (HUB, taxonomy):
            found.setdefault(match.target_entry, []).append((match.source_entry, match.relation.inverse))
    return {entry: _best(matches) for entry, matches in found.items()}


def _best(matches: list[tuple[str, Relation]]) -> tuple[tuple[str, Relation], ...]:
    most = max(relation.strength for _, relation in matches)
    return tuple(sorted((each for each in matches if each[1].strength == most), key=lambda each: each[0]))


def covered(instrument: str, crime: Crime, catalogue: Catalogue) -> CrimeCoverage:
    """Return whether an instrument makes a crime an offence.

    Args:
        instrument: the id of the instrument.
        crime: the crime.
        catalogue: where to look.
    """
    answers = [_of_category(instrument, category, relation, catalogue) for category, relation in crime.categories]
    truths = {truth for truth, _ in answers}
    truth = truths.pop() if len(truths) == 1 else Truth.UNKNOWN
    offences = tuple(dict.fromkeys(offence for _, found in answers for offence in found))
    if truth is Truth.TRUE:
        reason = "covered"
    elif truth is Truth.FALSE:
        reason = f"no article of it makes {crime.title} an offence"
    elif offences:
        parts = ", ".join(dict.fromkeys(_part(offence) for offence in offences))
        reason = f"it covers a part of {crime.title} only: {parts}"
    else:
        reason = f"which category of crime {crime.title} belongs to is not settled"
    return CrimeCoverage(truth=truth, offences=offences, reason=reason)


def _part(offence: CoveredOffence) -> str:
    return offence.condition or offence.crime.replace("-", " ")


def _of_category(
    instrument: str, category: str, relation: Relation, catalogue: Catalogue
) -> tuple[Truth, tuple[CoveredOffence, ...]]:
    here = [each for each in catalogue.covered_offences if each.instrument == instrument]
    own = tuple(each for each in here if each.crime == category)
    narrower = tuple(each for each in here if each not in own and category in catalogue.broader(each.crime))
    if own and all(each.whole for each in own):
        return (Truth.TRUE if relation in _AS_A_WHOLE else Truth.UNKNOWN), own
    if own or narrower or relation is Relation.RELATED:
        return Truth.UNKNOWN, own or narrower
    return Truth.FALSE, ()
