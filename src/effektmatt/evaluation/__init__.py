"""Running a plan: the only room that knows all others."""

from effektmatt.evaluation.evaluation import EvaluatedGoal, Evaluation
from effektmatt.evaluation.run import evaluate

__all__ = ["EvaluatedGoal", "Evaluation", "evaluate"]
