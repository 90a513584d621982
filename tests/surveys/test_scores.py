from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.surveys.scores import Scores, index_of, paired_counts, rises


def scores(*fractions, lowest=1, highest=5):
    numerators = [0 if one is None else Fraction(one).numerator for one in fractions]
    denominators = [0 if one is None else Fraction(one).denominator for one in fractions]
    return Scores(
        numerators=np.array(numerators), denominators=np.array(denominators), lowest=lowest, highest=highest, step=1
    )


def test_equal_scores_are_equal_floats_whatever_the_number_of_answers():
    one = Scores(numerators=np.array([11, 22]), denominators=np.array([3, 6]), lowest=1, highest=5, step=1)
    assert one.numbers[0] == one.numbers[1]
    assert one.counts().counts.tolist() == [2]


def test_equal_rises_are_equal_floats():
    before = scores("8/3", "7/3", "3.1")
    after = scores("11/3", "10/3", "4.1")
    assert rises(before, after).tolist() == [1.0, 1.0, 1.0]


def test_a_limit_is_met_exactly():
    assert scores("3.4", "17/5", "10/3", None).at_least(4).tolist() == [False, False, False, False]
    assert scores(4, "39/10", None).at_least(4).tolist() == [True, False, False]


def test_an_index_is_the_mean_for_those_who_have_every_score():
    index = index_of([scores("8/3", 3, None), scores("10/3", None, 4), scores(3, 3, 3)])
    np.testing.assert_array_equal(index.numbers, [3.0, np.nan, np.nan])


def test_an_index_of_unlike_ranges_is_refused():
    with pytest.raises(ValueError, match="one range"):
        index_of([scores(1), scores(50, lowest=0, highest=100)])


def test_pairs_are_counted_among_those_who_have_both():
    counts = paired_counts(scores(1, 2, None, 2), scores(2, 2, 5, None))
    assert counts.levels.tolist() == [1, 2]
    assert counts.table.tolist() == [[0, 1], [0, 1]]


def test_nobody_gives_an_empty_table():
    assert paired_counts(scores(None), scores(1)).n == 0


@given(st.lists(st.tuples(st.fractions(1, 5, max_denominator=9), st.fractions(1, 5, max_denominator=9)), min_size=1))
def test_an_index_is_exact(pairs):
    index = index_of([scores(*(one for one, _ in pairs)), scores(*(other for _, other in pairs))])
    assert index.numbers.tolist() == [float((one + other) / 2) for one, other in pairs]


@pytest.mark.parametrize("size", [7, 5000])
def test_the_places_of_scores_are_those_of_their_floats(size):
    """Few scores of many people are looked up, many of few are sorted: both come to the same."""
    generator = np.random.default_rng(12)
    answered = generator.integers(0, 5, size)
    sums = generator.integers(-20, 20, size) * answered
    found = Scores(numerators=sums, denominators=answered, lowest=-20, highest=20, step=1)
    levels, places = found.places()
    assert np.array_equal(levels, np.unique(found.numbers[found.valid]))
    assert np.array_equal(np.append(levels, np.nan)[places], found.numbers, equal_nan=True)
    counts = found.counts()
    assert (counts.n, counts.levels.tolist()) == (int(found.valid.sum()), levels.tolist())
