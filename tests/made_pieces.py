"""Pieces of made projects: each kind of evidence about people, with files, a source and goals drawn at random.

`composed` puts a few together: nested and crossed groups, who skipped a question, several waves, several answers in a
cell, weights, doses, comparison groups, `among`, versions. `changed` makes the later files of the same project.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mutations import Random

Columns = dict[str, list[str]]

NEST, SEX, SIDE = ("kommun", "avd"), "kon", "grupp"
HEAD = """[project]
name = "Prov"
language = "LANGUAGE"
[analysis]
groups = [GROUPS]
HIDE
[waves]
ett = { label = "Ett", from = 2024-01-01, to = 2024-03-31 }
tva = { label = "Två", from = 2025-01-01, to = 2025-03-31 }
tre = { label = "Tre", from = 2026-01-01, to = 2026-03-31 }
[report.versions.ledning]
title = "Till ledningen"
"""
WAVES = ("ett", "tva", "tre")


@dataclass(frozen=True)
class People:
    """Everybody whom a project is about: a code, a department in a municipality, a sex that is not always known."""

    codes: tuple[str, ...]
    groups: Mapping[str, tuple[str, ...]]

    def some(self, places: np.ndarray) -> Columns:
        """Return the code and groups of some of them, as columns of a file."""
        return {
            "kod": [self.codes[place] for place in places],
            **{name: [cells[place] for place in places] for name, cells in self.groups.items()},
        }


@dataclass(frozen=True)
class Piece:
    """A part of a plan, and the files that it reads."""

    plan: str
    files: Mapping[str, Columns]


@dataclass(frozen=True)
class Project:
    """A plan's head and pieces."""

    head: str
    pieces: tuple[Piece, ...]

    def contents(self) -> dict[str, str]:
        """Return the text of every file."""
        goals = "\n".join(piece.plan for piece in self.pieces)
        files = {name: file for piece in self.pieces for name, file in piece.files.items()}
        return {
            "plan.toml": f"{self.head}\n{goals}",
            **{f"{name}.csv": _as_csv(columns) for name, columns in files.items()},
        }


def _as_csv(columns: Columns) -> str:
    rows = zip(*columns.values(), strict=True)
    return "\n".join([";".join(columns), *(";".join(row) for row in rows)]) + "\n"


def goal(name: str, measure: str, among: str = "", target: str = "") -> str:
    """Return a goal's text."""
    lines = [f'id = "{name}"', f'title = "Mål {name}"', f"measure = {{ {measure} }}"]
    lines += [f"among = {among}"] if among else []
    lines += [f"target = {{ {target} }}"] if target else []
    return "\n".join(["[[goals]]", *lines, ""])


def _goals(rng: Random, name: str, asked: list[tuple[str, str]], amongs: list[str]) -> str:
    """Return one to three goals of some measures, each with its target; those of half of them for some people only."""
    chosen = rng.permutation(len(asked))[: int(rng.integers(1, 4))]
    told = []
    for place in chosen:
        measure, target = asked[int(place)]
        told.append(goal(f"{name}{place}", measure, target=target))
        if amongs and rng.random() < 0.4 and "group-difference" not in measure:
            told.append(goal(f"{name}{place}b", measure, amongs[int(rng.integers(len(amongs)))], target))
    return "\n".join(told)


def _yes(rng: Random, n: int, *, unknown: float = 0.0) -> list[str]:
    share = float(rng.choice([0.05, 0.3, 0.5, 0.7, 0.97]))
    return [
        str(one)
        for one in rng.choice(["ja", "nej", ""], n, p=[share * (1 - unknown), (1 - share) * (1 - unknown), unknown])
    ]


def people(rng: Random) -> People:
    """Make everybody, in departments of municipalities."""
    n, units = int(rng.integers(25, 130)), int(rng.integers(3, 9))
    unit = rng.choice(units, n, p=rng.dirichlet(np.full(units, 2.0)))
    town = rng.integers(0, 3, units)[unit]
    women = rng.uniform(0.2, 0.75)
    return People(
        tuple(f"an{place:03}" for place in rng.permutation(n)),
        {
            NEST[0]: tuple(f"kommun {one}" for one in town),
            NEST[1]: tuple(f"avd {one}" for one in unit),
            SEX: tuple(str(one) for one in rng.choice(["k", "m", ""], n, p=[women, 0.95 - women, 0.05])),
        },
    )


AMONG = [
    '{ kon = "k" }',
    '{ kon = ["m"] }',
    '{ kommun = "kommun 0" }',
    '{ kommun = ["kommun 1", "kommun 2"], kon = "k" }',
]


