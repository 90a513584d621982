"""The goal tree and the course over waves say what they show."""

from dataclasses import replace

from charts.tree_made import THREE, TREE, found, with_tree
from effektmatt.charts import goal_charts, goal_tree_chart, goals_charts, waves_chart
from effektmatt.core import Unit
from effektmatt.findings import TreeNode
from findings_example import findings_example


def test_a_tree_tells_each_node_with_the_one_above_and_each_goal_with_its_verdict():
    chart = goal_tree_chart(with_tree("sv", TREE))
    assert chart is not None
    assert chart.title == "4 mål under ”En stad för alla”"
    assert "Nämndmål: Alla har tillgång till kultur, under En stad för alla." in chart.alt
    titles = [row[0] for row in chart.table.rows]
    assert titles[0] == "En stad för alla"
    goals = {goal.id: goal.title for goal in findings_example().goals}
    assert [title for title in titles if title in goals.values()] == [
        goals[one] for one in ("delmal-7", "delmal-1", "delmal-2", "delmal-3")
    ]
    assert ("Känd hos fler", "Åtagande", "Alla har tillgång till kultur", "–") in chart.table.rows


def test_no_tree_no_chart():
    assert goal_tree_chart(findings_example()) is None


def test_a_tree_names_every_top():
    nodes = (*TREE, TreeNode(id="egen", title="Eget mål", level="Mål", depth=0))
    chart = goal_tree_chart(with_tree("en", nodes))
    assert chart is not None
    assert chart.title == "4 goals under “En stad för alla” and “Eget mål”"


def test_two_waves_need_no_course():
    assert waves_chart(THREE[:2], title="Stolthet") is None
    assert waves_chart([(wave, found(None)) for wave, _ in THREE], title="Stolthet") is None


def test_the_course_is_told_wave_by_wave():
    chart = waves_chart(THREE, title="Stolthet")
    assert chart is not None
    assert chart.title == "Stolthet: 3,03 vid den första mätningen och 3,49 vid den sista"
    assert [row[0] for row in chart.table.rows] == ["Före", "Efter", "Uppföljning"]
    assert "Efter: 3,59 (3,50 till 3,68)." in chart.alt


def test_a_wave_too_small_to_show_has_no_number():
    chart = waves_chart([*THREE, ("Sist", found(None))], title="Stolthet")
    assert chart is not None
    assert chart.table.rows[-1][1:3] == ("–", "–")
    assert "Sist: visas inte." in chart.alt


def test_parts_that_share_a_course_show_it_once():
    goal = findings_example().goals[2]
    parts = tuple(replace(part, outcome=replace(part.outcome, over_time=THREE)) for part in goal.parts)
    shown = [chart for chart in goal_charts(replace(goal, parts=parts)) if "waves" in chart.name]
    assert len(shown) == 1
    assert shown[0].title.startswith(goal.title)
    other = tuple((wave, found(0.5, unit=Unit.SHARE)) for wave, _ in THREE)
    differing = (parts[0], replace(parts[1], outcome=replace(parts[1].outcome, over_time=other)))
    shown = [chart for chart in goal_charts(replace(goal, parts=differing)) if "waves" in chart.name]
    assert [chart.title.split(":")[0] for chart in shown] == [
        "Ambassadörer, minst två på varje avdelning",
        "Ambassadörer, omkring 40 sammanlagt",
    ]


def test_many_goals_are_shown_on_several_pages_and_each_once():
    few = findings_example()
    assert [chart.name for chart in goals_charts(few)] == ["goals"]
    many = replace(few, goals=tuple(replace(few.goals[0], id=f"g{place}", title=f"Mål {place}") for place in range(40)))
    charts = goals_charts(many)
    assert len(charts) > 1
    assert [row[0] for chart in charts for row in chart.table.rows] == [f"Mål {place}" for place in range(40)]
    tallest = max(chart.figure.get_size_inches()[1] * 25.4 for chart in charts)
    assert tallest < 225
    sizes = [len(chart.table.rows) for chart in charts]
    assert max(sizes) - min(sizes) <= len(sizes), sizes  # no page with a row or two left over
    assert charts[1].title == f"Utfall mot målnivå, del 2 av {len(charts)}"
    assert goals_charts(replace(few, goals=())) == ()
