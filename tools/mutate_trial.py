"""How `tools/mutate.py` tries a change: in a process of its own, where it can with the tests already collected.

A function that nothing calls while modules are read gets its changed code in place, after the tests were collected;
any other change is made before anything of the library is read.
"""

from __future__ import annotations

import functools
import importlib
import importlib.machinery
import importlib.util
import json
import os
import resource
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import coverage
import pytest
from hypothesis import HealthCheck, Phase, settings
from mutate_changes import Change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from importlib.machinery import ModuleSpec
    from types import CodeType, FunctionType

__all__ = ["LAW", "Known", "Trial", "first_run", "verdicts"]

LAW = "src/orgcrime/law"
OPTIONS = (
    *("-q", "--tb=no", "-c", "pyproject.toml", "--rootdir=.", "-p", "no:cacheprovider"),
    *("--doctest-modules", "-o", "python_functions=test_*"),
)
EXAMPLES = 20
MEMORY = 4 * 1024**3
UNCHANGED, NOTICED, WRONG_USE, FAULT, NOT_IN_PLACE = 0, 1, 4, 70, 77
CONTROL = 0
"""The place of the trial without a change."""
CONTROL_SAID = "failed-last.txt"


@attrs.frozen
class Known:
    """What a run on the code as it is tells: what each test takes, which run which line, and which fail."""

    took: dict[str, float]
    lines: dict[str, dict[str, list[str]]]
    modules: list[str]
    failed: list[str]


@attrs.frozen
class Trial:
    """A change, the tests that may notice it, and whether it can be made in place."""

    change: Change
    tests: list[str]
    seconds: float
    in_place: bool


class _Quick:
    """Makes property tests quick and the same each time, and leaves out what is not chosen."""

    def __init__(self, chosen: list[str] | None = None) -> None:
        self.place = None if chosen is None else {test: at for at, test in enumerate(chosen)}

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        place = self.place
        if place is not None:
            items[:] = sorted((item for item in items if item.nodeid in place), key=lambda item: place[item.nodeid])
        for item in items:
            test = getattr(item, "function", None)
            drawn = getattr(test, "_hypothesis_internal_use_settings", None)
            if test is not None and drawn is not None:
                test._hypothesis_internal_use_settings = settings(  # noqa: SLF001 - there is no other way
                    drawn,
                    max_examples=min(drawn.max_examples, EXAMPLES),
                    suppress_health_check=list(HealthCheck),
                    phases=(Phase.explicit, Phase.generate),
                )


class _Measured:
    """Notes what each test takes and which lines it runs."""

    def __init__(self, measured: coverage.Coverage) -> None:
        self.took: dict[str, float] = {}
        self.failed: list[str] = []
        self.measured = measured

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.append(report.nodeid)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.measured.switch_context(item.nodeid)
        began = time.process_time()
        try:
            return (yield)
        finally:
            self.took[item.nodeid] = time.process_time() - began
            self.measured.switch_context("")


def first_run(copy: Path, files: list[str]) -> Known:
    """Return what a run on the code as it is tells; a test that fails there is not counted on.

    Raises:
        SystemExit: if the tests cannot be read.
    """

    def run() -> dict[str, Any]:
        measured = coverage.Coverage(data_file=None, source=[str(copy / LAW)], config_file=False)
        measured.start()
        noted = _Measured(measured)
        pytest.main([*OPTIONS, *files], plugins=[_Quick(), noted])
        measured.stop()
        data = measured.get_data()
        lines = {
            str(Path(file).relative_to(copy / LAW).with_suffix("")): data.contexts_by_lineno(file)
            for file in data.measured_files()
        }
        took = {test: seconds for test, seconds in noted.took.items() if test not in noted.failed}
        return {"took": took, "lines": lines, "modules": sorted(sys.modules), "failed": noted.failed}

    report = copy / "report.json"
    child = os.fork()
    if child == 0:
        try:
            _enter(copy, copy / "first-run.txt")
            report.write_text(json.dumps(run()))
        finally:
            os._exit(0)
    os.waitpid(child, 0)
    if not report.exists() or "\nERROR " in (copy / "first-run.txt").read_text():
        raise SystemExit((copy / "first-run.txt").read_text()[-3000:])
    return Known(**json.loads(report.read_text()))


