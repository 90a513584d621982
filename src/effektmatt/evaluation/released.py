"""What a project has handed out: kept in its folder, never in a report, so that later reports do not tell it apart.

Of every figure it is kept whom it was of and what it was. People are kept as keyed sums: without the project's key
nobody can tell who they are, and no answer is kept but those that the figures told.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from effektmatt.disclosure.figures import Cell, Figure, Members, Who
from effektmatt.errors import Fault, InputFaults
from effektmatt.evaluation.keyed_sums import keyed_sum, project_key
from effektmatt.files import write_whole

#: The folder in the project's folder that holds one file for each report that was handed out.
FOLDER = ".effektmatt-released"

#: What every file says with the key that its people are summed with: with another key nobody in it is known again.
_SAID = hashlib.sha256(b"effektmatt-released").hexdigest()

_WHO, _VALUE = 9, 3  # bytes: two of a million people are told apart, and two values as good as

#: Of so many people there then and now such a part must have the same for two variables to be one by what people have.
_FEWEST_ALIKE, _ALIKE = 5, 0.8


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
            _numbers([one for one in (figure["total"], figure.get("squares")) if one is not None])
            if len(_numbers(figure.get("weights", figure["atoms"]))) != len(figure["atoms"]):
                raise ValueError("a weight for each")
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
    counted = np.stack([figure.counted for figure in figures])
    patterns, atoms = np.unique(counted, axis=1, return_inverse=True)
    return {
        "name": figures[0].variable,
        "of": figures[0].who.source if figures[0].who else "",
        "atoms": atoms.reshape(size).tolist(),
        "values": list(values),
        "lowest": figures[0].lowest,
        "highest": figures[0].highest,
        "figures": [_told(figure, patterns[place]) for place, figure in enumerate(figures)],
    }


def _told(figure: Figure, counted: NDArray[np.float64]) -> dict[str, Any]:
    atoms = np.flatnonzero(counted)
    told = {
        "by": None if figure.cell is None else figure.cell.by,
        "group": None if figure.cell is None else figure.cell.group,
        "total": _or_none(figure.total),
        "squares": _or_none(figure.squares),
        "atoms": atoms.tolist(),
    }
    return told if figure.weights is None else {**told, "weights": counted[atoms].tolist()}


def _or_none(number: float) -> float | None:
    return None if np.isnan(number) else number


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

    What was handed out is known again by what people had, whatever it was called then. Named too are those few who have
    come or gone since: nothing may be told of them.
    """
    key = project_key(folder)
    if key is None or not releases:
        return tuple(figures)
    of: dict[tuple[str | None, int], dict[str, list[Figure]]] = {}
    for figure in figures:
        people = None if figure.who is None else figure.who.source, figure.people.size
        of.setdefault(people, {}).setdefault(figure.variable, []).append(figure)
    known = _Known(key=key, names={})
    return tuple(one for some in of.values() for one in _of_people(some, releases, known, fewest))


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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Earlier:
    """A variable of an earlier report, and the figure of now that is of the same.

    `line` is a constant and how many times that one makes it, `places` where its people stand, and `changed` whose
    answer is another now, by the place of the earlier answer.
    """

    release: Release
    variable: Mapping[str, Any]
    now: Figure
    line: tuple[float, float]
    places: Sequence[int]
    changed: Mapping[int, int]


def _of_people(
    of: Mapping[str, Sequence[Figure]], releases: Sequence[Release], known: _Known, fewest: int
) -> Iterator[Figure]:
    """Yield the figures about some people, now and before, each over everybody who is in any of them."""
    places = _Places(size=next(iter(of.values()))[0].people.size)
    earlier = [
        one
        for release in releases
        for variable in release.told["variables"]
        if (one := _known_again(variable, release, of, known, places)) is not None
    ]
    everybody = {name: [_wider(figure, places.size) for figure in some] for name, some in of.items()}
    yield from (figure for some in everybody.values() for figure in some)
    now = {name: np.logical_or.reduce([figure.people for figure in some]) for name, some in everybody.items()}
    for one in earlier:
        yield from _handed_out(one, places.size, now[one.now.variable], fewest)


@dataclass(slots=True)
class _Places:
    """Places for those who are not there now, and for those who had another answer: one for each, after all others."""

    size: int
    taken: dict[tuple[str, ...], int] = field(default_factory=dict)

    def of(self, *who: str) -> int:
        """Return the place of somebody."""
        if who not in self.taken:
            self.taken[who] = self.size
            self.size += 1
        return self.taken[who]


