from __future__ import annotations

import json

from skillmatch.documents import read_bytes


def test_json_resume_becomes_headed_text() -> None:
    resume = {
        "$schema": "x",
        "basics": {"name": "Ada Testperson", "email": "ada@example.org"},
        "work": [
            {"name": "Ironbridge", "position": "Fitter", "startDate": "2019-01", "highlights": ["Welded a bridge."]}
        ],
        "skills": [{"name": "Metal", "keywords": ["Welding", "Brazing"]}],
    }
    document = read_bytes(json.dumps(resume).encode(), document_id="x")
    assert [line for line in document.text.split("\n") if line] == [
        "Ada Testperson",
        "ada@example.org",
        "Work",
        "2019-01 - present",
        "Ironbridge",
        "Fitter",
        "Welded a bridge.",
        "Skills",
        "Metal",
        "Welding, Brazing",
    ]
    assert [document.text[line.start : line.end] for line in document.lines if line.heading] == ["Work", "Skills"]
