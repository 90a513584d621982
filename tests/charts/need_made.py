"""Needs made for the chart tests: ordinary ones, long names, many skills, hidden units, nobody in need."""

from collections.abc import Callable

import numpy as np

from effektmatt.charts import Chart, chart
from effektmatt.surveys.answers import CodedAnswers
from effektmatt.surveys.need import Need, Rated, need_outcome
from effektmatt.surveys.scale import Scale

LONG = "Samhällsbyggnadsförvaltningens och räddningstjänstens gemensamma tillståndsenhet"
SKILLS = {"s1": "Söka och bedöma information", "s2": "Informationssäkerhet", "s3": "Använda välfärdsteknik"}


def needs(units: dict[str, int], skills: dict[str, str] = SKILLS, level: int = 4, spread: int = 4) -> Need:
    """Needs of units with so many people each, who rate themselves at 1 to `spread` and need `level`."""
    scale = Scale.of(skills, [1, 2, 3, 4, 5], label="Digital kompetens")
    rng = np.random.default_rng(7)
    people = sum(units.values())
    places = rng.integers(0, spread, (people, len(skills))).astype(np.int16)
    names = [unit for unit, size in units.items() for _ in range(size)]
    one = Rated(
        wave="Efter",
        answers=CodedAnswers(scale=scale, wave="after", places=places),
        roles=np.array(["Handläggare"] * people, dtype=object),
        units=np.array(names, dtype=object),
    )
    needed = {"Handläggare": {skill: level for place, skill in enumerate(skills) if place < 8}}
    detail = need_outcome([one], needed, by="enhet").detail
    assert isinstance(detail, Need)
    return detail


NEED_CHARTS: dict[str, Callable[[str], Chart | None]] = {
    "need": lambda language: chart(needs({"Norr": 12, "Söder": 20, "Öster": 9}), language),
    "need-hidden": lambda language: chart(needs({"Norr": 12, "Söder": 20, "Liten": 3}), language),
    "need-hidden-beside-not-needed": lambda language: chart(
        needs({"Norr": 12, "Liten": 3}, {f"s{place}": f"Färdighet {place}" for place in range(9)}), language
    ),
    "need-long": lambda language: chart(
        needs({LONG: 8, "Ån": 9}, {f"s{place}": f"Dokumentationssystemens {place}" for place in range(9)}),
        language,
    ),
    "need-none": lambda language: chart(needs({"Norr": 12, "Söder": 20}, level=1, spread=5), language),
}
