"""The clients of examples/clients do what they say."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from tests.server.conftest import JOB, RESUME, Live

CLIENTS = Path(__file__).parents[2] / "examples" / "clients"
COMMANDS = {"match.sh": ["bash"], "match.py": [sys.executable], "match.mjs": ["node"]}
NEEDS = {"match.sh": "curl", "match.py": sys.executable, "match.mjs": "node"}


@pytest.fixture
def documents(tmp_path: Path) -> list[str]:
    contents = {"job.txt": JOB, "ada.txt": RESUME, "bob.txt": "Skills: Docker", "empty.txt": ""}
    for name, content in contents.items():
        (tmp_path / name).write_text(content)
    return [str(tmp_path / name) for name in contents]


@pytest.mark.parametrize("client", COMMANDS)
def test_a_client_ranks(client: str, live: Live, documents: list[str]) -> None:
    if shutil.which(NEEDS[client]) is None:
        pytest.skip(f"needs {NEEDS[client]}")
    done = subprocess.run(
        [*COMMANDS[client], str(CLIENTS / client), *documents],
        capture_output=True,
        text=True,
        env={**os.environ, "SKILLMATCH_URL": live.url},
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.index("ada.txt") < done.stdout.index("bob.txt") < done.stdout.index("empty.txt")


@pytest.mark.parametrize("client", COMMANDS)
def test_a_client_tells_what_was_wrong(client: str, live: Live, documents: list[str]) -> None:
    if shutil.which(NEEDS[client]) is None:
        pytest.skip(f"needs {NEEDS[client]}")
    arguments = [documents[0], documents[3]] if client != "match.py" else [documents[0]]
    done = subprocess.run(
        [*COMMANDS[client], str(CLIENTS / client), *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "SKILLMATCH_URL": live.url},
    )
    assert done.returncode != 0
    assert "empty" in done.stdout + done.stderr or "no-documents" in done.stderr


def test_a_webhook_is_scored_if_it_is_signed(live: Live, documents: list[str]) -> None:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    environment = {**os.environ, "SKILLMATCH_URL": live.url, "WEBHOOK_SECRET": "s3cret"}
    command = [sys.executable, str(CLIENTS / "webhook.py"), documents[0], str(port)]
    attachment = {"type": "resume", "content": base64.b64encode(RESUME.encode()).decode()}
    application = {"id": 7, "candidate": {"id": 3, "attachments": [attachment]}}
    body = json.dumps({"action": "new_candidate_application", "payload": {"application": application}}).encode()
    signature = "sha256 " + hmac.new(b"s3cret", body, hashlib.sha256).hexdigest()
    receiver = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    try:
        deadline = time.monotonic() + 90
        while True:
            try:
                refused = httpx.post(f"http://127.0.0.1:{port}/", content=body, headers={"Signature": "sha256 0"})
                break
            except httpx.TransportError:
                assert time.monotonic() < deadline
                time.sleep(0.1)
        assert refused.status_code == 403
        url = f"http://127.0.0.1:{port}/"
        assert httpx.post(url, content=body, headers={"Signature": signature}, timeout=30).status_code == 204
        assert httpx.post(url, content=b"{}", headers={"Signature": signature}).status_code == 403
    finally:
        receiver.terminate()
        printed, _ = receiver.communicate()
    assert printed.startswith("application 7: ")
    assert "of 100" in printed
