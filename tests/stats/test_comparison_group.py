import numpy as np
import pytest
import scipy.stats
import statsmodels.api as sm

from effektmatt.core import AnswerCounts, PairedCounts
from effektmatt.stats.comparison_group import difference_in_differences, paired_difference_in_differences


def counted(values):
    levels, counts = np.unique(values, return_counts=True)
    return AnswerCounts(levels=levels, counts=counts)


def paired(before, after):
    levels = np.unique([*before, *after])
    table = np.zeros((levels.size, levels.size), dtype=int)
    np.add.at(table, (np.searchsorted(levels, before), np.searchsorted(levels, after)), 1)
    return PairedCounts(levels=levels, table=table)


def test_linked_people_are_welchs_test_of_their_changes():
    rng = np.random.default_rng(1)
    before = [rng.integers(1, 6, size) for size in (40, 25)]
    after = [np.clip(one + rng.integers(-1, 3, one.size), 1, 5) for one in before]
    found = paired_difference_in_differences(paired(before[0], after[0]), paired(before[1], after[1]))
    peer = scipy.stats.ttest_ind(after[0] - before[0], after[1] - before[1], equal_var=False)
    assert found.p_value == pytest.approx(peer.pvalue, rel=1e-10)
    assert found.interval.low == pytest.approx(peer.confidence_interval().low, rel=1e-10)


def test_four_samples_are_the_interaction_of_a_regression():
    rng = np.random.default_rng(2)
    samples = [rng.integers(1, 6, size) for size in (50, 40, 45, 60)]
    found = difference_in_differences(
        (counted(samples[0]), counted(samples[1])), (counted(samples[2]), counted(samples[3]))
    )
    project = np.repeat([1, 1, 0, 0], [one.size for one in samples])
    after = np.repeat([1, 0, 1, 0], [one.size for one in samples])
    design = sm.add_constant(np.column_stack([project, after, project * after]).astype(float))
    # HC2 is the sum of the samples' own variances over their sizes in a model of cell means
    fit = sm.OLS(np.concatenate(samples).astype(float), design).fit(cov_type="HC2")
    assert found.value == pytest.approx(fit.params[3], rel=1e-10)
    assert found.std_error == pytest.approx(fit.bse[3], rel=1e-10)


def test_the_same_change_in_both_groups_is_no_effect():
    before, after = counted([1, 2, 3, 3]), counted([2, 3, 4, 4])
    found = difference_in_differences((after, before), (after, before))
    assert found.value == pytest.approx(0.0)
    swapped = difference_in_differences((before, after), (after, before))
    assert swapped.value == pytest.approx(-2.0)


def test_too_few_are_refused():
    one, two = counted([1]), counted([1, 2])
    with pytest.raises(ValueError, match="at least two answers"):
        difference_in_differences((two, one), (two, two))
