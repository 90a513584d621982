"""What has other names tells of the same people: each attack is plain algebra on what a report publishes.

The attacker knows who belongs where, and takes every shown figure of a property as an equation about its people.
"""

import numpy as np
import pytest

from effektmatt.evaluation import evaluate
from effektmatt.evaluation.audit import audit
from effektmatt.report.write import write_report

HEAD = '[project]\nname = "Kurser"\n\n[analysis]\ngroups = [GROUPS]\n'
REGISTER = '\n[sources.folk]\nkind = "register"\nfile = "folk.csv"\n'
GOAL = """
[[goals]]
id = "ID"
title = "ID"
measure = { MEASURE }
"""
UNITS = [("A", "A1", 12), ("A", "A2", 11), ("A", "A3", 3), ("B", "B1", 14), ("B", "B2", 16)]


def goal(name, measure, more=""):
    return GOAL.replace("ID", name).replace("MEASURE", measure) + more + "\n"


def share(name, where, more=""):
    return goal(name, f'kind = "share", source = "folk", where = {{ {where} }}', more)


@pytest.fixture
def found(tmp_path):
    """Return a function that evaluates a plan and columns, audits the report and returns the goals' outcomes."""

    def run(plan, groups="", **files):
        text = HEAD.replace("GROUPS", ", ".join(f'"{one}"' for one in groups.split())) + plan
        (tmp_path / "plan.toml").write_text(text, encoding="utf-8")
        for name, columns in files.items():
            rows = [";".join(map(str, row)) for row in zip(*columns.values(), strict=True)]
            (tmp_path / f"{name}.csv").write_text("\n".join([";".join(columns), *rows]) + "\n", encoding="utf-8")
        findings = evaluate(tmp_path).findings
        write_report(findings, tmp_path / "report", formats=("json",))
        assert audit(tmp_path / "report").recovered == ()
        return [one.outcome for one in findings.goals]

    return run


def follows(sets, few):
    """Say whether the sum over a few follows from the sums over some sets of people."""
    rows = np.array(sets, dtype=float).reshape(len(sets), -1).T
    solved = np.linalg.lstsq(rows, few.astype(float), rcond=None)[0] if rows.size else np.zeros(0)
    return bool(rows.size) and np.abs(rows @ solved - few).max() < 1e-9


def shown(outcome, columns, among=None):
    """Return the sets of people of which an outcome shows something."""
    everybody = np.ones(len(next(iter(columns.values()))), dtype=bool) if among is None else among
    if outcome.estimate.hidden:
        return []
    of = [everybody & (columns[one.by] == one.group) for one in outcome.groups if not one.hidden]
    return [everybody, *of]


def units(seed=1, share_of_yes=0.5):
    rng = np.random.default_rng(seed)
    rows = [(town, unit) for town, unit, n in UNITS for _ in range(n)]
    columns = {"kommun": np.array([one for one, _ in rows]), "avd": np.array([one for _, one in rows])}
    return columns | {"klar": np.where(rng.random(len(rows)) < share_of_yes, "ja", "nej")}


def sexes(men=3, women=40, seed=2):
    rng = np.random.default_rng(seed)
    sex = np.array(["m"] * men + ["k"] * women)
    return {"kon": sex, "klar": rng.choice(["ja", "nej"], sex.size), "dagar": rng.integers(0, 20, sex.size)}


@pytest.mark.parametrize("seed", range(4))
def test_yes_and_no_of_the_same_are_one_table(found, seed):
    columns = units(seed)
    outcomes = found(REGISTER + share("ja", 'klar = "ja"') + share("nej", 'klar = "nej"'), "kommun avd", folk=columns)
    sets = [one for outcome in outcomes for one in shown(outcome, columns)]
    assert not follows(sets, columns["avd"] == "A3")
    assert all(sum(group.hidden for group in outcome.groups) <= 3 for outcome in outcomes)


def test_those_who_did_not_are_all_less_those_who_did(found):
    plan = REGISTER + share("ja", 'klar = "ja"') + share("nej", 'klar = "nej"', 'among = { kon = "k" }')
    assert sum(outcome.estimate.hidden for outcome in found(plan, folk=sexes())) == 1


