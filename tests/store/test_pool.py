"""Members come back as a run would give them, and go without a trace."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from skillmatch import SkillMatcher, SkillProfile, profile_paths
from skillmatch.errors import DamagedStoreError, MismatchError, UsageError
from skillmatch.filling import add_folders
from skillmatch.models import Failure
from skillmatch.schema import to_json
from skillmatch.store import Pool, making_of


@pytest.fixture
def pool(tmp_path: Path, folder: Path, small_matcher: SkillMatcher) -> Iterator[Pool]:
    with Pool(tmp_path / "people.pool") as found:
        add_folders(found, [folder], small_matcher, workers=0)
        yield found


def traces(pool: Pool, *needles: bytes) -> list[bytes]:
    """Return the needles that stand in any file of the pool."""
    content = b"".join(path.read_bytes() for path in pool.path.parent.glob(f"{pool.path.name}*"))
    return [needle for needle in needles if needle in content]


def test_members_are_what_a_run_gives(pool: Pool, folder: Path, small_matcher: SkillMatcher) -> None:
    assert list(pool) == list(profile_paths(folder, small_matcher, kind="resume", workers=0))
    assert len(pool) == 4


def test_ranking_a_pool_is_ranking_the_folder(pool: Pool, folder: Path, small_matcher: SkillMatcher) -> None:
    [job] = profile_paths(folder / "more" / "eve.txt", small_matcher, kind="job", workers=0)
    assert isinstance(job, SkillProfile)
    plain = small_matcher.rank(job, profile_paths(folder, small_matcher, kind="resume", workers=0))
    found = small_matcher.rank(job, pool)
    assert len(found.matches) == 3
    assert to_json(found) == to_json(plain)


def test_profiles_made_elsewhere_can_be_added(tmp_path: Path, profile: SkillProfile) -> None:
    failure = Failure(document_id="lost.pdf", stage="read", code="empty", message="")
    with Pool(tmp_path / "pool") as pool:
        pool.add([profile, failure])
        pool.add([dataclasses.replace(profile, title="Engineer")])
        assert list(pool) == [failure, dataclasses.replace(profile, title="Engineer")]
        assert pool.stats().failures == (("empty", 1),)


def test_a_removed_member_leaves_no_trace(pool: Pool) -> None:
    before = {profile.document_id: profile for profile in pool}
    [erased] = pool.remove(["ada.txt"])
    assert (erased.document_id, erased.path and erased.path.name) == ("ada.txt", "ada.txt")
    assert len(erased.sha256) == 1
    assert traces(pool, b"ada.txt", bytes.fromhex(erased.sha256[0])) == []
    assert traces(pool, b"bob.txt") == [b"bob.txt"]
    del before["ada.txt"]
    assert list(pool) == list(before.values())


def test_the_record_of_a_removed_member_is_overwritten(pool: Pool) -> None:
    [record] = pool._connection.execute(
        "SELECT record FROM member JOIN result ON result.id = result WHERE document_id = 'ada.txt'"
    ).fetchone()
    pool._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert traces(pool, record) == [record]
    pool.remove(["ada.txt"])
    assert traces(pool, record) == []


def test_a_content_that_others_share_stays_theirs(pool: Pool, folder: Path, small_matcher: SkillMatcher) -> None:
    (folder / "copy.txt").write_bytes((folder / "ada.txt").read_bytes())
    add_folders(pool, [folder], small_matcher, workers=0)
    [erased] = pool.remove(["ada.txt"])
    assert erased.sha256 == ()
    assert [it.document_id for it in pool if isinstance(it, SkillProfile)] == ["bob.txt", "copy.txt", "more/eve.txt"]


def test_removing_twins_together_removes_their_content(pool: Pool, folder: Path, small_matcher: SkillMatcher) -> None:
    (folder / "copy.txt").write_bytes((folder / "ada.txt").read_bytes())
    add_folders(pool, [folder], small_matcher, workers=0)
    erased = pool.remove(["ada.txt", "copy.txt"])
    assert sum(len(person.sha256) for person in erased) == 1
    assert [document_id for document_id, _ in pool.members()] == ["bob.txt", "more/eve.txt", "none.pdf"]


def test_removing_a_stranger_removes_nobody(pool: Pool) -> None:
    with pytest.raises(UsageError, match=r"no member 'zoe\.txt'"):
        pool.remove(["ada.txt", "zoe.txt"])
    assert len(pool) == 4


def test_profiles_of_other_settings_are_not_served(pool: Pool, small_matcher: SkillMatcher) -> None:
    pool.check(making_of(small_matcher.taxonomy, small_matcher.settings))
    with pytest.raises(MismatchError, match=r"4 of 4 profiles .* pool update"):
        pool.check("other-making")


def test_a_damaged_member_is_told_and_made_anew_by_an_update(
    pool: Pool, folder: Path, small_matcher: SkillMatcher
) -> None:
    before = list(pool)
    pool._connection.execute("UPDATE result SET record = x'00' WHERE id = 1")
    with pytest.raises(DamagedStoreError):
        list(pool)
    with pytest.raises(MismatchError, match="1 of 4 profiles"):
        pool.check(making_of(small_matcher.taxonomy, small_matcher.settings))
    add_folders(pool, [folder], small_matcher, workers=0)
    assert list(pool) == before


def test_members_are_in_the_order_of_the_folder(tmp_path: Path, small_matcher: SkillMatcher) -> None:
    place = tmp_path / "odd"
    for name in ("a/x.txt", "a.txt", "a-b.txt", "B.txt"):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(f"Skills: Python {name}")
    with Pool(tmp_path / "odd.pool") as pool:
        add_folders(pool, [place], small_matcher, workers=0)
        plain = profile_paths(place, small_matcher, kind="resume", workers=0)
        assert [it.document_id for it in pool] == [it.document_id for it in plain]
