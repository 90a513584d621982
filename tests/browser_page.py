"""A page opened in Debian's Chromium, and what axe-core finds wrong with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

CHROMIUM = Path("/usr/bin/chromium")
AXE = (Path(__file__).parent / "vendor" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

#: For tests that need the browser.
BROWSER_MARKS = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason=f"Debian's Chromium is not installed ({CHROMIUM} is missing)"),
]


def opened(browser: Browser, address: str, *, width: int, scheme: str = "light") -> Page:
    """Open a page; axe is put in by the test, past the page's own rule that no script may run."""
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page.goto(address)
    return page


def unfold(page: Page) -> None:
    """Open everything that is closed to begin with, so that it is seen and measured too."""
    page.evaluate("for (const closed of document.querySelectorAll('details')) closed.open = true")


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Return the rules that an unfolded page breaks, each with where."""
    unfold(page)
    page.evaluate(AXE)
    # of what passes one example is enough: describing ten thousand nodes takes longer than checking them
    run = "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})"
    found: dict[str, Any] = page.evaluate(run, RULES)
    assert len(found["passes"]) > 15, "axe did not see the page"
    return [(fault["id"], [node["html"][:200] for node in fault["nodes"]][:3]) for fault in found["violations"]]
