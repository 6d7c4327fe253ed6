"""National definitions: Japan."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Citation, EvidenceStatus, Reference
from orgcrime.law.facts.group import Group, ListedOffence
from orgcrime.law.facts.national import Boryokudan
from orgcrime.law.rule import Definition, DefinitionKind, all_of, element, facts
from orgcrime.temporal import Period

__all__ = [
    "DEFINITIONS",
    "GROUP_DEFINITIONS",
    "JP_DESIGNATED_BORYOKUDAN",
    "JP_ORGANISED_CRIMINAL_GROUP",
]

ACT_136: Final = Citation("jp-act-136-1999", label="Act no. 136 of 1999 (Japan)")
ACT_77: Final = Citation("jp-act-77-1991", label="Act no. 77 of 1991 (Japan)")

group: Final = facts(Group)
organisation: Final = facts(Boryokudan)

JP_ORGANISED_CRIMINAL_GROUP: Final = Definition(
    id="jp-136",
    title="organised criminal group",
    citation=ACT_136.at("2(1) and 6-2(1)"),
    about=Group,
    rule=all_of(
        element("union of many persons", group.of_many_persons, "2(1)", note="the text gives no number"),
        element("continuing union", group.ongoing, "2(1)"),
        element("common purpose", group.common_purpose, "2(1)"),
        element(
            "repeated acts under orders and a fixed division of tasks",
            group.acts_under_orders_and_fixed_tasks,
            "2(1)",
            note="all or some of the acts that carry out its purpose or will",
        ),
        element(
            "common purpose, as the basis of the union, of committing crimes of appended table 3",
            group.listed_offences.contains(ListedOffence.JP_APPENDED_TABLE_3),
            "6-2(1)",
            note="the list decides, and no number of years",
        ),
    ),
    presupposes=("there is a group: several persons linked together",),
    excluded=("benefit",),
    notes=(
        "Art. 6-2 punishes two or more who plan certain crimes as an activity of such a group, once one has prepared.",
        "It sets up to five or two years, by the crime planned.",
        "The texts were read in private copies of the Act.",
    ),
    jurisdiction="jp",
    period=Period.read("2017-07-11/.."),
    status=EvidenceStatus.SECONDARY,
    sources=(
        Reference("kitano-act-136", "art. 2"),
        Reference("sbgz-act-136", "art. 6-2"),
        Reference("gk1024-act-136", "art. 6-2"),
        Reference("jp-law-3587"),
        Reference("moj-jp"),
        Reference("japan-times-2017"),
    ),
)
"""Act no. 136 of 1999 (Japan) arts. 2(1), 6-2(1)."""

JP_DESIGNATED_BORYOKUDAN: Final = Definition(
    id="jp-boryokudan",
    title="designation of a boryokudan",
    kind=DefinitionKind.DESIGNATION,
    citation=ACT_77.at("2 and 3"),
    about=Boryokudan,
    rule=all_of(
        element(
            "likely to help its members to violent unlawful acts",
            organisation.facilitates_violence,
            "2(ii)",
            note="this alone makes it a boryokudan; what follows is for the designation",
        ),
        element("funds through its influence", organisation.funds_through_influence, "3(i)"),
        element("members with criminal records above the ratio", organisation.criminal_records_above_ratio, "3(ii)"),
        element("hierarchy under its representative", organisation.hierarchical, "3(iii)"),
    ),
    excluded=("a number of persons", "a penalty threshold"),
    notes=(
        "A designation is an administrative act of a public safety commission. Membership as such is no crime.",
        "The three conditions of art. 3 were read in summaries and in the cabinet order that carries them out.",
    ),
    jurisdiction="jp",
    period=Period.read("[1992-01-01..2024-04-01]/.."),
    status=EvidenceStatus.SECONDARY,
    sources=(
        Reference("npa-jp"),
        Reference("iuris-act-77", "art. 2"),
        Reference("justiceoffice-act-77", "art. 3"),
        Reference("jp-cabinet-order-335"),
    ),
)
"""Act no. 77 of 1991 (Japan) arts. 2(ii), 3."""

DEFINITIONS: Final = (JP_ORGANISED_CRIMINAL_GROUP, JP_DESIGNATED_BORYOKUDAN)
"""The definitions of this law."""

GROUP_DEFINITIONS: Final = (JP_ORGANISED_CRIMINAL_GROUP,)
"""Those that define a group."""
