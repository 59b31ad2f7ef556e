"""Paths that are given: what may not be opened is told, and what may be is used."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from skillmatch.cli.options import existing
from skillmatch.errors import UsageError

NOT_FOR_ROOT = pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")


def test_what_is_there_is_returned(tmp_path: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "cv.txt").touch()
    assert existing(tmp_path) == tmp_path
    assert existing(tmp_path / "more" / "cv.txt").is_file()


@pytest.mark.parametrize(("name", "said"), [("none", "no such file or folder"), ("empty", "no documents")])
def test_what_holds_nothing_is_told(name: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "empty" / "more").mkdir(parents=True)
    with pytest.raises(UsageError, match=said):
        existing(tmp_path / name)


@NOT_FOR_ROOT
def test_what_is_in_a_closed_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    with pytest.raises(UsageError, match="cannot be opened: Permission denied"):
        existing(tmp_path / "closed" / "cv.pdf")


@NOT_FOR_ROOT
def test_files_that_may_be_listed_and_not_opened_are_documents(tmp_path: Path) -> None:
    (tmp_path / "cv.txt").touch()
    tmp_path.chmod(0o600)
    try:
        assert existing(tmp_path) == tmp_path
    finally:
        tmp_path.chmod(0o700)
