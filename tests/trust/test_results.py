from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from skillmatch.errors import MismatchError, RowError, UsageError
from skillmatch.trust.results import load_results

MATCH = {"type": "match", "document_id": "a.pdf", "job_id": "job", "rank": 1, "score": 50.0}
REPORT = {
    "type": "report",
    "schema": "1.0",
    "job_ids": ["job"],
    "counts": {"matches": 1, "failures": 0},
    "provenance": {},
}


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    def act(*rows: object) -> Path:
        path = tmp_path / "results.jsonl"
        path.write_text("".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows))
        return path

    return act


def test_matches_are_read_back(write: Callable[..., Path]) -> None:
    found = load_results(write({**MATCH, "requirements": [], "missing": []}, REPORT))
    assert [match.document_id for match in found.matches] == ["a.pdf"]
    assert found.explained


def test_brief_results_are_known_as_such(write: Callable[..., Path]) -> None:
    assert not load_results(write({**MATCH, "missing": ["Python"]}, REPORT)).explained


@pytest.mark.parametrize(
    ("rows", "error", "message"),
    [
        ([MATCH], RowError, "row 2: the last row"),
        ([MATCH, '{"type": "mat'], RowError, "row 2: not JSON"),
        ([MATCH, REPORT, MATCH], RowError, "row 3: more rows"),
        ([REPORT], RowError, "0 matches, but its last row counts 1"),
        ([{"type": "profile"}], RowError, "row 1: not a result"),
        ([[1]], RowError, "row 1: not a JSON object"),
        ([{**MATCH, "score": "high"}, REPORT], RowError, "row 1: not a Match"),
        ([MATCH, {**REPORT, "schema": "2.0"}], MismatchError, "row 2: written with schema 2.0"),
    ],
)
def test_what_is_wrong_is_said_with_its_row(
    rows: list[object], error: type[Exception], message: str, write: Callable[..., Path]
) -> None:
    with pytest.raises(error, match=message):
        load_results(write(*rows))


def test_a_missing_file_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        load_results(tmp_path / "none.jsonl")
