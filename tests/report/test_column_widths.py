from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.charts.fonts import REGULAR, text_width
from effektmatt.report.column_widths import column_widths
from effektmatt.wording import TextTable


def table(*rows: tuple[str, ...], header: tuple[str, ...], numeric: tuple[bool, ...]) -> TextTable:
    return TextTable(caption="Tabell", header=header, rows=rows, numeric=numeric)


def test_with_room_every_column_is_as_wide_as_its_longest_text() -> None:
    small = table(("Orust", "12"), ("Tranemo kommun", "7"), header=("Kommun", "Antal"), numeric=(False, True))
    first, second = column_widths(small, available=170, size=9.5).widths
    assert first == pytest.approx(text_width("Tranemo kommun", 9.5, REGULAR) * 1.01)
    assert second < first


def test_numbers_stay_on_one_line_while_text_gives_way() -> None:
    number = "−21,3 till −16,3\u00a0dagar"
    wide = table(("Ord " * 60, number), header=("Mått", "Osäkerhetsintervall"), numeric=(False, True))
    found = column_widths(wide, available=100, size=9.5)
    assert not found.divided
    assert found.widths[1] >= text_width(number, 9.5, REGULAR)
    assert sum(found.widths) == pytest.approx(100)


def test_a_name_is_broken_before_any_cell_is() -> None:
    rows = (("Biblioteket Björken", "+20,7", "+9,3 till +32,1"), ("Museet", "+5,9", "−2,9 till +14,7"))
    header = ("Enhet", "Förändring (procentenheter)", "Osäkerhetsintervall (procentenheter)")
    widths = column_widths(table(*rows, header=header, numeric=(False, True, True)), available=100, size=9.5).widths
    for place, width in enumerate(widths):
        assert width >= max(text_width(row[place], 9.5, REGULAR) for row in rows)
    assert sum(widths) == pytest.approx(100)


def test_where_not_even_words_have_room_they_are_divided_and_the_page_holds() -> None:
    long = "Samhällsbyggnadsförvaltningen"
    cramped = table((long,) * 6, header=("A",) * 6, numeric=(False,) * 6)
    found = column_widths(cramped, available=120, size=9.5)
    assert found.divided
    assert sum(found.widths) == pytest.approx(120)


@given(
    st.lists(st.tuples(st.text(max_size=80), st.text(max_size=30), st.text(max_size=200)), max_size=6),
    st.floats(min_value=60, max_value=200),
)
def test_no_table_is_wider_than_the_page(rows: list[tuple[str, str, str]], available: float) -> None:
    found = column_widths(
        table(*rows, header=("Ett", "Två", "Tre"), numeric=(False, True, False)), available=available, size=9.5
    )
    assert sum(found.widths) <= available + 1e-6
    assert all(width > 0 for width in found.widths)
