"""Claims put to the data: which claim some arguments make, and every fault of them at once."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from orgcrime.catalogue import BUILT_IN, Catalogue, named
from orgcrime.claims import acts, citing, counts, records
from orgcrime.claims.verdict import Outcome, Verdict
from orgcrime.days import read_day
from orgcrime.errors import DateError, Fault, InputError, OrgCrimeError, did_you_mean
from orgcrime.model.body import MilestoneKind
from orgcrime.model.participation import CONSENTS, ActKind
from orgcrime.status.positions import Position
from orgcrime.temporal import PartialDate
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from orgcrime.citation import Citation
    from orgcrime.model.body import Body
    from orgcrime.model.instrument import Instrument
    from orgcrime.model.participant import Participant

__all__ = ["check"]

_UNION = "eu"
_ALSO_WRITTEN = {
    "acceded": "accession",
    "accepted": "acceptance",
    "adopted": "adoption",
    "approved": "approval",
    "bound": "state-party",
    "created": "founding",
    "creation": "founding",
    "denounced": "denunciation",
    "entered-into-force": "entry-into-force",
    "establishment": "established",
    "foundation": "founding",
    "founded": "founding",
    "opened": "opening-for-signature",
    "opening": "opening-for-signature",
    "party": "state-party",
    "ratified": "ratification",
    "signed": "signature",
    "succeeded": "succession",
    "withdrawal": "denunciation",
    "withdrew": "denunciation",
}


def check(  # noqa: PLR0913 - a claim may be of many kinds
    *,
    participant: Participant | str | None = None,
    instrument: Instrument | str | None = None,
    act: ActKind | MilestoneKind | str | None = None,
    year: int | None = None,
    date: PartialDate | dt.date | str | None = None,
    on: dt.date | str | None = None,
    status: Position | str | None = None,
    count: int | None = None,
    counts: str | None = None,
    body: Body | str | None = None,
    name: str | None = None,
    member_of: Body | Participant | str | None = None,
    citation: Citation | str | None = None,
    catalogue: Catalogue = BUILT_IN,
) -> Verdict:
    """Return what a claim comes to: confirmed, contradicted or left open, with the fact.

    One claim at a time: of an act (``act``, with ``year`` or ``date``), of a position on a day (``status``), of a
    number on a day (``count``), of a name on a day (``name``), of membership on a day (``member_of``), or of a place in
    a text (``citation``). What the data do not know never contradicts.

    Args:
        participant: of whom it is claimed: a record, or any key that names it.
        instrument: about which instrument.
        act: what is said to have been done: of a participant ``signature``, ``ratification``, ``accession`` …,
            ``consent`` for any consent to be bound, ``entry-into-force`` for it; of an instrument ``adoption``,
            ``opening-for-signature``, ``entry-into-force``; of a body ``founding`` or a kind of milestone.
        year: the year in which.
        date: the day, month or year on or in which.
        on: the day for which a position, a number, a name or a membership is claimed, or by which an act is; ``None``
            for the last day that the data vouch for.
        status: ``party``, ``signatory`` (signed and not bound), ``contracting-state``, ``former-party``, ``none``.
        count: the number claimed.
        counts: what it counts: ``parties`` or ``signatories`` of an instrument; of a body ``members``, or what the body
            counts, as ``States``.
        body: of which body.
        name: what the body or instrument is said to be called.
        member_of: the body that the participant is said to belong to, or the European Union.
        citation: the citation that is said to name something that exists.
        catalogue: where to look; the built-in data by default.

    Raises:
        InputError: naming every fault of the arguments.

    Source: the article that the verdict cites.

    >>> print(check(participant="FR", instrument="UNCAC", act="ratification", year=2007).fact)
    France deposited its ratification of UNCAC on 2005-07-11; bound from 2005-12-14
    """
    arguments = {what: value for what, value in locals().items() if value is not None and what != "catalogue"}
    faults: list[Fault] = []
    kind = _kind(arguments, faults)
    values: dict[str, Any] = {}
    for what, value in arguments.items():
        try:
            values[what] = _READERS[what](value, kind, catalogue, arguments)
        except InputError as error:
            faults += [Fault(what, fault.message) for fault in error.faults]
        except DateError as error:
            faults.append(
                Fault(error.where if error.where in arguments else what, f"{error.given!r} is not {error.reason}")
            )
        except OrgCrimeError as error:
            faults.append(Fault(what, str(error)))
    if kind is None or faults:
        raise InputError(dict.fromkeys(faults))
    return kind.answer(_Asked(**values), catalogue)


@attrs.frozen(kw_only=True)
class _Asked:
    """The arguments of a claim, as they were read."""

    participant: Any = None
    instrument: Any = None
    body: Any = None
    act: Any = None
    status: Any = None
    count: Any = None
    counts: Any = None
    name: Any = None
    member_of: Any = None
    citation: Any = None
    year: PartialDate | None = None
    date: PartialDate | None = None
    on: dt.date | None = None

    @property
    def when(self) -> PartialDate | None:
        """The time claimed."""
        return self.date or self.year


def _act_done(asked: _Asked, catalogue: Catalogue) -> Verdict:
    if asked.act == records.ENTRY:
        return acts.entered(asked.participant, asked.instrument, asked.when, asked.on, catalogue)
    return acts.act_done(asked.participant, asked.instrument, asked.act, asked.when, asked.on, catalogue)


def _dated(asked: _Asked, _: Catalogue) -> Verdict:
    return records.dated(asked.instrument, asked.act, asked.when, asked.on)


def _happened(asked: _Asked, _: Catalogue) -> Verdict:
    return records.happened(asked.body, asked.act, asked.when or PartialDate(None, None))


def _stands(asked: _Asked, catalogue: Catalogue) -> Verdict:
    return acts.stands(asked.participant, asked.instrument, asked.status, asked.on, catalogue)


def _takers_part(asked: _Asked, catalogue: Catalogue) -> Verdict:
    return counts.takers_part(asked.instrument, asked.count, asked.counts or counts.PARTIES, asked.on, catalogue)


def _members(asked: _Asked, _: Catalogue) -> Verdict:
    return counts.members_of(asked.body, asked.count, asked.counts, asked.on)


def _body_name(asked: _Asked, catalogue: Catalogue) -> Verdict:
    return records.body_name(asked.body, asked.name, asked.on, catalogue.bodies)


def _instrument_name(asked: _Asked, catalogue: Catalogue) -> Verdict:
    return records.instrument_name(asked.instrument, asked.name, catalogue.instruments)


def _belongs(asked: _Asked, catalogue: Catalogue) -> Verdict:
    if asked.member_of.id == _UNION:
        return acts.in_union(asked.participant, asked.on, catalogue)
    return acts.belongs(asked.participant, asked.member_of, asked.on, catalogue)


def _cited(asked: _Asked, catalogue: Catalogue) -> Verdict:
    cited = asked.citation
    lacking = citing.missing(cited, catalogue)
    truth = citing.verify(cited, catalogue=catalogue)
    fact = {Truth.TRUE: f"{cited} exists", Truth.UNKNOWN: f"{cited}: the text was not read for this library"}
    instrument = catalogue.instruments[cited.instrument]
    return Verdict(
        outcome=Outcome.of(truth),
        fact=lacking or fact[truth],
        citations=(cited,) if truth is Truth.TRUE else (),
        sources=tuple(dict.fromkeys(each.source for each in instrument.sources)),
    )


@attrs.frozen(kw_only=True)
class _Kind:
    """A kind of claim: of whom it is made, with what details, in which words, and how it is answered."""

    of: tuple[str, ...]
    details: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    words: Mapping[str, Any] = attrs.Factory(dict)
    answer: Callable[[_Asked, Catalogue], Verdict]


_ACTS: dict[str, Any] = {each.value: frozenset((each,)) for each in ActKind}
_DATES = (records.ADOPTION, records.OPENING, records.ENTRY)
_KINDS: dict[str, tuple[_Kind, ...]] = {
    "act": (
        _Kind(
            of=("participant", "instrument"),
            details=("year", "date", "on"),
            words=_ACTS | {acts.ANY_CONSENT: CONSENTS, records.ENTRY: records.ENTRY, "in-force": records.ENTRY},
            answer=_act_done,
        ),
        _Kind(
            of=("instrument",),
            details=("year", "date", "on"),
            one_of=("date", "year", "on"),
            words={each: each for each in _DATES} | {"signature": records.OPENING, "in-force": records.ENTRY},
            answer=_dated,
        ),
        _Kind(
            of=("body",),
            details=("year", "date"),
            one_of=("date", "year"),
            words={records.FOUNDING: records.FOUNDING} | {each.value: each.value for each in MilestoneKind},
            answer=_happened,
        ),
    ),
    "status": (
        _Kind(
            of=("participant", "instrument"),
            details=("on",),
            words={each.value: each for each in Position},
            answer=_stands,
        ),
    ),
    "count": (
        _Kind(
            of=("instrument",),
            details=("on", "counts"),
            words={each: each for each in (counts.PARTIES, counts.SIGNATORIES)},
            answer=_takers_part,
        ),
        _Kind(of=("body",), details=("on", "counts"), answer=_members),
    ),
    "name": (
        _Kind(of=("body",), details=("on",), answer=_body_name),
        _Kind(of=("instrument",), answer=_instrument_name),
    ),
    "member_of": (_Kind(of=("participant",), details=("on",), answer=_belongs),),
    "citation": (_Kind(of=(), answer=_cited),),
}
"""The kinds of claim, by the argument that makes the claim."""

_SUBJECTS = ("participant", "instrument", "body")


def _kind(arguments: Mapping[str, Any], faults: list[Fault]) -> _Kind | None:
    """Return the kind of claim that some arguments make, and note what does not fit it."""
    claimed = [each for each in _KINDS if each in arguments]
    if len(claimed) != 1:
        found = f"{' and '.join(claimed)} are claimed" if claimed else "nothing is claimed"
        faults.append(Fault("", f"{found}: expected just one of {', '.join(_KINDS)}"))
        return None
    subjects = tuple(each for each in _SUBJECTS if each in arguments)
    kind = next((each for each in _KINDS[claimed[0]] if each.of == subjects), None)
    if kind is None:
        fitting = ", or of ".join(" and ".join(each.of) or "nothing else" for each in _KINDS[claimed[0]])
        faults.append(Fault(claimed[0], f"is claimed of {' and '.join(subjects) or 'nobody'}: expected of {fitting}"))
        return None
    for detail in ("year", "date", "on", "counts"):
        if detail in arguments and detail not in kind.details:
            hint = "; give the day with on=" if detail in ("year", "date") and "on" in kind.details else ""
            faults.append(Fault(detail, f"does not go with {claimed[0]} of {' and '.join(subjects) or 'a text'}{hint}"))
    if kind.one_of and not any(each in arguments for each in kind.one_of):
        faults.append(Fault(kind.one_of[0], f"is missing: expected {' or '.join(f'{each}=' for each in kind.one_of)}"))
    if "year" in arguments and "date" in arguments:
        faults.append(Fault("date", "is given beside year: expected one of the two"))
    return kind


def _wrong(message: str) -> InputError:
    return InputError([Fault("", message)])


def _read_record(registry: str) -> Callable[..., Any]:
    def read(value: object, _: object, catalogue: Catalogue, arguments: Mapping[str, Any]) -> object:
        day = arguments.get("on") if registry == "participants" else None
        given: Any = value
        return named(getattr(catalogue, registry), given, on=day)

    return read


def _read_member_of(value: object, _: object, catalogue: Catalogue, __: object) -> object:
    given: Any = value
    found = catalogue.participants.get(given) if isinstance(given, str) else given
    return found if getattr(found, "id", None) == _UNION else named(catalogue.bodies, given)


def _read_citation(value: object, _: object, catalogue: Catalogue, __: object) -> Citation:
    return citing.read(value, catalogue)


def _read_word(value: object, kind: _Kind | None, _: object, __: object) -> object:
    """Return what a word of a closed list means; the list is that of the kind of claim."""
    if kind is None:
        return None
    word = str(value.value if isinstance(value, enum.Enum) else value).casefold().strip()
    word = word.replace(" ", "-").replace("_", "-")
    for each in (word, _ALSO_WRITTEN.get(word, word)):
        if each in kind.words:
            return kind.words[each]
    offer = did_you_mean(word, kind.words) or f" Expected one of: {', '.join(kind.words)}."
    raise _wrong(f"{value!r} is not what can be claimed of {' and '.join(kind.of)}.{offer}")


def _read_counts(value: object, kind: _Kind | None, catalogue: Catalogue, arguments: Mapping[str, Any]) -> object:
    closed = kind is not None and bool(kind.words)
    return _read_word(value, kind, catalogue, arguments) if closed else _read_text(value, kind, catalogue, arguments)


def _read_text(value: object, *_: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(f"{value!r} is not a text")
    return value


def _read_count(value: object, *_: object) -> int:
    if type(value) is not int or value < 0:
        raise _wrong(f"{value!r} is not a number of anything: expected 0, 1, 2 …")
    return value


def _read_year(value: object, *_: object) -> PartialDate:
    if type(value) is not int or not dt.MINYEAR <= value <= dt.MAXYEAR:
        raise _wrong(f"{value!r} is not a year: expected a number such as 2019")
    return PartialDate.read(f"{value:04}")


def _read_date(value: object, *_: object) -> PartialDate:
    if isinstance(value, PartialDate):
        return value
    given: Any = value
    return PartialDate.read(given, "date") if isinstance(given, str) else PartialDate.on(read_day(given, "date"))


def _read_on(value: object, *_: object) -> dt.date:
    given: Any = value
    return read_day(given)


_READERS: dict[str, Callable[..., Any]] = {
    "participant": _read_record("participants"),
    "instrument": _read_record("instruments"),
    "body": _read_record("bodies"),
    "act": _read_word,
    "status": _read_word,
    "count": _read_count,
    "counts": _read_counts,
    "name": _read_text,
    "member_of": _read_member_of,
    "citation": _read_citation,
    "year": _read_year,
    "date": _read_date,
    "on": _read_on,
}
