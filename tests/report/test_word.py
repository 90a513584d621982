"""The Word file: what a screen reader needs is in it, every value is marked, and a template keeps its look."""

from __future__ import annotations

import re
import time
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import docx as python_docx
import pytest
from docx.oxml.ns import qn

from document_example import HOSTILE, document_example, table_example
from effektmatt.charts.fonts import text_width
from effektmatt.errors import InputFaults
from effektmatt.report.blocks import ChartBlock, Document, ListBlock, TableBlock, text
from effektmatt.report.pictures import pictures
from effektmatt.report.word import docx
from effektmatt.report.word_elements import twips
from effektmatt.report.word_seal import is_untouched
from effektmatt.report.word_template import PLACEHOLDER, read_template
from effektmatt.wording import TextTable, words
from effektmatt.wording.marks import Ledger, Whole
from office_files import OFFICE_MARKS, bookmarks, converted, headings, parts, word_file
from pdf_text import words_of

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

#: The order in which the schema (ECMA-376, part 1) wants what is said of paragraphs, runs, tables, rows and cells.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind contextualSpacing jc"
    " outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs noProof color sz szCs u bdr shd lang",
    "tblPr": "tblStyle tblpPr tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption tblDescription",
    "trPr": "cantSplit tblHeader",
    "settings": "zoom defaultTabStop characterSpacingControl compat docVars decimalSymbol listSeparator",
    "style": "name basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr tcPr tblStylePr",
}


def made_of(document: Document, template: bytes | None = None) -> bytes:
    drawn = pictures(block.svg for block in document.blocks if isinstance(block, ChartBlock))
    return docx(document, drawn, template)


@cache
def example() -> bytes:
    return made_of(document_example())


def text_of(part: object) -> str:
    return "".join(one.text or "" for one in part.iter(qn("w:t")))  # type: ignore[attr-defined]


def texts_in_style(name: str) -> list[str]:
    return [text_of(one._p) for one in word_file(example()).paragraphs if one.style.name == name]  # type: ignore[union-attr]


def with_template(change: object = None) -> bytes:
    """Return a municipality's template: its own styles, header and margins, and a little text."""
    file = python_docx.Document()
    file.styles["Heading 1"].font.name = "Georgia"
    file.sections[0].header.paragraphs[0].text = "Tranemo kommun"
    file.sections[0].left_margin = python_docx.shared.Mm(40)
    file.add_paragraph("Skriv här")
    if callable(change):
        change(file)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def test_headings_have_their_levels_in_order() -> None:
    assert headings(word_file(example())) == [
        ("Heading 1", "Sammanfattning"),
        ("Heading 2", "Vad bedömningarna betyder"),
        ("Heading 1", "Målen ett för ett"),
        ("Heading 2", f"Mål 1. {HOSTILE[2]}"),
        ("Heading 3", "En rubrik"),
    ]
    assert [one.text for one in word_file(example()).paragraphs if one.style.name == "Title"] == [
        "Den nya administratören"
    ]  # type: ignore[union-attr]


def test_a_table_has_header_row_header_column_and_a_name() -> None:
    (table,) = word_file(example()).tables
    first, *others = table._tbl.tr_lst
    assert first.find(f"{WORDS}trPr/{WORDS}tblHeader") is not None
    assert all(one.find(f"{WORDS}trPr/{WORDS}tblHeader") is None for one in others)
    look = table._tbl.tblPr.find(f"{WORDS}tblLook")
    assert (look.get(f"{WORDS}firstRow"), look.get(f"{WORDS}firstColumn")) == ("1", "1")
    assert table._tbl.tblPr.find(f"{WORDS}tblCaption").get(f"{WORDS}val") == table_example().caption
    assert [cell.text for cell in table.rows[0].cells] == list(table_example().header)
    assert [cell.text for cell in table.rows[1].cells] == list(table_example().rows[0])


def test_what_shows_something_has_a_caption_that_is_counted() -> None:
    assert texts_in_style("Caption") == [
        "Figur 1. Nästan nio av tio förbättrades",
        f"Tabell 1. {table_example().caption}",
    ]
    fields = [one.get(qn("w:instr")).split()[:2] for one in word_file(example()).element.body.iter(qn("w:fldSimple"))]
    assert fields == [["SEQ", "Figur"], ["SEQ", "Tabell"]]


def test_every_picture_is_described() -> None:
    (chart,) = [block.chart for block in document_example().blocks if isinstance(block, ChartBlock)]
    described = [one.get("descr") for one in word_file(example()).element.body.iter(qn("wp:docPr"))]
    assert described == [chart.alt]


@pytest.mark.parametrize(("language", "tag"), [("sv", "sv-SE"), ("en", "en-GB")])
def test_every_run_has_its_language(language: str, tag: str) -> None:
    file = word_file(made_of(document_example(language=language)))
    runs = [one for one in file.element.body.iter(qn("w:r")) if one.find(qn("w:t")) is not None]
    tags = {
        one.find(f"{qn('w:rPr')}/{qn('w:lang')}").get(qn("w:val")) for one in runs if one.find(qn("w:rPr")) is not None
    }
    assert tags == {tag}
    assert file.core_properties.language == tag


