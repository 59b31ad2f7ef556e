"""`skillmatch pool`, and what the store does for `skillmatch match`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from skillmatch.store import Pool

JOB = "We need a data engineer.\n\nRequirements\nPython and Kafka are required.\nDocker is a plus.\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return furnish(tmp_path)


@pytest.fixture(scope="module")
def place_with_pool(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = furnish(tmp_path_factory.mktemp("pool"))
    add(place)
    return place


def furnish(tmp_path: Path) -> Path:
    """Return a folder with a job, resumes and a small taxonomy."""
    (tmp_path / "resumes").mkdir()
    (tmp_path / "job.txt").write_text(JOB)
    for name, skills in (("ada", "Python, Kafka"), ("bob", "Java"), ("eve", "Docker, Python")):
        (tmp_path / "resumes" / f"{name}.txt").write_text(f"{name.title()} Example\n\nSkills\n{skills}\n")
    tables = "".join(
        f'\n[[skill]]\nid = "{name.lower()}"\nname = "{name}"\ntype = "tool"\n'
        for name in ("Docker", "Java", "Kafka", "Python")
    )
    (tmp_path / "small.toml").write_text(f'schema = 1\ncategory = "tools"\n{tables}')
    return tmp_path


def run(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "skillmatch", *arguments], cwd=place, capture_output=True, text=True, check=False
    )


def match(place: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return run(place, "match", "job.txt", *arguments, "--taxonomy", "small.toml", "-f", "jsonl")


def add(place: Path) -> subprocess.CompletedProcess[str]:
    return run(place, "pool", "add", "people.pool", "resumes", "--taxonomy", "small.toml")


def test_the_output_is_the_same_with_store_without_and_from_a_pool(place: Path) -> None:
    assert add(place).returncode == 0
    without = match(place, "resumes", "--no-store")
    first, second = (match(place, "resumes", "--store", "kept") for _ in range(2))
    pool = match(place, "--pool", "people.pool")
    assert [json.loads(row)["type"] for row in without.stdout.splitlines()] == ["match"] * 3 + ["report"]
    assert without.stdout == first.stdout == second.stdout == pool.stdout
    assert [done.stderr for done in (without, first, second, pool)] == [""] * 4


def test_a_pool_is_made_followed_and_listed(place: Path) -> None:
    assert add(place).stdout == "people.pool: 3 members: 3 added, 0 changed, 0 unchanged, 0 removed\n"
    (place / "resumes" / "bob.txt").unlink()
    (place / "resumes" / "new.txt").write_bytes(b"")
    done = run(place, "pool", "update", "people.pool", "--taxonomy", "small.toml")
    assert done.stdout == "people.pool: 3 members: 1 added, 0 changed, 2 unchanged, 1 removed\n"
    assert "1 failed: empty" in done.stderr
    assert run(place, "pool", "list", "people.pool").stdout == "ada.txt\tok\neve.txt\tok\nnew.txt\tempty\n"
    assert "members                        3" in run(place, "pool", "stats", "people.pool").stdout
    rows = [json.loads(row) for row in run(place, "pool", "export", "people.pool").stdout.splitlines()]
    assert [(row["type"], row["document_id"]) for row in rows] == [
        ("profile", "ada.txt"),
        ("profile", "eve.txt"),
        ("failure", "new.txt"),
    ]


def test_a_watched_pool_keeps_in_step_with_its_folder(place: Path) -> None:
    pytest.importorskip("watchfiles", reason="needs the extra `watch`")
    add(place)
    new = place / "resumes" / "new.txt"
    command = [
        sys.executable,
        "-m",
        "skillmatch",
        "pool",
        "update",
        "people.pool",
        "--watch",
        "--taxonomy",
        "small.toml",
    ]
    process = subprocess.Popen(command, cwd=place, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def until(members: list[str]) -> None:
        for _ in range(120):
            if members_of(place) == members:
                return
            assert process.poll() is None
            time.sleep(0.25)
        pytest.fail(f"never {members}, but {members_of(place)}")

    try:
        new.write_text("Skills\nPython\n")
        until(["ada.txt", "bob.txt", "eve.txt", "new.txt"])
        new.unlink()
        until(["ada.txt", "bob.txt", "eve.txt"])
    finally:
        process.send_signal(signal.SIGINT)
        printed, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "1 added" in printed
    assert "1 removed" in printed
    assert "Traceback" not in said


def members_of(place: Path) -> list[str]:
    with Pool(place / "people.pool") as pool:
        return list(pool.document_ids())


def test_removing_somebody_erases_the_store_too(place: Path) -> None:
    add(place)
    match(place, "resumes", "--store", "kept")
    assert b"ada.txt" in (place / "kept").read_bytes() + (place / "people.pool").read_bytes()
    done = run(place, "pool", "remove", "people.pool", "ada.txt", "--store", "kept")
    assert done.stdout == "erased ada.txt\n1 members erased from people.pool, 1 results from the store of other runs\n"
    assert "ada.txt is still there" in done.stderr
    files = [*place.glob("kept*"), *place.glob("people.pool*")]
    assert [path.name for path in files if b"ada.txt" in path.read_bytes()] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["match", "job.txt"], "Missing argument RESUMES"),
        (["match", "job.txt", "resumes", "--pool", "people.pool"], "not both"),
        (["pool", "list", "nowhere.pool"], "no such pool"),
        (["pool", "remove", "people.pool", "zoe.txt", "--no-store"], "no member 'zoe.txt'"),
        (["pool", "list", "job.txt"], "is no store"),
        (["pool", "add", "people.pool", "nowhere"], "no such file"),
    ],
)
def test_wrong_use_is_one_line_and_status_2(place_with_pool: Path, arguments: list[str], said: str) -> None:
    done = run(place_with_pool, *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_pool_of_another_taxonomy_says_what_to_do(place: Path) -> None:
    add(place)
    with (place / "small.toml").open("a") as file:
        file.write('\n[[skill]]\nid = "rust"\nname = "Rust"\ntype = "tool"\n')
    done = match(place, "--pool", "people.pool")
    assert done.returncode == 2
    assert "skillmatch pool update people.pool" in done.stderr


def test_a_run_that_is_stopped_says_how_to_go_on(place: Path) -> None:
    for number in range(3000):
        text = f"Number {number}\n\nSkills\nPython\n" + "Some more words.\n" * 200
        (place / "resumes" / f"{number}.txt").write_text(text)
    command = ["match", "job.txt", "resumes", "--store", "kept", "--taxonomy", "small.toml", "-o", "out.jsonl"]
    program = [sys.executable, "-m", "skillmatch", *command]
    process = subprocess.Popen(program, cwd=place, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while not (place / "kept-wal").exists() or (place / "kept-wal").stat().st_size < 1_000_000:
        assert time.monotonic() < deadline
        assert process.poll() is None
        time.sleep(0.05)
    os.kill(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "the same command goes on from there" in said
    assert "Traceback" not in said
    assert not list(place.glob("*out.jsonl*"))
