import numpy as np

from effektmatt.core import About, Change, Estimate, Evidence, GroupChange, Linkage, Unit
from effektmatt.data.by_group import (
    about_group,
    changed_outcomes,
    group_outcomes,
    groups_of,
    members_of,
    shown_groups,
    unknown_groups,
)

LABELS = np.array(["Orust", None, "Borås", "Orust"], dtype=object)


def _estimate(value: float) -> Estimate:
    return Estimate(measure="share", value=value, unit=Unit.SHARE, n=9, evidence=Evidence.PROCESS, method="none")


def test_members_are_told_apart_and_the_groups_stand_in_alphabetical_order():
    members = members_of(LABELS)
    assert list(members) == ["Borås", "Orust"]
    assert members["Orust"].tolist() == [True, False, False, True]


def test_a_group_has_its_own_population_and_nothing_else_of_its_own():
    about = About(level=0.9, population=40, population_by_group={("kommun", "Orust"): 12}, self_selected=False)
    group = about_group(about, "kommun", "orust")
    assert group.population == 12
    assert (group.level, group.self_selected, group.hide) == (0.9, False, about.hide)
    assert about_group(about, "kon", "Orust").population is None


def test_whose_group_is_not_known_is_counted():
    notes = unknown_groups({"kommun": LABELS, "kon": np.array(["man"] * 4, dtype=object)})
    assert [(note.code, note.values) for note in notes] == [("group-unknown", {"by": "kommun", "n": 1})]


def test_a_group_that_is_too_small_in_one_wave_is_hidden_in_all():
    sizes = {"Orust": (9, 30), "Tranemo": (4, 30), "Borås": (30, 6), "Lerum": (40, 3), "Ale": (50, 50)}
    shown = shown_groups(sizes, lambda both: both, smallest=5)
    # before: Tranemo, and Orust that it could be worked out with; after: Lerum, and Borås for the same reason
    assert shown == {"Orust": None, "Tranemo": None, "Borås": None, "Lerum": None, "Ale": (50, 50)}


def test_each_group_of_each_column_has_its_rows_and_its_own_population():
    about = About(population=40, population_by_group={("kommun", "borås"): 12})
    rows, own = groups_of({"kommun": LABELS}, about)["kommun"]["Borås"]
    assert (rows.tolist(), own.population) == ([False, False, True, False], 12)


def test_what_changed_in_a_group_becomes_its_outcome_and_nothing_where_it_is_hidden():
    groups = [GroupChange(by="kommun", group="Orust", change=7.0), GroupChange(by="kommun", group="Ale", change=None)]
    shown, hidden = changed_outcomes(groups, lambda value: (_estimate(value), None))
    assert (shown.group, shown.estimate, shown.hidden) == ("Orust", _estimate(7.0), False)
    assert (hidden.group, hidden.estimate, hidden.hidden) == ("Ale", None, True)


def test_of_a_hidden_group_nothing_is_computed():
    asked = []

    def found(group: str, n: int) -> tuple[Estimate, Change | None]:
        asked.append(group)
        change = Change(before=_estimate(0), after=_estimate(n), difference=_estimate(n), linkage=Linkage.PAIRED)
        return _estimate(n), change

    one, other = group_outcomes("kommun", {"Orust": None, "Borås": 7}, found)
    assert asked == ["Borås"]
    assert (one.by, one.group, one.estimate, one.change, one.hidden) == ("kommun", "Orust", None, None, True)
    assert other.estimate == _estimate(7)
    assert other.change is not None
    assert not other.hidden
