"""From a measure of the plan to what was found: each kind of measure is one function that asks one room."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from effektmatt.core import Hide, Outcome, Unit
from effektmatt.evaluation.sources import LoadedSource
from effektmatt.evaluation.survey_data import SurveyData
from effektmatt.plan import Plan, PlannedPart
from effektmatt.plan import written as w
from effektmatt.plan.resolve import case_periods, measured_on

if TYPE_CHECKING:
    from effektmatt.registers.people import People


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Data:
    """Everything that measures read."""

    plan: Plan
    sources: Mapping[str, LoadedSource]
    surveys: Mapping[str, SurveyData]

    @property
    def level(self) -> float:
        """The confidence level that the plan declares."""
        return self.plan.written.analysis.confidence

    @property
    def hide(self) -> Hide:
        """The smallest groups that are shown."""
        declared = self.plan.written.analysis.hide
        return Hide(means=declared.means, distributions=declared.distributions)

    def survey_of(self, scale: str) -> SurveyData:
        """Return the survey in which a scale was asked."""
        return self.surveys[self.plan.written.scales[scale].source]

    def population(self, survey: SurveyData, among: Mapping[str, tuple[str, ...]]) -> People | None:
        """Count those whom a goal concerns in the register of who could have answered, if the survey has one."""
        from effektmatt.registers.people import count_people

        if survey.source.of is None:
            return None
        register = self.sources[survey.source.of]
        return count_people(register.only.frame, among=among, by=register.groups, file=register.only.reading.file)


def measure(part: PlannedPart, data: Data) -> Outcome:
    """Return what was found for one part of a goal."""
    outcome: Outcome = _MEASURES[type(part.measure)](part, data)
    return outcome


def _share_improved(part: PlannedPart, data: Data) -> Outcome:
    from effektmatt.surveys.improved import share_improved_outcome

    asked = part.measure
    assert isinstance(asked, w.ShareImproved)
    scales = data.plan.scales_of(part)
    survey = data.survey_of(scales[0])
    people = data.population(survey, part.among)
    return share_improved_outcome(
        [survey.compared(scale) for scale in scales],
        definition=asked.improved,
        combine=asked.combine if len(scales) > 1 else None,
        population=people.n if people else None,
        population_by_group=people.groups if people else {},
        self_selected=survey.source.sampling == "self-selected",
        level=data.level,
        hide=data.hide,
    )


def _share(part: PlannedPart, data: Data) -> Outcome:
    from effektmatt.registers.share import share_outcome
    from effektmatt.surveys.top_share import top_share_outcome

    asked = part.measure
    assert isinstance(asked, w.Share)
    if asked.scale is None:
        register = data.sources[asked.source or ""]
        return share_outcome(
            register.only.frame,
            asked.where,
            among=part.among,
            by=register.groups,
            hide=data.hide,
            level=data.level,
            file=register.only.reading.file,
        )
    survey = data.survey_of(asked.scale)
    wave = asked.wave or survey.waves[-1]
    people = data.population(survey, part.among)
    return top_share_outcome(
        survey.answers[asked.scale][wave],
        top=asked.top,
        population=people.n if people else None,
        population_by_group=people.groups if people else {},
        self_selected=survey.source.sampling == "self-selected",
        level=data.level,
        hide=data.hide,
    )


def _count(part: PlannedPart, data: Data) -> Outcome:
    from effektmatt.registers.count import count_outcome

    asked = part.measure
    assert isinstance(asked, w.Count)
    register = data.sources[asked.source]
    return count_outcome(
        register.only.frame,
        asked.where,
        before=asked.before,
        among=part.among,
        in_every=part.target.in_every if part.target else None,
        by=register.groups,
        hide=data.hide,
        file=register.only.reading.file,
    )


def _count_change(part: PlannedPart, data: Data) -> Outcome:
    from effektmatt.registers.count_change import count_change_outcome

    asked = part.measure
    assert isinstance(asked, w.CountChange)
    register = data.sources[asked.source]
    return count_change_outcome(
        register.only.frame,
        asked.before,
        asked.after,
        among=part.among,
        by=register.groups,
        hide=data.hide,
        file=register.only.reading.file,
    )


def _share_change(part: PlannedPart, data: Data) -> Outcome:
    from effektmatt.surveys.outcome import share_change_outcome

    asked = part.measure
    assert isinstance(asked, w.ShareChange)
    survey = data.survey_of(asked.scale)
    return share_change_outcome(
        survey.compared(asked.scale),
        top=asked.top,
        reading=_reading(part),
        self_selected=survey.source.sampling == "self-selected",
        level=data.level,
        hide=data.hide,
    )


def _score_change(part: PlannedPart, data: Data) -> Outcome:
    from effektmatt.surveys.outcome import score_change_outcome

    asked = part.measure
    assert isinstance(asked, w.ScoreChange)
    survey = data.survey_of(asked.scale)
    return score_change_outcome(
        survey.compared(asked.scale),
        reading=_reading(part),
        self_selected=survey.source.sampling == "self-selected",
        level=data.level,
        hide=data.hide,
    )


def _handling_time(part: PlannedPart, data: Data) -> Outcome:
    from effektmatt.cases.outcome import handling_time_outcome

    asked = part.measure
    assert isinstance(asked, w.HandlingTime)
    loaded = data.sources[asked.source]
    source = loaded.source
    assert isinstance(source, w.Cases)
    periods = case_periods(source, data.plan.written)
    outcome = handling_time_outcome(
        loaded.only.frame,
        opened=source.opened,
        closed=source.closed,
        registered=source.registered,
        periods=periods,
        measured={wave: day for wave in periods if (day := measured_on(source, wave)) is not None},
        within_days=asked.within_days,
        standardise=asked.standardise,
        limits=tuple(asked.limits),
        unit=Unit.WORKING_DAYS if source.unit == "working-days" else Unit.DAYS,
        by=loaded.groups,
        level=data.level,
        hide=data.hide,
        file=loaded.only.reading.file,
    )
    if _reading(part) == "level" and outcome.change is not None:  # "at most 30 days" is about the time after
        return replace(outcome, estimate=outcome.change.after)
    return outcome


def _reading(part: PlannedPart) -> str:
    """Return which number of a change is held against the target: the level after, or the change as it is read."""
    target = part.target
    if target is None or target.kind == "direction":
        return "points"
    if not target.is_change:
        return "level"
    return str(target.reading or "points")


_MEASURES: dict[type, Callable[[PlannedPart, Data], Outcome]] = {
    w.ShareImproved: _share_improved,
    w.Share: _share,
    w.Count: _count,
    w.CountChange: _count_change,
    w.ShareChange: _share_change,
    w.ScoreChange: _score_change,
    w.HandlingTime: _handling_time,
}
