"""The facts of a person's part in an organized criminal group."""

from __future__ import annotations

import attrs

from orgcrime.law.facts.group import Group
from orgcrime.law.facts.involvement import Involvement, involvement
from orgcrime.law.facts.offence import Offence
from orgcrime.law.values import Between, Listing, checked, number, part, yes_no

__all__ = ["Participation"]


@checked
@attrs.frozen(kw_only=True)
class Participation:
    """The facts of what one person did with others, or for a group.

    Knowledge, intent, aim, purpose and agreement may be inferred from objective circumstances (art. 5(2)).

    Attributes:
        intentional: whether the person acted intentionally.
        parties_to_agreement: how many persons, the person included, agreed to commit the offence; two are enough for an
            agreement.
        offence: the facts of the offence that was agreed on, or that the person organized, directed or helped with.
        financial_benefit: whether the purpose of what was agreed relates, directly or indirectly, to a financial
            benefit.
        other_material_benefit: whether it relates, directly or indirectly, to another material benefit.
        act_in_furtherance: whether one of those who agreed, not necessarily this person, did an act to further it.
        involves_group: whether the offence involves the group described.
        group: the facts of the group.
        knows_aim_and_activity: whether the person knew both the aim and the general criminal activity of the group.
        knows_intention: whether the person knew that the group intends to commit the crimes in question.
        active_in_criminal_activities: whether the person took an active part in criminal activities of the group.
        active_in_other_activities: whether the person took an active part in other activities of the group.
        knows_contribution: whether the person knew that this part would contribute to the criminal aim.
        involvement: in which ways the person was involved in the offence beside committing it.

    Raises:
        InputError: for a fact that does not exist or a value that a fact does not take.

    Source: UNTOC art. 5(1).

    >>> from orgcrime.law.facts import Offence, Participation
    >>> Participation(parties_to_agreement=2, offence=Offence(maximum_penalty=10), involvement=["aiding"]).involvement
    Listing(['aiding'])
    """

    intentional: bool | None = yes_no("intentional", "Was it done intentionally?")
    parties_to_agreement: int | Between | None = number(
        "parties to the agreement",
        "How many persons, the person included, agreed to commit the offence?",
        unit="persons",
        note="two are enough: the three persons of a group are not asked for here",
    )
    offence: Offence | None = part(
        "offence", "Which offence was agreed on, or organized, directed or helped with?", Offence
    )
    financial_benefit: bool | None = yes_no(
        "financial benefit", "Does the purpose relate, directly or indirectly, to obtaining a financial benefit?"
    )
    other_material_benefit: bool | None = yes_no(
        "other material benefit",
        "Does the purpose relate, directly or indirectly, to obtaining another material benefit?",
    )
    act_in_furtherance: bool | None = yes_no(
        "act in furtherance of the agreement",
        "Did any of those who agreed do an act to further the agreement?",
        note="the act may be that of another participant",
    )
    involves_group: bool | None = yes_no("offence involves the group", "Does the offence involve the group described?")
    group: Group | None = part("group", "Which group is it?", Group)
    knows_aim_and_activity: bool | None = yes_no(
        "knowledge of the aim and general criminal activity of the group",
        "Did the person know both the aim and the general criminal activity of the group?",
    )
    knows_intention: bool | None = yes_no(
        "knowledge of the intention to commit the crimes",
        "Did the person know that the group intends to commit the crimes in question?",
    )
    active_in_criminal_activities: bool | None = yes_no(
        "active part in criminal activities", "Did the person take an active part in criminal activities of the group?"
    )
    active_in_other_activities: bool | None = yes_no(
        "active part in other activities", "Did the person take an active part in other activities of the group?"
    )
    knows_contribution: bool | None = yes_no(
        "knowledge of the contribution to the criminal aim",
        "Did the person know that this part would contribute to the criminal aim?",
    )
    involvement: Listing[Involvement] | None = involvement("the offence")
