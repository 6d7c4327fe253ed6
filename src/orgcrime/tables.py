"""The tables: shipped data that are no records with an id, each read when it is first asked for."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from orgcrime.model.cooperation import (
        CooperationRule,
        CoveredOffence,
        Exclusion,
        Transition,
        UnionAct,
        UnionMembership,
        UnionPosition,
    )
    from orgcrime.model.duty import Duty
    from orgcrime.model.participation import ControlTotal, Declaration, Lead
    from orgcrime.model.taxonomy import Match
    from orgcrime.temporal import PartialDate

__all__ = ["TABLES", "Tables", "day_of", "several"]

T = TypeVar("T")


class Tables:
    """The tables of a catalogue."""

    @functools.cached_property
    def matches(self) -> tuple[Match, ...]:
        """The matches between entries of lists, and between entries and the hub."""
        from orgcrime.citation import EvidenceStatus
        from orgcrime.model.taxonomy import Match, Relation
        from orgcrime.reading import names, table

        return tuple(
            Match(
                source=row["source"],
                source_entry=row["source_entry"],
                relation=Relation(row["relation"]),
                target=row["target"],
                target_entry=row["target_entry"],
                note=row["note"] or None,
                status=EvidenceStatus(row["status"]),
            )
            for name in names("crosswalk", ".csv")
            for row in table(name)
        )

    @functools.cached_property
    def declarations(self) -> tuple[Declaration, ...]:
        """Declarations and reservations: a selection, silent on withdrawals."""
        from orgcrime.citation import EvidenceStatus
        from orgcrime.model.participation import Declaration
        from orgcrime.reading import table

        return tuple(
            Declaration(
                participant=row["participant"],
                instrument=row["instrument"],
                pinpoints=several(row["pinpoint"]),
                kind=row["kind"],
                paraphrase=row["paraphrase"],
                status=EvidenceStatus(row["status"]),
                sources=several(row["source"]),
            )
            for row in table("participation/declarations.csv")
        )

    @functools.cached_property
    def leads(self) -> tuple[Lead, ...]:
        """Acts that are claimed somewhere and not established: never part of a list or a count."""
        from orgcrime.model.participation import ActKind, Lead
        from orgcrime.reading import table

        return tuple(
            Lead(
                instrument=row["instrument"],
                participant=row["participant"],
                kind=ActKind(row["act"]),
                day=day_of(row),
                sources=several(row["sources"]),
                note=row["note"],
            )
            for row in table("participation/leads.csv")
        )

    @functools.cached_property
    def control_totals(self) -> tuple[ControlTotal, ...]:
        """Published numbers of parties and signatories, against which the lists are checked."""
        from orgcrime.model.participation import ControlTotal
        from orgcrime.reading import table
        from orgcrime.temporal import PartialDate

        return tuple(
            ControlTotal(
                instrument=row["instrument"],
                as_of=PartialDate.read(row["date"]),
                counts=row["counts"],
                published=int(row["published"]),
                source=row["source"] or None,
                note=row["note"] or None,
            )
            for row in table("participation/control-totals.csv")
        )

    @functools.cached_property
    def duties(self) -> tuple[Duty, ...]:
        """What instruments oblige, invite or allow their parties to do."""
        from orgcrime.model.duty import Duty
        from orgcrime.reading import records

        return records(Duty, "duties.json")

    @functools.cached_property
    def cooperation_rules(self) -> tuple[CooperationRule, ...]:
        """The articles under which one State may ask another, those of one form in the order of the instruments."""
        from orgcrime.model.cooperation import CooperationRule

        return _cooperation(CooperationRule, "rules")

    @functools.cached_property
    def covered_offences(self) -> tuple[CoveredOffence, ...]:
        """The categories of crime that instruments make offences."""
        from orgcrime.model.cooperation import CoveredOffence

        return _cooperation(CoveredOffence, "offences")

    @functools.cached_property
    def exclusions(self) -> tuple[Exclusion, ...]:
        """Declarations by which a party excludes its relations with another from an instrument."""
        from orgcrime.model.cooperation import Exclusion

        return _cooperation(Exclusion, "exclusions")

    @functools.cached_property
    def union_acts(self) -> tuple[UnionAct, ...]:
        """How far the data on each act of the European Union reach."""
        from orgcrime.model.cooperation import UnionAct

        return _cooperation(UnionAct, "acts_of_the_union")

    @functools.cached_property
    def union_memberships(self) -> tuple[UnionMembership, ...]:
        """When States were members of the European Union."""
        from orgcrime.model.cooperation import UnionMembership
        from orgcrime.reading import table
        from orgcrime.temporal import Period

        return tuple(
            UnionMembership(
                participant=row["participant"],
                period=Period.read(f"{row['member_from']}/{row['member_until'] or '..'}"),
                sources=several(row["sources"]),
                note=row["note"] or None,
            )
            for row in table("eu-membership.csv")
        )

    @functools.cached_property
    def union_transitions(self) -> tuple[Transition, ...]:
        """The times after membership in which the law of the European Union applied all the same."""
        from orgcrime.model.cooperation import Transition

        return _cooperation(Transition, "transitions")

    @functools.cached_property
    def union_positions(self) -> tuple[UnionPosition, ...]:
        """Where States stood towards acts of the European Union, the earliest first."""
        from orgcrime.citation import EvidenceStatus
        from orgcrime.model.cooperation import UnionPosition, UnionPositionKind
        from orgcrime.reading import table
        from orgcrime.temporal import Period

        return tuple(
            UnionPosition(
                act=row["act"],
                participant=row["participant"],
                kind=UnionPositionKind(row["position"]),
                period=Period.read(f"{row['from']}/{row['until']}"),
                status=EvidenceStatus(row["status"]),
                sources=several(row["sources"]),
                note=row["note"] or None,
            )
            for row in table("participation/eu-acts.csv")
        )


TABLES: tuple[str, ...] = tuple(
    sorted(name for name, value in vars(Tables).items() if isinstance(value, functools.cached_property))
)
"""The names of the tables of a catalogue."""


def several(text: str) -> tuple[str, ...]:
    """Return the values of a cell that may hold several."""
    return tuple(filter(None, text.split(";")))


def day_of(row: dict[str, str]) -> PartialDate:
    """Return the day of a row, known exactly or by bounds."""
    from orgcrime.temporal import PartialDate

    if row["date"]:
        return PartialDate.read(row["date"])
    return PartialDate.between(row["not_before"] or None, row["not_after"] or None)


def _cooperation(kind: type[T], part: str) -> tuple[T, ...]:
    from orgcrime.reading import made, read

    return tuple(made(kind, raw) for raw in read("cooperation.json")[part])
