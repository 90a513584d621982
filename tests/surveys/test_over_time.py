"""One measure in every wave, each wave by itself."""

import pytest

from effektmatt.core import About, Evidence, Hide
from effektmatt.surveys.over_time import over_time
from surveys.made import coded, codes

WAVES = {
    "2011": coded(["1"] * 6 + ["5"] * 4, "2011"),
    "2012": coded(["1"] * 4 + ["4"] * 6, "2012"),
    "2013": coded(["5"] * 4, "2013"),
}


def test_the_mean_of_all_who_answered_each_wave():
    found = dict(over_time(WAVES))
    assert list(found) == ["2011", "2012", "2013"]
    assert found["2011"].value == pytest.approx(2.6)
    assert found["2012"].value == pytest.approx(2.8)
    # t of 9 degrees of freedom is 2.262; the answers' standard deviation is 2.066
    assert found["2011"].interval.high - 2.6 == pytest.approx(2.262 * 2.066 / 10**0.5, abs=0.001)
    assert codes(found["2011"].assumptions) == ["self-selected-resemble-all", "answers-independent"]


def test_the_share_of_top_answers():
    found = dict(over_time(WAVES, top=2, about=About(self_selected=False)))
    assert [(one.hits, one.n) for one in found.values()] == [(4, 10), (6, 10), (None, 0)]
    assert codes(found["2011"].assumptions) == ["answers-independent"]


def test_a_wave_that_too_few_answered_has_no_value():
    found = dict(over_time(WAVES, about=About(hide=Hide(means=5))))
    assert found["2013"].value is None
    assert codes(found["2013"].notes) == ["too-few-answers"]
    assert dict(over_time(WAVES, about=About(hide=Hide(means=4))))["2013"].value == 5


def test_a_known_population_makes_a_census_where_all_answered():
    found = dict(over_time(WAVES, top=2, about=About(population=10)))
    assert found["2011"].evidence is Evidence.CENSUS
    assert found["2011"].interval is None
