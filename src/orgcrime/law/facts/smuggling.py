"""The facts of the smuggling of migrants."""

from __future__ import annotations

import enum

import attrs

from orgcrime.law.facts.group import Group
from orgcrime.law.facts.involvement import Involvement, involvement
from orgcrime.law.facts.offence import Offence
from orgcrime.law.values import Listing, checked, listing, part, yes_no

__all__ = ["Charge", "DocumentAct", "DocumentFraud", "Smuggling", "SmugglingCase"]


class DocumentFraud(enum.StrEnum):
    """What makes a travel or identity document fraudulent.

    Source: Smuggling Protocol art. 3(c).

    >>> from orgcrime.law.facts import DocumentFraud
    >>> print(DocumentFraud.FALSELY_MADE)
    falsely-made-or-altered
    """

    FALSELY_MADE = "falsely-made-or-altered"
    """Falsely made, or altered in some material way, by anyone not lawfully authorized: Smuggling Protocol
    art. 3(c)(i)."""
    IMPROPERLY_OBTAINED = "improperly-issued-or-obtained"
    """Improperly issued, or obtained in an unlawful manner: Smuggling Protocol art. 3(c)(ii)."""
    USED_BY_ANOTHER = "used-by-another-person"
    """Used by a person other than the rightful holder: Smuggling Protocol art. 3(c)(iii)."""


class DocumentAct(enum.StrEnum):
    """What is done with a fraudulent travel or identity document.

    Source: Smuggling Protocol art. 6(1)(b).

    >>> from orgcrime.law.facts import DocumentAct
    >>> print(DocumentAct.POSSESSING)
    possessing
    """

    PRODUCING = "producing"
    """Smuggling Protocol art. 6(1)(b)(i)."""
    PROCURING = "procuring"
    """Smuggling Protocol art. 6(1)(b)(ii)."""
    PROVIDING = "providing"
    """Smuggling Protocol art. 6(1)(b)(ii)."""
    POSSESSING = "possessing"
    """Smuggling Protocol art. 6(1)(b)(ii)."""


