"""The smallest projects in which a verdict once claimed more than its data carry, one for each kind of slip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import effektmatt as em
from effektmatt.goals import Verdict

Files = Mapping[str, Mapping[str, Sequence[object]]]

HEAD = """[project]
name = "Prov"
[waves]
fore = { label = "Före", from = 2023-01-01, to = 2023-03-31 }
efter = { label = "Efter", from = 2024-01-01, to = 2024-03-31 }
"""
REGISTER = '[sources.folk]\nkind = "register"\nfile = "folk.csv"\n'
SURVEY = '[sources.enkat]\nkind = "survey"\nfiles = { fore = "fore.csv", efter = "efter.csv" }\n'
SCALE = '[scales.s]\nlabel = "Trygghet"\nsource = "enkat"\nitems = ["v"]\n'
CASES = (
    '[sources.akter]\nkind = "cases"\nfile = "akter.csv"\nkey = "nr"\nopened = "inkom"\nclosed = "klar"\n'
    "measured = { fore = 2023-12-31, efter = 2024-12-31 }\n"
)


def goal(name: str, measure: str, target: str, among: str = "") -> str:
    """Return a goal's text."""
    told = f'[[goals]]\nid = "{name}"\ntitle = "{name}"\nmeasure = {{ {measure} }}\ntarget = {{ {target} }}\n'
    return told + (f"among = {{ {among} }}\n" if among else "")


def verdicts(folder: Path, files: Files, *plan: str) -> dict[str, Verdict]:
    """Write a project and return the verdict of each goal."""
    (folder / "plan.toml").write_text(HEAD + "".join(plan), encoding="utf-8")
    for name, columns in files.items():
        pd.DataFrame(columns).to_csv(folder / f"{name}.csv", index=False, sep=";")
    evaluation = em.evaluate(folder)
    return {one.id: one.fulfilment.verdict for one in evaluation.findings.goals}


def codes(n: int) -> list[str]:
    return [f"k{place:03}" for place in range(n)]


def cases(before: Sequence[int], after: Sequence[int]) -> dict[str, Sequence[object]]:
    """Return closed cases of two periods that took so many days."""
    opened = [pd.Timestamp(year, 1, 1 + place % 28) for year, took in ((2023, before), (2024, after)) for place in took]
    closed = [day + pd.Timedelta(days=int(took)) for day, took in zip(opened, [*before, *after], strict=True)]
    return {"nr": codes(len(opened)), "inkom": [one.date() for one in opened], "klar": [one.date() for one in closed]}


@pytest.mark.parametrize(
    ("measure", "target"),
    [
        ('kind = "share", source = "folk", where = { slutat = "ja" }', "at_most = 0.1"),
        ('kind = "count", source = "folk", where = { slutat = "ja" }', "at_most = 4"),
        ('kind = "count", source = "folk", where = { slutat = "ja" }', "about = 3, within = 0.2"),
    ],
)
def test_empty_cells_of_a_register_are_no_census(tmp_path, measure, target):
    folk = {"kod": codes(40), "slutat": ["nej"] * 20 + ["ja"] * 3 + [""] * 17}
    assert verdicts(tmp_path, {"folk": folk}, REGISTER, goal("g", measure, target)) == {"g": Verdict.UNDETERMINED}


def test_whom_a_goal_concerns_may_be_unknown(tmp_path):
    folk = {"kod": codes(50), "klar": ["ja"] * 30 + ["nej"] * 20, "chef": ["ja"] * 30 + [""] * 12 + ["nej"] * 8}
    told = goal("g", 'kind = "share", source = "folk", where = { klar = "ja" }', "at_least = 0.9", 'chef = "ja"')
    assert verdicts(tmp_path, {"folk": folk}, REGISTER, told) == {"g": Verdict.UNDETERMINED}


def test_answers_of_which_nothing_says_whom_they_concern_are_no_census(tmp_path):
    """As many answered as the goal concerns, but nothing says that they are the same people."""
    folk = {"klar": ["ja"] * 40 + ["nej"] * 40}
    waves = {"fore": {"kod": codes(40), "v": [2] * 40}, "efter": {"kod": codes(40), "v": [4] * 39 + [2]}}
    plan = SURVEY + 'code = "kod"\nof = "folk"\n' + SCALE + "answers = [1, 2, 3, 4, 5]\n"
    told = goal("g", 'kind = "share-improved", scale = "s"', "at_least = 0.6", 'klar = "ja"')
    assert verdicts(tmp_path, {"folk": folk, **waves}, REGISTER, plan, told) == {"g": Verdict.LIKELY_MET}


@pytest.mark.parametrize("within", [40, 90])
def test_a_few_very_long_cases_are_not_cut_off_where_all_are_closed(tmp_path, within):
    """Most become quick and a quarter very slow: the mean rises from 35 to 50 days, whatever the plan's horizon is."""
    after = [8 + place % 5 for place in range(90)] + [165 + place % 9 for place in range(30)]
    files = {"akter": cases([30 + place % 11 for place in range(120)], after)}
    told = goal("g", f'kind = "handling-time", source = "akter", within_days = {within}', 'direction = "decrease"')
    assert verdicts(tmp_path, files, CASES, told) == {"g": Verdict.LIKELY_NOT_MET}


