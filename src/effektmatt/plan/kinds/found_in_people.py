"""What files look like that hold people's answers, their numbers, what visitors saw, or a list of people or things."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

import pandas as pd

from effektmatt.data.answer_orders import YES_NO
from effektmatt.data.descriptions import ColumnKind, DescribedColumn
from effektmatt.data.values import key
from effektmatt.plan.found import Drafted, Example, FoundSource, Key, Section, other_types, written, yes_no
from effektmatt.plan.found_directions import low_is_good
from effektmatt.plan.found_once import with_asked_once
from effektmatt.plan.found_options import FoundOptions, found_options
from effektmatt.plan.found_scales import FoundScale, found_scales, questions

_VISITOR = r"besökare|besokare|granskare|bedömare|bedomare|visitor|reviewer|rater|observatör|observator|kodare|coder"
_UNIT = r"enhet|unit|plats|kontor|verksamhet|text|webbplats|butik|site|office|object|objekt"
_VISIT = r"^besök$|^besok$|^visit$|besöksnr|besoksnr|besöks?id|visit[ _-]?id"
_ANSWERED = (
    r"svarsdatum|svarstid|slutför|slutfor|completion|submit|inskickad|tidsst[äa]mpel|timestamp|enddate|recorded"
    r"|\bend\b|datum"
)
_CALLED_CODE = r"kod\b|kod$|code|pseudonym|respondent|alias"
#: Columns of one form: those that only a questionnaire has.
_OF_FORMS = r"svarsdatum|starttid|start time|slutförandetid|completion time|submitdate|startdate|tidsstämpel|timestamp"

#: So many of the codes of one wave must stand in the other, to be people's; so many different ones are codes at all.
_LINKED, _UNIQUE = 0.2, 0.85
#: What numbers of a kind may be at the least and at the most, by words in their headings.
_POSSIBLE = ((r"dag(?:ar)?\b|\bdays?\b", (0, 365)), (r"%|procent|per ?cent", (0, 100)))
#: A few lines are notes, and no register.
_FEWEST = 3


def found_register(source: FoundSource) -> Drafted | None:
    """Recognise a register: a row is a person or thing that nothing else has two rows of."""
    codes = [one for one in source.of_kind(ColumnKind.CODE, ColumnKind.MAIL) if one.different == one.filled]
    whole = next((one.name for one in codes if one.missing == 0), None)
    if not whole and not source.is_repeat and not source.of_kind(ColumnKind.GROUP, ColumnKind.ANSWERS):
        return None
    if len(source.frame) < _FEWEST or source.is_published:
        return None
    types = other_types(source, [whole])
    keys = (*written(key=whole), *([types] if types else []))
    remark = "repeat" if source.is_repeat else None
    examples = tuple(_register_examples(source))
    return Drafted(strength=20 if whole else 5, keys=keys, examples=examples, remark=remark)


def _register_examples(source: FoundSource) -> list[Example]:
    told = {"source": source.name}
    for one in yes_no(source):
        assert one.answers is not None
        where = {one.name: one.answers.answers[-1]}
        measure = {"kind": "share", **told, "where": where}
        values = {"column": one.name, "answer": one.answers.answers[-1]}
        return [Example(title="register-share", measure=measure, target={"at_least": 0.8}, values=values)]
    for one in source.of_kind(ColumnKind.GROUP):
        if one.counts:
            where = {one.name: one.counts[0][0]}
            measure = {"kind": "count", **told, "where": where}
            values = {"column": one.name}
            return [Example(title="register-count", measure=measure, target={"at_least": 10}, values=values)]
    return []


def found_survey(source: FoundSource) -> Drafted | None:
    """Recognise a survey: questions answered on a scale, and nothing else that a row could be."""
    if source.is_repeat:
        return None
    formed = bool(source.tools) or source.named(_OF_FORMS, ColumnKind.DATE) is not None
    options = tuple(found_options(source))
    taken = [column for one in options for column in one.columns]
    asked = [one for one in questions(source) if one.name not in taken]
    if not asked and not (formed and (options or any(yes_no(source)))):
        return None
    code, guess = _code(source)
    linked = code is not None or bool(source.renamed)
    source, once = with_asked_once(source)
    answered = source.named(_ANSWERED, ColumnKind.DATE) or _only(source.of_kind(ColumnKind.DATE))
    scales = tuple(found_scales(source, yes_no=formed or bool(source.waves), without=taken, once=once))
    used = [code, *taken, *(item for scale in scales for item in (*scale.items, *scale.then.values()))]
    types = other_types(source, used)
    keys = [Key(name="code", value=code, guess=guess)] if code else []
    keys += [*written(answered=answered), *([types] if types else [])]
    if options:
        keys.append(Key(name="multiple", value={one.question: one.how for one in options}, guess="multiple"))
    strength = 80 if formed else 40 if source.waves or len(asked) > 1 else 30
    sections = (
        *(_scale_section(source, scale) for scale in scales),
        *_apart_from(scales, [one.section(source) for one in options]),
    )
    examples = (
        *_survey_examples(source, [one for one in scales if not once.keys() & one.items], linked=linked),
        *(_chosen_example(source, one) for one in options[:1]),
    )
    return Drafted(
        strength=strength, keys=tuple(keys), sections=sections, examples=examples, person=code, asked_once=once
    )


def _chosen_example(source: FoundSource, options: FoundOptions) -> Example:
    """Return a goal for one option, which has a scale of its own."""
    option, scale = options.section_of_first(source)
    measure: dict[str, object] = {"kind": "share", "scale": scale.name, "top": 1}
    target: dict[str, object] = {"at_least": 0.5}
    if len(source.waves) > 1:
        measure["kind"], target = "share-change", {"increase_by": 0.1, "reading": "points"}
    elif source.waves:
        measure["wave"] = source.waves[0]
    return Example(title="survey-chose", measure=measure, target=target, values={"column": option}, scale=scale)


def _apart_from(scales: Sequence[FoundScale], sections: Sequence[Section]) -> list[Section]:
    """Give sections names that no scale has."""
    named: dict[str, Section] = {}
    taken = {scale.name for scale in scales}
    for section in sections:
        name, number = section.name, 2
        while name in taken | named.keys():
            name, number = f"{section.name}_{number}", number + 1
        named[name] = replace(section, name=name)
    return list(named.values())


def _scale_section(source: FoundSource, scale: FoundScale) -> Section:
    section = scale.section
    label = Key(name="label", value=scale.label or "", guess=None if scale.label else "scale-label")
    return Section(path=section.path, name=section.name, keys=(label, *written(source=source.name), *section.keys))


def _only(columns: Sequence[DescribedColumn]) -> str | None:
    return columns[0].name if len(columns) == 1 else None


def _code(source: FoundSource) -> tuple[str | None, str | None]:
    """Return the column that links people's answers, and why it is guessed."""
    names = [one.name for one in source.columns]
    candidates = [name for name in names if _is_code(name, source) and _tells_people_apart(name, source)]
    called = [name for name in candidates if re.search(_CALLED_CODE, name, re.IGNORECASE)]
    for name in (*called, *candidates):
        if len(source.frames) > 1 and _overlap([frame[name] for frame in source.frames]) >= _LINKED:
            return name, None
    mailed = [name for name in candidates if source.description[name].kind is ColumnKind.MAIL]
    for name in (*called, *mailed):
        return name, "code"
    return None, None


