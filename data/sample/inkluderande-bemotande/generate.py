"""Write the invented data of the sample project "Inkluderande bemötande", and the truth planted in them.

Run `python generate.py`: every file beside this one is written anew, the same bytes each time. Nobody and no place in
the data exists. `truth.json` holds what is true in the invented world, so that tests can see whether an evaluation
finds it.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
import zipfile
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import openpyxl
import pandas as pd

HERE = Path(__file__).parent
SEED = 2117

LIBRARIES = ("Alen", "Asken", "Björken", "Boken", "Eken", "Granen", "Hasseln", "Häggen", "Lönnen", "Oxeln", "Poppeln",
             "Rönnen", "Syrenen", "Tallen")  # fmt: skip
MUSEUMS = ("Fyren", "Kvarnen", "Slussen", "Varvet")
SCHOOLS = ("Norr", "Söder", "Väster", "Öster", "City", "Skärgården")
PLACES = (
    *((f"Biblioteket {name}", "Bibliotek") for name in LIBRARIES),
    *((f"Museet {name}", "Museum") for name in MUSEUMS),
    *((f"Kulturskolan {name}", "Kulturskola") for name in SCHOOLS),
)
ROLES = {
    "Bibliotek": ("Bibliotekarie", "Biblioteksassistent", "Värd"),
    "Museum": ("Värd", "Pedagog", "Vakt"),
    "Kulturskola": ("Lärare", "Receptionist", "Vaktmästare"),
}
OFFICE, COMMUNICATOR = "Förvaltningskontoret", "Kommunikatör"
EMPLOYEES, COMMUNICATORS = 702, 21

ANSWERS = ("Instämmer inte alls", "Instämmer till liten del", "Instämmer delvis", "Instämmer till stor del",
           "Instämmer helt")  # fmt: skip
SCALES = {
    "medvetenhet": ("m1", "m2", "m3", "m4"),
    "kunskap": ("k1", "k2", "k3"),
    "stolthet": ("s1", "s2", "s3"),
}
ITEMS = tuple(item for items in SCALES.values() for item in items)
#: The level before, and what is gained until after and until the follow-up, in steps of the answer scale.
LEVELS = {
    "medvetenhet": (3.05, 0.55, 0.42),
    "kunskap": (2.85, 0.60, 0.55),
    "stolthet": (3.55, 0.28, 0.02),
}
#: How much more somebody gains in knowledge for each session above the average, and how many leave the question out.
GAIN_PER_SESSION, DOSE_SILENT = 0.17, 0.035
ANSWERED = {"before": 0.74, "after": 0.66, "followup": 0.57}

#: Session: the days on which it was given. Everybody goes to one day of each session, four hours long.
SESSIONS = {
    "Pass 1 Mänskliga rättigheter": ("2017-09-19", "2017-09-21", "2017-09-26", "2017-09-28"),
    "Pass 2 Normer och makt": ("2017-11-07", "2017-11-09", "2017-11-14", "2017-11-16"),
    "Pass 3 Bemötande i praktiken": ("2018-02-06", "2018-02-08", "2018-02-13", "2018-02-15"),
    "Pass 4 Verktygslådan": ("2018-04-10", "2018-04-12", "2018-04-17", "2018-04-19"),
}
SESSION_HOURS = 4
ATTENDED = (0.93, 0.90, 0.88, 0.86)
ON_LEAVE = 14

#: Item of the checklist: its area, the share of visits that find it before, the rise, the share to which it applies.
CHECKS = {
    "halsad": ("mottagande", 0.62, 0.16, 1.0),
    "ogonkontakt": ("mottagande", 0.70, 0.12, 1.0),
    "erbjuden_hjalp": ("mottagande", 0.48, 0.18, 1.0),
    "sprak_anpassat": ("sprak", 0.55, 0.13, 1.0),
    "inga_antaganden": ("sprak", 0.66, 0.15, 1.0),
    "tolk_eller_stod": ("sprak", 0.35, 0.12, 0.6),
    "entre_framkomlig": ("tillganglighet", 0.80, 0.02, 1.0),
    "skyltar_lasbara": ("tillganglighet", 0.64, 0.03, 1.0),
    "hiss_eller_ramp": ("tillganglighet", 0.75, 0.02, 0.7),
    "program_pa_flera_sprak": ("information", 0.30, 0.10, 1.0),
    "svar_pa_fragan": ("information", 0.74, 0.08, 1.0),
    "respektfullt": ("mottagande", 0.955, 0.03, 1.0),
}
CRITICAL = "respektfullt"
#: Ratings 1 to 5: area, mean before, rise.
RATINGS = {"vanlighet": ("mottagande", 3.3, 0.45), "helhet": ("information", 3.2, 0.30)}
VISITORS = {"before": ("B1", "B2", "B3", "B4", "B5"), "after": ("B2", "B3", "B5", "B6", "B7", "B8")}
VISIT_PERIODS = {"before": (dt.date(2017, 2, 6), dt.date(2017, 5, 26)),
                 "after": (dt.date(2018, 6, 4), dt.date(2018, 12, 7))}  # fmt: skip
VISITS_PER_UNIT, DOUBLE_VISITS = {"before": 4, "after": 5}, 12

#: Criterion of the review: the share of texts that meet it before, and the rise.
CRITERIA = {
    "tilltal": (0.52, 0.20),
    "bilder": (0.44, 0.22),
    "klarsprak": (0.58, 0.10),
    "normer": (0.38, 0.26),
    "kontaktvagar": (0.66, 0.06),
}
REVIEWERS = ("Granskare A", "Granskare B", "Granskare C")
TEXTS = {"before": 56, "after": 60}
REVIEW_MISTAKES = 0.05

LOG_FIRST, LOG_LAST = dt.date(2018, 1, 8), dt.date(2018, 12, 30)
LAUNCH = dt.date(2018, 4, 10)

LEDGER = (
    ("Kompetensutveckling", "", "666800.00", "659412.50"),
    ("Uppföljning och verktyg", "", "178000.00", "171937.00"),
    ("Mystery Visitor", "Uppföljning och verktyg", "100000.00", "98750.00"),
    ("Digital verktygslåda", "Uppföljning och verktyg", "30000.00", "30000.00"),
    ("Analys och rapport", "Uppföljning och verktyg", "48000.00", "43187.00"),
)


# ---- employees -------------------------------------------------------------------------------------------


def employees(rng: np.random.Generator) -> pd.DataFrame:
    """Everybody in outward-facing work, unit by unit, and the communicators of the office."""
    sizes = rng.multinomial(EMPLOYEES - COMMUNICATORS - 18 * len(PLACES), np.full(len(PLACES), 1 / len(PLACES))) + 18
    rows = [
        {"enhet": name, "avdelning": kind, "roll": str(rng.choice(ROLES[kind], p=(0.5, 0.3, 0.2)))}
        for (name, kind), size in zip(PLACES, sizes, strict=True)
        for _ in range(size)
    ]
    rows += [{"enhet": OFFICE, "avdelning": OFFICE, "roll": COMMUNICATOR}] * COMMUNICATORS
    frame = pd.DataFrame(rows)
    frame.insert(0, "anstalld", [f"A{number:04d}" for number in range(1, EMPLOYEES + 1)])
    frame.insert(1, "kon", np.where(rng.random(EMPLOYEES) < 0.67, "kvinna", "man"))
    return frame


def attendance(rng: np.random.Generator, people: pd.DataFrame) -> pd.DataFrame:
    """Who was at which session: one row each; some came late or left early."""
    keen = rng.normal(0, 0.8, len(people))
    keen[rng.choice(len(people), ON_LEAVE, replace=False)] = -np.inf
    rows = []
    for (session, days), share in zip(SESSIONS.items(), ATTENDED, strict=True):
        chance = 1 / (1 + np.exp(-(np.log(share / (1 - share)) + 0.35 + keen)))
        there = np.flatnonzero(rng.random(len(people)) < chance)
        for person in there:
            hours = SESSION_HOURS if rng.random() < 0.975 else int(rng.integers(2, 4))
            rows.append((people["anstalld"][person], session, str(rng.choice(days)), hours))
    frame = pd.DataFrame(rows, columns=["anstalld", "pass", "dag", "timmar"])
    return frame.sort_values(["dag", "pass", "anstalld"], ignore_index=True)


# ---- the staff survey ------------------------------------------------------------------------------------


def true_answers(rng: np.random.Generator, sessions: np.ndarray) -> dict[str, np.ndarray]:
    """Draw what everybody would answer, 1 to 5, in each wave: {wave: people x items}.

    Who was at more sessions gains more knowledge, and no more of anything else.
    """
    people = len(sessions)
    person = rng.normal(0, 0.5, people)
    answers: dict[str, list[np.ndarray]] = {wave: [] for wave in ANSWERED}
    for scale, items in SCALES.items():
        start, after, followup = LEVELS[scale]
        level = start + person + rng.normal(0, 0.35, people)
        habit = rng.normal(0, 0.35, (people, len(items)))
        for wave, gain in zip(ANSWERED, (0.0, after, followup), strict=True):
            own = rng.normal(gain, 0.4 if gain else 0.0, people)
            if scale == "kunskap" and gain:
                own = own + GAIN_PER_SESSION * (sessions - sessions.mean())
            noise = rng.normal(0, 0.35, (people, len(items)))
            answers[wave].append(np.clip(np.rint((level + own)[:, None] + habit + noise), 1, 5).astype(int))
    return {wave: np.hstack(parts) for wave, parts in answers.items()}


def codes(rng: np.random.Generator, people: int) -> list[str]:
    """Self-made codes, three letters and two digits, each at least two characters from every other."""
    letters, made, near = list("ABCDEFGHIJKLMNOPRSTUVY"), [], set()
    while len(made) < people:
        code = "".join(rng.choice(letters, 3)) + f"{rng.integers(0, 100):02d}"
        masked = {code[:place] + "*" + code[place + 1 :] for place in range(len(code))}
        if not masked & near:
            made.append(code)
            near |= masked
    return made


def staff_survey(
    rng: np.random.Generator, people: pd.DataFrame, attended: pd.DataFrame
) -> tuple[dict[str, pd.DataFrame], dict[str, object]]:
    """Return the three files, and what is true of everybody and of those linked.

    The second asks how many of the four sessions one was at: the lists of attendance cannot be linked to the answers.
    """
    sessions = people["anstalld"].map(attended.groupby("anstalld")["pass"].nunique()).fillna(0).to_numpy(dtype=int)
    truth, own = true_answers(rng, sessions), codes(rng, len(people))
    forgetful = np.random.default_rng(SEED + 1).random(len(people)) < DOSE_SILENT
    willing = rng.normal(0, 1.0, len(people))
    starts = {"before": dt.date(2017, 8, 28), "after": dt.date(2018, 5, 28), "followup": dt.date(2019, 1, 14)}
    files, answered = {}, {}
    for wave, share in ANSWERED.items():
        chance = 1 / (1 + np.exp(-(1.25 * np.log(share / (1 - share)) + willing)))
        answered[wave] = rng.random(len(people)) < chance
        who = rng.permutation(np.flatnonzero(answered[wave]))
        frame = people.loc[who, ["avdelning", "kon"]].reset_index(drop=True)
        frame.insert(0, "kod", [own[person] for person in who])
        days = rng.integers(0, 18, who.size)
        frame.insert(1, "svarsdatum", [(starts[wave] + dt.timedelta(days=int(day))).isoformat() for day in days])
        for column, item in enumerate(ITEMS):
            frame[item] = [ANSWERS[value - 1] for value in truth[wave][who, column]]
            silent = rng.random(who.size)
            frame.loc[silent < 0.02, item] = "Vet inte"
            frame.loc[silent > 0.985, item] = ""
        if wave == "after":
            frame["antal_pass"] = ["" if forgetful[person] else str(sessions[person]) for person in who]
        frame["synpunkter"] = ""
        frame.loc[rng.choice(who.size, 3, replace=False), "synpunkter"] = (
            "Bra att alla fick vara med.", "=Mer tid för övning!", "<i>Vi pratar mer om bemötande nu.</i>"
        )  # fmt: skip
        files[wave] = frame.sort_values(["svarsdatum", "kod"], ignore_index=True)
    return files, {
        **_survey_truth(truth, answered, files),
        "kunskap_efter_antal_pass": _dose_truth(truth, sessions, files),
    }


def _survey_truth(
    truth: dict[str, np.ndarray], answered: dict[str, np.ndarray], files: dict[str, pd.DataFrame]
) -> dict[str, object]:
    found: dict[str, object] = {"answered": {wave: int(who.sum()) for wave, who in answered.items()}}
    numbers = {wave: _numbers(file) for wave, file in files.items()}
    for wave in ("after", "followup"):
        both = numbers["before"].index.intersection(numbers[wave].index)
        pairs: dict[str, object] = {"linked": len(both)}
        for scale, items in SCALES.items():
            columns = [ITEMS.index(item) for item in items]
            everybody = truth[wave][:, columns].mean() - truth["before"][:, columns].mean()
            rises = []
            for code in both:
                first, second = (_score(numbers[one].loc[code, list(items)]) for one in ("before", wave))
                if first is not None and second is not None:
                    rises.append(second - first)
            pairs[scale] = {
                "true_mean_change_of_everybody": float(everybody),
                "n": len(rises),
                "mean_change_of_linked": float(sum(rises, Fraction(0)) / len(rises)),
            }
        found[f"before-{wave}"] = pairs
    return found


def _dose_truth(
    truth: dict[str, np.ndarray], sessions: np.ndarray, files: dict[str, pd.DataFrame]
) -> dict[str, dict[str, float]]:
    """Return the rise in knowledge for each number of sessions: of everybody, and of those linked who told theirs."""
    items = SCALES["kunskap"]
    columns = [ITEMS.index(item) for item in items]
    rise = truth["after"][:, columns].mean(axis=1) - truth["before"][:, columns].mean(axis=1)
    numbers = {wave: _numbers(files[wave]) for wave in ("before", "after")}
    told = dict(zip(files["after"]["kod"], files["after"]["antal_pass"], strict=True))
    found: dict[str, dict[str, float]] = {}
    for dose in range(len(SESSIONS) + 1):
        rises = []
        for code in numbers["before"].index.intersection(numbers["after"].index):
            first, second = (_score(numbers[wave].loc[code, list(items)]) for wave in ("before", "after"))
            if told[code] == str(dose) and first is not None and second is not None:
                rises.append(second - first)
        found[str(dose)] = {
            "true_mean_change_of_everybody": float(rise[sessions == dose].mean()),
            "n": len(rises),
            "mean_change_of_linked": float(sum(rises, Fraction(0)) / len(rises)),
        }
    return found


def _numbers(frame: pd.DataFrame) -> pd.DataFrame:
    value = {label: number for number, label in enumerate(ANSWERS, start=1)}
    return pd.DataFrame({item: [value.get(answer) for answer in frame[item]] for item in ITEMS}, index=frame["kod"])


def _score(answers: pd.Series) -> Fraction | None:
    given = [int(answer) for answer in answers if not pd.isna(answer)]
    return Fraction(sum(given), len(given)) if 2 * len(given) >= len(answers) else None


def course_evaluations(rng: np.random.Generator, attended: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, object]]:
    """Short evaluations right after each session: no code, no unit, nothing that tells who answered."""
    parts = []
    for place, session in enumerate(SESSIONS):
        size = int(0.81 * (attended["pass"] == session).sum())
        latent = rng.normal((3.9, 3.7, 4.2, 4.0)[place], 0.85, size)
        useful = np.clip(np.rint(latent + rng.normal(0, 0.5, size)), 1, 5).astype(int)
        recommend = np.clip(np.rint(latent + rng.normal(0.1, 0.5, size)), 1, 5).astype(int)
        parts.append(pd.DataFrame({"pass": session, "nytta": useful, "rekommendera": recommend}))
    frame = pd.concat(parts, ignore_index=True)
    top = frame["nytta"] + frame["rekommendera"] >= 2 * 4
    found = {
        session: {"rows": len(answers), "four_or_five": int(answers.sum())}
        for session, answers in top.groupby(frame["pass"])
    }
    return frame, found


# ---- Mystery Visitor -------------------------------------------------------------------------------------


def visits(rng: np.random.Generator) -> tuple[dict[str, pd.DataFrame], dict[str, object]]:
    """Two waves of visits to the same places; some places are better, some visitors stricter, some visits double."""
    place_effect = rng.normal(0, 0.45, len(PLACES))
    change_effect = rng.normal(0, 0.25, len(PLACES))
    everyone = sorted({one for names in VISITORS.values() for one in names})
    strictness = dict(zip(everyone, rng.normal(0, 0.25, len(everyone)), strict=True))
    files, truth = {}, {}
    for wave, names in VISITORS.items():
        first, last = VISIT_PERIODS[wave]
        rows, number = [], 0
        expected = []
        doubles = set(rng.choice(len(PLACES) * VISITS_PER_UNIT[wave], DOUBLE_VISITS, replace=False).tolist())
        for place, (name, kind) in enumerate(PLACES):
            shift = place_effect[place] + (change_effect[place] if wave == "after" else 0.0)
            expected.append(_expected(shift, wave))
            for visit in range(VISITS_PER_UNIT[wave]):
                number += 1
                day = _weekday(rng, first, last)
                mood = rng.normal(0, 0.35)
                seen = _seen(rng, shift + mood, wave)
                double = place * VISITS_PER_UNIT[wave] + visit in doubles
                for visitor in rng.choice(names, 2 if double else 1, replace=False):
                    noted = _noted(rng, seen, strictness[visitor])
                    rows.append({"besok": f"{wave[0].upper()}{number:03d}", "datum": day.isoformat(), "enhet": name,
                                 "verksamhet": kind, "besokare": visitor, **noted})  # fmt: skip
        files[wave] = pd.DataFrame(rows).sort_values(["datum", "besok", "besokare"], ignore_index=True)
        truth[wave] = {"visits": number, "rows": len(rows), "double_visits": DOUBLE_VISITS,
                       "visitors": len(names), "expected_share_without_critical": float(np.mean(expected))}  # fmt: skip
    areas = sorted({area for area, *_ in CHECKS.values()})
    truth["units"] = len(PLACES)
    truth["true_rise_by_area"] = {area: float(np.mean([rise for where, _, rise, _ in CHECKS.values() if where == area]))
                                  for area in areas}  # fmt: skip
    failed = {wave: int((files[wave][CRITICAL] == "nej").sum()) for wave in files}
    return files, {**truth, "failed_critical": failed}


def _expected(shift: float, wave: str) -> float:
    shares = [_moved(share + (rise if wave == "after" else 0.0), shift) for _, share, rise, _ in CHECKS.values()]
    return float(np.mean(shares))


def _moved(share: float, shift: float) -> float:
    return float(1 / (1 + np.exp(-(np.log(share / (1 - share)) + shift))))


def _weekday(rng: np.random.Generator, first: dt.date, last: dt.date) -> dt.date:
    while True:
        day = first + dt.timedelta(days=int(rng.integers(0, (last - first).days + 1)))
        if day.weekday() < 5:
            return day


def _seen(rng: np.random.Generator, shift: float, wave: str) -> dict[str, object]:
    """Draw what really happened at a visit, whoever looks."""
    seen: dict[str, object] = {}
    for item, (_, share, rise, applies) in CHECKS.items():
        met = rng.random() < _moved(share + (rise if wave == "after" else 0.0), shift)
        seen[item] = "ej tillämpligt" if rng.random() > applies else "ja" if met else "nej"
    for item, (_, mean, rise) in RATINGS.items():
        seen[item] = mean + (rise if wave == "after" else 0.0) + 0.5 * shift + rng.normal(0, 0.5)
    return seen


def _noted(rng: np.random.Generator, seen: dict[str, object], strict: float) -> dict[str, object]:
    """Draw what a visitor writes down: now and then something else than the next visitor, by strictness."""
    noted: dict[str, object] = {}
    for item in CHECKS:
        value = seen[item]
        if value != "ej tillämpligt" and item != CRITICAL and rng.random() < 0.06 + 0.08 * abs(strict):
            value = "nej" if strict > 0 else "ja"
        noted[item] = value
    for item in RATINGS:
        noted[item] = int(np.clip(np.rint(seen[item] - 0.6 * strict + rng.normal(0, 0.3)), 1, 5))
    return noted


# ---- the review of communication -------------------------------------------------------------------------


def reviews(rng: np.random.Generator) -> tuple[dict[str, pd.DataFrame], dict[str, object]]:
    """Texts in print and web before and after, each judged by two or three reviewers who mostly agree."""
    files, truth = {}, {}
    for wave, size in TEXTS.items():
        rows = []
        met = {criterion: rng.random(size) < share + (rise if wave == "after" else 0.0)
               for criterion, (share, rise) in CRITERIA.items()}  # fmt: skip
        for text in range(size):
            reviewers = rng.choice(REVIEWERS, 3 if text % 3 == 0 else 2, replace=False)
            for reviewer in sorted(reviewers):
                judged = {
                    criterion: "ja" if bool(met[criterion][text]) != (rng.random() < REVIEW_MISTAKES) else "nej"
                    for criterion in CRITERIA
                }
                if text % 7 == 3:
                    judged["bilder"] = "ej tillämpligt"  # a text without pictures
                form = ("Webbsida", "Trycksak", "Nyhetsbrev")[text % 3]
                rows.append({"text": f"{'FE'[wave == 'after']}{text + 1:02d}", "form": form, "granskare": reviewer,
                             **judged})  # fmt: skip
        files[wave] = pd.DataFrame(rows)
        truth[wave] = {"texts": size, "rows": len(rows),
                       "true_share_met": float(np.mean([met[one].mean() for one in CRITERIA]))}  # fmt: skip
    return files, {**truth, "true_rise": float(np.mean([rise for _, rise in CRITERIA.values()]))}


# ---- the toolbox -----------------------------------------------------------------------------------------


def toolbox(rng: np.random.Generator, people: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, object]]:
    """Every use of the toolbox: a trial before the launch, a rise at the fourth session, then a slow decline."""
    interest = rng.gamma(0.6, 1.0, len(people))
    interest *= np.where(people["roll"] == COMMUNICATOR, 2.5, 1.0)
    rows = []
    day = LOG_FIRST
    while day <= LOG_LAST:
        rows += [(people["anstalld"][person], f"{day.isoformat()} {hour:02d}:{minute:02d}")
                 for person, hour, minute in _uses(rng, interest, day)]  # fmt: skip
        day += dt.timedelta(days=1)
    frame = pd.DataFrame(rows, columns=["anstalld", "tid"]).sort_values(["tid", "anstalld"], ignore_index=True)
    launched = frame[frame["tid"] >= LAUNCH.isoformat()].groupby("anstalld").size()
    return frame, {
        "uses": len(frame),
        "users": int(frame["anstalld"].nunique()),
        "users_since_launch": len(launched),
        "users_twice_since_launch": int((launched >= 2).sum()),
    }


def _uses(rng: np.random.Generator, interest: np.ndarray, day: dt.date) -> list[tuple[int, int, int]]:
    weeks = (day - LAUNCH).days / 7
    rate = 0.010 if weeks < 0 else 0.045 + 0.06 * np.exp(-weeks / 5)
    if day.weekday() >= 5 or dt.date(day.year, 6, 25) <= day <= dt.date(day.year, 8, 12):
        rate *= 0.1
    used = np.flatnonzero(rng.random(interest.size) < 1 - np.exp(-rate * interest))
    return [(int(person), int(rng.integers(8, 18)), int(rng.integers(0, 60))) for person in used]


# ---- activities, money and files -------------------------------------------------------------------------


def extra_days() -> pd.DataFrame:
    """Return the communicators' three days and the follow-up workshops, planned and held."""
    days = "Kommunikatörsdag"
    workshop = "Uppföljande workshop"
    rows = [
        (days, "2017-10-12", "2017-10-12", 7, 20),
        (days, "2018-03-08", "2018-03-15", 7, 19),
        (days, "2018-05-17", "2018-05-17", 4, 18),
        (workshop, "2018-09-06", "2018-09-06", 3, 24),
        (workshop, "2018-09-13", "2018-09-13", 3, 21),
        (workshop, "2018-10-04", "", "", ""),
        (workshop, "2018-10-11", "2018-10-18", 3, 17),
    ]
    return pd.DataFrame(rows, columns=["aktivitet", "planerad", "genomford", "timmar", "deltagare"])


