"""Every value speaks: through the front door, in both languages, as text and as a page that is safe to show."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

import effektmatt as em
from effektmatt.goals import Target, judge
from effektmatt.wording.speaker import speaker
from findings_example import findings_example
from wording.made import share


def test_an_estimate_speaks() -> None:
    assert share(132, 150, 205).in_words("sv") == (
        "Andel som förbättrat sig: 88,0\u00a0% (84,9 till 90,2\u00a0%, 95 procents säkerhet). Bygger på 150 av 205. "
        "Resultatet förutsätter att de 55 som inte svarat liknar dem som svarat.\n"
        "Metod: exakt intervall för en ändlig population (hypergeometriskt) "
        "(Buonaccorsi 1987, The American Statistician 41:215–218)."
    )


def test_an_estimate_without_a_value_says_why() -> None:
    assert share(0, 0).in_words("en") == "Share who improved: no value. There are no answers."


def test_a_fulfilment_speaks() -> None:
    said = judge(share(211, 240, 240), Target(at_least=0.95)).in_words("sv")
    assert said.startswith("Målet, minst 95\u00a0%, är inte uppnått: utfallet är 87,9\u00a0%.")
    described = judge(share(211, 240, 240), None).in_words("sv")
    assert described == "Ingen målnivå är satt: utfallet är 87,9\u00a0%."


def test_judging_in_another_language_leaves_what_was_handed_in_as_it_was() -> None:
    estimate, target = replace(share(132, 150, 205), rivals=(share(130, 150, 205),)), Target(at_least=0.8)
    before = [repr(one) for one in (estimate, *estimate.rivals, target)]
    judged = judge(estimate, target, language="en")
    assert [repr(one) for one in (estimate, *estimate.rivals, target)] == before
    assert judged.in_words().startswith("Whether the target, at least 80")
    assert "Share who" in repr(judged.estimate)


def test_a_fault_speaks_through_str() -> None:
    assert str(em.Fault(code="file-empty", file="a.csv")) == "a.csv: Filen är tom. Spara den på nytt från källan."


@pytest.mark.parametrize("language", ["sv", "en"])
def test_findings_and_goals_speak_and_show_tables(language: str) -> None:
    findings = findings_example(language)
    assert len(findings.in_words(language).splitlines()) == 1 + len(findings.goals)
    page = speaker(findings, "html", language)
    assert f'<div lang="{language}">' in page
    assert page.count("<table>") == 1
    assert '<th scope="row">' in page
    assert findings.goals[0].in_words(language)
    assert "<caption>" in speaker(findings.goals[0], "html", language)


def test_a_page_escapes_what_users_wrote() -> None:
    fault = em.Fault(code="sample-unknown", got="<b>&", expected=("x",))
    assert "&lt;b&gt;&amp;" in speaker(fault, "html", "sv")
    assert "<b>" not in speaker(fault, "html", "sv")


def test_a_survey_change_speaks_linked_and_unlinked() -> None:
    before = pd.DataFrame({"kod": [f"k{i}" for i in range(12)], "v1": [2, 3] * 6})
    after = before.assign(v1=[3, 3] * 6)
    scale = em.Scale.of(["v1"], ["1", "2", "3", "4", "5"], id="v", label="Trygghet")
    linked = em.compare_surveys(before, after, key="kod", scale=scale).in_words("sv")
    assert linked.startswith(
        "Trygghet: 12 svarade före och 12 efter. Av dem har 12 svar båda gångerna, och resultaten gäller dem."
    )
    assert "6 av 12 (50,0\u00a0%) har förbättrat sig." in linked
    unlinked = em.compare_surveys(before, after, scale=scale).in_words("sv")
    assert "två oberoende mätningar" in unlinked
    assert "förbättrat" not in unlinked


def test_handling_times_speak() -> None:
    opened = pd.date_range("2013-01-01", periods=60).append(pd.date_range("2013-06-01", periods=60))
    days = pd.to_timedelta([20 + i % 7 for i in range(60)] + [10 + i % 7 for i in range(60)], unit="D")
    cases = pd.DataFrame({"inkom": opened, "klar": opened + days})
    times = em.compare_handling_times(
        cases,
        opened="inkom",
        closed="klar",
        periods={"before": ("2013-01-01", "2013-03-01"), "after": ("2013-06-01", "2013-07-30")},
        as_of={"before": "2013-04-30", "after": "2013-09-30"},
        within_days=60,
    )
    said = times.in_words("sv")
    assert said.startswith("Före: 60 ärenden, alla avslutade när mätningen gjordes. Efter: 60 ärenden, alla avslutade")
    assert "Handläggningstiden minskade från i genomsnitt" in said
    assert said.endswith("Genomsnittet gäller därför hela handläggningstiden.")
    assert "<table>" in times._repr_html_()


def test_what_has_no_words_is_refused() -> None:
    with pytest.raises(TypeError, match="int has no words"):
        speaker(3, "text", "sv")
