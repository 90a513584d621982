"""Measures of the answers on scales, and what of them is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from effektmatt.errors import Fault
from effektmatt.plan.checks import wave_faults
from effektmatt.plan.facts import MeasureFacts, SharedFacts
from effektmatt.plan.instruments import Instruments
from effektmatt.plan.measures import ComparedLabels, InOneWave
from effektmatt.plan.sections import Sections, Target
from effektmatt.plan.tables import Where
from effektmatt.surveys.scale import Scale

_TWO = 2


class OfScale(SharedFacts, ComparedLabels):
    """What of the facts is found in the same way for all measures of scales."""

    lowest: float
    highest: float
    questions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyFacts(MeasureFacts):
    """What was asked: the lowest and highest score that an answer can give, and how many questions there are.

    `first` and `last` are the labels of the waves that are compared, where the plan names them.
    """

    lowest: float | None = None
    highest: float | None = None
    questions: int = 1
    first: str | None = None
    last: str | None = None

    @property
    def ends(self) -> tuple[float, float] | None:
        """The ends of the scale."""
        return None if self.lowest is None or self.highest is None else (self.lowest, self.highest)

    @property
    def asked(self) -> int:
        """How many questions the scale has."""
        return self.questions


class OfRegisterOrScale(InOneWave):
    """What is counted in a register (`source` and `where`), or among the answers in one wave (`scale` and `top`)."""

    source: str | None = None
    where: Where = {}
    scale: str | None = None
    top: Annotated[int, Field(ge=1)] | None = None

    @property
    def named_source(self) -> str | None:
        """The register, if it is that."""
        return self.source

    @property
    def scale_names(self) -> tuple[str, ...]:
        """The scale, if it is answers."""
        return (self.scale,) if self.scale else ()

    @property
    def counted(self) -> Where:
        """The condition of what is counted."""
        return self.where

    def source_in(self, plan: Sections) -> str:
        """Return the name of the source that it reads."""
        return self.source or super().source_in(plan)

    def faults(self, key: str, target: Target | None, plan: Sections) -> Iterator[Fault]:
        """Yield what is missing to count in a register, or among answers."""
        if (self.source is None) == (self.scale is None):
            yield Fault(code="plan-source-or-scale", key=key)
        elif self.source is not None and not self.where:
            yield Fault(code="plan-missing-key", key=f"{key}.where")
        elif self.wave is not None:
            yield from wave_faults(f"{key}.wave", [self.wave], plan.waves)
        if self.top is not None:
            yield from top_faults(self.scale or "", self.top, key, plan)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopFacts(SurveyFacts):
    """Those count who gave one of the `top` highest answers: of several questions, who have a score of `least`.

    `answer` is the one that counts where a question can be answered in two ways.
    """

    top: int
    least: float = 0.0
    answer: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopShareFacts(TopFacts):
    """The share of one wave's answers that are among the highest."""

    wave: str | None = None


def of_scale(scale: Scale, shared: SharedFacts, waves: ComparedLabels) -> OfScale:
    """Return what is told of every measure of a scale."""
    return OfScale(**shared, lowest=scale.lowest, highest=scale.highest, questions=len(scale.items), **waves)


def top_share_facts(scale: str, top: int, wave: str | None, shared: SharedFacts, plan: Instruments) -> TopShareFacts:
    """Return how the share of the highest answers of one wave is measured."""
    asked = plan.scales[scale]
    told = of_scale(asked, shared, ComparedLabels(first=None, last=None))
    return TopShareFacts(**told, top=top, least=asked.cut(top), answer=answer_of_two(asked), wave=wave)


def answer_of_two(scale: Scale) -> str | None:
    """Return the answer that counts on a scale of yes and no, or of any other two answers."""
    return scale.labels[-1] if len(scale.labels) == _TWO else None


def top_faults(scale: str, top: int, key: str, plan: Sections) -> Iterator[Fault]:
    """Yield the fault of a share of the highest answers that would hold all of them."""
    asked = plan.scales.get(scale)
    while asked is not None and len(asked.answers) == 1 and asked is not plan.scales.get(asked.answers[0][0]):
        asked = plan.scales.get(asked.answers[0][0])  # the answers of another scale
    if asked is not None and top >= len(asked.answers):
        limit = f"≤ {len(asked.answers) - 1}"
        yield Fault(code="plan-limit", key=f"{key}.top", got=str(top), details={"limit": limit})
