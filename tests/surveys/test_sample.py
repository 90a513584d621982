"""The sample project's surveys: the planted truth is found again."""

import json

import pytest

from effektmatt.core import About
from effektmatt.data.linking import link
from effektmatt.data.reading import read_table
from effektmatt.data.repeated import resolve_repeated
from effektmatt.surveys.answers import code_answers
from effektmatt.surveys.change_outcomes import share_change_outcome
from effektmatt.surveys.improved_outcome import share_improved_outcome
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.waves import Waves

ANSWERS = ["Stämmer inte alls", "Stämmer dåligt", "Varken eller", "Stämmer ganska bra", "Stämmer helt"]
NO_ANSWER = ["Vet ej", "9"]
TOOLS = Scale.of(["v1", "v2", "v3", "v4", "v5"], ANSWERS, id="verktyg", reversed=["v4"], not_an_answer=NO_ANSWER)
THREE = [Scale.of([f"{one}{i}" for i in (1, 2, 3)], ANSWERS, id=one, not_an_answer=NO_ANSWER) for one in "btj"]


@pytest.fixture(scope="module")
def truth(sample_folder):
    return json.loads((sample_folder / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def waves_of(sample_folder):
    frames = []
    for name in ("enkat_fore.csv", "enkat_efter.csv"):
        frame = read_table(sample_folder / name, shown_as=name).frame
        frames.append(resolve_repeated(frame, key=["kommun", "kod"], rule="latest", order="svarsdatum").frame)
    linked = link(*frames, code="kod", within=["kommun"])

    def waves(scale):
        coded = [code_answers(frame, scale, wave)[0] for frame, wave in zip(frames, ("before", "after"), strict=True)]
        return Waves(before=coded[0], after=coded[1], pairs=(linked.before, linked.after))

    return waves


def test_one_scale(waves_of, truth):
    expected = truth["enkat"]["delmal-1"]
    outcome = share_improved_outcome([waves_of(TOOLS)], about=About(population=expected["population"]))
    any_rise, step, _ = outcome.detail.improvements
    assert (any_rise.improved, any_rise.n) == (expected["improved_among_linked"], expected["linked_with_scores"])
    assert (step.improved, any_rise.at_ceiling) == (expected["one_step_among_linked"], expected["at_ceiling_before"])
    interval = outcome.estimate.interval
    assert interval.low <= expected["share_in_population"] <= interval.high


def test_an_index_of_three_scales(waves_of, truth):
    expected = truth["enkat"]["delmal-4"]
    outcome = share_improved_outcome(
        [waves_of(scale) for scale in THREE], combine="index", about=About(population=expected["population"])
    )
    assert (outcome.estimate.hits, outcome.estimate.n) == (
        expected["improved_among_linked"],
        expected["linked_with_scores"],
    )
    assert outcome.detail.improvements[0].at_ceiling == expected["at_ceiling_before"]
    interval = outcome.estimate.interval
    assert interval.low <= expected["share_in_population"] <= interval.high


def test_the_item_that_is_put_the_other_way_round_is_found_when_the_plan_forgets_it(waves_of):
    forgotten = Scale.of([item.id for item in TOOLS.items], ANSWERS, not_an_answer=NO_ANSWER)
    (both,) = (note for note in share_improved_outcome([waves_of(forgotten)]).notes if "item" in note.values)
    assert (both.values["item"], both.values["others"]) == ("v4", 1)


def test_citizens(sample_folder, truth):
    scale = Scale.of(["bemotande"], ["1", "2", "3", "4", "5"], not_an_answer=["9"])
    coded = []
    for wave, name in (("before", "medborgare_fore.xlsx"), ("after", "medborgare_efter.xlsx")):
        answers, faults = code_answers(read_table(sample_folder / name, shown_as=name).frame, scale, wave)
        assert faults == ()
        assert answers.n == truth["medborgare"][wave]["answered"]
        coded.append(answers)
    outcome = share_change_outcome(Waves(before=coded[0], after=coded[1]), top=2, reading="relative")
    assert outcome.change.before.hits == truth["medborgare"]["before"]["four_or_five"]
    assert outcome.change.after.hits == truth["medborgare"]["after"]["four_or_five"]
    assert outcome.estimate.value == pytest.approx(truth["medborgare"]["relative_change"], rel=1e-12)
