"""The marks that charts share: verdict badges, points with intervals, targets."""

from __future__ import annotations

import math

from effektmatt.charts import palette
from effektmatt.charts.axis import Axis
from effektmatt.charts.canvas import Canvas
from effektmatt.core import Estimate
from effektmatt.goals import Target, Verdict

#: How broad the line of an interval is.
BROAD = 1.7

_COLOURS = {
    Verdict.MET: palette.BLUE,
    Verdict.LIKELY_MET: palette.BLUE,
    Verdict.LIKELY_NOT_MET: palette.BROWN,
    Verdict.NOT_MET: palette.BROWN,
}


def badge(canvas: Canvas, x: float, y: float, verdict: Verdict, radius: float = 2.1) -> None:
    """Draw a verdict's sign around (x, y): round where the goal is met, square where not, full where that is sure.

    No two signs have the same shape, so that nothing rests on their colour.
    """
    colour = _COLOURS.get(verdict, palette.MUTED)
    match verdict:
        case Verdict.MET:
            canvas.circle(x, y, radius, fill=colour)
            _check(canvas, x, y, radius, palette.PAPER)
        case Verdict.LIKELY_MET:
            canvas.circle(x, y, radius - 0.15, fill=None, edge=colour, width=0.35)
            _check(canvas, x, y, radius, colour)
        case Verdict.LIKELY_NOT_MET:
            side = radius * 0.9
            canvas.box(x - side, y - side, 2 * side, 2 * side, fill=None, edge=colour, width=0.35)
            _cross(canvas, x, y, radius, colour)
        case Verdict.NOT_MET:
            side = radius * 0.95
            canvas.box(x - side, y - side, 2 * side, 2 * side, fill=colour)
            _cross(canvas, x, y, radius, palette.PAPER)
        case Verdict.UNDETERMINED:
            canvas.circle(x, y, radius - 0.15, fill=None, edge=colour, width=0.35)
            canvas.shape(_arc(x, y, radius - 0.15), fill=colour)
        case Verdict.NOT_ASSESSABLE:
            canvas.line(_arc(x, y, radius - 0.15, whole=True), colour=colour, width=0.35, dashes=(0.7, 0.6))
            arm = radius * 0.4
            canvas.line([(x - arm, y + arm), (x + arm, y - arm)], colour=colour, width=0.4)
        case Verdict.NO_TARGET:
            canvas.circle(x, y, radius - 0.15, fill=None, edge=colour, width=0.35)
            canvas.line([(x - radius * 0.4, y), (x + radius * 0.4, y)], colour=colour, width=0.4)


def _check(canvas: Canvas, x: float, y: float, radius: float, colour: str) -> None:
    corners = [(-0.44, 0.04), (-0.12, 0.36), (0.46, -0.32)]
    canvas.line([(x + right * radius, y + down * radius) for right, down in corners], colour=colour, width=0.5)


def _cross(canvas: Canvas, x: float, y: float, radius: float, colour: str) -> None:
    arm = radius * 0.36
    canvas.line([(x - arm, y - arm), (x + arm, y + arm)], colour=colour, width=0.5)
    canvas.line([(x - arm, y + arm), (x + arm, y - arm)], colour=colour, width=0.5)


def _arc(x: float, y: float, radius: float, *, whole: bool = False) -> list[tuple[float, float]]:
    """Return points along the right half of a circle from its top, or all the way round."""
    turns = [math.pi * step / 24 for step in range((48 if whole else 24) + 1)]
    return [(x + radius * math.sin(turn), y - radius * math.cos(turn)) for turn in turns]


def point(canvas: Canvas, x: float, y: float, *, fill: str = palette.AFTER, radius: float = 1.05) -> None:
    """Draw a value as a dot with a white rim, so that it stands out from the line it lies on."""
    canvas.circle(x, y, radius + 0.25, fill=palette.PAPER)
    canvas.circle(x, y, radius, fill=fill)


def hollow_point(canvas: Canvas, x: float, y: float, *, edge: str = palette.MUTED, radius: float = 0.9) -> None:
    """Draw a value of before as a ring."""
    canvas.circle(x, y, radius + 0.45, fill=palette.PAPER)
    canvas.circle(x, y, radius, fill=palette.PAPER, edge=edge, width=0.5)


def estimate(canvas: Canvas, axis: Axis, y: float, shown: Estimate) -> None:
    """Draw the possible range as a thin line, the interval as a broad one and the value as a dot."""
    if shown.value is None:
        return
    if shown.possible is not None:
        possible(canvas, axis.at(shown.possible.low), axis.at(shown.possible.high), y)
    if shown.interval is not None:
        ends = axis.at(shown.interval.low), axis.at(shown.interval.high)
        canvas.line([(end, y) for end in ends], colour=palette.SKY, width=BROAD)
    if axis.holds(shown.value):
        point(canvas, axis.at(shown.value), y)


def possible(canvas: Canvas, low: float, high: float, y: float) -> None:
    """Draw a thin line with ends, from `low` to `high` millimetres."""
    canvas.line([(low, y), (high, y)], colour=palette.MUTED, width=0.3)
    for end in (low, high):
        canvas.line([(end, y - 0.8), (end, y + 0.8)], colour=palette.MUTED, width=0.3)


def zone(canvas: Canvas, axis: Axis, top: float, bottom: float, target: Target) -> None:
    """Shade where the target is met."""
    low, high = target.region
    left = axis.at(low) if math.isfinite(low) else min(axis.start, axis.end)
    right = axis.at(high) if math.isfinite(high) else max(axis.start, axis.end)
    if right > left:
        canvas.box(left, top, right - left, bottom - top, fill=palette.ZONE)


def target_tick(canvas: Canvas, axis: Axis, top: float, bottom: float, target: Target) -> None:
    """Draw a tick where the target is met from (for a target "about", at its both ends)."""
    for end in target.region:
        if math.isfinite(end) and axis.holds(end):
            x = axis.at(end)
            canvas.line([(x, top), (x, bottom)], colour=palette.INK, width=0.5)
