"""Segments hold the columns of those that are said to be in them, and of nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from skillmatch import SkillMatcher, SkillProfile, read_bytes
from skillmatch.errors import ChangedStoreError, DamagedStoreError
from skillmatch.store import Store
from skillmatch.store.database import transaction

TEXTS = ("Python, Kafka", "Java", "Docker and stream design", "Kubernetes, Kafka")
MAKING = "columns"


@pytest.fixture
def store(tmp_path: Path, people: list[SkillProfile]) -> Iterator[Store]:
    """Return a store with four profiles, whose results are numbered from 1."""
    with Store(tmp_path / "store") as store:
        for number, profile in enumerate(people):
            store.keep(bytes([number] * 32), "resume", "1", profile)
        yield store


@pytest.fixture(scope="module")
def people(small_matcher: SkillMatcher) -> list[SkillProfile]:
    documents = [read_bytes(f"Skills\n{text}".encode(), document_id=f"{n}.txt") for n, text in enumerate(TEXTS)]
    return [small_matcher.profile(document, kind="resume") for document in documents]


def keep(store: Store, matcher: SkillMatcher, people: list[SkillProfile], numbers: dict[int, int]) -> None:
    """Keep some rows of the columns of all people, for the results of these numbers."""
    entries = {row: (number, number) for row, number in numbers.items()}
    store.segments.keep(matcher.scorer.lay_out(people), entries, MAKING)


def linked(store: Store) -> dict[int, set[object]]:
    return {number: set(store.segments.linked(number)) for number in store.segments.sizes(MAKING)}


def names(store: Store, matcher: SkillMatcher, number: int, wanted: dict[int, str] | None = None) -> list[str]:
    """Return the ids of a segment's profiles, after comparing what it says of them."""
    opened = store.segments.open(number, matcher.background, lambda *_: pytest.fail("was opened"), wanted)
    return list(opened.document_ids)


def test_rows_that_are_not_asked_for_are_not_kept(
    store: Store, small_matcher: SkillMatcher, people: list[SkillProfile]
) -> None:
    keep(store, small_matcher, people, {0: 1, 2: 3})
    assert linked(store) == {1: {1, 3}}
    assert names(store, small_matcher, 1) == ["1", "3"]
    assert names(store, small_matcher, 1, {3: "c.txt"}) == ["c.txt"]
    keep(store, small_matcher, people, {})
    assert linked(store) == {1: {1, 3}}


def test_what_is_in_a_segment_enters_no_other(
    store: Store, small_matcher: SkillMatcher, people: list[SkillProfile]
) -> None:
    keep(store, small_matcher, people, {0: 1, 1: 2})
    for entries in ({1: 2, 2: 3}, {3: 99}):
        with pytest.raises(ChangedStoreError):
            keep(store, small_matcher, people, entries)
    assert linked(store) == {1: {1, 2}}


def test_what_is_gone_is_told(store: Store, small_matcher: SkillMatcher, people: list[SkillProfile]) -> None:
    keep(store, small_matcher, people, {0: 1, 1: 2})
    with pytest.raises(ChangedStoreError):
        names(store, small_matcher, 2)
    with pytest.raises(DamagedStoreError):
        names(store, small_matcher, 1, {1: "a.txt", 3: "c.txt"})


def test_tidying_cuts_out_what_has_left(store: Store, small_matcher: SkillMatcher, people: list[SkillProfile]) -> None:
    keep(store, small_matcher, people, {0: 1, 1: 2, 2: 3})
    store.tidy()
    assert linked(store) == {1: {1, 2, 3}}  # nothing to do
    store.erase([bytes([1] * 32)])
    assert linked(store) == {2: {1, 3}}
    assert names(store, small_matcher, 2) == ["1", "3"]
    store.erase([bytes([0] * 32), bytes([2] * 32)])
    assert linked(store) == {}


def test_columns_that_lack_a_profile_go(store: Store, small_matcher: SkillMatcher, people: list[SkillProfile]) -> None:
    keep(store, small_matcher, people, {0: 1, 1: 2})
    with store.using() as connection:
        connection.execute("UPDATE result SET segment = 1 WHERE id = 4")
    store.tidy()
    assert linked(store) == {}


@pytest.mark.parametrize(
    ("making", "small", "spare", "left"),
    [
        (MAKING, 0, 0, [{1, 2}, {3}, {4}]),
        (MAKING, 2, 0, [{1, 2}]),
        (MAKING, 2, 2, [{1, 2}, {3}, {4}]),
        (MAKING, 2, 1, [{1, 2}]),
        ("other", 0, 0, []),
    ],
)
def test_segments_are_arranged(
    store: Store,
    small_matcher: SkillMatcher,
    people: list[SkillProfile],
    making: str,
    small: int,
    spare: int,
    left: list[set[object]],
) -> None:
    for entries in ({0: 1, 1: 2}, {2: 3}, {3: 4}):
        keep(store, small_matcher, people, entries)
    store.segments.arrange(making, small, spare)
    assert list(linked(store).values()) == left
    with store.using() as connection, transaction(connection):
        [loose] = connection.execute("SELECT count(*) FROM result WHERE segment IS NULL").fetchone()
    assert loose == 4 - sum(map(len, left))
