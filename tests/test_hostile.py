"""Files that fight back: each ends in an outcome that its maker expects, and costs no other document anything."""

from __future__ import annotations

import csv
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from skillmatch import SkillMatcher
from skillmatch.batch import profile_paths, read_paths
from skillmatch.models import Document, Failure, SkillProfile
from skillmatch.settings import ReadingSettings, Settings

READING = ReadingSettings(ocr=False, timeout_s=20.0)  # the machine may be busy; pictures have tests of their own
GOOD = 10


@pytest.fixture(scope="module")
def make(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Return a function that writes made files and gives their folder."""

    def write(*options: str) -> Path:
        folder = tmp_path_factory.mktemp("hostile")
        generator = shared / "data" / "pdfs" / "hostile" / "gen_hostile.py"
        subprocess.run([sys.executable, str(generator), str(folder), *options], check=True, capture_output=True)
        return folder

    return write


@pytest.fixture(scope="module")
def small(make: Callable[..., Path]) -> Path:
    return make()


def cases(shared: Path, kind: str) -> dict[str, dict[str, str]]:
    with (shared / "data" / "pdfs" / "hostile" / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return {Path(row["file"]).name: row for row in csv.DictReader(file) if row["kind"] == kind}


def complaint(case: dict[str, str], found: Document | Failure) -> str:
    """Say what is wrong with an outcome; empty if it is one of those expected."""
    expected = set(case["expected"].split("|")) | ({"ok"} if "or ok" in case["note"] else set())
    if isinstance(found, Failure):
        outcomes = {found.code, f"error:{found.code}"} | ({"error:no-text"} if found.code == "needs-ocr" else set())
    else:
        flagged = any(warning.code == "hidden-text" for warning in found.warnings)
        outcomes = {"hidden-text-flag", "ok"} if flagged else {"ok"}
        text = " ".join(found.text.split())
        if case["must_contain"] not in text:
            return f"lacks {case['must_contain']!r}"
        if case["must_not_contain"] and case["must_not_contain"] in text:
            return f"holds {case['must_not_contain']!r}"
        if "hidden-text-flag" in expected and "ok" not in expected and not flagged:
            return "hidden text is not reported"
        if "NOT be flagged" in case["note"] and flagged:
            return "flagged"
    return "" if outcomes & expected else f"{sorted(outcomes)} instead of {sorted(expected)}"


def complaints(folder: Path, known: dict[str, dict[str, str]]) -> dict[str, str]:
    found = {result.document_id: result for result in read_paths(folder, READING, workers=2)}
    assert set(known) <= set(found)
    judged = {name: complaint(case, found[name]) for name, case in known.items()}
    return {name: text for name, text in judged.items() if text}


def test_made_files_end_as_expected(shared: Path, small: Path) -> None:
    assert complaints(small, cases(shared, "small")) == {}


def test_stored_files_end_as_expected(shared: Path) -> None:
    assert complaints(shared / "data" / "pdfs" / "hostile" / "files", cases(shared, "stored")) == {}


@pytest.mark.big
def test_big_files_end_as_expected(shared: Path, make: Callable[..., Path]) -> None:
    known = cases(shared, "big")
    folder = make("--big")
    for path in folder.iterdir():
        if path.name not in known:
            path.unlink()
    assert complaints(folder, known) == {}


@pytest.mark.big
def test_traps_of_a_file_system_are_reported_and_never_opened(make: Callable[..., Path]) -> None:
    folder = make("--fs", "--only", "nothing of this name") / "fs"
    try:
        found = {result.document_id: result for result in read_paths(folder, READING, workers=2)}
        good = [name for name, result in found.items() if isinstance(result, Document)]
        assert "new\nline.pdf" in good
        assert "bad_utf8_\\xff\\xfe.pdf" in good
        assert "link_ok.pdf" in good
        assert any(name.endswith("deep/deep.pdf") for name in good)
        codes = {name: result.code for name, result in found.items() if isinstance(result, Failure)}
        refused = ("broken.pdf", "devzero.pdf", "fifo.pdf", "outside.pdf", "loop_a", "loop_b")
        expected = {**dict.fromkeys(refused, "not-found"), "sparse_5gib.pdf": "limit"}
        if os.geteuid() != 0:  # nothing is forbidden to root
            expected |= {"noperm.pdf": "not-found", "noperm_dir": "not-found"}
        assert codes == expected
    finally:
        (folder / "noperm_dir").chmod(stat.S_IRWXU)


def test_good_resumes_among_hostile_files_are_profiled(
    shared: Path, small: Path, tmp_path: Path, matcher: SkillMatcher
) -> None:
    for path in (*small.iterdir(), *(shared / "data" / "pdfs" / "hostile" / "files").iterdir()):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    good = sorted((shared / "data" / "pdfs").glob("*.pdf"))[:GOOD]
    names = [f"{'abmz'[number % 4]}-good-{number}.pdf" for number in range(GOOD)]  # among the others in any order
    for name, path in zip(names, good, strict=True):
        (tmp_path / name).write_bytes(path.read_bytes())
    guarded = SkillMatcher(matcher.taxonomy, Settings(reading=READING))
    found = {result.document_id: result for result in profile_paths(tmp_path, guarded, workers=2)}
    assert set(found) == {path.name for path in tmp_path.iterdir()}
    alone = list(profile_paths(good, guarded, workers=0))
    for name, path, profile in zip(names, good, alone, strict=True):
        assert isinstance(profile, SkillProfile)
        assert profile.skills, path.name
        assert found[name] == replace(profile, document_id=name)
