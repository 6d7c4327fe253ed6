"""Citations read and verified, claims checked, and the founding page's claims held against the library's answers."""

import contextlib
import datetime as dt
import json
import pickle
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import orgcrime as oc
from orgcrime import Citation, CitationError, InputError, PartialDate, Truth
from orgcrime.catalogue import BUILT_IN
from orgcrime.claims import Outcome, Verdict, check, cite, verify
from orgcrime.claims.citing import missing, read
from orgcrime.claims.counts import members_of
from orgcrime.claims.founding import answered, founding_claims
from orgcrime.claims.when import bare, said
from orgcrime.model.body import CountBasis, MembershipCount, MilestoneKind
from orgcrime.model.claim import Against, Asks, Claim, ClaimTest, Holding
from orgcrime.model.participation import CONSENTS, ActKind
from orgcrime.reading import DATA, records
from orgcrime.status.positions import Position

CORE = ("untoc", "trafficking-protocol", "smuggling-protocol", "firearms-protocol", "uncac")
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


# --- what the articles are divided into ---


def places(instrument: str) -> Iterator[Citation]:
    """Every article and every part of an article."""
    record = oc.instruments[instrument]
    for article in record.articles:
        yield record.citation.at(article.number)
        for part in article.subdivisions or ():
            first, _, rest = part.partition("(")
            yield record.citation.at(f"{article.number}({first})" + (f"({rest}" if rest else ""))


def steps(part: str) -> tuple[str, ...]:
    return tuple(re.findall(r"[0-9a-z]+", part))


def following(label: str) -> str:
    """The label after another: 14 after 13, k after j, iv after iii where romans are counted."""
    if label.isdecimal():
        return str(int(label) + 1)
    return chr(ord(label) + 1)


@pytest.mark.parametrize(
    ("instrument", "articles", "parts"),
    [
        ("untoc", 41, 304),
        ("trafficking-protocol", 20, 77),
        ("smuggling-protocol", 25, 107),
        ("firearms-protocol", 21, 79),
        ("uncac", 71, 386),
    ],
)
def test_every_part_of_every_article_is_listed(instrument: str, articles: int, parts: int) -> None:
    """The numbers were counted a second time, by the labels at the beginnings of lines, and in another language."""
    found = oc.instruments[instrument].articles
    assert len(found) == articles
    assert sum(len(article.subdivisions or ()) for article in found) == parts


@pytest.mark.parametrize(
    ("instrument", "article", "paragraphs"),
    [("UNTOC", 18, 30), ("UNTOC", 16, 17), ("UNTOC", 31, 7), ("UNCAC", 46, 30), ("UNCAC", 44, 18), ("UNTOC", 17, 0)],
)
def test_the_long_articles_have_the_paragraphs_they_are_known_for(
    instrument: str, article: int, paragraphs: int
) -> None:
    parts = oc.instruments[instrument].article(article).subdivisions
    assert parts is not None
    assert len([part for part in parts if part.isdecimal()]) == paragraphs


@pytest.mark.parametrize("instrument", CORE)
def test_the_parts_of_an_article_are_in_order_and_without_a_gap(instrument: str) -> None:
    """A gap would be a misread line, and would refuse a citation of what exists."""
    for article in oc.instruments[instrument].articles:
        assert article.subdivisions is not None
        known = [steps(part) for part in article.subdivisions]
        assert len(set(known)) == len(known)
        for place in known:
            before = [
                other[-1] for other in known if other[:-1] == place[:-1] and known.index(other) < known.index(place)
            ]
            assert place[:-1] in [(), *known[: known.index(place)]], (article.number, place)
            if not before:
                assert place[-1] in ("1", "a", "i"), (article.number, place)
            elif before[0] == "i":
                assert place[-1] == ROMAN[len(before)], (article.number, place)
            else:
                assert place[-1] == following(before[-1]), (article.number, place)


def test_what_was_not_read_is_told_from_what_is_not_divided() -> None:
    assert oc.instruments["UNTOC"].article(1).subdivisions == ()
    assert oc.Article(number="1", heading="Scope", type=oc.instruments["UNTOC"].article(1).type).subdivisions is None


def test_an_article_that_there_is_not_is_named() -> None:
    with pytest.raises(oc.UnknownKeyError, match="no article of UNTOC is known as '42'"):
        oc.instruments["untoc"].article(42)


# --- citations ---


