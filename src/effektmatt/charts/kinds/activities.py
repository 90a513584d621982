"""Activities planned and held, one row per kind."""

from __future__ import annotations

from effektmatt.charts.base import Chart
from effektmatt.charts.frame import Frame
from effektmatt.charts.kind import ChartKind, DetailCharts
from effektmatt.charts.part_bars import PartBar, part_bars_chart
from effektmatt.charts.phrases import of_all
from effektmatt.usage.activities import HeldActivities, together
from effektmatt.wording.kinds.activities import held_table


def held_chart(held: HeldActivities, frame: Frame) -> Chart | None:
    """Return how many activities of each kind were planned and held; None when there are none."""
    if not any(one.expected or one.held for one in held.shown):
        return None
    say, first = frame.say, held.shown[0]
    reached = of_all(sum(one.held >= one.expected for one in held.shown), len(held.shown))
    rows = [
        PartBar(
            label=one.kind,
            whole=float(one.expected),
            part=float(one.held),
            text=say.say("chart-held-of", held=one.held, expected=one.expected, late=one.late),
        )
        for one in held.shown
    ]
    return part_bars_chart(
        rows,
        frame,
        "held",
        title=say.say("chart-held-title", kind=first.kind, held=first.held, expected=first.expected, **reached),
        table=held_table(held, say),
        columns=("expected", "held"),
    )


KIND = ChartKind(
    details=(
        DetailCharts(
            of=HeldActivities,
            charts={"held": held_chart},
            # a part is often one kind of activity
            together=lambda parts, frame: [held_chart(together([held for _, held in parts]), frame.of("held"))],
        ),
    )
)
