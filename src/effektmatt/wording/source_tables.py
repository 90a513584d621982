"""Tables of where the findings come from: project, files, rows, answers, scales, methods."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from effektmatt.stats.methods import SOURCES
from effektmatt.wording.cause import SIDES
from effektmatt.wording.conditions import conditions
from effektmatt.wording.goal_sentences import shown_labels
from effektmatt.wording.language import MISSING
from effektmatt.wording.marks import plain
from effektmatt.wording.notes import note_text
from effektmatt.wording.targets import capitalised
from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from effektmatt.core import Estimate
    from effektmatt.data.accounting import Accounting
    from effektmatt.data.reading import Reading
    from effektmatt.findings import (
        AnswerRate,
        Findings,
        FlowFinding,
        FlowStep,
        GoalFinding,
        ScaleFinding,
        SourceFinding,
    )
    from effektmatt.wording.language import Words


def project_table(findings: Findings, words: Words) -> TextTable:
    """Return what the plan says of the project."""
    project = findings.project
    period = words.period(project.start, project.end) if project.start or project.end else ""
    facts = {
        "name": project.name,
        "owner": project.owner,
        "partners": words.joined(project.partners),
        "funder": project.funder,
        "period": period,
        "granted": words.money(project.granted) if project.granted is not None else "",
        "diary-number": project.diary_number,
        "country": project.country,
        "organisation-number": project.organisation_number,
        "fund": project.fund,
        "cci": project.cci,
        "co-financing": words.percent(project.co_financing, None) if project.co_financing is not None else "",
        "programme-area": project.programme_area,
        "specific-objective": project.specific_objective,
        "region": project.region,
        "nuts": project.nuts,
        "intervention-type": project.intervention_type,
        "participants": words.count(project.participants) if project.participants is not None else "",
    }
    said = [(words.say(f"project-{code}"), text) for code, text in facts.items() if text]
    return table_of(
        [*said, *project.facts.items()],
        Column("fact", lambda fact: fact[0]),
        Column("said", lambda fact: fact[1], numeric=False),
        caption=words.say("table-project"),
        words=words,
    )


def sources_table(findings: Findings, words: Words) -> TextTable | None:
    """Return how every file was read: which source and wave it holds, its format, its rows."""
    rows = [
        (reading, source.label, words.joined(waves))
        for source in findings.sources
        for reading, waves in _waves_of_files(findings, source)
    ]
    if not rows:
        return None
    return table_of(
        rows,
        Column("file", lambda row: row[0].file),
        Column("source", lambda row: row[1], numeric=False),
        Column("wave", lambda row: row[2], numeric=False),
        Column("read-as", lambda row: _read_as(row[0], words), numeric=False),
        Column("rows", lambda row: words.count(row[0].rows)),
        caption=words.say("table-sources"),
        words=words,
    )


def _waves_of_files(findings: Findings, source: SourceFinding) -> Iterator[tuple[Reading, list[str]]]:
    """Yield each file of a source once, with the waves that it holds."""
    waves: dict[tuple[str, str | None], list[str]] = {}
    readings = {(reading.file, reading.sheet): reading for reading in source.files}
    for wave, reading in zip(_wave_labels(findings, source.waves), source.files, strict=True):
        waves.setdefault((reading.file, reading.sheet), []).append(wave)
    yield from ((reading, waves[place]) for place, reading in readings.items())


def _read_as(reading: Reading, words: Words) -> str:
    """Return how a file was read: "Excel, bladet Svar; export från Qualtrics"."""
    form = _form(reading, words)
    return words.say("read-export", form=form, tool=words.say(f"tool-{reading.shape}")) if reading.shape else form


def _form(reading: Reading, words: Words) -> str:
    """Return what form a file has: "UTF-8 med BOM, semikolon som skiljetecken"."""
    if reading.sheet is not None:
        return words.say("read-workbook", sheet=reading.sheet, format=reading.format)
    if reading.encoding is None:
        return words.say("read-format", format=reading.format)
    encoding = words.say(f"encoding-{reading.encoding}", bom="yes" if reading.bom else "no")
    if reading.separator is None:
        return words.say("read-text", encoding=encoding)
    separator = words.say(f"separator-{_SEPARATORS[reading.separator]}")
    return words.say("read-separated", encoding=encoding, separator=separator)


_SEPARATORS = {";": "semicolon", ",": "comma", "\t": "tab", "|": "bar"}


def _wave_labels(findings: Findings, waves: tuple[str | None, ...]) -> Iterator[str]:
    labels = {name: wave.label for name, wave in findings.waves.items()}
    return (labels.get(wave, wave) if wave else MISSING for wave in waves)


#: Reasons of rows that are left out because nobody can be compared with themselves by them.
_ANSWERED_ONCE = frozenset({"answered-once", "only-after", "only-before"})


def account_notes(findings: Findings, words: Words) -> tuple[str, ...]:
    """Return what there is to say of each source and of each scale, as `check` says it.

    Who is on neither side of a comparison is said with the comparison.
    """
    noted = [(source.label, note) for source in findings.sources for note in source.notes if note.code not in SIDES]
    noted += [(scale.label, note) for scale in findings.scales for note in scale.notes]
    labels = shown_labels(findings)
    said = (f"{label}: {note_text(note, words, labels=labels)}" for label, note in noted)
    return tuple(dict.fromkeys(said))


def accounting_table(findings: Findings, words: Words) -> TextTable | None:
    """Return what became of every row: read, used, left out and why."""
    rows: list[tuple[str, Accounting]] = []
    for source in findings.sources:
        for wave, account in zip(_wave_labels(findings, source.waves), source.accounts, strict=True):
            named = words.say("source-and-wave", source=source.label, wave=wave)
            rows.append((named if wave != MISSING else source.label, account))
    if not rows:
        return None
    once = any(_ANSWERED_ONCE & account.left_out.keys() for _, account in rows)
    return table_of(
        rows,
        Column("source", lambda row: row[0]),
        Column("rows-read", lambda row: words.count(row[1].read)),
        Column("rows-used", lambda row: words.count(row[1].used)),
        Column("rows-left-out", lambda row: words.count(sum(row[1].left_out.values()))),
        Column("reasons", lambda row: _reasons(row[1].left_out.items(), words), numeric=False),
        caption=words.say("table-accounting"),
        words=words,
        note=words.say("table-accounting-linked") if once else None,
    )


def _reasons(left: Iterable[tuple[str, int]], words: Words) -> str:
    """Return why rows or people were left out, with how many: "dubbla svar: 3; inget svar: 1"."""
    return "; ".join(words.say("left-reason", reason=words.reason(code, n), n=n) for code, n in left) or MISSING


def flow_step(step: FlowStep, words: Words) -> str:
    """Return what a step of the participants' way is called: "Svarade före", or whom the goals concern."""
    if step.among:
        return capitalised(conditions(step.among, words))
    return words.say(f"flow-{step.code}", label=step.label or "")


