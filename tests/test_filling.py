"""A pool follows its folders."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from skillmatch import SkillMatcher, Taxonomy, filling, profile_paths
from skillmatch.errors import StoreError, UsageError
from skillmatch.filling import Changes, add_folders, iter_changes, update_pool
from skillmatch.run import Done
from skillmatch.settings import ReadingSettings, Settings
from skillmatch.store import Pool
from skillmatch.taxonomy import Skill


@pytest.fixture(scope="module")
def matcher() -> SkillMatcher:
    return SkillMatcher(Taxonomy([Skill(id="python", name="Python", type="language", category="languages")]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "resumes"
    (place / "sub").mkdir(parents=True)
    for name in ("a.txt", "b.txt", "sub/c.txt"):
        (place / name).write_text(f"Skills\nPython\n{name}\n")
    return place


@pytest.fixture
def pool(tmp_path: Path) -> Iterator[Pool]:
    with Pool(tmp_path / "people.pool") as found:
        yield found


def ids(pool: Pool) -> list[str]:
    return [document_id for document_id, _ in pool.members()]


def test_nothing_is_read_when_nothing_has_changed(pool: Pool, folder: Path, matcher: SkillMatcher) -> None:
    assert add_folders(pool, [folder], matcher, workers=0) == Changes(added=3)
    seen: list[Done] = []
    assert update_pool(pool, matcher, workers=0, watch=seen.append) == Changes(unchanged=3)
    assert [(it.document_id, it.seconds) for it in seen] == [("a.txt", None), ("b.txt", None), ("sub/c.txt", None)]


def test_an_update_does_what_has_happened_and_no_more(pool: Pool, folder: Path, matcher: SkillMatcher) -> None:
    add_folders(pool, [folder], matcher, workers=0)
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_text("Skills\nnothing that is known\n")
    (folder / "d.txt").write_text("Skills\nPython\n")
    assert update_pool(pool, matcher, workers=0) == Changes(added=1, changed=1, unchanged=1, removed=("a.txt",))
    assert list(pool) == list(profile_paths(folder, matcher, kind="resume", workers=0))
    content = pool.path.read_bytes()
    assert b"a.txt" not in content.replace(b"sub/c.txt", b"")


def test_what_failed_for_a_limit_is_tried_again(pool: Pool, folder: Path, matcher: SkillMatcher) -> None:
    tight = SkillMatcher(matcher.taxonomy, Settings(reading=ReadingSettings(max_bytes=3)))
    add_folders(pool, [folder], tight, workers=0)
    assert dict(pool.stats().failures) == {"limit": 3}
    assert update_pool(pool, matcher, workers=0) == Changes(changed=3)
    assert pool.stats().failures == ()


def test_other_settings_profile_everybody_again(pool: Pool, folder: Path, matcher: SkillMatcher) -> None:
    add_folders(pool, [folder], matcher, workers=0)
    wide = SkillMatcher(matcher.taxonomy, Settings(reading=ReadingSettings(max_pages=1000)))
    assert update_pool(pool, wide, workers=0) == Changes(changed=3)
    [count] = pool._connection.execute("SELECT count(*) FROM result").fetchone()
    assert count == 3


def test_a_folder_that_is_gone_or_empty_erases_nobody(pool: Pool, folder: Path, matcher: SkillMatcher) -> None:
    add_folders(pool, [folder], matcher, workers=0)
    shutil.rmtree(folder)
    with pytest.raises(UsageError, match="no such file"):
        update_pool(pool, matcher, workers=0)
    folder.mkdir()
    with pytest.raises(StoreError, match="is empty"):
        update_pool(pool, matcher, workers=0)
    assert len(pool) == 3


def test_a_part_that_cannot_be_listed_erases_nobody(
    pool: Pool, folder: Path, matcher: SkillMatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_folders(pool, [folder], matcher, workers=0)
    listed = Path.iterdir

    def refuse(path: Path) -> object:
        if path.name == "sub":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert update_pool(pool, matcher, workers=0).removed == ()
    assert set(ids(pool)) == {"a.txt", "b.txt", "sub", "sub/c.txt"}


def test_two_folders_must_not_share_an_id(pool: Pool, folder: Path, matcher: SkillMatcher, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("Skills\nPython\n")
    add_folders(pool, [folder], matcher, workers=0)
    with pytest.raises(UsageError, match=r"a\.txt is in .*resumes already"):
        add_folders(pool, [other], matcher, workers=0)
    assert pool.folders() == (folder,)


def in_child(act: Callable[[], bool]) -> int:
    """Do something in a process of its own; return how it ended."""
    child = os.fork()
    if child == 0:
        good = False
        try:
            good = act()
        finally:
            os._exit(not good)
    return os.waitpid(child, 0)[1]


def test_a_filling_that_is_killed_goes_on(tmp_path: Path, folder: Path, matcher: SkillMatcher) -> None:
    path = tmp_path / "people.pool"

    def fill() -> bool:
        with Pool(path) as pool:
            add_folders(pool, [folder], matcher, workers=0, watch=lambda _: os.kill(os.getpid(), signal.SIGKILL))
        return False

    assert os.WTERMSIG(in_child(fill)) == signal.SIGKILL
    seen: list[Done] = []
    with Pool(path) as pool:
        assert update_pool(pool, matcher, workers=0, watch=seen.append) == Changes(added=2, unchanged=1)
        assert list(pool) == list(profile_paths(folder, matcher, kind="resume", workers=0))
    assert sum(done.seconds is not None for done in seen) == 2


def test_a_full_disk_is_told_and_what_was_there_stays(
    pool: Pool, folder: Path, tmp_path: Path, matcher: SkillMatcher
) -> None:
    add_folders(pool, [folder], matcher, workers=0)
    before = list(pool)
    pool.close()
    for number in range(50):
        (folder / f"more {number}.txt").write_text(f"Skills\nPython\n{number}\n")

    def fill() -> bool:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        size = pool.path.stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        with Pool(pool.path) as full, pytest.raises(StoreError, match=r"disk|full|I/O"):
            update_pool(full, matcher, workers=0)
        return True

    assert in_child(fill) == 0
    with Pool(pool.path) as again:
        assert list(again)[: len(before)] == before
        update_pool(again, matcher, workers=0)
        assert list(again) == list(profile_paths(folder, matcher, kind="resume", workers=0))


def test_single_files_can_be_added(pool: Pool, folder: Path, matcher: SkillMatcher) -> None:
    add_folders(pool, [folder / "a.txt", folder / "sub"], matcher, workers=0)
    assert ids(pool) == ["a.txt", "c.txt"]


def test_members_of_an_archive_are_members_of_the_pool(pool: Pool, tmp_path: Path, matcher: SkillMatcher) -> None:
    folder = tmp_path / "archives"
    folder.mkdir()

    def pack(**texts: str) -> None:
        with zipfile.ZipFile(folder / "x.zip", "w") as archive:
            for name, text in texts.items():
                archive.writestr(f"{name}.txt", text)

    pack(a="Skills\nPython\n", b="Skills\nnothing\n")
    assert add_folders(pool, [folder], matcher, workers=0) == Changes(added=2)
    assert ids(pool) == ["x.zip/a.txt", "x.zip/b.txt"]
    assert update_pool(pool, matcher, workers=0) == Changes(unchanged=2)
    pack(b="Skills\nPython\n", c="Skills\nPython and more\n")
    assert update_pool(pool, matcher, workers=0) == Changes(added=1, changed=1, removed=("x.zip/a.txt",))


def test_what_changes_while_a_sign_is_worked_on_gives_another(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("watchfiles", reason="needs the extra `watch`")
    monkeypatch.setattr(filling, "PAUSES", 2**60)  # only changes give signs
    signs = iter_changes([folder])
    next(signs)
    (folder / "a.txt").unlink()
    next(signs)


def test_a_folder_that_is_gone_cannot_be_watched(tmp_path: Path) -> None:
    pytest.importorskip("watchfiles", reason="needs the extra `watch`")
    with pytest.raises(UsageError, match="gone: cannot be watched"):
        next(iter_changes([tmp_path / "gone"]))
