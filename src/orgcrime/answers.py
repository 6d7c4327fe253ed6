"""The written forms of answers, which name the records that they are about by their ids.

An answer is written and not read: whoever wants it as an object again puts the question again.
"""

from __future__ import annotations

import datetime as dt
import functools
from typing import Any, TypeAlias

import attrs

from orgcrime.citation import EvidenceStatus
from orgcrime.claims.verdict import Outcome
from orgcrime.law.finding import Finding
from orgcrime.law.pairs import Relation
from orgcrime.model.cooperation import Force, Form
from orgcrime.model.duty import DutyKind, Strength
from orgcrime.model.participation import ActKind
from orgcrime.model.taxonomy import Relation as Answering
from orgcrime.status.positions import Position, Standing
from orgcrime.temporal import PartialDate
from orgcrime.truth import Truth

__all__ = ["By", "Fields", "Rows", "Shape", "shape_of"]

Shape: TypeAlias = Any
"""What something is written as: a type of field, or `Fields`, `By` or `Rows`."""


@attrs.frozen
class Fields:
    """An object: for each field its shape and what it says; where that is ``None``, the class of the answer says it.

    Attributes:
        of: the fields.
        kind: the class of the answer, where it stands within another.
    """

    of: dict[str, tuple[Shape, str | None]]
    kind: type | None = None


@attrs.frozen
class By:
    """An object whose names are no fields, as ids or paths, with the shape of every value; ``None`` for any."""

    of: Shape


@attrs.frozen
class Rows:
    """A list of some shape."""

    of: Shape


_TEXTS = tuple[str, ...]
_ANSWERS = By(bool | None)
_PARAMETERS = (_ANSWERS, None)

_EXAMPLE = Fields(
    {
        "truth": (Truth, "Whether there is such a case."),
        "facts": (By(None), "What the smallest case states; null where there is none."),
        "parameters": (_ANSWERS, "What the legal order must have for it."),
        "not_established": (_TEXTS, "The steps that it rests on and that no source could be read for."),
    }
)
_STANDING = Fields(
    {
        "participant": (str, None),
        "instrument": (str, None),
        "on": (dt.date, None),
        "as_of": (dt.date | None, None),
        "truth": (Truth, None),
        "position": (Position | None, None),
        "position_on": (dt.date, None),
        "consent": (ActKind | None, None),
        "since": (PartialDate | None, None),
        "until": (PartialDate | None, None),
        "signed": (PartialDate | None, None),
        "deposited": (PartialDate | None, None),
        "basis": (_TEXTS, None),
        "steps": (_TEXTS, None),
        "sources": (_TEXTS, None),
    },
    kind=Standing,
)
_BASIS = Fields(
    {
        "instrument": (str, "The id of the instrument."),
        "through": (str | None, "The id of the Protocol by which the crime is an offence under the instrument."),
        "truth": (Truth, "Whether it holds, subject to the conditions."),
        "binds_requesting_since": (PartialDate | None, "The day since which it binds the State that asks."),
        "binds_requested_since": (PartialDate | None, "The day since which it binds the State that is asked."),
        "since": (PartialDate | None, "The day since which both are bound, by the Protocol too."),
        "articles": (str, "The articles on the form of cooperation."),
        "crime_articles": (_TEXTS, "The articles that make the crime an offence."),
        "central_authority": (str | None, "The article on central authorities."),
        "force": (Force, "How strongly the text binds."),
        "dual_criminality": (str | None, "What the text says of dual criminality."),
        "conditions": (_TEXTS, "What to check."),
        "declarations": (_TEXTS, "Declarations of either side that bear on it; a selection."),
        "reasons": (_TEXTS, "Why it does not hold, or why that is not known."),
        "asks": (_TEXTS, "What would settle it."),
        "status": (EvidenceStatus, "How well it is established that the instrument is a basis of this form."),
        "pinpoint_status": (EvidenceStatus, "How well the articles are established."),
        "sources": (_TEXTS, "The ids of the sources."),
    }
)


