"""Agreement through the room: the published tables that have a shape of texts by reviewers."""

import csv
import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from effektmatt.core import Note
from effektmatt.stats.agreement import Ratings, krippendorff_alpha
from effektmatt.visits.agreement import visit_agreement
from effektmatt.visits.checklist import Checklist
from effektmatt.visits.coding import code_visits
from effektmatt.visits.outcome import agreement_outcome

CASE = Path(__file__).parents[1] / "reference" / "11-interrater-published"
REFERENCE = {entry["id"]: entry["value"] for entry in json.loads((CASE / "reference.json").read_text())["results"]}


def judged(frame, checklist, *, visit="text", visitor="vem"):
    visits, faults = code_visits(frame, checklist, "before", unit="text", visitor=visitor, visit=visit)
    assert not faults
    return visits


def long(file, *, named):
    """Turn texts by reviewers into one row per text and reviewer."""
    rows = list(csv.reader((CASE / file).read_text().splitlines()))[1:]
    cells = [
        {"text": row[0] if named else f"t{place}", "vem": f"R{reviewer}", "betyg": value}
        for place, row in enumerate(rows)
        for reviewer, value in enumerate(row[named:])
        if value
    ]
    return pd.DataFrame(cells)


@pytest.mark.parametrize(
    ("file", "named", "known"),
    [
        ("krippendorff2011.csv", True, REFERENCE["krippendorff2011.interval"]["alpha"]),
        ("anxiety_3raters.csv", False, REFERENCE["krippendorff.anxiety.interval"]),
    ],
)
def test_published_ratings(file, named, known):
    frame = long(file, named=named)
    grades = sorted(frame["betyg"].unique(), key=int)
    steps = [str(one) for one in range(int(grades[0]), int(grades[-1]) + 1)]
    outcome = agreement_outcome([judged(frame, Checklist.of([], ratings={"betyg": steps}))])
    assert outcome.estimate.value == pytest.approx(known, rel=1e-12)
    assert outcome.estimate.method == "krippendorff-alpha-interval"


def test_two_reviewers_who_nearly_always_agree():
    """Gwet's paradox, 118 yes and yes, 5 and 2 who differ, none no and no: 94 % alike and alpha near nought."""
    pairs = [("ja", "ja")] * 118 + [("ja", "nej")] * 5 + [("nej", "ja")] * 2
    rows = [{"text": f"t{place}", "vem": who, "klar": answer}
            for place, pair in enumerate(pairs) for who, answer in zip("AB", pair, strict=True)]  # fmt: skip
    found = visit_agreement([judged(pd.DataFrame(rows), Checklist.of(["klar"]))])
    assert found.percent.value == pytest.approx(REFERENCE["two_raters.paradox2x2"]["po"])
    # alpha is Scott's pi corrected for few units: 1 - (1 - pi) (1 - 1 / 2N)
    pi = REFERENCE["two_raters.paradox2x2"]["scott_pi"]
    assert found.alpha.value == pytest.approx(1 - (1 - pi) * (1 - 1 / 250), rel=1e-10)
    assert (found.occasions, found.judges) == (125, 2)


def test_items_are_pooled_and_whole_visits_resampled():
    rng = np.random.default_rng(3)
    truth = rng.random((30, 3)) < 0.6
    rows = [
        {"text": f"t{place}", "vem": who, **{item: "ja" if met != (rng.random() < 0.1) else "nej"
         for item, met in zip("abc", truth[place], strict=True)}}
        for place in range(30) for who in ("A", "B")
    ]  # fmt: skip
    frame = pd.DataFrame(rows)
    found = visit_agreement([judged(frame, Checklist.of(list("abc")))])
    table = [
        [float(frame[(frame["text"] == f"t{place}") & (frame["vem"] == who)][item].iloc[0] == "ja") for who in "AB"]
        for item in "abc"
        for place in range(30)
    ]
    expected = krippendorff_alpha(Ratings.from_table(table), "nominal")
    assert found.alpha.value == pytest.approx(expected.value, rel=1e-12)
    assert found.alpha.n == 30
    assert found.alpha.interval.low < found.alpha.value < found.alpha.interval.high
    assert [item.n for item in found.items] == [30, 30, 30]


def reason(rows, **more):
    checklist = Checklist.of(["klar"])
    outcome = agreement_outcome([judged(pd.DataFrame(rows), checklist, **more)])
    assert outcome.estimate.value is None
    return outcome.estimate.notes[0].code


