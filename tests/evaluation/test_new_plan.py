"""`new` in a folder with files writes a plan that runs, and finds what is in them."""

import csv
import json
import random
import re
import shutil
import tomllib
from pathlib import Path

import pandas as pd
import pyreadstat
import pytest

import effektmatt as em
from effektmatt.cli import main
from effektmatt.data.folders import tables_in
from effektmatt.data.values import folded
from effektmatt.errors import InputFaults
from effektmatt.evaluation import evaluate
from effektmatt.evaluation.new_plan import plan_from_files
from effektmatt.wording import words
from effektmatt.wording.sentences import design_sentence

SAMPLES = sorted(plan.parent for plan in Path("data/sample").glob("*/plan.toml"))
DATA = (".csv", ".xlsx")
#: Keys that say who or which one: what must be found of each file.
KEYS = ("key", "code", "person", "user", "unit", "post", "activity", "visitor", "wave")
#: So much of all files must be found right.
ENOUGH = 0.9


def data_of(sample, folder):
    for file in sorted(sample.iterdir()):
        if file.suffix in DATA:
            shutil.copyfile(file, folder / file.name)
    return folder


def plan_of(folder):
    return tomllib.loads((folder / "plan.toml").read_text(encoding="utf-8"))


def files_of(source):
    return tuple(source.get("files", {"": source.get("file")}).values())


def in_swedish(text):
    """Return a text of a plan, which may be in both languages, as it stands in the files."""
    return text["sv"] if isinstance(text, dict) else text


def scales_of(plan, source):
    """Return the questions of each scale, with its answers in order and what is no answer."""
    told = {}
    for scale in plan.get("scales", {}).values():
        if scale["source"] == source:
            answers = scale["answers"]
            answers = plan["scales"][answers]["answers"] if isinstance(answers, str) else answers
            none = {folded(in_swedish(one)) for one in scale.get("not_an_answer", [])}
            told[frozenset(scale["items"])] = ([in_swedish(one) for one in answers], none)
    return told


def found_right(file, right, drafted):
    """Whether a file's kind, waves, keys and scales are those of the plan that a person wrote."""
    name, source = next((name, one) for name, one in right["sources"].items() if file in files_of(one))
    other = next(((name, one) for name, one in drafted["sources"].items() if file in files_of(one)), None)
    if other is None:
        return "not read"
    if other[1]["kind"] != source["kind"]:
        return f"kind {other[1]['kind']}"
    if files_of(other[1]) != files_of(source):
        return "waves"
    keys = [key for key in KEYS if key in source and (key, source["kind"]) != ("unit", "cases")]  # there it is days
    wrong = [key for key in keys if other[1].get(key) != source[key]]
    if wrong:
        return f"{wrong}"
    mine, theirs = scales_of(drafted, other[0]), scales_of(right, name)
    for items, (answers, none) in theirs.items():
        fitting = [found for asked, found in mine.items() if items <= asked]
        if not fitting or fitting[0][0] != answers:
            return f"scale {sorted(items)}"
        if not fitting[0][1] <= none:
            return f"no answers {sorted(items)}"
    return None


def test_kind_waves_keys_and_scales_of_the_samples_are_found(tmp_path, capsys):
    outcomes = {}
    for sample in SAMPLES:
        folder = tmp_path / sample.name
        folder.mkdir()
        plan_from_files(data_of(sample, folder))
        right, drafted = plan_of(sample), plan_of(folder)
        files = [file for source in right["sources"].values() for file in files_of(source)]
        outcomes |= {f"{sample.name}/{file}": found_right(file, right, drafted) for file in files}
    wrong = {file: why for file, why in outcomes.items() if why}
    with capsys.disabled():
        print(f"\n{len(outcomes) - len(wrong)} of {len(outcomes)} files of the samples found right; not: {wrong}")
    assert len(outcomes) - len(wrong) >= ENOUGH * len(outcomes)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_plan_of_a_sample_runs(sample, tmp_path, capsys):
    data_of(sample, tmp_path)
    assert main(["new", str(tmp_path)]) == 0
    assert main(["check", str(tmp_path)]) == 0
    capsys.readouterr()
    assert evaluate(tmp_path).findings.described


