"""Starting a project folder: a commented plan, or a copy of a sample project."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from effektmatt.errors import Fault, InputFaults, nearest
from effektmatt.plan.reading import PLAN_FILE

#: What belongs to the making of a sample, not to the project it shows.
_NOT_COPIED = ("generate.py", "truth.json", "__pycache__", ".effektmatt-key")


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
        If there is a plan in the folder already, or no sample of that name.
    """
    plan = folder / PLAN_FILE
    if folder.is_file():
        raise InputFaults([Fault(code="folder-is-file", got=str(folder))])
    from effektmatt.plan.json_schema import SCHEMA_FILE, plan_schema_json

    if sample is None:
        from effektmatt.plan.template_parts import plan_template

        _refuse_existing(folder, [PLAN_FILE, SCHEMA_FILE])
        chosen = plan_template(language=language) if kinds is None else plan_template(kinds, also=(), language=language)
        with _written_to(folder):
            plan.write_text(chosen, encoding="utf-8")
            (folder / SCHEMA_FILE).write_text(plan_schema_json(language), encoding="utf-8")
        return plan
    available = samples()
    if sample not in available:
        names = tuple(sorted(available))
        raise InputFaults([Fault(code="sample-unknown", got=sample, expected=names, nearest=nearest(sample, names))])
    wanted = sorted(file for file in available[sample].iterdir() if file.name not in _NOT_COPIED)
    _refuse_existing(folder, [*(file.name for file in wanted), SCHEMA_FILE])
    with _written_to(folder):
        for file in wanted:
            shutil.copyfile(file, folder / file.name)
        plan.write_text(f"#:schema ./{SCHEMA_FILE}\n{plan.read_text(encoding='utf-8')}", encoding="utf-8")
        (folder / SCHEMA_FILE).write_text(plan_schema_json(), encoding="utf-8")
    return plan


@contextmanager
def _written_to(folder: Path) -> Iterator[None]:
    """Make a folder and write in it; what hinders it is a fault."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise InputFaults(
            [Fault(code="folder-not-written", got=str(folder), details={"reason": str(error)})]
        ) from error


def samples() -> dict[str, Path]:
    """Return the folders of the sample projects by name.

    An installed package carries them beside its modules; a working copy has them in data/sample.
    """
    package = Path(__file__).parents[1]
    for place in (package / "samples", package.parents[1] / "data" / "sample"):
        if place.is_dir():
            return {plan.parent.name: plan.parent for plan in sorted(place.glob(f"*/{PLAN_FILE}"))}
    return {}


def _refuse_existing(folder: Path, names: list[str]) -> None:
    """Nothing that stands in the folder is written over."""
    there = [name for name in names if (folder / name).exists()]
    if there:
        raise InputFaults(Fault(code="file-exists", file=name, got=str(folder)) for name in there)
