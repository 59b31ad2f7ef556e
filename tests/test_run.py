"""A run that is killed, disturbed or shared ends as an undisturbed one."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from skillmatch import SkillMatcher, SkillProfile, Taxonomy, profile_paths
from skillmatch.models import Document, Failure
from skillmatch.run import Done
from skillmatch.settings import ReadingSettings, Settings
from skillmatch.store import Cache, making_of
from skillmatch.taxonomy import Skill

NAMES = ("Docker", "Java", "Kafka", "Python", "Terraform")
COUNT = 30
pytestmark = pytest.mark.usefixtures("forked")  # `Disturbed` is known to forked workers only


class Disturbed(SkillMatcher):
    """A matcher whose documents may order what is to happen while they are worked on."""

    def profile(self, document: Document, kind: str = "auto") -> SkillProfile:
        if "kill this worker" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.01)
        return super().profile(document, kind)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def matcher() -> SkillMatcher:
    skills = [Skill(id=name.lower(), name=name, type="tool", category="tools") for name in NAMES]
    found = Disturbed(Taxonomy(skills), Settings(reading=ReadingSettings(timeout_s=5)))
    found.build()
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "resumes"
    place.mkdir()
    for number in range(COUNT):
        skills = ", ".join(random.Random(number).sample(NAMES, 3))
        (place / f"{number:02}.txt").write_text(f"Skills\n{skills}\n" + f"Number {number}\n" * number)
    (place / "bad.pdf").write_bytes(b"%PDF-1.4\nthis is all\n")
    return place


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "store"


def run(
    folder: Path, matcher: SkillMatcher, store: Path, *, kill_after: int = 0, workers: int = 2
) -> tuple[list[object], int]:
    """Return the results and how many documents were worked on."""
    worked = 0

    def watch(done: Done) -> None:
        nonlocal worked
        worked += done.seconds is not None
        if kill_after and worked == kill_after:
            os.kill(os.getpid(), signal.SIGKILL)

    making = making_of(matcher.taxonomy, matcher.settings)
    with Cache(store, making=making, max_bytes=1_000_000) as cache:
        results = list(profile_paths(folder, matcher, kind="resume", workers=2, cache=cache, watch=watch))
        assert cache.notes == []
    return list(results), worked


def in_child(work: Iterator[None]) -> int:
    """Do something in a process of its own; return its number."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            next(work, None)
            status = 0
        finally:
            os._exit(status)
    return child


def running(folder: Path, matcher: SkillMatcher, store: Path, kill_after: int = 0) -> Iterator[None]:
    run(folder, matcher, store, kill_after=kill_after)
    yield


def test_a_run_killed_after_any_document_goes_on(folder: Path, matcher: SkillMatcher, store: Path) -> None:
    plain = list(profile_paths(folder, matcher, kind="resume", workers=0))
    moments = random.Random(7)
    killed = kept = 0
    for _ in range(8):
        after = moments.randint(1, 3)
        status = os.waitpid(in_child(running(folder, matcher, store, after)), 0)[1]
        assert os.WIFSIGNALED(status)
        killed, kept = killed + 1, kept + after
    results, worked = run(folder, matcher, store)
    assert results == plain
    assert worked == COUNT + 1 - kept  # what was finished before a kill is not worked on again
    assert run(folder, matcher, store) == (plain, 0)


def test_a_run_killed_at_any_moment_goes_on(folder: Path, matcher: SkillMatcher, store: Path) -> None:
    plain = list(profile_paths(folder, matcher, kind="resume", workers=0))
    moments = random.Random(11)
    for _ in range(10):
        child = in_child(running(folder, matcher, store))
        time.sleep(moments.uniform(0, 0.15))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    assert run(folder, matcher, store)[0] == plain


