"""Those in a register whom a goal concerns, looked up in another source: who used something, who took part enough."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from effektmatt.core import Estimate, GroupOutcome, Outcome
from effektmatt.data.columns import Labels
from effektmatt.data.values import folded
from effektmatt.evaluation.kinds.common import Data
from effektmatt.evaluation.kinds.register import RegisterData
from effektmatt.plan.resolved import Condition
from effektmatt.registers.conditions import Booleans, Matched, matched
from effektmatt.registers.known import known_of
from effektmatt.registers.people import among_notes, labelled
from effektmatt.registers.share import share_of_known


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LookedUp:
    """A register, and whom of it a goal concerns; `among` is the goal's condition."""

    frame: pd.DataFrame
    key: str
    groups: tuple[str, ...]
    among: Condition
    base: Matched

    def settled(self, outcome: Outcome, holds: Booleans) -> Outcome:
        """Return a share of those whom the goal surely concerns with what stays possible, where it may concern more.

        Parameters
        ----------
        outcome
            The share of those whom the goal surely concerns.
        holds
            For everybody in the register whether what is counted holds.
        """
        if not self.base.unknown.any():
            return outcome
        labels = labelled(self.frame, self.groups)
        return replace(
            outcome,
            estimate=self._share(outcome.estimate, holds, None),
            groups=tuple(self._of_group(group, labels, holds) for group in outcome.groups),
            notes=(*outcome.notes, *among_notes(self.base.unknown, self.among)),
        )

    def _of_group(self, group: GroupOutcome, labels: dict[str, Labels], holds: Booleans) -> GroupOutcome:
        if group.estimate is None:
            return group
        inside = np.array([folded(label or "") == folded(group.group) for label in labels[group.by]], dtype=bool)
        return replace(group, estimate=self._share(group.estimate, holds, inside))

    def _share(self, of: Estimate, holds: Booleans, rows: Booleans | None) -> Estimate:
        known = known_of(Matched(hits=holds, unknown=np.zeros_like(holds)), self.base, rows)
        return replace(share_of_known(known), measure=of.measure)


def looked_up(name: str | None, among: Condition, data: Data) -> LookedUp:
    """Return whom a goal concerns in the register that a source refers to."""
    register = data.of(name or "", RegisterData).loaded
    frame = register.only.frame
    base = matched(frame, among)
    return LookedUp(frame=frame, key=register.source.key or "", groups=register.groups, among=among, base=base)
