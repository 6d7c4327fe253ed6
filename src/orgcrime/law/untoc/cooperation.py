"""The United Nations Convention against Transnational Organized Crime: when its rules of cooperation apply."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Reference
from orgcrime.law.facts import AssistanceRequest, ExtraditionRequest
from orgcrime.law.rule import Definition, DefinitionKind, all_of, any_of, element, facts, meets
from orgcrime.law.untoc import COVERED_OFFENCE, ORGANIZED_CRIMINAL_GROUP, SCOPE, UNTOC

__all__ = ["EXTRADITION", "MUTUAL_LEGAL_ASSISTANCE"]

_TEXT = (Reference("text-untoc"),)

extradition: Final = facts(ExtraditionRequest)
assistance: Final = facts(AssistanceRequest)

EXTRADITION: Final = Definition(
    id="untoc-extradition",
    title="extradition under the Convention",
    kind=DefinitionKind.SCOPE,
    citation=UNTOC.at("16(1)"),
    about=ExtraditionRequest,
    rule=all_of(
        element(
            "offence to which the article applies",
            any_of(
                element("offence covered by the Convention", meets(SCOPE), "16(1)"),
                element(
                    "offence that involves an organized criminal group, person sought in the requested State",
                    all_of(
                        extradition.offence.meets(COVERED_OFFENCE),
                        extradition.group.meets(ORGANIZED_CRIMINAL_GROUP),
                        element("person sought in the requested State", extradition.in_requested_state, "16(1)"),
                    ),
                    "16(1)",
                    note="here the offence need not be shown to be transnational",
                ),
            ),
            "16(1)",
            note="either is enough",
        ),
        element("dual criminality", extradition.dual_criminality, "16(1)", note="governs both cases"),
    ),
    presupposes=("the offence involves the group described", "both States are parties to the Convention"),
    excluded=(
        "the nationality of the person sought (art. 16(10) to (12))",
        "whether the offence involves fiscal matters (art. 16(15))",
        "the grounds on which extradition may be refused (art. 16(7) and (14))",
    ),
    notes=(
        (
            "What is decided is whether the article applies, not whether the person will be extradited: conditions and "
            "grounds of refusal come later, from domestic law and from other treaties."
        ),
        (
            "In print the presence of the person sought is a condition of the second case alone; it is often read as "
            "one of both, since nobody can be surrendered from where they are not."
        ),
        "An offence under a Protocol counts for the parties to it: art. 1(3) of each Protocol.",
    ),
    aliases=("untoc-16-1-extradition-scope",),
    sources=_TEXT,
)
"""UNTOC art. 16(1)."""

MUTUAL_LEGAL_ASSISTANCE: Final = Definition(
    id="untoc-mutual-legal-assistance",
    title="mutual legal assistance under the Convention",
    kind=DefinitionKind.SCOPE,
    citation=UNTOC.at("18(1)"),
    about=AssistanceRequest,
    rule=any_of(
        element("offence covered by the Convention", meets(SCOPE), "18(1)"),
        element(
            "reasonable grounds to suspect that an offence is covered",
            all_of(
                assistance.offence.meets(COVERED_OFFENCE),
                element(
                    "reasonable grounds to suspect that it is transnational",
                    assistance.suspected_transnational,
                    "18(1)",
                    note="that victims, witnesses, proceeds, instrumentalities or evidence are in the requested State "
                    "is such a ground",
                ),
                element(
                    "reasonable grounds to suspect that an organized criminal group is involved",
                    assistance.suspected_group,
                    "18(1)",
                ),
            ),
            "18(1)",
        ),
    ),
    presupposes=("the offence involves the group described", "both States are parties to the Convention"),
    excluded=(
        "dual criminality, whose absence is only a ground on which assistance may be declined (art. 18(9))",
        "bank secrecy (art. 18(8))",
    ),
    notes=(
        "A suspicion is enough: neither transnationality nor a group has to be established before a request.",
        "The suspicion is that of the requesting State. It bears on transnationality and group, not on the offence.",
        "An offence under a Protocol counts for the parties to it: art. 1(3) of each Protocol.",
    ),
    aliases=("untoc-18-1-mla-scope",),
    sources=_TEXT,
)
"""UNTOC art. 18(1)."""
