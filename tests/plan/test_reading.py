"""Plans as people write them: right, wrong in one place, wrong in many."""

from pathlib import Path

import pytest

from effektmatt.errors import InputFaults
from effektmatt.goals import Reading
from effektmatt.plan import read_plan
from effektmatt.plan.reading import draft_plan
from effektmatt.plan.slips import tables_of

SAMPLE = Path(__file__).parents[2] / "data" / "sample" / "den-nya-administratoren" / "plan.toml"


def only_fault(folder):
    with pytest.raises(InputFaults) as caught:
        read_plan(folder)
    assert len(caught.value.faults) == 1, [(fault.code, fault.key) for fault in caught.value.faults]
    return caught.value.faults[0]


def test_the_sample_plan_is_resolved(edited):
    plan = read_plan(edited())
    assert [goal.id for goal in plan.goals] == [*(f"delmal-{number}" for number in range(1, 8)), "tillganglighet"]
    assert [len(goal.parts) for goal in plan.goals] == [1, 1, 2, 1, 1, 1, 1, 1]
    six = plan.goals[5].parts[0]
    assert six.target is not None
    assert six.target.reading is Reading.RELATIVE
    assert plan.source_of(six) == "medborgare"
    assert plan.scales["bemotande"].answers == plan.scales["verktyg"].answers
    assert plan.scales["verktyg"].reversed == {"v4"}


def test_each_of_several_scales_becomes_a_part_of_its_own(edited):
    plan = read_plan(edited(('combine = "index"', 'combine = "each"')))
    assert [part.title for part in plan.goals[3].parts] == ["Bemötande", "Tillgänglighet", "Jämställdhet"]
    assert [part.measure.scale for part in plan.goals[3].parts] == ["bemotande", "tillganglighet", "jamstalldhet"]


@pytest.mark.parametrize(
    ("old", "new", "code", "key", "near"),
    [
        ('owner = { sv = "Tranemo', 'ownr = { sv = "Tranemo', "plan-unknown-key", "project.ownr", "owner"),
        ("wher", "wehr", "plan-unknown-key", "goals[2].measure.wehre", "where"),
        ('kind = "cases"', 'kind = "case"', "plan-value", "sources.arenden.kind", "cases"),
        ('improved = "any" }   #', 'improved = "anyy" }   #', "plan-value", "goals[1].measure.improved", "any"),
        ('of = "deltagare"', 'of = "deltagere"', "plan-unknown-name", "sources.enkat.of", "deltagare"),
        ('scale = "verktyg"', 'scale = "vertyg"', "plan-unknown-name", "goals[1].measure.scale", "verktyg"),
        ('answers = "verktyg"', 'answers = "vertyg"', "plan-unknown-name", "scales.bemotande.answers", "verktyg"),
        ("delmal-7 = ", "delmal-8 = ", "plan-unknown-name", "text.goals.delmal-8", "delmal-7"),
        ("at_least = 0.95", "at_least = 95", "plan-target", "goals[2].target", None),
        ("at_least = 0.95", "at_least = -0.2", "plan-target", "goals[2].target", None),
        ("target = { at_least = 0.95 }", "target = { }", "plan-target", "goals[2].target", None),
        ("about = 40, within = 0.10", "about = 40", "plan-target", "goals[3].all_of[2].target", None),
        (', reading = "relative"', "", "plan-reading-missing", "goals[6].target.reading", None),
        ("decrease_by = 14", "at_least = 14", "plan-measure-target", "goals[7].target", None),
        (
            "target = { decrease_by = 14 }",
            'among = { kommun = "Orust" }\ntarget = { decrease_by = 14 }',
            "plan-measure-among",
            "goals[7].among",
            None,
        ),
        (
            "# inget mål är satt: resultatet beskrivs men bedöms inte",
            'target = { increase_by = 0.5, reading = "relative" }',
            "plan-target",
            "goals[5].target.reading",
            None,
        ),
        ("top = 2", 'top = "2"', "plan-wrong-type", "goals[6].measure.top", None),
        ("top = 2", "top = 0", "plan-limit", "goals[6].measure.top", None),
        ('standardise = "arendetyp"', 'standardise = ""', "plan-empty", "goals[7].measure.standardise", None),
        ("top = 2", "top = 5", "plan-limit", "goals[6].measure.top", None),
        ("increase_by = 0.70", "increase_by = 70", "plan-target", "goals[6].target", None),
        ("within_days = 90", "within_days = 10000000000000000000", "plan-limit", "goals[7].measure.within_days", None),
        ("at_least = 0.95", "at_least = nan", "plan-wrong-type", "goals[2].target.at_least", None),
        ("at_least = 0.95", "at_least = 1e300", "plan-limit", "goals[2].target.at_least", None),
        ('granted = "3250124.00"', "granted = true", "plan-wrong-type", "project.granted", None),
        ('granted = "3250124.00"', "granted = [3]", "plan-wrong-type", "project.granted", None),
        ("start = 2011-09-19", 'start = "hösten"', "plan-wrong-type", "project.start", None),
        ("end = 2013-09-19", "end = 2003-09-19", "plan-dates", "project.end", None),
        ('granted = "3250124.00"', 'granted = "3 miljoner"', "plan-money", "project.granted", None),
        (
            'name = { sv = "Den nya administratören", en = "The new administrator" }',
            "",
            "plan-missing-key",
            "project.name",
            None,
        ),
        ('id = "delmal-2"', 'id = "delmal-1"', "plan-duplicate-id", "goals[2].id", None),
        ('code = "kod" ', '# code = "kod" ', "plan-missing-key", "sources.enkat.code", None),
        (', combine = "index"', "", "plan-missing-key", "goals[4].measure.combine", None),
        ("confidence = 0.95", "confidence = 95", "plan-limit", "analysis.confidence", None),
        (", after = 2013-09-19", "", "plan-missing-key", "sources.arenden.measured.after", None),
    ],
)
def test_one_thing_wrong_gives_one_fault_that_says_where(edited, old, new, code, key, near):
    folder = edited((old, new))
    faults = draft_plan(folder)[1]
    fitting = [fault for fault in faults if (fault.code, fault.key) == (code, key)]
    assert fitting, [(fault.code, fault.key) for fault in faults]
    assert fitting[0].nearest == near
    assert fitting[0].file == "plan.toml"


