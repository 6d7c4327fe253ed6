"""The United Nations Convention against Corruption: legal persons, participation in its offences, attempts at them."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Reference
from orgcrime.law.facts import AncillaryConduct, DomesticLaw, Involvement, LiabilityGround
from orgcrime.law.rule import Definition, DefinitionKind, all_of, element, facts
from orgcrime.law.uncac import UNCAC
from orgcrime.law.untoc.conformity import liability_rule

__all__ = ["ATTEMPT", "LEGAL_PERSONS", "PARTICIPATION", "PREPARATION"]

_TEXT = (Reference("text-uncac"),)
_MAY = "Optional: each State Party may establish this offence."
_NO_DAMAGE = "damage or harm to State property (art. 3(2))"
_PRINCIPAL = (
    "Domestic law says how; the article names no mental element of its own, and that of the offence concerned may be "
    "inferred from objective circumstances (art. 28)."
)

law: Final = facts(DomesticLaw)
conduct: Final = facts(AncillaryConduct)

LEGAL_PERSONS: Final = Definition(
    id="uncac-legal-persons",
    title="liability of legal persons",
    kind=DefinitionKind.CONFORMITY,
    citation=UNCAC.at("26"),
    about=DomesticLaw,
    rule=liability_rule(
        "26",
        element(
            "participation in the offences established under the Convention",
            law.legal_persons_liable_for.contains(LiabilityGround.UNCAC_OFFENCES),
            "26(1)",
            note="every such offence, also one that the State had only to consider, once it is established",
        ),
    ),
    notes=(
        "Mandatory: each State Party has to establish this liability.",
        "Consistent with the legal principles of the State: art. 26(1) and (2).",
        "UNTOC art. 10 has the same words for its own offences, and adds serious crimes that involve a group.",
    ),
    aliases=("uncac-26",),
    sources=_TEXT,
)
"""UNCAC art. 26."""

PARTICIPATION: Final = Definition(
    id="uncac-participation",
    title="participation in an offence established under the Convention",
    kind=DefinitionKind.OFFENCE,
    citation=UNCAC.at("27(1)"),
    about=AncillaryConduct,
    rule=all_of(
        element("offence established under the Convention", conduct.offence_established_under_uncac, "27(1)"),
        element(
            "participation in any capacity",
            conduct.involvement.contains(
                Involvement.ACCOMPLICE,
                Involvement.ASSISTANT,
                Involvement.INSTIGATOR,
                Involvement.ORGANIZING,
                Involvement.DIRECTING,
                Involvement.AIDING,
                Involvement.ABETTING,
                Involvement.FACILITATING,
                Involvement.COUNSELLING,
                Involvement.OTHER,
            ),
            "27(1)",
            note="accomplice, assistant and instigator are named as examples",
        ),
    ),
    presupposes=("the offence is committed by others",),
    excluded=(_NO_DAMAGE,),
    notes=("Mandatory: each State Party has to establish this offence.", _PRINCIPAL),
    aliases=("uncac-27-1",),
    sources=_TEXT,
)
"""UNCAC art. 27(1)."""

ATTEMPT: Final = Definition(
    id="uncac-attempt",
    title="attempt to commit an offence established under the Convention",
    kind=DefinitionKind.OFFENCE,
    citation=UNCAC.at("27(2)"),
    about=AncillaryConduct,
    rule=all_of(
        element("offence established under the Convention", conduct.offence_established_under_uncac, "27(2)"),
        element("attempt", conduct.involvement.contains(Involvement.ATTEMPT), "27(2)"),
    ),
    excluded=(_NO_DAMAGE,),
    notes=(_MAY, _PRINCIPAL),
    aliases=("uncac-27-2",),
    sources=_TEXT,
)
"""UNCAC art. 27(2)."""

PREPARATION: Final = Definition(
    id="uncac-preparation",
    title="preparation for an offence established under the Convention",
    kind=DefinitionKind.OFFENCE,
    citation=UNCAC.at("27(3)"),
    about=AncillaryConduct,
    rule=all_of(
        element("offence established under the Convention", conduct.offence_established_under_uncac, "27(3)"),
        element("preparation", conduct.involvement.contains(Involvement.PREPARATION), "27(3)"),
    ),
    excluded=(_NO_DAMAGE,),
    notes=(_MAY, _PRINCIPAL),
    aliases=("uncac-27-3",),
    sources=_TEXT,
)
"""UNCAC art. 27(3)."""
