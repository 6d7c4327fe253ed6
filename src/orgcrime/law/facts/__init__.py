"""The facts that definitions ask for, one class for each thing that is looked at.

A fact has one name in all definitions. ``None`` means not known; a number may be a `Between`, a list a `Listing`.
"""

from orgcrime.law.facts.bribery import Bribery, BriberyAct, Official
from orgcrime.law.facts.case import Case
from orgcrime.law.facts.conformity import DomesticLaw, LiabilityForm, LiabilityGround, ParticipationOffence
from orgcrime.law.facts.european import ServiceUse, TraffickingCircumstances, TraffickingPenalties
from orgcrime.law.facts.firearms import (
    FirearmsCase,
    FirearmsConduct,
    FirearmsDealing,
    FirearmsGoods,
    MarkingTampering,
    RoundOrComponent,
    Weapon,
    WeaponPart,
)
from orgcrime.law.facts.group import Group, GroupAim, ListedOffence, StatutoryException
from orgcrime.law.facts.involvement import AncillaryConduct, Involvement
from orgcrime.law.facts.laundering import (
    AncillaryAct,
    ConcealedFeature,
    Concealment,
    ConcealmentAct,
    Laundering,
    ReceivingAct,
)
from orgcrime.law.facts.national import Boryokudan, OrganisationSupport, Racketeering
from orgcrime.law.facts.obstruction import EvidenceAim, Obstruction, ObstructionMeans
from orgcrime.law.facts.offence import Offence
from orgcrime.law.facts.office import AbuseOfFunctions, DiversionAct, Embezzlement, IllicitEnrichment
from orgcrime.law.facts.participation import Participation
from orgcrime.law.facts.property import Asset, AssetReturn, ControlledDelivery, PropertyMeasure
from orgcrime.law.facts.requests import AssistanceRequest, ExtraditionRequest
from orgcrime.law.facts.returnee import Returnee
from orgcrime.law.facts.smuggling import Charge, DocumentAct, DocumentFraud, Smuggling, SmugglingCase
from orgcrime.law.facts.trafficking import (
    ExploitationPurpose,
    Trafficking,
    TraffickingAct,
    TraffickingCase,
    TraffickingMeans,
    is_child,
)

__all__ = [
    "AbuseOfFunctions",
    "AncillaryAct",
    "AncillaryConduct",
    "Asset",
    "AssetReturn",
    "AssistanceRequest",
    "Boryokudan",
    "Bribery",
    "BriberyAct",
    "Case",
    "Charge",
    "ConcealedFeature",
    "Concealment",
    "ConcealmentAct",
    "ControlledDelivery",
    "DiversionAct",
    "DocumentAct",
    "DocumentFraud",
    "DomesticLaw",
    "Embezzlement",
    "EvidenceAim",
    "ExploitationPurpose",
    "ExtraditionRequest",
    "FirearmsCase",
    "FirearmsConduct",
    "FirearmsDealing",
    "FirearmsGoods",
    "Group",
    "GroupAim",
    "IllicitEnrichment",
    "Involvement",
    "Laundering",
    "LiabilityForm",
    "LiabilityGround",
    "ListedOffence",
    "MarkingTampering",
    "Obstruction",
    "ObstructionMeans",
    "Offence",
    "Official",
    "OrganisationSupport",
    "Participation",
    "ParticipationOffence",
    "PropertyMeasure",
    "Racketeering",
    "ReceivingAct",
    "Returnee",
    "RoundOrComponent",
    "ServiceUse",
    "Smuggling",
    "SmugglingCase",
    "StatutoryException",
    "Trafficking",
    "TraffickingAct",
    "TraffickingCase",
    "TraffickingCircumstances",
    "TraffickingMeans",
    "TraffickingPenalties",
    "Weapon",
    "WeaponPart",
    "is_child",
]
