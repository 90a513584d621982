import numpy as np
import pandas as pd

from effektmatt.visits.checklist import Checklist
from effektmatt.visits.coding import code_visits
from effektmatt.visits.scores import failing, parts_of, unit_sums, visit_scores

CHECKLIST = Checklist.of(["a", "b"], ratings={"r": [1, 2, 3]}, areas={"Möte": ["a", "b"]}, critical=["a", "r"])


def coded(**columns):
    visits, faults = code_visits(pd.DataFrame(columns), CHECKLIST, "after", unit="enhet")
    assert not faults
    return visits


def test_a_score_is_the_share_of_what_applied():
    visits = coded(
        enhet=["A", "A", "B", "B"],
        a=["ja", "ja", "nej", "ej tillämpligt"],
        b=["nej", "ej tillämpligt", "ja", "ej tillämpligt"],
        r=["2", "2", "3", "ej tillämpligt"],
    )
    whole, area, *_ = parts_of(CHECKLIST)
    scores = visit_scores(visits, whole)
    np.testing.assert_allclose(scores, [0.5, 0.75, 0.0, np.nan])  # the third fails what is critical
    np.testing.assert_allclose(visit_scores(visits, area), [0.5, 1.0, 0.5, np.nan])
    assert failing(visits).tolist() == [False, False, True, False]
    sums = unit_sums([scores], [visits.units], ["A", "B", "C"])
    assert sums.n[:, 0].tolist() == [2, 1, 0]
    assert sums.total[:, 0].tolist() == [1.25, 0.0, 0.0]


def test_a_visit_that_two_judged_is_one_with_the_mean_of_what_they_found():
    cells = pd.DataFrame(
        {
            "enhet": ["A", "A", "A", "B", "B"],
            "besok": ["1", "1", "2", "1", None],  # the first visit to B is not the first to A
            "a": ["ja", "ja", "nej", "ja", "ja"],
            "b": ["ja", "nej", "ja", "ej tillämpligt", "nej"],
            "r": ["2"] * 5,
        }
    )
    visits, _ = code_visits(cells, CHECKLIST, "after", unit="enhet", visit="besok")
    _, area, *_ = parts_of(CHECKLIST)
    assert (visits.n, visits.judgements) == (4, 5)
    assert visits.of_visits(visits.units).tolist() == ["A", "A", "B", "B"]
    assert visit_scores(visits, area).tolist() == [0.75, 0.5, 1.0, 0.5]
    some = visits.taken(np.array([False, True, True, False, True]))
    assert (some.n, visit_scores(some, area).tolist()) == (3, [0.5, 0.5, 0.5])


def test_the_lowest_rating_fails_what_is_critical():
    visits = coded(enhet=["A", "B"], a=["ja", "ja"], b=["ja", "ja"], r=["1", "2"])
    assert visit_scores(visits, parts_of(CHECKLIST)[0]).tolist()[0] == 0.0
    assert failing(visits).tolist() == [True, False]
