"""The sections of a plan, all but its goals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    ModelWrapValidatorHandler,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from effektmatt.data.dates import Order, Period
from effektmatt.data.local_days import SWEDISH
from effektmatt.data.long_names import LongNames
from effektmatt.errors import Fault
from effektmatt.plan.analysis import Analysis
from effektmatt.plan.checks import wave_faults, zone_faults
from effektmatt.plan.format import FORMAT
from effektmatt.plan.origins import origin_faults, waves_of
from effektmatt.plan.presets import PresetName, filled
from effektmatt.plan.project import Project
from effektmatt.plan.row_numbers import EVERY_WAVE, RowOfWave, RowsOfWave
from effektmatt.plan.said import BothLanguages, Labels, Said, in_order, is_in_both
from effektmatt.plan.tables import KindTable, Table, Texts, as_list


def _as_items(written: Any) -> Any:
    """Write the two short forms of items in full: a list of columns, and a table from column to question."""
    if isinstance(written, list) and all(isinstance(name, str) for name in written):
        twice = next((name for name, times in Counter(written).items() if times > 1), None)
        if twice is not None:
            raise PydanticCustomError("item_repeated", "an item twice", {"item": twice})
        return {name: {} for name in written}
    if isinstance(written, dict):
        texts = {name: isinstance(item, str) or is_in_both(item) for name, item in written.items()}
        return {name: {"label": item} if texts[name] else item for name, item in written.items()}
    return written


def _as_answers(written: Any, info: ValidationInfo) -> Any:
    """Write every answer as its spellings, the one that is shown first; one in both languages may stand as either."""
    if not isinstance(written, list):
        return as_list(written)
    return [
        in_order(answer, info) if is_in_both(answer) else [str(answer)] if type(answer) is int else as_list(answer)
        for answer in written
    ]


#: The short forms of answers: those of another scale, or each with its spellings or in both languages.
_Answers = str | list[str | int | list[str] | BothLanguages]


class Wave(Table):
    """waves.<name>: a measuring occasion, in the order in which they stand."""

    label: Said
    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None
    _labels: tuple[str, ...] = ()

    @model_validator(mode="wrap")
    @classmethod
    def _in_both(cls, written: Any, read: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        wave = read(written)
        label = written.get("label") if isinstance(written, dict) else None
        labels = tuple(in_order(label, info)) if isinstance(label, dict) else (wave.label,)
        wave._labels = labels  # noqa: SLF001 -- its own
        return wave

    @property
    def labels(self) -> tuple[str, ...]:
        """What it is called in either language: a file may call it by both."""
        return self._labels

    @property
    def period(self) -> Period:
        """Its first and last day, as far as the plan says."""
        return self.first, self.last


class Item(Table):
    """scales.<name>.items.<item>: a question; `columns` where its column has another name in some wave."""

    label: Said | None = None
    columns: dict[str, str] = {}


#: The short forms of items: a list of columns, and a table from column to question.
_Items = list[str] | dict[str, str | BothLanguages | Item]


def _preset_or_own(schema: dict[str, Any]) -> None:
    """Say in the JSON Schema that a preset stands for a label and answers."""
    schema["required"] = [key for key in schema["required"] if key not in ("label", "answers")]
    schema["anyOf"] = [{"required": ["preset"]}, {"required": ["label", "answers"]}]


class Scale(Table):
    """scales.<name>: one or several questions with the same answers, lowest answer first, or those of a preset."""

    model_config = ConfigDict(json_schema_extra=_preset_or_own)

    preset: PresetName | None = None
    label: Said
    source: str
    items: Annotated[dict[str, Item], BeforeValidator(_as_items, json_schema_input_type=_Items)]
    answers: Annotated[
        list[Texts],
        Field(min_length=1),
        BeforeValidator(_as_answers, json_schema_input_type=_Answers),
    ]
    reversed: list[str] = []
    not_an_answer: list[str] = []
    not_an_answer_counts: Literal["not", "lowest"] = "not"
    score: Literal["mean", "sum", "skr-index"] = "mean"
    better: Literal["higher", "lower"] = "higher"
    minimum_answered: Annotated[float, Field(gt=0, le=1)] = 0.5

    @model_validator(mode="before")
    @classmethod
    def _from_preset(cls, written: Any) -> Any:
        return filled(written)


class ChecklistItem(Table):
    """checklists.<name>.items.<item>: what is looked for; `rating` where it is judged on a scale."""

    label: Said | None = None
    rating: Annotated[list[Texts], BeforeValidator(_as_answers, json_schema_input_type=_Answers)] = []


class Checklist(Table):
    """checklists.<name>: what visitors or reviewers judge. A visit's score is the share met of what applied."""

    label: Said
    items: Annotated[
        dict[str, ChecklistItem],
        BeforeValidator(_as_items, json_schema_input_type=list[str] | dict[str, str | BothLanguages | ChecklistItem]),
    ]
    yes: Texts = ["ja"]
    no: Texts = ["nej"]
    not_applicable: Texts = ["ej tillämpligt"]
    areas: dict[str, list[str]] = {}
    critical: list[str] = []
    reversed: list[str] = []


