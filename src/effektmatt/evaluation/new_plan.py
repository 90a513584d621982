"""A plan written from the files that lie in a folder, with every guess marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from effektmatt.data.folders import FoundTable, is_folder, tables_in
from effektmatt.plan.finding import DraftedPlan, DraftedSource, drafted_plan
from effektmatt.plan.found import Example, Key, Section
from effektmatt.plan.found_names import FoundWave
from effektmatt.plan.new import refuse_existing, write_plan
from effektmatt.plan.template_parts import plan_of_parts
from effektmatt.plan.toml_text import commented, toml_key, toml_line
from effektmatt.wording import words
from effektmatt.wording.faults import fault_text
from effektmatt.wording.language import Words

#: What a wave of a plan may be called; the others stand under their own names.
_CALLED = ("before", "after", "followup")
#: What is told of a question's name where a scale is named after its first and its last.
_LONGEST_NAME = 30


def plan_from_files(folder: Path, *, language: str = "sv") -> tuple[Path, DraftedPlan] | None:
    """Write a plan that reads the tables in a folder; None where there are none.

    Parameters
    ----------
    folder
        Holds the data files, and no plan.
    language
        The language of the plan's comments, "sv" or "en".

    Returns
    -------
    tuple
        The plan's path, and what stands in it.

    Raises
    ------
    InputFaults
        If there is a plan in the folder already.
    """
    if not is_folder(folder):
        return None
    refuse_existing(folder)
    tables = tables_in(folder)
    if not tables:
        return None
    drafted = drafted_plan(tables)
    return write_plan(folder, plan_text(drafted, words(language)), language), drafted


def plan_text(drafted: DraftedPlan, say: Words) -> str:
    """Return the text of a plan from what was found."""
    sections = {
        "analysis": _groups(drafted, say),
        "labels": _table("labels", _labels(drafted)),
        "waves": _table("waves", (_wave(wave, say) for wave in drafted.waves)),
        "sources": "\n\n".join(_source(one, drafted.groups, say) for one in drafted.sources),
        "unused": "\n".join(_unused(drafted, say)),
        "meaning": "\n\n".join(_section(section, say) for one in drafted.sources for section in one.drafted.sections),
        "goals": "\n#\n".join(_goals(drafted, say)),
    }
    return plan_of_parts("found", sections, language=say.language)


def _groups(drafted: DraftedPlan, say: Words) -> str:
    if not drafted.groups:
        return ""
    return toml_line("groups", list(drafted.groups), _guess("groups", say))


def _labels(drafted: DraftedPlan) -> Iterator[str]:
    """Yield what the columns of groups are called, where the files say."""
    for group in drafted.groups:
        columns = (column for one in drafted.sources for column in one.found.columns if column.name == group)
        label = next((one.label for one in columns if one.label and one.label != one.name), None)
        if label is not None:
            yield toml_line(group, label)


def _guess(code: str, say: Words) -> str:
    return say.say("found-guess", why=say.say(f"guess-{code}"))


def _table(path: str, lines: Iterator[str]) -> str:
    inner = "\n".join(lines)
    return f"[{path}]\n{inner}" if inner else ""


def _wave(wave: FoundWave, say: Words) -> str:
    value: dict[str, object] = {"label": _wave_label(wave, say)}
    if wave.first is not None and wave.last is not None:
        value |= {"from": wave.first, "to": wave.last}
    return toml_line(wave.name, value, _guess(wave.guess, say) if wave.guess else None)


def _wave_label(wave: FoundWave, say: Words) -> str:
    if wave.label is not None:
        return wave.label
    if wave.name in _CALLED:
        return say.say(f"found-wave-{wave.name}")
    return say.say("found-wave-number", number=wave.name.removeprefix("t"))


def _source(one: DraftedSource, groups: Sequence[str], say: Words) -> str:
    files: Mapping[str, FoundTable] = one.found.files
    lines = [f"[sources.{toml_key(one.found.name)}]"]
    if one.drafted.remark:
        lines.append(commented(say.say(f"found-remark-{one.drafted.remark}")))
    lines.append(toml_line("kind", one.kind, _guess(f"kind-{one.kind}", say)))
    lines.append(toml_line("label", one.label))
    lines += [toml_line(name, value) for name, value in _origin(files).items()]
    lines += _waves_of_rows(one, say)
    lines += [_line(key, say) for key in one.drafted.keys]
    if unread := one.unread(groups):
        quoted = (say.say("quoted", text=name) for name in unread)
        lines.append(commented(say.say("found-unread", columns=say.joined(list(quoted)))))
    if renamed := {**one.found.renamed, **one.drafted.asked_once}:
        columns = (toml_line(name, dict(called)) for name, called in renamed.items())
        lines += ["", f"[sources.{toml_key(one.found.name)}.columns]", *columns]
    return "\n".join(lines)


def _origin(tables: Mapping[str, FoundTable]) -> dict[str, object]:
    """Return the keys that say where the rows of a source come from."""
    first = next(iter(tables.values()))
    files = _shared({wave: table.file for wave, table in tables.items()})
    if first.stored_as is not None:
        return {"database": first.file, "table": _shared({wave: one.stored_as for wave, one in tables.items()})}
    keys: dict[str, object] = {"file" if isinstance(files, str) else "files": files}
    sheets = {wave: table.sheet for wave, table in tables.items() if table.sheet is not None}
    everywhere = len(sheets) == len(tables)
    return {**keys, **({"sheet": _shared(sheets) if everywhere else sheets} if sheets else {})}


def _shared(by_wave: Mapping[str, object]) -> object:
    """Return what all waves have in common, or what each has."""
    return next(iter(by_wave.values())) if len(set(by_wave.values())) == 1 else dict(by_wave)


def _waves_of_rows(one: DraftedSource, say: Words) -> Iterator[str]:
    """Yield what says the wave of a row; as a comment where that is a question."""
    found = one.found
    if found.wave_column is not None:
        yield toml_line("wave", found.wave_column, _guess("wave", say))
        if found.wave_values:
            yield toml_line("waves", dict(found.wave_values))
    if one.unsettled is not None:
        column, values = one.unsettled
        waves = {f"t{place}": value for place, value in enumerate(values, start=1)}
        yield commented(say.say("found-wave-question", column=column))
        yield commented(toml_line("wave", column))
        yield commented(toml_line("waves", waves))


def _line(key: Key, say: Words) -> str:
    value = key.value(say.language) if callable(key.value) else key.value
    line = toml_line(key.name, value, _guess(key.guess, say) if key.guess else None)
    return commented(line) if key.commented else line


def _section(section: Section, say: Words) -> str:
    """Return the table of a scale or a checklist; items that have more than a name in a table of their own."""
    path = f"{section.path}.{toml_key(section.name)}"
    keys = {key.name: key for key in section.keys}
    items = keys["items"].value
    lines = [f"[{path}]", *(_line(_labelled(key, items, say), say) for key in section.keys if key.name != "items")]
    if isinstance(items, Mapping):
        return "\n".join([*lines, "", f"[{path}.items]", *(toml_line(name, item) for name, item in items.items())])
    lines.insert(2, toml_line("items", items))
    return "\n".join(lines)


def _labelled(key: Key, items: object, say: Words) -> Key:
    """Return the label of several questions, where it is to be made of their names."""
    if key.name != "label" or key.value != "" or not isinstance(items, Mapping | list):
        return key
    asked = items.values() if isinstance(items, Mapping) else items
    names = [_short(one if isinstance(one, str) else str(one["label"])) for one in asked]
    label = say.say("found-scale", first=names[0], last=names[-1], n=len(names))
    return Key(name="label", value=label, guess=key.guess)


def _short(name: str) -> str:
    """Return the name of a question, cut between words where it is long."""
    return name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rpartition(" ")[0] + " …"


def _unused(drafted: DraftedPlan, say: Words) -> Iterator[str]:
    """Yield why files are not read, as comments."""
    for copy, of in drafted.copies:
        yield commented(say.say("found-copy", file=copy, of=of))
    for table in drafted.unused:
        if not table.faults:
            yield commented(say.say("found-unknown", file=table.called))
        for fault in table.faults:
            yield commented(fault_text(fault, say))


def _goals(drafted: DraftedPlan, say: Words) -> Iterator[str]:
    """Yield goals that would fit, each as comments to take away."""
    examples = [(one, example) for one in drafted.sources for example in one.drafted.examples]
    for number, (one, example) in enumerate(examples, start=1):
        yield commented(_goal(number, one, example, drafted.sources, say))


def _goal(number: int, one: DraftedSource, example: Example, sources: Sequence[DraftedSource], say: Words) -> str:
    values = {
        "source": one.label,
        "scale": "",
        "column": "",
        "activity": "",
        "answer": "",
        "way": "higher",
        "of": "",
        **example.values,
    }
    values["of"] = f" ({values['of']})" if values["of"] else ""
    values["scale"] = _scale_label(values["scale"], sources, say)
    lines = [_section(example.scale, say), ""] if example.scale else []
    lines += ["[[goals]]", toml_line("id", f"goal-{number}" if say.language == "en" else f"mal-{number}")]
    lines.append(toml_line("title", say.say(f"example-{example.title}", **values)))
    lines.append(toml_line("measure", example.measure))
    if example.target:
        remark = "found-target" if example.sure else "found-target-guessed"
        lines.append(toml_line("target", example.target, say.say(remark)))
    return "\n".join(lines)


def _scale_label(name: str, sources: Sequence[DraftedSource], say: Words) -> str:
    for one in sources:
        for section in one.drafted.sections:
            if section.path == "scales" and section.name == name:
                keys = {key.name: key for key in section.keys}
                return str(_labelled(keys["label"], keys["items"].value, say).value)
    return name
