from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).parents[1]

# A test must not fail because the machine is busy. `--hypothesis-profile=thorough` looks for rarer faults.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("unhurried"), max_examples=1_000)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def root() -> Path:
    """The working copy."""
    return ROOT


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    """The first sample project."""
    return ROOT / "data" / "sample" / "den-nya-administratoren"


@pytest.fixture(scope="session")
def sample(sample_folder):
    """The first sample project, evaluated once."""
    import effektmatt as em

    return em.evaluate(sample_folder)
