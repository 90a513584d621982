"""What files look like that hold what was recorded: cases, uses, activities, money, published values, series."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pandas as pd

from effektmatt.data.cubes import VALUE
from effektmatt.data.descriptions import ColumnKind, DescribedColumn
from effektmatt.data.totals import total_of
from effektmatt.data.values import folded
from effektmatt.plan.found import Drafted, Example, FoundSource, Key, written
from effektmatt.plan.found_directions import low_is_good
from effektmatt.plan.found_names import FoundWave
from effektmatt.usage.series import Period, period_of

_OPENED = r"inkom|öppnad|oppnad|opened|registrerad|skapad|created|ansök|ansok|received|anmäl|start"
_CLOSED = r"avslut|stängd|stangd|closed|beslut|klar|resolved|färdig|fardig|completed|slut|end"
_CASE = r"ärende|arende|case|dnr|diarie|ticket|request"
#: Headings of days that only cases have; others start and end too.
_OF_CASES = r"inkom|öppnad|oppnad|opened|avslutad|closed|resolved|beslut|ansök|ansok|anmäl"
_PLANNED, _HELD = r"planerad|planned|datum|date|dag", r"genomförd|genomford|held|hölls|holls|utförd|utford|actual"
_ACTIVITY = r"aktivitet|activity|pass|tillfälle|tillfalle|kurs|session|moment|insats|träff|traff|utbildning"
_HOURS = r"timm|hour|längd|langd|duration"
_USER = r"anvä|anva|\banv\b|user|anställd|anstalld|person|konto|account|medarbetar|deltagar|student|elev|login|\bid\b"
_BUDGET, _OUTCOME = (
    r"budget|beviljat|beviljade|granted|planerat",
    r"utfall|outcome|förbrukat|forbrukat|actual|spent|använt|anvant",
)
_UNDER, _REASON = r"del[ _]?av|under|parent|tillhör|tillhor|part of", r"orsak|reason|kommentar|comment|förklaring|not\b"
_VALUE = r"värde|varde|value|andel|index|antal|resultat|procent|share|score"
_VALUE_ITSELF = r"^(?:värde|varde|value)$"
_UNIT = r"enhet|kommun|organisation|unit|region|förvaltning|forvaltning|municipality|område|omrade"
_WAVE = r"mätning|matning|wave|omgång|omgang|år\b|^ar$|year|period|tid\b|tillfälle"

_YEAR = re.compile(r"(?:19|20)\d\d")
_CODES = re.compile(r"kod$|\bkod\b|code$|\bcode\b|_?id$", re.IGNORECASE)

#: Cases are closed after they are opened, in nearly all rows.
_AFTER = 0.95
#: A series has at least so many periods; of years so many that half of them can be compared with the others.
_MONTHS, _YEARS = 8, 12


def found_cases(source: FoundSource) -> Drafted | None:
    """Recognise cases: two columns of days, of which one comes after the other."""
    dates = source.of_kind(ColumnKind.DATE)
    opened, closed = source.named(_OPENED, ColumnKind.DATE), source.named(_CLOSED, ColumnKind.DATE)
    if (
        len(dates) < 2
        or opened is None
        or closed is None
        or opened == closed
        or source.named(_ACTIVITY, ColumnKind.GROUP)
    ):
        return None
    if not (source.named(_CASE, *ColumnKind) or source.named(_OF_CASES, ColumnKind.DATE)):
        return None
    frame = pd.DataFrame({"opened": source.days(opened), "closed": source.days(closed)})
    both = frame.dropna()
    if not len(both) or (both["closed"] >= both["opened"]).mean() < _AFTER:
        return None
    number = next((one.name for one in source.of_kind(ColumnKind.CODE) if one.different == one.filled), None)
    number = number or source.named(_CASE, ColumnKind.CODE)
    last = max([*frame["opened"].dropna(), *both["closed"]])
    keys = (*written(key=number, opened=opened, closed=closed), Key(name="measured", value=last, guess="measured"))
    days = [(end - start).days for start, end in zip(both["opened"], both["closed"], strict=True)]
    longest = int(np.quantile(days, 0.95)) + 1
    measure = {"kind": "handling-time", "source": source.name, "within_days": max(2, longest)}
    examples = (Example(title="cases-time", measure=measure, target={"direction": "decrease"}),)
    return Drafted(strength=70, keys=keys, examples=examples)


def cases_in_waves(
    source: FoundSource, drafted: Drafted, waves: Sequence[FoundWave]
) -> tuple[Drafted, Sequence[FoundWave]]:
    """Say which cases belong to which wave: those opened in its days, else the first half of them and the second."""
    opened = next(str(key.value) for key in drafted.keys if key.name == "opened")
    measured = next(key.value for key in drafted.keys if key.name == "measured")
    days = sorted(source.days(opened))
    within = [
        wave for wave in waves if wave.first and wave.last and any(wave.first <= one <= wave.last for one in days)
    ]
    if len(waves) in (1, 2) and len(within) == len(waves):
        return drafted, waves
    half = days[len(days) // 2]
    halves = ((days[0], half - timedelta(days=1)), (half, days[-1]))
    if days[0] == half or not waves:
        names = ("before", "after") if days[0] < half else ("before",)
        ends = halves if days[0] < half else ((days[0], days[-1]),)
        own = [
            FoundWave(name=name, first=first, last=last, place=place, guess="halves")
            for place, (name, (first, last)) in enumerate(zip(names, ends, strict=True))
        ]
        return drafted, waves or own
    chosen = [within[0], within[-1]] if len(within) > 1 else [waves[0], waves[-1]] if len(waves) > 1 else [waves[0]]
    keys = [key for key in drafted.keys if key.name != "measured"]
    keys.append(Key(name="measured", value={wave.name: measured for wave in chosen}, guess="measured"))
    if len(within) < 2:
        ends = halves if len(chosen) == 2 else ((days[0], days[-1]),)
        periods = {wave.name: {"from": first, "to": last} for wave, (first, last) in zip(chosen, ends, strict=True)}
        keys.append(Key(name="periods", value=periods, guess="halves"))
    return replace(drafted, keys=tuple(keys)), waves


def found_activities(source: FoundSource) -> Drafted | None:
    """Recognise activities: planned and held; or who attended which."""
    activity = source.named(_ACTIVITY, ColumnKind.GROUP, ColumnKind.CODE) or source.named(_ACTIVITY, ColumnKind.TEXT)
    if activity is None:
        return None
    held, hours = source.named(_HELD, ColumnKind.DATE), source.named(_HOURS, ColumnKind.NUMBER)
    planned = next((one.name for one in source.of_kind(ColumnKind.DATE) if one.name != held), None)
    if held and planned:
        keys = written(activity=activity, planned=planned, held=held, hours=hours)
        return Drafted(strength=75, keys=keys, examples=_held_example(source, activity))
    person = _somebody(source)
    repeated = person is not None and source.description[person].different < source.description[person].filled
    dates = source.of_kind(ColumnKind.DATE)
    if not person or not repeated or not (dates or hours):
        return None
    keys = written(activity=activity, held=dates[0].name if dates else None, person=person, hours=hours)
    examples: tuple[Example, ...] = ()
    if hours:
        full = _full_hours(source, person, hours)
        measure = {"kind": "full-dose", "source": source.name, "hours": full}
        examples = (
            Example(title="activities-dose", measure=measure, target={"at_least": 0.8}, values={"needs": "of"}),
        )
    return Drafted(strength=65, keys=keys, examples=examples, person=person)


def _somebody(source: FoundSource) -> str | None:
    """Return the column that says who, by its heading or because its codes come again and again."""
    called = source.named(_USER, ColumnKind.CODE, ColumnKind.NAMES, ColumnKind.MAIL)
    codes = (one.name for one in source.of_kind(ColumnKind.CODE) if one.different < one.filled)
    return called or next(codes, None) or source.named(_USER, ColumnKind.GROUP)  # few users are a group by their values


def _held_example(source: FoundSource, activity: str) -> tuple[Example, ...]:
    counts = source.description[activity].counts
    if not counts:
        return ()
    name, times = counts[0]
    measure = {"kind": "held", "source": source.name, "activity": name}
    return (Example(title="activities-held", measure=measure, target={"at_least": times}, values={"activity": name}),)


def _full_hours(source: FoundSource, person: str, hours: str) -> float:
    """Return the most hours that anybody has."""
    numbers = pd.to_numeric(source.frame[hours].astype(str).str.replace(",", ".", regex=False), errors="coerce")
    return float(numbers.groupby(source.frame[person].map(folded)).sum().max())


def found_log(source: FoundSource) -> Drafted | None:
    """Recognise a log: somebody and a moment, over and over, and hardly anything else."""
    user = _somebody(source)
    dates = source.of_kind(ColumnKind.DATE)
    numbers = source.of_kind(ColumnKind.NUMBER, ColumnKind.ANSWERS)
    if user is None or len(dates) != 1 or numbers or len(source.columns) > 5:
        return None
    column = source.description[user]
    if column.filled < 1.5 * column.different:
        return None
    measure = {"kind": "weekly-users", "source": source.name}
    examples = (Example(title="log-weekly", measure=measure),)
    return Drafted(strength=55, keys=written(user=user, at=dates[0].name), examples=examples, person=user)


def found_ledger(source: FoundSource) -> Drafted | None:
    """Recognise a ledger: posts with a budget and an outcome."""
    budget, outcome = source.named(_BUDGET, ColumnKind.NUMBER), source.named(_OUTCOME, ColumnKind.NUMBER)
    names = source.of_kind(ColumnKind.CODE, ColumnKind.GROUP, ColumnKind.TEXT)
    post = next((one.name for one in names if one.different == one.filled and not one.missing), None)
    if budget is None or post is None:
        return None
    posts = {folded(cell) for cell in source.frame[post].dropna()}
    under = next((one.name for one in names if one.name != post and _lies_in(source, one, posts)), None)
    reason = source.named(_REASON, ColumnKind.TEXT, ColumnKind.CODE, ColumnKind.GROUP)
    reason = reason if reason not in (post, under) else None
    keys = written(post=post, budget=budget, outcome=outcome, under=under, reason=reason)
    measure = {"kind": "money-used", "source": source.name}
    examples = (Example(title="ledger-used", measure=measure),) if outcome else ()
    return Drafted(strength=90 if outcome else 50, keys=keys, examples=examples)


def _lies_in(source: FoundSource, column: DescribedColumn, posts: set[str]) -> bool:
    cells = {folded(cell) for cell in source.frame[column.name].dropna()}
    return bool(cells) and cells <= posts


def _value(source: FoundSource) -> str | None:
    numbers = source.of_kind(ColumnKind.NUMBER, ColumnKind.ANSWERS)
    numeric = ColumnKind.NUMBER, ColumnKind.ANSWERS
    return (
        source.named(_VALUE_ITSELF, *numeric)
        or source.named(_VALUE, *numeric)
        or (numbers[-1].name if numbers else None)
    )


def _published(source: FoundSource) -> tuple[FoundSource, str | None]:
    """Return a source without columns that tell its rows apart no better than others do, and what it is about.

    These are columns with one value, which may say what all the numbers are of, and codes beside the names that they
    stand for.
    """
    frame, kept = source.frame, list[DescribedColumn]()
    subject = next((one.label for one in source.columns if one.name == VALUE and one.label), None)
    for one in (_as_group(source, column) for column in source.columns):
        named = _CODES.search(one.name) is None
        same = (other for other in source.columns if other.different == one.different and not _CODES.search(other.name))
        if one.different > 1 and (named or not any(_one_to_one(frame[one.name], frame[other.name]) for other in same)):
            kept.append(one)
        elif one.different == 1 and one.kind is ColumnKind.GROUP:
            text = str(frame[one.name].dropna().iloc[0])
            subject = subject or (text if " " in text else None)
    described = replace(source.description, columns=tuple(kept))
    return replace(source, description=described), subject


def _as_group(source: FoundSource, column: DescribedColumn) -> DescribedColumn:
    """Return a column of long names, each of which stands as often as the others, as the group that it is."""
    times = source.frame[column.name].value_counts()
    if column.kind is not ColumnKind.TEXT or column.missing or not 1 < times.min() == times.max():
        return column
    return replace(column, kind=ColumnKind.GROUP, counts=tuple((str(name), int(rows)) for name, rows in times.items()))


def _of_one(source: FoundSource, *, beside: int) -> tuple[FoundSource, list[Key]]:
    """Return published numbers told apart by no more columns than a plan can name beside the period, and which rows.

    What is left is split by the units and by what tells most numbers apart; of the rest the rows of the total are kept,
    or those of the first value.
    """
    value = _value(source)
    period = _first(source.of_kind(ColumnKind.PERIOD))
    groups = [one for one in source.of_kind(ColumnKind.GROUP) if one.name != value]
    names = [one.name for one in groups]
    if period is None or len(groups) <= beside or source.frame.duplicated([period, *names]).any():
        return source, []
    unit = source.named(_UNIT, ColumnKind.GROUP)
    kept = sorted(groups, key=lambda one: (one.name != unit, _total(source, one.name) is not None, -one.different))
    only = {one.name: _total(source, one.name) or one.counts[0][0] for one in groups if one not in kept[:beside]}
    rows = source.frame[[*only]].eq(pd.Series(only)).all(axis=1)
    columns = tuple(one for one in source.columns if one.name not in only)
    narrowed = replace(source, frame=source.frame[rows], description=replace(source.description, columns=columns))
    return narrowed, [Key(name="only", value=only, guess="only")]


def _total(source: FoundSource, column: str) -> str | None:
    """Return the value of a column that stands for all others of it."""
    tables = [found.table for found in source.files.values() if found.table is not None]
    known = next((table.known[column] for table in tables if column in table.known), None)
    return total_of(list(map(str, source.frame[column].dropna().unique())), known)


def _measured_in(source: FoundSource) -> dict[str, str]:
    """Return what published numbers are counted in, where their format says so."""
    tables = (found.table for found in source.files.values() if found.table is not None)
    units = (table.known[VALUE].unit for table in tables if VALUE in table.known)
    return {"measured_in": unit} if (unit := next(filter(None, units), None)) else {}


def _one_to_one(first: pd.Series[Any], second: pd.Series[Any]) -> bool:
    return len(pd.DataFrame({"a": first, "b": second}).drop_duplicates()) == first.nunique(dropna=False)


def found_index(source: FoundSource) -> Drafted | None:
    """Recognise published values: one number for each unit, index and time."""
    source, subject = _published(source)
    source, only = _of_one(source, beside=2)
    value = _value(source)
    wave = source.named(_WAVE, ColumnKind.PERIOD, ColumnKind.GROUP) or _first(source.of_kind(ColumnKind.PERIOD))
    if value is None or wave is None or len(source.columns) > 7 or source.named(r"\bkod\b|code", ColumnKind.CODE):
        return None
    if source.description[wave].kind is ColumnKind.PERIOD and not source.is_published:
        periods = source.frame[wave].dropna()
        if not all(map(_YEAR.fullmatch, periods)):
            return None
    numbered = source.named(_UNIT, ColumnKind.NUMBER)  # codes of municipalities and the like
    rest = [
        one
        for one in source.of_kind(ColumnKind.GROUP, ColumnKind.CODE, ColumnKind.NUMBER)
        if one.name not in (value, wave) and (one.kind is not ColumnKind.NUMBER or one.name == numbered)
    ]
    by = [wave, *(one.name for one in rest)]
    if source.frame.duplicated(by).any() or not source.frame[wave].nunique() >= 2 or len(source.frame) > 5000:
        return None
    unit = source.named(_UNIT, ColumnKind.GROUP, ColumnKind.CODE) or numbered
    unit = unit if unit in [one.name for one in rest] else None
    names = [one.name for one in rest if one.name != unit]
    if len(names) > 1:
        return None
    if unit is None and any(source.description[name].kind is ColumnKind.CODE for name in names):
        return None  # codes that nothing says are of units are of people, whom no report may name
    index = names[0] if names else None
    signs = (
        set() if source.is_published else {cell for cell in source.frame[value].dropna() if cell in ("-", ".", "..")}
    )
    keys = [*written(unit=unit, wave=wave, index=index, value=value)]
    keys += [Key(name="signs", value="kolada", guess="signs")] if signs else []
    keys += only
    chosen = {**_chosen(source, "index", index, total=True), **_chosen(source, "unit", unit, total=False)}
    measure = {"kind": "index-change", "source": source.name, **chosen, **_measured_in(source)}
    about = f"{subject or source.label} {chosen.get('index', '')}"
    example = _directed("index-change", measure, about, of=", ".join(chosen.values()))
    return Drafted(strength=45, keys=tuple(keys), examples=(example,), wave_column=wave, label=subject)


def _chosen(source: FoundSource, key: str, column: str | None, *, total: bool) -> dict[str, str]:
    """Return which value of a column a goal is of: what stands for all others, or the first of these."""
    if column is None:
        return {}
    values = map(str, source.frame[column].dropna().unique())
    whole = _total(source, column)
    if total and whole is not None:
        return {key: whole}
    return {key: next(value for value in values if value != whole)}


def _directed(title: str, measure: Mapping[str, object], about: str, *, of: str = "") -> Example:
    """Return a goal that goes the way that is better as far as words say; `of` is which of several values it is of."""
    low = low_is_good(about)
    way = {"direction": "decrease" if low else "increase"}
    values = {"way": "lower" if low else "higher", "of": of}
    return Example(title=title, measure=measure, target=way, values=values, sure=False)


def _first(columns: tuple[DescribedColumn, ...]) -> str | None:
    return columns[0].name if columns else None


def found_series(source: FoundSource) -> Drafted | None:
    """Recognise a series: many months, quarters or years with a number each."""
    source, subject = _published(source)
    source, only = _of_one(source, beside=1)
    period, value = _first(source.of_kind(ColumnKind.PERIOD)), _value(source)
    if period is None or value is None or len(source.columns) > 4:
        return None
    found = [one for cell in source.frame[period].dropna().unique() if (one := period_of(str(cell)))]
    if len(found) < source.frame[period].nunique() or len({one.per_year for one in found}) != 1:
        return None
    groups = [one.name for one in source.of_kind(ColumnKind.GROUP)]
    if len(found) < (_MONTHS if found[0].per_year > 1 else _YEARS) or len(groups) > 1:
        return None
    if source.frame.duplicated([period, *groups]).any():
        return None
    ends = _baseline(source, period, found)
    keys = (
        *written(period=period, value=value, unit=groups[0] if groups else None, **_measured_in(source)),
        ends,
        *only,
    )
    unit = {"unit": source.frame[groups[0]].dropna().iloc[0]} if groups else {}
    measure = {"kind": "period-change", "source": source.name, **unit}
    example = _directed("series-change", measure, subject or source.label)
    return Drafted(strength=50, keys=keys, examples=(example,), label=subject)


def _baseline(source: FoundSource, period: str, found: list[Period]) -> Key:
    """Return the first half of the periods as what all else is compared with."""
    named = {period_of(str(cell)): str(cell) for cell in source.frame[period].dropna().unique()}
    ordered = sorted(found, key=lambda one: one.order)
    half = ordered[max(1, len(ordered) // 2) - 1]
    return Key(name="baseline", value=[named[ordered[0]], named[half]], guess="baseline")
