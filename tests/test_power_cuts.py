"""A power cut at any step of writing leaves the old files or the new, whatever order the system had written in.

What is done is recorded step by step, with what was waited for. A cut leaves each folder's names as they were at any
time since they were last waited for, and nothing in a file that was not.
"""

import os
import random
import shutil
from pathlib import Path

import pytest

from effektmatt import files
from effektmatt.files import mend, write_whole
from test_files import MADE, NEW, OLD, contents, old_folder

pytestmark = pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="cannot tell which file is waited for")

Names = dict[str, tuple[int, bytes] | None]


class Disk:
    """What stood in every folder after every step, and what had been waited for by then."""

    def __init__(self, folder):
        self.folder = folder
        self.steps: list[dict[str, Names]] = []
        self.folders_waited: list[dict[str, int]] = []
        self.files_waited: list[set] = []
        self.look()
        self.folders_waited[0] = dict.fromkeys(self.steps[0], 0)  # what stood there before stands there for long
        self.files_waited[0] = {held for names in self.steps[0].values() for held in names.values() if held}

    def look(self):
        now: dict[str, Names] = {}
        for path in [self.folder, *(path for path in self.folder.rglob("*") if path.is_dir())]:
            names = {
                one.name: None if one.is_dir() else (one.stat().st_ino, one.read_bytes()) for one in path.iterdir()
            }
            now[str(path.relative_to(self.folder))] = names
        self.steps.append(now)
        self.folders_waited.append(dict(self.folders_waited[-1]) if self.folders_waited else {})
        self.files_waited.append(set(self.files_waited[-1]) if self.files_waited else set())

    def waited_for(self, path):
        self.look()
        if path.is_dir():
            self.folders_waited[-1][str(path.relative_to(self.folder))] = len(self.steps) - 1
        else:
            self.files_waited[-1].add((path.stat().st_ino, path.read_bytes()))

    def after_cut(self, step, to, chance):
        """Write what a cut after a step may leave: `chance` is None for as little as may be, else a random choice."""

        def fill(name, target):
            first = self.folders_waited[step].get(name)
            if first is None or name not in self.steps[first]:
                first = step if chance and chance.random() < 0.5 else None
            if first is None:  # nothing in it was ever waited for
                return
            at = first if chance is None else chance.randint(first, step)
            for held_name, held in self.steps[at].get(name, {}).items():
                if held is None:
                    (target / held_name).mkdir()
                    fill(held_name if name == "." else f"{name}/{held_name}", target / held_name)
                else:
                    is_there = held in self.files_waited[step] or (chance is not None and chance.random() < 0.5)
                    (target / held_name).write_bytes(held[1] if is_there else b"")

        to.mkdir()
        fill(".", to)


@pytest.fixture
def recorded(monkeypatch):
    """Record what is done to a folder while something is written to it."""

    def record(folder, write):
        disk = Disk(folder)

        def recording(change):
            def recorded(*arguments, **options):
                try:
                    return change(*arguments, **options)
                finally:
                    disk.look()

            return recorded

        with monkeypatch.context() as patch:
            for owner, name in [(Path, "replace"), (Path, "unlink"), (Path, "mkdir"), (Path, "rmdir"), (os, "link"),
                                (shutil, "rmtree"), (shutil, "copy2"), (files, "_write")]:  # fmt: skip
                patch.setattr(owner, name, recording(getattr(owner, name)))
            patch.setattr(os, "fsync", lambda file: disk.waited_for(Path(f"/proc/self/fd/{file}").readlink()))
            write()
        return disk

    return record


def cut_everywhere(disk, tmp_path, allowed):
    seen = []
    for step in range(len(disk.steps)):
        for seed in (None, *range(6)):
            folder = tmp_path / f"cut-{step}-{seed}"
            disk.after_cut(step, folder, None if seed is None else random.Random(1000 * step + seed))
            mend(folder)
            seen.append({name: held for name, held in contents(folder).items() if not name.startswith(files.ASIDE)})
            assert seen[-1] in allowed, (step, seed)
            shutil.rmtree(folder)
    return seen


@pytest.mark.parametrize("links", [True, False])
def test_a_power_cut_leaves_the_old_or_the_new(tmp_path, recorded, monkeypatch, links):
    if not links:
        monkeypatch.setattr(os, "link", lambda *arguments: (_ for _ in ()).throw(PermissionError()))
    folder = old_folder(tmp_path / "ut")
    disk = recorded(folder, lambda: write_whole(folder, MADE, without=["charts/gone.svg"]))
    seen = cut_everywhere(disk, tmp_path, (OLD, NEW))
    assert seen[0] == OLD
    assert seen[-1] == NEW
    assert len(disk.steps) > 30


def test_a_power_cut_while_old_files_are_put_back_leaves_the_old(tmp_path, recorded, monkeypatch):
    folder, replace = old_folder(tmp_path / "ut"), Path.replace

    def held(path, target):
        if target == folder / "charts" / "c.svg":
            raise PermissionError(13, "Permission denied", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", held)

    def write():
        with pytest.raises(PermissionError):
            write_whole(folder, MADE, without=["charts/gone.svg"])

    cut_everywhere(recorded(folder, write), tmp_path, (OLD,))


@pytest.mark.parametrize("forgotten", ["_settle", "_wait_for"])
def test_what_is_not_waited_for_would_be_noticed(tmp_path, recorded, monkeypatch, forgotten):
    folder = old_folder(tmp_path / "ut")
    monkeypatch.setattr(files, forgotten, lambda *paths: None)
    disk = recorded(folder, lambda: write_whole(folder, MADE, without=["charts/gone.svg"]))
    with pytest.raises((AssertionError, ValueError)):
        cut_everywhere(disk, tmp_path, (OLD, NEW))
