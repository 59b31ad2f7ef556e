"""XLSX: a sheet each for the ranking, the requirements by candidate, the gaps and the failures.

Every text is written as a string cell, so that none can become a formula or a link.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from skillmatch.errors import MissingExtraError
from skillmatch.models import Report
from skillmatch.reports import Detail
from skillmatch.reports.rows import (
    FAILURES,
    GAPS,
    RANKING,
    REQUIREMENTS,
    Cell,
    failure_rows,
    gap_rows,
    ranking_rows,
    requirement_rows,
)

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

MAX_ROWS = 1_048_575  # of a sheet, without its header
MAX_TEXT = 32_000  # characters in a cell; the format ends at 32,767
_MADE = datetime(2000, 1, 1)  # the same report gives the same bytes, whenever it is written
_WIDTHS = {
    "job": 26, "document": 34, "requirement": 28, "gap": 28, "why": 44, "evidence": 44, "missing": 50, "extra": 40,
    "warnings": 30, "what to do": 80,
}  # fmt: skip
_COLOURS = {  # status: background and ink, readable also without colour
    "met": ("#DFF3E7", "#14532D"),
    "implied": ("#E9F5D9", "#3F5210"),
    "partial": ("#FBEFD0", "#6B4A00"),
    "near": ("#FBEFD0", "#6B4A00"),
    "missing": ("#FBE4E2", "#8C1D18"),
    "negated": ("#FBE4E2", "#8C1D18"),
}


def render(report: Report, detail: Detail) -> Iterator[bytes]:
    """Render the file; ``brief`` leaves out the sheet of requirements."""
    try:
        from xlsxwriter import Workbook
    except ImportError as error:
        raise MissingExtraError("the format 'xlsx' needs XlsxWriter: pip install 'skillmatch[xlsx]'") from error
    buffer = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(buffer, options)
    book.set_properties({"title": "Skill match report", "created": _MADE})
    sheets = _Sheets(book)
    sheets.add("Ranking", RANKING, ranking_rows(report))
    if detail == "full":
        sheets.add("Requirements", REQUIREMENTS, requirement_rows(report))
    sheets.add("Gaps", GAPS, gap_rows(report))
    sheets.add("Failures", FAILURES, failure_rows(report))
    sheets.add("About", ("what", "value"), _about(report))
    book.close()
    yield buffer.getvalue()


class _Sheets:
    """The sheets of one workbook, all of one look."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#EEF1F5", "text_wrap": True})
        self._cell = book.add_format({"valign": "top"})
        self._points = book.add_format({"num_format": "0.0", "valign": "top"})
        self._status = {
            status: book.add_format({"bg_color": paper, "font_color": ink}) for status, (paper, ink) in _COLOURS.items()
        }

    def add(self, name: str, header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """Write one sheet: frozen header, filters, colours for statuses and bars for scores."""
        sheet = self._book.add_worksheet(name)
        for column, title in enumerate(header):
            sheet.write_string(0, column, title, self._head)
            sheet.set_column(column, column, _WIDTHS.get(title, 12), self._format(title))
        count = 0
        for row in rows:
            if count == MAX_ROWS:
                sheet.write_comment(0, 0, "Not all rows fit into a sheet: use csv, jsonl or parquet.")
                break
            count += 1
            for column, value in enumerate(row):
                if isinstance(value, str):
                    sheet.write_string(count, column, value[:MAX_TEXT], self._cell)
                elif value is not None:
                    sheet.write_number(count, column, value, self._format(header[column]))
        sheet.freeze_panes(1, header.index("document") + 1 if "document" in header else 0)
        last = max(count, 1)
        sheet.autofilter(0, 0, last, len(header) - 1)
        if "status" in header:
            column = header.index("status")
            for status, look in self._status.items():
                rule = {"type": "cell", "criteria": "==", "value": f'"{status}"', "format": look}
                sheet.conditional_format(1, column, last, column, rule)
        if name == "Ranking":
            column = header.index("score")
            bar = {"type": "data_bar", "min_type": "num", "max_type": "num", "min_value": 0, "max_value": 100}
            sheet.conditional_format(1, column, last, column, bar | {"bar_color": "#7FB69A", "bar_solid": True})

    def _format(self, title: str) -> Format:
        return self._points if title in ("score", "score if met", "gain") else self._cell


def _about(report: Report) -> Iterator[tuple[Cell, ...]]:
    made = report.provenance
    yield "skillmatch", made.skillmatch
    yield "schema", report.schema
    yield "taxonomy", f"{made.taxonomy.name} {made.taxonomy.version} ({made.taxonomy.fingerprint})"
    yield "settings", made.settings
    yield "background", made.background
    if made.model:
        yield "model", made.model
    yield "matches", len(report.matches)
    yield "failures", len(report.failures)
    yield "note", "A score supports a decision by people; it does not replace one."
