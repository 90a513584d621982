"""Write the invented data of the sample project "Digitalt kompetenslyft", and the truth planted in them.

Run `python generate.py`: every file beside this one is written anew, the same bytes each time. Nobody in the data
exists. People here overrate themselves before the project and know better afterwards (response shift): the plain
difference of the ratings is smaller than what was gained, and the then-test recovers it.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile
from pathlib import Path
from statistics import NormalDist

import numpy as np
import openpyxl
import pandas as pd

HERE = Path(__file__).parent
SEED = 2243

ENROLLED, TOOK_PART = 1131, 1098
ANSWERED = {"before": 868, "after": 741}
LINKED = 648

#: Unit, organisation, people enrolled, and how far its people stand from the others at the start (in levels).
UNITS = (
    ("Hemtjänst Norr", "Förvaltning A", 128, -0.35), ("Hemtjänst Söder", "Förvaltning A", 117, -0.25),
    ("Vård- och omsorgsboenden", "Förvaltning A", 146, -0.45), ("Dagverksamhet", "Förvaltning A", 58, -0.10),
    ("Bistånd och myndighet", "Förvaltning A", 74, 0.25), ("Digitalt stöd", "Förvaltning A", 4, 0.90),
    ("Administration A", "Förvaltning A", 49, 0.35), ("Nattpatrull", "Förvaltning A", 31, -0.40),
    ("Barn och unga", "Förvaltning B", 121, 0.10), ("Vuxenstöd", "Förvaltning B", 102, 0.05),
    ("Ekonomiskt bistånd", "Förvaltning B", 96, 0.20), ("Funktionsstöd", "Förvaltning B", 133, -0.20),
    ("Mottagning och jour", "Förvaltning B", 41, 0.00), ("Administration B", "Förvaltning B", 31, 0.30),
)  # fmt: skip
ROLES = ("Vårdpersonal", "Handläggare", "Administratör", "Chef")
MIX = {"Hemtjänst": (0.88, 0.02, 0.04, 0.06), "Bistånd": (0.02, 0.85, 0.06, 0.07), "Administration": (0, 0.1, 0.8, 0.1),
       "Digitalt": (0, 0.3, 0.7, 0), "Barn": (0.2, 0.68, 0.06, 0.06), "Vuxenstöd": (0.25, 0.63, 0.06, 0.06),
       "Ekonomiskt": (0, 0.84, 0.08, 0.08), "Mottagning": (0.3, 0.58, 0.06, 0.06)}  # fmt: skip
OTHER_MIX = (0.86, 0.04, 0.04, 0.06)
NEEDED = {
    "Vårdpersonal": (3, 3, 2, 3, 3, 4),
    "Handläggare": (4, 4, 4, 4, 3, None),
    "Administratör": (4, 4, 4, 4, 4, None),
    "Chef": (3, 4, 3, 4, 3, 3),
}
SKILLS = ("d1", "d2", "d3", "d4", "d5", "d6")
#: True level of each skill before, and how much people overrated themselves then.
LEVELS, OVERRATED, GAIN = (3.0, 3.1, 2.4, 2.5, 2.6, 2.5), 0.45, 0.80
#: How much of an answer to i1 and i2 is the person's own view of how inclusive work is: what makes them one scale.
VIEW = 0.8
AGREE = ("Stämmer inte alls", "Stämmer dåligt", "Varken eller", "Stämmer ganska bra", "Stämmer helt")
WAVES = {"before": (dt.date(2023, 10, 2), 74), "after": (dt.date(2025, 11, 3), 88)}
COMMENTS = ("Mer tid att öva, tack!", "Bra upplägg", "Jag trodde att jag kunde mer än jag kunde.", "<i>Fler kurser</i>")
DIMIOS = {
    "Digital förmåga": {"Förvaltning A": ("46,3", "51,8"), "Förvaltning B": ("49,7", "52,4")},
    "Digitalt arv": {"Förvaltning A": ("58,1", "56,9"), "Förvaltning B": ("54,6", "57,2")},
}


def participants(rng: np.random.Generator) -> pd.DataFrame:
    """Draw everybody enrolled: organisation, unit, role, sex, and whether they took part."""
    rows = []
    for unit, organisation, size, _ in UNITS:
        mix = MIX.get(unit.split()[0], OTHER_MIX)
        roles = rng.choice(ROLES, size, p=np.array(mix) / sum(mix))
        sexes = rng.choice(["kvinna", "man"], size, p=[0.81, 0.19])
        rows += [(organisation, unit, role, sex) for role, sex in zip(roles, sexes, strict=True)]
    people = pd.DataFrame(rows, columns=["organisation", "enhet", "yrkesroll", "kon"])
    assert len(people) == ENROLLED
    people = people.iloc[rng.permutation(ENROLLED)].reset_index(drop=True)
    gone = set(rng.choice(np.flatnonzero(people["enhet"] != "Digitalt stöd"), ENROLLED - TOOK_PART, replace=False))
    people["deltog"] = ["nej" if place in gone else "ja" for place in people.index]
    people["ambassador"] = "nej"
    for unit, _, size, _ in UNITS:  # at least one everywhere, one in forty in large units
        here = people.index[(people["enhet"] == unit) & (people["deltog"] == "ja")]
        people.loc[rng.choice(here, 1 + size // 40, replace=False), "ambassador"] = "ja"
    people.insert(0, "deltagare", [f"D{number:04d}" for number in range(1, ENROLLED + 1)])
    return people


def codes(rng: np.random.Generator, number: int) -> list[str]:
    """Return codes as people make them up: three letters and three figures, no two alike."""
    letters, found = "abcdefghijklmnoprstuvy", dict[str, None]()
    while len(found) < number:
        found["".join(rng.choice(list(letters), 3)) + f"{rng.integers(100, 1000)}"] = None
    return list(found)


def true_levels(rng: np.random.Generator, people: pd.DataFrame) -> dict[str, np.ndarray]:
    """Return everybody's ratings before, after, and of before as seen afterwards: people x skills, 1 to 5."""
    apart = {unit: shift for unit, _, _, shift in UNITS}
    person = people["enhet"].map(apart).to_numpy() + 0.45 * rng.standard_normal(len(people))
    level = person[:, None] + np.array(LEVELS) + 0.45 * rng.standard_normal((len(people), len(SKILLS)))
    gain = np.clip(GAIN + 0.5 * rng.standard_normal(len(people)), -0.2, None)
    overrated = np.clip(OVERRATED + 0.3 * rng.standard_normal(len(people)), -0.2, None)
    noise = {wave: 0.25 * rng.standard_normal(level.shape) for wave in ("before", "then", "after")}
    seen = {"before": level + overrated[:, None], "then": level, "after": level + gain[:, None]}
    return {wave: np.clip(np.rint(seen[wave] + noise[wave]), 1, 5).astype(int) for wave in seen}


