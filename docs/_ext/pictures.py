"""Directives for pictures that are drawn when the pages are built, so that none is ever older than the data."""

from __future__ import annotations

import ast
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

import orgcrime as oc
from orgcrime.render.picture import Picture

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class Drawn(SphinxDirective):
    """Python that ends in an expression for a picture: the code, and the picture below it."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the code, the picture, and what is to be seen on it in words."""
        code = "\n".join(self.content)
        picture = drawn(code)
        folder = Path(self.env.doctreedir) / "pictures"
        folder.mkdir(parents=True, exist_ok=True)
        name = f"{self.env.docname.replace('/', '-')}-{self.env.new_serialno('picture')}.svg"
        path = picture.save(folder / name)
        shown = nodes.image(uri=f"/{os.path.relpath(path, self.env.srcdir)}", alt=picture.title)
        summary = nodes.raw("", "<details><summary>The picture in words</summary>", format="html")
        said = nodes.paragraph(text=f"{picture.description} {picture.caption}")
        source = nodes.literal_block(code, code, language="python")
        return [source, shown, summary, said, nodes.raw("", "</details>", format="html")]


def drawn(code: str) -> Picture:
    """Return the picture in which some code ends.

    Raises:
        TypeError: if it ends in something else.
    """
    *before, last = ast.parse(code).body
    names: dict[str, Any] = {"oc": oc, "found": None}
    if isinstance(last, ast.Expr):
        last = ast.Assign([ast.Name("found", ast.Store())], last.value)
    module = ast.fix_missing_locations(ast.Module([*before, last], []))
    exec(compile(module, "<picture>", "exec"), names)  # noqa: S102 - our own pages
    found = names["found"]
    if not isinstance(found, Picture):
        message = f"the code ends in no picture: {code!r}"
        raise TypeError(message)
    return found


def setup(app: Sphinx) -> dict[str, object]:
    """Register the directive."""
    app.add_directive("drawn", Drawn)
    return {"version": oc.data_version, "parallel_read_safe": True, "parallel_write_safe": True}
