"""`skillmatch train` and `skillmatch evaluate`, and the model in the commands that find skills."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "examples" / "labels"


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "skillmatch", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("learning") / "pottery.model"
    done = run("train", LABELS / "train.jsonl", "-o", path)
    assert done.returncode == 0, done.stderr
    assert "learnt 31 spans of 20 documents (job)" in done.stdout
    return path


def test_evaluate_prints_more_with_the_model(model: Path) -> None:
    without = json.loads(run("evaluate", LABELS / "test.jsonl", "--unknown", "-f", "json").stdout)
    learned = json.loads(run("evaluate", LABELS / "test.jsonl", "--model", model, "-f", "json").stdout)
    assert without["relaxed"]["marked"] == learned["relaxed"]["marked"] == 10
    assert learned["relaxed"]["f1"] > without["relaxed"]["f1"] + 0.5
    assert learned["negation"] == {"value": None, "total": 0}


def test_evaluate_prints_a_table() -> None:
    lines = run("evaluate", LABELS / "test.jsonl").stdout.splitlines()
    assert lines[0] == "7 documents"
    assert [line.split()[0] for line in lines if line[2:3].isalpha()][-2:] == ["strict", "relaxed"]


def test_match_tells_which_model_it_used(model: Path, tmp_path: Path) -> None:
    job = tmp_path / "job.txt"
    job.write_text("Required: soda firing and Python.\n", encoding="utf-8")
    resume = tmp_path / "cv.txt"
    resume.write_text("Skills: soda firing, Python\n", encoding="utf-8")
    stores = tmp_path / "profiles.store"
    reports = {}
    for options in ((), ("--model", model)):
        done = run("match", job, resume, "-f", "jsonl", "--store", stores, *options)
        assert done.returncode == 0, done.stderr
        reports[bool(options)] = [json.loads(line) for line in done.stdout.splitlines()]
    assert reports[False][-1]["provenance"]["model"] is None
    assert len(reports[True][-1]["provenance"]["model"]) == 16


def test_a_file_that_is_no_model_is_wrong_use() -> None:
    done = run("evaluate", LABELS / "test.jsonl", "--model", LABELS / "train.jsonl")
    assert done.returncode == 2
    assert "skillmatch: model: " in done.stderr
    assert "not a model that skillmatch trained" in done.stderr
