"""The terms of another system that answer to the entries of a list, and the entries that have none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgcrime.crosswalks import crosswalk
from orgcrime.interop.result import Matched, Without

if TYPE_CHECKING:
    from orgcrime.catalogue import Catalogue
    from orgcrime.model.taxonomy import Taxonomy

__all__ = ["terms"]


def terms(
    taxonomy: Taxonomy, vocabulary: str, catalogue: Catalogue
) -> tuple[dict[str, tuple[Matched, ...]], tuple[Without, ...]]:
    """Return for each entry the terms of a vocabulary that answer to it, and the entries to which none does.

    Args:
        taxonomy: the list, or the hub as a list.
        vocabulary: the id of the list that holds the terms of the other system.
        catalogue: where the vocabulary and the matches are.
    """
    target = catalogue.taxonomies[vocabulary]
    way = crosswalk(taxonomy, target, catalogue.matches)
    found: dict[str, tuple[Matched, ...]] = {}
    without = []
    for entry, counterparts in zip(taxonomy.entries, way.counterparts, strict=True):
        if counterparts:
            found[entry.id] = tuple(
                Matched(id=entry.id, term=each.entry.id, relation=each.relation, notes=each.notes)
                for each in counterparts
            )
        else:
            reason = f"nothing in {target.title!r} answers to it"
            without.append(Without(id=entry.id, what="term", reason=reason))
    return found, tuple(without)
