"""The Protocol against the smuggling of migrants: its definition, scope, offences, and what it says of the migrants."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Citation, Reference
from orgcrime.law.facts import (
    Charge,
    DocumentAct,
    DocumentFraud,
    Involvement,
    Returnee,
    Smuggling,
    SmugglingCase,
)
from orgcrime.law.rule import Definition, DefinitionKind, all_of, any_of, by_legal_order, element, facts, meets, not_
from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP, TRANSNATIONAL

__all__ = [
    "SMUGGLING_AGGRAVATION",
    "SMUGGLING_NON_LIABILITY",
    "SMUGGLING_OFFENCES",
    "SMUGGLING_OF_MIGRANTS",
    "SMUGGLING_PROTOCOL",
    "SMUGGLING_RETURN",
    "SMUGGLING_SCOPE",
]

SMUGGLING_PROTOCOL: Final = Citation("smuggling-protocol", label="Smuggling Protocol")
"""The Protocol."""

_TEXT = (Reference("text-smuggling-protocol"),)

smuggling: Final = facts(Smuggling)
case: Final = facts(SmugglingCase)
charge: Final = facts(Charge)
person: Final = facts(Returnee)

SMUGGLING_OF_MIGRANTS: Final = Definition(
    id="smuggling-of-migrants",
    title="smuggling of migrants",
    citation=SMUGGLING_PROTOCOL.at("3(a)"),
    about=Smuggling,
    rule=all_of(
        element("procurement of the entry of a person", smuggling.procured_entry, "3(a)"),
        element(
            "illegal entry",
            smuggling.illegal_entry,
            "3(b)",
            note="a border is crossed; for trafficking in persons none need be",
        ),
        element("into a State Party", smuggling.entered_state_party, "3(a)"),
        element("of which the person is not a national", not_(smuggling.national_of_state_concerned), "3(a)"),
        element(
            "and not a permanent resident",
            not_(smuggling.permanent_resident_of_state_concerned),
            "3(a)",
        ),
        element(
            "in order to obtain a financial or other material benefit",
            any_of(smuggling.financial_benefit, smuggling.other_material_benefit),
            "3(a)",
            note="direct or indirect; the purpose counts, not the result",
        ),
    ),
    excluded=(
        "consent of the migrant",
        "coercion or deception",
        "exploitation",
        "an organized criminal group (that is art. 4)",
    ),
    notes=(
        "Help that is not meant to bring a benefit, as among relatives or for humanitarian reasons, is outside.",
        "A State may still punish such help under its own law (art. 6(4)).",
        "The migrant is the object of the conduct: the Protocol does not speak of victims.",
    ),
    aliases=("smuggling-protocol-3-smuggling",),
    sources=_TEXT,
)
"""Smuggling Protocol art. 3(a), read with art. 3(b)."""

_intention = element("committed intentionally", smuggling.intentional, "6(1)")

_benefit = element(
    "in order to obtain a financial or other material benefit",
    any_of(smuggling.financial_benefit, smuggling.other_material_benefit),
    "6(1)",
    note="asked for every offence of the paragraph, those with documents and the illegal stay among them",
)

_fraudulent_document = element(
    "fraudulent travel or identity document", smuggling.document_fraud.contains(*DocumentFraud), "3(c)"
)

_enabling_purpose = element(
    "for the purpose of enabling the smuggling of migrants", smuggling.purpose_of_enabling_smuggling, "6(1)(b)"
)

_producing_documents = element(
    "producing a fraudulent document",
    all_of(
        _enabling_purpose,
        _fraudulent_document,
        element("producing it", smuggling.document_acts.contains(DocumentAct.PRODUCING), "6(1)(b)(i)"),
    ),
    "6(1)(b)(i)",
)

_handling_documents = element(
    "procuring, providing or possessing such a document",
    all_of(
        _enabling_purpose,
        _fraudulent_document,
        element(
            "procuring, providing or possessing it",
            smuggling.document_acts.contains(DocumentAct.PROCURING, DocumentAct.PROVIDING, DocumentAct.POSSESSING),
            "6(1)(b)(ii)",
        ),
    ),
    "6(1)(b)(ii)",
)

_enabling_stay = element(
    "enabling a person to remain in the State concerned",
    all_of(
        element("of which the person is not a national", not_(smuggling.national_of_state_concerned), "6(1)(c)"),
        element("and not a permanent resident", not_(smuggling.permanent_resident_of_state_concerned), "6(1)(c)"),
        element(
            "without complying with the requirements for legally remaining", smuggling.enabled_illegal_stay, "6(1)(c)"
        ),
        element("by such a document or any other illegal means", smuggling.illegal_means, "6(1)(c)"),
    ),
    "6(1)(c)",
)

_accomplice = element(
    "participation as an accomplice",
    by_legal_order(
        "accomplice_in_document_handling_punishable",
        "Do the basic concepts of the legal system allow an accomplice in procuring, providing or possessing a "
        "fraudulent document to be punished?",
        "6(2)(b)",
        then=smuggling.involvement.contains(Involvement.ACCOMPLICE),
        otherwise=all_of(
            smuggling.involvement.contains(Involvement.ACCOMPLICE),
            not_(smuggling.accomplice_in_document_handling_alone),
        ),
    ),
    "6(2)(b)",
)

_organizing_or_directing = smuggling.involvement.contains(Involvement.ORGANIZING, Involvement.DIRECTING)

_organizing = element("organizing or directing other persons to commit it", _organizing_or_directing, "6(2)(c)")

SMUGGLING_OFFENCES: Final = Definition(
    id="smuggling-offences",
    title="offence under the Smuggling Protocol",
    kind=DefinitionKind.OFFENCE,
    citation=SMUGGLING_PROTOCOL.at("6(1), (2)"),
    about=Smuggling,
    rule=any_of(
        element(
            "conduct of paragraph 1",
            all_of(
                _intention,
                _benefit,
                any_of(meets(SMUGGLING_OF_MIGRANTS), _producing_documents, _handling_documents, _enabling_stay),
            ),
            "6(1)",
        ),
        by_legal_order(
            "attempt_punishable",
            "Do the basic concepts of the legal system allow an attempt to be punished?",
            "6(2)(a)",
            then=element("attempt", smuggling.involvement.contains(Involvement.ATTEMPT), "6(2)(a)"),
            otherwise=_organizing_or_directing,  # letter (c), which is asked in any case
        ),
        _accomplice,
        _organizing,
    ),
    excluded=(
        "consent of the migrant",
        "coercion or deception",
        "transnationality (art. 1(2) with UNTOC art. 34(2))",
        "an organized criminal group (art. 1(2) with UNTOC art. 34(2))",
    ),
    notes=(
        "The purpose of a benefit is asked for documents and illegal stay as well (opening words of art. 6(1)).",
        "The migrant is not liable for having been the object of such conduct (art. 5).",
        "Attempt is subject to the basic concepts of the legal system.",
        "So is an accomplice in procuring, providing or possessing a document; other accomplices are not.",
    ),
    aliases=("smuggling-protocol-6-offences",),
    sources=_TEXT,
)
"""Smuggling Protocol art. 6(1)-(2)."""

_aggravable = element(
    "offence under paragraph 1(a), (b)(i) or (c)",
    all_of(_intention, _benefit, any_of(meets(SMUGGLING_OF_MIGRANTS), _producing_documents, _enabling_stay)),
    "6(3)",
    note="not the procuring, providing or possessing of documents, and not an attempt",
)

SMUGGLING_AGGRAVATION: Final = Definition(
    id="smuggling-aggravation",
    title="aggravating circumstance of the smuggling of migrants",
    kind=DefinitionKind.AGGRAVATION,
    citation=SMUGGLING_PROTOCOL.at("6(3)"),
    about=Smuggling,
    rule=all_of(
        element(
            "an offence that can be aggravated",
            by_legal_order(
                "aggravation_of_participation",
                "Do the basic concepts of the legal system allow these circumstances to aggravate what accomplices, "
                "organizers and directors do?",
                "6(3)",
                then=any_of(_aggravable, _accomplice, _organizing),
                otherwise=_aggravable,
            ),
            "6(3)",
        ),
        any_of(
            element(
                "circumstances that endanger, or are likely to endanger, the lives or safety of the migrants",
                smuggling.danger_to_life_or_safety,
                "6(3)(a)",
                note="likely danger is enough; no harm need have come about",
            ),
            element(
                "circumstances that entail inhuman or degrading treatment",
                smuggling.inhuman_or_degrading_treatment,
                "6(3)(b)",
                note="treatment for exploitation is included",
            ),
        ),
    ),
    excluded=("consent of the migrant", "that anybody was harmed"),
    notes=("A circumstance and no offence of its own: without the offence nothing is aggravated.",),
    aliases=("smuggling-protocol-6-3-aggravating",),
    sources=_TEXT,
)
"""Smuggling Protocol art. 6(3)."""

SMUGGLING_NON_LIABILITY: Final = Definition(
    id="smuggling-non-liability",
    title="no liability of migrants for having been smuggled",
    kind=DefinitionKind.EXCLUSION,
    citation=SMUGGLING_PROTOCOL.at("5"),
    about=Charge,
    rule=all_of(
        element("object of conduct set forth in art. 6", charge.object_of_smuggling, "5"),
        element(
            "charge for that fact alone",
            charge.rests_on_that_fact_alone,
            "5",
            note="offences of the migrant under domestic law, such as illegal entry, are not touched (art. 6(4))",
        ),
    ),
    excluded=("consent of the migrant", "payment by the migrant"),
    notes=("No amnesty: a migrant who also smuggles others is liable for that.",),
    aliases=("smuggling-protocol-5-migrant-not-liable",),
    sources=_TEXT,
)
"""Smuggling Protocol art. 5, read with art. 6(4)."""

SMUGGLING_SCOPE: Final = Definition(
    id="smuggling-scope",
    title="scope of application of the Smuggling Protocol",
    kind=DefinitionKind.SCOPE,
    citation=SMUGGLING_PROTOCOL.at("4"),
    about=SmugglingCase,
    rule=any_of(
        element(
            "prevention, investigation and prosecution of an offence under art. 6",
            all_of(
                case.smuggling.meets(SMUGGLING_OFFENCES),
                case.offence.meets(TRANSNATIONAL),
                case.group.meets(ORGANIZED_CRIMINAL_GROUP),
            ),
            "4",
        ),
        element(
            "protection of the rights of persons who have been the object of such offences",
            case.protection_of_migrants,
            "4",
            note="read as every offence under art. 6; the text can also be read as the transnational ones alone",
        ),
    ),
    presupposes=("the smuggling, the offence and the group described belong to one case",),
    excluded=("guilt", "consent of the migrant"),
    notes=(
        "Scope is a question of cooperation under the Protocol, not of guilt.",
        "The article applies except as otherwise stated in the Protocol.",
        "The persons protected are called the object of the offences, not their victims.",
    ),
    aliases=("smuggling-protocol-4-scope",),
    sources=_TEXT,
)
"""Smuggling Protocol art. 4, read with UNTOC arts. 2(a) and 3(2)."""

SMUGGLING_RETURN: Final = Definition(
    id="smuggling-return",
    title="duty to facilitate and accept the return of a smuggled migrant",
    kind=DefinitionKind.RETURN_RULE,
    citation=SMUGGLING_PROTOCOL.at("18(1)"),
    about=Returnee,
    rule=all_of(
        element("object of conduct set forth in art. 6", person.object_of_smuggling, "18(1)"),
        any_of(
            element("national of the State asked", person.national_of_state_asked, "18(1)"),
            element(
                "right of permanent residence there at the time of return",
                person.permanent_resident_at_return,
                "18(1)",
                note="under the Trafficking Protocol the time of entry decides (its art. 8(1))",
            ),
        ),
    ),
    presupposes=("the State asked is a party to the Protocol",),
    excluded=("the right of permanent residence at the time of entry (art. 18(2))",),
    notes=(
        "The State of nationality or residence takes the person back without undue or unreasonable delay.",
        "No State has to send anybody back.",
        "Where residence was permanent at the time of entry alone, the State need only consider it (art. 18(2)).",
    ),
    aliases=("smuggling-protocol-18-return",),
    sources=_TEXT,
)
"""Smuggling Protocol art. 18(1)."""
