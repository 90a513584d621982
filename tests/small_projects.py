"""Small projects of every kind of source, written in every format that is read: what the mutation fuzzer changes.

Their cells are texts; a format that knows numbers gets those that are written as one. Every table says what its columns
decide, so that a change of a cell is known to be a slip, another answer or nothing at all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np

from written_formats import WRITERS, Rows, as_sqlite

#: Formats for tables of any kind; px and json are for published values.
TABULAR = ("csv", "xlsx", "xls", "ods", "parquet", "sqlite", "sav", "dta")
YEARS = ("2023", "2024")
WAVES = {"fore": "Före", "efter": "Efter"}
DATABASE = "data.sqlite"

REGISTERED = """[project]
name = "Prov"
[analysis]
groups = ["ort"]
[sources.folk]
kind = "register"
FILE:folk
key = "kod"
[[goals]]
id = "klara"
title = "Klara"
measure = { kind = "share", source = "folk", where = { klar = "ja" } }
target = { at_least = 0.5 }
[[goals]]
id = "kvinnor"
title = "Klara kvinnor"
measure = { kind = "share", source = "folk", where = { klar = "ja" } }
among = { kon = "kvinna" }
target = { at_least = 0.5 }
[[goals]]
id = "timmar"
title = "Minst åtta timmar"
measure = { kind = "count", source = "folk", where = { timmar = { at_least = 8 } } }
target = { at_least = 10 }
[[goals]]
id = "skillnad"
title = "Skillnad"
measure = { kind = "group-difference", source = "folk", where = { klar = "ja" }, by = "kon", groups = ["man", "kvinna"]}
target = { at_most = 0.1 }
"""
SURVEYED = """[project]
name = "Prov"
[waves]
fore = { label = "Före", from = 2024-01-01, to = 2024-03-31 }
efter = { label = "Efter", from = 2025-01-01, to = 2025-03-31 }
[sources.folk]
kind = "register"
FILE:folk
key = "kod"
[sources.enkat]
kind = "survey"
FILES:enkat
code = "kod"
answered = "dag"
of = "folk"
[scales.trygg]
label = "Trygghet"
source = "enkat"
items = ["v1", "v2"]
answers = ["1", "2", "3", "4"]
not_an_answer = ["vet ej"]
[[goals]]
id = "trygga"
title = "Tryggare"
measure = { kind = "score-change", scale = "trygg" }
target = { direction = "increase" }
[[goals]]
id = "nivå"
title = "Många trygga"
measure = { kind = "share", scale = "trygg", top = 2 }
among = { kon = "kvinna" }
target = { at_least = 0.6 }
"""
WORKED = """[project]
name = "Prov"
[waves]
fore = { label = "Före", from = 2024-01-01, to = 2024-03-31 }
efter = { label = "Efter", from = 2025-01-01, to = 2025-03-31 }
[sources.arenden]
kind = "cases"
FILE:arenden
key = "nr"
opened = "inkom"
closed = "klart"
measured = { fore = 2024-06-30, efter = 2025-06-30 }
[sources.pengar]
kind = "ledger"
FILE:pengar
post = "post"
budget = "budget"
outcome = "utfall"
reason = "orsak"
[sources.moten]
kind = "activities"
FILE:moten
activity = "vad"
planned = "tänkt"
held = "hölls"
[sources.tal]
kind = "measurements"
FILES:tal
code = "kod"
number = "dagar"
measured_in = "dagar"
[[goals]]
id = "tid"
title = "Kortare tid"
measure = { kind = "handling-time", source = "arenden", within_days = 60 }
target = { direction = "decrease" }
[[goals]]
id = "i-tid"
title = "I tid"
measure = { kind = "closed-in-time", source = "arenden", within_days = 30 }
target = { at_least = 0.5 }
[[goals]]
id = "budget"
title = "Använda medel"
measure = { kind = "money-used", source = "pengar" }
[[goals]]
id = "moten"
title = "Möten"
measure = { kind = "held", source = "moten", activity = "möte" }
target = { at_least = 3 }
[[goals]]
id = "sjuk"
title = "Färre dagar"
measure = { kind = "mean-change", source = "tal" }
target = { decrease_by = 1 }
"""
VISITED = """[project]
name = "Prov"
[waves]
fore = { label = "Före" }
efter = { label = "Efter" }
[sources.besok]
kind = "visits"
FILES:besok
checklist = "mote"
unit = "enhet"
visitor = "vem"
visit = "besok"
[sources.folk]
kind = "register"
FILE:folk
key = "kod"
[sources.logg]
kind = "log"
FILE:logg
user = "vem"
at = "dag"
of = "folk"
[checklists.mote]
label = "Mötet"
items = ["p1", "p2", "p3", "p4"]
[[goals]]
id = "mote"
title = "Bättre möten"
measure = { kind = "visit-score", source = "besok" }
target = { direction = "increase" }
[[goals]]
id = "lika"
title = "Lika"
measure = { kind = "agreement", source = "besok" }
[[goals]]
id = "anvander"
title = "Använder"
measure = { kind = "active-share", source = "logg", times = 2 }
target = { at_least = 0.5 }
[[goals]]
id = "veckor"
title = "Veckor"
measure = { kind = "weekly-users", source = "logg", rebase = 2024-03-04 }
target = { direction = "increase" }
"""
PUBLISHED = """[project]
name = "Prov"
[waves]
"2023" = { label = "2023" }
"2024" = { label = "2024" }
[sources.index]
kind = "index"
FILE:index
unit = "kommun"
wave = "år"
value = "value"
counted = true
[[goals]]
id = "upp"
title = "Högre"
measure = { kind = "index-change", source = "index" }
target = { direction = "increase" }
"""


@dataclass(frozen=True)
class Table:
    """One file's rows, headings first; `roles` says what a column decides (see `mutations`)."""

    rows: Rows
    roles: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Small:
    """A plan whose files are named by FILE:name and FILES:name, and the tables; which formats they are written in."""

    plan: str
    tables: Mapping[str, Table]
    formats: tuple[str, ...]


