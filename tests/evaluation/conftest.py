import json
import shutil

import pytest


@pytest.fixture(scope="module")
def folder(root, request):
    """The folder of the sample project that a module names as NAME."""
    return root / "data" / "sample" / request.module.NAME


@pytest.fixture(scope="module")
def project(evaluated, request):
    """The sample project that a module names, evaluated."""
    return evaluated(request.module.NAME)


@pytest.fixture(scope="module")
def truth(folder):
    """What was planted in the sample project."""
    return json.loads((folder / "truth.json").read_text(encoding="utf-8"))


@pytest.fixture
def edited(folder, tmp_path):
    """Copy the project with some texts of its plan or a data file replaced."""

    def edit(file, *replacements, encoding="utf-8"):
        copy = tmp_path / "copy"
        shutil.copytree(folder, copy, dirs_exist_ok=True)
        text = (copy / file).read_bytes().decode(encoding)
        for old, new in replacements:
            assert old in text
            text = text.replace(old, new, 1)
        (copy / file).write_bytes(text.encode(encoding))
        return copy

    return edit
