"""The facts of what is done with proceeds of crime: laundering, concealment, retention."""

from __future__ import annotations

import enum

import attrs

from orgcrime.law.facts.property import Asset
from orgcrime.law.values import Listing, checked, listing, part, yes_no

__all__ = ["AncillaryAct", "ConcealedFeature", "Concealment", "ConcealmentAct", "Laundering", "ReceivingAct"]


class ConcealedFeature(enum.StrEnum):
    """What about property may be concealed or disguised.

    Source: UNTOC art. 6(1)(a)(ii); UNCAC art. 23(1)(a)(ii).
    """

    NATURE = "nature"
    """Its true nature: UNTOC art. 6(1)(a)(ii)."""
    SOURCE = "source"
    """Its true source: UNTOC art. 6(1)(a)(ii)."""
    LOCATION = "location"
    """Its true location: UNTOC art. 6(1)(a)(ii)."""
    DISPOSITION = "disposition"
    """Its true disposition: UNTOC art. 6(1)(a)(ii)."""
    MOVEMENT = "movement"
    """Its true movement: UNTOC art. 6(1)(a)(ii)."""
    OWNERSHIP = "ownership"
    """Its true ownership: UNTOC art. 6(1)(a)(ii)."""
    RIGHTS = "rights"
    """Rights with respect to it: UNTOC art. 6(1)(a)(ii)."""


class ReceivingAct(enum.StrEnum):
    """What one who receives proceeds of crime may do.

    Source: UNTOC art. 6(1)(b)(i); UNCAC art. 23(1)(b)(i).
    """

    ACQUISITION = "acquisition"
    """Acquiring the property: UNTOC art. 6(1)(b)(i)."""
    POSSESSION = "possession"
    """Possessing the property: UNTOC art. 6(1)(b)(i)."""
    USE = "use"
    """Using the property: UNTOC art. 6(1)(b)(i)."""


class AncillaryAct(enum.StrEnum):
    """The ways to take part in laundering, to prepare it with others, to attempt it or to help with it.

    Source: UNTOC art. 6(1)(b)(ii); UNCAC art. 23(1)(b)(ii).
    """

    PARTICIPATION = "participation"
    """Participation in it: UNTOC art. 6(1)(b)(ii)."""
    ASSOCIATION = "association"
    """Association to commit it: UNTOC art. 6(1)(b)(ii)."""
    CONSPIRACY = "conspiracy"
    """Conspiracy to commit it: UNTOC art. 6(1)(b)(ii)."""
    ATTEMPT = "attempt"
    """An attempt to commit it: UNTOC art. 6(1)(b)(ii)."""
    AIDING = "aiding"
    """Aiding its commission: UNTOC art. 6(1)(b)(ii)."""
    ABETTING = "abetting"
    """Abetting its commission: UNTOC art. 6(1)(b)(ii)."""
    FACILITATING = "facilitating"
    """Facilitating its commission: UNTOC art. 6(1)(b)(ii)."""
    COUNSELLING = "counselling"
    """Counselling its commission: UNTOC art. 6(1)(b)(ii)."""


class ConcealmentAct(enum.StrEnum):
    """What one who took no part in an offence may do with property that results from it.

    Source: UNCAC art. 24.
    """

    CONCEALMENT = "concealment"
    """Concealing the property: UNCAC art. 24."""
    CONTINUED_RETENTION = "continued-retention"
    """Continuing to retain the property: UNCAC art. 24."""


