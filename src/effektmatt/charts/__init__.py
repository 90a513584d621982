"""A result as a figure with title, alternative text and the table of the same numbers. Computes no statistic."""

from effektmatt.charts.base import Chart
from effektmatt.charts.counts import counts_chart
from effektmatt.charts.curves import open_cases_chart
from effektmatt.charts.flow import flow_chart
from effektmatt.charts.front import NoChartError, chart, goal_charts
from effektmatt.charts.goal_tree import goal_tree_chart
from effektmatt.charts.goals import fulfilment_chart, goal_chart, goals_chart, goals_charts
from effektmatt.charts.groups import groups_before_after_chart, groups_chart
from effektmatt.charts.improved import improved_chart
from effektmatt.charts.items import items_chart
from effektmatt.charts.waves import waves_chart

__all__ = [
    "Chart",
    "NoChartError",
    "chart",
    "counts_chart",
    "flow_chart",
    "fulfilment_chart",
    "goal_chart",
    "goal_charts",
    "goal_tree_chart",
    "goals_chart",
    "goals_charts",
    "groups_before_after_chart",
    "groups_chart",
    "improved_chart",
    "items_chart",
    "open_cases_chart",
    "waves_chart",
]
