"""Which questions make a scale: those with the same answers and the same kind of heading."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from effektmatt.data.answer_orders import CODED, LABELLED, NUMBERS, UNKNOWN, YES_NO, Answers, answers_in_order
from effektmatt.data.descriptions import ColumnKind, DescribedColumn
from effektmatt.data.values import folded
from effektmatt.plan.found import FoundSource, Key, Section
from effektmatt.plan.found_directions import low_is_good
from effektmatt.plan.found_names import cut_name, plain_name
from effektmatt.plan.found_stems import stem_of

#: "v1", "fraga_2", "Q3_1": what questions of one scale are called; "Hur nöjd är du [lokalen]": rows of one matrix.
_COUNTED = re.compile(r"(.*?)[ _.-]?\d+[a-zåäö]?")
_MATRIX = re.compile(r"(.*\S)\s*\[(.+)\]")
_WORD = re.compile(r"([^\W\d_]{3,})_[^\W\d_].*")
#: "d1_da": how it was before, asked afterwards.
_THEN = re.compile(r"(.+?)[ _-](?:da|då|then|retro|retrospektiv)", re.IGNORECASE)
#: An item runs backwards where its answers go against the others at least this much.
_AGAINST = -0.35
_FEWEST_ROWS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundScale:
    """Questions with the same answers.

    Parameters
    ----------
    name, label
        What a plan calls it, and what its questions have in common; None where that is to be said of their names.
    items
        The columns, with the question where it is known.
    answers
        All that any of the questions was answered with, in order.
    reversed
        Columns that run backwards, by how they go with the others.
    then
        The column of the same question about how it was before, by the column asked first.
    whole
        Whether every answer between the ends was seen.
    """

    name: str
    label: str | None
    items: Mapping[str, str]
    answers: Answers
    reversed: tuple[str, ...] = ()
    then: Mapping[str, str]
    whole: bool = True

    @property
    def low_is_better(self) -> bool:
        """Whether most of its questions are of what is better the less there is of it."""
        return 2 * len(set(self._low) - set(self.reversed)) > len(self.items) - len(self.reversed)

    @property
    def _low(self) -> list[str]:
        return [item for item, asked in self.items.items() if low_is_good(f"{self.label or ''} {asked}")]

    @property
    def section(self) -> Section:
        """Return its table in a plan, beside its source and label."""
        guess = "order" if not self.answers.sure else None if self.whole else "answers-unseen"
        guess = "order-of-codes" if self.answers.family == LABELLED else guess
        keys = [Key(name="items", value=self._written_items())]
        if self.reversed:
            keys.append(Key(name="reversed", value=list(self.reversed), guess="reversed"))
        elif not self.low_is_better and self._low:
            keys.append(Key(name="reversed", value=self._low, guess="reversed-words", commented=True))
        keys.append(Key(name="answers", value=list(self.answers.answers), guess=guess))
        if self.answers.not_answers:
            keys.append(Key(name="not_an_answer", value=list(self.answers.not_answers), guess="not-an-answer"))
        if self.low_is_better:
            keys.append(Key(name="better", value="lower", guess="better-lower"))
        return Section(path="scales", name=self.name, keys=tuple(keys))

    def _written_items(self) -> object:
        if self.then:
            return {
                item: {"label": label, **({"columns": {"then": self.then[item]}} if item in self.then else {})}
                for item, label in self.items.items()
            }
        labelled = any(label != item for item, label in self.items.items())
        return dict(self.items) if labelled else list(self.items)


def questions(source: FoundSource) -> tuple[DescribedColumn, ...]:
    """Return the columns of answers that are no plain yes or no."""
    asked = source.of_kind(ColumnKind.ANSWERS)
    return tuple(one for one in asked if one.answers is not None and one.answers.family != YES_NO)


def found_scales(
    source: FoundSource,
    *,
    yes_no: bool = True,
    without: Collection[str] = (),
    once: Mapping[str, Mapping[str, str]] | None = None,
) -> Iterator[FoundScale]:
    """Yield the scales of a source, in the order of its columns, but for the columns that stand for something else.

    Answers in words of one family are put together over the whole source: what nobody answered to one question may
    have been answered to another. With `yes_no`, questions answered yes or no too. Questions that only some waves have
    (`once`, with what they are called in each) make scales of their own.
    """
    columns = [one for one in source.of_kind(ColumnKind.ANSWERS) if one.answers is not None and one.name not in without]
    columns = [one for one in columns if yes_no or one.answers is None or one.answers.family != YES_NO]
    then = then_columns(source)
    shared = _shared_words(columns)
    names: set[str] = set()
    for group in _groups([one for one in columns if one.name not in set(then.values())], shared, once or {}):
        answers = _together(group, shared)
        name = _name(group, names)
        names.add(name)
        label, items = _asked(group)
        seen = {folded(value) for one in group for value, n in one.counts if n}
        yield FoundScale(
            name=name,
            label=label,
            items=items,
            answers=answers,
            reversed=_reversed(source, group, answers) if answers.sure else (),
            then={item: column for item, column in then.items() if item in items},
            whole=all(folded(answer) in seen for answer in answers.answers),
        )


def then_columns(source: FoundSource) -> dict[str, str]:
    """Return the columns that ask again how it was before, which only the last file has."""
    if not source.waves:
        return {}
    last = source.frames[-1]
    found = {match[1]: str(name) for name in last if (match := _THEN.fullmatch(str(name)))}
    return {item: column for item, column in found.items() if item in last and column not in source.frames[0]}


def _asked(group: Sequence[DescribedColumn]) -> tuple[str | None, dict[str, str]]:
    """Return what questions have in common, and what differs between them; the whole question of a single one."""
    questions = {one.name: one.label or one.name for one in group}
    if len(group) == 1:
        return next(iter(questions.values())), questions
    common = stem_of(list(questions.values()))
    if common is None:
        return None, questions
    stem, parts = common
    return stem if " " in stem else None, dict(zip(questions, parts, strict=True))


def _shared_words(columns: Sequence[DescribedColumn]) -> dict[str, Answers]:
    """Return the answers of each family of words in all columns together, where these still have one order."""
    words: dict[str, list[str]] = {}
    for one in columns:
        if one.answers is not None and one.answers.family not in (NUMBERS, CODED, LABELLED, UNKNOWN):
            words.setdefault(one.answers.family, []).extend([*one.answers.answers, *one.answers.not_answers])
    found = {family: answers_in_order(values) for family, values in words.items()}
    return {family: answers for family, answers in found.items() if answers is not None and answers.family == family}


def _groups(
    columns: Sequence[DescribedColumn], shared: Mapping[str, Answers], once: Mapping[str, Mapping[str, str]]
) -> Iterator[list[DescribedColumn]]:
    """Yield columns that stand together: by heading, else those in words that follow upon each other."""
    groups: list[tuple[object, list[DescribedColumn]]] = []
    for one in columns:
        waves = [bool(called) for called in once.get(one.name, {}).values()]
        key = (*_key(one, columns, shared), waves)
        again = next((group for other, group in groups if other == key and key[1]), None)
        follows = bool(groups) and groups[-1][0] == key and _is_worded(one)
        if again is not None:
            again.append(one)
        elif follows:
            groups[-1][1].append(one)
        else:
            groups.append((key, [one]))
    return (group for _, group in groups)


def _is_worded(column: DescribedColumn) -> bool:
    return column.answers is not None and column.answers.family not in (NUMBERS, YES_NO)


def _key(one: DescribedColumn, columns: Sequence[DescribedColumn], shared: Mapping[str, Answers]) -> tuple[object, str]:
    """Return what columns of one scale share: their answers, and how their headings begin where others do so too."""
    assert one.answers is not None
    family = one.answers.family
    answers: object = family if family in shared or family == NUMBERS else tuple(map(folded, one.answers.answers))
    for pattern in (_MATRIX, _COUNTED, _WORD):
        found = pattern.fullmatch(one.name)
        beginning = found[1].casefold() if found else None
        if beginning is not None and any(_begins(other, pattern, beginning, one) for other in columns):
            return (answers, beginning or "#")
    return (answers, "")


def _begins(other: DescribedColumn, pattern: re.Pattern[str], beginning: str, one: DescribedColumn) -> bool:
    found = pattern.fullmatch(other.name)
    same = other.answers is not None and one.answers is not None and other.answers.family == one.answers.family
    return other is not one and same and found is not None and found[1].casefold() == beginning


def _together(group: Sequence[DescribedColumn], shared: Mapping[str, Answers]) -> Answers:
    """Return the answers of a scale: the most that any of its questions has, and every "no answer"."""
    own = [one.answers for one in group if one.answers is not None]
    none = tuple(dict.fromkeys(value for one in own for value in one.not_answers))
    family, sure = own[0].family, all(one.sure for one in own)
    if family in shared:
        sure = shared[family].sure
        answers = shared[family].answers
        if family == YES_NO:  # what others answer between yes and no is no answer here
            answers = max((one.answers for one in own), key=len)
    else:
        answers = max((one.answers for one in own), key=len)
    return Answers(
        answers=answers, not_answers=tuple(one for one in none if one not in answers), family=family, sure=sure
    )


def _name(group: Sequence[DescribedColumn], taken: set[str]) -> str:
    """Return what a plan calls a scale: how its headings begin, or that of a single question."""
    first = group[0].name
    for pattern in (_MATRIX, _COUNTED, _WORD):
        found = pattern.fullmatch(first)
        if len(group) > 1 and found and found[1]:
            first = found[1]
            break
    name, number = cut_name(plain_name(first), 24), 2
    base = name
    while name in taken:
        name, number = f"{base}_{number}", number + 1
    return name


def _reversed(source: FoundSource, group: Sequence[DescribedColumn], answers: Answers) -> tuple[str, ...]:
    """Return the questions whose answers go against those of the others: where the most go together, the rest."""
    if len(group) < 3 or len(source.frame) < _FEWEST_ROWS:
        return ()
    places = {folded(answer): float(place) for place, answer in enumerate(answers.answers)}
    known = {
        cell: places.get(folded(cell), np.nan) for one in group for cell in source.frame[one.name].dropna().unique()
    }
    cells = np.array([source.frame[one.name].map(known).to_numpy(dtype=float) for one in group])
    filled = cells[:, ~np.isnan(cells).any(axis=0)]
    if filled.shape[1] < _FEWEST_ROWS or (filled.std(axis=1) == 0).any():
        return ()
    together = np.corrcoef(filled)
    direction = np.sign(np.linalg.eigh(together)[1][:, -1])
    direction *= 1.0 if (direction > 0).sum() * 2 >= len(group) else -1.0
    against = []
    for place, one in enumerate(group):
        others = [other for other in range(len(group)) if other != place]
        rest = (filled[others] * direction[others, None]).sum(axis=0)
        if direction[place] < 0 and np.corrcoef(filled[place], rest)[0, 1] < _AGAINST:
            against.append(one.name)
    return tuple(against)
