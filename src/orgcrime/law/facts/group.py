"""The facts of a group of persons."""

from __future__ import annotations

import enum

import attrs

from orgcrime.law.facts.offence import MAXIMUM_PENALTY_NOTE
from orgcrime.law.values import Between, Listing, Penalty, checked, listing, number, penalty, yes_no

__all__ = ["Group", "GroupAim", "ListedOffence", "StatutoryException"]


class GroupAim(enum.StrEnum):
    """What a group may aim at, where a law does not ask how heavily the offence is punished.

    >>> from orgcrime.law.facts import GroupAim
    >>> print(GroupAim.VOTING)
    votes
    """

    OFFENCE = "offence"
    """One offence of any kind: Code pénal (France) art. 132-71."""
    SEVERAL_OFFENCES = "several-offences"
    """More than one offence: Italian Criminal Code art. 416."""
    ECONOMIC_CONTROL = "economic-control"
    """Management or control of economic activities, concessions, authorisations, public contracts or services:
    Italian Criminal Code art. 416-bis(3)."""
    UNJUST_ADVANTAGE = "unjust-advantage"
    """For the members or for others: Italian Criminal Code art. 416-bis(3)."""
    VOTING = "votes"
    """To hinder the free exercise of the vote, or to procure votes: Italian Criminal Code art. 416-bis(3)."""


class ListedOffence(enum.StrEnum):
    """An offence that one law names in a list of its own, so that its penalty alone does not decide.

    >>> from orgcrime.law.facts import ListedOffence
    >>> print(ListedOffence.RO_GRAVE)
    ro-grave-offence
    """

    CA_PRESCRIBED = "ca-prescribed-by-regulation"
    """An offence that a regulation makes a serious offence: Criminal Code (Canada) s. 467.1(1) and (4)."""
    FR_ORGANISED_CRIME = "fr-organised-crime-list"
    """A crime, not a délit, of those in code de procédure pénale (France) art. 706-73, 1°-10°, 12°-14° and 17°."""
    JP_APPENDED_TABLE_3 = "jp-appended-table-3"
    """Act no. 136 of 1999 (Japan), appended table 3, named in art. 6-2(1)."""
    RO_GRAVE = "ro-grave-offence"
    """Law 39/2003 (Romania) art. 2(b)."""
    US_DRUG_FELONY = "us-drug-felony"
    """A federal felony involving a controlled substance, with a maximum of not less than five years:
    18 U.S.C. § 521(c)(1)."""
    US_VIOLENT_FELONY = "us-violent-felony"
    """A federal felony that has the use or attempted use of physical force against another as an element:
    18 U.S.C. § 521(c)(2)."""
    US_SEXUAL_OR_TRAFFICKING = "us-trafficking-or-sexual-offence"
    """A federal offence involving human trafficking, sexual abuse or exploitation, or transportation for prostitution
    or any illegal sexual activity: 18 U.S.C. § 521(c)(3)."""
    US_CONSPIRACY = "us-conspiracy"
    """A conspiracy to commit one of these three: 18 U.S.C. § 521(c)(4)."""


class StatutoryException(enum.StrEnum):
    """What a law leaves out, although all else is met.

    >>> from orgcrime.law.facts import StatutoryException
    >>> print(StatutoryException.DE_POLITICAL_PARTY)
    de-political-party
    """

    DE_POLITICAL_PARTY = "de-political-party"
    """A political party that the Federal Constitutional Court has not declared unconstitutional:
    Strafgesetzbuch § 129(3) no. 1."""
    DE_SUBORDINATE = "de-subordinate-purpose"
    """Offences are a purpose or activity of subordinate importance only: Strafgesetzbuch § 129(3) no. 2."""
    DE_SECTIONS_84_TO_87 = "de-sections-84-to-87"
    """The purposes or the activity concern offences under §§ 84 to 87 only: Strafgesetzbuch § 129(3) no. 3."""