def _is_code(name: str, source: FoundSource) -> bool:
    """Whether a column tells the rows of each file apart."""
    described = (found.description[name].kind for found in source.files.values() if found.description is not None)
    return all(kind in (ColumnKind.CODE, ColumnKind.MAIL) for kind in described)


def _tells_people_apart(name: str, source: FoundSource) -> bool:
    """Whether nearly every row of each file has its own code, that is no running number."""
    for frame in source.frames:
        cells = frame[name].dropna()
        running = [str(place) for place in range(1, len(cells) + 1)]
        if not len(cells) or cells.nunique() < _UNIQUE * len(cells) or len(cells) < 0.5 * len(frame):
            return False
        if source.wave_column is None and (list(cells) == running or _counts_on(cells)):  # else it comes again
            return False
    return True


def _counts_on(cells: pd.Series[str]) -> bool:
    """Whether the codes are numbers that only grow by one or so: numbers of rows, as surveys give out."""
    if not all(cell.isdigit() for cell in cells):
        return False
    numbers = sorted(int(cell) for cell in cells)
    return numbers[-1] - numbers[0] < 1.5 * len(numbers) and numbers == [int(cell) for cell in cells]


def _overlap(columns: Sequence[pd.Series[str]]) -> float:
    """Return how many of the codes of one file stand in the next, of the smaller of them, at least."""
    codes = [{key(cell) for cell in column.dropna()} for column in columns]
    shares = (len(one & other) / max(1, min(len(one), len(other))) for one, other in pairwise(codes))
    return min(shares, default=0.0)


