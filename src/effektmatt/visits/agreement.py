"""How far those who judged the same visit, or the same text, agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from effektmatt.core import Detail, Estimate, Note, Unit
from effektmatt.core.counts import Floats, Integers
from effektmatt.speech import Shown
from effektmatt.stats.agreement import Agreement, Ratings
from effektmatt.stats.choices import AGREEMENT, PAIRS_AGREEING
from effektmatt.stats.enough import enough_for_agreement
from effektmatt.stats.estimates import no_estimate, process_estimate
from effektmatt.stats.question import Layout, approximate
from effektmatt.visits.coding import CodedVisits

ALPHA, PERCENT = "krippendorff-alpha", "percent-agreement"

#: Visits judged by two or more that an interval can be made from.
FEWEST_OCCASIONS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAgreement:
    """Agreement on one item: how many visits two or more judged it at, alpha, and the share of pairs who agree."""

    id: str
    label: str
    rated: bool
    n: int
    alpha: Estimate
    percent: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitAgreement(Detail, Shown):
    """How far visitors or reviewers agree.

    Parameters
    ----------
    label
        The checklist's label.
    occasions, judges
        How many visits (or texts) two or more judged, and how many people judged any of them.
    alpha, percent
        Krippendorff's alpha over the items answered yes or no (nominal), and the share of pairs who agree.
    ratings
        Alpha over the rated items (interval), each counted from 0 to 1; None where there is no rated item.
    items
        The same, item by item.
    notes
        Remarks.
    """

    label: str
    occasions: int
    judges: int
    alpha: Estimate
    percent: Estimate
    ratings: Estimate | None
    items: tuple[ItemAgreement, ...]
    notes: tuple[Note, ...] = ()

    def to_frame(self) -> Any:
        """Return every estimate as a row of the shared column vocabulary (pandas); without an item: of all items."""
        import pandas as pd

        whole = [one for one in (self.alpha, self.ratings, self.percent) if one is not None]
        rows = [{"item": None, **one.to_row()} for one in whole]
        rows += [{"item": item.id, **one.to_row()} for item in self.items for one in (item.alpha, item.percent)]
        return pd.DataFrame(rows)


def visit_agreement(waves: Sequence[CodedVisits], *, level: float = 0.95) -> VisitAgreement:
    """Return how far those who judged the same visits agree.

    The pooled alphas count each pair of a visit and an item as one thing that is judged; their intervals resample
    whole visits. What did not apply according to somebody is a missing judgement of theirs.

    Parameters
    ----------
    waves
        One wave or several; a visit of one wave is never one of another.
    level
        Confidence level.

    Source: Krippendorff 2019, Content Analysis, chapter 12; see `effektmatt.stats.agreement`.
    """
    if not waves:
        raise ValueError("agreement needs at least one wave")
    checklist = waves[0].checklist
    values, occasion, judges, notes = _judged(waves)
    reason = _reason(waves, occasion, judges)
    tables = {item.id: _Table.of(values[:, place], occasion) for place, item in enumerate(checklist.items)}
    items = tuple(
        ItemAgreement(
            id=item.id,
            label=item.name,
            rated=bool(item.rating),
            n=tables[item.id].n,
            alpha=_alpha([tables[item.id]], rated=bool(item.rating), level=level, reason=reason),
            percent=_percent([tables[item.id]], reason=reason),
        )
        for item in checklist.items
    )
    yes_no = [tables[item.id] for item in checklist.items if not item.rating]
    rated = [tables[item.id] for item in checklist.items if item.rating]
    ratings = _alpha(rated, rated=True, level=level, reason=reason) if rated else None
    return VisitAgreement(
        label=checklist.label,
        occasions=int(np.unique(occasion).size) if reason is None else 0,
        judges=judges,
        alpha=_alpha(yes_no or rated, rated=not yes_no, level=level, reason=reason),
        percent=_percent([*yes_no, *rated], reason=reason),
        ratings=ratings if yes_no else None,
        items=items,
        notes=notes,
    )


def _judged(waves: Sequence[CodedVisits]) -> tuple[Floats, Integers, int, tuple[Note, ...]]:
    """Return the rows of visits that two or more judged: their values, which visit each is of, how many judged."""
    rows: dict[tuple[int, int], list[tuple[int, int]]] = {}
    seen: dict[tuple[int, int], set[str]] = {}
    judges: set[str] = set()
    twice = unknown = 0
    for wave, visits in enumerate(waves):
        for row in np.flatnonzero(~np.isnan(visits.judged).all(axis=1)):
            visit = (wave, int(visits.visits[row]))
            unknown += visits.occasions is not None and visits.occasions[row] is None
            judge = None if visits.visitors is None else visits.visitors[row]
            if judge is not None:
                judges.add(judge)
            before = seen.setdefault(visit, set())
            if judge in before:
                twice += 1
                continue
            if judge is not None:
                before.add(judge)
            rows.setdefault(visit, []).append((wave, int(row)))
    # what is drawn again for the interval must not follow from the order of the file
    several = sorted((places for places in rows.values() if len(places) > 1), key=lambda places: _seen(waves, places))
    values = [waves[wave].judged[row] for places in several for wave, row in places]
    occasion = np.repeat(np.arange(len(several)), [len(places) for places in several])
    width = len(waves[0].checklist.items)
    found = {"judged-twice-by-the-same": twice, "visit-unknown": unknown}
    notes = tuple(Note(code=code, values={"n": n}) for code, n in found.items() if n)
    return np.array(values).reshape(len(values), width), occasion, len(judges), notes


def _seen(waves: Sequence[CodedVisits], places: Sequence[tuple[int, int]]) -> tuple[int, list[str]]:
    """Return what a visit is sorted by: its wave, and what each saw there."""
    return places[0][0], sorted(str(waves[wave].judged[row].tolist()) for wave, row in places)


def _reason(waves: Sequence[CodedVisits], occasion: Integers, judges: int) -> Note | None:
    if all(visits.occasions is None for visits in waves):
        return Note(code="no-visit-column")
    if judges == 1 and all(visits.visitors is not None for visits in waves):
        return Note(code="one-visitor-only")
    return None if occasion.size else Note(code="no-visit-judged-by-two")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Table:
    """One item's judgements: how many put each visit on each value, of the visits that two or more judged."""

    levels: Floats
    counts: Integers
    occasions: Integers

    @classmethod
    def of(cls, values: Floats, occasion: Integers) -> _Table:
        given = ~np.isnan(values)
        levels, column = np.unique(values[given], return_inverse=True)
        occasions, row = np.unique(occasion[given], return_inverse=True)
        counts = np.zeros((occasions.size, levels.size), dtype=np.int64)
        np.add.at(counts, (row, column), 1)
        several = counts.sum(axis=1) > 1
        return cls(levels=levels, counts=counts[several], occasions=occasions[several])

    @property
    def n(self) -> int:
        """How many visits two or more judged the item at."""
        return int(self.occasions.size)


