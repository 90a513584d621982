"""Scores of visits: the share of what applied that was met, and what it comes to per unit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from effektmatt.core.counts import Floats
from effektmatt.data.columns import Labels
from effektmatt.stats.clusters import UnitSums
from effektmatt.visits.checklist import Checklist
from effektmatt.visits.coding import CodedVisits

#: Values this near 0 are the lowest answer; ratings are quotients.
_ROOM = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a score is made of: everything, one area or one item.

    `kind` is "all", "area" or "item"; `label` how it is called; `places` its items by their places in the checklist.
    """

    kind: str
    id: str
    label: str
    places: tuple[int, ...]


def parts_of(checklist: Checklist) -> tuple[Part, ...]:
    """Return everything, every area and every item of a checklist.

    >>> checklist = Checklist.of({"a": "Hälsar", "b": ""}, areas={"Möte": ["a"]})
    >>> [(part.kind, part.label, part.places) for part in parts_of(checklist)]
    [('all', 'checklist', (0, 1)), ('area', 'Möte', (0,)), ('item', 'Hälsar', (0,)), ('item', 'b', (1,))]
    """
    place = {item.id: number for number, item in enumerate(checklist.items)}
    areas = (
        Part(kind="area", id=area, label=area, places=tuple(place[item] for item in members))
        for area, members in checklist.areas.items()
    )
    items = (Part(kind="item", id=item.id, label=item.name, places=(place[item.id],)) for item in checklist.items)
    everything = Part(kind="all", id="", label=checklist.label, places=tuple(place.values()))
    return (everything, *areas, *items)


def visit_scores(visits: CodedVisits, part: Part) -> Floats:
    """Return each visit's score of one part, NaN where nothing applied.

    A visit that several judged is one visit: its score is the mean of theirs.

    >>> import pandas as pd
    >>> from effektmatt.visits.coding import code_visits
    >>> cells = pd.DataFrame({"enhet": ["A", "A", "A"], "besok": ["1", "1", "2"], "a": ["ja", "nej", "ja"]})
    >>> checklist = Checklist.of(["a"])
    >>> visits, _ = code_visits(cells, checklist, "before", unit="enhet", visit="besok")
    >>> visit_scores(visits, parts_of(checklist)[0]).tolist()
    [0.5, 1.0]
    """
    scores = judged_scores(visits, part)
    known = ~np.isnan(scores)
    places, size = visits.visits[known], visits.n
    count, total = np.bincount(places, minlength=size), np.bincount(places, scores[known], minlength=size)
    means: Floats = np.divide(total, count, out=np.full(size, np.nan), where=count > 0)
    return means


def judged_scores(visits: CodedVisits, part: Part) -> Floats:
    """Return the score that each judgement gave: the mean value of the items that applied, NaN where none did.

    One with the lowest answer to a critical item gives 0 over all; areas and items stay as they were judged, so that
    one sees where it failed.

    >>> import pandas as pd
    >>> checklist = Checklist.of(["a", "b"], critical=["a"])
    >>> from effektmatt.visits.coding import code_visits
    >>> cells = pd.DataFrame({"enhet": ["A", "A", "B"], "a": ["ja", "nej", "ja"], "b": ["nej", "ja", "ej tillämpligt"]})
    >>> visits, _ = code_visits(cells, checklist, "before", unit="enhet")
    >>> judged_scores(visits, parts_of(checklist)[0]).tolist()
    [0.5, 0.0, 1.0]
    """
    values = visits.judged[:, list(part.places)]
    applied = ~np.isnan(values)
    count = applied.sum(axis=1)
    sums = np.where(applied, values, 0.0).sum(axis=1)
    scores: Floats = np.divide(sums, count, out=np.full(count.size, np.nan), where=count > 0)
    if part.kind == "all":
        scores = np.where(failing(visits) & (count > 0), 0.0, scores)
    return scores


def failing(visits: CodedVisits) -> NDArray[np.bool_]:
    """Return in which judgements a visit fails a critical item."""
    ids = [item.id for item in visits.checklist.items]
    critical = [ids.index(one) for one in sorted(visits.checklist.critical)]
    return np.asarray((visits.judged[:, critical] <= _ROOM).any(axis=1), dtype=np.bool_)


def unit_sums(scores: Sequence[Floats], units: Sequence[Labels], names: Sequence[str]) -> UnitSums:
    """Return how many scores each unit has in each wave, and their sum; visits without a score are left out."""
    place: Mapping[str, int] = {name: number for number, name in enumerate(names)}
    n, total = np.zeros((len(names), len(scores))), np.zeros((len(names), len(scores)))
    for wave, (values, labels) in enumerate(zip(scores, units, strict=True)):
        for value, label in zip(values, labels, strict=True):
            if not np.isnan(value) and label in place:
                n[place[label], wave] += 1
                total[place[label], wave] += value
    return UnitSums(n=n, total=total)
