"""Claims of reach, direction, all and none in titles and sentences follow from results.json, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import effektmatt as em
from claims_held import (
    MOVED,
    REACHED,
    faults_of_chart,
    faults_of_reach,
    faults_of_sentence,
    faults_of_title,
    verdict,
    way,
)
from effektmatt.charts import claims, goal_charts
from effektmatt.core import Estimate, Evidence, Unit
from effektmatt.findings import Findings
from effektmatt.goals import Fulfilment, Target, judge
from effektmatt.report.results import plain, results
from effektmatt.wording import words
from effektmatt.wording.goal_cards import goal_card
from effektmatt.wording.goal_sentences import goal_paragraphs
from effektmatt.wording.sentences import goal_sentence
from effektmatt.wording.targets import part_title
from made_pieces import PIECES, composed
from made_records import RECORDS, recorded

SAMPLES = Path(__file__).parents[1] / "data" / "sample"
PROJECTS = sorted(folder.name for folder in SAMPLES.iterdir() if (folder / "plan.toml").exists())


def faults(findings: Findings, language: str) -> Iterator[str]:
    """Yield everything that the findings are said to show and do not."""
    say, told = words(language), results(replace(findings, language=language))["goals"]
    for goal, numbers in zip(findings.goals, told, strict=True):  # type: ignore[call-overload]
        parts = list(zip(goal.parts or (goal,), numbers["parts"] or (numbers,), strict=True))
        for part, of_part in parts:
            yield from faults_of_sentence(goal_sentence(part, say, findings.labels), of_part)
            yield from faults_of_sentence(goal_card(part, say, findings.labels).sentence or "", of_part)
            if not goal.parts:
                paragraphs = goal_paragraphs(goal, findings, say)
                for paragraph in paragraphs:
                    yield from faults_of_sentence(paragraph, of_part)
                said = " ".join(paragraphs)
                yield from faults_of_reach(said, of_part)
            titled = replace(part, title=part_title(goal.title, part.title)) if goal.parts else part
            for chart in goal_charts(titled, labels=findings.labels, language=language):
                yield from faults_of_chart(chart.name, chart.title, of_part)


@pytest.fixture(scope="module", params=PROJECTS)
def sample(request: pytest.FixtureRequest) -> Findings:
    return em.evaluate(SAMPLES / request.param).findings


@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_is_said_of_the_samples_holds(sample: Findings, language: str) -> None:
    assert not list(faults(sample, language))


# ---- projects of every measure, made by lot ---------------------------------------------------------------------

PLAN = """
[project]
name = "Prov"

[analysis]
groups = ["kon"]

[waves]
fore = { label = "Före", from = 2023-01-01, to = 2023-03-31 }
efter = { label = "Efter", from = 2024-01-01, to = 2024-03-31 }

[sources.enkat]
kind = "survey"
files = { fore = "fore.csv", efter = "efter.csv" }
code = "kod"

[sources.register]
kind = "register"
file = "register.csv"
key = "kod"

[sources.arenden]
kind = "cases"
file = "arenden.csv"
key = "nr"
opened = "inkom"
closed = "avslutad"
measured = { fore = 2023-12-31, efter = 2024-12-31 }

[sources.besok]
kind = "visits"
file = "besok.csv"
checklist = "lista"
unit = "enhet"
wave = "vag"

[sources.serie]
kind = "series"
file = "serie.csv"
period = "manad"
value = "antal"
baseline = ["2021-01", "2022-12"]

[checklists.lista]
label = "Bemötande"
items = { k1 = "Hälsar", k2 = "Svarar", k3 = "Följer upp" }

[scales.s]
label = "Nöjdhet"
source = "enkat"
items = { q1 = "Nöjd", q2 = "Trygg" }
answers = ["1", "2", "3", "4", "5"]

[[goals]]
id = "andel"
title = "Nöjda efter"
measure = { kind = "share", scale = "s", top = 2 }
target = { at_least = 0.5 }

[[goals]]
id = "forandring"
title = "Fler nöjda"
measure = { kind = "share-change", scale = "s", top = 2 }
target = { increase_by = 0.1, reading = "points" }

