"""What a document says is text everywhere: never markup, a formula or a terminal command."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from skillmatch.errors import UsageError
from skillmatch.reports import BINARY, FORMATS, format_of, render, render_bytes, write_report
from skillmatch.reports.spreadsheet import safe_cell
from tests.reports.conftest import HOSTILE
from tests.reports.conftest import build_report as report


def text_of(name: str, format: str) -> str:
    return "".join(render(report(name), format))


def test_html_shows_hostile_text_as_text() -> None:
    page = text_of(HOSTILE, "html")
    assert "<script>alert" not in page
    assert "<img" not in page
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "&lt;script&gt;" in page


def test_html_needs_nothing_from_outside() -> None:
    page = text_of("a.pdf", "html")
    assert "Content-Security-Policy" in page
    assert not re.search(r'(?:src|href)="(?!#)', page)


@pytest.mark.parametrize("format", ["table", "csv", "markdown"])
def test_what_a_terminal_may_show_holds_no_command(format: str) -> None:
    table = text_of(HOSTILE, format)
    assert "\x1b" not in table
    assert "\u202e" not in table


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\uff1d1", "\r=1"])
def test_no_csv_cell_becomes_a_formula(start: str) -> None:
    for row in csv.reader(io.StringIO(text_of(start, "csv"), newline="")):
        for cell in row:
            assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\uff1d")), cell


def test_ordinary_cells_stay_as_they_are() -> None:
    assert safe_cell("C++") == "C++"
    assert safe_cell("resume-1.pdf") == "resume-1.pdf"


@pytest.mark.parametrize("format", sorted(FORMATS.keys() - BINARY))
def test_every_text_format_renders(format: str, tmp_path: Path) -> None:
    assert "a.pdf" in text_of("a.pdf", format).replace("\\", "")
    write_report(report("a.pdf"), tmp_path / "out", format)
    assert "a.pdf" in (tmp_path / "out").read_text(encoding="utf-8").replace("\\", "")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("format", sorted(FORMATS))
@pytest.mark.parametrize("name", ["a.pdf", HOSTILE, "half a character: \ud800"])
def test_a_report_has_the_same_bytes_every_time(format: str, name: str) -> None:
    once = b"".join(render_bytes(report(name), format))
    assert once
    assert b"".join(render_bytes(report(name), format)) == once


@pytest.mark.parametrize("format", sorted(BINARY))
def test_binary_formats_are_no_text(format: str) -> None:
    with pytest.raises(UsageError, match="not text"):
        render(report("a"), format)


@pytest.mark.parametrize(
    ("path", "format"),
    [("a.CSV", "csv"), ("b.xlsx", "xlsx"), ("c.md", "markdown"), ("d.parquet", "parquet"), ("e.htm", "html")],
)
def test_the_suffix_tells_the_format(path: str, format: str) -> None:
    assert format_of(path) == format


def test_an_interrupted_write_keeps_the_old_file(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old")
    broken = report("a")
    object.__setattr__(broken, "matches", (None,))
    with pytest.raises(AttributeError):
        write_report(broken, target)
    assert target.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_unknown_format_is_refused() -> None:
    with pytest.raises(UsageError, match="choose one of"):
        render(report("a"), "pdf")
