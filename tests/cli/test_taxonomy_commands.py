"""The taxonomy on the command line, as its README tells a new user."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "taxonomy" / "README.md").read_text(encoding="utf-8")
COMMANDS = ("stats", "check", "format", "search", "show", "diff", "build", "accept", "import", "export")


def run(*arguments: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "skillmatch", "taxonomy", *map(str, arguments)], cwd=cwd, capture_output=True, text=True
    )


def blocks(language: str) -> list[str]:
    found = re.findall(rf"^( *)```{language}\n(.*?)^ *```$", README, re.M | re.S)
    return ["".join(line.removeprefix(indent) for line in text.splitlines(keepends=True)) for indent, text in found]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "resumes").mkdir()
    (tmp_path / "resumes" / "a.txt").write_text("Skills: Frobnicator, Python, Quuxtool, SQL\n")
    (tmp_path / "resumes" / "b.txt").write_text("Skills: Java, Quuxtool, Python\n")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example_and_stands_in_the_readme(command: str, tmp_path: Path) -> None:
    done = run(command, "--help", cwd=tmp_path)
    assert f"Example: skillmatch taxonomy {command}" in re.sub(r"\s+", " ", done.stdout)
    if command != "stats":
        assert re.search(rf"taxonomy\s+{command}\b|`{command} |`export skos`", README)


def test_a_new_user_adds_a_skill_and_sees_its_effect(place: Path) -> None:
    (place / "my-skills.toml").write_text(blocks("toml")[0])
    assert "no problems" in run("check", "default", "my-skills.toml", cwd=place).stdout
    done = run("diff", "default", "default", "my-skills.toml", "--impact", "resumes", "--workers", "0", cwd=place)
    assert done.stdout.splitlines() == [
        "added        frobnicator: Frobnicator",
        "document     a.txt: +frobnicator",
    ]


def test_the_changes_of_the_readme_load(place: Path) -> None:
    (place / "changes.toml").write_text(blocks("toml")[1])
    done = run("check", "default", "changes.toml", cwd=place)
    assert (done.returncode, done.stderr) == (0, "")


def test_documents_propose_a_reviewer_accepts_and_the_skill_is_found(place: Path) -> None:
    assert run("build", "resumes", "-o", "p.toml", "--workers", "0", cwd=place).returncode == 0
    text = (place / "p.toml").read_text()
    reviewed = re.sub(r'accept = false(\nname = "Quuxtool")', r"accept = true\1", text)
    assert reviewed != text
    (place / "p.toml").write_text(reviewed)
    done = run("accept", "p.toml", "--into", "mine", cwd=place)
    assert done.stdout.startswith("1 skills and 0 aliases into ")
    found = run("diff", "default", "default", "mine", "--impact", "resumes", "--workers", "0", cwd=place).stdout
    assert "document     b.txt: +quuxtool" in found


def test_export_and_import_give_the_same_taxonomy(place: Path) -> None:
    assert run("export", "csv", "-o", "all.csv", cwd=place).returncode == 0
    assert run("import", "csv", "all.csv", "-o", "copy", cwd=place).returncode == 0
    assert run("diff", "default", "copy", cwd=place).stdout == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["show", "pythn"], "did you mean python"),
        (["import", "esco", "broken.zip", "-o", "out"], "not a whole zip file"),
        (["check", "bad.toml"], "is not valid TOML"),
        (["accept", "bad.toml", "--into", "mine"], "is not valid TOML"),
        (["build", "nowhere", "-o", "p.toml"], "no such file or folder"),
    ],
)
def test_wrong_input_is_told_and_nothing_is_written(arguments: list[str], message: str, tmp_path: Path) -> None:
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 cut off")
    (tmp_path / "bad.toml").write_text("schema = \n")
    done = run(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.toml", "broken.zip"]
