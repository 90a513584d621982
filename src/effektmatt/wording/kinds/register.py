"""Shares and counts of a register in words."""

from __future__ import annotations

from dataclasses import replace

from effektmatt.plan.kinds.register import CountChangeFacts, CountFacts, RegisterShareFacts
from effektmatt.registers.count import GroupCount, RegisterCount
from effektmatt.wording.conditions import conditions, counted, is_phrase, what
from effektmatt.wording.kind import Given, KindWords, MeasureWords, Told, of_detail
from effektmatt.wording.kinds.two_groups import WORDS as TWO_GROUPS
from effektmatt.wording.language import HIDDEN, Words
from effektmatt.wording.sorting import swedish_order
from effektmatt.wording.targets import decapitalised
from effektmatt.wording.text_table import Column, TextTable, table_of

#: So many units that miss a target are named in a sentence; the others are counted.
MOST_NAMED = 4


def _share(told: Told[RegisterShareFacts]) -> str:
    estimate, words = told.estimate, told.words
    partly = estimate.possible is not None and estimate.population is not None
    code = "found-share-answered" if partly else "found-share"
    return words.say(code, of=told.everybody(), what=what(told.facts.where, words), **told.counted)


def _count(told: Told[CountFacts]) -> str:
    change, where, words = told.goal.outcome.change, told.facts.where, told.words
    target = told.goal.fulfilment.target
    if target is not None and target.in_every is not None:
        return _in_every(told, decapitalised(told.labels.get(target.in_every, target.in_every)))
    against = ""
    if change is not None and change.before.value is not None:
        against = words.say("against-before", before=words.count(change.before.value))
    value = told.value if told.estimate.possible is None else words.say("counted-at-least", value=told.value)
    if is_phrase(where):
        given = {"of": told.everybody(), "phrase": conditions(where, words), "against": against}
        return words.say("found-count-of", value=value, **given)
    source = told.facts.source_label
    return words.say("found-count", what=counted(told.facts, words), source=source, value=value, against=against)


def _in_every(told: Told[CountFacts], group: str) -> str:
    """Say how many units reach a target that every unit must, and which of them miss it."""
    words, where, detail = told.words, told.facts.where, told.goal.outcome.detail
    if not isinstance(detail, RegisterCount) or not detail.groups or detail.hidden_groups:
        return words.say("found-count-smallest", group=group, value=told.value)
    missing, units, least = _missing_units(told, detail), len(detail.groups), words.number(_least(told))
    open_units = [unit.group for unit in detail.groups if unit.count < _least(told) <= unit.count + unit.unknown]
    unsure = words.say("found-count-every-open", list=_named(open_units, words)) if open_units else ""
    who = words.say("who-count", phrase=conditions(where, words)) if is_phrase(where) else ""
    if not missing and not open_units:
        return words.say("found-count-every-all", group=group, units=units, least=least, whom=who)
    below = words.say("found-count-every-below", list=_named(missing, words)) if missing else ""
    reached = units - len(missing) - len(open_units)
    given: Given = {"group": group, "reached": reached, "units": units, "least": least, "whom": who}
    return words.say("found-count-every", below=below, open=unsure, **given)


def _reached(told: Told[CountFacts], detail: RegisterCount) -> str | None:
    """Say how many of the units reach a target that every unit must: "18 av 20"."""
    if detail.in_every is None or not detail.groups or detail.hidden_groups:
        return None
    reached = sum(unit.reaches(_least(told)) == "yes" for unit in detail.groups)
    group = decapitalised(told.labels.get(detail.in_every, detail.in_every))
    return told.words.say("count-every-short", reached=reached, units=len(detail.groups), group=group)


def _named(units: list[str], words: Words) -> str:
    """Name units, the first of them where they are many."""
    if len(units) <= MOST_NAMED:
        return words.joined(units)
    return words.say("some-names", names=", ".join(units[:MOST_NAMED]), more=len(units) - MOST_NAMED)


def _least(told: Told[CountFacts]) -> float:
    """Return the number that every unit must reach."""
    target = told.goal.fulfilment.target
    return target.at_least if target is not None and target.at_least is not None else 0.0


def _missing_units(told: Told[CountFacts], detail: RegisterCount) -> list[str]:
    """Return the units that miss a target which every unit must reach, with their counts: "Omsorg (1)"."""
    return [
        told.words.say("group-value", group=unit.group, value=told.words.count(unit.count))
        for unit in sorted(detail.groups, key=lambda unit: swedish_order(unit.group))
        if unit.count + unit.unknown < _least(told)
    ]


def _all_missing(told: Told[CountFacts], detail: RegisterCount) -> list[str]:
    """Name all the units that miss a target which every unit must reach, where the first sentence had no room."""
    missing, words = _missing_units(told, detail) if detail.in_every is not None else [], told.words
    if len(missing) <= MOST_NAMED:
        return []
    return [words.say("missing-target", least=words.number(_least(told)), list=words.joined(missing))]


def _units_table(told: Told[CountFacts], detail: RegisterCount) -> TextTable | None:
    """Return the count of every unit that must reach a smallest number, and whether it does."""
    if detail.in_every is None or told.goal.fulfilment.target is None:
        return None
    words, least = told.words, _least(told)
    column = told.labels.get(detail.in_every, detail.in_every)
    before = Column[GroupCount]("before", lambda unit: words.count(unit.before))
    waves = [before] if any(unit.before is not None for unit in detail.groups) else []
    table = table_of(
        sorted(detail.groups, key=lambda unit: swedish_order(unit.group)),
        Column("unit", lambda unit: unit.group, name=column),
        Column("people", lambda unit: words.count(unit.people)),
        *waves,
        Column("after" if waves else "count", lambda unit: words.count(unit.count)),
        Column("reaches", lambda unit: words.say(f"table-{unit.reaches(least)}"), numeric=False),
        caption=words.say("table-counts", group=decapitalised(column)),
        note=_hidden_note(detail, words),
        words=words,
    )
    hidden = sorted(detail.hidden_groups, key=swedish_order)
    return replace(table, rows=(*table.rows, *((name, *[HIDDEN] * (len(table.header) - 1)) for name in hidden)))


def _hidden_note(detail: RegisterCount, words: Words) -> str | None:
    """Say what two dots are, where the counts of some units are hidden."""
    return words.say("table-hidden-units") if detail.hidden_groups else None


KIND = KindWords(
    measures=(
        TWO_GROUPS,
        MeasureWords(
            of=RegisterShareFacts,
            found=_share,
            how="how-share",
            given=lambda told: {"what": what(told.facts.where, told.words)},
        ),
        MeasureWords(
            of=CountFacts,
            found=_count,
            how="how-count",
            given=lambda told: {"what": counted(told.facts, told.words)},
            units=of_detail(RegisterCount, _units_table),
            missing=of_detail(RegisterCount, _all_missing),
            short=of_detail(RegisterCount, _reached),
        ),
        MeasureWords(
            of=CountChangeFacts,
            found=lambda told: told.moved("found-count-change", source=told.facts.source_label),
            how="how-count-change",
        ),
    )
)
