"""A PostgreSQL server of our own, for as long as the tests run: nobody else's, and gone afterwards."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

USER, PASSWORD = "utvarderare", "hemligt-9-ord"
_PROGRAMS = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class Server:
    """Where it listens."""

    port: int

    @property
    def address(self) -> str:
        """What a plan would write."""
        return f"postgresql://127.0.0.1:{self.port}/postgres"


def programs() -> Path | None:
    """Return where the server's programs are, the newest of them; None where there are none."""
    found = sorted(_PROGRAMS.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    beside = shutil.which("initdb")
    return found[-1].parent if found else Path(beside).parent if beside else None


@contextmanager
def running(programs: Path) -> Iterator[Server]:
    """Start a server in a folder of its own; the programs refuse to run as root, and are then run as their own user."""
    folder = Path(tempfile.mkdtemp(prefix="pg", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    secret = folder / "password"
    secret.write_text(PASSWORD, encoding="utf-8")
    secret.chmod(0o644)
    data = str(folder / "data")
    try:
        _run(programs / "initdb", "-D", data, "-U", USER, "-A", "scram-sha-256", "--pwfile", str(secret), "-E", "UTF8",
             "--locale=C", "--no-sync")  # fmt: skip
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c timezone=UTC"
        _run(programs / "pg_ctl", "-D", data, "-l", str(folder / "log"), "-o", options, "-w", "start")
        try:
            yield Server(port)
        finally:
            _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _run(*command: str | Path) -> None:
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    subprocess.run(
        [*as_user, *map(str, command)], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT, cwd="/"
    )
