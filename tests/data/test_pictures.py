"""A picture of the evaluator's is made anew from its dots, or refused with a reason."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from effektmatt.data import pictures
from effektmatt.data.pictures import read_picture
from effektmatt.errors import InputFaults


def saved(path: Path, picture: Image.Image, **how: object) -> Path:
    picture.save(path, **how)  # type: ignore[arg-type]
    return path


def refused(path: Path) -> str:
    with pytest.raises(InputFaults) as found:
        read_picture(path, shown_as=path.name)
    (fault,) = found.value.faults
    assert fault.file == path.name
    return fault.code


def test_what_a_camera_writes_beside_is_left_out_and_the_picture_stands_upright(tmp_path: Path):
    taken = Image.Exif()
    taken[0x0112], taken[0x010F] = 6, "HemligKamera"  # turned a quarter; who made it
    path = saved(tmp_path / "foto.jpg", Image.new("RGB", (40, 20), "red"), exif=taken, comment=b"hemligt")
    assert b"HemligKamera" in path.read_bytes()
    made = read_picture(path, shown_as="foto.jpg")
    assert (made.kind, made.width, made.height) == ("jpeg", 20, 40)
    assert b"HemligKamera" not in made.content
    assert b"hemligt" not in made.content


def test_what_can_be_seen_through_stands_on_white(tmp_path: Path):
    made = read_picture(saved(tmp_path / "a.png", Image.new("RGBA", (3, 3), (0, 0, 0, 0))), shown_as="a.png")
    with Image.open(BytesIO(made.content)) as there:
        assert (there.mode, there.getpixel((1, 1))) == ("RGB", (255, 255, 255))


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK"])
def test_other_ways_to_hold_colours_become_red_green_and_blue(tmp_path: Path, mode: str):
    kind = "jpg" if mode == "CMYK" else "png"
    made = read_picture(saved(tmp_path / f"a.{kind}", Image.new(mode, (5, 4))), shown_as="a")
    with Image.open(BytesIO(made.content)) as there:
        assert there.mode == "RGB"


def test_a_large_picture_gets_no_more_dots_than_paper_shows(tmp_path: Path):
    made = read_picture(saved(tmp_path / "a.png", Image.new("L", (5000, 1000))), shown_as="a.png")
    assert (made.width, made.height) == (2000, 400)


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path):
    path = saved(tmp_path / "a.png", Image.radial_gradient("L"))
    assert read_picture(path, shown_as="a") == read_picture(path, shown_as="a")


def test_what_is_no_picture_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    drawing = tmp_path / "a.svg"
    drawing.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    assert refused(drawing) == "picture-kind"
    assert refused(saved(tmp_path / "a.gif", Image.new("L", (3, 3)))) == "picture-kind"
    whole = saved(tmp_path / "b.png", Image.effect_noise((60, 60), 50)).read_bytes()
    (tmp_path / "b.png").write_bytes(whole[: len(whole) // 2])
    assert refused(tmp_path / "b.png") == "picture-damaged"
    assert refused(tmp_path / "c.png") == "file-missing"
    many = saved(tmp_path / "d.png", Image.new("L", (60, 60)))
    monkeypatch.setattr(pictures, "MOST_DOTS", 3_000)
    assert refused(many) == "picture-too-large"
    monkeypatch.setattr(pictures, "LARGEST", 10)
    assert refused(many) == "picture-too-large"
