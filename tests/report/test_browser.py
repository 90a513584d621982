"""The page in a real browser: axe-core finds nothing, and nothing is wider than the screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from browser_page import BROWSER_MARKS, opened, unfold, violations
from document_example import document_example
from effektmatt.report.document import document
from effektmatt.report.html import html
from findings_example import findings_example

pytestmark = BROWSER_MARKS


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("pages")
    sources = {
        "sv": html(document(findings_example("sv"))),
        "en": html(document(findings_example("en"))),
        "hostile": html(document_example()),
    }
    for name, source in sources.items():
        (folder / f"{name}.html").write_text(source, encoding="utf-8")
    return {name: (folder / f"{name}.html").as_uri() for name in sources}


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        *(("sv", width, scheme) for width in (1280, 320) for scheme in ("light", "dark")),
        ("en", 1280, "light"),
        ("hostile", 1280, "light"),
        ("hostile", 320, "dark"),
    ],
)
def test_axe_finds_nothing(browser: Browser, pages: dict[str, str], name: str, width: int, scheme: str) -> None:
    page = opened(browser, pages[name], width=width, scheme=scheme)
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize("width", [1280, 768, 320])
@pytest.mark.parametrize("name", ["sv", "hostile"])
def test_the_page_never_scrolls_sideways(browser: Browser, pages: dict[str, str], name: str, width: int) -> None:
    page = opened(browser, pages[name], width=width, scheme="light")
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_boxes_that_scroll_say_so_and_are_the_only_stops(browser: Browser, pages: dict[str, str], width: int) -> None:
    page = opened(browser, pages["sv"], width=width, scheme="light")
    unfold(page)
    boxes = page.evaluate(
        "[...document.querySelectorAll('.scroll')].filter(box => box.checkVisibility()).map(box =>"
        " [box.scrollWidth - box.clientWidth, box.querySelector('.drag').checkVisibility()])"
    )
    page.close()
    assert [told for over, told in boxes if over > 1 and not told] == []
    needless = [over for over, told in boxes if over <= 1 and told]
    assert len(needless) <= len(boxes) / 20, "what a table needs is reckoned, a letter's width more or less"
    assert (width < 500) == any(told for _, told in boxes)


def test_on_a_narrow_screen_a_chart_gives_way_to_its_numbers(browser: Browser, pages: dict[str, str]) -> None:
    page = opened(browser, pages["sv"], width=360, scheme="light")
    shown = page.evaluate(
        "[...document.querySelectorAll('figure')].map(figure => [figure.querySelector('.paper').checkVisibility(),"
        " figure.querySelector('table').checkVisibility({contentVisibilityAuto: true})])"
    )
    page.close()
    assert shown
    assert all(one == [False, True] for one in shown)


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(browser: Browser, pages: dict[str, str]) -> None:
    page = opened(browser, pages["sv"], width=1280, scheme="light")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"
    page.close()


def test_nothing_is_fetched_and_no_script_runs(browser: Browser, pages: dict[str, str]) -> None:
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(pages["hostile"])
    context.close()
    assert [address for address in asked if not address.startswith("data:")] == [pages["hostile"]]
    assert said == []


def test_charts_stay_on_white_paper_in_the_dark(browser: Browser, pages: dict[str, str]) -> None:
    page = opened(browser, pages["sv"], width=1280, scheme="dark")
    grounds = page.evaluate(
        "[...document.querySelectorAll('figure .paper')].map(paper => getComputedStyle(paper).backgroundColor)"
    )
    body = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.close()
    assert set(grounds) == {"rgb(255, 255, 255)"}
    assert body != "rgb(255, 255, 255)"
