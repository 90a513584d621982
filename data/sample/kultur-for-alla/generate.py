"""Write the invented data of the sample project "Kultur för alla!", and the truth planted in them.

Run `python generate.py`: every file beside this one is written anew, the same bytes each time. Nobody in the data
exists. `truth.json` holds what is true in the invented world, also for those who never answered, so that tests can see
whether an evaluation finds it.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile
from fractions import Fraction
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd

HERE = Path(__file__).parent
SEED = 2212

UNITS = {
    "Stockholm": ("Biblioteken Innerstaden", "Biblioteken Västerort", "Biblioteken Söderort", "Kulturskolan Norr",
                  "Kulturskolan Söder", "Museet Hamnen", "Museet Torget", "Kulturhusets scener",
                  "Evenemang"),
    "Botkyrka": ("Biblioteken Botkyrka", "Kulturskolan Botkyrka", "Konsthallen", "Ungdomens hus", "Medborgarhuset"),
}  # fmt: skip
EMPLOYEES, MANAGERS = 302, 12

ANSWERS = ("Stämmer inte alls", "Stämmer dåligt", "Varken eller", "Stämmer ganska bra", "Stämmer helt")
SCALES = {
    "mangfald": ("m1", "m2", "m3", "m4"),
    "jamstalldhet": ("j1", "j2", "j3", "j4"),
    "rekrytering": ("r1", "r2", "r3"),
}
ITEMS = tuple(item for items in SCALES.values() for item in items)
#: Mean and spread of what the project gave, in steps of the answer scale.
GAINS = {"mangfald": (0.78, 0.46), "jamstalldhet": (0.46, 0.44), "rekrytering": (1.5, 0.2)}
WAVES = {"before": dt.date(2012, 9, 3), "after": dt.date(2014, 2, 3)}

#: The unit whose work has not become clearer, for each area; in every other unit it has.
UNCHANGED = {"mangfald": "Evenemang", "jamstalldhet": "Museet Torget"}
UNIT_ANSWERS = ("1", "2", "3", "4", "5", "6")

#: The internal survey, year by year: how many answered, and the chances of the five answers.
INTERNAL = {
    2011: (188, (0.12, 0.22, 0.26, 0.28, 0.12)),
    2012: (204, (0.09, 0.18, 0.25, 0.33, 0.15)),
    2013: (197, (0.05, 0.13, 0.23, 0.38, 0.21)),
}

#: Indicator, and its value in 2011, 2012 and 2013. Kolada's sign ".." stands for a value kept secret, "-" for one lost.
INDICATORS = {
    "Andel lokaler som källsorterar i fler fraktioner (procent)": ("61", "74", "86"),
    "Pappersförbrukning (ton)": ("14,2", "13,1", "11,6"),
    "Feriejobb för ungdomar": ("118", "131", "142"),
    "Bidrag till kvalitetsutmärkelsen": ("2", "-", "3"),
}

ACTIVITIES = {
    "Möte i kommunikationsgruppen": (
        "2012-01-24",
        "2012-03-13",
        "2012-05-08",
        "2012-08-28",
        "2012-10-09",
        "2012-12-04",
    ),
    "Kompetensdag": ("2012-04-17", "2012-11-06"),
    "Chefsforum": ("2012-02-07", "2012-05-22", "2012-09-18", "2012-11-27"),
}
#: What a Mystery Visitor looks for: the share of visits that found it before, and the rise.
VISITED = {
    "halsad": (0.60, 0.17),
    "valkommen": (0.55, 0.20),
    "fraga": (0.70, 0.10),
    "sprak": (0.40, 0.15),
    "framkomligt": (0.65, 0.06),
    "utbud": (0.45, 0.20),
}
VISITORS, VISITS = ("Besökare 1", "Besökare 2", "Besökare 3", "Besökare 4"), 4
#: The days between which visits were made, before and after.
VISIT_DAYS = {"before": (dt.date(2012, 9, 3), 18), "after": (dt.date(2014, 2, 3), 18)}
LETTERS_FIRST, LETTERS, LETTERS_MISSED = dt.date(2012, 1, 13), 26, (13, 14, 21)


# ---- employees, managers and units -----------------------------------------------------------------------


def employees(rng: np.random.Generator) -> pd.DataFrame:
    """Everybody who takes part: employees in fourteen units, and the managers."""
    places = [(town, unit) for town, units in UNITS.items() for unit in units]
    sizes = rng.multinomial(EMPLOYEES - 14 * len(places), np.full(len(places), 1 / len(places))) + 14
    rows = [
        {"kommun": town, "enhet": unit, "niva": "individ"}
        for (town, unit), size in zip(places, sizes, strict=True)
        for _ in range(size)
    ]
    rows += [{"kommun": "Stockholm" if place < 8 else "Botkyrka", "enhet": "", "niva": "ledning"}
             for place in range(MANAGERS)]  # fmt: skip
    frame = pd.DataFrame(rows)
    frame.insert(0, "medarbetare", [f"M{number:03d}" for number in range(1, len(frame) + 1)])
    frame.insert(1, "kon", np.where(rng.random(len(frame)) < 0.66, "kvinna", "man"))
    return frame


def units(people: pd.DataFrame) -> pd.DataFrame:
    """Return the fourteen units, with how many work there."""
    sizes = people[people["niva"] == "individ"].groupby("enhet").size()
    rows = [(unit, town, int(sizes[unit])) for town, names in UNITS.items() for unit in names]
    return pd.DataFrame(rows, columns=["enhet", "kommun", "anstallda"])


# ---- the survey of employees and managers ------------------------------------------------------------------


def true_answers(rng: np.random.Generator, people: int) -> dict[str, np.ndarray]:
    """Draw what everybody would answer, 1 to 5, before and after: {wave: people x items}."""
    person = rng.normal(0, 0.4, people)
    answers: dict[str, list[np.ndarray]] = {wave: [] for wave in WAVES}
    for scale, items in SCALES.items():
        level = (2.2 if scale == "rekrytering" else 2.9) + person + rng.normal(0, 0.3, people)
        gain = rng.normal(*GAINS[scale], people)
        habit = rng.normal(0, 0.3, (people, len(items)))
        for wave, shift in (("before", 0.0), ("after", gain)):
            noise = rng.normal(0, 0.2, (people, len(items)))
            answers[wave].append(np.clip(np.rint((level + shift)[:, None] + habit + noise), 1, 5).astype(int))
    return {wave: np.hstack(parts) for wave, parts in answers.items()}


def codes(rng: np.random.Generator, people: int) -> list[str]:
    """Self-made codes, three letters and a digit, each at least two characters from every other."""
    letters, made, near = list("ABCDEFGHIJKLMNOPRSTUVY"), [], set()
    while len(made) < people:
        code = "".join(rng.choice(letters, 3)) + f"{rng.integers(0, 10)}"
        masked = {code[:place] + "*" + code[place + 1 :] for place in range(len(code))}
        if not masked & near:
            made.append(code)
            near |= masked
    return made


def staff_survey(rng: np.random.Generator, people: pd.DataFrame) -> tuple[dict[str, pd.DataFrame], dict[str, object]]:
    """Return both files; one manager was on leave and answered only before."""
    truth, own = true_answers(rng, len(people)), codes(rng, len(people))
    manages = (people["niva"] == "ledning").to_numpy()
    stays = int(np.flatnonzero(manages)[7])
    files, answered = {}, {}
    for wave, share in (("before", 0.88), ("after", 0.84)):
        answered[wave] = manages | (rng.random(len(people)) < share)
        if wave == "after":
            answered[wave][stays] = False
        who = rng.permutation(np.flatnonzero(answered[wave]))
        frame = people.loc[who, ["niva", "kommun", "kon"]].reset_index(drop=True)
        frame.insert(0, "kod", [own[person] for person in who])
        days = rng.integers(0, 18, who.size)
        frame.insert(1, "svarsdatum", [(WAVES[wave] + dt.timedelta(days=int(day))).isoformat() for day in days])
        for column, item in enumerate(ITEMS):
            asked = manages[who] == (item in SCALES["rekrytering"])
            labels = np.array([ANSWERS[value - 1] for value in truth[wave][who, column]], dtype=object)
            silent = rng.random(who.size)
            labels[(silent < 0.015) & ~manages[who]] = "Vet ej"
            frame[item] = np.where(asked, labels, "")
        frame["kommentar"] = ""
        frame.loc[rng.choice(who.size, 2, replace=False), "kommentar"] = ("Mer av detta!", "=Bra dagar")
        files[wave] = frame.sort_values(["svarsdatum", "kod"], ignore_index=True)
    linked = answered["before"] & answered["after"]
    found: dict[str, object] = {
        "rows": {wave: len(file) for wave, file in files.items()},
        "linked": {"individ": int((linked & ~manages).sum()), "ledning": int((linked & manages).sum())},
    }
    for scale, items in SCALES.items():
        level = "ledning" if scale == "rekrytering" else "individ"
        concerned = manages if scale == "rekrytering" else ~manages
        columns = [ITEMS.index(item) for item in items]
        rose = truth["after"][:, columns].sum(axis=1) > truth["before"][:, columns].sum(axis=1)
        seen = [_scores(file[file["niva"] == level], items) for file in files.values()]
        both = [code for code in seen[0] if code in seen[1]]
        found[scale] = {
            "population": int(concerned.sum()),
            "improved_in_population": int((rose & concerned).sum()),
            "share_in_population": float(rose[concerned].mean()),
            "linked_with_scores": len(both),
            "improved_among_linked": sum(seen[1][code] > seen[0][code] for code in both),
        }
    return files, found


def _scores(frame: pd.DataFrame, items: tuple[str, ...]) -> dict[str, Fraction]:
    value = {label: number for number, label in enumerate(ANSWERS, start=1)}
    scores = {}
    for row in frame.to_dict("records"):
        given = [value[row[item]] for item in items if row[item] in value]
        if 2 * len(given) >= len(items):
            scores[row["kod"]] = Fraction(sum(given), len(given))
    return scores


# ---- the survey of units -----------------------------------------------------------------------------------


def unit_survey(rng: np.random.Generator, places: pd.DataFrame) -> tuple[dict[str, pd.DataFrame], dict[str, object]]:
    """How clear the work is in each unit, as its head sees it: 1 to 6, all fourteen both times."""
    before = places[["enhet", "kommun"]].copy()
    after = before.copy()
    for area, unchanged in UNCHANGED.items():
        level = rng.integers(1, 4, len(places))
        for question in ("mal", "rutin", "uppfoljning"):
            first = np.clip(level + rng.integers(0, 2, len(places)), 1, 6)
            rise = rng.integers(1 if question == "mal" else 0, 3, len(places))
            before[f"{area}_{question}"] = first
            after[f"{area}_{question}"] = np.minimum(6, first + np.where(places["enhet"] == unchanged, 0, rise))
    found = {}
    for area, unchanged in UNCHANGED.items():
        columns = [column for column in before if column.startswith(f"{area}_")]
        rose = after[columns].sum(axis=1) > before[columns].sum(axis=1)
        assert list(places.loc[~rose, "enhet"]) == [unchanged]
        found[area] = {"units": len(places), "improved": int(rose.sum()), "not_improved": unchanged}
    return {"before": before, "after": after}, found


# ---- Mystery Visitors -------------------------------------------------------------------------------------


def mystery_visits(rng: np.random.Generator, places: pd.DataFrame) -> tuple[dict[str, pd.DataFrame], dict[str, object]]:
    """Four visits to every unit in each wave; units differ, and no visitor is stricter than another."""
    better = dict(zip(places["enhet"], rng.normal(0, 0.08, len(places)), strict=True))
    files, found = {}, {}
    for wave, (first, days) in VISIT_DAYS.items():
        rows = [
            {
                "besok": f"{first.year}-{place * VISITS + visit + 1:02d}",
                "datum": (first + dt.timedelta(days=int(rng.integers(0, days + 1)))).isoformat(),
                "enhet": unit,
                "besokare": str(rng.choice(VISITORS)),
                **_noted(rng, better[unit], wave),
            }
            for place, unit in enumerate(places["enhet"])
            for visit in range(VISITS)
        ]
        frame = pd.DataFrame(rows).sort_values(["datum", "enhet"], kind="stable", ignore_index=True)
        of_units = (frame[list(VISITED)] == "ja").mean(axis=1).groupby(frame["enhet"]).mean()
        rise = [share + (more if wave == "after" else 0.0) for share, more in VISITED.values()]
        found[wave] = {"visits": len(frame), "share": float(of_units.mean()), "true_share": float(np.mean(rise))}
        files[wave] = frame
    return files, {**found, "units": len(places)}


def _noted(rng: np.random.Generator, better: float, wave: str) -> dict[str, str]:
    chances = {item: share + better + (rise if wave == "after" else 0.0) for item, (share, rise) in VISITED.items()}
    return {item: "ja" if rng.random() < chance else "nej" for item, chance in chances.items()}


# ---- the internal survey, indicators, activities -----------------------------------------------------------


def internal_survey(rng: np.random.Generator) -> tuple[dict[int, pd.DataFrame], dict[str, object]]:
    """Three yearly samples without a code: how well people know of what the administration does."""
    files, found = {}, {}
    for year, (size, chances) in INTERNAL.items():
        answers = rng.choice([1, 2, 3, 4, 5], size, p=chances)
        answers[rng.random(size) < 0.03] = 9
        files[year] = pd.DataFrame({"kon": rng.choice(["kvinna", "man"], size, p=[0.64, 0.36]), "kand": answers})
        valid = answers[answers != 9]
        found[str(year)] = {"rows": size, "answered": int(valid.size), "four_or_five": int((valid >= 4).sum()),
                            "share": float((valid >= 4).mean()), "true_share": round(sum(chances[3:]), 10)}  # fmt: skip
    return files, found


def indicators() -> pd.DataFrame:
    """One row per indicator and year."""
    rows = [(name, year, value) for name, values in INDICATORS.items()
            for year, value in zip(INTERNAL, values, strict=True)]  # fmt: skip
    return pd.DataFrame(rows, columns=["indikator", "ar", "varde"])


def activities() -> tuple[pd.DataFrame, dict[str, object]]:
    """Return what was planned for 2012, and when it was held; three of the managers' letters were never written."""
    rows = [(kind, day, _held(kind, day)) for kind, days in ACTIVITIES.items() for day in days]
    for number in range(LETTERS):
        day = (LETTERS_FIRST + dt.timedelta(weeks=2 * number)).isoformat()
        rows.append(("Chefsbrev", day, "" if number in LETTERS_MISSED else day))
    frame = pd.DataFrame(rows, columns=["aktivitet", "planerad", "genomford"])
    held = frame[frame["genomford"] != ""].groupby("aktivitet").size()
    planned = frame.groupby("aktivitet").size()
    counts = {str(kind): {"planned": int(planned[kind]), "held": int(held[kind])} for kind in planned.index}
    return frame.sort_values(["planerad", "aktivitet"], ignore_index=True), counts


