"""The facts of what a person does with a position of trust: embezzlement, abuse of functions, illicit enrichment."""

from __future__ import annotations

import enum

import attrs

from orgcrime.law.facts.bribery import Official
from orgcrime.law.values import Listing, checked, listing, part, yes_no

__all__ = ["AbuseOfFunctions", "DiversionAct", "Embezzlement", "IllicitEnrichment"]


class DiversionAct(enum.StrEnum):
    """What is done with property that was entrusted.

    Source: UNCAC arts. 17, 22.
    """

    EMBEZZLEMENT = "embezzlement"
    """Embezzling it: UNCAC arts. 17, 22."""
    MISAPPROPRIATION = "misappropriation"
    """Misappropriating it: UNCAC art. 17."""
    OTHER_DIVERSION = "other-diversion"
    """Diverting it in another way: UNCAC art. 17."""


@checked
@attrs.frozen(kw_only=True)
class Embezzlement:
    """The facts of what a person did with property that was entrusted to that person.

    Attributes:
        intentional: whether the person acted intentionally.
        diversion_acts: what was done with the property.
        official: the facts of the person, as an official.
        entrusted: whether property, funds, securities or another thing of value was entrusted to the person by virtue
            of the position.
        for_benefit: whether it was done for the person's own benefit or for that of another person or entity.
        in_course_of_business: whether it was done in the course of economic, financial or commercial activities.
        works_for_private_entity: whether the person directs a private sector entity or works in it, in any capacity.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNCAC arts. 17, 22.

    >>> from orgcrime.law.facts import Embezzlement
    >>> Embezzlement(diversion_acts=["misappropriation"], entrusted=True).diversion_acts
    Listing(['misappropriation'])
    """

    intentional: bool | None = yes_no("intentional", "Was it done intentionally?")
    diversion_acts: Listing[DiversionAct] | None = listing(
        "acts of diversion", "Which of these was done with the property?", DiversionAct
    )
    official: Official | None = part("official", "Who did it?", Official)
    entrusted: bool | None = yes_no(
        "entrusted by virtue of the position",
        "Was the property, fund, security or thing of value entrusted to the person by virtue of the position?",
    )
    for_benefit: bool | None = yes_no(
        "for a benefit", "Was it done for the person's own benefit, or for that of another person or entity?"
    )
    in_course_of_business: bool | None = yes_no(
        "economic, financial or commercial activities",
        "Was it done in the course of economic, financial or commercial activities?",
    )
    works_for_private_entity: bool | None = yes_no(
        "directs or works for a private sector entity",
        "Does the person direct, or work in any capacity for, a private sector entity?",
    )


@checked
@attrs.frozen(kw_only=True)
class AbuseOfFunctions:
    """The facts of what an official did, or failed to do, in office.

    Attributes:
        intentional: whether the official acted intentionally.
        official: the facts of the official.
        in_discharge_of_functions: whether it was done in the discharge of the official's functions.
        violates_law: whether performing the act, or failing to perform it, violated the law.
        to_obtain_undue_advantage: whether it was done to obtain an undue advantage for the official or for another
            person or entity.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNCAC art. 19.

    >>> from orgcrime.law.facts import AbuseOfFunctions
    >>> AbuseOfFunctions(violates_law=True).to_obtain_undue_advantage is None
    True
    """

    intentional: bool | None = yes_no("intentional", "Was it done intentionally?")
    official: Official | None = part("official", "Who did it?", Official)
    in_discharge_of_functions: bool | None = yes_no(
        "in the discharge of functions", "Was it done in the discharge of the official's functions?"
    )
    violates_law: bool | None = yes_no(
        "violation of laws", "Did performing the act, or failing to perform it, violate the law?"
    )
    to_obtain_undue_advantage: bool | None = yes_no(
        "purpose of obtaining an undue advantage",
        "Was it done to obtain an undue advantage for the official, or for another person or entity?",
        note="the purpose counts, not the result",
    )


@checked
@attrs.frozen(kw_only=True)
class IllicitEnrichment:
    """The facts of an official's wealth.

    Attributes:
        intentional: whether the official acted intentionally.
        official: the facts of the official.
        significant_increase: whether the official's assets increased significantly.
        reasonably_explained: whether the official can reasonably explain the increase in relation to lawful income.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNCAC art. 20.

    >>> from orgcrime.law.facts import IllicitEnrichment
    >>> IllicitEnrichment(significant_increase=True).reasonably_explained is None
    True
    """

    intentional: bool | None = yes_no("intentional", "Was it done intentionally?")
    official: Official | None = part("official", "Whose wealth is it?", Official)
    significant_increase: bool | None = yes_no(
        "significant increase in assets", "Did the official's assets increase significantly?"
    )
    reasonably_explained: bool | None = yes_no(
        "reasonable explanation by lawful income",
        "Can the official reasonably explain the increase in relation to lawful income?",
    )
