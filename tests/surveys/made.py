"""Survey answers made from counts, for tests."""

import numpy as np
import pandas as pd

from effektmatt.surveys.answers import code_answers
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.waves import Waves

LIKERT = ["1", "2", "3", "4", "5"]
ONE = Scale.of(["q"], LIKERT, label="Trygghet", top=2)


def coded(cells, wave="before", scale=ONE, **groups):
    """Code one row per person: a value for a single item, a list of values for several."""
    rows = [one if isinstance(one, list) else [one] for one in cells]
    frame = pd.DataFrame(rows, columns=[item.id for item in scale.items], dtype=object)
    for by, labels in groups.items():
        frame[by] = np.array(labels, dtype=object)
    answers, faults = code_answers(frame, scale, wave, by=list(groups))
    assert faults == ()
    return answers


def paired(moves, scale=ONE, **groups):
    """Return linked waves from (before, after, how many) and groups with one label per row of `moves`."""
    times = [count for _, _, count in moves]
    labels = {
        by: [label for label, count in zip(per_move, times, strict=True) for _ in range(count)]
        for by, per_move in groups.items()
    }
    first = [before for before, _, count in moves for _ in range(count)]
    second = [after for _, after, count in moves for _ in range(count)]
    everybody = np.arange(len(first))
    return Waves(
        before=coded(first, "before", scale, **labels),
        after=coded(second, "after", scale, **labels),
        pairs=(everybody, everybody),
    )


def independent(before, after, scale=ONE):
    """Return waves that cannot be linked, from (answer, how many) in each."""
    first, second = ([answer for answer, count in wave for _ in range(count)] for wave in (before, after))
    return Waves(before=coded(first, "before", scale), after=coded(second, "after", scale))


def partly_linked(moves, only_before=(), only_after=(), scale=ONE):
    """Return waves from (before, after, how many) of the linked, and (answer, how many) of those who answered once."""
    first, second = ([one for *both, count in moves for one in [both[place]] * count] for place in (0, 1))
    alone = ([answer for answer, count in wave for _ in range(count)] for wave in (only_before, only_after))
    linked = np.arange(len(first))
    before, after = (coded([*wave, *once], scale=scale) for wave, once in zip((first, second), alone, strict=True))
    return Waves(before=before, after=after, pairs=(linked, linked))


def codes(notes):
    return [note.code for note in notes]
