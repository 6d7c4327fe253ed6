"""The facts that the law of the European Union on trafficking in human beings adds."""

from __future__ import annotations

import attrs

from orgcrime.law.facts.offence import MAXIMUM_PENALTY_NOTE
from orgcrime.law.values import Between, Penalty, checked, penalty, yes_no

__all__ = ["ServiceUse", "TraffickingCircumstances", "TraffickingPenalties"]


@checked
@attrs.frozen(kw_only=True)
class TraffickingCircumstances:
    """The facts around an offence of trafficking in human beings.

    Attributes:
        vulnerable_victim: whether the victim was particularly vulnerable; every child is.
        within_criminal_organisation: whether it was committed within the framework of a criminal organisation.
        life_endangered: whether it endangered the life of the victim, deliberately or by gross negligence.
        serious_violence_or_harm: whether it was committed with serious violence, or caused the victim particularly
            serious harm, physical or psychological.
        public_official: whether a public official committed it in the performance of duties.
        sexual_images_disseminated: whether the offender disseminated, or helped to disseminate, images, videos or
            similar material of a sexual nature of the victim, by information and communication technologies.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Directive 2011/36/EU art. 4(2), 4(3).

    >>> from orgcrime.law.facts import TraffickingCircumstances
    >>> TraffickingCircumstances(life_endangered=True).vulnerable_victim is None
    True
    """

    vulnerable_victim: bool | None = yes_no(
        "particularly vulnerable victim",
        "Was the victim particularly vulnerable?",
        note="at least every child is",
    )
    within_criminal_organisation: bool | None = yes_no(
        "within the framework of a criminal organisation",
        "Was it committed within the framework of a criminal organisation?",
        note="in the sense of Framework Decision 2008/841/JHA",
    )
    life_endangered: bool | None = yes_no(
        "life of the victim endangered",
        "Did it endanger the life of the victim, deliberately or by gross negligence?",
    )
    serious_violence_or_harm: bool | None = yes_no(
        "serious violence or particularly serious harm",
        "Was it committed with serious violence, or did it cause the victim particularly serious harm?",
        note="physical or psychological harm",
    )
    public_official: bool | None = yes_no(
        "public official in the performance of duties",
        "Did a public official commit it in the performance of duties?",
    )
    sexual_images_disseminated: bool | None = yes_no(
        "dissemination of sexual material of the victim",
        "Did the offender disseminate sexual images, videos or similar material of the victim by information and "
        "communication technologies, or help with that?",
    )


@checked
@attrs.frozen(kw_only=True)
class TraffickingPenalties:
    """The penalties that the law of a Member State sets for trafficking in human beings.

    Attributes:
        maximum_penalty: the heaviest penalty, in years, that it allows for the offence itself.
        maximum_penalty_aggravated: the heaviest penalty, in years, that it allows in the graver cases.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Directive 2011/36/EU art. 4(1), 4(2).

    >>> from orgcrime.law.facts import TraffickingPenalties
    >>> TraffickingPenalties(maximum_penalty=5, maximum_penalty_aggravated=10).maximum_penalty
    5
    """

    maximum_penalty: float | Penalty | Between | None = penalty(
        "maximum penalty",
        "What is the heaviest penalty, in years, that the law allows for the offence itself?",
        note=MAXIMUM_PENALTY_NOTE,
    )
    maximum_penalty_aggravated: float | Penalty | Between | None = penalty(
        "maximum penalty in the graver cases",
        "What is the heaviest penalty, in years, that the law allows in each of the graver cases?",
        note="the lowest of these maxima, where the law sets several",
    )


@checked
@attrs.frozen(kw_only=True)
class ServiceUse:
    """The facts of the use of a service.

    Attributes:
        service_of_victim: whether the service was provided by a victim of trafficking in human beings.
        knows_victim: whether the user knew that.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Directive (EU) 2024/1712.

    >>> from orgcrime.law.facts import ServiceUse
    >>> ServiceUse(service_of_victim=True).knows_victim is None
    True
    """

    service_of_victim: bool | None = yes_no(
        "service provided by a victim of trafficking",
        "Was the service provided by a victim of trafficking in human beings?",
    )
    knows_victim: bool | None = yes_no(
        "knowledge that the person is a victim", "Did the user know that the person is a victim?"
    )
