"""What a survey's questions and answers mean: items, the answers from lowest to highest, how a score is made."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from effektmatt.core import Direction, expect
from effektmatt.core.counts import Floats
from effektmatt.core.names import as_names
from effektmatt.data.values import WHOLE, folded
from effektmatt.errors import Fault, InputFaults, nearest

#: The waves that a column name counts for when nothing else is said.
BEFORE, AFTER = "before", "after"
#: What an item's column of the then-test is called by; it stands in the file of the last wave.
THEN = "then"


class Score(StrEnum):
    """How a person's answers become one number."""

    MEAN = "mean"  # of the answered items
    SUM = "sum"  # of all items; those unanswered count as the person's own mean
    SKR_INDEX = "skr-index"  # 1 to 5 becomes 0, 25, 50, 75, 100, then the mean


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question: what it asks, and the column it stands in for each wave (its id, unless said).

    >>> item = Item(id="v1", label="Jag är trygg med verktygen", columns={"before": "fraga_4"})
    >>> item.column("before"), item.column("after")
    ('fraga_4', 'v1')
    """

    id: str
    label: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)

    def column(self, wave: str) -> str:
        """Return the name of the item's column in one wave."""
        return self.columns.get(wave, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Items that are answered with the same answers and make up one score.

    Parameters
    ----------
    id, label
        The scale's name in the plan, and in the report.
    items
        The questions.
    answers
        From lowest to highest; each with all its spellings, the first of them the one that is shown.
    reversed
        Ids of the items where a high answer means little of what the scale measures.
    not_an_answer
        What stands for no answer ("Vet ej", "9"); tried before `answers`.
    not_an_answer_counts
        What such a cell counts as: "not" at all, or as the "lowest" answer (who does not know does not say yes).
    score
        "mean", "sum" (unanswered items count as the person's own mean) or "skr-index" (five answers, 0 to 100).
    minimum_answered
        The smallest share of the items that must be answered for a score.
    top
        How many of the highest answers count as "top" (4 and 5 of 1 to 5: top = 2), where the scale says so.
    better
        Which way is better: of a scale of stress, lower.
    places, lowest_value
        Found from `answers`: the place of every spelling (None: no answer), and the value of the lowest answer, which
        is the number it is labelled with where labels count up by one, else 1.

    Raises
    ------
    InputFaults
        All at once: items or answers that are too few or repeated, a reversed item that does not exist, a score or a
        limit that cannot be meant.
    """

    id: str
    label: str
    items: tuple[Item, ...]
    answers: tuple[tuple[str, ...], ...]
    reversed: frozenset[str] = frozenset()
    not_an_answer: frozenset[str] = frozenset()
    not_an_answer_counts: str = "not"
    score: str = Score.MEAN
    minimum_answered: float = 0.5
    top: int | None = None
    better: Direction = Direction.HIGHER
    places: Mapping[str, int | None] = field(init=False, repr=False, compare=False)
    lowest_value: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        faults = _scale_faults(self)
        if faults:
            raise InputFaults(faults)
        object.__setattr__(self, "places", _places(self))
        object.__setattr__(self, "lowest_value", _lowest_value(self.labels))

    @classmethod
    def of(
        cls,
        items: str | Iterable[str | Item] | Mapping[str, str],
        answers: Sequence[str | int | Sequence[str]],
        *,
        id: str = "scale",  # noqa: A002 -- the word that plan and results use
        label: str = "",
        reversed: str | Iterable[str] = (),  # noqa: A002 -- the survey word
        not_an_answer: Iterable[str | int] = (),
        score: str = "mean",
        minimum_answered: float = 0.5,
        top: int | None = None,
        better: str = "higher",
    ) -> Scale:
        """Make a scale from plain lists, as in a notebook.

        Parameters
        ----------
        items
            Column names, or a mapping from column name to the question, or `Item` where a column's name differs
            between the waves.
        answers
            From lowest to highest; where an answer has several spellings, a list of them.

        Examples
        --------
        >>> scale = Scale.of(["q1", "q2"], [1, 2, 3, 4, 5], reversed=["q2"], not_an_answer=[9])
        >>> scale.place("4.0"), scale.place(9), scale.levels.tolist()
        (3, None, [1.0, 2.0, 3.0, 4.0, 5.0])
        """
        expect("items", items, (str, Iterable), '["q1", "q2"]')
        asked = [items] if isinstance(items, str) else items
        pairs = list(asked.items() if isinstance(asked, Mapping) else ((item, "") for item in asked))
        for one, _ in pairs:
            expect("an item", one, (str, Item), '"q1", the name of its column')
        if isinstance(answers, str) or not isinstance(answers, Iterable):
            raise TypeError(f"answers is a list from lowest to highest, [1, 2, 3, 4, 5] for example; got {answers!r}")
        return cls(
            id=id,
            label=label,
            items=tuple(one if isinstance(one, Item) else Item(id=one, label=text) for one, text in pairs),
            answers=tuple((str(one),) if isinstance(one, str | int) else tuple(map(str, one)) for one in answers),
            reversed=frozenset(as_names(reversed)),
            not_an_answer=frozenset(map(str, not_an_answer)),
            score=score,
            minimum_answered=minimum_answered,
            top=top,
            better=Direction(better),
        )

    def place(self, answer: object) -> int | None:
        """Return an answer's place, 0 for the lowest; None where it stands for no answer.

        Raises
        ------
        KeyError
            If the answer is none of the scale's.
        """
        return self.places[folded(answer)]

    @property
    def labels(self) -> tuple[str, ...]:
        """The answers as they are shown, from lowest to highest."""
        return tuple(spellings[0] for spellings in self.answers)

    @property
    def is_two_answers(self) -> bool:
        """Whether there are but two answers: no and yes."""
        return len(self.answers) == 2

    @property
    def levels(self) -> Floats:
        """The values of the answers to one item, from lowest to highest."""
        return np.arange(self.lowest_value, self.lowest_value + len(self.answers), dtype=np.float64)

    @property
    def fewest_answered(self) -> int:
        """How many items must be answered for a score."""
        return max(1, math.ceil(self.minimum_answered * len(self.items) - 1e-9))

    @property
    def factor(self) -> int:
        """What the score counts a step of the mean answer as: score = factor x (mean answer - offset)."""
        factors: dict[str, int] = {Score.MEAN: 1, Score.SUM: len(self.items), Score.SKR_INDEX: 25}
        return factors[self.score]

    @property
    def offset(self) -> int:
        """The mean answer that scores 0."""
        return self.lowest_value if self.score == Score.SKR_INDEX else 0

    def score_of(self, answer_value: int) -> int:
        """Return the score of somebody who gives the same answer to every item.

        >>> Scale.of(["q1", "q2"], [1, 2, 3, 4, 5], score="skr-index").score_of(4)
        75
        """
        return self.factor * (answer_value - self.offset)

    @property
    def lowest(self) -> int:
        """The lowest possible score."""
        return self.score_of(self.lowest_value)

    @property
    def highest(self) -> int:
        """The highest possible score."""
        return self.score_of(self.lowest_value + len(self.answers) - 1)

    def cut(self, top: int) -> int:
        """Return the score that the top `top` answers begin at."""
        return self.score_of(self.lowest_value + len(self.answers) - top)


def _places(scale: Scale) -> dict[str, int | None]:
    """Every known spelling and its place; a place number stands for a text label where no label is a number."""
    spelled = {folded(spelling): place for place, spellings in enumerate(scale.answers) for spelling in spellings}
    numbered = {str(place + 1): place for place in range(len(scale.answers))}
    has_number = any(WHOLE.fullmatch(spelling) for spelling in spelled)
    none: dict[str, int | None] = {folded(spelling): None for spelling in scale.not_an_answer}
    return ({} if has_number else numbered) | spelled | none


def _lowest_value(labels: Sequence[str]) -> int:
    numbers = [int(label) for label in map(folded, labels) if WHOLE.fullmatch(label)]
    counts_up = len(numbers) == len(labels) and all(
        later - earlier == 1 for earlier, later in itertools.pairwise(numbers)
    )
    return numbers[0] if counts_up else 1


def _scale_faults(scale: Scale) -> list[Fault]:
    """Everything that is wrong with a declared scale; `key` counts from the scale's own place in a plan."""
    ids = [item.id for item in scale.items]
    faults = []
    if not ids:
        faults.append(Fault(code="scale-without-items", key="items"))
    if len(scale.answers) < 2:
        faults.append(Fault(code="scale-too-few-answers", key="answers", got=str(len(scale.answers))))
    if not all(scale.answers):
        return [*faults, Fault(code="scale-answer-empty", key="answers")]
    repeated = _repeated(ids)
    faults.extend(Fault(code="scale-item-repeated", key="items", got=one) for one in repeated)
    spellings = [folded(one) for answer in scale.answers for one in {folded(two) for two in answer}]
    spellings += list({folded(one) for one in scale.not_an_answer})
    faults.extend(Fault(code="scale-answer-repeated", key="answers", got=one) for one in _repeated(spellings))
    for item in sorted(scale.reversed - set(ids)):
        near = nearest(item, ids)
        faults.append(Fault(code="scale-item-unknown", key="reversed", got=item, expected=tuple(ids), nearest=near))
    scores = tuple(str(score) for score in Score)
    if scale.score not in scores:
        near = nearest(scale.score, scores)
        faults.append(Fault(code="scale-score-unknown", key="score", got=scale.score, expected=scores, nearest=near))
    if scale.score == Score.SKR_INDEX and len(scale.answers) != 5:
        got = str(len(scale.answers))
        faults.append(Fault(code="skr-index-needs-five-answers", key="score", got=got))
    if not 0 <= scale.minimum_answered <= 1:
        got = str(scale.minimum_answered)
        faults.append(Fault(code="minimum-answered-not-a-share", key="minimum_answered", got=got))
    if scale.top is not None and not 0 < scale.top < len(scale.answers):
        expected = tuple(str(one) for one in range(1, len(scale.answers)))
        faults.append(Fault(code="top-outside-scale", key="top", got=str(scale.top), expected=expected))
    return faults


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]
