"""The facts of firearms, their parts and components and ammunition, and of dealings in them."""

from __future__ import annotations

import enum

import attrs

from orgcrime.law.facts.group import Group
from orgcrime.law.facts.involvement import Involvement, involvement
from orgcrime.law.facts.offence import Offence
from orgcrime.law.values import Between, Listing, checked, listing, number, part, yes_no

__all__ = [
    "FirearmsCase",
    "FirearmsConduct",
    "FirearmsDealing",
    "FirearmsGoods",
    "MarkingTampering",
    "RoundOrComponent",
    "Weapon",
    "WeaponPart",
]


class FirearmsGoods(enum.StrEnum):
    """Goods that the Firearms Protocol is about.

    Source: Firearms Protocol art. 3(a)-(c).

    >>> from orgcrime.law.facts import FirearmsGoods
    >>> print(FirearmsGoods.PARTS_AND_COMPONENTS)
    parts-and-components
    """

    FIREARMS = "firearms"
    """Firearms Protocol art. 3(a)."""
    PARTS_AND_COMPONENTS = "parts-and-components"
    """Firearms Protocol art. 3(b)."""
    AMMUNITION = "ammunition"
    """Firearms Protocol art. 3(c)."""


class FirearmsDealing(enum.StrEnum):
    """A dealing by which such goods reach another State.

    Source: Firearms Protocol art. 3(e).

    >>> from orgcrime.law.facts import FirearmsDealing
    >>> print(FirearmsDealing.IMPORT)
    import
    """

    IMPORT = "import"
    """Firearms Protocol art. 3(e)."""
    EXPORT = "export"
    """Firearms Protocol art. 3(e)."""
    ACQUISITION = "acquisition"
    """Firearms Protocol art. 3(e)."""
    SALE = "sale"
    """Firearms Protocol art. 3(e)."""
    DELIVERY = "delivery"
    """Firearms Protocol art. 3(e)."""
    MOVEMENT = "movement"
    """Firearms Protocol art. 3(e)."""
    TRANSFER = "transfer"
    """Firearms Protocol art. 3(e)."""


class MarkingTampering(enum.StrEnum):
    """What is done to a marking that the Firearms Protocol requires on a firearm.

    Source: Firearms Protocol art. 5(1)(c).

    >>> from orgcrime.law.facts import MarkingTampering
    >>> print(MarkingTampering.FALSIFYING)
    falsifying
    """

    FALSIFYING = "falsifying"
    """Firearms Protocol art. 5(1)(c)."""
    OBLITERATING = "illicitly-obliterating"
    """Firearms Protocol art. 5(1)(c)."""
    REMOVING = "illicitly-removing"
    """Firearms Protocol art. 5(1)(c)."""
    ALTERING = "illicitly-altering"
    """Firearms Protocol art. 5(1)(c)."""


@checked
@attrs.frozen(kw_only=True)
class Weapon:
    """The facts of an object that may be a firearm.

    Attributes:
        portable: whether it is portable.
        barrelled: whether it is a barrelled weapon.
        expels: whether it expels a shot, bullet or projectile.
        designed_to_expel: whether it is designed to.
        readily_convertible_to_expel: whether it may be readily converted to.
        by_explosive_action: whether that is by the action of an explosive.
        antique_in_domestic_law: whether domestic law defines it as an antique firearm.
        manufactured_year: the year in which it was manufactured; ``Between(1890, 1910)`` for one between two.
        replica_of_antique_in_domestic_law: whether domestic law defines it as a replica of an antique firearm.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Firearms Protocol art. 3(a).

    >>> from orgcrime.law.facts import Weapon
    >>> Weapon(antique_in_domestic_law=True, manufactured_year=1880).manufactured_year
    1880
    """

    portable: bool | None = yes_no("portable", "Is it portable?")
    barrelled: bool | None = yes_no("barrelled weapon", "Is it a barrelled weapon?")
    expels: bool | None = yes_no("expels", "Does it expel a shot, bullet or projectile?")
    designed_to_expel: bool | None = yes_no(
        "designed to expel", "Is it designed to expel a shot, bullet or projectile?"
    )
    readily_convertible_to_expel: bool | None = yes_no(
        "may be readily converted to expel", "May it be readily converted to expel a shot, bullet or projectile?"
    )
    by_explosive_action: bool | None = yes_no(
        "by the action of an explosive",
        "Is the shot, bullet or projectile expelled by the action of an explosive?",
        note="an air gun works without one",
    )
    antique_in_domestic_law: bool | None = yes_no(
        "antique firearm in domestic law", "Does domestic law define it as an antique firearm?"
    )
    manufactured_year: int | Between | None = number(
        "year of manufacture",
        "In which year was it manufactured?",
        unit=None,
        minimum=1,
        note="what was manufactured after 1899 is in no case an antique firearm",
    )
    replica_of_antique_in_domestic_law: bool | None = yes_no(
        "replica of an antique firearm in domestic law",
        "Does domestic law define it as a replica of an antique firearm?",
    )


