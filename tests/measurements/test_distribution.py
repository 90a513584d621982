"""Classes of numbers tell of nobody, and lose nobody."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.measurements.distribution import distribution
from effektmatt.measurements.numbers import Numbers

SEVERAL = st.lists(st.one_of(st.integers(0, 12), st.floats(-50, 400, allow_nan=False)), min_size=1, max_size=80)


def numbers(values) -> Numbers:
    return Numbers(values=np.array(values, dtype=np.float64))


def spread(before, after, fewest=5):
    waves = [None if one is None else numbers(one) for one in (before, after)]
    return distribution(*waves, label="Sjukdagar", measured_in="dagar", fewest=fewest)


@given(SEVERAL, SEVERAL)
def test_no_class_holds_few_people_and_together_they_hold_everybody(before, after):
    found = spread(before, after)
    if min(len(before), len(after)) < 5:
        assert found.classes == ()
        return
    for wave, values in (("before", before), ("after", after)):
        sizes = [getattr(one, wave) for one in found.classes]
        assert sum(sizes) == len(values)
        assert not [n for n in sizes if 0 < n < 5]


@given(SEVERAL)
def test_classes_follow_upon_each_other_and_their_ends_are_not_the_highest_or_lowest_number(values):
    found = spread(None, [*values, *values, *values, *values, *values])
    ends = [(one.over, one.to) for one in found.classes]
    assert ends[0][0] is None
    assert ends[-1][1] is None
    assert all(first[1] == second[0] for first, second in itertools.pairwise(ends))


def test_many_noughts_are_a_class_of_their_own():
    found = spread([0] * 30 + list(range(1, 31)), [0] * 40 + list(range(1, 21)))
    assert (found.classes[0].to, found.classes[0].before, found.classes[0].after) == (0.0, 30, 40)


def test_one_who_has_no_number_is_counted_as_missing():
    found = spread([1, 2, 3, 4, 5, np.nan], [1, 2, 3, 4, 5, 6])
    assert (found.n_before, found.n_after, found.missing) == (5, 6, 1)
