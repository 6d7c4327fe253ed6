"""The facts of trafficking in persons."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, Final

import attrs

from orgcrime.days import add_months, days_after
from orgcrime.errors import DateError
from orgcrime.law.facts.group import Group
from orgcrime.law.facts.involvement import Involvement, involvement
from orgcrime.law.facts.offence import Offence
from orgcrime.law.values import Listing, checked, listing, part, yes_no
from orgcrime.temporal import PartialDate

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["ExploitationPurpose", "Trafficking", "TraffickingAct", "TraffickingCase", "TraffickingMeans", "is_child"]

_MAJORITY: Final = 18 * 12


class TraffickingAct(enum.StrEnum):
    """An act of trafficking in persons.

    Source: Trafficking Protocol art. 3(a); Directive 2011/36/EU art. 2(1).

    >>> from orgcrime.law.facts import TraffickingAct
    >>> print(TraffickingAct.RECRUITMENT)
    recruitment
    """

    RECRUITMENT = "recruitment"
    """Trafficking Protocol art. 3(a)."""
    TRANSPORTATION = "transportation"
    """Trafficking Protocol art. 3(a)."""
    TRANSFER = "transfer"
    """Also of control over the person: Trafficking Protocol art. 3(a); Directive 2011/36/EU art. 2(1)."""
    HARBOURING = "harbouring"
    """Trafficking Protocol art. 3(a)."""
    RECEIPT = "receipt"
    """Trafficking Protocol art. 3(a)."""


class TraffickingMeans(enum.StrEnum):
    """A means by which a person is trafficked.

    Source: Trafficking Protocol art. 3(a); Directive 2011/36/EU art. 2(1).

    >>> from orgcrime.law.facts import TraffickingMeans
    >>> print(TraffickingMeans.VULNERABILITY)
    abuse-of-a-position-of-vulnerability
    """

    THREAT_OF_FORCE = "threat-of-force"
    """Trafficking Protocol art. 3(a)."""
    USE_OF_FORCE = "use-of-force"
    """Trafficking Protocol art. 3(a)."""
    COERCION = "other-coercion"
    """Other forms of coercion: Trafficking Protocol art. 3(a)."""
    ABDUCTION = "abduction"
    """Trafficking Protocol art. 3(a)."""
    FRAUD = "fraud"
    """Trafficking Protocol art. 3(a)."""
    DECEPTION = "deception"
    """Trafficking Protocol art. 3(a)."""
    POWER = "abuse-of-power"
    """The abuse of power: Trafficking Protocol art. 3(a)."""
    VULNERABILITY = "abuse-of-a-position-of-vulnerability"
    """The abuse of a position of vulnerability: Trafficking Protocol art. 3(a)."""
    PAYMENTS = "payments-to-a-person-having-control"
    """Payments or benefits, given or received to achieve the consent of a person having control over another person:
    Trafficking Protocol art. 3(a)."""


class ExploitationPurpose(enum.StrEnum):
    """A form of exploitation that is the purpose of trafficking; each text names some of them as a minimum.

    Source: Trafficking Protocol art. 3(a), second sentence; Directive 2011/36/EU art. 2(3), as amended by Directive
    (EU) 2024/1712.

    >>> from orgcrime.law.facts import ExploitationPurpose
    >>> print(ExploitationPurpose.ORGANS)
    removal-of-organs
    """

    PROSTITUTION = "prostitution-of-others"
    """The exploitation of the prostitution of others: Trafficking Protocol art. 3(a); Directive 2011/36/EU
    art. 2(3)."""
    SEXUAL = "other-sexual-exploitation"
    """Other forms of sexual exploitation: Trafficking Protocol art. 3(a); Directive 2011/36/EU art. 2(3)."""
    LABOUR = "forced-labour-or-services"
    """Trafficking Protocol art. 3(a); with begging: Directive 2011/36/EU art. 2(3)."""
    SLAVERY = "slavery"
    """Trafficking Protocol art. 3(a); Directive 2011/36/EU art. 2(3)."""
    PRACTICES_SIMILAR_TO_SLAVERY = "practices-similar-to-slavery"
    """Trafficking Protocol art. 3(a); Directive 2011/36/EU art. 2(3)."""
    SERVITUDE = "servitude"
    """Trafficking Protocol art. 3(a); Directive 2011/36/EU art. 2(3)."""
    ORGANS = "removal-of-organs"
    """Trafficking Protocol art. 3(a); Directive 2011/36/EU art. 2(3)."""
    CRIMINAL_ACTIVITIES = "exploitation-of-criminal-activities"
    """Directive 2011/36/EU art. 2(3)."""
    SURROGACY = "exploitation-of-surrogacy"
    """Directive 2011/36/EU art. 2(3), added by Directive (EU) 2024/1712."""
    FORCED_MARRIAGE = "exploitation-of-forced-marriage"
    """Directive 2011/36/EU art. 2(3), added by Directive (EU) 2024/1712."""
    ILLEGAL_ADOPTION = "exploitation-of-illegal-adoption"
    """Directive 2011/36/EU art. 2(3), added by Directive (EU) 2024/1712."""
    OTHER = "other-exploitation"
    """A form that no text named here names ("at a minimum"): Trafficking Protocol art. 3(a); Directive 2011/36/EU
    art. 2(3)."""


def is_child(born: PartialDate | dt.date | str | None, on: PartialDate | dt.date | str | None) -> bool | None:
    """Return whether a person was under eighteen on a day; ``None`` where the dates do not settle it.

    On the eighteenth birthday a person is no child any more. Whoever is born on 29 February comes of age on 28 February
    or on 1 March, as the legal order has it: on that 28 February the answer is ``None``.

    Args:
        born: the date of birth, a `PartialDate` or its text where it is known in part; ``None`` for not known.
        on: the day of the act, likewise; for an act that lasted, the day on which it began.

    Raises:
        DateError: for what is no day, or for a day before the birth.

    Source: Trafficking Protocol art. 3(d).

    >>> from orgcrime.law.facts import is_child
    >>> is_child("2001-05-14", "2019-05-13"), is_child("2001-05-14", "2019-05-14")
    (True, False)
    >>> is_child("2001", "2019-05-14") is None
    True
    """
    if born is None or on is None:
        return None
    birth, act = _day(born, "born"), _day(on, "on")
    if act.latest is not None and birth.earliest is not None and act.latest < birth.earliest:
        raise DateError("on", str(act), f"a day in the life of a person born {birth}")
    if act.latest is not None and birth.earliest is not None and act.latest < add_months(birth.earliest, _MAJORITY):
        return True
    if act.earliest is not None and birth.latest is not None and act.earliest >= _adult_at_the_latest(birth.latest):
        return False
    return None


def _day(given: PartialDate | dt.date | str, where: str) -> PartialDate:
    if isinstance(given, PartialDate):
        return given
    return PartialDate.read(given, where) if isinstance(given, str) else PartialDate.on(given)


def _adult_at_the_latest(born: dt.date) -> dt.date:
    """Return the first day on which every legal order takes a person for an adult of eighteen."""
    birthday = add_months(born, _MAJORITY)
    return birthday if birthday.day == born.day else days_after(birthday, 1)


@checked
@attrs.frozen(kw_only=True)
class Trafficking:
    """The facts of conduct that may be trafficking in persons.

    There is no fact for the consent of the victim: the law does not ask for it.

    Attributes:
        trafficking_acts: what was done to the person.
        trafficking_means: by which means.
        victim_is_child: whether the victim was under eighteen; `is_child` gives it from two dates.
        exploitation_purposes: for which purposes of exploitation; none need have been achieved.
        intentional: whether the person acted intentionally.
        involvement: in which ways the person was involved in such an offence beside committing it.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Trafficking Protocol arts. 3, 5; Directive 2011/36/EU art. 2.

    >>> from orgcrime.law.facts import Trafficking, TraffickingMeans, is_child
    >>> from orgcrime.law.values import Listing
    >>> Trafficking(trafficking_means=Listing([TraffickingMeans.DECEPTION])).trafficking_means
    Listing(['deception'])
    >>> Trafficking(victim_is_child=is_child("2004-03-01", "2020-06")).victim_is_child
    True
    """

    trafficking_acts: Listing[TraffickingAct] | None = listing(
        "acts",
        "Which acts: recruitment, transportation, transfer, harbouring or receipt of a person?",
        TraffickingAct,
        note="one is enough, and the victim need not have been moved",
    )
    trafficking_means: Listing[TraffickingMeans] | None = listing(
        "means",
        "By which means: the threat or use of force, other coercion, abduction, fraud, deception, the abuse of power "
        "or of a position of vulnerability, payments or benefits to a person having control over the victim?",
        TraffickingMeans,
        note="one is enough, at any stage; consent obtained by such a means is irrelevant",
    )
    victim_is_child: bool | None = yes_no(
        "victim under eighteen years of age",
        "Was the victim under eighteen years of age at the time of the act?",
        note="on the eighteenth birthday a person is an adult",
    )
    exploitation_purposes: Listing[ExploitationPurpose] | None = listing(
        "purposes of exploitation",
        "For which purposes of exploitation was it done?",
        ExploitationPurpose,
        note="the purpose counts, not the result; the list of each text is a minimum",
    )
    intentional: bool | None = yes_no("intentional", "Was it done intentionally?")
    involvement: Listing[Involvement] | None = involvement("trafficking in persons")


@checked
@attrs.frozen(kw_only=True)
class TraffickingCase:
    """The facts that decide whether the Trafficking Protocol applies.

    The parts describe one case: that the offence is the trafficking described, and involves the group described, is
    presupposed.

    Attributes:
        trafficking: the facts of the trafficking.
        offence: the facts of the same offence that show whether it is transnational.
        group: the facts of the group that it involves.
        protection_of_victims: whether the question is one of protecting victims of such offences.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Trafficking Protocol art. 4.

    >>> from orgcrime.law.facts import TraffickingCase
    >>> TraffickingCase(protection_of_victims=True).group is None
    True
    """

    trafficking: Trafficking | None = part("trafficking", "Which trafficking is it?", Trafficking)
    offence: Offence | None = part("offence", "Which offence is it?", Offence)
    group: Group | None = part("group", "Which group does it involve?", Group)
    protection_of_victims: bool | None = yes_no(
        "protection of victims of such offences", "Is the question one of protecting victims of such offences?"
    )
