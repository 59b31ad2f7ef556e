"""Ranking a pool by its columns is ranking its profiles, whatever has happened to the members."""

from __future__ import annotations

import dataclasses
import sqlite3
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from skillmatch import SkillMatcher, SkillProfile, read_bytes
from skillmatch.errors import MismatchError
from skillmatch.models import Failure, Report
from skillmatch.store import Pool
from skillmatch.store import members as module
from skillmatch.store.frames import pack_arrays

FAILURE = Failure(document_id="zzz.pdf", stage="read", code="empty", message="the file has no bytes")


@pytest.fixture
def job(small_matcher: SkillMatcher) -> SkillProfile:
    text = b"Data engineer\n\nRequirements\nPython and Kafka. Docker is a plus. Stream design.\nThree years.\n"
    return small_matcher.profile(read_bytes(text, document_id="job"), kind="job")


@pytest.fixture
def people(small_matcher: SkillMatcher) -> list[SkillProfile]:
    texts = ["Python, Kafka", "Java", "Docker and stream design", "Kubernetes, Kafka", "no skills", "Python"]
    return [
        small_matcher.profile(
            read_bytes(f"Engineer\n\nExperience\n{2010 + n} - 2020\nSkills\n{text}".encode(), document_id=f"{n}.txt"),
            kind="resume",
        )
        for n, text in enumerate(texts)
    ]


@pytest.fixture
def pool(tmp_path: Path, people: list[SkillProfile], monkeypatch: pytest.MonkeyPatch) -> Pool:
    monkeypatch.setattr(module, "SEGMENT", 4)
    pool = Pool(tmp_path / "people.pool")
    pool.add([*people, FAILURE])
    return pool


def plainly(matcher: SkillMatcher, job: SkillProfile, pool: Pool, top: int | None = None) -> Report:
    return matcher.rank(job, list(pool), top=top)


def segments(pool: Pool) -> list[tuple[int, int]]:
    with pool.using() as connection:
        return list(connection.execute("SELECT id, members FROM segment ORDER BY id"))


@pytest.mark.parametrize("top", [None, 1, 3])
def test_the_ranking_is_the_same_bits(pool: Pool, job: SkillProfile, small_matcher: SkillMatcher, top: int) -> None:
    for _ in range(2):  # laid out, then from memory
        assert small_matcher.rank(job, pool, top=top) == plainly(small_matcher, job, pool, top)
    with Pool(pool.path) as again:  # from the file
        assert small_matcher.rank(job, again, top=top) == plainly(small_matcher, job, pool, top)
    assert [count for _, count in segments(pool)] == [4, 2]


def test_changes_are_followed(
    pool: Pool, job: SkillProfile, people: list[SkillProfile], small_matcher: SkillMatcher
) -> None:
    small_matcher.rank(job, pool)
    pool.add([dataclasses.replace(people[1], skills=people[0].skills)])
    assert small_matcher.rank(job, pool) == plainly(small_matcher, job, pool)
    pool.remove(["0.txt"])
    pool.add([dataclasses.replace(people[0], document_id=f"new {n}\n.txt") for n in range(3)])
    assert small_matcher.rank(job, pool) == plainly(small_matcher, job, pool)
    assert sum(count for _, count in segments(pool)) == len(pool) - 1


def test_one_more_member_touches_no_full_segment(
    pool: Pool, job: SkillProfile, people: list[SkillProfile], small_matcher: SkillMatcher
) -> None:
    small_matcher.rank(job, pool)
    [full, small] = segments(pool)
    pool.add([dataclasses.replace(people[0], document_id="more.txt")])
    small_matcher.rank(job, pool)
    assert full in segments(pool)
    assert small not in segments(pool)


