"""Those who gave no answer but said so: told per wave, and counted as the plan says."""

import pandas as pd
import pytest
from statsmodels.stats import proportion

from effektmatt.core import Reading
from effektmatt.goals import Target, Verdict, judge
from effektmatt.surveys.answers import code_answers
from effektmatt.surveys.change_outcomes import share_change_outcome
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.top_share import top_share_outcome
from effektmatt.surveys.waves import Waves


def scale(counts="not"):
    made = Scale.of(["q"], ["Nej", "Ja"], not_an_answer=["Vet ej"])
    return Scale(
        id=made.id,
        label=made.label,
        items=made.items,
        answers=made.answers,
        not_an_answer=made.not_an_answer,
        not_an_answer_counts=counts,
    )


def wave(name, yes, no, unknown, counts="not"):
    cells = pd.DataFrame({"q": ["Ja"] * yes + ["Nej"] * no + ["Vet ej"] * unknown})
    return code_answers(cells, scale(counts), name)[0]


def test_what_was_no_answer_is_told_for_each_wave_and_that_it_changed():
    waves = Waves(before=wave("before", 60, 50, 2), after=wave("after", 60, 20, 32))
    outcome = share_change_outcome(waves, top=1)
    assert outcome.estimate.value > 0.1
    told = [(note.code, dict(note.values)) for note in outcome.notes if note.code.startswith("not-an-answer")]
    assert told == [
        ("not-an-answer", {"wave": "before", "n": 2, "of": 112}),
        ("not-an-answer", {"wave": "after", "n": 32, "of": 112}),
        ("not-an-answer-changed", {"way": "more"}),
    ]


def test_as_many_both_times_is_told_and_nothing_made_of_it():
    waves = Waves(before=wave("before", 60, 50, 4), after=wave("after", 70, 40, 5))
    codes = [note.code for note in share_change_outcome(waves, top=1).notes]
    assert codes.count("not-an-answer") == 2
    assert "not-an-answer-changed" not in codes


def test_the_plan_may_count_it_as_the_lowest_answer():
    outcome = top_share_outcome(wave("after", 60, 20, 40, counts="lowest"), top=1)
    assert (outcome.estimate.hits, outcome.estimate.n) == (60, 120)
    assert "not-an-answer" not in {note.code for note in outcome.notes}
    assert top_share_outcome(wave("after", 60, 20, 40), top=1).estimate.n == 80


RISE = Target(direction="increase")


def judged(before, after, reading=Reading.POINTS, target=RISE):
    return judge(share_change_outcome(Waves(before=before, after=after), top=1, reading=reading).estimate, target)


def test_a_rise_that_only_those_without_an_answer_make_is_not_determined():
    """Of those who answered the share rises from 55 to 83 per cent, and of all it falls from 54 to 45."""
    before, after = wave("before", 60, 50, 2), wave("after", 50, 10, 52)
    fulfilment = judged(before, after)
    assert fulfilment.estimate.interval.low > 0.1
    assert fulfilment.verdict is Verdict.UNDETERMINED
    (rival,) = fulfilment.estimate.rivals
    assert (rival.measure, rival.value) == ("share-difference-of-all", pytest.approx(50 / 112 - 60 / 112))
    low, high = proportion.confint_proportions_2indep(50, 112, 60, 112, method="score", compare="diff")
    assert (rival.interval.low, rival.interval.high) == pytest.approx((low, high), abs=0.002)
    relative = judged(before, after, Reading.RELATIVE, Target(increase_by=0.1, reading="relative"))
    assert relative.verdict is Verdict.UNDETERMINED
    assert relative.estimate.rivals[0].value == pytest.approx(50 / 60 - 1)


def test_a_rise_among_all_stands_though_more_gave_no_answer():
    fulfilment = judged(wave("before", 40, 160, 2), wave("after", 120, 40, 42))
    assert fulfilment.estimate.rivals
    assert fulfilment.verdict is Verdict.LIKELY_MET
    assert judged(wave("before", 40, 160, 4), wave("after", 120, 80, 5)).estimate.rivals == ()


def test_a_level_after_has_no_rival_of_before():
    waves = Waves(before=wave("before", 60, 50, 2), after=wave("after", 50, 10, 52))
    assert share_change_outcome(waves, top=1, reading=Reading.LEVEL).estimate.rivals == ()
