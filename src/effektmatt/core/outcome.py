"""What a measure found: the number that is judged, and all that is shown beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from effektmatt.core.change import Change
from effektmatt.core.estimate import Estimate
from effektmatt.core.note import Note
from effektmatt.core.settings import FROM_DATA


class Detail:
    """What an evidence room found beyond the number that is judged; each kind of result inherits it.

    Words and charts are chosen by its class.
    """

    __slots__ = ()

    @property
    def moments(self) -> int:
        """At how many times something was found that stands side by side."""
        return 1


Found_co = TypeVar("Found_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChange(Generic[Found_co]):
    """What changed in one group, as the evidence room found it; None where it is hidden."""

    by: str
    group: str = field(metadata=FROM_DATA)
    change: Found_co | None

    @property
    def hidden(self) -> bool:
        """Whether too few people are behind it to be shown."""
        return self.change is None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupOutcome:
    """The same estimate for one group. `hidden`: too few people, so no number is kept at all.

    `change` holds before and after for the group where the measure has both.
    """

    by: str  # the column, for example "kommun"
    group: str = field(metadata=FROM_DATA)  # the value, for example "Orust"
    estimate: Estimate | None
    change: Change | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one measure found.

    Parameters
    ----------
    estimate
        The number that is held against the target.
    change
        Before, after and difference, where the measure has waves.
    beside
        Other ways to measure the same thing, shown beside it (the three definitions of improved; the plain
        difference beside the standardised one; the median beside the restricted mean).
    groups
        The same for each declared group.
    over_time
        Where there are more than two waves, the same measure in each of them, with the wave's label.
    wave_labels
        What the two waves that `change` compares are called; None where "before" and "after" is what they are.
    detail
        The evidence room's own result (a `SurveyChange`, `HandlingTimes`, `RegisterCount` ...): charts read it.
    notes
        Remarks on data and method.
    """

    estimate: Estimate
    change: Change | None = None
    beside: tuple[Estimate, ...] = ()
    groups: tuple[GroupOutcome, ...] = ()
    over_time: tuple[tuple[str, Estimate], ...] = ()
    wave_labels: tuple[str, str] | None = None
    detail: Detail | None = None
    notes: tuple[Note, ...] = ()
