"""What a person has to do with an offence beside committing it: attempts, preparation, and a part in what others do."""

from __future__ import annotations

import enum
from typing import Any

import attrs

from orgcrime.law.values import Listing, checked, listing, yes_no

__all__ = ["AncillaryConduct", "Involvement", "involvement"]


class Involvement(enum.StrEnum):
    """A way to be involved in an offence beside committing it, in the words of the texts.

    The texts use these words side by side, and each asks for its own: whoever is involved in several ways, or in one
    that several words fit, is said to be involved in all of them.

    Source: UNTOC art. 5(1)(b); Trafficking Protocol art. 5(2); Smuggling Protocol art. 6(2); Firearms Protocol
    art. 5(2); UNCAC art. 27; Directive 2011/36/EU art. 3.

    >>> from orgcrime.law.facts import Involvement
    >>> print(Involvement.ORGANIZING)
    organizing
    """

    ATTEMPT = "attempt"
    """Trafficking Protocol art. 5(2)(a); Smuggling Protocol art. 6(2)(a); Firearms Protocol art. 5(2)(a); UNCAC
    art. 27(2); Directive 2011/36/EU art. 3."""
    PREPARATION = "preparation"
    """UNCAC art. 27(3)."""
    ACCOMPLICE = "accomplice"
    """Trafficking Protocol art. 5(2)(b); Smuggling Protocol art. 6(2)(b); Firearms Protocol art. 5(2)(a); UNCAC
    art. 27(1)."""
    ASSISTANT = "assistant"
    """UNCAC art. 27(1)."""
    INSTIGATOR = "instigator"
    """UNCAC art. 27(1); by incitement: Directive 2011/36/EU art. 3."""
    ORGANIZING = "organizing"
    """UNTOC art. 5(1)(b); Trafficking Protocol art. 5(2)(c); Smuggling Protocol art. 6(2)(c); Firearms Protocol
    art. 5(2)(b)."""
    DIRECTING = "directing"
    """UNTOC art. 5(1)(b); Trafficking Protocol art. 5(2)(c); Smuggling Protocol art. 6(2)(c); Firearms Protocol
    art. 5(2)(b)."""
    AIDING = "aiding"
    """UNTOC art. 5(1)(b); Firearms Protocol art. 5(2)(b); Directive 2011/36/EU art. 3."""
    ABETTING = "abetting"
    """UNTOC art. 5(1)(b); Firearms Protocol art. 5(2)(b); Directive 2011/36/EU art. 3."""
    FACILITATING = "facilitating"
    """UNTOC art. 5(1)(b); Firearms Protocol art. 5(2)(b)."""
    COUNSELLING = "counselling"
    """UNTOC art. 5(1)(b); Firearms Protocol art. 5(2)(b)."""
    OTHER = "other-participation"
    """Participation in a capacity that is not named ("in any capacity"): UNCAC art. 27(1)."""


def involvement(offence: str) -> Any:  # noqa: ANN401 - the maker of a field passes for its value
    """Return a field for the ways in which a person is involved in an offence beside committing it.

    Args:
        offence: the offence, as the question names it.
    """
    return listing(
        "ways of involvement",
        f"In which ways was the person involved in {offence} beside committing it: by an attempt, by preparing it, or "
        "by a part in what others do?",
        Involvement,
        note="name every way that fits; the offence itself, attempted or committed by others, is taken as given",
    )


@checked
@attrs.frozen(kw_only=True)
class AncillaryConduct:
    """The facts of what a person has to do with an offence beside committing it.

    Attributes:
        offence_established_under_uncac: whether the offence is one established in accordance with the Convention
            against Corruption.
        involvement: in which ways the person was involved in it.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNCAC art. 27.

    >>> from orgcrime.law.facts import AncillaryConduct
    >>> AncillaryConduct(involvement=["instigator"]).involvement
    Listing(['instigator'])
    """

    offence_established_under_uncac: bool | None = yes_no(
        "offence established under UNCAC", "Is the offence one established in accordance with UNCAC?"
    )
    involvement: Listing[Involvement] | None = involvement("the offence")
