"""Surveys in a plan: the table, what can be measured, what each demands, and what is told of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field

from effektmatt.data.dates import Period
from effektmatt.errors import Fault
from effektmatt.plan.checks import lacking, unknown, wave_faults
from effektmatt.plan.facts import MeasureFacts, SharedFacts
from effektmatt.plan.in_waves import PeopleInWaves
from effektmatt.plan.instruments import Instruments
from effektmatt.plan.kinds.common import Kind
from effektmatt.plan.kinds.found_in_people import found_survey
from effektmatt.plan.kinds.register import Share, register_faults
from effektmatt.plan.kinds.scaled import (
    OfScale,
    SurveyFacts,
    TopFacts,
    TopShareFacts,
    answer_of_two,
    of_scale,
    top_faults,
)
from effektmatt.plan.kinds.two_groups import GroupDifference
from effektmatt.plan.measures import CHANGES, LEVELS, ComparedLabels, ComparedWaves, InOneWave
from effektmatt.plan.sections import Sections, Target
from effektmatt.plan.tables import Texts, Where

__all__ = [
    "KIND",
    "ChangeOfAnswers",
    "NeedMet",
    "NeedMetFacts",
    "ScoreChange",
    "ScoreChangeFacts",
    "Share",
    "ShareChange",
    "ShareChangeFacts",
    "ShareImproved",
    "ShareImprovedFacts",
    "Survey",
    "SurveyFacts",
    "TopFacts",
    "TopShareFacts",
]


#: Margins given in per cent seldom sum to exactly the same.
_ROUNDED = 0.005


class Survey(PeopleInWaves):
    """A row is one answered questionnaire."""

    has_scales: ClassVar[bool] = True
    split_by_groups: ClassVar[bool] = True
    about_people: ClassVar[bool] = True

    kind: Literal["survey"]
    answered: str | None = None
    repeated: Literal["latest", "earliest", "leave-out", "refuse"] = "latest"
    of: str | None = None
    cluster: str | None = None
    weigh: Texts = []
    margins: Annotated[dict[str, dict[str, Annotated[float, Field(gt=0)]]], Field(alias="population")] = {}
    weight: str | None = None
    strata: str | None = None
    sampling: Literal["self-selected", "random"] = "self-selected"
    invited: Annotated[int, Field(ge=1)] | dict[str, Annotated[int, Field(ge=1)]] | None = None
    asked: dict[str, Where] = {}

    @property
    def together(self) -> str | None:
        """The column of the groups that people came in."""
        return self.cluster

    @property
    def who(self) -> tuple[str, ...]:
        """The column that says who somebody is."""
        return (self.code,) if self.code else ()

    @property
    def population(self) -> str | None:
        """The register of those who could have answered."""
        return self.of

    def invited_in(self, wave: str) -> int | None:
        """Return how many were drawn to answer a wave, where the plan says so."""
        return self.invited.get(wave) if isinstance(self.invited, dict) else self.invited

    def days_in(self, wave: str, plan: Sections) -> dict[str, Sequence[Period]]:
        """Return when a wave was answered."""
        return {self.answered: plan.periods_of(wave)} if self.answered else {}

    def own_faults(self, key: str, plan: Sections) -> Iterator[Fault]:
        """Yield a missing code and an unknown register; what is asked of everybody needs no key."""
        yield from super().own_faults(key, plan)
        yield from self._weight_faults(key)
        yield from wave_faults(f"{key}.asked", self.asked, plan.waves)
        if isinstance(self.invited, dict):
            yield from wave_faults(f"{key}.invited", self.invited, plan.waves)
        yield from register_faults(f"{key}.of", self.of, plan, keyed=False)

    def _weight_faults(self, key: str) -> Iterator[Fault]:
        """Yield margins that are not there, that nothing is weighed to, or that count different numbers of people."""
        if self.strata:
            yield from lacking(key, {"weight": self.weight})
        if self.weigh and self.of is None:
            yield from lacking(f"{key}.population", {column: self.margins.get(column) for column in self.weigh})
        for column in self.margins:
            if column not in self.weigh:
                yield unknown(f"{key}.population.{column}", column, "weigh", self.weigh)
        sums = {column: sum(margin.values()) for column, margin in self.margins.items()}
        if sums and max(sums.values()) - min(sums.values()) > _ROUNDED * max(sums.values()):
            yield Fault(
                code="plan-margins-differ",
                key=f"{key}.population",
                got=", ".join(f"{column}: {total:g}" for column, total in sums.items()),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareImprovedFacts(SurveyFacts):
    """The share who improved: what counts as that, how several scales are put together, and which way is better."""

    improved: str = "any"
    combine: str | None = None
    better: str = "higher"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareChangeFacts(TopFacts):
    """The change of the share of answers that are among the highest.

    `answers` is "all" where all are judged though some are linked.
    """

    answers: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreChangeFacts(SurveyFacts):
    """The change of a mean score; `dose` is the label of the column that says how much each took part."""

    dose: str | None = None
    answers: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedMetFacts(SurveyFacts):
    """The share whose rating reaches what their role needs."""

    wave: str | None = None


class ShareImproved(ComparedWaves):
    """The share, of everybody concerned, who answered higher after than before."""

    demands: ClassVar[frozenset[str]] = LEVELS
    is_share: ClassVar[bool] = True

    kind: Literal["share-improved"]
    scale: str | None = None
    scales: list[str] = []
    combine: Literal["index", "every", "each"] | None = None
    improved: Literal["any", "step", "reliable"] = "any"

    @property
    def scale_names(self) -> tuple[str, ...]:
        """The scales that are asked about."""
        return tuple(self.scales) or ((self.scale,) if self.scale else ())

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield scales that cannot be taken together, and answers that cannot be linked."""
        yield from self._scale_faults(key, plan)
        yield from super().faults(key, target, plan)

    def _scale_faults(self, key: str, plan: Sections) -> Iterator[Fault]:
        if bool(self.scale) == bool(self.scales):
            yield Fault(code="plan-scale-or-scales", key=key)
            return
        if len(self.scales) > 1 and self.combine is None:
            yield Fault(code="plan-missing-key", key=f"{key}.combine")
            return
        sources = {plan.scales[name].source for name in self.scale_names if name in plan.scales}
        if len(sources) > 1:
            yield Fault(code="plan-scale-mismatch", key=f"{key}.scales", expected=tuple(sorted(sources)))
        elif sources:
            (source,) = sources
            survey = plan.sources.get(source)
            if isinstance(survey, Survey) and not survey.links:
                yield Fault(code="plan-no-code", key=key, details={"source": source})

    def facts(self, shared: SharedFacts, plan: Instruments) -> ShareImprovedFacts:
        """Return how it is measured."""
        scale = plan.scales[self.scale_names[0]]
        told = of_scale(scale, shared, self.compared_labels(plan.written))
        return ShareImprovedFacts(**told, improved=self.improved, combine=self.combine, better=str(scale.better))

    def apart(self, title: str, plan: Sections) -> list[tuple[str, Self]]:
        """Return one measure for each scale, where each is judged on its own."""
        if self.combine != "each":
            return [(title, self)]
        return [
            (plan.scales[name].label, self.model_copy(update={"scale": name, "scales": [], "combine": None}))
            for name in self.scales
        ]


