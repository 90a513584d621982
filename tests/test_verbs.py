"""The verbs of the front door as an analyst meets them: what they say, refuse and never ignore in silence."""

import copy
import datetime as dt
import pickle

import numpy as np
import pandas as pd
import pytest

import effektmatt as em

SCALE = em.Scale.of(["q1", "q2"], ["Nej", "Delvis", "Ja"], label="Trygghet")
ANSWERS = pd.DataFrame(
    {"kod": [f"k{place}" for place in range(12)], "q1": ["Nej", "Delvis", "Ja"] * 4, "q2": ["Nej", "Ja", "Ja"] * 4}
)
LATER = ANSWERS.assign(q1=["Delvis", "Ja", "Ja"] * 4)
VISITS = pd.DataFrame({"enhet": list("AABBCC"), "hej": ["ja", "nej"] * 3})
CASES = pd.DataFrame({"inkom": pd.date_range("2013-01-01", periods=60)})
CASES["klart"] = CASES["inkom"] + pd.to_timedelta([5, 9] * 30, "D")
HALVES = {"vinter": ("2013-01-01", "2013-01-20"), "vår": ("2013-01-21", "2013-03-01")}
USES = pd.DataFrame({"vem": list("abcd") * 20, "dag": pd.date_range("2025-01-06", periods=80)})


def surveys(**more):
    return em.compare_surveys(ANSWERS, LATER, **{"key": "kod", "scale": SCALE, **more})


def times(cases=CASES, **more):
    given = {"opened": "inkom", "closed": "klart", "periods": HALVES, "as_of": "2013-05-01", "within_days": 40}
    return em.compare_handling_times(cases, **{**given, **more})


@pytest.fixture(scope="module")
def evaluation(sample_folder):
    return em.evaluate(sample_folder)


# ---- what is shown -----------------------------------------------------------------------------------------------


def test_the_front_door_shows_its_names_only():
    assert dir(em) == sorted(em.__all__)


def test_an_evaluation_prints_on_one_screen(evaluation):
    lines = str(evaluation).replace("\xa0", " ").splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 100
    assert lines[0] == "Den nya administratören"
    assert "Ej uppnått              Validering: 87,8 % (mål: minst 95 %)" in lines
    assert "  Uppnått               Omkring 40 sammanlagt: 41 (mål: omkring 40 (36 till 44))" in lines


@pytest.mark.parametrize(
    "made",
    [
        lambda _: surveys(by="q2"),
        lambda _: em.compare_visits(VISITS, VISITS, checklist=em.Checklist.of(["hej"])),
        lambda _: times(),
        lambda _: em.weekly_users(USES, user="vem", at="dag"),
        lambda _: em.describe(ANSWERS),
        lambda _: em.judge(surveys().share_improved, em.Target(at_least=0.8)),
        lambda _: surveys().share_improved,
        lambda evaluation: evaluation,
        lambda evaluation: evaluation["delmal-4"],
    ],
)
def test_every_result_prints_on_one_screen_and_stands_on_one_line_in_a_list(made, evaluation):
    result = made(evaluation)
    printed = str(result).splitlines()
    assert 1 <= len(printed) <= 40
    assert max(map(len, printed)) <= 100
    shown = repr([result])
    assert "\n" not in shown
    assert shown.startswith(f"[<{type(result).__name__}: ")
    assert len(shown) < 160


def test_many_goals_still_fit(evaluation):
    from dataclasses import replace

    findings = replace(evaluation.findings, goals=evaluation.findings.goals * 9)
    lines = str(em.Evaluation(findings)).splitlines()
    assert len(lines) == 40
    assert "rader till" in lines[-3]


