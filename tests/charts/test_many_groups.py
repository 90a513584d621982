"""Of more groups than fit on a page those at both ends are named, and every one is a dot."""

from charts.framed import framed
from charts.made import EVERY, LABELS, change, departments, estimate, outcome, outcome_before_after
from charts.read_back import boxes
from effektmatt.charts import Chart, chart, palette
from effektmatt.charts.groups import before_after_chart, groups_chart

MUNICIPALITIES = 290
PAGE = 230.0


def height(chart: Chart) -> float:
    return float(chart.figure.get_size_inches()[1]) * 25.4


def shares(n: int) -> Chart:
    some = {f"Kommun {place}": estimate(place / 400, place / 400, place / 400 + 0.1) for place in range(n)}
    chart = groups_chart(outcome({**some, "Liten": None}, estimate(0.4, 0.3, 0.5)), framed("sv", labels=LABELS))
    assert chart is not None
    return chart


def test_the_highest_and_the_lowest_are_named_and_the_table_has_all():
    chart = shares(MUNICIPALITIES)
    assert height(chart) < PAGE
    assert "Kommun 289" in chart.alt
    assert "Kommun 0:" in chart.alt
    assert "Kommun 150" not in chart.alt
    assert "… 270 grupper däremellan." in chart.alt
    assert len(chart.table.rows) == 1 + MUNICIPALITIES + 1
    assert "Två punkter" in (chart.table.note or "")


def test_groups_that_fit_are_all_named_in_their_own_order():
    chart = shares(30)
    assert "däremellan" not in chart.alt
    assert chart.alt.index("Kommun 3:") < chart.alt.index("Kommun 20:")


def test_changes_have_a_dot_for_every_group():
    some = {f"Kommun {place}": change(0.3, 0.4 + place / 1000) for place in range(MUNICIPALITIES)}
    chart = before_after_chart(outcome_before_after(some, change(0.3, 0.5)), framed("sv", labels=LABELS))
    assert chart is not None
    assert height(chart) < PAGE
    dots = [box for box in boxes(chart, palette.AFTER) if box[3] > height(chart) / 2]
    assert len(dots) >= MUNICIPALITIES


def test_of_many_units_those_are_drawn_that_have_too_few():
    made = chart(departments({f"Kommun {place}": place % 5 for place in range(MUNICIPALITIES)}), target=EVERY)
    assert height(made) < PAGE
    written = made.svg()
    assert ">Kommun 100<" in written
    assert ">Kommun 102<" not in written
    assert "Diagrammet visar 110 av 290 enheter" in written
    assert len(made.table.rows) == MUNICIPALITIES
    enough = chart(departments({f"Kommun {place}": 2 for place in range(MUNICIPALITIES)}), target=EVERY)
    assert height(enough) < PAGE
