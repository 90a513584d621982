"""Questions that may have several answers: all in one cell, or a column for each, as survey tools write them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from effektmatt.data.descriptions import ColumnKind, DescribedColumn
from effektmatt.data.numbers import plain_number
from effektmatt.data.several_answers import answers_in, apart, words_of
from effektmatt.data.values import folded
from effektmatt.plan.found import FoundSource, Key, Section
from effektmatt.plan.found_names import cut_name, plain_name
from effektmatt.plan.found_stems import stem_of

#: What tools write between answers in one cell; a blank only where the tool is known to.
_SEPARATORS, _BLANK = (";", "|", ","), " "
_BLANK_BETWEEN = frozenset({"kobotoolbox", "odk"})
_CODES_BETWEEN = frozenset({"qualtrics"})
#: An option is one that so many chose: what fewer wrote may be their own words.
_CHOSEN_BY, _MOST_OPTIONS, _LONGEST = 3, 25, 120
#: More different cells than this are no combinations of options.
_MOST_CELLS = 3000
#: So large a part of the cells must hold nothing but options, and so large a part several.
_OF_OPTIONS, _SEVERAL = 0.75, 0.05
#: What stands in the column of one option, beside its own name.
_TICKED = frozenset({"1", "y", "ja", "yes", "true", "sant", "x", "checked", "selected"})
_NOT_TICKED = frozenset({"0", "n", "nej", "no", "false", "falskt", "unchecked", "not selected"})
_SLASH = re.compile(r"(.+?)\s*/\s*([^/]+)")
_MATRIX = re.compile(r"(.*\S)\s*\[(.+)\]")
_NUMBERED = re.compile(r"(.+?)_(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOptions:
    """A question with several answers.

    Parameters
    ----------
    question
        What the plan calls it: the column, or what the columns share.
    label
        The question in words.
    how
        What the plan's `multiple` says of it: what stands between answers, which columns, which options.
    items
        The column of each option that yes and no stand in, with the option.
    columns
        The columns of the file that it takes.
    """

    question: str
    label: str
    how: object
    items: Mapping[str, str]
    columns: tuple[str, ...]

    def section(self, source: FoundSource) -> Section:
        """Return a scale of yes and no for all options."""
        return _yes_no(self.question, self.label, self.items, source)

    def section_of_first(self, source: FoundSource) -> tuple[str, Section]:
        """Return the first option, and a scale of it alone."""
        item, option = next(iter(self.items.items()))
        name = f"{cut_name(plain_name(self.question), 16)} {option}"
        label = f"{self.label} {option}" if self.label.endswith("?") else f"{self.label}: {option}"
        return option, _yes_no(name, label, {item: option}, source)


def _yes_no(name: str, label: str, items: Mapping[str, str], source: FoundSource) -> Section:
    keys = (
        Key(name="label", value=label),
        Key(name="items", value=dict(items)),
        Key(name="source", value=source.name),
        Key(name="answers", value=words_of),
    )
    return Section(path="scales", name=cut_name(plain_name(name), 32), keys=keys)


def found_options(source: FoundSource) -> Iterator[FoundOptions]:
    """Yield the questions that may have several answers; where both forms stand in a file the joined one is taken."""
    split = list(_split(source))
    of_split = {one.question for one in split}
    joined = [one for column in source.columns if (one := _joined(source, column, column.name in of_split))]
    taken = {one.question for one in joined}
    yield from joined
    yield from (one for one in split if one.question not in taken)


def _are_decimals(cells: Mapping[str, int]) -> bool:
    return all(plain_number(cell, ",") is not None for cell in cells)


def _is_number(text: str) -> bool:
    return plain_number(text, None) is not None


# ---- all in one cell ---------------------------------------------------------------------------------------------


def _joined(source: FoundSource, column: DescribedColumn, is_split: bool) -> FoundOptions | None:
    """Return a question whose answers stand in one cell."""
    if column.kind in (ColumnKind.EMPTY, ColumnKind.DATE, ColumnKind.PERIOD) or column.kind.is_personal:
        return None
    if column.answers is not None and column.answers.sure:
        return None  # "Ja, absolut" is one answer
    cells = Counter(map(str, source.frame[column.name].dropna()))
    if len(cells) > _MOST_CELLS:
        return None
    between = (*_SEPARATORS, *([_BLANK] if is_split or source.tools & _BLANK_BETWEEN else []))
    for separator in between:
        if not any(separator in cell for cell in cells):
            continue
        kept = _kept_together(cells, separator) if separator == "," else ()
        options = _options(cells, separator, kept)
        if separator == "," and not source.tools & _CODES_BETWEEN and _are_decimals(cells):
            continue
        if options and _are_several(cells, separator, kept, options):
            how: object = {"separator": separator, "options": options} if set(kept) & set(options) else separator
            label = (column.label or column.name).strip()
            items = {apart(column.name, option): option for option in options}
            columns = (column.name, *(one for one in map(str, source.frame) if one.startswith(f"{column.name}/")))
            return FoundOptions(question=column.name, label=label, how=how, items=items, columns=columns)
    return None


def _options(cells: Mapping[str, int], separator: str, kept: Sequence[str]) -> list[str]:
    """Return what so many chose that it is an option, in the order in which cells hold them."""
    times, places = Counter[str](), dict[str, list[int]]()
    spelt: dict[str, str] = {}
    for cell, rows in cells.items():
        for place, answer in enumerate(answers_in(cell, separator, kept)):
            times[folded(answer)] += rows
            places.setdefault(folded(answer), []).append(place)
            spelt.setdefault(folded(answer), answer)
    found = [one for one, n in times.items() if n >= _CHOSEN_BY and len(one) <= _LONGEST]
    return [spelt[one] for one in sorted(found, key=lambda one: sum(places[one]) / len(places[one]))]


def _are_several(cells: Mapping[str, int], separator: str, kept: Sequence[str], options: Sequence[str]) -> bool:
    """Whether cells hold options: hardly anything else, some of them several, and not always as many."""
    known, rows = set(map(folded, options)), sum(cells.values())
    read = {cell: [folded(answer) for answer in answers_in(cell, separator, kept)] for cell in cells}
    whole = sum(n for cell, n in cells.items() if set(read[cell]) <= known)
    several = sum(n for cell, n in cells.items() if len(read[cell]) > 1)
    ended = all(cell.rstrip().endswith(separator) for cell in cells)
    varied = ended or len(set(map(len, read.values()))) > 1
    few = 2 <= len(known) <= _MOST_OPTIONS and len(known) < rows / 2
    return few and varied and whole >= _OF_OPTIONS * rows and several >= _SEVERAL * rows


def _kept_together(cells: Mapping[str, int], separator: str) -> tuple[str, ...]:
    """Return the options that hold the separator: pieces that only ever stand together, in the same order."""
    rows = [[piece.strip() for piece in cell.split(separator)] for cell in cells]
    after, before = dict[str, set[str | None]](), dict[str, set[str | None]]()
    for pieces in rows:
        for place, piece in enumerate(pieces):
            after.setdefault(piece, set()).add(pieces[place + 1] if place + 1 < len(pieces) else None)
            before.setdefault(piece, set()).add(pieces[place - 1] if place else None)
    joined = {
        piece: following
        for piece, others in after.items()
        if len(others) == 1 and (following := next(iter(others))) is not None and before[following] == {piece}
    }
    kept = []
    for first in joined:
        if first in joined.values():
            continue
        pieces = [first]
        while pieces[-1] in joined and joined[pieces[-1]] not in pieces:
            pieces.append(joined[pieces[-1]])
        kept.append(f"{separator} ".join(pieces))
    return tuple(kept)


# ---- a column for each -------------------------------------------------------------------------------------------


def _split(source: FoundSource) -> Iterator[FoundOptions]:
    """Yield the questions that have a column for each answer, of which some cells are empty."""
    groups: dict[str, dict[str, str]] = {}
    labels = {one.name: one.label or "" for one in source.columns}
    for one in source.columns:
        for pattern in (_SLASH, _MATRIX, _NUMBERED):
            if match := pattern.fullmatch(one.name):
                groups.setdefault(match[1], {})[one.name] = match[2]
                break
    for question, columns in groups.items():
        if len(columns) < 2 or not _is_ticked(source, columns):
            continue
        label, options = question, dict(columns)
        asked = stem_of([labels[name] for name in columns])
        if asked is not None:
            label, options = asked[0], dict(zip(columns, asked[1], strict=True))
        elif all(labels[name] for name in columns):
            options = {name: labels[name] for name in columns}
        yield FoundOptions(question=question, label=label, how=list(columns), items=options, columns=tuple(columns))


def _is_ticked(source: FoundSource, columns: Mapping[str, str]) -> bool:
    """Whether every column says only that its option was chosen, or not: some answered, and many cells are empty."""
    empty = False
    for name, option in columns.items():
        cells = source.frame[name].dropna()
        told = {folded(cell) for cell in cells.unique()}
        ticked = told <= _TICKED | _NOT_TICKED or (len(told) == 1 and not any(map(_is_number, told)))
        if not told or not (ticked or told == {folded(option)}):
            return False
        empty |= len(cells) < len(source.frame)
    return empty
