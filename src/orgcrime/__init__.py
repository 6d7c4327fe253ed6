"""The international law against organised crime: who is bound by what, and whether facts meet a legal definition.

Every public name is found here, on first use; importing the package loads nothing else.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from orgcrime import frames as frames
    from orgcrime.casefile import Answer, CaseFile, answer, read_case
    from orgcrime.catalogue import BUILT_IN, Catalogue
    from orgcrime.citation import Citation, EvidenceStatus, Reference
    from orgcrime.claims import Outcome, Verdict, check, cite, verify
    from orgcrime.cooperation.bases import Basis, Condition, LegalBases
    from orgcrime.cooperation.links import legal_bases
    from orgcrime.crosswalks import Counterpart, Coverage, Crosswalk
    from orgcrime.errors import (
        AmbiguousKeyError,
        CitationError,
        DanglingReferenceError,
        DateError,
        DefinitionError,
        DuplicateKeyError,
        Fault,
        InputError,
        MissingExtraError,
        OrgCrimeError,
        UndecidedTruthError,
        UnknownKeyError,
    )
    from orgcrime.extending import Extended, Extension, ExtensionWarning, extended
    from orgcrime.found import Hit, Selection
    from orgcrime.interop import Export, export
    from orgcrime.law.compare import Comparison, Matrix
    from orgcrime.law.facts import Case, Group, Offence
    from orgcrime.law.finding import Finding
    from orgcrime.law.interview import Interview
    from orgcrime.law.rule import Definition, DefinitionKind
    from orgcrime.law.values import DEATH, LIFE, Between, Listing, Penalty
    from orgcrime.model.body import Body
    from orgcrime.model.cooperation import Form
    from orgcrime.model.crime import CrimeCategory
    from orgcrime.model.duty import Duty, DutyKind, Strength
    from orgcrime.model.instrument import Article, Instrument
    from orgcrime.model.participant import Participant
    from orgcrime.model.participation import Act, ActKind, Horizon, Participation
    from orgcrime.model.programme import Programme
    from orgcrime.model.source import Source
    from orgcrime.model.taxonomy import Entry, Match, Relation, Taxonomy
    from orgcrime.model.text import Name
    from orgcrime.obligations import Duties, duties
    from orgcrime.outline import Outline
    from orgcrime.questions import (
        assess,
        compare,
        covers,
        crosswalk,
        find,
        interview,
        matrix,
        meets_palermo_definition,
    )
    from orgcrime.registry import Key, Registry
    from orgcrime.releases import DataDiff, data_diff, how_to_cite
    from orgcrime.schema import json_schema
    from orgcrime.serial import from_json, to_json
    from orgcrime.status.bound import is_party
    from orgcrime.status.membership import Membership
    from orgcrime.status.panels import Diff, Panel, Timeline, diff, panel, timeline
    from orgcrime.status.positions import Parties, Position, Standing, parties, standing
    from orgcrime.status.timelines import day_masks
    from orgcrime.temporal import PartialDate, Period
    from orgcrime.truth import Truth

    bodies: Registry[Body]
    crimes: Registry[CrimeCategory]
    definitions: Registry[Definition]
    horizons: Registry[Horizon]
    instruments: Registry[Instrument]
    participants: Registry[Participant]
    participations: Registry[Participation]
    programmes: Registry[Programme]
    sources: Registry[Source]
    taxonomies: Registry[Taxonomy]

__version__: str = "0.1.0"
data_version: str = "2026-11-23"
"""The day on which the shipped data were last read through."""

_WHERE: dict[str, str] = {
    name: module
    for module, names in {
        "status.bound": ("is_party",),
        "casefile": ("Answer", "CaseFile", "answer", "read_case"),
        "catalogue": ("BUILT_IN", "Catalogue"),
        "claims": ("Outcome", "Verdict", "check", "cite", "verify"),
        "citation": ("Citation", "EvidenceStatus", "Reference"),
        "crosswalks": ("Counterpart", "Coverage", "Crosswalk"),
        "errors": (
            "AmbiguousKeyError",
            "CitationError",
            "DanglingReferenceError",
            "DateError",
            "DefinitionError",
            "DuplicateKeyError",
            "Fault",
            "InputError",
            "MissingExtraError",
            "OrgCrimeError",
            "UndecidedTruthError",
            "UnknownKeyError",
        ),
        "cooperation.bases": ("Basis", "Condition", "LegalBases"),
        "cooperation.links": ("legal_bases",),
        "model.cooperation": ("Form",),
        "model.duty": ("Duty", "DutyKind", "Strength"),
        "obligations": ("Duties", "duties"),
        "status.panels": ("Diff", "Panel", "Timeline", "diff", "panel", "timeline"),
        "status.timelines": ("day_masks",),
        "extending": ("Extended", "Extension", "ExtensionWarning", "extended"),
        "interop": ("Export", "export"),
        "releases": ("DataDiff", "data_diff", "how_to_cite"),
        "found": ("Hit", "Selection"),
        "law.compare": ("Comparison", "Matrix"),
        "law.facts": ("Case", "Group", "Offence"),
        "law.interview": ("Interview",),
        "law.finding": ("Finding",),
        "law.rule": ("Definition", "DefinitionKind"),
        "law.values": ("DEATH", "LIFE", "Between", "Listing", "Penalty"),
        "model.body": ("Body",),
        "model.crime": ("CrimeCategory",),
        "model.programme": ("Programme",),
        "model.source": ("Source",),
        "model.taxonomy": ("Entry", "Match", "Relation", "Taxonomy"),
        "model.instrument": ("Article", "Instrument"),
        "model.participant": ("Participant",),
        "model.participation": ("Act", "ActKind", "Horizon", "Participation"),
        "model.text": ("Name",),
        "outline": ("Outline",),
        "questions": (
            "assess",
            "compare",
            "covers",
            "crosswalk",
            "find",
            "interview",
            "matrix",
            "meets_palermo_definition",
        ),
        "registry": ("Key", "Registry"),
        "schema": ("json_schema",),
        "serial": ("from_json", "to_json"),
        "status.membership": ("Membership",),
        "status.positions": ("Parties", "Position", "Standing", "parties", "standing"),
        "temporal": ("PartialDate", "Period"),
        "truth": ("Truth",),
    }.items()
    for name in names
}
_REGISTRIES = frozenset(
    (
        "bodies",
        "crimes",
        "definitions",
        "horizons",
        "instruments",
        "participants",
        "participations",
        "programmes",
        "sources",
        "taxonomies",
    )
)

__all__ = [
    "BUILT_IN",
    "DEATH",
    "LIFE",
    "Act",
    "ActKind",
    "AmbiguousKeyError",
    "Answer",
    "Article",
    "Basis",
    "Between",
    "Body",
    "Case",
    "CaseFile",
    "Catalogue",
    "Citation",
    "CitationError",
    "Comparison",
    "Condition",
    "Counterpart",
    "Coverage",
    "CrimeCategory",
    "Crosswalk",
    "DanglingReferenceError",
    "DataDiff",
    "DateError",
    "Definition",
    "DefinitionError",
    "DefinitionKind",
    "Diff",
    "DuplicateKeyError",
    "Duties",
    "Duty",
    "DutyKind",
    "Entry",
    "EvidenceStatus",
    "Export",
    "Extended",
    "Extension",
    "ExtensionWarning",
    "Fault",
    "Finding",
    "Form",
    "Group",
    "Hit",
    "Horizon",
    "InputError",
    "Instrument",
    "Interview",
    "Key",
    "LegalBases",
    "Listing",
    "Match",
    "Matrix",
    "Membership",
    "MissingExtraError",
    "Name",
    "Offence",
    "OrgCrimeError",
    "Outcome",
    "Outline",
    "Panel",
    "PartialDate",
    "Participant",
    "Participation",
    "Parties",
    "Penalty",
    "Period",
    "Position",
    "Programme",
    "Reference",
    "Registry",
    "Relation",
    "Selection",
    "Source",
    "Standing",
    "Strength",
    "Taxonomy",
    "Timeline",
    "Truth",
    "UndecidedTruthError",
    "UnknownKeyError",
    "Verdict",
    "__version__",
    "answer",
    "assess",
    "bodies",
    "check",
    "cite",
    "compare",
    "covers",
    "crimes",
    "crosswalk",
    "data_diff",
    "data_version",
    "day_masks",
    "definitions",
    "diff",
    "duties",
    "export",
    "extended",
    "find",
    "from_json",
    "horizons",
    "how_to_cite",
    "instruments",
    "interview",
    "is_party",
    "json_schema",
    "legal_bases",
    "matrix",
    "meets_palermo_definition",
    "panel",
    "participants",
    "participations",
    "parties",
    "programmes",
    "read_case",
    "sources",
    "standing",
    "taxonomies",
    "timeline",
    "to_json",
    "verify",
]


def __getattr__(name: str) -> object:
    """Return a public name, loading the module that has it."""
    if name == "frames":
        return __import__("orgcrime.frames", fromlist=("_",))
    where = "catalogue" if name in _REGISTRIES else _WHERE.get(name)
    if where is None:
        from orgcrime.errors import did_you_mean

        # A module is asked for too, as in `from orgcrime import naming`: only a class may be one of facts.
        facts = __import__("orgcrime.law.facts", fromlist=("_",)).__all__ if name[:1].isupper() else ()
        way = " It is in orgcrime.law.facts." if name in facts else did_you_mean(name, __all__)
        message = f"orgcrime has no {name!r}.{way}"
        raise AttributeError(message)
    # `importlib` would cost more than the first question of status; `__import__` is there already.
    module = __import__(f"orgcrime.{where}", fromlist=("_",))
    value: object = getattr(module.BUILT_IN if name in _REGISTRIES else module, name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return list(__all__)
