"""Goals and whole evaluations in sentences: grammar where numbers are one or many, order where there are several."""

from __future__ import annotations

from dataclasses import replace

import pytest

from effektmatt.core import Note, Unit
from effektmatt.findings import Findings, GoalFinding
from effektmatt.goals import Reading, Target, Verdict
from effektmatt.report.places import placed
from effektmatt.wording import words
from effektmatt.wording.goal_cards import goal_card
from effektmatt.wording.goal_sentences import tally
from effektmatt.wording.marks import Ledger, plain
from effektmatt.wording.notes import note_text
from effektmatt.wording.sentences import (
    design_sentence,
    goal_paragraphs,
    goal_sentence,
    limits_sentences,
    measured_how,
    summary_sentence,
)
from findings_example import findings_example
from wording.made import goal, moved, share

SV, EN = words("sv"), words("en")
DESCRIBED = ("Dessutom beskrivs en punkt utan målnivå.", "One more point is described, with no target level.")


def test_a_tally_agrees_in_number_and_gender() -> None:
    verdicts = [Verdict.MET, Verdict.NOT_MET, Verdict.NOT_MET, Verdict.UNDETERMINED]
    assert tally(verdicts, SV) == ["ett uppnått", "ett inte avgjort", "två inte uppnådda"]
    assert tally(verdicts, EN) == ["one has been met", "one is undecided", "two have not been met"]


def test_many_goals_are_counted_in_figures() -> None:
    assert tally([Verdict.MET] * 13, SV) == ["13 uppnådda"]


def test_a_summary_of_one_goal_and_of_none_judged() -> None:
    findings = findings_example()
    one = replace(findings, goals=findings.goals[1:2])
    assert summary_sentence(one, SV) == "Projektets enda mål är inte uppnått."
    described = replace(findings, goals=(findings.goals[4], findings.goals[4]))
    assert summary_sentence(described, SV) == "Uppföljningen beskriver två punkter, alla utan målnivå."
    beside = replace(findings, goals=(findings.goals[1], findings.goals[4]))
    assert summary_sentence(beside, SV) == (
        "Det enda mål som prövas är inte uppnått. Dessutom beskrivs en punkt utan målnivå."
    )
    both = replace(findings, goals=(findings.goals[1], findings.goals[1], findings.goals[4]))
    said = summary_sentence(both, SV)
    assert said == "Inget av de två mål som kan bedömas är uppnått. Dessutom beskrivs en punkt utan målnivå."


def _judged(*verdicts: Verdict) -> Findings:
    findings = findings_example()
    first = findings.goals[0]
    goals = (replace(first, fulfilment=replace(first.fulfilment, verdict=verdict)) for verdict in verdicts)
    return replace(findings, goals=tuple(goals))


@pytest.mark.parametrize(
    ("verdicts", "swedish", "english"),
    [
        ([Verdict.MET] * 2, "Båda målen är uppnådda.", "Both goals have been met."),
        ([Verdict.LIKELY_MET] * 7, "Alla sju mål är troligen uppnådda.", "All seven goals have probably been met."),
        (
            [Verdict.LIKELY_NOT_MET] * 2,
            "Troligen är inget av projektets båda mål uppnått.",
            "Probably, neither of the project’s two goals has been met.",
        ),
        (
            [Verdict.UNDETERMINED] * 3,
            "För inget av projektets tre mål går det att avgöra om det är uppnått.",
            "For none of the project’s three goals can it be told whether it has been met.",
        ),
        (
            [Verdict.NOT_ASSESSABLE] * 3,
            "Inget av projektets tre mål kan bedömas.",
            "None of the project’s three goals can be assessed.",
        ),
        (
            [Verdict.MET, Verdict.MET, Verdict.NOT_ASSESSABLE],
            "Av projektets tre mål är två uppnådda. Ett mål kan inte bedömas.",
            "Of the project’s three goals, two have been met. One goal cannot be assessed.",
        ),
        (
            [Verdict.MET, Verdict.MET, Verdict.NOT_ASSESSABLE, Verdict.NO_TARGET],
            f"De två mål som kan bedömas är båda uppnådda. Ett mål kan inte bedömas. {DESCRIBED[0]}",
            f"Both goals that can be assessed have been met. One goal cannot be assessed. {DESCRIBED[1]}",
        ),
    ],
)
def test_goals_of_one_verdict_are_told_together(verdicts: list[Verdict], swedish: str, english: str) -> None:
    found = _judged(*verdicts)
    assert (summary_sentence(found, SV), summary_sentence(found, EN)) == (swedish, english)


