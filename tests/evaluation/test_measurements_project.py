"""A project of sick days through the plan: one file or several, linked or not, of everybody or of some."""

import numpy as np
import pytest

import effektmatt as em
from effektmatt.errors import InputFaults

PLAN = """
[project]
name = "Friskare arbetsplats"

[analysis]
groups = ["kon"]

[waves]
fore = {{ label = "Före" }}
efter = {{ label = "Efter" }}

[sources.franvaro]
kind = "measurements"
label = "Personalsystemet"
number = "sjukdagar"
measured_in = "dagar"
{source}

[[goals]]
id = "mal"
title = "Färre sjukdagar"
{goal}
"""
CHANGE = 'measure = { kind = "mean-change", source = "franvaro" }\ntarget = { decrease_by = 2 }'
TWO_FILES = 'files = { fore = "fore.csv", efter = "efter.csv" }'
RANDOM = np.random.default_rng(11)
DAYS_BEFORE = RANDOM.poisson(12, 80)
DAYS_AFTER = np.maximum(0, DAYS_BEFORE - RANDOM.poisson(5, 80))


def rows(days, codes=range(80), header="kod;kon;sjukdagar") -> str:
    lines = (f"p{code:02};{'Kvinna' if code % 2 else 'Man'};{number}" for code, number in zip(codes, days, strict=True))
    return "\n".join([header, *lines, ""])


@pytest.fixture
def project(tmp_path):
    def made(source, goal=CHANGE, **files):
        written = files or {"fore": rows(DAYS_BEFORE), "efter": rows(DAYS_AFTER)}
        for name, text in written.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        (tmp_path / "plan.toml").write_text(PLAN.format(source=source, goal=goal), encoding="utf-8")
        return tmp_path

    return made


def test_linked_people_are_compared_with_themselves(project):
    goal = em.evaluate(project(f'{TWO_FILES}\ncode = "kod"'))["mal"]
    assert goal.fulfilment.estimate.value == pytest.approx((DAYS_AFTER - DAYS_BEFORE).mean())
    assert goal.fulfilment.estimate.method == "t-paired"
    assert "dagar" in goal.in_words()


def test_without_a_code_the_waves_are_independent_and_that_is_said(project):
    evaluation = em.evaluate(project(TWO_FILES))
    assert evaluation["mal"].fulfilment.estimate.method == "t-welch"
    assert "waves-not-linked" in [note.code for note in evaluation.findings.sources[0].notes]


def test_all_waves_may_stand_in_one_file(project):
    both = "\n".join(
        ["kod;kon;matning;sjukdagar"]
        + [f"p{place:02};Man;Före;{days}" for place, days in enumerate(DAYS_BEFORE)]
        + [f"p{place:02};Man;EFTER.;{days}" for place, days in enumerate(DAYS_AFTER)]
        + ["p99;Man;2019;3", ""]
    )
    evaluation = em.evaluate(project('file = "alla.csv"\nwave = "matning"\ncode = "kod"', alla=both))
    assert evaluation["mal"].fulfilment.estimate.value == pytest.approx((DAYS_AFTER - DAYS_BEFORE).mean())
    account = evaluation.findings.sources[0].accounts[0]
    assert (account.read, account.used, account.left_out) == (161, 160, {"outside-waves": 1})


def test_an_empty_cell_is_no_nought(project):
    some = rows([str(days) if place else "" for place, days in enumerate(DAYS_AFTER)])
    goal = 'measure = { kind = "mean", source = "franvaro" }\ntarget = { at_most = 10 }'
    evaluation = em.evaluate(project(TWO_FILES, goal, fore=rows(DAYS_BEFORE), efter=some))
    assert evaluation["mal"].fulfilment.estimate.value == pytest.approx(DAYS_AFTER[1:].mean())
    assert evaluation.findings.sources[0].accounts[1].left_out == {"without-number": 1}


def test_a_list_of_everybody_is_counted_and_firm(project):
    goal = 'measure = { kind = "share-within", source = "franvaro", highest = 10 }\ntarget = { at_least = 0.5 }'
    found = em.evaluate(project(f"{TWO_FILES}\neverybody = true", goal))["mal"]
    assert found.fulfilment.estimate.evidence == "census"
    assert found.fulfilment.estimate.hits == (DAYS_AFTER <= 10).sum()
    assert found.fulfilment.verdict in (em.Verdict.MET, em.Verdict.NOT_MET)


def test_whom_a_goal_concerns_is_said_and_followed(project):
    goal = f'{CHANGE}\namong = {{ kon = "Kvinna" }}'
    found = em.evaluate(project(f'{TWO_FILES}\ncode = "kod"', goal))["mal"]
    assert found.fulfilment.estimate.value == pytest.approx((DAYS_AFTER - DAYS_BEFORE)[1::2].mean())
    assert "Kvinna" in found.in_words()


