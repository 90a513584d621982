"""Attacks on whole projects: what one table hides, no other may give away."""

import pytest

from effektmatt.evaluation import evaluate

REGISTER = """
[project]
name = "Kurser"

[analysis]
groups = GROUPS

[sources.folk]
kind = "register"
file = "folk.csv"

[[goals]]
id = "klara"
title = "Klara"
measure = { kind = "MEASURE", source = "folk", where = { klar = "ja" } }
target = { at_least = TARGET }
"""

SECOND = """
[[goals]]
id = "kvinnor"
title = "Klara kvinnor"
measure = { kind = "share", source = "folk", where = { klar = "ja" } }
among = { kon = "k" }
target = { at_least = 0.5 }
"""

SURVEY = """
[project]
name = "Trivsel"

[waves]
fore = { label = "Före" }
efter = { label = "Efter" }

[sources.enkat]
kind = "survey"
files = { fore = "fore.csv", efter = "efter.csv" }
code = "kod"

[scales.s]
source = "enkat"
label = "Trivsel"
items = { t = "Jag trivs" }
answers = [1, 2, 3, 4, 5]

[[goals]]
id = "trivsel"
title = "Trivseln ökar"
measure = { kind = "KIND", scale = "s" }
target = { TARGET }
"""


@pytest.fixture
def goals(tmp_path):
    """Return a function that evaluates a plan with its files (header, and rows with how often each stands there)."""

    def run(plan, **files):
        (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
        for name, (header, *rows) in files.items():
            lines = [line for line, times in rows for _ in range(times)]
            (tmp_path / f"{name}.csv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")
        return evaluate(tmp_path).findings.goals

    return run


def register(groups, measure="share", target="0.5", more=""):
    return REGISTER.replace("GROUPS", groups).replace("MEASURE", measure).replace("TARGET", target) + more


def hidden(goal):
    return {(group.by, group.group) for group in goal.outcome.groups if group.hidden}


def test_a_municipality_does_not_give_its_small_department_away(goals):
    rows = [("A;A1;ja", 7), ("A;A1;nej", 5), ("A;A2;ja", 4), ("A;A2;nej", 5), ("A;A3;ja", 2), ("A;A3;nej", 1)]
    rows += [("B;B1;ja", 9), ("B;B1;nej", 9), ("B;B2;ja", 5), ("B;B2;nej", 12)]
    (goal,) = goals(register('["kommun", "avd"]'), folk=["kommun;avd;klar", *rows])
    dots = hidden(goal)
    assert ("avd", "A3") in dots
    assert len(dots & {("avd", "A1"), ("avd", "A2"), ("kommun", "A"), ("kommun", "B")}) >= 1
    assert not {("avd", "B1"), ("avd", "B2")} & dots


def test_who_has_no_group_is_not_left_over(goals):
    rows = [("k;ja", 5), ("k;nej", 6), ("m;ja", 4), ("m;nej", 4), (";ja", 1)]
    (goal,) = goals(register('["kon"]'), folk=["kon;klar", *rows])
    assert len(hidden(goal)) == 1
    assert goal.fulfilment.estimate.hits == 10


def test_a_goal_that_leaves_few_of_another_is_hidden_value_and_verdict(goals):
    rows = [("k;ja", 45), ("k;nej", 13), ("m;nej", 3)]
    everybody, women = goals(register("[]", more=SECOND), folk=["kon;klar", *rows])
    assert (everybody.fulfilment.estimate.hits, everybody.fulfilment.estimate.n) == (45, 61)
    assert women.fulfilment.estimate.hidden
    assert women.fulfilment.verdict == "not-assessable"
    assert [note.code for note in women.fulfilment.reasons] == ["tells-of-too-few-others"]
    more = [("k;ja", 45), ("k;nej", 13), ("m;nej", 6), ("m;ja", 3)]
    assert [one.fulfilment.estimate.hits for one in goals(register("[]", more=SECOND), folk=["kon;klar", *more])] == [
        48,
        45,
    ]


def test_units_that_must_each_reach_a_target_hide_the_small_ones(goals):
    rows = [("A;ja", 2), ("A;nej", 9), ("B;ja", 2), ("B;nej", 8), ("C;ja", 3), ("C;nej", 9), ("D;ja", 2), ("D;nej", 1)]
    (goal,) = goals(register("[]", "count", '2, in_every = "avd"'), folk=["avd;klar", *rows])
    detail = goal.outcome.detail
    assert "D" in detail.hidden_groups
    assert len(detail.hidden_groups) >= 2
    assert {unit.group for unit in detail.groups} == set("ABCD") - set(detail.hidden_groups)
    assert goal.fulfilment.verdict == "met"
    rows[-2:] = [("D;ja", 1), ("D;nej", 2)]  # now D alone has the fewest, which the headline would tell
    (goal,) = goals(register("[]", "count", '2, in_every = "avd"'), folk=["avd;klar", *rows])
    assert goal.fulfilment.estimate.hidden


def test_where_all_have_it_no_dots_stand_for_what_everybody_knows(goals):
    (goal,) = goals(register('["avd"]'), folk=["avd;klar", ("A;ja", 4), ("B;ja", 7)])
    assert goal.fulfilment.estimate.hits == 11
    assert goal.outcome.groups == ()
    assert "groups-all-alike" in [note.code for note in goal.outcome.notes]


GAP = """
[[goals]]
id = "skillnad"
title = "Lika"
[goals.measure]
kind = "group-difference"
source = "folk"
where = { klar = "ja" }
by = "kon"
groups = ["Kvinna", "man"]
[goals.target]
at_most = 0.1
"""


def test_two_groups_do_not_tell_what_a_breakdown_hides(goals):
    rows = [("Kvinna;ja", 20), ("Kvinna;nej", 20), ("Man;ja", 5)]
    share, gap = goals(register('["kon"]', more=GAP), folk=["kon;klar", *rows])
    assert ("kon", "Man") in hidden(share)
    assert gap.outcome.estimate.hidden
    assert gap.outcome.detail is None
    assert [note.code for note in gap.fulfilment.reasons] == ["tells-of-too-few-others"]
    rows[-1:] = [("Man;ja", 11), ("Man;nej", 4)]
    share, gap = goals(register('["kon"]', more=GAP), folk=["kon;klar", *rows])
    assert hidden(share) == set()
    assert (gap.outcome.detail.first.hits, gap.outcome.detail.second.hits) == (20, 11)


@pytest.mark.parametrize(("others", "is_hidden"), [(2, True), (12, False)])
@pytest.mark.parametrize("answer", ["ja", ""])
def test_two_groups_leave_no_few_of_a_whole(goals, others, is_hidden, answer):
    rows = [("Kvinna;ja", 20), ("Kvinna;nej", 20), ("Kvinna;", 3), ("Man;ja", 11), ("Man;nej", 9)]
    rows += [("Annat;nej", others - 1), (f"Annat;{answer}", 1)]
    whole, gap = goals(register("[]", more=GAP), folk=["kon;klar", *rows])
    assert not whole.outcome.estimate.hidden
    assert gap.outcome.estimate.hidden is is_hidden


@pytest.mark.parametrize(
    ("kind", "target"), [("score-change", 'direction = "increase"'), ("share-improved", "at_least = 0.5")]
)
@pytest.mark.parametrize("once", [0, 1, 6])
def test_the_answers_of_few_who_answered_once_are_in_no_table(goals, kind, target, once):
    both = [(f"k{place};{place % 5 + 1}", 1) for place in range(30)]
    (goal,) = goals(
        SURVEY.replace("KIND", kind).replace("TARGET", target),
        fore=["kod;t", *both, *((f"x{place};4", 1) for place in range(once))],
        efter=["kod;t", *((f"k{place};{place % 4 + 2}", 1) for place in range(30))],
    )
    detail = goal.outcome.detail
    (item,) = detail.items if kind == "score-change" else detail.scales[0].items
    assert item.before.n == (30 if once == 1 else 30 + once)
    if kind == "score-change":
        assert detail.score_before.n == item.before.n
        assert (detail.all_answers is None) == (once < 5)
    assert goal.outcome.change.before.n == 30
