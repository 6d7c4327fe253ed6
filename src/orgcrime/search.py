"""Ranking: which of many texts is meant by a few words, with case, accents and small slips forgiven."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any, Protocol

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["Named", "Prepared", "folded", "prepared", "search"]

_SLIPPED = 0.75  # the least score of a word found with a slip
_BEGUN = 0.9  # the score of a word found as a beginning
_ENOUGH = 0.5  # the least share of the words that must be found
_MOST_SLIPS = 2
_MANY = 8  # words: beyond so many, slips are forgiven only in what is not known
_SHORT, _LONG = 4, 9  # letters: no slip is forgiven below the first, two from the second on


class Named(Protocol):
    """A text that names something."""

    @property
    def text(self) -> str:
        """The text."""


def folded(text: str) -> str:
    """Return a text as searches compare it: without case, accents and punctuation.

    >>> folded("Traite des êtres humains")
    'traite des etres humains'
    """
    bare = "".join(each for each in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(each))
    return " ".join("".join(each if each.isalnum() else " " for each in bare).split())


@attrs.frozen
class Prepared:
    """Texts made ready for searching.

    Attributes:
        entries: each text as compared, its words, the key, and the record it names.
        words: for each word the places of the entries that have it.
        grams: for each group of three letters the words that have it.
    """

    entries: tuple[tuple[str, frozenset[str], Any, Any], ...]
    words: dict[str, tuple[int, ...]]
    grams: dict[str, tuple[str, ...]]


def _grams(word: str) -> set[str]:
    padded = f"^{word}$"
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def prepared(names: Iterable[Sequence[tuple[Named, Any]]]) -> Prepared:
    """Return the texts that name some records, made ready for searching."""
    entries: list[tuple[str, frozenset[str], Any, Any]] = []
    words: dict[str, list[int]] = {}
    for claims in names:
        for key, record in claims:
            text = folded(key.text)
            parts = frozenset(text.split())
            for word in parts:
                words.setdefault(word, []).append(len(entries))
            entries.append((text, parts, key, record))
    grams: dict[str, list[str]] = {}
    for word in words:
        for gram in _grams(word):
            grams.setdefault(gram, []).append(word)
    return Prepared(
        tuple(entries), {word: tuple(at) for word, at in words.items()}, {gram: tuple(w) for gram, w in grams.items()}
    )


def search(ready: Prepared, text: str, most: int) -> list[tuple[float, Any, Any]]:
    """Return the records that a text may mean, the likeliest first, each once, with the score and the key that matched.

    A word scores as it is found: whole 1, as a beginning a little less, by its letters (Dice's coefficient of groups of
    three) at least three quarters. A text scores by the words found, less for words that it has beside them. Among many
    words, such as those of a whole title, one that is known stands for itself alone.
    """
    asked = folded(text)
    wanted = asked.split()
    if not wanted:
        return []
    scores: dict[int, float] = {}
    many = len(wanted) > _MANY
    for word in dict.fromkeys(wanted):
        best: dict[int, float] = {}
        for found, score in ({word: 1.0} if many and word in ready.words else _near(ready, word)).items():
            for at in ready.words[found]:
                if score > best.get(at, 0.0):
                    best[at] = score
        for at, score in best.items():
            scores[at] = scores.get(at, 0.0) + score
    total = len(dict.fromkeys(wanted))
    ranked: dict[int, tuple[float, int]] = {}
    for at, score in scores.items():
        entry_text, parts, _, record = ready.entries[at]
        share = score / total
        if share < _ENOUGH:
            continue
        whole = 1.0 if entry_text == asked else 0.9 * share * (0.75 + 0.25 * min(1.0, total / len(parts)))
        kept = ranked.get(id(record))
        if kept is None or whole > kept[0]:
            ranked[id(record)] = (whole, at)
    best_first = sorted(ranked.values(), key=lambda each: (-each[0], ready.entries[each[1]][3].id))[:most]
    return [(round(score, 3), ready.entries[at][2], ready.entries[at][3]) for score, at in best_first]


def _near(ready: Prepared, word: str) -> dict[str, float]:
    """Return the known words that a word may mean, each with its score."""
    found: dict[str, float] = {word: 1.0} if word in ready.words else {}
    grams = _grams(word)
    shared: dict[str, int] = {}
    for gram in grams:
        for other in ready.grams.get(gram, ()):
            shared[other] = shared.get(other, 0) + 1
    for other, common in shared.items():
        if other in found or (abs(len(other) - len(word)) > _MOST_SLIPS and not other.startswith(word)):
            continue
        if len(word) >= _SHORT and other.startswith(word):
            found[other] = _BEGUN
            continue
        likeness = 2 * common / (len(grams) + len(other))
        if common >= _least_common(word, other) and _slips(word, other):
            found[other] = max(_SLIPPED, likeness * _BEGUN)
    return found


def _least_common(word: str, other: str) -> int:
    """Return how many groups of three letters two words share at least, if one is the other but for the slips forgiven.

    A letter changed breaks three groups, two swapped break four.
    """
    longer = max(len(word), len(other))
    return max(1, longer - 3 * (1 if longer < _LONG else _MOST_SLIPS) - 1)


def _slips(word: str, other: str) -> bool:
    """Return whether one word is the other with one slip, or two in a long word."""
    allowed = 0 if min(len(word), len(other)) < _SHORT else 1 if max(len(word), len(other)) < _LONG else 2
    if abs(len(word) - len(other)) > allowed or not allowed:
        return False
    before = list(range(len(other) + 1))
    earlier: list[int] = []
    for row, letter in enumerate(word, 1):
        current = [row]
        for column, known in enumerate(other, 1):
            cost = min(before[column] + 1, current[-1] + 1, before[column - 1] + (letter != known))
            if earlier and column > 1 and letter == other[column - 2] and word[row - 2] == known:
                cost = min(cost, earlier[column - 2] + 1)
            current.append(cost)
        if min(current) > allowed and min(before) > allowed:
            return False
        earlier, before = before, current
    return before[-1] <= allowed
