"""Titles say the finding."""

from charts.made import (
    IMPROVED,
    improved,
    made,
    plain,
)
from effektmatt.charts import chart as chart_of


def test_titles_say_the_finding():
    said = "Av de första 90 dagarna är ärendena troligen öppna i genomsnitt "
    assert plain(made("open-cases").title).startswith(said)
    assert made("open-cases-closed-at-once").title == "Ärendena tar lika lång tid efter som före"
    assert made("items").title == "Verktyg, andelen höga svar: trolig ökning på alla 3 frågor"
    assert plain(made("improved").title) == "Verktyg: 88,7 % skattar sig högre än före"
    assert made("before-after").title == "Bemötande: ingen säkerställd förändring i någon av de 4 grupperna som visas"
    chosen = chart_of(improved(IMPROVED, "step"))
    assert chosen is not None
    assert plain(chosen.title) == "35,1 % har förbättrat sig med minst ett svarssteg"
