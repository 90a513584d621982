"""A small project with a log, activities, a ledger and an index: read as a user reads it, then broken in every way."""

import json

import pytest

import effektmatt as em
from effektmatt.cli import main
from effektmatt.goals import Verdict
from effektmatt.report.results import results

PLAN = """
[project]
name = "Verktygslådan"
start = 2018-01-01
end = 2018-12-31

[analysis]
groups = ["kon"]

[waves.before]
label = "2017"
[waves.after]
label = "Efter"

[sources.personal]
kind = "register"
label = "Personalregistret"
file = "personal.csv"
key = "id"

[sources.logg]
kind = "log"
file = "logg.csv"
user = "vem"
at = "tid"
of = "personal"
marks = { "Start" = 2018-02-26 }

[sources.narvaro]
kind = "activities"
file = "narvaro.csv"
person = "vem"
hours = "timmar"
of = "personal"

[sources.aktiviteter]
kind = "activities"
file = "aktiviteter.csv"
activity = "vad"
planned = "planerad"
held = "dag"
expected = { "Möte" = 3, "Forum" = 1 }

[sources.pengar]
kind = "ledger"
file = "pengar.csv"
post = "post"
under = "del_av"
budget = "budget"
outcome = "utfall"
must_equal = "844800.00"

[sources.index]
kind = "index"
label = "DiMiOS"
file = "index.csv"
unit = "enhet"
wave = "ar"
value = "varde"
signs = "kolada"

[[goals]]
id = "anvandare"
title = "Användare"
measure = { kind = "active-share", source = "logg", times = 2 }
target = { at_least = 0.5 }

[[goals]]
id = "veckor"
title = "Användare per vecka"
measure = { kind = "weekly-users", source = "logg", rebase = 2018-02-26 }
target = { direction = "increase" }

[[goals]]
id = "dos"
title = "Full dos"
measure = { kind = "full-dose", source = "narvaro", hours = 16 }
target = { at_least = 0.6 }

[[goals]]
id = "moten"
title = "Möten"
measure = { kind = "held", source = "aktiviteter", activity = "Möte" }
target = { at_least = 3 }

[[goals]]
id = "pengar"
title = "Pengar"
measure = { kind = "money-used", source = "pengar", per_person = "personal" }

[[goals]]
id = "mognad"
title = "Mognad"
measure = { kind = "index-change", source = "index", measured_in = "poäng" }
target = { direction = "increase" }
"""

FILES = {
    "personal.csv": "id;kon\n" + "".join(f"p{n};{'kvinna' if n % 2 else 'man'}\n" for n in range(20)),
    "logg.csv": "vem;tid\n"
    + "".join(
        f"p{n};2018-{day}\n"
        for week, day in enumerate(
            [
                "01-01",
                "01-08",
                "01-15",
                "01-22",
                "01-29",
                "02-05",
                "02-12",
                "02-19",
                "02-26",
                "03-05",
                "03-12",
                "03-19",
                "03-26",
                "04-02",
            ]
        )
        for n in range(3 + week % 2 if week < 8 else 12 + week % 2)
    ),
    "narvaro.csv": "vem;timmar\n" + "".join(f"p{n};8\np{n};{8 if n < 13 else 4}\n" for n in range(18)),
    "aktiviteter.csv": "vad;planerad;dag\nMöte;2018-02-01;2018-02-01\nmöte;2018-05-01;2018-05-03\n"
    "Möte;2018-09-01;\nForum;2018-10-01;2018-10-01\n",
    "pengar.csv": "post;del_av;budget;utfall\nUtbildning;;666 800,00;666 800,00\nUppföljning;;178 000,00;100 000,50\n"
    "Besök;Uppföljning;100 000,00;70 000,50\nVerktyg;Uppföljning;30 000,00;30 000,00\nAnalys;Uppföljning;48 000,00;0\n",
    "index.csv": "enhet;ar;varde\nA;2017;46,3\nA;2018;51,8\nB;2017;49,7\nB;2018;52,4\nC;2017;.\nC;2018;.\n",
}


@pytest.fixture
def folder(tmp_path):
    """The project, whole."""
    made = tmp_path / "projekt"
    made.mkdir()
    (made / "plan.toml").write_text(PLAN, encoding="utf-8")
    for name, text in FILES.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture
def edit(folder):
    """Replace a text in a file of the project."""

    def replace(file, old, new):
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
        return folder

    return replace


def test_every_kind_gets_its_verdict(folder):
    project = em.evaluate(folder)
    assert {goal.finding.id: goal.verdict for goal in project} == {
        "anvandare": Verdict.MET,  # 12 of 20 twice or more
        "veckor": Verdict.LIKELY_MET,
        "dos": Verdict.MET,  # 13 of 20
        "moten": Verdict.NOT_MET,  # 2 of 3
        "pengar": Verdict.NO_TARGET,
        "mognad": Verdict.LIKELY_MET,  # no error is stated
    }


def test_sentences_say_what_was_found(folder):
    project = em.evaluate(folder)
    said = {goal.finding.id: goal.in_words().replace("\u00a0", " ") for goal in project}
    assert "13 av 20 i Personalregistret (65,0 %) finns med minst två gånger i logg" in said["anvandare"]
    assert "steg från i genomsnitt 3,5 före 26 februari 2018 till 12,5" in said["veckor"]
    assert "13 av 20 i Personalregistret (65,0 %) har deltagit i minst 16 timmar" in said["dos"]
    assert "2 av 3 planerade aktiviteter genomfördes" in said["moten"]
    assert "är 766 800,50 kr använda (90,77 %), och 77 999,50 kr är inte använda" in said["pengar"]
    assert "skälet är inte angivet" in said["pengar"]
    assert "38 340,03 kr per person" in said["pengar"]
    assert "A från 46,3 till 51,8 poäng och B från 49,7 till 52,4 poäng" in said["mognad"]
    assert "Indexet gäller inte C" in said["mognad"]


def test_english_says_the_same(folder):
    project = em.evaluate(folder, language="en")
    said = {goal.finding.id: goal.in_words("en").replace("\u00a0", " ") for goal in project}
    assert "2 of 3 planned activities took place" in said["moten"]
    assert "SEK 766,800.50 is used (90.77%)" in said["pengar"]


def test_the_report_is_written_and_results_hold_no_user(folder, tmp_path):
    assert main(["report", str(folder), "-o", str(tmp_path / "ut")]) == 0
    html = (tmp_path / "ut" / "report.html").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert "178 000,00" in html
    assert '"p7"' not in json.dumps(results(em.evaluate(folder).findings))


def test_a_reason_in_the_plans_text_is_enough(edit):
    folder = edit("plan.toml", "[[goals]]", '[text.goals]\npengar = "Analysen gjordes av egen personal."\n\n[[goals]]')
    assert "skälet är inte angivet" not in em.evaluate(folder)["pengar"].in_words()


def test_a_goal_may_spell_an_activity_in_its_own_way(edit):
    """What is expected, what was held and what the goal is about are names, and compared as such."""
    as_expected = em.evaluate(edit("plan.toml", "", ""))["moten"]
    other = em.evaluate(edit("plan.toml", 'activity = "Möte"', 'activity = "MÖTE."'))["moten"]
    assert other.fulfilment.estimate.value == as_expected.fulfilment.estimate.value


def test_a_unit_without_values_leaves_the_goal_open(edit):
    folder = edit("index.csv", "C;2017;.\nC;2018;.\n", "C;2017;12\nC;2018;-\n")
    goal = em.evaluate(folder)["mognad"]
    assert goal.verdict is Verdict.NOT_ASSESSABLE
    assert "C saknar värden att jämföra (bortfall)" in goal.in_words()


def test_a_unit_that_missed_the_goal_decides_it_whatever_another_lacks(edit):
    edit("index.csv", "C;2017;.\nC;2018;.\n", "C;2017;12\nC;2018;-\n")
    folder = edit("index.csv", "B;2018;52,4", "B;2018;49,7")
    assert em.evaluate(folder)["mognad"].verdict is Verdict.LIKELY_NOT_MET


def test_waves_may_be_called_by_id_or_label(edit):
    edit("index.csv", "A;2017;46,3\nA;2018;51,8", "A;before;46,3\nA;Efter;51,8")
    folder = edit("index.csv", "B;2017;49,7\nB;2018;52,4\nC;2017;.\nC;2018;.", "B;2017;49,7\nB;after;52,4")
    assert em.evaluate(folder)["mognad"].verdict is Verdict.LIKELY_MET


