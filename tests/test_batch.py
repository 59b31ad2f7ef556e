"""A folder with bad files in it: each is one failure row, and costs nothing else."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfgen import canvas

from skillmatch import Failure, SkillMatcher, SkillProfile, profile_paths
from skillmatch.batch import process, read_paths
from skillmatch.documents import Source, list_documents
from skillmatch.schema import to_json
from skillmatch.store import Cache, making_of

RESUMES = Path(__file__).parents[1] / "examples" / "resumes"


@pytest.fixture
def messy(tmp_path: Path) -> Path:
    """Return a folder of two good resumes and of everything that goes wrong in real folders."""
    (tmp_path / "good.txt").write_bytes((RESUMES / "femi-adeyemi.txt").read_bytes())
    (tmp_path / "good.pdf").write_bytes((RESUMES / "elif-demir.pdf").read_bytes())
    (tmp_path / "empty.pdf").write_bytes(b"")
    (tmp_path / "truncated.pdf").write_bytes((RESUMES / "elif-demir.pdf").read_bytes()[:900])
    (tmp_path / "picture.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    (tmp_path / "big.txt").write_bytes(b"word " * 20_000_000)
    (tmp_path / "missing.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    return tmp_path


def codes(results: list[SkillProfile | Failure]) -> dict[str, str]:
    return {r.document_id: r.code if isinstance(r, Failure) else "ok" for r in results}


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_each_bad_file_is_one_failure(messy: Path, matcher: SkillMatcher, workers: int) -> None:
    found = codes(list(profile_paths(messy, matcher, kind="resume", workers=workers)))
    assert found == {
        "big.txt": "limit",
        "empty.pdf": "empty",
        "good.pdf": "ok",
        "good.txt": "ok",
        "missing.txt": "not-found",
        "picture.pdf": "wrong-type",
        "pipe.txt": "not-found",
        "truncated.pdf": "corrupt",
    }


def test_a_store_changes_nothing_in_a_messy_folder(
    messy: Path, matcher: SkillMatcher, tmp_path_factory: pytest.TempPathFactory
) -> None:
    plain = list(profile_paths(messy, matcher, kind="resume", workers=2))
    store = tmp_path_factory.mktemp("kept") / "store"
    making = making_of(matcher.taxonomy, matcher.settings)
    for _ in range(2):
        with Cache(store, making=making, max_bytes=matcher.settings.reading.max_bytes) as cache:
            assert list(profile_paths(messy, matcher, kind="resume", workers=2, cache=cache)) == plain
        assert cache.notes == []


def test_a_file_of_two_thousand_pages_costs_itself_only(tmp_path: Path, matcher: SkillMatcher) -> None:
    long = canvas.Canvas(str(tmp_path / "long.pdf"))
    for number in range(2000):
        long.drawString(72, 720, f"Page {number}")
        long.showPage()
    long.save()
    (tmp_path / "good.txt").write_bytes((RESUMES / "femi-adeyemi.txt").read_bytes())
    assert codes(list(profile_paths(tmp_path, matcher, kind="resume", workers=1))) == {
        "good.txt": "ok",
        "long.pdf": "limit",
    }


def without_privileges(check: Callable[[], bool]) -> bool:
    """Return what a check finds in a process to which files can be forbidden: nothing is to root as it is."""
    child = os.fork()
    if child == 0:
        good = False
        try:
            version, none = 0x20080522, 0  # of the structures that capset(2) takes
            libc = ctypes.CDLL(None, use_errno=True)
            assert libc.capset((ctypes.c_uint32 * 2)(version, none), (ctypes.c_uint32 * 6)()) == 0
            good = check()
        finally:
            os._exit(not good)
    return os.waitpid(child, 0)[1] == 0


@pytest.mark.skipif(sys.platform != "linux", reason="gives up the privileges of root as Linux does")
@pytest.mark.parametrize("workers", [0, 2])
def test_what_may_not_be_opened_is_a_failure_and_costs_nothing_else(
    tmp_path: Path, matcher: SkillMatcher, workers: int
) -> None:
    for name in ("closed.txt", "good.txt", "shut/any.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((RESUMES / "femi-adeyemi.txt").read_bytes())
    alone = list(profile_paths(tmp_path / "good.txt", matcher, kind="resume", workers=0))
    for name in ("closed.txt", "shut"):
        (tmp_path / name).chmod(0)

    def check() -> bool:
        found = list(profile_paths(tmp_path, matcher, kind="resume", workers=workers))
        expected = {"closed.txt": "not-found", "good.txt": "ok", "shut": "not-found"}
        return codes(found) == expected and found[1:2] == alone

    try:
        assert without_privileges(check)
    finally:
        (tmp_path / "shut").chmod(0o700)  # so that it can be cleared away


def test_documents_in_memory_are_processed_like_files(tmp_path: Path, matcher: SkillMatcher) -> None:
    (tmp_path / "cv.txt").write_bytes(b"Skills: Rust, Kubernetes")
    [file] = list_documents(tmp_path)
    memory = Source(document_id="cv.txt", content=b"Skills: Rust, Kubernetes")
    empty = Source(document_id="empty.txt", content=b"")
    of_file, of_memory, failure = process([file, memory, empty], matcher)
    assert of_memory == of_file
    assert isinstance(failure, Failure)
    assert failure.code == "empty"


def test_what_a_document_in_memory_says_is_not_in_its_repr() -> None:
    assert "Rust" not in repr(Source(document_id="cv.txt", content=b"Skills: Rust"))


def test_number_of_workers_does_not_change_the_result(matcher: SkillMatcher) -> None:
    alone, two, one_by_one = (
        [to_json(profile) for profile in profiles]
        for profiles in (
            profile_paths(RESUMES, matcher, kind="resume", workers=0),
            profile_paths(RESUMES, matcher, kind="resume", workers=2),
            process(list_documents(RESUMES), matcher, "resume"),
        )
    )
    assert alone == two == one_by_one
    assert len(alone) >= 10


def test_texts_are_read_in_order(messy: Path) -> None:
    found = [document.document_id for document in read_paths(messy)]
    assert found == sorted(found)
