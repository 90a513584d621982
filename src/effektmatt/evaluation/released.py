"""What a project has handed out: kept in its folder, never in a report, so that later reports do not tell it apart.

Of every figure it is kept whom it was of and what it was. People are kept as keyed sums: without the project's key
nobody can tell who they are, and no answer is kept but those that the figures told.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from effektmatt.disclosure.figures import Cell, Figure, Members, Who
from effektmatt.errors import Fault, InputFaults
from effektmatt.evaluation.keyed_sums import keyed_sum, project_key
from effektmatt.files import write_whole

#: The folder in the project's folder that holds one file for each report that was handed out.
FOLDER = ".effektmatt-released"

#: What every file says with the key that its people are summed with: with another key nobody in it is known again.
_SAID = hashlib.sha256(b"effektmatt-released").hexdigest()

_WHO, _VALUE = 9, 3  # bytes: two of a million people are told apart, and two values as good as


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A report that was handed out: what it is called, its keyed sum, and what it told."""

    name: str
    sum: str
    told: dict[str, Any]


def released(folder: Path, *, but: str | None = None) -> tuple[Release, ...]:
    """Return what a project has handed out, but for one report by its keyed sum.

    What cannot be read, or was written with another key, is a fault: left out it would protect nobody.
    """
    found, faults = list[Release](), list[Fault]()
    for path in _files(folder):
        name = f"{FOLDER}/{path.name}"
        try:
            told = json.loads(path.read_text(encoding="utf-8"))
            _check(told)
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            faults.append(Fault(code="released-unreadable", file=name))
            continue
        if told["key"] != keyed_sum(_SAID, project_key(folder)):
            faults.append(Fault(code="released-other-key", file=name))
        found.append(Release(name=told["report"], sum=told["sum"], told=told))
    if faults:
        raise InputFaults(faults)
    return tuple(one for one in found if one.sum != but)


def _files(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in (folder / FOLDER).iterdir() if path.suffix == ".json")
    except FileNotFoundError:
        return []
    except OSError as error:
        raise InputFaults([Fault(code="released-unreadable", file=FOLDER)]) from error


def _check(told: dict[str, Any]) -> None:
    """Raise ValueError, KeyError, TypeError or AttributeError for what `keep` does not write."""
    people = {of: (_texts(one["columns"]), _texts(one["names"])) for of, one in told["people"].items()}
    _texts([told["report"], told["sum"], told["key"]])
    for variable in told["variables"]:
        atoms, size = variable["atoms"], len(people[variable["of"]][1])
        _texts([variable["name"]])
        _numbers([variable["lowest"], variable["highest"]])
        _numbers(atoms, int)
        if not len(atoms) == len(_texts(variable["values"])) == size:
            raise ValueError("an atom and a value for each")
        for figure in variable["figures"]:
            _texts([one for one in (figure["by"], figure["group"]) if one is not None])
            _numbers([] if figure["total"] is None else [figure["total"]])
            if not set(_numbers(figure["atoms"], int)) <= set(atoms):
                raise ValueError("atoms that nobody is in")


def _texts(told: list[Any]) -> list[str]:
    if not isinstance(told, list) or not all(isinstance(one, str) for one in told):
        raise TypeError("texts")
    return told


def _numbers(told: list[Any], kind: type = float) -> list[Any]:
    kinds = (int,) if kind is int else (int, float)
    if not isinstance(told, list) or not all(isinstance(one, kinds) and not isinstance(one, bool) for one in told):
        raise TypeError("numbers")
    return told


def keep(figures: Sequence[Figure], folder: Path, *, name: str, made: str, own: str) -> Path | None:
    """Keep what a report tells, so that later ones know it; None where the folder cannot be written to."""
    key = project_key(folder)
    if key is None:
        return None
    everybody, variables = dict[str, dict[str, Any]](), list[dict[str, Any]]()
    for some in _by_variable(figures).values():
        who = some[0].who
        names = None if who is None else who.names(who.columns)
        if who is None or names is None:
            continue
        people = everybody.setdefault(who.source, {"columns": who.columns, "names": _sums(names, key, _WHO)})
        variables.append(_variable(some, _values(some[0], names, key), len(people["names"])))
    said = keyed_sum(_SAID, key)
    told = {"report": name, "made": made, "sum": own, "key": said, "people": everybody, "variables": variables}
    path = Path(FOLDER) / f"{made} {name} {own[:8]}.json"
    try:
        write_whole(folder, {str(path): json.dumps(told).encode()}, private=True)
    except OSError:
        return None
    return folder / path


