"""Read a million broken inputs: whatever comes, nothing is raised but an error of the library's own.

    python tools/fuzz.py [--count 1000000] [--seed 1] [--slowest 10]

Written facts, records, definitions and findings are broken in many ways, by letter and by value; hostile texts are
mixed in: deep nesting, huge numbers, keys said twice, halves of surrogate pairs, NaN. What is read all the same has
to be written and read back equal. Definitions are made up as well, small ones and such as were made to never come to an
end; each definition that is read is put to facts, explained, compared and asked about. An input that takes longer than
``--slowest`` seconds of computing is a fault too; where the system can limit it, the process has 2 GiB of memory. The
same seed gives the same inputs.
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import itertools
import json
import random
import sys
import time
from typing import TYPE_CHECKING, Any, TypeAlias

import orgcrime as oc
from orgcrime.law.values import Fact, FactKind, specification
from orgcrime.serial.facts import FACTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MEMORY = 2 * 1024**3
LARGE = 200_000
SMALL = 5000
Json: TypeAlias = Any
Written: TypeAlias = "tuple[type, str, Json]"
ATOMS: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1, 3, 4.5, -0.0, 1e308, 2**63, 10**299, 5e-324),
    *("", "x", "life", "death", "untoc", "Group", "verified", "true", "\x00", "\u202e", "\U0001f600", "ﬀ"),
    *("2004", "2004-02", "2004-02-30", "[2004..]", "[..]", "2004/..", "2005/2004", "0000-00-00", "9999-12-31", "/"),
    *([], {}, [[]], [None], {"at_least": 3}, {"at_least": 5, "at_most": 2}, {"values": ["x"], "complete": True}),
    *({"holds": "ongoing"}, {"not": {"not": {}}}, {"all_of": []}, {"at_least": 2, "of": []}, {"orgcrime": 1}),
)
TOKENS: tuple[str, ...] = (
    *('"', "\\", "{", "}", "[", "]", ":", ",", "null", "NaN", "-Infinity", "Infinity", "1e999", "-", "0x1", "\n"),
    *("9" * 400, "1" * 5000, "\\ud800", "\\udfff\\ud800", "\ud800", "\ufeff", "\x00", '"persons":1,', '"orgcrime":2,'),
    *("[" * 300, '{"not":' * 300, "//", "'", "\ufeff x", "\u2028", "\u0661", '{"a":1,"a":2}'),
)
HOSTILE: tuple[Callable[[], str | bytes], ...] = (
    lambda: "[" * LARGE,
    lambda: '{"group":' * LARGE,
    lambda: "[" * LARGE + "]" * LARGE,
    lambda: '{"persons": ' + "9" * LARGE + "}",
    lambda: '{"maximum_penalty": 0.' + "1" * LARGE + "}",
    lambda: '{"persons": 1e' + "9" * LARGE + "}",
    lambda: '{"' + "a" * LARGE + '": 1}',
    lambda: "{" + ",".join(f'"a{at}": {at}' for at in range(20_000)) + "}",
    lambda: "{" + ",".join(['"persons": 3'] * 20_000) + "}",
    lambda: '{"aims": [' + ",".join(['"economic-contrl"'] * 20_000) + "]}",
    lambda: '{"aims": ["' + "x" * LARGE + '"]}',
    lambda: '{"states": [' + ",".join(f'"s{at}"' for at in range(20_000)) + "]}",
    lambda: '{"aliases": [' + ",".join(["1"] * 20_000) + "]}",
    lambda: '{"rule": ' + '{"not": ' * 150 + "1" + "}" * 151,
    lambda: '{"rule": {"all_of": [' + ",".join(['{"holds": "x"}'] * 20_000) + "]}}",
    lambda: '{"x": "' + "\\\\" * LARGE + '", "y": ' + "[" * 500,
    lambda: '"' + "\\u0061" * LARGE + '"',
    lambda: b"\xff" * LARGE,
    lambda: ("[" * 20).encode("utf-16"),
    lambda: " " * LARGE,
)


CASE: dict[str, Any] = {"title": "x", "states": ("FR", "Brazil"), "on": dt.date(2019, 7, 1), "parameters": {"p": None}}
MANY = 60
BOUNDS: tuple[float, ...] = (*range(6), -1, 0.5, 2.5, 1000, 1001, 1e299, 10**299)
SHAPES = ("all_of", "any_of", "not", "at_least", "element", "by_legal_order", "meets")


def value(fact: Fact, draw: random.Random) -> object:
    """Return what a fact may be."""
    if fact.kind is FactKind.YES_NO:
        return draw.choice((True, False))
    if fact.kind is FactKind.PART and fact.part is not None:
        return facts(fact.part, draw)
    if fact.kind is FactKind.LISTING:
        words = [each.value for each in fact.vocabulary or ()] or ["FR", "BR"]
        return oc.Listing(draw.sample(words, 1), complete=draw.choice((True, False)))
    low = draw.randint(int(fact.minimum), int(fact.minimum) + 9)
    return draw.choice((low, oc.Between(low, None), oc.Between(None, low + 1)))


def facts(about: type, draw: random.Random) -> object:
    """Return some facts of a class."""
    known = specification(about)
    return about(**{name: value(known[name], draw) for name in draw.sample(list(known), min(4, len(known)))})


def leaf(about: type, draw: random.Random) -> Json:
    """Return a smallest rule as JSON has it."""
    name, fact = draw.choice(list(specification(about).items()))
    if fact.kind is FactKind.YES_NO:
        return {"holds": name}
    if fact.kind is FactKind.LISTING and draw.randrange(3):
        words = [each.value for each in fact.vocabulary or ()] or [f"s{at}" for at in range(MANY)]
        return {"contains": name, "values": draw.sample(words, draw.randint(1, len(words)))}
    if fact.kind is FactKind.PART and fact.part is not None:
        return {"meets": plain_definition(fact.part, leaf(fact.part, draw)), "part": name}
    return {"reaches": name, "bound": draw.choice(BOUNDS)}


def rule(about: type, draw: random.Random, room: int) -> Json:
    """Return a rule with about so many smallest ones as JSON has it."""
    if room < 2:  # noqa: PLR2004 - no more than one
        return leaf(about, draw)
    shape = draw.choice(SHAPES)
    many = draw.randint(1, min(room, 12))
    below = [rule(about, draw, room // many) for _ in range(many)]
    if shape == "not":
        return {"not": rule(about, draw, room - 1)}
    if shape == "at_least":
        return {"at_least": draw.randint(1, many), "of": below}
    if shape == "element":
        return {"element": f"step {room}", "rule": rule(about, draw, room - 1), "pinpoint": "2(a)"}
    if shape == "by_legal_order":
        more = {"question": "Is it so?", "pinpoint": "3", "then": below[0], "otherwise": below[-1]}
        return {"by_legal_order": f"p{draw.randrange(MANY)}", **more}
    if shape == "meets":
        return {"meets": plain_definition(about, {"any_of": below})}
    return {shape: below}


def plain_definition(about: type, rule: Json) -> Json:
    """Return a definition as JSON has it."""
    return {"id": "x", "title": "x", "citation": {"instrument": "untoc"}, "about": about.__name__, "rule": rule}


INTRICATE = ("clauses", "pairs", "counts", "orders", "steps", "deep")


def intricate(about: type, shape: str, draw: random.Random) -> Json:
    """Return a rule as JSON has it that no order of the questions makes easy."""
    leaves = [leaf(about, draw) for _ in range(MANY)]
    if shape == "clauses":
        literals = [*leaves, *({"not": each} for each in leaves)]
        return {"all_of": [{"any_of": draw.sample(literals, 3)} for _ in range(2 * MANY)]}
    if shape == "pairs":
        return {"all_of": [{"any_of": [leaves[at], leaves[-at - 1]]} for at in range(MANY // 2)]}
    if shape == "counts":
        return {"at_least": 9, "of": [{"all_of": draw.sample(leaves, 2)} for _ in range(MANY)]}
    if shape == "steps":
        return {"any_of": [{"not_established": f"step {at}", "reason": "x"} for at in range(5 * MANY)]}
    found = leaves[0]
    for at, each in enumerate(leaves[:55]):
        more = {"question": "Is it so?", "pinpoint": "3", "then": found, "otherwise": each}
        deeper = {"element": "x", "rule": found, "pinpoint": str(at)}
        found = deeper if shape == "deep" else {"by_legal_order": f"p{at}", **more}
    return found


def corpus(draw: random.Random) -> list[tuple[list[Written], int]]:
    """Return what is broken: class, text and value, in sets each with its share."""
    made = [facts(about, draw) for about in FACTS.values() for _ in range(4)]
    registries = (oc.instruments, oc.participants, oc.participations, oc.bodies, oc.crimes, oc.sources, oc.horizons)
    records = [
        record for registry in registries for record in draw.sample(list(registry.values()), min(8, len(registry)))
    ]
    definitions = draw.sample(list(oc.definitions.values()), 20)
    found = [oc.assess(each, facts(each.about, draw)) for each in definitions[:8]]
    cases = [oc.CaseFile(definition=each, facts=facts(each.about, draw), **CASE) for each in definitions]

    def written(held: list[Any]) -> list[Written]:
        texts = [oc.to_json(each, indent=None) for each in held]
        return [(type(each), text, json.loads(text)) for each, text in zip(held, texts, strict=True)]

    small = [each for each in written(definitions) if len(each[1]) < SMALL]
    return [(written(made), 76), (written(records), 15), (small, 4), (written(cases), 4), (written(found), 1)]


def places(held: Json, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every value within a value."""
    for key, below in held.items() if isinstance(held, dict) else enumerate(held):
        yield (*way, key)
        if isinstance(below, (dict, list)):
            yield from places(below, (*way, key))


