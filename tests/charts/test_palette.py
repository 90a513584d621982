from itertools import pairwise

import pytest

from effektmatt.charts import palette
from effektmatt.charts.palette import contrast, diverging, luminance, text_on


def lightness(colour):
    """CIE L*, 0 to 100: how light a colour is on a grey print."""
    y = luminance(colour)
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


def test_contrast_is_that_of_wcag():
    # https://webaim.org/resources/contrastchecker/ gives 4.48 for #777777 on white, 4.54 for #767676
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)
    assert luminance("#FF0000") == pytest.approx(0.2126)


@pytest.mark.parametrize("colour", ["BLUE", "SKY", "BROWN", "SAND", "GREY", "TRACK", "MUTED", "INK", "BEFORE", "AFTER"])
def test_marks_stand_out_from_paper(colour):
    assert contrast(getattr(palette, colour), palette.PAPER) >= 3


@pytest.mark.parametrize("ground", ["PAPER", "ZONE", "WASH"])
@pytest.mark.parametrize("ink", ["INK", "MUTED", "BLUE", "BROWN"])
def test_text_is_readable_on_every_ground(ink, ground):
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("levels", range(2, 12))
def test_numbers_are_readable_on_the_answers(levels):
    for colour in diverging(levels):
        assert contrast(text_on(colour), colour) >= 4.5


def test_colours_that_meet_differ_in_grey():
    together = [
        (palette.BLUE, palette.SKY),  # point on its interval
        (palette.BLUE, palette.GREY),  # after beside before
        (palette.BLUE, palette.PALE),  # improved beside unchanged
        (palette.PALE, palette.BROWN),  # unchanged beside worse
        (palette.SKY, palette.ZONE),
    ]
    for one, other in together:
        assert abs(lightness(one) - lightness(other)) >= 15


@pytest.mark.parametrize("levels", range(2, 8))
def test_neighbouring_answers_differ_in_grey(levels):
    colours = diverging(levels)
    halves = levels // 2
    for place, (one, other) in enumerate(pairwise(colours)):
        if levels % 2 == 0 and place == halves - 1:
            continue  # the sides of an even scale meet here: one is hatched, the other is not
        assert abs(lightness(one) - lightness(other)) >= 8


def test_a_scale_runs_from_dark_over_pale_to_dark():
    assert diverging(5) == (palette.BROWN, palette.SAND, palette.PALE, palette.SKY, palette.BLUE)
    assert diverging(2) == (palette.BROWN, palette.BLUE)
    assert len(diverging(11)) == 11
