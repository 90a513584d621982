"""The page of charts: its code is run, and what each block draws stands below it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

from effektmatt import Chart

_CODE = re.compile(r"^```python\n(.*?)^```\n", re.MULTILINE | re.DOTALL)


def drawn(page: str) -> Iterator[tuple[re.Match[str], Any]]:
    """Run the blocks of a page in order, as one program; yield each with the value of its last line, if it has one."""
    names: dict[str, Any] = {}
    for block in _CODE.finditer(page):
        *lines, last = ast.parse(block[1]).body
        ends_in_value = isinstance(last, ast.Expr)
        exec(compile(ast.Module(lines if ends_in_value else [*lines, last], []), "<gallery>", "exec"), names)  # noqa: S102
        yield block, eval(ast.unparse(last), names) if ends_in_value else None  # noqa: S307 - our own page


def with_charts(page: str) -> str:
    """Return a page with the chart of each block below it, as it stands in a notebook."""
    made, at = "", 0
    for block, value in drawn(page):
        made += page[at : block.end()]
        at = block.end()
        if isinstance(value, Chart):
            made += "\n" + _one_block(value._repr_html_()) + "\n"
    return made + page[at:]


def _one_block(html: str) -> str:
    """Return html without empty lines: one would end it for Markdown."""
    return "".join(line + "\n" for line in html.splitlines() if line.strip())
