"""The participants' way through a survey: how many remain at each step, and why the others left."""

from __future__ import annotations

from effektmatt.charts.base import Chart
from effektmatt.charts.flow_drawing import FlowDrawing, reasons_of
from effektmatt.findings import FlowFinding, FlowStep
from effektmatt.wording import Words, words
from effektmatt.wording.tables import flow_step, flow_table


def flow_chart(flow: FlowFinding, *, name: str | None = None, language: str = "sv") -> Chart | None:
    """Return the participant flow of one survey; None when it has no steps, or nobody was lost on the way.

    Parameters
    ----------
    flow
        The steps with how many remain and how many left, by reason.
    name
        The chart's name (default: "flow-" and the source's id).
    language
        "sv" or "en".
    """
    if len({step.n for step in flow.steps}) < 2 and not any(n for step in flow.steps for _, n in step.left):
        return None
    say = words(language)
    first, last = flow.steps[0], flow.steps[-1]
    title = say.say("chart-flow-title", label=flow.label, first=first.n, last=last.n, end=last.code)
    return Chart(
        name=name or f"flow-{flow.source}",
        title=title,
        alt=" ".join([say.say("chart-flow-alt"), *(_sentence(step, say) for step in flow.steps)]),
        table=flow_table(flow, say),
        language=language,
        drawing=FlowDrawing(steps=flow.steps, say=say).draw,
    )


def _sentence(step: FlowStep, say: Words) -> str:
    named, reasons = flow_step(step, say), reasons_of(step, say)
    if not reasons:
        return say.say("chart-flow-alt-step", step=named, n=step.n)
    return say.say("chart-flow-alt-left", step=named, n=step.n, reasons=say.joined(reasons))