def ledger() -> pd.DataFrame:
    """Budget and outcome, written as an office writes them: 666 800,00."""
    rows = [(post, under, _kronor(budget), _kronor(outcome)) for post, under, budget, outcome in LEDGER]
    frame = pd.DataFrame(rows, columns=["post", "del_av", "budget", "utfall"])
    frame["orsak"] = ["Två utbildningsdagar slogs samman.", "Analysen tog färre timmar än beräknat.", "", "", ""]
    return frame


def money_truth() -> dict[str, str]:
    """Sum the posts that are not part of another."""
    budget, outcome = (sum(Decimal(row[place]) for row in LEDGER if not row[1]) for place in (2, 3))
    return {"budget": str(budget), "outcome": str(outcome), "unused": str(budget - outcome)}


def _kronor(amount: str) -> str:
    whole, fraction = amount.split(".")
    return f"{int(whole):,}".replace(",", " ") + f",{fraction}"


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
                content = re.sub(rb"\d{4}-\d\d-\d\dT[0-9:.]+Z?", b"2019-03-29T12:00:00Z", content)
            fixed.writestr(zipfile.ZipInfo(name, date_time=(2019, 3, 29, 12, 0, 0)), content)


def main() -> None:
    """Write all files."""
    rng = np.random.default_rng(SEED)
    people = employees(rng)
    attended = attendance(rng, people)
    survey, survey_truth = staff_survey(rng, people, attended)
    evaluations, evaluation_truth = course_evaluations(rng, attended)
    visited, visit_truth = visits(rng)
    reviewed, review_truth = reviews(rng)
    log, log_truth = toolbox(rng, people)
    hours = attended.groupby("anstalld")["timmar"].sum()
    full = int((hours >= SESSION_HOURS * len(SESSIONS)).sum())
    truth = {
        "seed": SEED,
        "anstallda": {"all": EMPLOYEES, "communicators": COMMUNICATORS},
        "narvaro": {"rows": len(attended), "full_dose": full, "share_full_dose": full / EMPLOYEES,
                    "never_there": EMPLOYEES - len(hours)},
        "enkat": survey_truth,
        "kursvardering": evaluation_truth,
        "besok": visit_truth,
        "texter": review_truth,
        "verktygslada": log_truth,
        "aktiviteter": {"communicator_days": {"planned": 3, "held": 3}, "workshops": {"planned": 4, "held": 3}},
        "ekonomi": money_truth(),
    }  # fmt: skip
    text = {"index": False, "lineterminator": "\r\n"}
    office = {"sep": ";", "encoding": "cp1252", **text}
    people.to_csv(HERE / "anstallda.csv", **office)
    attended.to_csv(HERE / "narvaro.csv", **office)
    survey["before"].to_csv(HERE / "enkat_fore.csv", encoding="utf-8-sig", **text)
    survey["after"].to_csv(HERE / "enkat_efter.csv", encoding="utf-8-sig", **text)
    write_sheet(survey["followup"], HERE / "enkat_uppfoljning.xlsx")
    evaluations.to_csv(HERE / "kursvardering.csv", sep=";", encoding="utf-8-sig", **text)
    visited["before"].to_csv(HERE / "besok_2017.csv", **office)
    write_sheet(visited["after"], HERE / "besok_2018.xlsx")
    reviewed["before"].to_csv(HERE / "texter_fore.csv", **office)
    reviewed["after"].to_csv(HERE / "texter_efter.csv", **office)
    log.to_csv(HERE / "verktygslada.csv", encoding="utf-8", **text)
    extra_days().to_csv(HERE / "aktiviteter.csv", **office)
    ledger().to_csv(HERE / "ekonomi.csv", **office)
    (HERE / "truth.json").write_text(json.dumps(truth, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
