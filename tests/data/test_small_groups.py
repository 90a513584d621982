"""Small groups are hidden, and cannot be computed back from the total."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effektmatt.data.small_groups import hidden_groups

SIZES = st.dictionaries(st.text("abcdefgh", min_size=1, max_size=3), st.integers(0, 40), max_size=9)


@given(SIZES, st.integers(1, 12), st.booleans())
def test_every_small_group_is_hidden_and_no_empty_one(sizes, smallest, total_shown):
    hidden = hidden_groups(sizes, smallest, total_shown)
    assert {group for group, size in sizes.items() if 0 < size < smallest} <= hidden
    assert not {group for group in hidden if sizes[group] == 0}


@given(SIZES, st.integers(1, 12))
def test_what_is_left_of_the_total_is_never_about_a_few(sizes, smallest):
    """Total minus the shown groups is about enough people, in two groups or more: or everything is hidden."""
    hidden = hidden_groups(sizes, smallest)
    shown = {group for group, size in sizes.items() if size and group not in hidden}
    if hidden and shown:
        assert len(hidden) >= 2
        assert sum(sizes[group] for group in hidden) >= smallest


@given(SIZES, st.integers(1, 12))
def test_no_more_is_hidden_than_needed(sizes, smallest):
    """The last group added was needed."""
    hidden = hidden_groups(sizes, smallest)
    added = [group for group in hidden if sizes[group] >= smallest]
    if added:
        rest = hidden - {max(added, key=sizes.__getitem__)}
        assert len(rest) < 2 or sum(sizes[group] for group in rest) < smallest


@pytest.mark.parametrize(
    ("sizes", "smallest", "hidden"),
    [
        ({"kvinnor": 12, "män": 4}, 5, {"kvinnor", "män"}),
        ({"A": 4, "B": 9, "C": 30}, 5, {"A", "B"}),
        ({"A": 4, "B": 3, "C": 30}, 5, {"A", "B"}),
        ({"A": 1, "B": 1, "C": 30, "D": 40}, 5, {"A", "B", "C"}),
        ({"A": 5, "B": 9}, 5, set()),
        ({"A": 0, "B": 9}, 5, set()),
        ({"A": 3, "B": 0, "C": 9}, 5, {"A", "C"}),
        ({"A": 3}, 5, {"A"}),
        ({}, 5, set()),
        ({"A": 4, "B": 9, "C": 9}, 5, {"A", "B"}),
    ],
)
def test_cases(sizes, smallest, hidden):
    assert hidden_groups(sizes, smallest) == hidden


def test_without_a_total_only_the_small_are_hidden():
    assert hidden_groups({"A": 4, "B": 9}, 5, total_shown=False) == {"A"}


def test_sizes_are_not_negative():
    with pytest.raises(ValueError, match="fewer than 0"):
        hidden_groups({"A": -1}, 5)
