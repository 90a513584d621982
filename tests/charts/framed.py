"""The frame of a chart that stands by itself."""

from typing import Any

from effektmatt.charts.frame import Frame
from effektmatt.wording import words


def framed(language: str = "sv", **told: Any) -> Frame:
    """Return what a chart is told beside the result: the words of its language, and what else is given."""
    return Frame(say=words(language), **told)
