"""Real surveys with text labels: two waves with other headers and spellings, and one wave against a target of 90 %.

Data: The Carpentries, CC BY 4.0; see tests/reference/17-carpentries-text-labels/README.md. References computed by R.
"""

import csv
import json
from pathlib import Path

import pandas as pd
import pytest

from effektmatt.core import Linkage, Unit
from effektmatt.surveys.answers import code_answers
from effektmatt.surveys.change_outcomes import share_change_outcome
from effektmatt.surveys.compare import compare_surveys
from effektmatt.surveys.consistency import consistency
from effektmatt.surveys.scale import Item, Scale
from effektmatt.surveys.top_share import top_share_outcome
from effektmatt.surveys.waves import Waves

CASE = Path(__file__).parents[1] / "reference" / "17-carpentries-text-labels"
REFERENCE = {entry["id"]: entry["value"] for entry in json.loads((CASE / "reference.json").read_text())["results"]}

AGREEMENT = [
    "Strongly disagree",
    "Disagree",
    ["Neutral", "Neither agree nor disagree"],
    "Agree",
    "Strongly agree",
]
ITEMS = ["career", "motivation", "reproducible", "recognition", "coding", "productivity", "confidence_data"]


def frame(name):
    with (CASE / name).open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    return pd.DataFrame(rows, columns=header)


@pytest.fixture(scope="module")
def surveys():
    return frame("longterm_2017.csv"), frame("longterm_2020.csv")


def item(surveys, place, name):
    before, after = (one.columns[place] for one in surveys)
    return Item(id=name, columns={"before": before, "after": after})


@pytest.mark.parametrize("name", ITEMS)
def test_two_independent_waves(surveys, name):
    expected = REFERENCE[name]
    scale = Scale.of([item(surveys, ITEMS.index(name) + 1, name)], AGREEMENT, not_an_answer=["NA"], top=2)
    change = compare_surveys(*surveys, scale=scale)
    assert change.linkage is Linkage.INDEPENDENT
    assert (change.n_before, change.n_after) == (expected["n1"], expected["n2"])
    assert change.items[0].before.counts.tolist() == expected["counts1"]
    assert change.items[0].after.counts.tolist() == expected["counts2"]
    assert change.mean.before.value == pytest.approx(expected["mean1"], rel=1e-13)
    assert change.mean.after.value == pytest.approx(expected["mean2"], rel=1e-13)
    assert change.top_share.before.value == pytest.approx(expected["agree1"], rel=1e-13)
    assert change.top_share.after.value == pytest.approx(expected["agree2"], rel=1e-13)
    difference = change.top_share.difference
    assert difference.value == pytest.approx(expected["diff"], abs=1e-14)
    assert difference.interval.low == pytest.approx(expected["newcombe10"]["low"], abs=1e-13)
    assert difference.interval.high == pytest.approx(expected["newcombe10"]["high"], abs=1e-13)
    assert 2 * change.ordinal.value - 1 == pytest.approx(expected["cliffs_delta"], abs=1e-13)
    assert change.test.statistic == pytest.approx(expected["mannwhitney_W"], rel=1e-14)
    assert change.test.p_value == pytest.approx(expected["mannwhitney_p"], rel=1e-10)


def test_labels_that_end_with_a_full_stop_in_one_wave(surveys):
    scale = Scale.of(
        [item(surveys, 0, "change_confidence")],
        ["I'm less confident now", "I'm equally confident now", "I'm more confident now"],
        not_an_answer=["NA"],
    )
    before, after = (code_answers(one, scale, wave)[0] for one, wave in zip(surveys, ("before", "after"), strict=True))
    outcome = share_change_outcome(Waves(before=before, after=after), top=1)
    expected = REFERENCE["more_confident_diff"]
    for answers, wave in ((before, "wave2017"), (after, "wave2020")):
        counts = REFERENCE["change_confidence"][wave]
        assert answers.item_counts(0).counts.tolist() == [counts[label] for label in answers.scale.labels]
    assert (outcome.change.before.hits, outcome.change.before.n) == (expected["x1"], expected["n1"])
    assert (outcome.change.after.hits, outcome.change.after.n) == (expected["x2"], expected["n2"])
    assert outcome.estimate.unit is Unit.POINTS
    assert outcome.estimate.value == pytest.approx(expected["diff"], abs=1e-14)
    assert outcome.estimate.interval.low == pytest.approx(expected["newcombe10"]["low"], abs=1e-13)
    assert outcome.estimate.interval.high == pytest.approx(expected["newcombe10"]["high"], abs=1e-13)


@pytest.mark.parametrize("column", list(frame("instructor_post_2018.csv").columns))
def test_one_wave_against_a_target(column):
    expected = REFERENCE[f"instructor.{column}"]
    scale = Scale.of([column], AGREEMENT)
    answers, faults = code_answers(frame("instructor_post_2018.csv"), scale, "after")
    outcome = top_share_outcome(answers, top=2)
    assert faults == ()
    assert outcome.detail.items[0].counts.counts.tolist() == expected["counts"]
    assert (outcome.estimate.hits, outcome.estimate.n) == (expected["agree"], expected["n"])
    assert outcome.beside[0].value == pytest.approx(expected["mean"], rel=1e-13)
    # whether the exact test against 90 % is passed is read from the interval that is printed
    assert (outcome.estimate.interval.low > 0.9) == (expected["p_exact_greater_0.90"] < 0.025)


def test_cronbachs_alpha_of_six_items():
    columns = list(frame("instructor_post_2018.csv").columns)
    answers, _ = code_answers(frame("instructor_post_2018.csv"), Scale.of(columns, AGREEMENT), "after")
    found = consistency(answers)
    assert found.alpha.n == REFERENCE["instructor.alpha6"]["n"]
    assert found.alpha.value == pytest.approx(REFERENCE["instructor.alpha6"]["alpha"], rel=1e-13)
    assert found.notes == ()


def test_an_item_that_was_put_the_other_way_round_is_named():
    rows = frame("instructor_post_2018.csv")
    answers, _ = code_answers(rows, Scale.of(list(rows.columns), AGREEMENT, reversed=["Material"]), "after")
    found = consistency(answers)
    assert found.alpha.value < 0.65
    (note,) = found.notes
    assert note.code == "item-runs-backwards"
    assert dict(note.values).items() >= {"item": "Material", "wave": "after"}.items()
