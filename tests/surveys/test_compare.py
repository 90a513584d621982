import pickle

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.core import Linkage
from effektmatt.errors import InputFaults
from effektmatt.surveys.change_between_waves import survey_change
from effektmatt.surveys.compare import compare_surveys
from effektmatt.surveys.scale import Scale
from surveys.made import LIKERT, codes, paired

SCALE = Scale.of(["q1", "q2"], LIKERT, id="trygghet", label="Trygghet", reversed=["q2"], not_an_answer=["9"], top=2)
BEFORE = {
    "kod": ["an12", "be07", "ce33", "da41", "ce33", None],
    "kommun": ["Orust", "Orust", "Orust", "Tranemo", "Tranemo", "Orust"],
    "q1": ["2", "3", "4", "5", "1", "3"],
    "q2": ["4", "3", "2", "1", "9", "3"],
}
AFTER = {
    "kod": ["AN12 ", "be70", "ce33", "da41", "da41"],
    "kommun": ["Orust", "Orust", "Tranemo", "Tranemo", "tranemo"],
    "q1": ["4", "3", "4", "4", "5"],
    "q2": ["2", "3", "2", "2", "1"],
}


@pytest.mark.parametrize("make", [pd.DataFrame, pl.DataFrame, pl.LazyFrame, pa.table])
def test_the_same_comparison_in_every_engine(make):
    change = compare_surveys(make(BEFORE), make(AFTER), key="kod", within=["kommun"], scale=SCALE)
    assert change.linkage is Linkage.PAIRED
    # an12, ce33 in Tranemo and da41 (the later of its two answers)
    assert (change.n_before, change.n_after, change.n_linked, change.n_analysed) == (6, 4, 3, 3)
    assert (change.share_improved.hits, change.share_improved.n) == (2, 3)
    assert [(note.code, dict(note.values)) for note in change.notes[:3]] == [
        ("repeated-left-out", {"wave": "after", "n": 1}),
        ("without-code", {"wave": "before", "n": 1}),
        ("near-misses", {"n": 1, "only": 1}),
    ]


def test_codes_meet_everywhere_when_no_group_is_named():
    before, after = pd.DataFrame(BEFORE), pd.DataFrame(AFTER)
    change = compare_surveys(before, after, key="kod", scale=SCALE, repeated="leave-out")
    assert change.n_linked == 1  # ce33 and da41 stand twice in a wave


def test_without_a_key_nobody_is_said_to_have_improved():
    change = compare_surveys(pd.DataFrame(BEFORE), pd.DataFrame(AFTER), scale=SCALE)
    assert (change.linkage, change.n_linked, change.n_analysed) == (Linkage.INDEPENDENT, None, None)
    assert (change.shares_improved, change.improvements, change.net_improved) == ((), (), None)
    assert codes(change.share_improved.notes) == ["no-key-no-share-improved"]
    assert not any("improved" in measure for measure in change.to_frame()["measure"])


def test_every_fault_of_both_waves_is_told_at_once():
    before = pd.DataFrame({"kod": ["a"], "q1": ["6"], "q2": ["1"]})
    after = pd.DataFrame({"kodd": ["a"], "q1": ["1"], "q_2": ["1"]})
    with pytest.raises(InputFaults) as error:
        compare_surveys(before, after, key="kod", within=["kommun"], by=["kommun"], scale=SCALE)
    assert [(fault.code, fault.column) for fault in error.value.faults] == [
        ("answer-outside-scale", "q1"),
        ("column-missing", "kommun"),
        ("column-missing", "q2"),
        ("column-missing", "kommun"),
        ("column-missing", "kod"),
    ]


def test_repeated_codes_can_be_refused():
    with pytest.raises(InputFaults) as error:
        compare_surveys(
            pd.DataFrame(BEFORE), pd.DataFrame(AFTER), key="kod", within=["kommun"], scale=SCALE, repeated="refuse"
        )
    assert codes(error.value.faults) == ["key-repeated"]