class ChangeOfAnswers(ComparedWaves):
    """What can be judged by the linked alone, or by all who answered; by all in any case where nobody has a code."""

    scale: str
    answers: Literal["linked", "all"] = "linked"

    @property
    def scale_names(self) -> tuple[str, ...]:
        """The scale that is asked about."""
        return (self.scale,)

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield a relative change of all answers where some are linked."""
        survey = self._survey(plan)
        some_linked = survey is not None and survey.links
        if some_linked and self.answers == "all" and target is not None and target.reading == "relative":
            yield Fault(code="plan-relative-of-all", key=f"{key}.answers")
        yield from super().faults(key, target, plan)

    def _survey(self, plan: Sections) -> Survey | None:
        """Return the survey that the scale is asked in, where both are there."""
        source = plan.sources.get(plan.scales[self.scale].source) if self.scale in plan.scales else None
        return source if isinstance(source, Survey) else None

    def _told(self, shared: SharedFacts, plan: Instruments) -> tuple[OfScale, str | None]:
        """Return what is told of the scale, and "all" where all are judged though some are linked."""
        told = of_scale(plan.scales[self.scale], shared, self.compared_labels(plan.written))
        survey = self._survey(plan.written)
        return told, self.answers if self.answers == "all" and survey and survey.links else None


class ShareChange(ChangeOfAnswers):
    """The change of the share who chose one of the `top` highest answers.

    Of those who answered both times (`answers` = "linked"), or of all who answered ("all").
    """

    demands: ClassVar[frozenset[str]] = LEVELS | CHANGES
    is_share: ClassVar[bool] = True
    reading: ClassVar[Literal["none", "may", "must"]] = "must"

    kind: Literal["share-change"]
    top: Annotated[int, Field(ge=1)]

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield answers that are all of them, too."""
        yield from top_faults(self.scale, self.top, key, plan)
        yield from super().faults(key, target, plan)

    def facts(self, shared: SharedFacts, plan: Instruments) -> ShareChangeFacts:
        """Return how it is measured."""
        told, answers = self._told(shared, plan)
        scale = plan.scales[self.scale]
        counted = answer_of_two(scale)
        return ShareChangeFacts(**told, top=self.top, least=scale.cut(self.top), answer=counted, answers=answers)


