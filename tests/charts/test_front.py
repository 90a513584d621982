import ast
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from charts.framed import framed
from charts.made import (
    EVERY,
    IMPROVED,
    SCALE,
    SLOW,
    cases,
    change,
    departments,
    estimate,
    improved,
    outcome,
    outcome_before_after,
)
from charts.tree_made import THREE, found
from effektmatt import charts
from effektmatt.cases.handling_times import handling_times
from effektmatt.charts import NoChartError, Shows, chart, flow_chart, goal_charts, goals_chart
from effektmatt.charts.groups import before_after_chart, groups_chart
from effektmatt.core import About, Outcome, Unit
from effektmatt.findings import FlowFinding
from effektmatt.goals import Target
from effektmatt.surveys.change_between_waves import survey_change
from effektmatt.surveys.improved_outcome import share_improved_outcome
from findings_example import findings_example
from surveys.made import paired

MOVES = [
    (["Stämmer dåligt"] * 3, ["Stämmer helt"] * 3, 30),
    (["Varken eller"] * 3, ["Stämmer ganska bra"] * 3, 20),
]


def survey(moves=MOVES):
    return survey_change(paired(moves, SCALE))


def test_every_kind_of_result_has_its_chart():
    example = findings_example()
    linked = share_improved_outcome([paired(MOVES, SCALE)], about=About(population=60))
    shown = {
        "goals": example,
        "delmal-2-groups": example.goals[1],
        "verdict": example.goals[0].fulfilment,
        "flow-enkat": example.flows[0],
        f"answers-{SCALE.id}": survey(),
        "improved": linked.detail,
        "open-cases": handling_times(cases(SLOW, SLOW), within_days=60),
        "groups": example.goals[1].outcome,
    }
    for name, result in shown.items():
        assert chart(result).name == name


def test_what_holds_findings_is_shown_as_what_it_holds():
    example = findings_example()
    assert chart(SimpleNamespace(findings=example)).title == chart(example).title
    assert chart(SimpleNamespace(finding=example.goals[0])).title == chart(example.goals[0]).title


def test_options_reach_the_chart():
    made = chart(findings_example().goals[1].outcome, "en", target=Target(at_least=0.95), title="Validation", name="v")
    assert (made.name, made.language) == ("v", "en")
    assert made.title == "Validation: none of the 4 groups meets the target"


def test_an_outcome_is_shown_by_what_it_has():
    both = outcome_before_after({"kvinna": change(0.4, 0.6)}, change(0.4, 0.6))
    assert chart(both).name == "before-after"
    assert chart(departments({"Bygg": 1}), target=EVERY).name == "counts"


def test_a_goal_of_several_parts_has_the_charts_of_each():
    goal = findings_example().goals[2]
    first = replace(findings_example().goals[0], title="Trygghet")
    shown = goal_charts(replace(goal, title="Ambassadörer", parts=(*goal.parts, first)))
    names = [one.name for one in shown]
    assert "delmal-3-1-counts" in names
    assert "delmal-3-3-groups" in names
    assert len(names) == len(set(names))
    # its title says what it is a part of
    assert next(one for one in shown if one.name == "delmal-3-3-groups").title.startswith("Ambassadörer, trygghet: ")


def test_how_a_number_is_divided_among_groups_needs_no_chart():
    total = findings_example().goals[2].parts[1]
    assert total.outcome.groups
    assert total.outcome.estimate.unit is Unit.COUNT
    assert goal_charts(total) == ()


def test_a_question_as_a_goal_gets_no_other_sign_after_it():
    goal = replace(findings_example().goals[1], title="Hur blev du bemött?")
    titles = [one.title for one in goal_charts(goal)]
    assert titles
    assert all(title.startswith("Hur blev du bemött? ") for title in titles)


def test_other_waves_than_before_and_after_are_called_by_their_names():
    outcome = replace(findings_example().goals[5].outcome, wave_labels=("2011", "2013"))
    for made in goal_charts(replace(findings_example().goals[5], outcome=outcome)):
        if "groups" in made.name:
            continue
        assert "2011" in made.title
        assert {"2011", "2013"} <= {cell for row in (made.table.header, *made.table.rows) for cell in row}
        told = " ".join([made.title, made.alt, *made.table.header, *(cell for row in made.table.rows for cell in row)])
        assert not {"före", "efter", "Före", "Efter"} & set(told.replace(".", "").split())


def test_a_goal_with_nothing_more_to_show_is_shown_against_its_target():
    plain = findings_example().goals[4]
    assert goal_charts(plain) == ()
    assert chart(plain).name == "delmal-5-goal"


@pytest.mark.parametrize(
    "nothing",
    [
        goals_chart(SimpleNamespace(goals=())),
        groups_chart(outcome({}, estimate(0.5)), framed()),
        groups_chart(outcome({"Liten": None}, estimate(0.5)), framed()),
        groups_chart(outcome({"Utan": estimate(None)}, estimate(None)), framed()),
        before_after_chart(outcome({"kvinna": estimate(0.5)}, estimate(0.5)), framed()),
        before_after_chart(outcome_before_after({"Liten": None}, change(0.4, 0.6)), framed()),
        flow_chart(FlowFinding(source="enkat", label="Enkäten", steps=())),
    ],
)
def test_where_there_is_nothing_to_show_there_is_no_chart(nothing):
    assert nothing is None


@pytest.mark.parametrize(
    ("result", "told"),
    [
        (departments({}), {"target": EVERY}),
        (survey([(["Varken eller"] * 3, ["Varken eller"] * 3, 3)]), {}),
        (handling_times(cases([], []), within_days=90), {}),
        (improved(()), {}),
        (improved([replace(IMPROVED[0], improved=0, unchanged=0, worse=0)]), {}),
        (7, {}),
        (Outcome(estimate=estimate(0.5)), {}),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_result_without_a_chart_says_so(result, told):
    with pytest.raises(NoChartError, match=f"no chart can show this {type(result).__name__}"):
        chart(result, **told)


def test_a_chart_says_which_table_of_the_goal_has_the_same_numbers():
    goal = findings_example().goals[2]
    shown = {(one.shows, one.part) for one in goal_charts(goal)}
    assert (Shows.UNITS, 1) in shown
    assert {part for _, part in shown} <= {1, 2}
    assert {one.shows for one in goal_charts(findings_example().goals[1])} == {Shows.GROUPS}


def test_matplotlib_is_imported_only_when_something_is_drawn():
    for path in Path(charts.__file__).parent.rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            named = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            named += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not any(name.split(".")[0] in ("matplotlib", "fontTools", "pyphen") for name in named), path.name


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
