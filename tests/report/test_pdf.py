from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO

import page
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from document_example import HOSTILE, document_example, table_example
from effektmatt.charts import Chart
from effektmatt.charts.canvas import Canvas
from effektmatt.goals import Verdict
from effektmatt.report.blocks import ChartBlock, GoalList, GoalRow, Heading, TableBlock, text
from effektmatt.report.pdf import pdf
from effektmatt.report.pdf_structure import structure_elements
from effektmatt.report.typesetting import PdfError
from effektmatt.wording.text_table import TextTable
from pdf_text import lowest, rightmost, words_of


@pytest.fixture(scope="module")
def made() -> bytes:
    return pdf(document_example())


@pytest.fixture(scope="module")
def opened(made: bytes) -> Iterator[Pdf]:
    with Pdf.open(BytesIO(made)) as document:
        yield document


def elements(document: Pdf, kind: str | None = None) -> list[Object]:
    found = list(structure_elements(document.Root.StructTreeRoot))
    return [element for element in found if kind is None or str(element.S) == f"/{kind}"]


def attributes(element: Object, name: str) -> list[Object]:
    given = element.get("/A", Array([]))
    return [one[name] for one in (given if isinstance(given, Array) else [given]) if name in one]


@pytest.mark.parametrize("profile", [page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A])
def test_it_is_an_accessible_pdf_that_can_be_archived(made: bytes, profile: page.ValidationProfile) -> None:
    report = page.validate_pdf_bytes(made, profile=profile)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    assert report.is_compliant


def test_title_author_language_and_date(opened: Pdf) -> None:
    assert str(opened.docinfo.Title) == "Den nya administratören – Uppföljning av projektets mål"
    assert str(opened.docinfo.Author) == "Tranemo kommun"
    assert str(opened.docinfo.CreationDate).startswith("D:20130930")
    assert str(opened.Root.Lang) == "sv"
    assert opened.Root.ViewerPreferences.DisplayDocTitle is True or bool(opened.Root.ViewerPreferences.DisplayDocTitle)


def test_headings_stand_in_order_and_none_is_left_out(opened: Pdf) -> None:
    levels = [int(str(element.S)[2:]) for element in elements(opened) if re.fullmatch(r"/H[1-6]", str(element.S))]
    assert levels == [1, 2, 1, 2, 3]


def test_bookmarks_are_the_headings(opened: Pdf) -> None:
    with opened.open_outline() as outline:
        sections = [item.title for item in outline.root]
        below = [item.title for item in outline.root[1].children]
    assert sections == ["Sammanfattning", "Målen ett för ett"]
    assert below == [f"Mål 1. {HOSTILE[2]}"]


def test_every_table_has_caption_column_headers_and_row_headers(opened: Pdf) -> None:
    (table,) = elements(opened, "Table")
    assert [str(kid.S) for kid in structure_elements(table) if str(kid.S) == "/Caption"] == ["/Caption"]
    rows = [kid for kid in structure_elements(table) if str(kid.S) == "/TR"]
    head, *body = [[cell for cell in structure_elements(row) if str(cell.S) in {"/TH", "/TD"}] for row in rows]
    assert [attributes(cell, "/Scope") for cell in head] == [[Name.Column]] * 4
    assert len(body) == len(table_example().rows)
    for first, *rest in body:
        assert first.S == Name.TH
        assert attributes(first, "/Scope") == [Name.Row]
        assert {str(cell.S) for cell in rest} == {"/TD"}
        assert not any(attributes(cell, "/Headers") for cell in (first, *rest))


def test_charts_have_alternative_text_and_signs_are_decoration(opened: Pdf) -> None:
    (figure,) = elements(opened, "Figure")
    assert str(figure.Alt) == f"En stapel: 132 av 150 förbättrades. {HOSTILE[0]}"


def test_goals_are_a_list_with_links_to_their_sections(opened: Pdf) -> None:
    goals = elements(opened, "L")[0]
    items = [kid for kid in goals.K if str(kid.S) == "/LI"]
    assert len(items) == 7
    paragraphs = [[kid for kid in structure_elements(item) if str(kid.S) == "/P"] for item in items]
    assert len(paragraphs[0]) == len(paragraphs[1]) + len(HOSTILE), "every part is a paragraph of its goal"
    assert all(any(str(kid.S) == "/Link" for kid in structure_elements(item)) for item in items)


def test_only_our_own_font_is_used(opened: Pdf) -> None:
    names = {
        str(font.BaseFont).split("+")[-1]
        for sheet in opened.pages
        for font in sheet.Resources.get("/Font", Dictionary()).values()
    }
    assert names
    assert all(name.startswith("SourceSans3") for name in names)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_comes_out_as_it_is(made: bytes, hostile: str) -> None:
    squeezed = words_of(made).replace(" ", "")
    assert hostile.replace(" ", "") in squeezed


def test_pages_are_numbered_and_carry_the_title(made: bytes) -> None:
    assert "Sida 1 av 2" in words_of(made)
    assert "Sida 2 av 2" in words_of(made)


def test_the_same_document_gives_the_same_bytes(made: bytes) -> None:
    assert pdf(document_example()) == made


def test_another_day_gives_another_file(made: bytes) -> None:
    assert pdf(replace(document_example(), made=date(2013, 10, 1))) != made


def test_a_letter_that_no_font_has_does_not_cost_the_report() -> None:
    strange = "Grekiska αβγ, emoji \U0001f600, kinesiska \u6539, klocka \x07 och delat o\u0308"
    made = pdf(replace(document_example(), blocks=(Heading(level=2, text=strange, id="a"), text(strange))))
    assert page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1).is_compliant
    assert "Grekiska αβγ, emoji \U0001f600, kinesiska □, klocka □ och delat ö" in words_of(made)


def test_a_link_that_leads_nowhere_is_an_error() -> None:
    row = GoalRow(target_id="nowhere", title="Mål 1", verdict=Verdict.MET, word="Uppnått", sentence="Nått.")
    with pytest.raises(PdfError, match="nowhere"):
        pdf(replace(document_example(), blocks=(GoalList(rows=(row,), sure_label="Så säkert är det:"),)))


def test_a_wide_table_keeps_within_the_page() -> None:
    wide = replace(
        table_example(),
        header=tuple(f"Kolumn nummer {place}" for place in range(9)),
        rows=(("En ganska lång text i första kolumnen", *["1\u00a0234,5 till 1\u00a0345,6"] * 8),) * 60,
        numeric=(False, *[True] * 8),
    )
    made = pdf(replace(document_example(), blocks=(Heading(level=2, text="Rubrik", id="a"), TableBlock(table=wide))))
    report = page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1)
    assert report.is_compliant
    assert rightmost(made) < 595.3 - 56


def test_a_chart_taller_than_a_page_is_made_to_fit() -> None:
    def draw() -> Canvas:
        canvas = Canvas()
        for place in range(80):
            canvas.text(0, 5 + 5 * place, f"Rad {place}")
        return canvas

    table = TextTable(caption="Rader", header=("Rad",), rows=(("Rad 0",),), numeric=(False,))
    chart = Chart(name="tall", title="Hög", alt="Åttio rader.", table=table, language="sv", drawing=draw)
    blocks = (Heading(level=2, text="Rubrik", id="a"), ChartBlock(chart=chart))
    made = pdf(replace(document_example(), blocks=blocks))
    assert page.validate_pdf_bytes(made, profile=page.ValidationProfile.PDF_UA_1).is_compliant
    assert lowest(made) > 40
