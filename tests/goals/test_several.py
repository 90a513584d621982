"""Several goals at once: Holm by levels, and what claims something that chance could have made."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from effektmatt.core import Estimate, Evidence, Interval, Unit
from effektmatt.goals import Target, Verdict, judge
from effektmatt.goals.several import claims, in_family, same_way, tried
from effektmatt.stats.multiple import held

MEAN = Estimate(
    measure="mean-score",
    value=3.6,
    unit=Unit.SCORE,
    n=80,
    evidence=Evidence.PROCESS,
    method="t",
    interval=Interval(low=3.4, high=3.8, level=0.95, method="t"),
)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8))
def test_holm_by_levels_is_holm_by_p_values(p_values):
    kept = held(range(len(p_values)), len(p_values), lambda place, parts: p_values[place] * parts <= 0.025)
    adjusted = multipletests(p_values, method="holm")[1]
    decided = np.abs(adjusted - 0.025) > 1e-12
    assert {place for place in kept if decided[place]} == set(np.flatnonzero((adjusted <= 0.025) & decided).tolist())


@pytest.mark.parametrize(
    ("target", "claim", "was_tried"),
    [(3.3, True, True), (3.9, True, True), (3.5, False, True)],
)
def test_an_interval_claims_where_it_lies_on_one_side(target, claim, was_tried):
    judged = judge(MEAN, Target(at_least=target))
    assert (claims(judged), tried(judged)) == (claim, was_tried)


def test_chance_has_no_part_in_a_census():
    judged = judge(replace(MEAN, interval=None, evidence=Evidence.CENSUS), Target(at_least=3.5))
    assert judged.verdict is Verdict.MET
    assert not claims(judged)
    assert not tried(judged)


def test_what_does_not_hold_in_a_family_is_not_determined():
    judged = judge(MEAN, Target(at_least=3.3))
    kept, lost = (in_family(judged, "hälsa", 3, holds=holds) for holds in (True, False))
    assert same_way(kept, judged)
    assert [note.code for note in kept.reasons] == ["interval", "holds-in-family"]
    assert (lost.verdict, lost.reasons[0].values) == (Verdict.UNDETERMINED, {"family": "hälsa", "goals": 3})
    assert not same_way(lost, judged)
