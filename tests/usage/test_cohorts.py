from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import Hide
from effektmatt.usage.cohorts import cohorts
from effektmatt.usage.log import uses_of

MONDAY = date(2018, 1, 1)
SHOW_ALL = Hide(means=1)


def log(weeks_of):
    """A log from the weeks in which each person used something."""
    rows = [(name, MONDAY + timedelta(days=7 * week)) for name, weeks in weeks_of.items() for week in weeks]
    frame = pd.DataFrame(rows, columns=["vem", "dag"])
    return uses_of(frame.assign(dag=pd.to_datetime(frame["dag"])), user="vem", at="dag")


def last(weeks):
    return MONDAY + timedelta(days=7 * weeks - 1)


def test_shares_of_those_who_began_together():
    found = cohorts(log({"a": [0, 1, 2], "b": [0, 2], "c": [1]}), last=last(3), hide=SHOW_ALL)
    assert [(cohort.first, cohort.size, cohort.active) for cohort in found] == [
        (MONDAY, 2, (2, 1, 2)),
        (MONDAY + timedelta(days=7), 1, (1, 0)),
    ]
    assert found[0].shares == (1.0, 0.5, 1.0)


def test_everybody_comes_back_and_nobody_does():
    everybody = cohorts(log({name: [0, 1] for name in "abcde"}), last=last(2))
    nobody = cohorts(log({name: [0] for name in "abcde"}), last=last(2))
    assert everybody[0].shares == (1.0, 1.0)
    assert nobody[0].shares == (1.0, 0.0)


def test_small_cohorts_are_hidden_and_one_alone_takes_another_with_it():
    weeks = {f"a{k}": [0] for k in range(30)} | {f"b{k}": [1] for k in range(10)} | {"c": [2]}
    found = cohorts(log(weeks), last=last(4))
    assert [cohort.is_hidden for cohort in found] == [False, True, True]
    assert found[1].active == ()


def test_a_long_log_is_followed_four_weeks_at_a_time():
    found = cohorts(log({"a": [0, 5, 30], "b": [2]}), last=last(40), hide=SHOW_ALL)
    assert [(cohort.weeks, cohort.size) for cohort in found] == [(4, 2)]
    assert found[0].active[:3] == (2, 1, 0)
    assert len(found[0].active) == 10


def test_a_period_that_the_log_does_not_cover_is_not_counted():
    found = cohorts(log({"a": [0, 4], "b": [0]}), last=last(6), weeks=4, hide=SHOW_ALL)
    assert [cohort.active for cohort in found] == [(2,)]


def test_no_uses_no_cohorts():
    assert cohorts(log({}), last=last(1)) == ()


@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.lists(st.integers(0, 11), min_size=1), min_size=1))
def test_nobody_is_lost_and_nobody_counted_twice(weeks_of):
    found = cohorts(log(weeks_of), last=last(12), weeks=1, hide=SHOW_ALL)
    assert sum(cohort.size for cohort in found) == len(weeks_of)
    for cohort in found:
        assert cohort.active[0] == cohort.size
        assert max(cohort.active) <= cohort.size
    # every (person, week) of use stands once in some cohort's row
    earliest = min(min(weeks) for weeks in weeks_of.values())
    if earliest == 0:
        assert sum(sum(cohort.active) for cohort in found) == sum(len(set(weeks)) for weeks in weeks_of.values())


def test_shares_of_a_hidden_cohort_are_empty():
    assert cohorts(log({"a": [0, 1]}), last=last(2))[0].shares == pytest.approx(())