@pytest.mark.parametrize(
    ("text", "instrument", "pinpoint"),
    [
        ("UNTOC art. 18(13)", "untoc", "18(13)"),
        ("Palermo Convention, Article 2 (a)", "untoc", "2(a)"),
        ("art. 6(1)(b)(ii) UNTOC", "untoc", "6(1)(b)(ii)"),
        ("article 18, paragraph 13, of the Palermo Convention", "untoc", "18(13)"),
        ("article 18, paragraphe 13, de la Convention de Palerme", "untoc", "18(13)"),
        ("CNUCC art. 46, par. 13", "uncac", "46(13)"),
        ("Directive (EU) 2018/1673, Art. 2(1)", "eu-dir-2018-1673", "2(1)"),
        ("FD 2008/841/JHA art. 1", "eu-fd-2008-841", "1"),
        ("UNTOC", "untoc", None),
        ("the Palermo Convention", "untoc", None),
        ("Vienna 1988", "vienna-1988", None),
        ("CETS 198", "cets-198", None),
        ("UNTOC 18(13)", "untoc", "18(13)"),
        ("UNTOC, 2(a)", "untoc", "2(a)"),
        ("Vienna 1988, 3(1)", "vienna-1988", "3(1)"),
        ("UNTOC Art 18 (13).", "untoc", "18(13)"),
        ("UNTOC art. 18.13", "untoc", "18(13)"),
        ("UNTOC article 18 § 13", "untoc", "18(13)"),
        ("see UNTOC art. 2(a)", "untoc", "2(a)"),
        ("art. 2, 1988 Vienna Convention", "vienna-1988", "2"),
        ("Article 2, subparagraph (a), Palermo Convention", "untoc", "2(a)"),
        ("United Nations Convention against Transnational Organized Crime (UNTOC), article 5(1)", "untoc", "5(1)"),
        ("paragraph 13 of article 18 of UNTOC", "untoc", "18(13)"),
        ("subparagraph (a) of article 2 of the Palermo Convention", "untoc", "2(a)"),
        ("subparagraph (a) of paragraph 1 of article 6 of UNTOC", "untoc", "6(1)(a)"),
        ("UNTOC art. 5(1)(a)(ii)a", "untoc", "5(1)(a)(ii)a"),
        ("UNTOC art. 5(1)(a)(ii)(b)", "untoc", "5(1)(a)(ii)b"),
        ("UNTOC ART. 6(1)(B)(II)", "untoc", "6(1)(b)(ii)"),
        ("CITES art. VIII(1)(a)", "cites", "VIII(1)(a)"),
        ("EU Anti-Trafficking Directive art. 18a", "eu-dir-2011-36", "18a"),
        ("Directive 2011/36 art. 10 bis", "eu-dir-2011-36", "10 bis"),
        # French
        ("paragraphe 13 de l'article 18 de la Convention de Palerme", "untoc", "18(13)"),
        ("alinéa a) de l’article 2 de la Convention de Palerme", "untoc", "2(a)"),
        ("alinéa a) i) du paragraphe 1 de l'article 6 de la Convention de Palerme", "untoc", "6(1)(a)(i)"),
        ("article 5, paragraphe 1 a) ii) b, Convention de Palerme", "untoc", "5(1)(a)(ii)b"),
        ("art. 3 a) du Protocole relatif à la traite des personnes", "trafficking-protocol", "3(a)"),
        ("art. 2 a) d'UNTOC", "untoc", "2(a)"),
        ("article 57, paragraphe 3, alinéa a), de la Convention de Merida", "uncac", "57(3)(a)"),
        ("Convention des Nations Unies contre la corruption, article 57, paragraphe 3 a)", "uncac", "57(3)(a)"),
        ("directive (UE) 2018/1673, article 2, paragraphe 1", "eu-dir-2018-1673", "2(1)"),
        ("décision-cadre 2008/841/JAI, article premier", "eu-fd-2008-841", "1"),
        ("décision-cadre 2008/841/JAI, article 1er", "eu-fd-2008-841", "1"),
        # chapters
        ("UNCAC chapter V", "uncac", "ch. V"),
        ("chapitre V de la CNUCC", "uncac", "ch. V"),
        ("UNCAC, ch. 4", "uncac", "ch. IV"),
        # several places
        ("Articles 5, 6 and 8 of UNTOC", "untoc", "5, 6 and 8"),
        ("articles 16 et 18 de la Convention de Palerme", "untoc", "16 and 18"),
        ("UNTOC art. 18, paragraphs 13 and 14", "untoc", "18(13) and 18(14)"),
        ("UNTOC art. 18 §§ 13, 14", "untoc", "18(13) and 18(14)"),
        ("UNTOC art. 18, paras. 9 to 29", "untoc", "18(9)-(29)"),
        ("subparagraphs (a) and (b) of paragraph 1 of article 6 of UNTOC", "untoc", "6(1)(a) and 6(1)(b)"),
        ("art. 3(1)(a) and (b) of UNTOC", "untoc", "3(1)(a) and 3(1)(b)"),
        ("UNTOC art. 6(1)(a)(i), (b)(ii)", "untoc", "6(1)(a)(i) and 6(1)(b)(ii)"),
        ("UNTOC art. 18(3)(h) and (i)", "untoc", "18(3)(h) and 18(3)(i)"),
        ("UNTOC art. 18(1), (a)", "untoc", "18(1) and 18(1)(a)"),
        ("UNTOC arts. 36-40", "untoc", "36-40"),
        ("UNTOC art. 18(9)–(29)", "untoc", "18(9)-(29)"),
        ("articles 12 à 14 de la Convention de Palerme", "untoc", "12-14"),
        ("UNTOC arts. 5-6-8", "untoc", "5-6 and 8"),
    ],
)
def test_a_citation_is_read_as_people_write_it(text: str, instrument: str, pinpoint: str | None) -> None:
    assert read(text, BUILT_IN) == Citation(instrument, pinpoint)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("UNTOC art. 47", "UNTOC has 41 articles; there is no article 47"),
        ("UNTOC art. 0", "UNTOC has 41 articles; there is no article 0"),
        ("UNTOC art. XVIII", "UNTOC has 41 articles; there is no article XVIII"),
        ("UNCAC art. 31 bis", "UNCAC has 71 articles; there is no article 31 bis"),
        ("UNTOC art. 18(31)", "UNTOC art. 18 has 30 paragraphs; there is no paragraph 31"),
        (
            "article 18, paragraphe 31, de la Convention de Palerme",
            "UNTOC art. 18 has 30 paragraphs; there is no paragraph 31",
        ),
        ("UNTOC art. 2(k)", "UNTOC art. 2 has subparagraphs (a) to (j); there is no subparagraph (k)"),
        ("UNTOC art. 18(3)(j)", "UNTOC art. 18(3) has subparagraphs (a) to (i); there is no subparagraph (j)"),
        ("UNTOC art. 6(1)(b)(iii)", "UNTOC art. 6(1)(b) has items (i) to (ii); there is no item (iii)"),
        ("UNTOC art. 1(1)", "UNTOC art. 1 is not divided; there is no art. 1(1)"),
        ("UNTOC art. 18(13)(a)", "UNTOC art. 18(13) is not divided; there is no art. 18(13)(a)"),
        ("UNTOC art. 18(a)", "UNTOC art. 18 has 30 paragraphs; there is no art. 18(a)"),
        ("UNTOC art. 2(1)", "UNTOC art. 2 has subparagraphs (a) to (j); there is no art. 2(1)"),
        ("Articles 5, 6 and 48 of UNTOC", "UNTOC has 41 articles; there is no article 48"),
        ("UNTOC arts. 36-48", "UNTOC has 41 articles; there is no article 48"),
        ("UNTOC arts. 40-36", "UNTOC art. 40 comes after art. 36"),
        ("UNCAC ch. IX", "UNCAC has 8 chapters, I to VIII; there is no chapter IX"),
        ("UNTOC chapter I", "UNTOC has no chapters"),
        ("chapter I of Xyzzy", "no instrument is known as 'Xyzzy'."),
        ("paragraph 1 of article 6 of Xyzzy", "no instrument is known as 'Xyzzy'."),
        (
            "Palermo Convntion art. 2",
            "no instrument is known as 'Palermo Convntion'. Did you mean 'Palermo Convention'?",
        ),
        ("nonsense", "no instrument is known as 'nonsense'."),
        (
            "Warsaw Convention art. 3",
            "'Warsaw Convention' names more than one instrument ('cets-197', 'cets-198'): use the id or a fuller name",
        ),
        (
            "Palermo Protocol, art. 3",
            (
                "'Palermo Protocol' names more than one instrument ('firearms-protocol', 'smuggling-protocol', "
                "'trafficking-protocol'): use the id or a fuller name"
            ),
        ),
        ("", "'' is not a citation: expected an instrument and a place in it, as 'UNTOC art. 18(13)'"),
        (
            "art. 2(a)",
            "'art. 2(a)' names no instrument: expected an instrument and a place in it, as 'UNTOC art. 18(13)'",
        ),
        (
            "UNTOC art. 2(a) on groups",
            (
                "'UNTOC art. 2(a) on groups' is not a citation: expected an instrument and a place in it, as "
                "'UNTOC art. 18(13)'"
            ),
        ),
    ],
)
def test_what_does_not_exist_is_refused_with_what_there_is(text: str, message: str) -> None:
    with pytest.raises(CitationError) as caught:
        cite(text)
    assert str(caught.value) == message
    assert caught.value.given == text
    assert isinstance(caught.value, ValueError)


def test_what_is_no_text_is_refused() -> None:
    wrong: Any = 47
    with pytest.raises(CitationError, match="47 is not a citation"):
        cite(wrong)


@pytest.mark.parametrize("instrument", CORE)
def test_every_place_of_a_core_instrument_is_cited_as_it_is_written(instrument: str) -> None:
    """A place that could not be read back from its own citation could never be verified."""
    for place in places(instrument):
        assert cite(str(place)) == place
        assert verify(place) is Truth.TRUE


@pytest.mark.parametrize("instrument", CORE)
def test_one_past_the_last_is_refused_everywhere(instrument: str) -> None:
    record = oc.instruments[instrument]
    beyond = [record.citation.at(str(len(record.articles) + 1))]
    for article in record.articles:
        known = [(), *(steps(part) for part in article.subdivisions or ())]
        for place in known:
            inner = [other[-1] for other in known if other and other[:-1] == place]
            last = inner[-1] if inner else ""
            after = "1" if not inner else ROMAN[len(inner)] if inner[0] == "i" else following(last)
            labels = "".join(f"({label})" for label in (*place, after))
            beyond.append(record.citation.at(article.number + labels))
    for place_beyond in beyond:
        assert verify(place_beyond) is Truth.FALSE, place_beyond
        with pytest.raises(CitationError):
            cite(str(place_beyond))


@pytest.mark.parametrize("instrument", list(oc.instruments))
def test_every_instrument_is_cited_by_the_name_it_shows(instrument: str) -> None:
    whole = oc.instruments[instrument].citation
    assert cite(str(whole)) == whole
    assert read(f"{whole} art. 1(1)", BUILT_IN) == whole.at("1(1)")


@given(st.text(max_size=40))
def test_whatever_is_written_is_read_or_refused(text: str) -> None:
    for written in (text, f"UNTOC art. {text}", f"{text} UNTOC", f"article 2 {text}"):
        try:
            found = cite(written)
        except CitationError:
            continue
        assert found.instrument in oc.instruments


@pytest.mark.parametrize(
    "part", ["§", "(a)", "a) ", "1, ", "par. 1 ", "paragraph 1 of ", "art. 1 ", "s", " ", "1-", "((", "1.1"]
)
def test_a_text_that_repeats_itself_is_soon_done_with(part: str) -> None:
    """A pattern that tries every way to divide such a text would never end."""
    for text in (part * 30, f"UNTOC art. 1{part * 40}"[:500], f"{part * 40}"[:400] + " article 1 of UNTOC"):
        with contextlib.suppress(CitationError):
            cite(text)