def flow_table(flow: FlowFinding, words: Words) -> TextTable:
    """Return the participants' way through a survey, step by step."""
    return table_of(
        flow.steps,
        Column("step", lambda step: flow_step(step, words)),
        Column("people", lambda step: words.count(step.n)),
        Column("left", lambda step: _reasons(step.left, words), numeric=False),
        caption=words.say("table-flow", source=flow.label),
        words=words,
    )


def answer_rates_table(findings: Findings, words: Words, *, groups: bool = True) -> TextTable | None:
    """Return how many of those who could answer did, per wave and, if `groups`, per group."""
    rates = [rate for rate in findings.answer_rates if groups or rate.by is None]
    if not rates:
        return None
    labels = {name: wave.label for name, wave in findings.waves.items()} | {"linked": words.say("wave-linked")}

    def source(rate: AnswerRate) -> str:
        wave = labels.get(rate.wave, rate.wave)
        return words.say("source-and-wave", source=rate.label, wave=wave) if wave else rate.label

    def group(rate: AnswerRate) -> str:
        if not rate.by:
            return words.say("table-everybody")
        return words.say("table-group", label=findings.labels.get(rate.by, rate.by), group=rate.group or "")

    def could_answer(rate: AnswerRate) -> str:
        hidden = rate.population is None and rate.answered is None
        return words.hidden(rate, "population") if hidden else words.count(rate.population)

    def answered(rate: AnswerRate) -> str:
        return words.hidden(rate, "answered") if rate.answered is None else words.count(rate.answered)

    def share(rate: AnswerRate) -> str:
        if rate.answered is None:
            return words.hidden(rate, "answered")
        return words.percent(rate.answered / rate.population if rate.population else None)

    hidden = any(rate.answered is None for rate in rates)
    return table_of(
        rates,
        Column("source", source),
        *([Column("group", group, numeric=False)] if groups else []),
        Column("could-answer", could_answer),
        Column("answered", answered),
        Column("share-answered", share),
        caption=words.say("table-answer-rates"),
        words=words,
        note=words.say("table-hidden", means=findings.hide.means) if hidden else None,
    )


