"""`skillmatch fit`, `tune`, `verify`, `matrix`, and the options of `match` and `gaps` that concern scores."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from skillmatch.cli import app
from skillmatch.errors import BackgroundError, UsageError
from skillmatch.scoring import Background
from skillmatch.settings import Settings

EXAMPLES = Path(__file__).parents[2] / "examples"
JOBS = EXAMPLES / "jobs"
JOB = str(JOBS / "data-engineer.txt")
SKILLS = """schema = 1
category = "programming-languages"

[[skill]]
id = "python"
name = "Python"
type = "language"

[[skill]]
id = "sql"
name = "SQL"
type = "language"
"""


@pytest.fixture(scope="module")
def taxonomy(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("taxonomy") / "skills.toml"
    path.write_text(SKILLS)
    return str(path)


@pytest.fixture(scope="module")
def resumes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two short resumes: reading more would say no more."""
    folder = tmp_path_factory.mktemp("resumes")
    for name in ("femi-adeyemi.txt", "ines-moreau.txt"):
        shutil.copy(EXAMPLES / "resumes" / name, folder)
    return folder


def run(*arguments: object, workers: bool = True) -> Result:
    return CliRunner().invoke(
        app, [*map(str, arguments), *(("--workers", "0") if workers else ())], catch_exceptions=False
    )


def rank(resumes: Path, taxonomy: str, *options: object) -> str:
    done = run("match", JOBS, resumes, "--no-store", "--taxonomy", taxonomy, *options)
    assert done.exit_code == 0, done.output
    return done.stdout


def test_jobs_are_ranked_for_each_resume(resumes: Path, taxonomy: str) -> None:
    rows = [json.loads(line) for line in rank(resumes, taxonomy, "--direction", "jobs", "-f", "jsonl").splitlines()]
    found = [(row["document_id"], row["rank"]) for row in rows if row["type"] == "match"]
    assert found == [(name, place) for name in ("femi-adeyemi.txt", "ines-moreau.txt") for place in (1, 2, 3)]
    scores = [row["score"] for row in rows if row["type"] == "match"]
    assert scores[:3] == sorted(scores[:3], reverse=True)
    assert rows[-1]["direction"] == "jobs"


def test_the_table_is_of_each_resume(resumes: Path, taxonomy: str) -> None:
    shown = rank(resumes, taxonomy, "--direction", "jobs", "--top", 1)
    assert [line for line in shown.splitlines() if line.startswith("Resume")] == [
        "Resume: femi-adeyemi.txt",
        "Resume: ines-moreau.txt",
    ]


def test_jobs_are_not_ranked_in_formats_of_resumes(resumes: Path) -> None:
    with pytest.raises(UsageError, match="direction"):
        run("match", JOBS, resumes, "--direction", "jobs", "-f", "html")


def test_the_matrix_has_the_scores_of_the_ranking(resumes: Path, taxonomy: str, tmp_path: Path) -> None:
    run("matrix", JOBS, resumes, "--taxonomy", taxonomy, "-o", tmp_path / "fit.csv")
    with (tmp_path / "fit.csv").open(newline="") as file:
        cells = {row["document"]: row for row in csv.DictReader(file)}
    for line in rank(resumes, taxonomy, "-f", "jsonl", "--detail", "brief").splitlines()[:-1]:
        row = json.loads(line)
        assert cells[row["document_id"]][row["job_id"]] == f"{row['score']:.1f}"


@pytest.mark.parametrize("detail", ["brief", "full"])
def test_a_report_holds_until_something_in_it_is_changed(
    resumes: Path, taxonomy: str, tmp_path: Path, detail: str
) -> None:
    report = tmp_path / "report.jsonl"
    report.write_text(rank(resumes, taxonomy, "-f", "jsonl", "--detail", detail))
    command = ("verify", report, JOBS, resumes, "--taxonomy", taxonomy)
    assert run(*command).stdout == "6 matches checked: the report holds\n"
    first = json.loads(report.read_text().split("\n")[0])
    changed = json.dumps({**first, "score": first["score"] + 5})
    report.write_text("\n".join([changed, *report.read_text().split("\n")[1:]]))
    done = run(*command)
    assert done.exit_code == 1
    assert "score" in done.stderr
    assert "the report does not hold" in done.stdout


