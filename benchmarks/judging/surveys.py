"""Surveys and registers: shares, changes of shares, scores and their changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from effektmatt.core import About, AnswerCounts, Estimate, Reading
from effektmatt.registers.share import share_outcome
from effektmatt.stats.estimates import share_estimate
from effektmatt.surveys.answers import CodedAnswers, code_answers
from effektmatt.surveys.change_outcomes import score_change_outcome, share_change_outcome
from effektmatt.surveys.improved_outcome import share_improved_outcome
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.score_change import mean_estimate
from effektmatt.surveys.waves import Waves
from judging.tally import Situation

Generator = np.random.Generator
Shares = tuple[float, ...]

SCALE = Scale.of(["q"], [1, 2, 3, 4, 5], id="q", label="q")
RANDOM = About(self_selected=False)
LEVELS = np.arange(1.0, 6.0)
TOP = {"80 % at the top": (0.02, 0.03, 0.05, 0.10, 0.80), "95 % at the top": (0.01, 0.01, 0.01, 0.02, 0.95)}
MILD = (0.02, 0.08, 0.20, 0.40, 0.30)
#: How many answer after and before, and how many in a hundred of them are at the top.
SIZES_AND_SHARES = (
    (5, 5, 0.9, 0.2),
    (50, 50, 0.85, 0.15),
    (100, 10, 0.5, 0.3),
    (20, 200, 0.6, 0.35),
    (400, 400, 0.5, 0.3),
)
START = (0.05, 0.20, 0.35, 0.30, 0.10)


def situations() -> Iterator[Situation]:
    """Yield every situation of surveys and registers."""
    yield from _levels()
    yield from _improved()
    yield from _share_changes()
    yield from _score_levels()
    yield from _score_changes()
    yield from _registers()


# ---- what is drawn ---------------------------------------------------------------------------------------------


def coded(answers: np.ndarray, wave: str) -> CodedAnswers:
    """Code one answer per person."""
    return code_answers(pd.DataFrame({"q": answers.astype(int)}), SCALE, wave)[0]


def linked(before: np.ndarray, after: np.ndarray) -> Waves:
    """Return the answers of people who are all linked."""
    everybody = np.arange(before.size)
    return Waves(before=coded(before, "before"), after=coded(after, "after"), pairs=(everybody, everybody))


def moved(rng: Generator, before: np.ndarray, steps: dict[int, float]) -> np.ndarray:
    """Return answers after: everybody moves by a step drawn with these probabilities, within the scale."""
    drawn = rng.choice(list(steps), size=before.size, p=list(steps.values()))
    return np.clip(before + drawn, 1, 5)


def mean_move(steps: dict[int, float]) -> float:
    """Return the mean change of those who start as `START` says."""
    each = ((np.clip(LEVELS + step, 1, 5) - LEVELS) * often for step, often in steps.items())
    return float(np.array(START) @ sum(each, start=np.zeros(5)))


def resembling(rng: Generator, share: float, groups: int, each: int, icc: float) -> np.ndarray:
    """Draw yes and no in groups that resemble each other: beta-binomial."""
    if icc == 0:
        return rng.random(groups * each) < share
    most = (1 - icc) / icc
    own = rng.beta(share * most, (1 - share) * most, groups)
    return rng.random((groups, each)) < own[:, None]


# ---- shares ------------------------------------------------------------------------------------------------------


def _levels() -> Iterator[Situation]:
    for n, share in ((10, 0.8), (60, 0.8), (200, 0.9)):
        yield Situation(
            goal="share of a process",
            tried=f"n {n}, {share:.0%}",
            draw=lambda rng, n=n, share=share: share_estimate("share", int(rng.binomial(n, share)), n, RANDOM),
            truth=share,
            margin=0.1,
        )


def _improved() -> Iterator[Situation]:
    for population, answer, others in ((100, 0.6, 0.6), (720, 0.6, 0.6), (100, 0.65, 0.5), (720, 0.65, 0.5)):
        holds = answer == others
        tried = f"{population} people, {answer:.0%} answer" + ("" if holds else f", of those not improved {others:.0%}")
        yield Situation(
            goal="share improved, of all people",
            tried=tried,
            draw=_responding(population, round(0.8 * population), answer, others),
            truth=round(0.8 * population) / population,
            margin=0.1,
            holds=holds,
            dear=True,
        )


def _responding(population: int, improved: int, answer: float, others: float) -> Callable[[Generator], Estimate]:
    def draw(rng: Generator) -> Estimate:
        yes, no = rng.binomial(improved, answer), rng.binomial(population - improved, others)
        before = np.full(yes + no, 3)
        after = np.concatenate([np.full(yes, 4), np.full(no, 3)])
        return share_improved_outcome([linked(before, after)], about=About(population=population)).estimate

    return draw


def _share_changes() -> Iterator[Situation]:
    for n_after, n_before, p_after, p_before in SIZES_AND_SHARES:
        sizes = f"{n_before} before, {n_after} after"
        truths = {Reading.POINTS: (p_after - p_before, 0.15), Reading.RELATIVE: (p_after / p_before - 1, 0.5)}
        for reading, (truth, margin) in truths.items():
            yield Situation(
                goal=f"change of a share, {reading}",
                tried=f"{sizes}, {p_before:.0%} to {p_after:.0%}",
                draw=_two_shares(n_after, n_before, p_after, p_before, str(reading)),
                truth=truth,
                margin=margin,
                dear=True,
            )
        yield Situation(
            goal="change of a share, any rise",
            tried=f"{sizes}, {p_before:.0%} both times",
            draw=_two_shares(n_after, n_before, p_before, p_before, "points"),
            truth=0.0,
            margin=0.2,
            dear=True,
        )
    for icc in (0.02, 0.1):
        yield Situation(
            goal="change of a share, any rise",
            tried=f"10 offices of 40, likeness {icc}, not said in the plan",
            draw=_two_shares(400, 400, 0.4, 0.4, "points", groups=10, icc=icc),
            truth=0.0,
            margin=0.2,
            holds=False,
            dear=True,
        )
    for n in (10, 50):
        yield Situation(
            goal="change of a share, linked",
            tried=f"n {n}, 10 % rise and 5 % fall",
            draw=_paired_share(n),
            truth=0.05,
            margin=0.2,
            dear=True,
        )


def _two_shares(
    n_after: int, n_before: int, p_after: float, p_before: float, reading: str, *, groups: int = 0, icc: float = 0.0
) -> Callable[[Generator], Estimate]:
    def draw(rng: Generator) -> Estimate:
        waves = []
        for n, share in ((n_before, p_before), (n_after, p_after)):
            yes = resembling(rng, share, groups, n // groups, icc) if groups else rng.random(n) < share
            waves.append(np.where(yes, 5, 2).ravel())
        both = Waves(before=coded(waves[0], "before"), after=coded(waves[1], "after"))
        return share_change_outcome(both, RANDOM, top=2, reading=reading).estimate

    return draw


def _paired_share(n: int) -> Callable[[Generator], Estimate]:
    def draw(rng: Generator) -> Estimate:
        kind = rng.choice(4, size=n, p=[0.30, 0.10, 0.05, 0.55])
        before, after = np.where(np.isin(kind, (0, 2)), 5, 2), np.where(np.isin(kind, (0, 1)), 5, 2)
        return share_change_outcome(linked(before, after), RANDOM, top=2, reading="points").estimate

    return draw


# ---- scores ------------------------------------------------------------------------------------------------------


def _score_levels() -> Iterator[Situation]:
    for name, shares in (*TOP.items(), ("mildly skewed", MILD)):
        for n in (10, 20, 50, 200):
            yield Situation(
                goal="mean score, a level",
                tried=f"{name}, n {n}",
                draw=_mean(np.array(shares), n),
                truth=float(np.array(shares) @ LEVELS),
                margin=0.4,
            )


def _mean(shares: np.ndarray, n: int) -> Callable[[Generator], Estimate]:
    def draw(rng: Generator) -> Estimate:
        return mean_estimate(AnswerCounts(levels=LEVELS, counts=rng.multinomial(n, shares)), RANDOM, (1.0, 5.0))

    return draw


def _score_changes() -> Iterator[Situation]:
    moves = {
        "80 % stay, 20 % rise": {0: 0.8, 1: 0.2},
        "90 % stay": {-1: 0.02, 0: 0.9, 1: 0.08},
        "few fall far": {-4: 0.03, -1: 0.1, 0: 0.47, 1: 0.3, 2: 0.1},
        "lively": {-1: 0.15, 0: 0.3, 1: 0.4, 2: 0.15},
    }
    for name, steps in moves.items():
        for n in (10, 20, 50, 200):
            yield Situation(
                goal="change of a mean, linked",
                tried=f"{name}, n {n}",
                draw=_changed(steps, n),
                truth=mean_move(steps),
                margin=0.5,
                dear=True,
            )
    for icc in (0.05, 0.2):
        yield Situation(
            goal="change of a mean, linked",
            tried=f"5 training groups of 20, likeness {icc}, not said in the plan",
            draw=_in_groups(icc),
            truth=0.0,
            margin=0.5,
            holds=False,
            dear=True,
        )
    for n_after, n_before in ((20, 20), (20, 200), (200, 20)):
        yield Situation(
            goal="change of a mean, independent",
            tried=f"{n_before} before, {n_after} after, at the top",
            draw=_two_means(n_after, n_before),
            truth=float((np.array(TOP["80 % at the top"]) - np.array(MILD)) @ LEVELS),
            margin=0.5,
            dear=True,
        )


def _changed(steps: dict[int, float], n: int) -> Callable[[Generator], Estimate]:
    def draw(rng: Generator) -> Estimate:
        before = rng.choice(LEVELS, size=n, p=START)
        return score_change_outcome(linked(before, moved(rng, before, steps)), RANDOM).estimate

    return draw


def _in_groups(icc: float) -> Callable[[Generator], Estimate]:
    def draw(rng: Generator) -> Estimate:
        before = np.full(100, 3)
        own = np.repeat(rng.normal(0, np.sqrt(icc), 5), 20) + rng.normal(0, np.sqrt(1 - icc), 100)
        steps = np.digitize(own, [-1.28, -0.52, 0.52, 1.28]) - 2  # one in ten two steps, a fifth one step, each way
        return score_change_outcome(linked(before, before + steps), RANDOM).estimate

    return draw


def _two_means(n_after: int, n_before: int) -> Callable[[Generator], Estimate]:
    def draw(rng: Generator) -> Estimate:
        before = rng.choice(LEVELS, size=n_before, p=MILD)
        after = rng.choice(LEVELS, size=n_after, p=TOP["80 % at the top"])
        both = Waves(before=coded(before, "before"), after=coded(after, "after"))
        return score_change_outcome(both, RANDOM).estimate

    return draw


# ---- registers ---------------------------------------------------------------------------------------------------


def _registers() -> Iterator[Situation]:
    for empty in (0, 30):
        yield Situation(
            goal="share of a register",
            tried=f"100 rows, {empty} cells empty" if empty else "100 rows, every cell filled",
            draw=_register(empty),
            truth=0.9,
            margin=0.05,
            dear=True,
        )


def _register(empty: int) -> Callable[[Generator], Estimate]:
    def draw(rng: Generator) -> Estimate:
        cells: np.ndarray = np.array(["ja"] * 90 + ["nej"] * 10, dtype=object)
        cells[rng.choice(100, size=empty, replace=False)] = None
        return share_outcome(pd.DataFrame({"klar": cells}), {"klar": "ja"}, About()).estimate

    return draw
