"""What a chart is: a figure with its title, its alternative text and the table of the same numbers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from html import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from effektmatt.charts.svg import figure_to_svg
from effektmatt.wording.marks import plain
from effektmatt.wording.text_table import TextTable

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from effektmatt.charts.canvas import Canvas


class Shows(Enum):
    """Which of a goal's tables holds the same numbers as a chart, so that a page needs only one of them."""

    GROUPS = "what was found in each group"
    UNITS = "how many there are in every unit"
    ITS_TABLE = "the chart's own table"


@dataclass(frozen=True, kw_only=True)
class Chart:
    """A chart that can be seen, read aloud and read as a table.

    Parameters
    ----------
    name
        A short name without spaces; ids in the SVG begin with it.
    title
        What the chart found, or the question it answers, as a sentence. It is not drawn into the figure, so that
        a report can set it as text; a file of its own (`save`) has it.
    alt
        What the chart shows and what it found, in words. It does not repeat the title, which is read before it.
    table
        The same numbers as text.
    language
        "sv" or "en".
    drawing
        Draws the chart on a new sheet.
    shows
        Which of the goal's tables holds the same numbers (None: no other does).
    part
        Which part of the goal it is about, from 1.

    Notes
    -----
    Nothing is drawn, and matplotlib is not imported, before a figure or a file is asked for.
    """

    name: str
    title: str
    alt: str
    table: TextTable
    language: str
    drawing: Callable[[], Canvas] = field(repr=False, compare=False)
    shows: Shows | None = None
    part: int = 1

    @cached_property
    def figure(self) -> Figure:
        """The matplotlib figure, without its title."""
        return self.drawing().figure()

    @cached_property
    def untitled(self) -> str:
        """The chart as an SVG element without its title, drawn once however many pages it stands on."""
        return self._as_svg(None)

    def svg(self, *, titled: bool = False) -> str:
        """Return the chart as an SVG element with real text, the same bytes every time."""
        return self._as_svg(plain(self.title)) if titled else self.untitled

    def _as_svg(self, title: str | None) -> str:
        figure = self.drawing().figure(title)
        described = plain(self.alt)
        return figure_to_svg(figure, name=self.name, title=title, description=described, language=self.language)

    def png(self, dots_per_inch: int = 200, *, titled: bool = False) -> bytes:
        """Return the chart as a PNG picture."""
        import matplotlib as mpl

        out = BytesIO()
        figure = self.drawing().figure(plain(self.title) if titled else None)
        # hinting would move letters to whole dots, and text would not keep to the room that was measured for it
        with mpl.rc_context({"text.hinting": "no_hinting"}):
            figure.savefig(out, format="png", dpi=dots_per_inch, metadata={"Software": None})
        return out.getvalue()

    def save(self, path: str | Path, *, titled: bool = True) -> Path:
        """Write the chart to a file, as SVG or PNG by the file's ending.

        Raises
        ------
        ValueError
            If the ending is another.
        """
        target = Path(path)
        match target.suffix.lower():
            case ".svg":
                target.write_text(self.svg(titled=titled), encoding="utf-8")
            case ".png":
                target.write_bytes(self.png(titled=titled))
            case other:
                raise ValueError(f'a chart is saved as ".svg" or ".png"; got {other!r}')
        return target

    def _repr_html_(self) -> str:
        from effektmatt.wording import words

        return (
            f'<figure lang="{self.language}" style="margin:1em 0;max-width:720px">'
            f"<figcaption><strong>{escape(self.title)}</strong></figcaption>{self.svg()}"
            f"<details><summary>{escape(words(self.language).say('chart-as-table'))}</summary>"
            f"{self.table._repr_html_()}</details></figure>"
        )