def answered(rng: np.random.Generator, people: pd.DataFrame) -> dict[str, np.ndarray]:
    """Draw who answered each wave: everybody who took part could; so many that LINKED answered both."""
    could = rng.permutation(np.flatnonzero(people["deltog"] == "ja"))
    both, rest = could[:LINKED], could[LINKED:]
    before = rest[: ANSWERED["before"] - LINKED]
    after = rest[len(before) : len(before) + ANSWERED["after"] - LINKED]
    return {"before": np.concatenate([both, before]), "after": np.concatenate([both, after])}


def agreement(rng: np.random.Generator, views: np.ndarray, shares: tuple[float, ...]) -> list[str]:
    """Draw how far people agree with a statement: so many of each answer, higher with a higher view."""
    normal = NormalDist()
    own = np.array([normal.inv_cdf(part) for part in rng.random(len(views))])
    places = [normal.cdf(view) for view in VIEW * views + np.sqrt(1 - VIEW**2) * own]
    return [AGREE[place] for place in np.searchsorted(np.cumsum(shares)[:-1], places)]


def sheet(
    rng: np.random.Generator, wave: str, people: pd.DataFrame, levels: dict[str, np.ndarray], who: np.ndarray
) -> pd.DataFrame:
    """Write one wave's answers, some left empty, one sent in twice."""
    who = rng.permutation(who)
    start, days = WAVES[wave]
    frame = people.loc[who, ["kod", "organisation", "enhet", "yrkesroll", "kon"]].reset_index(drop=True)
    dates = [start + dt.timedelta(days=int(day)) for day in rng.integers(0, days, len(who))]
    frame.insert(1, "svarsdatum", [date.isoformat() for date in dates])
    for place, skill in enumerate(SKILLS):
        frame[skill] = [str(level) for level in levels[wave][who, place]]
        silent = rng.random(len(who))
        frame.loc[silent < 0.015, skill] = "vet ej"
        frame.loc[silent > 0.988, skill] = ""
    if wave == "after":
        for place, skill in enumerate(SKILLS):
            frame[f"{skill}_da"] = [str(level) for level in levels["then"][who, place]]
            frame.loc[rng.random(len(who)) < 0.02, f"{skill}_da"] = ""
    agree = {"before": (0.06, 0.17, 0.33, 0.31, 0.13), "after": (0.03, 0.11, 0.28, 0.37, 0.21)}[wave]
    for item in ("i1", "i2"):
        frame[item] = agreement(rng, people["syn"].to_numpy()[who], agree)
        frame.loc[rng.random(len(who)) < 0.03, item] = "Vet ej"
    frame["kommentar"] = ""
    frame.loc[rng.choice(len(who), len(COMMENTS), replace=False), "kommentar"] = COMMENTS
    again = frame.iloc[rng.choice(len(who), 3, replace=False)].copy()
    again["svarsdatum"] = [
        (dt.date.fromisoformat(day) + dt.timedelta(days=5)).isoformat() for day in again["svarsdatum"]
    ]
    return pd.concat([frame, again]).sort_values(["svarsdatum", "kod"], ignore_index=True)


