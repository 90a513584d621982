"""Which remarks `check`, `goals` and a report carry: what one of them says, the others say too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from effektmatt.evaluation.terminal import check_text, goals_text
from effektmatt.findings import Findings
from effektmatt.report.gaps import missing_texts
from effektmatt.wording import words
from effektmatt.wording.sentences import measured_parts


def remarks_of(told: str) -> list[str]:
    """Return the remarks in what a command printed."""
    return [line.removeprefix("- ") for line in told.split("\n") if line.startswith("- ")]


def unsaid(findings: Findings, page: str | None = None) -> Iterator[str]:
    """Yield the remarks that `check` makes and `goals` does not, or the other way round, or that a report lacks.

    What the plan's own texts lack is shown in the report where it is lacking, in other words.
    """
    say = words(findings.language)
    check, goals = remarks_of(check_text(findings, say)), remarks_of(goals_text(findings, say))
    yield from set(check) ^ set(goals) if findings.goals else ()
    if page is not None:
        for_author = set(missing_texts(findings))
        seen = _plain(page)
        yield from (one for one in check if one not in for_author and _plain(_untitled(one, findings)) not in seen)


def _untitled(remark: str, findings: Findings) -> str:
    """Return a remark without what it is about, which is a heading in the report."""
    parts = (part.title for part in measured_parts(findings))
    about = [
        *parts,
        *(one.title for one in findings.goals),
        *(one.label for one in (*findings.sources, *findings.scales)),
    ]
    for title in about:
        remark = remark.removeprefix(f"{title}: ")
    return remark


def _plain(page: str) -> str:
    """Return text without marks and signs of layout, every space as one."""
    told = unescape(re.sub(r"<[^>]+>", " ", page)).replace("\u00ad", "")
    return re.sub(r" (?=[.,:;”)%])", "", " ".join(told.split()))
