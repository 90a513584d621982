"""The change by dose: from the least to the most, and what is hidden."""

from charts.made import made, plain


def test_the_title_tells_the_least_and_the_most_dose_that_are_shown():
    rows = {row[0]: plain(row[2]) for row in made("dose").table.rows}
    title = plain(made("dose").title)
    assert rows["1"] in title
    assert rows["3"] in title
    assert rows["2"] not in title.replace(rows["1"], "").replace(rows["3"], "")


def test_a_dose_of_few_people_is_two_points():
    rows = {row[0]: row[1:] for row in made("dose-hidden").table.rows}
    assert rows["0"] == ("..", "..", "..")
    assert "visas inte" in made("dose-hidden").alt
    assert rows["4"][0] == "200"
