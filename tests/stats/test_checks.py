import numpy as np
import pytest

from effektmatt.stats.checks import check_count, check_finite, check_level, check_population, check_share


@pytest.mark.parametrize("level", [95, 0, 1, -0.95, float("nan")])
def test_a_level_is_a_share_between_nought_and_one(level):
    with pytest.raises(ValueError, match=r"for example 0\.95"):
        check_level(level)


@pytest.mark.parametrize(
    ("hits", "n", "message"),
    [(3, 2, "more than n"), (-1, 2, "negative"), (0, 0, "at least 1"), (1.5, 2, "whole"), ("1", 2, "whole")],
)
def test_a_share_is_a_whole_number_out_of_at_least_one(hits, n, message):
    with pytest.raises(ValueError, match=message):
        check_share(hits, n)


def test_numpy_integers_are_whole_numbers():
    assert check_share(np.int64(1), np.uint8(2)) == (1, 2)
    assert isinstance(check_count(np.int32(4), "hits"), int)


def test_a_population_holds_those_who_were_seen():
    assert check_population(10, 10) == 10
    with pytest.raises(ValueError, match="population cannot be smaller than n"):
        check_population(10, 9)


def test_infinite_targets_are_refused():
    with pytest.raises(ValueError, match="target must be a finite number"):
        check_finite(float("inf"), "target")
