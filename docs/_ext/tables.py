"""Directives that write what the registries hold into the pages, so that no table and no number is typed by hand.

``{instruments}``, ``{definitions}``, ``{horizons}``, ``{evidence}``, ``{control-totals}`` and ``{sources}`` take no
argument; ``{registries}`` lists the registries, and ``{api}`` documents every public name of the modules that it names.
"""

from __future__ import annotations

import enum
import importlib
import pkgutil
from collections import Counter
from typing import TYPE_CHECKING

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.pycode import ModuleAnalyzer
from sphinx.util import logging
from sphinx.util.docutils import SphinxDirective

import orgcrime as oc
from orgcrime.catalogue import REGISTRIES, Catalogue
from orgcrime.citation import EvidenceStatus
from orgcrime.law.eu import CRIMINAL_ORGANISATION
from orgcrime.law.national import GROUP_DEFINITIONS
from orgcrime.law.rule import AllOf, AnyOf, AtLeast, ByLegalOrder, Element, Meets, Not, NotEstablished, Rule
from orgcrime.law.untoc import ORGANIZED_CRIMINAL_GROUP
from orgcrime.model.participation import CONSENTS, ActKind, ControlTotal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

LOG = logging.getLogger(__name__)
CODE = ("id", "definition", "facts")  # columns that hold what one types
NONE = "—"


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> nodes.table:
    """Return a table; what is ``None`` or empty is shown as a dash."""
    group = nodes.tgroup(cols=len(columns))
    group += [nodes.colspec(colwidth=1) for _ in columns]
    head = nodes.thead("", _row(columns, columns, code=False))
    group += [head, nodes.tbody("", *(_row(columns, row) for row in rows))]
    return nodes.table("", group, classes=["colwidths-auto"])


def _row(columns: Sequence[str], cells: Sequence[object], *, code: bool = True) -> nodes.row:
    made = nodes.row()
    for column, cell in zip(columns, cells, strict=True):
        text = NONE if cell is None or cell == "" else str(cell)
        inside = nodes.literal(text=text) if code and column in CODE and text != NONE else nodes.Text(text)
        made += nodes.entry("", nodes.paragraph("", "", inside))
    return made


def paragraph(text: str) -> nodes.paragraph:
    """Return a paragraph of plain text."""
    return nodes.paragraph(text=text)


