"""The routes that read documents."""

from __future__ import annotations

import base64
import csv
import io
import json
from dataclasses import replace

import pytest

from skillmatch.models import Match, Report, SkillProfile
from skillmatch.schema import from_json
from tests.server.conftest import JOB, RESUME, build_matcher, files

HOSTILE = "<script>alert(1)</script>\x1b[31m\u202e=cmd"


def test_extract_gives_profiles_and_failures(client) -> None:
    both = [*files(documents=RESUME), ("documents", ("scan.pdf", b"%PDF-1.4 nothing"))]
    done = client.post("/v1/extract", files=both, data={"kind": "resume"})
    assert done.status_code == 200
    [profile] = done.json()["profiles"]
    assert {skill["name"] for skill in profile["skills"]} == {"Python", "SQL"}
    assert [failure["document_id"] for failure in done.json()["failures"]] == ["scan.pdf"]


def test_json_and_files_give_the_same(client) -> None:
    formed = client.post("/v1/extract", files=files(documents=RESUME)).json()
    asked = {"documents": [{"id": "documents.txt", "text": RESUME}]}
    assert client.post("/v1/extract", json=asked).json() == formed
    asked = {"documents": [{"id": "documents.txt", "base64": base64.b64encode(RESUME.encode()).decode()}]}
    assert client.post("/v1/extract", json=asked).json() == formed


def test_profiles_are_those_of_the_library(client) -> None:
    from skillmatch import read_bytes

    got = client.post("/v1/extract", json={"documents": [{"id": "a", "text": RESUME}], "kind": "resume"}).json()
    own = build_matcher().profile(read_bytes(RESUME.encode(), document_id="a"), kind="resume")
    assert from_json(json.dumps(got["profiles"][0]), SkillProfile) == replace(own, terms=())


def test_json_resume_and_job_posting_are_read(client) -> None:
    resume = {"basics": {"label": "Engineer"}, "skills": [{"name": "Python"}, {"name": "SQL"}]}
    posting = {"@type": "JobPosting", "title": "Engineer", "description": "Requirements: Python and Docker."}
    asked = {"jobs": [{"id": "j", "job_posting": posting}], "resumes": [{"id": "r", "json_resume": resume}]}
    report = client.post("/v1/match", json=asked).json()
    found = {asked["name"]: asked["status"] for asked in report["matches"][0]["requirements"]}
    assert found == {"Python": "met", "Docker": "missing"}


def test_match_ranks_and_names_what_failed(client) -> None:
    sent = [*files(jobs=JOB, resumes=RESUME), ("resumes", ("b.txt", "Skills: Docker")), ("resumes", ("c", b""))]
    done = client.post("/v1/match", files=sent, data={"top": "5"})
    report = from_json(done.content, Report)
    assert [match.document_id for match in report.matches] == ["resumes.txt", "b.txt"]
    assert [(failure.document_id, failure.code) for failure in report.failures] == [("c", "empty")]


def test_documents_of_one_name_are_numbered(client) -> None:
    sent = [*files(jobs=JOB), *[("resumes", ("cv.txt", RESUME))] * 3]
    report = client.post("/v1/match", files=sent).json()
    assert {match["document_id"] for match in report["matches"]} == {"cv.txt", "cv.txt (2)", "cv.txt (3)"}


