"""National laws: how they define a group, the circumstance that aggravates, the offence, and what may be designated.

A step whose wording no source showed is not established, and keeps open every outcome that rests on it.
"""

from __future__ import annotations

from typing import Final

from orgcrime.law.national import commonwealth, europe, japan, united_states
from orgcrime.law.national.commonwealth import (
    AU_CRIMINAL_ORGANISATION,
    AU_SA_CRIMINAL_GROUP,
    AU_SA_CRIMINAL_ORGANISATION,
    CA_CRIMINAL_ORGANIZATION,
    GB_ORGANISED_CRIME_GROUP,
    NZ_ORGANISED_CRIMINAL_GROUP,
    ZA_CRIMINAL_GANG,
)
from orgcrime.law.national.europe import (
    DE_CRIMINAL_ASSOCIATION,
    FR_ASSOCIATION_DE_MALFAITEURS,
    FR_BANDE_ORGANISEE,
    FR_CONCOURS,
    FR_ORGANISATION_CRIMINELLE,
    IT_ASSOCIAZIONE_MAFIOSA,
    IT_ASSOCIAZIONE_PER_DELINQUERE,
    RO_ORGANISED_CRIMINAL_GROUP,
    RO_ORGANISED_CRIMINAL_GROUP_2003,
)
from orgcrime.law.national.japan import (
    JP_DESIGNATED_BORYOKUDAN,
    JP_ORGANISED_CRIMINAL_GROUP,
)
from orgcrime.law.national.united_states import (
    US_RACKETEERING,
    US_STREET_GANG,
)

__all__ = [
    "AU_CRIMINAL_ORGANISATION",
    "AU_SA_CRIMINAL_GROUP",
    "AU_SA_CRIMINAL_ORGANISATION",
    "CA_CRIMINAL_ORGANIZATION",
    "DEFINITIONS",
    "DE_CRIMINAL_ASSOCIATION",
    "FR_ASSOCIATION_DE_MALFAITEURS",
    "FR_BANDE_ORGANISEE",
    "FR_CONCOURS",
    "FR_ORGANISATION_CRIMINELLE",
    "GB_ORGANISED_CRIME_GROUP",
    "GROUP_DEFINITIONS",
    "IT_ASSOCIAZIONE_MAFIOSA",
    "IT_ASSOCIAZIONE_PER_DELINQUERE",
    "JP_DESIGNATED_BORYOKUDAN",
    "JP_ORGANISED_CRIMINAL_GROUP",
    "NZ_ORGANISED_CRIMINAL_GROUP",
    "RO_ORGANISED_CRIMINAL_GROUP",
    "RO_ORGANISED_CRIMINAL_GROUP_2003",
    "US_RACKETEERING",
    "US_STREET_GANG",
    "ZA_CRIMINAL_GANG",
]

DEFINITIONS: Final = (
    *commonwealth.DEFINITIONS,
    *europe.DEFINITIONS,
    *japan.DEFINITIONS,
    *united_states.DEFINITIONS,
)
"""All national definitions."""

GROUP_DEFINITIONS: Final = (
    *commonwealth.GROUP_DEFINITIONS,
    *europe.GROUP_DEFINITIONS,
    *japan.GROUP_DEFINITIONS,
    *united_states.GROUP_DEFINITIONS,
)
"""Those that define a group, which can be compared with each other."""
