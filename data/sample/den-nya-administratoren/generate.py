"""Write the invented data of the sample project "Den nya administratören", and the truth planted in them.

Run `python generate.py`: every file beside this one is written anew, the same bytes each time. Nobody in the
data exists. `truth.json` holds what is true in the invented world (also for those who never answered), so that
tests can see whether an evaluation finds it.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import math
import re
import zipfile
from fractions import Fraction
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd

HERE = Path(__file__).parent
SEED = 2041

DEPARTMENTS = {
    "Tranemo": ("Kommunkansliet", "Löneenheten", "Bygg och miljö", "Fritid och kultur", "Äldreomsorgens expedition",
                "Skolexpeditionerna", "Individ och familj", "Teknik och fastighet", "Medborgarservice"),
    "Orust": ("Kansliavdelningen", "Personalavdelningen", "Ekonomiavdelningen", "Plan och bygg", "Miljöenheten",
              "Kultur och förening", "Omsorgens administration", "Barn och utbildning", "Socialkontoret",
              "Gata och hamn", "Kontaktcenter"),
}  # fmt: skip
OCCUPATIONS = ("Administratör", "Assistent", "Handläggare", "Löneadministratör", "Receptionist", "Registrator",
               "Skolsekreterare")  # fmt: skip
STARTERS, COMPLETED, VALIDATED = 230, 206, 202
#: Ambassadors at the end, department by department: one has none, one has a single one, together 41.
AMBASSADORS = (2, 2, 3, 2, 2, 2, 1, 2, 3, 2, 2, 2, 2, 3, 2, 2, 0, 2, 2, 3)

ANSWERS = ("Stämmer inte alls", "Stämmer dåligt", "Varken eller", "Stämmer ganska bra", "Stämmer helt")
SCALES = {
    "verktyg": ("v1", "v2", "v3", "v4", "v5"),
    "bemotande": ("b1", "b2", "b3"),
    "tillganglighet": ("t1", "t2", "t3"),
    "jamstalldhet": ("j1", "j2", "j3"),
}
ITEMS = tuple(item for items in SCALES.values() for item in items)
REVERSED = "v4"
#: Mean and spread of what the training gave, in steps of the answer scale.
GAINS = {
    "verktyg": (0.80, 0.40),
    "bemotande": (0.26, 0.34),
    "tillganglighet": (0.34, 0.34),
    "jamstalldhet": (0.30, 0.34),
}
COMMENTS = {
    "fore": ("Ser fram emot utbildningen.", "Hoppas att det blir tid att öva.", "=Bra att någon frågar!"),
    "efter": (
        "Tack för en bra kurs.",
        "Jag vågar mer nu.",
        "<b>Mer sådant!</b>",
        "Gärna en uppföljning om ett halvår.",
    ),
}

WAVES = {
    "before": (dt.date(2011, 9, 19), dt.date(2012, 1, 19), dt.date(2012, 2, 29)),
    "after": (dt.date(2013, 5, 1), dt.date(2013, 8, 31), dt.date(2013, 9, 19)),
}
EXPORTED = dt.date(2013, 12, 13)
WITHIN_DAYS = 90
#: Case type: median days before and after, share that get stuck before and after, share of the cases before and after.
CASE_TYPES = {
    "Bygglov": (55, 49, 0.52, 0.15, 0.35, 0.27),
    "Serveringstillstånd": (44, 37, 0.42, 0.09, 0.22, 0.20),
    "Föreningsbidrag": (34, 27, 0.34, 0.06, 0.22, 0.24),
    "Parkeringstillstånd": (16, 12, 0.24, 0.03, 0.21, 0.29),
}
SPREAD = 0.5
#: Median days and spread of the cases that get stuck: most of them are still open when the waves are measured.
STUCK = (200, 0.3)
CASES = {"before": 780, "between": 360, "after": 790}

#: Point of the checklist for accessibility: the chance that a department meets it before, and how much it rises.
ACCESSIBILITY = {
    "entre": (0.55, 0.20),
    "skyltar": (0.40, 0.35),
    "disk": (0.45, 0.15),
    "slinga": (0.30, 0.25),
    "toalett": (0.75, 0.10),
    "lattlast": (0.20, 0.40),
    "kontaktvagar": (0.60, 0.30),
    "uppforstoring": (0.50, 0.25),
}
#: The departments whom nobody visits have no counter: that point does not apply.
WITHOUT_COUNTER = ("Löneenheten", "Personalavdelningen", "Ekonomiavdelningen")


# ---- participants ----------------------------------------------------------------------------------------


def participants(rng: np.random.Generator) -> pd.DataFrame:
    """Everybody who started: 20 departments of 10 to 14 people, training groups of at most 20."""
    names = [(town, name) for town, departments in DEPARTMENTS.items() for name in departments]
    sizes = np.array([11, 12, 12, 10, 11, 13, 11, 12, 12, 11, 12, 11, 13, 10, 12, 11, 10, 14, 11, 11])
    rows = [place for place, size in zip(names, sizes, strict=True) for _ in range(size)]
    frame = pd.DataFrame(rows, columns=["kommun", "avdelning"])
    assert len(frame) == STARTERS
    frame.insert(0, "deltagare", [f"D{number:03d}" for number in range(1, STARTERS + 1)])
    frame.insert(1, "kon", np.where(rng.permutation(STARTERS) < round(0.8 * STARTERS), "kvinna", "man"))
    frame["yrke"] = rng.choice(OCCUPATIONS, STARTERS, p=[0.34, 0.16, 0.2, 0.06, 0.1, 0.06, 0.08])
    frame["utbildningsgrupp"] = ""
    for town, letter in (("Tranemo", "T"), ("Orust", "O")):
        here = rng.permutation(frame.index[frame["kommun"] == town].to_numpy())
        groups = math.ceil(len(here) / 20)
        frame.loc[here, "utbildningsgrupp"] = [f"{letter}{1 + i % groups}" for i in range(len(here))]
    completed = rng.permutation(STARTERS) < COMPLETED
    validated = completed.copy()
    validated[rng.choice(np.flatnonzero(completed), COMPLETED - VALIDATED, replace=False)] = False
    frame["genomgatt"] = np.where(completed, "ja", "nej")
    frame["validering"] = np.where(validated, "ja", "nej")
    _name_ambassadors(rng, frame, names, completed)
    hours = np.where(completed, rng.integers(112, 161, STARTERS) / 2, rng.integers(4, 61, STARTERS) / 2)
    frame["timmar"] = [f"{value:.1f}".replace(".", ",") for value in hours]
    return frame


def _name_ambassadors(
    rng: np.random.Generator, frame: pd.DataFrame, names: list[tuple[str, str]], completed: np.ndarray
) -> None:
    before = np.zeros(STARTERS, dtype=bool)
    after = np.zeros(STARTERS, dtype=bool)
    for (_, name), wanted in zip(names, AMBASSADORS, strict=True):
        here = np.flatnonzero((frame["avdelning"] == name).to_numpy() & completed)
        after[rng.choice(here, wanted, replace=False)] = True
    before[rng.choice(np.flatnonzero(after), 5, replace=False)] = True
    before[rng.choice(np.flatnonzero(~after), 2, replace=False)] = True
    frame["ambassador_fore"] = np.where(before, "ja", "nej")
    frame["ambassador_efter"] = np.where(after, "ja", "nej")


# ---- the participants' survey ------------------------------------------------------------------------------


def true_answers(rng: np.random.Generator, people: int) -> dict[str, np.ndarray]:
    """Draw what everybody would answer, 1 to 5 with v4 already turned round: {wave: people x items}."""
    person = rng.normal(0, 0.45, people)
    ceiling = rng.permutation(people) < 12
    answers: dict[str, list[np.ndarray]] = {"before": [], "after": []}
    for scale, items in SCALES.items():
        level = 3.0 + person + rng.normal(0, 0.3, people)
        level[ceiling] += 2.6
        gain = rng.normal(*GAINS[scale], people)
        habit = rng.normal(0, 0.35, (people, len(items)))
        for wave, shift in (("before", 0.0), ("after", gain)):
            noise = rng.normal(0, 0.22, (people, len(items)))
            latent = (level + shift)[:, None] + habit + noise
            answers[wave].append(np.clip(np.rint(latent), 1, 5).astype(int))
    return {wave: np.hstack(parts) for wave, parts in answers.items()}


def codes(rng: np.random.Generator, towns: np.ndarray) -> list[str]:
    """Self-made codes, two letters and two digits: two edits apart within a town, four shared across towns."""
    letters = "ABCDEFGHIJKLMNOPRSTUVY"
    made: list[str] = []
    for town in towns:
        while True:
            code = "".join(rng.choice(list(letters), 2)) + f"{rng.integers(0, 100):02d}"
            taken = [other for other, where in zip(made, towns[: len(made)], strict=True) if where == town]
            if code not in made and all(sum(a != b for a, b in zip(code, t, strict=True)) > 1 for t in taken):
                break
        made.append(code)
    return made


def surveys(
    rng: np.random.Generator, people: pd.DataFrame
) -> tuple[dict[str, pd.DataFrame], dict[str, np.ndarray], np.ndarray]:
    """Return the two files, what everybody would have answered, and who is linked by the same code in both."""
    truth = true_answers(rng, len(people))
    towns = people["kommun"].to_numpy()
    completed = (people["genomgatt"] == "ja").to_numpy()
    answered = {"before": rng.random(len(people)) < 0.89, "after": completed & (rng.random(len(people)) < 0.84)}
    own = {"before": codes(rng, towns)}
    own["after"] = list(own["before"])
    both = np.flatnonzero(answered["before"] & answered["after"])
    miswritten = rng.choice(both, 5, replace=False)
    for person in miswritten:  # one character differs after: a near miss, never to be merged unasked
        code = own["after"][person]
        own["after"][person] = code[:3] + str((int(code[3]) + 5) % 10)
    plain = [person for person in both if person not in miswritten]
    for first, second in zip(*(_some(rng, plain, towns, town, 4) for town in DEPARTMENTS), strict=True):
        for wave_codes in own.values():  # the same code in two municipalities is two people
            wave_codes[second] = wave_codes[first]
    files = {wave: _sheet(rng, wave, people.assign(kod=own[wave]), truth[wave], answered[wave]) for wave in truth}
    linked = answered["before"] & answered["after"]
    linked[miswritten] = False
    return files, truth, linked


def _some(rng: np.random.Generator, pool: list[int], towns: np.ndarray, town: str, size: int) -> np.ndarray:
    return rng.choice([person for person in pool if towns[person] == town], size, replace=False)


def _sheet(
    rng: np.random.Generator, wave: str, people: pd.DataFrame, truth: np.ndarray, answered: np.ndarray
) -> pd.DataFrame:
    who = rng.permutation(np.flatnonzero(answered))
    first, last, _ = WAVES[wave]
    dates = [first + dt.timedelta(days=int(day)) for day in rng.integers(0, (last - first).days - 20, who.size)]
    frame = people.loc[who, ["kod", "kommun", "kon"]].reset_index(drop=True)
    frame.insert(1, "svarsdatum", [date.isoformat() for date in dates])
    for column, item in enumerate(ITEMS):
        values = truth[who, column]
        frame[item] = [ANSWERS[5 - value if item == REVERSED else value - 1] for value in values]
        silent = rng.random(who.size)
        frame.loc[silent < 0.018, item] = "Vet ej"
        frame.loc[silent > 0.985, item] = ""
    frame.loc[rng.choice(who.size, 3, replace=False), "t2"] = "9"
    frame["kommentar"] = ""
    comments = COMMENTS["fore" if wave == "before" else "efter"]
    frame.loc[rng.choice(who.size, len(comments), replace=False), "kommentar"] = comments
    twice = frame.iloc[rng.choice(who.size, 4, replace=False)].copy()  # sent in again later: the last one counts
    hasty = frame.loc[twice.index].copy()
    hasty["v1"], hasty["b1"], hasty["kommentar"] = ANSWERS[2], "", ""
    frame.loc[twice.index] = hasty
    later = [dt.date.fromisoformat(date) + dt.timedelta(days=9) for date in twice["svarsdatum"]]
    twice["svarsdatum"] = [date.isoformat() for date in later]
    return pd.concat([frame, twice]).sort_values(["svarsdatum", "kommun", "kod"], ignore_index=True)


def improved(before: pd.DataFrame, after: pd.DataFrame, scales: tuple[str, ...]) -> tuple[int, int, int, int]:
    """Count pairs with a score, risen at all, risen a whole step, and at the top already before."""
    pairs = rises = steps = top = 0
    for old, new in zip(before.to_dict("records"), after.to_dict("records"), strict=True):
        scores = [[_score([row[item] for item in SCALES[scale]]) for scale in scales] for row in (old, new)]
        if any(score is None for wave in scores for score in wave):
            continue
        first, second = (sum(wave, Fraction(0)) / len(scales) for wave in scores)
        pairs, rises, steps = pairs + 1, rises + (second > first), steps + (second - first >= 1)
        top += first == 5
    return pairs, rises, steps, top


def _score(answers: list[object]) -> Fraction | None:
    given = [int(answer) for answer in answers if answer is not None and not pd.isna(answer)]
    return Fraction(sum(given), len(given)) if 2 * len(given) >= len(answers) else None


def as_numbers(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the latest answers of each code within a town, as numbers with v4 turned round."""
    value = {label: number for number, label in enumerate(ANSWERS, start=1)}
    latest = frame.sort_values("svarsdatum").groupby(["kommun", "kod"]).last()
    numbers = pd.DataFrame({item: [value.get(answer) for answer in latest[item]] for item in ITEMS}, index=latest.index)
    numbers[REVERSED] = 6 - numbers[REVERSED]
    return numbers


