"""How many gave something that is no answer ("Vet ej") in each wave, and whether that changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from effektmatt.core import Linkage, Note
from effektmatt.stats.choices import SHARE_DIFFERENCE
from effektmatt.surveys.answers import CodedAnswers


def not_an_answer_notes(waves: Iterable[CodedAnswers | None]) -> Iterator[Note]:
    """Yield how many of all in each wave gave no answer but said so, where anybody did, and whether they became more.

    A share is one of those who gave an answer: where many more say that they do not know it may rise though fewer say
    yes.
    """
    made = [one for one in waves if one is not None]
    if not any(one.without_answer for one in made):
        return
    for one in made:
        n = one.n + one.without_answer
        yield Note(code="not-an-answer", values={"wave": one.wave, "n": one.without_answer, "of": n})
    if len(made) > 1 and (way := no_answers_became(made[0], made[-1])):
        yield Note(code="not-an-answer-changed", values={"way": way})


def no_answers_became(before: CodedAnswers, after: CodedAnswers) -> str | None:
    """Say whether those who gave no answer surely became "more" or "fewer" of all; None where they did not.

    Where they did, the share of those who answered may have changed although nobody says otherwise than before.
    """
    (had, n_before), (has, n_after) = ((one.without_answer, one.n + one.without_answer) for one in (before, after))
    if min(n_before, n_after) == 0:
        return None
    interval = SHARE_DIFFERENCE.kernel(Linkage.INDEPENDENT)(has, n_after, had, n_before, 0.95)
    return "more" if interval.low > 0 else "fewer" if interval.high < 0 else None
