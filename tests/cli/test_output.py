"""Where results go: files, links, pipes and closed ends."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
JOB = "examples/jobs/data-engineer.txt"
RESUME = "examples/resumes/femi-adeyemi.txt"
COMMAND = [sys.executable, "-m", "skillmatch"]


def run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True)


@pytest.mark.parametrize(
    ("place", "said"),
    [("folder", "is a folder"), ("none/out.csv", "no such folder"), ("closed/out.csv", "permission denied")],
)
def test_an_output_that_cannot_be_written_is_told_before_any_work(place: str, said: str, tmp_path: Path) -> None:
    if place.startswith("closed") and os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    (tmp_path / "folder").mkdir()
    (tmp_path / "closed").mkdir(mode=0o500)
    (tmp_path / "bad.pdf").touch()
    done = run("match", JOB, tmp_path / "bad.pdf", "-f", "csv", "-o", tmp_path / place)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_pipe_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen([*COMMAND, "extract", RESUME, "-f", "csv", "-o", str(pipe)], cwd=ROOT) as process:
        text = pipe.read_text(encoding="utf-8")
    assert process.returncode == 0
    assert text.startswith("document,kind,")
    assert pipe.is_fifo()
    assert [it.name for it in tmp_path.iterdir()] == ["pipe"]


def test_a_link_stays_and_leads_to_the_result(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_text("old")
    (tmp_path / "link.csv").symlink_to("real.csv")
    assert run("extract", RESUME, "-f", "csv", "-o", tmp_path / "link.csv").returncode == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text(encoding="utf-8").startswith("document,kind,")


@pytest.mark.parametrize(
    "arguments", [["extract", RESUME, "-f", "jsonl"], ["taxonomy", "search", "python"], ["schema"]]
)
def test_a_reader_that_leaves_is_no_failure(arguments: list[str]) -> None:
    process = subprocess.Popen([*COMMAND, *arguments], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    with process.stderr as errors:
        assert errors.read() == b""
    assert process.wait() == 0


@pytest.mark.parametrize(("place", "said"), [(">/dev/full", "No space left"), (">&-", "standard output is closed")])
def test_a_standard_output_that_takes_nothing_is_told_in_one_line(place: str, said: str) -> None:
    if place == ">/dev/full" and not Path("/dev/full").exists():
        pytest.skip("needs /dev/full")
    done = subprocess.run(
        ["sh", "-c", f'"$@" {place}', "sh", *COMMAND, "extract", RESUME], cwd=ROOT, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_output_for_which_the_disk_has_no_room_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "out.jsonl").write_text("the result of yesterday")
    done = subprocess.run(
        [*COMMAND, "extract", RESUME, "-f", "jsonl", "-o", str(tmp_path / "out.jsonl")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
    )
    assert done.returncode == 2
    assert "File too large" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert [(it.name, it.read_text()) for it in tmp_path.iterdir()] == [("out.jsonl", "the result of yesterday")]
