"""The Protocol against trafficking in persons: its definition, scope, offences and the return of victims."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Citation, Reference
from orgcrime.law.facts import (
    ExploitationPurpose,
    Involvement,
    Returnee,
    Trafficking,
    TraffickingAct,
    TraffickingCase,
    TraffickingMeans,
)
from orgcrime.law.rule import (
    AnyOf,
    Definition,
    DefinitionKind,
    all_of,
    any_of,
    by_legal_order,
    element,
    facts,
    meets,
)
from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP, TRANSNATIONAL

__all__ = [
    "TRAFFICKING_IN_PERSONS",
    "TRAFFICKING_OFFENCES",
    "TRAFFICKING_PROTOCOL",
    "TRAFFICKING_RETURN",
    "TRAFFICKING_SCOPE",
    "exploitation_rule",
]

TRAFFICKING_PROTOCOL: Final = Citation("trafficking-protocol", label="Trafficking Protocol")
"""The Protocol."""

_TEXT = (Reference("text-trafficking-protocol"),)

trafficking: Final = facts(Trafficking)
case: Final = facts(TraffickingCase)
person: Final = facts(Returnee)


def exploitation_rule(pinpoint: str, *named: ExploitationPurpose) -> AnyOf:
    """Return what a purpose of exploitation asks for, where a text names some forms as a minimum.

    A form that the text names is always enough; whether another is, the legal order says.

    Args:
        pinpoint: where the text names them.
        named: the forms that it names.
    """
    by_name = trafficking.exploitation_purposes.contains(*named)
    others = [each for each in ExploitationPurpose if each not in named]
    return any_of(
        element("form that the text names", by_name, pinpoint),
        element(
            "another form, where the legal order counts it",
            by_legal_order(
                "further_exploitation_counts",
                "Does the legal order count as exploitation a form that the text does not name?",
                pinpoint,
                then=trafficking.exploitation_purposes.contains(*others),
                otherwise=by_name,  # of the list nothing is left then but what it names
            ),
            pinpoint,
            note="the list is a minimum",
        ),
    )


TRAFFICKING_IN_PERSONS: Final = Definition(
    id="trafficking-in-persons",
    title="trafficking in persons",
    citation=TRAFFICKING_PROTOCOL.at("3(a)"),
    about=Trafficking,
    rule=all_of(
        element(
            "recruitment, transportation, transfer, harbouring or receipt of persons",
            trafficking.trafficking_acts.contains(
                TraffickingAct.RECRUITMENT,
                TraffickingAct.TRANSPORTATION,
                TraffickingAct.TRANSFER,
                TraffickingAct.HARBOURING,
                TraffickingAct.RECEIPT,
            ),
            "3(a)",
        ),
        any_of(
            element(
                "by means of threat, force, coercion, abduction, fraud, deception, abuse or payments",
                trafficking.trafficking_means.contains(
                    TraffickingMeans.THREAT_OF_FORCE,
                    TraffickingMeans.USE_OF_FORCE,
                    TraffickingMeans.COERCION,
                    TraffickingMeans.ABDUCTION,
                    TraffickingMeans.FRAUD,
                    TraffickingMeans.DECEPTION,
                    TraffickingMeans.POWER,
                    TraffickingMeans.VULNERABILITY,
                    TraffickingMeans.PAYMENTS,
                ),
                "3(a)",
                note="where such a means was used, consent to the exploitation is irrelevant (art. 3(b))",
            ),
            element(
                "of a child, by whatever means or none",
                trafficking.victim_is_child,
                "3(c), (d)",
                note="a child is any person under eighteen years of age",
            ),
        ),
        element(
            "for the purpose of exploitation",
            exploitation_rule(
                "3(a)",
                ExploitationPurpose.PROSTITUTION,
                ExploitationPurpose.SEXUAL,
                ExploitationPurpose.LABOUR,
                ExploitationPurpose.SLAVERY,
                ExploitationPurpose.PRACTICES_SIMILAR_TO_SLAVERY,
                ExploitationPurpose.SERVITUDE,
                ExploitationPurpose.ORGANS,
            ),
            "3(a)",
            note="no exploitation need have taken place",
        ),
    ),
    excluded=(
        "consent of the victim (art. 3(b))",
        "crossing of a border",
        "illegal entry",
        "movement of the victim",
        "nationality of the victim",
        "financial benefit",
        "that exploitation took place",
        "an organized criminal group (that is art. 4)",
    ),
    notes=(
        "For an adult: act, means and purpose. For a child: act and purpose.",
        "Consent is irrelevant once a means was used (art. 3(b)); with a child it always is, since no means is needed.",
        "So consent is never asked for: it can be no more than evidence on the means.",
        "The Protocol leaves the exploitation of prostitution and sexual exploitation undefined.",
        "National and regional law may name further forms of exploitation, and Directive 2011/36/EU does.",
    ),
    aliases=("trafficking-protocol-3-trafficking",),
    sources=_TEXT,
)
"""Trafficking Protocol art. 3(a), read with art. 3(b)-(d)."""

_organizing = trafficking.involvement.contains(Involvement.ORGANIZING, Involvement.DIRECTING)

TRAFFICKING_OFFENCES: Final = Definition(
    id="trafficking-offences",
    title="offence under the Trafficking Protocol",
    kind=DefinitionKind.OFFENCE,
    citation=TRAFFICKING_PROTOCOL.at("5"),
    about=Trafficking,
    rule=any_of(
        element(
            "the conduct set forth in art. 3",
            all_of(
                element("committed intentionally", trafficking.intentional, "5(1)"),
                meets(TRAFFICKING_IN_PERSONS),
            ),
            "5(1)",
        ),
        by_legal_order(
            "attempt_punishable",
            "Do the basic concepts of the legal system allow an attempt to be punished?",
            "5(2)(a)",
            then=element("attempt", trafficking.involvement.contains(Involvement.ATTEMPT), "5(2)(a)"),
            otherwise=_organizing,  # of paragraph 2 nothing is left then but what is asked next
        ),
        element(
            "participation as an accomplice",
            trafficking.involvement.contains(Involvement.ACCOMPLICE),
            "5(2)(b)",
        ),
        element("organizing or directing other persons to commit it", _organizing, "5(2)(c)"),
    ),
    excluded=(
        "consent of the victim (art. 3(b))",
        "transnationality (art. 1(2) with UNTOC art. 34(2))",
        "an organized criminal group (art. 1(2) with UNTOC art. 34(2))",
    ),
    notes=(
        "What a State Party must make an offence.",
        "Transnationality and an organized criminal group are conditions of cooperation (art. 4), not elements.",
        "Attempt is subject to the basic concepts of the legal system; accomplices and organizers are not.",
    ),
    sources=_TEXT,
)
"""Trafficking Protocol art. 5."""

TRAFFICKING_SCOPE: Final = Definition(
    id="trafficking-scope",
    title="scope of application of the Trafficking Protocol",
    kind=DefinitionKind.SCOPE,
    citation=TRAFFICKING_PROTOCOL.at("4"),
    about=TraffickingCase,
    rule=any_of(
        element(
            "prevention, investigation and prosecution of an offence under art. 5",
            all_of(
                case.trafficking.meets(TRAFFICKING_OFFENCES),
                case.offence.meets(TRANSNATIONAL),
                case.group.meets(ORGANIZED_CRIMINAL_GROUP),
            ),
            "4",
        ),
        element(
            "protection of victims of such offences",
            case.protection_of_victims,
            "4",
            note="read as every offence under art. 5; the text can also be read as the transnational ones alone",
        ),
    ),
    presupposes=("the trafficking, the offence and the group described belong to one case",),
    excluded=("guilt", "consent of the victim (art. 3(b))"),
    notes=(
        "Scope is a question of cooperation under the Protocol, not of guilt.",
        "The article applies except as otherwise stated in the Protocol.",
    ),
    aliases=("trafficking-protocol-4-scope",),
    sources=_TEXT,
)
"""Trafficking Protocol art. 4, read with UNTOC arts. 2(a) and 3(2)."""

TRAFFICKING_RETURN: Final = Definition(
    id="trafficking-return",
    title="duty to facilitate and accept the return of a victim of trafficking",
    kind=DefinitionKind.RETURN_RULE,
    citation=TRAFFICKING_PROTOCOL.at("8(1)"),
    about=Returnee,
    rule=all_of(
        element("victim of trafficking in persons", person.victim_of_trafficking, "8(1)"),
        any_of(
            element("national of the State asked", person.national_of_state_asked, "8(1)"),
            element(
                "right of permanent residence there at the time of entry into the receiving State",
                person.permanent_resident_at_entry,
                "8(1)",
                note="under the Smuggling Protocol the time of return decides (its art. 18(1))",
            ),
        ),
    ),
    presupposes=("the State asked and the receiving State are parties to the Protocol",),
    excluded=("the right of permanent residence at the time of return",),
    notes=(
        "The State of nationality or residence takes the person back without undue or unreasonable delay, safely.",
        "No State has to send anybody back.",
        "A return has regard to safety and pending proceedings, and is preferably voluntary (art. 8(2)).",
    ),
    aliases=("trafficking-protocol-8-return",),
    sources=_TEXT,
)
"""Trafficking Protocol art. 8(1)."""
