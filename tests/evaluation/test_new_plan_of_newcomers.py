"""What newcomers' own exports hold that no sample does: `new` reads it, or says that it does not."""

import json
import re
import tomllib
from itertools import cycle
from math import prod

import pandas as pd
import pytest

from effektmatt.cli import main
from effektmatt.errors import InputFaults
from effektmatt.evaluation import evaluate


def drafted(folder, capsys):
    assert main(["new", str(folder)]) == 0
    capsys.readouterr()
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    assert main(["check", str(folder), "-q"]) == 0, capsys.readouterr().out
    return tomllib.loads(text), text


def answered(people=40, **questions):
    """Return answers to questions as Forms writes them; each question goes through its answers over and over."""
    start = pd.Timestamp("2024-05-06 09:00")
    frame = pd.DataFrame({"ID": range(1, people + 1)})
    frame["Starttid"] = [start + pd.Timedelta(minutes=7 * one) for one in range(people)]
    frame["Slutförandetid"] = frame["Starttid"] + pd.Timedelta(minutes=5)
    for place, (question, answers) in enumerate(questions.items()):
        turn = cycle(answers[place:] + answers[:place])
        frame[question] = [next(turn) for _ in range(people)]
    return frame


def test_answers_with_words_before_them_or_between_underscores_are_in_order(tmp_path, capsys):
    grade = ["Instämmer inte alls", "Instämmer i liten grad", "Instämmer i hög grad", "Instämmer helt"]
    safe = ["mycket_otrygg", "ganska_otrygg", "ganska_trygg", "mycket_trygg"]
    answered(**{"Jag får stöd": grade, "Hur trygg är du?": safe}).to_csv(tmp_path / "svar.csv", index=False)
    plan, _ = drafted(tmp_path, capsys)
    assert [scale["answers"] for scale in plan["scales"].values()] == [grade, safe]


def test_columns_that_the_plan_does_not_read_are_named(tmp_path, capsys):
    own = {"Jag trivs": ["Stämmer inte alls", "Stämmer helt"], "Val": ["Blå vägen", "Gröna stigen", "Röda leden"]}
    answered(**own, Kontor=["Norr", "Söder"]).to_csv(tmp_path / "svar.csv", index=False)
    plan, text = drafted(tmp_path, capsys)
    assert plan["analysis"]["groups"] == ["Kontor"]
    (line,) = [line for line in text.splitlines() if "inte nämner" in line]
    assert "”Val”" in line
    assert not any(name in line for name in ("Kontor", "trivs", "Starttid", "ID"))


def test_no_group_is_proposed_that_is_not_there(tmp_path, capsys):
    answered(**{"Jag trivs": ["Stämmer inte alls", "Stämmer helt"]}).to_csv(tmp_path / "svar.csv", index=False)
    _, text = drafted(tmp_path, capsys)
    assert "groups" not in text


def test_a_table_of_one_indicator_with_codes_is_published_values_and_its_goal_says_of_whom(tmp_path, capsys):
    rows = [
        ("N00945", "God hälsa, andel (%)", code, name, sex, *(60 + place + year for year in range(4)))
        for place, (code, name) in enumerate((("0114", "Upplands Väsby"), ("1480", "Göteborg")))
        for sex in ("Kvinnor", "Män", "Totalt")
    ]
    columns = ["Nyckeltalskod", "Nyckeltal", "Kommunkod", "Kommun", "Kön", "2020", "2021", "2022", "2023"]
    pd.DataFrame(rows, columns=columns).to_csv(tmp_path / "kolada.csv", index=False, sep=";")
    plan, text = drafted(tmp_path, capsys)
    assert [source["kind"] for source in plan["sources"].values()] == ["index"]
    written = tmp_path / "plan.toml"
    example = text[text.index("# [[goals]]") : text.index("# ----", text.index("# [[goals]]"))]
    assert 'index = "Totalt", unit = "Upplands Väsby"' in example
    assert "(Totalt, Upplands Väsby)" in example
    written.write_text(text.replace(example, re.sub(r"(?m)^# ", "", example)), encoding="utf-8")
    assert [str(goal.fulfilment.verdict) for goal in evaluate(tmp_path).findings.goals] == ["likely-met"]


