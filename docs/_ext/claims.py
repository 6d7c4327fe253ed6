"""The directive ``{founding-claims}``: the claims of the founding page, each with the library's own answers.

The answers are asked when the page is built; one that contradicts the judgement beside it is warned of.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective
from tables import paragraph, table

import orgcrime as oc
from orgcrime.claims.founding import Answered, answered, founding_claims
from orgcrime.model.claim import Against, Claim, Holding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sphinx.application import Sphinx

LOG = logging.getLogger(__name__)
HELD_AGAINST = {Against.THEN: "claim, July 2019", Against.NOW: "claim, today", Against.FACT: "fact"}


class FoundingClaims(SphinxDirective):
    """Every claim with its judgements, the fact, the library's answers and the sources."""

    def run(self) -> list[nodes.Node]:
        """Return the summary, and a section for each claim."""
        found = [(claim, answered(claim)) for claim in founding_claims()]
        for claim, answers in found:
            for each in answers:
                if not each.agrees:
                    LOG.warning("%s: %s answers %r", claim.id, each.question, each.answer)
        return [*_summary(found), *(self._section(claim, answers) for claim, answers in found)]

    def _section(self, claim: Claim, answers: Sequence[Answered]) -> nodes.section:
        made = nodes.section(ids=[claim.id], names=[claim.id])
        made += nodes.title(text=f"{claim.number}. {claim.claim}")
        self.state.document.note_explicit_target(made)
        judged = f"July 2019: {claim.then.words} · today: {claim.now.words} · {claim.status.value}"
        made += nodes.paragraph("", "", nodes.strong(text=judged))
        made += [paragraph(text) for text in (claim.fact, claim.note) if text]
        made += [paragraph(f"Not established: {each.what}.") for each in claim.uncertain]
        if answers:
            made += nodes.bullet_list("", *map(_item, answers))
        made += nodes.paragraph("", "", nodes.emphasis(text=f"Sources: {'; '.join(_sources(claim))}."))
        return made


def _summary(found: Sequence[tuple[Claim, Sequence[Answered]]]) -> Iterator[nodes.Node]:
    answers = [each for _, all_of in found for each in all_of]
    tested = sum(bool(all_of) for _, all_of in found)
    agreed = sum(each.agrees for each in answers)
    yield paragraph(
        f"{len(found)} claims. {tested} of them are tested, by {len(answers)} questions to the library; "
        f"{agreed} of the answers agree with the judgement and the fact beside them."
    )
    counted = [Counter(getattr(claim, when).holding for claim, _ in found) for when in ("then", "now")]
    rows = [(each.value.replace("-", " "), *(times[each] or None for times in counted)) for each in Holding]
    yield table(("judged", "for July 2019", "today"), rows)


def _item(each: Answered) -> nodes.list_item:
    said = nodes.paragraph()
    said += nodes.Text(f"{HELD_AGAINST[each.test.of]}: ")
    said += nodes.literal(text=each.question)
    said += nodes.Text(" → ")
    said += nodes.strong(text=each.answer)
    if each.fact:
        said += nodes.Text(f" — {each.fact}")
    return nodes.list_item("", said)


def _sources(claim: Claim) -> Iterator[str]:
    for each in claim.sources:
        source = oc.sources[each.source]
        yield f"{source.title} ({source.publisher}){f', {each.pinpoint}' if each.pinpoint else ''}"


def setup(app: Sphinx) -> dict[str, object]:
    """Register the directive."""
    app.add_directive("founding-claims", FoundingClaims)
    return {"version": oc.data_version, "parallel_read_safe": True, "parallel_write_safe": True}
