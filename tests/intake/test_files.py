"""Paths name files: one, many, a folder's, or standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from talkctl.errors import ImportRefused
from talkctl.intake import files
from talkctl.intake.files import Found, Missing, PassedOver, content_of, find


def test_a_folder_gives_its_files_in_order_without_hidden_ones(tmp_path: Path) -> None:
    """Each is named with the folder, which in some collections is what names the event."""
    folder = tmp_path / "pycon-2018"
    (folder / "videos").mkdir(parents=True)
    for name in ("category.json", "videos/b.json", "videos/a.json", ".hidden", "videos/.x"):
        (folder / name).write_text("{}")
    names = [one.name for one in find([str(folder)])]
    assert names == [
        "pycon-2018/category.json", "pycon-2018/videos/a.json", "pycon-2018/videos/b.json"
    ]  # fmt: skip


def test_a_file_alone_is_called_by_its_name(tmp_path: Path) -> None:
    """Where it lies is nobody's business."""
    path = tmp_path / "page.txt"
    path.write_text("x")
    assert list(find([str(path)])) == [Found("page.txt", path)]


def test_a_recording_of_a_collection_keeps_the_folder_of_its_event(tmp_path: Path) -> None:
    """``…/pycon-2018/videos/a.json`` alone still says at which event it was made."""
    path = tmp_path / "pycon-2018" / "videos" / "a.json"
    path.parent.mkdir(parents=True)
    path.write_text("{}")
    assert [one.name for one in find([str(path)])] == ["pycon-2018/videos/a.json"]


def test_pictures_in_a_folder_are_passed_over_and_counted(tmp_path: Path) -> None:
    """A folder of downloads holds thumbnails; they are no failure, and are not hidden either."""
    (tmp_path / "a.png").write_bytes(b"\x89PNG....")
    (tmp_path / "b.txt").write_text("x")
    kinds = [type(one) for one in find([str(tmp_path)])]
    assert kinds == [PassedOver, Found]


def test_a_path_that_is_not_there_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    """A typing mistake in one of many does not keep the others from being read."""
    (tmp_path / "a").write_text("x")
    nowhere = str(tmp_path / "nope")
    found = list(find([str(tmp_path / "a"), nowhere]))
    assert found == [Found("a", tmp_path / "a"), Missing(nowhere)]


@pytest.mark.skipif(sys.platform != "linux", reason="needs names that are bytes")
def test_a_name_that_is_no_utf_8_is_made_legible(tmp_path: Path) -> None:
    """The file is read, and its name can be written down."""
    (tmp_path / os.fsdecode(b"bad\xff.txt")).write_text("x")
    (found,) = find([str(tmp_path)])
    assert found.name == f"{tmp_path.name}/bad\ufffd.txt"


def test_absurd_sizes_are_refused_unread(tmp_path: Path) -> None:
    """A gigabyte of one line costs nothing."""
    path = tmp_path / "big"
    with path.open("wb") as file:
        file.truncate(files.LARGEST + 1)
    with pytest.raises(ImportRefused, match="big: is larger than 256 MB"):
        content_of(Found("big", path))


def test_a_device_is_not_read_to_its_end() -> None:
    """Nor is it read at all."""
    with pytest.raises(ImportRefused, match="no file that can be read to an end"):
        content_of(Found("zero", Path("/dev/zero")))
