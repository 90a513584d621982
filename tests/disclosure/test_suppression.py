"""The pass on tables of its own: what is left protects, and what is hidden is needed."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from effektmatt.disclosure.figures import Cell, Figure, Limits
from effektmatt.disclosure.sensitive import isolated
from effektmatt.disclosure.suppression import leaks, least_hidden
from effektmatt.disclosure.systems import System


def figure(name, people, total, *, by="enhet", whole="mål", published=True, variable="v"):
    rows = np.asarray(people, dtype=bool)
    cell = None if name is None else Cell(part=whole) if name == "alla" else Cell(part=whole, by=by, group=name)
    return Figure(cell=cell, variable=variable, people=rows, total=float(total), published=published)


def blocks(*sizes):
    """Return one set of people for each size, beside each other."""
    owner = np.repeat(np.arange(len(sizes)), sizes)
    return [owner == place for place in range(len(sizes))]


def names(hidden):
    return {cell.group for cell in hidden}


def test_a_group_that_total_and_other_groups_leave_over_takes_another_with_it():
    small, one, other = blocks(3, 9, 14)
    figures = [
        figure("alla", small | one | other, 12),
        figure("a", small, 1, published=False),
        figure("b", one, 4),
        figure("c", other, 7),
    ]
    assert [(leak.n, leak.low, leak.high) for leak in leaks(figures)] == [(3, 1.0, 1.0)]
    assert names(least_hidden(figures)) == {"b"}


def test_who_has_no_group_is_a_group():
    women, men, unknown = blocks(11, 8, 1)
    everybody = women | men | unknown
    figures = [
        figure("alla", everybody, 9),
        figure("k", women, 5, by="kön"),
        figure("m", men, 3, by="kön"),
        figure(None, unknown, 0, published=False),
    ]
    assert names(least_hidden(figures)) == {"m"}


def test_a_municipality_less_its_departments():
    one, two, three, rest = blocks(12, 9, 3, 40)
    town = one | two | three
    figures = [
        figure("alla", town | rest, 33),
        figure("orust", town, 13, by="kommun"),
        figure("lerum", rest, 20, by="kommun"),
        figure("a1", one, 6, by="avd"),
        figure("a2", two, 5, by="avd"),
        figure("a3", three, 2, by="avd", published=False),
        figure("b1", rest, 20, by="avd"),
    ]
    hidden = least_hidden(figures)
    assert len(hidden) == 1
    assert names(hidden) & {"a1", "a2"}
    assert not list(leaks(figures, hidden=hidden))


def test_goals_that_differ_by_whom_they_concern():
    women, men = blocks(58, 3)
    figures = [
        figure("alla", women | men, 45, whole="mål 1"),
        figure("alla", women, 45, whole="mål 2"),
    ]
    assert [(leak.n, leak.high) for leak in leaks(figures)] == [(3, 0.0)]
    assert {cell.part for cell in least_hidden(figures)} == {"mål 2"}
    apart = [figures[0], figure("alla", women, 45, whole="mål 2", variable="w")]
    assert not least_hidden(apart)


def test_figures_of_each_group_tell_nothing_where_no_few_are_left_over():
    people = blocks(9, 12, 15)
    figures = [figure("alla", sum(people), 20), *(figure(str(place), one, 6) for place, one in enumerate(people))]
    assert not least_hidden(figures)


def test_hidden_groups_that_must_be_full_show_it_only_where_everybody_is_told_of():
    four, twelve, more = blocks(4, 12, 13)
    figures = [
        figure("alla", four | twelve | more, 22),
        figure("a", four, 4, published=False),
        figure("b", twelve, 12),
        figure("c", more, 6),
    ]
    assert names(least_hidden(figures)) == {"c"}  # b alone would leave 16 of 16
    both = four | twelve
    everybody = [figure("alla", both, 16), figure("a", four, 4, published=False), figure("b", twelve, 12)]
    assert not least_hidden(everybody)  # the whole says so of everybody; the breakdown is left out elsewhere


@pytest.mark.parametrize(("hits", "hidden"), [(0, True), (1, True), (2, False), (4, True), (5, True)])
def test_a_colleague_in_a_group_of_five_must_not_know_the_other_four(hits, hidden):
    five, ten, twelve = blocks(5, 10, 12)
    figures = [
        figure("alla", five | ten | twelve, hits + 11),
        figure("a", five, hits),
        figure("b", ten, 4),
        figure("c", twelve, 7),
    ]
    assert ("a" in names(least_hidden(figures))) == hidden


def test_means_are_protected_by_what_scores_can_be():
    small, large = blocks(2, 20)
    rows = (small | large, large)
    figures = [
        Figure(cell=Cell(part="m", by=by), variable="s", people=one, total=total, lowest=1, highest=5)
        for by, one, total in ((None, rows[0], 70.0), ("g", rows[1], 60.0))
    ]
    (leak,) = leaks(figures)
    assert (leak.n, leak.low, leak.high) == (2, 10.0, 10.0)


def test_a_whole_result_on_few_is_no_secret_where_the_plan_publishes_it():
    few, rest = blocks(3, 30)
    figures = [figure("alla", few, 1, whole="mål 1"), figure("alla", few | rest, 12, whole="mål 2")]
    assert {cell.part for cell in least_hidden(figures)} == {"mål 1"}
    assert not least_hidden(figures, Limits(publish_small=True))


def project(seed):
    """Return the figures of a project with units in towns, crossed with sex, of which it is not always known."""
    rng = np.random.default_rng(seed)
    n, units = int(rng.integers(15, 120)), int(rng.integers(2, 10))
    towns = int(rng.integers(2, max(3, units // 2 + 1)))
    unit = rng.choice(units, n, p=rng.dirichlet(np.full(units, 2.0)))
    columns = {
        "kommun": rng.integers(0, towns, units)[unit],
        "enhet": unit,
        "kön": rng.choice(3, n, p=[0.6, 0.35, 0.05]),
    }
    has = rng.random(n) < rng.choice([0.2, 0.5, 0.8])
    bases = [np.ones(n, dtype=bool), *([columns["kön"] == 0] if rng.random() < 0.3 else [])]
    figures = []
    for place, base in enumerate(base for base in bases if base.sum() >= 5):
        figures.append(figure("alla", base, has[base].sum(), whole=str(place)))
        for by, labels in columns.items():
            known = range(2 if by == "kön" else labels.max() + 1)
            for group in known:
                inside = base & (labels == group)
                figures.append(
                    figure(str(group), inside, has[inside].sum(), by=by, whole=str(place), published=inside.sum() >= 5)
                )
            figures.append(figure(None, base & ~np.isin(labels, known), 0, whole=str(place), published=False))
    return figures


@pytest.mark.parametrize("seed", range(12))
def test_nothing_of_few_follows_from_what_is_left_and_each_hidden_cell_is_needed(seed):
    figures = project(seed)
    hidden = least_hidden(figures)
    assert not list(leaks(figures, hidden=hidden))
    for cell in hidden:
        assert list(leaks(figures, hidden=hidden - {cell})) or any(
            one.cell == cell and Limits().is_sensitive(one) for one in figures
        )


def test_of_sets_that_look_alike_the_one_of_few_is_found():
    """All less x are two people; all less y are five, of atoms that look the same as those of the two."""
    one, other, four, rest = blocks(1, 1, 4, 30)
    figures = [
        figure("alla", one | other | four | rest, 20),
        figure("x", four | rest, 18, by="våg"),
        figure("y", other | rest, 17, by="annan"),
    ]
    assert [(leak.n, leak.low, leak.high) for leak in leaks(figures)] == [(2, 2.0, 2.0)]
    assert names(least_hidden(figures)) == {"x"}


@pytest.mark.parametrize("seed", range(20))
def test_sets_are_found_as_plain_algebra_finds_them(seed):
    rng = np.random.default_rng(seed)
    people = [rng.random(40) < rng.choice([0.3, 0.9]) for _ in range(7)]
    base = rng.random(40) < 0.9
    figures = [figure(str(place), base & one, 3, by=str(place)) for place, one in enumerate(people)]
    figures.append(figure("alla", base, 12))
    system = System(tuple(figures))
    shown = rng.random(8) < 0.6
    found = {frozenset(np.flatnonzero(one)) for one, _ in isolated(system, shown, Limits())}
    held = system.matrix[shown].astype(float)
    small = np.flatnonzero(system.sizes < 5)
    spanned = np.linalg.pinv(held) @ held
    expected = set()
    for k in range(1, 4):
        for some in combinations(small, k):
            atoms = np.isin(np.arange(system.sizes.size), some).astype(float)
            if system.sizes[list(some)].sum() < 5 and np.abs(atoms @ spanned - atoms).max() < 1e-8:
                expected.add(frozenset(some))
    minimal = {one for one in expected if not any(other < one for other in expected)}
    assert minimal <= found
    for one in found:
        atoms = np.isin(np.arange(system.sizes.size), list(one)).astype(float)
        assert np.abs(atoms @ spanned - atoms).max() < 1e-6


def test_of_those_who_weigh_nothing_nothing_is_told():
    """Three with a weight of nought are in no equation, so that nothing follows of them and nothing breaks."""
    few, others = blocks(3, 12)
    weights = others.astype(np.float64)
    told = [
        replace(one, weights=weights, squares=np.nan)
        for one in (figure("alla", few | others, 6), figure("a", few, 0, published=False))
    ]
    scored = replace(figure("alla", others, 6), squares=6.0)
    assert list(leaks([*told, scored])) == []