def test_the_table_has_the_vocabulary_of_all_results():
    change = compare_surveys(
        pd.DataFrame(BEFORE), pd.DataFrame(AFTER), key="kod", within=["kommun"], by=["kommun"], scale=SCALE
    )
    frame = change.to_frame()
    assert list(frame.columns) == [
        "scale", "by", "group", "moment", "measure", "estimate", "unit", "std_error", "statistic", "p_value",
        "conf_low", "conf_high", "conf_level", "n", "population", "method",
    ]  # fmt: skip
    assert set(frame["measure"]) == {
        "mean-score", "mean-difference", "hedges-g-av", "relative-change", "share", "share-difference",
        "probability-higher", "share-improved-any", "share-improved-step", "share-improved-reliable",
        "net-share-improved", "cronbach-alpha",
    }  # fmt: skip


def test_a_result_holds_no_row_and_no_code():
    change = compare_surveys(pd.DataFrame(BEFORE), pd.DataFrame(AFTER), key="kod", within=["kommun"], scale=SCALE)
    written = repr(change).casefold()
    assert not any(code in written for code in ("an12", "be07", "be70", "ce33", "da41"))
    assert pickle.loads(pickle.dumps(change)).n_linked == 3


def test_an_item_is_counted_in_each_wave_and_from_one_to_the_other():
    moves = [([2, 5], [4, 2], 10), ([3, None], [4, 2], 10), ([None, 3], [None, 3], 10)]
    change = survey_change(paired(moves, Scale.of(["a", "b"], LIKERT, reversed=["b"])))
    first, second = change.items
    assert first.before.counts.tolist() == [0, 10, 10, 0, 0]
    assert first.pairs.table[1, 3] == 10
    assert (first.pairs.n, second.before.n, second.pairs.n) == (20, 20, 20)
    assert second.before.counts.tolist() == [10, 0, 10, 0, 0]  # turned: 5 counts as 1


def test_an_item_that_few_answered_is_hidden_by_itself():
    moves = [([2, None], [4, 2], 10), ([3, 3], [4, 4], 5)]
    first, second = survey_change(paired(moves, Scale.of(["a", "b"], LIKERT))).items
    assert (first.before.n, second.before, second.after, second.pairs) == (15, None, None, None)


def test_a_hidden_group_leaves_nothing_behind():
    waves = paired([(2, 4, 20), (3, 4, 4), (2, 3, 30)], kon=["kvinna", "annat", "man"])
    change = survey_change(waves)
    assert [(one.group, one.hidden, one.change is None) for one in change.groups] == [
        ("annat", True, True),
        ("kvinna", True, True),
        ("man", False, False),
    ]
    assert set(change.to_frame()["group"].dropna()) == {"man"}


@given(st.lists(st.tuples(st.integers(1, 5), st.integers(1, 5), st.integers(1, 9)), min_size=1, max_size=8))
def test_swapping_the_waves_turns_every_change(moves):
    there = survey_change(paired(moves))
    back = survey_change(paired([(after, before, count) for before, after, count in moves]))
    assert there.net_improved.value == pytest.approx(-back.net_improved.value)
    assert there.top_share.difference.value == pytest.approx(-back.top_share.difference.value)
    if there.n_analysed > 1:
        assert there.ordinal.value == pytest.approx(1 - back.ordinal.value)
        assert there.mean.difference.value == pytest.approx(-back.mean.difference.value)
        assert there.test.p_value == pytest.approx(back.test.p_value)


def test_order_of_rows_makes_no_difference():
    generator = np.random.default_rng(7)
    before = pd.DataFrame({"kod": [f"k{i}" for i in range(60)], "q1": generator.integers(1, 6, 60), "q2": 3})
    after = pd.DataFrame({"kod": [f"k{i}" for i in range(60)], "q1": generator.integers(1, 6, 60), "q2": 3})
    straight = compare_surveys(before, after, key="kod", scale=SCALE)
    mixed = compare_surveys(
        before.sample(frac=1, random_state=1), after.sample(frac=1, random_state=2), key="kod", scale=SCALE
    )
    pd.testing.assert_frame_equal(straight.to_frame(), mixed.to_frame())