[[goals]]
id = "medel"
title = "Högre medelvärde"
measure = { kind = "score-change", scale = "s" }
target = { direction = "increase" }

[[goals]]
id = "battre"
title = "Skattar sig högre"
measure = { kind = "share-improved", scale = "s" }
target = { at_least = 0.5 }

[[goals]]
id = "klar"
title = "Har slutfört"
measure = { kind = "share", source = "register", where = { klar = "ja" } }
target = { at_least = 0.6 }

[[goals]]
id = "varje"
title = "Minst tre i varje enhet"
measure = { kind = "count", source = "register", where = { klar = "ja" } }
target = { at_least = 3, in_every = "enhet" }

[[goals]]
id = "tid"
title = "Kortare tid"
measure = { kind = "handling-time", source = "arenden", within_days = 90 }
target = { decrease_by = 5 }

[[goals]]
id = "skillnad"
title = "Lika för kvinnor och män"
measure = { kind = "group-difference", scale = "s", by = "kon", groups = ["kvinna", "man"] }
target = { at_most = 0.5 }

[[goals]]
id = "i-tid"
title = "I tid"
measure = { kind = "closed-in-time", source = "arenden", within_days = 45 }
target = { increase_by = 0.1 }

[[goals]]
id = "serie"
title = "Fler varje månad"
measure = { kind = "period-change", source = "serie" }
target = { direction = "increase" }