def test_the_contents_lead_to_headings() -> None:
    file = word_file(example())
    (contents,) = file.element.body.iter(qn("w:sdt"))
    entries = {
        one.get(qn("w:anchor")): "".join(part.text or "" for part in one.iter(qn("w:t")))
        for one in contents.iter(qn("w:hyperlink"))
    }
    assert list(entries.values()) == [one.text for one in document_example().headings if one.level <= 3]
    assert all(bookmarks(file)[name] == said for name, said in entries.items())
    assert 'TOC \\o "1-2"' in "".join(one.text for one in contents.iter(qn("w:instrText")))


def test_what_is_written_has_the_order_of_the_schema() -> None:
    wrong = []
    for name, part in parts(example()).items():
        if not name.startswith("word/"):
            continue
        root = python_docx.oxml.parser.parse_xml(part.encode())
        for tag, order in ORDER.items():
            for one in [root] if root.tag == f"{WORDS}{tag}" else root.iter(f"{WORDS}{tag}"):
                said = [child.tag.removeprefix(WORDS) for child in one]
                wrong += [(name, said)] if said != sorted(said, key=order.split().index) else []
    assert wrong == []


def test_text_that_means_something_elsewhere_comes_out_as_it_is() -> None:
    said = [one.text for one in word_file(example()).paragraphs]
    assert all(hostile in said for hostile in HOSTILE)
    strange = replace(document_example(), blocks=(text("a\x07b\ud800\ufffec 改\n\td"),))
    assert [one.text for one in word_file(made_of(strange)).paragraphs][-1] == "abc 改\n\td"


def test_a_printed_value_stands_in_a_bookmark_of_its_own() -> None:
    value, ledger = Whole(134), Ledger()
    value.pointer = "/goals/0/outcome/estimate/hits"
    said = words("sv", ledger).count(value)
    table = replace(table_example(), rows=(("Alla", said, "", ""),))
    document = replace(document_example(), blocks=(text(f"Av 151 har {said} svarat."), TableBlock(table=table)))
    assert bookmarks(word_file(made_of(document))) == {"_em_1": "134", "_em_1_2": "134"}


def test_a_list_that_counts_begins_at_one_each_time() -> None:
    listed = ListBlock(items=((text("a"),), (text("b"),)), ordered=True)
    file = word_file(made_of(replace(document_example(), blocks=(listed, listed))))
    numbers = [one.get(qn("w:val")) for one in file.element.body.iter(qn("w:numId"))]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    kinds = parts(made_of(replace(document_example(), blocks=(listed,))))["word/numbering.xml"]
    assert kinds.rindex("<w:abstractNum ") < kinds.index("<w:num ")


def test_two_tables_stay_two() -> None:
    bare = TableBlock(table=replace(table_example(), note=None), captioned=False)
    file = word_file(made_of(replace(document_example(), blocks=(bare, bare))))
    assert len(file.tables) == 2
    tags = [one.tag.removeprefix(WORDS) for one in file.element.body]
    assert tags[-5:] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_it_is_the_same_whenever_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    then = time.time() + 86_400 * 400
    real = time.localtime
    monkeypatch.setattr(time, "localtime", lambda seconds=None: real(then if seconds is None else seconds))
    monkeypatch.setattr(time, "time", lambda: then)
    assert made_of(document_example()) == example()


def test_it_says_what_it_is() -> None:
    properties = word_file(example()).core_properties
    assert properties.title == "Den nya administratören – Uppföljning av projektets mål"
    assert properties.author == "Tranemo kommun"
    assert properties.created is not None
    assert properties.created.date() == properties.modified.date() == date(2013, 9, 30)  # type: ignore[union-attr]
    fields = "".join(part for name, part in parts(example()).items() if "footer" in name)
    assert re.findall('instr="([^"]+)"', fields) == [" PAGE ", " NUMPAGES "] * 2


def test_a_file_that_somebody_has_worked_on_is_known() -> None:
    assert is_untouched(example())
    assert is_untouched(made_of(document_example(), with_template()))
    file = word_file(example())
    file.paragraphs[3].add_run("!")
    out = BytesIO()
    file.save(out)
    assert not is_untouched(out.getvalue())
    assert not any(map(is_untouched, (b"", b"Hej", with_template())))


# ---- templates -----------------------------------------------------------------------------------------------------


def test_a_template_keeps_its_look_and_gives_room_for_the_report() -> None:
    file = word_file(made_of(document_example(), with_template()))
    assert file.styles["Heading 1"].font.name == "Georgia"
    assert file.sections[0].header.paragraphs[0].text == "Tranemo kommun"
    assert round(file.sections[0].left_margin.mm) == 40  # type: ignore[union-attr]
    assert "Skriv här" not in [one.text for one in file.paragraphs]
    assert headings(file) == headings(word_file(example()))
    page = file.sections[0]
    wide = page.page_width - page.left_margin - page.right_margin  # type: ignore[operator]
    assert [abs(int(one.get("cx")) - wide) < 36 for one in file.element.body.iter(qn("wp:extent"))] == [True]


