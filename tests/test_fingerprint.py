"""The fingerprint of code moves with each of its files and libraries."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillmatch import fingerprint
from skillmatch.fingerprint import fingerprint_code


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "nlp" / "__pycache__").mkdir(parents=True)
    (tmp_path / "nlp" / "skills.py").write_text("A = 1\n")
    (tmp_path / "toml.py").write_text("")
    monkeypatch.setattr(fingerprint, "files", lambda package: tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "same"), [("nlp/skills.py", False), ("nlp/new.py", False), ("other.py", True), ("nlp/__pycache__/a", True)]
)
def test_file_on_the_road_changes_it(package: Path, name: str, same: bool) -> None:
    before = fingerprint_code(["nlp", "toml.py"])
    (package / name).write_text("A = 2\n")
    assert (fingerprint_code(["nlp", "toml.py"]) == before) is same


def test_library_changes_it(package: Path) -> None:
    assert fingerprint_code(["nlp"], ["numpy"]) != fingerprint_code(["nlp"])
    assert fingerprint_code(["nlp"], ["no-such-library"]) != fingerprint_code(["nlp"])
