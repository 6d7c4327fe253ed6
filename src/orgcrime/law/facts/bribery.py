"""The facts of an undue advantage promised, given, solicited or accepted, and of the official concerned."""

from __future__ import annotations

import enum

import attrs

from orgcrime.law.values import Listing, checked, listing, part, yes_no

__all__ = ["Bribery", "BriberyAct", "Official"]


class BriberyAct(enum.StrEnum):
    """What is done with an undue advantage, directly or indirectly.

    Source: UNTOC art. 8(1); UNCAC arts. 15, 16, 18, 21.
    """

    PROMISE = "promise"
    """Promising it: UNTOC art. 8(1)(a), UNCAC art. 15(a)."""
    OFFERING = "offering"
    """Offering it: UNTOC art. 8(1)(a), UNCAC art. 15(a)."""
    GIVING = "giving"
    """Giving it: UNTOC art. 8(1)(a), UNCAC art. 15(a)."""
    SOLICITATION = "solicitation"
    """Soliciting it: UNTOC art. 8(1)(b), UNCAC art. 15(b)."""
    ACCEPTANCE = "acceptance"
    """Accepting it: UNTOC art. 8(1)(b), UNCAC art. 15(b)."""


@checked
@attrs.frozen(kw_only=True)
class Official:
    """The facts of a person who may be an official.

    Attributes:
        holds_office: whether the person holds a legislative, executive, administrative or judicial office of the State
            looked at, whether appointed or elected, permanent or temporary, paid or unpaid, and of whatever rank.
        public_function: whether the person performs a public function, as its law defines it, a public agency or
            enterprise included.
        public_service: whether the person provides a public service, as its law defines it.
        official_by_domestic_law: whether its law calls the person a public official.
        holds_foreign_office: whether the person holds a legislative, executive, administrative or judicial office of a
            foreign country.
        foreign_public_function: whether the person exercises a public function for a foreign country, a public agency
            or enterprise included.
        international_civil_servant: whether the person is an international civil servant.
        acts_for_international_organization: whether a public international organization has authorized the person to
            act on its behalf.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNTOC art. 8(4); UNCAC art. 2(a)-(c).

    >>> from orgcrime.law.facts import Official
    >>> Official(holds_office=True).holds_office
    True
    """

    holds_office: bool | None = yes_no(
        "holds a public office",
        "Does the person hold a legislative, executive, administrative or judicial office of the State looked at?",
        note="appointed or elected, permanent or temporary, paid or unpaid, of whatever rank",
    )
    public_function: bool | None = yes_no(
        "performs a public function",
        "Does the person perform a public function, as the law of that State defines it?",
        note="for a public agency or enterprise as well",
    )
    public_service: bool | None = yes_no(
        "provides a public service", "Does the person provide a public service, as the law of that State defines it?"
    )
    official_by_domestic_law: bool | None = yes_no(
        "public official by domestic law", "Does the law of that State call the person a public official?"
    )
    holds_foreign_office: bool | None = yes_no(
        "holds an office of a foreign country",
        "Does the person hold a legislative, executive, administrative or judicial office of a foreign country?",
        note="appointed or elected",
    )
    foreign_public_function: bool | None = yes_no(
        "exercises a public function for a foreign country",
        "Does the person exercise a public function for a foreign country?",
        note="for a public agency or enterprise as well",
    )
    international_civil_servant: bool | None = yes_no(
        "international civil servant", "Is the person an international civil servant?"
    )
    acts_for_international_organization: bool | None = yes_no(
        "authorized by a public international organization",
        "Has a public international organization authorized the person to act on its behalf?",
    )


@checked
@attrs.frozen(kw_only=True)
class Bribery:
    """The facts of an undue advantage, and of what it is for.

    Attributes:
        intentional: whether the person acted intentionally.
        bribery_acts: what was done with the advantage, directly or indirectly.
        official: the facts of the one who is to act: to whom it is promised, offered or given, or who solicits or
            accepts it.
        undue_advantage: whether it is an advantage that is not due, for that one or for another person or entity.
        for_official_act: whether it is meant to make the official act or refrain from acting in the exercise of
            official duties.
        international_business: whether it is meant to obtain or retain business or another undue advantage in relation
            to the conduct of international business.
        for_abuse_of_influence: whether it is meant to make that one abuse real or supposed influence.
        advantage_from_authority: whether the influence is meant to obtain an undue advantage from an administration or
            public authority of the State looked at.
        in_course_of_business: whether it is done in the course of economic, financial or commercial activities.
        works_for_private_entity: whether that one directs a private sector entity or works for it, in any capacity.
        for_breach_of_duty: whether it is meant to make that one act or refrain from acting in breach of duties.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNTOC art. 8; UNCAC arts. 15, 16, 18, 21.

    >>> from orgcrime.law.facts import Bribery, Official
    >>> Bribery(bribery_acts=["offering"], official=Official(holds_office=True)).bribery_acts
    Listing(['offering'])
    """

    intentional: bool | None = yes_no("intentional", "Was it done intentionally?")
    bribery_acts: Listing[BriberyAct] | None = listing(
        "acts of bribery", "Which of these was done, directly or indirectly?", BriberyAct
    )
    official: Official | None = part(
        "official", "Who is to act: to whom is it promised, offered or given, or who solicits or accepts it?", Official
    )
    undue_advantage: bool | None = yes_no(
        "undue advantage",
        "Is it an advantage that is not due?",
        note="for the one who is to act, or for another person or entity",
    )
    for_official_act: bool | None = yes_no(
        "in order that the official act or refrain from acting",
        "Is it meant to make the official act, or refrain from acting, in the exercise of official duties?",
    )
    international_business: bool | None = yes_no(
        "international business",
        "Is it meant to obtain or retain business, or another undue advantage, in international business?",
    )
    for_abuse_of_influence: bool | None = yes_no(
        "in order that influence be abused",
        "Is it meant to make the one who is to act abuse real or supposed influence?",
    )
    advantage_from_authority: bool | None = yes_no(
        "undue advantage from an authority",
        "Is the influence meant to obtain an undue advantage from an administration or public authority of the State?",
    )
    in_course_of_business: bool | None = yes_no(
        "economic, financial or commercial activities",
        "Was it done in the course of economic, financial or commercial activities?",
    )
    works_for_private_entity: bool | None = yes_no(
        "directs or works for a private sector entity",
        "Does the person direct, or work in any capacity for, a private sector entity?",
    )
    for_breach_of_duty: bool | None = yes_no(
        "in order that duties be breached",
        "Is it meant to make that person act, or refrain from acting, in breach of duties?",
    )
