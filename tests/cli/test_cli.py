"""The command line: what it prints, where, and with which exit status."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
JOB = "examples/jobs/data-engineer.txt"


def run(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "skillmatch", *map(str, arguments)], cwd=cwd, capture_output=True, text=True
    )


def rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize(
    "command",
    ["match", "gaps", "extract", "read", "taxonomy stats", "taxonomy check", "taxonomy format", "taxonomy search"],
)
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = run(*command.split(), "--help")
    assert done.returncode == 0
    assert f"Example: skillmatch {command}" in re.sub(r"\s+", " ", done.stdout)


def test_match_prints_a_table_with_gaps() -> None:
    done = run("match", JOB, "examples/resumes")
    assert done.returncode == 0
    assert done.stderr == ""
    assert re.search(r"1 +\d+\.\d +amara-okafor\.pdf", done.stdout)


def test_jsonl_rows_are_matches_then_a_report() -> None:
    done = run("match", JOB, "examples/resumes", "-f", "jsonl", "--top", "3")
    found = rows(done.stdout)
    assert [row["type"] for row in found] == ["match"] * 3 + ["report"]
    assert [row["rank"] for row in found[:3]] == [1, 2, 3]
    assert found[-1]["job_ids"] == ["data-engineer.txt"]


def test_csv_has_a_row_for_each_resume(tmp_path: Path) -> None:
    assert run("match", JOB, "examples/resumes", "-o", tmp_path / "out.csv").returncode == 0
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8") as file:
        assert len(list(csv.DictReader(file))) == len(list((ROOT / "examples" / "resumes").iterdir()))


def test_a_bad_document_gives_status_1_and_a_row(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Skills: Python, SQL")
    (tmp_path / "bad.pdf").write_bytes(b"")
    done = run("match", JOB, tmp_path, "-f", "jsonl")
    assert done.returncode == 1
    assert "bad.pdf: empty" in done.stderr
    assert [row["type"] for row in rows(done.stdout)] == ["match", "failure", "report"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["match", "nowhere.txt", "examples/resumes"], "no such file"),
        (["match", JOB, "{empty}"], "no documents"),
        (["match", JOB, "examples/resumes", "-o", "out.docx"], "suffix"),
        (["match", JOB, "examples/resumes", "-o", "{empty}/no/out.csv"], "cannot be written"),
        (["match", JOB, "examples/resumes", "--settings", "nowhere.toml"], "cannot be read"),
        (["gaps", JOB, "examples/resumes"], "folder"),
        (["extract", JOB, "--taxonomy", "nowhere"], "no such taxonomy"),
        (["match", JOB], "Missing argument"),
    ],
)
def test_wrong_use_is_one_line_and_status_2(arguments: list[str], said: str, tmp_path: Path) -> None:
    done = run(*(argument.replace("{empty}", str(tmp_path)) for argument in arguments))
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_job_without_requirements_says_so(tmp_path: Path) -> None:
    (tmp_path / "job.txt").write_text("We are a nice company. Come and see us in spring.")
    done = run("gaps", tmp_path / "job.txt", "examples/resumes/femi-adeyemi.txt")
    assert done.returncode == 0
    assert "no-requirements-found" in done.stdout


def test_read_writes_one_text_for_each_document(tmp_path: Path) -> None:
    assert run("read", "examples/resumes", "-o", tmp_path).returncode == 0
    assert "React" in (tmp_path / "elif-demir.txt").read_text(encoding="utf-8")
    exact = (ROOT / "examples" / "resumes" / "femi-adeyemi.txt").read_bytes()
    assert (tmp_path / "femi-adeyemi.txt").read_bytes() == exact


def test_extract_explains_what_is_taken_and_what_is_not(tmp_path: Path) -> None:
    (tmp_path / "ad.txt").write_text("Go home early.\nYou write services in Python.\n")
    text = run("extract", tmp_path / "ad.txt", "--explain").stdout
    assert re.search(r"^  - 0-2 Go: Go not taken, needs ", text, re.MULTILINE)
    assert re.search(r"^  \+ 37-43 Python: Python taken, ", text, re.MULTILINE)
    told = rows(run("extract", tmp_path / "ad.txt", "--explain", "-f", "jsonl").stdout)
    assert {(row["skill_id"], row["taken"]) for row in told} == {("go", False), ("python", True)}


def test_extract_finds_the_same_alone_and_in_a_folder() -> None:
    alone = rows(run("extract", "examples/resumes/femi-adeyemi.txt", "-f", "jsonl").stdout)[0]
    among = [
        row
        for row in rows(run("extract", "examples/resumes", "-f", "jsonl").stdout)
        if row["document_id"] == "femi-adeyemi.txt"
    ]
    assert among == [alone]


def test_a_user_taxonomy_adds_to_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        'schema = 1\ncategory = "tools"\n\n[[skill]]\nid = "zorblax"\nname = "Zorblax"\ntype = "tool"\n'
    )
    (tmp_path / "cv.txt").write_text("Skills: Zorblax, Python")
    done = run(
        "extract", tmp_path / "cv.txt", "--taxonomy", "default", "--taxonomy", tmp_path / "mine.toml", "-f", "jsonl"
    )
    assert {skill["skill_id"] for skill in rows(done.stdout)[0]["skills"]} == {"zorblax", "python"}  # type: ignore[attr-defined]


def test_taxonomy_check_names_file_line_and_skill(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text(
        'schema = 1\ncategory = "c"\n\n[[skill]]\nid = "x"\nname = "X"\ntype = "tool"\nimplies = ["y"]\nalias = []\n'
    )
    done = run("taxonomy", "check", bad)
    assert done.returncode == 2
    assert "bad.toml:5: x: unknown key alias (did you mean aliases?)" in done.stderr


def test_taxonomy_format_is_stable(tmp_path: Path) -> None:
    shipped = ROOT / "taxonomy" / "programming-languages.toml"
    copy = tmp_path / shipped.name
    copy.write_bytes(shipped.read_bytes())
    assert run("taxonomy", "format", "--check", copy).returncode == 0
    copy.write_text(
        copy.read_text(encoding="utf-8").replace('name = "Python"', 'name   =   "Python"'), encoding="utf-8"
    )
    assert run("taxonomy", "format", "--check", copy).returncode == 1
    assert run("taxonomy", "format", copy).returncode == 0
    assert copy.read_bytes() == shipped.read_bytes()
