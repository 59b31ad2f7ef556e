"""`skillmatch match` and `gaps` in the formats for people and other programs."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from skillmatch.cli import app

EXAMPLES = Path(__file__).parents[2] / "examples"
JOB = str(EXAMPLES / "jobs" / "data-engineer.txt")
RESUME = str(EXAMPLES / "resumes" / "femi-adeyemi.txt")
SKILLS = """schema = 1
category = "programming-languages"

[[skill]]
id = "python"
name = "Python"
type = "language"
"""


@pytest.fixture
def taxonomy(tmp_path: Path) -> str:
    (tmp_path / "skills.toml").write_text(SKILLS)
    return str(tmp_path / "skills.toml")


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, [*arguments, "--workers", "0"] if arguments[0] == "match" else list(arguments))
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.mark.parametrize(
    ("name", "start"),
    [("out.xlsx", b"PK"), ("out.parquet", b"PAR1"), ("out.md", b"# Skill"), ("out.html", b"<!doctype")],
)
def test_the_suffix_decides(tmp_path: Path, taxonomy: str, name: str, start: bytes) -> None:
    run("match", JOB, RESUME, "-o", str(tmp_path / name), "--no-store", "--taxonomy", taxonomy)
    assert (tmp_path / name).read_bytes().lstrip().startswith(start)


def test_texts_are_shown_when_asked_for(taxonomy: str) -> None:
    command = ("match", JOB, RESUME, "-f", "html", "--no-store", "--taxonomy", taxonomy)
    words = (EXAMPLES / "resumes" / "femi-adeyemi.txt").read_text().split("\n")[0]
    assert words not in run(*command)
    assert words in run(*command, "--texts")


def test_texts_go_with_html_only(taxonomy: str) -> None:
    from skillmatch.errors import UsageError

    with pytest.raises(UsageError, match="HTML"):
        CliRunner().invoke(app, ["match", JOB, RESUME, "--texts", "--taxonomy", taxonomy], catch_exceptions=False)


def test_gaps_makes_a_page_for_the_candidate(taxonomy: str) -> None:
    assert "How femi-adeyemi.txt fits" in run("gaps", JOB, RESUME, "-f", "html", "--taxonomy", taxonomy)