def test_what_is_no_number_is_a_fault_with_its_row(project):
    wrong = rows(["sjuk" if place == 4 else days for place, days in enumerate(DAYS_AFTER)])
    with pytest.raises(InputFaults) as raised:
        em.evaluate(project(TWO_FILES, fore=rows(DAYS_BEFORE), efter=wrong))
    assert [(fault.code, fault.file, fault.row, fault.column) for fault in raised.value.faults] == [
        ("number-wrong", "efter.csv", 6, "sjukdagar")
    ]


def test_a_code_that_stands_twice_is_a_fault_unless_the_plan_says_which(project):
    twice = rows(DAYS_AFTER) + "p00;Man;3\n"
    files = {"fore": rows(DAYS_BEFORE), "efter": twice}
    with pytest.raises(InputFaults) as raised:
        em.evaluate(project(f'{TWO_FILES}\ncode = "kod"', **files))
    assert [fault.code for fault in raised.value.faults] == ["key-repeated"]
    kept = em.evaluate(project(f'{TWO_FILES}\ncode = "kod"\nrepeated = "leave-out"', **files))["mal"]
    assert kept.fulfilment.estimate.n == 79


def test_a_number_that_is_not_possible_is_a_fault_with_its_row(project):
    wrong = rows([412 if place == 4 else -1 if place == 6 else days for place, days in enumerate(DAYS_AFTER)])
    with pytest.raises(InputFaults) as raised:
        em.evaluate(project(f"{TWO_FILES}\npossible = [0, 365]", fore=rows(DAYS_BEFORE), efter=wrong))
    (fault,) = raised.value.faults
    assert (fault.code, fault.file, fault.row, fault.rows) == ("number-not-possible", "efter.csv", 6, 2)


@pytest.mark.parametrize(
    ("possible", "verdict", "told"),
    [
        ("", "undetermined", 1),
        ("possible = [0, 365]", "undetermined", 1),
        ("possible = [0, 20]", "likely-met", 1),
        ("possible = [0, 16]", "likely-met", 0),  # as far beyond the highest as the cautious interval counts with
    ],
)
def test_an_end_that_is_known_tells_what_few_numbers_cannot(project, possible, verdict, told):
    goal = 'measure = { kind = "mean", source = "franvaro" }\ntarget = { at_most = 7 }'
    few = rows([place % 9 for place in range(40)], range(40))
    found = em.evaluate(project(f'file = "tal.csv"\n{possible}', goal, tal=few))["mal"].fulfilment
    assert (found.verdict, len(found.estimate.notes)) == (verdict, told)


@pytest.mark.parametrize(
    ("source", "goal", "code"),
    [
        ("possible = [365, 0]", CHANGE, "plan-limit"),
        ('everybody = true\nof = "alla"', CHANGE, "plan-of-or-everybody"),
        ("", 'measure = { kind = "share-within", source = "franvaro" }', "plan-missing-key"),
        ("", 'measure = { kind = "share-within", source = "franvaro", lowest = 5, highest = 2 }', "plan-limit"),
        (
            'code = "kod"',
            (
                'measure = { kind = "mean-change", source = "franvaro", answers = "all" }\n'
                'target = { decrease_by = 0.2, reading = "relative" }'
            ),
            "plan-relative-of-all",
        ),
    ],
)
def test_what_the_plan_cannot_mean_is_a_fault(project, source, goal, code):
    with pytest.raises(InputFaults) as raised:
        em.evaluate(project(f"{TWO_FILES}\n{source}", goal))
    assert code in [fault.code for fault in raised.value.faults]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_the_report_shows_how_numbers_are_spread_and_no_person(project, tmp_path, language):
    evaluation = em.evaluate(project(f'{TWO_FILES}\ncode = "kod"'), language=language)
    evaluation.report(tmp_path / "rapport")
    assert (tmp_path / "rapport" / "charts" / "goal-1-numbers.svg").exists()
    html = (tmp_path / "rapport" / "report.html").read_text(encoding="utf-8")
    assert "p07" not in html


