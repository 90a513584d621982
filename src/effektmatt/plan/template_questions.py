"""Whether the answers that a plan gives for a report-back template are to questions that the template asks."""

from __future__ import annotations

from effektmatt.errors import Fault
from effektmatt.plan.checks import unknown
from effektmatt.plan.written import WrittenPlan

#: What people can write for each template, by the name that the plan calls the question. What the program fills in by
#: itself (name, board, fulfilment, budget) can be added to; the signature is written by hand.
QUESTIONS: dict[str, tuple[str, ...]] = {
    "redovisning-av-medel": ("fulfilment", "anchoring", "earlier_experience", "future_use", "budget")
}


def template_faults(written: WrittenPlan) -> list[Fault]:
    """Return the faults of answers to questions that are not asked, or to a template that is not chosen."""
    report = written.report
    if report.answers and report.template is None:
        return [Fault(code="plan-missing-key", key="report.template")]
    questions = QUESTIONS.get(report.template or "", ())
    return [
        unknown(f"report.answers.{name}", name, "question", questions)
        for name in report.answers
        if name not in questions
    ]