@functools.cache
def _shapes() -> dict[str, Shape]:
    return {
        "casefile.Answer": Fields(
            {
                "title": (str | None, "What the case is."),
                "source": (str | None, "Where the case is from."),
                "finding": (Finding, None),
                "standings": (Rows(_STANDING), None),
            }
        ),
        "claims.verdict.Verdict": Fields(
            {
                "outcome": (Outcome, None),
                "truth": (Truth, "The truth of the claim."),
                "fact": (str, None),
                "notes": (_TEXTS, None),
                "citations": (_TEXTS, None),
                "sources": (_TEXTS, None),
                "as_of": (dt.date | None, None),
            }
        ),
        "cooperation.bases.Basis": _BASIS,
        "cooperation.bases.LegalBases": Fields(
            {
                "requesting": (str, "The id of the State that asks."),
                "requested": (str, "The id of the State that is asked."),
                "cooperation": (Form, None),
                "crime": (str | None, None),
                "on": (dt.date, None),
                "bases": (Rows(_BASIS), None),
                "harmonising": (_TEXTS, None),
                "not_covered": (_TEXTS, None),
            }
        ),
        "interop.result.Export": Fields(
            {
                "format": (str, None),
                "subject": (str, None),
                "data": (None, None),
                "matches": (
                    Rows(
                        Fields(
                            {
                                "id": (str, "The id of the entry."),
                                "term": (str, "The term of the other system."),
                                "relation": (Answering, "Read *the entry (relation) the term*."),
                                "notes": (_TEXTS, "Why, or what a reader must know."),
                            }
                        )
                    ),
                    None,
                ),
                "without": (
                    Rows(
                        Fields(
                            {
                                "id": (str, "The id of the record or entry."),
                                "what": (str, "What about it is without: 'entry' for the whole, else the field."),
                                "reason": (str, "Why."),
                            }
                        )
                    ),
                    None,
                ),
            }
        ),
        "law.compare.Matrix": Fields(
            {
                "parameters": _PARAMETERS,
                "relations": (
                    By(By(Relation | None)),
                    "By id how each definition stands to each; null: not determined.",
                ),
            }
        ),
        "law.comparison.Comparison": Fields(
            {
                "first": (str, "The id of the one definition."),
                "second": (str, "The id of the other."),
                "parameters": _PARAMETERS,
                "relation": (Relation | None, None),
                "only_first": (_EXAMPLE, None),
                "only_second": (_EXAMPLE, None),
                "both": (_EXAMPLE, None),
                "by_legal_order": (
                    Rows(
                        Fields(
                            {
                                "parameters": (_ANSWERS, "The parameters with their answers."),
                                "relation": (Relation | None, "The relation there; null where it is not determined."),
                            }
                        )
                    ),
                    None,
                ),
                "elements": (
                    Rows(
                        Fields(
                            {
                                "title": (str, "The step."),
                                "first": (str | None, "What the first asks for, and where."),
                                "second": (str | None, "What the second asks for, and where."),
                                "relation": (Relation | None, "How the first step stands to the second."),
                            }
                        )
                    ),
                    None,
                ),
            }
        ),
        "law.comparison.Coverage": Fields(
            {
                "definition": (str, "The id of the definition looked at."),
                "required": (str, "The id of what it should cover."),
                "parameters": _PARAMETERS,
                "truth": (Truth, None),
                "left_out": (_EXAMPLE, None),
            }
        ),
        "obligations.Duties": Rows(
            Fields(
                {
                    "id": (str, "The id of the duty."),
                    "instrument": (str, "The id of the instrument."),
                    "pinpoint": (str, "Where it stands."),
                    "heading": (str | None, "The heading of the article."),
                    "kind": (DutyKind, "What it is about."),
                    "label": (str, "What is to be done, in our own words."),
                    "strength": (Strength, "How strongly the text binds."),
                    "qualifiers": (_TEXTS, "To what the text subjects the duty."),
                    "definition": (str | None, "The id of the definition that says what is to be made an offence."),
                }
            )
        ),
        "found.Hit": Fields(
            {
                "record": (By(None), "The record, in its own written form."),
                "matched": (str, None),
                "what": (str, None),
                "score": (float, None),
            }
        ),
        "status.panels.Panel": Rows(
            Fields(
                {
                    "participant": (str, "The id of the participant."),
                    "date": (dt.date, "The day."),
                    "instrument": (str, "The id of the instrument."),
                    "truth": (Truth, "Whether it is bound."),
                    "position": (Position | None, "Its position; null where that is not determined."),
                    "since": (PartialDate | None, "The first day of the present, or last, membership."),
                    "as_of": (dt.date | None, "The last day for which the data vouch for this participant."),
                }
            )
        ),
        "status.positions.Parties": Fields(
            {
                "instrument": (str, None),
                "on": (dt.date, None),
                "as_of": (dt.date | None, None),
                "listed": (bool, None),
                "number": (int, "How many there are."),
                "participants": (_TEXTS, None),
                "undetermined": (_TEXTS, None),
            }
        ),
        "status.positions.Standing": _STANDING,
    }


def shape_of(kind: type) -> Shape:
    """Return what an answer of a class is written as; ``None`` for a class that is no answer.

    >>> from orgcrime.status.positions import Parties
    >>> list(shape_of(Parties).of)[:3]
    ['instrument', 'on', 'as_of']
    """
    return _shapes().get(f"{kind.__module__.removeprefix('orgcrime.')}.{kind.__qualname__}")
