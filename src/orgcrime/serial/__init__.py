"""JSON in and out: records, facts, rules and findings, each in the one form that it is written in."""

from orgcrime.serial.converter import (
    FORMAT,
    MARK,
    facts_from,
    facts_to,
    from_json,
    from_plain,
    plain,
    read_json,
    to_json,
    unmarked,
)

__all__ = [
    "FORMAT",
    "MARK",
    "facts_from",
    "facts_to",
    "from_json",
    "from_plain",
    "plain",
    "read_json",
    "to_json",
    "unmarked",
]