def survey_truth(
    people: pd.DataFrame, files: dict[str, pd.DataFrame], truth: dict[str, np.ndarray], linked: np.ndarray
) -> dict[str, object]:
    """Say what an evaluation should find among the linked, and what is true of all who completed."""
    completed = (people["genomgatt"] == "ja").to_numpy()
    everybody = [pd.DataFrame(truth[wave][completed], columns=list(ITEMS)) for wave in ("before", "after")]
    numbers = [as_numbers(files[wave]) for wave in ("before", "after")]
    both = numbers[0].index.intersection(numbers[1].index)
    assert len(both) == linked.sum()
    seen = [wave.loc[both] for wave in numbers]
    found: dict[str, object] = {
        "rows": {wave: len(file) for wave, file in files.items()},
        "people": {wave: len(wave_numbers) for wave, wave_numbers in zip(files, numbers, strict=True)},
        "linked": len(both),
        "near_misses": 5,
        "codes_shared_between_municipalities": 4,
        "double_submissions": {"before": 4, "after": 4},
    }
    for goal, scales in (("delmal-1", ("verktyg",)), ("delmal-4", tuple(SCALES)[1:])):
        of, risen, step, _ = improved(*everybody, scales)
        pairs, hits, steps, top = improved(*seen, scales)
        found[goal] = {
            "population": of, "improved_in_population": risen, "share_in_population": risen / of,
            "one_step_in_population": step, "linked_with_scores": pairs, "improved_among_linked": hits,
            "share_among_linked": hits / pairs, "one_step_among_linked": steps, "at_ceiling_before": top,
        }  # fmt: skip
    return found


