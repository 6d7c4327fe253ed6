"""Definitions, crosswalks and status by column, on whatever library holds the data."""

from orgcrime.errors import MissingExtraError

try:
    import narwhals  # noqa: F401 - the one library that every module here needs
except ImportError:  # pragma: no cover - tested in an interpreter of its own
    raise MissingExtraError("narwhals", "frames") from None

from orgcrime.frames.bindings import bases, standing
from orgcrime.frames.checking import check
from orgcrime.frames.counts import Count, Settling, Summary, summary
from orgcrime.frames.files import assess_file
from orgcrime.frames.forms import Field, Form, schema, template
from orgcrime.frames.lists import MapCoverage, Unmapped, coverage, map  # noqa: A004 - the verb of the crosswalk
from orgcrime.frames.panelled import Backend, panel
from orgcrime.frames.verdicts import assess

__all__ = [
    "Backend",
    "Count",
    "Field",
    "Form",
    "MapCoverage",
    "Settling",
    "Summary",
    "Unmapped",
    "assess",
    "assess_file",
    "bases",
    "check",
    "coverage",
    "map",
    "panel",
    "schema",
    "standing",
    "summary",
    "template",
]
