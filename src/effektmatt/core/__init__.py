"""The words that everything else is written in."""

from effektmatt.core.about import About, Unsorted
from effektmatt.core.change import Change, Compared, Linkage
from effektmatt.core.counts import AnswerCounts, DurationCounts, PairedCounts
from effektmatt.core.estimate import Curve, Estimate, Evidence, Interval, Range, Role, Sensitivity, Unit
from effektmatt.core.limits import Limits
from effektmatt.core.note import OF_UNIT, Note
from effektmatt.core.outcome import Detail, GroupChange, GroupOutcome, Outcome
from effektmatt.core.progress import Progress
from effektmatt.core.settings import FORMATS, FROM_DATA, UNPRINTED, Design, Differ, Direction, Format, Hide, Reading
from effektmatt.core.verbs import Day, as_day, expect, expect_shared, speaks

__all__ = [
    "FORMATS",
    "FROM_DATA",
    "OF_UNIT",
    "UNPRINTED",
    "About",
    "AnswerCounts",
    "Change",
    "Compared",
    "Curve",
    "Day",
    "Design",
    "Detail",
    "Differ",
    "Direction",
    "DurationCounts",
    "Estimate",
    "Evidence",
    "Format",
    "GroupChange",
    "GroupOutcome",
    "Hide",
    "Interval",
    "Limits",
    "Linkage",
    "Note",
    "Outcome",
    "PairedCounts",
    "Progress",
    "Range",
    "Reading",
    "Role",
    "Sensitivity",
    "Unit",
    "Unsorted",
    "as_day",
    "expect",
    "expect_shared",
    "speaks",
]