# ---- the citizens' survey ----------------------------------------------------------------------------------


def citizens(rng: np.random.Generator) -> tuple[dict[str, pd.DataFrame], dict[str, object]]:
    """Two self-selected samples without any key; 9 means "don't know"."""
    chances = {"before": (0.08, 0.16, 0.30, 0.32, 0.14), "after": (0.04, 0.10, 0.24, 0.39, 0.23)}
    files, found = {}, {}
    for (wave, chance), size in zip(chances.items(), (403, 452), strict=True):
        answers = rng.choice([1, 2, 3, 4, 5], size, p=chance)
        answers[rng.random(size) < 0.04] = 9
        files[wave] = pd.DataFrame(
            {
                "kommun": rng.choice(["Tranemo", "Orust"], size, p=[0.45, 0.55]),
                "kon": rng.choice(["kvinna", "man"], size, p=[0.56, 0.44]),
                "bemotande": answers,
            }
        )
        valid = answers[answers != 9]
        found[wave] = {"rows": size, "answered": valid.size, "four_or_five": int((valid >= 4).sum()),
                       "share": float((valid >= 4).mean()), "true_share": round(sum(chance[3:]), 10)}  # fmt: skip
    shares = [found[wave]["share"] for wave in chances]
    found["relative_change"] = shares[1] / shares[0] - 1
    return files, found


