"""Use and money in words: what results say of themselves, without a plan."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

import effektmatt as em
from effektmatt.usage.ledger import Post, money_used
from effektmatt.wording import words
from effektmatt.wording.kinds.activities import dose_table
from effektmatt.wording.kinds.index import index_moves, index_table
from effektmatt.wording.kinds.ledger import money_table
from usage.test_activities import dose
from usage.test_index import outcome

SV, EN = words("sv"), words("en")
LOG = pd.DataFrame(
    {
        "vem": [f"p{one}" for week in range(10) for one in range(5 + week % 2)],
        "dag": [date(2018, 1, 1) + pd.Timedelta(days=7 * week) for week in range(10) for one in range(5 + week % 2)],
    }
)


def test_weekly_use_says_itself_and_shows_its_weeks():
    use = em.weekly_users(LOG, user="vem", at="dag")
    assert use.in_words() == "Användare per vecka: i genomsnitt 5,5. Den sista veckan: vanlig variation."
    assert use.in_words("en") == "Users a week: on average 5.5. The last week: ordinary variation."
    assert "<caption>" in use._repr_html_()
    assert use.to_frame()["users"].tolist() == [5, 6] * 5
    assert em.chart(use).title == "Användare per vecka: i genomsnitt 5,5"


def test_two_weeks_have_no_limits():
    use = em.weekly_users(LOG.iloc[:5], user="vem", at="dag")
    assert use.in_words() == "Användare per vecka: i genomsnitt 5,0."
    assert use.to_frame()["low"].isna().all()


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("90", "är 90 kr använda (90,00 %), och 10 kr är inte använda."),
        ("100", "är 100 kr använda (100,00 %)."),
        ("110.50", "är 110,50 kr använda (110,50 %), alltså 10,50 kr mer än budgeten."),
    ],
)
def test_money_says_itself(outcome, said):
    found = money_used([Post(name="A", budget=Decimal(100), outcome=Decimal(outcome))]).detail
    assert found.in_words().replace("\u00a0", " ") == f"Av budgeten på 100 kr {said}"


def test_the_table_of_money_is_exact_and_ends_with_the_total():
    posts = [
        Post(name="Medel", budget=Decimal(400000), outcome=Decimal("166954.96"), reason="Färre dagar."),
        Post(name="Annat", budget=Decimal(0)),
    ]
    table = money_table(money_used(posts).detail, SV)
    cells = [[cell.replace("\u00a0", " ") for cell in row] for row in table.rows]
    assert cells[0] == ["Medel", "400 000,00", "166 954,96", "233 045,04", "41,74 %", "Färre dagar."]
    assert cells[1] == ["Annat", "0,00", "–", "–", "–", ""]
    assert cells[2][0] == "Totalt"
    assert all(len(row) == len(table.header) == len(table.numeric) for row in table.rows)


def test_koladas_signs_stand_in_words():
    found = outcome(A=(1.0, "dropped-out", 2.0), C=(1.0, "secret", None)).detail
    assert [row[1:] for row in index_table(found, SV).rows] == [
        ("1", "bortfall", "2", "+1"),
        ("1", "sekretess", "–", "–"),
    ]
    assert index_table(found, EN).rows[0][2] == "dropped out"


def test_units_without_values_to_compare_are_not_among_all() -> None:
    units = outcome(A=(2.0, None, 1.0), B=(3.0, None, 1.0), C=(1.0, None, None)).detail.units
    assert index_moves(units[:1], SV, 2) == "den enda som går att jämföra har sjunkit"
    assert index_moves(units[:1], EN, 2) == "the only one that can be compared has fallen"
    assert index_moves(units[:2], SV, 3) == "båda som går att jämföra har sjunkit"
    assert index_moves(units[:2], SV, 2) == "båda har sjunkit"


def test_two_values_of_one_unit_are_written_with_as_many_decimals() -> None:
    found = outcome(A=(85.4, 86.0, 85.0)).detail
    assert em.chart(found).title.endswith("från 85,4 till 85,0")


def test_a_number_of_nothing_has_no_unit() -> None:
    assert SV.with_unit("558", "Antal") == "558"
    assert SV.with_unit("558", "Antal personer") == "558 personer"
    assert SV.with_unit("558", "ton") == "558 ton"


def test_hours_of_few_people_are_hidden():
    assert {row[1] for row in dose_table(dose().detail, SV).rows} == {".."}
