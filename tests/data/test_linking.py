"""Two waves joined by self-made codes."""

import random

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.linking import link
from effektmatt.data.repeated import resolve_repeated


def wave(*rows: tuple[str | None, str | None]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["kod", "kommun"], dtype="str")


BEFORE = wave(
    ("an12", "Orust"), ("be07", "Orust"), ("ce33", "Tranemo"), (None, "Orust"), ("007", "Orust"), ("xx", None)
)
AFTER = wave(("7", "Orust"), ("be70", "Orust"), (" AN12", "orust"), ("ce33", "Orust"), ("", "Orust"), ("xx", None))


def test_each_row_is_accounted_for():
    linked = link(BEFORE, AFTER, code="kod", within=["kommun"])
    assert (linked.before.tolist(), linked.after.tolist()) == ([0], [2])
    assert (linked.only_before.tolist(), linked.only_after.tolist()) == ([1, 2, 4], [0, 1, 3])
    assert (linked.without_code_before.tolist(), linked.without_code_after.tolist()) == ([3], [4])
    assert (linked.without_group_before.tolist(), linked.without_group_after.tolist()) == ([5], [5])


def test_leading_zeros_are_part_of_a_code():
    linked = link(BEFORE, AFTER, code="kod", within=["kommun"])
    assert 4 in linked.only_before
    assert 0 in linked.only_after


def test_the_same_code_in_two_municipalities_is_two_people():
    within = link(BEFORE, AFTER, code="kod", within=["kommun"])
    anywhere = link(BEFORE, AFTER, code="kod")
    assert 2 in within.only_before
    assert (2, 3) in zip(anywhere.before.tolist(), anywhere.after.tolist(), strict=True)


def test_near_misses_are_suggested_and_never_merged():
    linked = link(BEFORE, AFTER, code="kod", within=["kommun"])
    (miss,) = linked.near_misses
    assert (BEFORE.kod[miss.before], AFTER.kod[miss.after], miss.only) == ("be07", "be70", True)
    assert 1 in linked.only_before


def test_a_code_near_several_is_said_to_be():
    linked = link(wave(("an12", "Orust")), wave(("an13", "Orust"), ("an14", "Orust")), code="kod", within=["kommun"])
    assert [(miss.after, miss.only) for miss in linked.near_misses] == [(0, False), (1, False)]


def test_a_linked_code_is_no_near_miss():
    linked = link(wave(("an12", "Orust")), wave(("an12", "Orust"), ("an13", "Orust")), code="kod", within=["kommun"])
    assert linked.near_misses == ()


def test_repeated_codes_must_be_resolved_first():
    twice = wave(("an12", "Orust"), ("AN12 ", "orust"), ("an12", "Tranemo"))
    with pytest.raises(ValueError, match="1 of 3 rows repeat a value of kod within kommun"):
        link(twice, AFTER, code="kod", within=["kommun"])
    with pytest.raises(ValueError, match="resolve_repeated"):
        link(AFTER, twice, code="kod")
    resolved = resolve_repeated(twice, key=["kommun", "kod"], rule="latest").frame
    assert link(resolved, AFTER, code="kod", within=["kommun"]).before.tolist() == [0]


def test_an_empty_wave():
    linked = link(BEFORE, AFTER.iloc[:0], code="kod", within=["kommun"])
    assert linked.before.size == linked.after.size == linked.only_after.size == 0
    assert linked.only_before.tolist() == [0, 1, 2, 4]


PERSON = st.tuples(
    st.one_of(st.none(), st.text(alphabet="ab12", min_size=1, max_size=3)), st.sampled_from(["O", "T", None])
)


@given(st.lists(PERSON, max_size=15), st.lists(PERSON, max_size=15))
def test_rows_are_neither_lost_nor_multiplied(first, second):
    before, after = (
        resolve_repeated(wave(*rows), key=["kommun", "kod"], rule="latest").frame for rows in (first, second)
    )
    linked = link(before, after, code="kod", within=["kommun"])
    for frame, parts in (
        (before, (linked.before, linked.only_before, linked.without_code_before, linked.without_group_before)),
        (after, (linked.after, linked.only_after, linked.without_code_after, linked.without_group_after)),
    ):
        assert sorted(np.concatenate(parts).tolist()) == list(range(len(frame)))
    for one, other in zip(linked.before, linked.after, strict=True):
        assert before.iloc[one].tolist() == after.iloc[other].tolist()
    swapped = link(after, before, code="kod", within=["kommun"])
    pairs = set(zip(linked.before.tolist(), linked.after.tolist(), strict=True))
    assert set(zip(swapped.after.tolist(), swapped.before.tolist(), strict=True)) == pairs
    assert len(swapped.near_misses) == len(linked.near_misses)


def test_many_codes_with_planted_slips():
    """20 000 people; of 300 unlinked in each wave, 100 made one slip the second time."""
    source = random.Random(1)
    codes = ["".join(source.choices("abcdefghijklmnopqrstuvwxyz0123456789", k=10)) for _ in range(20_200)]
    slipped = [code[:4] + "-" + code[5:] for code in codes[:100]]
    before = wave(*((code, "Orust") for code in codes[:20_000]))
    after = wave(*((code, "Orust") for code in [*slipped, *codes[300:20_200]]))
    linked = link(before, after, code="kod", within=["kommun"])
    assert linked.before.size == 19_700
    assert {(miss.before, miss.after) for miss in linked.near_misses} == {(place, place) for place in range(100)}
    assert all(miss.only for miss in linked.near_misses)


def coded(names):
    return pd.DataFrame({"kod": names})


@pytest.mark.parametrize(
    ("before", "after", "near"),
    [
        ([f"K{one:03d}" for one in range(1, 40)], [f"K{one:03d}" for one in range(20, 60)], 0),
        ([f"K{one:03d}" for one in range(1, 40)], [f"K{one:03d}" for one in range(1, 39)] + ["K39"], 1),
        ([f"K{one:03d}" for one in range(1, 40)], [f"K{one:03d}" for one in range(1, 39)] + ["KK039"], 1),
        ([f"{one}" for one in range(71000, 72760, 11)], [f"{one}" for one in range(71005, 72760, 11)], 0),
        ([f"{one}" for one in range(71000, 72760, 11)], [f"{one}" for one in range(71000, 72749, 11)] + ["7279"], 1),
        (["an12", "br77"], ["an13", "br77"], 1),
    ],
)
def test_neighbours_in_a_numbered_series_are_no_slips_of_each_other(before, after, near):
    assert len(link(coded(before), coded(after), code="kod").near_misses) == near
