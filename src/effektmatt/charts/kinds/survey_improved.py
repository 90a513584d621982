"""Who improved, who stayed and who fell back, by each definition of improved."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from effektmatt.charts import palette
from effektmatt.charts.base import Chart
from effektmatt.charts.canvas import NORMAL, WIDTH, Canvas, line_height
from effektmatt.charts.fonts import SEMIBOLD, text_width
from effektmatt.charts.frame import Frame
from effektmatt.charts.wrapping import SMALL, wrap
from effektmatt.core import Unit
from effektmatt.surveys.improved_outcome import ShareImproved
from effektmatt.surveys.who_improved import Improvement
from effektmatt.wording import Words
from effektmatt.wording.text_table import Column, TextTable

# Columns in millimetres: the definition, the bar, how many stood at the ceiling.
_LABEL, _START, _END, _CEILING = 44.0, 49.0, 138.0, 147.0
_HEIGHT = 6.4

_COLOURS = {"improved": palette.BLUE, "unchanged": palette.PALE, "worse": palette.BROWN}


def improved_chart(found: ShareImproved, frame: Frame) -> Chart | None:
    """Return how many improved, are unchanged and fell back, one bar per definition; None when nobody can be shown.

    The title gives the share by the definition that the plan chose.
    """
    shown = [one for one in found.improvements if one.n]
    if not shown:
        return None
    say, first = frame.say, next((one for one in shown if one.definition == found.definition), shown[0])
    return frame.chart(
        "improved",
        title=say.say(
            "chart-improved-title",
            title=frame.title or "",
            named="yes" if frame.title else "no",
            **_shares(first, frame),
            definition=first.definition,
            better=first.better,
        ),
        alt=[say.say("chart-improved-alt"), *(_sentence(one, say) for one in shown)],
        table=_table(shown, frame),
        drawing=ImprovedDrawing(shown=shown, say=say),
    )


def _shares(one: Improvement, frame: Frame) -> dict[str, str]:
    """Write the share that the goal is judged by, and where answers are weighed the one that the chart counts."""
    counted, judged, say = one.improved / one.n, frame.judged, frame.say
    if judged is None or judged.value is None or math.isclose(judged.value, counted, rel_tol=1e-9, abs_tol=1e-9):
        return {"share": say.percent(counted), "weighed": "no", "counted": ""}
    return {"share": say.value(judged), "weighed": "yes", "counted": say.percent(counted)}


def parts_of(one: Improvement) -> tuple[tuple[str, int], ...]:
    """Return the parts of a bar in their order, with how many belong to each."""
    return ("improved", one.improved), ("unchanged", one.unchanged), ("worse", one.worse)


def _sentence(one: Improvement, say: Words) -> str:
    shares = {part: say.percent(n / one.n) for part, n in parts_of(one)}
    return say.say(
        "chart-improved-alt-row",
        definition=_definition(one, say),
        ceiling=one.at_ceiling,
        n=one.n,
        better=one.better,
        **shares,
    )


def _definition(one: Improvement, say: Words) -> str:
    return say.say(f"chart-improved-{one.definition}", better=one.better)


def _table(shown: Sequence[Improvement], frame: Frame) -> TextTable:
    say = frame.say
    return frame.table(
        shown,
        Column("definition", lambda one: _definition(one, say)),
        Column("n", lambda one: say.count(one.n)),
        *(Column(part, partial(_cell, say, part), name=say.say(f"chart-{part}")) for part in _COLOURS),
        Column(
            "ceiling", lambda one: say.count(one.at_ceiling), name=say.say("chart-at-ceiling", better=shown[0].better)
        ),
    )


def _cell(say: Words, part: str, one: Improvement) -> str:
    n = dict(parts_of(one))[part]
    return say.say("chart-share-and-count", share=say.percent(n / one.n), n=say.count(n))


# ---- the drawing ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ImprovedDrawing:
    """The counts by each definition; every one rests on somebody."""

    shown: Sequence[Improvement]
    say: Words

    def draw(self) -> Canvas:
        """Return the sheet."""
        canvas = Canvas()
        self._draw_names(canvas, 2.0)
        heading = wrap(self.say.say("chart-at-ceiling", better=self.shown[0].better), WIDTH - _CEILING)
        canvas.lines(_CEILING, 2.0, heading, colour=palette.MUTED)
        y = 2.6 + len(heading) * line_height(SMALL)
        for one in self.shown:
            y = self._draw_row(canvas, y, one) + 3.4
        return canvas

    def _draw_names(self, canvas: Canvas, y: float) -> None:
        """Write what the parts mean above those of the first bar, apart from each other."""
        texts = {part: self.say.say(f"chart-{part}") for part, _ in parts_of(self.shown[0])}
        widths = {part: text_width(text, SMALL, SEMIBOLD) for part, text in texts.items()}
        gap, free, begins = 3.0, _START, _START
        for place, (part, n) in enumerate(parts_of(self.shown[0])):
            later = [widths[name] for name, _ in parts_of(self.shown[0])[place:]]
            last = _CEILING - gap - sum(later) - gap * (len(later) - 1)
            x = max(free, min(begins, last))
            colour = palette.MUTED if part == "unchanged" else palette.INK
            canvas.text(x, y, texts[part], weight=SEMIBOLD, colour=colour)
            free = x + widths[part] + gap
            begins += n / self.shown[0].n * (_END - _START)

    def _draw_row(self, canvas: Canvas, top: float, one: Improvement) -> float:
        label = wrap(_definition(one, self.say), _LABEL, NORMAL, SEMIBOLD)
        detail = wrap(self._threshold(one), _LABEL)
        text = len(label) * line_height(NORMAL) + len(detail) * line_height(SMALL)
        height = max(_HEIGHT, text)
        middle = top + height / 2
        below = canvas.lines(0, middle - (text - line_height(NORMAL)) / 2, label, size=NORMAL, weight=SEMIBOLD)
        canvas.lines(0, below, detail, colour=palette.MUTED)
        x = _START
        for part, n in parts_of(one):
            right = x + n / one.n * (_END - _START)
            if n:
                self._draw_part(canvas, (x, right), middle, part)
                self._draw_share(canvas, (x, right), middle, part, n / one.n)
            x = right
        canvas.text(_CEILING, middle, self.say.say("chart-ceiling-of", n=one.at_ceiling, of=one.n))
        return top + height

    def _draw_part(self, canvas: Canvas, across: tuple[float, float], middle: float, part: str) -> None:
        """Fill one part: plain, pale with an edge, or hatched, so that the three differ without colour."""
        (x, right), top = across, middle - _HEIGHT / 2
        edge = palette.TRACK if part == "unchanged" else None
        canvas.box(x, top, right - x, _HEIGHT, fill=_COLOURS[part], edge=edge)
        if part == "worse":
            canvas.hatch(x, top, right - x, _HEIGHT, gap=1.7)
        if x > _START:
            canvas.line([(x, top - 0.2), (x, top + _HEIGHT + 0.2)], colour=palette.PAPER, width=0.5)

    def _draw_share(self, canvas: Canvas, across: tuple[float, float], y: float, part: str, share: float) -> None:
        """Write a share inside its part, on a plain patch, where there is room; that of the last part else beside."""
        (x, right), text = across, self.say.percent(share, 0)
        half = text_width(text, SMALL, SEMIBOLD) / 2 + 0.8
        middle = (x + right) / 2
        if right - x >= 2 * half:
            canvas.box(middle - half, y - 2.0, 2 * half, 4.0, fill=_COLOURS[part])
            canvas.text(middle, y, text, weight=SEMIBOLD, colour=palette.text_on(_COLOURS[part]), align="center")
        elif part == "worse":
            canvas.text(right + 1.2, y, text, weight=SEMIBOLD)

    def _threshold(self, one: Improvement) -> str:
        """Return by how much a score must rise, where that is one number."""
        if one.threshold is None or one.definition == "any":
            return ""
        amount = self.say.amount(one.threshold, Unit.SCORE)
        return self.say.say(f"chart-improved-{one.definition}-threshold", amount=amount, better=one.better)
