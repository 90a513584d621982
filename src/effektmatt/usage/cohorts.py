"""Who came back: the share of those who began in the same period that were active later, period by period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from effektmatt.core import Hide
from effektmatt.data.by_group import shown_groups
from effektmatt.usage.log import Uses, day_number, distinct

#: Logs longer than this many weeks are followed by four weeks at a time, so that a cohort is more than a few people.
LONGEST_BY_WEEK = 16
FOUR_WEEKS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cohort:
    """Those whose first use lay in the `weeks` weeks from a Monday.

    `active[k]` of the `size` used it again in the k-th period after (0: the period they began in, which is all of
    them), as far as the log reaches. `size` is None, and `active` empty, where they are too few to show.
    """

    first: date
    weeks: int
    size: int | None
    active: tuple[int, ...] = ()

    @property
    def is_hidden(self) -> bool:
        """Whether too few people began in the period to show what they did."""
        return self.size is None

    @property
    def shares(self) -> tuple[float, ...]:
        """The share active in each later period."""
        return tuple(active / self.size for active in self.active) if self.size else ()


def cohorts(uses: Uses, *, last: date, weeks: int | None = None, hide: Hide | None = None) -> tuple[Cohort, ...]:
    """Return the cohorts of a log, the earliest first; periods in which nobody began are left out.

    Estimand: of those whose first use lay in a period, the share with at least one use k periods later. Only periods
    that the log covers wholly are counted, so that nobody is called inactive before the time is out. The log cannot
    know of uses before it begins: its first cohort holds everybody who used it already.

    Parameters
    ----------
    uses
        The log.
    last
        The last day that it covers.
    weeks
        How many weeks a period is (None: one, or four in a log of more than 16 weeks).
    hide
        Cohorts of fewer people than `hide.means` are hidden, and others as far as totals would give them away.

    Examples
    --------
    >>> import pandas as pd
    >>> from effektmatt.usage.log import uses_of
    >>> days = pd.to_datetime(["2018-01-01", "2018-01-02", "2018-01-08"])
    >>> log = uses_of(pd.DataFrame({"vem": ["a", "b", "a"], "dag": days}), user="vem", at="dag")
    >>> [cohort.active for cohort in cohorts(log, last=days[-1].date() + timedelta(days=6), hide=Hide(means=1))]
    [(2, 1)]
    """
    if uses.days.size == 0:
        return ()
    monday = int(uses.days.min()) - (int(uses.days.min()) + 3) % 7
    covered = day_number(last) - monday + 1
    span = weeks or (1 if covered <= 7 * LONGEST_BY_WEEK else FOUR_WEEKS)
    count = covered // (7 * span)
    period = (uses.days - monday) // (7 * span)
    began = np.full(len(uses.names), count, dtype=np.int64)
    np.minimum.at(began, uses.users, period)
    # who was active in which period, each once: as one number, which sorts much faster than two
    users, active_in = np.divmod(distinct(uses.users * (count + 1) + period), count + 1)
    later = active_in - began[users]
    sizes = np.bincount(began[began < count], minlength=count)
    shown = shown_groups(dict(enumerate(sizes.tolist())), lambda size: [size], (hide or Hide()).means)
    found = []
    for start in np.flatnonzero(sizes).tolist():
        first = date(1970, 1, 1) + timedelta(days=monday + start * 7 * span)
        if shown[start] is None:
            found.append(Cohort(first=first, weeks=span, size=None))
            continue
        mine = (began[users] == start) & (active_in < count)
        active = np.bincount(later[mine], minlength=count - start)
        found.append(Cohort(first=first, weeks=span, size=int(sizes[start]), active=tuple(active.tolist())))
    return tuple(found)