def test_a_text_too_long_for_a_citation_is_none() -> None:
    with pytest.raises(CitationError, match="a text of 506 characters is not a citation: expected an instrument"):
        cite("UNTOC " + "x" * 500)


@pytest.mark.parametrize("text", ["Directive (EU) 2018/1673 art. 2(1)", "CITES art. VIII", "Vienna 1988 annex I"])
def test_what_was_not_read_is_never_claimed_as_verified(text: str) -> None:
    citation = Citation("eu-dir-2018-1673", "2(1)") if "annex" in text else cite(text)
    assert verify(citation) is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("citation", "truth"),
    [
        (Citation("untoc"), Truth.TRUE),
        (Citation("untoc", "5, 6 and 8"), Truth.TRUE),
        (Citation("untoc", "5, 6 and 48"), Truth.FALSE),
        (Citation("untoc", "annex I"), Truth.UNKNOWN),
        (Citation("uncac", "ch. V"), Truth.TRUE),
        (Citation("cites", "ch. V"), Truth.UNKNOWN),
        (Citation("no-such-act", "1"), Truth.UNKNOWN),
    ],
)
def test_a_citation_is_verified(citation: Citation, truth: Truth) -> None:
    assert verify(citation) is truth


def test_parts_that_were_not_read_are_not_known() -> None:
    untoc = oc.instruments["untoc"]
    bare = attrs.evolve(untoc, articles=tuple(attrs.evolve(each, subdivisions=None) for each in untoc.articles))
    others = [each for each in oc.instruments.values() if each.id != "untoc"]
    instruments = oc.Registry("instrument", [bare, *others], lambda _: ())
    catalogue = BUILT_IN.replacing(instruments=instruments)
    assert verify(Citation("untoc", "18(31)"), catalogue=catalogue) is Truth.UNKNOWN
    assert verify(Citation("untoc", "18"), catalogue=catalogue) is Truth.TRUE
    assert cite(Citation("untoc", "18(31)"), catalogue=catalogue) == Citation("untoc", "18(31)")


def test_a_citation_can_be_checked_as_such() -> None:
    assert cite(Citation("untoc", "18(13)")) == Citation("untoc", "18(13)")
    with pytest.raises(CitationError, match="there is no article 47"):
        cite(Citation("untoc", "47"))
    with pytest.raises(CitationError, match="no instrument is known as 'untok'"):
        cite(Citation("untok", "1"))


def test_a_name_written_alike_for_two_is_ambiguous() -> None:
    uncac, untoc = oc.instruments["uncac"], oc.instruments["untoc"]
    twins = [attrs.evolve(uncac, aliases=("Traité É",)), attrs.evolve(untoc, aliases=("Traite E",))]
    instruments = oc.Registry("instrument", twins, lambda record: [oc.Key(each) for each in record.aliases])
    with pytest.raises(CitationError, match="no instrument is known as 'traite-e'"):
        cite("traite-e art. 2", catalogue=BUILT_IN.replacing(instruments=instruments))


def cited() -> Iterator[tuple[str, Citation]]:
    """Every place in an instrument that a record names."""
    for registry in ("instruments", "bodies", "programmes", "crimes", "taxonomies", "definitions"):
        for record in getattr(BUILT_IN, registry).values():
            own = record.id if registry == "instruments" else None
            if registry == "definitions" and not record.id.endswith(
                "-scope"
            ):  # the scope of a Protocol adds to UNTOC's
                own = record.citation.instrument
            for citation in inside(record, own):
                yield f"{registry}/{record.id}", citation
    for declaration in BUILT_IN.declarations:
        for pinpoint in declaration.pinpoints:
            yield "declarations", Citation(declaration.instrument, pinpoint)


def inside(value: Any, instrument: str | None) -> Iterator[Citation]:
    if isinstance(value, Citation):
        yield value
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from inside(each, instrument)
    elif attrs.has(type(value)) and not isinstance(value, (type, oc.Reference)):
        named = getattr(value, "instrument", None)
        owner = named if isinstance(named, str) else instrument
        for field in attrs.fields(type(value)):
            held = getattr(value, field.name)
            if field.name.endswith("pinpoint") and isinstance(held, str):
                if owner is not None:
                    yield Citation(owner, held)
            else:
                yield from inside(held, owner)


def test_no_record_cites_what_does_not_exist() -> None:
    """The library would refuse its own citation."""
    every = list(cited())
    assert len(every) > 300
    assert [(where, citation) for where, citation in every if missing(citation, BUILT_IN) is not None] == []


# --- claims ---


