"""What holds for every chart, whatever it shows."""

import re
from itertools import combinations
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from charts.made import CHARTS, made, plain, svg_of, text_boxes

SVG = "{http://www.w3.org/2000/svg}"
ROOM = 0.15  # millimetres that rounding may take

every_chart = pytest.mark.parametrize("name", CHARTS)


@every_chart
def test_svg_is_one_picture_with_its_description_and_a_title_only_where_that_is_drawn(name):
    chart = made(name)
    root = ET.fromstring(svg_of(name))
    named = {element.get("id"): element for element in root.iter() if element.get("id")}
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert root.get("lang") == "sv"
    assert root.get("aria-labelledby", "").split() == [f"{chart.name}-desc"]
    assert root[0].tag == f"{SVG}desc"
    assert named[f"{chart.name}-desc"].text == chart.alt
    assert root.find(f"{SVG}title") is None
    alone = ET.fromstring(chart.svg(titled=True))
    assert alone.get("aria-labelledby", "").split() == [f"{chart.name}-title", f"{chart.name}-desc"]
    assert [child.tag for child in alone[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert alone[0].text == chart.title


@every_chart
def test_svg_ids_are_its_own_and_nothing_reaches_the_page_around_it(name):
    chart = made(name)
    text = svg_of(name)
    ids = re.findall(r'\bid="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert all(one.startswith(f"{chart.name}-") for one in ids)
    assert set(re.findall(r'(?:url\(|href=")#([^")]+)', text)) <= set(ids)
    for foreign in ("<style", "<!DOCTYPE", "<?xml", "<metadata", "<script"):
        assert foreign not in text


@every_chart
def test_svg_writes_text_as_text(name):
    written = [plain(element.text or "") for element in ET.fromstring(svg_of(name)).iter(f"{SVG}text")]
    assert sorted(written) == sorted(text for text, *_ in text_boxes(name))
    assert written


@every_chart
def test_the_same_result_gives_the_same_bytes(name):
    again = CHARTS[name]("sv")
    assert again is not None
    assert again.svg() == svg_of(name)
    assert not re.search(r"20\d\d-\d\d-\d\dT", svg_of(name))


@every_chart
@pytest.mark.parametrize("language", ["sv", "en"])
def test_no_text_is_cut_off_or_overlaps_another(name, language):
    chart = made(name, language)
    boxes = text_boxes(name, language)
    width, height = (inches * 25.4 for inches in chart.figure.get_size_inches())
    for text, left, top, right, bottom in boxes:
        assert left > -ROOM, text
        assert top > -ROOM, text
        assert right < width + ROOM, text
        assert bottom < height + ROOM, text
    for (one, *a), (other, *b) in combinations(boxes, 2):
        across = min(a[2], b[2]) - max(a[0], b[0])
        down = min(a[3], b[3]) - max(a[1], b[1])
        assert min(across, down) < ROOM, f"{one!r} lies over {other!r}"


@every_chart
def test_a_chart_fills_the_width_of_a_page_with_text_large_enough_for_print(name):
    from matplotlib.text import Text

    figure = made(name).figure
    assert np.isclose(figure.get_figwidth() * 25.4, 170)
    assert min(text.get_size() for text in figure.findobj(Text) if text.get_text()) >= 8


@every_chart
def test_alternative_text_says_what_it_is_and_does_not_repeat_the_title(name):
    chart = made(name)
    assert chart.title not in chart.alt
    assert not chart.title.endswith(".")
    assert chart.alt.endswith(".")
    assert len(chart.alt) > 40


@every_chart
def test_the_table_is_named_and_full(name):
    table = made(name).table
    assert table.caption
    assert table.caption != made(name).title  # it stands right under it, and would be heard twice
    assert table.rows
    assert all(cell for row in table.rows for cell in row[:1])
    assert all(table.header)


@every_chart
def test_another_language_says_the_same_in_other_words(name):
    swedish, english = made(name), made(name, "en")
    assert english.language == "en"
    assert english.name == swedish.name
    assert english.alt != swedish.alt
    assert len(english.table.rows) == len(swedish.table.rows)
    assert english.table.header != swedish.table.header
