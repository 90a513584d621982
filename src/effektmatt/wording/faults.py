"""A fault in words: where it is, what stood there, what was expected, what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from effektmatt.errors import Fault
    from effektmatt.wording.language import Words

Values = dict[str, str | int | float]

#: So many of the expected values are named; a longer list says how many more there are.
_MOST_NAMED, _MOST_OF_PLAN = 12, 40
#: A value is quoted up to this many characters.
_LONGEST_QUOTE = 80
#: Details that are signs, which Fluent cannot choose by, and what they are called in the messages.
_SIGNS = {",": "comma", ".": "point", "": "none", ">": "above", "≥": "at-least", "<": "below", "≤": "at-most"}


def fault_text(fault: Fault, words: Words) -> str:
    """Write a fault as one or more sentences: place, fault, how often, nearest name, what to do."""
    code, values = f"fault-{fault.code}", _values(fault, words)
    sentences = [words.say(_said_by(code, values, words), **values)]
    if fault.expected and words.has(f"{code}.listed"):
        sentences.append(words.say(f"{code}.listed", **values))
    sentences += _how_often(fault, code, values, words)
    if fault.nearest is not None:
        sentences.append(words.say("fault-nearest", nearest=_shortened(fault.nearest)))
    if words.has(f"{code}.mend"):
        sentences.append(words.say(f"{code}.mend", **values))
    if values.get("further_values"):
        sentences.append(words.say("fault-further", **values))
    place = place_of(fault, words)
    return f"{place}: {' '.join(sentences)}" if place else " ".join(sentences)


def _said_by(code: str, values: Values, words: Words) -> str:
    """Return the id of a fault's sentence: a kind of evidence that is not there has its own among the kind's words."""
    of_kind = f"kind-{values.get('what')}.unknown"
    return of_kind if code == "fault-plan-unknown-name" and words.has(of_kind) else code


def reason_text(fault: Fault, words: Words) -> str:
    """Write what is wrong in one sentence, without where it is or what to do."""
    values = _values(fault, words)
    return words.say(_said_by(f"fault-{fault.code}", values, words), **values)


def place_of(fault: Fault, words: Words) -> str:
    """Write where a fault is: "enkat_fore.csv, rad 14, kolumn v3"."""
    parts = [
        fault.file or "",
        words.say("fault-sheet", sheet=fault.sheet) if fault.sheet else "",
        words.say("fault-row", row=str(fault.row)) if fault.row else "",
        words.say("fault-column", column=fault.column) if fault.column else "",
        words.say("fault-goal", goal=fault.goal) if fault.goal else "",
        key_within(fault),
    ]
    return ", ".join(part for part in parts if part)


def key_within(fault: Fault) -> str:
    """Return the key as it stands in its goal, where the goal is named: "target.at_least"."""
    return re.sub(r"^goals\[\d+\]\.?", "", fault.key or "") if fault.goal else fault.key or ""


def listed(expected: tuple[str, ...], words: Words, *, code: str, most: int = _MOST_NAMED) -> str:
    """Write names or values: "”ja” eller ”nej”" ("alternatives"), "”ja” och ”nej”" ("list"); the first of many."""
    quoted = [words.say("quoted", text=_shortened(value)) for value in expected]
    if len(quoted) > most:
        more = len(quoted) - most
        return words.say("fault-expected-more", first=", ".join(quoted[:most]), more=more)
    return words.joined(quoted, code=code)


def _values(fault: Fault, words: Words) -> Values:
    # a target's demands are named as the plan's keys
    expected = tuple(one.replace("-", "_") for one in fault.expected) if _names_demands(fault) else fault.expected
    got = (fault.got or "").replace("-", "_") if _names_demands(fault) else fault.got or ""
    # what a plan may say is known and stands nowhere else in the output: all of it is named
    most = _MOST_OF_PLAN if fault.code in ("plan-value", "plan-unknown-key") else _MOST_NAMED
    details: Values = {
        name: _shortened(value) if isinstance(value, str) else value for name, value in fault.details.items()
    }
    if "decimal" in details:
        details["decimal"] = _SIGNS[str(details["decimal"])]
    if "why" in details:
        details |= {
            "cannot": words.say("cannot-write", **details),
            "instead": words.say("cannot-write-mend", **details),
        }
    if "mended" in details:  # a line, which is no word to choose by
        details |= {"mended": "given" if details["mended"] else "none", "line": details["mended"]}
    if "limit" in details:
        sign, _, limit = str(details["limit"]).partition(" ")
        details |= {"sign": _SIGNS[sign], "limit": limit}
    return {
        "got": _shortened(got),
        "given": "yes" if fault.got else "no",
        "expected": listed(expected, words, code="alternatives", most=most),
        "names": listed(expected, words, code="list", most=most),
        "listed": "yes" if fault.expected else "no",
        "count": len(fault.expected),
        "rows": fault.rows,
        "may_choose": "no",
        "near": "yes" if fault.nearest else "no",
        **details,
    }


def _names_demands(fault: Fault) -> bool:
    return fault.code == "plan-measure-target"


def _how_often(fault: Fault, code: str, values: Values, words: Words) -> list[str]:
    """Say in how many rows the same fault stands."""
    if words.has(f"{code}.rows"):
        return list(filter(None, [words.say(f"{code}.rows", **values).strip()]))
    if fault.rows == 1:
        return []
    return [words.say("fault-rows-where" if "where" in values else "fault-rows", **values)]


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
