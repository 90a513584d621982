"""What the sources of a plan without goals hold, in tables: who is in them, what they answered, numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from effektmatt.wording.language import MISSING
from effektmatt.wording.text_table import Column, TextTable, table_of

if TYPE_CHECKING:
    from effektmatt.findings import (
        DescribedGroup,
        DescribedItem,
        DescribedNumber,
        DescribedQuestions,
        Findings,
        SourceDescription,
    )
    from effektmatt.wording.language import Words


def described_tables(source: SourceDescription, findings: Findings, words: Words) -> tuple[TextTable, ...]:
    """Return the tables of one source: groups, a table for each set of questions, numbers."""
    questions = (_questions_table(one, source, findings, words) for one in source.questions)
    tables = (_groups_table(source, findings, words), *questions, _numbers_table(source, findings, words))
    return tuple(table for table in tables if table is not None)


def described_sentence(source: SourceDescription, findings: Findings, words: Words) -> str:
    """Say how many rows a source has, in each of its waves."""
    told = [
        words.say("described-wave", rows=rows, wave=_wave(wave, findings)) if wave else words.say("rows-of", rows=rows)
        for wave, rows in zip(source.waves, source.rows, strict=True)
    ]
    return words.say("described-source", source=source.label, rows=words.joined(told))


def _wave(wave: str | None, findings: Findings) -> str:
    known = findings.waves.get(wave or "")
    return known.label if known else MISSING


def _note(hidden: bool, findings: Findings, words: Words) -> str | None:
    if not hidden:
        return None
    return words.say("described-hidden", means=findings.hide.means, distributions=findings.hide.distributions)


def _groups_table(source: SourceDescription, findings: Findings, words: Words) -> TextTable | None:
    """Return how many there are of each group, in each wave."""
    if not source.groups:
        return None

    def of_wave(place: int) -> Column[DescribedGroup]:
        def cell(group: DescribedGroup) -> str:
            n = group.counts[place]
            if n is None:
                return words.hidden(group, "counts")
            return words.say("described-count", n=n, percent=words.percent(_share(n, source.rows[place]), 0))

        wave = source.waves[place]
        return Column("n", cell, name=_wave(wave, findings) if wave else None)

    return table_of(
        source.groups,
        Column("group", lambda group: _group(group, words)),
        *(of_wave(place) for place in range(len(source.waves))),
        caption=words.say("described-groups", source=source.label),
        words=words,
        note=_note(any(None in group.counts for group in source.groups), findings, words),
    )


def _group(group: DescribedGroup, words: Words) -> str:
    name = group.group if group.group is not None else words.say("described-unknown")
    return words.say("table-group", label=group.by, group=name)


def _share(n: int, of: int) -> float | None:
    return n / of if of else None


def _questions_table(
    asked: DescribedQuestions, source: SourceDescription, findings: Findings, words: Words
) -> TextTable | None:
    """Return the answers to questions, a row for each question and wave."""
    if not asked.items:
        return None

    def of_answer(place: int) -> Column[DescribedItem]:
        def cell(item: DescribedItem) -> str:
            n = item.counts[place]
            if n is None:
                return words.hidden(item, "counts")
            return words.say("described-count", n=n, percent=words.percent(_share(n, item.n), 0))

        return Column("n", cell, name=asked.answers[place])

    return table_of(
        asked.items,
        Column("question", lambda item: item.label),
        Column("wave", lambda item: _wave(item.wave, findings), numeric=False, silent=(MISSING,)),
        *(of_answer(place) for place in range(len(asked.answers))),
        Column("described-answers", lambda item: words.count(item.n)),
        caption=words.say("described-questions", source=source.label, scale=asked.label),
        words=words,
        note=_note(any(None in item.counts for item in asked.items), findings, words),
    )


def _numbers_table(source: SourceDescription, findings: Findings, words: Words) -> TextTable | None:
    """Return the mean of every column of numbers and how it is spread."""
    if not source.numbers:
        return None

    def number(leaf: str) -> Column[DescribedNumber]:
        def cell(one: DescribedNumber) -> str:
            value = getattr(one, leaf)
            few = one.mean is None and one.n > 0
            return words.hidden(one, leaf) if few and leaf in ("mean", "deviation") else words.number(value, 1)

        return Column(f"described-{leaf}", cell, silent=(MISSING,))

    return table_of(
        source.numbers,
        Column("described-number", lambda one: one.by),
        Column("wave", lambda one: _wave(one.wave, findings), numeric=False, silent=(MISSING,)),
        Column("n", lambda one: words.count(one.n)),
        *(number(leaf) for leaf in ("mean", "deviation", "low", "high")),
        caption=words.say("described-numbers", source=source.label),
        words=words,
        note=_note(any(one.mean is None and one.n > 0 for one in source.numbers), findings, words),
    )


def described_summary(findings: Findings, words: Words) -> Iterator[str]:
    """Yield what a plan without goals tells: what it is, and how much each source holds."""
    yield words.say("described-summary")
    yield from (described_sentence(source, findings, words) for source in findings.described)
