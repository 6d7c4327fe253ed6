"""Rows 19: findings to JSON and back, beside pydantic and msgspec.

    python benchmarks/json_rows.py [--number 100000] [--repeats 3]

The peers write and read the same JSON into classes of the same form. They take it as it stands; the library also reads
the definition as rules, assesses the facts anew and refuses what does not follow from them.
"""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

import msgspec
import pydantic
from measure import Row, interleaved

import orgcrime as oc

if TYPE_CHECKING:
    from collections.abc import Iterator

NUMBER = 1_000
BATCH = 1_000  # so many are held at once, and written and read in turns


class StepModel(pydantic.BaseModel):
    """A step of a finding, as pydantic has it."""

    title: str = ""
    citation: str = ""
    truth: oc.Truth
    reason: str = ""
    note: str | None = None
    missing: list[str] = []
    decisive: list[str] = []
    open_parameters: list[str] = []
    not_established: list[str] = []
    elements: list[StepModel] = []


class FindingModel(StepModel):
    """A finding, as pydantic has it."""

    orgcrime: int
    definition: dict[str, Any]
    facts: dict[str, Any]
    parameters: dict[str, bool | None] = {}


class StepStruct(msgspec.Struct, omit_defaults=True, kw_only=True):
    """A step of a finding, as msgspec has it."""

    title: str = ""
    citation: str = ""
    truth: oc.Truth
    reason: str = ""
    note: str | None = None
    missing: list[str] = []
    decisive: list[str] = []
    open_parameters: list[str] = []
    not_established: list[str] = []
    elements: list[StepStruct] = []


class FindingStruct(StepStruct, omit_defaults=True, kw_only=True):
    """A finding, as msgspec has it."""

    orgcrime: int
    definition: dict[str, Any]
    facts: dict[str, Any]
    parameters: dict[str, bool | None] = {}


def findings(number: int) -> list[oc.Finding]:
    """Return so many findings, no two neighbours alike."""
    return [
        oc.assess(
            "untoc-organized-criminal-group",
            oc.Group(
                persons=at % 5,
                randomly_formed=at % 2 == 0,
                existed_for_a_period=True,
                acting_in_concert=True,
                maximum_penalty=at % 9,
                financial_benefit=None if at % 3 == 0 else at % 3 == 1,
            ),
        )
        for at in range(number)
    ]


def rows(repeats: int, number: int = NUMBER) -> Iterator[Row]:
    """Yield the rows."""
    turns = range(max(1, number // BATCH))
    found = findings(min(number, BATCH))
    number = len(turns) * len(found)
    texts = [oc.to_json(each, indent=None) for each in found]
    models = pydantic.TypeAdapter(FindingModel)
    held = [models.validate_json(text) for text in texts]
    decoder, encoder = msgspec.json.Decoder(FindingStruct), msgspec.json.Encoder()
    structs = [decoder.decode(text) for text in texts]
    writing = interleaved(
        repeats,
        lambda: [oc.to_json(each, indent=None) for _ in turns for each in found],
        lambda: [models.dump_json(each, exclude_defaults=True) for _ in turns for each in held],
        lambda: [encoder.encode(each) for _ in turns for each in structs],
    )
    reading = interleaved(
        repeats,
        lambda: [oc.from_json(text, oc.Finding) for _ in turns for text in texts],
        lambda: [models.validate_json(text) for _ in turns for text in texts],
        lambda: [decoder.decode(text) for _ in turns for text in texts],
    )
    yield from _rows("w", "to JSON", [taken / number for taken in writing], (500, 25, 50))
    yield from _rows("r", "from JSON, assessed anew", [taken / number for taken in reading], (800, 5, 8))


def _rows(letter: str, what: str, taken: list[float], aims: tuple[float, float, float]) -> Iterator[Row]:
    ours, pydantics, msgspecs = taken
    each, one, other = aims
    number = f"19{letter}"
    yield Row(number=number, what=f"a finding {what}", value=ours * 1e6, unit="µs", aim=each, gate=each * 2)
    yield Row(number="", what="  ÷ pydantic, as it stands", value=ours / pydantics, unit="÷", aim=one, gate=one * 2)
    yield Row(number="", what="  ÷ msgspec, as it stands", value=ours / msgspecs, unit="÷", aim=other, gate=other * 2)


def main() -> int:
    """Print the rows for so many findings."""
    parser = argparse.ArgumentParser(description="Findings to JSON and back, beside pydantic and msgspec.")
    parser.add_argument("--number", type=int, default=100_000, help="how many findings")
    parser.add_argument("--repeats", type=int, default=3)
    given = parser.parse_args()
    for row in rows(given.repeats, given.number):
        sys.stdout.write(f"{row.number:4}{row.what:50}{row.value:10.3g} {row.unit}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
