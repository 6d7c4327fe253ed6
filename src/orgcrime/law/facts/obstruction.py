"""The facts of pressure on witnesses, evidence and officials of justice."""

from __future__ import annotations

import enum

import attrs

from orgcrime.law.values import Listing, checked, listing, yes_no

__all__ = ["EvidenceAim", "Obstruction", "ObstructionMeans"]


class ObstructionMeans(enum.StrEnum):
    """The means of obstructing justice.

    Source: UNTOC art. 23; UNCAC art. 25.
    """

    PHYSICAL_FORCE = "physical-force"
    """Physical force: UNTOC art. 23(a), 23(b)."""
    THREATS = "threats"
    """Threats: UNTOC art. 23(a), 23(b)."""
    INTIMIDATION = "intimidation"
    """Intimidation: UNTOC art. 23(a), 23(b)."""
    UNDUE_ADVANTAGE = "undue-advantage"
    """The promise, offering or giving of an undue advantage: UNTOC art. 23(a) alone."""


class EvidenceAim(enum.StrEnum):
    """What pressure on a witness or on evidence aims at.

    Source: UNTOC art. 23(a); UNCAC art. 25(a).
    """

    FALSE_TESTIMONY = "false-testimony"
    """Inducing false testimony: UNTOC art. 23(a)."""
    INTERFERENCE_WITH_TESTIMONY = "interference-with-testimony"
    """Interfering in the giving of testimony: UNTOC art. 23(a)."""
    INTERFERENCE_WITH_EVIDENCE = "interference-with-evidence"
    """Interfering in the production of evidence: UNTOC art. 23(a)."""


@checked
@attrs.frozen(kw_only=True)
class Obstruction:
    """The facts of pressure on a witness, on evidence or on an official of justice.

    Attributes:
        intentional: whether the person acted intentionally.
        obstruction_means: which means were used.
        evidence_aims: what they aim at, of testimony and evidence.
        in_proceeding: whether the testimony or evidence belongs to a proceeding.
        to_interfere_with_duties: whether they aim at interfering with the exercise of official duties by a justice or
            law enforcement official.
        offence_covered_by_untoc: whether the proceeding, or the duty, relates to the commission of an offence covered
            by the Convention against Transnational Organized Crime.
        offence_established_under_uncac: whether it relates to the commission of an offence established in accordance
            with the Convention against Corruption.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNTOC art. 23; UNCAC art. 25.

    >>> from orgcrime.law.facts import Obstruction
    >>> Obstruction(obstruction_means=["threats"], evidence_aims=["false-testimony"]).obstruction_means
    Listing(['threats'])
    """

    intentional: bool | None = yes_no("intentional", "Was it done intentionally?")
    obstruction_means: Listing[ObstructionMeans] | None = listing(
        "means of obstruction", "Which of these means were used?", ObstructionMeans
    )
    evidence_aims: Listing[EvidenceAim] | None = listing(
        "aims at testimony or evidence", "Which of these were they used for?", EvidenceAim
    )
    in_proceeding: bool | None = yes_no("in a proceeding", "Does the testimony or evidence belong to a proceeding?")
    to_interfere_with_duties: bool | None = yes_no(
        "interference with official duties",
        "Were they used to interfere with the exercise of official duties by a justice or law enforcement official?",
    )
    offence_covered_by_untoc: bool | None = yes_no(
        "offence covered by UNTOC",
        "Does the proceeding, or the duty, relate to the commission of an offence covered by UNTOC?",
    )
    offence_established_under_uncac: bool | None = yes_no(
        "offence established under UNCAC",
        "Does the proceeding, or the duty, relate to the commission of an offence established under UNCAC?",
    )
