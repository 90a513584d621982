"""Surveys in a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from effektmatt.plan.facts import MeasureFacts, SharedFacts


class ComparedLabels(TypedDict):
    """The labels of the waves that the plan compares, where it names them."""

    first: str | None
    last: str | None


class OfScale(SharedFacts, ComparedLabels):
    """What of the facts is found in the same way for all measures of scales."""

    highest: float
    questions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyFacts(MeasureFacts):
    """What was asked: the highest score that an answer can give, and how many questions there are.

    `first` and `last` are the labels of the waves that are compared, where the plan names them.
    """

    highest: float | None = None
    questions: int = 1
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareImprovedFacts(SurveyFacts):
    """The share who answered higher after: what counts as higher, and how several scales are put together."""

    improved: str = "any"
    combine: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopFacts(SurveyFacts):
    """Those count who gave one of the `top` highest answers: of several questions, who have a score of `least`."""

    top: int
    least: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TopShareFacts(TopFacts):
    """The share of one wave's answers that are among the highest."""

    wave: str | None = None


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
