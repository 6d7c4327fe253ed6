"""The Protocol against illicit manufacturing of and trafficking in firearms: definitions, scope and offences."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Citation, Reference
from orgcrime.law.facts import (
    FirearmsCase,
    FirearmsConduct,
    FirearmsDealing,
    FirearmsGoods,
    Involvement,
    MarkingTampering,
    RoundOrComponent,
    Weapon,
    WeaponPart,
)
from orgcrime.law.rule import Definition, DefinitionKind, all_of, any_of, by_legal_order, element, facts, meets, not_
from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP, TRANSNATIONAL

__all__ = [
    "AMMUNITION",
    "FIREARM",
    "FIREARMS_OFFENCES",
    "FIREARMS_PROTOCOL",
    "FIREARMS_SCOPE",
    "FIREARM_PARTS",
    "ILLICIT_MANUFACTURING",
    "ILLICIT_TRAFFICKING_IN_FIREARMS",
]

FIREARMS_PROTOCOL: Final = Citation("firearms-protocol", label="Firearms Protocol")
"""The Protocol."""

_TEXT = (Reference("text-firearms-protocol"),)

weapon: Final = facts(Weapon)
piece: Final = facts(WeaponPart)
munition: Final = facts(RoundOrComponent)
conduct: Final = facts(FirearmsConduct)
case: Final = facts(FirearmsCase)

FIREARM: Final = Definition(
    id="firearm",
    title="firearm",
    citation=FIREARMS_PROTOCOL.at("3(a)"),
    about=Weapon,
    rule=all_of(
        element("portable", weapon.portable, "3(a)"),
        element("barrelled weapon", weapon.barrelled, "3(a)"),
        element(
            "that expels, is designed to expel or may be readily converted to expel a shot, bullet or projectile",
            any_of(weapon.expels, weapon.designed_to_expel, weapon.readily_convertible_to_expel),
            "3(a)",
        ),
        element("by the action of an explosive", weapon.by_explosive_action, "3(a)", note="air guns are outside"),
        element(
            "no antique firearm and no replica of one",
            not_(
                any_of(
                    element(
                        "antique firearm, not manufactured after 1899",
                        all_of(weapon.antique_in_domestic_law, not_(weapon.manufactured_year >= 1900)),
                        "3(a)",
                        note="domestic law says what is antique, but nothing manufactured after 1899 is",
                    ),
                    element(
                        "replica of an antique firearm",
                        weapon.replica_of_antique_in_domestic_law,
                        "3(a)",
                        note="the text puts the limit of 1899 to antique firearms; for replicas domestic law decides",
                    ),
                )
            ),
            "3(a)",
        ),
    ),
    notes=("The year 1899 limits what a State may call antique; it does not define what is antique.",),
    aliases=("firearms-protocol-3a-firearm",),
    sources=_TEXT,
)
"""Firearms Protocol art. 3(a)."""

FIREARM_PARTS: Final = Definition(
    id="firearm-parts",
    title="parts and components",
    citation=FIREARMS_PROTOCOL.at("3(b)"),
    about=WeaponPart,
    rule=any_of(
        element(
            "element or replacement element of a firearm",
            all_of(
                element("specifically designed for a firearm", piece.specifically_designed, "3(b)"),
                element(
                    "essential to its operation",
                    piece.essential_to_operation,
                    "3(b)",
                    note="barrel, frame or receiver, slide or cylinder, bolt or breech block are named as examples",
                ),
            ),
            "3(b)",
        ),
        element(
            "device designed or adapted to diminish the sound of firing",
            piece.diminishes_sound,
            "3(b)",
            note="need not be essential to the operation",
        ),
    ),
    aliases=("firearms-protocol-3b-parts",),
    sources=_TEXT,
)
"""Firearms Protocol art. 3(b)."""

AMMUNITION: Final = Definition(
    id="ammunition",
    title="ammunition",
    citation=FIREARMS_PROTOCOL.at("3(c)"),
    about=RoundOrComponent,
    rule=all_of(
        element("used in a firearm", munition.used_in_firearm, "3(c)"),
        any_of(
            element("complete round", munition.complete_round, "3(c)"),
            element(
                "component that is itself subject to authorization",
                all_of(munition.component_of_round, munition.component_subject_to_authorization),
                "3(c)",
                note="cartridge cases, primers, propellant powder, bullets or projectiles are named as examples",
            ),
        ),
    ),
    notes=("For a component the answer is relative to a State Party: it is the law of that State that authorizes.",),
    aliases=("firearms-protocol-3c-ammunition",),
    sources=_TEXT,
)
"""Firearms Protocol art. 3(c)."""

ILLICIT_MANUFACTURING: Final = Definition(
    id="illicit-manufacturing",
    title="illicit manufacturing",
    citation=FIREARMS_PROTOCOL.at("3(d)"),
    about=FirearmsConduct,
    rule=all_of(
        element("manufacturing or assembly", conduct.manufactured_or_assembled, "3(d)"),
        element(
            "of firearms, their parts and components or ammunition",
            conduct.firearms_goods.contains(*FirearmsGoods),
            "3(d)",
        ),
        any_of(
            element(
                "from parts and components illicitly trafficked", conduct.from_illicitly_trafficked_parts, "3(d)(i)"
            ),
            element(
                "without a licence or authorization of the State Party where it takes place",
                not_(conduct.manufacture_licensed),
                "3(d)(ii)",
                note="for parts and components, licensing is in accordance with domestic law",
            ),
            element(
                "without marking the firearms at the time of manufacture",
                all_of(conduct.firearms_goods.contains(FirearmsGoods.FIREARMS), not_(conduct.marked_at_manufacture)),
                "3(d)(iii)",
                note="of firearms alone: parts and ammunition need no marking",
            ),
        ),
    ),
    presupposes=("the place of manufacture or assembly lies in a State Party",),
    excluded=("transnationality", "an organized criminal group (that is art. 4(1))"),
    notes=("What is illicit is relative to the State Party where the goods are made.",),
    aliases=("firearms-protocol-3d-illicit-manufacturing",),
    sources=_TEXT,
)
"""Firearms Protocol art. 3(d)."""

ILLICIT_TRAFFICKING_IN_FIREARMS: Final = Definition(
    id="illicit-trafficking-in-firearms",
    title="illicit trafficking",
    citation=FIREARMS_PROTOCOL.at("3(e)"),
    about=FirearmsConduct,
    rule=all_of(
        element(
            "import, export, acquisition, sale, delivery, movement or transfer",
            conduct.firearms_dealings.contains(
                FirearmsDealing.IMPORT,
                FirearmsDealing.EXPORT,
                FirearmsDealing.ACQUISITION,
                FirearmsDealing.SALE,
                FirearmsDealing.DELIVERY,
                FirearmsDealing.MOVEMENT,
                FirearmsDealing.TRANSFER,
            ),
            "3(e)",
        ),
        element(
            "of firearms, their parts and components or ammunition",
            conduct.firearms_goods.contains(*FirearmsGoods),
            "3(e)",
        ),
        element(
            "from or across the territory of one State Party to that of another",
            conduct.between_states_parties,
            "3(e)",
            note="two States Parties: without a crossing between them there is no illicit trafficking",
        ),
        any_of(
            element(
                "not authorized by any one of the States Parties concerned",
                conduct.states_parties_not_authorizing >= 1,
                "3(e)",
                note="one State that does not authorize it is enough, a State of transit among them",
            ),
            element(
                "firearms not marked in accordance with art. 8",
                all_of(conduct.firearms_goods.contains(FirearmsGoods.FIREARMS), not_(conduct.marked)),
                "3(e)",
                note="of firearms alone: parts and ammunition need no marking",
            ),
        ),
    ),
    excluded=("an organized criminal group (that is art. 4(1))", "profit"),
    notes=("What is illicit is relative to the States Parties that the goods leave, cross and reach.",),
    aliases=("firearms-protocol-3e-illicit-trafficking",),
    sources=_TEXT,
)
"""Firearms Protocol art. 3(e)."""

_helping = conduct.involvement.contains(
    Involvement.ORGANIZING,
    Involvement.DIRECTING,
    Involvement.AIDING,
    Involvement.ABETTING,
    Involvement.FACILITATING,
    Involvement.COUNSELLING,
)

FIREARMS_OFFENCES: Final = Definition(
    id="firearms-offences",
    title="offence under the Firearms Protocol",
    kind=DefinitionKind.OFFENCE,
    citation=FIREARMS_PROTOCOL.at("5"),
    about=FirearmsConduct,
    rule=any_of(
        element(
            "conduct of paragraph 1",
            all_of(
                element("committed intentionally", conduct.intentional, "5(1)"),
                any_of(
                    meets(ILLICIT_MANUFACTURING),
                    meets(ILLICIT_TRAFFICKING_IN_FIREARMS),
                    element(
                        "falsifying or illicitly obliterating, removing or altering a marking",
                        conduct.marking_tampering.contains(*MarkingTampering),
                        "5(1)(c)",
                        note="a marking on a firearm that art. 8 requires",
                    ),
                ),
            ),
            "5(1)",
        ),
        by_legal_order(
            "attempt_punishable",
            "Do the basic concepts of the legal system allow an attempt to be punished?",
            "5(2)(a)",
            then=element("attempt", conduct.involvement.contains(Involvement.ATTEMPT), "5(2)(a)"),
            otherwise=_helping,  # letter (b), which is asked in any case
        ),
        by_legal_order(
            "accomplice_punishable",
            "Do the basic concepts of the legal system allow participation as an accomplice to be punished?",
            "5(2)(a)",
            then=element(
                "participation as an accomplice",
                conduct.involvement.contains(Involvement.ACCOMPLICE),
                "5(2)(a)",
            ),
            otherwise=_helping,  # letter (b), which is asked in any case
        ),
        element("organizing, directing, aiding, abetting, facilitating or counselling it", _helping, "5(2)(b)"),
    ),
    excluded=(
        "transnationality beyond what art. 3(e) asks for (art. 1(2) with UNTOC art. 34(2))",
        "an organized criminal group (art. 1(2) with UNTOC art. 34(2))",
    ),
    notes=(
        "Attempt and participation as an accomplice are both subject to the basic concepts of the legal system.",
        "Organizing, directing, aiding, abetting, facilitating and counselling are not.",
    ),
    aliases=("firearms-protocol-5-offences",),
    sources=_TEXT,
)
"""Firearms Protocol art. 5."""

FIREARMS_SCOPE: Final = Definition(
    id="firearms-scope",
    title="scope of application of the Firearms Protocol",
    kind=DefinitionKind.SCOPE,
    citation=FIREARMS_PROTOCOL.at("4"),
    about=FirearmsCase,
    rule=all_of(
        any_of(
            element(
                "prevention of illicit manufacturing and trafficking",
                case.prevention,
                "4(1)",
                note="asks neither for transnationality nor for a group",
            ),
            element(
                "investigation and prosecution of an offence under art. 5",
                all_of(
                    case.firearms.meets(FIREARMS_OFFENCES),
                    case.offence.meets(TRANSNATIONAL),
                    case.group.meets(ORGANIZED_CRIMINAL_GROUP),
                ),
                "4(1)",
            ),
        ),
        element(
            "no state transaction that is left to national security",
            not_(all_of(case.state_transaction, case.prejudices_national_security)),
            "4(2)",
            note="the grammar leaves open whether the test of national security limits state-to-state transactions as "
            "well as state transfers; it is read here as limiting both",
        ),
    ),
    presupposes=("the conduct, the offence and the group described belong to one case",),
    excluded=("guilt",),
    notes=(
        "Scope is a question of cooperation under the Protocol, not of guilt.",
        "The article applies except as otherwise stated in the Protocol.",
    ),
    aliases=("firearms-protocol-4-scope",),
    sources=_TEXT,
)
"""Firearms Protocol art. 4, read with UNTOC arts. 2(a) and 3(2)."""
