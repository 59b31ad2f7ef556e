"""Files that are no store of ours are told apart, and left as they are."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from skillmatch import SkillProfile
from skillmatch.errors import DamagedStoreError, StoreError
from skillmatch.store import Store, database
from skillmatch.store.database import has_damage, open_database, set_aside


def make_newer(path: Path) -> None:
    Store(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 99")


def make_foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (text)")


def make_text(path: Path) -> None:
    path.write_text("this is a letter, and not a database\n" * 100)


def make_headless(path: Path) -> None:
    Store(path).close()
    path.write_bytes(b"no header any more" + path.read_bytes()[18:])


@pytest.mark.parametrize(
    ("make", "said", "damaged"),
    [
        (make_newer, "newer skillmatch", False),
        (make_foreign, "another program", False),
        (make_text, "is no store", False),
        (make_headless, "not a database", True),
        (Path.mkdir, "unable to open", False),
    ],
)
def test_what_cannot_be_used_is_told_and_left_alone(tmp_path: Path, make, said: str, damaged: bool) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "store"
    make(path)
    before = None if path.is_dir() else path.read_bytes()
    with pytest.raises(StoreError, match=said) as caught:
        Store(path)
    assert isinstance(caught.value, DamagedStoreError) is damaged
    assert before is None or path.read_bytes() == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_place_that_is_closed_is_told(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    with pytest.raises(StoreError, match="Permission denied"):
        Store(tmp_path / "closed" / "store")


def test_an_empty_file_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "store").touch()
    Store(tmp_path / "store").close()
    assert not has_damage(tmp_path / "store")


def test_a_store_of_an_older_version_is_brought_up(
    tmp_path: Path, profile: SkillProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "store"
    with monkeypatch.context() as before:
        before.setattr(database, "MIGRATIONS", database.MIGRATIONS[:2])
        open_database(path).close()
    with Store(path) as store:
        kept = store.keep(bytes(32), "resume", "1", profile)
        assert store.find(bytes(32), "resume", "1") == kept
        with store.using() as connection:
            assert connection.execute("PRAGMA user_version").fetchone() == (len(database.MIGRATIONS),)


def test_a_damaged_page_is_found(tmp_path: Path) -> None:
    Store(tmp_path / "store").close()
    data = bytearray((tmp_path / "store").read_bytes())
    data[100:8192] = bytes(8092)
    (tmp_path / "store").write_bytes(data)
    assert has_damage(tmp_path / "store")


def test_a_file_set_aside_keeps_its_content(tmp_path: Path) -> None:
    path = tmp_path / "store"
    path.write_bytes(b"old")
    Path(f"{path}-wal").write_bytes(b"journal")
    assert set_aside(path).read_bytes() == b"old"
    assert [it.name for it in tmp_path.iterdir()] == ["store.damaged"]