def test_a_run_over_hostile_files_that_is_killed_goes_on(
    shared: Path, tmp_path: Path, matcher: SkillMatcher, store: Path
) -> None:
    folder = tmp_path / "hostile"
    folder.mkdir()
    for path in sorted((shared / "data" / "pdfs" / "hostile" / "files").iterdir())[::3]:
        (folder / path.name).write_bytes(path.read_bytes())
    patient = SkillMatcher(matcher.taxonomy, Settings(reading=ReadingSettings(ocr=False, timeout_s=20)))
    patient.build()
    plain = list(profile_paths(folder, patient, kind="resume", workers=2))
    assert any(isinstance(result, Failure) for result in plain)
    for after in (4, 3):
        status = os.waitpid(in_child(running(folder, patient, store, after)), 0)[1]
        assert os.WIFSIGNALED(status)
    results, worked = run(folder, patient, store)
    assert results == plain
    assert 0 < worked < len(plain)


def test_two_runs_may_share_a_store(folder: Path, matcher: SkillMatcher, store: Path) -> None:
    plain = list(profile_paths(folder, matcher, kind="resume", workers=0))
    children = [in_child(running(folder, matcher, store)) for _ in range(2)]
    assert [os.waitpid(child, 0)[1] for child in children] == [0, 0]
    assert run(folder, matcher, store) == (plain, 0)


def test_a_killed_worker_costs_one_document_for_now(folder: Path, matcher: SkillMatcher, store: Path) -> None:
    (folder / "12.txt").write_text("kill this worker")
    results, _ = run(folder, matcher, store)
    lost = [it for it in results if isinstance(it, Failure)]
    assert [(it.document_id, it.code) for it in lost] == [("12.txt", "limit"), ("bad.pdf", "corrupt")]
    (folder / "12.txt").write_text("Skills\nPython\n")
    results, worked = run(folder, matcher, store)
    assert worked == 1
    assert results == list(profile_paths(folder, matcher, kind="resume", workers=0))


def test_a_file_deleted_before_its_turn_is_one_failure(folder: Path, matcher: SkillMatcher, store: Path) -> None:
    def watch(done: Done) -> None:
        (folder / "00.txt").unlink(missing_ok=True)  # the smallest: it is worked on last

    making = making_of(matcher.taxonomy, matcher.settings)
    with Cache(store, making=making, max_bytes=1_000_000) as cache:
        results = list(profile_paths(folder, matcher, kind="resume", workers=1, cache=cache, watch=watch))
    lost = [it for it in results if isinstance(it, Failure)]
    assert [(it.document_id, it.code) for it in lost] == [("00.txt", "not-found"), ("bad.pdf", "corrupt")]
    assert len(results) == COUNT + 1


def test_a_file_replaced_before_its_turn_is_not_taken_for_the_old_one(
    folder: Path, matcher: SkillMatcher, store: Path
) -> None:
    old = (folder / "00.txt").read_text()

    def watch(done: Done) -> None:
        (folder / "00.txt").write_text("Skills\nTerraform only\n")

    making = making_of(matcher.taxonomy, matcher.settings)
    with Cache(store, making=making, max_bytes=1_000_000) as cache:
        list(profile_paths(folder, matcher, kind="resume", workers=1, cache=cache, watch=watch))
    (folder / "00.txt").write_text(old)
    assert run(folder, matcher, store)[0] == list(profile_paths(folder, matcher, kind="resume", workers=0))


def test_a_clock_that_jumps_changes_nothing(
    folder: Path, matcher: SkillMatcher, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = list(profile_paths(folder, matcher, kind="resume", workers=0))
    now = time.time()
    for moment in (now - 10**9, now + 10**9, 0.0):
        monkeypatch.setattr(time, "time", lambda moment=moment: moment)
        assert run(folder, matcher, store)[0] == plain


def test_large_files_start_first(folder: Path, matcher: SkillMatcher) -> None:
    seen: list[str] = []
    list(profile_paths(folder, matcher, workers=0, watch=lambda done: seen.append(done.document_id)))
    sizes = [(folder / name).stat().st_size for name in seen]
    assert sizes == sorted(sizes, reverse=True)
    assert len(sizes) == COUNT + 1


def test_five_thousand_tiny_files(tmp_path: Path, matcher: SkillMatcher, store: Path) -> None:
    place = tmp_path / "tiny"
    place.mkdir()
    for number in range(5000):
        (place / f"{number}.txt").write_bytes(b"")
    results, _ = run(place, matcher, store)
    assert {it.code for it in results if isinstance(it, Failure)} == {"empty"}
    assert len(results) == 5000
    assert run(place, matcher, store) == (results, 0)