def _by_variable(figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    of: dict[str, list[Figure]] = {}
    for figure in figures:
        if figure.published and figure.cell is not None and not figure.known and figure.n:
            of.setdefault(figure.variable, []).append(figure)
    return of


def _variable(figures: Sequence[Figure], values: Sequence[str], size: int) -> dict[str, Any]:
    """Return the figures of a variable by atoms: people who are in the same figures."""
    stacked = np.stack([figure.people for figure in figures])
    patterns, atoms = np.unique(stacked, axis=1, return_inverse=True)
    return {
        "name": figures[0].variable,
        "of": figures[0].who.source if figures[0].who else "",
        "atoms": atoms.reshape(size).tolist(),
        "values": list(values),
        "lowest": figures[0].lowest,
        "highest": figures[0].highest,
        "figures": [
            {
                "by": None if figure.cell is None else figure.cell.by,
                "group": None if figure.cell is None else figure.cell.group,
                "total": None if np.isnan(figure.total) else figure.total,
                "atoms": np.flatnonzero(patterns[place]).tolist(),
            }
            for place, figure in enumerate(figures)
        ],
    }


def _values(figure: Figure, names: Sequence[str], key: bytes) -> list[str]:
    """Return a sum of what each person added: whose answer has changed is not who gave the earlier one."""
    values = figure.values
    if values is None or np.isnan(values).all():
        return [""] * len(names)
    return _sums([f"{name}\x1f{value!r}" for name, value in zip(names, values.tolist(), strict=True)], key, _VALUE)


def _sums(texts: Sequence[str], key: bytes, size: int) -> list[str]:
    short = (hashlib.blake2b(text.encode(), key=key, digest_size=size).digest() for text in texts)
    return [base64.b64encode(one).decode("ascii") for one in short]


def with_released(
    figures: Sequence[Figure], releases: Sequence[Release], folder: Path, fewest: int
) -> tuple[Figure, ...]:
    """Return figures with those that have been handed out, over all the people that any of them is about.

    Named too are those few who have come or gone since: nothing may be told of them.
    """
    key = project_key(folder)
    if key is None or not releases:
        return tuple(figures)
    of: dict[str, list[Figure]] = {}
    for figure in figures:
        of.setdefault(figure.variable, []).append(figure)
    known = _Known(key=key, names={})
    return tuple(one for some in of.values() for one in _of_variable(some, releases, known, fewest))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The project's key, and the sums of people's names that have been worked out by source and columns."""

    key: bytes
    names: dict[tuple[str, tuple[str, ...]], tuple[list[str], list[str]] | None]

    def of(self, who: Who, columns: tuple[str, ...]) -> tuple[list[str], list[str]] | None:
        """Return the names of the people, and their sums; None where a column is not there any more."""
        at = (who.source, columns)
        if at not in self.names:
            names = who.names(columns)
            self.names[at] = None if names is None else (list(names), _sums(names, self.key, _WHO))
        return self.names[at]


def _of_variable(
    figures: Sequence[Figure], releases: Sequence[Release], known: _Known, fewest: int
) -> Iterator[Figure]:
    """Yield the figures of a variable, now and before, each over everybody who is in any of them."""
    first = figures[0]
    size = first.people.size
    earlier: list[tuple[Release, dict[str, Any], list[int], dict[int, int]]] = []
    for release in releases:
        for variable in release.told["variables"] if first.who is not None else ():
            if variable["name"] == first.variable:
                placed = _placed(first, variable, release, known, size)
                if placed is not None:
                    places, size, changed = placed
                    earlier.append((release, variable, places, changed))
    everybody = [replace(figure, people=_wider(figure.people, size)) for figure in figures]
    yield from everybody
    now = np.logical_or.reduce([figure.people for figure in everybody])
    for release, variable, places, changed in earlier:
        yield from _handed_out(first, release, variable, places, size, now, changed, fewest)


def _placed(
    figure: Figure, variable: dict[str, Any], release: Release, known: _Known, size: int
) -> tuple[list[int], int, dict[int, int]] | None:
    """Return where the people of an earlier variable stand among those of now, and whose answer has changed.

    Whoever is not there now, or is there with another answer, gets a place of its own; of the latter both are told.
    """
    if figure.who is None:
        return None
    people = release.told["people"][variable["of"]]
    told = known.of(figure.who, tuple(people["columns"]))
    if told is None:
        return None
    names, sums = told
    values = _values(figure, names, known.key)
    place_of = {name: place for place, name in enumerate(sums)}
    places, changed = list[int](), dict[int, int]()
    for name, value in zip(people["names"], variable["values"], strict=True):
        place = place_of.get(name)
        if place is not None and (not value or not values[place] or values[place] == value):
            places.append(place)
            continue
        if place is not None:
            changed[size] = place
        places.append(size)
        size += 1
    return places, size, changed


def _wider(people: Members, size: int) -> Members:
    return np.concatenate([people, np.zeros(size - people.size, dtype=bool)])


def _handed_out(
    now: Figure,
    release: Release,
    variable: dict[str, Any],
    places: Sequence[int],
    size: int,
    everybody: Members,
    changed: dict[int, int],
    fewest: int,
) -> Iterator[Figure]:
    at, atoms = np.array(places, dtype=np.int64), np.array(variable["atoms"], dtype=np.int64)
    then = np.zeros(size, dtype=bool)
    for told in variable["figures"]:
        people = np.zeros(size, dtype=bool)
        people[at[np.isin(atoms, told["atoms"])]] = True
        then |= people
        yield Figure(
            cell=Cell(part=release.name, by=told["by"], group=told["group"]),
            variable=now.variable,
            people=people,
            total=np.nan if told["total"] is None else told["total"],
            lowest=variable["lowest"],
            highest=variable["highest"],
            known=True,
        )
    others = np.zeros(size, dtype=bool)
    others[[*changed, *changed.values()]] = True
    for some in (then & ~everybody & ~others, everybody & ~then & ~others):
        if 0 < some.sum() < fewest:
            yield replace(now, cell=None, people=some, total=np.nan, published=False)
