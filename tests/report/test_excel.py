"""The workbook: one table on each sheet, numbers that are numbers, nothing of the data read as a formula."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from document_example import HOSTILE, document_example, table_example
from effektmatt.report.blocks import TableBlock
from effektmatt.report.excel import xlsx
from effektmatt.report.excel_cells import Sheet, sheet_of
from effektmatt.wording import TextTable, words
from effektmatt.wording.marks import Ledger, Whole
from office_files import OFFICE_MARKS, converted, parts


@cache
def example() -> bytes:
    return xlsx(document_example())


def book_of(made: bytes) -> Workbook:
    return load_workbook(BytesIO(made))


def table_of(*columns: Sequence[str], header: Sequence[str] | None = None) -> TextTable:
    """Return a table with these columns of numbers after a column of names."""
    names = tuple(f"rad {place}" for place, _ in enumerate(columns[0]))
    return TextTable(
        caption="Svar",
        header=("Grupp", *(header or (f"k{place}" for place, _ in enumerate(columns)))),
        rows=tuple(zip(names, *columns, strict=True)),
        numeric=(False, *(True for _ in columns)),
    )


def shown(sheet: Sheet) -> list[list[float | str]]:
    return [[cell.value for cell in row] for row in sheet.rows]


def written(table: TextTable) -> Worksheet:
    return book_of(xlsx(replace(document_example(), blocks=(TableBlock(table=table),)))).worksheets[1]


# ---- cells ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "text", "value", "look"),
    [
        ("sv", "1\u00a0098", 1098, '#,##0;"−"#,##0;#,##0'),
        ("sv", "2013", 2013, '0;"−"0;0'),
        ("sv", "−1\u00a0234,50", -1234.5, '#,##0.00;"−"#,##0.00;#,##0.00'),
        ("sv", "+0,71", 0.71, '+#,##0.00;"−"#,##0.00;#,##0.00'),
        ("sv", "88,7\u00a0%", 0.887, '#,##0.0\u00a0%;"−"#,##0.0\u00a0%;#,##0.0\u00a0%'),
        ("en", "88.7%", 0.887, '#,##0.0%;"−"#,##0.0%;#,##0.0%'),
        ("en", "1,098", 1098, '#,##0;"−"#,##0;#,##0'),
    ],
)
def test_a_number_is_a_number_and_looks_as_in_the_report(language: str, text: str, value: float, look: str) -> None:
    ((_, cell),) = sheet_of(table_of([text]), language).rows
    assert (cell.value, cell.format) == (value, look)


@pytest.mark.parametrize("text", ["..", "–", "", "18 av 20, per avdelning", "ja", "1,2,3", "12,5 till", "9" * 20])
def test_what_is_no_number_stays_as_it_is(text: str) -> None:
    assert shown(sheet_of(table_of([text, "x"]), "sv"))[0][1:] == [text]


def test_numbers_of_several_units_keep_theirs_and_one_unit_goes_to_the_columns_name() -> None:
    mixed = sheet_of(table_of(["3\u00a0kr", "29\u00a0dagar", ".."]), "sv")
    assert mixed.header == ("Grupp", "k0")
    assert [row[1].format for row in mixed.rows] == [
        '#,##0"\u00a0kr";"−"#,##0"\u00a0kr";#,##0"\u00a0kr"',
        '#,##0"\u00a0dagar";"−"#,##0"\u00a0dagar";#,##0"\u00a0dagar"',
        None,
    ]
    alike = sheet_of(table_of(["3\u00a0kr", "29\u00a0kr", "–"]), "sv")
    assert alike.header == ("Grupp", "k0 (kr)")
    assert alike.rows[0][1].format == '#,##0;"−"#,##0;#,##0'


@pytest.mark.parametrize("language", ["sv", "en"])
def test_two_numbers_in_a_cell_become_two_columns(language: str) -> None:
    say = words(language)
    spans = [say.say("span", low=say.number(-2.5, 1), high=say.percent(0.891)), ".."]
    of = [say.say("table-n-of", n="8", population="151"), "–"]
    made = sheet_of(table_of(spans, of, header=("a", "b")), language)
    assert made.header == (
        "Grupp",
        say.say("workbook-from", name="a"),
        say.say("workbook-to", name="a"),
        "b",
        say.say("workbook-of", name="b"),
    )
    assert shown(made) == [["rad 0", -0.025, 0.891, 8, 151], ["rad 1", "..", "..", "–", "–"]]


def test_a_column_where_not_every_cell_holds_two_numbers_stays_whole() -> None:
    told = ["82 till 89", "79 dagar eller mer"]
    assert [row[1] for row in shown(sheet_of(table_of(told), "sv"))] == told


def test_columns_have_names_of_their_own() -> None:
    made = sheet_of(table_of(["1"], ["2"], ["3"], header=("Antal", "ANTAL", "")), "sv")
    assert made.header == ("Grupp", "Antal", "ANTAL (2)", "4")


# ---- sheets --------------------------------------------------------------------------------------------------------


def test_the_first_sheet_says_what_the_others_are() -> None:
    first, *others = book_of(example()).worksheets
    told = [cell.value for row in first.iter_rows() for cell in row if cell.value]
    assert told[:3] == ["Den nya administratören", "Uppföljning av projektets mål", document_example().byline]
    assert any(".." in str(text) for text in told)
    assert {one.title for one in others} <= set(told)
    links = [cell.hyperlink.location for row in first.iter_rows() for cell in row if cell.hyperlink]
    assert links == [f"'{one.title}'!A1" for one in others]


def test_every_sheet_has_one_table_whose_names_stay_in_sight() -> None:
    for sheet in book_of(example()).worksheets[1:]:
        (table,) = sheet.tables.values()
        assert table.headerRowCount == 1
        header = [cell.value for cell in sheet[table.ref][0]]
        assert header == [column.name for column in table.tableColumns]
        assert (table.ref.split(":")[0], sheet.freeze_panes, sheet.print_title_rows) == ("A4", "B5", "$4:$4")
        assert 0 < len(sheet.title) <= 31


def test_of_a_table_that_a_chart_shows_too_there_is_one() -> None:
    """The example's chart and table hold the same."""
    assert len(book_of(example()).worksheets) == 2


