"""A frame names charts after their goal, and puts chart and table together."""

from charts.framed import framed
from effektmatt.charts.canvas import Canvas
from effektmatt.wording.text_table import Column


class Nothing:
    def draw(self):
        return Canvas()


def drawn(frame):
    table = frame.table(["a"], Column("n", str.upper))
    return frame.chart("groups", title="T", alt=["Ett.", "Två."], table=table, drawing=Nothing())


def test_a_chart_of_a_goal_is_named_after_it_and_one_by_itself_by_what_it_shows():
    assert drawn(framed()).name == "groups"
    assert drawn(framed().of("groups")).name == "groups"
    assert drawn(framed(name="goal-1").of("before-after")).name == "goal-1-before-after"


def test_only_a_titled_chart_begins_with_the_goals_title():
    goal = framed(name="goal-1", title="Validering")
    assert goal.of("groups").title is None
    assert goal.of("groups", titled=True).title == "Validering"


def test_the_alternative_text_is_its_sentences():
    assert drawn(framed()).alt == "Ett. Två."


def test_what_two_points_mean_is_told_after_other_notes_and_only_where_they_stand():
    plain, hidden = (
        framed().table(["a"], Column("n", str.upper), notes=["Först."], hidden=some) for some in (False, True)
    )
    assert plain.note == "Först."
    assert hidden.note is not None
    assert hidden.note.startswith("Först. Två punkter")
    assert framed().table(["a"], Column("n", str.upper)).note is None
