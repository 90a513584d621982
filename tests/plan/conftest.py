from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "data" / "sample" / "den-nya-administratoren" / "plan.toml"


@pytest.fixture
def edited(tmp_path):
    """Write the sample's plan with some texts replaced, and return its folder."""

    def edit(*replacements: tuple[str, str]) -> Path:
        text = SAMPLE.read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text, f"{old!r} no longer stands in the sample's plan"
            text = text.replace(old, new)
        (tmp_path / "plan.toml").write_text(text, encoding="utf-8")
        return tmp_path

    return edit
