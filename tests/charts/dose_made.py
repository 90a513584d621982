"""Changes by dose made for the chart tests: ordinary ones, a hidden dose, doses with decimals, a long name."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from charts.framed import framed
from effektmatt.charts import Chart
from effektmatt.charts.kinds.survey_dose import dose_chart
from effektmatt.surveys.change import SurveyChange
from effektmatt.surveys.change_between_waves import survey_change
from effektmatt.surveys.dose import change_by_dose
from surveys.made import paired

LONG = "Hur många av de fyra passen om mänskliga rättigheter, normer och bemötande deltog du i?"


def by_dose(sizes: Sequence[tuple[float, int]], label: str = "Antal pass") -> SurveyChange:
    """Return a change of so many people at each dose: every second one rises by one, every third by two."""
    people = sum(size for _, size in sizes)
    waves = paired([("2", str(2 + (place % 2) + (place % 3 == 0)), 1) for place in range(people)])
    doses = np.repeat([dose for dose, _ in sizes], [size for _, size in sizes])
    return replace(survey_change(waves), dose=change_by_dose(waves, doses, label=label))


DOSE_CHARTS: dict[str, Callable[[str], Chart | None]] = {
    "dose": lambda language: dose_chart(by_dose([(1, 9), (2, 20), (3, 40)]), framed(language)),
    "dose-hidden": lambda language: dose_chart(
        by_dose([(0, 3), (1, 6), (2, 8), (4, 200)]), framed(language, title="Kunskap, på kort sikt")
    ),
    "dose-hours": lambda language: dose_chart(by_dose([(hours / 2, 7) for hours in range(20)], LONG), framed(language)),
}
