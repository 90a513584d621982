"""How files are written: all of them whole or none, whatever interrupts it.

New files are made aside, in a folder of their own beside those they replace; the old ones are kept there too, and a
journal says what is about to change. Whatever then happens, the old ones come back: at once after an error or an
interrupt, the next time that somebody writes there after a power cut or a kill. What a step rests on is on the disk
before it is taken: a system may write in any order what nobody waits for.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import IO

from effektmatt.errors import Fault, InputFaults

#: The folder aside, in the folder that is written to; whoever holds the lock in it is the only one who writes.
ASIDE = ".effektmatt-writing"
_LOCK, _NEW, _OLD, _AGAIN, _JOURNAL = "lock", "new", "old", "again", "journal"

_WRITING: list[Path] = []  # where files are being moved just now

#: So many seconds another run is waited for: moving a report takes hundredths of one.
_PATIENCE = 10.0

#: Why the system refuses, in the words that faults choose their sentences by.
_WHY = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.EROFS: "read-only",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.ENAMETOOLONG: "long-name",
    errno.EISDIR: "is-folder",
    errno.ENOTDIR: "is-file",
    errno.EEXIST: "is-file",
    errno.ENOENT: "gone",
    errno.EAGAIN: "busy",
    errno.EINVAL: "bad-name",
    errno.EBADF: "closed",
}
_OPEN_ELSEWHERE = (32, 33)  # Windows: another program holds the file, or a part of it
_DENIED = 5  # Windows: also what it says of moving a file over one that is held, in a folder that may be written to


def why(error: OSError) -> str:
    """Return why the system refuses to write: "full", "read-only", "open" and so on, "other" where it is none of these.

    >>> why(OSError(errno.ENOSPC, "No space left on device")), why(OSError("what?"))
    ('full', 'other')
    """
    said = getattr(error, "winerror", None)
    if said in _OPEN_ELSEWHERE or (said == _DENIED and error.filename2 is not None):
        return "open"
    return _WHY.get(error.errno or 0, "other")


def not_written(code: str, folder: Path, error: OSError) -> InputFaults:
    """Return the fault that a folder, or a file in it, cannot be written."""
    file = Path(error.filename).name if error.filename else folder.name
    details = {"folder": str(folder), "why": why(error), "reason": error.strerror or str(error)}
    return InputFaults([Fault(code=code, file=file, got=str(folder), details=details)])


def write_whole(
    folder: Path,
    made: Mapping[str, bytes],
    *,
    without: Iterable[str] = (),
    over: bool = True,
    private: bool = False,
) -> None:
    """Write files to a folder so that all of them are there afterwards, or everything is as it was.

    Parameters
    ----------
    folder
        Where to; made if it does not exist.
    made
        The content of each file by its name within the folder ("charts/goals.svg").
    without
        Files that are taken away in the same go.
    over
        Whether files that stand there are written over.
    private
        Whether nobody but the owner may read them.

    Raises
    ------
    OSError
        FileExistsError with the file's name where it stands there and is not to be written over.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp()) / "ut"
    >>> write_whole(folder, {"a.txt": b"1", "delar/b.txt": b"2"})
    >>> sorted(str(path.relative_to(folder)) for path in folder.rglob("*.txt"))
    ['a.txt', 'delar/b.txt']
    """
    with _made(folder), _alone(folder) as aside:
        for name in made:
            if ".." in Path(name).parts or Path(name).is_absolute():
                raise ValueError(f"a file is written within its folder; got {name!r}")
            _refuse(folder / name, over=over)
            _write(aside / _NEW / name, made[name], private=private)
        for name in made:  # after all are written: the first wait is most of the time
            _wait_for(aside / _NEW / name)
        try:
            _keep(folder, aside, [*made, *without])
            for name in made:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (aside / _NEW / name).replace(folder / name)
            for name in without:
                (folder / name).unlink(missing_ok=True)
            _settle(folder, *_folders(folder, [*made, *without]))
            _end(aside)  # from here on the new files stand
        except BaseException:
            _undo(folder)
            raise


def is_writing() -> bool:
    """Say whether files are being moved just now, so that an interrupt must put the old ones back."""
    return bool(_WRITING)


def mend(folder: Path) -> None:
    """Put back the old files where a run was killed while it wrote to a folder, and clear away what it left."""
    with suppress(OSError):
        if (folder / ASIDE).is_dir():
            with _alone(folder):
                pass


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make a folder; if nothing comes of it, it is taken away again with what was made above it."""
    new = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for one in new:
            with suppress(OSError):
                one.rmdir()
        raise


