"""Write the invented data of the sample project "Jämställdhet, servicenämnden", and the truth planted in them.

Run `python generate.py`: every file beside this one is written anew, the same bytes each time. The granted amount, the
amount used and the headings of the template are the document's own; nobody and nothing else in the data exists.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
import zipfile
from decimal import Decimal
from pathlib import Path

import openpyxl

HERE = Path(__file__).parent
SEED = 2018

#: Post, the post that it is part of, budget, outcome, why they differ.
POSTS = (
    ("Beviljade medel", "", "400000.00", "166954.96", ""),
    ("Processledning", "Beviljade medel", "180000.00", "92310.50", "Tjänsten var vakant till och med augusti."),
    ("Utbildning", "Beviljade medel", "120000.00", "48750.00", "Två av tre omgångar hölls av egna medarbetare."),
    ("Analys av statistik", "Beviljade medel", "60000.00", "17894.46", ""),
    ("Lokaler och förtäring", "Beviljade medel", "25000.00", "6400.00", "Möten hölls i egna lokaler."),
    ("Material", "Beviljade medel", "15000.00", "1600.00", "Materialet blev digitalt."),
)  # fmt: skip
MANAGERS = {"Stadsfastigheter": (14, 13), "Skolrestauranger": (16, 15), "Kommunteknik": (11, 11),
            "Serviceförvaltningens stab": (7, 7)}  # fmt: skip
SERVICES = {
    "Stadsfastigheter": ("Felanmälan", "Lokalförsörjning", "Hyresgästanpassning", "Energirådgivning", "Trygghetsronder",
                         "Verksamhetslokaler", "Säkerhet i lokaler"),
    "Skolrestauranger": ("Skolmåltider", "Specialkost", "Kaféer", "Beställning av måltider", "Måltidsråd", "Catering"),
    "Kommunteknik": ("Vinterväghållning", "Parkskötsel", "Transporter", "Fordonspool", "Bilverkstad", "Skolskjuts"),
    "Serviceförvaltningens stab": ("Kontaktcenter", "Upphandlingsstöd", "Rekryteringsstöd", "Lönestöd",
                                   "Intranät och webb"),
}  # fmt: skip
DIVIDED, MEASURES = 20, 9


def kronor(amount: str) -> str:
    """Write an amount as an office does: "166 954,96"."""
    return f"{Decimal(amount):,.2f}".replace(",", "\u00a0").replace(".", ",")


def write_text(name: str, rows: list[tuple[str, ...]]) -> None:
    """Write semicolons and cp1252, as a Swedish spreadsheet does."""
    with (HERE / name).open("w", encoding="cp1252", newline="") as file:
        csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(rows)


def write_sheet(rows: list[tuple[object, ...]], path: Path) -> None:
    """Write an xlsx file that is the same bytes every time: no clock inside, nothing compressed."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Chefer"
    for row in rows:
        sheet.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as fixed:
        for name in made.namelist():
            content = made.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[0-9:.]+Z?", b"2018-12-31T12:00:00Z", content)
            fixed.writestr(zipfile.ZipInfo(name, date_time=(2018, 12, 31, 12, 0, 0)), content)


def managers(rng: random.Random) -> list[tuple[object, ...]]:
    """Return every manager with department and whether the training was completed."""
    people = [
        (department, "ja" if place < trained else "nej")
        for department, (number, trained) in MANAGERS.items()
        for place in range(number)
    ]
    rng.shuffle(people)
    return [("nr", "avdelning", "genomgatt"), *((place, *one) for place, one in enumerate(people, start=1))]


def services(rng: random.Random) -> list[tuple[str, ...]]:
    """Return every service, whether its statistics are divided by sex and whether it has decided on a measure."""
    named = [(service, department) for department, names in SERVICES.items() for service in names]
    divided = set(rng.sample(range(len(named)), DIVIDED))
    decided = set(rng.sample(sorted(divided), MEASURES))
    rows = [
        (*one, "ja" if place in divided else "nej", "ja" if place in decided else "nej")
        for place, one in enumerate(named)
    ]
    return [("tjanst", "avdelning", "konsuppdelad", "atgard"), *rows]


def main() -> None:
    """Write all files."""
    rng = random.Random(SEED)
    budget, used = (sum(Decimal(post[column]) for post in POSTS[1:]) for column in (2, 3))
    assert (budget, used) == (Decimal("400000.00"), Decimal("166954.96"))
    posts = [(post, under, kronor(planned), kronor(spent), why) for post, under, planned, spent, why in POSTS]
    write_text("ekonomi.csv", [("post", "del_av", "budget", "utfall", "orsak"), *posts])
    write_text("tjanster.csv", services(rng))
    write_sheet(managers(rng), HERE / "chefer.xlsx")
    number = sum(len(names) for names in SERVICES.values())
    trained = sum(one for _, one in MANAGERS.values())
    truth = {
        "budget": {"budget": str(budget), "used": str(used), "unused": str(budget - used),
                   "per_cent": str(round(100 * used / budget, 2)), "posts_without_reason": ["Analys av statistik"]},
        "services": {"number": number, "divided": DIVIDED, "measures": MEASURES},
        "managers": {"number": sum(one for one, _ in MANAGERS.values()), "trained": trained},
        "answers_missing": ["future_use"],
    }  # fmt: skip
    (HERE / "truth.json").write_text(json.dumps(truth, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