@pytest.mark.parametrize("first", ["at_most = 9", "at_least = 10"])
def test_no_more_than_nine_is_all_less_ten_and_more(found, first):
    columns = sexes()
    plan = REGISTER + share("a", f"dagar = {{ {first} }}")
    plan += share("b", "dagar = { at_most = 9 }", 'among = { kon = "k" }')
    outcomes = found(plan, folk=columns)
    assert sum(outcome.estimate.hidden for outcome in outcomes) == 1


def test_lists_of_answers_that_add_up_are_one_table(found):
    """All who are done or partly done, less those partly done, are those done: of all, and then of women."""
    columns = sexes()
    columns["klar"] = np.random.default_rng(5).choice(["ja", "delvis", "nej"], columns["kon"].size)
    plan = REGISTER + share("minst", 'klar = ["ja", "delvis"]') + share("delvis", 'klar = "delvis"')
    outcomes = found(plan + share("ja", 'klar = "ja"', 'among = { kon = "k" }'), folk=columns)
    assert any(outcome.estimate.hidden for outcome in outcomes)


@pytest.mark.parametrize(("men", "is_hidden"), [(3, True), (15, False)])
def test_a_condition_on_who_people_are_tells_of_these(found, men, is_hidden):
    """Those who are done, and the women who are done, leave the men who are."""
    plan = REGISTER + share("alla", 'klar = "ja"') + share("kvinnor", 'klar = "ja", kon = "k"')
    outcomes = found(plan, "kon", folk=sexes(men))
    assert any(outcome.estimate.hidden for outcome in outcomes) == is_hidden


def test_who_met_both_conditions_is_a_figure_of_a_change_in_number(found):
    columns = sexes() | {"efter": np.random.default_rng(3).choice(["ja", "nej"], 43)}
    plan = REGISTER + goal(
        "fler", 'kind = "count-change", source = "folk", before = { klar = "ja" }, after = { efter = "ja" }'
    )
    plan += share("bada", 'klar = "ja", efter = "ja"', 'among = { kon = "k" }')
    outcomes = found(plan, folk=columns)
    assert any(outcome.estimate.hidden for outcome in outcomes)


NUMBERS = """
[waves]
efter = { label = "Efter" }
[sources.tal]
kind = "measurements"
files = { efter = "tal.csv" }
number = "dagar"
"""


@pytest.mark.parametrize(("same", "hidden"), [(True, 3), (False, 2)])
def test_groups_that_are_left_without_any_spread_are_not_left(found, same, hidden):
    """Two groups of three and four are hidden. All seven had 4 days: mean and interval of the rest would tell each."""
    few = [4] * 7 if same else [0, 20, 4, 1, 18, 9, 12]
    days = np.array([*few, *np.random.default_rng(1).integers(0, 21, 40), 0, 20])
    columns = {"avd": np.array(["a"] * 3 + ["b"] * 4 + ["c"] * 20 + ["d"] * 22), "dagar": days}
    (outcome,) = found(NUMBERS + goal("dagar", 'kind = "mean", source = "tal"'), "avd", tal=columns)
    assert sum(group.hidden for group in outcome.groups) == hidden


@pytest.mark.parametrize("to", ["at_most", "at_least"])
def test_classes_of_numbers_are_shares_within_limits(found, to):
    """Of all it stands how many had no more than a class ends with; of women the same, and men are left."""
    columns = sexes()
    first = goal("dagar", 'kind = "mean", source = "tal"')
    (alone,) = found(NUMBERS + first, tal=columns)
    end = next(one.to for one in alone.detail.classes if one.to is not None)
    limit = f"highest = {end:g}" if to == "at_most" else f"lowest = {end + 1:g}, highest = 99"
    women = goal("kvinnor", f'kind = "share-within", source = "tal", {limit}', 'among = { kon = "k" }')
    outcomes = found(NUMBERS + first + women, tal=columns)
    assert any(outcome.estimate.hidden for outcome in outcomes)