@pytest.mark.parametrize("direction", ["increase", "decrease"])
def test_a_target_of_direction_only_reads_as_one_sentence(direction: str) -> None:
    change = moved(3.1, 3.8, Unit.SCORE, half=0.2)
    said = goal_sentence(goal("score-change", change.difference, Target(direction=direction), change=change), SV)
    judged = {"increase": "målet, en ökning, är uppnått", "decrease": "målet, en minskning, är inte uppnått"}[direction]
    assert said == f"Medelvärdet steg från 3,10 till 3,80, en ökning med 0,70; {judged}."


def test_what_is_undecided_is_whether_the_goal_is_met() -> None:
    said = goal_sentence(goal("share-improved", share(122, 150, 205), Target(at_least=0.8)), SV)
    assert said.endswith("; om målet, minst 80\u00a0%, är uppnått går inte att avgöra.")


def test_the_parts_of_a_goal_are_named_with_what_was_found() -> None:
    findings = findings_example()
    said = goal_sentence(findings.goals[2], SV, findings.labels)
    assert said.startswith("Målet har två delar. Delen ”Minst två på varje avdelning” är inte uppnådd: räknat per")
    assert "”Omkring 40 sammanlagt” är uppnådd: antalet" in said
    assert said.endswith("Hela målet är inte uppnått.")
    card = goal_card(findings.goals[2], SV, findings.labels)
    assert [part.outcome for part in card.parts] == [
        "5 av 7, per avdelning; målet är minst 2 för varje avdelning",
        "39; målet är omkring 40 (36 till 44)",
    ]
    assert (card.outcome, card.sentence) == (None, None)


def part_with(level: float, code: str) -> GoalFinding:
    made = goal("share-improved", share(122, 150, 205), Target(at_least=0.5))
    estimate = made.fulfilment.estimate
    assert estimate.interval is not None
    estimate = replace(
        estimate,
        interval=replace(estimate.interval, level=level),
        assumptions=(Note(code=code, values={"missing": 55, "times": "no"}),),
    )
    return replace(made, title=f"Del {level}", fulfilment=replace(made.fulfilment, estimate=estimate))


def test_intervals_of_parts_rest_on_what_any_of_them_rests_on() -> None:
    whole = findings_example().goals[2]
    first, second = part_with(0.95, "missing-resemble-answered"), part_with(0.95, "self-selected-resemble-all")
    sure = goal_card(replace(whole, parts=(first, second)), SV, {}).sure
    assert sure is not None
    assert sure.startswith("varje dels intervall gäller med 95 procents säkerhet, om ")
    assert "och ytterligare ett antagande håller" in sure
    alone = goal_card(replace(whole, parts=(first, first)), SV, {}).sure
    assert alone is not None
    assert "ytterligare" not in alone


def test_marks_make_no_levels_of_their_own() -> None:
    ledger, part = Ledger(), part_with(0.95, "missing-resemble-answered")
    findings = findings_example()
    whole = replace(findings.goals[2], parts=(part, part))
    there = placed(replace(findings, goals=(whole,)), ledger)
    sure = goal_card(there.goals[0], words("sv", ledger), {}).sure
    assert sure is not None
    assert plain(sure).count("intervall gäller med 95 procents säkerhet") == 1
    assert "intervallet för" not in sure


def test_intervals_of_other_levels_are_told_each_with_its_own() -> None:
    first, second = part_with(0.95, "missing-resemble-answered"), part_with(0.9, "missing-resemble-answered")
    sure = goal_card(replace(findings_example().goals[2], parts=(first, second)), SV, {}).sure
    assert sure is not None
    assert sure.startswith("intervallet för ”Del 0.95” gäller med 95 procents säkerhet")
    assert ". Intervallet för ”Del 0.9” gäller med 90 procents säkerhet" in sure


