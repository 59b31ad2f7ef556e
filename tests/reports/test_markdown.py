"""Markdown: tables that stay tables, whatever the documents say."""

from __future__ import annotations

import re

import pytest

from skillmatch.reports import render
from skillmatch.reports.markdown import escape
from tests.reports.conftest import HOSTILE, build_report


def test_the_ranking_names_score_and_gaps() -> None:
    text = "".join(render(build_report("a"), "markdown"))
    assert "| 1 | 50.0 | a | 0/1 | a (to 80.0) |" in text
    assert "## Not used" in text


def test_brief_leaves_out_requirements() -> None:
    assert "| Requirement |" in "".join(render(build_report("a"), "markdown"))
    assert "| Requirement |" not in "".join(render(build_report("a"), "markdown", detail="brief"))


@pytest.mark.parametrize("text", [HOSTILE, "a | b", "two\nlines", "# heading", "[link](x)", "`code`", "- item"])
def test_documents_cannot_break_a_table(text: str) -> None:
    lines = "".join(render(build_report(text), "markdown")).splitlines()
    widths = {len(re.findall(r"(?<!\\)\|", line)) for line in lines if line.startswith("|")}
    assert widths == {6, 5, 4}
    assert not re.search(r"(?<!\\)[<`\[]", "".join(lines))


def test_plain_words_stay_readable() -> None:
    assert escape("Data Engineer, 3.5 years") == "Data Engineer, 3.5 years"
