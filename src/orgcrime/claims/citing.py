"""Citations as people write them, in English and French: read, resolved, and checked against the articles."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

from orgcrime.catalogue import BUILT_IN, Catalogue
from orgcrime.citation import Citation
from orgcrime.errors import AmbiguousKeyError, CitationError, UnknownKeyError, shown
from orgcrime.search import folded
from orgcrime.truth import Truth

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from orgcrime.model.instrument import Instrument

__all__ = ["cite", "missing", "read", "verify"]

_NUMBER = r"(?:\d+(?:[a-z]\b|\s(?:bis|ter|quater)\b)?|(?-i:[IVXLC]+)\b)"
_LABEL = r"(?:\d+|[a-z]\b|[ivx]{2,5}\b)"
_UNIT = (
    r"(?:paragraphe?s?|paras?\b\.?|pars?\b\.?|§|sub-?paragraphs?|sub-?paras?\b\.?"
    r"|sous-alin[ée]as?|alin[ée]as?|al\.|points?|lit(?:t?era\b|\.)|letters?|lettres?|items?)"
)
_MARK = rf"(?:\s*\(\s*{_LABEL}\s*\)|\s+{_LABEL}\))"
_DEEPER = rf"(?>{_MARK}|(?<=\))\s?[a-z]\b(?!['’])|\.\d+|\s*,?\s*{_UNIT}\s*(?:\(\s*{_LABEL}\s*\)|{_LABEL}\)?))"  # noqa: RUF001 - as it is written
_ARTICLE = r"\b(?:articles?\b|arts?\b\.?)\s*"
_JOIN = r"(?:\s*[,;]?\s+(?:and|et|or|ou)\s+|\s*&\s*|\s*[,;]\s*)"
_RANGE = r"(?:\s*[-–—]\s*|\s+(?:to|through|à)\s+)"  # noqa: RUF001 - dashes as they are written
_OF = r"(?>(?:\s?,)?(?:\s(?:of|to|de|du|des)\b)?(?:\s(?:the|la|le|les)\b|\sl['’])?\s?)"  # noqa: RUF001 - as it is written

_PLACE = rf"({_NUMBER})({_DEEPER}*+)"
_NEXT = rf"({_JOIN}|{_RANGE})(?:{_ARTICLE})?(?:(?!\d{{4}})({_NUMBER})({_DEEPER}*+)|({_DEEPER}++))"
_FORWARD = rf"{_ARTICLE}(?={_NUMBER})"
_STEP = rf"(?>{_UNIT}(?:{_MARK}|\s?(?<![a-z]){_LABEL}\)?){_MARK}*+(?>{_JOIN}(?:{_MARK}|{_LABEL}\)?))*+)"
_INWARD = rf"(?<!\w)((?:{_STEP}{_OF})++){_ARTICLE}({_NUMBER})({_DEEPER}*+)"  # paragraph 1 of article 6
_CHAPTER = r"\b(?:chapters?|chapitres?|ch\.|chap\.)\s*([IVXLC]+|\d+)\b"
_BARE = rf"^(.+?)[\s,]+({_NUMBER}{_DEEPER}*+)$"
_SEVERAL = rf"{_UNIT}(?:(?<=s)|(?<=s\.))\s*\(?\s*{_LABEL}\s*\)?$"
_WORDS = rf"{_UNIT}|[().,\s§]"
_BEFORE = r"^(?:(?:see|cf\.?|voir|the|la|le|l['’])\s+)+"  # noqa: RUF001 - as it is written
_AFTER = r"^[\s,;:]*(?:(?:of|to|in|under|de|du|des)\s+|d['’]\s*)?(?:(?:the|la|le|les)\s+|l['’]\s*)?"  # noqa: RUF001
_FIRST = rf"({_ARTICLE})(?:premier\b|1\s?er\b)"
_ASIDE = r"^(.*\S)\s*\(([^()]+)\)$"
_SAME = {"ue": "eu", "jai": "jha", "ce": "ec", "reglement": "regulation", "no": "", "n": ""}
_LONGEST = 500
"""Characters: no citation is longer."""
_HOW = "expected an instrument and a place in it, as 'UNTOC art. 18(13)'"
_ROMAN = (("X", 10), ("IX", 9), ("V", 5), ("IV", 4), ("I", 1))


@functools.cache
def _pattern(written: str) -> re.Pattern[str]:
    """Return a pattern, compiled when it is first used."""
    return re.compile(written, re.IGNORECASE)


class _Span(NamedTuple):
    """A place, or a run of places from one to another: the number of the article and the labels below it."""

    first: tuple[str, ...]
    last: tuple[str, ...] | None = None


def cite(text: str | Citation, *, catalogue: Catalogue = BUILT_IN) -> Citation:
    """Return the citation that a text makes; what does not exist is refused.

    English and French are read: ``UNTOC art. 18(13)``, ``Palermo Convention, Article 2 (a)``, ``article 18, paragraphe
    13, de la Convention de Palerme``. Several places, as in ``Articles 5, 6 and 8 of UNTOC``, make one citation, and
    each of them is checked. Where the articles of an instrument were not read, the citation is returned unchecked;
    `verify` tells.

    Args:
        text: the citation as written, or a citation to check.
        catalogue: where to look; the built-in data by default.

    Raises:
        CitationError: if the text is no citation, names no known instrument or several, or cites what does not exist.

    >>> cite("article 18, paragraph 13, of the Palermo Convention")
    Citation('untoc', '18(13)')
    >>> cite("UNTOC art. 47")
    Traceback (most recent call last):
        ...
    orgcrime.errors.CitationError: UNTOC has 41 articles; there is no article 47
    """
    made = read(text, catalogue)
    lacking = missing(made, catalogue)
    if lacking is not None:
        raise CitationError(str(text), lacking)
    return made


def verify(citation: Citation | str, *, catalogue: Catalogue = BUILT_IN) -> Truth:
    """Return whether the place that a citation names exists.

    ``UNKNOWN`` where the articles of the instrument, or the parts of the article, were not read.

    Args:
        citation: the citation, or a text that makes one.
        catalogue: where to look; the built-in data by default.

    Raises:
        CitationError: if a text is no citation.

    >>> verify(Citation("untoc", "18(13)")), verify(Citation("untoc", "18(31)")), verify(Citation("cites", "I"))
    (Truth.TRUE, Truth.FALSE, Truth.UNKNOWN)
    """
    made = read(citation, catalogue) if isinstance(citation, str) else citation
    return min((truth for truth, _ in _examined(made, catalogue)), default=Truth.TRUE)


def missing(citation: Citation, catalogue: Catalogue) -> str | None:
    """Return what there is in place of what a citation names; ``None`` where that exists, or was not read."""
    return next((message for truth, message in _examined(citation, catalogue) if truth is Truth.FALSE), None)


def read(text: object, catalogue: Catalogue) -> Citation:
    """Return what a text cites; whether the place exists is not looked at.

    Raises:
        CitationError: if the text is no citation, or names no known instrument or several.
    """
    if isinstance(text, Citation):
        if text.instrument not in catalogue.instruments:
            unknown = UnknownKeyError("instrument", text.instrument, catalogue.instruments)
            raise CitationError(str(text), str(unknown))
        return text
    if not isinstance(text, str) or not text.strip():
        raise CitationError(text if isinstance(text, str) else shown(text), f"{shown(text)} is not a citation: {_HOW}")
    if len(text) > _LONGEST:
        raise CitationError(text, f"a text of {len(text)} characters is not a citation: {_HOW}")
    written = " ".join(text.replace("§§", "paragraphs ").split()).rstrip(" .;,")
    refused: CitationError | None = None
    for name, pinpoint in _readings(_pattern(_FIRST).sub(r"\g<1>1", written)):
        try:
            instrument = _instrument(name, text, catalogue)
        except CitationError as error:
            refused = refused or error
            continue
        return instrument.citation if pinpoint is None else instrument.citation.at(_exact(instrument, pinpoint))
    raise refused or CitationError(text, f"{text!r} is not a citation: {_HOW}")


def _readings(text: str) -> Iterator[tuple[str, str | None]]:
    """Yield the ways in which a text may be divided into a name and a place, the likeliest first."""
    inward = _pattern(_INWARD).search(text)
    if inward is not None:
        steps = [match[0] for match in _pattern(_STEP).finditer(inward[1])]
        outer = (inward[2], *_labels(inward[3]), *(label for step in steps[:0:-1] for label in _labels(step)))
        inner = [_labels(part) for part in _pattern(_JOIN).split(steps[0])]
        spans = [_Span((*outer, *labels)) for labels in inner]
        yield from _named(text[: inward.start()], text[inward.end() :], _written(spans))
        return
    for match in _pattern(_FORWARD).finditer(text):
        for spans, end in _lists(text, match.end())[:2]:  # a number at the end may belong to the name
            yield from _named(text[: match.start()], text[end:], _written(spans))
        return
    chapter = _pattern(_CHAPTER).search(text)
    if chapter is not None:
        number = chapter[1] if not chapter[1].isdecimal() else _roman(int(chapter[1]))
        yield from _named(text[: chapter.start()], text[chapter.end() :], f"ch. {number.upper()}")
        return
    yield _pattern(_BEFORE).sub("", text), None
    bare = _pattern(_BARE).match(text)
    if bare is not None:
        yield from _named(bare[1], "", _written([_Span(_parts(bare[2]))]))


def _named(before: str, after: str, pinpoint: str) -> Iterator[tuple[str, str]]:
    """Yield the name beside a place; a text that has words on both sides of it is no citation."""
    before = _pattern(_BEFORE).sub("", before.strip(" ,;:"))
    after = _pattern(_AFTER).sub("", after).strip(" ,;:")
    if not (before and after):
        yield before or after, pinpoint


def _lists(text: str, start: int) -> list[tuple[list[_Span], int]]:
    """Return the places that begin at a point of a text, each with the point where they end, the longest list first."""
    match = _pattern(_PLACE).match(text, start)
    if match is None:
        return []
    spans = [_Span(_parts(match[0]))]
    found = [(list(spans), match.end())]
    several = _several(match[2])
    while (match := _pattern(_NEXT).match(text, match.end())) is not None:
        joint, number, deeper, relative = match.groups()
        before = spans[-1].last or spans[-1].first
        if relative is not None or (several and number.isdecimal()):
            labels = _labels(relative) if relative is not None else (number, *_labels(deeper))
            parts = _beside(before, labels)
        else:
            parts = (number, *_labels(deeper))
            several = _several(deeper)
        if _pattern(_RANGE).fullmatch(joint) and spans[-1].last is None:
            spans[-1] = _Span(spans[-1].first, parts)
        else:
            spans.append(_Span(parts))
        found.append((list(spans), match.end()))
    return found[::-1]


def _several(deeper: str) -> bool:
    """Return whether the word before the last label is a plural, so that the next number is one more label."""
    return _pattern(_SEVERAL).search(deeper) is not None


def _parts(text: str) -> tuple[str, ...]:
    match = _pattern(_NUMBER).match(text)
    number = "" if match is None else match[0]
    return (number, *_labels(text[len(number) :]))


def _labels(text: str) -> tuple[str, ...]:
    """Return the labels of a text that holds nothing else but words for them: ``, par. 13 (a)`` gives 13 and a."""
    return tuple(filter(None, (label.strip().lower() for label in _pattern(_WORDS).split(text))))


def _beside(before: tuple[str, ...], labels: tuple[str, ...]) -> tuple[str, ...]:
    """Return the place that labels name beside another: ``(b)`` beside ``6(1)(a)`` is ``6(1)(b)``."""
    for at in range(len(before) - 1, 0, -1):
        if before[at].isdecimal() is labels[0].isdecimal() and _roman_label(before[at]) is _roman_label(labels[0]):
            return (*before[:at], *labels)
    for at in range(len(before) - 1, 0, -1):
        if before[at].isdecimal() is labels[0].isdecimal():
            return (*before[:at], *labels)
    return (*before, *labels)


def _roman_label(label: str) -> bool:
    return set(label) <= set("ivx")


def _roman(number: int) -> str:
    found = ""
    for sign, value in _ROMAN:
        while number >= value:
            found, number = found + sign, number - value
    return found


def _label_text(parts: tuple[str, ...]) -> str:
    return parts[0] + "".join(f"({label})" for label in parts[1:])


def _written(spans: Iterable[_Span]) -> str:
    """Return places as a pinpoint writes them."""
    texts = []
    for first, last in spans:
        text = _label_text(first)
        if last is not None:
            shared = len(first) == len(last) and len(first) > 1 and first[:-1] == last[:-1]
            text += f"-({last[-1]})" if shared else f"-{_label_text(last)}"
        texts.append(text)
    return " and ".join(filter(None, (", ".join(texts[:-1]), texts[-1])))


def _instrument(name: str, given: str, catalogue: Catalogue) -> Instrument:
    """Return the instrument that a name means.

    Raises:
        CitationError: if it means none, or several.
    """
    if not name:
        raise CitationError(given, f"{given!r} names no instrument: {_HOW}")
    aside = _pattern(_ASIDE).match(name)
    for tried in (name, *(aside.groups() if aside is not None else ())):
        if tried in catalogue.instruments:
            return _named_by(tried, given, catalogue)
    alike = _alike(name)
    known = {
        record.id: record
        for record in catalogue.instruments.values()
        for key in catalogue.instruments.keys_of(record)
        if not key.shared and _alike(key.text) == alike
    }
    return next(iter(known.values())) if len(known) == 1 else _named_by(name, given, catalogue)


def _named_by(key: str, given: str, catalogue: Catalogue) -> Instrument:
    try:
        return catalogue.instruments[key]
    except (AmbiguousKeyError, UnknownKeyError) as error:
        raise CitationError(given, str(error)) from None


def _alike(name: str) -> str:
    """Return a name as it is compared: without accents, and with the French letters of an act as the English."""
    text = folded(name).replace("decision cadre", "framework decision")
    return " ".join(filter(None, (_SAME.get(word, word) for word in text.split())))


def _exact(instrument: Instrument, pinpoint: str) -> str:
    """Return a pinpoint with its labels as the instrument writes them: UNTOC has a paragraph 5(1)(a)(ii)a."""
    for article in instrument.articles:
        for part in article.subdivisions or ():
            written = (article.number, *re.findall(r"[0-9a-z]+", part))
            if _label_text(written) == pinpoint:
                first, _, rest = part.partition("(")
                return f"{article.number}({first})" + (f"({rest}" if rest else "")
    return pinpoint


def _examined(citation: Citation, catalogue: Catalogue) -> Iterator[tuple[Truth, str]]:
    """Yield for each place of a citation whether it exists, and what there is instead."""
    instrument = catalogue.instruments.get(citation.instrument)
    pinpoint = citation.pinpoint
    if instrument is None:
        yield Truth.UNKNOWN, ""
    elif pinpoint is None:
        yield Truth.TRUE, ""
    elif pinpoint.startswith("ch. "):
        yield _chapter(instrument, pinpoint.removeprefix("ch. "))
    else:
        whole = [spans for spans, end in _lists(pinpoint, 0) if end == len(pinpoint)]
        if not whole or not instrument.articles:
            yield Truth.UNKNOWN, ""
            return
        for first, last in whole[0]:
            yield _place(instrument, first)
            if last is not None:
                yield _place(instrument, last)
                yield _in_order(instrument, first, last)


def _chapter(instrument: Instrument, number: str) -> tuple[Truth, str]:
    """Return whether an instrument has a chapter."""
    if not instrument.articles:
        return Truth.UNKNOWN, ""
    known = list(dict.fromkeys(each.chapter.partition(".")[0] for each in instrument.articles if each.chapter))
    if not known:
        return Truth.FALSE, f"{instrument.name} has no chapters"
    if number in known:
        return Truth.TRUE, ""
    return (
        Truth.FALSE,
        f"{instrument.name} has {len(known)} chapters, {known[0]} to {known[-1]}; there is no chapter {number}",
    )


def _place(instrument: Instrument, parts: tuple[str, ...]) -> tuple[Truth, str]:
    """Return whether a place exists, and what there is instead."""
    found = [each for each in instrument.articles if each.number == parts[0]]
    if not found:
        number = len(instrument.articles)
        return Truth.FALSE, f"{instrument.name} has {number} articles; there is no article {parts[0]}"
    if len(parts) == 1:
        return Truth.TRUE, ""
    if found[0].subdivisions is None:
        return Truth.UNKNOWN, ""
    known = [tuple(re.findall(r"[0-9a-z]+", part)) for part in found[0].subdivisions]
    for depth in range(1, len(parts)):
        if parts[1 : depth + 1] not in known:
            held = [each[-1] for each in known if each[:-1] == parts[1:depth]]
            return Truth.FALSE, _instead(instrument, parts[:depth], parts[depth], held)
    return Truth.TRUE, ""


def _instead(instrument: Instrument, outer: tuple[str, ...], wanted: str, held: list[str]) -> str:
    """Return what a place has in place of the part wanted."""
    place = f"{instrument.name} art. {_label_text(outer)}"
    full = f"there is no art. {_label_text((*outer, wanted))}"
    if not held:
        return f"{place} is not divided; {full}"
    if held[0].isdecimal():
        what, missing = f"{len(held)} paragraphs", f"there is no paragraph {wanted}"
    elif held[0] == "i":
        what, missing = f"items (i) to ({held[-1]})", f"there is no item ({wanted})"
    else:
        what, missing = f"subparagraphs (a) to ({held[-1]})", f"there is no subparagraph ({wanted})"
    return f"{place} has {what}; {missing if wanted.isdecimal() is held[0].isdecimal() else full}"


def _in_order(instrument: Instrument, first: tuple[str, ...], last: tuple[str, ...]) -> tuple[Truth, str]:
    """Return whether the last place of a run comes after the first."""
    order: list[tuple[str, ...]] = [
        (article.number, *re.findall(r"[0-9a-z]+", part))
        for article in instrument.articles
        for part in ("", *(article.subdivisions or ()))
    ]
    if first in order and last in order and order.index(first) > order.index(last):
        return Truth.FALSE, f"{instrument.name} art. {_label_text(first)} comes after art. {_label_text(last)}"
    return Truth.TRUE, ""
