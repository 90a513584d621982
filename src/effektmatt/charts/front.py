"""One function for every result: which chart shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Protocol, runtime_checkable

from effektmatt.charts.base import Chart
from effektmatt.charts.counts import counts_chart, counts_of_groups
from effektmatt.charts.flow import flow_chart
from effektmatt.charts.frame import Frame
from effektmatt.charts.goals import fulfilment_chart, goal_chart, goals_chart
from effektmatt.charts.groups import before_after_chart, groups_chart, judges_difference
from effektmatt.charts.kind import charts_of, kinds
from effektmatt.charts.waves import waves_chart
from effektmatt.core import Detail, Estimate, Linkage, Outcome, Unit
from effektmatt.findings import Findings, FlowFinding, GoalFinding
from effektmatt.goals import Fulfilment, Target
from effektmatt.speech import spoken_in
from effektmatt.wording import Words, words
from effektmatt.wording.targets import part_title


class NoChartError(ValueError):
    """A result that no chart can show: a type that has none, or one that is empty or hidden throughout."""


@runtime_checkable
class HoldsFindings(Protocol):
    """What holds the findings of an evaluation."""

    @property
    def findings(self) -> Findings:
        """What was found."""
        ...


@runtime_checkable
class HoldsFinding(Protocol):
    """What holds the finding of one goal."""

    @property
    def finding(self) -> GoalFinding:
        """What was found."""
        ...


def chart(
    result: object,
    language: str | None = None,
    *,
    name: str | None = None,
    title: str | None = None,
    labels: Mapping[str, str] | None = None,
    wave_labels: tuple[str, str] | None = None,
    target: Target | None = None,
) -> Chart:
    """Return the chart that shows a result best.

    Parameters
    ----------
    result
        ``Findings`` (all goals against their targets), ``GoalFinding``, ``Fulfilment``, ``Outcome``, ``FlowFinding``,
        or what a comparison returns: ``SurveyChange`` (the answers to each question), ``HandlingTimes`` (cases still
        open, day by day) and the like. Anything that holds findings or a finding, as an evaluation and its goals do,
        is shown as what it holds.
    language
        "sv" or "en"; None: the one that the result speaks.
    name
        What ids in the SVG begin with (default: what is shown).
    title
        What the result is about, to begin the chart's title with.
    labels
        How the grouping columns are written.
    wave_labels
        What the two waves are called (default: before and after).
    target
        What an outcome is held against.

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
    frame = Frame(
        say=words(spoken_in(result, language)),
        name=name,
        title=title,
        labels=labels or {},
        wave_labels=wave_labels,
        target=target,
    )
    made = _best(result, frame)
    if made is None:
        raise NoChartError(f"no chart can show this {type(result).__name__}")
    return made


def _best(result: object, frame: Frame) -> Chart | None:
    match result:
        case HoldsFindings():
            return _best(result.findings, frame)
        case HoldsFinding():
            return _best(result.finding, frame)
        case GoalFinding():
            shown = goal_charts(result, labels=frame.labels, name=frame.name, language=frame.say.language)
            return shown[0] if shown else goal_chart(result, frame)
        case Findings():
            return goals_chart(result, frame.say.language, name=frame.name or "goals")
        case Fulfilment():
            return fulfilment_chart(result, frame)
        case FlowFinding():
            return flow_chart(result, name=frame.name, language=frame.say.language)
        case Outcome():
            return _of_outcome(result, replace(frame, wave_labels=frame.wave_labels or result.wave_labels))
        case Detail() if (shows := charts_of(result)) is not None:
            return shows.alone(result, frame)
    return None


def _of_outcome(outcome: Outcome, frame: Frame) -> Chart | None:
    """Return the chart of an outcome: counts per unit, else before and after by group, else the groups."""
    if frame.target is not None and frame.target.in_every is not None:
        return _counts(outcome, frame.target, frame)
    if frame.target is None:
        both = before_after_chart(outcome, frame)
        if both is not None:
            return both
    return groups_chart(outcome, frame)


