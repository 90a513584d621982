"""What an evaluation was made from, and with."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.metadata import version

import effektmatt
from effektmatt.evaluation.keyed_sums import keyed_sum, project_key, sum_of
from effektmatt.evaluation.kinds.common import Data
from effektmatt.findings import FileFacts, Manifest
from effektmatt.plan import Plan


def manifest(plan: Plan, data: Data) -> Manifest:
    """Return the plan's file, every data file and the versions of what they were read and measured with."""
    content = plan.file.read_bytes()
    own = sum_of(content, plan.folder)
    files = [FileFacts(file=plan.file.name, keyed_sum=own, bytes=len(content)), *_own_files(plan), *data_files(data)]
    names = ("numpy", "scipy", "pandas", "pandera", "matplotlib", "typst")
    versions = (("effektmatt", effektmatt.__version__), *((name, version(name)) for name in names))
    return Manifest(made=_today(), files=tuple(dict.fromkeys(files)), versions=versions)


def _own_files(plan: Plan) -> Iterator[FileFacts]:
    """Yield the files of the evaluator's own words and pictures."""
    for name, path in plan.own_files.items():
        content = path.read_bytes()
        yield FileFacts(file=name, keyed_sum=sum_of(content, plan.folder), bytes=len(content))


def data_files(data: Data) -> Iterator[FileFacts]:
    """Yield every data file, with a keyed sum of what was in it."""
    key = project_key(data.plan.folder)
    for loaded in (prepared.loaded for prepared in data.sources.values()):
        for one in (*(file.reading for file in loaded.files.values()), *loaded.joined):
            yield FileFacts(file=one.file, keyed_sum=keyed_sum(one.sha256, key), bytes=one.bytes)


def _today() -> date:
    """Return today's date, or that of SOURCE_DATE_EPOCH, by which a report can be made again byte for byte."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now().astimezone().date()