def test_a_comparison_group_answers_whether_the_project_did_it(project):
    def sided(days) -> str:
        lines = (
            f"p{place:02};Man;{number};{side}" for place, (number, side) in enumerate(zip(days, SIDES, strict=True))
        )
        return "\n".join(["kod;kon;sjukdagar;grupp", *lines, ""])

    folder = project(f'{TWO_FILES}\ncode = "kod"', fore=sided(DAYS_BEFORE), efter=sided(DAYS_AFTER))
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    design = '[analysis]\ndesign = "comparison-group"\ncomparison = { column = "grupp", group = "kontroll" }'
    (folder / "plan.toml").write_text(plan.replace("[analysis]", design), encoding="utf-8")
    evaluation = em.evaluate(folder)
    change, side = DAYS_AFTER - DAYS_BEFORE, np.array(SIDES)
    expected = change[side == "projekt"].mean() - change[side == "kontroll"].mean()
    assert evaluation.findings.goals[0].cause.value == pytest.approx(expected)
    assert evaluation["mal"].fulfilment.estimate.value == pytest.approx(change[side == "projekt"].mean())
    assert evaluation.findings.sources[0].accounts[0].left_out == {"side-unknown": 10}


SIDES = ["projekt"] * 40 + ["kontroll"] * 30 + [""] * 10


def notes(evaluation):
    return {note.code: dict(note.values) for note in evaluation.findings.sources[0].notes}


def test_repeated_rows_and_codes_that_are_nearly_alike_are_told(project):
    def dated(text, day):
        return text.replace("\n", f";{day}\n").replace(f"sjukdagar;{day}", "sjukdagar;dag")

    source = f'{TWO_FILES}\ncode = "kod"\nrepeated = "latest"'
    after = dated(rows(DAYS_AFTER).replace("p79;", "p7q;"), "2025-06-01") + "p00;Man;3;2025-06-02\n"
    folder = project(f'{source}\nat = "dag"', fore=dated(rows(DAYS_BEFORE), "2024-06-01"), efter=after)
    found = em.evaluate(folder)
    assert notes(found)["repeated-resolved"] == {"file": "efter.csv", "n": 1, "rule": "latest"}
    assert notes(found)["near-misses"] == {"n": 1, "only": 1}
    with pytest.raises(em.InputFaults, match="inget datum säger i vilken ordning"):
        em.evaluate(project(source, fore=rows(DAYS_BEFORE), efter=rows(DAYS_AFTER) + "p00;Man;3\n"))


REGISTER = '\n[sources.alla]\nkind = "register"\nfile = "alla.csv"\nlabel = "Alla"\n'


def registered(chef) -> str:
    return "\n".join(["kod;chef", *(f"p{place:02};{value}" for place, value in enumerate(chef)), ""])


def test_a_condition_that_only_the_register_has_leaves_open_whose_numbers_they_are(project):
    register = registered(["ja"] * 70 + ["nej"] * 9 + [""])
    goal = (
        'measure = { kind = "share-within", source = "franvaro", highest = 10 }\n'
        'target = { at_least = 0.5 }\namong = { chef = "ja" }'
    )
    files = {"fore": rows(DAYS_BEFORE), "efter": rows(DAYS_AFTER), "alla": register}
    estimate = em.evaluate(project(f'{TWO_FILES}\nof = "alla"{REGISTER}', goal, **files))["mal"].fulfilment.estimate
    hits = int((DAYS_AFTER <= 10).sum())
    assert "answers-of-concerned" in [note.code for note in estimate.assumptions]
    # of 71 who may be concerned 10 others may stand among the 80 measured
    assert estimate.possible.low == pytest.approx(max(0, hits - 10) / 71)
    assert estimate.possible.high == pytest.approx(1 - (80 - hits - 10) / 71)


def test_who_may_be_concerned_is_missing_too(project):
    """Half a census is none: seventy are known to be concerned, and ten more may be."""
    register = registered(["ja"] * 70 + [""] * 10).replace("chef", "kon").replace("ja", "Man")
    goal = 'measure = { kind = "mean", source = "franvaro" }\ntarget = { at_most = 10 }\namong = { kon = "Man" }'
    men = rows(DAYS_AFTER).replace("Kvinna", "Man").splitlines()[:71]
    files = {"fore": rows(DAYS_BEFORE), "efter": "\n".join([*men, ""]), "alla": register}
    estimate = em.evaluate(project(f'{TWO_FILES}\nof = "alla"{REGISTER}', goal, **files))["mal"].fulfilment.estimate
    assert (estimate.n, str(estimate.evidence)) == (70, "process")
    assert [dict(note.values) for note in estimate.assumptions if "missing" in note.code] == [{"missing": 10}]


def test_a_list_of_everybody_with_empty_cells_of_a_condition_is_no_census(project):
    after = rows(DAYS_AFTER).replace("p03;Kvinna", "p03;")
    goal = (
        'measure = { kind = "share-within", source = "franvaro", highest = 10 }\n'
        'target = { at_least = 0.5 }\namong = { kon = "Kvinna" }'
    )
    found = em.evaluate(project(f"{TWO_FILES}\neverybody = true", goal, fore=rows(DAYS_BEFORE), efter=after))["mal"]
    assert (found.fulfilment.estimate.n, found.fulfilment.estimate.population) == (39, 40)
    assert "among-unknown" in [note.code for note in found.finding.outcome.notes]


