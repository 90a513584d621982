"""Several waves in one file: told apart by a column, by sheets or by columns; the numbers are the same."""

import numpy as np
import pandas as pd
import pyreadstat
import pytest

import effektmatt as em
from effektmatt.errors import InputFaults

PLAN = """
[project]
name = "Lugnare morgnar"

[analysis]
groups = ["enhet"]

[waves]
{waves}

[sources.enkat]
kind = "survey"
label = "Personalenkäten"
{source}

[scales.lugn]
label = "Lugn"
source = "enkat"
items = ["lugn_1", "lugn_2"]
answers = ["Aldrig", "Ibland", "Ofta", "Alltid"]

[[goals]]
id = "steg"
title = "Fler har det lugnare"
measure = {{ kind = "share-improved", scale = "lugn", improved = "step" }}
target = {{ at_least = 0.3 }}

[[goals]]
id = "poang"
title = "Lugnet ökar"
measure = {{ kind = "score-change", scale = "lugn", answers = "all" }}
target = {{ direction = "increase" }}
"""
BOTH = 'before = { label = "Före" }\nafter = { label = "Efter" }'
DATED = 'before = { label = "Före", to = 2025-05-31 }\nafter = { label = "Efter", from = 2025-06-01, to = 2025-12-31 }'
ANSWERS = ["Aldrig", "Ibland", "Ofta", "Alltid"]
ITEMS = ["lugn_1", "lugn_2"]
RANDOM = np.random.default_rng(5)


def wave(people, least, seed) -> pd.DataFrame:
    """Return one row for each person, with a code, a unit and two answers."""
    random = np.random.default_rng(seed)
    rows = [[f"k{one:03}", f"Enhet {'AB'[one % 2]}"] for one in people]
    frame = pd.DataFrame(rows, columns=["kod", "enhet"])
    for item in ITEMS:
        frame[item] = [ANSWERS[min(3, place)] for place in random.integers(0, 3, len(rows)) + least]
    return frame


BEFORE, AFTER = wave(range(70), 0, 1), wave(range(10, 80), 1, 2)
LONG = pd.concat([BEFORE.assign(tillfälle="Före"), AFTER.assign(tillfälle="Efter")], ignore_index=True)


def wide() -> pd.DataFrame:
    both = BEFORE.merge(AFTER, on=["kod", "enhet"], how="outer", suffixes=("_t1", "_t2"))
    return both.sample(frac=1, random_state=3, ignore_index=True)


def write(folder, source, waves=BOTH, **frames):
    (folder / "plan.toml").write_text(PLAN.format(source=source, waves=waves), encoding="utf-8")
    for name, frame in frames.items():
        frame.to_csv(folder / f"{name}.csv", index=False, sep=";")
    return folder


def numbers(evaluation):
    """Return what the goals rest on: values, intervals, sizes, verdicts."""
    found = [evaluation[goal].fulfilment for goal in ("steg", "poang")]
    return [
        (one.verdict, one.estimate.value, one.estimate.interval.low, one.estimate.interval.high, one.estimate.n)
        for one in found
    ]


@pytest.fixture(scope="module")
def apart(tmp_path_factory):
    """The same answers in a file for each wave: with codes, and without."""
    folder = tmp_path_factory.mktemp("apart")
    source = 'files = { before = "fore.csv", after = "efter.csv" }\n'
    return em.evaluate(write(folder, f'{source}code = "kod"', fore=BEFORE, efter=AFTER))


def accounts(evaluation):
    return [(one.wave, one.read, one.used, dict(one.left_out)) for one in evaluation.findings.sources[0].accounts]


def test_a_column_tells_the_waves_apart(tmp_path, apart):
    source = 'file = "svar.csv"\ncode = "kod"\nwave = "tillfälle"'
    found = em.evaluate(write(tmp_path, source, svar=LONG.sample(frac=1, random_state=1)))
    assert numbers(found) == numbers(apart)
    together = accounts(found)
    assert [(wave, read, used) for wave, read, used, _ in together] == [(None, 140, 140)]
    assert sum(read for _, read, _, _ in accounts(apart)) == 140
    assert [rate.answered for rate in found.findings.answer_rates] == [70, 70]
    assert len(found.findings.manifest.files) == 2  # the plan, and the file once


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"Före": "1", "Efter": "2"}, 'waves = { before = 1, after = "2" }'),
        ({"Före": "2024", "Efter": "2025"}, "waves = { before = 2024, after = 2025 }"),
        ({"Före": "BEFORE", "Efter": " after"}, ""),
        ({"Före": "Vid starten", "Efter": "Vid slutet"}, 'waves = { before = ["Vid starten"], after = "Vid slutet" }'),
    ],
)
def test_what_stands_in_the_column_is_what_the_plan_says(tmp_path, apart, cells, said):
    svar = LONG.assign(tillfälle=LONG["tillfälle"].map(cells))
    found = em.evaluate(write(tmp_path, f'file = "svar.csv"\ncode = "kod"\nwave = "tillfälle"\n{said}', svar=svar))
    assert numbers(found) == numbers(apart)