class Instruments(SphinxDirective):
    """Every instrument, with the day of its entry into force and how well it is established."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        rows = []
        for each in oc.instruments.values():
            entered = each.entry_into_force
            day = None if entered is None else entered.date
            status = "acts listed" if each.id in oc.horizons else None
            rows.append((each.id, each.title, day, len(each.articles) or None, status, each.status.value))
        columns = ("id", "title", "in force since", "articles", "who takes part", "evidence")
        return [table(columns, rows)]


class Definitions(SphinxDirective):
    """Every definition as a list of its elements, each with its pinpoint and its note."""

    def run(self) -> list[nodes.Node]:
        """Return a table that leads to each definition, and a section for each."""
        rows = [(each.id, each.title, str(each.citation), each.about.__name__) for each in oc.definitions.values()]
        made = table(("definition", "defines", "source", "about"), rows)
        for row in made.findall(nodes.row):
            for literal in list(row.findall(nodes.literal))[:1]:
                target = nodes.make_id(literal.astext())
                literal.parent.replace(literal, nodes.reference("", "", literal.deepcopy(), refid=target))
        return [made, *(self._section(each) for each in oc.definitions.values())]

    def _section(self, definition: oc.Definition) -> nodes.section:
        made = nodes.section(ids=[nodes.make_id(definition.id)], names=[definition.id])
        made += nodes.title(text=f"{definition.title[0].upper()}{definition.title[1:]} ({definition.citation})")
        self.state.document.note_explicit_target(made)
        about = nodes.paragraph()
        about += [nodes.literal(text=definition.id), nodes.Text(f" · {definition.kind.value} · about ")]
        about += [nodes.literal(text=definition.about.__name__), nodes.Text(f" · {definition.status.value}")]
        made += [about, *elements(definition.rule)]
        rows = [(path, fact.question) for path, fact in definition.facts.items()]
        made += table(("facts", "question"), rows)
        for lead, said in (
            ("Taken as given", definition.presupposes),
            ("Not asked, since the law does not", definition.excluded),
        ):
            if said:
                made += paragraph(f"{lead}: {'; '.join(said)}.")
        made += [paragraph(note) for note in definition.notes]
        return made


JOINTS = {AllOf: "all of", AnyOf: "any of", Not: "not"}


def elements(rule: Rule) -> list[nodes.Node]:
    """Return the named steps of a rule as a nested list."""
    items = [
        nodes.list_item("", nodes.paragraph(text=said), *below) for said, below in _steps(rule) if said is not None
    ]
    return [nodes.bullet_list("", *items)] if items else []


def _steps(rule: Rule) -> Iterator[tuple[str, list[nodes.Node]]]:
    match rule:
        case AllOf(inner) | AnyOf(inner) | AtLeast(parts=inner):
            below = [step for part in inner for step in _steps(part)]
            if below:
                joint = f"at least {rule.number} of" if isinstance(rule, AtLeast) else JOINTS[type(rule)]
                items = [nodes.list_item("", nodes.paragraph(text=said), *more) for said, more in below]
                yield joint, [nodes.bullet_list("", *items)]
        case Not(inner):
            yield from (("not: " + said, below) for said, below in _steps(inner))
        case ByLegalOrder(question=question, then=then, otherwise=otherwise):
            below = [*_branch("yes", then), *_branch("no", otherwise)]
            yield f"by the legal order: {question}", [nodes.bullet_list("", *below)] if below else []
        case Element(title=title, pinpoint=pinpoint, note=note, rule=inner):
            yield f"{title} ({_place(pinpoint)}){f' — {note}' if note else ''}", elements(inner)
        case NotEstablished(title=title, reason=reason):
            yield f"{title} — not established: {reason}", []
        case Meets(definition=definition, part=part):
            yield f"{definition.title} ({definition.citation}){f', on the {part}' if part else ''}", []
        case _:
            return


def _branch(answer: str, rule: Rule) -> list[nodes.list_item]:
    below = elements(rule)
    return [nodes.list_item("", nodes.paragraph(text=f"if {answer}"), *below)] if below else []


def _place(pinpoint: str) -> str:
    return oc.Citation("", pinpoint).place


class Horizons(SphinxDirective):
    """How far the list of acts about each instrument can be relied on."""

    def run(self) -> list[nodes.Node]:
        """Return the table, and what it does not show."""
        rows, remarks = [], nodes.definition_list()
        for each in oc.horizons.values():
            name = oc.instruments[each.id].name
            total = f"{each.confirmed_published} {each.confirmed_counts}, {each.confirmed_listed} listed"
            absence = None if each.complete_until is None else oc.parties(each.id).as_of
            rows.append((name, each.complete_until, absence, each.confirmed_on, total, each.unidentified))
            said = [each.complete_reason, each.caution, each.unidentified_note]
            remarks += nodes.definition_list_item(
                "",
                nodes.term(text=name),
                nodes.definition("", *(paragraph(text) for text in said if text)),
            )
        columns = ("instrument", "complete until", "absence vouched for", "confirmed on", "that total", "unidentified")
        return [table(columns, rows), remarks]


class Evidence(SphinxDirective):
    """How many records and acts stand on which evidence."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        acts = [act for each in oc.participations.values() for act in each.acts]
        kinds = {
            "acts of participation": acts,
            "instruments": oc.instruments.values(),
            "participants": oc.participants.values(),
            "definitions": oc.definitions.values(),
            "declarations (a selection)": oc.BUILT_IN.declarations,
        }
        used = [status for status in EvidenceStatus if any(r.status is status for rs in kinds.values() for r in rs)]
        rows = []
        for kind, records in kinds.items():
            counted = Counter(record.status for record in records)
            rows.append((kind, *(counted[status] or None for status in used), counted.total()))
        return [table(("what", *(status.value for status in used), "all"), rows)]


