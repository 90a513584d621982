"""Reference case 10: 808 visits of mystery patients to 366 clinics, and what R computed from them."""

import csv
import json
from pathlib import Path

CASE = Path(__file__).parents[1] / "reference" / "10-mumbai-standardised-patients"
REFERENCE = {entry["id"]: entry["value"] for entry in json.loads((CASE / "reference.json").read_text())["results"]}
VISITS = list(csv.DictReader((CASE / "data.csv").read_text().splitlines()))
ITEMS = [name for name, value in REFERENCE.items() if isinstance(value, dict) and "CR2_satterthwaite" in value]
COURTESIES = [f"g{number}" for number in range(1, 11)]
DISCOURTEOUS = {"g1", "g2", "g3"}


def item(name):
    """Return (visit, 0 or 1) where the item is answered yes or no."""
    return [(visit, int(visit[name])) for visit in VISITS if visit[name] in {"0", "1"}]


def score(name):
    """Return (visit, score): the rating from 1 to 10, or the share of ten courtesies where all are answered."""
    if name == "g11_rating_1_10":
        return [(visit, float(visit["g11"])) for visit in VISITS if visit["g11"]]
    return [
        (visit, sum((visit[one] == "1") != (one in DISCOURTEOUS) for one in COURTESIES) / 10)
        for visit in VISITS
        if all(visit[one] for one in COURTESIES)
    ]
