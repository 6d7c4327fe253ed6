"""Change the code of the law in every small way, one at a time, and show that some test notices.

    python tools/mutate.py [MODULE …] [--jobs 1] [--keep RESULTS.json] [--write]

A module is named below ``src/orgcrime/law``: ``evaluation``, or ``untoc`` for the whole folder; without one, all are
gone through. In code that works something out the changes are those of mutmut; in definitions they are those of a rule.
Each is tried in a copy of the sources, on the tests that run the lines changed: those beside the module first.

A change that no test notices must be explained in ``tools/mutation-survivors.toml``, or the command fails; so it does
where fewer than 95 of 100 are noticed. With ``--keep`` what was noticed before, in a module that is as it was, is not
tried again; with ``--write`` the numbers go into ``docs/explanation/mutation.md``.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import os
import shutil
import sys
import tempfile
import time
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any, TypeAlias

from mutate_changes import Change, changes
from mutate_trial import LAW, Known, Trial, first_run, verdicts, warm

ROOT = Path(__file__).resolve().parent.parent

ALSO = {
    "values": ("rule",),
    "rule": ("finding",),
    "evaluation": ("finding", "rule"),
    "space": ("finding", "intricate"),
    "decisive": ("finding", "space", "intricate"),
    "stating": ("counterfactual", "compare", "dialogue"),
    "cases": ("counterfactual", "space", "compare", "intricate"),
    "counterfactual": (),
    "finding": ("intricate",),
    "pairs": ("compare",),
    "comparison": ("compare",),
    "compare": (),
    "question": ("interview", "dialogue"),
    "interview": ("dialogue", "intricate"),
    "untoc/": ("finding", "untoc_uncac_scenarios"),
    "uncac/": ("untoc_uncac_scenarios",),
    "trafficking": ("protocol_scenarios",),
    "smuggling": ("protocol_scenarios",),
    "firearms": ("protocol_scenarios",),
    "facts/": ("values", "trafficking", "untoc_participation"),
}
"""Whose tests, but for those of the same name, stand beside a module or the modules of a folder."""
FOLDS = tuple(itertools.takewhile(lambda name: not name.endswith("/"), ALSO))
"""What works something out; all else declares."""
ENOUGH = 95
"""Of a hundred changes, how many must be noticed."""
EXPLAINED = ROOT / "tools/mutation-survivors.toml"
PAGE = ROOT / "docs/explanation/mutation.md"
MARKS = ("<!-- numbers: begin -->", "<!-- numbers: end -->")
Tried: TypeAlias = list[tuple[Change, str]]
"""Each change with what became of it: killed, timeout, survived."""
QUICK = 3.0
"""How many seconds of the tests of other modules are tried."""


def file_of(module: str) -> str:
    """Return the file of a module, without its suffix."""
    return f"{module}__init__" if module.endswith("/") else module


def beside(module: str) -> list[str]:
    """Return the files of tests beside a module, its own examples among them."""
    folder, above, _ = module.partition("/")
    same = (module.rstrip("/").replace("/", "_"), folder)
    names = (*same, *ALSO.get(module, ()), *(ALSO.get(f"{folder}/", ()) if above else ()))
    files = [f"tests/law/test_{name}.py" for name in dict.fromkeys(names)]
    return [f"{LAW}/{file_of(module)}.py", *(file for file in files if (ROOT / file).exists())]


def trial(change: Change, known: Known) -> Trial:
    """Return a change with the tests that may notice it: those beside its module, then the quick ones elsewhere.

    What a test works out is kept for the next, so that a line may matter to a test that does not run it: beside the
    module every test is tried.
    """
    took = known.took
    lines = known.lines.get(file_of(change.module), {})
    near = range(change.line, change.line + change.was.count("\n") + 1)
    around = near if change.body is None else range(change.body[0], change.body[1] + 1)
    running, anywhere = ({test for at in span for test in lines.get(str(at), ())} for span in (near, around))
    home = {test for test in took if test.partition("::")[0] in beside(change.module)}
    in_place = change.body is not None and "" not in anywhere
    far = {test for test in took if test.startswith("tests/")} - home
    others = sorted(far & (running or anywhere) if in_place else far, key=took.__getitem__)
    so_far = itertools.accumulate(took[test] for test in others)
    quick = [test for test, seconds in zip(others, so_far, strict=True) if seconds < QUICK]
    tests = [*sorted(home, key=took.__getitem__), *quick]
    return Trial(change, tests, sum(map(took.__getitem__, tests)), in_place=in_place)


def digested(text: str) -> str:
    """Return what tells a text from any other."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def measured(copy: Path, files: list[str], kept: dict[str, Any], law: str) -> Known:
    """Return what a run of some tests on the code as it is tells; what is kept of it is not run again."""
    held: dict[str, Any] = kept.setdefault("first run", {})
    now = {file: digested(law + (copy / file).read_text(encoding="utf-8")) for file in files}
    new = [file for file in files if held.get(file, {}).get("digest") != now[file]]
    if new:
        run = first_run(copy, new)
        for file in new:
            own = {test for test in run.took if test.partition("::")[0] == file}
            held[file] = {
                "digest": now[file],
                "modules": run.modules,
                "failed": [test for test in run.failed if test.partition("::")[0] == file],
                "took": {test: run.took[test] for test in own},
                "lines": {
                    module: {at: [test for test in tests if not test or test in own] for at, tests in lines.items()}
                    for module, lines in run.lines.items()
                },
            }
    found = Known({}, {}, [], [])
    for file in files:
        found.took.update(held[file]["took"])
        found.modules.extend(held[file]["modules"])
        found.failed.extend(held[file]["failed"])
        for module, lines in held[file]["lines"].items():
            for at, tests in lines.items():
                found.lines.setdefault(module, {}).setdefault(at, []).extend(tests)
    return found


