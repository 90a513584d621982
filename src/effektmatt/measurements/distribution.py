"""How numbers are spread before and after, in classes that show no single person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from effektmatt.core import Detail
from effektmatt.core.counts import Floats
from effektmatt.measurements.numbers import Numbers

#: So many classes at most: more would tell of single people, and nobody could compare them.
_MOST_CLASSES = 6
#: Steps that people count in, times a power of ten.
_ROUND = (1.0, 2.0, 5.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberClass:
    """Numbers above `over` (None: from the lowest) up to `to` (None: to the highest), and how many had one.

    The ends are round numbers, never somebody's own. `before` and `after` are None where there is no such wave.
    """

    over: float | None
    to: float | None
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Distribution(Detail):
    """The numbers of one wave or two.

    `measured_in` is what they are counted in, in the plan's words, `whole` whether all are whole; `n_before` and
    `n_after` how many there are, and `missing` how many rows of both waves have none. `classes` is empty where too few
    were measured to be shown.
    """

    label: str
    measured_in: str | None
    whole: bool
    n_before: int | None
    n_after: int | None
    missing: int
    classes: tuple[NumberClass, ...]


def distribution(
    before: Numbers | None, after: Numbers | None, *, label: str, measured_in: str | None, fewest: int
) -> Distribution:
    """Return how numbers are spread, in round classes; neighbours are joined until none holds 1 to `fewest` - 1 people.

    >>> numbers = Numbers(values=np.array([0.0] * 8 + [2.0, 4.0, 7.0, 9.0, 40.0]))
    >>> found = distribution(None, numbers, label="Sjukdagar", measured_in="dagar", fewest=5)
    >>> [(one.over, one.to, one.after) for one in found.classes]
    [(None, 0.0, 8), (0.0, None, 5)]
    """
    waves = [None if one is None else one.values[one.measured] for one in (before, after)]
    present = [values for values in waves if values is not None]
    together = np.concatenate(present) if present else np.array([])
    rows = sum(one.values.size for one in (before, after) if one is not None)
    shown = bool(present) and all(values.size >= fewest for values in present)
    return Distribution(
        label=label,
        measured_in=measured_in,
        whole=bool((together == np.round(together)).all()),
        n_before=None if waves[0] is None else int(waves[0].size),
        n_after=None if waves[1] is None else int(waves[1].size),
        missing=rows - int(together.size),
        classes=tuple(_classes(waves, together, fewest)) if shown else (),
    )


def _classes(waves: Sequence[Floats | None], together: Floats, fewest: int) -> Iterator[NumberClass]:
    """Yield the classes; where few people are in one it is joined with the next, the last ones with those before."""
    ends = [-np.inf, *_ends(together), np.inf]
    sizes = [_inside(waves, low, high) for low, high in pairwise(ends)]
    place = 0
    while place < len(sizes):
        if len(sizes) > 1 and _few(sizes[place], fewest):
            other = place if place + 1 < len(sizes) else place - 1  # the lower of the two that are joined
            joined = [one + more for one, more in zip(sizes[other], sizes[other + 1], strict=True)]
            sizes[other : other + 2], ends[other + 1 : other + 2] = [joined], []
            place = other
        else:
            place += 1
    for (low, high), inside in zip(pairwise(ends), sizes, strict=True):
        before, after = (None if one is None else size for one, size in zip(waves, inside, strict=True))
        yield NumberClass(
            over=None if low == -np.inf else low, to=None if high == np.inf else high, before=before, after=after
        )


def _inside(waves: Sequence[Floats | None], low: float, high: float) -> list[int]:
    return [0 if one is None else int(((one > low) & (one <= high)).sum()) for one in waves]


def _few(sizes: Sequence[int], fewest: int) -> bool:
    return any(0 < size < fewest for size in sizes)


def _ends(values: Floats) -> list[float]:
    """Return what divides the classes: nought, where many have it and nobody less, and then round numbers."""
    lowest, highest = float(values.min()), float(np.quantile(values, 0.95))
    nought = [0.0] if lowest == 0 < highest and (values == 0).mean() >= 1 / _MOST_CLASSES else []
    wide = (highest - lowest) / (_MOST_CLASSES - len(nought))
    if wide <= 0:
        return nought
    power = 10.0 ** np.floor(np.log10(wide))
    step = float(next(one * power for one in (*_ROUND, 10.0) if one * power >= wide * (1 - 1e-9)))
    first = float(np.floor(lowest / step)) * step
    return [*nought, *(end for place in range(1, _MOST_CLASSES + 1) if (end := first + step * place) < highest)]