def plan_of(project: Small, form: str) -> str:
    """Return the plan with the names of the files, or of the tables of a database."""
    text = project.plan
    for name in dict.fromkeys(name.split("_")[0] for name in project.tables):
        waves = [wave.split("_")[1] for wave in project.tables if wave.startswith(f"{name}_")]
        if form == "sqlite":
            by_wave = ", ".join(f'{wave} = "{name}_{wave}"' for wave in waves)
            origin = f'database = "{DATABASE}"\ntable = ' + (f"{{ {by_wave} }}" if waves else f'"{name}"')
        elif waves:
            by_wave = ", ".join(f'{wave} = "{name}_{wave}.{form}"' for wave in waves)
            origin = f"files = {{ {by_wave} }}"
        else:
            origin = f'file = "{name}.{form}"'
        text = text.replace(f"FILES:{name}\n", f"{origin}\n").replace(f"FILE:{name}\n", f"{origin}\n")
    return text


def files_of(tables: Mapping[str, Rows], form: str) -> dict[str, bytes]:
    """Return the files that hold some tables."""
    if form == "sqlite":
        return {DATABASE: as_sqlite(tables)} if tables else {}
    return {f"{name}.{form}": WRITERS[form](rows) for name, rows in tables.items()}


# ---- the tables ---------------------------------------------------------------------------------------------------


def _day(start: date, days: int) -> str:
    return str(start + timedelta(days=int(days)))


def registered() -> Small:
    """Make a register."""
    rng = np.random.default_rng(5)
    kon, ort = rng.choice(["kvinna", "man"], 40), rng.choice(["Orust", "Tjörn", "Ale"], 40)
    rows = [["kod", "kon", "ort", "klar", "timmar"]]
    rows += [[f"an{n:02}", kon[n], ort[n], "ja" if n % 5 < 3 else "nej", str(4 + n % 9)] for n in range(40)]
    roles = {"kod": "code", "kon": "condition", "klar": "condition", "timmar": "number", "ort": "group"}
    return Small(REGISTERED, {"folk": Table(rows, roles)}, TABULAR)