@pytest.mark.parametrize("answered", ["", 'answered = "inskickad"\n'])
def test_a_day_is_of_the_wave_that_has_it(tmp_path, apart, answered):
    days = ["2025-05-31 23:59" if one == "Före" else "2025-06-01 08:00" for one in LONG["tillfälle"]]
    source = f'file = "svar.csv"\ncode = "kod"\n{answered}wave = "inskickad"'
    svar = LONG.drop(columns="tillfälle").assign(inskickad=days)
    assert numbers(em.evaluate(write(tmp_path, source, DATED, svar=svar))) == numbers(apart)


def test_rows_of_another_wave_are_counted_and_said(tmp_path, apart):
    more = pd.concat([LONG, AFTER.assign(tillfälle="Provomgång").head(3)])
    source = 'file = "svar.csv"\ncode = "kod"\nwave = "tillfälle"'
    found = em.evaluate(write(tmp_path, source, svar=more))
    assert numbers(found) == numbers(apart)
    assert accounts(found) == [(None, 143, 140, {"outside-waves": 3})]
    (note,) = [one for one in found.findings.sources[0].notes if one.code == "rows-outside-waves"]
    assert dict(note.values) == {"file": "svar.csv", "column": "tillfälle", "n": 3}


def test_a_wave_without_rows_is_a_fault_that_shows_what_stands_there(tmp_path):
    source = 'file = "svar.csv"\ncode = "kod"\nwave = "tillfälle"'
    svar = LONG.replace({"tillfälle": {"Efter": "Eftr"}})
    with pytest.raises(InputFaults) as raised:
        em.evaluate(write(tmp_path, source, svar=svar))
    (fault,) = raised.value.faults
    assert (fault.code, fault.column, fault.got, fault.expected) == (
        "wave-without-rows", "tillfälle", "Efter", ("Eftr",),
    )  # fmt: skip


OVERLAPPING = """
before = { label = "Före", from = 2025-01-01, to = 2025-06-01 }
after = { label = "Efter", from = 2025-06-01, to = 2025-12-31 }
"""
ALIKE = """
before = { label = "Mätning" }
after = { label = "mätning" }
"""


@pytest.mark.parametrize(
    ("waves", "cells"),
    [
        (OVERLAPPING, {"Före": "2025-05-31", "Efter": "2025-06-02"}),
        (ALIKE, {"Före": "before", "Efter": "after"}),
    ],
)
def test_rows_that_two_waves_claim_are_a_fault_that_names_them(tmp_path, waves, cells):
    svar = LONG.replace({"tillfälle": cells})
    source = 'file = "svar.csv"\ncode = "kod"\nwave = "tillfälle"'
    assert em.evaluate(write(tmp_path, source, waves, svar=svar))
    claimed = "2025-06-01" if waves == OVERLAPPING else "Mätning"
    svar.loc[svar.index[[3, 4]], "tillfälle"] = claimed
    with pytest.raises(InputFaults) as raised:
        em.evaluate(write(tmp_path, source, waves, svar=svar))
    (fault,) = raised.value.faults
    assert (fault.code, fault.column, fault.row, fault.rows, fault.got) == ("wave-in-two", "tillfälle", 5, 2, claimed)
    assert dict(fault.details) == {"wave": "before", "other": "after", "where": "5–6"}
    assert f"”{claimed}” hör enligt planen till två mätningar: before och after" in fault.in_words("sv")


def test_a_wave_that_has_not_been_made_is_none(tmp_path):
    source = 'file = "svar.csv"\ncode = "kod"\nwave = "tillfälle"'
    found = em.evaluate(write(tmp_path, source, svar=LONG[LONG["tillfälle"] == "Före"]))
    alone = em.evaluate(write(tmp_path, 'files = { before = "fore.csv" }\ncode = "kod"', fore=BEFORE))
    assert [one.verdict for one in found] == [one.verdict for one in alone]
    assert accounts(found) == [(None, 70, 70, {})]