def warm(known: Known) -> None:
    """Read what the tests will read, but for the library and the tests themselves."""
    for name in known.modules:
        if not name.startswith(("orgcrime", "test_", "conftest", "tests", "__main__", "small_law", "made")):
            try:
                importlib.import_module(name)
            except ImportError:
                continue


def _enter(copy: Path, said: Path | None = None) -> None:
    os.chdir(copy)
    into = os.open(said or os.devnull, os.O_RDWR | os.O_CREAT)
    for stream in (0, 1, 2):
        os.dup2(into, stream)
    sys.path.insert(0, str(copy / "src"))


def verdicts(copy: Path, trials: list[Trial], files: list[str], jobs: int) -> Iterator[tuple[Change, str]]:
    """Yield for each change whether it was killed, timed out or survived."""
    in_place = _with_control([trial for trial in trials if trial.in_place])
    again = []
    if in_place:
        for at, code in _collected(copy, in_place, files, jobs):
            if code == NOT_IN_PLACE:
                again.append(in_place[at])
            elif not _is_control(copy, at, code, in_place):
                yield in_place[at].change, _verdict(in_place[at].change, code)
    afresh = _with_control([trial for trial in trials if not trial.in_place] + again)
    for at, code in _each(len(afresh), jobs, lambda at: _afresh(copy, afresh[at], changed=at != CONTROL)):
        if not _is_control(copy, at, code, afresh):
            yield afresh[at].change, _verdict(afresh[at].change, code)


def _with_control(trials: list[Trial]) -> list[Trial]:
    """Return some trials after one of them, that with the most tests, which is made without its change."""
    return [max(trials, key=lambda trial: len(trial.tests)), *trials] if trials else []


def _is_control(copy: Path, at: int, code: int, trials: list[Trial]) -> bool:
    """Return whether a trial was made without its change; then all tests must pass, or no verdict counts."""
    if at == CONTROL and code != UNCHANGED:
        said = f"exit {code}, {(copy / CONTROL_SAID).read_text() if (copy / CONTROL_SAID).exists() else ''}"
        raise SystemExit(
            f"{trials[at].change.module}: without any change a test fails when it is run like this: {said}"
        )
    return at == CONTROL


def _verdict(change: Change, code: int) -> str:
    if code in {WRONG_USE, FAULT}:
        raise SystemExit(f"exit {code}: a change could not be tried: {change.key}")
    return "timeout" if code < 0 else "survived" if code == UNCHANGED else "killed"


def _each(number: int, jobs: int, start: Callable[[int], int]) -> Iterator[tuple[int, int]]:
    """Yield the place and the exit code of processes that are started by their place, so many at once."""
    running: dict[int, int] = {}
    waiting = iter(range(number))
    for at in waiting:
        running[start(at)] = at
        if len(running) >= jobs:
            yield _ended(running)
    while running:
        yield _ended(running)


def _ended(running: dict[int, int]) -> tuple[int, int]:
    child, status = os.waitpid(-1, 0)
    return running.pop(child), os.waitstatus_to_exitcode(status)


