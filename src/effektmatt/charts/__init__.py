"""A result as a figure with title, alternative text and the table of the same numbers. Computes no statistic."""

from effektmatt.charts.base import Chart, Shows
from effektmatt.charts.flow import flow_chart
from effektmatt.charts.front import NoChartError, chart, goal_charts
from effektmatt.charts.goal_tree import goal_tree_chart
from effektmatt.charts.goals import goals_chart, goals_charts

__all__ = [
    "Chart",
    "NoChartError",
    "Shows",
    "chart",
    "flow_chart",
    "goal_charts",
    "goal_tree_chart",
    "goals_chart",
    "goals_charts",
]
