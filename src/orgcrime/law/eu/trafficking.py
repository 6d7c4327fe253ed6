"""The European Union: the Directive on trafficking in human beings."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Citation, EvidenceStatus, Reference
from orgcrime.law.facts import (
    ExploitationPurpose,
    Involvement,
    ServiceUse,
    Trafficking,
    TraffickingAct,
    TraffickingCircumstances,
    TraffickingMeans,
    TraffickingPenalties,
)
from orgcrime.law.rule import AllOf, Definition, DefinitionKind, all_of, any_of, element, facts, meets
from orgcrime.law.trafficking import exploitation_rule
from orgcrime.temporal import Period

__all__ = [
    "AGGRAVATING_CIRCUMSTANCES",
    "DIRECTIVE",
    "EXPLOITATION",
    "EXPLOITATION_2011",
    "GRAVER_TRAFFICKING",
    "KNOWING_USE_OF_SERVICES",
    "TRAFFICKING_IN_HUMAN_BEINGS",
    "TRAFFICKING_IN_HUMAN_BEINGS_2011",
    "TRAFFICKING_OFFENCES",
    "TRAFFICKING_PENALTIES",
]

DIRECTIVE: Final = Citation("eu-dir-2011-36", label="Directive 2011/36/EU")
"""The Directive on trafficking in human beings."""

_OF_2011: Final = Period.read("2011-04-15/2024-07-13")
_AS_AMENDED: Final = Period.read("2024-07-14/..")
_TEXT = Reference("legalize-32011l0036", "art. 2")
_AMENDMENT = (Reference("ec-news-2024-1712"), Reference("eumonitor-32024l1712"))
_FORMS = (
    Reference("child-identity-2024-1712"),
    Reference("eur-lex-jl0058"),
    Reference("eucrim-2024-1712"),
    Reference("eur-lex-2024-1712"),
)
_FIRST = "The wording of 2011, in force from 15 April 2011 and to be transposed by 6 April 2013."
_AMENDED = (
    "As amended by Directive (EU) 2024/1712, in force since 14 July 2024 and to be transposed by 15 July 2026: it "
    "added the exploitation of surrogacy, of forced marriage and of illegal adoption."
)
_MINIMUM = (
    "The list is a minimum: a form that it does not name is not one that every Member State must cover.",
    "Begging is named as forced labour or services, and counts only with all the elements of these (recital 11).",
)

trafficking: Final = facts(Trafficking)
case: Final = facts(TraffickingCircumstances)
penalties: Final = facts(TraffickingPenalties)
use: Final = facts(ServiceUse)

_NAMED_IN_2011 = (
    ExploitationPurpose.PROSTITUTION,
    ExploitationPurpose.SEXUAL,
    ExploitationPurpose.LABOUR,
    ExploitationPurpose.SLAVERY,
    ExploitationPurpose.PRACTICES_SIMILAR_TO_SLAVERY,
    ExploitationPurpose.SERVITUDE,
    ExploitationPurpose.CRIMINAL_ACTIVITIES,
    ExploitationPurpose.ORGANS,
)
_ADDED_IN_2024 = (
    ExploitationPurpose.SURROGACY,
    ExploitationPurpose.FORCED_MARRIAGE,
    ExploitationPurpose.ILLEGAL_ADOPTION,
)

EXPLOITATION_2011: Final = Definition(
    id="eu-trafficking-exploitation-2011",
    title="exploitation (2011)",
    citation=DIRECTIVE.at("2(3)"),
    about=Trafficking,
    rule=exploitation_rule("2(3)", *_NAMED_IN_2011),
    excluded=("that exploitation took place",),
    notes=(
        *_MINIMUM,
        "Illegal adoption and forced marriage could be other forms, as far as they met the definition (recital 11).",
        _FIRST,
    ),
    period=_OF_2011,
    sources=(_TEXT, *_AMENDMENT),
)
"""Directive 2011/36/EU art. 2(3), in the wording of 2011."""

EXPLOITATION: Final = Definition(
    id="eu-trafficking-exploitation",
    title="exploitation",
    citation=DIRECTIVE.at("2(3)"),
    about=Trafficking,
    rule=exploitation_rule("2(3)", *_NAMED_IN_2011, *_ADDED_IN_2024),
    excluded=("that exploitation took place",),
    notes=(*_MINIMUM, _AMENDED),
    period=_AS_AMENDED,
    status=EvidenceStatus.SECONDARY,
    sources=(_TEXT, *_FORMS, *_AMENDMENT),
)
"""Directive 2011/36/EU art. 2(3), as amended by Directive (EU) 2024/1712."""


def _trafficking_rule(exploitation: Definition) -> AllOf:
    return all_of(
        element(
            "recruitment, transportation, transfer, harbouring or reception of persons",
            trafficking.trafficking_acts.contains(*TraffickingAct),
            "2(1)",
            note="the exchange or transfer of control over those persons is included",
        ),
        any_of(
            element(
                "by means of threat, force, coercion, abduction, fraud, deception, abuse or payments",
                trafficking.trafficking_means.contains(*TraffickingMeans),
                "2(1)",
                note="a position of vulnerability leaves no real or acceptable alternative but to submit to the abuse "
                "(art. 2(2)); where such a means was used, consent to the exploitation is irrelevant (art. 2(4))",
            ),
            element(
                "of a child, even if none of these means was used",
                trafficking.victim_is_child,
                "2(5), (6)",
                note="a child is any person below eighteen years of age",
            ),
        ),
        element("for the purpose of exploitation", meets(exploitation), "2(1)"),
    )


_NOT_ASKED = (
    "consent of the victim (art. 2(4))",
    "crossing of a border",
    "movement of the victim",
    "nationality of the victim",
    "financial benefit",
    "that exploitation took place",
    "a criminal organisation (that is art. 4(2)(b))",
)
_SHAPE = (
    "For an adult: act, means and purpose. For a child: act and purpose.",
    "The acts and the means are those of the Trafficking Protocol; the forms of exploitation named are more.",
)

TRAFFICKING_IN_HUMAN_BEINGS_2011: Final = Definition(
    id="eu-trafficking-in-human-beings-2011",
    title="trafficking in human beings (2011)",
    citation=DIRECTIVE.at("2(1)"),
    about=Trafficking,
    rule=_trafficking_rule(EXPLOITATION_2011),
    excluded=_NOT_ASKED,
    notes=(*_SHAPE, _FIRST),
    period=_OF_2011,
    sources=(_TEXT, *_AMENDMENT),
)
"""Directive 2011/36/EU art. 2(1), read with art. 2(2)-(6), in the wording of 2011."""

TRAFFICKING_IN_HUMAN_BEINGS: Final = Definition(
    id="eu-trafficking-in-human-beings",
    title="trafficking in human beings",
    citation=DIRECTIVE.at("2(1)"),
    about=Trafficking,
    rule=_trafficking_rule(EXPLOITATION),
    excluded=_NOT_ASKED,
    notes=(*_SHAPE, _AMENDED),
    period=_AS_AMENDED,
    status=EvidenceStatus.SECONDARY,
    sources=(_TEXT, *_FORMS, *_AMENDMENT),
)
"""Directive 2011/36/EU art. 2(1), read with art. 2(2)-(6), as amended by Directive (EU) 2024/1712."""

TRAFFICKING_OFFENCES: Final = Definition(
    id="eu-trafficking-offences",
    title="offence concerning trafficking in human beings",
    kind=DefinitionKind.OFFENCE,
    citation=DIRECTIVE.at("2 and 3"),
    about=Trafficking,
    rule=any_of(
        element(
            "trafficking in human beings",
            all_of(
                element("committed intentionally", trafficking.intentional, "2(1)"),
                meets(TRAFFICKING_IN_HUMAN_BEINGS),
            ),
            "2(1)",
        ),
        element("incitement", trafficking.involvement.contains(Involvement.INSTIGATOR), "3"),
        element("aiding and abetting", trafficking.involvement.contains(Involvement.AIDING, Involvement.ABETTING), "3"),
        element("attempt", trafficking.involvement.contains(Involvement.ATTEMPT), "3"),
    ),
    excluded=("consent of the victim (art. 2(4))", "a criminal organisation (that is art. 4(2)(b))"),
    notes=(
        "Mandatory: each Member State has to make these acts punishable, the attempt in every legal order.",
        "The Trafficking Protocol leaves the attempt to the basic concepts of the legal system (its art. 5(2)(a)).",
        _AMENDED,
    ),
    period=_AS_AMENDED,
    status=EvidenceStatus.SECONDARY,
    sources=(Reference("legalize-32011l0036", "arts. 2, 3"), *_FORMS, *_AMENDMENT),
)
"""Directive 2011/36/EU arts. 2 and 3, as amended by Directive (EU) 2024/1712."""

GRAVER_TRAFFICKING: Final = Definition(
    id="eu-trafficking-graver-case",
    title="graver case of trafficking in human beings",
    kind=DefinitionKind.AGGRAVATION,
    citation=DIRECTIVE.at("4(2)"),
    about=TraffickingCircumstances,
    rule=any_of(
        element(
            "particularly vulnerable victim",
            case.vulnerable_victim,
            "4(2)(a)",
            note="this includes at least child victims",
        ),
        element("within the framework of a criminal organisation", case.within_criminal_organisation, "4(2)(b)"),
        element(
            "life of the victim endangered",
            case.life_endangered,
            "4(2)(c)",
            note="deliberately or by gross negligence",
        ),
        element("serious violence or particularly serious harm", case.serious_violence_or_harm, "4(2)(d)"),
    ),
    presupposes=("an offence of trafficking in human beings under art. 2",),
    notes=("In such a case the maximum penalty must be at least ten years.",),
    period=_AS_AMENDED,
    sources=(Reference("gesetze-legal-2011-36", "art. 4"),),
)
"""Directive 2011/36/EU art. 4(2)."""

AGGRAVATING_CIRCUMSTANCES: Final = Definition(
    id="eu-trafficking-aggravating-circumstances",
    title="aggravating circumstances of trafficking in human beings",
    kind=DefinitionKind.AGGRAVATION,
    citation=DIRECTIVE.at("4(3)"),
    about=TraffickingCircumstances,
    rule=any_of(
        element("public official in the performance of duties", case.public_official, "4(3)(a)"),
        element(
            "dissemination of sexual material of the victim",
            case.sexual_images_disseminated,
            "4(3)(b)",
            note="by information and communication technologies; added by Directive (EU) 2024/1712",
        ),
    ),
    presupposes=("an offence of trafficking in human beings under art. 2",),
    notes=("No figure goes with these: national law says what they do to the penalty.",),
    period=_AS_AMENDED,
    sources=(Reference("gesetze-legal-2011-36", "art. 4"), Reference("eucrim-2024-1712")),
)
"""Directive 2011/36/EU art. 4(3)."""

TRAFFICKING_PENALTIES: Final = Definition(
    id="eu-trafficking-penalties",
    title="penalties for trafficking in human beings",
    kind=DefinitionKind.CONFORMITY,
    citation=DIRECTIVE.at("4(1) and (2)"),
    about=TraffickingPenalties,
    rule=all_of(
        element("maximum of at least five years", penalties.maximum_penalty >= 5, "4(1)"),
        element(
            "maximum of at least ten years in the graver cases",
            penalties.maximum_penalty_aggravated >= 10,
            "4(2)",
        ),
    ),
    notes=("Both figures are floors for the maximum that a Member State sets, not minimum sentences.",),
    period=_AS_AMENDED,
    sources=(Reference("gesetze-legal-2011-36", "art. 4"),),
)
"""Directive 2011/36/EU art. 4(1) and (2)."""

KNOWING_USE_OF_SERVICES: Final = Definition(
    id="eu-trafficking-knowing-use",
    title="knowing use of the services of a victim of trafficking",
    kind=DefinitionKind.OFFENCE,
    citation=Citation("eu-dir-2024-1712", label="Directive (EU) 2024/1712"),
    about=ServiceUse,
    rule=all_of(
        element("service provided by a victim of trafficking", use.service_of_victim, "art. 1"),
        element("knowledge that the person is a victim", use.knows_victim, "art. 1"),
    ),
    notes=("The article that it adds to Directive 2011/36/EU was read in summaries only.",),
    period=_AS_AMENDED,
    status=EvidenceStatus.SECONDARY,
    sources=(Reference("eucrim-2024-1712"), Reference("eur-lex-2024-1712")),
)
"""Directive (EU) 2024/1712 art. 1."""