def test_a_level_is_of_everybody_who_answered_after(tmp_path):
    """Of the 20 linked 95 per cent are content, of the 220 who answered after 47."""
    after = {"kod": codes(220), "v": [5] * 19 + [1] + [5] * 84 + [1] * 116}
    files = {"fore": {"kod": codes(20), "v": [1] * 20}, "efter": after}
    plan = SURVEY + 'code = "kod"\n' + SCALE + "answers = [1, 2, 3, 4, 5]\n"
    told = [
        goal(kind, f'kind = "{kind}", scale = "s", top = 2{wave}', "at_least = 0.7")
        for kind, wave in (("share-change", ""), ("share", ', wave = "efter"'))
    ]
    assert set(verdicts(tmp_path, files, plan, *told).values()) == {Verdict.LIKELY_NOT_MET}


@pytest.mark.parametrize(("unsure", "verdict"), [(0, Verdict.LIKELY_MET), (60, Verdict.UNDETERMINED)])
def test_a_share_does_not_rise_by_those_who_no_longer_answer(tmp_path, unsure, verdict):
    """As many say yes before and after; who said no says that she does not know."""
    more = 40 if not unsure else 0
    after = ["ja"] * (80 + more) + ["nej"] * (80 - more - unsure) + ["vet ej"] * unsure
    files = {"fore": {"v": ["ja"] * 80 + ["nej"] * 80}, "efter": {"v": after}}
    plan = SURVEY + SCALE + 'answers = ["nej", "ja"]\nnot_an_answer = ["vet ej"]\n'
    told = goal("g", 'kind = "share-change", scale = "s", top = 1', 'direction = "increase"')
    assert verdicts(tmp_path, files, plan, told) == {"g": verdict}


def test_two_answers_before_and_two_after_show_nothing(tmp_path):
    files = {"fore": {"v": [1, 2]}, "efter": {"v": [4, 5]}}
    plan = SURVEY + 'sampling = "random"\n' + SCALE + "answers = [1, 2, 3, 4, 5]\n"
    told = [
        goal(kind, f'kind = "{kind}", scale = "s"{top}', 'direction = "increase"')
        for kind, top in (("share-change", ", top = 2"), ("score-change", ""))
    ]
    shown = "[analysis]\nhide = { means = 1, distributions = 1 }\n"
    assert not {Verdict.MET, Verdict.LIKELY_MET} & set(verdicts(tmp_path, files, shown, plan, *told).values())


@pytest.mark.parametrize(("drawn", "assumed"), [("", True), ("900", True), ("90", False)])
def test_a_draw_tells_nothing_of_those_drawn_who_did_not_answer(tmp_path, drawn, assumed):
    """That those who did not answer are like the others goes only where all who were drawn answered."""
    files = {"fore": {"v": [2] * 90}, "efter": {"v": [4] * 75 + [2] * 15}}
    invited = f"invited = {drawn}\n" if drawn else ""
    plan = SURVEY + 'sampling = "random"\n' + invited + SCALE + "answers = [1, 2, 3, 4, 5]\n"
    told = goal("g", 'kind = "share", scale = "s", top = 2, wave = "efter"', "at_least = 0.5")
    assert verdicts(tmp_path, files, plan, told) == {"g": Verdict.LIKELY_MET}
    rests = {note.code for note in em.evaluate(tmp_path)["g"].fulfilment.estimate.assumptions}
    assert len(rests) == 1 + assumed, rests


def test_a_published_value_without_an_error_is_no_census(tmp_path):
    files = {"matt": {"ort": ["Norr", "Norr"], "ar": ["2021", "2023"], "varde": ["48,7", "48,8"]}}
    plan = '[sources.matt]\nkind = "index"\nfile = "matt.csv"\nunit = "ort"\nwave = "ar"\nvalue = "varde"\n'
    told = goal("g", 'kind = "index-change", source = "matt"', 'direction = "increase"')
    assert verdicts(tmp_path, files, plan, told) == {"g": Verdict.LIKELY_MET}


@pytest.mark.parametrize("weeks", [10, 26])
def test_weeks_on_a_line_that_rises_all_the_time_are_not_met(tmp_path, weeks):
    """There is no jump, however much more the later half is."""
    lot, start = np.random.default_rng(5), pd.Timestamp(2023, 1, 2)
    rows = [
        (f"u{user}", (start + pd.Timedelta(days=7 * week + user % 5)).date())
        for week in range(weeks)
        for user in range(20 + 4 * week + int(lot.integers(0, 3)))
    ]
    files = {"logg": dict(zip(("vem", "dag"), zip(*rows, strict=True), strict=True))}
    plan = '[sources.logg]\nkind = "log"\nfile = "logg.csv"\nuser = "vem"\nat = "dag"\n'
    rebase = (start + pd.Timedelta(days=7 * (weeks // 2))).date()
    told = goal("g", f'kind = "weekly-users", source = "logg", rebase = {rebase}', 'direction = "increase"')
    assert verdicts(tmp_path, files, plan, told)["g"] in (Verdict.UNDETERMINED, Verdict.NOT_ASSESSABLE)