@pytest.mark.parametrize(
    ("format", "kind", "start"),
    [
        ("json", "application/json", b"{"),
        ("jsonl", "application/x-ndjson", b'{"type":"match"'),
        ("csv", "text/csv", b"job,rank"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
        ("html", "text/html", b"<!doctype html>"),
        ("markdown", "text/markdown", b"# Skill"),
        ("parquet", "application/vnd.apache.parquet", b"PAR1"),
        ("table", "text/plain", b"Job"),
    ],
)
def test_every_format_has_its_type(client, format: str, kind: str, start: bytes) -> None:
    done = client.post(f"/v1/match?format={format}", files=files(jobs=JOB, resumes=RESUME))
    assert done.status_code == 200
    assert done.headers["content-type"].partition(";")[0] == kind
    assert done.content.lstrip().startswith(start)


def test_texts_are_in_the_page_only_when_asked_for(client) -> None:
    sent = files(jobs=JOB, resumes=RESUME)
    assert "Ada Example" not in client.post("/v1/match?format=html", files=sent).text
    assert "Ada Example" in client.post("/v1/match?format=html", files=sent, data={"texts": "true"}).text


def test_gaps_explains_one_pair(client) -> None:
    match = from_json(client.post("/v1/gaps", files=files(jobs=JOB, resumes=RESUME)).content, Match)
    assert {asked.name: asked.status for asked in match.requirements}["Python"] == "met"
    page = client.post("/v1/gaps?format=html", files=files(jobs=JOB, resumes=RESUME)).text
    assert "How resumes.txt fits" in page


def test_gaps_takes_one_of_each(client) -> None:
    sent = [*files(jobs=JOB, resumes=RESUME), *files(resumes=RESUME)]
    done = client.post("/v1/gaps", files=sent)
    assert done.status_code == 422
    assert done.json()["errors"] == [{"field": "resumes", "message": "send only 1"}]


@pytest.mark.parametrize("format", ["json", "csv", "html", "markdown", "table", "xlsx", "parquet"])
def test_hostile_names_and_texts_do_no_harm(client, format: str) -> None:
    sent = [("jobs", (HOSTILE, JOB + HOSTILE)), ("resumes", (HOSTILE, RESUME + HOSTILE))]
    done = client.post(f"/v1/match?format={format}", files=sent, data={"texts": "true"})
    assert done.status_code == 200
    if format == "html":
        assert "<script>alert" not in done.text
        assert "form-action 'none'" in done.text
    if format in ("html", "markdown", "table", "csv"):
        assert "\x1b" not in done.text
    if format == "csv":
        assert not any(cell.startswith("=") for row in csv.reader(io.StringIO(done.text)) for cell in row)


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 422, "empty"),
        (b"\x89PNG\r\n\x1a\n", 415, "wrong-type"),
        (b"%PDF-1.7\ngarbage", 422, "corrupt"),
        (b"... --- ...", 422, "no-text"),
    ],
)
def test_a_document_alone_that_fails_is_a_problem(client, content: bytes, status: int, code: str) -> None:
    done = client.post("/v1/extract", files=files(documents=content))
    assert done.status_code == status
    assert done.headers["content-type"] == "application/problem+json"
    assert done.json()["code"] == code
    assert done.json()["failures"][0]["document_id"] == "documents.txt"


def test_profiles_validate(client) -> None:
    [profile] = client.post("/v1/extract", files=files(documents=RESUME)).json()["profiles"]
    assert from_json(json.dumps(profile), SkillProfile).document_id == "documents.txt"


def test_the_hostile_files_stop_nothing(client, shared) -> None:
    folder = shared / "data" / "pdfs" / "hostile"
    if not folder.is_dir():
        pytest.skip("needs the hostile files")
    seen = {}
    for file in sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size < 250_000):
        done = client.post("/v1/extract", files={"documents": (file.name, file.read_bytes())})
        seen[file.name] = done.status_code
        assert done.status_code in (200, 413, 415, 422), (file.name, done.text)
    assert len(seen) > 5
    assert client.get("/healthz").json()["status"] == "ok"
    assert client.post("/v1/extract", files=files(documents=RESUME)).status_code == 200


def test_exchange_writes_resumes_and_postings(client) -> None:
    sent = {"documents": [{"text": RESUME}, {"text": JOB}]}
    resume, posting = client.post("/v1/exchange", json=sent).json()["documents"]
    assert {skill["name"] for skill in resume["skills"]} == {"Python", "SQL"}
    assert posting["@type"] == "JobPosting"


def test_exchange_writes_the_format_that_is_asked_for(client) -> None:
    sent = {"documents": [{"text": RESUME}, {"text": ""}], "to": "hr-open"}
    got = client.post("/v1/exchange", json=sent).json()
    assert [record["type"].rpartition("/")[2] for record in got["documents"]] == ["LER-RSType.json"]
    assert [failure["code"] for failure in got["failures"]] == ["empty"]
    assert client.post("/v1/exchange", json={**sent, "to": "hr-xml"}).status_code == 422


@pytest.mark.parametrize("path", ["/v1/extract", "/v1/exchange", "/v1/match?format=html", "/v1/match"])
def test_half_a_surrogate_in_json_is_no_trouble(client, path: str) -> None:
    resume = ("r.json", b'{"skills": [{"name": "Python, \\ud800 SQL"}]}')
    sent = {"jobs": ("j.txt", JOB), "resumes": resume} if "match" in path else {"documents": resume}
    done = client.post(path, files=sent)
    assert done.status_code == 200, done.text
    assert "Python" in done.text