def test_a_report_of_other_settings_or_lost_resumes_does_not_hold(resumes: Path, taxonomy: str, tmp_path: Path) -> None:
    (tmp_path / "report.jsonl").write_text(rank(resumes, taxonomy, "-f", "jsonl"))
    (tmp_path / "settings.toml").write_text("[scoring]\ntitle_weight = 0.3\n")
    done = run(
        "verify",
        tmp_path / "report.jsonl",
        JOBS,
        resumes / "femi-adeyemi.txt",
        "--taxonomy",
        taxonomy,
        "--settings",
        tmp_path / "settings.toml",
    )
    assert done.exit_code == 1
    assert "made with settings" in done.stderr
    assert "ines-moreau.txt for data-engineer.txt: the resume cannot be read any more" in done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "no json",
        "[]",
        '{"type": "match"}',
        '{"type": "match", "job_id": "a", "document_id": "b", "rank": 1, "score": 1}',
    ],
)
def test_what_is_no_report_is_refused(resumes: Path, tmp_path: Path, text: str) -> None:
    (tmp_path / "report.jsonl").write_text(text)
    with pytest.raises(UsageError, match="report"):
        run("verify", tmp_path / "report.jsonl", JOBS, resumes)


def test_gaps_tell_the_rank_among_others(resumes: Path, taxonomy: str) -> None:
    command = ("gaps", JOB, resumes / "ines-moreau.txt", "--taxonomy", taxonomy, "--among", resumes)
    found = json.loads(run(*command, "-f", "json", workers=False).stdout)
    ranks = {gap["rank_if_met"] for gap in found["missing"]}
    assert ranks
    assert ranks <= {1, 2}
    assert "rank if met" in " ".join(run(*command, workers=False).stdout.split())
    with pytest.raises(UsageError, match="among"):
        run(*command, "-f", "md", workers=False)


def test_gaps_are_told_in_markdown(resumes: Path, taxonomy: str) -> None:
    done = run("gaps", JOB, resumes / "ines-moreau.txt", "--taxonomy", taxonomy, "-f", "md", workers=False)
    assert "| Requirement | Kind | Status | Why |" in done.stdout


def test_a_background_is_fitted_and_used(resumes: Path, taxonomy: str, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    fields = ("python data pipelines", "ledger audit payroll")
    corpus.write_text("".join(f'{{"text": "{field}"}}\n' for field in fields * 6))
    out = tmp_path / "own.npz"
    assert run("fit", corpus, "-o", out, "--name", "own", "--taxonomy", taxonomy).exit_code == 0
    assert Background.load(out).name == "own"
    [*_, last] = rank(resumes, taxonomy, "-f", "jsonl", "--background", out).splitlines()
    assert json.loads(last)["provenance"]["background"] == Background.load(out).fingerprint


def test_a_background_of_too_few_documents_is_refused(resumes: Path, tmp_path: Path, taxonomy: str) -> None:
    with pytest.raises(BackgroundError, match="too few"):
        run("fit", resumes, "-o", tmp_path / "own.npz", "--taxonomy", taxonomy)


def test_what_is_no_background_is_refused(resumes: Path, tmp_path: Path, taxonomy: str) -> None:
    (tmp_path / "own.npz").write_bytes(b"no archive")
    with pytest.raises(BackgroundError, match="skillmatch fit"):
        run("match", JOB, resumes, "--background", tmp_path / "own.npz", "--taxonomy", taxonomy)


def judge(folder: Path, jobs: int) -> Path:
    """Write jobs for which people want the like title, and grades that say so."""
    (folder / "titled.txt").write_text("Data engineer\n\nExperience\nData engineer, 2019 - 2023\n- Built pipelines\n")
    (folder / "skilled.txt").write_text("Line cook\n\nExperience\nLine cook, 2019 - 2023\n- Python and SQL\n")
    rows = ["job,resume,grade"]
    for number in range(jobs):
        (folder / f"{number}.txt").write_text(f"Data engineer\n\nRequirements:\n- Python, SQL and tool {number}\n")
        rows += [f"{number}.txt,titled.txt,5", f"{number}.txt,skilled.txt,1"]
    (folder / "judgments.csv").write_text("\n".join(rows) + "\n")
    return folder / "judgments.csv"


def test_judgments_tune_the_weights(tmp_path: Path, taxonomy: str) -> None:
    out = tmp_path / "settings.toml"
    done = run("tune", judge(tmp_path, 6), "--taxonomy", taxonomy, "-o", out)
    assert done.exit_code == 0
    assert "over 6 jobs" in done.stderr
    Settings.from_toml(out)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("job,resume\na.txt,b.txt\n", "grade"),
        ("job,resume,grade\n0.txt,titled.txt,good\n", "line 2"),
        ("job,resume,grade\nnowhere.txt,titled.txt,1\n", "no such file"),
        ("job,resume,grade\n.,titled.txt,1\n", "folder"),
        ("job,resume,grade\n0.txt,titled.txt,1\n", "at least 5"),
    ],
)
def test_judgments_that_tell_nothing_are_refused(tmp_path: Path, taxonomy: str, text: str, problem: str) -> None:
    judge(tmp_path, 1).write_text(text)
    with pytest.raises(UsageError, match=problem):
        run("tune", tmp_path / "judgments.csv", "--taxonomy", taxonomy)
