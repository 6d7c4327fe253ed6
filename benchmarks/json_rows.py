"""Rows 19: findings to JSON and back, beside pydantic and msgspec.

    python benchmarks/run.py --only json

The peers write and read the same JSON into classes of the same form. They take it as it stands; the library also reads
the definition as rules, assesses the facts anew and refuses what does not follow from them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pydantic
from measure import Row, interleaved

import orgcrime as oc

if TYPE_CHECKING:
    from collections.abc import Iterator

BATCH = 1_000  # so many are written and read in a turn


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


def rows(repeats: int) -> Iterator[Row]:
    """Yield the rows."""
    found = findings(BATCH)
    texts = [oc.to_json(each, indent=None) for each in found]
    models = pydantic.TypeAdapter(FindingModel)
    held = [models.validate_json(text) for text in texts]
    decoder, encoder = msgspec.json.Decoder(FindingStruct), msgspec.json.Encoder()
    structs = [decoder.decode(text) for text in texts]
    writing = interleaved(
        repeats,
        lambda: [oc.to_json(each, indent=None) for each in found],
        lambda: [models.dump_json(each, exclude_defaults=True) for each in held],
        lambda: [encoder.encode(each) for each in structs],
    )
    reading = interleaved(
        repeats,
        lambda: [oc.from_json(text, oc.Finding) for text in texts],
        lambda: [models.validate_json(text) for text in texts],
        lambda: [decoder.decode(text) for text in texts],
    )
    yield from _rows("w", "to JSON", [taken / len(found) for taken in writing], (500, 25, 50))
    yield from _rows("r", "from JSON, assessed anew", [taken / len(found) for taken in reading], (800, 5, 8))


def _rows(letter: str, what: str, taken: list[float], aims: tuple[float, float, float]) -> Iterator[Row]:
    ours, pydantics, msgspecs = taken
    number = f"19{letter}"
    each, one, other = aims
    yield Row(number=number, what=f"a finding {what}", value=ours * 1e6, unit="µs", aim=each, gate=each * 2)
    for peer, theirs, aim in (("pydantic", pydantics, one), ("msgspec", msgspecs, other)):
        what = f"  ÷ {peer}, as it stands"
        yield Row(number=f"{number}{peer[0]}", what=what, value=ours / theirs, unit="÷", aim=aim, gate=aim * 2)
