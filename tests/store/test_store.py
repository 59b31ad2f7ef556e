"""Results are found by content and making, files are opened only when they have changed."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from skillmatch import SkillProfile
from skillmatch.errors import DamagedStoreError
from skillmatch.models import Failure
from skillmatch.store import Store, store

SHA = bytes(range(32))


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "deep" / "store") as found:
        yield found


@pytest.fixture
def cv(tmp_path: Path) -> Path:
    """Return a file whose last change is long ago."""
    path = tmp_path / "cv.txt"
    path.write_text("Python")
    return path


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "is_settled", lambda path: True)


def failure(code: str) -> Failure:
    return Failure(document_id="cv.txt", stage="read", code=code, message="")


def test_what_was_kept_is_there_after_opening_again(tmp_path: Path, profile: SkillProfile) -> None:
    with Store(tmp_path / "store") as first:
        first.keep(SHA, "resume", "1", profile)
    with Store(tmp_path / "store") as second:
        kept = second.find(SHA, "resume", "1")
        assert kept is not None
        assert second.load(kept, "zoe.txt") == profile


@pytest.mark.parametrize(
    ("sha256", "kind", "making"), [(bytes(32), "resume", "1"), (SHA, "job", "1"), (SHA, "resume", "2")]
)
def test_another_content_kind_or_making_is_not_found(
    opened: Store, profile: SkillProfile, sha256: bytes, kind: str, making: str
) -> None:
    opened.keep(SHA, "resume", "1", profile)
    assert opened.find(sha256, kind, making) is None


@pytest.mark.parametrize(
    ("code", "found"),
    [("corrupt", True), ("needs-ocr", True), ("limit", False), ("internal", False), ("not-found", False)],
)
def test_failures_that_may_pass_are_tried_again(opened: Store, code: str, found: bool) -> None:
    opened.keep(SHA, "resume", "1", failure(code))
    assert (opened.find(SHA, "resume", "1") is not None) is found


def test_a_newer_result_replaces_the_old(opened: Store, profile: SkillProfile) -> None:
    opened.keep(SHA, "resume", "1", failure("limit"))
    opened.keep(SHA, "resume", "1", profile)
    kept = opened.find(SHA, "resume", "1")
    assert kept is not None
    assert opened.load(kept, "zoe.txt") == profile


@pytest.mark.usefixtures("settled")
def test_an_unchanged_file_is_not_opened(opened: Store, cv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = opened.look(cv, 100)
    monkeypatch.setattr(store, "digest", lambda path, most, member: pytest.fail("opened"))
    assert opened.look(cv, 100) == before


@pytest.mark.usefixtures("settled")
def test_a_changed_file_of_the_same_size_and_date_is_seen(opened: Store, cv: Path) -> None:
    before, status = opened.look(cv, 100), cv.stat()
    time.sleep(0.02)  # the clock of the file system ticks every few milliseconds
    cv.write_text("Pascal")
    os.utime(cv, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert opened.look(cv, 100).sha256 != before.sha256


def test_a_file_changed_just_now_is_looked_into_again(opened: Store, cv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened.look(cv, 100)
    looked: list[Path] = []
    monkeypatch.setattr(store, "digest", lambda path, most, member: looked.append(path))
    opened.look(cv, 100)
    assert looked == [cv]


@pytest.mark.usefixtures("settled")
def test_what_a_file_held_before_is_forgotten(opened: Store, cv: Path, profile: SkillProfile) -> None:
    old = opened.look(cv, 100).sha256
    assert old is not None
    opened.keep(old, "resume", "1", profile)
    cv.write_text("Python and SQL")
    opened.look(cv, 100)
    assert opened.find(old, "resume", "1") is None


@pytest.mark.usefixtures("settled")
def test_what_another_file_still_holds_is_kept(opened: Store, cv: Path, profile: SkillProfile) -> None:
    copy = cv.with_name("copy.txt")
    copy.write_bytes(cv.read_bytes())
    old = opened.look(cv, 100).sha256
    assert old is not None
    assert opened.look(copy, 100).sha256 == old
    opened.keep(old, "resume", "1", profile)
    cv.write_text("Python and SQL")
    opened.look(cv, 100)
    assert opened.find(old, "resume", "1") is not None


def test_a_file_that_is_too_large_or_gone_has_no_content(opened: Store, cv: Path, tmp_path: Path) -> None:
    assert opened.look(cv, 3).sha256 is None
    gone = opened.look(tmp_path / "gone.txt", 100)
    assert (gone.signature, gone.sha256) == (None, None)


def test_a_damaged_record_is_told_and_not_found_again(opened: Store, profile: SkillProfile) -> None:
    kept = opened.keep(SHA, "resume", "1", profile)
    opened._connection.execute("UPDATE result SET record = ?", (b"nonsense",))
    with pytest.raises(DamagedStoreError):
        opened.load(kept, "zoe.txt")
    assert opened.find(SHA, "resume", "1") is None


def test_results_of_other_code_are_dropped(opened: Store, profile: SkillProfile) -> None:
    opened.keep(SHA, "resume", "old-1", profile)
    opened.keep(SHA, "resume", "new-1", profile)
    opened.keep(SHA, "resume", "new-2", profile)
    opened.drop_other_code("new-1")
    assert [opened.find(SHA, "resume", making) is not None for making in ("old-1", "new-1", "new-2")] == [
        False,
        True,
        True,
    ]


def test_two_may_write_at_once(opened: Store, profile: SkillProfile) -> None:
    with Store(opened.path) as other:
        opened.keep(SHA, "resume", "1", profile)
        other.keep(SHA, "resume", "1", profile)
        assert other.find(SHA, "resume", "1") == opened.find(SHA, "resume", "1")


def test_only_the_owner_may_read_the_file(opened: Store) -> None:
    assert opened.path.stat().st_mode & 0o077 == 0
