"""Settings of Sphinx. Nothing is fetched: no intersphinx, no fonts, no scripts from elsewhere."""

import sys
import warnings
from pathlib import Path
from typing import TypeVar

from sphinx.ext.napoleon import GoogleDocstring

import orgcrime

sys.path.insert(0, str(Path(__file__).parent / "_ext"))


def typehints_formatter(annotation: object, _config: object) -> str | None:
    """Return a type variable by its name alone; ``None`` leaves all else as it is."""
    return f"``{annotation.__name__}``" if isinstance(annotation, TypeVar) else None


project = "orgcrime"
author = "The orgcrime maintainers"
project_copyright = "The orgcrime maintainers; code under Apache-2.0, data under CC BY 4.0"
version = release = orgcrime.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.doctest",
    "sphinx.ext.napoleon",
    "sphinx_autodoc_typehints",  # after napoleon, which it completes
    "tables",  # ours: what the registries hold
    "claims",  # ours: the founding page, put to the library
    "pictures",  # ours: pictures drawn when the page is built
    "performance",  # ours: what was measured
]
exclude_patterns = ["_build", "_ext", "_static"]
html_theme = "furo"
html_title = f"orgcrime {release}"
html_static_path = ["_static"]
html_css_files = ["wide.css"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_default_options = {"members": True, "show-inheritance": True}
napoleon_google_docstring = True
napoleon_numpy_docstring = False
typehints_fully_qualified = False
always_use_bars_union = True

doctest_test_doctest_blocks = ""  # pytest runs those of docstrings and pages; here only explicit directives are left

nitpicky = True
# The standard library's and attrs' own pages are elsewhere, and their inventories would have to be fetched.
nitpick_ignore_regex = [
    (r"py:.*", r"(abc|attrs?|collections|datetime|enum|fractions|os|pathlib|types|typing)\..*"),
    (r"py:data", r"Ellipsis"),
    (r"py:class", r"dt\.date"),  # as a module that is read without its imports writes it
    (r"py:(class|obj)", r"(orgcrime\..*\.)?(_\w+|[A-Z])"),  # type variables of our own
    (r"py:class", r"orgcrime\.describing\.Described"),  # what every record shows of itself is inherited from it
]
# The __init__ that attrs writes does not see the module's names, so a node that holds nodes shows the plain word.
suppress_warnings = [
    "config.cache",  # a setting that is a function is not kept between builds
    "sphinx_autodoc_typehints.forward_reference",
]
warnings.filterwarnings("ignore", r"'sphinx_autodoc_typehints")  # deprecated calls inside that extension

# Napoleon would take what stands before a colon in the docstring of an attribute for its type; ours are annotated.
GoogleDocstring._parse_attribute_docstring = GoogleDocstring._consume_to_end  # noqa: SLF001
