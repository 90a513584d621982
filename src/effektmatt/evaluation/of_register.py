"""What the register of those who could answer tells of those who did, where their codes are its keys."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from effektmatt.core import Note
from effektmatt.data.keys import keys
from effektmatt.data.values import folded
from effektmatt.evaluation.kinds.common import NO_WAVE, LoadedFile, LoadedSource, grouping
from effektmatt.plan import Plan
from effektmatt.plan.sections import Source

#: Codes are a register's keys where at least so large a part of the fewer of both is found among the other.
_MOST = 0.5
#: Whole numbers of so few digits are running numbers, which any two lists share by chance.
_RUNNING_DIGITS = 4


def with_register(
    loaded: LoadedSource[Source], registers: Mapping[str, LoadedSource[Source]], plan: Plan
) -> LoadedSource[Source]:
    """Return a source of people with what only their register tells of them, and without those who are not in it.

    Columns that results are split by, or that goals are about, come from the register where the source lacks them. A
    code that is in no register is of a guest: such rows are counted and left out, for the share is of the register.
    Rows without a code stay, and belong to no group that the register alone knows of.
    """
    register, code = registers.get(loaded.source.population or ""), loaded.source.code_in_register
    if register is None or code is None or not register.source.who or NO_WAVE not in register.files:
        return loaded
    (key, *_), people = register.source.who, register.only.frame
    if key not in people or any(code not in file.frame for file in loaded.files.values()):  # told already
        return loaded
    codes = {wave: keys(file.frame[code]) for wave, file in loaded.files.items()}
    known = keys(people[key])
    if not _are_keys(pd.concat(codes.values()), known, same_name=folded(key) == folded(code)):
        return loaded
    told = people.set_index(known).loc[known.notna().to_numpy() & ~known.duplicated().to_numpy()]
    wanted = [column for column in _wanted(loaded.id, plan) if column in people]
    files = {wave: _of_register(file, codes[wave], told, wanted) for wave, file in loaded.files.items()}
    present = set.intersection(*(set(file.frame.columns) for file in files.values()))
    return replace(loaded, files=files, groups=tuple(grouping(list(present), plan)))


def _are_keys(codes: pd.Series[str], known: pd.Series[str], *, same_name: bool) -> bool:
    """Say whether codes are the keys of a register: most of the fewer are found, and not as running numbers may be."""
    given, there = set(codes.dropna()), set(known.dropna())
    found = given & there
    if not found or len(found) < _MOST * min(len(given), len(there)):
        return False
    return same_name or any(not one.isdigit() or len(one) > _RUNNING_DIGITS for one in found)


def _wanted(source: str, plan: Plan) -> Collection[str]:
    """Return the columns that say who is in which group, and whom the goals of a source are about."""
    comparison = plan.written.analysis.comparison
    among = [column for part in plan.parts if plan.source_of(part) == source for column in part.among]
    return dict.fromkeys([*plan.written.analysis.groups, *among, *([comparison.column] if comparison else [])])


def _of_register(file: LoadedFile, codes: pd.Series[str], told: pd.DataFrame, wanted: Sequence[str]) -> LoadedFile:
    """Return a file without the rows of guests, with the columns that only the register has."""
    guest = (codes.notna() & ~codes.isin(told.index)).to_numpy()
    lacking = [column for column in wanted if column not in file.frame]
    kept, of = file.frame[~guest], codes[~guest]
    joined = {column: told[column].reindex(of).set_axis(kept.index) for column in lacking}
    nobody = int(of.isna().sum()) if lacking else 0
    name = file.reading.file
    notes = [Note(code="not-in-register", values={"file": name, "n": int(guest.sum())})] if guest.any() else []
    if nobody:
        notes.append(
            Note(code="not-linked-to-register", values={"file": name, "n": nobody, "columns": ", ".join(lacking)})
        )
    account = file.account.leave("not-in-register", int(guest.sum()))
    return replace(file, frame=kept.assign(**joined), account=account, notes=(*file.notes, *notes))
