"""Days that lie outside the period that they must lie in."""

from __future__ import annotations

from datetime import date

import pandas as pd

from effektmatt.data.reading import Reading
from effektmatt.data.where import row_ranges
from effektmatt.errors import Fault


def days_outside(days: pd.Series, first: date | None, last: date | None, reading: Reading) -> list[Fault]:
    """Return one fault for a column with days before the first or after the last day of a project.

    Parameters
    ----------
    days
        A typed column of dates, by row number.
    first, last
        The project's first and last day, both included (None: no limit).
    reading
        The file that the column stands in.
    """
    outside = pd.Series(data=False, index=days.index)
    if first is not None:
        outside |= days < pd.Timestamp(first)
    if last is not None:
        outside |= days >= pd.Timestamp(last) + pd.Timedelta(days=1)
    rows = [int(row) for row in days.index[outside]]
    if not rows:
        return []
    return [
        Fault(
            code="date-outside-project",
            file=reading.file,
            sheet=reading.sheet,
            row=rows[0],
            column=str(days.name),
            got=days.loc[rows[0]].date().isoformat(),
            rows=len(rows),
            details={
                "first": first.isoformat() if first else "none",
                "last": last.isoformat() if last else "none",
                "where": row_ranges(rows),
            },
        )
    ]
