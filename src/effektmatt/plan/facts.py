"""How a goal was measured, as the plan declares it: enough for a sentence, nothing computed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from effektmatt.core import FROM_DATA, Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureFacts:
    """What every measure is told of; each measure's own facts stand with its kind in `plan/kinds/`.

    Parameters
    ----------
    kind
        The plan's word for the measure ("share-improved", "count" ...).
    source, source_kind, source_label
        Where it was measured.
    labels
        What is measured: the labels of scales or of a checklist.
    among, where
        Whom it concerns, and what is counted, as pairs of label and value or limits.
    measured_in
        What numbers without a unit of their own are counted in.
    """

    kind: str
    source: str
    source_kind: str
    source_label: str
    labels: tuple[str, ...] = ()
    among: tuple[tuple[str, str | Limits], ...] = field(default=(), metadata=FROM_DATA)
    where: tuple[tuple[str, str | Limits], ...] = field(default=(), metadata=FROM_DATA)
    measured_in: str | None = None

    @property
    def ends(self) -> tuple[float, float] | None:
        """The lowest and the highest score that somebody can have; None where nobody says."""
        return None

    @property
    def asked(self) -> int:
        """How many questions `labels` stand for, as far as one of them is told from several."""
        return 2


class SharedFacts(TypedDict):
    """What of a measure's facts is found in the same way for all measures."""

    kind: str
    source: str
    source_kind: str
    source_label: str
    labels: tuple[str, ...]
    among: tuple[tuple[str, str | Limits], ...]
    where: tuple[tuple[str, str | Limits], ...]


def condition_facts(
    condition: Mapping[str, Sequence[str] | Limits], labels: Mapping[str, str]
) -> tuple[tuple[str, str | Limits], ...]:
    """Return conditions as label and value, or as the phrase that [labels] gives for "column=value" and no value."""
    return tuple(
        (phrase, "") if (phrase := labels.get(f"{column}={value}")) else (labels.get(column, column), value)
        for column, wanted in condition.items()
        for value in ((wanted,) if isinstance(wanted, Limits) else wanted)
    )
