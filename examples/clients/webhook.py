"""Receive the webhook of an applicant tracking system, and score the new candidate.

python webhook.py JOB [PORT]

The payload is like that of Greenhouse: a candidate with attachments, signed with HMAC-SHA256 in the header
``Signature`` (``sha256 <hex>``). The secret is WEBHOOK_SECRET. Attachments come inside the payload, in base64: fetching
addresses that a payload names would let whoever forges one read your network. The score goes to standard output, where
yours would go into the system as a note. For production put it behind a web server that does TLS.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx

URL = os.environ.get("SKILLMATCH_URL", "http://127.0.0.1:8000")
KEY = os.environ.get("SKILLMATCH_KEY", "")
SECRET = os.environ.get("WEBHOOK_SECRET", "")
MAX_BYTES = 20_000_000


def is_signed(body: bytes, signature: str) -> bool:
    """Tell whether the payload comes from somebody who has the secret."""
    expected = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
    return bool(SECRET) and hmac.compare_digest(f"sha256 {expected}".encode(), signature.encode())


def score(payload: dict, job: Path) -> str:
    """Score the first resume among the attachments."""
    application = payload["payload"]["application"]
    candidate = application["candidate"]
    resume = next(it for it in candidate["attachments"] if it["type"] == "resume")
    asked = {
        "jobs": [{"id": job.name, "text": job.read_text(encoding="utf-8")}],
        "resumes": [{"id": f"candidate-{candidate['id']}", "base64": resume["content"]}],
    }
    answer = httpx.post(f"{URL}/v1/gaps", json=asked, headers={"X-API-Key": KEY}, timeout=60).json()
    if "code" in answer:
        return f"application {application['id']}: {answer['code']}: {answer['detail']}"
    gaps = ", ".join(gap["name"] for gap in answer["missing"][:3])
    return f"application {application['id']}: {answer['score']:.1f} of 100" + (f", missing: {gaps}" if gaps else "")


class Receiver(BaseHTTPRequestHandler):
    """Takes one kind of event; everything else is refused."""

    job = Path()

    def do_POST(self) -> None:
        """Check the signature, then score."""
        length = int(self.headers.get("Content-Length", "0"))
        if not 0 < length <= MAX_BYTES:
            self.send_error(413)
            return
        body = self.rfile.read(length)
        if not is_signed(body, self.headers.get("Signature", "")):
            self.send_error(403)
            return
        try:
            payload = json.loads(body)
            line = score(payload, self.job) if payload["action"] == "new_candidate_application" else ""
        except (ValueError, KeyError, TypeError, StopIteration):
            self.send_error(422)
            return
        if line:
            print(line, flush=True)
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Log nothing: requests name people."""


def main() -> None:
    """Listen on loopback until stopped."""
    Receiver.job = Path(sys.argv[1])
    port = int(sys.argv[2]) if len(sys.argv) > 2 else 8010
    HTTPServer(("127.0.0.1", port), Receiver).serve_forever()


if __name__ == "__main__":
    main()