def with_goals(folder):
    """Take the # away before the goals."""
    text = (folder / "plan.toml").read_text(encoding="utf-8")
    head, _, goals = text.partition("# [[goals]]")
    goals, _, tail = goals.partition("\n# ---- ")
    goals = re.sub(r"^# ?", "", goals, flags=re.MULTILINE)
    (folder / "plan.toml").write_text(f"{head}[[goals]]{goals}\n# ---- {tail}", encoding="utf-8")


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_examples_of_goals_run_when_the_comment_signs_are_taken_away(sample, tmp_path):
    plan_from_files(data_of(sample, tmp_path))
    with_goals(tmp_path)
    evaluation = evaluate(tmp_path)
    assert len(evaluation) > 0
    assert evaluation.findings.described == ()


# ---- exports in the shapes that tools write ----------------------------------------------------------------------

AGREE = ["Instämmer inte alls", "Instämmer i låg grad", "Varken eller", "Instämmer i hög grad", "Instämmer helt"]
QUESTIONS = ["Jag är trygg i mötet", "Jag vet vart jag vänder mig", "Jag har tid för mitt arbete", "Jag får stöd"]


def forms(folder):
    """Write Microsoft Forms' two workbooks in Swedish: e-mail as code, questions as headings."""
    draw = random.Random(1)
    for wave, month in (("före", "02"), ("efter", "11")):
        rows = []
        for person in range(3 if wave == "före" else 0, 55):
            level = draw.randrange(5)
            day = f"2024-{month}-{1 + person % 27:02d}"
            rows.append(
                {
                    "ID": len(rows) + 1,
                    "Starttid": f"{day} 08:01:10",
                    "Slutförandetid": f"{day} 08:11:10",
                    "E-post": f"anna.nummer{person}@exempel.se",
                    "Kön": draw.choice(["Kvinna", "Man"]),
                    **{asked: AGREE[min(4, max(0, level + draw.choice([-1, 0, 1])))] for asked in QUESTIONS},
                    "Övriga kommentarer": "Bra att få prata om hur vi gör med varandra" if person % 9 == 0 else None,
                }
            )
        pd.DataFrame(rows).to_excel(folder / f"Kursen {wave}(1-{len(rows)}).xlsx", index=False)


def limesurvey(folder):
    """Write LimeSurvey's answer codes, the waves told apart by their days alone."""
    draw = random.Random(2)
    for number, year in (("512345", "2023"), ("698123", "2024")):
        rows = []
        for person in range(70):
            level = draw.randint(1, 5)
            answers = [min(5, max(1, level + draw.choice([-1, 0, 1]))) for _ in range(4)]
            day = f"{year}-03-{1 + person % 28:02d}"
            items = {f"trivsel[SQ00{place + 1}]": f"A{answer}" for place, answer in enumerate(answers)}
            shared = {"id": person + 4, "submitdate": f"{day} 10:00:33", "lastpage": 5, "startlanguage": "sv"}
            rows.append({**shared, "kod": f"b{person * 7 % 100:02d}x{person % 7}", "kon": "A1", **items, "fritext": ""})
        pd.DataFrame(rows).to_csv(folder / f"results-survey{number}.csv", index=False, quoting=1)


def english(folder):
    """Write a Google Form in English: one wave, a matrix, yes and no."""
    draw = random.Random(3)
    rows = [
        {
            "Timestamp": f"2024/05/{1 + place % 28:02d} 9:10:00",
            "How satisfied are you?": draw.choice(["Very satisfied", "Satisfied", "Neutral", "Dissatisfied"]),
            "Rate [Teacher]": draw.randint(1, 5),
            "Rate [Room]": draw.randint(1, 5),
            "Your unit": draw.choice(["North", "South"]),
            "Would you recommend it?": draw.choice(["Yes", "No"]),
        }
        for place in range(80)
    ]
    pd.DataFrame(rows).to_csv(folder / "Course evaluation.csv", index=False)