def test_parts_without_a_target_are_described_and_not_judged() -> None:
    findings = findings_example()
    described = replace(findings.goals[2], parts=(findings.goals[4], findings.goals[4]))
    said = goal_sentence(described, SV, findings.labels)
    assert said.startswith("Två delar beskrivs utan målnivå. Transnationellt samarbete: i Transn")
    assert "Hela målet" not in said


def test_the_reason_of_an_unreachable_target_is_given_once() -> None:
    findings = findings_example()
    sixth = findings.goals[5]
    points = next(one for one in sixth.readings if one.reading is Reading.POINTS)
    chosen = replace(points, chosen=True)
    unreachable = replace(
        sixth,
        fulfilment=points.fulfilment,
        readings=(chosen, *(replace(one, chosen=False) for one in sixth.readings if one is not points)),
    )
    said = "\n".join(goal_paragraphs(unreachable, findings, SV))
    assert said.count("högst 100\u00a0% är möjligt") == 1


def test_what_an_interval_is_stands_at_the_first_goal_that_has_one() -> None:
    findings = findings_example()
    explained = [goal.id for goal in findings.goals if "fall av 100" in " ".join(goal_paragraphs(goal, findings, SV))]
    assert explained == ["delmal-1"]


def test_a_reason_that_parts_share_is_given_once() -> None:
    findings = findings_example()
    said = " ".join(goal_paragraphs(findings.goals[2], findings, SV))
    assert said.count("Alla är räknade") == 1


def test_remarks_call_columns_and_waves_by_their_labels() -> None:
    findings = findings_example()
    remarked = replace(
        findings.goals[1],
        remarks=(Note(code="group-unknown", values={"by": "kon", "n": 2}),),
        outcome=replace(
            findings.goals[1].outcome, notes=(Note(code="wave-without-answers", values={"wave": "after"}),)
        ),
    )
    last = goal_paragraphs(remarked, findings, SV)[-1]
    assert last == "2 saknar uppgift om kön och finns inte med i någon grupp. Mätningen ”Efter” har inga svar ännu."


def test_a_design_without_comparison_never_speaks_of_effect() -> None:
    findings = findings_example()
    assert "effekt" not in design_sentence(findings, SV)
    assert "förändrats" in design_sentence(findings, SV)
    randomised = replace(findings, design="randomised")
    assert "effekt" in design_sentence(randomised, SV)


def test_limits_follow_what_the_evaluation_holds() -> None:
    findings = findings_example()
    assert any("pseudonym" in sentence for sentence in limits_sentences(findings, SV))
    unlinked = replace(findings, answer_rates=(), flows=(), sources=())
    assert not any("pseudonym" in sentence for sentence in limits_sentences(unlinked, SV))


@pytest.mark.parametrize(
    ("improved", "said"),
    [
        ("any", "Varje höjning räknas."),
        ("step", "Den räknas som har höjt sig minst ett steg på svarsskalan."),
        ("reliable", "Den räknas vars höjning är större än mätfelet (reliabel förändring)."),
    ],
)
def test_what_counts_as_improved_is_said(improved: str, said: str) -> None:
    assert measured_how(goal("share-improved", share(9, 20), None, improved=improved), SV).endswith(said)


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_only_wave_of_a_source_has_no_name_and_is_not_named(language: str) -> None:
    values = {
        "scale": "S",
        "alpha": -0.42,
        "n": 3,
        "of": 9,
        "item": "q1",
        "label": "Q",
        "correlation": -0.4,
        "others": 0,
    }
    for code in ("scale-incoherent", "item-runs-backwards", "repeated-left-out", "without-code", "not-an-answer"):
        said = [note_text(Note(code=code, values={**values, "wave": wave}), words(language)) for wave in ("", "Vår")]
        assert "Vår" in said[1]
        assert not [empty for empty in ("none", "””", "“”") if empty in said[0]]
        assert len(said[0]) < len(said[1])