#: A number that a goal can be about: larger ones are slips of the pen.
Amount = Annotated[float, Field(ge=-1e12, le=1e12)]


class Target(Table):
    """goals.target: exactly one demand; `effektmatt.goals.Target` says what each means."""

    at_least: Amount | None = None
    at_most: Amount | None = None
    increase_by: Amount | None = None
    decrease_by: Amount | None = None
    about: Amount | None = None
    within: Amount | None = None
    direction: Literal["increase", "decrease"] | None = None
    reading: Literal["relative", "points", "level"] | None = None
    in_every: str | None = None


class TreeNode(Table):
    """tree.<name>: a node above the project's goals: a council goal, a committee goal, a commitment."""

    title: Said
    level: Said
    under: str | None = None
    resources: Said | None = None
    ways_of_working: Said | None = None
    activities: list[Said] = []


def _as_multiple(written: Any) -> Any:
    """Write the two short forms in full: what stands between answers, and the columns that a question is split into."""
    if isinstance(written, list):
        return {"columns": written}
    return {"separator": written} if isinstance(written, str) else written


class Multiple(Table):
    """sources.<name>.multiple.<question>: a question with several answers in one cell, or in a column for each."""

    separator: str | None = None
    options: list[str] = []
    columns: list[str] = []


#: What a column is called in a wave; empty where that was not asked.
_Called = Annotated[str, Field(min_length=0)]