def records(folder):
    """Write what offices keep: a register, attendance, cases, a series, published values, sick days."""
    draw = random.Random(4)
    people = [{"Löpnr": f"P{one:03d}", "Kommun": draw.choice(["Orust", "Lerum"]), "Klar": "Ja"} for one in range(90)]
    there = [
        {"Löpnr": f"P{draw.randrange(90):03d}", "Tillfälle": f"Kurs {one % 3}", "Datum": "2023-10-02", "Timmar": 3}
        for one in range(300)
    ]
    cases = [
        {"Ärendenr": f"A-{one:04d}", "Inkom": f"2023-{1 + one % 12:02d}-03", "Beslut": "2024-01-09" if one % 7 else ""}
        for one in range(200)
    ]
    months = [{"Månad": f"{year}-{one:02d}", "Antal": 20 + one} for year in (2022, 2023) for one in range(1, 13)]
    values = [
        {"kommun": one, "år": year, "värde": year / 10} for one in ("Orust", "Lerum") for year in (2021, 2022, 2023)
    ]
    tables = {"Deltagare": people, "Närvaro": there, "Ärenden": cases, "Klagomål": months, "Nyckeltal": values}
    for wave in ("T1", "T2"):
        tables[f"sjukdagar_{wave}"] = [{"kod": f"k{one:02d}q", "dagar": draw.randrange(30)} for one in range(50)]
    for name, rows in tables.items():
        pd.DataFrame(rows).to_csv(folder / f"{name}.csv", index=False, sep=";", encoding="cp1252")


EXPORTS = {
    forms: {"kursen": "survey"},
    limesurvey: {"results_survey": "survey"},
    english: {"course_evaluation": "survey"},
    records: {
        "deltagare": "register",
        "narvaro": "activities",
        "arenden": "cases",
        "klagomal": "series",
        "nyckeltal": "index",
        "sjukdagar": "measurements",
    },
}


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export.__name__)
def test_an_export_goes_from_new_to_a_goal_without_an_edit_but_the_comment_signs(export, tmp_path, capsys):
    export(tmp_path)
    assert main(["new", str(tmp_path)]) == 0
    assert {name: source["kind"] for name, source in plan_of(tmp_path)["sources"].items()} == EXPORTS[export]
    assert main(["check", str(tmp_path)]) == 0
    capsys.readouterr()
    with_goals(tmp_path)
    assert len(evaluate(tmp_path)) > 0


def test_forms_are_linked_by_e_mail_and_lime_survey_by_its_code(tmp_path):
    for name, export in (("a", forms), ("b", limesurvey)):
        (tmp_path / name).mkdir()
        export(tmp_path / name)
        plan_from_files(tmp_path / name)
    first, second = plan_of(tmp_path / "a"), plan_of(tmp_path / "b")
    assert first["sources"]["kursen"]["code"] == "E-post"
    assert next(iter(first["scales"].values()))["answers"] == AGREE
    assert second["sources"]["results_survey"]["code"] == "kod"
    assert list(second["scales"]["trivsel"]["items"].values()) == ["SQ001", "SQ002", "SQ003", "SQ004"]


def test_attendance_is_looked_up_in_the_register_that_has_the_same_people(tmp_path):
    records(tmp_path)
    plan_from_files(tmp_path)
    assert plan_of(tmp_path)["sources"]["narvaro"]["of"] == "deltagare"


def test_a_column_that_tells_of_few_is_no_group(tmp_path):
    rows = [
        {"nr": f"P{one}", "enhet": f"Enhet {one // 2 if one < 18 else 9}", "kommun": "AB"[one % 2]} for one in range(20)
    ]
    pd.DataFrame(rows).to_csv(tmp_path / "deltagare.csv", index=False)
    more = [{"nr": f"Q{one}", "enhet": f"Enhet {one % 3}", "kommun": "AB"[one % 2]} for one in range(60)]
    pd.DataFrame(more).to_csv(tmp_path / "chefer.csv", index=False)
    few = [{"nr": f"R{one}", "enhet": f"Enhet {one if one < 9 else 0}", "kommun": "AB"[one % 2]} for one in range(12)]
    pd.DataFrame(few).to_csv(tmp_path / "vikarier.csv", index=False)
    plan_from_files(tmp_path)
    assert plan_of(tmp_path)["analysis"]["groups"] == ["kommun"]


def test_a_log_of_few_users_is_a_log_and_files_called_after_their_waves_have_a_name(tmp_path):
    log = [{"anv": f"U{one % 9}", "tid": f"2025-{1 + one // 28:02d}-{1 + one % 28:02d} 10:00:00"} for one in range(100)]
    pd.DataFrame(log).to_csv(tmp_path / "logg.csv", index=False)
    for later, wave in enumerate(("fore", "efter")):
        rows = [{"kod": f"K{one:02d}x", "q1": AGREE[(one + later) % 5], "q2": AGREE[one % 4]} for one in range(30)]
        pd.DataFrame(rows).to_csv(tmp_path / f"{wave}.csv", index=False)
    assert main(["new", str(tmp_path)]) == 0
    assert main(["check", str(tmp_path)]) == 0
    assert {name: one["kind"] for name, one in plan_of(tmp_path)["sources"].items()} == {
        "data": "survey",
        "logg": "log",
    }


