"""A commented plan to start from, put together from one part for each kind of evidence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from importlib.resources import files

from effektmatt.plan.written import KINDS

#: What is written when nobody is asked, and what stands there as comments.
USUAL, ALSO = (
    tuple(name for name, kind in KINDS.items() if kind.template == template) for template in ("usual", "also")
)

# In a part, `#@ sources` begins what belongs under that heading of the plan, and `#?register ` a line that makes sense
# only where that kind is chosen too.
_SECTION, _NEEDS = "#@ ", "#?"


def plan_template(kinds: Sequence[str] = USUAL, *, also: Sequence[str] = ALSO, language: str = "sv") -> str:
    """Return a commented plan for some kinds of evidence.

    Parameters
    ----------
    kinds
        Which kinds there are; each has a part in both languages.
    also
        Which others are written too, every line as a comment.
    language
        "sv" or "en".

    >>> text = plan_template(["ledger"], also=[])
    >>> 'kind = "ledger"' in text, 'kind = "survey"' in text
    (True, False)
    """
    parts = [_part(kind, kinds, language) for kind in KINDS if kind in kinds]
    parts += [_commented(_part(kind, (*kinds, kind), language)) for kind in KINDS if kind in also and kind not in kinds]
    names = dict.fromkeys(name for part in parts for name in part)
    sections = {name: "\n\n".join(part[name] for part in parts if name in part) for name in names}
    return plan_of_parts("plan", sections, language=language)


def plan_of_parts(template: str, sections: Mapping[str, str], *, language: str) -> str:
    """Return a plan: a template in which a text stands under each of its headings; one without any text is left out.

    >>> text = plan_of_parts("found", {"sources": "[sources.x]"}, language="sv")
    >>> "[sources.x]" in text, "Målen" in text
    (True, False)
    """
    lines: list[str] = []
    for line in _text(f"{template}.{language}.toml").splitlines():
        lines += sections.get(line.removeprefix(_SECTION), "").splitlines() if line.startswith(_SECTION) else [line]
    return _without_empty_sections("\n".join(lines)) + "\n"


def _part(kind: str, chosen: Sequence[str], language: str) -> dict[str, str]:
    """Return what one kind adds under each heading."""
    sections: dict[str, list[str]] = {}
    for line in _text(f"parts/{kind}.{language}.toml").splitlines():
        if line.startswith(_SECTION):
            sections[line.removeprefix(_SECTION)] = []
        else:
            sections[next(reversed(sections))].append(_needed(line, chosen))
    return {name: "\n".join(lines) for name, lines in sections.items()}


def _needed(line: str, chosen: Sequence[str]) -> str:
    """Return a line as it stands, or as a comment where the kind that it needs is not chosen."""
    if not line.startswith(_NEEDS):
        return line
    kind, _, rest = line.removeprefix(_NEEDS).partition(" ")
    return rest if kind in chosen else f"# {rest}"


def _commented(part: dict[str, str]) -> dict[str, str]:
    return {name: "\n".join(f"# {line}" for line in text.splitlines()) for name, text in part.items()}


def _without_empty_sections(text: str) -> str:
    """Leave out a heading that nothing stands under, and empty lines beyond one."""
    blocks = [block for block in re.split(r"\n{2,}", text) if block.strip()]
    kept = [
        block
        for place, block in enumerate(blocks)
        if not (block.startswith("# ---- ") and (place + 1 == len(blocks) or blocks[place + 1].startswith("# ---- ")))
    ]
    return "\n\n".join(block.strip("\n") for block in kept)


def _text(name: str) -> str:
    return files("effektmatt.plan").joinpath(f"templates/{name}").read_text(encoding="utf-8")
