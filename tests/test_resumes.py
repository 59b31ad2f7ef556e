"""Ranking what a store has laid out is ranking the profiles of the folder, whatever has happened to either."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from skillmatch import SkillMatcher, SkillProfile, Taxonomy, profile_paths, read_bytes
from skillmatch import matcher as facade
from skillmatch.errors import ChangedStoreError, StoreError
from skillmatch.models import Report
from skillmatch.resumes import Resumes
from skillmatch.run import Done
from skillmatch.scoring.fit import FitScorer
from skillmatch.store import Cache, Store, making_of
from skillmatch.store import cache as caching
from skillmatch.taxonomy import Skill

NAMES = ("Airflow", "Docker", "Java", "Kafka", "Kubernetes", "PostgreSQL", "Python", "Terraform")
COUNT = 12


@pytest.fixture(scope="module")
def matcher() -> SkillMatcher:
    return SkillMatcher(Taxonomy([Skill(id=name.lower(), name=name, type="tool", category="tools") for name in NAMES]))


@pytest.fixture(scope="module")
def job(matcher: SkillMatcher) -> SkillProfile:
    text = b"Data engineer\n\nRequirements\nPython and Kafka. Docker is a plus. Stream design.\n"
    return matcher.profile(read_bytes(text, document_id="job"), kind="job")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of resumes, one of which is bad and some in a folder of their own."""
    place = tmp_path / "resumes"
    (place / "more").mkdir(parents=True)
    for number in range(COUNT):
        write(place / ("more" if number % 3 == 0 else "") / f"{number}.txt", number)
    (place / "none.pdf").write_bytes(b"%PDF-1.4\nthis is all\n")
    return place


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "store"


