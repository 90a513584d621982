"""Build the site: docs/ as pages, every chart drawn by its own code, and the reports of the samples.

Run: make site, or python docs/site/make.py
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from effektmatt.cli import main

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SAMPLES = sorted(path.parent.name for path in (ROOT / "data" / "sample").glob("*/plan.toml"))


def make_reports(folder: Path, samples: Iterable[str]) -> None:
    """Write the reports of samples to where Sphinx takes them from; faults stand in the terminal."""
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1795219200")  # the same bytes every time
    for sample in samples:
        done = main(["report", str(ROOT / "data" / "sample" / sample), "-q", "-o", str(folder / "reports" / sample)])
        if done != 0:
            raise SystemExit(done)


def make_site(build: Path, samples: Iterable[str] = SAMPLES) -> int:
    """Write the site to `build`/site; whatever Sphinx warns of, a link that leads nowhere above all, is a failure."""
    make_reports(build / "made", samples)
    where = ["-c", str(HERE), "-d", str(build / "doctrees"), str(HERE.parent), str(build / "site")]
    asked = ["-q", "-E", "-W", "--keep-going", "-D", f"html_extra_path={build / 'made'}", *where]
    return subprocess.run([sys.executable, "-m", "sphinx", *asked], check=False).returncode  # noqa: S603 - our own words


if __name__ == "__main__":
    os.chdir(ROOT)  # the page of charts says where the samples lie, as a reader would who stands here
    code = make_site(ROOT / "build")
    sys.stdout.write(f"{ROOT / 'build' / 'site' / 'index.html'}\n")
    sys.exit(code)
