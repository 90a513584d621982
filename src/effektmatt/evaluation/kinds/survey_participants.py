"""The participants' way from the register to the analysis, and how many of them answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from effektmatt.core import Note, Unit
from effektmatt.data.accounting import Accounting
from effektmatt.data.answer_orders import is_no_answer
from effektmatt.data.several_answers import apart
from effektmatt.evaluation.kinds.common import Beside, Data
from effektmatt.evaluation.kinds.survey_data import SurveyData
from effektmatt.evaluation.kinds.survey_people import population
from effektmatt.findings import AnswerRate, FlowFinding, FlowStep, ScaleFinding
from effektmatt.plan.facts import condition_facts
from effektmatt.plan.resolved import Condition, Plan
from effektmatt.plan.sections import Multiple
from effektmatt.registers.answer_rate import answer_rates as register_rates
from effektmatt.surveys.answers import EMPTY, NOT_AN_ANSWER, CodedAnswers
from effektmatt.surveys.consistency import consistency, notes_of
from effektmatt.surveys.scale import Scale


def beside(name: str, data: Data) -> Beside:
    """Return the way through one survey, who answered it, and how well its scales held together."""
    survey = data.of(name, SurveyData)
    return Beside(
        flow=_flow(survey, data), answer_rates=tuple(answer_rates(survey, data)), scales=tuple(_scales(survey, data))
    )


def _flow(survey: SurveyData, data: Data) -> FlowFinding | None:
    """Return the way through a survey whose waves are linked."""
    if survey.linked is None:
        return None
    return FlowFinding(source=survey.loaded.id, label=survey.loaded.label, steps=tuple(_steps(survey, data)))


def _scales(survey: SurveyData, data: Data) -> Iterator[ScaleFinding]:
    """Return how well the questions of each scale hang together, wave by wave; the options of one question need not."""
    for name, answers in survey.answers.items():
        scale = data.plan.scales[name]
        found = {
            wave: agreement
            for wave in (() if _are_options(scale, survey.loaded.source.multiple) else survey.waves)
            if (agreement := consistency(answers[wave], level=data.about.level, fewest=data.about.hide.means))
            is not None
        }
        yield ScaleFinding(
            id=name,
            label=scale.label,
            items=tuple((item.id, item.label) for item in scale.items),
            alpha=tuple((wave, agreement.alpha) for wave, agreement in found.items()),
            notes=(*notes_of(found.values()), *_answers_that_are_none(scale), *_many_that_are_none(answers.values())),
        )


def _are_options(scale: Scale, multiple: Mapping[str, Multiple]) -> bool:
    """Whether the items of a scale are answers to one question that may have several."""
    items = [item.id for item in scale.items]
    return any(
        all(item in how.columns or item.startswith(apart(question, "")) for item in items)
        for question, how in multiple.items()
    )


def _answers_that_are_none(scale: Scale) -> Iterator[Note]:
    """Question answers of a scale that look like no answer."""
    for place, spellings in enumerate(scale.answers, start=1):
        named = next((one for one in spellings if is_no_answer(one)), None)
        if named is not None:
            values: dict[str, str | int | float] = {"answer": named, "place": place, "of": len(scale.answers)}
            yield Note(code="answer-that-is-none", values=values)


#: From such a part on, cells that are no answer by the plan may turn a verdict, and may have been answers.
_MANY = 0.1


def _many_that_are_none(waves: Iterable[CodedAnswers]) -> Iterator[Note]:
    """Say how large a part of what people wrote is no answer by the plan, where it is large."""
    places = [wave.places for wave in waves]
    none = sum(int((one == NOT_AN_ANSWER).sum()) for one in places)
    written = sum(int((one != EMPTY).sum()) for one in places)
    if written and none >= _MANY * written:
        values: dict[str, str | int | float] = {
            "n": none,
            "of": written,
            "share": none / written,
            "unit": str(Unit.SHARE),
        }
        yield Note(code="not-an-answer-many", values=values)


def _steps(survey: SurveyData, data: Data) -> Iterator[FlowStep]:
    linked = survey.linked
    assert linked is not None
    everybody = population(survey, {}, data)
    among = goal_condition(survey.loaded.id, data.plan)
    if everybody is not None:
        yield FlowStep(code="in-register", n=everybody.n)
    concerned = None
    if everybody is not None and among and (some := population(survey, among, data)) is not None:
        concerned = FlowStep(
            code="completed",
            n=some.n,
            left=(("not-concerned", everybody.n - some.n),),
            among=condition_facts(among, data.plan.written.labels),
        )
    if len(survey.waves) > 2:
        yield from _steps_of_several(survey, concerned, data.plan)
        return
    first, last = survey.waves
    yield _answered(survey, first, "answered-before")
    if concerned is not None:
        yield concerned
    yield _answered(survey, last, "answered-after")
    pairs = len(linked.before)
    yield FlowStep(code="linked", n=pairs, left=_alone(survey))
    if survey.judges_all:  # then those linked are not all who are analysed
        return
    analysed = _analysed(survey)
    left = (("too-few-items", pairs - analysed),) if pairs > analysed else ()
    yield FlowStep(code="analysed", n=analysed, left=left)


def _steps_of_several(survey: SurveyData, concerned: FlowStep | None, plan: Plan) -> Iterator[FlowStep]:
    """Return how many answered each of more than two waves, and how many at least two of them."""
    for place, wave in enumerate(survey.waves):
        yield _answered(survey, wave, "answered-wave", label=plan.written.waves[wave].label)
        if place == 0 and concerned is not None:
            yield concerned
    yield FlowStep(code="linked-twice", n=_people_twice(survey), left=_alone(survey))


def _answered(survey: SurveyData, wave: str, code: str, label: str | None = None) -> FlowStep:
    account = survey.accounts[wave]
    repeated = account.left_out.get("repeated", 0)
    left = (("repeated", repeated),) if repeated else ()
    return FlowStep(code=code, n=len(survey.frames[wave]), left=left, label=label)


def _alone(survey: SurveyData) -> tuple[tuple[str, int], ...]:
    """Return why answers are linked to no other, and how many for each reason."""
    reasons: dict[str, int] = {}
    for wave in survey.waves:
        for reason, rows in survey.alone[wave].items():
            reasons[reason] = reasons.get(reason, 0) + rows
    return tuple(reasons.items())


def _people_twice(survey: SurveyData) -> int:
    """Count the people who answered at least two waves: each is counted in the first wave that they answered."""
    people = 0
    for place, wave in enumerate(survey.waves):
        earlier = [survey.links[one, wave].after for one in survey.waves[:place]]
        later = [survey.links[wave, one].before for one in survey.waves[place + 1 :]]
        known = np.concatenate([np.array([], dtype=np.int64), *earlier])
        people += len(np.setdiff1d(np.concatenate([np.array([], dtype=np.int64), *later]), known))
    return people


def _analysed(survey: SurveyData) -> int:
    """How many linked people have a score both times on at least one of the survey's scales."""
    linked = survey.linked
    assert linked is not None
    first, last = survey.waves[0], survey.waves[-1]
    both = [
        by_wave[first].scores.valid[linked.before] & by_wave[last].scores.valid[linked.after]
        for by_wave in survey.answers.values()
    ]
    return int(np.any(both, axis=0).sum()) if both else len(linked.before)


