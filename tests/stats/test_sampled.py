"""Shares of people who weigh differently, of a population whose size is known."""

import numpy as np
import pytest

from effektmatt.core import About, Range
from effektmatt.stats.designs import Design, design_share
from effektmatt.stats.sampled import sampled_share

HITS = np.repeat([1.0, 0.0], 20)


def share(heavy, population=44):
    weights = Design(np.repeat([heavy, 1.0], 20))
    return sampled_share("share", (HITS, weights), About(population=population)), weights


@pytest.mark.parametrize("heavy", [9.0, 1.6])
def test_weights_that_contradict_the_known_answers_leave_the_interval_and_are_told(heavy):
    """Of 44 people 20 said yes and 20 no: no weights make more than 24 of 44 of it."""
    found, weights = share(heavy)
    reference = design_share(HITS, weights).interval
    assert (found.interval.low, found.interval.high) == (reference.low, reference.high)
    assert found.interval.low < found.value < found.interval.high
    assert found.possible == Range(low=20 / 44, high=24 / 44)
    assert [(note.code, note.values["high"]) for note in found.notes] == [("weights-contradict-known", 24 / 44)]


def test_weights_that_agree_with_what_is_known_are_not_spoken_of():
    assert share(1.1)[0].notes == ()
    assert share(9.0, population=400)[0].notes == ()