def register(rng: Random, who: People) -> Piece:
    """Make a register of everybody: shares, counts in every department, before and after, two groups."""
    n = len(who.codes)
    columns = who.some(np.arange(n))
    columns |= {"klar": _yes(rng, n, unknown=0.03 * (rng.random() < 0.3)), "innan": _yes(rng, n), "chef": _yes(rng, n)}
    columns["timmar"] = [str(int(one)) for one in rng.poisson(8, n)]
    at, met, before = 'source = "folk"', 'where = { klar = "ja" }', 'before = { innan = "ja" }'
    asked = [
        (f'kind = "share", {at}, {met}', "at_least = 0.5"),
        (f'kind = "share", {at}, where = {{ klar = "ja", chef = "ja" }}', "at_least = 0.5"),
        (f'kind = "share", {at}, where = {{ timmar = {{ at_most = 8 }} }}', "at_least = 0.5"),
        (f'kind = "count", {at}, where = {{ chef = "ja" }}', 'at_least = 1, in_every = "avd"'),
        (f'kind = "count", {at}, {met}, {before}', "at_least = 9"),
        (
            f'kind = "count-change", {at}, {before}, after = {{ klar = "ja" }}',
            'direction = "increase"',
        ),
        (
            f'kind = "group-difference", {at}, {met}, by = "kon", groups = ["k", "m"]',
            "at_most = 0.2",
        ),
    ]
    key = 'key = "kod"\n' if rng.random() < 0.7 else ""
    source = f'[sources.folk]\nkind = "register"\nfile = "folk.csv"\n{key}'
    return Piece(source + _goals(rng, "r", asked, AMONG), {"folk": columns})


def _everybody(who: People) -> Piece:
    """Make the register that others are of."""
    plan = '[sources.alla]\nkind = "register"\nfile = "alla.csv"\nkey = "kod"\n'
    return Piece(plan, {"alla": who.some(np.arange(len(who.codes)))})


def survey(rng: Random, who: People) -> Piece:
    """Make a survey of one to three waves, in which some skip questions and some answer once."""
    waves, items = WAVES[: int(rng.integers(1, 4))], [f"v{place}" for place in range(1, int(rng.integers(2, 5)))]
    links, compared = rng.random() < 0.8, len(waves) > 1 and rng.random() < 0.2
    names = ", ".join(f'{wave} = "enkat_{wave}.csv"' for wave in waves)
    also = ['of = "alla"', 'weight = "vikt"', 'of = "alla"\nweigh = ["kon"]', 'cluster = "avd"', "", ""]
    least = ["", "minimum_answered = 1.0", "minimum_answered = 0.5", "minimum_answered = 0.2"]
    plan = [
        f'[sources.enkat]\nkind = "survey"\nfiles = {{ {names} }}\nmultiple = {{ kanal = "|" }}',
        'code = "kod"' if links else "",
        str(rng.choice(also)),
        f'[scales.trygg]\nlabel = "Trygghet"\nsource = "enkat"\nitems = {items}\nanswers = [1, 2, 3, 4, 5]',
        str(rng.choice(least)),
        _goals(rng, "e", _of_scale(len(waves) > 1, links), AMONG[:3]),
    ]
    return Piece("\n".join(plan), _answers(rng, who, waves, items, compared=compared))


def _of_scale(changes: bool, links: bool) -> list[tuple[str, str]]:
    """Return what can be asked of a scale, with targets."""
    scale, up = 'scale = "trygg"', 'direction = "increase"'
    asked = [
        (f'kind = "share", {scale}, top = 2', "at_least = 0.5"),
        (f'kind = "group-difference", {scale}, by = "kon", groups = ["k", "m"]', "at_most = 1.0"),
    ]
    if changes:
        asked += [(f'kind = "score-change", {scale}', up), (f'kind = "share-change", {scale}, top = 2', up)]
    if changes and links:
        asked += [(f'kind = "score-change", {scale}{more}', up) for more in (', answers = "all"', ', dose = "dos"')]
        asked += [
            (f'kind = "share-improved", {scale}, improved = "{one}"', "at_least = 0.4") for one in ("any", "step")
        ]
    return asked


def _answers(rng: Random, who: People, waves: Sequence[str], items: list[str], *, compared: bool) -> dict[str, Columns]:
    """Return what everybody answered in each wave."""
    n, files = len(who.codes), dict[str, Columns]()
    level, doses, side = rng.integers(1, 6, n), rng.integers(0, 4, n), rng.choice(["andra", "projekt"], n)
    skip, once = float(rng.choice([0.0, 0.02, 0.15])), float(rng.choice([0.0, 0.03, 0.3]))
    for wave in waves:
        there = np.flatnonzero(rng.random(n) >= once)
        own = who.some(there)
        for item in items:
            answers = np.clip(level + rng.integers(-1, 2, n), 1, 5)
            own[item] = ["" if rng.random() < skip else str(answers[place]) for place in there]
        own["dos"] = ["" if rng.random() < skip else str(doses[place]) for place in there]
        own["kanal"] = ["|".join(np.array(["x", "y"])[rng.random(2) < 0.6]) for _ in there]
        own["vikt"] = [f"{one:.2f}" for one in rng.uniform(0.5, 3, there.size)]
        own |= {SIDE: [str(side[place]) for place in there]} if compared else {}
        files[f"enkat_{wave}"] = own
    return files


