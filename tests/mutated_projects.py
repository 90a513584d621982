"""Projects with slips and damage: plans and data changed at random, which must give faults or findings, never a crash.

Run `python tests/mutated_projects.py --seed 1 --projects 1000 --seconds 600` (a part of `make fuzz`): each is evaluated
and told in both languages within a time. Nothing but faults may be raised; every row that stands in a file is used or
left out; what `check` remarks on `goals` and the report say too; and no figure may change in silence: each change says
what it means (`mutations`), and is judged by that.
"""

from __future__ import annotations

import argparse
import csv
import signal
import sys
import tempfile
import time
import tomllib
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FrameType

import numpy as np

from effektmatt.errors import InputFaults
from effektmatt.evaluation import evaluate
from effektmatt.evaluation.terminal import check_text, goals_text
from effektmatt.findings import Findings
from effektmatt.report.write import write_report
from effektmatt.wording import words
from effektmatt.wording.faults import fault_text
from mutations import CUBE_WAYS, DAMAGE, HARMLESS, MEANINGFUL, TABLE_WAYS, Change, NotHereError, Random, is_seen, pick
from mutations_of_text import CSV_WAYS, PLAN_WAYS, of_bytes
from remarks import unsaid
from small_projects import SMALL, WAVES, files_of, plan_of
from written_formats import Rows

SAMPLES = sorted(path.parent for path in (Path(__file__).parents[1] / "data" / "sample").glob("*/plan.toml"))
#: So many seconds of work one project may take, however busy the machine is.
PATIENCE = 60
#: The share of projects that are samples, and of those with findings of which a report is written.
OF_SAMPLES, REPORTED = 0.02, 0.01


@dataclass
class Project:
    """A project in memory: its plan, the tables that are changed cell by cell, and the other files as they are."""

    name: str
    form: str
    plan: str
    tables: dict[str, Rows]
    roles: Mapping[str, Mapping[str, str]]
    files: dict[str, bytes]

    def contents(self) -> dict[str, bytes]:
        """Return what is written to the folder."""
        return {"plan.toml": self.plan.encode("utf-8"), **self.files, **files_of(self.tables, self.form)}


@cache
def _read(name: str, form: str) -> Project:
    if name in SMALL:
        small = SMALL[name]
        tables = {stem: table.rows for stem, table in small.tables.items()}
        return Project(name, form, plan_of(small, form), tables, {k: t.roles for k, t in small.tables.items()}, {})
    folder = next(path for path in SAMPLES if path.name == name)
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".csv", ".xlsx"}}
    plan = (folder / "plan.toml").read_text(encoding="utf-8")
    tables = {one.removesuffix(".csv"): _rows(files.pop(one)) for one in list(files) if one.endswith(".csv")}
    return Project(name, "csv", plan, tables, _roles(tomllib.loads(plan), tables), files)