def test_goals_in_numbers_have_a_row_for_each_part(evaluation):
    frame = evaluation.to_frame().set_index("id")
    assert list(evaluation.goals.index) == list(frame.index)
    assert frame.loc["delmal-2", "estimate"] == pytest.approx(202 / 230)
    assert frame.loc["delmal-7", ["target_low", "target_high"]].isna().tolist() == [True, False]
    assert frame.loc["delmal-7", "target_high"] == -14
    assert frame["estimate"].dtype == float
    assert np.isnan(frame.loc["delmal-3", "estimate"])


# ---- the language ------------------------------------------------------------------------------------------------


def test_a_result_speaks_the_language_its_verb_was_given_and_so_does_all_in_it():
    change = surveys(language="en")
    assert change.in_words().startswith("Trygghet: 12 answered before")
    assert "Share who improved" in change.share_improved.in_words()
    assert 'lang="en"' in change._repr_html_()
    judged = em.judge(change.share_improved, em.Target(at_least=0.1))
    assert "The target, at least 10%" in str(judged)
    assert em.chart(judged).title.endswith("probably met")
    assert "Andel" in change.share_improved.in_words("sv")
    assert surveys().in_words().startswith("Trygghet: 12 svarade före")


def test_a_result_that_was_copied_or_stored_still_speaks():
    change = surveys(language="en")
    for one in (copy.copy(change), pickle.loads(pickle.dumps(change))):
        assert one.n_linked == 12
        assert one.in_words("en") == change.in_words()


@pytest.mark.parametrize(
    "verb",
    [
        lambda **more: em.compare_surveys(ANSWERS, LATER, key="kodd", scale=SCALE, **more),
        lambda **more: em.compare_visits(VISITS, VISITS, unit="x", checklist=em.Checklist.of(["hej"]), **more),
        lambda **more: times(opened="inkomm", **more),
        lambda **more: em.weekly_users(USES, user="vemm", at="dag", **more),
        lambda **more: em.share_of(ANSWERS, {"q3": "Ja"}, **more),
        lambda **more: em.count_of(ANSWERS, {"q3": "Ja"}, **more),
        lambda **more: em.mean_of(ANSWERS, "q3", **more),
    ],
)
def test_faults_are_told_in_the_language_that_was_asked_for(verb):
    with pytest.raises(em.InputFaults, match="The column is not in the file"):
        verb(language="en")
    with pytest.raises(em.InputFaults, match="Kolumnen finns inte i filen"):
        verb()
    with pytest.raises(ValueError, match='language must be "sv" or "en"; got \'fr\''):
        verb(language="fr")


def test_an_evaluation_speaks_its_language_everywhere(sample_folder, tmp_path):
    english = em.evaluate(sample_folder, language="en")
    assert "Probably met" in str(english)
    assert "answered both times" in str(english["delmal-1"])
    assert "per cent confidence" in english["delmal-1"].fulfilment.estimate.in_words()
    with pytest.raises(em.InputFaults, match="There is no plan"):
        em.evaluate(tmp_path, language="en")


