"""Starting a project folder: a commented plan, or a copy of a sample project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from effektmatt.errors import Fault, InputFaults, nearest
from effektmatt.files import mend, not_written, write_whole
from effektmatt.plan.reading import PLAN_FILE

#: What belongs to the making of a sample, not to the project it shows.
_NOT_COPIED = ("generate.py", "truth.json", "__pycache__", ".effektmatt-key", ".effektmatt-released")


def new_project(
    folder: Path, *, sample: str | None = None, kinds: Sequence[str] | None = None, language: str = "sv"
) -> Path:
    """Write a plan to start from into a folder, with its JSON Schema beside it; or copy a sample project there.

    Parameters
    ----------
    folder
        Made if it does not exist; if it does, it must not hold a plan already.
    sample
        A sample project's name; None for a commented plan.
    kinds
        The kinds of evidence that the commented plan has; None for those of most projects.
    language
        The language of the commented plan and its schema, "sv" or "en".

    Returns
    -------
    Path
        The plan.

    Raises
    ------
    InputFaults
        If there is a plan in the folder already, no sample of that name, or the folder cannot be written to.
    """
    if sample is None:
        from effektmatt.plan.template_parts import plan_template

        chosen = plan_template(language=language) if kinds is None else plan_template(kinds, also=(), language=language)
        made = {PLAN_FILE: chosen.encode()}
    else:
        made = _copied(sample)
        language = "sv"
    return _with_schema(folder, made, language)


def write_plan(folder: Path, text: str, language: str = "sv") -> Path:
    """Write a plan into a folder that holds none, with its JSON Schema beside it, and return its path.

    Raises
    ------
    InputFaults
        As `new_project`.
    """
    return _with_schema(folder, {PLAN_FILE: text.encode()}, language)


def _with_schema(folder: Path, made: Mapping[str, bytes], language: str) -> Path:
    from effektmatt.plan.json_schema import SCHEMA_FILE, plan_schema_json

    try:
        _write(folder, {**made, **_schema_unless_there(folder / SCHEMA_FILE, plan_schema_json(language).encode())})
    except OSError as error:
        raise not_written("folder-not-written", folder, error) from error
    return folder / PLAN_FILE


def _schema_unless_there(file: Path, schema: bytes) -> dict[str, bytes]:
    """Return the schema to write; an earlier try may have left the same."""
    return {} if file.is_file() and file.read_bytes() == schema else {file.name: schema}


def _copied(sample: str) -> dict[str, bytes]:
    """Return the files of a sample project, its plan with a line that says where its schema is."""
    from effektmatt.plan.json_schema import SCHEMA_FILE

    available = samples()
    if sample not in available:
        names = tuple(sorted(available))
        raise InputFaults([Fault(code="sample-unknown", got=sample, expected=names, nearest=nearest(sample, names))])
    wanted = sorted(file for file in available[sample].iterdir() if file.is_file() and file.name not in _NOT_COPIED)
    made = {file.name: file.read_bytes() for file in wanted}
    return {**made, PLAN_FILE: f"#:schema ./{SCHEMA_FILE}\n".encode() + made[PLAN_FILE]}


def _write(folder: Path, made: Mapping[str, bytes]) -> None:
    """Write all files or none, and none over what stands in the folder."""
    if folder.is_file():
        raise InputFaults([Fault(code="folder-is-file", got=str(folder))])
    mend(folder)
    refuse_existing(folder, made)
    write_whole(folder, made, over=False)


def refuse_existing(folder: Path, names: Iterable[str] = (PLAN_FILE,)) -> None:
    """Raise a fault for every file that would be written over: a plan is, for one."""
    there = [name for name in names if (folder / name).exists()]
    if there:
        raise InputFaults(Fault(code="file-exists", file=name, got=str(folder)) for name in there)


def samples() -> dict[str, Path]:
    """Return the folders of the sample projects by name.

    An installed package carries them beside its modules; a working copy has them in data/sample.
    """
    package = Path(__file__).parents[1]
    for place in (package / "samples", package.parents[1] / "data" / "sample"):
        if place.is_dir():
            return {plan.parent.name: plan.parent for plan in sorted(place.glob(f"*/{PLAN_FILE}"))}
    return {}
