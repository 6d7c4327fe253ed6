"""What is done about an offence beside committing it: attempts, and the parts that others take in it."""

from __future__ import annotations

import enum
from typing import Any

from orgcrime.law.values import listing

__all__ = ["ParticipationOrAttempt", "participation_or_attempt"]


class ParticipationOrAttempt(enum.StrEnum):
    """A way to attempt an offence, or to take part in one that others commit.

    Source: Trafficking Protocol art. 5(2); Smuggling Protocol art. 6(2); Firearms Protocol art. 5(2).

    >>> from orgcrime.law.facts import ParticipationOrAttempt
    >>> print(ParticipationOrAttempt.ORGANIZING)
    organizing
    """

    ATTEMPT = "attempt"
    """Trafficking Protocol art. 5(2)(a); Smuggling Protocol art. 6(2)(a); Firearms Protocol art. 5(2)(a)."""
    ACCOMPLICE = "accomplice"
    """Trafficking Protocol art. 5(2)(b); Smuggling Protocol art. 6(2)(b); Firearms Protocol art. 5(2)(a)."""
    ORGANIZING = "organizing"
    """Trafficking Protocol art. 5(2)(c); Smuggling Protocol art. 6(2)(c); Firearms Protocol art. 5(2)(b)."""
    DIRECTING = "directing"
    """Trafficking Protocol art. 5(2)(c); Smuggling Protocol art. 6(2)(c); Firearms Protocol art. 5(2)(b)."""
    AIDING = "aiding"
    """Firearms Protocol art. 5(2)(b)."""
    ABETTING = "abetting"
    """Firearms Protocol art. 5(2)(b)."""
    FACILITATING = "facilitating"
    """Firearms Protocol art. 5(2)(b)."""
    COUNSELLING = "counselling"
    """Firearms Protocol art. 5(2)(b)."""


def participation_or_attempt(offence: str) -> Any:  # noqa: ANN401 - the maker of a field passes for its value
    """Return a field for what a person did about an offence beside committing it.

    Args:
        offence: the offence, as the question names it.
    """
    return listing(
        "participation or attempt",
        f"What did the person do beside committing it: attempt {offence}, or take part in one of others, and how?",
        ParticipationOrAttempt,
        note="the offence attempted, or committed by the others, is taken as given",
    )
