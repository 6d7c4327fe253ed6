"""Citations, sources, references."""

import copy
import pickle

import pytest

import orgcrime as oc
from orgcrime import Citation, EvidenceStatus, Reference, Source

UNTOC = Citation("untoc", label="UNTOC")


@pytest.mark.parametrize(
    ("pinpoint", "written"),
    [
        ("2(a)", "UNTOC art. 2(a)"),
        ("38(2)", "UNTOC art. 38(2)"),
        ("5, 6, 8, 23", "UNTOC arts. 5, 6, 8, 23"),
        ("2(a) and 2(c)", "UNTOC arts. 2(a) and 2(c)"),
        ("annex I", "UNTOC annex I"),
        ("preamble, para. 4", "UNTOC preamble, para. 4"),
        (None, "UNTOC"),
    ],
)
def test_a_citation_is_written_as_lawyers_write_it(pinpoint: str | None, written: str) -> None:
    assert str(Citation("untoc", pinpoint, "UNTOC")) == written


def test_a_citation_without_label_shows_the_id() -> None:
    assert str(Citation("untoc", "2(a)")) == "untoc art. 2(a)"


def test_the_label_is_shown_and_not_compared() -> None:
    """The same place, cited once with a label and once without, would count as two."""
    assert Citation("untoc", "2(a)", "UNTOC") == Citation("untoc", "2(a)")
    assert hash(Citation("untoc", "2(a)", "UNTOC")) == hash(Citation("untoc", "2(a)"))
    assert Citation("untoc", "2(a)") != Citation("untoc", "2(b)")
    assert Citation("untoc", "2(a)") != Citation("uncac", "2(a)")


def test_at_keeps_instrument_and_label() -> None:
    assert str(UNTOC.at("2(a)").at("2(b)")) == "UNTOC art. 2(b)"
    assert UNTOC.pinpoint is None


@pytest.mark.parametrize("citation", [UNTOC, UNTOC.at("2(a)")])
def test_the_expression_shown_makes_an_equal_citation(citation: Citation) -> None:
    made = {"Citation('untoc')": Citation("untoc"), "Citation('untoc', '2(a)')": Citation("untoc", "2(a)")}
    assert made[repr(citation)] == citation


def test_the_place_alone_has_no_instrument() -> None:
    assert UNTOC.place == ""
    assert UNTOC.at("2(a)").place == "art. 2(a)"


def test_an_instrument_cites_itself_by_its_short_name() -> None:
    assert str(oc.instruments["untoc"].citation.at("2(a)")) == "UNTOC art. 2(a)"


def test_citations_sources_and_references_survive_copy_and_pickle() -> None:
    source = Source(id="x", title="X", publisher="Y", kind="text")
    for value in (UNTOC, UNTOC.at("2(a)"), source, Reference("x", "ch. I"), EvidenceStatus.WEAK):
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes
        assert copy.deepcopy(value) == value
    restored = pickle.loads(pickle.dumps(UNTOC))  # noqa: S301 - our own bytes
    assert restored.label == "UNTOC"


def test_the_statuses_stand_in_the_order_of_their_weight() -> None:
    """A status is read as "as well as the least of these", in this order."""
    assert [each.value for each in EvidenceStatus] == ["verified", "single", "secondary", "weak", "unverified"]