class ControlTotals(SphinxDirective):
    """The published totals that the lists reproduce, and those that they do not, with the difference and the reason."""

    def run(self) -> list[nodes.Node]:
        """Return both tables, under a sentence with the numbers."""
        met, missed = [], []
        for each in oc.BUILT_IN.control_totals:
            certain, possible = counted(each)
            said = f"{certain}" if certain == possible else f"{certain} to {possible}"
            row = (oc.instruments[each.instrument].name, each.as_of, each.counts, each.published, said)
            off = certain - each.published if each.published < certain else min(possible - each.published, 0)
            (missed if off else met).append((*row, f"{off:+d}", each.note) if off else (*row, each.note))
        columns = ("instrument", "on", "counts", "published", "listed")
        number = len(met) + len(missed)
        return [
            paragraph(f"{len(met)} of the {number} published totals are reproduced; {len(missed)} are not."),
            nodes.rubric(text="Not reproduced"),
            table((*columns, "difference", "reason"), missed),
            nodes.rubric(text="Reproduced"),
            table((*columns, "remark"), met),
        ]


def counted(total: ControlTotal) -> tuple[int, int]:
    """Return how many have certainly, and how many may have, done the act that a published total counts.

    A total of a month or a year is met by any day of it.
    """
    kinds = CONSENTS if total.counts == "parties" else {ActKind.SIGNATURE}
    certain = possible = 0
    for each in oc.participations.values():
        if each.instrument == total.instrument:
            days = [act.day for act in each.acts if act.kind in kinds]
            certain += any(day.by(total.as_of.earliest) is oc.Truth.TRUE for day in days)
            possible += any(day.by(total.as_of.latest) is not oc.Truth.FALSE for day in days)
    return certain, possible


class Sources(SphinxDirective):
    """How many sources of each kind there are, and which have no address."""

    def run(self) -> list[nodes.Node]:
        """Return the table and the list."""
        every = Counter(each.kind for each in oc.sources.values())
        bare = [each for each in oc.sources.values() if each.address is None]
        without = Counter(each.kind for each in bare)
        undated = Counter(each.kind for each in oc.sources.values() if each.retrieved is None)
        rows = [(kind, every[kind], without[kind] or None, undated[kind] or None) for kind in sorted(every)]
        rows.append(("all", every.total(), without.total(), undated.total()))
        columns = ("kind", "sources", "without an address", "without the day on which they were read")
        items = [nodes.list_item("", paragraph(f"{each.title} ({each.publisher})")) for each in bare]
        return [table(columns, rows), nodes.rubric(text="Without an address"), nodes.bullet_list("", *items)]


class Written(SphinxDirective):
    """What is handed to autodoc as text, and so may stand in a Markdown page."""

    def written(self, lines: Iterable[str]) -> list[nodes.Node]:
        """Return what autodoc and the Python domain make of some lines."""
        made = nodes.container()
        content = StringList(["```{eval-rst}", *lines, "```"], source=type(self).__name__.lower())
        self.state.nested_parse(content, self.content_offset, made)
        return made.children


class GroupMatrix(SphinxDirective):
    """How each definition of a group stands to each other, proved."""

    def run(self) -> list[nodes.Node]:
        """Return the table, and what its signs mean."""
        shown = oc.matrix([ORGANIZED_CRIMINAL_GROUP, CRIMINAL_ORGANISATION, *GROUP_DEFINITIONS]).outline()
        return [table(shown.columns, shown.rows), *map(paragraph, shown.notes)]


class Lists(SphinxDirective):
    """Every list of crimes, with its issuer, edition and number of entries."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        rows = (
            (each.id, each.title, each.issuer, len(each), "yes" if each.official_codes else "no", each.as_of)
            for each in oc.taxonomies.values()
        )
        return [table(("id", "title", "issuer", "entries", "official codes", "read up to"), rows)]


class Bodies(SphinxDirective):
    """Every body, with its kind and seat."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        rows = ((each.id, each.name, each.kind.value, each.seat, each.status.value) for each in oc.bodies.values())
        return [table(("id", "name", "kind", "seat", "evidence"), rows)]


