"""A finished report attacked: what could be worked out of few people from all that it publishes.

Whoever has only the report is tried on its tables; where the project is at hand, so is whoever knows who belongs
where: then every figure of results.json is an equation, and linear programmes say what is left possible.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from effektmatt.core import FORMATS
from effektmatt.data.values import folded
from effektmatt.disclosure.figures import Cell, Figure, Limits
from effektmatt.disclosure.suppression import leaks
from effektmatt.disclosure.tables import Left, Row, changed, left_over
from effektmatt.errors import Fault, InputFaults
from effektmatt.evaluation.keyed_sums import sum_of
from effektmatt.evaluation.kinds import figures, measure, shows
from effektmatt.evaluation.kinds.common import Data
from effektmatt.evaluation.manifest import data_files
from effektmatt.evaluation.released import Release, keep, released, with_released
from effektmatt.evaluation.sources import read_data
from effektmatt.files import mend
from effektmatt.plan import Plan
from effektmatt.plan.reading import draft_plan, read_plan

#: The total of a part (None), and its groups by column and name.
_Rows = dict[tuple[str, str] | None, Row]

#: What is told of cases as a mean or a share: whole days, or whole cases, where none was open.
_OF_CASES = ("closed-within", "restricted-mean", "whole-mean")
#: What is a number of people though no `hits` say it.
_COUNTED = ("count", "closed-within")

#: The file of a report that an audit reads.
RESULTS = "results.json"

#: The tables of results.json that tell how many people and rows there are.
_SIZES = {"answer-rates": "answer_rates", "flows": "flows", "scales": "scales", "described": "described"}

#: The file that the audit writes beside the report.
RELEASE = {"sv": "frislappslista.md", "en": "release-list.md"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovered:
    """What could be worked out: of how many people, the least and the most, and what it follows from."""

    n: int
    low: float
    high: float
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """One goal or breakdown: `hidden` of `cells` are hidden; where `few` people are behind it, for what `reason`.

    `beside`: it is no group but something that stands beside the result, such as "item" or "wave".
    """

    goal: str
    title: str
    by: str | None
    cells: int
    hidden: int
    few: bool = False
    reason: str | None = None
    beside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What an audit found.

    `sizes` are tables of how many people there are, which tell no answer ("answer-rates", "flows" and so on).
    `equations` is how many figures were tried against each other with the project at hand, `earlier` the reports that
    have been handed out before and were tried with it. `kept`: whether the project remembers this one as handed out
    ("yes", "not" where nothing was to be kept, "changed" where its files have changed since, "no-key" where its folder
    cannot be written to).
    """

    recovered: tuple[Recovered, ...]
    released: tuple[Released, ...]
    documents: tuple[str, ...]
    charts: tuple[str, ...]
    equations: int | None
    language: str
    sizes: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    kept: str = "not"


def audit(report: str | Path, project: str | Path | None = None, *, against: str | Path | None = None) -> Audit:
    """Attack a finished report and list what it releases.

    Parameters
    ----------
    report
        The report's folder, with results.json.
    project
        The project's folder; the one that the report lies in, if that has a plan that can be used.
    against
        The folder of an older report of the same project, published too: what the two tell together is tried.

    Raises
    ------
    InputFaults
        "audit-no-results" where the folder has no results.json that can be read, "audit-other-plan" where the project's
        plan has other goals, "released-unreadable" and "released-other-key" where what has been handed out before
        cannot be tried, and everything wrong with a project that is named.
    """
    folder = Path(report)
    mend(folder)
    told = _results(folder)
    limits = Limits(fewest=told["hide"]["means"], publish_small=told["hide"]["publish_small"])
    plan = _plan(folder.resolve().parent) if project is None else read_plan(project)
    data = None if plan is None else _data(plan, told, is_named=project is not None)
    recovered = list[Recovered]()
    equations, tried, kept, published = None, tuple[Figure, ...](), "not", tuple[Figure, ...]()
    own = None if data is None else sum_of((folder / RESULTS).read_bytes(), data.plan.folder)
    earlier = () if data is None else released(data.plan.folder, but=own)
    if against is not None and not _is_remembered(Path(against), earlier, data):
        recovered += _from_two(_results(Path(against)), told, limits)
    if data is not None:
        published = tuple(_published(told, data))
        equations = len(published)
        tried = with_released(published, earlier, data.plan.folder, limits.fewest)
        recovered += _recovered(tried, data.plan, limits)
        recovered += _from_tables(told, limits, _known_breakdowns(published, data.plan))
        if not recovered:
            kept = _kept(published, told, data, folder.resolve().name, own)
    else:
        recovered += _from_tables(told, limits)
    return Audit(
        recovered=tuple(dict.fromkeys(recovered)),
        documents=tuple(sorted(path.name for path in folder.iterdir() if path.suffix.removeprefix(".") in FORMATS)),
        released=(*_released(told, limits, plan), *_released_beside(told, published, data)),
        sizes=tuple(name for name, field in _SIZES.items() if told[field]),
        charts=tuple(sorted(path.name for path in (folder / "charts").glob("*.svg"))),
        equations=equations,
        language=told["language"],
        earlier=tuple(dict.fromkeys(one.cell.part for one in tried if one.known and one.cell is not None)),
        kept=kept,
    )


