"""The facts of the law of a State that has to carry out an instrument."""

from __future__ import annotations

import enum

import attrs

from orgcrime.law.values import Listing, checked, listing, yes_no

__all__ = ["DomesticLaw", "LiabilityForm", "LiabilityGround", "ParticipationOffence"]


class ParticipationOffence(enum.StrEnum):
    """The offences of participation that a State may establish.

    Source: UNTOC art. 5(1).
    """

    AGREEMENT = "agreement"
    """Agreeing with others to commit a serious crime: UNTOC art. 5(1)(a)(i)."""
    ACTIVE_PART = "active-part"
    """Taking an active part in activities of the group: UNTOC art. 5(1)(a)(ii)."""
    ORGANIZING = "organizing"
    """Organizing, directing or helping with a serious crime that involves such a group: UNTOC art. 5(1)(b)."""


class LiabilityGround(enum.StrEnum):
    """What a legal person must be liable for.

    Source: UNTOC art. 10(1); UNCAC art. 26(1).
    """

    SERIOUS_CRIME_OF_GROUP = "serious-crime-of-group"
    """Participation in serious crimes involving an organized criminal group: UNTOC art. 10(1)."""
    PARTICIPATION = "participation"
    """The offences established under art. 5: UNTOC art. 10(1)."""
    LAUNDERING = "laundering"
    """The offences established under art. 6: UNTOC art. 10(1)."""
    CORRUPTION = "corruption"
    """The offences established under art. 8: UNTOC art. 10(1)."""
    OBSTRUCTION_OF_JUSTICE = "obstruction-of-justice"
    """The offences established under art. 23: UNTOC art. 10(1)."""
    UNCAC_OFFENCES = "offences-established-under-uncac"
    """Participation in every offence established in accordance with the Convention against Corruption: UNCAC
    art. 26(1)."""


class LiabilityForm(enum.StrEnum):
    """What kind of liability a legal person may bear.

    Source: UNTOC art. 10(2); UNCAC art. 26(2).
    """

    CRIMINAL = "criminal"
    """Criminal liability: UNTOC art. 10(2); UNCAC art. 26(2)."""
    CIVIL = "civil"
    """Civil liability: UNTOC art. 10(2); UNCAC art. 26(2)."""
    ADMINISTRATIVE = "administrative"
    """Administrative liability: UNTOC art. 10(2); UNCAC art. 26(2)."""


@checked
@attrs.frozen(kw_only=True)
class DomesticLaw:
    """The facts of what the law of a State provides.

    Attributes:
        participation_offences: which offences of participation it establishes.
        distinct_from_attempt: whether these are distinct from the attempt and the completion of the criminal activity.
        agreement_requires_group: whether its offence of agreement asks for the involvement of an organized criminal
            group.
        covers_all_serious_crimes_of_groups: whether it covers all serious crimes that involve such groups.
        requires_transnationality: whether an offence under arts. 5, 6, 8 and 23 asks for a transnational element.
        requires_group_beyond_article_5: whether such an offence asks for an organized criminal group although art. 5
            does not.
        legal_persons_liable_for: what a legal person can be liable for.
        liability_forms: what kinds of liability a legal person bears.
        natural_persons_remain_liable: whether natural persons remain criminally liable beside a legal person.
        effective_sanctions: whether the sanctions on legal persons are effective, proportionate and dissuasive.
        monetary_sanctions: whether they include monetary sanctions.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNTOC arts. 5, 10, 34(2); UNCAC art. 26.

    >>> from orgcrime.law.facts import DomesticLaw
    >>> DomesticLaw(participation_offences=["agreement", "organizing"]).participation_offences
    Listing(['agreement', 'organizing'])
    """

    participation_offences: Listing[ParticipationOffence] | None = listing(
        "offences of participation", "Which of these offences does the law establish?", ParticipationOffence
    )
    distinct_from_attempt: bool | None = yes_no(
        "distinct from attempt and completion",
        "Are the offences of agreement and active part distinct from the attempt and the completion of the crime?",
    )
    agreement_requires_group: bool | None = yes_no(
        "agreement only with an organized criminal group",
        "Does the offence of agreement ask for the involvement of an organized criminal group?",
        note="no, where the law has no such offence",
    )
    covers_all_serious_crimes_of_groups: bool | None = yes_no(
        "all serious crimes of groups covered",
        "Does the law cover all serious crimes that involve organized criminal groups?",
    )
    requires_transnationality: bool | None = yes_no(
        "transnational element required",
        "Does an offence under arts. 5, 6, 8 and 23 ask for a transnational element?",
    )
    requires_group_beyond_article_5: bool | None = yes_no(
        "organized criminal group required beyond art. 5",
        "Does such an offence ask for an organized criminal group although art. 5 does not?",
    )
    legal_persons_liable_for: Listing[LiabilityGround] | None = listing(
        "grounds of liability", "For which of these can a legal person be liable?", LiabilityGround
    )
    liability_forms: Listing[LiabilityForm] | None = listing(
        "forms of liability", "Which kinds of liability does a legal person bear?", LiabilityForm
    )
    natural_persons_remain_liable: bool | None = yes_no(
        "natural persons remain liable", "Do the natural persons who committed the offences remain criminally liable?"
    )
    effective_sanctions: bool | None = yes_no(
        "effective, proportionate and dissuasive sanctions",
        "Are the sanctions on legal persons effective, proportionate and dissuasive?",
        note="criminal or not",
    )
    monetary_sanctions: bool | None = yes_no(
        "monetary sanctions", "Do the sanctions on legal persons include monetary ones?"
    )