@pytest.mark.parametrize(
    ("target", "serving"),
    [("at_least = 0.9", "closed-in-time"), ("at_least = 14", "none"), ("about = 0.9, within = 0.1", "none")],
)
def test_a_target_that_a_measure_cannot_have_names_the_measures_that_can(edited, target, serving):
    faults = draft_plan(edited(("decrease_by = 14", target)))[1]
    assert [one.details["serving"] for one in faults if one.code == "plan-measure-target"] == [serving]


def test_all_faults_come_at_once_and_one_part_does_not_hide_another(edited):
    folder = edited(
        ('owner = { sv = "Tranemo', 'ownr = { sv = "Tranemo'),
        ('improved = "any" }   # eller "step"', 'improved = "anyy" }   # eller "step"'),
        ("at_least = 0.95", "at_least = 95"),
        ('kind = "cases"', 'kind = "case"'),
        ("delmal-7 = ", "delmal-8 = "),
    )
    plan, faults = draft_plan(folder)
    assert [(fault.code, fault.key) for fault in faults] == [
        ("plan-unknown-key", "project.ownr"),
        ("plan-value", "sources.arenden.kind"),
        ("plan-value", "goals[1].measure.improved"),
        ("plan-target", "goals[2].target"),
        ("plan-unknown-name", "text.goals.delmal-8"),
    ]
    assert plan is not None
    assert "enkat" in plan.sources  # the other data can still be checked
    assert "arenden" not in plan.sources


def test_share_improved_needs_a_code_that_links(edited):
    folder = edited(('scale = "verktyg"', 'scale = "upplevt_bemotande"'))
    assert only_fault(folder).code == "plan-no-code"


def test_cases_of_more_than_two_waves_say_which_two_are_compared(edited):
    after = 'after = { label = { sv = "Efter", en = "After" }, from = 2013-05-01, to = 2013-08-31 }'
    three = (after, f'{after}\nlater = {{ label = "Senare", from = 2013-10-01, to = 2013-10-31 }}')
    plan = read_plan(edited(three))
    assert list(plan.sources["arenden"].opened_in(plan.written)) == ["before", "after"]
    fault = only_fault(
        edited(three, ("measured = { before = 2012-02-29, after = 2013-09-19 }", "measured = 2013-12-31"))
    )
    assert (fault.code, fault.key) == ("plan-two-waves", "sources.arenden.measured")


def test_no_plan(tmp_path):
    assert only_fault(tmp_path).code == "plan-missing"
    assert only_fault(tmp_path / "nowhere").code == "folder-missing"


def test_not_toml_says_the_line(tmp_path):
    (tmp_path / "plan.toml").write_text('[project]\nname = "Utan slut\n', encoding="utf-8")
    fault = only_fault(tmp_path)
    assert (fault.code, fault.row, fault.got) == ("plan-not-toml", 2, 'name = "Utan slut')


