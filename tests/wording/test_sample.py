"""The real thing: the sample project, said in both languages."""

from __future__ import annotations

import re

import pytest

from effektmatt.wording import goal_tables, source_tables, words
from effektmatt.wording.notes import note_text
from effektmatt.wording.sentences import goal_paragraphs, limits_sentences, measured_how, summary_sentence


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_sample_project_is_told_in_full(sample, language: str) -> None:
    say, findings = words(language), sample.findings
    for goal in findings.goals:
        assert all(goal_paragraphs(goal, findings, say))
        assert measured_how(goal, say)
        assert say.measured(goal.outcome.estimate)
        goal_tables.groups_table(goal, findings, say)
        goal_tables.beside_table(goal, say)
    assert summary_sentence(findings, say)
    assert limits_sentences(findings, say)
    shown = (
        goal_tables.goals_table,
        source_tables.sources_table,
        source_tables.accounting_table,
        source_tables.answer_rates_table,
        source_tables.scales_table,
        source_tables.methods_table,
        source_tables.project_table,
        source_tables.files_table,
    )
    assert all(table(findings, say) is not None for table in shown)
    assert all(source_tables.flow_table(flow, say).rows for flow in findings.flows)
    for source in findings.sources:
        assert all(note_text(note, say) for note in source.notes)


def test_the_samples_goals_read_as_they_should(sample) -> None:
    """The planted truth in words: 134 of 151, 202 of 230, two departments, +34,8 %, 18,8 days."""
    findings, say = sample.findings, words("sv")
    said = {goal.id: " ".join(goal_paragraphs(goal, findings, say)) for goal in findings.goals}
    assert (
        "skattar 134 (88,7\u00a0%) sig högre än före; målet, minst 80\u00a0%, är troligen uppnått" in said["delmal-1"]
    )
    assert "202 av 230" in said["delmal-2"]
    assert (
        "18 av 20 minst 2 som är ambassadörer; färre har Barn och utbildning (0) och Individ och familj (1)"
        in said["delmal-3"]
    )
    assert "från 46,6 till 62,8\u00a0%, en ökning med 34,8\u00a0%" in said["delmal-6"]
    assert "en förkortning med 18,8\u00a0dagar" in said["delmal-7"]
    without_names = re.sub(r"effektmatt", "", " ".join(said.values()), flags=re.IGNORECASE)
    assert "effekt" not in without_names.casefold()
