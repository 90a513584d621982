"""How a kind of evidence is said: what every file of `wording/kinds/` says as its `KIND`."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from effektmatt.core import Detail
from effektmatt.core.kinds import module_of, of_every_kind
from effektmatt.wording.changes import both_text, moved_text
from effektmatt.wording.conditions import quoted, whom
from effektmatt.wording.targets import capitalised, decimals_beside
from effektmatt.wording.text_table import tables_once

if TYPE_CHECKING:
    from effektmatt.core import Estimate
    from effektmatt.findings import GoalFinding
    from effektmatt.plan.facts import MeasureFacts
    from effektmatt.wording.language import Words
    from effektmatt.wording.text_table import TextTable

FactsT = TypeVar("FactsT", bound="MeasureFacts")
FactsT_co = TypeVar("FactsT_co", bound="MeasureFacts", covariant=True)
DetailT = TypeVar("DetailT", bound=Detail)
T = TypeVar("T")

Given = dict[str, str | int | float]
#: What a value says of itself: paragraphs, and tables after them.
Said = tuple[list[str], list["TextTable"]]


class Subject(StrEnum):
    """What a measure is about, where some readers have no use for it and a fixed template asks for it."""

    MONEY = "money"
    RELIABILITY = "reliability"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told(Generic[FactsT_co]):
    """A goal without parts, or one `part`, as the words of its measure read it; `labels` name columns and waves."""

    goal: GoalFinding
    facts: FactsT_co
    words: Words
    labels: Mapping[str, str] = field(default_factory=dict)
    part: bool = False

    @property
    def estimate(self) -> Estimate:
        """The number that is judged."""
        return self.goal.fulfilment.estimate

    @property
    def value(self) -> str:
        """The number that is judged, so written that it is not taken for a target that it does not equal."""
        return self.words.value(self.estimate, decimals_beside(self.estimate, self.goal.fulfilment.target))

    @property
    def counted(self) -> Given:
        """How many, of how many, and the share: what every sentence about a share needs."""
        estimate, value = self.estimate, self.value
        if estimate.hits is not None and estimate.n and estimate.value is not None:
            weighed = not math.isclose(estimate.value, estimate.hits / estimate.n, rel_tol=1e-9, abs_tol=1e-9)
            value = self.words.say("found-weighed", value=value) if weighed else value
        return {"n": estimate.n, "hits": estimate.hits or 0, "value": value}

    @property
    def scales(self) -> str:
        """Which questions, as it stands after what was measured: " på frågorna om ”Bemötande”"."""
        labels, questions = self.facts.labels, max(self.facts.asked, len(self.facts.labels))
        return self.words.say("how-scales", labels=quoted(labels, self.words), questions=questions) if labels else ""

    def everybody(self, source: str | None = None) -> str:
        """Return those of whom some are counted: "230 i Deltagarregistret", "de 206 som har genomgått utbildningen"."""
        population, among = self.estimate.population or self.estimate.n, self.facts.among
        if among:
            return self.words.say("of-whom", population=population, whom=whom(among, self.words))
        return self.words.say("of-plain", population=population, source=source or self.facts.source_label)

    def moved(self, code: str, **more: str) -> str:
        """Say what something was before and after, which way it went and by how much."""
        outcome, judged, words = self.goal.outcome, self.estimate, self.words
        change = outcome.change
        if change is None or change.before.value is None or change.after.value is None:
            return words.say("found-nothing")
        # what is judged may be the value after, or may not be known: the amount is then the plain difference
        plain = judged.measure == change.after.measure or judged.value is None
        difference = change.difference if plain else judged
        if difference.value is None:
            return self.before_and_after() or words.say("found-nothing")
        decimals = decimals_beside(difference, self.goal.fulfilment.target) if difference is judged else None
        shown = replace(change, difference=difference)
        return moved_text(shown, code, words, decimals, waves=outcome.wave_labels, **more)

    def before_and_after(self) -> str | None:
        """Say what something was before and after, where that is all; None where not even that is known."""
        outcome, words = self.goal.outcome, self.words
        change = outcome.change
        if change is None or change.before.value is None or change.after.value is None:
            return None
        both = both_text(change, words, outcome.wave_labels)
        return words.say("found-before-and-after", what=capitalised(words.measured(change.after)), both=both)


def of_detail(of: type[DetailT], say: Callable[[Told[FactsT], DetailT], T]) -> Callable[[Told[FactsT]], T | None]:
    """Return a function that is told the evidence room's own result; None where the goal has no result of that type."""

    def said(told: Told[FactsT]) -> T | None:
        detail = told.goal.outcome.detail
        return say(told, detail) if isinstance(detail, of) else None

    return said


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureWords(Generic[FactsT]):
    """How one measure is said.

    Parameters
    ----------
    of
        The type of its facts, by which it is known.
    found
        What was found, as a clause without a full stop.
    how, given
        The message that says how it was measured, and what it needs beyond what all of them get.
    more
        Sentences about further choices of the plan.
    tables
        Tables of its own, beside those that all goals have.
    units, missing
        The counts of units that must each reach the target, as a table; and a sentence that names those that miss it.
    instead
        What there is to say, as a clause, where the number that is judged has no value: what it was before and after,
        if nothing else.
    means
        What the means were before and after, where they are not what is judged.
    turns
        What else would turn the verdict: told with the summary.
    alike
        The goal without what each of several parts has of its own; None where parts are told one by one.
    short
        What was found in a few words, where the number that is judged is that of one unit and would be taken for all.
    beside
        Whether other ways to measure the same get a table: not where its own holds them.
    tipping
        The message about how many of those missing would turn the verdict.
    subject
        What it is about.
    """

    of: type[FactsT]
    found: Callable[[Told[FactsT]], str | None]
    how: str
    given: Callable[[Told[FactsT]], Given | None] = lambda _: None
    more: Callable[[Told[FactsT]], Iterable[str]] = lambda _: ()
    tables: Callable[[Told[FactsT]], Iterable[TextTable] | None] = lambda _: None
    units: Callable[[Told[FactsT]], TextTable | None] = lambda _: None
    missing: Callable[[Told[FactsT]], Iterable[str] | None] = lambda _: None
    instead: Callable[[Told[FactsT]], str | None] = lambda told: told.before_and_after()
    means: Callable[[Told[FactsT]], Iterable[str]] = lambda _: ()
    turns: Callable[[Told[FactsT]], Iterable[str]] = lambda _: ()
    alike: Callable[[GoalFinding], GoalFinding | None] = lambda goal: goal
    short: Callable[[Told[FactsT]], str | None] = lambda _: None
    beside: bool = True
    tipping: str = "tipping-needed"
    subject: Subject | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailWords(Generic[DetailT]):
    """What an evidence room's own result says in a notebook."""

    of: type[DetailT]
    said: Callable[[DetailT, Words], Said]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindWords:
    """How a kind is said; `limits` are messages about an evaluation that has such a source."""

    measures: tuple[MeasureWords[Any], ...]
    details: tuple[DetailWords[Any], ...] = ()
    limits: tuple[str, ...] = ()


def kind_words(kind: str) -> KindWords:
    """Return how a kind of source is said."""
    return module_of("wording", kind, KindWords)


def measure_words(goal: GoalFinding) -> MeasureWords[Any]:
    """Return how a goal's measure is said, by the type of its facts: the only place where that is asked for."""
    return next(one for one in kind_words(goal.measure.source_kind).measures if one.of is type(goal.measure))


def told_of(goal: GoalFinding, words: Words, labels: Mapping[str, str] | None = None) -> Told[Any]:
    """Return a goal as the words of its measure read it."""
    return Told(goal=goal, facts=goal.measure, words=words, labels=labels or {})


def own_tables(goal: GoalFinding, words: Words) -> tuple[TextTable, ...]:
    """Return the tables that a goal and its parts have of their own, each once."""
    tables = (
        table for part in goal.parts or (goal,) for table in measure_words(part).tables(told_of(part, words)) or ()
    )
    return tables_once(tables)


def detail_said(detail: Detail, words: Words) -> Said | None:
    """Return what an evidence room's own result says, by its type; None for one that says nothing."""
    known = (one for kind in of_every_kind("wording", KindWords).values() for one in kind.details)
    return next((one.said(detail, words) for one in known if isinstance(detail, one.of)), None)
