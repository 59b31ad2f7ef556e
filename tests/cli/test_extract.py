"""`skillmatch extract` in the formats of the trade."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from skillmatch.cli import app

TAXONOMY = """schema = 1
category = "tools"

[[skill]]
id = "python"
name = "Python"
type = "tool"
"""


@pytest.fixture
def taxonomy(tmp_path: Path) -> str:
    path = tmp_path / "tools.toml"
    path.write_text(TAXONOMY)
    return str(path)


@pytest.mark.parametrize(
    ("format", "key"),
    [("json-resume", "work"), ("hr-open", "skills"), ("job-posting", "@type"), ("occupation", "@type")],
)
def test_each_document_has_a_line(tmp_path: Path, taxonomy: str, format: str, key: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, text in (("a.txt", "Skills: Python"), ("b.txt", ""), ("c.txt", "Python developer")):
        (folder / name).write_text(text)
    done = CliRunner().invoke(app, ["extract", str(folder), "-f", format, "--taxonomy", taxonomy, "--workers", "0"])
    assert done.exit_code == 1
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["skills"][0]["name"] for row in rows] == ["Python", "Python"]
    assert all(key in row for row in rows)
    assert "b.txt: empty" in done.stderr
