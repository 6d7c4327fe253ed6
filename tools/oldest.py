"""Runs the tests with the oldest libraries that the project says it works with.

    python tools/oldest.py [--spark] [--folder FOLDER] [arguments of pytest]

The lower bounds are read from ``pyproject.toml``: a fresh environment gets exactly these versions of what the package
and its extras need, wheels only; the tools of the tests are the newest that go with them. Without arguments all
ordinary tests run, and those of every backend; with ``--spark`` those of Spark, which need Java 17 and PySpark, the one
library without a wheel. What old libraries say of newer ones that they deprecate is passed over.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)(?:\[(?P<extras>[\w,.-]+)\])?(?:>=(?P<bound>[\w.]+))?")
LIBRARIES = ["backends", "cli", "plots"]
QUIETLY = ("-q", "-p", "no:cacheprovider", "-W", "ignore::DeprecationWarning")
ORDINARY = (*QUIETLY, "-m", "not spark and not interop and (backends or not slow)", "tests")
SPARK = (*QUIETLY, "-m", "spark", "tests/frames")


def bounds(extras: list[str]) -> dict[str, str]:
    """Return the lower bound of each library that the project needs with some extras.

    Raises:
        ValueError: for a requirement that states none.
    """
    found: dict[str, str] = {}
    for name, bound in _bounds(PROJECT["dependencies"], extras):
        if found.setdefault(name, bound) != bound:
            message = f"pyproject.toml names two lower bounds of {name}: {found[name]} and {bound}"
            raise ValueError(message)
    return found


def _bounds(requirements: list[str], extras: list[str]) -> Iterator[tuple[str, str]]:
    for each in requirements:
        match = REQUIREMENT.fullmatch(each)
        if match is not None and match["name"] == PROJECT["name"]:
            yield from _bounds([], match["extras"].split(","))
        elif match is None or match["bound"] is None:
            message = f"pyproject.toml: {each!r} states no lower bound"
            raise ValueError(message)
        else:
            yield match["name"], match["bound"]
    for extra in extras:
        yield from _bounds(PROJECT["optional-dependencies"][extra], [])


def environment(folder: Path, extras: list[str]) -> Path:
    """Make an environment with the oldest libraries and the newest tools of the tests, and return its Python."""
    oldest = bounds(extras)
    pins = folder / "oldest.txt"
    pins.write_text("".join(f"{name}=={bound}\n" for name, bound in oldest.items()), encoding="utf-8")
    print(pins.read_text(encoding="utf-8"), flush=True)
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    binary = ["--only-binary", ":all:", *(["--no-binary", "pyspark"] if "pyspark" in oldest else [])]
    wanted = f"{ROOT}[{','.join([*extras, 'test'])}]"
    subprocess.run([python, "-m", "pip", "install", "-q", *binary, "-c", pins, wanted], check=True)  # noqa: S603 - our own
    return python


def main() -> int:
    """Return what pytest returns."""
    parser = argparse.ArgumentParser(description="Run tests with the oldest supported libraries.")
    parser.add_argument("--spark", action="store_true", help="with the extra spark, and its tests alone")
    parser.add_argument("--folder", type=Path, help="where the environment is kept; else it is thrown away")
    given, arguments = parser.parse_known_args()
    extras = [*LIBRARIES, *(["spark"] if given.spark else [])]
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        python = environment(folder, extras)
        command = [python, "-m", "pytest", *(arguments or (SPARK if given.spark else ORDINARY))]
        return subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603 - our own


if __name__ == "__main__":
    sys.exit(main())
