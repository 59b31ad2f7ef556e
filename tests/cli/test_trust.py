"""The commands of trust, as a user gives them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from skillmatch.cli import app
from skillmatch.errors import SkillmatchError

ROOT = Path(__file__).parents[2]
JOB = str(ROOT / "examples" / "jobs" / "data-engineer.txt")
RESUMES = str(ROOT / "examples" / "resumes")
FEMI = str(ROOT / "examples" / "resumes" / "femi-adeyemi.txt")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("results") / "results.jsonl"
    done = run("match", JOB, RESUMES, "-o", path, "--workers", "0", "--no-store")
    assert done.exit_code == 0, done.output
    return path


@pytest.mark.parametrize(
    "command",
    [
        "lint",
        "letter",
        *(f"trust {name}" for name in ("leak-test", "impact", "blind", "blind-match")),
        *(f"trust {name}" for name in ("record", "decide", "show", "verify", "erase", "expire")),
    ],
)
def test_every_command_has_help_with_an_example(command: str) -> None:
    done = run(*command.split(), "--help")
    assert done.exit_code == 0
    assert f"Example: skillmatch {command}" in re.sub(r"\s+", " ", done.output)


def test_leak_test_tells_how_many_identities_were_tried() -> None:
    done = run("trust", "leak-test", FEMI, "--job", JOB, "--swaps", "2", "--workers", "0")
    assert "2 swaps of identity in 1 resumes" in done.output


@pytest.mark.parametrize(
    ("suffix", "words"), [(".html", "not a bias audit"), (".csv", "impact ratio"), (".json", '"comparisons"')]
)
def test_impact_is_written_in_the_format_of_the_suffix(suffix: str, words: str, results: Path, tmp_path: Path) -> None:
    groups = ROOT / "examples" / "trust" / "groups.csv"
    done = run("trust", "impact", results, "--groups", groups, "--top", "4", "-o", tmp_path / f"impact{suffix}")
    assert done.exit_code == 0, done.output
    assert words in (tmp_path / f"impact{suffix}").read_text()


def test_blind_outputs_name_nobody(tmp_path: Path) -> None:
    key = tmp_path / "key"
    done = run("trust", "blind", RESUMES, "--key", key, "-o", tmp_path / "texts", "--workers", "0")
    assert done.exit_code == 0, done.output
    ranked = run("trust", "blind-match", JOB, RESUMES, "--key", key, "-f", "jsonl", "--workers", "0")
    assert ranked.exit_code == 0, ranked.output
    texts = [path.read_text() for path in sorted((tmp_path / "texts").iterdir())]
    assert len(texts) == 11
    for name in ("amara", "okafor", "demir", "lindqvist", "example.com", "7946"):
        assert name not in "".join([*texts, ranked.output]).lower()
    assert isinstance(run("trust", "blind", RESUMES, "--key", key, "--hide", "all").exception, SkillmatchError)


def test_a_ranking_can_be_blind_and_recorded_in_one_go(tmp_path: Path) -> None:
    page, log = tmp_path / "page.html", tmp_path / "audit.jsonl"
    blind = ["--blind", tmp_path / "key", "--hide", "school", "--workers", "0", "--no-store"]
    done = run("match", JOB, FEMI, *blind, "--texts", "-o", page, "--audit", log, "--by", "recruiter-7")
    assert done.exit_code == 0, done.output
    shown = page.read_text()
    assert "█████" in shown
    assert not [name for name in ("Femi", "Adeyemi", "femi", "Lagos") if name in shown + log.read_text()]
    checked = run("trust", "verify", log, "--keys", tmp_path / "audit.jsonl.keys")
    assert "2 entries, 1 candidates, 0 of them erased: whole" in checked.output


@pytest.mark.parametrize("people", [[RESUMES], ["--pool", "some.pool", "--blind", "key"]])
def test_what_can_hide_nothing_is_refused(people: list[str]) -> None:
    assert isinstance(run("match", JOB, *people, "--hide", "school").exception, SkillmatchError)


def test_lint_gives_status_1_for_a_problem(tmp_path: Path) -> None:
    (tmp_path / "job.txt").write_text("Developer\n\nRequirements\n- 40 years of Python\n- SQL\n")
    done = run("lint", tmp_path / "job.txt", "-f", "json")
    assert done.exit_code == 1
    [problem] = [it for it in json.loads(done.output)["findings"] if it["severity"] == "problem"]
    assert (problem["line"], problem["code"]) == (4, "impossible-years")


def test_a_letter_is_written_to_the_candidate(tmp_path: Path) -> None:
    done = run("letter", JOB, FEMI, "--contact", "people@example.org", "-o", tmp_path / "letter.html")
    assert done.exit_code == 0, done.output
    assert "people@example.org" in (tmp_path / "letter.html").read_text()


def test_a_ranking_is_recorded_decided_on_shown_and_erased(results: Path, tmp_path: Path) -> None:
    log = ["--log", tmp_path / "audit.jsonl", "--keys", tmp_path / "audit.keys"]
    who = "femi-adeyemi.txt"
    assert run("trust", "record", results, *log, "--by", "recruiter-7", "--inputs", RESUMES).exit_code == 0
    decided = run(
        "trust", "decide", who, "interview", "--job", "data-engineer.txt", *log, "--by", "manager-2", "--override"
    )
    assert decided.exit_code == 0, decided.output
    shown = [json.loads(line) for line in run("trust", "show", who, *log).output.splitlines()]
    assert [row["kind"] for row in shown] == ["scored", "decided"]
    assert len(shown[0]["opened"]["input"]) == 64
    assert run("trust", "erase", who, *log, "--by", "privacy-1").exit_code == 0
    assert isinstance(run("trust", "show", who, *log).exception, SkillmatchError)
    checked = run("trust", "verify", tmp_path / "audit.jsonl", "--keys", tmp_path / "audit.keys")
    assert "14 entries, 11 candidates, 1 of them erased: whole" in checked.output
    late = run("trust", "expire", "--before", "2000-01-01", *log, "--by", "privacy-1")
    assert "0 candidates erased" in late.output
    assert isinstance(run("trust", "expire", "--before", "soon", *log, "--by", "x").exception, SkillmatchError)
