"""Libraries that may fall over a damaged file, not only fail, in a process of their own.

What falls takes its process with it, without a word. In a process of its own that becomes a fault like others.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any

from effektmatt.errors import Fault, InputFaults

_CHILD = "from effektmatt.data.own_process import answer; answer()"
_LONGEST_SECONDS = 600


def in_own_process(function: Callable[..., Any], *arguments: Any, file: str, library: str) -> Any:
    """Return what a function returns in a process of its own.

    Parameters
    ----------
    function
        One that stands by its name in a module.
    arguments
        What it is called with; they and what it returns must be such as can be pickled.
    file, library
        The file that it reads, and by which library, as the fault shows them.

    Raises
    ------
    InputFaults
        Those of the function; "file-damaged" where its process fell.
    """
    request = pickle.dumps((function.__module__, function.__name__, arguments))
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    command = [sys.executable, "-c", _CHILD]
    try:
        done = subprocess.run(  # noqa: S603 -- our own interpreter
            command, input=request, capture_output=True, env=paths, check=True, timeout=_LONGEST_SECONDS
        )
        returned, faults = pickle.loads(done.stdout)  # noqa: S301 -- written by our own process
    except (subprocess.SubprocessError, pickle.UnpicklingError, EOFError) as error:
        raise InputFaults([Fault(code="file-damaged", file=file, got=library)]) from error
    if faults:
        raise InputFaults(faults)
    return returned


def answer() -> None:
    """Call the function that stands in the input, and write what it returns, or its faults."""
    module, name, arguments = pickle.load(sys.stdin.buffer)  # noqa: S301 -- written by our own process
    try:
        told: tuple[Any, tuple[Fault, ...]] = (getattr(import_module(module), name)(*arguments), ())
    except InputFaults as error:
        told = (None, error.faults)
    pickle.dump(told, sys.stdout.buffer)