def exchanged(held: Json, draw: random.Random) -> Json:
    """Return a value with one value within it exchanged, moved, lost or added."""
    ways = list(places(held))
    if not ways:
        return draw.choice(ATOMS)
    way = draw.choice(ways)
    made = top = held.copy()
    for step in way[:-1]:
        made[step] = made[step].copy()
        made = made[step]
    last = way[-1]
    (act,) = draw.choices(("lose", "rename", "exchange"), (15, 15, 70))
    if act == "lose":
        del made[last]
    elif act == "rename" and isinstance(made, dict):
        made[draw.choice(("x", "persons", "id", str(last) + "s", str(last)[:-1]))] = made.pop(last)
    else:
        made[last] = draw.choice(ATOMS)
    return top


def broken(text: str, draw: random.Random) -> str | bytes:
    """Return a text with some of its letters lost, doubled or put in."""
    for _ in range(draw.randint(1, 3)):
        at = draw.randint(0, len(text))
        end = min(len(text), at + draw.randint(1, 8))
        act = draw.choice(("lose", "double", "put in", "exchange"))
        if act == "lose":
            text = text[:at] + text[end:]
        elif act == "double":
            text = text[:end] + text[at:]
        elif act == "put in":
            text = text[:at] + draw.choice(TOKENS) + text[at:]
        else:
            text = text[:at] + chr(draw.choice((0, 9, 34, 92, 127, 233, 0x2028, 0xD800, 0x10FFFF))) + text[end:]
    if draw.randrange(20) == 0:
        data = bytearray(text.encode("utf-8", "surrogatepass"))
        data.insert(draw.randint(0, len(data)), draw.randrange(256))
        return bytes(data)
    return text


