"""An interview as a dialogue in a terminal, over any way to read and write lines."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from orgcrime.errors import OrgCrimeError
from orgcrime.law.values import DEATH, LIFE, Between, FactKind, Listing
from orgcrime.serial import facts_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from orgcrime.law.finding import Finding
    from orgcrime.law.interview import Interview
    from orgcrime.law.question import Question
    from orgcrime.law.values import Penalty

__all__ = ["read_answer", "run_interview", "save_case", "scripted"]

Number: TypeAlias = "float | Penalty"

_COMMANDS = "? for not known; back; why; save FILE; quit"
_NOT_KNOWN = ("?", "unknown", "not known", "don't know")
_YES_NO = {"y": True, "yes": True, "n": False, "no": False}
_HEAVIER: dict[str, Penalty] = {"life": LIFE, "death": DEATH}
_RANGES = (
    (re.compile(r"(?:at least|>=)\s*(\S+)|(\S+?)\s*\+"), lambda found: (found[0] or found[1], None)),
    (re.compile(r"(?:at most|<=)\s*(\S+)"), lambda found: (None, found[0])),
    (re.compile(r"(?:between\s+)?(\S+?)\s*(?:-|\.\.|to|and)\s*(\S+)"), lambda found: found),
)
"""The ways to write a range, and its two ends."""


def run_interview(
    talk: Interview,
    read: Callable[[str], str],
    write: Callable[[str], None],
    *,
    save: Callable[[Path, Interview], None] | None = None,
) -> Finding:
    """Ask the questions of an interview until the outcome is settled, and return the finding.

    A line is an answer (``y``, ``n``, a number, a range as ``2-5`` or ``at least 3``, values with commas between them,
    ``none``, ``only`` before values where there are no others, ``?`` for not known) or a command: ``back`` takes the
    last answer back, ``why`` says which article asks, ``save FILE`` writes the case so far, ``quit`` stops. The end of
    the input stops as well. When nothing is left to ask, the case can still be saved or an answer taken back.

    Args:
        talk: the interview; it is asked on from where it is.
        read: returns the next line; it is given the prompt.
        write: shows a line.
        save: writes the case to a file; `save_case` by default.

    >>> from orgcrime.law.interview import interview
    >>> from orgcrime.law.untoc import STRUCTURED_GROUP
    >>> finding = run_interview(interview(STRUCTURED_GROUP), scripted(["why", "n"]), print)
    Question 1 of at most 1: Was the group formed at random for the immediate commission of one offence?
      y or n; ? for not known; back; why; save FILE; quit
      UNTOC art. 2(c): structured group
      randomness and immediacy go together: a group planned for one single crime is not randomly formed
    Nothing is left to ask: yes
      Enter to finish; back; save FILE
    >>> finding.truth
    Truth.TRUE
    """
    shown: object = talk
    while True:
        question = talk.question
        if question is not shown:
            _ask(talk, question, write)
            shown = question
        try:
            line = read("> ").strip()
        except EOFError:
            break
        if line.casefold() in (("quit", "exit") if question is not None else ("quit", "exit", "")):
            break
        try:
            _do(talk, line, write, save or save_case)
        except OrgCrimeError as error:
            for fault in str(error).splitlines():
                write(f"  {fault if question is None else _said_here(fault, question)}")
    return talk.finding


def _ask(talk: Interview, question: Question | None, write: Callable[[str], None]) -> None:
    if question is None:
        write(f"Nothing is left to ask: {talk.finding.truth.word}")
        write("  Enter to finish; back; save FILE")
        return
    write(f"Question {talk.number} of at most {talk.most}: {question.text}")
    for at, choice in enumerate(question.choices, 1):
        write(f"  {at} {choice}")
    write(f"  {_expected(question)}; {_COMMANDS}")


def _do(talk: Interview, line: str, write: Callable[[str], None], save: Callable[[Path, Interview], None]) -> None:
    """Follow one line: a command, or an answer."""
    word, _, rest = line.partition(" ")
    command, name = word.casefold(), rest.strip()
    if command == "back" and not name:
        talk.back()
    elif command == "why" and not name:
        for each in talk.why:
            write(f"  {each}")
    elif command == "save":
        _save(name, talk, write, save)
    elif line and talk.question is not None:
        answer = read_answer(talk.question, line)
        if isinstance(answer, str):
            write(f"  {answer!r} is not understood: expected {_expected(talk.question)}; ? for not known")
        else:
            talk.answer(answer)
    elif line:
        write(f"  {line!r} is not understood: expected Enter, back, save FILE or quit")


def _said_here(fault: str, question: Question) -> str:
    """Return a fault without what stands above it already, and with what a line may say in place of Python."""
    what = fault.removeprefix(f"{question.path}: {question.text} ").removeprefix("Between: ")
    what, expected, _ = what.partition(": expected ")
    return f"{what}: expected {_expected(question)}; ? for not known" if expected else what


def _save(name: str, talk: Interview, write: Callable[[str], None], save: Callable[[Path, Interview], None]) -> None:
    if not name:
        write("  save: expected the name of a file, as: save case.json")
        return
    try:
        save(Path(name), talk)
    except OSError as error:
        write(f"  {name}: {error.strerror}")
    else:
        write(f"  saved: {name}")


def _expected(question: Question) -> str:
    if question.kind is FactKind.YES_NO:
        return "y or n"
    if question.kind is FactKind.LISTING:
        values = "numbers or names" if question.choices else "names"
        return f"{values} with commas between them; only … where there are no others; none"
    unit = "" if question.fact is None else f" of {question.fact.unit}"
    heavier = ", life, death" if question.kind is FactKind.PENALTY else ""
    return f"a number{unit}{heavier}, or a range as 2-5, at least 3, at most 5"


def read_answer(question: Question, line: str) -> object:
    """Return the answer that a line gives to a question; what cannot be read is returned as it is, to be refused.

    Args:
        question: the question.
        line: the line, without a newline.

    >>> from orgcrime.law.interview import interview
    >>> from orgcrime.law.untoc import SERIOUS_CRIME
    >>> question = interview(SERIOUS_CRIME).question
    >>> read_answer(question, "at least 3"), read_answer(question, "life"), read_answer(question, "?")
    (Between(3, None), LIFE, None)
    """
    said = " ".join(line.split())
    plain = said.casefold()
    if plain in _NOT_KNOWN:
        return None
    if question.kind is FactKind.YES_NO:
        return _YES_NO.get(plain, said)
    if question.kind is FactKind.LISTING:
        return _listing(question, said)
    unit = (question.fact and question.fact.unit) or ""
    return _quantity(plain.removesuffix(unit).removesuffix(unit.removesuffix("s")).strip(), said)


def _quantity(plain: str, said: str) -> object:
    """Return a number or a range."""
    number = _number(plain)
    if number is not None:
        return number
    for pattern, ends in _RANGES:
        found = pattern.fullmatch(plain)
        if found is not None:
            low, high = (None if end is None else _number(end) for end in ends(found.groups()))
            given = sum(end is not None for end in ends(found.groups()))
            if sum(end is not None for end in (low, high)) == given:
                return Between(low, high)
    return said


def _number(text: str) -> Number | None:
    if text in _HEAVIER:
        return _HEAVIER[text]
    if not re.fullmatch(r"-?\d{1,15}(?:\.\d{1,15})?", text):
        return None
    return float(text) if "." in text else int(text)


def _listing(question: Question, said: str) -> Listing[str]:
    if said.casefold() == "none":
        return Listing([], complete=True)
    complete = said.casefold().startswith("only ")
    values = [value.strip() for value in (said[5:] if complete else said).split(",")]
    return Listing([_choice(question, value) for value in values if value], complete=complete)


def _choice(question: Question, value: str) -> str:
    """Return the value that a number or a name chooses."""
    if value.isdecimal() and 0 < int(value) <= len(question.choices):
        return question.choices[int(value) - 1]
    return {choice.casefold(): choice for choice in question.choices}.get(value.casefold(), value)


def save_case(path: Path, talk: Interview) -> None:
    """Write the case of an interview so far as a case file, which can be assessed.

    Raises:
        OSError: if the file cannot be written.
    """
    case: dict[str, object] = {"definition": talk.definition.id, "facts": facts_to(talk.facts)}
    parameters = {name: value for name, value in talk.parameters.items() if value is not None}
    if parameters:
        case["parameters"] = parameters
    path.write_text(f"{json.dumps(case, indent=2, ensure_ascii=False)}\n", encoding="utf-8")


def scripted(lines: Iterable[str]) -> Callable[[str], str]:
    """Return a reader that gives some lines one after the other, and then the end of the input.

    >>> read = scripted(["y"])
    >>> read("> ")
    'y'
    """
    waiting = iter(lines)

    def read(_prompt: str) -> str:
        try:
            return next(waiting)
        except StopIteration:
            raise EOFError from None

    return read