def _held(kind: str, day: str) -> str:
    return "2012-05-29" if (kind, day) == ("Chefsforum", "2012-05-22") else day


def write_sheet(frame: pd.DataFrame, path: Path) -> None:
    """Write an xlsx file that is the same bytes every time: no clock inside, nothing compressed."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Svar"
    sheet.append(list(frame.columns))
    for row in frame.itertuples(index=False):
        sheet.append([value.item() if isinstance(value, np.generic) else value or None for value in row])
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as fixed:
        for name in made.namelist():
            content = made.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[0-9:.]+Z?", b"2014-03-31T12:00:00Z", content)
            fixed.writestr(zipfile.ZipInfo(name, date_time=(2014, 3, 31, 12, 0, 0)), content)


def main() -> None:
    """Write all files."""
    rng = np.random.default_rng(SEED)
    people = employees(rng)
    places = units(people)
    survey, survey_truth = staff_survey(rng, people)
    heads, heads_truth = unit_survey(rng, places)
    internal, internal_truth = internal_survey(rng)
    planned, activity_truth = activities()
    visited, visit_truth = mystery_visits(np.random.default_rng([SEED, 8]), places)
    truth = {
        "seed": SEED,
        "medarbetare": {"employees": EMPLOYEES, "managers": MANAGERS, "units": len(places)},
        "enkat": survey_truth,
        "enheter": heads_truth,
        "internenkat": internal_truth,
        "besok": visit_truth,
        "indikatorer": INDICATORS,
        "aktiviteter": activity_truth,
    }
    text = {"index": False, "lineterminator": "\r\n"}
    office = {"sep": ";", "encoding": "cp1252", **text}
    people.to_csv(HERE / "medarbetare.csv", **office)
    places.to_csv(HERE / "enheter.csv", **office)
    survey["before"].to_csv(HERE / "enkat_2012.csv", encoding="utf-8-sig", **text)
    survey["after"].to_csv(HERE / "enkat_2014.csv", encoding="utf-8-sig", **text)
    write_sheet(heads["before"], HERE / "enhetschefer_2012.xlsx")
    write_sheet(heads["after"], HERE / "enhetschefer_2014.xlsx")
    for wave, year in (("before", 2012), ("after", 2014)):
        visited[wave].to_csv(HERE / f"besok_{year}.csv", **office)
    for year, frame in internal.items():
        frame.to_csv(HERE / f"internenkat_{year}.csv", **office)
    indicators().to_csv(HERE / "indikatorer.csv", **office)
    planned.to_csv(HERE / "aktiviteter.csv", **office)
    (HERE / "truth.json").write_text(json.dumps(truth, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
