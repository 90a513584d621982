"""Folders as survey tools and offices leave them, for the pages of docs/guide: made data, a fixed seed."""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

AGREE = ("Stämmer inte alls", "Stämmer dåligt", "Varken eller", "Stämmer ganska bra", "Stämmer helt")
QUESTIONS = (
    "Jag vet vart jag ska hänvisa den som söker stöd",
    "Jag känner mig trygg i mötet med besökare",
    "Jag har de verktyg jag behöver i mitt arbete",
)
PLACES = ("Orust", "Tranemo")
PEOPLE = 60


def _places(rng: random.Random, after: bool) -> list[int]:
    """Return one person's answers as places on the scale; after the course they are higher."""
    low = rng.choice([0, 1, 1, 2, 2, 3])
    return [
        min(4, max(0, low + rng.choice([-1, 0, 0, 1]) + (rng.choice([0, 1, 1, 2]) if after else 0))) for _ in QUESTIONS
    ]


def _waves(seed: int) -> list[tuple[str, list[tuple[str, str, list[int]]]]]:
    """Return for before and after: code, place and answers of everybody who answered."""
    rng = random.Random(seed)
    codes = [f"{rng.choice('abcdefgh')}{rng.choice('klmnprst')}{number:02d}" for number in range(1, PEOPLE + 1)]
    homes = {code: PLACES[place % 2] for place, code in enumerate(codes)}
    waves = []
    for wave in ("fore", "efter"):
        answered = [code for code in codes if wave == "fore" or rng.random() < 0.85]
        waves.append((wave, [(code, homes[code], _places(rng, wave == "efter")) for code in answered]))
    return waves


def _csv(path: Path, rows: Sequence[Sequence[object]], *, delimiter: str = ",", encoding: str = "utf-8-sig") -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)


def _times(wave: str) -> Callable[[int], datetime]:
    first = datetime(2024, 2, 5, 8, 3, 11) if wave == "fore" else datetime(2024, 10, 14, 9, 12, 40)
    return lambda number: first + timedelta(hours=5 * number)


def forms(folder: Path) -> None:
    """Two workbooks as Microsoft Forms makes them."""
    import openpyxl

    for wave, people in _waves(1):
        book, at = openpyxl.Workbook(), _times(wave)
        sheet = book.active
        sheet.title = "Sheet1"
        sheet.append(["ID", "Start time", "Completion time", "Email", "Name", "Din kod", "Kommun", *QUESTIONS])
        for number, (code, place, answers) in enumerate(people, start=1):
            words = [AGREE[answer] for answer in answers]
            sheet.append(
                [number, at(number), at(number) + timedelta(minutes=6), "anonymous", None, code, place, *words]
            )
        book.save(folder / f"enkat_{wave}.xlsx")


def limesurvey(folder: Path) -> None:
    """Two csv files as LimeSurvey makes them, with answers that were never sent in."""
    for wave, people in _waves(2):
        at = _times(wave)
        heading = ["id", "submitdate", "lastpage", "startlanguage", "seed", "token", "startdate", "datestamp", "kommun"]
        rows: list[list[object]] = [[*heading, *(f"v[SQ00{place}]" for place in range(1, len(QUESTIONS) + 1))]]
        for number, (code, place, answers) in enumerate(people, start=1):
            begun, sent = f"{at(number):%Y-%m-%d %H:%M:%S}", f"{at(number) + timedelta(minutes=6):%Y-%m-%d %H:%M:%S}"
            whole = number % 15 != 0
            words = [AGREE[answer] if whole or column == 0 else "" for column, answer in enumerate(answers)]
            last = 2 if whole else 1
            rows.append([number, sent if whole else "", last, "sv", 1000 + number, code, begun, sent, place, *words])
        _csv(folder / f"results-survey_{wave}.csv", rows)


def qualtrics(folder: Path) -> None:
    """Two csv files as Qualtrics makes them: three rows of headings, and answers of whoever tried the survey out."""
    for wave, people in _waves(3):
        at = _times(wave)
        own = [
            "StartDate",
            "EndDate",
            "Status",
            "Progress",
            "Duration (in seconds)",
            "Finished",
            "RecordedDate",
            "ResponseId",
        ]
        names = [*own, "ExternalReference", "Q1", *(f"Q2_{place}" for place in range(1, len(QUESTIONS) + 1))]
        told = [
            "Start Date",
            "End Date",
            "Response Type",
            "Progress",
            "Duration (in seconds)",
            "Finished",
            "Recorded Date",
        ]
        texts = [*told, "Response ID", "External Data Reference", "I vilken kommun arbetar du?", *QUESTIONS]
        imported = [json.dumps({"ImportId": name}) for name in names]
        rows: list[list[object]] = [names, texts, imported]
        for number, (code, place, answers) in enumerate(people, start=1):
            begun, done = at(number), at(number) + timedelta(minutes=6)
            status = "Survey Preview" if number <= 2 else "IP Address"
            facts = [begun, done, status, 100, 360, "True", done, f"R_{wave}{number:04d}", code, place]
            rows.append([*facts, *(AGREE[answer] for answer in answers)])
        _csv(folder / f"enkat_{wave}.csv", rows)


