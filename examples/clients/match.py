"""Rank resumes for a job with httpx: python match.py JOB RESUME...

The service: skillmatch serve, or SKILLMATCH_URL; a key, if it asks for one: SKILLMATCH_KEY.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import httpx

URL = os.environ.get("SKILLMATCH_URL", "http://127.0.0.1:8000")


def post(client: httpx.Client, path: str, job: Path, resumes: list[Path]) -> httpx.Response:
    """Send a job and resumes, and wait as long as a busy service asks for."""
    files = [("jobs", (job.name, job.read_bytes()))]
    files += [("resumes", (resume.name, resume.read_bytes())) for resume in resumes]
    while (done := client.post(path, files=files)).status_code in (429, 503):
        time.sleep(float(done.headers.get("retry-after", "1")))
    if done.is_error:
        problem = done.json()
        sys.exit(f"{problem['code']}: {problem['detail']}")
    return done


def main() -> None:
    """Match many resumes as a batch, and print the ranking with the gaps."""
    job, *resumes = map(Path, sys.argv[1:])
    with httpx.Client(base_url=URL, headers={"X-API-Key": os.environ.get("SKILLMATCH_KEY", "")}, timeout=120) as client:
        place = post(client, "/v1/batches", job, resumes).headers["location"]
        while (state := client.get(place).json())["state"] in ("waiting", "running"):
            print(f"{state['done']} of {state['documents']} documents", file=sys.stderr)
            time.sleep(0.2)
        report = client.get(f"{place}/result").raise_for_status().json()
    for match in report["matches"]:
        gaps = ", ".join(gap["name"] for gap in match["missing"][:3])
        print(
            f"{match['rank']:3} {match['score']:5.1f}  {match['document_id']}" + (f"  missing: {gaps}" if gaps else "")
        )
    for failure in report["failures"]:
        print(f"          {failure['document_id']}: {failure['message']}")


if __name__ == "__main__":
    main()
