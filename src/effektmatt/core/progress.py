"""What long work says of itself while it goes on."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Whatever wants to know how far a long piece of work has come."""

    def __call__(self, step: str, done: int = 0, of: int = 0) -> None:
        """Take a few words on what is being done, and how many of its parts are done (0 of 0: it is one piece)."""
