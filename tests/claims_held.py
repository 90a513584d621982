"""What titles, alternative texts and sentences claim, held against results.json by rules written down once more here.

Nothing of `goals` or `charts` is asked: what a group may be said to reach, or which way something went, is worked out
from the numbers of results.json, and what a text says is read off its words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import titles_held

Json = Mapping[str, Any]
Found = dict[str, list[str]]

#: What a clause says, by the words that say it; the first that fits counts.
REACHED = (
    ("likely-not-met", r"troligen inte målet|troligen når ingen|probably (do|does) not meet|probably (neither|none)"),
    ("undetermined", r"går det (inte )?att avgöra|går inte att avgöra|can it be told|cannot be told"),
    ("likely-met", r"når troligen målet|probably meets? the target"),
    ("not-met", r"når inte målet|ingen av de .* når målet|not meet the target|(neither|none) .*meets the target"),
    ("met", r"når målet|meets? the target"),
)
MOVED = (
    ("none", r"ingen säkerställd förändring|no significant change"),
    ("unsure", r"går det inte att säga|cannot be told"),
    ("up-sure", r"säkerställd ökning|significant increase"),
    ("up-likely", r"trolig ökning|probable increase"),
    ("down-sure", r"säkerställd minskning|significant decrease"),
    ("down-likely", r"trolig minskning|probable decrease"),
    ("same", r"ingen förändring|no change"),
    ("up-counted", r"\bökning\b|\bincrease\b"),
    ("down-counted", r"\bminskning\b|\bdecrease\b"),
)
#: Words of reach and direction, which no title may bear that is not read here.
ANY_CLAIM = re.compile(
    r"når (inte |troligen )*målet|meets? the target|ökning|minskning|increase|decrease"
    r"|högre efter|lägre efter|fler höga|higher after|når dit|att avgöra|cannot be told|can it be told"
    r"|kortare|längre|snabbare|shorter|longer|faster|har stigit|har sjunkit|have risen|have fallen|reach it"
)
LONGER = re.compile(r"längre|longer|tar .*mer tid")
SHORTER = re.compile(r"kortare|snabbare|shorter|faster")
LIKELY = re.compile(r"troligen|probably")
UNSURE = re.compile(r"Ingen säker skillnad|No (sure|certain) difference|lika l(ång|änge)|as long")
#: How sure a sentence says that a change is, by its words; the first that fits counts.
SURE = (
    ("chance", r"som kan bero på slumpen|that may be due to chance"),
    ("no", r"(Förändringen|Skillnaden) är (alltså )?inte statistiskt|(change|difference) is (therefore )?not statist"),
    ("otherwise", r"för litet för att (förändringen|skillnaden) ska|ändå ha en annan förklaring|count as established"),
    ("likely", r"(Förändringen|Skillnaden) är (alltså )?troligen verklig|(change|difference) is (\w+ )?probably real"),
    (
        "sure",
        r"(Förändringen|Skillnaden) är (alltså )?statistiskt säk|(change|difference) is (therefore )?statistically",
    ),
)
ROSE = re.compile(r"\b(steg|ökade)\b[^;.]* från|\brose from\b")
FELL = re.compile(r"\b(sjönk|minskade)\b[^;.]* från|\bfell from\b")
COUNTED = re.compile(r"Alla är räknade|Everybody has been counted")


# ---- what may be claimed ----------------------------------------------------------------------------------------


def region(target: Json) -> tuple[float, float]:
    """Return the values that meet a target of results.json."""
    if target["direction"] is not None:
        return (math.ulp(0.0), math.inf) if target["direction"] == "increase" else (-math.inf, -math.ulp(0.0))
    if target["at_least"] is not None:
        return target["at_least"] - 1e-9, math.inf
    if target["at_most"] is not None:
        return -math.inf, target["at_most"] + 1e-9
    if target["about"] is not None:
        return target["about"] * (1 - target["within"]) - 1e-9, target["about"] * (1 + target["within"]) + 1e-9
    if target["increase_by"] is not None:
        return target["increase_by"] - 1e-9, math.inf
    level = target["reading"] == "level"
    return -math.inf, (target["decrease_by"] if level else -target["decrease_by"]) + 1e-9


def verdict(estimate: Json, low: float, high: float) -> str:
    """Say whether an estimate lies between two numbers: by its value only where everybody was counted."""

    def side(span: Json | None) -> int:
        if span is None:
            return 0
        least, most = (-math.inf if span["low"] is None else span["low"]), span["high"]
        most = math.inf if most is None else most
        return 1 if least >= low and most <= high else -1 if most < low or least > high else 0

    value, possible = estimate["value"], estimate["possible"]
    open_ends = possible is not None and possible["low"] != possible["high"]
    if value is None:
        return "undetermined"
    if estimate["evidence"] == "census" and not open_ends:
        return ("likely-" if estimate["assumptions"] else "") + ("met" if low <= value <= high else "not-met")
    if side(possible):
        return "met" if side(possible) > 0 else "not-met"
    found = side(estimate["interval"])
    few = next((note["values"] for note in estimate["notes"] if note["code"] == "interval-approximate"), None)
    others = [*estimate["sensitivity"], *(one["interval"] for one in estimate["rivals"])]
    others += [] if estimate["cautious"] is None else [estimate["cautious"]]
    too_few = few is not None and estimate["cautious"] is None and few["n"] < few["enough"] / 2
    everybody = estimate["unit"] == "share" and low > 1 - 1 / max(1, estimate["population"] or math.inf)
    if not found or too_few or any(side(one) != found for one in others) or (everybody and found > 0):
        return "undetermined"
    likely = "likely-" if estimate["assumptions"] or few is not None else ""
    return likely + ("met" if found > 0 else "not-met")


def counted_alone(difference: Json) -> Json:
    """Return a difference as sentences speak of it: of what was counted, without what nobody saw."""
    return {**difference, "sensitivity": []}


def way(difference: Json) -> str:
    """Say which way something went, as `MOVED` names it."""
    counted = difference["evidence"] == "census" and difference["interval"] is None
    for name, (low, high) in {"up": (math.ulp(0.0), math.inf), "down": (-math.inf, -math.ulp(0.0))}.items():
        found = verdict(difference, low, high)
        if found in ("met", "likely-met"):
            return f"{name}-{'likely' if found == 'likely-met' else 'counted' if counted else 'sure'}"
    settled = difference["possible"] is None or difference["possible"]["low"] == difference["possible"]["high"]
    return "same" if counted and settled and difference["value"] == 0 else "unsure"


# ---- what is claimed --------------------------------------------------------------------------------------------


def faults_of_title(title: str, rows: Mapping[str, str], words: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Yield what a title says of rows (by name: what may be said of each) that may not be said, or leaves out."""
    expected: Found = {}
    for name, code in rows.items():
        expected.setdefault(code, []).append(name)
    claimed = title.rpartition(": ")[2]
    if set(expected) == {"unsure"}:
        expected = {"none": expected["unsure"]}
    said: set[str] = set()
    for clause in claimed.split("; "):
        code = next((code for code, pattern in words if re.search(pattern, clause)), None)
        if code is None:
            yield f"{title!r}: {clause!r} is no claim that is known"
            continue
        said.add(code)
        of = expected.get(code, [])
        named = [name for name in rows if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", clause)]
        if re.search(r"\d+ (av|of) \d+", clause):
            n, total = map(int, re.findall(r"\d+", clause)[-2:])
            wrong = (n, total) != (len(of), len(rows))
        elif re.search(r"\b(alla|all|båda|both|neither|none|ingen|någon|any)\b", clause) and not named:
            wrong = len(of) != len(rows) or any(int(n) != len(rows) for n in re.findall(r"\d+", clause))
        elif named:
            wrong = sorted(named) != sorted(of)
        else:
            wrong = len(rows) != 1 or len(of) != 1
        if wrong:
            yield f"{title!r}: {clause!r}, but {code} are {of} of {len(rows)}"
    if said != set(expected):
        yield f"{title!r} says {sorted(said)} where {sorted(expected)} may be said"


def faults_of_reach(text: str, part: Json) -> Iterator[str]:
    """Yield what is said of how good it would have had to be, where that is not so or the verdict is not open."""
    fulfilment = part["fulfilment"]
    said = re.search(
        r"ska visa, fyra gånger av fem|four times in five only|kunde (?:målet|delen) knappast|could hardly have", text
    )
    if bool(said) and fulfilment["verdict"] != "undetermined":
        yield f"{text[:80]!r}: the verdict is not open"
    reach, target = fulfilment["reach"], fulfilment["target"]
    if reach is None or reach["value"] is None:
        return
    low, high = region(target)
    beyond = reach["value"] >= low if math.isfinite(low) else reach["value"] <= high
    if not beyond:
        yield f"{text[:80]!r}: {reach['value']} does not meet the target"


def faults_of_sentence(text: str, part: Json) -> Iterator[str]:
    """Yield what the sentence of a goal without parts claims that its numbers do not."""
    change, estimate = part["outcome"]["change"], part["fulfilment"]["estimate"]
    if change is not None and (ROSE.search(text) or FELL.search(text)):
        moves = estimate["role"] in ("difference", "relative") and estimate["value"] is not None
        wanted = "up" if ROSE.search(text) else "down"
        difference = counted_alone(estimate if moves else change["difference"])
        if not way(difference).startswith(wanted):
            yield f"{text!r}: {wanted} is not shown"
    yield from _of_sureness(text, estimate, change)
    possible = estimate["possible"]
    uncounted = estimate["evidence"] != "census" or (possible is not None and possible["low"] != possible["high"])
    if COUNTED.search(text) and uncounted:
        yield f"{text!r}: not everybody is counted"
    for n, total in re.findall(r"(\d+) (?:av|of) (\d+) (?:har |have )?(?:minst|at least)", text):
        yield from _of_units(text, part, int(n), int(total))
    every = re.search(r"(?:alla|all) (\d+) (?:have )?(?:minst|at least)", text)
    if every:
        yield from _of_units(text, part, int(every[1]), int(every[1]))


def _of_sureness(text: str, estimate: Json, change: Json | None) -> Iterator[str]:
    """Yield that something is established, probable or due to chance where the numbers do not say so."""
    moves = estimate["role"] in ("difference", "relative", "between") and estimate["value"] is not None
    difference = estimate if moves else None if change is None else change["difference"]
    said = next((code for code, pattern in SURE if re.search(pattern, text)), None)
    if said is None or difference is None or difference["value"] is None:
        return
    found, spans = way(counted_alone(difference)), (difference["interval"], difference["cautious"])
    chance = any(span is not None and _holds_nought(span) for span in spans)
    held = {
        "chance": found == "unsure" and chance,
        "no": found in ("unsure", "same") and (difference["interval"] is None or _holds_nought(difference["interval"])),
        "otherwise": found == "unsure" and not _holds_nought(difference["interval"]),
    }
    if not held.get(said, found.endswith(said)):
        yield f"{text!r}: said to be {said}, found {found}"


def _holds_nought(span: Json) -> bool:
    return (span["low"] is None or span["low"] <= 0) and (span["high"] is None or span["high"] >= 0)


def _of_units(text: str, part: Json, n: int, total: int) -> Iterator[str]:
    detail, target = part["outcome"]["detail"] or {}, part["fulfilment"]["target"] or {}
    if not target.get("in_every"):
        return
    reached = sum(unit["count"] >= target["at_least"] for unit in detail["groups"])
    if (n, total) != (reached, len(detail["groups"])):
        yield f"{text!r}: {reached} of {len(detail['groups'])} reach it"


# ---- a goal's charts and sentences ------------------------------------------------------------------------------


def groups_of(part: Json, *, waves: bool) -> dict[str, str]:
    """Return what may be said of each group of a goal: which way it went, or whether it reaches the target."""
    found, target = {}, part["fulfilment"]["target"]
    for group in part["outcome"]["groups"]:
        name = group["group"][:1].upper() + group["group"][1:]
        change, estimate = group["change"], group["estimate"]
        if group["hidden"]:
            continue
        if waves and change is not None and None not in (change["before"]["value"], change["after"]["value"]):
            found[name] = way(change["difference"])
        elif not waves and estimate is not None and estimate["value"] is not None:
            found[name] = verdict(estimate, *region(target))
    return found


def _some_left_out(part: Json, *, waves: bool) -> bool:
    """Whether there are groups of which nothing can be said: hidden ones, or such that have no number."""
    return len(groups_of(part, waves=waves)) < len(part["outcome"]["groups"])


def faults_of_chart(name: str, title: str, part: Json) -> Iterator[str]:
    """Yield what the title of one of a goal's charts claims that the goal's numbers do not."""
    if name.endswith("-before-after"):
        yield from faults_of_title(title, groups_of(part, waves=True), MOVED)
        yield from titles_held.of_those_shown(title, hidden=_some_left_out(part, waves=True))
    elif name.endswith("-groups") and part["fulfilment"]["target"] is not None and ANY_CLAIM.search(title):
        yield from faults_of_title(title, groups_of(part, waves=False), REACHED)
        yield from titles_held.of_those_shown(title, hidden=_some_left_out(part, waves=False))
    elif re.search(r"-answers(-\d+)?$", name):
        yield from _of_answers(title, part)
    elif name.endswith(("-parts", "-units")):
        yield from _of_visits(name, title, part)
    elif name.endswith("-counts"):
        yield from _of_counts(title, part)
    elif name.endswith("-open-cases"):
        yield from _of_times(title, part)
    elif name.endswith("-index"):
        yield from _of_index(title, part)
    elif (counted := re.search(rf"-({'|'.join(COUNTED_TITLES)})(-\d+)?$", name)) is not None:
        yield from COUNTED_TITLES[counted[1]](name, title, part)
    elif ANY_CLAIM.search(title.rpartition(": ")[2]):
        yield f"{name}: {title!r} claims what nothing here reads"


#: Titles that claim numbers, each with what they are held against.
COUNTED_TITLES: Mapping[str, Callable[[str, str, Json], Iterator[str]]] = {
    "weekly": lambda _, title, part: titles_held.of_weekly(title, part["outcome"]["detail"]),
    "retention": lambda _, title, part: titles_held.of_retention(title, part["outcome"]["detail"]),
    "dose": lambda _, title, part: titles_held.of_dose(title, part["outcome"]["detail"]),
    "waves": lambda _, title, part: titles_held.of_waves(title, part["outcome"]["over_time"]),
    "held": lambda _, title, part: titles_held.of_held(title, part["outcome"]["detail"]),
    "need": lambda name, title, part: titles_held.of_need(name, title, part["outcome"]["detail"]),
    "series": lambda _, title, part: titles_held.of_series(title, part["outcome"]["detail"]),
    "improved": lambda _, title, part: titles_held.of_improved(title, part["fulfilment"]["estimate"]),
}


def _of_counts(title: str, part: Json) -> Iterator[str]:
    """Yield what is claimed of how many units reach a number: "18 av 20 når dit, 2 har färre"."""
    detail, target = part["outcome"]["detail"] or {}, part["fulfilment"]["target"] or {}
    said = re.search(r"(\d+) (?:av|of) (\d+)", title.rpartition(": ")[2])
    if said is None or not target.get("in_every"):
        return
    counts = [unit["count"] for unit in detail["groups"]]
    reached = sum(count >= target["at_least"] for count in counts)
    fewer = re.search(r"(\d+) (?:har färre|have fewer|has fewer)", title)
    if (int(said[1]), int(said[2])) != (reached, len(counts)) or (fewer and int(fewer[1]) != len(counts) - reached):
        yield f"{title!r}: {reached} of {len(counts)} reach it"


def _of_times(title: str, part: Json) -> Iterator[str]:
    """Yield what is claimed of how much longer or shorter cases took."""
    times = part["outcome"]["detail"]
    change = times.get("standardised") or times.get("change") if times else None
    if change is None:
        if LONGER.search(title) or SHORTER.search(title):
            yield f"{title!r}: of one period nothing is known of what came before"
        return
    found = way(counted_alone(change["difference"]))  # of the days that are counted
    if UNSURE.search(title):
        if found not in ("unsure", "same"):
            yield f"{title!r}: {found} is left out"
        return
    for words, wanted in ((LONGER, "up"), (SHORTER, "down")):
        if words.search(title) and not found.startswith(wanted):
            yield f"{title!r}: {wanted} is not shown"
    if (LONGER.search(title) or SHORTER.search(title)) and bool(LIKELY.search(title)) is not found.endswith("likely"):
        yield f"{title!r}: how surely is not {found}"


def _of_index(title: str, part: Json) -> Iterator[str]:
    """Yield what is claimed of which units rose and fell: "båda har stigit"; a published value is told as it stands."""
    said = re.search(
        r"(alla|båda|ingen|all|both|none)\D*(har stigit|har sjunkit|have risen|have fallen)", title.rpartition(": ")[2]
    )
    if said is None:
        return
    units = (part["outcome"]["detail"] or {}).get("units", [])
    known = [[one["value"] for one in unit["values"] if one["value"] is not None] for unit in units]
    moved = [values[-1] - values[0] for values in known if len(values) > 1]
    up = said[2] in ("har stigit", "have risen")
    holds = [one for one in moved if (one > 0 if up else one < 0)]
    wanted = 0 if said[1] in ("ingen", "none") else len(moved)
    if moved and len(holds) != wanted:
        yield f"{title!r}: {len(holds)} of {len(moved)}"


def _of_answers(title: str, part: Json) -> Iterator[str]:
    detail = part["outcome"]["detail"]
    scales = detail.get("scales", [detail])
    faults = []
    for scale in scales:
        rows = {
            item["label"]: way(item["high"]["difference"]) for item in scale["items"] if item.get("high") is not None
        }  # of one wave: nothing rose
        named = scale["label"] or scale["scale"]
        if rows and (named in title or len(scales) == 1):
            faults.append([*faults_of_title(title, rows, MOVED)])
    if faults:
        yield from min(faults, key=len)  # two scales may begin alike


def _of_visits(name: str, title: str, part: Json) -> Iterator[str]:
    detail = part["outcome"]["detail"]
    if name.endswith("-units"):
        rows = {one["unit"]: way(one["difference"]) for one in detail["units"] if one["difference"] is not None}
    else:
        shown = [one for one in detail["parts"] if one["kind"] == "area"] or detail["parts"]
        rows = {
            one["label"]: way(one["change"]["difference"])
            for one in shown
            if one["change"]["difference"]["value"] is not None
        }
    yield from faults_of_title(title, rows, MOVED)
