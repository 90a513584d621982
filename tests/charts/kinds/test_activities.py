"""Activities of all parts of a goal stand in one chart."""

from dataclasses import replace

from charts.usage_made import held
from effektmatt.charts import goal_charts
from effektmatt.core import Outcome
from findings_example import findings_example


def test_kinds_of_activities_that_are_parts_of_a_goal_share_a_chart():
    goal = findings_example().goals[2]
    kinds = (held(Möten=(6, 6, 0)), held(Utbildning=(2, 1, 0)))
    parts = tuple(
        replace(part, outcome=Outcome(estimate=part.outcome.estimate, detail=one))
        for part, one in zip(goal.parts, kinds, strict=True)
    )
    (chart,) = goal_charts(replace(goal, parts=parts))
    assert chart.name == f"{goal.id}-held"
    assert [row[0] for row in chart.table.rows] == ["Möten", "Utbildning"]
