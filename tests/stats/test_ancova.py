"""Analysis of covariance from counts, against R and against least squares over people."""

import numpy as np
import pytest

from effektmatt.core import PairedCounts
from effektmatt.stats.ancova import ancova
from effektmatt.stats.cluster_regression import cluster_robust_coefficient
from effektmatt.stats.comparison_group import paired_difference_in_differences

PROJECT = PairedCounts(levels=[1, 2, 3], table=[[1, 4, 3], [0, 2, 4], [0, 0, 2]])
OTHERS = PairedCounts(levels=[1, 2, 3], table=[[4, 2, 1], [1, 4, 1], [0, 1, 2]])


def test_it_equals_r():
    """Find it with a <- data.frame(g, b, y), one row per person; m <- lm(y ~ g + b, a).

    clubSandwich::coef_test(m, vcov = "CR2", cluster = 1:32) gives degrees and p-value; the standard error is HC2 from
    hatvalues(m).
    """
    found = ancova(PROJECT, OTHERS)
    assert found.value == pytest.approx(0.620335820895522, abs=1e-12)
    assert found.std_error == pytest.approx(0.220635786294689, abs=1e-12)
    assert found.p_value == pytest.approx(0.00888067160592, abs=1e-10)


@pytest.mark.parametrize("seed", range(6))
def test_counts_say_what_people_say(seed):
    random = np.random.default_rng(seed)
    tables = [random.integers(0, 4, (4, 4)) for _ in range(2)]
    groups = [PairedCounts(levels=[1, 2, 4, 7], table=table) for table in tables]
    people = np.array(
        [
            (1.0 - group, pairs.levels[first], pairs.levels[last])
            for group, pairs in enumerate(groups)
            for first in range(4)
            for last in range(4)
            for _ in range(pairs.table[first, last])
        ]
    )
    design = np.column_stack([np.ones(len(people)), people[:, 0], people[:, 1]])
    wanted = cluster_robust_coefficient(design, people[:, 2], np.arange(len(people)), 1)
    found = ancova(*groups)
    assert (found.value, found.std_error, found.degrees) == pytest.approx(
        (wanted.value, wanted.std_error, wanted.degrees)
    )


def test_with_equal_starts_it_is_the_difference_of_changes():
    one = PairedCounts(levels=[1, 2, 3], table=[[2, 3, 1], [0, 2, 4], [0, 0, 3]])
    other = PairedCounts(levels=[1, 2, 3], table=[[4, 2, 0], [1, 4, 1], [0, 1, 2]])
    assert ancova(one, other).value == pytest.approx(paired_difference_in_differences(one, other).value)


def test_by_lot_it_holds_the_truth_and_is_surer_than_the_difference_of_changes():
    """400 trials of 40 and 40 with correlation .5 and an effect of .4: both hold it, ANCOVA with shorter intervals."""
    random, held, shorter = np.random.default_rng(20), 0, 0
    for _ in range(400):
        groups = []
        for effect in (0.4, 0.0):
            skill = random.normal(size=40)
            before, after = (np.round((skill + random.normal(size=40)) * 2) / 2 for _ in range(2))
            levels, places = np.unique([before, after + effect], return_inverse=True)
            places = places.reshape(2, -1)
            table = np.zeros((levels.size, levels.size), dtype=int)
            np.add.at(table, (places[0], places[1]), 1)
            groups.append(PairedCounts(levels=levels, table=table))
        found, plain = ancova(*groups), paired_difference_in_differences(*groups)
        held += found.interval.low <= 0.4 <= found.interval.high
        shorter += found.std_error < plain.std_error
    assert 0.93 <= held / 400 <= 0.975
    assert shorter > 300


def test_one_person_is_too_few():
    with pytest.raises(ValueError, match="at least two"):
        ancova(PROJECT, PairedCounts(levels=[1, 2], table=[[0, 1], [0, 0]]))
