"""The facts of property, of what authorities do with it, and of its return."""

from __future__ import annotations

import attrs

from orgcrime.law.values import Listing, checked, listing, yes_no

__all__ = ["Asset", "AssetReturn", "ControlledDelivery", "PropertyMeasure"]


@checked
@attrs.frozen(kw_only=True)
class Asset:
    """The facts of a thing that may be property, and of where it comes from.

    Attributes:
        asset: whether it is an asset of any kind: corporeal or not, movable or not, tangible or not.
        title_document: whether it is a legal document or instrument that evidences title to, or an interest in, an
            asset.
        derived_from_offence: whether it is derived from, or was obtained through, an offence, directly or indirectly.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNTOC art. 2(d), 2(e); UNCAC art. 2(d), 2(e).

    >>> from orgcrime.law.facts import Asset
    >>> Asset(asset=True).derived_from_offence is None
    True
    """

    asset: bool | None = yes_no(
        "asset",
        "Is it an asset of any kind, corporeal or not, movable or not, tangible or not?",
        note="crypto-assets are intangible assets: the text does not depend on the technique",
    )
    title_document: bool | None = yes_no(
        "document of title",
        "Is it a legal document or instrument that evidences title to, or an interest in, an asset?",
    )
    derived_from_offence: bool | None = yes_no(
        "derived from an offence",
        "Is it derived from, or was it obtained through, the commission of an offence, directly or indirectly?",
        note="any offence; it need not be a serious crime",
    )


@checked
@attrs.frozen(kw_only=True)
class PropertyMeasure:
    """The facts of a measure of the authorities on property.

    That what it concerns is property is presupposed.

    Attributes:
        permanent: whether the measure is for good; ``False`` means that it is temporary.
        prohibits_dealing: whether it prohibits the transfer, conversion, disposition or movement of the property.
        takes_control: whether custody or control of the property is assumed.
        deprives_of_property: whether it deprives of the property.
        ordered_by_authority: whether it rests on an order of a court or another competent authority.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNTOC art. 2(f), 2(g).

    >>> from orgcrime.law.facts import PropertyMeasure
    >>> PropertyMeasure(permanent=False, prohibits_dealing=True).ordered_by_authority is None
    True
    """

    permanent: bool | None = yes_no("permanent", "Is the measure permanent, and not temporary?")
    prohibits_dealing: bool | None = yes_no(
        "prohibition of dealing", "Does it prohibit the transfer, conversion, disposition or movement of the property?"
    )
    takes_control: bool | None = yes_no("custody or control", "Is custody or control of the property assumed?")
    deprives_of_property: bool | None = yes_no("deprivation of property", "Does it deprive of the property?")
    ordered_by_authority: bool | None = yes_no(
        "order of a court or other competent authority",
        "Does it rest on an order of a court or another competent authority?",
    )


@checked
@attrs.frozen(kw_only=True)
class ControlledDelivery:
    """The facts of a consignment that authorities let pass.

    Attributes:
        illicit_or_suspect: whether the consignment is illicit or suspected to be.
        states_passed: the States out of, through or into which it is allowed to pass, each by any text that names it
            (compared as written).
        known_to_authorities: whether their competent authorities know of it.
        supervised_by_authorities: whether they supervise it.
        to_investigate_offence: whether it is done with a view to investigating an offence.
        to_identify_persons: whether it is done with a view to identifying the persons involved.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNTOC art. 2(i).

    >>> from orgcrime.law.facts import ControlledDelivery
    >>> ControlledDelivery(states_passed=["FR", "ES"]).states_passed
    Listing(['FR', 'ES'])
    """

    illicit_or_suspect: bool | None = yes_no(
        "illicit or suspect consignment", "Is the consignment illicit or suspected to be?"
    )
    states_passed: Listing[str] | None = listing(
        "States passed", "Out of, through or into which States is the consignment allowed to pass?"
    )
    known_to_authorities: bool | None = yes_no(
        "knowledge of the competent authorities", "Do the competent authorities of these States know of it?"
    )
    supervised_by_authorities: bool | None = yes_no(
        "supervision of the competent authorities", "Do the competent authorities of these States supervise it?"
    )
    to_investigate_offence: bool | None = yes_no(
        "view to the investigation of an offence", "Is it done with a view to investigating an offence?"
    )
    to_identify_persons: bool | None = yes_no(
        "view to the identification of persons involved",
        "Is it done with a view to identifying the persons involved in the offence?",
    )


@checked
@attrs.frozen(kw_only=True)
class AssetReturn:
    """The facts of confiscated property that another State asks to have returned.

    That property was confiscated, and that a State Party asks for it, is presupposed.

    Attributes:
        embezzled_public_funds: whether it is a case of embezzlement of public funds, or of laundering embezzled public
            funds.
        proceeds_of_other_offence: whether the property is proceeds of any other offence covered by the Convention.
        confiscated_on_request: whether the confiscation was executed in accordance with art. 55, on a request of the
            other State.
        final_judgement: whether it rests on a final judgement in the requesting State.
        judgement_waived: whether the requested State has waived that requirement.
        prior_ownership: whether the requesting State reasonably establishes its prior ownership.
        damage_recognized: whether the requested State recognizes damage to the requesting State as a basis for return.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNCAC art. 57(3).

    >>> from orgcrime.law.facts import AssetReturn
    >>> AssetReturn(embezzled_public_funds=True, judgement_waived=True).judgement_waived
    True
    """

    embezzled_public_funds: bool | None = yes_no(
        "embezzled public funds", "Is it a case of embezzlement of public funds, or of laundering them?"
    )
    proceeds_of_other_offence: bool | None = yes_no(
        "proceeds of another offence under the Convention",
        "Is the property proceeds of any other offence covered by the Convention?",
    )
    confiscated_on_request: bool | None = yes_no(
        "confiscation executed under art. 55",
        "Was the confiscation executed in accordance with art. 55, on a request of the other State?",
    )
    final_judgement: bool | None = yes_no(
        "final judgement in the requesting State", "Does it rest on a final judgement in the requesting State?"
    )
    judgement_waived: bool | None = yes_no(
        "final judgement waived by the requested State",
        "Has the requested State waived the requirement of a final judgement?",
    )
    prior_ownership: bool | None = yes_no(
        "prior ownership established", "Does the requesting State reasonably establish its prior ownership?"
    )
    damage_recognized: bool | None = yes_no(
        "damage recognized",
        "Does the requested State recognize damage to the requesting State as a basis for returning the property?",
    )
