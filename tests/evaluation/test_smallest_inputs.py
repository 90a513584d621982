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


VISITS = (
    '[sources.besok]\nkind = "visits"\nfiles = { fore = "bfore.csv", efter = "befter.csv" }\nchecklist = "mote"\n'
    'unit = "enhet"\nvisitor = "vem"\n[checklists.mote]\nlabel = "Mötet"\nitems = '
    '["p0", "p1", "p2", "p3", "p4", "p5"]\n'
)


def visited(seed: int, visitors: Sequence[str], shares: Mapping[str, float]) -> dict[str, Sequence[object]]:
    """Return visits of 14 units, two each, by these in turn; each sees what she sees (`shares`), whatever the unit."""
    rng = np.random.default_rng(seed)
    who = [visitors[place % len(visitors)] for place in range(28)]
    met = rng.random((28, 6)) < np.array([shares[one] for one in who])[:, None]
    columns = {f"p{item}": np.where(met[:, item], "ja", "nej").tolist() for item in range(6)}
    return {"enhet": [f"e{place // 2}" for place in range(28)], "vem": who, **columns}


@pytest.mark.parametrize(("new", "verdict"), [(0.75, Verdict.LIKELY_MET), (0.9, Verdict.UNDETERMINED)])
def test_one_visitor_of_seven_in_both_waves_does_not_make_them_alike(tmp_path, new, verdict):
    """The new ones see more than those who left; who came both times saw nothing change.

    Where what she saw rules out what all saw, nothing is told; where it does not, that they are alike is assumed.
    """
    left, came = dict.fromkeys(("v1", "v2", "v3"), 1.15 - new), dict.fromkeys(("v4", "v5", "v6"), new)
    files = {
        "bfore": visited(1, ["v0", *left], {"v0": 0.6, **left}),
        "befter": visited(2, ["v0", *came], {"v0": 0.6, **came}),
    }
    told = goal("g", 'kind = "visit-score", source = "besok"', 'direction = "increase"')
    assert verdicts(tmp_path, files, VISITS, told) == {"g": verdict}
    estimate = em.evaluate(tmp_path)["g"].fulfilment.estimate
    assert estimate.interval.low > 0
    assert "visitors-equally-strict" in {note.code for note in estimate.assumptions}


def weeks(users: Sequence[int]) -> dict[str, Sequence[object]]:
    """Return a log of so many users a week."""
    start = pd.Timestamp(2023, 1, 2)
    rows = [
        (f"u{who}", (start + pd.Timedelta(days=7 * week)).date()) for week, n in enumerate(users) for who in range(n)
    ]
    return dict(zip(("vem", "dag"), zip(*rows, strict=True), strict=True))


LOG = '[sources.logg]\nkind = "log"\nfile = "logg.csv"\nuser = "vem"\nat = "dag"\n'


@pytest.mark.parametrize("half", [4, 6])
@pytest.mark.parametrize("seed", range(6))
def test_few_weeks_that_resemble_their_neighbours_tell_nothing(tmp_path, half, seed):
    """Nothing changed: what looks like a change is that a week resembles the one before it (correlation 0.8)."""
    rng, value, users = np.random.default_rng(seed), 0.0, []
    for _ in range(2 * half):
        value = 0.8 * value + rng.normal(0, 6)
        users.append(max(1, round(40 + value)))
    rebase = (pd.Timestamp(2023, 1, 2) + pd.Timedelta(days=7 * half)).date()
    told = [
        goal(way, f'kind = "weekly-users", source = "logg", rebase = {rebase}', f'direction = "{way}"')
        for way in ("increase", "decrease")
    ]
    found = verdicts(tmp_path, {"logg": weeks(users)}, LOG, *told)
    assert set(found.values()) <= {Verdict.UNDETERMINED, Verdict.NOT_ASSESSABLE}


def test_whether_the_project_did_it_is_told_in_the_unit_of_the_goal(tmp_path):
    """Of 40 in the project 30 rise two steps, of 40 others ten rise one: 50 more of a hundred, whatever the steps."""
    side = ["med"] * 40 + ["utan"] * 40
    waves = {
        "fore": {"kod": codes(80), "sida": side, "v": [2] * 80},
        "efter": {"kod": codes(80), "sida": side, "v": [4] * 30 + [2] * 10 + [3] * 10 + [2] * 30},
    }
    plan = (
        '[analysis]\ndesign = "comparison-group"\ncomparison = { column = "sida", group = "utan" }\n'
        + SURVEY
        + 'code = "kod"\n'
        + SCALE
    )
    told = goal("g", 'kind = "share-improved", scale = "s"', "at_least = 0.5")
    verdicts(tmp_path, waves, plan, "answers = [1, 2, 3, 4, 5]\n", told)
    effect = em.evaluate(tmp_path)["g"].finding.cause
    assert (effect.measure, effect.unit) == ("improved-difference", "points")
    assert effect.value == pytest.approx(0.5)


