"""The European Union: the Framework Decision on organised crime."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Citation, EvidenceStatus, Reference
from orgcrime.law.facts import Group, Offence, Participation
from orgcrime.law.rule import Definition, DefinitionKind, all_of, any_of, element, facts, meets, not_
from orgcrime.temporal import Period

__all__ = [
    "CRIMINAL_ORGANISATION",
    "CRIMINAL_ORGANISATION_OFFENCES",
    "FRAMEWORK_DECISION",
    "GROUP_DEFINITIONS",
    "ORGANISATION_OFFENCE",
    "STRUCTURED_ASSOCIATION",
]

FRAMEWORK_DECISION: Final = Citation("eu-fd-2008-841", label="Framework Decision 2008/841/JHA")
"""The Framework Decision on the fight against organised crime."""

_IN_FORCE: Final = Period.read("[2008-11-11..2010-05-11]/..")
_ORGANISED_CRIME = (
    Reference("eur-lex-32008f0841"),
    Reference("oeil-1059422", "arts. 1(1), 2"),
    Reference("oeil-936753"),
    Reference("vlex-policy-analysis", "p. 17"),
)

group: Final = facts(Group)
offence: Final = facts(Offence)
participation: Final = facts(Participation)

STRUCTURED_ASSOCIATION: Final = Definition(
    id="eu-structured-association",
    title="structured association",
    citation=FRAMEWORK_DECISION.at("1(2)"),
    about=Group,
    rule=not_(group.randomly_formed),
    presupposes=("there is an association: several persons linked together",),
    excluded=("formally defined roles", "continuity of membership", "a developed structure"),
    notes=("The paragraph names what is not asked for just as the Convention does for a structured group.",),
    period=_IN_FORCE,
    status=EvidenceStatus.SECONDARY,
    sources=_ORGANISED_CRIME,
)
"""Framework Decision 2008/841/JHA art. 1(2)."""

ORGANISATION_OFFENCE: Final = Definition(
    id="eu-organisation-offence",
    title="offence punishable by a maximum of at least four years",
    citation=FRAMEWORK_DECISION.at("1(1)"),
    about=Offence,
    rule=offence.maximum_penalty >= 4,
    presupposes=("the conduct is an offence in the legal order looked at",),
    excluded=("the sentence imposed", "the minimum penalty", "transnationality"),
    notes=(
        "A detention order counts as deprivation of liberty does, and so does a heavier penalty.",
        "There is no second branch for the offences of a convention: the penalty alone decides.",
    ),
    period=_IN_FORCE,
    status=EvidenceStatus.SECONDARY,
    sources=_ORGANISED_CRIME,
)
"""Framework Decision 2008/841/JHA art. 1(1)."""

CRIMINAL_ORGANISATION: Final = Definition(
    id="eu-criminal-organisation",
    title="criminal organisation",
    citation=FRAMEWORK_DECISION.at("1(1)"),
    about=Group,
    rule=all_of(
        meets(STRUCTURED_ASSOCIATION),
        element(
            "established over a period of time",
            group.existed_for_a_period,
            "1(1)",
            note="the text lays down no minimum length",
        ),
        element("more than two persons", group.persons >= 3, "1(1)", note="more than two is three or more"),
        element("acting in concert", group.acting_in_concert, "1(1)"),
        meets(ORGANISATION_OFFENCE),
        element(
            "in order to obtain a financial or other material benefit",
            any_of(group.financial_benefit, group.other_material_benefit),
            "1(1)",
            note="direct or indirect; the purpose counts, not the result",
        ),
    ),
    presupposes=("there is an association: several persons linked together",),
    excluded=(
        "formally defined roles",
        "continuity of membership",
        "a developed structure",
        "a cross-border element",
    ),
    notes=(
        "The text says offences, in the plural; it is not read as asking for two.",
        "Under the Joint Action of 1998, its predecessor, the offences could be an end in themselves, without benefit.",
    ),
    aliases=("eu-fd-2008-841-1-criminal-organisation",),
    period=_IN_FORCE,
    status=EvidenceStatus.SECONDARY,
    sources=_ORGANISED_CRIME,
)
"""Framework Decision 2008/841/JHA art. 1."""

CRIMINAL_ORGANISATION_OFFENCES: Final = Definition(
    id="eu-criminal-organisation-offences",
    title="offences relating to participation in a criminal organisation",
    kind=DefinitionKind.OFFENCE,
    citation=FRAMEWORK_DECISION.at("2"),
    about=Participation,
    rule=any_of(
        element(
            "active part in the criminal activities of the organisation",
            all_of(
                participation.group.meets(CRIMINAL_ORGANISATION),
                element("with intent", participation.intentional, "2(a)"),
                element(
                    "knowledge of its aim and general activity, or of its intention",
                    any_of(participation.knows_aim_and_activity, participation.knows_intention),
                    "2(a)",
                    note="the text says general activity, where the Convention says general criminal activity",
                ),
                element(
                    "active part in its criminal activities",
                    participation.active_in_criminal_activities,
                    "2(a)",
                    note="information, material means, recruitment and financing included",
                ),
                element(
                    "knowledge that this contributes to its criminal activities",
                    participation.knows_contribution,
                    "2(a)",
                ),
            ),
            "2(a)",
        ),
        element(
            "agreement on an activity that amounts to such offences",
            all_of(
                element(
                    "agreement with one or more persons",
                    participation.parties_to_agreement >= 2,
                    "2(b)",
                    note="two in all, and not the more than two of an organisation",
                ),
                participation.offence.meets(ORGANISATION_OFFENCE),
            ),
            "2(b)",
            note="the person need not take part in carrying it out",
        ),
    ),
    presupposes=("the law of the Member State makes this type of conduct an offence",),
    excluded=("part in the actual execution, under letter (b)", "the offences having been committed"),
    notes=(
        "A Member State may make one of the two types of conduct an offence, or both: do not ask for both.",
        "The two to five years of art. 3 are a band for the maximum that a State must set, not for a sentence.",
    ),
    aliases=("eu-fd-2008-841-2-offences",),
    period=_IN_FORCE,
    status=EvidenceStatus.SECONDARY,
    sources=_ORGANISED_CRIME,
)
"""Framework Decision 2008/841/JHA art. 2."""

GROUP_DEFINITIONS: Final = (CRIMINAL_ORGANISATION,)
"""The definitions of a group, which can be compared with each other."""