def test_the_table_of_goals_says_which_unit_a_value_is_of(tmp_path, capsys):
    rows = [(name, year, value) for name, change in (("Ale", 1), ("Orust", -2), ("Tjörn", 3)) for year, value in
            ((2022, 50), (2023, 50 + change))]  # fmt: skip
    pd.DataFrame(rows, columns=["Kommun", "År", "Värde"]).to_csv(tmp_path / "varden.csv", index=False, sep=";")
    (tmp_path / "plan.toml").write_text(
        """
[project]
name = "Tre kommuner"
[sources.varden]
kind = "index"
file = "varden.csv"
unit = "Kommun"
wave = "År"
value = "Värde"
counted = true
[[goals]]
id = "upp"
title = "Alla ska stiga"
measure = { kind = "index-change", source = "varden" }
target = { direction = "increase" }
""",
        encoding="utf-8",
    )
    assert main(["goals", str(tmp_path)]) == 0
    row = next(line for line in capsys.readouterr().out.splitlines() if line.startswith(" Alla ska stiga"))
    assert "lägst: −2 (Orust)" in row


DAYS = """
[project]
name = "Sjukdagar"
[waves]
before = { label = "Före" }
after = { label = "Efter" }
[sources.dagar]
kind = "measurements"
files = { before = "fore.csv", after = "efter.csv" }
number = "dagar"
[[goals]]
id = "farre"
title = "Färre dagar"
measure = { kind = "mean-change", source = "dagar" }
target = { direction = "decrease" }
"""


@pytest.mark.parametrize(("more", "said"), [(2, "en skillnad på 2"), (60, "en ökning med 60")])
def test_a_mean_that_may_have_changed_by_chance_is_not_called_the_same(tmp_path, capsys, more, said):
    for name, by in (("fore", 0), ("efter", more)):
        rows = [str(value + by) for value in (0, 5, 10, 15, 20) * 8]
        (tmp_path / f"{name}.csv").write_text("\n".join(["dagar", *rows]), encoding="utf-8")
    (tmp_path / "plan.toml").write_text(DAYS, encoding="utf-8")
    assert main(["goals", str(tmp_path)]) == 0
    assert said in capsys.readouterr().out


