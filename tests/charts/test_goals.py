"""Goals say value, target and verdict."""

from dataclasses import replace

import numpy as np

from charts.made import (
    estimate,
    goals,
    picture,
    plain,
    text_boxes,
    verdicts,
)
from effektmatt.charts import chart as chart_of
from effektmatt.charts import goals_chart, goals_charts
from findings_example import findings_example


def test_alternative_text_of_goals_says_value_interval_target_and_verdict():
    chart = goals_chart(findings_example())
    assert chart is not None
    for said in (
        "Trygga med verktyg och förvaltning: 88,0 % (84,9 till 90,2 %), möjligt 64,4 till 91,2 % vad de som saknas än",
        "hade svarat. Mål: minst 80 %. Bedömning: Troligen uppnått.",
        "Minst två på varje avdelning",
        "−17,6 dagar",
    ):
        assert said in plain(chart.alt)
    assert "Transnationellt samarbete" not in chart.alt, "what has no target is not held against one"
    alone = goals_chart(replace(findings_example(), goals=findings_example().goals[4:5]))
    assert alone is not None
    assert "Transnationellt samarbete: +5. Inget mål satt." in plain(alone.alt)


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
        grey = picture(chart_of(one))
        left, right = (round(x / 170 * grey.shape[1]) for x in (126, 131.2))
        signs.append(grey[:, left:right])
    for place, one in enumerate(signs):
        for other in signs[place + 1 :]:
            height = min(len(one), len(other))
            assert np.abs(one[:height].astype(int) - other[:height]).max() > 90


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
    assert titles[1].startswith(("Av två mål är ", "Båda målen "))
    assert titles[2] == "Två punkter som beskrivs utan mål"


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
