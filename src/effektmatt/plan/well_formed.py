"""A plan against its models: what is malformed is told and taken out, a misspelt name is read as what it should be."""

from __future__ import annotations

import copy
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from effektmatt.errors import Fault
from effektmatt.plan.faults import key_text, nearest_key, plan_faults, walk
from effektmatt.plan.said import Languages
from effektmatt.plan.written import WrittenPlan

Place = tuple[int | str, ...]


@dataclass(slots=True, kw_only=True)
class Drafted:
    """As much of a plan as is well formed, and what was done to it.

    Parameters
    ----------
    tables
        The plan's tables, misspelt names put right.
    draft
        The plan; None when there is nothing to go on with.
    faults
        What is malformed.
    taken_out
        The places that were left out.
    renamed
        Keys that were misspelt: as they were written, by how they are read.
    """

    tables: dict[str, Any]
    draft: WrittenPlan | None = None
    faults: tuple[Fault, ...] = ()
    taken_out: set[Place] = field(default_factory=set)
    renamed: dict[str, str] = field(default_factory=dict)

    def as_written(self, faults: Iterable[Fault]) -> tuple[Fault, ...]:
        """Return faults whose keys are spelt as in the plan."""
        return tuple(replace(fault, key=self._spelt(fault.key)) if fault.key else fault for fault in faults)

    def _spelt(self, key: str) -> str:
        for read, written in reversed(self.renamed.items()):
            if key == read or key.startswith((f"{read}.", f"{read}[")):
                key = written + key[len(read) :]
        return key


def well_formed(written: dict[str, Any], file: str, languages: Languages) -> Drafted:
    """Validate a plan; mend misspelt names and take out malformed parts until the rest is well formed.

    Texts in both languages are read as `languages` says. What stands behind a misspelt name is looked at too: its
    faults come in the same go.
    """
    drafted = Drafted(tables=copy.deepcopy(written))
    while True:
        rest = _without(drafted.tables, drafted.taken_out)
        try:
            drafted.draft = WrittenPlan.model_validate(rest, context=languages)
        except ValidationError as error:
            _tell(drafted, error, rest, file)
            if not _mend(drafted, error.errors(include_url=False), rest):
                return drafted
        else:
            return drafted


def _tell(drafted: Drafted, error: ValidationError, rest: dict[str, Any], file: str) -> None:
    """Keep the faults of the first look, and later those behind names that have been put right since."""
    found = plan_faults(error, rest, file=file, place_of=lambda place: _renumbered(place, drafted.taken_out))
    behind = (f for f in found if any((f.key or "").startswith((f"{read}.", f"{read}[")) for read in drafted.renamed))
    told = {(fault.code, fault.key) for fault in drafted.faults}
    more = drafted.as_written(behind) if drafted.faults else found
    drafted.faults += tuple(fault for fault in more if (fault.code, fault.key) not in told)


def _mend(drafted: Drafted, found: Iterable[ErrorDetails], rest: dict[str, Any]) -> bool:
    """Put names right or take parts out; False where that leads nowhere."""
    cuts: set[Place] = set()
    names: set[str] = set()
    for detail in found:
        steps, model = walk(detail["loc"], rest)
        # goals are counted as they were written: a goal taken out leaves its number
        place = _renumbered(tuple(steps), drafted.taken_out)
        # a short form ("skip_rows = [0]") has no such place: only a name that is too many stands where it is said to
        holder = _at(drafted.tables, place[:-1]) if detail["type"] == "extra_forbidden" else {}
        near = nearest_key(str(place[-1]), model, holder) if holder else None
        if near is None:
            cuts.add(_cut(detail["type"], place))
        else:
            _rename(holder, str(place[-1]), near)
            drafted.renamed[key_text((*place[:-1], near))] = key_text(place)
            names.add(key_text((*place[:-1], near)))
    # a key is not missing where it is misspelt
    kept = (fault for fault in drafted.faults if fault.code != "plan-missing-key" or fault.key not in names)
    drafted.faults = tuple(kept)
    if names:
        return True
    if () in cuts or cuts <= drafted.taken_out:
        return False
    drafted.taken_out |= cuts
    return True


def _rename(holder: dict[str, Any], name: str, right: str) -> None:
    value = holder.pop(name)
    holder[right] = {**holder[right], **value} if right in holder else value


def _at(tables: Any, place: Place) -> Any:
    for step in place:
        tables = tables[step]
    return tables


def _cut(kind: str, place: Place) -> Place:
    """Return the smallest part of the plan that can be taken out to be rid of a fault; empty if there is none."""
    if kind == "extra_forbidden":
        return place
    if place[0] in {"goals", "sources", "scales", "waves"} and len(place) > 1:
        return place[:2]
    return () if kind == "missing" else place


def _renumbered(place: Place, taken_out: set[Place]) -> Place:
    if place[0] != "goals" or len(place) == 1 or not isinstance(place[1], int):
        return place
    number = place[1]
    for gone in sorted(cut[1] for cut in taken_out if cut[0] == "goals" and len(cut) == 2 and isinstance(cut[1], int)):
        number += gone <= number
    return ("goals", number, *place[2:])


def _without(written: Any, cuts: set[Place], here: Place = ()) -> Any:
    """Return a copy of a plan without the places in `cuts`."""
    if isinstance(written, dict):
        kept = ((key, inner) for key, inner in written.items() if (*here, key) not in cuts)
        return {key: _without(inner, cuts, (*here, key)) for key, inner in kept}
    if isinstance(written, list):
        places = (place for place in range(len(written)) if (*here, place) not in cuts)
        return [_without(written[place], cuts, (*here, place)) for place in places]
    return written
