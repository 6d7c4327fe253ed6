"""The questions of the front door that take ids: these are resolved, and the law is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from orgcrime.catalogue import BUILT_IN, SEARCHED, Catalogue, named
from orgcrime.crosswalks import HUB, hub
from orgcrime.crosswalks import crosswalk as _crosswalk
from orgcrime.found import Hits
from orgcrime.law import compare as _compare
from orgcrime.law import finding as _finding
from orgcrime.law import interview as _interview
from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping

    from orgcrime.crosswalks import Crosswalk
    from orgcrime.law.compare import Comparison, Coverage, Matrix
    from orgcrime.law.facts import Group
    from orgcrime.law.finding import Finding
    from orgcrime.law.interview import Interview
    from orgcrime.law.rule import Definition
    from orgcrime.model.taxonomy import Taxonomy
    from orgcrime.truth import Truth

__all__ = ["assess", "compare", "covers", "crosswalk", "find", "interview", "matrix", "meets_palermo_definition"]


def assess(
    definition: Definition | str,
    facts: object,
    *,
    parameters: Mapping[str, bool | None] | None = None,
    catalogue: Catalogue = BUILT_IN,
) -> Finding:
    """Return what a definition comes to on some facts, why, and what is still missing.

    Args:
        definition: a definition, or the id or alias of one.
        facts: the facts, of the class that the definition is about.
        parameters: what is known of the legal order, by the names of the definition's parameters; ``None`` for nothing.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if no definition is known by the id.
        InputError: if the facts are of another class, or a parameter does not exist.

    Source: the article that the definition cites.

    >>> import orgcrime as oc
    >>> group = oc.Group(persons=oc.Between(2, None), randomly_formed=False, existed_for_a_period=True,
    ...                  acting_in_concert=True, maximum_penalty=10, financial_benefit=True)
    >>> found = oc.assess("untoc-organized-criminal-group", group)
    >>> found.truth, found.missing
    (Truth.UNKNOWN, ('persons',))
    """
    return _finding.assess(named(catalogue.definitions, definition), facts, parameters=parameters)


def meets_palermo_definition(group: Group) -> Truth:
    """Return whether a group is an organized criminal group within the meaning of the Palermo Convention.

    Args:
        group: the facts of the group; what is ``None`` is not known.

    Raises:
        InputError: if something else than a `Group` is given.

    Source: UNTOC art. 2(a), read with art. 2(b) and 2(c).

    >>> from orgcrime import Group
    >>> meets_palermo_definition(Group(persons=2))
    Truth.FALSE
    """
    return _finding.truth_of(ORGANIZED_CRIMINAL_GROUP, group)


def find(text: str, *, most: int = 10, catalogue: Catalogue = BUILT_IN) -> Hits[Any]:
    """Return what a text may mean, over every registry at once, the likeliest first.

    Case, accents and small slips are forgiven; each hit says which text of the record matched.

    Args:
        text: what to look for, in English or French, or a code.
        most: at most so many.
        catalogue: where to look; the built-in data by default.

    >>> import orgcrime as oc
    >>> oc.find("convention de palerme")[0].record.id
    'untoc'
    """
    hits = [hit for name in SEARCHED for hit in getattr(catalogue, name).find(text, most=most)]
    return Hits(sorted(hits, key=lambda hit: (-hit.score, hit.record.id))[:most])


def compare(
    first: Definition | str,
    second: Definition | str,
    *,
    parameters: Mapping[str, bool | None] | None = None,
    catalogue: Catalogue = BUILT_IN,
) -> Comparison:
    """Return how two definitions differ, proved over every case that they can tell apart.

    Args:
        first: a definition, or the id or alias of one.
        second: another; the relation reads *the first is … than the second*.
        parameters: what is known of the legal order; what is said holds whatever the other parameters are.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if no definition is known by an id.
        DefinitionError: if the two have no facts in common that they could be compared on.
        InputError: for a parameter that neither definition has.

    Source: the articles that the definitions cite.

    >>> import orgcrime as oc
    >>> oc.compare("untoc-organized-criminal-group", "eu-criminal-organisation").relation.value
    'broader'
    """
    known = catalogue.definitions
    return _compare.compare(named(known, first), named(known, second), parameters=parameters)


def covers(
    definition: Definition | str,
    required: Definition | str,
    *,
    parameters: Mapping[str, bool | None] | None = None,
    catalogue: Catalogue = BUILT_IN,
) -> Coverage:
    """Return whether a definition covers all that another requires, with the smallest case that it leaves out.

    Args:
        definition: the definition that is to cover, as that of a national law.
        required: the definition that is to be covered, as that of a convention.
        parameters: what is known of the legal order.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if no definition is known by an id.
        DefinitionError: if the two have no facts in common that they could be compared on.

    Source: the articles that the definitions cite.

    >>> import orgcrime as oc
    >>> oc.covers("eu-criminal-organisation", "untoc-organized-criminal-group").truth
    Truth.FALSE
    """
    known = catalogue.definitions
    return _compare.covers(named(known, definition), named(known, required), parameters=parameters)


def matrix(
    definitions: Iterable[Definition | str],
    *,
    parameters: Mapping[str, bool | None] | None = None,
    catalogue: Catalogue = BUILT_IN,
) -> Matrix:
    """Return how each of some definitions stands to each other.

    Args:
        definitions: definitions, or ids or aliases of them.
        parameters: what is known of the legal orders.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if no definition is known by an id.
        DefinitionError: if two have no facts in common that they could be compared on.

    >>> import orgcrime as oc
    >>> len(oc.matrix(["untoc-organized-criminal-group", "eu-criminal-organisation", "it-416-bis"]))
    3
    """
    return _compare.matrix([named(catalogue.definitions, each) for each in definitions], parameters=parameters)


def interview(
    definition: Definition | str,
    *,
    parameters: Mapping[str, bool | None] | None = None,
    facts: object = None,
    catalogue: Catalogue = BUILT_IN,
) -> Interview:
    """Return an interview about a definition: questions that stop as soon as the outcome is settled.

    Args:
        definition: a definition, or the id or alias of one.
        parameters: what is known of the legal order; the rest is asked.
        facts: the facts that are known already and not asked; ``None`` for nothing.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if no definition is known by the id.
        InputError: if the facts are of another class, or a parameter does not exist.

    Source: the article that the definition cites.

    >>> import orgcrime as oc
    >>> talk = oc.interview("untoc-structured-group")
    >>> talk.question.path
    'randomly_formed'
    """
    return _interview.interview(named(catalogue.definitions, definition), parameters=parameters, facts=facts)


def crosswalk(
    source: Taxonomy | str,
    target: Taxonomy | str,
    *,
    on: dt.date | str | None = None,
    catalogue: Catalogue = BUILT_IN,
) -> Crosswalk:
    """Return the way from one list of crimes to another.

    Entries are matched directly where the tables have it, else by way of the hub of categories, with the relation that
    both steps allow at most.

    Args:
        source: the list that one comes from: a record, a key, or ``crimes`` for the hub.
        target: the list that one goes to, likewise.
        on: the day for which both lists are taken; ``None`` for every entry that they have had.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if no list is known by a key.
        DateError: if ``on`` is not a day.

    >>> import orgcrime as oc
    >>> found = oc.crosswalk("eaw", "europol").map("laundering-of-the-proceeds-of-crime")
    >>> found[0].entry.label, found[0].relation.value
    ('money-laundering activities', 'related')
    """
    lists = [_list(given, catalogue) for given in (source, target)]
    if on is not None:
        lists = [each.on(on) for each in lists]
    return _crosswalk(lists[0], lists[1], catalogue.matches)


def _list(given: Taxonomy | str, catalogue: Catalogue) -> Taxonomy:
    if given == HUB:
        return hub(catalogue.crimes.values())
    found: Taxonomy = named(catalogue.taxonomies, given)
    return found
