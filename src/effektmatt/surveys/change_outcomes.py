"""What a survey says of a goal about change: of a share, of a mean score, of the order of answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from effektmatt.core import About, Change, Estimate, GroupOutcome, Note, Outcome, Reading, Role, Sensitivity, Unit
from effektmatt.data.by_group import changed_outcomes
from effektmatt.surveys.all_answers import AllAnswers
from effektmatt.surveys.change import SurveyChange
from effektmatt.surveys.change_between_waves import survey_change
from effektmatt.surveys.no_answers import no_answers_became, not_an_answer_notes
from effektmatt.surveys.share_change import with_no_answers
from effektmatt.surveys.waves import Waves

#: Whose answers a change is judged by, where some are linked: theirs, or "all".
_ANSWERS = ("linked", "all")


def share_change_outcome(
    waves: Waves,
    about: About = About(),
    *,
    top: int | None = None,
    reading: Reading = Reading.POINTS,
    answers: str = "linked",
) -> Outcome:
    """Return the change of the share who give one of the `top` highest answers.

    Estimand: share after minus share before ("points"), share after / share before - 1 ("relative"), or the share
    after ("level"); of the same people where they are linked, else of all who answered each wave.

    Parameters
    ----------
    waves
        The coded answers, and who is linked.
    about
        What is known of the people. Groups where fewer than it allows answered either wave are hidden.
    top
        How many of the highest answers count (2: 4 and 5 of 1 to 5); on a scale of several items, the scores from
        the lowest of these answers up. None: what the scale says.
    reading
        Which of the three the `estimate` is, for everybody and for every group; the others stand `beside`.
    answers
        Where some are linked and others answered only once: "linked" judges those who answered both times, "all"
        everybody who answered, assuming that those who answered once resemble those who answered twice. What the other
        gives stands `beside`, where it is about people enough. There is no relative change of all answers.

    Returns
    -------
    Outcome
        `estimate` "share-difference", "relative-change" or "share"; `beside` the other two, "mean-difference",
        "probability-higher" and "share-difference-all-answers"; `change` of the share; `detail` a `SurveyChange`. Where
        a wave has no answers yet the estimate has no value, and `change.before` or `change.after` what there is. With
        all answers changes are named "-all-answers", and "share-difference-linked" stands beside. Where surely more or
        fewer gave no answer ("Vet ej") after than before, the change of the share among all, those who gave none not
        being hits, is its rival: it must give the same verdict.

    Raises
    ------
    ValueError
        If neither `top` nor the scale says how many answers count, or the reading is the relative one of all answers.
    """
    highest = waves.scale.top if top is None else top
    if highest is None:
        raise ValueError("top must say how many of the highest answers count")
    judged = _of_whom(answers, reading)
    found = survey_change(waves, about, top=top, judge_all=judged == "all")
    outcome = _read(found, reading, judged, _SHARE, about)
    told = not_an_answer_notes((waves.before, waves.after))
    notes = (*told, *outcome.notes)
    if reading is Reading.LEVEL:
        return replace(outcome, notes=notes)
    of_all, settled = with_no_answers(waves, highest, about), waves.settled()[0]
    rivals = () if of_all is None else (of_all.readings[reading],)
    groups = tuple(_of_same_answerers(one, settled) for one in outcome.groups)
    return replace(outcome, estimate=_against(outcome.estimate, rivals), groups=groups, notes=notes)


def _of_same_answerers(group: GroupOutcome, waves: Waves) -> GroupOutcome:
    """Return a group of which nothing is claimed where surely more or fewer of it gave no answer than before.

    Its change among all stands nowhere: beside those of others it would tell how many of a hidden one gave none.
    """
    if group.hidden or group.estimate is None:
        return group
    own = waves.of_group(group.by, group.group)
    if own.before is None or own.after is None or no_answers_became(own.before, own.after) is None:
        return group
    start = None if group.change is None or group.estimate.unit is not Unit.RELATIVE else group.change.before.value
    anything = Sensitivity(low=-1.0, high=1 / start - 1 if start else 1.0, reason=Note(code="no-answers-changed"))
    return replace(group, estimate=group.estimate.withstanding(anything))


def _against(estimate: Estimate, rivals: tuple[Estimate, ...]) -> Estimate:
    """Return a number that its rivals must agree with, where it and they are known."""
    known = tuple(one for one in rivals if one.value is not None)
    return estimate if estimate.value is None else replace(estimate, rivals=(*estimate.rivals, *known))


def score_change_outcome(
    waves: Waves, about: About = About(), *, reading: Reading = Reading.POINTS, answers: str = "linked"
) -> Outcome:
    """Return the change of the mean score.

    Estimand: mean after minus mean before ("points", on the scale), mean after / mean before - 1 ("relative"), or the
    mean after ("level"); of the same people where they are linked (paired t), else of all who answered each wave
    (Welch). Parameters as for `share_change_outcome`.

    Returns
    -------
    Outcome
        `estimate` "mean-difference", "relative-change" or "mean-score"; `beside` the other two, "hedges-g-av" or
        "hedges-g", "probability-higher" and "mean-difference-all-answers"; `change` of the mean; `detail` a
        `SurveyChange`. With all answers changes are named "-all-answers", and "mean-difference-linked" stands beside.
    """
    judged = _of_whom(answers, reading)
    return _read(survey_change(waves, about, judge_all=judged == "all"), reading, judged, _MEAN, about)


def _of_whom(answers: str, reading: Reading) -> str:
    """Return whose answers are judged: a level is one of everybody who answered after, not of the linked alone."""
    if answers not in _ANSWERS:
        raise ValueError(f"answers must be one of {', '.join(_ANSWERS)}; got {answers!r}")
    return "all" if reading is Reading.LEVEL else answers


_Found = SurveyChange | AllAnswers


def _top_share(found: _Found) -> Change:
    if found.top_share is None:
        raise ValueError("top must say how many of the highest answers count")
    return found.top_share


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Which change a goal is about, what stands beside it, and what it is called of the linked alone."""

    change: Callable[[_Found], Change]
    beside: Callable[[_Found], tuple[Estimate, ...]]
    of_the_linked: str


