"""Of everything that results tell it is said here whose it is, and the pass knows it: a field that is new fails.

`WHOLE` is told of the people of the result itself, `SIZE` is a number of people, rows or visits (that is no secret of
anybody's answers), `NOBODY` is not about people.
"""

import importlib
import pkgutil
from dataclasses import fields

import pytest

import effektmatt
from effektmatt.core import Detail, Outcome
from effektmatt.evaluation.figures import BESIDE_OTHERS, WAVE
from effektmatt.evaluation.kinds import figures, measure
from effektmatt.evaluation.kinds.register_figures import UNITS
from effektmatt.evaluation.kinds.survey_beside import DOSE, EVERYBODY, ITEM, LINKED, THEN
from effektmatt.evaluation.kinds.survey_need import SKILL
from effektmatt.evaluation.kinds.visit_figures import UNIT, VISITOR
from effektmatt.evaluation.sources import read_data
from effektmatt.findings import Findings, GoalFinding
from effektmatt.plan.reading import read_plan

WHOLE, SIZE, NOBODY, GROUP, BOTH = "whole", "size", "nobody", "group", "both groups"

#: What each field of a detail tells, and of whom.
TOLD = {
    "HandlingTimes": {
        WHOLE: "before after tau whole unit change standardised median_change closed_within log_rank notes",
        SIZE: "left_out",
    },
    "ClosedInTime": {WHOLE: "waves limit unit change times notes", SIZE: "left_out"},
    "PeriodSeries": {NOBODY: "unit periods values baseline after chart measured_in"},
    "ActiveShare": {WHOLE: "active people times outside first last"},
    "HeldActivities": {NOBODY: "kinds chosen"},
    "Dose": {WHOLE: "full people reached mean median steps", SIZE: "outside without_hours"},
    "IndexChange": {NOBODY: "waves units deciding index measured_in"},
    "MoneyUsed": {NOBODY: "posts total people"},
    # how many used something in a week: of nobody that a register or group names
    "WeeklyUse": {
        SIZE: "weeks users uses xmr rebased_at rebase variation assurance wanted better marks cohorts notes",
    },
    "Distribution": {WHOLE: "label measured_in whole classes", SIZE: "n_before n_after missing"},
    "RegisterCount": {WHOLE: "count before people in_every", UNITS: "groups hidden_groups"},
    "CountChange": {WHOLE: "kept left new people"},
    "SurveyChange": {
        WHOLE: "scale label answers linkage lowest highest top top_share mean ordinal test notes",
        SIZE: "n_before n_after n_linked n_analysed alpha_before alpha_after of_linked",
        EVERYBODY: "score_before score_after top_counts all_answers",
        LINKED: "improvements shares_improved net_improved",
        ITEM: "items",
        THEN: "then_test",
        DOSE: "dose",
    },
    "ShareImproved": {WHOLE: "definition improvements by_chance", SIZE: "linked", ITEM: "scales"},
    "Need": {WHOLE: "scale label items by units roles", SKILL: "waves"},
    "VisitAgreement": {NOBODY: "label occasions judges alpha percent ratings items notes"},
    "VisitChange": {
        WHOLE: "checklist label linkage before after overall parts test adjusted agreement notes",
        UNIT: "units",
        VISITOR: "visitors",
    },
    "TwoGroups": {BOTH: "by groups first second"},
    "WaveAnswers": {WHOLE: "scale label wave answers top scores mean", SIZE: "n alpha", ITEM: "items"},
}
OUTCOME = {
    WHOLE: "estimate change beside notes",
    GROUP: "groups",
    WAVE: "over_time",
    NOBODY: "wave_labels",
    "by its class": "detail",
}
GOAL = {
    WHOLE: "fulfilment outcome readings remarks",
    BESIDE_OTHERS: "cause compared",
    NOBODY: "id title quote measure parts text level family",
}
FINDINGS = {
    "by part": "goals",
    # numbers of people and rows; alpha is no sum, and has no value where few answered
    SIZE: "sources flows answer_rates scales notes",
    # each column by itself, and no two of them crossed: `evaluation/table_one.py` hides what is few
    "by itself": "described",
    NOBODY: (
        "project language design confidence hide labels waves text manifest template_answers "
        "tree formats documents look pictures elsewhere"
    ),
}


def named(told):
    return [name for names in told.values() for name in names.split()]


def details():
    for module in pkgutil.walk_packages(effektmatt.__path__, "effektmatt."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    kinds, found = [Detail], {}
    while kinds:
        kinds += (kind := kinds.pop()).__subclasses__()
        if kind.__module__.startswith("effektmatt.") and kind is not Detail:  # other tests have results of their own
            found[kind.__name__] = kind
    return found


def printed(kind):
    return {field.name for field in fields(kind) if field.metadata.get("printed", True)}


def test_of_every_field_it_is_said_whom_it_tells_of():
    for name, kind in details().items():
        assert sorted(named(TOLD[name])) == sorted(printed(kind)), f"say in TOLD of whom each field of {name} tells"
    for told, kind in ((OUTCOME, Outcome), (GOAL, GoalFinding), (FINDINGS, Findings)):
        assert sorted(named(told)) == sorted(field.name for field in fields(kind))


SAMPLES = [
    "den-nya-administratoren",
    "digitalt-kompetenslyft",
    "inkluderande-bemotande",
    "jamstalldhet-servicenamnden",
    "kultur-for-alla",
]


def told_of(outcome):
    """Yield of whom the fields of an outcome tell that hold something."""
    for told, thing in ((OUTCOME, outcome), (TOLD.get(type(outcome.detail).__name__, {}), outcome.detail)):
        for whom, names in told.items():
            if whom not in {SIZE, NOBODY, "by its class"} and any(getattr(thing, name) for name in names.split()):
                yield whom


@pytest.mark.parametrize("name", SAMPLES)
def test_the_pass_knows_all_that_samples_tell_of_people(root, name):
    data, faults = read_data(read_plan(root / "data" / "sample" / name))
    assert not faults
    for part in data.plan.parts:
        outcome = measure(part, data)
        if not data.plan.sources[data.plan.source_of(part)].about_people or outcome.estimate.hidden:
            continue
        if set(TOLD.get(type(outcome.detail).__name__, {})) <= {SIZE, NOBODY}:
            continue
        known = {figure.cell.by for figure in figures(part, data, outcome) if figure.cell is not None}
        for whom in told_of(outcome):
            if whom == WHOLE:
                assert None in known, part.id
            elif whom == GROUP:
                assert {group.by for group in outcome.groups} <= known, part.id
            elif whom in {EVERYBODY, LINKED}:  # the result itself is of the one or of the other, or they are the same
                assert known & {EVERYBODY, LINKED} or outcome.detail.all_answers is None, part.id
            elif whom == BOTH:
                assert outcome.detail.by in known, part.id
            else:
                assert whom in known, (part.id, whom)