class ScoreChange(ChangeOfAnswers):
    """The change of a scale's mean score; with `dose`, also of those who took part in less and in more.

    Of those who answered both times (`answers` = "linked"), or of all who answered ("all").
    """

    demands: ClassVar[frozenset[str]] = LEVELS | CHANGES
    reading: ClassVar[Literal["none", "may", "must"]] = "may"

    kind: Literal["score-change"]
    dose: str | None = None

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield doses of people who cannot be linked, too."""
        survey = self._survey(plan)
        if self.dose is not None and survey is not None:
            yield from lacking(f"sources.{plan.scales[self.scale].source}", {"code": survey.links or None})
        yield from super().faults(key, target, plan)

    def facts(self, shared: SharedFacts, plan: Instruments) -> ScoreChangeFacts:
        """Return how it is measured."""
        told, answers = self._told(shared, plan)
        return ScoreChangeFacts(**told, dose=plan.written.called(self.dose) if self.dose else None, answers=answers)


class NeedMet(InOneWave):
    """The share of people whose rating of every skill reaches the level that their role needs."""

    demands: ClassVar[frozenset[str]] = frozenset({"at-least"})
    is_share: ClassVar[bool] = True

    kind: Literal["need-met"]
    scale: str
    role: str
    needed: Annotated[dict[str, dict[str, int]], Field(min_length=1)]
    unit: str | None = None

    @property
    def scale_names(self) -> tuple[str, ...]:
        """The scale that skills are rated on."""
        return (self.scale,)

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield roles and skills that nothing is known of, a wave that is none, and margins that are not weighed to."""
        for role, levels in self.needed.items():
            if not levels:
                yield Fault(code="plan-empty", key=f"{key}.needed.{role}")
            if self.scale in plan.scales:
                items = plan.scales[self.scale].items
                named = (item for item in levels if item not in items)
                yield from (unknown(f"{key}.needed.{role}.{item}", item, "scale-item", items) for item in named)
        yield from wave_faults(f"{key}.wave", [self.wave] if self.wave else [], plan.waves)
        survey = plan.sources.get(plan.scales[self.scale].source) if self.scale in plan.scales else None
        if isinstance(survey, Survey) and survey.weigh:
            yield Fault(code="plan-not-weighed", key=f"{key}.kind", got=self.kind)

    def facts(self, shared: SharedFacts, plan: Instruments) -> MeasureFacts:
        """Return how it is measured."""
        told = of_scale(plan.scales[self.scale], shared, ComparedLabels(first=None, last=None))
        return NeedMetFacts(**told, wave=self.wave)


KIND = Kind(
    source=Survey,
    found=found_survey,
    measures=(Share, ShareImproved, ShareChange, ScoreChange, NeedMet, GroupDifference),
    template="usual",
)