# ---- what is refused ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (
            lambda: em.judge(surveys().share_improved, 0.8),
            r"target must be a Target, such as Target\(at_least=0.80\); got float 0.8",
        ),
        (lambda: em.judge(0.8, em.Target(at_least=0.8)), "estimate must be an Estimate, such as change.share_improved"),
        (lambda: surveys(hide=5), r"hide must be a Hide, such as Hide\(means=5, distributions=8\); got int 5"),
        (lambda: surveys(level="95"), "level must be a number, such as 0.95"),
        (lambda: surveys(population="12"), "population must be a whole number, such as 140"),
        (lambda: surveys(population=True), "population must be a whole number, such as 140"),
        (lambda: surveys(scale="q1"), "scale must be a Scale, such as Scale.of"),
        (lambda: surveys(by=5), "names are given as"),
        (lambda: em.compare_surveys("fore.csv", LATER, scale=SCALE), "rows are a dataframe.*got 'fore.csv'"),
        (lambda: em.describe("fore.csv"), "rows are a dataframe"),
        (lambda: em.Scale.of([1, 2], [1, 2, 3]), 'an item must be text or an Item, such as "q1"'),
        (lambda: em.Scale.of(["q1"], "123"), "answers is a list from lowest to highest"),
        (
            lambda: em.compare_visits(VISITS, VISITS, checklist=["hej"]),
            "checklist must be a Checklist, such as",
        ),
        (lambda: times(as_of=None), "as_of is a day"),
        (lambda: times(periods={**HALVES, "vår": ("2013-02-01", None)}), r"periods\['vår'\] is a day"),
        (lambda: times(within_days="40"), "within_days must be a whole number, such as 60"),
        (lambda: times(limits=30), r"limits must be a list, such as \[30, 60\]"),
        (lambda: em.weekly_users(USES, user="vem", at="dag", rebase=3), "rebase is a day"),
        (lambda: em.mean_of(ANSWERS, ["q1"]), 'column must be text, such as "timmar"'),
        (lambda: em.share_of(ANSWERS, "q1"), "where must be a Mapping, such as"),
    ],
)
def test_what_cannot_be_meant_is_told_with_what_was_expected(wrong, said):
    with pytest.raises(TypeError, match=said):
        wrong()


def test_a_goal_is_asked_for_by_its_id(evaluation):
    with pytest.raises(TypeError, match=r'a goal must be text, such as the id in evaluation\["delmal-1"\]; got int 0'):
        evaluation[0]


def test_columns_of_the_same_name_are_a_fault():
    twice = pd.concat([ANSWERS, ANSWERS[["q1"]]], axis=1)
    with pytest.raises(em.InputFaults, match="2 kolumner heter likadant"):
        em.compare_surveys(twice, LATER, scale=SCALE)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (lambda: surveys(population=10), "population is how many could have answered, and 12 did before; got 10"),
        (lambda: surveys(top=9), "top lies between 1 and 2, for there are 3 answers; got 9"),
        (lambda: surveys(top=3), "top lies between 1 and 2"),
        (lambda: surveys(key=None, within="q1"), "there is no key"),
        (lambda: surveys(population_by_group={("q1", "Ja"): 9}), "names groups that `by` does not give"),
        (lambda: surveys(by="q1", population_by_group={("q1", "Jaa"): 9}), r"\('q1', 'Jaa'\)"),
        (lambda: em.weekly_users(USES, user="vem", at="dag", first="2025-03-01", last="2025-02-01"), "before first"),
        (lambda: em.share_of(ANSWERS, {"q1": "Ja"}, population=10), "the table tells of 12; got 10"),
        (lambda: em.mean_of(pd.DataFrame({"t": [1, 2, 3]}), "t", population=2), "3 were measured; got 2"),
    ],
)
def test_nothing_that_is_given_is_ignored_in_silence(wrong, said):
    with pytest.raises(ValueError, match=said):
        wrong()


def test_cases_that_do_not_count_and_marks_that_are_not_shown_are_told():
    some = CASES.assign(klart=CASES["klart"].where(CASES.index > 2, pd.Timestamp("2012-01-01")))
    assert "3 ärenden räknas inte: 3 avslutades före öppningsdagen." in times(some).in_words()
    none = times(CASES.assign(klart="2012-01-01"))
    assert "vinter: inga ärenden. vår: inga ärenden. 60 ärenden räknas inte: 60 avslutades före" in none.in_words()
    assert "alla avslutade" not in times(CASES.iloc[:0]).in_words()
    marked = em.weekly_users(USES, user="vem", at="dag", marks={"Start": "2035-02-01"})
    assert "”Start”, 1 februari 2035, ligger utanför" in marked.in_words()
    inside = em.weekly_users(USES, user="vem", at="dag", marks={"Start": "2025-02-03"})
    assert "mark-outside-log" not in {note.code for note in inside.notes}


