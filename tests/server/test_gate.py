"""Bad requests: refused clearly, and nothing is left behind."""

from __future__ import annotations

import json
import logging
import socket
import tempfile
import time
from pathlib import Path

import pytest

from skillmatch.server.keys import Keys, make_key
from tests.server.conftest import JOB, RESUME, Live, files, serving

MANY = [("documents", (f"{number}.txt", b"Skills: Python")) for number in range(30)]
FORM = "multipart/form-data"
LARGE = {"documents": ("large.txt", b"Python " * 60_000)}


@pytest.mark.parametrize(
    ("sent", "status", "code", "said"),
    [
        ({"content": b"x", "headers": {"Content-Type": "text/plain"}}, 415, "wrong-body", "multipart/form-data"),
        ({"content": b"x"}, 415, "wrong-body", "without a type"),
        ({"content": b"{", "headers": {"Content-Type": "application/json"}}, 422, "invalid", "body"),
        ({"json": []}, 422, "invalid", "body"),
        ({"json": {"documents": []}}, 422, "invalid", "documents"),
        ({"json": {"documents": [{"id": "a"}]}}, 422, "invalid", "exactly one of"),
        ({"json": {"documents": [{"text": "a", "base64": "b"}]}}, 422, "invalid", "exactly one of"),
        ({"json": {"documents": [{"base64": "%%%"}]}}, 422, "invalid", "documents.0.base64"),
        ({"json": {"documents": [{"text": "a"}], "knid": "job"}}, 422, "invalid", "knid"),
        ({"json": {"documents": [{"text": "a"}], "kind": "cv"}}, 422, "invalid", "kind"),
        ({"files": files(document="Skills: Python")}, 422, "invalid", "document:"),
        ({"data": {"kind": "job"}, "files": {"documents": ("", b"")}}, 422, "no-documents", "documents"),
        ({"files": files(documents="Python"), "data": {"kind": "cv"}}, 422, "invalid", "kind"),
        ({"files": MANY}, 413, "too-many", "20 documents"),
        ({"json": {"documents": [{"text": "Python"}] * 30}}, 413, "too-many", "20 documents"),
        ({"files": LARGE}, 413, "too-large", "300000 bytes"),
        ({"content": b"--x\r\n", "headers": {"Content-Type": f"{FORM}; boundary=x"}}, 422, "no-documents", ""),
        ({"content": b"--x", "headers": {"Content-Type": FORM}}, 400, "malformed", ""),
    ],
)  # fmt: skip
def test_a_bad_body_is_told_what_is_wrong(client, sent: dict, status: int, code: str, said: str) -> None:
    done = client.post("/v1/extract", **sent)
    assert (done.status_code, done.json()["code"]) == (status, code)
    assert done.headers["content-type"] == "application/problem+json"
    assert said in done.text
    assert done.json()["request_id"] == done.headers["x-request-id"]


def raw(live: Live, head: str, body: bytes, *, wait: bool = True) -> bytes:
    """Send bytes as they are, and return what comes back."""
    host, port = live.url.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as connection:
        connection.sendall(f"{head}\r\nHost: {host}:{port}\r\n\r\n".encode() + body)
        if not wait:
            connection.shutdown(socket.SHUT_WR)
        found = b""
        while piece := connection.recv(65536):
            found += piece
            if b'"failures": []}' in found:
                break
        return found


def test_a_body_that_grows_past_the_limit_is_cut_off(live) -> None:
    head = "POST /v1/extract HTTP/1.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked"
    chunk = b"ffff\r\n" + b" " * 0xFFFF + b"\r\n"
    assert b" 413 " in raw(live, head, chunk * 8)


def test_a_truncated_upload_leaves_nothing_behind(live) -> None:
    before = set(Path(tempfile.gettempdir()).iterdir())
    head = "POST /v1/extract HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 200000"
    body = b'--x\r\nContent-Disposition: form-data; name="documents"; filename="a"\r\n\r\nPython'
    raw(live, head, body, wait=False)
    assert live.client.get("/healthz").json()["idle"] == 2
    assert {path for path in set(Path(tempfile.gettempdir()).iterdir()) - before if "skillmatch" in path.name} == set()