@checked
@attrs.frozen(kw_only=True)
class Laundering:
    """The facts of what a person did with proceeds of crime.

    Knowledge, intent and purpose may be inferred from objective circumstances (UNTOC art. 6(2)(f), UNCAC art. 28).

    Attributes:
        intentional: whether the person acted intentionally.
        property: the facts of the property.
        predicate_covered: whether the offence that the property comes from is a predicate offence in the legal order
            looked at.
        predicate_abroad: whether that offence was committed outside the jurisdiction of the State looked at.
        predicate_punishable_abroad: whether the conduct is an offence under the law of the State where it was
            committed.
        predicate_punishable_at_home: whether it would be an offence under the law of the State looked at, had it been
            committed there.
        committed_predicate: whether the person committed the predicate offence too.
        knows_origin: whether the person knew that the property is proceeds of crime; for acquisition, possession and
            use: at the time of receipt.
        converts_or_transfers: whether the person converted or transferred the property.
        to_conceal_origin: whether this was done to conceal or disguise the illicit origin.
        to_help_evade: whether it was done to help a person involved in the predicate offence to evade the legal
            consequences.
        conceals: which features of the property were concealed or disguised.
        receives: whether the property was acquired, possessed or used, and which of these.
        ancillary_acts: in which other ways the person was concerned with an offence of laundering.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNTOC art. 6; UNCAC art. 23.

    >>> from orgcrime.law.facts import Asset, Laundering
    >>> Laundering(property=Asset(asset=True, derived_from_offence=True), conceals=["ownership"]).conceals
    Listing(['ownership'])
    """

    intentional: bool | None = yes_no("intentional", "Was it done intentionally?")
    property: Asset | None = part("property", "Which property is it?", Asset)
    predicate_covered: bool | None = yes_no(
        "predicate offence covered",
        "Is the offence that the property comes from a predicate offence in the legal order looked at?",
        note="UNTOC: at least all serious crime and the offences of arts. 5, 8 and 23; where the law lists them, a "
        "comprehensive range of offences associated with organized criminal groups. UNCAC: at least a comprehensive "
        "range of its offences",
    )
    predicate_abroad: bool | None = yes_no(
        "predicate offence committed abroad", "Was it committed outside the jurisdiction of the State looked at?"
    )
    predicate_punishable_abroad: bool | None = yes_no(
        "predicate offence punishable where committed",
        "Is the conduct an offence under the law of the State where it was committed?",
    )
    predicate_punishable_at_home: bool | None = yes_no(
        "predicate offence punishable at home",
        "Would it be an offence under the law of the State looked at, had it been committed there?",
    )
    committed_predicate: bool | None = yes_no(
        "committed the predicate offence", "Did the same person commit the predicate offence?"
    )
    knows_origin: bool | None = yes_no(
        "knowledge of the origin",
        "Did the person know that the property comes from an offence?",
        note="for acquisition, possession and use: at the time of receipt",
    )
    converts_or_transfers: bool | None = yes_no(
        "conversion or transfer", "Did the person convert or transfer the property?"
    )
    to_conceal_origin: bool | None = yes_no(
        "purpose of concealing the illicit origin", "Was it done to conceal or disguise the illicit origin?"
    )
    to_help_evade: bool | None = yes_no(
        "purpose of helping to evade the legal consequences",
        "Was it done to help a person involved in the predicate offence to evade the legal consequences?",
    )
    conceals: Listing[ConcealedFeature] | None = listing(
        "features concealed", "Which of these were concealed or disguised?", ConcealedFeature
    )
    receives: Listing[ReceivingAct] | None = listing(
        "acts of receiving", "Which of these did the person do with the property?", ReceivingAct
    )
    ancillary_acts: Listing[AncillaryAct] | None = listing(
        "ancillary acts", "In which of these ways was the person concerned with an offence of laundering?", AncillaryAct
    )


@checked
@attrs.frozen(kw_only=True)
class Concealment:
    """The facts of what a person did with property after an offence in which the person took no part.

    Attributes:
        intentional: whether the person acted intentionally.
        after_offence: whether it was done after an offence established under the Convention was committed.
        participated_in_offence: whether the person took part in that offence.
        concealment_acts: whether the property was concealed or retained.
        knows_origin: whether the person knew that the property results from such an offence.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNCAC art. 24.

    >>> from orgcrime.law.facts import Concealment
    >>> Concealment(concealment_acts=["continued-retention"]).concealment_acts
    Listing(['continued-retention'])
    """

    intentional: bool | None = yes_no("intentional", "Was it done intentionally?")
    after_offence: bool | None = yes_no(
        "after an offence under the Convention",
        "Was it done after the commission of an offence established under the Convention?",
    )
    participated_in_offence: bool | None = yes_no(
        "participation in that offence", "Did the person take part in that offence?"
    )
    concealment_acts: Listing[ConcealmentAct] | None = listing(
        "acts of concealment", "Was the property concealed, or did the person continue to retain it?", ConcealmentAct
    )
    knows_origin: bool | None = yes_no(
        "knowledge of the origin", "Did the person know that the property results from such an offence?"
    )