def test_a_table_with_a_column_for_each_year_is_published_values(tmp_path, capsys):
    text = "Kommun;2022;2023;2024\nOrust;54,4;57,0;62,0\nTranemo;-;51,2;50,9\nLerum;61,1;60,2;63,4\n"
    (tmp_path / "nojda.csv").write_text(text, encoding="utf-8")
    assert main(["new", str(tmp_path)]) == 0
    source = plan_of(tmp_path)["sources"]["nojda"]
    assert (source["kind"], source["unit"], source["signs"]) == ("index", "Kommun", "kolada")
    assert main(["check", str(tmp_path)]) == 0
    assert "kolumn för varje år" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("Enhet;2021;2022;Antal anställda\nNorr;8,1;7,2;30\nSöder;6,0;6,4;22\n", "index", "värde"),
        (
            "Nyckeltal;Kommun;Kön;2021;2022\nN1;Orust;K;1,5;2\nN1;Orust;M;2;3,1\nN2;Ale;K;2;4\nN2;Orust;K;1;2\n",
            "register",
            None,
        ),
    ],
)
def test_what_stands_beside_years_is_no_value_of_theirs(tmp_path, text, kind, value):
    (tmp_path / "sjuk.csv").write_text(text, encoding="utf-8")
    assert main(["new", str(tmp_path)]) == 0
    source = plan_of(tmp_path)["sources"]["sjuk"]
    assert (source["kind"], source.get("value")) == (kind, value)
    assert main(["check", str(tmp_path)]) == 0


def test_a_format_with_signs_of_its_own_gets_none_from_the_plan(tmp_path):
    head = 'CHARSET="ANSI";\nCODEPAGE="utf-8";\nSTUB="kommun";\nHEADING="år";\n'
    names = 'VALUES("kommun")="Orust","Ale";\nVALUES("år")="2023","2024";\n'
    (tmp_path / "a.px").write_text(f'{head}{names}DATA=\n61.5 ".."\n- 70.1\n;\n', encoding="utf-8")
    assert main(["new", str(tmp_path)]) == 0
    source = plan_of(tmp_path)["sources"]["a"]
    assert (source["kind"], "signs" in source) == ("index", False)
    assert main(["check", str(tmp_path)]) == 0


def test_a_report_of_published_values_says_that_it_compares_times(tmp_path):
    (tmp_path / "nojda.csv").write_text("Kommun;2023;2024\nOrust;54,4;62,0\nAle;60,1;61,0\n", encoding="utf-8")
    assert main(["new", str(tmp_path)]) == 0
    plan = tmp_path / "plan.toml"
    measure = 'measure = { kind = "index-change", source = "nojda" }\ntarget = { direction = "increase" }'
    goal = f'\n[[goals]]\nid = "a"\ntitle = "A"\n{measure}\n'
    plan.write_text(plan.read_text(encoding="utf-8") + goal, encoding="utf-8")
    said = design_sentence(em.evaluate(tmp_path).findings, words("sv"))
    assert "vid ett tillfälle" not in said


def test_new_can_be_run_again_when_its_plan_is_gone(tmp_path):
    (tmp_path / "a.csv").write_text("nr;kon\n" + "".join(f"p{n};{'km'[n % 2]}\n" for n in range(20)), encoding="utf-8")
    assert main(["new", str(tmp_path)]) == 0
    (tmp_path / "plan.toml").unlink()
    assert main(["new", str(tmp_path)]) == 0


def test_a_word_among_numbers_does_not_stop_the_plan(tmp_path):
    rows = [
        {"nr": f"P{one}", "svar": "AB"[one % 2], "dagar": "vet ej" if one == 3 else str(one * 3)} for one in range(30)
    ]
    pd.DataFrame(rows).to_csv(tmp_path / "deltagare.csv", index=False)
    assert main(["new", str(tmp_path)]) == 0
    assert main(["check", str(tmp_path)]) == 0


