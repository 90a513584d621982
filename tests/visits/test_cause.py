import numpy as np
import pytest

from effektmatt.stats.clusters import UnitSums, cluster_robust_contrast
from effektmatt.visits.cause import difference_from_comparison
from effektmatt.visits.coding import code_visits
from effektmatt.visits.comparison import VisitWaves
from visits.made import CHECKLIST, ITEMS, UNITS, visits


def waves(units, before, after, seeds=(1, 2)):
    coded = [
        code_visits(visits(units, share, seed=seed), CHECKLIST, wave, unit="enhet", visitor="vem")[0]
        for share, seed, wave in ((before, seeds[0], "before"), (after, seeds[1], "after"))
    ]
    return VisitWaves(before=coded[0], after=coded[1])


def test_the_planted_difference_is_found():
    found = difference_from_comparison(waves(UNITS[:10], 0.5, 0.7), waves(UNITS[10:], 0.5, 0.55, (3, 4)))
    assert found.interval.low < 0.15 < found.interval.high
    assert found.interval.low > 0
    assert [note.code for note in found.assumptions] == ["groups-change-alike"]


def test_it_is_the_contrast_of_the_units_own_means():
    project, others = waves(UNITS[:6], 0.5, 0.7), waves(UNITS[6:11], 0.5, 0.6, (3, 4))
    found = difference_from_comparison(project, others, item=ITEMS[0])
    means = np.zeros((11, 4))
    for first, group in ((0, project), (2, others)):
        for column, wave in ((first, group.after), (first + 1, group.before)):
            for unit in set(wave.units):
                means[UNITS.index(unit), column] = wave.judged[wave.units == unit, 0].mean()
    n = np.array([[1, 1, 0, 0]] * 6 + [[0, 0, 1, 1]] * 5)
    expected = cluster_robust_contrast(UnitSums(n=n, total=means * n), (1, -1, -1, 1))
    assert found.value == pytest.approx(expected.value)
    assert found.std_error == pytest.approx(expected.std_error)


def test_one_unit_to_compare_with_is_too_few():
    found = difference_from_comparison(waves(UNITS[:6], 0.5, 0.7), waves(UNITS[6:7], 0.5, 0.6), area="Möte")
    assert found.value is None
    assert found.notes[0].code == "too-few-units"
