import gc
import os
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from effektmatt import Evaluation

ROOT = Path(__file__).parents[1]

# A test must fail neither because the machine is busy nor by chance: the same examples are tried every time.
# `--hypothesis-profile=thorough` tries new ones, and more of them, to look for rarer faults.
settings.register_profile("unhurried", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("unhurried"), max_examples=1_000, derandomize=False)
settings.load_profile("unhurried")


def pytest_collection_finish() -> None:
    """Let the collector of garbage pass by what is loaded once for all: statsmodels alone calls it at every p value."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


@pytest.fixture(autouse=True, scope="session")
def no_waiting_for_disks() -> Iterator[None]:
    """Let nothing that tests write wait for the disk; `test_power_cuts` sees to what is waited for, and when."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda file: None)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The working copy."""
    return ROOT


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    """The first sample project."""
    return ROOT / "data" / "sample" / "den-nya-administratoren"


@pytest.fixture(scope="session")
def evaluated(root: Path) -> "Callable[[str], Evaluation]":
    """Give a sample project by its name, evaluated once for the whole session."""
    import effektmatt as em

    return cache(lambda name: em.evaluate(root / "data" / "sample" / name))


@pytest.fixture(scope="session")
def sample(evaluated: "Callable[[str], Evaluation]") -> "Evaluation":
    """The first sample project, evaluated once."""
    return evaluated("den-nya-administratoren")