class Programmes(SphinxDirective):
    """Every programme, with its period."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        rows = ((each.id, each.title, each.period, len(each.priorities) or None) for each in oc.programmes.values())
        return [table(("id", "title", "period", "priorities"), rows)]


class Categories(SphinxDirective):
    """Every category of crime, with those above it."""

    def run(self) -> list[nodes.Node]:
        """Return the table."""
        rows = ((each.id, each.title, ", ".join(each.parents), len(each.governed_by)) for each in oc.crimes.values())
        return [table(("id", "title", "under", "governing instruments"), rows)]


class Api(Written):
    """Every public name of some modules; one that the package itself offers is shown as ``orgcrime.name``."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return what autodoc makes of them; ``model.*`` stands for every module of a folder."""
        return self.written(line for name in self.arguments[0].split() for line in self._module(name))

    def _module(self, name: str) -> Iterator[str]:
        if name.endswith(".*"):
            folder = importlib.import_module(f"orgcrime.{name[:-2]}")
            for found in pkgutil.iter_modules(folder.__path__):
                yield from self._module(f"{name[:-1]}{found.name}")
            return
        module = importlib.import_module(f"orgcrime.{name}")
        for public in module.__all__:
            value = getattr(module, public)
            offered = public in oc.__all__ and getattr(oc, public) is value
            path = f"orgcrime.{public}" if offered else f"{module.__name__}.{public}"
            if isinstance(value, type):
                kind = "exception" if issubclass(value, Exception) else "class"
                whole = ["   :undoc-members:"] if issubclass(value, enum.Enum) else []
                yield from (f".. auto{kind}:: {path}", *whole, "")
            elif callable(value):
                yield from (f".. autofunction:: {path}", "")
            else:  # the words stand below the name in the module, where autodoc does not look for another path
                said = ModuleAnalyzer.for_module(module.__name__).find_attr_docs().get(("", public), [])
                yield from (f".. py:data:: {path}", "", *(f"   {line}" for line in said), "")


class Registries(Written):
    """The registries of the front door, each with what its records are."""

    def run(self) -> list[nodes.Node]:
        """Return an entry for each, worded as the catalogue words it."""
        return self.written(line for name in REGISTRIES for line in self._entry(name))

    def _entry(self, name: str) -> Iterator[str]:
        declared = getattr(Catalogue, name)
        held = declared.func.__annotations__["return"].removeprefix("Registry[").removesuffix("]")
        yield from (f".. py:data:: orgcrime.{name}", f"   :type: ~orgcrime.Registry[~orgcrime.{held}]", "")
        yield from (f"   {declared.__doc__}", "")


def default_by_its_name(app: Sphinx, *given: object) -> tuple[str, object] | None:
    """Return a signature that calls the catalogue of the shipped data by its name; ``None`` where it is no default.

    It is the signature that the next listener makes, which is the extension of type hints.
    """
    for listener in app.events.listeners["autodoc-process-signature"]:
        if listener.handler is not default_by_its_name:
            made = listener.handler(app, *given)
            if made is not None and repr(oc.BUILT_IN) in str(made[0]):
                return str(made[0]).replace(repr(oc.BUILT_IN), "BUILT_IN"), made[1]
    return None


def every_public_name_is_documented(_app: Sphinx, env: BuildEnvironment) -> None:
    """Warn of each public name that no page documents."""
    documented = env.domains["py"].data["objects"]
    for name in oc.__all__:
        if f"orgcrime.{name}" not in documented:
            LOG.warning("orgcrime.%s is public and on no page of the reference", name)


def setup(app: Sphinx) -> dict[str, object]:
    """Register the directives."""
    plain = (
        Instruments,
        Definitions,
        Horizons,
        Evidence,
        Sources,
        Registries,
        Api,
        Lists,
        Bodies,
        Programmes,
        Categories,
    )
    for directive in plain:
        app.add_directive(directive.__name__.lower(), directive)
    app.add_directive("control-totals", ControlTotals)
    app.add_directive("group-matrix", GroupMatrix)
    app.connect("autodoc-process-signature", default_by_its_name, priority=400)  # the first answer counts
    app.connect("env-check-consistency", every_public_name_is_documented)
    return {"version": oc.data_version, "parallel_read_safe": True, "parallel_write_safe": True}
