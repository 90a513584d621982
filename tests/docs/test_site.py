"""The site: whole, without a link that leads nowhere, every chart drawn by the code above it, and open to everybody."""

from __future__ import annotations

import importlib.util
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import sync_playwright

import effektmatt as em
from browser_page import BROWSER_MARKS, CHROMIUM, opened, violations
from effektmatt.charts.kind import kinds

ROOT = Path(__file__).parents[2]
SAMPLE = "jamstalldhet-servicenamnden"
#: Charts that are no kind's own, by what their names end with.
SHARED = {"goals", "goal-tree", "flow", "groups", "counts", "before-after", "waves"}


#: Rules of good practice, no criteria of WCAG: the menu has its heading before the page's own, the foot is no landmark.
THE_THEMES_OWN = {"heading-order", "region"}


def made_by(name: str):
    spec = importlib.util.spec_from_file_location(f"site_{name}", ROOT / "docs" / "site" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class _Page(HTMLParser):
    """What a page links to, and what in it can be linked to."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: set[str] = set()
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.links += [link for name in ("href", "src") if (link := told.get(name))]
        self.ids |= {told["id"]} if told.get("id") else set()


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    build = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as here:
        here.chdir(ROOT)
        here.setenv("SOURCE_DATE_EPOCH", "1795219200")
        assert made_by("make").make_site(build, [SAMPLE]) == 0
    return build / "site"


def test_every_link_within_the_site_leads_somewhere(site):
    pages = {path: _Page(path) for path in site.rglob("*.html") if "reports" not in path.parts}
    assert len(pages) > 60
    astray = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            fragment = unquote(parts.fragment)
            in_page = not fragment or target not in pages or fragment in pages[target].ids
            if not target.exists() or not in_page:
                astray.append((path.name, link))
    assert astray == []


def test_every_block_of_code_on_the_page_of_charts_is_followed_by_what_it_draws(site):
    page, html = (
        (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8"),
        (site / "gallery.html").read_text(encoding="utf-8"),
    )
    blocks = page.count("```python\n")
    assert html.count("<figure") == html.count("<details>") == blocks - 1  # the first reads the samples
    ids = re.findall(r'<svg[^>]*aria-labelledby="([^"]+)-desc"', html)
    assert len(ids) == blocks - 1
    assert len(set(ids)) == len(ids)


def test_every_kind_of_chart_is_on_the_page(site):
    html = (site / "gallery.html").read_text(encoding="utf-8")
    drawn = re.findall(r'<svg[^>]*aria-labelledby="([^"]+)-desc"', html)
    of_kinds = {name for kind in kinds().values() for detail in kind.details for name in detail.charts}
    lacking = {name for name in of_kinds | SHARED if not any(re.search(rf"(^|-){name}(-\d+)?$", one) for one in drawn)}
    assert lacking == set()


def test_a_site_with_a_link_that_leads_nowhere_is_not_built(monkeypatch, tmp_path):
    make = made_by("make")
    docs = tmp_path / "docs"
    shutil.copytree(make.HERE, docs / "site")
    (docs / "index.md").write_text("# Sida\n\n[ingenstans](ingen.md)\n", encoding="utf-8")
    monkeypatch.setattr(make, "HERE", docs / "site")
    assert make.make_site(tmp_path / "build", []) != 0


@pytest.mark.parametrize("form", ["html", "pdf", "docx", "xlsx"])
def test_the_reports_are_listed_with_their_formats(site, form):
    index = (site / "index.html").read_text(encoding="utf-8")
    assert f'href="reports/{SAMPLE}/report.{form}" aria-label="Jämställd service, ' in index


def test_a_goal_and_a_project_hand_out_all_their_charts(root):
    evaluation = em.evaluate(root / "data" / "sample" / SAMPLE)
    assert set(evaluation.charts()) == {"goals"}
    assert set(evaluation["budget"].charts()) == {"budget"}
    first = evaluation["statistik"]
    assert next(iter(first.charts().values())).title == first.chart().title


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("page", ["index", "gallery", "guide/forms", "plan"])
class TestInABrowser:
    pytestmark = BROWSER_MARKS

    def test_axe_finds_nothing_and_nothing_scrolls_sideways(self, site, page, width):
        with sync_playwright() as engine:
            browser = engine.chromium.launch(executable_path=str(CHROMIUM))
            shown = opened(browser, (site / f"{page}.html").as_uri(), width=width)
            assert [fault for fault in violations(shown) if fault[0] not in THE_THEMES_OWN] == []
            assert shown.evaluate("document.documentElement.scrollWidth") <= width
            browser.close()
