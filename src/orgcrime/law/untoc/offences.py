"""The United Nations Convention against Transnational Organized Crime: laundering, corruption and obstruction."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Reference
from orgcrime.law.facts import (
    AncillaryAct,
    Bribery,
    BriberyAct,
    ConcealedFeature,
    EvidenceAim,
    Laundering,
    Obstruction,
    ObstructionMeans,
    Official,
    ReceivingAct,
)
from orgcrime.law.rule import (
    AllOf,
    Definition,
    DefinitionKind,
    Rule,
    all_of,
    any_of,
    by_legal_order,
    element,
    facts,
    not_,
)
from orgcrime.law.untoc import UNTOC
from orgcrime.law.untoc.property import PROCEEDS_OF_CRIME

__all__ = [
    "CORRUPTION",
    "LAUNDERING",
    "OBSTRUCTION_OF_JUSTICE",
    "PUBLIC_OFFICIAL",
    "laundering_rule",
    "obstruction_rule",
]

_TEXT = (Reference("text-untoc"),)
_SCOPE = ("transnationality (art. 34(2))", "the involvement of an organized criminal group (art. 34(2))")

washing: Final = facts(Laundering)
bribe: Final = facts(Bribery)
official: Final = facts(Official)
pressure: Final = facts(Obstruction)


def laundering_rule(article: str, proceeds: Definition) -> AllOf:
    """Return what laundering asks for, in the words that UNTOC art. 6 and UNCAC art. 23 share.

    Args:
        article: the number of the article.
        proceeds: the definition of proceeds of crime of the same instrument.
    """
    return all_of(
        washing.property.meets(proceeds),
        element("predicate offence covered", washing.predicate_covered, f"{article}(2)(b)"),
        element(
            "predicate offence committed abroad punishable there, and at home had it been committed there",
            any_of(
                not_(washing.predicate_abroad),
                all_of(washing.predicate_punishable_abroad, washing.predicate_punishable_at_home),
            ),
            f"{article}(2)(c)",
            note="asked of a predicate offence committed outside the jurisdiction alone",
        ),
        element(
            "knowledge that the property is proceeds of crime",
            washing.knows_origin,
            f"{article}(1)",
            note="for acquisition, possession and use: at the time of receipt",
        ),
        element("intentional", washing.intentional, f"{article}(1)"),
        element(
            "act of laundering",
            any_of(
                element(
                    "conversion or transfer",
                    all_of(
                        washing.converts_or_transfers,
                        element(
                            "to conceal the illicit origin, or to help someone evade the legal consequences",
                            any_of(washing.to_conceal_origin, washing.to_help_evade),
                            f"{article}(1)(a)(i)",
                        ),
                    ),
                    f"{article}(1)(a)(i)",
                ),
                element(
                    "concealment or disguise", washing.conceals.contains(*ConcealedFeature), f"{article}(1)(a)(ii)"
                ),
                element(
                    "acquisition, possession or use",
                    washing.receives.contains(*ReceivingAct),
                    f"{article}(1)(b)(i)",
                    note="subject to the basic concepts of the legal system",
                ),
                element(
                    "participation, association, conspiracy, attempt or help",
                    washing.ancillary_acts.contains(*AncillaryAct),
                    f"{article}(1)(b)(ii)",
                    note="subject to the basic concepts of the legal system",
                ),
            ),
            f"{article}(1)",
            note="one is enough",
        ),
        # Where domestic law makes no exception, the intentional act is enough.
        element(
            "not the person who committed the predicate offence, where domestic law excepts that person",
            by_legal_order(
                "self_laundering_excepted",
                "Does domestic law except the person who committed the predicate offence?",
                f"{article}(2)(e)",
                then=not_(washing.committed_predicate),
                otherwise=washing.intentional,
            ),
            f"{article}(2)(e)",
            note="a State may make the exception only if fundamental principles of its law require it",
        ),
    )


LAUNDERING: Final = Definition(
    id="untoc-laundering",
    title="laundering of proceeds of crime",
    kind=DefinitionKind.OFFENCE,
    citation=UNTOC.at("6(1)"),
    about=Laundering,
    rule=laundering_rule("6", PROCEEDS_OF_CRIME),
    presupposes=("the property comes from the predicate offence described",),
    excluded=("a conviction for the predicate offence", *_SCOPE),
    notes=(
        (
            "Predicate offences are at least all serious crime and the offences of arts. 5, 8 and 23; where the law "
            "lists them, a comprehensive range of offences associated with organized criminal groups: art. 6(2)(b)."
        ),
        "Knowledge, intent and purpose may be inferred from objective circumstances: art. 6(2)(f).",
        "UNCAC art. 23 has the same conduct, with other predicate offences.",
    ),
    aliases=("untoc-6-laundering",),
    sources=_TEXT,
)
"""UNTOC art. 6(1), read with art. 6(2)."""

PUBLIC_OFFICIAL: Final = Definition(
    id="untoc-public-official",
    title="public official",
    citation=UNTOC.at("8(4)"),
    about=Official,
    rule=any_of(
        element("public official by domestic law", official.official_by_domestic_law, "8(4)"),
        element("provides a public service by domestic law", official.public_service, "8(4)"),
    ),
    presupposes=("the State looked at is the one in which the function is performed",),
    excluded=("the law of any other State",),
    notes=(
        (
            "The law of the State in which the function is performed decides, as its criminal law applies it; UNCAC "
            "art. 2(a)(i) has a limb of its own instead."
        ),
    ),
    sources=_TEXT,
)
"""UNTOC art. 8(4)."""

CORRUPTION: Final = Definition(
    id="untoc-corruption",
    title="corruption of public officials",
    kind=DefinitionKind.OFFENCE,
    citation=UNTOC.at("8(1)"),
    about=Bribery,
    rule=all_of(
        element(
            "giving or taking",
            any_of(
                element(
                    "promise, offering or giving to a public official",
                    bribe.bribery_acts.contains(BriberyAct.PROMISE, BriberyAct.OFFERING, BriberyAct.GIVING),
                    "8(1)(a)",
                    note="directly or indirectly",
                ),
                element(
                    "solicitation or acceptance by a public official",
                    bribe.bribery_acts.contains(BriberyAct.SOLICITATION, BriberyAct.ACCEPTANCE),
                    "8(1)(b)",
                    note="directly or indirectly",
                ),
            ),
            "8(1)",
            note="either is enough",
        ),
        bribe.official.meets(PUBLIC_OFFICIAL),
        element(
            "undue advantage",
            bribe.undue_advantage,
            "8(1)",
            note="for the official or for another person or entity: the official need receive nothing",
        ),
        element(
            "in order that the official act or refrain from acting in the exercise of official duties",
            bribe.for_official_act,
            "8(1)",
        ),
        element("intentional", bribe.intentional, "8(1)"),
    ),
    excluded=("who receives the advantage", "whether the official did act", *_SCOPE),
    notes=(
        (
            "Foreign officials, international civil servants and other forms of corruption a State has only to "
            "consider: art. 8(2)."
        ),
        "Participation as an accomplice has to be an offence too: art. 8(3).",
    ),
    aliases=("untoc-8-corruption",),
    sources=_TEXT,
)
"""UNTOC art. 8(1), read with art. 8(4)."""


def obstruction_rule(article: str, relation: Rule) -> AllOf:
    """Return what obstruction of justice asks for, in the words that UNTOC art. 23 and UNCAC art. 25 share.

    Args:
        article: the number of the article.
        relation: the rule that ties the obstruction to the offences of the instrument.
    """
    return all_of(
        element(
            "obstruction",
            any_of(
                element(
                    "witnesses and evidence",
                    all_of(
                        element(
                            "force, threats, intimidation or an undue advantage",
                            pressure.obstruction_means.contains(*ObstructionMeans),
                            f"{article}(a)",
                        ),
                        element(
                            "to induce false testimony, or to interfere in testimony or the production of evidence",
                            pressure.evidence_aims.contains(*EvidenceAim),
                            f"{article}(a)",
                        ),
                        element("in a proceeding", pressure.in_proceeding, f"{article}(a)"),
                    ),
                    f"{article}(a)",
                ),
                element(
                    "officials of justice and law enforcement",
                    all_of(
                        element(
                            "force, threats or intimidation",
                            pressure.obstruction_means.contains(
                                ObstructionMeans.PHYSICAL_FORCE,
                                ObstructionMeans.THREATS,
                                ObstructionMeans.INTIMIDATION,
                            ),
                            f"{article}(b)",
                            note="an undue advantage is not among these means: that is corruption",
                        ),
                        element(
                            "to interfere with the exercise of official duties",
                            pressure.to_interfere_with_duties,
                            f"{article}(b)",
                        ),
                    ),
                    f"{article}(b)",
                ),
            ),
            article,
            note="either is enough",
        ),
        relation,
        element("intentional", pressure.intentional, article),
    )


OBSTRUCTION_OF_JUSTICE: Final = Definition(
    id="untoc-obstruction-of-justice",
    title="obstruction of justice",
    kind=DefinitionKind.OFFENCE,
    citation=UNTOC.at("23"),
    about=Obstruction,
    rule=obstruction_rule(
        "23", element("relating to an offence covered by the Convention", pressure.offence_covered_by_untoc, "23")
    ),
    excluded=("whether the testimony was false or the interference succeeded", *_SCOPE),
    notes=(
        (
            "UNTOC says offences covered by the Convention, UNCAC art. 25 offences established in accordance with it, "
            "which is narrower."
        ),
        "A State may protect other public officials as well: art. 23(b).",
    ),
    aliases=("untoc-23-obstruction",),
    sources=_TEXT,
)
"""UNTOC art. 23."""
