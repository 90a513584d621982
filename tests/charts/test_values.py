"""What is drawn is what was found: values read back from the picture equal the table's."""

import re
from dataclasses import replace

import numpy as np
import pytest
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch

from charts.made import (
    EVERY,
    IMPROVED,
    cases,
    departments,
    estimate,
    goals,
    made,
    outcome,
    picture,
    plain,
    text_boxes,
    verdicts,
)
from effektmatt.cases.handling_times import handling_times
from effektmatt.charts import (
    counts_chart,
    flow_chart,
    fulfilment_chart,
    goals_chart,
    groups_chart,
    improved_chart,
    open_cases_chart,
    palette,
)
from effektmatt.charts.axis import extent
from effektmatt.core import Unit
from effektmatt.findings import FlowFinding, FlowStep
from effektmatt.goals import Target
from findings_example import findings_example


def number(text):
    return float(re.sub(r"[^\d,−-]", "", text.split("(")[0]).replace(",", ".").replace("−", "-"))


def boxes(chart, fill):
    """Return left, upper, right and lower edge in millimetres of every shape of a colour, in drawing order."""
    found = []
    for patch in chart.figure.findobj(PathPatch):
        if patch.get_facecolor()[:3] == pytest.approx(rgb(fill)) and patch.get_facecolor()[3]:
            corners = patch.get_path().vertices
            found.append((*corners.min(axis=0), *corners.max(axis=0)))
    return found


def rgb(colour):
    return tuple(int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))


def middle_of(name, text):
    return next((left + right) / 2 for found, left, _, right, _ in text_boxes(name) if found == text)


def test_points_of_groups_lie_where_the_axis_says():
    chart = made("groups-census")
    nought, all_of_them = middle_of("groups-census", "0 %"), middle_of("groups-census", "100 %")
    points = [(left + right) / 2 for left, _, right, _ in boxes(chart, palette.AFTER)]
    read = [100 * (x - nought) / (all_of_them - nought) for x in points]
    assert read == pytest.approx([number(row[3]) for row in chart.table.rows], abs=0.4)


def test_curves_pass_through_the_numbers_of_the_table():
    chart = made("open-cases")
    lines = {
        line.get_color(): line
        for line in chart.figure.findobj(Line2D)
        if line.get_color() in (palette.GREY, palette.BLUE) and len(line.get_xdata()) > 4
    }
    before, after = lines[palette.GREY], lines[palette.BLUE]
    start, end = before.get_xdata()[0], before.get_xdata()[-1]
    heights = {
        text: (top + bottom) / 2 for text, _, top, _, bottom in text_boxes("open-cases") if text in ("0 %", "100 %")
    }
    for day, first, _, second, _ in chart.table.rows:
        x = start + number(day) / 90 * (end - start)
        for y, share in ((height_at(before, x), first), (height_at(after, x), second)):
            read = 100 * (heights["0 %"] - y) / (heights["0 %"] - heights["100 %"])
            assert read == pytest.approx(number(share), abs=1.5)


def height_at(line, x):
    """Return the height of a step line just after x."""
    place = np.searchsorted(line.get_xdata(), x + 1e-6, side="right") - 1
    return line.get_ydata()[place]


def test_bars_of_answers_are_as_long_as_their_shares():
    chart = made("items-yes-no")
    low, high = (
        [right - left for left, _, right, _ in boxes(chart, colour)] for colour in (palette.BROWN, palette.BLUE)
    )
    bars = [sorted(lengths, reverse=True)[:2] for lengths in (low, high)]
    no = [number(row[3]) for row in chart.table.rows]
    yes = [number(row[4]) for row in chart.table.rows]
    assert bars[0][0] / bars[0][1] == pytest.approx(max(no) / min(no), rel=0.01)
    assert bars[1][0] / bars[1][1] == pytest.approx(max(yes) / min(yes), rel=0.01)
    assert bars[1][0] / bars[0][0] == pytest.approx(max(yes) / max(no), rel=0.01)


