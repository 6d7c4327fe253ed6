"""National definitions: Australia, Canada, New Zealand, South Africa, the United Kingdom."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Citation, EvidenceStatus, Reference
from orgcrime.law.facts.group import Group, GroupAim, ListedOffence
from orgcrime.law.rule import Definition, NotEstablished, all_of, any_of, element, facts, not_
from orgcrime.temporal import Period

__all__ = [
    "AU_CRIMINAL_ORGANISATION",
    "AU_SA_CRIMINAL_GROUP",
    "AU_SA_CRIMINAL_ORGANISATION",
    "CA_CRIMINAL_ORGANIZATION",
    "DEFINITIONS",
    "GB_ORGANISED_CRIME_GROUP",
    "GROUP_DEFINITIONS",
    "NZ_ORGANISED_CRIMINAL_GROUP",
    "ZA_CRIMINAL_GANG",
]

CRIMINAL_CODE_CTH: Final = Citation("au-criminal-code", label="Criminal Code (Australia)")
CONSOLIDATION_ACT: Final = Citation(
    "au-sa-criminal-law-consolidation-act", label="Criminal Law Consolidation Act 1935 (South Australia)"
)
CRIMINAL_CODE_CA: Final = Citation("ca-criminal-code", label="Criminal Code (Canada)")
CRIMES_ACT: Final = Citation("nz-crimes-act", label="Crimes Act 1961 (New Zealand)")
PREVENTION_ACT: Final = Citation("za-poca", label="Prevention of Organised Crime Act 1998 (South Africa)")
SERIOUS_CRIME_ACT: Final = Citation("gb-serious-crime-act-2015", label="Serious Crime Act 2015")

_A_GROUP = ("there is a group: several persons linked together",)

group: Final = facts(Group)

AU_CRIMINAL_ORGANISATION: Final = Definition(
    id="au-390",
    title="criminal organisation (Commonwealth)",
    citation=CRIMINAL_CODE_CTH.at("s. 390.6(1)"),
    about=Group,
    rule=all_of(
        element("organisation of two or more persons", group.persons >= 2, "s. 390.6(1)"),
        element(
            "aim or activity of an offence punishable by at least three years",
            group.maximum_penalty >= 3,
            "s. 390.1(1)",
            note="the maximum that the law sets; facilitating such conduct is enough",
        ),
        element(
            "constitutionally covered offence",
            group.constitutionally_covered_offence,
            "s. 390.1(1)",
            note="a State offence counts only with a federal aspect",
        ),
        element("for the benefit of the organisation", group.benefit_of_group, "s. 390.6(1)"),
    ),
    presupposes=_A_GROUP,
    excluded=("structure", "duration"),
    notes=(
        "It is an element of the offences of supporting, committing an offence for and directing an organisation.",
        "For directing, the offence helped with need only be punishable by at least twelve months.",
        "Associating (s. 390.3) asks for two occasions and for an offence that involves two persons.",
    ),
    jurisdiction="au",
    period=Period.read("2010/.."),
    status=EvidenceStatus.SECONDARY,
    sources=(
        Reference("ato-legal", "s. 390.1(1)"),
        Reference("worldlii-au-2010-schedule-4"),
        Reference("sydneycriminallawyers", "s. 390.6"),
    ),
)
"""Criminal Code (Australia) s. 390.6(1), read with s. 390.1(1)."""

AU_SA_CRIMINAL_GROUP: Final = Definition(
    id="au-sa-83d",
    title="criminal organisation (criminal group)",
    citation=CONSOLIDATION_ACT.at("s. 83D(1)"),
    about=Group,
    rule=any_of(
        element(
            "criminal group",
            all_of(
                element("two or more persons", group.persons >= 2, "s. 83D(1)"),
                any_of(
                    NotEstablished(
                        title="aim or activity of a serious offence of violence",
                        reason="the definition of a serious offence of violence was not read",
                        pinpoint="s. 83D(1)(a)",
                    ),
                    all_of(
                        NotEstablished(
                            title="aim or activity of a serious offence",
                            reason="the definition of a serious offence was not read",
                            pinpoint="s. 83D(1)(b)",
                        ),
                        element(
                            "intended to benefit the group, its participants or their associates",
                            any_of(group.benefit_of_group, group.benefit_of_participants),
                            "s. 83D(1)(b)",
                        ),
                    ),
                ),
            ),
            "s. 83D(1)",
        ),
        element("declared organisation", group.declared_organisation, "s. 83D(1)"),
    ),
    presupposes=_A_GROUP,
    excluded=("structure", "duration"),
    notes=(
        "Two Divisions of one Act have two definitions: two persons here, three in s. 83GA.",
        "Conduct elsewhere counts where it would be such an offence in South Australia.",
    ),
    jurisdiction="au",
    period=Period.read("[2012-01-01..2026-11-23]/.."),
    sources=(Reference("austlii-sa-83d"), Reference("austlii-sa-2012-12", "s. 30")),
)
"""Criminal Law Consolidation Act 1935 (South Australia) s. 83D(1)."""

AU_SA_CRIMINAL_ORGANISATION: Final = Definition(
    id="au-sa-83ga",
    title="criminal organisation (public places and prescribed events)",
    citation=CONSOLIDATION_ACT.at("s. 83GA(1)"),
    about=Group,
    rule=any_of(
        element(
            "organisation that is a risk to the community",
            all_of(
                element("three or more persons", group.persons >= 3, "s. 83GA(1)(a)"),
                NotEstablished(
                    title="purpose of serious criminal activity",
                    reason="the definition of serious criminal activity was not read",
                    pinpoint="s. 83GA(1)(a)(i)",
                ),
                element(
                    "unacceptable risk to the safety, welfare or order of the community",
                    group.unacceptable_risk,
                    "s. 83GA(1)(a)(ii)",
                ),
            ),
            "s. 83GA(1)(a)",
        ),
        element("declared organisation", group.declared_organisation, "s. 83GA(1)(b)", note="no number of persons"),
        element("declared by regulation", group.declared_by_regulation, "s. 83GA(1)(c)", note="no number of persons"),
    ),
    presupposes=_A_GROUP,
    excluded=("structure", "duration", "benefit"),
    notes=("Two Divisions of one Act have two definitions: three persons here, two in s. 83D.",),
    jurisdiction="au",
    period=Period.read("[2015-01-01..2026-11-23]/.."),
    sources=(Reference("austlii-sa-83ga"),),
)
"""Criminal Law Consolidation Act 1935 (South Australia) s. 83GA(1)."""

CA_CRIMINAL_ORGANIZATION: Final = Definition(
    id="ca-467-1",
    title="criminal organization",
    citation=CRIMINAL_CODE_CA.at("s. 467.1(1)"),
    about=Group,
    rule=all_of(
        element("three or more persons", group.persons >= 3, "s. 467.1(1)(a)", note="in or outside Canada"),
        element(
            "serious offence",
            any_of(
                element(
                    "maximum of five years or more",
                    group.maximum_penalty >= 5,
                    "s. 467.1(1)",
                    note="of an indictable offence",
                ),
                element(
                    "prescribed by regulation",
                    group.listed_offences.contains(ListedOffence.CA_PRESCRIBED),
                    "s. 467.1(1)",
                ),
            ),
            "s. 467.1(1)",
            note="facilitating it is enough, and it need not be committed",
        ),
        element("one of its main purposes or main activities", group.offences_among_main_purposes, "s. 467.1(1)(b)"),
        element("likely material benefit", group.material_benefit_likely, "s. 467.1(1)(b)"),
        element(
            "not formed randomly for the immediate commission of a single offence",
            not_(group.randomly_formed),
            "s. 467.1(1)",
        ),
    ),
    presupposes=_A_GROUP,
    excluded=("how it is organized", "duration", "knowledge of a particular offence, for facilitation"),
    notes=(
        "Participation: five years (s. 467.11); an offence for it: fourteen (s. 467.12); instructing: life (467.13).",
    ),
    jurisdiction="ca",
    period=Period.read("2014-06-19/.."),
    sources=(Reference("ca-criminal-code-xml", "s. 467.1"), Reference("criminalnotebook"), Reference("slafereklaw")),
)
"""Criminal Code (Canada) s. 467.1(1)."""

NZ_ORGANISED_CRIMINAL_GROUP: Final = Definition(
    id="nz-98a",
    title="organised criminal group",
    citation=CRIMES_ACT.at("s. 98A(2)"),
    about=Group,
    rule=all_of(
        element("three or more people", group.persons >= 3, "s. 98A(2)"),
        element(
            "one of the objectives",
            any_of(
                element(
                    "material benefits from offences of four years or more",
                    all_of(
                        group.maximum_penalty >= 4,
                        any_of(group.financial_benefit, group.other_material_benefit),
                    ),
                    "s. 98A(2)(a) and (b)",
                    note="conduct abroad counts where it would be such an offence in New Zealand",
                ),
                NotEstablished(
                    title="serious violent offences",
                    reason="the definition of a serious violent offence was not read",
                    pinpoint="s. 98A(2)(c) and (d)",
                ),
            ),
            "s. 98A(2)",
            note="benefit is needed only in the first",
        ),
    ),
    presupposes=_A_GROUP,
    excluded=(
        "whether some are subordinates or employees of others",
        "whether only some take part in the planning or the act",
        "whether its membership changes",
    ),
    notes=("Taking part in such a group with the knowledge or recklessness that s. 98A(1) asks for: up to ten years.",),
    jurisdiction="nz",
    sources=(Reference("nz-legislation"), Reference("plainlanguagelaw-nz"), Reference("unodc-sherloc-excerpts")),
)
"""Crimes Act 1961 (New Zealand) s. 98A(2)."""

ZA_CRIMINAL_GANG: Final = Definition(
    id="za-poca",
    title="criminal gang",
    citation=PREVENTION_ACT.at("s. 1(1)"),
    about=Group,
    rule=all_of(
        element("three or more persons", group.persons >= 3, "s. 1(1)"),
        element("ongoing, formal or informal", group.ongoing, "s. 1(1)"),
        element(
            "one of its activities: one or more criminal offences",
            group.aims.contains(GroupAim.OFFENCE, GroupAim.SEVERAL_OFFENCES),
            "s. 1(1)",
        ),
        element("identifiable name, sign or symbol", group.name_or_sign, "s. 1(1)"),
        NotEstablished(
            title="pattern of criminal gang activity",
            reason="the definition of such a pattern was not read",
            pinpoint="s. 1(1)",
        ),
    ),
    presupposes=_A_GROUP,
    excluded=("a penalty threshold", "benefit"),
    notes=(
        "Three or more: a footnote in one journal that says more than three is wrong.",
        'The text says "includes": what it names is a criminal gang, and it does not say that nothing else is.',
    ),
    jurisdiction="za",
    period=Period.read("[1998-01-01..2026-11-23]/.."),
    sources=(Reference("acts-co-za", "s. 1"),),
)
"""Prevention of Organised Crime Act 121 of 1998 (South Africa) s. 1(1)."""

GB_ORGANISED_CRIME_GROUP: Final = Definition(
    id="gb-eaw-45",
    title="organised crime group (England and Wales)",
    citation=SERIOUS_CRIME_ACT.at("s. 45(6)"),
    about=Group,
    rule=all_of(
        element(
            "criminal activities",
            all_of(
                element(
                    "offence punishable on indictment with seven years or more",
                    group.maximum_penalty >= 7,
                    "s. 45(4)(b)",
                    note="in England and Wales, or if done there",
                ),
                element(
                    "offence where it is carried on",
                    group.offence_where_carried_on,
                    "s. 45(4) and (5)",
                    note="always so in England and Wales; elsewhere the law of the place is asked as well",
                ),
                element(
                    "view to any gain or benefit",
                    any_of(group.financial_benefit, group.other_material_benefit, group.other_benefit),
                    "s. 45(3) and (7)(c)",
                    note="direct or indirect; it need not be financial",
                ),
            ),
            "s. 45(3) to (5)",
            note="carrying them on is its purpose or one of its purposes: s. 45(6)(a)",
        ),
        element("three or more persons", group.persons >= 3, "s. 45(6)(b)"),
        element(
            "who act, or agree to act, together",
            any_of(group.acting_in_concert, group.agreed_to_act_together),
            "s. 45(6)(b)",
        ),
    ),
    presupposes=_A_GROUP,
    excluded=("whether the person knows any of the members", "structure", "duration"),
    notes=(
        "It is the law of England and Wales only.",
        "Taking part, where one knows or reasonably suspects that this is or helps such activities: up to five years.",
    ),
    jurisdiction="gb",
    period=Period.read("[2015-01-01..2015-12-29]/.."),
    sources=(Reference("uk-serious-crime-act-2015-12-29"), Reference("uk-legislation"), Reference("cps-guidance")),
)
"""Serious Crime Act 2015 s. 45(6), read with s. 45(3)-(5)."""

DEFINITIONS: Final = (
    AU_CRIMINAL_ORGANISATION,
    AU_SA_CRIMINAL_GROUP,
    AU_SA_CRIMINAL_ORGANISATION,
    CA_CRIMINAL_ORGANIZATION,
    GB_ORGANISED_CRIME_GROUP,
    NZ_ORGANISED_CRIMINAL_GROUP,
    ZA_CRIMINAL_GANG,
)
"""The definitions of these laws."""

GROUP_DEFINITIONS: Final = DEFINITIONS
"""Those that define a group."""