@pytest.mark.parametrize(
    ("claim", "outcome", "fact"),
    [
        # acts of participants
        (
            {"participant": "FR", "instrument": "UNCAC", "act": "ratification", "year": 2007},
            "contradicted",
            "France deposited its ratification of UNCAC on 2005-07-11; bound from 2005-12-14",
        ),
        (
            {"participant": "FR", "instrument": "UNCAC", "act": "ratified", "year": 2005},
            "confirmed",
            "France deposited its ratification of UNCAC on 2005-07-11; bound from 2005-12-14",
        ),
        (
            {"participant": "FR", "instrument": "UNCAC", "act": "accession", "year": 2005},
            "contradicted",
            "France deposited its ratification of UNCAC on 2005-07-11; bound from 2005-12-14",
        ),
        (
            {"participant": "FR", "instrument": "UNCAC", "act": "consent", "on": "2005-07-10"},
            "contradicted",
            "France deposited its ratification of UNCAC on 2005-07-11; bound from 2005-12-14",
        ),
        (
            {"participant": "FR", "instrument": "UNCAC", "act": "consent", "on": "2005-07-11"},
            "confirmed",
            "France deposited its ratification of UNCAC on 2005-07-11; bound from 2005-12-14",
        ),
        (
            {"participant": "FR", "instrument": "UNCAC", "act": "signature", "date": "2003-12-09"},
            "confirmed",
            "France signed UNCAC on 2003-12-09",
        ),
        (
            {"participant": "FR", "instrument": "UNCAC", "act": "signature", "year": 2004},
            "contradicted",
            "France signed UNCAC on 2003-12-09",
        ),
        (
            {"participant": "FR", "instrument": "UNCAC", "act": "entry-into-force", "date": "2005-12-14"},
            "confirmed",
            "France deposited its ratification of UNCAC on 2005-07-11; bound from 2005-12-14",
        ),
        (
            {"participant": "FR", "instrument": "UNCAC", "act": "in force", "date": "2005-07-11"},
            "contradicted",
            "France deposited its ratification of UNCAC on 2005-07-11; bound from 2005-12-14",
        ),
        (
            {"participant": "FR", "instrument": "UNCAC", "act": "ratification", "year": 2030},
            "open",
            "France deposited its ratification of UNCAC on 2005-07-11; bound from 2005-12-14",
        ),
        (
            {"participant": "FR", "instrument": "UNCAC", "act": "entry-into-force", "year": 2030},
            "open",
            "France deposited its ratification of UNCAC on 2005-07-11; bound from 2005-12-14",
        ),
        (
            {"participant": "EU", "instrument": "UNTOC", "act": "approval", "date": "2004-05-21"},
            "confirmed",
            "European Union deposited its approval of UNTOC on 2004-05-21; bound from 2004-06-20",
        ),
        (
            {"participant": "KP", "instrument": "UNTOC", "act": "accession", "date": "2016-06-17"},
            "open",
            (
                "Democratic People's Republic of Korea deposited its accession to UNTOC between 2016-06-16 and "
                "2016-06-30; "
                "bound from a day between 2016-07-16 and 2016-07-30"
            ),
        ),
        (
            {"participant": "BT", "instrument": "UNCAC", "act": "withdrawal", "year": 2022},
            "confirmed",
            "Bhutan notified its denunciation of UNCAC between 2022-07-01 and 2022-12-31",
        ),
        (
            {"participant": "FR", "instrument": "UNCAC", "act": "denunciation", "year": 2022},
            "contradicted",
            "no denunciation of UNCAC by France is listed; the list is complete up to 2024-04-20",
        ),
        (
            {"participant": "FR", "instrument": "UNCAC", "act": "denunciation", "year": 2026},
            "open",
            "no denunciation of UNCAC by France is listed; the list is complete up to 2024-04-20",
        ),
        (
            {"participant": "FR", "instrument": "Firearms Protocol", "act": "signature"},
            "contradicted",
            "no signature of Firearms Protocol by France is listed; the list is complete up to 2020-09-01",
        ),
        (
            {"participant": "PW", "instrument": "Smuggling Protocol", "act": "accession"},
            "open",
            "no consent of Palau to be bound by Smuggling Protocol is listed; the list is complete up to 2014-07-10",
        ),
        (
            {"participant": "FR", "instrument": "CETS 185", "act": "ratification", "year": 2006},
            "open",
            "who takes part in CETS 185 is not listed here",
        ),
        (
            {"participant": "JM", "instrument": "UN Cybercrime Convention", "act": "ratification"},
            "open",
            "no consent of Jamaica to be bound by Cybercrime 2024 is listed; the list is not complete",
        ),
        # positions
        (
            {"participant": "FR", "instrument": "UNTOC", "status": "party", "on": "2019-07-01"},
            "confirmed",
            "France is bound by UNTOC on 2019-07-01, since 2003-09-29",
        ),
        (
            {"participant": "FR", "instrument": "UNTOC", "status": "party", "on": "2003-09-28"},
            "contradicted",
            "France is not bound by UNTOC on 2003-09-28; position: contracting State",
        ),
        (
            {"participant": "FR", "instrument": "UNTOC", "status": "contracting-state", "on": "2003-09-28"},
            "confirmed",
            "France is not bound by UNTOC on 2003-09-28; position: contracting State",
        ),
        (
            {"participant": "FR", "instrument": "UNTOC", "status": "party", "on": "2040-07-01"},
            "open",
            (
                "whether France is bound by UNTOC on 2040-07-01 is not determined; last known position: State Party on "
                "2025-11-20"
            ),
        ),
        (
            {"participant": "FR", "instrument": "UNTOC", "status": "signatory", "on": "2019-07-01"},
            "contradicted",
            "France is bound by UNTOC on 2019-07-01, since 2003-09-29",
        ),
        (
            {"participant": "IR", "instrument": "UNTOC", "status": "signatory", "on": "2019-07-01"},
            "confirmed",
            "Iran (Islamic Republic of) is not bound by UNTOC on 2019-07-01; position: signatory",
        ),
        (
            {"participant": "IR", "instrument": "UNTOC", "status": "none", "on": "2019-07-01"},
            "contradicted",
            "Iran (Islamic Republic of) is not bound by UNTOC on 2019-07-01; position: signatory",
        ),
        (
            {"participant": "IR", "instrument": "UNTOC", "status": "signatory"},
            "open",
            "Iran (Islamic Republic of) is not bound by UNTOC on 2024-11-15; position: signatory",
        ),
        (
            {"participant": "IR", "instrument": "UNTOC", "status": "signatory", "on": "2026-01-01"},
            "open",
            (
                "whether Iran (Islamic Republic of) is bound by UNTOC on 2026-01-01 is not determined; last known "
                "position: "
                "signatory on 2024-10-16"
            ),
        ),
        (
            {"participant": "Kosovo", "instrument": "UNTOC", "status": "party", "on": "2019-07-01"},
            "contradicted",
            "Kosovo is not bound by UNTOC on 2019-07-01; position: no act listed",
        ),
        # numbers of parties and signatories
        (
            {"instrument": "UNTOC", "count": 189, "counts": "parties", "on": "2018-10-19"},
            "confirmed",
            (
                "UNTOC had 189 parties on 2018-10-19, as published; counted from the acts listed for 2018-10-19: 189 "
                "consented to be bound and 189 bound"
            ),
        ),
        (
            {"instrument": "UNTOC", "count": 189, "counts": "parties", "on": "2019-07-01"},
            "open",
            (
                "counted from the acts listed for 2019-07-01: 189 to 190 consented to be bound and 189 to 190 bound; "
                "published: 189 on 2018-10-19, 190 in 2020-07"
            ),
        ),
        (
            {"instrument": "UNTOC", "count": 150, "on": "2019-07-01"},
            "contradicted",
            (
                "counted from the acts listed for 2019-07-01: 189 to 190 consented to be bound and 189 to 190 bound; "
                "published: 189 on 2018-10-19, 190 in 2020-07"
            ),
        ),
        (
            {"instrument": "UNTOC", "count": 189, "counts": "parties"},
            "contradicted",
            "UNTOC had 194 parties on 2025-11-20, as published; 189 on 2018-10-19",
        ),
        (
            {"instrument": "UNTOC", "count": 194},
            "confirmed",
            "UNTOC had 194 parties on 2025-11-20, as published",
        ),
        ({"instrument": "UNTOC", "count": 250, "on": "2026-07-01"}, "open", "published: 194 on 2025-11-20"),
        (
            {"instrument": "UNTOC", "count": 147, "counts": "signatories", "on": "2026-07-01"},
            "confirmed",
            "counted from the acts listed for 2026-07-01: 147 signed; published: 147 on 2024-05-04",
        ),
        (
            {"instrument": "UNTOC", "count": 190, "on": "2020-07-15"},
            "confirmed",
            (
                "counted from the acts listed for 2020-07-15: 190 consented to be bound and 190 bound; published: "
                "189 on 2018-10-19, 190 in 2020-07, 190 on 2022-10-24"
            ),
        ),
        ({"instrument": "ATT", "count": 116, "on": "2019-01-01"}, "open", "published: 116 on 2025-05-15"),
        ({"instrument": "CETS 201", "count": 48}, "open", "no number of parties of CETS 201 is published here"),
        (
            {"instrument": "CETS 201", "count": 48, "on": "2019-07-01"},
            "open",
            "no number of parties of CETS 201 is published here",
        ),
        (
            {"instrument": "UN Cybercrime Convention", "count": 65, "counts": "signatories", "on": "2025-10-25"},
            "confirmed",
            "Cybercrime 2024 had 65 signatories on 2025-10-25, as published",
        ),
        # numbers of members
        (
            {"body": "INTERPOL", "count": 194, "counts": "members", "on": "2019-07-01"},
            "confirmed",
            "International Criminal Police Organization: 194 countries from 2018-11-20 until 2021-11",
        ),
        (
            {"body": "INTERPOL", "count": 190, "counts": "countries", "on": "2019-07-01"},
            "contradicted",
            "International Criminal Police Organization: 194 countries from 2018-11-20 until 2021-11",
        ),
        (
            {"body": "INTERPOL", "count": 196, "on": "2025-07-01"},
            "open",
            (
                "International Criminal Police Organization: 194 countries from 2018-11-20 until 2021-11; 195 "
                "countries from "
                "2021-11 until 2023-11; 196 countries on 2023-11-28"
            ),
        ),
        (
            {"body": "Europol", "count": 26, "on": "2025-07-01"},
            "confirmed",
            "European Union Agency for Law Enforcement Cooperation: 26 States since 2020-02-01",
        ),
        (
            {"body": "Europol", "count": 26, "on": "2040-07-01"},
            "open",
            (
                "European Union Agency for Law Enforcement Cooperation: 27 States from 2017-05-01 until 2020-01-31; "
                "26 States "
                "since 2020-02-01"
            ),
        ),
        (
            {"body": "INTERPOL", "count": 196, "counts": "FIUs"},
            "open",
            "no number of FIUs of International Criminal Police Organization is known here",
        ),
        (
            {"body": "UNODC", "count": 3},
            "open",
            "no number of members of United Nations Office on Drugs and Crime is known here",
        ),
        # names
        (
            {"body": "Europol", "name": "European Police Office", "on": "2019-07-01"},
            "contradicted",
            (
                "Europol: European Police Office (since a day between 1995-07-26 and 1998-10-01 until 2017-04-30); on "
                "2019-07-01 its name was European Union Agency for Law Enforcement Cooperation"
            ),
        ),
        (
            {"body": "Europol", "name": "european police office", "on": "2016-07-01"},
            "confirmed",
            "Europol: European Police Office (since a day between 1995-07-26 and 1998-10-01 until 2017-04-30)",
        ),
        (
            {"body": "Eurojust", "name": "European Union Judicial Cooperation Unit", "on": "2019-07-01"},
            "confirmed",
            (
                "Eurojust: European Union's Judicial Cooperation Unit (since a day between 2002-02-28 and 2002-03-06 "
                "until "
                "2019-12-11)"
            ),
        ),
        (
            {"body": "Eurojust", "name": "Europol"},
            "contradicted",
            (
                "Eurojust: Europol is not recorded as a name of it; its name is European Union Agency for Criminal "
                "Justice "
                "Cooperation"
            ),
        ),
        (
            {"body": "Eurojust", "name": "The Prosecutors"},
            "open",
            (
                "Eurojust: The Prosecutors is not recorded as a name of it; its name is European Union Agency for "
                "Criminal "
                "Justice Cooperation"
            ),
        ),
        (
            {"body": "unodc", "name": "UN Office on Drugs and Crime", "on": "2019-07-01"},
            "open",
            (
                "UNODC: UN Office on Drugs and Crime is another name of it; on 2019-07-01 its name was United Nations "
                "Office "
                "on Drugs and Crime"
            ),
        ),
        (
            {"body": "g7-roma-lyon", "name": "Lyon-Roma Group"},
            "confirmed",
            "RLG: Lyon-Roma Group (when it was borne is not known); its name is G7 Roma-Lyon Group",
        ),
        (
            {"instrument": "UNTOC", "name": "Palermo Convention"},
            "confirmed",
            "'Palermo Convention' is a name of United Nations Convention against Transnational Organized Crime",
        ),
        (
            {"instrument": "UNTOC", "name": "Merida Convention"},
            "contradicted",
            "'Merida Convention' is a name of United Nations Convention against Corruption",
        ),
        (
            {"instrument": "CETS 197", "name": "Warsaw Convention"},
            "open",
            (
                "'Warsaw Convention' is a name that Council of Europe Convention on Action against Trafficking in "
                "Human "
                "Beings shares with others"
            ),
        ),
        (
            {"instrument": "UNTOC", "name": "Great Convention"},
            "open",
            (
                "'Great Convention' is not recorded as a name of United Nations Convention against Transnational "
                "Organized "
                "Crime"
            ),
        ),
        # dates of instruments
        (
            {"instrument": "UNTOC", "act": "signature", "year": 2000},
            "confirmed",
            (
                "UNTOC: opened for signature on 2000-12-12 at Palermo, Italy, until 2002-12-12; adopted on 2000-11-15 "
                "at New "
                "York; entry into force on 2003-09-29"
            ),
        ),
        (
            {"instrument": "UNTOC", "act": "entry-into-force", "year": 2000},
            "contradicted",
            (
                "UNTOC: entry into force on 2003-09-29; adopted on 2000-11-15 at New York; opened for signature on "
                "2000-12-12 "
                "at Palermo, Italy, until 2002-12-12"
            ),
        ),
        (
            {"instrument": "UN Cybercrime Convention", "act": "entry-into-force", "year": 2027},
            "open",
            (
                "Cybercrime 2024: entry into force on or after 2026-05-22; adopted on 2024-12-24 at New York; opened "
                "for "
                "signature on 2025-10-25 at Hanoi, until 2026-12-31"
            ),
        ),
        (
            {"instrument": "CETS 201", "act": "adoption", "year": 2007},
            "open",
            "CETS 201: the day of its adoption is not recorded",
        ),
        (
            {"instrument": "FD 2008/841/JHA", "act": "adopted", "date": dt.date(2008, 10, 24)},
            "confirmed",
            "FD 2008/841/JHA: adopted on 2008-10-24; entry into force on 2008-11-11",
        ),
        # milestones
        (
            {"body": "INTERPOL", "act": "founded", "year": 1923},
            "confirmed",
            (
                "International Criminal Police Organization: established on 1923-09-07 (International Criminal Police "
                "Commission (ICPC) founded, Vienna)"
            ),
        ),
        (
            {"body": "INTERPOL", "act": "founded", "year": 1946},
            "contradicted",
            (
                "International Criminal Police Organization: established on 1923-09-07 (International Criminal Police "
                "Commission (ICPC) founded, Vienna)"
            ),
        ),
        (
            {"body": "Europol", "act": "operational", "year": 1999},
            "confirmed",
            (
                "European Union Agency for Law Enforcement Cooperation: operational on 1994-01-03 (Europol Drugs Unit "
                "at "
                "work); operational on 1999-07-01 (full activities)"
            ),
        ),
        (
            {"body": "Europol", "act": MilestoneKind.MOVED, "year": 1999},
            "open",
            "European Union Agency for Law Enforcement Cooperation: no such milestone is recorded",
        ),
        # membership
        (
            {"participant": "FR", "member_of": "EU", "on": "2019-07-01"},
            "confirmed",
            "France is a member of the European Union since 1958-01-01",
        ),
        (
            {"participant": "GB", "member_of": "European Union", "on": "2020-01-31"},
            "confirmed",
            (
                "United Kingdom of Great Britain and Northern Ireland was a member of the European Union from "
                "1973-01-01 to "
                "2020-01-31, and no longer from 2020-02-01"
            ),
        ),
        (
            {"participant": "GB", "member_of": "EU", "on": "2020-02-01"},
            "contradicted",
            (
                "United Kingdom of Great Britain and Northern Ireland was a member of the European Union from "
                "1973-01-01 to "
                "2020-01-31, and no longer from 2020-02-01"
            ),
        ),
        (
            {"participant": "NO", "member_of": oc.participants["EU"]},
            "contradicted",
            "Norway is not in the list of the members of the European Union",
        ),
        (
            {"participant": "FR", "member_of": "EU", "on": "2040-07-01"},
            "open",
            "France is a member of the European Union since 1958-01-01",
        ),
        (
            {"participant": "FR", "member_of": "UNTOC COP", "on": "2019-07-01"},
            "confirmed",
            "France is bound by UNTOC on 2019-07-01, since 2003-09-29",
        ),
        (
            {"participant": "FR", "member_of": "CARIN"},
            "open",
            (
                "who belongs to Camden Asset Recovery Inter-agency Network is not listed here; counted: 54 "
                "jurisdictions (in "
                "2015-10); 58 jurisdictions (between 2019-02-12 and 2026-11-23)"
            ),
        ),
        (
            {"participant": "FR", "member_of": "UNODC"},
            "open",
            "who belongs to United Nations Office on Drugs and Crime is not listed here",
        ),
        # citations
        ({"citation": "UNTOC art. 18(13)"}, "confirmed", "UNTOC art. 18(13) exists"),
        ({"citation": "UNTOC art. 47"}, "contradicted", "UNTOC has 41 articles; there is no article 47"),
        (
            {"citation": Citation("cites", "VIII", "CITES")},
            "open",
            "CITES VIII: the text was not read for this library",
        ),
    ],
)
def test_a_claim_is_confirmed_contradicted_or_left_open(claim: dict[str, Any], outcome: str, fact: str) -> None:
    found = check(**claim)
    assert (found.outcome.value, found.fact) == (outcome, fact)
    assert found.truth is {"confirmed": Truth.TRUE, "contradicted": Truth.FALSE, "open": Truth.UNKNOWN}[outcome]