def goal_charts(
    goal: GoalFinding, *, labels: Mapping[str, str] | None = None, name: str | None = None, language: str | Words = "sv"
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
        "sv" or "en", or words of one of them.
    """
    frame = Frame(say=words(language), name=name or goal.id, title=goal.title, labels=labels or {})
    return tuple(one for one in _of_goal(goal, frame) if one is not None)


def _of_goal(goal: GoalFinding, frame: Frame) -> Iterator[Chart | None]:
    yield from _courses(goal, frame)
    if not goal.parts:
        yield from _of_part(goal, frame, is_part=False)
        return
    yield from _all_together(goal, frame)
    for place, part in enumerate(goal.parts, start=1):
        title = part_title(goal.title, part.title)
        yield from _of_part(part, replace(frame, name=f"{frame.name}-{place}", title=title, part=place))


def _all_together(goal: GoalFinding, frame: Frame) -> Iterator[Chart | None]:
    """Yield the charts of results of several parts together, where their kind has such."""
    of_parts = [(part.title, part.outcome.detail) for part in goal.parts]
    shown = [(shows, *one) for one in of_parts if (shows := charts_of(one[1])) is not None]
    for kind in dict.fromkeys(shows for shows, *_ in shown):
        if kind.together is not None:
            yield from kind.together([(title, detail) for shows, title, detail in shown if shows is kind], frame)


def _courses(goal: GoalFinding, frame: Frame) -> Iterator[Chart | None]:
    """Return the course over all waves, once where several parts compare waves of the same measure."""
    courses: list[tuple[str, tuple[tuple[str, Estimate], ...], bool]] = []
    for part in goal.parts or (goal,):
        if part.outcome.over_time and part.outcome.over_time not in [course for _, course, _ in courses]:
            title = part_title(goal.title, part.title) if goal.parts else goal.title
            courses.append((title, part.outcome.over_time, _is_linked(part)))
    for place, (title, course, linked) in enumerate(courses, start=1):
        shown = title if len(courses) > 1 else goal.title
        yield waves_chart(course, shown, frame.of(f"waves-{place}"), linked=linked)


def _is_linked(goal: GoalFinding) -> bool:
    """Whether a goal compares the same people, so that some of a wave's answers are not in the comparison."""
    change = goal.outcome.change
    linked = change is not None and change.linkage is Linkage.PAIRED
    return linked and kinds()[goal.measure.source_kind].follows_people


def _of_part(goal: GoalFinding, frame: Frame, *, is_part: bool = True) -> Iterable[Chart | None]:
    """Yield the charts of a goal without parts, or of one part: without what is drawn of all parts together."""
    outcome, target = goal.outcome, goal.fulfilment.target
    frame = replace(frame, wave_labels=outcome.wave_labels, target=target, judged=outcome.estimate)
    shows = charts_of(outcome.detail)
    if shows is not None and not (is_part and shows.together is not None):
        yield from shows.of_goal(outcome.detail, frame)
    both = None
    if shows is None or shows.before_after:
        both = before_after_chart(outcome, frame.of("before-after", titled=True))
    if target is not None and target.in_every is not None:
        yield _counts(outcome, target, frame.of("counts"))
    elif outcome.estimate.unit is not Unit.COUNT and (both is None or not judges_difference(outcome)):
        # how a number is divided among groups the table says as well
        yield groups_chart(outcome, frame.of("groups", titled=True))
    yield both


def _counts(outcome: Outcome, target: Target, frame: Frame) -> Chart | None:
    """Return how many there are in every unit, by the result itself or by its groups."""
    shows = charts_of(outcome.detail)
    own = shows.counts(outcome.detail) if shows is not None and shows.counts is not None else None
    return counts_chart(counts_of_groups(outcome, target.in_every or "") if own is None else own, target, frame)
