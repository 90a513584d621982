"""Cases: how long they take from opened to closed, those still open included."""

from effektmatt.cases.compare import compare_handling_times
from effektmatt.cases.handling_times import HandlingTimes, WaveTimes
from effektmatt.cases.outcome import handling_time_outcome
from effektmatt.cases.working_days import swedish_working_days

__all__ = ["HandlingTimes", "WaveTimes", "compare_handling_times", "handling_time_outcome", "swedish_working_days"]
