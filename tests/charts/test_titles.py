"""Titles say the finding."""

from charts.framed import framed
from charts.made import (
    IMPROVED,
    made,
    plain,
)
from effektmatt.charts.kinds.survey_improved import improved_chart


def test_titles_say_the_finding():
    assert made("open-cases").title.startswith("Ärendena avslutas snabbare: i genomsnitt ")
    assert made("open-cases-closed-at-once").title == "Ärendena tar lika lång tid efter som före"
    assert made("items").title == "Verktyg: fler höga svar efter än före på alla 3 frågor"
    assert plain(made("improved").title) == "Verktyg: 88,7 % har förbättrats när varje höjning räknas"
    assert made("before-after").title == "Bemötande: högre efter än före i 2 av 4 grupper"
    chosen = improved_chart(IMPROVED, framed(), "step")
    assert chosen is not None
    assert plain(chosen.title) == "35,1 % har förbättrats med minst ett svarssteg"
