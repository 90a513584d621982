"""What Sphinx is to make of docs/: its pages as they are, the charts drawn into theirs, and the reports listed."""

from __future__ import annotations

import sys
import tomllib
from html import escape
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SAMPLES = HERE.parents[1] / "data" / "sample"
sys.path.insert(0, str(HERE))

project = "effektmatt"
language = "sv"
root_doc = "index"
extensions = ["myst_parser"]
exclude_patterns = ["site", "images"]
myst_heading_anchors = 3
suppress_warnings = ["misc.highlighting_failure"]  # the guide names its blocks by what tests do with them, no language
html_theme = "alabaster"
html_theme_options = {
    "description": "Gav projektet resultat, och nåddes målen?",
    "fixed_sidebar": False,
    "page_width": "72rem",
    # the theme's greys have less contrast than text needs
    "gray_1": "#333",
    "gray_2": "#eee",
    "gray_3": "#555",
    "link": "#00507a",
    "link_hover": "#00304a",
    "sidebar_link_underscore": "#555",
    "anchor": "#666",
    "base_text": "#222",
}
html_show_sourcelink = False
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
html_css_files = ["site.css"]
html_static_path = ["static"]
pygments_style = "bw"  # code is told apart by weight: no colour with too little contrast

#: What is said of each file of a report.
FORMATS = {"html": "webbsida", "pdf": "pdf", "docx": "Word", "xlsx": "Excel"}


def setup(app: Any) -> None:
    """Tell Sphinx what to do with a page that it has read."""
    app.connect("source-read", _read)


def _read(app: Any, name: str, source: list[str]) -> None:
    if name == "gallery":
        from gallery import with_charts

        source[0] = with_charts(source[0])
    if name == root_doc:
        source[0] += _reports([Path(one) for one in app.config.html_extra_path])


def _reports(folders: list[Path]) -> str:
    """Return the list of the reports that stand in the site, with their formats."""
    made = [report.parent for folder in folders for report in sorted(folder.glob("reports/*/report.html"))]
    lines = []
    for folder in made:
        with (SAMPLES / folder.name / "plan.toml").open("rb") as plan:
            title = tomllib.load(plan)["project"]["name"]["sv"]
        links = (
            f'<a href="reports/{folder.name}/report.{ending}" aria-label="{escape(title)}, {label}">{label}</a>'
            for ending, label in FORMATS.items()
        )
        lines.append(f"<li>{escape(title)}: {', '.join(links)}</li>")
    return "\n## Fem rapporter\n\n<ul>\n" + "\n".join(lines) + "\n</ul>\n" if lines else ""
