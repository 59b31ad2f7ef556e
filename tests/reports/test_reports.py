"""What a document says is text everywhere: never markup, a formula or a terminal command."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from skillmatch.errors import UsageError
from skillmatch.models import (
    DocumentWarning,
    Failure,
    Match,
    Mention,
    Part,
    Provenance,
    Report,
    Requirement,
    TaxonomyRef,
)
from skillmatch.reports import FORMATS, render, write_report
from skillmatch.reports.spreadsheet import safe_cell

HOSTILE = '<script>alert(1)</script>"><img src=x onerror=y>\x1b[31m\u202e=cmd'


def report(name: str) -> Report:
    mention = Mention(skill_id="x", text=name, start=0, end=1, page=1, section=name, method="alias", confidence=1.0)
    gap = Requirement(
        skill_id="x",
        name=name,
        kind="required",
        status="near",
        credit=0.5,
        reason=name,
        evidence=(mention,),
        score_if_met=80.0,
    )
    match = Match(
        document_id=name,
        job_id=name,
        rank=1,
        score=50.0,
        parts=(Part(name="required", weight=1.0, value=0.5, contribution=50.0),),
        requirements=(gap,),
        missing=(gap,),
        extra_skills=(name,),
        warnings=(DocumentWarning(code="hidden-text", message=name),),
    )
    return Report(
        job_ids=(name,),
        matches=(match,),
        failures=(Failure(document_id=name, stage="read", code="corrupt", message=name),),
        provenance=Provenance(
            skillmatch="0", taxonomy=TaxonomyRef(name="t", version="1", fingerprint="f"), settings="s", background="b"
        ),
    )


def text_of(name: str, format: str) -> str:
    return "".join(render(report(name), format))


def test_html_shows_hostile_text_as_text() -> None:
    page = text_of(HOSTILE, "html")
    assert "<script" not in page
    assert "<img" not in page
    assert "\x1b" not in page
    assert "\u202e" not in page
    assert "&lt;script&gt;" in page


def test_html_needs_nothing_from_outside() -> None:
    page = text_of("a.pdf", "html")
    assert "Content-Security-Policy" in page
    assert not re.search(r'(?:src|href)="(?!#)', page)


def test_table_holds_no_terminal_command() -> None:
    table = text_of(HOSTILE, "table")
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


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_every_format_renders(format: str, tmp_path: Path) -> None:
    assert "a.pdf" in text_of("a.pdf", format)
    write_report(report("a.pdf"), tmp_path / "out", format)
    assert "a.pdf" in (tmp_path / "out").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


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
