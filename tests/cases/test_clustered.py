"""Mean times over groups of cases: where two handlers hardly tell, and where all groups are alike."""

import numpy as np

from cases.conftest import MEASURED, PERIODS, made_cases
from effektmatt.cases.outcome import handling_time_outcome
from effektmatt.core import About

_SAME = "groups-same"


def outcome(times, seed=1):
    """Return the outcome of {(wave, handler): days}, over the handlers."""
    return handling_time_outcome(
        made_cases(times, seed),
        About(),
        opened="inkom",
        closed="avslutad",
        periods=PERIODS,
        measured=MEASURED,
        within_days=60,
        cluster="typ",
    )


def test_no_mean_time_goes_below_nought_where_two_handlers_differ_much():
    spread, days = np.arange(20) % 3, {"before": {"a": 5, "b": 40}, "after": {"a": 3, "b": 41}}
    found = outcome({(wave, who): spread + days[wave][who] for wave in PERIODS for who in "ab"}).change
    assert (found.before.interval.low, found.after.interval.low) == (0.0, 0.0)
    assert found.before.interval.high > 150  # one degree of freedom
    assert found.difference.interval.low < 0  # a change may


def test_groups_that_are_all_the_same_have_no_interval_and_it_is_said():
    spread = np.repeat([4, 6], 10)
    found = outcome({(wave, who): spread for wave in PERIODS for who in "abc"}).change
    for estimate in (found.before, found.after, found.difference):
        assert (estimate.interval, estimate.curve, estimate.method) == (None, None, "none")
    of = [note.values["of"] for one in (found.before, found.difference) for note in one.notes if note.code == _SAME]
    assert of == ["level", "change"]
    assert _SAME in [note.code for note in found.after.notes]
