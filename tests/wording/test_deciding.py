"""A verdict never contradicts the interval that is printed beside it without saying what it rests on instead."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import replace
from functools import cache

import numpy as np
import pytest

import effektmatt as em
from effektmatt.core import About, Estimate, Note, Reading
from effektmatt.goals import Target, Verdict, judge
from effektmatt.measurements.numbers import Numbers, Waves
from effektmatt.measurements.outcomes import Measured, mean_change_outcome, mean_outcome
from effektmatt.stats.estimates import share_estimate
from effektmatt.wording import words
from effektmatt.wording.certainty import deciding_sentence

DAYS = Measured(label="Dagar")
#: Reasons that are said by the range that remains possible, or of those missing by number, which stands beside.
TOLD_OTHERWISE = {"only-a-census", "whatever-the-missing", "possible-contains-target"}


def generated():
    """Yield results of many kinds and sizes, with targets near their limits."""
    rng = np.random.default_rng(56)
    for place in range(36):
        n, about = int(rng.integers(6, 120)), About(self_selected=bool(place % 2))
        numbers = rng.exponential(5, n).round() if place % 3 else rng.integers(1, 6, n) * 1.0
        later = np.maximum(0, numbers + rng.normal(-1, 3, n).round())
        pairs = (np.arange(n), np.arange(n))
        waves = Waves(before=Numbers(values=numbers), after=Numbers(values=later), pairs=pairs)
        hits = int(rng.binomial(n, 0.85))
        yield mean_outcome(Numbers(values=numbers), about, DAYS).estimate
        reading = (Reading.POINTS, Reading.RELATIVE, Reading.LEVEL)[place % 3]
        yield mean_change_outcome(waves, about, DAYS, reading=reading).estimate
        yield share_estimate("share", hits, n, replace(about, population=n + int(rng.integers(0, 60))))


def targets(estimate: Estimate):
    low, high = estimate.interval.low, estimate.interval.high
    for share in (-0.2, -0.01, 0.5, 1.01, 1.2):
        amount = low + share * (high - low)
        if str(estimate.unit) not in ("share", "points") or 0 <= amount <= 1:
            yield Target(at_least=amount)
            yield Target(at_most=amount)


def side(estimate: Estimate, target: Target) -> int:
    smallest, largest = target.region
    low, high = estimate.interval.low, estimate.interval.high
    return 1 if smallest <= low and high <= largest else -1 if high < smallest or low > largest else 0


@cache
def judged():
    return tuple(_judged())


def _judged():
    for estimate in generated():
        if estimate.interval is not None:
            for target in targets(estimate):
                yield judge(estimate, target), side(estimate, target)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_decides_is_said_wherever_the_interval_alone_would_give_another_verdict(language):
    say, seen = words(language), Counter()
    for fulfilment, way in judged():
        code = fulfilment.reasons[0].code
        told = deciding_sentence(fulfilment, say)
        if fulfilment.verdict is Verdict.UNDETERMINED and way and code not in TOLD_OTHERWISE:
            assert told is not None, code
            seen[code] += 1
        else:
            assert told is None, (code, told)
        if fulfilment.verdict in (Verdict.MET, Verdict.LIKELY_MET) and code not in TOLD_OTHERWISE:
            assert way == 1
        if fulfilment.verdict in (Verdict.NOT_MET, Verdict.LIKELY_NOT_MET) and code not in TOLD_OTHERWISE:
            assert way == -1
    assert {"cautious-contains-target", "rare-values-may-overturn", "missing-may-overturn"} <= set(seen)


def test_what_decides_reaches_to_the_other_side_of_the_target():
    for fulfilment, way in judged():
        decided = fulfilment.decided_by
        if decided is not None:
            smallest, largest = fulfilment.target.region
            end = smallest if math.isfinite(smallest) else largest
            assert (decided.low < end) if (way > 0) == math.isfinite(smallest) else (decided.high > end)
            assert fulfilment.probability is None


def test_a_rival_says_its_own_interval():
    plain = mean_outcome(Numbers(values=np.arange(100) % 9 + 100.0), About(self_selected=False), DAYS).estimate
    rival = replace(plain, measure="freed", interval=replace(plain.interval, low=101.0, high=106.0))
    fulfilment = judge(replace(plain, rivals=(rival,)), Target(at_most=105.0))
    assert fulfilment.reasons == (Note(code="rival-explanation", values={"rival": "freed"}),)
    assert (fulfilment.decided_by.low, fulfilment.decided_by.high) == (101.0, 106.0)
    assert "mellan 101,00 och 106,00" in deciding_sentence(fulfilment, words("sv"))


def test_of_far_too_few_it_is_said_that_the_interval_does_not_decide():
    plain = mean_outcome(Numbers(values=np.arange(100) % 9 + 100.0), About(self_selected=False), DAYS).estimate
    few = Note(code="interval-approximate", values={"n": 4, "enough": 20})
    fulfilment = judge(replace(plain, cautious=None, notes=(few,)), Target(at_most=110.0))
    assert (fulfilment.reasons[0].code, fulfilment.decided_by) == ("far-too-few", None)
    assert "underlaget är för litet" in deciding_sentence(fulfilment, words("sv"))


PLAN = """
[project]
name = "Kurs"
[sources.tid]
kind = "measurements"
file = "tal.csv"
number = "timmar"
[[goals]]
id = "a"
title = "Högst sju timmar"
measure = { kind = "mean", source = "tid" }
target = { at_most = 13 }
"""


def test_page_one_the_terminal_the_chart_and_other_programs_say_it(tmp_path, capsys):
    numbers = "".join(f"{10 + 5 * (place % 7 == 0)}\n" for place in range(12))
    (tmp_path / "tal.csv").write_text(f"timmar\n{numbers}", encoding="utf-8")
    (tmp_path / "plan.toml").write_text(PLAN, encoding="utf-8")
    evaluation = em.evaluate(tmp_path)
    fulfilment = evaluation["a"].fulfilment
    assert fulfilment.verdict is Verdict.UNDETERMINED
    assert fulfilment.estimate.interval.high < 13 < fulfilment.decided_by.high
    row = evaluation.to_frame().to_dict("records")[0]
    assert (row["reason"], row["deciding_high"]) == ("cautious-contains-target", fulfilment.decided_by.high)
    said = deciding_sentence(fulfilment, words("sv"))
    assert said in em.chart(fulfilment).alt
    evaluation.report(tmp_path / "rapport")
    report = (tmp_path / "rapport" / "report.html").read_text(encoding="utf-8")
    assert "Bedömningen vilar på ett försiktigare intervall" in report.partition('id="a"')[0]
