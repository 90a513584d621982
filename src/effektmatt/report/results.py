"""Everything that was found as plain data: what another program reads, and next year's evaluation compares with."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict, fields
from typing import Any

from effektmatt.core import Change, Estimate, GroupOutcome, Note, Unit
from effektmatt.findings import Findings, FlowFinding, GoalFinding, Manifest, SourceFinding, TreeNode
from effektmatt.goals import Fulfilment, Target
from effektmatt.plan.facts import MeasureFacts
from effektmatt.surveys.change import DoseChange, SurveyChange
from effektmatt.surveys.need import Need
from effektmatt.usage.ledger import MoneyUsed, Post
from effektmatt.wording import Words, words

#: Name and version of the format that `docs/results.schema.json` describes.
SCHEMA = "effektmatt-results/1"

Plain = dict[str, Any]


def results(findings: Findings) -> Plain:
    """Return the findings as plain data, ready for JSON, in the form that `docs/results.schema.json` describes.

    Hidden groups have no numbers, and nothing in it comes from a single respondent.
    """
    spoken = words(findings.language)
    return {
        "schema": SCHEMA,
        "effektmatt": dict(findings.manifest.versions).get("effektmatt"),
        "project": _project(findings),
        "goals": [_goal(goal, findings, spoken) for goal in findings.goals],
        "flow": {source.id: _source(source) for source in sorted(findings.sources, key=lambda source: source.id)},
        "participants": [_participants(flow) for flow in findings.flows],
        "answer_rates": [
            {
                "source": rate.source,
                "wave": rate.wave,
                "by": rate.by,
                "group": rate.group,
                "population": rate.population,
                "answered": rate.answered,
            }
            for rate in findings.answer_rates
        ],
        "tree": [_node(node) for node in findings.tree],
        "notes": _notes(findings.notes, spoken),
        "manifest": _manifest(findings.manifest),
    }


def results_json(findings: Findings) -> str:
    """Return the findings as JSON text: UTF-8, no NaN, the same text for the same findings."""
    return json.dumps(results(findings), ensure_ascii=False, allow_nan=False, indent=2) + "\n"


def _project(findings: Findings) -> Plain:
    project = findings.project
    return {
        "name": project.name,
        "owner": project.owner,
        "partners": list(project.partners),
        "funder": project.funder,
        "start": project.start.isoformat() if project.start else None,
        "end": project.end.isoformat() if project.end else None,
        "granted": str(project.granted) if project.granted is not None else None,
        "diary_number": project.diary_number,
        "country": project.country,
        "organisation_number": project.organisation_number,
        "fund": project.fund,
        "cci": project.cci,
        "co_financing": project.co_financing,
        "programme_area": project.programme_area,
        "specific_objective": project.specific_objective,
        "region": project.region,
        "nuts": project.nuts,
        "intervention_type": project.intervention_type,
        "participants": project.participants,
        "facts": dict(project.facts),
        "language": findings.language,
        "design": str(findings.design),
        "confidence": findings.confidence,
        "hide": {"means": findings.hide.means, "distributions": findings.hide.distributions},
        "waves": [
            {
                "id": wave.id,
                "label": wave.label,
                "first": wave.first.isoformat() if wave.first else None,
                "last": wave.last.isoformat() if wave.last else None,
            }
            for wave in findings.waves
        ],
    }


# ---- goals -------------------------------------------------------------------------------------------------------


def _goal(goal: GoalFinding, findings: Findings, spoken: Words) -> Plain:
    outcome = goal.outcome
    return {
        "id": goal.id,
        "level": goal.level,
        "title": goal.title,
        "text": goal.quote or goal.title,
        "measure": _measure(goal.measure),
        **_fulfilment(goal.fulfilment, findings, spoken),
        **_change(outcome.change),
        "remarks": _notes((*goal.remarks, *outcome.notes), spoken, outcome.estimate.unit),
        "groups": [_group(group) for group in outcome.groups],
        "parts": [_goal(part, findings, spoken) for part in goal.parts],
        "readings": [
            {
                "reading": str(reading.reading),
                "chosen": reading.chosen,
                **_fulfilment(reading.fulfilment, findings, spoken),
            }
            for reading in goal.readings
        ],
        "beside": [_estimate(estimate) for estimate in outcome.beside],
        "over_time": [{"wave": wave, "estimate": _estimate(estimate)} for wave, estimate in outcome.over_time],
        "cause": _estimate(goal.cause) if goal.cause else None,
        "money": [_post(post) for post in outcome.detail.posts] if isinstance(outcome.detail, MoneyUsed) else [],
        "needs": _needs(outcome.detail) if isinstance(outcome.detail, Need) else [],
        "doses": _doses(outcome.detail.dose) if isinstance(outcome.detail, SurveyChange) else [],
    }


def _post(post: Post) -> Plain:
    """Return a post with its amounts as text: exact decimals, which numbers in JSON are not."""
    return {
        "post": post.name,
        "under": post.under,
        "budget": str(post.budget),
        "outcome": None if post.outcome is None else str(post.outcome),
        "reason": post.reason,
    }


def _needs(need: Need) -> list[Plain]:
    """Return the need of every unit and skill, wave by wave; null where it is hidden, or nobody needs the skill."""
    return [
        {
            "wave": wave.wave,
            "unit": cell.unit,
            "item": cell.item,
            "n": cell.n,
            "need": _number(cell.need),
            "hidden": cell.hidden,
        }
        for wave in need.waves
        for cell in wave.cells
    ]


def _doses(dose: DoseChange | None) -> list[Plain]:
    """Return the mean change at each dose; null where too few had it."""
    if dose is None:
        return []
    return [
        {"label": dose.label, "dose": one.dose, "estimate": _estimate(one.change) if one.change else None}
        for one in dose.levels
    ]


def _measure(measure: MeasureFacts) -> Plain:
    return {
        "kind": measure.kind,
        "source": measure.source,
        "labels": list(measure.labels),
        "among": dict(measure.among),
        "where": dict(measure.where),
        "options": dict(sorted(_options(measure))),
    }


def _options(measure: MeasureFacts) -> Iterator[tuple[str, str | int | float]]:
    """Yield what a measure's own facts say beyond what every measure has; waves by the plan's words for them."""
    of_all = {field.name for field in fields(MeasureFacts)}
    plan_words = {"first": "from", "last": "to"}
    for name, value in asdict(measure).items():
        if name not in of_all and value is not None:
            yield plan_words.get(name, name), value


def _fulfilment(fulfilment: Fulfilment, findings: Findings, spoken: Words) -> Plain:
    tipping, unit = fulfilment.tipping, fulfilment.estimate.unit
    return {
        "target": _target(fulfilment.target, unit, findings, spoken),
        "verdict": str(fulfilment.verdict),
        "verdict_text": spoken.verdict(fulfilment.verdict),
        **_estimate(fulfilment.estimate),
        "tipping": {"needed": tipping.needed, "missing": tipping.missing} if tipping else None,
        "probability": _number(fulfilment.probability),
        "reasons": _notes(fulfilment.reasons, spoken, unit),
        "assumptions": _notes(fulfilment.assumptions, spoken, unit),
    }


def _target(target: Target | None, unit: Unit, findings: Findings, spoken: Words) -> Plain | None:
    if target is None:
        return None
    return {
        "kind": target.kind,
        "amount": _number(target.amount),
        "direction": target.direction,
        "reading": str(target.reading) if target.reading else None,
        "within": _number(target.within),
        "in_every": target.in_every,
        "text": spoken.target(target, unit, findings.labels),
    }


def _estimate(estimate: Estimate) -> Plain:
    interval, possible = estimate.interval, estimate.possible
    return {
        "estimand": estimate.measure,
        "value": _number(estimate.value),
        "unit": str(estimate.unit),
        "interval": {
            "low": _number(interval.low),
            "high": _number(interval.high),
            "level": interval.level,
            "method": interval.method,
        }
        if interval
        else None,
        "evidence": str(estimate.evidence),
        "method": estimate.method,
        "n": estimate.n,
        "population": estimate.population,
        "hits": estimate.hits,
        "possible": {"low": _number(possible.low), "high": _number(possible.high)} if possible else None,
        "p_value": _number(estimate.p_value),
    }


def _change(change: Change | None) -> Plain:
    if change is None:
        return {"before": None, "after": None, "difference": None, "linkage": None}
    return {
        "before": _estimate(change.before),
        "after": _estimate(change.after),
        "difference": _estimate(change.difference),
        "linkage": str(change.linkage),
    }


def _group(group: GroupOutcome) -> Plain:
    estimate = None if group.hidden else group.estimate
    plain = _estimate(estimate) if estimate else {}
    kept = ("value", "unit", "interval", "n", "population", "hits")
    return {
        "by": group.by,
        "group": group.group,
        "hidden": group.hidden,
        **{name: plain.get(name) for name in kept},
    }


def _node(node: TreeNode) -> Plain:
    return {
        "id": node.id,
        "title": node.title,
        "level": node.level,
        "under": node.under,
        "resources": node.resources,
        "ways_of_working": node.ways_of_working,
        "activities": list(node.activities),
        "goals": list(node.goals),
    }


# ---- where it comes from -----------------------------------------------------------------------------------------


def _source(source: SourceFinding) -> Plain:
    accounts = source.accounts
    reasons = sorted({reason for account in accounts for reason in account.left_out})
    return {
        "kind": source.kind,
        "label": source.label,
        "read": sum(account.read for account in accounts),
        "used": sum(account.used for account in accounts),
        "left_out": {reason: sum(account.left_out.get(reason, 0) for account in accounts) for reason in reasons},
        "files": [
            {
                "file": file.file,
                "wave": wave,
                "read": account.read,
                "used": account.used,
                "left_out": dict(sorted(account.left_out.items())),
            }
            for file, wave, account in zip(source.files, source.waves, accounts, strict=True)
        ],
    }


def _participants(flow: FlowFinding) -> Plain:
    return {
        "source": flow.source,
        "label": flow.label,
        "steps": [
            {"code": step.code, "label": step.label, "n": step.n, "left": dict(step.left)} for step in flow.steps
        ],
    }


def _manifest(manifest: Manifest) -> Plain:
    return {
        "made": manifest.made.isoformat(),
        "files": [{"file": file.file, "sha256": file.sha256, "bytes": file.bytes} for file in manifest.files],
        "versions": dict(sorted(manifest.versions)),
    }


def _notes(notes: Sequence[Note], spoken: Words, unit: Unit | None = None) -> list[Plain]:
    return [
        {
            "code": note.code,
            "values": {
                name: _number(value) if isinstance(value, float) else value for name, value in note.values.items()
            },
            "text": spoken.note(note, unit),
        }
        for note in notes
    ]


def _number(value: float | None) -> float | None:
    """Return a number that JSON can hold; what is not finite was not found."""
    return value if value is not None and math.isfinite(value) else None
