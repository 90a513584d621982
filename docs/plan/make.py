"""Write docs/plan.md, the reference of plan.toml in Swedish, from keys.sv.toml, the plan's models and examples.toml.

Run: python docs/plan/make.py
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from effektmatt.plan.json_schema import plan_schema
from effektmatt.plan.keys import describer, models, written
from effektmatt.plan.measures import InOneWave, MeasureTable
from effektmatt.plan.tables import Table

HERE = Path(__file__).parent
PAGE = HERE.parent / "plan.md"

INTRODUCTION = """# Planen, nyckel för nyckel

Allt som kan stå i `plan.toml`, i den ordning som man skriver det. En plan att börja från får ni med
`effektmatt new MAPP`, och `effektmatt check MAPP` säger allt som är fel, på en gång. Redigerare som läser
`plan.schema.json`, till exempel VS Code med tillägget Even Better TOML, visar samma texter när man pekar på en nyckel.

Sidan skrivs av `docs/plan/make.py`; ändra den inte för hand.

Så skriver man:

- En text som rapporten visar kan stå på båda språken: `label = { sv = "Kön", en = "Gender" }`. Det gäller rubriker,
  frågor, svar, fraser och egna ord. Rapporten tar sitt eget språk. Långa texter skrivs var för sig: `context.sv = ...`
  och `context.en = ...`.
- En text står inom raka citattecken: `"Före"`. En lång text kan stå på flera rader inom tre citattecken:
  `\"\"\"…\"\"\"`.
- Ett tal skrivs utan citattecken och med decimalpunkt: `0.80`. Ett datum skrivs `2025-01-31`, också det utan
  citattecken.
- Flera värden är en lista: `["kon", "kommun"]`.
- En tabell skrivs med en rubrik på en egen rad, `[project]`, och nycklarna under den; eller på en enda rad:
  `{ means = 5, distributions = 8 }`.
- Där det står NAMN i en rubrik väljer ni namnet själva. Namn med å, ä, ö eller mellanslag sätts inom citattecken.
- Filer och kolumner skrivs precis som de heter, med stora och små bokstäver.
- Ett villkor är en kolumn och vad som ska stå i den: `{ genomgatt = "ja" }`. En lista betyder något av värdena, och
  flera kolumner ska alla stämma. Stora och små bokstäver spelar ingen roll i värdena.
