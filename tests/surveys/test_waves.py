import numpy as np
import pandas as pd
import pytest

from effektmatt.core import Linkage, Note
from effektmatt.surveys.answers import code_answers
from effektmatt.surveys.scale import Scale
from effektmatt.surveys.waves import Waves

SCALE = Scale.of(["q"], ["1", "2", "3", "4", "5"])


def answers(wave, cells, **groups):
    frame = pd.DataFrame({"q": cells, **groups}, dtype=object)
    return code_answers(frame, SCALE, wave, by=list(groups))[0]


def linked():
    return Waves(
        before=answers("before", ["1", "2", "3", "4"], kommun=["Orust", "orust", "Tranemo", None]),
        after=answers("after", ["5", "4", "3", "2"], kommun=["Orust", "Tranemo", "Orust", "Orust"]),
        pairs=(np.array([0, 2, 3]), np.array([2, 1, 0])),
    )


def test_linked_people_stand_row_by_row():
    before, after = linked().linked
    assert before.numbers[:, 0].tolist() == [1, 3, 4]
    assert after.numbers[:, 0].tolist() == [3, 4, 5]


def test_a_group_holds_its_people_in_both_waves_and_the_links_between_them():
    waves, notes = linked().settled()
    assert notes == ()
    assert waves.groups("kommun") == ("Orust", "Tranemo")
    orust = waves.of_group("kommun", "Orust")
    assert (orust.before.n, orust.after.n) == (3, 3)  # the one without a group before has one after
    before, after = orust.linked
    assert (before.numbers[:, 0].tolist(), after.numbers[:, 0].tolist()) == ([1, 4], [3, 5])
    tranemo = waves.of_group("kommun", "Tranemo").linked
    assert [one.numbers[:, 0].tolist() for one in tranemo] == [[3], [4]]


def test_groups_are_a_partition_of_those_whose_group_is_known():
    waves, _ = linked().settled()
    parts = [waves.of_group("kommun", group) for group in waves.groups("kommun")]
    assert sum(part.before.n for part in parts) == 4
    assert sum(part.after.n for part in parts) == 4
    assert sum(part.pairs[0].size for part in parts) == 3


def test_who_has_another_group_after_keeps_the_one_given_before():
    waves, notes = Waves(
        before=answers("before", ["1", "2"], kon=["kvinna", "man"]),
        after=answers("after", ["3", "4"], kon=["Kvinna", "kvinna"]),
        pairs=(np.array([0, 1]), np.array([0, 1])),
    ).settled()
    assert [(note.code, dict(note.values)) for note in notes] == [
        ("group-differs-between-waves", {"by": "kon", "n": 1})
    ]
    assert waves.of_group("kon", "man").after.n == 1


def test_a_wave_that_lacks_a_column_takes_it_from_those_linked():
    waves, _ = Waves(
        before=answers("before", ["1", "2"], kon=["kvinna", "man"]),
        after=answers("after", ["3", "4"]),
        pairs=(np.array([0]), np.array([1])),
    ).settled()
    assert waves.of_group("kon", "kvinna").after.numbers[:, 0].tolist() == [4]


def test_without_pairs_the_waves_are_independent():
    waves = Waves(before=answers("before", ["1"]), after=answers("after", ["2"]))
    assert (waves.linkage, waves.linked) == (Linkage.INDEPENDENT, None)


@pytest.mark.parametrize(
    ("before", "after", "missing"), [(["1"], ["2"], None), (["1"], None, "after"), ([None], ["2"], "before")]
)
def test_a_wave_without_answers_is_named(before, after, missing):
    waves = Waves(
        before=answers("before", before), after=None if after is None else answers("after", after), pairs=None
    )
    reason = None if missing is None else Note(code="wave-without-answers", values={"wave": missing})
    assert waves.without_answers == reason


def test_waves_of_two_scales_are_refused():
    other = code_answers(pd.DataFrame({"q": ["1"]}), Scale.of(["q"], ["1", "2"], id="other"), "after")[0]
    with pytest.raises(ValueError, match="one scale"):
        Waves(before=answers("before", ["1"]), after=other)