def main() -> int:
    """Return 1 where a change that no test notices is not explained, or too many are not noticed."""
    parser = argparse.ArgumentParser(description="Change the law in small ways and show that some test notices.")
    parser.add_argument("modules", nargs="*", help="modules below src/orgcrime/law; all without one")
    parser.add_argument("--jobs", type=int, default=1, help="how many changes are tried at once")
    parser.add_argument("--keep", type=Path, help="a file that keeps the results")
    parser.add_argument("--write", action="store_true", help="write the numbers into the page of the docs")
    given = parser.parse_args()
    began = time.perf_counter()
    os.environ |= {"CI": "true", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("src", "tests"):
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", copy)
        tried = try_out(copy, given.modules, given.keep, given.jobs, began)
    faults = unexplained(tried)
    minutes = (time.perf_counter() - began) / 60
    print(f"{table(tried)}\n\n{len(tried)} changes, {minutes:.0f} minutes", *faults, sep="\n")
    if given.write and not given.modules and not faults:
        write(tried)
    return 1 if faults else 0


def try_out(copy: Path, modules: list[str], keep: Path | None, jobs: int, began: float) -> Tried:
    """Return what becomes of each change."""
    sources = {
        str(path.relative_to(copy / LAW).with_suffix("")).removesuffix("__init__"): path.read_text(encoding="utf-8")
        for path in sorted((copy / LAW).rglob("*.py"))
    }
    wanted = [name for name in sources if name and (not modules or {name, name.partition("/")[0]} & {*modules})]
    found = [
        change
        for name in wanted
        for change in changes(name, sources[name], computes=name in FOLDS or name.startswith("facts/"))
        if name in FOLDS or not name.startswith("facts/") or change.body is not None
    ]
    print(f"{len(found)} changes of {len(wanted)} modules, made in {time.perf_counter() - began:.0f} s", flush=True)
    digest = {name: digested(text) for name, text in sources.items()}
    kept: dict[str, Any] = json.loads(keep.read_text()) if keep and keep.exists() else {}
    left = [change for change in found if kept.get(change.key) not in noticed(digest[change.module])]
    folds = sorted({file for fold in FOLDS for file in beside(fold) if file.startswith("tests/")})
    needed = {file for change in left for file in beside(change.module)}
    if any(change.body for change in left):
        needed |= {*folds}
    known = measured(copy, sorted(needed), kept, "".join(digest.values()))
    if keep:
        keep.write_text(json.dumps(kept))
    warm(known)
    for test in known.failed:
        print(f"fails on the code as it is, and is not counted on: {test}", flush=True)
    print(f"{len(known.took)} tests; {len(left)} to try; {time.perf_counter() - began:.0f} s", flush=True)
    for module in wanted:
        trials = [trial(change, known) for change in left if change.module == module]
        for change, verdict in verdicts(copy, trials, sorted({*beside(module), *folds}), jobs):
            kept[change.key] = [verdict, digest[module]]
            if verdict == "survived":
                print(f"--- {module}:{change.line} {change.within}\n- {change.was}\n+ {change.now}", flush=True)
        if keep:
            keep.write_text(json.dumps(kept))
        print(f"=== {module}; {len(trials)} tried; {time.perf_counter() - began:.0f} s", flush=True)
    return [(change, kept[change.key][0]) for change in found]


def noticed(digest: str) -> list[list[str]]:
    """Return what is kept of a change that was noticed, where its module is as it was."""
    return [["killed", digest], ["timeout", digest]]


def unexplained(tried: Tried) -> list[str]:
    """Return what is wrong: too much that is not noticed, or not explained, or explained and noticed all the same."""
    seen = sum(verdict != "survived" for _, verdict in tried)
    few = seen * 100 < ENOUGH * len(tried)
    faults = [f"only {seen} of {len(tried)} changes are noticed: fewer than {ENOUGH} of 100"] if few else []
    survived = {(change.module, change.name) for change, verdict in tried if verdict == "survived"}
    explained = {(module, name) for module, _, names in reasons() for name in names}
    modules = {change.module for change, _ in tried}
    faults += [f"not noticed and not explained: {each}" for each in sorted(survived - explained)]
    idle = sorted(each for each in explained - survived if each[0] in modules)
    faults += [f"explained, and not one that survives: {each}" for each in idle]
    return faults


def reasons() -> list[tuple[str, str, list[tuple[str, ...]]]]:
    """Return for each module why some of its changes are harmless, and which."""
    found = tomllib.loads(EXPLAINED.read_text(encoding="utf-8"))["harmless"]
    return [(each["module"], each["reason"], [tuple(name) for name in each["changes"]]) for each in found]


def table(tried: Tried) -> str:
    """Return the numbers as a table."""
    rows = ["| module | changes | noticed | of these by the time it took | not noticed |", "|---|--:|--:|--:|--:|"]
    modules = dict.fromkeys(change.module for change, _ in tried)
    for name, of in [*((f"`{each}`", {each}) for each in modules), ("all", {*modules})]:
        count = Counter(verdict for change, verdict in tried if change.module in of)
        numbers = (sum(count.values()), count["killed"] + count["timeout"], count["timeout"], count["survived"])
        rows.append(f"| {name} | {' | '.join(map(str, numbers))} |")
    return "\n".join(rows)


def write(tried: Tried) -> None:
    """Write the numbers and what survives into the page of the docs."""
    said = [table(tried), "", "| module | not noticed | because |", "|---|--:|---|"]
    said += [f"| `{module}` | {len(names)} | {reason} |" for module, reason, names in reasons()]
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    PAGE.write_text(f"{before}{MARKS[0]}\n\n" + "\n".join(said) + f"\n\n{MARKS[1]}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