@pytest.mark.parametrize("family", [False, True])
def test_goals_of_a_declared_family_are_judged_together(tmp_path, family):
    """Each of five is told by itself, just: together chance has five tries, and no one is told."""
    after = [4] * 62 + [2] * 38
    files = {"fore": {"v": [2] * 100}, "efter": {f"v{one}": after for one in range(5)}}
    files["fore"] = {f"v{one}": [2] * 100 for one in range(5)}
    scales = "".join(
        f'[scales.s{one}]\nlabel = "Fråga {one}"\nsource = "enkat"\nitems = ["v{one}"]\nanswers = [1, 2, 3, 4, 5]\n'
        for one in range(5)
    )
    told = [
        goal(f"g{one}", f'kind = "share", scale = "s{one}", top = 2, wave = "efter"', "at_least = 0.51")
        + ('family = "alla"\n' if family else "")
        for one in range(5)
    ]
    expected = Verdict.UNDETERMINED if family else Verdict.LIKELY_MET
    random = 'sampling = "random"\ninvited = 100\n'
    assert set(verdicts(tmp_path, files, SURVEY, random, scales, *told).values()) == {expected}


def test_what_cannot_be_tested_is_told_and_is_never_firm(tmp_path):
    """Cases, visits and weeks that changed beyond doubt: that they are independent, or steady, nothing here shows."""
    took = [40 + place % 9 for place in range(120)], [10 + place % 9 for place in range(120)]
    users = [20 + (3 * week) % 7 for week in range(20)] + [60 + (3 * week) % 7 for week in range(20)]
    files = {
        "akter": cases(*took),
        "bfore": visited(3, ["v0", "v1"], {"v0": 0.2, "v1": 0.3}),
        "befter": visited(4, ["v0", "v1"], {"v0": 0.8, "v1": 0.9}),
        "logg": weeks(users),
    }
    told = [
        goal("arenden", 'kind = "handling-time", source = "akter", within_days = 90', 'direction = "decrease"'),
        goal("besok", 'kind = "visit-score", source = "besok"', 'direction = "increase"'),
        goal("veckor", 'kind = "weekly-users", source = "logg", rebase = 2023-05-22', 'direction = "increase"'),
    ]
    assert set(verdicts(tmp_path, files, CASES, VISITS, LOG, *told).values()) == {Verdict.LIKELY_MET}
    evaluation = em.evaluate(tmp_path)
    assert all(evaluation[one].fulfilment.estimate.assumptions for one in ("arenden", "besok", "veckor"))


@pytest.mark.parametrize(("groups", "verdict"), [(100, Verdict.LIKELY_MET), (50, Verdict.MET)])
def test_a_group_of_one_does_not_tell_who_are_alike(tmp_path, groups, verdict):
    """Who names the code as the group has told nothing of who resembles whom; pairs have."""
    who = [f"g{place % groups}" for place in range(100)]
    plan = SURVEY + 'code = "kod"\ncluster = "g"\nsampling = "random"\ninvited = 100\n' + SCALE
    answers = [4] * 80 + [2] * 20
    files = {
        "fore": {"kod": codes(100), "g": who, "v": [2] * 100},
        "efter": {"kod": codes(100), "g": who, "v": answers},
    }
    told = goal("g", 'kind = "share", scale = "s", top = 2, wave = "efter"', "at_least = 0.5")
    assert verdicts(tmp_path, files, plan, "answers = [1, 2, 3, 4, 5]\n", told) == {"g": verdict}
    folk = {"folk": {"kod": codes(100), "g": who, "ratt": ["ja"] * 80 + ["nej"] * 20}}
    rows = REGISTER + 'cluster = "g"\nsampling = "random"\n'
    told = goal("g", 'kind = "share", source = "folk", where = { ratt = "ja" }', "at_least = 0.5")
    assert verdicts(tmp_path, folk, rows, told) == {"g": verdict}