def tree_table(findings: Findings, words: Words) -> TextTable | None:
    """Return what is done for each node of the goal tree: resources, ways of working, activities with their dates.

    A column that no node fills is left out; None where all of them are.
    """
    told = [node for node in findings.tree if node.ways_of_working or node.activities or node.resources]
    if not told:
        return None
    empty = (MISSING,)
    return table_of(
        told,
        Column("tree-title", lambda node: node.title),
        Column("ways-of-working", lambda node: node.ways_of_working or MISSING, numeric=False, silent=empty),
        Column("activities", lambda node: "; ".join(node.activities) or MISSING, numeric=False, silent=empty),
        Column("resources", lambda node: node.resources or MISSING, numeric=False, silent=empty),
        caption=words.say("table-tree"),
        words=words,
    )


def scales_table(findings: Findings, words: Words) -> TextTable | None:
    """Return the questions of every scale, and how well they held together in each wave."""
    if not findings.scales:
        return None
    labels = {name: wave.label for name, wave in findings.waves.items()}
    waves = list(dict.fromkeys(wave for scale in findings.scales for wave, _ in scale.alpha))
    return table_of(
        findings.scales,
        Column("scale", lambda scale: scale.label),
        Column("questions", _questions, numeric=False),
        *(_alpha_column(wave, labels.get(wave, wave), words) for wave in waves),
        caption=words.say("table-scales"),
        words=words,
        note=words.say("table-alpha") if waves else None,
    )


def _questions(scale: ScaleFinding) -> str:
    return "; ".join(f"{item}: {label}" if label != item else item for item, label in scale.items)


def _alpha_column(wave: str, label: str, words: Words) -> Column[ScaleFinding]:
    def alpha(scale: ScaleFinding) -> str:
        found = dict(scale.alpha).get(wave)
        return words.number(found.value if found else None, 2)

    return Column("alpha", alpha, name=words.say("column-alpha", wave=label, named="yes" if wave else "no"))


def files_table(findings: Findings, words: Words) -> TextTable:
    """Return the files that were read, with size and checksum, so that another can see that they are the same."""
    return table_of(
        findings.manifest.files,
        Column("file", lambda file: file.file),
        Column("bytes", lambda file: words.count(file.bytes)),
        Column("sha256", lambda file: file.keyed_sum or MISSING, numeric=False),
        caption=words.say("table-files"),
        words=words,
        note=words.say("table-checksum" if findings.manifest.keyed else "table-no-checksum"),
    )


def methods_table(findings: Findings, words: Words) -> TextTable | None:
    """Return every measure in the report, the method behind it and where that is published, each once."""
    rows = {
        (plain(measured), method): (measured, words.method(method), SOURCES.get(method, MISSING))
        for goal in findings.goals
        for part in goal.parts or (goal,)
        for estimate in _estimates(part)
        if estimate.value is not None
        for method in [estimate.interval.method if estimate.interval else estimate.method]
        for measured in [words.measured(estimate)]
    }
    if not rows:
        return None
    return table_of(
        rows.values(),
        Column("measure", lambda row: row[0]),
        Column("method", lambda row: row[1], numeric=False),
        Column("reference", lambda row: row[2], numeric=False),
        caption=words.say("table-methods"),
        words=words,
    )


def _estimates(goal: GoalFinding) -> Iterator[Estimate]:
    yield goal.fulfilment.estimate
    if goal.outcome.change is not None:
        yield from (goal.outcome.change.before, goal.outcome.change.after, goal.outcome.change.difference)
    yield from goal.outcome.beside
