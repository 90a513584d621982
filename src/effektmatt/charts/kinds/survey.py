"""What surveys found: who improved, the answers to each question, the change by dose, and needs of competence."""

from __future__ import annotations

from effektmatt.charts.kind import ChartKind, DetailCharts
from effektmatt.charts.kinds.survey_answers import answers_chart
from effektmatt.charts.kinds.survey_dose import dose_chart
from effektmatt.charts.kinds.survey_improved import improved_chart
from effektmatt.charts.kinds.survey_need import need_chart
from effektmatt.charts.kinds.survey_one_wave import one_wave_chart, several_parts_charts
from effektmatt.surveys.change import SurveyChange
from effektmatt.surveys.improved_outcome import ShareImproved
from effektmatt.surveys.need import Need
from effektmatt.surveys.top_share import WaveAnswers

KIND = ChartKind(
    details=(
        DetailCharts(
            of=ShareImproved,
            charts={"improved": improved_chart},
            titled=True,
            several=lambda found, frame: (
                answers_chart(scale, frame.of(f"answers-{place}")) for place, scale in enumerate(found.scales, start=1)
            ),
        ),
        DetailCharts(of=WaveAnswers, charts={"answers": one_wave_chart}, titled=True, together=several_parts_charts),
        DetailCharts(of=SurveyChange, charts={"answers": answers_chart, "dose": dose_chart}),
        DetailCharts(
            of=Need,
            charts={"need": need_chart},
            several=lambda need, frame: (
                need_chart(need, frame.of("need"), place) for place in range(len(need.waves) - 1, 0, -1)
            ),
        ),
    ),
    follows_people=True,
)
