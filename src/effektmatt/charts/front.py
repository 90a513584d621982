"""One function for every result: which chart shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from effektmatt.cases.handling_times import HandlingTimes
from effektmatt.charts.base import Chart
from effektmatt.charts.budget import budget_chart
from effektmatt.charts.counts import counts_chart
from effektmatt.charts.curves import open_cases_chart
from effektmatt.charts.dose import dose_chart
from effektmatt.charts.flow import flow_chart
from effektmatt.charts.goals import fulfilment_chart, goal_chart, goals_chart
from effektmatt.charts.groups import groups_before_after_chart, groups_chart, judges_difference
from effektmatt.charts.improved import improved_chart
from effektmatt.charts.index_values import index_chart
from effektmatt.charts.items import items_chart
from effektmatt.charts.need import need_chart, need_charts
from effektmatt.charts.planned_held import planned_held_chart
from effektmatt.charts.retention import retention_chart
from effektmatt.charts.visits import agreement_chart, visit_parts_chart, visit_units_chart
from effektmatt.charts.waves import waves_chart
from effektmatt.charts.weekly_users import weekly_users_chart
from effektmatt.core import Estimate, Linkage, Outcome, Unit
from effektmatt.findings import Findings, FlowFinding, GoalFinding
from effektmatt.goals import Fulfilment, Target
from effektmatt.registers.count import RegisterCount
from effektmatt.surveys.change import SurveyChange
from effektmatt.surveys.improved_outcome import ShareImproved
from effektmatt.surveys.need import Need
from effektmatt.usage.activities import HeldActivities, together
from effektmatt.usage.index import IndexChange
from effektmatt.usage.ledger import MoneyUsed
from effektmatt.usage.weekly import WeeklyUse
from effektmatt.visits.agreement import VisitAgreement
from effektmatt.visits.change import VisitChange
from effektmatt.wording.targets import part_title


class NoChartError(ValueError):
    """A result that no chart can show: a type that has none, or one that is empty or hidden throughout."""


def chart(result: Any, language: str = "sv", **options: Any) -> Chart:
    """Return the chart that shows a result best.

    Parameters
    ----------
    result
        ``Findings`` (all goals against their targets), ``GoalFinding``, ``Fulfilment``, ``Outcome``, ``SurveyChange``
        (the answers to each question), ``ShareImproved``, ``HandlingTimes`` (cases still open, day by day) or
        ``FlowFinding``. Anything that holds findings or a finding, as an evaluation and its goals do, is shown as
        what it holds.
    language
        "sv" or "en".
    **options
        Passed to the chart's own function, for example `name`, `title`, `labels` or, for an outcome, `target`.

    Raises
    ------
    NoChartError
        If no chart can show the result.

    Examples
    --------
    >>> from effektmatt.core import Estimate, Evidence, Unit
    >>> from effektmatt.goals import judge
    >>> validated = Estimate(
    ...     measure="share", value=211 / 240, unit=Unit.SHARE, n=240, evidence=Evidence.CENSUS, method="census"
    ... )
    >>> shown = chart(judge(validated, Target(at_least=0.95)), title="Validering")
    >>> shown.title, len(shown.table.rows)
    ('Validering: ej uppnått', 1)
    """
    for held in ("findings", "finding"):
        inside = getattr(result, held, None)
        if isinstance(inside, Findings | GoalFinding):
            result = inside
    if isinstance(result, GoalFinding):
        shown = goal_charts(result, language=language, **options)
        return shown[0] if shown else goal_chart(result, language=language, **options)
    draw = next((function for kind, function in _CHARTS.items() if isinstance(result, kind)), None)
    made = draw(result, language=language, **options) if draw is not None else None
    if made is None:
        raise NoChartError(f"no chart can show this {type(result).__name__}")
    return made


def goal_charts(
    goal: GoalFinding, *, labels: Mapping[str, str] | None = None, name: str | None = None, language: str = "sv"
) -> tuple[Chart, ...]:
    """Return the charts of one goal, the most telling first: its result, how it came about, and the groups.

    Parameters
    ----------
    goal
        The goal; of a goal in several parts the charts of every part.
    labels
        How the grouping columns are written.
    name
        What the charts' names begin with (default: the goal's id).
    language
        "sv" or "en".
    """
    start = name or goal.id
    waves = tuple(_waves_charts(goal, start, language))
    if goal.parts:
        return (
            waves
            + tuple(_held_together(goal, start, language))
            + tuple(
                one
                for place, part in enumerate(goal.parts, start=1)
                if not isinstance(part.outcome.detail, HeldActivities)
                for one in _charts_of(
                    part, part_title(goal.title, part.title), labels=labels, start=f"{start}-{place}", language=language
                )
            )
        )
    return waves + _charts_of(goal, goal.title, labels=labels, start=start, language=language)


def _held_together(goal: GoalFinding, start: str, language: str) -> Iterator[Chart]:
    """Return the activities of all parts in one chart: a part is often one kind of activity."""
    details = [part.outcome.detail for part in goal.parts if isinstance(part.outcome.detail, HeldActivities)]
    made = planned_held_chart(together(details), name=f"{start}-held", language=language)
    if made is not None:
        yield made


def _waves_charts(goal: GoalFinding, start: str, language: str) -> Iterator[Chart]:
    """Return the course over all waves, once where several parts compare waves of the same measure."""
    courses: list[tuple[str, tuple[tuple[str, Estimate], ...], bool]] = []
    for part in goal.parts or (goal,):
        if part.outcome.over_time and part.outcome.over_time not in [course for _, course, _ in courses]:
            title = part_title(goal.title, part.title) if goal.parts else goal.title
            courses.append((title, part.outcome.over_time, _is_linked(part)))
    for place, (title, course, linked) in enumerate(courses, start=1):
        shown = title if len(courses) > 1 else goal.title
        made = waves_chart(course, title=shown, linked=linked, name=f"{start}-waves-{place}", language=language)
        if made is not None:
            yield made


def _is_linked(goal: GoalFinding) -> bool:
    """Whether a goal compares the same people, so that some of a wave's answers are not in the comparison."""
    change = goal.outcome.change
    return goal.measure.source_kind == "survey" and change is not None and change.linkage is Linkage.PAIRED


