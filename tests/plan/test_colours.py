from __future__ import annotations

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.plan.colours import DARK, GRAPHICS, LIGHT, TEXT, Colours, Look, contrast, look_of, nearest_that_holds

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [  # worked examples of WCAG 2.1's formula, as published by WebAIM's contrast checker
        ("#000000", "#ffffff", 21.0),
        ("#767676", "#ffffff", 4.54),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#ffffff", 4.0),
        ("#949494", "#ffffff", 3.03),
    ],
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.006)
    assert contrast(other, one) == contrast(one, other)


@given(colours, st.sampled_from([(LIGHT, True), (DARK, False)]), st.sampled_from([TEXT, GRAPHICS]))
def test_the_nearest_colour_holds_and_is_the_colour_itself_where_that_does(colour, side, least) -> None:
    grounds, darker = side
    found = nearest_that_holds(colour, grounds, least, darker=darker)
    assert all(contrast(found, ground) >= least for ground in grounds)
    if all(contrast(colour, ground) >= least for ground in grounds):
        assert found == colour


def test_the_nearest_colour_keeps_its_hue_and_goes_no_further_than_it_must() -> None:
    found = nearest_that_holds("#ffcc00", LIGHT, TEXT)
    hue, lightness, saturation = colorsys.rgb_to_hls(*(int(found[at : at + 2], 16) / 255 for at in (1, 3, 5)))
    assert hue == pytest.approx(48 / 360, abs=0.01)
    lighter = colorsys.hls_to_rgb(hue, lightness + 2 / 256, saturation)
    assert min(contrast("#" + "".join(f"{round(255 * part):02x}" for part in lighter), one) for one in LIGHT) < TEXT


def test_colours_of_a_dark_screen_can_be_read_there_and_the_usual_ones_are_those_of_the_house() -> None:
    look = look_of(Colours(accent="#8a1538", line="#b34a00"))
    assert min(contrast(look.accent_in_dark, ground) for ground in DARK) >= TEXT
    assert min(contrast(look.line_in_dark, ground) for ground in DARK) >= GRAPHICS
    assert look_of(Colours()) == Look()
    assert min(contrast(Look().accent, ground) for ground in LIGHT) >= TEXT
