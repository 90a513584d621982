import matplotlib as mpl
import pytest
from fontTools.ttLib import TTFont
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from effektmatt.charts import fonts


@pytest.mark.parametrize("weight", [fonts.REGULAR, fonts.SEMIBOLD])
def test_each_weight_is_a_font_of_its_own(weight):
    font = TTFont(fonts.static_files()[weight])
    assert "fvar" not in font
    assert font["OS/2"].usWeightClass == weight


def test_cutting_the_font_anew_gives_the_same_letters():
    again = fonts._instance(fonts._reduced(), fonts.SEMIBOLD)
    assert again == fonts.static_files()[fonts.SEMIBOLD].read_bytes()


@pytest.mark.parametrize("text", ["Handläggningstid", "−17,6 dagar (−20,7 till −14,5)", "ÅÄÖ åäö é ü ß", "≥ 80 %"])
@pytest.mark.parametrize("weight", [fonts.REGULAR, fonts.SEMIBOLD])
def test_measured_width_is_that_of_the_drawn_text(text, weight):
    fonts.register()
    figure = Figure(dpi=600)
    drawn = figure.text(0, 0, text, family=fonts.FAMILY, weight=weight, size=9)
    with mpl.rc_context({"text.hinting": "no_hinting"}):
        width = drawn.get_window_extent(FigureCanvasAgg(figure).get_renderer()).width / 600 * 25.4
    assert fonts.text_width(text, 9, weight) == pytest.approx(width, abs=0.6)


def test_the_heavier_weight_is_wider():
    assert fonts.text_width("Bemötande", 8, fonts.SEMIBOLD) > fonts.text_width("Bemötande", 8)


def test_letters_outside_the_font_are_known_to_be():
    assert fonts.covers("Łódź, Αθήνα"[:4])
    assert not fonts.covers("改善")
