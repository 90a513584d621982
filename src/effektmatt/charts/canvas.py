"""A sheet of paper measured in millimetres, from the upper left corner, that becomes a matplotlib figure.

Charts place every mark and text themselves. That gives what ticks, legends and automatic layout do not: text whose
room is known before it is drawn, so that nothing is cut off or overlaps, and drawing fast enough to do it anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from effektmatt.charts import fonts, palette
from effektmatt.charts.fonts import CAPITAL, MM_PER_POINT, REGULAR, SEMIBOLD, text_width
from effektmatt.charts.wrapping import SMALL, wrap
from effektmatt.wording.marks import plain

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure
    from matplotlib.path import Path

#: The text width of an A4 page.
WIDTH = 170.0

#: Sizes of text in points, beside `SMALL`.
NORMAL, TITLE = 9.0, 11.0

#: From one line of text to the next, as a part of the size.
LEADING = 1.22

Points = Sequence[tuple[float, float]]


def line_height(size: float) -> float:
    """Return how many millimetres one line of text needs at a size in points."""
    return size * LEADING * MM_PER_POINT


class Canvas:
    """Marks and texts in millimetres; y grows downwards."""

    def __init__(self, width: float = WIDTH) -> None:
        fonts.register()
        self.width = width
        self.height = 0.0
        self._artists: list[Artist] = []

    def room(self, bottom: float) -> None:
        """Make the sheet reach at least this far down."""
        self.height = max(self.height, bottom)

    # ---- text -------------------------------------------------------------------------------------------

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = SMALL,
        weight: int = REGULAR,
        colour: str = palette.INK,
        align: str = "left",
    ) -> None:
        """Write one line whose capital letters have their middle at height y."""
        from matplotlib.text import Text

        text = plain(text)
        if not text:
            return
        self._artists.append(
            Text(
                x,
                y + CAPITAL / 2 * size * MM_PER_POINT,
                text,
                color=colour,
                family=[fonts.FAMILY] if fonts.covers(text) else [fonts.FAMILY, fonts.OTHER],
                weight=weight,
                size=size,
                ha=align,
                va="baseline",
                parse_math=False,
            )
        )
        self.room(y + size * MM_PER_POINT * 0.7)

    def lines(
        self,
        x: float,
        y: float,
        lines: Sequence[str],
        *,
        size: float = SMALL,
        weight: int = REGULAR,
        colour: str = palette.INK,
        align: str = "left",
    ) -> float:
        """Write several lines, the first with its middle at height y; return where the next line would stand."""
        for line in lines:
            self.text(x, y, line, size=size, weight=weight, colour=colour, align=align)
            y += line_height(size)
        return y

    def centred(self, x: float, y: float, lines: Sequence[str], *, size: float = SMALL, weight: int = REGULAR) -> None:
        """Write several lines whose common middle is at height y."""
        self.lines(x, y - (len(lines) - 1) / 2 * line_height(size), lines, size=size, weight=weight)

    def note(self, y: float, text: str) -> float:
        """Write what there is to know of the whole chart, over its width; return where the next line would stand."""
        return self.lines(0, y, wrap(text, self.width), colour=palette.MUTED)

    def key(self, x: float, y: float, text: str) -> float:
        """Write what the mark to the left of x means; return where the text ends."""
        self.text(x, y, text, colour=palette.MUTED)
        return x + text_width(text, SMALL)

    # ---- marks ------------------------------------------------------------------------------------------

    def line(
        self,
        points: Points,
        *,
        colour: str = palette.INK,
        width: float = 0.25,
        dashes: tuple[float, float] | None = None,
    ) -> None:
        """Draw a line through points; its width and dashes are in millimetres."""
        from matplotlib.lines import Line2D

        self._artists.append(
            Line2D(
                [x for x, _ in points],
                [y for _, y in points],
                color=colour,
                linewidth=width / MM_PER_POINT,
                linestyle="-" if dashes is None else (0, tuple(part / width for part in dashes)),
                solid_capstyle="butt",
                dash_capstyle="butt",
                solid_joinstyle="miter",
            )
        )
        self.room(max(y for _, y in points))

    def shape(self, points: Points, *, fill: str | None, edge: str | None = None, width: float = 0.25) -> None:
        """Draw a closed shape through points."""
        from matplotlib.path import Path

        self._patch(Path([*points, points[0]], closed=True), fill, edge, width)
        self.room(max(y for _, y in points))

    def box(
        self,
        x: float,
        y: float,
        across: float,
        down: float,
        *,
        fill: str | None,
        edge: str | None = None,
        width: float = 0.25,
    ) -> None:
        """Draw an upright rectangle from its upper left corner; `width` is that of its edge."""
        corners = [(x, y), (x + across, y), (x + across, y + down), (x, y + down)]
        self.shape(corners, fill=fill, edge=edge, width=width)

    def circle(
        self, x: float, y: float, radius: float, *, fill: str | None, edge: str | None = None, width: float = 0.25
    ) -> None:
        """Draw a circle."""
        from matplotlib.path import Path

        self._patch(Path.circle((x, y), radius), fill, edge, width)
        self.room(y + radius)

    def hatch(
        self, x: float, y: float, width: float, height: float, *, colour: str = palette.PAPER, gap: float = 1.1
    ) -> None:
        """Draw slanting lines over a rectangle."""
        from matplotlib.path import Path

        ends: list[tuple[float, float]] = []
        along = gap / 2
        while along < width + height:
            left = max(0.0, along - height)
            right = min(along, width)
            ends += [(x + left, y + along - left), (x + right, y + along - right)]
            along += gap
        if ends:
            codes = [Path.MOVETO, Path.LINETO] * (len(ends) // 2)
            self._patch(Path(ends, codes), None, colour, 0.22)

    def _patch(self, path: Path, fill: str | None, edge: str | None, width: float) -> None:
        from matplotlib.patches import PathPatch

        self._artists.append(
            PathPatch(
                path,
                facecolor=fill or "none",
                edgecolor=edge or "none",
                linewidth=width / MM_PER_POINT if edge else 0,
                capstyle="butt",
            )
        )

    # ---- the figure -------------------------------------------------------------------------------------

    def figure(self, title: str | None = None) -> Figure:
        """Return the sheet as a figure; the sheet is then used up.

        With a title the figure has it above and a margin around, and can stand alone; without, it fills the width of
        the page that holds it.
        """
        from matplotlib.figure import Figure
        from matplotlib.transforms import Affine2D

        heading = wrap(title, self.width, TITLE, SEMIBOLD, even=True) if title else []
        margin = 5.0 if title else 0.0
        top = margin + len(heading) * line_height(TITLE) + 3.0 if heading else 0.0
        size = ((self.width + 2 * margin) / 25.4, (top + self.height + 1.0 + margin) / 25.4)
        figure = Figure(figsize=size, facecolor=palette.PAPER)
        to_inches = Affine2D().scale(1 / 25.4, -1 / 25.4).translate(margin / 25.4, size[1] - top / 25.4)
        self.lines(0, line_height(TITLE) / 2 + margin - top, heading, size=TITLE, weight=SEMIBOLD)
        for order, artist in enumerate(self._artists):
            artist.set_transform(to_inches + figure.dpi_scale_trans)
            artist.set_zorder(order)
            figure.add_artist(artist)
            artist.set_clip_on(False)
        return figure
