"""Checksums with a key of the project's own: they show that a file is the same, and cannot be guessed from outside.

A plain checksum gives away what few cells hold: whoever knows the rest of the file tries all that they could be. The
key is drawn once, and kept in the project's folder and nowhere else.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from contextlib import suppress
from pathlib import Path

from effektmatt.files import write_whole

#: The file in the project's folder that holds the key.
KEY_FILE = ".effektmatt-key"
_BYTES = 32


def project_key(folder: Path) -> bytes | None:
    """Return the key of a project, drawn if it has none; None where none can be read or written."""
    path = folder / KEY_FILE
    try:
        if not path.exists():
            _draw(path)
    except OSError:
        return None
    return known_key(folder)


def known_key(folder: Path) -> bytes | None:
    """Return the key that a project has; None where it has none that can be read."""
    try:
        key = bytes.fromhex((folder / KEY_FILE).read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        return None
    return key if len(key) == _BYTES else None


def _draw(path: Path) -> None:
    """Write a new key, readable for its owner only, all of it or none; one that somebody else wrote meanwhile stays."""
    key = secrets.token_hex(_BYTES) + "\n"
    with suppress(FileExistsError):
        write_whole(path.parent, {path.name: key.encode()}, over=False, private=True)


def keyed_sum(sha256: str, key: bytes | None) -> str | None:
    """Return the keyed sum (HMAC-SHA-256) of a content by its plain one; None without a key.

    >>> keyed_sum("00", b"1")[:8], keyed_sum("00", b"2")[:8], keyed_sum("00", None)
    ('3a52aaa9', 'ede0ac3f', None)
    """
    return None if key is None else hmac.new(key, bytes.fromhex(sha256), "sha256").hexdigest()


def sum_of(content: bytes, folder: Path) -> str | None:
    """Return the keyed sum of a content, with the key of the project in a folder; None where it has none."""
    return keyed_sum(hashlib.sha256(content).hexdigest(), project_key(folder))
