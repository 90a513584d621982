"""A project's own colours, held to what everybody can read: contrast by WCAG 2.1, and the nearest colour that has it.

Text needs 4.5:1 against the ground that it stands on, lines and signs 3:1. On paper and on a light screen the ground is
white, or the light grey of comments; on a dark screen the same hue is made lighter.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from effektmatt.errors import Fault
from effektmatt.plan.tables import Table

#: What text and lines stand on: paper and comments, in light and in dark.
LIGHT, DARK = ("#ffffff", "#f4f6f8"), ("#11171d", "#1a222a")

#: What text needs, and what lines and signs need (WCAG 2.1, 1.4.3 and 1.4.11).
TEXT, GRAPHICS = 4.5, 3.0

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


class Colours(Table):
    """report.colours: the project's own colours."""

    accent: str = "#005a8c"
    line: str = "#005a8c"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The colours of a document: of text that stands out and of lines, in light and in dark."""

    accent: str = "#005a8c"
    line: str = "#005a8c"
    accent_in_dark: str = "#86c5ee"
    line_in_dark: str = "#86c5ee"


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 to 21 (WCAG 2.1).

    >>> round(contrast("#000000", "#ffffff"), 2), round(contrast("#777777", "#ffffff"), 2)
    (21.0, 4.48)
    """
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def nearest_that_holds(colour: str, grounds: Sequence[str], least: float, *, darker: bool = True) -> str:
    """Return the colour itself where it has contrast enough, else the nearest darker (or lighter) of the same hue.

    >>> nearest_that_holds("#005a8c", LIGHT, TEXT), nearest_that_holds("#ffcc00", LIGHT, TEXT)
    ('#005a8c', '#896e00')
    """
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _parts(colour)))
    tried = colour.lower()
    step = -1 if darker else 1
    for place in range(257):
        if all(contrast(tried, ground) >= least for ground in grounds):
            return tried
        light = min(1.0, max(0.0, lightness + step * place / 256))
        tried = "#" + "".join(f"{round(255 * part):02x}" for part in colorsys.hls_to_rgb(hue, light, saturation))
    return "#000000" if darker else "#ffffff"


def look_of(colours: Colours) -> Look:
    """Return the colours of documents, with those of a dark screen."""
    usual = Look()
    if colours == Colours():
        return usual
    return Look(
        accent=colours.accent.lower(),
        line=colours.line.lower(),
        accent_in_dark=nearest_that_holds(colours.accent, DARK, TEXT, darker=False),
        line_in_dark=nearest_that_holds(colours.line, DARK, GRAPHICS, darker=False),
    )


def colour_faults(colours: Colours) -> Iterator[Fault]:
    """Yield colours that are none, or that not everybody can tell from the ground."""
    for name, least in (("accent", TEXT), ("line", GRAPHICS)):
        colour, key = getattr(colours, name), f"report.colours.{name}"
        if not _HEX.fullmatch(colour):
            yield Fault(code="colour-unknown", key=key, got=colour)
        elif (near := nearest_that_holds(colour, LIGHT, least)) != colour.lower():
            has = min(contrast(colour, ground) for ground in LIGHT)
            told: dict[str, str | int | float] = {"has": int(has * 10) / 10, "least": least, "near": near}
            yield Fault(code="colour-contrast", key=key, got=colour, details={**told, "what": name})


def _parts(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