def surveyed() -> Small:
    """Make a survey of two waves, and the register of those who were asked."""
    rng = np.random.default_rng(5)
    codes = [f"an{n:02}" for n in range(40)]
    kon = rng.choice(["kvinna", "man"], 40)
    level = rng.integers(1, 4, 40)
    tables = {"folk": Table([["kod", "kon"], *([code, kon[n]] for n, code in enumerate(codes))], {"kod": "code"})}
    roles = {"kod": "code", "dag": "date", "v1": "scale", "v2": "scale", "kon": "condition"}
    for more, (wave, start) in enumerate((("fore", date(2024, 1, 8)), ("efter", date(2025, 1, 8)))):
        level = level + more * rng.integers(-1, 3, 40)
        answers = np.clip(level[:, None] + rng.integers(-1, 2, (40, 2)), 1, 4)
        rows = [["kod", "kon", "dag", "v1", "v2"]]
        there = [n for n in range(40) if (n + more) % 9]
        rows += [[codes[n], kon[n], _day(start, n % 30), *map(str, answers[n])] for n in there]
        tables[f"enkat_{wave}"] = Table(rows, roles)
    return Small(SURVEYED, tables, TABULAR)


def worked() -> Small:
    """Make cases, a ledger, activities and measurements."""
    rng = np.random.default_rng(6)
    cases = [["nr", "inkom", "klart", "slag"]]
    for n in range(60):
        opened = date(2024 + n % 2, 1, 3) + timedelta(days=n)
        took = int(rng.integers(10, 70 - 20 * (n % 2)))
        closed = "" if n % 17 == 3 else str(opened + timedelta(days=took))
        cases.append([f"D{n:03}", str(opened), closed, ["bygglov", "tillsyn", "anmälan"][n % 3]])
    money = [
        ["post", "budget", "utfall", "orsak"],
        *([f"post {n}", str(1000 * n), str(900 * n), ""] for n in (1, 2, 5)),
    ]
    held = [
        ["vad", "tänkt", "hölls"],
        *([["möte", "kurs"][n % 2], _day(date(2024, 2, 1), 20 * n), _day(date(2024, 2, 1), 20 * n)] for n in range(8)),
    ]
    days = rng.poisson(9, 30)
    tables = {
        "arenden": Table(cases, {"nr": "code", "inkom": "date", "klart": "date", "slag": "condition"}),
        "pengar": Table(money, {"post": "code", "budget": "number", "utfall": "number"}),
        "moten": Table(held, {"vad": "kind", "tänkt": "date", "hölls": "date"}),
    }
    for wave, less in (("fore", 0), ("efter", 3)):
        rows = [[f"k{n:02}", str(max(0, int(one) - int(rng.integers(0, less + 1))))] for n, one in enumerate(days)]
        tables[f"tal_{wave}"] = Table([["kod", "dagar"], *rows], {"kod": "code", "dagar": "number"})
    return Small(WORKED, tables, TABULAR)


def visited() -> Small:
    """Make visits of two waves, a register and a log."""
    rng = np.random.default_rng(7)
    tables = {}
    roles = {"enhet": "code", "vem": "code", "besok": "code", **dict.fromkeys(("p1", "p2", "p3", "p4"), "scale")}
    for wave, share in (("fore", 0.5), ("efter", 0.75)):
        rows = [["besok", "enhet", "vem", "p1", "p2", "p3", "p4"]]
        for visit in range(12):
            met = rng.random(4) < share
            for who in ("B1", "B2"):
                said = ["ja" if one != (rng.random() < 0.1) else "nej" for one in met]
                rows.append([f"{wave[0]}{visit}", f"enhet {visit % 6}", who, *said])
        tables[f"besok_{wave}"] = Table(rows, roles)
    folk = [["kod", "kon"], *([f"p{n}", "kvinna" if n % 2 else "man"] for n in range(20))]
    log = [["vem", "dag"]]
    for week in range(16):
        log += [[f"p{n}", _day(date(2024, 1, 1), 7 * week + n % 5)] for n in range(4 if week < 9 else 12)]
    tables["folk"] = Table(folk, {"kod": "code"})
    tables["logg"] = Table(log, {"vem": "code", "dag": "date"})
    return Small(VISITED, tables, TABULAR)


def published() -> Small:
    """Make an index that an office publishes."""
    towns = ["Ale", "Orust", "Tjörn", "Öckerö"]
    rows = [["kommun", "år", "value"]]
    rows += [
        [town, year, str(50 + 3 * n + (n + 1) * (year == "2024"))] for n, town in enumerate(towns) for year in YEARS
    ]
    roles = {"kommun": "code", "år": "code", "value": "number"}
    return Small(PUBLISHED, {"index": Table(rows, roles)}, ("csv", "xlsx", "ods", "px", "json", "parquet"))


SMALL = {
    "registered": registered(),
    "surveyed": surveyed(),
    "worked": worked(),
    "visited": visited(),
    "published": published(),
}