def test_the_report_can_go_where_the_template_says() -> None:
    def with_place(file: python_docx.document.Document) -> None:
        file.add_paragraph(PLACEHOLDER)
        file.add_paragraph("Bilaga till nämnden")

    said = [one.text for one in word_file(made_of(document_example(), with_template(with_place))).paragraphs]
    assert (said[0], said[-1]) == ("Skriv här", "Bilaga till nämnden")
    assert PLACEHOLDER not in said
    assert said[1] == document_example().subtitle


def test_columns_have_room_for_the_letters_of_another_font() -> None:
    """Where there is room: those that stand in for Calibri are up to a quarter wider."""
    rows = (("Tranemo", "1"),)
    small = TextTable(caption="Antal", header=("Grupp", "Antal"), rows=rows, numeric=(False, True))
    for template in (None, with_template()):
        document = replace(document_example(), blocks=(TableBlock(table=small),))
        (table,) = word_file(made_of(document, template)).tables
        widths = [int(one.get(qn("w:w"))) for one in table._tbl.tblGrid]
        assert widths[0] > twips(1.25 * text_width("Tranemo", 9.5))


def test_styles_that_a_template_lacks_are_added_and_those_it_has_are_found_by_name() -> None:
    def swedish(file: python_docx.document.Document) -> None:
        for style in list(file.styles.element.findall(qn("w:style"))):
            if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) != "1":
                name = style.find(qn("w:name")).get(qn("w:val"))
                if name == "heading 1":
                    style.set(qn("w:styleId"), "Rubrik1")
                elif not name.startswith("head"):
                    file.styles.element.remove(style)
        file.styles["Heading 1"].font.name = "Georgia"

    made = made_of(document_example(), with_template(swedish))
    used = set(re.findall('<w:pStyle w:val="([^"]+)"', parts(made)["word/document.xml"]))
    there = set(re.findall('w:styleId="([^"]+)"', parts(made)["word/styles.xml"]))
    assert "Rubrik1" in used
    assert used <= there
    based = set(re.findall('<w:basedOn w:val="([^"]+)"', parts(made)["word/styles.xml"]))
    assert based <= there


def test_a_dotx_is_a_template_too(tmp_path: Path) -> None:
    document = "officedocument.wordprocessingml.document.main"
    template = "officedocument.wordprocessingml.template.main"
    (tmp_path / "mall.dotx").write_bytes(repacked(with_template(), document, template))
    assert headings(word_file(made_of(document_example(), read_template(tmp_path / "mall.dotx"))))


def repacked(made: bytes, old: str, new: str) -> bytes:
    import zipfile

    out = BytesIO()
    with zipfile.ZipFile(BytesIO(made)) as there, zipfile.ZipFile(out, "w") as changed:
        for name in there.namelist():
            changed.writestr(name, there.read(name).replace(old.encode(), new.encode()))
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "other"),
        (b"Hej", "other"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "protected"),
        (repacked(with_template(), "<w:body>", "<w:body"), "other"),
        (repacked(with_template(), "wordprocessingml.document", "spreadsheetml.sheet"), "other"),
    ],
)
def test_what_is_no_word_file_is_a_fault(tmp_path: Path, content: bytes, kind: str) -> None:
    (tmp_path / "mall.docx").write_bytes(content)
    with pytest.raises(InputFaults) as caught:
        read_template(tmp_path / "mall.docx")
    assert [(fault.code, fault.file, fault.got) for fault in caught.value.faults] == [
        ("docx-template", "mall.docx", kind)
    ]


def test_a_template_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(InputFaults) as caught:
        read_template(tmp_path / "mall.docx")
    assert [fault.code for fault in caught.value.faults] == ["docx-template-missing"]


# ---- LibreOffice ---------------------------------------------------------------------------------------------------


class TestInLibreOffice:
    pytestmark = OFFICE_MARKS

    def test_it_opens_and_shows_what_it_says(self, tmp_path: Path) -> None:
        shown = words_of(converted(example(), "rapport.docx", "pdf", tmp_path))
        assert "Målen ett för ett" in shown
        assert "Sida 1 av" in shown
        assert "Tabell 1. Andel som förbättrat sina kunskaper" in shown

    def test_marks_and_structure_survive_that_it_is_saved_again(self, tmp_path: Path) -> None:
        content = converted(example(), "rapport.docx", "docx", tmp_path)
        assert not is_untouched(content)
        saved = word_file(content)
        before, after = bookmarks(word_file(example())), bookmarks(saved)
        assert before.items() <= after.items()
        assert headings(saved) == headings(word_file(example()))


def test_a_damaged_file_counts_as_worked_on() -> None:
    made = example()
    start = made.index(b"word/document.xml") + 60
    assert not is_untouched(made[:start] + bytes(400) + made[start + 400 :])
    assert not is_untouched(made[: len(made) // 2])
