"""What a chart is told beside the result that it shows, and how all charts are put together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from effektmatt.charts.base import Chart, Shows
from effektmatt.charts.canvas import Canvas
from effektmatt.charts.phrases import WaveNames, wave_names
from effektmatt.core import Estimate, Role
from effektmatt.goals import Target
from effektmatt.wording import Words
from effektmatt.wording.text_table import Column, TextTable, table_of

Row = TypeVar("Row")


class Drawing(Protocol):
    """What draws a chart when it is asked for."""

    def draw(self) -> Canvas:
        """Return the sheet."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The words of a chart's language, and what is known of the goal that it belongs to.

    `name` is the chart's (None: its own default), `title` what it is about, `labels` how the grouping columns are
    written, `wave_labels` what two waves are called where they are not before and after, `judged` what is held against
    the target, `part` the place among the goal's parts.
    """

    say: Words
    name: str | None = None
    title: str | None = None
    labels: Mapping[str, str] = field(default_factory=dict)
    wave_labels: tuple[str, str] | None = None
    target: Target | None = None
    judged: Estimate | None = None
    part: int = 1

    def of(self, name: str, *, titled: bool = False) -> Frame:
        """Return the frame of one of a goal's charts; `titled`: its title begins with the goal's."""
        return replace(self, name=self.name and f"{self.name}-{name}", title=self.title if titled else None)

    @property
    def judges(self) -> Role:
        """What kind of number is held against the target."""
        return Role.LEVEL if self.judged is None else self.judged.role

    @property
    def waves(self) -> WaveNames:
        """What the two waves are called."""
        return wave_names(self.wave_labels, self.say)

    def chart(
        self,
        name: str,
        *,
        title: str,
        alt: Iterable[str],
        table: TextTable,
        drawing: Drawing,
        shows: Shows | None = None,
    ) -> Chart:
        """Return a chart; `name` is what it is called by itself, `alt` what it is and what it shows, in sentences."""
        return Chart(
            name=self.name or name,
            title=title,
            alt=" ".join(alt),
            table=table,
            language=self.say.language,
            drawing=drawing.draw,
            shows=shows,
            part=self.part,
        )

    def table(
        self, rows: Iterable[Row], *columns: Column[Row], notes: Iterable[str] = (), hidden: bool = False
    ) -> TextTable:
        """Return the numbers of a chart; `hidden`: some are two points, and the last note says what they mean."""
        told = [*notes, *([self.say.say("chart-hidden")] if hidden else [])]
        note = " ".join(told) or None
        return table_of(rows, *columns, caption=self.say.say("chart-table"), words=self.say, note=note)
