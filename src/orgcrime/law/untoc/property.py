"""The United Nations Convention against Transnational Organized Crime: property, and what authorities do with it."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Reference
from orgcrime.law.facts import Asset, ControlledDelivery, PropertyMeasure
from orgcrime.law.rule import Definition, all_of, any_of, element, facts, meets, not_
from orgcrime.law.untoc import UNTOC

__all__ = ["CONFISCATION", "CONTROLLED_DELIVERY", "FREEZING", "PROCEEDS_OF_CRIME", "PROPERTY"]

_TEXT = (Reference("text-untoc"),)

asset: Final = facts(Asset)
measure: Final = facts(PropertyMeasure)
delivery: Final = facts(ControlledDelivery)

PROPERTY: Final = Definition(
    id="untoc-property",
    title="property",
    citation=UNTOC.at("2(d)"),
    about=Asset,
    rule=any_of(
        element("asset of any kind", asset.asset, "2(d)", note="corporeal or not, movable or not, tangible or not"),
        element("document of title to an asset, or of an interest in one", asset.title_document, "2(d)"),
    ),
    excluded=("the value", "the technique by which the asset is held or recorded"),
    notes=("The text does not depend on any technique: crypto-assets are intangible assets.",),
    aliases=("untoc-2d-property",),
    sources=_TEXT,
)
"""UNTOC art. 2(d)."""

PROCEEDS_OF_CRIME: Final = Definition(
    id="untoc-proceeds-of-crime",
    title="proceeds of crime",
    citation=UNTOC.at("2(e)"),
    about=Asset,
    rule=all_of(
        meets(PROPERTY),
        element(
            "derived from or obtained through the commission of an offence",
            asset.derived_from_offence,
            "2(e)",
            note="directly or indirectly; any offence, not only a serious crime",
        ),
    ),
    excluded=("whether the offence is a serious crime", "whether the offence is transnational"),
    notes=(
        "Proceeds that were transformed or intermingled, and income from them, are dealt with in art. 12(3) to (5).",
    ),
    aliases=("untoc-2e-proceeds",),
    sources=_TEXT,
)
"""UNTOC art. 2(e), read with art. 2(d)."""

FREEZING: Final = Definition(
    id="untoc-freezing",
    title="freezing or seizure",
    citation=UNTOC.at("2(f)"),
    about=PropertyMeasure,
    rule=all_of(
        element("temporary", not_(measure.permanent), "2(f)"),
        element(
            "prohibition of dealing, or custody or control",
            any_of(measure.prohibits_dealing, measure.takes_control),
            "2(f)",
        ),
        element("order of a court or other competent authority", measure.ordered_by_authority, "2(f)"),
    ),
    presupposes=("what the measure concerns is property",),
    notes=("That it is temporary is the one hard line between freezing or seizure and confiscation.",),
    aliases=("untoc-2f-freezing",),
    sources=_TEXT,
)
"""UNTOC art. 2(f)."""

CONFISCATION: Final = Definition(
    id="untoc-confiscation",
    title="confiscation",
    citation=UNTOC.at("2(g)"),
    about=PropertyMeasure,
    rule=all_of(
        element("permanent", measure.permanent, "2(g)"),
        element("deprivation of property", measure.deprives_of_property, "2(g)"),
        element("order of a court or other competent authority", measure.ordered_by_authority, "2(g)"),
    ),
    presupposes=("what the measure concerns is property",),
    excluded=("whether domestic law calls it confiscation or forfeiture",),
    notes=("That it is permanent is the one hard line between confiscation and freezing or seizure.",),
    aliases=("untoc-2g-confiscation",),
    sources=_TEXT,
)
"""UNTOC art. 2(g)."""

CONTROLLED_DELIVERY: Final = Definition(
    id="untoc-controlled-delivery",
    title="controlled delivery",
    citation=UNTOC.at("2(i)"),
    about=ControlledDelivery,
    rule=all_of(
        element("illicit or suspect consignment", delivery.illicit_or_suspect, "2(i)"),
        element(
            "allowed to pass out of, through or into one or more States",
            delivery.states_passed >= 1,
            "2(i)",
            note="one State is enough",
        ),
        element(
            "with the knowledge and under the supervision of the competent authorities",
            all_of(delivery.known_to_authorities, delivery.supervised_by_authorities),
            "2(i)",
        ),
        element(
            "with a view to the investigation of an offence and the identification of persons involved",
            all_of(delivery.to_investigate_offence, delivery.to_identify_persons),
            "2(i)",
        ),
    ),
    notes=("Whether and when the technique may be used follows from domestic law and arts. 20(1) and 20(4).",),
    aliases=("untoc-2i-controlled-delivery",),
    sources=_TEXT,
)
"""UNTOC art. 2(i)."""