@pytest.mark.parametrize("place", ["goals[1]", "goals[1].all_of[1]"])
def test_whom_a_goal_concerns_is_not_everybody_because_a_condition_was_left_empty(tmp_path, place):
    plan = DAYS.replace("target =", "among = {}\ntarget =")
    if "all_of" in place:
        measure = plan[plan.index("measure =") :].replace("\n", ", ").strip(", ")
        plan = plan[: plan.index("measure =")] + f'all_of = [{{ title = "Dagar", {measure} }}]\n'
    (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
    for name, last in (("fore", 3), ("efter", 4)):
        (tmp_path / f"{name}.csv").write_text(f"dagar\n1\n2\n{last}\n", encoding="utf-8")
    with pytest.raises(InputFaults) as caught:
        evaluate(tmp_path)
    assert [(fault.code, fault.key) for fault in caught.value.faults] == [("plan-empty", f"{place}.among")]


def published(folder, periods, kinds=("män", "kvinnor", "totalt")):
    """Write statistics of two towns, by kind and period, as PxWeb hands them out."""
    sides = {"Region": ["Norrköping", "Linköping"], "Kön": list(kinds), "Tid": periods}
    told = {
        name: {
            "label": name.lower(),
            "category": {
                "index": list(map(str, range(len(words)))),
                "label": {str(place): word for place, word in enumerate(words)},
            },
        }
        for name, words in sides.items()
    }
    told["Tid"]["category"] = {"index": periods, "label": dict(zip(periods, periods, strict=True))}
    size = [len(words) for words in sides.values()]
    cells = {
        "version": "2.0",
        "class": "dataset",
        "label": "Andel, procent",
        "id": list(sides),
        "size": size,
        "dimension": told,
        "value": [float(number % 7) for number in range(prod(size))],
        "role": {"time": ["Tid"]},
    }
    (folder / "tabell.json").write_text(json.dumps(cells), encoding="utf-8")


@pytest.mark.parametrize(
    ("periods", "kind", "only"),
    [
        ([f"2024M{month:02}" for month in range(1, 10)], "series", {"kön": "totalt"}),
        ([f"2024M{month:02}" for month in range(1, 5)], "index", None),
        ([str(year) for year in range(2018, 2024)], "index", None),
    ],
)
def test_statistics_are_never_a_list_of_things_however_they_are_split(tmp_path, capsys, periods, kind, only):
    published(tmp_path, periods)
    plan, _ = drafted(tmp_path, capsys)
    (source,) = plan["sources"].values()
    assert (source["kind"], source.get("only"), source["unit"]) == (kind, only, "region")
    assert main(["goals", str(tmp_path), "-q"]) == 0


def test_years_beside_three_columns_that_are_crossed_are_statistics(tmp_path, capsys):
    numbers = ["Elever i årskurs 9 som är behöriga till gymnasieskolan, andel (%)", "Ungdomar som studerar, andel (%)"]
    rows = [
        f"{number};{town};{kind};{';'.join(str(70 + year + len(town)) for year in range(6))}"
        for number in numbers
        for town in ("Malmö", "Lund", "Riket")
        for kind in ("Kvinnor", "Män", "Totalt")
    ]
    head = "Nyckeltal;Område;Kön;2019;2020;2021;2022;2023;2024"
    (tmp_path / "Kolada.csv").write_text("\n".join([head, *rows]).replace("70", "-", 1) + "\n", encoding="utf-8")
    plan, _ = drafted(tmp_path, capsys)
    (source,) = plan["sources"].values()
    assert (source["kind"], source["index"], source["unit"]) == ("index", "Nyckeltal", "Område")
    assert source["only"] == {"Kön": "Totalt"}


def test_an_answer_with_a_comma_is_one_answer(tmp_path, capsys):
    answers = ["Ja, absolut", "Ja, till viss del", "Nej", "Ja, absolut"]
    rows = [f"{number};2025-02-11;{answers[number % 4]}" for number in range(1, 41)]
    (tmp_path / "kurs.csv").write_text("\n".join(["Löpnr;Svarsdatum;Användbart?", *rows]), encoding="utf-8")
    plan, _ = drafted(tmp_path, capsys)
    (source,), (scale,) = plan["sources"].values(), plan["scales"].values()
    assert "multiple" not in source
    assert scale["answers"] == ["Nej", "Ja, till viss del", "Ja, absolut"]


@pytest.mark.parametrize(("number", "possible"), [("Sjukdagar", [0, 365]), ("Andel, %", [0, 100]), ("Poäng", None)])
def test_what_numbers_cannot_tell_of_themselves_is_asked_in_the_plan(tmp_path, capsys, number, possible):
    for year in (2023, 2024):
        rows = [f"P{300 + 7 * one};{(one * year) % 41}" for one in range(60)]
        (tmp_path / f"lista {year}.csv").write_text("\n".join([f"anst;{number}", *rows]), encoding="utf-8")
    plan, text = drafted(tmp_path, capsys)
    assert "everybody" not in next(iter(plan["sources"].values()))
    kept = re.sub(r"^# (everybody|possible)", r"\1", text, flags=re.MULTILINE)
    (source,) = tomllib.loads(kept)["sources"].values()
    assert (source["everybody"], source.get("possible")) == (True, possible)
    (tmp_path / "plan.toml").write_text(kept, encoding="utf-8")
    assert main(["check", str(tmp_path), "-q"]) == 0