@pytest.mark.parametrize(
    ("claim", "message"),
    [
        ({}, "nothing is claimed: expected just one of act, status, count, name, member_of, citation"),
        (
            {"participant": "FR", "instrument": "UNCAC", "act": "ratification", "count": 3},
            "act and count are claimed: expected just one of act, status, count, name, member_of, citation",
        ),
        (
            {"participant": "FR", "body": "Europol", "act": "signature"},
            (
                "act: is claimed of participant and body: expected of participant and instrument, or of instrument, "
                "or of "
                "body"
            ),
        ),
        ({"name": "Palermo"}, "name: is claimed of nobody: expected of body, or of instrument"),
        (
            {"citation": "UNTOC art. 2", "instrument": "UNTOC"},
            "citation: is claimed of instrument: expected of nothing else",
        ),
        (
            {"participant": "Frnce", "instrument": "UNCCA", "act": "ratificaton", "year": "x", "on": "2019-02-30"},
            (
                "participant: no participant is known as 'Frnce'. Did you mean 'France'?\n"
                "instrument: no instrument is known as 'UNCCA'. Did you mean 'UNCC' or 'uncac'?\n"
                "act: 'ratificaton' is not what can be claimed of participant and instrument. Did you mean "
                "'ratification'?\n"
                "year: 'x' is not a year: expected a number such as 2019\n"
                "on: '2019-02-30' is not a day: day is out of range for month"
            ),
        ),
        (
            {"participant": "FR", "instrument": "UNCAC", "status": "party", "year": 2007},
            "year: does not go with status of participant and instrument; give the day with on=",
        ),
        ({"instrument": "UNTOC", "name": "Palermo", "on": "2019-07-01"}, "on: does not go with name of instrument"),
        ({"citation": "UNTOC art. 2", "counts": "parties"}, "counts: does not go with citation of a text"),
        ({"body": "Europol", "act": "founding"}, "date: is missing: expected date= or year="),
        ({"instrument": "UNTOC", "act": "adoption"}, "date: is missing: expected date= or year= or on="),
        (
            {"participant": "FR", "instrument": "UNCAC", "act": "ratification", "year": 2007, "date": "2007"},
            "date: is given beside year: expected one of the two",
        ),
        (
            {"instrument": "UNTOC", "count": -1, "counts": "members"},
            (
                "count: -1 is not a number of anything: expected 0, 1, 2 …\n"
                "counts: 'members' is not what can be claimed of instrument. Expected one of: parties, signatories."
            ),
        ),
        ({"body": "Europol", "count": 27, "counts": " "}, "counts: ' ' is not a text"),
        ({"body": "Europol", "name": 7}, "name: 7 is not a text"),
        (
            {"participant": "FR", "instrument": "UNTOC", "status": "partner"},
            (
                "status: 'partner' is not what can be claimed of participant and instrument. Expected one of: none, "
                "signatory, contracting-state, state-party, former-party."
            ),
        ),
        ({"citation": "nonsense"}, "citation: no instrument is known as 'nonsense'."),
        ({"participant": "FR", "member_of": "Xyzzy"}, "member_of: no body is known as 'Xyzzy'."),
        (
            {"participant": "FR", "instrument": "UNTOC", "act": "ratification", "date": "yesterday"},
            (
                "date: 'yesterday' is not a day, a month or a year: expected a text such as '2019-07-01', '2019-07' or "
                "'2019'"
            ),
        ),
        (
            {"participant": "FR", "status": "partie", "act": "x"},
            "act and status are claimed: expected just one of act, status, count, name, member_of, citation",
        ),
    ],
)
def test_every_fault_of_a_claim_is_named_at_once(claim: dict[str, Any], message: str) -> None:
    with pytest.raises(InputError) as caught:
        check(**claim)
    assert str(caught.value) == message


