"""`new` sees waves that stand in one file, and writes a plan with the numbers that divided files give."""

import sqlite3
import tomllib

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from effektmatt.cli import main
from effektmatt.evaluation import evaluate

ANSWERS = ["Stämmer inte alls", "Stämmer ganska dåligt", "Stämmer ganska bra", "Stämmer helt"]
ITEMS = ["mod_1", "mod_2", "mod_3"]
GOALS = """
[[goals]]
id = "steg"
title = "Fler har mod"
measure = {{ kind = "share-improved", scale = "{scale}", improved = "step" }}
target = {{ at_least = 0.3 }}

[[goals]]
id = "poang"
title = "Modet ökar"
measure = {{ kind = "score-change", scale = "{scale}", answers = "all" }}
target = {{ direction = "increase" }}
"""


def wave(people, more, seed) -> pd.DataFrame:
    random = np.random.default_rng(seed)
    rows = [[f"{chr(97 + one % 23)}k{one * 37 % 97:02}", "Kvinna" if one % 3 else "Man"] for one in people]
    frame = pd.DataFrame(rows, columns=["kod", "kön"])
    for item in ITEMS:
        frame[item] = [ANSWERS[place] for place in random.integers(0, 3, len(rows)) + more]
    return frame


BEFORE, AFTER = wave(range(60), 0, 1), wave(range(8, 68), 1, 2)
SHUFFLED = {"frac": 1, "random_state": 4, "ignore_index": True}


def long(before="Före", after="Efter", column="Mättillfälle") -> pd.DataFrame:
    return pd.concat([BEFORE.assign(**{column: before}), AFTER.assign(**{column: after})]).sample(**SHUFFLED)


def wide(first="_T1", last="_T2") -> pd.DataFrame:
    return BEFORE.merge(AFTER, on=["kod", "kön"], how="outer", suffixes=(first, last)).sample(**SHUFFLED)


def written(folder, file, frame) -> None:
    """Write a table as its name ends; SPSS with codes and labels."""
    path = folder / file
    if path.suffix == ".xlsx":
        frame.to_excel(path, index=False)
    elif path.suffix == ".parquet":
        frame.to_parquet(path)
    elif path.suffix == ".sqlite":
        with sqlite3.connect(path) as database:
            frame.to_sql("svar", database, index=False)
    elif path.suffix == ".sav":
        places = {answer: place for place, answer in enumerate(ANSWERS, start=1)}
        asked = [column for column in frame if column.startswith("mod")]
        coded = frame.assign(**{column: frame[column].map(places) for column in asked})
        labels = {column: {place: answer for answer, place in places.items()} for column in asked}
        pyreadstat.write_sav(coded, path, variable_value_labels=labels)
    else:
        frame.to_csv(path, index=False, sep=";")


def drafted(folder, capsys) -> dict:
    assert main(["new", str(folder)]) == 0
    capsys.readouterr()
    return tomllib.loads((folder / "plan.toml").read_text(encoding="utf-8"))


def numbers(folder):
    """Return what two goals rest on, when they are written last in the plan."""
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    (scale,) = tomllib.loads(plan)["scales"]
    (folder / "plan.toml").write_text(f"{plan}\n{GOALS.format(scale=scale)}", encoding="utf-8")
    evaluation = evaluate(folder)
    accounts = evaluation.findings.sources[0].accounts
    assert all(one.read == one.used + sum(one.left_out.values()) for one in accounts)
    found = [evaluation[goal].fulfilment for goal in ("steg", "poang")]
    return [
        (one.verdict, one.estimate.value, one.estimate.interval.low, one.estimate.interval.high, one.estimate.n)
        for one in found
    ]


@pytest.fixture(scope="module")
def apart(tmp_path_factory):
    """What the same answers say in a file for each wave."""
    folder = tmp_path_factory.mktemp("apart")
    written(folder, "enkät före.csv", BEFORE)
    written(folder, "enkät efter.csv", AFTER)
    assert main(["new", str(folder)]) == 0
    return numbers(folder)


@pytest.mark.parametrize("file", ["svar.csv", "svar.xlsx", "svar.sav", "svar.parquet", "svar.sqlite"])
def test_a_column_of_waves_is_seen_in_every_format(tmp_path, capsys, apart, file):
    written(tmp_path, file, long())
    plan = drafted(tmp_path, capsys)
    (source,) = plan["sources"].values()
    assert (source["wave"], source["waves"], source["code"]) == (
        "Mättillfälle", {"before": "Före", "after": "Efter"}, "kod",
    )  # fmt: skip
    assert numbers(tmp_path) == apart


