"""Counts of a register: in every unit against the number that each must have."""

from __future__ import annotations

from effektmatt.charts.counts import UnitCount
from effektmatt.charts.kind import ChartKind, DetailCharts
from effektmatt.registers.count import RegisterCount


def _counts(found: RegisterCount) -> list[UnitCount] | None:
    if found.in_every is None:
        return None
    shown = [UnitCount(name=one.group, count=one.count, before=one.before, unknown=one.unknown) for one in found.groups]
    return shown + [UnitCount(name=group, count=None) for group in found.hidden_groups]


KIND = ChartKind(details=(DetailCharts(of=RegisterCount, counts=_counts, before_after=False),))