def _known_again(
    variable: Mapping[str, Any], release: Release, of: Mapping[str, Sequence[Figure]], known: _Known, places: _Places
) -> _Earlier | None:
    """Return an earlier variable with the one of now that is of the same; None where there is none.

    It is the one of the same name, else one that nearly everybody has the same of, or the opposite.
    """
    people = release.told["people"][variable["of"]]
    named = [some[0] for name, some in of.items() if name == variable["name"]]
    for figure in named or [some[0] for some in of.values()]:
        told = None if figure.who is None else known.of(figure.who, tuple(people["columns"]))
        if told is None:
            continue
        for line in ((0.0, 1.0), (figure.lowest + figure.highest, -1.0)):
            values = _values(figure.in_terms_of("", line[0] / line[1], 1.0 / line[1]), told[0], known.key)
            had = dict(zip(told[1], values, strict=True))
            if named or _nearly_all_alike(figure, had, told[1], people["names"], variable["values"]):
                return _placed(variable, release, figure, line, (told[1], had), places)
    return None


def _nearly_all_alike(
    figure: Figure, had: Mapping[str, str], names: Sequence[str], then: Sequence[str], values: Sequence[str]
) -> bool:
    """Whether those who are there then and now have the same, and not all of them the same as each other."""
    if figure.values is None or np.isnan(figure.values).all():
        return False
    own = dict(zip(names, figure.values.tolist(), strict=True))
    both = [(name, value) for name, value in zip(then, values, strict=True) if name in own and own[name] == own[name]]
    same = [name for name, value in both if had[name] == value]
    return len(both) >= _FEWEST_ALIKE and len(same) >= _ALIKE * len(both) and len({own[name] for name in same}) > 1


def _placed(
    variable: Mapping[str, Any],
    release: Release,
    figure: Figure,
    line: tuple[float, float],
    told: tuple[Sequence[str], Mapping[str, str]],
    places: _Places,
) -> _Earlier:
    """Return where the people of an earlier variable stand among those of now, and whose answer has changed.

    Whoever is not there now, or is there with another answer, gets a place of its own; of the latter both are told.
    """
    names, had = told
    place_of = {name: place for place, name in enumerate(names)}
    found, changed = list[int](), dict[int, int]()
    people = release.told["people"][variable["of"]]["names"]
    for name, value in zip(people, variable["values"], strict=True):
        place = place_of.get(name)
        if place is None:
            found.append(places.of(name))
        elif not value or not had[name] or had[name] == value:
            found.append(place)
        else:
            found.append(places.of(release.sum, name))
            changed[found[-1]] = place
    return _Earlier(release=release, variable=variable, now=figure, line=line, places=found, changed=changed)


def _wider(figure: Figure, size: int) -> Figure:
    more = size - figure.people.size
    return replace(
        figure,
        people=np.pad(figure.people, (0, more)),
        values=None if figure.values is None else np.pad(figure.values, (0, more), constant_values=np.nan),
        weights=None if figure.weights is None else np.pad(figure.weights, (0, more)),
    )


def _handed_out(one: _Earlier, size: int, everybody: Members, fewest: int) -> Iterator[Figure]:
    at, atoms = np.array(one.places, dtype=np.int64), np.array(one.variable["atoms"], dtype=np.int64)
    then = np.zeros(size, dtype=bool)
    for told in one.variable["figures"]:
        weights = np.zeros(size)
        weights[at] = _weights(told, atoms)
        then |= weights > 0
        figure = Figure(
            cell=Cell(part=one.release.name, by=told["by"], group=told["group"]),
            variable=one.now.variable,
            people=weights > 0,
            total=np.nan if told["total"] is None else told["total"],
            squares=np.nan if told.get("squares") is None else told["squares"],
            lowest=one.variable["lowest"],
            highest=one.variable["highest"],
            known=True,
            weights=weights if "weights" in told else None,
        )
        yield figure if one.line == (0.0, 1.0) else figure.in_terms_of(one.now.variable, *one.line)
    others = np.zeros(size, dtype=bool)
    others[[*one.changed, *one.changed.values()]] = True
    for some in (then & ~everybody & ~others, everybody & ~then & ~others):
        if 0 < some.sum() < fewest:
            yield replace(_wider(one.now, size), cell=None, people=some, total=np.nan, published=False, weights=None)


def _weights(told: Mapping[str, Any], atoms: NDArray[np.int64]) -> NDArray[np.float64]:
    """Return how often each person counts in an earlier figure."""
    own = dict(zip(told["atoms"], told.get("weights") or [1.0] * len(told["atoms"]), strict=True))
    return np.array([own.get(atom, 0.0) for atom in atoms.tolist()])