def inputs(seed: int) -> Iterator[tuple[type, str | bytes]]:
    """Yield classes and texts without end."""
    draw = random.Random(seed)  # noqa: S311 - nothing is secret, and the same seed gives the same inputs
    sets = corpus(draw)
    kinds = [kind for held, _ in sets for kind in {each[0] for each in held}]
    for make in HOSTILE:
        yield from ((kind, make()) for kind in draw.sample(kinds, 6))
    for shape, about in itertools.product(INTRICATE, draw.sample(list(FACTS.values()), 6)):
        yield oc.Definition, json.dumps(plain_definition(about, intricate(about, shape, draw)))
    while True:
        ((held, _),) = draw.choices(sets, [share for _, share in sets])
        kind, text, plain = draw.choice(held)
        if draw.randrange(50) == 0:
            about = draw.choice(list(FACTS.values()))
            yield oc.Definition, json.dumps(plain_definition(about, rule(about, draw, draw.choice((1, 3, 9, 30)))))
            continue
        (act,) = draw.choices(("exchange", "break", "take for another"), (50, 40, 10))
        if act == "exchange":
            yield kind, json.dumps(exchanged(plain, draw), ensure_ascii=draw.choice((True, False)))
        elif act == "break":
            yield kind, broken(text, draw)
        else:
            yield draw.choice(kinds), text