@pytest.fixture(autouse=True)
def pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay few profiles out together, so that there are some segments."""
    monkeypatch.setattr(facade, "PIECE", 5)
    monkeypatch.setattr(caching, "SMALL", 3)
    monkeypatch.setattr(caching, "SPARE", 1)


def write(path: Path, number: int) -> None:
    skills = [name for place, name in enumerate(NAMES) if (number * 37 + 11) >> place & 1]
    path.write_text(f"Skills\n{', '.join(skills)}\n\nInterests\nhobby{number}\n")


def plainly(folder: Path, matcher: SkillMatcher, job: SkillProfile, top: int | None) -> Report:
    return matcher.rank(job, profile_paths(folder, matcher, kind="resume", workers=0), top=top)


def open_cache(store: Path, matcher: SkillMatcher) -> Cache:
    return Cache(store, making=making_of(matcher.taxonomy, matcher.settings), max_bytes=1_000_000)


def rank(
    folder: Path, matcher: SkillMatcher, store: Path, job: SkillProfile, top: int | None = 3
) -> tuple[Report, int, list[str]]:
    """Return the report, how many documents were worked on, and what was said of the store."""
    worked: list[Done] = []
    with open_cache(store, matcher) as cache:
        report = matcher.rank(job, Resumes(folder, matcher, workers=0, cache=cache, watch=worked.append), top=top)
    return report, sum(done.seconds is not None for done in worked), cache.notes


def segments(store: Path) -> list[int]:
    with closing(sqlite3.connect(store)) as connection:
        return [row[0] for row in connection.execute("SELECT members FROM segment ORDER BY id")]


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """Count the profiles that are laid out."""
    counts: list[int] = []
    lay_out = FitScorer.lay_out

    def counted(self: FitScorer, profiles: Iterator[SkillProfile]):  # type: ignore[no-untyped-def]
        columns = lay_out(self, profiles)
        counts.append(len(columns))
        return columns

    monkeypatch.setattr(FitScorer, "lay_out", counted)
    return counts


@pytest.mark.parametrize("top", [None, 1, 4])
def test_the_ranking_is_the_same_bits(
    folder: Path, matcher: SkillMatcher, store: Path, job: SkillProfile, laid_out: list[int], top: int | None
) -> None:
    plain = plainly(folder, matcher, job, top)
    laid_out.clear()
    assert matcher.rank(job, Resumes(folder, matcher, workers=0), top=top) == plain
    assert rank(folder, matcher, store, job, top) == (plain, COUNT + 1, [])
    assert laid_out == 2 * [5, 5, 2]
    laid_out.clear()
    assert rank(folder, matcher, store, job, top) == (plain, 0, [])
    assert laid_out == []
    assert segments(store) == [5, 5, 2]


def test_iterating_gives_the_profiles(folder: Path, matcher: SkillMatcher, store: Path, job: SkillProfile) -> None:
    plain = list(profile_paths(folder, matcher, kind="resume", workers=0))
    rank(folder, matcher, store, job)
    with open_cache(store, matcher) as cache:
        assert list(Resumes(folder, matcher, workers=0, cache=cache)) == plain


def test_only_what_is_explained_is_decoded(
    folder: Path, matcher: SkillMatcher, store: Path, job: SkillProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    rank(folder, matcher, store, job)
    loaded: list[str] = []
    load = Store.load
    monkeypatch.setattr(Store, "load", lambda self, kept, name: loaded.append(name) or load(self, kept, name))
    report, *_ = rank(folder, matcher, store, job)
    assert sorted(loaded) == sorted([*(match.document_id for match in report.matches), "none.pdf"])


def add(folder: Path) -> None:
    write(folder / "new.txt", 40)


def change(folder: Path) -> None:
    write(folder / "1.txt", 41)
    write(folder / "more" / "3.txt", 42)


def delete(folder: Path) -> None:
    (folder / "1.txt").unlink()


def rename(folder: Path) -> None:
    (folder / "1.txt").rename(folder / "more" / "one.txt")


def copy(folder: Path) -> None:
    shutil.copytree(folder / "more", folder / "twins")
    shutil.copytree(folder / "more", folder / "triplets")


def split(folder: Path) -> None:
    for path in [*folder.glob("?.txt"), folder / "none.pdf"]:
        path.unlink()


@pytest.mark.parametrize(("happen", "laid"), [(add, 1), (change, 2), (delete, 0), (rename, 0), (copy, 8), (split, 0)])
def test_changes_of_the_folder_are_followed(
    folder: Path,
    matcher: SkillMatcher,
    store: Path,
    job: SkillProfile,
    laid_out: list[int],
    happen: Callable[[Path], None],
    laid: int,
) -> None:
    rank(folder, matcher, store, job)
    happen(folder)
    plain = plainly(folder, matcher, job, 3)
    laid_out.clear()
    assert rank(folder, matcher, store, job)[0] == plain
    assert sum(laid_out) == laid
    assert rank(folder, matcher, store, job) == (plain, 0, [])


def test_many_small_segments_become_one(folder: Path, matcher: SkillMatcher, store: Path, job: SkillProfile) -> None:
    for number in range(4):
        for place in (folder, folder / "more"):
            write(place / f"new{number}.txt", 40 + number)
            assert rank(folder, matcher, store, job)[0] == plainly(folder, matcher, job, 3)
    assert sum(size < 3 for size in segments(store)) <= 2
    assert sum(segments(store)) == COUNT + 4  # the others are twins


def test_segments_of_other_folders_are_left_alone(
    folder: Path, matcher: SkillMatcher, store: Path, job: SkillProfile, laid_out: list[int]
) -> None:
    rank(folder / "more", matcher, store, job)
    rank(folder, matcher, store, job)
    assert segments(store) == [4, 5, 3]
    laid_out.clear()
    for part in (folder / "more", folder):
        assert rank(part, matcher, store, job)[0] == plainly(part, matcher, job, 3)
    assert sum(laid_out) == COUNT + 4  # by `plainly`


def test_what_a_file_held_before_leaves_the_store(
    folder: Path, matcher: SkillMatcher, store: Path, job: SkillProfile
) -> None:
    rank(folder, matcher, store, job)
    assert b"hobby1\n" in traces(store)
    write(folder / "1.txt", 41)
    rank(folder, matcher, store, job)
    assert b"hobby1\n" not in traces(store)
    assert b"hobby2\n" in traces(store)


def test_an_erased_person_leaves_the_store(folder: Path, matcher: SkillMatcher, store: Path, job: SkillProfile) -> None:
    rank(folder, matcher, store, job)
    with Store(store) as opened:
        assert opened.erase([], [folder / "1.txt"]) == 1
    assert b"hobby1\n" not in traces(store)
    assert segments(store) == [5, 2, 4]
    assert rank(folder, matcher, store, job) == (plainly(folder, matcher, job, 3), 1, [])


def traces(store: Path) -> bytes:
    """Return all bytes of the store; the words of columns stand there as they are."""
    with closing(sqlite3.connect(store)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return b"".join(path.read_bytes() for path in store.parent.iterdir())


def damage_segment(connection: sqlite3.Connection) -> None:
    [number, content] = connection.execute("SELECT id, content FROM segment ORDER BY id").fetchone()
    damaged = content[:200] + bytes([content[200] ^ 1]) + content[201:]
    connection.execute("UPDATE segment SET content = ? WHERE id = ?", (damaged, number))


def swap_segments(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE segment SET content = (SELECT content FROM segment AS it WHERE it.id != segment.id)")


def make_otherwise(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE segment SET making = 'other'")


def damage_records(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE result SET record = 'nonsense'")


@pytest.mark.parametrize("harm", [damage_segment, swap_segments, make_otherwise, damage_records])
@pytest.mark.parametrize("top", [None, 2])
def test_columns_and_profiles_that_are_not_sound_are_made_anew(
    folder: Path,
    matcher: SkillMatcher,
    store: Path,
    job: SkillProfile,
    harm: Callable[[sqlite3.Connection], None],
    top: int | None,
) -> None:
    plain, *_ = rank(folder, matcher, store, job, top)
    with closing(sqlite3.connect(store)) as connection, connection:
        harm(connection)
    for _ in range(2):
        report, _, notes = rank(folder, matcher, store, job, top)
        assert (report, notes) == (plain, [])
    assert sum(segments(store)) == COUNT


def test_a_store_without_columns_gets_them(folder: Path, matcher: SkillMatcher, store: Path, job: SkillProfile) -> None:
    with open_cache(store, matcher) as cache:
        list(profile_paths(folder, matcher, kind="resume", workers=0, cache=cache))
    assert rank(folder, matcher, store, job) == (plainly(folder, matcher, job, 3), 0, [])
    assert segments(store) == [5, 5, 2]


def during(folder: Path, matcher: SkillMatcher, store: Path, happen: Callable[[], None]) -> Resumes:
    """Return resumes of which all are found, to which something happens before the columns are opened."""
    cache = open_cache(store, matcher)

    def note(done: Done) -> None:
        if done.document_id == "none.pdf":  # the last
            happen()

    return Resumes(folder, matcher, workers=0, cache=cache, watch=note)


def erase_all(folder: Path, store: Path) -> None:
    with Store(store) as other:
        other.erase([], [path for path in folder.rglob("*") if path.is_file()])


def spoil(folder: Path, store: Path) -> None:
    store.write_bytes(b"no header any more" + store.read_bytes()[18:])
    for suffix in ("-wal", "-shm"):
        store.with_name(store.name + suffix).unlink(missing_ok=True)


@pytest.mark.parametrize("happen", [erase_all, spoil])
def test_what_goes_while_a_run_goes_on_is_made_anew(
    folder: Path,
    matcher: SkillMatcher,
    store: Path,
    job: SkillProfile,
    happen: Callable[[Path, Path], None],
) -> None:
    plain, *_ = rank(folder, matcher, store, job)
    resumes = during(folder, matcher, store, lambda: happen(folder, store))
    assert matcher.rank(job, resumes, top=3) == plain
    assert rank(folder, matcher, store, job)[0] == plain


def test_a_profile_that_goes_before_it_is_explained_is_made_anew(
    folder: Path, matcher: SkillMatcher, store: Path, job: SkillProfile
) -> None:
    plain, *_ = rank(folder, matcher, store, job)
    best = folder / plain.matches[0].document_id
    with open_cache(store, matcher) as cache:
        [*columns] = Resumes(folder, matcher, workers=0, cache=cache).columns(matcher.scorer)
        places = {name: (it, row) for it in columns for row, name in enumerate(it.document_ids)}
        pool, row = places[plain.matches[0].document_id]
        erase_all(folder, store)
        assert matcher.match(job, pool.candidate(row).profile).score == plain.matches[0].score
        erase_all(folder, store)
        best.unlink()
        pool._candidates.clear()
        with pytest.raises(ChangedStoreError, match="while it was ranked"):
            pool.candidate(row)


def test_columns_that_cannot_be_kept_cost_nothing(
    folder: Path, matcher: SkillMatcher, store: Path, job: SkillProfile, monkeypatch: pytest.MonkeyPatch
) -> None:
    with open_cache(store, matcher) as cache:
        list(profile_paths(folder, matcher, kind="resume", workers=0, cache=cache))

    def refuse(*_: object) -> None:
        raise StoreError("database or disk is full")

    monkeypatch.setattr("skillmatch.store.segments.Segments._insert", refuse)
    assert rank(folder, matcher, store, job) == (plainly(folder, matcher, job, 3), 0, [])
    assert segments(store) == []


def test_another_run_may_lay_out_the_same_meanwhile(
    folder: Path, matcher: SkillMatcher, store: Path, job: SkillProfile
) -> None:
    with open_cache(store, matcher) as cache:
        plain = list(profile_paths(folder, matcher, kind="resume", workers=0, cache=cache))
    resumes = during(folder, matcher, store, lambda: rank(folder, matcher, store, job) and None)
    assert matcher.rank(job, resumes, top=3) == matcher.rank(job, plain, top=3)
    assert segments(store) == [5, 5, 2]


@pytest.mark.usefixtures("forked")
def test_a_ranking_that_is_killed_goes_on(folder: Path, matcher: SkillMatcher, store: Path, job: SkillProfile) -> None:
    plain = plainly(folder, matcher, job, 3)
    seen: list[Done] = []
    for moment in (2, 5, 8):
        child = os.fork()
        if child == 0:

            def note(done: Done, last: int = moment) -> None:
                seen.append(done)
                if len(seen) > last:
                    os.kill(os.getpid(), signal.SIGKILL)

            with open_cache(store, matcher) as cache:
                matcher.rank(job, Resumes(folder, matcher, workers=2, cache=cache, watch=note))
            os._exit(0)
        assert os.WIFSIGNALED(os.waitpid(child, 0)[1])
    assert rank(folder, matcher, store, job)[0] == plain
    assert rank(folder, matcher, store, job) == (plain, 0, [])
