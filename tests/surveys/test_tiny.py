"""Nobody, one, two or three people, all alike or all apart: there is an answer, or a note of why there is none."""

from functools import partial

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import About, Estimate, Hide
from effektmatt.surveys.change_outcomes import score_change_outcome, share_change_outcome
from effektmatt.surveys.compare import compare_surveys
from effektmatt.surveys.improved_outcome import share_improved_outcome
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.waves import Waves
from surveys.made import LIKERT, ONE, coded

THREE = Scale.of(["a", "b", "c"], LIKERT, id="tre", label="Tre", reversed=["c"], top=2)
FROM_NOUGHT = Scale.of(["q"], ["0", "1", "2"], id="noll", label="Noll", top=1)
#: Nothing is hidden, so that every group is computed.
ALL_SHOWN = Hide(means=0, distributions=0)
READINGS = ("points", "relative", "level")

answers = st.sampled_from([None, "1", "1", "2", "5"])


@st.composite
def people(draw, scale):
    """Return two waves of at most four people each, often all alike: their answers, and their municipalities."""
    values = draw(st.lists(answers, min_size=1, max_size=3))
    if scale is FROM_NOUGHT:
        values = [None if value is None else str(min(int(value), 3) - 1) for value in values]
    sizes = draw(st.integers(0, 4)), draw(st.integers(0, 4))
    cells = [[[draw(st.sampled_from(values)) for _ in scale.items] for _ in range(size)] for size in sizes]
    towns = [[draw(st.sampled_from(["Orust", "Ale", None])) for _ in range(size)] for size in sizes]
    return cells, towns


@st.composite
def tiny_waves(draw, scale):
    """Return the waves that such people make, linked or not, with groups or not."""
    cells, towns = draw(people(scale))
    grouped = draw(st.booleans())
    before, after = (
        coded(answered, wave, scale, **({"kommun": town} if grouped else {}))
        for answered, wave, town in zip(cells, ("before", "after"), towns, strict=True)
    )
    linked = np.arange(draw(st.integers(0, min(map(len, cells)))))
    return Waves(before=before, after=after, pairs=(linked, linked[::-1].copy()) if draw(st.booleans()) else None)


populations = st.sampled_from([None, 0, 1, 3, 50])


def check(estimate):
    """An estimate holds a number or a reason, and numbers hang together."""
    if estimate is None:
        return
    assert isinstance(estimate, Estimate)
    assert estimate.value is not None or estimate.notes, estimate.measure
    if estimate.value is not None:
        assert np.isfinite(estimate.value)
    if estimate.interval is not None and estimate.value is not None:
        assert estimate.interval.low - 1e-9 <= estimate.value <= estimate.interval.high + 1e-9
    if estimate.curve is not None:
        assert np.all(np.isfinite(estimate.curve.parameters))


def check_outcome(outcome):
    change = [] if outcome.change is None else [outcome.change.before, outcome.change.after, outcome.change.difference]
    for estimate in (outcome.estimate, *outcome.beside, *change):
        check(estimate)
    for group in outcome.groups:
        check(group.estimate)


OUTCOMES = {
    **{f"share-{reading}": partial(share_change_outcome, reading=reading) for reading in READINGS},
    **{f"score-{reading}": partial(score_change_outcome, reading=reading) for reading in READINGS},
}


@pytest.mark.parametrize("scale", [ONE, THREE, FROM_NOUGHT], ids=lambda scale: scale.label)
@given(data=st.data(), asked=st.sampled_from(sorted(OUTCOMES)), population=populations)
def test_what_hardly_anybody_answered(scale, data, asked, population):
    waves = data.draw(tiny_waves(scale))
    check_outcome(OUTCOMES[asked](waves, about=About(population=population, hide=ALL_SHOWN)))


@pytest.mark.parametrize("combine", [None, "index", "every"])
@given(data=st.data(), definition=st.sampled_from(["any", "step", "reliable"]), population=populations)
def test_hardly_anybody_improved(combine, data, definition, population):
    waves = data.draw(tiny_waves(THREE))
    scales = [waves] if combine is None else [waves, waves]
    check_outcome(
        share_improved_outcome(
            scales, definition=definition, combine=combine, about=About(population=population, hide=ALL_SHOWN)
        )
    )


@given(made=people(THREE), keyed=st.booleans())
def test_a_comparison_without_a_plan(made, keyed):
    cells, towns = made
    frames = [
        pd.DataFrame(
            [[f"k{place}", town, *row] for place, (town, row) in enumerate(zip(wave_towns, wave, strict=True))],
            columns=["kod", "kommun", "a", "b", "c"],
            dtype=object,
        )
        for wave, wave_towns in zip(cells, towns, strict=True)
    ]
    found = compare_surveys(*frames, scale=THREE, key="kod" if keyed else None, by=["kommun"], hide=ALL_SHOWN)
    for estimate in (*found.shares_improved, found.net_improved, found.ordinal, found.share_improved):
        check(estimate)
    for change in (found.mean, found.top_share):
        for estimate in (change.before, change.after, change.difference, *change.effects):
            check(estimate)
    assert len(found.to_frame()) >= 1


@pytest.mark.parametrize("n", [0, 1, 2])
def test_fewer_than_three_pairs_have_no_standardised_difference(n):
    waves = Waves(
        before=coded(["1", "2", "4"][:n]), after=coded(["3", "5", "4"][:n], "after"), pairs=(np.arange(n),) * 2
    )
    found = {one.measure: one for one in score_change_outcome(waves).change.effects}["hedges-g-av"]
    assert found.value is None
    assert found.notes[0].code in {"too-few-answers", "no-answers", "wave-without-answers"}