class Source(KindTable):
    """What every kind of source may say: one `file`, several `files` by wave, or a `database`.

    `in_waves` says whether a kind may have a file for each wave, `has_scales` whether its columns are questions of
    scales, `split_by_groups` whether its people or units belong to the declared groups, `about_people` whether its
    figures are about people, of whom no few may be told. `naming` are the keys of columns whose cells are printed: they
    name units, posts, activities.
    """

    in_waves: ClassVar[bool] = False
    has_scales: ClassVar[bool] = False
    split_by_groups: ClassVar[bool] = False
    about_people: ClassVar[bool] = False
    naming: ClassVar[tuple[str, ...]] = ()

    file: str | None = None
    files: dict[str, str] = {}
    outside: bool = False
    database: str | None = None
    table: str | dict[str, str] | None = None
    query: str | dict[str, str] | None = None
    label: Said | None = None
    sheet: str | dict[str, str] | None = None
    header_row: RowOfWave = {}
    skip_rows: RowsOfWave = {}
    keep_rows: RowsOfWave = {}
    shape: (
        Literal["qualtrics", "limesurvey", "microsoft-forms", "google-forms", "kobotoolbox", "odk", "plain"] | None
    ) = None
    incomplete: Literal["leave-out", "keep"] = "leave-out"
    only: dict[str, Texts] = {}
    without: dict[str, Texts] = {}
    groups: dict[str, str] = {}
    columns: dict[str, str | dict[str, _Called]] = {}
    multiple: dict[
        str, Annotated[Multiple, BeforeValidator(_as_multiple, json_schema_input_type=str | list[str] | Multiple)]
    ] = {}
    missing: list[str] = []
    types: dict[str, Literal["text", "date", "whole", "number"]] = {}
    date_order: Order | None = None
    time_zone: str = SWEDISH

    @property
    def together(self) -> str | None:
        """The column of the groups that people came in, where uncertainty is reckoned over these."""
        return None

    @property
    def population(self) -> str | None:
        """The source that says who could have been in this one, where the plan names it."""
        return None

    @property
    def code_in_register(self) -> str | None:
        """The column of a code that may be the key of the register that it refers to, one row per person and wave."""
        return None

    @property
    def who(self) -> tuple[str, ...]:
        """The columns that say who somebody is: they can never be groups."""
        return ()

    @property
    def names(self) -> dict[str, str]:
        """The columns whose cells are printed as names, by the key that says so."""
        columns = {key: getattr(self, key) for key in self.naming}
        return {key: column for key, column in columns.items() if column is not None}

    @property
    def long_names(self) -> LongNames | None:
        """What columns of periods and values are called, where a table may have a column for each period instead."""
        return None

    def waves_in(self, plan: Sections) -> Collection[str]:
        """Return the waves that the source can have rows of."""
        return self.by_wave or plan.waves

    @property
    def by_wave(self) -> Collection[str]:
        """The waves that have data of their own: a file, a sheet, columns; none where all stands together."""
        return waves_of(self)

    def divided_by(self, plan: Sections) -> str | None:
        """Return the column that divides the rows of one file into waves."""
        return None

    def names_in(self, wave: str) -> dict[str, str]:
        """Return what columns are called in the file of a wave, by what the plan calls them."""
        by_wave = {name: one if isinstance(one, str) else one.get(wave) for name, one in self.columns.items()}
        return {**self.groups, **{name: column for name, column in by_wave.items() if column}}

    def not_asked_in(self, wave: str) -> tuple[str, ...]:
        """Return the columns that a wave does not have, as the plan says: what was asked in the others only."""
        return tuple(name for name, one in self.columns.items() if not isinstance(one, str) and one.get(wave) == "")

    def days_in(self, wave: str, plan: Sections) -> Mapping[str, Sequence[Period]]:
        """Return the periods that the days of a column must lie in, by column; `wave` is that of the file."""
        return {}

    def faults(self, key: str, plan: Sections) -> Iterator[Fault]:
        """Yield what is wrong with the source."""
        yield from origin_faults(self, key, plan.waves, in_waves=self.in_waves)
        by_wave = {"header_row": [*self.header_row], "skip_rows": [*self.skip_rows], "keep_rows": [*self.keep_rows]}
        for name, waves in by_wave.items():
            yield from wave_faults(f"{key}.{name}", (wave for wave in waves if wave != EVERY_WAVE), plan.waves)
        yield from zone_faults(f"{key}.time_zone", self.time_zone)
        for question, one in self.multiple.items():
            if (one.separator is None) == (not one.columns):
                yield Fault(code="plan-multiple", key=f"{key}.multiple.{question}")
        yield from self.own_faults(key, plan)

    def own_faults(self, key: str, plan: Sections) -> Iterator[Fault]:
        """Yield what is wrong with what only this kind of source says."""
        yield from ()


class Sections(Table):
    """What stands before the goals in a plan."""

    format: Annotated[int, Field(ge=1, le=FORMAT)] = FORMAT
    project: Project
    analysis: Analysis = Analysis()
    labels: Labels = {}
    names: dict[str, dict[str, Said]] = {}
    waves: dict[str, Wave] = {}
    sources: Mapping[str, Source]
    scales: dict[str, Scale] = {}
    checklists: dict[str, Checklist] = {}

    def periods_of(self, wave: str) -> tuple[Period, ...]:
        """Return when a wave was, as far as the plan says; of a file that belongs to no wave, when all were."""
        waves = [self.waves[wave]] if wave in self.waves else list(self.waves.values())
        return tuple(one.period for one in waves) if all(one.first or one.last for one in waves) else ()

    def called(self, column: str) -> str:
        """Return what a column is called in words."""
        return self.labels.get(column, column)

    def population_label(self, source: str) -> str | None:
        """Return the label of the source that says who could have been in one, where the plan names it."""
        population = self.sources[source].population
        return None if population is None else self.sources[population].label or population