def numbers(rng: Random, who: People) -> Piece:
    """Make measured numbers of one wave or two; some are measured once."""
    waves = WAVES[: int(rng.integers(1, 4))]
    once = float(rng.choice([0.0, 0.03, 0.3]))
    files: dict[str, Columns] = {}
    for wave in waves:
        measured = np.flatnonzero(rng.random(len(who.codes)) >= once)
        days = rng.poisson(6, measured.size) if rng.random() < 0.7 else np.zeros(measured.size, dtype=int)
        files[f"tal_{wave}"] = who.some(measured) | {"dagar": [str(int(one)) for one in days]}
    names = ", ".join(f'{wave} = "tal_{wave}.csv"' for wave in waves)
    more = str(rng.choice(["everybody = true\n", 'of = "alla"\n', ""]))
    plan = f'[sources.tal]\nkind = "measurements"\nfiles = {{ {names} }}\nnumber = "dagar"\ncode = "kod"\n{more}'
    at = 'source = "tal"'
    asked = [
        (f'kind = "mean", {at}', "at_most = 6"),
        (f'kind = "share-within", {at}, highest = 5', "at_least = 0.5"),
        (f'kind = "share-within", {at}, lowest = 6', "at_least = 0.2"),
    ]
    if len(waves) > 1:
        asked += [(f'kind = "mean-change", {at}{answers}', "decrease_by = 1") for answers in ("", ', answers = "all"')]
    return Piece(plan + _goals(rng, "t", asked, AMONG[:3]), files)


def log(rng: Random, who: People) -> Piece:
    """Make a log of who used something."""
    days = rng.poisson(float(rng.choice([0.4, 2.0, 8.0])), len(who.codes))
    users = np.repeat(np.arange(len(who.codes)), days)
    files = {
        "logg": {
            "vem": [who.codes[place] for place in users],
            "dag": [f"2024-0{1 + int(one) // 28}-{1 + int(one) % 28:02}" for one in rng.integers(0, 200, users.size)],
        }
    }
    plan = '[sources.logg]\nkind = "log"\nfile = "logg.csv"\nuser = "vem"\nat = "dag"\nof = "alla"\n'
    asked = [
        ('kind = "active-share", source = "logg"', "at_least = 0.5"),
        ('kind = "active-share", source = "logg", times = 3', "at_least = 0.5"),
        ('kind = "weekly-users", source = "logg"', "at_least = 4"),
    ]
    return Piece(plan + _goals(rng, "l", asked, []), files)


def attendance(rng: Random, who: People) -> Piece:
    """Make the hours that each took part."""
    there = np.flatnonzero(rng.random(len(who.codes)) < 0.9)
    hours = [str(one) for one in rng.choice([2, 4, 8], there.size)]
    plan = (
        '[sources.narvaro]\nkind = "activities"\nfile = "narvaro.csv"\nperson = "vem"\nhours = "timmar"\nof = "alla"\n'
    )
    asked = [(f'kind = "full-dose", source = "narvaro", hours = {most}', "at_least = 0.5") for most in (4, 8)]
    files = {"narvaro": {"vem": [who.codes[place] for place in there], "timmar": hours}}
    return Piece(plan + _goals(rng, "n", asked, AMONG[:1]), files)


def cases(rng: Random, who: People) -> Piece:
    """Make a case of each in two periods, closed or still open."""
    columns: Columns = {name: [] for name in ("nr", "in", "ut", *NEST, SEX)}
    for year in (2024, 2025):
        for place in np.flatnonzero(rng.random(len(who.codes)) < 0.8):
            opened, took = np.datetime64(f"{year}-01-02") + int(rng.integers(0, 80)), int(rng.integers(5, 90))
            columns["nr"].append(f"D{year}{place}")
            columns["in"].append(str(opened))
            columns["ut"].append("" if rng.random() < 0.05 else str(opened + took))
            for name in (*NEST, SEX):
                columns[name].append(who.groups[name][place])
    plan = (
        '[sources.arenden]\nkind = "cases"\nfile = "arenden.csv"\nkey = "nr"\nopened = "in"\nclosed = "ut"\n'
        "measured = { ett = 2024-08-31, tva = 2025-08-31 }\n"
    )
    at = 'source = "arenden"'
    asked = [
        (f'kind = "handling-time", {at}, within_days = 90', 'direction = "decrease"'),
        (f'kind = "handling-time", {at}, within_days = 90, statistic = "median"', 'direction = "decrease"'),
        (f'kind = "closed-in-time", {at}, within_days = 40', "at_least = 0.5"),
    ]
    return Piece(plan + _goals(rng, "c", asked, []), {"arenden": columns})


