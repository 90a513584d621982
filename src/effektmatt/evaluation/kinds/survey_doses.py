"""Which columns of a survey say how much people took part in."""

from __future__ import annotations

from collections.abc import Collection

from effektmatt.plan import Plan
from effektmatt.plan.kinds.survey import ScoreChange


def dose_columns(source: str, waves: Collection[str], last: str, plan: Plan) -> tuple[str, ...]:
    """Return the columns of doses in a file of a survey: they stand in the later of the two waves compared.

    Parameters
    ----------
    source
        The survey.
    waves
        The waves whose columns are asked for.
    last
        The survey's last wave, for measures that name none.
    """
    asked = (
        part.measure
        for goal in plan.goals
        for part in goal.parts
        if isinstance(part.measure, ScoreChange) and plan.source_of(part) == source
    )
    columns = (one.dose for one in asked if one.dose and (one.waves[1] if one.waves else last) in waves)
    return tuple(dict.fromkeys(columns))
