"""Tables of where the findings come from: project, files, rows, answers, scales, methods."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import TYPE_CHECKING

from effektmatt.stats.methods import SOURCES
from effektmatt.wording.conditions import conditions
from effektmatt.wording.goal_tables import Row
from effektmatt.wording.language import HIDDEN, MISSING
from effektmatt.wording.targets import capitalised
from effektmatt.wording.text_table import TextTable

if TYPE_CHECKING:
    from effektmatt.core import Estimate
    from effektmatt.data.reading import Reading
    from effektmatt.findings import Findings, FlowFinding, FlowStep, GoalFinding
    from effektmatt.wording.language import Words


def project_table(findings: Findings, words: Words) -> TextTable:
    """Return what the plan says of the project."""
    project = findings.project
    period = words.period(project.start, project.end) if project.start or project.end else ""
    rows = [
        ("name", project.name),
        ("owner", project.owner or ""),
        ("partners", words.joined(project.partners)),
        ("funder", project.funder or ""),
        ("period", period),
        ("granted", words.money(project.granted) if project.granted is not None else ""),
        ("diary-number", project.diary_number or ""),
        ("country", project.country or ""),
        ("organisation-number", project.organisation_number or ""),
        ("fund", project.fund or ""),
        ("cci", project.cci or ""),
        ("co-financing", words.percent(project.co_financing, None) if project.co_financing is not None else ""),
        ("programme-area", project.programme_area or ""),
        ("specific-objective", project.specific_objective or ""),
        ("region", project.region or ""),
        ("nuts", project.nuts or ""),
        ("intervention-type", project.intervention_type or ""),
        ("participants", words.count(project.participants) if project.participants is not None else ""),
    ]
    said = tuple((words.say(f"project-{code}"), text) for code, text in rows if text)
    return TextTable(
        caption=words.say("table-project"),
        header=(words.say("column-fact"), words.say("column-said")),
        rows=(*said, *project.facts),
        numeric=(False, False),
    )


def sources_table(findings: Findings, words: Words) -> TextTable | None:
    """Return how every file was read: which source and wave it holds, its format, its rows."""
    rows = [
        (reading.file, source.label, wave, _read_as(reading, words), words.count(reading.rows))
        for source in findings.sources
        # files beyond the waves only add columns to the others
        for wave, reading in zip_longest(_wave_labels(findings, source.waves), source.files, fillvalue=MISSING)
        if not isinstance(reading, str)
    ]
    if not rows:
        return None
    header = ("file", "source", "wave", "read-as", "rows")
    return TextTable(
        caption=words.say("table-sources"),
        header=tuple(words.say(f"column-{column}") for column in header),
        rows=tuple(rows),
        numeric=(False, False, False, False, True),
    )


def _read_as(reading: Reading, words: Words) -> str:
    """Return how a file was read: "UTF-8 med BOM, semikolon som skiljetecken"."""
    if reading.format == "xlsx":
        return words.say("read-workbook", sheet=reading.sheet or "")
    encoding = words.say(f"encoding-{reading.encoding}", bom="yes" if reading.bom else "no")
    if reading.separator is None:
        return words.say("read-text", encoding=encoding)
    separator = words.say(f"separator-{_SEPARATORS[reading.separator]}")
    return words.say("read-separated", encoding=encoding, separator=separator)


_SEPARATORS = {";": "semicolon", ",": "comma", "\t": "tab", "|": "bar"}


def _wave_labels(findings: Findings, waves: tuple[str | None, ...]) -> Iterator[str]:
    labels = {wave.id: wave.label for wave in findings.waves}
    return (labels.get(wave, wave) if wave else MISSING for wave in waves)


#: Reasons of rows that are left out because nobody can be compared with themselves by them.
_ANSWERED_ONCE = frozenset({"answered-once", "only-after", "only-before"})


def accounting_table(findings: Findings, words: Words) -> TextTable | None:
    """Return what became of every row: read, used, left out and why."""
    rows = []
    for source in findings.sources:
        for wave, account in zip(_wave_labels(findings, source.waves), source.accounts, strict=True):
            left_out = sum(account.left_out.values())
            reasons = "; ".join(
                words.say("left-reason", reason=words.reason(reason, n), n=n) for reason, n in account.left_out.items()
            )
            cells = (words.count(account.read), words.count(account.used), words.count(left_out), reasons or MISSING)
            rows.append((_with_wave(source.label, wave, words), *cells))
    if not rows:
        return None
    reasons_given = {
        reason for source in findings.sources for account in source.accounts for reason in account.left_out
    }
    header = ("source", "rows-read", "rows-used", "rows-left-out", "reasons")
    return TextTable(
        caption=words.say("table-accounting"),
        header=tuple(words.say(f"column-{column}") for column in header),
        rows=tuple(rows),
        numeric=(False, True, True, True, False),
        note=words.say("table-accounting-linked") if _ANSWERED_ONCE & reasons_given else None,
    )


def _with_wave(label: str, wave: str, words: Words) -> str:
    return words.say("source-and-wave", source=label, wave=wave) if wave != MISSING else label


def flow_step(step: FlowStep, words: Words) -> str:
    """Return what a step of the participants' way is called: "Svarade före", or whom the goals concern."""
    if step.among:
        return capitalised(conditions(step.among, words))
    return words.say(f"flow-{step.code}", label=step.label or "")


