"""One situation, and how often its verdicts were false."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from effektmatt.core import Estimate
from effektmatt.goals import Target, Verdict, judge

#: How near the truth lies to the target: just short of it, or just beyond.
NEAR = 1e-7


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """A kind of goal in a situation.

    Parameters
    ----------
    goal, tried
        The kind of goal, and what is tried.
    draw
        Draws the data anew and returns what is judged.
    truth
        The value that is estimated.
    better
        Which way is better (1: up, -1: down).
    margin
        How far beyond its target a goal is that should be told as met.
    holds
        Whether what the result says it assumes is so.
    dear
        Whether a draw takes long.
    """

    goal: str
    tried: str
    draw: Callable[[np.random.Generator], Estimate]
    truth: float
    margin: float
    better: int = 1
    holds: bool = True
    dear: bool = False


@dataclass(slots=True)
class Tally:
    """What came of the draws of one situation."""

    situation: Situation
    draws: int = 0
    firm_met: int = 0
    met: int = 0
    firm_not_met: int = 0
    not_met: int = 0
    told: int = 0
    firmly: int = 0
    interval_met: int = 0
    interval_not_met: int = 0
    interval_told: int = 0

    @property
    def firm(self) -> float:
        """The larger share of false firm verdicts."""
        return max(self.firm_met, self.firm_not_met) / self.draws

    @property
    def any(self) -> float:
        """The larger share of false verdicts, firm or likely."""
        return max(self.met, self.not_met) / self.draws

    @property
    def is_false_too_often(self) -> bool:
        """Whether firm verdicts, or any where what is assumed holds, are false more often than chance explains."""
        return self.firm > self.allowed() or (self.situation.holds and self.any > self.allowed())

    def allowed(self, share: float = 0.025) -> float:
        """Return what is found at most, but for chance, where the truth is `share`: two standard errors more."""
        return share + 2 * math.sqrt(share * (1 - share) / self.draws)


def tally(situation: Situation, draws: int, *, again: bool = False) -> Tally:
    """Draw a situation so many times, and judge each draw against targets just beyond and just short of the truth.

    `again`: other draws than the first time.
    """
    key = f"{situation.goal}, {situation.tried}{', again' if again else ''}"
    rng = np.random.default_rng([len(key), *key.encode()])
    found, way = Tally(situation), situation.better
    short, beyond, far = (
        Target(at_least=limit) if way > 0 else Target(at_most=limit)
        for limit in (situation.truth + way * step for step in (NEAR, -NEAR, -situation.margin))
    )
    for _ in range(draws):
        estimate = situation.draw(rng)
        found.draws += 1
        missed, kept, plain = judge(estimate, short).verdict, judge(estimate, beyond).verdict, by_interval(estimate)
        found.firm_met += missed is Verdict.MET
        found.met += missed in (Verdict.MET, Verdict.LIKELY_MET)
        found.firm_not_met += kept is Verdict.NOT_MET
        found.not_met += kept in (Verdict.NOT_MET, Verdict.LIKELY_NOT_MET)
        told = judge(estimate, far).verdict
        found.told += told in (Verdict.MET, Verdict.LIKELY_MET)
        found.firmly += told is Verdict.MET
        found.interval_met += judge(plain, short).verdict is Verdict.MET
        found.interval_not_met += judge(plain, beyond).verdict is Verdict.NOT_MET
        found.interval_told += judge(plain, far).verdict is Verdict.MET
    return found


def by_interval(estimate: Estimate) -> Estimate:
    """Return an estimate as verdicts were read before: by the printed interval alone."""
    return replace(estimate, assumptions=(), notes=(), cautious=None, rivals=(), sensitivity=())
