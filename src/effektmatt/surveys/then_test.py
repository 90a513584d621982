"""The then-test: people say afterwards how they would now rate themselves before, with the measure they hold now.

Who learns what there is to know often rates themselves lower than they did before they knew (response shift). The
plain difference of the ratings is then too small. The then-test has its own weakness, for it rests on memory, and so
both are shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from effektmatt.core import About, Estimate, Linkage, Note, Outcome, Role, Unit
from effektmatt.stats.choices import MEAN_DIFFERENCE, RESPONSE_SHIFT
from effektmatt.stats.estimates import inferred_estimate, share_estimate
from effektmatt.stats.results import Inference
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.change import SurveyChange, ThenTest
from effektmatt.surveys.improved_outcome import ShareImproved
from effektmatt.surveys.scale import THEN, Scale
from effektmatt.surveys.score_change import mean_estimate
from effektmatt.surveys.scores import Scores, paired_counts, rises
from effektmatt.surveys.waves import Waves


def of_then_items(scale: Scale) -> Scale | None:
    """Return the part of a scale whose items have a then-test; None where none has."""
    items = tuple(item for item in scale.items if THEN in item.columns)
    if not items:
        return None
    return replace(scale, items=items, reversed=scale.reversed & {item.id for item in items})


def then_test(
    waves: Waves,
    then: CodedAnswers,
    about: About = About(),
) -> ThenTest | None:
    """Compare the then-test with the ratings before and after.

    Parameters
    ----------
    waves
        The ratings before and after.
    then
        The then-test, in the rows of the wave after; its items may be a part of the scale's.
    about
        What is known of the people.

    Returns
    -------
    ThenTest or None
        None where fewer than the smallest group that is shown have all the scores.

    Source: Howard 1980, Evaluation Review 4:93-106.
    """
    if waves.after is None:
        return None
    first, second, last = _rated(waves, waves.after, then)
    known = second.valid & last.valid
    if first is not None:
        known &= first.valid
        first = first.taken(known)
    n = int(known.sum())
    if n < max(2, about.hide.means):
        return None
    second, last = second.taken(known), last.taken(known)
    shift, change = _shifted(first, second, last, about.level)

    def mean(scores: Scores) -> Estimate:
        return mean_estimate(scores.counts(), about, scores.ends)

    def changed(measure: str, found: Inference, one: Scores, other: Scores) -> Estimate:
        notes = MEAN_DIFFERENCE.approximate(Linkage.PAIRED, n, paired_counts(one, other))
        assumptions = MEAN_DIFFERENCE.assumed(Linkage.PAIRED, about, n)
        return inferred_estimate(
            measure, Unit.SCORE, found, n, role=Role.DIFFERENCE, assumptions=assumptions, notes=notes
        )

    return ThenTest(
        scale=then.scale.id,
        label=then.scale.label,
        n=n,
        before=None if first is None else mean(first),
        then=replace(mean(second), measure="mean-score-then"),
        after=mean(last),
        shift=None if first is None or shift is None else changed("response-shift", shift, first, second),
        change=changed("then-test-change", change, second, last),
        improved=share_estimate("share-improved-then-test", int((rises(second, last) > 0).sum()), n, about),
    )


def _rated(waves: Waves, after_all: CodedAnswers, then: CodedAnswers) -> tuple[Scores | None, Scores, Scores]:
    """Return the scores before (where people are linked), then and after, row by row the same person."""
    places = [place for place, item in enumerate(waves.scale.items) if item in then.scale.items]
    after = _some_items(after_all, then.scale, places)
    if waves.pairs is None or waves.before is None:
        return None, then.scores, after.scores
    before = _some_items(waves.before, then.scale, places)
    rows_before, rows_after = waves.pairs
    return before.scores.taken(rows_before), then.scores.taken(rows_after), after.scores.taken(rows_after)


def _some_items(answers: CodedAnswers, scale: Scale, places: Sequence[int]) -> CodedAnswers:
    return CodedAnswers(scale=scale, wave=answers.wave, places=answers.places[:, list(places)])


def _shifted(first: Scores | None, second: Scores, last: Scores, level: float) -> tuple[Inference | None, Inference]:
    """Return response shift (where people are linked) and change by the then-test."""
    then_after = paired_counts(second, last)
    if first is None:
        return None, MEAN_DIFFERENCE.kernel(Linkage.PAIRED)(then_after, level)
    found = RESPONSE_SHIFT.kernel(Linkage.PAIRED)(paired_counts(first, second), then_after, level)
    return found.shift, found.change


def with_then_tests(outcome: Outcome, tests: Sequence[ThenTest]) -> Outcome:
    """Return an outcome with then-tests: in the scales' own results, as other ways to measure, and explained."""
    if not tests:
        return outcome
    by_scale = {test.scale: test for test in tests}
    detail = outcome.detail
    share = isinstance(detail, ShareImproved)
    if isinstance(detail, ShareImproved):
        scales = tuple(replace(one, then_test=by_scale.get(one.scale)) for one in detail.scales)
        detail = replace(detail, scales=scales)
    elif isinstance(detail, SurveyChange):
        detail = replace(detail, then_test=by_scale.get(detail.scale))
    beside = tuple(one for test in tests for one in ((test.improved, test.change) if share else (test.change,)))
    notes = tuple(note for test in tests for note in _notes(test))
    return replace(
        outcome,
        detail=detail,
        beside=(*outcome.beside, *(beside if len(tests) == 1 else ())),
        notes=(*outcome.notes, *notes),
    )


def without_then_test(outcome: Outcome, scale: str) -> Outcome:
    """Return an outcome without the then-test of a scale, and without what is said of it."""
    detail = outcome.detail
    if isinstance(detail, ShareImproved):
        told = [one.then_test for one in detail.scales if one.scale == scale and one.then_test is not None]
        scales = tuple(replace(one, then_test=None) if one.scale == scale else one for one in detail.scales)
        detail = replace(detail, scales=scales)
    elif isinstance(detail, SurveyChange):
        told = [detail.then_test] if detail.then_test is not None and detail.scale == scale else []
        detail = replace(detail, then_test=None) if told else detail
    else:
        told = []
    dropped = [one for test in told for one in (test.improved, test.change)]
    notes = [note for test in told for note in _notes(test)]
    return replace(
        outcome,
        detail=detail,
        beside=tuple(one for one in outcome.beside if one not in dropped),
        notes=tuple(note for note in outcome.notes if note not in notes),
    )


def _notes(test: ThenTest) -> list[Note]:
    """Say what the then-test shows; of several scales each by its label."""
    if test.before is None or test.shift is None:
        return [Note(code="then-test", values={"label": test.label, "change": test.change.value or 0.0, "n": test.n})]
    interval = test.shift.interval
    way = "none"
    if interval is not None and (interval.high < 0 or interval.low > 0):
        way = "lower" if interval.high < 0 else "higher"
    values: dict[str, str | int | float] = {
        "label": test.label,
        "n": test.n,
        "way": way,
        "before": test.before.value or 0.0,
        "then": test.then.value or 0.0,
        "after": test.after.value or 0.0,
        "shift": abs(test.shift.value or 0.0),
        "change": test.change.value or 0.0,
    }
    return [Note(code="response-shift", values=values)]
