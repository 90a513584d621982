"""The command from its first moment: an interrupt while libraries load is told as any other.

Ctrl-C ends the command at once, wherever it is. Raised as an exception it would be swallowed here and there by what
libraries do while they load; only where files are being moved it is raised, so that the old ones are put back.
"""

from __future__ import annotations

INTERRUPTED = 130  # as shells have it


def run() -> None:
    """Run the command, and end with its exit code."""
    import signal

    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not where whoever started it ignores them
        signal.signal(signal.SIGINT, _stop)
    from effektmatt.cli import main

    raise SystemExit(main())


def _stop(*_: object) -> None:
    import os
    import signal
    import sys

    files = sys.modules.get("effektmatt.files")
    if files is not None and files.is_writing():
        raise KeyboardInterrupt
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # one message, however often it is pressed
    clear = "\r\033[K\033[?25h" if sys.stderr is not None and sys.stderr.isatty() else ""
    try:
        os.write(2, f"{clear}{_interrupted()}\n".encode())
    finally:
        os._exit(INTERRUPTED)


def _interrupted() -> str:
    """Return what is said of an interrupt; it is found without the libraries that were just being loaded."""
    import os
    import sys

    english = {"en", "--language=en"} & set(sys.argv[1:])
    sentences = os.path.join(os.path.dirname(__file__), "wording", f"commands.{'en' if english else 'sv'}.ftl")
    with open(sentences, encoding="utf-8") as file:
        lines = [line.rstrip("\n").partition(" = ") for line in file]
    return next(said for name, _, said in lines if name == "command-interrupted")


if __name__ == "__main__":
    run()