def test_a_claim_takes_records_and_enums_as_well_as_texts() -> None:
    france, uncac = oc.participants["FR"], oc.instruments["UNCAC"]
    day = PartialDate.on("2005-07-11")
    assert check(participant=france, instrument=uncac, act=ActKind.RATIFICATION, date=day).outcome is Outcome.CONFIRMED
    assert check(participant=france, instrument=uncac, status=Position.STATE_PARTY).outcome is Outcome.CONFIRMED
    assert check(body=oc.bodies["INTERPOL"], count=196).outcome is Outcome.CONFIRMED


def test_what_is_claimed_and_not_established_leaves_a_claim_open() -> None:
    """A lead is no act: it neither confirms nor lets contradict."""
    found = check(participant="SL", instrument="Smuggling Protocol", act="ratification", date="2014-08")
    assert found.outcome is Outcome.OPEN
    assert found.notes[0].startswith("claimed and not established: ratification (deposited the Convention")


def test_a_consent_of_a_kind_that_is_not_known_is_no_other_kind() -> None:
    acts = [
        (each.participant, each.instrument, act)
        for each in oc.participations.values()
        for act in each.acts
        if act.kind is ActKind.CONSENT_UNSPECIFIED and act.day.day is not None
    ]
    assert acts
    for participant, instrument, act in acts:
        claim: dict[str, Any] = {"participant": participant, "instrument": instrument, "date": act.day}
        assert check(**claim, act="ratification").outcome is Outcome.OPEN
        assert check(**claim, act="consent").outcome is Outcome.CONFIRMED


def test_a_territory_and_a_former_state_have_no_acts_of_their_own() -> None:
    for participant in oc.participants.values():
        if participant.kind.value in ("territory", "former-state"):
            found = check(participant=participant, instrument="UNTOC", act="ratification", year=2005)
            assert found.outcome is Outcome.OPEN, participant.id


def test_every_act_listed_is_confirmed_on_its_day_and_not_after() -> None:
    for each in oc.participations.values():
        for act in each.acts:
            claim: dict[str, Any] = {"participant": each.participant, "instrument": each.instrument, "act": act.kind}
            if act.day.day is not None:
                assert check(**claim, date=act.day).outcome is Outcome.CONFIRMED, each.id
                assert check(**claim, on="2100-01-01").outcome is Outcome.CONFIRMED, each.id
            assert check(**claim, date=act.day, on="1900-01-01").outcome is not Outcome.CONFIRMED, each.id


def test_nothing_is_contradicted_beyond_the_data() -> None:
    """What will be done, and where anyone will stand, no data can know."""
    for instrument in oc.horizons:
        for participant in ("FR", "EU", "IR", "CZ", "BT", "ck", "Kosovo", "ss"):
            who: dict[str, Any] = {"participant": participant, "instrument": instrument}
            for kind in CONSENTS:
                assert check(**who, act=kind, year=2100).outcome is Outcome.OPEN
            for position in Position:
                assert check(**who, status=position, on="2100-01-01").outcome is Outcome.OPEN


def test_a_claim_of_being_a_party_agrees_with_the_question() -> None:
    for participant in ("FR", "EU", "IR", "BT", "RS", "ME"):
        for day in ("2003-09-28", "2010-01-01", "2019-07-01", "2023-08-01", "2026-01-01"):
            found = check(participant=participant, instrument="UNCAC", status="party", on=day)
            assert found.truth is oc.is_party(participant, "UNCAC", on=day)


def test_every_published_number_is_confirmed_on_its_day() -> None:
    for instrument in oc.instruments.values():
        for each in instrument.counts:
            if each.as_of.day is not None:
                found = check(instrument=instrument, count=each.number, counts=each.what, on=each.as_of.day)
                assert found.outcome is Outcome.CONFIRMED, (instrument.id, each)
    for total in BUILT_IN.control_totals:
        if total.as_of.day is not None:
            claim: dict[str, Any] = {"instrument": total.instrument, "count": total.published, "counts": total.counts}
            assert check(**claim, on=total.as_of.day).outcome is Outcome.CONFIRMED, total


def test_a_published_number_and_a_list_that_disagree_leave_a_claim_open() -> None:
    found = check(instrument="Firearms Protocol", count=36, on="2005-03-08")
    assert found.outcome is Outcome.OPEN
    assert found.fact.startswith("Firearms Protocol had 35 parties on 2005-03-08, as published; counted from the acts")


def test_a_list_of_signatures_may_reach_no_further_than_the_acts() -> None:
    """As long as it can be signed, a signature after the last day of the list would not show."""
    open_still = attrs.evolve(oc.instruments["UNTOC"], signature=None)
    claim: dict[str, Any] = {"instrument": open_still, "count": 147, "counts": "signatories"}
    assert check(**claim, on="2026-07-01").outcome is Outcome.OPEN
    assert check(**claim, on="2024-10-16").outcome is Outcome.CONFIRMED


@pytest.mark.parametrize(
    ("day", "told", "after"),
    [
        (PartialDate.read("2005-07-11"), "on 2005-07-11", "2005-07-11"),
        (PartialDate.read("2005"), "in 2005", "2005"),
        (PartialDate.between("2005-07-11", "2005-07-20"), "between 2005-07-11 and 2005-07-20", None),
        (PartialDate.between("2005-07-11", None), "on or after 2005-07-11", None),
        (PartialDate.between(None, "2005-07-11"), "on or before 2005-07-11", None),
        (PartialDate(None, None), "on a day that is not known", "on a day that is not known"),
    ],
)
def test_a_day_is_told_as_far_as_it_is_known(day: PartialDate, told: str, after: str | None) -> None:
    assert said(day) == told
    assert bare(day) == (after or f"a day {told}")


def counting(**given: Any) -> Any:
    usual: dict[str, Any] = {"number": 180, "counted": "FIUs", "as_of": PartialDate.read("2025-07-01")}
    one = MembershipCount(**(usual | given))
    return attrs.evolve(oc.bodies["egmont"], counts=(one,))


