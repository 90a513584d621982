"""Visits with a known truth."""

from __future__ import annotations

import numpy as np
import pandas as pd

from effektmatt.visits.checklist import Checklist

ITEMS = [f"p{place}" for place in range(8)]
CHECKLIST = Checklist.of(ITEMS, label="Bemötande", areas={"Möte": ITEMS[:4], "Lokal": ITEMS[4:]})


def visits(units, share, *, each=4, seed=1, visitors=("B1", "B2", "B3"), spread=0.08, strict=None):
    """Make visits to units: each item is met with the share, moved for every unit and for strict visitors."""
    rng = np.random.default_rng(seed)
    rows = []
    for unit in units:
        own = share + np.random.default_rng(sum(map(ord, unit))).normal(0, spread)
        for visit in range(each):
            who = visitors[(visit + len(rows)) % len(visitors)]
            chance = float(np.clip(own - (strict or {}).get(who, 0.0), 0.02, 0.98))
            met = rng.random(len(ITEMS)) < chance
            rows.append(
                {
                    "enhet": unit,
                    "vem": who,
                    **{item: "ja" if one else "nej" for item, one in zip(ITEMS, met, strict=True)},
                }
            )
    return pd.DataFrame(rows)


UNITS = [f"Enhet {letter}" for letter in "ABCDEFGHIJKLMNOPQRST"]