@pytest.mark.parametrize(
    ("n", "hits", "is_hidden"), [(6, 0, True), (6, 6, True), (6, 1, False), (9, 9, True), (10, 0, False)]
)
def test_a_group_of_fewer_than_ten_is_not_told_to_be_alike(found, n, hits, is_hidden):
    """Of six who all said no each is known to whoever knows who they are."""
    columns = {
        "avd": np.array(["a"] * n + ["b"] * 20 + ["c"] * 24),
        "klar": np.array(["ja"] * hits + ["nej"] * (n - hits) + ["ja", "nej"] * 22),
    }
    (outcome,) = found(REGISTER + share("klara", 'klar = "ja"'), "avd", folk=columns)
    assert {one.group for one in outcome.groups if one.hidden} >= ({"a"} if is_hidden else set())
    assert any(one.hidden for one in outcome.groups) == is_hidden


SURVEY = """
[waves]
ett = { label = "Ett" }
tva = { label = "Två" }
tre = { label = "Tre" }
[sources.enkat]
kind = "survey"
files = { ett = "ett.csv", tva = "tva.csv", tre = "tre.csv" }
code = "kod"
[scales.s]
source = "enkat"
label = "Trivsel"
items = { a = "Jag trivs", b = "Jag orkar" }
answers = [1, 2, 3, 4, 5]
[scales.t]
source = "enkat"
label = "Arbete"
items = { a = "Jag trivs", c = "Jag hinner" }
answers = [1, 2, 3, 4, 5]
"""


def answers(codes, seed, **more):
    rng = np.random.default_rng(seed)
    return {"kod": np.array(codes), **{one: rng.integers(1, 6, len(codes)) for one in "abc"}, **more}


@pytest.mark.parametrize("kind", ["score-change", "share-improved"])
@pytest.mark.parametrize(("missing", "is_hidden"), [(1, True), (8, False)])
def test_linked_sets_of_three_waves_do_not_differ_by_one(found, kind, missing, is_hidden):
    """All who answered the first two waves, but one of them the third too: two changes would leave that one."""
    codes = [f"p{place}" for place in range(31)]
    plan = SURVEY + "".join(
        goal(name, f'kind = "{kind}", scale = "s", waves = [{waves}]')
        for name, waves in (("a", '"ett", "tva"'), ("b", '"ett", "tre"'))
    )
    outcomes = found(plan, ett=answers(codes, 1), tva=answers(codes, 2), tre=answers(codes[missing:], 3))
    assert any(outcome.estimate.hidden for outcome in outcomes) == is_hidden


def test_a_question_in_two_scales_is_one_question(found):
    """Its table of everybody stands with one scale, that of women with the other: men are left."""
    sex = np.array(["m"] * 3 + ["k"] * 40)
    codes = [f"p{place}" for place in range(43)]
    plan = SURVEY + goal("s", 'kind = "score-change", scale = "s"')
    plan += goal("t", 'kind = "score-change", scale = "t"', 'among = { kon = "k" }')
    waves = {name: answers(codes, seed, kon=sex) for seed, name in enumerate(("ett", "tva", "tre"))}
    outcomes = found(plan, **waves)
    shows = [one.detail is not None and one.detail.items[0].before is not None for one in outcomes]
    assert any(shows)
    assert not all(shows)


@pytest.mark.parametrize(("men", "is_hidden"), [(3, True), (12, False)])
def test_means_with_and_without_weights_do_not_tell_of_those_who_weigh_more(found, men, is_hidden):
    """Of two equations one is of everybody alike, the other counts men twice: the men are what is between them."""
    sex = np.array(["m"] * men + ["k"] * 40)
    codes = [f"p{place}" for place in range(sex.size)]
    plan = SURVEY.replace('code = "kod"', 'code = "kod"\nweight = "vikt"')
    weights = np.where(sex == "m", 2, 1)
    waves = {name: answers(codes, seed, vikt=weights) for seed, name in enumerate(("ett", "tva", "tre"))}
    (outcome,) = found(plan + goal("s", 'kind = "score-change", scale = "s"'), **waves)
    assert outcome.estimate.hidden == is_hidden
