"""Results say that their interval is approximate where answers pile up at one end, in whatever layout."""

import numpy as np
import pytest

from effektmatt.core import About, AnswerCounts, PairedCounts
from effektmatt.surveys.cause import difference_from_comparison
from effektmatt.surveys.score_change import mean_change, ordinal_change
from effektmatt.surveys.scores import ScoreCounts
from effektmatt.surveys.waves import Waves
from surveys.made import ONE, coded

LEVELS = np.arange(1.0, 6.0)
CEILING, BELL, EVEN = [1, 2, 4, 13, 80], [8, 22, 40, 22, 8], [20] * 5


def answers(counts, times=1.0):
    return AnswerCounts(levels=LEVELS, counts=np.round(np.array(counts) * times))


def unlinked(before, after):
    return ScoreCounts(before=before, after=after, pairs=None)


def enough(estimate):
    """How many the note of an estimate asks for; None without the note."""
    return next((note.values["enough"] for note in estimate.notes if note.code == "interval-approximate"), None)


def test_a_small_group_at_the_ceiling_beside_a_large_one():
    change = mean_change(unlinked(answers(CEILING, 5), answers(CEILING, 0.5)), About())
    smaller = change.after.n
    assert enough(change.difference) > smaller
    assert enough(change.effects[1]) > smaller  # the relative change
    assert enough(mean_change(unlinked(answers(CEILING, 5), answers(CEILING, 5)), About()).difference) is None
    assert enough(ordinal_change(unlinked(answers(CEILING, 5), answers(CEILING, 0.5)), About())) >= 50
    assert enough(mean_change(unlinked(answers(BELL, 5), answers(BELL, 0.5)), About()).difference) is None


def test_most_of_the_linked_gave_the_same_answer_again():
    table = np.diag([4, 11, 20, 11, 4])
    table[0, 4], table[1, 4] = 2, 1
    change = mean_change(
        ScoreCounts(before=answers(EVEN), after=answers(EVEN), pairs=PairedCounts(levels=LEVELS, table=table)),
        About(),
    )
    assert enough(change.difference) > 100
    assert enough(change.effects[0]) > 100  # g_av rests on the same changes


@pytest.mark.parametrize(
    ("other", "noted"), [(EVEN, True), (BELL, True), (CEILING, False)], ids=["even", "bell", "same"]
)
def test_a_standardised_difference_supposes_equal_spread(other, noted):
    standardised = mean_change(unlinked(answers(CEILING), answers(other)), About()).effects[0]
    assert ("spreads-differ" in [note.code for note in standardised.notes]) is noted


def test_an_effect_too():
    low, high = ["3", "4", "5"] * 7, ["5"] * 19 + ["1", "4"]
    project = Waves(
        before=coded([[one] for one in low], "before", ONE), after=coded([[one] for one in high], "after", ONE)
    )
    others = Waves(
        before=coded([[one] for one in low * 20], "before", ONE), after=coded([[one] for one in low * 20], "after", ONE)
    )
    assert enough(difference_from_comparison(project, others)) > 21
    assert enough(difference_from_comparison(others, others)) is None
