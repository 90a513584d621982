"""What an earlier report left in the folder that this one has no use for: files that nobody asks for any more.

Only what an earlier run wrote is taken away, as its results.json tells: under the same name, with the same bytes. What
somebody has worked on since stays, and is told.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

#: The folder of the charts, one file each; it belongs to the report. The table appendix, beside the report as pages.
CHARTS, TABLES = "charts", "tables.pdf"

#: What a report is made of besides results.json, which every run writes anew.
_ENDINGS = frozenset({".html", ".pdf", ".docx", ".xlsx", ".svg", ".png"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """The names of files that are taken away, and of those that stay because somebody has changed them."""

    removed: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()


def left_over(target: Path, made: Collection[str], results: str) -> Earlier:
    """Return what an earlier report left in a folder, beside the names of the files that this one is made of.

    Without results among them it is only a part of a report, and all but old charts stays.
    """
    charts = set(_old_charts(target)) if any(name.startswith(f"{CHARTS}/") for name in made) else set[str]()
    written = _written(target / results) if results in made else {}
    there = {name: sha for name, sha in written.items() if name not in made and (target / name).is_file()}
    same = {name for name, sha in there.items() if _sum(target / name) == sha}
    changed = there.keys() - same - charts
    return Earlier(removed=tuple(sorted((same | charts).difference(made))), changed=tuple(sorted(changed)))


def _written(results: Path) -> dict[str, str]:
    """Return the files that an earlier run says it wrote, with their checksums; nothing where it cannot be read."""
    try:
        files = json.loads(results.read_bytes())["told"]["files"]
        return {name: str(one["sha256"]) for name, one in files.items() if _is_within(name)}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def _is_within(name: str) -> bool:
    """Whether a name can be that of a report's file: in its folder, or among its charts."""
    parts = Path(name).parts
    plain = not any(sign in name for sign in "\\:\x00") and ".." not in parts and not Path(name).is_absolute()
    return plain and Path(name).suffix in _ENDINGS and (len(parts) == 1 or (len(parts) == 2 and parts[0] == CHARTS))


def _sum(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _old_charts(target: Path) -> Iterator[str]:
    """Yield the charts of an earlier report, known by their descriptions; whatever else is there stays."""
    for path in (target / CHARTS).glob("*.svg"):
        if f'id="{path.stem}-desc"'.encode() in path.read_bytes():
            yield from (f"{CHARTS}/{one.name}" for one in (path, path.with_suffix(".png")) if one.exists())
