from __future__ import annotations

import itertools
import re

import pytest

from document_example import HOSTILE, document_example
from effektmatt.report.html import html
from html_page import Page


@pytest.fixture(scope="module")
def source() -> str:
    return html(document_example())


@pytest.fixture(scope="module")
def page(source: str) -> Page:
    return Page(source)


def test_it_needs_nothing_from_elsewhere_and_runs_no_script(page: Page, source: str) -> None:
    assert not page.runs_something
    assert page.all("link") == []
    assert page.all("img") == []
    assert not re.search(r"@import|url\((?!data:)[^#)]", source)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_comes_out_as_it_is(page: Page, hostile: str) -> None:
    shown = " ".join(" ".join(page.text).split())
    assert " ".join(hostile.split()) in shown


def test_language_landmarks_and_skip_link(page: Page) -> None:
    assert page.all("html")[0]["lang"] == "sv"
    for landmark in ("main", "nav", "header", "footer"):
        assert len(page.all(landmark)) == 1
    assert page.all("a")[0] == {"class": "skip", "href": "#main"}
    assert page.all("main")[0]["id"] == "main"


def test_one_title_and_no_heading_level_left_out(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_ids_are_unique_and_every_link_within_the_page_leads_somewhere(page: Page) -> None:
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    inner = [str(link["href"])[1:] for link in page.all("a") if str(link.get("href", "")).startswith("#")]
    assert inner
    assert set(inner) <= set(ids)
    named = [attributes["aria-labelledby"] for _, attributes in page.tags if "aria-labelledby" in attributes]
    assert {name for names in named for name in str(names).split()} <= set(ids)


def test_tables_have_captions_and_headers_of_columns_and_rows(page: Page) -> None:
    assert len(page.all("table")) == len(page.all("caption")) == 2
    scopes = [header.get("scope") for header in page.all("th")]
    assert None not in scopes
    assert scopes.count("row") == 2 * (2 + len(HOSTILE))


def test_what_scrolls_can_be_reached_and_has_a_name(page: Page) -> None:
    scrolling = [tag for _, tag in page.tags if "scroll" in str(tag.get("class", "")).split()]
    stops = [tag for _, tag in page.tags if tag.get("class") == "drag"]
    assert len(scrolling) == len(stops) > 0
    assert all(tag["tabindex"] == "0" for tag in stops)
    assert not any("tabindex" in tag for tag in scrolling), "a box that does not scroll is no stop"


def test_charts_are_pictures_with_title_and_description_and_their_numbers(page: Page) -> None:
    (picture,) = [tag for tag in page.all("svg") if tag.get("role") == "img"]
    assert picture["aria-labelledby"] == "diagram-desc"
    assert len(page.all("figcaption")) == len(page.all("details")) == 1
    assert len(page.all("style")) == 1, "a style sheet inside a chart would reach the whole page"
    others = [tag for tag in page.all("svg") if tag.get("role") != "img"]
    assert all(tag["aria-hidden"] == "true" for tag in others)


def test_the_same_document_gives_the_same_page(source: str) -> None:
    assert html(document_example()) == source