def test_rows_that_say_no_wave_are_a_fault_whose_advice_works(tmp_path):
    svar = LONG.assign(tillfälle=[None, None, None, "Före", None, *LONG["tillfälle"][5:]])
    source = 'file = "svar.csv"\ncode = "kod"\nwave = "tillfälle"\n'
    with pytest.raises(InputFaults) as raised:
        em.evaluate(write(tmp_path, source, svar=svar))
    (fault,) = raised.value.faults
    assert (fault.code, fault.column, [cell.key for cell in fault.cells]) == (
        "wave-missing", "tillfälle", ["k000", "k001", "k002", "k004"],
    )  # fmt: skip
    assert 'skip_rows = ["2-4", 6]' in fault.in_words("sv")
    found = em.evaluate(write(tmp_path, f'{source}skip_rows = ["2-4", 6]', svar=svar))
    assert accounts(found) == [(None, 140, 136, {"skipped": 4})]


def test_two_answers_of_one_person_in_a_wave_are_one(tmp_path, apart):
    days = {"Före": "2025-05-01", "Efter": "2025-06-01"}
    svar = LONG.assign(dag=LONG["tillfälle"].map(days))
    earlier = AFTER.head(2).assign(tillfälle="Efter", dag="2025-05-20", lugn_1="Aldrig")
    source = 'file = "svar.csv"\ncode = "kod"\nanswered = "dag"\nwave = "tillfälle"'
    found = em.evaluate(write(tmp_path, source, svar=pd.concat([earlier, svar])))
    assert numbers(found) == numbers(apart)
    assert accounts(found) == [(None, 142, 140, {"repeated": 2})]


def test_days_are_read_by_all_rows_of_the_file(tmp_path, apart):
    """No day of the first wave tells whether day or month comes first; one of the second does."""
    days = {"Före": "01/02/2025", "Efter": "28/06/2025"}
    svar = LONG.assign(dag=LONG["tillfälle"].map(days))
    source = 'file = "svar.csv"\ncode = "kod"\nanswered = "dag"\nwave = "tillfälle"'
    assert numbers(em.evaluate(write(tmp_path, source, svar=svar))) == numbers(apart)


def workbook(folder, name="svar.xlsx", **sheets):
    with pd.ExcelWriter(folder / name) as writer:
        for sheet, frame in sheets.items():
            frame.to_excel(writer, sheet_name=sheet, index=False)


def test_a_workbook_has_a_sheet_for_each_wave(tmp_path, apart):
    workbook(tmp_path, Före=BEFORE, Efter=AFTER, Anteckningar=pd.DataFrame({"Att göra": ["Ring", "Skriv"]}))
    source = 'file = "svar.xlsx"\nsheet = { before = "Före", after = "Efter" }\ncode = "kod"'
    found = em.evaluate(write(tmp_path, source))
    assert numbers(found) == numbers(apart)
    assert accounts(found) == accounts(apart)


def test_a_fault_says_in_which_sheet_it_stands(tmp_path):
    wrong = AFTER.assign(lugn_1=["Kanske", *AFTER["lugn_1"][1:]])
    workbook(tmp_path, Före=BEFORE, Efter=wrong)
    source = 'file = "svar.xlsx"\nsheet = { before = "Före", after = "Efter" }\ncode = "kod"'
    with pytest.raises(InputFaults) as raised:
        em.evaluate(write(tmp_path, source))
    assert [(fault.sheet, fault.row, fault.got) for fault in raised.value.faults] == [("Efter", 2, "Kanske")]
    assert [cell.key for fault in raised.value.faults for cell in fault.cells] == ["k010"]


def test_the_same_sheet_twice_is_a_fault(tmp_path):
    workbook(tmp_path, Före=BEFORE, Efter=AFTER)
    with pytest.raises(InputFaults) as raised:
        em.evaluate(write(tmp_path, 'file = "svar.xlsx"\nsheet = { before = "Före", after = "Före" }'))
    assert [fault.code for fault in raised.value.faults] == ["waves-same-file"]


def test_a_copied_sheet_under_another_name_is_a_fault(tmp_path):
    workbook(tmp_path, Före=BEFORE, Efter=BEFORE)
    with pytest.raises(InputFaults) as raised:
        em.evaluate(write(tmp_path, 'file = "svar.xlsx"\nsheet = { before = "Före", after = "Efter" }\ncode = "kod"'))
    found = [(fault.code, fault.file, fault.got) for fault in raised.value.faults]
    assert found == [("waves-same-file", "svar.xlsx, Efter", "svar.xlsx, Före")]


COLUMNS = "[sources.enkat.columns]\n" + "\n".join(
    f'{item} = {{ before = "{item}_t1", after = "{item}_t2" }}' for item in ITEMS
)