def _survey_examples(source: FoundSource, scales: Sequence[FoundScale], *, linked: bool) -> list[Example]:
    scale = next((one for one in scales if one.answers.family != YES_NO), next(iter(scales), None))
    if scale is None:
        return []
    values, top = {"scale": scale.name}, max(1, len(scale.answers.answers) // 2)
    if len(source.waves) < 2:
        wave = {"wave": source.waves[0]} if source.waves else {}
        measure = {"kind": "share", "scale": scale.name, "top": top, **wave}
        return [Example(title="survey-share", measure=measure, target={"at_least": 0.8}, values=values)]
    low = scale.low_is_better
    score = {"kind": "score-change", "scale": scale.name}
    change = {"kind": "share-change", "scale": scale.name, "top": top}
    way = {"direction": "decrease" if low else "increase"}
    points = {"decrease_by" if low else "increase_by": 0.10, "reading": "points"}
    values |= {"way": "lower" if low else "higher"}
    examples = [
        Example(title="survey-score", measure=score, target=way, values=values, sure=False),
        Example(title="survey-change", measure=change, target=points, values=values, sure=False),
    ]
    if linked:
        improved = {"kind": "share-improved", "scale": scale.name, "improved": "step"}
        examples.insert(0, Example(title="survey-improved", measure=improved, target={"at_least": 0.8}, values=values))
    return examples


def found_measurements(source: FoundSource) -> Drafted | None:
    """Recognise measured numbers: files of several waves with a number and no questions."""
    numbers = source.of_kind(ColumnKind.NUMBER)
    if not source.waves or not numbers or questions(source):
        return None
    code, guess = _code(source)
    number = numbers[0].name
    keys = [*written(number=number)]
    keys[0] = Key(name="number", value=number, guess="number" if len(numbers) > 1 else None)
    keys += [Key(name="code", value=code, guess=guess)] if code else []
    keys += _of_all(source.description[number])
    types = other_types(source, [number, code])
    measure = {"kind": "mean-change", "source": source.name}
    low = low_is_good(f"{number} {source.description[number].label or ''} {source.label}")
    values = {"column": number, "way": "lower" if low else "higher"}
    way = {"direction": "decrease" if low else "increase"}
    example = Example(title="measurements-change", measure=measure, target=way, values=values, sure=False)
    return Drafted(strength=35, keys=(*keys, *([types] if types else [])), examples=(example,), person=code)


def _of_all(number: DescribedColumn) -> Iterator[Key]:
    """Yield what the numbers cannot tell of themselves: whether everybody is among them, and what they may be."""
    yield Key(name="everybody", value=True, guess="everybody", commented=True)
    for words, ends in _POSSIBLE:
        if re.search(words, number.name, re.IGNORECASE) and all(
            ends[0] <= float(end.replace(",", ".")) <= ends[1] for end in (number.low or "0", number.high or "0")
        ):
            yield Key(name="possible", value=list(ends), guess="possible", commented=True)
            return


def found_visits(source: FoundSource) -> Drafted | None:
    """Recognise visits or reviews: several points judged yes or no, a column of who judged, and what was judged."""
    visitor = source.named(_VISITOR, ColumnKind.GROUP, ColumnKind.CODE)
    points = list(yes_no(source))
    units = [one.name for one in source.of_kind(ColumnKind.GROUP, ColumnKind.CODE) if one.name != visitor]
    visit = source.named(_VISIT, ColumnKind.CODE, ColumnKind.GROUP)
    unit = source.named(_UNIT, ColumnKind.GROUP, ColumnKind.CODE)
    unit = unit or next((name for name in units if name != visit), None)
    if visitor is None or unit is None or len(points) < 2:
        return None
    if visit is None and _judged_by_several(source, unit, visitor):
        visit = unit
    keys = [Key(name="checklist", value=source.name), Key(name="unit", value=unit, guess="unit")]
    keys += written(visitor=visitor, visit=visit, date=_only(source.of_kind(ColumnKind.DATE)))
    measure = {"kind": "visit-score", "source": source.name}
    if len(source.waves) > 1:
        example = Example(title="visits-score", measure=measure, target={"direction": "increase"})
    else:
        example = Example(title="visits-score", measure=measure, target={"at_least": 0.8})
    checklist = _checklist(source, points)
    return Drafted(strength=60, keys=tuple(keys), sections=(checklist,), examples=(example,))


def _judged_by_several(source: FoundSource, unit: str, visitor: str) -> bool:
    """Whether most of what is judged has several rows, each by another who judged it."""
    frame = source.frame[[unit, visitor]].dropna()
    rows, judges = frame.groupby(unit).size(), frame.groupby(unit)[visitor].nunique()
    return bool((rows == judges).mean() > 0.95 and (rows > 1).mean() > 0.5)


def _checklist(source: FoundSource, points: Sequence[DescribedColumn]) -> Section:
    items: dict[str, object] = {one.name: one.label or one.name for one in points}
    for scale in found_scales(source, yes_no=False):
        rating = list(scale.answers.answers)
        items |= {item: {"label": label, "rating": rating} for item, label in scale.items.items()}
    answers = [one.answers for one in points if one.answers is not None]
    yes = list(dict.fromkeys(one.answers[-1] for one in answers))
    no = list(dict.fromkeys(one.answers[0] for one in answers))
    none = list(dict.fromkeys(value for one in answers for value in one.not_answers))
    named = any(label != item for item, label in items.items())
    keys = [
        Key(name="label", value=source.label, guess="scale-label"),
        Key(name="items", value=items if named else list(items)),
        *written(yes=yes, no=no, not_applicable=none or None),
    ]
    return Section(path="checklists", name=source.name, keys=tuple(keys))
