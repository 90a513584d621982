"""Files of the same are put together, in order of time."""

import pytest

from effektmatt.data.folders import tables_in
from effektmatt.plan.found_names import wave_of
from effektmatt.plan.found_waves import found_sources

ANSWERS = ["Aldrig", "Sällan", "Ibland", "Ofta", "Alltid"]


def write(folder, name, day=None, people=range(20), head="kod;svar;fler;sist"):
    lines = [f"p{one:02d}x;{ANSWERS[(one * 7) % 5]};{ANSWERS[one % 5]};{ANSWERS[(one + 1) % 5]}" for one in people]
    if day:
        head, lines = head + ";svarsdatum", [f"{line};{day}" for line in lines]
    (folder / name).write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")


def waves_of(folder):
    sources, waves, copies = found_sources(tables_in(folder))
    return [{wave: table.file for wave, table in source.files.items()} for source in sources], waves, copies


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        ("enkat_fore.csv", "enkat_efter.csv", ["before", "after"]),
        ("Enkät före.csv", "Enkät efter.csv", ["before", "after"]),
        ("svar before.csv", "svar after.csv", ["before", "after"]),
        ("enkat_före1.csv", "enkat_efter1.csv", ["before", "after"]),
        ("svar_t1.csv", "svar_t2.csv", ["t1", "t2"]),
        ("svar_2023.csv", "svar_2024.csv", ["y2023", "y2024"]),
        ("svar vår 2024.csv", "svar höst 2024.csv", ["var_2024", "host_2024"]),
        ("svar ht23.csv", "svar vt24.csv", ["host_2023", "var_2024"]),
        ("enkät 2024-03-01.csv", "enkät 2024-10-01.csv", ["d20240301", "d20241001"]),
        ("Startenkät.csv", "Slutenkät.csv", ["before", "after"]),
        ("Enkät start_13 mars 2025_09.12.csv", "Enkät avslut_30 september 2025_15.40.csv", ["before", "after"]),
        ("enkat.csv", "enkat_uppföljning.csv", ["before", "after"]),
    ],
)
def test_names_say_the_waves(tmp_path, first, last, names):
    dated = "uppf" in last  # one name says nothing: the days do
    write(tmp_path, first, day="2023-01-10" if dated else None)
    write(tmp_path, last, day="2024-01-10" if dated else None, people=range(1, 21))
    sources, waves, _ = waves_of(tmp_path)
    assert sources == [dict(zip(names, [first, last], strict=True))]
    assert [wave.name for wave in waves] == names


def test_days_settle_the_order_whatever_the_names_say(tmp_path):
    write(tmp_path, "svar_t1.csv", day="2024-05-01")
    write(tmp_path, "svar_t2.csv", day="2023-05-01", people=range(1, 21))
    (source,), waves, _ = waves_of(tmp_path)
    assert list(source) == ["t2", "t1"]
    assert [(wave.name, wave.guess) for wave in waves] == [("t2", "wave-order"), ("t1", "wave-order")]


def test_files_whose_names_say_nothing_are_waves_by_their_days(tmp_path):
    write(tmp_path, "results-survey511111.csv", day="2024-05-01")
    write(tmp_path, "results-survey622222.csv", day="2023-05-01", people=range(1, 21))
    (source,), waves, _ = waves_of(tmp_path)
    assert source == {"before": "results-survey622222.csv", "after": "results-survey511111.csv"}
    assert [wave.guess for wave in waves] == ["waves", "waves"]
    assert str(waves[0].first) == "2023-05-01"


def test_two_exports_of_the_same_answers_are_one(tmp_path):
    write(tmp_path, "svar_ord.csv", day="2024-05-01")
    text = (tmp_path / "svar_ord.csv").read_text(encoding="utf-8")
    for place, answer in enumerate(ANSWERS, start=1):
        text = text.replace(answer, f"A{place}")
    (tmp_path / "svar_koder.csv").write_text(text, encoding="utf-8")
    sources, waves, copies = waves_of(tmp_path)
    assert sources == [{"": "svar_ord.csv"}]
    assert [(copy.file, of.file) for copy, of in copies] == [("svar_koder.csv", "svar_ord.csv")]
    assert waves == []


def test_other_people_with_other_questions_are_another_source(tmp_path):
    write(tmp_path, "enkat_fore.csv")
    write(tmp_path, "chefer_efter.csv", head="nr;a;b;c")
    assert len(waves_of(tmp_path)[0]) == 2


def test_a_year_joins_the_wave_of_files_from_that_year(tmp_path):
    write(tmp_path, "enkat_fore.csv", day="2023-02-01")
    write(tmp_path, "enkat_efter.csv", day="2024-02-01", people=range(1, 21))
    write(tmp_path, "chefer_2023.csv", head="nr;a;b;c")
    write(tmp_path, "chefer_2024.csv", head="nr;a;b;c", people=range(2, 22))
    sources, waves, _ = waves_of(tmp_path)
    assert [list(source) for source in sources] == [["before", "after"], ["before", "after"]]
    assert [wave.name for wave in waves] == ["before", "after"]


@pytest.mark.parametrize("text", ["recept.csv", "chefterminal", "elever", "startlista"])
def test_words_that_only_hold_a_wave_are_none(text):
    assert wave_of(text) is None
