import math

import pytest

from effektmatt.core import About, AnswerCounts, Evidence, Note, Range, Role, Unit
from effektmatt.stats.estimates import (
    as_census,
    counted_estimate,
    inferred_estimate,
    no_estimate,
    process_estimate,
    share_estimate,
)
from effektmatt.stats.mean import mean
from effektmatt.stats.results import about, implied_error

FOUND = about(2.0, 0.5, level=0.95, method="t", degrees=9, null=0.0)
ALIKE = about(2.0, 0.0, level=0.95, method="t", degrees=9, null=0.0)


def test_without_a_value_the_reason_is_said():
    nothing = no_estimate("share", Unit.SHARE, Note(code="no-answers"), population=30)
    assert (nothing.value, nothing.interval, nothing.curve) == (None, None, None)
    assert (nothing.evidence, nothing.population, nothing.notes) == (Evidence.FINITE, 30, (Note(code="no-answers"),))
    assert no_estimate("share", Unit.SHARE, Note(code="no-answers")).evidence is Evidence.PROCESS


def test_what_a_kernel_found_stands_in_the_estimate():
    estimate = inferred_estimate("mean-difference", Unit.SCORE, FOUND, 10, role=Role.DIFFERENCE)
    assert (estimate.value, estimate.interval, estimate.curve) == (FOUND.value, FOUND.interval, FOUND.curve)
    assert (estimate.std_error, estimate.statistic, estimate.p_value) == (0.5, FOUND.statistic, FOUND.p_value)
    assert (estimate.n, estimate.method, estimate.role) == (10, "t", Role.DIFFERENCE)


def test_where_nothing_varied_the_value_has_no_interval_and_the_note_says_why():
    notes = (Note(code="interval-approximate"),)
    estimate = inferred_estimate("mean-score", Unit.SCORE, ALIKE, 10, notes=notes)
    assert (estimate.value, estimate.interval, estimate.curve, estimate.std_error) == (2.0, None, None, None)
    assert estimate.notes == (Note(code="nothing-varied"),)


def test_an_interval_goes_no_further_than_what_is_possible():
    interval = inferred_estimate("weekly-users", Unit.PER_WEEK, FOUND, 10, within=(1.5, 3.0)).interval
    assert interval is not None
    assert (interval.low, interval.high) == (1.5, 3.0)


def test_test_and_curve_are_left_out_where_they_do_not_belong():
    estimate = inferred_estimate("hedges-g", Unit.SCORE, FOUND, 10, with_curve=False, with_test=False)
    assert (estimate.curve, estimate.statistic, estimate.p_value) == (None, None, None)
    assert estimate.interval == FOUND.interval


def test_a_process_without_an_interval_has_no_method():
    assert process_estimate("visit-score", Unit.SHARE, 0.5, 1).method == "none"
    assert process_estimate("visit-score", Unit.SHARE, 0.5, 9, interval=FOUND.interval).method == "t"


def test_what_is_counted_is_sure():
    estimate = counted_estimate("count", Unit.COUNT, 7.0, 9, population=9, possible=Range(low=7, high=8))
    assert (estimate.evidence, estimate.interval, estimate.method) == (Evidence.CENSUS, None, "census")
    assert estimate.curve is not None
    assert estimate.curve.parameters == (7.0,)
    assert counted_estimate("count", Unit.COUNT, None, 9).curve is None


@pytest.mark.parametrize(
    ("population", "evidence", "assumed"),
    [
        (None, Evidence.PROCESS, ["self-selected-resemble-all", "answers-independent"]),
        (50, Evidence.FINITE, ["missing-resemble-answered"]),
        (36, Evidence.CENSUS, []),
        (20, Evidence.PROCESS, ["self-selected-resemble-all", "answers-independent"]),
    ],
)
def test_a_share_has_the_interval_that_its_evidence_allows(population, evidence, assumed):
    share = share_estimate("share", 27, 36, About(population=population))
    assert (share.value, share.hits, share.n, share.evidence) == (0.75, 27, 36, evidence)
    assert [note.code for note in share.assumptions] == assumed
    assert (share.interval is None) == (evidence is Evidence.CENSUS)
    assert (share.possible is None) == (evidence is not Evidence.FINITE)
    assert [note.code for note in share.notes] == (["population-smaller-than-answers"] if population == 20 else [])


def test_a_share_follows_the_level():
    wide, narrow = (share_estimate("share", 27, 36, About(level=level)).interval for level in (0.99, 0.8))
    assert implied_error(wide) == pytest.approx(implied_error(narrow), rel=0.1)
    assert wide.low < narrow.low < narrow.high < wide.high


def test_of_everybody_the_same_value_is_counted():
    found = mean(AnswerCounts(levels=[1, 2, 3], counts=[2, 5, 2]), 0.95)
    estimate = inferred_estimate("mean-score", Unit.SCORE, found, 9, notes=(Note(code="interval-approximate"),))
    counted = as_census(estimate)
    assert (counted.value, counted.n, counted.population) == (estimate.value, 9, 9)
    assert (counted.evidence, counted.interval, counted.std_error) == (Evidence.CENSUS, None, None)
    assert (counted.notes, counted.assumptions) == ((), ())
    nothing = no_estimate("mean-score", Unit.SCORE, Note(code="no-answers"))
    assert as_census(nothing) is nothing
    assert math.isclose(counted.curve.parameters[0], 2.0)
