"""Parquet: the contract as columns."""

from __future__ import annotations

import io
import json
from dataclasses import fields, replace

import pyarrow
import pyarrow.parquet

from skillmatch.models import Match, Report, Requirement
from skillmatch.reports import render_bytes
from tests.reports.conftest import HOSTILE, build_report


def table_of(report: Report, detail: str = "full") -> pyarrow.Table:
    return pyarrow.parquet.read_table(io.BytesIO(b"".join(render_bytes(report, "parquet", detail=detail))))  # type: ignore[arg-type]


def test_rows_are_matches_then_failures() -> None:
    rows = table_of(build_report(HOSTILE)).to_pylist()
    assert [row["type"] for row in rows] == ["match", "failure"]
    assert rows[0]["document_id"] == HOSTILE
    assert rows[0]["score"] == 50.0
    assert rows[0]["requirements"][0]["evidence"][0]["page"] == 1
    assert rows[1]["code"] == "corrupt"


def test_nothing_of_the_contract_is_left_out() -> None:
    [row, _] = table_of(build_report("a")).to_pylist()
    assert {field.name for field in fields(Match)} <= row.keys()
    assert {field.name for field in fields(Requirement)} <= row["requirements"][0].keys()


def test_brief_leaves_out_requirements() -> None:
    assert table_of(build_report("a"), "brief").to_pylist()[0]["requirements"] == []


def test_provenance_is_in_the_metadata() -> None:
    assert json.loads(table_of(build_report("a")).schema.metadata[b"skillmatch"])["settings"] == "s"


def test_an_empty_report_has_the_same_columns() -> None:
    full = table_of(build_report("a"))
    assert table_of(replace(build_report("a"), matches=(), failures=())).schema.equals(full.schema)