#: Why rows are linked to no others: whoever wrote them has answered all the same.
_UNLINKED = ("without-code", "without-group", "answered-once", "only-before", "only-after")


def _answers(account: Accounting) -> int:
    """How many answered in one wave, linked or not."""
    return account.used + sum(account.left_out.get(reason, 0) for reason in _UNLINKED)


def goal_condition(survey: str, plan: Plan) -> Condition:
    """Return whom the goals of a survey concern, where they all concern the same; else nothing."""
    conditions: list[Condition] = [part.among for part in plan.parts if plan.source_of(part) == survey]
    same = bool(conditions) and all(condition == conditions[0] for condition in conditions)
    return conditions[0] if same else {}


def answer_rates(survey: SurveyData, data: Data) -> Iterator[AnswerRate]:
    """Return how many of those in the register answered, in each wave and both times, in all and by group.

    Those who answered before are compared with everybody in the register, those who answered after and both times with
    those whom the goals concern.
    """
    name, label = survey.loaded.id, survey.loaded.label
    if survey.source.of is None:
        yield from (
            AnswerRate(source=name, label=label, wave=wave, population=None, answered=_answers(account))
            for wave, account in survey.accounts.items()
        )
        return
    register = data.sources[survey.source.of].loaded
    for wave, condition in _compared_with(survey, goal_condition(name, data.plan)):
        for rate in register_rates(
            register.only.frame,
            {wave: survey.answered(wave)},
            data.about,
            among=condition,
            by=register.groups,
            file=register.only.reading.file,
        ):
            yield AnswerRate(
                source=name,
                label=label,
                wave=rate.wave,
                population=rate.population,
                answered=rate.answered,
                by=rate.by,
                group=rate.group,
            )


def _compared_with(survey: SurveyData, among: Condition) -> Iterator[tuple[str, Condition]]:
    for place, wave in enumerate(survey.waves):
        yield wave, among if place else {}
    if survey.linked is not None and len(survey.waves) == 2:
        yield "linked", among