def _is_remembered(older: Path, earlier: Sequence[Release], data: Data | None) -> bool:
    """Whether the project knows whom an older report was of: equations try the two then, and tables would guess."""
    return data is not None and sum_of(_read(older), data.plan.folder) in {one.sum for one in earlier}


def _recovered(figures: Sequence[Figure], plan: Plan, limits: Limits) -> Iterator[Recovered]:
    """Yield what follows from the figures of a report, by themselves or with what has been handed out before."""
    for leak in leaks(figures, limits):
        if leak.cells:  # else older reports tell it alone
            of = tuple(sorted(_named(one, plan) for one in leak.cells))
            yield Recovered(n=leak.n, low=leak.low, high=leak.high, of=of)


def _kept(figures: Sequence[Figure], told: Mapping[str, Any], data: Data, name: str, own: str | None) -> str:
    """Let the project remember a report as handed out, if it was made from the files that are there now."""
    if own is None:
        return "no-key"
    sums = {one["file"]: one["keyed_sum"] for one in told["manifest"]["files"] if one["file"] != data.plan.file.name}
    if any(one.keyed_sum != sums.get(one.file) for one in data_files(data)):
        return "changed"
    made = told["manifest"]["made"]
    return "no-key" if keep(figures, data.plan.folder, name=name, made=made, own=own) is None else "yes"


def _read(folder: Path) -> bytes:
    try:
        return (folder / RESULTS).read_bytes()
    except OSError as error:
        raise InputFaults([Fault(code="audit-no-results", file=str(folder / RESULTS))]) from error


def _results(folder: Path) -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.loads(_read(folder).decode("utf-8"))
        told["hide"]["means"], told["hide"]["publish_small"], told["goals"], RELEASE[told["language"]]
    except (ValueError, KeyError, TypeError) as error:
        raise InputFaults([Fault(code="audit-no-results", file=str(folder / RESULTS))]) from error
    return told


def _plan(folder: Path) -> Plan | None:
    """Return the plan of the folder that the report lies in, if there is one that can be used."""
    if not (folder / "plan.toml").is_file():
        return None
    plan, faults = draft_plan(folder)
    return None if faults else plan


def _data(plan: Plan, told: Mapping[str, Any], *, is_named: bool) -> Data | None:
    """Return the data of the report's plan; None where they cannot be read and nobody named the project."""
    asked = [(goal.id, len(goal.parts)) for goal in plan.goals]
    said = [(goal["id"], len(goal["parts"]) or 1) for goal in told["goals"]]
    if asked != said:
        # the same goals in another order are other goals, for the figures are matched by their places
        differ = dict(sorted(set(asked) ^ set(said)) or said)
        raise InputFaults([Fault(code="audit-other-plan", file=plan.file.name, key="goals", got=", ".join(differ))])
    data, faults = read_data(plan)
    if faults and is_named:
        raise InputFaults(faults)
    return None if faults else data


