"""Target and estimate in, verdict out. Knows no domain."""

from effektmatt.core import Reading
from effektmatt.goals.feasibility import unreachable
from effektmatt.goals.fulfilment import Fulfilment, Tipping, Verdict
from effektmatt.goals.judge import judge, judge_all
from effektmatt.goals.target import Target, reading_of

__all__ = ["Fulfilment", "Reading", "Target", "Tipping", "Verdict", "judge", "judge_all", "reading_of", "unreachable"]
