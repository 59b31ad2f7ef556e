from __future__ import annotations

import os
from pathlib import Path

import pytest

from skillmatch.documents import list_documents
from skillmatch.errors import UsageError


def listed(path: Path) -> dict[str, bool]:
    """Return document id -> may be opened."""
    return {source.document_id: not source.problem for source in list_documents(path)}


def test_folder_is_listed_recursively_in_sorted_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    assert list(listed(tmp_path)) == ["a/c.txt", "a/z.txt", "b.txt"]


def test_single_file_has_its_name_as_id(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").write_text("x")
    assert listed(tmp_path / "cv.txt") == {"cv.txt": True}


def test_links_are_followed_inside_the_folder_only(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("x")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "real.txt").write_text("x")
    (folder / "inside.txt").symlink_to("real.txt")
    (folder / "out.txt").symlink_to(outside)
    (folder / "broken.txt").symlink_to("nowhere")
    (folder / "loop").symlink_to(".")
    (folder / "up").symlink_to("..")
    assert listed(folder) == {"broken.txt": False, "inside.txt": True, "out.txt": False, "real.txt": True}


def test_pipe_is_listed_and_not_to_be_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    assert listed(tmp_path) == {"pipe.pdf": False}


def test_name_that_is_no_utf8_gets_a_printable_id(tmp_path: Path) -> None:
    try:
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.txt")).write_text("x")
    except OSError:
        pytest.skip("the file system refuses such names")
    assert listed(tmp_path) == {"bad\\xff.txt": True}


def test_missing_path_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        list(list_documents(tmp_path / "nothing"))