def spss(folder: Path) -> None:
    """Two .sav files with codes, labels, and an answer that is declared missing."""
    import pandas as pd
    import pyreadstat

    labels = dict(enumerate(AGREE, start=1)) | {9: "Vet ej"}
    for wave, people in _waves(4):
        columns = {f"f{place}": [] for place in range(1, len(QUESTIONS) + 1)}
        for number, (_, _, answers) in enumerate(people, start=1):
            for place, answer in enumerate(answers, start=1):
                columns[f"f{place}"].append(9 if (number + place) % 19 == 0 else answer + 1)
        frame = pd.DataFrame(
            {"kod": [code for code, _, _ in people], "kommun": [place for _, place, _ in people], **columns}
        )
        pyreadstat.write_sav(
            frame,
            folder / f"enkat_{wave}.sav",
            column_labels=["Kod", "Kommun", *QUESTIONS],
            variable_value_labels=dict.fromkeys(columns, labels),
            missing_ranges={name: [9] for name in columns},
        )


def one_file(folder: Path) -> None:
    """A workbook as Microsoft Forms makes it, with a question that says which time it was."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    sheet.append(
        ["ID", "Start time", "Completion time", "Email", "Name", "Mättillfälle", "Din kod", "Kommun", *QUESTIONS]
    )
    rows = [(wave, *one) for wave, people in _waves(8) for one in people]
    for number, (wave, code, place, answers) in enumerate(rows, start=1):
        begun, words = _times(wave)(number), [AGREE[answer] for answer in answers]
        done = begun + timedelta(minutes=6)
        sheet.append([number, begun, done, "anonymous", None, wave.replace("o", "ö").capitalize(), code, place, *words])
    book.save(folder / "svar.xlsx")


def panel(folder: Path) -> None:
    """One .sav file with a row for each person and each question once for each wave."""
    import pandas as pd
    import pyreadstat

    (_, before), (_, after) = _waves(9)
    later = {code: answers for code, _, answers in after}
    nothing = [float("nan")] * len(QUESTIONS)
    rows = [
        [place, *(one + 1 for one in answers), *(one + 1 for one in later.get(code, nothing))]
        for code, place, answers in before
    ]
    names = [f"f{place}_{wave}" for wave in ("T1", "T2") for place in range(1, len(QUESTIONS) + 1)]
    pyreadstat.write_sav(
        pd.DataFrame(rows, columns=["kommun", *names]),
        folder / "panel.sav",
        column_labels=["Kommun", *QUESTIONS, *QUESTIONS],
        variable_value_labels={name: dict(enumerate(AGREE, start=1)) for name in names},
    )


def register(folder: Path) -> None:
    """A workbook from the personnel system: a title above, a sum below."""
    import openpyxl

    rng = random.Random(5)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Deltagare"
    sheet.append(["Deltagare i utbildningen, uttag 2024-12-02"])
    sheet.append([])
    sheet.append(["Anställningsnummer", "Kommun", "Yrke", "Fullföljt", "Timmar"])
    hours = []
    for number in range(1, 81):
        hours.append(rng.choice([12, 16, 20, 24]))
        done = "ja" if rng.random() < 0.9 else "nej"
        work = rng.choice(["Handläggare", "Receptionist", "Assistent"])
        sheet.append([f"A{1000 + number}", PLACES[number % 2], work, done, hours[-1]])
    sheet.append(["Summa", None, None, None, sum(hours)])
    book.save(folder / "deltagare.xlsx")


def kolada(folder: Path) -> None:
    """A table from Kolada: a row for each municipality, a column for each year."""
    rng = random.Random(6)
    years = [str(year) for year in range(2020, 2025)]
    rows: list[list[object]] = [["Kommun", *years]]
    for name in ("Orust", "Tranemo", "Lerum", "Tjörn", "Ale", "Mark", "Bollebygd", "Herrljunga"):
        start = rng.randint(52, 68)
        rows.append(
            [
                name,
                *(f"{start + 2 * place + rng.choice([-1, 0, 1])},{rng.randint(0, 9)}" for place in range(len(years))),
            ]
        )
    rows[4][2] = "-"
    _csv(folder / "nojda_medborgare.csv", rows, delimiter=";")


def own_words(folder: Path) -> None:
    """The register, a logo, and the template that the page itself shows."""
    from PIL import Image

    register(folder)
    Image.new("RGB", (320, 120), "#8a1538").save(folder / "logga.png")
    page = (Path(__file__).parents[2] / "docs" / "guide" / "egna-ord.md").read_text(encoding="utf-8")
    (folder / "mallar" / "kommunen").mkdir(parents=True)
    template = page.partition("```template\n")[2].partition("```")[0]
    (folder / "mallar" / "kommunen" / "mall.toml").write_text(template, encoding="utf-8")


#: The folder that each page of the guide begins with.
FOLDERS: dict[str, Callable[[Path], None]] = {
    "forms": forms,
    "limesurvey": limesurvey,
    "qualtrics": qualtrics,
    "spss": spss,
    "samma-fil": one_file,
    "panel": panel,
    "register": register,
    "kolada": kolada,
    "egna-ord": own_words,
    "efter-rapporten": register,
}
