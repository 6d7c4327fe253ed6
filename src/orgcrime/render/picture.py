"""What has been drawn: a picture that shows itself and is saved as SVG or PNG."""

from __future__ import annotations

import contextlib
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import attrs

import orgcrime
from orgcrime.errors import Fault, InputError, MissingExtraError

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from matplotlib.figure import Figure  # noqa: TC004 - loaded only when something is drawn

__all__ = ["FONT", "Picture", "settings"]

FONT: str = "DejaVu Sans"
"""The typeface: it comes with matplotlib, so that a picture is the same everywhere."""

_STYLE = {
    "font.family": [FONT],
    "svg.fonttype": "none",  # text stays text: it can be searched, copied and read aloud
    "svg.hashsalt": "orgcrime",
    "hatch.linewidth": 0.6,
}


@contextlib.contextmanager
def settings() -> Iterator[None]:
    """Draw with settings of our own, whatever the user has set.

    Raises:
        MissingExtraError: if matplotlib is not installed.
    """
    try:
        import matplotlib.style
    except ImportError:
        raise MissingExtraError("matplotlib", "plots") from None
    with matplotlib.style.context(["default", _STYLE]):
        yield


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Picture:
    """A picture: in a notebook it shows itself, and it is saved as SVG or PNG.

    The same data give the same SVG, byte for byte, with the same version of matplotlib.

    Attributes:
        figure: the figure of matplotlib, for those who want to draw on it.
        title: what is shown.
        caption: the sources and the day of the data, as they stand below the picture.
        description: what is to be seen, in words, for those who cannot see it.
    """

    figure: Figure
    title: str
    caption: str
    description: str

    def svg(self) -> str:
        """Return the picture as SVG, with its title and description."""
        kept = io.BytesIO()
        creator = f"orgcrime {orgcrime.__version__}"
        with settings():
            self.figure.savefig(
                kept,
                format="svg",
                metadata={"Title": self.title, "Source": self.caption, "Creator": creator, "Date": None},
            )
        text = kept.getvalue().decode("utf-8").replace("<svg ", '<svg role="img" ', 1)
        text = text.replace("</title>", f"</title>\n <desc>{escape(self.description)}</desc>", 1)
        return re.sub(f"'{FONT}'(?=[;\"])", f"'{FONT}', Verdana, sans-serif", text)  # for readers who lack the first

    def png(self, *, dpi: float = 150) -> bytes:
        """Return the picture as PNG.

        Args:
            dpi: how many dots to an inch.
        """
        kept = io.BytesIO()
        told = {"Title": self.title, "Description": self.description, "Source": self.caption, "Software": None}
        with settings():
            self.figure.savefig(kept, format="png", dpi=dpi, metadata=told)
        return kept.getvalue()

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the picture to a file and return its path.

        Args:
            path: a file whose name ends in ``.svg`` or ``.png``.

        Raises:
            InputError: if it ends in something else.
        """
        where = Path(path)
        match where.suffix.lower():
            case ".svg":
                where.write_text(self.svg(), encoding="utf-8", newline="\n")
            case ".png":
                where.write_bytes(self.png())
            case _:
                raise InputError([Fault("path", f"{where.name!r} ends neither in .svg nor in .png")])
        return where

    def __repr__(self) -> str:
        """Return what is shown."""
        return f"<Picture: {self.title}>"

    def _repr_svg_(self) -> str:
        return self.svg()
