"""Every plan that `new` can put together reads without a fault, in both languages."""

from itertools import combinations

import pytest

from effektmatt.core.kinds import KINDS
from effektmatt.plan.reading import draft_plan
from effektmatt.plan.template_parts import USUAL, plan_template

CHOICES = [kinds for size in (1, 2, len(KINDS)) for kinds in combinations(KINDS, size)]


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("kinds", CHOICES, ids="+".join)
def test_every_choice_gives_a_plan_with_just_those_kinds(kinds, language, tmp_path):
    (tmp_path / "plan.toml").write_text(plan_template(kinds, also=(), language=language), encoding="utf-8")
    plan, faults = draft_plan(tmp_path)
    assert not faults
    assert {source.kind for source in plan.sources.values()} == set(kinds)
    assert len(plan.goals) >= len(kinds)


def test_what_is_left_commented_is_a_plan_too_when_the_signs_are_taken_away(tmp_path):
    text = plan_template(USUAL, also=["cases"])
    part = text[text.index("# [sources.arenden]") :].split("\n\n")[0]
    goal = text[text.index("# [[goals]]") :].split("\n\n")[0]
    opened = [line.removeprefix("# ") for line in f"{part}\n{goal}".splitlines()]
    (tmp_path / "plan.toml").write_text(text + "\n" + "\n".join(opened), encoding="utf-8")
    plan, faults = draft_plan(tmp_path)
    assert not faults
    assert "arenden" in plan.sources


def test_headings_that_nothing_stands_under_are_left_out():
    assert "Vad frågorna betyder" not in plan_template(["ledger"], also=())
    assert "Vad frågorna betyder" in plan_template(["survey"], also=())