def test_qualtrics_has_its_questions_as_labels_and_no_heading_as_a_person(tmp_path):
    draw = random.Random(6)
    heads = ["StartDate", "EndDate", "ResponseId", "Q1_1", "Q1_2", "Q1_3", "kod"]
    asked = [
        "Start Date",
        "End Date",
        "Response ID",
        "Hur ofta? - stressad",
        "Hur ofta? - trött",
        "Hur ofta? - pigg",
        "Kod",
    ]
    words = ["Aldrig", "Sällan", "Ibland", "Ofta", "Alltid"]
    for name, month in (("före_March 3, 2024_10.15", "03"), ("efter_November 2, 2024_09.10", "10")):
        rows = [heads, asked, [f'{{"ImportId":"{head}"}}' for head in heads]]
        for person in range(60):
            level = draw.randrange(5)
            answers = [min(4, max(0, level + draw.choice([-1, 0, 1]))) for _ in range(3)]
            day = f"2024-{month}-{1 + person % 28:02d} 10:11:12"
            told = [words[answers[0]], words[answers[1]], words[4 - answers[2]]]
            rows.append([day, day, f"R_{draw.randrange(10**9)}", *told, f"k{person:02d}v"])
        with (tmp_path / f"Stress {name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file).writerows(rows)
    plan_from_files(tmp_path)
    plan = plan_of(tmp_path)
    assert plan["scales"]["q1"]["items"]["Q1_3"] == "pigg"
    assert plan["scales"]["q1"]["label"] == "Hur ofta?"
    assert plan["scales"]["q1"]["reversed"] == ["Q1_3"]
    assert plan["sources"]["stress"]["code"] == "kod"
    assert evaluate(tmp_path).findings.described[0].rows == (60, 60)


# ---- what is not written -----------------------------------------------------------------------------------------


def test_a_plan_that_is_there_is_never_written_over(tmp_path):
    english(tmp_path)
    (tmp_path / "plan.toml").write_text("min plan", encoding="utf-8")
    with pytest.raises(InputFaults) as caught:
        plan_from_files(tmp_path)
    assert caught.value.faults[0].code == "file-exists"
    assert (tmp_path / "plan.toml").read_text(encoding="utf-8") == "min plan"


def test_a_folder_without_tables_gets_the_usual_plan(tmp_path, capsys):
    (tmp_path / "anteckningar.md").write_text("# Hej", encoding="utf-8")
    assert plan_from_files(tmp_path) is None
    assert main(["new", str(tmp_path), "--yes"]) == 0
    assert "Projektets namn" in (tmp_path / "plan.toml").read_text(encoding="utf-8")
    capsys.readouterr()


def test_a_file_with_personal_identity_numbers_is_told_of_and_not_read(tmp_path):
    english(tmp_path)
    (tmp_path / "lista.csv").write_text("pnr;svar\n19811218-9876;ja\n", encoding="utf-8")
    plan_from_files(tmp_path)
    text = (tmp_path / "plan.toml").read_text(encoding="utf-8")
    assert "9876" not in text
    assert "# lista.csv, rad 2" in text
    assert list(plan_of(tmp_path)["sources"]) == ["course_evaluation"]


def test_guesses_are_marked_in_the_language_asked_for(tmp_path):
    english(tmp_path)
    plan_from_files(tmp_path, language="en")
    text = (tmp_path / "plan.toml").read_text(encoding="utf-8")
    assert 'kind = "survey"                              # guess: a survey' in text
    assert plan_of(tmp_path)["project"]["language"] == "en"
    assert "gissat" not in text


def test_sheets_of_one_workbook_are_sources_with_their_sheet(tmp_path):
    rows = pd.DataFrame({"nr": [f"P{one}" for one in range(20)], "grupp": ["a", "b"] * 10})
    with pd.ExcelWriter(tmp_path / "bok.xlsx") as book:
        rows.to_excel(book, sheet_name="Deltagare", index=False)
        rows.assign(grupp="c").iloc[:12].to_excel(book, sheet_name="Avhopp", index=False)
    plan_from_files(tmp_path)
    assert sorted(one["sheet"] for one in plan_of(tmp_path)["sources"].values()) == ["Avhopp", "Deltagare"]
    assert evaluate(tmp_path).findings.described


def test_a_folder_of_nothing_but_odd_files_is_no_defect(tmp_path, capsys):
    odd = {
        "a.csv": "",
        "b.csv": "x\n",
        "c.csv": "a;b\n1;2;3\n",
        "d.txt": "hej på dig",
        "e.xlsx": "PK trasig",
        "f.json": "{}",
    }
    for name, text in odd.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert {one.file for one in tables_in(tmp_path)} == set(odd)
    assert main(["new", str(tmp_path)]) == 0
    capsys.readouterr()
    assert plan_of(tmp_path).get("sources", {}) == {}


# ---- several answers, repeated groups, names ---------------------------------------------------------------------


def several(folder, name="Enkät (svar) - Formulärsvar 1.csv"):
    draw = random.Random(8)
    rows = [
        {
            "Tidstämpel": f"2025-05-{1 + place % 28:02d} 9:10:00",
            "Hur ofta känner du dig [stressad]": draw.choice(["Aldrig", "Ibland", "Ofta"]),
            "Hur ofta känner du dig [orolig]": draw.choice(["Aldrig", "Ibland", "Ofta"]),
            "Hur troligt är det att du rekommenderar oss?": draw.randint(4, 10),
            "Vilka stöd har du fått?": ", ".join(one for one in ("Kurs", "Samtal") if draw.random() < 0.5) or None,
        }
        for place in range(60)
    ]
    pd.DataFrame(rows).to_csv(folder / name, index=False)
    return sum(row["Vilka stöd har du fått?"] is not None for row in rows), rows


@pytest.mark.parametrize(("language", "answers"), [("sv", ["nej", "ja"]), ("en", ["no", "yes"])])
def test_several_answers_are_proposed_with_a_goal_for_one_of_them(language, answers, tmp_path, capsys):
    answered, rows = several(tmp_path)
    assert main(["new", str(tmp_path), "--language", language]) == 0
    plan = plan_of(tmp_path)
    assert plan["sources"]["enkat"]["multiple"] == {"Vilka stöd har du fått?": ","}
    assert plan["scales"]["vilka_stod_har_du_fatt"]["answers"] == answers
    assert main(["check", str(tmp_path)]) == 0
    with_goals(tmp_path)
    goal = next(one for one in evaluate(tmp_path).findings.goals if "Kurs" in one.title)
    told = {scale.id: scale.alpha for scale in evaluate(tmp_path).findings.scales}
    assert told["vilka_stod_har_du_fatt"] == ()  # options need not hang together
    chose = sum("Kurs" in (row["Vilka stöd har du fått?"] or "") for row in rows)
    assert goal.outcome.estimate.value == pytest.approx(chose / answered)
    capsys.readouterr()


def test_low_is_good_of_stress_and_the_plan_says_that_it_is_a_guess(tmp_path):
    several(tmp_path)
    plan_from_files(tmp_path)
    scale = plan_of(tmp_path)["scales"]["hur_ofta_kanner_du_dig"]
    assert (scale["label"], scale["better"]) == ("Hur ofta känner du dig", "lower")
    assert 'better = "lower"                             # gissat:' in (tmp_path / "plan.toml").read_text("utf-8")


def test_a_question_up_to_ten_is_a_scale_though_nobody_gave_the_lowest(tmp_path):
    several(tmp_path)
    plan_from_files(tmp_path)
    scales = plan_of(tmp_path)["scales"].values()
    assert [str(one) for one in range(11)] in [one["answers"] for one in scales]


def test_rows_of_a_repeated_group_are_no_people_who_answered(tmp_path, capsys):
    draw = random.Random(9)
    forms = [
        {
            "_uuid": f"u{one}",
            "_submission_time": f"2025-02-{1 + one % 28:02d}",
            "Trygg?": draw.choice(AGREE),
            "_index": one,
        }
        for one in range(1, 41)
    ]
    children = [
        {"Mår barnet bra?": draw.choice(["Ja", "Nej"]), "Ålder": draw.randrange(18), "_parent_index": 1 + one % 40}
        for one in range(90)
    ]
    with pd.ExcelWriter(tmp_path / "Hushåll_-_all_versions_-_labels_-_2025-03-01-09-00-00.xlsx") as book:
        pd.DataFrame(forms).to_excel(book, sheet_name="svar", index=False)
        pd.DataFrame(children).to_excel(book, sheet_name="barn", index=False)
    assert main(["new", str(tmp_path)]) == 0
    sources = plan_of(tmp_path)["sources"]
    assert {name: one["kind"] for name, one in sources.items()} == {
        "hushall_svar": "survey",
        "hushall_barn": "register",
    }
    assert "# Upprepad grupp" in (tmp_path / "plan.toml").read_text(encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 0
    capsys.readouterr()


def test_a_repeated_group_that_a_plan_takes_for_a_survey_is_remarked_on(tmp_path, capsys):
    children = pd.DataFrame({"trygg": ["Ja", "Nej"] * 20, "_parent_index": [1 + one // 2 for one in range(40)]})
    children.to_csv(tmp_path / "barn.csv", index=False, sep=";")
    plan = """[project]
name = "Barn"
[sources.barn]
kind = "survey"
file = "barn.csv"
[scales.trygg]
label = "Trygg"
source = "barn"
items = ["trygg"]
answers = ["Nej", "Ja"]
"""
    (tmp_path / "plan.toml").write_text(plan, encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 0
    assert "barn.csv är en upprepad grupp i ett formulär" in " ".join(capsys.readouterr().out.split())


def test_a_span_of_years_is_no_half_of_a_name(tmp_path):
    rows = [{"nr": f"P{one}", "kommun": "AB"[one % 2]} for one in range(20)]
    pd.DataFrame(rows).to_csv(tmp_path / "Deltagare 2024-2025.csv", index=False)
    plan_from_files(tmp_path)
    assert [(name, one["label"]) for name, one in plan_of(tmp_path)["sources"].items()] == [("deltagare", "Deltagare")]


@pytest.mark.parametrize("mark", ["9999-12-31", "2099-12-31"])
def test_cases_that_are_open_by_a_day_that_is_none_are_open(mark, tmp_path, capsys):
    days = pd.Timestamp("2024-01-08")
    rows = [
        {
            "Ärendenr": f"A-{one:04d}",
            "Inkom": (days + pd.Timedelta(days=one)).date(),
            "Avslutat": mark if one % 9 == 0 else (days + pd.Timedelta(days=one + 5 + one % 40)).date(),
        }
        for one in range(240)
    ]
    pd.DataFrame(rows).to_csv(tmp_path / "Ärenden 2024-2025.csv", index=False, sep=";")
    assert main(["new", str(tmp_path)]) == 0
    source = plan_of(tmp_path)["sources"]["arenden"]
    assert source["missing"] == [mark]
    assert source["measured"].year == 2024
    assert main(["check", str(tmp_path)]) == 0
    plan = tmp_path / "plan.toml"
    plan.write_text(re.sub(r"(?m)^missing = .*\n", "", plan.read_text("utf-8")), encoding="utf-8")
    capsys.readouterr()
    assert main(["check", str(tmp_path)]) == 2
    assert f'missing = ["{mark}"]' in "".join(capsys.readouterr())


def test_a_row_that_may_be_a_mean_is_left_out_as_a_guess_and_the_others_are_read(tmp_path, capsys):
    rows = "Orust;54,4;62,0\nAle;70,1;61,0\nLerum;61,5;70,9\nGenomsnitt;61,0;64,2\n"
    (tmp_path / "nojda.csv").write_text(f"Kommun;2023;2024\n{rows}", encoding="utf-8")
    assert main(["new", str(tmp_path)]) == 0
    source = plan_of(tmp_path)["sources"]["nojda"]
    assert (source["kind"], source["skip_rows"]) == ("index", [5])
    assert "skip_rows = [5]                              # gissat:" in (tmp_path / "plan.toml").read_text("utf-8")
    assert main(["check", str(tmp_path)]) == 0
    assert main(["describe", str(tmp_path)]) == 0
    assert "Genomsnitt" in capsys.readouterr().out


# ---- published values, numbers that are codes, ways ------------------------------------------------------------------


def test_a_published_table_says_itself_what_it_is_of_and_in_which_unit(tmp_path, capsys):
    head = 'CHARSET="ANSI";\nCODEPAGE="utf-8";\nUNITS="procent";\nCONTENTS="Andel som arbetar heltid";\n'
    names = 'STUB="region";\nHEADING="år";\nVALUES("region")="Orust","Ale";\nCODES("region")="1421","1440";\n'
    years = 'VALUES("år")="2023","2024";\nDATA=\n61.5 64\n60 70.1\n;\n'
    (tmp_path / "a.px").write_text(head + names + years, encoding="utf-8")
    assert main(["new", str(tmp_path)]) == 0
    source = plan_of(tmp_path)["sources"]["a"]
    assert (source["kind"], source["label"]) == ("index", "Andel som arbetar heltid")
    with_goals(tmp_path)
    assert plan_of(tmp_path)["goals"][0]["measure"]["measured_in"] == "procent"
    assert len(evaluate(tmp_path)) == 1
    capsys.readouterr()


def test_json_of_kolada_and_json_stat_are_published_values_whatever_stands_in_every_row(tmp_path):
    def values(year):
        return [{"gender": "T", "value": year / 40, "status": "", "count": 1, "isdeleted": False}]

    rows = [
        {"kpi": "N00945", "municipality": unit, "period": year, "values": values(year)}
        for unit in ("1421", "1452")
        for year in range(2019, 2024)
    ]
    (tmp_path / "kolada.json").write_text(json.dumps({"values": rows, "next_url": None}), encoding="utf-8")
    region = {"index": {"1421": 0, "1440": 1}, "label": {"1421": "Orust", "1440": "Ale"}}
    contents = {"index": {"X": 0}, "label": {"X": "Andel i arbete"}, "unit": {"X": {"base": "procent"}}}
    cube = {
        "class": "dataset",
        "id": ["Region", "ContentsCode", "Tid"],
        "size": [2, 1, 2],
        "dimension": {
            "Region": {"label": "region", "category": region},
            "ContentsCode": {"label": "tabellinnehåll", "category": contents},
            "Tid": {"label": "år", "category": {"index": ["2023", "2024"]}},
        },
        "role": {"metric": ["ContentsCode"]},
        "value": [60.1, 62, 70, 71.5],
    }
    (tmp_path / "scb.json").write_text(json.dumps(cube), encoding="utf-8")
    plan_from_files(tmp_path)
    sources = plan_of(tmp_path)["sources"]
    found = {name: (one["kind"], one.get("unit"), one["label"]) for name, one in sources.items()}
    assert found == {"kolada": ("index", "municipality", "Kolada"), "scb": ("index", "region", "Andel i arbete")}


def test_the_number_of_an_employee_is_a_code_and_few_sick_days_are_better(tmp_path, capsys):
    draw = random.Random(10)
    for year in (2024, 2025):
        rows = [{"Anställningsnr": 40000 + 13 * one, "Sjukdagar": draw.choice([0, 0, 2, 5, 14])} for one in range(60)]
        pd.DataFrame(rows).to_csv(tmp_path / f"Sjukfrånvaro {year}.csv", index=False, sep=";")
    assert main(["new", str(tmp_path)]) == 0
    source = plan_of(tmp_path)["sources"]["sjukfranvaro"]
    assert (source["kind"], source["code"], source["number"]) == ("measurements", "Anställningsnr", "Sjukdagar")
    text = (tmp_path / "plan.toml").read_text("utf-8")
    assert '# target = { direction = "decrease" }          # gissat åt vilket håll' in text
    capsys.readouterr()


def test_a_question_whose_words_go_the_other_way_is_proposed_to_be_turned(tmp_path):
    draw = random.Random(12)
    asked = ["Jag trivs", "Jag får stöd", "Jag är orolig för framtiden"]
    rows = [{"Starttid": "2024-02-01", **{one: draw.choice(AGREE) for one in asked}} for _ in range(60)]
    pd.DataFrame(rows).to_csv(tmp_path / "svar.csv", index=False)
    plan_from_files(tmp_path)
    assert '# reversed = ["Jag är orolig för framtiden"]   # gissat:' in (tmp_path / "plan.toml").read_text("utf-8")


def test_answers_in_words_that_nobody_knows_stand_in_the_order_of_their_codes(tmp_path):
    labels = {1.0: "Grön", 2.0: "Gul", 3.0: "Röd"}
    frame = pd.DataFrame({f"v{place}": [1.0, 2.0, 3.0] * 20 for place in (1, 2, 3)})
    pyreadstat.write_sav(frame, tmp_path / "svar.sav", variable_value_labels=dict.fromkeys(frame, labels))
    plan_from_files(tmp_path)
    (scale,) = plan_of(tmp_path)["scales"].values()
    assert scale["answers"] == ["Grön", "Gul", "Röd"]
    assert "koderna i filen" in (tmp_path / "plan.toml").read_text("utf-8")