def _limit(trial: Trial) -> None:
    seconds = 10 + int(5 * trial.seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _collected(copy: Path, trials: list[Trial], files: list[str], jobs: int) -> Iterator[tuple[int, int]]:
    """Yield the outcome of changes made in place, in processes that have the tests collected."""
    read, write = os.pipe()
    stage = os.fork()
    if stage == 0:
        os.close(read)
        try:
            _enter(copy)
            pytest.main([*OPTIONS, *files], plugins=[_Quick(), _Stage(trials, jobs, write)])
        finally:
            os._exit(0)
    os.close(write)
    told = 0
    with os.fdopen(read) as lines:
        for line in lines:
            at, code = map(int, line.split())
            told += 1
            yield at, code
    os.waitpid(stage, 0)
    if told != len(trials):
        raise SystemExit(f"of {len(trials)} changes only {told} were tried")


class _Stage:
    """Instead of running the tests, tries each change on those that may notice it; first, that none is made."""

    def __init__(self, trials: list[Trial], jobs: int, write: int) -> None:
        self.trials = trials
        self.jobs = jobs
        self.write = write

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        items = {item.nodeid: item for item in session.items}

        def start(at: int) -> int:
            child = os.fork()
            if child:
                return child
            code = FAULT
            try:
                _limit(self.trials[at])
                made = at == CONTROL or _put_in_place(self.trials[at].change)
                code = _run(session, [items[test] for test in self.trials[at].tests]) if made else NOT_IN_PLACE
            finally:
                os._exit(code)

        for at, code in _each(len(self.trials), self.jobs, start):
            os.write(self.write, f"{at} {code}\n".encode())
        return True


def _run(session: pytest.Session, items: list[pytest.Item]) -> int:
    for item, following in zip(items, [*items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            (Path(session.config.rootpath) / CONTROL_SAID).write_text(item.nodeid)
            return NOTICED
    return UNCHANGED


def _put_in_place(change: Change) -> bool:
    """Give a function its changed code; return whether that could be done."""
    name = f"orgcrime.law.{change.module.replace('/', '.')}".removesuffix(".")
    *classes, last = change.within.split(".")
    owner: Any = sys.modules[name]
    code: CodeType | None = compile(change.code, owner.__file__, "exec", dont_inherit=True)
    for each in (*classes, last):
        code = next((held for held in code.co_consts if getattr(held, "co_name", None) == each), None) if code else None
    for each in classes:
        owner = vars(owner)[each]
    function = _function(vars(owner)[last])
    if code is None or len(code.co_freevars) != len(function.__code__.co_freevars):
        return False
    function.__code__ = code
    return True


def _function(held: Any) -> FunctionType:  # noqa: ANN401 - as a class holds it
    match held:
        case property(fget=function):
            return function
        case functools.cached_property(func=function):
            return function
        case staticmethod() | classmethod():
            return held.__func__
    return getattr(held, "__wrapped__", held)


class _Loader(importlib.machinery.SourceFileLoader):
    """Loads a module with the change made."""

    def __init__(self, name: str, path: str, code: str) -> None:
        super().__init__(name, path)
        self.code = code

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - it loads one module
        return compile(self.code, self.path, "exec", dont_inherit=True)


class _Finder:
    """Finds the changed module before the one on disk, and before pytest, which reads on its own what it is given."""

    def __init__(self, name: str, path: str, code: str) -> None:
        self.name = name
        self.path = path
        self.code = code

    def pytest_sessionstart(self) -> None:
        sys.meta_path.insert(0, self)

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        if name != self.name:
            return None
        return importlib.util.spec_from_file_location(name, self.path, loader=_Loader(name, self.path, self.code))


def _afresh(copy: Path, trial: Trial, *, changed: bool) -> int:
    """Begin to try a change in a process that has read nothing of the library, and return its id."""
    child = os.fork()
    if child:
        return child
    code = FAULT
    try:
        _limit(trial)
        _enter(copy)
        module = trial.change.module
        name = f"orgcrime.law.{module.replace('/', '.')}".removesuffix(".")
        path = copy / LAW / (f"{module}__init__.py" if module.endswith("/") else f"{module}.py")
        finder = _Finder(name, str(path), trial.change.code if changed else path.read_text(encoding="utf-8"))
        files = list(dict.fromkeys(test.partition("::")[0] for test in trial.tests))
        plugins = [_Quick(trial.tests), finder]
        code = int(pytest.main(["-x", *OPTIONS, *files], plugins=plugins)) if files else UNCHANGED
    finally:
        os._exit(code)