def test_the_groups_of_a_list_of_everybody_are_counted_too(project):
    goal = 'measure = { kind = "share-within", source = "franvaro", highest = 10 }\ntarget = { at_least = 0.5 }'
    found = em.evaluate(project(f"{TWO_FILES}\neverybody = true", goal))["mal"]
    assert {str(group.estimate.evidence) for group in found.finding.outcome.groups} == {"census"}


def test_numbers_of_people_drawn_by_lot_are_not_those_of_everybody(project):
    goal = 'measure = { kind = "mean", source = "franvaro" }\ntarget = { at_most = 30 }'
    found = em.evaluate(project(f'{TWO_FILES}\nsampling = "random"', goal))["mal"]
    assert "drawn-resemble-answered" in [note.code for note in found.fulfilment.estimate.assumptions]


def test_a_wave_of_few_people_is_not_shown(project, tmp_path):
    folder = project(f'{TWO_FILES[:-2]}, mitt = "mitt.csv" }}', fore=rows(DAYS_BEFORE), efter=rows(DAYS_AFTER),
                     mitt=rows(DAYS_AFTER[:3], range(3)))  # fmt: skip
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    (folder / "plan.toml").write_text(plan.replace("efter = { label", 'mitt = { label = "Mitt" }\nefter = { label'))
    course = dict(em.evaluate(folder)["mal"].finding.outcome.over_time)
    assert course["Mitt"].value is None
    assert [note.code for note in course["Mitt"].notes] == ["too-few-answers"]
    assert course["Efter"].value is not None


def test_a_copy_of_the_other_wave_is_a_fault_for_measured_numbers_too(project):
    with pytest.raises(InputFaults) as raised:
        em.evaluate(project(TWO_FILES, fore=rows(DAYS_BEFORE), efter=rows(DAYS_BEFORE).replace(";", ",")))
    assert [(one.code, one.file, one.got) for one in raised.value.faults] == [
        ("waves-same-file", "efter.csv", "fore.csv")
    ]


def test_everybody_having_the_same_number_twice_is_no_copy(project):
    files = {"fore": rows([0] * 80), "efter": rows([0] * 80).replace(";", ",")}
    assert em.evaluate(project(f'{TWO_FILES}\ncode = "kod"', **files))["mal"].fulfilment.estimate.value == 0


def test_swapped_waves_are_a_fault_for_measured_numbers_too(project):
    def dated(days, month):
        head, *lines = rows(days).strip().split("\n")
        return "\n".join(
            [f"{head};dag", *(f"{line};2025-{month}-{place % 28 + 1:02}" for place, line in enumerate(lines))]
        )

    with pytest.raises(InputFaults) as raised:
        em.evaluate(project(f'{TWO_FILES}\nat = "dag"', fore=dated(DAYS_BEFORE, 11), efter=dated(DAYS_AFTER, 10)))
    (fault,) = raised.value.faults
    assert (fault.code, fault.file, fault.column) == ("waves-swapped", "fore.csv", "dag")
    assert "Före är enligt planen den tidigare mätningen" in str(fault)


def test_a_fault_names_the_column_as_the_file_does(tmp_path):
    """The plan calls it dagar in all waves; who mends the cell sees the file's heading."""
    (tmp_path / "plan.toml").write_text(
        '[project]\nname = "P"\n[waves]\nfore = { label = "Före" }\nefter = { label = "Efter" }\n'
        '[sources.tal]\nkind = "measurements"\nfiles = { fore = "fore.csv", efter = "efter.csv" }\ncode = "kod"\n'
        'number = "dagar"\ncolumns = { dagar = "Antal sjukdagar" }\npossible = [0, 30]\n'
        '[[goals]]\nid = "g"\ntitle = "G"\nmeasure = { kind = "mean-change", source = "tal" }\n'
        'target = { direction = "decrease" }\n',
        encoding="utf-8",
    )
    for name, last in (("fore", "x"), ("efter", "44")):
        rows = [f"k{one};{(one * len(name)) % 9}" for one in range(20)]
        (tmp_path / f"{name}.csv").write_text(
            "\n".join(["kod;Antal sjukdagar", *rows, f"k99;{last}"]), encoding="utf-8"
        )
    with pytest.raises(InputFaults) as raised:
        em.evaluate(tmp_path)
    faults = raised.value.faults
    assert {fault.code: fault.column for fault in faults} == dict.fromkeys(
        ("number-wrong", "number-not-possible"), "Antal sjukdagar"
    )
    assert {cell.column for fault in faults for cell in fault.cells} == {"Antal sjukdagar"}