def test_text_of_the_data_is_never_a_formula_or_a_link() -> None:
    hostile = (
        *HOSTILE,
        "=1+1",
        "+A1",
        "-1",
        "@SUM(A1)",
        "http://example.org",
        "mailto:a@example.org",
        "{=1}",
        "a\x07b\ud800",
    )
    sheet = written(table_of(hostile))
    assert [row[1].value for row in sheet.iter_rows(min_row=5, max_row=4 + len(hostile))] == [*hostile[:-1], "ab"]
    assert {row[1].data_type for row in sheet.iter_rows(min_row=5, max_row=4 + len(hostile))} == {"s"}
    for name, part in parts(example()).items():
        assert "<f>" not in part, name
        assert 'TargetMode="External"' not in part, name


def test_a_sheets_name_is_one_that_excel_takes() -> None:
    captions = ("History", "a/b\\c?*[d]:e", "'x'", "x" * 80, "🙂" * 20, "Samma", "samma")
    tables = tuple(TableBlock(table=replace(table_of([str(place)]), caption=one)) for place, one in enumerate(captions))
    names = [one.title for one in book_of(xlsx(replace(document_example(), blocks=tables))).worksheets[1:]]
    assert names == ["1 History", "2 a b c d e", "3 ’x’", "4…", "5…", "6 Samma", "7 samma"]


def test_a_table_without_rows_is_a_table() -> None:
    sheet = written(replace(table_example(), rows=()))
    assert [table.ref for table in sheet.tables.values()] == ["A4:D5"]


def test_every_printed_value_has_a_name() -> None:
    ledger = Ledger()
    hits, all_ = Whole(134), Whole(151)
    hits.pointer, all_.pointer = "/goals/0/outcome/estimate/hits", "/goals/0/outcome/estimate/n"
    say = words("sv", ledger)
    told = say.say("table-n-of", n=say.count(hits), population=say.count(all_))
    blocks = (TableBlock(table=table_of([told])), TableBlock(table=table_of([say.count(hits)], ["1"])))
    book = book_of(xlsx(replace(document_example(), blocks=(*blocks, blocks[0]))))
    named = {name: next(iter(one.destinations)) for name, one in book.defined_names.items()}
    assert set(named) == {"_em_1", "_em_2", "_em_3"}
    assert [book[sheet][cell.replace("$", "")].value for sheet, cell in named.values()] == [134, 151, 134]


def test_it_is_the_same_whenever_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    then = time.time() + 86_400 * 400
    real = time.localtime
    monkeypatch.setattr(time, "localtime", lambda seconds=None: real(then if seconds is None else seconds))
    monkeypatch.setattr(time, "time", lambda: then)
    assert xlsx(document_example()) == example()


def test_it_says_what_it_is() -> None:
    properties = book_of(example()).properties
    assert properties.title == "Den nya administratören – Uppföljning av projektets mål"
    assert properties.creator == "Tranemo kommun"
    assert properties.created is not None
    assert properties.created.date() == date(2013, 9, 30)
    assert [one.value for one in book_of(example()).custom_doc_props.props] == ["sv-SE"]
    assert not [part for part in parts(example()).values() if re.search("[\ue010-\ue029]", part)]


# ---- LibreOffice ---------------------------------------------------------------------------------------------------


class TestInLibreOffice:
    pytestmark = OFFICE_MARKS

    def test_it_opens_and_keeps_values_and_names_when_it_is_saved_again(self, tmp_path: Path) -> None:
        ledger, value = Ledger(), Whole(134)
        value.pointer = "/goals/0/outcome/estimate/hits"
        table = table_of([words("sv", ledger).count(value), ".."], ["88,7\u00a0%", "−1,5\u00a0%"])
        made = xlsx(replace(document_example(), blocks=(TableBlock(table=table),)))
        saved = book_of(converted(made, "tabeller.xlsx", "xlsx", tmp_path))
        assert [[cell.value for cell in row] for row in saved.worksheets[1]["A4:C6"]] == [
            ["Grupp", "k0", "k1"],
            ["rad 0", 134, 0.887],
            ["rad 1", "..", -0.015],
        ]
        assert saved.defined_names["_em_1"].attr_text.replace("'", "") == "1 Svar!$B$5".replace("'", "")
        assert len(saved.worksheets[1].tables) == 1
