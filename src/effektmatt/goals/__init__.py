"""Target and estimate in, verdict out. Knows no domain."""

from effektmatt.core import Reading
from effektmatt.goals.claims import Moved, Sureness, Way, moved
from effektmatt.goals.feasibility import unreachable
from effektmatt.goals.fulfilment import Fulfilment, Tipping, Verdict
from effektmatt.goals.judge import judge, judge_all
from effektmatt.goals.target import Target, reading_of

__all__ = [
    "Fulfilment",
    "Moved",
    "Reading",
    "Sureness",
    "Target",
    "Tipping",
    "Verdict",
    "Way",
    "judge",
    "judge_all",
    "moved",
    "reading_of",
    "unreachable",
]