@checked
@attrs.frozen(kw_only=True)
class Smuggling:
    """The facts of conduct that may be the smuggling of migrants or an offence beside it.

    The State concerned is the one that the migrant entered or stayed in. The migrant is the object of the conduct, not
    its victim, and there is no fact for the migrant's consent: the law does not ask for it.

    Attributes:
        procured_entry: whether the entry of another person into a State was procured.
        illegal_entry: whether a border was crossed without complying with the necessary requirements for legal entry.
        entered_state_party: whether the State entered is a State Party on that day.
        national_of_state_concerned: whether the migrant is a national of the State concerned.
        permanent_resident_of_state_concerned: whether the migrant is a permanent resident of the State concerned.
        financial_benefit: whether the purpose is, directly or indirectly, a financial benefit.
        other_material_benefit: whether the purpose is, directly or indirectly, another material benefit.
        intentional: whether the person acted intentionally.
        purpose_of_enabling_smuggling: whether what was done with a document was done to enable the smuggling of
            migrants.
        document_fraud: what makes the travel or identity document fraudulent.
        document_acts: what was done with that document.
        enabled_illegal_stay: whether a person was enabled to remain in a State without complying with the necessary
            requirements for legally remaining there.
        illegal_means: whether that was done by means of a fraudulent document or by any other illegal means.
        involvement: in which ways the person was involved in such an offence beside committing it.
        accomplice_in_document_handling_alone: whether the offence in which the person was an accomplice is no other
            than procuring, providing or possessing a fraudulent document.
        danger_to_life_or_safety: whether the circumstances endangered the lives or safety of the migrants, or were
            likely to.
        inhuman_or_degrading_treatment: whether the circumstances entailed inhuman or degrading treatment of the
            migrants, including for exploitation.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Smuggling Protocol arts. 3, 6.

    >>> from orgcrime.law.facts import DocumentAct, Smuggling
    >>> from orgcrime.law.values import Listing
    >>> Smuggling(document_acts=Listing([DocumentAct.PRODUCING])).document_acts
    Listing(['producing'])
    """

    procured_entry: bool | None = yes_no(
        "procurement of the entry of another person", "Was the entry of another person into a State procured?"
    )
    illegal_entry: bool | None = yes_no(
        "illegal entry",
        "Was a border crossed without complying with the necessary requirements for legal entry into the State?",
    )
    entered_state_party: bool | None = yes_no(
        "entry into a State Party", "Was the State entered a State Party to the Smuggling Protocol on that day?"
    )
    national_of_state_concerned: bool | None = yes_no(
        "national of the State concerned", "Is the migrant a national of the State entered or stayed in?"
    )
    permanent_resident_of_state_concerned: bool | None = yes_no(
        "permanent resident of the State concerned",
        "Is the migrant a permanent resident of the State entered or stayed in?",
    )
    financial_benefit: bool | None = yes_no(
        "financial benefit",
        "Was it done in order to obtain, directly or indirectly, a financial benefit?",
        note="the purpose counts, not the result",
    )
    other_material_benefit: bool | None = yes_no(
        "other material benefit", "Was it done in order to obtain, directly or indirectly, another material benefit?"
    )
    intentional: bool | None = yes_no("intentional", "Was it done intentionally?")
    purpose_of_enabling_smuggling: bool | None = yes_no(
        "purpose of enabling the smuggling of migrants",
        "Was what was done with the document done for the purpose of enabling the smuggling of migrants?",
    )
    document_fraud: Listing[DocumentFraud] | None = listing(
        "faults of the document",
        "What makes the travel or identity document fraudulent: falsely made or altered, improperly issued or "
        "obtained, used by a person other than the rightful holder?",
        DocumentFraud,
    )
    document_acts: Listing[DocumentAct] | None = listing(
        "acts with the document",
        "What was done with the document: producing, procuring, providing or possessing it?",
        DocumentAct,
    )
    enabled_illegal_stay: bool | None = yes_no(
        "enabling a person to remain illegally",
        "Was a person enabled to remain in a State without complying with the necessary requirements for legally "
        "remaining there?",
    )
    illegal_means: bool | None = yes_no(
        "illegal means of enabling the stay",
        "Was that done by means of a fraudulent travel or identity document or by any other illegal means?",
    )
    involvement: Listing[Involvement] | None = involvement("an offence of smuggling")
    accomplice_in_document_handling_alone: bool | None = yes_no(
        "accomplice in the handling of documents alone",
        "Is the offence in which the person was an accomplice no other than procuring, providing or possessing a "
        "fraudulent document?",
    )
    danger_to_life_or_safety: bool | None = yes_no(
        "danger to the lives or safety of the migrants",
        "Did the circumstances endanger the lives or safety of the migrants, or were they likely to?",
        note="likely danger is enough; no harm need have come about",
    )
    inhuman_or_degrading_treatment: bool | None = yes_no(
        "inhuman or degrading treatment",
        "Did the circumstances entail inhuman or degrading treatment of the migrants, including for exploitation?",
    )


@checked
@attrs.frozen(kw_only=True)
class SmugglingCase:
    """The facts that decide whether the Smuggling Protocol applies.

    The parts describe one case: that the offence is the smuggling described, and involves the group described, is
    presupposed.

    Attributes:
        smuggling: the facts of the smuggling.
        offence: the facts of the same offence that show whether it is transnational.
        group: the facts of the group that it involves.
        protection_of_migrants: whether the question is one of protecting the rights of persons who have been the object
            of such offences.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Smuggling Protocol art. 4.

    >>> from orgcrime.law.facts import SmugglingCase
    >>> SmugglingCase(protection_of_migrants=True).group is None
    True
    """

    smuggling: Smuggling | None = part("smuggling", "Which smuggling is it?", Smuggling)
    offence: Offence | None = part("offence", "Which offence is it?", Offence)
    group: Group | None = part("group", "Which group does it involve?", Group)
    protection_of_migrants: bool | None = yes_no(
        "protection of the rights of persons who have been the object of such offences",
        "Is the question one of protecting the rights of persons who have been the object of such offences?",
    )


@checked
@attrs.frozen(kw_only=True)
class Charge:
    """The facts of a criminal charge against a person who may have been smuggled.

    Attributes:
        object_of_smuggling: whether the person was the object of conduct set forth in Smuggling Protocol art. 6.
        rests_on_that_fact_alone: whether the charge rests, under the Protocol, on that fact and no conduct beside it.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Smuggling Protocol art. 5.

    >>> from orgcrime.law.facts import Charge
    >>> Charge(object_of_smuggling=True).rests_on_that_fact_alone is None
    True
    """

    object_of_smuggling: bool | None = yes_no(
        "object of the smuggling of migrants",
        "Was the person the object of conduct set forth in art. 6 of the Smuggling Protocol?",
    )
    rests_on_that_fact_alone: bool | None = yes_no(
        "charge for that fact alone",
        "Does the charge rest, under the Protocol, on the fact of having been that object, and on no other conduct?",
    )
