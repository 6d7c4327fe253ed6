"""Records that other packages bring: found by entry point, put beside the built-in ones."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from orgcrime.catalogue import BUILT_IN, REGISTRIES, Catalogue
from orgcrime.embedding import embeddable
from orgcrime.errors import DuplicateKeyError, UnknownKeyError
from orgcrime.outline import Outline
from orgcrime.tables import TABLES

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

    from orgcrime.registry import Registry


__all__ = ["GROUP", "Extended", "Extension", "ExtensionWarning", "extended"]

GROUP = "orgcrime.catalogue"
"""The group of entry points under which a package says what it brings."""


class ExtensionWarning(UserWarning):
    """An extension could not be loaded and was left out; the message names it."""


@embeddable
@attrs.frozen(kw_only=True)
class Extension:
    """What one entry point has brought.

    Attributes:
        name: the name of the entry point.
        package: the distribution that has it.
        version: the version of the distribution.
        brings: how many records it brings, by the name of the registry or table.
        fault: why it was left out; ``None`` where it was not.
    """

    name: str
    package: str
    version: str
    brings: tuple[tuple[str, int], ...] = ()
    fault: str | None = None

    def __str__(self) -> str:
        """Return its name, its package and what it brings or why it was left out."""
        counts = ", ".join(f"{number} {what}" for what, number in self.brings) or "nothing"
        return f"{self.name} ({self.package} {self.version}): {self.fault or counts}"


class Extended(Catalogue):
    """A catalogue with the records that other packages bring.

    Attributes:
        extensions: every extension that was found, also those that were left out.
    """

    extensions: tuple[Extension, ...]

    def __init__(self, extensions: Iterable[Extension], **own: Registry[Any] | Iterable[object]) -> None:
        """Make a catalogue.

        Args:
            extensions: what is said of the extensions.
            own: registries and tables to be used in place of the built-in ones, by name.
        """
        super().__init__(**own)
        self.extensions = tuple(extensions)

    def replacing(self, **own: Registry[Any] | Iterable[object]) -> Extended:
        """Return a catalogue with other registries or tables in place of some of these."""
        return Extended(self.extensions, **(self.own | own))

    def outline(self) -> Outline:
        """Return the extensions, one a row."""
        rows = tuple(
            (each.name, each.package, each.version, each.fault or ", ".join(f"{n} {what}" for what, n in each.brings))
            for each in self.extensions
        )
        columns = ("extension", "package", "version", "brings") if rows else ()
        return Outline(heading=f"{len(rows)} extensions of the catalogue", columns=columns, rows=rows)


def extended(*, catalogue: Catalogue = BUILT_IN) -> Extended:
    """Return a catalogue with the records of every installed package that brings some.

    A package says so by an entry point of the group ``orgcrime.catalogue``, which names a mapping, or a function
    without arguments that returns one: from the name of a registry or a table to records, as ``instruments``,
    ``matches``, ``cooperation_rules`` or ``duties``. The package is loaded by this call, and not before. One that
    cannot be loaded is left out: a warning names it, and ``extensions`` says why. Nobody else's catalogue changes.

    Args:
        catalogue: the catalogue to which they are added.

    Raises:
        DuplicateKeyError: if an extension claims an id or a name that is taken; a note names the extension.

    Warns:
        ExtensionWarning: for each extension that was left out.

    >>> import orgcrime as oc
    >>> extended().instruments == oc.instruments
    True
    """
    found: list[Extension] = []
    own = catalogue.own
    for point in _points():
        about = Extension(
            name=point.name,
            package=point.dist.name if point.dist else "unknown",
            version=point.dist.version if point.dist else "unknown",
        )
        try:
            brought = _brought(point)
        except Exception as error:  # noqa: BLE001 - whatever a foreign package does wrong concerns it alone
            fault = f"{type(error).__name__}: {error}"
            found.append(attrs.evolve(about, fault=fault))
            message = f"the extension {point.name!r} of the package {about.package!r} was left out: {fault}"
            warnings.warn(message, ExtensionWarning, stacklevel=2)
            continue
        for name, records in brought.items():
            known = own[name] if name in own else getattr(catalogue, name)
            try:
                own[name] = (*known, *records) if name in TABLES else known.including(*records)
            except DuplicateKeyError as error:
                error.add_note(f"brought by the extension {point.name!r} of the package {about.package!r}")
                raise
        found.append(attrs.evolve(about, brings=tuple((name, len(records)) for name, records in brought.items())))
    return Extended(found, **own)


def _points() -> list[EntryPoint]:
    from importlib.metadata import entry_points

    return sorted(entry_points(group=GROUP), key=_order)


def _order(point: EntryPoint) -> tuple[str, str]:
    return (point.dist.name if point.dist else "", point.name)


def _brought(point: EntryPoint) -> dict[str, tuple[Any, ...]]:
    """Return the records that an entry point brings, by registry or table.

    Raises:
        Exception: whatever the package raises, and what is wrong with what it gives.
    """
    given: Mapping[str, Iterable[Any]] | Callable[[], Mapping[str, Iterable[Any]]] = point.load()
    if callable(given):
        given = given()
    if not isinstance(given, Mapping):
        raise TypeError(f"expected a mapping from registry to records, or a function that returns one, not {given!r}")
    brought = {}
    for name, records in given.items():
        if name not in REGISTRIES and name not in TABLES:
            raise UnknownKeyError("registry", name, (*REGISTRIES, *TABLES))
        wanted = _kind(name)
        brought[name] = tuple(records)
        for record in brought[name]:
            if not isinstance(record, wanted):
                raise TypeError(f"{name} takes records of the class {wanted.__name__}, not {record!r}")
    return brought


def _kind(name: str) -> type:
    """Return the class of the records of a registry or a table, which is that of the built-in ones."""
    held = getattr(BUILT_IN, name)
    return type(next(iter(held if name in TABLES else held.values())))