# ---- cases ------------------------------------------------------------------------------------------------


def cases(rng: np.random.Generator) -> pd.DataFrame:
    """Draw the case register as exported long after the measurement: inside, between and outside the waves."""
    between = (WAVES["before"][1] + dt.timedelta(days=1), WAVES["after"][0] - dt.timedelta(days=1))
    edges = (
        (dt.date(2011, 9, 1), dt.date(2011, 9, 16)),
        (dt.date(2013, 9, 2), dt.date(2013, 10, 31)),
    )
    parts = [
        _opened(rng, *WAVES["before"][:2], CASES["before"], 0.0),
        _opened(rng, *between, CASES["between"], 0.5),
        _opened(rng, *WAVES["after"][:2], CASES["after"], 1.0),
        _opened(rng, *edges[0], 40, 0.0),
        _opened(rng, *edges[1], 60, 1.0),
    ]
    frame = pd.concat(parts).sort_values("inkom", kind="stable", ignore_index=True)
    for number in (150, 610, 1500):  # the wrong year was typed when these were closed
        frame.loc[number, "avslutad"] = frame.loc[number, "inkom"] - dt.timedelta(days=340)
    frame.insert(0, "arendenummer", [f"{number:04d}" for number in range(1, len(frame) + 1)])
    return frame