def read(kind: type, text: str | bytes) -> bool:
    """Return whether an input is read; then it is written and reads back equal."""
    try:
        found: object = oc.from_json(text, kind)
    except oc.OrgCrimeError:
        return False
    if oc.from_json(oc.to_json(found, indent=None), kind) != found:
        message = "what was read is written, and reads back as something else"
        raise AssertionError(message)
    if isinstance(found, oc.Definition):
        draw = random.Random(text)  # noqa: S311 - the same text is put to the same facts
        ask(
            found, draw.choice([each for each in oc.definitions.values() if each.about is found.about] or [found]), draw
        )
    return True


def ask(definition: oc.Definition, other: oc.Definition, draw: random.Random) -> None:
    """Ask of a definition whatever can be asked of one."""
    about = definition.about
    found = [oc.assess(definition, each) for each in (about(), facts(about, draw), facts(about, draw))]
    for each in found:
        each.text()
        again = tried(functools.partial(reread, each))
        if again not in (None, each):
            message = "a finding is written, and reads back as something else"
            raise AssertionError(message)
        tried(functools.partial(getattr, each, "missing"))
        tried(functools.partial(getattr, each, "decisive"))
    if draw.randrange(10) == 0:
        oc.json_schema(about)
        tried(lambda: oc.compare(definition, other).text())
        tried(lambda: oc.covers(other, definition).text())
        tried(lambda: answered(oc.interview(definition), draw))


def reread(finding: oc.Finding) -> oc.Finding:
    """Return a finding written and read."""
    return oc.from_json(oc.to_json(finding, indent=None), oc.Finding)


def answered(talk: oc.Interview, draw: random.Random) -> None:
    """Answer some questions of an interview."""
    for question in itertools.islice(talk, 3):
        talk.answer(None if question.fact is None else value(question.fact, draw))


def tried(act: Callable[[], object]) -> object:
    """Return what an act returns; nothing where the library refuses it."""
    try:
        return act()
    except oc.OrgCrimeError:
        return None


def limit() -> None:
    """Limit the memory of the process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> int:
    """Return 1 where an input raised something else, or took too long."""
    parser = argparse.ArgumentParser(description="Read broken inputs; nothing but the library's own errors is raised.")
    parser.add_argument("--count", type=int, default=1_000_000, help="how many inputs")
    parser.add_argument("--seed", type=int, default=1, help="the same seed gives the same inputs")
    parser.add_argument("--slowest", type=float, default=10.0, help="seconds of computing that an input may take")
    given = parser.parse_args()
    limit()
    taken, slowest, began = 0, 0.0, time.perf_counter()
    for at, (kind, text) in enumerate(itertools.islice(inputs(given.seed), given.count), 1):
        start = time.process_time()
        try:
            taken += read(kind, text)
        except Exception as error:  # noqa: BLE001 - any other error is what is looked for
            print(f"input {at} of seed {given.seed}: {kind.__name__} from {text[:500]!r}: {error!r}")
            return 1
        spent = time.process_time() - start
        slowest = max(slowest, spent)
        if spent > given.slowest:
            print(f"input {at} of seed {given.seed}: {kind.__name__} from {text[:500]!r}: took {spent:.1f} s")
            return 1
        if at % max(1, given.count // 10) == 0:
            print(f"{at:>9} inputs, {taken} of them read, {time.perf_counter() - began:.0f} s", flush=True)
    print(f"{given.count} inputs of seed {given.seed}: {taken} read, the others refused; the slowest {slowest:.3f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
