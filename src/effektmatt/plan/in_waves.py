"""Sources that are measured again: how their rows are told apart by wave, and how people are known again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator

from effektmatt.data.values import folded
from effektmatt.errors import Fault
from effektmatt.plan.checks import lacking, wave_faults
from effektmatt.plan.origins import is_panel
from effektmatt.plan.sections import Sections, Source
from effektmatt.plan.tables import as_list


def _as_texts(written: Any) -> Any:
    """Let a value be a number or a year, as it stands in the cells."""
    values = written if isinstance(written, list) else [written]
    texts = [str(value) if type(value) in (int, float, date) else value for value in values]
    return as_list(texts)


_Value = str | int | float
#: What a column says in the rows of one wave: a value, or several.
Values = Annotated[list[str], BeforeValidator(_as_texts, json_schema_input_type=_Value | list[_Value])]


class InWaves(Source):
    """What may be measured again: with files, sheets or columns of each wave, or a column that says which a row is of.

    A row is of the wave whose name, label or value in `waves` stands in the column `wave`; where that is a date, of the
    wave that has the day.
    """

    in_waves: ClassVar[bool] = True

    wave: str | None = None
    waves: dict[str, Values] = {}

    def divided_by(self, plan: Sections) -> str | None:  # noqa: ARG002 -- some kinds look at the plan
        """Return the column that divides the rows of one file into waves."""
        return None if self.by_wave else self.wave

    def waves_in(self, plan: Sections) -> Collection[str]:
        """Return the waves that it can have rows of: those that have their own, or those that a column tells apart."""
        named = [wave for wave in plan.waves if wave in self.waves] or plan.waves
        return self.by_wave or (named if self.divided_by(plan) else ())

    def faults(self, key: str, plan: Sections) -> Iterator[Fault]:
        """Yield what is wrong with what says the waves, too."""
        yield from super().faults(key, plan)
        yield from wave_faults(f"{key}.waves", self.waves, plan.waves)
        yield from self._in_two(f"{key}.waves")
        if self.waves:
            yield from lacking(key, {"wave": self.wave})
        if self.wave is not None and not plan.waves:
            yield Fault(code="plan-missing-key", key="waves")
        if self.wave is not None and self.by_wave:
            yield Fault(code="plan-waves-twice", key=f"{key}.wave", got=self.wave)

    def _in_two(self, key: str) -> Iterator[Fault]:
        """Yield the values that stand for two waves: their rows would be of either."""
        taken: dict[str, str] = {}
        for wave, values in self.waves.items():
            for value in values:
                other = taken.setdefault(folded(value), wave)
                if other != wave:
                    yield Fault(code="plan-wave-value-twice", key=f"{key}.{wave}", got=value, details={"other": other})


class PeopleInWaves(InWaves):
    """People who may be known again from wave to wave: by a code, or because a row holds all that is known of one."""

    code: str | None = None
    link_within: list[str] = []

    @property
    def is_panel(self) -> bool:
        """Whether a row holds all waves of one person, each in columns of its own."""
        return is_panel(self)

    @property
    def links(self) -> bool:
        """Whether people can be known again."""
        return self.code is not None or self.is_panel

    @property
    def code_in_register(self) -> str | None:
        """The code, where it is not only one within other columns: then it is no key."""
        return None if self.link_within else self.code

    def own_faults(self, key: str, plan: Sections) -> Iterator[Fault]:  # noqa: ARG002 -- kinds look at the plan
        """Yield a missing code."""
        if self.link_within:
            yield from lacking(key, {"code": self.code or None})