def _opened(rng: np.random.Generator, first: dt.date, last: dt.date, size: int, progress: float) -> pd.DataFrame:
    days = [first + dt.timedelta(days=day) for day in range((last - first).days + 1)]
    opened = [days[i] for i in rng.integers(0, len(days), size * 2) if days[i].weekday() < 5][:size]
    shares = np.array([(1 - progress) * kind[4] + progress * kind[5] for kind in CASE_TYPES.values()])
    kinds = rng.choice(list(CASE_TYPES), size, p=shares / shares.sum())
    closed: list[dt.date | None] = []
    for start, kind in zip(opened, kinds, strict=True):
        before, after, stuck_before, stuck_after = CASE_TYPES[kind][:4]
        stuck = rng.random() < (1 - progress) * stuck_before + progress * stuck_after
        median, spread = STUCK if stuck else (before ** (1 - progress) * after**progress, SPREAD)
        days_taken = _to_weekday(start.weekday(), math.ceil(median * math.exp(spread * rng.standard_normal())))
        end = start + dt.timedelta(days=days_taken)
        closed.append(end if end <= EXPORTED else None)
    towns = rng.choice(["Tranemo", "Orust"], size, p=[0.44, 0.56])
    return pd.DataFrame({"kommun": towns, "arendetyp": kinds, "inkom": opened, "avslutad": closed})


def _to_weekday(opened: int, days: int) -> int:
    weekday = (opened + days) % 7
    return days + (7 - weekday if weekday >= 5 else 0)


def true_restricted_mean(kind: str, wave: str) -> float:
    """E[min(T, 90)] of the distribution the times are drawn from, moved off week-ends."""
    median, stuck = (CASE_TYPES[kind][place + (wave == "after")] for place in (0, 2))

    def by(day: int) -> float:
        parts = ((1 - stuck, median, SPREAD), (stuck, *STUCK))
        return sum(q * 0.5 * (1 + math.erf(math.log(day / m) / s / math.sqrt(2))) for q, m, s in parts) if day else 0.0

    weekdays = range(5)
    inside = sum(
        (by(day) - by(day - 1)) * min(_to_weekday(weekday, day), WITHIN_DAYS)
        for day in range(1, WITHIN_DAYS + 1)
        for weekday in weekdays
    ) / len(weekdays)
    return inside + (1 - by(WITHIN_DAYS)) * WITHIN_DAYS