@checked
@attrs.frozen(kw_only=True)
class Group:
    """The facts of a group of persons and of the offences that it aims at.

    That there is a group at all is presupposed. A lone offender is ``Group(persons=1)``.

    The first eight facts are those of the Convention; the others are asked by one law or a few, and left out elsewhere.

    Attributes:
        persons: how many persons make up the group; ``Between(2, None)`` for "at least two known".
        randomly_formed: whether it was formed at random for the immediate commission of one offence.
        existed_for_a_period: whether it has existed for some period of time; the text lays down no length.
        acting_in_concert: whether its members act together in a coordinated way.
        aims_at_convention_offence: whether its aim is an offence established under the Convention, or under a Protocol
            for a State bound by it.
        maximum_penalty: the heaviest penalty, in years, that the statute allows for an offence that the group aims at;
            `LIFE` or `DEATH` for one heavier than any number of years.
        financial_benefit: whether its purpose is, directly or indirectly, a financial benefit.
        other_material_benefit: whether its purpose is, directly or indirectly, another material benefit.
        of_many_persons: whether it is made up of many persons, where a law says so without a number.
        organised: whether it is an organised union, however loosely.
        structured_between_members: whether it is a structured organisation between its members.
        acts_under_orders_and_fixed_tasks: whether acts that carry out its purpose or will are, all or in part, done
            repeatedly by persons who act as one under orders and a division of tasks fixed beforehand.
        name_or_sign: whether it has an identifiable name, or an identifying sign or symbol.
        ongoing: whether it is ongoing.
        meant_to_last: whether it was set up for some length of time.
        continuing_series: whether its members engage, or engaged within the past five years, in a continuing series of
            the listed offences.
        agreed_to_act_together: whether its members agreed to act together, even if they have not acted yet.
        common_purpose: whether its members share a common purpose.
        overarching_common_interest: whether it pursues an overarching common interest.
        material_acts: whether the preparation showed itself in one or more material acts.
        premeditated: whether the offences were premeditated.
        aims: what it aims at, apart from any penalty.
        listed_offences: the offences of closed lists that it aims at.
        offences_among_main_purposes: whether such offences are one of its main purposes or main activities.
        offence_where_carried_on: whether what it does is an offence where it is done.
        constitutionally_covered_offence: whether an offence that it aims at is a constitutionally covered one
            (Australia).
        intimidating_force: whether its members make use of the intimidating force of the bond that ties them.
        subjection: whether they make use of the subjection that follows from it.
        code_of_silence: whether they make use of the code of silence that follows from it.
        other_benefit: whether its purpose is, directly or indirectly, a gain or benefit that is not material.
        material_benefit_likely: whether the offences, if committed, would likely give the group or one of its members a
            material benefit, directly or indirectly.
        benefit_of_group: whether the offences are for the benefit of the group.
        benefit_of_participants: whether the offences are for the benefit of persons who take part in the group or their
            associates.
        affects_interstate_commerce: whether its activities affect commerce between the States of a federation or with
            foreign countries.
        unacceptable_risk: whether its members, by their association, are an unacceptable risk to the safety, welfare or
            order of the community.
        declared_organisation: whether it is a declared organisation (South Australia).
        declared_by_regulation: whether a regulation declares it to be a criminal organisation (South Australia).
        statutory_exceptions: the exceptions of a law that apply to it; ``Listing([], complete=True)`` for none.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNTOC art. 2(a)-(c); the others: the laws named in the definitions that ask for them.

    >>> from orgcrime import LIFE, Group
    >>> Group(persons=4, maximum_penalty=LIFE).persons
    4
    >>> Group(aims=["economic-control"]).aims
    Listing(['economic-control'])
    >>> Group(persns=4)
    Traceback (most recent call last):
        ...
    orgcrime.errors.InputError: Group.persns: there is no such fact. Did you mean 'persons'?
    """

    persons: int | Between | None = number("persons", "How many persons make up the group?", unit="persons")
    randomly_formed: bool | None = yes_no(
        "randomly formed for the immediate commission of an offence",
        "Was the group formed at random for the immediate commission of one offence?",
        note="randomness and immediacy go together: a group planned for one single crime is not randomly formed",
    )
    existed_for_a_period: bool | None = yes_no(
        "existing for a period of time", "Has the group existed for some period of time?"
    )
    acting_in_concert: bool | None = yes_no("acting in concert", "Do its members act together in a coordinated way?")
    maximum_penalty: float | Penalty | Between | None = penalty(
        "maximum penalty",
        "What is the heaviest penalty, in years, that the statute allows for an offence that the group aims at?",
        note=MAXIMUM_PENALTY_NOTE,
    )
    aims_at_convention_offence: bool | None = yes_no(
        "aim of committing a Convention offence",
        "Is it its aim to commit an offence established under the Convention, or under a Protocol for a State bound by "
        "it?",
    )
    financial_benefit: bool | None = yes_no(
        "financial benefit",
        "Is its purpose to obtain, directly or indirectly, a financial benefit?",
        note="the purpose counts, not the result",
    )
    other_material_benefit: bool | None = yes_no(
        "other material benefit", "Is its purpose to obtain, directly or indirectly, another material benefit?"
    )
    of_many_persons: bool | None = yes_no(
        "many persons",
        "Is it made up of many persons?",
        note="asked where a law says so without a number",
    )
    organised: bool | None = yes_no(
        "organised union", "Is it an organised union, however loosely?", note="roles need not be fixed"
    )
    structured_between_members: bool | None = yes_no(
        "structured organisation between its members", "Is it a structured organisation between its members?"
    )
    acts_under_orders_and_fixed_tasks: bool | None = yes_no(
        "repeated acts under orders and a fixed division of tasks",
        "Are acts that carry out its purpose or will, all or in part, repeatedly done by persons who act as one under "
        "orders and a division of tasks fixed beforehand?",
    )
    name_or_sign: bool | None = yes_no(
        "identifiable name, sign or symbol", "Has it an identifiable name, or an identifying sign or symbol?"
    )
    ongoing: bool | None = yes_no("ongoing", "Is the group ongoing?")
    meant_to_last: bool | None = yes_no("set up for some length of time", "Was it set up for some length of time?")
    continuing_series: bool | None = yes_no(
        "continuing series of the listed offences within five years",
        "Do its members engage, or did they engage within the past five years, in a continuing series of the listed "
        "offences?",
    )
    agreed_to_act_together: bool | None = yes_no(
        "agreement to act together", "Did its members agree to act together, even if they have not acted yet?"
    )
    common_purpose: bool | None = yes_no("common purpose", "Do its members share a common purpose?")
    overarching_common_interest: bool | None = yes_no(
        "overarching common interest", "Does it pursue an overarching common interest?"
    )
    material_acts: bool | None = yes_no(
        "one or more material acts",
        "Did the preparation show itself in one or more material acts?",
        note="the offence prepared need not have been attempted",
    )
    premeditated: bool | None = yes_no("premeditation", "Were the offences premeditated?")
    aims: Listing[GroupAim] | None = listing(
        "aims", "What does it aim at?", GroupAim, note="one that is established is enough"
    )
    listed_offences: Listing[ListedOffence] | None = listing(
        "listed offences",
        "Which offences of closed lists does it aim at?",
        ListedOffence,
        note="the list of the law that is looked at decides, as it stands on the day",
    )
    offences_among_main_purposes: bool | None = yes_no(
        "one of its main purposes or activities",
        "Is it one of its main purposes or main activities to commit or facilitate such offences?",
    )
    offence_where_carried_on: bool | None = yes_no(
        "an offence where it is carried on",
        "Is what it does an offence in the country where it is done?",
    )
    constitutionally_covered_offence: bool | None = yes_no(
        "constitutionally covered offence",
        "Is an offence that it aims at one against the law of the Commonwealth of Australia or a Territory, a State "
        "offence with a federal aspect, or conduct abroad that would be an Australian offence?",
    )
    intimidating_force: bool | None = yes_no(
        "intimidating force of the bond",
        "Do its members make use of the intimidating force of the bond that ties them?",
    )
    subjection: bool | None = yes_no(
        "resulting subjection", "Do they make use of the subjection that follows from that force?"
    )
    code_of_silence: bool | None = yes_no(
        "resulting code of silence", "Do they make use of the code of silence that follows from that force?"
    )
    other_benefit: bool | None = yes_no(
        "gain or benefit that is not material",
        "Is its purpose, directly or indirectly, a gain or benefit that is not material?",
    )
    material_benefit_likely: bool | None = yes_no(
        "likely material benefit",
        "Would the offences, if committed, likely give the group or one of its members a material benefit, directly or "
        "indirectly?",
        note="what is likely counts here, and not the purpose",
    )
    benefit_of_group: bool | None = yes_no(
        "for the benefit of the group", "Are the offences for the benefit of the group?"
    )
    benefit_of_participants: bool | None = yes_no(
        "for the benefit of participants or their associates",
        "Are the offences for the benefit of persons who take part in the group, or of their associates?",
    )
    affects_interstate_commerce: bool | None = yes_no(
        "effect on interstate or foreign commerce",
        "Do its activities affect commerce between the States of the federation or with foreign countries?",
    )
    unacceptable_risk: bool | None = yes_no(
        "unacceptable risk to the community",
        "Are its members, by their association, an unacceptable risk to the safety, welfare or order of the community?",
    )
    declared_organisation: bool | None = yes_no(
        "declared organisation",
        "Is it a declared organisation under the Serious and Organised Crime (Control) Act 2008 of South Australia?",
    )
    declared_by_regulation: bool | None = yes_no(
        "declared by regulation",
        "Does a regulation of South Australia declare it to be a criminal organisation?",
    )
    statutory_exceptions: Listing[StatutoryException] | None = listing(
        "statutory exceptions", "Which exceptions of the law apply to it?", StatutoryException
    )
