"""Codes of a file that says what they mean, in the plan's own words: "Stämmer helt", or 5, whichever the plan has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from effektmatt.core import Limits, Note
from effektmatt.data.raw_tables import KnownColumn
from effektmatt.data.reading import Table
from effektmatt.data.schemas import Column
from effektmatt.data.text import TEXT
from effektmatt.data.values import folded
from effektmatt.evaluation.kinds.common import conditions
from effektmatt.evaluation.wave_rows import words_of_waves
from effektmatt.plan import Plan

#: Kinds of columns that hold words; in others a code is a number, whatever it is called.
_WORDS = frozenset({"text", "choice"})


def words_of_answers(name: str, plan: Plan) -> dict[str, frozenset[str]]:
    """Return, for each column, the words that the plan has for what can stand in it, as `folded` spells them."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    for column, word in (*_scale_words(name, plan), *_checklist_words(plan), *_other_words(name, plan)):
        words[column].add(folded(word))
    return {column: frozenset(held) for column, held in words.items()}


def _scale_words(name: str, plan: Plan) -> Iterator[tuple[str, str]]:
    for scale_id, scale in plan.scales.items():
        if plan.written.scales[scale_id].source == name:
            for column in {column for item in scale.items for column in (item.id, *item.columns.values())}:
                yield from ((column, word) for answer in scale.answers for word in answer)
                yield from ((column, word) for word in scale.not_an_answer)


def _checklist_words(plan: Plan) -> Iterator[tuple[str, str]]:
    for checklist in plan.written.checklists.values():
        shared = [*checklist.yes, *checklist.no, *checklist.not_applicable]
        for column, item in checklist.items.items():
            yield from ((column, word) for word in (*shared, *(word for rating in item.rating for word in rating)))


def _other_words(name: str, plan: Plan) -> Iterator[tuple[str, str]]:
    yield from words_of_waves(plan.sources[name], plan)
    yield from _condition_words(name, plan)


def _condition_words(name: str, plan: Plan) -> Iterator[tuple[str, str]]:
    compared = plan.written.analysis.comparison
    if compared is not None:
        yield from ((compared.column, word) for word in (compared.group, *compared.project))
    for source, condition in conditions(plan):
        if source == name:
            for column, wanted in condition.items():
                yield from ((column, str(word)) for word in ([] if isinstance(wanted, Limits) else wanted))


def labelled(table: Table, rules: Sequence[Column], words: Mapping[str, frozenset[str]]) -> Table:
    """Return a table whose codes are read by what the file calls them, where the plan does not speak of codes.

    A plan whose answers are words reads a file of codes by the file's own labels, and one whose answers are codes reads
    the codes. A column that the plan has no words for (a group) is read by its labels. Columns of numbers and dates are
    left as they are.
    """
    kinds = {rule.name: rule for rule in rules}
    frame = table.frame.copy(deep=False)
    for name, known in table.known.items():
        rule = kinds.get(name, Column(name=name))
        if name in frame and known.answers and rule.kind in _WORDS:
            own = {folded(word) for word in (*rule.choices, *rule.missing)}
            meant = _meant(known.answers, words.get(name, frozenset()) | own)
            frame[name] = frame[name].astype(TEXT).replace(meant) if meant else frame[name]
    return replace(table, frame=frame)


def _meant(answers: Mapping[str, str], words: frozenset[str]) -> dict[str, str]:
    """Return the label of each code that the plan does not mean by its number."""
    by_label = {code for code, label in answers.items() if folded(label) in words}
    by_code = {code for code in answers if folded(code) in words} - by_label
    rest = set() if by_code and not by_label else set(answers) - by_code
    return {code: label for code, label in answers.items() if code in by_label | rest and code != label}


def declared_missing(file: str, known: Mapping[str, KnownColumn], columns: Iterable[str]) -> Iterator[Note]:
    """Say how many cells of the columns that the plan reads the file itself declares to be no answer, and as what."""
    counted = Counter[str]()
    for column in columns:
        counted.update(known[column].missing if column in known else {})
    if counted:
        named = " · ".join(f"{one} ({n})" for one, n in counted.items())
        yield Note(code="declared-missing", values={"file": file, "n": counted.total(), "values": named})