BREAKS = {
    "a use outside the project": ("logg.csv", "p0;2018-01-01", "p0;2019-01-01", "date-outside-project"),
    "an activity outside the project": ("aktiviteter.csv", ";2018-10-01\n", ";2017-10-01\n", "date-outside-project"),
    "an activity without a plan": ("aktiviteter.csv", "Forum", "Fika", "activity-not-expected"),
    "negative hours": ("narvaro.csv", "p0;8", "p0;-8", "hours-negative"),
    "an amount that is none": ("pengar.csv", "666 800,00;666", "mycket;666", "money-wrong"),
    "a ledger that does not add up": ("pengar.csv", "48 000,00", "49 000,00", "ledger-does-not-add-up"),
    "a total that is not the plan's": ("plan.toml", "844800.00", "844801.00", "ledger-does-not-add-up"),
    "a part of an unknown post": ("pengar.csv", "Verktyg;Uppföljning", "Verktyg;Upföljning", "post-unknown"),
    "a value twice": ("index.csv", "A;2018", "A;2017", "index-repeated"),
    "an unknown wave": ("index.csv", "A;2018", "A;efteråt", "index-wave-unknown"),
    "a value that is no number": ("index.csv", "51,8", "hög", "number-wrong"),
    "a goal without a register": ("plan.toml", 'at = "tid"\nof = "personal"', 'at = "tid"', "plan-missing-key"),
    "a direction without a day": ("plan.toml", ", rebase = 2018-02-26", "", "plan-missing-key"),
    "a goal of an unknown activity": ("plan.toml", 'activity = "Möte"', 'activity = "Möten"', "plan-unknown-name"),
    "a goal of an unknown post": ("plan.toml", "per_person", 'post = "Annat", per_person', "plan-unknown-name"),
    "a goal of an unknown unit": ("plan.toml", "measured_in", 'unit = "D", measured_in', "plan-unknown-name"),
    "a sum that is no amount": ("plan.toml", "844800.00", "mycket", "plan-money"),
    "a register without a key": ("plan.toml", 'key = "id"\n', "", "plan-missing-key"),
}


@pytest.mark.parametrize("name", BREAKS)
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_break_is_told_in_words(edit, name, language, capsys):
    file, old, new, code = BREAKS[name]
    folder = edit(file, old, new)
    assert main(["check", str(folder), "--language", language]) == 2
    printed = capsys.readouterr().err
    assert file in printed or "sources.pengar.must_equal" in printed
    assert "Traceback" not in printed
    with pytest.raises(em.InputFaults) as caught:
        em.evaluate(folder)
    assert code in {fault.code for fault in caught.value.faults}


def test_an_index_with_one_wave_shows_no_change(folder):
    (folder / "index.csv").write_text("enhet;ar;varde\nA;2017;46,3\nB;2017;49,7\n", encoding="utf-8")
    with pytest.raises(em.InputFaults) as caught:
        em.evaluate(folder)
    (fault,) = caught.value.faults
    assert (fault.code, fault.got) == ("index-one-wave", "2017")
    assert "”DiMiOS” har bara en mätning (2017)" in str(fault)


def test_a_ledger_that_does_not_add_up_says_both_sums_and_the_difference(edit):
    folder = edit("pengar.csv", "48 000,00", "48 100,25")
    with pytest.raises(em.InputFaults) as caught:
        em.evaluate(folder)
    (fault,) = caught.value.faults
    said = str(fault).replace("\u00a0", " ")
    assert (
        "Delarna av ”Uppföljning” blir tillsammans 178 100,25 kr, men posten är på 178 000 kr: 100,25 kr för mycket"
        in said
    )
    assert said.startswith("pengar.csv, rad 3, kolumn budget")


def test_all_breaks_come_at_once(folder, edit):
    files = {}
    for file, old, new, code in BREAKS.values():
        if file != "plan.toml" and file not in files:
            edit(file, old, new)
            files[file] = code
    with pytest.raises(em.InputFaults) as caught:
        em.evaluate(folder)
    assert {fault.code for fault in caught.value.faults} >= set(files.values())


def test_results_hold_money_as_exact_text(folder):
    found = {goal["id"]: goal for goal in results(em.evaluate(folder).findings)["goals"]}
    post = found["pengar"]["outcome"]["detail"]["posts"][1]
    assert (post["name"], post["budget"], post["outcome"]) == ("Uppföljning", "178000", "100000.50")
