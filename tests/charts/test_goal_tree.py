"""The goal tree says what stands under what."""

from charts.tree_made import TREE, with_tree
from effektmatt.charts import goal_tree_chart
from effektmatt.plan.tree import PlacedNode
from findings_example import findings_example


def test_a_tree_tells_each_node_with_the_one_above_and_each_goal_with_its_verdict():
    chart = goal_tree_chart(with_tree("sv", TREE))
    assert chart is not None
    assert chart.title == "Fyra mål under ”En stad för alla”"
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
    nodes = (*TREE, PlacedNode(id="egen", title="Eget mål", level="Mål", depth=0))
    chart = goal_tree_chart(with_tree("en", nodes))
    assert chart is not None
    assert chart.title == "Four goals under “En stad för alla” and “Eget mål”"
