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
PATIENCE_S = 300.0  # for a busy machine; seconds otherwise

# The process group ends when its standard input does, so that even tests which were killed leave no cluster behind.
BOUND = ("sh", "-c", '"$@" </dev/null & cat >/dev/null; kill -KILL 0', "sh")


@dataclass
class Cluster:
    url: str
    home: Path
    workers: list[subprocess.Popen[bytes]]

    def start(self, role: str, *args: str) -> subprocess.Popen[bytes]:
        """Start a part of the cluster in a process group of its own: its executors die with it."""
        import pyspark

        command = [
            *BOUND,
            str(Path(pyspark.__file__).parent / "bin" / "spark-class"),
            f"org.apache.spark.deploy.{role}",
        ]
        own = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_WORKER_DIR": str(self.home), "SPARK_LOCAL_DIRS": str(self.home)}
        log = (self.home / f"{role}-{len(self.workers)}.log").open("wb")
        with log:
            options = [*command, "--host", "127.0.0.1", "--webui-port", "0", *args]
            return subprocess.Popen(
                options,
                env={**os.environ, **own},
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def is_at_work(self) -> bool:
        """Tell whether every worker has an executor, each of which has a folder in that of its application."""
        return len(list(self.home.glob("app-*/*"))) >= len(self.workers)


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
    process.communicate()


def match(folder: Path, output: Path, *options: str, **environment: str) -> subprocess.Popen[str]:
    settings = output.with_suffix(".toml")
    settings.write_text("[reading]\ntimeout_s = 120.0\n", encoding="utf-8")
    command = [sys.executable, "-m", "skillmatch", "match", str(EXAMPLES / "jobs"), str(folder), "-f", "jsonl"]
    return subprocess.Popen(
        [*command, "--no-store", "--settings", str(settings), "-o", str(output), *options],
        stderr=subprocess.PIPE, text=True, env={**os.environ, **environment},
    )  # fmt: skip


def rows(path: Path) -> Sequence[str]:
    return sorted(path.read_text(encoding="utf-8").splitlines())


def test_a_cluster_that_loses_a_worker_gives_what_one_machine_gives(cluster: Cluster, tmp_path: Path) -> None:
    folder, table = tmp_path / "resumes", tmp_path / "profiles"
    for number in range(4):
        shutil.copytree(EXAMPLES / "resumes", folder / str(number))
    (folder / "poison.pdf").write_bytes(b"%PDF-1.4\n" + bytes(range(256)) * 20)
    run = match(
        folder, tmp_path / "cluster.jsonl", "--engine", "spark", "--master", cluster.url, "--profiles", str(table)
    )
    alone = match(folder, tmp_path / "alone.jsonl")
    try:
        wait_until(lambda: run.poll() is not None or (cluster.is_at_work() and Path(f"{table}.gathered").exists()))
        end(cluster.workers.pop())
        _, said = run.communicate(timeout=PATIENCE_S)
        _, expected = alone.communicate(timeout=PATIENCE_S)
    finally:
        run.kill()
        alone.kill()
    assert alone.returncode == 1, expected  # the poisoned document
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
    defaults = f"spark.executorEnv.PYTHONPATH {changed}\nspark.task.maxFailures 1\n"  # it would fail each time
    (tmp_path / "spark-defaults.conf").write_text(defaults, encoding="utf-8")
    run = match(
        EXAMPLES / "resumes", tmp_path / "out.jsonl", "--engine", "spark", "--master", cluster.url,
        "--profiles", str(tmp_path / "profiles"), SPARK_CONF_DIR=str(tmp_path),
    )  # fmt: skip
    try:
        _, said = run.communicate(timeout=PATIENCE_S)
    finally:
        run.kill()
    assert run.returncode == 2, said
    [line] = ours(said)
    assert line.startswith("skillmatch: mismatch: a worker has skillmatch ")
    assert not (tmp_path / "profiles").exists()
    assert not (tmp_path / "out.jsonl").exists()
