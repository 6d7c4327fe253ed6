"""Pictures, drawn with matplotlib: ratifications over time, families, findings, crosswalks, definitions compared.

Each is a `Picture`, which shows itself in a notebook and is saved as SVG or PNG. Colours can be told apart by
colour-blind readers, and nothing is said by colour alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from orgcrime.catalogue import BUILT_IN, Catalogue, named
from orgcrime.errors import Fault, InputError
from orgcrime.law.finding import Finding
from orgcrime.law.rule import Definition
from orgcrime.model.instrument import Instrument
from orgcrime.render.counts import ratifications
from orgcrime.render.curves import draw_curves
from orgcrime.render.diagrams import family as family_graph
from orgcrime.render.diagrams import graph
from orgcrime.render.families import draw_family
from orgcrime.render.flows import draw_flow
from orgcrime.render.heat import draw_heat
from orgcrime.render.picture import Picture, settings
from orgcrime.render.trees import draw_tree

if TYPE_CHECKING:
    from collections.abc import Iterable

    from orgcrime.crosswalks import Crosswalk
    from orgcrime.law.compare import Matrix

__all__ = ["family", "flow", "heat_map", "timeline", "tree"]


@settings()
def tree(shown: Definition | Finding, *, catalogue: Catalogue = BUILT_IN) -> Picture:
    """Return a finding as a picture of its tree of reasons, or a definition as one of its steps.

    Args:
        shown: a finding or a definition.
        catalogue: where the titles of the sources are looked up; the built-in data by default.

    Raises:
        InputError: for what is neither.
        MissingExtraError: if matplotlib is not installed.

    >>> import orgcrime as oc
    >>> tree(oc.assess("untoc-structured-group", oc.Group()))
    <Picture: structured group (UNTOC art. 2(c)): unknown>
    """
    if not isinstance(shown, (Definition, Finding)):
        expected = "expected a finding or a definition"
        raise InputError([Fault("shown", f"a {type(shown).__name__} is no tree: {expected}")])
    return draw_tree(graph(shown, catalogue=catalogue))


@settings()
def timeline(instruments: Instrument | str | Iterable[Instrument | str], *, catalogue: Catalogue = BUILT_IN) -> Picture:
    """Return the number of parties over time, to one instrument or to several.

    Counted are the days on which the instrument was in force for a party. The band is what is known only by bounds; the
    line is dashed after the day up to which the list says who is no party, and ends where the data end.

    Args:
        instruments: a record or any key that names one, or several of these.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if nothing is known by a key.
        InputError: if the participants of one are not listed, or it is not in force.
        MissingExtraError: if matplotlib is not installed.

    >>> timeline(["UNTOC", "UNCAC"])
    <Picture: UNTOC and UNCAC: parties over time>
    """
    several = (instruments,) if isinstance(instruments, (str, Instrument)) else tuple(instruments)
    records = [named(catalogue.instruments, each) for each in several]
    counted = {each.id: ratifications(each, catalogue) for each in records}
    faults = [
        Fault(f"instruments[{at}]", f"{each.name} has no parties that are listed with their days")
        for at, each in enumerate(records)
        if counted[each.id] is None
    ]
    if faults or not records:
        raise InputError(faults or [Fault("instruments", "no instrument is given")])
    return draw_curves([each for each in counted.values() if each is not None], catalogue)


@settings()
def family(around: str | Iterable[str], *, steps: int = 2, catalogue: Catalogue = BUILT_IN) -> Picture:
    """Return how instruments, bodies and programmes hang together, as a picture.

    Args:
        around: keys of the records in the middle.
        steps: how far from the middle it reaches.
        catalogue: where to look; the built-in data by default.

    Raises:
        UnknownKeyError: if no instrument, body or programme is known by a key.
        InputError: if none is given.
        MissingExtraError: if matplotlib is not installed.

    >>> family("UNCAC", steps=1)
    <Picture: Instruments, bodies and programmes around UNCAC>
    """
    keys = (around,) if isinstance(around, str) else tuple(around)
    return draw_family(family_graph(keys, steps=steps, catalogue=catalogue), len(keys))


@settings()
def flow(way: Crosswalk, *, catalogue: Catalogue = BUILT_IN) -> Picture:
    """Return a crosswalk as a picture of the bands between its two lists.

    A whole band is an exact or a close match, one that widens or narrows leads to a broader or narrower entry, and a
    dashed line is for what is related at most.

    Args:
        way: the crosswalk.
        catalogue: where the titles of the sources are looked up; the built-in data by default.

    Raises:
        MissingExtraError: if matplotlib is not installed.

    >>> import orgcrime as oc
    >>> flow(oc.crosswalk("unodc", "sherloc")).caption.partition(":")[0]
    'Sources'
    """
    return draw_flow(way, catalogue)


@settings()
def heat_map(matrix: Matrix, *, catalogue: Catalogue = BUILT_IN) -> Picture:
    """Return a matrix of definitions as a picture: how each stands to each.

    Args:
        matrix: the definitions compared.
        catalogue: where the titles of the sources are looked up; the built-in data by default.

    Raises:
        MissingExtraError: if matplotlib is not installed.

    >>> import orgcrime as oc
    >>> from orgcrime.law.compare import matrix
    >>> heat_map(matrix(oc.definitions[each] for each in ("untoc-organized-criminal-group", "it-416-bis")))
    <Picture: 2 definitions compared>
    """
    return draw_heat(matrix, catalogue)