@pytest.mark.parametrize("code", ['code = "kod"\n', ""])
@pytest.mark.parametrize("file", ["panel.csv", "panel.xlsx", "panel.sav"])
def test_a_panel_has_columns_for_each_wave_and_a_row_for_each_person(tmp_path, apart, code, file):
    panel = wide()
    if file == "panel.sav":
        places = {one: place for place, one in enumerate(ANSWERS, start=1)}
        names = [f"{item}_{wave}" for item in ITEMS for wave in ("t1", "t2")]
        coded = panel.assign(**{name: panel[name].map(places) for name in names})
        labels = {name: {place: one for one, place in places.items()} for name in names}
        pyreadstat.write_sav(coded, tmp_path / file, variable_value_labels=labels)
    elif file == "panel.xlsx":
        panel.to_excel(tmp_path / file, index=False)
    else:
        panel.to_csv(tmp_path / file, index=False, sep=";")
    found = em.evaluate(write(tmp_path, f'file = "{file}"\n{code}{COLUMNS}'))
    assert numbers(found) == numbers(apart)
    assert accounts(found) == [("before", 80, 70, {"no-answer": 10}), ("after", 80, 70, {"no-answer": 10})]
    assert ("linked-by-row" in [note.code for note in found.findings.sources[0].notes]) == (not code)


def test_a_question_read_from_one_column_in_both_waves_is_a_fault(tmp_path):
    columns = COLUMNS.replace("lugn_2_t1", "lugn_2_t2")
    with pytest.raises(InputFaults) as raised:
        em.evaluate(write(tmp_path, f'file = "panel.csv"\n{columns}', panel=wide()))
    assert [(fault.code, fault.column) for fault in raised.value.faults] == [("waves-same-column", "lugn_2_t2")]


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ('file = "svar.csv"\nwave = "tillfälle"\nwaves = { fore = "1" }', ("plan-unknown-name", "waves.fore")),
        ('file = "svar.csv"\nwaves = { before = "1" }', ("plan-missing-key", "wave")),
        (
            'file = "svar.csv"\nwave = "tillfälle"\nwaves = { before = ["1", "2"], after = ["2", "3"] }',
            ("plan-wave-value-twice", "waves.after"),
        ),
        ('files = { before = "svar.csv" }\nwave = "tillfälle"', ("plan-waves-twice", "wave")),
        ('file = "svar.csv"\nsheet = { fore = "Före" }', ("plan-unknown-name", "sheet.fore")),
        ('file = "svar.csv"\ncolumns = { lugn_1 = { fore = "a" } }', ("plan-unknown-name", "columns.lugn_1.fore")),
    ],
)
def test_what_the_plan_cannot_mean_is_a_fault(tmp_path, source, told):
    with pytest.raises(InputFaults) as raised:
        em.evaluate(write(tmp_path, source, svar=LONG))
    code, key = told
    assert (code, f"sources.enkat.{key}") in [(fault.code, fault.key) for fault in raised.value.faults]


def test_three_waves_stand_in_one_file(tmp_path):
    later = wave(range(30, 90), 1, 9)
    files = {"fore": BEFORE, "efter": AFTER, "sen": later}
    waves = f'{BOTH}\nfollowup = {{ label = "Uppföljning" }}'
    (tmp_path / "apart").mkdir()
    source = 'files = { before = "fore.csv", after = "efter.csv", followup = "sen.csv" }\ncode = "kod"'
    three = em.evaluate(write(tmp_path / "apart", source, waves, **files))
    svar = pd.concat([LONG, later.assign(tillfälle="Uppföljning")])
    found = em.evaluate(write(tmp_path, 'file = "svar.csv"\ncode = "kod"\nwave = "tillfälle"', waves, svar=svar))
    assert numbers(found) == numbers(three)
    assert found["poang"].finding.outcome.over_time == three["poang"].finding.outcome.over_time


def test_the_waves_of_a_panel_may_be_numbers(tmp_path):
    days = pd.DataFrame({"fore": RANDOM.poisson(12, 60), "efter": RANDOM.poisson(9, 60)})
    plan = """
[project]
name = "Friskare"
[waves]
before = { label = "Före" }
after = { label = "Efter" }
[sources.dagar]
kind = "measurements"
file = "dagar.csv"
number = "dagar"
columns = { dagar = { before = "fore", after = "efter" } }
[[goals]]
id = "mal"
title = "Färre dagar"
measure = { kind = "mean-change", source = "dagar" }
target = { direction = "decrease" }
"""
    (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
    days.to_csv(tmp_path / "dagar.csv", index=False, sep=";")
    found = em.evaluate(tmp_path)["mal"].fulfilment.estimate
    assert (found.method, found.value) == ("t-paired", pytest.approx((days["efter"] - days["fore"]).mean()))
