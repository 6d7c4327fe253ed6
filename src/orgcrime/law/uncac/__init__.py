"""The United Nations Convention against Corruption: its officials and its offences."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Citation, Reference
from orgcrime.law.facts import (
    AbuseOfFunctions,
    Bribery,
    BriberyAct,
    DiversionAct,
    Embezzlement,
    IllicitEnrichment,
    Obstruction,
    Official,
)
from orgcrime.law.rule import Definition, DefinitionKind, all_of, any_of, element, facts, not_
from orgcrime.law.untoc.offences import obstruction_rule

__all__ = [
    "ABUSE_OF_FUNCTIONS",
    "BRIBERY_FOREIGN",
    "BRIBERY_FOREIGN_PASSIVE",
    "BRIBERY_NATIONAL",
    "BRIBERY_PRIVATE",
    "EMBEZZLEMENT",
    "EMBEZZLEMENT_PRIVATE",
    "FOREIGN_PUBLIC_OFFICIAL",
    "ILLICIT_ENRICHMENT",
    "INTERNATIONAL_OFFICIAL",
    "OBSTRUCTION_OF_JUSTICE",
    "PUBLIC_OFFICIAL",
    "TRADING_IN_INFLUENCE",
    "UNCAC",
]

UNCAC: Final = Citation("uncac", label="UNCAC")
"""The Convention."""

_TEXT = (Reference("text-uncac"),)
_MANDATORY = "Mandatory: each State Party has to establish this offence."
_CONSIDER = "To consider: each State Party has to consider establishing this offence, and need not do so."
_NO_DAMAGE = "damage or harm to State property (art. 3(2))"

official: Final = facts(Official)
bribe: Final = facts(Bribery)
office: Final = facts(AbuseOfFunctions)
wealth: Final = facts(IllicitEnrichment)
diversion: Final = facts(Embezzlement)
pressure: Final = facts(Obstruction)

_ACTIVE = bribe.bribery_acts.contains(BriberyAct.PROMISE, BriberyAct.OFFERING, BriberyAct.GIVING)
_PASSIVE = bribe.bribery_acts.contains(BriberyAct.SOLICITATION, BriberyAct.ACCEPTANCE)

PUBLIC_OFFICIAL: Final = Definition(
    id="uncac-public-official",
    title="public official",
    citation=UNCAC.at("2(a)"),
    about=Official,
    rule=any_of(
        element("legislative, executive, administrative or judicial office", official.holds_office, "2(a)(i)"),
        element(
            "public function or public service, as domestic law defines it",
            any_of(official.public_function, official.public_service),
            "2(a)(ii)",
            note="for a public agency or a public enterprise as well",
        ),
        element("public official by domestic law", official.official_by_domestic_law, "2(a)(iii)"),
    ),
    presupposes=("the State looked at is a party to the Convention",),
    excluded=("appointment or election", "pay", "rank", "permanence"),
    notes=(
        (
            "A foreign public official (art. 2(b)) and an official of a public international organization (art. 2(c)) "
            "are defined apart."
        ),
        "For some measures of chapter II a narrower notion of domestic law is allowed.",
        "The first limb stands on its own, whatever domestic law calls the person; UNTOC art. 8(4) has no such limb.",
    ),
    aliases=("uncac-2a-public-official",),
    sources=_TEXT,
)
"""UNCAC art. 2(a)."""

FOREIGN_PUBLIC_OFFICIAL: Final = Definition(
    id="uncac-foreign-public-official",
    title="foreign public official",
    citation=UNCAC.at("2(b)"),
    about=Official,
    rule=any_of(
        element("office of a foreign country", official.holds_foreign_office, "2(b)"),
        element(
            "public function for a foreign country",
            official.foreign_public_function,
            "2(b)",
            note="for a public agency or a public enterprise as well",
        ),
    ),
    excluded=("appointment or election", "whether the foreign country is a party to the Convention"),
    notes=("Domestic law does not decide who is one.",),
    sources=_TEXT,
)
"""UNCAC art. 2(b)."""

INTERNATIONAL_OFFICIAL: Final = Definition(
    id="uncac-international-official",
    title="official of a public international organization",
    citation=UNCAC.at("2(c)"),
    about=Official,
    rule=any_of(
        element("international civil servant", official.international_civil_servant, "2(c)"),
        element("authorized to act for the organization", official.acts_for_international_organization, "2(c)"),
    ),
    sources=_TEXT,
)
"""UNCAC art. 2(c)."""

BRIBERY_NATIONAL: Final = Definition(
    id="uncac-bribery-national",
    title="bribery of national public officials",
    kind=DefinitionKind.OFFENCE,
    citation=UNCAC.at("15"),
    about=Bribery,
    rule=all_of(
        element(
            "giving or taking",
            any_of(
                element("promise, offering or giving to a public official", _ACTIVE, "15(a)"),
                element("solicitation or acceptance by a public official", _PASSIVE, "15(b)"),
            ),
            "15",
            note="either is enough",
        ),
        bribe.official.meets(PUBLIC_OFFICIAL),
        element("undue advantage", bribe.undue_advantage, "15", note="for the official or another person or entity"),
        element(
            "in order that the official act or refrain from acting in the exercise of official duties",
            bribe.for_official_act,
            "15",
        ),
        element("intentional", bribe.intentional, "15"),
    ),
    excluded=("international business", "who receives the advantage", "breach of duty", _NO_DAMAGE),
    notes=(_MANDATORY, "Both sides, the giving and the taking, have to be offences."),
    aliases=("uncac-15",),
    sources=_TEXT,
)
"""UNCAC art. 15."""

BRIBERY_FOREIGN: Final = Definition(
    id="uncac-bribery-foreign",
    title="bribery of foreign public officials and officials of public international organizations",
    kind=DefinitionKind.OFFENCE,
    citation=UNCAC.at("16(1)"),
    about=Bribery,
    rule=all_of(
        element("promise, offering or giving", _ACTIVE, "16(1)"),
        element(
            "foreign or international official",
            any_of(bribe.official.meets(FOREIGN_PUBLIC_OFFICIAL), bribe.official.meets(INTERNATIONAL_OFFICIAL)),
            "16(1)",
        ),
        element("undue advantage", bribe.undue_advantage, "16(1)", note="for the official or another person or entity"),
        element(
            "in order that the official act or refrain from acting in the exercise of official duties",
            bribe.for_official_act,
            "16(1)",
        ),
        element(
            "to obtain or retain business or another undue advantage in international business",
            bribe.international_business,
            "16(1)",
            note="asked for here alone, not of national officials",
        ),
        element("intentional", bribe.intentional, "16(1)"),
    ),
    excluded=("who receives the advantage", _NO_DAMAGE),
    notes=(
        _MANDATORY,
        (
            "Solicitation and acceptance by such an official are for consideration alone, and without international "
            "business: art. 16(2)."
        ),
    ),
    aliases=("uncac-16-1",),
    sources=_TEXT,
)
"""UNCAC art. 16(1)."""

BRIBERY_FOREIGN_PASSIVE: Final = Definition(
    id="uncac-bribery-foreign-passive",
    title="passive bribery of foreign public officials and officials of public international organizations",
    kind=DefinitionKind.OFFENCE,
    citation=UNCAC.at("16(2)"),
    about=Bribery,
    rule=all_of(
        element("solicitation or acceptance", _PASSIVE, "16(2)", note="directly or indirectly"),
        element(
            "foreign or international official",
            any_of(bribe.official.meets(FOREIGN_PUBLIC_OFFICIAL), bribe.official.meets(INTERNATIONAL_OFFICIAL)),
            "16(2)",
            note="the one who solicits or accepts",
        ),
        element("undue advantage", bribe.undue_advantage, "16(2)", note="for the official or another person or entity"),
        element(
            "in order that the official act or refrain from acting in the exercise of official duties",
            bribe.for_official_act,
            "16(2)",
        ),
        element("intentional", bribe.intentional, "16(2)"),
    ),
    excluded=("international business", "who receives the advantage", _NO_DAMAGE),
    notes=(
        _CONSIDER,
        "Promise, offering and giving to such an official have to be offences, in international business: art. 16(1).",
    ),
    aliases=("uncac-16-2",),
    sources=_TEXT,
)
"""UNCAC art. 16(2)."""

EMBEZZLEMENT: Final = Definition(
    id="uncac-embezzlement",
    title="embezzlement, misappropriation or other diversion of property by a public official",
    kind=DefinitionKind.OFFENCE,
    citation=UNCAC.at("17"),
    about=Embezzlement,
    rule=all_of(
        diversion.official.meets(PUBLIC_OFFICIAL),
        element(
            "embezzlement, misappropriation or other diversion",
            diversion.diversion_acts.contains(*DiversionAct),
            "17",
        ),
        element("for the official's benefit or that of another", diversion.for_benefit, "17"),
        element("entrusted by virtue of the position", diversion.entrusted, "17"),
        element("intentional", diversion.intentional, "17"),
    ),
    excluded=("whether the property is public or private", _NO_DAMAGE),
    notes=(_MANDATORY,),
    aliases=("uncac-17",),
    sources=_TEXT,
)
"""UNCAC art. 17."""

TRADING_IN_INFLUENCE: Final = Definition(
    id="uncac-trading-in-influence",
    title="trading in influence",
    kind=DefinitionKind.OFFENCE,
    citation=UNCAC.at("18"),
    about=Bribery,
    rule=all_of(
        element(
            "giving or taking",
            any_of(
                element("promise, offering or giving", _ACTIVE, "18(a)"),
                element("solicitation or acceptance", _PASSIVE, "18(b)"),
            ),
            "18",
            note="either is enough",
        ),
        element("undue advantage", bribe.undue_advantage, "18"),
        element("in order that real or supposed influence be abused", bribe.for_abuse_of_influence, "18"),
        element(
            "with a view to an undue advantage from an administration or public authority",
            bribe.advantage_from_authority,
            "18",
            note="of the State Party looked at",
        ),
        element("intentional", bribe.intentional, "18"),
    ),
    excluded=("whether the one who has influence is an official", "whether the influence is real", _NO_DAMAGE),
    notes=(_CONSIDER,),
    aliases=("uncac-18",),
    sources=_TEXT,
)
"""UNCAC art. 18."""

ABUSE_OF_FUNCTIONS: Final = Definition(
    id="uncac-abuse-of-functions",
    title="abuse of functions",
    kind=DefinitionKind.OFFENCE,
    citation=UNCAC.at("19"),
    about=AbuseOfFunctions,
    rule=all_of(
        office.official.meets(PUBLIC_OFFICIAL),
        element("in the discharge of functions", office.in_discharge_of_functions, "19"),
        element("act or failure to act in violation of laws", office.violates_law, "19"),
        element(
            "to obtain an undue advantage for the official or another",
            office.to_obtain_undue_advantage,
            "19",
            note="the purpose counts, not the result",
        ),
        element("intentional", office.intentional, "19"),
    ),
    excluded=("whether an advantage was obtained", _NO_DAMAGE),
    notes=(_CONSIDER,),
    aliases=("uncac-19",),
    sources=_TEXT,
)
"""UNCAC art. 19."""

ILLICIT_ENRICHMENT: Final = Definition(
    id="uncac-illicit-enrichment",
    title="illicit enrichment",
    kind=DefinitionKind.OFFENCE,
    citation=UNCAC.at("20"),
    about=IllicitEnrichment,
    rule=all_of(
        wealth.official.meets(PUBLIC_OFFICIAL),
        element("significant increase in assets", wealth.significant_increase, "20"),
        element(
            "no reasonable explanation in relation to lawful income",
            not_(wealth.reasonably_explained),
            "20",
        ),
        element("intentional", wealth.intentional, "20"),
    ),
    excluded=("another offence from which the assets come", _NO_DAMAGE),
    notes=(_CONSIDER, "Subject to the constitution and the fundamental principles of the legal system of the State."),
    aliases=("uncac-20",),
    sources=_TEXT,
)
"""UNCAC art. 20."""

BRIBERY_PRIVATE: Final = Definition(
    id="uncac-bribery-private",
    title="bribery in the private sector",
    kind=DefinitionKind.OFFENCE,
    citation=UNCAC.at("21"),
    about=Bribery,
    rule=all_of(
        element("in the course of economic, financial or commercial activities", bribe.in_course_of_business, "21"),
        element(
            "giving or taking",
            any_of(
                element("promise, offering or giving", _ACTIVE, "21(a)"),
                element("solicitation or acceptance", _PASSIVE, "21(b)"),
            ),
            "21",
            note="either is enough",
        ),
        element("undue advantage", bribe.undue_advantage, "21", note="for that person or for another"),
        element(
            "person who directs or works for a private sector entity",
            bribe.works_for_private_entity,
            "21",
            note="in any capacity",
        ),
        element(
            "in order that the person act or refrain from acting in breach of duties",
            bribe.for_breach_of_duty,
            "21",
            note="a breach of duty is asked for here, not of public officials in art. 15",
        ),
        element("intentional", bribe.intentional, "21"),
    ),
    excluded=("whether anyone is a public official", _NO_DAMAGE),
    notes=(_CONSIDER,),
    aliases=("uncac-21",),
    sources=_TEXT,
)
"""UNCAC art. 21."""

EMBEZZLEMENT_PRIVATE: Final = Definition(
    id="uncac-embezzlement-private",
    title="embezzlement of property in the private sector",
    kind=DefinitionKind.OFFENCE,
    citation=UNCAC.at("22"),
    about=Embezzlement,
    rule=all_of(
        element("in the course of economic, financial or commercial activities", diversion.in_course_of_business, "22"),
        element(
            "embezzlement",
            diversion.diversion_acts.contains(DiversionAct.EMBEZZLEMENT),
            "22",
            note="misappropriation and other diversion are named in art. 17 alone",
        ),
        element(
            "person who directs or works in a private sector entity",
            diversion.works_for_private_entity,
            "22",
            note="in any capacity",
        ),
        element("entrusted by virtue of the position", diversion.entrusted, "22"),
        element("intentional", diversion.intentional, "22"),
    ),
    excluded=("whether anyone is a public official", "for whose benefit it is done", _NO_DAMAGE),
    notes=(_CONSIDER,),
    aliases=("uncac-22",),
    sources=_TEXT,
)
"""UNCAC art. 22."""

OBSTRUCTION_OF_JUSTICE: Final = Definition(
    id="uncac-obstruction-of-justice",
    title="obstruction of justice",
    kind=DefinitionKind.OFFENCE,
    citation=UNCAC.at("25"),
    about=Obstruction,
    rule=obstruction_rule(
        "25",
        element(
            "relating to an offence established under the Convention", pressure.offence_established_under_uncac, "25"
        ),
    ),
    excluded=("whether the testimony was false or the interference succeeded", _NO_DAMAGE),
    notes=(
        _MANDATORY,
        (
            "UNCAC says offences established in accordance with the Convention, UNTOC art. 23 offences covered by it, "
            "which is wider."
        ),
        "A State may protect other public officials as well: art. 25(b).",
    ),
    aliases=("uncac-25",),
    sources=_TEXT,
)
"""UNCAC art. 25."""