def case_truth(frame: pd.DataFrame) -> dict[str, object]:
    """Return the planted differences, and what dropping the open cases would have said instead."""
    waves: dict[str, pd.DataFrame] = {}
    for wave, (first, last, measured) in WAVES.items():
        opened = frame[(frame["inkom"] >= first) & (frame["inkom"] <= last)]
        wrong = [end is not None and not pd.isna(end) and end < start
                 for start, end in zip(opened["inkom"], opened["avslutad"], strict=True)]  # fmt: skip
        here = opened[~np.array(wrong)].copy()
        here["closed"] = [end is not None and not pd.isna(end) and end <= measured for end in here["avslutad"]]
        ends = [end if closed else measured for end, closed in zip(here["avslutad"], here["closed"], strict=True)]
        here["days"] = [(end - start).days for start, end in zip(here["inkom"], ends, strict=True)]
        waves[wave] = here
    mix = pd.concat(waves.values())["arendetyp"].value_counts(normalize=True)
    true_means = {wave: {kind: true_restricted_mean(kind, wave) for kind in CASE_TYPES} for wave in waves}
    by_kind = {kind: true_means["after"][kind] - true_means["before"][kind] for kind in CASE_TYPES}
    own_mix = {wave: here["arendetyp"].value_counts(normalize=True) for wave, here in waves.items()}
    plain = {w: sum(float(own_mix[w][kind]) * true_means[w][kind] for kind in CASE_TYPES) for w in waves}
    closed = {wave: here.loc[here["closed"], "days"] for wave, here in waves.items()}
    return {
        "rows": len(frame),
        "opened_in_wave": {wave: len(here) for wave, here in waves.items()},
        "open_when_measured": {wave: int((~here["closed"]).sum()) for wave, here in waves.items()},
        "closed_before_opened": 3,
        "within_days": WITHIN_DAYS,
        "true_restricted_mean_by_type": true_means,
        "true_difference_by_type": by_kind,
        "true_standardised_difference": sum(float(mix[kind]) * by_kind[kind] for kind in CASE_TYPES),
        "true_plain_difference": plain["after"] - plain["before"],
        "misleading_closed_cases_only": {
            "mean_difference": float(closed["after"].mean() - closed["before"].mean()),
            "median_difference": float(closed["after"].median() - closed["before"].median()),
        },
    }


# ---- the checklist for accessibility ------------------------------------------------------------------------


def accessibility(rng: np.random.Generator) -> tuple[dict[str, pd.DataFrame], dict[str, object]]:
    """Go through every department once before and once after; what is put right once stays so."""
    places = [(town, name) for town, names in DEPARTMENTS.items() for name in names]
    luck = rng.random((len(places), len(ACCESSIBILITY)))
    files, found = {}, {}
    for wave, (first, last, _) in WAVES.items():
        days = rng.integers(0, (last - first).days + 1, len(places))
        rows = [
            {
                "avdelning": name,
                "kommun": town,
                "datum": (first + dt.timedelta(days=int(day))).isoformat(),
                **_gone_through(name, chances, wave),
            }
            for (town, name), day, chances in zip(places, days, luck, strict=True)
        ]
        frame = pd.DataFrame(rows)
        met = (frame[list(ACCESSIBILITY)] == "ja").sum(axis=1)
        applies = (frame[list(ACCESSIBILITY)] != "ej tillämpligt").sum(axis=1)
        found[wave] = {
            "departments": len(frame),
            "share": float((met / applies).mean()),
            "points_met": {item: int((frame[item] == "ja").sum()) for item in ACCESSIBILITY},
        }
        files[wave] = frame.sort_values(["datum", "avdelning"], ignore_index=True)
    return files, found


