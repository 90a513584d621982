"""Figures as equations: which people are in the same figures."""

import numpy as np

from effektmatt.disclosure.figures import Figure
from effektmatt.disclosure.systems import System


def test_people_in_the_same_figures_are_one_atom_however_many_figures_there_are():
    generator = np.random.default_rng(12)
    kinds = generator.random((40, 300)) < 0.3  # 300 kinds of people in 40 figures: more than one number of bits
    of = generator.integers(0, 300, 5000)
    figures = [Figure(cell=None, variable="v", people=row, total=np.nan) for row in kinds[:, of]]
    system = System(tuple(figures))
    inside = kinds[:, of][:, kinds[:, of].any(axis=0)]
    atoms, sizes = np.unique(inside, axis=1, return_counts=True)
    assert np.array_equal(system.matrix, atoms)
    assert np.array_equal(system.sizes, sizes)


def test_whom_no_figure_is_about_is_in_no_atom():
    nobody, two = (
        Figure(cell=None, variable="v", people=np.array(one, dtype=bool), total=0) for one in ([0] * 4, [0, 1, 0, 1])
    )
    assert System((nobody, two)).sizes.tolist() == [2]
    assert System((nobody,)).matrix.shape == (1, 0)
