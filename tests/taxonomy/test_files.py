"""Files are written all or none."""

from __future__ import annotations

from pathlib import Path

import pytest

from skillmatch.errors import UsageError
from skillmatch.taxonomy import Skill
from skillmatch.taxonomy.files import write_files, write_taxonomy

SKILLS = [Skill(id=key, name=f"{key}1", type="tool", category=key) for key in ("a", "b")]


def test_all_are_written(tmp_path: Path) -> None:
    write_files({tmp_path / "a": "x", tmp_path / "b": b"y"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "x", "b": "y"}


def test_if_one_cannot_be_staged_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    with pytest.raises(UsageError, match="cannot be written"):
        write_files({tmp_path / "a": "new", tmp_path / "missing" / "b": "new"})
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a": "old"}


def test_if_one_cannot_be_placed_the_others_are_put_back(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "inside").write_text("kept")
    with pytest.raises(UsageError, match="cannot be written"):
        write_files({tmp_path / "a": "new", tmp_path / "b": "new", tmp_path / "c": "new"})
    assert (tmp_path / "a").read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c"]


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    write_taxonomy(tmp_path, SKILLS, name="n", version="1")
    write_taxonomy(tmp_path, SKILLS, name="n", version="2")
    with pytest.raises(UsageError, match=r"b\.toml"):
        write_taxonomy(tmp_path, SKILLS[:1], name="n", version="3")
    assert 'version = "2"' in (tmp_path / "taxonomy.toml").read_text()


def test_one_file_takes_one_category(tmp_path: Path) -> None:
    write_taxonomy(tmp_path / "all.toml", SKILLS, name="n", version="1", head=["From there."])
    assert (tmp_path / "all.toml").read_text().startswith('# From there.\nschema = 1\ncategory = "all"\n')