def test_the_middle_of_the_scale_is_one_line_for_all_questions():
    chart = made("items")
    # each "neither nor" bar is halved by the line: so much to the left of it as to the right
    line = next(line for line in chart.figure.findobj(Line2D) if line.get_color() == palette.INK)
    middle = line.get_xdata()[0]
    pale = [box for box in boxes(chart, palette.PALE) if box[2] - box[0] > 5 and box[3] - box[1] > 4]
    assert pale
    assert all((left + right) / 2 == pytest.approx(middle, abs=1e-6) for left, _, right, _ in pale)


def test_improved_bars_are_divided_as_counted():
    chart = made("improved")
    blue = [right - left for left, top, right, bottom in boxes(chart, palette.BLUE) if bottom - top > 7]
    assert blue == pytest.approx([one.improved / one.n * 89.0 for one in IMPROVED])


def test_a_department_has_a_dot_for_everyone_and_a_ring_for_everyone_missing():
    chart = counts_chart(departments({"Bygg": 3, "Skola": 1, "Ån": 0}), EVERY)
    assert chart is not None
    enough, below = (
        [box for box in boxes(chart, colour) if box[3] - box[1] < 2.4] for colour in (palette.BLUE, palette.BROWN)
    )
    assert len(enough) == 3 + 1  # and one in the key
    assert len(below) == 1 + 3  # and the marks of both departments and of the key
    assert chart.table.rows == (("Bygg", "0", "3", "0"), ("Skola", "0", "1", "1"), ("Ån", "0", "0", "2"))


def test_departments_stand_in_swedish_order_and_those_below_are_named():
    chart = made("counts")
    assert [row[0][:5] for row in chart.table.rows] == ["Bygg", "Kommu", "Samhä", "Ån", "Äldre", "Öppna"]
    for named in ("Äldre (1)", "Öppna (0)"):
        assert named in chart.alt
    assert chart.title == "Minst 2 i varje avdelning: 3 av 6 når dit, 3 har färre"


def test_alternative_text_of_goals_says_value_interval_target_and_verdict():
    chart = goals_chart(findings_example())
    assert chart is not None
    for said in (
        "Trygga med verktyg och förvaltning: 88,0 % (84,9 till 90,2 %). Mål: minst 80 %. Bedömning: Troligen uppnått.",
        "Minst två på varje avdelning",
        "Transnationellt samarbete: +5. Inget mål satt.",
        "−17,6 dagar",
    ):
        assert said in plain(chart.alt)


def test_a_value_is_never_printed_as_the_target_that_it_misses():
    found = findings_example()
    first = found.goals[0]
    close = replace(first.fulfilment, estimate=estimate(0.79996, 0.7, 0.9, measure="share-improved"))
    chart = goals_chart(replace(found, goals=(replace(first, fulfilment=close),)))
    assert chart is not None
    assert "80,0 %" not in plain(chart.table.rows[0][2])


def test_every_verdict_has_a_sign_of_its_own_shape():

    signs = []
    for one in verdicts():
        grey = picture(fulfilment_chart(one))
        left, right = (round(x / 170 * grey.shape[1]) for x in (126, 131.2))
        signs.append(grey[:, left:right])
    for place, one in enumerate(signs):
        for other in signs[place + 1 :]:
            height = min(len(one), len(other))
            assert np.abs(one[:height].astype(int) - other[:height]).max() > 90


def test_a_hidden_group_shows_dots_and_no_number():
    chart = groups_chart(outcome({"kvinna": estimate(0.9), "annat": None}, estimate(0.88)), Target(at_least=0.8))
    assert chart is not None
    assert chart.table.rows[2] == ("Annat", "Avdelning", "..", "..", "..")
    assert chart.table.note
    assert "Annat: visas inte." in chart.alt