def test_why_nothing_can_be_said():
    two = [{"text": "t1", "vem": who, "klar": "ja"} for who in "AB"]
    assert reason([{"text": f"t{n}", "vem": "A", "klar": "ja"} for n in range(4)]) == "one-visitor-only"
    assert reason([{"text": f"t{n}", "vem": "AB"[n % 2], "klar": "ja"} for n in range(4)]) == "no-visit-judged-by-two"
    assert reason(two, visit=None) == "no-visit-column"
    assert reason(two) == "too-few-double-visits"
    assert reason([*two, *({**one, "text": "t2"} for one in two)]) == "judged-on-one-level"


def test_a_reviewer_does_not_agree_with_himself():
    judgements = ["t1 A ja", "t1 A ja", "t1 B ja", "t2 A nej", "t2 B ja", "t3 A nej", "t3 A nej"]
    rows = [dict(zip(("text", "vem", "klar"), one.split(), strict=True)) for one in judgements]
    found = visit_agreement([judged(pd.DataFrame(rows), Checklist.of(["klar"]))])
    assert found.notes == (Note(code="judged-twice-by-the-same", values={"n": 2}),)
    assert found.occasions == 2
    assert found.percent.value == 0.5


def test_visits_are_numbered_within_their_units():
    """The first visit to one unit is not the first to another: nothing here was judged by two."""
    rows = [
        {"text": "1", "enhet": unit, "vem": who, "klar": "ja"} for unit, who in (("A", "X"), ("B", "Y"), ("C", "X"))
    ]
    checklist = Checklist.of(["klar"])
    coded, _ = code_visits(pd.DataFrame(rows), checklist, "before", unit="enhet", visitor="vem", visit="text")
    assert visit_agreement([coded]).alpha.notes[0].code == "no-visit-judged-by-two"


def test_a_row_that_was_left_blank_is_nobodys_judgement():
    rows = [{"text": f"t{n}", "vem": who, "klar": "ja" if who == "A" else None} for n in range(5) for who in "ABC"]
    found = visit_agreement([judged(pd.DataFrame(rows), Checklist.of(["klar"]))])
    assert found.alpha.notes[0].code == "one-visitor-only"
    assert (found.occasions, found.judges) == (0, 1)


def test_what_did_not_apply_is_no_judgement():
    answers = {(n, who): "ja" if n % 2 else "nej" for n in range(5) for who in "AB"} | {(0, "B"): "ej tillämpligt"}
    rows = [{"text": f"t{n}", "vem": who, "klar": answer} for (n, who), answer in answers.items()]
    found = visit_agreement([judged(pd.DataFrame(rows), Checklist.of(["klar"]))])
    assert (found.items[0].n, found.items[0].alpha.value) == (4, 1.0)
    assert found.items[0].alpha.notes[0].code == "agreed-throughout"


def test_an_interval_of_agreement_needs_units_and_something_unusual_seen():
    def found(pairs):
        rows = [{"text": f"t{place}", "vem": who, "klar": answer}
                for place, pair in enumerate(pairs) for who, answer in zip("AB", pair, strict=True)]  # fmt: skip
        return visit_agreement([judged(pd.DataFrame(rows), Checklist.of(["klar"]))]).alpha.notes

    alike, other, differ = ("ja", "ja"), ("nej", "nej"), ("ja", "nej")
    assert found([alike] * 40 + [other] * 20 + [differ] * 5) == ()
    (note,) = found([alike] * 20 + [other] * 20 + [differ] * 5)
    assert (note.code, dict(note.values)) == ("interval-approximate", {"n": 45, "enough": 60})
    (note,) = found([alike] * 118 + [differ] * 7)  # of 125 units 7: 15 would be enough
    assert dict(note.values) == {"n": 125, "enough": 268}


def test_judgements_that_tell_no_visit_are_said_to_be_compared_with_nobodys():
    judgements = ["t1 A ja", "t1 B ja", "t2 A nej", "t2 B ja", "- A nej", "- B nej"]
    rows = [dict(zip(("text", "vem", "klar"), one.split(), strict=True)) for one in judgements]
    cells = pd.DataFrame(rows).replace({"text": {"-": None}})
    visits, _ = code_visits(
        cells.assign(enhet="e"), Checklist.of(["klar"]), "after", unit="enhet", visitor="vem", visit="text"
    )
    found = visit_agreement([visits])
    assert found.occasions == 2
    assert found.notes == (Note(code="visit-unknown", values={"n": 2}),)


def test_the_interval_does_not_follow_from_the_order_of_the_file():
    rng = np.random.default_rng(4)
    rows = [
        {"text": f"t{text}", "vem": who, "klar": "ja" if rng.random() < 0.3 + 0.4 * (text % 2) else "nej"}
        for text in range(15)
        for who in "ABC"
    ]
    cells = pd.DataFrame(rows)
    found = [
        visit_agreement([judged(cells.sample(frac=1, random_state=seed), Checklist.of(["klar"]))]).alpha
        for seed in range(4)
    ]
    assert all(one == found[0] for one in found)