def test_not_utf8_says_the_line(tmp_path):
    (tmp_path / "plan.toml").write_bytes('[project]\nname = "Förändring"\n'.encode("cp1252"))
    fault = only_fault(tmp_path)
    assert (fault.code, fault.row) == ("plan-not-utf8", 2)


def test_a_plan_saved_with_a_byte_order_mark_and_windows_line_ends_is_read(edited):
    folder = edited()
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    (folder / "plan.toml").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert len(read_plan(folder).goals) == 8


@pytest.mark.parametrize(
    ("old", "new", "slip"),
    [
        ("at_least = 0.95", "at_least = 0,95", "decimal-comma"),
        ("at_least = 0.95", "at_least = 95 %", "percent"),
        ("within_days = 90", "within_days = 1 000", "thousands"),
        ("start = 2011-09-19", "start = 19/9 2011", "date"),
        ('id = "delmal-2"', "id = ”delmal-2”", "quotes"),
        ('file = "deltagare.csv"', 'file = "mapp\\deltagare.csv"', "backslash"),
        ('id = "delmal-2"', 'id = "delmal-2"\nid = "delmal-3"', "repeated"),
        ('id = "delmal-2"', "id: delmal-2", "colon"),
        ('id = "delmal-2"', "id = delmal-2", "unquoted"),
        ("before = { label", "före = { label", "name"),
        ('id = "delmal-2"', 'id "delmal-2"', "other"),
    ],
)
def test_what_people_write_instead_of_toml_gets_its_own_advice(edited, old, new, slip):
    _, faults = draft_plan(
        edited((old, new))
    )  # what was meant is read on: a wave of another name has faults of its own
    assert (faults[0].code, faults[0].details["slip"]) == ("plan-not-toml", slip)
    assert len(faults) == 1 or slip == "name"


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("start = 2025-1-1", "start = 2025-01-01"),
        ("start = 1/2 2025", "start = 2025-02-01"),
        ("among = { Slutfört kursen = 'ja', roll = chef }", 'among = { "Slutfört kursen" = \'ja\', roll = "chef" }'),
        ("among = { Syss.grad % = { at_least = 50 } }", 'among = { "Syss.grad %" = { at_least = 50 } }'),
        ('groups = [kön, "ålder", Bo i Å]', 'groups = ["kön", "ålder", "Bo i Å"]'),
        ("[sources.enkät]", '[sources."enkät"]'),
        ('före.label = "Före # 1"  # den första', '"före".label = "Före # 1"  # den första'),
        ("owner = Västra Götaland # ägaren", 'owner = "Västra Götaland" # ägaren'),
        ("granted = 3 250 124", "granted = 3250124"),
        ("yes = true, no", None),
        ("name \0 = ja", None),
        ("name = “Kurs”", 'name = "Kurs"'),
    ],
)
def test_a_line_that_is_no_toml_is_told_as_it_should_have_been(line, mended):
    fault = tables_of(f"{line}\n", "plan.toml").faults[0]
    told = fault.details["mended"]
    assert told == (mended or "")


def test_every_line_that_is_no_toml_is_told_and_so_is_what_else_is_wrong(edited):
    folder = edited(
        ('owner = { sv = "Tranemo', 'ownr = { sv = "Tranemo'),
        ("before = { label", "före = { label"),
        ("at_least = 0.95", "at_least = 0,95"),
    )
    _, faults = draft_plan(folder)
    rows = [fault.row for fault in faults]
    assert {fault.code for fault in faults} >= {"plan-not-toml", "plan-unknown-key"}
    assert rows == sorted(rows)  # in the order of the plan


def test_a_line_that_cannot_be_mended_is_no_reason_to_tell_of_what_rests_on_it(tmp_path):
    (tmp_path / "plan.toml").write_text('[project]\nname = "Utan slut\nowner = Kommun\n', encoding="utf-8")
    _, faults = draft_plan(tmp_path)
    assert [(fault.code, fault.row, fault.details["slip"]) for fault in faults] == [
        ("plan-not-toml", 2, "unclosed"),
        ("plan-not-toml", 3, "unquoted"),
    ]