def test_ranking_opens_no_profile_but_those_it_explains(
    pool: Pool, job: SkillProfile, small_matcher: SkillMatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_matcher.rank(job, pool)
    with Pool(pool.path) as again:
        loaded: list[str] = []
        load = again.load
        monkeypatch.setattr(again, "load", lambda kept, name: loaded.append(name) or load(kept, name))
        best = small_matcher.rank(job, again, top=2).matches
    assert sorted(loaded) == sorted([*(match.document_id for match in best), "zzz.pdf"])


def test_an_erased_member_leaves_the_columns(pool: Pool, job: SkillProfile, small_matcher: SkillMatcher) -> None:
    small_matcher.rank(job, pool)
    traces = (b"\nstream", b"2.txt")  # a word of the columns, and the name

    def found() -> list[bytes]:
        content = b"".join(path.read_bytes() for path in pool.path.parent.glob("people.pool*"))
        return [trace for trace in traces if trace in content]

    assert len(found()) == 2
    pool.remove(["2.txt"])
    assert found() == []


def test_erasing_members_lays_out_nobody_anew(
    pool: Pool, job: SkillProfile, small_matcher: SkillMatcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_matcher.rank(job, pool)
    monkeypatch.setattr(type(small_matcher.scorer), "lay_out", lambda *_: pytest.fail("was laid out"))
    for gone, left in (["2.txt"], [2, 3]), (["0.txt", "4.txt"], [1, 2]), (["1.txt", "3.txt"], [1]):
        with Pool(pool.path) as other:
            other.remove(gone)
        assert sorted(count for _, count in segments(pool)) == left
        with Pool(pool.path) as again:
            found = small_matcher.rank(job, again)
        assert small_matcher.rank(job, pool) == found  # which had the segments in memory
        assert len(found.matches) == sum(left)


def test_a_changed_member_alone_is_laid_out_anew(
    pool: Pool,
    job: SkillProfile,
    people: list[SkillProfile],
    small_matcher: SkillMatcher,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    small_matcher.rank(job, pool)
    pool.add([dataclasses.replace(people[1], skills=people[0].skills)])
    plain = plainly(small_matcher, job, pool)
    lay_out, counts = type(small_matcher.scorer).lay_out, []
    monkeypatch.setattr(
        type(small_matcher.scorer), "lay_out", lambda self, it: counts.append(len(it)) or lay_out(self, it)
    )
    assert small_matcher.rank(job, pool) == plain
    assert counts == [1 + 2]  # with those of the small segment
    assert [count for _, count in segments(pool)] == [3, 3]


def test_erasing_a_member_of_columns_of_other_code_drops_them(
    pool: Pool, job: SkillProfile, small_matcher: SkillMatcher
) -> None:
    small_matcher.rank(job, pool)
    with pool.using() as connection:
        frame = pack_arrays({"strange": np.zeros(3)}, ["2.txt"])
        connection.execute("UPDATE segment SET content = ? WHERE members = 4", (frame,))
    pool.remove(["2.txt"])
    assert [count for _, count in segments(pool)] == [2]
    assert small_matcher.rank(job, pool) == plainly(small_matcher, job, pool)


def test_damaged_columns_are_told_and_made_anew(pool: Pool, job: SkillProfile, small_matcher: SkillMatcher) -> None:
    expected = small_matcher.rank(job, pool)
    pool.close()
    with closing(sqlite3.connect(pool.path)) as connection:
        [number, content] = connection.execute("SELECT id, content FROM segment ORDER BY id").fetchone()
        damaged = content[:200] + bytes([content[200] ^ 1]) + content[201:]
        connection.execute("UPDATE segment SET content = ? WHERE id = ?", (damaged, number))
        connection.commit()
    with Pool(pool.path) as again:
        assert small_matcher.rank(job, again) == expected


def test_columns_of_another_taxonomy_are_not_used(pool: Pool, job: SkillProfile, small_matcher: SkillMatcher) -> None:
    small_matcher.rank(job, pool)
    with pool.using() as connection:
        connection.execute("UPDATE segment SET making = 'other'")
    assert small_matcher.rank(job, pool) == plainly(small_matcher, job, pool)


def test_a_profile_of_another_taxonomy_is_refused(
    pool: Pool, job: SkillProfile, people: list[SkillProfile], small_matcher: SkillMatcher
) -> None:
    other = dataclasses.replace(people[0].taxonomy, fingerprint="0" * 16)
    pool.add([dataclasses.replace(people[0], taxonomy=other)])
    with pytest.raises(MismatchError, match=r"0\.txt"):
        small_matcher.rank(job, pool)


def test_a_pool_that_cannot_be_written_is_ranked(pool: Pool, job: SkillProfile, small_matcher: SkillMatcher) -> None:
    expected = plainly(small_matcher, job, pool)
    with pool.using() as connection:
        connection.execute("PRAGMA query_only = ON")
    assert small_matcher.rank(job, pool) == expected
    assert segments(pool) == []


def test_a_pool_whose_columns_cannot_be_brought_up_to_date_is_ranked(
    pool: Pool, job: SkillProfile, people: list[SkillProfile], small_matcher: SkillMatcher
) -> None:
    small_matcher.rank(job, pool)
    with pool.using() as connection:
        connection.execute("UPDATE segment SET making = 'other' WHERE members = 2")
    pool.put("1.txt", pool.keep(bytes(32), "resume", "given", dataclasses.replace(people[0], document_id="1.txt")))
    expected = plainly(small_matcher, job, pool)
    for connect in (pool, Pool(pool.path)):
        with connect, connect.using() as connection:
            connection.execute("PRAGMA query_only = ON")
            assert small_matcher.rank(job, connect) == expected
