"""A standalone cluster on this machine: one master, two workers, one of which dies in the middle."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

import skillmatch

pytestmark = pytest.mark.cluster

EXAMPLES = Path(__file__).parents[2] / "examples"
PATIENCE_S = 600.0  # for a busy machine; seconds otherwise


@dataclass
class Cluster:
    url: str
    home: Path
    workers: list[subprocess.Popen[bytes]]

    def start(self, role: str, *args: str) -> subprocess.Popen[bytes]:
        """Start a part of the cluster as leader of a process group: its executors die with it."""
        import pyspark

        command = [str(Path(pyspark.__file__).parent / "bin" / "spark-class"), f"org.apache.spark.deploy.{role}"]
        own = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_WORKER_DIR": str(self.home), "SPARK_LOCAL_DIRS": str(self.home)}
        log = (self.home / f"{role}-{len(self.workers)}.log").open("wb")
        with log:
            options = [*command, "--host", "127.0.0.1", "--webui-port", "0", *args]
            return subprocess.Popen(options, env={**os.environ, **own}, stdout=log, stderr=log, start_new_session=True)


@pytest.fixture(scope="module")
def cluster(java: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    cluster = Cluster(f"spark://127.0.0.1:{port}", tmp_path_factory.mktemp("cluster"), [])
    master = cluster.start("master.Master", "--port", str(port))
    try:
        wait_until(lambda: answers(port))
        for _ in range(2):
            cluster.workers.append(cluster.start("worker.Worker", "-c", "1", "-m", "1g", cluster.url))
        yield cluster
    finally:
        for process in (master, *cluster.workers):
            end(process)


def answers(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True


def wait_until(done: object) -> None:
    end_s = time.monotonic() + PATIENCE_S
    while not done():  # type: ignore[operator]
        assert time.monotonic() < end_s, "waited too long"
        time.sleep(0.05)


def end(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def match(folder: Path, output: Path, *options: str, **environment: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "skillmatch", "match", str(EXAMPLES / "jobs"), str(folder), "-f", "jsonl"]
    return subprocess.Popen(
        [*command, "--no-store", "-o", str(output), *options],
        stderr=subprocess.PIPE, text=True, env={**os.environ, **environment},
    )  # fmt: skip


def rows(path: Path) -> Sequence[str]:
    return sorted(path.read_text(encoding="utf-8").splitlines())


def test_a_cluster_that_loses_a_worker_gives_what_one_machine_gives(cluster: Cluster, tmp_path: Path) -> None:
    folder = tmp_path / "resumes"
    for number in range(6):
        shutil.copytree(EXAMPLES / "resumes", folder / str(number))
    (folder / "poison.pdf").write_bytes(b"%PDF-1.4\n" + bytes(range(256)) * 20)
    alone = match(folder, tmp_path / "alone.jsonl")
    _, expected = alone.communicate(timeout=PATIENCE_S)
    assert alone.returncode == 1  # the poisoned document
    table = tmp_path / "profiles"
    run = match(
        folder, tmp_path / "cluster.jsonl", "--engine", "spark", "--master", cluster.url, "--profiles", str(table)
    )
    try:
        wait_until(lambda: Path(f"{table}.gathered").exists() or run.poll() is not None)
        end(cluster.workers.pop())
        _, said = run.communicate(timeout=PATIENCE_S)
    finally:
        run.kill()
    assert run.returncode == 1, said
    assert rows(tmp_path / "cluster.jsonl") == rows(tmp_path / "alone.jsonl")
    assert ours(said) == ours(expected)


def ours(text: str) -> Sequence[str]:
    return [line for line in text.splitlines() if line.startswith("skillmatch:")]


def test_a_cluster_with_other_code_is_refused_in_one_line(cluster: Cluster, tmp_path: Path) -> None:
    changed = tmp_path / "changed"
    source = Path(skillmatch.__file__).parent
    shutil.copytree(source, changed / "skillmatch", ignore=shutil.ignore_patterns("__pycache__"))
    with (changed / "skillmatch" / "scoring" / "fit.py").open("a", encoding="utf-8") as file:
        file.write("# a later version\n")
    (tmp_path / "spark-defaults.conf").write_text(f"spark.executorEnv.PYTHONPATH {changed}\n", encoding="utf-8")
    run = match(
        EXAMPLES / "resumes", tmp_path / "out.jsonl", "--engine", "spark", "--master", cluster.url,
        "--profiles", str(tmp_path / "profiles"), SPARK_CONF_DIR=str(tmp_path),
    )  # fmt: skip
    _, said = run.communicate(timeout=PATIENCE_S)
    assert run.returncode == 2, said
    [line] = ours(said)
    assert line.startswith("skillmatch: mismatch: a worker has skillmatch ")
    assert not (tmp_path / "profiles").exists()
    assert not (tmp_path / "out.jsonl").exists()
