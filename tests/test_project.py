"""What holds of the project around the package: its metadata, its licences, its front page."""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import orgcrime

ROOT = Path(__file__).parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
README_COMMANDS = {
    "first-command": (
        'python3 -m venv .venv && .venv/bin/pip install -q ".[cli]" '
        "&& .venv/bin/orgcrime assess examples/cases/drug-ring.json"
    ),
    "test-command": (
        'python3 -m venv .venv-test && .venv-test/bin/pip install -q ".[all,test]" && .venv-test/bin/python -m pytest'
    ),
}
BUILT = {"build", "dist", "_build", "mutants", "node_modules", "__pycache__"}
OF_ONE_MACHINE = re.compile(
    r"""(?<![\w.~/-])/(?:work|home|root|Users)/  # somebody's folders
    |\.\./shared\b
    |(?:pypi|pythonhosted|npmjs)\.(?:org|com)/simple|files\.pythonhosted\.org|registry\.npmjs\.org  # registries""",
    re.VERBOSE,
)


def files_of_the_project() -> Iterator[Path]:
    """Every text file that is written by hand: no caches, no environments, nothing that is built."""
    for path in ROOT.rglob("*"):
        parts = path.relative_to(ROOT).parts
        hidden = any(part.startswith(".") for part in parts) and parts[0] != ".ci"
        if path.is_file() and not hidden and not BUILT & set(parts) and path != Path(__file__):
            yield path


def test_the_version_is_a_literal_that_the_build_reads() -> None:
    source = (ROOT / "src/orgcrime/__init__.py").read_text(encoding="utf-8")
    assert PROJECT["dynamic"] == ["version"]
    assert re.findall(r'^__version__\b.*= "(.+)"$', source, re.MULTILINE) == [orgcrime.__version__]


def test_the_citation_names_this_version() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {orgcrime.__version__}\n" in citation


def test_the_changelog_has_a_section_for_this_version_or_for_the_next() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[({re.escape(orgcrime.__version__)}|Unreleased)\]", changelog, re.MULTILINE)


def test_the_core_depends_on_two_libraries() -> None:
    assert [name.partition(">=")[0] for name in PROJECT["dependencies"]] == ["attrs", "cattrs"]


def test_the_extras_are_the_documented_ones() -> None:
    assert set(PROJECT["optional-dependencies"]) == {
        "cli",
        "frames",
        "files",
        "plots",
        "all",
        "backends",
        "test",
        "benchmarks",
        "spark",
        "interop",
        "mutation",
        "docs",
        "dev",
    }


def test_the_extra_all_is_every_optional_feature() -> None:
    assert PROJECT["optional-dependencies"]["all"] == ["orgcrime[cli,frames,plots]"]


def test_code_and_data_each_have_their_licence() -> None:
    code, data = [(ROOT / name).read_text(encoding="utf-8") for name in PROJECT["license-files"]]
    assert PROJECT["license"] == "Apache-2.0 AND CC-BY-4.0"
    assert "Apache License" in code
    assert "src/orgcrime/data/" in data
    assert "Attribution 4.0 International" in data


@pytest.mark.parametrize(("mark", "command"), README_COMMANDS.items())
def test_the_readme_shows_the_command_as_one_line(mark: str, command: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"<!-- {mark} -->\n```sh\n{command}\n```\n" in readme.replace("-->\n\n", "-->\n")


def test_nothing_refers_to_the_machine_it_was_written_on() -> None:
    """A path or a host of one workplace means nothing to a reader elsewhere."""
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in files_of_the_project()
        for match in OF_ONE_MACHINE.finditer(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []
