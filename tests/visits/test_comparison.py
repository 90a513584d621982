import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from effektmatt.core import Hide, Linkage, Note
from effektmatt.errors import InputFaults
from effektmatt.stats.clusters import UnitSums, cluster_robust_contrast
from effektmatt.stats.sign_flip import sign_flip
from effektmatt.visits import unit_results
from effektmatt.visits.checklist import Checklist
from effektmatt.visits.compare import compare_visits
from visits.made import CHECKLIST, ITEMS, UNITS, visits

CASE = Path(__file__).parents[1] / "reference" / "10-mumbai-standardised-patients"
REFERENCE = {entry["id"]: entry["value"] for entry in json.loads((CASE / "reference.json").read_text())["results"]}
GOOD = [f"g{number}" for number in range(1, 11)]
ASKED = [*GOOD, "correct", "dr_1"]


@pytest.fixture(scope="module")
def clinics():
    return pd.read_csv(CASE / "data.csv")


@pytest.fixture(scope="module")
def sectors(clinics):
    """The two kinds of clinics as if they were two waves: no clinic is in both."""
    checklist = Checklist.of(ASKED, ratings={"g11": range(1, 11)}, yes=["1"], no=["0"], not_applicable=[])
    private, public = clinics[clinics["public"] == 0], clinics[clinics["public"] == 1]
    return compare_visits(private, public, checklist=checklist, unit="qutub_id", visitor="sp_id")


@pytest.mark.parametrize("item", ["g1", "g6", "g7", "g8", "g9", "g10", "correct", "dr_1"])
def test_units_that_differ_as_in_r(sectors, item):
    known, change = REFERENCE[item], sectors.part(item=item).change
    assert change.linkage is Linkage.INDEPENDENT
    assert change.difference.value == pytest.approx(known["diff_public_minus_private"], rel=1e-10)
    expected = known["CR2_satterthwaite"]
    assert change.difference.std_error == pytest.approx(expected["se"], rel=1e-9)
    assert change.difference.interval.low == pytest.approx(expected["low"], rel=1e-9)
    assert change.difference.interval.high == pytest.approx(expected["high"], rel=1e-9)
    assert change.difference.p_value == pytest.approx(expected["p"], rel=1e-8)
    for estimate, sector in ((change.before, "private"), (change.after, "public")):
        assert estimate.value == pytest.approx(known[sector]["svyciprop_logit"]["p"], rel=1e-7)
        assert estimate.interval.low == pytest.approx(known[sector]["svyciprop_logit"]["low"], rel=1e-6)


def test_units_resemble_themselves_as_in_r(clinics):
    for item in ("g1", "g6", "g7"):
        checklist = Checklist.of([item], yes=["1"], no=["0"], not_applicable=[])
        private, public = clinics[clinics["public"] == 0], clinics[clinics["public"] == 1]
        found = compare_visits(private, public, checklist=checklist, unit="qutub_id")
        for wave, sector in ((found.before, "private"), (found.after, "public")):
            assert wave.icc.value == pytest.approx(REFERENCE[item][f"icc_anova_within_{sector}"], rel=1e-9)


def test_visitors_take_half_of_a_difference_of_ratings(clinics):
    """The reference models visitors as random (0.61 becomes 0.31); an effect for each gives nearly the same."""
    checklist = Checklist.of([], ratings={"g11": range(1, 11)})
    private, public = clinics[clinics["public"] == 0], clinics[clinics["public"] == 1]
    found = compare_visits(private, public, checklist=checklist, unit="qutub_id", visitor="sp_id")
    steps = 9  # a rating from 1 to 10 is counted from 0 to 1
    assert found.overall.change.difference.value * steps == pytest.approx(
        REFERENCE["g11_rating_1_10"]["diff"], rel=1e-12
    )
    known = REFERENCE["g11_visitor_variance"]
    assert abs(found.adjusted.value * steps - known["diff"]) < 0.25 * known["se"]
    assert found.adjusted.std_error * steps == pytest.approx(known["se"], rel=0.2)
    unknown = {"wave": "before", "n": REFERENCE["visits_without_visitor_id"]}
    assert Note(code="visitor-unknown", values=unknown) in found.notes


def test_the_courtesy_index_with_reversed_items(clinics):
    """Rows with all ten answers, as in the reference; a row with fewer is otherwise scored by what it has."""
    complete = clinics.dropna(subset=GOOD)
    checklist = Checklist.of(GOOD, yes=["1"], no=["0"], not_applicable=[], reversed=["g1", "g2", "g3"])
    private, public = complete[complete["public"] == 0], complete[complete["public"] == 1]
    change = compare_visits(private, public, checklist=checklist, unit="qutub_id").overall.change
    known = REFERENCE["courtesy_index"]
    assert change.before.value == pytest.approx(known["mean_private"], rel=1e-12)
    assert change.after.value == pytest.approx(known["mean_public"], rel=1e-12)
    assert change.difference.value == pytest.approx(known["diff"], rel=1e-10)


def test_the_same_units_are_compared_with_themselves():
    before, after = visits(UNITS, 0.5, seed=1), visits(UNITS, 0.65, seed=2)
    found = compare_visits(before, after, checklist=CHECKLIST, visitor="vem")
    met = [(cells[ITEMS] == "ja").mean(axis=1).groupby(cells["enhet"]).mean() for cells in (before, after)]
    difference = (met[1] - met[0]).to_numpy()
    estimate = found.overall.change.difference
    assert (found.linkage, found.overall.units) == (Linkage.PAIRED, 20)
    assert estimate.value == pytest.approx(difference.mean())
    assert (found.overall.change.before.value, found.overall.change.after.value) == pytest.approx(
        (met[0].mean(), met[1].mean())
    )
    assert estimate.interval.low < 0.15 < estimate.interval.high
    assert estimate.interval.method == "t-units-paired"
    assert found.test.p_value == sign_flip(difference).p_value
    assert [note.code for note in estimate.assumptions] == ["visits-show-what-is-usual"]
    assert [rival.measure for rival in estimate.rivals] == ["visit-score-difference-adjusted"]
    assert [part.label for part in found.areas] == ["Möte", "Lokal"]
    assert len(found.items) == len(ITEMS)
    reversed_in_time = compare_visits(after, before, checklist=CHECKLIST, visitor="vem").overall.change
    assert reversed_in_time.difference.value == pytest.approx(-estimate.value)


def test_strict_visitors_are_allowed_for():
    """The visitors after are stricter by 0.25 than those of before, who also judge a little after."""
    strict = {"S1": 0.25, "S2": 0.25}
    before = visits(UNITS, 0.55, each=6, seed=3, visitors=("B1", "B2", "S1"), strict=strict)
    after = visits(UNITS, 0.70, each=6, seed=4, visitors=("S1", "S2", "B1"), strict=strict)
    found = compare_visits(before, after, checklist=CHECKLIST, visitor="vem")
    assert found.overall.clustered.value < 0.10
    assert found.adjusted.value == pytest.approx(0.15, abs=0.04)
    assert found.adjusted.interval.low < 0.15 < found.adjusted.interval.high
    assert [one.number for one in found.visitors] == [1, 2, 3, 4]
    assert "S1" not in repr(found)


def test_visitors_who_differ_between_the_waves_are_an_assumption():
    before = visits(UNITS, 0.5, visitors=("B1", "B2"))
    after = visits(UNITS, 0.6, visitors=("C1", "C2"), seed=2)
    found = compare_visits(before, after, checklist=CHECKLIST, visitor="vem")
    assert found.adjusted is None
    assert [note.code for note in found.overall.change.difference.assumptions] == [
        "visits-show-what-is-usual",
        "visitors-judge-alike",
    ]
    level = [note.code for note in found.overall.change.after.assumptions]
    assert level == ["visits-show-what-is-usual", "others-judge-alike"]  # a level compares nothing
    unknown = compare_visits(before, after, checklist=CHECKLIST)
    assert unknown.overall.change.difference.assumptions[1].code == "unknown-visitors-judge-alike"
    assert unknown.visitors == ()


def test_no_common_units():
    before, after = visits(UNITS[:10], 0.5), visits(UNITS[10:], 0.6, seed=2)
    found = compare_visits(before, after, checklist=CHECKLIST)
    assert found.linkage is Linkage.INDEPENDENT
    assert found.test is None
    assert found.overall.change.difference == found.overall.clustered
    assert Note(code="units-differ", values={"units": 0, "of": 20, "left": 20}) in found.notes
    assert all(unit.difference is None for unit in found.units)


def test_some_common_units():
    before, after = visits(UNITS[:14], 0.5), visits(UNITS[4:], 0.6, seed=2)
    paired = compare_visits(before, after, checklist=CHECKLIST)
    assert (paired.linkage, paired.overall.units) == (Linkage.PAIRED, 10)
    assert Note(code="units-compared", values={"units": 10, "of": 20, "left": 10}) in paired.notes
    apart = compare_visits(visits(UNITS[:12], 0.5), after.iloc[16:], checklist=CHECKLIST)
    assert apart.linkage is Linkage.INDEPENDENT


def test_the_cluster_robust_change_is_that_of_the_kernel():
    before, after = visits(UNITS[:12], 0.5, each=3), visits(UNITS[6:], 0.6, seed=2)
    found = compare_visits(before, after, checklist=CHECKLIST)
    n, total = np.zeros((20, 2)), np.zeros((20, 2))
    for column, cells in ((0, after), (1, before)):
        for unit, met in zip(cells["enhet"], (cells[ITEMS] == "ja").mean(axis=1), strict=True):
            n[UNITS.index(unit), column] += 1
            total[UNITS.index(unit), column] += met
    expected = cluster_robust_contrast(UnitSums(n=n, total=total), (1, -1))
    assert found.overall.clustered.std_error == pytest.approx(expected.std_error)


def test_one_unit_has_values_and_no_interval():
    before, after = visits(["Enhet A"], 0.5, each=6), visits(["Enhet A"], 0.7, each=6, seed=2)
    found = compare_visits(before, after, checklist=CHECKLIST)
    change = found.overall.change
    assert change.difference.value is not None
    assert change.difference.interval is None
    assert change.difference.notes[0].code == "too-few-units"
    assert found.units[0].difference.interval is not None  # of the unit itself, over its visits


def test_one_visit_per_unit_hides_every_unit():
    before, after = visits(UNITS, 0.5, each=1), visits(UNITS, 0.6, each=1, seed=2)
    found = compare_visits(before, after, checklist=CHECKLIST)
    assert found.overall.change.difference.interval is not None
    assert found.before.icc is None
    for unit in found.units:
        assert unit.before.hidden
        assert unit.before.score is None
        assert unit.before.areas == (None, None)
        assert unit.difference is None


def test_a_unit_visited_once_cannot_be_worked_out_from_the_others():
    cells = visits(UNITS[:5], 0.5)
    once = pd.concat([cells[cells["enhet"] != "Enhet A"], cells[cells["enhet"] == "Enhet A"].head(1)])
    found = compare_visits(once, cells, checklist=CHECKLIST)
    hidden = [unit.unit for unit in found.units if unit.before.hidden]
    assert "Enhet A" in hidden
    assert len(hidden) == 2


def test_nothing_applied():
    cells = visits(UNITS[:4], 0.5)
    cells[ITEMS] = "ej tillämpligt"
    found = compare_visits(visits(UNITS[:4], 0.5), cells, checklist=CHECKLIST)
    assert found.overall.change.after.value is None
    assert found.overall.change.after.notes[0].code == "no-visits-scored"
    assert found.overall.change.difference.value is None
    assert Note(code="nothing-applied", values={"wave": "after", "n": 16}) in found.notes


def test_everything_met_everywhere():
    cells = visits(UNITS[:4], 0.5)
    cells[ITEMS] = "ja"
    found = compare_visits(cells, cells, checklist=CHECKLIST).overall.change
    assert found.after.value == 1.0
    assert found.after.interval.low < 0.5  # four units have been seen
    assert found.difference.value == 0.0
    assert found.difference.interval is None
    assert found.difference.notes[0].code == "units-alike"


