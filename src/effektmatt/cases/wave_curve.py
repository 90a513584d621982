"""One wave's survival curve, and whether there is enough in it to compare."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from effektmatt.cases.phases import Booleans, PhasedCases
from effektmatt.core import DurationCounts, Estimate, Note, Role, Unit
from effektmatt.stats.estimates import inferred_estimate, no_estimate
from effektmatt.stats.question import Assumption, Question
from effektmatt.stats.restricted_mean import METHOD, carried_on, unseen_days
from effektmatt.stats.results import Inference
from effektmatt.stats.survival import SurvivalCurve, kaplan_meier

#: Fewest cases in a wave, and of a type in a wave, for a restricted mean to be compared. With fewer, Greenwood's
#: variance is too small and the normal interval promises too much (docs/decisions/0002).
FEWEST_CASES = 20
FEWEST_OF_A_TYPE = 10
FEWEST_CLOSED = 2

#: Where the last cases of a group are open and were followed for less than tau, its curve is carried on at the same
#: height if that cannot be wrong by more than so many days. Fast groups are like that: all their old cases are closed.
MOST_CARRIED_ON = 1.0
WORTH_SAYING = 0.05  # days

#: The note that a mean counts at most so many days of each case.
RESTRICTED = "restricted-to"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WaveCurve:
    """One wave's counts and survival curve; `curve` is None where there are no cases."""

    wave: str
    counts: DurationCounts
    curve: SurvivalCurve | None

    @classmethod
    def of(cls, wave: str, counts: DurationCounts) -> WaveCurve:
        """Return the curve of some counts."""
        return cls(wave=wave, counts=counts, curve=kaplan_meier(counts) if counts.n else None)

    @property
    def all_closed(self) -> bool:
        """Whether there are cases, and every one of them is closed."""
        return self.counts.n > 0 and not self.counts.censored.any()

    @property
    def horizon(self) -> float:
        """The last day that the wave says anything about: infinite once every case is closed."""
        return self.curve.horizon if self.curve else 0.0

    def carried_on(self, tau: int) -> float:
        """Return by how much the restricted mean can be wrong, in days, if the curve is carried on to tau."""
        return unseen_days(self.curve, tau) if self.curve else 0.0

    def usable(self, tau: int, fewest: int) -> SurvivalCurve | Note:
        """Return the curve up to `tau`, or why a restricted mean cannot be estimated from it."""
        n = self.counts.n
        if self.curve is None or n < fewest:
            return Note(code="too-few-cases", values={"wave": self.wave, "n": n, "needed": fewest})
        if tau < 1 or self.carried_on(tau) > MOST_CARRIED_ON:
            return too_short(self, tau)
        closed = self.curve.closed_by(tau)
        if closed < FEWEST_CLOSED:
            return Note(
                code="too-few-closed",
                values={"wave": self.wave, "closed": closed, "needed": FEWEST_CLOSED, "days": tau},
            )
        return carried_on(self.curve, tau)


def waves_of(cases: PhasedCases, among: Booleans | None = None) -> tuple[WaveCurve, WaveCurve]:
    """Return the curves of both waves, of all cases or of those `among`; a single wave has none before it."""
    first, last = len(cases.waves) - 2, len(cases.waves) - 1
    before, after = cases.waves[0], cases.waves[last]
    return WaveCurve.of(before, cases.counts(first, among)), WaveCurve.of(after, cases.counts(last, among))


def carried_on_note(waves: Iterable[tuple[float, tuple[WaveCurve, WaveCurve]]], tau: int) -> tuple[Note, ...]:
    """Say by how many days a difference, of weighted curves, can be wrong because curves are carried on to tau.

    Carrying on can only make a wave's mean too long, so the error is largest when it hits one wave alone.
    """
    before, after = 0.0, 0.0
    for weight, (first, second) in waves:
        before += weight * first.carried_on(tau)
        after += weight * second.carried_on(tau)
    at_most = max(before, after)
    return (Note(code="carried-on", values={"at_most": at_most}),) if at_most >= WORTH_SAYING else ()


def too_short(wave: WaveCurve, days: int) -> Note:
    """Say that a wave was not followed for so many days."""
    follow_up = wave.counts.follow_up
    return Note(code="follow-up-too-short", values={"wave": wave.wave, "days": days, "follow_up": follow_up})


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the table of methods says of an estimate: what it assumes, and whether its cases are few."""

    assumptions: tuple[Note, ...]
    approximate: tuple[Note, ...]

    @classmethod
    def of(cls, question: Question[Inference], layout: str, n: int, *counts: object) -> Said:
        """Return what is said of a question that is answered from `n` cases of the smaller wave."""
        return cls(assumptions=question.assumed(layout), approximate=question.approximate(layout, n, *counts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What all estimates of a comparison share: the longest time counted, the unit and the confidence level.

    `whole`: every case is closed, so that means are of all days, and `tau` is the longest that any case took.
    """

    tau: int
    unit: Unit
    level: float
    whole: bool = False

    @property
    def names(self) -> tuple[str, str]:
        """The names of a mean and of a difference of two: "restricted-mean" while some cases are open."""
        restricted = ("restricted-mean", "restricted-mean-difference")
        return ("whole-mean", "whole-mean-difference") if self.whole else restricted

    def missing(self, measure: str, n: int, reason: Note, role: Role = Role.LEVEL, method: str = METHOD) -> Estimate:
        """Return the estimate of a time without a value, and why."""
        return no_estimate(measure, self.unit, reason, n=n, role=role, method=method)

    def mean(self, measure: str, n: int, found: Inference, said: Said, role: Role = Role.LEVEL) -> Estimate:
        """Return the estimate of a mean, or of a difference of two.

        Where all cases took equally long there is no interval: so few different times say nothing of the error.
        """
        uncertain = said.approximate if found.varied else (Note(code="cases-alike"),)
        restricted = () if self.whole else (Note(code=RESTRICTED, values={"days": self.tau}),)
        # where all are closed nothing is assumed of open ones
        settled = (Assumption.OPEN_LIKE_CLOSED,) if self.whole else ()
        assumed = tuple(note for note in said.assumptions if note.code not in settled)
        within = (0.0 if role is Role.LEVEL else -math.inf, math.inf)
        estimate = inferred_estimate(
            measure, self.unit, found, n, role=role, assumptions=assumed, with_test=False, within=within
        )
        return replace(estimate, notes=(*restricted, *uncertain))
