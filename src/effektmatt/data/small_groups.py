"""Which groups must be hidden so that no published figure speaks of a few people."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import TypeVar

Group = TypeVar("Group", bound=Hashable)


def hidden_groups(sizes: Mapping[Group, int], smallest: int, total_shown: bool = True) -> frozenset[Group]:
    """Return the groups of a partition that must be shown as "..".

    Primary: every group with 1 to `smallest` - 1 people. Nobody at all is "no data", which tells nothing about
    anyone, so a group of 0 is not hidden (the report shows it as empty, without a figure).

    Secondary, when the figure for everybody is shown too: whoever subtracts the shown groups from the total gets
    the figure for all the hidden people together. That figure must obey the same limit, and one hidden group alone
    would be laid bare. So the next smallest group is hidden as well until at least two groups are hidden and
    they hold at least `smallest` people together. Ties are settled by the order of `sizes`.

    Parameters
    ----------
    sizes
        People behind the figure, per group. The groups must not overlap, and together be the total.
    smallest
        Smallest number of people behind a figure that may be shown.
    total_shown
        Whether the figure for all groups together is published as well.

    References
    ----------
    Hundepool et al. (2012), Statistical Disclosure Control, chapter 4 (primary and secondary cell suppression
    in a table with one margin).

    >>> sorted(hidden_groups({"Orust": 4, "Tranemo": 30, "Borås": 12}, smallest=5))
    ['Borås', 'Orust']
    >>> sorted(hidden_groups({"Orust": 4, "Tranemo": 30, "Borås": 12}, smallest=5, total_shown=False))
    ['Orust']
    """
    if any(size < 0 for size in sizes.values()):
        raise ValueError(f"a group cannot hold fewer than 0 people: {dict(sizes)}")
    hidden = {group for group, size in sizes.items() if 0 < size < smallest}
    if not hidden or not total_shown:
        return frozenset(hidden)
    for group in sorted((group for group in sizes if sizes[group] >= smallest), key=sizes.__getitem__):
        if len(hidden) > 1 and sum(sizes[name] for name in hidden) >= smallest:
            break
        hidden.add(group)
    return frozenset(hidden)