def _pooled(tables: Sequence[_Table]) -> tuple[Ratings, Integers]:
    """Put the items under each other on the values that any of them has."""
    levels = np.unique(np.concatenate([table.levels for table in tables])) if tables else np.zeros(0)
    blocks = []
    for table in tables:
        block = np.zeros((table.n, levels.size), dtype=np.int64)
        block[:, np.searchsorted(levels, table.levels)] = table.counts
        blocks.append(block)
    together = np.concatenate([table.occasions for table in tables]) if tables else np.zeros(0, dtype=np.int64)
    counts = np.concatenate(blocks) if blocks else np.zeros((0, 0), dtype=np.int64)
    return Ratings(levels=levels, counts=counts), together


def _alpha(tables: Sequence[_Table], *, rated: bool, level: float, reason: Note | None) -> Estimate:
    ratings, together = _pooled(tables)
    n = int(np.unique(together).size)
    missing = reason or _no_alpha(ratings, n)
    if missing is not None:
        return no_estimate(ALPHA, Unit.SCORE, missing, n=n)
    found = AGREEMENT.kernel(Layout.REVIEWERS)(ratings, "interval" if rated else "nominal", level, together=together)
    return process_estimate(
        ALPHA,
        Unit.SCORE,
        found.value,
        n,
        interval=found.interval,
        method=f"{ALPHA}-{'interval' if rated else 'nominal'}",
        std_error=found.std_error,
        assumptions=AGREEMENT.assumed(Layout.REVIEWERS),
        notes=_notes(found, ratings, together),
    )


def _no_alpha(ratings: Ratings, n: int) -> Note | None:
    """Return why there is no alpha, if there is none."""
    if n == 0:
        return Note(code="no-visit-judged-by-two")
    if n < FEWEST_OCCASIONS:
        return Note(code="too-few-double-visits", values={"n": n, "needed": FEWEST_OCCASIONS})
    same = int((ratings.counts.sum(axis=0) > 0).sum()) < 2  # everybody gave the same answer throughout
    return Note(code="judged-on-one-level") if same else None


def _notes(found: Agreement, ratings: Ratings, together: Integers) -> tuple[Note, ...]:
    """Say that all agreed, or that the visits, or those where somebody saw something unusual, are few."""
    if found.interval is None:
        return (Note(code="agreed-throughout"),)
    least = max(AGREEMENT.choice(Layout.REVIEWERS).enough, enough_for_agreement(ratings, together))
    return approximate(found.units, least)


def _percent(tables: Sequence[_Table], *, reason: Note | None) -> Estimate:
    """Return the share of pairs who agree, without an interval: it is a description that alpha corrects."""
    ratings, together = _pooled(tables)
    n = int(np.unique(together).size)
    if reason is not None or together.size < FEWEST_OCCASIONS:
        return no_estimate(PERCENT, Unit.SHARE, reason or Note(code="no-visit-judged-by-two"), n=n)
    agreed = PAIRS_AGREEING.kernel(Layout.REVIEWERS)(ratings)
    return process_estimate(PERCENT, Unit.SHARE, agreed.value, n, method=PERCENT)