@pytest.mark.parametrize(
    ("before", "after", "column", "names"),
    [
        ("1", "2", "wave", ["t1", "t2"]),
        ("2024", "2025", "År", ["y2024", "y2025"]),
        ("pre", "post", "survey", ["before", "after"]),
        ("vt24", "ht24", "termin", ["var_2024", "host_2024"]),
        ("1", "2", "Vilken gång svarar du?", ["t1", "t2"]),
        ("Kursstart", "Sista dagen", "Tidpunkt", ["before", "after"]),
    ],
)
def test_waves_are_seen_by_their_words_or_by_people_who_come_again(tmp_path, capsys, before, after, column, names):
    written(tmp_path, "svar.csv", long(before, after, column))
    plan = drafted(tmp_path, capsys)
    (source,) = plan["sources"].values()
    assert (source["wave"], list(source["waves"]), list(plan["waves"])) == (column, names, names)
    assert set(source["waves"].values()) == {before, after}


def test_sheets_are_seen_and_a_sheet_of_notes_is_not_read_as_one(tmp_path, capsys, apart):
    notes = pd.DataFrame({"Anteckning": ["Enkäten skickades i mars", "En påminnelse"], "Vem": ["AK", "BL"]})
    with pd.ExcelWriter(tmp_path / "personal.xlsx") as writer:
        for sheet, frame in {"Efter": AFTER, "Före": BEFORE, "Att göra": notes}.items():
            frame.to_excel(writer, sheet_name=sheet, index=False)
    plan = drafted(tmp_path, capsys)
    (source,) = plan["sources"].values()
    assert (source["file"], source["sheet"]) == ("personal.xlsx", {"before": "Före", "after": "Efter"})
    assert numbers(tmp_path) == apart


@pytest.mark.parametrize("file", ["panel.csv", "panel.xlsx", "panel.sav"])
@pytest.mark.parametrize("marks", [("_T1", "_T2"), (" före", " efter"), ("_pre", "_post")])
def test_a_panel_is_seen_by_the_ends_of_its_headings(tmp_path, capsys, apart, file, marks):
    if file.endswith(".sav"):
        marks = tuple(mark.replace(" ", "_") for mark in marks)
    written(tmp_path, file, wide(*marks))
    (source,) = drafted(tmp_path, capsys)["sources"].values()
    assert [[*called.values()] for called in source["columns"].values()] == [
        [f"{item}{mark}" for mark in marks] for item in ITEMS
    ]
    assert numbers(tmp_path) == apart


def test_a_panel_without_a_code_is_compared_row_by_row(tmp_path, capsys, apart):
    written(tmp_path, "panel.csv", wide().drop(columns="kod"))
    assert "code" not in next(iter(drafted(tmp_path, capsys)["sources"].values()))
    assert numbers(tmp_path) == apart


def test_the_same_people_at_another_time_are_another_wave(tmp_path, capsys, apart):
    days = {"Före": "2025-02-03", "Efter": "2025-05-12"}
    svar = long().assign(inskickad=lambda one: one["Mättillfälle"].map(days)).drop(columns="Mättillfälle")
    written(tmp_path, "svar.csv", svar)
    plan = drafted(tmp_path, capsys)
    (source,) = plan["sources"].values()
    assert (source["wave"], [str(one["from"]) for one in plan["waves"].values()]) == ("inskickad", [*days.values()])
    assert numbers(tmp_path) == apart


