"""Pieces of made projects that are not about few people: activities, published values, series, money, needs of skills.

They stand beside those of `made_pieces`, which counts on its pieces being drawn as they always were.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from made_pieces import HEAD, Piece, Project, goal
from mutations import Random


def held(rng: Random) -> Piece:
    """Make kinds of activities, planned and held or cancelled."""
    kinds = ["Möte", "Forum", "Utbildning"][: int(rng.integers(1, 4))]
    planned = {kind: int(rng.integers(1, 5)) for kind in kinds}
    rows = [(kind, f"2024-0{month}-10") for kind, n in planned.items() for month in range(1, n + 1)]
    was = [day if rng.random() < 0.8 else "" for _, day in rows]
    expected = ", ".join(f'"{kind}" = {n}' for kind, n in planned.items())
    plan = (
        '[sources.dagar]\nkind = "activities"\nfile = "dagar.csv"\nactivity = "slag"\nplanned = "plan"\nheld = "blev"\n'
        f"expected = {{ {expected} }}\n"
    )
    goals = goal("d1", 'kind = "held", source = "dagar"')
    goals += goal("d2", f'kind = "held", source = "dagar", activity = "{kinds[0]}"')
    columns = {"slag": [kind for kind, _ in rows], "plan": [day for _, day in rows], "blev": was}
    return Piece(plan + goals, {"dagar": columns})


def index(rng: Random) -> Piece:
    """Make values that were published for one unit or several, some of them missing."""
    units = ["Norr", "Söder", "Väster"][: int(rng.integers(1, 4))]
    rows = [(unit, year, f"{rng.normal(50, 5):.1f}") for unit in units for year in ("2022", "2023", "2024")]
    rows = [one for place, one in enumerate(rows) if rng.random() > 0.1 or place < 2]
    plan = (
        '[sources.index]\nkind = "index"\nfile = "index.csv"\nunit = "enhet"\nwave = "ar"\nindex = "matt"\n'
        'value = "varde"\n'
    )
    goals = goal("i1", 'kind = "index-change", source = "index", index = "Mognad"', target='direction = "increase"')
    columns = {"enhet": [one[0] for one in rows], "ar": [one[1] for one in rows], "varde": [one[2] for one in rows]}
    return Piece(plan + goals, {"index": columns | {"matt": ["Mognad"] * len(rows)}})


def series(rng: Random) -> Piece:
    """Make months, with a step or without, that may rise from the beginning."""
    month = np.arange(36)
    level = 60 + float(rng.choice([0.0, 0.5])) * month + float(rng.choice([0.0, 15.0])) * (month >= 24)
    plan = (
        '[sources.serie]\nkind = "series"\nfile = "serie.csv"\nperiod = "manad"\nvalue = "antal"\n'
        'baseline = ["2021-01", "2022-12"]\n'
    )
    goals = goal("s1", 'kind = "period-change", source = "serie"', target='direction = "increase"')
    names = [f"{2021 + one // 12}-{one % 12 + 1:02d}" for one in month]
    columns = {"manad": names, "antal": [f"{one:.1f}" for one in level + rng.normal(0, 4, 36)]}
    return Piece(plan + goals, {"serie": columns})


def ledger(rng: Random) -> Piece:
    """Make posts with a budget and what was used of it."""
    budget = [int(one) * 100 for one in rng.integers(1, 90, 3)]
    used = [int(one * float(rng.choice([0.5, 0.9, 1.0, 1.2]))) for one in budget]
    plan = '[sources.pengar]\nkind = "ledger"\nfile = "pengar.csv"\npost = "post"\nbudget = "plan"\noutcome = "blev"\n'
    columns = {"post": ["Lön", "Resor", "Lokal"], "plan": [str(one) for one in budget], "blev": [str(o) for o in used]}
    return Piece(plan + goal("p1", 'kind = "money-used", source = "pengar"'), {"pengar": columns})


def need(rng: Random) -> Piece:
    """Make ratings of two skills in units large and small, held against what two roles need."""
    n = int(rng.integers(30, 120))
    units = [f"Enhet {one}" for one in rng.choice(5, n, p=rng.dirichlet(np.full(5, 1.0)))]
    files = {
        f"skattat_{wave}": {
            "enhet": units,
            "roll": [str(one) for one in rng.choice(["Chef", "Vård"], n)],
            "f1": [str(one) for one in rng.integers(1, 6, n)],
            "f2": [str(one) for one in rng.integers(low, 6, n)],
        }
        for wave, low in (("ett", 1), ("tva", int(rng.integers(1, 5))))
    }
    plan = (
        '[sources.skattat]\nkind = "survey"\nfiles = { ett = "skattat_ett.csv", tva = "skattat_tva.csv" }\n'
        '[scales.kunnande]\nlabel = "Kunnande"\nsource = "skattat"\nitems = { f1 = "Söka", f2 = "Skapa" }\n'
        "answers = [1, 2, 3, 4, 5]\n"
    )
    needed = '{ Chef = { f1 = 3, f2 = 2 }, "Vård" = { f1 = 4 } }'
    measure = f'kind = "need-met", scale = "kunnande", role = "roll", unit = "enhet", needed = {needed}'
    return Piece(plan + goal("k1", measure), files)


RECORDS: dict[str, Callable[[Random], Piece]] = {
    "held": held,
    "index": index,
    "series": series,
    "ledger": ledger,
    "need": need,
}


def recorded(rng: Random, name: str) -> Project:
    """Return a project of one of them alone."""
    head = HEAD.replace("GROUPS", "").replace("HIDE", "").replace("LANGUAGE", str(rng.choice(["sv", "en"])))
    return Project(head, (RECORDS[name](rng),))
