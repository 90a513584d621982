"""Codes that are one slip of the pen apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from effektmatt.data.values import folded, spellings


def is_one_edit(first: str, second: str) -> bool:
    """Return whether one slip makes the one of the other.

    A slip is one character added, left out or exchanged, or two neighbours swapped (Damerau 1964).

    >>> is_one_edit("an12", "an2"), is_one_edit("an12", "na12"), is_one_edit("an12", "an12"), is_one_edit("a", "bc")
    (True, True, False, False)
    """
    short, long = sorted((first, second), key=len)
    if first == second or len(long) - len(short) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[start:] == long[start + 1 :]
    swapped = long[start : start + 2][::-1] == short[start : start + 2] and long[start + 2 :] == short[start + 2 :]
    return swapped or short[start + 1 :] == long[start + 1 :]


def slip_of(text: str, valid: Iterable[str]) -> str | None:
    """Return the one valid text that another is a slip of: every word is, or only blanks differ.

    A number is no slip of another, and a word that is another word is none either.

    >>> slip_of("Stämer helt", ["Stämmer inte alls", "Stämmer helt"]), slip_of("Instämmer delvis", ["Instämmer helt"])
    ('Stämmer helt', None)
    """
    given = folded(text)
    return next((one for one in valid if _is_slip(given, folded(one))), None)


# So many times rarer than another is a value that may be a slip of it, and so long at least; of what the plan names a
# slip may have lost one letter of these.
_RARER, _LONG = 5, 4
_MOST_DIFFERENT = 1000
# "jo" is no slip of "ja".
_SHORT = 2


def near_values(times: Mapping[str, int], named: Iterable[str] = ()) -> list[tuple[str, str]]:
    """Return the values that may be slips of others, with these, however each is spelt.

    Rare ones of frequent ones; and of what the plan has `named`, however frequent: there the slip decides.

    >>> near_values({"Tranemo": 40, "Tranmo": 1, "Orust": 7, "Norr": 30, "Norra": 25})
    [('Tranmo', 'Tranemo')]
    >>> near_values({"kvinna": 12, "kvina": 7, "man": 19}, ["kvinna"])
    [('kvina', 'kvinna')]
    >>> near_values({"möte": 3, "mte": 1, "kurs": 4}, ["möte"]), near_values({"möte": 30, "mte": 1}, [])
    ([('mte', 'möte')], [])
    """
    shown_as, meant = spellings(times), {folded(name) for name in named}
    counted: dict[str, int] = defaultdict(int)
    for text, n in times.items():
        counted[folded(text)] += n
    long = {place: (0, text) for place, text in enumerate(counted) if len(text) >= _LONG - 1 and not _has_digit(text)}
    if len(long) > _MOST_DIFFERENT:
        return []
    pairs = ((long[one][1], long[other][1]) for one, other in near_pairs(long, long))
    return [
        (shown_as[slip], shown_as[other])
        for slip, other in pairs
        if (other in meant and slip not in meant and len(other) >= _LONG)
        or (_RARER * counted[slip] <= counted[other] and min(len(slip), len(other)) >= _LONG)
    ]


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)


def _is_slip(given: str, meant: str) -> bool:
    if _has_digit(given + meant):
        return False
    if given.replace(" ", "") == meant.replace(" ", ""):
        return True
    words, right = given.split(), meant.split()
    return len(words) == len(right) and all(
        a == b or (max(len(a), len(b)) > _SHORT and is_one_edit(a, b)) for a, b in zip(words, right, strict=True)
    )


def near_pairs(first: Mapping[int, tuple[int, str]], second: Mapping[int, tuple[int, str]]) -> list[tuple[int, int]]:
    """Return which codes of two collections are one slip apart, within the same group.

    Two strings one slip apart share a string where one character (or none) is left out, so only codes that meet
    in such a string are compared: time grows with the number of codes, not with its square (deletion
    neighbourhoods, Mor and Fraenkel 1982).

    Parameters
    ----------
    first, second
        Group and code for each position.

    Returns
    -------
    list of pairs
        Position in the first and position in the second, in order.

    >>> near_pairs({0: (1, "an12"), 1: (2, "an12")}, {7: (1, "an13"), 8: (1, "xy99")})
    [(0, 7)]
    """
    meeting: defaultdict[tuple[int, str], list[int]] = defaultdict(list)
    for position, (group, code) in second.items():
        for shorter in _shortened(code):
            meeting[group, shorter].append(position)
    pairs = []
    for position, (group, code) in first.items():
        met = {other for shorter in _shortened(code) for other in meeting.get((group, shorter), ())}
        pairs += [(position, other) for other in sorted(met) if is_one_edit(code, second[other][1])]
    return pairs


def _shortened(code: str) -> set[str]:
    return {code, *(code[:place] + code[place + 1 :] for place in range(len(code)))}
