"""A sample of what `make fuzz` tries; each seed is a sample project with slips and damage."""

import pytest

from effektmatt.errors import InputFaults
from mutated_projects import SAMPLES, mutate, one_project, within


@pytest.mark.parametrize("seed", range(2_000_000, 2_000_010))
def test_a_changed_project_gives_faults_or_findings(seed):
    assert one_project(seed) in {"faults", "findings"}


def test_the_same_seed_changes_the_same(tmp_path):
    import shutil

    import numpy as np

    contents = []
    for place in ("a", "b"):
        folder = shutil.copytree(SAMPLES[0], tmp_path / place)
        changed = mutate(folder, np.random.default_rng(3))
        contents.append((changed, {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}))
    assert contents[0] == contents[1]
    assert contents[0][1] != {path.name: path.read_bytes() for path in SAMPLES[0].iterdir() if path.is_file()}


def test_what_takes_too_long_is_told():
    def forever():
        while True:
            pass

    with pytest.raises(TimeoutError), within(1):
        forever()


def test_only_faults_are_let_through(monkeypatch):
    import mutated_projects

    def broken(folder):
        raise KeyError("defect")

    monkeypatch.setattr(mutated_projects, "evaluate", broken)
    with pytest.raises(KeyError) as caught:
        one_project(1)
    assert "seed 1" in caught.value.__notes__[0]
    assert not isinstance(caught.value, InputFaults)