def _gone_through(department: str, chances: np.ndarray, wave: str) -> dict[str, str]:
    noted = {}
    for (item, (share, rise)), chance in zip(ACCESSIBILITY.items(), chances, strict=True):
        noted[item] = "ja" if chance < share + (rise if wave == "after" else 0.0) else "nej"
    return {**noted, "disk": "ej tillämpligt"} if department in WITHOUT_COUNTER else noted


# ---- partners and files -----------------------------------------------------------------------------------


def partners() -> pd.DataFrame:
    """Municipalities abroad (all invented): four before, nine after, one collaboration ended."""
    rows = [("Halsvik", "Norge", "ja", "ja"), ("Nordlid", "Norge", "nej", "ja"), ("Lindborg", "Danmark", "ja", "ja"),
            ("Vesterhøj", "Danmark", "nej", "ja"), ("Koivumäki", "Finland", "ja", "nej"),
            ("Rantaharju", "Finland", "nej", "ja"),
            ("Neuwalden", "Tyskland", "ja", "ja"), ("Lipowiec Dolny", "Polen", "nej", "ja"),
            ("Kaldaranna", "Estland", "nej", "ja"), ("Monteverde Alto", "Italien", "nej", "ja")]  # fmt: skip
    return pd.DataFrame(rows, columns=["partner", "land", "innan", "efter"])


def write_sheet(frame: pd.DataFrame, path: Path) -> None:
    """Write an xlsx file that is the same bytes every time: no clock inside, nothing compressed."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Svar"
    sheet.append(list(frame.columns))
    for row in frame.itertuples(index=False):
        sheet.append([value.item() if isinstance(value, np.generic) else value for value in row])
    buffer = io.BytesIO()
    book.save(buffer)
    with zipfile.ZipFile(buffer) as made, zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as fixed:
        for name in made.namelist():
            content = made.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[0-9:.]+Z?", b"2013-09-19T12:00:00Z", content)
            fixed.writestr(zipfile.ZipInfo(name, date_time=(2013, 9, 19, 12, 0, 0)), content)


def main() -> None:
    """Write all files."""
    rng = np.random.default_rng(SEED)
    people = participants(rng)
    files, answers, linked = surveys(rng, people)
    asked, asked_truth = citizens(rng)
    register = cases(rng)
    checked, checked_truth = accessibility(np.random.default_rng([SEED, 8]))
    per_department = people[people["ambassador_efter"] == "ja"].groupby("avdelning").size()
    ambassadors = {name: int(per_department.get(name, 0)) for names in DEPARTMENTS.values() for name in names}
    truth = {
        "seed": SEED,
        "deltagare": {"started": len(people), "completed": COMPLETED, "validated": VALIDATED,
                      "share_validated": VALIDATED / STARTERS, "share_validated_of_completed": VALIDATED / COMPLETED},
        "ambassadors": {"before": int((people["ambassador_fore"] == "ja").sum()), "after": sum(AMBASSADORS),
                        "fewer_than_two": {name: n for name, n in ambassadors.items() if n < 2}},
        "enkat": survey_truth(people, files, answers, linked),
        "medborgare": asked_truth,
        "arenden": case_truth(register),
        "samarbeten": {"before": 4, "after": 9},
        "tillganglighet": checked_truth,
    }  # fmt: skip
    text = {"index": False, "lineterminator": "\r\n"}
    people.to_csv(HERE / "deltagare.csv", sep=";", encoding="cp1252", **text)
    files["before"].to_csv(HERE / "enkat_fore.csv", encoding="utf-8-sig", **text)
    files["after"].to_csv(HERE / "enkat_efter.csv", encoding="utf-8-sig", **text)
    register.to_csv(HERE / "arenden.csv", sep=";", encoding="utf-8", **text)
    partners().to_csv(HERE / "samarbeten.csv", sep=";", encoding="utf-8", **text)
    checked["before"].to_csv(HERE / "tillganglighet_fore.csv", sep=";", encoding="cp1252", **text)
    write_sheet(checked["after"], HERE / "tillganglighet_efter.xlsx")
    write_sheet(asked["before"], HERE / "medborgare_fore.xlsx")
    write_sheet(asked["after"], HERE / "medborgare_efter.xlsx")
    (HERE / "truth.json").write_text(json.dumps(truth, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
