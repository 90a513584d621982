"""Colours that hold in grey, in print and for the colour blind; and nothing rests on them alone.

Every mark has a contrast of at least 3 against white, every text of at least 4.5, and any two that meet in one
chart differ in lightness; `tests/charts/test_palette.py` measures it.
"""

from __future__ import annotations

INK = "#1A1A1A"
BLACK = "#000000"
MUTED = "#595959"  # second lines, axis labels: contrast 7 on white
PAPER = "#FFFFFF"
RULE = "#D0D0D0"  # hairlines between rows; never carries meaning
GRID = "#E4E4E4"
TRACK = "#8C8C8C"

BLUE = "#005A8C"  # after, the result itself
SKY = "#6699CC"  # interval, the lighter partner of blue
BROWN = "#994F00"  # worse, below the minimum
SAND = "#C48444"  # the lighter partner of brown
GREY = "#8C8C8C"  # before, as a line
PALE = "#D3D6D9"  # unchanged, neither nor: always with an edge of TRACK

BEFORE, AFTER = SKY, BLUE

ZONE = "#E9EFF4"  # ground behind "here the target is met"; the tick beside it carries the meaning
WASH = "#F3F3F3"


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 to 1 (WCAG 2.1, "relative luminance").

    >>> round(luminance("#FFFFFF"), 3)
    1.0
    """
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21 (WCAG 2.1, "contrast ratio").

    >>> round(contrast("#000000", "#FFFFFF"))
    21
    """
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def text_on(ground: str) -> str:
    """Return the text colour, black or white, that is easier to read on a ground: one has always 4.5."""
    return max((BLACK, PAPER), key=lambda colour: contrast(colour, ground))


def shade(part: float) -> str:
    """Return a blue that is darker the larger a part of 1 is; the number always stands beside or on it.

    >>> shade(0), shade(1) == BLUE
    ('#E9EFF4', True)
    """
    return _mixed(ZONE, BLUE, min(max(part, 0.0), 1.0))


def diverging(levels: int) -> tuple[str, ...]:
    """Return one colour per answer, from the lowest to the highest; an odd number has a pale middle.

    >>> len(diverging(5)), diverging(3)[1] == PALE
    (5, True)
    """
    side = levels // 2
    low = [_between(BROWN, SAND, place, side) for place in range(side)]
    high = [_between(BLUE, SKY, place, side) for place in range(side)]
    middle = [PALE] if levels % 2 else []
    return (*low, *middle, *reversed(high))


def _between(dark: str, light: str, place: int, steps: int) -> str:
    """Return step `place` of `steps` on the way from dark to light."""
    return _mixed(dark, light, place / (steps - 1) if steps > 1 else 0.0)


def _mixed(first: str, last: str, part: float) -> str:
    """Return the colour so far on the way from the first to the last."""
    ends = ((int(first[place : place + 2], 16), int(last[place : place + 2], 16)) for place in (1, 3, 5))
    return "#{:02X}{:02X}{:02X}".format(*(round(low + (high - low) * part) for low, high in ends))
