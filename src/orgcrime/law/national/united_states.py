"""National definitions: the United States."""

from __future__ import annotations

from typing import Final

from orgcrime.citation import Citation, Reference
from orgcrime.law.facts.group import Group, ListedOffence
from orgcrime.law.facts.national import Racketeering
from orgcrime.law.rule import Definition, DefinitionKind, all_of, any_of, element, facts
from orgcrime.temporal import Period

__all__ = [
    "DEFINITIONS",
    "GROUP_DEFINITIONS",
    "US_RACKETEERING",
    "US_STREET_GANG",
]

TITLE_18: Final = Citation("us-code-18", label="18 U.S.C.")

group: Final = facts(Group)
racket: Final = facts(Racketeering)

US_STREET_GANG: Final = Definition(
    id="us-521",
    title="criminal street gang",
    citation=TITLE_18.at("§ 521(a)"),
    about=Group,
    rule=all_of(
        element("five or more persons", group.persons >= 5, "§ 521(a)"),
        element("ongoing", group.ongoing, "§ 521(a)"),
        element(
            "one or more of the listed offences",
            group.listed_offences.contains(
                ListedOffence.US_DRUG_FELONY,
                ListedOffence.US_VIOLENT_FELONY,
                ListedOffence.US_SEXUAL_OR_TRAFFICKING,
                ListedOffence.US_CONSPIRACY,
            ),
            "§ 521(c)",
        ),
        element("one of its primary purposes", group.offences_among_main_purposes, "§ 521(a)(A)"),
        element(
            "continuing series of such offences, now or within five years",
            group.continuing_series,
            "§ 521(a)(B)",
        ),
        element("effect on interstate or foreign commerce", group.affects_interstate_commerce, "§ 521(a)(C)"),
    ),
    presupposes=("there is a group: several persons linked together",),
    excluded=("benefit", "structure"),
    notes=(
        "The section makes no offence: the sentence for a listed one may rise by up to ten years, as § 521(d) says.",
        "The maximum of not less than five years is asked of drug felonies alone.",
    ),
    jurisdiction="us",
    period=Period.read("2018-12-21/.."),
    sources=(Reference("18-usc-521"), Reference("legalize-us-521")),
)
"""18 U.S.C. § 521(a), read with § 521(c)."""

US_RACKETEERING: Final = Definition(
    id="us-rico",
    title="racketeering (RICO)",
    kind=DefinitionKind.OFFENCE,
    citation=TITLE_18.at("§ 1962"),
    about=Racketeering,
    rule=any_of(
        element(
            "prohibited activity",
            all_of(
                element("enterprise", racket.enterprise, "§ 1961(4)"),
                element(
                    "effect on interstate or foreign commerce", racket.affects_interstate_commerce, "§ 1962(a)-(c)"
                ),
                element(
                    "pattern of racketeering activity or collection of an unlawful debt",
                    any_of(
                        element(
                            "pattern of racketeering activity",
                            all_of(
                                element("at least two acts", racket.racketeering_acts >= 2, "§ 1961(5)"),
                                element("one after the effective date", racket.act_after_effective_date, "§ 1961(5)"),
                                element(
                                    "the last within ten years of a prior one",
                                    racket.last_act_within_ten_years,
                                    "§ 1961(5)",
                                ),
                            ),
                            "§ 1961(5)",
                            note='the text says "requires": the courts also ask for relationship and continuity',
                        ),
                        element("collection of an unlawful debt", racket.unlawful_debt, "§ 1961(6)"),
                    ),
                    "§ 1962(a)-(c)",
                ),
                element(
                    "investing income, acquiring control, or conducting the affairs",
                    any_of(
                        element("use or investment of income", racket.invests_income, "§ 1962(a)"),
                        element("interest in or control of the enterprise", racket.acquires_control, "§ 1962(b)"),
                        element("conduct of the affairs of the enterprise", racket.conducts_affairs, "§ 1962(c)"),
                    ),
                    "§ 1962(a)-(c)",
                ),
            ),
            "§ 1962(a)-(c)",
        ),
        element("conspiracy", racket.conspires, "§ 1962(d)"),
    ),
    excluded=("a number of persons", "benefit, apart from the income of § 1962(a)"),
    notes=(
        "One individual can be an enterprise.",
        "Of a group associated in fact, Boyle v. United States (2009) asks for a purpose, relationships and longevity.",
        "A fine, up to twenty years or life, and forfeiture: § 1963(a).",
    ),
    jurisdiction="us",
    period=Period.read("2022-06-25/.."),
    sources=(
        Reference("18-usc-1961"),
        Reference("legalize-us-1961"),
        Reference("legalize-us-1962"),
        Reference("18-usc-1963"),
    ),
)
"""18 U.S.C. §§ 1961, 1962."""

DEFINITIONS: Final = (US_STREET_GANG, US_RACKETEERING)
"""The definitions of this law."""

GROUP_DEFINITIONS: Final = (US_STREET_GANG,)
"""Those that define a group."""
