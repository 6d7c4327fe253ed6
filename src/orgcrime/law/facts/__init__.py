"""The facts that definitions ask for, one class for each thing that is looked at.

A fact has one name in all definitions. ``None`` means not known; a number may be a `Between`, a list a `Listing`.
"""

from orgcrime.law.facts.attempt import ParticipationOrAttempt
from orgcrime.law.facts.bribery import Bribery, BriberyAct, Official
from orgcrime.law.facts.case import Case
from orgcrime.law.facts.conformity import DomesticLaw, LiabilityForm, LiabilityGround, ParticipationOffence
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
from orgcrime.law.facts.group import Group
from orgcrime.law.facts.laundering import (
    AncillaryAct,
    ConcealedFeature,
    Concealment,
    ConcealmentAct,
    Laundering,
    ReceivingAct,
)
from orgcrime.law.facts.obstruction import EvidenceAim, Obstruction, ObstructionMeans
from orgcrime.law.facts.offence import Offence
from orgcrime.law.facts.office import AbuseOfFunctions, DiversionAct, Embezzlement, IllicitEnrichment
from orgcrime.law.facts.participation import Involvement, Participation
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
    "Asset",
    "AssetReturn",
    "AssistanceRequest",
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
    "IllicitEnrichment",
    "Involvement",
    "Laundering",
    "LiabilityForm",
    "LiabilityGround",
    "MarkingTampering",
    "Obstruction",
    "ObstructionMeans",
    "Offence",
    "Official",
    "Participation",
    "ParticipationOffence",
    "ParticipationOrAttempt",
    "PropertyMeasure",
    "ReceivingAct",
    "Returnee",
    "RoundOrComponent",
    "Smuggling",
    "SmugglingCase",
    "Trafficking",
    "TraffickingAct",
    "TraffickingCase",
    "TraffickingMeans",
    "Weapon",
    "WeaponPart",
    "is_child",
]
