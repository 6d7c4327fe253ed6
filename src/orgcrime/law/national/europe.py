"""National definitions: Germany, France, Italy, Romania."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Citation, EvidenceStatus, Reference
from orgcrime.law.facts.group import Group, GroupAim, ListedOffence, StatutoryException
from orgcrime.law.facts.national import OrganisationSupport
from orgcrime.law.rule import Definition, DefinitionKind, all_of, any_of, element, facts, meets, not_
from orgcrime.temporal import Period

__all__ = [
    "DEFINITIONS",
    "DE_CRIMINAL_ASSOCIATION",
    "FR_ASSOCIATION_DE_MALFAITEURS",
    "FR_BANDE_ORGANISEE",
    "FR_CONCOURS",
    "FR_ORGANISATION_CRIMINELLE",
    "GROUP_DEFINITIONS",
    "IT_ASSOCIAZIONE_MAFIOSA",
    "IT_ASSOCIAZIONE_PER_DELINQUERE",
    "RO_ORGANISED_CRIMINAL_GROUP",
    "RO_ORGANISED_CRIMINAL_GROUP_2003",
]

STGB: Final = Citation("de-stgb", label="German Criminal Code")
CODE_PENAL: Final = Citation("fr-code-penal", label="French Criminal Code")
CODICE_PENALE: Final = Citation("it-codice-penale", label="Italian Criminal Code")
LAW_39_2003: Final = Citation("ro-law-39-2003", label="Law 39/2003 (Romania)")
COD_PENAL: Final = Citation("ro-cod-penal", label="Romanian Criminal Code")

_CODE_PENAL_TEXT = Reference("legalize-fr-code-penal")
_NAMED = "there is an association: several persons linked together"

group: Final = facts(Group)
support: Final = facts(OrganisationSupport)

DE_CRIMINAL_ASSOCIATION: Final = Definition(
    id="de-129",
    title="criminal association (kriminelle Vereinigung)",
    kind=DefinitionKind.OFFENCE,
    citation=STGB.at("§ 129"),
    about=Group,
    rule=all_of(
        element(
            "union of more than two persons",
            group.persons >= 3,
            "§ 129(2)",
            note="more than two is three or more",
        ),
        element("organised union", group.organised, "§ 129(2)"),
        element("set up for some length of time", group.meant_to_last, "§ 129(2)", note="the text says: longer"),
        element("overarching common interest", group.overarching_common_interest, "§ 129(2)"),
        element(
            "purpose or activity of offences with a maximum of at least two years",
            group.maximum_penalty >= 2,
            "§ 129(1)",
        ),
        element(
            "no exception",
            not_(
                group.statutory_exceptions.contains(
                    StatutoryException.DE_POLITICAL_PARTY,
                    StatutoryException.DE_SUBORDINATE,
                    StatutoryException.DE_SECTIONS_84_TO_87,
                )
            ),
            "§ 129(3)",
            note="a party not declared unconstitutional, offences of subordinate importance only, §§ 84 to 87 only",
        ),
    ),
    presupposes=(_NAMED,),
    excluded=("fixed roles of the members", "continuity of membership", "a developed structure", "benefit"),
    notes=(
        "Founding it or being a member: up to five years; supporting it or recruiting for it: up to three.",
        "The offences must be punishable by imprisonment: the two years are the maximum that the law sets for them.",
    ),
    jurisdiction="de",
    period=Period.read("2017/.."),
    sources=(Reference("de-gesetze-2022", "§ 129"),),
)
"""Strafgesetzbuch § 129, as reformed in 2017."""

FR_ASSOCIATION_DE_MALFAITEURS: Final = Definition(
    id="fr-450-1",
    title="criminal conspiracy (association de malfaiteurs)",
    kind=DefinitionKind.OFFENCE,
    citation=CODE_PENAL.at("450-1"),
    about=Group,
    rule=all_of(
        element("preparation shown by one or more material acts", group.material_acts, "450-1"),
        element(
            "preparation of a crime, or of a délit punished by at least five years",
            group.maximum_penalty >= 5,
            "450-1",
            note="the maximum counts; every crime has one of more than five years, so one figure serves for both",
        ),
    ),
    presupposes=("a group was formed or an agreement reached",),
    excluded=("a number of persons", "structure", "duration", "benefit", "the offences having been committed"),
    notes=(
        "The text gives no number of persons; case law and doctrine have two.",
        "Five years where délits of five years are prepared, ten for délits of ten years and for crimes.",
        "Fifteen years for the gravest crimes, since law no. 2025-532 of 13 June 2025.",
    ),
    jurisdiction="fr",
    period=Period.read("[2001-05-16..2001-05-17]/.."),
    sources=(_CODE_PENAL_TEXT, Reference("prison-eu-450-1"), Reference("juriblio"), Reference("lamy-liaisons")),
)
"""Code pénal art. 450-1, first paragraph."""

FR_ORGANISATION_CRIMINELLE: Final = Definition(
    id="fr-450-1-1",
    title="criminal organisation (organisation criminelle)",
    citation=CODE_PENAL.at("450-1-1"),
    about=Group,
    rule=all_of(
        meets(FR_ASSOCIATION_DE_MALFAITEURS),
        element("structured organisation between its members", group.structured_between_members, "450-1-1"),
        element(
            "preparation of one or more crimes of the list of organised crime",
            group.listed_offences.contains(ListedOffence.FR_ORGANISED_CRIME),
            "450-1-1",
            note="délits of the list may be added and are not enough; the list is read as governing the crimes as well",
        ),
    ),
    presupposes=("a group was formed or an agreement reached",),
    excluded=("a number of persons", "duration", "benefit"),
    notes=("The threshold is a list and no number of years.",),
    jurisdiction="fr",
    period=Period.read("[2025-06-13..2026-03-26]/.."),
    sources=(_CODE_PENAL_TEXT, Reference("lexbase"), Reference("gleavocats")),
)
"""Code pénal art. 450-1-1, first paragraph."""

FR_CONCOURS: Final = Definition(
    id="fr-450-1-1-concours",
    title="support of a criminal organisation (concours à une organisation criminelle)",
    kind=DefinitionKind.OFFENCE,
    citation=CODE_PENAL.at("450-1-1"),
    about=OrganisationSupport,
    rule=all_of(
        support.group.meets(FR_ORGANISATION_CRIMINELLE),
        element("knowingly", support.knowing, "450-1-1"),
        element(
            "contribution to the organisation or the running of the group",
            support.contributes_to_organisation,
            "450-1-1",
        ),
        element("frequent or important contribution", any_of(support.frequent, support.important), "450-1-1"),
    ),
    excluded=("the preparation of any one offence",),
    notes=("Three years' imprisonment and a fine.",),
    jurisdiction="fr",
    period=Period.read("[2025-06-13..2026-03-26]/.."),
    sources=(_CODE_PENAL_TEXT, Reference("lexbase"), Reference("gleavocats")),
)
"""Code pénal art. 450-1-1, second paragraph."""

FR_BANDE_ORGANISEE: Final = Definition(
    id="fr-132-71",
    title="organised gang (bande organisée)",
    kind=DefinitionKind.AGGRAVATION,
    citation=CODE_PENAL.at("132-71"),
    about=Group,
    rule=all_of(
        element("preparation shown by one or more material acts", group.material_acts, "132-71"),
        element(
            "preparation of one or more offences",
            group.aims.contains(GroupAim.OFFENCE, GroupAim.SEVERAL_OFFENCES),
            "132-71",
            note="it aggravates only where the text on the offence says so",
        ),
        element(
            "premeditation",
            group.premeditated,
            "132-71",
            note="not in the text: Cons. const., no. 2004-492 DC; Crim. 8 July 2015, no. 14-88.329",
        ),
        element(
            "structured organisation between its members",
            group.structured_between_members,
            "132-71",
            note="not in the text: Cons. const., no. 2004-492 DC; Crim. 8 July 2015, no. 14-88.329",
        ),
    ),
    presupposes=("a group was formed or an agreement reached",),
    excluded=("a number of persons", "a penalty threshold", "duration", "benefit"),
    notes=("It is a circumstance that raises the penalty of an offence, and no offence of its own.",),
    jurisdiction="fr",
    period=Period.read("1994-03-01/.."),
    status=EvidenceStatus.SECONDARY,
    sources=(_CODE_PENAL_TEXT, Reference("crim-14-88329"), Reference("cc-2004-492-dc")),
)
"""Code pénal art. 132-71, as the courts read it."""

IT_ASSOCIAZIONE_PER_DELINQUERE: Final = Definition(
    id="it-416",
    title="criminal association (associazione per delinquere)",
    kind=DefinitionKind.OFFENCE,
    citation=CODICE_PENALE.at("416"),
    about=Group,
    rule=all_of(
        element("three or more persons", group.persons >= 3, "416(1)"),
        element(
            "purpose of committing several delitti",
            group.aims.contains(GroupAim.SEVERAL_OFFENCES),
            "416(1)",
            note="more than one, of any gravity; an offence that is a contravvenzione only does not count",
        ),
    ),
    presupposes=(_NAMED,),
    excluded=("a penalty threshold", "benefit", "the offences having been committed"),
    notes=(
        "Promoters and organisers: three to seven years; members: one to five; heavier with ten or more members.",
        "That the association be stable or permanent is not in the text, and decisions differ on it.",
    ),
    jurisdiction="it",
    period=Period.read("[1930-01-01..2015-02-13]/.."),
    sources=(Reference("unodc-sherloc-ita"), Reference("doctrine-it-416")),
)
"""Codice penale art. 416."""

IT_ASSOCIAZIONE_MAFIOSA: Final = Definition(
    id="it-416-bis",
    title="mafia-type association (associazione di tipo mafioso)",
    kind=DefinitionKind.OFFENCE,
    citation=CODICE_PENALE.at("416-bis"),
    about=Group,
    rule=all_of(
        element("three or more persons", group.persons >= 3, "416-bis(1)"),
        element("use of the intimidating force of the bond", group.intimidating_force, "416-bis(3)"),
        element("use of the resulting subjection", group.subjection, "416-bis(3)"),
        element("use of the resulting code of silence", group.code_of_silence, "416-bis(3)"),
        element(
            "one of the aims",
            group.aims.contains(
                GroupAim.OFFENCE,
                GroupAim.SEVERAL_OFFENCES,
                GroupAim.ECONOMIC_CONTROL,
                GroupAim.UNJUST_ADVANTAGE,
                GroupAim.VOTING,
            ),
            "416-bis(3)",
            note="one is enough: an advantage is one aim among others, and so are offences",
        ),
    ),
    presupposes=(_NAMED,),
    excluded=("a penalty threshold", "the name of the association", "its being foreign"),
    notes=(
        "Penalties since law 69/2015: members ten to fifteen years, leaders twelve to eighteen.",
        "The figures before it still circulate: seven to twelve, and nine to fourteen.",
        "The method makes it a mafia: no structure and no length of time is asked for.",
    ),
    jurisdiction="it",
    period=Period.read("[1982-09-13..2012-12-20]/.."),
    sources=(
        Reference("laurus-416-bis"),
        Reference("storiografia-416-bis"),
        Reference("restoalsud"),
        Reference("lovinmalta"),
        Reference("internationallawyersassociates"),
    ),
)
"""Codice penale art. 416-bis."""

RO_ORGANISED_CRIMINAL_GROUP_2003: Final = Definition(
    id="ro-39",
    title="organised criminal group (grup infracțional organizat)",
    citation=LAW_39_2003.at("2(a)"),
    about=Group,
    rule=all_of(
        element(
            "structured group, not formed occasionally for immediate offences",
            not_(group.randomly_formed),
            "2(a)",
            note="the text adds that such a group lacks continuity, a definite structure or fixed roles",
        ),
        element("three or more persons", group.persons >= 3, "2(a)"),
        element("existing for a period", group.existed_for_a_period, "2(a)"),
        element("acting in a coordinated manner", group.acting_in_concert, "2(a)"),
        element(
            "purpose of committing one or more grave offences",
            group.listed_offences.contains(ListedOffence.RO_GRAVE),
            "2(a) and 2(b)",
            note="the list of art. 2(b) decides, and no number of years",
        ),
        element(
            "financial or other material benefit",
            any_of(group.financial_benefit, group.other_material_benefit),
            "2(a)",
            note="direct or indirect",
        ),
    ),
    presupposes=(_NAMED,),
    notes=(
        "The wording of 2003. Art. 367 of the Criminal Code, since 2014, asks for no grave offence and no benefit.",
    ),
    jurisdiction="ro",
    period=Period.read("[2003-01-29..2014-02-01]/"),
    status=EvidenceStatus.SECONDARY,
    sources=(
        Reference("unodc-sherloc-excerpts"),
        Reference("ro-law-39-2003-text"),
        Reference("ro-law-39-2003-english"),
        Reference("ro-secondary"),
    ),
)
"""Law 39/2003 art. 2(a), in the wording of 2003."""

RO_ORGANISED_CRIMINAL_GROUP: Final = Definition(
    id="ro-367",
    title="organised criminal group (grup infracțional organizat)",
    citation=COD_PENAL.at("367(6)"),
    about=Group,
    rule=all_of(
        element(
            "structured group",
            not_(group.randomly_formed),
            "367(6)",
            note="the article does not say what structured means; read as the Convention does",
        ),
        element("three or more persons", group.persons >= 3, "367(6)"),
        element("set up for a certain period of time", group.meant_to_last, "367(6)"),
        element(
            "to act in a coordinated manner", any_of(group.acting_in_concert, group.agreed_to_act_together), "367(6)"
        ),
        element(
            "purpose of committing one or more offences",
            group.aims.contains(GroupAim.OFFENCE, GroupAim.SEVERAL_OFFENCES),
            "367(6)",
        ),
    ),
    presupposes=(_NAMED,),
    excluded=("a penalty threshold", "benefit"),
    notes=("One to five years; three to ten where the offence aimed at carries life or more than ten years.",),
    jurisdiction="ro",
    period=Period.read("2014-02-01/.."),
    status=EvidenceStatus.SECONDARY,
    sources=(Reference("avocatnet-367"), Reference("ro-criminal-code-english")),
)
"""Codul penal art. 367(6)."""

DEFINITIONS: Final = (
    DE_CRIMINAL_ASSOCIATION,
    FR_BANDE_ORGANISEE,
    FR_ASSOCIATION_DE_MALFAITEURS,
    FR_ORGANISATION_CRIMINELLE,
    FR_CONCOURS,
    IT_ASSOCIAZIONE_PER_DELINQUERE,
    IT_ASSOCIAZIONE_MAFIOSA,
    RO_ORGANISED_CRIMINAL_GROUP,
    RO_ORGANISED_CRIMINAL_GROUP_2003,
)
"""The definitions of these laws."""

GROUP_DEFINITIONS: Final = (
    DE_CRIMINAL_ASSOCIATION,
    FR_ASSOCIATION_DE_MALFAITEURS,
    FR_ORGANISATION_CRIMINELLE,
    IT_ASSOCIAZIONE_PER_DELINQUERE,
    IT_ASSOCIAZIONE_MAFIOSA,
    RO_ORGANISED_CRIMINAL_GROUP,
    RO_ORGANISED_CRIMINAL_GROUP_2003,
)
"""Those that define a group."""