def test_a_slow_upload_is_given_up() -> None:
    with serving(ready=False, upload_timeout_s=0.3) as live:
        began = time.monotonic()
        head = "POST /v1/extract HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 100"
        assert b" 408 " in raw(live, head, b"{")
        assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"Host": "evil.example"}, "wrong-host"),
        ({"Origin": "http://evil.example"}, "cross-origin"),
        ({"Origin": "null"}, "cross-origin"),
        ({"Sec-Fetch-Site": "cross-site"}, "cross-origin"),
    ],
)
def test_pages_of_other_sites_cannot_use_it(client, headers: dict[str, str], code: str) -> None:
    done = client.post("/v1/extract", files=files(documents=RESUME), headers=headers)
    assert (done.status_code, done.json()["code"]) == (403, code)


def test_its_own_page_can(client, live) -> None:
    headers = {"Origin": live.url, "Sec-Fetch-Site": "same-origin"}
    assert client.post("/v1/extract", files=files(documents=RESUME), headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["/nowhere", "/v1/skills/../../etc/passwd", "/v1/pools/../x", "/v1/skills/%2e%2e%2fx"])
def test_unknown_paths_are_problems(client, path: str) -> None:
    done = client.get(path)
    assert done.status_code == 404
    assert done.headers["content-type"] == "application/problem+json"


def test_headers_protect_the_browser(client) -> None:
    headers = client.get("/healthz").headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers


def test_a_request_id_is_kept_if_it_is_harmless(client) -> None:
    assert client.get("/healthz", headers={"X-Request-ID": "abc-1"}).headers["x-request-id"] == "abc-1"
    for harmful in ("a b", "<b>", "x" * 65):
        assert client.get("/healthz", headers={"X-Request-ID": harmful}).headers["x-request-id"] != harmful
    refused = client.get("/healthz", headers={"X-Request-ID": "a\x1b[31m"})  # by the HTTP parser, where it is strict
    assert "\x1b" not in str(refused.headers) + refused.text


def test_the_log_names_nobody(client, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "skillmatch")
    client.post("/v1/extract?who=jane-doe", files={"documents": ("jane-doe.txt", "Jane Doe\nSkills: Python")})
    client.get("/v1/pools/jane-doe")
    deadline = time.monotonic() + 60
    while "/v1/pools/{name}" not in caplog.text:  # a line is written after the answer has been sent
        assert time.monotonic() < deadline
        time.sleep(0.01)
    assert "POST /v1/extract 200" in caplog.text
    assert "jane" not in caplog.text.lower()


def test_metrics_count_requests_and_documents(client) -> None:
    client.post("/v1/match", files=files(jobs=JOB, resumes=RESUME))
    text = client.get("/metrics").text
    assert 'skillmatch_requests_total{method="POST",route="/v1/match",status="200"}' in text
    assert 'skillmatch_documents_total{outcome="ok"}' in text
    assert "skillmatch_workers 2.0" in text


def test_keys_are_asked_for(tmp_path: Path) -> None:
    key = make_key("ats", tmp_path / "keys")
    with serving(ready=False, keys=Keys.load(tmp_path / "keys"), max_requests_per_client=0) as live:
        client = live.client
        assert client.get("/healthz").status_code == 200
        refused = client.get("/v1/skills?q=python")
        assert (refused.status_code, refused.json()["code"]) == (401, "no-key")
        assert refused.headers["www-authenticate"].startswith("Basic")
        for headers in ({"X-API-Key": key}, {"Authorization": f"Bearer {key}"}):
            assert client.get("/v1/skills?q=python", headers=headers).status_code == 200
        assert client.get("/v1/skills?q=python", auth=("anybody", key)).status_code == 200
        assert client.get("/v1/skills?q=python", headers={"X-API-Key": key[:-1]}).status_code == 401
        busy = client.post("/v1/extract", files=files(documents=RESUME), headers={"X-API-Key": key})
        assert (busy.status_code, busy.json()["code"]) == (429, "too-many-requests")
        assert busy.headers["retry-after"] == "1"


def test_a_full_service_says_when_to_come_back(live, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(live.app.state.admission, "closed", True)
    done = live.client.post("/v1/extract", files=files(documents=RESUME))
    assert (done.status_code, done.json()["code"]) == (503, "busy")
    assert done.headers["retry-after"] == "2"
    assert live.client.get("/readyz").status_code == 503
    assert live.client.get("/healthz").status_code == 200


def test_a_bug_of_ours_shows_nothing_of_the_document(live, monkeypatch, caplog: pytest.LogCaptureFixture) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("Jane Doe")

    monkeypatch.setattr(live.app.state.service, "extract", broken)
    done = live.client.post("/v1/extract", files=files(documents=RESUME))
    assert (done.status_code, done.json()["code"]) == (500, "internal")
    assert "Jane" not in done.text + caplog.text
    assert json.loads(done.text)["request_id"] in caplog.text  # written before the answer