_SHARE = _Part(
    change=_top_share,
    beside=lambda found: (found.mean.difference, found.ordinal),
    of_the_linked="share-difference-linked",
)
_MEAN = _Part(
    change=lambda found: found.mean,
    beside=lambda found: (
        *(effect for effect in found.mean.effects if effect.role is Role.STANDARDISED),
        found.ordinal,
    ),
    of_the_linked="mean-difference-linked",
)

#: What changes are called of the linked alone, beside what is judged.
OF_THE_LINKED = frozenset({_SHARE.of_the_linked, _MEAN.of_the_linked})


def _judged(found: SurveyChange, answers: str) -> _Found:
    """Return what is judged; where everybody answered both times, or nobody has a code, there is only one."""
    return found.all_answers if answers == "all" and found.all_answers is not None else found


def _read(found: SurveyChange, reading: Reading, answers: str, part: _Part, about: About) -> Outcome:
    """Return the outcome in one reading of a change, the other readings and some other measures beside it."""
    judged = _judged(found, answers)
    change = part.change(judged)
    readings = change.readings
    if reading not in readings:
        raise ValueError("a relative change is one of the linked; of all answers it has no method")

    def of_group(one: SurveyChange) -> tuple[Estimate, Change]:
        inner = part.change(_judged(one, answers))
        return inner.readings[reading], inner

    return Outcome(
        estimate=readings.pop(reading),
        change=change,
        beside=(*readings.values(), *part.beside(judged), *_other_answers(found, answers, part, about)),
        groups=changed_outcomes(found.groups, of_group),
        detail=found,
        notes=(*found.notes, *_about_answers(found.all_answers, answers)),
    )


def _other_answers(found: SurveyChange, answers: str, part: _Part, about: About) -> tuple[Estimate, ...]:
    """Return the change by the answers that are not judged, unless it would tell of too few people."""
    everybody = found.all_answers
    if everybody is None:
        return ()
    if answers == "linked":
        return (part.change(everybody).difference,)
    if min(everybody.n_once, everybody.n_linked) < about.hide.means:
        return ()
    return (replace(part.change(found).difference, measure=part.of_the_linked),)


def _about_answers(everybody: AllAnswers | None, answers: str) -> tuple[Note, ...]:
    """Say how many answered once and are used, or are not although the linked are few."""
    if everybody is None:
        return ()
    return (everybody.used,) if answers == "all" else everybody.not_used