- Allt efter `#` är en kommentar.
- I tabellerna här nedanför står vad som gäller när en nyckel utelämnas. Ett streck betyder: ingenting.
"""

#: Every section in the order in which a plan is written: how deep its heading is, the heading, and the table that it
#: describes (or the key of the plan that is no table of its own).
SECTIONS = (
    (2, "Planens delar", "WrittenPlan"),
    (2, "Projektet: `[project]`", "Project"),
    (3, "Logotypen: `logo`", "Logo"),
    (2, "Det som gäller allt: `[analysis]`", "Analysis"),
    (3, "Små grupper: `hide`", "Hide"),
    (3, "De som saknas: `missing`", "Missing"),
    (3, "Jämförelsegruppen: `comparison`", "Comparison"),
    (2, "Namn i rapporten: `[labels]`", "labels"),
    (2, "Namn på det som står i data: `[names.KOLUMN]`", "names"),
    (2, "Mätningarna: `[waves]`", "Wave"),
    (2, "Källorna: `[sources.NAMN]`", "Source"),
    (3, "Frågor med flera svar: `multiple`", "Multiple"),
    (3, 'Register: `kind = "register"`', "Register"),
    (3, 'Enkäter: `kind = "survey"`', "Survey"),
    (3, 'Ärenden: `kind = "cases"`', "Cases"),
    (4, "Avslutsdagar i en annan fil: `closed_in`", "ClosedIn"),
    (4, "Andra perioder än mätningarnas: `periods`", "Period"),
    (3, 'Besök och granskningar: `kind = "visits"`', "Visits"),
    (3, 'Uppmätta tal: `kind = "measurements"`', "Measurements"),
    (3, 'Loggar: `kind = "log"`', "Log"),
    (3, 'Aktiviteter: `kind = "activities"`', "Activities"),
    (3, 'Ekonomi: `kind = "ledger"`', "Ledger"),
    (3, 'Publicerade värden: `kind = "index"`', "Index"),
    (3, 'Serier per månad, kvartal eller år: `kind = "series"`', "Series"),
    (2, "Skalorna: `[scales.NAMN]`", "Scale"),
    (3, "Skalans frågor: `items`", "Item"),
    (2, "Checklistorna: `[checklists.NAMN]`", "Checklist"),
    (3, "Checklistans punkter: `items`", "ChecklistItem"),
    (2, "Målen: `[[goals]]`", "Goal"),
    (3, "Mål i flera delar: `[[goals.all_of]]`", "Part"),
    (3, "Villkor på tal: `among`", "NumberLimits"),
    (3, "Det som ska nås: `target`", "Target"),
    (2, "Måtten: `measure`", "MeasureTable"),
    (3, "Andel som förbättrats: `share-improved`", "ShareImproved"),
    (3, "Andel: `share`", "Share"),
    (3, "Antal: `count`", "Count"),
    (3, "Förändring av ett antal: `count-change`", "CountChange"),
    (3, "Förändring av en andel: `share-change`", "ShareChange"),
    (3, "Förändring av ett medelvärde: `score-change`", "ScoreChange"),
    (3, "Handläggningstid: `handling-time`", "HandlingTime"),
    (3, "Andelen ärenden avslutade i tid: `closed-in-time`", "ClosedWithin"),
    (3, "Poäng vid besök: `visit-score`", "VisitScore"),
    (3, "Samstämmighet: `agreement`", "Agreement"),
    (3, "Andel användare: `active-share`", "ActiveShare"),
    (3, "Medelvärde: `mean`", "Mean"),
    (3, "Förändring av medelvärde: `mean-change`", "MeanChange"),
    (3, "Andel inom gränser: `share-within`", "ShareWithin"),
    (3, "Användare per vecka: `weekly-users`", "WeeklyUsers"),
    (3, "Genomförda aktiviteter: `held`", "Held"),
    (3, "Hela insatsen: `full-dose`", "FullDose"),
    (3, "Använda medel: `money-used`", "MoneyUsed"),
    (3, "Skillnad mellan två grupper: `group-difference`", "GroupDifference"),
    (3, "Förändring av ett publicerat värde: `index-change`", "IndexChange"),
    (3, "Förändring av en serie mot en baslinje: `period-change`", "PeriodChange"),
    (3, "Kompetensbehov: `need-met`", "NeedMet"),
    (2, "Målträdet: `[tree.NAMN]`", "TreeNode"),
    (2, "Rapporten: `[report]`", "Report"),
    (3, "Versioner för andra läsare: `[report.versions.NAMN]`", "Version"),
    (3, "Egna färger: `colours`", "Colours"),
    (2, "Egna ord: `[text]`", "Text"),
    (2, 'På båda språken: `{ sv = "Kön", en = "Gender" }`', "BothLanguages"),
)
#: What is said where several tables have keys in common, which the file of texts has no sentence for.
IN_COMMON = {
    "Source": "En tabell för varje källa. Alla slags källor har dessa nycklar, och några till beroende på `kind`.",
    "MeasureTable": "Vad ett mål eller en del av ett mål mäter. Skrivs oftast på en rad: "
    '`measure = { kind = "share", … }`. Vilka nycklar som finns beror på `kind`.',
}
#: Keys that several measures have besides their own: they stand last.
MORE = ("ComparedWaves", "ChangeOfAnswers")
#: A table that has the keys in common, to read what they may hold from.
TOLD_BY = {"Source": "Register", "MeasureTable": "Held"}


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")


def page() -> str:
    """Return the whole document."""
    return "\n".join([INTRODUCTION, *(line for section in SECTIONS for line in _section(*section))])


def examples() -> dict[str, str]:
    """Return the examples in TOML, by the name of their section's table."""
    found = tomllib.loads((HERE / "examples.toml").read_text(encoding="utf-8"))
    return {name: text.strip("\n") for name, text in found.items()}


def _section(level: int, heading: str, name: str) -> Iterator[str]:
    yield f"{'#' * level} {heading}\n"
    texts = written("sv")
    if name in texts:
        yield f"{IN_COMMON.get(name) or texts[name].means}\n"
        yield from ("| Nyckel | Betydelse | Om den utelämnas |", "|---|---|---|", *_rows(name), "")
    else:
        yield f"{texts['WrittenPlan'].keys[name]}\n"
    model = models().get(name, Table)
    if issubclass(model, MeasureTable) and model is not MeasureTable:
        yield f"Krav som kan ställas i `target`: {_demands(model)}.\n"
    if name in (shown := examples()):
        yield f"```toml\n{shown[name]}\n```\n"


def _rows(name: str) -> Iterator[str]:
    """Yield a line for each key of a table, without those that are told of for all tables of its kind at once."""
    model, schema, texts = models()[TOLD_BY.get(name, name)], plan_schema("sv"), written("sv")
    table = {"WrittenPlan": schema, **schema["$defs"]}[model.__name__]
    required = table.get("required", ())
    told_by = {key: describer(model, key, texts) for key in table["properties"]}
    last = {"wave"} if issubclass(model, InOneWave) else set()
    for key in sorted(told_by, key=lambda key: (key != "kind", told_by[key] in MORE, key in last)):
        rule, in_common = table["properties"][key], key == "kind" or told_by[key] == "Source"
        if in_common == (name in TOLD_BY):
            means = rule["description"].replace("|", r"\|")
            yield f"| `{key}` | {means} | {'**krävs**' if key in required else _default(rule.get('default'))} |"


def _default(value: object) -> str:
    """Return a default as a plan writes it; nothing where an own section tells it, or where nothing is the default."""
    if value is None or value in ([], {}) or isinstance(value, dict):
        return "–"
    if isinstance(value, list):
        return f"`[{', '.join(map(_as_toml, value))}]`"
    return f"`{_as_toml(value)}`"


def _as_toml(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _demands(measure: type[MeasureTable]) -> str:
    found = [demand.replace("-", "_") for demand in measure.demands]
    order = list(written("sv")["Target"].keys)
    return ", ".join(f"`{demand}`" for demand in sorted(found, key=order.index))


if __name__ == "__main__":
    main()