def visits(rng: Random, who: People) -> Piece:
    """Make visits to departments, in two waves."""
    units = sorted(set(who.groups["avd"]))
    town = dict(zip(who.groups["avd"], who.groups["kommun"], strict=True))
    files = {}
    for wave in WAVES[:2]:
        at = [units[int(place)] for place in rng.integers(0, len(units), int(rng.integers(6, 30)))]
        own = {"enhet": at, "kommun": [town[unit] for unit in at], "avd": at}
        files[f"besok_{wave}"] = own | {item: _yes(rng, len(at), unknown=0.05) for item in ("p1", "p2", "p3")}
    names = ", ".join(f'{wave} = "besok_{wave}.csv"' for wave in WAVES[:2])
    plan = (
        f'[sources.besok]\nkind = "visits"\nfiles = {{ {names} }}\nchecklist = "mote"\nunit = "enhet"\n'
        '[checklists.mote]\nlabel = "Mötet"\nitems = ["p1", "p2", "p3"]\nareas = { "Hur" = ["p1", "p2"] }\n'
    )
    asked = [
        ('kind = "visit-score", source = "besok"', 'direction = "increase"'),
        ('kind = "visit-score", source = "besok", area = "Hur"', 'direction = "increase"'),
        ('kind = "visit-score", source = "besok", item = "p3"', 'direction = "increase"'),
    ]
    return Piece(plan + _goals(rng, "b", asked, []), files)


PIECES: dict[str, Callable[[Random, People], Piece]] = {
    "register": register,
    "survey": survey,
    "numbers": numbers,
    "log": log,
    "attendance": attendance,
    "cases": cases,
    "visits": visits,
}


def composed(rng: Random, *only: str) -> Project:
    """Return a project of one to three kinds of evidence about the same people (or of `only` these kinds)."""
    who = people(rng)
    chosen = only or tuple(rng.choice(list(PIECES), int(rng.integers(1, 4)), replace=False))
    pieces = with_everybody(who, [PIECES[name](rng, who) for name in chosen])
    columns = {name for piece in pieces for file in piece.files.values() for name in file}
    groups = [name for name in (*NEST, SEX) if name in columns and rng.random() < 0.85]
    hide = str(rng.choice(["", "", "", "hide = { means = 5, publish_small = true }", "hide = { means = 3 }"]))
    if SIDE in columns:
        hide += '\ndesign = "comparison-group"\ncomparison = { column = "grupp", group = "andra" }'
    return Project(head(groups, hide, str(rng.choice(["sv", "en"]))), tuple(pieces))


def with_everybody(who: People, pieces: list[Piece]) -> list[Piece]:
    """Return pieces with the register that some are of, if any is."""
    return [_everybody(who), *pieces] if any('of = "alla"' in piece.plan for piece in pieces) else pieces


def head(groups: Sequence[str], hide: str = "", language: str = "sv") -> str:
    """Return the head of a plan."""
    named = ", ".join(f'"{name}"' for name in groups)
    return HEAD.replace("GROUPS", named).replace("HIDE", hide).replace("LANGUAGE", language)


#: Columns that say who somebody is, or that stay as they are.
_KEPT = ("kod", "vem", "nr", "in", "ut", "enhet", "dag", SIDE, "vikt", *NEST)


def changed(rng: Random, project: Project) -> Project:
    """Return the same project later: some have gone, some answer otherwise, and it may be broken down otherwise."""
    pieces = tuple(
        Piece(piece.plan, {name: _changed_file(rng, file) for name, file in piece.files.items()})
        for piece in project.pieces
    )
    plan = project.head
    if rng.random() < 0.5:
        asked = next(line for line in plan.split("\n") if line.startswith("groups = "))
        groups = [one for one in asked.removeprefix("groups = [").removesuffix("]").split(", ") if one]
        kept = [one for one in groups if rng.random() < 0.5]
        plan = plan.replace(asked, f"groups = [{', '.join(kept)}]")
    return Project(plan, pieces)


def _changed_file(rng: Random, file: Columns) -> Columns:
    """Return a file in which up to three rows have gone and up to three answers are others."""
    n = len(next(iter(file.values())))
    gone = set(rng.integers(0, n, int(rng.integers(0, 4))).tolist()) if n > 10 and "chef" not in file else set()
    kept = [place for place in range(n) if place not in gone]
    made = {name: [cells[place] for place in kept] for name, cells in file.items()}
    for name in sorted(set(made) - set(_KEPT)) if rng.random() < 0.5 else ():
        for place in rng.integers(0, len(kept), int(rng.integers(0, 2))):
            made[name][int(place)] = made[name][int(rng.integers(0, len(kept)))]
    return made