def _rows(content: bytes) -> Rows:
    """Return the rows of a text file, as a spreadsheet would save them."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252")
    mark = max(";,\t", key=text.split("\n", 1)[0].count)
    return [row for row in csv.reader(text.splitlines(), delimiter=mark) if row]


#: What a column is whose name stands at a key of a source.
_OF_KEY = {
    **dict.fromkeys(("key", "code", "user", "person", "unit", "visitor", "visit", "post", "wave"), "code"),
    "activity": "kind",
    **dict.fromkeys(("opened", "closed", "answered", "at", "held", "planned", "date"), "date"),
    **dict.fromkeys(("budget", "outcome", "hours", "number", "value"), "number"),
}


def _roles(plan: Mapping[str, object], tables: Mapping[str, Rows]) -> dict[str, dict[str, str]]:
    """Return what each column of a sample decides, as its plan says."""
    roles: dict[str, str] = {}
    for group in plan["analysis"].get("groups", []):
        roles[group] = "group"
    for source in plan["sources"].values():
        roles |= {str(source[key]): role for key, role in _OF_KEY.items() if key in source}
    for scale in (*plan.get("scales", {}).values(), *plan.get("checklists", {}).values()):
        roles |= dict.fromkeys(scale["items"], "scale")
    for goal in plan["goals"]:
        for part in (goal, *goal.get("all_of", [])):
            told = part.get("measure", {})
            for condition in (part.get("among", {}), *(told.get(key, {}) for key in ("where", "before", "after"))):
                roles |= {column: "condition" for column, value in condition.items() if isinstance(value, str)}
    return {name: {column: roles[column] for column in rows[0] if column in roles} for name, rows in tables.items()}


# ---- changing --------------------------------------------------------------------------------------------------------


def mutate(project: Project, rng: Random) -> tuple[Project, list[Change]]:
    """Return a project with one change or two."""
    made = Project(
        project.name,
        project.form,
        project.plan,
        {name: [list(row) for row in rows] for name, rows in project.tables.items()},
        project.roles,
        dict(project.files),
    )
    return made, [_tried_until_it_is_there(made, rng) for _ in range(1 if rng.random() < 0.8 else 2)]


def _tried_until_it_is_there(made: Project, rng: Random) -> Change:
    while True:
        try:
            return _change(made, rng)
        except NotHereError:
            continue


def _change(made: Project, rng: Random) -> Change:
    chance = rng.random()
    if chance < 0.25:
        lines = made.plan.split("\n")
        way = PLAN_WAYS[int(rng.integers(len(PLAN_WAYS)))]
        meaning, names = way(rng, lines)
        made.plan = "\n".join(lines)
        return Change(way.__name__, "plan.toml", meaning, ("plan.toml", *names))
    if chance < 0.37 or not made.tables:
        return _change_of_file(made, rng)
    name = str(pick(rng, sorted(made.tables)))
    if chance < 0.39 and len(made.tables) > 1 and made.form not in {"px", "json"}:
        other = str(pick(rng, sorted(set(made.tables) - {name})))
        alike = made.tables[other][0] == made.tables[name][0]
        made.tables[name] = [list(row) for row in made.tables[other]]
        return Change("another-table", name, MEANINGFUL if alike else DAMAGE, called(name))
    ways = CUBE_WAYS if made.form in {"px", "json"} else TABLE_WAYS
    way = ways[int(rng.integers(len(ways)))]
    before = {tuple(row) for row in made.tables[name]}
    meaning, names = way(rng, made.tables[name], made.roles[name])
    others = [row[0] for row in made.tables[name][1:] if row and tuple(row) not in before]
    return Change(way.__name__, name, meaning, (*called(name), *names, *dict.fromkeys(others)))


def called(name: str) -> tuple[str, ...]:
    """Return what a table is called in remarks: its file, or its wave."""
    return (name, f"”{WAVES[name.split('_')[1]]}”") if name.partition("_")[2] in WAVES else (name,)


def _change_of_file(made: Project, rng: Random) -> Change:
    """Change a file as it lies on the disk; from then on it is no table any more."""
    if made.form == "csv" and made.tables and rng.random() < 0.7:
        name = str(pick(rng, sorted(made.tables)))
        way = str(pick(rng, sorted(CSV_WAYS)))
        meaning, written = CSV_WAYS[way]
        made.files[f"{name}.csv"] = written(made.tables[name])
        del made.tables[name]
        return Change(way, name, meaning, called(name))
    files = made.contents()
    file = str(pick(rng, sorted(set(files) - {"plan.toml"})))
    stem, _, form = file.partition(".")
    way, meaning, made.files[file] = of_bytes(rng, files[file], form)
    if made.form == "sqlite":
        made.tables.clear()
    made.tables.pop(stem, None)
    return Change(way, stem, meaning, called(stem))


# ---- judging ---------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Told:
    """What a run came to: figures by goal and its title, remarks, and rows left out by source, wave and reason."""

    figures: Mapping[tuple[str, str], object]
    lines: frozenset[str]
    left_out: Mapping[tuple[str, str, str], int]


def told_of(findings: Findings, said: str) -> Told:
    """Return what findings tell, with what `check` said of them."""
    left = {
        (source.id, str(account.wave), reason): n
        for source in findings.sources
        for account in source.accounts
        for reason, n in account.left_out.items()
    }
    figures: dict[tuple[str, str], object] = {}
    for goal in findings.goals:
        for place, part in enumerate(goal.parts or (goal,)):
            groups = [(one.by, one.group.casefold(), _figure(one.estimate)) for one in part.outcome.groups]
            figures[f"{goal.id} {place}", goal.title] = (
                str(part.fulfilment.verdict),
                _figure(part.fulfilment.estimate),
                tuple(sorted(groups, key=str)),
            )
    return Told(figures, frozenset(said.split("\n")), left)


def _figure(estimate: object) -> object:
    if estimate is None:
        return None
    interval = estimate.interval
    numbers = (estimate.value, *((interval.low, interval.high) if interval else ()))
    return (estimate.n, estimate.hits, *(None if one is None else float(f"{one:.9g}") for one in numbers))


class SilenceError(AssertionError):
    """A figure changed and nothing said so; or what should change nothing did."""


def judge(base: Told, now: Told, changes: list[Change]) -> str:
    """Return "same", "changed" or "remarked"; raise where a change that must be told of is not."""
    meanings = {one.meaning for one in changes}
    other = {key for key in base.figures.keys() & now.figures.keys() if base.figures[key] != now.figures[key]}
    other |= base.figures.keys() ^ now.figures.keys()
    if not other:
        return "same"
    if MEANINGFUL in meanings:
        return "changed"
    names = [name.strip().casefold() for one in changes for name in one.names if name.strip()]
    names += [f"- {title}: ".casefold() for _, title in other]  # what is said of the very goal
    new = [line for line in now.lines - base.lines if any(name in line.casefold() for name in names)]
    more_left_out = [key for key, n in now.left_out.items() if n > base.left_out.get(key, 0)]
    if meanings == {HARMLESS} or not (new or more_left_out):
        key = sorted(other)[0]
        raise SilenceError(
            f"{key}: {base.figures.get(key)} became {now.figures.get(key)}; said {now.lines - base.lines}"
        )
    return "remarked"


def judge_faults(faults: InputFaults, changes: list[Change]) -> str:
    """Return "faults"; raise where there is nothing that is wrong, or what is wrong is not named."""
    said = [fault_text(fault, words(language)) for fault in faults.faults for language in ("sv", "en")]
    assert said
    assert all(text.strip() for text in said)
    meanings = {one.meaning for one in changes}
    if meanings == {HARMLESS}:
        raise SilenceError(f"nothing is wrong, but: {said[0]}")
    names = [name.strip().casefold() for one in changes for name in one.names if name.strip()]
    if MEANINGFUL not in meanings and not any(name in text.casefold() for name in names for text in said):
        raise SilenceError(f"none of {names} is named: {said[0]}")
    return "faults"


def rows_add_up(findings: Findings, project: Project) -> None:
    """Compare the rows that stand in a file with those that are used or left out."""
    for source in findings.sources:
        for reading, account in zip(source.files, source.accounts, strict=True):
            assert account.read == account.used + sum(account.left_out.values()), account
            stem, _, form = reading.file.partition(".")
            if stem not in project.tables or form not in {"csv", "xlsx", "ods", "xls", "parquet", "sav", "dta"}:
                continue
            stand = sum(any(map(is_seen, row)) for row in project.tables[stem]) - 1
            read = account.read - account.left_out.get("empty-row", 0)
            if stand != read:
                raise SilenceError(f"{stand} rows stand in {reading.file}, {read} were read: {dict(account.left_out)}")


# ---- running ---------------------------------------------------------------------------------------------------------


@contextmanager
def within(seconds: int) -> Iterator[None]:
    """Raise TimeoutError in what works for longer, where the system has alarms."""

    def late(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"more than {seconds} seconds")

    if not hasattr(signal, "SIGPROF"):
        yield
        return
    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _written(project: Project, place: str) -> Path:
    folder = Path(place) / "p"
    folder.mkdir()
    for name, content in project.contents().items():
        (folder / name).write_bytes(content)
    return folder


@cache
def base_of(name: str, form: str) -> Told:
    """Return what an unchanged project tells."""
    with tempfile.TemporaryDirectory() as place, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        findings = evaluate(_written(_read(name, form), place)).findings
        return told_of(findings, check_text(findings, words("sv")))


def tried(folder: Path, project: Project, changes: list[Change], *, report: bool = False) -> str:
    """Evaluate a changed project, tell of it in both languages, and judge what became of it."""
    try:
        findings = evaluate(folder).findings
    except InputFaults as faults:
        return judge_faults(faults, changes)
    said = {language: check_text(findings, words(language)) for language in ("sv", "en")}
    assert all(said[language] and goals_text(findings, words(language)) for language in said)
    rows_add_up(findings, project)
    page = None
    if report:
        write_report(findings, folder / "report", formats=("html", "json"))
        page = (folder / "report" / "report.html").read_text(encoding="utf-8")
    if lacking := list(unsaid(findings, page)):
        raise SilenceError(f"not said everywhere: {lacking}")
    return judge(base_of(project.name, project.form), told_of(findings, said["sv"]), changes)


def chosen(rng: Random) -> Project:
    """Return a project in some format; SPSS and Stata are read by a process of their own, and are tried less often."""
    if rng.random() < OF_SAMPLES:
        return _read(SAMPLES[int(rng.integers(len(SAMPLES)))].name, "csv")
    name = str(pick(rng, sorted(SMALL)))
    forms = [form for form in SMALL[name].formats for _ in range(1 if form in {"sav", "dta"} else 8)]
    forms += ["csv"] * 16
    return _read(name, str(pick(rng, forms)))


def one_project(seed: int) -> tuple[str, str]:
    """Make, change and try a project; the same one for the same seed. Return what it meant and what it came to."""
    rng = np.random.default_rng(seed)
    project = chosen(rng)
    made, changes = mutate(project, rng)
    meanings = {one.meaning for one in changes}
    meant = next(one for one in (MEANINGFUL, DAMAGE, HARMLESS) if one in meanings)
    with tempfile.TemporaryDirectory() as place:
        folder = _written(made, place)
        try:
            with within(PATIENCE), warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return meant, tried(folder, made, changes, report=rng.random() < REPORTED)
        except Exception as error:
            said = "; ".join(f"{one.way} of {one.file} ({one.meaning}: {one.names[:4]!r})" for one in changes)
            error.add_note(f"seed {seed}: {project.name}.{project.form}, {said}")
            raise


def main() -> int:
    """Try as many projects as there is time for, and say what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--projects", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=600.0)
    asked = parser.parse_args()
    start, seen, wrong = time.monotonic(), Counter[str](), 0
    done = 0
    while done < asked.projects and time.monotonic() - start < asked.seconds:
        try:
            seen[", ".join(one_project(asked.seed * 1_000_000 + done))] += 1
        except Exception:  # noqa: BLE001 -- whatever it is, it is what is looked for
            wrong += 1
            sys.stdout.write(traceback.format_exc() + "\n")
            sys.stdout.flush()
        done += 1
        if done % 100 == 0:
            sys.stderr.write(f"{done} in {time.monotonic() - start:.0f} s: {wrong} wrong\n")
    took = time.monotonic() - start
    told = "\n".join(f"  {one}: {n}" for one, n in sorted(seen.items()))
    sys.stdout.write(f"{done} changed projects in {took:.0f} s, {wrong} went wrong\n{told}\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
