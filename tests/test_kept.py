"""What is kept comes back whole or not at all, and a folder that cannot be written to is no failure."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from skillmatch.kept import MOST, keep, recall

VALUE = {"skills": [["c++", 1, True], ["café", 0.5, None]]}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "skillmatch" / "derived"


def test_kept_value_comes_back() -> None:
    keep("forms", "abc", VALUE)
    assert recall("forms", "abc") == VALUE


@pytest.mark.parametrize(("kind", "key"), [("forms", "other"), ("taxonomy", "abc")])
def test_nothing_comes_back_under_another_name(kind: str, key: str) -> None:
    keep("forms", "abc", VALUE)
    assert recall(kind, key) is None


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data.replace(b"0.5", b"0.6"),
        lambda data: b"",
        lambda data: data.partition(b"\n")[2],
        lambda data: b"\xff" + data,
    ],
    ids=["cut off", "changed", "empty", "without digest", "odd bytes"],
)
def test_damaged_file_is_as_none(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    keep("forms", "abc", VALUE)
    (file,) = folder.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert recall("forms", "abc") is None
    keep("forms", "abc", VALUE)
    assert recall("forms", "abc") == VALUE


def test_file_that_is_no_json_is_as_none(folder: Path) -> None:
    keep("forms", "abc", VALUE)
    (file,) = folder.iterdir()
    body = b"import os"
    file.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)
    assert recall("forms", "abc") is None


def test_the_newest_of_a_kind_stay(folder: Path) -> None:
    for number in range(MOST + 2):
        keep("forms", str(number), VALUE)
    keep("taxonomy", "0", VALUE)
    assert [recall("forms", str(number)) is not None for number in range(MOST + 2)] == [False, False] + [True] * MOST
    assert len(list(folder.iterdir())) == MOST + 1


def test_folder_that_cannot_be_made_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "below"))
    keep("forms", "abc", VALUE)
    assert recall("forms", "abc") is None
