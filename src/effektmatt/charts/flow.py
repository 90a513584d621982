"""The participants' way through a survey: how many remain at each step, and why the others left."""

from __future__ import annotations

from collections.abc import Sequence

from effektmatt.charts import palette
from effektmatt.charts.base import Chart
from effektmatt.charts.canvas import NORMAL, Canvas, line_height
from effektmatt.charts.fonts import SEMIBOLD, text_width
from effektmatt.charts.wrapping import SMALL, wrap
from effektmatt.findings import FlowFinding, FlowStep
from effektmatt.wording import Words, words
from effektmatt.wording.tables import flow_table

# Boxes on the left, those who left on the right, in millimetres.
_BOX, _LEFT, _LEFT_WIDTH = 78.0, 96.0, 74.0
_PAD = 2.4


def flow_chart(flow: FlowFinding, *, name: str | None = None, language: str = "sv") -> Chart | None:
    """Return the participant flow of one survey; None when it has no steps.

    Parameters
    ----------
    flow
        The steps with how many remain and how many left, by reason.
    name
        The chart's name (default: "flode-" and the source's id).
    language
        "sv" or "en".
    """
    if not flow.steps:
        return None
    say = words(language)
    first, last = flow.steps[0], flow.steps[-1]
    title = say.say("chart-flow-title", label=flow.label, first=first.n, last=last.n)
    return Chart(
        name=name or f"flode-{flow.source}",
        title=title,
        alt=" ".join([say.say("chart-flow-alt"), f"{title}.", *(_sentence(step, say) for step in flow.steps)]),
        table=flow_table(flow, say),
        language=language,
        drawing=lambda: _draw(flow.steps, say),
    )


def _reasons(step: FlowStep, say: Words) -> list[str]:
    return [say.say("left-reason", n=n, reason=say.reason(reason)) for reason, n in step.left if n]


def _sentence(step: FlowStep, say: Words) -> str:
    reasons = _reasons(step, say)
    named = say.say(f"flow-{step.code}", label=step.label or "")
    if not reasons:
        return say.say("chart-flow-alt-step", step=named, n=step.n)
    return say.say("chart-flow-alt-left", step=named, n=step.n, reasons=say.joined(reasons))


# ---- drawing ----------------------------------------------------------------------------------------------------


def _draw(steps: Sequence[FlowStep], say: Words) -> Canvas:
    canvas = Canvas()
    y = 0.3
    for place, step in enumerate(steps):
        if place:
            y = _draw_way(canvas, y, _reasons(step, say))
        y = _draw_box(canvas, y, step, say, is_last=place == len(steps) - 1)
    return canvas


def _draw_box(canvas: Canvas, top: float, step: FlowStep, say: Words, *, is_last: bool) -> float:
    """Draw one box with its number; the last, that the analysis rests on, is filled. Return its lower edge."""
    number = say.count(step.n)
    space = text_width(number, NORMAL + 2, SEMIBOLD)
    label = wrap(say.say(f"flow-{step.code}", label=step.label or ""), _BOX - 3 * _PAD - max(space, 12.0), NORMAL)
    height = len(label) * line_height(NORMAL) + 2 * _PAD - 0.6
    ink = palette.PAPER if is_last else palette.INK
    fill, edge = (palette.BLUE, palette.BLUE) if is_last else (palette.PAPER, palette.TRACK)
    canvas.box(0.2, top, _BOX, height, fill=fill, edge=edge)
    canvas.text(_BOX - _PAD, top + height / 2, number, size=NORMAL + 2, weight=SEMIBOLD, colour=ink, align="right")
    first = top + height / 2 - (len(label) - 1) / 2 * line_height(NORMAL)
    canvas.lines(_PAD + 0.4, first, label, size=NORMAL, colour=ink)
    return top + height


def _draw_way(canvas: Canvas, top: float, reasons: Sequence[str]) -> float:
    """Draw the way down to the next box, and out to those who left; return where the next box begins."""
    lines = [line for reason in reasons for line in wrap(reason, _LEFT_WIDTH - 2 * _PAD)]
    inside = len(lines) * line_height(SMALL) + 2.4 if lines else 0.0
    height = max(6.0, inside + 2.6)
    x, bottom = _BOX / 2, top + height
    canvas.line([(x, top), (x, bottom - 1.4)], colour=palette.MUTED, width=0.3)
    _arrow_down(canvas, x, bottom)
    if lines:
        middle = top + height / 2
        canvas.line([(x, middle), (_LEFT - 1.4, middle)], colour=palette.MUTED, width=0.3)
        canvas.shape([(_LEFT, middle), (_LEFT - 1.6, middle - 0.9), (_LEFT - 1.6, middle + 0.9)], fill=palette.MUTED)
        canvas.box(_LEFT, middle - inside / 2, _LEFT_WIDTH - 0.2, inside, fill=palette.WASH)
        canvas.lines(_LEFT + _PAD, middle - (len(lines) - 1) / 2 * line_height(SMALL), lines)
    return bottom


def _arrow_down(canvas: Canvas, x: float, y: float) -> None:
    canvas.shape([(x, y), (x - 0.9, y - 1.6), (x + 0.9, y - 1.6)], fill=palette.MUTED)
