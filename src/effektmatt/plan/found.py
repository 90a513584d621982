"""What is found in the files of a folder before there is a plan, and what a kind of evidence makes of it.

Every value of a draft that was not read but guessed says so, by a code that the wording room has a sentence for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from effektmatt.data.answer_orders import YES_NO, is_no_answer
from effektmatt.data.dates import read_dates
from effektmatt.data.descriptions import ColumnKind, DescribedColumn, Description
from effektmatt.data.folders import FoundTable
from effektmatt.data.survey_tools import is_repeat

#: Formats of published statistics.
_PUBLISHED = ("px", "json-stat", "kolada")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FoundSource:
    """Files of the same columns, one for each wave, or a single file.

    Parameters
    ----------
    name, label
        What a plan calls it, and how its files are called.
    files
        The table of each wave, in order of time; one under "" where there are no waves.
    frame, description
        All their rows together, and what is in the columns.
    wave_column, wave_values
        Where one file holds several waves: the column that says which, and what stands there of each (days tell too).
    rows_of_no_wave
        The rows of the file where that column is empty.
    renamed
        Where a row holds several waves: what the columns of each are called in the file, by their names in the plan.
    """

    name: str
    label: str
    files: Mapping[str, FoundTable]
    frame: pd.DataFrame
    description: Description
    wave_column: str | None = None
    wave_values: Mapping[str, str] = field(default_factory=dict)
    renamed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    rows_of_no_wave: tuple[int, ...] = ()

    @property
    def waves(self) -> tuple[str, ...]:
        """Its waves; nothing for a single file."""
        return tuple(wave for wave in self.files if wave)

    @property
    def columns(self) -> tuple[DescribedColumn, ...]:
        """The columns that every file has."""
        return tuple(one for one in self.description.columns if all(one.name in frame for frame in self.frames))

    @property
    def frames(self) -> tuple[pd.DataFrame, ...]:
        """The rows of each file."""
        return tuple(found.table.frame for found in self.files.values() if found.table is not None)

    @property
    def tools(self) -> frozenset[str]:
        """The survey tools that its files come from."""
        tables = (found.table for found in self.files.values())
        return frozenset(table.shape.tool for table in tables if table is not None and table.shape is not None)

    @property
    def is_repeat(self) -> bool:
        """Whether its rows are those of a repeated group: several may belong to the same answered form."""
        return any(is_repeat(map(str, frame)) for frame in self.frames)

    @property
    def is_published(self) -> bool:
        """Whether the format itself says that its numbers are published statistics, and what their signs stand for."""
        tables = (found.table for found in self.files.values())
        return any(table is not None and table.reading.format in _PUBLISHED for table in tables)

    @property
    def of_tools(self) -> frozenset[str]:
        """The columns that the tools themselves write: none of them is a question."""
        tables = (found.table for found in self.files.values())
        return frozenset(
            name for table in tables if table is not None and table.shape is not None for name in table.shape.own
        )

    def of_kind(self, *kinds: ColumnKind) -> tuple[DescribedColumn, ...]:
        """Return the columns of some kinds."""
        return tuple(one for one in self.columns if one.kind in kinds)

    def named(self, words: str, *kinds: ColumnKind) -> str | None:
        """Return the first column of some kinds whose heading holds one of the words ("budget|plan")."""
        called = re.compile(words, re.IGNORECASE)
        return next((one.name for one in self.of_kind(*kinds) if called.search(one.name)), None)

    def days(self, column: str) -> pd.Series[Any]:
        """Return the days of a column of dates, by row."""
        cells = self.frame[column].dropna().astype(str)
        none = self.description[column].for_none
        days = {text: day for text, day in read_dates(cells.unique()).dates.items() if text not in none}
        return cells.map(days).dropna()


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A line of a table in the plan. `guess` is the code of why it was guessed; None where it was read.

    What depends on the plan's language is a function of it.
    """

    name: str
    value: object | Callable[[str], object]
    guess: str | None = None
    commented: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A table of the plan beside that of the source: a scale or a checklist."""

    path: str
    name: str
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A goal that would fit what was found.

    `title` is the code of its title, said with `values`; `scale` a scale that nothing else of the plan needs. `target`
    is a guess of its direction unless `sure`.
    """

    title: str
    measure: Mapping[str, object]
    target: Mapping[str, object] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    scale: Section | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What a kind makes of files that it recognises.

    Parameters
    ----------
    strength
        How surely: the kind with the most is taken.
    keys
        Its table, beside kind, label and files.
    sections
        Scales and checklists.
    examples
        Goals that would fit.
    person
        The column that says who, to look people up in a register.
    wave_column
        The column that says the wave, where one file holds several.
    label
        What the files themselves say that they are about; None: as they are called.
    remark
        The code of what there is to know before anything is counted.
    asked_once
        Columns that only some waves have: what they are called in each, "" where they are not.
    """

    strength: int
    keys: tuple[Key, ...] = ()
    sections: tuple[Section, ...] = ()
    examples: tuple[Example, ...] = ()
    person: str | None = None
    wave_column: str | None = None
    label: str | None = None
    remark: str | None = None
    asked_once: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def written(**keys: object) -> tuple[Key, ...]:
    """Return the lines of a table whose values were found; what is None is left out."""
    return tuple(Key(name=name, value=value) for name, value in keys.items() if value is not None)


def yes_no(source: FoundSource) -> Iterator[DescribedColumn]:
    """Yield the columns that are answered yes or no."""
    for one in source.of_kind(ColumnKind.ANSWERS):
        if one.answers is not None and one.answers.family == YES_NO:
            yield one


#: What survey tools write about the answering itself, which nobody asks for in a report.
_OF_TOOLS = re.compile(
    r"id|lastpage|seed|startlanguage|ipaddr|ip ?address|token|progress|duration.*|finished|status|response ?id"
    r"|distributionchannel|userlanguage|locationlatitude|locationlongitude|q_.*|_.*|total points|quiz.*|poäng.*",
    re.IGNORECASE,
)


def other_types(source: FoundSource, used: Sequence[str | None]) -> Key | None:
    """Return how the columns are read that nothing else in the plan names, so that they are described too."""
    types = {
        one.name: "number" if one.kind is ColumnKind.NUMBER else "text"
        for one in source.of_kind(ColumnKind.NUMBER, ColumnKind.ANSWERS)
        if one.name not in used
        and one.name not in source.of_tools
        and not _OF_TOOLS.fullmatch(one.name)
        and not _has_words(source, one)
    }
    return Key(name="types", value=types) if types else None


def evidence(source: FoundSource) -> tuple[DescribedColumn, ...]:
    """Return the columns of any file that may be evidence: groups, answers and numbers that no tool has added."""
    kinds = (ColumnKind.GROUP, ColumnKind.ANSWERS, ColumnKind.NUMBER)
    return tuple(
        one
        for one in source.description.columns
        if one.kind in kinds
        and one.different > 1
        and one.name not in source.of_tools
        and not _OF_TOOLS.fullmatch(one.name)
    )


def _has_words(source: FoundSource, column: DescribedColumn) -> bool:
    """Whether a word for "no answer" stands among the numbers of a column, which no type of column can read."""
    words = column.kind is ColumnKind.NUMBER
    return words and any(is_no_answer(str(cell)) for cell in source.frame[column.name].dropna().unique())