@checked
@attrs.frozen(kw_only=True)
class WeaponPart:
    """The facts of an object that may be a part or component of a firearm.

    Attributes:
        specifically_designed: whether it is an element, or a replacement element, specifically designed for a firearm.
        essential_to_operation: whether it is essential to the operation of the firearm.
        diminishes_sound: whether it is a device designed or adapted to diminish the sound caused by firing a firearm.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Firearms Protocol art. 3(b).

    >>> from orgcrime.law.facts import WeaponPart
    >>> WeaponPart(diminishes_sound=True).essential_to_operation is None
    True
    """

    specifically_designed: bool | None = yes_no(
        "specifically designed for a firearm",
        "Is it an element, or a replacement element, specifically designed for a firearm?",
    )
    essential_to_operation: bool | None = yes_no(
        "essential to its operation",
        "Is it essential to the operation of the firearm, as a barrel, frame or receiver, slide or cylinder, bolt or "
        "breech block is?",
    )
    diminishes_sound: bool | None = yes_no(
        "device to diminish the sound of firing",
        "Is it a device designed or adapted to diminish the sound caused by firing a firearm?",
    )


@checked
@attrs.frozen(kw_only=True)
class RoundOrComponent:
    """The facts of an object that may be ammunition.

    Attributes:
        used_in_firearm: whether it is used in a firearm.
        complete_round: whether it is a complete round.
        component_of_round: whether it is a component of a round.
        component_subject_to_authorization: whether that component is itself subject to authorization in the State
            Party.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Firearms Protocol art. 3(c).

    >>> from orgcrime.law.facts import RoundOrComponent
    >>> RoundOrComponent(used_in_firearm=True, component_of_round=True).complete_round is None
    True
    """

    used_in_firearm: bool | None = yes_no("used in a firearm", "Is it used in a firearm?")
    complete_round: bool | None = yes_no("complete round", "Is it a complete round?")
    component_of_round: bool | None = yes_no(
        "component of a round",
        "Is it a component of a round, such as a cartridge case, primer, propellant powder, bullet or projectile?",
    )
    component_subject_to_authorization: bool | None = yes_no(
        "component itself subject to authorization",
        "Is that component itself subject to authorization in the State Party looked at?",
        note="the same component may be ammunition in one State Party and not in another",
    )


