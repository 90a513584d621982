"""Tables on disk, as a user has them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from effektmatt.data.raw_tables import HowToRead
from effektmatt.data.reading import Table, read_table
from effektmatt.errors import Fault, InputFaults

Faults = tuple[Fault, ...]


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Table]:
    """Write bytes or text (as UTF-8) to a file and read it as a table."""

    def read(content: bytes | str, *, name: str = "svar.csv", **how: Any) -> Table:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return read_table(path, shown_as=name, how=HowToRead(**how))

    return read


@pytest.fixture
def faults(table: Callable[..., Table]) -> Callable[..., Faults]:
    """Write a file that is no clean table and return what is wrong with it."""

    def read(content: bytes | str, **how: Any) -> Faults:
        with pytest.raises(InputFaults) as raised:
            table(content, **how)
        return raised.value.faults

    return read
