"""From a written plan to a resolved one."""

from effektmatt.plan.reading import read_plan
from effektmatt.plan.resolved import Plan, PlannedGoal, PlannedPart

__all__ = ["Plan", "PlannedGoal", "PlannedPart", "read_plan"]
