"""The United Nations Convention against Corruption: property, what is done with it after an offence, and its return."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Reference
from orgcrime.law.facts import Asset, AssetReturn, Concealment, ConcealmentAct, Laundering
from orgcrime.law.rule import Definition, DefinitionKind, Element, all_of, any_of, element, facts, meets, not_
from orgcrime.law.uncac import UNCAC
from orgcrime.law.untoc.offences import laundering_rule

__all__ = [
    "CONCEALMENT",
    "LAUNDERING",
    "PRIORITY_CONSIDERATION",
    "PROCEEDS_OF_CRIME",
    "PROPERTY",
    "RETURN_OF_EMBEZZLED_FUNDS",
    "RETURN_OF_OTHER_PROCEEDS",
    "RETURN_OF_PROPERTY",
]

_TEXT = (Reference("text-uncac"),)
_NO_DAMAGE = "damage or harm to State property (art. 3(2))"

asset: Final = facts(Asset)
hiding: Final = facts(Concealment)
returned: Final = facts(AssetReturn)

PROPERTY: Final = Definition(
    id="uncac-property",
    title="property",
    citation=UNCAC.at("2(d)"),
    about=Asset,
    rule=any_of(
        element("asset of any kind", asset.asset, "2(d)"),
        element("document of title to an asset, or of an interest in one", asset.title_document, "2(d)"),
    ),
    notes=("The same words as UNTOC art. 2(d).",),
    sources=_TEXT,
)
"""UNCAC art. 2(d)."""

PROCEEDS_OF_CRIME: Final = Definition(
    id="uncac-proceeds-of-crime",
    title="proceeds of crime",
    citation=UNCAC.at("2(e)"),
    about=Asset,
    rule=all_of(
        meets(PROPERTY),
        element("derived from or obtained through the commission of an offence", asset.derived_from_offence, "2(e)"),
    ),
    notes=("The same words as UNTOC art. 2(e).",),
    sources=_TEXT,
)
"""UNCAC art. 2(e), read with art. 2(d)."""

LAUNDERING: Final = Definition(
    id="uncac-laundering",
    title="laundering of proceeds of crime",
    kind=DefinitionKind.OFFENCE,
    citation=UNCAC.at("23(1)"),
    about=Laundering,
    rule=laundering_rule("23", PROCEEDS_OF_CRIME),
    presupposes=("the property comes from the predicate offence described",),
    excluded=("a conviction for the predicate offence", _NO_DAMAGE),
    notes=(
        "Mandatory: each State Party has to establish this offence, within the fundamental principles of its law.",
        "Predicate offences are at least a comprehensive range of the offences under this Convention: art. 23(2)(b).",
        "The conduct is that of UNTOC art. 6.",
    ),
    aliases=("uncac-23",),
    sources=_TEXT,
)
"""UNCAC art. 23(1), read with art. 23(2)."""

CONCEALMENT: Final = Definition(
    id="uncac-concealment",
    title="concealment",
    kind=DefinitionKind.OFFENCE,
    citation=UNCAC.at("24"),
    about=Concealment,
    rule=all_of(
        element("after an offence established under the Convention", hiding.after_offence, "24"),
        element("without having participated in it", not_(hiding.participated_in_offence), "24"),
        element(
            "concealment or continued retention of property", hiding.concealment_acts.contains(*ConcealmentAct), "24"
        ),
        element("knowledge that the property results from such an offence", hiding.knows_origin, "24"),
        element("intentional", hiding.intentional, "24"),
    ),
    excluded=(_NO_DAMAGE,),
    notes=(
        "To consider: each State Party has to consider establishing this offence, and need not do so.",
        "Without prejudice to art. 23: what is laundering stays laundering.",
    ),
    aliases=("uncac-24",),
    sources=_TEXT,
)
"""UNCAC art. 24."""


def _judgement(pinpoint: str) -> Element:
    return element(
        "final judgement, or its waiver",
        any_of(
            element("final judgement in the requesting State", returned.final_judgement, pinpoint),
            element("final judgement waived by the requested State", returned.judgement_waived, pinpoint),
        ),
        pinpoint,
    )


RETURN_OF_EMBEZZLED_FUNDS: Final = Definition(
    id="uncac-return-of-embezzled-funds",
    title="return of embezzled public funds",
    kind=DefinitionKind.RETURN_RULE,
    citation=UNCAC.at("57(3)(a)"),
    about=AssetReturn,
    rule=all_of(
        element("embezzlement of public funds, or laundering of them", returned.embezzled_public_funds, "57(3)(a)"),
        element("confiscation executed under art. 55", returned.confiscated_on_request, "57(3)(a)"),
        _judgement("57(3)(a)"),
    ),
    presupposes=("property was confiscated, and another State Party asks for it",),
    excluded=("prior ownership", "damage"),
    notes=("The requested State shall return the property.",),
    sources=_TEXT,
)
"""UNCAC art. 57(3)(a)."""

RETURN_OF_OTHER_PROCEEDS: Final = Definition(
    id="uncac-return-of-other-proceeds",
    title="return of proceeds of any other offence",
    kind=DefinitionKind.RETURN_RULE,
    citation=UNCAC.at("57(3)(b)"),
    about=AssetReturn,
    rule=all_of(
        element("proceeds of any other offence covered", returned.proceeds_of_other_offence, "57(3)(b)"),
        element("confiscation executed under art. 55", returned.confiscated_on_request, "57(3)(b)"),
        _judgement("57(3)(b)"),
        element(
            "prior ownership of, or damage to, the requesting State",
            any_of(returned.prior_ownership, returned.damage_recognized),
            "57(3)(b)",
        ),
    ),
    presupposes=("property was confiscated, and another State Party asks for it",),
    notes=("The requested State shall return the property.",),
    sources=_TEXT,
)
"""UNCAC art. 57(3)(b)."""

RETURN_OF_PROPERTY: Final = Definition(
    id="uncac-return-of-property",
    title="duty to return confiscated property to the requesting State",
    kind=DefinitionKind.RETURN_RULE,
    citation=UNCAC.at("57(3)"),
    about=AssetReturn,
    rule=any_of(meets(RETURN_OF_EMBEZZLED_FUNDS), meets(RETURN_OF_OTHER_PROCEEDS)),
    presupposes=("property was confiscated, and another State Party asks for it",),
    notes=(
        "There are three tracks: where the outcome is no, letter (c) asks for priority consideration.",
        "Reasonable expenses may be deducted (art. 57(4)); States may agree case by case (art. 57(5)).",
        "UNTOC art. 14 asks for less: disposal under domestic law, priority consideration on request.",
    ),
    aliases=("uncac-57-3-return",),
    sources=_TEXT,
)
"""UNCAC art. 57(3)(a) and (b)."""

PRIORITY_CONSIDERATION: Final = Definition(
    id="uncac-priority-consideration",
    title="priority consideration to return or compensation",
    kind=DefinitionKind.RETURN_RULE,
    citation=UNCAC.at("57(3)(c)"),
    about=AssetReturn,
    rule=not_(meets(RETURN_OF_PROPERTY)),
    presupposes=("property was confiscated, and another State Party asks for it",),
    notes=(
        (
            "All other cases: no duty to return, but priority consideration to returning the property to the "
            "requesting State or to prior legitimate owners, or to compensating the victims."
        ),
    ),
    sources=_TEXT,
)
"""UNCAC art. 57(3)(c)."""
