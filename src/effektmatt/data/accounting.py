"""Rows are never lost in silence: rows read = rows used + rows left out, each with its reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounting:
    """What became of the rows of one source, in one wave.

    Parameters
    ----------
    source, wave
        The source's name in the plan; the wave's name, or None where the source has no waves.
    read
        Rows that held anything. Totally empty rows are no rows: `Reading.empty_rows` counts them.
    used
        Rows that an analysis rests on.
    left_out
        How many rows were left out for each reason code ("repeated", "without-code", "only-before" ...).
        Reasons with no rows are dropped.

    Raises
    ------
    ValueError
        If rows are missing from the account: read != used + all left out.

    >>> account = Accounting(source="enkat", wave="before", read=412, used=400, left_out={"repeated": 12})
    >>> account.leave("without-code", 5)
    Accounting(source='enkat', wave='before', read=412, used=395, left_out={'repeated': 12, 'without-code': 5})
    """

    source: str
    wave: str | None = None
    read: int
    used: int
    left_out: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if min(self.read, self.used, *self.left_out.values()) < 0:
            raise ValueError(f"{self.source}: rows cannot be negative: {self.read}, {self.used}, {dict(self.left_out)}")
        left_out = sum(self.left_out.values())
        if self.read != self.used + left_out:
            raise ValueError(f"{self.source}: {self.read} rows read, but {self.used} used and {left_out} left out")
        object.__setattr__(self, "left_out", {reason: rows for reason, rows in self.left_out.items() if rows})

    def leave(self, reason: str, rows: int) -> Accounting:
        """Return the account after `rows` more of the used rows were left out for `reason`."""
        left_out = {**self.left_out, reason: self.left_out.get(reason, 0) + rows}
        return Accounting(source=self.source, wave=self.wave, read=self.read, used=self.used - rows, left_out=left_out)


def together(accounts: Sequence[Accounting]) -> Accounting:
    """Return the account of a file whose rows belong to several waves.

    >>> waves = [Accounting(source="enkat", wave=wave, read=9, used=8, left_out={"repeated": 1}) for wave in ("b", "a")]
    >>> together([*waves, Accounting(source="enkat", read=2, used=0, left_out={"outside-waves": 2})])
    Accounting(source='enkat', wave=None, read=20, used=16, left_out={'repeated': 2, 'outside-waves': 2})
    """
    left_out: Counter[str] = Counter()
    for account in accounts:
        left_out.update(account.left_out)
    read, used = (sum(numbers) for numbers in zip(*((one.read, one.used) for one in accounts), strict=True))
    return Accounting(source=accounts[0].source, read=read, used=used, left_out=dict(left_out))