def test_faults_behind_a_misspelt_section_or_key_come_in_the_same_go(edited):
    folder = edited(
        ("[scales.verktyg]", "[scale.verktyg]"),
        ('score = "mean"', 'scor = "mean"\nminimum_answered = "b3"'),
    )
    _, faults = draft_plan(folder)
    told = [(fault.code, fault.key) for fault in faults]
    assert told == [
        ("plan-unknown-key", "scale"),
        ("plan-unknown-key", "scale.verktyg.scor"),
        ("plan-wrong-type", "scale.verktyg.minimum_answered"),
    ]
    assert not any(fault.code == "plan-unknown-name" for fault in faults)  # what names the scale finds it


def test_a_key_that_stands_there_already_is_no_advice(edited):
    folder = edited(('id = "delmal-2"', 'id = "delmal-2"\nids = "delmal-2"'))
    fault = only_fault(folder)
    assert (fault.code, fault.got, fault.nearest) == ("plan-unknown-key", "ids", None)
    assert "id" not in fault.expected


def test_what_only_one_key_may_say_is_no_advice_where_the_other_stands(edited):
    fault = only_fault(edited(('file = "deltagare.csv"', 'file = "deltagare.csv"\nrepeated = "latest"')))
    assert (fault.code, fault.got) == ("plan-unknown-key", "repeated")
    assert not {"file", "files"} & set(fault.expected)


def test_true_is_written_as_in_the_plan_and_a_condition_is_said_to_be_text(edited):
    fault = only_fault(edited(('id = "delmal-2"', 'id = "delmal-2"\namong = { kommun = true }')))
    assert (fault.code, fault.got, fault.details["expected"]) == ("plan-wrong-type", "true", "condition")


def test_a_fault_of_the_plan_says_its_line_and_which_goal(edited):
    folder = edited(("at_least = 0.95", "at_least = 95"))
    fault = only_fault(folder)
    lines = (folder / "plan.toml").read_text(encoding="utf-8").splitlines()
    assert (fault.key, fault.goal) == ("goals[2].target", "delmal-2")
    assert "target" in lines[fault.row - 1]
    assert fault.in_words("sv").startswith(f"plan.toml, rad {fault.row}, mål ”delmal-2”, target: ")


def test_money_and_facts_may_be_written_as_numbers_and_dates(edited):
    plan = read_plan(
        edited(('granted = "3250124.00"', "granted = 3250124.5\nfacts = { Slut = 2014-03-31, Andel = 0.5 }"))
    )
    assert plan.written.project.granted == 3250124.5


def test_answers_may_be_written_as_numbers(edited):
    folder = edited()
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    old = text[text.index("answers = [\n") :].partition("\n]")[0] + "\n]"
    plan = read_plan(edited((old, "answers = [1, 2, 3, 4, 5]")))
    assert plan.scales["verktyg"].answers == (("1",), ("2",), ("3",), ("4",), ("5",))


@pytest.mark.parametrize("written", ['goals = ["ett"]\n', "goals = [1, { }]\n", 'goals = "ett"\n', "[goals]\nid = 1\n"])
def test_goals_that_are_no_tables_are_faults(tmp_path, written):
    (tmp_path / "plan.toml").write_text(written + '[project]\nname = "P"\n' * (not written.startswith("[")), "utf-8")
    plan, faults = draft_plan(tmp_path)
    assert faults
    assert plan is None or plan.goals == ()


def test_a_plan_that_is_a_folder_is_a_fault(tmp_path):
    (tmp_path / "plan.toml").mkdir()
    assert only_fault(tmp_path).code == "file-is-folder"


@pytest.mark.parametrize("line", ["n = " + "9" * 5000, "a = " + "[" * 3000])
def test_a_plan_that_python_itself_refuses_is_a_fault(tmp_path, line):
    (tmp_path / "plan.toml").write_text(f"format = 1\n{line}\n", encoding="utf-8")
    _, faults = draft_plan(tmp_path)
    assert "plan-not-toml" in {fault.code for fault in faults}


def test_an_item_that_stands_twice_in_a_list_would_weigh_twice(edited):
    questions = (line for line in SAMPLE.read_text(encoding="utf-8").split("\n") if line.startswith("items.b"))
    listed = ((line, 'items = ["b1", "b2", "b1"]' if line.startswith("items.b1") else "") for line in questions)
    (fault, *_) = draft_plan(edited(*listed))[1]
    assert (fault.code, fault.got) == ("plan-item-repeated", "b1")


def test_limits_that_nothing_lies_between_are_told(edited):
    (fault, *_) = draft_plan(
        edited(('where = { validering = "ja" }', "where = { timmar = { at_least = 10, at_most = 5 } }"))
    )[1]
    assert (fault.code, fault.got, fault.details["limit"]) == ("plan-limit", "10", "≤ 5")
    assert (fault.key or "").endswith("where.timmar.at_least")
