"""Claims of a text about the law, how they were judged, and the questions to the library that test them."""

from __future__ import annotations

import enum

import attrs

from orgcrime.citation import EvidenceStatus, Reference, Uncertainty

__all__ = ["Against", "Asks", "Claim", "ClaimTest", "Holding", "Judgement"]


class Holding(enum.Enum):
    """Whether a claim holds, in the judgement of a reader."""

    RIGHT = "right"
    PARTLY = "partly"
    """Imprecise, misleading, or right in a part."""
    WRONG = "wrong"
    OPINION = "opinion"
    """A view, or an estimate: neither right nor wrong."""
    NOT_JUDGED = "not-judged"


class Asks(enum.Enum):
    """Which question a test puts to the library."""

    CHECK = "check"
    CITE = "cite"
    FIND = "find"
    """The likeliest record for a text."""
    ASSESS = "assess"
    """A definition on some facts."""
    STANDS = "stands"
    """Whether a programme runs on a day."""
    RECORD = "record"
    """An attribute of a record."""


class Against(enum.Enum):
    """What a test is held against."""

    THEN = "then"
    """The claim, as it was judged for the time of the text."""
    NOW = "now"
    """The claim, as it is judged today."""
    FACT = "fact"
    """The fact that is set against the claim."""


@attrs.frozen(kw_only=True)
class Judgement:
    """How a claim was judged.

    Attributes:
        holding: whether it holds.
        words: the judgement in words.
    """

    holding: Holding
    words: str


@attrs.frozen(kw_only=True)
class ClaimTest:
    """A question to the library that tests a claim, and the answer that is expected.

    Attributes:
        of: what the answer is held against.
        asks: which question.
        participant: an argument of `orgcrime.check`, as the ten below.
        instrument: likewise.
        body: likewise.
        act: likewise.
        year: likewise.
        date: likewise.
        on: likewise; for a programme, the day on which it is said to run.
        status: likewise.
        count: likewise.
        counts: likewise.
        name: likewise.
        text: what is cited, or looked for.
        definition: the definition assessed.
        facts: the facts put to it, as JSON.
        record: the registry and the record, as ``bodies/interpol``.
        path: the way to the attribute, as ``priorities/2018-2021-document-fraud/title``.
        answer: the answer expected: an outcome, a citation or the reason why there is none, an id, a truth, or the text
            of an attribute.
    """

    of: Against
    asks: Asks
    participant: str | None = None
    instrument: str | None = None
    body: str | None = None
    act: str | None = None
    year: int | None = None
    date: str | None = None
    on: str | None = None
    status: str | None = None
    count: int | None = None
    counts: str | None = None
    name: str | None = None
    text: str | None = None
    definition: str | None = None
    facts: str | None = None
    record: str | None = None
    path: str | None = None
    answer: str


@attrs.frozen(kw_only=True)
class Claim:
    """A claim of a text, in our own words.

    Attributes:
        id: lower-case and stable.
        number: its place in the text.
        section: the part of the text.
        claim: what is claimed.
        then: how it was judged for the time of the text.
        now: how it is judged today.
        fact: what is so; ``None`` where there is nothing to set against it.
        note: what a reader must know.
        tests: the questions that test it; empty for what no data can test.
        records: the records that bear on it, as ``bodies/interpol``.
        uncertain: parts less certain than the whole.
        status: how well the fact is established.
        sources: where it was read.
    """

    id: str
    number: int
    section: str
    claim: str
    then: Judgement
    now: Judgement
    fact: str | None = None
    note: str | None = None
    tests: tuple[ClaimTest, ...] = ()
    records: tuple[str, ...] = ()
    uncertain: tuple[Uncertainty, ...] = ()
    status: EvidenceStatus
    sources: tuple[Reference, ...]
