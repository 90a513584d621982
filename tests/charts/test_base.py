import io
from html.parser import HTMLParser

import pytest
from PIL import Image

from charts.framed import framed
from charts.made import estimate, made, outcome
from effektmatt.charts.canvas import Canvas
from effektmatt.charts.groups import groups_chart


def test_nothing_is_drawn_before_it_is_asked_for():
    chart = made("improved")
    drawn = []
    lazy = type(chart)(
        name="x", title="t", alt="a.", table=chart.table, language="sv", drawing=lambda: drawn.append(1) or Canvas()
    )
    assert lazy.title == "t"
    assert drawn == []


def test_the_figure_is_made_once():
    chart = made("improved")
    assert chart.figure is chart.figure


def test_a_png_has_the_size_of_the_page_at_its_resolution():
    picture = Image.open(io.BytesIO(made("improved").png(100)))
    assert picture.format == "PNG"
    assert picture.width == pytest.approx(170 / 25.4 * 100, abs=1)
    assert made("improved").png(100) == made("improved").png(100)


def test_a_file_of_its_own_has_its_title_and_one_in_a_report_has_not(tmp_path):
    chart = made("improved")
    saved = chart.save(tmp_path / "diagram.svg").read_text(encoding="utf-8")
    assert f">{chart.title}</text>" in saved
    assert f">{chart.title}</text>" not in chart.svg()
    assert chart.save(tmp_path / "diagram.png").read_bytes().startswith(b"\x89PNG")
    assert chart.save(tmp_path / "utan.svg", titled=False).read_text(encoding="utf-8") == chart.svg()


def test_another_kind_of_file_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r'\.svg" or "\.png'):
        made("improved").save(tmp_path / "diagram.pdf")


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []
        self.text = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)


def test_in_a_notebook_a_chart_shows_itself_with_its_title_and_numbers():
    chart = made("improved")
    page = Page()
    page.feed(chart._repr_html_())
    tags = [tag for tag, _ in page.found]
    rows = len(chart.table.rows)
    assert tags.count("svg") == 1
    assert tags.index("figcaption") < tags.index("svg") < tags.index("table")
    assert [attrs.get("scope") for tag, attrs in page.found if tag == "th"].count("row") == rows
    assert tags.count("td") == rows * (len(chart.table.header) - 1)
    assert {cell for row in chart.table.rows for cell in row} <= set(page.text)


def test_text_of_users_is_escaped():
    name = '<b onclick="x">A & B</b>'
    chart = groups_chart(outcome({name: estimate(0.5)}, estimate(0.5)), framed(labels={"avdelning": "<i>"}))
    assert chart is not None
    assert "<b " not in chart.svg()
    assert "<b " not in chart._repr_html_()
    assert "&lt;b onclick" in chart.svg()