@pytest.mark.parametrize(
    ("given", "number", "outcome"),
    [
        ({"qualifier": "more than"}, 180, Outcome.CONTRADICTED),
        ({"qualifier": "more than"}, 181, Outcome.OPEN),
        ({"least": 100, "basis": CountBasis.TREATY_RULE}, 150, Outcome.OPEN),
        ({"least": 100, "basis": CountBasis.TREATY_RULE}, 180, Outcome.CONFIRMED),
        ({"least": 100, "basis": CountBasis.TREATY_RULE}, 99, Outcome.CONTRADICTED),
        ({"as_of": PartialDate.read("2025-07")}, 170, Outcome.OPEN),
    ],
)
def test_a_number_with_a_bound_says_no_more_than_it_does(given: dict[str, Any], number: int, outcome: Outcome) -> None:
    assert members_of(counting(**given), number, None, dt.date(2025, 7, 1)).outcome is outcome


def test_a_founding_has_no_single_day() -> None:
    found = check(body="Europol", act="founding", year=1999)
    assert found.outcome is Outcome.OPEN
    assert found.notes == ("there is no single founding date",)
    assert check(body="Europol", act="founding", year=2005).outcome is Outcome.CONTRADICTED


def test_a_milestone_that_sources_date_differently_is_left_open() -> None:
    bodies = [each for each in oc.bodies.values() for mark in each.milestones if mark.alternative is not None]
    marks = [mark for each in bodies for mark in each.milestones if mark.alternative is not None]
    assert marks
    for body, mark in zip(bodies, marks, strict=True):
        found = check(body=body, act=mark.kind, date=mark.date)
        assert found.outcome in (Outcome.OPEN, Outcome.CONFIRMED)
        assert " or " in found.fact


def test_a_verdict_shows_itself() -> None:
    found = check(participant="FR", instrument="UNCAC", act="ratification", year=2007)
    assert str(found) == (
        "contradicted: France deposited its ratification of UNCAC on 2005-07-11; bound from 2005-12-14\n"
        "  basis    UNCAC art. 68(1)\n"
        "  as of    2025-12-15\n"
        "  sources  zm2014, diriwa2012"
    )
    assert found._repr_html_().startswith("<div>contradicted: France deposited")
    assert json.loads(oc.to_json(found)) == {"orgcrime": 1, **found.plain()}
    assert found.plain()["as_of"] == "2025-12-15"
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own bytes
    assert str(Verdict(outcome=Outcome.OPEN, fact="nothing is known")) == "open: nothing is known"
    assert Verdict(outcome=Outcome.OPEN, fact="nothing is known").plain()["as_of"] is None


def test_every_verdict_names_sources_that_exist() -> None:
    for claim in founding_claims():
        for each in claim.tests:
            if each.asks is Asks.CHECK:
                asked: dict[str, Any] = {
                    name: getattr(each, name) for name in ("participant", "instrument", "body", "act", "year", "date")
                }
                asked |= {name: getattr(each, name) for name in ("on", "status", "count", "counts", "name")}
                found = check(**{name: value for name, value in asked.items() if value is not None})
                assert found.sources
                assert all(source in oc.sources for source in found.sources)


# --- the founding page ---

CLAIMS = founding_claims()


def test_the_claims_of_the_founding_page_are_all_there() -> None:
    assert [claim.number for claim in CLAIMS] == list(range(1, 68))
    assert [claim.id for claim in CLAIMS] == [f"founding-{number:02}" for number in range(1, 68)]


@pytest.mark.parametrize("claim", CLAIMS, ids=[claim.id for claim in CLAIMS])
def test_the_library_answers_a_claim_as_it_was_judged(claim: Claim) -> None:
    """The page of the docs would show an answer that contradicts the judgement beside it."""
    assert [each.question for each in answered(claim) if not each.agrees] == []


@pytest.mark.parametrize("claim", CLAIMS, ids=[claim.id for claim in CLAIMS])
def test_the_sources_and_records_of_a_claim_exist(claim: Claim) -> None:
    assert claim.sources
    assert all(reference.source in oc.sources for reference in claim.sources)
    for record in claim.records:
        registry, _, key = record.partition("/")
        assert key in getattr(oc, registry)


def test_a_claim_that_is_right_or_wrong_is_tested_where_data_could_test_it() -> None:
    """Of these five there are no data: the words of a page, and what bodies do in general."""
    bare = {claim.number for claim in CLAIMS if not claim.tests and claim.then.holding is not Holding.OPINION}
    assert bare == {32, 49, 57, 58, 62}


def test_an_answer_that_contradicts_the_judgement_is_seen() -> None:
    (wrong,) = [claim for claim in CLAIMS if claim.number == 53]
    (test, *_) = wrong.tests
    judged_right = attrs.evolve(wrong, then=attrs.evolve(wrong.then, holding=Holding.RIGHT), tests=(test,))
    assert [each.agrees for each in answered(judged_right)] == [False]
    other_answer = attrs.evolve(wrong, tests=(attrs.evolve(test, answer="open"),))
    assert [each.agrees for each in answered(other_answer)] == [False]


def test_a_search_without_a_hit_is_an_answer() -> None:
    test = ClaimTest(of=Against.FACT, asks=Asks.FIND, text="xyzzy", answer="nothing")
    (found,) = answered(attrs.evolve(CLAIMS[0], tests=(test,)))
    assert (found.agrees, found.fact) == (True, None)


def test_the_file_of_claims_is_read_alike_by_both_readers() -> None:
    text = (Path(DATA) / "founding-claims.json").read_text(encoding="utf-8")
    assert oc.from_json(text, tuple[Claim, ...]) == records(Claim, "founding-claims.json")
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def test_the_page_of_the_docs_is_written_by_the_claims() -> None:
    page = Path(__file__).parents[1] / "docs/explanation/founding-page.md"
    assert "```{founding-claims}\n```\n" in page.read_text(encoding="utf-8")


def test_a_text_can_be_verified_as_well_as_a_citation() -> None:
    """UNTOC has 41 articles; those of the Convention on Cybercrime were not read."""
    assert [oc.verify(text) for text in ("UNTOC art. 18(13)", "UNTOC art. 47", "CETS 185 art. 2")] == [
        oc.Truth.TRUE,
        oc.Truth.FALSE,
        oc.Truth.UNKNOWN,
    ]
    with pytest.raises(oc.CitationError):
        oc.verify("no citation at all")


# --- what the founding page names ---

