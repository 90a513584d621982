"""Whose answers they are: columns that only the register has, waves that went to some, samples drawn by lot."""

import pytest

import effektmatt as em
from effektmatt.cli import main
from effektmatt.wording import words
from effektmatt.wording.goal_cards import goal_card

PLAN = """
[project]
name = "Kurs"

[waves]
fore = { label = "Före" }
efter = { label = "Efter" }

[sources.deltagare]
kind = "register"
file = "deltagare.csv"

[sources.enkat]
kind = "survey"
files = { fore = "fore.csv", efter = "efter.csv" }
code = "kod"
of = "deltagare"
MORE

[scales.s]
label = "Trygghet"
source = "enkat"
items = { q1 = "Jag är trygg" }
answers = ["1", "2", "3", "4", "5"]

[[goals]]
id = "g"
title = "Tryggare"
measure = { kind = "share-improved", scale = "s" }
among = { klar = "ja" }
target = { at_least = 0.75 }
"""


def course(folder, completed=60, others=60, improved=50, same=10, more="", plan=PLAN, columns=("", "")):
    """A register where some completed the course, and as many linked answers as improved or stayed the same."""
    register = ["nr;klar", *(f"{i};{'ja' if i < completed else 'nej'}" for i in range(completed + others))]
    before = [f"p{i};2;ja" if columns[0] else f"p{i};2" for i in range(improved + same)]
    after = [
        f"p{i};{4 if i < improved else 2};ja" if columns[1] else f"p{i};{4 if i < improved else 2}"
        for i in range(improved + same)
    ]
    files = {
        "plan.toml": [plan.replace("MORE", more)],
        "deltagare.csv": register,
        "fore.csv": ["kod;q1" + columns[0], *before],
        "efter.csv": ["kod;q1" + columns[1], *after],
    }
    folder.mkdir(exist_ok=True)
    for name, rows in files.items():
        (folder / name).write_text("\n".join(rows), encoding="utf-8")
    return folder


def only(folder):
    (goal,) = em.evaluate(folder)
    return goal


def test_a_condition_on_a_column_of_the_register_alone_is_no_census_of_the_answers(tmp_path):
    goal = only(course(tmp_path))
    estimate = goal.fulfilment.estimate
    assert (estimate.hits, estimate.n, str(estimate.evidence)) == (50, 60, "process")
    assert (estimate.possible.low, estimate.possible.high) == (0, 1)
    assert str(goal.verdict) in {"likely-met", "undetermined"}
    assert "answers-of-concerned" in {note.code for note in goal.fulfilment.assumptions}
    assert "Målet gäller 60 i registret, men 60 andra kan finnas bland dem som svarat." in goal.in_words("sv")


def test_what_is_possible_follows_from_how_many_others_there_are(tmp_path):
    estimate = only(course(tmp_path, others=5)).fulfilment.estimate
    assert (estimate.possible.low, estimate.possible.high) == (45 / 60, 55 / 60)


@pytest.mark.parametrize("columns", [(";klar", ""), ("", ";klar"), (";klar", ";klar")])
def test_of_people_who_are_linked_one_wave_tells(tmp_path, columns):
    goal = only(course(tmp_path, columns=columns))
    assert (str(goal.verdict), goal.fulfilment.estimate.population) == ("met", 60)


def test_the_plan_may_say_who_was_asked(tmp_path):
    goal = only(course(tmp_path, more='asked = { efter = { klar = "ja" } }'))
    assert (str(goal.verdict), goal.fulfilment.estimate.population) == ("met", 60)


def test_an_emptied_cell_keeps_a_goal_of_all_open(tmp_path):
    plan = PLAN.replace("0.75", "1.0")
    folder = course(tmp_path, completed=12, others=0, improved=11, same=0, plan=plan, columns=(";klar", ";klar"))
    register = (folder / "deltagare.csv").read_text(encoding="utf-8")
    (folder / "deltagare.csv").write_text(register.replace("11;ja", "11;"), encoding="utf-8")
    assert str(only(folder).verdict) == "undetermined"


INDEPENDENT = """
[project]
name = "Urval"

[waves]
fore = { label = "Före" }
efter = { label = "Efter" }

[sources.enkat]
kind = "survey"
files = { fore = "fore.csv", efter = "efter.csv" }
sampling = "random"
MORE

[scales.s]
label = "Nöjdhet"
source = "enkat"
items = { q1 = "Jag är nöjd" }
answers = ["1", "2", "3", "4", "5"]

[[goals]]
id = "g"
title = "Nöjda"
measure = { kind = "share", scale = "s", top = 2 }
target = { at_least = 0.60 }
"""


@pytest.mark.parametrize(
    ("more", "codes"),
    [
        ("", {"drawn-resemble-answered"}),
        ("invited = 200", set()),
        ("invited = { efter = 201 }", set()),
        ("invited = 250", {"missing-resemble-answered"}),
    ],
)
def test_a_draw_settles_nothing_of_those_who_did_not_answer(tmp_path, more, codes):
    for name, hits in (("fore", 160), ("efter", 170)):
        rows = ["q1", *["5"] * hits, *["1"] * (200 - hits)]
        (tmp_path / f"{name}.csv").write_text("\n".join(rows), encoding="utf-8")
    (tmp_path / "plan.toml").write_text(INDEPENDENT.replace("MORE", more), encoding="utf-8")
    assumed = {note.code for note in only(tmp_path).fulfilment.assumptions}
    assert assumed - {"answers-independent"} == codes


