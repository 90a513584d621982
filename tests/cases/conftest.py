import datetime as dt

import numpy as np
import pandas as pd
import pytest

from effektmatt.cases.counted import count_cases
from effektmatt.cases.phases import assign_phases

PERIODS = {"before": (dt.date(2013, 1, 1), dt.date(2013, 2, 28)), "after": (dt.date(2013, 4, 1), dt.date(2013, 5, 31))}
MEASURED = {"before": dt.date(2013, 3, 31), "after": dt.date(2013, 6, 30)}


def made_cases(times, seed=1):
    """Make cases from {(wave, kind): days to closing}, opened evenly over the first month of the wave."""
    rng = np.random.default_rng(seed)
    parts = []
    for (wave, kind), days in times.items():
        opened = pd.Timestamp(PERIODS[wave][0]) + pd.to_timedelta(rng.integers(0, 28, len(days)), "D")
        closed = opened + pd.to_timedelta(np.asarray(days), "D")
        parts.append(pd.DataFrame({"inkom": opened, "avslutad": closed, "typ": kind}))
    return pd.concat(parts, ignore_index=True)


@pytest.fixture
def phased():
    """Return a function from {(wave, kind): days} to cases assigned to their waves."""

    def assign(times, **settings):
        counted = count_cases(made_cases(times), opened="inkom", closed="avslutad", by=["typ"])
        return assign_phases(counted, periods=PERIODS, measured=MEASURED, **settings)

    return assign