[[goals]]
id = "besok"
title = "Bättre bemötande"
measure = { kind = "visit-score", source = "besok" }
target = { direction = "increase" }
"""


def made(folder: Path, seed: int) -> Findings:
    """Make a project by lot, with or without a change, and evaluate it."""
    lot = np.random.default_rng(seed)
    people = int(lot.choice([30, 80, 200]))
    moved = {"kvinna": float(lot.choice([0.0, 0.3, 1.0])), "man": float(lot.choice([-1.0, -0.2, 0.0, 0.3]))}
    sex = lot.choice(list(moved), people)
    start = lot.normal(3.0, 0.8, people)
    change = np.array([moved[one] for one in sex])
    codes = [f"p{place}" for place in range(people)]
    for wave, level in (("fore", start), ("efter", start + change)):
        given = {
            q: np.clip(np.round(level + lot.normal(0, 0.7, people)), 1, 5).astype(int).astype(str) for q in ("q1", "q2")
        }
        kept = lot.random(people) < 0.9
        pd.DataFrame({"kod": codes, "kon": sex, **given})[kept].to_csv(folder / f"{wave}.csv", index=False)
    done = lot.choice(["ja", "nej", ""], people, p=[0.6, 0.3, 0.1] if seed % 2 else [0.65, 0.35, 0.0])
    units = lot.choice(list("ABCDE"), people)
    pd.DataFrame({"kod": codes, "kon": sex, "klar": done, "enhet": units}).to_csv(folder / "register.csv", index=False)
    _cases(folder, lot)
    _visits(folder, lot)
    month = np.arange(36)
    level = 60 + float(lot.choice([0.0, 12.0])) * (month >= 24) + float(lot.choice([0.0, 9.0])) * np.cos(month / 1.91)
    values = {
        "manad": [f"{2021 + one // 12}-{one % 12 + 1:02d}" for one in month],
        "antal": level + lot.normal(0, 4, 36),
    }
    pd.DataFrame(values).round(1).to_csv(folder / "serie.csv", index=False)
    (folder / "plan.toml").write_text(PLAN, encoding="utf-8")
    return em.evaluate(folder).findings


def _cases(folder: Path, lot: np.random.Generator) -> None:
    rows, effect = [], float(lot.choice([0.0, 15.0]))
    for year, less in ((2023, 0.0), (2024, effect)):
        for _ in range(120):
            opened = pd.Timestamp(year, 1, 1) + pd.Timedelta(days=int(lot.integers(0, 85)))
            days = max(1, int(lot.normal(45 - less, 12)))
            rows.append((f"a{len(rows)}", opened.date(), (opened + pd.Timedelta(days=days)).date()))
    pd.DataFrame(rows, columns=["nr", "inkom", "avslutad"]).to_csv(folder / "arenden.csv", index=False)


def _visits(folder: Path, lot: np.random.Generator) -> None:
    effect = float(lot.choice([0.0, 0.25]))
    rows = [
        (f"Enhet {unit}", wave, *lot.choice(["ja", "nej"], 3, p=[chance, 1 - chance]))
        for unit in range(24)
        for wave, chance in (("fore", 0.5), ("efter", 0.5 + effect))
        for _ in range(3)
    ]
    pd.DataFrame(rows, columns=["enhet", "vag", "k1", "k2", "k3"]).to_csv(folder / "besok.csv", index=False)


@pytest.mark.parametrize("seed", range(5))
def test_what_is_said_of_a_project_made_by_lot_holds(tmp_path: Path, seed: int) -> None:
    findings = made(tmp_path, seed)
    assert not [*faults(findings, "sv"), *faults(findings, "en")]


@pytest.mark.parametrize("kind", [*PIECES, *RECORDS])
@pytest.mark.parametrize("seed", [3, 5])
def test_what_is_said_of_evidence_of_every_kind_holds(tmp_path: Path, kind: str, seed: int) -> None:
    lot = np.random.default_rng(seed)
    project = recorded(lot, kind) if kind in RECORDS else composed(lot, kind)
    for name, text in project.contents().items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    findings = em.evaluate(tmp_path).findings
    assert not [*faults(findings, "sv"), *faults(findings, "en")]


# ---- the checker sees what it should ----------------------------------------------------------------------------


def _by_value(estimate: Estimate, target: Target | None, **_: object) -> Fulfilment:
    """Judge by the point estimate alone, as titles once did."""
    return judge(replace(estimate, evidence=Evidence.CENSUS, possible=None), target)


def test_a_claim_from_a_point_estimate_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    findings = made(tmp_path, 1)
    assert not list(faults(findings, "sv"))
    monkeypatch.setattr("effektmatt.charts.claims.judge", _by_value)
    monkeypatch.setattr("effektmatt.goals.claims.judge", _by_value)
    seen = list(faults(findings, "sv"))
    assert any("når" in one for one in seen)
    assert any("ökning" in one or "minskning" in one for one in seen)
    assert any("is not shown" in one for one in seen)


SHARE = Estimate(measure="share", value=0.85, unit=Unit.SHARE, n=24, evidence=Evidence.PROCESS, method="m")


@pytest.mark.parametrize(
    ("title", "rows", "pattern"),
    [
        ("Mål: båda grupperna når målet", {"Kvinna": "met", "Man": "undetermined"}, REACHED),
        ("Mål: båda grupperna når målet", {"Kvinna": "likely-met", "Man": "likely-met"}, REACHED),
        ("Mål: alla 3 grupper når målet", {"A": "met", "B": "met"}, REACHED),
        ("Mål: Kvinna når målet", {"Kvinna": "met", "Man": "undetermined"}, REACHED),
        ("Mål: säkerställd ökning i 2 av 3 grupper", {"A": "up-sure", "B": "up-sure", "C": "unsure"}, MOVED),
        ("Mål: högre efter än före i 2 av 3 grupper", {"A": "up-sure", "B": "up-sure", "C": "unsure"}, MOVED),
    ],
)
def test_titles_that_claim_too_much_are_seen(title: str, rows: dict[str, str], pattern: tuple) -> None:
    assert list(faults_of_title(title, rows, pattern))


def test_a_share_without_an_interval_reaches_nothing() -> None:
    told = plain(SHARE)
    assert verdict(told, 0.8, np.inf) == "undetermined"
    assert way({**told, "value": 0.2}) == "unsure"
    assert claims.reached([("Kvinna", SHARE)], Target(at_least=0.8), words("sv")) != "gruppen når målet"


def _part(**outcome: object) -> dict:
    return {"outcome": {"detail": None, "change": None, **outcome}, "fulfilment": {"target": None}}


def _moved(low: float, high: float) -> dict:
    span = {"low": low, "high": high}
    plain_one = {"possible": None, "sensitivity": [], "cautious": None}
    told = {"value": (low + high) / 2, "interval": span, "evidence": "process", "unit": "days", "population": None}
    return {"difference": {**plain_one, **told, "assumptions": (), "notes": (), "rivals": ()}}


def _timed(low: float, high: float) -> dict:
    return _part(detail={"standardised": None, "change": _moved(low, high)})


def _dosed() -> dict:
    levels = [{"dose": 2.0, "change": {"value": 0.21}}, {"dose": 4.0, "change": {"value": 0.67}}]
    return _part(detail={"dose": {"levels": levels}})


_WAVES = [("Före", {"value": 3.0}), ("Efter", {"value": 3.5}), ("Uppföljning", {"value": None})]
_KINDS = [{"kind": "Möte", "held": 2, "expected": 2}, {"kind": "Forum", "held": 1, "expected": 2}]
_CELLS = [
    {"unit": "A", "item": "d1", "need": 0.4, "hidden": False},
    {"unit": "B", "item": "d2", "need": 1.4, "hidden": False},
    {"unit": "C", "item": "d2", "need": None, "hidden": True},
]
_NEED = {"items": [["d1", "Söka"], ["d2", "Skapa"]], "waves": [{"cells": _CELLS}]}
_SERIES = {"values": [4.0, 6.0, 7.0], "baseline": (0, 1), "after": (2, 2)}
_WEEKS = {"weeks": [{"users": 2}, {"users": 4}, {"users": 9}], "rebased_at": 2}
_COHORTS = [{"size": 10, "active": [10, 4]}, {"size": None, "active": []}]


@pytest.mark.parametrize(
    ("name", "title", "part"),
    [
        ("mal-weekly", "Användare per vecka: från i genomsnitt 3,0 till 8,0", _part(detail=_WEEKS)),
        ("mal-retention", "40 % av de nya användarna kom tillbaka", _part(detail={"cohorts": _COHORTS})),
        ("mal-dose", "Mål: +0,21 bland dem som svarat 2 och +0,67 bland dem som svarat 3", _dosed()),
        ("mal-waves-1", "Mål: 3,00 (Före) och 3,50 (Uppföljning)", _part(over_time=_WAVES)),
        ("mal-held", "Båda slagen har hållits", _part(detail={"kinds": _KINDS, "chosen": None})),
        ("mal-need-1", "Före: behovet är störst i ”Söka” (A, +0,4)", _part(detail=_NEED)),
        ("mal-need-1", "Före: behovet är i genomsnitt störst i ”Skapa” (B, +1,4)", _part(detail=_NEED)),
        ("mal-series", "Serien: i genomsnitt 5 och 6", _part(detail=_SERIES)),
        (
            "mal-improved",
            "Mål: 7,1 % har förbättrat sig",
            {**_part(), "fulfilment": {"target": None, "estimate": {"value": 0.087}}},
        ),
        (
            "mal-counts",
            "Minst 2: 3 av 3 når dit",
            {
                **_part(detail={"groups": [{"count": 2}, {"count": 5}, {"count": 1}]}),
                "fulfilment": {"target": {"in_every": "enhet", "at_least": 2}},
            },
        ),
        ("mal-open-cases", "Ärendena avslutas i genomsnitt 9 dagar snabbare", _timed(-12, 3)),
        ("mal-open-cases", "Ärendena avslutas troligen i genomsnitt 9 dagar snabbare", _timed(-12, -3)),
        ("mal-open-cases", "Ingen säker skillnad i tid", _timed(-12, -3)),
        ("mal-open-cases", "Ärendena avslutas snabbare", _part()),
        (
            "mal-index",
            "Mognad: alla har stigit",
            _part(
                detail={
                    "units": [{"values": [{"value": 1.0}, {"value": 2.0}]}, {"values": [{"value": 2}, {"value": 1}]}]
                }
            ),
        ),
        ("mal-annat", "Mål: fler når målet", _part()),
    ],
)
def test_titles_of_other_charts_that_claim_too_much_are_seen(name: str, title: str, part: dict) -> None:
    assert list(faults_of_chart(name, title, part))
