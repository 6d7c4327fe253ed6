"""Files in, files out: the same answers, larger than memory, and never half a file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest

import orgcrime as oc
from orgcrime import frames
from orgcrime.cli import main

pl = pytest.importorskip("polars")

SERIOUS = "untoc-serious-crime"
CASES = pl.DataFrame(
    {
        "id": [1, 2, 3, 4],
        "maximum_penalty": [4.0, 3.5, None, 99.0],
        "intentional": [True, None, False, True],
    }
)
EXPECTED = [True, False, None, True]


def write(frame: Any, path: Path) -> Path:
    getattr(frame, f"write_{path.suffix[1:].replace('jsonl', 'ndjson')}")(path)
    return path


def read(path: Path) -> Any:
    return getattr(pl, f"read_{path.suffix[1:].replace('jsonl', 'ndjson')}")(path)


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


@pytest.mark.parametrize("out", ["out.csv", "out.parquet", "out.ndjson", "out.jsonl"])
@pytest.mark.parametrize("source", ["in.csv", "in.parquet", "in.ndjson"])
def test_every_kind_of_file_goes_to_every_other(tmp_path: Path, source: str, out: str) -> None:
    given = write(CASES, tmp_path / source)
    written = frames.assess_file(given, SERIOUS, tmp_path / out)
    assert written == tmp_path / out
    found = read(written)
    assert found[SERIOUS].to_list() == EXPECTED
    assert found["id"].to_list() == [1, 2, 3, 4]
    assert names(tmp_path) == sorted([source, out])


def test_a_file_may_be_written_over_itself(tmp_path: Path) -> None:
    path = write(CASES, tmp_path / "cases.parquet")
    path.chmod(0o640)
    frames.assess_file(path, SERIOUS, path)
    assert read(path)[SERIOUS].to_list() == EXPECTED
    assert path.stat().st_mode & 0o777 == 0o640


def test_the_columns_of_text_files_are_read_as_what_the_facts_need(tmp_path: Path) -> None:
    """Polars would take an empty column for text, and whole numbers where life is inf for text as well."""
    path = tmp_path / "cases.csv"
    path.write_text("strict,years,intentional,trafficking_means:fraud\ntrue,inf,,\n,,,\n", encoding="utf-8")
    out = frames.assess_file(path, SERIOUS, tmp_path / "out.csv", columns={"maximum_penalty": "years"})
    assert out.read_text(encoding="utf-8").splitlines()[1:] == ["true,inf,,,true", ",,,,"]
    given: dict[str, Any] = {"missing": "unknown", "parameters": {"attempt_punishable": "strict"}}
    frames.assess_file(path, "trafficking-offences", out, **given)
    assert read(out)["trafficking-offences"].to_list() == [None, None]


def test_a_penalty_for_life_is_not_lost_where_json_has_no_infinity(tmp_path: Path) -> None:
    held = pl.DataFrame({"maximum_penalty": pl.Series([float("inf"), 4.0], dtype=pl.Float32)})
    source = write(held, tmp_path / "in.parquet")
    once = frames.assess_file(source, SERIOUS, tmp_path / "once.ndjson")
    assert read(once)["maximum_penalty"].to_list() == [sys.float_info.max, 4.0]
    write(read(once).drop(SERIOUS), tmp_path / "again.ndjson")
    again = frames.assess_file(tmp_path / "again.ndjson", SERIOUS, tmp_path / "out.csv")
    assert read(again)[SERIOUS].to_list() == [True, True]


@pytest.mark.parametrize("source", ["in.csv", "in.parquet"])
def test_progress_is_told(tmp_path: Path, source: str) -> None:
    told: list[tuple[int, int | None]] = []
    given = write(CASES, tmp_path / source)
    frames.assess_file(given, SERIOUS, tmp_path / "o.csv", progress=lambda done, total: told.append((done, total)))
    assert told[-1] == (4, None if source == "in.csv" else 4)
    assert read(tmp_path / "o.csv")[SERIOUS].to_list() == EXPECTED


def refused(source: Path, definition: str, out: Path, **given: Any) -> str:
    before = out.read_bytes() if out.exists() else None
    with pytest.raises(oc.InputError) as error:
        frames.assess_file(source, definition, out, **given)
    assert (out.read_bytes() if out.exists() else None) == before
    assert not [name for name in names(out.parent) if name.endswith(".partial")]
    return str(error.value)


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    said = refused(tmp_path / "cases.xlsx", SERIOUS, tmp_path / "verdicts")
    kinds = "expected .csv, .parquet, .ndjson, .jsonl"
    assert said.splitlines() == [
        f"{tmp_path}/cases.xlsx: is .xlsx: {kinds}",
        f"{tmp_path}/verdicts: is no suffix: {kinds}",
    ]


def test_a_file_that_is_not_there_is_refused_as_python_does(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        frames.assess_file(tmp_path / "none.csv", SERIOUS, tmp_path / "out.csv")


def test_what_fails_half_way_leaves_what_was_there(tmp_path: Path) -> None:
    """A cell that is no number comes up only when the rows are read."""
    source = tmp_path / "cases.csv"
    rows = "".join(f"{years}\n" for years in ["4"] * 50_000 + ["four"])
    source.write_text(f"maximum_penalty\n{rows}", encoding="utf-8")
    out = tmp_path / "verdicts.csv"
    out.write_text("what was there\n", encoding="utf-8")
    assert "four" in refused(source, SERIOUS, out)
    assert out.read_text(encoding="utf-8") == "what was there\n"


def test_wrong_columns_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    source = write(CASES, tmp_path / "in.parquet")
    assert "persons: the frame has no such column" in refused(
        source, "untoc-organized-criminal-group", tmp_path / "o.csv"
    )
    broken = tmp_path / "broken.parquet"
    broken.write_bytes(b"no parquet")
    assert refused(broken, SERIOUS, tmp_path / "o.csv").startswith(str(broken))


def test_lists_do_not_go_to_csv(tmp_path: Path) -> None:
    source = write(pl.DataFrame({"states": [["FR", "BR"]]}), tmp_path / "in.parquet")
    said = refused(source, "untoc-transnational", tmp_path / "out.csv", missing="unknown")
    assert said == "column 'states': found List(String), which CSV cannot hold: write out.parquet or .ndjson"
    frames.assess_file(source, "untoc-transnational", tmp_path / "out.ndjson", missing="unknown")


def test_an_interrupted_run_leaves_what_was_there(tmp_path: Path) -> None:
    """The user presses Ctrl-C while rows are written."""
    source = write(pl.DataFrame({"maximum_penalty": [4.0] * 2_000_000}), tmp_path / "in.parquet")
    out = tmp_path / "out.ndjson"
    out.write_text("what was there\n", encoding="utf-8")
    code = f"""
        import sys
        from orgcrime import frames
        def told(done, total):
            print(done, flush=True)
        frames.assess_file({str(source)!r}, {SERIOUS!r}, {str(out)!r}, progress=told)
    """
    path = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", textwrap.dedent(code)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=path) as running:
        assert running.stdout is not None
        running.stdout.readline()
        running.send_signal(signal.SIGINT)
        running.stdout.read()
    assert running.returncode != 0
    assert out.read_text(encoding="utf-8") == "what was there\n"
    assert names(tmp_path) == ["in.parquet", "out.ndjson"]


def test_without_polars_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(oc.MissingExtraError, match=r"polars is not installed: pip install 'orgcrime\[files\]'"):
        frames.assess_file(tmp_path / "a.csv", SERIOUS, tmp_path / "b.csv")


def test_the_commands_of_the_page_on_tables_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (Path(__file__).parents[2] / "docs/howto/tables.md").read_text(encoding="utf-8")
    commands = [line.split()[1:] for line in page.splitlines() if line.startswith("orgcrime assess ")]
    monkeypatch.chdir(tmp_path)
    write(CASES, tmp_path / "cases.parquet")
    write(CASES, tmp_path / "cases.csv")
    assert [main(command) for command in commands] == [0, 0]
    assert read(tmp_path / "verdicts.parquet")[SERIOUS].to_list() == EXPECTED
    assert read(tmp_path / "verdicts.ndjson")[SERIOUS].to_list() == EXPECTED


# Templates.


def test_a_template_is_a_file_to_fill_in(tmp_path: Path) -> None:
    path = frames.template("trafficking-in-persons", tmp_path / "cases.csv")
    header = path.read_text(encoding="utf-8").rstrip("\n").split(",")
    assert header[0] == "trafficking_acts:recruitment"
    assert "victim_is_child" in header
    path.write_text(",".join(header) + "\n" + ",".join("true" for _ in header) + "\n", encoding="utf-8")
    frames.assess_file(path, "trafficking-in-persons", tmp_path / "out.csv")
    assert read(tmp_path / "out.csv")["trafficking-in-persons"].to_list() == [True]


def test_a_template_of_parquet_has_the_types(tmp_path: Path) -> None:
    path = frames.template("untoc-scope", tmp_path / "cases.parquet")
    assert read(path).schema == frames.schema("untoc-scope").polars()
    assert len(frames.assess(read(path), "untoc-scope")) == 0


def test_a_template_asks_for_a_length_where_a_list_has_no_words(tmp_path: Path) -> None:
    path = frames.template("untoc-transnational", tmp_path / "cases.csv")
    assert path.read_text(encoding="utf-8").startswith("states_at_least,states_at_most,")


def test_a_template_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = frames.template(SERIOUS, tmp_path / "cases.csv")
    with pytest.raises(oc.InputError, match="is there already: choose another name, or say overwrite=True"):
        frames.template(SERIOUS, path)
    frames.template(SERIOUS, path, overwrite=True)
    with pytest.raises(oc.InputError, match=r"is .txt: expected .csv or .parquet"):
        frames.template(SERIOUS, tmp_path / "cases.txt")
