"""`skillmatch serve` and `skillmatch key`: started, asked, stopped."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from skillmatch.cli import app

httpx = pytest.importorskip("httpx", reason="needs httpx")
pytest.importorskip("fastapi", reason="needs the extra server")


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def test_it_serves_until_it_is_told_to_stop(tmp_path: Path) -> None:
    skills = tmp_path / "skills.toml"
    entry = '[[skill]]\nid = "python"\nname = "Python"\ntype = "language"\n'
    skills.write_text(f'schema = 1\ncategory = "programming-languages"\n\n{entry}')
    port = free_port()
    command = [sys.executable, "-m", "skillmatch", "serve", "--port", str(port), "--workers", "1", "--taxonomy", skills]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        deadline = time.monotonic() + 60
        while True:
            assert process.poll() is None
            assert time.monotonic() < deadline
            try:
                health = httpx.get(f"http://127.0.0.1:{port}/healthz").json()
                break
            except httpx.TransportError:
                time.sleep(0.1)
        assert health["status"] == "ok"
        sent = {"documents": [{"text": "Skills: Python"}]}
        [profile] = httpx.post(f"http://127.0.0.1:{port}/v1/extract", json=sent).json()["profiles"]
        assert [skill["name"] for skill in profile["skills"]] == ["Python"]
        children = subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True).stdout.split()
        began = time.monotonic()
        process.send_signal(signal.SIGTERM)
        process.wait(20)
        assert time.monotonic() - began < 8
        assert not [pid for pid in children if _works(pid)]
    finally:
        process.kill()
        process.wait()
        process.stderr.close()  # type: ignore[union-attr]


def _works(pid: str) -> bool:
    try:
        return b"skillmatch" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


def test_an_address_that_others_reach_needs_keys() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "skillmatch", "serve", "--host", "0.0.0.0"],
        capture_output=True,
        text=True,
        env={**os.environ},
    )
    assert done.returncode == 2
    assert "skillmatch key" in done.stderr


def test_a_key_is_printed_once_and_kept_as_a_hash(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["key", "ats", "--keys", str(tmp_path / "keys")])
    assert done.exit_code == 0
    key = done.stdout.splitlines()[0]
    assert key.startswith("skm_")
    assert key not in (tmp_path / "keys").read_text()


@pytest.mark.parametrize("command", ["serve", "key"])
def test_help_has_an_example(command: str) -> None:
    assert f"Example: skillmatch {command}" in CliRunner().invoke(app, [command, "--help"]).stdout
