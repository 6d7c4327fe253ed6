"""The facts that the law of one State asks for, where what is looked at is no group alone."""

from __future__ import annotations

import attrs

from orgcrime.law.facts.group import Group
from orgcrime.law.values import Between, checked, number, part, yes_no

__all__ = ["Boryokudan", "OrganisationSupport", "Racketeering"]


@checked
@attrs.frozen(kw_only=True)
class OrganisationSupport:
    """The facts of a person's help to a criminal organisation.

    Attributes:
        group: the facts of the organisation.
        knowing: whether the person acted knowingly.
        contributes_to_organisation: whether the person helped with the organisation or the running of the group, apart
            from the preparation of any one offence.
        frequent: whether the help was frequent.
        important: whether the help was important.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Code pénal (France) art. 450-1-1.

    >>> from orgcrime.law.facts import OrganisationSupport
    >>> OrganisationSupport(frequent=True).important is None
    True
    """

    group: Group | None = part("group", "Which organisation is it?", Group)
    knowing: bool | None = yes_no("knowingly", "Did the person act knowingly?")
    contributes_to_organisation: bool | None = yes_no(
        "contribution to the organisation or the running of the group",
        "Did the person contribute to the organisation or the running of the group?",
        note="it need not be tied to the preparation of any one offence",
    )
    frequent: bool | None = yes_no("frequent contribution", "Was the contribution frequent?")
    important: bool | None = yes_no("important contribution", "Was the contribution important?")


@checked
@attrs.frozen(kw_only=True)
class Racketeering:
    """The facts of racketeering by means of an enterprise.

    Attributes:
        enterprise: whether there is an enterprise: an individual, a legal entity, or a union or group of individuals
            associated in fact.
        affects_interstate_commerce: whether the enterprise is engaged in interstate or foreign commerce, or its
            activities affect it.
        racketeering_acts: how many acts of racketeering activity, as 18 U.S.C. § 1961(1) lists them, were done.
        act_after_effective_date: whether one of them occurred after 15 October 1970.
        last_act_within_ten_years: whether the last of them occurred within ten years, imprisonment left out, after a
            prior one.
        unlawful_debt: whether an unlawful debt was collected.
        invests_income: whether the person used or invested income from the pattern or the debt, in which the person
            took part as a principal, to acquire an interest in the enterprise, or to establish or operate it.
        acquires_control: whether the person acquired or maintained an interest in the enterprise, or control of it,
            through the pattern or the debt.
        conducts_affairs: whether the person, employed by or associated with the enterprise, conducted its affairs, or
            took part in that, through the pattern or the debt.
        conspires: whether the person conspired to do one of these three.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: 18 U.S.C. §§ 1961, 1962.

    >>> from orgcrime.law.facts import Racketeering
    >>> Racketeering(racketeering_acts=2).racketeering_acts
    2
    """

    enterprise: bool | None = yes_no(
        "enterprise",
        "Is there an individual, a legal entity, or a group of individuals associated in fact, that serves as the "
        "enterprise?",
        note="one individual can be an enterprise: no number of persons is asked for",
    )
    affects_interstate_commerce: bool | None = yes_no(
        "effect on interstate or foreign commerce",
        "Is the enterprise engaged in interstate or foreign commerce, or do its activities affect it?",
    )
    racketeering_acts: int | Between | None = number(
        "acts of racketeering activity",
        "How many acts of racketeering activity, as the list has them, were done?",
        unit="acts",
        note="an offence under State law counts only if it is punishable by imprisonment for more than one year",
    )
    act_after_effective_date: bool | None = yes_no(
        "one act after the effective date", "Did one of the acts occur after 15 October 1970?"
    )
    last_act_within_ten_years: bool | None = yes_no(
        "last act within ten years of a prior one",
        "Did the last of the acts occur within ten years after a prior one?",
        note="any period of imprisonment is left out",
    )
    unlawful_debt: bool | None = yes_no(
        "collection of an unlawful debt",
        "Was an unlawful debt from gambling or usury collected?",
        note="for usury: at a rate of at least twice the enforceable one",
    )
    invests_income: bool | None = yes_no(
        "use or investment of income",
        "Did the person use or invest income from this, as a principal of it, in the enterprise?",
        note="small purchases of securities on the open market, without any control, are left out",
    )
    acquires_control: bool | None = yes_no(
        "interest in or control of the enterprise",
        "Did the person acquire or maintain an interest in the enterprise, or control of it, through this?",
    )
    conducts_affairs: bool | None = yes_no(
        "conduct of the affairs of the enterprise",
        "Did the person, employed by or associated with the enterprise, conduct its affairs, or take part in that, "
        "through this?",
    )
    conspires: bool | None = yes_no("conspiracy", "Did the person conspire to do one of these three?")


@checked
@attrs.frozen(kw_only=True)
class Boryokudan:
    """The facts of an organisation that a public safety commission may designate.

    Attributes:
        facilitates_violence: whether it is likely to help its members, or those of its constituent organisations, to
            commit violent unlawful acts collectively or habitually.
        funds_through_influence: whether its purpose in substance is to let its members use its influence to get funds
            for their living, their fortune or their business, whatever its nominal purpose.
        criminal_records_above_ratio: whether the share of its members who have a criminal record is above the ratio
            that a cabinet order sets for its size.
        hierarchical: whether it is hierarchically made up, under the control of the person who represents it.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Act no. 77 of 1991 (Japan) arts. 2(ii), 3.

    >>> from orgcrime.law.facts import Boryokudan
    >>> Boryokudan(hierarchical=True).hierarchical
    True
    """

    facilitates_violence: bool | None = yes_no(
        "likely to help its members to violent unlawful acts",
        "Is it likely to help its members to commit violent unlawful acts collectively or habitually?",
        note="members of its constituent organisations count as members",
    )
    funds_through_influence: bool | None = yes_no(
        "funds through the influence of the organisation",
        "Is its purpose in substance to let its members use its influence to get funds for their living, fortune or "
        "business?",
        note="whatever its nominal purpose",
    )
    criminal_records_above_ratio: bool | None = yes_no(
        "members with criminal records above the ratio",
        "Is the share of its members with a criminal record above the ratio that a cabinet order sets for its size?",
    )
    hierarchical: bool | None = yes_no(
        "hierarchy under the representative",
        "Is it hierarchically made up, under the control of the person who represents it?",
    )
