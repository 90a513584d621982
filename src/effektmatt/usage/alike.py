"""Neighbours in time that resemble each other so much that they are worth few independent ones."""

from __future__ import annotations

from effektmatt.core import Note
from effektmatt.stats.results import Inference

#: Of an interval of fewer degrees of freedom than these, where the values themselves have more, it is said why it is
#: so wide.
FEWEST_DEGREES = 4.0


def too_alike(note: Note, inference: Inference | None, most: int) -> tuple[Note, ...]:
    """Return the note where an interval is wide because neighbours are alike; independent they would have `most` df."""
    if inference is None or inference.degrees is None or inference.degrees >= min(FEWEST_DEGREES, most):
        return ()
    return (note,)
