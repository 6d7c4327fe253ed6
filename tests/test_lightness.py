"""What importing costs, and what the front door offers."""

import subprocess
import sys
from pathlib import Path

import pytest

import orgcrime

SOURCES = Path(orgcrime.__file__).parents[1]
SNAPSHOT = Path(__file__).parent / "data" / "public-names.txt"


def run_python(program: str) -> str:
    """What a fresh interpreter prints; it finds the package and nothing of this process."""
    start = f"import sys; sys.path.insert(0, {str(SOURCES)!r})\n"
    done = subprocess.run(
        [sys.executable, "-I", "-c", start + program], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


STANDARD = sys.stdlib_module_names
AFTER = "before = set(sys.modules)\n{act}\nprint(*sorted(set(sys.modules) - before))"


def test_importing_loads_nothing_else() -> None:
    """The package would cost its users something before they use it."""
    loaded = run_python(AFTER.format(act="import orgcrime")).split()
    assert loaded == ["orgcrime"]


def test_importing_opens_no_file_but_its_own_code() -> None:
    """A data file would be read by everybody who imports a library that imports this one."""
    opened = run_python(
        "opened = []\n"
        "sys.addaudithook(lambda event, given: opened.append(str(given[0])) if event == 'open' else None)\n"
        "import orgcrime\n"
        "print(*opened, sep='\\n')"
    ).split("\n")
    others = [path for path in opened if path and not path.rpartition(".")[2].startswith("py")]
    assert others == []
    assert all("orgcrime" in path for path in opened if path)


def test_is_party_answers_without_attrs() -> None:
    """The one question asked millions of times would begin with the import of two libraries."""
    act = "import orgcrime\nassert orgcrime.is_party('FR', 'UNCAC', on='2005-12-14').value == 'true'"
    loaded = run_python(AFTER.format(act=act)).split()
    third_party = {name.partition(".")[0] for name in loaded} - STANDARD - {"orgcrime"}
    assert third_party == set()
    assert "json" not in loaded


def test_a_first_record_loads_no_more_than_it_is_made_of() -> None:
    """Whoever looks up one instrument would wait for what a misspelt name, a search or a table of it needs."""
    loaded = set(run_python(AFTER.format(act="import orgcrime\norgcrime.instruments['UNTOC']")).split())
    assert "orgcrime.model.instrument" in loaded
    unwanted = ("difflib", "csv", "cattrs", "orgcrime.found", "orgcrime.outline", "orgcrime.search", "orgcrime.law")
    assert not set(unwanted) & loaded


@pytest.mark.parametrize("name", ["Truth", "OrgCrimeError", "__version__", "data_version"])
def test_the_small_pieces_come_without_third_party_modules(name: str) -> None:
    loaded = run_python(AFTER.format(act=f"import orgcrime\norgcrime.{name}")).split()
    assert {module.partition(".")[0] for module in loaded} - STANDARD == {"orgcrime"}


def test_a_finding_needs_neither_cattrs_nor_the_dataframe_library() -> None:
    act = "import orgcrime\norgcrime.meets_palermo_definition(orgcrime.Group(persons=2))"
    loaded = set(run_python(AFTER.format(act=act)).split())
    assert not {"cattrs", "narwhals", "rich", "matplotlib"} & loaded


def test_every_public_name_resolves_after_every_submodule_was_imported() -> None:
    """A submodule that bears the name of a function would take its place once somebody imports it."""
    program = (
        "import importlib, pkgutil, types, orgcrime\n"
        "found = [each.name for each in pkgutil.walk_packages(orgcrime.__path__, 'orgcrime.')]\n"
        "for name in found: importlib.import_module(name)\n"
        "for name in orgcrime.__all__:\n"
        "    value = getattr(orgcrime, name)\n"
        "    assert name == 'frames' or not isinstance(value, types.ModuleType), name\n"
        "print(len(found) > 20)"
    )
    assert run_python(program) == "True\n"


def test_no_public_name_is_that_of_a_submodule() -> None:
    folder = Path(orgcrime.__file__).parent
    submodules = {path.stem for path in folder.glob("*.py")} | {path.name for path in folder.iterdir() if path.is_dir()}
    assert set(orgcrime.__all__) & submodules <= {"frames"}


def test_the_list_of_public_names_is_the_table_by_which_they_are_found() -> None:
    table = set(orgcrime._WHERE) | orgcrime._REGISTRIES | {"__version__", "data_version"}
    assert set(orgcrime.__all__) == table
    assert len(orgcrime.__all__) == len(set(orgcrime.__all__))
    assert sorted(dir(orgcrime)) == sorted(orgcrime.__all__)


@pytest.mark.parametrize("name", orgcrime.__all__)
def test_a_public_name_is_found_and_is_where_the_table_says(name: str) -> None:
    value = getattr(orgcrime, name)
    assert getattr(orgcrime, name) is value
    if name in orgcrime._WHERE:
        module = sys.modules[f"orgcrime.{orgcrime._WHERE[name]}"]
        assert vars(module)[name] is value
        assert name in module.__all__


def test_a_star_import_brings_every_public_name() -> None:
    names = run_python("from orgcrime import *\nprint(*globals())").split()
    assert set(orgcrime.__all__) <= set(names)


def test_the_list_of_public_names_has_not_changed_unawares() -> None:
    """A name would vanish, or become a promise, without anybody having meant it.

    Changed on purpose: write the names into the file, one a line, in the order of ``sorted``.
    """
    assert SNAPSHOT.read_text(encoding="utf-8").split() == sorted(orgcrime.__all__)
