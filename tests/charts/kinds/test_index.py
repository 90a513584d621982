"""Published values: what is missing breaks the line, what is counted has no halves, the target is drawn."""

from itertools import pairwise

from matplotlib.lines import Line2D

from charts.made import made, text_boxes
from effektmatt.charts import palette


def lines(name, colour):
    """Return the corners of every line of a colour."""
    drawn = (line for line in made(name).figure.findobj(Line2D) if line.get_color() == colour)
    return [list(zip(line.get_xdata(), line.get_ydata(), strict=True)) for line in drawn]


def places(name):
    """Return where each wave stands, by its name."""
    return {
        text: (left + right) / 2 for text, left, _, right, _ in text_boxes(name) if text.isdigit() and int(text) > 2000
    }


def test_a_line_ends_where_a_value_is_missing_and_the_reason_stands_there():
    at = places("index-missing")
    (joined,) = lines("index-missing", palette.BLUE)
    assert [round(x, 1) for x, _ in joined] == [round(at["2013"], 1), round(at["2014"], 1)]
    reasons = [(left + right) / 2 for text, left, _, right, _ in text_boxes("index-missing") if text == "bortfall"]
    assert [round(x, 1) for x in reasons] == [round(at["2012"], 1)]
    assert "bortfall (2012)" in made("index-missing").alt


def test_whole_values_have_whole_numbers_on_the_axis():
    axis = [text for text, left, _, right, _ in text_boxes("index-missing") if right < 15 and left > 5]
    assert axis
    assert all(text.isdigit() for text in axis)


def test_the_target_is_drawn_where_the_axis_says():
    ((start, end),) = lines("index-missing", palette.INK)
    assert start[1] == end[1]
    heights = {text: (top + bottom) / 2 for text, _, top, right, bottom in text_boxes("index-missing") if right < 15}
    four, six = heights["4"], heights["6"]
    assert abs(start[1] - (four + six) / 2) < 0.3
    assert "Målet, 5 bidrag, är en linje tvärs över." in made("index-missing").alt


def test_one_unit_needs_less_height_than_two():
    low, high = (made(name).figure.get_figheight() for name in ("index", "index-two"))
    assert low < 0.75 * high


def test_titles_count_units_in_words():
    titles = [made(name).title.partition(": ")[2] for name in ("index", "index-two", "index-same", "index-many")]
    assert titles == [
        "från 61 till 86 procent",
        "av två har en stigit och en sjunkit",
        "7 både först och sist",
        "alla 26 har stigit",
    ]
    assert made("index-two", "en").title.endswith("of two, one has risen and one has fallen")


def test_names_at_the_ends_of_lines_do_not_overlap():
    names = sorted((top, bottom) for text, _, top, _, bottom in text_boxes("index-many") if text.startswith("Enhet"))
    assert len(names) == 26
    assert all(bottom <= top + 0.2 for (_, bottom), (top, _) in pairwise(names))
