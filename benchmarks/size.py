"""Row 18: the size of the wheel, and of what it and its dependencies put on a disk."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tempfile
import venv
from pathlib import Path
from typing import TYPE_CHECKING

from measure import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]


def rows() -> Iterator[Row]:
    """Yield the rows."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
        subprocess.run([*pip, "wheel", "-q", "--no-deps", "-w", folder, ROOT], check=True)
        (wheel,) = folder.glob("*.whl")
        yield Row(number="18", what="wheel", value=wheel.stat().st_size / 1e6, unit="MB", aim=1, gate=2)
        venv.create(folder / "alone")
        site = Path(sysconfig.get_path("purelib", vars={"base": str(folder / "alone")}))
        install = ["--python", folder / "alone", "install", "-q", "--only-binary", ":all:", wheel]
        subprocess.run([*pip, *install], check=True)
        files = {path: path.stat().st_size for path in site.rglob("*") if path.is_file()}
        unpacked = sum(size for path, size in files.items() if path.suffix != ".pyc")
        for number, what, size in (
            ("18u", "  unpacked, with core dependencies", unpacked),
            ("18i", "  the same as pip leaves it, compiled", sum(files.values())),
        ):
            yield Row(number=number, what=what, value=size / 1e6, unit="MB", aim=4, gate=6)