@contextmanager
def _alone(folder: Path) -> Iterator[Path]:
    """Be the only one who writes to a folder, what killed runs left there mended first; cleared away afterwards."""
    aside = folder / ASIDE
    with closing(_locked(aside / _LOCK)) as lock:
        _WRITING.append(folder)
        try:
            _undo(folder)
            for left in (_NEW, _OLD, _AGAIN):
                shutil.rmtree(aside / left, ignore_errors=True)
            yield aside
        finally:
            if not (aside / _JOURNAL).exists():
                if os.name == "nt":  # where an open file cannot be taken away
                    lock.close()
                shutil.rmtree(aside, ignore_errors=True)
            _WRITING.remove(folder)


def _locked(path: Path) -> IO[bytes]:
    """Return a file that is locked until it is closed, or the process ends in whatever way."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        path.parent.mkdir(exist_ok=True)
        with suppress(FileNotFoundError):  # whoever wrote before is just clearing away
            lock = path.open("ab")
            if _is_ours(lock) and os.fstat(lock.fileno()).st_ino == path.stat().st_ino:
                return lock
            lock.close()
        time.sleep(0.02)
    raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN), str(path.parent.parent))


def _is_ours(lock: IO[bytes]) -> bool:
    """Try to lock an open file; where the file system has no locks everybody gets it."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
    return True


def _refuse(path: Path, *, over: bool) -> None:
    """Refuse to put a file where a folder is, or to write over one that shall stay."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not over and path.exists():
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def _write(path: Path, content: bytes, *, private: bool = False) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = 0o600 if private else 0o666
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as file:
        file.write(content)


def _wait_for(path: Path) -> None:
    """Wait until what a file holds is on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _settle(*folders: Path) -> None:
    """Wait until the names that folders hold are on the disk; Windows has no such wait, nor have some file systems."""
    if os.name == "nt":
        return
    for folder in folders:
        with suppress(OSError):
            opened = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(opened)
            finally:
                os.close(opened)


def _folders(within: Path, names: Iterable[str]) -> list[Path]:
    """Return the folders that files stand in, the inmost first, as far as they are there."""
    above = {folder for name in names for folder in Path(name).parents}
    there = (within / folder for folder in sorted(above, key=lambda one: (-len(one.parts), one)))
    return [folder for folder in there if folder.is_dir()]


def _end(aside: Path) -> None:
    """Take away the journal: what it says need not be undone any more."""
    (aside / _JOURNAL).unlink()
    _settle(aside)


def _keep(folder: Path, aside: Path, names: Sequence[str]) -> None:
    """Keep the old files aside, and write down what is about to change."""
    there = {name: (folder / name).exists() for name in names}
    for name in (name for name, is_there in there.items() if is_there):
        _double(folder / name, aside / _OLD / name)
    made = {str(one) for name in names for one in Path(name).parents if not (folder / one).is_dir()}
    journal = json.dumps({"there": there, "folders": sorted(made, reverse=True)})
    _write(aside / f"{_JOURNAL}.part", journal.encode())
    _wait_for(aside / f"{_JOURNAL}.part")
    _settle(*_folders(aside / _NEW, names), *_folders(aside / _OLD, names), aside, folder)
    (aside / f"{_JOURNAL}.part").replace(aside / _JOURNAL)
    _settle(aside)


def _double(path: Path, other: Path) -> None:
    """Let a file stand in another place too."""
    other.parent.mkdir(parents=True, exist_ok=True)
    other.unlink(missing_ok=True)
    try:
        os.link(path, other)
    except OSError:  # a file system without links, or somebody else's file
        shutil.copy2(path, other)
        _wait_for(other)


def _is_back(old: Path, path: Path) -> bool:
    """Say whether the old file stands where it stood: then nobody who holds it need be troubled."""
    return path.exists() and old.samefile(path)


def _undo(folder: Path) -> None:
    """Put everything back as the journal says that it was; without a journal there is nothing to put back.

    The old files stay aside until that is done, so that it can be done again.
    """
    aside = folder / ASIDE
    if not (aside / _JOURNAL).exists():
        return
    journal = json.loads((aside / _JOURNAL).read_bytes())
    for name, was_there in journal["there"].items():
        if not was_there:
            (folder / name).unlink(missing_ok=True)
        elif not _is_back(aside / _OLD / name, folder / name):
            _double(aside / _OLD / name, aside / _AGAIN / name)
            (aside / _AGAIN / name).replace(folder / name)
    _settle(*_folders(folder, journal["there"]))
    for made in journal["folders"]:
        with suppress(OSError):
            (folder / made).rmdir()
    _end(aside)
