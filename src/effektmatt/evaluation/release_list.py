"""The release list: everything that a report publishes, for two people to sign."""

from __future__ import annotations

from pathlib import Path

from effektmatt.evaluation.audit import RELEASE, Audit, Recovered, Released
from effektmatt.files import not_written, write_whole
from effektmatt.wording import Words


def write_release_list(found: Audit, folder: Path, words: Words) -> Path:
    """Write the list beside the report that it tells of, and return where."""
    name = RELEASE[words.language]
    try:
        write_whole(folder, {name: release_list(found, words).encode()})
    except OSError as error:
        raise not_written("report-not-written", folder, error) from error
    return folder / name


def release_list(found: Audit, words: Words) -> str:
    """Return the list as Markdown: what could be worked out, every goal and breakdown with its state, every file."""
    lines = [f"# {words.say('release-title')}", "", *audit_lines(found, words), ""]
    lines += [f"| {words.say('release-what')} | {words.say('release-state')} |", "|---|---|"]
    lines += [f"| {_cell(_what(one, words))} | {_cell(_state(one, words))} |" for one in found.released]
    lines += [f"| {_cell(name)} | {words.say('release-document')} |" for name in found.documents]
    lines += [f"| {words.say(f'release-{name}')} | {words.say('release-sizes')} |" for name in found.sizes]
    lines += [f"| {chart} | {words.say('release-chart')} |" for chart in found.charts]
    return "\n".join([*lines, "", words.say("release-signed"), "", words.say("release-second"), ""])


def audit_lines(found: Audit, words: Words) -> list[str]:
    """Return what was tried, and what could be worked out."""
    tried = "audit-tables" if found.equations is None else "audit-equations"
    lines = [words.say(tried, n=found.equations or 0)]
    lines += [words.say("audit-earlier", reports="; ".join(found.earlier))] if found.earlier else []
    lines += [f"- {_recovered(one, words)}" for one in found.recovered]
    if found.recovered:
        return lines
    lines.append(words.say("audit-nothing"))
    return lines if found.kept == "not" else [*lines, words.say(f"audit-kept-{found.kept}")]


def _recovered(one: Recovered, words: Words) -> str:
    low, high = words.number(one.low), words.number(one.high)
    return words.say("audit-recovered", n=one.n, low=low, high=high, of="; ".join(one.of))


def _what(one: Released, words: Words) -> str:
    if one.by is None:
        return one.title
    named = words.say("release-beside", what=one.by) if one.beside else ""
    return f"{one.title}: {named}" if named else words.say("release-by", title=one.title, by=one.by)


def _state(one: Released, words: Words) -> str:
    if one.few:
        return words.say("release-reason", reason=one.reason) if one.reason else words.say("release-no-reason")
    if one.by is None:
        return words.say("release-hidden" if one.hidden else "release-fine")
    return words.say("release-tables" if one.beside else "release-groups", hidden=one.hidden, cells=one.cells)


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
