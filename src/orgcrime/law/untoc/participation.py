"""The United Nations Convention against Transnational Organized Crime: participation in an organized criminal group."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Reference
from orgcrime.law.facts import Involvement, Participation
from orgcrime.law.rule import Definition, DefinitionKind, all_of, any_of, by_legal_order, element, facts, meets
from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP, SERIOUS_CRIME, UNTOC

__all__ = ["PARTICIPATION", "PARTICIPATION_ACTIVE_PART", "PARTICIPATION_AGREEMENT", "PARTICIPATION_ORGANIZING"]

_TEXT = (Reference("text-untoc"),)
_INFERRED = "Knowledge, intent, aim, purpose and agreement may be inferred from objective circumstances: art. 5(2)."

person: Final = facts(Participation)

_GROUP_INVOLVED = all_of(person.involves_group, person.group.meets(ORGANIZED_CRIMINAL_GROUP))

PARTICIPATION_AGREEMENT: Final = Definition(
    id="untoc-participation-agreement",
    title="agreement to commit a serious crime",
    kind=DefinitionKind.OFFENCE,
    citation=UNTOC.at("5(1)(a)(i)"),
    about=Participation,
    rule=all_of(
        element(
            "agreement with one or more other persons",
            person.parties_to_agreement >= 2,
            "5(1)(a)(i)",
            note="two persons are enough, where a group takes three",
        ),
        person.offence.meets(SERIOUS_CRIME),
        element(
            "purpose relating to a financial or other material benefit",
            any_of(person.financial_benefit, person.other_material_benefit),
            "5(1)(a)(i)",
            note="directly or indirectly",
        ),
        # Where domestic law asks for nothing more, the agreement is enough.
        element(
            "act in furtherance of the agreement, where domestic law requires one",
            by_legal_order(
                "act_in_furtherance_required",
                "Does domestic law require an act in furtherance of the agreement?",
                "5(1)(a)(i)",
                then=person.act_in_furtherance,
                otherwise=person.parties_to_agreement >= 2,
            ),
            "5(1)(a)(i)",
            note="the act may be that of another participant",
        ),
        element(
            "involvement of an organized criminal group, where domestic law requires it",
            by_legal_order(
                "group_required",
                "Does domestic law require the involvement of an organized criminal group?",
                "5(1)(a)(i)",
                then=_GROUP_INVOLVED,
                otherwise=person.parties_to_agreement >= 2,
            ),
            "5(1)(a)(i)",
            note="a State that requires it must cover all serious crimes of such groups, and say so: art. 5(3)",
        ),
        element("intentional", person.intentional, "5(1)"),
    ),
    presupposes=("the conduct agreed on is an offence in the legal order looked at",),
    excluded=("whether the crime was attempted or committed", "transnationality (art. 34(2))"),
    notes=(
        "A State may choose this offence, or that of active part, or have both.",
        "It is distinct from the attempt and the completion of the crime.",
        _INFERRED,
    ),
    sources=_TEXT,
)
"""UNTOC art. 5(1)(a)(i)."""

PARTICIPATION_ACTIVE_PART: Final = Definition(
    id="untoc-participation-active-part",
    title="active part in activities of an organized criminal group",
    kind=DefinitionKind.OFFENCE,
    citation=UNTOC.at("5(1)(a)(ii)"),
    about=Participation,
    rule=all_of(
        person.group.meets(ORGANIZED_CRIMINAL_GROUP),
        element(
            "knowledge of the group",
            any_of(
                element(
                    "knowledge of its aim and general criminal activity", person.knows_aim_and_activity, "5(1)(a)(ii)"
                ),
                element(
                    "knowledge of its intention to commit the crimes in question",
                    person.knows_intention,
                    "5(1)(a)(ii)",
                ),
            ),
            "5(1)(a)(ii)",
            note="either is enough",
        ),
        element(
            "active part",
            any_of(
                element("in its criminal activities", person.active_in_criminal_activities, "5(1)(a)(ii)a"),
                element(
                    "in its other activities, knowing that this contributes to the criminal aim",
                    all_of(person.active_in_other_activities, person.knows_contribution),
                    "5(1)(a)(ii)b",
                ),
            ),
            "5(1)(a)(ii)",
        ),
        element("intentional", person.intentional, "5(1)"),
    ),
    excluded=("an agreement", "formal membership of the group", "transnationality (art. 34(2))"),
    notes=(
        "A State may choose this offence, or that of agreement, or have both.",
        "It is distinct from the attempt and the completion of the crime.",
        _INFERRED,
    ),
    sources=_TEXT,
)
"""UNTOC art. 5(1)(a)(ii)."""

PARTICIPATION_ORGANIZING: Final = Definition(
    id="untoc-participation-organizing",
    title="organizing, directing or helping with a serious crime that involves an organized criminal group",
    kind=DefinitionKind.OFFENCE,
    citation=UNTOC.at("5(1)(b)"),
    about=Participation,
    rule=all_of(
        element(
            "organizing, directing, aiding, abetting, facilitating or counselling",
            person.involvement.contains(
                Involvement.ORGANIZING,
                Involvement.DIRECTING,
                Involvement.AIDING,
                Involvement.ABETTING,
                Involvement.FACILITATING,
                Involvement.COUNSELLING,
            ),
            "5(1)(b)",
        ),
        person.offence.meets(SERIOUS_CRIME),
        element("involvement of an organized criminal group", _GROUP_INVOLVED, "5(1)(b)"),
        element("intentional", person.intentional, "5(1)"),
    ),
    presupposes=("the conduct is an offence in the legal order looked at",),
    excluded=("whether the person belongs to the group", "transnationality (art. 34(2))"),
    notes=("Every State Party has to establish this offence, whatever it chose under letter (a).", _INFERRED),
    sources=_TEXT,
)
"""UNTOC art. 5(1)(b)."""

PARTICIPATION: Final = Definition(
    id="untoc-participation",
    title="participation in an organized criminal group",
    kind=DefinitionKind.OFFENCE,
    citation=UNTOC.at("5(1)"),
    about=Participation,
    rule=any_of(meets(PARTICIPATION_AGREEMENT), meets(PARTICIPATION_ACTIVE_PART), meets(PARTICIPATION_ORGANIZING)),
    presupposes=("the conduct is an offence in the legal order looked at",),
    excluded=("transnationality (art. 34(2))",),
    notes=(
        "The agreement is not bound to a group, and the active part is not bound to an agreement.",
        "Of agreement and active part a State may choose one; organizing it has to establish.",
        _INFERRED,
    ),
    aliases=("untoc-5-participation",),
    sources=_TEXT,
)
"""UNTOC art. 5(1)."""
