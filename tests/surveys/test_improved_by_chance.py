"""How many score higher the second time though nothing changed."""

import numpy as np
import pandas as pd
import pytest

from effektmatt.surveys.answers import code_answers
from effektmatt.surveys.consistency import consistency, improved_by_chance, noise
from effektmatt.surveys.scale import Scale


@pytest.mark.parametrize("items", [1, 3, 8])
def test_by_chance_as_many_score_higher_as_in_a_simulation_where_nothing_changed(items: int):
    """Two answers of the same people, whole steps of 1 to 5, error of the same size in both (seeded)."""
    random = np.random.default_rng(20251129 + items)
    people = random.normal(3, 0.7, size=(40_000, 1))

    def answered() -> np.ndarray:
        return np.clip(np.rint(people + random.normal(0, 0.7, size=(40_000, items))), 1, 5).astype(int)

    scale = Scale.of([f"q{item}" for item in range(items)], [1, 2, 3, 4, 5])
    first, second = (
        code_answers(pd.DataFrame(answered(), columns=[item.id for item in scale.items]), scale, "before")[0]
        for _ in range(2)
    )
    higher = float((second.scores.numbers > first.scores.numbers + 1e-9).mean())
    found = improved_by_chance([first], [noise(first, consistency(first))])
    assert found == pytest.approx(higher, abs=0.03)