@checked
@attrs.frozen(kw_only=True)
class FirearmsConduct:
    """The facts of conduct with firearms, their parts and components or ammunition.

    Attributes:
        firearms_goods: what it is about.
        manufactured_or_assembled: whether such goods were manufactured or assembled.
        from_illicitly_trafficked_parts: whether that was done from illicitly trafficked parts and components.
        manufacture_licensed: whether a competent authority of the State Party where it took place licensed or
            authorized it.
        marked_at_manufacture: whether the firearms were marked at the time of manufacture as art. 8 requires.
        firearms_dealings: the dealings: import, export, acquisition, sale, delivery, movement, transfer.
        between_states_parties: whether they went from or across the territory of one State Party to that of another.
        states_parties_not_authorizing: the States Parties concerned that do not authorize it, each by any text that
            names it.
        marked: whether the firearms are marked as art. 8 requires.
        marking_tampering: what was done to a marking that art. 8 requires.
        intentional: whether the person acted intentionally.
        involvement: in which ways the person was involved in such an offence beside committing it.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Firearms Protocol arts. 3(d)-(e), 5.

    >>> from orgcrime.law.facts import FirearmsConduct, FirearmsGoods
    >>> from orgcrime.law.values import Listing
    >>> FirearmsConduct(firearms_goods=Listing([FirearmsGoods.AMMUNITION])).firearms_goods
    Listing(['ammunition'])
    """

    firearms_goods: Listing[FirearmsGoods] | None = listing(
        "goods", "Is it about firearms, their parts and components, or ammunition?", FirearmsGoods
    )
    manufactured_or_assembled: bool | None = yes_no(
        "manufacturing or assembly", "Were such goods manufactured or assembled?"
    )
    from_illicitly_trafficked_parts: bool | None = yes_no(
        "from parts and components illicitly trafficked",
        "Was that done from parts and components illicitly trafficked?",
    )
    manufacture_licensed: bool | None = yes_no(
        "licence or authorization of the manufacture",
        "Did a competent authority of the State Party where it took place license or authorize it?",
        note="for parts and components, licensing is in accordance with domestic law",
    )
    marked_at_manufacture: bool | None = yes_no(
        "firearms marked at the time of manufacture",
        "Were the firearms marked at the time of manufacture as art. 8 of the Firearms Protocol requires?",
        note="the Protocol requires the marking of firearms alone, not of parts or ammunition",
    )
    firearms_dealings: Listing[FirearmsDealing] | None = listing(
        "dealings",
        "Which dealings: import, export, acquisition, sale, delivery, movement or transfer?",
        FirearmsDealing,
    )
    between_states_parties: bool | None = yes_no(
        "from or across one State Party to another",
        "Did the goods go from or across the territory of one State Party to that of another State Party?",
    )
    states_parties_not_authorizing: Listing[str] | None = listing(
        "States Parties concerned that do not authorize it",
        "Which of the States Parties concerned do not authorize it in accordance with the Firearms Protocol?",
        note="one is enough, a State of transit among them",
    )
    marked: bool | None = yes_no(
        "firearms marked in accordance with art. 8",
        "Are the firearms marked as art. 8 of the Firearms Protocol requires?",
        note="the Protocol requires the marking of firearms alone, not of parts or ammunition",
    )
    marking_tampering: Listing[MarkingTampering] | None = listing(
        "tampering with markings",
        "What was done to a marking on a firearm that art. 8 requires: falsifying, or illicitly obliterating, "
        "removing or altering it?",
        MarkingTampering,
    )
    intentional: bool | None = yes_no("intentional", "Was it done intentionally?")
    involvement: Listing[Involvement] | None = involvement("a firearms offence")


@checked
@attrs.frozen(kw_only=True)
class FirearmsCase:
    """The facts that decide whether the Firearms Protocol applies.

    The parts describe one case: that the offence is the conduct described, and involves the group described, is
    presupposed.

    Attributes:
        prevention: whether the question is one of preventing illicit manufacturing or trafficking.
        firearms: the facts of the conduct that is investigated or prosecuted.
        offence: the facts of the same offence that show whether it is transnational.
        group: the facts of the group that it involves.
        state_transaction: whether it is a state-to-state transaction or a state transfer.
        prejudices_national_security: whether applying the Protocol would prejudice the right of a State Party to take
            action in the interest of national security consistent with the Charter of the United Nations.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: Firearms Protocol art. 4.

    >>> from orgcrime.law.facts import FirearmsCase
    >>> FirearmsCase(prevention=True).group is None
    True
    """

    prevention: bool | None = yes_no(
        "prevention of illicit manufacturing and trafficking",
        "Is the question one of preventing illicit manufacturing of or trafficking in firearms, parts or ammunition?",
    )
    firearms: FirearmsConduct | None = part("firearms", "Which conduct with firearms is it?", FirearmsConduct)
    offence: Offence | None = part("offence", "Which offence is it?", Offence)
    group: Group | None = part("group", "Which group does it involve?", Group)
    state_transaction: bool | None = yes_no(
        "state-to-state transaction or state transfer", "Is it a state-to-state transaction or a state transfer?"
    )
    prejudices_national_security: bool | None = yes_no(
        "prejudice to action for national security",
        "Would applying the Protocol prejudice the right of a State Party to take action in the interest of national "
        "security consistent with the Charter of the United Nations?",
    )
