"""Those who gave no answer but said so: told per wave, and counted as the plan says."""

import pandas as pd

from effektmatt.surveys.answers import code_answers
from effektmatt.surveys.change_outcomes import share_change_outcome
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.top_share import top_share_outcome
from effektmatt.surveys.waves import Waves


def scale(counts="not"):
    made = Scale.of(["q"], ["Nej", "Ja"], not_an_answer=["Vet ej"])
    return Scale(
        id=made.id,
        label=made.label,
        items=made.items,
        answers=made.answers,
        not_an_answer=made.not_an_answer,
        not_an_answer_counts=counts,
    )


def wave(name, yes, no, unknown, counts="not"):
    cells = pd.DataFrame({"q": ["Ja"] * yes + ["Nej"] * no + ["Vet ej"] * unknown})
    return code_answers(cells, scale(counts), name)[0]


def test_what_was_no_answer_is_told_for_each_wave_and_that_it_changed():
    waves = Waves(before=wave("before", 60, 50, 2), after=wave("after", 60, 20, 32))
    outcome = share_change_outcome(waves, top=1)
    assert outcome.estimate.value > 0.1
    told = [(note.code, dict(note.values)) for note in outcome.notes if note.code.startswith("not-an-answer")]
    assert told == [
        ("not-an-answer", {"wave": "before", "n": 2, "of": 112}),
        ("not-an-answer", {"wave": "after", "n": 32, "of": 112}),
        ("not-an-answer-changed", {"way": "more"}),
    ]


def test_as_many_both_times_is_told_and_nothing_made_of_it():
    waves = Waves(before=wave("before", 60, 50, 4), after=wave("after", 70, 40, 5))
    codes = [note.code for note in share_change_outcome(waves, top=1).notes]
    assert codes.count("not-an-answer") == 2
    assert "not-an-answer-changed" not in codes


def test_the_plan_may_count_it_as_the_lowest_answer():
    outcome = top_share_outcome(wave("after", 60, 20, 40, counts="lowest"), top=1)
    assert (outcome.estimate.hits, outcome.estimate.n) == (60, 120)
    assert "not-an-answer" not in {note.code for note in outcome.notes}
    assert top_share_outcome(wave("after", 60, 20, 40), top=1).estimate.n == 80
