"""What surveys found: who improved, the answers to each question, the change by dose, and needs of competence."""

from __future__ import annotations

from collections.abc import Iterator

from effektmatt.charts.base import Chart
from effektmatt.charts.frame import Frame
from effektmatt.charts.kind import ChartKind, DetailCharts
from effektmatt.charts.kinds.survey_answers import answers_chart
from effektmatt.charts.kinds.survey_dose import dose_chart
from effektmatt.charts.kinds.survey_improved import improved_chart
from effektmatt.charts.kinds.survey_need import need_charts
from effektmatt.findings import GoalFinding
from effektmatt.surveys.change import SurveyChange
from effektmatt.surveys.improved_outcome import ShareImproved
from effektmatt.surveys.need import Need


def _of_improved(found: ShareImproved, _: GoalFinding, frame: Frame) -> Iterator[Chart | None]:
    yield improved_chart(found.improvements, frame.of("improved", titled=True), found.definition)
    for place, scale in enumerate(found.scales, start=1):
        yield answers_chart(scale, frame.of(f"answers-{place}"))


KIND = ChartKind(
    details=(
        DetailCharts(
            of=ShareImproved,
            alone=lambda found, frame: improved_chart(found.improvements, frame, found.definition),
            of_goal=_of_improved,
        ),
        DetailCharts(
            of=SurveyChange,
            alone=answers_chart,
            of_goal=lambda change, _, frame: [
                answers_chart(change, frame.of("answers")),
                dose_chart(change, frame.of("dose")),
            ],
        ),
        DetailCharts(
            of=Need,
            alone=lambda need, frame: need_charts(need, frame)[0],
            of_goal=lambda need, _, frame: need_charts(need, frame.of("need")),
        ),
    ),
    follows_people=True,
)
