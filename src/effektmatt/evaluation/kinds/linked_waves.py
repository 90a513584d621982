"""Waves of people who may bear a code: one row of each person in a wave, linked from wave to wave, and what is said."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from effektmatt.core import Note
from effektmatt.data.accounting import Accounting
from effektmatt.data.linking import Linked, Positions, link, link_rows, numbered
from effektmatt.data.repeated import Rule, resolve_repeated
from effektmatt.errors import Fault, InputFaults
from effektmatt.evaluation.kinds.common import LoadedSource, SourceT

Frames = Mapping[str, pd.DataFrame]
Links = Mapping[tuple[str, str], Linked]
Rows = NDArray[np.bool_]
#: The number of each row's key in each wave (`data.linking.numbered`), where a wave has all of its columns.
Keys = Mapping[str, Positions]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOfEach:
    """Whose row it is by a code, within columns that must agree too, and which is kept of a person who has several.

    Without a code a row is nobody's, unless `by_row`: then it holds every wave of one person. `order` is the column of
    when a row came, and `order_key` the key of the plan that names it: without it nothing tells which row is later, for
    files stand in any order.
    """

    code: str | None
    within: Sequence[str]
    rule: Rule
    by_row: bool = False
    order: str | None = None
    order_key: str = "answered"

    @property
    def key(self) -> list[str]:
        """The columns that together say whose row it is."""
        return [*self.within, self.code] if self.code else []

    @property
    def _dated(self) -> tuple[str, ...]:
        return (self.order,) if self.order else ()

    def of(
        self, frames: Frames, accounts: Mapping[str, Accounting], loaded: LoadedSource[SourceT]
    ) -> tuple[dict[str, pd.DataFrame], dict[str, Accounting], Keys, list[Fault]]:
        """Leave one row of each person in each wave, and number whose they are; a missing column is told already."""
        kept, counted, faults = dict(frames), dict(accounts), list[Fault]()
        whole = [one for one in frames if self.key and {*self.key, *self._dated} <= {*frames[one].columns}]
        keys = dict(zip(whole, numbered([frames[wave] for wave in whole], self.key), strict=True)) if whole else {}
        for wave in whole:
            file = loaded.files[wave].reading.file
            try:
                resolved = resolve_repeated(
                    frames[wave],
                    key=self.key,
                    rule=self.rule,
                    order=self._dated,
                    by_file=False,
                    file=file,
                    order_key=self.order_key,
                    numbers=keys[wave],
                )
            except InputFaults as error:
                faults += error.faults
                continue
            kept[wave], keys[wave] = resolved.frame, keys[wave][resolved.kept]
            counted[wave] = counted[wave].leave("repeated", resolved.left_out)
        return kept, counted, keys, faults

    def links(self, frames: Frames, keys: Keys) -> dict[tuple[str, str], Linked]:
        """Link every two waves whose rows carry a code, or stand in the same rows."""
        if not self.code and self.by_row:
            return {(first, last): link_rows(frames[first], frames[last]) for first, last in combinations(frames, 2)}
        if not self.code or keys.keys() != frames.keys():  # without its dates a wave still holds everybody's every row
            return {}
        return {
            (first, last): link(
                frames[first], frames[last], code=self.code, within=self.within, numbers=(keys[first], keys[last])
            )
            for first, last in combinations(frames, 2)
        }

    def notes(
        self, accounts: Mapping[str, Accounting], links: Links, loaded: LoadedSource[SourceT], waves: Collection[str]
    ) -> Iterator[Note]:
        """Yield whose rows were left out, codes that are nearly alike, and that nobody is linked."""
        for wave, account in accounts.items():
            if left := account.left_out.get("repeated"):
                file = loaded.files[wave].reading.file
                yield Note(code="repeated-resolved", values={"file": file, "n": left, "rule": self.rule})
        misses = [miss for linked in links.values() for miss in linked.near_misses]
        if misses:
            yield Note(code="near-misses", values={"n": len(misses), "only": sum(miss.only for miss in misses)})
        if not links and len(waves) > 1:
            yield Note(code="waves-not-linked")
        if links and not self.code:
            yield Note(code="linked-by-row", values={"file": next(iter(loaded.files.values())).reading.file})


def pairs_of(links: Links, first: str, last: str) -> tuple[Positions, Positions] | None:
    """Return the rows of those who are in both waves, whichever of them is named first; None without a link."""
    if (first, last) in links:
        return links[first, last].before, links[first, last].after
    if (last, first) in links:
        return links[last, first].after, links[last, first].before
    return None


def in_pairs(links: Links, counted: Mapping[str, Rows]) -> dict[str, Rows]:
    """Say which of the rows that count in each wave are of somebody whose row counts in another wave too."""
    paired = {wave: np.zeros_like(rows) for wave, rows in counted.items()}
    for (first, last), linked in links.items():
        both = counted[first][linked.before] & counted[last][linked.after]
        paired[first][linked.before[both]] = paired[last][linked.after[both]] = True
    return paired


def people_of(frames: Frames, links: Links) -> dict[str, NDArray[np.int64]]:
    """Return a number for the person behind each row of each wave: those linked are one person in both."""
    numbers: dict[str, NDArray[np.int64]] = {}
    size = 0
    for wave, frame in frames.items():
        own = np.full(len(frame), -1, dtype=np.int64)
        for earlier in numbers:
            if (linked := links.get((earlier, wave))) is not None:
                own[linked.after] = numbers[earlier][linked.before]
        new = own < 0
        own[new] = size + np.arange(int(new.sum()))
        size += int(new.sum())
        numbers[wave] = own
    return numbers