def test_a_target_for_all_together_is_not_held_against_groups():
    counted = outcome({"Orust": estimate(22.0, unit=Unit.COUNT)}, estimate(41.0, unit=Unit.COUNT, measure="count"))
    chart = groups_chart(counted, Target(about=40, within=0.1))
    assert chart is not None
    assert boxes(chart, palette.ZONE) == []
    assert "målnivån" not in chart.title


def test_titles_say_the_finding():
    assert made("open-cases").title.startswith("Ärendena avslutas snabbare: i genomsnitt ")
    assert made("open-cases-closed-at-once").title == "Ärendena tar lika lång tid efter som före"
    assert made("items").title == "Verktyg: fler höga svar efter än före på alla 3 frågor"
    assert plain(made("improved").title) == "Verktyg: 88,7 % har förbättrats när varje höjning räknas"
    assert made("before-after").title == "Bemötande: högre efter än före i 2 av 4 grupper"
    chosen = improved_chart(IMPROVED, chosen="step")
    assert chosen is not None
    assert plain(chosen.title) == "35,1 % har förbättrats med minst ett svarssteg"


def test_a_difference_that_may_be_none_is_not_called_faster():
    few = [(day, True, 3) for day in range(2, 60, 4)]
    later = [(day + 2, True, 3) for day, _, _ in few]
    chart = open_cases_chart(handling_times(cases(few, later), within_days=50))
    assert chart is not None
    assert plain(chart.title) == "Ingen säker skillnad i tid: i genomsnitt 1,6 dagar längre"  # 24 days over 15 times


def test_goals_without_a_value_say_so():
    chart = goals("sv")
    assert chart is not None
    assert any(text == "Inget värde kunde räknas ut" for text, *_ in text_boxes("goals"))


def test_points_without_a_target_are_not_counted_as_goals():
    findings = findings_example()
    told = [
        goals_chart(replace(findings, goals=goals))
        for goals in (findings.goals, findings.goals[:2], findings.goals[4:5] * 2)
    ]
    titles = [chart.title for chart in told if chart is not None]
    assert titles[0].startswith("Sex av sju punkter har ett mål: ")
    assert titles[1].startswith("Av två mål är ")
    assert titles[2] == "Två punkter som beskrivs utan mål"


def test_it_is_told_that_those_who_answered_once_are_counted_only_where_people_are_linked():
    told = "Alla som svarade vid respektive mätning"
    assert made("items").table.note is not None
    assert told in made("items").table.note
    assert any(told in text for text, *_ in text_boxes("items"))
    assert told not in (made("items-yes-no").table.note or "")  # nobody is linked: there is nothing else to count


def test_nobody_is_said_to_have_stood_too_high():
    lopsided = improved_chart([replace(IMPROVED[0], at_ceiling=0)])
    assert lopsided is not None
    assert "stod så högt" not in lopsided.alt
    assert "8 stod så högt" in made("improved").alt


def test_the_axis_of_activities_reaches_as_far_as_was_planned():
    held = estimate(3.0, unit=Unit.COUNT, measure="held", n=4)
    assert extent([held]) == (0.0, 4.0)
    assert extent([replace(held, measure="count", n=500)]) == (0.0, 3.0)


def test_a_way_on_which_nobody_is_lost_needs_no_chart():
    steps = tuple(FlowStep(code=code, n=14) for code in ("in-register", "answered-before", "answered-after", "linked"))
    assert flow_chart(FlowFinding(source="enkat", label="Enkäten", steps=steps)) is None
    lost = (*steps, FlowStep(code="analysed", n=13, left=(("too-few-items", 1),)))
    assert flow_chart(FlowFinding(source="enkat", label="Enkäten", steps=lost)) is not None


def test_periods_have_their_unit_in_the_head():
    assert made("retention").table.header[2:4] == ("en vecka", "2 veckor")
    assert made("retention-long").table.header[2:4] == ("4 veckor", "8 veckor")