def flow_table(flow: FlowFinding, words: Words) -> TextTable:
    """Return the participants' way through a survey, step by step."""
    rows = [
        (
            flow_step(step, words),
            words.count(step.n),
            "; ".join(words.say("left-reason", reason=words.reason(reason, n), n=n) for reason, n in step.left)
            or MISSING,
        )
        for step in flow.steps
    ]
    header = ("step", "people", "left")
    return TextTable(
        caption=words.say("table-flow", source=flow.label),
        header=tuple(words.say(f"column-{column}") for column in header),
        rows=tuple(rows),
        numeric=(False, True, False),
    )


def answer_rates_table(findings: Findings, words: Words) -> TextTable | None:
    """Return how many of those who could answer did, per wave and group."""
    labels = {wave.id: wave.label for wave in findings.waves} | {"linked": words.say("wave-linked")}
    rows: list[Row] = []
    hidden = False
    for rate in findings.answer_rates:
        wave = labels.get(rate.wave, rate.wave)
        column = findings.labels.get(rate.by or "", rate.by or "")
        group = (
            words.say("table-group", label=column, group=rate.group or "") if rate.by else words.say("table-everybody")
        )
        is_hidden = rate.answered is None
        hidden = hidden or is_hidden
        share = (
            words.percent(rate.answered / rate.population) if rate.answered is not None and rate.population else MISSING
        )
        rows.append(
            (
                words.say("source-and-wave", source=rate.label, wave=wave) if wave else rate.label,
                group,
                words.count(rate.population) if rate.population is not None else HIDDEN if is_hidden else MISSING,
                HIDDEN if is_hidden else words.count(rate.answered),
                HIDDEN if is_hidden else share,
            )
        )
    if not rows:
        return None
    header = ("source", "group", "could-answer", "answered", "share-answered")
    return TextTable(
        caption=words.say("table-answer-rates"),
        header=tuple(words.say(f"column-{column}") for column in header),
        rows=tuple(rows),
        numeric=(False, False, True, True, True),
        note=words.say("table-hidden", means=findings.hide.means) if hidden else None,
    )


def tree_table(findings: Findings, words: Words) -> TextTable | None:
    """Return what is done for each node of the goal tree: resources, ways of working, activities with their dates.

    A column that no node fills is left out; None where all of them are.
    """
    told = [
        (node.title, node.ways_of_working or "", "; ".join(node.activities), node.resources or "")
        for node in findings.tree
    ]
    kept = [place for place in range(1, 4) if any(row[place] for row in told)]
    rows = [tuple(row[place] or MISSING for place in (0, *kept)) for row in told if any(row[1:])]
    if not rows:
        return None
    header = ("tree-title", "ways-of-working", "activities", "resources")
    return TextTable(
        caption=words.say("table-tree"),
        header=tuple(words.say(f"column-{header[place]}") for place in (0, *kept)),
        rows=tuple(rows),
        numeric=(False,) * (1 + len(kept)),
    )


def scales_table(findings: Findings, words: Words) -> TextTable | None:
    """Return the questions of every scale, and how well they held together in each wave."""
    if not findings.scales:
        return None
    labels = {wave.id: wave.label for wave in findings.waves}
    waves = list(dict.fromkeys(wave for scale in findings.scales for wave, _ in scale.alpha))
    rows = []
    for scale in findings.scales:
        alphas = dict(scale.alpha)
        questions = "; ".join(f"{item}: {label}" if label != item else item for item, label in scale.items)
        cells = (words.number(alphas[wave].value if wave in alphas else None, 2) for wave in waves)
        rows.append((scale.label, questions, *cells))
    return TextTable(
        caption=words.say("table-scales"),
        header=(
            words.say("column-scale"),
            words.say("column-questions"),
            *(words.say("column-alpha", wave=labels.get(wave, wave), named="yes" if wave else "no") for wave in waves),
        ),
        rows=tuple(rows),
        numeric=(False, False, *(True for _ in waves)),
        note=words.say("table-alpha") if waves else None,
    )


def files_table(findings: Findings, words: Words) -> TextTable:
    """Return the files that were read, with size and checksum, so that another can see that they are the same."""
    return TextTable(
        caption=words.say("table-files"),
        header=(words.say("column-file"), words.say("column-bytes"), words.say("column-sha256")),
        rows=tuple((file.file, words.count(file.bytes), file.sha256) for file in findings.manifest.files),
        numeric=(False, True, False),
        note=words.say("table-checksum"),
    )


def methods_table(findings: Findings, words: Words) -> TextTable | None:
    """Return every measure in the report, the method behind it and where that is published, each once."""
    pairs: dict[Row, None] = {}
    for goal in findings.goals:
        for part in goal.parts or (goal,):
            for estimate in _estimates(part):
                if estimate.value is not None:
                    method = estimate.interval.method if estimate.interval else estimate.method
                    reference = SOURCES.get(method, MISSING)
                    pairs[words.measured(estimate), words.method(method), reference] = None
    if not pairs:
        return None
    return TextTable(
        caption=words.say("table-methods"),
        header=(words.say("column-measure"), words.say("column-method"), words.say("column-reference")),
        rows=tuple(pairs),
        numeric=(False, False, False),
    )


def _estimates(goal: GoalFinding) -> Iterator[Estimate]:
    yield goal.fulfilment.estimate
    if goal.outcome.change is not None:
        yield from (goal.outcome.change.before, goal.outcome.change.after, goal.outcome.change.difference)
    yield from goal.outcome.beside
