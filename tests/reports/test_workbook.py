"""XLSX: sheets that a recruiter can sort and filter, and no cell that is more than text."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest

from skillmatch.models import Report
from skillmatch.reports import render_bytes
from skillmatch.reports.workbook import MAX_TEXT
from tests.reports.conftest import HOSTILE, build_report


def book_of(report: Report, detail: str = "full") -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(b"".join(render_bytes(report, "xlsx", detail=detail))))  # type: ignore[arg-type]


def test_there_is_a_sheet_for_each_question() -> None:
    assert book_of(build_report("a")).sheetnames == ["Ranking", "Requirements", "Gaps", "Failures", "About"]
    assert book_of(build_report("a"), "brief").sheetnames == ["Ranking", "Gaps", "Failures", "About"]


@pytest.mark.parametrize("sheet", ["Ranking", "Requirements", "Gaps", "Failures"])
def test_headers_are_frozen_and_filtered(sheet: str) -> None:
    found = book_of(build_report("a"))[sheet]
    assert found.freeze_panes is not None
    assert found.freeze_panes.endswith("2")
    assert found.auto_filter.ref.startswith("A1:")


def test_statuses_and_scores_are_coloured() -> None:
    book = book_of(build_report("a"))
    rules = [rule for area in book["Requirements"].conditional_formatting for rule in area.rules]
    assert {rule.formula[0] for rule in rules} >= {'"met"', '"near"', '"missing"'}
    assert [rule.type for area in book["Ranking"].conditional_formatting for rule in area.rules] == ["dataBar"]


def test_numbers_are_numbers() -> None:
    [header, row] = book_of(build_report("a"))["Gaps"].iter_rows(values_only=True)
    cells = dict(zip(header, row, strict=True))
    assert cells["gain"] == 30.0
    assert cells["rank"] == 1


@pytest.mark.parametrize("text", ["=1+1", "+1", "@SUM(A1)", '=HYPERLINK("http://x")', "http://example.org", HOSTILE])
def test_no_cell_is_a_formula_or_a_link(text: str) -> None:
    for sheet in book_of(build_report(text)):
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                assert cell.hyperlink is None


def test_control_characters_and_long_texts_make_no_broken_file() -> None:
    book = book_of(build_report("\x00\x1b\ud800" + "long " * 10_000))
    assert len(book["Failures"]["D2"].value) == MAX_TEXT
    assert book["Failures"]["D2"].value.startswith("\ufffd\ufffd\ufffdlong")


def test_a_report_without_rows_is_a_sound_file() -> None:
    assert book_of(replace(build_report("a"), matches=(), failures=()))["Ranking"].max_row == 1