def as_numbers(frame: pd.DataFrame, skills: tuple[str, ...]) -> pd.DataFrame:
    """Return the latest ratings of each code as numbers."""
    latest = frame.sort_values("svarsdatum", kind="stable").drop_duplicates("kod", keep="last").set_index("kod")
    return latest[list(skills)].apply(pd.to_numeric, errors="coerce")


def truth_of(people: pd.DataFrame, files: dict[str, pd.DataFrame], levels: dict[str, np.ndarray]) -> dict[str, object]:
    """Say what an evaluation should find, and what is true of everybody."""
    took_part = (people["deltog"] == "ja").to_numpy()
    before, after = (as_numbers(files[wave], SKILLS) for wave in WAVES)
    then = as_numbers(files["after"], tuple(f"{skill}_da" for skill in SKILLS))
    both = [code for code in before.index if code in set(after.index)]
    scored = [(before.loc[code].mean(), after.loc[code].mean()) for code in both
              if min(before.loc[code].count(), after.loc[code].count()) >= 3]  # fmt: skip
    rose = levels["after"].sum(axis=1) > levels["before"].sum(axis=1)
    true_mean = {wave: float(levels[wave][took_part].mean()) for wave in levels}
    role = files["after"].sort_values("svarsdatum", kind="stable").drop_duplicates("kod", keep="last").set_index("kod")
    needed = {who: [(skill, level) for skill, level in zip(SKILLS, NEEDED[who], strict=True) if level] for who in ROLES}
    rated = [(role.loc[code], after.loc[code]) for code in after.index]
    whole = [(person, levels_) for person, levels_ in rated
             if not any(np.isnan(levels_[skill]) for skill, _ in needed[person["yrkesroll"]])]  # fmt: skip
    met = sum(bool(all(got[skill] >= level for skill, level in needed[person["yrkesroll"]])) for person, got in whole)
    gaps: dict[str, list[float]] = {}
    for person, got in rated:
        for skill, level in needed[person["yrkesroll"]]:
            if skill == "d4" and not np.isnan(got[skill]):
                gaps.setdefault(person["enhet"], []).append(level - got[skill])
    return {
        "seed": SEED,
        "deltagare": {"enrolled": ENROLLED, "took_part": TOOK_PART,
                      "ambassadors": int((people["ambassador"] == "ja").sum())},
        "mal-c": {"linked_with_scores": len(scored),
                  "improved": sum(bool(round(new, 9) > round(old, 9)) for old, new in scored),
                  "true_share_in_all": float(rose[took_part].mean())},
        "then_test": {"true_mean": true_mean, "true_shift": true_mean["then"] - true_mean["before"],
                      "true_change": true_mean["after"] - true_mean["then"],
                      "then_rated": int((then.count(axis=1) >= 3).sum())},
        "dimios": {index: {unit: [float(value.replace(",", ".")) for value in values] for unit, values in units.items()}
                   for index, units in DIMIOS.items()},
        "pelare-5": {"rated": len(whole), "reach_every_level": met,
                     "need_in_information_security": {unit: float(np.mean(gaps[unit])) for unit in sorted(gaps)},
                     "small_units": ["Digitalt stöd"]},
    }  # fmt: skip


def write_sheet(frame: pd.DataFrame, path: Path) -> None:
    """Write an xlsx file that is the same bytes every time: no clock inside, nothing compressed."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = "Svar"
    page.append(list(frame.columns))
    for row in frame.itertuples(index=False):
        page.append([int(cell) if isinstance(cell, str) and cell.isdigit() else cell or None for cell in row])
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as fixed:
        for name in made.namelist():
            content = made.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[0-9:.]+Z?", b"2026-02-01T12:00:00Z", content)
            fixed.writestr(zipfile.ZipInfo(name, date_time=(2026, 2, 1, 12, 0, 0)), content)


def main() -> None:
    """Write all files."""
    rng = np.random.default_rng(SEED)
    people = participants(rng)
    views = np.random.default_rng([SEED, 8]).standard_normal(len(people))
    with_codes = people.assign(kod=codes(rng, len(people)), syn=views)
    levels = true_levels(rng, people)
    files = {wave: sheet(rng, wave, with_codes, levels, who) for wave, who in answered(rng, people).items()}
    published = [
        (unit, wave, index, value)
        for index, units in DIMIOS.items()
        for unit, values in units.items()
        for wave, value in zip(("Före", "Efter"), values, strict=True)
    ]
    text = {"index": False, "lineterminator": "\r\n"}
    people.to_csv(HERE / "deltagare.csv", sep=";", encoding="cp1252", **text)
    files["before"].to_csv(HERE / "skattning_fore.csv", encoding="utf-8-sig", **text)
    write_sheet(files["after"], HERE / "skattning_efter.xlsx")
    pd.DataFrame(published, columns=["organisation", "matning", "index", "varde"]).to_csv(
        HERE / "dimios.csv", sep=";", encoding="utf-8-sig", **text
    )
    truth = truth_of(people, files, levels)
    (HERE / "truth.json").write_text(json.dumps(truth, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
