"""What a survey says of a goal about change: of a share, of a mean score, of the order of answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from effektmatt.core import Change, Estimate, GroupOutcome, Hide, Outcome
from effektmatt.surveys.change import SurveyChange
from effektmatt.surveys.comparison import survey_change
from effektmatt.surveys.waves import Waves

#: How "increase by 70 %" can be read: "relative" to before, in "points", or to the "level".
_READINGS = ("relative", "points", "level")


def share_change_outcome(
    waves: Waves,
    *,
    top: int | None = None,
    reading: str = "points",
    population: int | None = None,
    population_by_group: Mapping[tuple[str, str], int] | None = None,
    self_selected: bool = True,
    level: float = 0.95,
    hide: Hide | None = None,
) -> Outcome:
    """Return the change of the share who give one of the `top` highest answers.

    Estimand: share after minus share before ("points"), share after / share before - 1 ("relative"), or the share
    after ("level"); of the same people where they are linked, else of all who answered each wave.

    Parameters
    ----------
    waves
        The coded answers, and who is linked.
    top
        How many of the highest answers count (2: 4 and 5 of 1 to 5); on a scale of several items, the scores from
        the lowest of these answers up. None: what the scale says.
    reading
        Which of the three the `estimate` is, for everybody and for every group; the others stand `beside`.
    population, population_by_group
        How many could have answered, where that is known.
    self_selected
        Whether those who answered chose to, so that it must be assumed that they resemble all.
    hide
        Groups where fewer answered either wave are hidden.

    Returns
    -------
    Outcome
        `estimate` "share-difference", "relative-change" or "share"; `beside` the other two, "mean-difference" and
        "probability-higher"; `change` of the share; `detail` a `SurveyChange`. Where a wave has no answers yet the
        estimate has no value, and `change.before` or `change.after` what there is.

    Raises
    ------
    ValueError
        If neither `top` nor the scale says how many answers count, or the reading is none of the three.
    """
    if top is None and waves.scale.top is None:
        raise ValueError("top must say how many of the highest answers count")
    found = survey_change(
        waves,
        top=top,
        population=population,
        population_by_group=population_by_group,
        self_selected=self_selected,
        level=level,
        hide=hide,
    )
    return _read(found, reading, _share, ("mean-difference", "probability-higher"))


def score_change_outcome(
    waves: Waves,
    *,
    reading: str = "points",
    population: int | None = None,
    population_by_group: Mapping[tuple[str, str], int] | None = None,
    self_selected: bool = True,
    level: float = 0.95,
    hide: Hide | None = None,
) -> Outcome:
    """Return the change of the mean score.

    Estimand: mean after minus mean before ("points", on the scale), mean after / mean before - 1 ("relative"), or the
    mean after ("level"); of the same people where they are linked (paired t), else of all who answered each wave
    (Welch). Parameters as for `share_change_outcome`.

    Returns
    -------
    Outcome
        `estimate` "mean-difference", "relative-change" or "mean-score"; `beside` the other two, "hedges-g-av" or
        "hedges-g", and "probability-higher"; `change` of the mean; `detail` a `SurveyChange`.
    """
    found = survey_change(
        waves,
        population=population,
        population_by_group=population_by_group,
        self_selected=self_selected,
        level=level,
        hide=hide,
    )
    return _read(found, reading, _mean, ("hedges-g", "hedges-g-av", "probability-higher"))


def ordinal_outcome(
    waves: Waves,
    *,
    population: int | None = None,
    population_by_group: Mapping[tuple[str, str], int] | None = None,
    self_selected: bool = True,
    level: float = 0.95,
    hide: Hide | None = None,
) -> Outcome:
    """Return the probability that somebody scores higher after than before, ties counted half.

    Of the same person where people are linked, else of two drawn at random. A direction goal ("higher") asks whether
    it lies above 0.5. Parameters as for `share_change_outcome`.

    Returns
    -------
    Outcome
        `estimate` "probability-higher"; `beside` "mean-difference" and "hedges-g-av" or "hedges-g"; `change` of the
        mean; `detail` a `SurveyChange`.
    """
    found = survey_change(
        waves,
        population=population,
        population_by_group=population_by_group,
        self_selected=self_selected,
        level=level,
        hide=hide,
    )
    groups = tuple(
        GroupOutcome(
            by=one.by,
            group=one.group,
            estimate=one.change.ordinal if one.change else None,
            change=one.change.mean if one.change else None,
            hidden=one.hidden,
        )
        for one in found.groups
    )
    beside = (found.mean.difference, found.mean.effects[0])
    return Outcome(
        estimate=found.ordinal, change=found.mean, beside=beside, groups=groups, detail=found, notes=found.notes
    )


def _share(found: SurveyChange) -> Change:
    if found.top_share is None:
        raise ValueError("top must say how many of the highest answers count")
    return found.top_share


def _mean(found: SurveyChange) -> Change:
    return found.mean


def _read(found: SurveyChange, reading: str, part: Callable[[SurveyChange], Change], also: tuple[str, ...]) -> Outcome:
    """Return the outcome in one reading of a change, the other readings and some other measures beside it."""
    if reading not in _READINGS:
        raise ValueError(f"reading must be one of {', '.join(_READINGS)}; got {reading!r}")
    change = part(found)
    readings = {one: _reading(change, one) for one in _READINGS}
    measures = (*found.mean.effects, found.mean.difference, found.ordinal)
    groups = []
    for one in found.groups:
        inner = part(one.change) if one.change is not None else None
        estimate = None if inner is None else _reading(inner, reading)
        groups.append(GroupOutcome(by=one.by, group=one.group, estimate=estimate, change=inner, hidden=one.hidden))
    return Outcome(
        estimate=readings.pop(reading),
        change=change,
        beside=(*readings.values(), *(one for one in measures if one.measure in also)),
        groups=tuple(groups),
        detail=found,
        notes=found.notes,
    )


def _reading(change: Change, reading: str) -> Estimate:
    relative = next(effect for effect in change.effects if effect.measure == "relative-change")
    return {"relative": relative, "points": change.difference, "level": change.after}[reading]
