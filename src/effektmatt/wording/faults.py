"""A fault in words: where it is, what stood there, what was expected, what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from effektmatt.errors import Fault
    from effektmatt.wording.language import Words

#: So many of the expected values are named; a longer list says how many more there are.
_MOST_NAMED = 12
#: A value is quoted up to this many characters.
_LONGEST_QUOTE = 80


def in_words(fault: Fault, words: Words) -> str:
    """Write a fault as one or more sentences."""
    code = f"fault-{fault.code}"
    values: dict[str, str | int | float] = {
        "file": fault.file or "",
        "sheet": fault.sheet or "",
        "row": fault.row or 0,
        "column": fault.column or "",
        "key": fault.key or "",
        "got": _shortened(fault.got or ""),
        "expected": expected_list(fault.expected, words),
        "rows": fault.rows,
        **{name: _shortened(value) if isinstance(value, str) else value for name, value in fault.details.items()},
    }
    sentences = [words.say(code, **values)]
    if fault.nearest is not None:
        sentences.append(words.say("fault-nearest", nearest=_shortened(fault.nearest)))
    if words.has(f"{code}.mend"):
        sentences.append(words.say(f"{code}.mend", **values))
    if fault.rows > 1:
        sentences.append(words.say("fault-rows", more=fault.rows - 1))
    place = place_of(fault, words)
    return f"{place}: {' '.join(sentences)}" if place else " ".join(sentences)


def place_of(fault: Fault, words: Words) -> str:
    """Write where a fault is: "enkat_fore.csv, rad 14, kolumn v3"."""
    parts = [
        fault.file or "",
        words.say("fault-sheet", sheet=fault.sheet) if fault.sheet else "",
        words.say("fault-row", row=str(fault.row)) if fault.row else "",
        words.say("fault-column", column=fault.column) if fault.column else "",
        fault.key or "",
    ]
    return ", ".join(part for part in parts if part)


def expected_list(expected: tuple[str, ...], words: Words) -> str:
    """Write the values that were possible: "ja eller nej"; of a long list the first ones."""
    quoted = [words.say("quoted", text=_shortened(value)) for value in expected]
    if len(quoted) > _MOST_NAMED:
        more = len(quoted) - _MOST_NAMED
        return words.say("fault-expected-more", first=", ".join(quoted[:_MOST_NAMED]), more=more)
    if len(quoted) < 2:
        return "".join(quoted)
    return words.say("fault-expected", first=", ".join(quoted[:-1]), last=quoted[-1])


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_QUOTE else text[: _LONGEST_QUOTE - 1] + "…"