def test_days_may_be_dates_times_or_text():
    told = [
        em.weekly_users(USES, user="vem", at="dag", rebase=day).rebase
        for day in ("2025-02-03", dt.date(2025, 2, 3), pd.Timestamp("2025-02-03 12:00"), np.datetime64("2025-02-03"))
    ]
    assert told == [dt.date(2025, 2, 3)] * 4


# ---- plain shares, numbers and means -----------------------------------------------------------------------------


def test_a_share_has_the_exact_interval():
    """R: binom.test(46, 50)$conf.int = 0.8076572 0.9777720."""
    share = em.share_of(pd.DataFrame({"svar": ["Ja"] * 46 + ["Nej"] * 4 + [None] * 3}), {"svar": "ja"})
    assert (share.hits, share.n, share.method) == (46, 50, "clopper-pearson")
    assert share.interval.low == pytest.approx(0.8076572, abs=1e-7)
    assert share.interval.high == pytest.approx(0.9777720, abs=1e-7)
    assert "Clopper & Pearson 1934" in share.in_words()
    assert "3 rader saknar uppgift om ”svar”" in " ".join(str(share).split())


def test_a_share_of_everybody_is_counted_and_one_of_a_known_number_has_a_possible_range():
    """Ten of ten of twelve: at most two may fail (hypergeometric; Buonaccorsi 1987)."""
    rows = pd.DataFrame({"svar": ["Ja"] * 10})
    everybody = em.share_of(rows, {"svar": "Ja"}, population=10)
    assert (everybody.interval, everybody.method) == (None, "census")
    known = em.share_of(rows, {"svar": "Ja"}, population=12)
    assert round(known.interval.low * 12) == 11
    assert known.possible.low == pytest.approx(10 / 12)
    assert em.judge(known, em.Target(at_least=0.8)).verdict == "met"


def test_a_share_takes_limits_and_whom_it_is_about():
    rows = pd.DataFrame({"dagar": ["3", "12,5", "8", "40"], "kommun": ["Orust", "Orust", "Lerum", "Orust"]})
    share = em.share_of(rows, {"dagar": {"at_most": 12.5}}, among={"kommun": "orust"})
    assert (share.hits, share.n) == (2, 3)


def test_a_count_is_counted_and_says_what_is_not_known():
    rows = pd.DataFrame({"roll": ["ambassadör", "chef", None]})
    count = em.count_of(rows, {"roll": "Ambassadör"})
    assert (count.value, count.possible.low, count.possible.high) == (1, 1, 2)
    assert em.count_of(rows).value == 3
    assert em.judge(em.count_of(rows), em.Target(at_least=3)).verdict == "met"


def test_a_mean_has_students_interval():
    """R: t.test(c(12, 16, 14, 15, 11, 16.5))$conf.int = 11.73 to 16.44 (mean 14.08333)."""
    rows = pd.DataFrame({"timmar": ["12", "16", "14", "15", "11", "16,5", ""]})
    mean = em.mean_of(rows, "timmar")
    assert mean.value == pytest.approx(14.0833333)
    spread = np.std([12, 16, 14, 15, 11, 16.5], ddof=1) / np.sqrt(6) * 2.570581836  # qt(0.975, 5)
    assert mean.interval.low == pytest.approx(14.0833333 - spread)
    assert (mean.n, mean.method) == (6, "t")
    assert "Student 1908" in mean.in_words()
    assert em.mean_of(rows, "timmar", population=6).method == "census"


def test_plain_verbs_take_any_frame():
    import polars as pl
    import pyarrow as pa

    for rows in (
        pl.DataFrame({"t": [1.0, 2.0, None]}),
        pl.LazyFrame({"t": [1.0, 2.0, None]}),
        pa.table({"t": [1.0, 2, None]}),
    ):
        assert em.mean_of(rows, "t").value == 1.5
        assert em.share_of(rows, {"t": {"at_least": 2}}).hits == 1
        assert em.count_of(rows, {"t": {"at_least": 2}}).value == 1