# The words are those of the page, in its order; the record is the one that the law calls so. A category that bears the
# name of an offence or of a definition is found together with it.
NAMED = [
    ("Fight against organized crime", "organized crime", "organised-crime"),
    ("Ministry of Europe and Foreign Affairs", None, "fr-foreign-affairs"),
    ("Internationally organized crime", None, "organised-crime"),
    ("trafficking in human beings", None, "human-trafficking"),
    ("human trafficking", None, "human-trafficking"),
    ("trafficking in drugs", None, "drug-trafficking"),
    ("drugs", None, "drug-trafficking"),
    ("trafficking in weapons", None, "arms-trafficking"),
    ("weapons", None, "arms-trafficking"),
    ("trafficking in stolen vehicles", None, "stolen-vehicle-trafficking"),
    ("trafficking in wild animals and plants", None, "wildlife-trafficking"),
    ("corruption", None, "corruption"),
    ("money laundering", None, "money-laundering"),
    ("recycle dirty money", "recycling dirty money", "money-laundering"),
    ("dirty money", None, "money-laundering"),
    ("cybercrime", None, "cybercrime"),
    ("cyber crimes", None, "cybercrime"),
    ("environmental crimes", None, "environmental-crime"),
    ("environmental crime", None, "environmental-crime"),
    ("United Nations Convention against Transnational Organized Crime", None, "untoc"),
    ("animal trafficking", None, "fauna-trafficking"),
    ("forest exploitation", None, "illegal-logging"),
    ("mine exploitation", None, "illegal-mining"),
    ("illegal fishing", None, "illegal-fishing"),
    ("illegal trade. . Legality of waste", "illegal trade in waste", "waste-trafficking"),
    ("France", None, "fr"),
    ("terrorism", None, "terrorism"),
    ("the terrorism it contributes to funding", "financing of terrorism", "terrorist-financing"),
    ("European Union", None, "eu"),
    ("United Nations", None, "un"),
    ("Palermo Convention", None, "untoc"),
    ("a group with a structured", "structured group", "untoc-structured-group"),
    ("very serious crimes", "serious crime", "untoc-serious-crime"),
    ("Political cycle 2018-2021", "EU policy cycle 2018-2021", "empact-2018-2021"),
    ("attacks on information systems", None, "attacks-on-information-systems"),
    (
        "trafficking in children for the purposes of sexual exploitation",
        "child sexual exploitation",
        "child-sexual-exploitation",
    ),
    (
        "counterfeiting and non-cash means of payment",
        "fraud and counterfeiting of non-cash means of payment",
        "non-cash-payment-fraud",
    ),
    ("drug trafficking", None, "drug-trafficking"),
    ("synthetic drugs and new psychoactive substances", None, "synthetic-drugs-nps"),
    ("smuggling of migrants", None, "migrant-smuggling"),
    ("illegal immigration", "facilitation of illegal immigration", "migrant-smuggling"),
    ("Organized robbery and burglary", None, "organised-property-crime"),
    ("robberies and robberies", "thefts and burglaries", "burglary"),
    ("the links between human trafficking and tax evasion", "excise fraud", "excise-fraud"),
    ("the links between human trafficking and tax evasion", "MTIC fraud", "vat-mtic-fraud"),
    ("smuggling of taxable goods", "smuggling of excise goods", "excise-fraud"),
    ("evasion of value-added tax", None, "vat-mtic-fraud"),
    ("trade in firearms", None, "firearms-trafficking"),
    ("trade in wild animals", None, "fauna-trafficking"),
    ("illegal trade in waste", None, "waste-trafficking"),
    ("money launderers", "money laundering", "money-laundering"),
    ("forgery of documents", None, "document-fraud"),
    ("forged papers", None, "document-fraud"),
    ("European Police Office", None, "europol"),
    ("Europol", None, "europol"),
    ("European Union Judicial Cooperation Unit", None, "eurojust"),
    ("Eurojust", None, "eurojust"),
    ("proceeds of crime", None, "untoc-proceeds-of-crime"),
    ("serious crime", None, "untoc-serious-crime"),
    ("participation in an organized criminal group", None, "criminal-group-participation"),
    ("participation in an organized criminal group", None, "untoc-participation"),
    ("organized criminal group", None, "untoc-organized-criminal-group"),
    ("obstruction of justice", None, "obstruction-of-justice"),
    ("mutual legal assistance", None, "untoc-mutual-legal-assistance"),
    ("extradition", None, "untoc-extradition"),
    ("confiscation", None, "untoc-confiscation"),
    ("Protocol against human trafficking", None, "trafficking-protocol"),
    ("sexual exploitation", None, "sexual-exploitation"),
    ("forced labor", None, "human-trafficking-forced-labour"),
    ("slavery", None, "human-trafficking-forced-labour"),
    ("serviceability", "servitude", "human-trafficking-forced-labour"),
    ("removal of organs", None, "human-trafficking-organ-removal"),
    ("Protocol against the smuggling of migrants by land, sea and air", None, "smuggling-protocol"),
    (
        "Protocol against human trafficking in firearms",
        "Protocol against the Illicit Manufacturing of and Trafficking in Firearms",
        "firearms-protocol",
    ),
    ("conferences of state parties", "Conference of the Parties", "untoc-cop"),
    ("A review mechanism for the Convention and its three protocols", None, "untoc-review-mechanism"),
    ("United Nations Convention against Corruption", None, "uncac"),
    (
        "recovery of proceeds from the offenses of embezzlement",
        "return of embezzled public funds",
        "uncac-return-of-embezzled-funds",
    ),
    ("embezzlement", None, "embezzlement"),
    ("laundering of public funds", None, "money-laundering"),
    ("Conference of State Parties", "Conference of the States Parties", "uncac-cosp"),
    ("Leon-Rome group", "Rome-Lyon Group", "g7-roma-lyon"),
    ("Lyon-Roma team", "Lyon-Roma Group", "g7-roma-lyon"),
    ("group of seven", None, "g7"),
    ("Group of Seven", None, "g7"),
    ("G7", None, "g7"),
    ("International Criminal Police Organization", None, "interpol"),
    ("Interpol", None, "interpol"),
    ("migrant smugglers", None, "migrant-smuggling"),
    ("International Police Technical Cooperation Service", None, "fr-dci"),
    ("International Cooperation Department", "International Cooperation Directorate", "fr-dci"),
    ("Ministry of Home Affairs", "French Ministry of the Interior", "fr-interior"),
]


@pytest.mark.parametrize(("words", "right", "record"), NAMED)
def test_what_the_founding_page_names_is_found(words: str, right: str | None, record: str) -> None:
    """By its own words where they are right, and by the right words where it is mistranslated."""
    hits = oc.find(right or words, most=20)
    assert record in [hit.record.id for hit in hits if hit.score == hits[0].score]


@pytest.mark.parametrize(
    ("words", "record"),
    [
        ("Leon-Rome group", "g7-roma-lyon"),
        ("Lyon-Roma team", "g7-roma-lyon"),
        ("International Cooperation Department", "fr-dci"),
        ("Ministry of Home Affairs", "fr-interior"),
    ],
)
def test_a_mistranslated_name_leads_to_the_body_and_is_no_name_of_it(words: str, record: str) -> None:
    """A reader of the page must arrive; and must not be told that the body is called so."""
    body = oc.bodies[record]
    assert oc.find(words)[0].record is body
    assert check(body=body, name=words).outcome is Outcome.OPEN
    with pytest.raises(oc.OrgCrimeError):
        oc.bodies[words]


def test_the_ministries_of_the_founding_page_bear_the_names_of_their_time() -> None:
    """Decree 2013-728; the governments of 17 May 2017, 4 July 2022 and 21 September 2024."""
    foreign, interior = oc.bodies["fr-foreign-affairs"], oc.bodies["fr-interior"]
    assert foreign.name_on("2017-05-16", "fr") == "Ministère des Affaires étrangères et du Développement international"
    assert foreign.name_on("2019-07-01", "fr") == "Ministère de l'Europe et des Affaires étrangères"
    assert interior.name_on("2019-07-01", "fr") == "Ministère de l'Intérieur"
    assert interior.name_on("2023-06-30", "fr") == "Ministère de l'Intérieur et des Outre-mer"
    assert interior.name_on("2024-09-21", "fr") == "Ministère de l'Intérieur"
    assert interior.name_on("1999-07-01", "fr") is None
    assert [each.target for each in oc.bodies["fr-dci"].relations if each.kind.value == "part-of"] == ["fr-interior"]


@pytest.mark.parametrize(
    ("participant", "instrument", "on", "position"),
    [
        # "signed in the year 2000": France signed UNTOC on 12 December 2000 and ratified it on 29 October 2002.
        ("FR", "UNTOC", "2001-07-01", Position.SIGNATORY),
        ("FR", "UNTOC", "2019-07-01", Position.STATE_PARTY),
        # "ratified this text in 2007": it deposited on 11 July 2005, and UNCAC entered into force on 14 December 2005.
        ("FR", "UNCAC", "2004-07-01", Position.SIGNATORY),
        ("FR", "UNCAC", "2005-08-01", Position.CONTRACTING_STATE),
        ("FR", "UNCAC", "2007-01-01", Position.STATE_PARTY),
    ],
)
def test_the_positions_that_the_founding_page_names_are_told_apart(
    participant: str, instrument: str, on: str, position: Position
) -> None:
    assert oc.standing(participant, instrument, on=on).position is position


def test_an_open_claim_of_membership_says_how_far_the_list_speaks() -> None:
    """The claim would read as contradicted by its own fact otherwise; the list is that of 2020-02-01."""
    later = oc.check(participant="GB", member_of="European Union", on="2021-01-01")
    assert (later.outcome.value, later.notes) == (
        "open",
        ("the list of members speaks up to 2020-02-01, and 2021-01-01 is later",),
    )
    assert oc.check(participant="GB", member_of="European Union", on="2020-02-01").notes == ()
