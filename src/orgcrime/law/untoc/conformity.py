"""The United Nations Convention against Transnational Organized Crime: what the law of a State must provide."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Reference
from orgcrime.law.facts import DomesticLaw, LiabilityForm, LiabilityGround, ParticipationOffence
from orgcrime.law.rule import AllOf, Definition, DefinitionKind, Rule, all_of, any_of, element, facts, not_
from orgcrime.law.untoc import UNTOC

__all__ = ["DOMESTIC_CRIMINALIZATION", "LEGAL_PERSONS", "PARTICIPATION_CRIMINALIZATION", "liability_rule"]

_TEXT = (Reference("text-untoc"),)

law: Final = facts(DomesticLaw)

PARTICIPATION_CRIMINALIZATION: Final = Definition(
    id="untoc-participation-criminalization",
    title="criminalization of participation in an organized criminal group",
    kind=DefinitionKind.CONFORMITY,
    citation=UNTOC.at("5"),
    about=DomesticLaw,
    rule=all_of(
        element(
            "offence of agreement, or of active part, or both",
            law.participation_offences.contains(ParticipationOffence.AGREEMENT, ParticipationOffence.ACTIVE_PART),
            "5(1)(a)",
            note="the choice is that of the State: one of the two is enough",
        ),
        element("distinct from attempt and completion", law.distinct_from_attempt, "5(1)(a)"),
        element(
            "offence of organizing, directing or helping",
            law.participation_offences.contains(ParticipationOffence.ORGANIZING),
            "5(1)(b)",
        ),
        element(
            "all serious crimes of groups covered, where the agreement is bound to a group",
            any_of(not_(law.agreement_requires_group), law.covers_all_serious_crimes_of_groups),
            "5(3)",
        ),
    ),
    notes=(
        (
            "A State that requires a group or an act in furtherance for the agreement has to inform the "
            "Secretary-General: art. 5(3)."
        ),
    ),
    sources=_TEXT,
)
"""UNTOC art. 5(1) and 5(3), as what the law of a State must provide."""


def liability_rule(article: str, grounds: Rule) -> AllOf:
    """Return what the liability of legal persons asks for, in the words that UNTOC art. 10 and UNCAC art. 26 share.

    Args:
        article: the number of the article.
        grounds: what legal persons must be liable for under the instrument.
    """
    return all_of(
        grounds,
        element(
            "criminal, civil or administrative liability",
            law.liability_forms.contains(*LiabilityForm),
            f"{article}(2)",
            note="the choice is that of the State",
        ),
        element("natural persons remain liable", law.natural_persons_remain_liable, f"{article}(3)"),
        element(
            "effective, proportionate and dissuasive sanctions, monetary ones included",
            all_of(law.effective_sanctions, law.monetary_sanctions),
            f"{article}(4)",
            note="criminal or not",
        ),
    )


LEGAL_PERSONS: Final = Definition(
    id="untoc-legal-persons",
    title="liability of legal persons",
    kind=DefinitionKind.CONFORMITY,
    citation=UNTOC.at("10"),
    about=DomesticLaw,
    rule=liability_rule(
        "10",
        element(
            "liability for every ground",
            all_of(
                element(
                    "participation in serious crimes involving an organized criminal group",
                    law.legal_persons_liable_for.contains(LiabilityGround.SERIOUS_CRIME_OF_GROUP),
                    "10(1)",
                ),
                element(
                    "offences of participation",
                    law.legal_persons_liable_for.contains(LiabilityGround.PARTICIPATION),
                    "10(1)",
                ),
                element("laundering", law.legal_persons_liable_for.contains(LiabilityGround.LAUNDERING), "10(1)"),
                element("corruption", law.legal_persons_liable_for.contains(LiabilityGround.CORRUPTION), "10(1)"),
                element(
                    "obstruction of justice",
                    law.legal_persons_liable_for.contains(LiabilityGround.OBSTRUCTION_OF_JUSTICE),
                    "10(1)",
                ),
            ),
            "10(1)",
        ),
    ),
    notes=(
        "Consistent with the legal principles of the State: art. 10(1) and (2).",
        "For a party to a Protocol, its offences count as well: art. 1(3) of each Protocol.",
    ),
    aliases=("untoc-10-legal-persons",),
    sources=_TEXT,
)
"""UNTOC art. 10."""

DOMESTIC_CRIMINALIZATION: Final = Definition(
    id="untoc-domestic-criminalization",
    title="domestic offences without transnationality or group",
    kind=DefinitionKind.CONFORMITY,
    citation=UNTOC.at("34(2)"),
    about=DomesticLaw,
    rule=all_of(
        element("no transnational element", not_(law.requires_transnationality), "34(2)"),
        element(
            "no organized criminal group, beyond what art. 5 asks for",
            not_(law.requires_group_beyond_article_5),
            "34(2)",
            note="for arts. 6, 8 and 23 none at all; for art. 5 as far as it asks for one itself",
        ),
    ),
    presupposes=("the law of the State has the offences of arts. 5, 6, 8 and 23",),
    notes=(
        (
            "Transnationality and group are conditions of cooperation under the Convention, not elements of the "
            "domestic offences."
        ),
        "The same holds for Protocol offences, mutatis mutandis: art. 1(2) of each Protocol.",
    ),
    aliases=("untoc-34-2",),
    sources=_TEXT,
)
"""UNTOC art. 34(2)."""