def test_a_column_that_may_be_the_wave_is_a_question_and_not_pooled_in_silence(tmp_path, capsys):
    svar = long("Omgång blå", "Omgång röd").drop(columns="kod")
    written(tmp_path, "svar.csv", svar)
    assert main(["new", str(tmp_path)]) == 0
    assert "kolumnen Mättillfälle kan vara mätningen" in capsys.readouterr().out
    text = (tmp_path / "plan.toml").read_text(encoding="utf-8")
    assert '# wave = "Mättillfälle"' in text
    answered = "\n".join(
        line.removeprefix("# ") if line.startswith(('# wave = "M', "# waves = { t1")) else line
        for line in text.splitlines()
    ).replace("[sources.svar]", '[waves]\nt1 = { label = "Första" }\nt2 = { label = "Andra" }\n\n[sources.svar]')
    (tmp_path / "plan.toml").write_text(answered, encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 0
    assert "Första (60) · Andra (60)" in capsys.readouterr().out


def test_questions_with_numbers_are_no_panel(tmp_path, capsys):
    random = np.random.default_rng(3)
    columns = ["mod_1", "mod_2", "ro_1", "ro_2", "ro_3", "lust_1", "lust_2"]
    written(tmp_path, "svar.csv", pd.DataFrame({name: random.choice(ANSWERS, 50) for name in columns}))
    (source,) = drafted(tmp_path, capsys)["sources"].values()
    assert "columns" not in source
    assert "wave" not in source


def test_columns_without_a_mark_are_the_first_time(tmp_path, capsys, apart):
    written(tmp_path, "panel.csv", wide("", "_efter"))
    (source,) = drafted(tmp_path, capsys)["sources"].values()
    assert source["columns"]["mod_1"] == {"before": "mod_1", "after": "mod_1_efter"}
    assert numbers(tmp_path) == apart


@pytest.mark.parametrize(
    ("column", "values"), [("Anställd", ("Före 2020", "Efter 2020")), ("Tillfälle", ("Möte A", "Möte B"))]
)
def test_groups_of_people_who_stand_there_once_are_a_question_at_most(tmp_path, capsys, column, values):
    written(tmp_path, "svar.csv", BEFORE.assign(**{column: [values[place % 2] for place in range(len(BEFORE))]}))
    (source,) = drafted(tmp_path, capsys)["sources"].values()
    assert "wave" not in source
    assert f'# wave = "{column}"' in (tmp_path / "plan.toml").read_text(encoding="utf-8")


def test_a_list_of_who_came_to_each_meeting_has_no_waves(tmp_path, capsys):
    came = [[f"d{one:03}x", meeting, 2] for one in range(30) for meeting in range(1, 5) if (one + meeting) % 3]
    written(tmp_path, "narvaro.csv", pd.DataFrame(came, columns=["Deltagare", "Tillfälle", "Timmar"]))
    plan = drafted(tmp_path, capsys)
    assert not any("wave" in source for source in plan.get("sources", {}).values() if source["kind"] != "index")


def test_people_who_come_again_are_never_units_of_published_values(tmp_path, capsys):
    random = np.random.default_rng(5)
    people = [f"P{1000 + 7 * one}" for one in range(66)]
    frame = pd.DataFrame({"individ": np.repeat(people, 2), "år": [2023, 2024] * 66})
    frame["timmar"] = random.uniform(0, 40, 132).round(1)
    written(tmp_path, "panel.csv", frame)
    plan = drafted(tmp_path, capsys)
    assert [source["kind"] for source in plan["sources"].values()] != ["index"]
    assert main(["goals", str(tmp_path)]) == 0
    assert not any(person in capsys.readouterr().out for person in people)


@pytest.mark.parametrize("once", ["after", "before"])
def test_a_question_asked_once_is_a_scale_of_its_own_that_the_other_wave_does_not_have(tmp_path, capsys, once):
    """What only one wave was asked is read there, and the other questions give what they give without it."""
    frames = {"before": BEFORE, "after": AFTER}
    for name, frame in frames.items():
        written(tmp_path, f"svar {name}.csv", frame)
    without = drafted(tmp_path, capsys)
    (tmp_path / "plan.toml").unlink()
    asked = frames[once].assign(
        mod_4=[ANSWERS[place % 4] for place in range(60)], antal_kurser=[place % 7 for place in range(60)]
    )
    written(tmp_path, f"svar {once}.csv", asked)
    plan = drafted(tmp_path, capsys)
    (source,) = plan["sources"].values()
    other = "before" if once == "after" else "after"
    assert source["columns"] == {name: {other: "", once: name} for name in ("mod_4", "antal_kurser")}
    assert source["types"] == {"antal_kurser": "number"}
    assert [list(scale["items"]) for scale in plan["scales"].values()] == [ITEMS, ["mod_4"]]
    assert next(iter(plan["scales"].values())) == next(iter(without["scales"].values()))
    assert main(["check", str(tmp_path), "-q"]) == 0
    (scale,) = (name for name, one in plan["scales"].items() if "mod_4" in one["items"])
    goal = f'{{ kind = "share", scale = "{scale}", top = 2, wave = "{once}" }}'
    text = f'[[goals]]\nid = "en"\ntitle = "En"\nmeasure = {goal}\ntarget = {{ at_least = 0.4 }}\n'
    with (tmp_path / "plan.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n{text}")
    estimate = evaluate(tmp_path)["en"].fulfilment.estimate
    assert (estimate.value, estimate.n) == (0.5, 60)


def test_a_question_of_a_panel_that_was_asked_once_is_read_in_its_wave(tmp_path, capsys):
    written(tmp_path, "panel.csv", wide().assign(lugn_T2=[ANSWERS[place % 4] for place in range(68)]))
    plan = drafted(tmp_path, capsys)
    (source,) = plan["sources"].values()
    assert source["columns"]["lugn_T2"] == {"t1": "", "t2": "lugn_T2"}
    assert main(["check", str(tmp_path), "-q"]) == 0
    assert ["lugn_T2"] in [list(scale["items"]) for scale in plan["scales"].values()]


def test_rows_that_say_no_wave_are_left_out_as_a_marked_guess(tmp_path, capsys):
    frame = long()
    frame.loc[[3, 4, 5, 90], "Mättillfälle"] = None
    written(tmp_path, "svar.csv", frame)
    (source,) = drafted(tmp_path, capsys)["sources"].values()
    assert source["skip_rows"] == ["5-7", 92]
    assert main(["check", str(tmp_path)]) == 0
    assert "4 rader" in capsys.readouterr().out


def test_what_is_to_know_of_several_goals_is_said_once(tmp_path, capsys):
    written(tmp_path, "svar.csv", long())
    drafted(tmp_path, capsys)
    numbers(tmp_path)
    assert main(["check", str(tmp_path)]) == 0
    told = [line for line in capsys.readouterr().out.splitlines() if "hänger inte ihop" in line]
    assert len(told) == 1
    assert told[0].startswith("- Målen steg och poang: Frågorna i ")
