"""The United Nations Convention against Transnational Organized Crime: its definitions and its scope."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Citation, Reference
from orgcrime.law.facts import Case, Group, Offence
from orgcrime.law.rule import Definition, DefinitionKind, all_of, any_of, element, facts, meets, not_

__all__ = [
    "COVERED_OFFENCE",
    "ORGANIZED_CRIMINAL_GROUP",
    "SCOPE",
    "SERIOUS_CRIME",
    "STRUCTURED_GROUP",
    "TRANSNATIONAL",
    "UNTOC",
]

UNTOC: Final = Citation("untoc", label="UNTOC")
"""The Convention."""

_TEXT = (Reference("text-untoc"),)

group: Final = facts(Group)
offence: Final = facts(Offence)
case: Final = facts(Case)

SERIOUS_CRIME: Final = Definition(
    id="untoc-serious-crime",
    title="serious crime",
    citation=UNTOC.at("2(b)"),
    about=Offence,
    rule=offence.maximum_penalty >= 4,
    presupposes=("the conduct is an offence in the legal order looked at",),
    excluded=(
        "the sentence imposed",
        "the minimum penalty",
        "whether the offence is called a crime, a felony or a délit",
        "profit",
        "transnationality",
    ),
    notes=(
        "The figure is the statutory ceiling, not the minimum or the sentence imposed; exactly four years is enough.",
        "The Convention lists no crimes here: any conduct becomes a serious crime by its penalty.",
        "No State has to adopt the category in its own law; the threshold is a condition of application.",
    ),
    aliases=("untoc-2b-serious-crime",),
    sources=_TEXT,
)
"""UNTOC art. 2(b)."""

STRUCTURED_GROUP: Final = Definition(
    id="untoc-structured-group",
    title="structured group",
    citation=UNTOC.at("2(c)"),
    about=Group,
    rule=not_(group.randomly_formed),
    presupposes=("there is a group: several persons linked together",),
    excluded=(
        "formally defined roles",
        "continuity of membership",
        "a developed structure or hierarchy",
        "a name",
        "written rules",
    ),
    notes=("Broad on purpose: loose networks are covered as well as hierarchies.",),
    aliases=("untoc-2c-structured-group",),
    sources=_TEXT,
)
"""UNTOC art. 2(c)."""

ORGANIZED_CRIMINAL_GROUP: Final = Definition(
    id="untoc-organized-criminal-group",
    title="organized criminal group",
    citation=UNTOC.at("2(a)"),
    about=Group,
    rule=all_of(
        meets(STRUCTURED_GROUP),
        element("three or more persons", group.persons >= 3, "2(a)"),
        element(
            "existing for a period of time",
            group.existed_for_a_period,
            "2(a)",
            note="the text lays down no minimum length",
        ),
        element("acting in concert", group.acting_in_concert, "2(a)"),
        element(
            "aim of committing a serious crime or a Convention offence",
            any_of(
                meets(SERIOUS_CRIME),
                element(
                    "aim of committing a Convention offence",
                    group.aims_at_convention_offence,
                    "2(a)",
                    note="no four-year test here; a Protocol offence counts for a State bound by that Protocol",
                ),
            ),
            "2(a)",
            note="one such offence is enough, and it need not have been committed",
        ),
        element(
            "purpose of a financial or other material benefit",
            any_of(group.financial_benefit, group.other_material_benefit),
            "2(a)",
            note="direct or indirect; the purpose counts, not the result",
        ),
    ),
    presupposes=("there is a group: several persons linked together",),
    excluded=(
        "hierarchy",
        "violence or intimidation",
        "corruption",
        "transnationality (that is art. 3(2))",
        "nationality or ethnicity",
        "a conviction",
    ),
    notes=(
        "The Convention defines the group; it defines neither organised crime nor transnational organised crime.",
        "Political or ideological motives alone are outside; a group that finances itself by crime can be within.",
        "Other material benefit is read widely.",
    ),
    aliases=("untoc-2a-ocg",),
    sources=_TEXT,
)
"""UNTOC art. 2(a), read with art. 2(b) and 2(c)."""

TRANSNATIONAL: Final = Definition(
    id="untoc-transnational",
    title="transnational in nature",
    citation=UNTOC.at("3(2)"),
    about=Offence,
    rule=any_of(
        element("committed in more than one State", offence.states >= 2, "3(2)(a)"),
        element(
            "substantial part of preparation, planning, direction or control in another State",
            offence.substantial_preparation_elsewhere,
            "3(2)(b)",
        ),
        element(
            "involves an organized criminal group active in more than one State",
            offence.group_active_in_several_states,
            "3(2)(c)",
        ),
        element("substantial effects in another State", offence.substantial_effects_elsewhere, "3(2)(d)"),
    ),
    excluded=(
        "the nationality of the offender or the victim",
        "that goods or persons cross a border, as such",
        "the number of languages or currencies",
    ),
    notes=(
        "Letters (b) to (d) repeat that it is committed in one State: the exact complement of (a), not asked again.",
        "The text says States, not States Parties.",
    ),
    aliases=("untoc-3-2-transnational",),
    sources=_TEXT,
)
"""UNTOC art. 3(2)."""

COVERED_OFFENCE: Final = Definition(
    id="untoc-covered-offence",
    title="offence covered by the Convention",
    kind=DefinitionKind.SCOPE,
    citation=UNTOC.at("3(1)"),
    about=Offence,
    rule=any_of(
        element(
            "offence established under the Convention",
            offence.convention_offence,
            "3(1)(a)",
            note="an offence under a Protocol counts for the parties to it: art. 1(3) of each Protocol",
        ),
        meets(SERIOUS_CRIME),
    ),
    presupposes=("the conduct is an offence in the legal order looked at",),
    sources=_TEXT,
)
"""UNTOC art. 3(1)(a) and (b)."""

SCOPE: Final = Definition(
    id="untoc-scope",
    title="scope of application of the Convention",
    kind=DefinitionKind.SCOPE,
    citation=UNTOC.at("3(1)"),
    about=Case,
    rule=all_of(
        case.offence.meets(COVERED_OFFENCE),
        case.offence.meets(TRANSNATIONAL),
        case.group.meets(ORGANIZED_CRIMINAL_GROUP),
    ),
    presupposes=("the offence involves the group described",),
    excluded=("guilt", "a conviction of the group"),
    notes=(
        "Scope is a question of cooperation under the treaty, not of guilt.",
        "Extradition (16(1)), mutual legal assistance (18(1)) and domestic criminalisation (34(2)) ask for less.",
        "The condition that closes the paragraph stands after letter (b) in print and governs letter (a) as well.",
    ),
    aliases=("untoc-3-1-scope",),
    sources=_TEXT,
)
"""UNTOC art. 3(1)."""