def _parts(told: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for goal in told["goals"]:
        yield from goal["parts"] or [goal]


def _known_breakdowns(figures: Sequence[Figure], plan: Plan) -> frozenset[tuple[int, str]]:
    """Return the breakdowns, by the place of their part, whose figures are equations: those say more than tables do."""
    place_of = {part.id: place for place, part in enumerate(plan.parts)}
    return frozenset((place_of[one.cell.part], one.cell.by) for one in figures if one.cell and one.cell.by is not None)


def _from_tables(
    told: Mapping[str, Any], limits: Limits, but: frozenset[tuple[int, str]] = frozenset()
) -> Iterator[Recovered]:
    """Yield what total less shown groups gives, in each breakdown of each goal but some."""
    for place, part in enumerate(_parts(told)):
        whole, groups = part["outcome"]["estimate"], part["outcome"]["groups"]
        if whole["hits"] is None:
            continue
        for by in dict.fromkeys(group["by"] for group in groups if (place, group["by"]) not in but):
            rows = [
                Row(group=one["group"], n=None if one["hidden"] else one["estimate"]["n"], hits=_hits(one))
                for one in groups
                if one["by"] == by
            ]
            for left in left_over(whole["n"], whole["hits"], rows, limits):
                of = (f"{part['title']}: {', '.join(left.groups) or by}",)
                yield Recovered(n=left.n, low=left.hits, high=left.hits, of=of)


def _from_two(older: Mapping[str, Any], newer: Mapping[str, Any], limits: Limits) -> Iterator[Recovered]:
    """Yield what an older report tells together with a newer one, total by total and group by group."""
    then = {key: rows for key, _, rows in _keyed(older)}
    for key, title, rows in _keyed(newer):
        if key in then:
            for left in _left_of_two(then[key], rows, limits):
                of = (f"{title}: {', '.join(left.groups)}".removesuffix(": "),)
                yield Recovered(n=left.n, low=left.hits, high=left.hits, of=of)


def _left_of_two(old: _Rows, new: _Rows, limits: Limits) -> Iterator[Left]:
    """Yield who has come or gone; and, of the same people, what the newer hides and the older shows, or gives away."""
    for place in new.keys() & old.keys():
        yield from changed(old[place], new[place], limits)
    whole = new[None]
    if whole != old[None] or whole.n is None or whole.hits is None:
        return
    for by in {place[0] for place in new if place}:
        rows = {place: row for place, row in new.items() if place and place[0] == by}
        shown = {place: old[place] for place, row in rows.items() if row.n is None and place in old}
        for row in shown.values():
            if row.n is not None and row.hits is not None and row.n < limits.fewest:
                yield Left(groups=(row.group,), n=row.n, hits=row.hits)
        yield from left_over(whole.n, whole.hits, {**rows, **shown}.values(), limits)


def _keyed(told: Mapping[str, Any]) -> Iterator[tuple[tuple[object, ...], str, _Rows]]:
    """Yield every table of sums by what it must share with one of another report, with its title.

    A difference between two waves is no sum; what there was before and after may be.
    """
    for goal in told["goals"]:
        for place, part in enumerate(goal["parts"] or [goal]):
            for of in ("estimate", "before", "after"):
                rows = _rows(part, of)
                estimate = _level(part["outcome"], of)
                if estimate is not None:
                    yield (goal["id"], place, of, estimate["measure"], estimate["unit"]), part["title"], rows


def _level(outcome: Mapping[str, Any], of: str) -> Mapping[str, Any] | None:
    """Return the estimate of an outcome or a group, or that of a wave that a change is from or to."""
    found: Mapping[str, Any] | None = outcome["estimate"] if of == "estimate" else (outcome["change"] or {}).get(of)
    return found


def _rows(part: Mapping[str, Any], of: str) -> _Rows:
    """Return the total (None) and every group of a part: how many people, and how many hits or what sum."""
    outcome = part["outcome"]
    rows: _Rows = {None: _row("", _level(outcome, of))}
    for one in outcome["groups"]:
        rows[one["by"], folded(one["group"])] = _row(one["group"], None if one["hidden"] else _level(one, of))
    return rows


def _row(group: str, estimate: Mapping[str, Any] | None) -> Row:
    total = None if estimate is None else sum_told(estimate)
    if estimate is None or total is None:
        return Row(group=group, n=None, hits=None)
    counts = estimate["hits"] is not None or estimate["measure"] in _COUNTED
    return Row(group=group, n=estimate["n"], hits=total, counts=counts)


def sum_told(estimate: Mapping[str, Any]) -> float | None:
    """Return the sum over people that an estimate of results.json tells, None where it tells none.

    Medians, means of visits or with weights, and differences are no sums. Times of cases are one where it is a number
    of days or cases: else some were open, and how long they will take nobody knows.

    >>> told = {"hidden": False, "role": "level", "method": "t", "n": 4, "hits": None, "value": 2.5}
    >>> [sum_told({**told, "measure": one}) for one in ("mean-score", "median-time", "closed-within", "count")]
    [10.0, None, 10.0, 2.5]
    >>> sum_told({**told, "measure": "closed-within", "value": 0.3})
    """
    value, measure = estimate["value"], estimate["measure"]
    if estimate["hidden"] or value is None or estimate["role"] != "level":
        return None
    if estimate["hits"] is not None:
        return float(estimate["hits"])
    if measure == _COUNTED[0]:
        return float(value)
    total = round(value * estimate["n"], 6)
    if measure in _OF_CASES and total == round(total):
        return float(total)
    return float(total) if measure == "mean-score" and not estimate["method"].startswith("design") else None


def _hits(group: Mapping[str, Any]) -> float | None:
    return None if group["hidden"] else group["estimate"]["hits"]


def _published(told: Mapping[str, Any], data: Data) -> Iterator[Figure]:
    """Yield every figure of the plan's goals, published as far as results.json says."""
    for part, said in zip(data.plan.parts, _parts(told), strict=True):
        outcome = {**said["outcome"], "compared": said["compared"]}
        for figure in figures(part, data, measure(part, data)):
            is_published = figure.cell is not None and shows(part, data, outcome, figure)
            yield figure if figure.cell is None else replace(figure, published=is_published)


def _named(cell: Cell, plan: Plan) -> str:
    title = next(part.title for part in plan.parts if part.id == cell.part)
    return title if cell.group is None else f"{title}: {cell.group}"


def _released(told: Mapping[str, Any], limits: Limits, plan: Plan | None) -> Iterator[Released]:
    reasons = plan.written.report.reasons if plan else {}
    for goal in told["goals"]:
        for part in goal["parts"] or [goal]:
            estimate, groups = part["outcome"]["estimate"], part["outcome"]["groups"]
            few = not estimate["hidden"] and limits.publish_small and 0 < estimate["n"] < limits.fewest
            yield Released(
                goal=goal["id"],
                title=part["title"],
                by=None,
                cells=1,
                hidden=int(estimate["hidden"]),
                few=few,
                reason=reasons.get(goal["id"]),
            )
            for by in dict.fromkeys(group["by"] for group in groups):
                own = [group["hidden"] for group in groups if group["by"] == by]
                yield Released(goal=goal["id"], title=part["title"], by=by, cells=len(own), hidden=sum(own))


def _released_beside(told: Mapping[str, Any], figures: Sequence[Figure], data: Data | None) -> Iterator[Released]:
    """Yield what stands beside the result of each part: waves, tables of answers, units and so on."""
    for part, said in zip(data.plan.parts, _parts(told), strict=True) if data is not None else ():
        grouped = {group["by"] for group in said["outcome"]["groups"]}
        cells: dict[str, dict[Cell, bool]] = {}
        for one in figures:
            if one.cell is not None and one.cell.part == part.id and one.n and one.cell.by not in {None, *grouped}:
                shown = cells.setdefault(one.cell.by or "", {})
                shown[one.cell] = shown.get(one.cell, True) and one.published
        for by, own in cells.items():
            hidden = sum(not is_shown for is_shown in own.values())
            yield Released(goal=part.id, title=part.title, by=by, cells=len(own), hidden=hidden, beside=True)