def test_units_average_to_the_whole_where_some_visits_are_judged_by_two():
    rng = np.random.default_rng(3)
    waves = []
    for seed, share in ((1, 0.5), (2, 0.65)):
        cells = visits(UNITS[:8], share, seed=seed)
        cells["besok"] = np.arange(len(cells)).astype(str)
        again = cells.iloc[::5].assign(vem="B9", **{item: rng.choice(["ja", "nej"]) for item in ITEMS})
        waves.append(pd.concat([cells, again]))
    found = compare_visits(*waves, checklist=CHECKLIST, visitor="vem", visit="besok")
    assert (found.before.visits, found.before.judgements) == (32, 39)
    assert found.overall.change.difference.n == 64
    for wave in ("before", "after"):
        units = [getattr(unit, wave) for unit in found.units]
        assert np.mean([unit.score.value for unit in units]) == pytest.approx(getattr(found.overall.change, wave).value)
        for place, area in enumerate(found.areas):
            assert np.mean([unit.areas[place] for unit in units]) == pytest.approx(getattr(area.change, wave).value)
    assert np.mean([unit.difference.value for unit in found.units]) == pytest.approx(
        found.overall.change.difference.value
    )


def test_a_unit_visited_once_by_two_is_hidden():
    once = pd.concat([visits(["Enhet A"], 0.5, each=1)] * 2).assign(besok="1")
    others = visits(UNITS[1:6], 0.5).assign(besok=np.arange(20).astype(str))
    cells = pd.concat([once, others])
    found = compare_visits(cells, cells, checklist=CHECKLIST, visit="besok")
    assert found.units[0].before.hidden
    assert found.units[0].before.visits == 1


def test_groups_of_units_and_those_too_small():
    cells = visits(UNITS, 0.5)
    later = visits(UNITS, 0.6, seed=2)
    for frame in (cells, later):
        kinds = dict(zip(UNITS, ["Bibliotek"] * 10 + ["Museum"] * 9 + ["Kulturskola"], strict=True))
        frame["slag"] = frame["enhet"].map(kinds)
        frame.loc[frame.index[:1], "slag"] = None
    found = compare_visits(cells, later, checklist=CHECKLIST, by=["slag"], hide=Hide(means=5))
    by_name = {group.group: group for group in found.groups}
    assert by_name["Kulturskola"].hidden
    assert by_name["Kulturskola"].change is None
    assert sum(group.hidden for group in found.groups) == 2
    assert by_name["Bibliotek"].hidden or by_name["Bibliotek"].change.overall.units == 10
    assert Note(code="visits-without-group", values={"by": "slag", "n": 2}) in found.notes


def test_rows_of_the_frame_are_checked():
    with pytest.raises(InputFaults) as raised:
        compare_visits(
            visits(UNITS[:2], 0.5).assign(p0="kanske"), visits(["Enhet Å"], 0.5), checklist=CHECKLIST, units=UNITS
        )
    assert [(fault.code, fault.file) for fault in raised.value.faults] == [
        ("checklist-answer-outside", "before"),
        ("unit-unknown", "after"),
    ]


def test_all_in_one_frame():
    rows = compare_visits(visits(UNITS, 0.5), visits(UNITS, 0.6), checklist=CHECKLIST, visitor="vem").to_frame()
    assert {"estimate", "conf_low", "conf_high", "n", "method", "part", "unit_visited"} <= set(rows.columns)
    assert set(rows["moment"]) == {"before", "after", "difference", "effect", "clustered", "adjusted"}
    assert not rows["unit_visited"].astype(str).str.startswith("B").any()


def test_a_unit_visited_a_few_times_has_an_approximate_interval():
    scores = np.array([1.0, 0.5, 1.0, 0.75])
    found = unit_results._difference(scores, scores[::-1] - 0.25, 0.95)
    assert found.notes == (Note(code="interval-approximate", values={"n": 4, "enough": 10}),)