def test_a_level_is_one_of_everybody_who_answered_after(tmp_path):
    plan = INDEPENDENT.replace("MORE", "code = 'kod'").replace("[[goals]]", "").split('id = "g"')[0]
    for kind, demand in (
        ('kind = "share-change", scale = "s", top = 2', "at_least = 0.70"),
        ('kind = "share-change", scale = "s", top = 2', 'increase_by = 0.70, reading = "level"'),
        ('kind = "score-change", scale = "s"', "at_least = 4"),
    ):
        goal = f'\n[[goals]]\nid = "g"\ntitle = "Nivå"\nmeasure = {{ {kind} }}\ntarget = {{ {demand} }}\n'
        before = [f"a{i};2" for i in range(30)]
        after = [f"a{i};{5 if i < 28 else 2}" for i in range(30)]
        after += [f"b{i};{5 if i < 80 else 2}" for i in range(200)]
        for name, rows in {
            "plan.toml": [plan + goal],
            "fore.csv": ["kod;q1", *before],
            "efter.csv": ["kod;q1", *after],
        }.items():
            (tmp_path / name).write_text("\n".join(rows), encoding="utf-8")
        found = only(tmp_path)
        share = (28 + 80) / 230
        assert found.fulfilment.estimate.value == pytest.approx(share if "share" in kind else 2 + 3 * share)
        assert found.fulfilment.estimate.n == 230
        assert str(found.verdict) != "likely-met"
        assert main(["check", str(tmp_path)]) == 0


def test_improved_by_any_rise_says_what_chance_gives_and_what_else_would_turn_it(tmp_path):
    plan = PLAN.replace('items = { q1 = "Jag är trygg" }', 'items = { q1 = "Trygg", q2 = "Säker", q3 = "Van" }')
    rows = [(1 + i % 3, 1 + (i + i // 3) % 3, 1 + i % 2) for i in range(60)]
    after = [(a + 1, b, c) if i < 57 else (a, b, c) for i, (a, b, c) in enumerate(rows)]
    folder = course(tmp_path, others=0, plan=plan)
    for name, answers in (("fore", rows), ("efter", after)):
        lines = ["kod;q1;q2;q3", *(f"p{i};{a};{b};{c}" for i, (a, b, c) in enumerate(answers))]
        (folder / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
    findings = em.evaluate(folder).findings
    card = goal_card(findings.goals[0], words("sv"), findings.labels)
    said = f"{card.sentence} {card.sure}".replace("\u00a0", " ")
    assert "svarade alla båda gångerna, och av dem skattar 57 (95,0 %) sig högre än före" in said
    assert "Krävs minst ett helt svarssteg är det 0,0 %, och då är målet inte uppnått." in said


def test_check_questions_an_answer_that_is_none(tmp_path, capsys):
    plan = PLAN.replace('answers = ["1", "2", "3", "4", "5"]', 'answers = ["1", "2", "3", "4", "Ej aktuellt"]')
    assert main(["check", str(course(tmp_path, plan=plan))]) == 0
    assert "”Ej aktuellt” står som svar 5 av 5 på skalan" in capsys.readouterr().out


@pytest.mark.parametrize("code", ["", "code = 'kod'"])
def test_rows_that_no_goal_concerns_are_accounted_for(tmp_path, code):
    plan = INDEPENDENT.replace("MORE", code).replace("target =", 'among = { sida = "3" }\ntarget =')
    for name, answer in (("fore", 2), ("efter", 4)):
        rows = [f"p{i};{answer};{3 if i < 31 else 1}" for i in range(45)]
        (tmp_path / f"{name}.csv").write_text("\n".join(["kod;q1;sida", *rows]), encoding="utf-8")
    (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
    (source,) = em.evaluate(tmp_path).findings.sources
    assert [(one.read, one.used, dict(one.left_out)) for one in source.accounts] == [
        (45, 31, {"not-concerned": 14})
    ] * 2


@pytest.mark.parametrize("kind", ['"share", scale = "s", top = 2', '"score-change", scale = "s"'])
def test_a_sentence_says_whom_a_goal_concerns(tmp_path, kind):
    measure = 'kind = "share", scale = "s", top = 2'
    target = "target = { at_least = 0.60 }" if '"share"' in kind else 'target = { direction = "increase" }'
    plan = INDEPENDENT.replace("MORE", "").replace(measure, f"kind = {kind}")
    plan = plan.replace("target = { at_least = 0.60 }", f'among = {{ roll = "chef" }}\n{target}')
    for name, shift in (("fore", 1), ("efter", 2)):
        rows = [f"{shift + i % 3};{'chef' if i < 20 else 'annan'}" for i in range(40)]
        (tmp_path / f"{name}.csv").write_text("\n".join(["q1;roll", *rows]), encoding="utf-8")
    (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
    assert "bland dem som målet gäller (”roll: chef”)" in only(tmp_path).in_words("sv")
    assert "among those" in only(tmp_path).in_words("en")
