"""What titles of charts without groups say in numbers and of how many, held against results.json.

Each rule works the number out once more from what the goal found: means of weeks, who came back, how many were held.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Json = Mapping[str, Any]

HIDDEN_TOO = re.compile(r"\bsom visas\b|\bshown\b|\bsom går att jämföra\b|\bcan be compared\b")
EVERY = re.compile(r"\b(alla|båda|all|both|every)\b", re.IGNORECASE)
NONE = re.compile(r"\b(inget|ingen|none|no)\b", re.IGNORECASE)


def says(title: str, value: float, decimals: int) -> bool:
    """Whether a title has a number as it is written in one of the languages.

    >>> says("från 1 023,8 till 86,0", 1023.81, 1), says("from 1,023.8 to 86.0", 86.2, 1)
    (True, False)
    """
    plain = re.sub(r"(?<=\d)[\s\u00a0\u202f,](?=\d{3}(\D|$))", "", title.replace("\u2212", "-")).replace(",", ".")
    written = f"{value:.{decimals}f}"
    written = written[1:] if float(written) == 0 and written.startswith("-") else written
    return re.search(rf"(?<![\d.]){re.escape(written.lstrip('-'))}(?![\d]|\.\d)", plain) is not None


def _wanted(title: str, decimals: int, **values: float | None) -> Iterator[str]:
    for name, value in values.items():
        if value is not None and not says(title, value, decimals):
            yield f"{title!r}: {name} is {value}"


def of_those_shown(title: str, *, hidden: bool) -> Iterator[str]:
    """Yield that all, or so many of so many, are spoken of where there are others that are hidden; and the reverse."""
    claimed = title.rpartition(": ")[2]
    if HIDDEN_TOO.search(claimed) and not hidden:
        yield f"{title!r}: nothing is hidden"
    for clause in claimed.split("; ") if hidden else ():
        counts = re.search(r"\d+ (av|of) \d+|\b(alla|båda|ingen av|någon av|all|both|none of|neither|any of)\b", clause)
        if counts and not HIDDEN_TOO.search(clause):
            yield f"{title!r}: {clause!r} is of those that are shown only"


def of_weekly(title: str, detail: Json) -> Iterator[str]:
    """Yield means of weeks that are not those of results.json."""
    users, place = [week["users"] for week in detail["weeks"]], detail["rebased_at"]
    phases = {"mean": users} if place is None else {"before": users[:place], "after": users[place:]}
    yield from _wanted(title, 1, **{name: sum(some) / len(some) for name, some in phases.items() if some})


def of_retention(title: str, detail: Json) -> Iterator[str]:
    """Yield a share of new users that came back which is not that of the cohorts that are shown, or claims all."""
    shown = [cohort for cohort in detail["cohorts"] if len(cohort["active"]) > 1]
    share = sum(cohort["active"][1] for cohort in shown) / sum(cohort["size"] for cohort in shown)
    yield from _wanted(title, 0, share=100 * share)
    hidden = any(cohort["size"] is None for cohort in detail["cohorts"])
    if hidden is not bool(HIDDEN_TOO.search(title)):
        yield f"{title!r}: {'some' if hidden else 'no'} cohorts are hidden"


def of_dose(title: str, detail: Json) -> Iterator[str]:
    """Yield changes of the least and the most that are not those of the answers named."""
    levels = [one for one in detail["dose"]["levels"] if one["change"] and one["change"]["value"] is not None]
    low, high = levels[0], levels[-1]
    yield from _wanted(title, 2, low=low["change"]["value"], high=high["change"]["value"])
    for one in (low, high):
        places = 0 if float(one["dose"]).is_integer() else 1
        yield from _wanted(title, places, dose=one["dose"])


def of_waves(title: str, over_time: Sequence[tuple[str, Json]]) -> Iterator[str]:
    """Yield the first and last of several waves, by name, that are not the first and last with a value."""
    known = [(wave, one["value"]) for wave, one in over_time if one["value"] is not None]
    for wave, _ in {known[0], known[-1]}:
        if f"({wave})" not in title:
            yield f"{title!r}: {wave} is not named"


def of_held(title: str, detail: Json) -> Iterator[str]:
    """Yield how many kinds of activities were held as often as planned, where that is another number."""
    kinds = [one for one in detail["kinds"] if detail["chosen"] in (None, one["kind"])]
    reached = [one for one in kinds if one["held"] >= one["expected"]]
    claimed = title.rpartition(": ")[2]
    if len(kinds) == 1:
        yield from _wanted(claimed, 0, held=kinds[0]["held"], expected=kinds[0]["expected"])
    elif NONE.search(claimed) and reached:
        yield f"{title!r}: {len(reached)} were"
    elif EVERY.search(claimed) and len(reached) < len(kinds):
        yield f"{title!r}: {len(reached)} of {len(kinds)} were"
    elif not (NONE.search(claimed) or EVERY.search(claimed)):
        yield from _wanted(claimed, 0, reached=len(reached), kinds=len(kinds))


def of_need(name: str, title: str, detail: Json) -> Iterator[str]:
    """Yield a largest need that is not the largest of those shown, and "all" where some are hidden."""
    cells = detail["waves"][int(name.rpartition("-")[2]) - 1]["cells"]
    known = [one for one in cells if one["need"] is not None]
    if not known:
        return
    of_units = [one for one in known if one["unit"] is not None] or known
    largest = max(of_units, key=lambda one: one["need"])
    if round(largest["need"], 1) > 0:
        yield from _wanted(title.rpartition("(")[2], 1, need=largest["need"])
        labels = {dict(map(tuple, detail["items"]))[one["item"]] for one in of_units if one["need"] == largest["need"]}
        if not any(f"”{label}”" in title or f"“{label}”" in title for label in labels):
            yield f"{title!r}: it is largest in {labels}"
    elif EVERY.search(title) is None:
        yield f"{title!r}: no unit is below"
    hidden = any(one["hidden"] for one in cells)
    if hidden is not bool(HIDDEN_TOO.search(title)):
        yield f"{title!r}: {'some' if hidden else 'no'} units are hidden"


def of_series(title: str, detail: Json) -> Iterator[str]:
    """Yield levels of a series in and after its baseline that are not the means of its values."""
    for name in ("baseline", "after"):
        start, end = detail[name]
        values = detail["values"][start : end + 1]
        mean = round(sum(values) / len(values), 2)
        if not any(says(title, mean, places) for places in range(4)):
            yield f"{title!r}: {name} is {mean}"


def of_improved(title: str, estimate: Json) -> Iterator[str]:
    """Yield a share that is not the one that the goal is judged by."""
    yield from _wanted(title, 1, share=None if estimate["value"] is None else 100 * estimate["value"])
