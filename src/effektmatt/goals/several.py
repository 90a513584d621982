"""Several goals at once: claims that hold when chance had several tries."""

from __future__ import annotations

from dataclasses import replace

from effektmatt.core import Note
from effektmatt.goals.fulfilment import Fulfilment, Verdict

#: Which way a verdict points.
_WAY = {Verdict.MET: 1, Verdict.LIKELY_MET: 1, Verdict.NOT_MET: -1, Verdict.LIKELY_NOT_MET: -1}
#: Reasons of verdicts in which chance has no part.
_WITHOUT_CHANCE = ("census", "whatever-the-missing", "whatever-the-unknown")


def claims(fulfilment: Fulfilment) -> bool:
    """Whether a verdict claims something that chance could have made: it says met or not, by an interval."""
    return fulfilment.verdict in _WAY and not _settled(fulfilment)


def tried(fulfilment: Fulfilment) -> bool:
    """Whether chance had a try: the goal is judged by an interval, whatever came of it."""
    judged = fulfilment.verdict in _WAY or fulfilment.verdict is Verdict.UNDETERMINED
    return judged and not _settled(fulfilment) and fulfilment.estimate.interval is not None


def same_way(one: Fulfilment, other: Fulfilment) -> bool:
    """Whether two verdicts claim the same, however surely."""
    return _WAY.get(one.verdict, 0) == _WAY.get(other.verdict, 0)


def in_family(fulfilment: Fulfilment, family: str, goals: int, *, holds: bool) -> Fulfilment:
    """Return a verdict as one of a family's: what does not hold among so many is not determined."""
    values: dict[str, str | int | float] = {"family": family, "goals": goals}
    if holds:
        return replace(fulfilment, reasons=(*fulfilment.reasons, Note(code="holds-in-family", values=values)))
    return replace(fulfilment, verdict=Verdict.UNDETERMINED, reasons=(Note(code="not-in-family", values=values),))


def not_lost(whole: Fulfilment, parts: int) -> Fulfilment:
    """Return the verdict of a goal of several parts none of which is surely not met when so many could have been."""
    reason = Note(code="no-part-surely-not-met", values={"parts": parts})
    return replace(whole, verdict=Verdict.UNDETERMINED, reasons=(reason,))


def _settled(fulfilment: Fulfilment) -> bool:
    return any(note.code in _WITHOUT_CHANCE for note in fulfilment.reasons)
