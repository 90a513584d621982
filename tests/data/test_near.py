"""One slip of the pen."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.near import is_one_edit, near_pairs

WORD = st.text(alphabet="ab01", max_size=6)


def distance(first: str, second: str) -> int:
    """Return the optimal string alignment distance, by the whole table."""
    table = {(i, 0): i for i in range(len(first) + 1)} | {(0, j): j for j in range(len(second) + 1)}
    for i, j in itertools.product(range(1, len(first) + 1), range(1, len(second) + 1)):
        table[i, j] = min(
            table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + (first[i - 1] != second[j - 1])
        )
        if i > 1 and j > 1 and first[i - 2 : i] == second[j - 2 : j][::-1]:
            table[i, j] = min(table[i, j], table[i - 2, j - 2] + 1)
    return table[len(first), len(second)]


@given(WORD, WORD)
def test_one_edit_is_distance_one(first, second):
    assert is_one_edit(first, second) == (distance(first, second) == 1) == is_one_edit(second, first)


@pytest.mark.parametrize(
    ("first", "second", "near"),
    [
        ("an12", "an13", True),
        ("an12", "an1", True),
        ("an12", "an112", True),
        ("an12", "na12", True),
        ("an12", "an31", False),
    ],
)
def test_slips(first, second, near):
    assert is_one_edit(first, second) is near


GROUPED = st.dictionaries(st.integers(0, 30), st.tuples(st.integers(0, 2), WORD), max_size=12)


@given(GROUPED, GROUPED)
def test_all_near_pairs_are_found_and_no_other(first, second):
    expected = [
        (i, j)
        for (i, (group, code)), (j, (other, written)) in itertools.product(
            sorted(first.items()), sorted(second.items())
        )
        if group == other and distance(code, written) == 1
    ]
    assert sorted(near_pairs(first, second)) == expected
