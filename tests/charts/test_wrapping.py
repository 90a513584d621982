import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from effektmatt.charts.fonts import SEMIBOLD, text_width
from effektmatt.charts.wrapping import SMALL, wrap


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Kultur och fritid", 60, ["Kultur och fritid"]),
        ("Kultur och fritid", 16, ["Kultur och", "fritid"]),
        ("Samhällsbyggnadsförvaltningen", 30, ["Samhällsbyggnads-", "förvaltningen"]),
        ("IT-avdelningen", 17, ["IT-", "avdelningen"]),
        ("Stöd/service", 11, ["Stöd/", "service"]),
        ("", 20, []),
    ],
)
def test_lines_break_where_a_reader_expects(text, width, lines):
    assert wrap(text, width) == lines


def test_a_number_stays_with_its_unit():
    assert wrap("omkring 80\N{NO-BREAK SPACE}%", 12) == ["omkring", "80\N{NO-BREAK SPACE}%"]


def test_even_lines_are_about_equally_long():
    text = "Av 7 mål är 1 uppnått, 2 troligen uppnådda, 1 ej avgjort och 3 ej uppnådda"
    filled, even = wrap(text, 80), wrap(text, 80, even=True)
    spread = [max(map(len, lines)) - min(map(len, lines)) for lines in (filled, even)]
    assert len(filled) == len(even)
    assert spread[1] < spread[0]


words = st.text(st.characters(codec="latin-1", exclude_categories=("C", "Z")), min_size=1, max_size=40)


@settings(max_examples=40, deadline=None)
@given(st.lists(words, min_size=1, max_size=8), st.floats(20, 90), st.sampled_from([400, SEMIBOLD]))
def test_no_line_is_too_wide_and_no_letter_is_lost(parts, width, weight):
    text = " ".join(parts)
    lines = wrap(text, width, SMALL, weight)
    assert all(text_width(line, SMALL, weight) <= width for line in lines)
    assert "".join(lines).replace(" ", "").replace("-", "") == text.replace(" ", "").replace("-", "")
