"""A store that cannot be used costs nobody a run."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from skillmatch import SkillMatcher, SkillProfile, profile_paths
from skillmatch.models import Failure
from skillmatch.run import Done
from skillmatch.store import Cache, Store, making_of


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "store"


def open_cache(path: Path, matcher: SkillMatcher) -> Cache:
    return Cache(path, making=making_of(matcher.taxonomy, matcher.settings), max_bytes=1_000_000)


def run(folder: Path, matcher: SkillMatcher, path: Path) -> tuple[list[SkillProfile | Failure], int, list[str]]:
    """Return the results, how many documents were worked on, and what was said of the store."""
    worked: list[Done] = []
    with open_cache(path, matcher) as cache:
        results = list(profile_paths(folder, matcher, kind="resume", workers=0, cache=cache, watch=worked.append))
    return results, sum(done.seconds is not None for done in worked), cache.notes


def test_a_second_run_works_on_nothing(folder: Path, small_matcher: SkillMatcher, place: Path) -> None:
    plain = list(profile_paths(folder, small_matcher, kind="resume", workers=0))
    assert run(folder, small_matcher, place) == (plain, 4, [])
    assert run(folder, small_matcher, place) == (plain, 0, [])


def test_a_renamed_file_is_not_read_again(folder: Path, small_matcher: SkillMatcher, place: Path) -> None:
    run(folder, small_matcher, place)
    (folder / "ada.txt").rename(folder / "zed.txt")
    results, worked, _ = run(folder, small_matcher, place)
    assert worked == 0
    assert [result.document_id for result in results] == ["bob.txt", "more/eve.txt", "none.pdf", "zed.txt"]


def damage_header(path: Path) -> None:
    path.write_bytes(b"no header any more" + path.read_bytes()[18:])


def damage_pages(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    path.write_bytes(data)


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize("damage", [damage_header, damage_pages, cut_short])
def test_a_damaged_store_is_set_aside_and_made_anew(
    folder: Path, small_matcher: SkillMatcher, place: Path, damage: Callable[[Path], None]
) -> None:
    before, *_ = run(folder, small_matcher, place)
    damage(place)
    results, worked, notes = run(folder, small_matcher, place)
    assert (results, worked) == (before, 4)
    assert len(notes) == 1
    assert "set aside as store.damaged" in notes[0]
    assert place.with_name("store.damaged").exists()
    assert run(folder, small_matcher, place) == (before, 0, [])


def test_a_document_named_as_the_store_is_left_alone(folder: Path, small_matcher: SkillMatcher) -> None:
    document = folder / "ada.txt"
    content = document.read_bytes()
    results, worked, notes = run(folder, small_matcher, document)
    assert (len(results), worked) == (4, 4)
    assert document.read_bytes() == content
    assert sorted(it.name for it in folder.iterdir()) == ["ada.txt", "bob.txt", "more", "none.pdf"]
    assert [("is no store" in note, "going on without" in note) for note in notes] == [(True, True)]


def test_a_damaged_record_costs_one_document(folder: Path, small_matcher: SkillMatcher, place: Path) -> None:
    before, *_ = run(folder, small_matcher, place)
    with closing(sqlite3.connect(place)) as connection, connection:
        connection.execute("UPDATE result SET record = ? WHERE id = 2", (b"nonsense",))
    assert run(folder, small_matcher, place) == (before, 1, [])
    assert run(folder, small_matcher, place) == (before, 0, [])


def test_a_newer_store_is_left_alone(folder: Path, small_matcher: SkillMatcher, place: Path) -> None:
    before, *_ = run(folder, small_matcher, place)
    with closing(sqlite3.connect(place)) as connection:
        connection.execute("PRAGMA user_version = 99")
    content = place.read_bytes()
    results, worked, notes = run(folder, small_matcher, place)
    assert (results, worked) == (before, 4)
    assert "newer skillmatch" in notes[0]
    assert place.read_bytes() == content


def test_a_store_that_cannot_be_written_is_done_without(
    folder: Path, small_matcher: SkillMatcher, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = list(profile_paths(folder, small_matcher, kind="resume", workers=0))
    Store(place).close()
    opened = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **how: opened(f"file:{path}?mode=ro", uri=True, **how))
    results, worked, notes = run(folder, small_matcher, place)
    assert (results, worked) == (plain, 4)
    assert len(notes) == 1
    assert "readonly" in notes[0]


def test_a_full_disk_stops_keeping_and_nothing_else(folder: Path, small_matcher: SkillMatcher, place: Path) -> None:
    plain = list(profile_paths(folder, small_matcher, kind="resume", workers=0))
    Store(place).close()
    child = os.fork()
    if child == 0:  # the limit is for good, so another process has to bear it
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_960, 40_960))  # room for a few rows in the journal
        good = False
        try:
            results, _, notes = run(folder, small_matcher, place)
            good = results == plain and len(notes) == 1 and "going on without" in notes[0]
        finally:
            os._exit(0 if good else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert run(folder, small_matcher, place)[0] == plain


def test_a_file_replaced_while_it_is_read_is_not_kept(folder: Path, small_matcher: SkillMatcher, place: Path) -> None:
    with open_cache(place, small_matcher) as cache:
        before = cache.look(folder / "ada.txt")
        assert before is not None
        (folder / "ada.txt").write_text("Skills\nTerraform\n")
        [late] = profile_paths(folder / "ada.txt", small_matcher, kind="resume", workers=0)
        cache.keep(before, "resume", late)
        assert cache.find(before, "resume") is None
