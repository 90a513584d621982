import numpy as np
import pytest

from effektmatt.surveys.scores import Scores
from effektmatt.surveys.who_improved import Definition, counted, judged, on_every


def thirds(*numerators):
    """Return mean scores of three items each; None is no score."""
    return Scores(
        numerators=np.array([0 if one is None else one for one in numerators]),
        denominators=np.array([0 if one is None else 3 for one in numerators]),
        lowest=1,
        highest=5,
        step=1,
    )


BEFORE = thirds(8, 8, 8, 9, 15, 14, 13, None, 9)
AFTER = thirds(11, 10, 8, 6, 15, 15, 15, 9, None)


@pytest.mark.parametrize(
    ("definition", "threshold", "expected"),
    [
        # 8/3 to 11/3 is one whole step although 3.6666666666666665 - 2.6666666666666665 is rounded twice
        (Definition.ANY, 0.0, (4, 2, 1, 1)),
        (Definition.STEP, 1.0, (1, 5, 1, 3)),
        (Definition.RELIABLE, 0.5, (3, 3, 1, 2)),
        (Definition.RELIABLE, 1.0, (0, 7, 0, 3)),
    ],
)
def test_counts_by_each_definition(definition, threshold, expected):
    people = judged(BEFORE, AFTER, definition, threshold)
    found = counted(people, definition, threshold)
    assert (found.improved, found.unchanged, found.worse, found.at_ceiling) == expected
    assert found.n == 7


def test_reliable_change_needs_a_threshold():
    assert judged(BEFORE, AFTER, Definition.RELIABLE, None) is None


def test_on_every_scale_means_on_each_of_them():
    one = judged(thirds(8, 8, 8, 8, 15), thirds(9, 9, 7, 9, 15), Definition.ANY, 0.0)
    other = judged(thirds(8, 8, 8, 8, 8), thirds(9, 7, 7, None, 9), Definition.ANY, 0.0)
    found = counted(on_every([one, other]), Definition.ANY, None)
    assert (found.improved, found.unchanged, found.worse, found.at_ceiling) == (1, 2, 1, 1)


def test_swapping_the_waves_swaps_improved_and_worse():
    there = counted(judged(BEFORE, AFTER, Definition.STEP, 1.0), Definition.STEP, 1.0)
    back = counted(judged(AFTER, BEFORE, Definition.STEP, 1.0), Definition.STEP, 1.0)
    assert (there.improved, there.worse) == (back.worse, back.improved)