def _charts_of(
    goal: GoalFinding, title: str, *, labels: Mapping[str, str] | None, start: str, language: str
) -> tuple[Chart, ...]:
    """Return the charts of a goal without parts, or of one part; `title` is what they are about."""
    outcome, target = goal.outcome, goal.fulfilment.target
    shared: dict[str, Any] = {"labels": labels, "language": language}
    charts = [*_of_detail(outcome.detail, goal, title, start, language)]
    if isinstance(outcome.detail, Need):
        charts += need_charts(outcome.detail, name=f"{start}-need", **shared)
    if isinstance(outcome.detail, SurveyChange):
        charts.append(dose_chart(outcome.detail, name=f"{start}-dose", language=language))
    both = None
    if not isinstance(outcome.detail, RegisterCount):
        both = groups_before_after_chart(outcome, target, title=title, name=f"{start}-before-after", **shared)
    if target is not None and target.in_every is not None:
        charts.append(counts_chart(outcome, target, name=f"{start}-counts", **shared))
    elif outcome.estimate.unit is not Unit.COUNT and (both is None or not judges_difference(outcome)):
        # how a number is divided among groups the table says as well
        charts.append(groups_chart(outcome, target, title=title, name=f"{start}-groups", **shared))
    charts.append(both)
    return tuple(one for one in charts if one is not None)


def _of_detail(detail: Any, goal: GoalFinding, title: str, start: str, language: str) -> list[Chart | None]:
    """Return the charts of the evidence room's own result."""
    waves = goal.outcome.wave_labels
    match detail:
        case ShareImproved():
            improved = improved_chart(
                detail.improvements,
                title=title,
                chosen=detail.definition,
                name=f"{start}-improved",
                language=language,
            )
            items = [
                items_chart(scale, wave_labels=waves, name=f"{start}-answers-{place}", language=language)
                for place, scale in enumerate(detail.scales, start=1)
            ]
            return [improved, *items]
        case SurveyChange():
            return [items_chart(detail, wave_labels=waves, name=f"{start}-answers", language=language)]
        case HandlingTimes():
            return [open_cases_chart(detail, wave_labels=waves, name=f"{start}-open-cases", language=language)]
        case VisitChange():
            shared: dict[str, Any] = {"title": title, "wave_labels": waves, "language": language}
            parts = visit_parts_chart(detail, name=f"{start}-parts", **shared)
            return [parts, visit_units_chart(detail, name=f"{start}-units", **shared)]
        case VisitAgreement():
            return [agreement_chart(detail, name=f"{start}-agreement", language=language)]
        case WeeklyUse():
            return [
                weekly_users_chart(detail, name=f"{start}-weekly", language=language),
                retention_chart(detail.cohorts, name=f"{start}-retention", language=language),
            ]
        case HeldActivities():
            return [planned_held_chart(detail, name=f"{start}-held", language=language)]
        case MoneyUsed():
            return [budget_chart(detail, name=f"{start}-budget", language=language)]
        case IndexChange():
            target = goal.fulfilment.target if goal.outcome.estimate.measure == "index-value" else None
            return [index_chart(detail, target, title=title, name=f"{start}-index", language=language)]
        case _:
            return []


def _outcome_chart(outcome: Outcome, target: Target | None = None, **options: Any) -> Chart | None:
    """Return the chart of an outcome: counts per unit, else before and after by group, else the groups."""
    if target is not None and target.in_every is not None:
        return counts_chart(outcome, target, **options)
    if target is None:
        both = groups_before_after_chart(outcome, **options)
        if both is not None:
            return both
    return groups_chart(outcome, target, **options)


def _improved_chart(detail: ShareImproved, **options: Any) -> Chart | None:
    return improved_chart(detail.improvements, chosen=detail.definition, **options)


_CHARTS: dict[type, Callable[..., Chart | None]] = {
    Findings: goals_chart,
    Fulfilment: fulfilment_chart,
    FlowFinding: flow_chart,
    SurveyChange: items_chart,
    ShareImproved: _improved_chart,
    HandlingTimes: open_cases_chart,
    WeeklyUse: weekly_users_chart,
    HeldActivities: planned_held_chart,
    MoneyUsed: budget_chart,
    IndexChange: index_chart,
    VisitChange: visit_parts_chart,
    VisitAgreement: agreement_chart,
    Need: need_chart,
    Outcome: _outcome_chart,
}
