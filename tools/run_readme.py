"""Runs the Python examples of a Markdown page with the installed package: ``run_readme.py README.md``.

Needs nothing but the standard library, so that it can tell whether the package works when it is installed alone.
"""

import doctest
import re
import sys
from pathlib import Path

BLOCK = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def main(page: Path) -> int:
    """Return the number of examples that failed; a page without any counts as one failure."""
    text = page.read_text(encoding="utf-8")
    parser = doctest.DocTestParser()
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    names: dict[str, object] = {"__name__": "__main__"}
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start(1))
        example = parser.get_doctest(block[1], names, page.name, str(page), line)
        example.globs = names  # get_doctest copies them, yet a later block may use what an earlier one has set
        runner.run(example, clear_globs=False)
    result = runner.summarize()
    print(f"{page.name}: {result.attempted} examples, {result.failed} failed")
    return result.failed if result.attempted else 1


if __name__ == "__main__":
    sys.exit(min(main(Path(sys.argv[1])), 1))
