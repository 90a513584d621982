from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


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
